"""Levels and changes of a proposed question: above and below, up and down, signs, as the words of the statement have
them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overstretch.claims.admission.amounts import near, numerals
from overstretch.claims.admission.denials import unknown
from overstretch.claims.admission.places import Rests
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.figures.comparators import (
    ROUBLE_IS,
    STRONGER,
    WEAKER,
    Comparator,
    bound_behind,
    by_worth,
)
from overstretch.claims.reader.series.limits import in_the_red
from overstretch.claims.reader.series.versus import BEATEN_BY
from overstretch.claims.reader.vocabulary import find
from overstretch.questions.data import NEGATED, Compare, Quantity

BESIDE = 34  # characters between a comparator and its figure
_CLAUSE = re.compile(r"[,;:.]\s|\s-\s|\b(?:and|but|while|whereas)\b")
_BESIDE = re.compile(r", [^,;:.\d]{3,60},")  # between commas
_JUST = re.compile(r"\b(?:just|a (?:shade|touch|hair|whisker)|slightly|fractionally|a little) $", re.I)
_SEGMENT = re.compile(r"(?<!\d)[,;:.]\s|\s-\s|[()]")
_LESS = re.compile(
    r"\b(?:miss(?:es|ed|ing)?|short|below|beneath|under(?! (?:the|an?|its|our|this|that)\b)(?:shoot\w*)?|"
    r"fail\w*|less|lower|fewer|smaller|weaker|slower|within|down|fall\w*|fell|los[est]\w*|cut\w*|trim\w*|"
    r"narrow\w*|shr[aiu]nk\w*|negative|recession|decreas\w*|slow\w*|drop\w*|eas(?:e|es|ed|ing)|at most|"
    r"max\w*|up to|cap(?:ped|s)?|ceiling|tops|not enough|trail\w*|behind|cost\w*|dip\w*|slip\w*|sink\w*|"
    r"slid\w*|slash\w*|declin\w*|reduc\w*|contract\w*|shav\w*|single|limit\w*|barely|just|only|no more|"
    r"hold\w*|stay\w*|thin(?:s|ned|ning)? out|come down|halv\w*|(?:low|little|few) as|in(?:to)? (?:reverse|"
    r"retreat)|backwards?)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:more|higher|larger|bigger|greater|above|over|outspend\w*|outspent|exceed\w*|surpass\w*|"
    r"overtak\w*|overtook|beat\w*|top(?:s|ped)?|dwarf\w*|ahead|twice|double|triple|times|outstrip\w*|"
    r"outpac\w*|eclips\w*|outd\w+|leapfrog\w*|outperform\w*|stronger|faster)\b",
    re.I,
)
_FEWER = re.compile(
    r"\b(?:less|lower|lighter|smaller|fewer|below|under|trail\w*|behind|weaker|slower|slowly|half|lag\w*)\b", re.I
)
_WORTH = re.compile(
    rf"\b(?:(?P<down>{WEAKER})|{STRONGER}) than\b", re.I
)  # of a currency: more or fewer of it for a dollar
_LOSES = re.compile(r"\b(?:lose|loses|losing|lost|shed|sheds|shedding|forfeit\w*)\b", re.I)
_FIRMS = re.compile(r"\b(?:firm|strengthen|appreciat|gain|recover)\w*\b", re.I)  # fewer of it for a dollar
_NOTHING = re.compile(
    r"\b(?:zero|nothing|nil|none|no|empty|gone|exhausted|all its|every one of its|withdraw\w*|pull\w*)\b", re.I
)
_SHRINKS = re.compile(
    r"\b(?:shr[aiu]nk\w*|decreas\w*|down|minus|contract\w*|negative|minus|recession|fall\w*|fell|drop\w*|"
    r"declin\w*|los[est]\w*|below zero|in the red|in(?:to)? (?:reverse|retreat)|backwards?)\b|(?<!\w)-\s?\d|"
    r"\b(?:gdp|economy|output)\b[^,;]*\b(?:smaller|lower)\b",
    re.I,
)
_IN_THE_RED = re.compile(
    r"\b(?:deficit|shortfall|gap|hole|red|borrow\w*|overspen\w*|minus|negative|short|loss|overdraft|"
    r"underwater|overdrawn|adrift|out of pocket|shortage|cost\w*)\b|"
    r"(?<!\w)-\s?\d",
    re.I,
)
_ALONE = re.compile(
    r"[,;(]\s(?:at (?:the )?(?:very )?(?:least|most|best|worst)|min(?:imum)?|max(?:imum)?|tops|"
    r"(?:and )?not (?:a|one) [\w ]{3,24}more)(?=\s*[,;.!?)]|\s*$)",
    re.I,
)  # a bound between commas, away from its figure
SIGNED = ("balance", "growth", "inflation")  # series that may be below zero


def figures_of(part: Compare) -> tuple[float, ...]:
    return () if isinstance(part.right, Quantity) else part.right if isinstance(part.right, tuple) else (part.right,)


def sign(part: Compare, draft: Draft) -> None:
    """Figures below zero, and zero itself, only where the words say so; a deficit is a negative balance."""
    numbers = figures_of(part)
    if not numbers or part.left.change is not None:
        return
    if part.left.series == "balance":
        red = draft.has("DEFICIT") or bool(_IN_THE_RED.search(draft.text))
        if red and max(numbers) > 0 and not draft.has("SURPLUS"):
            raise Unread("a deficit is a negative balance")
        if min(numbers) < 0 and draft.has("SURPLUS") and not red:
            raise Unread("a surplus is a positive balance")
    elif min(numbers) < 0 and (part.left.series not in SIGNED or not _SHRINKS.search(draft.text)):
        raise Unread("nothing in it is below zero")
    elif (
        part.left.series == "growth"
        and max(numbers) > 0
        and (draft.has("SHRINKS") or _LOSES.search(draft.text))
        and not draft.has("GROWS", "GROWTH")
    ):
        raise Unread("what shrinks grows by less than nothing")
    if numbers == (0.0,) and part.left.series not in SIGNED and not _NOTHING.search(draft.text):
        raise Unread("nothing in it says zero")


def compared(part: Compare, turned: bool, draft: Draft, denials: list[tuple[int, int]]) -> None:
    """A comparator beside the figure of a comparison points the way of the question, a denial before it turns it."""
    figures = figures_of(part)
    asked = NEGATED.get(part.op, part.op) if turned else part.op
    if not figures or part.op in ("between", "highest", "lowest"):
        _more_or_less(part, asked, draft, denials)
        return
    red = in_the_red(draft, part.left.series)
    if (part.left.series == "balance" or red) and max(figures) < 0 and asked in NEGATED:
        asked = {"<": ">", ">": "<"}[asked[0]] + asked[1:]
    worth = _WORTH.search(draft.text) if part.left.series == "exchange_rate" else None
    if worth and ROUBLE_IS.search(draft.text[: worth.start()]) and asked[0] != (">" if worth["down"] else "<"):
        raise Unread(f"the comparison is not that of “{worth.group()}”")
    for c, figure in _beside(draft):
        if not any(near(abs(v), one) for v in figures for one in figure) or c.op == "about":
            continue
        if asked == "about" and _JUST.search(draft.text[: c.start]):
            continue  # "just under 50"
        if any(m.start < c.start < m.end for m in draft.all_of("DEFICIT")):
            continue  # "beyond its means"
        before = sum(1 for _, b in denials if b <= c.start and not _parted(draft, b, c.start))
        before += turned and not before and _denied_behind(draft, c.end, denials)  # "3% or more is not expected"
        op = by_worth(c.op, part.left.series, red)
        if op is None:
            raise Unread(f"the comparison is not that of “{draft.text[c.start : c.end]}”")
        way = NEGATED[op] if before % 2 else op
        if part.left.change is not None and max(figures) < 0:
            way = {"<": ">", ">": "<"}[way[0]]
        if asked[0] != way[0]:
            raise Unread(f"the comparison is not that of “{draft.text[c.start : c.end]}”")


def _more_or_less(part: Compare, asked: str, draft: Draft, denials: list[tuple[int, int]]) -> None:
    """Two quantities compared: "more than", "outspends", "trails"."""
    if not isinstance(part.right, Quantity) or asked not in NEGATED or part.right.times != 1:
        return
    more, fewer = bool(_MORE.search(draft.text)), bool(_FEWER.search(draft.text))
    way = ">" if more and not fewer else "<" if fewer and not more else ""
    way = "<" if BEATEN_BY.search(draft.text) else way
    way = {"<": ">", ">": "<"}.get(way, "") if len(denials) % 2 else way
    deficit = part.left.series == "balance" and draft.has("DEFICIT") and not draft.has("SURPLUS")
    way = {"<": ">", ">": "<"}.get(way, "") if deficit else way  # the larger deficit is the lower balance
    if way and asked[0] != way:
        raise Unread("the comparison is not that of the words")


def _beside(draft: Draft) -> Iterator[tuple[Comparator, set[float]]]:
    """Each comparator with the numbers of the first numeral behind it."""
    spelled = sorted(numerals(draft.text), key=lambda one: one[0])
    for c in draft.comparators:
        behind = [(a, values) for a, _, values in spelled if c.start <= a and a - c.end <= BESIDE]
        if behind:
            first = behind[0][0]
            yield c, {v for a, values in behind if a == first for v in values}
    for _, end, values in spelled:
        if (bound := bound_behind(draft.text, end)) is not None:
            yield bound, values


def level(part: Compare, turned: bool, draft: Draft, denials: list[tuple[int, int]], rests: Rests) -> None:
    """Without a comparator: what is reached is not asked as missed, what is denied not as reached, a rise not as a
    fall."""
    numbers = figures_of(part)
    if not numbers or part.op in ("between", "highest", "lowest"):
        return
    spans = [
        (a, b) for a, b, values in numerals(draft.text) if any(near(abs(v), one) for v in numbers for one in values)
    ]
    places = [a for a, _ in spans]
    if any(bound_behind(draft.text, b) for _, b in spans):
        return
    if any(0 <= place - c.end <= BESIDE and c.op != "about" for c in draft.comparators for place in places):
        return
    asked = NEGATED.get(part.op, part.op) if turned else part.op
    if asked == "about" and (alone := _ALONE.search(draft.text)):
        raise Unread(f"the comparison is not that of “{alone.group()[2:]}”")
    scope = " ".join(
        ([_segment(draft, place) for place in places[:2]] if numbers != (0.0,) else [draft.text])
        + [rests.words("comparator", "change", "negation", "modality", text=draft.text)]
    )
    scope = scope if draft.counted is None else scope.replace(draft.text[draft.counted.start : draft.counted.end], " ")
    before = (
        denials
        if not places
        else [(a, b) for place in places[:1] for a, b in denials if b <= place and not _parted(draft, b, place)]
    )
    plainly = _without(re.sub(r"\bunder (?:the|an?|its|our|this)\b", " ", scope), [draft.text[a:b] for a, b in denials])
    down = bool(_LESS.search(plainly)) or bool(find(plainly, "way", ("DOWN",)))
    down = down or (part.left.series == "exchange_rate" and bool(_FIRMS.search(scope)))
    if turned and places and not before and not unknown(rests, draft) and not _denied_behind(draft, places[0], denials):
        raise Unread("nothing in it denies what is asked")
    flipped = part.left.series == "balance" and (max(numbers) < 0 or (numbers == (0.0,) and draft.has("DEFICIT")))
    if part.left.change is not None and part.left.series != "balance":
        _change(part, asked, draft, bool(before))
    elif asked[0] == "<" and not flipped and not before and not unknown(rests, draft) and not down:
        if not (places and _denied_behind(draft, places[0], denials)):
            raise Unread("nothing in it says “less than”")
    elif len(before) % 2 and not turned and asked[0] in ">a" and not flipped and not down:
        raise Unread(f"could not place “{draft.text[slice(*before[0])]}”")


def _without(text: str, words: list[str]) -> str:
    for one in words:
        text = text.replace(one, " ")
    return text


def _denied_behind(draft: Draft, place: int, denials: list[tuple[int, int]]) -> bool:
    return any(a >= place and not _parted(draft, place, a) for a, _ in denials)


def _parted(draft: Draft, start: int, end: int) -> bool:
    """Whether a clause ends between two places: the "and" of "between 2027 and 2030" ends none."""
    held = [(m.start, m.end) for m in draft.moments]
    held += [(m.start(), m.end() + 1) for m in _BESIDE.finditer(draft.text, start, end)]
    return any(not any(a <= m.start() < b for a, b in held) for m in _CLAUSE.finditer(draft.text, start, end))


def _segment(draft: Draft, place: int) -> str:
    """The words between the commas around a place."""
    start = max([m.end() for m in _SEGMENT.finditer(draft.text, 0, place)], default=0)
    stop = _SEGMENT.search(draft.text, place)
    return draft.text[start : stop.start() if stop else len(draft.text)]


def _change(part: Compare, asked: str, draft: Draft, denied_before: bool) -> None:
    """A change goes up or down as the words do, and by at least as much unless they limit it."""
    falls = _falls(part)
    ups, downs = (
        draft.has("UP") or bool(re.search(r"\b(?:doubl|tripl|trebl|quadrupl|more)\w*\b", draft.text, re.I)),
        draft.has("DOWN") or bool(re.search(r"\b(?:los[est]\w*|cost|trimmed|less)\b", draft.text, re.I)),
    )
    if falls is not None and not denied_before and ((falls and ups and not downs) or (not falls and downs and not ups)):
        raise Unread("the change does not go the way that the words say")
    against = ">" if falls else "<"
    limited = denied_before or re.search(
        r"\b(?:at most|up to|less|no more|only|under|below|max\w*|not|merely|barely|within)\b|n't\b", draft.text, re.I
    )
    if falls is not None and asked[0] == against and max(map(abs, figures_of(part))) > 0 and not limited:
        raise Unread("nothing in it says that the change is smaller")


def _falls(part: Compare) -> bool | None:
    """Whether a change is a fall; None where it may be either."""
    low, high = min(figures_of(part)), max(figures_of(part))
    if part.left.change is not None and part.left.change.kind == "multiple":
        return high < 1
    if high == 0 and low == 0:
        return {"<": True, ">": False}.get(part.op[0])
    return high < 0 or (high == 0 and part.op[0] == "<")
