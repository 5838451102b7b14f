"""The record of a statement: the fields that other programs may rely on."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict

Form = Literal["direct", "mixed", "indirect", "nominal", "reported", "agentless"]
Force = Literal["assert", "warn", "commit", "deny", "evaluate", "cite"]
Modality = Literal["will", "plan", "could", "may", "is", "has", "should"]
Polarity = Literal["positive", "negative"]
Direction = Literal["up", "down", "none"]


Offsets = tuple[int, int]  # code points [start, end) of a text


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    def but(self, **changed: Any) -> Self:
        """A copy with some fields changed."""
        return self.model_copy(update=changed)


class Speaker(Record):
    """Who is reported to have said it: the words in the text, and one canonical name across outlets."""

    mention: str
    canonical: str
    span: Offsets | None = None


class Quantity(Record):
    """A number with its unit, e.g. 5 'percent of GDP', 5 'years', 32 'members'."""

    text: str
    value: float
    unit: str
    span: Offsets


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
    span: Offsets | None = None


class Proposition(Record):
    """What a statement asks, as a question of the language, and whether as likely, as possible or as a fact.

    read: the words used for each part; set_aside: words that the question leaves out, each with its harmless reason;
    by: the language model that proposed the question, empty where the rules read it.
    """

    question: str
    asks: Literal["likely", "possible", "fact"]
    read: list[Read] = []
    set_aside: list[Read] = []
    by: str | None = None

    def key(self) -> str:
        """One text for one answer, however it was read: "could" and "will" ask the same, a statement of fact asks the
        record."""
        return f"fact: {self.question}" if self.asks == "fact" else self.question


class Statement(Record):
    """One statement found in one document. Spans are code-point offsets [start, end) of the content only."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str
    """Identifier, unique in the run."""
    doc: str
    """Name of the article's file."""
    spans: list[Offsets]
    """Where the content stands: code-point offsets [start, end), several where it is broken up."""
    speaker: Speaker | None = None
    """Who is reported to have said it."""
    addressee: str | None = None
    """To whom."""
    via: str | None = None
    """The agency or outlet that it was said to or through."""
    cue: str | None = None
    """The word that reports it."""
    form: Form
    """How it is reported."""
    force: Force
    """What is done with it."""
    content: str
    """The words said or reported."""
    modality: Modality
    """How firmly it is said."""
    polarity: Polarity = "positive"
    """Negative where the content is denied."""
    direction: Direction = "none"
    """Whether it speaks of a rise or a fall."""
    quantities: list[Quantity] = []
    """Numbers with units."""
    said_at: Moment | None = None
    """When it was said."""
    deadline: Moment | None = None
    """By when it is to come true."""
    same_as: list[str] = []
    """Statements that say the same."""
    duplicate_of: str | None = None
    """The statement whose words this one repeats; counted once."""
    reply_to: str | None = None
    """The statement that it answers."""
    cites: str | None = None
    """The statement that it cites."""
    nested_in: str | None = None
    """The statement that contains it."""
    proposition: Proposition | None = None
    """The question as text; whether likely, possible or a fact; which words gave which part; what was set aside."""
    not_testable_because: str | None = None
    """The reason where there is none."""
    nearest: str | None = None
    """A question that could be asked instead."""
    cue_span: Offsets | None = None
    """Where the cue stands."""
    about: str | None = None
    """What an evaluation is about; the caption of a table's row."""
    venue: str | None = None
    """Where it was said."""
    sentence: Offsets | None = None
    """Where its sentence stands."""
    headline: bool = False
    """Whether it stands in the headline."""
    outlet: str | None = None
    """Name of the outlet where the article says it."""
    narrator: bool = False
    """Whether it is the article's own sentence; only in a column it has a speaker, the author."""
    answers: Offsets | None = None
    """Where the question stands that it answers."""
    context: str | None = None
    """The country that the passage is about, where a register states it."""
