"""The criteria: debt falls or is low, the deficit stays within 3%. A margin at or below zero means met."""

from __future__ import annotations

import numpy as np

from overstretch.debt.projection import Path

LOW_DEBT = 60.0  # % of GDP
HIGHEST_DEFICIT = 3.0  # % of GDP
YEARS_AFTER = 10
PROBABILITY = 0.7
STOCHASTIC_YEARS = 5


def debt_margin(path: Path, end: int) -> float:
    """Points of GDP that debt is short of falling every year from E to E+10, or of 60% at E+10, whichever is nearer."""
    window = path.ratio[end : end + YEARS_AFTER + 1]
    return min(float(np.diff(window).max()), float(window[-1]) - LOW_DEBT)


def deficit_margin(path: Path, end: int) -> float:
    """Points of GDP by which the largest deficit of E to E+10 lies above 3%."""
    return float((-path.balance[end : end + YEARS_AFTER + 1]).max()) - HIGHEST_DEFICIT
