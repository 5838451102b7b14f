"""Random draws of a block, keyed by seed, block and the shock's name: a new shock does not move the old ones.

The generator is JAX's own, Threefry-2x32 with 20 rounds, and gives the same words; only its loops are written out, so
that the compiler makes one vector loop of generator and distribution.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import jax.numpy as jnp
import numpy as np
from jax import Array, lax, random
from jax.lax import erf_inv

from overstretch.model.structures import Shocks

Draw = Callable[..., Array]  # key, shape, dtype, place of the first word in the key's stream
Kinds = dict[
    str, tuple[Draw, str]
]  # shock → its distribution, and the axis of a future's draws where there are several
DEGREES_OF_FREEDOM = 7.0  # excess kurtosis 2, as standardised spending changes show since 1993 (model.md section 1)
SHARE_DEGREES_OF_FREEDOM = 4.0  # yearly log changes of burdens: 3.5 (3-4.5), evidence share_shock_df
TRUNCATION = 5.0
_ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))

# Size of a standardised Student-t with chance exp(-w) of a larger one: w·P(w)/Q(w), coefficients from the constant up.
# Fitted to scipy.stats.t.isf up to the truncation; off by 1e-5 at most.
_SIZES: dict[float, tuple[tuple[float, ...], tuple[float, ...]]] = {
    7.0: (
        (1.0976221561431885, 1.1645138263702393, 0.18709222972393036, 0.002072705654427409, 0.0005362706142477691),
        (1.0, 1.560692310333252, 0.46497395634651184, -0.011469429358839989),
    ),
    4.0: (
        (0.9428074955940247, 1.146933913230896, 0.2423417568206787, 0.00750646973028779, 0.0017449957085773349),
        (1.0, 1.716444492340088, 0.578881561756134, -0.030297262594103813),
    ),
}
_LARGEST = {7.0: 7.4431, 4.0: 6.1669}  # w at which the size passes the truncation


def named_key(key: Array, name: str) -> Array:
    return random.fold_in(key, zlib.crc32(name.encode()) & 0x7FFFFFFF)


def threefry(key: tuple[Any, Any], count: tuple[Any, Any]) -> tuple[Any, Any]:
    """Two random words for each pair of counters, uint32 (Salmon et al. 2011, Random123)."""
    keys = (*key, key[0] ^ key[1] ^ np.uint32(0x1BD11BDA))
    x, y = count[0] + keys[0], count[1] + keys[1]
    for group in range(5):
        for rotation in _ROTATIONS[group % 2]:
            x = x + y
            y = x ^ ((y << np.uint32(rotation)) | (y >> np.uint32(32 - rotation)))
        x = x + keys[(group + 1) % 3]
        y = y + keys[(group + 2) % 3] + np.uint32(group + 1)
    return x, y


def bits(key: Array, shape: tuple[int, ...], first: Array | int = 0) -> Array:
    """Words of the key's stream from place `first` on, uint32: from its beginning those of `jax.random.bits(key,
    shape)`."""
    words = random.key_data(key)
    count = jnp.uint32(first) + jnp.arange(int(np.prod(shape)), dtype=jnp.uint32).reshape(shape)
    x, y = threefry((words[0], words[1]), (jnp.uint32(0), count))
    return x ^ y


def uniform(key: Array, shape: tuple[int, ...], dtype: Any, first: Array | int = 0) -> Array:
    """Uniform on the open interval from 0 to 1, at the middles of 2^23 equal steps."""
    return ((bits(key, shape, first) >> 9).astype(dtype) + 0.5) * 2.0**-23


def exponential(key: Array, shape: tuple[int, ...], dtype: Any, first: Array | int = 0) -> Array:
    return -jnp.log(uniform(key, shape, dtype, first))


def normal(key: Array, shape: tuple[int, ...], dtype: Any, first: Array | int = 0) -> Array:
    """Standard normal by inversion."""
    return np.sqrt(2.0).astype(dtype) * erf_inv(2.0 * uniform(key, shape, dtype, first) - 1.0)


def student_t(
    key: Array, shape: tuple[int, ...], dtype: Any, first: Array | int = 0, nu: float = DEGREES_OF_FREEDOM
) -> Array:
    """Standardised Student-t with 7 or 4 degrees of freedom, truncated at five deviations, by inversion.

    One word makes a draw: its last bit the sign, the others the chance of a larger one.
    """
    word = bits(key, shape, first)
    size = size_of(((word >> 1).astype(dtype) + 0.5) * 2.0**-31, nu)
    return jnp.where((word & 1) == 1, size, -size)


def size_of(chance: Array, nu: float) -> Array:
    """The size that a standardised Student-t exceeds, in either direction, with this chance; truncated at five."""
    w = jnp.minimum(-jnp.log(chance), _LARGEST[nu])
    above, below = (_polynomial(coefficients, w) for coefficients in _SIZES[nu])
    return jnp.minimum(w * above / below, TRUNCATION)


def _polynomial(coefficients: tuple[float, ...], x: Array) -> Array:
    total = jnp.full_like(x, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        total = total * x + coefficient
    return total


heavy_tailed = partial(student_t, nu=SHARE_DEGREES_OF_FREEDOM)
BY_QUARTER: Kinds = {
    "world": (student_t, ""),
    "europe": (student_t, ""),
    "demand": (student_t, "actors"),
    "inflation": (student_t, "actors"),
    "oil": (student_t, ""),
    "cohesion": (normal, ""),
    "doubt": (normal, ""),
    "key_rate": (normal, ""),
    "fund": (normal, ""),
    "remarks": (normal, "sides"),
    "war": (uniform, ""),
    "inauguration": (uniform, ""),
}
BY_YEAR: Kinds = {
    "share": (heavy_tailed, "actors"),
    "share_common": (student_t, ""),
    "turnover": (uniform, "actors"),
    "will": (normal, "actors"),
}


def draw_shocks(
    key: Array, room: int, quarters: Array | int, actors: int, futures: int, dtype: Any = jnp.float32
) -> Shocks:
    """All shocks of a block: quarterly ones lead with quarters, yearly ones with years, from the votes before the first
    on.

    room: calendar years of the arrays; quarters: of the run, from whose last on they are zero. A row's numbers hang on
    its place alone, neither on the room nor on the run's length.
    """
    a, f = actors, futures
    sizes = {"": (f,), "actors": (a, f), "sides": (2, f)}

    def rows(kinds: Kinds, most: int, count: Array | int) -> dict[str, Array]:
        keys = {name: named_key(key, name.replace("_", " ")) for name in kinds}
        shapes: dict[str, tuple[int, ...]] = {name: sizes[axis] for name, (_, axis) in kinds.items()}

        def row(place: Array, held: dict[str, Array]) -> dict[str, Array]:
            drawn = {n: kinds[n][0](keys[n], s, dtype, place * int(np.prod(s))) for n, s in shapes.items()}
            return {n: lax.dynamic_update_index_in_dim(held[n], x, place, 0) for n, x in drawn.items()}

        return lax.fori_loop(0, count, row, {n: jnp.zeros((most, *s), dtype) for n, s in shapes.items()})

    def once(kind: Draw, name: str, *shape: int) -> Array:
        return kind(named_key(key, name), shape, dtype)

    return Shocks(
        **rows(BY_QUARTER, 4 * room, quarters),
        **rows(BY_YEAR, room + 1, (quarters + 3) // 4 + 1),
        review=-jnp.log(once(exponential, "review", 4, f)),
        revision=once(heavy_tailed, "revision", a, f),
        output=once(heavy_tailed, "output", a, f),
        clock=once(exponential, "clock", 7, f),
        fate=once(uniform, "fate", 2, f),
    )
