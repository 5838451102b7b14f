"""The alliance: strain, cohesion, doubt about Article 5, exit and dissolution. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def strain(
    burden: Array, burden_reference: Array, growth: Array, room_used: Array, burden_scale: Array, growth_scale: Array,
    room_scale: Array, growth_reference: Array,
) -> Array:  # fmt: skip
    """Economic strain of a defence effort in standard deviations; the same formula for both sides.

    ⅓·[ln(m/m_ref)/s_m + (ḡ − g)/s_g + u/s_u]: burden against its own mean of the years before, growth below a reference,
    and room used since the cut-off (allies: debt; the rival: instruments). One set of scales for both sides.
    """
    return (
        jnp.log(burden / burden_reference) / burden_scale
        + (growth_reference - growth) / growth_scale
        + room_used / room_scale
    ) / 3.0


def cohesion(previous: Array, pressure: Array, shock: Array, persistence: Array) -> Array:
    """Cohesion, sd, zero at the cut-off: c = φ^¼·c₋₁ + ¼·pressure + ½·ε (pressure and ε yearly)."""
    return persistence**0.25 * previous + 0.25 * pressure + 0.5 * shock


def doubt(
    previous: Array, assurance: Array, weight_us: Array, weight_cohesion: Array, cohesion_now: Array, shock: Array,
    persistence: Array,
) -> Array:  # fmt: skip
    """Latent doubt about mutual defence (Article 5), sd: d = φ^¼·d₋₁ − ¼·(w·assurance + v·cohesion) + ½·ε."""
    return persistence**0.25 * previous - 0.25 * (weight_us * assurance + weight_cohesion * cohesion_now) + 0.5 * shock


def assurance(stance: Array, strong: Array) -> Array:
    """What the protector's stance adds to trust in it: A = −1 withdrawn, A = 0 transactional, A = A_s strong."""
    return jnp.where(stance == 2.0, -1.0, jnp.where(stance == 0.0, strong, 0.0))


def hazard(rate: Array, log_ratio: Array) -> Array:
    """Hazard in a quarter: h = ¼·λ·e^x, λ the yearly rate, x the log hazard ratio, cut at ±3 (a factor of 20 either way)."""
    return 0.25 * rate * jnp.exp(jnp.clip(log_ratio, -3.0, 3.0))
