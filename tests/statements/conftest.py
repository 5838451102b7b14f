"""One language model for all tests of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from overstretch.statements.syntax import language

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"


@pytest.fixture(scope="session")
def nlp():
    return language.load()[0]


@pytest.fixture(scope="session")
def articles() -> Path:
    if not ARTICLES.is_dir():
        pytest.skip(f"the gathered articles are not at {ARTICLES}")
    return ARTICLES
