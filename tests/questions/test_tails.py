"""A chance below 2 in 100 of what has happened carries its count; the record of answers like one says what came of
them."""

from __future__ import annotations

import numpy as np
import pytest

from overstretch.claims.grounds import track
from overstretch.claims.grounds.track import Tally, kind_of, tallied, track_of
from overstretch.questions.tables.base import BaseRate, with_count
from overstretch.questions.text import parse

SEVEN_OF_33 = BaseRate(7.5 / 34, 7, 33, "years", "x")
NONE_OF_33 = BaseRate(0.5 / 34, 0, 33, "years", "x")
ALL_OF_33 = BaseRate(33.5 / 34, 33, 33, "years", "x")


@pytest.mark.parametrize(
    ("p", "rate", "blended"),
    [
        (0.0, SEVEN_OF_33, 0.02),
        (0.0, BaseRate(1.5 / 34, 1, 33, "years", "x"), 0.1 * 1.5 / 34),
        (0.0, NONE_OF_33, 0.0),
        (0.0, None, 0.0),
        (0.0, BaseRate(0.2, 4, 300, "leader-years", "x"), 0.0),
        (0.3, SEVEN_OF_33, 0.3),
        (1.0, SEVEN_OF_33, 0.98),
        (1.0, ALL_OF_33, 1.0),
    ],
)
def test_tails_by_hand(p, rate, blended):
    assert with_count(p, rate) == pytest.approx(blended)


def test_a_likelier_thing_stays_likelier_and_the_contrary_mirrors():
    p = np.linspace(0, 1, 1001)
    held = [with_count(float(x), SEVEN_OF_33) for x in p]
    assert (np.diff(held) >= 0).all()
    contrary = BaseRate(1 - 7.5 / 34, 26, 33, "years", "x")
    assert [with_count(float(1 - x), contrary) for x in p] == pytest.approx([1 - x for x in held])


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("core_share(DEU, 2029) >= 3.5", "allies' shares"),
        ("not (core_share(DEU, 2029) >= 3.5)", "allies' shares"),
        ("count(ALLIES: core_share(2029) >= 3.5) >= 5", "allies' shares"),
        ("growth(DEU, 2026) < 0", "allies' growth"),
        ("growth(RUS, 2026) < 0", "Russia"),
        ("policy_rate(RUS, 2026) >= 14", "Russia"),
        ("happens(ceasefire, by 2027-12)", "events"),
        ("debt_ratio(ITA, 2030) >= 140", None),
        ("effect(us_presses() against base, core_share(EUROPE_CANADA, 2030)) > 0", None),
    ],
)
def test_kinds(question, kind):
    assert kind_of(parse(question)) == kind


def test_a_record_from_ten_answers_on():
    held = tallied(
        [("Russia", 0.01, True)] * 9
        + [("Russia", 0.04, False)] * 13
        + [("Russia", 0.05, True)] * 9
        + [("Russia", 1.0, True)] * 10
    )
    assert held == [Tally("Russia", 0.05, 22, 9), Tally("Russia", 0.2, 9, 9), Tally("Russia", 1.0, 10, 10)]
    question = parse("growth(RUS, 2026) < 0")
    assert track_of(question, 0.02, held) == "of 22 answers like this (Russia) below 5 in 100, 9 came true"
    assert track_of(question, 0.1, held) == "no record yet", "nine are too few"
    assert track_of(question, 0.99, held) == "of 10 answers like this (Russia) of 95 in 100 and more, 10 came true"
    assert track_of(parse("happens(ceasefire, by 2027-12)"), 0.02, held) == "no record yet"


def test_what_ships_adds_up_to_the_ledger():
    from overstretch.evidence import ledger

    scored = [x for x in ledger.held() if x.brier is not None]
    assert sum(t.n for t in track.tallies()) == len(scored)
    assert sum(t.came for t in track.tallies()) == sum(x.outcome == "true" for x in scored)
