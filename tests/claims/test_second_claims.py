"""Two claims in one sentence: the second is completed from the first and asked too, or it stays set aside. Own sentences,
in the manner of newspapers."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ: dict[str, tuple[str, ...]] = {
    "The Dutch economy grew by 1.9 percent last year and Belgium's by a mere 0.4 percent.": (
        "growth(NLD, 2025) about 1.9",
        "growth(BEL, 2025) about 0.4",
    ),
    "By 2030 Poland's defence budget will exceed those of Romania, Hungary and Greece combined.": (
        "defence_spending(POL, by 2030-12) > defence_spending(ROU+HUN+GRC, by 2030-12)",
    ),
    "Greek growth will be 2% in 2026 and a bit lower, 1.8%, in 2027.": (
        "growth(GRC, 2026) about 2",
        "growth(GRC, 2027) about 1.8",
    ),
    "Finland will grow by 1% in 2026, less than Sweden.": (
        "growth(FIN, 2026) about 1",
        "growth(FIN, 2026) < growth(SWE, 2026)",
    ),
    "Germany's economy will grow by 1% in 2026, faster than France.": (
        "growth(DEU, 2026) about 1",
        "growth(DEU, 2026) > growth(FRA, 2026)",
    ),
    "Inflation in Poland will be 3% in 2026, higher than Germany's.": (
        "inflation(POL, 2026) about 3",
        "inflation(POL, 2026) > inflation(DEU, 2026)",
    ),
    "Inflation in Poland will be 3% in 2026, higher than in Germany.": (
        "inflation(POL, 2026) about 3",
        "inflation(POL, 2026) > inflation(DEU, 2026)",
    ),
    "Romania will spend 3% of GDP on defence in 2028, more than Bulgaria.": (
        "core_share(ROU, 2028) >= 3",
        "core_share(ROU, 2028) > core_share(BGR, 2028)",
    ),
    "Lithuania, which devoted 0.9% of GDP to defence in 2014, will spend 5.3% in 2026.": (
        "core_share(LTU, 2026) >= 5.3",
        "core_share(LTU, 2014) about 0.9",
    ),
    "Denmark, which spent 1.3% of GDP on defence in 2019, will spend 3.3% in 2027.": (
        "core_share(DNK, 2027) >= 3.3",
        "core_share(DNK, 2019) about 1.3",
    ),
    "Sweden spent 1.2% of GDP on defence in 2020 and will spend 2.8% in 2026.": (
        "core_share(SWE, 2020) about 1.2",
        "core_share(SWE, 2026) >= 2.8",
    ),
    "Belgian debt will climb from 105% of GDP in 2025 to 112% in 2029.": (
        "debt_ratio(BEL, 2029) about 112",
        "debt_ratio(BEL, 2025) about 105",
    ),
    "Russia's key rate will be 12% at the end of 2026, compared with 16% at the end of 2025.": (
        "policy_rate(RUS, by 2026-12) about 12",
        "policy_rate(RUS, by 2025-12) about 16",
    ),
    "Norway, whose army numbered 17,000 soldiers in 2022, will have 25,000 soldiers by 2032.": (
        "personnel(NOR, by 2032-12) >= 25000",
        "personnel(NOR, 2022) about 17000",
    ),
    "Romania's deficit will narrow to 6.2% of GDP in 2026, after 8.4% in 2025 and 9.3% in 2024.": (
        "balance(ROU, 2026) about -6.2",
        "balance(ROU, 2025) about -8.4",
        "balance(ROU, 2024) about -9.3",
    ),
    "Finland's public debt will pass 90% of GDP in 2027; in 2019 it was 65%.": (
        "debt_ratio(FIN, 2027) >= 90",
        "debt_ratio(FIN, 2019) about 65",
    ),
    "Poland's debt, at 55% of GDP in 2024, will reach 69% in 2027.": (
        "debt_ratio(POL, 2027) >= 69",
        "debt_ratio(POL, 2024) about 55",
    ),
    "Russian inflation slowed to 6% in January, from 9.9% a year earlier.": (
        "inflation(RUS, 2026-01) about 6",
        "inflation(RUS, 2025-01) about 9.9",
    ),
    "Greek debt will be below 140% of GDP in 2027; it stood above 200% in 2020.": (
        "debt_ratio(GRC, 2027) < 140",
        "debt_ratio(GRC, 2020) > 200",
    ),
    "Russia's oil and gas revenue shrank by 24% last year to 8.5 trillion roubles.": (
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -24",
        "oil_gas_revenue(RUS, 2025) about 8.5e12",
    ),
    "Russia's oil and gas revenue came to 410 billion roubles in January, down 49% on the year before.": (
        "oil_gas_revenue(RUS, 2026-01) about 4.1e11",
        "change(oil_gas_revenue(RUS, 2026-01), from 2025-01, percent) about -49",
    ),
    "Russia raised military expenditure by 5.9% to $190 billion in 2025.": (
        "change(defence_spending(RUS, 2025), from 2024, percent) about 5.9",
        "defence_spending(RUS, 2025) about 1.9e11",
    ),
    "European allies spent $574 billion on defence in 2025, 20% more in real terms than in 2024.": (
        "defence_spending(EUROPE, 2025) about 5.74e11",
        "change(defence_spending(EUROPE, 2025), from 2024, percent, real) about 20",
    ),
    "Germany spent $107 billion on defence in 2025, a rise of 18% on 2024.": (
        "defence_spending(DEU, 2025) about 1.07e11",
        "change(defence_spending(DEU, 2025), from 2024, percent) about 18",
    ),
    "Norway's military spending rose by 17% in 2024 to 10.4 billion dollars.": (
        "change(defence_spending(NOR, 2024), from 2023, percent) about 17",
        "defence_spending(NOR, 2024) about 1.04e10",
    ),
    "Poland will spend 200 billion zlotys on defence in 2026, 7% more than in 2025.": (
        "defence_spending(POL, 2026, PLN) >= 2e11",
        "change(defence_spending(POL, 2026), from 2025, percent) >= 7",
    ),
    "Spain will spend 34 billion euros on defence in 2026 (up 43% on 2024).": (
        "defence_spending(ESP, 2026, EUR) >= 3.4e10",
        "change(defence_spending(ESP, 2026), from 2024, percent) >= 43",
    ),
    "Germany will spend 120 billion euros on defence in 2027, twice as much as in 2022.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
        "change(defence_spending(DEU, 2027), from 2022, multiple) >= 2",
    ),
    "Britain spent 62 billion pounds on defence in 2025, 6% more in real terms than the year before.": (
        "defence_spending(GBR, 2025, GBP) about 6.2e10",
        "change(defence_spending(GBR, 2025), from 2024, percent, real) about 6",
    ),
    "At 5.4% of GDP the French deficit was the widest in the euro area in 2025.": (
        "balance(FRA, 2025) about -5.4",
        "balance(FRA, 2025) lowest of EURO_AREA",
    ),
    "At 4.3% of GDP, Poland's defence share was the highest in NATO in 2025.": (
        "core_share(POL, 2025) about 4.3",
        "core_share(POL, 2025) highest of ALLIES",
    ),
    "Italy's debt will overtake Greece's in 2027, making it the most indebted member of the euro area.": (
        "debt_ratio(ITA, 2027) > debt_ratio(GRC, 2027)",
        "debt_ratio(ITA, 2027) highest of EURO_AREA",
    ),
    "Poland's armed forces numbered over 210,000 in 2025, which makes them the largest in the European Union.": (
        "personnel(POL, 2025) > 210000",
        "personnel(POL, 2025) highest of EU",
    ),
    "Poland had 216,000 soldiers in 2025, making its army the third largest in NATO.": (
        "personnel(POL, 2025) about 216000",
        "count(ALLIES: personnel(2025) > personnel(POL, 2025)) == 2",
    ),
    "Romania's deficit was 9.3% of GDP in 2024, by far the widest in the EU.": (
        "balance(ROU, 2024) about -9.3",
        "balance(ROU, 2024) lowest of EU",
    ),
    "Estonia's debt was 23.5% of GDP in 2024, which was the lowest in the European Union.": (
        "debt_ratio(EST, 2024) about 23.5",
        "debt_ratio(EST, 2024) lowest of EU",
    ),
    "Germany spent $88 billion on defence in 2024, more than any other European ally.": (
        "defence_spending(DEU, 2024) about 8.8e10",
        "defence_spending(DEU, 2024) highest of EUROPE",
    ),
    "Greece's debt, the highest in the European Union, was 154% of GDP in 2024.": (
        "debt_ratio(GRC, 2024) about 154",
        "debt_ratio(GRC, 2024) highest of EU",
    ),
    "NATO's military spending went over $1.5 trillion in 2025, three fifths of it American.": (
        "defence_spending(NATO, 2025) > 1.5e12",
        "defence_spending(USA, 2025, share of NATO) about 60",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, and almost 850 billion of it was American.": (
        "defence_spending(NATO, 2025) about 1.4e12",
        "defence_spending(USA, 2025) about 8.5e11",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, almost 850 billion of it American.": (
        "defence_spending(NATO, 2025) about 1.4e12",
        "defence_spending(USA, 2025) about 8.5e11",
    ),
    "The allies spent 1.3 trillion dollars on defence in 2024, two thirds of it American.": (
        "defence_spending(NATO, 2024) about 1.3e12",
        "defence_spending(USA, 2024, share of NATO) about 66.7",
    ),
    "European allies spent 480 billion dollars on defence in 2024, a fifth of it German.": (
        "defence_spending(EUROPE, 2024) about 4.8e11",
        "defence_spending(DEU, 2024, share of EUROPE) about 20",
    ),
    "NATO's defence spending came to 1.5 trillion dollars in 2024, of which 997 billion was American.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(USA, 2024) about 9.97e11",
    ),
    "NATO's defence spending came to 1.5 trillion dollars in 2024, of which America accounted for 66%.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(USA, 2024, share of NATO) about 66",
    ),
    "NATO will spend 1.6 trillion dollars on defence in 2026, more than half of it American.": (
        "defence_spending(NATO, 2026) >= 1.6e12",
        "defence_spending(USA, 2026, share of NATO) > 50",
    ),
    "The Nordic allies spent 50 billion dollars on defence in 2025, a quarter of it Norwegian.": (
        "defence_spending(NORDICS, 2025) about 5e10",
        "defence_spending(NOR, 2025, share of NORDICS) about 25",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, with the United States accounting for 66% of the total.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(USA, 2024, share of NATO) about 66",
    ),
    "Finland will spend 3.2% of GDP on defence in 2027, less than Poland or Norway.": (
        "core_share(FIN, 2027) >= 3.2",
        "core_share(FIN, 2027) < core_share(POL, 2027)",
        "core_share(FIN, 2027) < core_share(NOR, 2027)",
    ),
    "Poland spent 4.1% of GDP on defence in 2024, more than the United States.": (
        "core_share(POL, 2024) about 4.1",
        "core_share(POL, 2024) > core_share(USA, 2024)",
    ),
    "Germany will spend 120 billion euros on defence in 2027, more than France.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
        "defence_spending(DEU, 2027) > defence_spending(FRA, 2027)",
    ),
    "Germany will spend 152 billion euros on defence in 2029, more than France and Italy combined.": (
        "defence_spending(DEU, 2029, EUR) >= 1.52e11",
        "defence_spending(DEU, 2029) > defence_spending(FRA+ITA, 2029)",
    ),
    "Italy's debt will be 138% of GDP in 2027, higher than Greece's.": (
        "debt_ratio(ITA, 2027) about 138",
        "debt_ratio(ITA, 2027) > debt_ratio(GRC, 2027)",
    ),
    "France's deficit will be 5% of GDP in 2026, wider than Italy's.": (
        "balance(FRA, 2026) about -5",
        "balance(FRA, 2026) < balance(ITA, 2026)",
    ),
    "Russia spent $149 billion on defence in 2024, more than Germany.": (
        "defence_spending(RUS, 2024) about 1.49e11",
        "defence_spending(RUS, 2024) > defence_spending(DEU, 2024)",
    ),
    "Russia spent $149 billion on defence in 2024, twice as much as Britain.": (
        "defence_spending(RUS, 2024) about 1.49e11",
        "defence_spending(RUS, 2024) about 2 times defence_spending(GBR, 2024)",
    ),
    "Spain won't be at 3.5% of GDP on defence in 2035, and Belgium won't be there either.": (
        "not core_share(ESP, 2035) >= 3.5",
        "not core_share(BEL, 2035) >= 3.5",
    ),
    "Spain's debt will exceed 60% of GDP in 2026 and is unlikely to come back under it before 2035.": (
        "debt_ratio(ESP, 2026) > 60",
        "not debt_ratio(ESP, before 2035-01) < 60",
    ),
    "Latvia will spend 5% of GDP on defence in 2026, and Estonia will be there too.": (
        "core_share(LVA, 2026) >= 5",
        "core_share(EST, 2026) >= 5",
    ),
    "Germany's debt will pass 70% of GDP in 2028 and will still be above it in 2032.": (
        "debt_ratio(DEU, 2028) >= 70",
        "debt_ratio(DEU, 2032) > 70",
    ),
    "Portugal, which put 1.5% of GDP into defence in 2023, will reach 2.8% in 2029.": (
        "core_share(PRT, 2029) >= 2.8",
        "core_share(PRT, 2023) about 1.5",
    ),
    "The Czech Republic, which spent just 1% of its GDP on defence in 2015, will spend 2.5% in 2027.": (
        "core_share(CZE, 2027) >= 2.5",
        "core_share(CZE, 2015) about 1",
    ),
    "Slovakia's deficit will fall to 3.9% of GDP in 2027; in 2023 it stood at 5.2%.": (
        "balance(SVK, 2027) about -3.9",
        "balance(SVK, 2023) about -5.2",
    ),
    "Portugal's debt, which exceeded 130% of GDP in 2020, will be below 90% in 2027.": (
        "debt_ratio(PRT, 2027) < 90",
        "debt_ratio(PRT, 2020) > 130",
    ),
    "Latvian growth will be 2.1% in 2026, compared with 0.9% in 2025.": (
        "growth(LVA, 2026) about 2.1",
        "growth(LVA, 2025) about 0.9",
    ),
    "Russia's key rate stood at 15.5% in February, against 21% a year earlier.": (
        "policy_rate(RUS, 2026-02) about 15.5",
        "policy_rate(RUS, 2025-02) about 21",
    ),
    "Hungary's debt rose to 74% of GDP in 2025 from 73.5% in 2024.": (
        "debt_ratio(HUN, 2025) about 74",
        "debt_ratio(HUN, 2024) about 73.5",
    ),
    "Unemployment in Spain will be 9.8% in 2026, down from 10.5% in 2025.": (
        "unemployment(ESP, 2026) about 9.8",
        "unemployment(ESP, 2025) about 10.5",
    ),
    "Sweden will have 27,000 soldiers in 2030, up from 16,000 in 2022.": (
        "personnel(SWE, 2030) >= 27000",
        "personnel(SWE, 2022) about 16000",
    ),
    "Belgium's defence share, at 1.3% of GDP in 2024, will be 2.5% in 2034.": (
        "core_share(BEL, 2034) about 2.5",
        "core_share(BEL, 2024) about 1.3",
    ),
    "Bulgaria's debt will climb to 31% of GDP in 2027, from a mere 22.9% in 2023.": (
        "debt_ratio(BGR, 2027) about 31",
        "debt_ratio(BGR, 2023) about 22.9",
    ),
    "Inflation in Russia will slow to 5% in 2026; it was 9.5% in 2024.": (
        "inflation(RUS, 2026) about 5",
        "inflation(RUS, 2024) about 9.5",
    ),
    "Italy spent 45 billion dollars on defence in 2025, up 13% on the year.": (
        "defence_spending(ITA, 2025) about 4.5e10",
        "change(defence_spending(ITA, 2025), from 2024, percent) about 13",
    ),
    "France will spend 57 billion euros on defence in 2026, 13% more than last year.": (
        "defence_spending(FRA, 2026, EUR) >= 5.7e10",
        "change(defence_spending(FRA, 2026), from 2025, percent) >= 13",
    ),
    "Poland's military expenditure reached $38 billion in 2024, 31% more in real terms than in 2023.": (
        "defence_spending(POL, 2024) about 3.8e10",
        "change(defence_spending(POL, 2024), from 2023, percent, real) about 31",
    ),
    "Russia's oil and gas revenue fell by 23.8% to 8.48 trillion roubles in 2025.": (
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -23.8",
        "oil_gas_revenue(RUS, 2025) about 8.48e12",
    ),
    "Ukraine's debt was 98% of GDP in 2025, nine points higher than in 2024.": (
        "debt_ratio(UKR, 2025) about 98",
        "change(debt_ratio(UKR, 2025), from 2024, absolute) about 9",
    ),
    "Denmark spent 9.9 billion dollars on defence in 2024, an increase of 20% on 2023.": (
        "defence_spending(DNK, 2024) about 9.9e9",
        "change(defence_spending(DNK, 2024), from 2023, percent) about 20",
    ),
    "The European allies spent 482 billion dollars on defence in 2024, almost 19% more than in 2023.": (
        "defence_spending(EUROPE, 2024) about 4.82e11",
        "change(defence_spending(EUROPE, 2024), from 2023, percent) about 19",
    ),
    "Russia's federal oil and gas revenue was down by a quarter last year, at 8.4 trillion roubles.": (
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -25",
        "oil_gas_revenue(RUS, 2025) about 8.4e12",
    ),
    "Britain's army will number 76,000 soldiers in 2030, 4% more than in 2024.": (
        "personnel(GBR, 2030) >= 76000",
        "change(personnel(GBR, 2030), from 2024, percent) >= 4",
    ),
    "Hungary's inflation was 17.6% in 2023, the highest in the European Union.": (
        "inflation(HUN, 2023) about 17.6",
        "inflation(HUN, 2023) highest of EU",
    ),
    "Turkey has 481,000 soldiers, the second largest army in NATO.": (
        "personnel(TUR, latest) about 481000",
        "count(ALLIES: personnel(latest) > personnel(TUR, latest)) == 1",
    ),
    "Italy's debt was 135% of GDP in 2024, the second highest in the European Union.": (
        "debt_ratio(ITA, 2024) about 135",
        "count(EU: debt_ratio(2024) > debt_ratio(ITA, 2024)) == 1",
    ),
    "At 23.6% of GDP, Estonia's debt was the lowest in the European Union in 2024.": (
        "debt_ratio(EST, 2024) about 23.6",
        "debt_ratio(EST, 2024) lowest of EU",
    ),
    "Poland spent 4.2% of GDP on defence in 2024, more than any other member of NATO.": (
        "core_share(POL, 2024) about 4.2",
        "core_share(POL, 2024) highest of ALLIES",
    ),
    "Spain spent 1.24% of GDP on defence in 2024, the lowest share in the alliance.": (
        "core_share(ESP, 2024) about 1.24",
        "core_share(ESP, 2024) lowest of ALLIES",
    ),
    "Germany spent 88 billion dollars on defence in 2024, which made it the largest spender in Europe.": (
        "defence_spending(DEU, 2024) about 8.8e10",
        "defence_spending(DEU, 2024) highest of EUROPE",
    ),
    "Greece's debt, still the heaviest in the euro area, was 154% of GDP in 2024.": (
        "debt_ratio(GRC, 2024) about 154",
        "debt_ratio(GRC, 2024) highest of EURO_AREA",
    ),
    "The alliance's defence spending was 1.3 trillion dollars in 2023, of which the European allies paid 28%.": (
        "defence_spending(NATO, 2023) about 1.3e12",
        "defence_spending(EUROPE, 2023, share of NATO) about 28",
    ),
    "NATO spent $1.5 trillion on defence in 2024, nearly two thirds of it American.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(USA, 2024, share of NATO) about 66.7",
    ),
    "European allies will spend 600 billion dollars on defence in 2026, more than a fifth of it German.": (
        "defence_spending(EUROPE, 2026) >= 6e11",
        "defence_spending(DEU, 2026, share of EUROPE) > 20",
    ),
    "NATO spent $1.5 trillion on defence in 2024, of which $997 billion was American.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(USA, 2024) about 9.97e11",
    ),
    "The Baltic states spent 5.4 billion dollars on defence in 2024, 2.3 billion of it Lithuanian.": (
        "defence_spending(BALTICS, 2024) about 5.4e9",
        "defence_spending(LTU, 2024) about 2.3e9",
    ),
    "NATO's defence outlays amounted to 1.6 trillion dollars in 2025, with America accounting for 62% of them.": (
        "defence_spending(NATO, 2025) about 1.6e12",
        "defence_spending(USA, 2025, share of NATO) about 62",
    ),
    "NATO's defence outlays amounted to 1.6 trillion dollars in 2025, and 60% of that was American.": (
        "defence_spending(NATO, 2025) about 1.6e12",
        "defence_spending(USA, 2025, share of NATO) about 60",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, more than Sweden.": (
        "core_share(NOR, 2026) >= 3.4",
        "core_share(NOR, 2026) > core_share(SWE, 2026)",
    ),
    "Spain's economy grew by 3.5% in 2024, faster than Germany's.": (
        "growth(ESP, 2024) about 3.5",
        "growth(ESP, 2024) > growth(DEU, 2024)",
    ),
    "Turkey has 481,000 soldiers, more than Germany and France together.": (
        "personnel(TUR, latest) about 481000",
        "personnel(TUR, latest) > personnel(DEU+FRA, latest)",
    ),
    "France's ten-year yield was 3.6% in January, higher than Spain's.": (
        "bond_yield(FRA, 2026-01) about 3.6",
        "bond_yield(FRA, 2026-01) > bond_yield(ESP, 2026-01)",
    ),
    "France will spend 64 billion euros on defence in 2027, less than Germany.": (
        "defence_spending(FRA, 2027, EUR) >= 6.4e10",
        "defence_spending(FRA, 2027) < defence_spending(DEU, 2027)",
    ),
    "Russia spent 149 billion dollars on defence in 2024, more than Germany or Britain.": (
        "defence_spending(RUS, 2024) about 1.49e11",
        "defence_spending(RUS, 2024) > defence_spending(DEU, 2024)",
        "defence_spending(RUS, 2024) > defence_spending(GBR, 2024)",
    ),
    "Belgium's debt will be 109% of GDP in 2026, lower than Italy's.": (
        "debt_ratio(BEL, 2026) about 109",
        "debt_ratio(BEL, 2026) < debt_ratio(ITA, 2026)",
    ),
    "Poland spent 38 billion dollars on defence in 2024, three times as much as Romania.": (
        "defence_spending(POL, 2024) about 3.8e10",
        "defence_spending(POL, 2024) about 3 times defence_spending(ROU, 2024)",
    ),
    "Croatia will not spend 3% of GDP on defence in 2027, and Slovenia won't be there either.": (
        "not core_share(HRV, 2027) >= 3",
        "not core_share(SVN, 2027) >= 3",
    ),
    "France's debt will rise above 115% of GDP in 2026 and will not fall below it before 2030.": (
        "debt_ratio(FRA, 2026) > 115",
        "debt_ratio(FRA, before 2030-01) >= 115",
    ),
    "Estonia will spend 5.4% of GDP on defence in 2026 and will still be there in 2028.": (
        "core_share(EST, 2026) >= 5.4",
        "core_share(EST, 2028) >= 5.4",
    ),
    "Italy's deficit will drop below 3% of GDP in 2026 and stay under that threshold in 2027.": (
        "balance(ITA, 2026) > -3",
        "balance(ITA, 2027) > -3",
    ),
    "Germany will spend 3.5% of GDP on defence in 2029, and Denmark will be there too in 2028.": (
        "core_share(DEU, 2029) >= 3.5",
        "core_share(DNK, 2028) >= 3.5",
    ),
    "Oslo will spend 3.4% of GDP on defence in 2026, up from 2.2% in 2024 and more than Stockholm.": (
        "core_share(NOR, 2026) >= 3.4",
        "core_share(NOR, 2024) about 2.2",
    ),
    "Latvia, whose economy shrank by 0.4% in 2024, will grow by 2% in 2026.": (
        "growth(LVA, 2026) about 2",
        "growth(LVA, 2024) about -0.4",
    ),
    "Russian inflation will be 5.5% this year and 4.2% next, the Bank of Russia says.": (
        "inflation(RUS, 2026) about 5.5",
        "inflation(RUS, 2027) about 4.2",
    ),
    "Finland's army will have 30,000 soldiers in 2030, more than Sweden's.": (
        "personnel(FIN, 2030) >= 30000",
        "personnel(FIN, 2030) > personnel(SWE, 2030)",
    ),
    "Canada's defence spending reached 2% of GDP in 2025, up from 1.5% in 2024.": (
        "core_share(CAN, 2025) >= 2",
        "core_share(CAN, 2024) about 1.5",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, ten times as much as Russia.": (
        "defence_spending(NATO, 2024) about 1.5e12",
        "defence_spending(NATO, 2024) about 10 times defence_spending(RUS, 2024)",
    ),
    "Norway's surplus was 12% of GDP in 2024, the largest in NATO.": (
        "balance(NOR, 2024) about 12",
        "balance(NOR, 2024) highest of ALLIES",
    ),
    "Germany's defence spending was 90 billion dollars in 2024, up 20%.": (
        "defence_spending(DEU, 2024) about 9e10",
        "change(defence_spending(DEU, 2024), from 2023, percent) about 20",
    ),
    "Germany's defence spending was 90 billion dollars in 2024, a rise of 20% on 2019.": (
        "defence_spending(DEU, 2024) about 9e10",
        "change(defence_spending(DEU, 2024), from 2019, percent) about 20",
    ),
    "Poland spent 3.3% of GDP on defence in 2023, which is now 4.5%.": (
        "core_share(POL, 2023) about 3.3",
        "core_share(POL, latest) about 4.5",
    ),
    "Russia's economy grew 4.3% in 2024, down to 1% in 2025.": (
        "growth(RUS, 2024) about 4.3",
        "growth(RUS, 2025) about 1",
    ),
}

KEPT_ASIDE: dict[str, tuple[str, ...]] = {
    "Germany will spend 3.5% of GDP on defence in 2029, more than France had planned.": (
        "core_share(DEU, 2029) >= 3.5",
    ),
    "Germany will spend 3.5% of GDP on defence in 2029, more than France promised.": ("core_share(DEU, 2029) >= 3.5",),
    "Germany's debt will be 70% of GDP in 2027, lower than Italy has ever had.": ("debt_ratio(DEU, 2027) about 70",),
    "Lithuania's growth was 2.7% in 2024, second only to Poland's in the EU.": ("growth(LTU, 2024) about 2.7",),
    "Poland will spend upwards of 50 billion dollars on defence in 2026, about as much as Italy.": (
        "defence_spending(POL, 2026) > 5e10",
    ),
    "Germany spent $88 billion on defence in 2024, more than Russia's neighbours combined.": (
        "defence_spending(DEU, 2024) about 8.8e10",
    ),
    "Russia's key rate will fall to 12% by the end of 2026 and stay there through 2027.": (
        "policy_rate(RUS, by 2026-12) <= 12",
    ),
    "Portugal will not spend 3.5% of GDP on defence in 2030, and nor will Slovenia.": (
        "and(not core_share(PRT, 2030) >= 3.5, not core_share(SVN, 2030) >= 3.5)",
    ),
    "Putin will still be in power in 2028 and the war will not be over by then.": (),
    "The bank cut its forecast for Russian growth in 2026 to 1.1% from 1.5%.": ("growth(RUS, 2026) about 1.1",),
    "Russian growth will be 1.1% in 2026, revised from 1.5%.": ("growth(RUS, 2026) about 1.1",),
    "Poland will spend 4.8% of GDP on defence in 2026, up from a planned 3%.": ("core_share(POL, 2026) >= 4.8",),
    "Denmark will spend 3.3% of GDP on defence in 2027, against a target of 2%.": ("core_share(DNK, 2027) >= 3.3",),
    "Russia's inflation will be 6% in 2026, up from a few years ago.": ("inflation(RUS, 2026) about 6",),
    "Lithuania will spend 5.3% of GDP on defence in 2026, as if it were still 1939.": (),
    "Lithuania, which could have spent 4% of GDP on defence in 2024, will spend 5.3% in 2026.": (
        "core_share(LTU, 2026) >= 5.3",
    ),
    "Denmark, whose growth was 3.7% in 2024, will spend 3.3% of GDP on defence in 2027.": (
        "core_share(DNK, 2027) >= 3.3",
    ),
    "European allies spent $574 billion on defence in 2025, 20% more on equipment than in 2024.": (
        "defence_spending(EUROPE, 2025) about 5.74e11",
    ),
    "Germany spent $107 billion on defence in 2025, 18% more than planned.": (
        "defence_spending(DEU, 2025) about 1.07e11",
    ),
    "Germany spent $107 billion on defence in 2025, 18% more than France.": (
        "defence_spending(DEU, 2025) about 1.07e11",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, a third of it on equipment.": (
        "defence_spending(NATO, 2025) about 1.4e12",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, almost 300 billion of it on American weapons.": (
        "defence_spending(NATO, 2025) about 1.4e12",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, much of it American.": (
        "defence_spending(NATO, 2025) about 1.4e12",
    ),
    "NATO spent 1.4 trillion dollars on defence in 2025, not all of it American.": (
        "defence_spending(NATO, 2025) about 1.4e12",
    ),
    "Norway spent 2.2% of GDP on defence in 2024, the highest since 1990.": ("core_share(NOR, 2024) about 2.2",),
    "Norway spent 2.2% of GDP on defence in 2024, among the highest in NATO.": ("core_share(NOR, 2024) about 2.2",),
    "Norway spent 2.2% of GDP on defence in 2024, the highest in the Nordic region after Finland.": (
        "core_share(NOR, 2024) about 2.2",
    ),
    "Poland's debt will reach 69% of GDP in 2027, the fastest rise in the European Union.": (
        "debt_ratio(POL, 2027) >= 69",
    ),
    "Poland's deficit was 6.6% of GDP in 2024, one of the widest in the EU.": ("balance(POL, 2024) about -6.6",),
    "Germany spent $88 billion on defence in 2024, more than it spends on schools.": (
        "defence_spending(DEU, 2024) about 8.8e10",
    ),
    "Germany spent $88 billion on defence in 2024, less than Poland as a share of GDP.": (),
    "Finland will spend 3.2% of GDP on defence in 2027, less than Poland does today.": (
        "core_share(FIN, 2027) >= 3.2",
    ),
    "Finland will spend 3.2% of GDP on defence in 2027, no less than Poland.": ("core_share(FIN, 2027) >= 3.2",),
    "Poland will spend 50 billion dollars on defence in 2026, almost as much as Italy and Spain.": (
        "defence_spending(POL, 2026) >= 5e10",
    ),
    "Italy will overtake Greece in 2027, making Rome nervous.": (),
    "Italy's debt will overtake Greece's in 2027, making it the biggest worry of the euro area.": (
        "debt_ratio(ITA, 2027) > debt_ratio(GRC, 2027)",
    ),
    "America will cut its troops in Europe by a third before 2028, and NATO won't survive it.": (
        "change(us_troops_europe(USA, before 2028-01), from 2026, percent) <= -33.333333333333336",
    ),
    "Spain won't be at 3.5% of GDP on defence in 2035, and Belgium doubts it will be there either.": (),
    "Spain's debt will exceed 60% of GDP in 2026 and the government is unlikely to come back before 2035.": (
        "debt_ratio(ESP, 2026) > 60",
    ),
    "Russia could attack a NATO country by 2029, the minister said; others say never.": (
        "happens(attack_on_nato, by 2029-12)",
    ),
    "Russia could attack a NATO country by 2029, the minister said in 2027.": ("happens(attack_on_nato, by 2029-12)",),
    "Russia's oil and gas revenue came to 410 billion roubles in January, down 49% from the plan.": (
        "oil_gas_revenue(RUS, 2026-01) about 4.1e11",
    ),
    "Spain grew by 3.5% in 2024, the fastest pace in the euro area.": ("growth(ESP, 2024) about 3.5",),
    "With a deficit of 9.3% of GDP, Romania was at the bottom of the EU table in 2024.": (),
    "Norway will spend 3.4% of GDP on defence in 2026, more than it spends on pensions.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, more than ever before.": ("core_share(NOR, 2026) >= 3.4",),
    "Norway will spend 3.4% of GDP on defence in 2026, more than Sweden or so the minister claims.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, not more than Sweden as first reported.": (),
    "Norway will spend 3.4% of GDP on defence in 2026, perhaps more than Sweden.": ("core_share(NOR, 2026) >= 3.4",),
    "Norway will spend 3.4% of GDP on defence in 2026, more than Sweden if its plans hold.": (),
    "Norway will spend 3.4% of GDP on defence in 2026, up from the 3% it had promised.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, the highest share in a generation.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, one of the highest shares in NATO.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, the highest share in NATO today.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, half of it on ships.": ("core_share(NOR, 2026) >= 3.4",),
    "Norway will spend 3.4% of GDP on defence in 2026, a tenth of it on aid to Ukraine.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway will spend 3.4% of GDP on defence in 2026, 20% more than a decade ago.": ("core_share(NOR, 2026) >= 3.4",),
    "Norway will spend 3.4% of GDP on defence in 2026, 0.4 points more than NATO demands.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway, which has long spent less than Sweden, will spend 3.4% of GDP on defence in 2026.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway, which was to spend 2% of GDP on defence in 2024, will spend 3.4% in 2026.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway, which reportedly spent 2.2% of GDP on defence in 2024, will spend 3.4% in 2026.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway, whose neighbour Sweden spent 2.1% of GDP on defence in 2024, will spend 3.4% in 2026.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "Norway, whose spending on defence as a share of its budget was 6% in 2024, will spend 3.4% of GDP in 2026.": (
        "core_share(NOR, 2026) >= 3.4",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, two thirds of it in America.": (
        "defence_spending(NATO, 2024) about 1.5e12",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, a third of it on American equipment.": (
        "defence_spending(NATO, 2024) about 1.5e12",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, most of it wasted.": (
        "defence_spending(NATO, 2024) about 1.5e12",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, of which 300 billion went to American firms.": (
        "defence_spending(NATO, 2024) about 1.5e12",
    ),
    "NATO spent 1.5 trillion dollars on defence in 2024, of which Russia could only dream.": (),
    "European allies spent 482 billion dollars on defence in 2024, of which a fifth should have been German.": (
        "defence_spending(EUROPE, 2024) about 4.82e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, 20% more than the finance ministry had planned.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, 20% more than in the previous plan.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, 20% more than Britain.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, 20% more on tanks than in 2024.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, 20% more than the average since 2020.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, up from 53 billion when Scholz took office.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, a rise the Greens call the steepest in Europe.": (
        "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    ),
    "Germany will spend 120 billion euros on defence in 2027, more than France and less than America.": (),
    "Germany, more than France, will have to spend 3.5% of GDP on defence in 2029.": ("core_share(DEU, 2029) >= 3.5",),
    "Russian inflation was 5.6% in 2025, up 0.4% on the month in December.": (),
    "Russian inflation was 5.6% in 2025, lower than the 6.5% the bank had forecast.": (
        "inflation(RUS, 2025) about 5.6",
    ),
    "Russian inflation was 5.6% in 2025, higher than the target.": ("inflation(RUS, 2025) about 5.6",),
    "Russian inflation was 5.6% in 2025, although food prices rose by 9% in 2024.": (),
    "Russia's growth was 1% in 2025, slower than in 2024.": (),
    "Russia's growth was 1% in 2025, less than half of what it was expected to be.": ("growth(RUS, 2025) about 1",),
    "Russia's growth will be 1% in 2026, down from the 2.4% forecast in September.": ("growth(RUS, 2026) about 1",),
    "Russia's growth will be 1% in 2026; in its last forecast it was 1.3%.": ("growth(RUS, 2026) about 1",),
    "Russia's growth will be 1% in 2026, with America's at 2%.": ("growth(RUS, 2026) about 1",),
    "Italy's debt will pass 138% of GDP in 2026; Greece was once there.": ("debt_ratio(ITA, 2026) >= 138",),
    "Italy's debt will pass 138% of GDP in 2026 and the opposition will be there to point it out.": (
        "debt_ratio(ITA, 2026) >= 138",
    ),
    "Italy's debt will pass 138% of GDP in 2026, making it the biggest risk in Europe.": (
        "debt_ratio(ITA, 2026) >= 138",
    ),
    "Italy's debt will pass 138% of GDP in 2026, making Rome the largest issuer of bonds in the euro area.": (
        "debt_ratio(ITA, 2026) >= 138",
    ),
    "Italy's debt will pass 138% of GDP in 2026, which makes Greece's only the second highest in the EU.": (
        "debt_ratio(ITA, 2026) >= 138",
    ),
    "Italy's debt, at one time the highest in the euro area, will pass 138% of GDP in 2026.": (
        "debt_ratio(ITA, 2026) >= 138",
    ),
    "Italy's debt, the second highest in the euro area in the view of Moody's, will pass 138% of GDP in 2026.": (),
    "Italy's debt was 135% of GDP in 2024, the highest of the three largest economies in the euro area.": (
        "debt_ratio(ITA, 2024) about 135",
    ),
    "Italy's debt was 135% of GDP in 2024, the highest in the euro area for a country of its size.": (
        "debt_ratio(ITA, 2024) about 135",
    ),
    "Italy's debt was 135% of GDP in 2024, the highest in the euro area bar Greece's.": (),
    "Italy's debt was 135% of GDP in 2024, almost the highest in the euro area.": ("debt_ratio(ITA, 2024) about 135",),
    "Poland spent 4.1% of GDP on defence in 2024, ahead of Estonia, the highest in NATO.": (
        "core_share(POL, 2024) about 4.1",
    ),
    "Poland spent 4.1% of GDP on defence in 2024, while taxes rose, the highest in NATO.": (
        "core_share(POL, 2024) about 4.1",
    ),
    "Poland's debt was 55% of GDP in 2024, but it is low, less than Germany's.": (),
    "Germany's defence spending will be 90 billion dollars in 2030, up 20%.": (),
    "Germany spent 2.1% of GDP on defence in 2024, less than Poland, Greece and Estonia.": (
        "core_share(DEU, 2024) about 2.1",
    ),
    "Germany spent 2.1% of GDP on defence in 2024, twice as much as in 2014.": ("core_share(DEU, 2024) about 2.1",),
    "German defence spending rose 10% in 2024 on 2023, twice as much as in 2019.": (
        "change(defence_spending(DEU, 2024), from 2023, percent) about 10",
    ),
    "The European allies spent 450 billion dollars on defence in 2025, of which 900 billion was American.": (
        "defence_spending(EUROPE, 2025) about 4.5e11",
    ),
    "European allies spent 450 billion dollars on defence in 2025, with America accounting for 60% of it.": (
        "defence_spending(EUROPE, 2025) about 4.5e11",
    ),
    "The IMF cut its forecast for German growth in 2026 to 0.5%, less than France's.": (),
    "Poland spent 4.1% of GDP on defence in 2024, twice as much as Germany.": (),
    "Poland spent 3.3% of GDP on defence in 2023, which is 4.5%.": ("core_share(POL, 2023) about 3.3",),
    "Germany will grow by 0.8% in 2026, which was 1.2% in June 2025.": ("growth(DEU, 2026) about 0.8",),
    "Poland's debt was 55% of GDP in 2024, up 10% on 2023.": (),
    "Poland's unemployment was 3% in 2024, down 10% on the year.": (),
}


@pytest.mark.parametrize("sentence", READ)
def test_both_claims_are_asked(sentence: str) -> None:
    assert tuple(asked(sentence)) == READ[sentence]


@pytest.mark.parametrize("sentence", KEPT_ASIDE)
def test_what_is_no_claim_of_its_own_stays_set_aside(sentence: str) -> None:
    assert tuple(asked(sentence)) == KEPT_ASIDE[sentence]
