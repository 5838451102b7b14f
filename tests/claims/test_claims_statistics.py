"""Indices, intervals and boxes against known answers."""

from __future__ import annotations

import json

import numpy as np
import pytest
import xarray as xr

from overstretch.claims.boxes import conditions
from overstretch.claims.design import Design
from overstretch.claims.surface import effect_interval, probability_interval


def design_of(values: dict[str, np.ndarray], axes: dict[str, tuple[np.ndarray, list[str]]] | None = None) -> Design:
    axes = axes or {"none": (np.zeros(len(next(iter(values.values()))), int), ["only"])}
    n = len(next(iter(values.values())))
    world = xr.Dataset(
        {
            "parameters": (("parameter", "future"), np.stack(list(values.values()))),
            "variants": (("axis", "future"), np.stack([a for a, _ in axes.values()]), {"options": json.dumps({k: o for k, (_, o) in axes.items()})}),
        },
        {"parameter": list(values), "axis": list(axes)},
    )  # fmt: skip
    return Design(world, n)


def logistic(x):
    return 1 / (1 + np.exp(-x))


def test_first_order_indices_of_the_ishigami_function():
    rng = np.random.default_rng(0)
    x = rng.uniform(-np.pi, np.pi, (3, 40_000))
    y = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    index, above = design_of({"a": x[0], "b": x[1], "c": x[2]}).first_order(y)
    assert np.allclose(index[:3], [0.3139, 0.4424, 0.0], atol=0.02)
    assert above[0] > 4 and above[1] > 4 and above[2] < 4


def test_a_factor_that_goes_along_with_a_driver_is_no_driver():
    rng = np.random.default_rng(1)
    x = rng.normal(size=8000)
    shadow = x + 0.3 * rng.normal(size=8000)
    design = design_of({"driver": x, "shadow": shadow, "idle": rng.normal(size=8000)})
    drivers = design.strongest(x + 0.5 * rng.normal(size=8000))
    assert drivers[0][0] == 0 and sum(share for k, share in drivers if k == 1) < 0.02 and 2 not in dict(drivers)


@pytest.mark.parametrize("n", [2048, 10240])
def test_the_interval_is_that_of_the_probability_and_not_of_noise(n):
    rng = np.random.default_rng(n)
    z, idle = rng.normal(size=n), rng.normal(size=(40, n))
    axis = rng.permutation(np.arange(n) % 3)
    truth = logistic(-1.0 + 0.9 * z + 0.8 * (axis == 2))
    design = design_of({"z": z} | {f"i{k}": row for k, row in enumerate(idle)}, {"alliance": (axis, ["a", "b", "c"])})
    (low, high), enough = probability_interval(design, (rng.uniform(size=n) < truth).astype(float))
    assert enough
    assert abs(low - np.quantile(truth, 0.05)) < 0.05 and abs(high - np.quantile(truth, 0.95)) < 0.06


def test_pure_noise_has_no_width():
    widths = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        design = design_of({f"i{k}": row for k, row in enumerate(rng.normal(size=(60, 4096)))})
        (low, high), _ = probability_interval(design, (rng.uniform(size=4096) < 0.3).astype(float))
        widths.append(high - low)
    assert np.median(widths) < 1e-9 and max(widths) < 0.12


def test_rare_events_get_the_interval_of_their_count():
    design = design_of({"z": np.random.default_rng(0).normal(size=2000)})
    (low, high), enough = probability_interval(design, np.zeros(2000))
    assert not enough and low == 0 and 0 < high < 0.002
    few = np.zeros(2000)
    few[:5] = 1
    (low, high), enough = probability_interval(design, few)
    assert not enough and low < 5 / 2000 < high


def test_effect_interval():
    rng = np.random.default_rng(5)
    z, axis = rng.normal(size=4096), rng.permutation(np.arange(4096) % 2)
    truth = 0.05 + 0.03 * z * (axis == 1)
    design = design_of({"z": z}, {"leader": (axis, ["off", "on"])})
    low, high = effect_interval(design, truth + 0.05 * rng.normal(size=4096))
    assert abs(low - np.quantile(truth, 0.05)) < 0.01 and abs(high - np.quantile(truth, 0.95)) < 0.01


def test_a_sign_that_rests_on_a_zero_centred_prior_is_seen():
    rng = np.random.default_rng(2)
    zero, shifted = rng.normal(0, 0.3, 6000), rng.normal(0.3, 0.1, 6000)
    design = design_of({"zero": zero, "shifted": shifted})
    noise = 0.02 * rng.normal(size=6000)
    assert design.sign_rests_on(0.1 * zero + noise) == ["zero"]
    assert design.sign_rests_on(0.1 * shifted + noise) == []
    assert design.sign_rests_on(0.1 + 0.1 * zero + noise) == []  # the sign holds without the prior
    assert design.sign_rests_on(noise) == []


def test_the_peeling_finds_a_known_box():
    rng = np.random.default_rng(7)
    x = rng.uniform(size=(6, 8000))
    axis = rng.permutation(np.arange(8000) % 3)
    inside = (x[0] > 0.5) & (x[1] < 0.4) & (axis != 1)
    p = np.where(inside, 0.9, 0.05)
    design = design_of({f"x{k}": row for k, row in enumerate(x)}, {"war": (axis, ["on", "off", "frozen"])})
    (box,) = conditions(design, (rng.uniform(size=8000) < p).astype(float))
    assert set(box.limits) == {"x0", "x1", "war: on or frozen"}
    assert abs(box.limits["x0"][0] - 0.5) < 0.07 and box.limits["x0"][1] is None
    assert abs(box.limits["x1"][1] - 0.4) < 0.07 and box.limits["x1"][0] is None
    assert box.density > 0.8 and box.coverage > 0.6


def test_no_box_in_noise_and_none_where_nothing_happens():
    rng = np.random.default_rng(9)
    design = design_of({f"x{k}": row for k, row in enumerate(rng.uniform(size=(6, 3000)))})
    assert conditions(design, (rng.uniform(size=3000) < 0.3).astype(float)) == []
    assert conditions(design, np.zeros(3000)) is None
    assert conditions(design, np.ones(3000)) is None
