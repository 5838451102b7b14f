"""Speakers who correct themselves, their own questions in more words, remarks of posts, idioms, a leader of himself:
read, or refused where it turns the claim. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import DAY, asked

from overstretch.claims.compiler import compile_statements
from overstretch.statements.reading.by_hand import entry, read_entries

READ = {  # corrected at once
    "Portuguese debt will fall to eighty, excuse me, ninety per cent of GDP by 2028.": "debt_ratio(PRT, by 2028-12) about 90",
    "Norway, sorry, Denmark will spend more than four per cent of GDP on defence in 2029.": "core_share(DNK, 2029) > 4",
    "Russia will be in recession by 2028, no, wait, by 2029.": "happens(recession, RUS, by 2029-12)",
    "Greek debt will be above, sorry, below 130 per cent of GDP in 2028.": "debt_ratio(GRC, 2028) < 130",
    "Lithuania will spend five, or should I say five and a half, per cent of GDP on defence in 2028.": "core_share(LTU, 2028) >= 5.5",
    "Italy will be at one point eight, not two point eight, one point eight per cent of GDP on defence in 2027.": "core_share(ITA, 2027) >= 1.8",
    "Poland gets to, where is it, ah yes, here we are, five per cent of GDP on defence by 2030.": "core_share(POL, by 2030-12) >= 5",
}

READ |= {  # what a figure or a moment is not
    "Croatia will spend not two but two and a half per cent of GDP on defence in 2028.": "core_share(HRV, 2028) >= 2.5",
    "Greece will be at 5% of GDP on defence not in 2029 but in 2031.": "core_share(GRC, 2031) >= 5",
    "Dutch output will grow by 0.9 per cent in 2027 and not by 1.6.": "growth(NLD, 2027) about 0.9",
}

READ |= {  # who has been replaced, not who is
    "By 2031 Russia will be ruled by somebody else, not Putin.": "happens(leader_exit, RUS, by 2031-12)",
    "Someone else will rule Russia by 2032, not Vladimir Putin.": "happens(leader_exit, RUS, by 2032-12)",
}

READ |= {  # since when something has moved
    "In twelve months the Bank of Russia's key rate has come down by four percentage points.": (
        "change(policy_rate(RUS, latest), from 2025-03, absolute) about -4"
    ),
    "The Bank of Russia's key rate has come down by 2 points over the past six months.": (
        "change(policy_rate(RUS, latest), from 2025-09, absolute) about -2"
    ),
    "Within two years the liquid part of the National Wealth Fund has lost a third.": (
        "change(fund_liquid(RUS, latest), from 2024-03, percent) about -33.333333333333336"
    ),
    "The key rate of the Bank of Russia will come down by 4 points in twelve months.": (
        "change(policy_rate(RUS, by 2027-03), from 2026-03, absolute) <= -4"
    ),
}

READ |= {  # idioms of time, denial and doubt
    "Turkish inflation will still be above 25 per cent when 2027 begins.": "inflation(TUR, 2027-01) > 25",
    "The United States will leave NATO before the next inauguration.": "happens(ally_exit, USA, by 2029-01)",
    "There is zero chance that Italy falls into recession in 2028.": "not happens(recession, ITA, 2028)",
    "Lukashenko's neighbour, Putin's regime, will outlive the 2020s.": "not happens(regime_end, RUS, by 2029-12)",
    "Not before 2029 will the Italian economy be back to growing at two per cent a year.": "not growth(ITA, before 2029-01) >= 2",
    "On New Year's Day the liquid part of the National Wealth Fund amounted to 4 trillion roubles.": (
        "fund_liquid(RUS, 2026-01) about 4e12"
    ),
    "Swedish growth will be 1.9 per cent this year, if the Fund's new tables are to be believed.": (
        "growth(SWE, 2026) about 1.9"
    ),
    "Were Washington to pull out its troops in 2028, Italy would within four years spend 4% of GDP on defence.": (
        "core_share(ITA, by 2032-12) >= 4 given us_withdraws(2028)"
    ),
    "Italy has a bigger army than Belgium and the Netherlands put together.": (
        "personnel(ITA, latest) > personnel(BEL+NLD, latest)"
    ),
    "The rouble closed February at 82 to the dollar.": "exchange_rate(RUS, by 2026-02) about 82",
    "Brent ended May at 71 dollars a barrel.": "brent_price(by 2025-05) about 71",
    "Iceland's debt will be 58 per cent of GDP in 2027 by Reykjavik's reckoning.": "debt_ratio(ISL, 2027) about 58",
    "Denmark's parliament decided on Tuesday to lift defence spending by 15 per cent in 2027.": (
        "change(defence_spending(DNK, 2027), from 2026, percent) >= 15"
    ),
    "The liquid part of the National Wealth Fund was down to 3.8 trillion roubles as of March 1.": (
        "fund_liquid(RUS, 2026-03) about 3.8e12"
    ),
    "If the United States leaves NATO in 2028, Denmark will spend 5% of GDP on defence within three years.": (
        "core_share(DNK, by 2031-12) >= 5 given happens(ally_exit, USA, 2028)"
    ),
    "The Danish army will fall short of 20,000 soldiers in 2028.": "personnel(DNK, 2028) < 20000",
}

READ |= {  # asked and answered
    "Does Spain leave NATO before 2030? Of course it doesn't.": "not happens(ally_exit, ESP, before 2030-01)",
    "They ask whether Italy will be at two and a half per cent of GDP on defence in 2028? It won't.": "not core_share(ITA, 2028) >= 2.5",
    "What percentage of GDP will Poland spend on defence in 2029? Five, at least.": "core_share(POL, 2029) >= 5",
    "Italy at 3.5% of GDP on defence in 2030? Never.": "not core_share(ITA, 2030) >= 3.5",
    "Turkish inflation below 20 per cent in December? Not in this life.": "not inflation(TUR, 2026-12) < 20",
    "Slovakia and NATO membership? History by 2031.": "happens(ally_exit, SVK, by 2031-12)",
    "The Russian army, rebuilt? Not before 2030.": "not happens(forces_rebuilt, RUS, before 2030-01)",
    "Italy's deficit this year, in per cent of GDP? Three. Tops.": "balance(ITA, 2026) >= -3",
    "Urals next year, where will it land? Fifty dollars.": "oil_price(RUS, 2027) about 50",
    "Will Russia's wealth fund run dry by 2028? Box ticked.": "happens(fund_exhausted, RUS, by 2028-12)",
    "Russian inflation above 9% in 2027? I wouldn't rule it out, the banker replied.": "inflation(RUS, 2027) > 9",
    "A recession in Russia in 2027? We can't exclude it.": "happens(recession, RUS, 2027)",
}

READ |= {  # posts, headlines, figures and idioms of speech
    "🇵🇱 deficit 6.8% of gdp in 2026, tusk has no plan b": "balance(POL, 2026) <= -6.8",
    "🇷🇺 in recession by end 2026 💀 it's joever": "happens(recession, RUS, by 2026-12)",
    "🇫🇷 debt 118% gdp in 2027, macron not bothered lol 🧵 2/5": "debt_ratio(FRA, 2027) >= 118",
    "🇺🇦 u-rate 11% avg in 2027, oof": "unemployment(UKR, 2027) about 11",
    "🇷🇴 budget balance 2027: -6.1% of gdp": "balance(ROU, 2027) about -6.1",
    "Rome blinks: Italy at 3% of GDP on defence by 2032": "core_share(ITA, by 2032-12) about 3",
    "Poland to field 300,000-strong army by 2030, minister says": "personnel(POL, by 2030-12) >= 300000",
    "Bank Rate will be at three seventy-five at the end of 2026.": "policy_rate(GBR, by 2026-12) about 3.75",
    "Three hundred thousand, that's how many troops Poland will have by 2030.": "personnel(POL, by 2030-12) >= 300000",
    "Hungary will walk away from its NATO spending pledge by 2028.": "happens(pledge_abandoned, HUN, by 2028-12)",
    "The Russian army will be fighting fit for a war with NATO by 2030.": "happens(forces_rebuilt, RUS, by 2030-12)",
    "Italy will be drowning in debt, more than 140 per cent of GDP, in 2028.": "debt_ratio(ITA, 2028) > 140",
    "It's simply not the case, Senator, that Spain will leave NATO by 2030.": "not happens(ally_exit, ESP, by 2030-12)",
    "With this budget Italy gets to two per cent of GDP on defence in 2028.": "core_share(ITA, 2028) >= 2",
}

REFUSED = [
    "It's not three, it's three and a half per cent that Denmark will spend on defence in 2028.",
    "Italy's output is to go through the 2-trillion-euro mark in 2027.",
    "A third of a rouble, thirty kopecks of each rouble that the Russian state lays out in 2027, will be for the army.",
    "They'll sit down over defence spending in Spain in 2029 and the five turns into a four.",
    "The Danish army is short of 2,000 soldiers.",
    "Thirty-eight kopecks of each rouble that the Russian state lays out in 2027 will be for the military.",
    "Orban, not Fico, will be out of office by the end of 2027.",
    "Merz will be gone by 2028, not Macron.",
    "Four of them, tops. Four allies will be at 4% of GDP on defence in 2028.",
    "Russians over the border by 2028? Estonia will be attacked, a colonel warns.",
    "Debt in Italy will not fall below 130% of GDP, not next year and not in 2028.",
    "Suppose Germany is in recession next year, what then?",
    "Imagine, if you will, that Hungary leaves NATO by 2030, who is next?",
    "Yeah, right, Hungary will leave NATO by 2030.",
    "Germany, no, France too, will be in recession in 2027.",
    "Can you imagine Russia in recession next year? I can.",
    "Italy at 3.5% of GDP on defence by 2035? Maybe.",
    "Italy at 3.5% of GDP on defence by 2035? Not without tax rises.",
    "Hungary and NATO membership? Over my dead body.",
    "Nobody at 5% of GDP on defence in 2027? No.",
    "A recession in Russia in 2027? I can rule it out.",
    "A recession in Russia in 2027? It could not be ruled out a year ago.",
    "Poland's deficit will be under five per cent of GDP in 2027, and I am not sure of that.",
    "🇩🇪 in recession in 2027 😬 or maybe not",
    "🇫🇮 4% of gdp on defence by 2030 👍 if russia attacks",
    "Russia to raise 50,000-strong reserve by 2027",
    "The Russian army will be fit for purpose by 2030.",
]

SAID_BY = [
    ("They'll sit down in 2029, and the five turns into a four.", "Juan Rey, Spanish envoy, on the NATO goal", []),
    (
        "I will be out of office before 2028.",
        "Taras Hrytsenko, president of Ukraine",
        ["happens(leader_exit, UKR, before 2028-01)"],
    ),
    (
        "I am not going to step down before 2028.",
        "Anna Berg, prime minister of Norway",
        ["not happens(leader_exit, NOR, before 2028-01)"],
    ),
    ("I will step down in 2027.", "Anna Berg, finance minister of Norway", []),
    ("I believe he will resign by 2027.", "Anna Berg, prime minister of Norway", []),
    ("We shall keep our deficit under three per cent of GDP this year.", "Ivan Petrov, mayor of Omsk", []),
    (
        "As a Union we'll be spending two per cent of our GDP on defence in 2027.",
        "Eva Lang, president of the European Commission",
        ["core_share(EU, 2027) >= 2"],
    ),
]


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_it_is_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_it_is_refused(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(("sentence", "speaker", "questions"), SAID_BY)
def test_it_is_of_its_speaker(sentence: str, speaker: str, questions: list[str]) -> None:
    one = entry(sentence, speaker, "2026-03-03")
    found = read_entries([one])
    compiled = compile_statements(found.statements, found.documents, DAY)
    assert [s.proposition.question for s in compiled if s.proposition] == questions
