"""Figures of a proposed question and of the statement: each of the one stands in the other, in whatever spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.figures.counts import Counted
from overstretch.claims.reader.figures.number_words import LEADING, NTHS, led_by, plain_numbers
from overstretch.claims.reader.figures.numbers import NUMBER, value
from overstretch.claims.reader.series.rank_words import PLACE, ordinal
from overstretch.claims.reader.vocabulary import Mention, plain
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Count, Do, Effect, Quantity, Question, When
from overstretch.questions.data import parts as parts_of
from overstretch.questions.say.figures import said as write_figure
from overstretch.questions.text.written import number
from overstretch.statements.mentions.calendar_words import MONTHS
from overstretch.statements.mentions.quantities import FRACTION, SCALE

NEAR = 0.005
TENOR = 10.0  # years of the bonds whose yields are held
WHOLE = {"EU": 27.0}  # members, allies or not
ROUGH = 5  # percentage points by which "two in three" may miss the share that it rounds
_ARGUMENT = re.compile(r"(?<=[(, ])-?\d+(?:\.\d+)?(?=[,)])")
_SCALES = "|".join(sorted(SCALE, key=len, reverse=True))
_NUMERAL = re.compile(
    rf"(?<![\w.])(?:-\s?)?(?P<n>{NUMBER})(?:-(?:odd|plus)\b|"
    rf" and a bit\b)?(?:[\s-]?(?P<scale>{_SCALES})(?![a-z]))?(?P<half> and a half)?",
    re.I,
)
_PARTS = NTHS | FRACTION
_PART = re.compile(
    rf"\b(?:(?P<k>a|an|one|two|three|four)[ -])?(?P<part>{'|'.join(_PARTS)}|halves)s?\b", re.I
)  # a fifth, three quarters, half
_MULTIPLE = {
    "doubl": 2.0,
    "twofold": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "threefold": 3.0,
    "quadrupl": 4.0,
    "fourfold": 4.0,
    "quintupl": 5.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "halv": 0.5,
}
_TIMES = re.compile(rf"\b(?:{'|'.join(_MULTIPLE)})\w*", re.I)
_DIGITS = {"single": 10.0, "double": 10.0, "triple": 100.0, "three": 100.0}
_DIGITED = re.compile(r"\b(single|double|triple|three)[- ](?:digits?|figures?)\b", re.I)
RATIO = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:\w+ )?(?:out of|in|of) (?:every |each )?(?P<m>two|three|four|five|"
    rf"six|eight|ten|twenty|fifty|20|50|a hundred|one hundred|10|100)\b",
    re.I,
)
_UNIT = re.compile(r"\b(?:an?|one|another|a (?:full|whole|further)) (?:percentage |per cent |percent )?point\b", re.I)
_OF_THEM = re.compile(r"\b(?:all|both|of (?:the|these|those)|the|these|those)\s+$", re.I)  # of parties that are listed
_YEARS = re.compile(r" (?:years?|budgets?)\b", re.I)
_NAMED = re.compile(r"\b(?:article|chapter|section|group of|article no\.)\s*$", re.I)
_TENOR = re.compile(
    r"[- ]years?\b(?!\s+(?:ago|from|to|of|in|by|at|later)\b)|-(?!(?:per|percent|point|points|fold|pc|"
    r"billion|million|trillion|euro|dollar)\b)[a-z]{3,}",
    re.I,
)
_DAY_OF = re.compile(rf"\b(?:{'|'.join(MONTHS)}) $", re.I)
_DAY = re.compile(rf"(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(MONTHS)})\b", re.I)
_YEAR_NEXT = re.compile(r",? (?:19|20)\d\d\b")
_LENT_FOR = re.compile(r" years?\b(?! (?:ago|from|to|later))", re.I)  # "for ten years at less than"
_OF_NOW = re.compile(r"[^,;.]{0,30}?\b(?:now|today|at present|currently)\b", re.I)
_THE_BASE = re.compile(r"\bthan (?:the|its|their|today's)? ?$", re.I)
_FOR_EVERY = re.compile(r"\b(?:for|of|out of) (?:every|each) $", re.I)
_TOWARDS = re.compile(
    r"(?: (?!to\b)[a-z/]+){0,3}?(?:,? (?:in|of) (?:(?:19|20)\d\d|last year|this year|\w+ 20\d\d)|,? "
    r"(?:now|today|at present|currently))?,?\s*(?:->|to|towards?|up to|down to)\s+(?:about |around |some |"
    r"just |over |under |above |below |more than |less than |nearly |almost |at least )*[$€£]?",
    re.I,
)
_BASIS = re.compile(r"\s?(?:basis points?|bips|bps?)\b", re.I)


def numerals(text: str) -> list[tuple[int, int, set[float]]]:
    """Every numeral of a text with its place and the numbers that it may stand for: with a scale that follows it or the
    next one."""
    found: list[tuple[int, int, set[float]]] = []
    text = plain_numbers(text)
    for m in _NUMERAL.finditer(text):
        try:
            n = value(m["n"]) + (0.5 if m["half"] else 0.0)
        except (ValueError, KeyError, IndexError):
            continue
        shared = re.search(
            rf"^[^.;]{{0,28}}?\d[\d.]*(?: and a half)?[\s-]?(?P<scale>{_SCALES})\b", text[m.end() :], re.I
        )
        scale = m["scale"] or None
        values = {n * SCALE.get(scale.lower(), 1.0)} if scale else {n}
        if not scale and shared:
            values.add(n * SCALE.get(shared["scale"].lower(), 1.0))
        values |= {n * scale for scale in _scaled_before(text, m.start()) if not m["scale"]}
        values |= {n / 100} if _BASIS.match(text, m.end()) else set()
        found.append((m.start(), m.end(), values))
    for m in _PART.finditer(text):
        whole = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}.get((m["k"] or "a").lower(), 1)
        part = whole / _PARTS.get(m["part"].lower(), 2)
        found.append((m.start(), m.end(), {part, 100 * part, float(round(100 * part))}))
    found += list(_spoken(text))
    found += [
        (m.start(), m.end(), {t, 100 * abs(t - 1)}) for m in _TIMES.finditer(text) for t in (_multiple(m.group()),)
    ]
    for m in RATIO.finditer(text):
        part = _ratio(m)
        found.append((m.start(), m.end(), {part, 100 * part}))
    found += [(m.start(), m.end(), {_DIGITS[m[1].lower()]}) for m in _DIGITED.finditer(text)]
    for m in LEADING.finditer(text):
        low, high = led_by(m) or (0.0, 0.0)
        found.append((m.start(), m.end(), {low, high, high - 0.1, high - 0.01}))
    return found + [(m.start(), m.end(), {1.0}) for m in _UNIT.finditer(text)]


def _ratio(m: re.Match[str]) -> float:
    """Two in three."""
    return value(m["n"]) / value(m["m"])


_LAST_SCALE = re.compile(
    rf"\d[\s-]?(?P<scale>{_SCALES})\b|\b(?P<word>hundred|thousand|million|billion|trillion)\b", re.I
)
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_TEN = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_POINT = re.compile(rf"\b(?P<whole>{_DIGIT})[- ](?:point[- ])?(?P<tenth>{_DIGIT}|oh)\b", re.I)  # "three-five"
_HUNDREDS = re.compile(rf"\b(?P<hundreds>{_DIGIT})-(?P<tens>{_TEN})\b", re.I)  # "one-twenty"
FAR = 90  # characters over which "eighty-four thousand" counts a "seventy-five" in thousands


def _scaled_before(text: str, end: int) -> Iterator[float]:
    """The scale of the last amount before a bare number: thousands, billions."""
    held = list(_LAST_SCALE.finditer(text, max(0, end - FAR), end))
    if held:
        yield SCALE.get((held[-1]["scale"] or held[-1]["word"]).lower(), 1.0)


def _spoken(text: str) -> Iterator[tuple[int, int, set[float]]]:
    """Decimals and hundreds as they are spoken: "three-five", "one point six", "one-twenty"."""
    for m in _POINT.finditer(text):
        tenth = 0.0 if m["tenth"].lower() == "oh" else value(m["tenth"])
        yield m.start(), m.end(), {value(m["whole"].lower()) + tenth / 10}
    for m in _HUNDREDS.finditer(text):
        yield m.start(), m.end(), {100 * value(m["hundreds"].lower()) + value(m["tens"].lower())}


def _multiple(word: str) -> float:
    return next(size for stem, size in _MULTIPLE.items() if word.lower().startswith(stem))


def grounded(question: Question, draft: Draft, around: str) -> None:
    """Each figure of the question stands in the statement, or around it. Raises Unread naming the first that does
    not."""
    known = [
        *_by_grammar(draft),
        *_shares(question, draft),
        *_above(question, draft),
        *(v for _, _, held in numerals(draft.text) for one in held for v in variants(one)),
    ]
    known += [100 - one for one in known if _polled(question) and 0 < one < 100]  # "six in ten are against it"
    known += [more for one in known if per_dollar([question]) for more in lost(one)]
    for amount, words in asked(question):
        if not any(near(amount, one) for one in known) and not any(
            near(amount, one) for _, _, held in numerals(plain(around)) for one in held
        ):
            raise Unread(f"not in the statement: {words}")


def _polled(question: Question) -> bool:
    """Whether a question is of a poll, where those against are the rest."""
    return any(isinstance(p, Quantity) and p.series == "poll_support" for p in parts_of(question))


def _shares(question: Question, draft: Draft) -> Iterator[float]:
    """How many members of a counted group a part of it is, up or down, and the rest: "two in three", "a fifth of
    them"."""
    parts = {v for _, _, held in numerals(draft.text) for v in held if 0 < v < 1}
    for part in parts_of(question):
        size = len(catalogue.members(part.group)) if isinstance(part, Count) else 0
        yield from (
            float(n + more) for v in parts for n in (int(v * size), int((1 - v) * size)) for more in (0, 1) if size
        )


def _above(question: Question, draft: Draft) -> Iterator[float]:
    """How many members stand above the one in third place, below the third lowest."""
    if any(isinstance(p, Count) and isinstance(p.where.right, Quantity) for p in parts_of(question)):
        yield from (float(ordinal(m["n"] or m["n2"]) - 1) for m in PLACE.finditer(draft.text))


def currency(question: Question, draft: Draft) -> None:
    """Money is asked in the currency that the statement names. Raises Unread."""
    stated = {
        str(f.value[0]): _held(f.value) for f in draft.figures if f.kind == "money" and isinstance(f.value, tuple)
    }
    for part in parts_of(question):
        if not isinstance(part, Compare) or isinstance(part.right, Quantity) or part.left.change is not None:
            continue
        unit = catalogue.unit_of(part.left)
        named = [
            code for code, held in stated.items() if any(near(abs(v), one) for v in _pair(part.right) for one in held)
        ]
        if (
            unit in catalogue.currencies()
            and named
            and unit not in named
            and all(c in catalogue.currencies() for c in named)
            and not _own_dollars(part.left, draft)
        ):
            raise Unread(f"the statement speaks of {' and '.join(named)}, the question of {unit}")


_OTHER_DOLLARS = re.compile(r"\bU\.?S\.?\b|\bAmerican\b|\bUSD\b|\bgreenbacks?\b")


def _own_dollars(left: Quantity, draft: Draft) -> bool:
    """Whether Canada's own dollars may be meant."""
    return left.who == ("CAN",) and catalogue.unit_of(left) == "CAD" and not _OTHER_DOLLARS.search(draft.text)


def left(questions: Iterable[Question], draft: Draft) -> list[Mention]:
    """The statement's figures that stand in none of the questions."""
    over: list[Mention] = []
    held = list(questions)
    parts = [part for question in held for part in parts_of(question)]
    of = [part for part in parts if isinstance(part, Quantity)]
    numbers = [amount for question in held for amount, _ in _numbers(question)]
    values = [amount for amount in numbers if amount]
    values += [100 - v for q in held if _polled(q) for v in values if 0 < v < 100]
    tiers = any(_tiers(question, draft) for question in held)
    counts = any(isinstance(part, Count) for part in parts)
    groups = {code for question in held for code in _groups(question)}
    sizes = {float(len(catalogue.members(code))) for code in groups} | {WHOLE[code] for code in groups & set(WHOLE)}
    years = {float(int(w.last[:4]) - int(w.first[:4]) + 1) for w in parts if isinstance(w, When) and w.last}
    named = len({code for part in of for code in part.who})
    written, ratios = numerals(draft.text), list(RATIO.finditer(draft.text))
    for figure in draft.figures:
        spelled = [one for one in _held(figure.value)]
        spelled += [v for a, b, own in written if a < figure.end and figure.start < b for v in own]
        if tiers or _is_name(figure, draft, sizes) or _is_start(figure, draft, values) or _is_by(figure, draft, of):
            continue
        if figure.kind == "number" and _OF_THEM.search(draft.text[: figure.start]) and _held(figure.value) == [named]:
            continue  # "Spain, Italy and Portugal, all three of them"
        if figure.kind == "number" and _YEARS.match(draft.text, figure.end) and years & set(_held(figure.value)):
            continue  # "from 2027 to 2030, four years in all"
        shares = [_ratio(m) for m in ratios if m.start() < figure.end and figure.start < m.end()]
        if shares and (counts or any(abs(100 * share - v) <= ROUGH for share in shares for v in values)):
            continue  # "nearly two in three, 64%"
        if (0.0 in spelled and 0.0 in numbers) or (figure.value == ("USD", 1.0) and per_dollar(held)):
            continue
        if not any(near(v, a) for one in spelled for v in variants(one) for a in values):
            over.append(figure)
    return over


def _is_by(figure: Mention, draft: Draft, of: Sequence[Quantity]) -> bool:
    """Whether a number is by what one that is asked is measured: "for ten years at less than", "20,000 fewer than the
    84,000 who are there now", "$9 for every $1 of Russia's"."""
    before = draft.text[: figure.start]
    lent = any(p.series == "bond_yield" for p in of) and figure.value == TENOR
    moved = any(p.change is not None for p in of) and _THE_BASE.search(before)
    return bool(
        (lent and _LENT_FOR.match(draft.text, figure.end))
        or (moved and _OF_NOW.match(draft.text, figure.end))
        or (figure.kind == "money" and _held(figure.value) == [1.0] and _FOR_EVERY.search(before))
    )


def per_dollar(questions: Iterable[Question]) -> bool:
    """Whether a question is of what one dollar costs."""
    return any(isinstance(p, Quantity) and p.series == "exchange_rate" for q in questions for p in parts_of(q))


def lost(percent: float) -> list[float]:
    """By how many percent a dollar costs more of a currency that loses so many percent of its value."""
    return [100 * percent / (100 - percent)] if 0 < percent < 100 else []


def _groups(question: Question) -> Iterator[str]:
    """The groups that a question names."""
    for part in parts_of(question):
        if isinstance(part, Count):
            yield part.group
        elif isinstance(part, Quantity):
            yield from (code for code in (*part.who, part.share_of or "") if catalogue.is_group(code))


def _is_name(figure: Mention, draft: Draft, sizes: set[float]) -> bool:
    """Whether a number is part of a name: Article 5, ten-year bonds, the three Baltic states."""
    named = (
        _NAMED.search(draft.text[: figure.start])
        or _TENOR.match(draft.text, figure.end)
        or _DAY.match(draft.text, figure.end)
        or (_DAY_OF.search(draft.text[: figure.start]) and _YEAR_NEXT.match(draft.text, figure.end))
    )
    return bool(named) or (figure.kind == "number" and any(v in sizes for v in _held(figure.value)))


def _is_start(figure: Mention, draft: Draft, values: list[float]) -> bool:
    """Whether a figure is where something starts that ends at one of the question: "from 2% to 3.5%"."""
    behind = [one for one in numerals(draft.text) if _TOWARDS.fullmatch(draft.text[figure.end : one[0]])]
    return any(near(v, a) for _, _, held in behind for v in held for a in values)


def asked(question: Question) -> Iterator[tuple[float, str]]:
    """The figures that a question names, without their sign, and how they are written; a comparison with nothing names
    none."""
    for amount, words in _numbers(question):
        if amount:
            yield amount, words


def _tiers(question: Question, draft: Draft) -> bool:
    """Whether the pledge is named with its parts, 3.5% core and 1.5% related: they define what is counted."""
    whole = any(isinstance(p, Quantity) and p.series == "total_share" for p in parts_of(question))
    return whole and sorted(n for f in draft.figures for n in _held(f.value)) == [1.5, 3.5, 5.0]


def _numbers(question: Question) -> Iterator[tuple[float, str]]:
    usual = _usual(question)
    for part in parts_of(question):
        match part:
            case Compare() if not isinstance(part.right, Quantity):
                base = part.right == 1 and catalogue.unit_of(part.left) == "index"  # back to where it was
                yield from ((abs(v), write_figure(v, part.left)) for v in _pair(part.right) if not base)
            case Count() if part.n != "all":
                yield from ((abs(float(v)), str(v)) for v in _pair(part.n))
            case Effect():
                yield from ((abs(v), f"{number(v)} {part.unit}") for v in _pair(part.value))
            case Quantity() if part.times != 1:
                yield part.times, f"{number(part.times)} times"
            case Do() if part not in usual:
                yield from ((abs(float(v)), v) for v in _ARGUMENT.findall(part.levers) if len(v) != 4)


def _pair(one: object) -> tuple[float, ...]:
    return tuple(float(v) for v in one) if isinstance(one, tuple) else (float(one),)  # type: ignore[arg-type]


def _usual(question: Question) -> set[Do]:
    """The levers of an effect that stand for its cause in words: their figures are the catalogue's, not the
    statement's."""
    pairs = [[bare(one) for one in row["worlds"]] for row in catalogue.causes().values()]
    found: set[Do] = set()
    for part in parts_of(question):
        if isinstance(part, Effect) and part.worlds and [bare(do.levers) for do in part.worlds] in pairs:
            found |= set(part.worlds)
    return found


def bare(lever: str) -> str:
    """A lever without what may be written otherwise, and without the party that it names."""
    return re.sub(r"\(\)|\.0\b|\s|\{who\}|\b[A-Z]{3}(?=,)", "", lever)


def _by_grammar(draft: Draft) -> Iterator[float]:
    """What the reader's grammars find: figures, the size of a change, a count and its complement."""
    for figure in draft.figures:
        yield from _held(figure.value)
    if draft.size is not None:
        yield from variants(abs(draft.size.value))
    if draft.counted is not None:
        yield from _counts(draft.counted)
    if re.search(r"\b(?:most|majority|half|few(?!er)|handful|minority)\b", draft.text, re.I):
        yield from (
            float(n + more)
            for g in catalogue.all_groups()
            for n in (len(catalogue.members(g)) // 2,)
            for more in (0, 1)
        )


def variants(amount: float) -> set[float]:
    """A number as it may be asked: itself, a percentage as a multiple or a proportion, a multiple as a percentage."""
    return {amount, 1 + amount / 100, abs(1 - amount / 100), amount / 100, 100 * abs(amount - 1)}


def _counts(count: Counted) -> Iterator[float]:
    if isinstance(count.n, tuple):
        yield from map(float, count.n)
        return
    if isinstance(count.n, str):
        yield from (float(len(catalogue.members(group))) for group in catalogue.all_groups())
        return
    yield from (float(count.n), float(count.n + {">": 1, "<": -1}.get(count.op, 0)))  # more than ten: at least eleven
    for group in catalogue.all_groups():
        size = len(catalogue.members(group))
        whole = int(size * count.share) if count.share is not None else count.n
        yield from (float(whole), float(whole + 1), float(size - whole), float(size - count.n), float(size // 2))


def _held(value: object) -> list[float]:
    """A figure's numbers: one, two ends of a range, or an amount of money with its currency."""
    if isinstance(value, tuple):
        return [n for one in value for n in _held(one)]
    return [abs(float(value))] if isinstance(value, (int, float)) else []


def near(a: float, b: float) -> bool:
    return abs(a - b) <= NEAR * max(abs(a), abs(b))
