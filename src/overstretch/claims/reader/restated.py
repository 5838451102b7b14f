"""Wordings that are put as others before a claim is read, as long as they were: "inflation taken out" is after
inflation."""

from __future__ import annotations

import re

_LESS_INFLATION = re.compile(
    r"(?P<first>^\W*(?:with |once |when )?)?(?:,? (?:and |but )?(?:with |once |when )?)?\binflation (?:is |has been |"
    r"being )?(?:(?:taken|stripped|left|netted|factored) out(?: of (?:it|account))?|discounted|deducted)(?:,|\b)",
    re.I,
)
_TOGETHER = re.compile(r",(?P<words> (?:all )?(?:taken|put) together),(?= than\b)", re.I)


def restated(text: str) -> str:
    """The text with each such wording put as the other."""
    text = _LESS_INFLATION.sub(_after_inflation, text)
    return _TOGETHER.sub(lambda m: f" {m['words']} ", text)


def _after_inflation(m: re.Match[str]) -> str:
    words = "after" if m["first"] is not None else " after"
    return words.ljust(len(m.group()) - len("inflation")) + "inflation"
