"""A war economy (Russia's): oil, the wealth fund, and the room left in five instruments.

Exhaustion of an instrument is not collapse: what it no longer carries moves to the next one.
All money in trn RUB, all arrays [F].
"""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array

from overstretch.model.structures import Start

LAST_ROOM = 0.1  # room to borrow below which borrowing fades out, so that it ends without a jump


class Financing(NamedTuple):
    """How one quarter's unplanned need was met; the parts sum to the need."""

    fund: Array
    borrowing: Array
    tax: Array
    inflation: Array


def oil_price(
    log_price: Array, log_mean: Array, shock: Array, reversion: Array, volatility: Array, unknown: Array
) -> Array:
    """Log Urals price: ln p = ln p₋₁ + u·[κ(ln p̄ − ln p₋₁) + σ·ε], ε a truncated Student-t. A quarter; u its part not yet published."""
    return log_price + unknown * (reversion * (log_mean - log_price) + volatility * shock)


def felt_price(felt: Array, log_price: Array, speed: Array) -> Array:
    """Oil price as output feels it, with a lag: f = f₋₁ + λ(ln p − f₋₁), logs."""
    return felt + speed * (log_price - felt)


def key_rate(rate: Array, path: Array, path_next: Array, neutral: Array, reversion: Array, shock: Array) -> Array:
    """Key rate of the next quarter, a year: moves with the surveyed path, its distance fading, else towards neutral.

    i' = i + (i* ' − i*) + κ(i* − i) + ε where a path i* is held, else i' = i + κ(ī − i) + ε.
    """
    surveyed = (path_next - path) + reversion * (path - rate)
    return rate + jnp.where(path_next > 0.0, surveyed, reversion * (neutral - rate)) + shock


def fund_flow(
    fund: Array, price: Array, base_price: Array, draw: Array, top_up: Array, other: Array
) -> tuple[Array, Array, Array]:
    """Flows of the fund in a quarter, and the oil revenue missing that an empty fund does not replace: (out, in, unmet).

    By the rule ¼·c·(p̂ − p)⁺ goes out as far as the fund holds and ¼·c·s·(p − p̂)⁺ comes in; other flows o a year (investments,
    draws at discretion, gold and yuan revalued) come on top: p̂ the fiscal rule's base price, c roubles a year per dollar, s the
    share of the excess that is saved. Dearer oil never shortens the fund's life.
    """
    missing = 0.25 * draw * jnp.maximum(0.0, base_price - price)
    ruled = jnp.minimum(fund, missing)
    lost = jnp.minimum(fund - ruled, 0.25 * jnp.maximum(-other, 0.0))
    saved = 0.25 * draw * top_up * jnp.maximum(0.0, price - base_price)
    # An empty fund has nothing to revalue.
    gained = jnp.where(fund > 0.0, 0.25 * jnp.maximum(other, 0.0), 0.0)
    return ruled + lost, saved + gained, missing - ruled


def other_flow(unknown: Array, drift: Array, other: Array, size: Array, shock: Array) -> Array:
    """The fund's flows beside the fiscal rule, trn RUB a year: u·(d + o) + 4·√u·σ·ε, u the part of the quarter after the newest month.

    d: in the first year what a standing fund, then half of last year's change, leaves beside the rule at today's price; ε: draws and deposits come in lumps.
    """
    return unknown * (drift + other) + 4.0 * jnp.sqrt(unknown) * size * shock


def finance_overspend(
    need: Array, fund: Array, borrowing_room: Array, from_fund: Array, from_debt: Array, from_tax: Array
) -> Financing:
    """Split an unplanned need (overspending, oil revenue that the fund no longer replaces) among instruments by prior weights; an exhausted one hands its part on.

    fund = min(w_f·n, F); debt = w_d·min(1, room/0.1)·(n − fund); tax = w_t·(n − fund − debt); prices carry what is left:
    n the need, F what the fund holds.
    """
    fund_part = jnp.minimum(from_fund * need, fund)
    rest = need - fund_part
    debt_part = from_debt * jnp.clip(borrowing_room / LAST_ROOM, 0.0, 1.0) * rest
    tax_part = from_tax * (rest - debt_part)
    return Financing(fund_part, debt_part, tax_part, rest - debt_part - tax_part)


def borrowing_room(room: Array, initial: Array, borrowed_ratio: Array, capacity: Array, reversion: Array) -> Array:
    """Room to borrow at home, 0-1: r = r₋₁ − b/capacity + κ·(r̄ − r₋₁), b new debt over yearly GDP."""
    return jnp.clip(room - borrowed_ratio / capacity + reversion * (initial - room), 0.0, 1.0)


def imports_room(room: Array, initial: Array, log_price_ratio: Array, oil_effect: Array, reversion: Array) -> Array:
    """Room for imports under sanctions, 0-1: r = r₋₁ + κ·(r̄ − r₋₁) + ¼·β·ln(p/p̂), p/p̂ oil over the fiscal rule's price."""
    return jnp.clip(room + reversion * (initial - room) + 0.25 * oil_effect * log_price_ratio, 0.0, 1.0)


def headroom(value: Array, exhausted: Array, full: Array | float) -> Array:
    """Room of an instrument read off an indicator: r = (x − x₀)/(x₁ − x₀) between 0 at x₀ (exhausted) and 1 at x₁ (full)."""
    return jnp.clip((value - exhausted) / (full - exhausted), 0.0, 1.0)


def rooms(
    fund: Array, inflation: Array, gap: Array, borrowing: Array, imports: Array, start: Start, p: dict[str, Array]
) -> Array:
    """Room in the five instruments, 0-1, [5, F]: liquid fund, inflation, labour, domestic borrowing, imports.

    Fund over its largest value held; inflation's distance to its ceiling (full at the central bank's target); unemployment above
    its floor (Okun's law on the output gap); the last two are judged states.
    """
    return jnp.stack([
        jnp.clip(fund / start.fund_reference, 0.0, 1.0),
        headroom(inflation, p["inflation_ceiling"], p["inflation_target"]),
        headroom(start.unemployment - p["okun"] * gap, p["labour_floor"], start.unemployment_reference),
        borrowing, imports,
    ])  # fmt: skip
