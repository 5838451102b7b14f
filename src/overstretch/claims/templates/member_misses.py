"""A member dissents from the target or misses it."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes
from overstretch.claims.frame import Frame
from overstretch.claims.lexicon import find, plain
from overstretch.claims.polarity import negated_before
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, name
from overstretch.claims.templates.pledge_reached import component_of, level_of, outcome

_NOT_MISSED = re.compile(r"not (?:miss|fail|fall short)|no (?:doubt|ally (?:will )?miss)", re.I)


def _who(frame: Frame) -> str:
    if frame.allies:
        return frame.allies[0].kind
    speaker = frame.statement.speaker
    found = find(plain(f"{speaker.mention} {speaker.canonical}"), "allies") if speaker else []
    return found[0].kind if found else "SOME"


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    level = level_of(frame, cutoff)
    default = 2035 if level > 2 else cutoff.as_of.year
    year = horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, None), default)
    missed = frame.mentions("MISS")
    negated = bool(_NOT_MISSED.search(frame.text)) or bool(missed and negated_before(frame.text, missed[0]))
    return {
        "who": _who(frame),
        "level": level,
        "component": component_of(frame, level),
        "year": year,
        "negated": negated,
    }


def _misses(world: xr.Dataset, slots: Slots) -> np.ndarray:
    everyone = {**slots, "who": "ALL"} if slots["who"] == "SOME" else slots
    return 1.0 - outcome(world, everyone)


def _share(world: xr.Dataset, slots: Slots) -> np.ndarray:
    reached = outcomes.reaches(world, int(slots["year"] or 0), float(slots["level"] or 0), str(slots["component"]))
    return 1.0 - reached[outcomes.ally_rows(world)].mean(axis=0)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {
        "share of the allies that miss it": _share,
        "core part alone (3.5%) missed": lambda w, s: _misses(w, {**s, "level": 3.5, "component": "core"}),
        "at least half of the allies miss it": lambda w, s: 1.0 - outcome(w, {**s, "who": "MOST"}),
    }


TEMPLATE = Template(
    name="member_misses",
    description="A member dissents from the spending target, doubts it or misses it",
    patterns=(
        Pattern(all="MISS PLEDGE", none="END_ALLIANCE DRAWDOWN", weight=2),
        Pattern(all="MISS NATO_SPENDING", any="ALLY NATO", none="END_ALLIANCE DRAWDOWN", weight=0.5),
        Pattern(all="BARE_LEVEL MISS", none="END_ALLIANCE DRAWDOWN", weight=1.5),
        Pattern(all="MISS GDP_SHARE", none="RUS_SPENDING END_ALLIANCE DRAWDOWN", weight=1),
        Pattern(
            all="MISS AIM ALLY", any="NATO USA", none="END_ALLIANCE DRAWDOWN RUS_SPENDING GROWTH INFLATION", weight=0.3
        ),
        Pattern(all="REACH PLEDGE SPEAKER_DOUBTS", weight=2),
        Pattern(all="PLEDGE FORCE_DENY", any="ALLY SPEAKER_NATO", none="END_ALLIANCE REVIEW", weight=1),
    ),
    slots=(
        Slot("who", "an ally's code, or SOME (at least one)", "SOME"),
        Slot("level", "% of GDP", 5.0),
        Slot("component", "core or total", "total", ("core", "total")),
        Slot("year", "in this calendar year", 2035),
    ),
    fill=_fill,
    question=lambda s: (
        f"Does {name(s['who'])} stand below {s['level']:g}% of GDP ("
        f"{'core and related' if s['component'] == 'total' else 'core'} "
        f"spending) in {s['year']}?"
    ),
    outcome=_misses,
    alternatives=_alternatives,
    rule=lambda s: (
        (
            f"NATO's printed share (two decimals) for {s['year']}, in the first edition in which that "
            f"year is no estimate, is below {s['level']:g}% for {name(s['who'])}"
        )
        + (
            "; 5% means core of at least 3.5% and core plus at most 1.5% of related spending of at least 5%"
            if s["level"] == 5
            else ""
        )
    ),
    variables=("core_share", "related_share"),
    evidence=("pledge",),
    base_rate=lambda past, s: base_rates.pledge_base_rate(past, str(s["who"]), missed=True),
)
