"""The gate for proposed questions: what states the same passes in whatever words, what adds, drops or turns anything is
refused. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.made import statement

from overstretch.claims.admission import Proposed, admitted
from overstretch.claims.reader.around import Around

DAY = date(2026, 3, 10)


def asked(text: str, *proposals: tuple[str, str], before: str = "", after: str = "", **fields) -> list[str] | str:
    """The questions that pass, or why none does. Parts as "series: words | moment: words"."""
    put = [
        Proposed(
            question, tuple((p.partition(":")[0].strip(), p.partition(":")[2].strip()) for p in parts.split("|")), "m"
        )
        for question, parts in proposals
    ]
    around = Around(before, before + text + after, DAY)
    spans = [(len(before), len(before) + len(text))]
    made, refused = admitted(put, statement(text, spans=spans, **fields), around)
    return [one.question for one in made] or "; ".join(refused)


# Other spellings of figures, dates and parties.
PASS = [
    (
        "Riga, Vilnius and Tallinn all hand their soldiers more than 5% of GDP in 2028.",
        "count(BALTICS: core_share(2028) > 5) == all",
        "group: Riga, Vilnius and Tallinn all | series: hand their soldiers | comparator: more than | "
        "figure: 5% of GDP | moment: in 2028",
    ),
    (
        "Belgium and Croatia, the two of them, hand their soldiers over 3% of GDP in 2029.",
        "and(core_share(BEL, 2029) > 3, core_share(HRV, 2029) > 3)",
        "party: Belgium | party: Croatia | series: hand their soldiers | comparator: over | figure: 3% of GDP | "
        "moment: in 2029",
    ),
    (
        "From 2027 to 2029, three years in all, Denmark hands its soldiers 250bn kroner.",
        "sum(defence_spending(DNK, DKK), 2027..2029) about 2.5e11",
        "moment: From 2027 to 2029 | party: Denmark | series: hands its soldiers | figure: 250bn kroner",
    ),
    (
        "Copenhagen parts with a fifth of what it earns for arms in 2030.",
        "core_share(DNK, 2030) about 20",
        "party: Copenhagen | series: parts with | figure: a fifth of what it earns | series: for arms | "
        "moment: in 2030",
    ),
    (
        "The Danes lay out three and a half percent in '31.",
        "core_share(DNK, 2031) about 3.5",
        "party: The Danes | series: lay out | figure: three and a half percent | moment: in '31",
    ),
    (
        "Warsaw's army chest swells to 200bn zlotys in 2027.",
        "defence_spending(POL, 2027, PLN) about 2e11",
        "party: Warsaw's | series: army chest | change: swells to | figure: 200bn zlotys | moment: in 2027",
    ),
    (
        "Six out of ten dollars that allies spend come from America in 2027.",
        "defence_spending(USA, 2027, share of NATO) about 60",
        "figure: Six out of ten | series: dollars that allies spend come from | party: America | moment: in 2027",
    ),
    (
        "Putin is history come Christmas '28.",
        "happens(leader_exit, RUS, by 2028-12)",
        "party: Putin | event: is history | moment: come Christmas '28",
    ),
    (
        "Russian prices go up with a four in front in 2027.",
        "inflation(RUS, 2027) between 4 and 5",
        "party: Russian | series: prices go up | figure: with a four in front | moment: in 2027",
    ),
    (
        "Moscow's stock of kit is back where it was before the war by 2031.",
        "equipment_index(RUS, by 2031-12) >= 1",
        "party: Moscow's | series: stock of kit | comparator: is back where it was before the war | moment: by 2031",
    ),
    (
        "Riga does both this year and next over four percent.",
        "each(core_share(LVA), 2026..2027) > 4",
        "party: Riga | series: does | moment: this year and next | comparator: over | figure: four percent",
    ),
    (
        "Belgium's ten-years yield more than 4% in December 2027.",
        "bond_yield(BEL, 2027-12) > 4",
        "party: Belgium's | series: ten-years yield | comparator: more than | figure: 4% | moment: in December 2027",
    ),
]


@pytest.mark.parametrize(("text", "question", "parts"), PASS)
def test_what_is_said_in_other_words_passes(text, question, parts):
    assert asked(text, (question, parts)) == [question]


# What bears on nothing need not be placed: who says it, earlier figures, records, reasons, places, names of bodies.
def test_one_comparison_of_several_periods_in_a_row_is_of_the_span():
    text = "In some month of the autumn of 2027 a barrel of Brent changes hands below 50 dollars."
    question = "or(brent_price(2027-09) < 50, brent_price(2027-10) < 50, brent_price(2027-11) < 50)"
    words = "series: a barrel of Brent changes hands | comparator: below | figure: 50 dollars"
    rests = f"moment: In some month of the autumn of 2027 | {words}"
    assert asked(text, (question, rests)) == ["any(brent_price(), 2027-09..2027-11) < 50"]


ASIDE = [
    (
        "In Vilnius, Poland's debt tops 65% of GDP by 2029, the Stockholm-based Arms Desk reckons.",
        "debt_ratio(POL, by 2029-12) > 65",
        "party: Poland's | series: debt | comparator: tops | figure: 65% of GDP | moment: by 2029",
    ),
    (
        "Poland's debt, 55% last year, climbs to 65% of GDP by 2029 as the arms loans fall due.",
        "debt_ratio(POL, by 2029-12) >= 65",
        "party: Poland's | series: debt | change: climbs to | figure: 65% of GDP | moment: by 2029 | reason: "
        "as the arms loans fall due",
    ),
    (
        "Poland goes from 4.1% of GDP in 2024 to 5% in 2028 for its army.",
        "core_share(POL, 2028) >= 5",
        "party: Poland | figure: 5% | moment: in 2028 | series: for its army",
    ),
    (
        "At 7% of GDP, Russia's army bill in 2025 was the heaviest since Soviet times.",
        "core_share(RUS, 2025) about 7",
        "figure: At 7% of GDP | party: Russia's | series: army bill | moment: in 2025 | filler: was the heaviest",
    ),
    (
        "Russia's deficit will not exceed 3.8 trillion roubles, or 1.6% of GDP, in 2026.",
        "balance(RUS, 2026, RUB) >= -3.8e12",
        "party: Russia's | series: deficit | comparator: will not exceed | figure: 3.8 trillion roubles | "
        "moment: in 2026",
    ),
    (
        "Don't kid yourselves, Spain stays under 3% of GDP for its army in 2029.",
        "core_share(ESP, 2029) < 3",
        "filler: Don't kid yourselves | party: Spain | comparator: stays under | figure: 3% of GDP | series: "
        "for its army | moment: in 2029",
    ),
]


@pytest.mark.parametrize(("text", "question", "parts"), ASIDE)
def test_what_bears_on_nothing_is_set_aside(text, question, parts):
    assert asked(text, (question, parts)) == [question]


ARMY = "party: Spain | figure: 3% of GDP | series: its army | moment: 2029"
TURNED = [
    ("Spain will spend 3% of GDP on its army in 2029.", "core_share(ESP, 2029) < 3", ARMY, "less than"),
    ("Spain will spend 3% of GDP on its army in 2029.", "not core_share(ESP, 2029) >= 3", ARMY, "less than|denies"),
    ("Spain will spend 3% of GDP on its army in 2029.", "core_share(ESP, 2029) >= -3", ARMY, "below zero"),
    (
        "Spain will not reach 3% of GDP for its army in 2029.",
        "core_share(ESP, 2029) >= 3",
        ARMY + " | negation: not",
        "could not place",
    ),
    (
        "Spain misses 3% of GDP for its army in 2029.",
        "core_share(ESP, 2029) >= 3",
        ARMY + " | comparator: misses",
        "could not place",
    ),
    (
        "Spain will spend above 3% of GDP on its army in 2029.",
        "core_share(ESP, 2029) < 3",
        ARMY + " | comparator: above",
        "not that of",
    ),
    (
        "Spain will spend 3% of GDP, tops, on its army in 2029.",
        "core_share(ESP, 2029) >= 3",
        ARMY + " | comparator: tops",
        "not that of",
    ),
    (
        "Spain's army bill falls by 10% from 2026 to 2027.",
        "change(defence_spending(ESP, 2027), from 2026, percent) >= 10",
        "party: Spain's | series: army bill | change: falls by | figure: 10% | moment: from 2026 to 2027",
        "way that the words say",
    ),
    (
        "Spain's army bill doubles from 2026 to 2030.",
        "change(defence_spending(ESP, 2030), from 2026, percent) <= 100",
        "party: Spain's | series: army bill | change: doubles | moment: from 2026 to 2030",
        "smaller",
    ),
    (
        "Spain outspends Italy on its army in 2029.",
        "defence_spending(ESP, 2029) < defence_spending(ITA, 2029)",
        "party: Spain | comparator: outspends | party: Italy | series: on its army | moment: in 2029",
        "not that of",
    ),
    (
        "Spain's deficit will be 4% of GDP in 2029.",
        "balance(ESP, 2029) about 4",
        "party: Spain's | series: deficit | figure: 4% of GDP | moment: in 2029",
        "negative balance",
    ),
    (
        "The rouble will be weaker than 110 to the dollar in 2027.",
        "exchange_rate(RUS, 2027) < 110",
        "series: rouble | comparator: weaker than | figure: 110 | series: to the dollar | moment: in 2027",
        "not that of",
    ),
    (
        "Hungary will not leave the alliance by 2030.",
        "happens(ally_exit, HUN, by 2030-12)",
        "party: Hungary | event: leave the alliance | moment: by 2030 | negation: not",
        "could not place",
    ),
    (
        "Hungary will leave the alliance by 2030.",
        "not happens(ally_exit, HUN, by 2030-12)",
        "party: Hungary | event: leave the alliance | moment: by 2030",
        "denies",
    ),
    (
        "Putin will still sit in the Kremlin in 2030.",
        "happens(leader_exit, RUS, by 2030-12)",
        "party: Putin | event: will still sit in the Kremlin | moment: in 2030",
        "last",
    ),
    (
        "Fewer than ten allies reach 3.5% of GDP in 2030.",
        "count(ALLIES: core_share(2030) >= 3.5) >= 10",
        "quantifier: Fewer than ten allies | comparator: reach | figure: 3.5% of GDP | moment: in 2030",
        "count is not",
    ),
    (
        "Fewer than ten allies reach 3.5% of GDP in 2030.",
        "count(ALLIES: core_share(2030) < 3.5) < 10",
        "quantifier: Fewer than ten allies | comparator: reach | figure: 3.5% of GDP | moment: in 2030",
        "less than",
    ),
    (
        "Russia slides into recession in 2027 unless oil recovers to 70 dollars.",
        "happens(recession, RUS, by 2027-12) given oil_price(RUS, 2027) >= 70",
        "party: Russia | event: slides into recession | moment: in 2027 | condition: unless oil recovers to 70 dollars",
        "other way round",
    ),
    (
        "Spain will spend 3% of GDP on its army in 2029.",
        "core_share(ESP, 2029) >= 3 given oil(90)",
        ARMY,
        "not in the statement",
    ),
    (
        "Spain will spend 3% of GDP on its army in 2029.",
        "core_share(ESP, 2029) >= 3 given keep_pledge()",
        ARMY,
        "condition",
    ),
    (
        "Spain will spend 30 billion dollars on its army in 2029.",
        "defence_spending(ESP, 2029, EUR) >= 3e10",
        "party: Spain | figure: 30 billion dollars | series: on its army | moment: in 2029",
        "speaks of USD",
    ),
    (
        "Spain's trade deficit hits 4% of GDP in 2029.",
        "balance(ESP, 2029) <= -4",
        "party: Spain's | series: deficit | figure: 4% of GDP | moment: in 2029",
        "could not place “trade”",
    ),
    (
        "Spain's jobless rate hits 14% in 2029.",
        "bond_yield(ESP, 2029) >= 14",
        "party: Spain's | series: jobless rate | figure: 14% | moment: in 2029",
        "another series",
    ),
    (
        "Between 2026 and 2030 Spain spends 200 billion euros on its army.",
        "sum(defence_spending(ESP, EUR), 2027..2030) >= 2e11",
        "moment: Between 2026 and 2030 | party: Spain | figure: 200 billion euros | series: on its army",
        "the moment",
    ),
    ("Over the border, at long last.", "happens(attack_on_nato, default)", "comparator: Over", "name nothing"),
]


@pytest.mark.parametrize(("text", "question", "parts", "reasons"), TURNED)
def test_what_turns_or_drops_or_adds_is_refused(text, question, parts, reasons):
    found = asked(text, (question, parts))
    assert isinstance(found, str) and any(reason in found for reason in reasons.split("|")), found


def test_all_questions_of_a_sentence_together_leave_nothing_over():
    text = "Spain's army gets 3% of GDP in 2029 and its debt climbs to 110% of GDP in 2031."
    first = ("core_share(ESP, 2029) >= 3", "party: Spain's | series: army | figure: 3% of GDP | moment: in 2029")
    second = (
        "debt_ratio(ESP, 2031) >= 110",
        "series: its debt | change: climbs to | figure: 110% of GDP | moment: in 2031",
    )
    assert asked(text, first, second) == [first[0], second[0]]
    assert asked(text, first) == [first[0]]  # the rest is a further claim, not read
    joined = "Spain's army gets 3% of GDP in 2029, 4% in 2031."
    assert "could not place “4%”" in asked(joined, first)


def test_what_stands_only_around_a_fragment_may_be_carried_into_it():
    parts = "figure: Two percent | moment: next year | party: Spain | series: army"
    before = "What does Spain give its army next year? "
    assert asked("Two percent.", ("core_share(ESP, 2027) about 2", parts), before=before) == [
        "core_share(ESP, 2027) about 2"
    ]
    assert "could not place “next year”" in asked(
        "Two percent.", ("core_share(ESP, default) about 2", "figure: Two percent"), before=before
    )
    no = (
        "not happens(ally_exit, HUN, by 2030-12)",
        "negation: Nah | party: Hungary | event: out of NATO | moment: by 2030",
    )
    before = "Hungary out of NATO by 2030? "
    assert asked("Nah.", no, before=before) == [no[0]]
    assert "other way round" in asked("Nah.", (no[0].removeprefix("not "), no[1]), before=before)


def test_a_moment_is_the_grammar_s_and_a_condition_left_open_takes_the_claim_s():
    autumn = ("happens(ceasefire, by 2026-09)", "event: The guns fall silent | moment: by autumn")
    assert asked("The guns fall silent by autumn.", autumn) == ["happens(ceasefire, UKR, by 2026-11)"]
    text = "If oil falls to 40 dollars, Russia slides into recession in 2027."
    parts = "condition: If oil falls to 40 dollars | party: Russia | event: slides into recession | moment: in 2027"
    made = asked(text, ("happens(recession, RUS, 2027) given oil_price(RUS, default) <= 40", parts))
    assert made == ["happens(recession, RUS, 2027) given oil_price(RUS, 2027) <= 40"]
    even = "Even if the guns fall silent, Russia spends over 6% of GDP on its army in 2027."
    parts = (
        "condition: Even if the guns fall silent | party: Russia | comparator: over | figure: 6% of GDP | "
        "series: on its army | moment: in 2027"
    )
    assert asked(even, ("core_share(RUS, 2027) > 6 given ceasefire(2026Q4)", parts)) == ["core_share(RUS, 2027) > 6"]


DEBT = ("debt_ratio(ESP, 2031) >= 110", "series: its debt | change: climbs to | figure: 110% of GDP | moment: in 2031")
FLEET = "party: Spain's | series: army | figure: 3% of GDP | moment: in 2029"
# words said to bear on nothing: a phrase or a clause of its own is taken, what belongs to the claim is not
DECLARED = [
    (
        "Spain's army gets 3% of GDP in 2029, two years after 40 frigates are paid.",
        "filler: two years after 40 frigates are paid",
        True,
    ),
    (
        "Spain's army gets 3% of GDP in 2029, and anyone who bets on a recession is a fool.",
        "filler: and anyone who bets on a recession is a fool",
        True,
    ),
    ("Spain's army gets 3% of GDP in 2029 and 4% in 2031.", "filler: and 4% in 2031", False),
    ("Spain's army gets 3% of GDP in 2029 or 2030.", "filler: 2030", False),
    (
        "Spain's army gets 3% of GDP in 2029 if Urals stays above 60 dollars.",
        "filler: if Urals stays above 60 dollars",
        False,
    ),
    ("With Urals at 90 dollars Spain's army gets 3% of GDP in 2029.", "filler: With Urals at 90 dollars", False),
    ("Never will Spain's army get 3% of GDP in 2029.", "filler: Never", False),
]


@pytest.mark.parametrize(("text", "filler", "taken"), DECLARED)
def test_what_is_said_to_bear_on_nothing_is_a_phrase_of_its_own(text, filler, taken):
    question = "core_share(ESP, 2029) >= 3"
    found = asked(text, (question, f"{FLEET} | {filler}"))
    assert found == [question] if taken else isinstance(found, str), found


def test_a_claim_that_is_refused_is_named_beside_the_one_that_stands():
    text = "Spain's army gets 3% of GDP in 2029 and 12 billion euros for jets, its debt climbs to 110% of GDP in 2031."
    jets = ("defence_spending(ESP, 2029, USD) >= 1.2e10", "series: for jets | figure: 12 billion euros")
    army = ("core_share(ESP, 2029) >= 3", FLEET)
    assert asked(text, army, jets, DEBT) == [army[0], DEBT[0]]
    held = "Spain's army gets 3% of GDP in 2029 with Urals at 90 dollars."
    same = ("core_share(ESP, 2029) >= 3 given war_end(2020)", f"{FLEET} | condition: with Urals at 90 dollars")
    assert isinstance(asked(held, army, same), str)  # the same claim once more: what it holds belongs to it


def test_each_question_is_judged_by_its_own_claim():
    text = "Spain's army stays below 3% of GDP in 2029, while its debt climbs above 110% of GDP in 2031."
    army = (
        "core_share(ESP, 2029) < 3",
        "party: Spain's | series: army | comparator: stays below | figure: 3% of GDP | moment: in 2029",
    )
    debt = (
        "debt_ratio(ESP, 2031) > 110",
        "series: its debt | comparator: climbs above | figure: 110% of GDP | moment: in 2031",
    )
    assert asked(text, army, debt) == [army[0], debt[0]]
    turned = (army[0].replace("<", ">"), army[1])
    assert asked(text, debt, turned) == [debt[0]]
    assert "the comparison is not that of" in asked(text, turned, debt)  # its main claim comes first, and falls


def test_what_is_proposed_together_fits_together():
    text = "Russia's economy grew 4.1% in the second quarter of 2024, after 5.4% in the previous quarter."
    now = (
        "growth(RUS, 2024-Q2) about 4.1",
        "party: Russia's | series: economy grew | figure: 4.1% | moment: in the second quarter of 2024",
    )
    was = (
        "growth(RUS, 2024-Q1) about 5.4",
        "party: Russia's | series: economy grew | figure: 5.4% | moment: in the previous quarter",
    )
    assert asked(text, now, was) == [now[0], was[0]]
    assert asked(text, now, (was[0].replace("Q1", "Q2"), was[1])) == [now[0]]
    text = "Italy's debt will be above that of Greece by 2027, which stands at 138% of GDP."
    above = (
        "debt_ratio(ITA, 2027) > debt_ratio(GRC, 2027)",
        "party: Italy's | series: debt | comparator: above | compared with: that of Greece | moment: by 2027",
    )
    left_open = ("debt_ratio(GRC, default) about 138", "party: Greece | series: debt | figure: 138% of GDP")
    assert left_open[0] not in asked(text, above, left_open)


SPOKEN = [
    (
        "Spain's army gets three-five of GDP by 2029.",
        "core_share(ESP, by 2029-12) >= 3.5",
        "party: Spain's | series: army | figure: three-five | moment: by 2029",
    ),
    (
        "French debt comes to one-twenty of GDP in 2028.",
        "debt_ratio(FRA, 2028) about 120",
        "party: French | series: debt | figure: one-twenty of GDP | moment: in 2028",
    ),
    (
        "America has eighty thousand troops in Europe and drops to seventy-five by 2027.",
        "us_troops_europe(USA, by 2027-12) <= 75000",
        "party: America | series: troops in Europe | change: drops to | figure: seventy-five | moment: by 2027",
    ),
    (
        "Russian growth is 0.6% in 2026 and 1.4% the year after.",
        "growth(RUS, 2027) about 1.4",
        "party: Russian | series: growth | figure: 1.4% | moment: the year after",
    ),
    (
        "Hungary's premier is gone before his mandate lapses in May 2028.",
        "happens(leader_exit, HUN, before 2028-05)",
        "party: Hungary's | event: premier is gone | modality: before his mandate lapses | moment: in May 2028",
    ),
    (
        "The war ends neither in 2026 nor in 2027.",
        "not happens(war_end, UKR, by 2027-12)",
        "event: The war ends | negation: neither | moment: in 2026 | moment: in 2027",
    ),
    (
        "Russian inflation is back at 4% no sooner than 2028.",
        "not inflation(RUS, before 2028-01) <= 4",
        "party: Russian | series: inflation | comparator: is back at | figure: 4% | negation: no sooner than "
        "| moment: 2028",
    ),
]


@pytest.mark.parametrize(("text", "question", "parts"), SPOKEN)
def test_figures_and_moments_as_they_are_spoken(text, question, parts):
    others = [
        ("growth(RUS, 2026) about 0.6", "party: Russian | series: growth | figure: 0.6% | moment: in 2026"),
        ("us_troops_europe(USA, latest) about 80000", "party: America | figure: eighty thousand | series: troops"),
    ]
    found = asked(
        text, (question, parts), *(o for o in others if ("0.6" in text or "eighty" in text) and o[1][7:12] in text)
    )
    assert found[0] == question, found
