"""Futures without any article: a run of a system, and the search over policies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from overstretch.defaults import (
    CONTRAST_FUTURES,
    DEFAULT_FUTURES,
    DEFAULT_POLICIES,
    DEFAULT_SEED,
    MOST_IN_MEMORY,
    NEWEST,
    POLICY_FUTURES,
    REFERENCE_SYSTEM,
)
from overstretch.errors import InputError, a_path
from overstretch.jobs.options import all_facts, check_options, checked_day, declared_for_statements, names
from overstretch.progress import Progress, silent

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.engine.request import Request
    from overstretch.policy.tabled import Policies


def run(
    system: str | Path = REFERENCE_SYSTEM,
    *,
    futures: int = DEFAULT_FUTURES,
    seed: int = DEFAULT_SEED,
    as_of: str | date = NEWEST,
    do: Sequence[str] = (),
    off: Sequence[str] = (),
    out: str | Path | None = None,
    resume: bool = False,
    facts_files: Sequence[str | Path] = (),
    progress: Progress | None = None,
    contrast_futures: int = CONTRAST_FUTURES,
) -> xr.DataTree:
    """Simulate a system without any article: the base world and, for each entry of `do`, a world paired with it.

    system: a shipped name or a system file; as_of: the cut-off, by default "now", the newest figures held (of a past
    rivalry its own day). do: interventions such as "hold_burden(2024)"; joined with "+" they hold together ("oil(40) +
    us_withdraws(2027)"). off: mechanisms to switch off; contrast_futures: futures of each such world. Returns the
    futures (engine.schema) in memory or, with `out`, streams them into a store there (engine.store; resume: finish what
    it holds) and returns it opened, with less kept of each future: see engine.reading.open. `headline` of what is
    returned is its headline as a table (report.headline). Raises InputError, among others for more futures than memory
    is meant to hold without `out`.
    """
    from overstretch.engine.request import Request, store_run
    from overstretch.report import headline  # noqa: F401 (gives the tree its `headline`)

    day = checked_day(as_of)
    check_options(futures, seed, None, None, off)
    check_options(contrast_futures, seed)
    request = Request(
        system, day, futures, seed, names(do, "--do"), tuple(off), names(facts_files, "--facts"), contrast_futures
    )
    if out is not None:
        from overstretch.engine.reading import open as open_run

        out = a_path(out, "--out")
        store_run(request, out, resume=resume, progress=progress)
        return open_run(out)
    return in_memory(request, progress or silent)


def in_memory(request: Request, tell: Progress) -> xr.DataTree:
    """The futures of a request. Raises InputError for more of them than memory is meant to hold."""
    from overstretch.engine.run import run as run_plan

    if request.futures > MOST_IN_MEMORY:
        raise InputError(
            f"--futures {request.futures}: more than {MOST_IN_MEMORY:,} are not held in memory; give --out FOLDER"
        )
    job = request.job()
    tell("simulate", 0.0)
    plan = request.plan(job.prepared.system)
    return run_plan(job.prepared, plan, request.futures, request.seed, job.off, tell, request.contrast_futures)


def policy(
    group: Sequence[str] = (),
    *,
    budget: int = DEFAULT_POLICIES,
    futures: int = POLICY_FUTURES,
    seed: int = DEFAULT_SEED,
    as_of: str | date = NEWEST,
    progress: Progress | None = None,
) -> Policies:
    """Search spending levels and financing of `group` (default: all European allies); see overstretch.policy.search.
    Raises InputError."""
    from overstretch.policy import europeans, evaluator, search
    from overstretch.policy.tabled import Policies
    from overstretch.systems import prepare

    every = all_facts(())
    day = checked_day(as_of) or date.fromisoformat(every.newest)
    check_options(futures, seed, None, day)
    known = every.as_of(day.isoformat())
    evaluate = evaluator(prepare(declared_for_statements(REFERENCE_SYSTEM), known, day), futures, seed)
    found = search(evaluate, tuple(group) or europeans(), budget=budget, seed=seed, progress=progress)
    found.attrs |= {"as_of": day.isoformat(), "futures": futures, "seed": seed}
    return Policies(found, ", ".join(group) or "the European allies")
