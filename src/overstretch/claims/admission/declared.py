"""Words that the one who proposes questions accounts for without asking them: of another claim of the sentence, or of
none.

They are named on the card. Taken are phrases and clauses of their own; never a condition, a moment where the claim has
none, nor words
that go on with what stands before them ("and Latvia", "to 5%")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstretch.claims.admission.dates import ends, opened
from overstretch.claims.admission.places import Place
from overstretch.claims.admission.stretches import CONDITION, Stretch, stated
from overstretch.claims.reader.asked.several import FURTHER
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.vocabulary import neutral
from overstretch.questions.data import Compare, Count, Given, Happens, Quantity, Question, When
from overstretch.questions.data import parts as parts_of

LEAST = 2  # words of a phrase of its own
_GOES_ON = re.compile(r"\W*(?:and|or|nor|to|plus|as well as|along with|together with)\b(?! (?:no|not|never)\b)", re.I)
_JOINS = re.compile(r"(?:\b(?:and|or|nor|to|between|than)|[-/&])\s*$", re.I)
_CONTRAST = re.compile(r"\W*(?:and|but),? not\b", re.I)  # "at four per cent and not at five"
_WITH = re.compile(r"\W*(?:with|without|given)\b", re.I)  # may put a condition
_FINITE = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|can|did|does|do|should|must)\b", re.I
)
_SMALL = re.compile(
    r"the|and|but|for|from|with|than|then|that|this|these|those|its|their|his|her|our|over|under|into|"
    r"onto|about|around|nearly|almost|"
    r"some|just|still|already|will|would|could|may|might|can|does|did|has|have|had|been|being|was|were|are|not|nor",
    re.I,
)  # words that say nothing by themselves
_LIMITS = re.compile(
    r"\b(?:at (?:least|most|best|worst|the (?:latest|earliest))|(?:more|less|fewer|lower|higher) than|no "
    r"\w+er than|up to|only|nobody|none|never)\b",
    re.I,
)  # of what they stand beside


def accounted(
    draft: Draft,
    parts: Sequence[Place],
    fillers: Sequence[Place],
    others: Sequence[Place],
    questions: Sequence[Question],
) -> Iterator[Stretch]:
    """What may stand beside the questions unread: `fillers` are places said to bear on nothing, `others` those of
    claims that are
    not asked."""
    dated = not any(opened(question) for question in questions)
    today = all(w.relation == "latest" for q in questions for w in parts_of(q) if isinstance(w, When) and opened(q))
    for place in (*fillers, *others):
        a, b, other = place.start, place.end, place in others
        if (other or own_phrase(draft, a, b)) and (dated or (other and today) or not _moment(draft, a, b)):
            yield from (Stretch(x, y, FURTHER if other else "bears on nothing") for x, y in _free(a, b, parts))


def _free(start: int, end: int, parts: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """What of a stretch no part holds: words that a part holds elsewhere as well are not its own here."""
    held = [p for p in parts if p.start < end and start < p.end]
    if all(any(o.part == p.part and not (o.start < end and start < o.end) for o in parts) for p in held):
        yield start, end
        return
    for place in sorted(held, key=lambda p: p.start):
        if start < place.start:
            yield start, place.start
        start = max(start, place.end)
    if start < end:
        yield start, end


def own_phrase(draft: Draft, start: int, end: int) -> bool:
    """Whether words are a phrase of their own that neither limits nor goes on with the claim."""
    words = draft.text[start:end]
    if (
        len(words.split()) < LEAST
        or _JOINS.search(draft.text[:start])
        or (CONDITION.search(words) and stated(draft, start, end))
    ):
        return False
    if (_bare(draft, start, end) and not _CONTRAST.match(words)) or (_WITH.match(words) and stated(draft, start, end)):
        return False
    clause = bool(_FINITE.search(words)) and len(words.split()) > LEAST
    if not clause and (_GOES_ON.match(words) or _LIMITS.match(words.strip())):
        return False
    return not NOT.search(words) or clause or bool(_CONTRAST.match(words)) or _bounded(draft.text, start, end)


def _bare(draft: Draft, start: int, end: int) -> bool:
    """Whether words hold nothing but a moment to come, a figure, a comparison or a denial: parts of a claim, never an
    aside."""
    now = 12 * draft.said.year + draft.said.month - 1
    held = [(m.start, m.end) for m in draft.moments if ends(m.when)[1] >= now]
    held += [(m.start, m.end) for m in (*draft.figures, *draft.all_of("NOT"))]
    held += [(c.start, c.end) for c in draft.comparators]
    held += [m.span() for m in NOT.finditer(draft.text)]
    if not any(a < end and start < b for a, b in held):
        return False
    rest = [
        m.group()
        for m in re.finditer(r"[^\W\d_]{3,}", draft.text[start:end])
        if not any(a <= start + m.start() < b for a, b in held)
    ]
    return not [word for word in rest if not _SMALL.fullmatch(word) and word.lower() not in neutral()]


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
    ranked = any(isinstance(p, Compare) and p.op in ("highest", "lowest") for p in held)
    about = {(p.series, p.who or groups, _moment_of(p.when), ranked) for p in held if isinstance(p, Quantity)}
    return about | {(p.event, p.who, _moment_of(p.when)) for p in held if isinstance(p, Happens)}


def _moment_of(when: When) -> object:
    return when.relation if when.default or when.relation in ("default", "latest") else ends(when)
