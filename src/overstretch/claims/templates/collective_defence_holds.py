"""Collective defence holds: no exit, no dissolution, no grave doubt about Article 5."""

from __future__ import annotations

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes, resolved
from overstretch.claims.template import Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import OPEN_YEAR, horizon


def _holds(world: xr.Dataset, slots: Slots) -> np.ndarray:
    year = int(slots["year"] or 0)
    stays = (1 - outcomes.by_hazard(world, "hazard_exit", year)) * (
        1 - outcomes.by_hazard(world, "hazard_dissolution", year)
    )
    return stays * (1 - outcomes.by_event(world, "event_article5_doubt", year))


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {
        "no ally gives notice of exit": lambda w, s: 1 - outcomes.by_hazard(w, "hazard_exit", int(s["year"] or 0)),
        "no grave doubt about Article 5": lambda w, s: (
            1 - outcomes.by_event(w, "event_article5_doubt", int(s["year"] or 0))
        ),
        "also no US draw-down": lambda w, s: (
            _holds(w, s) * (1 - outcomes.by_event(w, "event_us_drawdown", int(s["year"] or 0)))
        ),
    }


TEMPLATE = Template(
    name="collective_defence_holds",
    description="The commitment to collective defence holds",
    patterns=(
        Pattern(
            all="ARTICLE5",
            none="DOUBT END_ALLIANCE PRESSURE",
            any="FORCE_COMMIT HOLDS NATO SPEAKER_NATO ALLIANCE",
            weight=1,
        ),
        Pattern(all="ARTICLE5 HOLDS", none="END_ALLIANCE", weight=1.5),
    ),
    slots=(Slot("year", "to the end of this year", OPEN_YEAR),),
    fill=lambda frame, cutoff: {"year": horizon(cutoff, OPEN_YEAR)},
    question=lambda s: (
        f"To the end of {s['year']}, does collective defence hold: no notice of exit, no dissolution, "
        "no grave doubt about Article 5?"
    ),
    outcome=_holds,
    alternatives=_alternatives,
    rule=lambda s: (
        f"to 31 December {s['year']} no member gives notice under Article 13, the treaty stands, no "
        "attacked member's request under Article 5 is refused (doubt itself is the model's index: no "
        "public series)"
    ),
    variables=("hazard_exit", "hazard_dissolution", "event_article5_doubt", "event_us_drawdown"),
    evidence=("alliance_end", "article5_doubt"),
    base_rate=lambda past, s: base_rates.alliance_base_rate(past, "exit", int(s["year"] or 0), stays=True),
    resolve=lambda past, s: resolved.membership_outcome(past, "exit"),
)
