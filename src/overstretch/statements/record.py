"""The record of a statement: the fields that other programs may rely on."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Form = Literal["direct", "mixed", "indirect", "nominal", "reported", "agentless"]
Force = Literal["assert", "warn", "commit", "deny", "evaluate", "cite"]
Modality = Literal["will", "plan", "could", "may", "is", "has", "should"]
Polarity = Literal["positive", "negative"]
Direction = Literal["up", "down", "none"]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Speaker(Record):
    """Who is reported to have said it: the words in the text, and one canonical name across outlets."""

    mention: str
    canonical: str
    span: tuple[int, int] | None = None


class Quantity(Record):
    """A number with its unit, e.g. 5 'percent of GDP', 5 'years', 32 'members'."""

    text: str
    value: float
    unit: str
    span: tuple[int, int]


class Moment(Record):
    """A date as said: text, ISO date of its start where it can be anchored, and its granularity."""

    text: str
    date: str | None
    granularity: Literal["day", "week", "month", "quarter", "year", "years", "unknown"]
    relation: Literal["by", "from", "within", "in", "ago"] | None = None


class Proposition(Record):
    """A testable question: the name of a template and its slots; `confidence` (0-1) is that of the template's choice."""

    template: str
    slots: dict[str, str | float | int | bool | None]
    # added to the fields that were promised first
    confidence: float | None = None

    def key(self) -> str:
        """One text for one question: template and slots alone, however sure their choice was."""
        return self.model_dump_json(exclude={"confidence"})


class Statement(Record):
    """One statement found in one document. Spans are code-point offsets [start, end) of the content only."""

    id: str
    doc: str
    spans: list[tuple[int, int]]
    speaker: Speaker | None = None
    addressee: str | None = None
    via: str | None = None
    cue: str | None = None
    form: Form
    force: Force
    content: str
    modality: Modality
    polarity: Polarity = "positive"
    direction: Direction = "none"
    quantities: list[Quantity] = []
    said_at: Moment | None = None
    deadline: Moment | None = None
    same_as: list[str] = []
    duplicate_of: str | None = None
    reply_to: str | None = None
    cites: str | None = None
    nested_in: str | None = None
    proposition: Proposition | None = None
    not_testable_because: str | None = None
    # added to the fields that were promised first
    cue_span: tuple[int, int] | None = None
    about: str | None = None
    venue: str | None = None
    sentence: tuple[int, int] | None = None
    headline: bool = False
    outlet: str | None = None
