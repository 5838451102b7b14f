"""A quarter of all forces."""

from __future__ import annotations

from overstretch.model import forces
from overstretch.model.arrays import Array, jnp
from overstretch.model.structures import Baseline, Roles, Start, State
from overstretch.model.wiring import Named

Outputs = dict[str, Array]


def equip(
    state: State, base: Baseline, start: Start, named: Named, roles: Roles, money: Outputs
) -> tuple[State, Outputs]:
    rival, attacked = roles.rival, start.attacked[:, None]
    ppp = forces.purchasing_power(start.military_ppp, rival, **named)
    part = forces.equipment_part(start.equipment_share, state.share, state.share_start, rival, **named)
    dollars = start.dollars[:, None] / money["deflator"]
    orders = forces.orders(money["core_new"], dollars, ppp, part)
    aid = forces.aid(money["nominal"], dollars, ppp, start.ally[:, None], state.war, **named)
    orders = forces.handed_on(orders, aid, attacked)

    years = forces.delivery_years(start.rival[:, None] + attacked, **named)
    moved = forces.deliver(state.pipeline, orders, years, state.deliveries, **named)
    loss_rate = forces.loss_rate(start.rival[:, None], attacked, **named)
    lost = forces.attrition(state.equipment, loss_rate, state.war, **named)
    returned = forces.refurbish(state.depot, state.depot_start, state.equipment_reference, **named)
    equipment = forces.stock(state.equipment, moved.deliveries, start.rival[:, None] * returned, lost, **named)
    free = forces.free_forces(equipment[rival], state.war, **named)
    ratio = forces.flank_ratio(
        free, equipment, start.flank, start.european * start.ally, start.protector, state.stance, **named
    )
    others = jnp.einsum("a,af->f", start.ally * (1.0 - start.protector), equipment)
    outputs = {
        "equipment": equipment,
        "europe_equipment": others,
        "rival_equipment": equipment[rival],
        "rival_equipment_index": equipment[rival] / state.equipment_reference,
        "orders": orders,
        "deliveries": moved.deliveries,
        "lost": lost,
        "returned": returned,
        "rival_free_forces": free / state.equipment_reference,
        "flank_ratio": ratio,
    }
    return state._replace(
        pipeline=moved.stages, deliveries=moved.deliveries, equipment=equipment, depot=state.depot - returned
    ), outputs
