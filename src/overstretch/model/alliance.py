"""The alliance: strain, cohesion, doubt about Article 5, exit and dissolution. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def strain(
    burden: Array, burden_reference: Array, growth: Array, growth_reference: Array | float, room_used: Array,
    burden_scale: float = 0.5, growth_scale: float = 0.025, room_scale: float = 0.25,
) -> Array:  # fmt: skip
    """Economic strain of a defence effort in standard deviations; the same formula for both sides.

    ⅓·[ln(m/m_ref)/0.5 + (g_ref − g)/0.025 + room used/0.25]: burden against its reference, growth shortfall, and
    the instruments used up (allies: debt above the start; Russia: tools used). Scales are [J], equal for both.
    """
    return (
        jnp.log(burden / burden_reference) / burden_scale
        + (growth_reference - growth) / growth_scale
        + room_used / room_scale
    ) / 3.0


def cohesion(previous: Array, pressure: Array, shock: Array, persistence: Array) -> Array:
    """Cohesion, sd, zero at the cut-off: c = φ^¼·c₋₁ + ¼·pressure + ½·ε (pressure and ε yearly)."""
    return persistence**0.25 * previous + 0.25 * pressure + 0.5 * shock


def doubt(previous: Array, us: Array, weight_us: Array, cohesion_now: Array, shock: Array, persistence: Array) -> Array:
    """Latent doubt about Article 5, sd: rises while the United States is withdrawn and as cohesion falls."""
    stance = jnp.where(us == 2.0, 1.0, jnp.where(us == 0.0, -0.5, 0.0))
    return persistence**0.25 * previous + 0.25 * (1.5 * weight_us * stance - 0.3 * cohesion_now) + 0.5 * shock


def hazard(rate: Array, log_ratio: Array) -> Array:
    """Hazard in a quarter from a yearly rate and a log hazard ratio, bounded to a factor of e³ either way."""
    return 0.25 * rate * jnp.exp(jnp.clip(log_ratio, -3.0, 3.0))
