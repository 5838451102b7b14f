"""`overstretch read`: who said what in articles, without any simulation."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.errors import InputError

if TYPE_CHECKING:
    from overstretch.statements.document import Document
    from overstretch.statements.endpoint import Endpoint
    from overstretch.statements.llm import Refused
    from overstretch.statements.record import Statement

ALL = "json,jsonl,csv,jsonld,html"
Llm = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Send the texts to this OpenAI-compatible endpoint (https or loopback) and take its statements instead.",
    ),
]
LlmModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="The endpoint's model; its key comes from OVERSTRETCH_LLM_KEY.")
]


def read_command(
    articles: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, https addresses, '-' for standard input, or 'example'.", show_default=False
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(help="Folder to write to; it is made, and replaced only as a whole.")
    ] = None,
    formats: Annotated[str, typer.Option("--format", help=f"What to write into --out: some of {ALL}.")] = ALL,
    date: Annotated[
        str | None, typer.Option(help="Date of the articles (2025-07-03), from which 'next year' is counted.")
    ] = None,
    score: Annotated[
        Path | None, typer.Option(help="Hand-marked statements (.jsonl, .json, brat .ann): print scores.")
    ] = None,
    limit: Annotated[float, typer.Option(help="Seconds that one article may take.")] = 60.0,
    model: Annotated[str | None, typer.Option(help="Another installed English spaCy model.")] = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
) -> None:
    """Find the statements in articles: who said what, how firmly, with which numbers and dates.

    Prints a table; with --out also writes statements.json and the other formats."""
    run(articles, out, formats, date, score, limit, model, endpoint_of(llm, llm_model, limit))


def run(
    articles: list[str],
    out: Path | None = None,
    formats: str = ALL,
    date: str | None = None,
    score: Path | None = None,
    limit: float = 60.0,
    model: str | None = None,
    endpoint: Endpoint | None = None,
) -> None:
    """What the command does.

    Raises InputError for anything that cannot be used, before anything is written."""
    from overstretch.statements import link, read
    from overstretch.statements.language import MODEL
    from overstretch.statements.reader import anchor_date, example_path

    wanted = chosen(formats)
    anchor_date(date)
    paths = [str(example_path()) if path == "example" and not Path(path).exists() else path for path in articles]
    gold = None
    if score is not None:
        from overstretch.statements.gold import load_gold

        gold = load_gold(score)
    reading = read(paths, date, model or MODEL, limit)
    refused: list[Refused] = []
    if endpoint is not None:
        from overstretch.statements.llm import read_with_model

        reading, refused = read_with_model(reading, endpoint)
    statements = link(reading.statements, reading.documents)
    show(statements, reading.documents)
    show_refused(Counter(r.reason for r in refused))
    if gold is not None:
        from overstretch.statements.score import as_table
        from overstretch.statements.score import score as scored

        names = {document.name for document in reading.documents}
        unknown = sorted({entry.doc for entry in gold} - names)
        if unknown:
            raise InputError(
                f"{score}: marks {', '.join(unknown)}, which is not among the articles given: {', '.join(sorted(names))}."
            )
        typer.echo(as_table(scored(gold, statements, {d.name: d.text for d in reading.documents})))
    if out is not None:
        write(out, wanted, statements, reading.documents, reading.model)


def show_refused(reasons: Mapping[str, int]) -> None:
    """What of a language model's answer was not taken, by reason."""
    for reason, count in sorted(reasons.items()):
        typer.echo(f"Refused from the language model: {count} because {reason}")


def endpoint_of(url: str | None, name: str | None, seconds: float) -> Endpoint | None:
    """The endpoint asked for; None where none was.

    Raises InputError for an address without model, or the other way round, and for an address that is not accepted."""
    if url is None and name is None:
        return None
    if url is None or not name:
        raise InputError("--llm URL and --llm-model NAME belong together: one of them is missing.")
    from overstretch.statements.endpoint import Endpoint, place

    place(url)
    return Endpoint(url, name, os.environ.get("OVERSTRETCH_LLM_KEY") or None, seconds)


def chosen(formats: str) -> list[str]:
    """The formats that were asked for.

    Raises InputError for an unknown one."""
    known = ALL.split(",")
    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise InputError(f"--format: unknown format '{', '.join(unknown) or formats}'. Accepted: {', '.join(known)}.")
    return wanted


def write(
    out: Path, formats: list[str], statements: list[Statement], documents: list[Document], model: dict[str, str]
) -> None:
    """Write the formats into a folder: first beside it, then put in place at once.

    Raises InputError where the place is a file or cannot be written."""
    from overstretch.statements import export
    from overstretch.statements.view import page

    texts = {
        "statements.json": lambda: export.to_json(statements),
        "differences.json": lambda: export.differences_json(statements),
        "statements.jsonl": lambda: export.to_jsonl(statements),
        "statements.csv": lambda: export.to_csv(statements),
        "statements.jsonld": lambda: export.to_jsonld(statements, documents),
        "statements.html": lambda: page(statements, documents),
    }
    listing = [d.model_dump(mode="json", exclude={"text"}) for d in documents]
    if out.exists() and not out.is_dir():
        raise InputError(f"--out {out}: this is a file. Accepted: a folder.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        for name, make in texts.items():
            if name.rsplit(".", 1)[1] in formats:
                (folder / name).write_text(make(), encoding="utf-8", errors="replace")
        (folder / "documents.json").write_text(
            json.dumps({"documents": listing, "model": model}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        out.mkdir(exist_ok=True)
        for file in sorted(folder.iterdir()):
            file.replace(out / file.name)
        shutil.rmtree(folder)
    except OSError as error:
        raise InputError(
            f"--out {out}: cannot be written ({error.strerror}). Accepted: a folder that can be written."
        ) from error


def show(statements: list[Statement], documents: list[Document]) -> None:
    """Print the statements as a table, and why an article was skipped."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from overstretch.statements import clusters, differences

    console = Console()
    table = Table("id", "speaker", "statement", "form", "force", "same as", show_lines=False)
    for s in statements:
        note = f"repeats {s.duplicate_of}" if s.duplicate_of else ", ".join(s.same_as)
        cells = (s.id, s.speaker.canonical if s.speaker else "-", s.content, s.form, s.force, note)
        table.add_row(*(Text(_printable(cell)) for cell in cells))
    console.print(table)
    for group in clusters(statements):
        for difference in differences(group):
            console.print(Text(_printable(f"The accounts differ: {difference.words()}")))
    for document in documents:
        if document.skipped:
            console.print(Text(_printable(f"Not read: {document.skipped}")))


def _printable(text: str) -> str:
    """Without control and bidirectional characters, which could act on the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
