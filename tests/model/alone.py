"""Run one law alone: named arguments as numbers, every other argument zero."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from overstretch.model.wiring import Law


def a(*values: float) -> jnp.ndarray:
    """A double-precision array."""
    return jnp.asarray(values, jnp.float64)


@cache
def compiled(law: Law) -> Callable:
    """The law compiled once: a loop over years costs little."""
    return jax.jit(law)


def alone(law: Law, variant: int = 0, **given: float) -> float:
    """The law's result for one actor and future, under one option of its axes; variables and priors not given are
    zero."""
    assert set(given) <= {*law.variables, *law.priors}, (
        f"{law.name} has no {set(given) - {*law.variables, *law.priors}}"
    )
    priors = {name: a(given.get(name, 0.0)) for name in law.priors}
    options = {"variant": dict.fromkeys(law.axes, variant)} if law.axes else {}
    return float(
        np.asarray(compiled(law)(*(a(given.get(name, 0.0)) for name in law.variables), **priors, **options)).item()
    )
