"""Who foresees a figure, by whose definition and on which day it was told, as newspapers put it. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Economists in Vienna expect growth of 1.9% in Lithuania in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna see growth of 1.9% in Lithuania in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna put growth in Lithuania at 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna forecast growth of 1.9% in Lithuania in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna predict growth of 1.9% in Lithuania in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vilnius expect growth of 1.9% in Lithuania in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna expect Lithuanian growth of 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna see Lithuanian growth of 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna see Lithuania growing by 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna see Lithuania's economy grow by 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna expect Lithuania to grow by 1.9% in 2027.": "growth(LTU, 2027) about 1.9",
    "Economists in Vienna expect inflation of 3% in Poland in 2027.": "inflation(POL, 2027) about 3",
    "Economists in Vienna expect a deficit of 3% of GDP in Poland in 2027.": "balance(POL, 2027) about -3",
    "An institute in Vienna has Russian growth at 1% in 2027.": "growth(RUS, 2027) about 1",
    "A bank in London sees the key rate at 12% in Russia at the end of 2027.": "policy_rate(RUS, by 2027-12) about 12",
    "Brokers in London see Urals at $55 in 2027.": "oil_price(RUS, 2027) about 55",
    "A think-tank in Berlin reckons Poland will spend 5% of GDP on defence in 2027.": "core_share(POL, 2027) >= 5",
    "A think-tank in Berlin puts Polish defence spending at 5% of GDP in 2027.": "core_share(POL, 2027) about 5",
    "A think-tank in Brussels puts Poland's debt at 60% of GDP in 2027.": "debt_ratio(POL, 2027) about 60",
    "Analysts in New York expect Russian inflation of 5% in 2027.": "inflation(RUS, 2027) about 5",
    "The World Bank sees Russia growing by 0.8% in 2026.": "growth(RUS, 2026) about 0.8",
    "The World Bank has Russia growing by 0.8% in 2026.": "growth(RUS, 2026) about 0.8",
    "A poll of 17 economists puts Russian growth at 1% in 2027.": "growth(RUS, 2027) about 1",
    "The central bank in Riga sees inflation of 3% in 2027.": "inflation(LVA, 2027) about 3",
    "The government in Riga sees a deficit of 3% of GDP in 2027.": "balance(LVA, 2027) about -3",
    "Analysts in London see the rouble at 95 to the dollar at the end of 2026.": "exchange_rate(RUS, by 2026-12) about 95",
    "Brokers in London see Brent at $60 in 2027.": "brent_price(2027) about 60",
    "A bank in Warsaw gives Poland growth of 3.5% in 2027.": "growth(POL, 2027) about 3.5",
    "The IMF's experts in Washington see US debt at 140% of GDP in 2030.": "debt_ratio(USA, 2030) about 140",
    "An institute in Kiel puts Germany's aid to Ukraine at 10 billion euros in 2026.": "aid_to_ukraine(DEU, 2026) >= 1e10",
    "An institute in Kiel has the German deficit at 4.5% of GDP in 2027.": "balance(DEU, 2027) about -4.5",
    "Bankers in Frankfurt expect 2% inflation in Germany in 2027.": "inflation(DEU, 2027) about 2",
    "A professor in Moscow gives Russia's economy no more than 1% growth in 2027.": "growth(RUS, 2027) <= 1",
    "Romanian consumer prices were 9.8 per cent higher in October 2025 than a year before.": "inflation(ROU, 2025-10) about 9.8",
    "Consumer prices in Romania were 9.8% higher in October than a year earlier.": "inflation(ROU, 2025-10) about 9.8",
    "Russian prices were 8% higher in September 2025 than a year before.": "inflation(RUS, 2025-09) about 8",
    "Helsinki's finance ministry reckons with a general government deficit of 4.1 per cent of GDP next year.": "balance(FIN, 2027) about -4.1",
    "The finance ministry in Helsinki reckons on a deficit of 4.1% of GDP next year.": "balance(FIN, 2027) about -4.1",
    "Hungary is seen eking out growth of 0.4 per cent this year.": "growth(HUN, 2026) about 0.4",
    "Hungary will eke out growth of 0.4 per cent this year.": "growth(HUN, 2026) about 0.4",
    "The fiscal council in Vilnius expects the economy to grow by 1.9 per cent in 2027.": "growth(LTU, 2027) about 1.9",
    "The central bank in Warsaw expects inflation of 3% in 2027.": "inflation(POL, 2027) about 3",
    "An institute in Vienna expects Russian growth of 1% in 2027.": "growth(RUS, 2027) about 1",
    "The Czech National Bank kept its two-week repo rate at 3.5 per cent on Thursday.": "policy_rate(CZE, latest) about 3.5",
    "The Czech National Bank kept its repo rate at 3.5 per cent on Thursday.": "policy_rate(CZE, latest) about 3.5",
    "The Czech National Bank kept its key rate at 3.5 per cent on Thursday.": "policy_rate(CZE, latest) about 3.5",
    "Slovenia has its sights set on 3 per cent of GDP for defence by 2030.": "core_share(SVN, by 2030-12) >= 3",
    "Slovenia has set its sights on 3 per cent of GDP for defence by 2030.": "core_share(SVN, by 2030-12) >= 3",
    "The yield on French ten-year government paper slipped under 3.5 percent on Wednesday.": "bond_yield(FRA, latest) < 3.5",
    "The yield on Russian ten-year bonds fell below 14% on Wednesday.": "bond_yield(RUS, latest) < 14",
    "The ten-year gilt yield closed at 4.81 per cent on Tuesday.": "bond_yield(GBR, latest) about 4.81",
    "Under the minister's blueprint Belgium's forces grow to 34,500 by 2034.": "personnel(BEL, by 2034-12) >= 34500",
    "Under the minister's plan Belgium's forces will grow to 34,500 by 2034.": "personnel(BEL, by 2034-12) >= 34500",
    "Under the alliance's definition Germany will spend 3.05 per cent of GDP in 2027.": "core_share(DEU, 2027) >= 3.05",
    "By the alliance's definition Germany will spend 3.05 per cent of GDP in 2027.": "core_share(DEU, 2027) >= 3.05",
    "On NATO's definition Germany will spend 3.05 per cent of GDP in 2027.": "core_share(DEU, 2027) >= 3.05",
    "Urals will keep to a corridor of $55-65 all through next year.": "each(oil_price(RUS), 2027-01..2027-12) between 55 and 65",
    "Ukraine's parliament has approved 2.8 trillion hryvnias for defence in 2026.": "defence_spending(UKR, 2026, UAH) >= 2.8e12",
    "Under the minister's plan Belgium's forces grow to 34,500 by 2034.": "personnel(BEL, by 2034-12) >= 34500",
    "Under the minister's blueprint Belgium's forces will grow to 34,500 by 2034.": "personnel(BEL, by 2034-12) >= 34500",
    "Brent closed at $68 on Friday.": "brent_price(latest) about 68",
    "The rouble closed at 81 to the dollar on Friday.": "exchange_rate(RUS, latest) about 81",
    "By NATO's yardstick Norway spent 3.35% of GDP on defence in 2025.": "core_share(NOR, 2025) about 3.35",
    "Romanian consumer prices were 9.8 per cent higher in October than a year before.": "inflation(ROU, 2025-10) about 9.8",
    "Romanian consumer prices were 9.8 per cent higher in October than a year earlier.": "inflation(ROU, 2025-10) about 9.8",
    "Consumer prices in Romania were 9.8% higher in October 2025 than a year earlier.": "inflation(ROU, 2025-10) about 9.8",
    "Russian prices are 8% higher than a year ago.": "inflation(RUS, latest) about 8",
    "Russian prices will be 8% higher in December 2026 than a year before.": "inflation(RUS, 2026-12) about 8",
    "Russian prices will be 8% higher in 2027 than in 2026.": "inflation(RUS, 2027) about 8",
    "Russian prices will be 8% higher in 2027.": "inflation(RUS, 2027) about 8",
    "Russian prices were 8% higher in 2025.": "inflation(RUS, 2025) about 8",
}
REFUSED = [
    "Economists in Vienna no longer expect growth of 1.9% in Lithuania in 2027.",
    "Economists in Vienna had expected growth of 1.9% in Lithuania in 2027.",
    "Economists in Vienna see no growth above 1% in Lithuania in 2027.",
    "Economists in Vilnius see growth of 1.9% in 2027.",
    "The government in Riga sees a deficit of 3% of GDP in Estonia in 2027.",
    "Two of 24 economists in Vienna expect growth of 1.9% in Lithuania in 2027.",
    "Half of the economists in Vienna expect growth of 1.9% in Lithuania in 2027.",
    "Economists in Vienna doubt growth of 1.9% in Lithuania in 2027.",
    "The economists in Vienna who see growth of 1.9% in Lithuania in 2027 are few.",
    "The fiscal council in Vilnius grants the economy no more than 1.9 per cent growth in 2027.",
    "Poland raised defence spending to 4% of GDP on Thursday.",
    "Russian inflation was 8% on Friday.",
    "Russian consumer prices were 8% lower in September 2025 than a year before.",
]


@pytest.mark.parametrize("sentence", READ)
def test_a_frame_of_the_press_gives_its_question(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_a_frame_turns_or_leaves_open_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
