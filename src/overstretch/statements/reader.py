"""Reading: paths in, documents and statements out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from importlib.resources import files
from pathlib import Path

from overstretch.errors import InputError
from overstretch.statements import language
from overstretch.statements.document import Document, Reading
from overstretch.statements.extract import article_date, extract
from overstretch.statements.files import Text, load_file
from overstretch.statements.record import Statement


def example_path(name: str = "example") -> Path:
    """The path of an example article that ships with the project.

    Raises InputError for a name that is not one of them."""
    folder = Path(str(files("overstretch") / "examples"))
    known = sorted(path.stem for path in folder.glob("*.txt"))
    if name not in known:
        raise InputError(f"There is no example named '{name}'. Accepted: {', '.join(known)}.")
    return folder / f"{name}.txt"


def read(paths: Sequence[str | Path], date: Date | str | None = None, model: str = language.MODEL) -> Reading:
    """Read articles and find their statements.

    `date` anchors relative dates ("next year") for all of them; without it an article's own date is used where it
    gives one. Statement ids are "a-b": b-th statement of the a-th document. Raises InputError for input that cannot be
    used: where a single article was given; among several such an article becomes a Document with `skipped` set."""
    if not paths:
        raise InputError("No article was given. Accepted: one or more paths.")
    anchor = anchor_date(date)
    nlp, identity = language.load(model)
    documents: list[Document] = []
    statements: list[Statement] = []
    names: set[str] = set()
    for number, path in enumerate(paths, start=1):
        try:
            taken = load_file(Path(path))
        except InputError as error:
            if len(paths) == 1:
                raise
            documents.append(Document(name=_unique(Path(path).name, names), source=str(path), skipped=str(error)))
            continue
        document = _document(taken, _unique(taken.name, names), anchor)
        documents.append(document)
        when = Date.fromisoformat(document.date) if document.date else None
        found = extract(document.text, document.name, nlp, when)
        statements.extend(_identified(found, number, document))
    return Reading(documents=documents, statements=statements, model=identity)


def anchor_date(date: Date | str | None) -> Date | None:
    """A date from an ISO text.

    Raises InputError for a text that is no ISO date."""
    if not isinstance(date, str):
        return date
    try:
        return Date.fromisoformat(date)
    except ValueError as error:
        raise InputError(f"'{date}' is not a date. Accepted: an ISO date such as 2025-07-03.") from error


def _unique(name: str, names: set[str]) -> str:
    candidate, count = name, 1
    while candidate in names:
        count += 1
        candidate = f"{name} ({count})"
    names.add(candidate)
    return candidate


def _document(taken: Text, name: str, anchor: Date | None) -> Document:
    when = anchor or (Date.fromisoformat(taken.date) if taken.date else None) or article_date(taken.text)
    return Document(
        name=name,
        text=taken.text,
        title=taken.title or _title(taken.text),
        date=when.isoformat() if when else None,
        outlet=taken.outlet,
        author=taken.author,
        source=taken.source,
        sha256=taken.sha256,
    )


def _title(text: str) -> str | None:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if first and len(first) <= 200 and first[-1] not in ".!?" else None


def _identified(found: list[Statement], number: int, document: Document) -> list[Statement]:
    def name(key: str | None) -> str | None:
        return f"{number}-{key}" if key is not None else None

    return [
        s.model_copy(
            update={
                "id": name(s.id),
                "nested_in": name(s.nested_in),
                "duplicate_of": name(s.duplicate_of),
                "outlet": document.outlet,
            }
        )
        for s in found
    ]
