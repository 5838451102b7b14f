"""A plan to cut or to raise military spending is delivered; for Russia by several definitions."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.history import History
from overstretch.claims.record import BaseRate
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon, name, only_a_cause

DEFINITIONS = {
    "nominal": ("rus_defence_law", "the budget-law line 'national defence' in roubles"),
    "share": ("rus_defence_law_share", "the budget-law line 'national defence' as a share of GDP"),
    "real": ("rus_defence_law_real", "the budget-law line 'national defence' at constant prices"),
    "total": ("rus_defence_total", "total military spending (the wider definition) in roubles"),
    "total_share": ("core_share", "total military spending (the wider definition) as a share of GDP"),
}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    spending = next((s for s in frame.spendings if s.direction in ("up", "down") and s.side in ("NATO", "RUS")), None)
    if spending is None:
        raise Untestable("it does not say whose spending changes, or which way")
    if only_a_cause(frame):
        raise Untestable("it is about what the spending brings about, and names no effect that the model simulates")
    text = frame.text.lower()
    year = horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, None), cutoff.as_of.year + 1)
    russian = "nominal"
    if "gdp" in text or "share" in text:
        russian = "share"
    elif "real terms" in text or "inflation-adjusted" in text:
        russian = "real"
    who = spending.actor or ("RUS" if spending.side == "RUS" else "EUROPE")
    return {
        "who": who, "direction": spending.direction, "definition": russian if who == "RUS" else "core share",
        "year": max(year, cutoff.as_of.year + 1), "against": max(year, cutoff.as_of.year + 1) - 1,
    }  # fmt: skip


def _level(world: xr.Dataset, slots: Slots, year: int, definition: str) -> np.ndarray:
    who = str(slots["who"])
    if who == "RUS":
        variable = DEFINITIONS[definition][0]
        return outcomes.annual(world, variable, year, "RUS" if variable == "core_share" else None)
    if who == "EUROPE":
        rows = outcomes.ally_rows(world, europe=True)
        return np.asarray(world["core_share"].values[rows, outcomes.year_of(world, year)].mean(axis=0), dtype=float)
    return outcomes.annual(world, "core_share", year, who)


def _changed(world: xr.Dataset, slots: Slots, definition: str | None = None) -> np.ndarray:
    chosen = definition or str(slots["definition"])
    later = _level(world, slots, int(slots["year"] or 0), chosen)
    before = _level(world, slots, int(slots["against"] or 0), chosen)
    return (later < before if slots["direction"] == "down" else later > before).astype(float)


def _by(definition: str) -> Outcome:
    return lambda w, s: _changed(w, s, definition)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    if slots["who"] != "RUS":
        return {}
    return {
        words: _by(definition) for definition, (_, words) in DEFINITIONS.items() if definition != slots["definition"]
    }


def _what(slots: Slots) -> str:
    return (
        DEFINITIONS[str(slots["definition"])][1] if slots["who"] == "RUS" else "core defence spending as a share of GDP"
    )


def _base_rate(past: History, slots: Slots) -> BaseRate | None:
    return base_rates.change_base_rate(past, str(slots["who"]), str(slots["direction"]))


TEMPLATE = Template(
    name="spending_changed",
    description="A plan or a forecast to cut or to raise military spending is delivered",
    patterns=(
        Pattern(
            any="RUS_SPENDING_DOWN RUS_SPENDING_UP",
            all="FORCE_COMMIT",
            none="END_ALLIANCE END_RULER RECESSION RESPONSE PRECEDENT",
            weight=1.5,
        ),
        Pattern(any="RUS_SPENDING_DOWN", none="END_ALLIANCE END_RULER RECESSION RESPONSE STRAIN_ALLIANCE", weight=1),
        Pattern(
            any="RUS_SPENDING_UP",
            none="END_ALLIANCE END_RULER RECESSION RESPONSE PRECEDENT MODALITY_IS MODALITY_HAS",
            weight=0.5,
        ),
        Pattern(
            any="NATO_SPENDING_DOWN",
            none="END_ALLIANCE END_RULER RECESSION RESPONSE STRAIN_ALLIANCE FREE_RIDE RELABEL",
            weight=1,
        ),
        Pattern(
            any="NATO_SPENDING_UP",
            none=(
                "END_ALLIANCE END_RULER RECESSION RESPONSE PERCENT PLEDGE FORCE_COMMIT RELABEL FREE_RIDE "
                "EVALUATION MODALITY_IS MODALITY_HAS"
            ),
            weight=0.2,
        ),
    ),
    slots=(
        Slot("who", "RUS, EUROPE or an ally's code", "RUS"),
        Slot("direction", "up or down", "down", ("up", "down")),
        Slot("definition", "what is counted", "nominal", (*DEFINITIONS, "core share")),
        Slot("year", "the year of the change", None),
        Slot("against", "the year that it is compared with", None),
    ),
    fill=_fill,
    question=lambda s: (
        f"Is {name(s['who'])}'s military spending in {s['year']} {'below' if s['direction'] == 'down' else 'above'} "
        f"that of {s['against']}, counted as {_what(s)}?"
    ),
    outcome=_changed,
    alternatives=_alternatives,
    rule=lambda s: (
        f"{_what(s)[0].upper() + _what(s)[1:]} of {name(s['who'])} for {s['year']} is "
        f"{'lower' if s['direction'] == 'down' else 'higher'} than for {s['against']}, executed "
        "amounts where published, else the budget law as last amended"
    ),
    variables=("rus_defence_law", "rus_defence_law_share", "rus_defence_law_real", "rus_defence_total", "core_share"),
    evidence=("russian_budget",),
    base_rate=_base_rate,
    resolve=lambda past, s: (
        resolved.budget_outcome(past, int(s["year"] or 0), int(s["against"] or 0), str(s["direction"]))
        if s["who"] == "RUS"
        else None
    ),
)
