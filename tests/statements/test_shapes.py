"""Interviews, transcripts, press conferences, live blogs, lists and pull quotes: recognised, and read by their
shape."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements.article.extract import Examined, examine

WHEN = date(2026, 3, 4)


def said(found: Examined) -> list[tuple[str | None, str]]:
    """Speaker and content of every statement that is no copy."""
    return [(s.speaker.canonical if s.speaker else None, s.content) for s in found.statements if not s.duplicate_of]


LETTERS = """Harbour talk

Marta Lindqvist runs the port authority of Gavle. She spoke to us on Tuesday.

Q: Will the new quay be ready in time?

A: The quay will open in 2028. We have set aside 40 million euros for it.

Q: And the ferries?

A: They stay where they are. I expect three more crossings a day by next summer.

This interview has been edited for length.
"""

STOPS = """ILSE MARKUSSEN | HEAD OF THE MINT

Ilse Markussen (Malmo, 49) receives this paper beside a press.

Question. What does a new coin cost?

Answer. It costs more than it is worth.

Q. Who pays?

A. The budget pays. The loss will reach 4 million euros in 2029.

Q. And then?

A. We will stop in 2031.
"""

NAMES = """A talk with the head of the audit office

TOMAS REK: What does the new budget cost us?

ILKA BRANDT: It costs 12 billion crowns more than the last one. That is too much.

TOMAS REK: Can it be paid for?

ILKA BRANDT: Not without new taxes. Debt will reach 70% of GDP in 2029.
"""

BOLD = """SHE COUNTS THE TANKS

Ana Petrova, a retired general, speaks about stocks and patience. Interview: Jon Berg

**Ms Petrova, are the depots empty?**

No. Half of the old hulls are still there, and they will last until 2028.

**The ministry says otherwise.**

The ministry is wrong by a third.

**What happens after 2028?**

Then they will build 300 new ones a year.
"""

HEARING = """HEARING BEFORE THE SUBCOMMITTEE ON LOGISTICS

The subcommittee met at 10:00 a.m., Hon. Ruth Ames (chairwoman of the subcommittee) presiding. The witness is Colonel Ivo Marsh.

The CHAIRWOMAN. The subcommittee will come to order. Colonel, you are recognized.

Colonel MARSH. Thank you, Madam Chair. We have 400 trucks in Poland. That number will fall to 300 by October.

Mr. DOLE. Colonel, is that enough?

Colonel MARSH. It is not. I have said so in writing.

Mr. DOLE. I yield back.

[Recess.]
"""

PRESS = """Press conference of Prime Minister Lena Holt and President Jan Kos
Bergen, 3 March 2026

Prime Minister Holt: Welcome. We will spend 3% of GDP on defence in 2027.

President Kos: Thank you. Our side will do the same a year later.

Question (Coast Radio): Mr President, what does that cost?

President Kos: It costs 9 billion crowns. The treasury expects a deficit of 4% next year.

Moderator: Thank you, that was the last question.
"""

LIVE = """Budget day - as it happened

14.20 CET
Minister defends cuts

The finance minister, Olga Reyes, is speaking now. She says:

We will not raise taxes this year. The gap is smaller than you think.

She adds:

Ask me again in October.

13.05 CET
Our reporter Pia Dahl writes that the gallery is full.

12.40 CET
Opposition 'will vote no'

The opposition leader told reporters on his way in that his party would reject the bill.

12.00 CET
Good morning and welcome to our live coverage.
"""


@pytest.mark.parametrize(
    ("text", "shape", "questions", "expected"),
    [
        (
            LETTERS,
            "interview",
            2,
            [
                ("Marta Lindqvist", "The quay will open in 2028"),
                ("Marta Lindqvist", "We have set aside 40 million euros for it"),
                ("Marta Lindqvist", "I expect three more crossings a day by next summer"),
            ],
        ),
        (
            NAMES,
            "interview",
            2,
            [
                ("Ilka Brandt", "It costs 12 billion crowns more than the last one"),
                ("Ilka Brandt", "Debt will reach 70% of GDP in 2029"),
            ],
        ),
        (
            STOPS,
            "interview",
            3,
            [
                ("Ilse Markussen", "It costs more than it is worth"),
                ("Ilse Markussen", "The loss will reach 4 million euros in 2029"),
                ("Ilse Markussen", "We will stop in 2031"),
            ],
        ),
        (
            BOLD,
            "interview",
            3,
            [
                ("Ana Petrova", "Half of the old hulls are still there, and they will last until 2028"),
                ("Ana Petrova", "The ministry is wrong by a third"),
                ("Ana Petrova", "Then they will build 300 new ones a year"),
            ],
        ),
        (
            HEARING,
            "transcript",
            0,
            [
                ("Ivo Marsh", "We have 400 trucks in Poland"),
                ("Ivo Marsh", "That number will fall to 300 by October"),
                ("Ivo Marsh", "I have said so in writing"),
            ],
        ),
        (
            PRESS,
            "press conference",
            1,
            [
                ("Lena Holt", "We will spend 3% of GDP on defence in 2027"),
                ("Jan Kos", "Our side will do the same a year later"),
                ("Jan Kos", "It costs 9 billion crowns"),
            ],
        ),
        (
            LIVE,
            "live blog",
            0,
            [
                ("Olga Reyes", "We will not raise taxes this year"),
                ("Olga Reyes", "Ask me again in October"),
                ("Pia Dahl", "the gallery is full"),
            ],
        ),
    ],
    ids=["letters", "stops", "names", "bold", "hearing", "press conference", "live blog"],
)
def test_spoken_formats(text, shape, questions, expected, nlp):
    found = examine(text, "a", nlp, WHEN)
    assert found.format == shape
    assert len(found.questions) == questions
    pairs = said(found)
    for pair in expected:
        assert pair in pairs, pairs
    assert not any(content.rstrip().endswith("?") for _, content in pairs)
    assert not any("edited for length" in c or "yield" in c or "Thank" in c or "come to order" in c for _, c in pairs)


def test_the_question_that_a_turn_answers_is_kept(nlp):
    found = examine(LETTERS, "a", nlp, WHEN)
    quay = next(s for s in found.statements if "quay will open" in s.content)
    assert LETTERS[slice(*quay.answers)] == "Will the new quay be ready in time?"


def test_colon_and_next_paragraph(nlp):
    text = (
        "Reactions to the bill were mixed.\n\nAnd from Finance Minister Horak:\n\n“Taxes will rise by 3% in 2027.”\n\n"
        "The opposition leader, Edda Moll, put it in her own words:\n\n“They will fall again in 2028.”\n"
    )
    pairs = said(examine(text, "a", nlp, WHEN))
    assert ("Horak", "Taxes will rise by 3% in 2027.") in pairs
    assert ("Edda Moll", "They will fall again in 2028.") in pairs


def test_a_label_that_is_an_office_is_its_one_holder(nlp):
    text = (
        "Joint press conference by Director General Bruno Alt and Prime Minister Eva Lund\n\nLund, 3 March 2026\n\n"
        "DIRECTOR GENERAL: Thank you. We will open six depots by 2028.\n\nQuestion (Coast Radio): At what cost?\n\n"
        "DIRECTOR GENERAL: It costs 9 billion euros.\n\nPRIME MINISTER LUND: Our share is a tenth of it.\n"
    )
    assert {who for who, _ in said(examine(text, "d", nlp, WHEN))} == {"Bruno Alt", "Eva Lund"}


def test_points_are_those_of_the_body_in_a_line_of_its_head(nlp):
    text = (
        "CENTRE FOR COASTAL ECONOMICS | POLICY BRIEF 7/2026\n\nFour harbours\n\nKey points\n\n"
        "- Debt will rise to 70% of GDP by 2030.\n- Growth will slow to 1% next year.\n"
        "- The deficit will be 4% of GDP in 2027.\n- Unemployment will reach 9% in 2028.\n"
    )
    found = said(examine(text, "d", nlp, WHEN))
    assert len(found) == 4 and {who for who, _ in found} == {"Centre for Coastal Economics"}


def test_a_quotation_without_a_speaker_has_none(nlp):
    text = "Anna Nowak visited the yard. The town was quiet.\n\n“The ships will never come.”\n\nThe rain went on.\n"
    assert (None, "The ships will never come.") in said(examine(text, "a", nlp, WHEN))


def test_pull_quote_is_a_copy(nlp):
    text = (
        "“We will build ten frigates”\n\nThe yard is full. “We will build ten frigates by 2030,” Anna Nowak said.\n\n"
        "Putin, who visited the yard in March, did not comment.\n"
    )
    assert [s for s, content in said(examine(text, "a", nlp, WHEN)) if "frigates" in content] == ["Anna Nowak"]


def test_key_points_and_tables(nlp):
    text = (
        "DEFENCE IN FIGURES\n\n• Spending will pass 3% of GDP in 2027\n• Norway pays the most\n• The plan "
        "was late\n• Two of ten met the goal\n\n"
        "The ministry published its yearly review on Tuesday.\n\nCore spending in 2025, per cent of "
        "GDP\n\nNorway 3.2\nSweden 2.9\nIceland 0.4\n\n"
        "By Anna Example\nRead more: what the review leaves out\n© 2026 The Gazette. All rights reserved.\n"
    )
    found = examine(text, "a", nlp, WHEN)
    assert found.format == "key points"
    contents = [content for _, content in said(found)]
    assert {"Spending will pass 3% of GDP in 2027", "Two of ten met the goal", "Sweden 2.9"} <= set(contents)
    assert all(s.narrator and s.speaker is None for s in found.statements)
    assert next(s.about for s in found.statements if s.content == "Sweden 2.9").startswith("Core spending in 2025")
    assert not any("Gazette" in c or "Example" in c or "leaves out" in c for c in contents)


def test_narrator(nlp):
    text = "Norway spends 3.2% of GDP on defence. The town lies on the coast. Ministers meet in May. Debt will rise."
    assert said(examine(text, "a", nlp, WHEN)) == [
        (None, "Norway spends 3.2% of GDP on defence"),
        (None, "Debt will rise"),
    ]


def test_nothing_to_read(nlp):
    assert examine("12\n\n34 56\n\nxyz\n", "a", nlp, WHEN).format == "nothing to read"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“It is late,” sighed Weiss. Anna Nowak left.", "Weiss", "It is late"),
        ("“It is not,” shot back Weiss.", "Weiss", "It is not"),
        ("Anna Nowak pushed back that taxes would fall by 2%.", "Anna Nowak", "taxes would fall by 2%"),
        ("Anna Nowak did not rule out that the figure could be raised.", "Anna Nowak", "the figure could be raised"),
        ("The draft budget estimates that the deficit will be 3%.", "draft budget", "the deficit will be 3%"),
        (
            "A spending watchdog projects that the pledge will cost 9 billion euros.",
            "spending watchdog",
            "the pledge will cost 9 billion euros",
        ),
        (
            "Deputy prime minister and minister of foreign affairs Karel Dubois said that the talks would go on.",
            "Karel Dubois",
            "the talks would go on",
        ),
        (
            "The Institute for Fiscal Studies (IFS) said that debt would rise.",
            "Institute for Fiscal Studies",
            "debt would rise",
        ),
        ("Output will fall, the head of the plant, Colonel Pia Dahl, told this paper.", "Pia Dahl", "Output will fall"),
        ("'We won't reach the allies' target,' Anna Nowak said.", "Anna Nowak", "We won't reach the allies' target"),
    ],
)
def test_speakers(text, speaker, content, nlp):
    assert (speaker, content) in said(examine(text, "a", nlp, WHEN)), said(examine(text, "a", nlp, WHEN))


def test_the_day_of_a_quotation_is_no_event(nlp):
    text = "After the summit of 24 June, Anna Nowak said on Monday that spending would rise."
    assert examine(text, "a", nlp, date(2026, 7, 1)).statements[0].said_at.date == "2026-06-29"
