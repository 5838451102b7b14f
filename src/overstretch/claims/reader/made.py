"""A claim that was read, and a claim beside it: the same with one part in another's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from overstretch.errors import InputError
from overstretch.questions.check import checked
from overstretch.questions.data import Given, Question
from overstretch.questions.text import parse, write
from overstretch.statements.record import Proposition, Read

BESIDE = "beside it"  # the part that a further claim rests on
Reader = Callable[[str, str], Proposition]  # masked text and what stands before it → its one proposition


@dataclass(frozen=True)
class Made:
    """A claim that was read, its text with what stands before it, and how a masked text is read."""

    claim: Proposition
    text: str
    before: str
    said: date
    one: Reader

    @property
    def question(self) -> Question:
        return parse(self.claim.question)


def blanked(text: str, *places: tuple[int, int]) -> str:
    for a, b in places:
        text = text[:a] + " " * (b - a) + text[b:]
    return text


def also(made: Made, question: Question, asks: str, words: str) -> Proposition | None:
    """A claim beside the one read; None where the language cannot ask it. `words`: the text that it rests on."""
    if isinstance(made.question, Given) and asks != "fact":
        question = Given(question, made.question.conditions)
    try:
        text = write(checked(question))
    except InputError:
        return None
    kept = [r for r in made.claim.read if r.part not in ("figure", "when", "comparator")]
    read = [*kept, Read(part=BESIDE, text=" ".join(words.split()))]
    return Proposition(question=text, asks=asks, read=read)  # type: ignore[arg-type]


def is_beside(claim: Proposition) -> bool:
    """Whether a claim stands beside another of its sentence."""
    return any(r.part == BESIDE for r in claim.read)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place to the ends of its words: a verb put in another's place may be shorter."""
    end = min(end, len(text))  # of a text completed beside it
    while 0 < start < end and text[start].isalpha() and text[start - 1].isalpha():
        start -= 1
    while start < end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end += 1
    return start, end
