"""JAX as the laws use it, imported when a law first computes: who only reads their signatures does not wait for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jax.numpy as jnp
    from jax import Array, lax
    from jax.nn import sigmoid
    from jax.scipy.special import logit
else:

    class _Later:
        """A module whose first use imports it."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, attribute: str) -> Any:
            value = getattr(import_module(self._name), attribute)
            setattr(self, attribute, value)
            return value

    jnp, lax, Array = _Later("jax.numpy"), _Later("jax.lax"), Any

    def sigmoid(x: Any) -> Any:
        return import_module("jax.nn").sigmoid(x)

    def logit(p: Any) -> Any:
        return import_module("jax.scipy.special").logit(p)


__all__ = ["Array", "jnp", "lax", "logit", "sigmoid"]
