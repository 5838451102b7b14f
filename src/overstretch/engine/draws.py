"""One block's parameters, variants and allies' wills; names as they stand on the axis `parameter`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.special import expit, logit

from overstretch.assumptions import AXES, draw_parameters, draw_variants, load_priors
from overstretch.engine.plan import BLOCK
from overstretch.systems import Prepared

_SCALAR_WILL = {"will_common", "will_correlation", "will_spread", "will_turnover"}


class Draws(NamedTuple):
    """One block's parameters (with every ally's will, 0 to 1), variants, and all actors' wills [A, F]."""

    parameters: dict[str, np.ndarray]
    variants: dict[str, np.ndarray]
    will: np.ndarray

    def laws(self) -> dict[str, np.ndarray]:
        """The parameters that the laws take: all but the allies' wills, which they take as an array."""
        return {n: x for n, x in self.parameters.items() if not n.startswith("will_") or n in _SCALAR_WILL}

    def arrays(self) -> dict[str, np.ndarray]:
        """As the futures keep them (engine.schema.DRAWN): parameters [P, F] and variants [axis, F]."""
        return {
            "parameters": np.stack(list(self.parameters.values())),
            "variants": np.stack([self.variants[axis] for axis in AXES]).astype(np.int8),
        }


def draws_of_block(prepared: Prepared, seed: int, block: int) -> Draws:
    """The draws of block `block`, keyed by seed and block alone: the same in any order and on any number of
    machines."""
    parameters = draw_parameters(seed, block, BLOCK, prepared.as_of, prepared.system.groups.allies, prepared.priors)
    return with_wills(prepared, parameters, draw_variants(seed, block, BLOCK))


def with_wills(prepared: Prepared, parameters: dict[str, np.ndarray], variants: dict[str, np.ndarray]) -> Draws:
    """Draws from parameters as the assumptions give them: every ally's normal score of will becomes a will, 0 to 1."""
    allies, spread = prepared.system.groups.allies, parameters["will_spread"]
    will = np.empty((len(prepared.actors), len(spread)), np.float32)
    will[:] = prepared.will_mean[:, None]
    for k, ally in enumerate(allies):
        will[k] = expit(logit(prepared.will_mean[k]) + spread * parameters[f"will_{ally}"])
        parameters[f"will_{ally}"] = will[k]
    return Draws(parameters, variants, will)


def draw_names(prepared: Prepared) -> Iterator[str]:
    yield from load_priors()
    yield from (f"will_{ally}" for ally in prepared.system.groups.allies)
