"""The record of answers like one: how often what stood as likely came true, counted from the ledger by kind and
chance."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from overstretch.errors import InputError
from overstretch.questions.data import Compare, Count, Given, Happens, Not, Quantity, Question

FEWEST = 10  # answers below which there is no record
BANDS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)
COLUMNS = ("kind", "below", "n", "came")
KINDS = ("allies' shares", "Russia", "allies' growth", "events")


class Tally(NamedTuple):
    """Answers of a kind with a chance below `below` and not below the band before; how many have an outcome, how many
    came true."""

    kind: str
    below: float
    n: int
    came: int


def kind_of(question: Question) -> str | None:
    """The kind of the ledger that a question belongs to; None where it holds none like it."""
    while isinstance(question, (Not, Given)):
        question = question.of
    if isinstance(question, Happens):
        return "events"
    asked = (
        question.left if isinstance(question, Compare) else question.where.left if isinstance(question, Count) else None
    )
    if not isinstance(asked, Quantity):
        return None
    if "RUS" in asked.who:
        return "Russia"
    return {"core_share": "allies' shares", "growth": "allies' growth"}.get(asked.series)


def tallied(answers: Iterable[tuple[str, float, bool]]) -> list[Tally]:
    """Kind, chance given and whether it came true, counted by kind and band."""
    held = [(kind, _band(p), came) for kind, p, came in answers]
    return [
        Tally(kind, below, len(found), sum(found))
        for kind in KINDS
        for below in BANDS
        if (found := [came for k, b, came in held if (k, b) == (kind, below)])
    ]


def _band(p: float) -> float:
    return next(below for below in BANDS if p < below or below == BANDS[-1])


@cache
def tallies() -> tuple[Tally, ...]:
    """The tallies that ship. Raises InputError where the table has other columns."""
    reader = csv.DictReader(files("overstretch.claims.grounds").joinpath("tallies.csv").read_text("utf-8").splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise InputError(f"tallies.csv: columns are {reader.fieldnames}, accepted: {list(COLUMNS)}")
    return tuple(Tally(r["kind"], float(r["below"]), int(r["n"]), int(r["came"])) for r in reader)


def track_of(question: Question, p: float, held: Iterable[Tally] | None = None) -> str:
    """'of 22 answers like this (allies' growth) below 5 in 100, 9 came true'; 'no record yet' under ten."""
    kind, below = kind_of(question), _band(p)
    found = [t for t in (tallies() if held is None else held) if t.kind == kind and t.below == below]
    if kind is None or not found or found[0].n < FEWEST:
        return "no record yet"
    return f"of {found[0].n} answers like this ({kind}) {_said(below)}, {found[0].came or 'none'} came true"


def _said(below: float) -> str:
    place = BANDS.index(below)
    if place == 0:
        return f"below {100 * below:.0f} in 100"
    least = f"{100 * BANDS[place - 1]:.0f}"
    return f"of {least} in 100 and more" if below == BANDS[-1] else f"from {least} to {100 * below:.0f} in 100"
