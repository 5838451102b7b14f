"""One sentence for each way of reporting: what is found, by whom, how firmly."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements.article.extract import extract

CASES = [
    ("The minister said that growth would slow.", "indirect", "minister", "growth would slow"),
    ("Growth will slow, the ministry said.", "indirect", "ministry", "Growth will slow"),
    ("The budget, Anna Nowak said, will be cut.", "indirect", "Anna Nowak", "The budget will be cut"),
    ("“We will not pay,” said Anna Nowak.", "direct", "Anna Nowak", "We will not pay"),
    (
        "Anna Nowak's warning that reserves could run out was ignored.",
        "nominal",
        "Anna Nowak",
        "reserves could run out",
    ),
    ("Anna Nowak described the plan as a gamble.", "indirect", "Anna Nowak", "the plan as a gamble"),
    ("Anna Nowak called the plan a gamble.", "indirect", "Anna Nowak", "the plan a gamble"),
    ("The deal is seen as a victory.", "agentless", None, "a victory"),
    ("The deal was described by Anna Nowak as a defeat.", "indirect", "Anna Nowak", "a defeat"),
    ("According to Anna Nowak, the army lacks shells.", "indirect", "Anna Nowak", "the army lacks shells"),
    ("Poland agreed to raise spending.", "indirect", "Poland", "raise spending"),
    ("The ministry issued a denial that funds were missing.", "nominal", "ministry", "funds were missing"),
    ("Anna Nowak urged allies to spend more.", "indirect", "Anna Nowak", "allies to spend more"),
    ("Anna Nowak, who said the war would end soon, left Kyiv.", "indirect", "Anna Nowak", "the war would end soon"),
    ("“The tax is dead” - Anna Nowak", "direct", "Anna Nowak", "The tax is dead"),
]


@pytest.mark.parametrize(("text", "form", "speaker", "content"), CASES)
def test_form(text, form, speaker, content, nlp):
    found = [s for s in extract(text, "a", nlp) if s.content == content]
    assert found, [s.content for s in extract(text, "a", nlp)]
    assert found[0].form == form
    assert (found[0].speaker.canonical if found[0].speaker else None) == speaker


@pytest.mark.parametrize(
    ("text", "modality", "polarity", "direction"),
    [
        ("Anna Nowak said spending will rise.", "will", "positive", "up"),
        ("Anna Nowak said spending might fall.", "may", "positive", "down"),
        ("Anna Nowak said the state would not cut spending.", "will", "negative", "down"),
        ("Anna Nowak denied that the state would cut spending.", "will", "negative", "down"),
        ("Poland plans to reduce its budget.", "plan", "positive", "down"),
        ("Anna Nowak said spending has increased.", "has", "positive", "up"),
        ("Anna Nowak said allies must spend more.", "should", "positive", "none"),
    ],
)
def test_kind_of_claim(text, modality, polarity, direction, nlp):
    statement = extract(text, "a", nlp)[0]
    assert (statement.modality, statement.polarity) == (modality, polarity)
    assert direction == "none" or statement.direction == direction


def test_pronouns_roles_and_spellings_name_one_person(nlp):
    text = (
        "Russian Foreign Minister Sergey Lavrov arrived in Minsk. He said talks were over.\n"
        "The foreign minister added that nothing had changed. Lavrov warned that the war would go on."
    )
    assert [s.speaker.canonical for s in extract(text, "a", nlp)] == ["Sergei Lavrov"] * 3


def test_office_is_filled_only_near_the_days_on_which_it_was_seen(nlp):
    text = "Russia's finance minister said the budget was safe."
    assert extract(text, "a", nlp, date(2025, 6, 20))[0].speaker.canonical == "Anton Siluanov"
    assert "Siluanov" not in extract(text, "a", nlp, date(2035, 6, 20))[0].speaker.canonical
    assert "Siluanov" not in extract(text, "a", nlp)[0].speaker.canonical


def test_speech_over_paragraphs_is_one_statement(nlp):
    text = "Anna Nowak spoke first.\n“We are ready, she said.\n“One two three four five.\n“And we will pay for it.”"
    whole = "“We have waited long enough for this budget.\n“And we will pay for it,” Anna Nowak said."
    joined = [s for s in extract(whole, "a", nlp) if s.form == "direct"]
    assert len(joined) == 1 and len(joined[0].spans) == 2
    assert joined[0].speaker.canonical == "Anna Nowak"
    assert extract(text, "a", nlp)


def test_question_and_silence_are_no_statements(nlp):
    assert extract("Reporters asked whether Anna Nowak said the budget was safe.", "a", nlp) == []
    assert extract("Anna Nowak declined to comment on the budget.", "a", nlp) == []
    assert extract("Anna Nowak did not say when the tax would come.", "a", nlp) == []
