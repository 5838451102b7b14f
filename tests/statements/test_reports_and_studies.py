"""Long reports and studies: scenes, notes on method and authors claim nothing; who stands behind a bare quotation, and
who is named afterwards."""

from __future__ import annotations

import pytest

from overstretch.statements.article.extract import examine
from overstretch.statements.mentions.dateline import is_dateline

SCENES = (
    "A heron stands in the shallow water behind the shipyard.",
    "Magda, who runs the canteen, ties her apron and counts the spoons.",
    "It had been raining for three days.",
    "The colonel takes off his cap and wipes his brow.",
    "She is a chemist by training and plays the accordion.",
    "Shortly after six the first workers come through the gate.",
    "He was a welder until his back gave out.",
    "Two women share an umbrella at the tram stop.",
    "The wind rattles the shutters of the closed hotel.",
    "By dusk the square is empty.",
)
CLAIMS = (
    "The yard will build eleven frigates by 2033.",
    "The plant employs 900 people, three times as many as in 2021.",
    "The minister cut the budget by 4 billion euros.",
    "The president will resign in May.",
    "Three of the five batteries have been delivered.",
    "No ally has spent as much on shells as Denmark.",
)
METHOD = (
    "Averages are weighted by population.",
    "Spending excludes pensions and police forces.",
    "All prices are in dollars of 2021.",
    "The base year is 2020.",
    "We define readiness as the share of tanks that can leave the barracks within a day.",
    "Scenario B adds a fall in the oil price.",
    "A companion paper will deal with the navy.",
)
RESULTS = (
    "Its forecast rests on growth that has not been seen since 2018.",
    "The budget includes 4 billion euros for shells.",
    "The second brigade will be complete in 2028.",
    "The figure will rise to 3.5% in 2030.",
    "The share of soldiers who leave early has doubled since 2022.",
)
COLUMN = (
    "Opinion\n\nThe long wait\n\nNora Quist\n\n3 May 2027\n\nThe country is broke. {}\n\nI fear that growth is slow."
)
PAPER = "POLICY BRIEF 3/2027\n\nThe Northern Institute\n\nThe gap\n\nShips will be late in 2030. {}\n\nDebt will rise."


@pytest.mark.parametrize(("frame", "sentence"), [*((COLUMN, s) for s in SCENES), *((PAPER, s) for s in METHOD)])
def test_what_claims_nothing(frame, sentence, said):
    assert len(said(frame.format(sentence))) == len(said(frame.format("")))


@pytest.mark.parametrize(("frame", "sentence"), [*((COLUMN, s) for s in CLAIMS), *((PAPER, s) for s in RESULTS)])
def test_what_claims_something(frame, sentence, said):
    found = [content for _, content in said(frame.format(sentence))]
    assert any(content in sentence for content in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At the gate I meet a welder from the second shift. “The orders come in faster than we read them.”", "welder"),
        ("A retired colonel who lives above the bakery shakes his head. “You cannot fight so.”", "retired colonel"),
        ("Karl Moor, a clerk, sits down.\n\nThe baker is blunt. “The garrison brought us back to life.”", "baker"),
        ("Tom Hartley is a general. Asked about the shells, Hartley smiled. “Enough for a week.”", "Tom Hartley"),
        ("An official who asked not to be named sighed.\n\n“There is no money, and we know it.”", "official"),
        ("The ferryman's lad came up. “They will be here by June,” the lad said.", "lad"),
        ("Radu Ionescu met his Bulgarian counterpart, Petar Kolev. “We are late,” the Bulgarian said.", "Petar Kolev"),
    ],
)
def test_a_bare_quotation_is_whose_sentence_stands_before_it(text, speaker, said):
    assert said(text)[-1][0].split(" from")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Debt will double by 2030. That, at least, is the view of Anna Lund.",
            "Anna Lund",
            "Debt will double by 2030",
        ),
        ("The war will end in 2028. So says General Marek Dolny.", "Marek Dolny", "The war will end in 2028"),
        ("Three brigades are missing. Those are the words of Max Held.", "Max Held", "Three brigades are missing"),
        ("The fund is empty. That is what the auditors found.", "auditors", "The fund is empty"),
        ("“Too little and too late,” was the verdict of Rosa Kern.", "Rosa Kern", "Too little and too late"),
        ("“We are not at war,” came the reply from Colonel Rein Tamm.", "Rein Tamm", "We are not at war"),
        ("“Nobody will pay for it.” The words are those of Lena Moor.", "Lena Moor", "Nobody will pay for it."),
        ("The plant can double its output, its director, Pavel Horak, insists.", "Pavel Horak", None),
        ("The reserve will be spent, the top civil servant, Paula Ridge, told MPs.", "Paula Ridge", None),
    ],
)
def test_who_is_named_afterwards(text, speaker, content, said):
    found = said(text)
    assert [name for name, _ in found] == [speaker]
    assert content in (None, found[0][1])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Elsa Strand, the finance minister, met Tom Hartley on Monday. He warned that debt would rise.",
            "Tom Hartley",
        ),
        ("Elsa Strand, the finance minister, met Tom Hartley. She warned that debt would rise.", "Elsa Strand"),
        ("My grandmother kept a shop. I rang a friend. He says that taxes will rise.", "friend"),
        ("Uwe Brandt locks the door. His son, he says, will be called up in 2028.", "Uwe Brandt"),
    ],
)
def test_whom_a_pronoun_means(text, speaker, said):
    assert said(text)[-1][0] == speaker


REPORT = """The long wait

By Nora Quist in Bree

3 May 2027

I came by train. “We have orders until 2031,” says Karl Moor, the director.

My guide stops. “There is no money,” says Anna Lund, a clerk.

Taxes will rise by a tenth. “We are late,” says Pavel Horak.

I ask about the fund. “It will not last for long,” says Uwe Brandt.

Nora Quist is a writer and grew up in Bree. Her essays are read on the radio.
"""


def test_a_report_that_lets_others_speak_is_no_column(nlp):
    found = examine(REPORT, "a", nlp)
    assert found.format == "article"
    assert [s.speaker.canonical if s.speaker else None for s in found.statements] == [
        "Karl Moor",
        "Anna Lund",
        None,
        "Pavel Horak",
        "Uwe Brandt",
    ]


def test_the_minister_in_front_of_an_interview_is_who_answers(said):
    text = (
        "INTERVIEW\n\nElsa Strand, finance minister\n\nThe minister says that debt will rise\n\nQuestion. Will it last?"
        "\n\nAnswer. Until 2029.\n\nQ. And then?\n\nA. We will borrow.\n\nQ. How much?\n\nA. Strand never says."
    )
    assert said(text)[0] == ("Elsa Strand", "debt will rise")


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("OSLO, May 3, 2027", True),
        ("The Gazette | 3 May 2027, 2:47 PM | Updated", True),
        ("Oslo wants a fourth brigade by 3 May 2027", False),
        ("The treaty was signed on 3 May 2027.", False),
    ],
)
def test_lines_of_the_paper_with_a_date(line, own):
    assert is_dateline(line) == own
