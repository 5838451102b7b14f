"""Which series a piece of work reads: `Known` that keeps a list of what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

import numpy as np
import pandas as pd

from overstretch.facts.known import Fact, Known


@dataclass(frozen=True)
class Recorder(Known):
    """The facts of a day that note each series read, as (variable, entity).

    `named` holds series asked for by name, `whole` those of panels of all entities, of which the reader keeps what it
    needs, `periods` the period where one figure was asked for. Asking whether a series is held (`has`) is no reading.
    """

    named: set[tuple[str, str]] = field(default_factory=set)
    whole: set[tuple[str, str]] = field(default_factory=set)
    periods: dict[tuple[str, str], str] = field(default_factory=dict)

    def fact(self, variable: str, entity: str, period: str | int) -> Fact:
        """As `Known.fact`, recorded with its period."""
        found = super().fact(variable, entity, period)
        self.periods[variable, entity] = found.period
        return found

    def panel(self, variable: str, entities: Iterable[str] | None = None) -> pd.DataFrame:
        """As `Known.panel`, recorded."""
        wanted = None if entities is None else list(entities)
        before = set(self.named)
        panel = super().panel(variable, wanted)
        if wanted is None:
            self.whole.update((variable, entity) for entity in panel.columns)
            self.named.intersection_update(before)
        return panel

    def frame(self, variable: str | None = None, entity: str | None = None) -> pd.DataFrame:
        """As `Known.frame`, recorded."""
        frame = super().frame(variable, entity)
        pairs = set(zip(frame["variable"], frame["entity"], strict=True))
        (self.whole if entity is None else self.named).update(pairs)
        return frame

    def _places(self, variable: str, entity: str) -> np.ndarray:
        places = super()._places(variable, entity)
        self.named.add((variable, entity))
        return places


def recorder(known: Known) -> Recorder:
    """The same facts, recording from here on."""
    return Recorder(**{one.name: getattr(known, one.name) for one in fields(Known)})
