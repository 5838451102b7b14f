"""The same words about either side: the same question with the sides swapped, or refused alike."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from tests.claims.made import statement

from overstretch.claims.reader import read
from overstretch.claims.reader.around import Around
from overstretch.questions.check import checked
from overstretch.questions.text import parse, write

SAID = date(2025, 11, 20)
ROWS = tomllib.loads((Path(__file__).parent / "rows" / "mirror.toml").read_text("utf-8"))
SIDES = {
    "RUS": {"{X}": "Russia", "{X's}": "Russia's", "{Xn}": "Russian", "{C}": "Moscow", "{L}": "Putin"},
    "DEU": {"{X}": "Germany", "{X's}": "Germany's", "{Xn}": "German", "{C}": "Berlin", "{L}": "Merz"},
    "POL": {"{X}": "Poland", "{X's}": "Poland's", "{Xn}": "Polish", "{C}": "Warsaw", "{L}": "Tusk"},
    "TUR": {"{X}": "Turkey", "{X's}": "Turkey's", "{Xn}": "Turkish", "{C}": "Ankara", "{L}": "Erdogan"},
}


def of(template: str, side: str) -> list[str] | str:
    """The questions of a sentence about a side, its code written @; or why there is none, its name left out."""
    text = template
    for slot, word in SIDES[side].items():
        text = text.replace(slot, word)
    told = statement(text, modality="should" if "should" in text else "will")
    found = read(told, Around(whole=text, said=SAID), SAID)
    if found.propositions:
        return [p.question.replace(side, "@") for p in found.propositions]
    reason = str(found.reason)
    for word in sorted(SIDES[side].values(), key=len, reverse=True):
        reason = reason.replace(word, "@")
    return reason


@pytest.mark.parametrize("template", ROWS["alike"])
def test_the_same_words_ask_the_same_of_either_side(template: str) -> None:
    russia = of(template, "RUS")
    assert isinstance(russia, list)
    assert {side: of(template, side) for side in SIDES} == dict.fromkeys(SIDES, russia)


@pytest.mark.parametrize("template", ROWS["refused"])
def test_what_is_refused_of_one_side_is_refused_of_the_other_for_the_same_reason(template: str) -> None:
    reasons = {of(template, side) for side in SIDES if not isinstance(of(template, side), list)}
    assert not any(isinstance(of(template, side), list) for side in SIDES)
    assert len(reasons) == 1


@pytest.mark.parametrize("pair", ROWS["pair"], ids=lambda pair: pair["russia"])
def test_a_state_and_an_alliance_are_read_alike(pair: dict) -> None:
    for words, asked in zip((pair["russia"], pair["allied"]), pair["asks"], strict=True):
        told = of(words, "RUS")
        if asked:
            assert told == [write(checked(parse(asked))).replace("RUS", "@")]
        else:
            assert isinstance(told, str)
