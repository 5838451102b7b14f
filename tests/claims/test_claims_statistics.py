"""Indices, intervals and boxes against known answers."""

from __future__ import annotations

import json

import numpy as np
import pytest
import xarray as xr

from overstretch.claims.drivers.boxes import conditions
from overstretch.claims.drivers.design import Design
from overstretch.claims.drivers.surface import effect_interval, probability_interval


def design_of(values: dict[str, np.ndarray], axes: dict[str, tuple[np.ndarray, list[str]]] | None = None) -> Design:
    axes = axes or {"none": (np.zeros(len(next(iter(values.values()))), int), ["only"])}
    n = len(next(iter(values.values())))
    world = xr.Dataset(
        {
            "parameters": (("parameter", "future"), np.stack(list(values.values()))),
            "variants": (
                ("axis", "future"),
                np.stack([a for a, _ in axes.values()]),
                {"options": json.dumps({k: o for k, (_, o) in axes.items()})},
            ),
        },
        {"parameter": list(values), "axis": list(axes)},
    )
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


def sampled(p: np.ndarray) -> float:
    """The standard error of a share."""
    return float(np.sqrt(max(p.mean() * (1 - p.mean()), 1e-12) / len(p)))


# Chances as a function of two drawn parameters and one variant: what spreads them, and how widely, is known.
SURFACES = {
    "one parameter": lambda z, axis: logistic(-1.0 + 0.9 * z[0]),
    "a weak parameter": lambda z, axis: logistic(0.3 * z[0]),
    "a variant": lambda z, axis: logistic(-1.0 + 0.8 * (axis == 2)),
    "all of them": lambda z, axis: logistic(-1.5 + 0.7 * z[0] + 0.5 * z[1] + 0.8 * (axis == 2)),
    "six parameters": lambda z, axis: logistic(0.3 * z[:6].sum(0)),
    "a parameter that a variant switches on": lambda z, axis: logistic(-0.5 + 1.0 * z[0] * (axis == 1)),
    "a rare event": lambda z, axis: logistic(-4.0 + 1.0 * z[0]),
}


def drawn(surface: str, n: int, seed: int) -> tuple[tuple[float, float], np.ndarray, np.ndarray]:
    """The interval found, the true chances, and the events drawn from them."""
    rng = np.random.default_rng(1000 * seed + n)
    z, axis = rng.normal(size=(30, n)), rng.permutation(np.arange(n) % 3)
    truth = SURFACES[surface](z, axis)
    events = (rng.uniform(size=n) < truth).astype(float)
    design = design_of({f"z{k}": row for k, row in enumerate(z)}, {"alliance": (axis, ["a", "b", "c"])})
    return probability_interval(design, events), truth, events


def mean_widths(surface: str, n: int) -> tuple[float, float]:
    """Mean width of the interval over five draws, and of the true 5-95% spread."""
    found = [drawn(surface, n, seed) for seed in range(5)]
    return float(np.mean([i[1] - i[0] for i, _, _ in found])), float(
        np.mean([np.subtract(*np.quantile(t, [0.95, 0.05])) for _, t, _ in found])
    )


LEARNT = [name for name in SURFACES if "rare" not in name and "switches" not in name]


@pytest.mark.parametrize("n", [1024, 2048, 10240])
@pytest.mark.parametrize("surface", LEARNT)
def test_the_interval_does_not_shrink_with_fewer_futures(surface, n):
    width, true = mean_widths(surface, n)
    assert width >= 0.93 * true
    if n == 10240:
        assert width <= 1.1 * true


@pytest.mark.xfail(
    strict=True, reason="open: 1,024 futures hold too few events, or too weak an interaction, to see this spread"
)
@pytest.mark.parametrize("surface", sorted(set(SURFACES) - set(LEARNT)))
def test_nor_where_few_futures_hardly_show_the_spread(surface):
    width, true = mean_widths(surface, 1024)
    assert width >= 0.93 * true


@pytest.mark.parametrize("surface", sorted(SURFACES))
def test_the_interval_lies_where_the_chances_do(surface):
    (low, high), truth, events = drawn(surface, 10240, 7)
    least, most = np.quantile(truth, [0.05, 0.95])
    assert abs(low - least) < 0.04 and abs(high - most) < 0.06
    assert low < events.mean() < high


@pytest.mark.parametrize("p", [0.0, 0.002, 0.02, 0.3, 0.7, 0.98, 1.0])
@pytest.mark.parametrize("n", [200, 1024, 10240])
def test_pure_noise_has_the_width_of_its_sampling_error(n, p):
    """No factor bears on it: the interval is that of the count, never of width zero."""
    rng = np.random.default_rng(n)
    design = design_of({f"i{k}": row for k, row in enumerate(rng.normal(size=(20, n)))})
    events = (rng.uniform(size=n) < p).astype(float)
    low, high = probability_interval(design, events)
    mean, error = events.mean(), sampled(events)
    assert 0 <= low <= mean <= high <= 1 and high - low > 0
    assert high - low >= 2 * 1.64 * error * 0.8
    if 0 < p < 1:
        assert low <= mean - error * (mean > 3 / n) * 0.9 or low < 1 / n


def test_rare_events_get_the_interval_of_their_count():
    design = design_of({"z": np.random.default_rng(0).normal(size=2000)})
    low, high = probability_interval(design, np.zeros(2000))
    assert low == 0 and 0 < high < 0.002
    few = np.zeros(2000)
    few[:5] = 1
    low, high = probability_interval(design, few)
    assert 0.0005 < low < 5 / 2000 < high < 0.006


def test_chances_without_counting_noise_have_a_narrower_sampling_error():
    """A chance by an integrated hazard is worth more futures than a count of events."""
    rng = np.random.default_rng(3)
    z = rng.normal(size=(20, 2048))
    chances = 0.2 + 0.01 * rng.uniform(-1, 1, 2048)
    design = design_of({f"z{k}": row for k, row in enumerate(z)})
    smooth = np.subtract(*probability_interval(design, chances)[::-1])
    counted = np.subtract(*probability_interval(design, (rng.uniform(size=2048) < chances).astype(float))[::-1])
    assert 0 < smooth < 0.3 * counted


@pytest.mark.parametrize("n", [500, 4096])
def test_an_effect_of_noise_has_its_sampling_error(n):
    rng = np.random.default_rng(n)
    design = design_of({f"i{k}": row for k, row in enumerate(rng.normal(size=(20, n)))})
    difference = 0.1 + rng.normal(size=n)
    low, high = effect_interval(design, difference)
    assert high - low >= 2 * 1.64 * difference.std() / np.sqrt(n) and low < difference.mean() < high


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
