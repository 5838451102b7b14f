"""The same laws on other rivalries, and what a system file of one's own may declare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from overstretch import facts
from overstretch.engine.interventions import expand
from overstretch.engine.plan import Plan, World
from overstretch.engine.request import Request
from overstretch.engine.run import run
from overstretch.engine.schema import VARIABLES
from overstretch.errors import InputError
from overstretch.facts import MissingFact
from overstretch.systems import load_system, prepare
from overstretch.systems.declare import shipped_systems

OTHERS = ("cold-war", "greece-turkey", "india-pakistan")


@pytest.fixture(scope="module")
def prepared_as() -> Callable:
    @cache
    def at(name: str):
        system = load_system(name)
        known = facts.load().as_of(system.as_of.isoformat(), reconstructed=system.reconstructed)
        return prepare(system, known, system.as_of)

    return at


def test_these_are_all_that_are_shipped() -> None:
    assert set(shipped_systems()) == {*OTHERS, "nato-russia"}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_known_starts_the_system_and_later_figures_do_not(name: str, prepared_as: Callable) -> None:
    prepared = prepared_as(name)
    system, start = prepared.system, prepared.start
    known = facts.load().as_of(system.as_of.isoformat(), reconstructed=True)
    for place, actor in enumerate(prepared.actors):
        series = known.series(system.facts.burden_instead.get(actor, system.facts.burden), actor)
        assert int(series.index[-1]) < system.as_of.year
        assert start.share[place] == pytest.approx(series.iloc[-1] / 100.0)
    assert all(np.isfinite(values).all() for values in (*start, *prepared.base))
    assert any("reconstructed" in note for note in prepared.notes)


def test_nobody_fills_a_role_that_the_system_lacks(prepared_as: Callable) -> None:
    two = prepared_as("greece-turkey").start
    assert two.protector.sum() == two.attacked.sum() == 0 and two.rival.sum() == 1
    cold = prepared_as("cold-war")
    assert cold.actors[int(np.argmax(cold.start.protector))] == "USA" and cold.start.attacked.sum() == 0


def test_futures_of_two_actors(prepared_as: Callable) -> None:
    """Finite, only of the laws that apply, under the rival's own name; the reaction is felt in a paired world."""
    prepared = prepared_as("greece-turkey")
    calm = World(expand("no_reaction()", {}))
    tree = run(prepared, Plan(2010, (calm,)), 1024)
    base, without = (tree[node].to_dataset() for node in tree.children)
    assert base["nonfinite"].sum() == 0
    names = set(base.data_vars)
    left_out = {n for n, about in VARIABLES.items() if about.law and about.law not in prepared.system.laws}
    assert not names & left_out and {"tur_strain", "tur_equipment", "allies_strain", "core_share"} <= names
    assert not [n for n in names if n.startswith(("rus_", "nato_"))]
    assert "Russia" not in " ".join(str(base[n].attrs) for n in names)
    reacting = base["variants"].sel(axis="reaction").values > 0
    changed = (base["core_share"].values != without["core_share"].values).any(axis=(0, 1))
    assert changed[reacting].all() and not changed[~reacting].any()


@pytest.mark.parametrize("name", OTHERS)
def test_all_off_is_the_baseline(name: str, prepared_as: Callable) -> None:
    from overstretch.model.registry import SWITCHES

    prepared = prepared_as(name)
    base = run(prepared, Plan(prepared.system.clock.last_year), 1, off=SWITCHES)["base"].to_dataset()
    burden = base["core_share"].isel(future=0).values
    np.testing.assert_allclose(burden, np.broadcast_to(100 * prepared.start.share[:, None], burden.shape), rtol=1e-4)
    year = np.array([int(label[:4]) for label in prepared.quarters])
    whole = [y for y in prepared.years if (year == y).sum() == 4]
    levels = np.array([prepared.base.real[year == y].sum(0) for y in whole])
    growth = base["growth"].isel(future=0).sel(year=whole[1:]).values.T
    np.testing.assert_allclose(growth, 100 * (levels[1:] / levels[:-1] - 1), atol=1e-3)


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def shipped(name: str) -> str:
    return (files("overstretch.systems") / f"{name}.toml").read_text("utf-8")


def test_a_declared_intervention_is_its_parts_joined() -> None:
    declared = load_system("cold-war").interventions
    assert expand("disarm", declared) == expand("hold_burden(1956) + sustain_rival_burden()", {})
    with pytest.raises(InputError, match=r"accepted: disarm, keep_pledge"):
        expand("rearm", declared)


def test_an_intervention_of_an_absent_law_is_refused(prepared_as: Callable) -> None:
    with pytest.raises(InputError, match=r"oil\(40\): the law war_economy is not part of this system"):
        run(prepared_as("greece-turkey"), Plan(2010, (World(expand("oil(40)", {})),)), 1)


def test_own_priors_replace_the_shipped_ones(prepared_as: Callable) -> None:
    held = {prior.name: prior for prior in prepared_as("cold-war").priors}
    assert held["rival_military_ppp"].distribution == "constant" and held["rival_military_ppp"].values == (1.0,)
    base = run(prepared_as("cold-war"), Plan(1991), 64)["base"]
    assert (base["parameters"].sel(parameter="rival_military_ppp") == 1.0).all()


def test_an_actor_without_figures_is_named(tmp_path: Path) -> None:
    system = load_system(own(tmp_path, shipped("greece-turkey").replace('rival = "TUR"', 'rival = "PRK"')))
    known = facts.load().as_of("1985-01-01", reconstructed=True)
    with pytest.raises(MissingFact, match="PRK"):
        prepare(system, known, date(1985, 1, 1))


def test_dated_elections_bind_turnover_to_their_years(tmp_path: Path) -> None:
    text = shipped("nato-russia") + "\n[calendar.elections]\nFRA = [2027, 2032]\n"
    system = load_system(own(tmp_path, text))
    prepared = prepare(system, facts.load().as_of("2025-07-03"), date(2025, 7, 3))
    years = np.array([int(label[:4]) for label in prepared.quarters])
    election = prepared.base.election
    france = prepared.actors.index("FRA")
    assert (np.delete(election, france, axis=1) == 1.0).all()
    assert {int(y): float(n) for y, n in zip(years, election[:, france], strict=True) if n} == {2027: 4.0, 2032: 5.0}


def test_the_walk_through_of_the_documentation_runs(tmp_path: Path) -> None:
    """The page's own file, with figures laid over the embedded ones; without them the message names what is missing."""
    page = (Path(__file__).parents[2] / "docs" / "rivalries.md").read_text("utf-8")
    (text,) = [block.split("```")[0] for block in page.split("```toml\n")[1:]]
    path = tmp_path / "east-asia.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"gdp_maddison.*CHN"):
        Request(path).job()
    head = "entity,period,variable,value,unit,kind,edition,published,source,address,terms,note"
    rows = [
        f'CHN,{y},gdp_maddison,{3000 * 1.08 ** (y - 1980):.1f},"2011 international dollars, '
        f'billion",estimate,own,{y + 1}-12-31,a figure of this test,none,none,'
        for y in range(1980, 2000)
    ]
    figures = tmp_path / "my-figures.csv"
    figures.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    job = Request(path, futures=64, do=("freeze",), facts_files=(figures,)).job()
    tree = run(job.prepared, Request(path, do=("freeze",)).plan(job.prepared.system), 64)
    frozen = tree[list(tree.children)[1]].to_dataset()
    assert {"chn_strain", "chn_equipment"} <= set(frozen.data_vars)
    assert float(frozen["core_share"].sel(actor="CHN").std("year").mean()) < 0.2


def test_a_stored_run_carries_the_systems_own_names(tmp_path: Path) -> None:
    from overstretch.engine.reading import counted, fan, summary
    from overstretch.engine.reading import open as open_run
    from overstretch.engine.request import store_run

    store_run(Request("greece-turkey", futures=64), tmp_path / "run")
    world = open_run(tmp_path / "run")["base"].to_dataset()
    names = {*map(str, world.data_vars), *counted(world)}
    assert {"tur_equipment", "tur_strain", "allies_strain"} <= names
    assert not [name for name in names if name.startswith(("rus_", "nato_", "hazard_", "us_"))]
    strain = fan(world, "tur_strain")
    assert "TUR's" in strain.attrs["long_name"] and strain.attrs["units"] == "sd"
    assert np.isfinite(strain.values).any() and np.isfinite(summary(world, "allies_strain")["mean"].values).all()
