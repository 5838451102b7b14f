"""Russia's equipment against that of February 2022: below its level, more than before the war, back at it."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, unplaced
from overstretch.claims.reader.told import Told, party_of, take_party
from overstretch.questions.data import Compare, Quantity, Question, When

_WAR = r"(?:the |its |it |his )?(?:full-scale |big )?(?:war|invasion|invaded ukraine|attack on ukraine|attacked ukraine)"
_AT = rf"(?:(?:early |(?:in |the start of |the end of |late )?february |january )?2022\b|before {_WAR}|pre-?war)"
_HAD = r"(?:it (?:had|did|fielded|owned|possessed|was|stood at)|there (?:was|were))"
_BASE = (  # the level of that time
    rf"(?:(?:the|its|their|that|those)? ?(?:pre-?war|february 2022|2022) (?:level|size|strength|stock|amount|number|"
    rf"holding|total|mark)s?|(?:the|its|their|that|those|what|where|as)? ?(?:(?:level|size|strength|stock|amount|"
    rf"number|holding|total)s? )?(?:{_HAD} )?(?:of|in|from|as of|at the start of|back in|on the eve of)? ?{_AT})"
)
_NOUN = r"(?: [\w'-]+){0,6}?"
_BOUNDS = (
    (
        "<",
        rf"(?:below|under|beneath|short of|(?:lower|smaller|less|fewer|weaker|poorer) than) {_BASE}|(?:fewer|less|"
        rf"(?:a )?(?:smaller|lower)){_NOUN} than {_BASE}",
    ),
    (
        ">",
        rf"(?:above|over|beyond|past|(?:higher|larger|bigger|greater|more|stronger) than|exceed(?:s|ed)?|surpass(?:es|"
        rf"ed)?|top(?:s|ped)?) {_BASE}|(?:more|(?:a )?(?:bigger|larger|greater|higher)){_NOUN} than {_BASE}",
    ),
    (
        ">=",
        rf"(?:back (?:at|to|up to|on)|at least (?:at |as (?:large|big|much|many|high)(?:{_NOUN}) as )?|restored to|"
        rf"return(?:s|ed)? to|recover(?:s|ed)? to|reach(?:es|ed)?|regain(?:s|ed)?|match(?:es|ed)?) {_BASE}|as (?:large|big|"
        rf"much|many|high|strong){_NOUN} as {_BASE}",
    ),
)
_BACK = re.compile(r"\b(?:back|again|had before|level|restor|replac|recover)", re.I)
_TIME = re.compile(r"\b2022\b|before the (?:war|invasion)|pre-?war", re.I)
_INVADED = re.compile(r"\b(?:war|invasion|attack|offensive|invaded|attacked|invading) (?:of |in |on |against )?$", re.I)


def stocks(told: Told) -> Question | None:
    """The question of a claim about Russia's equipment beside that of February 2022; None for any other."""
    draft = told.draft
    if not draft.has("STOCK") or party_of(draft, "RUS") is None or not _TIME.search(draft.text):
        return None
    op = _bound(draft)
    if op is None:
        if not _BACK.search(draft.text):
            return None
        draft.mark(r"\b(?:back (?:at|to)|again|had before|level of)\b", "comparator")
        op = ">="
    draft.take_all("STOCK", "REBUILT", "MIL", part="series")
    take_party(draft, "RUS")
    for p in draft.parties:
        if p.code == "UKR" and _INVADED.search(draft.text[: p.start]):
            draft.take(p, "who")
    whens = [m for m in draft.moments if not m.when.first.startswith("2022")]
    if len(whens) > 1:
        raise unplaced(draft.words(whens[1]))
    draft.take_moments()
    when = whens[0].when if whens else When("by", f"{draft.said.year + 5}-12", default=True)
    return Compare(Quantity("equipment_index", ("RUS",), when), op, 1.0)


def _bound(draft: Draft) -> str | None:
    """On which side of that level it is; None where no such bound is named."""
    for op, pattern in _BOUNDS:
        if m := re.search(rf"\b(?:{pattern})", draft.text, re.I):
            draft.use(*m.span(), "comparator")
            return op
    return None
