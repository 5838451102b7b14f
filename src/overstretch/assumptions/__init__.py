"""What is believed: priors with a unit and a reference each, and joint draws of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.lazily import exports

if TYPE_CHECKING:
    from overstretch.assumptions.draws import draw_parameters, draw_variants, parameters_at
    from overstretch.assumptions.priors import AXES, Prior, digest, load_priors

__all__ = ["AXES", "Prior", "digest", "draw_parameters", "draw_variants", "load_priors", "parameters_at"]
__getattr__ = exports(
    __name__, {"draws": "draw_parameters draw_variants parameters_at", "priors": "AXES Prior digest load_priors"}
)
