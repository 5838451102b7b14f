"""A precedent: arms spending and the end of the Soviet Union. Judged by the record, not by futures."""

from __future__ import annotations

from overstretch.claims import record_at_cutoff
from overstretch.claims.template import Pattern, Slot, Template

TEMPLATE = Template(
    name="precedent",
    description="A precedent is drawn: military spending contributed to the end of the Soviet Union",
    patterns=(
        Pattern(all="USSR SPENDING", any="PRECEDENT END END_USSR", none="END_RULER END_REGIME END_ALLIANCE", weight=3),
        Pattern(all="USSR PRECEDENT", none="END_RULER END_REGIME END_ALLIANCE", weight=2),
        Pattern(all="USSR ARMS_RACE", none="END_RULER END_REGIME END_ALLIANCE", weight=2),
        Pattern(all="END_USSR", weight=1),
    ),
    slots=(Slot("case", "the case that is pointed to", "Soviet Union, 1960-1991"),),
    fill=lambda frame, cutoff: {"case": "Soviet Union, 1960-1991"},
    question=lambda s: (
        "Did military spending contribute to the end of the Soviet Union, so that a like burden is a warning today?"
    ),
    outcome=None,
    settles=lambda s: None,
    asks={k: "state" for k in ("will", "plan", "should", "could", "may", "is", "has")},
    rule=lambda s: (
        "a backtest of the model on the Soviet Union, trained on what was known then, against a "
        "trend; one case cannot settle a cause: at most undecided"
    ),
    variables=(),
    evidence=("soviet_burden", "soviet_growth"),
    facts=lambda past, s: record_at_cutoff.soviet_words(past),
    most="undecided",
)
