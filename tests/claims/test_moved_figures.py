"""How a figure moves: bases and moments of changes, what is no more than it was, what takes until a year; changes of
changes and what flows through a fund ask nothing that can be put. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # no more than it was
    "Italy will spend no more on defence in 2028 than in 2027.": (
        "not change(defence_spending(ITA, 2028), from 2027, percent) > 0"
    ),
    "Italy will spend no less on defence in 2028 than in 2027.": (
        "not change(defence_spending(ITA, 2028), from 2027, percent) < 0"
    ),
    "Spain's defence spending in 2028 will be no higher than in 2027.": (
        "not change(defence_spending(ESP, 2028), from 2027, percent) > 0"
    ),
    "Poland's deficit will be no smaller in 2028 than it was in 2027.": (
        "not change(balance(POL, 2028), from 2027, absolute) > 0"
    ),
    "Brent will be no lower in 2028 than in 2027.": "not change(brent_price(2028), from 2027, absolute) < 0",
    "Italy will spend no more than 2% of GDP on defence in 2028.": "core_share(ITA, 2028) <= 2",
    "Italy will spend no more on defence than Spain in 2028.": (
        "defence_spending(ITA, 2028) <= defence_spending(ESP, 2028)"
    ),
    "Poland will have 250,000 soldiers and no more in 2029.": "personnel(POL, 2029) <= 250000",
}
READ |= {  # what takes until then is not before
    "It will take Belgium until 2038 to spend 3.5% of GDP on defence.": "not core_share(BEL, before 2038-01) >= 3.5",
    "It will take until 2030 for the war to end.": "not happens(war_end, UKR, before 2030-01)",
    "It will take until at least 2030 for Russian inflation to fall to 4%.": (
        "not inflation(RUS, before 2030-01) <= 4"
    ),
    "Russia will take till 2031 to rebuild its army.": "not happens(forces_rebuilt, RUS, before 2031-01)",
    "It will take France until March 2030 to bring its deficit below 3% of GDP.": (
        "not balance(FRA, before 2030-03) > -3"
    ),
    "It will take three years for Russia to rebuild its forces.": "happens(forces_rebuilt, RUS, by 2029-03)",
}
READ |= {  # so many years to one: from the year before them
    "Poland's defence spending will rise by a quarter in the two years to 2028.": (
        "change(defence_spending(POL, 2028), from 2026, percent) >= 25"
    ),
    "In the four years to 2024, Poland's defence spending doubled.": (
        "change(defence_spending(POL, 2024), from 2020, multiple) about 2"
    ),
    "Russia's key rate will fall by four points in the year to June 2027.": (
        "change(policy_rate(RUS, 2027-06), from 2026-06, absolute) <= -4"
    ),
    "Poland's defence spending will rise by a quarter between 2026 and 2028.": (
        "change(defence_spending(POL, 2028), from 2026, percent) >= 25"
    ),
    "Over the three years to 2028, Spain will spend 3% of GDP on defence on average.": (
        "mean(core_share(ESP), 2026..2028) >= 3"
    ),
}
READ |= {  # points of GDP, and what can be done
    "Italy's deficit will be 1% of GDP smaller in 2028 than in 2027.": (
        "change(balance(ITA, 2028), from 2027, absolute) >= 1"
    ),
    "Spain's defence spending will be 0.5% of GDP higher in 2028 than in 2025.": (
        "change(core_share(ESP, 2028), from 2025, absolute) >= 0.5"
    ),
    "Spain's defence spending will be 5% higher in 2028 than in 2025.": (
        "change(defence_spending(ESP, 2028), from 2025, percent) >= 5"
    ),
    "France can cut its deficit to 4% of GDP by December.": "balance(FRA, by 2026-12) >= -4",
    "Russia cannot cut its key rate to 11% by December.": "not policy_rate(RUS, by 2026-12) <= 11",
    "Poland will spend twice as much on defence in 2028 as in 2024.": (
        "change(defence_spending(POL, 2028), from 2024, multiple) >= 2"
    ),
    "Russia's economy will grow faster in 2028 than in 2027.": "growth(RUS, 2028) > growth(RUS, 2027)",
    "Russian growth will be half a point lower in 2028 than in 2027.": (
        "change(growth(RUS, 2028), from 2027, absolute) <= -0.5"
    ),
    "Poland will raise defence spending by more than 5% in 2028.": (
        "change(defence_spending(POL, 2028), from 2027, percent) > 5"
    ),
    "Russian inflation will slow in 2028.": "change(inflation(RUS, 2028), from 2027, absolute) < 0",
    "The National Wealth Fund will fall to 10 trillion roubles in 2028.": "fund_total(RUS, 2028) <= 1e13",
}
REFUSED = [
    "Italy will spend no more on defence in 2028.",
    "There will be no more money for the Russian army by 2028.",
    "Italy's defence spending will rise no more in 2028 than in 2027.",
    "It took Spain until 2024 to spend 1.4% of GDP on defence.",
    "It may take Russia until 2030 to rebuild its forces.",
    "Russia will have until 2030 to rebuild its forces.",
    "Poland's defence spending will grow faster than Germany's in the three years to 2028.",
    "Poland's economy grew by 0.7% in the first quarter of 2025 from the previous quarter.",
    "Russia's economy will grow by 1 point more in 2028 than in 2027.",
    "Russia's economy will contract less in 2028 than in 2027.",
    "France will raise defence spending by twice as much in 2028 as in 2027.",
    "Germany's defence budget will climb more in 2028 than in 2027.",
    "The rise in Germany's defence spending will be larger in 2028 than in 2027.",
    "Russian inflation will fall by less in 2028 than in 2027.",
    "Russia's defence spending will slow in 2028.",
    "Poland's military spending decelerated in 2024.",
    "Russia's oil and gas revenue fell by a tenth in the first five months of 2025.",
    "Russian inflation will stay below 6% from March 2027.",
    "The National Wealth Fund will be topped up with 1 trillion roubles in 2026.",
    "The National Wealth Fund will pay 1.5 trillion roubles into the budget in 2026.",
]


@pytest.mark.parametrize("sentence", READ)
def test_the_change_that_is_said_is_asked(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_its_neighbour_asks_something_else(sentence: str) -> None:
    assert asked(sentence) == []
