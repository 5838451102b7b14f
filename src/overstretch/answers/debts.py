"""What a debt-financed rise to the target adds to an ally's debt, by the rules that hold for it."""

from __future__ import annotations

from overstretch.answers.cells import Found, number
from overstretch.claims.bench import Bench
from overstretch.debt import EUROPEAN_UNION, ramp_effect
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.tabular import Band, Column

TARGET = 3.5
RULES = {"european": "European method", "model": "the model's own law"}
UNIT = "points of GDP"


def debt_cell(which: str, ally: str, year: int, bench: Bench, head: str) -> Found:
    """Points of GDP added to debt by a rise to 3.5%, or the name of the rules; None with the reason where inputs are
    missing."""
    rules = "european" if ally in EUROPEAN_UNION else "model"
    question = understood(f"debt_ratio({ally}, {year}) >= 0")
    if which == "rule":
        return Found(RULES[rules], Column(head), question)
    column = Column(head, UNIT, "number")  # one path: no ends
    known = bench.known
    if known is None or not known.has("core_share", ally):
        return Found(None, column, question, None, f"no share of {ally} is known")
    points = max(TARGET - known.latest("core_share", ally).value, 0.0)
    try:
        effect = ramp_effect(
            ally, points, start=bench.as_of.year + 1, end=max(year, bench.as_of.year + 1), rules=rules, known=known
        )
    except InputError as fault:
        return Found(None, column, question, None, str(fault))
    added = effect.debt_in(year)
    return Found(Band(added, None, None, number(added, 1, True)), column, question)
