"""One number per future, named in a short text, for the analyses of sensitivity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from overstretch.engine.schema import ACTOR_YEAR, EVENT, QUARTER, VARIABLES, YEAR
from overstretch.errors import InputError

FORMS = (
    "core_share[DEU,2030] (actor and year), pledge_cost[2035] (year), rus_strain[2030Q4] (quarter), event_exit (by the "
    "end of the run) or event_exit[2035] (by the end of a year)"
)


class Outcome(NamedTuple):
    """A variable of engine.schema with the labels that single out one number per future."""

    variable: str
    labels: tuple[str, ...]

    def values(
        self, arrays: Mapping[str, Any], actors: Sequence[str], years: Sequence[int], quarters: Sequence[str]
    ) -> np.ndarray:
        """The outcome [future], float: the variable's value, or 1 where an event has happened by then.

        arrays: the variables of a world by name, axes as in engine.schema. Raises InputError for a label out of range
        and for values that are not finite.
        """
        if self.variable in EVENT:
            found = self._event(np.asarray(arrays[self.variable], dtype=float), years)
        else:
            axes = {"actor": list(actors), "year": [str(y) for y in years], "quarter": list(quarters)}
            index = [
                _place(axes[axis], label, axis, self)
                for axis, label in zip(VARIABLES[self.variable].axes, self.labels, strict=False)
            ]
            found = np.asarray(arrays[self.variable][tuple(index)], dtype=float)
        if bad := int((~np.isfinite(found)).sum()):
            raise InputError(f"{self}: not finite in {bad:,} of {len(found):,} futures")
        return found

    def _event(self, when: np.ndarray, years: Sequence[int]) -> np.ndarray:
        if not self.labels:
            return np.isfinite(when).astype(float)
        _place([str(y) for y in years], self.labels[0], "year", self)
        return (when <= int(self.labels[0]) + 1).astype(float)  # a fourth quarter ends with the year

    def __str__(self) -> str:
        return self.variable + (f"[{','.join(self.labels)}]" if self.labels else "")


def parse_outcome(text: str) -> Outcome:
    """`variable[label,...]` → Outcome. Raises InputError that says what is accepted."""
    match = re.fullmatch(r"\s*(\w+)\s*(?:\[([^\[\]]*)\])?\s*", text)
    if not match or match[1] not in {*ACTOR_YEAR, *YEAR, *QUARTER, *EVENT} - {"review_result", "nonfinite"}:
        raise InputError(f"unknown outcome {text!r}; accepted: a variable of the futures such as {FORMS}")
    labels = tuple(part.strip() for part in (match[2] or "").split(",") if part.strip())
    wanted = (0, 1) if match[1] in EVENT else (len(VARIABLES[match[1]].axes) - 1,)
    if len(labels) not in wanted:
        raise InputError(
            f"{text!r}: {match[1]} takes {' or '.join(map(str, wanted))} label(s), not {len(labels)}; accepted "
            f"forms: {FORMS}"
        )
    return Outcome(match[1], labels)


def _place(labels: list[str], label: str, axis: str, outcome: Outcome) -> int:
    if label not in labels:
        raise InputError(f"{outcome}: no {axis} {label!r}; accepted: {labels[0]} ... {labels[-1]}")
    return labels.index(label)
