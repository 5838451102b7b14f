"""Equations in Unicode → MathML, and the laws' docstrings cut into prose and equations."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from overstretch.report import equations, law_text

LAWS = [(module.name, law.name, law) for module in law_text.modules().values() for law in module.laws]
ELEMENTS = {"math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msqrt", "msub", "msup", "msubsup", "mover", "mspace"}


def parsed(text: str) -> ElementTree.Element:
    (found,) = equations.find(text)
    return ElementTree.fromstring(equations.mathml(found.body))


def signs(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).replace("\u2061", "").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Debt: d' = d·(1 + r)/(1 + g) − pb + sfa, in money.", ["d' = d·(1 + r)/(1 + g) − pb + sfa"]),
        ("out = min(F, ¼·c·x), in = ¼·s: p̂ the price", ["out = min(F, ¼·c·x)", "in = ¼·s"]),
        ("withdrawn if u < p_w, strong if u > 1 − p_s;", ["u < p_w", "u > 1 − p_s"]),
        ("Lost in a quarter: K·(1 − (1 − a·x)^¼) while the war is active.", ["K·(1 − (1 − a·x)^¼)"]),
        ("K' = K + deliveries + returned from depots − lost in war.", ["K' = K + deliveries + returned from depots − lost in war"]),
        ("with w = 0 where no plan is announced", ["w = 0"]),
        ("Budgets rise: a matter of will, and of money/credit (Bohn 1998).", []),
        ("Arrays [A, F] unless stated; 1 in the fourth quarter, `x = 2` in code.", []),
    ],
)  # fmt: skip
def test_equations_are_found_where_they_begin_and_end(text, found):
    assert [text[e.start : e.end] for e in equations.find(text)] == found


def test_fractions_exponents_roots_and_scripts_have_their_elements():
    element = parsed("ε_i = √(1 − φ²)·e^(−Σh)·(m − m̄)⁺/(4·years)")
    tags = [e.tag for e in element.iter()]
    assert {"msqrt", "mfrac", "msup", "msub", "mover"} <= set(tags)
    fraction = next(e for e in element.iter("mfrac"))
    assert [signs(part) for part in fraction] == ["(m−m¯)+", "4years"]


def test_an_exponent_is_set_on_one_line_and_a_factor_is_stacked():
    assert [e.tag for e in parsed("y = ρ^¼·x").iter()].count("mfrac") == 0
    assert [e.tag for e in parsed("y = ¼·x").iter()].count("mfrac") == 1


def test_text_is_escaped():
    assert "&lt;" in equations.find("u < p_w")[0].body
    with pytest.raises(ValueError, match="not a symbol"):
        equations.symbol("<b>")


@pytest.mark.parametrize(("module", "name", "law"), LAWS, ids=[f"{m}.{n}" for m, n, _ in LAWS])
def test_every_equation_of_the_laws_is_typeset(module, name, law):
    for pieces in law.paragraphs:
        prose = "".join(p.text for p in pieces if p.kind == "text")
        left = re.findall(r"[^\s`]*[=·√^][^\s`]*", re.sub(r"`[^`]*`", "", prose))
        assert not left, f"model/{module}.py, {name}: not understood as an equation: {left} in {prose!r}"
        for piece in pieces:
            if piece.kind != "text":
                assert {e.tag for e in ElementTree.fromstring(piece.text).iter()} <= ELEMENTS


def test_no_word_of_a_docstring_is_lost():
    for _, _, law in LAWS:
        whole = re.sub(r"[^a-z]", "", law.text.lower())
        shown = "".join(
            p.text if p.kind == "text" else signs(ElementTree.fromstring(p.text)) for ps in law.paragraphs for p in ps
        )
        assert len(re.sub(r"[^a-z]", "", shown.lower())) >= len(whole), law.name


def test_symbols_of_an_equation_are_set_in_its_prose_too():
    (pieces,) = law_text.paragraphs("Rate: i = φ·β + a·x, β the share, a part of x.")
    assert [p.kind for p in pieces] == ["text", "display", "text", "inline", "text", "inline", "text"]
    assert "".join(p.text for p in pieces if p.kind == "text") == "Rate: with  the share, a part of ."
