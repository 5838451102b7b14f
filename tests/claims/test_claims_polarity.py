"""Negation, hedges and swapped sides: what the words deny is not asked as if they said it, and no side is favoured."""

from __future__ import annotations

from datetime import date

import pytest
from sentences import COULD, IS, say

from overstretch.claims.compiler import compile_one
from overstretch.claims.frame import Context
from overstretch.claims.lexicon import find
from overstretch.claims.polarity import follows_conjunction, is_negative, negated_before

DAY = date(2025, 7, 3)
SIDES = {"RUS": "Russia", "NATO": "NATO"}


def slots(content, template, **fields):
    found = compile_one(say(content, **fields), Context(), DAY)
    assert found.proposition is not None, found.reason
    assert found.proposition.template == template, content
    return found.proposition.slots


@pytest.mark.parametrize(
    ("content", "negative"),
    [
        ("there is no chance that Italy reaches 5% of GDP", True),
        ("Russia is in no danger of running out of reserves", True),
        ("the economy will avoid a recession", True),
        ("a recession cannot be ruled out", False),
        ("there is no doubt that Spain misses the target", False),
        ("the rise is nothing but accounting", False),
        ("if it is unlikely to rain, the parade goes ahead", False),
    ],
)
def test_set_phrases(content, negative):
    assert is_negative(content, by_grammar=False) is negative


def test_a_negation_reaches_its_own_clause_alone():
    text = "the fund will not save the budget and will run dry"
    (limit,) = find(text, "concepts", ("LIMIT",))
    assert not negated_before(text, limit) and follows_conjunction(text, limit)
    text = "it will hold, but Spain will not miss it"
    (miss,) = find(text, "concepts", ("MISS",))
    assert negated_before(text, miss) and not follows_conjunction(text, miss)


@pytest.mark.parametrize(
    ("content", "template", "negated"),
    [
        ("Belgium could fall well short of the 3.5% goal", "member_misses", False),
        ("no ally will fall short of the 5% target", "member_misses", True),
        ("Putin's regime will survive the arms race", "ruler_downfall", True),
        ("the regime in Moscow will not survive the war", "ruler_downfall", False),
        ("NATO will still exist in 2038", "alliance_collapse", True),
        ("the wealth fund holds enough money for years", "tools_near_limits", True),
        ("Russia will avoid a recession", "recession", True),
        ("Russia cannot afford this war for much longer", "ambitions_within_means", True),
    ],
)
def test_what_is_denied_is_negated(content, template, negated):
    polarity = "negative" if " not " in content or "cannot" in content or content.startswith("no ") else "positive"
    assert slots(content, template, polarity=polarity)["negated"] is negated


@pytest.mark.parametrize("side", ["RUS", "NATO"])
def test_swapped_sides_give_mirrored_slots(side):
    other = "NATO" if side == "RUS" else "RUS"
    a, b = SIDES[side], SIDES[other]
    assert slots(f"an arms race will hurt {a} more than {b}", "strain_compared")["more"] == side
    assert slots(f"{a} will buckle under the costs sooner than {b}", "strain_compared")["more"] == side
    assert slots(f"{a} has the upper hand over {b} on land", "balance_of_forces", **IS)["ahead"] == side
    assert slots(f"{a} is militarily weaker than {b}", "balance_of_forces", **IS)["ahead"] == other
    for form in (
        "{a}'s higher military spending is a response to {b}'s military build-up",
        "{a} was forced by {b} to increase its defence budget",
        "{a} is raising its arms spending because of {b}'s aggression",
    ):
        got = slots(form.format(a=a, b=b), "response_to", **IS)
        assert (got["who"], got["to"], got["direction"]) == (side, other, "up"), form
    for verb, direction in (("cut", "down"), ("raise", "up")):
        got = slots(f"{a} will {verb} its military spending in 2027", "spending_changed")
        assert (got["who"], got["direction"]) == ("RUS" if side == "RUS" else "EUROPE", direction)


@pytest.mark.parametrize(
    ("spender", "cause"), [("Russia's military spending", "rus_spending"), ("NATO's military spending", "nato_spending"), ("the arms race", "arms_race")]
)  # fmt: skip
def test_either_sides_spending_may_end_either_side(spender, cause):
    assert slots(f"{spender} could bring about the end of NATO", "alliance_collapse", **COULD)["cause"] == cause
    assert slots(f"{spender} could cost Putin his job", "ruler_downfall", **COULD)["cause"] == cause
    for country, who in (("Russia", "RUS"), ("Germany", "DEU")):
        got = slots(f"{spender} could tip the economy of {country} into recession", "spending_recession", **COULD)
        assert got["cause"] == cause and (got["who"] == who or cause == "rus_spending")


@pytest.mark.parametrize(
    "content",
    [
        "China's military budget will grow by 7% this year",
        "the key rate in the euro zone will remain at 2%",
        "Swiss army spending will reach 1% of GDP by 2030",
    ],
)
def test_parties_outside_the_model_are_named_in_the_reason(content):
    found = compile_one(say(content), Context(), DAY)
    assert found.proposition is None and "does not simulate" in str(found.reason)


@pytest.mark.parametrize(
    "content",
    [
        "unemployment in Germany will reach 6% by 2027",
        "retail sales in Russia will grow by 2% in 2026",
        "raising defence spending to 5% would wreck the social model",
        "the airline's fund for repairs will be exhausted next year",
        "oil at 60 dollars is enough for the budget",
    ],
)
def test_near_misses_stay_unmapped(content):
    found = compile_one(say(content), Context(), DAY)
    assert found.proposition is None and found.reason
