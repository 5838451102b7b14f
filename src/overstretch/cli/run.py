"""`overstretch run`: simulate without an article, in memory or into a store."""

from __future__ import annotations

import shlex
import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer

from overstretch.cli.options import FactsFiles, Futures, Json, Newest, Off, Seed
from overstretch.cli.progress import stages
from overstretch.defaults import CONTRAST_FUTURES, DEFAULT_FUTURES, DEFAULT_SEED, NEWEST, REFERENCE_SYSTEM
from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.engine.request import Request
    from overstretch.engine.stream import Streamed

warn = partial(say, fg="yellow", err=True)


class Kept(StrEnum):
    headline = "headline"
    full = "full"


def run_command(
    system: Annotated[str, typer.Argument(help="A shipped system or the path of a system file.")] = REFERENCE_SYSTEM,
    do: Annotated[
        list[str] | None,
        typer.Option(
            "--do",
            help='An intervention for a paired world, e.g. "hold_burden(2024)"; several in one world with +; '
            "repeatable.",
        ),
    ] = None,
    off: Off = None,
    futures: Futures = DEFAULT_FUTURES,
    contrast_futures: Annotated[
        int, typer.Option(help="Futures of each world of --do, paired with the first ones of the base world.")
    ] = CONTRAST_FUTURES,
    seed: Seed = DEFAULT_SEED,
    as_of: Newest = NEWEST,
    facts: FactsFiles = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder to store the run in, block by block; memory stays flat.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Finish the run stored in --out; damaged blocks are computed again.")
    ] = False,
    shard: Annotated[
        str | None, typer.Option(metavar="I/N", help="Compute the I-th of N shares of the blocks only (I from 1).")
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Compute on the workers of this Dask scheduler (extra **dask**)."),
    ] = None,
    store: Annotated[
        Kept, typer.Option(help="**full** also writes full trajectories of the futures of --replay (replayed.nc).")
    ] = Kept.headline,
    replay: Annotated[
        str | None, typer.Option(metavar="BLOCK:INDEX,...", help="Futures to replay in full, e.g. 0:17,3:5.")
    ] = None,
    json: Json = None,
    debug: Annotated[
        str | None,
        typer.Option(
            metavar="BLOCK:INDEX", help="Only replay this future step by step and name its first non-finite number."
        ),
    ] = None,
) -> None:
    """Simulate a system without any article, with interventions if you like; a past rivalry as known on its own day.

    Without --out the futures stay in memory and a table is printed. With --out each block of 1,024 futures is stored as
    it is done; a run that was stopped, by whatever, goes on with --resume and ends with the same bits. Read it with
    **overstretch.open(FOLDER)** or **overstretch export**.

    Examples:

        overstretch run --do "hold_burden(2024)" --do "oil(40) + us_withdraws(2027)"

        overstretch run cold-war

        overstretch run --futures 1024000 --out million

        overstretch run --futures 1024000 --out million --resume

        overstretch run --futures 1024000 --out share-2 --shard 2/8
    """
    from overstretch import jobs
    from overstretch.engine.request import Request

    day = jobs.checked_day(as_of)
    jobs.check_options(futures, seed, off=off or ())
    _check_together(out, resume, shard, dask, store, replay, debug, json)
    request = Request(
        system, day, futures, seed, tuple(do or ()), tuple(off or ()), tuple(facts or ()), contrast_futures
    )
    if debug is not None:
        _debug(request, debug)
    elif out is None:
        _run_in_memory(request, json)
    else:
        _run_into(request, out, resume, shard, dask)
        if store is Kept.full and replay is not None:
            _replay(request, out, replay)


def _check_together(
    out: Path | None,
    resume: bool,
    shard: str | None,
    dask: str | None,
    store: Kept,
    replay: str | None,
    debug: str | None,
    json: str | None,
) -> None:
    needing = {"--resume": resume, "--shard": shard, "--dask": dask, "--store full": store is Kept.full}
    if out is None and (given := [name for name, value in needing.items() if value]):
        raise InputError(f"{given[0]} needs --out FOLDER")
    if (store is Kept.full) != (replay is not None):
        raise InputError(
            "--store full and --replay BLOCK:INDEX,... go together: full trajectories are kept of chosen futures"
        )
    if json is not None and (out is not None or debug is not None):
        raise InputError("--json writes the table of a run in memory; leave --out and --debug away")
    if debug is not None and out is not None:
        raise InputError("--debug replays one future and writes nothing; leave --out away")


def _run_in_memory(request: Request, json: str | None) -> None:
    from overstretch.cli.show import headline, show_run
    from overstretch.cli.tables import write_json
    from overstretch.jobs.simulating import in_memory

    with stages("simulate") as tell:
        tree = in_memory(request, tell)
    _note_cache()
    for node, child in tree.children.items():
        places = np.flatnonzero(child.to_dataset()["nonfinite"])
        _say_nonfinite([(int(k) // 1024, int(k) % 1024, node) for k in places])
    if json != "-":
        show_run(tree)
    if json is not None:
        write_json([table.record() for table in headline(tree)], json)


def _run_into(request: Request, out: Path, resume: bool, shard: str | None, dask: str | None) -> None:
    from overstretch.cli.show import show_run
    from overstretch.engine.reading import open as open_run
    from overstretch.engine.request import store_run
    from overstretch.engine.stream import Interrupted

    try:
        with stages("simulate") as tell:
            done = store_run(request, out, resume=resume, shard=shard, dask=dask, progress=tell)
    except Interrupted as stopped:
        say(f"stopped; {stopped.done:,} of {stopped.total:,} blocks are stored in {out}. Go on with:", err=True)
        say(f"  {_again()}", err=True)
        raise typer.Exit(130) from None
    _note_cache()
    _report(done)
    if done.missing:
        say(f"{len(done.missing):,} blocks are left to other shares; join the folders with: overstretch merge")
    else:
        show_run(open_run(out))
        say(f"Stored in {out}; read it with overstretch.open({str(out)!r})")


def _again() -> str:
    """This command line with --resume."""
    words = [word for word in sys.argv[1:] if word != "--resume"]
    return shlex.join(["overstretch", *words, "--resume"])


def _report(done: Streamed) -> None:
    for damage in done.damaged:
        warn(str(damage))
    if done.kept:
        say(f"{len(done.kept):,} blocks were stored already, {len(done.computed):,} computed now")
    say_fingerprints(done.fingerprints)
    _say_nonfinite(done.nonfinite)


def say_fingerprints(fingerprints: list[str]) -> None:
    if len(fingerprints) > 1:
        warn(
            f"computed on {len(fingerprints)} kinds of machine ({', '.join(fingerprints)}): "
            "equal to about 1e-6 between them, to the bit within each"
        )


def _say_nonfinite(places: list[tuple[int, int, str]]) -> None:
    if places:
        named = ", ".join(f"{block}:{index} ({world})" for block, index, world in places[:5])
        warn(
            f"{len(places):,} futures met a non-finite number and are kept: "
            f"{named}{', ...' if len(places) > 5 else ''}; "
            f"see --debug {places[0][0]}:{places[0][1]}"
        )


def _note_cache() -> None:
    from overstretch.engine.device import compile_cache_note

    if note := compile_cache_note():
        warn(f"note: {note}")


def _replay(request: Request, out: Path, places: str) -> None:
    from overstretch.engine.request import replay_into

    file, differences = replay_into(request, out, places)
    for world, difference in differences:
        warn(f"{world}: {difference}")
    say(f"Replayed into {file}; {len(differences)} events differ from the run")


def _debug(request: Request, place: str) -> None:
    from overstretch.engine.request import debug

    for world, found in debug(request, place).items():
        if found is None:
            say(f"{world}: future {place} is finite: draws, every quarter's state and outputs, and the summaries")
        else:
            whose = f" of {found.actor}" if found.actor else ""
            say(f"{world}: the first non-finite number of future {place} is {found.variable}{whose} in {found.quarter}")
