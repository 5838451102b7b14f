"""Words that the one who proposes questions accounts for without asking them: of another claim of the sentence, or of none.

They are named on the card. Taken are phrases and clauses of their own; never a condition, a moment where the claim has none, nor words
that go on with what stands before them ("and Latvia", "to 5%")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstretch.claims.admission.dates import ends, opened
from overstretch.claims.admission.places import Place, touched
from overstretch.claims.admission.stretches import Stretch
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.several import FURTHER
from overstretch.claims.reader.stance import NOT
from overstretch.questions.data import Count, Given, Happens, Quantity, Question, When
from overstretch.questions.data import parts as parts_of

CONDITION = re.compile(
    r"\b(?:if|unless|provided|as long as|so long as|assuming|should|were|once|until)\b", re.I
)  # words that may begin one
LEAST = 2  # words of a phrase of its own
_GOES_ON = re.compile(r"\W*(?:and|or|nor|to|plus|as well as|along with|together with)\b(?! (?:no|not|never)\b)", re.I)
_JOINS = re.compile(r"(?:\b(?:and|or|nor|to|between|than)|[-/&])\s*$", re.I)
_FINITE = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|can|did|does|do|should|must)\b", re.I
)
_LIMITS = re.compile(
    r"\b(?:at (?:least|most|best|worst|the (?:latest|earliest))|(?:more|less|fewer|lower|higher) than|no \w+er than|up to|only|nobody|none|never)\b",
    re.I,
)  # of what they stand beside


def accounted(
    draft: Draft,
    parts: Sequence[Place],
    fillers: Sequence[Place],
    others: Sequence[Place],
    questions: Sequence[Question],
) -> Iterator[Stretch]:
    """What may stand beside the questions unread: `fillers` are places said to bear on nothing, `others` those of claims that are
    not asked."""
    dated = not any(opened(question) for question in questions)
    for place in (*fillers, *others):
        a, b = place.start, place.end
        taken = place in others or _own_phrase(draft, a, b)
        if taken and not touched(a, b, parts) and (dated or not _moment(draft, a, b)):
            yield Stretch(a, b, FURTHER if place in others else "bears on nothing")


def _own_phrase(draft: Draft, start: int, end: int) -> bool:
    """Whether words are a phrase of their own that neither limits nor goes on with the claim."""
    words = draft.text[start:end]
    if len(words.split()) < LEAST or CONDITION.search(words) or _JOINS.search(draft.text[:start]):
        return False
    clause = bool(_FINITE.search(words)) and len(words.split()) > LEAST
    if not clause and (_GOES_ON.match(words) or _LIMITS.match(words.strip())):
        return False
    return not NOT.search(words) or clause or _bounded(draft.text, start, end)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether words stand between marks."""
    return bool(re.search(r"(?:^|[,;:(.!?-])\s*$", text[:start])) and bool(re.match(r"\W*(?:[,;:).!?-]|$)", text[end:]))


def _moment(draft: Draft, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in draft.moments)


def another(one: Question, other: Question) -> bool:
    """Whether two questions ask different things: another series or event, another party, another moment."""
    return not (_subjects(one) & _subjects(other))


def _subjects(question: Question) -> set[tuple[object, ...]]:
    """What a question is about, without its conditions: series or event, party, moment."""
    if isinstance(question, Given):
        return _subjects(question.of)
    held = list(parts_of(question))
    groups = tuple(p.group for p in held if isinstance(p, Count))
    about = {(p.series, p.who or groups, _moment_of(p.when)) for p in held if isinstance(p, Quantity)}
    return about | {(p.event, p.who, _moment_of(p.when)) for p in held if isinstance(p, Happens)}


def _moment_of(when: When) -> object:
    return when.relation if when.default or when.relation in ("default", "latest") else ends(when)
