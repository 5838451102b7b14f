"""Run a plan into a store, block by block: memory stays flat however many futures are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from overstretch.defaults import CONTRAST_FUTURES
from overstretch.engine.blocks import Piece, Simulator, tasks_of, wanted_futures
from overstretch.engine.device import fingerprint
from overstretch.engine.layout import variable_axes
from overstretch.engine.plan import BLOCK, Plan, World
from overstretch.engine.published import published
from overstretch.engine.reduce import ANY, COUNTED, SCALES, Reduced, reduce_world
from overstretch.engine.run import check_futures, coordinates, node_of
from overstretch.engine.settings import Settings, machine, settings_of
from overstretch.engine.store import Damage, Store
from overstretch.errors import InputError
from overstretch.progress import Progress
from overstretch.systems import Prepared


@dataclass(frozen=True)
class Job:
    """Everything that a process needs to compute any block of a run; plain data that can be pickled."""

    prepared: Prepared
    wanted: dict[World, int]
    seed: int
    off: tuple[str, ...]
    settings: Settings


@dataclass
class Streamed:
    """What a run into a store did. nonfinite: (block, index in it, world)."""

    folder: Path
    computed: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    damaged: list[Damage] = field(default_factory=list)
    nonfinite: list[tuple[int, int, str]] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)


class Interrupted(KeyboardInterrupt):
    """A run into a store was interrupted; the store can be resumed. done, total: blocks."""

    def __init__(self, folder: Path, done: int, total: int) -> None:
        super().__init__(f"{folder}: {done} of {total} blocks are stored")
        self.folder, self.done, self.total = folder, done, total


Compute = Callable[[Job, list[int]], Iterator[Reduced]]


def make_job(
    prepared: Prepared,
    plan: Plan,
    futures: int,
    seed: int,
    off: tuple[str, ...] = (),
    facts_sha256: str = "",
    contrast_futures: int = CONTRAST_FUTURES,
) -> Job:
    check_futures(futures)
    wanted = wanted_futures(plan, futures, contrast_futures)
    return Job(prepared, wanted, seed, off, settings_of(prepared, wanted, futures, seed, off, facts_sha256))


def run_into(
    folder: Path,
    job: Job,
    *,
    resume: bool = False,
    shard: tuple[int, int] = (1, 1),
    progress: Progress | None = None,
    compute: Compute | None = None,
) -> Streamed:
    """Compute the blocks of `job` that `folder` lacks and store each as it is done.

    resume: finish what is stored in `folder` (blocks are verified first, damaged ones computed again); without it the
    folder must be new or empty. shard: (i, n), the i-th of n shares of the blocks, i from 1. compute: where blocks are
    computed (default: here). Raises InputError for other settings than the store's, a full disk or a read-only folder,
    and Interrupted on Ctrl-C; whatever is stored by then stays usable.
    """
    store, streamed = _open_or_create(folder, job, resume)
    with store.alone():
        return _into(store, streamed, job, resume, shard, progress, compute)


def _into(
    store: Store,
    streamed: Streamed,
    job: Job,
    resume: bool,
    shard: tuple[int, int],
    progress: Progress | None,
    compute: Compute | None,
) -> Streamed:
    share = list(store.blocks)[shard[0] - 1 :: shard[1]]
    if resume:
        store.sweep()
        streamed.damaged = store.verify(share)
        for damage in streamed.damaged:
            store.forget(damage.block)
    streamed.kept = sorted(set(store.done()) & set(share))
    todo = sorted(set(share) - set(streamed.kept))
    tell = progress or (lambda stage, done: None)
    try:
        for reduced in (compute or compute_here)(job, todo):
            store.write(reduced)
            streamed.computed.append(reduced.block)
            tell("simulate", (len(streamed.kept) + len(streamed.computed)) / len(share))
    except KeyboardInterrupt:
        raise Interrupted(store.folder, len(streamed.kept) + len(streamed.computed), len(share)) from None
    _account(store, streamed)
    return streamed


def _open_or_create(folder: Path, job: Job, resume: bool) -> tuple[Store, Streamed]:
    if resume and (folder / "manifest.json").exists():
        store = Store.open(folder)
        store.check_same(job.settings)
        store.check_arrays()
    else:
        axes = coordinates(job.prepared) | variable_axes()
        store = Store.create(folder, job.settings, axes, _about(job))
    return store, Streamed(folder)


def _about(job: Job) -> dict[str, Any]:
    prepared = job.prepared
    return {
        "title": prepared.system.title,
        "names": published(prepared.system),
        "rival": prepared.system.roles.rival,
        "notes": list(prepared.notes),
        "machine": machine(),
        "worlds": {node_of(world): world.name for world in job.wanted},
        "scales": {name: SCALES.get(name, ANY) for names in COUNTED.values() for name in names},
    }


def _account(store: Store, streamed: Streamed) -> None:
    records = list(store.records())
    streamed.missing = sorted(set(store.blocks) - {r.block for r in records})
    streamed.fingerprints = sorted({r.fingerprint for r in records})
    streamed.nonfinite = [
        (r.block, index, node) for r in records for node, places in r.nonfinite.items() for index in places
    ]


def compute_here(job: Job, blocks: Iterable[int]) -> Iterator[Reduced]:
    """Blocks computed by this process, on all its devices."""
    simulator = Simulator(job.prepared, job.seed, job.off)

    def reduced(piece: Piece) -> tuple[Piece, dict[str, np.ndarray], list[int]]:
        """The piece without its arrays, what is stored of them, and the places of non-finite futures."""
        futures = min(BLOCK, job.wanted[piece.world] - piece.block * BLOCK)
        places = np.flatnonzero(piece.arrays["nonfinite"][:futures]).tolist()
        return piece._replace(arrays={}), reduce_world(node_of(piece.world), piece.arrays, futures), places

    arrays: dict[str, np.ndarray] = {}
    strange: dict[str, list[int]] = {}
    for piece, kept, places in simulator.results(tasks_of(job.wanted, blocks), reduced):
        node = node_of(piece.world)
        arrays |= {f"{node}/{name}": values for name, values in kept.items()}
        if places:
            strange[node] = places
        if piece.last:
            yield Reduced(piece.block, arrays, strange, fingerprint())
            arrays, strange = {}, {}


def parse_shard(text: str | None) -> tuple[int, int]:
    """'2/8' → (2, 8): the second of eight shares. Raises InputError."""
    if text is None:
        return 1, 1
    first, _, count = text.partition("/")
    if first.isdecimal() and count.isdecimal() and 1 <= int(first) <= int(count):
        return int(first), int(count)
    raise InputError(f"--shard {text}: accepted: i/n with i from 1 to n, e.g. 2/8")
