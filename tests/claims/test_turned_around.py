"""What stands around a claim and takes it back, turns it, puts it off, replaces its figure or makes another group."""

import pytest
from tests.claims.test_turned import asked

READ = {
    "Amid doubts in Brussels, Belgium will spend 2.5% of GDP on defence by 2032, the treasury said.": [
        "core_share(BEL, by 2032-12) >= 2.5"
    ],
    "Despite doubts in Ottawa, Canada will spend 3% of GDP on defence by 2032, Carney said.": [
        "core_share(CAN, by 2032-12) >= 3"
    ],
    "Canada will spend 3% of GDP on defence by 2032, a pledge it renewed in March, the ministry said.": [
        "core_share(CAN, by 2032-12) >= 3"
    ],
    "Norway will spend 4% of GDP on defence by 2033, a goal the auditors call realistic.": [
        "core_share(NOR, by 2033-12) >= 4"
    ],
    "Russia's inflation will slow to 6% in 2027, a forecast raised from 5% in March, the central bank said.": [
        "inflation(RUS, 2027) about 6"
    ],
    "The Baltic states, including Estonia, will spend 5% of GDP on defence in 2027, the minister said.": [
        "core_share(BALTICS, 2027) >= 5"
    ],
    "Spain will spend 2.5% of GDP on defence by 2031, according to a plan parliament adopted in May.": [
        "core_share(ESP, by 2031-12) >= 2.5"
    ],
    "Germany will spend 3.5% of GDP on defence by 2029, a target that Merz has defended again and again.": [
        "core_share(DEU, by 2029-12) >= 3.5"
    ],
    "Russia's economy will grow by 2% in 2027, after 1% in 2025 in manufacturing, the bank said.": [
        "growth(RUS, 2027) about 2"
    ],
    "Russia's economy will grow by 2% in 2027, after 1% in 2025, the bank said.": [
        "growth(RUS, 2027) about 2",
        "growth(RUS, 2025) about 1",
    ],
    "There will be a ceasefire in Ukraine by the end of 2027, Fidan said in an interview.": [
        "happens(ceasefire, UKR, by 2027-12)"
    ],
}

REFUSED = [
    "The opposition leader, who doubted that Latvia would spend 4% of GDP on defence in 2027, was mistaken, the premier "
    "said.",
    "Economists, who predicted that Russia's economy would grow by 3% in 2027, have been proved wrong, Nabiullina said.",
    "Sánchez, whose economy minister denies that Spain will spend 3% of GDP on defence by 2030, insists it will.",
    "Canada will spend 3% of GDP on defence by 2032, a vow it is sure to break, the institute said.",
    "Norway will spend 4% of GDP on defence by 2033, an unattainable goal, the auditors said.",
    "Russia's economy will grow by 2% in 2027, a figure nobody at the ministry believes.",
    "Portugal will spend 3% of GDP on defence by 2030, a fairy tale that ministers like to tell, the economist said.",
    "Latvia will spend 5% of GDP on defence in 2028, as the paper wrongly claims.",
    "Latvia will spend 5% of GDP on defence in 2028, a goal that has been pushed back to 2030, the ministry said.",
    "Belgium will spend 2.5% of GDP on defence by 2032, a plan now on ice, the auditors said.",
    "Russia's inflation will slow to 6% in 2027, a forecast since raised to 8%, the central bank said.",
    "Russia's inflation will slow to 6% in 2027, the central bank said in June, but it now sees 8%.",
    "Hungary will leave NATO by 2030, a claim the paper has since retracted.",
    "There will be a ceasefire in Ukraine by the end of 2027, Trump said in a post he later deleted.",
    "Italy's debt will rise to 140% of GDP in 2027, a slip in the table, the treasury said.",
    "France will spend 3% of GDP on defence in 2028, according to a bill parliament rejected in May.",
    "A forged memo said Hungary would leave NATO by 2030.",
    "An earlier version of this story said Canada will spend 3% of GDP on defence by 2032.",
    "Gone are the days when Rutte said Canada would spend 3% of GDP on defence by 2032.",
    "The ECB will not cut its rate to 1% in 2027 just because Rome wants it to, Lagarde said.",
    "The Baltic states, including Norway, will spend 5% of GDP on defence in 2027, the minister said.",
    "The Nordic states, Latvia included, will spend 3% of GDP on defence in 2027, the minister said.",
    "European allies, that is Germany and France, will spend 3% of GDP on defence in 2028, Rutte said.",
    "There will be a ceasefire in Ukraine by the end of 2027, confined to the Black Sea, Fidan said.",
    "Russia's economy will grow by 2% in 2027, in the ministry's best case, the paper said.",
    "Russia's economy will grow by 2% in 2027, the most the ministry thinks possible, the paper said.",
    "Latvia will spend 5% of GDP on defence in 2027, a figure that covers border guards and roads, the ministry said.",
    "Russia will spend 6% of GDP on defence in 2027, including border guards, the institute said.",
    "Russia's economy will grow by 2% in 2027, a forecast that rests on oil at 80 dollars, the ministry said.",
    "Nobody except Sánchez thinks Spain will spend 2.5% of GDP on defence by 2031.",
]


@pytest.mark.parametrize(("sentence", "questions"), READ.items())
def test_read(sentence: str, questions: list[str]) -> None:
    assert asked(sentence) == questions


@pytest.mark.parametrize("sentence", REFUSED)
def test_refused(sentence: str) -> None:
    assert asked(sentence) == []
