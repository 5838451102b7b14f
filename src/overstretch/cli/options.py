"""Options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from overstretch.defaults import LAST_YEAR, MOST_FUTURES


def _file(words: str, *, metavar: str = "FILE", endings: bool = False) -> Any:
    """An option that names a file to write: refused before anything runs where its folder does not exist or, with
    `endings`, its ending names no table."""

    def checked(option: typer.CallbackParam, path: Any) -> Any:
        from overstretch.tabular import check_ending, check_folder

        if path not in (None, "-"):
            (check_ending if endings else check_folder)(Path(path), option.opts[0])
        return path

    return typer.Option(metavar=metavar, help=words, callback=checked)


def _day(words: str) -> Any:
    return typer.Option(metavar="DAY", help=words)


Futures = Annotated[int, typer.Option(help=f"Number of simulated futures (1 to {MOST_FUTURES:,}).")]
Seed = Annotated[int, typer.Option(help="Seed of all random draws: same seed, same numbers.")]
AsOf = Annotated[
    str,
    typer.Option(
        metavar="WHEN",
        help="Up to which day figures are known: a day (YYYY-MM-DD), **said**, **now** (the newest held) or **both**.",
    ),
]
Newest = Annotated[str, _day("Cut-off: a day (YYYY-MM-DD), or **now**, the newest figures held.")]
Known = Annotated[str | None, _day("As known on this day (YYYY-MM-DD); today without it.")]
Then = Annotated[str | None, _day("As known on this day (YYYY-MM-DD); all editions without it.")]
Off = Annotated[
    list[str] | None,
    typer.Option(help="A mechanism to switch off; repeatable (**overstretch interventions** lists them)."),
]
FactsFiles = Annotated[
    list[Path] | None, typer.Option(help="A file of your own figures, laid over the embedded ones; repeatable.")
]
Horizon = Annotated[
    int | None,
    typer.Option(
        metavar="YEAR",
        help=f"Year by which open questions are asked (default: each question's own; at most {LAST_YEAR}).",
    ),
]
Register = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A list of statements, .toml, .json or .jsonl: id, text or question, speaker, date, context, outlet.",
    ),
]
By = Annotated[str | None, typer.Option(metavar="SPEAKER", help="Who says the statement.")]
Said = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="When it was said or published (2025-07-03), from which 'next year' is counted."),
]
Published = Annotated[str | None, typer.Option(metavar="DAY", help="Its day of publication (YYYY-MM-DD).")]
Pdf = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Print the report of --out to this PDF (needs a Chromium, Chrome or Edge)."),
]
Xlsx = Annotated[Path | None, _file("Write the answers to this workbook (extra **excel**).")]
Csv = Annotated[Path | None, _file("Write the table as CSV.")]
Markdown = Annotated[Path | None, _file("Write the table as Markdown.")]
Png = Annotated[Path | None, _file("Write the chart as PNG.")]
Svg = Annotated[Path | None, _file("Write the chart as SVG.")]
Tables = Annotated[Path | None, _file("Write the tables to this file: .xlsx, .csv, .md or .json.", endings=True)]
Json = Annotated[
    str | None, _file("Write what is shown as JSON, to standard output without a file.", metavar="[FILE.json]")
]
_ENTITY = typer.Option(
    "--entity", "-e", metavar="CODE", help="ISO code of a country, or an aggregate such as NATO_TOTAL."
)
Entity = Annotated[str | None, _ENTITY]
OneEntity = Annotated[str, _ENTITY]


class Command(TyperCommand):
    """A command whose `--json` may stand alone: what follows is its file only where it ends in .json or .jsonl."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `-` (standard output) after a `--json` without a file."""
        given: list[str] = []
        for word, following in zip(args, [*args[1:], ""], strict=False):
            given.append(word)
            if word == "--json" and following != "-" and not following.endswith((".json", ".jsonl")):
                given.append("-")
        return super().parse_args(ctx, given)
