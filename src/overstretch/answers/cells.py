"""Cells of an answer, by the one evaluator: chances with their interval, figures with the futures' 5-95%, paired
differences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overstretch.answers.spec import Measure
from overstretch.claims.bench import Bench
from overstretch.claims.judging import LEAST_INDEX, judged
from overstretch.claims.record import Verdict
from overstretch.claims.told.wording import chance as in_words
from overstretch.claims.told.wording import coarse, spread
from overstretch.claims.typed import asked_as
from overstretch.errors import Unanswerable
from overstretch.questions import catalogue, labels
from overstretch.questions.check import understood
from overstretch.questions.data import Compare, Effect, Question
from overstretch.questions.futures.answer import answered, plain
from overstretch.questions.futures.series import level
from overstretch.questions.say.figures import MINUS
from overstretch.tabular import Band, Column

ENDS = (0.05, 0.95)
POINTS = "points of probability"
MOST_DRIVERS = 3
SCALES = {"RUB": (1e12, "trillion roubles"), "USD": (1e9, "billion US dollars")}  # others: billion of the currency
DECIMALS = {"% of GDP": 2, "%": 1, POINTS: 1, "ratio": 2, "index": 2}


@dataclass
class Found:
    """A cell, what kind of column it belongs to, the question behind it, and why there is none."""

    cell: Band | str | None
    column: Column
    question: Question
    verdict: Verdict | None = None
    reason: str = ""


def question_of(measure: Measure, levers: str = "") -> Question:
    """A measure as a question of the language; a figure is compared with nought, so that it is checked like any other.
    Raises InputError."""
    text = measure.question or f"{measure.figure} >= 0"
    if measure.against is not None:
        inner = measure.question or measure.figure
        text = f"effect({measure.world} against {measure.against}, {inner}) >= 0"
    conditions = [c for c in (measure.given, levers) if c]
    if measure.against is None and measure.world != "base":
        conditions.append(measure.world)
    given = understood(text)
    for condition in conditions:
        text = f"{text}, {condition}" if " given " in text else f"{text} given {condition}"
        given = understood(text)
    return given


def found(measure: Measure, bench: Bench, head: str, levers: str = "") -> Found:
    """The cell of a measure."""
    question = question_of(measure, levers)
    made = _chance if measure.question else _figure
    return made(question, measure, bench, head)


def _chance(question: Question, measure: Measure, bench: Bench, head: str) -> Found:
    verdict = judged(question, asked_as(question, bench.as_of), bench, [], brief=True)
    difference = measure.against is not None
    column = Column(head, POINTS, "band") if difference else Column(head, "chance", "chance")
    if verdict.state == "settled" and verdict.settled is not None:
        return Found(f"{verdict.word}: {verdict.settled.figure}", column, question, verdict, verdict.differs)
    if verdict.state != "open" or verdict.probability is None:
        return Found(None, column, question, verdict, verdict.because)
    if difference:
        if verdict.effect is None or verdict.effect_interval is None:
            return Found(None, column, question, verdict, verdict.because)
        low, high = verdict.effect_interval
        return Found(_band((100 * verdict.effect, 100 * low, 100 * high), POINTS, True), column, question, verdict)
    ends: tuple[float | None, float | None] = verdict.interval or (None, None)
    return Found(Band(verdict.probability, *ends, chance_text(verdict)), column, question, verdict)


def chance_text(verdict: Verdict) -> str:
    """In hundredths, '18 (11 to 40)'; a plain part, 'about one in four', where no law behind it was ever scored."""
    assert verdict.probability is not None
    if verdict.evidence is not None and not verdict.evidence.scored:
        return coarse(verdict.probability)
    limits = spread(verdict.interval)
    number = in_words(verdict.probability).removesuffix(" in 100")
    return f"{number} ({limits})" if limits else number


def _figure(question: Question, measure: Measure, bench: Bench, head: str) -> Found:
    """Median and 5-95% over the futures, of the figure or of its paired difference."""
    column = Column(head, "", "band")
    if lacking := bench.lacking(question):
        return Found(None, column, question, None, lacking)
    if bench.futures is None:
        return Found(None, column, question, None, bench.absent)
    try:
        values, unit, _ = _values(question, bench)
    except Unanswerable as reason:
        return Found(None, column, question, None, str(reason))
    scale, name = SCALES.get(unit, (1e9, f"billion {unit}")) if unit in catalogue.currencies() else (1.0, unit)
    known = values[np.isfinite(values)] / scale
    middle = (float(np.median(known)), *(float(end) for end in np.quantile(known, ENDS)))
    difference = measure.against is not None
    shown = {"% of GDP": "points of GDP", "%": "points"}.get(name, name) if difference else name
    return Found(_band(middle, shown, difference), Column(head, shown, "band"), question)


def _values(question: Question, bench: Bench) -> tuple[np.ndarray, str, np.ndarray | None]:
    """Figures or paired differences per future, their unit, and the futures kept (None: all)."""
    inner, world, _ = plain(question)
    if isinstance(inner, Effect):
        paired = answered(question, bench.worlds)
        assert paired.difference is not None
        return paired.difference, paired.unit, paired.difference_rows
    assert isinstance(inner, Compare)
    values = level(inner.left, bench.worlds.view(world))
    return np.asarray(values, dtype=float), catalogue.unit_of(inner.left), None


def _band(values: tuple[float, ...], unit: str, sign: bool) -> Band:
    digits = DECIMALS.get(unit, 2 if "GDP" in unit else 1)
    digits += sign and max(map(abs, values)) < 10.0 ** (1 - digits)  # small differences keep a figure
    value, low, high = (number(v, digits, sign) for v in values)
    return Band(values[0], values[1], values[2], f"{value} ({low} to {high})")


def number(value: float, digits: int, sign: bool = False) -> str:
    """A figure with a true minus, '0' where it is rounded to nothing, and a plus for a difference."""
    text = f"{value:+,.{digits}f}" if sign else f"{value:,.{digits}f}"
    return f"{0:.{digits}f}" if float(text.replace(",", "")) == 0 else text.replace("-", MINUS)


def drivers(measure: Measure, bench: Bench, levers: str = "") -> list[tuple[str, float, str]]:
    """The assumptions that move a measure most: words, share of its variance, and whether more of it raises or
    lowers."""
    values, rows = series_of(question_of(measure, levers), bench, measure)
    design = bench.design(len(values), rows)
    made = []
    for place, share in design.strongest(values)[:MOST_DRIVERS]:
        factor = design.factors[place]
        way = "" if factor.options else _way(design.scores(factor.row), values)
        if share >= LEAST_INDEX:
            made.append((labels.factor(factor.name), share, way))
    return made


def _way(scores: np.ndarray, values: np.ndarray) -> str:
    slope = float(scores @ (values - values.mean()))
    return "raises it" if slope > 0 else "lowers it"


def series_of(question: Question, bench: Bench, measure: Measure) -> tuple[np.ndarray, np.ndarray | None]:
    """What is explained, per future: the chance, the figure, or the paired difference; and the futures kept."""
    if measure.figure is not None:
        values, _, rows = _values(question, bench)
        return values, rows
    answer = answered(question, bench.worlds)
    if measure.against is not None and answer.difference is not None:
        return answer.difference, answer.difference_rows
    return answer.p, answer.rows
