"""Limits in which the answer is known: nothing happens, one thing happens, or only names change."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest
from trajectory import Inputs, Laboratory, Path

from overstretch.model.registry import SWITCHES


def all_but(*kept: str) -> tuple[str, ...]:
    assert set(kept) <= set(SWITCHES)
    return tuple(name for name in SWITCHES if name not in kept)


def assert_baseline(path: Path) -> None:
    """Growth, prices, debt and burdens are those of the forecast."""
    base = path.inputs.base
    out = path.out
    expected = {
        "real": base.real,
        "deflator": base.price,
        "nominal": base.real * base.price,
        "debt_ratio": base.debt_ratio,
        "debt": base.debt_ratio * four_quarters(path),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(
            out[name], np.broadcast_to(np.asarray(values)[:, :, None], out[name].shape), rtol=1e-9, err_msg=name
        )
    np.testing.assert_allclose(out["extra"], 0.0, atol=1e-12)


def four_quarters(path: Path) -> np.ndarray:
    nominal = np.concatenate(
        [np.asarray(path.inputs.start.nominal_before)[-3:], np.asarray(path.inputs.base.real * path.inputs.base.price)]
    )
    return sum(nominal[k : k + len(path.inputs.base.now)] for k in range(4))


def test_without_shocks_and_mechanisms_the_forecast_comes_back(laboratory: Laboratory) -> None:
    assert_baseline(laboratory.run(off=SWITCHES))
    path = laboratory.run(off=all_but("relabelling"))  # which decides only what of the spending counts
    assert_baseline(path)
    share = np.asarray(path.inputs.base.defence)[:, :, None]
    np.testing.assert_allclose(
        path.out["core"] / path.out["nominal"], np.broadcast_to(share, path.out["core"].shape), rtol=1e-9
    )
    assert (path.out["war_state"] == 0).all() and (path.out["us_state"] == 1).all()
    np.testing.assert_allclose(path.out["cohesion"], 0.0)


@pytest.mark.parametrize(
    "kept",
    [
        "multiplier",
        "monetary",
        "risk_premium",
        "debt_response",
        "cohesion",
        "tools",
        "turnover",
    ],
)
def test_a_mechanism_that_meets_no_deviation_makes_none(laboratory: Laboratory, kept: str) -> None:
    """Each of these answers a deviation from the forecast: where none is, the forecast stands."""
    assert_baseline(laboratory.run(off=all_but(kept)))


def allies(inputs: Inputs) -> np.ndarray:
    return np.asarray(inputs.start.ally * inputs.start.armed) > 0


@pytest.mark.parametrize("will", [0.0, 1.0])
def test_what_is_announced_to_a_year_ahead_is_spent(laboratory: Laboratory, will: float) -> None:
    """Without shocks and limits, whatever the will for the pledge."""
    inputs = laboratory.inputs(off=all_but("pledge"))
    share = laboratory.follow(inputs._replace(will=jnp.full_like(inputs.will, will))).before.share
    reach, path = np.asarray(inputs.base.reach), np.asarray(inputs.base.path)
    sure = (reach >= 0) & (reach < 1.5) & allies(inputs)
    assert sure.sum() > 50
    np.testing.assert_allclose(share[sure], np.broadcast_to(path[sure][:, None], share[sure].shape), rtol=1e-9)


def test_who_announced_nothing_follows_the_pledge_by_will_alone(laboratory: Laboratory) -> None:
    """With full will nobody falls and nobody passes the target; without will nobody moves."""
    inputs = laboratory.inputs(off=all_but("pledge"))
    free = (np.asarray(inputs.base.reach) < 0).all(0) & allies(inputs)
    target = np.asarray(inputs.base.target)[8:, free, None]  # the first votes asked for it bind two years on
    assert free.sum() > 4
    keen, idle = (
        laboratory.follow(inputs._replace(will=jnp.full_like(inputs.will, w))).before.share[:, free] for w in (1.0, 0.0)
    )
    assert (np.diff(keen, axis=0) >= -1e-12).all() and (keen[-1] > keen[0] + 1e-4).any()
    assert (keen[8:] <= np.maximum(target, keen[0]) + 1e-9).all()
    np.testing.assert_allclose(idle, np.broadcast_to(idle[0], idle.shape), rtol=1e-9)


def test_burden_zero_gives_forces_that_decay(laboratory: Laboratory) -> None:
    inputs = laboratory.inputs(off=("aid", "refurbishment"))
    nothing = inputs.controls._replace(fixed_share=jnp.full_like(inputs.controls.fixed_share, 1e-4))
    path = laboratory.follow(inputs._replace(controls=nothing))
    armed = np.arange(len(laboratory.prepared.actors))[np.asarray(inputs.start.armed) > 0]
    held = path.out["equipment"][:, armed]
    late = held[23:]  # orders of the years before are through
    left = late[1:] < 0.02 * held[0]  # what the least burden that a vote can set keeps up
    assert ((np.diff(late, axis=0) < 0) | left).all()
    ten_years_on = held[62] / held[22]
    kept = (1 - np.asarray(inputs.parameters["depreciation"])) ** 10
    assert (ten_years_on > 0).all()
    assert (ten_years_on < kept + 0.06).all()


def swap(inputs: Inputs, places: np.ndarray) -> Inputs:
    """The same world with the actors in another order."""
    actors = len(places)

    def moved(name: str, x):
        if name in ("hazard", "clock", "fate", "variant", "on"):
            return x
        x = np.asarray(x)
        if actors not in x.shape:
            return x
        return jnp.asarray(np.take(x, places, axis=x.shape.index(actors)))

    def tree(part):
        return type(part)(**{n: v if isinstance(v, dict) else moved(n, v) for n, v in part._asdict().items()})

    return inputs._replace(
        shocks=tree(inputs.shocks),
        base=tree(inputs.base),
        start=tree(inputs.start),
        controls=tree(inputs.controls),
        will=jnp.asarray(np.asarray(inputs.will)[places]),
    )


def test_the_order_of_the_allies_means_nothing(laboratory: Laboratory) -> None:
    """Permuting the allies (the United States, Russia and Ukraine keep their places) permutes the results."""
    inputs = laboratory.inputs(seed=3)
    start = laboratory.prepared.start
    actors = len(laboratory.prepared.actors)
    free = np.array([k for k in range(actors) if not (start.rival + start.protector + start.attacked)[k]])
    places = np.arange(actors)
    places[free] = np.random.default_rng(0).permutation(free)
    assert (places != np.arange(actors)).sum() > 25
    plain, moved = laboratory.follow(inputs), laboratory.follow(swap(inputs, places))
    for name, values in plain.out.items():
        expected = values[:, places] if values.ndim == 3 and values.shape[1] == actors else values
        np.testing.assert_allclose(moved.out[name], expected, rtol=1e-8, atol=1e-9, err_msg=name)


def test_futures_do_not_touch_each_other(laboratory: Laboratory) -> None:
    """Another order of the futures gives the same futures in that order."""
    inputs = laboratory.inputs(seed=4)
    n = laboratory.futures
    order = np.random.default_rng(1).permutation(n)

    def mixed(x):
        x = np.asarray(x)
        return jnp.asarray(x[..., order]) if x.shape and x.shape[-1] == n else jnp.asarray(x)

    import jax

    parts = inputs._asdict()
    for name in ("shocks", "controls", "parameters", "will"):
        parts[name] = jax.tree.map(mixed, parts[name])
    plain, moved = laboratory.follow(inputs), laboratory.follow(Inputs(**parts))
    for name, values in plain.out.items():
        np.testing.assert_allclose(moved.out[name], values[..., order], rtol=1e-12, atol=1e-14, err_msg=name)


def test_dearer_oil_never_shortens_the_life_of_the_fund(laboratory: Laboratory) -> None:
    lives = []
    for price in (20, 40, 50, 59, 70):
        left = laboratory.run(do=f"oil({price})").out["rival_fund_liquid"]
        gone = left < 0.05 * np.asarray(laboratory.prepared.start.fund)
        lives.append(np.where(gone.any(0), gone.argmax(0), len(left)))
    assert (np.diff(lives, axis=0) >= 0).all()
    assert (np.diff(lives, axis=0) > 0).any()


def test_rates_of_the_ruler_without_strain_are_the_base_rates(laboratory: Laboratory) -> None:
    """Hazards are the counted rates times the years: 1 − exp(−∫h) of a constant hazard."""
    path = laboratory.run(off=("leader_strain", "leader_covariates", "alliance_strain"))
    years = len(path.out["hazard"]) / 4
    p = {name: np.asarray(x) for name, x in path.inputs.parameters.items()}
    final = path.after.hazard[-1]
    expected = {
        0: p["exit_rate"] * 32,
        1: p["dissolution_rate"],
        3: p["irregular_rate"],
        4: p["regular_rate"] * p["forced_share"],
        5: p["regular_rate"] * (1 - p["forced_share"]),
        6: p["natural_rate"],
    }
    for clock, rate in expected.items():
        np.testing.assert_allclose(final[clock], rate * years, rtol=1e-9)
