"""Forces: equipment by perpetual inventory, orders through an Erlang pipeline, depots, attrition.

Equipment and flows in bn 2021 USD at military purchasing power.
"""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array


class Pipeline(NamedTuple):
    stages: Array  # [3, A, F] orders under way
    deliveries: Array  # [A, F] this quarter


def deliver(stages: Array, orders: Array, years: Array, last: Array, capacity_growth: Array) -> Pipeline:
    """Erlang pipeline of order three with a bounded growth of deliveries; orders = change of the pipeline + deliveries.

    Each stage passes on b·λ, λ = 3/(4·years); deliveries grow by at most `capacity_growth` a year.
    """
    rate = jnp.minimum(3.0 / (4.0 * years), 1.0)
    flow = stages * rate
    out = jnp.minimum(flow[2], jnp.maximum(last * (1.0 + capacity_growth) ** 0.25, 1e-9))
    new = jnp.stack([stages[0] + orders - flow[0], stages[1] + flow[0] - flow[1], stages[2] + flow[1] - out])
    return Pipeline(new, out)


def stock(equipment: Array, deliveries: Array, returned: Array, lost: Array, depreciation: Array) -> Array:
    """K' = (1 − δ)^¼·K + deliveries + returned from depots − lost in war."""
    return equipment * (1.0 - depreciation) ** 0.25 + deliveries + returned - lost


def attrition(equipment: Array, rate: Array, intensity: Array, active: Array) -> Array:
    """Lost in a quarter: K·(1 − (1 − a·intensity)^¼) while the war is active."""
    return equipment * (1.0 - (1.0 - jnp.clip(rate * intensity, 0.0, 0.9)) ** 0.25) * active


def refurbish(depot: Array, capacity: Array, depot_start: Array) -> Array:
    """Brought back from depots in a quarter: ¼·capacity, falling with what is left, never more than is left."""
    left = jnp.where(depot_start > 0.0, depot / jnp.maximum(depot_start, 1e-9), 0.0)
    return jnp.minimum(depot, 0.25 * capacity * left)


def flank_ratio(
    free: Array, local: Array, equipment: Array, flank: Array, european: Array, protector: Array,
    flank_share: Array, reinforcement: Array, from_afar: Array, present: Array,
) -> Array:  # fmt: skip
    """The rival's massed free forces over the allies' on the flank and those that reach it in the first months, [F].

    r = c·free/(f·K_flank + ρ·K_others + ρ_p·1_p·K_protector):  flank, european and protector are masks [A]; present 1 while
    the protector stands by the alliance.
    """
    on_flank = jnp.einsum("a,af->f", flank, equipment)
    others = jnp.einsum("a,af->f", european * (1.0 - flank), equipment)
    afar = jnp.einsum("a,af->f", protector * (1.0 - flank) * (1.0 - european), equipment)
    return free * local / (flank_share * on_flank + reinforcement * others + from_afar * present * afar)
