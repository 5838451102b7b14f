"""Why a figure comes about, or in spite of what, said behind its claim: set aside where it bears on no part of it."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import OF_A_LEVER, PLAIN_EVENTS, amounts, bears, figured, has_moment, turns
from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing import reason_words as rw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find

_BEHIND = re.compile(  # at the end of a stretch, without a comma
    rf" (?:{rw.AS}|because|while|now that|just as|even as|{rw.THOUGH}|{rw.IN_SPITE}|{rw.FOR_ALL}|{rw.OWED}|"
    rf"{rw.WHATEVER}|amidst?) "
    r"[\w' -]+\W*$"
)
_ALONE = re.compile(
    rf"(?:because|now that|even as|{rw.THOUGH}|{rw.IN_SPITE}|{rw.FOR_ALL}|{rw.OWED}) [\w' -]+\W*$", re.I
)
_OWED_TO = re.compile(rf" ?(?:because|now that|while|{rw.OWED})\b", re.I)
_THOUGH = re.compile(rf" ?{rw.THOUGH}\b", re.I)
_TO_COME = re.compile(r"\b(?:will|would|could|may|might|shall|to)\b", re.I)
_OF_THE_ALLIANCE = re.compile(r"\b(?:nato|alliance|ally|allies|allied|members?|article|baltic\w*)\b", re.I)
_GOES_HOME = re.compile(r"\b(?:troops?|forces?|soldiers?|brigades?|americans?|us|gis?|military|army)\b", re.I)
_LESS_SURE = re.compile(r"\b(?:few|nobody|no one|some|not|never|hardly|or|lower|higher|more|less|only)\b|n't\b", re.I)
_OF_ARMS = re.compile(
    r"\b(?:defen[cs]e|militar\w+|arms|weapons|re-?arm\w*|spending|spends?|oil prices?|price of oil|crude|urals|"
    r"barrels?|pledges?|war|truce|peace|ceasefire|oil(?= (?:is|gets|stays|falls|rises|will)))\b",
    re.I,
)
_THAN_WITHOUT = re.compile(  # "2% smaller because of the sanctions": than it would be without them
    r"^(?!.*\bthan\b).*\b(?:smaller|lower|less|higher|larger|bigger|greater|poorer|more|fewer|weaker|slower|wider|"
    r"narrower|deeper|cheaper|dearer)\b",
    re.I,
)


def behind(text: str, start: int, end: int) -> int | None:
    """Where a reason without a comma begins that only goes with the claim before it; None where there is none."""
    m = _BEHIND.search(text, start, end)
    claim = text[start : m.start()] if m else ""
    return m.start() if m and amounts(claim) and not _weighs(m.group(), claim) else None


def alone(words: str, claim: str) -> bool:
    """Whether a stretch between commas only says why, or in spite of what, the claim before it comes about."""
    return _ALONE.match(words) is not None and amounts(claim) and not _weighs(f" {words}", claim)


def _weighs(reason: str, claim: str) -> bool:
    """Whether a reason may be more than one: it names a figure, a moment, an event or a cause that a lever stands for,
    or says what is to come of something of the field."""
    named = {m.kind for m in find(reason, "event")} & PLAIN_EVENTS
    if not _GOES_HOME.search(reason):
        named -= {"DRAWDOWN"}  # "bring home their dollars"
    if not _OF_THE_ALLIANCE.search(reason) and not {p.code for p in parties(reason)} - {"RUS", "UKR"}:
        named -= {"ATTACK"}  # "strikes on power stations"
    if reason.startswith(" as "):
        named -= {"WAR_LASTS"}  # "as the war grinds on"
    if named or re.search(r"\d", reason) or figured(reason) or OF_A_LEVER.match(reason) is not None:
        return True
    if reason.startswith(" as "):
        return cw.AUX.search(reason) is not None
    if _THOUGH.match(reason) and (turns(reason) or _LESS_SURE.search(reason)):
        return True
    owed = _OWED_TO.match(reason) is not None
    if owed and (_OF_ARMS.search(reason) or _THAN_WITHOUT.match(claim)):
        return True
    ahead = _TO_COME.search(reason) is not None and bears(reason)
    return ahead or has_moment(reason) or names_a_cause(reason)
