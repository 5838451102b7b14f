"""Accounts that must close in every future and quarter, over random parameters, shocks, switches and interventions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from trajectory import Laboratory, Path

from overstretch.model.registry import SWITCHES

CLOSE = 1e-9


@pytest.fixture(scope="module")
def path(laboratory: Laboratory) -> Path:
    return laboratory.run()


def assert_same(left: np.ndarray, right: np.ndarray, size: np.ndarray | float = 0.0) -> None:
    """Equal to 1e-9 of the larger of the right side and `size` (the stock that a difference comes from)."""
    scale = np.maximum(np.maximum(np.abs(right), np.abs(size)), 1e-12)
    worst = np.max(np.abs(left - right) / scale)
    assert worst < CLOSE, worst


def debt_account(path: Path) -> None:
    out, debt = path.out, path.before.debt
    assert_same(out["debt"] - debt, out["stock_flow"] - out["balance"], debt)
    assert_same(out["debt"], path.after.debt)


def debt_ratio(path: Path) -> None:
    nominal = np.concatenate(
        [np.asarray(path.inputs.start.nominal_before)[-3:, :, None] + 0 * path.out["nominal"][:3], path.out["nominal"]]
    )
    four = sum(nominal[k : k + len(path.out["nominal"])] for k in range(4))
    assert_same(path.out["debt_ratio"], path.out["debt"] / four)


def wealth_fund(path: Path) -> None:
    out, fund = path.out, path.before.fund
    assert_same(out["rival_fund_liquid"] - fund, out["fund_in"] - out["fund_out"], np.maximum(fund, 1.0))
    assert (out["rival_fund_liquid"] >= -1e-12).all()
    assert (out["fund_out"] >= 0).all() and (out["fund_in"] >= 0).all()


def equipment(path: Path) -> None:
    out, held = path.out, path.before.equipment
    kept = held * (1 - np.asarray(path.inputs.parameters["depreciation"])) ** 0.25
    returned = np.zeros_like(held)
    returned[:, path_rus(path)] = out["returned"]
    assert_same(out["equipment"], kept + out["deliveries"] + returned - out["lost"], held)
    assert (out["equipment"] >= 0).all()
    assert_same(path.after.depot, path.before.depot - out["returned"], np.maximum(path.before.depot, 1.0))
    assert (path.after.depot >= -1e-12).all()


def orders(path: Path) -> None:
    change = path.after.pipeline.sum(1) - path.before.pipeline.sum(1)
    assert_same(path.out["orders"], change + path.out["deliveries"], path.before.pipeline.sum(1))
    assert (path.after.pipeline >= -1e-9).all()


def voted_money(path: Path) -> None:
    """What is spent in the quarters of a year is what was voted for it."""
    weight = np.asarray(path.inputs.base.weight)[:, :, None]
    if np.asarray(path.inputs.controls.on["relabelling"]).all():
        assert_same(path.before.amount * weight, path.out["core"])
    assert (path.out["core_new"] <= path.out["core"] * (1 + CLOSE)).all()


def exits(path: Path) -> None:
    after = path.after
    assert_same(after.incidence[:, :4].sum(1) + after.in_office, np.ones_like(after.in_office))
    assert (after.incidence >= 0).all() and (after.incidence <= 1).all()
    assert (after.incidence[:, 4] <= after.incidence[:, :4].sum(1) + 1e-12).all()
    assert (after.hazard >= path.before.hazard).all()
    assert_same(np.exp(-after.hazard[:, 3:7].sum(1)), after.in_office)


def bounds(path: Path) -> None:
    out = path.out
    assert all(np.isfinite(x).all() for x in out.values())
    rooms = np.stack([out[f"rival_room_{room}"] for room in ("fund", "inflation", "labour", "borrowing", "imports")])
    assert (rooms >= 0).all() and (rooms <= 1).all()
    assert_same(out["rival_tools_left"], rooms.mean(0))
    assert_same(out["rival_tools_left_measured"], rooms[:2].mean(0))
    share = path.after.share[:, np.asarray(path.inputs.start.armed) > 0]
    assert (share >= 1e-4).all() and (share <= 0.6).all()
    assert (path.after.related <= np.maximum(path.before.related, 0.015) + 1e-12).all()
    assert set(np.unique(out["war_state"])) <= {0.0, 1.0, 2.0}
    assert set(np.unique(out["us_state"])) <= {0.0, 1.0, 2.0}


def path_rus(path: Path) -> int:
    return path.inputs.start.ally.shape[0] - 2


ACCOUNTS = (debt_account, debt_ratio, wealth_fund, equipment, orders, voted_money, exits, bounds)


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda f: f.__name__)
def test_account_closes(path: Path, account) -> None:
    account(path)


WORLDS = (
    "",
    "keep_pledge()",
    "hold_burden(2024)",
    "oil(20) + us_withdraws(2027)",
    "oil(110)",
    "war_ends(2026Q4)",
    "spend(USA, 3) + finance(debt)",
    "spend(RUS, 8)",
    "cut_delivered() + finance(tax)",
    "rus_burden(2021) + review(tighten)",
)


@given(seed=st.integers(0, 2**31 - 1), off=st.sets(st.sampled_from(SWITCHES)), do=st.sampled_from(WORLDS))
@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])  # shrinking would run for minutes
def test_accounts_close_whatever_is_drawn_switched_and_done(
    laboratory: Laboratory, seed: int, off: set[str], do: str
) -> None:
    path = laboratory.run(seed, off, do)
    for account in ACCOUNTS:
        account(path)


def test_the_engine_runs_the_same_steps(laboratory: Laboratory, path: Path) -> None:
    """The loop of the engine and the one of these tests hand the same states and shocks on."""
    out = laboratory.simulate(path.inputs)
    assert set(path.out) <= set(out)
    for name, values in path.out.items():
        np.testing.assert_allclose(out[name], values, rtol=1e-12, atol=1e-14, err_msg=name)


def test_only_the_fourth_quarter_votes(path: Path) -> None:
    fourth = np.asarray(path.inputs.base.fourth) > 0
    for name in ("share", "related", "amount", "planned", "will", "reaction", "law_ratio"):
        before, after = getattr(path.before, name), getattr(path.after, name)
        assert (before[~fourth] == after[~fourth]).all(), name
        assert (before[fourth] != after[fourth]).any(), name


def test_stance_changes_at_inaugurations_only(path: Path) -> None:
    changed = (path.before.stance != path.after.stance).any(-1)
    assert set(np.flatnonzero(changed)) <= set(np.flatnonzero(np.asarray(path.inputs.base.inauguration)))
    assert changed.any()


def test_the_war_moves_by_its_chain(path: Path) -> None:
    before, after = path.before.war, path.after.war
    assert (after[before == 2.0] == 2.0).all()
    assert not ((before == 0.0) & (after == 2.0)).any()
    assert {(0.0, 1.0), (1.0, 0.0), (1.0, 2.0)} <= set(zip(before.ravel(), after.ravel(), strict=True))


def test_the_review_is_held_once(path: Path) -> None:
    changed = np.flatnonzero((path.before.review_result != path.after.review_result).any(-1))
    assert changed.tolist() == np.flatnonzero(np.asarray(path.inputs.base.review)).tolist()
