"""A quarter of all economies and public accounts, and of a war economy's instruments."""

from __future__ import annotations

from overstretch.model import defence, economy, finance, war_economy
from overstretch.model.arrays import Array, jnp
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.wiring import Named

Outputs = dict[str, Array]


def oil_quarter(state: State, base: Baseline, shock: Shocks, controls: Controls, named: Named) -> tuple[State, Array]:
    """State with this quarter's oil price, and the log change that output feels [F]; none where oil is switched off and
    not forced."""
    forced = controls.oil_price > 0
    published = base.oil_known > 0.0
    before = jnp.where(published, jnp.log(jnp.where(published, base.oil_known, 1.0)), state.log_oil)
    rule_price = war_economy.rule_price(base.rule_price, base.rule_open, **named)
    log_oil = war_economy.oil_price(before, rule_price, shock.oil, base.oil_unknown, **named)
    log_oil = jnp.where(forced, jnp.log(jnp.maximum(controls.oil_price, 1.0)), log_oil)
    felt = war_economy.felt_price(state.felt_oil, log_oil, **named)
    change = war_economy.oil_change(felt, state.felt_oil, forced, **named)
    return state._replace(log_oil=log_oil, felt_oil=felt), change


def economies(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    named: Named,
    roles: Roles,
    oil_change: Array,
) -> tuple[State, Outputs]:
    ally, own = start.ally[:, None], 1.0 - start.attacked[:, None]
    monetary, rival = start.monetary[:, None], roles.rival
    new = defence.new_core(state.share, state.share_start, ally, **named)
    expected = defence.new_core(
        base.defence[:, None], state.share_start, ally, **named
    )  # what the forecast already spends
    new_related = defence.new_related(state.related, state.related_start, ally, **named)
    extra = defence.extra_spending(new, new_related, expected)
    change = extra - state.extra

    by_debt, by_cuts = finance.financing(controls.finance, controls.cuts, **named)
    impulse = economy.demand_impulse(
        change, economy.multiplier(**named), by_debt, by_cuts, economy.domestic_content(**named), own, **named
    )
    demand = economy.common_shock(shock.world, shock.europe, shock.demand, start.european, **named)
    momentum = economy.momentum(state.momentum, start.demand_scale[:, None], demand, **named)
    gap = economy.output_gap(state.gap, impulse, state.rate - state.inflation, momentum, monetary, **named)

    labour = jnp.zeros_like(gap).at[rival].set(economy.war_labour(state.war, **named))
    supply = economy.potential(
        state.supply, extra, state.share, base.defence[:, None], labour, 1.0 - by_debt - by_cuts, change, own, **named
    )
    supply = supply.at[rival].add(economy.oil_on_output(oil_change, **named))

    surprise = economy.price_shock(shock.inflation, **named)
    rivals = economy.rival_price_shock(shock.inflation[rival], start.war_economy, base.inflation_unknown, **named)
    inflation = economy.phillips(state.inflation, gap, surprise.at[rival].set(rivals), **named)
    weights = start.dollars * base.real
    of_union = economy.union_mean(inflation, start.euro, weights), economy.union_mean(gap, start.euro, weights)
    rate = economy.taylor(state.rate, *of_union, monetary, **named)
    price = economy.price_level(state.price, inflation)

    real = economy.output(base.real[:, None], supply, gap)
    deflator = base.price[:, None] * jnp.exp(price)
    nominal = real * deflator
    last_four = nominal + state.nominal_lags[1:].sum(0)

    # public finance
    core = state.amount * base.weight[:, None]
    core_new = core * new / state.share
    paid = own * (core_new / nominal + new_related - expected)
    # A war economy's instruments meet the rival's rise; only a saving reaches the balance here.
    met = defence.met_by_instruments(paid[rival], start.war_economy)
    borrowed = paid.at[rival].add(-met)
    forecast_ratio = state.debt_ratio_baseline[:, None]
    market = finance.market_rate(rate, state.debt_ratio, forecast_ratio, **named)
    effective = finance.effective_rate(state.effective, market, **named)
    primary = finance.primary_balance(
        base.primary[:, None], gap, borrowed, state.debt_ratio, forecast_ratio, by_debt, **named
    )
    account = finance.accumulate(
        state.debt, base.effective_rate[:, None] + effective, primary, base.stock_flow[:, None], nominal
    )

    outputs = {
        "real": real,
        "nominal": nominal,
        "deflator": deflator,
        "core": defence.counted_core(core, core_new, **named),
        "core_new": core_new,
        "rival_rise": met * nominal[rival],
        "related": ally * defence.counted_related(state.related, state.related_start, **named) * nominal,
        "related_new": new_related * nominal,
        "balance": -account.deficit,
        "debt_ratio": account.debt / last_four,
        "growth_yoy": real / state.real_lags[0] - 1.0,
        "extra": extra,
        "debt": account.debt,
        "stock_flow": account.stock_flow,
    }
    return state._replace(
        momentum=momentum,
        supply=supply,
        gap=gap,
        inflation=inflation,
        rate=rate,
        price=price,
        effective=effective,
        extra=extra,
        real_lags=jnp.concatenate([state.real_lags[1:], real[None]]),
        nominal_lags=jnp.concatenate([state.nominal_lags[1:], nominal[None]]),
        debt=account.debt,
        deficit_ratio=account.deficit / nominal,
        debt_ratio=account.debt / last_four,
        debt_ratio_baseline=base.debt_ratio,
    ), outputs


def instruments(
    state: State, base: Baseline, shock: Shocks, start: Start, named: Named, roles: Roles, money: Outputs
) -> tuple[State, Outputs]:
    rival = roles.rival
    price, rule_price = jnp.exp(state.log_oil), war_economy.rule_price(base.rule_price, base.rule_open, **named)
    other = war_economy.other_flow(
        base.fund_months, base.fund_unknown, base.fund_drift, base.december_mean, start.war_economy, shock.fund, **named
    )
    excess, due = war_economy.rule_excess(state.excess, price, rule_price, base.second, base.fourth, **named)
    out, saved, unmet = war_economy.fund_flow(
        state.fund, price, rule_price, due, base.fund_unknown, start.war_economy, other, **named
    )

    nominal = money["nominal"][rival] / 1000.0  # trn RUB
    rise = money["rival_rise"] / 1000.0
    met = war_economy.finance_overspend(rise, unmet, state.fund - out, state.borrowing, **named)
    fund = state.fund - out - met.fund + saved
    yearly = state.nominal_lags[:, rival].sum(0) / 1000.0
    borrowing = war_economy.borrowing_room(state.borrowing, met.borrowing / yearly, **named)
    imports = war_economy.imports_room(state.imports, state.log_oil - jnp.log(rule_price), **named)
    inflation = state.inflation.at[rival].add(war_economy.money_in_prices(met.inflation, nominal, **named))
    squeeze = war_economy.squeeze(met.tax, nominal, **named)
    gap = state.gap.at[rival].add(war_economy.squeezed_gap(squeeze, state.squeeze, economy.multiplier(**named)))
    # What is borrowed or drawn beyond the baseline widens the deficit; what the fund pays is no new debt.
    widened = 1000.0 * (met.borrowing + met.fund)
    debt = state.debt.at[rival].add(1000.0 * met.borrowing)
    debt_ratio = state.debt_ratio.at[rival].set(debt[rival] / state.nominal_lags[:, rival].sum(0))
    accounts = {
        "balance": money["balance"].at[rival].add(-widened),
        "stock_flow": money["stock_flow"].at[rival].add(-1000.0 * met.fund),
        "debt": debt,
        "debt_ratio": debt_ratio,
    }

    forecast = war_economy.forecast_prices(base.inflation[rival], base.inflation_gap, base.inflation_after, **named)
    consumer = forecast + inflation[rival]
    rooms = war_economy.rooms(fund, consumer, gap[rival], borrowing, imports, start, **named)
    key_rate = war_economy.key_rate(state.key_rate, base.key_rate, base.key_rate_next, shock.key_rate, **named)

    quarter_growth = money["real"][rival] / state.real_lags[2, rival] - 1.0
    outputs = {
        **accounts,
        **{
            f"rival_room_{name}": rooms[k]
            for k, name in enumerate(("fund", "inflation", "labour", "borrowing", "imports"))
        },
        "rival_fund_liquid": fund,
        "rival_tools_left": rooms.mean(0),
        "rival_tools_left_measured": rooms[:2].mean(0),
        "urals_price": price,
        "rival_inflation": consumer,
        "rival_key_rate": jnp.maximum(state.key_rate + state.rate[rival], 0.0),
        "rival_growth_qoq": quarter_growth,
        "law": money["core"][rival] / 1000.0 * state.law_ratio,
        "fund_out": out + met.fund,
        "fund_in": saved,
    }
    return state._replace(
        fund=fund,
        excess=excess,
        borrowing=borrowing,
        imports=imports,
        inflation=inflation,
        key_rate=key_rate,
        gap=gap,
        squeeze=squeeze,
        debt=debt,
        debt_ratio=debt_ratio,
        deficit_ratio=state.deficit_ratio.at[rival].add(widened / money["nominal"][rival]),
        tools_left=war_economy.tools_left(rooms.mean(0), state.tools_left, **named),
    ), outputs
