"""`overstretch answer`: one of the twelve questions, as a table, a chart and a file to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.cli.options import Csv, FactsFiles, Json, Markdown, Newest, Png, Seed, Svg, Xlsx
from overstretch.cli.progress import stages
from overstretch.cli.tables import strip, take_away, take_json, wrapped
from overstretch.defaults import DEFAULT_SEED, NEWEST
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.answers import Answer

Name = Annotated[str, typer.Argument(metavar="QUESTION", help="One of the twelve; without it they are listed.")]
STRIP = 20


def answer_command(
    name: Name = "",
    ally: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="An ally (DEU), repeatable; **all** by default.")
    ] = None,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="The year asked about, to 2040.")] = None,
    finance: Annotated[
        str | None, typer.Option(metavar="WAY", help="How the rise is paid: **debt**, **tax** or **cuts**.")
    ] = None,
    oil: Annotated[
        float | None, typer.Option(metavar="DOLLARS", help="Urals stays at so many dollars a barrel.")
    ] = None,
    as_of: Newest = NEWEST,
    futures: Annotated[int | None, typer.Option(help="Futures of each world (default: the question's own).")] = None,
    seed: Seed = DEFAULT_SEED,
    facts: FactsFiles = None,
    json: Json = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    markdown: Markdown = None,
    png: Png = None,
    svg: Svg = None,
) -> None:
    """Answer one of twelve standing questions: a table with bands, a chart, what drives it, and files to take away.

    Examples:

        overstretch answer

        overstretch answer pledge --year 2035

        overstretch answer cost --ally ITA --finance debt --xlsx italy.xlsx

        overstretch answer buffer --oil 45 --png buffer.png
    """
    from overstretch.answers.spec import spec

    if not name:
        return list_questions()
    spec(name)
    from overstretch.answers import answer

    with stages("simulate") as tell:
        found = answer(
            name,
            ally=ally or (),
            year=year,
            finance=finance,
            oil=oil,
            as_of=as_of,
            futures=futures,
            seed=seed,
            facts_files=facts or (),
            progress=tell,
        )
    if json != "-":
        show_answer(found)
    take_json(found.as_table(), json)
    take_away(found.as_table(), {"--xlsx": xlsx, "--csv": csv, "--markdown": markdown})
    if png is not None or svg is not None:
        from overstretch.drawing import draw

        for path in (png, svg):
            if path is not None:
                draw(found.as_table(), path)
                say(f"Written to {path}", err=True)


def list_questions() -> None:
    """Each question's name and title."""
    from overstretch.answers.spec import specs

    for name, about in specs().items():
        say(wrapped(f"{about.number}. {about.plain_title}", " " * 14, f"{name:<14}"))


def show_answer(found: Answer) -> None:
    """The sources, then the table with a strip for each row where one fits, else a list, and last the sentences: what
    stays on the screen is the answer."""
    from overstretch.cli.tables import print_parts, print_sources

    table = found.as_table()
    heads, rows = table.reading_heads, table.read()
    drawn = _strips(found)
    if drawn is not None:
        heads, rows = (
            [heads[0], drawn[0], *heads[1:]],
            [[row[0], mark, *row[1:]] for row, mark in zip(rows, drawn[1], strict=True)],
        )
    print_sources(table)
    print_parts(heads, rows, table.title)
    for note in table.notes:
        say(wrapped(note, ""))


def _strips(found: Answer) -> tuple[str, list[str]] | None:
    """A strip of the first column drawn for each row, and its scale."""
    table = found.as_table()
    heads = [column.head for column in table.columns]
    place = heads.index(table.charted[0]) if table.charted else 0
    column = table.columns[place]
    cells = [row[place] for row in table.rows]
    if not column.banded or "unit" in heads:
        return None
    return strip(column, cells, STRIP)
