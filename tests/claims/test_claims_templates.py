"""The registry: every template is complete, is exercised, and reads its outcome from the futures."""

from __future__ import annotations

import numpy as np
import pytest
from sentences import CASES, say
from synthetic import synthetic_futures

from overstretch import claims
from overstretch.claims import outcomes, registry, worlds
from overstretch.claims.planning import worlds_of
from overstretch.engine.plan import Intervention, World
from overstretch.errors import InputError

WANTED = {
    "pledge_reached", "spending_changed", "alliance_collapse", "ruler_downfall", "tools_near_limits", "recession",
    "forces_rebuilt", "review_adjusts", "member_misses", "response_to", "precedent", "strain_compared", "macro_forecast",
    "spending_recession", "us_pressure_spending", "ambitions_within_means", "collective_defence_holds",
    "relabelled_share", "ally_free_rides", "fiscal_limit", "balance_of_forces", "remark_shifts_spending", "stated_fact",
    "evaluation",
}  # fmt: skip


@pytest.fixture(scope="module")
def base():
    return synthetic_futures(600, seed=3)["base"].to_dataset()


def test_all_templates_exist_and_are_exercised():
    assert set(registry.templates()) >= WANTED
    assert {case[2] for case in CASES if case[2]} == set(registry.templates())


def test_unknown_template_says_what_exists():
    with pytest.raises(InputError, match="pledge_reached"):
        registry.template("nonsense")


@pytest.mark.parametrize("case", [c for c in CASES if c[2]], ids=[c[0][:40] for c in CASES if c[2]])
def test_question_rule_and_slots(case):
    statement = claims.compile_statements([say(case[0], **case[1])], {}, "2025-07-03")[0]
    template, slots = registry.template(case[2]), statement.proposition.slots
    question, rule = template.question(slots), template.rule(slots)
    assert question.rstrip(")").endswith("?") or question.endswith("intent)"), question
    for text in (question, rule, template.description):
        assert " will " not in f" {text} " and "None" not in text
    assert {s.name for s in template.slots} | {"given", "negated", "asks"} == set(slots)
    for slot in template.slots:
        assert slot.meaning
        if slot.accepts and slots[slot.name] is not None:
            assert slots[slot.name] in slot.accepts
    for world in worlds_of(template, slots) or ():
        assert {i.name for i in world.interventions} <= set(worlds.INTERVENTIONS)


def test_worlds_match_the_claim():
    cases = {
        "NATO's increased budgets could lead to the alliance's collapse": ("keep_pledge()", "hold_burden(2024)"),
        "NATO's reduced budgets could lead to the alliance's collapse": ("hold_burden(2024)", "keep_pledge()"),
        "the arms race could topple Putin": ("sustain_rus_burden()", "rus_burden(2021)"),
        "the arms race could lead to the end of NATO": ("keep_pledge()", "hold_burden(2024)"),
        "if oil falls to 40 dollars, the wealth fund will run dry": ("oil(40)", "base"),
    }
    for content, names in cases.items():
        s = claims.compile_statements([say(content, modality="could")], {}, "2025-07-03")[0]
        pair = worlds_of(registry.template(s.proposition.template), s.proposition.slots)
        assert tuple(w.name.replace("40.0", "40") for w in pair) == names, content


def test_the_plan_holds_only_what_is_needed():
    few = claims.compile_statements(
        [say("Germany will spend 3.5% of GDP on defence by 2029", by=2029)], {}, "2025-07-03"
    )
    plan = claims.make_plan(few)
    assert plan.contrasts == () and plan.horizon == 2035 and "core_share" in plan.outcomes
    more = claims.compile_statements([say("the arms race will topple Putin by 2038", by=2038), say("the arms race may topple Putin", id="t")], {}, "2025-07-03")  # fmt: skip
    plan = claims.make_plan([*few, *more])
    assert [w.name for w in plan.contrasts] == ["rus_burden(2021)", "sustain_rus_burden()"]
    assert plan.horizon == 2038
    assert claims.make_plan([], 2040).horizon == 2040
    assert plan.contrasts[0] == World((Intervention("rus_burden", (2021,)),))


def test_reached_follows_the_definition_of_the_pledge(base):
    share = base.copy(deep=True)
    row = list(share["actor"].values).index("POL")
    year = 2035 - int(share["year"].values[0])
    for core, related, level, component, expected in (
        (3.495, 0.0, 3.5, "core", True), (3.494, 0.0, 3.5, "core", False), (3.5, 1.5, 5.0, "total", True),
        (3.4, 1.8, 5.0, "total", False), (4.0, 0.9, 5.0, "total", False), (4.2, 0.8, 5.0, "total", True),
        (3.0, 2.5, 4.5, "total", True), (2.9, 2.5, 4.5, "total", False),
    ):  # fmt: skip
        share["core_share"].values[row, year] = core
        share["related_share"].values[row, year] = related
        got = outcomes.reaches(share, 2035, level, component)[row]
        assert got.all() == expected and got.any() == expected, (core, related, level)


def test_events_count_to_the_end_of_the_year(base):
    world = base.copy(deep=True)
    world["event_exit"].values[:] = 2031.0  # the end of 2030Q4
    assert outcomes.by_event(world, "event_exit", 2030).all()
    assert not outcomes.by_event(world, "event_exit", 2029).any()
    world["event_exit"].values[:] = np.nan
    assert not outcomes.by_event(world, "event_exit", 2040).any()


def test_hazards_agree_with_counted_events():
    many = synthetic_futures(5_000, seed=8)["base"].to_dataset()
    by_hazard = outcomes.by_hazard(many, "hazard_exit", 2035).mean()
    counted = outcomes.by_event(many, "event_exit", 2035).mean()
    assert abs(by_hazard - counted) < 4 * np.sqrt(counted * (1 - counted) / 5_000)


def test_competing_routes_sum_to_one_with_survival(base):
    routes = ("hazard_leader_irregular", "hazard_leader_regular", "hazard_leader_natural")
    parts = [outcomes.by_competing_hazards(base, (r,), routes, 2035) for r in routes]
    survival = np.exp(-sum(base[r].values[10].astype(float) for r in routes))
    assert np.allclose(sum(parts) + survival, 1, atol=1e-6)
    alone = outcomes.by_competing_hazards(base, routes[:1], routes[:1], 2035)
    assert np.allclose(alone, outcomes.by_hazard(base, routes[0], 2035), atol=1e-6)


def test_a_year_outside_the_run_is_an_error(base):
    with pytest.raises(InputError, match="2040"):
        outcomes.by_event(base, "event_exit", 2055)


def test_every_alternative_is_a_probability_or_a_share(base):
    for content, fields, name, _ in CASES:
        if name is None:
            continue
        slots = claims.compile_statements([say(content, **fields)], {}, "2025-07-03")[0].proposition.slots
        template = registry.template(name)
        for words, outcome in template.alternatives(slots).items():
            values = outcome(base, slots)
            assert values.shape == (600,) and values.min() >= 0 and values.max() <= 1, (name, words)
