"""Russia holds its military ambitions within its economy, quarter by quarter."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, record_at_cutoff, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon

ROOM, KEPT = 0.10, 0.90  # [J]: room left in the measured instruments; share of the first year's burden still carried


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    text = frame.text.lower()
    unsound = (
        "unsustainab" in text
        or "beyond its means" in text
        or "beyond their means" in text
        or (frame.statement.force == "warn" and frame.has("SUSTAIN"))
    )
    slots: dict[str, Any] = {"year": horizon(cutoff, cutoff.as_of.year + 3)}
    if unsound:
        slots["negated"] = not frame.negative
    return slots


def _held(world: xr.Dataset, slots: Slots, legs: tuple[str, ...] = ("ambition", "growth", "room")) -> np.ndarray:
    """Which quarters hold, [quarter, future] of bool."""
    first, year = int(world["year"].values[0]), int(slots["year"] or 0)
    mask = outcomes.quarter_mask(world, first, year + 1)
    row = list(world["actor"].values.astype(str)).index("RUS")
    burden = world["core_share"].values[row]
    of_quarter = np.array([int(q[:4]) for q in world["quarter"].values.astype(str)])[mask] - first
    held = {
        "ambition": (burden >= KEPT * burden[0])[of_quarter],
        "growth": (world["growth"].values[row] >= 0)[of_quarter],
        "room": world["rus_tools_left_measured"].values[mask] >= ROOM,
    }
    return np.logical_and.reduce([held[leg] for leg in legs])


def _every(world: xr.Dataset, slots: Slots) -> np.ndarray:
    return _held(world, slots).all(axis=0).astype(float)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {
        "share of the quarters in which all three hold": lambda w, s: _held(w, s).mean(axis=0),
        f"military burden kept at {KEPT:.0%} of the first year's or more, every quarter": lambda w, s: (
            _held(w, s, ("ambition",)).all(axis=0).astype(float)
        ),
        "no calendar year's output falls": lambda w, s: _held(w, s, ("growth",)).all(axis=0).astype(float),
        "room left in the measured instruments, every quarter": lambda w, s: (
            _held(w, s, ("room",)).all(axis=0).astype(float)
        ),
    }


TEMPLATE = Template(
    name="ambitions_within_means",
    description="Russia holds its military ambitions within its economy, quarter by quarter",
    patterns=(
        Pattern(all="AMBITION MEANS", any="RUS SPEAKER_RUS", weight=1.5),
        Pattern(all="SUSTAIN WAR_ECONOMY", none="LIMIT TOOLS", weight=1.5),
        Pattern(all="SUSTAIN RUS_SPENDING", none="LIMIT TOOLS", weight=1),
        Pattern(all="SUSTAIN AMBITION", any="RUS", weight=1),
    ),
    slots=(Slot("year", "in every quarter to the end of this year", None),),
    fill=_fill,
    question=lambda s: (
        f"In every quarter to the end of {s['year']}, does Russia keep its military burden at "
        f"{KEPT:.0%} of the first year's or more, while no calendar year's output falls and at "
        f"least {ROOM:.0%} of the room in its measured instruments is left?"
    ),
    outcome=_every,
    alternatives=_alternatives,
    rule=lambda s: (
        f"quarter by quarter to the end of {s['year']}, from published military spending, Rosstat's "
        "yearly growth, the liquid fund and inflation: all three conditions of the "
        "question hold"
    ),
    variables=("core_share", "growth", "rus_tools_left_measured"),
    evidence=("wealth_fund", "russia_growth", "russia_inflation", "russian_budget"),
    facts=lambda past, s: record_at_cutoff.latest_words(past, "fund"),
    resolve=lambda past, s: resolved.growth_years_outcome(past, int(s["year"] or 0)),
)
