"""Where quotation marks open and close: pairs, quotes over several paragraphs, and quotes whose end is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstretch.statements.record import Offsets
from overstretch.statements.text.paragraphs import Paragraph, trimmed

OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'
MOST = 400
_RUN = r"[^‘’'\n]{0,600}"
_PLURAL = rf"(?<=s)[’'](?= [a-z]{_RUN}(?:[’'](?=\w){_RUN}){{0,6}}[,.!?…][’'])"  # the allies' target,'
_SINGLE = re.compile(rf"(?<![\w’'])[‘']({_RUN}(?:(?:[’'](?=\w)|{_PLURAL}){_RUN}){{0,12}})[’'](?!\w)")
_ATTRIBUTION = re.compile(
    r",?[”\"’']?\s(?:(?:[A-Z][\w’.-]+|he|she|they|the \w+)(?:\s[A-Z][\w’.-]+){0,3}\s(?:said|says|told|added|warned"
    r"|wrote|argued)"
    r"|(?:said|says|added|warned|wrote|argued)\s(?:[A-Z]|the |a ))"
)


@dataclass(frozen=True)
class Quotation:
    """One quotation: the marks' outer span, the inner span, its paragraph, and whether both marks were found."""

    start: int
    end: int
    inner: Offsets
    paragraph: int
    opened: bool = True
    closed: bool = True
    continues: bool = False


def quotations(text: str, paragraphs: list[Paragraph]) -> list[Quotation]:
    """All quotations of a cleaned text in order.

    A paragraph with more than 400 marks is taken to be noise: none of its marks is read."""
    found: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        found.extend(_of_paragraph(text, index, paragraph))
    return [_joined(quote, found, paragraphs) for quote in found]


def _marks(text: str, paragraph: Paragraph) -> list[tuple[int, str]]:
    own = f" {text[paragraph.start : paragraph.end]} "
    around = enumerate(zip(own, own[1:], own[2:], strict=False), start=paragraph.start)
    return [(at, _side(*letters)) for at, letters in around if letters[1] in OPENING + CLOSING + STRAIGHT]


def _side(before: str, mark: str, after: str) -> str:
    """Which side of a quotation a mark stands at: a curly one by its shape, but turned round where it plainly stands at
    the other side of a word."""
    if mark in CLOSING:
        return "open" if (before.isspace() or before in "—–(") and after.isalnum() else "close"
    if mark in OPENING:
        return "close" if before.isalnum() and (after.isspace() or after in ",.;") else "open"
    if before.isspace() or before in "([—–-‘'":
        return "close" if after.isspace() else "open"
    if before.isdigit() and after.isspace():
        return "either"
    return "close" if not after.isalnum() or before in ".,!?" else "open"


def _of_paragraph(text: str, index: int, paragraph: Paragraph) -> list[Quotation]:
    marks = _marks(text, paragraph)
    if len(marks) > MOST:
        return []
    found: list[Quotation] = []
    opened: int | None = None
    for at, kind in marks:
        if opened is None:
            if kind == "open":
                opened = at
            elif kind == "close" and not found:
                start = _sentence_start(text, paragraph.start, at)
                if at - start > 3:
                    found.append(Quotation(start, at + 1, trimmed(text, start, at), index, opened=False))
        elif kind in ("close", "either"):
            found.append(Quotation(opened, at + 1, trimmed(text, opened + 1, at), index))
            opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, index, paragraph))
    return found or _singles(text, index, paragraph)


def _unclosed(text: str, opened: int, index: int, paragraph: Paragraph) -> Quotation:
    end = paragraph.end
    match = _ATTRIBUTION.search(text, opened + 1, end)
    if match:
        end = match.start() + (1 if text[match.start()] == "," else 0)
    return Quotation(opened, end, trimmed(text, opened + 1, end), index, closed=False)


def _singles(text: str, index: int, paragraph: Paragraph) -> list[Quotation]:
    """Quotations in single marks; an apostrophe inside a word, or after a plural, is none."""
    segment = text[paragraph.start : paragraph.end]
    spans = [match.span() for match in _SINGLE.finditer(segment)] if len(segment) <= 5_000 else []
    spans = [(paragraph.start + a, paragraph.start + b) for a, b in spans if b - a > 3 and not segment[a + 1].isspace()]
    return [Quotation(a, b, trimmed(text, a + 1, b - 1), index) for a, b in spans]


def _sentence_start(text: str, low: int, at: int) -> int:
    cut = max(text.rfind(mark, low, max(low, at - 1)) for mark in (". ", "! ", "? "))
    return trimmed(text, cut + 1 if cut >= 0 else low, at)[0]


def _joined(quote: Quotation, found: list[Quotation], paragraphs: list[Paragraph]) -> Quotation:
    """Marks a quotation left open at a paragraph's end whose next paragraph opens with a mark: one speech."""
    if quote.closed or quote.end != paragraphs[quote.paragraph].end:
        return quote
    after = quote.paragraph + 1
    follows = any(q.paragraph == after and q.opened and q.start == paragraphs[after].start for q in found)
    return replace(quote, continues=follows)
