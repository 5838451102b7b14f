"""What the questions of a day are put to: the futures of a run, and what was published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import copy
from datetime import date

import numpy as np
import xarray as xr

from overstretch.claims.drivers.design import Design
from overstretch.claims.grounds import named, system_laws
from overstretch.engine.plan import BASE, World
from overstretch.facts import Facts
from overstretch.facts.ages import Input
from overstretch.questions.data import Question
from overstretch.questions.futures.answer import Worlds
from overstretch.questions.tables.past import Published
from overstretch.systems.lacks import Lack


class Bench:
    """The futures of one run, and what was published, with what is prepared once for all questions."""

    def __init__(
        self,
        futures: xr.DataTree | None,
        facts: Facts | None,
        as_of: date,
        absent: str = "no futures were made",
        inputs: Sequence[Input] = (),
    ) -> None:
        """futures: None where no question of the day needs them, or where none could be made (`absent` says why);
        inputs: what the run started from."""
        self.inputs = list(inputs)
        self.as_of, self.absent = as_of, absent
        self.known = facts.as_of(as_of.isoformat()) if facts else None
        self.later = facts.latest if facts and facts.newest > as_of.isoformat() else None
        self.published = Published(self.known, as_of)
        attributes = futures.attrs if futures is not None else {}
        self.notes = json.loads(attributes.get("notes", "[]"))
        self.lacks = [Lack(**one) for one in json.loads(attributes.get("lacking", "[]"))]
        made = futures if attributes.get("futures") != 0 else None
        self._worlds = Worlds(made, self.published) if made is not None else None
        self.futures = int(made[BASE].sizes["future"]) if made is not None else None
        self._designs: dict[tuple[int, bytes], Design] = {}

    def beside(self, world: World, data: xr.Dataset) -> Bench:
        """This bench with one more world of the same futures; what is prepared is shared."""
        other = copy(self)
        other._worlds = self.worlds.beside(world, data)
        return other

    @property
    def worlds(self) -> Worlds:
        assert self._worlds is not None, "asked of a day without futures"
        return self._worlds

    def lacking(self, question: Question) -> str:
        """The figures that an answer in the futures would rest on and that were not held at the cut-off, in words."""
        laws, parties = system_laws(question), named(question)
        return "; ".join(lack.words for lack in self.lacks if lack.bears_on(laws, parties))

    def design(self, n: int, rows: np.ndarray | None = None) -> Design:
        """Parameters and variants of the first n futures, or of those kept."""
        key = (n, b"" if rows is None else rows.tobytes())
        if key not in self._designs:
            self._designs[key] = Design(self.worlds.view(World()).world, n if rows is None else rows)
        return self._designs[key]
