"""Speakers of news prose who are not named where they speak: who is meant by a pronoun, an office, a place or an
abbreviation, and who is not."""

from __future__ import annotations

from datetime import date

import pytest

WHEN = date(2026, 3, 4)
HEAD = "Budget day\n\n4 March 2026\n\n"
BANKS = "Three reports on rates came out this week, and here is a summary of all of them.\n\nFjord Bank\n\n"

SPEAKERS = {
    "what is told is not who tells it": (
        "Premier Lars Dahl spoke first. The head of state will travel to Rome in 2027, he said.",
        {"travel to Rome": "Lars Dahl"},
    ),
    "behind a semicolon": (
        "Anna Brook, who leads the Liberals, speaks of a farce; her party, she says, will vote against the 2027 law.",
        {"will vote against": "Anna Brook"},
    ),
    "a place of origin is no crowd": (
        "Officer Aino Lahti spoke first. A clerk from a member state was blunter. She reckons debt will reach 70%.",
        {"debt will reach 70%": "clerk from a member state"},
    ),
    "what somebody is asked introduces no speech": (
        "Asked whether Norway worried him, Admiral Lars Dahl was brief: “Yes. It could be ready by 2029.”",
        {"could be ready": "Lars Dahl"},
    ),
    "a sentence in front of a colon": (
        "According to the Harbour Bank, prices will rise by 3%. Its president, Anna Brook, had a blunt message: "
        "“The party is over.”",
        {"party is over": "Anna Brook"},
    ),
    "a quotation that goes on": (
        "Tartu, where half of all families have left, is tired. “People ask about heating,” says Arvo Kask, its mayor. "
        "“Nobody will stay after 2030.”",
        {"People ask": "Arvo Kask", "Nobody will stay": "Arvo Kask"},
    ),
    "an office before its bearer": (
        "It took the trade minister four hours to agree. Exports will fall by 3% in 2027, she said. “It hurts,” the "
        "minister added.\n\nAnna Brook, a lawyer by training, has cut the budget twice.",
        {"Exports will fall": "Anna Brook", "It hurts": "Anna Brook"},
    ),
    "an office, then somebody with a trade": (
        "The trade minister was blunt. Exports will fall by 3% in 2027, she said.\n\nAnna Brook, a farmer, is unhappy.",
        {"Exports will fall": "trade minister"},
    ),
    "an office, then somebody of the other sex": (
        "The trade minister was blunt. Exports will fall by 3%, he said.\n\nAnna Brook has grown corn all her life.",
        {"Exports will fall": "trade minister"},
    ),
    "an office that everybody knows": (
        "The prime minister was blunt. Exports will fall by 3%, she said.\n\nAnna Brook has grown corn all her life.",
        {"Exports will fall": "prime minister"},
    ),
    "an office behind its bearer": (
        "So I ask Arvo Kask. The state secretary has seen six governments. “We will spend 5% in 2027,” he says.",
        {"We will spend 5%": "Arvo Kask"},
    ),
    "a rank and a command": (
        "Admiral Lars Dahl has no time for that. The chief of the navy said that he needed 12 ships by 2029.",
        {"12 ships": "Lars Dahl"},
    ),
    "a rank and an office": (
        "Admiral Lars Dahl has no time for that. The finance minister said that debt would fall by 2029.",
        {"debt would fall": "finance minister"},
    ),
    "who stands by": (
        "Anna Brook came. The interpreter said that prices would rise in 2027.",
        {"prices would rise": "interpreter"},
    ),
    "an abbreviation, and it": (
        "Better news comes from the Harbour Bank of Norway (HBN). Growth, it said, will rise to 2%. The HBN expects "
        "inflation of 3% next year.",
        {"will rise to 2%": "Harbour Bank of Norway", "inflation of 3%": "Harbour Bank of Norway"},
    ),
    "a person's party": (
        "Lars Dahl (SPD) said debt would fall by 2029. The SPD said that it would rise.",
        {"debt would fall": "Lars Dahl", "it would rise": "SPD"},
    ),
    "a body behind a state": (
        "The Baltic Research Institute (BRI) sees growth of 2%. Norway is to grow by 1%. For Sweden it expects 3% in "
        "2027.",
        {"For Sweden": "Baltic Research Institute"},
    ),
    "a state that speaks": (
        "The Baltic Research Institute sees growth of 2%. Norway disagrees. It expects growth of 3% in 2027.",
        {"growth of 3%": "Norway"},
    ),
    "a heading, and a body by its place": (
        BANKS
        + "The Oslo lender said that rates would fall. It sees the deficit at 3% in 2028. Norway is to grow by 1%.",
        {"rates would fall": "Fjord Bank", "deficit at 3%": "Fjord Bank", "grow by 1%": "Fjord Bank"},
    ),
    "two bodies, and one by its place": (
        "Fjord Bank said growth would be 2%. Sund Bank said 3%. The Oslo lender said that debt would fall by 2029.",
        {"debt would fall": "Oslo lender"},
    ),
    "one body, and one by another place": (
        "The Bank of Finland said growth would be 2%. The Oslo lender said that debt would fall by 2029.",
        {"debt would fall": "Oslo lender"},
    ),
    "a body's papers": (
        "The Harbour Bank was gloomy on Monday. Its forecast puts growth at 2% in 2027. It has the deficit narrowing "
        "to 3% next year.",
        {"growth at 2%": "Harbour Bank", "the deficit narrowing": "Harbour Bank"},
    ),
    "a watchdog": (
        "The Council for Harbour Policy, an independent body, warned of debt. The watchdog said it would reach 65%.",
        {"it would reach 65%": "Council for Harbour Policy"},
    ),
    "a name with an s": (
        "Moody's, which rates Norway, said it saw no reason for a change. The agency expects debt to fall by 2029.",
        {"saw no reason": "Moody's", "debt to fall": "Moody's"},
    ),
    "according to a person of the body": (
        "The Harbour Bank said that prices would rise. “They will not fall,” according to its head, Arvo Kask.",
        {"They will not fall": "Arvo Kask"},
    ),
    "what is so": ("Norway has its key rate at 4.5%.", {"4.5%": None}),
    "the same speaker twice in a sentence": (
        "Premier Lars Dahl wants 3% by 2030, and he wants it in law.",
        {"3% by 2030": "Lars Dahl"},
    ),
    "an office told behind the name": (
        "I put this to Päivi Roos, the deputy mayor, who has the grip of a wrestler. The quay will sink by 2029, she "
        "says. The deputy mayor wants the town to build a dyke. Nobody will pay for it in 2027, according to her.",
        {"quay will sink": "Päivi Roos", "build a dyke": "Päivi Roos", "Nobody will pay": "Päivi Roos"},
    ),
    "a name behind a body's abbreviation": (
        "Growth will slow, says Director of the Centre for Harbour Economics (CHE) Arvo Kask. Exports will fall by 3%, "
        "the expert added. A CHE report says that prices will rise by 4%.",
        {"Growth will": "Arvo Kask", "Exports": "Arvo Kask", "prices will": "Centre for Harbour Economics"},
    ),
    "a name, its institute and its town": (
        "Arvo Kask of the Kola Institute for Timber Research (KITR) in Narva believes that prices will "
        "rise. They fell by 3% in 2025, according to the economist. The KITR expects a deficit of 4% in 2027.",
        {
            "prices will rise": "Arvo Kask",
            "fell by 3%": "Arvo Kask",
            "4% in 2027": "Kola Institute for Timber Research",
        },
    ),
    "a party's officer behind her name": (
        "For the opposition, Anna Brook shook her head. The Liberals' budget spokeswoman said debt would reach 70%.",
        {"debt would reach": "Anna Brook"},
    ),
    "a state's officer behind another's name": (
        "For the opposition, Anna Brook shook her head. Norway's trade minister said debt would reach 70%.",
        {"debt would reach": "Norway's trade minister"},
    ),
    "a state's officer, then her name": (
        "Norway's trade minister signed the treaty in front of the press.\n\nOpening the event, Anna Brook said that "
        "trade would grow. Turning to prices, the minister said they would rise by 3% in 2027.",
        {"rise by 3%": "Anna Brook"},
    ),
    "the court whose president spoke": (
        "Anna Brook, the president of Norway's Federal Court of Auditors, said debt would grow. In a report the court said "
        "it would reach 70% in 2031. The IMF said in May that growth would slow.",
        {"70% in 2031": "Federal Court of Auditors", "growth would slow": "International Monetary Fund"},
    ),
    "an abbreviation for a name in words": (
        "The Baltic Harbour Agency struck a cooler note. The BHA said trade would grow by 4% in 2027.",
        {"trade would grow": "Baltic Harbour Agency"},
    ),
    "a trade that two may have": (
        "Its chief economist, Arvo Kask, said growth would slow.\n\nAnna Brook, once of the central bank, disagrees. The "
        "rate will fall to 3%, argues the economist.",
        {"rate will fall": "Anna Brook"},
    ),
    "the sentence in front of a quotation": (
        "Anna Brook took the question. The quay had sunk by a metre since May, she said, and the port had lost a crane. "
        "“There are fewer ships today than in 2022.” Arvo Kask would not be drawn. “We see what we see.”",
        {"quay had sunk": "Anna Brook", "fewer ships": "Anna Brook", "what we see": "Arvo Kask"},
    ),
    "a word in front of a colon": (
        "“It sinks,” says Arvo Kask, pouring tea. Then, serious: “The quay will be gone by 2029.”",
        {"It sinks": "Arvo Kask", "The quay": "Arvo Kask"},
    ),
    "called by name": (
        "Anna Brook likes it here.\n\nThe guard at the gate is called Olaf. The gate will close in 2027, he says.",
        {"gate will close": "Olaf"},
    ),
    "who replies": (
        "Premier Lars Dahl has arrived. On the way in I asked the mayor of Narva, Anna Brook, about it. “We knew in "
        "November,” came the reply. “It will cost 3%.”",
        {"We knew": "Anna Brook", "It will cost": "Anna Brook"},
    ),
    "staff at their house": (
        "At the Kola Institute of Timber, researchers expect growth of 0.5% at best.",
        {"0.5%": "Kola Institute of Timber"},
    ),
    "a body by its town, quoted before": (
        "Output will fall for a second year, according to the IISS. The London institute adds that exports will exceed 5%.",
        {
            "Output": "International Institute for Strategic Studies",
            "5%": "International Institute for Strategic Studies",
        },
    ),
    "a body known by a short name": (
        "The Bank of Narva's institute, known as Narvo, was right. Debt would reach 70% of GDP, Narvo had said.",
        {"70% of GDP": "Bank of Narva's institute"},
    ),
    "a rating firm": (
        "Harbour Ratings has put Norway on its list. The agency says debt will reach 70% in 2027.",
        {"debt will reach": "Harbour Ratings"},
    ),
    "what it has happening": (
        "Harbour Economics assumes that taxes will rise; the consultancy has the economy shrinking by 0.8% in 2027.",
        {"taxes will rise": "Harbour Economics", "shrinking by 0.8%": "Harbour Economics"},
    ),
    "an opening in front of it": (
        "The Harbour Agency published a report. By then, it reckons, debt would be larger than the budget of the fleet.",
        {"debt would be larger": "Harbour Agency"},
    ),
    "what goes on behind it": (
        "There will be fewer than 600 ships in the bay by 2027, Arvo Kask expects, but no yard will close. The fund is "
        "empty by May, says Anna Brook, and Lars Dahl doubts it.",
        {"no yard will close": "Arvo Kask", "fund is empty": "Anna Brook"},
    ),
    "behind a phrase of place": (
        "Dahl was first. In a reply from Oslo, Anna Brook, who chairs the harbour board, said the quay would sink by 2029. "
        "The chairwoman promised a new one.",
        {"quay would sink": "Anna Brook"},
    ),
    "a lead-in and what is said next": (
        "Anna Brook, a retired pilot, is of another mind. Two ports will close after the vote of 2027. That vote is the "
        "largest risk of all, she says.",
        {"Two ports": "Anna Brook", "largest risk": "Anna Brook"},
    ),
    "who has done a sum": (
        "The Chamber of Ports has done a sum: trade in the bay has halved since 2021.",
        {"halved": "Chamber of Ports"},
    ),
    "the one who is named in a paragraph": (
        "The ministry's spokesman, Lars Dahl, laughed.\n\nArvo Kask, a naval economist in Narva, sides with the auditors. "
        "The bill will be nearer 160 million crowns, according to the professor.",
        {"nearer 160": "Arvo Kask"},
    ),
    "who was something once": (
        "Admiral Arvo Kask told the audience that repairs had stopped. “Nobody paints a ship that sinks,” the former "
        "commander said.",
        {"Nobody paints": "Arvo Kask"},
    ),
    "an officer": (
        "Captain Arvo Kask, a spokesman for the fleet, said the quay would be closed. The officer added that two ships "
        "would sail in 2028.",
        {"two ships": "Arvo Kask"},
    ),
    "whose answer it was": (
        "Premier Lars Dahl has gone. I caught up with Norway's trade minister, Arvo Kask, on the stairs. “We have shells "
        "for ten weeks,” was his answer. The minister said exports would double by 2027.",
        {"ten weeks": "Arvo Kask", "exports would double": "Arvo Kask"},
    ),
    "in whose eyes it holds": (
        "For Anna Brook, who runs the port, the quay is lost by 2029. The dyke, to Arvo Kask's mind, will not hold until "
        "2031. By the Harbour Bank's own account it loses 3 million a year.",
        {"quay is lost": "Anna Brook", "will not hold": "Arvo Kask", "loses 3 million": "Harbour Bank"},
    ),
    "a bank with the name of a person": (
        "Harlow Lyme, the Oslo investment bank, has rates falling to 2% in 2027. Rents will fall too, the bank reckons.",
        {"Rents will fall": "Harlow Lyme"},
    ),
    "small letters in an abbreviation": (
        "The Tartu Institute for Harbour Studies (TiHS) has counted ships. The TiHS says four ports will close by 2030.",
        {"four ports": "Tartu Institute for Harbour Studies"},
    ),
    "what is replied in front of the verb": (
        "Nonsense, replies Lars Dahl of the brokers: the toll will bring in 3 million crowns.",
        {"3 million crowns": "Lars Dahl"},
    ),
    "a body and what it is": (
        "In a note on Friday, the Harbour Observatory (HO), a body set up by four ports, said that debt would pass 60% in "
        "2028.",
        {"debt would pass": "Harbour Observatory"},
    ),
    "the press service of a body": (
        "The ministry's press service said the bridge would cost 3 million crowns.",
        {"bridge would cost": "ministry"},
    ),
    "an office without its country": (
        "Chancellor Petra Sommer said debt would rise to 70%. The toll will fall in 2028, said the German chancellor.",
        {"toll will fall": "Petra Sommer"},
    ),
    "the office of a heading": (
        "The fleet sails again.\n\nFinland's president on ice\n\nLauri Hakola has spoken on the radio. The Finnish president "
        "says three harbours will freeze in 2027.",
        {"three harbours": "Lauri Hakola"},
    ),
    "a forecast between two sentences of one man": (
        "I rang Arvo Kask, a pilot. A tug now earns more than a ferry, he told me. When the ice melts, half of them will "
        "lie idle. That, to Kask's mind, is why rates are going to fall by 2029.",
        {"tug now earns": "Arvo Kask", "lie idle": "Arvo Kask", "rates are going": "Arvo Kask"},
    ),
    "a spokesman of the body in front": (
        "The Harbour Bank says rates will rise to 4% in 2027. A spokesman insists the toll will not rise.",
        {"rates will rise": "Harbour Bank", "toll will not rise": "Harbour Bank"},
    ),
    "what a paper wrote citing others": (
        "As the Tartu Gazette wrote on Monday citing sources, the port intends to cut 300 jobs in 2027.",
        {"300 jobs": "Tartu Gazette"},
    ),
    "the words one wins with": (
        "The mayor, Lars Dahl, gets a laugh with “I come from a town with more boats than people.” "
        "The toll rises to 4 crowns in 2027.",
        {"more boats": "Lars Dahl"},
    ),
    "his wife": (
        "The pilot Arvo Kask is content. His wife, Magda, will have none of that. To her, a ferry is the best thing that "
        "the town will ever get.",
        {"a ferry is": "Magda"},
    ),
    "what states did together": (
        "Allies promised in Narva to spend 4% on ports by 2030. The members of the league promised to spend 3%.",
        {"spend 4%": None, "spend 3%": "members of the league"},
    ),
    "a mood and a bare figure": (
        "The Harbour Bank is more bullish: 4% in both years.",
        {"4% in both years": "Harbour Bank"},
    ),
    "an office that ends in capitals": (
        "The dykes will hold until 2040, Deputy Chair of the Harbour Committee on External Relations Ruta Kask is "
        "convinced. She believes the toll will double by 2030.",
        {"dykes will hold": "Ruta Kask", "toll will double": "Ruta Kask"},
    ),
    "a body's economists": (
        "The Fjord Stability Mechanism is gloomier. Its economists reckon that the toll will double by 2030.",
        {"toll will double": "Fjord Stability Mechanism"},
    ),
    "a house of two names": (
        "Each crane costs 9 million crowns, according to Dahl & Sons. The commodity house gives a truce a chance of 35%.",
        {"Each crane": "Dahl & Sons", "a truce": "Dahl & Sons"},
    ),
    "an envoy without a name": (
        "The Danish ambassador, speaking in Narva, said the toll was too low. Asked when it would rise, the envoy replied: "
        "“In 2028, and by half.”",
        {"and by half": "Danish ambassador"},
    ),
    "who tells what towns plan": (
        "Five Baltic towns are preparing to sell a bond worth 12 million crowns, according to three people who know.",
        {"preparing to sell": "three people"},
    ),
    "what is not decided yet": (
        "Twelve ministers meet today to decide what to do with 90 million crowns. They will agree on half of it.",
        {"agree on half": None},
    ),
    "a house in bold type": (
        "Below is what the banks expect.\n\n**Fjord & Sound Bank:** We cut our forecast for 2026 to 0.4%. Wages are the "
        "main constraint.",
        {"We cut our forecast": "Fjord & Sound Bank", "Wages are": "Fjord & Sound Bank"},
    ),
    "a view and a colon": (
        "Anna Brook has read the books. Her verdict: the fund will be empty by 2029.",
        {"fund will be empty": "Anna Brook"},
    ),
}


@pytest.mark.parametrize("kind", SPEAKERS)
def test_who_is_meant(kind, said):
    text, wanted = SPEAKERS[kind]
    found = said(HEAD + text, WHEN)
    told = {part: [who for who, content in found if part in content] for part in wanted}
    assert {part: whos[0] for part, whos in told.items() if whos} == wanted, found


def test_a_kicker_is_nobody(said):
    assert said("ROUND-UP 2: Growth to slow to 1% in 2027\n\n4 March 2026\n\nThe rest follows.", WHEN)[0][0] is None


def test_what_states_plan_is_told_by_the_headline(said):
    text = "Baltic allies plan joint bond of 12bn crowns, defying Oslo\n\n4 March 2026\n\nThe rest follows."
    assert said(text, WHEN)[0][0] is None


def test_an_office_of_the_heading_is_who_is_named_first(said):
    text = (
        "Fjord to be closed by 2030 — harbour board member\n\n4 March 2026\n\nThe fjord is filling up, Member of the "
        "Harbour Board Arvo Kask told reporters."
    )
    assert [who for who, _ in said(text, WHEN)] == ["Arvo Kask", "Arvo Kask"]


def test_what_the_reporter_adds_on_the_words_is_not_said(said):
    text = (
        "Anna Brook told lawmakers that the cost of the port would triple, in the sharpest rebuke yet by an official."
    )
    assert said(text, WHEN) == [("Anna Brook", "the cost of the port would triple")]


def test_a_name_that_is_given_is_no_statement(said):
    assert said("The bridge is called Hope.", WHEN) == []


def test_who_is_called_so_behind_what_he_is_has_the_office(said):
    text = "The harbour master, a former boxer called Olaf Berg, shrugs. “The quay opens in 2029,” he says. “I know quays.”"
    pairs = said(text)
    assert [name for name, content in pairs] == ["Olaf Berg"] * len(pairs), pairs
