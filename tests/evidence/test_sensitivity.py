"""Sensitivity indices against functions whose indices are known exactly."""

from __future__ import annotations

import json

import numpy as np
import pytest
import xarray as xr
from scipy.stats import qmc

from overstretch.claims.drivers import given_data
from overstretch.errors import InputError
from overstretch.evidence import sensitivity
from overstretch.evidence.outcomes import parse_outcome

ISHIGAMI = (0.3139, 0.4424, 0.0)
G_FACTORS = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0])  # Saltelli & Sobol 1995


def ishigami(x: np.ndarray) -> np.ndarray:
    """x [3, future] in [-pi, pi]."""
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def sobol_g(x: np.ndarray) -> np.ndarray:
    """x [6, ...] in [0, 1]."""
    a = G_FACTORS.reshape(-1, *[1] * (x.ndim - 1))
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=0)


def g_parts() -> np.ndarray:
    """Exact partial variances of the G-function."""
    return 1 / (3 * (1 + G_FACTORS) ** 2)


def world_of(x: np.ndarray) -> xr.Dataset:
    n = x.shape[1]
    axis = np.random.default_rng(0).permutation(np.arange(n) % 2)
    return xr.Dataset(
        {
            "parameters": (("parameter", "future"), x),
            "variants": (("axis", "future"), axis[None], {"options": json.dumps({"idle": ["a", "b"]})}),
        },
        {"parameter": [f"x{k}" for k in range(len(x))], "axis": ["idle"]},
    )


def sobol_points(dimensions: int, log2: int, seed: int = 0) -> np.ndarray:
    return qmc.Sobol(dimensions, rng=np.random.default_rng(seed)).random_base2(log2).T


@pytest.mark.parametrize(
    "points",
    [lambda n: sobol_points(3, n), lambda n: np.random.default_rng(1).uniform(size=(3, 2**n))],
    ids=["sobol", "random"],
)
def test_first_order_indices_of_ishigami(points):
    x = np.pi * (2 * points(14) - 1)
    table = sensitivity.first_order(world_of(x), ishigami(x)).set_index("factor")
    assert table.loc[["x0", "x1", "x2"], "first"].to_numpy() == pytest.approx(ISHIGAMI, abs=0.012)
    assert (table["lower"] < table["upper"]).all()
    assert table.loc["x2", "lower"] < 0.005 and abs(table.loc["idle", "first"]) < 0.002


def test_an_idle_factor_that_goes_along_with_a_driver_by_accident_gets_no_share():
    rng = np.random.default_rng(6)
    x = rng.normal(size=(3, 8192))
    x[2] += 0.15 * x[0]
    y = x[0] + 0.7 * rng.normal(size=8192)
    alone = sensitivity.given_data_index(given_data.bin_of(x[2], 64), y)
    table = sensitivity.first_order(world_of(x), y).set_index("factor")
    assert alone.lower > 0.003 and abs(table.loc["x2", "first"]) < 0.002
    assert table.loc["x0", "first"] == pytest.approx(1 / 1.49, abs=0.02)


def test_first_order_indices_of_the_g_function():
    x = sobol_points(6, 14)
    table = sensitivity.first_order(world_of(x), sobol_g(x)).set_index("factor")
    exact = g_parts() / (np.prod(1 + g_parts()) - 1)
    assert table.loc[[f"x{k}" for k in range(6)], "first"].to_numpy() == pytest.approx(exact, abs=0.012)
    assert list(table.index[:3]) == ["x0", "x1", "x2"]


def test_intervals_hold_the_exact_index_about_as_often_as_they_say():
    held = np.zeros(3)
    for seed in range(80):
        x = np.random.default_rng(seed).uniform(-np.pi, np.pi, (3, 2048))
        y = ishigami(x)
        for k in range(3):
            found = sensitivity.given_data_index(given_data.bin_of(x[k], 32), y, draws=200)
            held[k] += found.lower <= ISHIGAMI[k] <= found.upper
    assert ((held[:2] / 80 > 0.82) & (held[:2] / 80 < 0.97)).all(), held / 80
    assert held[2] / 80 > 0.9, held / 80  # at zero the bootstrap errs on the wide side


def test_noise_alone_gives_zero_on_average():
    rng = np.random.default_rng(3)
    found = [
        sensitivity.given_data_index(rng.integers(0, 16, 1024), rng.normal(size=1024), draws=50).first
        for _ in range(300)
    ]
    assert abs(np.mean(found)) < 0.001 and np.std(found) == pytest.approx(np.sqrt(30) / 1024, rel=0.2)


def test_bins_are_of_equal_size_and_in_order():
    values = (
        np.random.default_rng(4).normal(size=100_000).astype(np.float32)
    )  # above the number that edges are taken from
    for n in (16, 64):
        bins = given_data.bin_of(values, n)
        assert np.bincount(bins).max() / np.bincount(bins).min() < 1.15
        assert all(values[bins == k].max() < values[bins == k + 1].min() for k in range(n - 1))
    assert (np.bincount(given_data.bin_of(values[:1024])) == 64).all()


def test_grouped_totals_of_the_g_function():
    pytest.importorskip("SALib", reason="totals need the extra `sensitivity`")
    groups = {"first": 1, "middle": 2, "last": 3}
    design = sensitivity.grouped_design(groups, 4096, seed=2)
    table = sensitivity.grouped_indices(design, sobol_g(np.moveaxis(design.points, -1, 0)), draws=100).set_index(
        "group"
    )
    parts, whole = g_parts(), np.prod(1 + g_parts()) - 1
    for name, members in {"first": [0], "middle": [1, 2], "last": [3, 4, 5]}.items():
        others = [k for k in range(6) if k not in members]
        closed = (np.prod(1 + parts[members]) - 1) / whole
        total = 1 - (np.prod(1 + parts[others]) - 1) / whole
        assert table.loc[name, "first"] == pytest.approx(closed, abs=0.015)
        assert table.loc[name, "total"] == pytest.approx(total, abs=0.015)


def test_each_matrix_of_a_design_takes_one_group_from_the_other_sample():
    pytest.importorskip("SALib", reason="totals need the extra `sensitivity`")
    points = sensitivity.grouped_design({"one": 2, "two": 3}, 64).points
    a, one, two, b = (points[:, k] for k in range(4))
    assert (one[:, :2] == b[:, :2]).all() and (one[:, 2:] == a[:, 2:]).all()
    assert (two[:, 2:] == b[:, 2:]).all() and (two[:, :2] == a[:, :2]).all()
    assert not (a == b).any()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("core_shares[DEU,2030]", "unknown outcome"),
        ("core_share[DEU]", "takes 2 label"),
        ("event_exit[2030,2031]", "takes 0 or 1 label"),
        ("nonfinite", "unknown outcome"),
    ],
)
def test_unknown_outcomes_say_what_is_accepted(text, says):
    with pytest.raises(InputError, match=says) as caught:
        parse_outcome(text)
    assert "accepted" in str(caught.value)


def test_outcomes_pick_one_number_per_future():
    arrays = {"core_share": np.arange(12.0).reshape(2, 3, 2), "event_exit": np.array([np.nan, 2026.0, 2027.25])}
    place = (["DEU", "FRA"], [2025, 2026, 2027], [])
    assert parse_outcome("core_share[FRA, 2026]").values(arrays, *place).tolist() == [8.0, 9.0]
    assert parse_outcome("event_exit").values(arrays, *place).tolist() == [0.0, 1.0, 1.0]
    assert parse_outcome("event_exit[2025]").values(arrays, *place).tolist() == [0.0, 1.0, 0.0]
    with pytest.raises(InputError, match="no year '2040'"):
        parse_outcome("core_share[FRA,2040]").values(arrays, *place)
    with pytest.raises(InputError, match="not finite in 1 of 2"):
        parse_outcome("core_share[FRA,2026]").values(
            {"core_share": np.where(arrays["core_share"] == 8, np.nan, 1.0)}, *place
        )


def test_a_constant_outcome_and_too_few_futures_are_errors():
    world = world_of(sobol_points(2, 11))
    with pytest.raises(InputError, match="does not vary"):
        sensitivity.first_order(world, np.ones(2048))
    with pytest.raises(InputError, match="one finite number for each"):
        sensitivity.first_order(world, np.ones(3))
    with pytest.raises(InputError, match="too few"):
        sensitivity.given_data_index(np.zeros(100, int), np.ones(100))


def test_every_factor_has_a_group():
    assert sensitivity.group_of("will_DEU") == "defence" == sensitivity.group_of("will_spread")
    assert sensitivity.group_of("multiplier_low") == "economy"
    assert sensitivity.group_of("alliance") == sensitivity.STRUCTURE


@pytest.mark.slow
def test_totals_of_the_reference_system_agree_with_its_first_order_indices():
    pytest.importorskip("SALib", reason="totals need the extra `sensitivity`")
    from datetime import date

    from overstretch.engine.plan import Plan
    from overstretch.engine.run import run
    from overstretch.evidence import inputs
    from overstretch.systems import load_system, prepare

    prepared = prepare(
        load_system("nato-russia"), inputs.loaded().as_of(inputs.CUTOFF), date.fromisoformat(inputs.CUTOFF)
    )
    outcome = "core_share[DEU,2035]"
    single = sensitivity.first_order(run(prepared, Plan(horizon=2035), futures=10_240), outcome)
    table = sensitivity.totals(prepared, outcome).set_index("group")
    assert (table["total"] > -0.05).all() and table["total"].sum() > 0.9
    assert table.loc["chance", "total"] > 0.02
    for group, rows in single[single["lower"] > 0].groupby("group"):
        assert rows["first"].sum() < table.loc[group, "total"] + 2 * table.loc[group, "total_error"]
