"""Russian forces are rebuilt so far that they could threaten the alliance: capability, not intent."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from overstretch.assumptions import load_priors
from overstretch.claims import outcomes, quantities, record_at_cutoff, worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import LAST_YEAR, horizon
from overstretch.engine.plan import World

WAR_END = "2026Q4"


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    after_war = frame.has("WAR_END")
    years = quantities.within_years(frame.text)
    if after_war:
        year = int(WAR_END[:4]) + (years or 5)
        if year > LAST_YEAR:
            raise Untestable(f"it speaks of {year}; the model runs to {LAST_YEAR}")
    else:
        year = horizon(cutoff, cutoff.as_of.year + 5)
    return {"years": years or year - cutoff.said.year, "clock": "war_end" if after_war else "now", "year": year}


def _worlds(slots: Slots) -> tuple[World, World] | None:
    return (worlds.world("war_ends", WAR_END), World()) if slots["clock"] == "war_end" else None


def _drawn(name: str) -> str:
    """Where a threshold's prior lies, in words."""
    low, high = load_priors()[name].quantile(np.array([0.0, 1.0]), date.max)
    return f"a threshold of {low:g} to {high:g}"


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    def strength(w, s):  # type: ignore[no-untyped-def]
        first = int(w["year"].values[0])
        return (outcomes.quarters(w, "rus_free_forces", first, int(s["year"])) >= 1.0).any(axis=0).astype(float)

    def local(w, s):  # type: ignore[no-untyped-def]
        first = int(w["year"].values[0])
        return (outcomes.quarters(w, "flank_ratio", first, int(s["year"])) >= 1.0).any(axis=0).astype(float)

    return {
        "free forces back at the level of February 2022": strength,
        "as strong as the alliance on the eastern flank (ratio of 1)": local,
    }


TEMPLATE = Template(
    name="forces_rebuilt",
    description=(
        "Russian forces are rebuilt within some years; capability only, the clock starts now or at the war's end"
    ),
    patterns=(
        Pattern(all="RUS REBUILD FORCES", none="NATO_SPENDING_UP", weight=2),
        Pattern(all="RUS ABLE ASSAULT", none="NATO_SPENDING_UP DOUBT", weight=1.5),
        Pattern(all="ABLE THREATEN", any="RUS SPEAKER_RUS CONTEXT_RUS", none="NATO_SPENDING_UP DOUBT", weight=1.5),
        Pattern(all="RUS THREATEN", none="DOUBT", weight=1.5),
        Pattern(all="REBUILD FORCES", any="SPEAKER_RUS CONTEXT_RUS", none="NATO_SPENDING_UP ALLY NATO", weight=0.5),
    ),
    slots=(
        Slot("years", "within so many years", 5),
        Slot(
            "clock",
            "when the clock starts: now, or at an end of the war (assumed at the end of 2026)",
            "now",
            ("now", "war_end"),
        ),
        Slot("year", "by the end of this year", None),
    ),
    fill=_fill,
    question=lambda s: (
        f"Are Russian forces that are not tied down in Ukraine rebuilt by the end of {s['year']}"
        + (
            f", within {s['years']} years of an end of the war at the end of {WAR_END[:4]}"
            if s["clock"] == "war_end"
            else ""
        )
        + "? (capability, not intent)"
    ),
    outcome=lambda w, s: outcomes.by_event(w, "event_rebuilt", int(s["year"] or 0)),
    alternatives=_alternatives,
    worlds=_worlds,
    rule=lambda s: (
        f"by 31 December {s['year']} Russian equipment not tied down in Ukraine stands at or above {_drawn('rebuilt_theta')} "
        "times its level of February 2022, and its ratio to the alliance's forces on and reinforcing the eastern flank at or "
        f"above {_drawn('rebuilt_phi')} (each future draws its own two thresholds); published counts of equipment decide"
    ),
    variables=("event_rebuilt", "rus_free_forces", "flank_ratio"),
    evidence=("forces",),
    unsettled=None,
    facts=lambda past, s: record_at_cutoff.published_reconstitution(past),
)
