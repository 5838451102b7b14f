"""What the JSON interface takes, field by field, as its OpenAPI description states it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from overstretch import jobs
from overstretch.answers import spec
from overstretch.app import orders
from overstretch.app.orders import MOST_BYTES, MOST_FUTURES, Given, Order
from overstretch.defaults import APP_FUTURES
from overstretch.errors import InputError

AS_OF = "Up to which day figures are known: an ISO date, said, now, or both."
DAY = "The day on which it was said or printed, an ISO date."
FUTURES = f"1 to {MOST_FUTURES:,}."


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Run(_Body):
    as_of: str = Field(jobs.DEFAULT_AS_OF, description=AS_OF)
    futures: int = Field(APP_FUTURES, description=FUTURES)
    seed: int = jobs.DEFAULT_SEED
    horizon: int | None = Field(None, description="The year by which open questions are asked, up to 2040.")

    def ordered(self, given: Given) -> Order:
        return orders.checked(Order(given, self.futures, self.seed, self.as_of, self.horizon))


class CheckRequest(_Run):
    """An article's text."""

    text: str = Field(description=f"English, up to {MOST_BYTES:,} bytes.")
    name: str = "article.txt"
    date: str | None = Field(None, description=DAY)

    def order(self) -> Order:
        name = self.name if self.name.endswith(".txt") else f"{self.name}.txt"
        return self.ordered(
            Given("article", name=name, data=orders.checked_text(self.text).encode("utf-8"), said=self.date)
        )


class AskRequest(_Run):
    """Typed questions, as text or JSON, or a statement in words; one of the two."""

    question: str | dict[str, Any] | list[str | dict[str, Any]] | None = None
    text: str | None = Field(None, description="One or more sentences, up to 5,000 characters.")
    by: str | None = Field(None, description="Who says it.")
    date: str | None = Field(None, description=DAY)

    def order(self) -> Order:
        if (self.question is None) == (self.text is None):
            raise InputError("question or text: give one of the two")
        if self.text is not None:
            return self.ordered(Given("sentence", orders.checked_text(self.text), by=self.by, said=self.date))
        asked = self.question if isinstance(self.question, list) else [self.question or ""]
        return self.ordered(orders.asked(asked, self.by, self.date))


class ExplainRequest(_Body):
    """A statement, or the text of an article."""

    text: str = Field(description=f"English, up to {MOST_BYTES:,} bytes; a statement up to 5,000 characters.")
    article: bool = False
    by: str | None = Field(None, description="Who says the statement.")
    date: str | None = Field(None, description=DAY)

    def given(self) -> Given:
        text = orders.checked_text(self.text)
        if self.article:
            if self.by is not None:
                raise InputError("by: belongs to a statement; an article names its speakers itself")
            return orders.checked_given(Given("article", data=text.encode("utf-8"), said=self.date))
        return orders.checked_given(Given("sentence", text, by=self.by, said=self.date))


class AnswerRequest(_Body):
    """One of the twelve standing questions, by name."""

    name: str
    ally: list[str] = Field([], description="ISO codes.")
    year: int | None = None
    finance: str | None = None
    oil: float | None = None
    as_of: str = Field("now", description="An ISO date, or now.")
    futures: int | None = Field(None, description=FUTURES)
    seed: int = jobs.DEFAULT_SEED

    def options(self) -> dict[str, Any]:
        """As the library takes them. Raises InputError for an unknown name, or more futures than are made here."""
        spec(self.name)
        if self.futures is not None and not 1 <= self.futures <= MOST_FUTURES:
            raise InputError(f"futures {self.futures}: accepted here: 1 to {MOST_FUTURES:,}")
        return self.model_dump()


class Fault(BaseModel):
    """Every failure: what is wrong, and what is accepted."""

    error: str


class Explained(BaseModel):
    """How each statement is understood: words of each part, claim, question; or the reason why there is none."""

    explained: list[dict[str, Any]]


class Answered(BaseModel):
    """The fields of statements.json and verdicts.json, and the run's record."""

    statements: list[dict[str, Any]]
    verdicts: list[dict[str, Any]]
    run: dict[str, Any]


class Source(BaseModel):
    """A publication in words; address: of its page, empty where none is recorded; kind: what several publishers have
    alike."""

    words: str
    address: str
    kind: str


class Tabled(BaseModel):
    """A table: columns with unit and kind, rows, notes and sources."""

    model_config = ConfigDict(extra="allow")

    title: str
    columns: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    notes: list[str]
    sources: list[Source]


class Ledger(BaseModel):
    """Lines of the ledger, and how many there are in all."""

    total: int
    lines: list[dict[str, Any]]


BODIES: dict[str, type[BaseModel]] = {
    "/api/check": CheckRequest,
    "/api/ask": AskRequest,
    "/api/answer": AnswerRequest,
    "/api/explain": ExplainRequest,
}
