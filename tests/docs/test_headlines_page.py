"""The page of headline answers: every row can be asked, and stands on the page as its file has it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from overstretch.questions.text import parse

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tools import docs_headlines  # noqa: E402
from tools.docs_text import plain  # noqa: E402

ROWS = tomllib.loads(docs_headlines.ROWS.read_text("utf-8"))["headline"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_can_be_asked_and_stands_on_the_page(row: dict[str, str]) -> None:
    parse(row["question"])
    line = next(x for x in docs_headlines.PAGE.read_text("utf-8").splitlines() if f"`{row['question']}`" in x)
    assert line.startswith(f"| {row['name']} |") and line.endswith(f"| {plain(row['objection'])} |")
    assert sum(cell.strip()[:1].isdigit() for cell in line.split("|")[3:5]) == 2


def test_the_head_is_the_tools() -> None:
    assert docs_headlines.PAGE.read_text("utf-8").startswith(docs_headlines.HEAD)
