"""Shared by the tests of the debt rules: the facts of the day and inputs, read once."""

from __future__ import annotations

from functools import cache

import pytest

from overstretch.debt import AS_OF, Inputs, read_inputs
from overstretch.facts.store import from_embedded


@pytest.fixture(scope="session")
def known():
    return from_embedded().as_of(AS_OF)


@pytest.fixture(scope="session")
def inputs_of(known):
    """Inputs of an ally on the stand-in rates: inputs_of("BEL")."""

    @cache
    def of(ally: str) -> Inputs:
        return read_inputs(known, ally)

    return of


@pytest.fixture
def csv_file(tmp_path):
    """Write a file of the user's own: csv_file("a,b\\n1,2\\n")."""

    def write(text: str, name: str = "mine.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
