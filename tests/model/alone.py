"""Run one law alone: named arguments as numbers, every other argument zero."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache

import jax
import jax.numpy as jnp
import numpy as np


def a(*values: float) -> jnp.ndarray:
    """A double-precision array."""
    return jnp.asarray(values, jnp.float64)


@cache
def compiled(law: Callable) -> Callable:
    """The law compiled once: a loop over years costs little."""
    return jax.jit(law)


def alone(law: Callable, **given: float) -> float:
    """The law's result for one actor and future; arguments not given are zero."""
    parameters = inspect.signature(law).parameters
    assert set(given) <= set(parameters), f"{law.__name__} has no {set(given) - set(parameters)}"
    return float(np.asarray(compiled(law)(**{name: a(given.get(name, 0.0)) for name in parameters})).item())
