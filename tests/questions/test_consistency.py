"""What must hold between answers, whatever the model says: over generated questions, on one run of the real model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import GROUPS, RUN, answerable, in_the_run, pick, plain, simulated, simulated_events, whole

from overstretch.engine.plan import World
from overstretch.errors import InputError, Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import (
    And,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Or,
    Quantity,
    Question,
    When,
    parts,
)
from overstretch.questions.futures.answer import Answer, world
from overstretch.questions.futures.outcome import outcome
from overstretch.questions.futures.series import level

EXACT = 1e-9


def answer(real, question: Question) -> Answer:
    """The answer, or another example where the futures can't tell."""
    try:
        return real.ask(question)
    except Unanswerable:
        assume(False)
        raise


def everywhere(real, question: Question) -> np.ndarray:
    """Chance per future, NaN in those that a condition or the cut-off leaves out."""
    found = answer(real, question)
    p = np.full(real.base.sizes["future"], np.nan)
    p[slice(None) if found.rows is None else found.rows] = found.p
    return p


def at_most(a: np.ndarray, b: np.ndarray) -> bool:
    both = np.isfinite(a) & np.isfinite(b)
    return bool(both.any() and (a[both] <= b[both] + EXACT).all())


def same(a: np.ndarray, b: np.ndarray) -> bool:
    return at_most(a, b) and at_most(b, a)


def around(real, q: Quantity, share: float) -> float:
    """A figure within the quantity's own spread, to three digits."""
    return float(f"{np.quantile(level(checked(Compare(q, '>', 0)).left, real.worlds.view(WORLD)), share):.3g}")


WORLD = World()


@settings(max_examples=150)
@given(simulated(), whole(2, 50), whole(50, 98))
def test_a_higher_threshold_is_never_more_likely(real, q, low, high):
    a, b = sorted((around(real, q, low / 100), around(real, q, high / 100)))
    at_least = [everywhere(real, Compare(q, ">=", x)) for x in (a, b)]
    below = [everywhere(real, Compare(q, "<", x)) for x in (a, b)]
    above, at_best = everywhere(real, Compare(q, ">", a)), everywhere(real, Compare(q, "<=", a))
    assert at_most(at_least[1], at_least[0]) and at_most(below[0], below[1]) and at_most(above, at_least[0])
    assert same(at_least[0], 1 - below[0]) and same(above, 1 - at_best)
    if a < b:
        assert at_most(everywhere(real, Compare(q, "between", (a, b))), at_least[0])


@settings(max_examples=120)
@given(simulated_events(), whole(0, 8))
def test_a_later_date_is_never_less_likely(real, event, years):
    later = replace(event, when=When("by", f"{min(2040, int(event.when.first[:4]) + years)}{event.when.first[4:]}"))
    assert at_most(everywhere(real, event), everywhere(real, later))


@settings(max_examples=180)
@given(answerable())
def test_a_thing_and_its_contrary_make_one(real, question):
    found, contrary = answer(real, question), answer(real, Not(question))
    assert np.isfinite(found.p).all() and found.p.min() >= -EXACT and found.p.max() <= 1 + EXACT
    assert np.allclose(found.p + contrary.p, 1, atol=EXACT)
    if found.difference is not None and not isinstance(question, Effect):
        assert np.allclose(found.difference, -contrary.difference, atol=EXACT)


def told_apart(question: Question) -> bool:
    """Whether no two events hang on each other: then chances are exact in each future."""
    names = {part.event for part in parts(question) if isinstance(part, Happens)}
    roots = [catalogue.event(name).follows or name for name in names]
    return len(roots) == len(set(roots))


@settings(max_examples=100)
@given(st.lists(plain() | simulated_events(), min_size=2, max_size=3).map(in_the_run))
def test_all_are_rarer_and_one_of_them_is_likelier_than_each(real, several):
    assume(told_apart(And(tuple(several))))
    each = [everywhere(real, q) for q in several]
    all_of, one_of = everywhere(real, And(tuple(several))), everywhere(real, Or(tuple(several)))
    for p in each:
        assert at_most(all_of, p) and at_most(p, one_of)
    assert same(one_of, 1 - everywhere(real, And(tuple(Not(q) for q in several))))


def test_over_years_inflation_is_asked_of_each_year_and_a_rate_of_every_quarter(real):
    years = [real.p(f"inflation(RUS, {year}) > 5") for year in (2027, 2028)]
    both = real.p("each(inflation(RUS), 2027..2028) > 5")
    assert same(both, real.p("and(inflation(RUS, 2027) > 5, inflation(RUS, 2028) > 5)"))
    assert all(at_most(both, one) for one in years)
    assert at_most(real.p("each(inflation(RUS), 2027-01..2028-12) > 5"), both)
    assert same(
        real.p("each(policy_rate(RUS), 2027..2028) > 9"), real.p("each(policy_rate(RUS), 2027-01..2028-12) > 9")
    )


@settings(max_examples=80)
@given(simulated_events(), whole(0, 6))
def test_an_event_by_two_dates_is_the_event_by_one(real, event, years):
    later = replace(event, when=When("by", f"{min(2040, int(event.when.first[:4]) + years)}{event.when.first[4:]}"))
    one, two = everywhere(real, event), everywhere(real, later)
    assert same(everywhere(real, And((event, later))), one) and same(everywhere(real, Or((later, event))), two)
    assert same(everywhere(real, And((later, Not(event)))), two - one)


@settings(max_examples=40)
@given(whole(2026, 2040), whole(1, 4))
def test_the_routes_of_an_exit_compete_and_sum_to_any(real, year, quarter):
    def by(how: str) -> Happens:
        return Happens("leader_exit", "RUS", When("by", f"{year}-{3 * quarter:02d}"), how)

    routes = {how: real.p(by(how)) for how in ("irregular", "regular", "natural", "forced", "any")}
    assert np.allclose(routes["irregular"] + routes["regular"] + routes["natural"], routes["any"], atol=EXACT)
    assert at_most(routes["irregular"], routes["forced"]) and at_most(
        routes["forced"], routes["irregular"] + routes["regular"]
    )
    assert np.allclose(real.p(And((by("irregular"), by("natural")))), 0, atol=EXACT)
    assert np.allclose(real.p(Or((by("irregular"), by("regular"), by("natural")))), routes["any"], atol=EXACT)


COUNTABLE = [n for n, s in catalogue.all_series().items() if "allies" in s.of and s.simulated and s.group != "world"]


@settings(max_examples=80)
@given(pick(COUNTABLE), pick(GROUPS), whole(2026, 2038), st.data())
def test_a_count_agrees_with_its_members(real, series, group, year, data):
    members = catalogue.armed(group)
    q = Quantity(series, (), When("in", f"{year}"))
    middle = np.median([level(replace(q, who=(m,)), real.worlds.view(WORLD)) for m in members])
    where = Compare(q, data.draw(pick((">=", "<", ">"))), float(f"{middle:.3g}"))
    number = np.sum([real.p(replace(where, left=replace(q, who=(m,)))) for m in members], axis=0)
    n, k = len(members), data.draw(st.integers(0, len(members)))
    for op, held in (
        (">=", number >= k),
        ("<", number < k),
        ("==", number == k),
        (">", number > k),
        ("<=", number <= k),
    ):
        assert np.array_equal(real.p(Count(group, where, op, k)), held)
    assert np.array_equal(real.p(Count(group, where, "==", "all")), number == n)
    assert np.array_equal(real.p(Count(group, where, "==", 0)), number == 0)
    assert np.array_equal(real.p(Count(group, where, ">", n // 2)), number > n // 2)
    assert np.array_equal(real.p(Count(group, where, "between", (k // 2, k))), (number >= k // 2) & (number <= k))


@settings(max_examples=60)
@given(
    pick(("defence_spending", "gdp", "core_share", "debt_ratio", "balance", "related_share")),
    pick(GROUPS),
    whole(2026, 2038),
    pick(("USD", "EUR", "PLN")),
)
def test_a_groups_money_is_that_of_its_members(real, series, group, year, currency):
    view, when = real.worlds.view(WORLD), When("in", f"{year}")
    unit = "" if currency == "USD" and series in ("defence_spending", "gdp") else currency
    held = [level(Quantity(series, (m,), when, unit), view) for m in catalogue.armed(group)]
    total = level(Quantity(series, (group,), when, unit), view)
    assert np.allclose(np.sum(held, axis=0), total, rtol=1e-9)
    assert np.allclose(level(Quantity(series, catalogue.armed(group), when, unit), view), total, rtol=1e-12)
    if series in ("defence_spending", "gdp"):
        shares = [level(Quantity(series, (m,), when, unit, share_of=group), view) for m in catalogue.armed(group)]
        assert np.allclose(np.sum(shares, axis=0), 100, rtol=1e-9)
    else:
        own = np.stack([level(Quantity(series, (m,), when), view) for m in catalogue.armed(group)])
        whole_group = level(Quantity(series, (group,), when), view)
        assert (whole_group >= own.min(0) - EXACT).all() and (whole_group <= own.max(0) + EXACT).all()


@settings(max_examples=80)
@given(simulated(), whole(2026, 2033), whole(1, 5), whole(5, 95))
def test_a_span_agrees_with_its_periods(real, q, first, years, share):
    view = real.worlds.view(WORLD)

    def over(relation: str) -> np.ndarray:
        return level(replace(q, when=When(relation, f"{first}", f"{first + years}")), view)

    each = over("each")
    assert (over("mean") >= each.min(0) - 1e-6 * abs(each).max()).all() and (
        over("mean") <= each.max(0) + 1e-6 * abs(each).max()
    ).all()
    single = [level(replace(q, when=When("in", f"{y}")), view) for y in range(first, first + years + 1)]
    assert np.allclose(over("sum"), np.sum(single, axis=0), rtol=1e-9) and np.allclose(
        over("mean"), np.mean(single, axis=0), rtol=1e-9
    )
    assert np.array_equal(over("any"), each)
    limit = float(f"{np.quantile(each, share / 100):.3g}")
    every, some = (
        real.p(Compare(replace(q, when=When(r, f"{first}", f"{first + years}")), ">=", limit)) for r in ("each", "any")
    )
    mean = real.p(Compare(replace(q, when=When("mean", f"{first}", f"{first + years}")), ">=", limit))
    about = catalogue.series(q.series)
    assert at_most(every, some)
    if not about.printed:  # figures are compared as printed, means too
        assert at_most(every, mean) and at_most(mean, some)
    if not about.year:
        years_alone = tuple(
            Compare(replace(q, when=When("in", f"{y}")), ">=", limit) for y in range(first, first + years + 1)
        )
        assert np.array_equal(every, real.p(And(years_alone))) and np.array_equal(some, real.p(Or(years_alone)))


@settings(max_examples=80)
@given(plain().map(in_the_run) | simulated_events(), simulated(), whole(20, 80))
def test_a_condition_keeps_the_futures_that_meet_it(real, question, q, share):
    condition = Compare(q, ">=", around(real, q, share / 100))
    met = everywhere(real, condition) == 1
    free = everywhere(real, question)
    kept = met & np.isfinite(free)
    assume(kept.sum() >= 30 and not kept.all())
    found = answer(real, Given(question, (condition,)))
    assert np.array_equal(found.rows, np.flatnonzero(kept))
    assert found.p.mean() == pytest.approx(free[kept].mean(), abs=EXACT)


@settings(max_examples=60)
@given(plain().map(in_the_run) | simulated_events(), pick(RUN))
def test_a_given_lever_is_the_question_in_that_world(real, question, lever):
    found = answer(real, Given(question, (Do(lever),)))
    there = outcome(checked(question), real.worlds.view(world(lever)))
    assert np.allclose(found.p, there.p, atol=EXACT)
    assert found.difference is not None


@settings(max_examples=80)
@given(simulated() | simulated_events(), pick((*RUN, "base")), pick((*RUN, "base")))
def test_a_cause_against_itself_does_nothing_and_turned_it_does_the_contrary(real, of, one, two):
    assert not answer(real, Effect((Do(one), Do(one)), of, ">", 0)).difference.any()
    there = answer(real, Effect((Do(one), Do(two)), of, ">", 0)).difference
    back = answer(real, Effect((Do(two), Do(one)), of, "<", 0)).difference
    if len(there) == len(back):
        assert np.allclose(there, -back, atol=EXACT)


SAME = [
    ("growth({who}, {y}) < 0", "happens(recession, {who}, {y})"),
    ("growth({who}, {y}) < -5", "happens(recession[fall_of_5], {who}, {y})"),
    ("core_share({who}, {y}) >= 2.5", "core_share({who}, by {y}-12) >= 2.5"),
    ("core_share({who}, {y}) >= 2.5", "core_share({who}, before {next}-01) >= 2.5"),
    ("core_share({who}, {y}) >= 2.5", "core_share({who}, by {next}-01-01) >= 2.5"),
    ("core_share({who}, {y}) >= 2.5", "not core_share({who}, {y}) < 2.5"),
    ("core_share({who}, {y}) >= 2.5", 'defence_spending({who}, {y}, "% of GDP") >= 2.5'),
    ("debt_ratio({who}, {y}) > 60", "not debt_ratio({who}, {y}) <= 60"),
    ("defence_spending({who}, {y}) >= 1e10", "defence_spending({who}, {y}, USD) >= 1e10"),
    ("defence_spending({who}, {y}, EUR) >= 1e10", "core_share({who}, {y}, EUR) >= 1e10"),
    ("change(core_share({who}, {y}), from 2025, absolute) > 0", "core_share({who}, {y}) > core_share({who}, 2025)"),
    (
        "change(core_share({who}, {y}), from 2025, percent) >= 20",
        "change(core_share({who}, {y}), from 2025, multiple) >= 1.2",
    ),
    ("rank(core_share, EUROPE, {who}, {y}) == 1", "core_share({who}, {y}) highest of EUROPE"),
    (
        "2 times core_share({who}, {y}) >= core_share(USA, {y})",
        "core_share({who}, {y}) >= 0.5 times core_share(USA, {y})",
    ),
    ("happens(ceasefire, by {y}-12)", "happens(ceasefire, UKR, before {next}-01)"),
    ("happens(leader_exit, RUS, by {y}-12)", "happens(leader_exit[any], RUS, by {next}-01-01)"),
    ("happens(alliance_dissolution, by {y}-12)", "happens(alliance_dissolution, NATO, before {next}-01)"),
    ("mean(growth({who}), {y}..{y}) < 1", "growth({who}, {y}) < 1"),
    (
        "effect(keep_pledge() against base, core_share({who}, {y})) > 0",
        "effect(keep_pledge() against base, core_share({who}, {y}), points) > 0",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_questions_that_say_the_same_get_the_same_answer(real, one, other):
    for who in ("DEU", "POL", "ITA"):
        for year in (2026, 2030, 2035):
            first, second = (real.p(text.format(who=who, y=year, next=year + 1)) for text in (one, other))
            assert np.array_equal(first, second), (who, year)


@pytest.mark.parametrize("year", range(2026, 2036))
def test_a_shrinking_russian_economy_is_a_recession(real, year):
    assert np.array_equal(real.p(f"growth(RUS, {year}) < 0"), real.p(f"happens(recession[calendar_year], RUS, {year})"))


def test_a_world_that_was_not_run_is_named(real):
    with pytest.raises(InputError, match=r"oil\(90\)"):
        real.ask("growth(RUS, 2027) < 0 given oil(90)")


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("happens(ally_exit[out], by 2026-03)", 0.0),  # notice can be given from now on, and takes a year
        ("any(core_share(POL), 2026..2028) highest of BALTICS", None),
        ("each(core_share(POL), 2026..2028) lowest of NORDICS", None),
    ],
)
def test_corners_have_one_chance_per_future(real, text, chance):
    p = real.p(text)
    assert p.shape == (1024,) and set(np.unique(p)) <= {0.0, 1.0}
    assert chance is None or p.mean() == chance


@pytest.mark.parametrize(
    "text", ["happens(recession, DEU, 1990)", "happens(alliance_strain, by 2024-12)", "happens(ceasefire, by 2024-12)"]
)
def test_what_lies_before_the_run_is_no_question_for_it(real, text):
    with pytest.raises(Unanswerable, match=r"before the run|had passed"):
        real.ask(text)
