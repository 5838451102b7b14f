"""The yearly budget votes of all actors, and the review of the pledge."""

from __future__ import annotations

from overstretch.model import defence, finance, perception, review, united_states
from overstretch.model.arrays import Array, jnp
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State
from overstretch.model.wiring import Named


def vote(
    state: State,
    base: Baseline,
    shock: Shocks,
    start: Start,
    controls: Controls,
    named: Named,
    roles: Roles,
    nominal: Array,
) -> State:
    """Votes of the fourth quarter: next year's amounts = planned share × forecast of next year's nominal GDP.

    nominal: this quarter's GDP, money, [A, F]. The forecast carries today's surprise forward, so that later surprises
    move the realised share.
    """
    forecast = defence.expected_output(nominal, (base.real * base.price)[:, None], base.nominal_next[:, None])
    before = state.reaction[roles.rival]
    state, share, related = _allies(state, base, shock, start, controls, named, roles)
    reacted = state.reaction[roles.rival] - before
    share, planned, law_ratio = _rival(state, share, reacted, base, shock, controls, named, roles, forecast)
    attacked = defence.attacked_vote(state.share - state.added, state.share_start, state.war, **named)
    share = jnp.where(start.attacked[:, None] > 0, attacked, share)

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
        share=share,
        added=added,
        related=related,
        law_ratio=law_ratio,
        amount=share * forecast,
        planned=(share * forecast).at[roles.rival].set(planned * forecast[roles.rival]),
    )


def _allies(
    state: State, base: Baseline, shock: Shocks, start: Start, controls: Controls, named: Named, roles: Roles
) -> tuple[State, Array, Array]:
    will = defence.will(state.will, base.election[:, None], shock.turnover, shock.will, **named)
    hold = united_states.pledge_hold(state.stance, start.stance, controls.us_pressure, **named)
    # A review moves the target of those on their way to it; who stands or plans above the pledge is left alone.
    bound = (base.path_next <= base.pledge_next + 1e-6) & (base.pledge_next > start.share)
    factor = state.path_factor * bound[:, None]
    path_now = defence.moved_by_review(base.path[:, None], factor, base.progress_now)
    path_next = defence.moved_by_review(base.path_next[:, None], factor, base.progress_next)
    target = defence.moved_by_review(base.target_next[:, None], factor, base.progress_next)
    own = state.share - state.added  # what the law itself set; an intervention's addition is not carried forward
    growth = defence.pledge_growth(own, target, defence.strength(will, hold, **named), **named)
    growth = defence.pledged(growth, jnp.log(base.defence_next / base.defence)[:, None], **named)

    threat = perception.threat(state.perceived[0], state.intent, start.war, **named)
    rival = jnp.broadcast_to(threat, state.share.shape).at[roles.rival].set(state.perceived[1])
    reaction = defence.reaction_level(state.reaction, rival, **named)
    deviation, deviation_rest = deviations(state.share, path_now, base, start)
    protector = (1.0 - start.protector[:, None]) * (deviation - state.deviation_protector)
    riding = defence.free_riding(protector, deviation_rest - state.deviation_rest, **named)
    words = perception.willingness(state.remarks, **named)
    stress = finance.fiscal_stress(state.deficit_ratio, state.debt_ratio, base.fiscal_room[:, None], **named)

    wanted = defence.limit_rise(growth + (reaction - state.reaction) - riding + words, stress, **named)
    common = defence.common_growth(state.common, shock.share_common, **named)
    weight, noise = own_error(base.reach_next, shock.share, start, named)
    wanted = wanted + common + defence.carried_error(state.noise, **named)
    plan = defence.moved_plan(path_next, reaction, riding, words)
    share = own * jnp.exp(defence.follow_plan(wanted, own, plan, weight) + noise)

    effort = defence.related_effort(will, hold, controls.full_will, base.related_tier, **named)
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


def own_error(reach: Array, shock: Array, start: Start, named: Named) -> tuple[Array, Array]:
    """Weight of each ally's plan for the year voted and the error of its log growth, [A, F]: the plan's or the law's
    own."""
    weight = defence.plan_weight(reach[:, None], **named)
    missed = defence.plan_error(reach[:, None], **named)
    return weight, defence.own_error(weight, missed, start.share_scale[:, None], shock, **named)


def deviations(share: Array, path: Array, base: Baseline, start: Start) -> tuple[Array, Array]:
    """Log deviations from the common path: the protector's [F] and the others' as each actor sees them [A, F]."""
    weights = (start.ally * start.armed * (1.0 - start.protector) * start.dollars * base.real)[:, None]
    return defence.deviations(share, path, weights, start.protector[:, None])


def _rival(
    state: State,
    share: Array,
    reacted: Array,
    base: Baseline,
    shock: Shocks,
    controls: Controls,
    named: Named,
    roles: Roles,
    forecast: Array,
) -> tuple[Array, Array, Array]:
    """Shares with the rival's row replaced; its planned share; the next ratio of the budget-law line to the total."""
    rival = roles.rival
    # The next plan starts from the last plan: an overrun is not planned for.
    before = state.share[rival] * state.planned[rival] / state.amount[rival] - state.added[rival]
    need = defence.rival_need(state.war, before, **named)
    cut = defence.strain_cut(state.tools_left, **named)
    law_ratio = defence.law_ratio(state.law_ratio, **named)
    plan_share = defence.announced_share(base.law_plan_next, law_ratio, forecast[rival], **named)
    delivering = controls.deliver_cut > 0
    planned = defence.rival_vote(before, need, reacted, cut, shock.share[rival], plan_share, delivering, **named)
    planned = jnp.where(delivering & (plan_share <= 0), jnp.minimum(planned, state.share[rival]), planned)
    overrun = defence.overrun(state.war, **named)
    outcome = planned * jnp.exp(jnp.where(delivering, jnp.minimum(overrun, 0.0), overrun))
    return share.at[rival].set(outcome), planned, law_ratio


def hold_review(state: State, shock: Shocks, start: Start, controls: Controls, named: Named) -> State:
    """The review: what it decides about the target, and what it admits to core spending."""
    threat = perception.threat(state.perceived[0], state.intent, start.war, **named)
    outcome = review.result(defence.shortfall(state.deviation_rest), threat, shock.review, controls.review, **named)
    return state._replace(
        review_result=outcome,
        path_factor=review.target_change(outcome, **named),
        rescoped=review.rescoped(outcome, **named),
    )
