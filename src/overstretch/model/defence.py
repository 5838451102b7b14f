"""Defence budgets, voted once a year: pledge + reaction − free riding − limits + shock; the rival's own rule.

Shares of GDP are fractions; changes are yearly logs; arrays [A, F] unless stated.
"""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def pledge_growth(
    share: Array, baseline_growth: Array, path_now: Array, path_next: Array, strength: Array, pull: Array
) -> Array:
    """Log growth of the core share under the pledge.

    (1 − wP)·Δln m⁰ + wP·[Δln path + ρ·(ln path − ln m)⁺]:  strength wP in [0, 1] is will times the pledge's hold.
    With full will the share ends at its path; one above the path is not pulled down.
    """
    gap = jnp.maximum(0.0, jnp.log(path_now) - jnp.log(share))
    # Who is ahead of the path waits for it rather than growing with it.
    ahead = jnp.maximum(0.0, jnp.log(share) - jnp.log(path_now))
    growth = jnp.maximum(0.0, jnp.log(path_next / path_now) - ahead) + pull * gap
    return (1.0 - strength) * baseline_growth + strength * growth


def reaction_level(level: Array, rival: Array, elasticity: Array, speed: Array) -> Array:
    """Error correction to the rival's perceived effort: R = R₋₁ + s·(η·Δ̂ − R₋₁), in logs of the share (Richardson)."""
    return level + speed * (elasticity * rival - level)


def free_riding(change_us: Array, change_rest: Array, on_us: Array, on_rest: Array) -> Array:
    """Log loss of the share when others move off the common path: φ_us·Δdev_us + φ_rest·Δdev_rest.

    Long-run spill-ins near −0.8 in panels concern unilateral, not joint rises: deviations from the path are what counts.
    """
    return on_us * change_us + on_rest * change_rest


def limit_rise(growth: Array, stress: Array, sensitivity: Array, largest: Array) -> Array:
    """Fiscal stress slows rises (not cuts), and no more than `largest` is absorbed in a year.

    g' = min(g·e^(−λ·stress), ḡ) where g > 0, else g' = g:  λ the sensitivity, ḡ the largest rise.
    """
    slowed = jnp.where(growth > 0.0, growth * jnp.exp(-sensitivity * stress), growth)
    return jnp.minimum(slowed, largest)


def related_next(related: Array, start: Array, effort: Array, target: Array, years: Array) -> Array:
    """Related share of next year: the gap from the start to the target closes in equal yearly parts times effort, no further.

    q' = min(max(q, q̄), q + e·(q̄ − q⁰)/n):  q̄ the target, q⁰ the start, n the years between, e the effort.
    """
    return jnp.minimum(jnp.maximum(related, target), related + effort * (target - start) / years)


def counted_share(share: Array, start: Array, relabelled: Array, counts: Array | float) -> Array:
    """Share of which the relabelled part of the rise counts for 1 (as printed) or for 0 (new spending alone)."""
    rise = jnp.maximum(0.0, share - start)
    return share - (1.0 - counts) * relabelled * rise


def rival_vote(
    share: Array,
    need: Array,
    speed: Array,
    reaction: Array,
    cut: Array,
    shock: Array,
    plan_share: Array,
    plan_weight: Array,
) -> Array:
    """The rival's voted share of GDP (for Russia: the wider definition), [F].

    ln m' = (1 − w)·[ln m + s·ln(need/m) + ΔR − cut + ε] + w·ln plan, with w = 0 where no plan is announced.
    """
    free = jnp.log(share) + speed * jnp.log(need / share) + reaction - cut + shock
    planned = plan_share > 0.0
    weight = jnp.where(planned, plan_weight, 0.0)
    return jnp.exp((1.0 - weight) * free + weight * jnp.log(jnp.where(planned, plan_share, 1.0)))
