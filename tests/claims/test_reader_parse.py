"""Words that nobody knows: read around where the parse shows that they bear on nothing, else refused. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.claims import compiler
from overstretch.claims.compiler import compile_statements
from overstretch.statements.reading.by_hand import entry, read_entries
from overstretch.statements.reading.parse import parsed

DAY = date(2025, 7, 3)


def asked(sentence: str) -> list[str]:
    found = read_entries([entry(sentence, None, "2025-07-03")])
    compiled = compile_statements(found.statements, found.documents, DAY)
    return [s.proposition.question if s.proposition else f"refused: {s.not_testable_because}" for s in compiled]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Italy's debt ratio will reach 140% of GDP by 2028 as the submarine yards swallow ever more subsidies.",
            "debt_ratio(ITA, by 2028-12) >= 140",
        ),
        (
            "Sweden will spend 3.5% of GDP on defence in 2030, a leap that the old dockworkers of Karlskrona "
            "would have laughed at.",
            "core_share(SWE, 2030) >= 3.5",
        ),
        (
            "Norway, whose trawler captains grumble about the radar stations, will spend 3% of GDP on defence in 2028.",
            "core_share(NOR, 2028) >= 3",
        ),
        (
            "Despite the tantrums of its vineyard lobby, France will spend 3% of GDP on defence in 2030.",
            "core_share(FRA, 2030) >= 3",
        ),
    ],
)
def test_unknown_words_in_asides_are_no_obstacle(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Spending on orchestras in France will fall by 5% in 2027.",  # of the noun that was read
        "The hairdressers will end 2026 with a shortfall of two trillion roubles.",  # who it is said of
        "Whisperings of a recession in Russia in 2026 are rife.",  # the event is only the topic
        "Growth of 3% by 2028 is what the president has hallucinated.",  # the verb of the sentence
        "Russian inflation will come in with a seven in front of it in 2026.",  # how the figure is meant
        "In annualised terms Russian inflation will be 5% in 2026.",
        "Whether Italy spends 2.8% of GDP on defence in 2028 is anybody's guess.",
        "The odds-makers were shocked by a German deficit of 4% of GDP in 2026.",
    ],
)
def test_unknown_words_that_may_bear_on_the_claim_refuse_it(sentence: str) -> None:
    assert all(one.startswith("refused") for one in asked(sentence)), asked(sentence)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Poland will spend 5% of GDP on defence in 2026. Er, four point seven, sorry.", "it corrects itself"),
        ("They all said the Russian economy would collapse in 2024. It didn't.", "it repeats what others say"),
        ("I keep hearing that Germany will be in recession in 2026.", "it repeats what others say"),
        ("A ceasefire by Christmas? Nobody here would bet on it.", "it is a question"),
        ("Washington will leave NATO before this presidency is over.", "could not place"),
        ("Washington will quit NATO in what remains of his term.", "could not place"),
    ],
)
def test_what_is_taken_back_or_dated_by_unread_words_is_no_claim(sentence: str, reason: str) -> None:
    found = asked(sentence)
    assert found and all(one.startswith("refused") for one in found), found
    assert any(reason in one for one in found), found


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Every one of the 32 allies spent 2% of GDP on defence in 2025.",
            "count(ALLIES: core_share(2025) >= 2) == all",
        ),
        ("Italy's deficit was larger than Spain's in 2024.", "balance(ITA, 2024) < balance(ESP, 2024)"),
        ("Italy's deficit was smaller than Spain's in 2024.", "balance(ITA, 2024) > balance(ESP, 2024)"),
        (
            "America spends more on defence than all its allies combined.",
            "defence_spending(USA, latest) > defence_spending(EUROPE_CANADA, latest)",
        ),
        ("At the review in 2029 the allies will leave the target as it is.", "happens(target_changed[hold], 2029)"),
        ("The Hague pledge will be buried before 2030.", "happens(pledge_abandoned, NATO, before 2030-01)"),
        (
            "A pull-out of American troops would add one percentage point of GDP to Germany's defence burden by 2030.",
            'effect(us_withdraws(2027) against base, core_share(DEU, by 2030-12), "US withdrawal") about 1',
        ),
    ],
)
def test_kinds_that_were_read_wrongly(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


def test_a_parse_is_a_tree_over_the_text() -> None:
    text = "Norway will spend more."
    words = parsed(text)
    assert [text[w.start : w.end] for w in words] == ["Norway", "will", "spend", "more", "."]
    roots = [i for i, w in enumerate(words) if w.head == i]
    assert [text[words[i].start : words[i].end] for i in roots] == ["spend"]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "No fewer than 20 European allies spent 2% of GDP on defence in 2025.",
            "count(EUROPE: core_share(2025) >= 2) >= 20",
        ),
        (
            "Nobody in the alliance spent less than 1% of GDP on defence in 2025.",
            "count(ALLIES: core_share(2025) < 1) == 0",
        ),
        (
            "Half of the European allies will not spend 3% of GDP on defence in 2030.",
            "count(EUROPE: core_share(2030) < 3) >= 15",
        ),
        ("Portugal will drop the 3.5% pledge by 2029.", "happens(pledge_abandoned, PRT, by 2029-12)"),
    ],
)
def test_counts_and_pledges(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        # a share, said in an aside
        "Portugal spends more on defence than Belgium, relative to the size of its economy.",
        "Portugal will not get to 3% of GDP for defence until 2031.",  # not yet, or not all the while
        "Portugal will spend 3% of GDP on defence well before the 2029 review.",
        "It won't be three, not this year.",
        "Only six of the alliance's 32 members would clear the 3.5% bar in 2030 on budgets as they stand.",
        "Three percent of GDP for defence by 2030? The Portuguese? Dream on.",
    ],
)
def test_what_has_no_place_in_a_question_refuses_it(sentence: str) -> None:
    found = asked(sentence)
    right = "count(ALLIES: core_share(2030) >= 3.5) == 6"
    assert all(one.startswith("refused") or one == right for one in found), found


def test_a_year_that_a_lever_needs_is_named_as_put_in() -> None:
    import overstretch

    found = overstretch.explain("If the Americans pull out of Europe, Poland will spend 6% of GDP on defence in 2030.")
    assert "the year of the withdrawal: 2027" in found.explained[0].asked[0].defaults


@pytest.mark.parametrize(
    "sentence",
    [
        "Erdogan will be in office on the day Merz leaves it.",  # a day that only another event dates
        "Hungary will not leave NATO under Orban.",
        "I'm not saying Macron will be out of office by the end of 2026.",
        "Portugal at two percent by 2028, they told us.",
        "In purchasing power terms Russia outspends Germany on defence.",
        "Latvia's defence outlays will exceed Portugal's in 2021.",  # said in 2025: what is to come is not of 2021
        "Portugal has met the two percent guideline every single year since 2014.",
        "Poland outgrew every other economy of the euro area last year.",
        "Inflation in Italy was back at two percent by the middle of last year.",
        "Meloni won't resign.",
        "Nine percent inflation in Russia at the end of 2025? Lower.",
    ],
)
def test_constructions_that_look_like_claims(sentence: str) -> None:
    assert all(one.startswith("refused") for one in asked(sentence)), asked(sentence)


def test_bank_rate_is_the_key_rate() -> None:
    found = asked("Britain's Bank Rate should fall to 3.5% by the end of 2026.")
    assert found == ["policy_rate(GBR, by 2026-12) <= 3.5"]


def test_denials_in_two_clauses_do_not_cancel_out() -> None:
    found = asked("Turkey isn't leaving NATO, and it couldn't do so if it tried.")
    assert found == ["not happens(ally_exit, TUR, by 2035-12, default)"] or found[0].startswith("refused")


def test_the_second_look_takes_the_parser_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def parsed(text: str, model: str) -> tuple[()]:
        asked.append(model)
        return ()

    monkeypatch.setattr(compiler, "parsed", parsed)
    one = entry(
        "Poland will spend 4% of GDP on orchestras and defence in 2028.",
        None,
        "2025-07-03",
    )
    found = read_entries([one])
    compiler.compile_statements(found.statements, found.documents, DAY, parser="en_core_web_trf")
    assert set(asked) == {"en_core_web_trf"}


# a clause that is whole by itself is read, the other is named; not where the other claims first, may date, hold or turn it
CLAUSES = [
    (
        "Ferries only sail on Sundays, and Rome's debt will reach 140% of GDP in 2028.",
        ["debt_ratio(ITA, 2028) >= 140"],
    ),
    (  # what it claims first is not read
        "Italy met 2% on defence only by counting its rangers, and Rome's debt will reach 140% of GDP in 2028.",
        ["refused"],
    ),
    ("Greek growth is going to slow to 1.1% in 2027 while rents ease only by 3%.", ["growth(GRC, 2027) <= 1.1"]),
    ("Norway will spend 3% of GDP on defence by 2029, tunnels and harbours included.", ["refused"]),
    ("Greek debt is 150% of GDP and it will be 130% by 2030.", ["refused"]),
    ("The minister has not said that Greece cuts pensions, and that debt will be 130% of GDP in 2030.", ["refused"]),
    ("Sailors asked how long the yard lasts and what Urals below 50 dollars means for 2026.", ["refused"]),
]


@pytest.mark.parametrize(("sentence", "questions"), CLAUSES)
def test_a_clause_that_is_whole_by_itself(sentence: str, questions: list[str]) -> None:
    assert [q.split(":")[0] for q in asked(sentence)] == questions
