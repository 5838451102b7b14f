"""`overstretch resolve`: how forecasts that were made stand by the newest figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.options import Json


def resolve_command(
    what: Annotated[
        Path,
        typer.Argument(metavar="FILE|RUN", help="A file of numbered forecasts, or the folder of an earlier check."),
    ],
    every: Annotated[bool, typer.Option("--all", help="List what is still open, too.")] = False,
    json: Json = None,
) -> None:
    """Score forecasts as figures arrive: the numbered ones that the project keeps, or the answers of your own saved check.

    Examples:

        overstretch resolve forecasts/2026-11.csv

        overstretch resolve overstretch-out
    """
    import numpy as np
    from rich.table import Table
    from rich.text import Text

    from overstretch import facts
    from overstretch.cli.show import console
    from overstretch.evidence.forecasts import resolve

    held = facts.load()
    found = resolve(what, held)
    shown = [one for one in found if every or one.outcome != "open"]
    if json is not None:
        from dataclasses import asdict

        from overstretch.cli.tables import write_json

        return write_json([asdict(one) for one in shown], json, forecasts=len(found), figures_to=held.newest)
    if shown:
        table = Table(
            "",
            "question",
            "given",
            "outcome",
            title=f"By figures to {held.newest}",
            title_justify="left",
            header_style="bold",
            expand=True,
        )
        for one in shown:
            outcome = f"{one.outcome}: {one.figure}" if one.figure else one.outcome
            table.add_row(
                one.name,
                Text(f"{one.question}\nas of {one.as_of}"),
                f"{100 * one.probability:.0f} in 100",
                Text(outcome),
            )
        console.print(table)
    scored = [one for one in found if one.brier is not None]
    console.print(
        f"{len(found)} forecasts: {len(scored)} resolved, {sum(one.outcome == 'open' for one in found)} open, {sum(one.outcome == 'too close to call' for one in found)} too close to call"
    )
    if scored:
        mean = float(np.mean([one.brier for one in scored]))
        console.print(
            f"Brier score {mean:.3f} (always 50%: 0.250)"
            + ("" if len(scored) >= 10 else "; under ten resolved: no record yet")
        )
    else:
        console.print("Until some have resolved no skill on the future is proven.")
