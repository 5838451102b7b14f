"""What a sentence carries beside its claim: earlier figures, drafts, records and ranks, members, reasons, a second
claim. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

from overstretch.claims.reader.clauses import clauses
from overstretch.claims.reader.clauses.carried import DRAFT, EARLIER, MEMBERS, REASON, RECORD, carried

READ = {  # earlier and present figures
    "Croatia, at 1.9% of GDP on defence last year, will spend 2.5% in 2028.": [
        "core_share(HRV, 2028) >= 2.5",
        "core_share(HRV, 2025) about 1.9",
    ],
    "Stuck at 1.8% of GDP for a decade, Croatia's defence spending will reach 2.5% of GDP in 2028.": [
        "core_share(HRV, 2028) >= 2.5"
    ],
    "Croatia will spend 2.5% of GDP on defence in 2028 - it was 1.8% in 2014.": [
        "core_share(HRV, 2028) >= 2.5",
        "core_share(HRV, 2014) about 1.8",
    ],
    "Finland's growth will be 1.5% in 2026 (2025: 0.2%).": [
        "growth(FIN, 2026) about 1.5",
        "growth(FIN, 2025) about 0.2",
    ],
    "US troops in Europe, 80,000 strong at the last count, will number 70,000 at the end of 2027.": [
        "us_troops_europe(USA, by 2027-12) >= 70000"
    ],
    "Slovakia's deficit, the EU's widest last year at 5.8% of GDP, will be 5% of GDP in 2027.": [
        "balance(SVK, 2027) about -5"
    ],
    "Greece's debt will rise from 152% of GDP in 2025 to 160% by 2028.": [
        "debt_ratio(GRC, by 2028-12) about 160",
        "debt_ratio(GRC, 2025) about 152",
    ],
    "From its 2024 level, Germany's debt ratio will rise by 12 points by 2029.": [
        "change(debt_ratio(DEU, by 2029-12), from 2024, absolute) >= 12"
    ],
}
READ |= {  # drafts and former forecasts
    "Croatia's debt will be 56% of GDP in 2027, marked down from 58% in the last convergence programme.": [
        "debt_ratio(HRV, 2027) about 56"
    ],
    "Croatia's debt will be 56% of GDP in 2027 (the draft had put it at 58%).": ["debt_ratio(HRV, 2027) about 56"],
    "Contrary to the 58% in the draft, Croatia's debt will be 56% of GDP in 2027.": ["debt_ratio(HRV, 2027) about 56"],
    "Never mind the 2% target, Belgium will spend 1.9% of GDP on defence in 2027.": ["core_share(BEL, 2027) >= 1.9"],
    "Portugal, still short of the 2% it promised in 2014, will spend 1.9% of GDP on defence in 2026.": [
        "core_share(PRT, 2026) >= 1.9"
    ],
    "Germany will spend 120 billion euros on defence in 2027, the special fund included.": [
        "defence_spending(DEU, 2027, EUR) >= 1.2e11"
    ],
}
READ |= {  # records and ranks
    "Second only to Greece, Italy's debt will be 139% of GDP in 2027.": ["debt_ratio(ITA, 2027) about 139"],
    "Poland will spend 4.8% of GDP on defence, its highest share since 1989, in 2026.": [
        "core_share(POL, 2026) >= 4.8"
    ],
    "Slovakia's deficit, not the EU's widest, will be 5% of GDP in 2027.": ["balance(SVK, 2027) about -5"],
    "Croatia's debt will be 56% of GDP in 2027, the third upward revision in a year.": [
        "debt_ratio(HRV, 2027) about 56"
    ],
    "Poland will spend 4.8% of GDP on defence in 2026, at the very most.": ["core_share(POL, 2026) <= 4.8"],
}
READ |= {  # how far it is from another figure
    "Italy's ten-year bonds yield 3.9%, a full 1.3 points over those of Germany.": [
        "bond_yield(ITA, latest) about 3.9"
    ],
    "German debt stands at 64% of GDP, some 50 points below that of France.": ["debt_ratio(DEU, latest) about 64"],
    "Russia's oil and gas revenue was 400 billion roubles in January, up from 390 billion in December but still a third "
    "below January of last year.": [
        "oil_gas_revenue(RUS, 2026-01) about 4e11",
        "oil_gas_revenue(RUS, 2025-12) about 3.9e11",
    ],
}
READ |= {  # members
    "Seven allies, Poland and Norway leading the way, will spend more than 3% of GDP on defence in 2028.": [
        "count(ALLIES: core_share(2028) > 3) >= 7"
    ],
    "Three allies (Poland, Latvia, Estonia) will spend more than 4% of GDP on defence in 2028.": [
        "count(ALLIES: core_share(2028) > 4) >= 3"
    ],
    "Seven allies will spend more than 3% of GDP on defence in 2028, Italy not among them.": [
        "count(ALLIES: core_share(2028) > 3) >= 7"
    ],
}
READ |= {  # reasons
    "Greece's debt will be 140% of GDP in 2028, as Athens pays back early.": ["debt_ratio(GRC, 2028) about 140"],
    "Finland's growth will be 1.5% in 2026 owing to strong exports.": ["growth(FIN, 2026) about 1.5"],
    "Portugal, under pressure from Germany, will run a surplus of 0.3% of GDP in 2026.": [
        "balance(PRT, 2026) about 0.3"
    ],
    "Portugal will run a surplus of 0.3% of GDP in 2026, geography leaving Lisbon little choice.": [
        "balance(PRT, 2026) about 0.3"
    ],
    "Spain, absent a change of course, will run a deficit of 3% of GDP in 2027.": ["balance(ESP, 2027) about -3"],
}
READ |= {  # a second claim
    "Hungary will run a deficit of 5% of GDP in 2026 and spend 2% of GDP on defence in 2027.": [
        "balance(HUN, 2026) about -5",
        "core_share(HUN, 2027) >= 2",
    ],
    "Hungary's debt will be 75% of GDP in 2027 even as growth stays at 1% in 2027.": [
        "debt_ratio(HUN, 2027) about 75",
        "growth(HUN, 2027) about 1",
    ],
    "Not four allies but six will spend more than 4% of GDP on defence in 2028.": [
        "count(ALLIES: core_share(2028) > 4) >= 6"
    ],
}

REFUSED = [
    "Norway will spend 3% of GDP on defence in 2028, half a point less than it will in 2027.",
    "Russia's key rate will be two points above its inflation in 2027.",
    "Russia's key rate will be 12% in 2027, two points below that if oil rises.",
    "Italy will spend 2.2% of GDP on defence in 2027, not the 2.5% of the draft but 2.2%.",
    "Denmark's defence spending, 2.4% of GDP in 2024, will double by 2030.",  # from that, or from now
    "All allies, Spain and Belgium aside, will spend 3% of GDP on defence in 2029.",
    "Nine allies, though not Spain, will be below 2.5% of GDP on defence in 2027.",
    "Finland's growth will be 1.5% in 2026 (2027: 1.8%).",
    "Hungary will not spend 2% of GDP on defence in 2026 and run a deficit of 5% of GDP.",
    "Germany will spend 120 billion euros on defence in 2027, special fund not included.",
    "Spain will spend 2.1% of GDP on defence in 2030, experts calling the figure a fantasy.",
    "With oil falling, Russia's growth will be 1% in 2027.",
]


@pytest.mark.parametrize(("text", "questions"), READ.items())
def test_what_is_carried_beside_a_claim_is_set_aside(text: str, questions: list[str]) -> None:
    assert asked(text) == questions


@pytest.mark.parametrize("text", REFUSED)
def test_what_bounds_turns_or_excludes_is_not(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("down to 1.3% under the previous government", EARLIER),
        ("half a point less than in the first draft", DRAFT),
        ("a level without precedent in peacetime", RECORD),
        ("because nobody wants cuts", REASON),
        ("the minister told a meeting in Oslo", None),
        ("by 2028 at the latest", None),
        ("unless oil falls to 40 dollars", None),
    ],
)
def test_each_stretch_has_its_reason(words: str, why: str | None) -> None:
    assert carried(words, "Norway will spend 3% of GDP on defence in 2027", front=False) == why


def test_a_list_between_commas_is_one_stretch() -> None:
    found = clauses("Nine allies, Italy, Spain and Belgium among them, will be below 2.5% of GDP on defence in 2027.")
    assert [found.words(p) for p in found.of("aside") if p.word == MEMBERS] == ["Italy, Spain and Belgium among them"]
