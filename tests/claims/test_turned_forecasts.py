"""What is said of a forecast, a plan or a claim, who does not deny it, what was held once, and what would have been.
Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {
    "The IMF's forecast of a recession in Russia in 2026 is a long shot.": "not happens(recession, RUS, 2026)",
    "Lithuania's pledge to spend 6% of GDP on defence in 2027 is wildly unrealistic.": "not core_share(LTU, 2027) >= 6",
    "The opposition's claim that Poland will be in recession in 2026 is false.": "not happens(recession, POL, 2026)",
    "Germany's plan, to spend 3.5% of GDP on defence in 2029, is a long shot.": "not core_share(DEU, 2029) >= 3.5",
    "Germany's plan to spend 3.5% of GDP on defence in 2029 is on track.": "core_share(DEU, 2029) >= 3.5",
    "The IMF's forecast of 1.5% growth in Russia in 2026 is unchanged.": "growth(RUS, 2026) about 1.5",
    "Few denied that Italy's debt would exceed 135% of GDP in 2026.": "debt_ratio(ITA, 2026) > 135",
    "Few ministers question that Poland will spend 4.8% of GDP on defence in 2026.": "core_share(POL, 2026) >= 4.8",
    "It is a lie that Russia's economy will shrink in 2026.": "not growth(RUS, 2026) < 0",
    "It is not a lie that Russia's economy will shrink in 2026.": "growth(RUS, 2026) < 0",
    "It is fair to say that Russia's economy will shrink in 2026.": "growth(RUS, 2026) < 0",
    "The minister confirmed reports that Spain would spend 3% of GDP on defence in 2029.": "core_share(ESP, 2029) >= 3",
    "The bank stood by its forecast that Russia will grow by 1.3% in 2026.": "growth(RUS, 2026) about 1.3",
    "As likely as not, Russia's economy will shrink in 2026.": "growth(RUS, 2026) < 0",
    "The IMF said Russia's debt would have reached 25% of GDP by 2030.": "debt_ratio(RUS, by 2030-12) >= 25",
    "Germany has plans to spend 3.5% of GDP on defence in 2029.": "core_share(DEU, 2029) >= 3.5",
}

REFUSED = [
    "The IMF's forecast of 1.5% growth in Russia in 2026 is too optimistic.",
    "Germany's plan to spend 3.5% of GDP on defence in 2029 will fail.",
    "Italy's promise to spend 3% of GDP on defence in 2029 is hardly credible.",
    "The EU's forecast of 1.2% growth in Germany in 2027, published on Monday, is too rosy.",
    "It would be rash to say that Poland will be in recession in 2027.",
    "It takes courage to predict that Russia will be in recession in 2027.",
    "Markets no longer price in that Russia's central bank will cut its key rate to 12% by December.",
    "Economists no longer fear that Russia's economy will shrink in 2026.",
    "The minister backtracked on his claim that Spain would spend 3% of GDP on defence in 2029.",
    "The agency retracted reports that Russia's economy would shrink in 2026.",
    "The Kremlin was silent on reports that Russia's economy would shrink in 2026.",
    "Cheaper oil brings a ceasefire no closer.",
    "Fear of lower oil prices will make a recession in Russia likelier in 2027.",
    "Germany will spend less than 3% of GDP on defence in 2027, France 2%.",
    "Inflation in Russia was once forecast to fall to 4% in 2026.",
    "Three years ago economists predicted that Russia would be in recession in 2026.",
    "Russia will grow by 2% in 2026, he predicted in 2022.",
    "Germany was set to spend 3.5% of GDP on defence in 2029.",
]

WITHOUT = {
    "Without a ceasefire, a recession in Russia is likelier in 2027.": "< 0",
    "Without lower oil prices, a recession in Russia is less likely in 2027.": "> 0",
}


@pytest.mark.parametrize("sentence", READ)
def test_what_is_said_of_it_is_read(sentence):
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_holds_it_otherwise_is_refused(sentence):
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", WITHOUT)
def test_without_a_cause_it_goes_the_other_way(sentence):
    assert asked(sentence)[0].endswith(WITHOUT[sentence])
