"""The tools and buffers that carry Russia's war economy come near their limits, or run out."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, record_at_cutoff
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon

NEAR, GONE = 0.25, 0.10  # [J]: a quarter of the room left is near the limit, a tenth is exhausted
WHICH = {
    "measured": "at least one of the measured instruments (liquid fund, inflation headroom)",
    "two": "at least two of the five instruments (two of the five are judged, not measured)",
    "all": "all five instruments on average",
    "fund": "the liquid part of the National Wealth Fund",
}
# how many of which instruments have to be below the limit in one and the same quarter
NEEDED = {
    "measured": (1, ("fund", "inflation")),
    "two": (2, ("fund", "inflation", "labour", "borrowing", "imports")),
}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    text = frame.text.lower()
    gone = any(
        word in text for word in ("run out", "ran out", "exhaust", "dry", "empt", "no money", "deplet", "used up")
    )
    near = "near" in text or "close to" in text or "approach" in text
    which = "fund" if "fund" in text or "nwf" in text else "measured"
    return {"which": which, "room": GONE if gone and not near else NEAR, "year": horizon(cutoff, cutoff.as_of.year + 2)}


def _below(world: xr.Dataset, which: str, room: float, year: int) -> np.ndarray:
    if which == "fund" and room <= GONE:
        return outcomes.by_event(world, "event_fund_exhausted", year)
    first = int(world["year"].values[0])
    if which in NEEDED:
        tight = sum(outcomes.quarters(world, f"rus_room_{tool}", first, year) < room for tool in NEEDED[which][1])
        return (tight >= NEEDED[which][0]).any(axis=0).astype(float)
    variable = {"fund": "rus_room_fund", "all": "rus_tools_left"}[which]
    return (outcomes.quarters(world, variable, first, year) < room).any(axis=0).astype(float)


def _lower(which: str, room: float, year: int) -> Outcome:
    return lambda w, s: _below(w, which, room, year)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    room, year = float(slots["room"] or 0), int(slots["year"] or 0)
    other: dict[str, Outcome] = {
        words: _lower(which, room, year) for which, words in WHICH.items() if which != slots["which"]
    }
    return other | {"the liquid fund is exhausted": lambda w, s: outcomes.by_event(w, "event_fund_exhausted", year)}


TEMPLATE = Template(
    name="tools_near_limits",
    description="The tools, buffers or reserves of Russia's war economy come near their limits or run out",
    patterns=(
        Pattern(all="TOOLS LIMIT", none="FORCES_REBUILT NATO_SPENDING_UP", weight=2),
        Pattern(all="LIMIT WAR_ECONOMY", weight=1),
        Pattern(all="LIMIT RUS ECONOMY", weight=0.5),
    ),
    slots=(
        Slot("which", "whose room is counted", "measured", tuple(WHICH)),
        Slot("room", "the share of room below which it counts (0.25 near, 0.1 exhausted)", NEAR),
        Slot("year", "by the end of this year", None),
    ),
    fill=_fill,
    question=lambda s: (
        f"By the end of {s['year']}, does the room left in {WHICH[str(s['which'])]} of Russia's war "
        f"economy fall below {float(s['room'] or 0):.0%}?"
    ),
    outcome=lambda w, s: _below(w, str(s["which"]), float(s["room"] or 0), int(s["year"] or 0)),
    alternatives=_alternatives,
    rule=lambda s: (
        f"by 31 December {s['year']}, from the Finance Ministry's monthly notices on the liquid fund "
        "and Rosstat's consumer prices, the room left (1 = none used; liquid fund against its largest "
        "value since October 2022, inflation's distance to its ceiling) has fallen below "
        f"{float(s['room'] or 0):.0%} in {WHICH[str(s['which'])]}"
    ),
    variables=("rus_room_fund", "rus_room_inflation", "rus_tools_left", "event_fund_exhausted"),
    evidence=("war_economy",),
    facts=lambda past, s: record_at_cutoff.latest_words(past, "fund"),
    resolve=lambda past, s: record_at_cutoff.later_words(past, "fund"),
)
