"""The two sides' economic strain compared, or both found strained."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, name

STRAINED = 1.0  # standard deviations above the history at the cut-off [J]


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    both = bool(
        re.search(
            r"\b(?:both|each|either|the two|all)\s+(?:sides?|camps?|blocs?|economies|parties|rivals)", frame.text, re.I
        )
    )
    subject = next((m.kind for m in frame.sides if m.kind in ("NATO", "RUS")), "RUS")
    less = any(
        m.text.lower().startswith(("less", "longer", "better", "outlast", "outspend"))
        for m in frame.mentions("COMPARE")
    )
    other = "NATO" if subject == "RUS" else "RUS"
    return {"more": "both" if both else other if less else subject, "year": horizon(cutoff, cutoff.as_of.year + 5)}


def _paths(world: xr.Dataset, slots: Slots) -> tuple[np.ndarray, np.ndarray]:
    first, year = int(world["year"].values[0]), int(slots["year"] or 0)
    rus, nato = (outcomes.quarters(world, f"{side}_strain", first, year).mean(axis=0) for side in ("rus", "nato"))
    return rus, nato


def _compared(world: xr.Dataset, slots: Slots, more: str | None = None) -> np.ndarray:
    rus, nato = _paths(world, slots)
    wanted = more or str(slots["more"])
    if wanted == "both":
        return ((rus >= STRAINED) & (nato >= STRAINED)).astype(float)
    return ((rus > nato) if wanted == "RUS" else (nato > rus)).astype(float)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {
        "Russia strained by a standard deviation or more": lambda w, s: (_paths(w, s)[0] >= STRAINED).astype(float),
        "the allies strained by a standard deviation or more": lambda w, s: (_paths(w, s)[1] >= STRAINED).astype(float),
        "Russia's strain above the allies'": lambda w, s: _compared(w, s, "RUS"),
    }


TEMPLATE = Template(
    name="strain_compared",
    description="The economic strain of the two sides is compared, or both are found strained",
    patterns=(
        Pattern(all="STRAIN COMPARE", any="RUS NATO ARMS_RACE SPENDING", none="END_ALLIANCE END_RULER", weight=2),
        Pattern(all="COMPARE ARMS_RACE", weight=1),
    ),
    slots=(
        Slot("more", "who is said to bear more strain", "RUS", ("RUS", "NATO", "both")),
        Slot("year", "on average over the quarters to the end of this year", None),
    ),
    fill=_fill,
    question=lambda s: (
        (
            f"To the end of {s['year']}, is the economic strain of the defence effort at least "
            f"{STRAINED:g} standard deviation above its history on both sides?"
        )
        if s["more"] == "both"
        else (
            f"To the end of {s['year']}, is the economic strain of the defence effort higher for "
            f"{name(s['more'])} than for the other side, each against its own history?"
        )
    ),
    outcome=_compared,
    alternatives=_alternatives,
    rule=lambda s: (
        "mean strain of each side, standardised on its own history at the cut-off, over the quarters "
        f"to the end of {s['year']}; recomputed from published growth, prices and spending"
    ),
    variables=("rus_strain", "nato_strain"),
    evidence=("strain",),
    unsettled="strain is the model's own index; no published series measures it for both sides",
)
