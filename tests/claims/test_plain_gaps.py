"""Plain sentences that a grid of subjects, verbs and moments found unread or misread: sizes of economies, attacks on
allies, departures, what is expected, what takes place; and their neighbours that ask something else. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Spanish GDP will drop to $2 trillion in 2027.": "gdp(ESP, 2027) <= 2e12",
    "Poland's GDP will rise to $1 trillion in 2027.": "gdp(POL, 2027) >= 1e12",
    "Germany's GDP was 4.3 trillion euros in 2024.": "gdp(DEU, 2024, EUR) about 4.3e12",
    "Germany's GDP will come to $5 trillion in 2027.": "gdp(DEU, 2027) about 5e12",
    "Germany's GDP will be higher than that of France in 2027.": "gdp(DEU, 2027) > gdp(FRA, 2027)",
    "Germany's GDP will be below that of the United States in 2029.": "gdp(DEU, 2029) < gdp(USA, 2029)",
    "Germany's GDP will be twice as high as Spain's in 2029.": "gdp(DEU, 2029) about 2 times gdp(ESP, 2029)",
    "The Dutch deficit will be twice as high as Poland's in 2029.": "balance(NLD, 2029) about 2 times balance(POL, 2029)",
    "The Dutch deficit will be more than twice as high as Poland's in 2029.": (
        "balance(NLD, 2029) < 2 times balance(POL, 2029)"
    ),
    "An attack on Estonia could come by 2031.": "happens(attack_on_nato, EST, by 2031-12)",
    "An attack on NATO is likely by 2030.": "happens(attack_on_nato, by 2030-12)",
    "An invasion of Lithuania cannot be ruled out by 2031.": "happens(attack_on_nato, LTU, by 2031-12)",
    "A truce may take place by 2031.": "happens(ceasefire, UKR, by 2031-12)",
    "The break-up of NATO may take place by 2031.": "happens(alliance_dissolution, by 2031-12)",
    "The break-up of NATO is expected by 2031.": "happens(alliance_dissolution, by 2031-12)",
    "Putin's fall is to be expected by 2031.": "happens(leader_exit[forced], RUS, by 2031-12)",
    "Putin's departure will come by 2031.": "happens(leader_exit, RUS, by 2031-12)",
    "Putin's resignation is unlikely before 2031.": "not happens(leader_exit, RUS, before 2031-01)",
    "Macron's departure is expected by 2027.": "happens(leader_exit, FRA, by 2027-12)",
    "Polish economic growth will not reach 1.5% in 2027.": "not growth(POL, 2027) >= 1.5",
    "Poland's debt is going to be 60% of GDP in 2027.": "debt_ratio(POL, 2027) about 60",
    "Germany is going to spend 3.5% of GDP on defence in 2029.": "core_share(DEU, 2029) >= 3.5",
    "Most likely, Germany will spend 3.5% of GDP on defence in 2029.": "core_share(DEU, 2029) >= 3.5",
    "Spain will maintain defence spending at 3% of GDP in 2028.": "core_share(ESP, 2028) about 3",
    "Italy will spend 1.5% of GDP on infrastructure and resilience by 2030.": "related_share(ITA, by 2030-12) >= 1.5",
    "The rouble stood at 80 to the dollar at the end of 2024.": "exchange_rate(RUS, by 2024-12) about 80",
    "Ten-year German bond yields will be above 3% in 2026.": "bond_yield(DEU, 2026) > 3",
    "Nobody believes that the wealth fund's exhaustion will occur by 2027.": (
        "not happens(fund_exhausted, RUS, by 2027-12)"
    ),
    "Russia will cut its military spending in response to NATO's decisions.": (
        "special(response, direction=down, who=RUS, in 2027)"
    ),
}
READ |= {  # what stands in front or behind changes nothing
    "Russia will fall into recession in 2027 in response to NATO's war.": "happens(recession, RUS, 2027)",
    "As early as 2028, Hungary will leave NATO.": "happens(ally_exit, HUN, by 2028-12)",
    "As the war drags on, Germany will spend 3.5% of GDP on defence in 2029.": "core_share(DEU, 2029) >= 3.5",
    "After years of cuts, Russia's key rate will be cut to 12 per cent by the end of 2027.": (
        "policy_rate(RUS, by 2027-12) <= 12"
    ),
    "In a major shift, the Russian central bank's policy rate will rise to 12 per cent no later than 2031.": (
        "policy_rate(RUS, by 2031-12) >= 12"
    ),
    "After years of cuts, Italy's debt ratio will reach 140 per cent of GDP the year after next.": (
        "debt_ratio(ITA, 2028) >= 140"
    ),
    "U.S. GDP will grow by 2% in 2027.": "growth(USA, 2027) about 2",
    "The government in Brussels will spend 2% of GDP on defence in 2027.": "core_share(BEL, 2027) >= 2",
    "Putin will be ousted by 2030.": "happens(leader_exit[forced], RUS, by 2030-12)",
}
READ |= {  # bases, bounds, what is told of today, the year that is meant
    "German defence spending was up 20% on 2023.": "change(defence_spending(DEU, latest), from 2023, percent) about 20",
    "Russia's oil and gas revenue was down 20% over 2024.": "change(oil_gas_revenue(RUS, 2024), from 2023, percent) about -20",
    "German defence spending in 2024 was 20% up on 2019.": "change(defence_spending(DEU, 2024), from 2019, percent) about 20",
    "Canada's deficit will be C$78 billion in 2026.": "balance(CAN, 2026, CAD) about -7.8e10",
    "Canada's deficit will be 78 billion US dollars in 2026.": "balance(CAN, 2026, USD) about -7.8e10",
    "For the second year running Russia will grow more slowly than the euro area.": "growth(RUS, 2026, default) < growth(EURO_AREA, 2026, default)",
    "For the second year running Russia will grow by less than 1%.": "growth(RUS, 2026, default) < 1",
    "For a second year running Germany's deficit will exceed 3% of GDP.": "balance(DEU, 2026, default) < -3",
    "For the second straight year, Poland will spend more on defence than Italy.": "defence_spending(POL, 2026, default) > defence_spending(ITA, 2026, default)",
    "For the second year running Poland will spend more than 4% of GDP on defence.": "core_share(POL, 2026, default) > 4",
    "Bank of Russia cuts to 13.5%.": "policy_rate(RUS, latest) about 13.5",
    "Bank of Russia cuts key rate to 13.5%.": "policy_rate(RUS, latest) about 13.5",
    "Bank of Russia raises key rate to 21%.": "policy_rate(RUS, latest) about 21",
    "Russia's central bank holds its key rate at 16%.": "policy_rate(RUS, latest) about 16",
    "The Bank of England keeps rates at 4%.": "policy_rate(GBR, latest) about 4",
    "Poland raises defence spending to 4.8% of GDP.": "core_share(POL, latest) about 4.8",
    "Russian inflation falls to 6%.": "inflation(RUS, latest) about 6",
    "Germany's economy shrinks by 0.2%.": "growth(DEU, latest) about -0.2",
    "Spain keeps defence spending at 2% of GDP.": "core_share(ESP, latest) about 2",
    "Russia's central bank is cutting its key rate to 13.5%.": "policy_rate(RUS, latest) about 13.5",
    "If the war goes on through 2027, Russia's deficit will top 3 percent of GDP that year.": "balance(RUS, 2027) < -3 given not happens(war_end, UKR, by 2027-12)",
    "If the war goes on into 2027, Russia's deficit will top 3 percent of GDP that year.": "balance(RUS, 2027) < -3 given not happens(war_end, UKR, before 2027-01)",
    "If the war lasts until 2027, Russia's growth will be 1% that year.": "growth(RUS, 2027) about 1 given not happens(war_end, UKR, by 2026-12)",
    "If the war ends in 2027, Russia's growth will be 1% that year.": "growth(RUS, 2027) about 1 given happens(war_end, UKR, 2027)",
    "If oil averages $40 in 2027, Russia's growth will be 1% that year.": "growth(RUS, 2027) about 1 given oil_price(RUS, 2027) about 40",
    "Were Urals to average 70 dollars in 2027, the Kremlin could hold its budget gap to 2 percent of GDP that year.": "balance(RUS, 2027) >= -2 given oil_price(RUS, 2027) about 70",
    "Russia could hold its deficit to 2 percent of GDP in 2027.": "balance(RUS, 2027) >= -2",
    "Russia will hold its deficit to 2 percent of GDP in 2027.": "balance(RUS, 2027) >= -2",
    "Russia will keep its deficit to 2 percent of GDP in 2027.": "balance(RUS, 2027) >= -2",
    "Russia may limit its deficit to 2 percent of GDP in 2027.": "balance(RUS, 2027) >= -2",
    "Russia could bring its deficit down to 2 percent of GDP in 2027.": "balance(RUS, 2027) >= -2",
    "Russia could hold inflation to 4% in 2027.": "inflation(RUS, 2027) <= 4",
    "Russia could hold unemployment to 3% in 2027.": "unemployment(RUS, 2027) <= 3",
    "France could hold its debt to 115% of GDP in 2027.": "debt_ratio(FRA, 2027) <= 115",
    "Germany will hold defence spending to 3% of GDP in 2027.": "core_share(DEU, 2027) <= 3",
    "Poland will spend 50 billion US dollars on defence in 2026.": "defence_spending(POL, 2026) >= 5e10",
    "Sweden will spend 200 billion Swedish kronor on defence in 2028.": "defence_spending(SWE, 2028, SEK) >= 2e11",
    "Defence spending will be 200 billion Swedish kronor in 2028.": "defence_spending(SWE, 2028, SEK) about 2e11",
    "The IMF expects that growth will be 1% in Germany in 2027.": "growth(DEU, 2027) about 1",
}

READ |= {  # Article 5 put to the proof, the alliance's own target, who is asked about
    "Russia will test Article 5 by 2031.": "happens(attack_on_nato, by 2031-12)",
    "The alliance will ease its target in 2029.": "happens(target_changed[ease], 2029)",
    "Asked in Rome about Croatia, the banker put its deficit at 3% of GDP in 2027.": "balance(HRV, 2027) about -3",
}
READ |= {  # what a figure is not, beneath another's
    "Croatia will spend 2.1 per cent of GDP on defence this year, not the 3.5 per cent its partners keep citing.": (
        "core_share(HRV, 2026) about 2.1"
    ),
    "Turkish inflation will come in at 24 per cent in December, as opposed to the 16 per cent in the bank's plan.": (
        "inflation(TUR, 2026-12) about 24"
    ),
    "In 2027 the Croatian debt ratio will lie beneath Slovenia's.": "debt_ratio(HRV, 2027) < debt_ratio(SVN, 2027)",
}
READ |= {  # a noun, "of", its figure
    "The ministry expects a Urals price of 59 dollars in 2027.": "oil_price(RUS, 2027) about 59",
    "A Brent price of at least 70 dollars is expected in 2027.": "brent_price(2027) >= 70",
    "Investors expect a Spanish ten-year yield of 3.4% in 2027.": "bond_yield(ESP, 2027) about 3.4",
    "Analysts expect a rise in defence spending of 10% in Croatia in 2027.": (
        "change(defence_spending(HRV, 2027), from 2026, percent) >= 10"
    ),
    "Analysts expect a fall in Turkish inflation of 5 points by December 2026.": (
        "change(inflation(TUR, by 2026-12), from 2026-03, absolute) about -5"
    ),
}
READ |= {  # put down for something, Easter's month, in no position to go to war
    "Poland has 200 billion zlotys down for defence in 2027.": "defence_spending(POL, 2027, PLN) >= 2e11",
    "Berlin has put 120 billion euros down for defence in 2027.": "defence_spending(DEU, 2027, EUR) >= 1.2e11",
    "Russia's key rate will be 12% by Easter 2027.": "policy_rate(RUS, by 2027-03) about 12",
    "There will be a ceasefire by Easter.": "happens(ceasefire, UKR, by 2026-04)",
    "Russia will be in no position to go to war with an ally before 2029.": (
        "not happens(forces_rebuilt, RUS, before 2029-01)"
    ),
    "Russia will be unable to go to war with NATO before 2029.": "not happens(forces_rebuilt, RUS, before 2029-01)",
    "Montenegro will spend over 2.2 percent of GDP on its soldiers in 2029.": "core_share(MNE, 2029) > 2.2",
    "Give the Russians until 2029 and they will be ready to attack NATO.": "happens(forces_rebuilt, RUS, by 2029-12)",
}

REFUSED = [
    "Putin isn't going anywhere before the vote in 2030.",
    "Macron will be gone within a year of the election.",
    "Behind only Poland, Croatia will be NATO's biggest spender relative to GDP in 2027.",
    "Paris, Kentucky, will have a balanced budget in 2027.",
    "Russia will test NATO by 2031.",
    "Trump will test Article 5 by 2028.",
    "Would that Spain had been at 3 per cent in 2024!",
    "Croatia expects a NATO average of 3% of GDP in 2028.",
    "Denmark's defence spending will be 2 billion euros above plan in 2027.",
    "Denmark will be half a point above the NATO goal in 2027.",
    "Denmark's deficit will be 1% of GDP above the limit in 2027.",
    "Dutch defence spending will be half a point in 2027.",
    "The ministry expects a gas price of 300 dollars in 2027.",
    "Germany's GDP will be higher than in 2026 in 2027.",
    "Germany's GDP will be higher than France's debt in 2027.",
    "Germany's debt will be higher than France's GDP in 2027.",
    "Germany's GDP per head will be higher than that of France in 2027.",
    "Keeping the pledge will drain the National Wealth Fund by 2030.",
    "Spain rejects 3.5%, will spend 2.1% of GDP on defence in 2027",
    "Sanchez denies a rift, will spend 2.1% of GDP on defence in 2027.",
    "Germany has never spent 3.5% of GDP on defence.",
    "Russian inflation was never above 20%.",
    "By 2029 Germany will spend 3.5% of today's GDP on defence.",
    "A cyber attack on Estonia will come by 2031.",
    "A terrorist attack on Germany is likely by 2027.",
    "An attack on Ukraine will come by 2031.",
    "An American attack on Turkey could come by 2031.",
    "An attack on Estonia by Belarus could come by 2031.",
    "An attack on Estonia's power grid could come by 2031.",
    "An attack on Germany's pension system will come by 2027.",
    "Putin's departure from Ukraine is expected by 2031.",
    "Putin's departure for Beijing is expected in 2027.",
    "The talks will take place in 2027.",
    "Soon, Hungary will leave NATO.",
    "Before long, Turkey will quit the alliance.",
    "Most likely to leave NATO by 2030 is Hungary.",
    "Italy will spend 1.5% of GDP on infrastructure by 2030.",
    "Nothing will happen to NATO by 2030.",
    "German defence spending was up 10% in 2024 and up 5% in 2025.",
    "Poland's debt is up 10 points on 2023.",
    "Canada's federal deficit will be $78.3 billion in 2026.",
    "Canada will spend $60 billion on defence in 2026.",
    "Canada's deficit will be 78 billion dollars in 2026.",
    "The Fund expects of Sofia that it keep its public debt below 35 per cent of GDP in 2028.",
    "The IMF expects that Bulgaria keep its debt below 35 per cent of GDP in 2028.",
    "NATO expects of Spain that it spend 3.5% of GDP on defence by 2035.",
    "Washington expects from Berlin that it spends 3.5% of GDP on defence by 2029.",
    "There'll be a real American pull-out from Europe, and I mean brigades, before the midterms.",
    "There'll be an American pull-out from Europe before the midterms.",
    "There'll be an American pull-out from Europe, before the midterms.",
    "There'll be an American pull-out from Europe, before the elections.",
    "There'll be an American pull-out from Europe, after the midterms.",
    "Russia will attack Estonia, before the next World Cup.",
    "Russia will attack Estonia, mark my words, before the next World Cup.",
    "Russia will attack Estonia, until the guns are cold.",
    "There'll be a ceasefire, after the summit.",
    "There'll be a ceasefire, ahead of the summit.",
    "There'll be a ceasefire, following the summit.",
    "There'll be a ceasefire, on the eve of the summit.",
    "There'll be a ceasefire, come the summit.",
    "There'll be a ceasefire, in time for the summit.",
    "Poland will spend 5% of GDP on defence, before the next election.",
    "Poland will spend 5% of GDP on defence, on the day the plants open.",
]


@pytest.mark.parametrize("sentence", READ)
def test_a_plain_sentence_gives_its_question(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_its_neighbour_asks_something_else(sentence: str) -> None:
    assert asked(sentence) == []


def test_a_name_that_a_noun_describes_is_the_subject() -> None:
    sentence = "Germany, once the sick man of Europe, expects to spend 3.5% of GDP on defence in 2029."
    assert asked(sentence) == ["core_share(DEU, 2029) >= 3.5"]
