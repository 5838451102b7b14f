"""The state of the system at the cut-off, with the uncertainty about it."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import defence, economy, perception, war_economy
from overstretch.model.alliance_step import bloc_efforts, spread
from overstretch.model.macro_step import new_core
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import deviations, own_error

Parameters = dict[str, Array]


def initial_state(
    start: Start,
    base: Baseline,
    years_ahead: Array | int,
    controls: Controls,
    p: Parameters,
    will: Array,
    shocks: Shocks,
    roles: Roles,
) -> State:
    """State before the first quarter. base: the first quarter's slice; will [A, F]; years_ahead: whole years between
    the last share known and the first simulated year.

    The current year's budget was voted before the cut-off and is not yet published for most allies: it is what was
    announced for it with its error, else the last share known (with its revision error) moved by the law of a vote.
    """
    on = controls.on
    rival = roles.rival
    futures = will.shape[1]
    zeros, ones = jnp.zeros_like(will), jnp.ones_like(will)
    flat = jnp.zeros(futures, will.dtype)
    years = jnp.asarray(years_ahead, will.dtype)

    bias, error = on["revision"] * p["revision_bias"], on["revision"] * p["revision_error"]
    share_start = defence.published(start.share[:, None], start.revised[:, None], shocks.revision, bias, error)
    share, noise, common = _first_budget(start, base, years, controls, p, will, shocks, share_start)
    planned_share = share
    # Part of the first year's overrun is still ahead of the cut-off.
    overrun = p["overrun_ahead"] * on["overrun"] * p["overrun_war"] * (start.war == 0.0)
    share = share.at[rival].multiply(jnp.exp(overrun))
    share = jnp.where(controls.hold > 0, start.share_hold[:, None], share)
    floor = jnp.where(controls.full_will > 0, (start.ally * base.pledge)[:, None], 0.0)
    added = jnp.maximum(floor - share, 0.0)
    share = share + added

    nominal_year = (base.real * base.price / base.weight)[:, None]
    related = start.ally[:, None] * start.related_agreed * p["related_initial"] * ones
    debt = start.debt[:, None] * ones
    rooms = war_economy.rooms(
        flat + start.fund, base.inflation[rival], flat, p["borrowing_room_initial"], p["imports_room_initial"], start, p
    )
    log_oil = flat + jnp.log(jnp.maximum(start.oil_price - start.discounted * p["urals_discount"], 10.0))
    debt_ratio = (start.debt / start.nominal_before[-4:].sum(0))[:, None] * ones
    real = start.real_before[-4:, :, None] * ones[None]
    real = economy.revised(real, base.now, start.output_scale, shocks.output, on["revision"] * p["output_revision"])
    bare = State(
        supply=zeros, gap=zeros, momentum=zeros, inflation=zeros, rate=zeros, price=zeros,
        real_lags=real, nominal_lags=start.nominal_before[-4:, :, None] * ones[None],
        debt=debt, effective=zeros, deficit_ratio=-base.primary[:, None] * ones, debt_ratio=debt_ratio,
        debt_ratio_baseline=start.debt / start.nominal_before[-4:].sum(0),
        share=share, added=added, amount=share * nominal_year, planned=planned_share * nominal_year,
        related=related, related_start=related, share_start=share_start, extra=zeros, will=will, noise=noise, common=common, reaction=zeros,
        deviation_protector=flat, deviation_rest=zeros, path_factor=flat, rescoped=flat, review_result=flat - 1.0,
        pipeline=zeros[None].repeat(3, 0), deliveries=zeros, equipment=ones, equipment_reference=flat, depot_start=flat, depot=flat,
        law_ratio=flat + start.law_amount / start.law_total, fund=flat + start.fund,
        log_oil=log_oil, felt_oil=log_oil, squeeze=flat, key_rate=flat + start.key_rate,
        borrowing=p["borrowing_room_initial"], imports=p["imports_room_initial"], tools_left=rooms.mean(0),
        tools_start=rooms.mean(0),
        war=flat + start.war, guard=flat, perceived=jnp.zeros((2, futures), will.dtype), intent=flat + perception.intent_seen(start.war, p["intent_ceasefire"], p["intent_settled"]),
        remarks=jnp.zeros((2, futures), will.dtype), stance=flat + start.stance, cohesion=flat, doubt=flat,
        hazard=jnp.zeros((7, futures), will.dtype), in_office=flat + 1.0, incidence=jnp.zeros((5, futures), will.dtype),
        inequality=flat, bloc=jnp.zeros((4, futures), will.dtype),
    )  # fmt: skip
    state = _equip(bare, start, base, p, roles)
    # What is already above the baseline's path at the start is part of the forecast's first quarter, not an impulse.
    expected = new_core(base.defence[:, None], state, p, start.ally)
    state = state._replace(extra=new_core(state.share, state, p, start.ally) - expected)
    _, _, deviation_protector, deviation_rest = deviations(state, base, start, base.path[:, None])
    return state._replace(
        deviation_protector=deviation_protector, deviation_rest=deviation_rest, inequality=spread(state.share, start),
        bloc=bloc_efforts(state, base, start, roles),
    )  # fmt: skip


def _first_budget(
    start: Start, base: Baseline, years: Array, controls: Controls, p: Parameters, will: Array, shocks: Shocks, share: Array
) -> tuple[Array, Array, Array]:  # fmt: skip
    """Shares of the first simulated year [A, F], their own errors [A, F] and the allies' common growth [F]; as in a vote."""
    on, ally = controls.on, start.ally[:, None]
    spread = jnp.sqrt(years) * on["shocks"]
    years = (years + start.behind)[:, None]
    common = spread * p["common_growth_scale"] * shocks.share_common[0]
    weight, noise = own_error(base.reach, shocks.share[0], start, on, p)
    noise = jnp.where(weight > 0.0, jnp.minimum(years, 1.0), jnp.sqrt(years)) * noise
    growth = years * defence.pledge_growth(share, base.target[:, None], will, p["pledge_pull"], p["pledge_ebb"])
    growth = jnp.where(on["pledge"] > 0, growth, jnp.log(base.defence / start.share)[:, None]) + common
    growth = defence.follow_plan(growth, share, base.path[:, None], weight) + noise
    return jnp.where(years > 0, share * jnp.exp(ally * growth), share), noise, common


def _equip(state: State, start: Start, base: Baseline, p: Parameters, roles: Roles) -> State:
    """Equipment, pipeline and depots in the steady state of the last spending known.

    The rival's stock is a part of what its spending in an earlier year (Russia: before February 2022) would keep up.
    """
    rival = roles.rival
    dollars_year = (base.real / base.weight * start.dollars * start.military_ppp * start.equipment_share)[:, None]
    spending = state.share_start * dollars_year
    rivals = state.share_start[rival] * (base.real / base.weight * start.dollars)[rival]
    spending = spending.at[rival].set(rivals * p["rival_military_ppp"] * p["rival_procurement_share"])
    wear = p["depreciation"] + p["stock_growth"]
    equipment = spending / wear
    prewar = start.prewar_spending * p["rival_military_ppp"] * p["rival_procurement_share"] / wear
    equipment = equipment.at[rival].set(p["stock_ratio_initial"] * prewar)
    deliveries = spending / 4.0
    at_war = (start.rival + start.attacked)[:, None]
    years = jnp.where(at_war > 0, p["rival_pipeline_years"], p["pipeline_years"])
    stage = deliveries / jnp.minimum(3.0 / (4.0 * years), 1.0)
    depot = p["depot_initial"] * prewar
    return state._replace(
        pipeline=jnp.stack([stage] * 3), deliveries=deliveries, equipment=equipment, equipment_reference=prewar,
        depot_start=depot, depot=depot,
    )  # fmt: skip
