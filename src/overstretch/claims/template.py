"""What a template is: one declared kind of question, with its patterns, slots, outcome, worlds and resolution.

Each module in `templates/` holds one `TEMPLATE`; `registry.templates()` finds them all. See docs/templates.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import xarray as xr

from overstretch.claims.frame import Frame
from overstretch.engine.plan import World

if TYPE_CHECKING:
    from overstretch.claims.history import History
    from overstretch.claims.record import BaseRate

Slots = Mapping[str, str | float | int | bool | None]
Draws = np.ndarray
Outcome = Callable[[xr.Dataset, Slots], Draws]
FACTS = ("facts",)
LIKELY, POSSIBLE, STATE = "likely", "possible", "state"
ASKS = {"will": LIKELY, "plan": LIKELY, "should": LIKELY, "could": POSSIBLE, "may": POSSIBLE, "is": STATE, "has": STATE}
FUTURE_ASKS = ASKS | {"is": LIKELY, "has": LIKELY}


class Untestable(Exception):
    """A statement that no template can turn into a question; the message is the reason given to the reader."""


@dataclass(frozen=True)
class Pattern:
    """Facets that a statement must have. Each field is a list of facets in one string; a template matches by its
    best pattern, and the highest weight plus one point per facet of the statement that a field asked for wins."""

    all: str = ""
    any: str = ""
    none: str = ""
    cause: str = ""
    effect: str = ""
    weight: float = 1.0

    def score(self, frame: Frame) -> float | None:
        """The pattern's score for a frame, or None where it does not fit."""
        have = frame.facets
        if set(self.all.split()) - have or set(self.none.split()) & have:
            return None
        score = self.weight + len(self.all.split())
        for wanted, facets in ((self.any, have), (self.cause, frame.cause_facets), (self.effect, frame.effect_facets)):
            if wanted:
                if not set(wanted.split()) & facets:
                    return None
                score += 1
        return score


@dataclass(frozen=True)
class Slot:
    """One blank of the question: what it means, its default, and what is accepted."""

    name: str
    meaning: str
    default: str | float | int | bool | None = None
    accepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cutoff:
    """When the question is asked and how far it may look: filled in by the compiler."""

    as_of: date
    said: date
    deadline: int | None
    horizon: int | None

    def year(self, default: int) -> int:
        """The year of an open question: the statement's own deadline, else the user's horizon, else the default."""
        return self.deadline or self.horizon or default


@dataclass(frozen=True)
class Measure:
    """A paired difference between worlds that is not a probability, with its unit."""

    unit: str
    of: Callable[[xr.Dataset, xr.Dataset, Slots], Draws]


@dataclass(frozen=True)
class Template:
    """One kind of question. `outcome` gives, per future, the probability (0-1) that the answer is yes, in one world."""

    name: str
    description: str
    patterns: tuple[Pattern, ...]
    slots: tuple[Slot, ...]
    fill: Callable[[Frame, Cutoff], dict[str, Any]]
    question: Callable[[Slots], str]
    outcome: Outcome | None
    rule: Callable[[Slots], str]
    variables: tuple[str, ...]
    evidence: tuple[str, ...] | Callable[[Slots], tuple[str, ...]]
    worlds: Callable[[Slots], tuple[World, World] | None] = lambda slots: None
    pair: Callable[[xr.Dataset, xr.Dataset, Slots], Draws] | None = None
    measure: Measure | None = None
    alternatives: Callable[[Slots], Mapping[str, Outcome]] = lambda slots: {}
    asks: Mapping[str, str] = field(default_factory=lambda: FUTURE_ASKS)
    settles: Callable[[Slots], date | None] = lambda slots: (
        date(int(year), 12, 31) if (year := slots.get("year")) else None
    )
    base_rate: Callable[[History, Slots], BaseRate | None] = lambda history, slots: None
    resolve: Callable[[History, Slots], str | None] = lambda history, slots: None
    facts: Callable[[History, Slots], str | None] = lambda history, slots: None
    decide: Callable[[History, Slots], tuple[str, str] | None] | None = None
    unsettled: str | None = None
    most: str | None = None
    reads_polarity: bool = True

    def laws(self, slots: Slots) -> tuple[str, ...]:
        """The laws, by their names in the table of scores, that the answer rests on."""
        return self.evidence(slots) if callable(self.evidence) else self.evidence

    def score(self, frame: Frame) -> float | None:
        """The best score of its patterns, or None."""
        scores = [score for pattern in self.patterns if (score := pattern.score(frame)) is not None]
        return max(scores, default=None)
