"""Military spending pushes an economy into recession: the same question in two worlds."""

from __future__ import annotations

from typing import Any

from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Pattern, Template
from overstretch.claims.templates import recession
from overstretch.claims.templates._common import (
    CAUSE_SLOTS,
    SPENDING_FACETS,
    because_of,
    causal_laws,
    cause_of,
    cause_worlds,
    horizon,
    name,
)


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    cause, direction = cause_of(frame)
    who = "RUS" if cause == "rus_spending" else recession.who_of(frame)
    return {
        "cause": cause, "direction": direction, "who": who, "definition": recession.definition_of(frame, who),
        "year": horizon(cutoff, cutoff.as_of.year + 2),
    }  # fmt: skip


TEMPLATE = Template(
    name="spending_recession",
    description="Military spending pushes an economy into recession",
    patterns=(
        Pattern(cause=SPENDING_FACETS, effect="RECESSION END_ECONOMY END_WAR_ECONOMY", weight=3),
        Pattern(all="RECESSION", any="RUS_SPENDING NATO_SPENDING ARMS_RACE", weight=1),
    ),
    slots=(*CAUSE_SLOTS[:2], *recession.SLOTS),
    fill=_fill,
    question=lambda s: (
        f"Does a recession ({recession.DEFINITIONS[str(s['definition'])]}) begin in {name(s['who'])} "
        f"by the end of {s['year']}{because_of(s)}?"
    ),
    outcome=lambda w, s: recession.by_definition(w, str(s["who"]), str(s["definition"]), int(s["year"] or 0)),
    alternatives=recession.alternatives,
    worlds=lambda s: cause_worlds(s, "RUS" if s["who"] == "RUS" else "NATO"),
    rule=recession.TEMPLATE.rule,
    variables=recession.TEMPLATE.variables,
    evidence=lambda s: causal_laws(s, "russia_growth" if s["who"] == "RUS" else "growth", "defence_growth"),
    base_rate=recession.TEMPLATE.base_rate,
    resolve=recession.TEMPLATE.resolve,
)
