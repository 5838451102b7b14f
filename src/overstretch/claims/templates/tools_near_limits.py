"""The tools and buffers that carry Russia's war economy come near their limits, or run out."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, record_at_cutoff, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.lexicon import find, plain
from overstretch.claims.polarity import follows_conjunction
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon

_GONE = (
    "run out", "ran out", "running out", "exhaust", "dry", "empt", "no money", "deplet", "used up", "gone", "wiped out", "spent", "bare",
    "eaten", "burn", "vanish", "evaporat",
)  # fmt: skip
NEAR, GONE = 0.25, 0.10  # [J]: a quarter of the room left is near the limit, a tenth is as good as exhausted
MEASURED = ("rus_room_fund", "rus_room_inflation")
EVERY = (*MEASURED, "rus_room_labour", "rus_room_borrowing", "rus_room_imports")
WHICH = {
    "any": "at least one measured instrument (liquid fund, inflation headroom)",
    "measured": "the measured instruments on average (liquid fund, inflation headroom)",
    "two": "at least two of the five instruments (fund, inflation, labour; borrowing and imports are judged)",
    "all": "the five instruments on average (two of them judged, not measured)",
    "fund": "the liquid part of the National Wealth Fund",
}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    owner = next((m for m in [*frame.sides, *frame.allies] if m.kind != "RUS"), None)
    russian = frame.facets & {"RUS", "SPEAKER_RUS", "CONTEXT_RUS", "WAR_ECONOMY", "FUND_RUS"} or (
        find(plain(frame.context.before[-1500:]), "concepts", ("FUND_RUS",))
    )
    if not russian and (owner or not frame.facets & {"STATE_MONEY"}):
        raise Untestable("it does not speak of Russia's buffers or instruments")
    text = frame.text.lower()
    gone = any(word in text for word in _GONE)
    enough = bool(re.search(r"\benough\b", text))
    near = "near" in text or "close to" in text or "approach" in text
    which = "fund" if "fund" in text or "nwf" in text else "any"
    slots: dict[str, Any] = {
        "which": which,
        "room": GONE if gone and not near else NEAR,
        "year": horizon(cutoff, cutoff.as_of.year + 2),
    }
    if enough:
        return slots | {"negated": not frame.negative, "room": GONE}
    limits = frame.mentions("LIMIT")
    later = frame.negative and limits and follows_conjunction(frame.text, limits[-1])
    return slots | {"negated": False} if later else slots


def _below(world: xr.Dataset, which: str, room: float, year: int) -> np.ndarray:
    """1 where the room of the chosen instruments was below the limit in any quarter to the end of the year."""
    if which == "fund" and room <= GONE:
        return outcomes.by_event(world, "event_fund_exhausted", year)
    first = int(world["year"].values[0])
    averages = {"measured": "rus_tools_left_measured", "all": "rus_tools_left", "fund": "rus_room_fund"}
    if which in averages:
        low = outcomes.quarters(world, averages[which], first, year) < room
    else:
        names, least = (MEASURED, 1) if which == "any" else (EVERY, 2)
        low = np.sum([outcomes.quarters(world, name, first, year) < room for name in names], axis=0) >= least
    return np.asarray(low).any(axis=0).astype(float)


def _lower(which: str) -> Outcome:
    return lambda w, s: _below(w, which, float(s["room"] or 0), int(s["year"] or 0))


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    other = {words: _lower(which) for which, words in WHICH.items() if which != slots["which"]}
    return other | {"the liquid fund is exhausted": lambda w, s: _below(w, "fund", GONE, int(s["year"] or 0))}


TEMPLATE = Template(
    name="tools_near_limits",
    description="The tools, buffers or reserves of Russia's war economy come near their limits or run out",
    patterns=(
        Pattern(all="TOOLS LIMIT", none="FORCES_REBUILT NATO_SPENDING_UP", weight=2),
        Pattern(all="LIMIT WAR_ECONOMY", weight=1),
        Pattern(all="LIMIT RUS ECONOMY", weight=0.5),
    ),
    slots=(
        Slot("which", "whose room is counted", "any", tuple(WHICH)),
        Slot("room", "the share of room below which it counts (0.25 near, 0.1 exhausted)", NEAR),
        Slot("year", "by the end of this year", None),
    ),
    fill=_fill,
    question=lambda s: (
        f"By the end of {s['year']}, does the room left in Russia's war economy fall below "
        f"{float(s['room'] or 0):.0%}, counted on {WHICH[str(s['which'])]}?"
    ),
    outcome=lambda w, s: _below(w, str(s["which"]), float(s["room"] or 0), int(s["year"] or 0)),
    alternatives=_alternatives,
    rule=lambda s: (
        f"by 31 December {s['year']} the room left is below {float(s['room'] or 0):.0%} in {WHICH[str(s['which'])]}: the "
        "fund's liquid part over its largest value since October 2022 (Finance Ministry, monthly), the distance of "
        "inflation to the rate at which no headroom is left (Rosstat)"
    ),
    variables=(*EVERY, "rus_tools_left_measured", "rus_tools_left", "event_fund_exhausted"),
    evidence=("wealth_fund", "russia_inflation"),
    facts=lambda past, s: record_at_cutoff.latest_words(past, "fund"),
    resolve=lambda past, s: resolved.later_words(past, "fund"),
)
