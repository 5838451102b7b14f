"""A reason in a stretch of its own, or at the end of a claim with a figure: "as Berlin borrows to rearm", "by dint of sheer
demand"."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing import dated, figured, happens, turns
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.clauses import carried_words as cd
from overstretch.claims.reader.parties import parties

_ABSOLUTE = re.compile(
    r"(?:the |its |their |an? |no |some |most )?[a-z][\w'-]*(?: [\w'-]+){0,5}? (?:\w+ing|\w+ed by)\b"
)
_SAYS = re.compile(rf"\b{cw.SAYING}\b", re.I)
_LEVERS = re.compile(
    r"\b(?:oil|urals|brent|crude|ceasefire|truce|peace|armistice|sanctions?|withdraw\w*|pull-?out|gone)\b", re.I
)
_COME_WHAT_MAY = re.compile(r"\bcome (?:what|who|whatever) may\b", re.I)
_REASON_ENDS = re.compile(
    r"(?:according to|as (?:the|a) (?:share|part|percentage|proportion)|as (?:measured|defined))", re.I
)
_REARMS = re.compile(  # what goes on anyway is no event to come
    r"\b(?:re-?arm\w*|re-?build\w*|rebuilt)\b|\b(?:war|fighting|conflict)(?: in ukraine)? (?:drag|grind|rag|go|wear|"
    r"rumbl|carri)(?:s|es)? on\b|\b(?:war|fighting|conflict)(?: in ukraine)? (?:continues|rages)\b",
    re.I,
)


_MOVED_BY_ARMS = re.compile(
    r"(?:driven|spurred|fuell?ed|fed|powered|propelled|lifted|boosted|buoyed|dragged|weighed|helped|hurt|hit)\b.*"
    r"\b(?:defen[cs]e|military|arms|weapons|re-?arm\w*|war|oil|sanctions)\b",
    re.I,
)


def is_reason(words: str, rest: str, front: bool) -> bool:
    """'As Berlin borrows to rearm', "for the simple reason that ...", "come what may in Washington": why, or in spite of
    what, with no figure, moment or event."""
    if not (cd.BECAUSE.match(words) or (not front and _is_absolute(words))) or _REASON_ENDS.match(words):
        return False
    if re.search(r"\b(?:jok\w+|jest\w*|rumours?|legend|saying|wags?|my foot)\b", words, re.I):
        return False
    if re.match(r"(?:al)?though not\b", words, re.I) and parties(words):
        return False  # "though not Spain": who is left out
    if _MOVED_BY_ARMS.match(words):
        return False
    words = _COME_WHAT_MAY.sub(" despite", words)
    if cd.TAKES_AMOUNT.search(words) or cw.COUNTS.search(words) or figured(words) or cd.TO_COME.search(words):
        return False
    if happens(_REARMS.sub("", words)) or (
        re.match(r"(?:its|their|his|her)\b", words, re.I) and not _is_absolute(words)
    ):
        return False
    lever = _LEVERS.search(words) or names_a_cause(words)
    if front and _REARMS.search(words) and parties(words):
        return False  # "As Germany rearms, Russia will ...": what another does may be the cause
    if lever and (re.match(r"(?:with|what with|given|despite)\b", words, re.I) or cd.BY_SO_MUCH.search(rest)):
        return False
    return not (lever and not re.match(r"as\b", words, re.I) and names_a_cause(words))


def reason_within(text: str) -> int:
    """Where a reason begins that a claim ends with, no comma between: "by dint of sheer demand"; -1 where none does."""
    m = cd.INLINE.search(text)
    if m is None or not figured(text[: m.start()]) or not cd.full(text[: m.start()]) or cd.BY_SO_MUCH.search(text):
        return -1
    words = m.group().strip()
    lever = names_a_cause(words) or _LEVERS.search(words.replace("the Urals", ""))
    return -1 if lever or dated(words) or not is_reason(words, text[: m.start()], False) else m.start()


def _is_absolute(words: str) -> bool:
    """'geography leaving Oslo little choice': a noun with its participle, no party's doing."""
    m = _ABSOLUTE.match(words)
    if m is None or _SAYS.search(words) or cd.VERB.search(words) or cw.SPENT.search(words) or turns(words):
        return False
    return not any(p.start < m.end() for p in parties(words)) and "spend" not in words
