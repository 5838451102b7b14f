"""A stated fact, checked against the tables as they stood at the cut-off."""

from __future__ import annotations

import re
from typing import Any

from overstretch.claims import quantities, record_at_cutoff
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import name

WORDS = {
    "core_share": "core defence spending as a share of GDP (NATO's definition)",
    "military_share": "military spending as a share of GDP",
    "growth": "real GDP growth",
    "inflation": "consumer price inflation",
    "key_rate": "the key rate",
    "fund": "the liquid part of the National Wealth Fund, trillion roubles,",
    "members": "the number of members of NATO",
    "military_spending": "military spending (Russia: share of GDP; allies: constant prices)",
}

_CHANGE = re.compile(
    r"(?:ros|ris|grow|grew|increas|surg|jump|soar|climb|f[ae]ll|declin|drop|shr[iau]nk|cut)\w*\s+(?:\w+\s+){0,2}by\s",
    re.I,
)
_WISHED = ("bigger", "higher", "more", "larger", "lower", "less", "smaller", "extra", "additional", "up", "down", "")


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    text = frame.text
    if frame.has("DEFICIT", "DEBT") and not frame.spendings:
        raise Untestable("deficits and debts are not checked as stated facts")
    if cutoff.deadline and cutoff.deadline > cutoff.as_of.year:
        raise Untestable(f"it speaks of {cutoff.deadline}, after the cut-off")
    if (frame.has("ALLIANCE") and quantities.count(text)) or "-member" in text:
        return {
            "who": "NATO",
            "indicator": "members",
            "relation": "about",
            "value": float(quantities.count(text) or 32),
            "year": cutoff.as_of.year,
        }
    years = [int(m["year"]) for m in quantities.YEAR.finditer(text) if int(m["year"]) <= cutoff.as_of.year]
    year = years[-1] if years else None
    spending = next((s for s in frame.spendings if s.side in ("NATO", "RUS")), None)
    value = quantities.percent(text)
    roubles = quantities.roubles(text)
    if roubles is not None and frame.has("TOOLS"):
        return {"who": "RUS", "indicator": "fund", "relation": _relation(text), "value": roubles, "year": None}
    if _CHANGE.search(text):
        value = None
    if spending is None and any(s.side == "OTHER" for s in frame.spendings):
        raise Untestable("it states a figure of a party that the tables do not hold")
    if spending is not None:
        who = spending.actor or ("RUS" if spending.side == "RUS" else "NATO")
        if value is not None:
            indicator = "military_share" if who == "RUS" else "core_share"
            return {"who": who, "indicator": indicator, "relation": _relation(text), "value": value, "year": year}
        if spending.direction in ("up", "down") and spending.word not in _WISHED:
            return {
                "who": who,
                "indicator": "military_spending",
                "relation": "rises" if spending.direction == "up" else "falls",
                "value": None,
                "year": year,
            }
    for facet, indicator in (("INFLATION", "inflation"), ("KEY_RATE", "key_rate"), ("GROWTH", "growth")):
        value = quantities.percent(text)
        if facet in frame.facets and value is not None:
            return {
                "who": frame.allies[0].kind if frame.allies else "RUS",
                "indicator": indicator,
                "relation": _relation(text),
                "value": value,
                "year": year,
            }
    raise Untestable("it states no figure that the tables hold")


def _relation(text: str) -> str:
    text = text.lower()
    return (
        "above"
        if any(w in text for w in ("more than", "over ", "above", "at least", "exceed"))
        else "below"
        if any(w in text for w in ("less than", "below", "under "))
        else "about"
    )


def _question(slots: Slots) -> str:
    when = f" in {slots['year']}" if slots["year"] else " at the last date known"
    whose = "" if slots["indicator"] == "members" else f" of {name(slots['who'])}"
    what = f"{WORDS[str(slots['indicator'])]}{whose}"
    if slots["relation"] in ("rises", "falls"):
        return f"Does {what} {'rise' if slots['relation'] == 'rises' else 'fall'}{when}, by the tables?"
    unit = "" if slots["indicator"] in ("members", "fund") else "%"
    return f"Is {what}{when} {slots['relation']} {float(slots['value'] or 0):g}{unit}, by the tables?"


TEMPLATE = Template(
    name="stated_fact",
    description="A stated fact is checked against the tables as they stood at the cut-off",
    patterns=(
        Pattern(
            any="RUS_SPENDING_UP NATO_SPENDING_UP RUS_SPENDING_DOWN NATO_SPENDING_DOWN",
            all="MODALITY_IS",
            none=(
                "PLEDGE RESPONSE END_ALLIANCE END_RULER RECESSION PRECEDENT USSR REVIEW FORCE_COMMIT PRESSURE FREE_RIDE"
            ),
            weight=0.6,
        ),
        Pattern(
            any="RUS_SPENDING_UP NATO_SPENDING_UP RUS_SPENDING_DOWN NATO_SPENDING_DOWN",
            all="MODALITY_HAS",
            none=(
                "PLEDGE RESPONSE END_ALLIANCE END_RULER RECESSION PRECEDENT USSR REVIEW FORCE_COMMIT PRESSURE FREE_RIDE"
            ),
            weight=0.6,
        ),
        Pattern(
            all="MODALITY_HAS PERCENT",
            any="RUS_SPENDING NATO_SPENDING NATO_SPENDING_UP RUS_SPENDING_UP GROWTH INFLATION KEY_RATE ALLY",
            none="PLEDGE FORECAST",
            weight=3,
        ),
        Pattern(
            all="MODALITY_IS PERCENT",
            any="RUS_SPENDING NATO_SPENDING NATO_SPENDING_UP RUS_SPENDING_UP GROWTH INFLATION KEY_RATE",
            none="PLEDGE FORECAST FORCE_COMMIT REACH PRESSURE",
            weight=3,
        ),
        Pattern(all="TOOLS ROUBLES", any="MODALITY_HAS MODALITY_IS", weight=3),
        Pattern(all="ALLIANCE MEMBERS MODALITY_HAS", weight=2),
        Pattern(all="ALLIANCE MEMBERS MODALITY_IS", none="FORCE_COMMIT", weight=2),
    ),
    slots=(
        Slot("who", "RUS, NATO or an ally's code", None),
        Slot("indicator", "which figure", None, tuple(WORDS)),
        Slot("relation", "how the figure is said to stand", "about", ("above", "below", "about", "rises", "falls")),
        Slot("value", "the stated figure", None),
        Slot("year", "of this year; empty: the last known", None),
    ),
    fill=_fill,
    question=_question,
    outcome=None,
    asks={k: "state" for k in ("will", "plan", "should", "could", "may", "is", "has")},
    settles=lambda s: None,
    rule=lambda s: (
        f"the tables at the cut-off: {WORDS[str(s['indicator'])]}; a stated figure counts as right "
        "within 0.15 points or 5% of itself, whichever is more"
    ),
    variables=(),
    evidence=("facts",),
    decide=lambda past, s: record_at_cutoff.check_fact(past, s),
)
