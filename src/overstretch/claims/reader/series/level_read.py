"""A claim about a level: the limit that a figure is put to, and on which side of it."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.figures.comparators import by_worth
from overstretch.claims.reader.series.change_read import falling, in_unit_of, smaller
from overstretch.claims.reader.series.limits import SOME, got_to, in_the_red, is_size, operator, value_of
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.data import MIRRORED, Compare, Quantity, Question


def covered(draft: Draft, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b, _ in draft.used)


def missing(draft: Draft) -> bool:
    """'Miss', 'fall short': the level is not reached; the word is part of the comparison, no contrary of the whole."""
    found = [
        m
        for m in draft.all_of("NOT")
        if re.match(r"miss|f[ae]ll|fail|short|under", m.text, re.I)
        and not any(m.overlaps(c.start, c.end) and c.op == "<" for c in draft.comparators)
    ]
    for m in found:
        draft.take(m, "comparator")
    return bool(found)


def limit(draft: Draft, figure: Mention, fact: bool, name: str) -> tuple[str, float | tuple[float, float]]:
    """Operator and figure; a deficit is a negative balance."""
    value = value_of(figure)
    if isinstance(value, tuple):
        low, high = value
        return "between", ((-high, -low) if name == "balance" and draft.has("DEFICIT") else (low, high))
    if (one := _ONE_END.search(draft.text[: figure.start])) and not covered(draft, one.start(), one.start() + 7):
        raise Unread(f"could not place “{one.group().strip()} {figure.text}”")
    priced = draft.has("FX", "OIL", "BRENT", "YIELD") and not draft.has("UP", "DOWN")
    if priced and _NO_WAY.search(draft.text[: figure.start]):
        raise Unread(f"it does not say from where it moves to “{figure.text}”")
    op = by_worth(held := operator(draft, figure, fact), name, in_the_red(draft, name))
    if op is None:
        raise Unread(f"it does not say which way of “{figure.text}” is the {held} one")
    if op == "about" and fact and name in ("core_share", "related_share", "total_share") and got_to(draft, figure):
        op = ">="
    if (
        name == "inflation"
        and op == ">="
        and draft.says(r"\b(?:target|goal|aim\w* (?:for|at)|back (?:at|to)|return\w* to)\b")
    ):
        op = "<="  # what is got back to from above
    red = draft.says(r"\b(?:deficit|shortfall|gap|hole)s?\b")
    signed = isinstance(value, float) and value < 0 and not red  # "a balance of -3%"
    if name == "balance" and not draft.has("SURPLUS") and not signed:
        return MIRRORED.get(op, op), -abs(value)
    return op, value


_NO_WAY = re.compile(  # "Brent to $50", "Urals heading to $40": from above or from below
    rf"(?:^\W*(?:[\w'-]+ ){{0,2}}?(?:brent|urals|oil|crude|prices?|rou?ble|usdrub|dollar|yields?)(?: at)?|\b(?:go(?:es|"
    rf"ing)?|went|head(?:s|ed|ing)?|mov(?:e[sd]?|ing)|get(?:s|ting)?|got|on (?:course|track)))(?: back| over)? (?:to|"
    rf"for|towards?) {SOME}",
    re.I,
)
_ONE_END = re.compile(r"\bbetween [^,;]{2,40} and (?:\w+ ){0,2}$", re.I)  # "between nothing and 3.5%"


def level(draft: Draft, quantity: Quantity, figure: Mention, fact: bool) -> Question:
    draft.take(figure, "figure")
    if quantity.series == "defence_spending" and (real := draft.says(r"\breal\b")):
        raise unplaced(real)  # at which prices?
    op, value = limit(draft, figure, fact, quantity.series)
    if op == "about" and draft.says(r"(?:\bnot|n't) even\b"):
        op = ">="
    bounded = draft.comparators or draft.places("comparator")
    falls = in_the_red(draft, "growth") or (
        is_size(draft, figure) and (smaller(draft, figure, quantity.when) or falling(draft))
    )
    if quantity.series == "growth" and falls and not isinstance(value, tuple):
        turned = MIRRORED if bounded else {">=": "about", "<=": "about"}
        op, value = turned.get(op, op), -abs(value)
    if (
        op == ">="
        and not bounded
        and not (draft.has("REACH") and not draft.foretold and not fact)  # "growth will not reach 1.5%"
        and (quantity.series == "growth" or (quantity.series == "inflation" and is_size(draft, figure)))
    ):
        op = "about"
    if op == "about" and quantity.series == "growth" and quantity.when.relation == "before" and draft.has("NOT"):
        op = ">="  # "not before 2028 will it be back at 2%"
    quantity = in_unit_of(figure, quantity)
    draft.take_all("REACH", "UP", "DOWN", "BRINK", part="comparator")
    if missing(draft) and not isinstance(value, tuple):
        op = {">=": "<", ">": "<=", "about": "<"}.get(op, op)
    return Compare(quantity, op, value)
