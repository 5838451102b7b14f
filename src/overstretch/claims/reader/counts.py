"""How many of a group: "fewer than ten allies", "most members", "half of the allies", "all but two", "not all"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.questions import catalogue
from overstretch.statements.mentions.quantities import number

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_WORD = rf"(?:(?:twenty|thirty)(?:[- ](?:{_UNITS}))?|{_UNITS}|a dozen|\d{{1,2}})"
_THING = (
    r"(?:(?:all |all the |nato's |nato |europe's |european |eu |the |of the |bloc's |alliance |allied |other |"
    r"member |baltic |nordic |continent's |alliance's |of |thirty |thirty-two |32 |30 )*(?:allies|members|"
    r"member states|countries|states|governments|nations|capitals|baltics|nordics|europeans)(?: of the "
    r"alliance)?|(?<=one )(?:european |nato |baltic |nordic |other )?(?:ally|member|country|government|"
    r"state)\b|(?:of|in|out of)(?: the)? (?:32|27|thirty-two|twenty-seven|31)(?: of them)?|of us(?: allies)?\b)"
)
_ONE = r"(?:ally|member|country|government|state)"
_BEFORE = (
    ("<", r"fewer than|less than|under|not even"),
    ("<=", r"at (?:the )?(?:very )?most|no more than|not more than|up to|a maximum of"),
    (">=", r"at (?:the )?(?:very )?least|no fewer than|no less than|not less than|a minimum of"),
    (">", r"more than|over|upwards of"),
    ("==", r"exactly|only(?! a few)|just"),
)
FRACTIONS = {
    "half": (0.5, ">="),
    "a half": (0.5, ">="),
    "a third": (1 / 3, ">="),
    "one third": (1 / 3, ">="),
    "two thirds": (2 / 3, ">="),
    "a quarter": (0.25, ">="),
    "three quarters": (0.75, ">="),
}


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


_TOTAL_OF = re.compile(
    r"\b(?:combined|total|joint|aggregate|collective|overall) (?:[\w-]+ ){0,3}(?:of|by) (?:the )?$", re.I
)
_PUT_TOGETHER = re.compile(r"\b(?:taken|put|all) together,? (?:the |all )*$|\bcombined,? (?:the |all )*$", re.I)
_TOGETHER = re.compile(r"\s*(?:taken |put )?(?:together|combined|as a whole|collectively)\b|'", re.I)


def counted(text: str) -> Counted | None:
    """The count that a text states, or None; "all European allies together" is one amount, no count."""
    found = _stated(text)
    if found is None:
        return None
    put = _PUT_TOGETHER.search(text[: found.start])
    together = put or _TOGETHER.match(text, found.end) or _TOTAL_OF.search(text[: found.start])
    return None if together and (found.n == "all" or (put and found.bare)) else found


def _stated(text: str) -> Counted | None:
    size = len(catalogue.members("ALLIES"))
    if m := re.search(
        rf"(?:\b(?:any|some)(?:thing|where) (?:from|between) |\bbetween |^\W*from |(?<!\bfrom )\b)(?P<a>{_WORD})(?: to | and |-| or )"
        rf"(?P<b>{_WORD})(?: of)? {_THING}",
        text,
        re.I,
    ):
        low, high = _value(m["a"]), _value(m["b"])
        if low < high and (" and " not in m.group().lower() or "between" in m.group().lower()):
            return Counted(m.start(), m.end(), "between", (low, high))
    for op, words in _BEFORE:
        if m := re.search(rf"(?<!\bno )(?<!\bnot )\b(?:{words}) (?P<n>{_WORD})(?: of)? {_THING}", text, re.I):
            return Counted(m.start(), m.end(), op, _value(m["n"]))
    if m := re.search(
        rf"\b(?:all but (?P<n>{_WORD})(?: of)?(?: {_THING})?|(?:all|every) (?:{_THING}|(?:nato |allied |"
        rf"european )?{_ONE}) (?:bar|but|"
        rf"except) (?P<m>{_WORD}))",
        text,
        re.I,
    ):
        return Counted(m.start(), m.end(), "==", _value(m["n"] or m["m"]), exceptions=True)
    if m := re.search(rf"\b(?:not all|not every)(?: of)? (?:{_THING}|{_ONE})", text, re.I):
        return Counted(m.start(), m.end(), "==", "all", contrary=True)
    if m := re.search(
        rf"\b(?:none|not one|not a single one) of {_THING}|\b(?:no|not a single|not one) (?:european |nato |"
        rf"baltic )?{_ONE}\b|\b(?:among the (?P<g>nordics|baltics|allies), "
        rf")?nobody(?=(?:,[^,.;]{{1,40}},)?\s+will be\b)",
        text,
        re.I,
    ):
        return Counted(m.start(), m.end(), "==", 0)
    if m := re.search(
        r"\b(?:nobody|no one|none|not one|not a soul) (?:in|of|inside) (?:the )?(?:alliance|nato|europe|club|"
        r"32|allies|members)\b",
        text,
        re.I,
    ):
        return Counted(m.start(), m.end(), "==", 0, "EUROPE" if "europe" in m.group().lower() else "ALLIES")
    if m := re.search(rf"\ball (?:three|five|thirty-two|32) (?:{_THING})|\ball three baltic states", text, re.I):
        return Counted(m.start(), m.end(), "==", "all")
    if m := re.search(rf"\b(?P<n>{_WORD}) (?:{_THING}) at (?:the )?(?:very )?(?P<way>most|least|best)", text, re.I):
        return Counted(m.start(), m.end(), ">=" if m["way"].lower() == "least" else "<=", _value(m["n"]))
    if m := re.search(
        rf"\bof (?:the )?(?:alliance's |nato's |europe's )?(?:(?:32|thirty-two|30|thirty|27) (?:members|allies)|"
        rf"32|thirty-two)\b,?\s+"
        rf"(?P<op>no more than|at most|fewer than|at least|no fewer than|more than|only|just|exactly)? "
        rf"?(?P<n>{_WORD})\b(?! per)",
        text,
        re.I,
    ):
        op = next((op for op, words in _BEFORE if m["op"] and re.fullmatch(words, m["op"], re.I)), ">=")
        return Counted(m.start(), m.end(), op, _value(m["n"]), bare=m["op"] is None)
    for words, (part, op) in FRACTIONS.items():
        if m := re.search(
            rf"\b(?P<more>more than |over |at least |a good |fewer than |less than "
            rf")?{words.replace('a ', '(?:a )?', 1) if words.startswith('a ') else words} (?:of )?(?:{_THING}|"
            rf"(?:europe|nato|the alliance|the continent)(?!'))",
            text,
            re.I,
        ):
            strict = (m["more"] or "").strip().lower()
            n = int(part * size) if part == 0.5 else -int(-part * size // 1)
            op = ">" if strict in ("more than", "over") else "<" if strict.startswith(("fewer", "less")) else op
            return Counted(m.start(), m.end(), op, n, share=part)
    if m := re.search(rf"\b(?:most|a majority|the majority)(?: of)? {_THING}", text, re.I):
        return Counted(m.start(), m.end(), ">", size // 2)
    if m := re.search(rf"\b(?:only a few|a few|so few|few|(?:only )?a (?:mere )?handful)(?: of)? {_THING}", text, re.I):
        return Counted(m.start(), m.end(), "<", size // 2)
    if m := re.search(rf"\b(?:every (?:single )?one|each(?: one)?|the whole) of {_THING}", text, re.I):
        return Counted(m.start(), m.end(), "==", "all")
    if m := re.search(
        rf"\b(?:{_THING}|nordics)(?: (?:will|would|are|were|is|have|had|could|may|might|must|can|should))? "
        rf"(?:all|each)\b(?! (?:of|the|but|together|told)\b)",
        text,
        re.I,
    ):
        return Counted(m.start(), m.end(), "==", "all")
    if m := re.search(rf"\b(?P<n>{_WORD})(?: of)? {_THING}", text, re.I):
        return Counted(m.start(), m.end(), ">=", _value(m["n"]), bare=True)
    if m := re.search(
        rf"\b(?:all|every|each)(?: (?:three|five|one|{_WORD}))?(?: of)? (?:{_THING}|{_ONE}|(?:european |nato "
        rf")?{_ONE})|\ball three baltic states",
        text,
        re.I,
    ):
        return Counted(m.start(), m.end(), "==", "all")
    return None


def _value(text: str) -> int:
    return 12 if text.lower() == "a dozen" else int(number(text.lower()))
