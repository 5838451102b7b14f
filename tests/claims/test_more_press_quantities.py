"""Further nouns and verbs of the press for a quantity: aid by who gives it, arms by who makes them, currencies and growth
stronger or weaker than a figure, tiers in NATO's own words; near misses beside them. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Sweden will channel at least 20 billion kronor to Kyiv in 2027.": "aid_to_ukraine(SWE, 2027, SEK) >= 2e10",
    "The Nordics will put over €8bn into Ukraine's war chest in 2028.": "aid_to_ukraine(NORDICS, 2028) > 8e9",
    "Kyiv will get at least €5bn from Italy in 2027.": "aid_to_ukraine(ITA, 2027) >= 5e9",
    "What the Dutch taxpayer gives to Ukraine will top €3bn in 2027.": "aid_to_ukraine(NLD, 2027) > 3e9",
    "Spain will come to Ukraine's aid with less than €2bn in 2027.": "aid_to_ukraine(ESP, 2027) < 2e9",
    "Russian foundries will forge twice as many shells in 2027 as in 2024.": "change(arms_output(RUS, 2027), from 2024, multiple) >= 2",
    "Hungary's public finances will be underwater by about 5% of GDP in 2027.": "balance(HUN, 2027) about -5",
    "Russia's state budget will overspend its revenue by over 5 trillion roubles in 2027.": "balance(RUS, 2027, RUB) < -5e12",
    "What Paris borrows over the year will be less than 5% of GDP in 2028.": "balance(FRA, 2028) > -5",
    "Spain's pile of outstanding liabilities will stay under 105% of GDP in 2028.": "debt_ratio(ESP, 2028) < 105",
    "Italian government bonds outstanding will exceed 130% of GDP in 2028.": "debt_ratio(ITA, 2028) > 130",
    "Greece's public debt will be under 140% of GDP in 2028, a banker said, asking not to be named.": "debt_ratio(GRC, 2028) < 140",
    "What Rome has to pay to borrow for ten years will be above 4% in 2028.": "bond_yield(ITA, 2028) > 4",
    "Ten-year gilts will carry a market yield of at least 4% in 2028.": "bond_yield(GBR, 2028) >= 4",
    "The front-month Brent contract will trade below $70 a barrel on average in 2027.": "brent_price(2027) < 70",
    "The asking price for Urals will be under $50 a barrel on average in 2027.": "oil_price(RUS, 2027) < 50",
    "Russia's budget head for national defence will be under 12 trillion roubles in 2028.": "defence_budget(RUS, 2028) < 1.2e13",
    "The rouble will be softer than 100 to the dollar on average in 2027.": "exchange_rate(RUS, 2027) > 100",
    "The Russian unit will be firmer than 85 per dollar on average in 2027.": "exchange_rate(RUS, 2027) < 85",
    "The dollar will be stronger than 90 roubles in 2027.": "exchange_rate(RUS, 2027) > 90",
    "Growth in Italy will be stronger than 1% in 2027.": "growth(ITA, 2027) > 1",
    "Growth in Italy will be weaker than 1% in 2027.": "growth(ITA, 2027) < 1",
    "Italian output in volume terms will expand by less than 1% in 2027.": "growth(ITA, 2027) < 1",
    "The British economy will put on over 1% in 2027.": "growth(GBR, 2027) > 1",
    "Germany's economy will slip into reverse in 2027.": "growth(DEU, 2027) < 0",
    "Polish shoppers will face price rises of more than 3% on average in 2027.": "inflation(POL, 2027) > 3",
    "The rate at which prices climb in Poland will be above 3% in 2027.": "inflation(POL, 2027) > 3",
    "Official borrowing costs in Poland will be below 4% by the end of 2027.": "policy_rate(POL, by 2027-12) < 4",
    "The cost of Bank of Russia credit will be around 12% on average in 2027.": "policy_rate(RUS, 2027) about 12",
    "The headline rate of Italian joblessness will be under 7% in 2027.": "unemployment(ITA, 2027) < 7",
    "Washington will keep on the continent a garrison of at least 60,000 in 2028.": "us_troops_europe(USA, 2028) >= 60000",
    "Polish defence plus defence-related outlays taken together will exceed 5% of GDP in 2030.": "total_share(POL, 2030) > 5",
    "Norwegian defence in NATO's wide sense, ports included, will come to at least 5% of GDP in 2032.": "total_share(NOR, 2032) >= 5",
    "Italy's resilience outlays in NATO's books will stay under 1.5% of GDP in 2029.": "related_share(ITA, 2029) < 1.5",
    "Spain's hard-power basket alone, troops and kit, will stay below 2.5% of GDP in 2030.": "core_share(ESP, 2030) < 2.5",
    "What Poland puts into its troops, tanks and planes will be at least 4.5% of GDP in 2027.": "core_share(POL, 2027) >= 4.5",
    "France will produce more than 6% of the alliance's combined output in 2029.": "gdp(FRA, 2029, share of NATO) > 6",
}
REFUSED = (
    "Germany will send another €10bn to Kyiv in 2027.",
    "Germany will send goods worth €10bn to Ukraine in 2027.",
    "Germany will pay €10bn for Ukrainian drones in 2027.",
    "Germany will spend €10bn on Ukrainian refugees in 2027.",
    "Germany will pay €3bn to Kyiv for gas in 2027.",
    "Russian plants will turn out more missiles in 2027 than Ukraine's.",
    "A plant in Tula will turn out twice as many shells in 2027 as in 2025.",
    "Russia will build twice as many houses in 2027 as in 2025.",
    "Russia's regional budgets will overspend their income by 1 trillion roubles in 2027.",
    "Italian companies' bonds outstanding will exceed 30% of GDP in 2028.",
    "What Russian companies pay to borrow for ten years will be above 15% in 2027.",
    "The Brent contract for December 2027 will trade at $65.",
    "The rate at which food gets dearer in Russia will be under 6% in 2027.",
    "British consumers will face food price rises of more than 4% in 2027.",
    "The rouble will be firmer than 90 to the euro in 2027.",
    "Russia's GDP will add $50bn in 2027.",
    "Russian industrial output will go into reverse in 2027.",
    'Appropriations under the heading "national security and law enforcement" will top 4 trillion roubles in Russia in 2027.',
    "Germany will spend more than 9% of NATO's GDP on defence in 2029.",
    "Poland's share of NATO's common budget will exceed 5% in 2029.",
    "US soldiers deployed to Asia will number at least 60,000 in 2028.",
)


@pytest.mark.parametrize(("text", "question"), READ.items())
def test_a_quantity_in_the_words_of_the_press(text, question):
    assert asked(text) == [question]


@pytest.mark.parametrize("text", REFUSED)
def test_what_only_sounds_like_one_is_refused(text):
    assert asked(text) == []
