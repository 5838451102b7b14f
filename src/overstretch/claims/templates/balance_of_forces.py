"""The balance of forces crosses a threshold."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, name

_OTHER = {"RUS": "NATO", "NATO": "RUS"}
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)
_BEHIND = re.compile(r"weak|inferior|insufficient|inadequate|small", re.I)


def _ahead(frame: Frame) -> str:
    """Who is said to be ahead: the side named before the comparison, else "we", else the first side named."""
    compared = frame.mentions("BALANCE")[0]
    named = [m for m in frame.sides if m.kind in _OTHER]
    before = [m.kind for m in named if m.start < compared.start]
    own = frame.speaker_side if _WE.search(frame.text[: compared.start]) else None
    subject = own if own in _OTHER and not before else (before or [m.kind for m in named] or ["RUS"])[0]
    return _OTHER[subject] if _BEHIND.search(compared.text) else subject


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    where = (
        "flank" if any(w in frame.text.lower() for w in ("flank", "baltic", "border", "local", "east")) else "europe"
    )
    return {"ahead": _ahead(frame), "where": where, "threshold": 1.0, "year": horizon(cutoff, cutoff.as_of.year + 5)}


def _ratio(world: xr.Dataset, where: str, year: int) -> np.ndarray:
    """Russia over the allies, [quarter, future]."""
    first = int(world["year"].values[0])
    if where == "flank":
        return outcomes.quarters(world, "flank_ratio", first, year)
    return outcomes.quarters(world, "rus_equipment", first, year) / outcomes.quarters(
        world, "europe_equipment", first, year
    )


def _crossed(world: xr.Dataset, slots: Slots, where: str | None = None) -> np.ndarray:
    ratio = _ratio(world, where or str(slots["where"]), int(slots["year"] or 0))
    threshold = float(slots["threshold"] or 1)
    ahead = ratio >= threshold if slots["ahead"] == "RUS" else 1 / np.maximum(ratio, 1e-9) >= threshold
    return ahead.any(axis=0).astype(float) if slots["ahead"] == "RUS" else ahead.all(axis=0).astype(float)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    other = "europe" if slots["where"] == "flank" else "flank"
    words = {
        "flank": "on the eastern flank, free forces alone",
        "europe": "all equipment, against European NATO and Canada",
    }
    return {words[other]: lambda w, s: _crossed(w, s, other)}


TEMPLATE = Template(
    name="balance_of_forces",
    description="The balance of forces between Russia and the alliance crosses a threshold",
    patterns=(Pattern(all="BALANCE", any="RUS NATO ALLIANCE ALLY", none="NATO_SPENDING_UP", weight=2),),
    slots=(
        Slot("ahead", "who is said to be ahead", "RUS", ("RUS", "NATO")),
        Slot(
            "where",
            "flank: Russian free forces over the allies' on and reinforcing the eastern flank; europe: all equipment",
            "europe",
            ("flank", "europe"),
        ),
        Slot("threshold", "the ratio to reach; 1 is parity", 1.0),
        Slot("year", "by the end of this year", None),
    ),
    fill=_fill,
    question=lambda s: (
        (
            f"By the end of {s['year']}, does {name(s['ahead'])}'s equipment "
            f"{'on the eastern flank ' if s['where'] == 'flank' else ''}reach {s['threshold']:g} times "
            "the other side's in any quarter?"
        )
        if s["ahead"] == "RUS"
        else (
            f"In every quarter to the end of {s['year']}, does the allies' equipment "
            f"{'on the eastern flank ' if s['where'] == 'flank' else ''}stay at {s['threshold']:g} times "
            "Russia's or more?"
        )
    ),
    outcome=_crossed,
    alternatives=_alternatives,
    rule=lambda s: (
        "equipment by perpetual inventory in military purchasing power, updated with published "
        f"spending and counts, to the end of {s['year']}"
    ),
    variables=("flank_ratio", "rus_equipment", "europe_equipment"),
    evidence=("forces",),
)
