"""`overstretch ledger`: what the program gave for public claims on the day they were made, and what came."""

from __future__ import annotations

from typing import Annotated

import typer

from overstretch.cli.options import Csv, Json
from overstretch.cli.tables import titled, write_json
from overstretch.errors import InputError
from overstretch.terminal import console, say


def ledger_command(
    line: Annotated[str | None, typer.Argument(metavar="[ID]", help="One line of the ledger, by its id.")] = None,
    misses: Annotated[int, typer.Option(min=0, help="How many of the worst misses to print.")] = 10,
    csv: Csv = None,
    json: Json = None,
) -> None:
    """Show the ledger: dated public claims, what was given for them that day, what came; the program's misses first."""
    from overstretch.evidence import ledger

    lines = ledger.held()
    if json is not None:
        from dataclasses import asdict

        return write_json([asdict(one) for one in lines if line in (None, one.id)], json)
    if line is not None:
        _show_line(lines, line)
        return
    _show_misses(lines, misses)
    _show_scores(lines)
    if csv is not None:
        try:
            ledger.write(lines, csv)
        except OSError as fault:
            raise InputError(f"--csv {csv}: cannot be written: {fault.strerror}") from fault
        say(f"Written to {csv}: {len(lines)} lines")


def _show_line(lines: list, name: str) -> None:
    from dataclasses import asdict

    from rich.text import Text

    found = [one for one in lines if one.id == name]
    if not found:
        raise InputError(
            f"ledger {name}: no such line; overstretch ledger --csv FILE writes all {len(lines)} with their ids"
        )
    for key, value in asdict(found[0]).items():
        name_and_value = Text(f"{key.replace('_', ' ')}: ", style="bold")
        console().print(name_and_value.append("-" if value in (None, "") else str(value), style="not bold"))


def _show_misses(lines: list, most: int) -> None:
    from rich.text import Text

    from overstretch.evidence import ledger
    from overstretch.questions.check import understood
    from overstretch.questions.say import claim as said_in_words

    table = titled("The worst misses", "claim", "given", "came")
    for one in ledger.misses(lines, most):
        claim = Text(said_in_words(understood(one.question)))
        claim.append(f"\n{one.question}; {one.said}, {one.said_by}; {one.id}", style="dim")
        table.add_row(claim, f"{100 * (one.probability or 0.0):.0f} in 100", Text(f"{one.outcome}: {one.figure}"))
    if most:
        console().print(table)


def _show_scores(lines: list) -> None:
    from overstretch.evidence import ledger

    heads = ("kind", "n", "program", "rival", "its score", "less rival (5-95%)")
    table = titled("Brier scores of the part scored once; lower is better", *heads, wide=False)
    for score in ledger.scores(lines, "scored once"):
        own = (f"{score.kind} {score.shows_skill}".strip(), str(score.n), f"{score.brier:.3f}")
        for name, (n, theirs, gap) in score.rivals.items():
            rival = f"{name} (n {n})" if n != score.n else name
            table.add_row(*own, rival, f"{theirs:.3f}", f"{gap.mean:+.3f} ({gap.lower:+.3f} to {gap.upper:+.3f})")
            own = ("", "", "")
    console().print(table)
    console().print("Drawn by rule, none by choice; where each stands: docs/ledger.md")
