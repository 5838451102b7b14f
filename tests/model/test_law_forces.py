"""Equipment, orders and attrition, each law alone."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone, compiled
from hypothesis import given
from hypothesis import strategies as st

from overstretch.model import forces

flows = st.floats(0.0, 50.0)


@given(flows, flows, flows, flows, st.floats(0.5, 10.0), st.floats(0.0, 20.0), st.floats(0.0, 1.0))
def test_orders_are_pipeline_change_and_deliveries(
    first: float, second: float, third: float, orders: float, years: float, last: float, growth: float
) -> None:
    stages = jnp.asarray([[[first]], [[second]], [[third]]], jnp.float64)
    moved = compiled(forces.deliver)(stages, a(orders)[None], a(years), a(last)[None], capacity_growth=a(growth))
    change = float((moved.stages - stages).sum())
    assert orders == pytest.approx(change + float(moved.deliveries.sum()), abs=1e-9)
    assert float(moved.stages.min()) >= -1e-12
    assert float(moved.deliveries.sum()) <= max(last * (1 + growth) ** 0.25, 1e-9) + 1e-12


def run_pipeline(orders: np.ndarray, years: float, growth: float) -> np.ndarray:
    """Deliveries by quarter from the steady state of one unit a quarter."""
    law, delivered = compiled(forces.deliver), jnp.ones((1, 1))
    stages = jnp.full((3, 1, 1), 1.0 / min(3.0 / (4.0 * years), 1.0))
    out = []
    for order in orders:
        stages, delivered = law(stages, jnp.full((1, 1), order), a(years), delivered, capacity_growth=a(growth))
        out.append(float(delivered[0, 0]))
    return np.array(out)


def test_a_steady_pipeline_is_steady() -> None:
    assert run_pipeline(np.ones(12), years=3.0, growth=0.1) == pytest.approx(1.0)


def test_mean_time_from_order_to_unit() -> None:
    """One more order under free capacity arrives whole, on average 4·years quarters later."""
    out = run_pipeline(np.r_[2.0, np.ones(150)], years=3.0, growth=1e9) - 1.0
    assert out.sum() == pytest.approx(1.0, abs=1e-6)
    assert (out * np.arange(151)).sum() == pytest.approx(12.0, rel=1e-3)


def test_a_jump_in_orders_meets_bounded_capacity() -> None:
    out = run_pipeline(np.full(40, 10.0), years=0.75, growth=0.2)
    assert out[6:34:4] / out[2:30:4] == pytest.approx(1.2)


@given(flows, st.floats(0.02, 0.3))
def test_burden_zero_gives_forces_that_decay(equipment: float, depreciation: float) -> None:
    left = equipment
    for _ in range(4):
        left = alone(forces.stock, equipment=left, depreciation=depreciation)
    assert left == pytest.approx((1 - depreciation) * equipment)


@given(flows, flows, flows, flows, st.floats(0.02, 0.3))
def test_equipment_out_is_in_less_losses_and_wear(
    held: float, new: float, back: float, lost: float, wear: float
) -> None:
    after = alone(forces.stock, equipment=held, deliveries=new, returned=back, lost=lost, depreciation=wear)
    worn = held * (1 - (1 - wear) ** 0.25)
    assert after - held == pytest.approx(new + back - lost - worn, abs=1e-9)


@given(flows, st.floats(0.0, 1.0), st.floats(0.0, 2.0))
def test_attrition(held: float, rate: float, intensity: float) -> None:
    lost = alone(forces.attrition, equipment=held, loss_rate=rate, war_intensity=intensity, war=0.0)
    assert 0.0 <= lost <= held
    assert alone(forces.attrition, equipment=held, loss_rate=rate, war_intensity=intensity, war=1.0) == 0.0
    left = held
    for _ in range(4):
        left -= alone(forces.attrition, equipment=left, loss_rate=rate, war_intensity=intensity, war=0.0)
    assert left == pytest.approx(held * (1 - min(rate * intensity, 0.9)))


def test_depots_run_dry_and_never_below_zero() -> None:
    depot, back = 100.0, []
    for _ in range(400):
        back.append(alone(forces.refurbish, depot=depot, refurbishment=0.2, reference=100.0, depot_start=100.0))
        depot -= back[-1]
    assert back[0] == pytest.approx(5.0)
    assert (np.diff(back) < 0).all()
    assert 0.0 <= depot < 1e-6
    assert alone(forces.refurbish, depot=0.0, refurbishment=0.2, reference=100.0, depot_start=0.0) == 0.0


def ratio(russia: float = 100.0, held: tuple[float, ...] = (10.0, 200.0, 3000.0), stance: float = 1.0) -> float:
    """Actors: one on the flank, one behind it, the United States."""
    return float(
        forces.flank_ratio(
            a(russia),
            a(*held)[:, None],
            a(1, 0, 0),
            a(1, 1, 0),
            a(0, 0, 1),
            a(stance),
            local_share=a(0.5),
            flank_share=a(0.2),
            reinforcement=a(0.05),
            us_reinforcement=a(0.01),
        )[0]
    )


def test_flank_ratio() -> None:
    assert ratio() == pytest.approx(50 / (2 + 10 + 30))
    assert ratio(stance=2.0) == pytest.approx(50 / 12)
    assert ratio(russia=200.0) == pytest.approx(2 * ratio())
    assert ratio(held=(20.0, 400.0, 6000.0)) == pytest.approx(ratio() / 2)
