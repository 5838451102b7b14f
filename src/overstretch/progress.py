"""How a job tells how far it is, and its stages: declared once for the terminal, the app and Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[str, float], None]  # a stage's name, and how much of it is done (0 to 1)


class Stage(NamedTuple):
    """What a stage is called, and the part of a check at which it starts and ends."""

    label: str
    start: float
    end: float


STAGES = {
    "read": Stage("Reading", 0.02, 0.2),
    "compile": Stage("Making questions", 0.2, 0.25),
    "simulate": Stage("Simulating", 0.25, 0.8),
    "judge": Stage("Judging", 0.8, 0.9),
    "report": Stage("Writing the report", 0.9, 1.0),
}  # of a check, in their order


def silent(stage: str, done: float) -> None:
    """The progress of a job that nobody follows."""
