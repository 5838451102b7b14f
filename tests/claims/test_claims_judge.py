"""From propositions and futures to verdicts: what must come out of a toy with known answers."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import numpy as np
import pytest
import xarray as xr
from sentences import CASES, COULD, say
from synthetic import synthetic_futures

from overstretch import claims, facts
from overstretch.claims import export
from overstretch.claims.base_rates import alliance_base_rate, leader_base_rate
from overstretch.claims.history import History
from overstretch.claims.record_at_cutoff import check_fact, planned_before_pledge
from overstretch.errors import InputError
from overstretch.statements.record import Moment

DAY = date(2025, 7, 3)


def compile_all(*contents, **fields):
    return claims.compile_statements([say(c, id=f"s{k}", **fields) for k, c in enumerate(contents)], {}, DAY)


@pytest.fixture(scope="module")
def tables():
    return facts.load()


@pytest.fixture(scope="module")
def everything():
    """All cases of the sentences at once, with the futures of their plan."""
    statements = [say(content, id=f"s{k}", **fields) for k, (content, fields, _, _) in enumerate(CASES)]
    statements = claims.compile_statements(statements, {}, DAY)
    return statements, synthetic_futures(2048, claims.make_plan(statements).contrasts, seed=1, contrast=1024)


@pytest.fixture(scope="module")
def verdicts(everything, tables):
    return claims.judge(*everything, tables, DAY)


def test_one_verdict_per_proposition(everything, verdicts):
    statements, _ = everything
    propositions = {s.proposition.key() for s in statements if s.proposition}
    assert len(verdicts) == len(propositions)
    assert sorted(i for v in verdicts for i in v.statements) == sorted(s.id for s in statements if s.proposition)


def test_figures_are_in_range(verdicts):
    for v in verdicts:
        assert v.question and v.because and v.resolution.rule and v.evidence is not None
        if v.probability is None:
            assert v.interval is None and v.verdict in ("undecided", "void", "supported", "contradicted")
            continue
        low, high = v.interval
        assert 0 <= low <= high <= 1 and 0 <= v.probability <= 1 and v.sampling_error >= 0
        assert low - 0.02 <= v.probability <= high + 0.02, v.question
        assert v.likelihood and "%" in v.likelihood
        assert (v.effect is None) == (v.effect_interval is None) == (v.effect_unit is None)
        assert sum(d.index for d in v.drivers) <= 1.05
        for condition in v.conditions or []:
            assert 0 < condition.coverage <= 1 and condition.density > v.probability and condition.limits


def test_the_same_futures_give_the_same_verdicts(everything, verdicts, tables):
    assert export.to_json(claims.judge(*everything, tables, DAY)) == export.to_json(verdicts)


def test_verdicts_fit_their_schema(everything, verdicts):
    jsonschema.validate(json.loads(claims.to_json(verdicts)), claims.schema("verdicts"))
    dumped = [s.model_dump(mode="json") for s in everything[0]]
    jsonschema.validate(json.loads(json.dumps(dumped)), claims.schema("statements"))


@pytest.mark.parametrize("name", ["statements", "verdicts"])
def test_schemas_did_not_drift(name):
    assert claims.schema(name) == json.loads(json.dumps(export.make_schema(name))), "run claims.export.write_schemas"


def test_duplicates_count_once(tables):
    first = say("the arms race could topple Putin", id="a", **COULD)
    again = first.model_copy(update={"id": "b", "duplicate_of": "a"})
    done = claims.compile_statements([first, again], {}, DAY)
    (verdict,) = claims.judge(done, synthetic_futures(512, claims.make_plan(done).contrasts), tables, DAY)
    assert verdict.statements == ["a"]


def test_a_world_that_was_not_run_is_named():
    done = compile_all("the arms race could topple Putin", modality="could")
    with pytest.raises(InputError, match=r"sustain_rus_burden\(\)"):
        claims.judge(done, synthetic_futures(256), None, DAY)


def test_contraries_sum_to_one(tables):
    yes, no = (
        compile_all("Germany will spend 3.5% of GDP on defence by 2032"),
        compile_all("Germany will not spend 3.5% of GDP on defence by 2032", polarity="negative"),
    )
    futures = synthetic_futures(1024)
    a, b = (claims.judge(s, futures, tables, DAY)[0] for s in (yes, no))
    assert a.probability + b.probability == pytest.approx(1)
    assert a.base_rate.probability + b.base_rate.probability == pytest.approx(1)


def test_known_effects_of_the_toy():
    statements = compile_all(
        "the pledge is a game-changer", "the arms race could topple Putin", "NATO's pledge could lead to the end of the alliance",
        modality="could",
    )  # fmt: skip
    futures = synthetic_futures(2048, claims.make_plan(statements).contrasts, seed=4, contrast=2048)
    pledge, ruler, alliance = claims.judge(statements, futures, None, DAY)
    assert pledge.effect > 0.5 and pledge.effect_interval[0] > 0 and pledge.effect_unit == "% of GDP"
    assert pledge.drivers[0].name == "will_common"
    # the toy's effects of strain are centred on zero: neither claim may be decided by them
    assert ruler.verdict == "undecided" and "the sign of strain leader" in ruler.because
    assert "the world in which Russia's military burden stays at its level of the cut-off" in ruler.because
    assert not re.search(r"\w_\w|\(\)", pledge.because + ruler.because + alliance.because), "codes stay in the fields"
    assert alliance.verdict in ("undecided", "not supported")
    assert alliance.by_variant["alliance"]["base rate only"] == pytest.approx(alliance.probability, abs=0.01)


def test_a_sure_effect_is_supported():
    statements = compile_all("the arms race could topple Putin", modality="could")
    futures = synthetic_futures(2048, claims.make_plan(statements).contrasts, contrast=2048)
    for node, factor in (("sustain_rus_burden()", 2.5), ("rus_burden(2021)", 0.5)):
        for route in ("irregular", "forced"):
            futures[node][f"hazard_leader_{route}"].values *= factor
    (verdict,) = claims.judge(statements, futures, None, DAY)
    assert verdict.effect > 0.05 and verdict.verdict == "supported"
    swapped = {"sustain_rus_burden()": futures["rus_burden(2021)"], "rus_burden(2021)": futures["sustain_rus_burden()"]}
    tree = xr.DataTree.from_dict(
        {"/base": futures["base"].to_dataset()} | {f"/{k}": v.to_dataset() for k, v in swapped.items()}
    )
    (verdict,) = claims.judge(statements, tree, None, DAY)
    assert verdict.effect < 0 and verdict.verdict == "contradicted"


MIRROR = {
    "hazard_dissolution": "hazard_leader_irregular",
    "keep_pledge()": "sustain_rus_burden()",
    "hold_burden(2024)": "rus_burden(2021)",
}


@pytest.mark.parametrize("strength", [0.0, 0.6, 2.0])
def test_mirror_the_two_sides_are_judged_alike(strength):
    """With the same hazards under swapped labels, Lavrov's and Sikorski's claims get the same figures and word."""
    claim = "an arms race could lead to the end of NATO", "an arms race could topple Putin"
    statements = compile_all(*claim, modality="could")
    futures = synthetic_futures(1024, claims.make_plan(statements).contrasts, seed=6, contrast=1024)
    rng = np.random.default_rng(0)
    shared = np.cumsum(rng.gamma(1.0, 0.02, (16, 1024)), axis=0)
    effect = np.exp(strength * futures["base"]["parameters"].sel(parameter="strain_leader").values)
    for alliance, ruler in (("keep_pledge()", "sustain_rus_burden()"), ("hold_burden(2024)", "rus_burden(2021)")):
        hazard = (shared * (effect if alliance == "keep_pledge()" else 1)).astype("f4")
        futures[alliance]["hazard_dissolution"].values[:] = hazard
        for route in ("regular", "forced", "natural"):
            futures[ruler][f"hazard_leader_{route}"].values[:] = 0
        futures[ruler]["hazard_leader_irregular"].values[:] = hazard
    ours, theirs = claims.judge(statements, futures, None, DAY)
    assert {ours.template, theirs.template} == {"alliance_collapse", "ruler_downfall"}
    assert ours.probability == pytest.approx(theirs.probability, abs=1e-5)
    assert ours.effect == pytest.approx(theirs.effect, abs=1e-5)
    assert np.allclose(ours.interval, theirs.interval, atol=1e-4) and ours.verdict == theirs.verdict
    assert ours.horizon == theirs.horizon


def test_later_facts_touch_nothing_but_the_outcome(everything, verdicts, tables):
    """Without any facts published after the cut-off all but the outcome stays; without facts so do the figures."""
    cut = facts.Facts(tables.rows[tables.rows["known_from"] <= np.datetime64(DAY.isoformat())], tables.digest)
    for full, known in zip(verdicts, claims.judge(*everything, cut, DAY), strict=True):
        assert full.model_copy(update={"resolution": known.resolution}) == known
        assert full.resolution.rule == known.resolution.rule
        assert known.resolution.outcome is None or "after the cut-off" not in known.resolution.outcome
    for full, bare in zip(verdicts, claims.judge(*everything, None, DAY), strict=True):
        assert (full.probability, full.interval, full.effect) == (bare.probability, bare.interval, bare.effect)
    assert sum("known after the cut-off" in (v.resolution.outcome or "") for v in verdicts) >= 5


def test_base_rates_come_from_counts(tables):
    past = History(tables, DAY)
    exits, leaders = alliance_base_rate(past, "exit", 2034), leader_base_rate(past, "leader", 2035)
    assert exits.events == 0 and 1400 < exits.exposure < 1500 and 0.06 < exits.probability < 0.13
    assert leaders.events == 11 and leaders.exposure == pytest.approx(400.5) and 0.2 < leaders.probability < 0.32
    assert History(None, DAY).known is None and leader_base_rate(History(None, DAY), "leader", 2035) is None


def test_a_cause_comes_first(tables):
    word, why = planned_before_pledge(History(tables, DAY))
    assert word == "not supported" and "12.8" in why and "2024-09-30" in why


def test_stated_facts_are_checked_against_the_edition_of_the_day(tables):
    past = History(tables, DAY)
    slots = {"who": "POL", "indicator": "core_share", "relation": "about", "value": 4.12, "year": 2024}
    assert check_fact(past, slots)[0] == "supported"
    assert check_fact(past, {**slots, "value": 3.0})[0] == "contradicted"
    assert check_fact(past, {**slots, "who": "ISL"}) is None
    assert (
        check_fact(past, {"who": "NATO", "indicator": "members", "relation": "about", "value": 32.0, "year": None})[0]
        == "supported"
    )


def test_a_statement_newer_than_the_cut_off_is_marked(tables):
    said = Moment(text="in May 2026", date="2026-05-01", granularity="month")
    done = compile_all("Spain will miss the target", said_at=said)
    (verdict,) = claims.judge(done, synthetic_futures(256), tables, DAY)
    assert any("after the cut-off" in w for w in verdict.warnings)


def test_what_no_series_can_settle_is_void(verdicts):
    void = {v.template for v in verdicts if v.verdict == "void"}
    assert {"relabelled_share", "remark_shifts_spending", "strain_compared"} <= void


def test_a_precedent_is_never_more_than_undecided(verdicts):
    assert {v.verdict for v in verdicts if v.template == "precedent"} == {"undecided"}


def test_no_futures_no_verdict():
    with pytest.raises(InputError, match="base"):
        claims.judge([], xr.DataTree(), None, DAY)


def test_confidence_joins_no_and_splits_no_question(everything):
    """Two wordings of one question, one chosen less surely: one key, one number in the record."""
    first = next(s for s in everything[0] if s.proposition is not None)
    made = first.proposition
    assert made.confidence is not None and 0 < made.confidence <= 1
    assert made.model_copy(update={"confidence": 0.01}).key() == made.key()
    assert made.model_copy(update={"slots": made.slots | {"year": 1}}).key() != made.key()
