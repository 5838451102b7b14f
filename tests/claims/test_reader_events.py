"""Clauses, conditions, causes, events, stance and negation in sentences of our own: asked exactly, or refused."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.made import statement

from overstretch.claims import compile_statements
from overstretch.claims.reader import Reading, read
from overstretch.claims.reader.around import Around

DAY = date(2026, 1, 15)


def reading(text: str, about: str = "") -> Reading:
    return read(statement(text), Around(before=f"{about}. ", said=DAY), DAY)


ASKED = [
    (
        "The United States will give notice of withdrawal from NATO before 2029.",
        "",
        ["happens(ally_exit[notice], USA, before 2029-01)"],
    ),
    ("Turkey could leave NATO by 2032.", "", ["happens(ally_exit, TUR, by 2032-12)"]),
    ("No NATO country will leave the alliance before 2030.", "", ["not happens(ally_exit, before 2030-01)"]),
    ("No ally will leave NATO by 2030.", "", ["not happens(ally_exit, by 2030-12)"]),
    ("Not a single member will quit the alliance this decade.", "", ["not happens(ally_exit, by 2029-12)"]),
    ("An ally will leave NATO by 2030.", "", ["happens(ally_exit, by 2030-12)"]),
    ("Macron will be ousted in 2026.", "", ["happens(leader_exit[forced], FRA, 2026)"]),
    ("Putin will not be in power in 2032.", "", ["happens(leader_exit, RUS, by 2032-12)"]),
    ("Putin will be forced out of office in 2028.", "", ["happens(leader_exit[forced], RUS, 2028)"]),
    ("The war in Ukraine will drag on into 2028.", "", ["not happens(war_end, UKR, before 2028-01)"]),
    (
        "Raising defence spending to 3.5% of GDP would add 6 points to Belgium's debt by 2035.",
        "",
        ['effect(keep_pledge() against hold_burden(2024), debt_ratio(BEL, by 2035-12), "BEL spending up") about 6'],
    ),
    ("Putin will not be in office by 2028.", "", ["happens(leader_exit, RUS, by 2028-12)"]),
    ("There is little chance of a ceasefire this year.", "Ukraine", ["not happens(ceasefire, UKR, 2026)"]),
    ("Few doubt that Poland will stay above 4% in 2027.", "Poland", ["core_share(POL, 2027) > 4"]),
    ("It would be a miracle if Spain got to 3.5% by 2035.", "Spain", ["not core_share(ESP, by 2035-12) >= 3.5"]),
    (
        "Neither the Netherlands nor Belgium will spend 4% on defence in 2030.",
        "",
        ["and(not core_share(NLD, 2030) >= 4, not core_share(BEL, 2030) >= 4)"],
    ),
    (
        "Russia will attack Lithuania or Latvia by 2030.",
        "",
        ["or(happens(attack_on_nato, LTU, by 2030-12), happens(attack_on_nato, LVA, by 2030-12))"],
    ),
    (
        "The UK will spend 2.6% in 2027 and France 2.4% in 2028.",
        "",
        ["core_share(GBR, 2027) >= 2.6", "core_share(FRA, 2028) >= 2.4"],
    ),
    (
        "The war may end in 2027, but the key rate will stay above 10% in 2028.",
        "Russia",
        ["happens(war_end, UKR, 2027)", "policy_rate(RUS, 2028) > 10"],
    ),
    (
        "Barring a ceasefire this year, Ukraine will spend more than 30 percent of GDP on its forces in 2027.",
        "",
        ["core_share(UKR, 2027) > 30 given not happens(ceasefire, UKR, 2026)"],
    ),
    (
        "The pledge will add 8 points to Belgium's debt ratio by 2035.",
        "",
        [
            "effect(keep_pledge() against hold_burden(2024), debt_ratio(BEL, by 2035-12), \"allies' spending "
            'up") about 8'
        ],
    ),
    (
        "Higher spending on arms would not raise Germany's growth in 2027.",
        "",
        ['not effect(spend(DEU, 1) against base, growth(DEU, 2027), "DEU spending up") > 0'],
    ),
    (
        "Romania's deficit narrowed to 7.6 per cent of GDP last year from 9.3 per cent in 2024, the "
        "statistics office said.",
        "",
        ["balance(ROU, 2025) about -7.6", "balance(ROU, 2024) about -9.3"],
    ),
    ("We will spend 3.5% of GDP by 2029, the German chancellor promised.", "", ["core_share(DEU, by 2029-12) >= 3.5"]),
    # what turns a claim stays with it, wherever it stands
    (
        "Romania will be in recession by 2028, nobody in the ministry believes.",
        "",
        ["not happens(recession, ROU, by 2028-12)"],
    ),
    (
        "Slovenia's debt ratio, 68% last year, will climb to 75% by 2030, the bank reckons.",
        "",
        ["debt_ratio(SVN, by 2030-12) about 75", "debt_ratio(SVN, 2025) about 68"],
    ),
    (
        "Figures released by the ministry in October put Latvia's core spending at 4.1% of GDP for 2025.",
        "",
        ["core_share(LVA, 2025) about 4.1"],
    ),
    ("Inflation in Russia eased to 7.2% in May from 7.9% in spring.", "", ["inflation(RUS, 2025-05) about 7.2"]),
    (
        "While the war goes on, Russia will spend 6% of GDP on its army in 2028.",
        "",
        ["core_share(RUS, 2028) >= 6 given not happens(war_end, UKR, by 2028-12)"],
    ),
    # wars, offices, chances
    (
        "The hostilities are unlikely to be over by the close of 2027.",
        "Ukraine",
        ["not happens(war_end, UKR, by 2027-12)"],
    ),
    ("The war will grind on into 2028.", "Ukraine", ["not happens(war_end, UKR, before 2028-01)"]),
    ("The Portuguese prime minister is hardly going to survive 2027.", "", ["happens(leader_exit, PRT, by 2027-12)"]),
    ("The chances of a truce by Easter are one in three.", "Ukraine", ["happens(ceasefire, UKR, by 2026-04)"]),
    # speech
    ("Finland makes two and a half in '27, mark my words.", "", ["core_share(FIN, 2027) >= 2.5"]),
    ("Russian inflation's at seven now.", "", ["inflation(RUS, latest) about 7"]),
    ("Half of Europe will still be under three per cent in 2029.", "", ["count(EUROPE: core_share(2029) < 3) >= 15"]),
    (
        "Not one of the Nordics will be below three percent next year.",
        "",
        ["count(NORDICS: core_share(2027) < 3) == 0"],
    ),
    (
        "Slovakia will rank last in the alliance on defence spending in 2030.",
        "",
        ["defence_spending(SVK, 2030) lowest of ALLIES"],
    ),
]
REFUSED = [
    "No ally other than Hungary will leave NATO by 2030.",
    "No new member will leave NATO by 2030.",
    "One ally after another will leave NATO by 2030.",
    "Belgium raising its defence spending to 3.5% of GDP would push its debt up by 10 points by 2035.",
    "On paper, Italy will spend 3.5% of GDP on defence by 2029.",
    "Nonsense, Hungary will spend 4% of GDP on defence in 2027.",
    "While it goes on, Russia will spend 6% of GDP on its army in 2028.",
    "The president of Germany will resign before 2029.",
    "Britain's former prime minister will leave office by 2028.",
    "Denmark reaches 3.5% in the third quarter of '27.",
    "If the White House goes through with sanctions, Norway will spend 4% of GDP on defence in 2028.",
    "Poland will attack Russia by 2030.",
    "Spain had promised 2% by 2024.",
    "Together with France, Germany will spend 200 billion euros on defence in 2027.",
    "Poland and Lithuania will spend more than 50 billion euros on defence in 2027.",
    "It will be 2029 before Germany reaches 3.5%.",
    "Almost all allies will reach 3.5% by 2035.",
    "Canada will hit 2 per cent this fiscal year.",
    "Washington will withdraw a third of its brigades from Europe by 2027.",
    "Britain will reach 3% of GDP by 2029 only if taxes rise.",
    "The German defence minister will resign in 2026.",
    "Germany will spend 3.5% on defence every other year.",
    "They said in 2023 that Germany would reach 2% in 2024.",
    "Military spending will account for 38% of the Russian budget in 2026.",
    "The Russian banking system will collapse in 2026.",
    "Sweden should spend 5% of GDP on defence by 2030.",
]


@pytest.mark.parametrize(("text", "about", "questions"), ASKED)
def test_asks_what_the_sentence_states(text: str, about: str, questions: list[str]) -> None:
    assert [p.question for p in reading(text, about).propositions] == questions


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_what_it_cannot_place(text: str) -> None:
    found = reading(text)
    assert not found.propositions
    assert found.reason


def test_further_claims_follow_as_statements_of_their_own() -> None:
    text = "The UK will spend 2.6% in 2027 and France 2.4% in 2028."
    compiled = compile_statements([statement(text)], {"d": text}, DAY)
    assert [s.id for s in compiled] == ["1", "1-2"]


def test_a_claim_set_aside_is_named() -> None:
    [found] = reading("Spain will miss the 3.5% target in 2035, but Italy will dance by 2032.").propositions
    assert any(r.part == "a further claim, not read" for r in found.set_aside)
