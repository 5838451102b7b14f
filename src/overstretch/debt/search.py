"""The least structural primary balance that meets a criterion, by bisection."""

from __future__ import annotations

from collections.abc import Callable

from scipy.optimize import bisect

from overstretch.errors import InputError

LOWEST, HIGHEST = -10.0, 10.0  # % of GDP
TOLERANCE = 1e-4


def required_balance(margin: Callable[[float], float], what: str) -> float:
    """Least target in [−10, 10] (% of GDP) whose margin is at or below zero, to 0.0001; −10 where that already meets
    it.

    `margin` must fall as the target rises. Raises InputError naming `what` where not even 10% of GDP meets it.
    """
    if margin(LOWEST) <= 0:
        return LOWEST
    if margin(HIGHEST) > 0:
        raise InputError(f"{what}: no structural primary balance up to {HIGHEST:g}% of GDP meets it")
    found = bisect(lambda target: 1.0 if margin(target) > 0 else -1.0, LOWEST, HIGHEST, xtol=TOLERANCE / 4)
    return float(found)
