"""The nouns that name a quantity: rates, sizes, shares, ratios, amounts, what a state spends; near misses beside them. Own
sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # defence spending, its share of GDP and its tiers
    "What Norway spends on its army will exceed 3.2% of GDP in 2029.": "core_share(NOR, 2029) > 3.2",
    "The amount Denmark spends on defence will exceed 12 billion euros in 2029.": "defence_spending(DNK, 2029, EUR) > 1.2e10",
    "The sum that Spain devotes to defence will top 40 billion euros in 2030.": "defence_spending(ESP, 2030, EUR) > 4e10",
    "The proportion of national income that Latvia puts into defence will be below 5% in 2028.": "core_share(LVA, 2028) < 5",
    "The percentage of GDP Greece spends on its military will be above 3% in 2028.": "core_share(GRC, 2028) > 3",
    "The ratio of Finland's military expenditure to GDP will be above 3% in 2029.": "core_share(FIN, 2029) > 3",
    "Finland's defence-to-GDP ratio will be above 3% in 2029.": "core_share(FIN, 2029) > 3",
    "Belgium's overall defence outlays will be below 2.5% of GDP in 2028.": "core_share(BEL, 2028) < 2.5",
    "Belgian public spending on defence will be below 2.5% of GDP in 2028.": "core_share(BEL, 2028) < 2.5",
    "Russia will put more than 7% of GDP into its military machine in 2028.": "core_share(RUS, 2028) > 7",
    "Ukraine will spend over 50 billion dollars on defence needs in 2028.": "defence_spending(UKR, 2028) > 5e10",
    "Canada's military will cost more than 60 billion dollars in 2029.": "defence_spending(CAN, 2029) > 6e10",
    "Portugal will spend at least 1% of GDP on the second tier of the NATO pledge in 2029.": "related_share(PRT, 2029) >= 1",
    "Danish spending in the related tier of the Hague pledge will exceed 1.3% of GDP in 2031.": "related_share(DNK, 2031) > 1.3",
    "Romania will spend 1.1% of GDP on resilience items that NATO counts as defence-related in 2029.": "related_share(ROU, 2029) >= 1.1",
    "Norwegian spending counted towards the 5% target will be above 4.6% of GDP in 2031.": "total_share(NOR, 2031) > 4.6",
    "Spending in Latvia that counts towards the 3.5% pledge will exceed 3.4% of GDP in 2030.": "core_share(LVA, 2030) > 3.4",
    "Denmark will spend at least 4.2% of GDP on both tiers of the pledge in 2032.": "total_share(DNK, 2032) >= 4.2",
}

READ |= {  # the economy, prices, work
    "Spain's growth rate will be below 2% in 2028.": "growth(ESP, 2028) < 2",
    "The growth rate of the Italian economy will be below 1% in 2028.": "growth(ITA, 2028) < 1",
    "The rate of growth of the Turkish economy will exceed 3% in 2028.": "growth(TUR, 2028) > 3",
    "Poland will have real GDP growth of at least 3% in 2028.": "growth(POL, 2028) >= 3",
    "Poland will have an economic growth rate of less than 3% in 2028.": "growth(POL, 2028) < 3",
    "The pace of Swedish growth will exceed 2% in 2028.": "growth(SWE, 2028) > 2",
    "The size of the Dutch economy will exceed 1.2 trillion euros in 2028.": "gdp(NLD, 2028, EUR) > 1.2e12",
    "Romania will have a GDP of more than 400 billion euros in 2028.": "gdp(ROU, 2028, EUR) > 4e11",
    "Romania will have an economy worth more than 400 billion euros in 2028.": "gdp(ROU, 2028, EUR) > 4e11",
    "The gross domestic product of Greece will exceed 260 billion euros in 2028.": "gdp(GRC, 2028, EUR) > 2.6e11",
    "Greece's nominal GDP will exceed 260 billion euros in 2028.": "gdp(GRC, 2028, EUR) > 2.6e11",
    "Russia's rate of inflation will be below 5% in December 2027.": "inflation(RUS, 2027-12) < 5",
    "The rate of price growth in Russia will be below 5% in December 2027.": "inflation(RUS, 2027-12) < 5",
    "Annual consumer price growth in Russia will be below 5% in December 2027.": "inflation(RUS, 2027-12) < 5",
    "The share of the German workforce without a job will be above 5% in 2028.": "unemployment(DEU, 2028) > 5",
    "The percentage of the French labour force out of work will be above 7% in 2028.": "unemployment(FRA, 2028) > 7",
}

READ |= {  # public finance, rates, markets
    "The gap between what the Belgian state spends and what it takes in will exceed 4% of GDP in 2028.": "balance(BEL, 2028) < -4",
    "The difference between Italian government spending and revenue will be below 3% of GDP in 2028.": "balance(ITA, 2028) > -3",
    "Poland's deficit as a share of GDP will exceed 6% in 2028.": "balance(POL, 2028) < -6",
    "The ratio of Poland's public debt to GDP will exceed 65% in 2028.": "debt_ratio(POL, 2028) > 65",
    "Spain's public debt as a percentage of GDP will be below 100% in 2028.": "debt_ratio(ESP, 2028) < 100",
    "What the Belgian state owes will exceed 110% of GDP in 2028.": "debt_ratio(BEL, 2028) > 110",
    "The CBR's benchmark rate will be below 12% in March 2027.": "policy_rate(RUS, 2027-03) < 12",
    "The National Bank of Poland's reference rate will be below 4% in March 2027.": "policy_rate(POL, 2027-03) < 4",
    "The NBU's discount rate will be above 13% in March 2027.": "policy_rate(UKR, 2027-03) > 13",
    "The key policy rate in Turkey will be above 25% in March 2027.": "policy_rate(TUR, 2027-03) > 25",
    "The Federal Reserve's main rate will be below 3% in March 2027.": "policy_rate(USA, 2027-03) < 3",
    "Spanish sovereign yields will be above 3.5% in 2028.": "bond_yield(ESP, 2028) > 3.5",
    "Russia will pay a yield on its government bonds of more than 12% in 2028.": "bond_yield(RUS, 2028) > 12",
    "Russia will pay a ten-year OFZ yield of less than 13% in 2028.": "bond_yield(RUS, 2028) < 13",
    "USD/RUB will be above 95 in March 2027.": "exchange_rate(RUS, 2027-03) > 95",
    "One US dollar will cost more than 95 roubles in March 2027.": "exchange_rate(RUS, 2027-03) > 95",
    "The American currency will trade below 95 roubles in March 2027.": "exchange_rate(RUS, 2027-03) < 95",
    "The price of a dollar will exceed 95 roubles in March 2027.": "exchange_rate(RUS, 2027-03) > 95",
    "Russia's petro-revenues will be below 9 trillion roubles in 2027.": "oil_gas_revenue(RUS, 2027) < 9e12",
    "What Russia earns from oil and gas will be below 9 trillion roubles in 2027.": "oil_gas_revenue(RUS, 2027) < 9e12",
    "Russian oil and gas tax revenue won't even amount to 9 trillion roubles in 2027.": "not oil_gas_revenue(RUS, 2027) >= 9e12",
    "The total assets of Russia's National Wealth Fund will be below 11 trillion roubles by the end of 2028.": "fund_total(RUS, by 2028-12) < 1.1e13",
    "The total value of the liquid assets of Russia's National Wealth Fund will be below 3 trillion roubles by the end of 2028.": "fund_liquid(RUS, by 2028-12) < 3e12",
    "If the key rate is cut to 11% by the end of 2027, OFZ yields will drop to 12%.": "bond_yield(RUS, by 2027-12) <= 12 given policy_rate(RUS, by 2027-12) <= 11",
}

READ |= {  # aid, soldiers, arms, opinion
    "The aid Norway gives to Ukraine will exceed 5 billion euros in 2027.": "aid_to_ukraine(NOR, 2027) > 5e9",
    "The volume of Dutch aid for Ukraine will exceed 3 billion euros in 2027.": "aid_to_ukraine(NLD, 2027) > 3e9",
    "Europe will provide Ukraine with assistance worth at least 40 billion euros in 2028.": "aid_to_ukraine(EUROPE, 2028) >= 4e10",
    "Europe will give the Ukrainians military and financial aid worth at least 40 billion euros in 2028.": "aid_to_ukraine(EUROPE, 2028) >= 4e10",
    "The number of Russian soldiers will exceed 1.5 million in 2028.": "personnel(RUS, 2028) > 1.5e6",
    "The manpower of the Polish armed forces will exceed 250,000 in 2029.": "personnel(POL, 2029) > 250000",
    "Active military personnel in Poland will exceed 250,000 in 2029.": "personnel(POL, 2029) > 250000",
    "The number of GIs in Europe will be below 60,000 in 2028.": "us_troops_europe(USA, 2028) < 60000",
    "America's military presence in Europe will be below 60,000 in 2028.": "us_troops_europe(USA, 2028) < 60000",
    "Russia's stock of heavy weapons will be above its pre-war level by the end of 2031.": "equipment_index(RUS, by 2031-12) > 1",
    "Russian equipment holdings will be below the level of February 2022 in 2029.": "equipment_index(RUS, 2029) < 1",
    "Russia will have less heavy equipment than before the war at the end of 2029.": "equipment_index(RUS, by 2029-12) < 1",
    "Russia will not have as much military equipment as in February 2022 by 2031.": "not equipment_index(RUS, by 2031-12) >= 1",
    "Polish arms production will be at least 30% higher in 2028 than in 2025.": "change(arms_output(POL, 2028), from 2025, percent) >= 30",
    "The output of the Russian military-industrial complex will fall by at least 10% in 2027.": "change(arms_output(RUS, 2027), from 2026, percent) <= -10",
    "Public support in Italy for higher military spending will be below 40% in 2027.": "poll_support(ITA, 2027) < 40",
    "The share of Poles in favour of bigger defence budgets will be above 60% in 2027.": "poll_support(POL, 2027) > 60",
}

REFUSED = {
    "spent on something else": "What Norway spends on pensions will exceed 12% of GDP in 2029.",
    "a part of it": "What Norway spends on weapons alone will exceed 2 billion euros in 2029.",
    "research": "The amount Norway spends on defence research will exceed 1 billion euros in 2029.",
    "a region": "What Catalonia spends on defence will exceed 1 billion euros in 2029.",
    "what is needed": "Norway's military needs will exceed 4% of GDP in 2029.",
    "a share of the budget": "The share of Norway's budget that goes to defence will exceed 10% in 2029.",
    "at which prices": "Norway's real defence spending will exceed 15 billion euros in 2029.",
    "of exports": "The growth rate of Italian exports will be below 1% in 2028.",
    "of prices, of growth": "The growth rate of Russian inflation will be below 1% in 2028.",
    "not real": "Italy's nominal GDP growth will be below 3% in 2028.",
    "GDP that falls, not real": "Italy's nominal GDP will fall by 2% in 2028.",
    "a sector": "Italy's industrial output will exceed 600 billion euros in 2028.",
    "of food": "Food price growth in Russia will be below 5% in December 2027.",
    "of the young": "The share of the young German workforce without a job will be above 7% in 2028.",
    "of women": "Unemployment among women in Germany will be above 6% in 2028.",
    "exports and imports": "The gap between Belgian exports and imports will exceed 4% of GDP in 2028.",
    "two deficits": "The gap between Belgian and Dutch deficits will exceed 4% of GDP in 2028.",
    "owed abroad": "The ratio of Poland's foreign debt to GDP will exceed 65% in 2028.",
    "owed to some": "What Poland owes to private creditors will exceed 20% of GDP in 2028.",
    "a mortgage": "Russia's mortgage rate will be below 12% in March 2027.",
    "a tax": "The base rate of income tax in Russia will be above 13% in 2028.",
    "a company's bonds": "The yield on Spanish corporate bonds will be above 4% in 2028.",
    "another tenor": "The yield on two-year Spanish government bonds will be above 3% in 2028.",
    "a real yield": "The real yield on Spanish government bonds will be above 2% in 2028.",
    "the euro": "The euro-rouble rate will be above 105 in March 2027.",
    "another money": "The dollar will be above 45 hryvnias in March 2027.",
    "the invested part": "The invested assets of Russia's National Wealth Fund will be below 9 trillion roubles by the end of 2028.",
    "without oil": "Russia's non-oil revenue will be below 30 trillion roubles in 2027.",
    "another country": "Dutch aid to Moldova will exceed 1 billion euros in 2027.",
    "loans": "Dutch loans to Ukraine will exceed 3 billion euros in 2027.",
    "where they stand": "The number of German soldiers in Lithuania will exceed 4,500 in 2028.",
    "the fallen": "The number of Russian soldiers killed will exceed 500,000 in 2028.",
    "strength with others": "Poland's military strength will be 500,000 in 2029, including 200,000 reservists.",
    "in one country": "The number of American troops in Poland will be below 9,000 in 2028.",
    "nuclear": "Russia's nuclear arsenal will be above its pre-war level by the end of 2031.",
    "a multiple of it": "Russia will have twice as much heavy equipment as in February 2022 by 2031.",
    "half of it": "Russia's equipment will be at half the level of February 2022 by 2029.",
    "a kind of it": "Russia will have more modern heavy equipment than in February 2022 by 2031.",
    "sold abroad": "Russia's arms exports will be 10% higher in 2028 than in 2025.",
    "room to produce": "Russian arms production capacity will be 10% higher in 2028 than in 2025.",
    "what it costs": "Russian arms production costs will be 10% higher in 2028 than in 2025.",
    "less of it": "Public support for lower military spending will be below 40% in Italy in 2027.",
    "of somebody": "Support for the prime minister will be below 40% in Italy in 2027.",
    "of some": "Support among the young for higher defence spending will be below 40% in Italy in 2027.",
}


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_its_question(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED.values(), ids=REFUSED)
def test_a_near_miss_asks_nothing(sentence: str) -> None:
    assert asked(sentence) == []
