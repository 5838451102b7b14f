"""What somebody is able to do, what has come off or not by now, whose year a goal's is, what stands so in a year, and
how great a risk is; with their neighbours that ask something else. Own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.claims.compiler import compile_statements
from overstretch.statements.reading.by_hand import entry, read_entries

DAY = date(2026, 6, 1)


def held(sentence: str) -> list[tuple[str, str]]:
    """How each claim of a sentence is held, and its question."""
    found = read_entries([entry(sentence, None, DAY.isoformat())])
    compiled = compile_statements(found.statements, found.documents, DAY)
    return [(s.proposition.asks, s.proposition.question) for s in compiled if s.proposition]


POSSIBLE = {  # what one is able to do may come about
    "Norway is able to spend 3.5% of GDP on defence by 2030.": "core_share(NOR, by 2030-12) >= 3.5",
    "Denmark has the means to spend 3.5% of GDP on defence by 2030.": "core_share(DNK, by 2030-12) >= 3.5",
    "Belgium has what it takes to reach 2% in 2027.": "core_share(BEL, 2027) >= 2",
    "Greece can bring its debt below 130% of GDP by 2030.": "debt_ratio(GRC, by 2030-12) < 130",
    "Poland can avoid a recession in 2027.": "not happens(recession, POL, 2027)",
    "Russia's wealth fund can last until 2028.": "not happens(fund_exhausted, RUS, by 2027-12)",
    "Putin can stay in power until 2036.": "not happens(leader_exit, RUS, by 2035-12)",
    "Most allies can reach 3.5% by 2034.": "count(ALLIES: core_share(by 2034-12) >= 3.5) > 16",
    "Berlin does not rule out a recession in 2027.": "happens(recession, DEU, 2027)",
    "A recession in 2027 was not excluded by Berlin.": "happens(recession, DEU, 2027)",
    "The risk of inflation above 10% in Russia in 2026 is not negligible.": "inflation(RUS, 2026) > 10",
}
LIKELY = {
    "Denmark cannot spend 3.5% of GDP on defence by 2029.": "not core_share(DNK, by 2029-12) >= 3.5",
    "Denmark can't spend 3.5% of GDP on defence by 2029.": "not core_share(DNK, by 2029-12) >= 3.5",
    "Denmark is not able to spend 3.5% of GDP on defence by 2029.": "not core_share(DNK, by 2029-12) >= 3.5",
    "Not even Poland can spend 6% of GDP on defence in 2027.": "not core_share(POL, 2027) >= 6",
    "Russia can be expected to fall into recession in 2027.": "happens(recession, RUS, 2027)",
    "We can expect growth of 1% in Germany in 2027.": "growth(DEU, 2027) about 1",
    "Russia will be able to fight NATO by 2029.": "happens(forces_rebuilt, RUS, by 2029-12)",
    "Russia will not be able to attack NATO until 2030.": "not happens(forces_rebuilt, RUS, by 2029-12)",
    "Berlin ruled out a recession in 2027.": "not happens(recession, DEU, 2027)",
    "Germany will avoid recession in 2026.": "not happens(recession, DEU, 2026)",
    "Spain is far from spending 3.5% of GDP on defence by 2035.": "not core_share(ESP, by 2035-12) >= 3.5",
    "Italy will fail to spend 3.5% of GDP on defence by 2035.": "core_share(ITA, by 2035-12) < 3.5",
    "Russia's wealth fund will be empty by 2027.": "happens(fund_exhausted, RUS, by 2027-12)",
    "France will spend no more than 2% of GDP on defence in 2027.": "core_share(FRA, 2027) <= 2",
    "NATO will abandon its 5% goal by 2030.": "happens(pledge_abandoned, NATO, by 2030-12)",
    "Spain will abandon the 3.5% target in 2028.": "happens(pledge_abandoned, ESP, 2028)",
    "NATO will not abandon its 5% target before 2030.": "not happens(pledge_abandoned, NATO, before 2030-01)",
    "There will be a truce in place in 2029.": "happens(ceasefire, UKR, by 2029-12)",
    "A ceasefire will come into force in 2027.": "happens(ceasefire, UKR, 2027)",
    "Ukraine will be at peace in 2029.": "happens(war_end, UKR, by 2029-12)",
    "The war will be over in 2028.": "happens(war_end, UKR, 2028)",
    "Hungary will not be a member of NATO in 2032.": "happens(ally_exit, HUN, by 2032-12)",
    "Turkey will leave NATO in 2032.": "happens(ally_exit, TUR, 2032)",
    "There will be no NATO in 2034.": "happens(alliance_dissolution, by 2034-12)",
    "NATO will collapse in 2035.": "happens(alliance_dissolution, 2035)",
    "Russia will not be in recession in 2027.": "not happens(recession, RUS, 2027)",
    "The threat of a Russian attack on Poland by 2030 is remote.": "not happens(attack_on_nato, POL, by 2030-12)",
    "3.5% of GDP on defence by 2029, promises Germany": "core_share(DEU, by 2029-12) >= 3.5",
    "5% of GDP on defence is Poland's goal for 2030.": "core_share(POL, 2030) >= 5",
    "3% of GDP on defence by 2030, says the ministry in Berlin.": "core_share(DEU, by 2030-12) about 3",
    "Russia will keep its key rate at 14% through 2026.": "each(policy_rate(RUS), 2026-06..2026-12) about 14",
}
FACT = {  # of the latest figures, of the month of the words
    "The liquid part of the National Wealth Fund stood at 4.1 trillion roubles on June 1.": (
        "fund_liquid(RUS, 2026-06) about 4.1e12"
    ),
    "Portugal is light years from spending 3.5% of GDP on defence.": "not core_share(PRT, latest) >= 3.5",
    "Spain has yet to spend 2.5% of GDP on defence.": "not core_share(ESP, latest) >= 2.5",
    "Spain has not managed to spend 3% of GDP on defence.": "not core_share(ESP, latest) >= 3",
    "Belgium has failed to spend 2% of GDP on defence.": "core_share(BEL, latest) < 2",
    "Italy has been able to spend 2% of GDP on defence.": "core_share(ITA, latest) >= 2",
    "Britain has been able to keep inflation below 4%.": "inflation(GBR, latest) < 4",
    "Norway has lived up to the 2% target.": "core_share(NOR, latest) >= 2",
    "At least five allies spend 3% of GDP on defence.": "count(ALLIES: core_share(latest) >= 3) >= 5",
    "Hungary left NATO in 2026.": "happens(ally_exit, HUN, 2026)",
}
REFUSED = [
    "Moscow is able to wage war until 2029.",
    "Russia is ready to continue fighting until 2028.",
    "Only Poland can hit 5% by 2030.",
    "Turkey is far from leaving NATO.",
    "Russia is not far from recession.",
    "Germany has dodged recession.",
    "Spain has dropped its 5% pledge.",
    "The Kremlin's war chest is empty.",
    "Putin is gone.",
    "Spain will be slow to spend 3.5% of GDP on defence.",
    "Belgium scraps its 2029 target of 2%.",
    "Belgium drops 2% target for 2029",
    "NATO will drop its target of 5% by 2030.",
    "Allies will not tinker with the 5% target before 2029.",
    "Germany has kept its 2% goal.",
    "Turkey may give notice that it is leaving NATO by 2030.",
    "I'm not convinced that Russia won't attack NATO by 2030.",
    "Before Putin goes, the war will end in 2029.",
]


@pytest.mark.parametrize(
    ("sentence", "asks", "question"),
    [(s, a, q) for a, rows in (("possible", POSSIBLE), ("likely", LIKELY), ("fact", FACT)) for s, q in rows.items()],
)
def test_it_is_asked_as_it_is_held(sentence: str, asks: str, question: str) -> None:
    assert held(sentence) == [(asks, question)]


@pytest.mark.parametrize("sentence", REFUSED)
def test_it_makes_another_claim(sentence: str) -> None:
    assert held(sentence) == []
