"""Blocks computed by the workers of a Dask cluster (the extra `dask`); this process alone writes the store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from overstretch.engine.executables import laws_digest
from overstretch.engine.reduce import Reduced
from overstretch.engine.stream import Compute, Job, compute_here
from overstretch.errors import InputError

_SECONDS_TO_CONNECT = 20
_AHEAD = 2  # blocks sent to each worker thread before one comes back: bounds the results that wait


def compute_at(address: str) -> Compute:
    """Blocks computed by the cluster at `address`, in the order in which they come back.

    A worker's loss costs the blocks it was computing: Dask computes them elsewhere, with the same bits on one kind of
    machine. Raises InputError where the extra is not installed, nobody answers, or the workers' laws are others.
    """
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise InputError("--dask needs the extra 'dask': pip install '.[dask]' in a checkout") from None
    return partial(_compute, address)


def _compute(address: str, job: Job, blocks: list[int]) -> Iterator[Reduced]:
    from distributed import Client, as_completed

    try:
        client = Client(address, timeout=_SECONDS_TO_CONNECT)
    except (OSError, ValueError) as fault:
        raise InputError(f"--dask {address}: no scheduler answers: {fault}") from fault
    with client:
        waiting = iter(blocks)
        threads = sum(client.nthreads().values())

        def send(count: int) -> list[Any]:
            picked = [block for _, block in zip(range(count), waiting, strict=False)]
            return [client.submit(compute_one, job, block, pure=False) for block in picked]

        futures = as_completed(send(max(1, threads) * _AHEAD))
        for future in futures:
            reduced = future.result()
            future.release()
            futures.update(send(1))
            yield reduced


def compute_one(job: Job, block: int) -> Reduced:
    """One block, on a worker. Raises InputError where the worker's laws are not the job's."""
    if laws_digest() != job.settings.laws_sha256:
        raise InputError("the Dask workers have another version of overstretch than this process; install the same one")
    return next(iter(compute_here(job, [block])))
