"""Figures of several years or of a month alone, moves compared, what a figure leaves out or comes on top of: read as
what they are, or refused. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

REFUSED = [
    "Compared with 2025, Spain's economy will be 6% bigger in 2028.",
    "By 2029 the Czech economy will have expanded by 7% since 2025.",
    "The cost of living in Hungary has risen by 45% since 2020.",
    "Since 2019 Spain's economy has grown by 8%.",
    "In three years Russia's economy has grown by 9%.",
    "Belgium will lay out 34 billion euros on its armed forces by 2034.",
    "The Netherlands will spend a total of 100 billion euros on defence through 2029.",
    "Between now and 2030, Italy will spend 200 billion euros on defence.",
    "Russia's deficits will add up to 15 trillion roubles by 2028.",
    "Russia's deficit will total 12 trillion roubles in the next two years.",
    "Slovakia's deficit will average 4% of GDP through 2028.",
    "Average growth in Portugal will be 2% until 2029.",
    "Russia's average key rate will be 13% over the next two years.",
    "Spain's debt will fall by 2 points annually to 2030.",
    "Yields on German bonds will top out at 3.5% in 2026.",
    "Polish consumer prices went up by 0.3% last month.",
    "Prices in Germany climbed 0.4% in May 2025.",
    "Prices in Hungary will increase by 1.2% next month.",
    "Inflation in Ukraine slowed to 0.4% in February 2026.",
    "Norway's military budget will expand more than Sweden's in 2028.",
    "Spain will trim its deficit less than Portugal in 2027.",
    "Belgium will lower its debt by more than France by 2030.",
    "Denmark's debt ratio will decline more than Finland's in 2028.",
    "Estonia's spending on defence will go up more than Latvia's in 2027.",
    "Turkey's inflation will come down more than Hungary's in 2026.",
    "Finland's economy will suffer a smaller contraction than Germany's in 2026.",
    "Romania's economy will fall less than Bulgaria's in 2027.",
    "Hungary's inflation will stay above the central bank's target in 2026.",
    "Latvia's defence spending will be above the alliance's average in 2027.",
    "Another three countries in the EU will have deficits above 3% of GDP in 2027.",
    "An additional four members will reach 2% of GDP in 2026.",
    "Two other allies will spend 4% of GDP on defence in 2027.",
    "Russia's key rate will stay at 15% until June and then drop to 13%.",
    "Optimists see Russia growing by 2% in 2026, pessimists by 0%.",
    "Hungary's deficit target for 2026 was raised to 5% of GDP.",
    "Russia widened its deficit target for 2026 to 2% of GDP.",
    "Hungary's government has increased its deficit goal for 2026 from 3.7% to 5%.",
    "Finland's budget for 2027 will be 90 billion euros.",
    "The European Union's military budget will double by 2030.",
    "Brussels' defence budget will rise to 10 billion euros in 2028.",
    "The allies' defence budgets will add up to 1.6 trillion dollars in 2026.",
    "Belgian federal debt will be above 100% of GDP in 2027.",
    "The German federal government's deficit will be 2.5% of GDP in 2026.",
    "Poland's state budget will have a deficit of 270 billion zlotys in 2026.",
    "Sweden will spend 3% of GDP on its security in 2028.",
    "Denmark will spend 60 billion kroner on security and defence in 2027.",
    "Finland will put 1.5% of GDP into infrastructure in 2030.",
    "Investment in infrastructure will reach 1.5% of GDP in Spain in 2030.",
    "Norway will spend five kroner out of every hundred on defence in 2027.",
    "Sweden will run an extra deficit of 1% of GDP in 2027.",
    "Additional military spending in Germany will come to 20 billion euros in 2027.",
    "Greece will come up with 2 billion euros for its armed forces in 2027.",
    "Allies will spend 2.5% of GDP on defence in 2027, Turkey set aside.",
    "Europe, leaving Britain aside, will spend 400 billion euros on defence in 2027.",
    "Germany will spend 2.5% of GDP on defence in 2026, aid to Ukraine excluded.",
    "Spain will spend 2.1% of GDP on defence in 2026, the Guardia Civil aside.",
    "Greece's deficit will be 1% of GDP in 2026, interest excluded.",
    "The Baltic states, Estonia excluded, will spend 4% of GDP on defence in 2026.",
    "All else aside, Russia's economy will shrink in 2026.",
    "Turkey's real budget deficit will be 5% of GDP in 2026.",
    "The real terms rise in Italy's defence spending will be 3% in 2026.",
    "Crude will cost $58 in 2026 - Brent, to be exact.",
    "The price of oil, Brent to be precise, will fall below $55 in 2026.",
    "Oil will average $62 in 2026, says the bank of its Brent assumption.",
    "Turkey's growth will be 12% in 2026, expressed in dollars.",
    "Poland's GDP, measured in dollars, will rise by 7% in 2026.",
    "Allies, the United States excluded, will spend 3% of GDP on defence in 2030.",
    "Oil (Brent) will average $62 in 2026.",
    "Russia's growth will be 1% a year to 2030.",
    "Poland's budget expenditure will be 900 billion zlotys in 2026.",
    "Poland will spend 20 euros of every 100 on defence in 2026.",
    "Germany will spend 153 billion euros on defence by 2029.",
    "Germany will spend 3.5% of GDP on security and defence in 2029.",
    "The Bundeswehr's budget will be 108 billion euros in 2026.",
    "Poland will invest 300 billion zlotys in defence by 2028.",
    "Ukraine's GDP will contract by 4% in the next two years.",
    "Prices in Poland went up by a third between 2021 and 2024.",
    "Over the next five years Latvia will spend 8 billion euros on defence.",
    "In the coming three years Italy will run deficits of 200 billion euros.",
    "The rise in Italy's defence spending will be 3% in 2026.",
    "Cuts in Italy's defence spending will amount to 3% in 2026.",
    "Belgium will lower its debt more than France by 2030.",
    "The fall in Russia's key rate will be 2% in 2026.",
    "The increase in Italy's debt will be 3% of GDP in 2026.",
    "Inflation in Poland will average 3% a year over the next three years.",
    "Poland's GDP will be 9% larger in 2030 than in 2026.",
    "Poland's economy will expand by 10% in the next three years.",
    "Germany's economy will have grown by 5% by 2030.",
    "Italy's GDP has risen by 6% since 2019.",
    "Total growth in Russia from 2026 to 2028 will be 3%.",
    "Prices in Poland will rise by 20% by 2028.",
    "Russian prices will be 30% higher in 2029 than in 2025.",
    "Consumer prices in Ukraine will climb by 40% over the next three years.",
    "Germany's economy has shrunk by 1% in three years.",
    "Prices in Russia have gone up by 18% in two years.",
    "Germany will have spent 1 trillion euros on defence by 2030.",
    "Russia will run deficits of 20 trillion roubles by 2027.",
    "Sweden will spend 60 billion kronor on defence within the next three years.",
    "Europe will spend 3 trillion euros on defence over the next five years.",
    "Poland's growth will average 3% through 2030.",
    "Inflation in Russia will average 5% during the coming four years.",
    "Growth in Germany will be 1% on average until 2030.",
    "Poland's defence spending will rise by 15% a year to 2029.",
    "Germany's defence spending will grow by 10% annually from 2026 to 2029.",
    "Russian prices will climb by 3% in the first half of 2026.",
    "Inflation in Russia slowed to 0.2% in February from 1.6% in January.",
    "Consumer prices in Poland fell by 0.1% in July 2025.",
    "Italy will raise defence spending more than Spain in 2027.",
    "Poland's defence spending will grow more than Germany's in 2027.",
    "Greece will reduce its debt more than Italy by 2029.",
    "France's debt will rise more than Germany's by 2030.",
    "Norway will increase its military budget less than Denmark in 2027.",
    "Sweden will boost military spending by more than Finland in 2027.",
    "Italy's economy will contract more than France's in 2027.",
    "Russia's economy will shrink more than Germany's in 2026.",
    "Italy's debt will be above the EU average in 2027.",
    "Russia's inflation will be above the forecast in 2026.",
    "Poland's deficit will be above plan in 2026.",
    "Finland's debt will be above the Maastricht limit in 2027.",
    "France's deficit will remain above the EU limit in 2028.",
    "Poland's growth will be above the EU average in 2026.",
    "Poland spends more on defence than the average of the European allies.",
    "Spain will spend less of its GDP on defence than the average of NATO.",
    "Another five allies will spend 3.5% of GDP on defence by 2030.",
    "A further six allies will reach 3.5% of GDP on defence by 2028.",
    "France's debt will rise until 2029 and then fall below 118% of GDP.",
    "Inflation in Russia will rise until June and then fall to 5%.",
    "Poland raised its deficit target for 2026 from 6% to 6.5% of GDP.",
    "Germany's budget spending will rise by 4% in 2027.",
    "NATO's budget will be 5.3 billion euros in 2026.",
    "NATO's military budget will reach 2.5 billion euros in 2026.",
    "The EU's defence budget will reach 20 billion euros in 2028.",
    "Germany's budget will exceed 520 billion euros in 2026.",
    "Germany's federal debt will exceed 60% of GDP in 2027.",
    "Germany's federal deficit will reach 3% of GDP in 2026.",
    "Belgium's federal deficit will exceed 4% of GDP in 2026.",
    "Poland's central government debt will exceed 60% of GDP in 2027.",
    "France's central government deficit will be 5% of GDP in 2026.",
    "Italy's state budget deficit will be 4% of GDP in 2026.",
    "Poland's security spending will reach 6% of GDP in 2027.",
    "Russia will spend 17 trillion roubles on defence and security in 2026.",
    "Russia's defence and security spending will reach 17 trillion roubles in 2026.",
    "Germany's infrastructure spending will be 1.5% of GDP in 2027.",
    "Extra oil and gas revenues will bring Russia 500 billion roubles in 2026.",
    "Additional oil and gas revenues of Russia will be 500 billion roubles in 2026.",
    "Poland will run an additional deficit of 1% of GDP in 2026.",
    "Italy will find 12 billion euros for defence in 2027.",
    "Extra defence spending of 20 billion euros is planned in Germany in 2027.",
    "All allies will spend 3.5% of GDP on defence in 2035, Spain apart.",
    "All allies will spend 2% of GDP on defence in 2026, Canada aside.",
    "France will spend 2.5% of GDP on defence in 2027, nuclear arms apart.",
    "Italy's deficit will fall below 3% of GDP in 2026, loans apart.",
    "Belgium will spend 2% of GDP on defence in 2026, pensions excluded.",
    "Germany's defence spending will reach 3.5% of GDP in 2029, aid to Ukraine left out.",
    "NATO will spend 2.5% of GDP on defence in 2027, America excluded.",
    "Real inflation in Russia will be 12% in 2026.",
    "Russia's real deficit will be 8 trillion roubles in 2026.",
    "Oil will cost $60 on average in 2026, Brent that is.",
    "Oil, Brent in this case, will cost $65 in 2027.",
    "The oil price (Brent) will fall to $58 in 2026.",
    "Oil will fall to $50 in 2026, measured by Brent.",
    "Russia's growth will be 3% in 2026, measured in dollars.",
]

READ = {
    "Portugal's debt will exceed the EU average in 2027.": ["debt_ratio(PRT, 2027) > debt_ratio(EU, 2027)"],
    "From 2026 to 2029, Greece will spend 25 billion euros on defence.": [
        "sum(defence_spending(GRC, EUR), 2026..2029) >= 2.5e10"
    ],
    "Inflation in Germany will be 1.9% in March 2026.": ["inflation(DEU, 2026-03) about 1.9"],
    "Prices in Italy will go down in 2027.": ["inflation(ITA, 2027) < 0"],
    "Italian prices will not rise in 2027.": ["not inflation(ITA, 2027) > 0"],
    "Consumer prices in France will come down by 2027.": ["inflation(FRA, by 2027-12) < 0"],
    "Prices in Russia will fall back to 5% in 2026.": ["inflation(RUS, 2026) <= 5"],
    "The EBRD now puts Ukraine's growth at 2.5% in 2026, against 5% in September.": ["growth(UKR, 2026) about 2.5"],
    "The Commission expects Romania's deficit to be 6.2% of GDP in 2026, down from 8.4% in the autumn.": [
        "balance(ROU, 2026) <= -6.2"
    ],
    "Estonia's defence spending will be 5.4% of GDP in 2026, up from 3.4% in 2025.": [
        "core_share(EST, 2026) about 5.4",
        "core_share(EST, 2025) about 3.4",
    ],
    "Europe's defence budgets will rise by 10% in 2026.": [
        "change(defence_spending(EUROPE, 2026), from 2025, percent) >= 10"
    ],
    "Canada's defence budget will rise by 20% in 2026.": [
        "change(defence_spending(CAN, 2026), from 2025, percent) >= 20"
    ],
    "Poland will spend 1.5% of GDP on defence-related infrastructure in 2030.": ["related_share(POL, 2030) >= 1.5"],
    "Denmark will spend an additional 50 billion kroner on defence in 2027.": [
        "change(defence_spending(DNK, 2027, DKK), from 2026, absolute) >= 5e10"
    ],
    "Jokes aside, Russia's economy will shrink in 2026.": ["growth(RUS, 2026) < 0"],
    "Even so, NATO will come apart by 2035.": ["happens(alliance_dissolution, by 2035-12)"],
    "Russia has set aside 13 trillion roubles for defence in 2026.": ["defence_spending(RUS, 2026, RUB) about 1.3e13"],
    "Real GDP in Spain will grow by 2% in 2026.": ["growth(ESP, 2026) about 2"],
    "Real military spending in Norway will double by 2030.": [
        "change(defence_spending(NOR, by 2030-12), from 2026, multiple, real) >= 2"
    ],
    "In Sweden, real outlays on defence will rise by 8% in 2027.": [
        "change(defence_spending(SWE, 2027), from 2026, percent, real) >= 8"
    ],
    "Germany's real spending on defence will fall by 2% in 2027.": [
        "change(defence_spending(DEU, 2027), from 2026, percent, real) <= -2"
    ],
    "Poland's real military expenditure will grow by 10% in 2026.": [
        "change(defence_spending(POL, 2026), from 2025, percent, real) >= 10"
    ],
    "Russia's real defence budget will shrink in 2027.": [
        "change(defence_budget(RUS, 2027), from 2026, percent, real) < 0"
    ],
    "Ukraine's state debt will be greater than its GDP already this year, a Rada deputy said.": [
        "debt_ratio(UKR, 2026) > 100"
    ],
    "Russia's budget sets aside 12.9 trillion roubles for national defence next year.": [
        "defence_budget(RUS, 2027) about 1.29e13"
    ],
    "Compared with 2027, Spain's economy will be 2% bigger in 2028.": ["growth(ESP, 2028) about 2"],
    "Russia's economy will be 1% bigger in 2027 than in 2026.": ["growth(RUS, 2027) about 1"],
    "Russia's economy will grow by 1% by the end of 2026.": ["growth(RUS, by 2026-12) about 1"],
    "Prices in Russia will rise by 5% by December.": ["inflation(RUS, by 2026-12) about 5"],
    "Prices in Russia will rise by 8% within a year.": ["inflation(RUS, by 2027-03) about 8"],
    "Russia's growth will slow to 1% by 2028.": ["growth(RUS, by 2028-12) about 1"],
    "Russia's economy will be growing by 2% a year by 2028.": ["growth(RUS, by 2028-12) about 2"],
    "Estonia will spend 5.4% of GDP on defence in each of the next four years.": [
        "each(core_share(EST), 2027..2030) >= 5.4"
    ],
    "Germany will spend 150 billion euros a year on defence by 2029.": [
        "defence_spending(DEU, by 2029-12, EUR) >= 1.5e11"
    ],
    "Norway's defence spending will rise by 20% over the next three years.": [
        "change(defence_spending(NOR, by 2029-03), from 2026, percent) >= 20"
    ],
    "Italy's debt will rise to 140% of GDP over the next three years.": ["debt_ratio(ITA, by 2029-03) about 140"],
    "Russia's growth will average 1.5% in 2026-2028.": ["mean(growth(RUS), 2026..2028) about 1.5"],
    "Poland will spend more on defence than Italy in 2027.": [
        "defence_spending(POL, 2027) > defence_spending(ITA, 2027)"
    ],
    "Russia's economy will grow more than Germany's in 2026.": ["growth(RUS, 2026) > growth(DEU, 2026)"],
    "Russia's inflation will be above Ukraine's in 2026.": ["inflation(RUS, 2026) > inflation(UKR, 2026)"],
    "Russia's inflation will rise in 2026.": ["change(inflation(RUS, 2026), from 2025, absolute) > 0"],
    "Russia's inflation will be higher in 2026 than in 2025.": [
        "change(inflation(RUS, 2026), from 2025, absolute) > 0"
    ],
    "Price growth in Russia will slow in 2026.": ["change(inflation(RUS, 2026), from 2025, absolute) < 0"],
    "Russia's deficit will be above 3% of GDP in 2026.": ["balance(RUS, 2026) < -3"],
    "Russia's inflation will be above the 4% target in 2026.": ["inflation(RUS, 2026) > 4"],
    "Five allies will spend 3.5% of GDP on defence by 2030.": ["count(ALLIES: core_share(by 2030-12) >= 3.5) >= 5"],
    "Inflation in Russia peaked at 10.3% in March 2025.": ["inflation(RUS, 2025-03) about 10.3"],
    "Lithuania's GDP growth will be 3% in 2026, up from 2.5% in 2025.": [
        "growth(LTU, 2026) about 3",
        "growth(LTU, 2025) about 2.5",
    ],
    "Russia's inflation will be 5.5% in June 2026, down from 6% in January.": ["inflation(RUS, 2026-06) about 5.5"],
    "Germany's budget for defence will be 108 billion euros in 2026.": [
        "defence_spending(DEU, 2026, EUR) about 1.08e11"
    ],
    "NATO will not fall apart by 2030.": ["not happens(alliance_dissolution, by 2030-12)"],
    "Germany will have raised defence spending to 3.5% of GDP by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "According to the IMF, Poland's growth will be 3% in 2026.": ["growth(POL, 2026) about 3"],
    "Germany's defence spending will reach 153 billion euros by 2029.": [
        "defence_spending(DEU, by 2029-12, EUR) >= 1.53e11"
    ],
    "Germany plans to spend 153 billion euros a year on defence by 2029.": [
        "defence_spending(DEU, by 2029-12, EUR) >= 1.53e11"
    ],
    "Canada's federal deficit will exceed 2% of GDP in 2026.": ["balance(CAN, 2026) < -2"],
    "Germany will set aside 100 billion euros for defence in 2027, more than France.": [
        "defence_spending(DEU, 2027, EUR) about 1e11",
        "defence_spending(DEU, 2027) > defence_spending(FRA, 2027)",
    ],
    "Belgium's debt will be lower than France's in 2030.": ["debt_ratio(BEL, 2030) < debt_ratio(FRA, 2030)"],
    "A rise in defence spending to 3.5% of GDP will come in Germany by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "A rise of defence spending to 3.5% of GDP is planned in Germany by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "A cut in the key rate to 12% is expected by December 2026 in Russia.": ["policy_rate(RUS, by 2026-12) <= 12"],
    "Denmark's spending on defence will be higher than Norway's in 2027.": [
        "defence_spending(DNK, 2027) > defence_spending(NOR, 2027)"
    ],
    "Spain's economy will be smaller in 2027 than in 2026.": ["growth(ESP, 2027) < 0"],
    "Germany's defence spending will be 50% higher in 2029 than in 2025.": [
        "change(defence_spending(DEU, 2029), from 2025, percent) >= 50"
    ],
    "Russia's inflation will be 2 points lower in 2027 than in 2025.": [
        "change(inflation(RUS, 2027), from 2025, absolute) <= -2"
    ],
    "Inflation in Russia will be 6% on average from 2026 to 2028.": ["mean(inflation(RUS), 2026..2028) about 6"],
    "Key rates will average 13.5% in the second half of 2026 in Russia.": [
        "mean(policy_rate(RUS), 2026-07..2026-12) about 13.5"
    ],
    "The average deficit of the EU will be 3% of GDP in 2027.": ["balance(EU, 2027) about -3"],
    "Average defence spending in NATO will be 3% of GDP in 2028.": ["core_share(NATO, 2028) about 3"],
    "The average key rate of the Bank of Russia will be 14 to 15% in 2026.": [
        "policy_rate(RUS, 2026) between 14 and 15"
    ],
    "Russia's oil and gas revenues were 826 billion roubles in January and February.": [
        "sum(oil_gas_revenue(RUS), 2026-01..2026-02) about 8.26e11"
    ],
    "Prices in Russia will rise by 6% in the year to December 2026.": ["inflation(RUS, 2026-12) about 6"],
    "Prices in Germany will drop next year.": ["inflation(DEU, 2027) < 0"],
    "Russian consumer prices will not fall in 2027.": ["not inflation(RUS, 2027) < 0"],
    "Prices in Russia will rise in 2026.": ["inflation(RUS, 2026) > 0"],
    "The World Bank now sees growth of 0.8% in Russia in 2026, down from 1.2% in June.": [
        "growth(RUS, 2026) about 0.8"
    ],
    "The IMF expects Germany to grow by 0.9% in 2026, up from 0.7% in its October forecast.": [
        "growth(DEU, 2026) about 0.9"
    ],
    "The Bank of Russia expects inflation of 5% in 2026, up from 4.5% in February.": ["inflation(RUS, 2026) about 5"],
    "The OECD puts Poland's deficit at 6.5% of GDP in 2026, up from 6% in November.": ["balance(POL, 2026) about -6.5"],
    "Inflation in Russia will be 5% in December 2026, down from 8% in January.": ["inflation(RUS, 2026-12) about 5"],
    "France lowered its deficit target for 2026 from 5% to 4.7% of GDP.": ["balance(FRA, 2026) >= -4.7"],
    "Poland's state debt will reach 65% of GDP in 2027.": ["debt_ratio(POL, 2027) >= 65"],
    "Finland will spend 5% of GDP on defence and security in 2032.": ["total_share(FIN, 2032) >= 5"],
    "Germany will find 10 billion euros more for defence in 2027.": [
        "change(defence_spending(DEU, 2027, EUR), from 2026, absolute) >= 1e10"
    ],
    "Russia's real growth will be 1% in 2026.": ["growth(RUS, 2026) about 1"],
    "Oil will average $60 in 2026 for Brent.": ["brent_price(2026) about 60"],
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_no_other_figure_is_asked(sentence):
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", READ)
def test_what_is_near_is_read(sentence):
    assert asked(sentence) == READ[sentence]
