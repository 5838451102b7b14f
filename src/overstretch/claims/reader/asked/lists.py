"""Lists of figures under one verb: each with its moment ("1% this year, 1.3% next and 2.8% in 2027") or with its party
("Estonia 5.4%, Latvia 4.9% and Lithuania 5.4%"); a share of the text for each, with the others blanked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from overstretch.claims.reader.draft import Draft, drafted
from overstretch.claims.reader.gate import OF_OUTPUT
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.moments import Moment
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.data import When


@dataclass(frozen=True)
class Share:
    """One claim's share of the text: the rest is blanked; `before` is what it takes its subject from.

    alike: its figure is bounded as the first of its list is. bound: its own comparator. amount: its moment and figure,
    for what the first has alone: a currency, a share of what."""

    text: str
    before: str
    alike: bool = False
    bound: str = ""
    amount: tuple[When, float] | None = None


_BETWEEN = re.compile(  # from one cell to the next
    r"[\s,;]*(?:(?:and|but|then|while|before|with)\b[\s,]*)?(?:(?:(?:a (?:bit|shade|touch|little|tad|fraction|notch)|"
    r"slightly|somewhat|marginally|even|still|much|far) )?(?:higher|lower|wider|narrower|larger|smaller|faster|slower|"
    r"bigger),? )?(?:(?:then|again|to|at|only|just|some|about|around|roughly|nearly|almost|by|of|for|a|"
    r"further|down|up)\b\s*)*",
    re.I,
)
_WITHIN = re.compile(  # from a moment or a party to its figure, or back
    r"[\s,]*(?:(?:to|at|by|of|for|the|a (?:mere|modest|paltry|meagre|hefty)|per annum|a year|per year|annually|only|just|"
    r"some|about|around|roughly|nearly|almost|with|on|gdp|output|it|they|will|would|is|are|should|then|be|reach|come|"
    r"amount|rise|fall|grow|accelerate|"
    r"slow|climb|drop|narrow|widen|ease|pick|up|down|seen|expected|projected|forecast)\b\s*)*",
    re.I,
)


_NAME = r"(?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_NAMED_BEHIND = re.compile(  # "Neither of the two nuclear powers, Britain and France, will"
    r"(?P<lead>^\W*|[;:] (?:and |but )?|\bthat )(?P<word>(?i:neither of(?: the)?|both(?: of)?(?: the)?|"
    r"(?:all )?(?:the )?(?=(?:two|three|"
    r"four|five) )))(?P<noun> ?(?:[\w'-]+ ){0,8}?[\w'-]+), "
    rf"(?P<names>{_NAME}(?:, {_NAME})*,? and {_NAME}),(?= (?:will|would|is|are|was|were|has|have|had|could|can|may|"
    r"might|did|does|spen[dt])\b)"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_NO_DESCRIPTION = re.compile(
    r"\d|\b(?:will|would|is|are|was|were|has|have|had|could|may|says?|said|that|who|which|whose|than|by|"
    r"other|capitals? of|"
    r"ministers?|cities|parties|banks?)\b",
    re.I,
)


def named_alone(text: str) -> str:
    """The text with those who are named in the place of what they are, as long as it was: "Neither of the two nuclear
    powers, Britain and France, will" is neither Britain nor France."""
    m = _NAMED_BEHIND.search(text)
    if m is None or _NO_DESCRIPTION.search(m["noun"]):
        return text
    names = re.split(r", | and ", m["names"].replace(", and ", " and "))
    word = m["word"].split()[0].lower() if m["word"].strip() else ""
    number = next((n for said, n in _NUMBERS.items() if said in m["noun"].lower().split()), 0)
    grouped = any(p.code in ("BALTICS", "NORDICS") for p in parties(m["noun"]))
    if grouped or len(names) != (number or 2 * (word in ("neither", "both"))) or not all(map(_a_party, names)):
        return text
    own = {"neither": "Neither", "both": "Both"}.get(word, "")
    joined = m["names"].replace(" and ", " nor ") if own == "Neither" else m["names"]
    room = len(m.group()) - len(m["lead"]) - len(own) - len(joined)
    return f"{text[: m.start()]}{m['lead']}{own}{' ' * room}{joined}{text[m.end() :]}"


def _a_party(name: str) -> bool:
    return any(p.kind == "party" and (p.start, p.end) == (0, len(name)) for p in parties(name))


def listed(text: str, before: str, said: date) -> list[Share]:
    """A share for each figure of a list; none where the text is no such list."""
    draft = drafted(text, said)
    figures = [f for f in draft.figures if f.kind != "points"]
    named = draft.parties_of("party")
    groups = [p for p in draft.parties_of("group") if not any(e.start <= p.start < e.end for e in draft.events)]
    if draft.counted is not None:
        return []
    if len(figures) < 2 and not groups and len(named) == len(draft.moments) > 1 and _in_turn(draft, named):
        return _shares(text, before, draft, draft.moments, [named])
    if len(figures) < 2 or not (_alike(figures) or (draft.has(*_RATES) and _small(figures))):
        return []
    of_parties = len(named) == len(figures) and not groups
    with_moments = len(draft.moments) == len(figures)
    found = _shares(text, before, draft, figures, [draft.moments]) if with_moments else []
    if not found and of_parties and (with_moments or len(draft.moments) <= 1):
        found = _shares(text, before, draft, figures, [named, draft.moments] if with_moments else [named])
    return found


_RATES = ("GROWTH", "INFLATION", "UNEMPLOYMENT")  # a bare number of which is a percentage


_NAME = r"(?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_COMPARED = re.compile(
    rf"\b(?:than|ahead of|behind|below|above) (?P<list>{_NAME}(?:, {_NAME})*,? or (?:even )?{_NAME})"
)


def compared(text: str, before: str) -> list[Share]:
    """A share for each of those with whom one is compared: "lower than Poland's, Estonia's or Lithuania's"."""
    if (m := _COMPARED.search(text)) is None:
        return []
    start, end = m.span("list")
    named = [p for p in parties(m["list"]) if p.kind == "party"]
    if len(named) != len(re.findall(r", | or ", m["list"])) + 1:
        return []
    owned = re.compile(r"(?:'s|')?")
    spots = [(start + p.start, owned.match(text, start + p.end)) for p in named]
    return [Share(blanked(text, (start, a), (own.end(), end)), before) for a, own in spots if own]


def _in_turn(draft: Draft, named: Sequence[Mention]) -> bool:
    """Whether each party has its own moment for what is said once: "A could leave by 2030 and B by 2032"."""
    (first, *others), (when, *later) = named, draft.moments
    affirmed = any(_AFFIRMS.search(draft.text[p.end : m.start]) for p, m in zip(others, later, strict=True))
    if affirmed and _DENIES.search(draft.text[: others[0].start]):
        return False  # "A will not by 2030 but B will by 2032": its own verb is not denied
    return max(first.start, when.start) < others[0].start and all(
        p.start < m.start and _WITHIN.fullmatch(draft.text[p.end : m.start]) for p, m in zip(others, later, strict=True)
    )


_AFFIRMS = re.compile(r"\b(?:will|would|shall|should|is|are|it|they)\b", re.I)
_DENIES = re.compile(
    rf"{NOT.pattern}|\b(?:nobody|no one|none|few|hardly|unlikely|doubts?|doubtful|fails?|failed|miss|refuses?)\b", re.I
)


def _alike(figures: Sequence[Mention]) -> bool:
    """Whether all figures are of one kind, the unit said with the first or the last."""
    kinds = {f.kind.replace("share", "percent") for f in figures}
    return len(kinds - {"number"}) == 1 and ("number" not in kinds or _small(figures))


def _small(figures: Sequence[Mention]) -> bool:
    """Whether bare numbers may be percentages beside those that are."""
    return all(isinstance(f.value, float) and f.value < HIGHEST_SHARE for f in figures if f.kind == "number")


HIGHEST_SHARE = 300  # percent; a bare number above it is none


def _shares(
    text: str,
    before: str,
    draft: Draft,
    figures: Sequence[Mention] | Sequence[Moment],
    others: Sequence[Sequence[Moment] | Sequence[Mention]],
) -> list[Share]:
    """The shares of a list whose figures (or moments, where one figure or none is said of all) each stand beside one of
    the others (of each kind), as the text has them."""
    marks = sorted([(m.start, m.end, n) for n, kind in enumerate([figures, *others]) for m in kind])
    size = 1 + len(others)
    cells = [tuple(marks[k : k + size]) for k in range(0, len(marks), size)]
    if any(len({kind for *_, kind in cell}) < size for cell in cells) or _FROM.search(text[: _figure(cells[0])]):
        return []
    inside = [pair for cell in cells[1:] for pair in pairwise(cell)]
    if any(not _WITHIN.fullmatch(_bare(text[a[1] : b[0]], draft, a[1])) for a, b in inside):
        return []
    if len({_CHANGED.search(text[: _figure(cell)]) is None for cell in cells}) > 1:
        return []  # "55% of GDP in 2024, up 10% on 2023": no level of 2023
    of_parties = isinstance(others[0][0], Mention)  # a comparator before a party compares
    gaps = [(text[a[-1][1] : b[0][0]], a[-1][1]) for a, b in pairwise(cells)]
    gaps = gaps if of_parties else [(_bare(words, draft, at), at) for words, at in gaps]
    goes_on = _goes_on(gaps[0][0])
    if goes_on is None or not all(_BETWEEN.fullmatch(words) for words, _ in gaps[1:]):
        return []
    link, last = cells[0][-1][1] + goes_on, cells[-1][-1][1]
    first = [(_bounded(draft, start), end) for start, end, _ in cells[0]]
    shares = [Share(blanked(text, (link, last)), before)]
    for (words, at), cell in zip(gaps, cells[1:], strict=True):
        joins = at + _JOINS.match(words, max(link - at, 0)).end()  # type: ignore[union-attr]
        masked = blanked(text, *first, (link, min(joins, _bounded(draft, cell[0][0]))), (cell[-1][1], last))
        alike = all(_bounded(draft, start) == start for start, *_ in (*cells[0], *cell))
        of = OF_OUTPUT.search(text, cells[0][0][0], cells[0][-1][1])
        shares.append(
            Share(
                masked[: of.start()] + of.group() + masked[of.end() :] if of else masked,
                before,
                alike,
                draft.bound_before(_figure(cell)),
                _amount(draft, cell),
            )
        )
    return shares


def _amount(draft: Draft, cell: Sequence[tuple[int, int, int]]) -> tuple[When, float] | None:
    """The moment and the figure of a cell; None where it has no single one of either."""
    figure = next((f for f in draft.figures if f.start == _figure(cell)), None)
    if figure is None:
        return None
    value = figure.value[1] if figure.kind == "money" else figure.value  # type: ignore[index]
    when = next((m.when for m in draft.moments if any(m.start == start for start, *_ in cell)), None)
    if when is None or when.relation not in ("in", "by") or not isinstance(value, float):
        return None
    return when, value


_CHANGED = re.compile(r"\b(?:up|down)(?: (?:by|about|around|roughly|some|nearly|almost|just|only|a|further))* *$", re.I)
_FROM = re.compile(r"\bfrom (?:about |around |some |just )*$", re.I)
_LINK = re.compile(r"\s*(?:[,;]|\b(?:and|but|while)\b)", re.I)
_JOINS = re.compile(r"\s*[,;]?\s*(?:(?:and|but|then|while|before|with)\b)?(?:\s+(?:then|again)\b)?", re.I)
_ANOTHER = re.compile(
    r"\b(?:than|against|compared|versus|from|if|unless|not|never|will|would|is|are|was|were|has|have|had|which|who|"
    r"that|because|as|after|before)\b|n't\b|[.!?]\s",
    re.I,
)


def _figure(cell: Sequence[tuple[int, int, int]]) -> int:
    return next(start for start, _, kind in cell if kind == 0)


def _bounded(draft: Draft, start: int) -> int:
    """Where the words of a figure begin, its comparator among them."""
    return min([start, *(c.start for c in draft.comparators if 0 <= start - c.end <= 1)])


def _goes_on(gap: str) -> int | None:
    """Where, behind the first of a list and what else is said of all ("of GDP on defence next year"), the list goes on;
    None where it does not."""
    for m in _LINK.finditer(gap):
        if _BETWEEN.fullmatch(gap, m.start()) and not _ANOTHER.search(gap[: m.start()]):
            return m.start()
    return None


def _bare(words: str, draft: Draft, at: int) -> str:
    """Words without their comparators, which belong to the figure behind them."""
    return blanked(
        words, *((c.start - at, c.end - at) for c in draft.comparators if at <= c.start and c.end <= at + len(words))
    )
