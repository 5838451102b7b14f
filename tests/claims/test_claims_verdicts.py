"""The table from figures to words: rows, order, and the same words for every speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstretch.claims import grades, wording
from overstretch.claims.verdicts import ORDER, Figures, decide

LIKELY = Figures("likely", p=0.8, low=0.7, high=0.9)
POSSIBLE = Figures("possible", p=0.2, low=0.1, high=0.3)
UP = {"effect": 0.05, "effect_low": 0.02, "effect_high": 0.08, "effect_error": 0.005}
AROUND = {"effect": 0.00, "effect_low": -0.05, "effect_high": 0.05, "effect_error": 0.001}
DOWN = {"effect": -0.05, "effect_low": -0.08, "effect_high": -0.02, "effect_error": 0.005}


@pytest.mark.parametrize(
    ("figures", "word"),
    [
        (LIKELY, "supported"),
        (replace(LIKELY, p=0.6, low=0.5, high=0.7), "weak"),
        (replace(LIKELY, low=0.45), "weak"),
        (replace(LIKELY, p=0.5, low=0.1, high=0.9), "undecided"),
        (replace(LIKELY, p=0.3, low=0.2, high=0.4), "not supported"),
        (replace(LIKELY, p=0.03, low=0.0, high=0.06), "contradicted"),
        (POSSIBLE, "supported"),
        (replace(POSSIBLE, p=0.07, low=0.02), "weak"),
        (replace(POSSIBLE, p=0.04, low=0.01, high=0.09), "not supported"),
        (replace(POSSIBLE, p=0.02, low=0.01, high=0.04), "not supported"),
        (replace(POSSIBLE, p=0.001, low=0.0, high=0.005), "contradicted"),
        (replace(POSSIBLE, **UP), "supported"),
        (replace(POSSIBLE, **AROUND), "undecided"),
        (replace(POSSIBLE, **DOWN), "contradicted"),
        (replace(POSSIBLE, **{**AROUND, "effect_low": -0.002, "effect_high": 0.003}), "not supported"),
        (replace(POSSIBLE, **UP, rests_on=["strain"]), "undecided"),
        (replace(POSSIBLE, **DOWN, rests_on=["strain"]), "undecided"),
        (replace(LIKELY, **UP), "supported"),
        (replace(LIKELY, **AROUND), "undecided"),
        (replace(POSSIBLE, **{**UP, "effect_error": 0.04}), "undecided"),  # not beyond sampling error
    ],
)
def test_rows(figures, word):
    assert decide(figures)[0] == word


def test_a_cap_holds():
    assert decide(LIKELY, "undecided")[0] == "undecided"
    assert decide(replace(LIKELY, p=0.3, low=0.2, high=0.4), "undecided")[0] == "not supported"


SHARES = st.floats(0, 1)


@given(st.sampled_from(["likely", "possible"]), SHARES, SHARES, SHARES, st.floats(0, 0.3))
def test_more_probability_never_makes_a_worse_word(asks, p, below, above, more):
    low, high = p * below, p + (1 - p) * above
    first = Figures(asks, p, low, high)
    second = Figures(asks, min(1, p + more), min(1, low + more), min(1, high + more))
    rank = {word: k for k, word in enumerate(ORDER)}
    words = (decide(first)[0], decide(second)[0])
    if "undecided" not in words:
        assert rank[words[1]] <= rank[words[0]]


@given(SHARES, SHARES, SHARES, st.floats(-0.5, 0.5), st.floats(0, 0.3), st.sampled_from(["likely", "possible"]))
def test_a_prior_may_not_decide(p, below, above, effect, width, asks):
    figures = Figures(
        asks, p, p * below, p + (1 - p) * above, effect, effect - width, effect + width, 0.0, rests_on=["x"]
    )
    assert decide(figures)[0] not in ("supported", "weak")


def test_words_carry_numbers():
    assert wording.likelihood(0.24, (0.11, 0.4)) == "unlikely (24%, 11% to 40%)"
    assert wording.percent(0.0004) == "<0.1%" and wording.percent(0.99995) == ">99.9%" and wording.percent(0) == "<0.1%"
    assert wording.effect_words(0.012, (-0.01, 0.03), "probability").startswith("+1.2 percentage points")
    assert "% of GDP" in wording.effect_words(0.5, (0.1, 0.9), "% of GDP")


def test_a_law_without_scores_is_graded_d():
    assert grades.grade_of(["a law that nobody scored"]).grade == "D"
