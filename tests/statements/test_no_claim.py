"""What claims nothing of the field: talk about the conversation, scenes, lead-ins, questions; and who is meant by
"he"."""

from __future__ import annotations

import pytest

from overstretch.statements.article.layout import is_courtesy
from overstretch.statements.article.scenes import is_talk
from overstretch.statements.names.canonical import pronoun_of

COURTESIES = (
    "Sorry for the delay, the lift is out of order.",
    "I'd refer you to the Treasury on that.",
    "I'm not going to get ahead of the cabinet.",
    "I don't have any trips to announce.",
    "We have a couple of announcements at the top.",
    "Members of the committee, good afternoon and thank you for the invitation.",
    "I hope that you will address that later.",
    "We have said this more often than I can count.",
    "I am Ludmila Harker, and I run the fiscal desk at the college.",
    "They say such things.",
    "I know what the paper says.",
    "Walk me through the numbers.",
    "Not at all.",
    "The committee will write to you about it.",
)
CLAIMS = (
    "I know that the fund will be empty by 2028.",
    "We have said it before, the debt will pass 70 percent.",
    "We are not going to send Kyiv one krone.",
    "We are not going to negotiate with Moscow this year.",
    "We have nothing to give Ukraine.",
    "We welcome the plan to spend 3.5 percent.",
    "With that, the deficit doubles in 2027.",
    "They say that the army will double by 2030.",
    "We will go over 4 percent next year.",
)


@pytest.mark.parametrize("sentence", COURTESIES)
def test_talk_about_the_conversation(sentence):
    assert is_courtesy(sentence)


@pytest.mark.parametrize("sentence", CLAIMS)
def test_claims_that_look_like_it(sentence):
    assert not is_courtesy(sentence)


TALK = (
    "I see some new faces.",
    "We discussed the budget with our colleagues.",
    "Let us move on to the closed part.",
    "I would like to start with the main thing.",
    "And finally, I want to wish a friend in the office a happy birthday.",
    "I am grateful.",
    "This session is being broadcast live.",
    "Bear with me for a moment.",
    "I'd push back on the premise a little.",
)
NO_TALK = (
    "We will not stop.",
    "I wouldn't call that a failure.",
    "I worry about tomorrow.",
    "I expect Russia to attack.",
    "We will take the pledge back.",
    "I would say two years at most.",
    "We thank nobody, and the debt doubles in 2027.",
    "Time is not on his side.",
    "I am sorry to say that the fund is empty.",
    "I would be happy if he were right.",
    "Stop the war.",
    "Let us stop pretending that it is over.",
    "I will move the brigade to Poland.",
)


@pytest.mark.parametrize("sentence", TALK)
def test_turns_that_are_about_the_talk(sentence, nlp):
    assert is_talk(next(nlp(sentence).sents))


@pytest.mark.parametrize("sentence", NO_TALK)
def test_turns_that_are_not(sentence, nlp):
    assert not is_talk(next(nlp(sentence).sents))


REPORT = """The clerks of the river town

By Ada Quill

At half past six the ferry comes in, and one by one the clerks put on their badges. {sentence}

The deficit will be 4% of GDP next year, the treasury said. It gave no details.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Bohdan Lewicz, who is 58, has followed budgets for three decades.",
        "The second thing you see is a wall that is four metres long.",
        "None of them had ever worked in a bank.",
        "Others are less convinced.",
        "Not everybody agrees.",
        "I asked him whether the war would end this year.",
    ],
)
def test_scenes_and_lead_ins(sentence, said):
    assert said(REPORT.format(sentence=sentence)) == [("treasury", "The deficit will be 4% of GDP next year")]


@pytest.mark.parametrize(
    "sentence", ["The town lost 4,000 jobs last year.", "Not one of the three yards will survive 2027."]
)
def test_facts_of_the_narrator_stay(sentence, said):
    assert (None, sentence.rstrip(".")) in said(REPORT.format(sentence=sentence))


BRIEFING = """Press conference after the cabinet meeting

Press secretary: Good morning. We have time for three questions. Please state your name.

Minister Jonas Brekke: Thank you. Defence will get 3.1 percent of GDP next year. I want to be clear about that.

Press secretary: The lady in the first row.

Question: Nina Holt, Coast Radio. The target is 3.5 percent. Does the treasury believe that we can pay for it?

Minister Jonas Brekke: In kroner, yes. As a share of GDP, not before 2032.

Press secretary: One more.

Question: Will the army grow?

Minister Jonas Brekke: Yes, though late.
"""


def test_a_press_conference_holds_the_ministers_claims_alone(said):
    assert said(BRIEFING) == [
        ("Jonas Brekke", "Defence will get 3.1 percent of GDP next year"),
        ("Jonas Brekke", "In kroner, yes"),
        ("Jonas Brekke", "As a share of GDP, not before 2032"),
        ("Jonas Brekke", "Yes, though late"),
    ]


BRIEF = """POLICY BRIEF 3/2026

The bill for the north

The Aurora Institute

At a glance
• Norway will spend 3.4% of GDP on defence in 2028.
• A cut before 2030 is judged unlikely.

What we did
We use the budget laws of six states. The results are shown in Table 1.

What follows
The World Bank sees growth of 1%. The institute expects the deficit to reach 4% in 2029.
"""


def test_the_points_of_a_brief_are_its_institutes(said):
    assert said(BRIEF) == [
        ("Aurora Institute", "Norway will spend 3.4% of GDP on defence in 2028"),
        ("Aurora Institute", "unlikely"),
        ("World Bank", "The World Bank sees growth of 1%"),
        ("Aurora Institute", "the deficit to reach 4% in 2029"),
    ]


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Birgit Halvorsen", "she"),
        ("Lech Odrowski", "he"),
        ("Kestrel Ivanova", "she"),
        ("Tovar Villanueva", None),
        ("Janne Lehto", None),
        ("Renée Duval", None),
        ("Zoé Duval", "she"),
        ("Robin Field", None),
        ("Halloran", None),
    ],
)
def test_pronouns_of_names(name, pronoun):
    assert pronoun_of(name, []) == pronoun


def test_a_title_tells_the_pronoun():
    assert pronoun_of("Robin Field", [("budget spokeswoman", "Robin Field")]) == "she"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Debt will rise, said Boris Halden. The plan is late, said Marta Quist. He added that taxes would rise.",
            "Boris Halden",
        ),
        ("That is a worry for Marta Quist. She says that the plant will close in 2027.", "Marta Quist"),
        ("Bread at the market is dear. Boris Halden said so. He expects that prices will double.", "Boris Halden"),
        ("A fisherman named Arvo Lepp looks up. He says that the ice will be gone by 2030.", "Arvo Lepp"),
        ("The CBX has met. It says that the rate will be 12% in 2027.", "CBX"),
        (
            "Boris Halden is calm. I put it to Lech Odrow, a teacher. He says that the fund will last until 2030.",
            "Lech Odrow",
        ),
        (
            "Not so fast, says Lech Odrow. The veteran rates manager at Gold Capital points out that debt is low.",
            "Lech Odrow",
        ),
        ("The mayor, Lech Odrow, is calm.\n\nThe Chinese envoy said that no ship would come.", "Chinese envoy"),
        ("Marta Quist is gloomy. Norway will lose its top rating in 2027, in her view.", "Marta Quist"),
        ("The Harbour Bank is milder: its staff think that dykes will add a point to output.", "Harbour Bank"),
        ("Ambassador-at-Large Lech Odrow said the port would close. The envoy said it would reopen.", "Lech Odrow"),
        (
            "He rejected claims that the fund was empty. Boris Halden said that it would last until 2030.",
            "Boris Halden",
        ),
    ],
)
def test_who_is_meant(text, speaker, said):
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "head",
    [
        "Opinion\n\nThe bill\n\nMarta Quist\n12 May 2026",
        "The bill\n\nMarta Quist\nColumnist",
        "Opinion\n\nThe bill\n\nMarta Quist is a senior fellow at the Harbour College.",
    ],
)
def test_who_signs_a_column(head, said):
    text = (
        f"{head}\n\nThe deficit will double by 2028. I doubt that we can pay.\n\nI would raise taxes. My view is plain."
    )
    assert ("Marta Quist", "The deficit will double by 2028") in said(text)


def test_who_signs_a_column_is_told_of_some_lines_before_its_end(said):
    text = (
        "Opinion\n\nThe bill\n\nQuirin Thax-Halden\n\nTue 12 May 2026\n\nThe deficit will double by 2028. I doubt that we can "
        "pay.\n\nI would raise taxes. My view is plain. I know the bill, and I know who wrote it.\n\nI have read it twice. I "
        "would burn it. I shall not.\n\nQuirin Thax-Halden is a former gunner and the author of two books\n\n"
        "1 Up to May.\n\n2 Pay included.\n\nWrite to us at the desk.\n\nMore letters are welcome."
    )
    assert ("Quirin Thax-Halden", "The deficit will double by 2028") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway, which cut its tax in May, has seen its revenue shrink this year.",
        "Norway put 2.1% of its output into schools in 2025.",
    ],
)
def test_what_a_state_does_is_not_said_by_it(text, said):
    assert all(speaker is None for speaker, _ in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway spends 2 percent on ships this year, far above the rate that Brussels asks for.",
        "Spending is at 2.3 percent, more than the rate that Washington demands.",
    ],
)
def test_what_somebody_demands_is_compared_with_and_not_said(text, said):
    assert said(text) == [(None, text.rstrip("."))]


def test_a_cue_behind_the_first_half(said):
    text = (
        "Boris Halden ran the works. In 2023 it turned out nine boats a week, he says; by the day he went it was six."
    )
    assert said(text)[-2:] == [
        ("Boris Halden", "In 2023 it turned out nine boats a week"),
        ("Boris Halden", "by the day he went it was six"),
    ]


HEARING = """Defence Committee, oral evidence

Members present: Lord Pendale (The Chair); Baroness Ash.

Q1 The Chair: Good morning and welcome. My first question is a simple one. How long will it last?

Dr Mara Hollis: Thank you. The fund will be empty in 2028.

Q2 Baroness Ash: I am grateful. Can Norway pay for it?

Dr Mara Hollis: It can. Its debt is low.

The Chair: I think we have time for one more. The committee should publish its rules by May.
"""


def test_numbered_questions_of_a_committee(said):
    assert said(HEARING) == [
        ("Mara Hollis", "The fund will be empty in 2028"),
        ("Mara Hollis", "Its debt is low"),
        ("Lord Pendale", "The committee should publish its rules by May"),
    ]


def test_a_surname_is_not_known_by_its_ending(said):
    text = "Ms. SALAS. The debt is 98 percent of GDP.\n\nMr. ODER. It will rise.\n\nMs. SALAS. It will double by 2040."
    assert [speaker for speaker, _ in said(text)] == ["Salas", "Oder", "Salas"]


def test_what_was_done_before_it_was_said(said):
    text = "Hungary cut its growth forecast for this year to 1.4% and said that its deficit would be 5.2% of GDP."
    assert said(text) == [
        ("Hungary", "Hungary cut its growth forecast for this year to 1.4%"),
        ("Hungary", "its deficit would be 5.2% of GDP"),
    ]


def test_what_is_yet_to_be_done_is_no_judgement(said):
    assert said("Russia will attack one of the Baltic states by 2032.") == [
        (None, "Russia will attack one of the Baltic states by 2032")
    ]
    assert ("mayor", "one of the ministers' plans") in said("The mayor attacked one of the ministers' plans for 2030.")
