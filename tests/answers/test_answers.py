"""An answer's figures are those of the one evaluator, and come out alike in the terminal, in Python and in files."""

from __future__ import annotations

import numpy as np
import pytest

import overstretch
from overstretch.tabular import Band

FUTURES, DAY = 128, "2026-10-15"


@pytest.fixture(scope="module")
def pledge():
    return overstretch.answer("pledge", ally=["DEU", "ESP"], futures=FUTURES, as_of=DAY)


def test_a_chance_is_what_ask_gives(pledge):
    asked = overstretch.ask(
        question=["core_share(DEU, 2035) >= 3.5", "total_share(ESP, 2035) >= 5"], futures=FUTURES, as_of=DAY
    )
    rows = {row[0]: row for row in pledge.as_table().rows}
    first, second = asked.verdicts
    assert rows["Germany"][1][:3] == (first.probability, *first.interval)
    assert rows["Spain"][2][:3] == (second.probability, *second.interval)


def test_a_figure_and_a_difference_are_those_of_the_futures(pledge):
    tree = overstretch.run(do=["us_presses()"], futures=FUTURES, as_of=DAY)
    base, pressed = (
        tree[node].to_dataset()["core_share"].sel(actor="ESP", year=2035).values.astype(float)
        for node in ("base", "us_presses()")
    )
    row = next(row for row in pledge.as_table().rows if row[0] == "Spain")
    np.testing.assert_allclose(row[3][:3], [np.median(base), *np.quantile(base, (0.05, 0.95))], rtol=1e-6)
    np.testing.assert_allclose(row[4][0], np.median(pressed - base), atol=1e-6)


def test_it_is_said_in_sentences_with_word_and_number_and_age(pledge):
    assert len(pledge.sentences) == 4 and all(" in 100" in sentence for sentence in pledge.sentences)
    assert pledge.driven_by.startswith("What drives it") and "figures behind it" in pledge.known
    assert "<table>" in pledge._repr_html_() and list(pledge.table()["ally"]) == ["Germany", "Spain"]
    assert pledge.plot().to_dict()["layer"] and any(
        "NATO" in one.words and one.address.startswith("https://") for one in pledge.as_table().sources
    )


@pytest.mark.parametrize("name", ["us", "buffer", "balance", "flip"])
def test_other_kinds_of_rows(name):
    found = overstretch.answer(name, futures=FUTURES, as_of=DAY)
    table = found.as_table()
    assert table.rows and any(isinstance(cell, Band) for row in table.rows for cell in row)
    for row in table.rows:
        for cell in row:
            if isinstance(cell, Band) and cell.low is not None:
                assert cell.low <= cell.high
    found.plot().to_dict()


def test_an_ally_outside_the_union_has_its_debt_by_the_models_own_law():
    table = overstretch.answer("cost", ally=["USA", "ITA"], finance="debt", futures=FUTURES, as_of=DAY).as_table()
    rules = {row[0]: row[-1] for row in table.rows}
    assert rules == {"United States": "the model's own law", "Italy": "European method"}
    assert all(row[-2].value > 0 for row in table.rows)
