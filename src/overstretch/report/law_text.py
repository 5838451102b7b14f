"""The laws as readers meet them: what `model/` declares of them cut into prose and typeset equations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from overstretch.model import wiring as wired
from overstretch.model.registry import WIRING, Wiring
from overstretch.report import equations

ARTICLES = ("a", "A", "I")  # letters that are words of English: no symbols in prose


class Piece(NamedTuple):
    """A stretch of a paragraph: prose, an equation in the line, or one on a line of its own (both as MathML)."""

    kind: Literal["text", "inline", "display"]
    text: str


@dataclass(frozen=True)
class Law:
    """One equation: its name, its arguments as a signature, the priors among them, what it says."""

    name: str
    signature: str
    priors: tuple[str, ...]
    text: str

    @property
    def paragraphs(self) -> list[list[Piece]]:
        return paragraphs(self.text)


@dataclass(frozen=True)
class Module:
    """One mechanism: its name, what its docstring says of the whole, and its laws in the order of the file."""

    name: str
    text: str
    laws: tuple[Law, ...]

    @property
    def paragraphs(self) -> list[list[Piece]]:
        return paragraphs(self.text)


def modules(wiring: Wiring = WIRING) -> dict[str, Module]:
    """Every mechanism by name, alphabetically."""
    return {name: Module(name, wiring.about[name], tuple(map(_law, laws))) for name, laws in wiring.laws.items()}


def _law(law: wired.Law) -> Law:
    named = ("*", *law.priors) if law.priors else ()
    return Law(law.name, f"{law.name}({', '.join((*law.variables, *named))})", law.priors, law.text)


def paragraphs(docstring: str) -> list[list[Piece]]:
    """A docstring as paragraphs of pieces. List items are paragraphs of their own."""
    texts: list[str] = []
    for block in re.split(r"\n\s*\n", docstring.strip()):
        items = re.split(r"^\s*- ", block, flags=re.MULTILINE)
        texts += [" ".join(item.split()) for item in items if item.strip()]
    symbols = frozenset(s for text in texts for e in equations.find(text) for s in e.symbols) - set(ARTICLES)
    return [_pieces(text, symbols) for text in texts]


def _pieces(text: str, symbols: frozenset[str]) -> list[Piece]:
    """Equations that stand alone in their clause on a line of their own, the others in the line."""
    out: list[Piece] = []
    place = 0
    for equation in equations.find(text):
        before, after = text[place : equation.start], text[equation.end :]
        displayed = _alone(before, after, equation, bool(out) and out[-1].kind == "display")
        if not (displayed and before.strip() in (",", ";")):
            out += _prose(before, symbols)
        out.append(Piece("display" if displayed else "inline", equations.mathml(equation.body, displayed)))
        place = equation.end
        if displayed:
            place += len(after) - len(after.lstrip(",:;. "))
    return out + _prose(text[place:], symbols, follows=bool(out) and out[-1].kind == "display")


def _alone(before: str, after: str, equation: equations.Equation, follows: bool) -> bool:
    """Whether an equation is a clause of its own: after a colon, at the start or after another, and up to a stop."""
    lead = before.strip()
    length = equation.end - equation.start
    opened = not lead or lead.endswith((":", ";")) or (follows and lead == ",")
    opened = opened or (lead[-1:] == "," and len(lead) > 1 and equation.relation and length > 14)
    closed = re.match(r"\s*[(:;]|[,.]\s|\.?$", after) is not None
    return opened and closed and length > 8


def _prose(text: str, symbols: frozenset[str], follows: bool = False) -> list[Piece]:
    """Text with the single letters of its equations set as symbols."""
    if not text.strip():
        return [Piece("text", " ")] if text else []
    if not symbols:
        return [Piece("text", text)]
    letters = "|".join(sorted(map(re.escape, symbols), key=len, reverse=True))
    parts = re.split(rf"(?<![\w`'’.\u0300-\u036f-])((?:{letters})[₀-₉₋⁰⁺]*(?:_\w+)?)(?![\w'’\u0300-\u036f-])", text)
    out = []
    for k, part in enumerate(parts):
        if k % 2:
            out.append(Piece("inline", equations.mathml(equations.symbol(part))))
        elif part:
            out.append(Piece("text", part))
    if follows and out and out[0].kind == "inline":
        out.insert(0, Piece("text", "with "))
    return out
