"""Wordings that are put as others before a claim is read, as long as they were: "inflation taken out" is after
inflation."""

from __future__ import annotations

import re

from overstretch.claims.reader.clause_words import LESS_INFLATION
from overstretch.claims.reader.party_names import undescribed

_LESS_INFLATION = re.compile(
    rf"(?P<lead>^\W*|,? (?:and |but )?)\b(?:{LESS_INFLATION.pattern})(?: of (?:it|account))?,?", re.I
)
_TOGETHER = re.compile(
    r",(?P<words> (?:all )?(?:taken|put) together),(?= than\b)|^(?P<first>(?:all )?(?:taken|put) together|combined|together|"
    r"collectively|jointly|between them),",
    re.I,
)


_SHARE_ASIDE = re.compile(
    r",(?P<words> (?:measured )?as a (?:share|percentage|proportion|part) of (?:gdp|output|national income)),(?= (?:will|"
    r"would|is|was|could|may|has)\b)",
    re.I,
)


def restated(text: str) -> str:
    """The text with each such wording put as the other."""
    text = undescribed(_LESS_INFLATION.sub(_after_inflation, text))
    text = _SHARE_ASIDE.sub(lambda m: f" {m['words']} ", text)
    return _TOGETHER.sub(lambda m: f" {m['words']} " if m["words"] else f"{m['first']} ", text)


def _after_inflation(m: re.Match[str]) -> str:
    words = " after" if m["lead"][-1:] == " " else "after"
    return words.ljust(len(m.group()) - len("inflation")) + "inflation"
