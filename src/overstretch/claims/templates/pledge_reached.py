"""A spending level is reached: by one ally, by a number of them, by all, in a year."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, history, outcomes, quantities, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.record import BaseRate
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon, name, only_a_cause

PLEDGE_DAY = "2025-06-25"
HIGHEST = 15.0
_OF_PLEDGE = re.compile(
    r"(?:'s)?\s+(?:\w+\s+){0,2}(?:norm|quota|target|goal|pledge|benchmark|guideline|commitment)", re.I
)


def level_of(frame: Frame, cutoff: Cutoff) -> float:
    """The level said, else that of the pledge in force on the day: 5% since the Hague summit, 2% before."""
    said = quantities.share_of_gdp(frame.text)
    if said is None and not frame.has("GROWTH", "INFLATION"):
        said = quantities.percent(frame.text)
    return said if said else 5.0 if cutoff.said.isoformat() >= PLEDGE_DAY else 2.0


def component_of(frame: Frame, level: float) -> str:
    """Core spending, unless the level is the pledge's 5% or the words include related spending."""
    text = frame.text.lower()
    if level == 5.0:
        return "core" if "core" in text and "3.5" not in text and "related" not in text else "total"
    return "total" if "related" in text else "core"


def who_of(frame: Frame) -> tuple[str, int | None]:
    """Who is to reach it: a number of allies, an ally, most, or all."""
    number = quantities.count(frame.text)
    if number and number < 32:
        return "COUNT", number
    if any(word in frame.text.lower() for word in ("most ", "majority", "half of")):
        return "MOST", None
    generic = [m for m in frame.sides if m.kind == "NATO" and not _OF_PLEDGE.match(frame.text[m.end :])]
    speaker = frame.ally() if not generic else None
    ally = frame.allies[0].kind if frame.allies else speaker
    if not ally and not generic and frame.speaker_side is None:
        ally = frame.context_ally
    ally = (
        None if frame.statement.speaker and "NATO" in frame.statement.speaker.canonical and not frame.allies else ally
    )
    return (ally or "ALL"), None


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    level = level_of(frame, cutoff)
    if level > HIGHEST:
        raise Untestable(f"{level:g}% is no level of defence spending as a share of GDP")
    if only_a_cause(frame):
        raise Untestable("it is about what the spending brings about, and names no effect that the model simulates")
    if frame.spendings and all(s.side == "OTHER" for s in frame.spendings):
        raise Untestable("it is about the spending of a party that the model does not simulate")
    who, count = who_of(frame)
    default = 2035 if level > 2 else cutoff.as_of.year
    return {
        "who": who, "count": count, "level": level, "component": component_of(frame, level),
        "year": horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, None), default),
    }  # fmt: skip


def outcome(world: xr.Dataset, slots: Slots) -> np.ndarray:
    """1 where the named allies reach the level in the year."""
    reached = outcomes.reaches(world, int(slots["year"] or 0), float(slots["level"] or 0), str(slots["component"]))
    who = str(slots["who"])
    rows = outcomes.ally_rows(world)
    number = reached[rows].sum(axis=0)
    if who in ("ALL", "MOST", "COUNT"):
        needed = {"ALL": len(rows), "MOST": -(-len(rows) // 2), "COUNT": int(slots.get("count") or 0)}[who]
        return (number >= needed).astype(float)
    actors = list(world["actor"].values.astype(str))
    return reached[actors.index(who)].astype(float)


def _share(world: xr.Dataset, slots: Slots) -> np.ndarray:
    reached = outcomes.reaches(world, int(slots["year"] or 0), float(slots["level"] or 0), str(slots["component"]))
    return reached[outcomes.ally_rows(world)].mean(axis=0)


def _ever(world: xr.Dataset, slots: Slots) -> np.ndarray:
    first, last = int(world["year"].values[0]), int(slots["year"] or 0)
    return np.max([outcome(world, {**slots, "year": year}) for year in range(first, last + 1)], axis=0)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    other: dict[str, Outcome] = {"in any year up to it": _ever}
    if slots["who"] in ("ALL", "MOST", "COUNT"):
        other |= {
            "at least half of the allies": lambda w, s: outcome(w, {**s, "who": "MOST"}),
            "share of the allies that reach it": _share,
            "core part alone (3.5%), all allies": lambda w, s: outcome(
                w, {**s, "who": "ALL", "level": 3.5, "component": "core"}
            ),
            "core part alone (3.5%), share of the allies": lambda w, s: _share(
                w, {**s, "level": 3.5, "component": "core"}
            ),
        }
    return other


def _who(slots: Slots) -> str:
    return f"at least {slots['count']} allies" if slots["who"] == "COUNT" else name(slots["who"])


def _measure(slots: Slots) -> str:
    return "core and related defence spending" if slots["component"] == "total" else "core defence spending"


def _base_rate(past: history.History, slots: Slots) -> BaseRate | None:
    return base_rates.pledge_base_rate(past, str(slots["who"]))


TEMPLATE = Template(
    name="pledge_reached",
    description="A level of defence spending is reached by an ally, a number of allies or all of them, in a year",
    patterns=(
        Pattern(all="PLEDGE REACH", none="SPEAKER_DOUBTS MISS END_ALLIANCE RUS_SPENDING_DOWN", weight=1.5),
        Pattern(
            all="NATO_SPENDING_UP PERCENT SPENDS",
            none="SPEAKER_DOUBTS MISS END_ALLIANCE NATO_SPENDING_DOWN",
            weight=0.5,
        ),
        Pattern(
            all="NATO_SPENDING PERCENT",
            none="SPEAKER_DOUBTS MISS END_ALLIANCE NATO_SPENDING_DOWN RUS_SPENDING",
            weight=1,
        ),
        Pattern(
            all="NATO_SPENDING_UP FORCE_COMMIT", none="SPEAKER_DOUBTS MISS NATO_SPENDING_DOWN END_ALLIANCE", weight=1
        ),
        Pattern(
            all="REACH PERCENT CONTEXT_SPENDING",
            none="RUS_SPENDING RUS SPEAKER_RUS CONTEXT_RUS DEBT DEFICIT MISS GROWTH INFLATION KEY_RATE RECESSION OIL",
            weight=0.5,
        ),
        Pattern(all="REACH GDP_SHARE", none="RUS_SPENDING DEBT DEFICIT MISS", weight=1),
        Pattern(all="BARE_LEVEL REACH", none="MISS RUS_SPENDING DEBT DEFICIT", weight=0.5),
        Pattern(all="REACH PERCENT MEMBERS", none="MISS RUS_SPENDING DEBT DEFICIT GROWTH", weight=0.5),
    ),
    slots=(
        Slot("who", "an ally's code, ALL, MOST (at least half) or COUNT", "ALL"),
        Slot("count", "the number of allies, for COUNT"),
        Slot("level", "% of GDP", 5.0),
        Slot("component", "core, or total (core and related, at most 1.5 of it counted)", "total", ("core", "total")),
        Slot("year", "in this calendar year", 2035),
    ),
    fill=_fill,
    question=lambda s: f"Does the {_measure(s)} of {_who(s)} stand at {s['level']:g}% of GDP or more in {s['year']}?",
    outcome=outcome,
    alternatives=_alternatives,
    rule=lambda s: (
        f"NATO's printed share (two decimals) of {_measure(s)} for {s['year']}, in the first edition "
        "in which that year is "
        f"no estimate, is at least {s['level']:g}% for {_who(s)} (31 allies; Iceland has no forces)"
        + (
            "; 5% means core of at least 3.5% and core plus at most 1.5% of related spending of at least 5%"
            if s["level"] == 5
            else ""
        )
    ),
    variables=("core_share", "related_share"),
    evidence=("pledge",),
    base_rate=_base_rate,
    resolve=lambda past, s: resolved.share_outcome(past, str(s["who"]), int(s["year"] or 0), float(s["level"] or 0)),
)
