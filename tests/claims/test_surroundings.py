"""What stands around a claim and bears on nothing, by its structure; and what there turns it. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

PLANS = {  # as the subject: the government's whose it is
    "Berlin's freshly minted budget plan lifts defence spending to 3.2% of GDP in 2028.": "core_share(DEU, 2028) >= 3.2",
    "The draft budget that Rome sent to Brussels has the Italian deficit at 2.9% of GDP in 2027.": "balance(ITA, 2027) about -2.9",
    "The Czech coalition's policy statement caps defence spending at 2.2% of GDP in 2027.": "core_share(CZE, 2027) <= 2.2",
    "Russia's draft budget for the next three years is built on an oil price of $58 a barrel in 2027.": "oil_price(RUS, 2027) about 58",
    "Bratislava's austerity package aims to bring the deficit to 4% of GDP in 2026.": "balance(SVK, 2026) >= -4",
    "London's long-awaited defence investment plan maps out a path to 3% of GDP on defence in 2034.": "core_share(GBR, 2034) >= 3",
}

HELD = {  # by whom, and how
    "Officials in Rome have come round to the idea that Italy's debt will exceed 140% of GDP in 2028.": "debt_ratio(ITA, 2028) > 140",
    "It has dawned on Moscow's bankers that Russia will fall into recession in 2028.": "happens(recession, RUS, 2028)",
    "The die is cast, as one minister put it: Sweden will spend 3.5% of GDP on defence in 2029.": "core_share(SWE, 2029) >= 3.5",
    "There is no earthly reason, say analysts, to expect that Russia will fall into recession in 2028.": "not happens(recession, RUS, 2028)",
    "There is not the slightest chance, say envoys in Oslo, that Norway will spend 5% of GDP on defence in 2027.": "not core_share(NOR, 2027) >= 5",
    "The Kremlin dismissed as wishful thinking Western forecasts that Russia would fall into recession in 2028.": "not happens(recession, RUS, 2028)",
    "Fewer and fewer economists doubt that Russia will fall into recession in 2028.": "happens(recession, RUS, 2028)",
    "Hardly a soul in Riga doubts that Latvia will spend 5% of GDP on defence in 2028.": "core_share(LVA, 2028) >= 5",
}

AROUND = {  # a reason in front, a description between, a judgement behind
    "With a Russian army camped on its border, Finland will spend 3% of GDP on defence in 2029.": "core_share(FIN, 2029) >= 3",
    "So dire is the state of the public finances that Romania's deficit will come to 6% of GDP in 2027.": "balance(ROU, 2027) about -6",
    "Its coffers emptied by subsidies, Hungary will run a deficit of 5% of GDP in 2026.": "balance(HUN, 2026) about -5",
    "Denmark, a kingdom of 6 million people at the mouth of the Baltic, will spend 3.5% of GDP on defence in 2028.": "core_share(DNK, 2028) >= 3.5",
    "Italy's deficit, a headache for four finance ministers in a row, will be below 3% of GDP in 2026.": "balance(ITA, 2026) > -3",
    "Poland will spend 5% of GDP on defence in 2027, which would have been unthinkable a decade ago.": "core_share(POL, 2027) >= 5",
    "Latvia will spend 5% of GDP on defence in 2028, a point of pride for a cabinet with little else to celebrate.": "core_share(LVA, 2028) >= 5",
    "Spain will devote 2.1% of GDP to defence in 2029, and that at the very most.": "core_share(ESP, 2029) <= 2.1",
}

SCENES = {  # in front, parted by a colon or as a reason
    "The bickering is over and the sums are in: Romania will spend 3% of GDP on defence in 2028.": "core_share(ROU, 2028) >= 3",
    "Ten summits after Wales, the laggards have woken up: Belgium will reach 2% of GDP on defence in 2027.": "core_share(BEL, 2027) >= 2",
    "Lisbon's misers open their wallets at last: Portugal will spend 2.5% of GDP on defence in 2029.": "core_share(PRT, 2029) >= 2.5",
    "Taxes are going nowhere, which is why the French deficit will be 5% of GDP in 2027.": "balance(FRA, 2027) about -5",
    "Voters are tired, and so Spain will spend no more than 2.1% of GDP on defence in 2030.": "core_share(ESP, 2030) <= 2.1",
    "Nobody wants to raise taxes, so Belgium's debt will rise to 115% of GDP in 2029.": "debt_ratio(BEL, 2029) about 115",
}

MOVED = {  # what moves a figure to a level
    "A shortage of nurses could push Russia's unemployment below 2% in 2027.": "unemployment(RUS, 2027) < 2",
    "Dear flour and a wet summer may push Russia's inflation past 7% this year.": "inflation(RUS, 2026) > 7",
    "Weak road taxes will not push Italy's deficit beyond 4% of GDP in 2027.": "balance(ITA, 2027) >= -4",
    "Labour shortages will keep Russia's inflation above 5% in 2027.": "inflation(RUS, 2027) > 5",
    "Lavish pensions drove Greece's debt past 150% of GDP in 2024.": "debt_ratio(GRC, 2024) > 150",
    "The January increase brought Russia's key rate to 17%.": "policy_rate(RUS, latest) about 17",
    "Should the war in Ukraine end this year, lay-offs at shell makers could lift Russia's unemployment above 4% by "
    "2028.": "unemployment(RUS, by 2028-12) > 4 given happens(war_end, UKR, 2026)",
}

IDLE = {  # what nobody thought then, how late it is, without whose help, how things go, what is wished besides
    "Latvia will be spending 5% of GDP on defence next year, a sum nobody dreamed of back in 2014.": "core_share(LVA, 2027) >= 5",
    "Norway will spend 3% of GDP on defence in 2027, unimaginable only a decade ago.": "core_share(NOR, 2027) >= 3",
    "Belgium will reach the old two percent target in 2026, a decade after it was set.": "core_share(BEL, 2026) >= 2",
    "Finland will spend 3% of GDP on defence in 2029 without being asked.": "core_share(FIN, 2029) >= 3",
    "At this rate Russia's wealth fund will be empty by the end of 2027.": "happens(fund_exhausted, RUS, by 2027-12)",
    "Denmark wants a bigger fleet and is set to spend 3.2% of GDP on defence next year.": "core_share(DNK, 2027) >= 3.2",
    "Slovakia dreams of a balanced budget, but its deficit will be 4.5% of GDP in 2027.": "balance(SVK, 2027) about -4.5",
    "Poland must reach 5% of GDP on defence in 2026, and it is going to.": "core_share(POL, 2026) >= 5",
    "Under the incoming coalition's plans Belgium's defence spending will reach 2.5% of GDP in 2029.": "core_share(BEL, 2029) >= 2.5",
    "No one should be astonished if Hungary leaves NATO by 2030.": "happens(ally_exit, HUN, by 2030-12)",
    "It is anything but certain that Ottawa makes it to 3.5% by 2032.": "not core_share(CAN, by 2032-12) >= 3.5",
    "Taking 2026 and 2027 together, France's deficit will average 5% of GDP.": "mean(balance(FRA), 2026..2027) about -5",
    "Italy's debt will stay above 140% of GDP for three more years.": "each(debt_ratio(ITA), 2027..2029) > 140",
    "By 2030 Moscow will have the equipment it had in February 2022.": "equipment_index(RUS, by 2030-12) >= 1",
    "Poland's debt will be above 65% of GDP before the legislature runs out in autumn 2027.": "debt_ratio(POL, before 2027-09) > 65",
}

REFUSED = [
    "The rumour that made the rounds is false: Romania will spend 3% of GDP on defence in 2028.",
    "Nobody in Brussels buys it: Romania will spend 3% of GDP on defence in 2028.",
    "A dream dies hard: Romania will spend 3% of GDP on defence in 2028.",
    "Only one thing could stop it: Romania will spend 3% of GDP on defence in 2028.",
    "Growth will be 1% a year, which is why French debt will be 120% of GDP in 2030.",
    "Taxes are going up, which is no reason why French debt should be 120% of GDP in 2030.",
    "The premier refuses to say it, so Romania will spend 3% of GDP on defence in 2028.",
    "Economists doubt that nurses could push Russia's unemployment below 2% in 2027.",
    "Only a shortage of nurses could push Russia's unemployment below 2% in 2027.",
    "A shortage of nurses would push Russia's unemployment below 2% in 2027.",
    "Low inflation could push Russia's unemployment above 4% in 2027.",
    "Sanctions could push Russia's deficit past 3% of GDP in 2027.",
    "Dear flour could push Russia's food inflation past 7% this year.",
    "Had lavish pensions pushed Greece's debt past 150% of GDP, it would have asked for help in 2024.",
    "Sweden will spend 3.5% of GDP on defence in 2030, something nobody would now think possible.",
    "The alliance will outspend Russia in 2028 without a cent from Washington.",
    "In two years Ukraine will again have the tanks it had before the invasion.",
    "As a share of the vote, the AfD will overtake the CDU in 2026.",
    "At half this pace Russia's wealth fund will be empty by the end of 2029.",
    "Spain wants its defence spending to be 3% of GDP in 2030 and its deficit to be 2%.",
    "Poland must reach 5% of GDP on defence in 2026, and it may.",
    "Czech defence spending will be below 2.5% of GDP in 2028 under the old government's plans.",
    "Taking 2026 alone, France's deficit will average 5% of GDP.",
    "Russia's deficit will be 3% of GDP in 2026, the minister said, adding that this held only if oil stayed dear.",
    "Oslo's previous long-term plan puts defence spending at 3.4% of GDP in 2029.",
    "The opposition's alternative budget puts defence spending at 4% of GDP in 2028.",
    "Moscow's city budget assumes a deficit of 1.6% of GDP in 2026.",
    "Oslo's revised long-term plan earmarks 3.4% of GDP in 2029.",
    "Norway's education budget puts spending at 6% of GDP in 2027.",
    "The AfD's programme cuts German defence spending to 2% of GDP in 2028.",
    "Germany's rearmament programme lifts growth to 1.5% in 2027.",
    "Kyiv's peace plan limits Ukraine's army to 800,000 in 2027.",
    "Few in Moscow argue that Russia will fall into recession in 2028.",
    "The minister resigned over the claim that Spain will spend 5% of GDP on defence in 2030.",
    "It is high time, the opposition says, that Norway gave Ukraine 90 billion kroner in 2027.",
    "The opposition has one demand: Spain will spend 5% of GDP on defence in 2030.",
    "Traders are not sure: Urals will average $52 a barrel in 2026.",
    "A parody account announced that Ukraine's debt will top 110% of GDP in 2026.",
    "The minister was asked whether he believes that Ukraine's debt will top 110% of GDP in 2026.",
    "With the war over, Russia's economy will grow 3% in 2027.",
    "With sanctions lifted, Russia's economy will grow 3% in 2027.",
    "Absent a deal with Moscow, Ukraine's debt will top 110% of GDP in 2026.",
    "But for the war, Russia's economy would have been growing by 4% a year.",
    "Indexed to prices, Spain's defence budget will be 17 billion euros in 2027.",
    "Norway, one of ten allies to do so, will spend 3% of GDP on defence in 2028.",
    "Italy's plan, since abandoned, raises defence spending to 3% of GDP in 2028.",
    "Norway will spend 3% of GDP on defence in 2028, a level it will not reach.",
    "Norway will spend 3% of GDP on defence in 2028, a pledge in tatters.",
    "Norway will spend 3% of GDP on defence in 2028, an upper limit.",
    "Norway will spend 3% of GDP on defence in 2028, in a parallel universe.",
    "Norway will spend 3% of GDP on defence in 2028, a figment of somebody's imagination.",
    "Norway will spend 3% of GDP (the outlay on pensions, that is) in 2028.",
]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [*PLANS.items(), *HELD.items(), *AROUND.items(), *SCENES.items(), *MOVED.items(), *IDLE.items()],
)
def test_what_stands_around_a_claim_is_left_out(sentence: str, question: str) -> None:
    assert set(asked(sentence)) == {question}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_turns_a_claim_from_around_it_refuses_it(sentence: str) -> None:
    assert asked(sentence) == []
