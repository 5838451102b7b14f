"""Answers to generated questions as they are printed: intervals, likelihoods, and words in every field."""

from __future__ import annotations

import re
from datetime import date

import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from strategies import answerable

from overstretch import facts
from overstretch.claims.bench import Bench
from overstretch.claims.judging import judged
from overstretch.claims.told import wording
from overstretch.questions import say
from overstretch.questions.check import understood
from overstretch.questions.data import Compare, Effect, Given, Not
from overstretch.questions.form import schema


@pytest.fixture(scope="module")
def bench(real):
    return Bench(real.tree, facts.load(), date(2025, 7, 3))


@settings(max_examples=60)
@given(answerable())
def test_every_answer_is_whole(bench, question):
    made = judged(question, "likely", bench, ["x"])
    jsonschema.validate(made.form, schema())
    assert not made.claim[0].islower() and made.asked.endswith("?") and made.because and made.resolution.rule
    for text in (made.claim, made.asked, made.resolution.rule, made.because):
        assert not re.search(r"\{|\}|\bNone\b(?! of)|\bnan\b|  |[a-z]_[a-z]", text), text
    if made.probability is None:
        assert made.state != "open" and made.interval is None
        return
    low, high = made.interval
    assert 0 <= low <= made.probability <= high <= 1 and high > low
    assert made.sampling_error >= 0 and high - low >= 1.6 * made.sampling_error
    if made.state == "open":
        assert made.word == wording.word(made.probability, made.evidence.scored) and made.likelihood.startswith(
            made.word
        )
    if made.effect is not None:
        assert made.effect_interval[0] <= made.effect <= made.effect_interval[1]


@settings(max_examples=40)
@given(answerable())
def test_a_contrary_gets_the_complement_and_the_matching_word(bench, question):
    one, other = (judged(q, "likely", bench, ["x"]) for q in (question, Not(question)))
    assert one.state == other.state or {one.state, other.state} <= {"settled", "open"}
    if one.probability is not None:
        assert one.probability + other.probability == pytest.approx(1)
        assert one.evidence == other.evidence and one.resolution.date == other.resolution.date
        if one.base_rate:
            assert one.base_rate.probability + other.base_rate.probability == pytest.approx(1)


@pytest.mark.parametrize("p", np.round(np.linspace(0, 1, 101), 2))
def test_a_chance_and_its_complement_get_matching_words(p):
    mirror = {
        "virtually certain": "exceptionally unlikely",
        "extremely likely": "extremely unlikely",
        "very likely": "very unlikely",
        "likely": "unlikely",
        "about as likely as not": "about as likely as not",
    }
    word, contrary = wording.word(p), wording.word(1 - p)
    assert mirror.get(word) == contrary or mirror.get(contrary) == word


@settings(max_examples=100)
@given(answerable())
def test_no_sentence_says_what_the_future_brings(question):
    claim = say.claim(question)
    assert not re.search(r"\bwill\b|supported|contradicted", claim)
    if isinstance(question, Compare) and not isinstance(question, (Effect, Given)):
        assert say.ask(question)[0].isupper()


def test_so_many_times_is_said_on_either_side():
    one = say.claim(understood("2 times core_share(DEU, 2029) >= 6"))
    assert one == "2 times Germany's core defence spending in 2029 is at least 6% of GDP"
    other = say.claim(understood("core_share(POL, 2029) >= 2 times core_share(DEU, 2029)"))
    assert other == "Poland's core defence spending in 2029 is at least 2 times Germany's core defence spending"
