"""The sanity page: what its lines say, without a run."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tools import docs_sanity, sanity_lines  # noqa: E402
from tools.sanity_lines import Line  # noqa: E402


def test_figures_have_a_true_minus_and_no_negative_zero():
    assert sanity_lines.spread(np.array([-0.01, -0.01, -0.01])) == "0.0 (0.0 to 0.0)"
    assert sanity_lines.spread(np.array([-1.26, -1.26])) == "−1.3 (−1.3 to −1.3)"
    assert sanity_lines.spread(np.array([1234.4]), 0) == "1,234 (1,234 to 1,234)"


def test_the_law_of_the_fund_gives_its_published_lives_and_dear_oil_draws_nothing():
    short, long = (sanity_lines._months(sanity_lines.PUBLISHED_FUND, price) for price in sanity_lines.PUBLISHED_LIVES)
    assert short is not None and long is not None
    assert [short, long] == pytest.approx([12 * y for y in sanity_lines.PUBLISHED_LIVES.values()], abs=4)
    assert sanity_lines._months(2.8, 60.0) is None and sanity_lines._months(2.8, 80.0) is None


def test_lines_by_year_become_a_grid_with_reasons_below_and_others_a_list():
    lines = [
        Line("Here, 2025", "1.0", "1.1", "A source", "within"),
        Line("Here, 2026", "1.0", "9.0", "A source", "outside", "a reason"),
    ]
    grid = docs_sanity._table(lines)
    assert "| Here | 1.0<br>1.1 | 1.0<br>**9.0** | 1 of 2 |" in grid and "- Here, 2026: a reason" in grid
    listed = docs_sanity._table([Line("this", "1", "2", "A source", "outside", "a reason")])
    assert "| this | 1 | 2 | A source | **outside** | a reason |" in listed


def test_a_row_that_nothing_is_held_against_is_left_out():
    lines = [
        Line(f"{who}, {year}", "1", "2", "S", verdict)
        for who, year, verdict in (
            ("Here", 2025, "within"),
            ("Here", 2026, "no reference"),
            ("There", 2025, "no reference"),
            ("There", 2026, "no reference"),
        )
    ]
    grid = docs_sanity._table(lines)
    assert "| Here | 1<br>2 | 1 | 1 of 1 |" in grid and "There" not in grid
    assert "| this |" not in docs_sanity._table(
        [Line("this", "1", "–", "", "no reference"), Line("that", "1", "2", "S", "within")]
    )


def test_the_page_holds_every_section():
    page = docs_sanity.PAGE.read_text("utf-8")
    assert all(f"## {title}\n" in page for title, _, _ in docs_sanity.SECTIONS)


@pytest.mark.slow
def test_the_page_is_what_the_model_gives():
    assert docs_sanity.PAGE.read_text("utf-8") == docs_sanity.page(), "run python -m tools.docs_sanity"
