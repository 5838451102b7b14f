"""The alliance: strain, cohesion, doubt about Article 5, exit and dissolution. Arrays [F]."""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import SHOCKS, On, Switch, Variant, law

COHESION = Switch("cohesion", of="alliance", without="cohesion and doubt about Article 5 stay at zero")
ALLIANCE_STRAIN = Switch(
    "alliance_strain",
    of="alliance",
    without="strain, cohesion and stance do not move the hazards of exit and dissolution: base rates alone",
)


@law(
    equation=r"z = \tfrac{1}{3}\left[\frac{\ln(m/m_{\text{ref}})}{s_m} + \frac{\bar g - g}{s_g} + \frac{u}{s_u}\right]"
)
def strain(
    share: Array,
    share_reference: Array,
    growth: Array,
    room_used: Array,
    *,
    strain_burden_scale: Array,
    strain_growth_scale: Array,
    strain_room_scale: Array,
    growth_reference: Array,
) -> Array:
    """Economic strain of a defence effort in standard deviations; the same formula for both sides.

    Burden m against its own mean of the years before, growth below a reference, and room u used since the cut-off
    (allies: debt;
    the rival: instruments). One set of scales for both sides.
    """
    return (
        jnp.log(share / share_reference) / strain_burden_scale
        + (growth_reference - growth) / strain_growth_scale
        + room_used / strain_room_scale
    ) / 3.0


@law(gives="room_used")
def debt_rise(debt_ratio: Array, debt_ratio_start: Array, weights: Array) -> Array:
    """Rise of the allies' debt ratio since the cut-off, 0 or more; weights [A] sum to one."""
    return jnp.maximum(jnp.einsum("a,af->f", weights, debt_ratio - debt_ratio_start), 0.0)


@law(gives="room_used")
def tools_used(tools_left: Array, tools_start: Array) -> Array:
    """Room of the rival's instruments used since the cut-off, 0 or more."""
    return jnp.maximum(tools_start - tools_left, 0.0)


@law(gives="inequality")
def spread(share: Array, armed: Array) -> Array:
    """Standard deviation of log burdens over the allies with forces (a mask, [A, 1])."""
    logs = jnp.log(share)
    mean = (armed * logs).sum(0) / armed.sum()
    return jnp.sqrt((armed * (logs - mean) ** 2).sum(0) / armed.sum())


@law(equation=r"A = \begin{cases} -1 & \text{withdrawn} \\ 0 & \text{transactional} \\ A_s & \text{strong} \end{cases}")
def assurance(stance: Array, *, assurance_strong: Array) -> Array:
    """What the protector's stance adds to trust in it."""
    return jnp.where(stance == 2.0, -1.0, jnp.where(stance == 0.0, assurance_strong, 0.0))


@law(axis="alliance")
def pressure(
    inequality: Array,
    inequality_start: Array,
    threat: Array,
    assurance: Array,
    remarks: Array,
    *,
    variant: Variant,
    strain_burden_scale: Array,
    cohesion_inequality: Array,
    cohesion_threat: Array,
    cohesion_us: Array,
    remark_cooperation: Array,
    adversary_cooperation: Array,
) -> Array:
    """What moves cohesion, sd a year: by the variant unequal burdens or the threat, and trust in the protector and
    remarks."""
    unequal = (inequality - inequality_start) / strain_burden_scale
    return (
        jnp.where(variant.alliance == 0, cohesion_inequality * unequal, 0.0)
        + jnp.where(variant.alliance == 1, cohesion_threat * threat, 0.0)
        + cohesion_us * assurance
        + remark_cooperation * remarks[0]
        + adversary_cooperation * remarks[1]
    )


@law(
    equation=r"c = \varphi^{1/4}\,c_{-1} + \tfrac{1}{4}\,\text{pressure} + \tfrac{1}{2}\,\varepsilon",
    switch=(COHESION, SHOCKS),
)
def cohesion(
    cohesion: Array, pressure: Array, shock: Array, *, on: On, cohesion_persistence: Array, cohesion_shock: Array
) -> Array:
    """Cohesion, sd, zero at the cut-off (pressure and ε yearly)."""
    shock = on.shocks * cohesion_shock * shock
    return on.cohesion * (cohesion_persistence**0.25 * cohesion + 0.25 * pressure + 0.5 * shock)


@law(
    equation=r"d = \varphi^{1/4}\,d_{-1} - \tfrac{1}{4}(w\,\text{assurance} + v\,\text{cohesion}) + "
    r"\tfrac{1}{2}\,\varepsilon",
    switch=(COHESION, SHOCKS),
)
def doubt(
    doubt: Array,
    assurance: Array,
    cohesion: Array,
    shock: Array,
    *,
    on: On,
    doubt_us: Array,
    doubt_cohesion: Array,
    doubt_persistence: Array,
    cohesion_shock: Array,
) -> Array:
    """Latent doubt about mutual defence (Article 5), sd."""
    shock = on.shocks * cohesion_shock * shock
    trust = doubt_us * assurance + doubt_cohesion * cohesion
    return on.cohesion * (doubt_persistence**0.25 * doubt - 0.25 * trust + 0.5 * shock)


@law()
def in_doubt(doubt: Array, *, doubt_threshold: Array) -> Array:
    """Whether doubt counts as doubt about Article 5."""
    return doubt > doubt_threshold


@law(equation=r"h = \tfrac{1}{4}\,\lambda\,e^x")
def hazard(yearly: Array, log_ratio: Array) -> Array:
    """Hazard in a quarter, λ the yearly rate, x the log hazard ratio, cut at ±3 (a factor of 20 either way)."""
    return 0.25 * yearly * jnp.exp(jnp.clip(log_ratio, -3.0, 3.0))


@law(switch=ALLIANCE_STRAIN, axis="alliance", gives="log_ratio")
def strain_on_alliance(
    strain: Array, cohesion: Array, *, on: On, variant: Variant, strain_on_exit: Array, cohesion_on_exit: Array
) -> Array:
    """Log hazard ratio of exit and dissolution by strain and cohesion in sd; none where base rates alone are
    believed."""
    open_to = (variant.alliance < 2) * 1.0
    return on.alliance_strain * open_to * (strain_on_exit * strain + cohesion_on_exit * cohesion)


@law(switch=ALLIANCE_STRAIN, axis="alliance")
def exit_hazard(
    log_ratio: Array,
    stance: Array,
    members: Array,
    *,
    on: On,
    variant: Variant,
    exit_rate: Array,
    withdrawn_on_exit: Array,
) -> Array:
    """Hazard in a quarter of any member's formal exit; a protector that has withdrawn raises it."""
    open_to = (variant.alliance < 2) * 1.0
    by_stance = on.alliance_strain * open_to * withdrawn_on_exit * (stance == 2.0)
    return hazard(exit_rate * members, log_ratio + by_stance)


@law()
def dissolution_hazard(log_ratio: Array, *, dissolution_rate: Array) -> Array:
    """Hazard in a quarter of the treaty's end."""
    return hazard(dissolution_rate, log_ratio)
