"""One side's spending is a response to the other's: a paired contrast without reactions, and who moved first."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, record_at_cutoff, worlds
from overstretch.claims.frame import Frame
from overstretch.claims.history import History
from overstretch.claims.lexicon import find, plain
from overstretch.claims.template import Cutoff, Measure, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon, name
from overstretch.engine.plan import World

_REARMS = re.compile(r"\bre-?arm", re.I)
LEAST = 0.1  # % of GDP: a smaller difference is not counted as a response [J]
_OTHER = {"RUS": "NATO", "NATO": "RUS"}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    responses = frame.mentions("RESPONSE")
    moved = [m for m in frame.sides if frame.cause and frame.cause.holds(m) and m.kind in _OTHER]
    after = [m for m in frame.sides if responses and m.start >= responses[0].end and m.kind in _OTHER] or moved
    to = after[0].kind if after else "NATO" if frame.has("PLEDGE") else None
    if to is None:
        raise Untestable("it does not say to whose move it is a response")
    return {
        "who": _OTHER[to],
        "to": to,
        "direction": _direction(frame, _OTHER[to]),
        "year": horizon(cutoff, cutoff.as_of.year + 1),
    }


def _direction(frame: Frame, who: str) -> str:
    """Which way the responder's spending went: in the content, else the last such words above; a pledge is a rise."""
    for item in frame.spendings:
        if item.side == who and item.direction in ("up", "down"):
            return str(item.direction)
    above = plain(frame.context.before[-1500:])
    spendings = find(above, "concepts", ("SPENDING",))
    moves = [
        m for m in find(above, "directions", ("up", "down")) if any(abs(m.start - s.start) < 40 for s in spendings)
    ]
    if moves:
        return moves[-1].kind
    if frame.statement.direction in ("up", "down"):
        return frame.statement.direction
    if who == "NATO" and (frame.has("PLEDGE") or _REARMS.search(frame.text)):
        return "up"
    raise Untestable(f"it does not say which way {name(who)}'s spending went in response")


def _share(world: xr.Dataset, slots: Slots) -> np.ndarray:
    year = int(slots["year"] or 0)
    if slots["who"] == "RUS":
        return outcomes.annual(world, "core_share", year, "RUS")
    rows = outcomes.ally_rows(world, europe=True)
    return np.asarray(world["core_share"].values[rows, outcomes.year_of(world, year)].mean(axis=0), dtype=float)


def _difference(reacting: xr.Dataset, silent: xr.Dataset, slots: Slots) -> np.ndarray:
    n = min(reacting.sizes["future"], silent.sizes["future"])
    return _share(reacting, slots)[:n] - _share(silent, slots)[:n]


def _responds(reacting: xr.Dataset, silent: xr.Dataset, slots: Slots) -> np.ndarray:
    difference = _difference(reacting, silent, slots)
    return ((difference <= -LEAST) if slots["direction"] == "down" else (difference >= LEAST)).astype(float)


def _precedence(past: History, slots: Slots) -> tuple[str, str] | None:
    """A cause comes first: a change that already stood in a plan older than the move it is said to answer."""
    if slots["who"] == "RUS" and slots["direction"] == "down":
        return record_at_cutoff.planned_before_pledge(past)
    return None


TEMPLATE = Template(
    name="response_to",
    description="One side's change of spending is a response to the other side's move",
    patterns=(
        Pattern(
            all="RESPONSE",
            any="PLEDGE NATO_SPENDING NATO_SPENDING_UP RUS_SPENDING RUS_SPENDING_UP ARMS_RACE",
            none="END_ALLIANCE END_RULER",
            weight=2.5,
        ),
        *(
            Pattern(
                cause=side,
                all="AGGRESSION",
                effect=f"{other}_SPENDING",
                none="END_ALLIANCE END_RULER END_REGIME RECESSION REMARK USA DRAWDOWN DEBT DEFICIT",
                weight=2,
            )
            for side, other in (("RUS", "NATO"), ("NATO", "RUS"))
        ),
    ),
    slots=(
        Slot("who", "who responds", "RUS", ("RUS", "NATO")),
        Slot("to", "whose move it is said to answer", "NATO", ("RUS", "NATO")),
        Slot("direction", "which way the response went", None, ("up", "down")),
        Slot("year", "the spending of this year is compared", None),
    ),
    fill=_fill,
    question=lambda s: (
        f"Is {name(s['who'])}'s military spending in {s['year']} {'lower' if s['direction'] == 'down' else 'higher'} "
        f"by at least {LEAST:g}% of GDP because it reacts to {name(s['to'])}?"
    ),
    outcome=None,
    pair=_responds,
    measure=Measure("% of GDP", _difference),
    worlds=lambda s: (World(), worlds.world("no_reaction")),
    asks={k: "likely" for k in ("will", "plan", "should", "could", "may", "is", "has")},
    rule=lambda s: (
        "a response comes after what it answers and would be absent without it: budget plans "
        "published before the move decide the first, the paired worlds with and without reactions "
        "the second"
    ),
    variables=("core_share",),
    evidence=("reaction",),
    decide=_precedence,
)
