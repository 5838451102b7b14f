"""The words that name the parts of the system: `lexicon.toml`, compiled once, and a search that returns mentions."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\n": " "})


@dataclass(frozen=True)
class Mention:
    """A word or phrase of the text that names `kind` (a side, concept, direction, link or ally)."""

    kind: str
    start: int
    end: int
    text: str

    def within(self, start: int, end: int) -> bool:
        return start <= self.start and self.end <= end


def plain(text: str) -> str:
    """The text with straight quotes, hyphens and spaces, character for character, so that offsets stay valid."""
    return text.translate(SAME_LENGTH)


@cache
def words() -> dict[str, dict[str, re.Pattern[str]]]:
    """Group → kind → one pattern of all its phrases, longest alternatives as written in the file."""
    table = tomllib.loads(files("overstretch.claims").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return {
        group: {
            kind: re.compile(rf"(?<![\w-])(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
            for kind, phrases in kinds.items()
        }
        for group, kinds in table.items()
        if group != "numbers"
    }


@cache
def numbers() -> dict[str, int]:
    """Number words that the small grammar of quantities knows."""
    table = tomllib.loads(files("overstretch.claims").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return dict(table["numbers"])


def find(text: str, group: str, kinds: tuple[str, ...] | None = None) -> list[Mention]:
    """All mentions of a group's kinds in the text, in order; overlapping ones of different kinds are all kept."""
    patterns = words()[group]
    found = [
        Mention(kind, match.start(), match.end(), match.group())
        for kind in (kinds or tuple(patterns))
        for match in patterns[kind].finditer(text)
        if match.group()
    ]
    return sorted(found, key=lambda m: (m.start, -m.end))


def outermost(mentions: list[Mention]) -> list[Mention]:
    """Mentions that do not lie inside a longer one: 'Putin's regime' hides 'Putin'."""
    return [
        m
        for m in mentions
        if not any(
            o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start)
            for o in mentions
        )
    ]
