"""Many arrays [..., F] as the rows of one: a block's controls and parameters reach the device in one piece."""

from __future__ import annotations

from math import prod
from typing import Any, NamedTuple

import jax
import numpy as np


class Packing(NamedTuple):
    """How a tree of arrays lies in the rows of one; hashable, so that it can be a static argument."""

    tree: Any  # jax.tree structure
    shapes: tuple[tuple[int, ...], ...]  # of each leaf, without the last axis


def pack(tree: Any) -> tuple[np.ndarray, Packing]:
    """The leaves [..., F] of a tree as one array [rows, F], float32, and how to find them there."""
    leaves, structure = jax.tree.flatten(tree)
    rows = np.concatenate([np.asarray(x, np.float32).reshape(-1, x.shape[-1]) for x in leaves])
    return rows, Packing(structure, tuple(x.shape[:-1] for x in leaves))


def unpack(rows: Any, packing: Packing) -> Any:
    """The tree again, from NumPy or JAX rows [rows, any number of futures]."""
    leaves, first = [], 0
    for shape in packing.shapes:
        last = first + prod(shape)
        leaves.append(rows[first:last].reshape(*shape, rows.shape[-1]))
        first = last
    return jax.tree.unflatten(packing.tree, leaves)
