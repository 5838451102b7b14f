"""The alliance: strain, cohesion, doubt about Article 5, exit and dissolution. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def strain(
    burden: Array, burden_reference: Array, growth: Array, room_used: Array, burden_scale: Array, growth_scale: Array,
    room_scale: Array,
) -> Array:  # fmt: skip
    """Economic strain of a defence effort in standard deviations; the same formula for both sides.

    ⅓·[ln(m/m_ref)/s_m + (2% − g)/s_g + u/s_u]: burden against its own mean since 2014, growth below two percent, and room
    used since the cut-off (allies: debt; Russia: instruments). One set of scales for both sides.
    """
    return (
        jnp.log(burden / burden_reference) / burden_scale + (0.02 - growth) / growth_scale + room_used / room_scale
    ) / 3.0


def cohesion(previous: Array, pressure: Array, shock: Array, persistence: Array) -> Array:
    """Cohesion, sd, zero at the cut-off: c = φ^¼·c₋₁ + ¼·pressure + ½·ε (pressure and ε yearly)."""
    return persistence**0.25 * previous + 0.25 * pressure + 0.5 * shock


def doubt(
    previous: Array, us: Array, weight_us: Array, weight_cohesion: Array, cohesion_now: Array, shock: Array, persistence: Array
) -> Array:  # fmt: skip
    """Latent doubt about Article 5, sd: d = φ^¼·d₋₁ + ¼·(w·stance − v·cohesion) + ½·ε; stance 1 withdrawn, −½ strong."""
    stance = jnp.where(us == 2.0, 1.0, jnp.where(us == 0.0, -0.5, 0.0))
    return persistence**0.25 * previous + 0.25 * (weight_us * stance - weight_cohesion * cohesion_now) + 0.5 * shock


def hazard(rate: Array, log_ratio: Array) -> Array:
    """Hazard in a quarter from a yearly rate and a log hazard ratio, bounded to a factor of e³ either way."""
    return 0.25 * rate * jnp.exp(jnp.clip(log_ratio, -3.0, 3.0))
