"""Ways of saying who says what: remarks behind a colon, inverted verbs, facts drawn to notice, labels with marks."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements.article.extract import examine

SAID = {
    "Three opposition groups have let it be known that they will reject the bill.": (
        "Three opposition groups",
        "they will reject the bill",
    ),
    "The envoy made it clear that talks had failed.": ("envoy", "talks had failed"),
    "The envoy drew attention to the fact that exports had fallen by 4% since May.": (
        "envoy",
        "exports had fallen by 4% since May",
    ),
    "The union disagrees: without new crews, the ships will stay in port.": (
        "union",
        "without new crews, the ships will stay in port",
    ),
    "The unions see it differently: wages will fall.": ("unions", "wages will fall"),
    "One pilot in nine has left, points out Greta Holm.": ("Greta Holm", "One pilot in nine has left"),
    "Some 300,000 recruits signed up last year, if the ministry's numbers can be trusted.": (
        "ministry",
        "Some 300,000 recruits signed up last year",
    ),
    "If the treasury is right, debt will pass 70% by 2030.": ("treasury", "debt will pass 70% by 2030"),
    "Rents have become the largest cost in several provinces, as the economist Ida Lind has shown.": (
        "Ida Lind",
        "Rents have become the largest cost in several provinces",
    ),
    "Danish intelligence speaks of about four years until an attack would be possible.": (
        "Danish intelligence",
        "about four years until an attack would be possible",
    ),
    "The general asked for 4,000 more shells.": ("general", "4,000 more shells"),
    "The minister has twice called these figures nonsense.": ("minister", "these figures nonsense"),
    "The guild has repeatedly called such reports inventions.": ("guild", "such reports inventions"),
    "The institute puts the odds of a coup before the end of 2028 at one in nine.": (
        "institute",
        "the odds of a coup before the end of 2028 at one in nine",
    ),
    "The premier spoke of trust and ruled out any cut in pensions.": ("premier", "any cut in pensions"),
    'Debt will double; the finance ministry calls that "guesswork".': ("finance ministry", 'that "guesswork"'),
    "The figure, from the fisheries ministry, is 5.1%.": (
        "fisheries ministry",
        "The figure, from the fisheries ministry, is 5.1%",
    ),
    "Oil is cheap. I put the question to Vera Lindt, who teaches law in Iowa. It will pass 90 dollars, she reckons.": (
        "Vera Lindt",
        "It will pass 90 dollars",
    ),
    "I walk to the lock with Jonas Petkus, who counts barges from a broken chair. Trade will fall, he says.": (
        "Jonas Petkus",
        "Trade will fall",
    ),
    'Poland\'s premier, on her way out: "We got there six years early, and it was cheap."': (
        "Poland's premier",
        "We got there six years early, and it was cheap.",
    ),
    "The Bureau for Harbour Statistics is gloomier: it puts the gap at 4% and reckons that debt will pass 70%.": (
        "Bureau for Harbour Statistics",
        "debt will pass 70%",
    ),
    "The figures are old. An army that borrows its shells, argues the Polish historian Marek Wolski, will be poor.": (
        "Marek Wolski",
        "An army that borrows its shells will be poor",
    ),
    "As she put it, the navy owes more than it owns. The envoy laughed.": ("she", "the navy owes more than it owns"),
    "Traders sell. “The port is a leaking boat,” in the words of Marek Wolski, a broker.": (
        "Marek Wolski",
        "The port is a leaking boat",
    ),
    "“Debt is a slow poison,” says Marek Wolski. The bank's chief analyst expects growth of 2% in 2027.": (
        "Marek Wolski",
        "growth of 2% in 2027",
    ),
    "The Bureau of Harbour Statistics counts. The Oslo-based organisation said that debt would pass 70%.": (
        "Bureau of Harbour Statistics",
        "debt would pass 70%",
    ),
    "The Harbour Institute counted. Another dry spring, its authors warn, and nine ports will close.": (
        "Harbour Institute",
        "Another dry spring and nine ports will close",
    ),
    "No bridge has been closed since May, police in both towns say.": (
        "police in both towns",
        "No bridge has been closed since May",
    ),
}
SILENT = (
    "The spokesman refrained from commenting on whether the tax could rise in 2028.",
    "Asked for comment, the ministry did not reply.",
    "The union disagrees.",
)
NEAR = {  # no speaker, or another
    "Debt rose by 4% last year, and you would think that the sky had fallen.": (
        None,
        "Debt rose by 4% last year, and you would think that the sky had fallen",
    ),
    "If the ministry is right about oil, growth will pass 2%.": (
        None,
        "If the ministry is right about oil, growth will pass 2%",
    ),
    "None of this means that debt will fall by 2030.": (None, "None of this means that debt will fall by 2030"),
    "The median puts debt at 70% in 2028.": (None, "The median puts debt at 70% in 2028"),
    "If the price is right, exports will rise.": (None, "If the price is right, exports will rise"),
    "The town will be lost, argues the general; others disagree: the river will stop them.": (
        None,
        "others disagree: the river will stop them",
    ),
}


@pytest.mark.parametrize(("text", "statement"), (SAID | NEAR).items())
def test_who_says_what(text, statement, said):
    assert statement in said(text)


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_anything(text, said):
    assert said(text) == []


def test_a_group_without_members_is_no_speaker(said):
    assert said("All of them expect that the money will last.") == [(None, "the money will last")]
    assert said("Several ministers spoke. All of them expect that the money will last.") == [
        ("Several ministers", "the money will last")
    ]


def test_each_half_of_a_headline_has_its_speaker(said):
    text = "Ships enough, says admiral; not enough crews, says ombudsman\n\nIn March the navy had 41 ships, it said."
    assert said(text)[:2] == [("admiral", "Ships enough"), ("ombudsman", "not enough crews")]


def test_a_mark_behind_the_colon_of_a_label(said):
    text = (
        "Press conference\n\nMINISTER AALTO:* Our deficit is four per cent.\n\nQUESTION: Will it fall?\n\n"
        "SECRETARY DALE: We will send 300 tanks.\n\nQUESTION:* And the debt?\n\nMINISTER AALTO:* The debt will rise."
    )
    assert said(text) == [
        ("Aalto", "Our deficit is four per cent"),
        ("Dale", "We will send 300 tanks"),
        ("Aalto", "The debt will rise"),
    ]


def test_a_magazine_that_asks_is_its_interviewer(said):
    text = (
        "Lena Sund ran the bank for nine years. The Compass's Ivo Petri met her in Lund.\n\n"
        "THE COMPASS: Growth was slow. Will it last?\n\nSUND: Growth will pass 2% in 2028.\n\n"
        "THE COMPASS: And debt?\n\nSUND: Debt will fall.\n\nTHE COMPASS: Debt rose by 4% last year."
    )
    assert ("Ivo Petri", "Debt rose by 4% last year") in said(text)


def test_answers_of_few_words_and_what_was_said_before(said):
    text = (
        "Lena Sund ran the bank for nine years.\n\nQ: You wrote in May that cheap oil would end the boom. Is it over?\n\n"
        "SUND: Today, no. I would put it sooner. (She pours tea.) Let us talk.\n\nQ: Where does oil go?\n\n"
        "SUND: Brent at sixty on average.\n\nQ: At six in the morning?\n\nSUND: I put the cat out at six on Sundays."
    )
    found = said(text)
    assert ("Lena Sund", "cheap oil would end the boom") in found
    assert {c for _, c in found} >= {"Today, no", "I would put it sooner", "Brent at sixty on average"}
    assert not any("pours" in c for _, c in found)


def test_a_spokeswoman_is_no_man_of_the_table(nlp):
    text = "“It is a plan for war,” the Kremlin's spokeswoman said. Spending, she added, would fall below 6% of GDP."
    when = date(2026, 7, 8)
    assert {s.speaker.canonical for s in examine(text, "a", nlp, when).statements} == {"Kremlin's spokeswoman"}


ERRANDS = (
    "I will make a prediction of my own.",
    "So did I.",
    "My aunt would have smiled at it.",
    "It is minus nine.",
    "A reader wrote to ask if I am well.",
    "Write to desk@tidings.example.",
)
VIEWS = ("She would have made a fine chancellor.", "I will bet on 4% in 2028.", "The prize will be minus 9% of output.")


@pytest.mark.parametrize("sentence", [*ERRANDS, *VIEWS])
def test_errands_of_a_column(sentence, said):
    text = "Opinion\n\nThe long wait\n\nNora Quist\n\n3 May 2027\n\nThe country is broke. {}\n\nI fear that growth is slow."
    assert (len(said(text.format(sentence))) > len(said(text.format("")))) == (sentence in VIEWS)


def test_who_answers_a_reader_in_a_live_blog(said):
    text = (
        "Summit live\n\n18.40\nTalks go on\nThe ministers meet again at eight.\n\n18.10\nReader question\n"
        "Pia from Turku asks: What if a member does not pay?\n"
        "Anna Berg answers: There is no penalty. Nine members will miss the target in 2035.\n\n"
        "17.30\nOil falls\nBrent fell by 3% to $61.\n\n17.00\nThe doors open."
    )
    assert ("Anna Berg", "Nine members will miss the target in 2035") in said(text)


def test_rows_with_several_years_and_a_line_on_two_authors(said):
    text = (
        "Brief 4\n\nAino Salo and Carla Riva\n\nKEY POINTS\n▪ Debt will rise to 70% by 2030.\n▪ Labour is short.\n"
        "▪ Growth will slow.\n▪ Oil will fall below 50 dollars.\n\nTable 1\nYear: 2026 / 2027\nGrowth, %: 0.6 / 0.5\n"
        "Oil, dollars: 56 / 54\nBalance, %: -2.8 / -2.5\n\nThe gap will stay.\n\n"
        "Aino Salo leads the programme on ports. Carla Riva is a visiting fellow."
    )
    contents = [content for _, content in said(text)]
    assert {"Growth, %: 0.6 / 0.5", "Oil, dollars: 56 / 54"} <= set(contents)
    assert not any("Salo" in content or "Year" in content for content in contents)


def test_two_whom_an_author_knows_and_a_body_that_finds_out(said):
    met = (
        "OPINION\n\nBy Anna Brook\n\nI knew two mayors of that port. Both told me that the cranes would fail by 2030.\n"
    )
    assert ("two mayors of that port", "the cranes would fail by 2030") in said(met)
    board = "The hearing\n\nSir Arvo Kask: The Harbour Institute found in May that one crane in ten had failed.\n\n"
    staff = "Dame Ruta Moe: The harbour people argued that it would cost 3% of output.\n\nSir Arvo Kask: We owe 4%.\n"
    assert said(board + staff)[:2] == [
        ("Harbour Institute", "one crane in ten had failed"),
        ("harbour people", "it would cost 3% of output"),
    ]


def test_what_others_write_or_reckon_in_a_turn(said):
    turns = (
        "The hearing\n\nDame Ruta Moe: Will they build more boats by 2030?\n\nSir Arvo Kask: A Danish pilot I know wrote "
        "to me in May: “They build nine boats a week.” The Court of Audit came to 4.5. Freight -2.1%.\n\n"
        "Dame Ruta Moe: We owe 4% of output.\n\nSir Arvo Kask: The ports owe more than 5%.\n"
    )
    assert [who for who, _ in said(turns)] == ["Danish pilot", "Court of Audit", "Arvo Kask", "Ruta Moe", "Arvo Kask"]


def test_what_will_be_and_what_will_be_paid_are_a_columns_own(said):
    column = (
        "OPINION\n\nBy Anna Brook\n\nNorway will object and be outvoted. The allies will lay out $9 billion on ships.\n"
    )
    assert said(column) == [
        ("Anna Brook", "Norway will object and be outvoted"),
        ("Anna Brook", "The allies will lay out $9 billion on ships"),
    ]
