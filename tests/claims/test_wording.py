"""How papers and offices word a limit, a rank, a moment, an aside; and wordings in which a figure is none of the claim.
Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "France will breach the 3% deficit limit in 2027.": ["balance(FRA, 2027) < -3"],
    "Germany will respect the 3% deficit limit in 2027.": ["balance(DEU, 2027) >= -3"],
    "Eleven EU members will breach the 3% deficit limit in 2027.": ["count(EU: balance(2027) < -3) >= 11"],
    "Italy will keep its deficit within 3% of GDP in 2027.": ["balance(ITA, 2027) >= -3"],
    "Estonia will keep its deficit at the 3% limit in 2027.": ["balance(EST, 2027) about -3"],
    "Poland will outspend every other ally relative to the size of its economy in 2027.": [
        "core_share(POL, 2027) highest of ALLIES"
    ],
    "Luxembourg will spend less of its GDP on defence than any other ally in 2027.": [
        "core_share(LUX, 2027) lowest of ALLIES"
    ],
    "Germany will have the lowest growth in the euro area in 2027.": ["growth(DEU, 2027) lowest of EURO_AREA"],
    "Italy's debt will peak at 138% of GDP in 2027 before easing in the two following years.": [
        "debt_ratio(ITA, 2027) about 138"
    ],
    "Portugal will reach 2% of GDP on defence in 2027, four years earlier than planned.": [
        "core_share(PRT, 2027) >= 2"
    ],
    "Sweden will lift defence spending to 3.5% of GDP by 2030, to be paid for by borrowing 300 billion crowns.": [
        "core_share(SWE, by 2030-12) >= 3.5"
    ],
    "Germany will spend 3% of GDP on defence in 2027, which, the minister stressed, will not cut pensions.": [
        "core_share(DEU, 2027) >= 3"
    ],
    "British defence spending will rise to 2.6% of GDP from April 2027.": ["core_share(GBR, 2027) >= 2.6"],
    "From 2027 through 2029 Norway will never devote less than three percent of GDP to defence.": [
        "not any(core_share(NOR), 2027..2029) < 3"
    ],
    "Six allies at the most will still be under 2.5 percent in 2029.": ["count(ALLIES: core_share(2029) < 2.5) <= 6"],
    "Washington will take 8,000 troops out of Europe by 2027.": [
        "change(us_troops_europe(USA, by 2027-12), from 2026, absolute) <= -8000"
    ],
    "Urals oil stays under 60 dollars a barrel in every month of 2027.": [
        "each(oil_price(RUS), 2027-01..2027-12) < 60"
    ],
    "Norwegian defence spending will be at 3 per cent of GDP or better in 2028.": ["core_share(NOR, 2028) >= 3"],
    "Romania will have more soldiers than Italy by 2032.": ["personnel(ROU, by 2032-12) > personnel(ITA, by 2032-12)"],
    "Germany's growth was -0.2% in 2024.": ["growth(DEU, 2024) about -0.2"],
    "Latvian growth will be between -0.5% and 0.5% in 2027.": ["growth(LVA, 2027) between -0.5 and 0.5"],
    "Russia's oil and gas revenues in January-December 2025 fell by 24%.": [
        "change(oil_gas_revenue(RUS, 2025), from 2024, percent) about -24"
    ],
    "Growth in Latvia will be from 1% to 2% in 2027.": ["growth(LVA, 2027) between 1 and 2"],
    "The Bank of Russia's key rate will not fall below 12% in 2027.": [
        "each(policy_rate(RUS), 2027-01..2027-12) >= 12"
    ],
    "The Bank of Russia's key rate never fell below 14% in 2025.": ["not any(policy_rate(RUS), 2025-01..2025-12) < 14"],
    "Spanish defence spending will rise by 10% in 2027, the biggest jump since 1986.": [
        "change(defence_spending(ESP, 2027), from 2026, percent) >= 10"
    ],
    "Compared with 2023, Swedish defence spending will rise by 80% by 2028.": [
        "change(defence_spending(SWE, by 2028-12), from 2023, percent) >= 80"
    ],
    "Despite a deficit of 5% of GDP, Slovakia will raise its defence spending in 2027.": [
        "change(defence_spending(SVK, 2027), from 2026, percent) > 0"
    ],
    "Romania's deficit will go from 8% of GDP in 2025 to 6% in 2026.": [
        "balance(ROU, 2026) about -6",
        "balance(ROU, 2025) about -8",
    ],
    "Belgium will reach 2.5% of GDP on defence by 2029, not 2034 as once planned.": [
        "core_share(BEL, by 2029-12) >= 2.5"
    ],
    "Italy's debt will be greater than its GDP in 2030.": ["debt_ratio(ITA, 2030) > 100"],
    "Germany's economy will shrink at least once in the years 2026 to 2028.": ["any(growth(DEU), 2026..2028) < 0"],
    "Latvia put up 100 million euros of military aid for Ukraine in 2025.": ["aid_to_ukraine(LVA, 2025) about 1e8"],
    "The Fund now has Russia's economy growing by 0.9% in 2026.": ["growth(RUS, 2026) about 0.9"],
    "Spending on the national defence section in Russia was 13 trillion roubles in 2025.": [
        "defence_budget(RUS, 2025) about 1.3e13"
    ],
    "Britain's deficit will exceed 4% of GDP in the 2026/27 financial year.": ["balance(GBR, 2026) < -4"],
    "The Bank of Russia will leave the key rate at 14% at its June meeting.": ["policy_rate(RUS, 2026-06) about 14"],
    "The United States will quit NATO before its president leaves in January 2029.": [
        "happens(ally_exit, USA, by 2029-01)"
    ],
    "The regime in Moscow will not make it to 2030.": ["happens(regime_end, RUS, before 2030-01)"],
    "At no point in 2027 will Urals rise above 100 dollars.": ["not any(oil_price(RUS), 2027-01..2027-12) > 100"],
    "In no year before 2031 will Sweden's debt rise above 40% of GDP.": ["not any(debt_ratio(SWE), 2026..2030) > 40"],
    "Not in a single year before 2030 will the deficit of the United States fall under 6% of GDP.": [
        "not any(balance(USA), 2026..2029) > -6"
    ],
    "Over the three years to 2028 Russian growth will average 1%.": ["mean(growth(RUS), 2026..2028) about 1"],
    "Russia may enter a recession as early as the first half of 2027.": ["happens(recession, RUS, by 2027-06)"],
    "Peace will not come this year, but the guns may well fall silent by autumn 2027.": [
        "not happens(war_end, UKR, 2026)"
    ],
    "Neither this year nor next will Russia attack Estonia.": ["not happens(attack_on_nato, EST, by 2027-12)"],
    "In February, Urals had dropped to less than forty dollars.": ["oil_price(RUS, 2026-02) < 40"],
    "Growth in Russia will lie between half a percent and one and a half next year.": [
        "growth(RUS, 2027) between 0.5 and 1.5"
    ],
    "The Pentagon will withdraw 20,000 troops from Europe by 2027.": [
        "change(us_troops_europe(USA, by 2027-12), from 2026, absolute) <= -20000"
    ],
    "Norway may have to trim what it spends on its forces by a fifth by 2030.": [
        "change(defence_spending(NOR, by 2030-12), from 2026, percent) <= -20"
    ],
    "Russia's military spending as a share of GDP has doubled since 2021.": [
        "change(core_share(RUS, latest), from 2021, multiple) about 2"
    ],
    "Hungary will not spend 5% of GDP on defence by 2035.": ["not total_share(HUN, by 2035-12) >= 5"],
    "Germany expects to spend 152 billion euros on defence in 2029, equal to 3.5% of GDP.": [
        "defence_spending(DEU, 2029, EUR) >= 1.52e11",
        "core_share(DEU, 2029) about 3.5",
    ],
    "Unless the war has ended by then, Poland's deficit will exceed 6% of GDP in 2027.": [
        "balance(POL, 2027) < -6 given not happens(war_end, UKR, by 2027-12)"
    ],
    "If Urals averages 40 dollars in 2027, Russia's deficit will be 3% of GDP.": [
        "balance(RUS, 2027) about -3 given oil_price(RUS, 2027) about 40"
    ],
    "At $50 a barrel, Russia would fall into recession next year.": ["happens(recession, RUS, 2027) given oil(50)"],
    "There is no doubt that Germany will spend 3.5% of GDP on defence in 2029.": ["core_share(DEU, 2029) >= 3.5"],
    "France risks a deficit above 6% of GDP in 2027.": ["balance(FRA, 2027) < -6"],
    "If the United States leaves NATO, European allies will spend more than 4% of GDP on defence in 2030.": [
        "core_share(EUROPE, 2030) > 4 given happens(ally_exit, USA, by 2030-12, default)"
    ],
    "It is not excluded that Slovakia will leave NATO by 2028.": ["happens(ally_exit, SVK, by 2028-12)"],
    "A recession is not excluded in Russia in the first half of 2027.": ["happens(recession, RUS, 2027-H1)"],
    "Germany's deficit will widen to 4% of GDP next year as Berlin loosens the purse strings for railways.": [
        "balance(DEU, 2027) about -4"
    ],
    "With inflation allowed for, Danish defence spending will be lower in 2029 than in 2026.": [
        "change(defence_spending(DNK, 2029), from 2026, percent, real) < 0"
    ],
    "Adjusted for rising prices, Greek defence spending will be 5% higher in 2028 than back in 2026.": [
        "change(defence_spending(GRC, 2028), from 2026, percent, real) >= 5"
    ],
    "Two years ago Denmark spent a larger share of GDP on defence than Belgium.": [
        "core_share(DNK, 2024) > core_share(BEL, 2024)"
    ],
    "Euro-zone inflation will be below 2% by Dec 2027.": ["inflation(EURO_AREA, by 2027-12) < 2"],
    "Latvia: core defence > 4.5% of GDP in 2027": ["core_share(LVA, 2027) > 4.5"],
    "There will be a truce in Ukraine before New Year's Day 2028.": ["happens(ceasefire, UKR, before 2028-01)"],
    "There will be a truce in Ukraine ahead of the municipal elections in October.": [
        "happens(ceasefire, UKR, before 2026-10)"
    ],
    "Dutch growth should run at about 1.2% in 2027.": ["growth(NLD, 2027) about 1.2"],
    "It would be no surprise if the Italian economy fell into recession in 2027.": ["happens(recession, ITA, 2027)"],
    "A recession in Hungary in 2027 is not to be ruled out.": ["happens(recession, HUN, 2027)"],
    "All 32 will be spending at least 2% of GDP on defence in 2028.": ["count(ALLIES: core_share(2028) >= 2) == all"],
    "As long as no peace is signed, Estonia will spend over 5% of GDP on defence in 2028.": [
        "core_share(EST, 2028) > 5 given not happens(war_end, UKR, by 2028-12)"
    ],
    "Greek growth will be two percent in 2027, no more than that.": ["growth(GRC, 2027) <= 2"],
    "I doubt that Slovenia will be at 2.5% of GDP for defence in 2029.": ["not core_share(SVN, 2029) >= 2.5"],
    "Before the decade closes Portugal will reach 2.5% of GDP on defence.": ["core_share(PRT, by 2029-12) >= 2.5"],
    "The arms race will leave Europe with slower growth in 2031 than it would have had without it.": [
        'effect(keep_pledge() against hold_burden(2024), growth(EUROPE, 2031), "arms race") < 0'
    ],
    "A slump in the oil price would make Russia's deficit in 2028 deeper than it would otherwise be.": [
        'effect(oil(40) against base, balance(RUS, 2028), "oil price down") < 0'
    ],
    "Keeping the pledge of The Hague will add 4 points of GDP to Belgium's debt by 2032.": [
        'effect(keep_pledge() against hold_burden(2024), debt_ratio(BEL, by 2032-12), "allies\' spending up") about 4'
    ],
}

REFUSED = [
    "The United States will outspend all other allies combined in 2027.",
    "In March 2026 Poland spent 4.8% of GDP on defence.",
    "Those who say that Italy will reach 3.5% of GDP on defence by 2030 are mistaken.",
    "The minister wrongly predicted that Spain will spend 3% of GDP on defence in 2027.",
    "The ministry stopped saying that Spain will spend 3% of GDP on defence in 2027.",
    "Only optimists think that Italy will spend 3% of GDP on defence in 2027.",
    "Poland will spend 5% of GDP on defence in 2027, which I doubt.",
    "Germany will spend 3.5% of GDP on defence in 2029 - in its dreams.",
    "France will be allowed to breach the 3% deficit limit in 2027.",
    "Italy has until 2029 to bring its deficit below 3% of GDP.",
    "The United States will threaten to leave NATO in 2027.",
    "Italy will vow to cut its debt below 130% of GDP by 2030.",
    "France's parliament will vote on a deficit of 4.7% of GDP for 2027.",
    "France's breach of the 3% deficit limit will end in 2029.",
    "Germany's 3% of GDP for defence in 2027 will push up its debt.",
    "Core inflation in Russia will be 5% in 2027.",
    "House prices in Russia will rise by 20% in 2027.",
    "Russia's real key rate will be above 8% in 2027.",
    "The Americans will pull most of their troops out of Germany by 2028.",
    "The Bank of Russia decided to cut the key rate by 50 basis points to 15.5%.",
    "Unless the United States stays in NATO, Poland will spend 6% of GDP on defence in 2028.",
    "They could hit one of the three before 2030.",
    "More money for roads will swell Germany's debt ratio by 2035.",
    "At the review of 2029 the allies will lower the target and tighten the reporting.",
    "Unless the guns are moved, Latvia will spend 4% of GDP on defence in 2027.",
    "By summer the Bank of Russia's key rate has got to be down at 12%.",
    "By 2030 Greece will have more men and women under arms than Spain and Italy put together.",
    "The Putin system may not outlast the decade.",
    "While the ministry talks of 2% growth, Latvia's economy will shrink in 2027.",
    "I doubt that inflation in Russia will fall below 5% in 2027 and that growth will exceed 1%.",
    "The deficit of Belgium rose 20% in 2025.",
    "The German economy will grow by 4% between 2026 and 2029.",
    "There will be a ceasefire in Ukraine by next summer.",
    "An extra point of GDP for the alliance's rearmament adds 0.3 points to growth in Italy, and takes less off debt.",
]


@pytest.mark.parametrize("sentence", READ)
def test_a_wording_asks_what_it_says(sentence):
    assert asked(sentence) == READ[sentence]


@pytest.mark.parametrize("sentence", REFUSED)
def test_a_wording_that_says_something_else_is_refused(sentence):
    assert asked(sentence) == []


@pytest.mark.parametrize("rank", ["eleventh", "twelfth", "twentieth"])
def test_a_rank_beyond_the_tenth_is_not_the_first(rank):
    assert asked("Spain will have the highest rate of growth of all allies in 2027.")
    assert asked(f"Spain will have the {rank}-highest rate of growth of all allies in 2027.") == []


def test_a_sentence_without_its_full_stop_is_read_alike():
    assert asked("The United States will threaten to leave NATO in 2027") == []
    assert asked("France's parliament will vote on a deficit of 4.7% of GDP for 2027") == []


@pytest.mark.parametrize("behind", ["Wrong.", "Or will it?", "That was the plan, anyway.", "I don't believe it."])
def test_what_the_next_words_take_back_is_refused(behind):
    assert asked(f"Croatia will spend 3% of GDP on defence in 2029. {behind}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Belgium will grow by 1% in 2027 at the expense of its neighbours.",
        "Latvia and its orchestras will spend 4% of GDP on defence in 2027.",
        "Latvia will purportedly spend 4% of GDP on defence in 2027.",
        "Latvia will spend 4% of GDP on defence in a leap year after 2027.",
    ],
)
def test_a_word_that_no_part_was_read_from_refuses_the_claim(sentence):
    assert asked(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "With the exception of six, the allies will all spend more than 3% of GDP on defence in 2029.",
        "Of all the flank states, Romania will have the lowest defence burden in 2028.",
        "Without pensions, Belgium will spend 2.2% of GDP on defence in 2028.",
        "Adjusted for the cycle, Finland's deficit will be 2% of GDP in 2027.",
    ],
)
def test_an_opening_that_says_how_a_claim_is_meant_refuses_it(sentence):
    assert asked(sentence) == []


AVERAGES = {
    "Averaged over the whole of 2028, Russia's key rate will be 11 percent or less.": "policy_rate(RUS, 2028) <= 11",
    "Urals will average 48 dollars a barrel over the first half of 2027.": "mean(oil_price(RUS), 2027-01..2027-06) about 48",
    "In November 2023 Russian inflation was in single digits.": "inflation(RUS, 2023-11) < 10",
    "In December 2023 Turkish inflation ran in double digits.": "inflation(TUR, 2023-12) >= 10",
}


@pytest.mark.parametrize("sentence", AVERAGES)
def test_averages_and_digits(sentence):
    assert asked(sentence) == [AVERAGES[sentence]]


def test_words_that_bear_on_nothing_may_stay_over():
    sentence = "The Latvian state as a whole is still going to put 4% of its GDP into defence in 2027."
    assert asked(sentence) == ["core_share(LVA, 2027) >= 4"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia's economy is now smaller than in 2021.",
        "Poland's economy is bigger than it was two years before.",
        "There are 4,000 fewer American soldiers in Europe now than there were two years before.",
    ],
)
def test_a_change_without_an_end_is_no_fault(sentence):
    assert isinstance(asked(sentence), list)
