"""What is said aloud: of what the speaker speaks, figures without a unit, asides to the listener, answers to one's own
question, what stands behind a claim. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.claims.compiler import compile_statements
from overstretch.claims.explain import explained
from overstretch.statements.reading.by_hand import Entry, read_entries
from overstretch.statements.record import Statement

DAY = date(2025, 11, 6)


def compiled(text: str, speaker: str | None = "analyst", context: str | None = None) -> list[Statement]:
    found = read_entries([Entry(text=text, speaker=speaker, date=DAY, context=context)])
    return compile_statements(found.statements, found.documents, DAY)


def asked(text: str, speaker: str | None = "analyst", context: str | None = None) -> list[str]:
    return [s.proposition.question for s in compiled(text, speaker, context) if s.proposition]


TOPICS = {  # who is said to speak of what, and what he says
    ("colonel, on US troops in Europe", "We'll be under eighty thousand by the end of 2027."): (
        "us_troops_europe(USA, by 2027-12) < 80000"
    ),
    ("biographer, on Putin", "He'll be gone by 2034."): "happens(leader_exit, RUS, by 2034-12)",
    ("biographer, on Putin", "He'll be dead or deposed by 2034."): "happens(leader_exit, RUS, by 2034-12)",
    ("Belgian party leader, on defence spending", "We'd be back at 1.3 in 2028."): "core_share(BEL, 2028) about 1.3",
    ("trader, on Russian inflation", "Seven percent by December."): "inflation(RUS, by 2025-12) about 7",
    ("trader, on Russian inflation", "Growth will be one percent in 2026."): "growth(RUS, 2026) about 1",
    (
        "Danish minister, on Russia",
        "We will spend 3.5% of GDP on defence by 2029.",
    ): "core_share(DNK, by 2029-12) >= 3.5",
}

READ = {
    # the speaker's own in a comparison, and what another has
    (
        "Poland spends more on its army than we do.",
        "NLD",
    ): "defence_spending(POL, latest) > defence_spending(NLD, latest)",
    ("Italy's debt will be below that of Greece in 2026.", "ITA"): "debt_ratio(ITA, 2026) < debt_ratio(GRC, 2026)",
    # figures without a unit, in words, as ranges
    ("The Danes? Three and a half in 2027, that's the plan.", "DNK"): "core_share(DNK, 2027) >= 3.5",
    ("Russian inflation ends the year between six and seven.", "RUS"): "inflation(RUS, by 2025-12) between 6 and 7",
    (
        "Sweden will be above 2.5% but below 3% of GDP on defence in 2026.",
        "SWE",
    ): "core_share(SWE, 2026) between 2.5 and 3",
    ("Three percent, that's where Norway'll be in 2026.", "NOR"): "core_share(NOR, 2026) about 3",
    ("Russia will be lucky to grow by one percent in 2027.", "RUS"): "growth(RUS, 2027) <= 1",
    ("France's deficit was 5.8% of GDP in 2024, not 5.5.", "FRA"): "balance(FRA, 2024) about -5.8",
    # said around the claim, once more, as a remark
    ("There won't be a truce this year, there really won't.", "UKR"): "not happens(ceasefire, UKR, 2025)",
    ("Putin will be gone by 2030, won't he?", "RUS"): "happens(leader_exit, RUS, by 2030-12)",
    ("My hunch, and it's no more than that, is that Russia's growth will be 1% in 2026.", "RUS"): (
        "growth(RUS, 2026) about 1"
    ),
    ("None of the Baltics, not one of them, will be under four percent in 2026.", None): (
        "count(BALTICS: core_share(2026) < 4) == 0"
    ),
    ("Let me correct the record: France's deficit was 5.8% of GDP in 2024.", "FRA"): "balance(FRA, 2024) about -5.8",
    (
        "Hungary's inflation will be back in the threes by December.",
        "HUN",
    ): "inflation(HUN, by 2025-12) between 3 and 4",
    ("What people forget is that Ukraine spends 30% of GDP on defence.", "UKR"): "core_share(UKR, latest) about 30",
    # one's own question answered
    ("Will the Greeks hit three and a half by 2030? I'd be stunned if they did.", "GRC"): (
        "not core_share(GRC, by 2030-12) >= 3.5"
    ),
    ("That the Greeks hit three and a half by 2030? I'd be stunned if they didn't.", "GRC"): (
        "core_share(GRC, by 2030-12) >= 3.5"
    ),
    # what stands behind
    ("Spain will spend 3% of GDP on defence by 2030. At most.", "ESP"): "core_share(ESP, by 2030-12) <= 3",
    (
        "🇵🇱 will spend more on defence in 2026 than 🇮🇹.",
        None,
    ): "defence_spending(POL, 2026) > defence_spending(ITA, 2026)",
}

REFUSED = {
    "nobody knows who “us” is": ("Germany will spend more on defence than us by 2030.", None),
    "“they” are not the speaker's own": ("They'll be outspending us by 2030.", "GBR"),
    "now, and not then": ("Germany will spend more on defence than we do now.", "GBR"),
    "another answer": ("Spain at 2.1% in 2026? Try 1.9.", "ESP"),
    "something goes up": ("Wages? Up 3.5 percent in 2026.", "DEU"),
    "a question": ("Russia's key rate, will it be 12 percent in 2026?", "RUS"),
    "no answer": ("Will the Greeks hit three and a half by 2030? I'd be surprised if they did so without debt.", "GRC"),
    "corrected, and not plainly": ("France's deficit was 5.8% of GDP in 2024, sorry, 5.5%.", "FRA"),
    "a number denied": ("Twelve allies will be at 3.5% of GDP in 2030, not twenty.", None),
    "a number bounded": ("Twelve allies will be at 3.5% of GDP in 2030. Tops.", None),
    "luck that was had": ("Germany was lucky to reach 2% of GDP in 2024.", "DEU"),
    "a fiscal year's end": ("There will be 70,000 US troops in Europe at the end of fiscal 2027.", "USA"),
    "what is only so on paper": ("Spain will spend 3% of GDP on defence by 2030. On paper.", "ESP"),
    "a limit is no level": ("Italy's deficit will be below the EU limit in 2026.", "ITA"),
    "a bar of the past": ("Two percent, that's where the bar was in 2014.", "DEU"),
}


@pytest.mark.parametrize("said", TOPICS, ids=" ".join)
def test_of_what_a_speaker_speaks_is_carried_into_what_he_says(said: tuple[str, str]) -> None:
    speaker, text = said
    assert asked(text, speaker) == [TOPICS[said]]


def test_a_bare_percentage_of_another_topic_is_none_of_defence() -> None:
    assert asked("We will be at 2 percent in 2026.", "party leader, on the housing crisis", "DEU") == []
    assert asked("We will be at 2 percent in 2026.", "party leader, on Russia", "DEU") == ["core_share(DEU, 2026) >= 2"]


def test_what_is_carried_is_named() -> None:
    (shown,) = explained(compiled("We'll be under 80,000 by the end of 2027.", "colonel, on US troops in Europe"), DAY)
    assert "the series: US troops in Europe (of which the speaker is said to speak)" in shown.asked[0].defaults


@pytest.mark.parametrize("said", READ, ids=lambda said: said[0])
def test_speech_is_read(said: tuple[str, str | None]) -> None:
    assert asked(*said[:1], context=said[1]) == [READ[said]]


@pytest.mark.parametrize("kind", REFUSED)
def test_speech_that_says_something_else_is_refused(kind: str) -> None:
    text, context = REFUSED[kind]
    assert asked(text, context=context) == []
