"""One quarter of the whole system: the laws composed, in the order in which things happen.

politics (war, stance, remarks) → economy → public finance → Russia's war economy → forces → alliance and ruler →
in the third quarter of the review year the review, in every fourth quarter the budget votes.
"""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array, lax

from overstretch.model import alliance, economy, finance, forces, leaders, perception, united_states, war, war_economy
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.vote import hold_review, vote

Parameters = dict[str, Array]
Outputs = dict[str, Array]


def step(
    state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, p: Parameters, roles: Roles
) -> tuple[State, Outputs]:
    """State after one quarter and what is reported of it. Shapes: see structures; shock holds this quarter's draws."""
    state = _politics(state, base, shock, controls, p)
    state, oil_change = _oil(state, shock, controls, p)
    state, money = _economy(state, base, shock, start, controls, p, roles, oil_change)
    state, russia = _war_economy(state, base, shock, start, controls, p, roles, money)
    state, field = _forces(state, base, start, controls, p, roles, money)
    state, mood = _alliance_and_ruler(state, base, shock, start, controls, p, roles, money)
    state = lax.cond(base.review > 0, lambda s: hold_review(s, base, shock, start, controls, p), lambda s: s, state)
    outputs = {**money, **russia, **field, **mood, **_reported(state)}
    state = lax.cond(
        base.fourth > 0, lambda s: vote(s, base, shock, start, controls, p, roles, money["nominal"]), lambda s: s, state
    )
    return state, outputs


def _politics(state: State, base: Baseline, shock: Shocks, controls: Controls, p: Parameters) -> State:
    on = controls.on
    drawn = war.war_state(
        state.war, shock.war, p["ceasefire_chance"], p["relapse_chance"], p["settlement_chance"], state.guard
    )
    war_now = jnp.where(on["war"] > 0, drawn, state.war)
    war_now, guard = war.forced(war_now, state.guard, base.now, controls.ceasefire, controls.war_ends)

    said = perception.remarks(state.remarks, shock.remarks, p["rhetoric_persistence"]) * on["remarks"]
    intent = perception.intent(state.intent, war_now, p["intent_persistence"])

    shortfall = jnp.maximum(0.0, -state.deviation_rest.mean(0))
    stance = united_states.stance(
        state.us, shock.inauguration, shortfall, p["us_to_withdrawn"], p["us_to_strong"], p["us_strong_leaves"],
        p["us_withdrawn_returns"], p["us_gap_effect"],
    )  # fmt: skip
    us = jnp.where((base.inauguration > 0) & (on["us_change"] > 0), stance, state.us)
    us = jnp.where((controls.us_withdraws > 0) & (base.now >= controls.us_withdraws), 2.0, us)
    return state._replace(war=war_now, guard=guard, remarks=said, intent=intent, us=us)


def new_core(state: State, p: Parameters, ally: Array) -> Array:
    """Core share less what is relabelled of its rise, [A, F]."""
    rise = jnp.maximum(0.0, state.share - state.share_start)
    return state.share - ally[:, None] * p["core_relabelled"] * rise


def _oil(state: State, shock: Shocks, controls: Controls, p: Parameters) -> tuple[State, Array]:
    """State with this quarter's oil price, and its log change [F]; no change where oil is switched off and not forced."""
    on, forced = controls.on, controls.oil_price > 0
    log_oil = war_economy.oil_price(
        state.log_oil, jnp.log(p["oil_long_run"]), on["shocks"] * shock.oil, p["oil_reversion"], p["oil_volatility"]
    )
    log_oil = jnp.where(on["oil"] > 0, log_oil, jnp.log(p["fiscal_rule_price"]))
    log_oil = jnp.where(forced, jnp.log(jnp.maximum(controls.oil_price, 1.0)), log_oil)
    change = jnp.where((on["oil"] > 0) | forced, log_oil - state.log_oil, 0.0)
    return state._replace(log_oil=log_oil), change


def _economy(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    p: Parameters,
    roles: Roles,
    oil_change: Array,
) -> tuple[State, Outputs]:
    on = controls.on
    ally = start.ally[:, None]
    new = new_core(state, p, start.ally)
    new_related = ally * (1.0 - p["related_relabelled"]) * (state.related - state.related_start)
    extra = new + new_related - base.defence[:, None]

    debt_financed = jnp.where(controls.finance >= 0.0, controls.finance, p["debt_financed"])
    multiplier = jnp.where(controls.variant["multiplier"] == 0, p["multiplier_low"], p["multiplier_high"])
    domestic = 1.0 - p["import_share"] * p["equipment_share_of_rise"]
    own = jnp.ones_like(extra).at[roles.ukr].set(0.0)  # Ukraine's war spending is met by grants
    impulse = on["multiplier"] * own * economy.demand_impulse(
        extra - state.extra, multiplier, p["multiplier_tax"], debt_financed, domestic
    )  # fmt: skip

    demand = economy.common_shock(
        shock.world, shock.europe, shock.demand, start.european, p["shock_share_world"], p["shock_share_europe"]
    )
    demand = on["shocks"] * p["demand_shock_scale"] * start.demand_scale[:, None] * demand
    demand = demand.at[roles.rus].add(on["oil_on_growth"] * p["oil_growth"] * oil_change)
    gap = economy.output_gap(
        state.gap, impulse, state.rate - state.inflation, demand, p["gap_persistence"],
        on["monetary"] * start.monetary[:, None] * p["rate_sensitivity"],
    )  # fmt: skip

    labour = jnp.zeros_like(gap).at[roles.rus].set(p["war_labour_cost"] * (state.war == 0.0))
    cost = jnp.where(controls.variant["growth_effect"] == 1, p["absorption_cost"], 0.0)
    supply = economy.potential(
        state.supply, on["shocks"] * p["potential_shift"], on["supply"] * own * extra, p["learning_by_arming"], state.share,
        base.defence[:, None], p["absorption_limit"], on["supply"] * own * cost, on["supply"] * labour,
    )  # fmt: skip

    surprise = on["shocks"] * p["inflation_shock"] * shock.inflation
    inflation = economy.phillips(
        state.inflation, on["monetary"] * gap, surprise, p["inflation_persistence"], p["phillips_slope"]
    )
    weights = start.dollars * base.real
    rule = economy.taylor(
        state.rate, economy.union_mean(inflation, start.euro, weights), economy.union_mean(gap, start.euro, weights),
        p["rate_smoothing"],
    )  # fmt: skip
    rate = on["monetary"] * start.monetary[:, None] * rule
    price = state.price + 0.25 * inflation

    real = base.real[:, None] * jnp.exp(supply + gap)
    deflator = base.price[:, None] * jnp.exp(price)
    nominal = real * deflator
    last_four = nominal + state.nominal_lags[1:].sum(0)

    # public finance
    borrowed = own * extra
    market = finance.market_rate(
        rate, state.debt_ratio, state.debt_ratio_baseline[:, None], on["risk_premium"] * p["risk_premium"]
    )
    effective = finance.effective_rate(state.effective, market, p["rollover"])
    primary = finance.primary_balance(
        base.primary[:, None], gap, borrowed, state.debt_ratio, state.debt_ratio_baseline[:, None],
        p["budget_semi_elasticity"], debt_financed, on["debt_response"] * p["debt_response"],
    )  # fmt: skip
    account = finance.accumulate(
        state.debt, base.effective_rate[:, None] + effective, primary, base.stock_flow[:, None], nominal
    )

    core = state.amount * base.weight[:, None]
    core_new = core * new / state.share
    counts = on["relabelling"]  # 0: what is merely relabelled does not count
    counted_related = state.related_start + jnp.where(counts > 0, 1.0, 1.0 - p["related_relabelled"]) * (
        state.related - state.related_start
    )
    growth = real / state.real_lags[0] - 1.0
    outputs = {
        "real": real, "nominal": nominal, "deflator": deflator, "core": core_new + counts * (core - core_new), "core_new": core_new,
        "core_planned": state.planned * base.weight[:, None],
        "related": ally * counted_related * nominal, "related_new": new_related * nominal,
        "balance": -account.deficit, "debt_ratio": account.debt / last_four, "growth_yoy": growth, "extra": extra,
        "debt": account.debt, "stock_flow": account.stock_flow,
    }  # fmt: skip
    return state._replace(
        supply=supply, gap=gap, inflation=inflation, rate=rate, price=price, effective=effective, extra=extra,
        real_lags=jnp.concatenate([state.real_lags[1:], real[None]]),
        nominal_lags=jnp.concatenate([state.nominal_lags[1:], nominal[None]]),
        debt=account.debt, deficit_ratio=account.deficit / nominal, debt_ratio=account.debt / last_four,
        debt_ratio_baseline=base.debt_ratio,
    ), outputs  # fmt: skip


def _war_economy(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    p: Parameters,
    roles: Roles,
    money: Outputs,
) -> tuple[State, Outputs]:
    on = controls.on
    rus = roles.rus
    price = jnp.exp(state.log_oil)
    out, saved, unmet = war_economy.fund_flow(state.fund, price, p["fiscal_rule_price"], p["fund_draw"], p["top_up"])

    nominal = money["nominal"][rus] / 1000.0  # trn RUB
    overspend = jnp.maximum(0.0, money["core"][rus] - money["core_planned"][rus]) / 1000.0
    met = war_economy.finance_overspend(
        overspend + unmet, state.fund - out, state.borrowing, p["overspend_from_fund"], p["overspend_from_debt"],
        p["overspend_from_tax"],
    )  # fmt: skip
    fund = state.fund - out - met.fund + saved
    yearly = state.nominal_lags[:, rus].sum(0) / 1000.0
    borrowing = war_economy.borrowing_room(
        state.borrowing, p["borrowing_room_initial"], met.borrowing / yearly, p["borrowing_room_capacity"]
    )
    imports = war_economy.imports_room(
        state.imports, p["imports_room_initial"], state.log_oil - jnp.log(p["fiscal_rule_price"]), p["imports_room_oil"]
    )
    # What neither fund, debt nor taxes carry is met by money and feeds prices.
    inflation = state.inflation.at[rus].add(on["tools"] * met.inflation / nominal)

    consumer = base.inflation[rus] + inflation[rus]
    unemployment = start.unemployment - p["okun"] * state.gap[rus]
    rooms = jnp.stack([
        jnp.clip(fund / start.fund_reference, 0.0, 1.0),
        war_economy.headroom(consumer, p["inflation_ceiling"], 0.04),
        war_economy.headroom(unemployment, p["labour_floor"], start.unemployment_reference),
        borrowing, imports,
    ])  # fmt: skip
    tools_left = rooms.mean(0)
    key_rate = state.key_rate + p["key_rate_reversion"] * (p["key_rate_neutral"] - state.key_rate)

    quarter_growth = money["real"][rus] / state.real_lags[2, rus] - 1.0
    outputs = {
        **{f"rus_room_{name}": rooms[k] for k, name in enumerate(("fund", "inflation", "labour", "borrowing", "imports"))},
        "rus_fund_liquid": fund, "rus_tools_left": tools_left, "rus_tools_left_measured": rooms[:2].mean(0),
        "urals_price": price, "rus_inflation": consumer, "rus_key_rate": jnp.maximum(key_rate + state.rate[rus], 0.0),
        "rus_growth_qoq": quarter_growth, "law": money["core"][rus] / 1000.0 * state.law_ratio,
        "fund_out": out + met.fund, "fund_in": saved,
    }  # fmt: skip
    return state._replace(
        fund=fund, borrowing=borrowing, imports=imports, inflation=inflation, key_rate=key_rate,
        tools_left=jnp.where(on["tools"] > 0, tools_left, state.tools_left),
    ), outputs  # fmt: skip


def _forces(
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
    giving = on["aid"] * active * p["aid_share"] * 0.5
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
        "equipment": equipment, "europe_equipment": europe, "rus_equipment": equipment[rus], "orders": orders,
        "deliveries": moved.deliveries, "lost": lost, "returned": returned,
        "rus_free_forces": free / state.equipment_2022, "flank_ratio": ratio,
    }  # fmt: skip
    return state._replace(
        pipeline=moved.stages, deliveries=moved.deliveries, equipment=equipment, depot=state.depot - returned
    ), outputs


def bloc_efforts(state: State, base: Baseline, start: Start, roles: Roles) -> Array:
    """Logs of NATO's burden, Russia's burden, NATO's equipment, Russia's equipment, [4, F]."""
    weights = start.ally * start.dollars * base.real
    burden = jnp.einsum("a,af->f", weights / weights.sum(), state.share)
    stock = jnp.einsum("a,af->f", start.ally, state.equipment)
    return jnp.log(jnp.stack([burden, state.share[roles.rus], stock, state.equipment[roles.rus]]))


def spread(share: Array, start: Start) -> Array:
    """Standard deviation of log burdens over the allies with forces, [F]."""
    mask = (start.ally * start.armed)[:, None]
    logs = jnp.log(share)
    mean = (mask * logs).sum(0) / mask.sum()
    return jnp.sqrt((mask * (logs - mean) ** 2).sum(0) / mask.sum())


def _alliance_and_ruler(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    p: Parameters,
    roles: Roles,
    money: Outputs,
) -> tuple[State, Outputs]:
    on, variant, rus = controls.on, controls.variant, roles.rus
    now = bloc_efforts(state, base, start, roles) - state.bloc
    by_stock = variant["reaction"] == 2
    effort_russia = jnp.where(by_stock, now[3] - now[2], now[1])
    effort_nato = jnp.where(by_stock, now[2] - now[3], now[0])
    actual = jnp.stack([effort_russia, effort_nato])
    seen = perception.perceived(state.perceived, actual, p["perception_bias"], p["perception_delay"])
    seen = jnp.where(on["perception"] > 0, seen, actual)
    threat = seen[0] + p["intent_weight"] * (state.intent - 1.0)

    # strain, the same formula for both sides
    weights = start.ally * start.dollars * base.real
    weights = weights / weights.sum()
    growth = money["growth_yoy"]
    burden = jnp.einsum("a,af->f", weights, state.share)
    reference = (weights * start.share_reference).sum()
    debt_rise = jnp.einsum(
        "a,af->f", weights, state.debt_ratio - (start.debt / start.nominal_before[-4:].sum(0))[:, None]
    )
    growth_nato = jnp.einsum("a,af->f", weights, growth)
    strain_nato = alliance.strain(burden, reference, growth_nato, 0.02, jnp.maximum(debt_rise, 0.0))
    strain_rus = alliance.strain(
        state.share[rus], start.share_reference[rus], growth[rus], 0.02, 1.0 - state.tools_left - 0.4
    )

    unequal = (spread(state.share, start) - state.inequality) / 0.2
    stance = jnp.where(state.us == 2.0, -1.0, jnp.where(state.us == 0.0, 0.5, 0.0))
    pressure = (
        jnp.where(variant["alliance"] == 0, p["cohesion_inequality"] * unequal, 0.0)
        + jnp.where(variant["alliance"] == 1, p["cohesion_threat"] * threat, 0.0)
        + p["cohesion_us"] * stance
        + p["remark_cooperation"] * (state.remarks[0] + state.remarks[1])
    )
    moves = on["cohesion"]
    cohesion = moves * alliance.cohesion(
        state.cohesion, pressure, on["shocks"] * p["cohesion_shock"] * shock.cohesion, p["cohesion_persistence"]
    )
    doubt = moves * alliance.doubt(
        state.doubt,
        state.us,
        p["cohesion_us"],
        cohesion,
        on["shocks"] * p["cohesion_shock"] * shock.doubt,
        p["doubt_persistence"],
    )

    open_to = (variant["alliance"] < 2) * 1.0
    log_ratio = on["alliance_strain"] * open_to * (
        p["strain_on_exit"] * strain_nato + p["cohesion_on_exit"] * cohesion
    )  # fmt: skip
    withdrawn = on["alliance_strain"] * open_to * p["withdrawn_on_exit"] * (state.us == 2.0)
    exit_hazard = alliance.hazard(p["exit_rate"] * start.members, log_ratio + withdrawn)
    end_hazard = alliance.hazard(p["dissolution_rate"], log_ratio)
    draw_down = united_states.drawdown_hazard(
        state.us, p["drawdown_strong"], p["drawdown_transactional"], p["drawdown_withdrawn"]
    )

    # the ruler
    strained = on["leader_strain"] * (variant["leader"] > 0) * p["strain_on_leader"] * strain_rus
    covariates = (
        on["leader_covariates"] * (variant["leader"] == 1) * p["growth_on_regular"] * (100.0 * growth[rus] - 2.0)
    )
    effort = jnp.log(state.share[rus] / state.share_start[rus]) / 0.5
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
        on["leader_strain"] * (variant["leader"] > 0) * p["strain_on_regime"], strain_rus,
    )  # fmt: skip
    regime = left.incidence[0] * ended_irregular + left.incidence[1:].sum(0) * ended_other
    incidence = state.incidence + jnp.concatenate([left.incidence, regime[None]])
    hazard = state.hazard + jnp.concatenate([jnp.stack([exit_hazard, end_hazard, draw_down]), exits])

    outputs = {
        "rus_strain": strain_rus, "nato_strain": strain_nato, "cohesion": cohesion, "article5_doubt": doubt,
        "hazard": hazard, "incidence": incidence, "regime_chance": jnp.stack([ended_irregular, ended_other]),
        "threat": threat,
    }  # fmt: skip
    return state._replace(
        perceived=seen, cohesion=cohesion, doubt=doubt, hazard=hazard, in_office=left.survival, incidence=incidence
    ), outputs


def _reported(state: State) -> Outputs:
    return {
        "war_state": state.war, "us_state": state.us, "share": state.share, "share_start": state.share_start,
        "rescoped": state.rescoped, "review_result": state.review_result,
    }  # fmt: skip
