"""One quarter of the whole system: the laws composed, in the order in which things happen.

politics (war, stance, remarks) → economy → public finance → war economy → forces → alliance and ruler →
in the third quarter of the review year the review, in every fourth quarter the budget votes.
"""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array, lax

from overstretch.model import perception, united_states, war
from overstretch.model.alliance_step import alliance_and_ruler
from overstretch.model.force_step import equip
from overstretch.model.macro_step import economies, instruments, oil_quarter
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import hold_review, vote

Parameters = dict[str, Array]
Outputs = dict[str, Array]


def step(
    state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, p: Parameters, roles: Roles
) -> tuple[State, Outputs]:
    """State after one quarter and what is reported of it. Shapes: see structures; shock holds this quarter's draws."""
    state = _politics(state, base, shock, start, controls, p)
    state, oil_change = oil_quarter(state, base, shock, controls, p)
    state, money = economies(state, base, shock, start, controls, p, roles, oil_change)
    state, means = instruments(state, base, shock, start, controls, p, roles, money)
    state, field = equip(state, base, start, controls, p, roles, money)
    state, mood = alliance_and_ruler(state, base, shock, start, controls, p, roles, money)
    state = lax.cond(base.review > 0, lambda s: hold_review(s, base, shock, start, controls, p), lambda s: s, state)
    outputs = {**money, **means, **field, **mood, **_reported(state)}
    state = lax.cond(
        base.fourth > 0, lambda s: vote(s, base, shock, start, controls, p, roles, money["nominal"]), lambda s: s, state
    )
    return state, outputs


def _politics(state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, p: Parameters) -> State:
    on = controls.on
    drawn = war.war_state(
        state.war, shock.war, p["ceasefire_chance"], p["relapse_chance"], p["settlement_chance"], state.guard
    )
    war_now = jnp.where(on["war"] > 0, drawn, state.war)
    war_now, guard = war.forced(war_now, state.guard, base.now, controls.ceasefire, controls.war_ends)

    said = perception.remarks(state.remarks, shock.remarks, p["rhetoric_persistence"]) * on["remarks"]
    seen = perception.intent_seen(war_now, p["intent_ceasefire"], p["intent_settled"])
    intent = perception.intent(state.intent, seen, p["intent_persistence"])

    shortfall = jnp.maximum(0.0, -state.deviation_rest.mean(0))
    drawn = united_states.stance(
        state.stance, shock.inauguration, shortfall, p["us_to_withdrawn"], p["us_to_strong"], p["us_strong_leaves"],
        p["us_withdrawn_returns"], p["us_gap_effect"],
    )  # fmt: skip
    stance = jnp.where((base.inauguration > 0) & (on["us_change"] > 0), drawn, state.stance)
    stance = jnp.where((controls.us_withdraws > 0) & (base.now >= controls.us_withdraws), 2.0, stance)
    return state._replace(war=war_now, guard=guard, remarks=said, intent=intent, stance=stance)


def _reported(state: State) -> Outputs:
    return {
        "war_state": state.war, "us_state": state.stance, "share": state.share, "share_start": state.share_start,
        "rescoped": state.rescoped, "review_result": state.review_result,
    }  # fmt: skip
