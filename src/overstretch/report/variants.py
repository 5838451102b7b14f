"""By structural variant: which axes are drawn, and which make little or no difference."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from overstretch.questions import labels
from overstretch.report import wording

POINT, FIFTH = 0.01, 0.2  # differences between options below both are not drawn
SURE = 2.0  # nor such as sampling alone would give: standard errors of the difference
ENDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


@dataclass(frozen=True)
class Variants:
    """apart: the axes whose options differ, with their probabilities; alike: the others in words; top: the end of the
    common scale."""

    apart: tuple[tuple[str, Mapping[str, float]], ...]
    alike: str
    top: float


def variants(axes: Mapping[str, Mapping[str, float]], sampling_error: float | None, fine: bool) -> Variants:
    """The axes of an answer; sampling_error: of the whole probability, over all futures."""
    differing = {axis: _differs(options, sampling_error or 0.0, fine) for axis, options in axes.items()}
    apart = tuple((axis, options) for axis, options in axes.items() if differing[axis])
    alike = ", ".join(labels.factor(axis) for axis in axes if not differing[axis])
    highest = max((p for _, options in apart for p in options.values()), default=1.0)
    return Variants(apart, alike, next(end for end in ENDS if highest <= end or end == 1.0))


def _differs(options: Mapping[str, float], sampling_error: float, fine: bool) -> bool:
    """Whether the options differ by what counts, a point or a fifth of their mean, by more than chance, and as
    printed."""
    least, most = min(options.values()), max(options.values())
    enough = min(POINT, FIFTH * sum(options.values()) / len(options))
    by_chance = SURE * sampling_error * math.sqrt(2 * len(options))  # an option holds one in so many futures
    return most - least >= max(enough, by_chance) and wording.odds(least, fine) != wording.odds(most, fine)
