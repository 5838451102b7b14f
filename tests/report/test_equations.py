"""Equations of the laws: LaTeX that the library knows whole, and words that are escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from overstretch.model.registry import WIRING
from overstretch.model.wiring import Law
from overstretch.report import equations

LAWS = {f"{law.module}.{law.name}": law for law in WIRING.every}


def drawn(latex: str) -> ElementTree.Element:
    return ElementTree.fromstring(equations.mathml(latex))


def signs(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("law", [law for law in LAWS.values() if law.equation], ids=lambda law: law.name)
def test_every_equation_of_the_laws_is_typeset_whole(law: Law):
    assert law.equation.isascii(), f"{law.name}: a sign that has a name in LaTeX"
    assert law.equation.count("{") == law.equation.count("}") and law.equation.count("(") == law.equation.count(")")
    element = drawn(law.equation)
    assert "\\" not in signs(element), f"{law.name}: a command that the library does not know"
    words = re.findall(r"\\text\{([^}]*)\}", law.equation)
    assert sorted(words) == sorted(str(e.text).replace("\u00a0", " ").strip() for e in element.iter("mtext"))
    assert element.get("display") == "block"


@pytest.mark.parametrize(("name", "law"), LAWS.items())
def test_no_equation_is_left_in_the_words_of_a_law(name, law):
    prose = re.sub(r"`[^`]*`|https?:\S+", "", law.text)
    left = re.findall(r"\S+ = \S*[·√^+−(]\S*|\S*[√^⁺₋]\S*", prose)
    assert not left, f"model/{name}: belongs into @law(equation=...): {left}"


def test_fractions_roots_cases_and_accents_have_their_elements():
    tags = {
        e.tag
        for e in drawn(
            r"\hat p = \frac{a}{b} + \sqrt{x_i}\,y^2 \begin{cases} 1 & u < v \\ 0 & \text{else} \end{cases}"
        ).iter()
    }
    assert {"mfrac", "msqrt", "msub", "msup", "mover", "mtable", "mtext"} <= tags


def test_a_law_is_its_words_its_equation_and_its_reference_escaped():
    law = LAWS["economy.taylor"]
    shown = ElementTree.fromstring(f"<div>{equations.html(law)}</div>")
    assert [e.tag for e in shown] == ["p", "math", "p"]
    assert signs(shown[1]).replace(" ", "") == "r=ρr−1+(1−ρ)(aπ+by)" and "Taylor 1993" in signs(shown[2])
    assert equations.paragraphs("a < b\n\n<c>") == "<p>a &lt; b</p><p>&lt;c&gt;</p>"
    assert equations.paragraphs("") == ""
