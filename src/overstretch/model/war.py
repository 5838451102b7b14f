"""The war against Ukraine as a Markov chain: 0 active, 1 ceasefire, 2 settled. Arrays [F]."""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import On, Switch, law

WAR = Switch("war", of="war", without="the war stays active")


@law(equation=r"q = 1 - (1 - p)^{1/4}")
def quarterly(yearly: Array) -> Array:
    """Chance in a quarter from a yearly one."""
    return 1.0 - (1.0 - yearly) ** 0.25


@law(switch=WAR, gives="war")
def war_state(
    war: Array,
    draw: Array,
    guard: Array,
    *,
    on: On,
    ceasefire_chance: Array,
    relapse_chance: Array,
    settlement_chance: Array,
) -> Array:
    """Next state: active → ceasefire; ceasefire → active (unless guarded) or settled; settled stays.

    `draw` is uniform; a small draw means escalation or peace in the fixed order below.
    """
    to_ceasefire = jnp.where(draw < quarterly(ceasefire_chance), 1.0, 0.0)
    relapsing = jnp.where(guard > 0.0, 0.0, quarterly(relapse_chance))
    from_ceasefire = jnp.where(draw < relapsing, 0.0, jnp.where(draw > 1.0 - quarterly(settlement_chance), 2.0, 1.0))
    after = jnp.where(war == 0.0, to_ceasefire, jnp.where(war == 1.0, from_ceasefire, 2.0))
    return jnp.where(on.war > 0, after, war)


@law(gives=("war", "guard"))
def forced(war: Array, guard: Array, now: Array, ceasefire: Array, war_ends: Array) -> tuple[Array, Array]:
    """Interventions: a ceasefire from a date that holds for four quarters, or a settlement for good.

    guard: further quarters without relapse; with the quarter it begins in they make a year.
    """
    begins = (ceasefire > 0.0) & (now >= ceasefire) & (now < ceasefire + 0.25)
    guard = jnp.where(begins, 3.0, jnp.maximum(0.0, guard - 1.0))
    war = jnp.where(begins, jnp.maximum(war, 1.0), war)
    return jnp.where((war_ends > 0.0) & (now >= war_ends), 2.0, war), guard
