"""Economy: output gap, potential, prices and policy rate, all as deviations from the baseline forecast.

With all mechanisms and shocks off every deviation stays zero and the baseline comes back exactly.
"""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import REVISION, SHOCKS, On, Switch, Variant, law

MULTIPLIER = Switch("multiplier", of="economy", without="new defence spending does not move output")
SUPPLY = Switch("supply", of="economy", without="new spending, overload and war labour do not move potential output")
MONETARY = Switch(
    "monetary",
    of="economy",
    without="no Phillips curve and no policy rule: inflation and rates follow the forecast but for shocks",
)
OIL_ON_GROWTH = Switch("oil_on_growth", of="war_economy", without="oil shocks do not move Russia's output")


@law(
    equation=r"\varepsilon_i = \sqrt{s_w}\,w + \sqrt{s_e 1_i}\,e + \sqrt{1 - s_w - s_e 1_i}\,u_i",
    reference="Kose, Otrok & Whiteman 2003, American Economic Review 93",
    gives="demand",
)
def common_shock(
    world: Array, europe: Array, own: Array, european: Array, *, shock_share_world: Array, shock_share_europe: Array
) -> Array:
    """Student-t shocks with a world, a European and an own factor, unit variance, [A, F]; 1_i is 1 for European
    actors."""
    europe_part = shock_share_europe[None] * european[:, None]
    own_part = 1.0 - shock_share_world[None] - europe_part
    return jnp.sqrt(shock_share_world) * world + jnp.sqrt(europe_part) * europe[None] + jnp.sqrt(own_part) * own


@law(equation=r"y' = y\,e^{-\rho\sigma\varepsilon}", switch=REVISION, gives="real")
def revised(real: Array, now: Array, output_scale: Array, shock: Array, *, on: On, output_revision: Array) -> Array:
    """Real GDP of the four quarters before the first [4, A, F], where quarters of the first year are published: that of
    the year before.

    Accounts are revised for years, so that the growth of a year under way is not known to the quarter: ε Student-t, σ
    the size of
    the economy's shocks. What is revised is the level of the year before, so that no quarter to come jumps. now:
    decimal year.
    """
    published = jnp.round(4.0 * (now - jnp.floor(now)))
    before = (jnp.arange(4) < 4 - published) & (published > 0)
    size = on.revision * output_revision
    return real * jnp.where(before[:, None, None], jnp.exp(-size * output_scale[:, None] * shock)[None], 1.0)


@law(equation=r"v = \varphi\,v_{-1} + (1 - \varphi)\,\sigma\varepsilon", switch=SHOCKS)
def momentum(
    momentum: Array, demand_scale: Array, demand: Array, *, on: On, demand_shock_scale: Array, demand_momentum: Array
) -> Array:
    """Demand shocks arrive over several quarters, so that a shock adds up to its size, [A, F].

    Quarterly growth is autocorrelated; a white shock of the same yearly size would make too many falling quarters.
    """
    shock = on.shocks * demand_shock_scale * demand_scale * demand
    return demand_momentum * momentum + (1.0 - demand_momentum) * shock


@law(axis="multiplier")
def multiplier(*, variant: Variant, multiplier_low: Array, multiplier_high: Array) -> Array:
    """Fiscal multiplier on domestic content, by the structural variant, [F]."""
    return jnp.where(variant.multiplier == 0, multiplier_low, multiplier_high)


@law(equation=r"\nu = 1 - \mu_i e")
def domestic_content(*, import_share: Array, equipment_share_of_rise: Array) -> Array:
    """Domestic content of new defence spending: all but the imported part of the equipment in it, [F]."""
    return 1.0 - import_share * equipment_share_of_rise


@law(
    equation=r"f = [\mu\nu\varphi + \mu_{\text{tax}}\nu(1 - \varphi - \psi) + \mu(\nu - 1)\psi]\,\Delta x",
    reference="Ilzetzki, Mendoza & Vegh 2013; Barro & Redlick 2011",
    switch=MULTIPLIER,
    gives="impulse",
)
def demand_impulse(
    change: Array,
    multiplier: Array,
    by_debt: Array,
    by_cuts: Array,
    domestic_content: Array,
    own: Array,
    *,
    on: On,
    multiplier_tax: Array,
) -> Array:
    """Impulse of new defence spending to the gap, fraction of GDP, [A, F].

    x new spending above the baseline's own path (share of GDP), φ its debt-financed part, ψ the part financed by
    cutting other
    spending, whose content is domestic, ν the domestic content; an attacked state's war spending is met by grants (own
    0).
    """
    by_tax = 1.0 - by_debt - by_cuts
    part = (
        multiplier * (domestic_content * by_debt - (1.0 - domestic_content) * by_cuts)
        + multiplier_tax * domestic_content * by_tax
    )
    return on.multiplier * own * (part * change)


@law(equation=r"y = \rho^{1/4}\,y_{-1} + f - \sigma(i - \pi) + \varepsilon", switch=MONETARY, gives="gap")
def output_gap(
    gap: Array,
    impulse: Array,
    real_rate: Array,
    momentum: Array,
    monetary: Array,
    *,
    on: On,
    gap_persistence: Array,
    rate_sensitivity: Array,
) -> Array:
    """Gap, log points, [A, F]; the real rate is a deviation, a year."""
    sensitivity = on.monetary * monetary * rate_sensitivity
    return gap_persistence**0.25 * gap + impulse - sensitivity * real_rate + momentum


@law()
def war_labour(war: Array, *, war_labour_cost: Array) -> Array:
    """Growth that a war economy loses to the labour that an active war takes, a year, [F]."""
    return war_labour_cost * (war == 0.0)


@law(
    equation=r"s = s_{-1} + \tfrac{1}{4}[\tilde g + \lambda x - c((m - \bar m)^+ - (m^0 - \bar m)^+) - "
    r"\text{labour}] - \tau\,\Delta x_{\text{tax}}",
    reference="Ilzetzki 2025 (λ); Easterly & Fischer 1995 (c); Romer & Romer 2010 (τ)",
    switch=(SUPPLY, SHOCKS),
    axis="growth_effect",
    gives="supply",
)
def potential(
    supply: Array,
    extra: Array,
    share: Array,
    share_baseline: Array,
    war_labour: Array,
    by_tax: Array,
    change: Array,
    own: Array,
    *,
    on: On,
    variant: Variant,
    potential_shift: Array,
    learning_by_arming: Array,
    absorption_limit: Array,
    absorption_cost: Array,
    tax_distortion: Array,
) -> Array:
    """Log deviation of potential output after a quarter, [A, F].

    λ learning from new spending x, c growth lost per unit of burden above what the economy absorbs (m̄), relative to
    the
    baseline's own burden m⁰, τ output lost to what is financed by taxes.
    """
    acts = on.supply * own
    cost = acts * jnp.where(variant.growth_effect == 1, absorption_cost, 0.0)
    overload = jnp.maximum(0.0, share - absorption_limit) - jnp.maximum(0.0, share_baseline - absorption_limit)
    growth = (
        on.shocks * potential_shift + learning_by_arming * (acts * extra) - cost * overload - on.supply * war_labour
    )
    return supply + 0.25 * growth - tax_distortion * (acts * by_tax * change)


@law(equation=r"\Delta s = \beta\,\Delta f", switch=OIL_ON_GROWTH, gives="supply")
def oil_on_output(oil_change: Array, *, on: On, oil_output: Array) -> Array:
    """Log change of an oil exporter's potential with the oil price as it is felt (f, log), [F]."""
    return on.oil_on_growth * oil_output * oil_change


@law(switch=SHOCKS, gives="inflation_surprise")
def price_shock(shock: Array, *, on: On, inflation_shock: Array) -> Array:
    """Surprise of inflation, annual rate, of an economy at peace, [A, F]."""
    return on.shocks * inflation_shock * shock


@law(switch=SHOCKS, gives="inflation_surprise")
def rival_price_shock(
    shock: Array, war_economy: Array, unknown: Array, *, on: On, rival_inflation_shock: Array, inflation_shock: Array
) -> Array:
    """Surprise of the rival's inflation, wider in a war economy, for the part of the quarter not yet published, [F]."""
    size = jnp.where(war_economy > 0, rival_inflation_shock, inflation_shock) * unknown
    return on.shocks * size * shock


@law(equation=r"\pi = \rho\,\pi_{-1} + \kappa y + \varepsilon", switch=MONETARY, gives="inflation")
def phillips(
    inflation: Array,
    gap: Array,
    inflation_surprise: Array,
    *,
    on: On,
    inflation_persistence: Array,
    phillips_slope: Array,
) -> Array:
    """Inflation, annual rate, deviation (reduced form of a hybrid Phillips curve), [A, F]."""
    return inflation_persistence * inflation + phillips_slope * (on.monetary * gap) + inflation_surprise


@law(
    equation=r"r = \rho\,r_{-1} + (1 - \rho)(a\pi + b y)",
    reference="Taylor 1993, with smoothing",
    switch=MONETARY,
    gives="rate",
)
def taylor(
    rate: Array,
    inflation: Array,
    gap: Array,
    monetary: Array,
    *,
    on: On,
    rate_smoothing: Array,
    taylor_inflation: Array,
    taylor_gap: Array,
) -> Array:
    """Policy rate, annual, deviation, [A, F]; none of its own (monetary 0) for who follows the forecast."""
    rule = rate_smoothing * rate + (1.0 - rate_smoothing) * (taylor_inflation * inflation + taylor_gap * gap)
    return on.monetary * monetary * rule


@law()
def union_mean(values: Array, members: Array, weights: Array) -> Array:
    """Replace the members' values by their mean weighted by GDP, [A, F]: one central bank for the euro area."""
    share = members * weights
    mean = jnp.einsum("a,af->f", share / share.sum(), values)
    return jnp.where(members[:, None] > 0, mean[None], values)


@law(equation=r"p = p_{-1} + \tfrac{1}{4}\,\pi", gives="price")
def price_level(price: Array, inflation: Array) -> Array:
    """Log deviation of the price level from the forecast's, [A, F]."""
    return price + 0.25 * inflation


@law(equation=r"Y = Y^0\,e^{s + y}", gives=("real", "nominal", "growth"))
def output(baseline: Array, supply: Array, gap: Array) -> Array:
    """Real GDP of the quarter, money at constant prices: the forecast's, moved by supply s and gap y, [A, F]."""
    return baseline * jnp.exp(supply + gap)
