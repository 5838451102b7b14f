"""An article of July 2025 and one of November 2026, checked as a new user would: what was known then, what is known
now."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

JULY = """Rome promises more for its armed forces

ROME, July 2, 2025 - Italy's defence minister said on Wednesday that Italy would spend 2% of GDP on defence in 2025.

"Spain will spend 2% of GDP on defence in 2025," the Spanish prime minister said.

The finance ministry in Berlin said that Germany's defence spending would reach 3.5% of GDP in 2029.
"""
NOVEMBER = """Warsaw holds its course

WARSAW, 20 November 2026 - Poland's finance minister said that Poland would spend 4.5% of GDP on defence next year.

"Germany will spend 3.5% of GDP on defence in 2029," the German chancellor said.
"""
Checked = tuple[str, Path]


@pytest.fixture(scope="module")
def both(overstretch: Callable, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """What the terminal shows, and the folder, of a check of the two articles by default."""
    folder = tmp_path_factory.mktemp("two-days")
    (folder / "july.txt").write_text(JULY, encoding="utf-8")
    (folder / "november.txt").write_text(NOVEMBER, encoding="utf-8")
    done = overstretch("check", "july.txt", "november.txt", "--futures", "256", "--out", "out", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout, folder / "out"


@pytest.fixture(scope="module")
def answers(both: Checked) -> dict[str, dict]:
    found = json.loads((both[1] / "verdicts.json").read_text("utf-8"))
    return {f"{verdict['question']} {verdict['said']}": verdict for verdict in found}


def test_a_promise_of_the_year_is_open_then_and_settled_now(answers):
    italy = answers["core_share(ITA, 2025) >= 2 2025-07-02"]
    assert (italy["state"], italy["word"]) == ("settled", "true") and "2.09%" in italy["settled"]["figure"]
    then = italy["then"]
    assert then["as_of"] == "2025-07-02" and then["state"] == "open" and 0.1 < then["probability"] < 0.9


def test_what_a_usual_revision_would_turn_is_too_close_to_call_with_its_figure(answers):
    spain = answers["core_share(ESP, 2025) >= 2 2025-07-02"]
    assert spain["word"] == "too close to call" and "2.00%" in spain["settled"]["figure"]


def test_the_same_words_on_two_days_are_two_cards(answers):
    july, november = (answers[f"core_share(DEU, 2029) >= 3.5 {day}"] for day in ("2025-07-02", "2026-11-20"))
    assert july["then"]["as_of"] == "2025-07-02" and november["then"] is None
    assert november["as_of"] == "2026-11-20" and july["as_of"] < "2026-11-20"
    assert all(one["basis"] and one["ages"] for one in (july, november))


def test_next_year_is_counted_from_the_day_said(answers):
    assert "core_share(POL, 2027) >= 4.5 2026-11-20" in answers


def test_the_terminal_and_the_report_say_what_was_known_when(both):
    shown, folder = both
    text = " ".join(re.sub("[│┃├┤┡┩─]", " ", shown).split())
    assert "When said, by figures to 2 July 2025:" in text and "Figures to" in text
    assert re.search(r"Note: said after the newest figures held, of [0-9A-Za-z ]+: 20 November 2026", text)
    report = (folder / "report.html").read_text("utf-8")
    assert "Now, by figures to" in report and "Then, on 2 July 2025" in report
    assert "aid after the newest figures held" in report


def test_the_check_repeats_to_the_bit(both, overstretch):
    done = overstretch("rerun", "out", cwd=both[1].parent)
    assert done.returncode == 0, done.stdout


def test_said_alone_knows_nothing_later(overstretch, both):
    done = overstretch("check", "july.txt", "--as-of", "said", "--futures", "64", "--out", "said", cwd=both[1].parent)
    assert done.returncode == 0, done.stderr
    found = json.loads((both[1].parent / "said" / "verdicts.json").read_text("utf-8"))
    assert {v["as_of"] for v in found} == {"2025-07-02"} and all(v["then"] is None for v in found)
    assert json.loads((both[1].parent / "said" / "run.json").read_text("utf-8"))["as_of"] == "2025-07-02"


@pytest.mark.slow
def test_changes_names_the_rows_that_moved_an_answer(overstretch, both):
    done = overstretch("changes", "out", "--since", "2025-07-03", cwd=both[1].parent)
    assert done.returncode == 0, done.stderr
    assert re.search(r"DEU 20\d\d: [0-9.]+ → [0-9.]+ \(NATO", done.stdout)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("check", "example", "--as-of", "yesterday"), "a day (YYYY-MM-DD), said, now or both"),
        (("run", "--as-of", "both"), "a day (YYYY-MM-DD) or now"),
        (("changes", "nowhere"), "give the run.json of an earlier check"),
        (("check", "example", "--date", "July"), "ISO date"),
    ],
)
def test_a_day_that_can_not_be_is_refused(refused, arguments, words):
    assert words in refused(*arguments)


def test_days_with_equal_inputs_share_a_run(monkeypatch):
    """Two statements a day apart: one run of the newest figures, one of July for both days."""
    from overstretch.engine import run as engine
    from overstretch.jobs.answering import answers_to
    from overstretch.jobs.options import Options
    from overstretch.statements.reading.by_hand import Entry

    days = []

    def counted(prepared, *rest, **options):
        days.append(prepared.as_of.isoformat())
        return plain(prepared, *rest, **options)

    plain = engine.run
    monkeypatch.setattr(engine, "run", counted)
    entries = [
        Entry(question="core_share(DEU, 2029) >= 3.5", date="2025-07-02"),
        Entry(question="core_share(POL, 2030) >= 5", date="2025-07-03"),
    ]
    result = answers_to(entries, Options(64, 1, "both", None, "nato-russia", (), ()))
    assert [v.then.as_of for v in result.verdicts] == ["2025-07-02", "2025-07-03"]
    assert days == [result.run["as_of"], "2025-07-02"]
    assert [d["as_of"] for d in result.run["further"]] == ["2025-07-02", "2025-07-03"]
