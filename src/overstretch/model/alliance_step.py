"""A quarter of perception, strain, the alliance and the ruler."""

from __future__ import annotations

from overstretch.model import alliance, leaders, perception, united_states
from overstretch.model.arrays import Array, jnp
from overstretch.model.structures import Baseline, Roles, Shocks, Start, State
from overstretch.model.wiring import Named

Outputs = dict[str, Array]


def armed_allies(start: Start) -> Array:
    """Mask of the allies with forces, [A, 1]."""
    return (start.ally * start.armed)[:, None]


def alliance_and_ruler(
    state: State, base: Baseline, shock: Shocks, start: Start, named: Named, roles: Roles, money: Outputs
) -> tuple[State, Outputs]:
    rival = roles.rival
    weights = start.ally * start.dollars * base.real
    efforts = perception.efforts(state.share, state.equipment, start.ally, weights, rival)
    seen = perception.perceived(state.perceived, perception.effort(efforts - state.bloc, **named), **named)
    threat = perception.threat(seen[0], state.intent, start.war, **named)

    # strain, the same formula for both sides
    weights = weights / weights.sum()
    growth = money["growth_yoy"]
    burden = jnp.einsum("a,af->f", weights, state.share)
    reference = (weights * start.share_reference).sum()
    debt_start = (start.debt / start.nominal_before[-4:].sum(0))[:, None]
    debt_rise = alliance.debt_rise(state.debt_ratio, debt_start, weights)
    growth_allies = jnp.einsum("a,af->f", weights, growth)
    strain_allies = alliance.strain(burden, reference, growth_allies, debt_rise, **named)
    room_used = alliance.tools_used(state.tools_left, state.tools_start)
    strain_rival = alliance.strain(state.share[rival], start.share_reference[rival], growth[rival], room_used, **named)

    inequality = alliance.spread(state.share, armed_allies(start))
    assurance = alliance.assurance(state.stance, **named)
    pressure = alliance.pressure(inequality, state.inequality, threat, assurance, state.remarks, **named)
    cohesion = alliance.cohesion(state.cohesion, pressure, shock.cohesion, **named)
    doubt = alliance.doubt(state.doubt, assurance, cohesion, shock.doubt, **named)

    log_ratio = alliance.strain_on_alliance(strain_allies, cohesion, **named)
    exit_hazard = alliance.exit_hazard(log_ratio, state.stance, start.members, **named)
    end_hazard = alliance.dissolution_hazard(log_ratio, **named)
    draw_down = united_states.drawdown_hazard(state.stance, **named)
    state, exits, regime_chance = _ruler(state, named, strain_rival, growth[rival], rival)
    hazard = state.hazard + jnp.concatenate([jnp.stack([exit_hazard, end_hazard, draw_down]), exits])

    outputs = {
        "rival_strain": strain_rival,
        "nato_strain": strain_allies,
        "cohesion": cohesion,
        "article5_doubt": doubt,
        "hazard": hazard,
        "incidence": state.incidence,
        "regime_chance": regime_chance,
        "threat": threat,
    }
    return state._replace(perceived=seen, cohesion=cohesion, doubt=doubt, hazard=hazard), outputs


def _ruler(state: State, named: Named, strain: Array, growth: Array, rival: int) -> tuple[State, Array, Array]:
    """State, hazards of the quarter [4, F] (irregular, forced, voluntary, natural), chances that an exit ends the
    regime [2, F]."""
    exits = leaders.exit_hazards(
        leaders.strain_on_leader(strain, **named),
        leaders.coercion(state.share[rival], state.share_start[rival], **named),
        leaders.growth_on_exit(growth, **named),
        **named,
    )
    left = leaders.competing_exits(state.in_office, exits)
    ended_irregular, ended_other = leaders.regime_end_chance(strain, **named)
    regime = left.incidence[0] * ended_irregular + left.incidence[1:].sum(0) * ended_other
    incidence = state.incidence + jnp.concatenate([left.incidence, regime[None]])
    state = state._replace(in_office=left.survival, incidence=incidence)
    return state, exits, jnp.stack([ended_irregular, ended_other])
