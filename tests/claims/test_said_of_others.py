"""A claim said again of others, a figure in front of what it is one of, a line of a budget. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Spain will miss the 3.5% target in 2035, and so will Italy.": "and(core_share(ESP, 2035) < 3.5, core_share(ITA, 2035) < 3.5)",
    "Estonia spent more than 3% of GDP on defence in 2025, and so did Latvia.": "and(core_share(EST, 2025) > 3, core_share(LVA, 2025) > 3)",
    "Portugal will fall short of 3% in 2029 and Belgium will too.": "and(core_share(PRT, 2029) < 3, core_share(BEL, 2029) < 3)",
    "Hungary's deficit will exceed 4% of GDP in 2026, as will Romania's.": "and(balance(HUN, 2026) < -4, balance(ROU, 2026) < -4)",
    "Germany will leave NATO by 2030, and so will France.": (
        "and(happens(ally_exit, DEU, by 2030-12), happens(ally_exit, FRA, by 2030-12))"
    ),
    "2% of GDP: that is what Spain will spend on defence in 2027.": "core_share(ESP, 2027) about 2",
    "At least 3% of GDP: that's what the Dutch will devote to defence in 2030.": "core_share(NLD, 2030) >= 3",
    "117% of GDP: that is where French debt will stand in 2026.": "debt_ratio(FRA, 2026) about 117",
    "Minus 5% of GDP: that is the deficit that France will run in 2026.": "balance(FRA, 2026) about -5",
    "Danish defence spending rose by 30% between 2023 and 2024.": "change(defence_spending(DNK, 2024), from 2023, percent) about 30",
    "German defence grew by a quarter between 2023 and 2024.": "change(defence_spending(DEU, 2024), from 2023, percent) about 25",
    "Danish defence spending will stay above 3% of GDP between 2026 and 2027.": "each(core_share(DNK), 2026..2027) > 3",
}
REFUSED = [
    "Spain will spend 2% of GDP on defence in 2027, and so will Italy in 2029.",
    "Spain will spend 2% of GDP on defence in 2030, and so will save 8 billion euros.",
    "Spain will come close to 3% in 2029, Italy will miss it, and so will Portugal.",
    "Poland will spend more on defence than Italy in 2027, and so will Turkey.",
    "2% of GDP: that is what Spain should spend on defence in 2027.",
    "2% of GDP: that is what Spain would have to spend on defence in 2027.",
    "2% of GDP: that is what Spain spent on welfare in 2024.",
    "The German defence industry grew by a fifth between 2023 and 2024.",
    "German defence grew more assertive between 2023 and 2024.",
    "Support for German defence grew by a fifth between 2023 and 2024.",
]


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_what_is_asked(sentence: str, question: str) -> None:
    assert set(asked(sentence)) == {question}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
