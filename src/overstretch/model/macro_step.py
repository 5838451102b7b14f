"""A quarter of all economies and public accounts, and of a war economy's instruments."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import defence, economy, finance, war_economy
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

Parameters = dict[str, Array]
Outputs = dict[str, Array]


def new_core(share: Array, state: State, p: Parameters, ally: Array) -> Array:
    """Core share less what is relabelled of its rise above the last share known, [A, F]."""
    return defence.counted_share(share, state.share_start, ally[:, None] * p["core_relabelled"], 0.0)


def rule_price(base: Baseline, p: Parameters) -> Array:
    """Base price of the fiscal rule this quarter, USD a barrel, [F]: as published, else the one in force before."""
    return jnp.where(base.rule_price > 0.0, base.rule_price, p["fiscal_rule_price"])


def oil_quarter(state: State, base: Baseline, shock: Shocks, controls: Controls, p: Parameters) -> tuple[State, Array]:
    """State with this quarter's oil price, and the log change that output feels [F]; none where oil is switched off and not forced."""
    on, forced = controls.on, controls.oil_price > 0
    published = base.oil_known > 0.0
    before = jnp.where(published, jnp.log(jnp.where(published, base.oil_known, 1.0)), state.log_oil)
    log_oil = war_economy.oil_price(
        before,
        jnp.log(p["oil_long_run"]),
        on["shocks"] * shock.oil,
        p["oil_reversion"],
        p["oil_volatility"],
        base.oil_unknown,
    )
    log_oil = jnp.where(on["oil"] > 0, log_oil, jnp.log(rule_price(base, p)))
    log_oil = jnp.where(forced, jnp.log(jnp.maximum(controls.oil_price, 1.0)), log_oil)
    felt = war_economy.felt_price(state.felt_oil, log_oil, p["oil_lag"])
    change = jnp.where((on["oil"] > 0) | forced, felt - state.felt_oil, 0.0)
    return state._replace(log_oil=log_oil, felt_oil=felt), change


def economies(
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
    new = new_core(state.share, state, p, start.ally)
    expected = new_core(base.defence[:, None], state, p, start.ally)  # what the forecast already spends
    new_related = ally * (1.0 - p["related_relabelled"]) * (state.related - state.related_start)
    extra = new + new_related - expected

    debt_financed = jnp.where(controls.finance >= 0.0, controls.finance, p["debt_financed"])
    by_cuts = (1.0 - debt_financed) * jnp.where(controls.cuts >= 0.0, controls.cuts, p["cuts_share"])
    multiplier = jnp.where(controls.variant["multiplier"] == 0, p["multiplier_low"], p["multiplier_high"])
    domestic = 1.0 - p["import_share"] * p["equipment_share_of_rise"]
    own = 1.0 - start.attacked[:, None]  # an attacked state's war spending is met by grants
    impulse = on["multiplier"] * own * economy.demand_impulse(
        extra - state.extra, multiplier, p["multiplier_tax"], debt_financed, by_cuts, domestic
    )  # fmt: skip

    demand = economy.common_shock(
        shock.world, shock.europe, shock.demand, start.european, p["shock_share_world"], p["shock_share_europe"]
    )
    demand = economy.momentum(
        state.momentum,
        on["shocks"] * p["demand_shock_scale"] * start.demand_scale[:, None] * demand,
        p["demand_momentum"],
    )
    momentum = demand
    gap = economy.output_gap(
        state.gap, impulse, state.rate - state.inflation, demand, p["gap_persistence"],
        on["monetary"] * start.monetary[:, None] * p["rate_sensitivity"],
    )  # fmt: skip

    labour = jnp.zeros_like(gap).at[roles.rival].set(p["war_labour_cost"] * (state.war == 0.0))
    cost = jnp.where(controls.variant["growth_effect"] == 1, p["absorption_cost"], 0.0)
    supply = economy.potential(
        state.supply, on["shocks"] * p["potential_shift"], on["supply"] * own * extra, p["learning_by_arming"], state.share,
        base.defence[:, None], p["absorption_limit"], on["supply"] * own * cost, on["supply"] * labour,
        on["supply"] * own * (1.0 - debt_financed - by_cuts) * (extra - state.extra), p["tax_distortion"],
    )  # fmt: skip

    supply = supply.at[roles.rival].add(on["oil_on_growth"] * p["oil_output"] * oil_change)

    surprise = on["shocks"] * p["inflation_shock"] * shock.inflation
    size = jnp.where(start.war_economy > 0, p["rival_inflation_shock"], p["inflation_shock"]) * base.inflation_unknown
    surprise = surprise.at[roles.rival].set(on["shocks"] * size * shock.inflation[roles.rival])
    inflation = economy.phillips(
        state.inflation, on["monetary"] * gap, surprise, p["inflation_persistence"], p["phillips_slope"]
    )
    weights = start.dollars * base.real
    rule = economy.taylor(
        state.rate, economy.union_mean(inflation, start.euro, weights), economy.union_mean(gap, start.euro, weights),
        p["rate_smoothing"], p["taylor_inflation"], p["taylor_gap"],
    )  # fmt: skip
    rate = on["monetary"] * start.monetary[:, None] * rule
    price = state.price + 0.25 * inflation

    real = base.real[:, None] * jnp.exp(supply + gap)
    deflator = base.price[:, None] * jnp.exp(price)
    nominal = real * deflator
    last_four = nominal + state.nominal_lags[1:].sum(0)

    # public finance
    core = state.amount * base.weight[:, None]
    core_new = core * new / state.share
    paid = own * (core_new / nominal + new_related - expected)
    # A war economy's instruments meet the rival's rise; only a saving reaches the balance here.
    met = start.war_economy * jnp.maximum(paid[roles.rival], 0.0)
    borrowed = paid.at[roles.rival].add(-met)
    market = finance.market_rate(
        rate,
        state.debt_ratio,
        state.debt_ratio_baseline[:, None],
        on["risk_premium"] * p["risk_premium"],
        p["debt_limit"],
    )
    effective = finance.effective_rate(state.effective, market, p["rollover"])
    primary = finance.primary_balance(
        base.primary[:, None], gap, borrowed, state.debt_ratio, state.debt_ratio_baseline[:, None],
        p["budget_semi_elasticity"], debt_financed, on["debt_response"] * p["debt_response"],
    )  # fmt: skip
    account = finance.accumulate(
        state.debt, base.effective_rate[:, None] + effective, primary, base.stock_flow[:, None], nominal
    )

    counts = on["relabelling"]  # 0: what is merely relabelled does not count
    counted_related = state.related_start + jnp.where(counts > 0, 1.0, 1.0 - p["related_relabelled"]) * (
        state.related - state.related_start
    )
    growth = real / state.real_lags[0] - 1.0
    outputs = {
        "real": real, "nominal": nominal, "deflator": deflator, "core": core_new + counts * (core - core_new), "core_new": core_new,
        "rival_rise": met * nominal[roles.rival],
        "related": ally * counted_related * nominal, "related_new": new_related * nominal,
        "balance": -account.deficit, "debt_ratio": account.debt / last_four, "growth_yoy": growth, "extra": extra,
        "debt": account.debt, "stock_flow": account.stock_flow,
    }  # fmt: skip
    return state._replace(
        momentum=momentum,
        supply=supply, gap=gap, inflation=inflation, rate=rate, price=price, effective=effective, extra=extra,
        real_lags=jnp.concatenate([state.real_lags[1:], real[None]]),
        nominal_lags=jnp.concatenate([state.nominal_lags[1:], nominal[None]]),
        debt=account.debt, deficit_ratio=account.deficit / nominal, debt_ratio=account.debt / last_four,
        debt_ratio_baseline=base.debt_ratio,
    ), outputs  # fmt: skip


def instruments(
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
    rival = roles.rival
    price = jnp.exp(state.log_oil)
    other = war_economy.other_flow(base.fund_unknown, base.fund_drift, p["fund_other"], p["fund_shock"], shock.fund)
    out, saved, unmet = war_economy.fund_flow(
        state.fund, price, rule_price(base, p), start.war_economy * base.fund_unknown * p["fund_draw"], p["top_up"], start.war_economy * on["shocks"] * other
    )  # fmt: skip

    nominal = money["nominal"][rival] / 1000.0  # trn RUB
    met = war_economy.finance_overspend(
        money["rival_rise"] / 1000.0 + unmet, state.fund - out, state.borrowing, p["overspend_from_fund"], p["overspend_from_debt"],
        p["overspend_from_tax"],
    )  # fmt: skip
    fund = state.fund - out - met.fund + saved
    yearly = state.nominal_lags[:, rival].sum(0) / 1000.0
    borrowing = war_economy.borrowing_room(
        state.borrowing, p["borrowing_room_initial"], met.borrowing / yearly, p["borrowing_room_capacity"], p["borrowing_reversion"]
    )  # fmt: skip
    imports = war_economy.imports_room(
        state.imports, p["imports_room_initial"], state.log_oil - jnp.log(rule_price(base, p)), p["imports_room_oil"], p["imports_reversion"]
    )  # fmt: skip
    # What neither fund, debt nor taxes carry is met by money and feeds prices.
    money_financed = on["tools"] * p["money_to_prices"] * met.inflation / nominal
    inflation = state.inflation.at[rival].add(money_financed)
    # What taxes and cuts carry lowers demand like any spending withdrawn.
    multiplier = jnp.where(controls.variant["multiplier"] == 0, p["multiplier_low"], p["multiplier_high"])
    squeeze = on["tools"] * on["multiplier"] * met.tax / nominal
    gap = state.gap.at[rival].add(-multiplier * (squeeze - state.squeeze))
    # What is borrowed or drawn beyond the baseline widens the deficit; what the fund pays is no new debt.
    widened = 1000.0 * (met.borrowing + met.fund)
    debt = state.debt.at[rival].add(1000.0 * met.borrowing)
    debt_ratio = state.debt_ratio.at[rival].set(debt[rival] / state.nominal_lags[:, rival].sum(0))
    accounts = {
        "balance": money["balance"].at[rival].add(-widened),
        "stock_flow": money["stock_flow"].at[rival].add(-1000.0 * met.fund), "debt": debt, "debt_ratio": debt_ratio,
    }  # fmt: skip

    consumer = base.inflation[rival] + inflation[rival]
    rooms = war_economy.rooms(fund, consumer, gap[rival], borrowing, imports, start, p)
    tools_left = rooms.mean(0)
    key_rate = war_economy.key_rate(
        state.key_rate, base.key_rate, base.key_rate_next, p["key_rate_neutral"], p["key_rate_reversion"],
        on["shocks"] * p["key_rate_shock"] * shock.key_rate,
    )  # fmt: skip

    quarter_growth = money["real"][rival] / state.real_lags[2, rival] - 1.0
    outputs = {
        **accounts, **{f"rival_room_{name}": rooms[k] for k, name in enumerate(("fund", "inflation", "labour", "borrowing", "imports"))},
        "rival_fund_liquid": fund, "rival_tools_left": tools_left, "rival_tools_left_measured": rooms[:2].mean(0),
        "urals_price": price, "rival_inflation": consumer, "rival_key_rate": jnp.maximum(state.key_rate + state.rate[rival], 0.0),
        "rival_growth_qoq": quarter_growth, "law": money["core"][rival] / 1000.0 * state.law_ratio,
        "fund_out": out + met.fund, "fund_in": saved,
    }  # fmt: skip
    return state._replace(
        fund=fund, borrowing=borrowing, imports=imports, inflation=inflation, key_rate=key_rate, gap=gap, squeeze=squeeze,
        debt=debt, debt_ratio=debt_ratio, deficit_ratio=state.deficit_ratio.at[rival].add(widened / money["nominal"][rival]),
        tools_left=jnp.where(on["tools"] > 0, tools_left, state.tools_left),
    ), outputs  # fmt: skip
