"""A limit on debt or deficit is breached, by itself or because of defence spending."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, quantities
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import CAUSE_SLOTS, because_of, cause_of, cause_worlds, horizon, name

USUAL = {"debt": 60.0, "deficit": 3.0}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    cause, direction = cause_of(frame)
    measure = "deficit" if frame.has("DEFICIT") else "debt"
    part = frame.effect or frame.whole
    limit = quantities.percent(frame.text[part.start : part.end]) or USUAL[measure]
    russian = any(m.kind == "RUS" for m in frame.sides)
    who = frame.allies[0].kind if frame.allies else "RUS" if russian else frame.ally() or frame.context_ally
    if who is None:
        raise Untestable("it does not say whose debt or deficit")
    if cause == "none" and "SPENDING" in frame.cause_facets:
        cause = "rus_spending" if who == "RUS" else "nato_spending"
    return {
        "cause": cause,
        "direction": direction,
        "who": who,
        "measure": measure,
        "limit": limit,
        "year": horizon(cutoff, 2030),
    }


def _breached(world: xr.Dataset, slots: Slots) -> np.ndarray:
    year, who, limit = int(slots["year"] or 0), str(slots["who"]), float(slots["limit"] or 0)
    if slots["measure"] == "debt":
        return (outcomes.annual(world, "debt_ratio", year, who) > limit).astype(float)
    return (-outcomes.annual(world, "balance", year, who) > limit).astype(float)


def _words(slots: Slots) -> str:
    return "gross public debt" if slots["measure"] == "debt" else "the public deficit"


TEMPLATE = Template(
    name="fiscal_limit",
    description="A limit on public debt or deficit is breached",
    patterns=(
        Pattern(any="DEBT DEFICIT", all="PERCENT OVER", none="INFLATION PLEDGE", weight=1.5),
        Pattern(any="DEBT DEFICIT", all="PERCENT SPENDING", none="INFLATION PLEDGE", weight=1.5),
        Pattern(
            cause="SPENDING NATO_SPENDING_UP RUS_SPENDING_UP PLEDGE NATO_SPENDING RUS_SPENDING",
            effect="DEBT DEFICIT",
            weight=2.5,
        ),
        Pattern(all="DEBT", any="ALLY RUS", none="END_ALLIANCE", weight=0.3),
        Pattern(all="DEFICIT", any="ALLY RUS", none="END_ALLIANCE", weight=0.3),
    ),
    slots=(
        *CAUSE_SLOTS,
        Slot("who", "RUS or an ally's code", None),
        Slot("measure", "debt or deficit", "debt", ("debt", "deficit")),
        Slot("limit", "% of GDP; the Union's 60 and 3 where none is said", 60.0),
    ),
    fill=_fill,
    question=lambda s: (
        f"Is {_words(s)} of {name(s['who'])} above {s['limit']:g}% of GDP in {s['year']}{because_of(s)}?"
    ),
    outcome=_breached,
    worlds=lambda s: cause_worlds(s, "RUS" if s["who"] == "RUS" else "NATO"),
    rule=lambda s: (
        f"{_words(s)} of {name(s['who'])} for {s['year']} in the first full official publication is "
        f"above {s['limit']:g}% of GDP"
    ),
    variables=("debt_ratio", "balance"),
    evidence=("public_finance",),
)
