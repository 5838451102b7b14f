"""A proposed question, and where the words stand that it rests on: in the statement, or in the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from overstretch.claims.reader.draft import Unread
from overstretch.claims.reader.vocabulary import plain
from overstretch.errors import InputError
from overstretch.questions.data import Question
from overstretch.questions.form import from_json
from overstretch.questions.text import parse

LONGEST = 14  # words that one part may rest on
ASIDE = ("filler", "aside", "attribution", "report", "reason", "background")  # words that are said to bear on nothing
_GAP = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\])\s*")


@dataclass(frozen=True)
class Proposed:
    """A question with the words that each of its parts rests on; by: who proposes it."""

    question: str | dict[str, Any]
    rests: tuple[tuple[str, str], ...]
    by: str

    def meant(self) -> Question:
        """The question as data, whatever the gate says of it. Raises InputError for what is no question at all."""
        try:
            return parse(self.question) if isinstance(self.question, str) else from_json(self.question)
        except InputError:
            raise
        except (KeyError, TypeError, ValueError) as fault:
            raise InputError(f"it has not the form of a question: {fault}") from None


@dataclass(frozen=True)
class Place:
    """Words of the statement, and the part of the question that they became."""

    start: int
    end: int
    part: str


@dataclass
class Rests:
    """Where the words of the parts stand: in the statement, or only in the text around it (part, words)."""

    places: list[Place] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)

    def parts(self) -> list[Place]:
        """The places that became parts, without what was set aside."""
        return [p for p in self.places if p.part not in ASIDE]

    def aside(self) -> list[Place]:
        return [p for p in self.places if p.part in ASIDE]

    def words(self, *parts: str, text: str) -> str:
        """All words of some parts, wherever they stand."""
        own = [text[p.start : p.end] for p in self.places if p.part in parts]
        return " ; ".join([*own, *(words for part, words in self.around if part in parts)])


def touched(start: int, end: int, places: Iterable[Place]) -> bool:
    """Whether some place shares a character with a stretch."""
    return any(p.start < end and start < p.end for p in places)


def found(rests: Iterable[tuple[str, str]], text: str, around: str) -> Rests:
    """Every place of the words of each part, so that a word said twice is read twice. Raises Unread for words that
    stand nowhere.

    Words must be copied; a copy may leave words out, as long as the order is that of the text."""
    made = Rests()
    for part, words in rests:
        for wanted in _GAP.split(plain(words)):
            tokens = wanted.strip(" \"'.,;:-").split()
            if not tokens:
                continue
            if len(tokens) > (2 * LONGEST if part == "condition" else LONGEST) and part not in ASIDE:
                raise Unread(f"the part {part} rests on {len(tokens)} words; at most {LONGEST} are taken")
            spots = list(_whole(tokens, text)) or _in_order(tokens, text)
            if spots:
                made.places += [Place(a, b, part) for a, b in spots]
            elif next(_whole(tokens, around), None):
                made.around.append((part, " ".join(tokens)))
            else:
                raise Unread(f"not in the statement: “{' '.join(tokens)}”")
    return made


def _whole(tokens: list[str], text: str) -> Iterator[tuple[int, int]]:
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, tokens)) + (r"(?!\w)" if tokens[-1][-1].isalnum() else "")
    for m in re.finditer(pattern, text, re.I):
        yield m.span()


def _in_order(tokens: list[str], text: str) -> list[tuple[int, int]]:
    """Each word by itself where all stand in the text one behind the other; nothing otherwise."""
    at, spots = 0, []
    for token in tokens:
        bare = token.strip("\"'.,;:()")
        m = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)", re.I).search(text, at) if bare else None
        if m is None:
            return []
        spots.append(m.span())
        at = m.end()
    return spots
