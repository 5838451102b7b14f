"""Words elsewhere in a sentence that turn its claim: read with it, or refused; never dropped. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.claims.compiler import compile_statements
from overstretch.claims.reader.parties import last_before
from overstretch.statements.reading.by_hand import entry, read_entries

DAY = date(2026, 3, 3)


def asked(sentence: str, context: str | None = None) -> list[str]:
    one = entry(sentence, None, "2026-03-03").model_copy(update={"context": context})
    found = read_entries([one])
    compiled = compile_statements(found.statements, found.documents, DAY)
    return [s.proposition.question for s in compiled if s.proposition]


READ = {
    "Romania has no intention of raising its defence spending to 4% of GDP by 2030.": "not core_share(ROU, by 2030-12) >= 4",
    "Russia has no plans to attack Latvia by 2029.": "not happens(attack_on_nato, LVA, by 2029-12)",
    "Norway has made no commitment to spend 4% of GDP on defence by 2030.": "not core_share(NOR, by 2030-12) >= 4",
    "Portugal will spend 2% of GDP on defence in 2028, tops.": "core_share(PRT, 2028) <= 2",
    "Russia's growth will be two percent next year, at best.": "growth(RUS, 2027) <= 2",
    "Sweden will spend 3% of GDP on defence in 2027, at the very least.": "core_share(SWE, 2027) >= 3",
    "The Baltics will all be above four percent of GDP on defence this year.": "count(BALTICS: core_share(2026) > 4) == all",
    "Russia is not in recession.": "not happens(recession, RUS, 2026, default)",
    "Germany is in recession.": "happens(recession, DEU, 2026, default)",
    "Russia's inflation will stay above 5% throughout the first half.": "each(inflation(RUS), 2026-01..2026-06) > 5",
    "Unemployment in Russia, at 2.3%, will stay there until the end of 2027.": "each(unemployment(RUS), 2026..2027) about 2.3",
    "Russia will not attack Latvia in the coming year.": "not happens(attack_on_nato, LVA, by 2027-03)",
    "Growth in Russia will slow to 1.2% in 2027 from 2% this year.": "growth(RUS, 2027) about 1.2",
    "Growth in Russia could slow to 1.2% in 2027.": "growth(RUS, 2027) <= 1.2",
}

REFUSED = {
    "a plan let go": "Paris has dropped plans to leave NATO by 2029.",
    "a denial left bare": "Every ally is meant to be at 3.5% of GDP by 2035, and half of them won't be.",
    "a doubt left bare": "Growth in Russia could reach 3% in 2027, though probably not.",
    "the only one": "Italy will be the only ally below 3% of GDP in 2033.",
    "the last one": "Belgium will be the last ally to reach 3.5% of GDP on defence.",
    "not for long": "Urals will not stay below 45 dollars for long.",
    "a target that moves": "NATO will not raise its target again before 2030.",
    "more of them": "More and more allies are at three percent of GDP on defence.",
    "nobody said so": "Nobody told me we would be at 2 percent of GDP on defence in 2025, but here we are.",
    "what should be": "The key rate in Russia should be at 11% by now.",
    "compared with another": "We spend more than the Greeks already, and next year it'll be more than the Italians too.",
}


@pytest.mark.parametrize("sentence", READ)
def test_what_turns_a_claim_is_read_with_it(sentence):
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("kind", REFUSED)
def test_what_turns_a_claim_and_cannot_be_read_is_refused(kind):
    assert asked(REFUSED[kind], "FRA" if "We" in REFUSED[kind] else None) == []


def test_the_answer_to_a_question_of_ones_own_is_no_claim_beside_it():
    assert asked("Portugal at 4% by 2030? Forget it.") == ["not core_share(PRT, by 2030-12) about 4"]


BOTH = {
    "Oil and gas revenue of Russia fell by 19% in 2025 to 8.4 trillion roubles.": [
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -19",
        "oil_gas_revenue(RUS, 2025) about 8.4e12",
    ],
    "Norway's defence spending rose by a fifth to 2.6% of GDP in 2025.": [
        "change(defence_spending(NOR, 2025), from 2024, percent) about 20",
        "core_share(NOR, 2025) about 2.6",
    ],
}


@pytest.mark.parametrize("sentence", BOTH)
def test_a_change_and_the_level_it_leads_to_are_two_claims(sentence):
    assert asked(sentence) == BOTH[sentence]


def test_a_truce_that_fails_or_holds_is_none_that_begins():
    assert asked("The truce in Ukraine will collapse by the end of 2027.") == []
    assert asked("A truce in Ukraine will begin by the end of 2027.") == ["happens(ceasefire, UKR, by 2027-12)"]


def test_a_span_that_is_not_read_gives_no_default():
    assert asked("Germany will spend 3.5% of GDP on defence in a few years.") == []
    assert asked("Russia will be in recession in the early 2030s.") == ["happens(recession, RUS, 2030..2033)"]


def test_beginning_next_year_is_that_year():
    assert asked("Russia plans to reduce its defence spending beginning next year.") == [
        "change(defence_spending(RUS, 2027), from 2026, percent) < 0"
    ]


def test_the_fund_is_its_liquid_part_only_where_that_is_said():
    assert asked("Russia's National Wealth Fund will hold 13 trillion roubles at the end of 2026.") == [
        "fund_total(RUS, by 2026-12) >= 1.3e13"
    ]


def test_a_sum_is_in_the_currency_named_before_it():
    assert asked("Sweden's military expenditure goes up from 150 billion kronor in 2026 to 180 billion in 2029.") == [
        "defence_spending(SWE, 2029, SEK) >= 1.8e11"
    ]


def test_a_party_is_carried_only_where_the_text_speaks_of_it_most():
    assert last_before("Norway is doing well. Italy is another matter, one analyst said.") is None
    assert last_before("Italy is doing badly. Italy's banks are worse. Norway does well.") is None
    assert last_before("Norway is doing well. Italy is not, and Italy will not soon.") == "ITA"


SMALL = {
    "Not all allies will reach 4% of GDP by 2035.": "not count(ALLIES: core_share(by 2035-12) >= 4) == all",
    "NATO will cease to exist by 2032.": "happens(alliance_dissolution, by 2032-12)",
    "Russia's growth will be below 0% in 2027.": "growth(RUS, 2027) < 0",
    "America's share of the alliance's spending will fall below 60% in 2028.": "defence_spending(USA, 2028, share of NATO) < 60",
}


@pytest.mark.parametrize("sentence", SMALL)
def test_small_words_are_read(sentence):
    assert asked(sentence) == [SMALL[sentence]]


def test_next_behind_a_figure_is_the_year_after():
    assert asked("Growth will be 2% this year and 1.5% next.", "POL") == [
        "growth(POL, 2026) about 2",
        "growth(POL, 2027) about 1.5",
    ]


NOUGHT = {
    "Denmark will run a surplus in 2028.": "balance(DNK, 2028) > 0",
    "Austria will balance its budget in 2029.": None,  # no ally
    "Russia's budget will be balanced in 2029.": "balance(RUS, 2029) >= 0",
    "Poland will run a deficit in 2028.": "balance(POL, 2028) < 0",
    "Poland's economy will grow more slowly than Spain's in 2027.": "growth(POL, 2027) < growth(ESP, 2027)",
    "Russia's defence budget, adjusted for inflation, will shrink in 2027.": "change(defence_budget(RUS, 2027), from 2026, percent, real) < 0",
    "Russia's key rate will be in the range of 11 to 12% at the end of 2027.": "policy_rate(RUS, by 2027-12) between 11 and 12",
}


@pytest.mark.parametrize("sentence", NOUGHT)
def test_sides_of_nought_and_manner_are_read(sentence):
    assert asked(sentence) == ([NOUGHT[sentence]] if NOUGHT[sentence] else [])


PAST = {
    "how it moves": "Europe's defence spending rose faster than Russia's in 2025.",
    "never again": "Italy's deficit will never be below 2% again.",
    "who is president": "As long as Trump is president, the United States will not leave NATO.",
    "what leaves": "NATO will fall apart by 2034 if America leaves.",
    "another balance": "By 2029, Poland's budget will be balanced at the primary level.",
    "denied behind but": "Russia could be ready to attack in 2030, but it will not attack.",
}


@pytest.mark.parametrize("kind", PAST)
def test_what_is_stated_is_never_read_past(kind):
    assert asked(PAST[kind]) == []


NEAR = {
    "Few believe that Hungary will be anywhere near 3.5% of GDP on defence by 2035.": "not core_share(HUN, by 2035-12) >= 3.5",
    "Russia's deficit will stay near 3% of GDP through 2028.": "each(balance(RUS), 2026..2028) about -3",
    "The key rate in Russia could be as low as 11% by December.": "policy_rate(RUS, by 2026-12) <= 11",
    "Romania's growth in 2026 was revised down by half a point to 1.1%.": "growth(ROU, 2026) about 1.1",
    "Norway's defence spending will go from 2.4% to 3.1% of GDP between 2025 and 2031.": "core_share(NOR, 2031) >= 3.1",
}


@pytest.mark.parametrize("sentence", NEAR)
def test_how_near_how_low_and_between_when(sentence):
    assert asked(sentence) == [NEAR[sentence]]
