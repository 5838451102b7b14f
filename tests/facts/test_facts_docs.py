"""docs/facts.md is what the generator writes, and short enough to be read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from overstretch.facts import registry
from overstretch.facts.update import SOURCES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generator():
    sys.path.insert(0, str(ROOT))
    try:
        from tools import facts_docs
    finally:
        sys.path.remove(str(ROOT))
    return facts_docs


@pytest.fixture(scope="module")
def text(generator, base) -> str:
    return generator.page(base)


def test_the_page_is_up_to_date(generator, text):
    assert generator.PAGE.read_text(encoding="utf-8") == text, "run python -m tools.facts_docs"


def test_the_page_names_every_large_publisher_and_every_source_of_updates(generator, text, base):
    rows = base.rows["publisher"].astype(str).value_counts()
    assert all(f"| {name} |" in text for name in rows.index[rows >= generator.LEAST_ROWS])
    assert all(f"| `{name}` |" in text for name in SOURCES)


def test_every_variable_that_the_page_names_is_registered(text):
    named = set(re.findall(r"`([a-z][a-z0-9_]*_[a-z0-9_]+)`", text)) - {"pseudo_vintage"}
    assert named and not {name for name in named if name not in registry.variables()} - {"irt_lt_mcby_a"}


def test_the_page_is_short(text):
    prose = [line for line in text.splitlines() if not line.startswith(("|", "    "))]
    assert len(text.splitlines()) < 180 and len(" ".join(prose).split()) < 1000
