"""The usual ways of saying who says what, one part of a sentence at a time: verbs and idioms in front of "that", who may
stand as the source, what leads in a colon; and what only tells where somebody meets or speaks."""

from __future__ import annotations

from datetime import date

import pytest

WHEN = date(2026, 3, 4)

SAYS = """
accepted / bet / wagered / charged / confided / conjectured / decreed / jested / rejoined / relayed / submitted / postulated
weighed in / owned up / let on / let slip / made clear / made it plain / made the case / made the point / took the line
took the view / left no doubt / made no secret of her view / served notice / gave her word / floated the idea
held out the prospect / raised the possibility / was adamant / was convinced / went as far as to claim
has gone so far as to say / doubled down on her claim / drew attention to the fact / is on record as saying
"""


@pytest.mark.parametrize(
    "verb", [words.strip() for line in SAYS.split("\n") for words in line.split("/") if words.strip()]
)
def test_verbs_and_idioms(verb, said):
    text = f"Ilse Brandt, the Danish deputy minister, {verb} that the harbour at Esbjerg would be closed to tankers."
    assert ("Ilse Brandt", "the harbour at Esbjerg would be closed to tankers") in said(text, WHEN)


SOURCES = {
    "The president of the Harbour Institute, Carsten Holm,": "Carsten Holm",
    "The leader of the Greens in the Landtag, Britta Kern,": "Britta Kern",
    "The bank's chief economist for Norway, Elina Rask,": "Elina Rask",
    "Military expert and retired Colonel Pavel Lukin": "Pavel Lukin",
    "The Danish transport ministry": "Danish transport ministry",
    "The Aarhus Defence College": "Aarhus Defence College",
    "State television": "State television",
}


@pytest.mark.parametrize(("source", "name"), SOURCES.items())
def test_sources(source, name, said):
    text = f"ESBJERG, July 2, 2026 - The talks lasted until midnight. {source} said that the harbour would be closed to tankers."
    assert (name, "the harbour would be closed to tankers") in said(text, WHEN)


WHO = [
    (
        "The verdict of Rasmus Lind, a trader in Aarhus, is short: sanctions have made the middlemen rich.",
        "Rasmus Lind",
    ),
    ("The Danish premier, Ada Holm, put her case in one sentence: without a harbour no firm will invest.", "Ada Holm"),
    ("The dockers' answer was just as brief: wages must rise before the cranes do.", "dockers"),
    ("The view of the transport ministry is rosier: traffic will grow by 4 per cent.", "transport ministry"),
    ("Denmark has never closed the strait, Ida Krog, a deputy minister, insisted in reply to the envoy.", "Ida Krog"),
    ("The strait, the analyst Ida Krog is convinced, will be closed by 2028.", "Ida Krog"),
    ('Ida Krog, who teaches strategy in Odense: "The strait cannot be held."', "Ida Krog"),
    ('For Jon Vester, a pilot turned farmer, the talk is hard to bear:\n\n"You cannot sow on a runway."', "Jon Vester"),
    ("The Skagen Desk gives a truce this year a chance of one in three.", "Skagen Desk"),
    ("An aide told us the port was ready to pay; the town would match it, a councillor said later.", "aide"),
    ("Today Denmark said that the strait would stay open.", "Denmark"),
    ("Take my friend Magda, who runs a yard. “I could build twice as many boats,” she told me.", "Magda"),
    (
        "In the view of Olaf Brandt, who ran the port until 2024, sailors are tired. The toll will double in 2028.",
        "Olaf Brandt",
    ),
    ("Ida Krog ran the port until 2024. The toll will rise, the former port manager told the town.", "Ida Krog"),
    ("The strait was busier by a tenth in 2025, Skagen data show.", "Skagen data"),
    ("Traffic fell by a tenth, according to data from the transport ministry.", "data from the transport ministry"),
    ("Ida Krog MP, chair of the harbour committee, is unmoved. The toll, she tells us, will double.", "Ida Krog"),
    ("The real figure is 134 boats, says the OpenQuay project.", "OpenQuay project"),
    ("Back on the quay, Jon Vester, 19, has filled in his form. He says the boats will be late.", "Jon Vester"),
]


@pytest.mark.parametrize(("text", "name"), WHO)
def test_who_says_it(text, name, said):
    assert name in [who for who, _ in said(f"Harbour day\n\n4 March 2026\n\nNobody slept.\n\n{text}", WHEN)]


def test_each_side_of_a_semicolon_has_its_own_speaker(said):
    text = "Losses were 36 boats in May, says the port's staff; those whose names are known number 23, says Quaywatch, a newsletter."
    assert [what for _, what in said(f"Harbour day\n\n4 March 2026\n\n{text}", WHEN)] == [
        "Losses were 36 boats in May",
        "those whose names are known number 23",
    ]


LINES = [
    "Latest updates   |   Key events   |   Share on X   |   1.3K viewing",
    "--- Lesen Sie auch: The village that lives on herring ---",
    "© Esbjerg Harbour Press GmbH.",
    "Teilen  Merken  Drucken  214 Kommentare",
    "Go deeper: Last year's note on cranes, still our most-read",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_paper_claims_nothing(line, said):
    text = f"Harbour day\n\n4 March 2026\n\nThe toll will double, said Ida Krog.\n\n{line}"
    assert [what for _, what in said(text, WHEN)] == ["The toll will double"]


AGENDA = [
    "The transport ministers will meet in Aarhus on Friday.",
    "The talks on the strait resume on Thursday.",
    "The committee will hold a hearing in Odense on October 4.",
    "She is to address the council on Monday.",
    "The office will publish a report next week.",
]


@pytest.mark.parametrize("sentence", AGENDA)
def test_an_agenda_claims_nothing(sentence, said):
    assert said(f"Harbour day\n\n4 March 2026\n\n{sentence}", WHEN) == []


def test_a_general_is_nobody_with_another_title(said):
    text = "Governor Ida Krog said the strait was open. Later General Jon Vester came in. The general said it would be closed by May."
    assert ("Jon Vester", "it would be closed by May") in said(text, WHEN)
