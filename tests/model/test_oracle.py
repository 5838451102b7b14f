"""The compiled model against an independent reference in plain Python, both in double precision, on the same draws."""

from __future__ import annotations

import numpy as np
import pytest
from oracle import trace
from trajectory import Inputs, Laboratory

from overstretch.model.registry import SWITCHES

CASES = {
    "base": ("", ()),
    "pledge kept, oil at 40": ("keep_pledge() + oil(40)", ()),
    "burden held, the United States withdrawn": ("hold_burden(2024) + us_withdraws(2027)", ()),
    "ceasefire, pressure, one spends more": ("ceasefire(2026Q2) + us_presses() + spend(POL, 1) + spend(RUS, 1)", ()),
    "war ends, cut delivered, by debt": ("war_ends(2026Q4) + cut_delivered() + finance(debt)", ()),
    "review tightens, Russia at 2021, by tax": ("review(tighten) + rus_burden(2021) + finance(tax)", ()),
    "half of the mechanisms off": ("", SWITCHES[::2]),
    "the other half off": ("", SWITCHES[1::2]),
    "all off": ("", SWITCHES),
}
SIZES = {
    "rival_rise": "core",
    "related_new": "related",
    "fund_out": "rival_fund_liquid",
    "fund_in": "rival_fund_liquid",
    "extra": "share",
}  # differences of large figures


def agrees(laboratory: Laboratory, inputs: Inputs, compiled: dict[str, np.ndarray], future: int) -> None:
    reference = trace(inputs, laboratory.prepared.roles, laboratory.prepared.years_ahead, future)
    assert set(reference) <= set(compiled)
    for name, values in reference.items():
        mine, size = compiled[name][..., future], np.abs(reference[SIZES.get(name, name)]).max()
        np.testing.assert_allclose(mine, values, rtol=1e-9, atol=1e-11 * size, err_msg=f"{name}, future {future}")


@pytest.mark.parametrize("case", CASES)
def test_every_output_agrees(laboratory: Laboratory, case: str) -> None:
    """Relative 1e-9 in every output, actor and quarter; states and results of votes exactly."""
    do, off = CASES[case]
    futures = range(8 if case == "base" else 3)
    inputs = laboratory.inputs(seed=1, off=off, do=do)
    compiled = laboratory.simulate(inputs)
    for future in futures:
        agrees(laboratory, inputs, compiled, future)


@pytest.mark.parametrize(
    ("day", "first"), [("2026-03-31", "2026Q1"), ("2026-03-30", "2025Q4"), ("2024-10-15", "2024Q3")]
)
def test_other_cut_offs_agree_too(prepared_at, day: str, first: str) -> None:
    """The same compiled loop from another quarter on: neither what is filled up nor the length of the run is felt."""
    laboratory = Laboratory(prepared_at(day))
    assert laboratory.prepared.quarters[0] == first
    inputs = laboratory.inputs(seed=7)
    agrees(laboratory, inputs, laboratory.simulate(inputs), future=0)


def test_the_cases_reach_every_state(laboratory: Laboratory) -> None:
    """What the reference is compared on includes all states of the war, of the United States and of the review."""
    out = laboratory.simulate(laboratory.inputs(seed=1))
    first = {name: set(np.unique(out[name][..., :8])) for name in ("war_state", "us_state", "review_result")}
    assert first["war_state"] == {0.0, 1.0, 2.0}
    assert first["us_state"] == {0.0, 1.0, 2.0}
    assert len(first["review_result"]) >= 3
    variants = laboratory.inputs(seed=1).controls.variant
    assert all(len(set(np.asarray(index)[:8].tolist())) == np.asarray(index).max() + 1 for index in variants.values())


@pytest.mark.parametrize("name", ["cold-war", "greece-turkey"])
def test_other_systems_agree_too(name: str) -> None:
    """The same reference, with roles that nobody fills."""
    from overstretch import facts
    from overstretch.systems import load_system, prepare

    system = load_system(name)
    known = facts.load().as_of(system.as_of.isoformat(), reconstructed=True)
    laboratory = Laboratory(prepare(system, known, system.as_of))
    inputs = laboratory.inputs(seed=5, off=system.off)
    compiled = laboratory.simulate(inputs)
    for future in range(2):
        agrees(laboratory, inputs, compiled, future)
