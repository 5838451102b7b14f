"""Laws for a page: their equations, LaTeX, as MathML, which browsers draw without scripts, between the paragraphs of
their words."""

from __future__ import annotations

from latex2mathml.converter import convert
from markupsafe import Markup, escape

from overstretch.model.wiring import Law


def mathml(latex: str) -> Markup:
    """An equation as one <math> element on a line of its own."""
    made: str = convert(latex, display="block")
    return Markup(made.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', ""))  # which a page takes for granted


def paragraphs(text: str) -> Markup:
    """Text as paragraphs of HTML; empty for none."""
    blocks = (" ".join(block.split()) for block in text.split("\n\n"))
    return Markup("").join(Markup(f"<p>{escape(block)}</p>") for block in blocks if block)


def html(law: Law) -> Markup:
    """A law: what it computes, its equation, what else it says, its reference."""
    first, _, rest = law.text.partition("\n\n")
    return paragraphs(first) + (mathml(law.equation) if law.equation else Markup("")) + paragraphs(rest)
