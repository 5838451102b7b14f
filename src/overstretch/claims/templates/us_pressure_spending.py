"""Pressure from the United States, or its withdrawal, moves what the allies spend."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Measure, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, mean_rise
from overstretch.engine.plan import World

LEAST = 0.1  # % of GDP [J]


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    down = frame.spending("NATO", frame.effect)
    return {
        "move": "withdrawal" if frame.has("DRAWDOWN") else "pressure",
        "direction": "down" if down and down.direction == "down" else "up",
        "year": horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, cutoff.horizon), 2030),
    }


def _worlds(slots: Slots) -> tuple[World, World]:
    if slots["move"] == "withdrawal":
        return worlds.world("us_withdraws", 2027), World()
    return World(), worlds.world("no_us_pressure")


def _moved(high: xr.Dataset, low: xr.Dataset, slots: Slots) -> np.ndarray:
    difference = mean_rise(high, low, slots)
    return ((difference >= LEAST) if slots["direction"] == "up" else (difference <= -LEAST)).astype(float)


TEMPLATE = Template(
    name="us_pressure_spending",
    description="Pressure from the United States, or its withdrawal, moves what the allies spend",
    patterns=(
        Pattern(
            all="USA PRESSURE",
            any="NATO_SPENDING NATO_SPENDING_UP NATO_SPENDING_DOWN PLEDGE",
            none="END_ALLIANCE MISS MODALITY_PLAN",
            weight=2,
        ),
        Pattern(
            cause="PRESSURE DRAWDOWN", effect="NATO_SPENDING_UP NATO_SPENDING_DOWN NATO_SPENDING", any="USA", weight=3
        ),
        Pattern(all="USA DRAWDOWN NATO_SPENDING_UP", none="END_ALLIANCE MISS", weight=1),
    ),
    slots=(
        Slot("move", "pressure or withdrawal", "pressure", ("pressure", "withdrawal")),
        Slot("direction", "which way it is said to move spending", "up", ("up", "down")),
        Slot("year", "the spending of this year is compared", 2030),
    ),
    fill=_fill,
    question=lambda s: (
        f"Does {'a US withdrawal from 2027' if s['move'] == 'withdrawal' else 'pressure from the United States'} "
        f"{'raise' if s['direction'] == 'up' else 'lower'} the mean core and related share of "
        f"European NATO and Canada in {s['year']} by at least {LEAST:g}% of GDP?"
    ),
    outcome=None,
    pair=_moved,
    measure=Measure("% of GDP", mean_rise),
    worlds=_worlds,
    rule=lambda s: (
        "a difference between worlds that no one can observe; the paired futures with and without "
        "the US move decide, scored by evidence on past pressure"
    ),
    variables=("core_share", "related_share"),
    evidence=("us_pressure",),
)
