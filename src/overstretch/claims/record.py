"""The record of a verdict: the fields that other programs may rely on."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

VerdictWord = Literal["supported", "weak", "not supported", "contradicted", "undecided", "void"]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BaseRate(Record):
    """How often such a thing happened before: probability by the horizon, with the count behind it."""

    probability: float
    events: float | None = None
    exposure: float | None = None
    unit: str | None = None
    source: str


class Condition(Record):
    """A box of the parameter space in which the statement would hold: limits per driver, coverage, density."""

    limits: dict[str, tuple[float | None, float | None]]
    coverage: float
    density: float
    support: int


class Driver(Record):
    """How much of the variance of the outcome one parameter or variant explains (first-order index)."""

    name: str
    index: float


class Evidence(Record):
    """Grade A-D by the written rule of docs/verdicts.md, with the scores that it rests on."""

    grade: Literal["A", "B", "C", "D"]
    because: str


class Resolution(Record):
    """How the statement resolves, when, and (where later facts are held) how it did."""

    rule: str
    date: str | None
    outcome: str | None = None


class Verdict(Record):
    """The answer to one proposition, shared by all statements that make it."""

    statements: list[str]
    template: str
    slots: dict[str, Any]
    horizon: int | None
    probability: float | None
    interval: tuple[float, float] | None
    base_rate: BaseRate | None
    effect: float | None
    effect_interval: tuple[float, float] | None
    conditions: list[Condition] | None
    drivers: list[Driver] | None
    evidence: Evidence | None
    verdict: VerdictWord
    resolution: Resolution
    # added to the fields that were promised first
    question: str = ""
    sampling_error: float | None = None
    likelihood: str | None = None
    effect_unit: str | None = None
    alternatives: dict[str, float] | None = None
    by_variant: dict[str, dict[str, float]] | None = None
    because: str = ""
    warnings: list[str] = []
