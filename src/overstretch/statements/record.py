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


class Read(Record):
    """Words of the text and the part of the question that they were read as ("party: DEU"); code-point offsets."""

    part: str
    text: str
    span: tuple[int, int] | None = None


class Proposition(Record):
    """What a statement asks: a question of the question language, and whether it is said to be likely, possible or a fact.

    read: the words used for each part; set_aside: words that the question leaves out, each with its harmless reason;
    by: the language model that proposed the question, empty where the rules read it.
    """

    question: str
    asks: Literal["likely", "possible", "fact"]
    read: list[Read] = []
    set_aside: list[Read] = []
    by: str | None = None

    def key(self) -> str:
        """One text for one answer, however it was read: "could" and "will" ask the same, a statement of fact asks the record."""
        return f"fact: {self.question}" if self.asks == "fact" else self.question


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
    nearest: str | None = None
    # added to the fields that were promised first
    cue_span: tuple[int, int] | None = None
    about: str | None = None
    venue: str | None = None
    sentence: tuple[int, int] | None = None
    headline: bool = False
    outlet: str | None = None
    # the narrator's own sentence (no speaker); the question that a turn answers
    narrator: bool = False
    answers: tuple[int, int] | None = None
    # the country that the passage is about (ISO code), where a register states it
    context: str | None = None
