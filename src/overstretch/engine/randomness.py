"""Random draws of a block, keyed by seed, block and the shock's name: a new shock does not move the old ones."""

from __future__ import annotations

import zlib
from typing import Any

import jax
import jax.numpy as jnp
from jax import Array, random

from overstretch.model.structures import Shocks

DEGREES_OF_FREEDOM = 7.0  # excess kurtosis 2, as standardised spending changes show since 1993 (model.md section 1)
SHARE_DEGREES_OF_FREEDOM = 4.0  # yearly log changes of burdens: 3.5 (3-4.5), evidence share_shock_df
TRUNCATION = 5.0


def named_key(key: Array, name: str) -> Array:
    return random.fold_in(key, zlib.crc32(name.encode()) & 0x7FFFFFFF)


def student_t(key: Array, shape: tuple[int, ...], dtype: Any, nu: float = DEGREES_OF_FREEDOM) -> Array:
    """Standardised Student-t, truncated at five deviations, by Bailey's polar method (1994, Math. Comp. 62)."""
    first, second = random.split(key)
    u = random.uniform(first, shape, dtype, minval=1e-7)
    angle = random.uniform(second, shape, dtype)
    radius = jnp.sqrt(nu * (u ** (-2.0 / nu) - 1.0))
    draw = radius * jnp.cos(2.0 * jnp.pi * angle) * jnp.sqrt((nu - 2.0) / nu)
    return jnp.clip(draw, -TRUNCATION, TRUNCATION)


def draw_shocks(key: Array, quarters: int, actors: int, futures: int, dtype: Any = jnp.float32) -> Shocks:
    """All shocks of a block: quarterly ones lead with quarters, yearly ones with years (one more than there are votes)."""
    years = quarters // 4 + 2
    t, a, f = quarters, actors, futures

    def tee(name, *shape):
        return student_t(named_key(key, name), shape, dtype)

    def normal(name, *shape):
        return random.normal(named_key(key, name), shape, dtype)

    def uniform(name, *shape):
        return random.uniform(named_key(key, name), shape, dtype, minval=1e-7, maxval=1.0 - 1e-7)

    return Shocks(
        world=tee("world", t, f), europe=tee("europe", t, f), demand=tee("demand", t, a, f),
        inflation=tee("inflation", t, a, f), oil=tee("oil", t, f), cohesion=normal("cohesion", t, f),
        doubt=normal("doubt", t, f), key_rate=normal("key rate", t, f), remarks=normal("remarks", t, 2, f), war=uniform("war", t, f),
        share=student_t(named_key(key, "share"), (years, a, f), dtype, SHARE_DEGREES_OF_FREEDOM),
        share_common=tee("share common", years, f), turnover=uniform("turnover", years, a, f), will=normal("will", years, a, f),
        inauguration=uniform("inauguration", t, f),
        review=jax.random.gumbel(named_key(key, "review"), (4, f), dtype), revision=normal("revision", a, f),
        clock=jax.random.exponential(named_key(key, "clock"), (7, f), dtype), fate=uniform("fate", 2, f),
    )  # fmt: skip
