"""Headings: what is joined becomes a list under its common moment; nothing that is claimed is lost."""

from __future__ import annotations

import pytest

from overstretch.questions.data import And, Not, Or
from overstretch.questions.say import claim
from overstretch.questions.say.brief import LONG, brief
from overstretch.questions.text import parse

GONE = parse("happens(alliance_dissolution, by 2035-12)")
NOTICE = parse("happens(ally_exit, by 2035-12)")
GERMANY, FRANCE, LATER = map(
    parse, ("core_share(DEU, 2029) >= 3.5", "core_share(FRA, 2029) >= 3.5", "core_share(FRA, 2030) >= 3.5")
)
SPENDS = "core defence spending is at least 3.5% of GDP"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (GERMANY, claim(GERMANY)),
        (
            And((Not(GONE), Not(NOTICE))),
            "None of these comes about by the end of 2035: the alliance is dissolved; an ally gives notice",
        ),
        (Or((GERMANY, LATER)), f"At least one of these holds: {claim(GERMANY)}; {claim(LATER)}"),
        (Not(And((GERMANY, FRANCE))), f"Not all of these hold in 2029: Germany's {SPENDS}; France's {SPENDS}"),
    ],
)
def test_a_heading(question, words):
    assert brief(question) == words


def test_a_long_claim_leaves_its_remarks_in_brackets_out():
    question = parse("effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution, by 2035-12)) > 0")
    assert len(claim(question)) > LONG and "(" in claim(question) and "(" not in brief(question)
