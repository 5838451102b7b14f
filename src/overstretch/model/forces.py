"""Forces: equipment by perpetual inventory, orders through an Erlang pipeline, depots, attrition.

Equipment and flows in bn 2021 USD at military purchasing power.
"""

from __future__ import annotations

from typing import NamedTuple

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import On, Switch, law

EQUIPMENT = (0.05, 0.6)  # bounds of the part of spending that buys equipment
PIPELINE = Switch("pipeline", of="forces", without="orders are delivered within a few quarters")
ATTRITION = Switch("attrition", of="war", without="no equipment is lost in the war")
REFURBISHMENT = Switch("refurbishment", of="war", without="nothing returns from depots")
AID = Switch("aid", of="war", without="no equipment is given to Ukraine")


class Pipeline(NamedTuple):
    stages: Array  # [3, A, F] orders under way
    deliveries: Array  # [A, F] this quarter


@law(gives="ppp")
def purchasing_power(military_ppp: Array, rival: int, *, rival_military_ppp: Array) -> Array:
    """Military purchasing power over dollar value, [A, F]; the rival's is drawn."""
    return (military_ppp[:, None] * jnp.ones_like(rival_military_ppp)).at[rival].set(rival_military_ppp)


@law()
def equipment_part(
    equipment_share: Array,
    share: Array,
    share_start: Array,
    rival: int,
    *,
    equipment_share_of_rise: Array,
    rival_procurement_share: Array,
) -> Array:
    """Part of spending that buys equipment, [A, F]: as published, another of what is added since, the rival's drawn."""
    risen = jnp.clip(1.0 - share_start / share, 0.0, 1.0)
    own = equipment_share[:, None]
    return jnp.clip(own + (equipment_share_of_rise - own) * risen, *EQUIPMENT).at[rival].set(rival_procurement_share)


@law()
def rival_purchases(spending: Array, *, rival_military_ppp: Array, rival_procurement_share: Array) -> Array:
    """Equipment that the rival buys for what it spends at market rates, [F]."""
    return spending * rival_military_ppp * rival_procurement_share


@law()
def orders(core_new: Array, dollars: Array, ppp: Array, equipment_part: Array) -> Array:
    """Orders of equipment in a quarter, [A, F]: the part of new core spending (money; dollars a unit of it) that buys
    equipment."""
    return core_new * dollars * ppp * equipment_part


@law(switch=AID)
def aid(nominal: Array, dollars: Array, ppp: Array, ally: Array, war: Array, *, on: On, aid_share: Array) -> Array:
    """Equipment that allies give while the war is active, [A, F], as a share of their GDP."""
    return ally * (on.aid * (war == 0.0) * aid_share) * nominal * dollars * ppp


@law(gives="orders")
def handed_on(orders: Array, aid: Array, attacked: Array) -> Array:
    """Orders after aid: the donors' share, the attacked state's equipment."""
    return jnp.maximum(orders - aid, 0.0) + attacked / jnp.maximum(attacked.sum(), 1.0) * aid.sum(0)


@law()
def delivery_years(at_war: Array, *, rival_pipeline_years: Array, pipeline_years: Array) -> Array:
    """Mean years from an order to the unit, shorter for who is at war."""
    return jnp.where(at_war > 0, rival_pipeline_years, pipeline_years)


@law(equation=r"\lambda = \frac{3}{4\,\text{years}}", gives="rate_of_stage")
def stage_rate(delivery_years: Array) -> Array:
    """Part of each of the three stages that a quarter passes on, at most all."""
    return jnp.minimum(3.0 / (4.0 * delivery_years), 1.0)


@law(switch=PIPELINE, gives=("pipeline", "deliveries"))
def deliver(
    pipeline: Array, orders: Array, delivery_years: Array, deliveries: Array, *, on: On, capacity_growth: Array
) -> Pipeline:
    """Erlang pipeline of order three with a bounded growth of deliveries; orders = change of the pipeline + deliveries.

    Each stage passes on b·λ; deliveries grow by at most `capacity_growth` a year. Switched off, a stage takes a
    quarter.
    """
    rate = stage_rate(jnp.where(on.pipeline > 0, delivery_years, 0.75))
    flow = pipeline * rate
    out = jnp.minimum(flow[2], jnp.maximum(deliveries * (1.0 + capacity_growth) ** 0.25, 1e-9))
    new = jnp.stack([pipeline[0] + orders - flow[0], pipeline[1] + flow[0] - flow[1], pipeline[2] + flow[1] - out])
    return Pipeline(new, out)


@law(equation=r"K' = (1 - \delta)^{1/4}\,K + \text{deliveries} + \text{returned} - \text{lost}", gives="equipment")
def stock(equipment: Array, deliveries: Array, returned: Array, lost: Array, *, depreciation: Array) -> Array:
    """Equipment after a quarter, [A, F], δ what wears out a year."""
    return equipment * (1.0 - depreciation) ** 0.25 + deliveries + returned - lost


@law()
def loss_rate(rival: Array, attacked: Array, *, attrition_war: Array, attrition_attacked: Array) -> Array:
    """Part of equipment lost in a year of war at the intensity of the cut-off, by masks of who fights."""
    return rival * attrition_war + attacked * attrition_attacked


@law(equation=r"\text{lost} = K\,(1 - (1 - a\,\text{intensity})^{1/4})", switch=ATTRITION, gives="lost")
def attrition(equipment: Array, loss_rate: Array, war: Array, *, on: On, war_intensity: Array) -> Array:
    """Lost in a quarter while the war is active."""
    active = (war == 0.0) * 1.0
    return equipment * (1.0 - (1.0 - jnp.clip(loss_rate * war_intensity, 0.0, 0.9)) ** 0.25) * (active * on.attrition)


@law(switch=REFURBISHMENT, gives="returned")
def refurbish(depot: Array, depot_start: Array, reference: Array, *, on: On, refurbishment: Array) -> Array:
    """Brought back from depots in a quarter: ¼·capacity, falling with what is left, never more than is left."""
    left = jnp.where(depot_start > 0.0, depot / jnp.maximum(depot_start, 1e-9), 0.0)
    return on.refurbishment * jnp.minimum(depot, 0.25 * (refurbishment * reference) * left)


@law(gives="free")
def free_forces(equipment: Array, war: Array, *, tied_war: Array, tied_ceasefire: Array, tied_settled: Array) -> Array:
    """The rival's equipment that the war does not tie down, [F]."""
    tied = jnp.where(war == 0.0, tied_war, jnp.where(war == 1.0, tied_ceasefire, tied_settled))
    return equipment * (1.0 - tied)


@law(
    equation=r"r = \frac{c\,\text{free}}{f K_{\text{flank}} + \rho K_{\text{others}} + \rho_p 1_p K_{\text{protector}}}"
)
def flank_ratio(
    free: Array,
    equipment: Array,
    flank: Array,
    european: Array,
    protector: Array,
    stance: Array,
    *,
    local_share: Array,
    flank_share: Array,
    reinforcement: Array,
    us_reinforcement: Array,
) -> Array:
    """The rival's massed free forces over the allies' on the flank and those that reach it in the first months, [F].

    flank, european and protector are masks [A]; 1_p is 1 while the protector stands by the alliance.
    """
    on_flank = jnp.einsum("a,af->f", flank, equipment)
    others = jnp.einsum("a,af->f", european * (1.0 - flank), equipment)
    afar = jnp.einsum("a,af->f", protector * (1.0 - flank) * (1.0 - european), equipment)
    present = (stance < 2.0) * 1.0
    reach = flank_share * on_flank + reinforcement * others + us_reinforcement * present * afar
    return free * local_share / reach


@law()
def rebuilt(free_forces: Array, flank_ratio: Array, *, rebuilt_theta: Array, rebuilt_phi: Array) -> Array:
    """Whether the rival's forces are rebuilt: free forces over the stock it is measured against, and the local ratio,
    each above its level."""
    return (free_forces >= rebuilt_theta) & (flank_ratio >= rebuilt_phi)


@law(equation=r"K = \frac{I}{\delta + g}", gives="equipment")
def steady_stock(spending: Array, *, depreciation: Array, stock_growth: Array) -> Array:
    """Equipment that a yearly spending keeps up, δ what wears out, g how fast it grew."""
    return spending / (depreciation + stock_growth)


@law(gives="equipment")
def opening_stock(reference: Array, *, stock_ratio_initial: Array) -> Array:
    """The rival's equipment at the cut-off as a part of the stock of the year it is measured against, [F]."""
    return stock_ratio_initial * reference


@law(gives="depot")
def opening_depot(reference: Array, *, depot_initial: Array) -> Array:
    """What can return from depots, as a part of that stock, [F]."""
    return depot_initial * reference
