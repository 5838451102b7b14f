"""A run as it is asked for, from names and dates to stored futures, replays and searches for non-finite numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import xarray as xr

from overstretch import facts
from overstretch.defaults import CONTRAST_FUTURES, DEFAULT_FUTURES, DEFAULT_SEED
from overstretch.engine.interventions import expand
from overstretch.engine.plan import BASE, Plan, World
from overstretch.engine.reading import REPLAYED
from overstretch.engine.replay import Difference, NonFinite, first_nonfinite, parse_places, replay
from overstretch.engine.run import node_of
from overstretch.engine.store import check_new
from overstretch.engine.stream import Job, Streamed, make_job, parse_shard, run_into
from overstretch.errors import InputError
from overstretch.progress import Progress
from overstretch.systems import System, load_system, prepare_held
from overstretch.whole import whole


@dataclass(frozen=True)
class Request:
    """What a run is asked for. as_of: the day of a past rivalry, else of the newest figures held, where it is None. do:
    interventions, those joined with "+" in one world; off: mechanisms switched off.

    contrast_futures: how many futures each world of `do` has; they are paired with the base world's first ones.
    """

    system: str | Path
    as_of: date | None = None
    futures: int = DEFAULT_FUTURES
    seed: int = DEFAULT_SEED
    do: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    facts_files: tuple[str | Path, ...] = ()
    contrast_futures: int = CONTRAST_FUTURES

    def plan(self, system: System) -> Plan:
        worlds = tuple(World(expand(entry, system.interventions)) for entry in self.do)
        return Plan(horizon=system.clock.last_year, contrasts=worlds)

    def job(self) -> Job:
        """Prepared for the engine. Raises InputError for an unknown system, intervention or mechanism or a missing
        fact."""
        system = load_system(self.system)
        plan = self.plan(system)
        if self.contrast_futures < 1:
            raise InputError(f"--contrast-futures {self.contrast_futures}: accepted: 1 and more")
        every = facts.load(self.facts_files)
        as_of = self.as_of or system.as_of or date.fromisoformat(every.newest)
        known = every.as_of(as_of.isoformat(), reconstructed=system.reconstructed)
        prepared = prepare_held(system, known, as_of)
        return make_job(prepared, plan, self.futures, self.seed, self.off, known.digest, self.contrast_futures)


def store_run(
    request: Request,
    out: str | Path,
    *,
    resume: bool = False,
    shard: str | None = None,
    dask: str | None = None,
    progress: Progress | None = None,
) -> Streamed:
    """Run into the folder `out` (see engine.stream.run_into). dask: address of a scheduler whose workers compute."""
    folder, share = Path(out), parse_shard(shard)
    if not resume:
        check_new(folder)
    compute = None
    if dask is not None:
        from overstretch.engine.distributed import compute_at

        compute = compute_at(dask)
    return run_into(folder, request.job(), resume=resume, shard=share, progress=progress, compute=compute)


def replay_into(request: Request, out: str | Path, places: str) -> tuple[Path, list[tuple[str, Difference]]]:
    """Write full trajectories of chosen futures ("0:17,3:5") of every world that has them into `out`/replayed.nc.

    Returns the file and, with its world, each event that came out otherwise than in the run.
    """
    job = request.job()
    chosen = parse_places(places, request.futures)
    nodes: dict[str, xr.Dataset] = {}
    differences: list[tuple[str, Difference]] = []
    for world, futures in job.wanted.items():
        if held := [place for place in chosen if place.future < futures]:
            nodes[f"/{node_of(world)}"], found = replay(job.prepared, world, job.seed, held, job.off)
            differences += [(node_of(world), difference) for difference in found]
    file = Path(out) / REPLAYED
    _write_whole(xr.DataTree.from_dict(nodes), file)
    return file, differences


def _write_whole(tree: xr.DataTree, file: Path) -> None:
    try:
        with whole(file) as draft:
            tree.to_netcdf(draft, engine="h5netcdf")
    except OSError as fault:
        raise InputError(f"{file}: cannot be written: {fault.strerror or fault}") from fault


def debug(request: Request, place: str) -> dict[str, NonFinite | None]:
    """World → the first non-finite number of the future at `place` ("BLOCK:INDEX"), None where all of it is finite."""
    job = request.job()
    chosen = parse_places(place, request.futures)
    if len(chosen) != 1:
        raise InputError(f"--debug {place}: accepted: one BLOCK:INDEX")
    worlds: Sequence[World] = [w for w, futures in job.wanted.items() if w.name == BASE or chosen[0].future < futures]
    return {node_of(w): first_nonfinite(job.prepared, w, job.seed, chosen[0], job.off) for w in worlds}
