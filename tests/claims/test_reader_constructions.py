"""Constructions in which words of the field make another claim than they seem to: refused. What is near to them and
plain: read. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims import (
    test_able_and_so_far,
    test_moved_figures,
    test_parts_and_sides,
    test_press_frames,
    test_said_and_asked,
    test_turned_around,
    test_turned_fragments,
    test_turned_openings,
    test_turned_sizes,
)

from overstretch.claims.compiler import compile_statements
from overstretch.claims.reader.stance.constructions import constructions
from overstretch.statements.reading.by_hand import entry, read_entries

DAY = date(2025, 7, 3)


def asked(sentence: str, context: str | None = None) -> list[str]:
    one = entry(sentence, None, "2025-07-03").model_copy(update={"context": context})
    found = read_entries([one])
    compiled = compile_statements(found.statements, found.documents, DAY)
    return [s.proposition.question if s.proposition else "refused" for s in compiled]


REFUSED = {
    "given up on it": "Italy gives up on 3.5% in 2029.",
    "and again": "Greece's debt will fall in 2027 and again in 2028.",
    "signals more": "Hungary's central bank trims its rate to 6%, hints at more before the spring.",
    "than two others do": "Italy will spend more on defence in 2030 than Spain and Canada each do today.",
    "than a year's plan": "Italy's deficit in 2026 will be 1 point of GDP larger than last year's plan.",
    "down for": "Germany has 3% of GDP down for defence in 2027.",
    "laughed at": "lol at everyone who doubts Italy will hit 3.5% by 2029",
    "surprised by it": "I would be surprised by a recession in Italy in 2026.",
    "bet against": "Italy in recession in 2026, count me out",
    "that is what": "Norway will have one point less growth in 2028, that's what.",
    "out of reach for some": "The 3.5% goal is out of reach for at least a third of the allies.",
    "who changes a target": "Norway will raise its 3.5% target to 4% of GDP in 2027.",
    "fears that something raises": "Lower oil prices raise fears of a recession in Russia in 2027.",
    "what it is to say so": "It is bold to say that Germany will be in recession in 2027.",
    "would have been": "Urals would have averaged $70 in 2026.",
    "held before": "Russia's inflation was once forecast to fall to 4% in 2026.",
    "was to come": "Denmark was set to spend 3.5% of GDP on defence in 2029.",
    "an old plan": "Under the old plan, Germany will spend 3.5% of GDP on defence in 2029.",
    "all of them but one": "All of NATO bar Spain will spend 2.5% of GDP on defence in 2029.",
    "less than halved": "Russia's deficit will less than halve in 2027.",
    "what is set or forecast will be": "Croatia's defence guideline will be 2.5% of GDP in 2028.",
    "what becomes of a forecast": "Estimates of Russian inflation will rise to 7% in 2026.",
    "the least or the most that is allowed": "Germany's minimum defence spending will be 2% of GDP in 2028.",
    "a price assumed": "The Urals price assumed by the budget will be $59 in 2027.",
    "a forecast that will be changed": "The Riksbank will revise its inflation forecast for 2026 to 2%.",
    "an aside against it": "Ukraine will agree to a truce in 2026, as the joke goes.",
    "than another does now": "By 2030 Sweden will spend as much on defence as Italy now spends.",
    "the turn of the year": "Around the turn of the year, Russia will be in recession.",
    "further than now": "Norges Bank will not lower rates any further this year.",
    "during the war": "Amid the war, Russia's economy will shrink in 2027.",
    "extra": "Germany will spend 100 billion euros extra on defence in 2027.",
    "makes do with": "Italy scrapes by with 2% of GDP on defence in 2027.",
    "no less and no more": "Germany will spend no less and no more than 3.5% of GDP on defence in 2029.",
    "if that": "Finland's growth will be 1% in 2026, if even that.",
    "fall between": "German defence spending will fall between 3% and 3.5% of GDP in 2028.",
    "drifts towards": "Germany's debt will head towards 70% of GDP by 2029.",
    "over the next years": "Inflation in Germany will stay at 2% over the next two years.",
    "beside a whole economy": "France's debt will be larger than the economy of Spain in 2027.",
    "a deposit rate": "Deposit rates in Russia will fall to 12% by December 2026.",
    "civil defence": "Poland will spend 0.3% of GDP on civil defence in 2027.",
    "a city": "The Berlin senate expects a deficit of 3 billion euros in 2026.",
    "losses": "Russia will lose 300,000 soldiers in 2026.",
    "an attack in words": "Moscow will attack Estonia's prime minister in 2026.",
    "another gap": "The output gap in Germany will be 1% in 2026.",
    "debt to one": "Germany's debt to the EU will rise in 2026.",
    "the war economy": "Russia's war economy will shrink in 2026.",
    "another does likewise": "Finland will grow by 1% in 2026, and Sweden faster.",
    "unlike another": "Berlin, unlike Paris, will spend 3.5% of GDP on defence in 2029.",
    "once": "The Bank of Russia will cut rates once in 2026.",
    "in this year, not in that": "A ceasefire will come in 2027, not this year.",
    "beside another in passing": "Finland will grow by 1% in 2026, less than Switzerland.",
    "a list behind a miss": "Germany will miss its 2% target in 2027, and Italy 2.5%.",
    "after it": "After Erdogan steps down, Turkey's inflation will fall to 10% in 2028.",
    "some of the members": "The remaining allies will spend less than 2.5% of GDP on defence in 2026.",
    "so long after": "A year after the war ends, Norway will spend more than 3.5% of GDP on defence.",
    "a pledge seen from a capital": "Nobody in Warsaw believes that the 5% pledge will be abandoned by 2029.",
    "a threat": "Slovakia threatens to leave NATO by 2028.",
    "ready for an attack": "Poland's army will be ready for a Russian attack by 2028.",
    "overtaken by another": "Latvia will find itself outspent by Estonia on defence in 2027.",
    "no year named": "Denmark will spend 4% of GDP on defence; the date was left open.",
    "set against something else": "Latvia's debt, set against exports, will exceed 60% in 2028.",
    "what would have been": "Croatia's growth would, under another cabinet, have been above 3% in 2026.",
    "beside its forecast": "Inflation in Estonia missed the forecast by 2 percent in December 2024.",
    "wider by so much": "Hungary's deficit will be 5 billion euros wider in 2027.",
    "on the brink": "Italy was on the brink of recession in 2023.",
    "a near miss": "Italy almost slid into recession in 2023.",
    "almost there": "Croatia nearly reached 2% of GDP on defence in 2023.",
    "a risk that moves": "The danger of a recession in Spain in 2026 is receding.",
    "what is not avoided": "Hungary failed to avoid a recession in 2023.",
    "a truce and a peace": "There will be no truce and no peace deal in Ukraine in 2026.",
    "on whose terms": "The war will end in 2026 on Ukraine's terms.",
    "troops that move": "Some 9,000 US troops will leave Europe by 2027.",
    "how many withdraw": "The United States will pull all of its troops out of Europe by 2029.",
    "the day of a review": "NATO will postpone the review of 2029.",
    "two results of a review": "The review of 2029 will keep the target, not lower it.",
    "a part of the pledge": "Some allies will drop the 5% pledge by 2030.",
    "a target left or feared for": "Italy will leave the 5% target in 2029.",
    "not all the forces rebuilt": "Russia will begin rebuilding its forces by 2027.",
    "before a vote": "Macron will be gone before the election in 2027.",
    "a ruler's minister": "Macron's prime minister will leave office by 2027.",
    "a vote": "Sanchez will lose the vote on defence spending in 2026.",
    "all of them attacked": "Russia will attack all three Baltic states by 2030.",
    "a past that was not": "A recession in Italy in 2026 could have been avoided.",
    "not meant": "Italy will spend 3.5% of GDP on defence in 2029, my foot.",
    "a part told apart": "Nine allies, four of them in the east, will spend 3% of GDP on defence in 2028.",
    "no further": "Denmark's debt will climb no further in 2027.",
    "nowhere near": "Hungary's deficit will be nowhere near 3% of GDP in 2027.",
    "falls nowhere near": "Russia's defence spending will fall nowhere near 4% of GDP in 2027.",
    "a plan given up": "Croatia has given up plans to spend 3% of GDP on defence by 2030.",
    "a risk that has passed": "The danger that Hungary's economy will shrink in 2026 has receded.",
    "a bounded chance": "The chance that Hungary's economy will shrink in 2026 is below 30%.",
    "about to": "Hungary's deficit was about to exceed 7% of GDP in 2024.",
    "an effect on growth": "The embargo has cost Russia three points of growth a year.",
    "what a target is": "The Vilnius target isn't 5% on defence.",
    "beside its plan": "Norway plans a deficit of 2% of GDP for 2026 and is likely to miss it by a mile.",
    "a scenario": "In the pessimistic scenario Russia's economy will shrink in 2026.",
    "a plan of years": "Under the revised draft Hungary's defence spending is to be 2.2% of GDP.",
    "not promised": "Belgium can't promise 3.5% of GDP on defence by 2035.",
    "held by some": "A minority of economists expects Russian inflation at 4% in 2026.",
    "a part of the forces": "The German brigade will have 4,800 soldiers by the end of 2027.",
    "the larger army": "Finland's military will be larger than Norway's in 2027.",
    "one sort of arms": "Poland will spend more on tanks than Italy in 2027.",
    "a part not denied": "No deep recession is expected in Russia in 2027.",
    "troops of others": "Allied troops in Europe will number fewer than 100,000 by the end of 2027.",
    "the old target": "NATO will abandon the 2% target by 2029.",
    "expected prices": "Expected inflation in Russia will be 13% at the end of 2026.",
    "put to somebody": "You have said that Norway is leaving NATO by 2030.",
    "a larger share": "Croatia spends a bigger share on defence than Slovenia in 2027.",
    "a gap": "Twelve billion euros is Ukraine's gap for 2027.",
    "none now": "There is no recession in Russia.",
    "was the plan": "Two and a half percent of GDP on defence in 2027 was the plan.",
    "in danger": "Danish growth of 2% in 2026 is at risk.",
    "held on what is added": "Russia's deficit will be 3% of GDP in 2026, adding that this held only if oil stayed dear.",
    "its source takes it back": "Putin will leave office in 2027, insists a tycoon who has changed his mind.",
    "before a term ends": "France's president will leave office before his term ends in 2027.",
    "otherwise than planned": "Canada planned to reach 2.5% of GDP on defence in 2032 but will get there in 2027.",
    "the only one": "Latvia will be the only one above 5.1% of GDP on defence in 2027.",
    "anywhere but": "Russian inflation will be anywhere but above 4% in 2026.",
    "a part of defence": "Croatia will spend 1.2% of GDP on equipment in 2026.",
    "ready to": "Hungary would be ready to leave NATO before 2028.",
    "no armed attack": "Russia will attack NATO verbally again in 2026.",
    "what it would be": "Inflation of 5% at the end of 2026 would be the lowest since 2020, the Bank of Russia says.",
    "held no longer": "Last year the bank still expected that Croatia will spend 3% of GDP on defence in 2027.",
    "only heard": "Croatia will spend 3% of GDP on defence in 2027 - or so the ministry hopes.",
    "about that time": "Croatia will spend 3% of GDP on defence in 2027, give or take a year.",
    "judged behind it": "Croatia will spend 3% of GDP on defence in 2027, though few expect it.",
    "another level of government": "The oblast's deficit will double to 40 billion roubles in 2026.",
    "held wrong to say": "Economists add that it would be wrong to say that Danish growth will be 2% in 2026.",
    "not said": "Vilnius refuses to say that Norway will leave NATO by 2030.",
    "mockery": "Yeah, right, Belgium will spend 3.5% of GDP on defence in 2030.",
    "what is permitted": "Poland is allowed a deficit of 6% of GDP in 2026.",
    "an act of speech to come": "Parliament will vote on a deficit of 3% of GDP for 2026 in Portugal.",
    "an end of it": "Russia's recession will end in 2027.",
    "an end of a breach": "Italy's years above the 3% deficit limit will end in 2029.",
    "whoever says so": "Anyone who tells you that Denmark leaves NATO by 2030 sells you a headline.",
    "a goal of all": "The goal is 3.5% of GDP by 2035 for Spain.",
    "the other does not": "A recession in Russia is likely in 2027, the collapse is not.",
    "in addition to others": "Twelve allies in addition to Croatia and Latvia will be above 3% of GDP in 2027.",
    "a limit missed": "Slovakia will miss the 3% deficit limit in 2026.",
    "one way and then another": "Slovakia's debt will climb until 2028, but then fall to 60% of GDP.",
    "others than these": "Another six European countries will spend 3% of GDP on defence by 2030.",
    "growth in all": "Portugal's combined growth in 2026 and 2027 will be 4%.",
    "a looser target": "Croatia has raised its deficit ceiling for 2026 to 3% of GDP.",
    "according to each": "Portugal will grow 2% in 2026 according to Lisbon and 1% according to Brussels.",
    "the whole budget": "Portugal's budget will grow to 120 billion euros in 2026.",
    "a part of the state": "Austria's neighbour Germany will have federal debt of 50% of GDP in 2028.",
    "security": "Portugal will spend 3% of GDP on security in 2027.",
    "infrastructure alone": "Portugal's infrastructure spending will be 2% of GDP in 2027.",
    "on top": "Croatia's extra defence spending will be 1 billion euros in 2027.",
    "left out of it": "Croatia will spend 2% of GDP on defence in 2026, fighter jets aside.",
    "a real figure": "Turkey's real inflation will be 60% in 2026.",
    "Brent beside oil": "Oil (Brent, that is) will fall below 55 dollars in 2026.",
    "growth in dollars": "Turkey's economy will grow by 9% in 2026, measured in dollars.",
    "told over years": "Turkey's debt has fallen by 8 points in three years.",
    "a month alone": "Prices in Turkey rose by 3% in May 2025 alone, inflation was 35%.",
    "and then": "Brent will rise to 80 dollars and then fall below 60 by the end of 2027.",
    "growth of something else": "Money growth in Turkey will slow to 20% in 2026.",
    "added up": "Croatia's deficits will add up to 12 billion euros in 2027.",
    "a rise in it": "The increase in Croatia's defence spending will be 4% in 2026.",
    "taken back beside it": "Norway will spend 3% of GDP on defence in 2028, in a parallel universe.",
    "spent on something else": "Portugal will spend 3% of GDP (the outlay for pensions) in 2027.",
    "told otherwise": "A parody account says that Portugal will spend 3% of GDP on defence in 2030.",
    "off a forecast": "The bank takes a point off its forecast for Portugal's growth in 2026.",
    "all three of them": "All three economies will grow by over 2% in 2026.",
    "because of that": "Portugal's debt will rise in 2026 because of it.",
    "supposed": "Suppose that Portugal falls into recession in 2026.",
    "a bound left open": "Portugal will spend 3% of GDP on defence in 2027, or a little less.",
    "seen as": "Brokers see Brent above $100 in 2027 as far-fetched.",
    "a floor or a ceiling": "Traders see a floor for Brent at $55 in 2027.",
    "more of its output": "Croatia will spend twice as much of its GDP on defence in 2030 as in 2020.",
    "planned, and will come to another": "Croatia pledged to spend 3% of GDP on defence by 2030 and will end up at 2.4%.",
    "the ruler beside the war": "Putin will still be running Russia in 2028 and the war will not be over.",
    "the highest since": "At 7.2% of GDP, Russia's defence spending was the highest since the Soviet Union in 2024.",
    "at some review": "By the time the review is held, most allies will spend 3.5% of GDP on core defence.",
    "a report to come": "The review will find that fewer than ten allies spend 3.5% of GDP on core defence.",
    "the end of a term": "Merz will not see out his term.",
    "some of the pledge": "Keeping half of the pledge would lift Italy's debt ratio by 6 points by 2035.",
    "has lasted into": "The war has dragged on into 2025.",
    "a rank but for some": "Poland will be the alliance's biggest spender relative to GDP in 2028, after Lithuania.",
    "but only there": "Putin will agree to a ceasefire by June, but only in the air.",
    "high time": "It is high time that Italy spent 2% of GDP on defence.",
    "in a story": "In the war game, Russia attacks Estonia in 2028.",
    "of another year's economy": "By 2029 Sweden will spend 3.5% of today's GDP on defence.",
    "a clock that has run": "A year ago he said that Putin would be out of office in a year.",
    "or five": "Putin will be out of office in a year, or five.",
}


def test_every_row_has_a_sentence() -> None:
    shown = [
        *REFUSED.values(),
        *test_said_and_asked.REFUSED,
        *test_said_and_asked.OF_OTHERS,
        *test_moved_figures.REFUSED,
        *test_able_and_so_far.REFUSED,
        *test_parts_and_sides.REFUSED,
        *test_press_frames.REFUSED,
        *test_turned_around.READ,
        *test_turned_around.REFUSED,
        *test_turned_fragments.REFUSED,
        *test_turned_openings.REFUSED,
        *test_turned_sizes.REFUSED,
    ]
    named = {one.name for one in constructions()}
    assert set(REFUSED) <= named
    assert [one.name for one in constructions() if not any(map(one.pattern.search, shown))] == []


@pytest.mark.parametrize(("name", "sentence"), REFUSED.items())
def test_refused(name: str, sentence: str) -> None:
    row = next(one for one in constructions() if one.name == name)
    assert row.pattern.search(sentence), "the sentence does not show what the row is for"
    assert asked(sentence, "RUS" if "ministry" in sentence or "oblast" in sentence else None) == ["refused"]


LEFT_OVER = [  # what another word makes of the words of a question: that word is left over
    "Russia is already in a recession if you strip out the shipyards.",
    "Portugal is giving up on 2.5% in 2027.",
    "Russian prices have grown by 4.1% since the beginning of the year.",
    "Russia's key rate will be cut to 17% on Thursday.",
    "The Italian share of Europe's defence spending is falling.",
    "There is not the slightest doubt that Washington stands by Article 5.",
    "A summit within a year of a ceasefire in Ukraine is likely by 2027.",
    "The ministry will spend 2 trillion roubles from the National Wealth Fund in 2026.",
    "In 2027 they'll all be above 3% of GDP on defence, Croatia too.",
    "Portugal will water down the 3.5% goal by 2029.",
    "Fifty-dollar oil was made possible by Riyadh.",
    "Canada will bring 900 more soldiers home from Latvia before the end of 2026.",
    "The share of women in the Dutch army will reach 20 percent by 2030.",
    "Russia's key rate will be cut to 17% at the next meeting but one.",
    "The median NATO member will spend 2.4% of GDP on defence in 2027.",
    "The war in Ukraine will end with a ceasefire in 2027, at the earliest.",
    "Putin will step down as head of the Security Council by 2027.",
    "Either Latvia's economy shrinks in 2026 or its deficit exceeds 3% of GDP.",
    "Sweden goes from today's 2.4 to 3.5% of GDP on defence in 2030.",
    "Only when the guns fall silent will Russia cut its defence spending in 2028.",
    "Portugal's defence spending will rise by 10% in dollars in 2027.",
    "In the war game, Russia attacks Estonia in 2028.",
    "Spain's 2% target will be revised in 2028.",
    "It is high time that Italy spent 2% of GDP on defence.",
    "But for the loan, Portugal would have had a deficit of 6% of GDP in 2025.",
    "Putin will agree to a ceasefire by June, but only in the air.",
    "Croatia will spend 3% of GDP on defence in 2027, which is nonsense.",
    "Germany will spend 3.5% of GDP on defence in 2029, a claim without basis.",
    "Portugal will spend 3% of GDP on defence in 2030, a promise it cannot keep.",
    "Denmark's debt cannot but rise in 2027.",
]


@pytest.mark.parametrize("sentence", LEFT_OVER)
def test_a_word_that_is_left_refuses(sentence: str) -> None:
    assert asked(sentence, "RUS" if "ministry" in sentence else None) == ["refused"]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Russia will be in a recession in 2026.", "happens(recession, RUS, 2026)"),
        ("Portugal is going up to 2.5% in 2027.", "core_share(PRT, 2027) >= 2.5"),
        ("Russia's key rate will be cut to 17% in September 2025.", "policy_rate(RUS, 2025-09) <= 17"),
        ("There will be no Russian recession in 2026.", "not happens(recession, RUS, 2026)"),
        ("A truce in Ukraine by May 2026 is as likely as not.", "happens(ceasefire, UKR, by 2026-05)"),
        ("Few expect Spain to reach 3.5% of GDP on defence by 2035.", "not core_share(ESP, by 2035-12) >= 3.5"),
        ("No economist expects Russia's key rate to fall to 10% in 2026.", "not policy_rate(RUS, 2026) <= 10"),
        ("Few economists see Russian inflation at 4% in 2026.", "not inflation(RUS, 2026) about 4"),
        ("Germany will bring defence outlays to 3% of GDP by 2029.", "core_share(DEU, by 2029-12) >= 3"),
        (
            "If oil falls to 40 dollars, Russia will be in a recession in 2026, analysts say.",
            "happens(recession, RUS, 2026) given oil(40)",
        ),
    ],
)
def test_what_is_near_and_plain_is_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


def test_a_response_that_is_denied_is_none() -> None:
    assert asked("Russia does not intend to raise its military spending in response to NATO's decisions.") == [
        "refused"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # the moment is not read
        "The budget hole of 2.4 trillion roubles is now pencilled in for the year of the census.",
        "Inflation of 8% means that nobody queues at the bakery.",  # what is denied is another clause
        "The army budget, swollen by submarines and pensions and stadium guards, is the size of Portugal's.",
    ],
)
def test_an_open_moment_bears_few_unread_words(sentence: str) -> None:
    assert asked(sentence, "RUS") == ["refused"]


SPOKEN = [  # a topic put as a question that nobody answers; a cause that is its own effect
    "A ceasefire in Ukraine by Christmas? Come on.",
    "Nobody got a ceasefire because nobody needs a ceasefire.",
    "I'm not optimistic about a ceasefire in Ukraine, at least not this year.",
]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_nothing_is_claimed_of_it(sentence: str) -> None:
    assert set(asked(sentence)) == {"refused"}
