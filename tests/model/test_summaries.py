"""From quarters to years: what is kept follows from the quarters, in plain NumPy, and pledges' money adds up."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest
from trajectory import Inputs, Laboratory, Path

from overstretch.engine.summaries import crossing, first_time


@pytest.fixture(scope="module")
def path(laboratory: Laboratory) -> Path:
    return laboratory.run(seed=5)


@pytest.fixture(scope="module")
def kept(laboratory: Laboratory, path: Path) -> dict[str, np.ndarray]:
    return laboratory.summaries(path.inputs)


def whole_years(path: Path, name: str) -> np.ndarray:
    """Quarters of the years after the first, [Y − 1, 4, ...]; the run starts in a second quarter."""
    return path.out[name][3:].reshape(-1, 4, *path.out[name].shape[1:])


def test_shares_are_money_over_money(path: Path, kept: dict[str, np.ndarray], laboratory: Laboratory) -> None:
    nominal = whole_years(path, "nominal").sum(1)
    armed = np.asarray(path.inputs.start.armed)[None, :, None]
    for name, money in (("related_share", "related"), ("balance", "balance")):
        expected = 100 * whole_years(path, money).sum(1) / nominal
        np.testing.assert_allclose(kept[name].swapaxes(0, 1)[1:], expected, rtol=1e-9, atol=1e-12)
    core = 100 * whole_years(path, "core").sum(1) / nominal
    admitted = (
        100
        * whole_years(path, "rescoped")[:, -1, None]
        * np.asarray(path.inputs.start.ally)[None, :, None]
        * (core < 3.5)
    )
    np.testing.assert_allclose(kept["core_share"].swapaxes(0, 1)[1:], armed * (core + admitted), rtol=1e-9)


def test_growth_and_debt_of_the_year(path: Path, kept: dict[str, np.ndarray]) -> None:
    real = whole_years(path, "real").sum(1)
    np.testing.assert_allclose(
        kept["growth"].swapaxes(0, 1)[2:], 100 * (real[1:] / real[:-1] - 1), rtol=1e-8, atol=1e-10
    )
    np.testing.assert_allclose(
        kept["debt_ratio"].swapaxes(0, 1)[1:], 100 * whole_years(path, "debt_ratio")[:, -1], rtol=1e-9
    )


def revised(inputs: Inputs) -> np.ndarray:
    """What is revised of the year before, of which quarters count as published, [A, F]."""
    scale = np.asarray(inputs.start.output_scale)[:, None]
    return np.exp(-np.asarray(inputs.parameters["output_revision"] * inputs.shocks.output) * scale)


def test_first_year_joins_known_and_simulated_quarters(path: Path, kept: dict[str, np.ndarray]) -> None:
    start = path.inputs.start
    before = np.asarray(start.real_before)
    this, last = before[-1][:, None] + path.out["real"][:3].sum(0), before[3:7].sum(0)[:, None] * revised(path.inputs)
    np.testing.assert_allclose(kept["growth"][:, 0], 100 * (this / last - 1), rtol=1e-9)


@pytest.mark.parametrize(("day", "past"), [("2026-03-31", 0), ("2026-03-30", 3)])
def test_a_first_year_known_in_part_or_not_at_all(prepared_at, day: str, past: int) -> None:
    """Growth, money and what is read at its end, of runs that start in a first or a fourth quarter."""
    laboratory = Laboratory(prepared_at(day))
    assert laboratory.prepared.past == past
    inputs = laboratory.inputs(seed=5)
    out, kept, start = laboratory.simulate(inputs), laboratory.summaries(inputs), inputs.start
    real, nominal = np.asarray(start.real_before), np.asarray(start.nominal_before)
    this = real[8 - past :].sum(0)[:, None] + out["real"][: 4 - past].sum(0)
    last = real[4 - past : 8 - past].sum(0)[:, None] * (revised(inputs) if past else 1.0)
    np.testing.assert_allclose(kept["growth"][:, 0], 100 * (this / last - 1), rtol=1e-9, atol=1e-10)
    known = nominal[8 - past :].sum(0)[:, None]
    share = (out["related"][: 4 - past].sum(0) + out["related"][0] / out["nominal"][0] * known) / (
        out["nominal"][: 4 - past].sum(0) + known
    )
    np.testing.assert_allclose(kept["related_share"][:, 0], 100 * share, rtol=1e-9)
    for year in (0, 1, -1):
        at = 3 - past + 4 * (year % len(laboratory.prepared.years))
        np.testing.assert_allclose(kept["debt_ratio"][:, year], 100 * out["debt_ratio"][at], rtol=1e-9)
        np.testing.assert_allclose(kept["hazard_exit"][year], out["hazard"][at, 0])


def test_money_of_the_pledge_is_the_sum_over_allies(
    path: Path, kept: dict[str, np.ndarray], laboratory: Laboratory
) -> None:
    start = path.inputs.start
    nominal, deflator = whole_years(path, "nominal").sum(1), whole_years(path, "deflator").mean(1)
    dollars = np.asarray(start.dollars)[None, :, None] / deflator
    above = 0
    by_ally = []
    for k in np.flatnonzero(np.asarray(start.ally)):
        share = kept["core_share"][k, 1:] + kept["related_share"][k, 1:] - kept["related_share"][k, :1]
        if laboratory.prepared.actors[k] == "ISL":
            share = share + 100 * whole_years(path, "core")[:, :, k].sum(1) / nominal[:, k]
        cost = (share / 100 - path.out["share_start"][-1, k]) * nominal[:, k] * dollars[:, k]
        by_ally.append(cost)
        above = above + cost
    np.testing.assert_allclose(kept["pledge_cost"][1:], above, rtol=1e-7)
    usa = by_ally[laboratory.at("USA")]
    np.testing.assert_allclose(kept["pledge_cost"][1:] - kept["pledge_cost_europe"][1:], usa, rtol=1e-7, atol=1e-9)


def test_new_and_relabelled_make_up_the_rise(path: Path, kept: dict[str, np.ndarray], laboratory: Laboratory) -> None:
    """Where an ally stands above its last known share, new + relabelled = rise of core + rise of related."""
    ally = np.flatnonzero(np.asarray(path.inputs.start.ally * path.inputs.start.armed))
    start = 100 * path.out["share_start"][-1, ally][:, None]
    rise = kept["core_share"][ally] - start + kept["related_share"][ally] - kept["related_share"][ally, :1]
    parts = kept["new_share"][ally] + kept["relabelled_share"][ally]
    pure = kept["core_share"][ally] - kept["relabelled_share"][ally]
    settled = (pure > start + 0.02) & (kept["core_share"][ally] < 3.4)
    settled[:, 0] = False
    assert settled.mean() > 0.3
    np.testing.assert_allclose(parts[settled], rise[settled], atol=1e-6)
    assert (kept["new_share"] >= -1e-9).all()


def test_hazards_are_read_at_the_ends_of_years(path: Path, kept: dict[str, np.ndarray]) -> None:
    ends = path.after.hazard[2::4]
    assert len(ends) == 16
    for name, clock in (
        ("exit", 0),
        ("dissolution", 1),
        ("leader_irregular", 3),
        ("leader_forced", 4),
        ("leader_natural", 6),
    ):
        np.testing.assert_allclose(kept[f"hazard_{name}"], ends[:, clock])
    np.testing.assert_allclose(kept["hazard_leader_regular"], ends[:, 4] + ends[:, 5])
    np.testing.assert_allclose(1 - np.exp(-kept["hazard_regime_end"]), path.after.incidence[2::4, 4], rtol=1e-9)


def test_events_come_when_the_hazard_passes_the_clock(path: Path, kept: dict[str, np.ndarray]) -> None:
    clock = np.asarray(path.inputs.shocks.clock)
    ends = np.asarray(path.inputs.base.now) + 0.25
    for name, k in (("event_exit", 0), ("event_dissolution", 1), ("event_us_drawdown", 2)):
        passed = path.after.hazard[:, k] >= clock[k]
        expected = np.where(passed.any(0), ends[passed.argmax(0)], np.nan)
        np.testing.assert_array_equal(kept[name], expected)


def test_first_time_and_crossing() -> None:
    happened = jnp.array([[False, False, True], [True, False, True], [True, False, False]])
    ends = jnp.array([2025.5, 2025.75, 2026.0])
    np.testing.assert_array_equal(first_time(happened, ends), [2025.75, np.nan, 2025.5])
    hazard = jnp.array([[0.1, 0.1, 0.5], [0.3, 0.2, 1.0]])
    np.testing.assert_allclose(crossing(hazard, jnp.array([0.2, 0.9, 0.25])), [1.5, np.inf, 0.5])
