"""Russia's equipment against that of February 2022: below its level, more than before the war, back at it."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, unplaced
from overstretch.claims.reader.events.told import Told, party_of, take_party
from overstretch.questions.data import Compare, Quantity, Question, When

_WAR = (
    r"(?:the |its |it |his )?(?:full-scale |big )?(?:war\b|invasion\b|invaded ukraine|attack on ukraine|"
    r"attacked ukraine)"
    r"(?: (?:of|in|on|against) ukraine)?"
)
_AT = rf"(?:(?:(?:early|in|the start of|late) )?(?:february |january )?2022\b|before {_WAR}|pre-?war)"
_HAD = r"(?:(?:it|russia|its army) (?:had|did|fielded|owned|possessed|was|stood at)|there (?:was|were))"
_LEVEL = r"(?:level|size|strength|stock|amount|number|holding|total|mark)s?"
_BASE = (  # the level of that time
    rf"(?:(?:(?:the|its|their|that|those) )?(?:pre-?war|(?:february )?2022) {_LEVEL}|(?:(?:the|its|their|"
    rf"that|those|what|"
    rf"where|as) )?(?:{_LEVEL} )?(?:{_HAD} )?(?:(?:of|in|from|as of|at the start of|back in|on the eve of) )?(?:{_AT}|"
    rf"{_WAR}))"
)
_NOUN = r"(?P<of>(?: [\w'-]+){0,6}?)"  # what there is more of, placed by itself
_BOUNDS = tuple(
    (
        op,
        re.compile(rf"\b(?:{verb}) {_BASE}", re.I),
        re.compile(rf"\b(?P<op>{more}){_NOUN}(?P<base> (?:than|as) {_BASE})", re.I),
    )
    for op, verb, more in (
        ("<", r"below|under|beneath|short of", r"fewer|less|(?:a )?(?:smaller|lower)"),
        (
            ">",
            r"above|over|beyond|past|exceed(?:s|ed)?|surpass(?:es|ed)?|top(?:s|ped)?",
            r"more|(?:a )?(?:bigger|larger|greater|higher|stronger)",
        ),
        (
            ">=",
            r"back (?:at|to|up to|on)|restored to|return(?:s|ed)? to|recover(?:s|ed)? to|reach(?:es|ed)?|"
            r"regain(?:s|ed)?|"
            r"match(?:es|ed)?",
            r"(?:at least )?as (?:large|big|much|many|high|strong)(?: a)?",
        ),
    )
)
_BACK = re.compile(r"\b(?:back|again|had before|level|restor|replac|recover)", re.I)
_TIME = re.compile(rf"\b2022\b|before {_WAR}|pre-?war", re.I)
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
    for op, whole, split in _BOUNDS:
        if m := whole.search(draft.text):
            draft.use(*m.span(), "comparator")
            return op
        if m := split.search(draft.text):
            draft.use(*m.span("op"), "comparator")
            draft.use(*m.span("base"), "comparator")
            return op
    return None
