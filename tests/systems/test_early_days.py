"""Cut-offs of which not every figure is held: what a run lacks, the laws without figures off, each question by its own
needs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from overstretch import claims, jobs
from overstretch.claims.bench import Bench
from overstretch.engine.run import no_futures
from overstretch.facts import MissingFact
from overstretch.facts.store import from_embedded
from overstretch.questions.text import parse
from overstretch.systems import load_system, prepare_held
from overstretch.systems.complete import no_run
from overstretch.systems.lacks import Lack

BASE, SYSTEM = from_embedded(), load_system("nato-russia")
WITHOUT = ("2014-01-01", "2016-07-15", "2018-07-15", "2020-03-01", "2022-02-01", "2022-09-01", "2023-07-15")


@pytest.mark.parametrize("text", WITHOUT)
def test_before_the_first_forecasts_held_no_run_is_possible_and_the_series_is_named(text):
    with pytest.raises(MissingFact) as told:
        prepare_held(SYSTEM, BASE.as_of(text), date.fromisoformat(text))
    assert told.value.variable == "gdp_real_lcu"
    lack = no_run(told.value, text)
    assert lack.words == f"figures were not held on {text}: GDP, constant prices" and lack.bears_on((), ())


def test_a_state_whose_share_was_not_held_gets_the_median_and_no_answer_of_its_own():
    day = date(2024, 3, 1)
    prepared = prepare_held(SYSTEM, BASE.as_of(day.isoformat()), day)
    (lack,) = prepared.lacks
    assert (lack.variable, lack.entities, lack.laws) == ("core_share", ("SWE",), ("pledge", "defence"))
    assert any(note.startswith("core_share of SWE was not known") for note in prepared.notes)
    assert lack.bears_on(("pledge",), {"SWE"}) and not lack.bears_on(("pledge",), {"DEU"})
    assert not lack.bears_on(("leaders",), {"SWE"})
    allies = [prepared.actors.index(a) for a in SYSTEM.groups.allies if a not in ("SWE", "ISL")]
    share = prepared.start.share
    assert share[prepared.actors.index("SWE")] == pytest.approx(float(np.median(share[allies])), rel=0.05)
    assert not prepare_held(SYSTEM, BASE.as_of("2024-06-17"), date(2024, 6, 17)).lacks


@pytest.mark.parametrize(
    ("variable", "law"),
    [("nwf_liquid", "war_economy"), ("count_nato_exits", "alliance"), ("exposure_leader_years", "leaders")],
)
def test_a_law_without_its_own_figures_is_off_and_says_so(variable, law):
    known = BASE.as_of("2025-07-03")
    fewer = replace(known, rows=known.rows[(known.rows["variable"] != variable).to_numpy()].reset_index(drop=True))
    prepared = prepare_held(SYSTEM, fewer, date(2025, 7, 3))
    assert law not in prepared.system.laws and set(prepared.off) > set(
        prepare_held(SYSTEM, known, date(2025, 7, 3)).off
    )
    (lack,) = prepared.lacks
    assert (lack.variable, lack.laws, lack.entities) == (variable, (law,), ())
    assert any(note.startswith("figures were not held") and note.endswith(f"{law} off") for note in prepared.notes)


def verdict(question: str, text: str):
    known = BASE.as_of(text)
    try:
        lacks = prepare_held(SYSTEM, known, date.fromisoformat(text)).lacks
        raise AssertionError(f"a run is possible: {lacks}")
    except MissingFact as fault:
        tree = no_futures(SYSTEM, date.fromisoformat(text), 1, (), no_run(fault, text))
    earlier = replace(BASE, rows=BASE.rows[(BASE.rows["known_from"] <= np.datetime64(text)).to_numpy()])
    return claims.answer(parse(question), tree, earlier, text)


@pytest.mark.parametrize(
    ("question", "day", "state", "words"),
    [
        ("core_share(POL, latest) >= 2", "2016-07-15", "settled", "NATO"),
        ("core_share(DEU, 2017) >= 1.5", "2018-07-15", "settled", "NATO"),
        ("count(ALLIES: core_share(2018) >= 2) >= 5", "2020-03-01", "settled", ""),
        ("policy_rate(RUS, latest) >= 5", "2020-03-01", "settled", "Bank of Russia"),
        ("core_share(DEU, 2024) >= 2", "2018-07-15", "not answered", "figures were not held on 2018-07-15: GDP"),
        ("happens(ally_exit, by 2030-12)", "2022-02-01", "not answered", "figures were not held on 2022-02-01"),
        ("us_troops_europe(2024) <= 50", "2022-02-01", "not answered", "figures were not held"),
    ],
)
def test_each_question_is_judged_by_what_it_needs(question, day, state, words):
    found = verdict(question, day)
    assert found.state == state and words in found.because
    assert found.probability is None and "nearest that can be asked" not in found.because


def test_a_question_by_a_law_that_is_off_is_not_answered():
    tree = no_futures(SYSTEM, date(2025, 7, 3), 1, (), Lack("nwf_liquid", (), ("war_economy",), "2025-07-03"))
    bench = Bench(tree, None, date(2025, 7, 3))
    assert "National Wealth Fund" in bench.lacking(parse("happens(fund_exhausted, RUS, by 2028-12)"))
    assert not bench.lacking(parse("happens(ally_exit, by 2030-12)"))


def test_the_job_answers_from_tables_alone_and_writes_its_outputs(tmp_path):
    asked = ("core_share(DEU, 2017) >= 1.5", "core_share(DEU, 2035) >= 3.5")
    result = jobs.ask(question=asked, as_of="2018-07-15", futures=1024, out=tmp_path / "out")
    assert [v.state for v in result.verdicts] == ["settled", "not answered"] and not result.futures.children
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert record["stand_ins"] == ["nothing was simulated: figures were not held on 2018-07-15: GDP, constant prices"]
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "no futures: nothing was simulated" in page and 'id="allies"' not in page
    assert all(jobs.rerun(tmp_path / "out").values())


def test_war_stance_and_inaugurations_are_those_of_the_day():
    assert [SYSTEM.war(date.fromisoformat(d)) for d in ("2022-02-01", "2022-02-24")] == [2, 0]
    assert [SYSTEM.stance(date.fromisoformat(d)) for d in ("2025-01-19", "2025-01-20")] == [0, 1]
    assert SYSTEM.calendar.ahead(date(2024, 7, 3))[0] == 2025 and SYSTEM.calendar.ahead(date(2025, 1, 20))[0] == 2029
    then = prepare_held(SYSTEM, BASE.as_of("2024-07-03"), date(2024, 7, 3))
    assert float(then.start.stance) == 0 and then.base.inauguration[then.quarters.index("2025Q1")] == 1
    now = prepare_held(SYSTEM, BASE.as_of("2025-07-03"), date(2025, 7, 3))
    assert float(now.start.stance) == 1 and float(now.start.war) == 0
