"""One quarter of the whole system: the laws composed, in the order in which things happen.

politics (war, stance, remarks) → economy → public finance → war economy → forces → alliance and ruler →
in the third quarter of the review year the review, in every fourth quarter the budget votes.
"""

from __future__ import annotations

from overstretch.model import defence, perception, united_states, war
from overstretch.model.alliance_step import alliance_and_ruler
from overstretch.model.arrays import Array, lax
from overstretch.model.force_step import equip
from overstretch.model.macro_step import economies, instruments, oil_quarter
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import hold_review, vote
from overstretch.model.wiring import Named, given

Outputs = dict[str, Array]


def step(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    parameters: dict[str, Array],
    roles: Roles,
) -> tuple[State, Outputs]:
    """State after one quarter and what is reported of it. Shapes: see structures; shock holds this quarter's draws."""
    named = given(parameters, controls)
    state = _politics(state, base, shock, start, controls, named)
    state, oil_change = oil_quarter(state, base, shock, controls, named)
    state, money = economies(state, base, shock, start, controls, named, roles, oil_change)
    state, means = instruments(state, base, shock, start, named, roles, money)
    state, field = equip(state, base, start, named, roles, money)
    state, mood = alliance_and_ruler(state, base, shock, start, named, roles, money)
    state = lax.cond(base.review > 0, lambda s: hold_review(s, shock, start, controls, named), lambda s: s, state)
    outputs = {**money, **means, **field, **mood, **_reported(state)}
    state = lax.cond(
        base.fourth > 0,
        lambda s: vote(s, base, shock, start, controls, named, roles, money["nominal"]),
        lambda s: s,
        state,
    )
    return state, outputs


def _politics(state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, named: Named) -> State:
    war_now = war.war_state(state.war, shock.war, state.guard, **named)
    war_now, guard = war.forced(war_now, state.guard, base.now, controls.ceasefire, controls.war_ends)

    said = perception.remarks(state.remarks, shock.remarks, **named)
    intent = perception.intent(state.intent, perception.intent_seen(war_now, **named), **named)

    shortfall = defence.shortfall(state.deviation_rest)
    stance = united_states.stance(state.stance, shock.inauguration, shortfall, base.inauguration, **named)
    stance = united_states.withdrawn(stance, base.now, controls.us_withdraws)
    return state._replace(war=war_now, guard=guard, remarks=said, intent=intent, stance=stance)


def _reported(state: State) -> Outputs:
    return {
        "war_state": state.war,
        "us_state": state.stance,
        "share": state.share,
        "share_start": state.share_start,
        "rescoped": state.rescoped,
        "review_result": state.review_result,
    }
