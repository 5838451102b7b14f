"""The systems that can be simulated: actors, roles and calendars as data, and the arrays that the laws start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.lazily import exports

if TYPE_CHECKING:
    from overstretch.systems.build import Prepared, prepare
    from overstretch.systems.complete import prepare_held
    from overstretch.systems.declare import System, load_system

__all__ = ["Prepared", "System", "load_system", "prepare", "prepare_held"]
__getattr__ = exports(
    __name__, {"build": "Prepared prepare", "complete": "prepare_held", "declare": "System load_system"}
)
