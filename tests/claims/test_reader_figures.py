"""The reader on figures: whole sentences of our own, each with its question or the word that it stumbles over."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.made import statement

from overstretch.claims.reader.asked.series_read import figure_question
from overstretch.claims.reader.draft import Unread, drafted
from overstretch.claims.reader.figures.change_sizes import size_of_change
from overstretch.claims.reader.figures.counts import counted
from overstretch.claims.reader.figures.numbers import figures
from overstretch.claims.reader.moments import moments
from overstretch.questions.check import checked
from overstretch.questions.text import write

SAID = date(2025, 11, 20)


def asked(text: str, around: str = "", said: date = SAID) -> str:
    """The canonical question of a claim about a figure, without polarity and conditions, which are read elsewhere."""
    return write(checked(figure_question(drafted(text, said), statement(text), around, None)))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # levels and their operators
        ("Slovakia's ministry puts next year's shortfall at only 4.1 per cent of GDP", "balance(SVK, 2026) about -4.1"),
        ("Last year Norway cleared the two-per-cent bar", "core_share(NOR, 2024) >= 2"),
        ("Finland will be at or over 3 per cent in 2029", "core_share(FIN, 2029) >= 3"),
        ("Finland's deficit will narrow to 3 per cent of GDP by 2029", "balance(FIN, by 2029-12) >= -3"),
        ("Denmark has pledged 3.5 per cent by 2030", "core_share(DNK, by 2030-12) >= 3.5"),
        (
            "Belgium will keep its outlays between two and three per cent of GDP in 2028",
            "core_share(BEL, 2028) between 2 and 3",
        ),
        # money
        (
            "Stockholm pencils in 170 billion crowns for defence in 2027",
            "defence_spending(SWE, 2027, SEK) about 1.7e11",
        ),
        ("Oslo pencils in 170 billion kroner for defence in 2027", "defence_spending(NOR, 2027, NOK) about 1.7e11"),
        (
            "Russia's oil and gas revenue will sink through the 8-trillion-rouble mark in 2026",
            "oil_gas_revenue(RUS, 2026) < 8e12",
        ),
        # counts
        ("Nine allies were above 3 per cent in 2024", "count(ALLIES: core_share(2024) > 3) == 9"),
        ("Nine allies will be above 3 per cent in 2027", "count(ALLIES: core_share(2027) > 3) >= 9"),
        ("There was no ally that did not spend 2 per cent in 2024", "count(ALLIES: core_share(2024) >= 2) == all"),
        # moments
        (
            "Latvia will exceed 4 per cent from next year on and stay there until the end of the decade",
            "each(core_share(LVA), 2026..2029) > 4",
        ),
        ("Luxembourg will be above 2.5 per cent this side of 2030", "core_share(LUX, before 2030-01) > 2.5"),
        (
            "Urals will slip under 45 dollars some time in the second quarter of next year",
            "any(oil_price(RUS), 2026-04..2026-06) < 45",
        ),
        (
            "The shortfall in Moscow's budget for the first nine months was 3.8 trillion roubles",
            "sum(balance(RUS, RUB), 2025-01..2025-09) about -3.8e12",
        ),
        (
            "Spain has earmarked 60 billion euros for its forces over the three years from 2026 to 2028",
            "sum(defence_spending(ESP, EUR), 2026..2028) about 6e10",
        ),
        # changes
        (
            "Russia's key rate will come down by 200 basis points in 2026",
            "change(policy_rate(RUS, by 2026-12), from 2025-12, absolute) <= -2",
        ),
        (
            "Italy's defence outlays will rise by 0.15 points of GDP in 2026",
            "change(core_share(ITA, 2026), from 2025, absolute) >= 0.15",
        ),
        (
            "Budapest will cut its defence budget by a tenth in 2027",
            "change(defence_spending(HUN, 2027), from 2026, percent) <= -10",
        ),
        ("Russia's economy grew by 4 per cent in 2024", "growth(RUS, 2024) about 4"),
        ("Ukraine's debt rose by 3 points to 98 per cent of GDP last year", "debt_ratio(UKR, 2024) about 98"),
        # comparisons, ranks, shares
        (
            "Berlin will outspend London and Paris combined by 2029",
            "defence_spending(DEU, by 2029-12) > defence_spending(GBR+FRA, by 2029-12)",
        ),
        ("Estonia will lead the ranking by share of GDP next year", "core_share(EST, 2026) highest of ALLIES"),
        (
            "Germany will be the second-biggest defence spender in the alliance in 2027",
            "count(ALLIES: defence_spending(2027) > defence_spending(DEU, 2027)) == 1",
        ),
        ("Finland's economy will grow by less than 1 per cent in 2027", "growth(FIN, 2027) < 1"),
        (
            "Denmark's deficit will be smaller in 2027 than in 2024",
            "change(balance(DNK, 2027), from 2024, absolute) > 0",
        ),
        ("The rouble will weaken to 90 per dollar by mid-2027", "exchange_rate(RUS, by 2027-06) >= 90"),
        ("The bank lowered its forecast for Russian growth in 2026 to 0.9 per cent", "growth(RUS, 2026) about 0.9"),
    ],
)
def test_figure_is_read_as_stated(text: str, question: str) -> None:
    assert asked(text) == question


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fifty-eight per cent of Italians are against spending more on weapons", "Fifty-eight per cent of Italians"),
        ("Defence will make up 10% of the federal budget in Germany in 2027", "10% of the federal budget"),
        ("Sweden will spend 3.5% on defence every other year until 2030", "every other year"),
        ("Russia's defence spending will fall 10 per cent in the first half of 2027", "2027-H1"),
        ("American troops in Europe will settle around 80,000 by December, more than in 2021", "80,000"),
        ("Croatia will spend less on defence than on roads in 2027", "than on roads"),
        ("Sweden's deficit will be seven billion this year", "in which money"),
        ("Inflation in Russia will be at 5 per cent from 2027 on", "from 2027 on"),
        ("Turkey's budget will grow 8 per cent in 2027", "what grows"),
    ],
)
def test_what_is_not_asked_is_named(text: str, word: str) -> None:
    with pytest.raises(Unread, match=word):
        asked(text)


def test_a_level_names_what_it_sets_aside() -> None:
    draft = drafted(
        "Italy's deficit fell to 3.1 per cent of GDP last year from 3.4 per cent, the lowest since 2019", SAID
    )
    assert write(figure_question(draft, statement(draft.text), "", None)) == "balance(ITA, 2024) about -3.1"
    assert {part for _, _, part in draft.used if part.startswith("set aside")} == {
        "set aside: what it was before",
        "set aside: a record",
    }


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("fifty-eight per cent", "percent", 58.0),
        ("the 3.5-percent target", "percent", 3.5),
        ("5pc", "percent", 5.0),
        ("a half-point cut", "points", 0.5),
        ("RUB 3tn", "money", ("RUB", 3e12)),
        ("a trillion and a half dollars", "money", ("USD", 1.5e12)),
        ("between $30 and $35", "money", ("USD", (30.0, 35.0))),
    ],
)
def test_figures_in_words_and_hyphens(text: str, kind: str, value: object) -> None:
    assert [(m.kind, m.value) for m in figures(text, [])] == [(kind, value)]


def test_no_range_where_two_figures_stand() -> None:
    assert [m.value for m in figures("2pc and 5pc", [])] == [2.0, 5.0]
    assert [m.value for m in figures("from 44 to 49 per cent of GDP", [])] == [44.0, 49.0]


def test_parts_of_figures() -> None:
    whole_year = moments("throughout 2026", SAID)[0].when
    assert (whole_year.relation, whole_year.first) == ("each", "2026")
    assert moments("the fiscal year 2029-30", SAID)[0].when.first == "2029"
    size = size_of_change("it did not fall, it went up by 2 per cent")
    assert size is not None and size.value == 2.0
    count = counted("every ally bar one")
    assert count is not None and count.exceptions
