"""Levels that move, sizes and what stands behind a comparison: read with the claim, or refused. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

REFUSED = (
    "With Brent at forty, Russia will be in recession by 2028.",
    "Households in Russia expect prices to rise by 12% in 2027.",
    "Riga sees no attack on NATO before 2030.",
    "Six points of Italian debt by 2031.",
    "Norway won't do one per cent this year.",
    "Poland will spend more on defence in 2030 than Romania, Hungary and Greece did in 2025.",
    "Dutch allocations rose to 30 billion euros in 2025.",
    "Oh yes, Italy will spend 3% of GDP on defence by 2029, as soon as donkeys fly.",
    "Norway will have 20,000 more soldiers by 2030, the minister says. They'll get half that.",
    "The war in Ukraine will not stop in 2026.",
    "Portugal's sub-2% inflation will rise in 2027.",
    "Greece's deficit, at over 4% of GDP, should narrow in 2026.",
    "Denmark's defence share of more than 3% is expected to decline in 2028.",
    "Turkey's double-digit inflation will recede in 2026.",
    "France's debt, already above 110% of GDP, is set to swell in 2027.",
    "Bulgaria's deficit will be narrowed, not eliminated, by 2028.",
    "The war in Ukraine will wind down, not stop, in 2026.",
    "Romania's inflation will ease but not collapse in 2026.",
    "Turkey has quit NATO.",
    "Latvia has slid into recession.",
    "America has begun to withdraw troops from Europe.",
    "Latvia will outspend Lithuania on defence in 2028, soldier for soldier.",
    "Sweden will spend 3% of GDP on defence in 2027, civil defence left out.",
    "Romania's deficit will be larger than Poland's in 2026 in cash.",
    "Turkey will almost leap past Italy in defence spending in 2029.",
    "A twentieth of Greece's GDP will go on debt in 2027.",
    "In not a single year from 2027 to 2029 will Poland's economy not grow.",
)

READ = {
    "By 2030 Poland's military spending will exceed those of Romania, Hungary and Greece added up.": (
        "defence_spending(POL, by 2030-12) > defence_spending(ROU+HUN+GRC, by 2030-12)"
    ),
    "Poland will spend more on defence in 2030 than Romania and Greece rolled into one.": (
        "defence_spending(POL, 2030) > defence_spending(ROU+GRC, 2030)"
    ),
    "Adjusted for prices, Norway's defence spending will rise by 5% in 2026.": (
        "change(defence_spending(NOR, 2026), from 2025, percent, real) >= 5"
    ),
    "By the end of 2028 Moscow will be scraping the bottom of its economic toolbox.": (
        "happens(tools_near_limits, RUS, by 2028-12)"
    ),
    "Trump's America will have begun to withdraw troops from Europe by the time the next president is sworn in.": (
        "happens(us_drawdown, by 2029-01)"
    ),
    "Greece's defence budget will be up to a quarter larger in 2028 than in 2026.": "change(defence_spending(GRC, 2028), from 2026, percent) <= 25",
    "Norway's defence spending will be up to a tenth lower in 2028 than in 2026.": "change(defence_spending(NOR, 2028), from 2026, percent) >= -10",
    "The Bank of Russia's key rate is heading for 11% by the end of 2027.": "policy_rate(RUS, by 2027-12) about 11",
    "Portugal's inflation will rise to 3% in 2027.": "inflation(PRT, 2027) about 3",
    "Greece's deficit will narrow to 1% of GDP in 2026.": "balance(GRC, 2026) about -1",
    "France's debt, already above 110% of GDP, is set to swell to 120% in 2027.": "debt_ratio(FRA, 2027) about 120",
    "Latvia will slide into recession in 2026.": "happens(recession, LVA, 2026)",
    "Latvia will outspend Lithuania on defence in 2028.": "defence_spending(LVA, 2028) > defence_spending(LTU, 2028)",
    "Turkey will leap past Italy in defence spending in 2029.": "defence_spending(TUR, 2029) > defence_spending(ITA, 2029)",
    "Romania's deficit will be larger than Poland's in 2026.": "balance(ROU, 2026) < balance(POL, 2026)",
    "Greece's debt will be 140% of GDP in 2027.": "debt_ratio(GRC, 2027) about 140",
    "Greece's defence budget will be a quarter larger in 2028 than in 2026.": "change(defence_spending(GRC, 2028), from 2026, percent) >= 25",
    "Russia's key rate will go down to 12% by the end of 2026.": "policy_rate(RUS, by 2026-12) <= 12",
    "America will have begun to withdraw troops from Europe by 2027.": "happens(us_drawdown, by 2027-12)",
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_another_claim_is_refused(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", READ)
def test_it_is_read(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]
