"""An event is told of the one it is asked of."""

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
    ("happens(attack_on_nato, NATO, by 2030-12)", "An ally is attacked", "alliance"),
    ("happens(recession, RUS, by 2026-12)", "Russia falls into recession", "asked of"),
    ("happens(regime_end, TUR, by 2030-12)", "asked of Türkiye", "  "),
]


@pytest.mark.parametrize(("question", "words", "never"), TOLD)
def test_whose_event_is_told(question: str, words: str, never: str) -> None:
    claim = say.claim(parse(question))
    assert words in claim and never not in claim
