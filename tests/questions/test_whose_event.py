"""An event is told of the one it is asked of, and a claim says no more and no less than its question."""

from __future__ import annotations

import pytest

from overstretch.questions import say
from overstretch.questions.text import parse

TOLD = [
    ("happens(leader_exit, HUN, by 2026-12)", "Hungary's leader", "Russia"),
    ("happens(leader_exit[forced], RUS, by 2026-12)", "Russia's ruler", "leader"),
    ("happens(ally_exit, SVK, by 2030-12)", "Slovakia leaves the alliance", "An ally"),
    ("happens(pledge_abandoned, ESP, by 2030-12)", "Spain abandons", "The pledge is"),
    ("happens(attack_on_nato, EST, by 2030-12)", "Estonia is attacked", "An ally"),
    ("happens(ally_exit[notice], SVK, by 2030-12)", "Slovakia gives notice", "leaves the"),
    ("happens(ally_exit[out], SVK, by 2030-12)", "Slovakia has left", "An ally"),
    ("happens(attack_on_nato, BALTICS, by 2030-12)", "One of the Baltic states is attacked", "The Baltic"),
    ("happens(pledge_abandoned, EUROPE, by 2030-12)", "The European allies abandon the pledge", "abandons"),
    ("happens(recession, NORDICS, by 2030-12)", "The Nordic allies fall into recession", "falls"),
    ("happens(attack_on_nato, NATO, by 2030-12)", "An ally is attacked", "alliance"),
    ("happens(recession, RUS, by 2026-12)", "Russia falls into recession", "asked of"),
    ("happens(regime_end, TUR, by 2030-12)", "asked of Türkiye", "  "),
]


@pytest.mark.parametrize(("question", "words", "never"), TOLD)
def test_whose_event_is_told(question: str, words: str, never: str) -> None:
    claim = say.claim(parse(question))
    assert words in claim and never not in claim


SAID = [
    ("not any(growth(RUS), 2026..2028) > 1.5", "throughout 2026 to 2028 is at most 1.5%"),
    ("not each(growth(RUS), 2026..2028) > 1.5", "at some time from 2026 to 2028 is at most 1.5%"),
    ("poll_support(SVK, latest) about 66.7", "is about 66.7%"),
    ("personnel(DEU, 2027-12) about 65000", "(within 3,200 persons)"),
    ("fund_liquid(RUS, 2026-10) about 0.019 times gdp(RUS, 2026)", "about 0.019 times"),
]


@pytest.mark.parametrize(("question", "words"), SAID)
def test_bounds_are_said_as_they_are_asked(question: str, words: str) -> None:
    claim = say.claim(parse(question))
    assert words in claim and "within 0" not in claim and "not above" not in claim
