"""A remark shifts spending, or perceptions."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Measure, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, mean_rise
from overstretch.engine.plan import World

_WEAKENS = ("discourag", "dampen", "cool", "deter", "lull", "soften")
_STRENGTHENS = (
    "spur",
    "drive",
    "drove",
    "boost",
    "rais",
    "increas",
    "lift",
    "scar",
    "frighten",
    "stok",
    "fuel",
    "do",
    "push",
)
LEAST = 0.05  # % of GDP [J]


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    direction = next((s.direction for s in frame.spendings if s.direction in ("up", "down")), None)
    weaker = any(m.text.lower().startswith(_WEAKENS) for m in frame.mentions("SHAPE"))
    if not weaker and direction is None:
        direction = "up" if any(m.text.lower().startswith(_STRENGTHENS) for m in frame.mentions("SHAPE")) else None
    return {
        "direction": "down" if weaker else direction or "any",
        "year": horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, cutoff.horizon), 2030),
    }


def _moved(high: xr.Dataset, low: xr.Dataset, slots: Slots) -> np.ndarray:
    difference = mean_rise(high, low, slots)
    moved = {"up": difference >= LEAST, "down": difference <= -LEAST, "any": np.abs(difference) >= LEAST}
    return moved[str(slots["direction"])].astype(float)


TEMPLATE = Template(
    name="remark_shifts_spending",
    description="A remark shifts what allies spend, or how they see the threat",
    patterns=(
        Pattern(
            all="REMARK SHAPE",
            any="SPENDING NATO_SPENDING PERCEPTION",
            none="END_ALLIANCE END_RULER REVIEW",
            weight=1.5,
        ),
        Pattern(all="PERCEPTION SHAPE", weight=1),
    ),
    slots=(
        Slot("direction", "which way it is said to move spending", "any", ("up", "down", "any")),
        Slot("year", "the spending of this year is compared", 2030),
    ),
    fill=_fill,
    question=lambda s: (
        "Do the two sides' remarks move the mean core and related share of European NATO and Canada "
        f"in {s['year']} {dict(up='up ', down='down ').get(str(s['direction']), '')}by at least "
        f"{LEAST:g}% of GDP?"
    ),
    outcome=None,
    pair=_moved,
    measure=Measure("% of GDP", mean_rise),
    worlds=lambda s: (World(), worlds.world("no_remarks")),
    rule=lambda s: "no series of remarks and of their effect on budgets is held",
    variables=("core_share", "related_share"),
    evidence=("remarks",),
    unsettled="no series of remarks and of what they move is held",
)
