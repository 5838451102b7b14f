"""A war economy (Russia's): oil, the wealth fund, and the room left in five instruments.

Exhaustion of an instrument is not collapse: what it no longer carries moves to the next one.
All money in trn RUB, all arrays [F].
"""

from __future__ import annotations

from typing import NamedTuple

from overstretch.model.arrays import Array, jnp
from overstretch.model.economy import MULTIPLIER
from overstretch.model.structures import Start
from overstretch.model.wiring import SHOCKS, On, Switch, law

OIL = Switch("oil", of="war_economy", without="oil stays at the fiscal rule's base price")
TOOLS = Switch(
    "tools",
    of="war_economy",
    without="the room left in Russia's instruments stays as at the start; unmet needs do not feed prices",
)


class Financing(NamedTuple):
    """How one quarter's unplanned need was met; the parts sum to the need."""

    fund: Array
    borrowing: Array
    tax: Array
    inflation: Array


@law()
def rule_price(published: Array, rule_open: Array, *, fiscal_rule_price: Array, fiscal_rule_change: Array) -> Array:
    """Base price of the fiscal rule this quarter, USD a barrel: as published, else (0) the one in force before; changed
    in years yet open (1)."""
    return jnp.where(published > 0.0, published, fiscal_rule_price) + rule_open * fiscal_rule_change


@law()
def opening_price(price: Array, discounted: Array, *, urals_discount: Array) -> Array:
    """Urals at the cut-off, USD a barrel: its newest month, else Brent (discounted 1) less the discount, 10 at
    least."""
    return jnp.maximum(price - discounted * urals_discount, 10.0)


@law(
    equation=r"\ln(p) = \ln(p_{-1}) + u\,[\kappa\,(\ln(\bar p) - \ln(p_{-1})) + \sigma\varepsilon]",
    switch=(OIL, SHOCKS),
    gives="log_oil",
)
def oil_price(
    log_oil: Array,
    rule_price: Array,
    shock: Array,
    unknown: Array,
    *,
    on: On,
    oil_long_run: Array,
    oil_reversion: Array,
    oil_volatility: Array,
) -> Array:
    """Log Urals price, ε a truncated Student-t. A quarter; u its part not yet published."""
    drift = oil_reversion * (jnp.log(oil_long_run) - log_oil)
    moved = log_oil + unknown * (drift + oil_volatility * (on.shocks * shock))
    return jnp.where(on.oil > 0, moved, jnp.log(rule_price))


@law(equation=r"f = f_{-1} + \lambda\,(\ln(p) - f_{-1})", gives="felt_oil")
def felt_price(felt_oil: Array, log_oil: Array, *, oil_lag: Array) -> Array:
    """Oil price as output feels it, with a lag, logs."""
    return felt_oil + oil_lag * (log_oil - felt_oil)


@law(switch=OIL)
def oil_change(felt_oil: Array, felt_before: Array, forced: Array, *, on: On) -> Array:
    """Log change of the oil price that output feels; none where oil is switched off and not forced."""
    return jnp.where((on.oil > 0) | forced, felt_oil - felt_before, 0.0)


@law(
    equation=r"i' = i + \varepsilon + \begin{cases} \Delta i^* + \kappa\,(i^* - i) & \text{along a surveyed path} "
    r"\\ \kappa\,(\bar i - i) & \text{else} \end{cases}",
    switch=SHOCKS,
)
def key_rate(
    key_rate: Array,
    survey: Array,
    survey_next: Array,
    shock: Array,
    *,
    on: On,
    key_rate_neutral: Array,
    key_rate_reversion: Array,
    key_rate_shock: Array,
) -> Array:
    """Key rate of the next quarter, a year: moves with the surveyed path, its distance fading, else towards neutral."""
    surveyed = (survey_next - survey) + key_rate_reversion * (survey - key_rate)
    drift = jnp.where(survey_next > 0.0, surveyed, key_rate_reversion * (key_rate_neutral - key_rate))
    return key_rate + drift + on.shocks * key_rate_shock * shock


@law(equation=r"\pi^0 = \hat\pi + \lambda^{n}\,(\pi_T - \hat\pi_T)")
def forecast_prices(
    forecast: Array, inflation_gap: Array, inflation_after: Array, *, inflation_gap_left: Array
) -> Array:
    """Inflation of the forecast, over a year, [F]: n quarters after the last forecast of a December (T) its distance to
    the forecast of means fades."""
    return forecast + inflation_gap * inflation_gap_left**inflation_after


@law(equation=r"o = u\,(1_a d + \bar o) + 4\,1_a \delta D + 4\sqrt{u}\,\sigma\varepsilon", switch=SHOCKS)
def other_flow(
    fund_months: Array,
    fund_unknown: Array,
    fund_drift: Array,
    december_mean: Array,
    war_economy: Array,
    shock: Array,
    *,
    on: On,
    fund_carried: Array,
    fund_other: Array,
    fund_shock: Array,
    december_draw: Array,
) -> Array:
    """The fund's flows beside the fiscal rule, trn RUB a year: investments, draws at discretion, gold and yuan
    revalued.

    u: the part of the quarter after the newest month; 1ₐ: while what is known of the year carries the fund; d: what
    leaves it where it stands, as the
    rule draws in the mean over oil's prices; D: what past Decembers took on average, δ the part that the next one
    takes; ε: draws and deposits come in lumps.
    """
    carried = fund_months <= fund_carried
    flow = fund_unknown * (carried * fund_drift + fund_other) + 4.0 * jnp.sqrt(fund_unknown) * fund_shock * shock
    return war_economy * on.shocks * (flow + 4.0 * december_draw * (carried * december_mean))


@law(
    equation=r"e = e_{-1} + \tfrac{1}{4}(p - \hat p), \quad e' = e^+ \quad \text{at the year's end}",
    gives=("excess", "due"),
)
def rule_excess(excess: Array, urals: Array, rule_price: Array, second: Array, fourth: Array) -> tuple[Array, Array]:
    """What oil gathered above the base price [2, F], this year and in the closed year not yet credited, and what is
    due; USD a barrel times years.

    The law credits the excess of a year once that year is closed: due in the second quarter.
    """
    open_year = excess[0] + 0.25 * (urals - rule_price)
    closed = jnp.where(fourth > 0.0, jnp.maximum(open_year, 0.0), (1.0 - second) * excess[1])
    return jnp.stack([(1.0 - fourth) * open_year, closed]), second * excess[1]


@law(
    equation=r"\text{out} = \min(F, \tfrac{1}{4}\,c\,(\hat p - p)^+), \quad \text{in} = c\,s\,e'",
    gives=("fund", "unmet"),
)
def fund_flow(
    fund: Array,
    urals: Array,
    rule_price: Array,
    due: Array,
    fund_unknown: Array,
    war_economy: Array,
    other_flow: Array,
    *,
    fund_draw: Array,
    top_up: Array,
) -> tuple[Array, Array, Array]:
    """Flows of the fund in a quarter, and the oil revenue missing that an empty fund does not replace: (out, in,
    unmet).

    The equations are the fiscal rule's, for the part of the quarter that is not known, F what the fund holds; other
    flows o a year come on top: p̂ the fiscal rule's base price, c roubles a year per dollar, s the
    share of the closed year's excess e' that is saved. Dearer oil never shortens the fund's life.
    """
    draw = war_economy * fund_unknown * fund_draw
    missing = 0.25 * draw * jnp.maximum(0.0, rule_price - urals)
    ruled = jnp.minimum(fund, missing)
    lost = jnp.minimum(fund - ruled, 0.25 * jnp.maximum(-other_flow, 0.0))
    saved = jnp.where(fund_unknown > 0.0, war_economy * fund_draw * top_up * due, 0.0)
    # An empty fund has nothing to revalue.
    gained = jnp.where(fund > 0.0, 0.25 * jnp.maximum(other_flow, 0.0), 0.0)
    return ruled + lost, saved + gained, missing - ruled


@law(
    equation=r"\text{fund} = \min(w_f n, F), \quad \text{debt} = w_d \min(1, \text{room}/r_0)(n - \text{fund}), "
    r"\quad \text{tax} = w_t (n - \text{fund} - \text{debt})",
    gives=("fund", "borrowed", "tax", "unmet", "debt", "deficit_ratio"),
)
def finance_overspend(
    rival_rise: Array,
    unmet: Array,
    fund: Array,
    borrowing: Array,
    *,
    overspend_from_fund: Array,
    overspend_from_debt: Array,
    overspend_from_tax: Array,
    borrowing_fades: Array,
) -> Financing:
    """Split an unplanned need (overspending, oil revenue that the fund no longer replaces) among instruments by prior
    weights; an exhausted one hands its part on.

    n is the need, F what the fund holds, r₀ the room below which borrowing fades out; prices carry what is left.
    """
    need = rival_rise + unmet
    fund_part = jnp.minimum(overspend_from_fund * need, fund)
    rest = need - fund_part
    debt_part = overspend_from_debt * jnp.clip(borrowing / borrowing_fades, 0.0, 1.0) * rest
    tax_part = overspend_from_tax * (rest - debt_part)
    return Financing(fund_part, debt_part, tax_part, rest - debt_part - tax_part)


@law(switch=TOOLS, gives="inflation")
def money_in_prices(unmet: Array, nominal: Array, *, on: On, money_to_prices: Array) -> Array:
    """What neither fund, debt nor taxes carry is met by money and feeds prices: inflation added, annual rate."""
    return on.tools * money_to_prices * unmet / nominal


@law(switch=(TOOLS, MULTIPLIER))
def squeeze(tax: Array, nominal: Array, *, on: On) -> Array:
    """What taxes and cuts carry lowers demand like any spending withdrawn: over GDP."""
    return on.tools * on.multiplier * tax / nominal


@law(equation=r"\Delta y = -\mu\,\Delta s", gives="gap")
def squeezed_gap(squeeze: Array, squeeze_before: Array, multiplier: Array) -> Array:
    """What a change of that squeeze s does to the output gap."""
    return -multiplier * (squeeze - squeeze_before)


@law(equation=r"r = r_{-1} - \frac{b}{\text{capacity}} + \kappa\,(\bar r - r_{-1})", gives="borrowing")
def borrowing_room(
    borrowing: Array,
    borrowed: Array,
    *,
    borrowing_room_initial: Array,
    borrowing_room_capacity: Array,
    borrowing_reversion: Array,
) -> Array:
    """Room to borrow at home, 0-1, b new debt over yearly GDP."""
    back = borrowing_reversion * (borrowing_room_initial - borrowing)
    return jnp.clip(borrowing - borrowed / borrowing_room_capacity + back, 0.0, 1.0)


@law(equation=r"r = r_{-1} + \kappa\,(\bar r - r_{-1}) + \tfrac{1}{4}\,\beta \ln(p/\hat p)", gives="imports")
def imports_room(
    imports: Array,
    log_price_ratio: Array,
    *,
    imports_room_initial: Array,
    imports_room_oil: Array,
    imports_reversion: Array,
) -> Array:
    """Room for imports under sanctions, 0-1, p/p̂ oil over the fiscal rule's price."""
    back = imports_reversion * (imports_room_initial - imports)
    return jnp.clip(imports + back + 0.25 * imports_room_oil * log_price_ratio, 0.0, 1.0)


@law(equation=r"r = \frac{x - x_0}{x_1 - x_0}")
def headroom(value: Array, exhausted: Array, full: Array | float) -> Array:
    """Room of an instrument read off an indicator, between 0 at x₀ (exhausted) and 1 at x₁ (full)."""
    return jnp.clip((value - exhausted) / (full - exhausted), 0.0, 1.0)


@law()
def rooms(
    fund: Array,
    inflation: Array,
    gap: Array,
    borrowing: Array,
    imports: Array,
    start: Start,
    *,
    inflation_ceiling: Array,
    inflation_target: Array,
    okun: Array,
    labour_floor: Array,
) -> Array:
    """Room in the five instruments, 0-1, [5, F]: liquid fund, inflation, labour, domestic borrowing, imports.

    Fund over its largest value held; inflation's distance to its ceiling (full at the central bank's target);
    unemployment above
    its floor (Okun's law on the output gap); the last two are judged states.
    """
    return jnp.stack(
        [
            jnp.clip(fund / start.fund_reference, 0.0, 1.0),
            headroom(inflation, inflation_ceiling, inflation_target),
            headroom(start.unemployment - okun * gap, labour_floor, start.unemployment_reference),
            borrowing,
            imports,
        ]
    )


@law(switch=TOOLS)
def tools_left(room: Array, before: Array, *, on: On) -> Array:
    """Mean room of the instruments as it presses on spending and strains."""
    return jnp.where(on.tools > 0, room, before)
