"""`overstretch changes`: which answers of a saved check moved with newer figures, by how much, because of which row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from overstretch.cli.options import Json
from overstretch.cli.progress import stages

if TYPE_CHECKING:
    from rich.text import Text

    from overstretch.claims.record import Verdict
    from overstretch.jobs.revisions import Change


def changes_command(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of an earlier check, or its run.json.")],
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="The earlier day (YYYY-MM-DD); default: the check's own cut-off.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show the answers that did not move, too.")] = False,
    json: Json = None,
) -> None:
    """Show which answers of a saved check moved with newer figures, by how much, because of which row.

    Example: overstretch changes overstretch-out --since 2025-07-03
    """
    from overstretch.cli.show import console
    from overstretch.jobs.revisions import changes

    with stages("simulate") as tell:
        found = changes(run, since, tell)
    moved = [change for change in found if change.differs]
    if json is not None:
        from overstretch.cli.tables import write_json

        return write_json(
            [_row(change) for change in (found if every else moved)], json, answers=len(found), differ=len(moved)
        )
    for change in found if every else moved:
        for line in lines(change):
            console.print(line, soft_wrap=False)
    console.print(f"{len(moved)} of {len(found)} answers differ")


def _row(change: Change) -> dict[str, Any]:
    """One answer on two days, and the rows of figures that moved it."""
    from dataclasses import asdict

    both = {"before": change.before.model_dump(mode="json"), "after": change.after.model_dump(mode="json")}
    return {**both, "because": [asdict(cause) for cause in change.because], "rest": change.rest}


def lines(change: Change) -> list[Text]:
    """One answer on two days, as lines of text."""
    from rich.text import Text

    from overstretch.facts import registry
    from overstretch.report.wording import long_date, number, points

    made = [Text(change.after.claim, style="bold")]
    made += [Text(f"  {long_date(verdict.as_of)}: {_answer(verdict)}") for verdict in (change.before, change.after)]
    for cause in change.because:
        what = registry.variable(cause.variable).description
        made.append(Text(f"  {points(cause.moved)} by {what} alone:", style="cyan"))
        for row in cause.rows:
            was = "new" if row.before is None else f"{number(row.before)} →"
            day = f", published {row.published}" if row.published else ""
            told = f"{was} {number(row.after)} ({row.source}, edition {row.edition}{day})"
            made.append(Text(f"    {row.entity} {row.period}: {told}", style="dim"))
    if change.rest is not None:
        made.append(Text(f"  {points(change.rest)} by elapsed time and by what newer figures do together", style="dim"))
    return made


def _answer(verdict: Verdict) -> str:
    from overstretch.report import wording

    if verdict.settled is not None:
        return f"{verdict.settled.word}: {verdict.settled.figure}"
    return (
        wording.likelihood_text(verdict.probability, wording.fine(verdict))
        if verdict.probability is not None
        else "not answered"
    )
