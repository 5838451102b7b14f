"""What could be done: robust many-objective search over spending and financing, on paired futures of the engine."""

from __future__ import annotations

from overstretch.policy.evaluator import evaluator
from overstretch.policy.levers import Choice
from overstretch.policy.objectives import OBJECTIVES
from overstretch.policy.search import europeans, search

__all__ = ["OBJECTIVES", "Choice", "europeans", "evaluator", "search"]
