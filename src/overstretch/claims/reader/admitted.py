"""A question that somebody else proposes for a statement (a language model): admitted by the same gate as the rules' own, or refused.

Nothing is believed. The words that each part rests on must stand in the statement; every figure, party and moment of the question
must be found there by the reader's own grammars, and every one that stands there must be in the question; comparators point
the way they do; what remains must be words that bear on nothing (`gate.nothing_left`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from overstretch.claims.reader.assemble import CHANCE
from overstretch.claims.reader.clauses import Clauses, bears, clauses
from overstretch.claims.reader.counts import Counted
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.gate import STATED, is_harmless, nothing_left, plausible
from overstretch.claims.reader.parties import last_before, of_speaker
from overstretch.claims.reader.several import blanked
from overstretch.claims.reader.stance import NOT, asks_of
from overstretch.claims.reader.vocabulary import Mention, plain
from overstretch.claims.reader.which_series import PLEDGE
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.check import checked, understood
from overstretch.questions.data import (
    NEGATED,
    SPANS,
    And,
    Change,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Or,
    Quantity,
    Question,
    Special,
    When,
)
from overstretch.questions.data import parts as parts_of
from overstretch.questions.figures import said as write_figure
from overstretch.questions.periods import period
from overstretch.questions.write import number, write
from overstretch.statements.record import Proposition, Read, Statement

LONGEST = 14  # words that one part may rest on
WITHIN = ("event", "series", "cause", "condition")  # parts whose words may name a party that is no part of its own
NEAR = 0.005
SAME = {"ALLIES": "NATO", "WEST": "NATO"}
_ARGUMENT = re.compile(r"(?<=[(, ])-?\d+(?:\.\d+)?(?=[,)])")
_FRACTIONS = (
    ("half", 50.0),
    ("thirds?", 100 / 3),
    ("two thirds", 200 / 3),
    ("quarter", 25.0),
    ("fifth", 20.0),
    ("twice", 2.0),
)
FILLER = "filler"  # words that a model says bear on nothing
_DEFAULT_FROM = 1  # years before the day said at which a change begins where nobody says when


@dataclass(frozen=True)
class Proposed:
    """A question with the words that each of its parts rests on; by: who proposes it."""

    question: str | dict[str, Any]
    rests: tuple[tuple[str, str], ...]
    by: str


def admitted(proposed: Proposed, statement: Statement, before: str, said: date, horizon: int | None) -> Proposition:
    """The proposition, if nothing speaks against it. Raises Unread with what does."""
    text = plain(statement.content)
    chance = CHANCE.search(text)
    text = blanked(text, chance.span()) if chance else text
    try:
        question = _filled(understood(proposed.question), said, horizon)
    except InputError as fault:
        raise Unread(f"it is not in the language: {fault}") from None
    places = _places(proposed.rests, text)
    found = clauses(text)
    draft = drafted(_bearing(found, places), said)
    draft.report = found.masked("report").strip()
    _fillers(places, draft)
    for start, end, part in places:
        draft.use(start, end, part)
    _figures(question, draft)
    _moments(question, draft)
    _parties(question, draft, statement, before)
    _comparators(question, draft)
    _denials(draft, places)
    _conditions(question, found, places)
    nothing_left(draft)
    plausible(question, draft)
    question = checked(question)
    read = [Read(part=p, text=statement.content[a:b]) for a, b, p in sorted(places) if p != FILLER]
    aside = [
        Read(part="who says it" if p.role == "report" else "an aside", text=text[p.start : p.end].strip())
        for p in found.pieces
        if p.role in ("report", "aside") and not _touched(p.start, p.end, places)
    ]
    aside += [Read(part=f"bears on nothing, by {proposed.by}", text=text[a:b]) for a, b, p in places if p == FILLER]
    asks = "possible" if chance else asks_of(draft, found, question)
    return Proposition(question=write(question), asks=asks, read=read, set_aside=aside, by=proposed.by)


def _places(rests: Iterable[tuple[str, str]], text: str) -> list[tuple[int, int, str]]:
    """Where the words of each part stand: every place, so that a word said twice is read twice."""
    found = []
    for part, words in rests:
        wanted = plain(words).split()
        if not wanted:
            continue
        if len(wanted) > LONGEST:
            raise Unread(f"the part {part} rests on {len(wanted)} words; at most {LONGEST} are taken")
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, wanted)) + r"(?!\w)"
        spots = [m.span() for m in re.finditer(pattern, text, re.I)]
        if not spots:
            raise Unread(f"not in the statement: “{' '.join(wanted)}”")
        found += [(a, b, part) for a, b in spots]
    return found


def _fillers(places: Sequence[tuple[int, int, str]], draft: Draft) -> None:
    """Words that are said to bear on nothing hold nothing that the reader's own words know."""
    known = [
        *draft.figures, *draft.moments, *draft.parties, *draft.comparators, *draft.concepts, *draft.events, *draft.ways,
        *(m for m in draft.frames if m.kind in ("NOT", "UNSURE", "POSSIBLE")), *(m for m in (draft.counted, draft.size) if m),
    ]  # fmt: skip
    for start, end, part in places:
        words = draft.text[start:end]
        if part == FILLER and (
            any(m.start < end and start < m.end for m in known) or NOT.search(words) or STATED.search(words)
        ):
            raise Unread(f"could not place “{words}”")


def _touched(start: int, end: int, places: Sequence[tuple[int, int, str]]) -> bool:
    return any(a < end and start < b for a, b, _ in places)


def _bearing(found: Clauses, places: Sequence[tuple[int, int, str]]) -> str:
    """The text without who reports it and harmless asides, but for those that some part rests on."""
    kept = list(found.text)
    for piece in found.pieces:
        if piece.role in ("report", "aside") and not _touched(piece.start, piece.end, places):
            kept[piece.start : piece.end] = " " * (piece.end - piece.start)
    return "".join(kept)


# Moments that were left open.


def _filled(question: Question, said: date, horizon: int | None) -> Question:
    """With the moment of each series and event where the question leaves it open."""

    def at(when: When, own: str) -> When:
        if when.relation != "default":
            return when
        year = horizon or (said.year + int(own[1:]) if own.startswith("+") else int(own))
        return When("by", f"{year}-12", default=True)

    def over(part: Any) -> Any:
        match part:
            case Quantity():
                about = catalogue.all_series().get(part.series)
                return replace(part, when=at(part.when, about.horizon if about else "+5"))
            case Happens():
                about_event = catalogue.all_events().get(part.event)
                return replace(part, when=at(part.when, about_event.horizon if about_event else "+5"))
            case Compare():
                right = over(part.right) if isinstance(part.right, Quantity) else part.right
                return Compare(over(part.left), part.op, right)
            case Count():
                return replace(part, where=over(part.where))
            case Not() | Effect():
                return replace(part, of=over(part.of))
            case And() | Or():
                return replace(part, of=tuple(over(q) for q in part.of))
            case Given():
                return Given(over(part.of), tuple(over(c) for c in part.conditions))
        return part

    return over(question)


# Figures.


def _figures(question: Question, draft: Draft) -> None:
    """Each figure of the question stands in the statement, and each of the statement's in the question."""
    known = list(_numbers_of(draft))
    named = [(value, words) for value, words in _numbers(question) if value]
    for value, words in named:
        if not any(_near(value, one) for one in known):
            raise Unread(f"not in the statement: {words}")
    asked = [value for value, _ in named]
    for figure in draft.figures:
        if not _tiers(question, draft) and not any(_near(one, value) for one in _held(figure.value) for value in asked):
            raise Unread(f"could not place “{figure.text}”")


def _tiers(question: Question, draft: Draft) -> bool:
    """Whether the pledge is named with its parts, 3.5% core and 1.5% related: they define what is counted."""
    whole = any(isinstance(p, Quantity) and p.series == "total_share" for p in parts_of(question))
    return whole and sorted(n for f in draft.figures for n in _held(f.value)) == [1.5, 3.5, PLEDGE]


def _numbers(question: Question) -> Iterator[tuple[float, str]]:
    """The figures that a question names, without their sign, and how they are written."""
    usual = _usual(question)
    for part in parts_of(question):
        match part:
            case Compare() if not isinstance(part.right, Quantity):
                held = part.right if isinstance(part.right, tuple) else (part.right,)
                yield from ((abs(v), write_figure(v, part.left)) for v in held)
            case Count() if part.n != "all":
                numbers = part.n if isinstance(part.n, tuple) else (part.n,)
                yield from ((abs(float(v)), str(v)) for v in numbers)
            case Effect():
                values = part.value if isinstance(part.value, tuple) else (part.value,)
                yield from ((abs(v), f"{number(v)} {part.unit}") for v in values)
            case Quantity() if part.times != 1:
                yield part.times, f"{number(part.times)} times"
            case Do() if part not in usual:
                yield from ((abs(float(v)), v) for v in _ARGUMENT.findall(part.levers) if len(v) != 4)


def _usual(question: Question) -> set[Do]:
    """The levers of an effect that stand for its cause in words: their figures are the catalogue's, not the statement's."""
    pairs = [[_bare(one) for one in row["worlds"]] for row in catalogue.causes().values()]
    found: set[Do] = set()
    for part in parts_of(question):
        if isinstance(part, Effect) and part.worlds and [_bare(do.levers) for do in part.worlds] in pairs:
            found |= set(part.worlds)
    return found


def _bare(lever: str) -> str:
    """A lever without what may be written otherwise, and without the party that it names."""
    return re.sub(r"\(\)|\.0\b|\s|\{who\}|\b[A-Z]{3}(?=,)", "", lever)


def _numbers_of(draft: Draft) -> Iterator[float]:
    """What the reader's grammars find: figures, the size of a change as percent and as a multiple, a count and its complement."""
    for figure in draft.figures:
        yield from _held(figure.value)
    if draft.size is not None:
        size = abs(draft.size.value)
        yield size
        yield from (abs(100 * (size - 1)), size / 100) if draft.size.kind == "multiple" else (1 + size / 100,)
    if draft.counted is not None:
        yield from _counts(draft.counted)
    for word, value in _FRACTIONS:
        if re.search(rf"\b{word}\b", draft.text, re.I):
            yield from (value, 100 - value, float(round(value)))


def _counts(count: Counted) -> Iterator[float]:
    if isinstance(count.n, str):
        yield from (float(len(catalogue.members(group))) for group in catalogue.all_groups())
        return
    yield float(count.n + {">": 1, "<": -1}.get(count.op, 0))  # more than ten: at least eleven
    for group in catalogue.all_groups():
        size = len(catalogue.members(group))
        whole = int(size * count.share) if count.share is not None else count.n
        yield from (float(whole), float(count.n), float(size - whole), float(size // 2))


def _held(value: object) -> list[float]:
    """A figure's numbers: one, two ends of a range, or an amount of money with its currency."""
    if isinstance(value, tuple):
        return [n for one in value for n in _held(one)]
    return [abs(float(value))] if isinstance(value, (int, float)) else []


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= NEAR * max(abs(a), abs(b))


# Moments.


def _moments(question: Question, draft: Draft) -> None:
    """Each moment of the question stands in the statement, or is marked as put in; each of the statement's is in the question."""
    named = [_ends(m.when) for m in draft.moments]
    asked = {_ends(w) for w in parts_of(question) if isinstance(w, When) and not w.default and w.relation != "latest"}
    since = {period(c.since).last for c in parts_of(question) if isinstance(c, Change)}
    years = {int(y) for d in parts_of(question) if isinstance(d, Do) for y in re.findall(r"\b20\d\d\b", d.levers)}
    years |= {int(s.slot("year")) for s in parts_of(question) if isinstance(s, Special) and s.slot("year").isdigit()}
    for first, last in asked:
        if not any(last == b or (first, last) == (a, b) for a, b in named):
            raise Unread(f"not in the statement: the moment {last // 12}-{last % 12 + 1:02d}")
    usual = {12 * (draft.said.year - back) + 11 for back in range(_DEFAULT_FROM + 1)}
    for last in since - usual:
        if not any(last in (a, b) for a, b in named):
            raise Unread(f"not in the statement: a change from {last // 12}")
    for moment, (a, b) in zip(draft.moments, named, strict=True):
        in_question = any(b == last or (a, b) == (first, last) for first, last in asked) or {a, b} & since
        if not in_question and b // 12 not in years:
            raise Unread(f"could not place “{draft.text[moment.start : moment.end].strip()}”")


def _ends(when: When) -> tuple[int, int]:
    """First and last month."""
    first = period(when.first)
    if when.relation in (*SPANS, "span") and when.last:
        return first.first, period(when.last).last
    if when.relation == "before":
        return first.first - 1, first.first - 1
    if when.relation == "by" and first.day == 1:
        return first.first - 1, first.last - 1
    return first.first, first.last


# Parties.


def _parties(question: Question, draft: Draft, statement: Statement, before: str) -> None:
    """Each party of the question is named in the statement or carried over into it; each that is named is in the question."""
    asked = {_one(code) for code in _codes(question)}
    named = {_one(str(p.value)) for p in draft.parties if p.kind in ("party", "group")}
    if draft.counted is not None:
        named |= {_one(draft.counted.group)}
    speaker = f"{statement.speaker.mention} {statement.speaker.canonical}" if statement.speaker else None
    carried = {of_speaker(speaker), of_speaker(draft.report), last_before(before), statement.context}
    carried |= {_one(code) for code in carried if code}
    for code in sorted(asked - named - {c for c in carried if c} - _only(question)):
        raise Unread(f"not in the statement: {catalogue.person(code)}")
    for p in draft.parties:
        if p.kind == "foreign":
            raise Unread(f"it is about a party that the model does not simulate ('{p.text}')")
        inside = any(a <= p.start and p.end <= b and part in WITHIN for a, b, part in draft.used)
        if _one(str(p.value)) not in asked and not inside and not is_harmless(p):
            raise Unread(f"could not place “{p.text}”")


def _one(code: str) -> str:
    return SAME.get(code, code)


def _codes(question: Question) -> Iterator[str]:
    for part in parts_of(question):
        match part:
            case Quantity():
                yield from part.who
                if part.share_of:
                    yield part.share_of
            case Happens() if part.who:
                yield part.who
            case Count():
                yield part.group
            case Special():
                yield from (value for _, value in part.slots if re.fullmatch(r"[A-Z]{3,}", value))
            case Do():
                yield from re.findall(r"spend\(([A-Z]{3})", part.levers)


def _only(question: Question) -> set[str]:
    """Parties that follow from the series or the event, of which no other can be asked."""
    found: set[str] = set()
    for part in parts_of(question):
        if isinstance(part, Quantity) and part.series in catalogue.all_series():
            of = catalogue.all_series()[part.series].of
        elif isinstance(part, Happens) and part.event in catalogue.all_events():
            of = catalogue.all_events()[part.event].of
        else:
            continue
        if len(of) == 1 and of[0] not in ("allies", "world"):
            found.add(_one(of[0]))
    return found


# The way of a comparison, denials, conditions.


def _comparators(question: Question, draft: Draft) -> None:
    """What is said to be above is not asked as below; a denial turns either way."""
    turned = bool(NOT.search(draft.text)) or any(isinstance(part, Not) for part in parts_of(question))
    ops = {part.op for part in parts_of(question) if isinstance(part, (Compare, Count, Effect))}
    ways = {op[0] for op in ops if op in NEGATED} | (
        {NEGATED[op][0] for op in ops if op in NEGATED} if turned else set()
    )
    ways |= {"<", ">"} if ops & {"highest", "lowest", "between"} else set()
    for c in draft.comparators:
        beside = any(0 <= f.start - c.end <= 34 for f in draft.figures)
        if beside and c.op in NEGATED and ways and c.op[0] not in ways:
            raise Unread(f"the comparison is not that of “{draft.text[c.start : c.end]}”")


def _denials(draft: Draft, places: Sequence[tuple[int, int, str]]) -> None:
    """Each word that denies is one that some part rests on."""
    for m in NOT.finditer(draft.text):
        if not _touched(m.start(), m.end(), places):
            raise Unread(f"could not place “{m.group()}”")


def _conditions(question: Question, found: Clauses, places: Sequence[tuple[int, int, str]]) -> None:
    """A condition that bears on the field is one of the question's."""
    given = any(isinstance(part, (Given, Effect)) for part in parts_of(question))
    for piece in found.of("condition"):
        words = found.text[piece.start : piece.end]
        if piece.word != "even if" and bears(words) and not (given and _touched(piece.start, piece.end, places)):
            raise Unread(f"could not place the condition “{words.strip()}”")


def known_as(part: str, words: str, said: date) -> str | None:
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
