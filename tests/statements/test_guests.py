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
    ("q", "e", "a"),
    [("Q: ", "", "A: "), ("Q: ", "", ""), ("**", "**", ""), ("", "", "")],
    ids=["letters", "asked", "bold", "plain"],
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
        (
            "Too late\n\nThe former port auditor Ida Holm-Brandt on cranes and their price\n\n*Holm-Brandt, 61, left the "
            "authority in 2023. Since March she has taught in Gavle.*",
            "Ida Holm-Brandt",
        ),
        (
            "**The Monday talk**\n\n# Commodore Ida Brandt: “We dredged the wrong bay”\n\n*Until May she ran the "
            "port.*\n\nBy Jonas Reyes",
            "Ida Brandt",
        ),
        ("At sea\n\nA pilot who has met Olga Petrova answers our questions.", None),
        ("At sea\n\nOlaf Berg and Ida Brandt once ran the port. Only one of them agreed to talk.", None),
        ("At sea\n\nOlga Petrova has ruled the island for years. We asked a historian how it ends.", None),
        ("At sea\n\nViktor Moll has ruled the island for years. A retired spy explains how it ends.", None),
        ("At sea\n\nThe head of the port on fog and other errors\n\nJonas Reyes\n\n3 June 2026", None),
        ("At sea\n\nIda Brandt replaced Olaf Berg in May. Berg received us in his garden.", "Olaf Berg"),
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


def test_whom_the_host_welcomes_answers(said):
    text = (
        "Harbour talk, episode 12\n\nHOST: With me today is Ida Brandt, who runs the port. Ida, how bad is it?\n\n"
        "GUEST: We will lose 9 million euros in 2026.\n\nHOST: And then?\n\nGUEST: Growth of 2% is likely.\n"
    )
    assert [who for who, _ in said(text)] == ["Ida Brandt", "Ida Brandt"], said(text)


ALONE = """{title}

{one}

The port will lose 9 million euros in 2026.

{two}

The town will pay a third of it.

{one}

Fees will rise by 3% in 2027.

{two}

They will fall again in 2028.
"""


@pytest.mark.parametrize(
    ("one", "two", "names"),
    [
        ("Eva Lund -- Chief Executive Officer", "Bruno Alt -- Treasurer", {"Eva Lund", "Bruno Alt"}),
        ("Ida Brandt 00:14", "Jonas Reyes 00:31", {"Ida Brandt", "Jonas Reyes"}),
        ("Public Debt", "Economic Growth", {None}),
        ("United States (forecast)", "South Korea (forecast)", {None}),
    ],
)
def test_names_on_lines_of_their_own_are_labels(said, one, two, names):
    pairs = said(ALONE.format(title="A talk on ports", one=one, two=two))
    assert len(pairs) == 4 and {who for who, _ in pairs} == names, pairs


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


BOARD = """Evidence of the Port Board

**The Chair (Mrs. Ulla Stone-Rask):** Good morning. The board will sit until noon.

**Cpt (Ret'd) Ole O'Dell:** Thank you. The north quay will close in 2028.

**The Chair:** The board has set aside 3 million crowns for the pilots.

**Cpt (Ret'd) Ole O'Dell:** That is half of what they need. Norway has promised 2% four times. Today Denmark commits another 40 million crowns to the pilots. Every crane adds a tenth to the toll, as Ivo Brandt, the Oslo banker, has shown.
I remember my first teacher, old Professor Moe. He used to say a port dies only when its pilots leave.

**Dame Ruta Kask (Hallam Valley):** The pilots in my town wait nine months for a boat.
"""


def test_a_bold_run_in_front_of_a_turn_is_its_label(said):
    pairs = said(BOARD)
    assert ("Ole O'Dell", "The north quay will close in 2028") in pairs, pairs
    assert ("Ulla Stone-Rask", "The board has set aside 3 million crowns for the pilots") in pairs, pairs
    assert ("Ole O'Dell", "That is half of what they need") in pairs, pairs
    assert ("Ole O'Dell", "Norway has promised 2% four times") in pairs, pairs
    assert ("Ole O'Dell", "Today Denmark commits another 40 million crowns to the pilots") in pairs, pairs
    assert ("Ruta Kask", "The pilots in my town wait nine months for a boat") in pairs, pairs
    assert ("Moe", "a port dies only when its pilots leave") in pairs, pairs
    assert ("Ivo Brandt", "Every crane adds a tenth to the toll") in pairs, pairs


def test_points_behind_a_lead_in_are_whose_it_names(said):
    text = (
        "Notes from the harbour\n\nThe deputy mayor spoke for an hour. My notes from Eva Lund, at her desk:\n\n"
        '– the deficit will be 4% "at the end of 2027"\n– growth of 1% this year\n– on whether she will stay: a stare\n\n'
        "The town will pay a tenth of it.\n"
    )
    pairs = said(text)
    assert ("Eva Lund", "growth of 1% this year") in pairs, pairs
    assert not any("stare" in content for _, content in pairs)
    assert (None, "The town will pay a tenth of it") in pairs


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ('A few words from Eva Lund, the deputy mayor: "It will end in 2027."', "Eva Lund", "It will end in 2027."),
        ('A letter, on paper, from Olaf Berg: "It will end in 2027."', "Olaf Berg", "It will end in 2027."),
        ("We hear from friends that growth will slow to 2%.", "friends", "growth will slow to 2%"),
        (
            "According to the Audit Chamber's opinion of 29 April, the deficit is set at 2%.",
            "Audit Chamber",
            "the deficit is set at 2%",
        ),
    ],
)
def test_whose_words_they_are(said, text, speaker, content):
    assert (speaker, content) in said(text), said(text)


def test_who_is_told_of_beside_a_quotation_is_not_its_speaker(said):
    fort = "Eva Lund spoke at noon. The fort is old, and he who built it is dead, she said. “It will stay until 2030.”"
    assert ("Eva Lund", "It will stay until 2030.") in said(fort), said(fort)
    yard = "The owner of the yard said that growth would be 2%. The senior diplomat said that talks would fail by 2028."
    assert ("senior diplomat", "talks would fail by 2028") in said(yard), said(yard)


def test_nothing_is_said_in_what_somebody_is_asked_for(said):
    assert not any(
        who for who, _ in said("Pia Dahl was asked for the year in which she thinks that Russia will attack.")
    )


LIVE = """Live: talks on the ports

18.20
‘Not this autumn’ – port envoy
A word on the quay from Olaf Berg, the council's man: “A deal before December? I bet against it.”

17.10
‘Fees will rise by 3%’ – minister
Eva Lund said that the fee was fair. Karel Moll said that it was not.

12.00
Good morning
Welcome to our live coverage.
"""


def test_an_office_over_a_post_is_the_one_speaker_of_the_post(said):
    pairs = said(LIVE)
    assert ("Olaf Berg", "Not this autumn") in pairs, pairs
    assert next(who for who, content in pairs if content.startswith("Fees")) == "minister"


def test_a_guest_stands_behind_his_rank(said):
    head = (
        "Harbours without ships\n\nCommodore Ida Brandt: “We dredged the wrong bay”\n\nBy Jonas Reyes. Olaf Berg is the "
        "minister."
    )
    pairs = said(INTERVIEW.format(head=head, q="**", e="**", a=""))
    assert ("Ida Brandt", "The quay will open in 2028") in pairs, pairs


def test_posts_bear_their_time_in_bold_type_in_front_of_their_heading(said):
    pairs = said(
        "**LIVE** | Talks on the ports\n\n**6.20pm** — *Kyiv denies*\n\nOlaf Berg said that a deal would fail.\n\n"
        "**5.10pm** — *Fees*\n\nEva Lund said that the fee was fair.\n\n**9.00am** — *Good morning*\n\nWelcome.\n"
    )
    assert ("Olaf Berg", "a deal would fail") in pairs, pairs
    assert not any("pm" in content or "*" in content for _, content in pairs), pairs


SAYS = {  # text, what is said in it by whom, and who says nothing
    "initials are whose name stands in front": (
        "INTERVIEW\n\n“The quay is a debt”\n\nIda Moll, deputy head of the port, on cranes\n\n"
        "THE GAZETTE: Ms Moll, will the quay be ready?\n\nMOLL: It will open in 2028.\n\nTG: And the ferries?\n\n"
        "IM: They will stay until 2030.\n\nTG: Who pays?\n\nIM: My own town pays a tenth of it.\n",
        {("Ida Moll", "They will stay until 2030"), ("Ida Moll", "It will open in 2028")},
        "IM",
    ),
    "a name alone over a column is its author's": (
        "COMMENT | Ports\n\nThe price of a quay\n\nIda Moll-Brandt\n\nThere is a ritual in this town. I have seen it "
        "eleven times. The quay will open in 2028.\n\nI prefer the old pier. We shall need it again by 2030.\n",
        {("Ida Moll-Brandt", "The quay will open in 2028")},
        None,
    ),
    "notes to editors are nobody's turn": (
        "Press conference of Prime Minister Lena Holt and President Jan Kos\n\nPrime Minister Holt: The fund will hold 40 "
        "million euros by 2028.\n\nReporter: And the ports?\n\nPresident Kos: They stay open until 2030.\n\n"
        "Notes to editors\n\nThe fund was set up in 2019 and held 30 million euros in 2025.\n",
        {
            ("Jan Kos", "They stay open until 2030"),
            (None, "The fund was set up in 2019 and held 30 million euros in 2025"),
        },
        "The fund",
    ),
    "a point behind a house is the house's": (
        "Forecasts for the ports\n\nFour houses have new figures.\n\n"
        "- Moll Bay Capital (Gavle): Growth will be 2% in 2027. The fees will fall by a tenth.\n"
        "- Harbour Trust Bank: Growth will be 1% in 2027.\n- Reading List: Growth and its Discontents.\n",
        {("Moll Bay Capital", "The fees will fall by a tenth"), ("Harbour Trust Bank", "Growth will be 1% in 2027")},
        "Reading List",
    ),
}


@pytest.mark.parametrize(("text", "pairs", "silent"), SAYS.values(), ids=SAYS)
def test_who_says_what_by_the_shape_of_a_text(said, text, pairs, silent):
    found = said(text)
    assert pairs <= set(found), found
    assert silent not in {who for who, _ in found}, found


def test_a_brief_that_is_not_its_bodys_view_has_no_speaker(said):
    text = (
        "CENTRE FOR COASTAL ECONOMICS | POLICY BRIEF 7/2026\n\nFour harbours\n\nKey points\n\n"
        "- Debt will rise to 70% of GDP by 2030.\n- Growth will slow to 1% next year.\n"
        "- The deficit will be 4% of GDP in 2027.\n- Unemployment will reach 9% in 2028.\n\n"
        "NOTES\n1. The database of the Centre has 400 rows for 2026.\n\nABOUT THIS SERIES\n{line}\n"
    )
    own, others = (
        said(text.format(line=line))
        for line in ("Briefs are reviewed.", "The views expressed are those of the authors alone.")
    )
    assert {who for who, _ in own} == {"Centre for Coastal Economics"} and {who for who, _ in others} == {None}
    assert len(own) == len(others) == 4


def test_what_stands_over_the_author_of_a_column_is_the_papers(said):
    text = (
        "Opinion | Ports\n\nThe quay is lost. Who will tell the town?\n\nEva Lund\n\n13 November 2025\n\n"
        "I have counted ships for forty years. Next year, I fear, there will be none. My town pays a tenth of the fees.\n"
    )
    pairs = dict(reversed(pair) for pair in said(text))
    assert pairs["The quay is lost"] is None and pairs["My town pays a tenth of the fees"] == "Eva Lund", pairs


def test_a_claim_in_front_of_a_question_is_one(said):
    text = "Transcript\n\nEVA LUND: We paid 3% in 2025, but who thanks us for it?\n\nOLAF BERG: Nobody.\n\n"
    text += "EVA LUND: Listen, there are 400 trucks here now.\n\nOLAF BERG: There will be 300.\n"
    assert ("Eva Lund", "We paid 3% in 2025") in said(text), said(text)
    assert ("Eva Lund", "Listen, there are 400 trucks here now") in said(text)


def test_a_note_in_italics_on_the_guest_is_none_of_his_answers(said):
    head = "Six questions to Ida Brandt\n\nThe union leader on ports."
    text = INTERVIEW.format(head=head, q="**", e="**", a="")
    note = "*Ida Brandt, 63, ran the harbour union until 2020. The union has 900 members.*\n"
    pairs = said(f"{text}\n{note}")
    assert ("Ida Brandt", "The quay will open in 2028") in pairs
    assert not any(who == "Ida Brandt" and "union" in content for who, content in pairs)
