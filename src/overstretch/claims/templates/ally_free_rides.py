"""An ally cuts, or rises less, when another spends more."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Measure, Pattern, Slot, Slots, Template
from overstretch.claims.templates._common import horizon, name
from overstretch.engine.plan import World

EXTRA, LEAST = 1.0, 0.02  # % of GDP: what the spender adds; the least fall of the others that counts [J]


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    free = frame.mentions("FREE_RIDE")
    at = free[0].start if free else 0
    riders = [m for m in frame.allies if m.start < at]
    spenders = [m for m in frame.allies if m.start >= at] or [m for m in frame.allies if m.kind == "USA"]
    spender = spenders[0].kind if spenders else "USA"
    rider = next((m.kind for m in riders if m.kind != spender), "ALL")
    return {
        "who": rider,
        "spender": spender,
        "year": horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, cutoff.horizon), 2030),
    }


def _fall(spends: xr.Dataset, base: xr.Dataset, slots: Slots) -> np.ndarray:
    n, position = min(spends.sizes["future"], base.sizes["future"]), outcomes.year_of(spends, int(slots["year"] or 0))
    codes = list(spends["actor"].values.astype(str))
    rows = outcomes.ally_rows(spends)
    rows = (
        np.array([r for r in rows if codes[r] != slots["spender"]])
        if slots["who"] == "ALL"
        else np.array([codes.index(str(slots["who"]))])
    )
    difference = spends["core_share"].values[rows, position, :n] - base["core_share"].values[rows, position, :n]
    return difference.mean(axis=0).astype(float)


TEMPLATE = Template(
    name="ally_free_rides",
    description="An ally, or the others together, spend less when one ally spends more",
    patterns=(Pattern(all="FREE_RIDE", none="RUS_SPENDING", weight=2.5),),
    slots=(
        Slot("who", "the ally said to ride free, or ALL others", "ALL"),
        Slot("spender", "the ally that spends more", "USA"),
        Slot("year", "the spending of this year is compared", 2030),
    ),
    fill=_fill,
    question=lambda s: (
        f"If {name(s['spender'])} spends {EXTRA:g}% of GDP more, does the core share of "
        f"{'the other allies on average' if s['who'] == 'ALL' else name(s['who'])} in {s['year']} "
        f"fall by at least {LEAST:g}% of GDP?"
    ),
    outcome=None,
    pair=lambda high, low, s: (_fall(high, low, s) <= -LEAST).astype(float),
    measure=Measure("% of GDP", lambda high, low, s: -_fall(high, low, s)),
    worlds=lambda s: (worlds.world("spend", str(s["spender"]), EXTRA), World()),
    rule=lambda s: (
        "a difference between worlds that no one can observe; the paired futures decide, scored by "
        "evidence on past panels"
    ),
    variables=("core_share",),
    evidence=("free_riding",),
)
