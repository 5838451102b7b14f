"""Sentences that name a part, the other side or another thing than a question asks: soldiers for all that is spent on
defence, an attack on Russia, one sort of recession denied, troops of all allies, an economy that recovers, another war;
and their plain neighbours. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_turned import asked

from overstretch.claims.compiler import compile_statements
from overstretch.statements.reading.by_hand import entry, read_entries

READ = {
    "Germany will spend 20 billion euros on its army in 2027.": "defence_spending(DEU, 2027, EUR) >= 2e10",
    "Germany will spend 3.5% of GDP on guns and soldiers by 2030.": "core_share(DEU, by 2030-12) >= 3.5",
    "Portugal will spend less of its GDP on arms than Greece in 2029.": "core_share(PRT, 2029) < core_share(GRC, 2029)",
    "France will spend no more than 2% of GDP on defence in 2027.": "core_share(FRA, 2027) <= 2",
    "Norway will have 30,000 soldiers by 2030.": "personnel(NOR, by 2030-12) >= 30000",
    "Germany will spend 5% of GDP on the army by 2035.": "core_share(DEU, by 2035-12) >= 5",
    "Italy will spend 5% of GDP on defence alone by 2035.": "core_share(ITA, by 2035-12) >= 5",
    "Germany will spend 5% of GDP on defence by 2035.": "total_share(DEU, by 2035-12) >= 5",
    "Sweden will hit 3.5% by 2030 unless Russia collapses first.": (
        "core_share(SWE, by 2030-12) >= 3.5 given not happens(state_collapse, RUS, by 2030-12, default)"
    ),
    "Sweden will hit 3.5% by 2030 unless NATO falls apart.": (
        "core_share(SWE, by 2030-12) >= 3.5 given not happens(alliance_dissolution, by 2030-12, default)"
    ),
    "Germany will reach 3.5% by 2029 unless its economy collapses.": (
        "core_share(DEU, by 2029-12) >= 3.5 given not happens(recession[fall_of_5], DEU, by 2029-12)"
    ),
    "Spain will hit 3.5% by 2030 unless the coalition falls apart.": "core_share(ESP, by 2030-12) >= 3.5",
    "Russia will not attack NATO by 2030.": "not happens(attack_on_nato, by 2030-12)",
    "Poland may be attacked by Russia before 2030.": "happens(attack_on_nato, POL, before 2030-01)",
    "Germany will be ready for war with Russia by 2029.": "happens(forces_rebuilt, DEU, by 2029-12)",
    "NATO believes Russia will be ready to attack it by 2030.": "happens(forces_rebuilt, RUS, by 2030-12)",
    "No coup will remove Putin before 2030.": "not happens(leader_exit[irregular], RUS, before 2030-01)",
    "There will be no palace coup against Putin before 2030.": (
        "not happens(leader_exit[irregular], RUS, before 2030-01)"
    ),
    "A palace coup will topple Putin before 2030.": "happens(leader_exit[irregular], RUS, before 2030-01)",
    "No recession is expected in Russia in 2027.": "not happens(recession, RUS, 2027)",
    "US troops will not leave Europe by 2030.": "not happens(us_drawdown, by 2030-12)",
    "Germany will not leave NATO by 2030, but it will cut its defence spending.": (
        "not happens(ally_exit, DEU, by 2030-12)"
    ),
    "American troops in Europe will number fewer than 70,000 by the end of 2027.": (
        "us_troops_europe(USA, by 2027-12) < 70000"
    ),
    "NATO's European armies will number 2 million by 2030.": "personnel(NATO, by 2030-12) >= 2e6",
    "Russia will recover from its losses in Ukraine by 2030.": "happens(forces_rebuilt, RUS, by 2030-12)",
    "Russia will be back at full strength by 2030.": "happens(forces_rebuilt, RUS, by 2030-12)",
    "Russia's army will bounce back by 2029.": "happens(forces_rebuilt, RUS, by 2029-12)",
    "Russia's economy will recover in 2027.": "growth(RUS, 2027) > 0",
    "Rearmament will make a Russian attack on Estonia less likely by 2030.": (
        "effect(keep_pledge() against hold_burden(2024), happens(attack_on_nato, EST, by 2030-12), "
        '"allies\' spending up") < 0'
    ),
    "Russian rearmament will make a Russian attack on NATO more likely by 2030.": (
        "effect(sustain_rus_burden() against rus_burden(2021), happens(attack_on_nato, by 2030-12), "
        '"Russia\'s spending up") > 0'
    ),
    "Putin will agree to a ceasefire by the end of 2026.": "happens(ceasefire, UKR, by 2026-12)",
    "NATO will drop the 5% target by 2029.": "happens(pledge_abandoned, NATO, by 2029-12)",
    "Inflation in Russia is expected to be 13% at the end of 2026.": "inflation(RUS, by 2026-12) about 13",
}
REFUSED = [
    "Israel will agree to a ceasefire in Ukraine by the end of 2026.",
    "Russia's spending on its troops will fall in 2027.",
    "Germany's arms spending will rise by 10% in 2027.",
    "Germany will put 3% of GDP into tanks by 2029.",
    "Poland will spend 10 billion zlotys on soldiers' pay in 2027.",
    "Poland will save 2% of GDP on defence in 2027.",
    "Poland will lose 4 billion euros to defence in 2027.",
    "Spain is slow to spend 3.5% by 2035.",
    "Russia's war spending, debt service included, will be 8% of GDP in 2026.",
    "Russia's fund will run dry by 2027 unless the state collapses first.",
    "Russia says the alliance will attack it by 2030.",
    "Moscow will be attacked by Estonia before 2030.",
    "Russia will not be attacked by a NATO member before 2030.",
    "Russia will come under attack from NATO by 2030.",
    "Poland believes it will be ready for war with Russia by 2030.",
    "Russia will have the means but not the will to attack NATO by 2030.",
    "Russia will attack a would-be NATO member by 2030.",
    "An alleged coup will remove Putin before 2030.",
    "Short of a coup, Putin will not leave office before 2030.",
    "Neither coup nor death will remove Putin before 2030.",
    "The war will not end in a peace treaty by 2027.",
    "US troops will not leave Europe altogether by 2030.",
    "Russia will not attack NATO openly by 2030.",
    "There will be no sharp recession in Russia in 2027.",
    "There will be no lasting ceasefire by the end of 2026.",
    "The US will not pull its troops out of Europe before 2029, but it will thin them out.",
    "Trump reaffirmed Article 5 in June 2025.",
    "NATO will have 300,000 troops in Europe by 2028.",
    "US Army troops in Europe will number fewer than 40,000 by the end of 2027.",
    "European troops in Ukraine will number 30,000 by the end of 2027.",
    "Russia will rebuild its economy by 2030.",
    "Russia will recover by 2030.",
    "Russia will be back on its feet by 2028.",
    "Russia's tank force will be rebuilt by 2030.",
    "Rearmament will add 500 billion euros to Germany's debt by 2030.",
    "Netanyahu will agree to a ceasefire by the end of 2026.",
    "NATO will abandon the 2% target by 2029.",
    "Slovaks will vote to leave NATO by 2027.",
    "Expected inflation in Russia is 13% in 2026.",
    "Merz said that Germany would leave NATO by 2029 was nonsense.",
    "Recession in Russia in 2027? That's what they said about 2025.",
]


@pytest.mark.parametrize("sentence", READ)
def test_what_is_named_as_a_whole_is_read(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_a_part_or_the_other_side_is_refused(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(("context", "read"), [("ISR", False), ("SDN", False), ("UKR", True), ("DEU", True)])
def test_the_war_of_a_passage_about_another_country_is_another_war(context: str, read: bool) -> None:
    one = entry("The war will end by 2027.", None, "2026-06-01").model_copy(update={"context": context})
    found = read_entries([one])
    (compiled,) = compile_statements(found.statements, found.documents, date(2026, 6, 1))
    assert bool(compiled.proposition) is read
