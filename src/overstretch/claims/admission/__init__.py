"""Questions that somebody else proposes for a statement (a language model): admitted by the rule of the rules' own
reading, or refused.

Nothing is believed. Every figure, party and moment of a question must be found in the statement or in the text around
it by the
reader's own grammars; comparisons, changes and denials point the way of the words; and all admitted questions of a
statement
together hold every figure, moment, party, quantifier, comparison, condition and denial that it states. What remains
must bear on
nothing, by its grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from overstretch.claims.admission import amounts, dates, denials, direction, remains, together, turned, vocabulary, whom
from overstretch.claims.admission.declared import accounted, another, own_phrase
from overstretch.claims.admission.normal import normal
from overstretch.claims.admission.places import ASIDE, Place, Proposed, Rests, found, touched
from overstretch.claims.admission.stretches import Stretch, set_aside
from overstretch.claims.reader import in_a_fragment
from overstretch.claims.reader.around import REACH, Around, sentence_of
from overstretch.claims.reader.asked.chances import without_odds
from overstretch.claims.reader.asked.lists import named_alone
from overstretch.claims.reader.asked.several import FURTHER
from overstretch.claims.reader.clauses import ANOTHER_TIME, CONTRAST, REMARK, Clauses, clauses
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.framings.predicates import plainly
from overstretch.claims.reader.gate import plausible, timelike
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.moments import counted_from_a_condition, moments
from overstretch.claims.reader.parties import last_before, name_of, spoken_of
from overstretch.claims.reader.parties.epithets import of_context
from overstretch.claims.reader.restated import plain_verbs
from overstretch.claims.reader.restated.wholes import as_wholes
from overstretch.claims.reader.series.tier_names import plain_tiers
from overstretch.claims.reader.stance import NOT, asks_of
from overstretch.claims.reader.stance.constructions import another_claim
from overstretch.claims.reader.stance.taken_back import not_taken_back, to_its_end
from overstretch.claims.reader.vocabulary import plain
from overstretch.claims.reader.who import of_himself
from overstretch.errors import InputError
from overstretch.questions.data import Change, Effect, Given, Question
from overstretch.questions.data import parts as parts_of
from overstretch.questions.text.written import write
from overstretch.statements.record import Proposition, Read, Statement

_BARE = (
    "party",
    "group",
    "modality",
    "negation",
    "moment",
    "quantifier",
    "comparator",
    *ASIDE,
)  # parts that alone ask nothing
_REPLY = re.compile(r"\?\W*$|\basked (?:whether|if)\b[^?!]{0,200}$", re.I)  # what stands before an answer
_ODDS = r"(?:one|two|three|[1-9]) in (?:two|three|four|five|six|ten|twenty|\d{1,3})\b"
_I_GIVE = r"(?:i'd|i would|we'd|we would|we) (?:give|put|make|call) (?:it|that)"
_GIVEN = re.compile(  # a stated probability that the reader's own pattern does not hold
    rf"\b(?:(?:at|are|is|of) (?:about |around |roughly |some )?{_ODDS}|{_I_GIVE} (?:at )?{_ODDS}(?:, (?:no|not) (?:more|"
    rf"better|worse|less)(?: than that)?,?)?|{_I_GIVE}[^.;\d]{{0,20}}?(?:\d+|\w+(?:-\w+)?) ?(?:%|per ?cent)|fifty-fifty)",
    re.I,
)
_BLANKS = re.compile(r"\s{2,}")  # between words that another claim holds
SHORT = 6  # words of an aside that may still deny the claim (", which is out of the question")
FEW = 3  # words of a filler that may still turn what stands beside it
NEAR = 120  # of them where a series or an event is carried from
BESIDE = 400  # characters around a statement that may carry a party, a moment or a figure into it

__all__ = ["BESIDE", "Proposed", "admitted"]


@dataclass(frozen=True)
class _Text:
    """A statement taken apart: its words, what stands around it, its clauses."""

    statement: Statement
    whole: str  # its verbs put plainly
    own: str  # as it was said
    before: str
    beside: str
    clauses: Clauses
    chance: bool
    around: Around

    @cached_property
    def draft(self) -> Draft:
        """All mentions of the statement, and who reports it."""
        made = drafted(self.whole, self.around.said)
        made.moments = counted_from_a_condition(self.whole, made.moments, self.around.said)
        made.report = self.clauses.masked("report").strip()
        return made


@dataclass(frozen=True)
class _Rooted:
    """A question whose parts all stand in the statement."""

    proposed: Proposed
    question: Question
    rests: Rests


def admitted(
    proposals: Sequence[Proposed],
    statement: Statement,
    around: Around,
    horizon: int | None = None,
) -> tuple[list[Proposition], list[str]]:
    """The propositions of a statement that nothing speaks against, and why the other proposals are refused."""
    text = _text(statement, around)
    standing, stretches, against = _judged(proposals, text, horizon, ())
    if 0 in against and proposals[0].by:
        standing = []  # what it claims first is not asked
    refused = [f"“{proposals[place].question}” refused: {reason}" for place, reason in against.items()]
    return [_proposition(one, text, stretches) for one in standing], refused


def objections(
    proposals: Sequence[Proposed], statement: Statement, around: Around, horizon: int | None, further: Sequence[str]
) -> dict[int, str]:
    """What speaks against each proposal, by its place; nothing where it stands. `further`: words of other claims that
    the same
    sentence makes and of conditions that nothing measures."""
    return _judged(proposals, _text(statement, around), horizon, further)[2]


def _judged(
    proposals: Sequence[Proposed], text: _Text, horizon: int | None, further: Sequence[str]
) -> tuple[list[_Rooted], list[Stretch], dict[int, str]]:
    """The questions that stand, what they leave aside, and what speaks against the others, by their places."""
    rooted: dict[int, _Rooted] = {}
    against: dict[int, str] = {}
    placed: dict[int, Rests] = {}
    for place, proposed in enumerate(proposals):
        try:
            rests = found(proposed.rests, plain(text.statement.content), text.beside)
            placed[place] = rests if proposed.by else _in_the_claim(rests, text)
        except Unread as reason:
            against[place] = str(reason)
    for place, rests in placed.items():
        try:
            question = _rooted(proposals[place], rests, text, horizon, _apart(place, proposals, placed, text))
            denials.whether(question, text.whole)
            rooted[place] = _Rooted(proposals[place], question, rests)
        except Unread as reason:
            against[place] = str(reason)
    beside = {p: (one.question, one.rests) for p, one in rooted.items() if one.proposed.by}
    against |= (apart := together.refused(beside, text.draft))
    rooted = {place: one for place, one in rooted.items() if place not in apart}
    failed = [(proposals[place], placed.get(place, Rests())) for place in against]
    whole = {place: one for place, one in rooted.items() if not _within_another(one, list(rooted.values()))}
    refused: dict[int, str] = {}
    for dropped in (None, *reversed(whole)):  # together; else without one of them, the last first
        kept = {place: one for place, one in whole.items() if place != dropped}
        if not kept or (dropped is not None and not whole[dropped].proposed.by):
            continue
        gone = [] if dropped is None else [(whole[dropped].proposed, whole[dropped].rests)]
        try:
            stretches = _whole(list(kept.values()), [*failed, *gone], text, further)
        except Unread as reason:
            refused = refused or dict.fromkeys(whole, str(reason))
            continue
        return list(kept.values()), stretches, against | {p: r for p, r in refused.items() if p == dropped}
    return [], [], against | refused


def _within_another(one: _Rooted, others: Sequence[_Rooted]) -> bool:
    """Whether a question is only what another asks of a cause or under a condition."""
    return any(isinstance(o.question, (Effect, Given)) and o.question.of == one.question for o in others)


def _text(statement: Statement, around: Around) -> _Text:
    words = plain(statement.content)
    words, chance = without_odds(words)
    if not chance and (given := _GIVEN.search(words)):
        words, chance = blanked(words, given.span()), True
    words = of_context(words, statement.context or last_before(plain(around.before[-REACH:])))
    words = as_wholes(plain_tiers(plainly(named_alone(words))))
    end = statement.spans[-1][1] if statement.spans and around.whole else 0
    after = around.whole[end : end + BESIDE] if end else ""
    before = plain(around.before[-REACH:])
    topic = spoken_of(statement.speaker) or of_himself(plain(statement.content), statement)
    beside = plain(f"{topic} {before[-BESIDE:]} {after}")
    put = plain_verbs(words)
    return _Text(statement, put, words, before, beside, clauses(put), chance, around)


def _apart(place: int, proposals: Sequence[Proposed], placed: Mapping[int, Rests], text: _Text) -> list[Place]:
    """Words that the one who proposes accounts for and that are none of a proposal's own: of its other claims, and of
    none."""
    own = proposals[place]
    if not own.by:
        return []
    others = [p for n, rests in placed.items() if n != place and _others(proposals[n], own) for p in rests.parts()]
    fillers = [p for p in placed[place].aside() if _words(text, p) > FEW and own_phrase(text.draft, p.start, p.end)]
    return [*others, *fillers]


def _others(proposed: Proposed, own: Proposed) -> bool:
    meant, asked = _meant(proposed), _meant(own)
    return meant is not None and asked is not None and another(meant, asked)


def _in_the_claim(rests: Rests, text: _Text) -> Rests:
    """Without words of who says it that stand in the claim once more ("as set out in the defence review")."""
    told = [(p.start, p.end) for p in text.clauses.of("report")]

    def said(place: Place) -> bool:
        return any(a <= place.start and place.end <= b for a, b in told)

    own = {(p.part, text.whole[p.start : p.end].lower()) for p in rests.places if not said(p)}
    kept = [p for p in rests.places if not said(p) or (p.part, text.whole[p.start : p.end].lower()) not in own]
    return Rests(kept, rests.around)


def _rooted(
    proposed: Proposed, rests: Rests, text: _Text, horizon: int | None, apart: Sequence[Place] = ()
) -> Question:
    """The question, if all of it stands in the statement or around it. Raises Unread."""
    whole = text.draft
    claim = _claim(text, rests.parts(), apart)
    moments_said = rests.words("moment", "when", text=text.whole)
    causes_said = rests.words("cause", text=text.whole)
    question = normal(proposed, moments_said, causes_said, text.clauses, text.around.said, horizon)
    question = dates.of_today(question, whole)
    _anchored(question, rests, text, claim)
    if dates.claim_opened(question):
        raise Unread("its condition has a date, and the claim none of its own")
    if dates.opened(question) and (
        elsewhere := _elsewhere(text) or _carried(rests, text) or in_a_fragment(text.statement, text.around)
    ):
        raise Unread(f"could not place “{elsewhere}”")
    based = any(isinstance(part, Change) for part in parts_of(question))
    if dates.opened(question) and (dated := timelike(text.whole, based)):
        raise Unread(f"could not place “{dated}”")
    amounts.grounded(question, whole, text.beside)
    amounts.currency(question, claim)
    moment_words = rests.words("moment", "when", "change", "change from", text=text.whole)
    dates.grounded(question, whole, moment_words, text.beside)
    whom.grounded(question, whole, text.statement, text.before, text.beside)
    vocabulary.agrees(question, claim, rests)
    direction.agrees(question, claim, rests, text.clauses)
    plausible(question, claim, pronouns=not proposed.by)
    if proposed.by:
        another_claim(question, plain(sentence_of(text.statement, text.around)), "text", held=True)
        not_taken_back(question, to_its_end(text.statement, text.around.whole))
    return question


def _anchored(question: Question, rests: Rests, text: _Text, claim: Draft) -> None:
    """A question rests on words of the statement that name something, or the statement answers what stands before it.
    Raises Unread."""
    if any(p.part not in _BARE for p in rests.parts()):
        return
    if _REPLY.search(text.before):
        direction.answers(question, claim, rests)
    elif not any(p.part == "negation" and _words(text, p) > 1 for p in rests.parts()):
        raise Unread("its words name nothing that could be asked")


def _words(text: _Text, place: Place) -> int:
    return len(text.whole[place.start : place.end].split())


def _carried(rests: Rests, text: _Text) -> str | None:
    """A moment that stands beside the words from which the series or the event is carried into a statement that names
    neither."""
    if any(p.part in ("series", "event") for p in rests.parts()):
        return None
    beside = text.before[-NEAR:] + " " + plain(text.around.whole[len(text.around.before) + len(text.whole) :][:NEAR])
    held = moments(beside, text.around.said)
    return beside[held[0].start : held[0].end].strip() if held else None


def _elsewhere(text: _Text) -> str | None:
    """A moment that stands in the sentence of the statement, but outside its words."""
    s, whole = text.statement, text.around.whole
    if s.sentence is None or len(s.spans) != 1:
        return None
    (start, end), (first, last) = s.sentence, s.spans[0]
    rest = plain(whole[start:first]) + " " * (last - first) + plain(whole[last:end])
    held = moments(rest, text.around.said)
    return rest[held[0].start : held[0].end].strip() if held else None


def _claim(text: _Text, parts: Sequence[Place], apart: Sequence[Place] = ()) -> Draft:
    """The mentions of the statement without who reports it and its asides, but for those that some part rests on, and
    without
    what stands `apart`."""
    kept = list(text.clauses.text)
    for place in apart:
        if not touched(place.start, place.end, parts):
            kept[place.start : place.end] = " " * (place.end - place.start)
    for piece in text.clauses.pieces:
        denies = (
            piece.role == "aside"
            and piece.word not in (ANOTHER_TIME, CONTRAST, REMARK)
            and len(text.whole[piece.start : piece.end].split()) <= SHORT
            and NOT.search(text.whole, piece.start, piece.end)
        )
        if (
            piece.role in ("report", "aside")
            and not denies
            and not any(p.start < piece.end and piece.start < p.end for p in parts)
        ):
            kept[piece.start : piece.end] = " " * (piece.end - piece.start)
    return drafted("".join(kept), text.around.said)


def _whole(
    rooted: Sequence[_Rooted], failed: Sequence[tuple[Proposed, Rests]], text: _Text, further: Sequence[str]
) -> list[Stretch]:
    """What is set aside, if the questions together leave nothing over. Raises Unread."""
    parts = [p for one in rooted for p in one.rests.parts()]
    aside = [p for one in rooted for p in one.rests.aside()]
    questions = [one.question for one in rooted]
    turned.placed(text.draft, text.clauses, parts, questions)
    stretches = set_aside(text.draft, text.clauses, parts, aside, [p for _, rests in failed for p in rests.parts()])
    others = [rests for proposed, rests in failed if proposed.by and _of_another(proposed, questions)]
    stretches += accounted(text.draft, parts, aside, [p for rests in others for p in rests.parts()], questions)
    parted = [piece.strip(" ,.;") for words in further for piece in _BLANKS.split(plain(words))]
    starts = [(text.own.find(piece), piece) for piece in parted if piece]
    stretches += [Stretch(a, a + len(piece), FURTHER) for a, piece in starts if a >= 0]
    name = name_of(text.statement.speaker)
    remains.nothing_left(questions, text.draft, text.clauses, parts, stretches, name)
    return stretches


def _of_another(proposed: Proposed, questions: Sequence[Question]) -> bool:
    """Whether a refused proposal asks something else than the questions that stand."""
    meant = _meant(proposed)
    return meant is not None and all(another(meant, question) for question in questions)


def _meant(proposed: Proposed) -> Question | None:
    try:
        return proposed.meant()
    except InputError:
        return None


def _proposition(one: _Rooted, text: _Text, stretches: Sequence[Stretch]) -> Proposition:
    content = text.statement.content
    read = [Read(part=p.part, text=content[p.start : p.end]) for p in sorted(one.rests.parts(), key=lambda p: p.start)]
    read += [Read(part=part, text=words) for part, words in one.rests.around]
    said = {(p.start, p.end) for p in one.rests.aside()}
    aside = [
        Read(
            part=f"{s.why}, by {one.proposed.by}" if (s.start, s.end) in said else s.why,
            text=content[s.start : s.end].strip(),
        )
        for s in stretches
        if not _inside(s, stretches)
    ]
    draft = _claim(text, one.rests.parts())
    asks = "possible" if text.chance else asks_of(draft, text.clauses, one.question)
    return Proposition(question=write(one.question), asks=asks, read=read, set_aside=aside, by=one.proposed.by)


def _inside(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    own = (stretch.start, stretch.end)
    return any(o.start <= own[0] and own[1] <= o.end and (o.start, o.end) != own for o in others) or any(
        (o.start, o.end) == own for o in others[: others.index(stretch)]
    )
