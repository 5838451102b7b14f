"""`overstretch series` and `overstretch ask --question`: what can be asked, and what is said of what cannot."""

from __future__ import annotations

import json

import pytest

from overstretch.cli import askable, series
from overstretch.questions.check import understood

RECORDS = askable.records()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{record['kind']}-{record['name']}")
def test_every_example_can_be_asked(record):
    understood(record["example"])
    assert record["label"] and record["definition"] and "{" not in record["definition"]


@pytest.mark.parametrize("width", [60, 80, 150])
def test_the_list_is_cut_nowhere(width, monkeypatch, capsys):
    from rich.console import Console

    from overstretch.cli import show

    monkeypatch.setattr(show, "console", Console(width=width))
    series.show_list(RECORDS)
    for record in RECORDS:
        series.show_one(record)
    shown = capsys.readouterr().out
    assert "…" not in shown
    lines = [line for line in shown.splitlines() if "overstretch ask" not in line]  # examples stay on one line, to copy
    assert max(map(len, lines)) <= width
    for record in RECORDS:
        assert record["name"] in shown and record["example"] in shown


def test_one_record_whole_by_name_or_by_a_word(overstretch, tmp_path):
    shown = overstretch("series", "policy_rate", cwd=tmp_path).stdout
    for words in (
        "%",
        "Russia (RUS)",
        "quarters too",
        "Bank of Russia",
        "overstretch ask --question 'policy_rate(RUS, 2026-Q4)",
    ):
        assert words in shown
    assert "balance" in overstretch("series", "deficit", cwd=tmp_path).stdout
    (record,) = json.loads(overstretch("series", "recession", "--json", cwd=tmp_path).stdout)["rows"]
    assert set(record["routes"]) == {"calendar_year", "two_quarters", "yoy", "fall_of_5"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("core_sare(DEU, 2029) >= 3.5", ("no series 'core_sare'", "near: core_share")),
        ("core_share(GER, 2029) >= 3.5", ("not asked of 'GER'", "DEU")),
        ("core_share(DEU, 2029, persons) >= 3.5", ("not asked in 'persons'", "% of GDP")),
        ("core_share(DEU, 2055) >= 3", ("2055", "1949 to 2040")),
        ("happens(leader_exit[forcd], RUS, by 2035-12)", ("leader_exit[forcd]", "near: forced")),
        ("happens(fund_exhausted, RUS, by 2027-12) given oill(40)", ("unknown intervention 'oill(40)'", "oil")),
        ("core_share(DEU, 2029) >=", ("character", "accepted, for example")),
        ("", ("an empty question", "accepted, for example")),
    ],
)
def test_a_wrong_question_ends_in_one_line(refused, question, words):
    message = refused("ask", "--question", question)
    for word in (f"--question '{question}'", *words):
        assert word in message


def test_a_wrong_name_offers_near_ones(refused):
    assert "near: core_share" in refused("series", "core_sare")
