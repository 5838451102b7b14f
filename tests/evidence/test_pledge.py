"""The pledge law: recovers what made the data, respects its limits, never looks ahead."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from overstretch.evidence import hague, inputs, pledge, wales

ALLIES = [f"A{i:02d}" for i in range(28)]


def shocks(scale: float = 0.03) -> pledge.Shocks:
    return pledge.Shocks(pd.Series(scale, index=ALLIES), 4.0)


def synthetic(will: float, pull: float, years: int = 10, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    start = np.log(rng.uniform(0.8, 1.6, len(ALLIES)))
    path = np.log(wales.pledge_path(np.exp(start), np.arange(2014, 2014 + years + 1.0)))
    level = [start]
    for t in range(years):
        gap = np.maximum(0, path[:, t] - level[-1])
        level.append(
            level[-1] + will * (path[:, t + 1] - path[:, t] + pull * gap) + 0.03 * rng.standard_t(4, len(ALLIES))
        )
    return np.array(level).T, path


@pytest.mark.parametrize(("will", "pull"), [(0.8, 0.1), (0.3, 0.6)])
def test_estimate_recovers_will_and_speed(will, pull):
    share, path = synthetic(will, pull)
    got = pledge.estimate(share, path, shocks()).summary()
    assert got.loc["will", "lower"] <= will <= got.loc["will", "upper"]
    assert got.loc["speed", "lower"] <= will * pull <= got.loc["speed", "upper"]
    assert got.loc["shock_spread", "mean"] == pytest.approx(1.0, abs=0.2)


def test_without_data_the_posterior_is_the_prior():
    weight = pledge.estimate(np.zeros((28, 1)), np.zeros((28, 1)), shocks()).weight
    assert np.ptp(weight) == 0
    assert weight.sum() == pytest.approx(1.0)


def test_full_will_without_shocks_ends_at_the_path_and_nobody_is_pulled_down():
    sure = np.zeros((len(pledge.WILL), len(pledge.PULL), len(pledge.SPREAD)))
    sure[-1, 0, 0] = 1.0
    start = np.log(np.array([1.0, 3.0]))
    path = np.log(wales.pledge_path(np.exp(start), np.arange(2014.0, 2025.0)))
    end = pledge.follow_pledge(start, path, pledge.Posterior(sure), np.zeros((2, 10, 5)), np.random.default_rng(0))
    np.testing.assert_allclose(np.exp(end[:, -1]), [[2.0] * 5, [3.0] * 5])


def test_forecasts_do_not_look_ahead():
    """Figures after the origin may be anything: the forecasts stay the same."""
    data, history = inputs.pledges(), inputs.table("shock_history")
    changed = data.known.copy()
    changed.loc[2019:] *= 7.0
    for name, draws in wales.forecasts(wales.setting(data.known, data.members, history, 2018), 2018, 3).items():
        other = wales.forecasts(wales.setting(changed, data.members, history, 2018), 2018, 3)[name]
        np.testing.assert_array_equal(draws, other)


def test_members_of_the_day_only():
    data = inputs.pledges()
    at = wales.setting(data.known, data.members, inputs.table("shock_history"), 2014)
    assert len(at.allies) == 27
    assert not {"MNE", "MKD", "FIN", "SWE", "ISL"} & set(at.allies)


def test_new_path_passes_own_plans_and_keeps_the_common_end():
    plans = pd.DataFrame({"ally": ["AAA", "BBB"], "share": [2.5, 2.1], "year": [2025, 2035]})
    path = np.exp(hague.new_path(np.array([2.0, 2.0, 2.0, 4.0]), ["AAA", "BBB", "CCC", "DDD"], plans))
    np.testing.assert_allclose(path[0], [2.0, 2.5, 2.6])
    np.testing.assert_allclose(path[1], 2.0 + 0.1 / 11 * np.arange(3))
    np.testing.assert_allclose(path[2], 2.0 + 1.5 / 11 * np.arange(3))
    np.testing.assert_allclose(path[3], 4.0)


def test_shrinking_pulls_towards_the_centre_and_fills_gaps():
    history = inputs.table("shock_history")
    raw = history.set_index("iso3")["scale"]
    got = pledge.shrink_shocks(history, [*raw.index, "XXX"]).scale
    centre = np.exp(np.log(raw).mean())
    assert got["XXX"] == pytest.approx(centre)
    assert (np.abs(np.log(got[raw.index] / centre)) <= np.abs(np.log(raw / centre)) + 1e-12).all()
    assert got["DEU"] > raw["DEU"] and got["LTU"] < raw["LTU"]


def test_convergence_speed_without_data_is_its_prior():
    assert pledge.convergence_speed(np.ones((3, 1)), 2.0) == pytest.approx(0.1)


def test_naive_paths():
    np.testing.assert_allclose(pledge.linear_path(np.array([1.0, 3.0]), 2.0, 4, 5)[0], [1.25, 1.5, 1.75, 2.0, 2.0])
    np.testing.assert_allclose(pledge.converging_path(np.array([1.0, 3.0]), 2.0, 0.5, 2), [[1.5, 1.75], [3.0, 3.0]])
