"""The record of an answer: the fields that other programs may rely on."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Asks = Literal["likely", "possible", "fact"]
State = Literal["settled", "open", "not answered"]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BaseRate(Record):
    """How often the very same thing came about before: probability by the moment asked, with the count behind it."""

    probability: float
    events: float | None = None
    exposure: float | None = None
    unit: str | None = None
    source: str


class Condition(Record):
    """A box of the parameter space in which the claim would come true: limits per driver, coverage, density."""

    limits: dict[str, tuple[float | None, float | None]]
    coverage: float
    density: float
    support: int


class Driver(Record):
    """How much of the variance of the outcome one parameter or variant explains (first-order index)."""

    name: str
    index: float


class Evidence(Record):
    """Grade A-D by the written rule of docs/verdicts.md, with the scores that it rests on; scored: whether any is
    held."""

    grade: Literal["A", "B", "C", "D"]
    because: str
    scored: bool = True


class Settled(Record):
    """What the tables say. since: published after the cut-off, so that the answer of the day did not know it; address:
    where the figure was read;
    variable: of the facts, that holds it."""

    word: Literal["true", "false", "too close to call"]
    figure: str
    grade: str
    source: str
    published: str
    since: bool = False
    address: str = ""
    variable: str = ""


class Resolution(Record):
    """By which rule the claim resolves, when, and how it stands so far where nothing is settled."""

    rule: str
    date: str | None
    so_far: str | None = None


class Otherwise(Record):
    """The question asked otherwise: another definition, route or year; `usual`: as usual a reading as the one asked."""

    words: str
    probability: float
    usual: bool = False


class Basis(Record):
    """A figure behind an open answer: of what, its value and period, where and when it was published, days old at the
    cut-off.

    usual: days after which a newer one is usually out, None where no calendar says; own: of the quantity that is asked
    about; of: how many parties it is the range of; address: where it was read."""

    words: str
    figure: str
    period: str
    publication: str
    published: str
    age: int | None = None
    usual: int | None = None
    own: bool = False
    of: int = 1
    address: str = ""


class Then(Record):
    """The answer of the day on which it was said, beside the newest: what was known then, among how many futures."""

    as_of: str
    state: State
    word: str
    settled: Settled | None = None
    probability: float | None = None
    interval: tuple[float, float] | None = None
    sampling_error: float | None = None
    likelihood: str | None = None
    effect: float | None = None
    effect_interval: tuple[float, float] | None = None
    effect_unit: str | None = None
    effect_words: str | None = None
    evidence: Evidence | None = None
    futures: int | None = None
    because: str = ""


class Verdict(Record):
    """The answer to one question, shared by all statements that ask it."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    statements: list[str]
    """Identifiers of all statements that ask it."""
    said: str | None = None
    """The day of the words, where one is known."""
    as_of: str
    """The cut-off: figures published up to this day are used."""
    question: str
    """The question in its canonical text."""
    form: dict[str, Any]
    """The same as JSON, by the schema of questions."""
    asks: Asks
    """What the words claim: that it comes about, that it may, that it is so."""
    claim: str
    """The claim in plain words."""
    asked: str
    """The question in plain words."""
    state: State
    """Whether a table or an outcome settles it, a likelihood answers it, or neither."""
    word: str
    """True, false or too close to call; a likelihood word; or not answered."""
    settled: Settled | None = None
    """What settles it; `since`: published after the cut-off."""
    then: Then | None = None
    """The answer as of the day said, beside the newest."""
    horizon: int | None = None
    """Year by which it is asked."""
    probability: float | None = None
    """Share of futures in which it comes true, 0 to 1."""
    interval: tuple[float, float] | None = None
    """5-95% over structural variants and parameters, never narrower than the sampling error."""
    sampling_error: float | None = None
    """Standard error from the number of futures."""
    likelihood: str | None = None
    """The likelihood word with its number, no finer than the record of such answers allows."""
    among: int | None = None
    """Futures that the share is one of, where not all of them."""
    base_rate: BaseRate | None = None
    """How often the very same thing happened before."""
    effect: float | None = None
    """Paired difference between the worlds with and without the cause."""
    effect_interval: tuple[float, float] | None = None
    """Its 5-95%."""
    effect_unit: str | None = None
    """Unit of the effect."""
    effect_words: str | None = None
    """The effect in words."""
    conditions: list[Condition] | None = None
    """Boxes of the space of assumptions in which it would come true."""
    drivers: list[Driver] | None = None
    """Assumptions that move it most."""
    by_variant: dict[str, dict[str, float]] | None = None
    """Probability by option of each structural axis."""
    otherwise: list[Otherwise] = []
    """The same by another definition, route or year."""
    evidence: Evidence | None = None
    """Grade and why; whether the laws behind it were scored."""
    track: str = ""
    """How answers of this kind with such a chance have come out, from the ledger."""
    resolution: Resolution
    """The rule, the date, and how it stands where nothing is settled."""
    defaults: list[str] = []
    """What was put in where the words leave it open."""
    because: str = ""
    """How the answer comes about, in words."""
    record: str = ""
    """What the tables say beside an answer, in words."""
    differs: str = ""
    """Where other figures are held for the same party and period: those figures, and why they differ."""
    caveat: str = ""
    """That the sign of an effect is that of a prior, where it is."""
    basis: list[Basis] = []
    """Figures behind an open answer: what the quantity asked about stood at, then the newest inputs; value, period, day, age, address."""
    ages: str = ""
    """How old the figures are that the laws behind the answer start from, at the cut-off."""
    warnings: list[str] = []
    """What to know before quoting it."""
