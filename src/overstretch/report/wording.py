"""How figures are printed: one place for percentages, intervals, signs and names, for every table, card and chart."""

from __future__ import annotations

import calendar
import math
import re
from datetime import date
from typing import NamedTuple

from overstretch.claims.record import Settled, Then, Verdict
from overstretch.claims.told.wording import SCALE, bare, chance, coarse, spread, word
from overstretch.facts.differences import reason
from overstretch.questions.say.figures import MINUS

MISSING = "–"


class Mark(NamedTuple):
    """How an answer's word is shown: a sign that survives a black-and-white print, and a name for the style sheet."""

    sign: str
    style: str


SETTLED_MARKS: dict[str, Mark] = {
    "true": Mark("✓", "true"),
    "false": Mark("✕", "false"),
    "too close to call": Mark("≈", "close"),
}
UNANSWERED = Mark("–", "unanswered")
# The fuller the disc, the likelier; the word and the number stand beside it.
LIKELIHOOD_SIGNS: dict[str, str] = {
    "virtually certain": "●",
    "extremely likely": "●",
    "very likely": "●",
    "likely": "◕",
    "about as likely as not": "◑",
    "unlikely": "◔",
    "very unlikely": "○",
    "extremely unlikely": "○",
    "exceptionally unlikely": "○",
}
SETTLED_WHEN: dict[str, str] = {
    "true": "the published figure of the moment asked fits the claim",
    "false": "it does not",
    "too close to call": "a usual revision of an estimate would turn it, until the final figure is out",
}
# How a figure's grade is said after the word that it settles: "True by an estimate".
BY_GRADE: dict[str, str] = {"final": "by the final figure", "an estimate": "by an estimate", "a plan": "by a plan"}

UNITS: dict[str, str] = {
    "1": "index",
    "sd": "standard deviations",
    "trn RUB": "trillion roubles",
    "trn RUB at 2025 prices": "trillion roubles at 2025 prices",
    "bn 2021 USD": "billion US dollars of 2021",
    "bn 2021 USD, military PPP": "billion US dollars of 2021, military purchasing power",
    "1 = February 2022": "February 2022 = 1",
    "USD a barrel": "US dollars a barrel",
}

GRADES: dict[str, str] = {
    "A": "scored out of sample: better than the best naive baseline wherever there are 30 cases or more",
    "B": "scored out of sample: better than the best naive baseline at least once, worse never",
    "C": "neither better nor worse than the naive baselines, or too few cases to say",
    "D": "worse than a naive baseline, or not tested at all (the card says which): it rests on judgement",
}


def mark(verdict: Verdict) -> Mark:
    """The sign and the style of an answer."""
    if verdict.state == "settled":
        return SETTLED_MARKS[verdict.word]
    return Mark(LIKELIHOOD_SIGNS[verdict.word], "open") if verdict.state == "open" else UNANSWERED


def fine(verdict: Verdict | Then) -> bool:
    """Whether the record of such answers allows a number in hundredths."""
    return verdict.evidence is None or verdict.evidence.scored


def odds(probability: float, fine: bool = True) -> str:
    """A probability as a card prints it beside the answer: in percent, or as a plain part where no law behind it was
    ever scored."""
    return percent(probability) if fine else coarse(probability)


def likelihood(verdict: Verdict) -> tuple[str, str, str] | None:
    """The likelihood's word, its number and its interval ('unlikely', '18 in 100', '11 to 40'); None without a
    probability."""
    if verdict.probability is None:
        return None
    exact = fine(verdict)
    return (
        word(verdict.probability, exact),
        chance(verdict.probability, exact),
        spread(verdict.interval) if exact else "",
    )


def scale() -> list[tuple[str, str]]:
    """Each likelihood word with the probabilities that it stands for, highest first."""
    tops = [1.0, *(least for least, _ in SCALE[:-1])]
    return [(name, f"{_limit(least)} to {_limit(top)} in 100") for (least, name), top in zip(SCALE, tops, strict=True)]


def _limit(probability: float) -> str:
    return f"{round(100 * probability)}"


def likelihood_text(probability: float, fine: bool = True) -> str:
    """'unlikely, 18 in 100': a likelihood word never stands without its number."""
    return f"{word(probability, fine)}, {chance(probability, fine)}"


def limits(interval: tuple[float, float]) -> str:
    """An interval in hundredths, one number where both ends print alike: '5 to 45', 'under 1'."""
    low, high = map(bare, interval)
    return low if low == high else f"{low} to {high}"


def settled_by(settled: Settled) -> str:
    """By what an answer is settled: 'by an estimate that the party itself reports'."""
    grade, _, own = settled.grade.partition(", reported by")
    said = BY_GRADE.get(grade, f"by {grade}") if settled.figure.lstrip(MINUS)[:1].isdigit() else "by the record"
    return f"{said} that the party itself reports" if own else said


def revised(then: Settled, now: Settled | None) -> str:
    """Why the figure known on the day is another than the newest; empty where they are alike or no reason is held."""
    return reason(then.variable, now.variable) if now is not None and then.figure != now.figure else ""


def percent(probability: float | None) -> str:
    """A probability (0-1) as a percentage: one decimal below 10% and above 99%, never a bare 0 or 100."""
    if probability is None or math.isnan(probability):
        return MISSING
    if not -1e-12 <= probability <= 1 + 1e-12:
        raise ValueError(f"a probability lies in 0-1, not {probability!r}")
    figure = 100 * probability
    if figure < 0.1:
        return "<0.1%"
    if figure > 99.9:
        return ">99.9%"
    if round(figure, 1) < 10 or figure > 99:
        return f"{figure:.1f}%"
    return f"{figure:.0f}%"


def points(difference: float | None) -> str:
    """A difference of probabilities (-1 to 1) in percentage points, with its sign."""
    if difference is None or math.isnan(difference):
        return MISSING
    return f"{signed(100 * difference)} points"


def signed(value: float) -> str:
    """A number with its sign and a true minus: one decimal, two below a tenth, 'about 0' below a two-hundredth."""
    if 0 < abs(value) < 0.005:
        return "about 0"
    text = f"{value:+.2f}" if 0 < abs(value) < 0.095 else f"{value:+.1f}"
    return "0.0" if value == 0 else text.replace("-", MINUS)


def number(value: float | None, digits: int = 2) -> str:
    """A plain number with up to `digits` decimals and a true minus; large numbers grouped."""
    if value is None or math.isnan(value):
        return MISSING
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    text = f"{value:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def significant(value: float) -> str:
    """A plain number with three significant digits: for parameters, whose sizes differ by orders of magnitude."""
    if value == 0 or math.isinf(value):
        return number(value)
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return number(value, min(digits, 8))


def long_date(iso: str | None) -> str | None:
    """'2025-07-03' as '3 July 2025'; other granularities ('2025-07', '2029') are returned as they are."""
    if iso is None:
        return None
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def when(period: str) -> str:
    """A period in a sentence: 'in 2026', 'on 20 August 2026', 'in July 2026', 'in the first quarter of 2026'."""
    if day := re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        return f"on {long_date(day[0])}"
    if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", period):
        return f"in {calendar.month_name[int(month[2])]} {month[1]}"
    if quarter := re.fullmatch(r"(\d{4})-?Q([1-4])", period):
        return f"in the {('first', 'second', 'third', 'fourth')[int(quarter[2]) - 1]} quarter of {quarter[1]}"
    return f"in {period}"


def count(quantity: int, singular: str, plural: str | None = None) -> str:
    """'1 statement', '12 statements', '10,240 futures'."""
    return f"{quantity:,} {singular if quantity == 1 else plural or singular + 's'}"
