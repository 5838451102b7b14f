"""Wrong questions end in one error each, with the place and what is accepted; nothing else ever escapes."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import questions

from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.questions.form import to_json
from overstretch.questions.text import parse, write

WRONG = [
    ("", "empty question; accepted"),
    ("   ", "empty question; accepted"),
    ("core_shar(DEU, 2029) >= 3.5", "no series 'core_shar'; accepted: .*near: core_share"),
    ("core_share(XXX, 2029) >= 3.5", "not asked of 'XXX'; accepted: ALB"),
    ("core_share(GEO, 2029) >= 3.5", "not asked of 'GEO'; accepted"),
    ("oil_price(DEU, 2029) >= 3.5", "of Germany is understood, and neither simulated nor in the tables; accepted: RUS"),
    ("core_share(2029) >= 3.5", "of whom\\? accepted"),
    ("core_share(DEU, 2029, GLD) >= 3.5", "not asked in 'GLD'; accepted: % of GDP, EUR"),
    ("growth(DEU, 2029, EUR) >= 3.5", "not asked in 'EUR'; accepted: %"),
    ("core_share(DEU, 2026-13) >= 3.5", "2026-13.*no month 13; accepted"),
    ("core_share(DEU, 2026-02-30) >= 3.5", "no day of the calendar; accepted"),
    ("core_share(DEU, 2055) >= 3.5", "2055: accepted: 1949 to 2040"),
    ("core_share(DEU, 1848) >= 3.5", "'1848' is no period; accepted"),
    ("core_share(DEU) >= 3.5", "moment is missing; accepted"),
    ("core_share(DEU, 2029..2030) >= 3.5", "needs mean, sum, each or any"),
    ("core_share(DEU, 2029, 2030) >= 3.5", "two moments, 2029 and 2030; accepted: one"),
    ("mean(growth(DEU), 2028..2026) < 0", "from 2028 to 2026; accepted"),
    ("change(core_share(DEU, 2026), from 2027, percent) > 0", "a time before"),
    ("change(core_share(DEU, 2026), 2025, from 2024, percent) > 0", "change.*takes a quantity"),
    ("core_share(DEU, 2029) == 3.5", "== compares counts and ranks; accepted"),
    ("core_share(DEU, 2029) >= 3.5%", "character 29: '%' cannot be read here; accepted"),
    ("core_share(DEU, 2029) >=", "character 25: 'the end' cannot be read here; accepted"),
    ("core_share(DEU, 2029)", "alone asks nothing; accepted: a comparison"),
    ("core_share(DEU, 2029) between 5 and 3", "the first figure must be the smaller one"),
    ("core_share(DEU, 2029, share of NATO) >= 5", "one of amounts.*accepted: defence_spending"),
    ("core_share(DEU, 2029) >= growth(FRA, 2029)", "core_share is in % of GDP and growth in %"),
    ("0 times core_share(DEU, 2029) >= 3", "accepted: a number above 0"),
    ("core_share(DEU, 2029) >= 1e999", "1e999 is out of range; accepted: up to 1e18"),
    ("core_share(DEU, 2029) >= NaN", "cannot be read|no quantity"),
    (f"core_share(DEU, 2029) >= {'9' * 400}", "out of range; accepted: up to 1e18"),
    ("x" * 3000, "3000 characters; accepted: up to 2000"),
    ("(" * 100 + "growth(DEU, 2029) < 0" + ")" * 100, "brackets within brackets"),
    ("not " * 450 + "growth(DEU, 2029) < 0", "contraries of contraries, more than 40"),
    ("crëscita(DEU, 2029) < 0 🚀", "character 3: .*cannot be read here; accepted"),
    ("growth(DEU, 2029) < 0 given rain()", "unknown intervention 'rain\\(\\)'; accepted: keep_pledge"),
    ("growth(DEU, 2029) < 0 given oil()", "oil takes 1 argument"),
    ("growth(DEU, 2029) < 0 given oil(40) + oil(50)", "oil twice; accepted: each lever once"),
    ("growth(DEU, 2029) < 0 given oil(40), oil(50)", "oil twice; accepted: each lever once"),
    ("effect(oil(40) against base, growth(RUS, 2029))", "needs a comparison; accepted"),
    ("effect(oil(40), growth(RUS, 2029)) < 0", "takes two worlds"),
    ("effect(oil(40) against base, growth(RUS, 2029), RUB) < 0", "effect in 'RUB': accepted: points, percent"),
    ("effect(oil(40) against base, 2 times growth(RUS, 2029)) < 0", "cannot be read|accepted"),
    ("happens(war, by 2029-12)", "no event 'war'; accepted"),
    ("happens(ceasefire)", "moment is missing; accepted"),
    ("happens(ceasefire, DEU, by 2029-12)", "of Germany is understood, and not simulated; accepted: UKR"),
    ("happens(ceasefire, UKR, RUS, by 2029-12)", "takes an event, who and one moment"),
    ("happens(ceasefire[late], by 2029-12)", "no routes"),
    ("happens(leader_exit[coup], RUS, by 2029-12)", "leader_exit\\[coup\\]: accepted: any, irregular"),
    ("happens(recession, by 2029-12)", "of whom\\? accepted"),
    ("count(ALLIES: core_share(2030) >= 3.5) < 40", "the group has 32 members; accepted: 0 to 32"),
    ("count(ALIES: core_share(2030) >= 3.5) < 4", "no group 'ALIES'; accepted.*near: ALLIES"),
    ("count(ALLIES: core_share(2030) >= 3.5) < 4.5", "4.5 is no number of members"),
    ("count(ALLIES: core_share(2030) >= 3.5) between 5 and 2", "the smaller one first"),
    ("count(ALLIES: core_share(2030) >= 3.5) < all", "'all' goes with =="),
    ("count(ALLIES: core_share(DEU, 2030) >= 3.5) < 4", "members are asked without a name"),
    ("count(ALLIES: policy_rate(2030) >= 3.5) < 4", "not asked of every member"),
    ("rank(core_share, ALLIES, POL, 2026, EUR) == 1", "takes a series, a group, who and a moment"),
    ("rank(core_share, ALLIES, POL, 2026) == 0", "a rank is 1 or more"),
    ("special(omen)", "no special question 'omen'; accepted"),
    ("special(review)", "year missing; accepted"),
    ("special(response, who=RUS, direction=sideways, in 2030)", "accepted: up, down"),
    ("and(growth(DEU, 2029) < 0)", "joins at least two"),
    ("__import__('os').system('true')", "cannot be read here; accepted"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[text[:40] or "empty" for text, _ in WRONG])
def test_a_wrong_question_is_one_error_that_says_what_is_accepted(text, message):
    with pytest.raises(InputError, match=message) as error:
        understood(text)
    assert "\n" not in str(error.value)


GROWTH = {
    "kind": "compare",
    "left": {"series": "growth", "who": "DEU", "when": {"in": "2026"}},
    "op": "<",
    "right": {"value": 1},
}
MANY = {
    "kind": "count",
    "group": "ALLIES",
    "where": {"series": "core_share", "when": {"in": "2030"}, "op": ">=", "right": {"value": 3.5}},
    "op": "<",
    "n": 10,
}


def nested(depth: int) -> dict:
    return GROWTH if depth == 0 else {"kind": "and", "of": [GROWTH, nested(depth - 1)]}


@pytest.mark.parametrize(
    ("held", "message"),
    [
        ([], "is no question|JSON object"),
        ({}, "of kind 'None'; accepted: compare"),
        ({"kind": "compare"}, "'left' is missing"),
        (GROWTH | {"right": {"value": float("nan")}}, "out of range"),
        (GROWTH | {"right": {"value": "nan"}}, "out of range"),
        (GROWTH | {"right": {"value": float("inf")}}, "out of range"),
        (GROWTH | {"right": {"value": 10**400}}, "too large"),
        (GROWTH | {"left": GROWTH["left"] | {"times": float("nan")}}, "out of range"),
        (GROWTH | {"op": "highest"}, "accepted: a group"),
        (GROWTH | {"op": "between", "right": {"low": 3, "high": 1}}, "smaller one"),
        (GROWTH | {"given": [{"do": "rain()"}]}, "unknown intervention"),
        (GROWTH | {"left": GROWTH["left"] | {"when": {"mean": ["2028", "2026"]}}}, "from 2028 to 2026"),
        (GROWTH | {"left": GROWTH["left"] | {"when": {"in": "2026", "by": "2027"}}}, "a moment"),
        (GROWTH | {"left": GROWTH["left"] | {"change": {"from": "2025", "as": "tripled"}}}, "accepted: percent"),
        (GROWTH | {"left": GROWTH["left"] | {"series": 'other:a"b'}}, "without quotation marks"),
        (MANY | {"n": -3}, "accepted: 0 to 32"),
        (MANY | {"n": 2.7}, "a whole number"),
        (MANY | {"n": True}, "a whole number"),
        ({"kind": "and", "of": [GROWTH]}, "accepted: 2 to 60"),
        ({"kind": "and", "of": "abc"}, "JSON object"),
        (nested(25), "more than 20 deep"),
        ({"kind": "happens", "event": "ceasefire", "when": {"mean": ["2026", "2027"]}}, "accepted: in, by, before"),
        (
            {"kind": "effect", "cause": "the weather", "of": GROWTH["left"], "op": "<", "value": 0},
            "no lever stands for the cause",
        ),
        ({"kind": "special", "name": "review", "slots": None}, "special"),
    ],
)
def test_a_wrong_object_is_one_error(held, message):
    with pytest.raises(InputError, match=message):
        understood(held)


def only_input_error(call, *arguments):
    try:
        return call(*arguments)
    except InputError as error:
        assert str(error) and "\n" not in str(error)
    return None


LETTERS = st.text(alphabet="coreshagwtnDEUPL 0123456789.()[],:<>=+-\"'%…é🚀\n", max_size=80)


@settings(max_examples=300)
@given(st.text(max_size=120) | LETTERS)
@example("\x00")
@example('"')
@example("not " * 499)
def test_no_text_breaks_the_reader(text):
    only_input_error(parse, text)
    only_input_error(understood, text)


@settings(max_examples=200)
@given(questions(), st.data())
def test_a_mangled_question_is_another_question_or_an_error(question, data):
    text = write(question)
    at = data.draw(st.integers(0, len(text)))
    what = data.draw(
        st.sampled_from(["", "(", ")", ",", "0", "9" * 30, " not ", " given ", "-", "RUS", "2026", "..", "\u2212", "e"])
    )
    found = only_input_error(understood, text[:at] + what + text[at + data.draw(st.integers(0, 3)) :])
    if found is not None:
        assert understood(write(found)) == found


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["2026", "DEU", "growth", "compare", ">="]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "left", "op", "right", "when", "in", "of", "n", "who"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(questions(), JSON, st.data())
def test_no_object_breaks_the_reader(question, strange, data):
    held = to_json(question)
    only_input_error(understood, strange if isinstance(strange, dict) else {"kind": strange})
    only_input_error(understood, held | {data.draw(st.sampled_from(sorted(held))): strange})
