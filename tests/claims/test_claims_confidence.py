"""The confidence of a proposition says something: it falls with what is assumed, and it is calibrated on labelled statements."""

from __future__ import annotations

from datetime import date

import calibration
import numpy as np
import pytest
from sentences import say

from overstretch.claims.compiler import compile_one
from overstretch.claims.confidence import SIGNS
from overstretch.claims.frame import Context

DAY = date(2025, 7, 3)


def sure(content: str, **fields) -> float:
    found = compile_one(say(content, **fields), Context(), DAY)
    assert found.proposition is not None and set(found.signs) == set(SIGNS)
    return found.confidence


def test_a_party_that_is_named_counts_more_than_one_that_is_assumed():
    assert sure("Russian inflation will be above 8% in 2026") > sure("inflation will be above 8% in 2026") + 0.1


def test_words_that_no_template_knows_and_contrary_words_count_against_it():
    plain = sure("Russia's economy will fall into recession")
    assert (
        sure("Russia's economy will fall into recession without oranges, bananas, kitchens and trombones") < plain - 0.1
    )


@pytest.fixture(scope="module")
def rows():
    return list(calibration.labelled())


def test_labels_are_many_and_some_choices_are_wrong(rows):
    _, right = calibration.as_arrays(rows)
    assert len(right) >= 100 and 0.7 < right.mean() < 0.95


def test_weights_are_those_of_the_fit(rows):
    from overstretch.claims.confidence import BIAS, WEIGHTS

    fitted = calibration.fit(*calibration.as_arrays(rows))
    shipped = [*(WEIGHTS[name] for name in SIGNS), BIAS]
    assert np.abs(fitted - shipped).max() < 0.5, fitted


def test_the_sure_are_right_more_often_than_the_unsure(rows):
    x, right = calibration.as_arrays(rows)
    out = calibration.left_out(x, right)
    assert np.mean((out - right) ** 2) < np.mean((right.mean() - right) ** 2)
    assert right[out >= 0.8].mean() > right[out < 0.8].mean() + 0.1
    for number, mean, share in calibration.reliability(rows, out).values():
        assert abs(mean - share) < 3 * (0.25 / number) ** 0.5
