"""Names, axes, shapes and chunks of a store's arrays: an array has one chunk per block."""

from __future__ import annotations

from typing import NamedTuple

from overstretch.engine.plan import BASE, BLOCK
from overstretch.engine.reduce import BINS, COUNTED, MOMENTS
from overstretch.engine.schema import EVENT, KEPT, YEAR

_COUNTED_AXES = {"actor_yearly": ("actor", "year"), "quarterly": ("quarter",)}
PACKED = {"events": "event", "years": "yearly", "series": "headline"}  # array → the axis that its variables share


class Array(NamedTuple):
    """A stored array. The axis of blocks is `future` (last, 1,024 a block) or `block` (first, one a block)."""

    dims: tuple[str, ...]
    shape: tuple[int, ...]
    dtype: str

    @property
    def chunks(self) -> tuple[int, ...]:
        if self.dims[0] == "block":
            return (1, *self.shape[1:])
        return (*self.shape[:-1], BLOCK)

    def at(self, block: int) -> tuple[int, ...]:
        """Which of the array's chunks holds the block."""
        others = (0,) * (len(self.dims) - 1)
        return (block, *others) if self.dims[0] == "block" else (*others, block)


def variable_axes() -> dict[str, list[str]]:
    """Labels of the axes along which variables of one shape are packed."""
    return {"event": list(EVENT), "yearly": list(YEAR), "headline": list(KEPT)} | {
        g: list(n) for g, n in COUNTED.items()
    }


def layout(axes: dict[str, list], worlds: dict[str, int]) -> dict[str, dict[str, Array]]:
    """World → array → how it is stored. axes: labels of every axis but future and block."""
    sizes = {name: len(labels) for name, labels in axes.items()}
    return {node: _world(sizes, node, futures) for node, futures in worlds.items()}


def _world(sizes: dict[str, int], node: str, futures: int) -> dict[str, Array]:
    blocks = -(-futures // BLOCK)

    def per_future(first: str, axes: tuple[str, ...] = (), dtype: str = "float32") -> Array:
        return Array((first, *axes, "future"), (sizes[first], *(sizes[a] for a in axes), futures), dtype)

    arrays = {
        "events": per_future("event"),
        "years": per_future("yearly", ("year",)),
        "series": per_future("headline", ("quarter",)),
    }
    if node == BASE:
        arrays["parameters"] = per_future("parameter")
        arrays["variants"] = per_future("axis", dtype="int8")
    for group, axes in _COUNTED_AXES.items():
        shape = tuple(sizes[a] for a in axes)
        arrays[f"counts_{group}"] = Array(
            ("block", group, *axes, "bin"), (blocks, sizes[group], *shape, BINS + 2), "uint16"
        )
        arrays[f"moments_{group}"] = Array(
            ("block", group, "moment", *axes), (blocks, sizes[group], len(MOMENTS), *shape), "float64"
        )
    return arrays
