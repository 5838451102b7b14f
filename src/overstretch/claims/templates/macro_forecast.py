"""A figure of an economy by a date: growth, inflation, policy rate, deficit, debt, oil price."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, quantities, resolved
from overstretch.claims.frame import Frame
from overstretch.claims.lexicon import find, numbers
from overstretch.claims.template import Cutoff, Pattern, Slot, Slots, Template, Untestable
from overstretch.claims.templates._common import horizon, name
from overstretch.claims.templates.recession import who_of

INDICATORS = {
    "growth": "real GDP growth of the calendar year",
    "inflation": "consumer price inflation at the end of the year",
    "key_rate": "the central bank's key rate, average of the year",
    "deficit": "the public deficit as a share of GDP",
    "debt": "gross public debt as a share of GDP",
    "oil": "the Urals oil price, average of the year",
}
LAWS = {
    "growth": ("russia_growth",), "inflation": ("russia_inflation",), "key_rate": ("key_rate",), "deficit": ("russian_budget",),
    "debt": ("russian_budget",), "oil": ("oil_price",),
}  # fmt: skip
_PRICED = re.compile(
    r"(?:trad|averag|fall|fell|drop|ris|rose|climb|stay|remain|be|hover|hold|cost|sink|slid|slip|hit|reach|top|exceed|stand|settle|go|come|"
    r"jump|soar|plung|return|recover)\w*(?:\s[\w']+){0,3}?\s+(?:\$\s*)?(?:\d|" + "|".join(numbers()) + ")",
    re.I,
)
UNITS = {"oil": " dollars a barrel"}
TOLERANCE = {"growth": 0.5, "inflation": 0.5, "key_rate": 1.0, "deficit": 0.5, "debt": 2.0, "oil": 5.0}
_ABOVE = ("above", "over", "exceed", "more than", "at least", "higher than", "top ")
_BELOW = ("below", "under", "less than", "at most", "lower than", "not exceed", "fall to")


def _indicator(frame: Frame) -> str:
    for facet, indicator in (
        ("INFLATION", "inflation"),
        ("KEY_RATE", "key_rate"),
        ("DEFICIT", "deficit"),
        ("DEBT", "debt"),
        ("GROWTH", "growth"),
        ("RECESSION", "growth"),
        ("OIL", "oil"),
    ):
        if frame.has(facet):
            return indicator
    raise Untestable("it names no figure of an economy that the model simulates")


def _fill(frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    indicator, who, text = _indicator(frame), who_of(frame), frame.text.lower()
    value = quantities.dollars(frame.text) if indicator == "oil" else quantities.percent(frame.text)
    if indicator == "oil" and not _PRICED.search(frame.text):
        raise Untestable("it gives no price that oil comes to")
    if value is None:
        raise Untestable(f"it gives no figure for {INDICATORS[indicator]}")
    if who != "RUS" and indicator in ("inflation", "key_rate", "oil"):
        raise Untestable(f"{INDICATORS[indicator]} of {name(who)} is not among the futures")
    grows = any(word in text for word in ("grow", "expand"))
    falls = (not grows and any(m.kind == "down" for m in _directions(text))) or frame.has("RECESSION")
    if (
        indicator == "growth"
        and falls
        and value > 0
        and not any(word in text for word in ("slow", "growth will fall", "growth to"))
    ):
        value = -value
    relation = (
        "above"
        if any(re.search(rf"\b{word}", text) for word in _ABOVE)
        else "below"
        if any(re.search(rf"\b{word}", text) for word in _BELOW)
        else "about"
    )
    return {
        "who": who,
        "indicator": indicator,
        "relation": relation,
        "value": value,
        "year": horizon(cutoff, cutoff.as_of.year),
    }


def _directions(text: str):  # type: ignore[no-untyped-def]
    return find(text, "directions", ("down",))


def reading(world: xr.Dataset, who: str, indicator: str, year: int) -> np.ndarray:
    """The indicator's value in the year, [future]."""
    if indicator in ("growth", "deficit", "debt"):
        variable = {"growth": "growth", "deficit": "balance", "debt": "debt_ratio"}[indicator]
        return outcomes.annual(world, variable, year, who) * (-1 if indicator == "deficit" else 1)
    variable = {"inflation": "rus_inflation", "key_rate": "rus_key_rate", "oil": "urals_price"}[indicator]
    path = outcomes.quarters(world, variable, year, year)
    return path[-1].astype(float) if indicator == "inflation" else path.mean(axis=0).astype(float)


def _holds(world: xr.Dataset, slots: Slots) -> np.ndarray:
    indicator, value = str(slots["indicator"]), float(slots["value"] or 0)
    x = reading(world, str(slots["who"]), indicator, int(slots["year"] or 0))
    if slots["relation"] == "about":
        return (np.abs(x - value) <= TOLERANCE[indicator]).astype(float)
    return ((x > value) if slots["relation"] == "above" else (x < value)).astype(float)


def _value(slots: Slots) -> str:
    unit = UNITS.get(str(slots["indicator"]), "%")
    about = f" (within {TOLERANCE[str(slots['indicator'])]:g})" if slots["relation"] == "about" else ""
    return f"{slots['relation']} {slots['value']:g}{unit}{about}"


TEMPLATE = Template(
    name="macro_forecast",
    description="A figure of an economy by a date: growth, inflation, policy rate, deficit, debt, oil price",
    patterns=(
        Pattern(
            all="PERCENT",
            any="GROWTH INFLATION KEY_RATE RECESSION",
            none="NATO_SPENDING NATO_SPENDING_UP RUS_SPENDING RUS_SPENDING_UP RUS_SPENDING_DOWN PLEDGE GDP_SHARE BARE_LEVEL",
            weight=1.5,
        ),
        Pattern(
            all="PERCENT",
            any="DEFICIT DEBT",
            none="OVER SPENDING PLEDGE NATO_SPENDING RUS_SPENDING MODALITY_HAS",
            weight=2,
        ),
        Pattern(all="OIL DOLLARS", none="TOOLS LIMIT", weight=1),
    ),
    slots=(
        Slot("who", "RUS or an ally's code", "RUS"),
        Slot("indicator", "which figure", "growth", tuple(INDICATORS)),
        Slot("relation", "above, below or about", "about", ("above", "below", "about")),
        Slot("value", "the figure, in % (dollars for oil)", None),
        Slot("year", "of this calendar year", None),
    ),
    fill=_fill,
    question=lambda s: f"Is {INDICATORS[str(s['indicator'])]} of {name(s['who'])} in {s['year']} {_value(s)}?",
    outcome=_holds,
    rule=lambda s: (
        f"{INDICATORS[str(s['indicator'])]} of {name(s['who'])} for {s['year']}, first full official "
        f"publication, is {_value(s)}"
    ),
    variables=("growth", "balance", "debt_ratio", "rus_inflation", "rus_key_rate", "urals_price"),
    evidence=lambda s: LAWS[str(s["indicator"])] if s["who"] == "RUS" else (str(s["indicator"]),),
    resolve=lambda past, s: resolved.macro_outcome(
        past,
        str(s["who"]),
        str(s["indicator"]),
        str(s["relation"]),
        float(s["value"] or 0),
        int(s["year"] or 0),
        TOLERANCE[str(s["indicator"])],
    ),
)
