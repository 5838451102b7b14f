"""What is believed: priors with a unit and a reference each, and joint draws of them."""

from overstretch.assumptions.draws import draw_parameters, draw_variants, parameters_at
from overstretch.assumptions.priors import AXES, Prior, digest, load_priors

__all__ = ["AXES", "Prior", "digest", "draw_parameters", "draw_variants", "load_priors", "parameters_at"]
