"""The state of the system at the cut-off, with the uncertainty about it."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import war_economy
from overstretch.model.alliance_step import bloc_efforts, spread
from overstretch.model.macro_step import new_core
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import _deviations, ally_shock

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

    The current year's budget was voted before the cut-off and is not yet published for most allies: it is the last
    share known (with its revision error) moved by will along the path and by a shock of the ally's own scale.
    """
    on = controls.on
    rus = roles.rus
    futures = will.shape[1]
    zeros, ones = jnp.zeros_like(will), jnp.ones_like(will)
    flat = jnp.zeros(futures, will.dtype)
    years = jnp.asarray(years_ahead, will.dtype)

    revision = on["revision"] * p["revision_error"] * start.revised[:, None] * shocks.revision
    share_start = start.share[:, None] * jnp.exp(revision)
    strength = on["pledge"] * will
    along = (
        strength * jnp.log(base.path / start.share)[:, None]
        + (1.0 - strength) * jnp.log(base.defence / start.share)[:, None]
    )
    noise = (
        on["shocks"]
        * jnp.sqrt(years)
        * p["share_shock"]
        * start.share_scale[:, None]
        * ally_shock(shocks.share[0], shocks.share_common[0], p)
    )
    moved = jnp.where(years > 0, jnp.exp(start.ally[:, None] * (along + noise)), ones)
    share = share_start * moved
    planned_share = share
    # Half of the first year's overrun is still ahead of the cut-off.
    overrun = 0.5 * on["overrun"] * p["overrun_war"]
    share = share.at[rus].multiply(jnp.exp(overrun))
    share = jnp.where(controls.hold > 0, start.share_hold[:, None], share)
    floor = jnp.where(controls.full_will > 0, (start.ally * base.pledge)[:, None], 0.0)
    added = jnp.maximum(floor - share, 0.0)
    share = share + added

    nominal_year = (base.real * base.price / base.weight)[:, None]
    related = start.ally[:, None] * p["related_initial"] * ones
    debt = start.debt[:, None] * ones
    rooms = war_economy.rooms(
        flat + start.fund, base.inflation[rus], flat, p["borrowing_room_initial"], p["imports_room_initial"], start, p
    )
    debt_ratio = (start.debt / start.nominal_before[-4:].sum(0))[:, None] * ones
    bare = State(
        supply=zeros, gap=zeros, momentum=zeros, inflation=zeros, rate=zeros, price=zeros,
        real_lags=start.real_before[-4:, :, None] * ones[None], nominal_lags=start.nominal_before[-4:, :, None] * ones[None],
        debt=debt, effective=zeros, deficit_ratio=-base.primary[:, None] * ones, debt_ratio=debt_ratio,
        debt_ratio_baseline=start.debt / start.nominal_before[-4:].sum(0),
        share=share, added=added, amount=share * nominal_year, planned=planned_share * nominal_year,
        related=related, related_start=related, share_start=share_start, extra=zeros, will=will, noise=noise, reaction=zeros,
        deviation_us=flat, deviation_rest=zeros, path_factor=flat, rescoped=flat, review_result=flat - 1.0,
        pipeline=zeros[None].repeat(3, 0), deliveries=zeros, equipment=ones, equipment_2022=flat, depot_start=flat, depot=flat,
        law_ratio=flat + start.law_amount / start.law_total, fund=flat + start.fund,
        log_oil=jnp.log(jnp.maximum(start.oil_price - p["urals_discount"], 10.0)), key_rate=flat + start.key_rate,
        borrowing=p["borrowing_room_initial"], imports=p["imports_room_initial"], tools_left=rooms.mean(0),
        tools_start=rooms.mean(0),
        war=flat, guard=flat, perceived=jnp.zeros((2, futures), will.dtype), intent=flat + 1.0,
        remarks=jnp.zeros((2, futures), will.dtype), us=flat + 1.0, cohesion=flat, doubt=flat,
        hazard=jnp.zeros((7, futures), will.dtype), in_office=flat + 1.0, incidence=jnp.zeros((5, futures), will.dtype),
        inequality=flat, bloc=jnp.zeros((4, futures), will.dtype),
    )  # fmt: skip
    state = _equip(bare, start, base, p, roles)
    # What is already above the baseline's path at the start is part of the forecast's first quarter, not an impulse.
    expected = new_core(base.defence[:, None], state, p, start.ally)
    state = state._replace(extra=new_core(state.share, state, p, start.ally) - expected)
    _, _, deviation_us, deviation_rest = _deviations(state, base, start, base.path[:, None], roles)
    return state._replace(
        deviation_us=deviation_us, deviation_rest=deviation_rest, inequality=spread(state.share, start),
        bloc=bloc_efforts(state, base, start, roles),
    )  # fmt: skip


def _equip(state: State, start: Start, base: Baseline, p: Parameters, roles: Roles) -> State:
    """Equipment, pipeline and depots in the steady state of the last spending known; Russia's from February 2022."""
    rus = roles.rus
    dollars_year = (base.real / base.weight * start.dollars * start.military_ppp * start.equipment_share)[:, None]
    spending = state.share_start * dollars_year
    russian = state.share_start[rus] * (base.real / base.weight * start.dollars)[rus]
    spending = spending.at[rus].set(russian * p["rus_military_ppp"] * p["rus_procurement_share"])
    equipment = spending / (p["depreciation"] + 0.01)
    prewar = start.prewar_procurement * p["rus_military_ppp"] * p["rus_procurement_share"] / (p["depreciation"] + 0.01)
    equipment = equipment.at[rus].set(p["stock_ratio_initial"] * prewar)
    deliveries = spending / 4.0
    years = jnp.broadcast_to(p["pipeline_years"], spending.shape).at[rus].set(p["rus_pipeline_years"])
    years = years.at[roles.ukr].set(p["rus_pipeline_years"])
    stage = deliveries / jnp.minimum(3.0 / (4.0 * years), 1.0)
    depot = p["depot_initial"] * prewar
    return state._replace(
        pipeline=jnp.stack([stage] * 3), deliveries=deliveries, equipment=equipment, equipment_2022=prewar,
        depot_start=depot, depot=depot,
    )  # fmt: skip
