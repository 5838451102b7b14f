"""`overstretch resolve`: how forecasts that were made stand by the newest figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.cli.options import Json
from overstretch.cli.tables import titled, write_json
from overstretch.terminal import console

if TYPE_CHECKING:
    from overstretch.evidence.forecasts import Resolved


def resolve_command(
    what: Annotated[
        Path,
        typer.Argument(metavar="FILE|RUN", help="A file of numbered forecasts, or the folder of an earlier check."),
    ],
    every: Annotated[bool, typer.Option("--all", help="List what is still open, too.")] = False,
    json: Json = None,
) -> None:
    """Score forecasts as figures arrive: the numbered ones that the project keeps, or the answers of your own saved
    check.

    Examples:

        overstretch resolve forecasts/2026-11.csv

        overstretch resolve overstretch-out
    """
    from overstretch import facts
    from overstretch.evidence.forecasts import resolve

    held = facts.load()
    found = resolve(what, held)
    shown = [one for one in found if every or one.outcome != "open"]
    if json is not None:
        from dataclasses import asdict

        return write_json([asdict(one) for one in shown], json, forecasts=len(found), figures_to=held.newest)
    _show(shown, f"By figures to {held.newest}")
    _count(found)


def _show(forecasts: list[Resolved], title: str) -> None:
    from rich.text import Text

    table = titled(title, "", "question", "given", "outcome")
    for one in forecasts:
        question = Text(f"{one.question}\nas of {one.as_of}")
        outcome = f"{one.outcome}: {one.figure}" if one.figure else one.outcome
        table.add_row(one.name, question, f"{100 * one.probability:.0f} in 100", Text(outcome))
    if forecasts:
        console().print(table)


def _count(forecasts: list[Resolved]) -> None:
    """How many have resolved, and how well those were forecast."""
    scores = [one.brier for one in forecasts if one.brier is not None]
    of = Counter(one.outcome for one in forecasts)
    console().print(
        f"{len(forecasts)} forecasts: {len(scores)} resolved, {of['open']} open, {of['too close to call']} too close "
        "to call"
    )
    if scores:
        few = "" if len(scores) >= 10 else "; under ten resolved: no record yet"
        console().print(f"Brier score {sum(scores) / len(scores):.3f} (always 50%: 0.250){few}")
    else:
        console().print("Until some have resolved no skill on the future is proven.")
