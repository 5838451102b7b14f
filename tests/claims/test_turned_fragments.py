"""Fragments and answers behind a claim, what is said of it at its end, exceptions: read with it, or refused. Own
sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "Canada will spend 3.5% of GDP on defence by 2032. Full stop.": "core_share(CAN, by 2032-12) >= 3.5",
    "Canada will spend 3.5% of GDP on defence by 2032. No doubt about it.": "core_share(CAN, by 2032-12) >= 3.5",
    "Canada will not spend 3.5% of GDP on defence by 2032. No way.": "not core_share(CAN, by 2032-12) >= 3.5",
    "Canada? 3.5% of GDP on defence by 2032. Bank on it.": "core_share(CAN, by 2032-12) about 3.5",
    "Italy? Two per cent on defence in 2026. Tops. If that.": "core_share(ITA, 2026) <= 2",
    "Will Latvia spend 5% of GDP on defence in 2027? Yes, of course it will.": "core_share(LVA, 2027) >= 5",
    "Will Latvia spend 5% of GDP on defence in 2027? No, never.": "not core_share(LVA, 2027) >= 5",
    "Will Latvia spend 5% of GDP on defence in 2027? I don't think so.": "not core_share(LVA, 2027) >= 5",
    "Will Latvia spend 5% of GDP on defence in 2027? Definitely, says its finance minister.": (
        "core_share(LVA, 2027) >= 5"
    ),
    "Greece will grow by 3% in 2027, Mitsotakis told investors.": "growth(GRC, 2027) about 3",
    "Italy's deficit will fall below 3% of GDP in 2026, most economists now believe.": "balance(ITA, 2026) > -3",
    "Czechia will make good on its promise to spend 3% of GDP on defence in 2029.": "core_share(CZE, 2029) >= 3",
    "All bar four allies will spend 2.5% of GDP on defence in 2028.": "count(ALLIES: core_share(2028) < 2.5) == 4",
    "France's deficit will be the EU's largest in 2027, bar none.": "balance(FRA, 2027) lowest of EU",
    "Warsaw's debt will reach 70% of GDP in 2028, the finance minister warns.": "debt_ratio(POL, 2028) >= 70",
    "Four allies could miss 3.5% in 2035. Officials see no alternative.": "count(ALLIES: core_share(2035) < 3.5) >= 4",
    "London's deficit will be 4% of GDP in 2026, economists in the City say.": "balance(GBR, 2026) about -4",
}

REFUSED = (
    "Norway? 3.5% of GDP on defence by 2030. Pigs might fly.",
    "Norway? 3.5% of GDP on defence by 2030. If only.",
    "Four allies could miss 3.5% in 2035. Officials see no chance.",
    "Norway? 3.5% of GDP on defence by 2030. And no later than 2031.",
    "Greece? A surplus of 1% of GDP in 2027. I doubt it.",
    "Italy will grow by 2% in 2027. I'll believe it when I see it.",
    "Italy will grow by 2% in 2027. Or so we are told.",
    "Germany will be in recession in 2026. Not a chance.",
    "Canada will spend 3.5% of GDP on defence by 2032. Chance would be a fine thing.",
    "Canada will spend 3.5% of GDP on defence by 2032. It never happens.",
    "Canada will spend 3.5% of GDP on defence by 2032. Says who?",
    "Poland will spend 5% of GDP on defence in 2026?",
    "The war will end in 2026? That is what Trump says.",
    "Germany will spend 3.5% of GDP on defence by 2029. Lol.",
    "Hungary out of NATO by 2030? Yes, on holiday.",
    "Will Slovakia leave NATO by 2030? Yes, in spirit.",
    "Will Turkey's inflation fall below 20% in 2027? Yes, for a month.",
    "Will Greece's debt fall below 130% of GDP in 2027? Absolutely, on Eurostat's count.",
    "Will the war end in 2026? No, it will spread.",
    "Will Latvia spend 5% of GDP on defence in 2027? Yes. With Estonia.",
    "Will Russia be in recession in 2027? Yes and no.",
    "Inflation in Russia will fall below 6% in 2026, Nabiullina prays.",
    "Spain will spend 2.5% of GDP on defence in 2027, Rutte told Sanchez he dreamt.",
    "The war will end in 2026, Macron keeps hoping.",
    "Greece will grow by 3% in 2027, Mitsotakis would love to think.",
    "Italy's deficit will fall below 3% of GDP in 2026, hardly anyone now believes.",
    "Portugal has reneged on its promise to spend 2% of GDP on defence in 2026.",
    "Portugal will go back on its promise to spend 2% of GDP on defence in 2026.",
    "The Dutch are wavering over their promise to spend 3.5% of GDP on defence in 2033.",
    "All bar Slovakia will spend 2.5% of GDP on defence in 2028.",
    "All bar a few members will spend 3% of GDP on defence in 2030.",
    "The euro area bar Ireland will grow by 1.2% in 2027.",
    "France's deficit will be the EU's largest in 2027, bar Romania's.",
    "France's deficit will be the EU's largest in 2027, save for Romania's.",
    "France will be Europe's fourth biggest spender on defence in 2029, Ukraine included.",
    "Warsaw's debt will reach 70% of GDP in 2028, the mayor warns.",
    "Paris will run a deficit of 3% of GDP in 2027, city hall says.",
)


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_what_adds_nothing_leaves_the_claim(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_turns_the_claim_refuses_it(sentence: str) -> None:
    assert asked(sentence) == []
