"""The main job as a process: its files, its schemas, its repetition, and the same numbers from Python."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
import xarray as xr


def test_every_file_is_written_and_nothing_else(checked):
    assert {path.name for path in checked.iterdir()} == {
        "statements.json",
        "verdicts.json",
        "claimreview.jsonld",
        "futures.nc",
        "report.html",
        "run.json",
        "articles",
    }
    assert not list(checked.parent.glob(".out*")), "a temporary folder was left"


def test_json_follows_the_schemas_that_ship(checked):
    for name in ("statements.json", "verdicts.json"):
        records = json.loads((checked / name).read_text("utf-8"))
        schema = json.loads((files("overstretch.claims") / "schemas" / name).read_text("utf-8"))
        assert records
        jsonschema.Draft202012Validator(schema).validate(records)


def test_a_claim_is_rated_only_where_it_is_settled_and_then_as_a_draft(checked, verdicts):
    reviews = json.loads((checked / "claimreview.jsonld").read_text("utf-8"))["@graph"]
    settled = [name for v in verdicts for name in v["statements"] if v["settled"]]
    assert len(reviews) == sum(len(v["statements"]) for v in verdicts)
    rated = [r for r in reviews if "reviewRating" in r]
    assert len(rated) == len(settled)
    assert all(r["creativeWorkStatus"] == "Draft" and r["reviewRating"]["ratingExplanation"] for r in rated)


def test_probabilities_lie_between_0_and_1(verdicts):
    probabilities = [v["probability"] for v in verdicts if v["probability"] is not None]
    assert probabilities and all(0 <= p <= 1 for p in probabilities)
    for verdict in verdicts:
        if verdict["interval"]:
            low, high = verdict["interval"]
            assert 0 <= low <= verdict["probability"] <= high <= 1


def test_every_statement_is_answered_or_says_why_not(checked, verdicts):
    statements = json.loads((checked / "statements.json").read_text("utf-8"))
    answered = {identifier for verdict in verdicts for identifier in verdict["statements"]}
    for statement in statements:
        repeated = statement["duplicate_of"] is not None
        assert (statement["id"] in answered) or statement["not_testable_because"] or repeated, statement["content"]


def test_futures_have_named_axes_and_units(checked):
    with xr.open_dataset(checked / "futures.nc", group="base", engine="h5netcdf") as base:
        assert base.sizes["future"] == 64
        assert {"actor", "year", "quarter", "parameter"} <= set(base.sizes)
        assert all(values.attrs.get("units") for values in base.data_vars.values())
        assert base.attrs["as_of"] == json.loads((checked / "run.json").read_text("utf-8"))["as_of"]


def test_python_repeats_the_command_line_to_the_bit(checked):
    import overstretch

    same = overstretch.rerun(checked / "run.json")
    assert {"statements.json", "verdicts.json", "base/core_share"} <= set(same) and len(same) > 50
    assert all(same.values()), [name for name, equal in same.items() if not equal]


def test_an_output_that_differs_is_named(overstretch, checked, tmp_path):
    """One digest of the record is changed: rerun ends with 1, names that output and no other."""
    (tmp_path / "articles").mkdir()
    for copy in (checked / "articles").iterdir():
        (tmp_path / "articles" / copy.name).write_bytes(copy.read_bytes())
    record = json.loads((checked / "run.json").read_text("utf-8"))
    record["digests"]["arrays"]["base/core_share"] = "0" * 64
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    done = overstretch("rerun", tmp_path, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert [line.strip() for line in done.stdout.splitlines()[1:]] == ["differs: base/core_share"]


def test_help_reads_like_a_manual(overstretch, tmp_path):
    top = overstretch("--help", cwd=tmp_path)
    assert top.returncode == 0
    for word in ("check", "run", "rerun", "interventions", "facts", "overstretch check example"):
        assert word in top.stdout
    check = overstretch("check", "--help", cwd=tmp_path)
    for word in (
        "ARTICLE",
        "--out",
        "--futures",
        "--seed",
        "--as-of",
        "--horizon",
        "report.html",
        "10240",
        "2025-07-03",
    ):
        assert word in check.stdout


def test_version(overstretch, tmp_path):
    from overstretch import __version__

    assert overstretch("--version", cwd=tmp_path).stdout.strip() == f"overstretch {__version__}"


def test_interventions_lists_all(overstretch, tmp_path):
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.registry import SWITCHES

    listed = overstretch("interventions", cwd=tmp_path).stdout
    assert all(name in listed for name in (*INTERVENTIONS, *SWITCHES))


@pytest.mark.slow
def test_a_statement_can_be_judged_without_the_mechanism_that_it_rests_on(overstretch, tmp_path):
    done = overstretch("check", "example", "--futures", "64", "--off", "alliance_strain", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    verdicts = json.loads((tmp_path / "out" / "verdicts.json").read_text("utf-8"))
    (collapse,) = [v for v in verdicts if "alliance_dissolution" in v["question"] and v["effect"] is not None]
    assert collapse["effect"] == 0.0 and collapse["probability"] > 0
    assert json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["off"] == ["alliance_strain"]


def test_another_rivalry_runs_and_says_what_it_rests_on(overstretch, tmp_path):
    done = overstretch("run", "greece-turkey", "--futures", "64", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    assert "Cut-off 1985-01-01" in words and "reconstructed: later editions cut" in words
    assert "GRC" in words and "TUR" in words and "Russia" not in words
