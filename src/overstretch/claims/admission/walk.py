"""The comparisons and events of a question, each with whether it is asked for its contrary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overstretch.questions.data import And, Compare, Count, Effect, Given, Happens, Not, Or, Question


@dataclass(frozen=True)
class Claim:
    """One comparison or event of a question; turned: whether the question asks for its contrary."""

    part: Compare | Count | Happens | Effect
    turned: bool
    joined: bool = False


def claims(question: Question, turned: bool = False, joined: bool = False) -> Iterator[Claim]:
    """The comparisons and events that a question claims; its conditions are none."""
    match question:
        case Not():
            yield from claims(question.of, not turned, joined)
        case Given():
            yield from claims(question.of, turned, joined)
        case And() | Or():
            for one in question.of:
                yield from claims(one, turned, True)
        case Compare() | Count() | Happens() | Effect():
            yield Claim(question, turned, joined)
