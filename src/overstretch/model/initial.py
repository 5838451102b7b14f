"""The state of the system at the cut-off, with the uncertainty about it."""

from __future__ import annotations

from overstretch.model import alliance, defence, economy, forces, perception, war_economy
from overstretch.model.alliance_step import armed_allies
from overstretch.model.arrays import Array, jnp
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import deviations, own_error
from overstretch.model.wiring import Named, given


def initial_state(
    start: Start,
    base: Baseline,
    years_ahead: Array | int,
    controls: Controls,
    parameters: dict[str, Array],
    will: Array,
    shocks: Shocks,
    roles: Roles,
) -> State:
    """State before the first quarter. base: the first quarter's slice; will [A, F]; years_ahead: whole years between
    the last share known and the first simulated year.

    The current year's budget was voted before the cut-off and is not yet published for most allies: it is what was
    announced for it with its error, else the last share known (with its revision error) moved by the law of a vote.
    """
    named = given(parameters, controls)
    rival = roles.rival
    futures = will.shape[1]
    zeros, ones = jnp.zeros_like(will), jnp.ones_like(will)
    flat = jnp.zeros(futures, will.dtype)
    years = jnp.asarray(years_ahead, will.dtype)

    share_start = defence.published(start.share[:, None], start.revised[:, None], shocks.revision, **named)
    law_ratio = defence.opening_ratio(start.law_amount, start.law_total, start.total_known, **named)
    share_start = share_start.at[rival].multiply(start.law_amount / start.law_total / law_ratio)
    share, noise, common = _first_budget(start, base, years, named, will, shocks, share_start)
    planned_share = share
    share = share.at[rival].multiply(jnp.exp(defence.overrun_ahead(start.war, **named)))
    share = jnp.where(controls.hold > 0, start.share_hold[:, None], share)
    floor = jnp.where(controls.full_will > 0, (start.ally * base.pledge)[:, None], 0.0)
    added = jnp.maximum(floor - share, 0.0)
    share = share + added

    nominal_year = (base.real * base.price / base.weight)[:, None]
    related = defence.related_before(start.ally[:, None], start.related_agreed, **named) * ones
    debt = start.debt[:, None] * ones
    borrowing, imports = parameters["borrowing_room_initial"], parameters["imports_room_initial"]
    prices = war_economy.forecast_prices(base.inflation[rival], base.inflation_gap, base.inflation_after, **named)
    rooms = war_economy.rooms(flat + start.fund, prices, flat, borrowing, imports, start, **named)
    log_oil = flat + jnp.log(war_economy.opening_price(start.oil_price, start.discounted, **named))
    debt_ratio = (start.debt / start.nominal_before[-4:].sum(0))[:, None] * ones
    real = start.real_before[-4:, :, None] * ones[None]
    real = economy.revised(real, base.now, start.output_scale, shocks.output, **named)
    bare = State(
        supply=zeros,
        gap=zeros,
        momentum=zeros,
        inflation=zeros,
        rate=zeros,
        price=zeros,
        real_lags=real,
        nominal_lags=start.nominal_before[-4:, :, None] * ones[None],
        debt=debt,
        effective=zeros,
        deficit_ratio=-base.primary[:, None] * ones,
        debt_ratio=debt_ratio,
        debt_ratio_baseline=start.debt / start.nominal_before[-4:].sum(0),
        share=share,
        added=added,
        amount=share * nominal_year,
        planned=planned_share * nominal_year,
        related=related,
        related_start=related,
        share_start=share_start,
        extra=zeros,
        will=will,
        noise=noise,
        common=common,
        reaction=zeros,
        deviation_protector=flat,
        deviation_rest=zeros,
        path_factor=flat,
        rescoped=flat,
        review_result=flat - 1.0,
        pipeline=zeros[None].repeat(3, 0),
        deliveries=zeros,
        equipment=ones,
        equipment_reference=flat,
        depot_start=flat,
        depot=flat,
        law_ratio=law_ratio,
        fund=flat + start.fund,
        excess=flat + start.rule_excess[:, None],
        log_oil=log_oil,
        felt_oil=log_oil,
        squeeze=flat,
        key_rate=flat + start.key_rate,
        borrowing=borrowing,
        imports=imports,
        tools_left=rooms.mean(0),
        tools_start=rooms.mean(0),
        war=flat + start.war,
        guard=flat,
        perceived=jnp.zeros((2, futures), will.dtype),
        intent=flat + perception.intent_seen(start.war, **named),
        remarks=jnp.zeros((2, futures), will.dtype),
        stance=flat + start.stance,
        cohesion=flat,
        doubt=flat,
        hazard=jnp.zeros((7, futures), will.dtype),
        in_office=flat + 1.0,
        incidence=jnp.zeros((5, futures), will.dtype),
        inequality=flat,
        bloc=jnp.zeros((4, futures), will.dtype),
    )
    state = _equip(bare, start, base, named, roles)
    # What is already above the baseline's path at the start is part of the forecast's first quarter, not an impulse.
    ally = start.ally[:, None]
    expected = defence.new_core(base.defence[:, None], state.share_start, ally, **named)
    state = state._replace(extra=defence.new_core(state.share, state.share_start, ally, **named) - expected)
    deviation_protector, deviation_rest = deviations(state.share, base.path[:, None], base, start)
    weights = start.ally * start.dollars * base.real
    return state._replace(
        deviation_protector=deviation_protector,
        deviation_rest=deviation_rest,
        inequality=alliance.spread(state.share, armed_allies(start)),
        bloc=perception.efforts(state.share, state.equipment, start.ally, weights, rival),
    )


def _first_budget(
    start: Start, base: Baseline, years: Array, named: Named, will: Array, shocks: Shocks, share: Array
) -> tuple[Array, Array, Array]:
    """Shares of the first simulated year [A, F], their own errors [A, F] and the allies' common growth [F]; as in a
    vote."""
    common = defence.common_before(years, shocks.share_common[0], **named)
    years = (years + start.behind)[:, None]
    weight, noise = own_error(base.reach, shocks.share[0], start, named)
    noise = jnp.where(weight > 0.0, jnp.minimum(years, 1.0), jnp.sqrt(years)) * noise
    growth = years * defence.pledge_growth(share, base.target[:, None], will, **named)
    growth = defence.pledged(growth, jnp.log(base.defence / start.share)[:, None], **named) + common
    growth = defence.follow_plan(growth, share, base.path[:, None], weight) + noise
    return jnp.where(years > 0, share * jnp.exp(start.ally[:, None] * growth), share), noise, common


def _equip(state: State, start: Start, base: Baseline, named: Named, roles: Roles) -> State:
    """Equipment, pipeline and depots in the steady state of the last spending known.

    The rival's stock is a part of what its spending in an earlier year (Russia: before February 2022) would keep up.
    """
    rival = roles.rival
    dollars_year = (base.real / base.weight * start.dollars * start.military_ppp * start.equipment_share)[:, None]
    spending = state.share_start * dollars_year
    rivals = state.share_start[rival] * (base.real / base.weight * start.dollars)[rival]
    spending = spending.at[rival].set(forces.rival_purchases(rivals, **named))
    prewar = forces.steady_stock(forces.rival_purchases(start.prewar_spending, **named), **named)
    equipment = forces.steady_stock(spending, **named).at[rival].set(forces.opening_stock(prewar, **named))
    deliveries = spending / 4.0
    years = forces.delivery_years((start.rival + start.attacked)[:, None], **named)
    stage = deliveries / forces.stage_rate(years)
    depot = forces.opening_depot(prewar, **named)
    return state._replace(
        pipeline=jnp.stack([stage] * 3),
        deliveries=deliveries,
        equipment=equipment,
        equipment_reference=prewar,
        depot_start=depot,
        depot=depot,
    )
