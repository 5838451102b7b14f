"""Statements to questions: what each asks, or the reason why it asks nothing that can be answered."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from overstretch.claims.admission import Proposed, objections
from overstretch.claims.days import days_of, said_on
from overstretch.claims.proposals import proposals
from overstretch.claims.reader import Reading, read
from overstretch.claims.reader.around import Around
from overstretch.claims.reader.asked import denied
from overstretch.claims.reader.asked.several import FURTHER
from overstretch.claims.reader.laid_bare import joined, laid_bare
from overstretch.claims.reader.made import BESIDE
from overstretch.claims.weighing import Compiled, weighed
from overstretch.errors import InputError
from overstretch.questions.data import And, Effect, Happens, Quantity, Question, Special
from overstretch.questions.data import parts as parts_of
from overstretch.questions.text import parse
from overstretch.statements.language_model.asking import Model
from overstretch.statements.record import Proposition, Statement


class DocumentLike(Protocol):
    """What the compiler asks of a document: its name, its text and, where known, its date."""

    @property
    def name(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def date(self) -> str | None: ...


Documents = Mapping[str, str] | Sequence[DocumentLike]
OPEN = ("true with it or without", "a condition that nothing measures")  # what the reader's first gate sets aside
LONGEST = 2000  # characters of one statement
OUT_OF_RANGE = "a number in it is out of range (accepted: up to 18 digits)"
_ENDLESS = re.compile(r"\d(?:[ ,.]?\d){18}")


def compile_statements(
    statements: Iterable[Statement],
    documents: Documents = (),
    as_of: date | str = date(2025, 7, 3),
    horizon: int | None = None,
    model: Model | None = None,
) -> list[Statement]:
    """Every statement with its `proposition`, or with `not_testable_because`; none is dropped. Further claims of a
    sentence
    follow as statements of their own ("s3-2").

    `documents` (name → text, or objects with `name`, `text` and perhaps `date`) give the context that resolves "the
    deal" or "its economy". `horizon` is the year of open questions (default: each series' own). A statement that has a
    question already (typed by hand), or a reason why it has none, keeps it. `model`: a language model that proposes
    questions beside the rules. Statements by one speaker
    with the same question are joined in `same_as`.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    contexts = _contexts(documents)
    given = list(statements)
    reports = {s.id: within for s in given if s.narrator and (within := _held(s, given)) is not None}
    held = Counter((s.doc, s.sentence) for s in given)
    around = {
        s.id: replace(_around(s, contexts, day), alone=s.sentence is not None and held[(s.doc, s.sentence)] == 1)
        for s in given
        if s.proposition is None and s.id not in reports
    }
    said = proposals([(s, around[s.id]) for s in given if s.id in around], model) if model is not None else {}
    compiled = []
    for statement in given:
        if statement.proposition is not None or statement.not_testable_because is not None:
            compiled.append(statement)
            continue
        if (within := reports.get(statement.id)) is not None:
            reason = (
                f"it reports what {within.speaker.canonical if within.speaker else 'somebody'} said, a statement "
                f"of its own"
            )
            compiled.append(statement.model_copy(update={"not_testable_because": reason}))
            continue
        found = compile_one(statement, around[statement.id], day, horizon)
        if (proposal := said.get(statement.id)) is not None and model is not None:
            found = weighed(found, proposal, statement, around[statement.id], model.name, horizon)
        update = {"proposition": found.proposition, "not_testable_because": found.reason, "nearest": found.nearest}
        compiled.append(statement.model_copy(update=update))
        for k, proposition in enumerate(found.further, 2):
            compiled.append(statement.model_copy(update={"id": f"{statement.id}-{k}", "proposition": proposition}))
    return _joined(compiled)


def _held(narrated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The attributed statement that a sentence in the article's own words holds, if any."""
    first, last = narrated.spans[0][0], narrated.spans[-1][1]
    for other in statements:
        if (
            other.doc == narrated.doc
            and not other.narrator
            and other.spans
            and first <= other.spans[0][0]
            and other.spans[-1][1] <= last
        ):
            return other
    return None


def compile_one(statement: Statement, around: Around, as_of: date, horizon: int | None = None) -> Compiled:
    """One statement: what it asks, or why nothing."""
    if not statement.content.strip():
        return Compiled(None, "it has no content")
    if len(statement.content) > LONGEST:
        return Compiled(None, f"it is too long for one statement ({len(statement.content)} characters)")
    if _ENDLESS.search(statement.content):
        return Compiled(None, OUT_OF_RANGE)
    try:
        found, made, reason = _read_once(statement, around, as_of, horizon)
        if not made and (bare := laid_bare(statement, around, reason)) is not None:
            again = _through_both_gates(read(bare.statement, bare.around, as_of, horizon), bare.around, horizon)[0]
            made = bare.standing(again)
    except OverflowError:  # numbers in words have no least length: "a thousand thousand thousand ..."
        return Compiled(None, OUT_OF_RANGE)
    # a moment beyond the years of the language: "within 100 thousand years"
    except InputError as fault:
        return Compiled(None, str(fault))
    if not made:
        return Compiled(None, reason, found.nearest)
    return Compiled(made[0], None, None, tuple(made[1:]))


def _read_once(
    statement: Statement, around: Around, as_of: date, horizon: int | None
) -> tuple[Reading, list[Proposition], str | None]:
    """What a statement says, what of it stands before both gates, and why nothing does; a frame that a report parts is
    joined."""
    if (whole := joined(statement, around)) is not None:
        statement, around = whole.statement, whole.around
    found = read(statement, around, as_of, horizon)
    return found, *_through_both_gates(found, around, horizon)


def _through_both_gates(found: Reading, around: Around, horizon: int | None) -> tuple[list[Proposition], str | None]:
    """What was read, where the gate for proposed questions has nothing against it either; else the reason why nothing
    is asked."""
    if not found.propositions or found.statement is None:
        return [], found.reason
    plain = [denied(p) for p in found.propositions] if found.turned else found.propositions
    further = [r.text for p in plain for r in p.set_aside if r.part in (FURTHER, *OPEN)]
    further += [r.text for p in plain for r in p.read if r.part.startswith("set aside")]
    parted = [k for k, p in enumerate(plain) if not _of_the_whole(parse(p.question))]
    against = objections([_put(plain[k]) for k in parted], found.statement, around, horizon, further)
    refused = {parted[place]: reason for place, reason in against.items()}
    made = _not_twice([p for k, p in enumerate(found.propositions) if k not in refused])
    return made, None if made else _unproposed(next(iter(refused.values())))


def _unproposed(reason: str) -> str:
    """The gate's reason in the words of somebody who proposed nothing."""
    head, _, put_in = reason.partition("not in the statement: ")
    return reason if head or not put_in else f"its words leave open what would be read as {put_in}"


def _not_twice(made: list[Proposition]) -> list[Proposition]:
    """Without what one claim sets aside and another of the sentence asks."""
    asked = [" ".join(r.text.split()) for p in made for r in p.read if r.part == BESIDE]

    def left(words: str) -> bool:
        return not any(" ".join(words.split()).strip(" ,.;") in one for one in asked)

    return [p.model_copy(update={"set_aside": [r for r in p.set_aside if left(r.text)]}) if asked else p for p in made]


def _of_the_whole(question: Question) -> bool:
    """Whether a question rests on the sense of the whole sentence, not on parts of it: a special one, an effect,
    several things at once."""
    held = list(parts_of(question))
    things = {p.series if isinstance(p, Quantity) else p.event for p in held if isinstance(p, (Quantity, Happens))}
    joined = any(isinstance(p, And) for p in held) and len(things) > 1
    return joined or any(isinstance(p, (Special, Effect)) for p in held)


def _put(read: Proposition) -> Proposed:
    """What the rules read, as a question that is proposed to the gate."""
    rests = tuple((r.part, r.text) for r in read.read if not r.part.startswith("set aside"))
    return Proposed(read.question, rests, "")


def _contexts(documents: Documents) -> dict[str, tuple[str, date | None]]:
    if isinstance(documents, Mapping):
        return {name: (text, None) for name, text in documents.items()}
    days = days_of(documents)
    return {document.name: (document.text, days[document.name]) for document in documents}


def _around(statement: Statement, contexts: dict[str, tuple[str, date | None]], as_of: date) -> Around:
    """What surrounds a statement: the text before it, the whole text, and the day of the words."""
    text, day = contexts.get(statement.doc, ("", None))
    start = statement.spans[0][0] if statement.spans else 0
    return Around(before=text[:start], whole=text, said=said_on(statement, {statement.doc: day}) or as_of)


def _joined(statements: list[Statement]) -> list[Statement]:
    """`same_as` between statements that one speaker is reported to have made with one question."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    keys: dict[str, tuple[str, str]] = {}
    for s in statements:
        if s.proposition and s.speaker and s.duplicate_of is None:
            keys[s.id] = (s.proposition.key(), s.speaker.canonical)
            groups[keys[s.id]].append(s.id)
    joined = []
    for s in statements:
        same = [other for other in groups[keys[s.id]] if other != s.id] if s.id in keys else []
        joined.append(s.model_copy(update={"same_as": sorted({*s.same_as, *same})}) if same else s)
    return joined
