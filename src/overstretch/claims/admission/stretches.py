"""Stretches of a statement that bear on none of its proposed questions: asides, earlier figures, reasons, further
claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overstretch.claims.admission.dates import ends
from overstretch.claims.admission.places import Place, touched
from overstretch.claims.reader.asked.several import FURTHER
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.clauses.carried import KINDS
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.stance import NOT

_BOUND = re.compile(r"(?<!\d),(?=\s)|(?<=\d),(?=\s)|[;:](?=\s)|\s-+\s|[()]|[.!?][\"']?\s+(?=[A-Z\"'])")
_CUT = re.compile(
    r";\s|[.!?][\"']?\s+(?=[A-Z\"])|(?<!none)(?<!nobody)(?<!no one),?\s+(?:and|but|while|whereas|yet|adding "
    r"that|so that)\s+",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|can|cannot|won't|isn't|aren't|did|does|"
    r"do|\w+(?:'s|'re|'ll)|goes|comes|stays|keeps|rises|falls|eases|\w{3,}ed|rose|fell|grew|stood|spent|"
    r"got|went|came)\b",
    re.I,
)
_EARLIER = re.compile(  # a comparison with another figure, a record, what was before
    r"\W*(?:(?:and|but|or) )?(?:which|who|whose|where|having|up|down|from|against|as against|compared|"
    r"rather than|instead of|after|already|once|long|currently|now|at present|the (?:first|highest|most|"
    r"lowest|least|largest|biggest|heaviest|widest|year|sum|same|second)|"
    r"its|his|their|an?|more than|less than|more|less|far|well|still|even|twice|half|some|about|roughly|"
    r"two|three|including|excluding|not counting|\d|[$€£]|ahead|short|with room|equal|equivalent|or|"
    r"roughly|then|making|leaving|in line)\b",
    re.I,
)
_REASON = re.compile(
    r"\W*(?:as|because|since|blaming|thanks to|not least|due to|owing to|on the back of|amid|despite|"
    r"although|though|even (?:though|as)|under|in (?:a|an|its|his|her|their|the)|at (?:a|an|the|present)|"
    r"by (?:our|his|its)|according to|citing|so that|to|when|where|if you|mark|trust|on (?:condition|the)|"
    r"with|without|by|for|of|after|before|following)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:will|would|could|may|might|shall|going to|is to|are to|by 20\d\d)\b", re.I)
_COUNTED_IN = re.compile(r"\b(?:included|excluded|excepted|counted in|left out)\b", re.I)  # says what a figure holds
_PARTICIPLE = re.compile(
    r"\W*(?:\w{3,}ed|made|put|drawn|written|struck|shown|given|cut|set)\b", re.I
)  # ", unveiled in April 2025,"
_NOW = re.compile(
    r"\b(?:now|today|currently|at present|so far|last (?:year|month|quarter)|a year (?:ago|earlier|before))\b", re.I
)
CONDITION = re.compile(r"\b(?:if|unless|provided|as long as|so long as|assuming|should|were|once|until)\b", re.I)


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int
    why: str


def segments(text: str) -> list[tuple[int, int]]:
    """What stands between commas, brackets, dashes, colons and full stops."""
    cuts = [m.span() for m in _BOUND.finditer(text)]
    at, found = 0, []
    for a, b in [*cuts, (len(text), len(text))]:
        if text[at:a].strip():
            found.append((at, a))
        at = b
    return found


def clauses_of(text: str) -> list[tuple[int, int]]:
    """What stands between full stops and the words that join clauses."""
    at, found = 0, []
    for m in [*_CUT.finditer(text), None]:
        end = m.start() if m else len(text)
        if text[at:end].strip():
            found.append((at, end))
        at = m.end() if m else end
    return found


def set_aside(
    draft: Draft, clauses: Clauses, parts: Sequence[Place], aside: Sequence[Place], failed: Sequence[Place]
) -> list[Stretch]:
    """Every stretch that no part of an admitted question touches and that is an aside by its grammar.

    `aside`: what the model says bears on nothing; `failed`: places of proposals that the gate refused."""
    found = [
        Stretch(p.start, p.end, "who says it" if p.role == "report" else "an aside")
        for p in clauses.pieces
        if p.role in ("report", "aside") and (p.word in KINDS or not touched(p.start, p.end, parts))
    ]
    whole = segments(clauses.text)
    for a, b in [(p.start, p.end) for p in aside] + whole:
        if touched(a, b, parts) or CONDITION.search(clauses.text[a:b]):
            continue
        if (why := _reason(draft, clauses.text, a, b, bounded=(a, b) in whole)) is not None:
            found.append(Stretch(a, b, why))
    found += [
        Stretch(*m.span(), "a record")
        for m in _RECORD.finditer(clauses.text)
        if not re.search(r"\bdecade's end", m.group())
    ]
    found += [Stretch(a, b, FURTHER) for a, b in _further(draft, clauses.text, parts, failed)]
    return found


def _reason(draft: Draft, text: str, a: int, b: int, bounded: bool) -> str | None:
    """Why a stretch bears on nothing; None where it may."""
    words = text[a:b]
    if (NOT.search(words) and not bounded) or _COUNTED_IN.search(words):
        return None
    if not stated(draft, a, b):
        return "bears on nothing"
    ahead = any(
        m.start < b and a < m.end and ends(m.when)[1] > 12 * draft.said.year + draft.said.month - 1
        for m in draft.moments
    )
    if _EARLIER.match(words) and not (ahead or _AHEAD.search(words)):
        return "an earlier or another figure"
    past = any(m.start < b and a < m.end for m in draft.moments) and not ahead
    if bounded and past and not _AHEAD.search(words) and (_PARTICIPLE.match(words) or not _FINITE.search(words)):
        return "an earlier or another figure"
    if _NOW.search(words) and not (ahead or _AHEAD.search(words)):
        return "an earlier or another figure"
    return "a reason" if _REASON.match(words) and not _figures(draft, a, b) and not ahead else None


def stated(draft: Draft, a: int, b: int) -> bool:
    """Whether a stretch names a figure, a moment, a party, a quantifier, a change or what happens."""
    held = [*draft.moments, *draft.parties, *draft.events, *(m for m in (draft.counted, draft.size) if m)]
    return _figures(draft, a, b) or any(m.start < b and a < m.end for m in held) or bool(draft_words(draft, a, b))


def _figures(draft: Draft, a: int, b: int) -> bool:
    return any(m.start < b and a < m.end for m in draft.figures) or bool(re.search(r"\d", draft.text[a:b]))


_RECORD = re.compile(
    r",?\s(?:the |its |their |his )?(?:first|most|\w{2,}est)(?: \w+){0,4}? (?:since|in|for|on|"
    r"of)\s(?:(?:\w+ )?(?:(?:19|20)\d\d|times|years|decades?|generations?|memory|record|history|century|"
    r"era)\b|(?:the |its )?\w+ (?:times|years|war|era)\b)[^,.;]*",
    re.I,
)  # "the heaviest since Soviet times": records over time are set aside
GENERIC = (
    "MIL",
    "SPEND",
    "GDP",
    "ECONOMY",
    "TOTAL",
    "TARGET",
    "WHOLE",
    "SHRINKS",
    "GROWS",
    "STOCK",
    "BUFFERS",
    "CORE",
    "LIQUID",
    "FUND",
)


def draft_words(draft: Draft, a: int, b: int) -> list[str]:
    """Words of a stretch that name a series, other than those that many share."""
    return [m.text for m in draft.concepts if m.start < b and a < m.end and m.kind not in GENERIC]


def _further(draft: Draft, text: str, parts: Sequence[Place], failed: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Clauses of their own that none of the admitted questions rests on."""
    for a, b in clauses_of(text):
        if touched(a, b, parts) or CONDITION.search(text[a:b]):
            continue
        moves = any(a <= m.start < b for m in draft.ways)
        if moves or _FINITE.search(text[a:b]) or touched(a, b, failed):
            yield a, b
