"""The page of headline answers: every row can be asked, and stands on the page as its file has it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from overstretch.facts.store import from_embedded
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


def test_figures_of_one_year_that_differ_stand_on_the_page_with_the_reason() -> None:
    base, text = from_embedded(), docs_headlines.PAGE.read_text("utf-8")
    lines = [
        x for day in (docs_headlines.EARLIER, base.newest) for x in docs_headlines.two_figures(ROWS, base.as_of(day))
    ]
    assert any("Poland" in line and "4.68" in line and "4.8:" in line for line in lines)
    assert all(line in text for line in lines)


class Told:
    """The facts known on a day, as far as a row asks for them."""

    def __init__(self, day: str, **held: dict[str, float]) -> None:
        self.day, self.held = day, held

    def has(self, variable: str, party: str) -> bool:
        return variable in self.held

    def series(self, variable: str, party: str) -> pd.Series:
        return pd.Series(self.held[variable])


# Rows that the answer rests on, question, why its two days differ.
REASONS = [
    ([["share", "core_share", "EST"]], "core_share(EST, 2027) >= 5", "share: 3.41 (2024) → 5.1 (2026)"),
    ([["plan", "plan", "EST", "2027"]], "core_share(EST, 2027) >= 5", "plan: none → 5.4"),
    ([["fund", "fund", "RUS"]], "happens(fund_exhausted, RUS, by 2027-12)", "months left: 30 → 15"),
    ([["fund", "fund", "RUS"]], "core_share(EST, 2027) >= 5", "the same rows"),
]


@pytest.mark.parametrize(("rows", "question", "why"), REASONS)
def test_two_figures_for_one_thing_carry_the_rows_that_moved(rows: list[list[str]], question: str, why: str) -> None:
    before = Told("2025-07-03", core_share={"2024": 3.41}, fund={"2025-06-01": 2.84})
    after = Told("2026-10-15", core_share={"2024": 3.31, "2026": 5.1}, fund={"2025-06-01": 2.84}, plan={"2027": 5.4})
    assert docs_headlines.moved({"question": question, "rests_on": rows}, before, after) == plain(why)
