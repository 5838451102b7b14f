"""The review of 2029 holds, eases, tightens or re-scopes the target."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Outcome, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon

REVIEW_YEAR = 2029
RESULTS = {"hold": (0,), "ease": (1,), "tighten": (2,), "rescope": (3,), "change": (1, 2, 3)}
WORDS = {
    "hold": "holds the target as it is",
    "ease": "eases the target",
    "tighten": "tightens the target",
    "rescope": "re-scopes the target",
    "change": "changes the target in any way",
}
_CUES = {
    "hold": (
        "hold",
        "keep",
        "confirm",
        "unchanged",
        "leave the target",
        "untouched",
        "as it is",
        "no change",
        "nothing will change",
        "not change",
        "not be changed",
        "stays",
        "reaffirm",
        "stick",
    ),
    "ease": (
        "ease",
        "easing",
        "relax",
        "water",
        "soften",
        "lower",
        "scrap",
        "abandon",
        "weaken",
        "loosen",
        "dilut",
        "drop",
        "reduc",
        "cut",
        "not needed",
        "unnecessary",
        "less ambitious",
        "postpon",
        "delay",
    ),
    "tighten": (
        "tighten",
        "rais",
        "higher",
        "tough",
        "harden",
        "bring forward",
        "stricter",
        "more ambitious",
        "increas",
        "step up",
    ),
    "rescope": ("scope", "re-scope", "redefin", "widen", "broaden"),
}


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    text = frame.text.lower()
    result = next((r for r, cues in _CUES.items() if any(re.search(rf"\b{cue}", text) for cue in cues)), "change")
    year = horizon(Cutoff(cutoff.as_of, cutoff.said, cutoff.deadline, None), REVIEW_YEAR)
    if year < REVIEW_YEAR:
        raise Untestable(f"it speaks of a review in {year}; the one that the allies agreed is in {REVIEW_YEAR}")
    return {"result": result, "year": REVIEW_YEAR}


def _is(world: xr.Dataset, result: str) -> np.ndarray:
    return np.isin(world["review_result"].values, RESULTS[result]).astype(float)


def _result(result: str) -> Outcome:
    return lambda w, s: _is(w, result)


def _alternatives(slots: Slots) -> dict[str, Outcome]:
    return {WORDS[r]: _result(r) for r in RESULTS if r != slots["result"]}


TEMPLATE = Template(
    name="review_adjusts",
    description="The review of 2029 holds, eases, tightens or re-scopes the spending target",
    patterns=(
        Pattern(
            all="REVIEW",
            any="PLEDGE SPENDING PROGRESS",
            none="ECONOMY COUNT",
            weight=1.5,
        ),
        Pattern(
            all="REVIEW PERCENT", any="SPEAKER_NATO CONTEXT_SPENDING NATO", none="ECONOMY COUNT GROWTH", weight=1.5
        ),
        Pattern(all="REVIEW AIM ADJUST", any="NATO SPEAKER_NATO CONTEXT_SPENDING", none="ECONOMY COUNT", weight=1),
    ),
    slots=(
        Slot("result", "what the review does to the target", "change", tuple(RESULTS)),
        Slot("year", "the year of the review", REVIEW_YEAR),
    ),
    fill=_fill,
    question=lambda s: f"Is it a result of the {s['year']} review that it {WORDS[str(s['result'])]}?",
    outcome=lambda w, s: _is(w, str(s["result"])),
    alternatives=_alternatives,
    rule=lambda s: (
        f"the allies' published conclusions of the {s['year']} review: it {WORDS[str(s['result'])]} "
        "against the June 2025 text (3.5% core, 1.5% related, 2035); no review published by the end "
        f"of {s['year']} counts as held"
    ),
    variables=("review_result",),
    evidence=("review",),
)
