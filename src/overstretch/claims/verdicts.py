"""The one small table from figures to words, the same for every speaker. docs/verdicts.md prints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from overstretch.claims.record import VerdictWord
from overstretch.claims.template import POSSIBLE

POSSIBLE_FROM = 0.05
LIKELY_FROM = 0.66
EVEN = 0.5
SPAN = (1 / 3, 2 / 3)
UNLIKELY_TO = 0.10
RULED_OUT = 0.01
MATERIAL = 0.01  # one percentage point: a smaller effect on a probability is none


@dataclass(frozen=True)
class Figures:
    """What the table may look at. `effect*` point in the direction that the statement claims; None without a contrast.

    `material`: the least effect that counts; `rests_on`: zero-centred priors that set the effect's sign.
    """

    asks: str
    p: float
    low: float
    high: float
    effect: float | None = None
    effect_low: float | None = None
    effect_high: float | None = None
    effect_error: float = 0.0
    material: float = MATERIAL
    rests_on: list[str] = field(default_factory=list)

    @property
    def causal(self) -> bool:
        return self.effect is not None

    @property
    def rises(self) -> bool:
        """The effect's whole interval lies above zero, beyond sampling error."""
        return self.causal and float(self.effect_low or 0) > 0 and float(self.effect or 0) > 2 * self.effect_error

    @property
    def falls(self) -> bool:
        return self.causal and float(self.effect_high or 0) < 0 and float(self.effect or 0) < -2 * self.effect_error

    @property
    def negligible(self) -> bool:
        ends = (abs(float(self.effect_low or 0)), abs(float(self.effect_high or 0)))
        return self.causal and max(ends) < self.material

    @property
    def unclear(self) -> bool:
        """A contrast that does not point the claimed way throughout."""
        return self.causal and not self.rises

    @property
    def possible(self) -> bool:
        return self.asks == POSSIBLE


@dataclass(frozen=True)
class Row:
    """One row: the first that fits gives the word."""

    when: str
    fits: Callable[[Figures], bool]
    word: VerdictWord


TABLE: tuple[Row, ...] = (
    Row(
        "asked for the possible: even the upper end of the probability is below 1%",
        lambda f: f.possible and f.high < RULED_OUT,
        "contradicted",
    ),
    Row(
        "asked for the possible: the upper end of the probability is below 5%",
        lambda f: f.possible and f.high < POSSIBLE_FROM,
        "not supported",
    ),
    Row(
        "asked for the likely: the upper end of the probability is below 10%",
        lambda f: not f.possible and f.high < UNLIKELY_TO,
        "contradicted",
    ),
    Row("the effect is smaller than what counts, either way", lambda f: f.negligible, "not supported"),
    Row("the sign of the effect is set by a prior centred on zero alone", lambda f: bool(f.rests_on), "undecided"),
    Row("the effect's interval lies below zero", lambda f: f.falls, "contradicted"),
    Row(
        "asked for the possible: the probability is below 5%, its upper end not",
        lambda f: f.possible and f.p < POSSIBLE_FROM,
        "not supported",
    ),
    Row(
        "asked for the likely: the interval reaches from below 1/3 to above 2/3",
        lambda f: not f.possible and f.low < SPAN[0] and f.high > SPAN[1],
        "undecided",
    ),
    Row("asked for the likely: the probability is below 50%", lambda f: not f.possible and f.p < EVEN, "not supported"),
    Row("the effect's interval holds zero", lambda f: f.unclear, "undecided"),
    Row(
        "asked for the possible: the probability is 5% or more, its lower end not",
        lambda f: f.possible and f.low < POSSIBLE_FROM,
        "weak",
    ),
    Row(
        "asked for the likely: the probability is below 66%, or its lower end below 50%",
        lambda f: not f.possible and (f.p < LIKELY_FROM or f.low < EVEN),
        "weak",
    ),
    Row(
        "no row above fits: the figures reach what was asked, and an effect, if one is claimed, lies above zero",
        lambda f: True,
        "supported",
    ),
)
ORDER: tuple[VerdictWord, ...] = ("supported", "weak", "undecided", "not supported", "contradicted", "void")


def decide(figures: Figures, most: str | None = None) -> tuple[VerdictWord, str]:
    """The word and the row that gave it; `most` caps it ('undecided': neither supported nor weak)."""
    row = next(r for r in TABLE if r.fits(figures))
    if most and ORDER.index(row.word) < ORDER.index(most):  # type: ignore[arg-type]
        return most, f"at most {most}: {row.when}"  # type: ignore[return-value]
    return row.word, row.when
