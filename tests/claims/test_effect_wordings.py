"""Wordings of causes, of what they move and of conditions: read by kind, their neighbours refused. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "The pledge lifts German debt above 70% of GDP by 2030.": "debt_ratio(DEU, by 2030-12) > 70 given keep_pledge()",
    "The arms drive could push France's debt above 125% of GDP by 2030.": "debt_ratio(FRA, by 2030-12) > 125 given keep_pledge()",
    "Meeting the pledge would push Italian debt above 150% of GDP by 2034.": "debt_ratio(ITA, by 2034-12) > 150 given keep_pledge()",
    "The arms race will hamper Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will sap Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will hold back Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will eat into Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will slow down Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will stifle Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will weigh on Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will put the brakes on Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will take a toll on Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will cost Russian growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "Rearmament will push up Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "Rearmament will inflate Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "Rearmament will increase Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "Rearmament will worsen Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "Rearmament will swell Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "Rearmament will add to Spain's debt ratio in 2032.": 'effect(spend(ESP, 1) against base, debt_ratio(ESP, 2032), "ESP spending up") > 0',
    "The arms race means slower growth in Russia in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "Owing to the arms race, Russian growth will be slower in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "As a result of the arms race, Russian growth will be lower in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race will rob Russia of growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "The arms race would cost Russia two points of growth in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") about -2',
    "Lower oil prices make a collapse of the Russian regime by the end of 2033 likelier.": 'effect(oil(40) against base, happens(regime_end, RUS, by 2033-12), "oil price down") > 0',
    "A collapse of the Russian regime by 2033 is more likely because of lower oil prices.": 'effect(oil(40) against base, happens(regime_end, RUS, by 2033-12), "oil price down") > 0',
    "Lower oil prices bring a collapse of the Russian regime by the end of 2033 closer.": 'effect(oil(40) against base, happens(regime_end, RUS, by 2033-12), "oil price down") > 0',
    "A US withdrawal would increase the share of GDP that Poland spends on defence in 2030.": 'effect(us_withdraws(2027) against base, core_share(POL, 2030), "US withdrawal") > 0',
    "In the event of a truce by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "Given a truce by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "Providing that a truce is reached by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "On the assumption that a truce is reached by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "With a truce by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "Absent a truce by the end of 2027, inflation in Russia will be above 5% in 2028.": "inflation(RUS, 2028) > 5 given not happens(ceasefire, UKR, by 2027-12)",
    "Without a truce by the end of 2027, inflation in Russia will be above 5% in 2028.": "inflation(RUS, 2028) > 5 given not happens(ceasefire, UKR, by 2027-12)",
    "Failing a truce by the end of 2027, inflation in Russia will be above 5% in 2028.": "inflation(RUS, 2028) > 5 given not happens(ceasefire, UKR, by 2027-12)",
    "In the absence of a truce by the end of 2027, inflation in Russia will be above 5% in 2028.": "inflation(RUS, 2028) > 5 given not happens(ceasefire, UKR, by 2027-12)",
    "Whether or not a truce is reached by the end of 2027, Russia's economy will shrink in 2028.": "growth(RUS, 2028) < 0",
    "Regardless of whether a truce is reached by the end of 2027, Russia's economy will shrink in 2028.": "growth(RUS, 2028) < 0",
    "Spain will spend at least 3% of GDP on defence in 2030 should Russia attack Latvia by the end of 2028.": "core_share(ESP, 2030) >= 3 given happens(attack_on_nato, LVA, by 2028-12)",
    "Russia's economy will shrink in 2028 given an oil price of 45 dollars.": "growth(RUS, 2028) < 0 given oil(45)",
}

READ |= {  # verbs that take the figure between their words, and what would be without a cause
    "The arms race will deal Russian growth a heavy blow in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "Rearmament will give Spain's growth a lift in 2032.": 'effect(spend(ESP, 1) against base, growth(ESP, 2032), "ESP spending up") > 0',
    "The arms race will feed through into higher Russian inflation in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), inflation(RUS, 2029), "arms race") > 0',
    "The arms race is the main reason why Russian inflation will be higher in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), inflation(RUS, 2029), "arms race") > 0',
    "Without the arms race, Russian growth would be faster in 2029.": 'effect(sustain_rus_burden() against rus_burden(2021), growth(RUS, 2029), "arms race") < 0',
    "Russian growth will take a hit from cheaper oil in 2029.": 'effect(oil(40) against base, growth(RUS, 2029), "oil price down") < 0',
    "Cheaper oil will make Russia's budget deficit worse in 2029.": 'effect(oil(40) against base, balance(RUS, 2029), "oil price down") < 0',
    "Cheaper oil will shrink the liquid part of the National Wealth Fund in 2029.": 'effect(oil(40) against base, fund_liquid(RUS, 2029), "oil price down") < 0',
    "Cheaper oil will mean a recession in Russia in 2029.": 'effect(oil(40) against base, happens(recession, RUS, 2029), "oil price down") > 0',
    "The allies' spending increase will leave Spain with a higher debt ratio in 2032.": 'effect(keep_pledge() against hold_burden(2024), debt_ratio(ESP, 2032), "allies\' spending up") > 0',
    "A US withdrawal from Europe will prompt Spain to spend more on defence in 2032.": 'effect(us_withdraws(2027) against base, defence_spending(ESP, 2032), "US withdrawal") > 0',
}
READ |= {  # more likely and not less; conditions by their plain word
    "Cheaper oil makes it more likely, not less, that Russia's regime falls by 2033.": 'effect(oil(40) against base, happens(regime_end, RUS, by 2033-12), "oil price down") > 0',
    "Dearer oil makes it less, not more, likely that Russia's regime falls by 2033.": 'effect(oil(90) against base, happens(regime_end, RUS, by 2033-12), "oil price up") < 0',
    "Dearer oil makes a fall of Russia's regime by 2033 less likely and not more.": 'effect(oil(90) against base, happens(regime_end, RUS, by 2033-12), "oil price up") < 0',
    "If and when a truce comes by the end of 2027, inflation in Russia will be below 5% in 2028.": "inflation(RUS, 2028) < 5 given happens(ceasefire, UKR, by 2027-12)",
    "Inflation in Russia will not be below 5% in 2028 unless and until a truce comes by the end of 2027.": "not inflation(RUS, 2028) < 5 given not happens(ceasefire, UKR, by 2027-12)",
    "In a scenario with oil below 42 dollars in 2028, Russia's economy will shrink in 2028.": "growth(RUS, 2028) < 0 given oil_price(RUS, 2028) < 42",
    "In a world without a truce by the end of 2027, inflation in Russia will be above 5% in 2028.": "inflation(RUS, 2028) > 5 given not happens(ceasefire, UKR, by 2027-12)",
    "Russia's economy will shrink in 2028, at least if oil is below 42 dollars in 2028.": "growth(RUS, 2028) < 0 given oil_price(RUS, 2028) < 42",
}

REFUSED = [
    "The NATO target could drag Portugal's budget into a deficit of 2% of GDP in 2030.",
    "A halt to rearmament could push Italy's debt below 130% of GDP by 2032.",
    "The arms race will barely dent Russian growth in 2029.",
    "Higher pension spending will raise Italy's debt ratio in 2030.",
    "More spending on roads by Italy will push up its debt ratio in 2030.",
    "Lower oil output will widen Russia's budget deficit in 2026.",
    "Lower oil prices will widen Russia's trade deficit in 2026.",
    "The arms race in Asia will cut Russia's growth in 2027.",
    "The history of the arms race will lower Russia's growth in 2027.",
    "Rearmament will slow the decline in Italy's debt ratio in 2030.",
    "The arms race will hurt Russian inflation in 2029.",
    "Lower oil prices make a collapse of the Russian regime by the end of 2033 no likelier.",
    "Suppose a truce is reached by the end of 2027. Then Russia's economy will shrink in 2028.",
    "With or without Hungary, all allies will spend 3.5% of GDP on defence in 2035.",
    "Given a ceasefire, would Russia's economy shrink in 2028?",
    "Cheaper oil will raise fears of a fall of Russia's regime by 2033.",
    "The arms race raises fears that Russia falls into recession in 2029.",
    "Cheaper oil will lead to fears of a recession in Russia in 2029.",
    "The arms race will make investors fear a recession in Russia in 2029.",
    "Rearmament makes it no more likely that Russia attacks Spain by 2033.",
    "Cheaper oil will make a Russian recession in 2029 less of a risk.",
    "Cheaper oil means no recession in Russia in 2029.",
    "Cheaper oil will make Russia's budget deficit no worse in 2029.",
    "The arms race will boost Russian growth in 2029, not slow it.",
    "Cheaper oil will be bad news for Russian inflation in 2029.",
    "Rearmament will give Spain's industrial growth a boost in 2032.",
    "Without the arms race, Russian inflation would be 5% in 2029.",
    "In a scenario of high inflation, Russia's economy will shrink in 2028.",
    "Russia's economy will shrink in 2028, especially if oil is below 42 dollars in 2028.",
]


@pytest.mark.parametrize("sentence", READ)
def test_a_cause_or_a_condition_is_read(sentence):
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_a_neighbour_is_refused(sentence):
    assert asked(sentence) == []
