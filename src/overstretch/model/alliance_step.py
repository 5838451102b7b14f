"""A quarter of perception, strain, the alliance and the ruler."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import alliance, leaders, perception, united_states
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

Parameters = dict[str, Array]
Outputs = dict[str, Array]


def bloc_efforts(state: State, base: Baseline, start: Start, roles: Roles) -> Array:
    """Logs of the allies' burden, the rival's burden, the allies' equipment, the rival's equipment, [4, F]."""
    weights = start.ally * start.dollars * base.real
    burden = jnp.einsum("a,af->f", weights / weights.sum(), state.share)
    stock = jnp.einsum("a,af->f", start.ally, state.equipment)
    return jnp.log(jnp.stack([burden, state.share[roles.rival], stock, state.equipment[roles.rival]]))


def spread(share: Array, start: Start) -> Array:
    """Standard deviation of log burdens over the allies with forces, [F]."""
    mask = (start.ally * start.armed)[:, None]
    logs = jnp.log(share)
    mean = (mask * logs).sum(0) / mask.sum()
    return jnp.sqrt((mask * (logs - mean) ** 2).sum(0) / mask.sum())


def alliance_and_ruler(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    p: Parameters,
    roles: Roles,
    money: Outputs,
) -> tuple[State, Outputs]:
    on, variant, rival = controls.on, controls.variant, roles.rival
    now = bloc_efforts(state, base, start, roles) - state.bloc
    by_stock = variant["reaction"] == 2
    rivals = jnp.where(by_stock, now[3] - now[2], now[1])
    allies = jnp.where(by_stock, now[2] - now[3], now[0])
    actual = jnp.stack([rivals, allies])
    seen = perception.perceived(state.perceived, actual, p["perception_bias"], p["perception_delay"])
    seen = jnp.where(on["perception"] > 0, seen, actual)
    threat = perception.threat(seen[0], state.intent, start.war, p)

    # strain, the same formula for both sides
    weights = start.ally * start.dollars * base.real
    weights = weights / weights.sum()
    growth = money["growth_yoy"]
    burden = jnp.einsum("a,af->f", weights, state.share)
    reference = (weights * start.share_reference).sum()
    debt_rise = jnp.einsum(
        "a,af->f", weights, state.debt_ratio - (start.debt / start.nominal_before[-4:].sum(0))[:, None]
    )
    growth_allies = jnp.einsum("a,af->f", weights, growth)
    scales = (p["strain_burden_scale"], p["strain_growth_scale"], p["strain_room_scale"], p["growth_reference"])
    strain_allies = alliance.strain(burden, reference, growth_allies, jnp.maximum(debt_rise, 0.0), *scales)
    strain_rival = alliance.strain(
        state.share[rival], start.share_reference[rival], growth[rival], jnp.maximum(state.tools_start - state.tools_left, 0.0),
        *scales,
    )  # fmt: skip

    unequal = (spread(state.share, start) - state.inequality) / p["strain_burden_scale"]
    assurance = alliance.assurance(state.stance, p["assurance_strong"])
    pressure = (
        jnp.where(variant["alliance"] == 0, p["cohesion_inequality"] * unequal, 0.0)
        + jnp.where(variant["alliance"] == 1, p["cohesion_threat"] * threat, 0.0)
        + p["cohesion_us"] * assurance
        + p["remark_cooperation"] * state.remarks[0]
        + p["adversary_cooperation"] * state.remarks[1]
    )
    moves = on["cohesion"]
    cohesion = moves * alliance.cohesion(
        state.cohesion, pressure, on["shocks"] * p["cohesion_shock"] * shock.cohesion, p["cohesion_persistence"]
    )
    doubt = moves * alliance.doubt(
        state.doubt,
        assurance,
        p["doubt_us"],
        p["doubt_cohesion"],
        cohesion,
        on["shocks"] * p["cohesion_shock"] * shock.doubt,
        p["doubt_persistence"],
    )

    open_to = (variant["alliance"] < 2) * 1.0
    log_ratio = on["alliance_strain"] * open_to * (
        p["strain_on_exit"] * strain_allies + p["cohesion_on_exit"] * cohesion
    )  # fmt: skip
    withdrawn = on["alliance_strain"] * open_to * p["withdrawn_on_exit"] * (state.stance == 2.0)
    exit_hazard = alliance.hazard(p["exit_rate"] * start.members, log_ratio + withdrawn)
    end_hazard = alliance.hazard(p["dissolution_rate"], log_ratio)
    draw_down = united_states.drawdown_hazard(
        state.stance, p["drawdown_strong"], p["drawdown_transactional"], p["drawdown_withdrawn"]
    )

    state, exits, regime_chance = _ruler(state, controls, p, strain_rival, growth[rival], rival)
    hazard = state.hazard + jnp.concatenate([jnp.stack([exit_hazard, end_hazard, draw_down]), exits])

    outputs = {
        "rival_strain": strain_rival, "nato_strain": strain_allies, "cohesion": cohesion, "article5_doubt": doubt,
        "hazard": hazard, "incidence": state.incidence, "regime_chance": regime_chance,
        "threat": threat,
    }  # fmt: skip
    return state._replace(perceived=seen, cohesion=cohesion, doubt=doubt, hazard=hazard), outputs


def _ruler(
    state: State, controls: Controls, p: Parameters, strain: Array, growth: Array, rival: int
) -> tuple[State, Array, Array]:
    """State, hazards of the quarter [4, F] (irregular, forced, voluntary, natural), chances that an exit ends the regime [2, F]."""
    on, variant = controls.on, controls.variant
    strained = on["leader_strain"] * (variant["leader"] > 0) * p["strain_on_leader"] * strain
    covariates = (
        on["leader_covariates"]
        * (variant["leader"] == 1)
        * p["growth_on_regular"]
        * 100.0
        * (growth - p["growth_reference"])
    )
    effort = jnp.log(state.share[rival] / state.share_start[rival]) / p["strain_burden_scale"]
    coercion = on["leader_covariates"] * (variant["leader"] == 2) * p["coercion_on_irregular"] * effort
    forced_rate = p["regular_rate"] * p["forced_share"]
    exits = jnp.stack([
        alliance.hazard(p["irregular_rate"], strained + coercion),
        alliance.hazard(forced_rate, strained + coercion + covariates),
        alliance.hazard(p["regular_rate"] - forced_rate, covariates),
        0.25 * p["natural_rate"],
    ])  # fmt: skip
    left = leaders.competing_exits(state.in_office, exits)
    ended_irregular, ended_other = leaders.regime_end_chance(
        p["regime_given_irregular"], p["regime_given_other"],
        on["leader_strain"] * (variant["leader"] > 0) * p["strain_on_regime"], strain,
    )  # fmt: skip
    regime = left.incidence[0] * ended_irregular + left.incidence[1:].sum(0) * ended_other
    incidence = state.incidence + jnp.concatenate([left.incidence, regime[None]])
    state = state._replace(in_office=left.survival, incidence=incidence)
    return state, exits, jnp.stack([ended_irregular, ended_other])
