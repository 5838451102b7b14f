"""Numbered forecasts: made by rule, never edited, scored as figures arrive."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overstretch.errors import InputError
from overstretch.evidence import forecasts
from overstretch.evidence.forecasts import Forecast, load, questions, resolve, write
from overstretch.facts.store import from_embedded
from overstretch.questions.check import understood

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = json.loads((ROOT / "forecasts" / "digests.json").read_text("utf-8"))


def forecast(number: int, question: str, p: float, as_of: str = "2025-07-03") -> Forecast:
    return Forecast(
        number,
        question,
        "?",
        as_of,
        p,
        max(p - 0.1, 0.0),
        min(p + 0.1, 1.0),
        None,
        None,
        "2026-12-31",
        "the table says so",
    )


@pytest.mark.parametrize("name", sorted(DIGESTS))
def test_what_was_forecast_is_never_edited(name):
    assert hashlib.sha256((ROOT / "forecasts" / name).read_bytes()).hexdigest() == DIGESTS[name]


@pytest.mark.parametrize("name", sorted(DIGESTS))
def test_at_least_sixty_that_resolve_within_twelve_months(name):
    made = load(ROOT / "forecasts" / name)
    assert len(made) >= 60 and len({f.question for f in made}) == len(made)
    month = date.fromisoformat(f"{name[:7]}-28")
    for one in made:
        understood(one.question)
        assert 0 <= one.low <= one.probability <= one.high <= 1
        assert date.fromisoformat(one.as_of) < date.fromisoformat(one.resolves_by) <= month.replace(year=month.year + 1)


def test_a_written_file_is_not_written_again(tmp_path):
    path = tmp_path / "x.csv"
    write([forecast(1, "core_share(ITA, 2025) >= 2", 0.5)], path)
    with pytest.raises(InputError, match="never edited"):
        write([], path)
    assert load(path) == [forecast(1, "core_share(ITA, 2025) >= 2", 0.5)]


def test_outcomes_by_the_newest_figures(tmp_path):
    path = tmp_path / "x.csv"
    rows = [
        forecast(1, "core_share(ITA, 2025) >= 2", 0.7),
        forecast(2, "core_share(ESP, 2025) >= 2", 0.5),
        forecast(3, "core_share(DEU, 2035) >= 3.5", 0.4),
    ]
    write([*rows, replace(rows[0], number=4, question="core_share(ITA, 2025) >= 3", probability=0.1)], path)
    found = resolve(path, from_embedded())
    assert [one.outcome for one in found] == ["true", "too close to call", "open", "false"]
    assert found[0].brier == pytest.approx(0.09) and found[1].brier is None and found[3].brier == pytest.approx(0.01)


def test_a_saved_check_is_scored_by_what_it_gave_on_the_day_said(tmp_path):
    now = {
        "question": "core_share(ITA, 2025) >= 2",
        "as_of": "2026-10-15",
        "probability": None,
        "then": {"as_of": "2025-07-02", "probability": 0.6},
    }
    (tmp_path / "verdicts.json").write_text(json.dumps([now, {**now, "then": None}]))
    (one,) = resolve(tmp_path, from_embedded())
    assert (one.as_of, one.probability, one.outcome) == ("2025-07-02", 0.6, "true")


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "number,question\nx,y\n"])
def test_what_is_no_file_of_forecasts_is_named(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_text(content)
    if content:
        with pytest.raises(InputError, match="not a file of forecasts"):
            resolve(path, from_embedded())
    else:
        assert resolve(path, from_embedded()) == []


def test_the_rule_asks_of_every_ally_that_has_a_figure():
    drawn = questions(from_embedded(), ["POL", "ISL"])
    own = [text for text, _, _ in drawn if "POL" in text]
    assert len(own) == 2 and not any("ISL" in text for text, _, _ in drawn)
    assert all(0 < said < 1 for _, _, said in drawn if said is not None)
    assert forecasts.REVISED[0] < 0
