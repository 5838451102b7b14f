"""Verbs of standing at and moving by, bounds on either side of a figure, spellings of numbers and money. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # verbs that say no more than "is"
    "Croatia's defence spending made up 2.1% of GDP in 2025.": "core_share(HRV, 2025) about 2.1",
    "Croatia's defence spending took up 2.1% of GDP in 2025.": "core_share(HRV, 2025) about 2.1",
    "Croatia's defence spending added up to 2.1% of GDP in 2025.": "core_share(HRV, 2025) about 2.1",
    "Belgium's public debt was the equivalent of 107% of GDP in 2025.": "debt_ratio(BEL, 2025) about 107",
    "Belgium's public debt will constitute 109% of GDP in 2027.": "debt_ratio(BEL, 2027) about 109",
    "Belgium was saddled with public debt of 107% of GDP in 2025.": "debt_ratio(BEL, 2025) about 107",
    "Slovakia racked up a budget deficit of 5% of GDP in 2025.": "balance(SVK, 2025) about -5",
    "The Portuguese economy eked out growth of 1.9% in 2025.": "growth(PRT, 2025) about 1.9",
    "The Bank of Russia left its key rate at 15% in January 2026.": "policy_rate(RUS, 2026-01) about 15",
    "Greece fielded 110,000 troops in 2025.": "personnel(GRC, 2025) about 110000",
    "Denmark sank 9 billion euros into defence in 2025.": "defence_spending(DNK, 2025, EUR) about 9e9",
}

READ |= {  # how far
    "Denmark's defence spending leapt 31% in 2025.": "change(defence_spending(DNK, 2025), from 2024, percent) about 31",
    "Denmark's defence spending shed 4% in 2025.": "change(defence_spending(DNK, 2025), from 2024, percent) about -4",
    "Denmark raised its defence spending 31% in 2025.": "change(defence_spending(DNK, 2025), from 2024, percent) about 31",
    "Denmark's defence spending rose 31% in 2025 over 2024.": "change(defence_spending(DNK, 2025), from 2024, percent) about 31",
    "Norway's defence spending increased 1.8 times between 2020 and 2025.": "change(defence_spending(NOR, 2025), from 2020, multiple) about 1.8",
    "Norway's defence spending grew 1.8-fold from 2020 to 2025.": "change(defence_spending(NOR, 2025), from 2020, multiple) about 1.8",
    "Norway's defence spending rose by a factor of three between 2010 and 2025.": "change(defence_spending(NOR, 2025), from 2010, multiple) about 3",
    "Norway's defence spending in 2025 was more than twice its 2020 level.": "change(defence_spending(NOR, 2025), from 2020, multiple) > 2",
    "Norway's defence spending in 2025 was 70% above its 2020 level.": "change(defence_spending(NOR, 2025), from 2020, percent) about 70",
    "Norway's defence spending will be half as high again in 2030 as in 2025.": "change(defence_spending(NOR, 2030), from 2025, multiple) >= 1.5",
    "Slovakia's budget deficit widened by one percentage point of GDP in 2025.": "change(balance(SVK, 2025), from 2024, absolute) about -1",
    "Spain's growth will be weaker in 2028 than in 2027.": "growth(ESP, 2028) < growth(ESP, 2027)",
    "Spain's economy will slow in 2028.": "growth(ESP, 2028) < growth(ESP, 2027)",
    "Spain's growth will be stronger than Portugal's in 2028.": "growth(ESP, 2028) > growth(PRT, 2028)",
    "Spain's economy will outpace Portugal's in growth in 2028.": "growth(ESP, 2028) > growth(PRT, 2028)",
    "Spain's defence spending will grow faster than Portugal's in 2028.": "change(defence_spending(ESP, 2028), from 2027, percent) > change(defence_spending(PRT, 2028), from 2027, percent)",
}

READ |= {  # bounds
    "Bulgaria will spend 2.5% of GDP on defence in 2028, or less.": "core_share(BGR, 2028) <= 2.5",
    "Russian inflation will be 7%, or more, in December 2027.": "inflation(RUS, 2027-12) >= 7",
    "Russian inflation will be 7%, at a maximum, in December 2027.": "inflation(RUS, 2027-12) <= 7",
    "Bulgaria will spend more or less 2.5% of GDP on defence in 2028.": "core_share(BGR, 2028) about 2.5",
    "Bulgaria will spend on the order of 2.5% of GDP on defence in 2028.": "core_share(BGR, 2028) about 2.5",
    "Bulgaria will spend 2.5%-plus of GDP on defence in 2028.": "core_share(BGR, 2028) >= 2.5",
    "Portugal's public debt was 95% of GDP and change in 2025.": "debt_ratio(PRT, 2025) > 95",
    "Portugal's public debt broke through 95% of GDP in 2025.": "debt_ratio(PRT, 2025) > 95",
    "Portugal's public debt was a fraction under 95% of GDP in 2025.": "debt_ratio(PRT, 2025) < 95",
    "Greece will have 120,000 troops or fewer in 2029.": "personnel(GRC, 2029) <= 120000",
    "Greece will have 120,000 soldiers but no more in 2029.": "personnel(GRC, 2029) <= 120000",
    "Slovakia's budget deficit will be limited to 4% of GDP in 2028.": "balance(SVK, 2028) >= -4",
}

READ |= {  # numbers
    "Poland will spend 210 bn zł on defence in 2027.": "defence_spending(POL, 2027, PLN) >= 2.1e11",
    "America will spend $1.1T on defence in 2028.": "defence_spending(USA, 2028) >= 1.1e12",
    "The European allies will spend three quarters of a trillion euros on defence in 2029.": "defence_spending(EUROPE, 2029, EUR) >= 7.5e11",
    "Hungary will spend HUF 2 trillion on defence in 2027.": "defence_spending(HUN, 2027, HUF) >= 2e12",
    "Slovenia will spend 2 1/2 percent of GDP on defence in 2028.": "core_share(SVN, 2028) >= 2.5",
    "Greece's public debt was 1.46 times GDP in 2025.": "debt_ratio(GRC, 2025) about 146",
    "Urals crude will cost $52/bbl in December 2027.": "oil_price(RUS, 2027-12) about 52",
    "Turkey will have a quarter of a million troops in 2028.": "personnel(TUR, 2028) >= 250000",
    "Greece will have 110-120,000 troops in 2028.": "personnel(GRC, 2028) between 110000 and 120000",
}

READ |= {  # on the year before, between two months, off a rate, from one level to another
    "Russia's oil and gas revenue fell 11% in 2023 from a year earlier.": "change(oil_gas_revenue(RUS, 2023), from 2022, percent) about -11",
    "Russia's oil and gas revenue saw an 11% fall in 2023 from a year earlier.": "change(oil_gas_revenue(RUS, 2023), from 2022, percent) about -11",
    "Denmark's defence spending will be 9% higher in 2028 than a year earlier.": "change(defence_spending(DNK, 2028), from 2027, percent) >= 9",
    "Denmark's defence spending rose 9% in 2025 over the prior year.": "change(defence_spending(DNK, 2025), from 2024, percent) about 9",
    "Denmark's defence spending rose 9% year over year in 2025.": "change(defence_spending(DNK, 2025), from 2024, percent) about 9",
    "Denmark's defence spending will be up by a fifth in 2028.": "change(defence_spending(DNK, 2028), from 2027, percent) >= 20",
    "Denmark's defence spending will undergo a 9% cut in 2028.": "change(defence_spending(DNK, 2028), from 2027, percent) <= -9",
    "Denmark will lift its defence spending by half between 2025 and 2029.": "change(defence_spending(DNK, 2029), from 2025, percent) >= 50",
    "Denmark will raise its defence spending by a total of 40% between 2025 and 2029.": "change(defence_spending(DNK, 2029), from 2025, percent) >= 40",
    "The Bank of Russia will lop 3 points off its key rate in 2027.": "change(policy_rate(RUS, by 2027-12), from 2026-12, absolute) <= -3",
    "The Bank of Russia will shave three points off the key rate between June 2026 and June 2027.": "change(policy_rate(RUS, 2027-06), from 2026-06, absolute) <= -3",
    "Portugal will ratchet up defence spending from 2% of GDP in 2025 to 2.8% in 2029.": "core_share(PRT, 2029) >= 2.8",
    "Portugal will nudge defence spending from 2% of GDP in 2025 to 2.8% in 2029.": "core_share(PRT, 2029) >= 2.8",
    "Portugal will dial down defence spending from 2% of GDP in 2025 to 1.8% in 2029.": "core_share(PRT, 2029) <= 1.8",
    "Portugal's economy should grow by 2% in 2028.": "growth(PRT, 2028) about 2",
    "Portugal's economy will grow by 2% in 2028, the minister said, quoted by Lusa.": "growth(PRT, 2028) about 2",
}

READ |= {  # ranges, and near a figure
    "Russian inflation will be within a corridor of 4-5% in December 2027.": "inflation(RUS, 2027-12) between 4 and 5",
    "Russian inflation will be inside a 4-5% band in December 2027.": "inflation(RUS, 2027-12) between 4 and 5",
    "Russian inflation will be not below 4 and not above 5% in December 2027.": "inflation(RUS, 2027-12) between 4 and 5",
    "Russian inflation will be neither below 4 nor above 5% in December 2027.": "inflation(RUS, 2027-12) between 4 and 5",
    "Russian inflation will be from 4% up to 5% in December 2027.": "inflation(RUS, 2027-12) between 4 and 5",
    "Urals crude will average $42 at the low end and $58 at the high end in 2027.": "oil_price(RUS, 2027) between 42 and 58",
    "Hungary will have no fewer than 30,000 and no more than 40,000 soldiers in 2028.": "personnel(HUN, 2028) between 30000 and 40000",
    "Portugal's growth will be 3% at best and 2% at worst in 2028.": "growth(PRT, 2028) between 2 and 3",
    "Bulgaria's defence spending will be as good as 3% of GDP in 2028.": "core_share(BGR, 2028) about 3",
    "Bulgaria's defence spending will not be far off 3% of GDP in 2028.": "core_share(BGR, 2028) about 3",
    "Bulgaria's defence spending will approach 3% of GDP in 2028.": "core_share(BGR, 2028) about 3",
    "Bulgaria's defence spending will be less than or equal to 3% of GDP in 2028.": "core_share(BGR, 2028) <= 3",
    "Bulgaria's defence spending will be 3% of GDP at the upper limit in 2028.": "core_share(BGR, 2028) <= 3",
    "Bulgaria's defence spending will be 3% of GDP at the minimum in 2028.": "core_share(BGR, 2028) >= 3",
    "Bulgaria's defence spending will be kept to 3% of GDP in 2028.": "core_share(BGR, 2028) <= 3",
}

REFUSED = {
    "decided upon": "Denmark's defence spending should rise by 9% in 2028 compared with 2027.",
    "no year of its own": "Denmark's defence spending will double from a year earlier.",
    "what did not come": "Portugal's public debt might have been 110% of GDP at the end of 2025.",
    "outside a range": "Russian inflation will be outside a range of 4 to 5% in December 2027.",
    "either side of a range": "Russian inflation will be below 4 or above 5% in December 2027.",
    "bounds of two": "Russian inflation will be above 4 and the key rate below 12% in December 2027.",
    "near a target": "Russian inflation will come within 2-3 points of the target in December 2027.",
    "others pushed": "Portugal will push its allies up to 3% of GDP on defence in 2028.",
    "for a while, no change": "The key rate in Russia will be above 12% between June 2026 and June 2027.",
    "how often": "The Bank of Russia raised its key rate four times in 2024.",
    "a part of the budget": "Croatia's defence spending made up 8% of the state budget in 2025.",
    "soldiers elsewhere": "Poland fielded 12,000 troops in Lithuania in 2025.",
    "another's economy": "Italy's debt was 1.4 times Germany's GDP in 2025.",
    "a deficit of trade": "Romania reported a trade deficit of 7% of GDP in 2025.",
    "debts of households": "Belgium was saddled with household debt of 58% of GDP in 2025.",
    "no base in years": "Sweden's defence spending in 2025 was 40% below target.",
    "per head": "Sweden's defence spending per head rose 2.5 times between 2021 and 2025.",
    "another growth": "Wage growth in Russia will be stronger in 2027 than in 2026.",
    "against prices": "Germany's defence spending will grow faster than inflation in 2027.",
    "how fast it falls": "Germany's defence spending will fall faster than Italy's in 2027.",
    "a bound left open": "Bulgaria will spend 2.5% of GDP on defence in 2028, or a little less.",
    "not the wealth of nations": "Germany's arms exports increased 2.5 times between 2021 and 2025.",
}


@pytest.mark.parametrize("sentence", READ)
def test_a_usual_wording_is_read(sentence: str) -> None:
    assert asked(sentence)[:1] == [READ[sentence]]


@pytest.mark.parametrize("kind", REFUSED)
def test_its_neighbour_is_refused(kind: str) -> None:
    assert asked(REFUSED[kind]) == []
