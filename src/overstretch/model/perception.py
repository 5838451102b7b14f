"""Perception and words: the rival is seen late and with bias; remarks are moves. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def perceived(previous: Array, actual: Array, bias: Array, delay: Array) -> Array:
    """Perceived effort, log deviation from the start: p = p₋₁ + (1 + b)·Δ̂ adjusted over `delay` years.

    Adaptive: p = p₋₁ + [(1 + bias)·actual − p₋₁]/(4·delay): changes are seen late and magnified by the bias.
    """
    return previous + ((1.0 + bias) * actual - previous) / (4.0 * delay)


def intent(previous: Array, war: Array, persistence: Array) -> Array:
    """Updated belief in hostile intent: 1 while the war is active, 0.6 in a ceasefire, 0.3 after a settlement."""
    seen = jnp.where(war == 0.0, 1.0, jnp.where(war == 1.0, 0.6, 0.3))
    weight = persistence**0.25
    return weight * previous + (1.0 - weight) * seen


def remarks(previous: Array, shock: Array, persistence: Array) -> Array:
    """Harshness of remarks, unit variance: x = φ·x₋₁ + √(1 − φ²)·ε, φ the yearly persistence's fourth root."""
    weight = persistence**0.25
    return weight * previous + jnp.sqrt(1.0 - weight**2) * shock
