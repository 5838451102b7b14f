"""One run of the real model for all tests of questions: 1,024 futures at the default cut-off, with three worlds beside
it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import xarray as xr
from strategies import RUN

from overstretch import facts
from overstretch.engine.plan import World
from overstretch.engine.run import run
from overstretch.questions.check import understood
from overstretch.questions.data import Question
from overstretch.questions.futures.answer import Answer, Worlds, answered, plan_of
from overstretch.questions.tables.past import Published

DAY = date(2025, 7, 3)


class Real:
    """A run with its base world; `ask`: a question (text or data) to its answer, `p`: to the chance per future."""

    def __init__(self, tree: xr.DataTree, published: Published) -> None:
        self.tree, self.worlds = tree, Worlds(tree, published)

    def __repr__(self) -> str:
        return "a run"

    @property
    def base(self) -> xr.Dataset:
        return self.worlds.view(World()).world

    def ask(self, question: str | Question) -> Answer:
        return answered(understood(question), self.worlds)

    def p(self, question: str | Question) -> np.ndarray:
        return self.ask(question).p


@pytest.fixture(scope="session")
def real(prepared) -> Real:
    known = facts.load().as_of(DAY.isoformat())
    asked = [understood(f"core_share(DEU, 2040) >= 3.5 given {lever}") for lever in RUN]
    tree = run(prepared, plan_of(asked), 1024, seed=1, contrast_futures=1024)
    return Real(tree, Published(known, DAY))
