"""A stated probability of an event: "the probability of a recession stands at 60%", "I'd give a truce three chances in
ten". The event is claimed as possible; its odds are no figure of the claim."""

from __future__ import annotations

import re

from overstretch.claims.reader.clauses import claim_words as cw
from overstretch.claims.reader.figures.number_words import ONES, ROUND
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find

_ONE = rf"(?:(?:{ROUND}|a hundred|one hundred|hundred|a thousand)(?:[- ](?:{ONES}))?|[1-9]\d*(?:[.,]\d+)?)"
_BOUND = (
    r"(?:(?:an?|about|around|roughly|some|perhaps|maybe|only|just|no|not|more|less|better|higher|greater|than|at|best|"
    r"least|most|over|under|above|below|close|nearly|almost|up|mere|good|solid|slightly|well|now|still|currently|"
    r"something|like|between|in|the|region|of|put|estimated|to|be) )*"
)
_CHANCE = r"(?:chances?|odds|probability|likelihood|shot|prospect)"
_SIZE = (
    rf"(?:{_ONE} chances? (?:in|out of) {_ONE}|{_ONE}[- ](?:in|out[- ]of)[- ](?:a |every )?{_ONE}|{_ONE}(?: (?:to|and|"
    rf"or) |-){_ONE} ?(?:%|per ?cent|pct)|{_ONE} ?-?(?:%|per ?cent\b|pct\b)|fifty-fifty|50[-/]50|evens?\b|a "
    rf"coin[- ](?:toss|flip))(?:[- ]{_CHANCE})?"
)
_ODDS = r"(?:chances?|odds|likelihood|probability|risks?|prospects?|danger|possibility)"
_END = r"(?=\W*$|,)"
_WHAT = r"(?P<what>[^;:]+?)"
_ODDS_OF, _SO_LIKELY = rf"{_ODDS} (?:of|that) {_WHAT}", rf"{_BOUND}{_SIZE}{_END}"
_WHO = r"\W*(?P<who>[^,;:]{1,60}?)(?:'d| would|'ll)? "
_SAID = (
    rf"\W*(?:(?P<whose>(?-i:[A-Z])[\w-]+(?:'s|'|s')) |the |its |their |our |my )?{_ODDS_OF},? (?:is|are|stands?|runs?|"
    rf"comes? (?:out )?(?:to|at)|lies?|amounts? to|works? out at|sits?|(?:is|are) (?:put|reckoned|estimated|assessed|"
    rf"rated|judged|seen|pegged|placed))(?: as)? {_SO_LIKELY}",
    rf"{_WHO}(?:gives?|gave) (?P<whose>(?:the )?(?-i:[A-Z])[^,;:]{{1,40}}?) {_BOUND}{_SIZE}(?: {_ODDS})? "
    rf"of {_WHAT}{_END}",
    rf"\W*there (?:is|are|remains?|was) {_BOUND}{_SIZE}(?: {_ODDS})? (?:of|that) {_WHAT}{_END}",
    rf"{_WHO}(?:gives?|gave|giving) {_WHAT},? {_SO_LIKELY}",
    rf"{_WHO}(?:puts?|sees?|rates?|pegs?|estimates?|sets?|reckons?|assesses|judges|places?|prices?(?: in)?) (?:the "
    rf")?{_ODDS_OF} (?:at|as|to be) {_SO_LIKELY}",
    rf"(?P<who>\W*)(?:the )?{_ODDS_OF} (?:at|as|to be) {_SO_LIKELY}",
    rf"\W*(?:the )?odds (?:are|stand at|are put at) {_BOUND}{_ONE}(?:[- ]to[- ]|/){_ONE} (?:against|on|in favour of) "
    rf"{_WHAT}{_END}",
)
_STATED = tuple(re.compile(row, re.I) for row in _SAID)
_NOBODY = re.compile(r"\b(?:not|never|nobody|no one|few|refus\w*|declin\w*)\b|n't\b", re.I)


def _of_an_event(m: re.Match[str]) -> bool:
    """Whether what somebody gives or puts at a size is the chance of an event, of whomever he may be."""
    whom = f"{m['what']} {m.groupdict().get('whose') or ''}"
    if _NOBODY.search(m["who"]) or (parties(m["who"]) and not parties(whom)):
        return False
    return (
        bool(find(m["what"], "event")) or re.search(_CHANCE, m.group()[m.end("what") - m.start() :], re.I) is not None
    )


def without_odds(text: str) -> tuple[str, bool]:
    """The text, as long as it was, without a stated probability of what it claims; and whether it states one."""
    for pattern in _STATED:
        m = pattern.match(text)
        if m is None or ("who" in m.groupdict() and not _of_an_event(m)):
            continue
        kept = sorted(m.span(group) for group in ("whose", "what") if m.groupdict().get(group))
        ends = [m.start(), *(end for _, end in kept)]
        starts = [*(start for start, _ in kept), m.end()]
        return blanked(text, *zip(ends, starts, strict=True)), True
    if chance := cw.CHANCE.search(text):
        return blanked(text, chance.span()), True
    if chance := cw.CHANCE_OF.match(text):
        return blanked(text, (0, chance.start("what")), (chance.end("what"), chance.end())), True
    return text, False
