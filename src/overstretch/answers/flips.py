"""Which assumption flips an answer: the chance at both ends of the strongest one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overstretch.answers.cells import question_of, series_of
from overstretch.answers.spec import Measure
from overstretch.claims.bench import Bench
from overstretch.claims.judging import LEAST_INDEX
from overstretch.claims.told.wording import chance
from overstretch.questions import labels

END_BINS = 2  # of 16: an eighth of the futures at each end
LEAST_IN_END = 30


@dataclass(frozen=True)
class Flip:
    """The strongest assumption in words, the chance at its lower and upper end (of options the least and the largest),
    and their texts."""

    name: str
    low: float
    high: float
    low_text: str
    high_text: str

    @property
    def flips(self) -> bool:
        return min(self.low, self.high) < 0.5 < max(self.low, self.high)


def strongest(measure: Measure, bench: Bench, levers: str = "") -> Flip | None:
    """The assumption whose share of the variance is largest; None where none stands out of noise."""
    values, rows = series_of(question_of(measure, levers), bench, measure)
    design = bench.design(len(values), rows)
    ranked = [(place, share) for place, share in design.strongest(values) if share >= LEAST_INDEX]
    if not ranked:
        return None
    place = ranked[0][0]
    factor, codes = design.factors[place], design.codes(place)
    if factor.options:
        means = {
            k: float(values[codes == k].mean())
            for k in range(len(factor.options))
            if (codes == k).sum() >= LEAST_IN_END
        }
        least, most = min(means, key=means.__getitem__), max(means, key=means.__getitem__)
        texts = [f"{chance(means[k])}: {labels.option(factor.options[k])}" for k in (least, most)]
        return Flip(labels.factor(factor.name), means[least], means[most], *texts)
    bins = design.groups(place)
    low, high = (_mean(values, codes, side) for side in (range(END_BINS), range(bins - END_BINS, bins)))
    return Flip(labels.factor(factor.name), low, high, chance(low), chance(high))


def _mean(values: np.ndarray, codes: np.ndarray, side: range) -> float:
    return float(values[np.isin(codes, list(side))].mean())
