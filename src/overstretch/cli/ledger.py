"""`overstretch ledger`: what the program gave for public claims on the day they were made, and what came."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.options import Json
from overstretch.errors import InputError
from overstretch.terminal import say


def ledger_command(
    line: Annotated[str | None, typer.Argument(metavar="[ID]", help="One line of the ledger, by its id.")] = None,
    misses: Annotated[int, typer.Option(min=0, help="How many of the worst misses to print.")] = 10,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the whole ledger to this file.")] = None,
    json: Json = None,
) -> None:
    """Show the ledger: dated public claims, what was given for them that day, what came; the program's misses first."""
    from overstretch.evidence import ledger

    lines = ledger.held()
    if json is not None:
        from dataclasses import asdict

        from overstretch.cli.tables import write_json

        return write_json([asdict(one) for one in lines if line in (None, one.id)], json)
    if line is not None:
        _show_line(lines, line)
        return
    _show(lines, misses)
    if csv is not None:
        try:
            ledger.write(lines, csv)
        except OSError as fault:
            raise InputError(f"--csv {csv}: cannot be written: {fault.strerror}") from fault
        say(f"Written to {csv}: {len(lines)} lines")


def _show_line(lines: list, name: str) -> None:
    from dataclasses import asdict

    from rich.text import Text

    from overstretch.cli.show import console

    found = [one for one in lines if one.id == name]
    if not found:
        raise InputError(
            f"ledger {name}: no such line; overstretch ledger --csv FILE writes all {len(lines)} with their ids"
        )
    for key, value in asdict(found[0]).items():
        console.print(
            Text(f"{key.replace('_', ' ')}: ", style="bold").append(
                "-" if value in (None, "") else str(value), style="not bold"
            )
        )


def _show(lines: list, most: int) -> None:
    from rich.table import Table
    from rich.text import Text

    from overstretch.cli.show import console
    from overstretch.evidence import ledger
    from overstretch.questions.check import understood
    from overstretch.questions.say import claim as said_in_words

    worst = Table(
        "claim", "given", "came", title="The worst misses", title_justify="left", header_style="bold", expand=True
    )
    for one in ledger.misses(lines, most):
        claim = Text(said_in_words(understood(one.question)))
        claim.append(f"\n{one.question}; {one.said}, {one.said_by}; {one.id}", style="dim")
        worst.add_row(claim, f"{100 * (one.probability or 0.0):.0f} in 100", Text(f"{one.outcome}: {one.figure}"))
    if most:
        console.print(worst)
    table = Table(
        "kind",
        "n",
        "program",
        "rival",
        "its score",
        "less rival (5-95%)",
        title="Brier scores of the part scored once; lower is better",
        title_justify="left",
        header_style="bold",
    )
    for score in ledger.scores(lines, "scored once"):
        for place, (name, (n, theirs, gap)) in enumerate(score.rivals.items()):
            first = (
                (f"{score.kind} {score.shows_skill}".strip(), str(score.n), f"{score.brier:.3f}")
                if place == 0
                else ("", "", "")
            )
            table.add_row(
                *first,
                f"{name} (n {n})" if n != score.n else name,
                f"{theirs:.3f}",
                f"{gap.mean:+.3f} ({gap.lower:+.3f} to {gap.upper:+.3f})",
            )
    console.print(table)
    console.print("Drawn by rule, none by choice; where each stands: docs/ledger.md")
