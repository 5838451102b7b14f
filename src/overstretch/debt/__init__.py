"""The European debt-sustainability method as a rule set beside the model's own finance law."""

from __future__ import annotations

from overstretch.debt.assess import AS_OF, CRITERIA, RULES, Assessment, assess
from overstretch.debt.inputs import Inputs, read_inputs
from overstretch.debt.members import EUROPEAN_UNION
from overstretch.debt.plan import Plan, Ramp
from overstretch.debt.projection import Path, project
from overstretch.debt.ramp import RampEffect, ramp_effect
from overstretch.debt.ratesfile import GivenRates, read_rates
from overstretch.debt.shocks import GivenShocks, read_shocks

__all__ = [
    "AS_OF",
    "CRITERIA",
    "EUROPEAN_UNION",
    "RULES",
    "Assessment",
    "GivenRates",
    "GivenShocks",
    "Inputs",
    "Path",
    "Plan",
    "Ramp",
    "RampEffect",
    "assess",
    "project",
    "ramp_effect",
    "read_inputs",
    "read_rates",
    "read_shocks",
]
