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
    """Grade A-D by the written rule of docs/verdicts.md, with the scores that it rests on; scored: whether any is held."""

    grade: Literal["A", "B", "C", "D"]
    because: str
    scored: bool = True


class Settled(Record):
    """What the tables say. since: published after the cut-off, so that the answer of the day did not know it; address: where the figure was read."""

    word: Literal["true", "false", "too close to call"]
    figure: str
    grade: str
    source: str
    published: str
    since: bool = False
    address: str = ""


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
    """A figure behind an open answer: of what, its value and period, where and when it was published, days old at the cut-off.

    usual: days after which a newer one is usually out, None where no calendar says; own: of the quantity that is asked about; of: how many parties it is the range of; address: where it was read."""

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
    """The answer to one question, shared by all statements that ask it.

    as_of: the cut-off, up to which figures are known; said: the day of the words, where one is known; then: the answer as of that
    day, where it lies before the cut-off and both were asked for.

    question: canonical text; form: the same as JSON; claim: the claim in plain words; asked: the question in words.
    state: settled by a table or an outcome, open (a likelihood), or not answered (with `because`); word: true, false, too close to
    call; a likelihood word; or "not answered". track: how answers of this kind with such a chance have come out.
    record: what the tables say beside an answer; caveat: where a prior decides an effect's sign; basis: figures behind an open answer.
    """

    statements: list[str]
    said: str | None = None
    as_of: str
    question: str
    form: dict[str, Any]
    asks: Asks
    claim: str
    asked: str
    state: State
    word: str
    settled: Settled | None = None
    then: Then | None = None
    horizon: int | None = None
    probability: float | None = None
    interval: tuple[float, float] | None = None
    sampling_error: float | None = None
    likelihood: str | None = None
    among: int | None = None
    base_rate: BaseRate | None = None
    effect: float | None = None
    effect_interval: tuple[float, float] | None = None
    effect_unit: str | None = None
    effect_words: str | None = None
    conditions: list[Condition] | None = None
    drivers: list[Driver] | None = None
    by_variant: dict[str, dict[str, float]] | None = None
    otherwise: list[Otherwise] = []
    evidence: Evidence | None = None
    track: str = ""
    resolution: Resolution
    defaults: list[str] = []
    because: str = ""
    record: str = ""
    caveat: str = ""
    basis: list[Basis] = []
    ages: str = ""
    warnings: list[str] = []
