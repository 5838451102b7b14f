"""What is asked of a projection: an adjustment, a stress, a ramp of debt-financed spending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from overstretch.errors import InputError

Stress = Literal["none", "structural", "adverse", "financial"]
STRESSES: tuple[Stress, ...] = ("none", "structural", "adverse", "financial")
PERIODS = (4, 7)
MULTIPLIER = 0.75
PERSISTENCE = 2 / 3  # of the gap that an adjustment opens, inside the adjustment
CLOSING = 3  # years in which it closes afterwards
LOWER_BALANCE = 0.5  # points of GDP
ADVERSE = 0.5  # points of the market rates and of growth
STRESS_RATE, STRESS_SLOPE, STRESS_FROM = 1.0, 0.06, 90.0


@dataclass(frozen=True)
class Ramp:
    """Spending that rises linearly by `points` of GDP from `start` to `end` (both inclusive) and stays, all on debt."""

    points: float
    start: int = 2027
    end: int = 2035

    def __post_init__(self) -> None:
        if not -20 <= self.points <= 20:
            raise InputError(f"a ramp of {self.points:g} points of GDP; accepted: -20 to 20")
        if not self.start <= self.end:
            raise InputError(f"a ramp from {self.start} to {self.end}; the first year must not be after the last")

    def path(self, years: np.ndarray) -> np.ndarray:
        """Extra spending by year, points of GDP."""
        return self.points * np.clip((years - self.start + 1) / (self.end - self.start + 1), 0.0, 1.0)


@dataclass(frozen=True)
class Plan:
    """What policy does. `stress` hits from E+1, E the last year of an adjustment of `years` years from T+1.

    `target`: the structural primary balance (% of GDP, before ageing) at E, in equal steps from the outturn of T;
    ageing
    then moves the balance for ten years. Without a target no policy changes, and ageing costs are met: with `hold`
    "forecast" the balance stays at the forecast's of T+2, with "outturn" at that of T. A `ramp` goes on top of the
    forecast.
    """

    target: float | None = None
    years: int = 4
    stress: Stress = "none"
    multiplier: float = MULTIPLIER
    ramp: Ramp | None = None
    hold: Literal["forecast", "outturn"] = "forecast"

    def __post_init__(self) -> None:
        if self.years not in PERIODS:
            raise InputError(f"an adjustment of {self.years} years; accepted: {' or '.join(map(str, PERIODS))}")
        if self.stress not in STRESSES:
            raise InputError(f"stress {self.stress!r}; accepted: {', '.join(STRESSES)}")
        if not 0 <= self.multiplier <= 3:
            raise InputError(f"a multiplier of {self.multiplier:g}; accepted: 0 to 3")
        if self.hold not in ("forecast", "outturn"):
            raise InputError(f"hold {self.hold!r}; accepted: forecast, outturn")
        if self.ramp is not None and not self.follows_forecast:
            raise InputError("a ramp goes on top of the forecast: give neither a target nor hold='outturn' with it")

    @property
    def follows_forecast(self) -> bool:
        """Whether the balance is the forecast's (and not a path of its own from T+1)."""
        return self.target is None and self.hold == "forecast"

    def end(self, first: int) -> int:
        """E, the last year of the adjustment."""
        return first + self.years
