"""Switches, variants and interventions of a world as the per-future arrays of the one compiled program."""

from __future__ import annotations

import numpy as np

from overstretch.engine.changes import Scene
from overstretch.engine.interventions import apply
from overstretch.engine.plan import World
from overstretch.errors import InputError
from overstretch.model.registry import SWITCHES
from overstretch.model.structures import Controls


def controls_of(world: World, variants: dict[str, np.ndarray], scene: Scene, off: tuple[str, ...] = ()) -> Controls:
    """Controls of one block [.., F], NumPy arrays. off: names of mechanisms switched off (see
    model.registry.SWITCHES)."""
    if strangers := set(off) - set(SWITCHES):
        raise InputError(f"unknown mechanism {sorted(strangers)}; accepted: {', '.join(SWITCHES)}")
    futures = len(next(iter(variants.values())))
    actors = len(scene.actors)

    def free(*shape: int) -> np.ndarray:
        return np.full((*shape, futures), -1.0, np.float32)

    def none(*shape: int) -> np.ndarray:
        return np.zeros((*shape, futures), np.float32)

    arrays: dict = {
        "on": {name: np.full(futures, float(name not in off), np.float32) for name in SWITCHES},
        "hold": none(actors),
        "fixed_share": free(actors),
        "add_share": none(actors),
        "full_will": none(),
        "us_pressure": free(),
        "us_withdraws": free(),
        "oil_price": free(),
        "ceasefire": free(),
        "war_ends": free(),
        "review": free(),
        "deliver_cut": none(),
        "finance": free(),
        "cuts": free(),
    }
    for intervention in world.interventions:
        apply(intervention, arrays, scene)
    return Controls(variant=dict(variants), on=arrays.pop("on"), **arrays)
