"""How large a change is said to be: "triple", "rise by a third", "twice what it was in 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstretch.claims.reader.figures.number_words import ROUND
from overstretch.claims.reader.figures.numbers import FRACTIONS
from overstretch.claims.reader.figures.verbs import forms_of
from overstretch.questions.data import MIRRORED
from overstretch.statements.mentions.quantities import number

_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{ROUND})"
_TIMES = {
    word: times
    for times, words in (
        (2.0, "double doubles doubled doubling twofold"),
        (3.0, "triple triples tripled treble threefold three-fold"),
        (4.0, "quadruple quadruples quadrupled fourfold four-fold"),
        (5.0, "quintuple quintuples quintupled fivefold five-fold"),
        (6.0, "sixfold six-fold sextupled"),
        (7.0, "sevenfold"),
        (8.0, "eightfold"),
        (10.0, "tenfold ten-fold"),
        (0.5, "halve halved"),
    )
    for word in words.split()
}
_NO_POINT = (  # "by half a point", "by a quarter of a per cent"
    r"(?!-point|,? (?:of )?(?:an? |one )?(?:full )?(?:percentage[- ]|per ?cent(?:age)? |basis )?(?:points?|"
    r"per ?cent)\b)"
)
_BE = "be|is|are|was|were|been"
_UP = (
    forms_of("add boost climb expand grow hike increase jump lift raise rise soar surge swell")
    + rf"|go(?:es)? up|went up|(?:step|ramp|push|scale|bump|crank|beef|{_BE})(?:s|es|ped|ed|d)? up"
)
_DOWN = (
    forms_of(
        "contract cut decline decrease drop fall forfeit lose lower plummet plunge reduce shed shrink slash trim tumble"
    )
    + rf"|(?:scale|pare|cut|bring|{_BE})(?:s|d)? (?:back|down)"
)


@dataclass(frozen=True)
class Size:
    """The size of a change with its place: value in percent (kind percent), or a multiple; of_today: of what it is on
    the day said."""

    start: int
    end: int
    kind: str
    value: float
    op: str = ">="
    of_today: bool = False


_AS_IN = re.compile(  # how many times what it was in another year
    rf"\b(?P<much>(?:(?P<again>half as (?:much|large|big|many|high|great|strong) again)|(?P<n>twice|half|"
    rf"(?:{_NUMBER})(?: and a (?:half|quarter|third))? times)(?: as (?:much|large|big|high|many)| the size| those| "
    rf"that| what)))\b(?:(?(again)(?:(?=[^;]{{0,60}}?\b(?:by|in) (?:19|20)\d\d)|\W*$)|(?:[^;.]{{0,40}}?\b(?:as|of|than|"
    rf"what)(?: (?:it|they|he|she))?(?: (?:did|was|were|spent|had|laid out))?(?: (?:back )?in)? +(?:19|20)\d\d\b|"
    rf"(?<=what) (?:it|they) (?:was|were|had been|spent|stood at)(?: (?:back )?in)? +(?:19|20)\d\d\b|"
    rf"[^;.,]{{0,40}}?(?:(?<=what)|\bas)(?: (?:it|they|we))?(?: (?:does|do|is|are|spends?))? (?P<now>today|now|at "
    rf"present)\b)))",
    re.I,
)


_SO_MANY_TIMES = re.compile(  # "rose 2.5 times", "grew 2.5-fold", "by a factor of three", "multiplied by three"
    rf"\b(?:(?:{_UP}|multipl(?:y|ied|ies))\b(?:(?!  |\b(?:to|from|than)\b)[ \w']){{0,40}}? (?:by )?(?:(?P<op>more than|"
    rf"over|at least|nearly|almost|about|around|roughly|some|up to|less than) )?(?P<n>{_NUMBER}(?: and a half)?)(?: "
    rf"times\b(?! (?:as|more|the|higher|larger|bigger|that|what|its|their|faster|over|a year|in a row)\b)|[- ]?fold\b|"
    rf"x\b)|by a factor of (?:(?P<op2>more than|over|at least|nearly|almost|about|around|roughly|some) "
    rf")?(?P<n2>{_NUMBER}(?: and a half)?)(?!\w)|multipl(?:y|ied|ies) (?:[\w' ]{{1,40}} )?by "
    rf"(?P<n3>{_NUMBER})(?![\w%]))",
    re.I,
)


_HOW_OFTEN = re.compile(  # "raised its rate three times": how often, or by how much
    r"(?:(?:rais|hik|lift|boost|add)\w*|\w+ (?:its|the|their)\b|[\w' ]*\brates?\b)[\w' ]*? (?:\d+|"
    r"[a-z]+)(?<!half) times",
    re.I,
)


_ADDED = {" and a half": 0.5, " and a quarter": 0.25, " and a third": 1 / 3}


def multiple(words: str) -> float:
    """'Twice', 'half', 'ten times', 'two and a half times'. Raises KeyError or ValueError for what is no number."""
    known = {"twice": 2.0, "half": 0.5}
    if (low := words.lower()) in known:
        return known[low]
    return float(number(low.split()[0])) + next((n for part, n in _ADDED.items() if part in low), 0.0)


_SIZE_OPS = {
    words: op
    for op, held in (
        (">", "more than|over|upwards of"),
        ("<", "less than|under"),
        ("<=", "at most|up to|no more than"),
        ("about", "about|around|nearly|roughly|some|almost"),
        (">=", "at least|as much as|a good"),
    )
    for words in held.split("|")
}
_FULL = ("good", "full", "solid", "clear", "whole")  # "by a good fifth"
_OP = rf"(?:(?P<op>{'|'.join(_SIZE_OPS)}) )?"
_PARTS = FRACTIONS | {
    f"a {full} {part[2:]}": share for part, share in FRACTIONS.items() if part[:2] == "a " for full in _FULL
}
_PART = rf"(?:(?:a|one) (?=half\b))?(?P<part>{'|'.join(_PARTS)})\b"
_MULTIPLE = re.compile(rf"\b({'|'.join(_TIMES)})\b", re.I)


def _by(verbs: str) -> re.Pattern[str]:
    """A verb of change and its size; no other such verb, and no cut, between them."""
    return re.compile(
        rf"\b(?:{verbs})(?:(?!  |\b(?:{_UP}|{_DOWN})\b)[ \w'])*? by {_OP}(?:{_PART}{_NO_POINT}|"
        rf"(?P<n>{_NUMBER})\s*(?:%|per ?cent(?!age))(?! of| ?points?))",
        re.I,
    )


_LOST = re.compile(rf"\b(?:los(?:e|es|t)|sheds?|forfeit(?:s|ed)?) {_OP}{_PART}{_NO_POINT}", re.I)
_MOVES = ((1.0, _by(_UP)), (-1.0, _LOST), (-1.0, _by(_DOWN)))
_MORE = re.compile(
    rf"\b{_PART} (?P<way>more|higher|less|lower)\b(?= [^;]{{0,50}}?\bthan (?:in)? *\d{{4}})|(?P<n>{_NUMBER})\s*(?:%|"
    r"per ?cent) (?P<way2>more|higher|less|lower)\b",
    re.I,
)


_AHEAD = re.compile(r"\b(?:will|would|could|may|might|to)\b|'ll\b", re.I)
_COULD = re.compile(r"\b(?:could|may|might|can|perhaps|possibly|maybe)\b", re.I)


def size_of_change(text: str) -> Size | None:
    """How large a change is said to be: 'triple', 'rise by a third', 'fall by 10%', '20% more'."""
    if m := _MULTIPLE.search(text):
        value = _TIMES[m[1].lower()]
        return Size(m.start(), m.end(), "multiple", value, "<=" if value < 1 else ">=")
    if (m := _SO_MANY_TIMES.search(text)) and not (m["n"] and _HOW_OFTEN.match(m.group())):
        op = _SIZE_OPS.get((m["op"] or m["op2"] or "").lower(), ">=")
        return Size(m.start(), m.end(), "multiple", multiple(m["n"] or m["n2"] or m["n3"]), op)
    if (m := _AS_IN.search(text)) and (not m["now"] or _AHEAD.search(text)):
        value = 1.5 if m["again"] else multiple(m["n"])
        size = Size(m.start(), m.end("much"), "multiple", value, "<=" if value < 1 else ">=", bool(m["now"]))
        return _at_most(text, size) if value else None
    for way, words in _MOVES:
        if m := words.search(text):
            op = _SIZE_OPS.get((m["op"] or "").lower(), ">=")
            if (m["op"] or "").lower() == "as much as" and not _COULD.search(text):
                op = "<="  # "will rise by as much as 20%"
            return Size(m.start(), m.end(), "percent", way * _percent(m), op if way > 0 else MIRRORED.get(op, op))
    for m in _MORE.finditer(text):
        if m["part"] or not _RANGE_BEFORE.search(text[: m.start()]):
            way = 1.0 if (m["way"] or m["way2"]).lower() in ("more", "higher") else -1.0
            return _at_most(text, Size(m.start(), m.end(), "percent", way * _percent(m), ">=" if way > 0 else "<="))
    return None


_UP_TO = re.compile(r"\b(?:(?:any|some)(?:where|thing) )?(?P<op>up to|as much as) +$", re.I)


def _at_most(text: str, size: Size) -> Size:
    """'Up to a fifth larger': the size is the most that it moves."""
    m = _UP_TO.search(text[: size.start])
    if m is None or (m["op"].lower() == "as much as" and _COULD.search(text)):
        return size
    return replace(size, start=m.start(), op=MIRRORED[size.op])


_RANGE_BEFORE = re.compile(rf"{_NUMBER}(?:%| ?per ?cent)? ?(?:and|to|or|-) ?$", re.I)


_DECIMAL_COMMA = re.compile(r",(?=\d{1,2}$)")  # "3,5%"


def _percent(m: re.Match[str]) -> float:
    return _PARTS[m["part"].lower()] if m["part"] else number(_DECIMAL_COMMA.sub(".", m["n"]).replace(",", ""))
