"""How many of a group: "fewer than ten allies", "three in four members", "a minority", "all but two", "not all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overstretch.claims.reader.numbers import FRACTIONS
from overstretch.questions import catalogue
from overstretch.statements.mentions.quantities import number

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_WORD = rf"(?:(?:twenty|thirty)(?:[- ](?:{_UNITS}))?|{_UNITS}|a dozen|\d{{1,2}})"
_THING = (
    r"(?:(?:all |all the |nato's |nato |europe's |european |eu's |eu |european union's |union's |euro-?area |the |of |"
    r"bloc's |alliance |allied |other |member |baltic |nordic |continent's |alliance's |of |"
    r"thirty |thirty-two |32 |30 |(?:three|five) (?=(?:baltic|nordic|baltics|nordics)\b))*"
    r"(?:allies|members|member states|countries|states|governments|nations|capitals|baltics|nordics|europeans|"
    r"republics|(?<=baltic )trio)(?: of the "
    r"(?:alliance|european union|eu))?|(?<=one )(?:european |nato |baltic |nordic |other )?(?:ally|member|country|"
    r"government|"
    r"state)\b|(?:of|in|out of)(?: the)? (?:32|27|thirty-two|twenty-seven|31)(?: of them)?|of us(?: allies)?\b)"
)
_ONE = r"(?:ally|member|country|government|state)"
_BEFORE = (
    ("<", r"fewer than|less than|under|not even"),
    ("<=", r"at (?:the )?(?:very )?most|no more than|not more than|up to|a maximum of"),
    (">=", r"at (?:the )?(?:very )?least|no fewer than|no less than|not less than|a minimum of|a good"),
    (">", r"more than|over|upwards of"),
    ("==", r"exactly|only(?! a few)|just"),
)
_BOUND = rf"(?:(?P<bound>{'|'.join(words for _, words in _BEFORE)}) )?"


@dataclass(frozen=True)
class Counted:
    """A count with its place in the text: comparison and number, of a group."""

    start: int
    end: int
    op: str
    n: int | tuple[int, int] | str
    group: str = "ALLIES"
    contrary: bool = False  # "not all": the count is denied
    share: float | None = None  # of the group, where a part of it was said
    bare: bool = False  # a number alone: of a fact exactly so many, else at least
    exceptions: bool = False  # "all but two": so many do not meet it
    behind: tuple[int, int] | None = None  # where how many stands, when it is said at the end

    def of(self, size: int) -> int | tuple[int, int] | str:
        """How many of a group of this size."""
        if self.share is None:
            return self.n
        held = round(self.share * size, 6)
        down = self.op in (">", "<=") or (self.op == ">=" and self.share == 1 / 2)  # half of 23: 11 will do
        return int(held) if down else -int(-held // 1)


_TOTAL_OF = re.compile(
    r"\b(?:combined|total|joint|aggregate|collective|overall) (?:[\w-]+ ){0,3}(?:of|by) (?:the )?$", re.I
)
_PUT_TOGETHER = re.compile(r"\b(?:taken|put|all) together,? (?:the |all )*$|\bcombined,? (?:the |all )*$", re.I)
_TOGETHER = re.compile(r"\s*(?:taken |put )?(?:together|combined|as a whole|collectively)\b|'", re.I)
_NEARLY = re.compile(r"\b(?:nearly|almost|about|around|roughly|close to|some|barely|the other) (?:a )?$", re.I)


def counted(text: str) -> Counted | None:
    """The count that a text states, or None; "all European allies together" is one amount, no count."""
    found = next(_stated(text), None)
    if found is None:
        return None
    put = _PUT_TOGETHER.search(text[: found.start])
    together = put or _TOGETHER.match(text, found.end) or _TOTAL_OF.search(text[: found.start])
    if found.share is not None and _NEARLY.search(text[: found.start]):
        return None
    return None if together and (found.n == "all" or (put and found.bare)) else found


def _stated(text: str) -> Iterator[Counted]:
    """The counts that the words may state, the one that is meant first."""
    for rule in (_at_the_end, _range, _ratio, _bounded, _all_but, _none, _named, _part, _number):
        yield from rule(text)


def _op(words: str | None, alone: str) -> str:
    """The comparison of the words before a number; without words, or with words that only stress it, that of the number
    alone."""
    return next((op for op, held in _BEFORE if words and re.fullmatch(held, words, re.I)), alone)


_OF_THEM = re.compile(
    rf"\b(?:the )?(?:number|tally|count) of (?P<thing>{_THING})\b(?=.{{3,100}}?(?P<n>\s(?:(?:will|would|"
    rf"could|may|is|was|"
    rf"to|has|have) )*(?:be|stand at|reach|been|is|was|(?P<over>exceed|top|surpass)|(?P<not>(?:won't|"
    rf"will not|would not|"
    rf"not|never) exceed)) {_BOUND}(?P<many>{_WORD})(?: (?P<least>at (?:the )?least)| at (?:the )?(?:very )?most)?)"
    rf"(?=\s*(?:[,.;]|$|\s\s|(?:in|by|next|this) )))",
    re.I,
)


def _at_the_end(text: str) -> Iterator[Counted]:
    """'The number of members above 3% will be at most ten'."""
    if m := _OF_THEM.search(text):
        op = "<=" if m["not"] else ">" if m["over"] else ">=" if m["least"] else _op(m["bound"], "==")
        op = "<=" if re.search(r"most$", m["n"], re.I) else op
        yield Counted(m.start(), m.end(), op, _value(m["many"]), behind=m.span("n"))


def _range(text: str) -> Iterator[Counted]:
    """'Ten to fourteen allies', "anything between six and eight members"."""
    if m := re.search(
        rf"\b(?:(?:any|some)(?:thing|where) )?(?:from |(?P<two>between ))?(?P<low>{_WORD})"
        rf"(?(two) and |(?: to |-))(?P<n>{_WORD})(?: of)? {_THING}",
        text,
        re.I,
    ):
        low, high = _value(m["low"]), _value(m["n"])
        if low < high:
            yield Counted(m.start(), m.end(), "between", (low, high))


def _ratio(text: str) -> Iterator[Counted]:
    """'Three in four allies', "at least nine out of ten members"."""
    if m := re.search(
        rf"\b{_BOUND}(?P<n>{_UNITS}|\d) (?:in|out of) (?:every )?(?P<of>{_UNITS}|\d{{1,2}}) {_THING}", text, re.I
    ):
        few, many = _value(m["n"]), _value(m["of"])
        if few < many:
            yield Counted(m.start(), m.end(), _op(m["bound"], ">="), few, share=few / many)


def _bounded(text: str) -> Iterator[Counted]:
    """'Fewer than ten allies', "six members at most"."""
    for op, words in _BEFORE:
        if m := re.search(rf"(?<!\bno )(?<!\bnot )\b(?:{words}) (?P<n>{_WORD})(?: of)? {_THING}", text, re.I):
            yield Counted(m.start(), m.end(), op, _value(m["n"]))
    if m := re.search(rf"\b(?P<n>{_WORD}) (?:{_THING}) at (?:the )?(?:very )?(?P<way>most|least|best)", text, re.I):
        yield Counted(m.start(), m.end(), ">=" if m["way"].lower() == "least" else "<=", _value(m["n"]))
    if m := re.search(
        rf"\bof (?:the )?(?:alliance's |nato's |europe's )?(?:(?:32|thirty-two|30|thirty|27) (?:members|allies)|"
        rf"32|thirty-two)\b,?\s+{_BOUND}(?P<n>{_WORD})\b(?! per)",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), _op(m["bound"], ">="), _value(m["n"]), bare=m["bound"] is None)


def _all_but(text: str) -> Iterator[Counted]:
    """'All but two', "not all of the members"."""
    if m := re.search(
        rf"\b(?:all but (?P<n>{_WORD})(?: of)?(?: {_THING})?|(?:all|every) (?:{_THING}|(?:nato |allied |"
        rf"european )?{_ONE}) (?:bar|but|"
        rf"except) (?P<m>{_WORD}))",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), "==", _value(m["n"] or m["m"]), exceptions=True)
    if m := re.search(rf"\b(?:not all|not every)(?: of)? (?:{_THING}|{_ONE})", text, re.I):
        yield Counted(m.start(), m.end(), "==", "all", contrary=True)


def _none(text: str) -> Iterator[Counted]:
    """'None of the allies', "not a single member", "nobody in the alliance"."""
    if m := re.search(
        rf"\b(?:none|not one|not a single one) of {_THING}|\b(?:no|not a single|not one) (?:other )?(?:european |nato |"
        rf"baltic |nordic |eu )*(?:{_ONE}|army)\b|\b(?:among the (?P<g>nordics|baltics|allies), "
        rf")?nobody(?=(?:,[^,.;]{{1,40}},)?\s+will be\b)",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), "==", 0)
    if m := re.search(
        r"\b(?:nobody|no one|none|not one|not a soul) (?:in|of|inside) (?:the )?(?:alliance|nato|european union|"
        r"europe|club|32|allies|members|nordic group|nordics|baltics|eu|euro area|eastern flank)\b",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), "==", 0, "EUROPE" if m.group().lower().endswith("europe") else "ALLIES")


def _named(text: str) -> Iterator[Counted]:
    """All of a group whose size is said."""
    if m := re.search(rf"\ball (?:three|five|thirty-two|32) (?:{_THING})|\ball three baltic states", text, re.I):
        yield Counted(m.start(), m.end(), "==", "all")


def _part(text: str) -> Iterator[Counted]:
    """'Two thirds of the allies', "most members", "a minority of Europe's states"."""
    whole = rf"(?:of )?(?:{_THING}|(?:europe|nato|the alliance|the continent)(?!'))"
    allies = len(catalogue.members("ALLIES"))
    for words, percent in FRACTIONS.items():
        share = percent / 100
        words = rf"(?:(?:a|one) |(?<=good )){words[2:]}" if words.startswith("a ") else rf"(?:a )?{words}"
        if m := re.search(rf"\b{_BOUND}{words} {whole}", text, re.I):
            yield Counted(m.start(), m.end(), _op(m["bound"], ">="), round(share * allies), share=share)
    for op, words in ((">", r"most|(?:a|the) majority"), ("<", _FEW)):
        if m := re.search(rf"\b(?:{words})(?: of)? {_THING}", text, re.I):
            yield Counted(m.start(), m.end(), op, allies // 2, share=0.5)


_FEW = r"only a few|a few|so few|few|(?:only )?a (?:mere )?handful|(?:only |just )?a minority"


def _number(text: str) -> Iterator[Counted]:
    """A number alone, or all of them."""
    if m := re.search(rf"\b(?:every (?:single )?one|each(?: one)?|the whole) of {_THING}", text, re.I):
        yield Counted(m.start(), m.end(), "==", "all")
    if m := re.search(
        rf"\b(?:{_THING}|nordics)(?: (?:will|would|are|were|is|have|had|could|may|might|must|can|should))? "
        rf"(?:all|each)\b(?! (?:of|the|but|together|told)\b)",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), "==", "all")
    if m := re.search(rf"\b(?P<n>{_WORD})(?: of)? {_THING}", text, re.I):
        yield Counted(m.start(), m.end(), ">=", _value(m["n"]), bare=True)
    if m := re.search(
        rf"\b(?:all|every|each)(?: (?:three|five|one|{_WORD}))?(?: of)? (?:{_THING}|{_ONE}|(?:european |nato "
        rf")?{_ONE})|\ball three baltic states|\bthe whole of european nato",
        text,
        re.I,
    ):
        yield Counted(m.start(), m.end(), "==", "all")


def _value(text: str) -> int:
    return 12 if text.lower() == "a dozen" else int(number(text.lower()))
