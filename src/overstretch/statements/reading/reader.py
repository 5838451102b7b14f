"""Reading: paths, folders, addresses or standard input in; documents and statements out."""

from __future__ import annotations

import hashlib
import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date as Date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from overstretch.errors import InputError
from overstretch.statements.document import Document, Reading
from overstretch.statements.reading.worker import LIMIT as SECONDS
from overstretch.statements.reading.worker import checked_limit, job_of, worker
from overstretch.statements.record import Statement
from overstretch.statements.sources.files import ACCEPTED, LIMIT, read_bytes
from overstretch.statements.sources.formats import suffix_kind
from overstretch.statements.syntax import language

LONGEST_NAME = 100
LONGEST_COPY = 200  # bytes of a file's name that leave room for a number behind it
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")


def example_path(name: str = "example") -> Path:
    """The path of an example article that ships with the project.

    Raises InputError for a name that is not one of them."""
    folder = Path(str(files("overstretch") / "examples"))
    known = sorted(path.stem for path in folder.glob("*.txt"))
    if name not in known:
        raise InputError(f"There is no example named '{name}'. Accepted: {', '.join(known)}.")
    return folder / f"{name}.txt"


def read(
    paths: Sequence[str | Path],
    date: Date | str | None = None,
    model: str = language.MODEL,
    limit: float = SECONDS,
) -> Reading:
    """Read articles and find their statements.

    `paths` may name files, folders, https addresses, or "-" for standard input. `date` anchors relative dates ("next
    year") for all of them; without it an article's own date is used where it gives one. Statement ids are "a-b": b-th
    statement of the a-th document. `limit` is the time in seconds that one article may take. Raises InputError for
    input that cannot be used where it is the only article; among several it becomes a Document with `skipped` set."""
    documents: list[Document] = []
    statements: list[Statement] = []
    for document, found in read_each(paths, date, model, limit):
        documents.append(document)
        statements.extend(found)
    return Reading(documents=documents, statements=statements, model=worker(model).identity)


def read_each(
    paths: Sequence[str | Path],
    date: Date | str | None = None,
    model: str = language.MODEL,
    limit: float = SECONDS,
) -> Iterator[tuple[Document, list[Statement]]]:
    """Like `read`, one article at a time, so that a long folder needs no more memory than one article."""
    anchor = anchor_date(date)
    checked_limit(limit)
    inputs = expanded(paths)
    keeper = worker(model)
    keeper.start()
    names: set[str] = set()
    for number, path in enumerate(inputs, start=1):
        name = _unique(_name(path), names)
        try:
            data, kind = _data(path)
            answer = keeper.ask(job_of(data, name, kind, str(path), anchor), str(path), limit)
            fields = {"name": name, "source": _shown(path), "sha256": hashlib.sha256(data).hexdigest()}
            document = Document.model_validate({**fields, **_titled(answer["text"])})
            found = identified(answer["statements"], number, document.outlet)
        except InputError as error:
            if len(inputs) == 1:
                raise
            yield Document(name=name, source=_shown(path), skipped=_shown(str(error))), []
            continue
        yield document, found


def read_copies(copies: Sequence[tuple[Path | None, dict[str, Any]]]) -> Reading:
    """The texts kept beside a result, read again; each with what its record says of the document, None where it was
    skipped."""
    documents: list[Document] = []
    statements: list[Statement] = []
    keeper = worker(language.MODEL)
    keeper.start()
    for number, (path, known) in enumerate(copies, start=1):
        if path is None:
            documents.append(Document(name=known["name"], source=known.get("source"), skipped=known["skipped"]))
            continue
        data, day = read_bytes(path), known.get("date")
        job = job_of(data, known["name"], "text", str(path), anchor_date(day[:10] if day else None))
        answer = keeper.ask(job, str(path))
        held = {name: known.get(name) for name in ("title", "outlet", "author", "source", "sha256", "encoding")}
        document = Document.model_validate({"name": known["name"], **answer["text"], **held})
        documents.append(document)
        statements += identified(answer["statements"], number, document.outlet)
    return Reading(documents=documents, statements=statements, model=keeper.identity)


def expanded(paths: Sequence[str | Path]) -> list[str | Path]:
    """Folders replaced by their articles in the order of their names, "example" by the one that ships.

    Raises InputError where nothing was given, or a folder holds no article."""
    if isinstance(paths, str | Path):
        paths = [paths]
    if not paths:
        raise InputError("No article was given. Accepted: files, folders, https addresses, or - for standard input.")
    found: list[str | Path] = []
    for path in paths:
        if str(path) == "example" and not Path(path).exists():
            path = example_path()
        folder = not is_address(path) and str(path) != "-" and is_folder(Path(path))
        found += _articles(Path(path)) if folder else [path]
    return found


def _articles(folder: Path) -> list[Path]:
    try:
        inside = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror}).") from error
    if not inside:
        raise InputError(f"{folder}: the folder holds no article. Accepted: files ending in {', '.join(SUFFIXES)}.")
    return inside


def is_address(path: str | Path) -> bool:
    return isinstance(path, str) and "://" in path


def is_folder(path: Path) -> bool:
    """Whether a folder lies there; a path that no file can have names none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _name(path: str | Path) -> str:
    """A document's name, which is also that of its copy beside a result: letters that every disk and terminal takes."""
    if str(path) == "-":
        return "standard input"
    if is_address(path):
        try:
            parts = urlsplit(str(path))
            place = f"{parts.hostname or ''}{parts.path}"
        except ValueError:  # no address; the fetcher says so
            place = str(path)
        return re.sub(r"[^\w.]+", "-", place)[:LONGEST_NAME].strip("-.") or "page"
    name = "".join(letter if letter.isprintable() else "_" for letter in Path(path).name)
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = name, ""
    while len(f"{stem}{dot}{ending}".encode()) > LONGEST_COPY:
        stem = stem[:-1]
    return f"{stem}{'.' if ending else ''}{ending}" or "_"


def _shown(path: str | Path) -> str:
    """A path, or words about it, as a text that UTF-8 can hold; a file's name need not be one."""
    return str(path).encode("utf-8", errors="replace").decode()


def _data(path: str | Path) -> tuple[bytes, str]:
    if str(path) == "-":
        data = sys.stdin.buffer.read(4 * LIMIT + 1)
        if len(data) > 4 * LIMIT:
            raise InputError(f"standard input: more than {4 * LIMIT:,} bytes. {ACCEPTED}")
        return data, suffix_kind("", data)
    if is_address(path):
        from overstretch.statements.sources.web import fetch

        data, content, last = fetch(str(path))
        named = next((kind for kind in ("html", "pdf") if kind in content.lower()), None)
        return data, named or suffix_kind(last, data)
    data = read_bytes(Path(path))
    return data, suffix_kind(Path(path).name, data)


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
    candidates = itertools.chain([name], (f"{name} ({count})" for count in itertools.count(2)))
    free = next(candidate for candidate in candidates if candidate not in names)
    names.add(free)
    return free


def _titled(fields: dict[str, str | None]) -> dict[str, str | None]:
    first = next((line.strip() for line in (fields["text"] or "").splitlines() if line.strip()), "")
    title = fields["title"] or (first if first and len(first) <= 200 and first[-1] not in ".!?" else None)
    return {**fields, "title": title}


def identified(found: list[dict], number: int, outlet: str | None) -> list[Statement]:
    """Statements from the worker's answer, with ids that are unique among `number` documents."""

    def name(key: str | None) -> str | None:
        return f"{number}-{key}" if key is not None else None

    own = [{key: name(entry[key]) for key in ("id", "nested_in", "duplicate_of")} for entry in found]
    return [Statement.model_validate(entry | ids | {"outlet": outlet}) for entry, ids in zip(found, own, strict=True)]
