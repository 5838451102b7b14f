"""Who answers in an interview without names, and who holds the office that a label names."""

from __future__ import annotations

import pytest

INTERVIEW = """{head}

{q}Will the new quay be ready in time?{e}

{a}The quay will open in 2028. We have set aside 40 million euros for it.

{q}And the ferries? Does Olga Petrova care?{e}

{a}They stay where they are. Olga Petrova will not sink them before 2030.

{q}Who pays for all this?{e}

{a}My own town pays a tenth of it.
"""


@pytest.mark.parametrize(
    ("q", "e", "a"), [("Q: ", "", "A: "), ("**", "**", ""), ("", "", "")], ids=["letters", "bold", "plain"]
)
@pytest.mark.parametrize(
    ("head", "guest"),
    [
        (
            "“The quay is a debt”\n\nFew people know the ports as well as Marta Lindqvist, 61, who ran the authority "
            "of Gavle until 2023. Peter Olsson met her in her kitchen on 3 May.",
            "Marta Lindqvist",
        ),
        (
            "Harbours without ships\n\nThe Gazette's Jonas Reyes spoke to Ida Brandt, head of the harbour union.",
            "Ida Brandt",
        ),
        ("The last harbour master\n\nWe asked Ida Brandt, who succeeded Olaf Berg in May.", "Ida Brandt"),
        ("Ida Brandt: ‘The quay will sink us’\n\nThe union leader on why Olaf Berg was wrong.", "Ida Brandt"),
        ("Six questions to Ida Brandt\n\nThe union leader was once a deputy of Olaf Berg.", "Ida Brandt"),
        (
            "What she wants\n\nIda Brandt wrote a book on Olga Petrova. Petrova liked it. Jonas Reyes rang her.",
            "Ida Brandt",
        ),
        ("At sea\n\nTomas Rek was minister until his quarrel with Olaf Berg. Pia Dahl visited him.", "Tomas Rek"),
        ("At sea\n\nA pilot who has met Olga Petrova answers our questions.", None),
        ("At sea\n\nOlaf Berg and Ida Brandt once ran the port. Only one of them agreed to talk.", None),
        ("At sea\n\nJonas Reyes sat down with Ida Brandt in Gavle.", None),
    ],
)
def test_the_guest_is_told_from_the_words_in_front(said, head, guest, q, e, a):
    pairs = said(INTERVIEW.format(head=head, q=q, e=e, a=a))
    assert (guest, "The quay will open in 2028") in pairs, pairs


def test_whom_a_question_addresses_answers(said):
    head = "At sea\n\nOlaf Berg and Ida Brandt once ran the port. Only one of them agreed to talk."
    text = INTERVIEW.format(head=head, q="Q: ", e="", a="A: ").replace("Q: Will", "Q: Ms Brandt, will")
    assert ("Ida Brandt", "The quay will open in 2028") in said(text)


PRESS = """{head}

Lund, 3 March 2026

{label}: Good morning. We will open six depots by 2028.

MODERATOR: First question, Coast Radio.

QUESTION: Pia Dahl, Coast Radio. At what cost? President Karel Moll says that it is too high.

{label}: It costs 9 billion euros.

QUESTION: And then?

{label}: Our share is a tenth of it.
"""


@pytest.mark.parametrize(
    ("label", "head", "holder"),
    [
        ("DIRECTOR GENERAL", "Press conference\nby the Director General, Bruno Alt, after the meeting", "Bruno Alt"),
        ("SECRETARY-GENERAL", "Statement by Bruno Alt, Secretary General of the Council", "Bruno Alt"),
        ("GOVERNOR", "Press conference of the Governor (Eva Lund) and the Deputy Governor (Bruno Alt)", "Eva Lund"),
        ("THE MINISTER", "Press briefing with Defence Minister Eva Lund and Prime Minister Bruno Alt", "Eva Lund"),
        ("PRESIDENT", "President Press Conference", "President"),
    ],
)
def test_an_office_is_its_holder_in_the_heading(said, label, head, holder):
    pairs = said(PRESS.format(label=label, head=head))
    assert (holder, "We will open six depots by 2028") in pairs, pairs
