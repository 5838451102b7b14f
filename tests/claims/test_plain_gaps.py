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
REFUSED = [
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
