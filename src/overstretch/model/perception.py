"""Perception and words: the rival is seen late and with bias; remarks are moves. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def perceived(previous: Array, actual: Array, bias: Array, delay: Array) -> Array:
    """Perceived effort, log deviation from the start: p = p₋₁ + (1 + b)·Δ̂ adjusted over `delay` years.

    Adaptive: p = p₋₁ + [(1 + bias)·actual − p₋₁]/(4·delay): changes are seen late and magnified by the bias.
    """
    return previous + ((1.0 + bias) * actual - previous) / (4.0 * delay)


def intent_seen(war: Array, ceasefire: Array, settled: Array) -> Array:
    """Hostile intent that the state of the war speaks of: i = 1 active, i = i_c in a ceasefire, i = i_s without a war."""
    return jnp.where(war == 0.0, 1.0, jnp.where(war == 1.0, ceasefire, settled))


def intent(previous: Array, seen: Array, persistence: Array) -> Array:
    """Updated belief in hostile intent: b = φ^¼·b₋₁ + (1 − φ^¼)·seen."""
    weight = persistence**0.25
    return weight * previous + (1.0 - weight) * seen


def threat(perceived: Array, belief: Array, war_start: Array, p: dict[str, Array]) -> Array:
    """Threat, log deviation from the cut-off: perceived effort + w·(belief in hostile intent − that of the cut-off)."""
    at_start = intent_seen(war_start, p["intent_ceasefire"], p["intent_settled"])
    return perceived + p["intent_weight"] * (belief - at_start)


def remarks(previous: Array, shock: Array, persistence: Array) -> Array:
    """Harshness of remarks, unit variance: x = φ·x₋₁ + √(1 − φ²)·ε, φ the yearly persistence's fourth root."""
    weight = persistence**0.25
    return weight * previous + jnp.sqrt(1.0 - weight**2) * shock
