"""Conditions of a proposed question: put by words that put one, and the way that those put it."""

from __future__ import annotations

import re

from overstretch.claims.admission.denials import denied, lasting
from overstretch.claims.admission.levels import figures_of, sign
from overstretch.claims.admission.places import Rests
from overstretch.claims.admission.walk import claims
from overstretch.claims.reader.asked.conditions import TURNS
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.questions.data import NEGATED, Compare, Do, Given, Happens
from overstretch.questions.data import parts as parts_of

_IF = re.compile(
    r"\b(?:if|unless|provid(?:ed|ing)|should|were|(?:as|so) long as|without|with|once|assuming|supposing|"
    r"barring|given|in case|presuming|subject to|absent|in the absence|failing|short of|assumption|premise|"
    r"conditional on|contingent on|say|suppose|"
    r"imagine|assume|picture|in (?:the|any) case|in a world|when(?:ever)?|until|lest|in the event|"
    r"on condition|after|following|scenario|variant|"
    r"at (?=[$€]?\d|[\w-]+ (?:dollars|euros)))(?:\b|(?<= ))",
    re.I,
)


def conditioned(given: Given, found: Clauses, draft: Draft, rests: Rests) -> None:
    """Raises Unread where no words put a condition, or put it the other way round."""
    _put(rests, found, draft)
    for condition in given.conditions:
        for part in parts_of(condition):
            if isinstance(part, Compare):
                sign(part, draft)
    _same_way(given, found, draft, rests)


def _put(rests: Rests, found: Clauses, draft: Draft) -> None:
    """A condition rests on words that put one, or on a cause under which a level holds. Raises Unread."""
    words = " ; ".join(draft.text[p.start : p.end] for p in rests.parts() if p.part == "condition")
    caused = any(p.part == "cause" for p in rests.parts())
    if not found.of("condition") and not caused and not _IF.search(words):
        raise Unread("nothing in it is a condition")


def _same_way(given: Given, found: Clauses, draft: Draft, rests: Rests) -> None:
    """A condition is asked as it is put: "unless" turns it, as a denial within it does."""
    pieces = [p for p in found.of("condition") if found.text[p.start : p.end].strip()]
    own = [c for c in given.conditions if not isinstance(c, Do)]
    if len(pieces) != 1 or len(own) != 1:
        return
    inner = drafted(_only(pieces[0].start + len(pieces[0].word), pieces[0].end, found.text), draft.said)
    for claim in claims(own[0]):
        if isinstance(claim.part, Happens):
            odd = len(denied(inner)) + lasting(claim.part.event, inner, rests) + (pieces[0].word in TURNS)
            if bool(odd % 2) != claim.turned:
                raise Unread("the condition is asked the other way round")
        elif isinstance(claim.part, Compare) and figures_of(claim.part) and claim.part.op in NEGATED:
            _condition_level(claim.part, claim.turned, inner, pieces[0].word)


def _condition_level(part: Compare, turned: bool, draft: Draft, word: str) -> None:
    asked = NEGATED[part.op] if turned else part.op
    ways = {c.op[0] for c in draft.comparators if c.op in NEGATED}
    if not ways:
        ways = (
            {"<"}
            if draft.has("DOWN") and not draft.has("UP")
            else {">"}
            if draft.has("UP") and not draft.has("DOWN")
            else set()
        )
        ways = {">"} if not ways and re.search(r"\brecover\w*|reach\w*|climb\w*", draft.text, re.I) else ways
    # a currency that slides: more of it for a dollar
    weaker = part.left.series == "exchange_rate" and not draft.comparators
    odd = (word in TURNS) + len(denied(draft)) + weaker
    ways = {{"<": ">", ">": "<"}[way] for way in ways} if odd % 2 else ways
    if len(ways) == 1 and part.left.series != "balance" and asked[0] not in ways:
        raise Unread("the condition is asked the other way round")


def _only(start: int, end: int, text: str) -> str:
    return " " * start + text[start:end] + " " * (len(text) - end)
