"""Wordings of a range, put as plain ones as long as they were: "within a corridor of 5-6%", "no lower than 5 and no
higher than 6%", "$45 at the low end and $55 at the high end"."""

from __future__ import annotations

import re

from overstretch.claims.reader.figures.number_words import COINS
from overstretch.claims.reader.figures.numbers import FILLER, NUMBER, value

_SIGN = r"(?:US\$|[$€£₽])"
_UNIT = (
    rf"(?:\s?%|[ -]per ?cent\b(?!age)| (?:{COINS})\b)?(?: (?:trillion|billion|million)\b(?: (?:{COINS})\b)?)?(?: of "
    rf"gdp\b)?"
)
_ONE = rf"{_SIGN}?{NUMBER}{_UNIT}"
_JOINED = r"(?: ?[-–] ?| to | and | or )"
_SPAN = r"(?:corridor|band|range|interval|bracket|bounds|limits|margins?|window|zone|territory|region)"
_KIND = r"(?:(?:narrow|wide|broad|tight|official|forecast|projected|target|expected|likely|normal|range|price) )*"
_FRAME = re.compile(  # "within a corridor of 5-6%"
    rf"\b(?:with)?in(?:side)? (?:(?:an?|the|its|their|that) )?{_KIND}{_SPAN}(?: (?:of|at|from|between|running from))?"
    rf"(?: (?:from|between))? (?={_ONE}(?P<and>{_JOINED}){_SIGN}?\d)",
    re.I,
)
_AROUND = re.compile(  # "inside a 5-6% band", "within 5-6%"
    rf"\b(?P<in>within|inside|in) (?:(?:an?|the|its|their) )?{_KIND}(?P<span>(?!(?:19|20)\d\d\b){_ONE}(?: ?[-–] ?| to "
    rf"){_SIGN}?{NUMBER}(?P<unit>\s?%|[ -]per ?cent\b(?!age)|(?: "
    rf"(?:{COINS})\b)?))(?! ?-?points?\b)(?P<noun> {_SPAN}\b)?",
    re.I,
)
_FEWER = r"(?:less|lower|fewer|smaller|cheaper)"
_MORE = r"(?:more|higher|greater|larger|dearer)"
_LOW = (
    rf"(?:(?:neither|not|no) (?:{_FEWER} than|below|under)|at (?:the )?(?:very )?least|(?:at )?a minimum of|at a "
    rf"minimum|{_MORE} than|above|over|north of|upwards of|at or above|in excess of)"
)
_HIGH = (
    rf"(?:(?:nor|not|no|never) (?:{_MORE} than|above|over|to exceed|exceeding|beyond)|at (?:the )?(?:very )?most|"
    rf"(?:at )?a maximum of|at a maximum|{_FEWER} than|below|under|south of|short of|shy of|at or below|up to)"
)
_BOUNDS = re.compile(  # "not below 5 and not above 6"; not "above 5 and the key rate below 14"
    rf"\b{_LOW} (?P<low>{_ONE}),? (?:(?:and|but|yet|though) (?:(?:still|also|well|just) )?|(?=nor\b)){_HIGH} "
    rf"(?P<high>{_SIGN}?{NUMBER})(?![\w.,]*\d)(?! ?(?:%|per ?cent)? ?(?:of (?:the )?)?(?:allies|members|"
    rf"countries|states))",
    re.I,
)
_END = (
    r"(?:at (?:the|its) (?:very )?(?:low|lower|bottom|high|higher|upper|top)(?:er)? (?:end|bound|limit)|"
    r"at (?:the )?(?:very )?"
    r"(?:least|most|lowest|highest|worst|best)|at an? (?:minimum|maximum)|as an? (?:floor|ceiling|minimum|maximum))"
)
_ENDS = re.compile(
    rf"(?P<low>{_ONE}) (?P<one>{_END}),? and (?P<high>{_SIGN}?{NUMBER}{_UNIT}) (?P<other>{_END})(?![\w-])", re.I
)
_UP_TO = re.compile(rf"\b(?P<from>from {_ONE}) (?:all the way )?up (?=to {_SIGN}?\d)", re.I)


def _put(words: str, m: re.Match[str]) -> str:
    """The words in the place of others, as long as they were; what fills the rest counts as a part of the range."""
    rest = len(m.group()) - len(words)
    return FILLER * (rest - 1) + " " + words if rest > 0 else words


def plain_ranges(text: str) -> str:
    """The text with each such wording put as "5 to 6" or "between 5 and 6"."""
    text = _FRAME.sub(_framed, text)
    text = _AROUND.sub(lambda m: _put(m["span"], m) if m["unit"] or m["noun"] else m.group(), text)
    text = _BOUNDS.sub(_bounded, text)
    text = _ENDS.sub(_ended, text)
    return _UP_TO.sub(lambda m: _put(f"{m['from']} ", m), text)


def _framed(m: re.Match[str]) -> str:
    joined = m["and"].strip().lower() == "and"
    return _put("between " if joined else "", m)


def _bounded(m: re.Match[str]) -> str:
    alike = not re.search(r"%|cent", m["low"]) or re.match(r"\s?%|[ -]per ?cent", m.string[m.end() :], re.I)
    if not alike or not _size(m["low"]) < _size(m["high"]):
        return m.group()
    return _put(f"{m['low']} to {m['high']}", m)


def _ended(m: re.Match[str]) -> str:
    low, high = m["low"], m["high"]
    if m["one"].lower() == m["other"].lower() or _size(low) == _size(high):
        return m.group()
    low, high = (low, high) if _size(low) < _size(high) else (high, low)
    return _put(f"{low} to {high}", m)


def _size(figure: str) -> float:
    found = re.search(NUMBER, figure, re.I)
    return value(found.group()) if found else 0.0
