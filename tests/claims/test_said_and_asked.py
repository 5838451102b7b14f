"""What is said beside what comes about: a claim that its own next words take back, a wish or an order in a headline's
tail, a demand, an act of speech to come or never made; and their neighbours that ask what they say. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # behind "but", something else
    "Inflation in Russia was 9.5% in 2024 but will be 5% in 2027.": [
        "inflation(RUS, 2024) about 9.5",
        "inflation(RUS, 2027) about 5",
    ],
    "Russia says its economy will grow by 1.3% in 2026, but inflation will be 6%.": ["growth(RUS, 2026) about 1.3"],
    "Poland will spend 5% of GDP on defence in 2026 but Germany will spend less.": ["core_share(POL, 2026) >= 5"],
    "Growth in Spain was put at 2% for 2026.": ["growth(ESP, 2026) about 2"],
    "The Fund puts Russian growth at 0.8% in 2026.": ["growth(RUS, 2026) about 0.8"],
    "Germany says its deficit will be 3% of GDP in 2027; the IMF expects a deficit of 4% of GDP in 2027.": [
        "balance(DEU, 2027) about -3",
        "balance(DEU, 2027) about -4",
    ],
    "Russia will not attack NATO by 2030; it cannot.": ["not happens(attack_on_nato, by 2030-12)"],
}
READ |= {  # who says it, and who has to
    "Ceasefire by Christmas, says Kyiv": ["happens(ceasefire, UKR, by 2026-12)"],
    "War over by Christmas, predicts Trump": ["happens(war_end, UKR, by 2026-12)"],
    "Poland to spend 5% of GDP on defence in 2026, Tusk tells allies": ["core_share(POL, 2026) >= 5"],
    "End of war this year, says Trump": ["happens(war_end, UKR, 2026)"],
    "Rutte insists that all allies will spend 3.5% of GDP by 2030.": [
        "count(ALLIES: core_share(by 2030-12) >= 3.5) == all"
    ],
    "Germany is expected to spend 3.5% of GDP on defence by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "Germany will have to spend 3.5% of GDP on defence by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "Merz said Germany would have to spend 3.5% of GDP on defence by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "Spain tells Trump it will spend 2.1% of GDP on defence in 2027.": ["core_share(ESP, 2027) >= 2.1"],
    "Spain told NATO it will spend 2.1% of GDP on defence in 2027.": ["core_share(ESP, 2027) >= 2.1"],
    "Analysts feared that Russia's economy would shrink in 2027.": ["growth(RUS, 2027) < 0"],
    "Russia denies it will be in recession in 2027.": ["not happens(recession, RUS, 2027)"],
    "I would say that Russia will be in recession in 2027.": ["happens(recession, RUS, 2027)"],
    "The BND does not expect that Russia will attack NATO by 2030.": ["not happens(attack_on_nato, by 2030-12)"],
    "Merz never doubted that Germany would spend 3.5% by 2029.": ["core_share(DEU, by 2029-12) >= 3.5"],
    "Russia will grow by 1%, not 2%, in 2027.": ["growth(RUS, 2027) about 1"],
    "Russia will not attack NATO by 2030, not a chance.": ["not happens(attack_on_nato, by 2030-12)"],
    "A ceasefire is as likely as not by the end of 2027.": ["happens(ceasefire, UKR, by 2027-12)"],
    "Putin will be gone by, let's say, 2030.": ["happens(leader_exit, RUS, by 2030-12)"],
}

FIRST_ALONE = {  # the other has no moment of its own
    "Italy says its deficit will be 2.8% of GDP in 2027; the Commission puts it at 3.4%.": "balance(ITA, 2027) about -2.8",
    "Russia says growth will be 1.3% in 2027, while the IMF puts it at 0.8%.": "growth(RUS, 2027) about 1.3",
    "Russia says its economy will grow by 1.3% in 2027; the IMF says growth will be 0.8%.": "growth(RUS, 2027) about 1.3",
}

REFUSED = [
    "Spain said it would spend 2.1% of GDP on defence in 2027, but it won't.",
    "Spain said it would spend 2.1% of GDP on defence in 2027 but will not.",
    "France pledged to cut its deficit to 3% of GDP by 2029, but it will fail.",
    "Italy says its deficit will be 2.8% of GDP in 2027 - but it will be larger.",
    "The budget deficit in Poland is forecast at 6% of GDP for 2026, though it will be wider.",
    "Russia said it would not attack NATO by 2030, but it will.",
    "Spain promised to spend 2.1% of GDP on defence in 2027. It will miss that.",
    "Inflation in Poland was seen at 4% in 2026 but is now seen at 5%.",
    "Growth in Spain was once put at 2% for 2026.",
    "Growth in Germany was forecast at 1% for 2026, but the war has put paid to that.",
    "Growth in Germany was forecast at 1% for 2026, but that now looks out of reach.",
    "Brent was forecast at 80 dollars for 2026, but fell to 60 in February.",
    "Russia's deficit is planned at 3.8 trillion roubles in 2026, but it has already reached 5.9 trillion.",
    "Ceasefire by Christmas, hopes Kyiv",
    "Poland to spend 5% of GDP on defence in 2026, urges general",
    "US to leave NATO by 2028, Vance demands",
    "Cut the deficit to 3% of GDP by 2029, Brussels tells France",
    "Quit NATO by 2027, Orban told",
    "Rutte has suggested that all members be at 3.5% by 2030.",
    "Warsaw proposes that the allies raise defence spending to 3.5% of GDP by 2029.",
    "NATO stipulates that members spend 3.5% of GDP by 2035.",
    "Hungary has been told to leave NATO by 2027.",
    "Spain told to spend 3.5% of GDP on defence by 2035",
    "Spain would have to spend 3.5% of GDP on defence by 2035.",
    "Germany will not have to spend 3.5% by 2029.",
    "Trump tells Germany it will have to spend 5% of GDP on defence by 2030.",
    "Washington reminds Madrid that it pledged 3.5% of GDP on defence by 2035.",
    "London commended Oslo for its plan to spend 3.5% of GDP on defence by 2030.",
    "Berlin had dreaded that the US would leave NATO by 2028.",
    "Orban is going to say that Hungary will leave NATO by 2028.",
    "Russia will deny it is in recession in 2027.",
    "Merz will not acknowledge that Germany is in recession in 2027.",
    "Nobody will deny that Russia will be in recession in 2027.",
    "Britain will claim to spend 3% of GDP on defence by 2030.",
    "The Kremlin never admitted that the fund would be empty in 2027.",
    "Washington has not signalled that US troops will leave Europe by 2027.",
    "I'd put it at 60% that Putin is gone by 2030, not higher.",
    "It is a hope, not a forecast, that the war ends by 2027.",
    "Russia, not surprisingly, will be in recession in 2027.",
    "A German recession in 2027 is just as improbable as a French one.",
    "Russian inflation will be 6% in 2026, no, make it 7.",
    "Germany will spend 3.5% of GDP on defence by 2029; I'd say 3.2%.",
    "Putin will be gone by 2028, or let's say 2030.",
]

OF_OTHERS = [
    "They'll have 500,000 soldiers by 2030, we'll have 200,000.",
    "They have promised us that they would spend 3.5% of GDP on defence by 2030.",
]


@pytest.mark.parametrize("sentence", READ)
def test_what_is_said_gives_its_questions(sentence: str) -> None:
    assert asked(sentence) == READ[sentence]


@pytest.mark.parametrize("sentence", FIRST_ALONE)
def test_a_claim_behind_another_takes_neither_its_figure_nor_its_year(sentence: str) -> None:
    assert asked(sentence) == [FIRST_ALONE[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_asked_wished_or_taken_back_gives_none(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", OF_OTHERS)
def test_they_beside_us_are_others(sentence: str) -> None:
    assert asked(sentence, "DEU") == []
