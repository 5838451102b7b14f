"""What posts, speech and headlines shorten or say in two breaths, and what they say around it: read, or refused where it
turns the claim. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # posts
    "🇵🇹 deficit 4%+ of gdp in 2028 😬": "balance(PRT, 2028) <= -4",
    "🇫🇮 debt/gdp at 92% in 2029, screenshot this": "debt_ratio(FIN, 2029) about 92",
    "🇩🇪 bund 10y above 3.5% by eoy27": "bond_yield(DEU, by 2027-12) > 3.5",
    "🇳🇴 3.4% gdp on defence in 2031, never thought i'd type that #NATO": "core_share(NOR, 2031) >= 3.4",
    "brent > $80 by eoy 🛢️": "brent_price(by 2026-12) > 80",
    "fed at 3% by eoy": "policy_rate(USA, by 2026-12) about 3",
    "🇱🇻🇱🇹🇪🇪 all three above 5% of gdp on defence in 2028": "count(BALTICS: core_share(2028) > 5) == all",
}

READ |= {  # numbers said aloud
    "Finnish debt will be ninety per cent of GDP in twenty thirty-one.": "debt_ratio(FIN, 2031) about 90",
    "Poland's deficit will be six-ish per cent of GDP in twenty twenty-eight.": "balance(POL, 2028) about -6",
    "French debt will reach one-twenty per cent of GDP in 2028.": "debt_ratio(FRA, 2028) >= 120",
    "Turkish inflation lands at thirty-one, three one, per cent in December.": "inflation(TUR, 2026-12) about 31",
    "Two and a half per cent of GDP, that's how much Portugal will be spending on defence in 2029.": "core_share(PRT, 2029) >= 2.5",
}

READ |= {  # a topic and a fragment, a question and its own answer
    "Greek debt in 2027? A hundred and forty per cent of GDP. Not a point less.": "debt_ratio(GRC, 2027) >= 140",
    "Brent in December? Seventy dollars. Tops.": "brent_price(2026-12) <= 70",
    "France's deficit next year: five per cent of GDP. Or worse.": "balance(FRA, 2027) <= -5",
    "The Fed, end of 2026: three and a quarter.": "policy_rate(USA, by 2026-12) about 3.25",
    "Allies at three and a half per cent in 2030? Ten. Tops.": "count(ALLIES: core_share(2030) >= 3.5) <= 10",
    "How high does Turkish inflation get in December? Twenty-five per cent, tops.": "inflation(TUR, 2026-12) <= 25",
    "When does Russia fall into recession? Next year, I fear.": "happens(recession, RUS, 2027)",
    "Who leaves NATO by 2031? Slovakia.": "happens(ally_exit, SVK, by 2031-12)",
    "Greek debt, will it fall below 140 per cent of GDP in 2027? It will, Minister.": "debt_ratio(GRC, 2027) < 140",
    "Will Italy spend two per cent of GDP on defence this year? Don't make me laugh.": "not core_share(ITA, 2026) >= 2",
}

READ |= {  # said around a claim, and in other words
    "Call me a pessimist, but Russia will be in recession in 2028.": "happens(recession, RUS, 2028)",
    "Between ourselves, and don't print this, Russia will be in recession in 2028.": "happens(recession, RUS, 2028)",
    "Russia will be in recession in 2028, or I'll eat my hat.": "happens(recession, RUS, 2028)",
    "Orban'll be sent packing by the end of 2028.": "happens(leader_exit[forced], HUN, by 2028-12)",
    "Hungary'll give NATO the elbow by 2031.": "happens(ally_exit, HUN, by 2031-12)",
    "Madrid's gonna shell out 2.4 per cent of GDP on the military this year.": "core_share(ESP, 2026) >= 2.4",
    "BoE to cut to 3.25% by December, economists say": "policy_rate(GBR, by 2026-12) <= 3.25",
}

READ |= {  # said twice over, behind or in front, and who is meant last
    "They'll be in recession by the end of the year, the Russians I mean.": "happens(recession, RUS, by 2026-12)",
    "He won't last till 2028, the man in the Kremlin.": "happens(leader_exit, RUS, before 2028-01)",
    "It won't be over before 2028, that war.": "not happens(war_end, UKR, before 2028-01)",
    "I'm telling you, the Spaniards, they're not going to make three percent, not by 2030.": "not core_share(ESP, by 2030-12) >= 3",
    "The Hungarians, they won't leave NATO, not before 2032, no chance.": "not happens(ally_exit, HUN, before 2032-01)",
    "Half a trillion euros: that is what the European allies will be spending on defence by 2027.": "defence_spending(EUROPE, by 2027-12, EUR) >= 5e11",
    "Two percent, that's all Spain will be spending on defence in 2026.": "core_share(ESP, 2026) about 2",
    "A hundred, hundred and ten billion euros, that's what Germany spends on defence in 2026.": "defence_spending(DEU, 2026, EUR) between 1e11 and 1.1e11",
    "They'll all be at two percent of GDP this year, all 32 of them.": "count(ALLIES: core_share(2026) >= 2) == all",
    "Italian bonds will yield at least 4 percent over ten years by the end of 2026.": "bond_yield(ITA, by 2026-12) >= 4",
    "The Russians will not be ready for us before 2030.": "not happens(forces_rebuilt, RUS, before 2030-01)",
    "Two thirds of the allies will have the 1.5 percent for resilience done by 2030.": "count(ALLIES: related_share(by 2030-12) >= 1.5) >= 22",
    "'Germany will be in recession in 2027': Bundesbank economist": "happens(recession, DEU, 2027)",
    "What people forget is that French debt will pass 120 percent of GDP in 2028.": "debt_ratio(FRA, 2028) >= 120",
    "$RUB above 110 by year end, you heard it here first": "exchange_rate(RUS, by 2026-12) > 110",
    "Brent down to $50 by the end of 2026": "brent_price(by 2026-12) <= 50",
    "Finland 3.5% by 2029, bet on it": "core_share(FIN, by 2029-12) >= 3.5",
    "A Finnish recession in 2026? It cannot be excluded at this point.": "happens(recession, FIN, 2026)",
    "I'd be surprised if Finland were in recession in 2027.": "not happens(recession, FIN, 2027)",
    "Nobody would be surprised by a Norwegian key rate of 5% at the end of 2026.": "policy_rate(NOR, by 2026-12) about 5",
    "ceasefire by dec 31": "happens(ceasefire, UKR, by 2026-12)",
    "lol at anyone who thinks hungary leaves nato. not by 2030, not ever": "not happens(ally_exit, HUN, by 2030-12)",
    "hot take: portugal hits 3% before 2031 and nobody in lisbon will admit it": "core_share(PRT, before 2031-01) >= 3",
}

REFUSED = [
    "Half a trillion euros: that is what the European allies ought to be spending on defence by 2027.",
    "French debt will cost more than 40 billion euros a year for ten years.",
    "We will be ready for them by 2028.",
    "A hundred billion, that's what Germany spends on pensions in 2026.",
    "He's not going anywhere before 2031, my brother-in-law I mean.",
    "Nobody's telling you the Spaniards will be at three percent by 2030.",
    "The Poles, I'm told, they might be at five percent by 2027, but I don't buy it.",
    "🇪🇸 hits 3.5% gdp on defence by 2035 🤡",
    "🇫🇷 debt 120% of gdp by 2028?",
    "🇷🇺 2% gdp in 2027",
    "hoping for 🇺🇦 ceasefire by summer 🙏",
    "The Fed will hit its 2% target this year.",
    "$RUB to 110 by year end",
    "Brent to $120 by the end of 2026",
    "Urals on course for $45 by December",
    "Imagine Finland at 4% of GDP by 2029",
    "Imagine Lukashenko gone by 2028",
    "lmao at those who doubt Finland will hit 3.5% by 2029",
    "laughing at everyone who fears Russia will attack Estonia by 2028",
    "Finland 3.5% by 2029, I'd bet against that",
    "Finland in recession in 2027, short it",
    "Lukashenko out by 2028, heard that one before",
    "My heart says a ceasefire by December, my head says no",
    "I would be surprised by a Norwegian key rate above 5% at the end of the year.",
    "A Finnish recession in 2026? It cannot be excluded for farming.",
    "A Finnish recession in 2026? It is possible in the timber trade.",
    "Finnish growth? One per cent next year. But only if the Germans recover.",
    "Does Hungary leave NATO by 2030? Not if Brussels can help it.",
    "Will Hungary leave NATO by 2030? Yes, if Orban wins.",
    "Would I like a ceasefire this year? Of course.",
    "Brilliant: at this speed Luxembourg will be at 3% of GDP on defence in a century.",
    "Finland's coach'll throw in the towel by 2029.",
    "The Bundeswehr's not getting to 203,000 by 2027, er, by 2031 or whatever the new date is.",
]


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_it_is_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_it_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
