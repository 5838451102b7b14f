"""Russia's ruler falls, its regime ends or its state collapses, by itself or because of an arms race."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import (
    CAUSE_SLOTS,
    OPEN_YEAR,
    SPENDING_FACETS,
    because_of,
    causal_laws,
    cause_of,
    cause_worlds,
    horizon,
)

ROUTES = ("hazard_leader_irregular", "hazard_leader_regular", "hazard_leader_natural")
ENDS = {
    "leader": "the ruler loses office irregularly or by a forced exit (not by natural death)",
    "regime": "the regime ends",
    "state": "the state collapses",
}


def _end(frame: Frame) -> str:
    facets = frame.effect_facets or frame.facets
    if "END_RULER" in facets:
        return "leader"
    return "regime" if "END_REGIME" in facets else "state"


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    cause, direction = cause_of(frame)
    slots = {"cause": cause, "direction": direction, "end": _end(frame), "year": horizon(cutoff, OPEN_YEAR)}
    if frame.has("SURVIVE") and not frame.facets & {"END_RULER", "END_REGIME", "END_RUS_STATE"}:
        kinds = {m.kind for m in frame.concepts}
        slots |= {
            "negated": not frame.negative,
            "end": "regime" if "REGIME" in kinds and "RULER" not in kinds else "leader",
        }
    return slots


def by_end(world: xr.Dataset, end: str, year: int) -> np.ndarray:
    """The probability of an end by the close of the year, in each future."""
    if end == "leader":
        return outcomes.by_competing_hazards(world, ("hazard_leader_irregular", "hazard_leader_forced"), ROUTES, year)
    if end == "regime":
        return outcomes.by_hazard(world, "hazard_regime_end", year)
    return outcomes.by_event(world, "event_state_collapse", year)


def _by(end: str) -> Outcome:
    return lambda w, s: by_end(w, end, int(s["year"] or 0))


def _route(route: str) -> Outcome:
    return lambda w, s: outcomes.by_competing_hazards(w, (route,), ROUTES, int(s["year"] or 0))


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    other: dict[str, Outcome] = {words: _by(end) for end, words in ENDS.items() if end != slots["end"]}
    other["irregular exit alone"] = _route(ROUTES[0])
    other["regular exit, forced or not"] = _route(ROUTES[1])
    other["natural death in office (never counted as downfall)"] = _route(ROUTES[2])
    return other


TEMPLATE = Template(
    name="ruler_downfall",
    description="The ruler of Russia falls, the regime ends or the state collapses",
    patterns=(
        Pattern(cause=SPENDING_FACETS, effect="END_RULER END_REGIME END_RUS_STATE", weight=3),
        Pattern(any="END_RULER END_REGIME", weight=0.5),
        Pattern(all="SURVIVE", any="RULER REGIME", none="ALLIANCE USSR SUSTAIN", weight=1),
        Pattern(all="END_RUS_STATE", none="USSR ECONOMY", weight=0.3),
    ),
    slots=(*CAUSE_SLOTS, Slot("end", "what ends", "leader", tuple(ENDS))),
    fill=_fill,
    question=lambda s: (
        f"By the end of {s['year']}, does it come about in Russia that {ENDS[str(s['end'])]}{because_of(s)}?"
    ),
    outcome=lambda w, s: by_end(w, str(s["end"]), int(s["year"] or 0)),
    alternatives=_alternatives,
    worlds=lambda s: cause_worlds(s, "RUS"),
    rule=lambda s: {
        "leader": (
            f"by 31 December {s['year']} Vladimir Putin has lost office by removal, coup or an exit "
            "forced on him, as Archigos would code it (irregular, or regular under pressure); natural "
            "death does not count"
        ),
        "regime": (
            f"by 31 December {s['year']} the ruling group has lost power to another, as regime data sets "
            "(Geddes, Wright and Frantz) would code it"
        ),
        "state": f"by 31 December {s['year']} the Russian Federation has broken apart or lost control of its territory",
    }[str(s["end"])],
    variables=(*ROUTES, "hazard_leader_forced", "hazard_regime_end", "event_state_collapse"),
    evidence=lambda s: causal_laws(s, "leader_exit_irregular", "strain_on_leader"),
    base_rate=lambda past, s: base_rates.leader_base_rate(past, str(s["end"]), int(s["year"] or 0)),
)
