"""Openings that deny or belittle what stands behind their colon, and claims of how it would be otherwise, of promises
not made, of the norm in a group, of a first count. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "The haggling is over: Norway will spend 3.5% of GDP on core defence in 2029.": "core_share(NOR, 2029) >= 3.5",
    "The outlook is bleak: Hungary's economy will shrink in 2027.": "growth(HUN, 2027) < 0",
    "The verdict of the markets is unanimous: Russia's inflation will be above 6% in 2027.": "inflation(RUS, 2027) > 6",
    "It's official: Norway will spend 3.5% of GDP on core defence in 2029.": "core_share(NOR, 2029) >= 3.5",
    "The era of cheap money is over: Germany's debt will exceed 70% of GDP in 2028.": "debt_ratio(DEU, 2028) > 70",
    "For the first time, Norway would spend 3.5% of GDP on core defence in 2029.": "core_share(NOR, 2029) >= 3.5",
    "Under the plan, Norway would spend 3.5% of GDP on core defence in 2029.": "core_share(NOR, 2029) >= 3.5",
    "Norway has committed itself to 3.5% of GDP on core defence by 2029.": "core_share(NOR, by 2029-12) >= 3.5",
    "Deficits above 3% of GDP will be the norm in Hungary in 2027.": "balance(HUN, 2027) < -3",
    "Far from shrinking, Italy's economy will grow by 0.2% in 2027.": "growth(ITA, 2027) about 0.2",
    "Hungary's debt will be above 70% of GDP in 2027, and so will Italy's.": (
        "and(debt_ratio(HUN, 2027) > 70, debt_ratio(ITA, 2027) > 70)"
    ),
}

REFUSED = [
    "The wager is off: Norway will spend 3.5% of GDP on core defence in 2029.",
    "The scheme failed: Norway will spend 3.5% of GDP on core defence in 2029.",
    "The euphoria was short-lived: Norway will spend 3.5% of GDP on core defence in 2029.",
    "It is a yarn for visitors: all allies will spend 3.5% of GDP on core defence in 2030.",
    "It is a poor wager: there will be a ceasefire in 2027.",
    "The lie is this: Norway will spend 3.5% of GDP on core defence in 2029.",
    "The old alarm has faded: Hungary's economy will shrink in 2027.",
    "Once again Riga cries wolf: Russia will attack an ally in 2028.",
    "The chancellor was joking: Norway will spend 3.5% of GDP on core defence in 2029.",
    "Headline of the year 2031: Italy misses the 3.5% target.",
    "But for the quarrels, Norway would spend 3.5% of GDP on core defence in 2029.",
    "But for two strikes, oil would be at $60 in 2027.",
    "With rather less haste, Norway would spend 3.5% of GDP on core defence in 2029.",
    "Left to its own devices, Italy would spend 1.5% of GDP on core defence in 2029.",
    "Given more time, Italy would spend 3.5% of GDP on core defence in 2029.",
    "Italy has not bound itself to 3.5% of GDP on core defence by 2029.",
    "Italy has given no promise to spend 3.5% of GDP on core defence in 2029.",
    "Italy has nearly committed itself to 3.5% of GDP on core defence by 2029.",
    "Italy has pledged itself to a review, not to 3.5% of GDP on core defence by 2029.",
    "Debts above 60% of GDP will be the rule in the euro area in 2027.",
    "It will be the norm for allies to spend 3.5% of GDP on core defence in 2031.",
    "Close to contracting, Italy's economy will grow by 0.2% in 2027.",
    "Hungary's economy grew by 1% in 2024, the office estimated, and by 0.5% after the revision.",
    "In 2024, 23 allies spent 2% of GDP on defence, the alliance estimated, and 22 when the books were closed.",
    "Hungary's deficit will not swell to 6% of GDP but shrink to 4% in 2027.",
    "Hungary will miss 3.5% of GDP in 2030, and so, three years later, will Italy.",
]


@pytest.mark.parametrize("sentence", READ)
def test_an_opening_that_says_nothing_of_its_claim_is_left_out(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_would_be_or_is_denied_in_front_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
