"""What is read: documents, and all that came out of them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from overstretch.statements.record import Offsets, Statement


class Document(BaseModel):
    """One article. `text` is what the spans of its statements index; `skipped` says why it could not be read.

    `format` is what its shape was taken for, `questions` are the spans of journalists' questions (no statements),
    `encoding` is named where the bytes were not UTF-8."""

    model_config = ConfigDict(frozen=True)

    name: str
    text: str = ""
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    source: str | None = None
    sha256: str | None = None
    skipped: str | None = None
    format: str | None = None
    questions: list[Offsets] = []
    encoding: str | None = None


class Reading(BaseModel):
    """Documents in the order given, their statements in the order of the text, and the language model's identity."""

    model_config = ConfigDict(frozen=True)

    documents: list[Document]
    statements: list[Statement]
    model: dict[str, str]
