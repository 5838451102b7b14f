"""Bounds by side and first digit, painted figures, numbers in parts, periods and sums of years, told quarters, what is
fated to come; and wordings beside them that ask something else. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

BOUNDS = {
    "Spain's deficit will top out at 3% of GDP in 2028.": "balance(ESP, 2028) >= -3",
    "Romania's deficit will bottom out at 5% of GDP in 2028.": "balance(ROU, 2028) <= -5",
    "Italian debt will vault over the 140% of GDP bar in 2028.": "debt_ratio(ITA, 2028) > 140",
    "Ukrainian inflation will be stuck on the wrong side of 8% in 2027.": "inflation(UKR, 2027) >= 8",
    "German growth will be on the wrong side of 1% in 2027.": "growth(DEU, 2027) <= 1",
    "Greek debt will be on the right side of 140% of GDP in 2028.": "debt_ratio(GRC, 2028) <= 140",
    "Belgium's defence outlays will be on the high side of 2% of GDP in 2028.": "core_share(BEL, 2028) > 2",
    "Belgium's defence outlays will be little short of 2% of GDP in 2028.": "core_share(BEL, 2028) < 2",
    "Belgium's defence outlays will be not much above 2% of GDP in 2028.": "core_share(BEL, 2028) about 2",
    "Romania will have every bit of 90,000 soldiers in 2029.": "personnel(ROU, 2029) >= 90000",
    "Sweden will spend 170bn-plus kronor on defence in 2028.": "defence_spending(SWE, 2028, SEK) >= 1.7e11",
    "Romania will have 90,000-odd soldiers in 2029.": "personnel(ROU, 2029) about 90000",
    "Germany's deficit will undershoot 4% of GDP in 2028.": "balance(DEU, 2028) > -4",
    "Russian inflation will have a six in front in 2028.": "inflation(RUS, 2028) between 6 and 7",
    "Russian inflation will begin with an eight in 2028.": "inflation(RUS, 2028) between 8 and 9",
    "Italian growth will carry a one handle in 2028.": "growth(ITA, 2028) between 1 and 2",
    "Unemployment in Germany will be six-point-something per cent in 2028.": "unemployment(DEU, 2028) between 6 and 7",
    "Norway will spend a cool 14 billion dollars on defence in 2028.": "defence_spending(NOR, 2028) about 1.4e10",
    "Norway will spend no less than a full 3% of GDP on defence in 2028.": "core_share(NOR, 2028) >= 3",
    "Belgium spent a derisory 1.2% of GDP on defence in 2023.": "core_share(BEL, 2023) about 1.2",
    "Belgium's debt will rise to a truly frightening 115% of GDP in 2028.": "debt_ratio(BEL, 2028) about 115",
}
NUMBERS = {
    "Latvia will put at least four-point-five per cent of GDP into its army in 2028.": "core_share(LVA, 2028) >= 4.5",
    "Italy's economy will grow by three quarters of one percent in 2028.": "growth(ITA, 2028) about 0.75",
    "Italy's economy will grow by half a percentage point in 2028.": "growth(ITA, 2028) about 0.5",
    "Italy's economy will shrink by one-half percent in 2028.": "growth(ITA, 2028) about -0.5",
    "Unemployment in Italy will rise by two tenths of a point in 2028.": (
        "change(unemployment(ITA, 2028), from 2027, absolute) >= 0.2"
    ),
    "Unemployment in Italy will be above a tenth of the workforce in 2028.": "unemployment(ITA, 2028) > 10",
    "The liquid part of Russia's wealth fund will be worth a couple of trillion roubles in December 2027.": (
        "fund_liquid(RUS, 2027-12) >= 2e12"
    ),
    "Latvia will spend one-twentieth of GDP on defence in 2028.": "core_share(LVA, 2028) >= 5",
    "Latvia will spend one euro in every twenty it earns on defence in 2028.": "core_share(LVA, 2028) >= 5",
    "America will spend more than US$1.2 trillion on defence in 2028.": "defence_spending(USA, 2028) > 1.2e12",
    "America will spend a trillion-and-a-half dollars on defence in 2028.": "defence_spending(USA, 2028) >= 1.5e12",
    "Latvia's defence spending will rise by 3,5% in 2028.": "change(defence_spending(LVA, 2028), from 2027, percent) >= 3.5",
}
YEARS = {
    "Latvia will spend at least 4% of GDP on defence for three years running, starting with 2028.": (
        "each(core_share(LVA), 2028..2030) >= 4"
    ),
    "Latvia will spend at least 4% of GDP on defence over the 2028-31 budget period.": (
        "each(core_share(LVA), 2028..2031) >= 4"
    ),
    "Latvia will spend at least 4% of GDP on defence throughout the period from 2028 to 2031.": (
        "each(core_share(LVA), 2028..2031) >= 4"
    ),
    "Latvia will spend at least 4% of GDP on defence in all four fiscal years from 2028 to 2031.": (
        "each(core_share(LVA), 2028..2031) >= 4"
    ),
    "Latvia will spend at least 4% of GDP on defence from 2028 right through to 2031.": (
        "each(core_share(LVA), 2028..2031) >= 4"
    ),
    "Latvia will spend at least 4% of GDP on defence from 2028 to 2031 without interruption.": (
        "each(core_share(LVA), 2028..2031) >= 4"
    ),
    "Poland will spend 250 billion euros on defence cumulatively between 2027 and 2031.": (
        "sum(defence_spending(POL, EUR), 2027..2031) >= 2.5e11"
    ),
    "Poland will spend 250 billion euros on defence in aggregate over the half-decade from 2027 to 2031.": (
        "sum(defence_spending(POL, EUR), 2027..2031) >= 2.5e11"
    ),
    "Italian GDP will grow at an average annual clip of 1% from 2027 to 2029.": "mean(growth(ITA), 2027..2029) about 1",
    "Italian GDP will grow by 1% a year on a three-year average, 2027 to 2029.": "mean(growth(ITA), 2027..2029) about 1",
    "In not a single year of the 2027-30 period will Greek debt be below 120% of GDP.": (
        "not any(debt_ratio(GRC), 2027..2030) < 120"
    ),
    "Greek debt will never once fall below 120% of GDP between 2027 and 2030.": (
        "not any(debt_ratio(GRC), 2027..2030) < 120"
    ),
    "Somewhere between 2027 and 2030, Italy's economy will shrink.": "any(growth(ITA), 2027..2030) < 0",
    "Latvia will spend at least 4% of GDP on defence all through 2028.": "core_share(LVA, 2028) >= 4",
    "There will be a truce in Ukraine by Armistice Day this year.": "happens(ceasefire, UKR, by 2026-11)",
    "There will be a truce in Ukraine by the end of next month.": "happens(ceasefire, UKR, by 2026-04)",
    "There will be a truce in Ukraine late in 2027.": "happens(ceasefire, UKR, by 2027-12)",
    "There will be a truce in Ukraine in twenty twenty-eight.": "happens(ceasefire, UKR, 2028)",
}
TOLD = {
    "Germany's fourth-quarter GDP was 0.4% up on the year.": "growth(DEU, 2025-Q4) about 0.4",
    "Germany's GDP grew by 0.4% on the year in the fourth quarter.": "growth(DEU, 2025-Q4) about 0.4",
    "Russia's November inflation was 6.6%.": "inflation(RUS, 2025-11) about 6.6",
    "Consumer prices in Ukraine were 8% dearer in December than a year earlier.": "inflation(UKR, 2025-12) about 8",
    "A year ago, the Bank of Russia's key rate was 21%.": "policy_rate(RUS, 2025-03) about 21",
    "Italy's economy put on a measly 0.7% in 2024.": "growth(ITA, 2024) about 0.7",
}
AHEAD = {
    "Belgium's debt is destined to pass 110% of GDP.": "debt_ratio(BEL, by 2030-12, default) >= 110",
    "Belgium's debt is about to exceed 110% of GDP.": "debt_ratio(BEL, by 2030-12, default) > 110",
    "Belgium's debt is heading inexorably beyond 110% of GDP.": "debt_ratio(BEL, by 2030-12, default) > 110",
    "Belgium's debt threatens to pass 110% of GDP.": "debt_ratio(BEL, by 2030-12, default) >= 110",
    "Italian growth will be above 1% in 2028, deficit hawks notwithstanding.": "growth(ITA, 2028) > 1",
    "Italian growth will be above 1% in 2028 despite pressure from markets.": "growth(ITA, 2028) > 1",
}
READ = BOUNDS | NUMBERS | YEARS | TOLD | AHEAD
REFUSED = (
    "Italy's debt will begin with a six in 2028.",
    "The Bank of Russia's key rate will begin with a one in 2028.",
    "The Bank of Russia's key rate will be on the wrong side of 13% in 2028.",
    "Norway will spend a further 3% of GDP on defence in 2028.",
    "Norway will spend a disputed 3% of GDP on defence in 2028.",
    "Norway's economy will grow by a per-capita 2% in 2028.",
    "Norway will intermittently spend 3% of GDP on defence in 2028.",
    "Norway will hopefully spend 3% of GDP on defence in 2028.",
    "Denmark will put a tenth of its workforce into the army in 2028.",
    "Russian inflation will be 15% cumulatively from 2027 to 2029.",
    "Latvia will spend at least 4% of GDP on defence over the three-year period 2028-2031.",
    "Latvia will spend at least 4% of GDP on defence in any given year between 2028 and 2031.",
    "Italian GDP will grow by 1% on a three-year average in 2028.",
    "Food prices in Ukraine were 8% dearer in December than a year earlier.",
    "March inflation in Russia was 6%.",
    "Italian growth will be above 1% in 2028, despite a recession in Germany.",
    "There will be a truce in Ukraine sooner or later.",
    "There will be a truce in Ukraine by next Victory Day.",
)


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_bounds_numbers_and_periods_are_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_stands_beside_them_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
