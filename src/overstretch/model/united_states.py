"""The protector's (the United States') stance: 0 strong, 1 transactional, 2 withdrawn; it changes at inaugurations.
Arrays [F]."""

from __future__ import annotations

from overstretch.model.arrays import Array, jnp, logit, sigmoid
from overstretch.model.wiring import On, Switch, law

US_CHANGE = Switch("us_change", of="united_states", without="the United States' stance stays as at the cut-off")
US_PRESSURE = Switch("us_pressure", of="united_states", without="the stance does not move the pledge's hold")


@law(
    equation=r"\text{stance} = \begin{cases} \text{withdrawn} & u < p_w \\ \text{strong} & u > 1 - p_s \\ "
    r"\text{transactional} & \text{else} \end{cases}",
    switch=US_CHANGE,
)
def stance(
    stance: Array,
    draw: Array,
    shortfall: Array,
    inauguration: Array,
    *,
    on: On,
    us_to_withdrawn: Array,
    us_to_strong: Array,
    us_strong_leaves: Array,
    us_withdrawn_returns: Array,
    us_gap_effect: Array,
) -> Array:
    """Stance after an inauguration; the allies' shortfall from the path raises the odds of withdrawal.

    The equation holds from transactional, u a uniform draw; strong and withdrawn fall back to transactional.
    """
    withdraw = sigmoid(logit(us_to_withdrawn) + us_gap_effect * shortfall)
    from_transactional = jnp.where(
        draw < withdraw, 2.0, jnp.where(draw > 1.0 - jnp.minimum(us_to_strong, 1.0 - withdraw), 0.0, 1.0)
    )
    from_strong = jnp.where(draw < us_strong_leaves, 1.0, 0.0)
    from_withdrawn = jnp.where(draw < us_withdrawn_returns, 1.0, 2.0)
    drawn = jnp.where(stance == 1.0, from_transactional, jnp.where(stance == 0.0, from_strong, from_withdrawn))
    return jnp.where((inauguration > 0) & (on.us_change > 0), drawn, stance)


@law(gives="stance")
def withdrawn(stance: Array, now: Array, us_withdraws: Array) -> Array:
    """Intervention: withdrawn from a year on (0 or less: free)."""
    return jnp.where((us_withdraws > 0) & (now >= us_withdraws), 2.0, stance)


@law(equation=r"P = 1 + u\,(\text{pressure} - 1)", switch=US_PRESSURE, gives="hold")
def pledge_hold(
    stance: Array, stance_start: Array, forced: Array, *, on: On, us_pressure: Array, us_pressure_strong: Array
) -> Array:
    """Hold of the pledge: pressure 1 in the transactional state, `us_pressure_strong` in the strong one, 0 withdrawn
    (nobody
    presses), or as forced (0 none, 2 harder)."""
    stance = jnp.where(on.us_pressure > 0, stance, stance_start)
    pressure = jnp.where(stance == 1.0, 1.0, jnp.where(stance == 0.0, us_pressure_strong, 0.0))
    pressure = jnp.where(forced >= 0.0, forced, pressure)
    return jnp.clip(1.0 + us_pressure * (pressure - 1.0), 0.0, 1.5)


@law(equation=r"h = -\tfrac{1}{4} \ln(1 - p)")
def drawdown_hazard(
    stance: Array, *, drawdown_strong: Array, drawdown_transactional: Array, drawdown_withdrawn: Array
) -> Array:
    """Hazard in a quarter of troops in Europe at least 25% below the cut-off, p the yearly chance."""
    yearly = jnp.where(
        stance == 1.0, drawdown_transactional, jnp.where(stance == 0.0, drawdown_strong, drawdown_withdrawn)
    )
    return -jnp.log1p(-yearly) / 4.0
