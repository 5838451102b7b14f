"""How each statement was understood: the words used for each part, the claim, the question; or what could not be
placed.

Nothing is simulated. `lines` are the rows of `overstretch explain --json`: one object a statement."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from overstretch.claims.compiler import DocumentLike
from overstretch.claims.reader.draft import drafted
from overstretch.claims.reader.parties import last_before, name_of, of_speaker, parties, spoken_of
from overstretch.claims.reader.vocabulary import Mention, plain
from overstretch.claims.record import Asks, Record
from overstretch.questions import catalogue, say
from overstretch.questions.data import Do, Happens, Quantity, Question, When, parts
from overstretch.questions.form import to_json
from overstretch.questions.text import parse
from overstretch.statements.record import Proposition, Read, Statement

PARTS = {  # the reader's names of parts → the ones that are printed
    "who": "party",
    "when": "moment",
    "count": "quantifier",
    "size": "change",
    "since": "change from",
    "way": "change",
    "what": "series",
    "share of": "share of",
    "definition": "figure",
    "how": "definition",
}


class Marked(Record):
    """Words of the statement, the part of the question that they became, and as what they were read."""

    part: str
    words: list[str]
    value: str | None = None


class Asked(Record):
    """One question of a statement. claim and asked: in words; defaults: what was put in; set_aside: words left out, and
    why;
    by: the language model that proposed it, empty where the rules read it."""

    question: str
    form: dict[str, Any]
    asks: Asks
    claim: str
    asked: str
    marks: list[Marked]
    defaults: list[str]
    set_aside: list[Read]
    by: str | None = None


class Explained(Record):
    """A statement as it was understood: its questions, or why there is none and the nearest that could be asked.

    span: from its first to its last word in the document."""

    id: str
    doc: str
    span: tuple[int, int] | None
    speaker: str | None
    date: str | None
    text: str
    asked: list[Asked]
    because: str | None = None
    nearest: str | None = None


def explained(statements: Sequence[Statement], as_of: date) -> list[Explained]:
    """One for each compiled statement; the further claims of a sentence stand with the first."""
    found: list[Explained] = []
    for statement in statements:
        asked = [_asked(statement.proposition, statement, as_of)] if statement.proposition else []
        if asked and found and _further(statement.id, found[-1]):
            found[-1] = found[-1].model_copy(update={"asked": [*found[-1].asked, *asked]})
            continue
        spans = statement.spans
        found.append(
            Explained(
                id=statement.id,
                doc=statement.doc,
                span=(spans[0][0], spans[-1][1]) if spans else None,
                speaker=statement.speaker.canonical if statement.speaker else None,
                date=statement.said_at.date if statement.said_at else None,
                text=statement.content,
                asked=asked,
                because=statement.not_testable_because,
                nearest=statement.nearest,
            )
        )
    return found


def _further(name: str, first: Explained) -> bool:
    return name == f"{first.id}-{len(first.asked) + 1}"


def _asked(proposition: Proposition, statement: Statement, as_of: date) -> Asked:
    question = parse(proposition.question)
    said = statement.said_at.date if statement.said_at and statement.said_at.date else None
    day = date.fromisoformat(said) if said and len(said) == 10 else as_of
    found = marks(proposition.read, question, day)
    return Asked(
        question=proposition.question,
        form=to_json(question),
        asks=proposition.asks,
        claim=say.claim(question),
        asked=say.ask(question),
        marks=found,
        defaults=[*say.defaults(question), *_carried(question, found, statement), *_put_in(question, statement)],
        set_aside=proposition.set_aside,
        by=proposition.by,
    )


SPOKEN_OF = "of which the speaker is said to speak"
BEFORE = "carried over from the sentence before"


def _carried(question: Question, found: Sequence[Marked], statement: Statement) -> list[str]:
    """The party that no word names, and from where it comes (none where the series or the event has one alone), and the
    words of a part that the speaker's topic holds."""
    named = " ".join(f"{' '.join(mark.words)} {mark.value or ''}" for mark in found)
    named = " ".join([named, *(p.code for p in parties(plain(statement.content)))])
    asked = {code: p for p in parts(question) if isinstance(p, (Quantity, Happens)) for code in _who(p)}
    topic = spoken_of(statement.speaker)
    elsewhere = [(mark.part, words) for mark in found for words in mark.words if words not in statement.content]
    told = [f"the {part}: {words} ({SPOKEN_OF if words in topic else BEFORE})" for part, words in elsewhere]
    for code, part in asked.items():
        if code in named or catalogue.is_group(code) or code in _alone(part) or not found:
            continue
        where = (
            "the country that the passage is about"
            if statement.context == code
            else SPOKEN_OF
            if last_before(topic) == code
            else "the speaker's"
            if of_speaker(name_of(statement.speaker)) == code
            else "named before"
        )
        told.append(f"the party: {catalogue.person(code)} ({where})")
    return told


def _put_in(question: Question, statement: Statement) -> list[str]:
    """The year of a lever that the statement does not name ("if the Americans pull out")."""
    levers = " ".join(p.levers for p in parts(question) if isinstance(p, Do))
    years = [m for m in re.findall(r"us_withdraws\((\d{4})", levers) if m not in statement.content]
    return [f"the year of the withdrawal: {year}" for year in dict.fromkeys(years)]


def _who(part: Quantity | Happens) -> tuple[str, ...]:
    return part.who if isinstance(part, Quantity) else (part.who,) if part.who else ()


def _alone(part: Quantity | Happens) -> tuple[str, ...]:
    """Of whom alone a series or an event can be asked."""
    known = (
        catalogue.all_series().get(part.series)
        if isinstance(part, Quantity)
        else catalogue.all_events().get(part.event)
    )
    return known.of if known is not None and len(known.of) == 1 else ()


def marks(read: Iterable[Read], question: Question, day: date) -> list[Marked]:
    """The words of each part, in the order of the text; a word within longer words stands there alone."""
    words: dict[str, list[str]] = {}
    for r in longest(read):
        part, text = PARTS.get(r.part, r.part), " ".join(r.text.split())
        words.setdefault(part, [])
        if text not in words[part]:
            words[part].append(text)
    return [Marked(part=part, words=texts, value=_value(part, texts, question, day)) for part, texts in words.items()]


def longest(read: Iterable[Read]) -> list[Read]:
    """The words read, without those that stand within longer ones."""
    held = [r for r in read if r.text.strip()]
    return [r for r in held if not any(_inside(r, o) for o in held)]


def _inside(inner: Read, outer: Read) -> bool:
    if inner.span is None or outer.span is None:
        return inner.text != outer.text and inner.text in outer.text
    return outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1] and inner.span != outer.span


def _value(part: str, words: list[str], question: Question, day: date) -> str | None:
    """What the words were read as, where one thing alone can be meant."""
    if part in ("series", "event"):
        named = {p.series for p in parts(question) if isinstance(p, Quantity)} if part == "series" else set()
        named |= {p.event for p in parts(question) if isinstance(p, Happens)} if part == "event" else set()
        return named.pop() if len(named) == 1 else None
    return ", ".join(dict.fromkeys(v for text in words if (v := _known_as(part, text, day)))) or None


def _known_as(part: str, words: str, said: date) -> str | None:
    """What the reader's grammars find in the words of a part: a party's code, a moment; None for other parts."""
    draft = drafted(plain(words), said)
    if part in ("who", "party", "group", "compared with"):
        held: list[Mention] = [p for p in draft.parties if p.kind in ("party", "group")]
        return " + ".join(dict.fromkeys(str(p.value) for p in held)) or None
    if part in ("when", "moment", "since"):
        return ", ".join(dict.fromkeys(_moment_text(m.when) for m in draft.moments)) or None
    return None


def _moment_text(when: When) -> str:
    if when.last:
        return f"{when.first}..{when.last}"
    return when.first if when.relation == "in" else f"{when.relation} {when.first}"


# Lines of JSON.


def register_lines(found: Sequence[Explained], names: dict[str, str]) -> Iterator[str]:
    """One line an entry of a register: its id, the questions of all its sentences, and why there are none."""
    for doc, name in names.items():
        own = [one for one in found if one.doc == doc]
        yield _line({"id": name}, own)


def article_lines(found: Sequence[Explained], documents: Sequence[DocumentLike]) -> Iterator[str]:
    """One line a statement of an article: the article's name, the words as they stand there, and who says them."""
    texts = {document.name: document.text for document in documents}
    for one in found:
        span = texts.get(one.doc, "")[slice(*one.span)] if one.span else one.text
        yield _line({"article": one.doc, "span": span, "speaker": one.speaker}, [one])


def _line(head: dict[str, Any], own: Sequence[Explained]) -> str:
    asked = [q for one in own for q in one.asked]
    because = None if asked else "; ".join(one.because for one in own if one.because) or "no statement was found in it"
    held = head | {
        "questions": [q.form for q in asked],
        "asks": asked[0].asks if asked else None,
        "because": because,
    }
    return json.dumps(held, ensure_ascii=False, allow_nan=False)
