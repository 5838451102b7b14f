"""A claim said again of others, a figure in front of its claim or its rank, what was planned, a year in which, the
three-per-cent rule, the end of a term. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Norway will spend 3% of GDP on defence in 2027, and so will Sweden.": "and(core_share(NOR, 2027) >= 3, core_share(SWE, 2027) >= 3)",
    "Hungary will leave NATO by 2030, and Slovakia will do the same.": (
        "and(happens(ally_exit, HUN, by 2030-12), happens(ally_exit, SVK, by 2030-12))"
    ),
    "Spain will miss the 3.5% target in 2035, and so will Italy.": "and(core_share(ESP, 2035) < 3.5, core_share(ITA, 2035) < 3.5)",
    "Estonia spent more than 3% of GDP on defence in 2025, and so did Latvia.": "and(core_share(EST, 2025) > 3, core_share(LVA, 2025) > 3)",
    "Portugal will fall short of 3% in 2029 and Belgium will too.": "and(core_share(PRT, 2029) < 3, core_share(BEL, 2029) < 3)",
    "Hungary's deficit will exceed 4% of GDP in 2026, as will Romania's.": "and(balance(HUN, 2026) < -4, balance(ROU, 2026) < -4)",
    "Germany will leave NATO by 2030, and so will France.": (
        "and(happens(ally_exit, DEU, by 2030-12), happens(ally_exit, FRA, by 2030-12))"
    ),
    "2% of GDP: that is what Spain will spend on defence in 2027.": "core_share(ESP, 2027) >= 2",
    "At least 3% of GDP: that's what the Dutch will devote to defence in 2030.": "core_share(NLD, 2030) >= 3",
    "117% of GDP: that is where French debt will stand in 2026.": "debt_ratio(FRA, 2026) about 117",
    "Minus 5% of GDP: that is the deficit that France will run in 2026.": "balance(FRA, 2026) about -5",
    "Danish defence spending rose by 30% between 2023 and 2024.": "change(defence_spending(DNK, 2024), from 2023, percent) about 30",
    "German defence grew by a quarter between 2023 and 2024.": "change(defence_spending(DEU, 2024), from 2023, percent) about 25",
    "Danish defence spending will stay above 3% of GDP between 2026 and 2027.": "each(core_share(DNK), 2026..2027) > 3",
    "At 1.3% of GDP, Spain's military outlays in 2024 were the lowest in NATO.": "core_share(ESP, 2024) about 1.3; core_share(ESP, 2024) lowest of ALLIES",
    "At 4.1%, Estonia's inflation was the highest in the euro area in 2025.": "inflation(EST, 2025) about 4.1; inflation(EST, 2025) highest of EURO_AREA",
    "At 4.7% of GDP, Polish defence spending will be the highest in NATO in 2026.": "core_share(POL, 2026) about 4.7; core_share(POL, 2026) highest of ALLIES",
    "Italy's deficit will be 3.1% of GDP in 2026 instead of the 2.8 pencilled in last autumn.": "balance(ITA, 2026) about -3.1",
    "Germany's economy will grow by 0.9% in 2026 rather than the 1.3 that the institutes had forecast.": "growth(DEU, 2026) about 0.9",
    "Between 2026 and 2030 there will be a year in which Romania's deficit is below 3% of GDP.": (
        "any(balance(ROU), 2026..2030) > -3"
    ),
    "There may be a year or two between 2026 and 2030 when Spanish defence spending falls below 2% of GDP.": (
        "any(core_share(ESP), 2026..2030) < 2"
    ),
    "Eleven EU states broke the 3 per cent limit in 2024.": "count(EU: balance(2024) < -3) == 11",
    "Italy will comply with the three-per-cent rule in 2026.": "balance(ITA, 2026) >= -3",
    "Italy will meet the 3% deficit rule in 2026.": "balance(ITA, 2026) >= -3",
    "The US will withdraw from Nato before Trump's second term is up.": "happens(ally_exit, USA, by 2029-01)",
    "Norway, its generals insist, will spend 3.3% of GDP on defence in 2027.": "core_share(NOR, 2027) >= 3.3",
    "Poland will spend 6% of GDP on defence by 2030, a former deputy minister estimates.": "core_share(POL, by 2030-12) >= 6",
    "Nato: Rome lingers at 1.6pc while Vilnius heads for 5.5pc in 2028": (
        "core_share(ITA, latest) about 1.6; core_share(LTU, 2028) >= 5.5"
    ),
    "Denmark spends 3.2% of GDP on its military, more than Germany, France or Italy.": (
        "core_share(DNK, latest) about 3.2; core_share(DNK, latest) > core_share(DEU, latest); "
        "core_share(DNK, latest) > core_share(FRA, latest); core_share(DNK, latest) > core_share(ITA, latest)"
    ),
    "Greek debt stood at 154% in 2024 and the ratio will fall to 140% by 2027.": (
        "debt_ratio(GRC, 2024) about 154; debt_ratio(GRC, by 2027-12) about 140"
    ),
    "The 32 will have spent 1.6 trillion dollars on defence by New Year's Eve.": (
        "defence_spending(NATO, by 2026-12) >= 1.6e12"
    ),
    "The Danish fiscal council forecasts a surplus of 1% of GDP in 2027.": "balance(DNK, 2027) about 1",
    "Four years after the speech was given, readiness is worse: German defence grew by a quarter between 2023 and 2024.": (
        "change(defence_spending(DEU, 2024), from 2023, percent) about 25"
    ),
}
REFUSED = [
    "Four years after the war, one thing is sure: Russia will attack NATO.",
    "Poland will have spent 480 billion zlotys on defence by the end of 2028.",
    "Spain will spend 2% of GDP in 2027 as Italy did in 2024.",
    "Italy's debt will keep growing; the ratio of soldiers to civilians will reach 2% in 2027.",
    "At 135% of GDP, Italian debt was not the highest in the euro area in 2025.",
    "At 5% of GDP, France's deficit would be the highest in the euro area in 2027.",
    "Between 2026 and 2029 there will be only one year in which Russia's economy grows.",
    "There will be years in which Canadian defence spending is under 2% of GDP.",
    "Germany will breach the 2 per cent rule in 2027.",
    "The central bank will keep to its 3 per cent rule for inflation in 2027.",
    "Britain will spend 3% of GDP on defence before this parliament is over.",
    "Poland will spend 6% of GDP on defence by 2030, a former government target.",
    "Banks will write off Italian debt of 2% of GDP in 2027.",
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
    assert set(asked(sentence)) == set(question.split("; "))


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
