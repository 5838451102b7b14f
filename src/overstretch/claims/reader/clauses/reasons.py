"""Why a claim holds, or against what: "because the regions have had enough", "despite the blackouts". Behind an event
that is dated it leaves the claim as it is, where it gives no figure, moment, condition, event or cause of its own."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import claimed_before, figured, happens, has_moment, since, sized, weighs
from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing import reason_words as rw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.bearing.effect_words import FORWARD
from overstretch.claims.reader.clauses import reasons_of_figures
from overstretch.claims.reader.vocabulary import find

_THOUGH = rf"(?:{rw.IN_SPITE}|{rw.FOR_ALL}|{rw.THOUGH}|{rw.WHATEVER}|(?:regardless|irrespective) of)"
_WHY = (
    rf"(?:{rw.CHIEFLY}(?:because|since|as)|now that|seeing that|inasmuch as|(?<!is )(?<!are )(?<!was )(?<!be "
    rf"){rw.OWED}|"
    rf"{rw.IN_VIEW}|amidst?|in the (?:midst|face) of|under the (?:weight|burden|"
    r"strain|pressure|impact|load|influence|stress) of|for the simple reason that|on the grounds that|"
    r"so (?:great|deep|strong|heavy|bitter) (?:is|are)|out of (?=(?:fear|spite|weariness|exhaustion|frustration|"
    r"desperation|despair|self-interest|necessity|habit|anger|conviction|solidarity)\b))"
)
_REASON = re.compile(rf"[ ,](?P<word>{_THOUGH}|{_WHY})(?= )", re.I)
_ALONE = re.compile(rf"(?:and |but )?(?P<word>{_THOUGH}|{_WHY})(?= )", re.I)
_AS_CLAUSE = re.compile(  # "as punishing rates choke off investment", and no "as a state", "as soon as"
    r"as (?!an? |(?:soon|early|late|long|much|many|far|well|if|of|part|planned|promised|agreed|expected|usual|before|"
    r"ever|always|things|leader|president|head|member|chancellor|premier|ruler|such|one|the (?:first|last|only|"
    r"\w+est))\b)(?:[\w'-]+ ){2,}",
    re.I,
)
_SINCE_CLAUSE = re.compile(
    r"since (?=(?:[\w'-]+ ){0,8}?(?:are|have|do|cannot|can|will|lack|want|need|know|see|[a-z]+s) )",
    re.I,
)
_RECORD = re.compile(r"\b(?:first|last|[a-z]+est|worst|ever|years?|time)\s*$", re.I)  # "the first recession since"
_HOLDS_ON = re.compile(
    r"\b(?:if|unless|until|till|whether|once|when|provided|assuming|before|after|by then|would)\b|"
    r"\b(?:and|but|or|so)\b [^,;]*\b(?:will|won't|would|shall)\b",
    re.I,
)
_NONE_BY_ITSELF = (
    "RULER LEADER REGIME RUS_STATE REVIEW HOLDS GAMECHANGER PRECEDENT RESPONSE REMARKS PRESSURE RELABEL FREE_RIDE "
    "ARMS_RACE BALANCE_OF_FORCES STRAINED ARTICLE5 US_TROOPS CHANGES SUSTAIN"
)
_NO_EVENT = frozenset(_NONE_BY_ITSELF.split())
_OWN = (
    "RECESSION CEASEFIRE WAR_END WAR_LASTS EXIT OUSTED COUP FORCED ATTACK DRAWDOWN"  # that bear on the claim themselves
)
_OWN_EVENTS = frozenset(_OWN.split())


def behind(text: str, start: int, end: int) -> int | None:
    """Where in a stretch what only gives the reason of its claim begins; None where there is no such thing."""
    if (of_figure := reasons_of_figures.behind(text, start, end)) is not None:
        return of_figure
    old = cw.REASON.search(text, start, end) or since(text, start, end)
    claim = text[start : old.start()] if old else ""
    if old and (sized(claim) or claimed_before(claim, old.group())) and not weighs(old.group()):
        return old.start()
    for m in _REASON.finditer(text, start, end):
        head = text[start : m.start()]
        if m["word"].lower().endswith("since") and _RECORD.search(head):
            continue
        if _told(text[:start], head) and _gives_reason(text[m.start("word") : end], m["word"]):
            return m.start()
    return None


def alone(words: str, before: str) -> bool:
    """Whether a stretch behind a claim only gives its reason."""
    if reasons_of_figures.alone(words, before):
        return True
    m = _ALONE.match(words)
    return m is not None and _told("", before) and _gives_reason(words[m.start("word") :], m["word"])


def gives(words: str) -> bool:
    """Whether a stretch that was set aside begins as a reason does."""
    return _ALONE.match(words.lstrip(" ,")) is not None


def _told(before: str, claim: str) -> bool:
    """Whether what stands before a reason tells an event and when it comes about, and not what would be."""
    if not has_moment(f"{before} {claim}"):
        return False
    if (link := FORWARD.search(claim)) and names_a_cause(claim[: link.start()], claim[link.end() :]):
        return True  # why its cause has that effect
    events = {m.kind for m in find(claim, "event")} - _NO_EVENT
    tells = cw.FINITE_VERB.search(claim) is not None and not re.search(r"\bwould\b", claim, re.I)
    return bool(events) and tells


def _comes_about(words: str) -> bool:
    return happens(words) and bool({m.kind for m in find(words, "event")} & _OWN_EVENTS)


def _gives_reason(words: str, word: str) -> bool:
    word = word.lower()
    if word.endswith("as") and not _AS_CLAUSE.search(words):
        return False
    if word.endswith("since") and not _SINCE_CLAUSE.search(words):
        return False
    if re.search(r"\d", words) or figured(words) or has_moment(words) or _comes_about(words) or _HOLDS_ON.search(words):
        return False
    return re.fullmatch(_THOUGH, word, re.I) is not None or not names_a_cause(words)
