"""Every code that an answer can print has words."""

from __future__ import annotations

import pytest

from overstretch.assumptions import AXES, load_priors
from overstretch.claims.grounds.grades import laws as scored
from overstretch.engine.plan import World
from overstretch.facts.registry import variables
from overstretch.model.registry import SWITCHES, WIRING
from overstretch.questions import catalogue, labels
from overstretch.questions.futures.answer import world


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        (load_priors(), "priors"),
        (AXES, "axes"),
        ([option for options in AXES.values() for option in options], "options"),
        (scored(), "laws"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_code_has_words(codes, kind):
    assert set(codes) <= set(labels.tables()[kind])


def test_no_words_without_a_code():
    assert set(labels.tables()["priors"]) == set(load_priors())


def test_every_law_that_a_record_rests_on_is_declared():
    rows = (*catalogue.all_series().values(), *catalogue.all_events().values(), *catalogue.all_specials().values())
    named = {law for row in rows for law in (*row.law.values(), *getattr(row, "laws", ()))}
    assert named - {"facts", "untested"} <= set(labels.tables()["laws"])


def test_modules_switches_and_figures_exist():
    modules = labels.tables()["modules"]
    for law in map(labels.law, labels.tables()["laws"]):
        assert set(law.modules) <= set(modules) and set(law.switches) <= set(SWITCHES)
    assert set(modules) == set(WIRING.laws)
    assert {f for about in modules.values() for f in about["facts"]} <= set(variables())
    assert {prior.law for prior in load_priors().values()} <= set(modules)


def test_a_world_is_a_clause():
    assert labels.world(world("keep_pledge()")) == "every ally keeps the pledge"
    assert labels.world(world("hold_burden(2024)")) == "the allies' burdens stay at their level of 2024"
    assert labels.world(World()) == "nothing is changed"
    assert labels.factor("will_ESP") == "political will of Spain"
    assert labels.factor("alliance: threat or base rate only").endswith("the perceived threat or base rates alone")


def test_units_of_base_rates_have_a_singular():
    for unit in labels.tables()["units"]:
        label = labels.counted_in(unit)
        assert label.one != label.several
