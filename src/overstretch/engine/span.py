"""The length of a run as data: a program has room for a number of calendar years and runs those that there are.

So one compiled program serves every cut-off, whichever quarter it starts in. Arrays that lead with quarters or years
are filled up to the room behind the run's last one; nothing reads what stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from overstretch.engine.schema import VARIABLES
from overstretch.model.structures import Array, Baseline
from overstretch.systems import Prepared

YEARS = 28  # room of a program: the reference system from its first complete cut-offs of 2013 to 2040
_STEP = 4  # years by which a longer run's room grows


class Span(NamedTuple):
    """How long a run is; numbers that the compiled program takes as inputs."""

    past: Array  # quarters of the first year before the first simulated one
    years: Array  # calendar years, the first included; the run ends with the last one

    @property
    def quarters(self) -> Array:
        return 4 * self.years - self.past


def span_of(prepared: Prepared) -> Span:
    return Span(np.int32(prepared.past), np.int32(len(prepared.years)))


def room_of(prepared: Prepared) -> int:
    """Calendar years that the program of a run has room for: the same for all runs up to YEARS."""
    return max(YEARS, -(-len(prepared.years) // _STEP) * _STEP)


def filled(base: Baseline, room: int) -> Baseline:
    """The baseline with its last quarter repeated up to the room."""
    return Baseline(*(np.concatenate([x, np.repeat(x[-1:], 4 * room - len(x), 0)]) for x in map(np.asarray, base)))


def shown(results: Mapping[str, Any], prepared: Prepared) -> dict[str, np.ndarray]:
    """What a program returns without the quarters and years that are not part of the run; views."""
    length = {"year": len(prepared.years), "quarter": len(prepared.quarters)}
    return {
        name: np.asarray(x)[tuple(slice(length.get(axis)) for axis in VARIABLES[name].axes)]
        for name, x in results.items()
    }
