"""Sentences drawn from the grammar (tools/sentence_grammar.toml): each gives its question; a swapped part changes that
part alone."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tools.sentence_grammar import asked, canonical, right, sentences

NUMBER = 300


@pytest.mark.parametrize("seed", [11, 12])
def test_a_sentence_of_the_grammar_gives_its_question(seed: int) -> None:
    failed = [
        (made.text, made.question, asked(made.text)) for made in sentences(NUMBER, seed) if right(made) is not True
    ]
    assert not failed, failed[:5]


def swapped(text: str, old: str, new: str) -> str:
    return re.sub(rf"\b{re.escape(old)}\b", new, text)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("2027", "2031"), ("2027", "2031")),
        (("Germany", "Portugal"), ("DEU", "PRT")),
        (("Poland", "Norway"), ("POL", "NOR")),
    ],
)
def test_a_swapped_name_or_year_changes_that_part_of_the_question_alone(
    words: tuple[str, str], part: tuple[str, str]
) -> None:
    tried = 0
    for made in sentences(NUMBER, 13):
        text = swapped(made.text, *words)
        if text == made.text or re.search(r"2026|fiscal|next|after|change\(", made.text + made.question):
            continue
        tried += 1
        expected = swapped(made.question, *part)
        assert [canonical(q) for q in asked(text)] == [canonical(expected)], text
    assert tried


def test_a_swapped_figure_changes_the_figure_alone() -> None:
    tried = 0
    for made in sentences(NUMBER, 14):
        if "4 percent of GDP" not in made.text or made.text.count("percent") > 1:
            continue
        tried += 1
        text = made.text.replace("4 percent of GDP", "4.1 percent of GDP")
        if ".4.1" in text.replace(" ", "") or "4.4 percent" in made.text:
            continue
        expected = re.sub(r"(?<![\d.])(-?)4(?![\d.])", r"\g<1>4.1", made.question)
        assert [canonical(q) for q in asked(text)] == [canonical(expected)], text
    assert tried
