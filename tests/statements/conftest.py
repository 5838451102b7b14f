"""One language model for all tests of the reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from overstretch.statements.article.extract import examine
from overstretch.statements.syntax import language

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"


@pytest.fixture(scope="session")
def nlp():
    return language.load()[0]


@pytest.fixture(scope="session")
def said(nlp) -> Callable[..., list[tuple[str | None, str]]]:
    """Speaker and content of every statement of a text."""

    def pairs(text: str, when: date | None = None) -> list[tuple[str | None, str]]:
        found = examine(text, "a", nlp, when).statements
        return [(s.speaker.canonical if s.speaker else None, s.content) for s in found]

    return pairs


@pytest.fixture(scope="session")
def articles() -> Path:
    if not ARTICLES.is_dir():
        pytest.skip(f"the gathered articles are not at {ARTICLES}")
    return ARTICLES
