"""A run: same seed, same arrays; blocks; schema; events and hazards; files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import xarray as xr
from worlds import Block

from overstretch import __version__
from overstretch.assumptions import AXES, load_priors
from overstretch.engine.blocks import Simulator, Task
from overstretch.engine.interventions import parse
from overstretch.engine.plan import Plan, World
from overstretch.engine.run import run
from overstretch.engine.schema import VARIABLES
from overstretch.errors import InputError
from overstretch.jobs.output import write_futures
from overstretch.netcdf import write_groups

CONTRAST = World((parse("oil(40)"),))
PLAN = Plan(2040, (CONTRAST, CONTRAST, World()))


@pytest.fixture(scope="module")
def tree(prepared) -> xr.DataTree:
    return run(prepared, PLAN, futures=1500, seed=1, contrast_futures=500)


def test_schema(tree: xr.DataTree, prepared) -> None:
    """Exactly the schema's variables, axes and units, in every world."""
    for world in tree.children.values():
        data = world.to_dataset()
        assert set(data.data_vars) == set(VARIABLES)
        for name, about in VARIABLES.items():
            assert data[name].dims == about.axes
            assert data[name].attrs == {"units": about.unit, "long_name": about.meaning} | (
                {"options": data[name].attrs.get("options")} if name == "variants" else {}
            )
        assert tuple(data["actor"].values) == prepared.actors
        assert tuple(data["quarter"].values) == prepared.quarters
        assert tuple(data["year"].values) == prepared.years
        assert list(data["axis"].values) == list(AXES)
        assert list(data["parameter"].values) == [*load_priors(), *(f"will_{a}" for a in prepared.system.groups.allies)]
        assert json.loads(data["variants"].attrs["options"]) == {axis: list(o) for axis, o in AXES.items()}


def test_worlds_and_their_futures(tree: xr.DataTree) -> None:
    """A world named twice runs once; contrasts are the first futures, paired with the base world's."""
    assert set(tree.children) == {"base", "oil(40)"}
    assert tree["base"].sizes["future"] == 1500
    assert tree["oil(40)"].sizes["future"] == 500
    for name in ("parameters", "variants", "war_state"):
        assert np.array_equal(tree["oil(40)"][name].values, tree["base"][name].values[..., :500])
    assert tree.attrs["seed"] == 1 and tree.attrs["futures"] == 1500
    assert json.loads(tree.attrs["worlds"]) == {"base": "base", "oil(40)": "oil(40)"}


def test_same_seed_same_arrays(tree: xr.DataTree, prepared, block: Block) -> None:
    """To the bit: run again, and one block by itself."""
    again = run(prepared, PLAN, futures=1500, seed=1, contrast_futures=500)
    for node, world in tree.children.items():
        for name, values in world.to_dataset().data_vars.items():
            assert values.values.tobytes() == again[node][name].values.tobytes(), (node, name)
    for name, values in block.base.items():
        assert np.array_equal(values, tree["base"][name].values[..., :1024], equal_nan=True), name


def test_another_seed_is_another_run(tree: xr.DataTree, prepared) -> None:
    other = Block(prepared, seed=2).base
    for name in ("core_share", "urals_price", "parameters", "variants"):
        assert not np.array_equal(other[name], tree["base"][name].values[..., :1024]), name


def test_fewer_futures_are_the_first_of_more(tree: xr.DataTree, prepared) -> None:
    whole = run(prepared, Plan(2040), futures=2048, seed=1)
    for name, values in whole["base"].to_dataset().data_vars.items():
        assert np.array_equal(values.values[..., :1500], tree["base"][name].values, equal_nan=True), name
    assert not np.array_equal(
        whole["base"]["urals_price"].values[:, :1024], whole["base"]["urals_price"].values[:, 1024:]
    )


def test_the_order_of_blocks_means_nothing(tree: xr.DataTree, prepared) -> None:
    tasks = [Task(1, World(), True), Task(0, World(), True)]
    second, first = Simulator(prepared, 1).results(tasks, lambda piece: piece)
    assert (second.block, first.block) == (1, 0)
    for name in VARIABLES:
        joined = np.concatenate([first.arrays[name], second.arrays[name]], axis=-1)[..., :1500]
        assert np.array_equal(joined, tree["base"][name].values, equal_nan=True), name


@pytest.mark.parametrize("futures", [0, -1, 2_000_000])
def test_numbers_of_futures_out_of_range(prepared, futures: int) -> None:
    with pytest.raises(InputError, match=r"between 1 and 1,048,576"):
        run(prepared, Plan(2040), futures=futures)


def test_units_are_percent_where_they_say_so(tree: xr.DataTree) -> None:
    base = tree["base"].to_dataset()
    usa = base["core_share"].sel(actor="USA", year=2025).median()
    assert 3.0 < float(usa) < 3.6
    assert 4.0 < float(base["rus_inflation"].isel(quarter=0).median()) < 12.0
    assert 15.0 < float(base["rus_key_rate"].isel(quarter=0).median()) < 22.0
    assert 100.0 < float(base["debt_ratio"].sel(actor="USA", year=2025).median()) < 130.0
    assert float(base["core_share"].sel(actor="ISL").max()) == 0.0


def test_balanced_variants(tree: xr.DataTree) -> None:
    for axis, options in AXES.items():
        first = tree["base"]["variants"].sel(axis=axis).values[:1024]
        counts = np.bincount(first, minlength=len(options))
        assert counts.max() - counts.min() <= 1


def by_year(times: np.ndarray, years: np.ndarray) -> np.ndarray:
    return times[None] <= years[:, None] + 1.0


@pytest.mark.parametrize("event", ["exit", "dissolution"])
def test_events_come_at_the_rate_of_their_hazard(tree: xr.DataTree, event: str) -> None:
    """1 − exp(−∫h), averaged, against the counted futures; and no event while the hazard is zero."""
    base = tree["base"].to_dataset()
    hazard, happened = base[f"hazard_{event}"].values, by_year(base[f"event_{event}"].values, base["year"].values)
    assert (np.diff(hazard, axis=0) >= 0).all() and (hazard > 0).all()
    expected = (1 - np.exp(-hazard.astype(float))).mean(-1)
    error = np.sqrt(expected * (1 - expected) / hazard.shape[1])
    assert (np.abs(happened.mean(-1) - expected) < 4 * error + 1e-3).all()


def test_routes_of_the_ruler_compete(tree: xr.DataTree) -> None:
    base = tree["base"].to_dataset()
    routes = np.stack([base[f"event_leader_{route}"].values for route in ("irregular", "regular", "natural")])
    assert (np.isfinite(routes).sum(0) <= 1).all()
    forced = base["event_leader_forced"].values
    assert (forced[np.isfinite(forced)] == routes[1][np.isfinite(forced)]).all()
    ends = np.nanmin(np.where(np.isfinite(routes), routes, np.inf), axis=0)
    regime, collapse = base["event_regime_end"].values, base["event_state_collapse"].values
    assert (regime[np.isfinite(regime)] == ends[np.isfinite(regime)]).all()
    assert np.isin(np.flatnonzero(np.isfinite(collapse)), np.flatnonzero(np.isfinite(regime))).all()
    total = sum(base[f"hazard_leader_{route}"].values.astype(float) for route in ("irregular", "regular", "natural"))
    leaves = by_year(ends, base["year"].values).mean(-1)
    expected = (1 - np.exp(-total)).mean(-1)
    assert (np.abs(leaves - expected) < 4 * np.sqrt(expected * (1 - expected) / 1500) + 1e-3).all()


def test_events_agree_with_the_series_they_come_from(tree: xr.DataTree, prepared) -> None:
    base = tree["base"].to_dataset()
    ends = np.asarray(prepared.base.now) + 0.25
    series = {
        "event_fund_exhausted": base["rus_fund_liquid"].values < 0.05 * np.float32(prepared.start.fund),
        "event_tools_exhausted": base["rus_tools_left"].values < 0.25,
        "event_recession_yoy": base["rus_growth_yoy"].values < 0,
        "event_ceasefire": base["war_state"].values >= 1,
        "event_war_end": base["war_state"].values == 2,
    }
    for name, happened in series.items():
        expected = np.where(happened.any(0), ends[happened.argmax(0)], np.nan)
        assert np.array_equal(base[name].values, expected.astype(np.float32), equal_nan=True), name
    falls = base["growth"].sel(actor="RUS").values < 0
    expected = np.where(falls.any(0), np.array(prepared.years)[falls.argmax(0)] + 1.0, np.nan)
    assert np.array_equal(base["event_recession_calendar"].values, expected.astype(np.float32), equal_nan=True)


def test_two_falling_quarters(tree: xr.DataTree, prepared) -> None:
    base = tree["base"].to_dataset()
    fell = base["rus_growth_qoq"].values < 0
    before = np.concatenate([np.full((1, fell.shape[1]), prepared.start.fell > 0), fell[:-1]])
    both = fell & before
    ends = np.asarray(prepared.base.now) + 0.25
    expected = np.where(both.any(0), ends[both.argmax(0)], np.nan)
    assert np.array_equal(base["event_recession_two_quarters"].values, expected.astype(np.float32), equal_nan=True)


def test_a_non_finite_future_is_flagged_alone(prepared) -> None:
    simulator = Simulator(prepared, 1)
    draws = simulator.draws(0)
    spoilt = draws.parameters["oil_volatility"].copy()
    spoilt[7] = np.nan
    draws = draws._replace(parameters=draws.parameters | {"oil_volatility": spoilt})
    result = simulator.simulate(0, World(), draws, simulator.shocks(0))
    assert np.flatnonzero(result["nonfinite"]).tolist() == [7]


def test_written_futures_read_back(tree: xr.DataTree, tmp_path: Path) -> None:
    path = tmp_path / "futures.nc"
    write_futures(tree, path)
    with xr.open_datatree(path, engine="h5netcdf") as back:
        assert back.attrs["Conventions"] == "ACDD-1.3" and {"title", "summary", "source", "history"} <= set(back.attrs)
        assert "2025-07-03" in back.attrs["source"] and __version__ in back.attrs["history"]
        assert set(back.children) == set(tree.children)
        for node, world in back.children.items():
            data, source = world.to_dataset(), tree[node].to_dataset()
            assert data.attrs["world"] == source.attrs["world"] and data.attrs["as_of"] == "2025-07-03"
            for name, values in data.data_vars.items():
                assert values.attrs["units"] == source[name].attrs["units"]
                if "quantile" in values.dims:
                    middle = values.sel(quantile=0.5).values
                    np.testing.assert_allclose(
                        middle, np.quantile(source[name].values, 0.5, axis=-1), rtol=1e-5, atol=1e-6
                    )
                else:
                    assert np.array_equal(values.values, source[name].values, equal_nan=True), name
        assert {"core_share", "event_exit", "rus_fund_liquid", "parameters", "hazard_exit"} <= set(
            back["base"].data_vars
        )


def test_netcdf_as_xarray_writes_it(tmp_path: Path) -> None:
    """Groups, labels, units, missing values and texts: the same tree from either writer."""
    values = np.array([[1.0, np.nan], [3.0, 4.0], [5.0, 6.0]], np.float32)
    data = {
        "share": (("actor", "year"), values, {"units": "%"}),
        "count": (("year",), np.array([1, 2], np.int8), {"long_name": "a count"}),
        "total": ((), np.float64(2.5)),
    }
    world = xr.Dataset(
        data, {"actor": ["DEU", "TÜR", "USA"], "year": [2025, 2026]}, {"world": "a + b(2026)", "seed": 3}
    )
    write_groups({"base": world, "a + b(2026)": world.isel(year=[1])}, tmp_path / "ours.nc", {"title": "two worlds"})
    xr.Dataset(attrs={"title": "two worlds"}).to_netcdf(tmp_path / "theirs.nc", engine="h5netcdf")
    world.to_netcdf(tmp_path / "theirs.nc", mode="a", group="base", engine="h5netcdf")
    world.isel(year=[1]).to_netcdf(tmp_path / "theirs.nc", mode="a", group="a + b(2026)", engine="h5netcdf")
    with (
        xr.open_datatree(tmp_path / "ours.nc", engine="h5netcdf") as ours,
        xr.open_datatree(tmp_path / "theirs.nc", engine="h5netcdf") as theirs,
    ):
        xr.testing.assert_identical(ours, theirs)
