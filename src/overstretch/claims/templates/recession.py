"""A recession, by definition and date."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon, name

DEFINITIONS = {
    "two_quarters": "two falling quarters in a row, seasonally adjusted",
    "yoy": "a quarter below the same quarter of the year before",
    "calendar": "a calendar year of falling output",
    "collapse": "a calendar year in which output falls by at least 5%",
}


def definition_of(frame: Frame, who: str) -> str:
    """The definition that the words name; for an ally a calendar year (annual data)."""
    text = frame.text.lower()
    if "END_ECONOMY" in frame.facets or "END_WAR_ECONOMY" in frame.facets:
        return "collapse"
    if who != "RUS" or "calendar year" in text or "full year" in text:
        return "calendar"
    return "yoy" if "year on year" in text or "year-on-year" in text else "two_quarters"


def who_of(frame: Frame) -> str:
    """Whose economy: the country named, else the speaker's, else the last one named before, else Russia's."""
    if any(m.kind == "RUS" for m in frame.sides):
        return "RUS"
    if frame.others and not frame.allies:
        raise Untestable(f"it is about a party that the model does not simulate ('{frame.others[0].text}')")
    named = frame.allies[0].kind if frame.allies else None
    speaker = frame.ally() if frame.speaker_side == "NATO" else None
    return named or speaker or frame.context_country or "RUS"


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    who = who_of(frame)
    told: dict[str, Any] = {}
    if frame.has("RETURN_GROWTH") and not frame.has("RECESSION"):
        told = {"negated": not frame.negative}
    return told | {"who": who, "definition": definition_of(frame, who), "year": horizon(cutoff, cutoff.as_of.year + 2)}


def by_definition(world: xr.Dataset, who: str, definition: str, year: int) -> np.ndarray:
    """1 where the recession began by the end of the year."""
    if who == "RUS" and definition != "collapse":
        return outcomes.by_event(world, f"event_recession_{definition}", year)
    limit = -5.0 if definition == "collapse" else 0.0
    row = list(world["actor"].values.astype(str)).index(who)
    growth = world["growth"].values[row, : outcomes.year_of(world, year) + 1]
    return (growth < limit).any(axis=0).astype(float)


def _by(definition: str) -> Outcome:
    return lambda w, s: by_definition(w, "RUS", definition, int(s["year"] or 0))


def alternatives(slots: Slots) -> dict[str, Outcome]:
    """The other definitions, for Russia."""
    if slots["who"] != "RUS":
        return {}
    return {words: _by(d) for d, words in DEFINITIONS.items() if d != slots["definition"]}


SLOTS = (
    Slot("who", "RUS or an ally's code", "RUS"),
    Slot("definition", "what counts as a recession", "two_quarters", tuple(DEFINITIONS)),
    Slot("year", "begun by the end of this year", None),
)

TEMPLATE = Template(
    name="recession",
    description="An economy falls into recession, by definition and date",
    patterns=(
        Pattern(all="RECESSION", none="NATO_SPENDING_UP RUS_SPENDING_UP", weight=1),
        Pattern(any="END_ECONOMY END_WAR_ECONOMY", none="USSR", weight=1),
        Pattern(all="RETURN_GROWTH", none="PERCENT", weight=0.5),
    ),
    slots=SLOTS,
    fill=_fill,
    question=lambda s: (
        f"Does a recession ({DEFINITIONS[str(s['definition'])]}) begin in {name(s['who'])} by the end of {s['year']}?"
    ),
    outcome=lambda w, s: by_definition(w, str(s["who"]), str(s["definition"]), int(s["year"] or 0)),
    alternatives=alternatives,
    rule=lambda s: (
        f"national accounts of {name(s['who'])}, first full publication, show "
        f"{DEFINITIONS[str(s['definition'])]} after the cut-off and by the end of {s['year']}"
    ),
    variables=("event_recession_two_quarters", "event_recession_yoy", "event_recession_calendar", "growth"),
    evidence=lambda s: ("russia_growth",) if s["who"] == "RUS" else ("growth",),
    base_rate=lambda past, s: base_rates.recession_base_rate(
        past, str(s["who"]), str(s["definition"]), int(s["year"] or 0)
    ),
    resolve=lambda past, s: resolved.recession_outcome(past, str(s["who"]), str(s["definition"]), int(s["year"] or 0)),
)
