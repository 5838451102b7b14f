"""Options that several commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

Futures = Annotated[int, typer.Option(help="Number of simulated futures (1 to 1,048,576).")]
Seed = Annotated[int, typer.Option(help="Seed of all random draws: same seed, same numbers.")]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="WHEN",
        help="Up to which day figures are known: a day (YYYY-MM-DD), **said**, **now** (the newest held) or **both**.",
    ),
]
Newest = Annotated[
    str,
    typer.Option("--as-of", metavar="DAY", help="Cut-off: a day (YYYY-MM-DD), or **now**, the newest figures held."),
]
Off = Annotated[
    list[str] | None,
    typer.Option("--off", help="A mechanism to switch off; repeatable (**overstretch interventions** lists them)."),
]
FactsFiles = Annotated[
    list[Path] | None,
    typer.Option("--facts", help="A file of your own figures, laid over the embedded ones; repeatable."),
]
Horizon = Annotated[
    int | None,
    typer.Option(
        metavar="YEAR", help="Year by which open questions are asked (default: each question's own; at most 2040)."
    ),
]
Register = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A list of statements, .toml, .json or .jsonl: id, text or question, speaker, date, context, outlet.",
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Who says the statement.")]
Pdf = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Print the report of --out to this PDF (needs a Chromium, Chrome or Edge)."),
]
Xlsx = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write the answers to this workbook (extra **excel**).")
]
Json = Annotated[
    str | None,
    typer.Option("--json", metavar="[FILE.json]", help="Write the table as JSON, to standard output without a file."),
]


class JsonCommand(TyperCommand):
    """A command whose `--json` may stand alone: what follows is its file only where it ends in .json."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `-` (standard output) after a `--json` without a file."""
        given: list[str] = []
        for place, word in enumerate(args):
            given.append(word)
            following = args[place + 1] if place + 1 < len(args) else ""
            if word == "--json" and not following.endswith(".json"):
                given.append("-")
        return super().parse_args(ctx, given)
