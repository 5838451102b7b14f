"""Defence budgets, voted once a year: announced plans, else pledge + reaction − free riding − limits; the rival's own
rule.

Shares of GDP are fractions; changes are yearly logs; arrays [A, F] unless stated.
"""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import REVISION, SHOCKS, On, Switch, Variant, law

PLEDGE = Switch(
    "pledge", of="pledge", without="no ally follows the pledge's path; budgets keep the baseline's own growth"
)
RELABELLING = Switch("relabelling", of="pledge", without="what is merely relabelled does not count as spending")
REACTION = Switch("reaction", of="defence", without="no side answers the rival's perceived effort")
FREE_RIDING = Switch(
    "free_riding", of="defence", without="nobody spends less because others move ahead of the common path"
)
LIMITS = Switch(
    "limits", of="defence", without="neither fiscal stress nor the largest rise absorbed in a year slows a rise"
)
TURNOVER = Switch("turnover", of="defence", without="changes of government do not move an ally's will")
PLANS = Switch("plans", of="war_economy", without="Russia's announced budget lines have no weight in its vote")
WAR_NEED = Switch(
    "war_need", of="war", without="Russia's and Ukraine's shares do not move towards what the state of the war asks for"
)
OVERRUN = Switch("overrun", of="war_economy", without="Russia spends what it planned, no more")
STRAIN_CUT = Switch(
    "strain_cut", of="war_economy", without="used-up instruments do not press on Russia's military spending"
)


@law(equation=r"q = 1 - (1 - p)^n", switch=TURNOVER)
def will(
    will: Array, election: Array, draw: Array, shock: Array, *, on: On, government_turnover: Array, will_turnover: Array
) -> Array:
    """Will to follow the pledge, 0 to 1, after a year in which a new government may have come, [A, F].

    q is the chance of a turnover in the n years that a vote covers: 1 every year, or by a dated calendar.
    """
    turnover = 1.0 - (1.0 - government_turnover) ** election
    changed = (draw < turnover) & (on.turnover > 0)
    return jnp.where(changed, jnp.clip(will + will_turnover * shock, 0.0, 1.0), will)


@law(equation=r"w = \text{will} \cdot P", switch=PLEDGE)
def strength(will: Array, hold: Array, *, on: On) -> Array:
    """Pull of the pledge, 0 to 1: will times the pledge's hold P."""
    return jnp.clip(on.pledge * will * hold, 0.0, 1.0)


@law(equation=r"T' = T\,e^{f \cdot \text{progress}}", gives="path")
def moved_by_review(path: Array, path_factor: Array, progress: Array) -> Array:
    """A path as the review has moved it: f the log change of the target, phased in from the review to the target
    year."""
    return path * jnp.exp(path_factor * progress)


@law(equation=r"g = \ln(1 + w s \max(T/m - 1, 0)) - r \max(\ln(m/T), 0)", gives="growth_of_share")
def pledge_growth(share: Array, target: Array, strength: Array, *, pledge_pull: Array, pledge_ebb: Array) -> Array:
    """Log growth of the core share under the pledge, by proportional convergence.

    w in [0, 1] will times the pledge's hold, s the part of the gap to the target T that full will closes in a year, r
    the part
    of its lead that one above the target loses.
    """
    rise = jnp.log1p(strength * pledge_pull * jnp.maximum(target / share - 1.0, 0.0))
    return rise - pledge_ebb * jnp.log(jnp.maximum(share / jnp.where(target > 0.0, target, share), 1.0))


@law(switch=PLEDGE, gives="growth_of_share")
def pledged(growth_of_share: Array, baseline: Array, *, on: On) -> Array:
    """Log growth of the share by the pledge; without it, the forecast's own."""
    return jnp.where(on.pledge > 0, growth_of_share, baseline)


@law(equation=r"g = \rho\,g_{-1} + \sigma\varepsilon", switch=SHOCKS, gives="common")
def common_growth(
    common: Array, shock: Array, *, on: On, common_growth_persistence: Array, common_growth_scale: Array
) -> Array:
    """Growth of burdens common to all allies, log a year, ε standardised, [F]."""
    return common_growth_persistence * common + common_growth_scale * (on.shocks * shock)


@law(equation=r"g = \sqrt{n}\,\sigma\varepsilon", switch=SHOCKS, gives="common")
def common_before(years: Array, shock: Array, *, on: On, common_growth_scale: Array) -> Array:
    """The same over the n years between the last share known and the first simulated year."""
    return jnp.sqrt(years) * on.shocks * common_growth_scale * shock


@law(
    equation=r"\varepsilon' = \begin{cases} \varepsilon(1 + \kappa) & \varepsilon > 0 \\ \varepsilon(1 - \kappa) & "
    r"\text{else} \end{cases}"
)
def skewed(shock: Array, *, share_shock_skew: Array) -> Array:
    """A symmetric shock with its rises stretched and its falls shortened; the median stays.

    κ is the skew, from 0 to below 1.
    """
    return shock * (1.0 + share_shock_skew * jnp.sign(shock))


@law(switch=PLEDGE)
def plan_weight(reach: Array, *, on: On, plan_kept_later: Array, plan_kept_far: Array) -> Array:
    """Weight w of an announced share by its reach, the years from the cut-off to the year planned for; 0 where none is
    announced.

    w is 1 to one year ahead, `plan_kept_later` at two and three, `plan_kept_far` beyond; reach below zero: no plan.
    """
    kept = jnp.where(reach < 1.5, 1.0, jnp.where(reach < 3.5, plan_kept_later, plan_kept_far))
    return on.pledge * jnp.where(reach < 0.0, 0.0, kept)


@law()
def plan_error(
    reach: Array, *, plan_error_same_year: Array, plan_error_next_year: Array, plan_error_later: Array
) -> Array:
    """Standard deviation of the log of outturn over plan, by the plan's reach in years."""
    return jnp.where(reach < 0.5, plan_error_same_year, jnp.where(reach < 1.5, plan_error_next_year, plan_error_later))


@law(equation=r"e = [(1 - w)\,\sigma\sigma_i + w\,\sigma_{\text{plan}}]\,\varepsilon'", switch=SHOCKS, gives="noise")
def own_error(
    plan_weight: Array,
    plan_error: Array,
    share_scale: Array,
    shock: Array,
    *,
    on: On,
    share_shock: Array,
    share_shock_skew: Array,
) -> Array:
    """Own error of an ally's log growth: the law's (σ_i how much the ally's share has moved) or the plan's, skewed."""
    scale = (1.0 - plan_weight) * share_shock * share_scale + plan_weight * plan_error
    return on.shocks * scale * skewed(shock, share_shock_skew=share_shock_skew)


@law()
def carried_error(noise: Array, *, share_shock_persistence: Array) -> Array:
    """Part of last year's own error that this year's growth still has."""
    return share_shock_persistence * noise


@law(gives="plan")
def moved_plan(path: Array, reaction: Array, riding: Array, words: Array) -> Array:
    """A plan stands for what its authors saw: what happens later moves it as it moves the vote, logs."""
    return path * jnp.exp(reaction - riding + words)


@law(equation=r"g' = (1 - w)\,g + w \ln(p/m)", gives="growth_of_share")
def follow_plan(growth_of_share: Array, share: Array, plan: Array, plan_weight: Array) -> Array:
    """Log growth with an announced share p."""
    return (1.0 - plan_weight) * growth_of_share + plan_weight * jnp.log(plan / share)


@law(equation=r"m' = m\,e^{r(-b + e\varepsilon)}", switch=REVISION, gives="share_start")
def published(
    share: Array, revised: Array, shock: Array, *, on: On, revision_bias: Array, revision_error: Array
) -> Array:
    """A published share once it is revised, r is 1 for NATO's figure of the year under way, less for older."""
    bias, error = on.revision * revision_bias, on.revision * revision_error
    return share * jnp.exp(revised * (error * shock - bias))


@law(equation=r"R = R_{-1} + s(\eta\hat\Delta - R_{-1})", switch=REACTION, axis="reaction", gives="reaction")
def reaction_level(
    reaction: Array, threat: Array, *, on: On, variant: Variant, reaction_elasticity: Array, reaction_speed: Array
) -> Array:
    """Error correction to the rival's perceived effort Δ̂, in logs of the share (Richardson)."""
    elasticity = jnp.where(variant.reaction > 0, reaction_elasticity, 0.0) * on.reaction
    return reaction + reaction_speed * (elasticity * threat - reaction)


@law(gives=("deviation_protector", "deviation_rest"))
def deviations(share: Array, path: Array, weights: Array, protector: Array) -> tuple[Array, Array]:
    """Log deviations from the common path: the protector's [F], and the mean of the others as each actor sees them [A,
    F].

    weights [A, 1] of the armed allies but for the protector (a mask, [A, 1]). Without others to look at they are zero.
    """
    deviation = jnp.log(share / path)
    others = weights.sum() - weights
    total = (weights * deviation).sum(0)
    rest = jnp.where(others > 0.0, (total - weights * deviation) / jnp.where(others > 0.0, others, 1.0), 0.0)
    return (protector * deviation).sum(0), rest


@law()
def shortfall(deviation_rest: Array) -> Array:
    """Mean log gap of the allies to the common path, 0 or more, [F]."""
    return jnp.maximum(0.0, -deviation_rest.mean(0))


@law(
    equation=r"f = \varphi_{\text{us}}\,\Delta\text{dev}_{\text{us}} + "
    r"\varphi_{\text{rest}}\,\Delta\text{dev}_{\text{rest}}",
    switch=FREE_RIDING,
    gives="riding",
)
def free_riding(
    change_us: Array, change_rest: Array, *, on: On, free_riding_us: Array, free_riding_rest: Array
) -> Array:
    """Log loss of the share when others move off the common path.

    Long-run spill-ins near −0.8 in panels concern unilateral, not joint rises: deviations from the path are what
    counts.
    """
    return on.free_riding * (free_riding_us * change_us + free_riding_rest * change_rest)


@law(
    equation=r"g' = \begin{cases} \min(g\,e^{-\lambda\,\text{stress}}, \bar g) & g > 0 \\ g & \text{else} \end{cases}",
    switch=LIMITS,
    gives="growth_of_share",
)
def limit_rise(
    growth_of_share: Array, fiscal_stress: Array, *, on: On, fiscal_limit: Array, absorption_growth: Array
) -> Array:
    """Fiscal stress slows rises (not cuts), and no more than the largest is absorbed in a year.

    λ is the sensitivity, ḡ the largest rise.
    """
    slowed = growth_of_share * jnp.exp(-fiscal_limit * fiscal_stress)
    limited = jnp.minimum(jnp.where(growth_of_share > 0.0, slowed, growth_of_share), absorption_growth)
    return jnp.where(on.limits > 0, limited, growth_of_share)


@law(switch=PLEDGE, gives="effort_related")
def related_effort(
    will: Array,
    hold: Array,
    full_will: Array,
    tier: Array,
    *,
    on: On,
    related_effort: Array,
    related_without_will: Array,
) -> Array:
    """Effort for the related tier, from will and the pledge's hold; whole where the pledge is kept, none before it is
    agreed."""
    effort = jnp.where(full_will > 0, 1.0, related_effort * (related_without_will + will) * hold)
    return effort * jnp.where(full_will > 0, 1.0, on.pledge) * tier


@law(equation=r"q' = \min(\max(q, \bar q),\;q + e\,(\bar q - q^0)/n)", gives="related")
def related_next(related: Array, related_start: Array, effort_related: Array, target: Array, years: Array) -> Array:
    """Related share of next year: the gap from the start to the target closes in equal yearly parts times effort, no
    further.

    q̄ the target, q⁰ the start, n the years between, e the effort.
    """
    step = effort_related * (target - related_start) / years
    return jnp.minimum(jnp.maximum(related, target), related + step)


@law(gives="related_start")
def related_before(ally: Array, agreed: Array, *, related_initial: Array) -> Array:
    """Related share at the cut-off, where such a tier is agreed or spent at all."""
    return ally * agreed * related_initial


@law(gives="new")
def new_core(share: Array, share_start: Array, ally: Array, *, core_relabelled: Array) -> Array:
    """Core share less what is relabelled of its rise above the last share known; a rival relabels nothing."""
    return share - ally * core_relabelled * jnp.maximum(0.0, share - share_start)


@law()
def new_related(related: Array, related_start: Array, ally: Array, *, related_relabelled: Array) -> Array:
    """Related share that is new spending: the rise since the start less what is relabelled."""
    return ally * (1.0 - related_relabelled) * (related - related_start)


@law(switch=RELABELLING)
def counted_related(related: Array, related_start: Array, *, on: On, related_relabelled: Array) -> Array:
    """Related share as it counts: with what is relabelled, or without."""
    part = jnp.where(on.relabelling > 0, 1.0, 1.0 - related_relabelled)
    return related_start + part * (related - related_start)


@law(switch=RELABELLING)
def counted_core(core: Array, core_new: Array, *, on: On) -> Array:
    """Core spending as it counts, money: with what is relabelled, or without."""
    return core_new + on.relabelling * (core - core_new)


@law(gives="extra")
def extra_spending(new: Array, new_related: Array, expected: Array) -> Array:
    """New spending above the baseline's own path, share of GDP."""
    return new + new_related - expected


@law(gives="rival_rise")
def met_by_instruments(extra: Array, war_economy: Array) -> Array:
    """The rise of the rival's spending that a war economy's instruments meet, share of GDP, [F]; a saving is none."""
    return war_economy * jnp.maximum(extra, 0.0)


@law(switch=WAR_NEED, gives="need")
def rival_need(
    war: Array, before: Array, *, on: On, rival_war_share: Array, rival_peace_share: Array, rival_ceasefire_part: Array
) -> Array:
    """The rival's share that the state of the war asks for: at war, in a ceasefire a part of the way from peace, at
    peace, [F]."""
    between = rival_peace_share + rival_ceasefire_part * (rival_war_share - rival_peace_share)
    need = jnp.where(war == 0.0, rival_war_share, jnp.where(war == 1.0, between, rival_peace_share))
    return jnp.where(on.war_need > 0, need, before)


@law(switch=STRAIN_CUT)
def strain_cut(tools_left: Array, *, on: On, rival_strain_cut: Array) -> Array:
    """What used-up instruments take off the rival's share, log a year, [F]."""
    return on.strain_cut * rival_strain_cut * (1.0 - tools_left)


@law(
    equation=r"q = \begin{cases} \text{line} / \text{total} & \text{where published} \\ \bar q & \text{else} "
    r"\end{cases}",
    gives="law_ratio",
)
def opening_ratio(law_amount: Array, law_total: Array, total_known: Array, *, law_share: Array) -> Array:
    """Budget-law line over the wider military spending at the cut-off, [F]: as published, else drawn."""
    return jnp.where(total_known > 0.0, law_amount / law_total, law_share)


@law()
def law_ratio(law_ratio: Array, *, law_share_speed: Array, law_share: Array) -> Array:
    """Budget-law line over the wider military spending, [F]: moves towards its long-run value."""
    return law_ratio + law_share_speed * (law_share - law_ratio)


@law(gives="forecast")
def expected_output(nominal: Array, nominal_baseline: Array, nominal_next: Array) -> Array:
    """Next year's nominal GDP as a vote expects it: the forecast's, with today's surprise carried forward, money."""
    return nominal_next * nominal / nominal_baseline


@law(switch=PLANS, gives="plan_share")
def announced_share(plan: Array, law_ratio: Array, forecast: Array, *, on: On) -> Array:
    """Share of GDP that the rival's announced budget line (trn RUB; 0 = none) makes of the forecast (bn), [F]."""
    return on.plans * plan * 1000.0 / law_ratio / forecast


@law(
    equation=r"\ln(m') = (1 - w)[\ln(m) + s \ln(\text{need}/m) + \Delta R - \text{cut} + \varepsilon] + w "
    r"\ln(\text{plan})",
    switch=SHOCKS,
    gives=("share", "planned"),
)
def rival_vote(
    share: Array,
    need: Array,
    reacted: Array,
    strain_cut: Array,
    shock: Array,
    plan_share: Array,
    delivering: Array,
    *,
    on: On,
    rival_need_speed: Array,
    rival_share_shock: Array,
    plan_weight: Array,
) -> Array:
    """The rival's voted share of GDP (for Russia: the wider definition), [F]; w is 0 where no plan is announced, 1
    where it is delivered."""
    noise = on.shocks * rival_share_shock * shock
    free = jnp.log(share) + rival_need_speed * jnp.log(need / share) + reacted - strain_cut + noise
    planned = plan_share > 0.0
    weight = jnp.where(planned, jnp.where(delivering, 1.0, plan_weight), 0.0)
    return jnp.exp((1.0 - weight) * free + weight * jnp.log(jnp.where(planned, plan_share, 1.0)))


@law(switch=OVERRUN)
def overrun(war: Array, *, on: On, overrun_war: Array, overrun_peace: Array) -> Array:
    """Log of what the rival spends over what it planned, [F]."""
    return jnp.where(war == 0.0, overrun_war, overrun_peace) * on.overrun


@law(switch=OVERRUN, gives="overrun")
def overrun_ahead(war: Array, *, on: On, overrun_ahead: Array, overrun_war: Array) -> Array:
    """Part of the first year's overrun that is still ahead of the cut-off, log, [F]."""
    return overrun_ahead * on.overrun * overrun_war * (war == 0.0)


@law(switch=WAR_NEED, gives="share")
def attacked_vote(
    before: Array,
    share_start: Array,
    war: Array,
    *,
    on: On,
    attacked_ceasefire_share: Array,
    attacked_peace_share: Array,
    rival_need_speed: Array,
) -> Array:
    """An attacked state's share moves towards its wartime start, a part of it in a ceasefire, a peace share after."""
    need = jnp.where(
        war == 0.0,
        share_start,
        jnp.where(war == 1.0, attacked_ceasefire_share * share_start, attacked_peace_share),
    )
    need = jnp.where(on.war_need > 0, need, before)
    return before * (need / before) ** rival_need_speed
