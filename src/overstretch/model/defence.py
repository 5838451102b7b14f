"""Defence budgets, voted once a year: announced plans, else pledge + reaction − free riding − limits; the rival's own rule.

Shares of GDP are fractions; changes are yearly logs; arrays [A, F] unless stated.
"""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def pledge_growth(share: Array, target: Array, strength: Array, speed: Array, ebb: Array) -> Array:
    """Log growth of the core share under the pledge, by proportional convergence.

    g = ln(1 + w·s·max(T/m − 1, 0)) − r·max(ln m/T, 0):  w in [0, 1] will times the pledge's hold, s the part of the gap to
    the target T that full will closes in a year, r the part of its lead that one above the target loses.
    """
    rise = jnp.log1p(strength * speed * jnp.maximum(target / share - 1.0, 0.0))
    return rise - ebb * jnp.log(jnp.maximum(share / jnp.where(target > 0.0, target, share), 1.0))


def common_growth(growth: Array, shock: Array, persistence: Array, scale: Array) -> Array:
    """Growth of burdens common to all allies, log a year: g = ρ·g₋₁ + σ·ε, ε standardised."""
    return persistence * growth + scale * shock


def skewed(shock: Array, skew: Array) -> Array:
    """A symmetric shock with its rises stretched and its falls shortened; the median stays.

    ε' = ε·(1 + κ) where ε > 0, else ε' = ε·(1 − κ):  0 ≤ κ < 1 the skew.
    """
    return shock * (1.0 + skew * jnp.sign(shock))


def plan_weight(reach: Array, later: Array, far: Array) -> Array:
    """Weight w of an announced share by its reach, the years from the cut-off to the year planned for; 0 where none is announced.

    w = 1 to one year ahead, `later` at two and three, `far` beyond; reach below zero: no plan.
    """
    return jnp.where(reach < 0.0, 0.0, jnp.where(reach < 1.5, 1.0, jnp.where(reach < 3.5, later, far)))


def plan_error(reach: Array, same_year: Array, next_year: Array, later: Array) -> Array:
    """Standard deviation of the log of outturn over plan, by the plan's reach in years."""
    return jnp.where(reach < 0.5, same_year, jnp.where(reach < 1.5, next_year, later))


def follow_plan(growth: Array, share: Array, plan: Array, weight: Array) -> Array:
    """Log growth with an announced share p: (1 − w)·g + w·ln(p/m)."""
    return (1.0 - weight) * growth + weight * jnp.log(plan / share)


def published(share: Array, revised: Array, shock: Array, bias: Array, error: Array) -> Array:
    """A published share once it is revised: m·exp(r·(−b + e·ε)), r = 1 for NATO's figure of the year under way, less for older."""
    return share * jnp.exp(revised * (error * shock - bias))


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
