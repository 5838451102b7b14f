"""The alliance comes apart, by grade, by itself or because of spending, the arms race or a US withdrawal."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import base_rates, outcomes, resolved
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

GRADES = {
    "strain": "its cohesion falls by more than one standard deviation",
    "article5_doubt": "doubt about Article 5 passes its grave threshold",
    "us_drawdown": "the United States draws its troops in Europe down by at least a quarter",
    "exit": "an ally gives notice of formal exit (Article 13)",
    "dissolution": "it is dissolved (treaty ended, or half of the members gone)",
}
STRAIN = -1.0


def _grade(frame: Frame) -> str:
    graded = {"END_ALLIANCE", "EXIT", "DRAWDOWN", "ARTICLE5"}
    facets = frame.effect_facets if frame.effect_facets & graded else frame.facets
    if "END_ALLIANCE" in facets:
        return "dissolution"
    if "EXIT" in facets:
        return "exit"
    if "DRAWDOWN" in facets:
        return "us_drawdown"
    return "article5_doubt" if "ARTICLE5" in facets else "strain"


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    cause, direction = cause_of(frame)
    slots = {"cause": cause, "direction": direction, "grade": _grade(frame), "year": horizon(cutoff, OPEN_YEAR)}
    if frame.has("SURVIVE") and "END_ALLIANCE" not in frame.facets:
        slots |= {"negated": not frame.negative, "grade": "dissolution"}
    return slots


def by_grade(world: xr.Dataset, grade: str, year: int) -> np.ndarray:
    """The probability of a grade by the end of the year, in each future."""
    if grade in ("exit", "dissolution"):
        return outcomes.by_hazard(world, f"hazard_{grade}", year)
    if grade == "strain":
        first = int(world["year"].values[0])
        return (outcomes.quarters(world, "cohesion", first, year) < STRAIN).any(axis=0).astype(float)
    return outcomes.by_event(world, f"event_{grade}", year)


def _by(grade: str) -> Outcome:
    return lambda w, s: by_grade(w, grade, int(s["year"] or 0))


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {words: _by(grade) for grade, words in GRADES.items() if grade != slots["grade"]}


TEMPLATE = Template(
    name="alliance_collapse",
    description="The alliance comes apart, by grade: strain, doubt about Article 5, US draw-down, exit, dissolution",
    patterns=(
        Pattern(cause=SPENDING_FACETS, effect="END_ALLIANCE", weight=3),
        Pattern(cause=SPENDING_FACETS + " DRAWDOWN", effect="EXIT STRAIN_ALLIANCE", all="ALLIANCE", weight=2),
        Pattern(cause=SPENDING_FACETS + " DRAWDOWN", effect="ARTICLE5", weight=2),
        Pattern(cause=SPENDING_FACETS, effect="DRAWDOWN", weight=1.5),
        Pattern(cause="DRAWDOWN", effect="END_ALLIANCE", weight=3),
        Pattern(all="END_ALLIANCE", none="MISS USSR", weight=0.5),
        Pattern(all="ALLIANCE SURVIVE", none="MISS USSR ARTICLE5", weight=0.5),
        Pattern(all="EXIT", none="MISS", weight=0.5),
        Pattern(all="DRAWDOWN USA", none="NATO_SPENDING_UP FORCES_REBUILT", weight=0.3),
        Pattern(all="STRAIN_ALLIANCE ALLIANCE", none="MISS RUS_SPENDING ECONOMY", weight=0.2),
        Pattern(all="DRAWDOWN MISS", any="USA SPEAKER_NATO", weight=0.5),
        Pattern(all="DRAWDOWN SPEAKER_NATO", none="NATO_SPENDING_UP MODALITY_HAS", weight=0.2),
        Pattern(all="STRAIN_ALLIES", none="MISS RUS_SPENDING", weight=0.5),
        Pattern(all="ARTICLE5 DOUBT", weight=0.5),
    ),
    slots=(*CAUSE_SLOTS, Slot("grade", "how far it comes apart", "dissolution", tuple(GRADES))),
    fill=_fill,
    question=lambda s: (
        f"By the end of {s['year']}, does the alliance come apart in the sense that "
        f"{GRADES[str(s['grade'])]}{because_of(s)}?"
    ),
    outcome=lambda w, s: by_grade(w, str(s["grade"]), int(s["year"] or 0)),
    alternatives=_alternatives,
    worlds=lambda s: cause_worlds(s, "NATO"),
    rule=lambda s: {
        "exit": f"a member deposits a notice of denunciation under Article 13 by 31 December {s['year']}",
        "dissolution": (
            f"the North Atlantic Treaty is ended, or half of the 32 members have left it, by 31 December {s['year']}"
        ),
        "us_drawdown": (
            f"US troops stationed in Europe are at least 25% below the level of the cut-off by 31 December {s['year']}"
        ),
    }.get(
        str(s["grade"]),
        f"no public series measures this grade; the model's own index decides, by 31 December {s['year']}",
    ),
    variables=("hazard_exit", "hazard_dissolution", "event_us_drawdown", "event_article5_doubt", "cohesion"),
    evidence=lambda s: causal_laws(s, "alliance_end", "strain_on_alliance"),
    base_rate=lambda past, s: base_rates.alliance_base_rate(past, str(s["grade"]), int(s["year"] or 0)),
    resolve=lambda past, s: resolved.membership_outcome(past, str(s["grade"])),
)
