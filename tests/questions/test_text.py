"""What people type: sentences of the language and the data that they mean."""

from __future__ import annotations

import pytest

from overstretch.questions import catalogue
from overstretch.questions.check import understood
from overstretch.questions.form import to_json
from overstretch.questions.text import write


def same_in_all_spellings(text: str) -> bool:
    question = understood(text)
    return understood(write(question)) == question == understood(to_json(question))


@pytest.mark.parametrize(
    "text",
    [
        "count(NATO: core_share(default, EUR) < core_share(ALB, default, EUR)) == all",
        "count(EURO_AREA: mean(debt_ratio(), 2026..2028, EUR) >= 1e12) >= 3",
        "happens(alliance_dissolution, latest)",
        "change(defence_spending(POL, 2026, EUR), from 2025, percent) >= 10",
        "defence_spending(POL, 2026, EUR, share of EUROPE) >= 5",
        "not (growth(DEU, 2026) < 0 given oil(40))",
        "(growth(DEU, 2026) < 0 given oil(40)) given keep_pledge()",
        "effect(spend(DEU, 1.2345678) against base, core_share(POL, 2030)) > 0",
        "happens(fund_exhausted, RUS, by 2027-12) given oil( 40.0 )",
    ],
)
def test_spellings_agree(text):
    assert same_in_all_spellings(text)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("not not growth(DEU,2026)<0", "growth(DEU, 2026) < 0"),
        ("not (growth(DEU, 2026) < 0 given oil(40))", "not growth(DEU, 2026) < 0 given oil(40)"),
        ("rank(core_share, ALLIES, POL, 2026) == 1", "core_share(POL, 2026) highest of ALLIES"),
        ("rank(core_share, ALLIES, POL, 2026) == 3", "count(ALLIES: core_share(2026) > core_share(POL, 2026)) == 2"),
        ("happens(ceasefire, by 2026-12)", "happens(ceasefire, UKR, by 2026-12)"),
        ("core_share(DEU, 2029, USD) >= 80000000000", "core_share(DEU, 2029, USD) >= 8e10"),
        ("happens(recession, DEU, by 2027-12)", "happens(recession, DEU, by 2027-12)"),
        ("happens(recession[calendar_year], DEU, by 2027-12)", "happens(recession, DEU, by 2027-12)"),
        ("core_share(DEU, 2029) >= 3.50", "core_share(DEU, 2029) >= 3.5"),
        (
            "effect(keep_pledge() against base, debt_ratio(CAN, 2035)) >= 6.3",
            "effect(keep_pledge() against base, debt_ratio(CAN, 2035)) >= 6.3",
        ),
    ],
)
def test_what_is_typed_has_one_canonical_text(typed, canonical):
    assert write(understood(typed)) == canonical


def test_years_words_and_levers_of_one_quantity_are_all_kept():
    question = understood(
        "change(mean(defence_spending(POL+DEU, EUR), 2026..2028, default), from 2024, percent, real) between -5 and 1e3"
    )
    q = question.left
    assert (q.who, q.unit, q.when.relation, q.when.first, q.when.last, q.when.default) == (
        ("POL", "DEU"),
        "EUR",
        "mean",
        "2026",
        "2028",
        True,
    )
    assert (q.change.since, q.change.kind, q.change.real, question.right) == ("2024", "percent", True, (-5.0, 1000.0))


@pytest.mark.parametrize("name", sorted(catalogue.all_series()))
def test_every_series_can_be_asked(name):
    about = catalogue.series(name)
    codes = catalogue.actors(about.of)
    who = "" if codes == ("world",) else f"{codes[0]}, "
    assert same_in_all_spellings(f"{name}({who}2026) >= 1")


@pytest.mark.parametrize("name", sorted(catalogue.all_events()))
def test_every_event_can_be_asked_by_each_of_its_routes(name):
    about = catalogue.event(name)
    for how in about.routes or [None]:
        code = catalogue.actors(about.route(how).of or about.of)[0]
        assert same_in_all_spellings(f"happens({name}{f'[{how}]' if how else ''}, {code}, by 2029-12)")
