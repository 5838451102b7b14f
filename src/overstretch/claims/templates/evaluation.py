"""An evaluation of the pledge ("game-changer"), measured as the difference that the pledge makes to spending."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Measure, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, mean_rise
from overstretch.engine.plan import World

GREAT = 1.0  # % of GDP: the least difference that counts as a change of the game [J]


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    return {"least": GREAT, "year": horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, cutoff.horizon), 2035)}


def _great(high: xr.Dataset, low: xr.Dataset, slots: Slots) -> np.ndarray:
    return (mean_rise(high, low, slots) >= float(slots["least"] or 0)).astype(float)


TEMPLATE = Template(
    name="evaluation",
    description="The pledge is called a game-changer: measured as the difference it makes to the allies' spending",
    patterns=(
        Pattern(
            all="EVALUATION",
            any="PLEDGE NATO_SPENDING_UP NATO_SPENDING NATO",
            none="RUS_SPENDING END_ALLIANCE",
            weight=2,
        ),
    ),
    slots=(
        Slot("least", "the least difference that counts, % of GDP", GREAT),
        Slot("year", "the spending of this year is compared", 2035),
    ),
    fill=_fill,
    question=lambda s: (
        "Does the pledge raise the mean core and related share of European NATO and Canada in "
        f"{s['year']} by at least {s['least']:g}% of GDP, against a burden held at that of "
        f"{worlds.NATO_BURDEN_HELD}?"
    ),
    outcome=None,
    pair=_great,
    measure=Measure("% of GDP", mean_rise),
    worlds=lambda s: (World(), worlds.world("hold_burden", worlds.NATO_BURDEN_HELD)),
    asks={k: "likely" for k in ("will", "plan", "should", "could", "may", "is", "has")},
    rule=lambda s: (
        f"the rise in the mean share of European NATO and Canada from {worlds.NATO_BURDEN_HELD} to "
        f"{s['year']} as NATO prints it, at least {s['least']:g}% of GDP; what would have happened "
        "without the pledge is not observed"
    ),
    variables=("core_share", "related_share"),
    evidence=("pledge",),
)
