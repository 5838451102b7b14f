"""What a statement of an article asks, where the cue, the speaker or the day stand outside its content. Own
sentences."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.made import statement

from overstretch.claims.compiler import compile_statements
from overstretch.claims.reader import read
from overstretch.claims.reader.around import Around
from overstretch.statements.reading.by_hand import entry, read_entries
from overstretch.statements.record import Proposition, Speaker

DAY = date(2025, 7, 3)


def asked(sentence: str) -> list[str]:
    found = read_entries([entry(sentence, None, "2025-07-03")])
    compiled = compile_statements(found.statements, found.documents, DAY)
    return [s.proposition.question if s.proposition else f"refused: {s.not_testable_because}" for s in compiled]


def of(
    content: str, speaker: str | None = None, before: str = "", force: str = "assert", modality: str = "will"
) -> str:
    who = Speaker(mention=speaker, canonical=speaker) if speaker else None
    made = statement(content, form="indirect", force=force, modality=modality, speaker=who)
    found = read(made, Around(before=before, whole=before + content, said=DAY), DAY)
    return found.propositions[0].question if found.propositions else f"refused: {found.reason}"


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Eva Lind said that Norway would spend 3.5% of GDP on defence in 2031.", "core_share(NOR, 2031) >= 3.5"),
        ("Eva Lind denied that Norway would spend 3.5% of GDP on defence in 2031.", "not core_share(NOR, 2031) >= 3.5"),
        ("Eva Lind doubts that Norway will spend 3.5% of GDP on defence in 2031.", "not core_share(NOR, 2031) >= 3.5"),
        ("Eva Lind denied that Norway would not spend 3.5% of GDP on defence in 2031.", "core_share(NOR, 2031) >= 3.5"),
        (
            "Eva Lind rejected claims that NATO would fall apart by 2031.",
            "not happens(alliance_dissolution, by 2031-12)",
        ),
    ],
)
def test_a_denial_turns_the_question(sentence, question):
    assert asked(sentence) == [question]


def test_a_denied_possibility_is_held_unlikely_and_a_hedge_is_not_a_denial():
    found = read_entries(
        [
            entry(f"Eva Lind {verb} that NATO could collapse by 2031.", None, "2025-07-03")
            for verb in ("ruled out", "did not rule out")
        ]
    )
    first, second = compile_statements(found.statements, found.documents, DAY)
    assert first.proposition.question.startswith("not happens(") and first.proposition.asks == "likely"
    assert second.proposition.question.startswith("happens(") and second.proposition.asks == "possible"


@pytest.mark.parametrize(
    ("content", "given", "question"),
    [
        (
            "raise their defence budgets to 5% of GDP by 2035",
            {"speaker": "NATO leaders", "force": "commit"},
            "count(ALLIES: total_share(by 2035-12) >= 5) == all",
        ),
        (
            "spend 5% of GDP by 2035, with 3.5% for core military needs and 1.5% for related outlays",
            {"speaker": "NATO leaders", "force": "commit"},
            "count(ALLIES: total_share(by 2035-12) >= 5) == all",
        ),
        (
            "meeting the target",
            {"speaker": "Belgium", "force": "deny", "before": "NATO set a target of 5% of GDP. "},
            "not total_share(BEL, 2035, default) >= 5",
        ),
        (
            "a review of progress in 2029",
            {"speaker": "NATO", "force": "commit", "before": "The allies agreed on "},
            "special(review, in 2029)",
        ),
        (
            "cut Russia's defence budget next year",
            {"speaker": "a minister", "force": "commit", "modality": "plan"},
            "change(defence_budget(RUS, 2026), from 2025, percent) < 0",
        ),
    ],
)
def test_promises_and_pledges_by_name(content, given, question):
    assert of(content, **given) in (question, question.replace("defence_budget(RUS", "defence_spending(RUS"))


def test_without_is_placed_or_refused():
    assert of("higher spending without more debt", "a ministry", "Italy is in trouble. ").startswith("refused")


def test_the_cause_is_never_dropped():
    text = of(
        "the decision to raise defence budgets could lead to the alliance's downfall",
        "a senator",
        "NATO met. ",
        modality="could",
    )
    assert text.startswith("effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution")


def test_a_sentence_that_reports_a_statement_is_no_claim_of_its_own():
    inner, whole = (
        "Norway will spend 3.5% of GDP on defence in 2031",
        "Eva Lind said that Norway will spend 3.5% of GDP on defence in 2031.",
    )
    start = whole.index(inner)
    speaker = Speaker(mention="Eva Lind", canonical="Eva Lind")
    said = statement(inner, spans=[(start, start + len(inner))], form="indirect", speaker=speaker)
    told = statement(whole, id="2", form="indirect", narrator=True)
    first, second = compile_statements([said, told], {"d": whole}, DAY)
    assert first.proposition and second.proposition is None and "Eva Lind" in (second.not_testable_because or "")


@pytest.mark.parametrize(
    ("content", "question"),
    [
        (
            "Denmark's defence spending exceeded two percent of GDP for the first time in 2024",
            "core_share(DNK, 2024) > 2",
        ),
        (
            "Norway will spend three percent of GDP on defence in 2030, though some doubt it",
            "core_share(NOR, 2030) >= 3",
        ),
        (
            "if the allies keep their promises, Spain's debt will exceed 120% of GDP in 2034",
            "debt_ratio(ESP, 2034) > 120 given keep_pledge()",
        ),
        ("a quarter of the allies will miss 3% in 2031", "count(ALLIES: core_share(2031) < 3) >= 8"),
        (
            "the liquid part of the National Wealth Fund will fall below 4 trillion roubles in 2026",
            "fund_liquid(RUS, 2026) < 4e12",
        ),
        ("Russia will break up into several states by 2035", "happens(state_collapse, RUS, by 2035-12)"),
        ("Russian growth will be below zero in 2026", "growth(RUS, 2026) < 0"),
        ("German growth will not fall below zero in 2027", "growth(DEU, 2027) >= 0"),
        (
            "Germany, France and Britain will each spend more than 3% of GDP on defence in 2030",
            "and(core_share(DEU, 2030) > 3, core_share(FRA, 2030) > 3, core_share(GBR, 2030) > 3)",
        ),
        ("four allies could miss the target of 3.5 percent in 2035", "count(ALLIES: core_share(2035) < 3.5) >= 4"),
        ("six allies will fall short of the 3.5% goal in 2035", "count(ALLIES: core_share(2035) < 3.5) >= 6"),
        ("Putin will leave office by 2031", "happens(leader_exit, RUS, by 2031-12)"),
        (
            "Portugal will go on spending less of its GDP on arms than Greece until 2029",
            "each(core_share(PRT), 2025..2028) < each(core_share(GRC), 2025..2028)",
        ),
    ],
)
def test_parts_that_were_once_dropped(content, question):
    assert of(content) == question


@pytest.mark.parametrize(
    "content",
    [
        "Slovakia will only reach 2.5 percent in 2031",
        "the 3.5% goal is out of reach for at least a third of the allies",
        "meeting the target would cost Norway 2 points of GDP a year by 2034",
        "between now and 2029 Finland will spend 5 billion euros more on defence",
    ],
)
def test_what_cannot_be_placed_is_refused(content):
    assert of(content).startswith("refused")


def test_could_and_will_ask_the_same_question_and_a_fact_another():
    keys = {
        asks: Proposition(question="core_share(POL, 2030) >= 5", asks=asks).key()
        for asks in ("likely", "possible", "fact")
    }
    assert keys["likely"] == keys["possible"] != keys["fact"]


@pytest.mark.parametrize(
    ("content", "nearest"),
    [
        ("sooner or later Germany's debt will exceed 90% of GDP", "debt_ratio(DEU, by 2030-12, default) > 90"),
        ("the war in Ukraine will be over", "happens(war_end, by 2030-12)"),
    ],
)
def test_what_lacks_a_date_names_the_nearest_question(content, nearest):
    (compiled,) = compile_statements([statement(content)], {"d": content}, DAY)
    assert compiled.proposition is None and compiled.nearest == nearest


def test_a_span_year_by_year_is_never_its_last_year():
    assert asked("In each year up to 2029 Poland's economy is set to expand by less than 3%.") == [
        "each(growth(POL), 2025..2029) < 3"
    ]
    (until,) = asked("Every year until 2030 inflation in Russia will stay above 6%.")
    assert "2025" in until and "2029" in until
    (grows,) = asked("Each year to 2029 Poland's defence spending grows by more than 3%.")
    assert grows.startswith("refused: a change on the year before")


def test_a_promise_without_a_day_is_no_fact():
    found = read_entries([entry("Berlin promised higher defence spending.")])
    (compiled,) = compile_statements(found.statements, found.documents, DAY)
    assert compiled.proposition is not None and compiled.proposition.asks != "fact"


@pytest.mark.parametrize(
    "text, reason",
    [
        ("If oil averages 45 dollars in 2027, Russia will be in recession.", "its condition has a date"),
        ("May Norway's defence share never fall below 3% again.", "wish"),
    ],
)
def test_what_would_become_another_question_is_refused(text, reason):
    assert all(made.startswith("refused") for made in asked(text)) and reason in " ".join(asked(text))


def test_a_year_behind_from_starts_the_span():
    (made,) = asked("Russia's debt is to stay below 20% of GDP in every year from 2026 through 2028.")
    assert "2026..2028" in made


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Will Portugal be in recession by 2028? No. It muddles through.", ["not happens(recession, PRT, by 2028-12)"]),
        ("Portugal out of NATO by 2031? Nah. They grumble.", ["not happens(ally_exit, PRT, by 2031-12)"]),
        ("Could Putin be gone by the end of 2027? Sure.", ["happens(leader_exit, RUS, by 2027-12)"]),
        ("Russia's key rate? Single digits by the end of '28.", ["policy_rate(RUS, by 2028-12) < 10"]),
        ("Will Portugal be in recession by 2028? Yes, on paper.", []),
        ("Will Portugal be in recession by 2028 or not? No idea.", []),
        ("What happens if the United States walks? Portugal's debt goes up.", []),
        ("Will there be a ceasefire this year? Not before 2028.", []),
    ],
)
def test_a_question_that_its_speaker_answers_is_a_claim(text, questions):
    found = read_entries([entry(text, "Ada Example")])
    compiled = compile_statements(found.statements, found.documents, DAY)
    assert [s.proposition.question for s in compiled if s.proposition] == questions


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # of a currency that falls the number rises, whatever stands between the two
        (
            "The rouble, long the pride of the bank, could weaken to 130 to the dollar by the end of 2026.",
            "exchange_rate(RUS, by 2026-12) >= 130",
        ),
        ("The rouble will firm to 70 to the dollar by December 2026.", "exchange_rate(RUS, by 2026-12) <= 70"),
        ("The dollar will slide to 70 roubles by December 2026.", "exchange_rate(RUS, by 2026-12) <= 70"),
        # where a year ends and what a rate is brought down to
        ("Inflation in Russia will end 2026 at 5.5%.", "inflation(RUS, by 2026-12) about 5.5"),
        (
            "By June 2026 the Bank of Russia will have its key rate down at 14 percent.",
            "policy_rate(RUS, by 2026-06) <= 14",
        ),
        # a list of parties goes on behind its commas
        (
            "In 2024 Poland put more money into its military than Estonia, Latvia and Lithuania put together.",
            "defence_spending(POL, 2024) > defence_spending(EST+LVA+LTU, 2024)",
        ),
    ],
)
def test_directions_levels_and_lists(sentence, question):
    assert asked(sentence) == [question]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Italy aims to have it down at 4 per cent in 2026.", "it"),
        ("Poland will spend 5% of GDP on defence. In 2030, I mean.", "In 2030"),
        ("Will Türkiye leave NATO? No. Not before 2032.", "2032"),
    ],
)
def test_what_is_pointed_at_or_said_behind_is_not_left_out(sentence, word):
    refused = asked(sentence)[0]
    assert refused.startswith("refused") and word in refused
