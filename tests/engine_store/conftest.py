"""A run of three blocks whose numbers are made without the laws, so that stores can be broken many times in a
second."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from overstretch.engine.layout import layout, variable_axes
from overstretch.engine.plan import Intervention, Plan, World
from overstretch.engine.reduce import Reduced
from overstretch.engine.run import coordinates
from overstretch.engine.stream import Job, make_job

FUTURES = 2500
OIL = World((Intervention("oil", (40,)),))


@pytest.fixture(scope="session")
def job(prepared) -> Job:
    return make_job(prepared, Plan(2040, (OIL,)), FUTURES, seed=3, contrast_futures=1500)


@pytest.fixture(scope="session")
def made(job):
    """A stand-in for the engine: made(job, blocks) yields random arrays keyed by block, of the shapes that are
    stored."""
    planned = layout(coordinates(job.prepared) | variable_axes(), job.settings.worlds)

    def compute(job: Job, blocks: list[int]) -> Iterator[Reduced]:
        for block in blocks:
            rng = np.random.default_rng(block)
            arrays = {}
            for node, futures in job.settings.worlds.items():
                if block * 1024 < futures:
                    for name, array in planned[node].items():
                        rest = min(1024, array.shape[-1] - block * 1024)
                        shape = array.shape[1:] if array.dims[0] == "block" else (*array.shape[:-1], rest)
                        arrays[f"{node}/{name}"] = np.resize(rng.integers(0, 100, 97), shape).astype(array.dtype)
            yield Reduced(block, arrays, {}, "machine-a")

    return compute


@pytest.fixture
def digest():
    """SHA-256 of all chunks and of the record of each block of a store."""

    def of(folder: Path) -> dict[str, str]:
        files = sorted(
            p
            for p in folder.rglob("*")
            if p.is_file() and ("c" in p.relative_to(folder).parts or p.parent.name == "blocks")
        )
        return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}

    return of
