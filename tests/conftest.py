"""Fixtures shared by the rooms that start from the reference system: prepared once per session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import settings

# The same examples on every machine; the first call of a law compiles, so that no deadline holds.
settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def prepared_at() -> Callable:
    """The reference system prepared at a cut-off: prepared_at("2025-07-03")."""

    @cache
    def at(as_of: str):
        from overstretch import facts
        from overstretch.systems import load_system, prepare

        day = date.fromisoformat(as_of)
        return prepare(load_system("nato-russia"), facts.load().as_of(as_of), day)

    return at


@pytest.fixture(scope="session")
def prepared(prepared_at):
    """The reference system at the default cut-off."""
    return prepared_at("2025-07-03")
