"""What is known: figures with source, edition and date; `load().as_of(day)` gives what was known on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.lazily import exports

if TYPE_CHECKING:
    from overstretch.facts.ages import Input, InShort, in_short, status
    from overstretch.facts.known import Fact, Known, MissingFact, annual
    from overstretch.facts.registry import Entity, Variable, allies, entities, entity, variable, variables
    from overstretch.facts.store import EARLIEST, Facts, load
    from overstretch.facts.userdata import add, add_figure, check, remove
    from overstretch.facts.views import compare, export

__all__ = [
    "EARLIEST",
    "Entity",
    "Fact",
    "Facts",
    "InShort",
    "Input",
    "Known",
    "MissingFact",
    "Variable",
    "add",
    "add_figure",
    "allies",
    "annual",
    "check",
    "compare",
    "entities",
    "entity",
    "export",
    "in_short",
    "load",
    "remove",
    "status",
    "variable",
    "variables",
]
__getattr__ = exports(
    __name__,
    {
        "ages": "InShort Input in_short status",
        "known": "Fact Known MissingFact annual",
        "registry": "Entity Variable allies entities entity variable variables",
        "store": "EARLIEST Facts load",
        "userdata": "add add_figure check remove",
        "views": "compare export",
    },
)
