"""How a bound, the end of a year and a span of years are worded; and wordings beside them that ask something else.
Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

BOUNDS = {
    "Spain will spend not a cent more than 2.1 percent of GDP on defence in 2028.": "core_share(ESP, 2028) <= 2.1",
    "Not a penny less than 3 percent of GDP will go to Britain's armed forces in 2029.": "core_share(GBR, 2029) >= 3",
    "Italy's debt will be just shy of 140 percent of GDP in 2027.": "debt_ratio(ITA, 2027) < 140",
    "German debt will be sub-60 percent of GDP in 2026.": "debt_ratio(DEU, 2026) < 60",
    "Russia will have sub-5 percent inflation in December 2026.": "inflation(RUS, 2026-12) < 5",
    "Romania will run a deficit of 7 percent of GDP or worse in 2026.": "balance(ROU, 2026) <= -7",
    "Romania will run a deficit of 7 percent of GDP or better in 2026.": "balance(ROU, 2026) >= -7",
    "Poland will run a deficit of 6 percent of GDP at best in 2026.": "balance(POL, 2026) <= -6",
    "Russian growth will be 1 percent or worse in 2026.": "growth(RUS, 2026) <= 1",
    "Germany's economy will shrink by 2 percent at worst in 2026.": "growth(DEU, 2026) >= -2",
    "Russian inflation will be no worse than 6 percent in December 2026.": "inflation(RUS, 2026-12) <= 6",
    "Germany's deficit will be no deeper than 4 percent of GDP in 2027.": "balance(DEU, 2027) >= -4",
    "Urals will be no dearer than 50 dollars in 2027.": "oil_price(RUS, 2027) <= 50",
    "Ukraine spent over a third of its GDP on its armed forces in 2024.": "core_share(UKR, 2024) > 33.3",
    "Russian defence spending will fall by 5 percent or more in 2026.": (
        "change(defence_spending(RUS, 2026), from 2025, percent) <= -5"
    ),
    "Russian defence spending will rise by less than a quarter by 2028.": (
        "change(defence_spending(RUS, by 2028-12), from 2026, percent) < 25"
    ),
    "Consumer prices in Ukraine will go up by a tenth in 2026.": "inflation(UKR, 2026) about 10",
    "Italy's defence spending will be anything from 2.5 to 3 percent of GDP in 2029.": (
        "core_share(ITA, 2029) between 2.5 and 3"
    ),
    "Anywhere from ten to fourteen allies will spend 3.5 percent of GDP in 2032.": (
        "count(ALLIES: core_share(2032) >= 3.5) between 10 and 14"
    ),
    "Three euros in every hundred that Finland earns will go to its army by 2030.": (
        "core_share(FIN, by 2030-12) >= 3"
    ),
    "Spain did not spend 2 percent of GDP on defence in 2023.": "not core_share(ESP, 2023) >= 2",
}

MOMENTS = {
    "Russia's army will be rebuilt no later than December 2029.": "happens(forces_rebuilt, RUS, by 2029-12)",
    "Sweden will reach 3.5 percent of GDP on defence in 2030 at the latest.": "core_share(SWE, by 2030-12) >= 3.5",
    "Before 2027 has run its course there will be a ceasefire in Ukraine.": "happens(ceasefire, UKR, by 2027-12)",
    "Before 2030 dawns Finland will spend 3 percent of GDP on defence.": "core_share(FIN, before 2030-01) >= 3",
    "2027 will not pass without a ceasefire in Ukraine.": "happens(ceasefire, UKR, by 2027-12)",
    "Not before 2027 has run its course will there be a ceasefire in Ukraine.": (
        "not happens(ceasefire, UKR, by 2027-12)"
    ),
    "Within half a year the Bank of Russia will cut its key rate to 13 percent.": "policy_rate(RUS, by 2026-09) <= 13",
    "Three years from today at the latest Russia will be able to attack NATO.": (
        "happens(forces_rebuilt, RUS, by 2029-03)"
    ),
    "By the end of next February the Russian key rate will be 12 percent.": "policy_rate(RUS, by 2027-02) about 12",
    "On the last day of 2027 the Russian key rate will be below 10 percent.": "policy_rate(RUS, by 2027-12) < 10",
    "Inflation in Russia was 5.6 percent in the twelve months to December 2025.": "inflation(RUS, 2025-12) about 5.6",
    "Russia's oil and gas revenue will be 4 trillion roubles in the six months to June 2026.": (
        "sum(oil_gas_revenue(RUS), 2026-01..2026-06) about 4e12"
    ),
    "If Putin is out of office by mid-2028, the war in Ukraine will be over by the end of that year.": (
        "happens(war_end, UKR, by 2028-12) given happens(leader_exit, RUS, by 2028-06)"
    ),
    "By the middle of 2028 the Bundeswehr's active strength is meant to stand at 190,000.": (
        "personnel(DEU, by 2028-06) >= 190000"
    ),
}

SPANS = {
    "There will be a year between 2027 and 2030 in which Russia's deficit exceeds 5 percent of GDP.": (
        "any(balance(RUS), 2027..2030) < -5"
    ),
    "There will be no year between 2027 and 2030 in which Italy's deficit exceeds 5 percent of GDP.": (
        "not any(balance(ITA), 2027..2030) < -5"
    ),
    "In none of the years from 2020 to 2024 did Spain spend 2 percent of GDP on defence.": (
        "not any(core_share(ESP), 2020..2024) >= 2"
    ),
    "In at least one of the next two years Italy's economy will shrink.": "any(growth(ITA), 2027..2028) < 0",
    "In both of the next two years Russian inflation will be above 5 percent.": "each(inflation(RUS), 2027..2028) > 5",
    "Spain will spend 3 percent of GDP on defence in 2027 or 2028.": "any(core_share(ESP), 2027..2028) >= 3",
    "At no time in 2027 or 2028 will the Russian key rate fall below 8 percent.": (
        "not any(policy_rate(RUS), 2027..2028) < 8"
    ),
    "Unemployment in Italy will not go above 7 percent in any of the years from 2026 to 2028.": (
        "each(unemployment(ITA), 2026..2028) <= 7"
    ),
    "At some point before 2028 Urals will be below 40 dollars.": "any(oil_price(RUS), 2026-03..2027-12) < 40",
    "Between now and 2028 the Russian key rate will stay above 10 percent.": "each(policy_rate(RUS), 2026..2028) > 10",
    "For three years running, starting with 2026, Latvia will spend over 4 percent of GDP on defence.": (
        "each(core_share(LVA), 2026..2028) > 4"
    ),
    "Over 2026, 2027 and 2028 taken together Sweden will give Ukraine 90 billion kronor in aid.": (
        "sum(aid_to_ukraine(SWE, SEK), 2026..2028) >= 9e10"
    ),
    "In 2026, 2027 and 2028 alike Sweden will give Ukraine 30 billion kronor in aid.": (
        "each(aid_to_ukraine(SWE, SEK), 2026..2028) >= 3e10"
    ),
    "Poland's economy will grow at a mean annual rate of 3 percent over 2026-2028.": (
        "mean(growth(POL), 2026..2028) about 3"
    ),
    "Throughout the four years 2027 to 2030 Romania will keep defence at 2.5 percent of GDP or above.": (
        "each(core_share(ROU), 2027..2030) >= 2.5"
    ),
}


@pytest.mark.parametrize(("text", "question"), [*BOUNDS.items(), *MOMENTS.items(), *SPANS.items()])
def test_a_bound_an_end_or_a_span_is_read(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "The key rate in Russia will be 13 percent at best in December 2026.",  # for whom?
        "Spain will not spend a cent more on defence in 2027.",
        "Five cents of every dollar in the budget will go to defence in Poland in 2027.",
        "Anything but 2 percent of GDP will go to Spain's defence in 2027.",
        "Prices in Turkey will fall by a tenth in 2026.",
        "Fewer than ten to twelve members will spend 3.5 percent of GDP in 2032.",
        "The year 2028 will not end with a recession in Germany.",
        "More than two years from now the war in Ukraine will be over.",
        "Within half a year of a ceasefire Russia will cut its key rate to 10 percent.",
        "Russia's economy will grow by 1 percent in the twelve months to June 2026.",  # of no calendar year
        "Poland will spend a pre-3 percent sum on defence in 2027.",
        "In at least one of the next two years Germany's economy will not grow.",
        "In just one of the years from 2027 to 2029 will Germany's economy shrink.",
        "In all but one of the next five years Italy's economy will grow by less than 1 percent.",
        "In most of the years from 2026 to 2030 Italy's economy will shrink.",
        "In 2026, 2027 and 2028 Denmark will give Ukraine 10 billion kroner in aid.",  # each, or in all?
        "In 2026, 2027 and 2029 France's deficit will exceed 5 percent of GDP.",
        "France's deficit will exceed 5 percent of GDP over 2026, 2027 and 2028 taken together.",
        "Throughout the four years 2027 to 2029 Romania will keep defence at 2.5 percent of GDP or above.",
        "Inflation in Russia will not be at 4 percent by the end of 2027.",  # below, or still above?
    ],
)
def test_what_bounds_or_dates_otherwise_is_refused(text: str) -> None:
    assert asked(text) == []
