"""Nothing left over: what the statement says and none of its admitted questions holds must be set aside for a stated,
harmless reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from overstretch.claims.admission import amounts, dates, whom
from overstretch.claims.admission.dates import ends
from overstretch.claims.admission.places import Place, touched
from overstretch.claims.admission.stretches import GENERIC, Stretch
from overstretch.claims.reader.bearing import bears
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.clauses.claim_words import LESS_INFLATION
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.gate import STATED
from overstretch.claims.reader.moments import counted_back
from overstretch.claims.reader.vocabulary import Mention, neutral
from overstretch.questions import catalogue
from overstretch.questions.data import Change, Compare, Count, Effect, Given, Happens, Or, Quantity, Question
from overstretch.questions.data import parts as parts_of

BESIDE = 18  # characters between the year of a base and its figure
Idle = Callable[[int, int], bool]  # whether a stretch is set aside
_TOKEN = re.compile(r"[^\W\d_][\w'-]*")
_DIGITS = re.compile(r"(?<![\w.,-])\d[\d.,]*")
_NEAR_ALL = re.compile(r"\b(?:almost|nearly|virtually|practically|just about)\s*$", re.I)
_IDLE = (
    "EMPTY",
    "CHANGES",
    "HOLDS",
    "DOUBTED",
    "SUSTAIN",
    "REMARKS",
    "PRESSURE",
    "REVIEW",
    "LEADER",
    "SURVIVE",
    "GAMECHANGER",
    "RESPONSE",
    "ATTACK",
    "DISSOLVE",
    "INPOWER",
    "RULER",
    "BUDGETLINE",
    "REBUILT",
    "GONE",
    "PLENTY",
    "SCARCE",
    "CREDIBLE",
    "AT_WAR",
    "SHATTERS",
)
_LINK = re.compile(r"\s*(?:of|for|on|with)\s+(?:the |its |their |an? )?$", re.I)
_QUARTERS = re.compile(r"\s+(?:\w+\s+)?quarters\b", re.I)
_SINCE = re.compile(
    r"\b(?:since|levels? of|(?:that|those) of|than in|than (?:it|they) (?:had|did|was|were) in|following|"
    r"after|as in|like in|unlike in)\s+(?:\w+\s+)?(?:(?:19|20)\d\d and "
    r")?(?:19|20)\d\d$",
    re.I,
)
_SAME_PERIOD = re.compile(r"\bsame (?:period|quarter|month|time)(?: of| in)? $", re.I)  # what growth is measured from
_CALIBRE = re.compile(r"[ -]?(?:mm|millimet\w+)\b")
_MANY = re.compile(
    r"(?:people|men|women|persons|soldiers|troops|pieces|dollars?|euros?|roubles?|rubles?|cents?)$", re.I
)
_REAL = re.compile(r"\b(?:after|before|above|for|net of)\s+$", re.I)
_SAME = re.compile(
    r"[,(]?\s*(?:(?:or|that is|equal to|equivalent to|the equivalent of|i\.e\.|about|some|roughly|nearly)\s+){1,3}$",
    re.I,
)


def nothing_left(
    questions: Sequence[Question],
    draft: Draft,
    clauses: Clauses,
    places: Sequence[Place],
    aside: Sequence[Stretch],
    speaker: str | None,
) -> None:
    """Raises Unread naming the first thing of the statement that no question holds."""
    parts = list(places)

    def idle(start: int, end: int) -> bool:
        return any(s.start <= start and end <= s.end for s in aside)

    _figures(questions, draft, parts, idle)
    _moments(questions, draft, parts, idle)
    for party in whom.left(questions, draft, parts, speaker):
        if not idle(party.start, party.end):
            known = party.kind != "foreign"
            raise Unread(
                f"could not place “{party.text}”"
                if known
                else f"it is about a party that the model does not simulate ('{party.text}')"
            )
    _reported(questions, draft, aside)
    _counts(questions, draft, lambda a, b: idle(a, b) or _within(a, b, parts, "condition"))
    _conditions(questions, clauses, parts, idle)
    _stated(draft, parts, idle)
    even = [(p.start, p.end) for p in clauses.of("condition") if p.word.startswith("even ")]
    _words(draft, parts, lambda a, b: idle(a, b) or any(x <= a and b <= y for x, y in even))


def _a_year(start: int, end: int, draft: Draft, places: Sequence[Place]) -> bool:
    """Whether a number is a year within the words of a moment: Christmas '27, the twenty-nine review."""
    words = draft.text[max(0, start - 1) : end]
    return _within(start, end, places, "moment", "when") and any(True for _ in dates.years_in(words))


def _of_a_start(start: int, end: int, draft: Draft) -> bool:
    """Whether a moment only dates the figure from which something starts ("from 2.1% in 2024 to 3% in 2027")."""
    before = any(0 <= start - f.end <= 9 for f in draft.figures)
    return before and bool(re.match(r"\s*,?\s*(?:->|to|towards?|up to|down to)\s+\W*\w", draft.text[end:]))


def _dated(start: int, end: int, draft: Draft, places: Sequence[Place]) -> bool:
    """Whether a moment is only a part of the words of one that says its year as well: "by Christmas" of "by Christmas
    '27"."""
    own = set(dates.years_in(draft.text[start:end]))
    longer = [p for p in places if p.part in ("moment", "when") and p.start <= start and end <= p.end]
    return any(set(dates.years_in(draft.text[p.start : p.end])) - own for p in longer)


def _figures(questions: Sequence[Question], draft: Draft, places: Sequence[Place], idle: Idle) -> None:
    effect = any(isinstance(p, Effect) for q in questions for p in parts_of(q))
    over = amounts.left(questions, draft)
    back = counted_back(draft.text, draft.moments, draft.said)
    for figure in over:
        a, b = figure.start, figure.end
        caused = effect and _within(a, b, places, "cause")
        odds = _within(a, b, places, "modality") or _of_the_base(figure, questions, draft)  # "three to one on"
        named = odds or _a_year(a, b, draft, places) or _level_of_a_target(a, b, draft, places, questions)
        named = named or any(m.start <= a and b <= m.end for m in back)  # "twelve months before"
        named = named or (_CALIBRE.match(draft.text, b) is not None and _within(a, b, places, "series"))
        moved = draft.size is not None and draft.size.start <= a < draft.size.end and _reached(draft)
        none = figure.value == 0 and _within(a, b, places, "event")  # a fund that hits zero
        named = named or none or _within(a, b, places, "how")
        if not (idle(a, b) or caused or named or moved or _same_amount(figure, over, draft)):
            raise Unread(f"could not place “{figure.text}”")


def _moments(questions: Sequence[Question], draft: Draft, places: Sequence[Place], idle: Idle) -> None:
    for moment in dates.left(questions, draft):
        a, b = moment.start, moment.end
        twice = _within(a, b, places, "moment", "when") and dates.again(moment, questions, draft)
        named = _within(a, b, places, "series", "event", "cause") or _dated(a, b, draft, places)
        twice = twice or (_within(a, b, places, "moment", "when") and dates.names_asked(draft.text[a:b], questions))
        twice = twice or _year_before(moment.when.first, questions, _ON.match(draft.text, a, b) is not None)
        same = _SAME_PERIOD.search(draft.text[:a])
        if not (idle(a, b) or twice or named or same or _since(a, b, draft) or _of_a_start(a, b, draft)):
            raise Unread(f"could not place “{draft.text[a:b].strip()}”")


_ON = re.compile(r"\W*(?:on|over) ", re.I)


def _year_before(year: str, questions: Sequence[Question], on_it: bool) -> bool:
    """Whether a moment is the year before one in which an economy is asked to grow or shrink ("smaller in 2027 than in
    2026")."""
    return any(
        isinstance(p, Compare)
        and p.left.series == "growth"
        and (on_it or p.right == 0.0)
        and p.left.when.first == str(int(year) + 1)
        for q in questions
        for p in parts_of(q)
        if year.isdigit()
    )


def _reported(questions: Sequence[Question], draft: Draft, aside: Sequence[Stretch]) -> None:
    """A year that only the report names ("the tables for 2025 show") may be the claim's where that has none of its
    own."""
    if not all(dates.opened(q) for q in questions):
        return
    for moment in draft.moments:
        words = draft.text[moment.start : moment.end].strip()
        told = any(s.why == "who says it" and s.start <= moment.start and moment.end <= s.end for s in aside)
        if told and re.fullmatch(r"(?:for|of|in) (?:19|20)\d\d", words):
            raise Unread(f"could not place “{words}”")


def _since(start: int, end: int, draft: Draft) -> bool:
    """Whether a moment only says since when something stands ("built since 2000", "back to its level of 2022")."""
    return bool(_SINCE.search(draft.text[max(0, start - 24) : end]))


def _within(start: int, end: int, places: Sequence[Place], *parts: str) -> bool:
    return any(p.start <= start and end <= p.end and p.part in parts for p in places)


def _level_of_a_target(
    start: int, end: int, draft: Draft, places: Sequence[Place], questions: Sequence[Question]
) -> bool:
    """Whether a figure only names a target or a definition within the words of an event ("NATO's 5% goal", "two
    straight quarters")."""
    near = any(m.kind == "TARGET" and 0 <= m.start - end <= 12 for m in draft.concepts)
    if (near or _within(start, end, places, "event")) and any(
        isinstance(p, Happens) and p.event in ("target_changed", "pledge_abandoned")
        for q in questions
        for p in parts_of(q)
    ):
        return True
    behind = any(m.kind == "TARGET" and 0 <= m.start - end <= 12 for m in draft.concepts) or bool(
        _QUARTERS.match(draft.text, end)
    )
    return behind and _within(start, end, places, "event", "series", "cause")


def _same_amount(figure: Mention, over: Sequence[Mention], draft: Draft) -> bool:
    """Whether a figure says once more, by another measure, what a figure of the question says ("3.8 trillion roubles,
    or 1.6% of GDP")."""
    asked = [f for f in draft.figures if f not in over]
    after = any(f.end <= figure.start and _SAME.fullmatch(draft.text[f.end : figure.start]) for f in asked)
    return after or any(figure.end <= f.start and _SAME.fullmatch(draft.text[figure.end : f.start]) for f in asked)


def _of_the_base(figure: Mention, questions: Sequence[Question], draft: Draft) -> bool:
    """Whether a figure says what a change that is asked starts from: "4% less than this year's 13.5 trillion"."""
    since = {p.since[:4] for q in questions for p in parts_of(q) if isinstance(p, Change)}
    beside = draft.text[max(0, figure.start - BESIDE) : figure.start]
    return any(
        str(ends(m.when)[1] // 12) in since and figure.start - BESIDE <= m.start and m.end <= figure.start
        for m in draft.moments
    ) and not re.search(r"[,;:]\s", beside[-BESIDE:])


def _reached(draft: Draft) -> bool:
    """Whether a change is told with the level that it leads to: "raised by 5.9 percent to $190 billion"."""
    assert draft.size is not None
    level = re.compile(
        r"[^.;]{0,40}?,? to \W*(?:an? estimated |about |around |some )?(?=[\d$€£]|\w+ (?:percent|billion))"
    ).match(draft.text, draft.size.end)
    return level is not None and any(f.start == level.end() or f.end == level.end() for f in draft.figures)


def _counts(questions: Sequence[Question], draft: Draft, idle: Idle) -> None:
    count, size = draft.counted, draft.size
    named = [p for q in questions for p in parts_of(q)]
    if count is not None and not idle(count.start, count.end):
        as_one = count.n == "all" or count.bare
        groups = any(isinstance(p, Count) for p in named) or any(
            (as_one and isinstance(p, Quantity) and any(catalogue.is_group(w) for w in p.who))
            or (isinstance(p, Happens) and p.who is not None and catalogue.is_group(p.who))
            for p in named
        )
        ranked = any(isinstance(p, Compare) and p.op in ("highest", "lowest") for p in named)
        ranked = ranked or (count.op == ">=" and count.n == 1 and any(isinstance(p, (Happens, Or)) for p in named))
        nobody = count.n == 0 and any(isinstance(p, Happens) and p.event == "ally_exit" and not p.who for p in named)
        if not groups and not ranked and not nobody:
            raise Unread(f"could not place “{draft.text[count.start : count.end]}”")
        if count.n == "all" and (almost := _NEAR_ALL.search(draft.text[: count.start])):
            raise Unread(f"could not place “{almost.group().strip()}”")
    if size is not None and not idle(size.start, size.end):
        asked = [v for q in questions for v, _ in amounts.asked(q)]
        said = amounts.variants(abs(size.value))
        said |= set(amounts.lost(abs(size.value))) if amounts.per_dollar(questions) else set()
        if not _reached(draft) and not any(amounts.near(v, a) for v in said for a in asked):
            raise Unread(f"could not place “{draft.text[size.start : size.end]}”")


def _conditions(questions: Sequence[Question], clauses: Clauses, places: Sequence[Place], idle: Idle) -> None:
    """A condition that bears on the field is one of the question's."""
    figures = [p for p in places if p.part == "figure"]  # "with the ten-year at 7%": asked as a claim of its own
    given = any(isinstance(part, (Given, Effect)) for question in questions for part in parts_of(question))
    real = any(isinstance(part, Change) and part.real for question in questions for part in parts_of(question))
    for piece in clauses.of("condition"):
        words = clauses.text[piece.start : piece.end]
        stance = any(p.part in ("negation", "modality") and p.start <= piece.start < p.end for p in places)
        if stance:
            continue
        if real and LESS_INFLATION.match(words.strip()):
            continue
        if (
            not piece.word.startswith("even ")
            and not idle(piece.start, piece.end)
            and bears(words)
            and not (given and touched(piece.start, piece.end, places))
            and not (piece.word == "with" and any(piece.start <= p.start and p.end <= piece.end for p in figures))
        ):
            raise Unread(f"could not place the condition “{words.strip()}”")


def _stated(draft: Draft, places: Sequence[Place], idle: Idle) -> None:
    """Words and digits that always state something."""
    held = [(m.start, m.end) for m in (*draft.figures, *draft.parties)] + [(m.start, m.end) for m in draft.moments]
    held += [(m.start, m.end) for m in (draft.counted, draft.size) if m is not None]
    for pattern in (STATED, _DIGITS):
        for m in pattern.finditer(draft.text):
            a, b = m.span()
            if not (touched(a, b, places) or idle(a, b) or any(x < b and a < y for x, y in held)):
                raise Unread(f"could not place “{m.group().rstrip('.,')}”")


def _words(draft: Draft, places: Sequence[Place], idle: Idle) -> None:
    """Words that name something else of the field, and words that turn the noun of a part into something else."""
    held = [(m.start, m.end) for m in (*draft.figures, *draft.parties, *draft.ways, *draft.frames)]
    held += [(m.start, m.end) for m in draft.moments] + [(c.start, c.end) for c in draft.comparators]
    for m in (*draft.concepts, *draft.events):
        known = m.kind in GENERIC or m.kind in _IDLE
        if (
            not known
            and not (m.kind == "INFLATION" and _REAL.search(draft.text[: m.start]))
            and not touched(m.start, m.end, places)
            and not idle(m.start, m.end)
            and not any(a <= m.start and m.end <= b for a, b in held)
        ):
            raise Unread(f"could not place “{m.text}”")
    known_at = [*held, *((m.start, m.end) for m in (*draft.concepts, *draft.events))]
    for token in _TOKEN.finditer(draft.text):
        a, b = token.span()
        if touched(a, b, places) or idle(a, b) or any(x <= a and b <= y for x, y in known_at) or _plain(token.group()):
            continue
        if _turns(draft.text, a, b, places):
            raise Unread(f"could not place “{token.group()}”")


def _plain(word: str) -> bool:
    """Whether a word bears on nothing wherever it stands."""
    base = re.sub(r"'(?:s|ll|ve|d|re|m)$|n't$", "", word.lower().strip("'"))
    adverb = base.endswith("ly") and base not in ("family", "supply", "assembly", "early")
    return (
        len(base) <= 2
        or bool(_MANY.fullmatch(base))
        or adverb
        or base in neutral()
        or all(one in neutral() for one in base.split("-"))
    )


def _turns(text: str, start: int, end: int, places: Sequence[Place]) -> bool:
    """Whether an unread word stands right before a noun of the question, or behind it with "of", "for", "on"."""
    heads = [p for p in places if p.part == "series"]
    before = any(text[end : p.start].strip() == "" and end <= p.start for p in heads)
    behind = any(p.end <= start and _LINK.fullmatch(text[p.end : start]) for p in heads)
    return before or behind
