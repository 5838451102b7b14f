"""From raw text to paragraphs that the parser can take; every step keeps the length, so offsets index the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from overstretch.statements.lexicon import AGENCIES, wordset
from overstretch.statements.record import Offsets

PIECE = 20_000
RUN = 1_000
FLOOD = 40

DOUBLE = '"“”„‟«»＂'
_TERMINAL = re.compile(r"[.!?…:;][\"”’'»)\]]*\s*$")
_MARKER = re.compile(r"(?:\d{1,2}[:.]\d{2}\s*(?:[–-]\s*)?|\d{1,2}[.)]\s+|[-*•–#>▪◦●■►▶‣·]+\s+)(?=\S)")
_DATELINE = re.compile(
    rf"(?:[A-Z][\w .,'’/-]{{1,60}})?\((?:{AGENCIES}|own wire|TASS)\)\s*[-–—]{{1,2}}\s*"
    rf"|[A-Z][A-Z .'-]{{2,30}}(?:,[^\n–—:“\"]{{1,40}}?)?\s[-–—]{{1,2}}\s"
    rf"|[A-Z][A-Z .'/-]{{2,30}}(?:\s?/[^/\n]{{2,30}}/)?,[^\n–—:“\"/.]{{1,30}}(?:\.\s(?:/[A-Z][\w "
    rf"-]{{1,20}}/\.\s)?|\s/[A-Z][\w -]{{1,20}}/\.\s)"
    rf"|[A-Z][a-z]{{2,15}} [–—] (?=[A-Z])"
)
_RUN = re.compile(rf"\S{{{RUN + 1},}}")
_DENSE = re.compile(rf"[^\w\s]{{{FLOOD},}}")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph [start, end) of the original text; a title has no terminal mark and mostly capitalised words.

    `part`: text, speech, question (a journalist's), row (of a table) or aside; `label` is the span of the words that
    name its speaker, `asked` that of the question it answers."""

    start: int
    end: int
    kind: Literal["body", "headline"]
    part: str = "text"
    label: Offsets | None = None
    asked: Offsets | None = None


def clean(text: str) -> str:
    """The text as parsed: same length; control, bidirectional and odd space characters become spaces.

    Runs of punctuation of 40 and more characters also become spaces (the tokeniser needs minutes for them)."""
    mapped = "".join(character if character.isalnum() or character == "\n" else _plain(character) for character in text)
    return _DENSE.sub(lambda match: " " * len(match.group()), mapped)


def _plain(character: str) -> str:
    if character in "\u00ad\ufffd" or unicodedata.category(character) in wordset("paragraphs.spacelike"):
        return " "
    return {"`": "'", "´": "’", "＂": '"'}.get(character, character)


def _lines(text: str) -> list[Offsets]:
    return [match.span() for match in re.finditer(r"^[^\n]*", text, re.MULTILINE)]


def _hard_wrapped(text: str, spans: list[Offsets]) -> bool:
    """True where lines are cut at a column rather than at paragraphs."""
    lines = [text[start:end].strip() for start, end in spans]
    full = [line for line in lines if line]
    if len(full) < 4 or max(map(len, full)) > 120 or median(map(len, full)) < 45:
        return False
    inner = [line for line, after in pairwise(lines) if line and after]
    return len(inner) >= 3 and sum(not _TERMINAL.search(line) for line in inner) / len(inner) > 0.6


def trimmed(text: str, start: int, end: int, tail: str = "") -> Offsets:
    """A span without white space at its ends, nor characters of `tail` at its end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in tail):
        end -= 1
    return start, end


def is_quotation(line: str) -> bool:
    """Whether a line stands in quotation marks from end to end."""
    return line[:1] in DOUBLE and line.rstrip()[-1:] in DOUBLE


def _kind(line: str, first: bool) -> Literal["body", "headline"]:
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    if not words or len(line) > 200:
        return "body"
    ended = bool(re.search(r"[.!?…:][\"”’')\]*]*\s*$", line))
    capitals = sum(word[0].isupper() for word in words) / len(words)
    if is_quotation(line) or (ended and not (first and capitals > 0.7 and len(words) > 3)):
        return "body"
    return "headline" if first or capitals > 0.6 or len(words) <= 12 else "body"


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a cleaned text, cut so that none is longer than 20,000 characters, no run longer than 1,000."""
    spans = _lines(text)
    if _hard_wrapped(text, spans):
        joined: list[Offsets] = []
        for start, end in spans:
            if text[start:end].strip() and joined and joined[-1][1] == start - 1:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        spans = joined
    found: list[Paragraph] = []
    for start, end in spans:
        start, end = trimmed(text, start, end)
        for pattern in (_MARKER, _DATELINE):
            if mark := pattern.match(text, start, end):
                start = mark.end()
        if start >= end:
            continue
        kind = _kind(text[start:end], first=len(found) < 4 and all(para.kind == "headline" for para in found))
        found.extend(Paragraph(a, b, kind) for a, b in _pieces(text, start, end))
    return found


def _pieces(text: str, start: int, end: int) -> list[Offsets]:
    if end - start <= RUN:
        return [(start, end)]
    cuts = [start]
    for match in _RUN.finditer(text, start, end):
        cuts.extend(range(match.start() + RUN, match.end(), RUN))
    cuts.append(end)
    pieces = []
    for left, right in pairwise(cuts):
        while right - left > PIECE:
            window = text[left : left + PIECE]
            at = max(window.rfind(". "), window.rfind("? "), window.rfind("! ")) + 1
            if at <= PIECE // 2:
                at = window.rfind(" ")
            at = at if at > 0 else PIECE
            pieces.append((left, left + at))
            left += at
        pieces.append((left, right))
    return [(left, right) for left, right in (trimmed(text, *piece) for piece in pieces) if right > left]
