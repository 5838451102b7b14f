"""Claims beside the one that a sentence makes: what it was before, the change on the year, the rank, the years in a row,
the members named."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

FURTHER = {
    "Belgium spent 2% of GDP on defence in 2025, up from 1.3% in 2024.": [
        "core_share(BEL, 2025) about 2",
        "core_share(BEL, 2024) about 1.3",
    ],
    "Croatia's debt will fall to 55% of GDP by 2029, against 57% now.": [
        "debt_ratio(HRV, by 2029-12) about 55",
        "debt_ratio(HRV, latest) about 57",
    ],
    "Urals crude cost 52 dollars a barrel in January, down from 58 a month earlier.": [
        "oil_price(RUS, 2026-01) about 52",
        "oil_price(RUS, 2025-12) about 58",
    ],
    "Eleven allies met the 2% target in 2023, against seven the year before and six in 2021.": [
        "count(ALLIES: core_share(2023) >= 2) == 11",
        "count(ALLIES: core_share(2022) >= 2) == 7",
        "count(ALLIES: core_share(2021) >= 2) == 6",
    ],
    "Russia's oil and gas revenues came to 8.5 trillion roubles in 2025, down 24% on the year.": [
        "oil_gas_revenue(RUS, 2025) about 8.5e12",
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -24",
    ],
    "Hungary's deficit came to 5% of GDP in 2025, the widest in the European Union.": [
        "balance(HUN, 2025) about -5",
        "balance(HUN, 2025) lowest of EU",
    ],
    "Greece spent 3% of GDP on defence in 2024, the highest share in the alliance after Poland.": [
        "core_share(GRC, 2024) about 3"  # another rank
    ],
    "Germany's economy shrank for a second consecutive year in 2024.": [
        "growth(DEU, 2024) < 0",
        "each(growth(DEU), 2023..2024) < 0",
    ],
    "At least three allies, among them Spain and Italy, will be below 2% of GDP in 2027.": [
        "count(ALLIES: core_share(2027) < 2) >= 3",
        "core_share(ESP, 2027) < 2",
        "core_share(ITA, 2027) < 2",
    ],
    "Inflation in Russia was 5.6% at the end of 2025, against 9.5% at the end of 2024.": [
        "inflation(RUS, by 2025-12) about 5.6",
        "inflation(RUS, by 2024-12) about 9.5",
    ],
    "Slovenia, which spent 1.4% of GDP on defence in 2024, will spend 3% in 2030.": [
        "core_share(SVN, 2030) >= 3",
        "core_share(SVN, 2024) about 1.4",
    ],
    "Belgian growth will not exceed 1% in 2026, after 1.1% in 2025.": [
        "growth(BEL, 2026) <= 1",
        "growth(BEL, 2025) about 1.1",
    ],
    "If there is a ceasefire in 2026, nine allies, among them Greece, will spend more than 3.5% of GDP in 2028.": [
        "count(ALLIES: core_share(2028) > 3.5) >= 9 given happens(ceasefire, UKR, 2026)",
        "core_share(GRC, 2028) > 3.5 given happens(ceasefire, UKR, 2026)",
    ],
    "Norway's surplus will be 10% of GDP in 2026, the largest in the alliance.": [
        "balance(NOR, 2026) about 10",  # the rank may be that of today
    ],
    "Estonia will spend 2.4 billion euros on defence in 2026 (5.4% of GDP).": [
        "defence_spending(EST, 2026, EUR) >= 2.4e9",
        "core_share(EST, 2026) about 5.4",
    ],
    "Greece's growth will be 2% this year, 1.8% next year and 1.5% in 2028.": [
        "growth(GRC, 2026) about 2",
        "growth(GRC, 2027) about 1.8",
        "growth(GRC, 2028) about 1.5",
    ],
    "Norway will spend 3.2% of GDP on defence next year, Denmark 3.3% and Sweden 2.9%.": [
        "core_share(NOR, 2027) >= 3.2",
        "core_share(DNK, 2027) >= 3.3",
        "core_share(SWE, 2027) >= 2.9",
    ],
    "Germany will spend 108 billion euros on defence in 2026 and about 117 billion in 2027.": [
        "defence_spending(DEU, 2026, EUR) >= 1.08e11",
        "defence_spending(DEU, 2027, EUR) about 1.17e11",
    ],
    "Norway will spend 3.3% of GDP on defence in 2026 and Denmark 3.2% in 2027.": [
        "core_share(NOR, 2026) >= 3.3",
        "core_share(DNK, 2027) >= 3.2",
    ],
    "Spain will reach 3% of GDP on defence by 2030 and Portugal by 2032.": [
        "core_share(ESP, by 2030-12) >= 3",
        "core_share(PRT, by 2032-12) >= 3",
    ],
    "Slovakia could leave NATO by 2031, Hungary by 2029.": [
        "happens(ally_exit, SVK, by 2031-12)",
        "happens(ally_exit, HUN, by 2029-12)",
    ],
    "Italy's ten-year yield will be lower in 2027 than France's or, for that matter, Britain's.": [
        "bond_yield(ITA, 2027) < bond_yield(FRA, 2027)",
        "bond_yield(ITA, 2027) < bond_yield(GBR, 2027)",
    ],
    "Hungary could quit the alliance by 2030 and the European Union by 2032.": [],
    "If Slovakia leaves NATO by 2028, Hungary will follow by 2030.": [
        "happens(ally_exit, HUN, by 2030-12) given happens(ally_exit, SVK, by 2028-12)"
    ],
    "If America leaves NATO by 2029, Slovakia will follow Serbia by 2031.": [],
    "France will run a deficit of 5.1% of GDP in 2026, wider than Spain's 2.8%.": [],
    "The bank cut its forecast for Russian growth in 2026 to 0.9% from 1.3% in April.": [
        "growth(RUS, 2026) about 0.9"  # what a forecast was before is no figure
    ],
    "The budget plans for a deficit of 3% of GDP in Belgium in 2026, against the 4% first planned.": [
        "balance(BEL, 2026) about -3"
    ],
}


@pytest.mark.parametrize("sentence", FURTHER)
def test_what_stands_beside_a_claim_is_asked_too(sentence: str) -> None:
    assert asked(sentence) == FURTHER[sentence]
