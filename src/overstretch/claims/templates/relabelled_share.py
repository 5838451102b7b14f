"""How much of the rise is relabelled existing spending."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, quantities
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, name


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    text, said = frame.text.lower(), quantities.percent(frame.text)
    share = said / 100 if said and not quantities.share_of_gdp(frame.text) else 0.5
    share = 1 / 3 if "third" in text else 0.25 if "quarter" in text else share
    return {
        "who": frame.allies[0].kind if frame.allies else "ALL",
        "share": round(share, 4),
        "year": horizon(cutoff, 2035),
    }


def _relabelled(world: xr.Dataset, slots: Slots) -> np.ndarray:
    position = outcomes.year_of(world, int(slots["year"] or 0))
    codes = list(world["actor"].values.astype(str))
    rows = outcomes.ally_rows(world) if slots["who"] == "ALL" else np.array([codes.index(str(slots["who"]))])
    old = world["relabelled_share"].values[rows, position].sum(axis=0).astype(float)
    new = world["new_share"].values[rows, position].clip(0).sum(axis=0).astype(float)
    return np.divide(old, old + new, out=np.zeros_like(old), where=old + new > 0)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {
        "relabelled part of the rise, mean": _relabelled,
        "more than a quarter relabelled": lambda w, s: (_relabelled(w, s) > 0.25).astype(float),
        "more than half relabelled": lambda w, s: (_relabelled(w, s) > 0.5).astype(float),
    }


TEMPLATE = Template(
    name="relabelled_share",
    description="More than a share of the rise in defence spending is relabelled existing spending",
    patterns=(Pattern(all="RELABEL", any="SPENDING PLEDGE NATO ALLY CONTEXT_SPENDING NEW_MONEY", weight=2.5),),
    slots=(
        Slot("who", "an ally's code, or ALL (sum over allies of shares of GDP)", "ALL"),
        Slot("share", "the share above which it is asked, 0 to 1", 0.5),
        Slot("year", "of the spending of this year", 2035),
    ),
    fill=_fill,
    question=lambda s: (
        f"Is more than {float(s['share'] or 0):.0%} of what {name(s['who'])} counts in {s['year']} "
        "above today's share relabelled rather than new spending?"
    ),
    outcome=lambda w, s: (_relabelled(w, s) > float(s["share"] or 0)).astype(float),
    alternatives=_alternatives,
    rule=lambda s: "no published series splits the 1.5% tier, or core spending, into new and relabelled parts",
    variables=("relabelled_share", "new_share"),
    evidence=("relabelling",),
    unsettled="no published series splits core and related spending into new and relabelled parts",
)
