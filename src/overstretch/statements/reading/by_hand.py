"""Statements that a user writes: a text, or a register of them as TOML, JSON or JSON Lines; the record is that of an
article."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from overstretch.errors import InputError, a_path, a_text
from overstretch.statements.document import Document, Reading
from overstretch.statements.reading.plain_words import plain_words
from overstretch.statements.reading.reader import anchor_date, identified
from overstretch.statements.reading.worker import LIMIT, job_of, worker
from overstretch.statements.record import Moment, Speaker, Statement
from overstretch.statements.sources.files import checked, english, text_of
from overstretch.statements.syntax import language

LONGEST = 5_000
MOST = 2_000
LARGEST = 5_000_000
SUFFIXES = (".toml", ".json", ".jsonl")
FIELDS = "id, text, speaker, date, context, outlet, question, asks"
ACCEPTED = (
    f"Accepted: entries [[statement]] in TOML, objects in JSON or one a line in JSON Lines, with {FIELDS}; "
    "text or question is needed."
)


class Entry(BaseModel):
    """One entry of a register: what was said; by whom, on which day and where it was printed, where that is known.

    id: the user's own name of it; context: the country that the passage is about (ISO code), where the sentence leaves
    it out. question: what it asks, in the question language or its JSON, given by hand instead of read from the text;
    asks: likely, possible or fact (default: by the question's moment).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, min_length=1, max_length=100)
    text: str = Field(default="", max_length=LONGEST)
    question: str | dict[str, Any] | None = None
    asks: Literal["likely", "possible", "fact"] | None = None
    speaker: str | None = Field(default=None, min_length=1, max_length=200)
    date: datetime.date | None = None
    context: str | None = Field(default=None, pattern=r"^[A-Z]{2,3}$")
    outlet: str | None = Field(default=None, min_length=1, max_length=200)

    @model_validator(mode="after")
    def _something(self) -> Entry:
        if not self.text.strip() and self.question is None:
            raise ValueError("neither a text nor a question")
        return self


def from_text(text: str, speaker: str | None = None, date: datetime.date | str | None = None) -> list[Statement]:
    """The statements of a text written by hand.

    A sentence that names who said it ("Anna Nowak said ...") is read as in an article; a bare sentence is one statement
    whose content is the sentence. With `speaker` every sentence is that speaker's own. `date`: when it was said; it
    anchors "next year". Raises InputError for a text that is empty, longer than 5,000 characters or not English."""
    return read_entries([entry(text, speaker, date)]).statements


def from_register(path: str | Path) -> list[Statement]:
    """The statements of a register (.toml, .json or .jsonl); see `load_register` for what is accepted."""
    return read_entries(load_register(path)).statements


def entry(
    text: str,
    speaker: str | None = None,
    date: datetime.date | str | None = None,
    question: str | dict[str, Any] | None = None,
) -> Entry:
    """An entry from its parts. Raises InputError that names the part at fault."""
    day = anchor_date(date)
    try:
        return Entry(text=a_text(text, "statement").strip(), speaker=speaker, date=day, question=question)
    except ValidationError as error:
        raise InputError(f"the statement asked: {_fault(error)}") from error


def load_register(path: str | Path) -> list[Entry]:
    """The entries of a register: `[[statement]]` tables in TOML, a list of objects or {"statement": [...]} in JSON, or
    one object a line in JSON Lines, whose further fields are labels of the user's own and are not read.

    Raises InputError that names the file, the entry and what is accepted."""
    file = a_path(path, "--register")
    raw = _parsed(file)
    if isinstance(raw, dict):
        unknown = sorted(set(raw) - {"statement"})
        if unknown or "statement" not in raw:
            raise InputError(f"{file}: {'unknown part ' + unknown[0] if unknown else 'no statement in it'}. {ACCEPTED}")
        raw = raw["statement"]
    if not isinstance(raw, list) or not raw:
        raise InputError(f"{file}: holds no list of statements. {ACCEPTED}")
    if len(raw) > MOST:
        raise InputError(f"{file}: {len(raw)} statements are more than the limit of {MOST}.")
    entries = []
    for number, fields in enumerate(raw, start=1):
        try:
            entries.append(Entry.model_validate(fields))
        except ValidationError as error:
            raise InputError(f"{file}: statement {number}: {_fault(error)}") from error
    names = Counter(one.id for one in entries if one.id is not None)
    if twice := [name for name, count in names.items() if count > 1]:
        raise InputError(f"{file}: the id '{twice[0]}' stands twice. Accepted: each id once.")
    return entries


def _parsed(file: Path) -> Any:
    kind = file.suffix.lower()
    if kind not in SUFFIXES:
        raise InputError(f"{file}: a register ends in {', '.join(SUFFIXES)}. {ACCEPTED}")
    text = text_of(file, LARGEST, ACCEPTED)
    try:
        if kind == ".jsonl":
            return [_own(json.loads(line)) for line in text.split("\n") if line.strip()]
        return tomllib.loads(text) if kind == ".toml" else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file}: cannot be parsed: {error}. {ACCEPTED}") from error


def _own(line: Any) -> Any:
    """The fields of a line that an entry has; beside a text, a label that says what it asks is none of them."""
    if not isinstance(line, dict):
        return line
    kept = {name: value for name, value in line.items() if name in Entry.model_fields}
    return (
        kept if kept.get("question") is not None else {n: v for n, v in kept.items() if n not in ("question", "asks")}
    )


def _fault(error: ValidationError) -> str:
    """The first fault in plain words, and what is accepted."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"unknown field '{place}'. Accepted: {FIELDS}."
    if first["type"] == "missing":
        return f"the field '{place}' is missing. Accepted: {FIELDS}; text or question is needed."
    if place == "date":
        return f"'{first['input']}' is not a date. Accepted: an ISO date such as 2025-07-03."
    if place == "context":
        return f"'{first['input']}' is no country's code. Accepted: an ISO code such as DEU."
    said = first["msg"].removeprefix("Value error, ")
    return f"{place}: {said[:1].lower() + said[1:]}. {ACCEPTED}" if place else f"{said}. {ACCEPTED}"


def read_entries(entries: Sequence[Entry], model: str = language.MODEL, limit: float = LIMIT) -> Reading:
    """Every entry as a document of its own ("asked 1", ...) with its statements, read in the killable worker.

    Raises InputError for an entry that cannot be read, naming it; among several it becomes a statement that says
    why."""
    if not entries:
        raise InputError("No statement was given. Accepted: a text, or a register with at least one statement.")
    keeper = worker(model)
    if any(given.question is None for given in entries):
        keeper.start()
    documents: list[Document] = []
    statements: list[Statement] = []
    for number, given in enumerate(entries, start=1):
        label, text = f"asked {number}", plain_words(given.text)
        found: list[Statement] = []
        if given.question is None:
            try:
                english(checked(text, label), label)
                job = job_of(text.encode("utf-8", "replace"), label, "asked", label, given.date)
                answer = keeper.ask(job | {"bare": given.speaker is not None}, label, limit)
            except InputError as fault:
                if len(entries) == 1:
                    raise
                found = [_unread(number, label, text, fault)]
            else:
                text = answer["text"]["text"]
                found = identified(answer["statements"], number, given.outlet)
        day = given.date.isoformat() if given.date else None
        documents.append(Document(name=label, text=text, date=day, outlet=given.outlet))
        statements += [completed(one, given) for one in found]
    return Reading(documents=documents, statements=statements, model=keeper.identity)


def _unread(number: int, label: str, text: str, fault: InputError) -> Statement:
    """An entry of a register that cannot be read, kept with the reason: it ends no other."""
    return Statement(
        id=f"{number}-s1",
        doc=label,
        spans=[(0, len(text))],
        form="direct",
        force="assert",
        content=text,
        modality="is",
        not_testable_because=str(fault).partition(". Accepted")[0],
    )


def completed(statement: Statement, given: Entry) -> Statement:
    """With the speaker, the day and the country that the entry states."""
    update: dict[str, Any] = {}
    if given.speaker is not None:
        name = " ".join(given.speaker.split())
        update["speaker"] = Speaker(mention=name, canonical=name)
    if given.date is not None and statement.said_at is None:
        day = given.date.isoformat()
        update["said_at"] = Moment(text=day, date=day, granularity="day")
    if given.context is not None:
        update["context"] = given.context
    return statement.model_copy(update=update)
