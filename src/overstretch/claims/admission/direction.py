"""Which way a proposed question points: comparisons, rises and falls, signs and denials go as the words of the
statement do."""

from __future__ import annotations

import re

from overstretch.claims.admission.conditions import conditioned
from overstretch.claims.admission.denials import ENDINGS, denied, lasting, unknown
from overstretch.claims.admission.levels import compared, level, sign
from overstretch.claims.admission.places import Rests
from overstretch.claims.admission.tally import tallied
from overstretch.claims.admission.walk import Claim, claims
from overstretch.claims.reader.asked.causes import cause_in
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.clauses.reasons import gives
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.framings import HELD_SO
from overstretch.claims.reader.made import blanked
from overstretch.questions.data import NEGATED, Compare, Count, Effect, Given, Happens, Quantity, Question


def agrees(question: Question, draft: Draft, rests: Rests, found: Clauses) -> None:
    """Raises Unread where the question points another way than the words, or denies what they affirm."""
    whole, draft = draft, _of_the_claim(question, draft, found)
    why = [(p.start, p.end) for p in found.of("aside") if gives(found.words(p))]
    denials = [(a, b) for a, b in denied(draft) if not any(x <= a and b <= y for x, y in why)]
    if found.stance in HELD_SO:  # "I wouldn't bet against"
        sure = [(p.start, p.end) for p in found.of("report") if p.word == "stance"]
        denials = [(a, b) for a, b in denials if not any(x <= a < y for x, y in sure)]
    held = _held_against(found)
    if denials and held and not any(a < held[1] and held[0] < b for a, b in denials):
        denials = [*denials, held]  # "it would take a miracle to avoid it"
    stances = [] if denials else [(p.start, p.end) for p in rests.places if p.part == "stance"]
    for claim in claims(question):
        part = claim.part
        counted = (
            isinstance(part, Count)
            and draft.counted is not None
            and re.match(r"not\b", draft.text[draft.counted.start :], re.I)
        )
        if claim.turned and not isinstance(part, Happens) and not denials and not counted and not unknown(rests, draft):
            raise Unread("nothing in it denies what is asked")
        match part:
            case Compare():
                sign(part, draft)
                compared(part, claim.turned, draft, denials or (stances if claim.turned else []))
                level(part, claim.turned, draft, denials, rests)
            case Count():
                tallied(part, claim.turned, draft)
                sign(part.where, draft)
                if not (draft.counted is not None and (draft.counted.exceptions or draft.counted.contrary)):
                    compared(part.where, False, draft, [])
                    level(part.where, False, draft, denials, rests)
            case Happens():
                none = part.event in _OF_NONE and draft.counted is not None and draft.counted.n == 0
                nobody = [(draft.counted.start, draft.counted.end)] if draft.counted is not None and none else []
                lasts = [held] if held and lasting(part.event, draft, rests) else []
                _happens(claim, draft, rests, [*denials, *nobody] or lasts)
            case Effect():
                _effect(part, draft)
    if isinstance(question, Given):
        conditioned(question, found, whole, rests)


_OF_NONE = ("ally_exit", "attack_on_nato", "pledge_abandoned")  # that none leaves, is attacked, gives it up
_AGAINST = re.compile(
    r"^unlikely$|miracle|(?:hard|difficult|impossible) to|(?<!no )(?<!no great )(?<!no big )(?<!no real )surprise if|"
    r"astonish|amaz|(?:would|'d) be [\w ]*surprised if",
    re.I,
)


def _held_against(found: Clauses) -> tuple[int, int] | None:
    """Where the words stand that hold the claim false, where they do."""
    if not _AGAINST.search(found.stance):
        return None
    return next(((p.start, p.end) for p in found.of("report") if p.word == "stance"), None)


def _of_the_claim(question: Question, draft: Draft, found: Clauses) -> Draft:
    """The words of a claim without its conditions, whose denials are theirs."""
    pieces = found.of("condition") if isinstance(question, Given) else []
    if len(pieces) != 1 or len(question.conditions) < 2:  # type: ignore[union-attr]
        return draft
    text = draft.text
    for piece in pieces:
        text = blanked(text, (piece.start, piece.end))
    return drafted(text, draft.said)


def answers(question: Question, draft: Draft, rests: Rests) -> None:
    """An answer that denies turns the question that it answers; any other does not. Raises Unread."""
    contrary = bool(denied(draft)) or unknown(rests, draft)
    for claim in claims(question):
        asked = getattr(claim.part, "op", "")
        turned = claim.turned or (isinstance(claim.part, Compare) and asked[0] == "<")
        if turned != contrary:
            raise Unread("it answers the other way round")


def _happens(claim: Claim, draft: Draft, rests: Rests, denials: list[tuple[int, int]]) -> None:
    """An event is denied where the words deny it: an odd number of denials, of which what lasts counts one for what
    ends."""
    assert isinstance(claim.part, Happens)
    event = claim.part.event
    lasts = claim.part.how not in ("natural", "hold") and lasting(event, draft, rests)  # "dies in office"
    own = [
        span
        for span in denials
        if (lasts or not _named(event, draft.text[slice(*span)])) and not _of_the_event(event, span, rests, lasts)
    ]
    contrary = (len(own) + lasts) % 2 == 1
    if claim.turned and not contrary and not unknown(rests, draft) and not (len(own) > 1 and not lasts):
        raise Unread("nothing in it denies what is asked")
    if not claim.turned and contrary and not claim.joined:
        raise Unread(
            f"could not place “{draft.text[slice(*own[0])]}”" if own else "what is said to last is asked as ended"
        )


def _named(event: str, words: str) -> bool:
    """Whether a word that denies is what the event is called by: a doubt, a member no longer."""
    return bool(re.search(r"\bdoubt" if event == "article5_doubt" else r"\b(?:no longer|cease)", words, re.I))


def _of_the_event(event: str, span: tuple[int, int], rests: Rests, lasts: bool) -> bool:
    """Whether a denial is how the event itself is put: "nobody believes in Article 5"."""
    if event != "article5_doubt" and (lasts or event not in (*ENDINGS, "tools_near_limits")):
        return False
    own = [p for p in rests.places if p.part == "event" and p.start <= span[0] and span[1] <= p.end]
    return any(event == "article5_doubt" or p.start == span[0] or span[1] - span[0] == len("no") for p in own)


def _effect(part: Effect, draft: Draft) -> None:
    """An effect that the words call a fall is asked as one."""
    if not isinstance(part.of, Quantity):
        return  # what brings a ruler down makes his fall likelier
    cause = cause_in(draft.text)
    if cause is None or part.op not in NEGATED or isinstance(part.value, tuple):
        return
    ways = [
        m
        for m in draft.ways
        if cause.effect[0] <= m.start < cause.effect[1] or cause.link[0] <= m.start < cause.link[1]
    ]
    ups, downs = any(m.kind == "UP" for m in ways), any(m.kind == "DOWN" for m in ways)
    falls = part.op[0] == "<" if part.value == 0 else part.value < 0
    if part.of.series != "balance" and ups != downs and falls != downs:
        raise Unread("the effect does not go the way that the words say")
