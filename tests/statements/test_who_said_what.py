"""Kinds of sentences that are easily given to nobody's mouth, or to the wrong one: what is found, and of whom."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements.article.extract import examine

WHEN = date(2026, 3, 4)
HEAD = "Budget day\n\n4 March 2026\n\n"


NOTHING = [
    "The treasurer refused to say whether the levy would rise by a tenth.",
    "The central bank would not be drawn on whether rates will fall in May.",
    "Do you think that Tallinn can afford 5% of GDP? Send us your letters.",
    "Latvia put little weight on saying thank you for the loan of guns.",
    "To read the tables of the 2027 budget, please visit our archive.",
    "It took the mayors nineteen hours to agree on a text.",
    "The harbour towns agree on little.",
    "This paper examines how 14 members pay for their armies.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_statement(sentence, said):
    assert said(HEAD + sentence, WHEN) == []


SPEAKERS = [
    # two bearers of a role: who was spoken of last
    (
        'Jon Frey, the Danish trade minister, said exports would fall. "It will be a hard year," the minister said. '
        "Finnish Trade Minister Ulla Koski said on Friday that they would rise.",
        "It will be a hard year",
        "Jon Frey",
    ),
    # the shadow of an office is not its holder
    (
        "Shadow chancellor Rita Holm said debt would rise. Chancellor Paul Dane said it would fall. "
        '"There will be no new tax," the chancellor said.',
        "There will be no new tax",
        "Paul Dane",
    ),
    # a party's "and" joins nothing
    ("The opposition Bread and Honour party said the deficit would double.", "double", "Bread and Honour party"),
    # what kind of body it is, is not its name
    ("Agency Ratemark said debt would reach 70% of GDP in 2028.", "70%", "Ratemark"),
    # who asks is not "he"
    (
        "Asked by the correspondent Mia Lund about tax, Governor Ivo Brand shrugged. "
        "Pressed by our reporter whether it would rise, he said that it would stay at 20% until 2029.",
        "stay at 20%",
        "Ivo Brand",
    ),
    # an amount of people
    ("Reserves will run dry by 2028, a handful of economists have claimed.", "run dry", "handful of economists"),
    # the second comma is missing
    ("Ada Brook, the Irish finance secretary said growth would slow to 1% in 2027.", "slow to 1%", "Ada Brook"),
]


@pytest.mark.parametrize(("text", "part", "speaker"), SPEAKERS)
def test_who_said_it(text, part, speaker, said):
    found = [who for who, content in said(HEAD + text, WHEN) if part in content]
    assert len(found) == 1
    assert speaker in found[0]


def test_the_base_of_a_change_is_no_day_on_which_it_was_said(nlp):
    text = HEAD + "Fees would rise to 12 crowns in 2027, the board said, from 9 in 2023."
    found = examine(text, "t", nlp, WHEN).statements
    assert [s.said_at for s in found] == [None]


def test_contents_are_whole_and_hold_nothing_of_the_paper(said):
    text = (
        "Premier says half of towns are solvent; Oslo and Bergen disagree\n\n4 March 2026\n\n"
        "/OVT/. Norway will raise its reserve to 90 billion crowns in 2027, Premier Lars Dahl said. "
        "He called the critics 'a choir of the bored'. "
        "The draft law earmarks 4 billion crowns, or 1% of output, for that purpose."
    )
    found = [content for _, content in said(text, WHEN)]
    assert "half of towns are solvent" in found
    assert "Norway will raise its reserve to 90 billion crowns in 2027" in found
    assert "the critics 'a choir of the bored'" in found
    assert "4 billion crowns, or 1% of output, for that purpose" in found


COLUMN = """OPINION

The price of sleep

By Ada Rowe

4 March 2026

If we speak of the fleet—a fleet long forgotten—it is because Sweden may need it in 2027. Finland has two yards—it will need four. The Treasury expects a cost of 3 billion crowns.

Consider the yards. Imagine it is 2031. Whether parliament will agree. What the navy needs is steel. There are three things to do.

Nobody will thank the premier for it. I fear that the navy will get nothing before 2030.

Ada Rowe is a former diplomat who writes on ships and money.
"""


def test_a_column_is_its_authors(nlp):
    found = examine(COLUMN, "t", nlp, WHEN)
    told = [(s.speaker.canonical if s.speaker else None, s.narrator, s.content) for s in found.statements]
    assert found.format == "column"
    assert ("Ada Rowe", True, "Finland has two yards") in told
    assert ("Ada Rowe", True, "it will need four") in told
    assert ("Ada Rowe", True, "Nobody will thank the premier for it") in told
    assert ("Ada Rowe", False, "the navy will get nothing before 2030") in told
    assert ("Ada Rowe", True, "What the navy needs is steel") in told
    calls = ("Consider", "Imagine", "Whether", "There are")
    assert not any(content.startswith(calls) for *_, content in told)
    assert any(who == "Treasury" and not own for who, own, _ in told)
    assert not any(content.startswith(("Ada Rowe is", "a fleet")) or content[-6:] == "fleet—" for *_, content in told)


BLOG = """Summit live: leaders meet in Tallinn

Tue 3 Mar 2026

17.20

And this is from Lord Kell, the former army chief, on the radio:

We are a decade behind. At this rate 3% will not come before 2033.

17.05

Turning to the Estonian guest, who is seated on her left, President Olga Berg says:

We will spend 5% of GDP in 2027, whatever the bankers say.

16.40

Clara West, Institute for Budgets: The tax burden is heading for 40% of output by 2030.

15.00

The premier speaks at 4pm.
"""


def test_a_live_blog_hands_over_and_tells_the_time(said):
    assert said(BLOG, WHEN) == [
        ("Lord Kell", "We are a decade behind"),
        ("Lord Kell", "At this rate 3% will not come before 2033"),
        ("Olga Berg", "We will spend 5% of GDP in 2027, whatever the bankers say"),
        ("Clara West", "The tax burden is heading for 40% of output by 2030"),
    ]


HEARING = """Hearing on the ports of the north

March 3, 2026

HALE: I'll go ahead and call the hearing to order. One quick housekeeping item before we begin. We appreciate you being here.

With that, I yield to the ranking member.

ORTIZ: Thank you, Madam Chair. I join in welcoming our guest. I ask unanimous consent that the letter be made part of the record.

FREY: Chair Hale, distinguished members, it's my honor to testify before you today. I'd like to recognize my staff. I'm delighted to be here.

The ports lost a fifth of their trade last year. They will need 2 billion crowns by 2029. I look forward to your questions.

ORTIZ: Let me ask you about Narvik. My time is limited. I've got about a minute left.

FREY: That's a great question. Narvik will close one quay, sir. I'd have to take that for the record. We can talk about the rest in a closed session.

ORTIZ: I've heard that. I'll come back to it.

FREY: I would agree with that, sir.

HALE: We will now take a short recess. Ms. Lund is next.
"""


def test_the_procedure_of_a_hearing_is_nobodys_statement(said):
    assert said(HEARING, WHEN) == [
        ("Frey", "The ports lost a fifth of their trade last year"),
        ("Frey", "They will need 2 billion crowns by 2029"),
        ("Frey", "Narvik will close one quay, sir"),
    ]


BRIEFING = """Press conference

by Harbour Commissioner Nils Frey ahead of the meeting of the port ministers

3 March 2026

Thank you and good afternoon.

We will dredge the channel to 14 metres by 2028. It has been shallow for too long.

My office has set aside 60 million crowns for it. With that, I am happy to take your questions.

Moderator: We start with the Courier.

Question (Courier): You said the channel was shallow. Will ferries stop?

Nils Frey: Sorry, I can't hear you. Ferries will run until 2031.

Question (Wire): I was there last week. Who pays?

Nils Frey: The towns will pay a third.
"""


def test_an_opening_in_front_of_the_questions(said):
    assert said(BRIEFING, WHEN) == [
        ("Nils Frey", "We will dredge the channel to 14 metres by 2028"),
        ("Nils Frey", "It has been shallow for too long"),
        ("Nils Frey", "My office has set aside 60 million crowns for it"),
        ("Nils Frey", "Ferries will run until 2031"),
        ("Nils Frey", "The towns will pay a third"),
    ]


VOICES = """The price of fog

*At the mouth of the bay they count ships by ear*

**Ada Rowe**

Sunday 7 June 2026

I believe that no port has changed so much. Norway will spend 5 per cent of its income on ships this year.

“My son drives a train,” says Ruta Moe, who sells coffee. “The bridges will not hold.”

I put that to Arvo Kask, a retired admiral. “Make it thirty,” says the admiral.

“We count them by ear,” says Olaf Berg, the pilot. “There were nine last year.”

I suspect that by 2030 the herring will be cheaper than the shells. “Who pays?” asks the pilot. “You do.”
"""


def test_a_column_that_lets_others_speak_is_its_authors(said):
    found = said(VOICES)
    assert ("Ada Rowe", "Norway will spend 5 per cent of its income on ships this year") in found
    assert ("Ada Rowe", "by 2030 the herring will be cheaper than the shells") in found
    assert ("Arvo Kask", "Make it thirty") in found
    assert ("Olaf Berg", "There were nine last year.") in found


POSTS = """Ports live: ministers gather in Narva

Wed 6 May 2026

**16.20 EEST**
**Summary**
Here is what we have learned today:
• Norway will buy 12 more cranes.
• Anna Brook said the levy would rise to 26 per cent.

**15.40 EEST**
*Ada Rowe, harbour correspondent*
A few figures while we wait. Debt of the ports has risen by a tenth since 2022. My hunch is that it will reach 70%.

**14.30 EEST**
The bill for the dykes will be 3 billion euros. Oslo and Narva have reopened their ports. The ministry has reacted.

*Olaf Berg writes:* Cranes here are older than the town. My guess is that half of them will stop in 2027.
"""


def test_a_signed_post_is_its_reporters_and_a_point_leads_no_other(said):
    found = said(POSTS)
    assert ("Ada Rowe", "Debt of the ports has risen by a tenth since 2022") in found
    assert ("Ada Rowe", "My hunch is that it will reach 70%") in found
    assert (None, "The bill for the dykes will be 3 billion euros") in found
    assert (None, "Oslo and Narva have reopened their ports") in found
    assert (None, "The ministry has reacted") not in found
    assert ("Olaf Berg", "My guess is that half of them will stop in 2027") in found
    assert ("Anna Brook", "the levy would rise to 26 per cent") in found


BRIEFED = """Press conference on the dykes

Narva, 4 May 2026. The port's two heads met the press on Monday.

The mayor, Anna Brook, said that the dykes would cost 900 million crowns.

**COL. ARVO KASK:** We have 17 cranes here today.

**Olaf Berg (Narva Radio):** Are more cranes coming?

**COL. KASK:** Fifteen will arrive in July.

**Berg:** And who pays?

**COL. KASK:** Norway pays for nine of them.

Kask then sat down. There had been no storm since March, he said. “They build for ten years.”

**ANNA BROOK:** The sheds cost us 140 million crowns.

Reporters were then shown a crane that has been in service since 1998.

In Oslo, the ministry's spokesman, Lars Dahl, said Norway would pay a third.
"""


def test_a_report_goes_on_behind_a_turn(said):
    found = said(BRIEFED)
    assert ("Arvo Kask", "There had been no storm since March") in found
    assert ("Arvo Kask", "They build for ten years.") in found
    assert ("Lars Dahl", "Norway would pay a third") in found
    assert not any(who == "Anna Brook" and "crane" in content for who, content in found)


HEARD = """Committee on Ports

Members present: Dame Ruta Moe (Chair); Olaf Berg.

Witnesses: Sir Arvo Kask, Permanent Secretary; Air Vice-Marshal Lars Dahl, Director of Plans.

Q1 **Chair:** The port plan was promised for the autumn of 2025.

**Sir Arvo Kask:** It will be published by the end of May.

Q2 **Olaf Berg:** Your harbour borrows at 4.5%.

**Air Vice-Marshal Dahl:** Debt has fallen for two years.

Q3 **Chair:** Only half of the cranes work.

**Sir Arvo Kask:** All of them will work by 2028.
"""


def test_the_number_of_a_question_stands_in_front_of_who_puts_it(said):
    assert said(HEARD) == [
        ("Ruta Moe", "The port plan was promised for the autumn of 2025"),
        ("Arvo Kask", "It will be published by the end of May"),
        ("Olaf Berg", "Your harbour borrows at 4.5%"),
        ("Lars Dahl", "Debt has fallen for two years"),
        ("Ruta Moe", "Only half of the cranes work"),
        ("Arvo Kask", "All of them will work by 2028"),
    ]


ROUND_UP = """What the banks see: six numbers for the ports

4 March 2026

**1. Tolls: up again**

Norlund Bank expects tolls to rise by 4% in 2027. Olga Strand, its chief economist, calls that cautious.

**2. Ships**

The number of ships will fall to 300, says the Chamber of Ports.

**3. Who closes first?**

The ministry says that two ports will close by 2029.

**4. Wages**

Wages will rise by 3%, the union predicts.

**5. And the ferries?**

They will run at a loss until 2030, according to the Ferry Council.
"""


def test_a_round_up_under_bold_headings_is_no_interview(nlp):
    found = examine(ROUND_UP, "a", nlp, WHEN)
    assert (found.format, found.questions) == ("article", [])
    told = {s.speaker.canonical for s in found.statements if s.speaker}
    assert {"Chamber of Ports", "ministry", "union", "Ferry Council"} <= told, told


NOTED = """Press conference of the Harbour Board

SECRETARY ANNA BROOK: The quay will cost 3 million crowns. We open it in 2029.

Q: Will the toll rise?

SECRETARY ANNA BROOK: Lovely to see you all. The harbour dues are another story. It will rise by 4% in 2027.

Q: Should the ferries pay?

SECRETARY ANNA BROOK: They should not. The session is adjourned.

NOTE TO EDITORS: The board will have 300 members by 2028.
"""


def test_a_note_to_editors_is_nobodys_turn(said):
    pairs = said(NOTED, WHEN)
    assert ("Anna Brook", "It will rise by 4% in 2027") in pairs, pairs
    assert [who for who, content in pairs if "300 members" in content] in ([None], []), pairs
    assert not any(word in content for _, content in pairs for word in ("Lovely", "story", "should not", "adjourned"))
