"""What is known: figures with source, edition and date; `load().as_of(day)` gives what was known on a day."""

from __future__ import annotations

from overstretch.facts.known import Fact, Known, MissingFact, annual
from overstretch.facts.registry import Entity, Variable, allies, entities, entity, variable, variables
from overstretch.facts.store import EARLIEST, Facts, load
from overstretch.facts.views import compare

__all__ = [
    "EARLIEST", "Entity", "Fact", "Facts", "Known", "MissingFact", "Variable",
    "allies", "annual", "compare", "entities", "entity", "load", "variable", "variables",
]  # fmt: skip
