"""The yearly budget votes of all actors, and the review of the pledge."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model import defence, finance, perception, review, united_states
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

Parameters = dict[str, Array]


def vote(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    p: Parameters,
    roles: Roles,
    nominal: Array,
) -> State:
    """Votes of the fourth quarter: next year's amounts = planned share × forecast of next year's nominal GDP.

    nominal: this quarter's GDP, money, [A, F]. The forecast carries today's surprise forward, so that later surprises
    move the realised share.
    """
    forecast = base.nominal_next[:, None] * nominal / (base.real * base.price)[:, None]
    before = state.reaction[roles.rival]
    state, share, related = _allies(state, base, shock, start, controls, p, roles)
    reacted = state.reaction[roles.rival] - before
    share, planned, law_ratio = _rival(state, share, reacted, base, shock, controls, p, roles, forecast)
    share = jnp.where(start.attacked[:, None] > 0, _attacked(state, p, controls), share)

    share = jnp.where(controls.hold > 0, start.share_hold[:, None], share)
    share = jnp.where(controls.fixed_share > 0, controls.fixed_share, share)
    related = jnp.where(controls.hold > 0, state.related_start, related)
    # A kept pledge is a floor under what the law votes, not a new start for it: shocks would only ever add up.
    floor = jnp.where((controls.full_will > 0) & (start.ally[:, None] > 0), base.pledge_next[:, None], 0.0)
    added = jnp.clip(jnp.maximum(share, floor) + controls.add_share, 1e-4, 0.6) - share
    share = share + added
    planned = planned + added[roles.rival]
    planned = jnp.where((controls.fixed_share > 0)[roles.rival], share[roles.rival], planned)
    return state._replace(
        share=share, added=added, related=related, law_ratio=law_ratio, amount=share * forecast,
        planned=(share * forecast).at[roles.rival].set(planned * forecast[roles.rival]),
    )  # fmt: skip


def _allies(
    state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, p: Parameters, roles: Roles
) -> tuple[State, Array, Array]:
    on = controls.on
    turnover = 1.0 - (1.0 - p["government_turnover"]) ** base.election[:, None]
    changed = (shock.turnover < turnover) & (on["turnover"] > 0)
    will = jnp.where(changed, jnp.clip(state.will + p["will_turnover"] * shock.will, 0.0, 1.0), state.will)

    hold = united_states.pledge_hold(
        jnp.where(on["us_pressure"] > 0, state.stance, start.stance),
        p["us_pressure"],
        p["us_pressure_strong"],
        controls.us_pressure,
    )
    strength = jnp.clip(on["pledge"] * will * hold, 0.0, 1.0)
    # A review moves the target of those on their way to it; who stands or plans above the pledge is left alone.
    bound = (base.path_next <= base.pledge_next + 1e-6) & (base.pledge_next > start.share)
    factor = state.path_factor * bound[:, None]
    path_now = base.path[:, None] * jnp.exp(factor * base.progress_now)
    path_next = base.path_next[:, None] * jnp.exp(factor * base.progress_next)
    target = base.target_next[:, None] * jnp.exp(factor * base.progress_next)
    own = state.share - state.added  # what the law itself set; an intervention's addition is not carried forward
    growth = defence.pledge_growth(own, target, strength, p["pledge_pull"], p["pledge_ebb"])
    growth = jnp.where(on["pledge"] > 0, growth, jnp.log(base.defence_next / base.defence)[:, None])

    elasticity = jnp.where(controls.variant["reaction"] > 0, p["reaction_elasticity"], 0.0) * on["reaction"]
    threat = perception.threat(state.perceived[0], state.intent, start.war, p)
    rival = jnp.broadcast_to(threat, state.share.shape).at[roles.rival].set(state.perceived[1])
    reaction = defence.reaction_level(state.reaction, rival, elasticity, p["reaction_speed"])
    protector, change, deviation, deviation_rest = deviations(state, base, start, path_now)
    riding = on["free_riding"] * defence.free_riding(protector, change, p["free_riding_us"], p["free_riding_rest"])
    words = on["remarks"] * (p["remark_willingness"] * state.remarks[0] + p["adversary_willingness"] * state.remarks[1])
    stress = finance.fiscal_stress(
        state.deficit_ratio, state.debt_ratio, base.fiscal_room[:, None], p["stress_of_deficit"], p["deficit_limit"], p["debt_limit"]
    )  # fmt: skip

    wanted = growth + (reaction - state.reaction) - riding + words
    limited = defence.limit_rise(wanted, stress, p["fiscal_limit"], p["absorption_growth"])
    wanted = jnp.where(on["limits"] > 0, limited, wanted)
    common = defence.common_growth(
        state.common, on["shocks"] * shock.share_common, p["common_growth_persistence"], p["common_growth_scale"]
    )
    weight, noise = own_error(base.reach_next, shock.share, start, on, p)
    wanted = wanted + common + p["share_shock_persistence"] * state.noise
    # A plan stands for what its authors saw: what happens later moves it as it moves the vote.
    plan = path_next * jnp.exp(reaction - riding + words)
    share = own * jnp.exp(defence.follow_plan(wanted, own, plan, weight) + noise)

    effort = jnp.where(controls.full_will > 0, 1.0, p["related_effort"] * (p["related_without_will"] + will) * hold)
    effort = effort * jnp.where(controls.full_will > 0, 1.0, on["pledge"]) * base.related_tier
    related = defence.related_next(
        state.related, state.related_start, effort, start.related_target, start.related_years
    )
    state = state._replace(
        will=will,
        noise=noise,
        common=common,
        reaction=reaction,
        deviation_protector=deviation,
        deviation_rest=deviation_rest,
    )
    return state, share, related


def own_error(reach: Array, shock: Array, start: Start, on: dict[str, Array], p: Parameters) -> tuple[Array, Array]:
    """Weight of each ally's plan for the year voted and the error of its log growth, [A, F]: the plan's or the law's own."""
    reach = reach[:, None]
    weight = on["pledge"] * defence.plan_weight(reach, p["plan_kept_later"], p["plan_kept_far"])
    missed = defence.plan_error(reach, p["plan_error_same_year"], p["plan_error_next_year"], p["plan_error_later"])
    scale = (1.0 - weight) * p["share_shock"] * start.share_scale[:, None] + weight * missed
    return weight, on["shocks"] * scale * defence.skewed(shock, p["share_shock_skew"])


def deviations(state: State, base: Baseline, start: Start, path: Array) -> tuple[Array, Array, Array, Array]:
    """Changes since the last vote of the log deviations from the common path: the protector's and the rest's, as each
    actor sees them, [A, F]; and the deviations themselves, [F] and [A, F]. Without others to look at they are zero.
    """
    deviation = jnp.log(state.share / path)
    protector = start.protector[:, None]
    weights = (start.ally * start.armed * (1.0 - start.protector) * start.dollars * base.real)[:, None]
    others = weights.sum() - weights
    total = (weights * deviation).sum(0)
    rest = jnp.where(others > 0.0, (total - weights * deviation) / jnp.where(others > 0.0, others, 1.0), 0.0)
    own = (protector * deviation).sum(0)
    return (1.0 - protector) * (own - state.deviation_protector), rest - state.deviation_rest, own, rest


def _rival(
    state: State, share: Array, reacted: Array, base: Baseline, shock: Shocks, controls: Controls, p: Parameters,
    roles: Roles, forecast: Array,
) -> tuple[Array, Array, Array]:  # fmt: skip
    """Shares with the rival's row replaced; its planned share; the next ratio of the budget-law line to the total."""
    on, rival = controls.on, roles.rival
    need = jnp.where(
        state.war == 0.0, p["rival_war_share"],
        jnp.where(state.war == 1.0, 0.5 * (p["rival_war_share"] + p["rival_peace_share"]), p["rival_peace_share"]),
    )  # fmt: skip
    # The next plan starts from the last plan: an overrun is not planned for.
    before = state.share[rival] * state.planned[rival] / state.amount[rival] - state.added[rival]
    need = jnp.where(on["war_need"] > 0, need, before)
    cut = on["strain_cut"] * p["rival_strain_cut"] * (1.0 - state.tools_left)
    noise = on["shocks"] * p["rival_share_shock"] * shock.share[rival]
    law_ratio = state.law_ratio + p["law_share_speed"] * (p["law_share"] - state.law_ratio)
    plan_share = on["plans"] * base.law_plan_next * 1000.0 / law_ratio / forecast[rival]
    delivering = controls.deliver_cut > 0
    weight = jnp.where(delivering, 1.0, p["plan_weight"])
    planned = defence.rival_vote(before, need, p["rival_need_speed"], reacted, cut, noise, plan_share, weight)
    planned = jnp.where(delivering & (plan_share <= 0), jnp.minimum(planned, state.share[rival]), planned)
    overrun = jnp.where(state.war == 0.0, p["overrun_war"], p["overrun_peace"]) * on["overrun"]
    outcome = planned * jnp.exp(jnp.where(delivering, jnp.minimum(overrun, 0.0), overrun))
    return share.at[rival].set(outcome), planned, law_ratio


def _attacked(state: State, p: Parameters, controls: Controls) -> Array:
    """An attacked state's share moves towards its wartime start, a part of it in a ceasefire, a peace share after, [A, F]."""
    need = jnp.where(
        state.war == 0.0, state.share_start,
        jnp.where(state.war == 1.0, p["attacked_ceasefire_share"] * state.share_start, p["attacked_peace_share"]),
    )  # fmt: skip
    before = state.share - state.added
    need = jnp.where(controls.on["war_need"] > 0, need, before)
    return before * (need / before) ** p["rival_need_speed"]


def hold_review(state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, p: Parameters) -> State:
    """The review: what it decides about the target, and what it admits to core spending."""
    shortfall = jnp.maximum(0.0, -state.deviation_rest.mean(0))
    threat = perception.threat(state.perceived[0], state.intent, start.war, p)
    variant = controls.variant["review"]
    drawn = review.result(
        shortfall, threat, controls.on["shocks"] * shock.review, p["review_ease"], p["review_tighten"], p["review_rescope"],
        p["review_response"], p["review_rescope_response"], (variant == 1) * 1.0, (variant == 2) * 1.0,
    )  # fmt: skip
    outcome = jnp.where(controls.review >= 0, controls.review, jnp.where(controls.on["review"] > 0, drawn, -1.0))
    return state._replace(
        review_result=outcome,
        path_factor=review.target_change(outcome, p["review_step"]),
        rescoped=jnp.where(outcome == 3.0, p["rescope_credit"], 0.0),
    )
