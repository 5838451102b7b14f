"""From questions and futures to answers: what must come out of a toy with known answers."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import numpy as np
import pytest
import xarray as xr
from synthetic import synthetic_futures
from tests.claims.made import statement

from overstretch import claims, facts
from overstretch.claims.grounds import grades
from overstretch.claims.record import Asks
from overstretch.claims.special import planned_before_pledge
from overstretch.claims.told import export, wording
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.questions.tables.base import base_rate
from overstretch.questions.tables.past import Published
from overstretch.questions.text import write
from overstretch.report.wording import percent
from overstretch.statements.record import Moment, Proposition, Statement

DAY = date(2025, 7, 3)
QUESTIONS = (
    "count(ALLIES: total_share(2035) >= 5) == all",
    "core_share(DEU, 2029) >= 3.5",
    "total_share(ESP, 2035) < 5",
    "happens(target_changed[any], by 2029-12)",
    "effect(us_presses() against base, core_share(EUROPE_CANADA, 2030)) > 0",
    "happens(alliance_dissolution, by 2035-12, default)",
    "effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution, by 2035-12)) > 0",
    "happens(recession, RUS, by 2027-12)",
    "and(not happens(ally_exit, by 2035-12), not happens(article5_doubt, by 2035-12))",
    "happens(forces_rebuilt, RUS, by 2030-06)",
    "change(defence_budget(RUS, 2026), from 2025, percent, nominal) < 0",
    "happens(leader_exit[forced], RUS, by 2035-12)",
    "special(precedent)",
    "effect(sustain_rus_burden() against rus_burden(2021), happens(leader_exit[forced], RUS, by 2035-12)) > 0",
    "special(review, in 2029)",
    "special(strain_compared, more=RUS, in 2035)",
    "happens(fund_exhausted, RUS, by 2027-12) given oil(40)",
    "growth(DEU, 2026) < 0 given growth(FRA, 2026) < 0",
    "special(response, direction=down, who=RUS, in 2026)",
    "personnel(DEU, 2030) >= 200000",
    "growth(DEU, 2023) < 0",
)


def stated(text: str, id: str = "s", asks: Asks = "likely", **fields) -> Statement:
    """A statement that asks a question."""
    asked = Proposition(question=write(understood(text)), asks=asks)
    return statement(text, id=id, spans=[(0, 1)], proposition=asked, **fields)


def all_stated(*texts: str, **fields) -> list[Statement]:
    return [stated(text, f"s{k}", **fields) for k, text in enumerate(texts)]


@pytest.fixture(scope="module")
def tables():
    return facts.load()


@pytest.fixture(scope="module")
def everything():
    statements = all_stated(*QUESTIONS)
    return statements, synthetic_futures(2048, claims.make_plan(statements).contrasts, seed=1, contrast=1024)


@pytest.fixture(scope="module")
def verdicts(everything, tables):
    return claims.judge(*everything, tables, DAY)


def test_one_answer_per_question(everything, verdicts):
    statements, _ = everything
    again = [*statements, stated(QUESTIONS[1], "again")]
    (pair,) = [v for v in claims.judge(again, everything[1], None, DAY) if "again" in v.statements]
    assert pair.statements == ["s1", "again"] and len(verdicts) == len(QUESTIONS)


def test_figures_are_in_range(verdicts):
    for v in verdicts:
        assert v.question and v.claim and v.because and v.resolution.rule
        if v.probability is None:
            assert v.interval is None and v.state in ("settled", "not answered")
            continue
        low, high = v.interval
        assert 0 <= low <= v.probability <= high <= 1 and high > low and v.evidence is not None
        assert v.likelihood.startswith(wording.word(v.probability, v.evidence.scored))
        assert (v.effect is None) == (v.effect_interval is None) == (v.effect_unit is None)
        assert sum(d.index for d in v.drivers) <= 1.05
        for condition in v.conditions or []:
            assert 0 < condition.coverage <= 1 and condition.density > v.probability and condition.limits


def test_open_settled_and_not_answered(verdicts):
    state = {v.question: (v.state, v.word) for v in verdicts}
    assert state["core_share(DEU, 2029) >= 3.5"][0] == "open"
    assert state["special(review, in 2029)"] == ("settled", "true")
    assert state["special(response, direction=down, who=RUS, in 2026)"] == ("settled", "false")
    assert state["special(precedent)"][0] == state["personnel(DEU, 2030) >= 200000"][0] == "not answered"
    assert state["growth(DEU, 2023) < 0"] == ("settled", "true")
    words = {v.word for v in verdicts if v.state == "open"}
    assert words <= {name for _, name in wording.SCALE}


def test_the_same_futures_give_the_same_answers(everything, verdicts, tables):
    assert export.to_json(claims.judge(*everything, tables, DAY)) == export.to_json(verdicts)


def test_answers_fit_their_schema(everything, verdicts):
    jsonschema.validate(json.loads(claims.to_json(verdicts)), claims.schema("verdicts"))
    dumped = [s.model_dump(mode="json") for s in everything[0]]
    jsonschema.validate(json.loads(json.dumps(dumped)), claims.schema("statements"))


def test_duplicates_count_once(tables):
    first = stated("happens(leader_exit, RUS, by 2035-12)", "a")
    again = first.model_copy(update={"id": "b", "duplicate_of": "a"})
    (verdict,) = claims.judge([first, again], synthetic_futures(512), tables, DAY)
    assert verdict.statements == ["a"]


def test_a_world_that_was_not_run_is_named():
    asked = all_stated(
        "effect(sustain_rus_burden() against rus_burden(2021), happens(leader_exit, RUS, by 2035-12)) > 0"
    )
    with pytest.raises(InputError, match=r"sustain_rus_burden\(\)"):
        claims.judge(asked, synthetic_futures(256), None, DAY)


def test_no_futures_no_answer():
    with pytest.raises(InputError, match="base"):
        claims.judge([], xr.DataTree(), None, DAY)


def test_the_effect_of_a_cause_is_seen_and_its_sign_may_rest_on_a_prior(tables):
    asked = all_stated(
        "effect(keep_pledge() against hold_burden(2024), core_share(EUROPE_CANADA, 2030)) > 0",
        "effect(sustain_rus_burden() against rus_burden(2021), happens(leader_exit[forced], RUS, by 2035-12)) > 0",
    )
    futures = synthetic_futures(2048, claims.make_plan(asked).contrasts, seed=4, contrast=2048)
    pledge, ruler = claims.judge(asked, futures, tables, DAY)
    assert pledge.effect > 0.5 and pledge.effect_interval[0] > 0 and pledge.effect_unit == "% of GDP"
    # the toy's effects of strain are centred on zero: no claim may be decided by them
    assert (
        ruler.effect_interval[0] < 0 < ruler.effect_interval[1] and "Its sign turns with the sign of" in ruler.because
    )
    assert "the world in which Russia's military burden stays at its level of the cut-off" in ruler.because
    assert not re.search(r"\w_\w|\(\)", pledge.because + ruler.because), "codes stay in the fields"


@pytest.mark.parametrize("turned", [False, True])
def test_a_sure_effect_has_its_sign(turned):
    asked = all_stated(
        "effect(sustain_rus_burden() against rus_burden(2021), happens(leader_exit[forced], RUS, by 2035-12)) > 0"
    )
    futures = synthetic_futures(2048, claims.make_plan(asked).contrasts, contrast=2048)
    for node, factor in (("sustain_rus_burden()", 2.5), ("rus_burden(2021)", 0.5)):
        for route in ("irregular", "forced"):
            futures[node][f"hazard_leader_{route}"].values *= 1 / factor if turned else factor
    (verdict,) = claims.judge(asked, futures, None, DAY)
    assert (verdict.effect < -0.05) if turned else (verdict.effect > 0.05)
    assert np.sign(verdict.effect_interval).tolist() == [np.sign(verdict.effect)] * 2


@pytest.mark.parametrize("strength", [0.0, 0.6, 2.0])
def test_mirror_the_two_sides_are_judged_alike(strength):
    """With the same hazards under swapped labels, both sides' claims get the same figures and word."""
    asked = all_stated(
        "effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution, by 2035-12)) > 0",
        "effect(sustain_rus_burden() against rus_burden(2021), happens(leader_exit[irregular], RUS, by 2035-12)) > 0",
    )
    futures = synthetic_futures(1024, claims.make_plan(asked).contrasts, seed=6, contrast=1024)
    rng = np.random.default_rng(0)
    shared = np.cumsum(rng.gamma(1.0, 0.02, (16, 1024)), axis=0)
    effect = np.exp(strength * futures["base"]["parameters"].sel(parameter="strain_leader").values)
    for alliance, ruler in (("keep_pledge()", "sustain_rus_burden()"), ("hold_burden(2024)", "rus_burden(2021)")):
        hazard = (shared * (effect if alliance == "keep_pledge()" else 1)).astype("f4")
        futures[alliance]["hazard_dissolution"].values[:] = hazard
        for route in ("regular", "forced", "natural"):
            futures[ruler][f"hazard_leader_{route}"].values[:] = 0
        futures[ruler]["hazard_leader_irregular"].values[:] = hazard
    ours, theirs = claims.judge(asked, futures, None, DAY)
    assert ours.probability == pytest.approx(theirs.probability, abs=1e-5)
    assert ours.effect == pytest.approx(theirs.effect, abs=1e-5)
    assert np.allclose(ours.interval, theirs.interval, atol=1e-4) and ours.word == theirs.word
    assert ours.horizon == theirs.horizon


def test_later_facts_touch_nothing_but_the_outcome(everything, verdicts, tables):
    """What is published after the cut-off settles; probability, interval and effect do not know it. Nor do they need
    facts at all."""
    cut = facts.Facts(tables.rows[tables.rows["known_from"] <= np.datetime64(DAY.isoformat())], tables.digest)
    for full, known in zip(verdicts, claims.judge(*everything, cut, DAY), strict=True):
        assert (full.probability, full.interval, full.effect, full.base_rate) == (
            known.probability,
            known.interval,
            known.effect,
            known.base_rate,
        )
        assert full.resolution.rule == known.resolution.rule
        assert known.settled is None or not known.settled.since
    later = claims.judge(all_stated("core_share(DEU, 2025) >= 2"), everything[1], tables, DAY)[0]
    assert later.settled.since and later.probability is not None and "has been published since" in later.because


@pytest.mark.parametrize(
    ("text", "events", "exposure", "low", "high"),
    [
        ("happens(ally_exit, by 2034-12)", 0, (1400, 1500), 0.06, 0.13),
        ("happens(leader_exit[irregular], RUS, by 2035-12)", 11, (400.4, 400.6), 0.2, 0.32),
    ],
)
def test_base_rates_come_from_counts(tables, text, events, exposure, low, high):
    found = base_rate(understood(text), Published(tables.as_of(DAY.isoformat()), DAY))
    assert found.events == events and exposure[0] < found.exposure < exposure[1] and low < found.probability < high
    assert base_rate(understood(text), Published(None, DAY)) is None


def test_a_base_rate_is_of_the_very_comparison_or_there_is_none(tables):
    published = Published(tables.as_of(DAY.isoformat()), DAY)
    found = base_rate(understood("growth(DEU, 2027) < 0"), published)
    assert found.exposure >= 5 and found.unit == "years"
    assert base_rate(understood("not growth(DEU, 2027) < 0"), published).probability == pytest.approx(
        1 - found.probability
    )
    for text in (
        "count(ALLIES: growth(2027) < 0) >= 3",
        "happens(leader_exit[forced], RUS, by 2030-12)",
        "balance(DEU, 2027, EUR) < growth(DEU, 2027, EUR)",
    ):
        try:
            assert base_rate(understood(text), published) is None
        except InputError:
            assert "EUR" in text


def test_a_cause_comes_first(tables):
    found = planned_before_pledge(tables.as_of(DAY.isoformat()))
    assert found.word == "false" and "12.8" in found.figure and "2024-09-30" in found.published


def test_facts_are_checked_against_the_edition_of_the_day(tables, everything):
    def at(text: str):
        return claims.judge([stated(text, asks="fact")], everything[1], tables, DAY)[0]

    assert at("core_share(POL, 2024) about 4.12").word == "true" and at("core_share(POL, 2024) about 3").word == "false"
    assert at("members(NATO, latest) about 32").word == "true"
    nothing = at("core_share(ISL, 2024) about 1")
    assert nothing.state == "not answered" and "the tables hold no figure" in nothing.because


def test_a_statement_newer_than_the_cut_off_is_marked(tables):
    said = Moment(text="in May 2026", date="2026-05-01", granularity="month")
    (verdict,) = claims.judge(
        all_stated("total_share(ESP, 2035) < 5", said_at=said), synthetic_futures(256), tables, DAY
    )
    assert any("after the cut-off" in w for w in verdict.warnings)


def test_what_the_sentence_left_open_is_shown(verdicts):
    (one,) = [v for v in verdicts if "default" in v.question]
    assert one.defaults == ["the moment: by the end of 2035"]


def test_words_carry_numbers():
    assert wording.likelihood(0.24, (0.11, 0.4)) == "unlikely: 24 in 100 (11 to 40)"
    assert wording.likelihood(0.24, (0.11, 0.4), fine=False) == "unlikely: about one in four"
    assert percent(0.0004) == "<0.1%" and percent(0.99995) == ">99.9%" and percent(0) == "<0.1%"
    assert wording.effect_words(0.012, (-0.01, 0.03), "probability").startswith("+1.2 points of probability")
    assert wording.effect_words(0.5, (0.1, 0.9), "% of GDP") == "+0.50 points of GDP (+0.10 to +0.90)"


def test_a_law_without_scores_is_graded_d():
    assert grades.grade_of(["a law that nobody scored"]).grade == "D"
