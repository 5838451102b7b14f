"""Perception and words: the rival is seen late and with bias; remarks are moves. Arrays [F]."""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import On, Switch, Variant, law

PERCEPTION = Switch("perception", of="perception", without="the rival's effort is seen at once and without bias")
REMARKS = Switch("remarks", of="perception", without="remarks have no effect")


@law(gives="efforts")
def efforts(share: Array, equipment: Array, ally: Array, weights: Array, rival: int) -> Array:
    """Logs of the allies' burden, the rival's burden, the allies' equipment, the rival's equipment, [4, F]."""
    burden = jnp.einsum("a,af->f", weights / weights.sum(), share)
    stock = jnp.einsum("a,af->f", ally, equipment)
    return jnp.log(jnp.stack([burden, share[rival], stock, equipment[rival]]))


@law(axis="reaction", gives="actual")
def effort(efforts: Array, *, variant: Variant) -> Array:
    """What each side can see of the other since the cut-off, logs: its burden, or by the variant the balance of
    equipment, [2, F]."""
    by_stock = variant.reaction == 2
    rivals = jnp.where(by_stock, efforts[3] - efforts[2], efforts[1])
    allies = jnp.where(by_stock, efforts[2] - efforts[3], efforts[0])
    return jnp.stack([rivals, allies])


@law(equation=r"p = p_{-1} + \frac{(1 + b)\,\hat\Delta - p_{-1}}{4\,\text{delay}}", switch=PERCEPTION)
def perceived(perceived: Array, actual: Array, *, on: On, perception_bias: Array, perception_delay: Array) -> Array:
    """Perceived effort, log deviation from the start, [2, F]: changes Δ̂ are seen late, over `delay` years, and
    magnified by the bias b."""
    seen = perceived + ((1.0 + perception_bias) * actual - perceived) / (4.0 * perception_delay)
    return jnp.where(on.perception > 0, seen, actual)


@law(
    equation=r"i = \begin{cases} 1 & \text{active} \\ i_c & \text{in a ceasefire} \\ i_s & \text{without a war} "
    r"\end{cases}"
)
def intent_seen(war: Array, *, intent_ceasefire: Array, intent_settled: Array) -> Array:
    """Hostile intent that the state of the war speaks of."""
    return jnp.where(war == 0.0, 1.0, jnp.where(war == 1.0, intent_ceasefire, intent_settled))


@law(equation=r"b = \varphi^{1/4}\,b_{-1} + (1 - \varphi^{1/4})\,\text{seen}")
def intent(intent: Array, intent_seen: Array, *, intent_persistence: Array) -> Array:
    """Updated belief in hostile intent."""
    weight = intent_persistence**0.25
    return weight * intent + (1.0 - weight) * intent_seen


@law(equation=r"t = p + w\,(b - b^0)")
def threat(
    perceived: Array,
    intent: Array,
    war_start: Array,
    *,
    intent_weight: Array,
    intent_ceasefire: Array,
    intent_settled: Array,
) -> Array:
    """Threat, log deviation from the cut-off: perceived effort p, and belief b in hostile intent beyond that of the
    cut-off."""
    at_start = intent_seen(war_start, intent_ceasefire=intent_ceasefire, intent_settled=intent_settled)
    return perceived + intent_weight * (intent - at_start)


@law(equation=r"x = \varphi\,x_{-1} + \sqrt{1 - \varphi^2}\,\varepsilon", switch=REMARKS)
def remarks(remarks: Array, shock: Array, *, on: On, rhetoric_persistence: Array) -> Array:
    """Harshness of remarks, unit variance, φ the yearly persistence's fourth root."""
    weight = rhetoric_persistence**0.25
    return (weight * remarks + jnp.sqrt(1.0 - weight**2) * shock) * on.remarks


@law(switch=REMARKS, gives="words")
def willingness(remarks: Array, *, on: On, remark_willingness: Array, adversary_willingness: Array) -> Array:
    """What remarks of an ally (a threat of withdrawal) and of the rival add to what allies spend, log a year."""
    return on.remarks * (remark_willingness * remarks[0] + adversary_willingness * remarks[1])
