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
    "Russia has no intention of militarily attacking Estonia or any other ally by 2028.": "not happens(attack_on_nato, by 2028-12)",
    "Russia could attack Poland or another NATO country by 2030.": "happens(attack_on_nato, by 2030-12)",
    "Portugal will spend 2% of GDP on defence in 2028, tops.": "core_share(PRT, 2028) <= 2",
    "Russia's growth will be two percent next year, at best.": "growth(RUS, 2027) <= 2",
    "Sweden will spend 3% of GDP on defence in 2027, at the very least.": "core_share(SWE, 2027) >= 3",
    "The Baltics will all be above four percent of GDP on defence this year.": "count(BALTICS: core_share(2026) > 4) == all",
    "Russia is not in recession.": "not happens(recession, RUS, 2026, default)",
    "Germany is in recession.": "happens(recession, DEU, 2026, default)",
    "Russia's inflation will stay above 5% throughout the first half.": "each(inflation(RUS), 2026-01..2026-06) > 5",
    "Unemployment in Russia, at 2.3%, will stay there until the end of 2027.": "each(unemployment(RUS), 2026..2027) about 2.3",
    "Russia will not attack Latvia in the coming year.": "not happens(attack_on_nato, LVA, by 2027-03)",
    "Growth in Russia could slow to 1.2% in 2027.": "growth(RUS, 2027) <= 1.2",
}

READ |= {  # ranks, multiples, changes
    "Lithuania's debt will be the third lowest in the EU in 2028.": "count(EU: debt_ratio(2028) < debt_ratio(LTU, 2028)) == 2",
    "Denmark will have the 2nd highest defence share in NATO in 2029.": "count(ALLIES: core_share(2029) > core_share(DNK, 2029)) == 1",
    "Finland will grow more slowly than any other ally in 2027.": "growth(FIN, 2027) lowest of ALLIES",
    "Belgium will run a larger deficit than any other ally in 2028.": "balance(BEL, 2028) lowest of ALLIES",
    "Norway will spend more on defence than either Denmark or Finland in 2029.": "and(defence_spending(NOR, 2029) > defence_spending(DNK, 2029), defence_spending(NOR, 2029) > defence_spending(FIN, 2029))",
    "Romania alone will spend 14 billion euros on defence in 2029.": "defence_spending(ROU, 2029, EUR) >= 1.4e10",
    "Sweden will not spend even half as much on defence as Poland in 2028.": "not defence_spending(SWE, 2028) >= 0.5 times defence_spending(POL, 2028)",
    "Poland will spend well over three times as much on defence as Romania in 2028.": "defence_spending(POL, 2028) > 3 times defence_spending(ROU, 2028)",
    "Italy will spend up to twice as much on defence as Spain in 2028.": "defence_spending(ITA, 2028) <= 2 times defence_spending(ESP, 2028)",
    "Greece did not spend as much on defence as Romania in 2025.": "not defence_spending(GRC, 2025) >= defence_spending(ROU, 2025)",
    "Greece will spend no more on defence than Romania in 2028.": "defence_spending(GRC, 2028) <= defence_spending(ROU, 2028)",
    "Brussels sees Italian debt of 141% of GDP in 2027.": "debt_ratio(ITA, 2027) about 141",
    "Croatia will spend only 2% of GDP on defence in 2028.": "core_share(HRV, 2028) about 2",
    "Poland could spend three times as much on defence as Romania by 2029.": "defence_spending(POL, by 2029-12) >= 3 times defence_spending(ROU, by 2029-12)",
    "Croatia's defence spending will not be exactly 2.5% of GDP in 2028.": "not core_share(HRV, 2028) about 2.5",
    "Norway will spend anything between 2.5% and 3.5% of GDP on defence in 2029.": "core_share(NOR, 2029) between 2.5 and 3.5",
    "Norway's defence share will rise by a fifth by 2030.": "change(core_share(NOR, by 2030-12), from 2026, percent) >= 20",
    "Norway's defence share will rise by half a point by 2030.": "change(core_share(NOR, by 2030-12), from 2026, absolute) >= 0.5",
    "Spain will increase its armed forces by 5,000 to 8,000 soldiers by 2030.": "change(personnel(ESP, by 2030-12), from 2026, absolute) between 5000 and 8000",
    "The Bank of Russia expects that Russian growth will be 1% in 2027, more than it had planned.": "growth(RUS, 2027) about 1",
    "Latvia spent 3.3% of GDP on defence in 2025, as had been planned.": "core_share(LVA, 2025) about 3.3",
    "Under the 2025 plan Danish defence spending will reach 3.5% of GDP in 2030.": "core_share(DNK, 2030) >= 3.5",
    "The 2026 budget puts Danish defence spending at 3.1% of GDP.": "core_share(DNK, 2026) about 3.1",
}

REFUSED = {
    "another country is no ally": "Russia will attack Poland or any other country by 2030.",
    "any ally of many": "Estonia or any other ally will spend 5% of GDP on defence in 2028.",
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
    "near a rank": "Greece will have one of the highest defence shares in NATO in 2027.",
    "a rank but one": "Greece will have the highest debt but one in NATO in 2027.",
    "how it moves, against all": "Greece's defence spending will rise more than any other ally's in 2027.",
    "one alone": "Lithuania alone will spend more than 5.5% of GDP on defence in 2028.",
    "only one": "In 2028 only Lithuania will spend more than 5.5% of GDP on defence.",
    "nobody but one": "Nobody but Lithuania will spend more than 5.5% of GDP on defence in 2028.",
    "none but some": "None but the Baltics will spend more than 5.2% of GDP on defence in 2028.",
    "no more than any other": "Greece will spend no more on defence than any other ally in 2028.",
    "the next meeting": "Russia's key rate will be cut to 13% when the board meets next.",
    "what was seen coming": "Russia's growth was seen at 3% in 2025.",
    "between nothing and a figure": "Slovakia will spend anything between nothing and 3% of GDP on defence in 2028.",
    "a range or a level": "Urals will fall by 12 to 48 dollars by the end of 2026.",
    "a range turned round": "Greece will cut its army by 40,000 to 30,000 men by 2030.",
    "percent of percent": "Russian inflation will fall by 3% in 2027.",
    "percent of a growth rate": "Russia's growth will rise by 1% in 2027.",
    "the debt or its ratio": "Spain's debt will rise by 3% in 2027.",
    "what was planned": "Norway had planned to spend 2.2% of GDP on defence in 2025.",
    "what was expected": "Russia was expected to grow by 2% in 2025.",
    "what a budget foresaw": "The budget for 2025 foresaw a deficit of 1.5% of GDP for Russia.",
    "what would have been": "Slovenia would have spent 2% of GDP on defence in 2025.",
    "a plan that was given up": "Slovenia was supposed to spend 3% of GDP on defence by 2030.",
    "a plan's own year": "The 2026 plan puts Danish defence spending at 3.5% of GDP.",
    "a law's own years": "The 2024-2030 programming law puts Belgian defence spending at 2.5% of GDP.",
    "compared with another": "We spend more than the Greeks already, and next year it'll be more than the Italians too.",
}


@pytest.mark.parametrize("sentence", READ)
def test_what_turns_a_claim_is_read_with_it(sentence):
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("kind", REFUSED)
def test_what_turns_a_claim_and_cannot_be_read_is_refused(kind):
    assert asked(REFUSED[kind], "FRA" if "We" in REFUSED[kind] else None) == []


def test_the_answer_to_a_question_of_ones_own_is_no_claim_beside_it():
    assert asked("Portugal at 4% by 2030? Forget it.") == ["not core_share(PRT, by 2030-12) >= 4"]


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


def on(day: str, sentence: str) -> list[str]:
    found = read_entries([entry(sentence, None, day)])
    compiled = compile_statements(found.statements, found.documents, date.fromisoformat(day))
    return [s.proposition.question for s in compiled if s.proposition]


@pytest.mark.parametrize(
    ("day", "season", "month"),
    [
        ("2026-02-10", "this winter", "2026-02"),
        ("2026-03-10", "this winter", "2027-02"),
        ("2026-11-20", "this autumn", "2026-11"),
        ("2026-08-20", "by next summer", "2027-08"),
        ("2026-05-20", "this spring", "2026-05"),
        ("2026-08-20", "before summer is over", "2026-08"),
        ("2026-02-10", "this coming winter", "2027-02"),
    ],
)
def test_this_season_runs_to_its_last_month(day, season, month):
    assert on(day, f"There will be a truce in Ukraine {season}.") == [f"happens(ceasefire, UKR, by {month})"]


def test_a_change_and_the_level_it_leads_to_are_no_range():
    assert asked("Greece will reduce its armed forces by 10,000 to 95,000 soldiers by 2030.") == [
        "change(personnel(GRC, by 2030-12), from 2026, absolute) <= -10000",
        "personnel(GRC, by 2030-12) <= 95000",
    ]
