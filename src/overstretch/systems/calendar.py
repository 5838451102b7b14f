"""Clock of a run and the interpolation of yearly forecasts to quarters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.interpolate import CubicSpline


class Quarter(NamedTuple):
    year: int
    quarter: int

    @property
    def label(self) -> str:
        return f"{self.year}Q{self.quarter}"

    @property
    def start(self) -> float:
        return self.year + (self.quarter - 1) / 4


def first_unpublished(as_of: date, lag_days: int) -> Quarter:
    """The first quarter whose national accounts were unpublished: its end plus the lag lies after the cut-off."""
    ends = pd.period_range(f"{as_of.year - 1}Q1", periods=12, freq="Q")
    for period in ends:
        if period.end_time.date() + timedelta(days=lag_days) > as_of:
            return Quarter(period.year, period.quarter)
    raise AssertionError("a quarter beyond the cut-off always exists")


def to_quarters(years: np.ndarray, totals: np.ndarray, first: Quarter, count: int) -> np.ndarray:
    """Quarterly flows that sum to the yearly totals, [count, A] from `first`.

    years [Y] consecutive; totals [Y, A] positive. The logs are joined by a cubic spline through mid-year and each year
    is then
    scaled to its total: quarters grow smoothly inside a year and sum exactly.
    """
    grid = np.arange(len(years) * 4)
    middle = np.arange(len(years)) * 4 + 1.5
    smooth = np.exp(CubicSpline(middle, np.log(totals), axis=0, bc_type="natural")(grid))
    by_year = smooth.reshape(len(years), 4, -1)
    scaled = by_year * (totals / by_year.sum(1))[:, None]
    offset = (first.year - int(years[0])) * 4 + first.quarter - 1
    return scaled.reshape(-1, totals.shape[1])[offset : offset + count]
