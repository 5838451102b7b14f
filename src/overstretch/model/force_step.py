"""A quarter of all forces."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import forces
from overstretch.model.structures import Baseline, Controls, Roles, Start, State

Parameters = dict[str, Array]
Outputs = dict[str, Array]


def equip(
    state: State, base: Baseline, start: Start, controls: Controls, p: Parameters, roles: Roles, money: Outputs
) -> tuple[State, Outputs]:
    on = controls.on
    rival, attacked = roles.rival, start.attacked[:, None]
    at_war = start.rival[:, None] + attacked
    ppp = start.military_ppp[:, None] * jnp.ones_like(state.share)
    ppp = ppp.at[rival].set(p["rival_military_ppp"])
    equipment_part = jnp.clip(
        start.equipment_share[:, None]
        + (p["equipment_share_of_rise"] - start.equipment_share[:, None]) * jnp.clip(1.0 - state.share_start / state.share, 0.0, 1.0),
        0.05, 0.6,
    )  # fmt: skip
    equipment_part = equipment_part.at[rival].set(p["rival_procurement_share"])
    dollars = start.dollars[:, None] / money["deflator"]
    orders = money["core_new"] * dollars * ppp * equipment_part

    active = (state.war == 0.0) * 1.0
    giving = on["aid"] * active * p["aid_share"]
    aid = start.ally[:, None] * giving * money["nominal"] * dollars * ppp
    orders = jnp.maximum(orders - aid, 0.0) + attacked / jnp.maximum(attacked.sum(), 1.0) * aid.sum(0)

    years = jnp.where(at_war > 0, p["rival_pipeline_years"], p["pipeline_years"])
    years = jnp.where(on["pipeline"] > 0, years, 0.75)  # switched off: a quarter a stage
    moved = forces.deliver(state.pipeline, orders, years, state.deliveries, p["capacity_growth"])

    loss_rate = start.rival[:, None] * p["attrition_war"] + attacked * p["attrition_attacked"]
    lost = forces.attrition(state.equipment, loss_rate, p["war_intensity"], active * on["attrition"])
    returned = on["refurbishment"] * forces.refurbish(
        state.depot, p["refurbishment"] * state.equipment_reference, state.depot_start
    )
    equipment = forces.stock(
        state.equipment, moved.deliveries, start.rival[:, None] * returned, lost, p["depreciation"]
    )
    tied = jnp.where(
        state.war == 0.0, p["tied_war"], jnp.where(state.war == 1.0, p["tied_ceasefire"], p["tied_settled"])
    )
    free = equipment[rival] * (1.0 - tied)
    ratio = forces.flank_ratio(
        free, p["local_share"], equipment, start.flank, start.european * start.ally, start.protector, p["flank_share"],
        p["reinforcement"], p["us_reinforcement"], (state.stance < 2.0) * 1.0,
    )  # fmt: skip
    others = jnp.einsum("a,af->f", start.ally * (1.0 - start.protector), equipment)
    outputs = {
        "equipment": equipment, "europe_equipment": others, "rival_equipment": equipment[rival],
        "rival_equipment_index": equipment[rival] / state.equipment_reference, "orders": orders,
        "deliveries": moved.deliveries, "lost": lost, "returned": returned,
        "rival_free_forces": free / state.equipment_reference, "flank_ratio": ratio,
    }  # fmt: skip
    return state._replace(
        pipeline=moved.stages, deliveries=moved.deliveries, equipment=equipment, depot=state.depot - returned
    ), outputs
