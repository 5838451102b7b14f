"""docs/facts.md is what the generator writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from overstretch.facts import registry

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


def test_the_page_names_every_variable_and_source(text, base):
    assert all(f"`{code}`" in text for code in registry.variables())
    assert all(source.replace("|", "\\|") in text for source in base.rows["source"].cat.categories)
