"""Adding a series: a record alone makes it asked, settled, worded and answered."""

from __future__ import annotations

import copy
from datetime import date

import numpy as np
import pytest

from overstretch import facts
from overstretch.questions import catalogue, say
from overstretch.questions.check import understood
from overstretch.questions.form import to_json
from overstretch.questions.tables.settled import settle
from overstretch.questions.text import write

RECORD = {
    "label": "the debt burden of the public",
    "unit": "% of GDP",
    "of": ["allies"],
    "group": "gdp",
    "futures": {"any": "debt_ratio"},
    "decimals": 1,
    "about": 2.0,
    "share_of_gdp": True,
    "tables": [{"variable": "debt_gross", "name": "IMF"}],
    "horizon": "2030",
    "law": {"any": "public_finance"},
    "base": "years",
    "words": ["debt burden"],
    "definition": "gross debt of general government, once more by another name",
}


@pytest.fixture
def new_series(monkeypatch):
    held = copy.deepcopy(catalogue._file())
    held["series"]["debt_burden"] = RECORD
    monkeypatch.setattr(catalogue, "_file", lambda: held)
    catalogue.all_series.cache_clear()
    yield "debt_burden"
    catalogue.all_series.cache_clear()


def test_a_record_is_all_that_a_series_needs(new_series, real):
    from overstretch.claims.judging import answer

    day = date(2025, 7, 3)
    question = understood(f"{new_series}(ITA, 2023) >= 100")
    found = settle(question, facts.load().as_of(day.isoformat()), day)
    assert found.word == "true" and "% of GDP for 2023" in found.figure and "IMF" in found.source
    assert write(understood(to_json(question))) == f"{new_series}(ITA, 2023) >= 100"
    later = understood(f"{new_series}(ITA, 2030) >= 140")
    assert say.claim(later) == "Italy's debt burden of the public in 2030 is at least 140% of GDP"
    assert np.array_equal(real.p(later), real.p("debt_ratio(ITA, 2030) >= 140"))
    assert np.array_equal(
        real.p(f"count(ALLIES: {new_series}(2030) >= 90) >= 5"), real.p("count(ALLIES: debt_ratio(2030) >= 90) >= 5")
    )
    made = answer(later, real.tree, facts.load(), day)
    assert (
        made.state == "open"
        and made.evidence.grade in "ABCD"
        and made.base_rate.events > 0
        and made.resolution.rule.endswith("first full publication)")
    )


def test_a_record_that_names_an_unknown_figure_fails_when_it_is_read(new_series):
    catalogue._file()["series"][new_series] = RECORD | {"tables": [{"variable": "debt_of_the_moon", "name": "none"}]}
    catalogue.all_series.cache_clear()
    with pytest.raises(ValueError, match="unknown figure debt_of_the_moon"):
        catalogue.all_series()
