"""Economy: output gap, potential, prices and policy rate, all as deviations from the baseline forecast.

With all mechanisms and shocks off every deviation stays zero and the baseline comes back exactly.
"""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def common_shock(
    world: Array, europe: Array, own: Array, european: Array, share_world: Array, share_europe: Array
) -> Array:
    """Student-t shocks with a world, a European and an own factor, unit variance, [A, F].

    ε_i = √s_w·w + √(s_e·1_i)·e + √(1 − s_w − s_e·1_i)·u_i,  1_i = 1 for European actors.
    Reference: Kose, Otrok & Whiteman 2003, American Economic Review 93.
    """
    europe_part = share_europe[None] * european[:, None]
    own_part = 1.0 - share_world[None] - europe_part
    return jnp.sqrt(share_world) * world + jnp.sqrt(europe_part) * europe[None] + jnp.sqrt(own_part) * own


def revised(real: Array, now: Array, scale: Array, shock: Array, size: Array) -> Array:
    """Real GDP of the four quarters before the first [4, A, F], where quarters of the first year are published: y·exp(−ρ·σ·ε) in the year before.

    Accounts are revised for years, so that the growth of a year under way is not known to the quarter: ε Student-t, σ the size of
    the economy's shocks. What is revised is the level of the year before, so that no quarter to come jumps. now: decimal year.
    """
    published = jnp.round(4.0 * (now - jnp.floor(now)))
    before = (jnp.arange(4) < 4 - published) & (published > 0)
    return real * jnp.where(before[:, None, None], jnp.exp(-size * scale[:, None] * shock)[None], 1.0)


def momentum(previous: Array, shock: Array, persistence: Array) -> Array:
    """Demand shocks arrive over several quarters: v = φ·v₋₁ + (1 − φ)·ε, so that a shock adds up to its size.

    Quarterly growth is autocorrelated; a white shock of the same yearly size would make too many falling quarters.
    """
    return persistence * previous + (1.0 - persistence) * shock


def demand_impulse(
    change: Array, multiplier: Array, multiplier_tax: Array, debt_financed: Array, by_cuts: Array, domestic: Array
) -> Array:
    """Impulse of new defence spending to the gap, fraction of GDP, [A, F].

    f = [μ·ν·φ + μ_tax·ν·(1 − φ − ψ) + μ·(ν − 1)·ψ]·Δx:  x new spending above the baseline's own path (share of GDP), φ its
    debt-financed part, ψ the part financed by cutting other spending, whose content is domestic, ν the domestic content.
    Reference: Ilzetzki, Mendoza & Vegh 2013; Barro & Redlick 2011.
    """
    by_tax = 1.0 - debt_financed - by_cuts
    part = multiplier * (domestic * debt_financed - (1.0 - domestic) * by_cuts) + multiplier_tax * domestic * by_tax
    return part * change


def output_gap(
    gap: Array, impulse: Array, real_rate: Array, shock: Array, persistence: Array, sensitivity: Array
) -> Array:
    """Gap, log points: y = ρ^¼·y₋₁ + f − σ·(real rate) + ε; the real rate is a deviation, a year."""
    return persistence**0.25 * gap + impulse - sensitivity * real_rate + shock


def potential(
    supply: Array, shift: Array, extra: Array, learning: Array, burden: Array, burden_baseline: Array,
    limit: Array, cost: Array, labour: Array, taxed_change: Array, distortion: Array,
) -> Array:  # fmt: skip
    """Log deviation of potential output after a quarter.

    s = s₋₁ + ¼·[g̃ + λ·x − c·((m − m̄)⁺ − (m⁰ − m̄)⁺) − labour] − τ·Δx_tax:  λ learning from new spending x, c growth lost
    per unit of burden above what the economy absorbs (m̄), relative to the baseline's own burden m⁰, τ output lost to what
    is financed by taxes.
    Reference: Ilzetzki 2025 (λ); Easterly & Fischer 1995 (c); Romer & Romer 2010 (τ).
    """
    overload = jnp.maximum(0.0, burden - limit) - jnp.maximum(0.0, burden_baseline - limit)
    return supply + 0.25 * (shift + learning * extra - cost * overload - labour) - distortion * taxed_change


def phillips(inflation: Array, gap: Array, shock: Array, persistence: Array, slope: Array) -> Array:
    """Inflation, annual rate, deviation: π = ρ·π₋₁ + κ·y + ε (reduced form of a hybrid Phillips curve)."""
    return persistence * inflation + slope * gap + shock


def taylor(rate: Array, inflation: Array, gap: Array, smoothing: Array, on_inflation: Array, on_gap: Array) -> Array:
    """Policy rate, annual, deviation: r = ρ·r₋₁ + (1 − ρ)(a·π + b·y) (Taylor 1993 with smoothing)."""
    return smoothing * rate + (1.0 - smoothing) * (on_inflation * inflation + on_gap * gap)


def union_mean(values: Array, members: Array, weights: Array) -> Array:
    """Replace the members' values by their mean weighted by GDP, [A, F]: one central bank for the euro area."""
    share = members * weights
    mean = jnp.einsum("a,af->f", share / share.sum(), values)
    return jnp.where(members[:, None] > 0, mean[None], values)
