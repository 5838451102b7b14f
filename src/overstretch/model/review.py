"""The review of the pledge: 0 hold, 1 ease, 2 tighten, 3 re-scope. Arrays [F]."""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import SHOCKS, On, Switch, Variant, law

REVIEW = Switch("review", of="review", without="no review changes the target")
SHORTFALL_UNIT = 0.2
THREAT_UNIT = 0.5


@law(
    equation=r"u = (0,\;\text{ease} + a - b,\;\text{tighten} - a + b,\;\text{re-scope} + \psi a), \quad a = "
    r"r\,\frac{\text{shortfall}}{0.2}, \quad b = r\,\frac{\text{threat}}{0.5}",
    switch=(REVIEW, SHOCKS),
    axis="review",
    gives="review_result",
)
def result(
    shortfall: Array,
    threat: Array,
    gumbel: Array,
    forced: Array,
    *,
    on: On,
    variant: Variant,
    review_ease: Array,
    review_tighten: Array,
    review_rescope: Array,
    review_response: Array,
    review_rescope_response: Array,
) -> Array:
    """Draw of a multinomial logit, or the result forced (0 or more); by the variant shortfall (a) or threat (b) moves
    the odds, or neither.

    shortfall: mean log gap to the path; threat: log deviation of the perceived threat; gumbel [4, F]. `review_response`
    is the
    log odds of one unit of either: a shortfall of 0.2 or a threat of 0.5, in logs. Without a review: −1.
    """
    by_shortfall = review_response * (shortfall / SHORTFALL_UNIT) * ((variant.review == 1) * 1.0)
    by_threat = review_response * (threat / THREAT_UNIT) * ((variant.review == 2) * 1.0)
    utility = jnp.stack(
        [
            jnp.zeros_like(review_ease),
            review_ease + by_shortfall - by_threat,
            review_tighten - by_shortfall + by_threat,
            review_rescope + review_rescope_response * by_shortfall,
        ]
    )
    drawn = jnp.argmax(utility + on.shocks * gumbel, axis=0).astype(review_ease.dtype)
    return jnp.where(forced >= 0, forced, jnp.where(on.review > 0, drawn, -1.0))


@law(gives="path_factor")
def target_change(review_result: Array, *, review_step: Array) -> Array:
    """Log change of the core target: −step when eased, +step when tightened."""
    return jnp.where(review_result == 1.0, -review_step, jnp.where(review_result == 2.0, review_step, 0.0))


@law()
def rescoped(review_result: Array, *, rescope_credit: Array) -> Array:
    """Share of GDP that a re-scoped target admits to core spending."""
    return jnp.where(review_result == 3.0, rescope_credit, 0.0)
