"""Parts of years in words, ends and starts of stretches, days and weeks, fragments that date a claim."""

from datetime import date

import pytest
from tests.claims.test_turned import asked

from overstretch.claims.reader.moments import moments

SAID = date(2026, 4, 15)

READ = (
    ("in the second quarter of last year", "in 2025-Q2"),
    ("in the third quarter of next year", "in 2027-Q3"),
    ("by May next year", "by 2027-05"),
    ("in October this year", "in 2026-10"),
    ("in H2 2028", "in 2028-H2"),
    ("in Q4", "in 2026-Q4"),
    ("by Q2 next year", "by 2027-06"),
    ("last quarter", "in 2026-Q1"),
    ("in the three months to June", "in 2026-Q2"),
    ("before July is out", "by 2026-07"),
    ("by the time 2029 has ended", "by 2029-12"),
    ("before the second quarter is over", "by 2026-06"),
    ("by the end of the first half of 2029", "by 2029-06"),
    ("by the end of next summer", "by 2026-08"),
    ("by end of November 2027", "by 2027-11"),
    ("at the end of the year before last", "by 2024-12"),
    ("when March began", "in 2026-03"),
    ("before June begins", "before 2026-06"),
    ("by midyear", "by 2026-06"),
    ("midway through 2028", "by 2028-06"),
    ("within two hundred days", "by 2026-11"),
    ("inside eight weeks", "by 2026-06"),
    ("inside of four years", "by 2030-04"),
    ("in under ten months", "by 2027-02"),
    ("three years, tops", "by 2029-04"),
    ("this November", "in 2026-11"),
    ("by Thanksgiving", "by 2026-11"),
    ("by 31 December 2027", "by 2027-12"),
    ("finishes 2027", "by 2027-12"),
    ("ended 2025", "by 2025-12"),
    ("by 12 June 2027", "by 2027-06-12"),
    ("over the summer of 2028", "by 2028-08"),
)
NONE = ("this February", "by mid-year of the pact", "the quarter", "this fiscal year", "the fall in the year")


@pytest.mark.parametrize(("words", "when"), READ)
def test_words_of_a_part_of_a_year(words, when):
    [moment] = moments(words, SAID)
    assert f"{moment.when.relation} {moment.when.first}" == when
    assert (moment.start, moment.end) == (0, len(words))


@pytest.mark.parametrize("words", NONE)
def test_words_that_name_no_moment(words):
    assert not [m for m in moments(words, SAID) if m.end - m.start == len(words)]


@pytest.mark.parametrize(
    ("text", "question"),
    (
        ("There will be a truce in Ukraine. By Thanksgiving.", "happens(ceasefire, UKR, by 2026-11)"),
        ("Russia is heading for recession. Next year.", "happens(recession, RUS, 2027)"),
        ("Latvia will be spending at least 5 percent of GDP on defence. In 2028.", "core_share(LVA, 2028) >= 5"),
        ("The shooting in Ukraine will have stopped by the autumn after next.", None),
        ("There will be a truce in Ukraine. By autumn, or not at all.", None),
    ),
)
def test_a_fragment_behind_a_claim_dates_it(text, question):
    assert asked(text) == ([question] if question else [])


SHARE = "Norway will spend at least 4% of GDP on defence {}."
TRUCE = "There will be a truce in Ukraine {}."
DATED = {
    "The price of Brent may rise above 100 dollars at some point this winter.": "any(brent_price(), 2026-12..2027-02) > 100",
    "Washington will have begun to withdraw troops from Europe by the time the next president is elected.": (
        "happens(us_drawdown, by 2028-11)"
    ),
    SHARE.format("by the close of the decade"): "core_share(NOR, by 2029-12) >= 4",
    SHARE.format("by decade's end"): "core_share(NOR, by 2029-12) >= 4",
    SHARE.format("by the turn of the decade"): "core_share(NOR, by 2029-12) >= 4",
    SHARE.format("by the end of the 2020s"): "core_share(NOR, by 2029-12) >= 4",
    SHARE.format("in calendar year 2028"): "core_share(NOR, 2028) >= 4",
    SHARE.format("by financial year 2028"): "core_share(NOR, by 2028-12) >= 4",
    SHARE.format("for the full year 2028"): "core_share(NOR, 2028) >= 4",
    SHARE.format("in the year just ended").replace("will spend", "spent"): "core_share(NOR, 2025) >= 4",
    SHARE.format("as soon as next year"): "core_share(NOR, by 2027-12) >= 4",
    SHARE.format("towards the end of 2028"): "core_share(NOR, by 2028-12) >= 4",
    SHARE.format("all the way through 2028"): "each(core_share(NOR), 2026..2028) >= 4",
    SHARE.format("up to and including 2028"): "each(core_share(NOR), 2026..2028) >= 4",
    SHARE.format("right up to the end of 2028"): "each(core_share(NOR), 2026..2028) >= 4",
    SHARE.format("until at least 2028"): "each(core_share(NOR), 2026..2027) >= 4",
    SHARE.format("throughout the decade"): "each(core_share(NOR), 2026..2029) >= 4",
    SHARE.format("in each and every year from 2027 to 2030"): "each(core_share(NOR), 2027..2030) >= 4",
    SHARE.format("year after year from 2027 to 2030"): "each(core_share(NOR), 2027..2030) >= 4",
    SHARE.format("three years running, from 2027 to 2029"): "each(core_share(NOR), 2027..2029) >= 4",
    SHARE.format("in 2028 as well as in 2029"): "each(core_share(NOR), 2028..2029) >= 4",
    SHARE.format("four years hence"): "core_share(NOR, by 2030-03) >= 4",
    SHARE.format("within the space of four years"): "core_share(NOR, by 2030-03) >= 4",
    TRUCE.format("ahead of 1 May 2027"): "happens(ceasefire, UKR, before 2027-05)",
    TRUCE.format("prior to May 2027"): "happens(ceasefire, UKR, before 2027-05)",
    TRUCE.format("by May 15, 2027"): "happens(ceasefire, UKR, by 2027-05-15)",
    TRUCE.format("by the first of May 2027"): "happens(ceasefire, UKR, before 2027-05)",
    TRUCE.format("at some stage in 2028"): "happens(ceasefire, UKR, 2028)",
    TRUCE.format("at any point before 2028"): "happens(ceasefire, UKR, before 2028-01)",
    TRUCE.format("later this year"): "happens(ceasefire, UKR, 2026)",
    TRUCE.format("before next year"): "happens(ceasefire, UKR, before 2027-01)",
    TRUCE.format("in the closing months of 2027"): "happens(ceasefire, UKR, by 2027-12)",
    TRUCE.format("in autumn 2027"): "happens(ceasefire, UKR, by 2027-11)",
    TRUCE.format("by the turn of the year"): "happens(ceasefire, UKR, by 2026-12)",
    TRUCE.format("in the year ahead"): "happens(ceasefire, UKR, by 2027-03)",
    TRUCE.format("as early as the first half of 2027"): "happens(ceasefire, UKR, by 2027-06)",
    TRUCE.format("no sooner than 2029"): "not happens(ceasefire, UKR, before 2029-01)",
    TRUCE.format("in 2029 at the earliest"): "not happens(ceasefire, UKR, before 2029-01)",
    TRUCE.format("only after 2028"): "not happens(ceasefire, UKR, before 2029-01)",
    TRUCE.format("no earlier than May 2027"): "not happens(ceasefire, UKR, before 2027-05)",
    "Italy, weighed down by high interest rates, will grow by less than 1% in 2028.": "growth(ITA, 2028) < 1",
    "Squeezed by high interest rates, Italy will grow by less than 1% in 2028.": "growth(ITA, 2028) < 1",
    "January brought Russia 400 billion roubles in oil and gas revenue.": "oil_gas_revenue(RUS, 2026-01) about 4e11",
    "February saw Russian inflation at 5.8%.": "inflation(RUS, 2026-02) about 5.8",
    "The fourth quarter saw Russia's economy grow by 0.4%.": "growth(RUS, 2025-Q4) about 0.4",
    "September could see Russian inflation drop below 5%.": "inflation(RUS, 2026-09) < 5",
    "The second quarter may yet see Russian inflation above 6.5%, analysts at a state bank admit.": "inflation(RUS, 2026-Q2) > 6.5",
    "Russia's key rate will average 13.5% over the rest of the year.": "mean(policy_rate(RUS), 2026-03..2026-12) about 13.5",
    "From June to the end of the year Russia's key rate will average 13%.": "mean(policy_rate(RUS), 2026-06..2026-12) about 13",
    "Russian inflation will remain above 5% for the remainder of the year.": "each(inflation(RUS), 2026-03..2026-12) > 5",
}
UNDATED = (
    "Russian inflation will slow to 5% over the rest of the year.",
    "From 8 May Russia's key rate will be 13%.",
    "February brought Russia 400 billion roubles.",
    "February brought Russia little oil and gas revenue.",
    "The quarter saw Russian inflation at 5.8%.",
    SHARE.format("from now on"),
    SHARE.format("well into 2028"),
    SHARE.format("year after year"),
    SHARE.format("this fiscal year"),
    SHARE.format("over the next four years"),
    "Norway spent less than 4% of GDP on defence until 2023.",
    "Norway will spend less than 4% of GDP on defence for the next four years.",
    "Norway will not spend 4% of GDP on defence until after 2028 at the earliest.",
    "Growth in Norway in 2028 will be ahead of 2027.",
    TRUCE.format("after 2028"),
    TRUCE.format("not in 2028 at the earliest"),
    TRUCE.format("as soon as the guns fall silent"),
    TRUCE.format("ahead of the end of his term"),
    "Squeezed by interest rates of 14%, Italy will grow by less than 1% in 2028.",
    "Driven by defence spending, Italy will grow by more than 1% in 2028.",
)


@pytest.mark.parametrize(("sentence", "question"), DATED.items())
def test_wordings_of_a_moment_date_a_claim(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", UNDATED)
def test_what_only_looks_like_a_moment_dates_nothing(sentence: str) -> None:
    assert asked(sentence) == []
