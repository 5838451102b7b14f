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
    rus, ukr = roles.rus, roles.ukr
    ppp = start.military_ppp[:, None] * jnp.ones_like(state.share)
    ppp = ppp.at[rus].set(p["rus_military_ppp"])
    equipment_part = jnp.clip(
        start.equipment_share[:, None]
        + (p["equipment_share_of_rise"] - start.equipment_share[:, None]) * jnp.clip(1.0 - state.share_start / state.share, 0.0, 1.0),
        0.05, 0.6,
    )  # fmt: skip
    equipment_part = equipment_part.at[rus].set(p["rus_procurement_share"])
    dollars = start.dollars[:, None] / money["deflator"]
    orders = money["core_new"] * dollars * ppp * equipment_part

    active = (state.war == 0.0) * 1.0
    giving = on["aid"] * active * p["aid_share"]
    aid = start.ally[:, None] * giving * money["nominal"] * dollars * ppp
    orders = jnp.maximum(orders - aid, 0.0).at[ukr].add(aid.sum(0))

    years = jnp.broadcast_to(p["pipeline_years"], orders.shape).at[rus].set(p["rus_pipeline_years"])
    years = years.at[ukr].set(p["rus_pipeline_years"])
    years = jnp.where(on["pipeline"] > 0, years, 0.75)
    moved = forces.deliver(state.pipeline, orders, years, state.deliveries, p["capacity_growth"])

    loss_rate = jnp.zeros_like(orders).at[rus].set(p["attrition_war"]).at[ukr].set(p["attrition_ukraine"])
    lost = forces.attrition(state.equipment, loss_rate, p["war_intensity"], active * on["attrition"])
    returned = on["refurbishment"] * forces.refurbish(
        state.depot, p["refurbishment"] * state.equipment_2022, state.depot_start
    )
    equipment = forces.stock(
        state.equipment, moved.deliveries, jnp.zeros_like(orders).at[rus].set(returned), lost, p["depreciation"]
    )
    tied = jnp.where(
        state.war == 0.0, p["tied_war"], jnp.where(state.war == 1.0, p["tied_ceasefire"], p["tied_settled"])
    )
    free = equipment[rus] * (1.0 - tied)
    ratio = forces.flank_ratio(
        free, p["local_share"], equipment, start.flank, start.european * start.ally, roles.usa, p["flank_share"],
        p["reinforcement"], p["us_reinforcement"], (state.us < 2.0) * 1.0,
    )  # fmt: skip
    europe = jnp.einsum("a,af->f", start.ally, equipment) - equipment[roles.usa]
    outputs = {
        "equipment": equipment, "europe_equipment": europe, "rus_equipment": equipment[rus],
        "rus_equipment_index": equipment[rus] / state.equipment_2022, "orders": orders,
        "deliveries": moved.deliveries, "lost": lost, "returned": returned,
        "rus_free_forces": free / state.equipment_2022, "flank_ratio": ratio,
    }  # fmt: skip
    return state._replace(
        pipeline=moved.stages, deliveries=moved.deliveries, equipment=equipment, depot=state.depot - returned
    ), outputs
