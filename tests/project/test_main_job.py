"""The main job as a process: its files, its schemas, its repetition, and the same numbers from Python."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import xarray as xr


def test_every_file_is_written_and_nothing_else(checked):
    assert {path.name for path in checked.iterdir()} == {
        "statements.json", "verdicts.json", "futures.nc", "report.html", "run.json", "articles",
    }  # fmt: skip
    assert not list(checked.parent.glob(".out*")), "a temporary folder was left"


def test_json_follows_the_schemas_that_ship(checked):
    for name in ("statements.json", "verdicts.json"):
        records = json.loads((checked / name).read_text("utf-8"))
        schema = json.loads((files("overstretch.claims") / "schemas" / name).read_text("utf-8"))
        assert records
        jsonschema.Draft202012Validator(schema).validate(records)


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
        assert all(values.attrs.get("unit") for values in base.data_vars.values())
        assert base.attrs["as_of"] == "2025-07-03"


def test_python_gives_the_same_numbers(checked, verdicts):
    import overstretch

    result = overstretch.check("example", futures=64)
    assert [v.model_dump(mode="json") for v in result.verdicts] == verdicts


def test_a_run_can_be_repeated_to_the_bit(overstretch, checked):
    done = overstretch("rerun", checked / "run.json", cwd=checked.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    same, of = done.stdout.split()[0], done.stdout.split()[2]
    assert same == of and int(of) > 50


def test_a_changed_record_is_noticed(overstretch, checked, tmp_path):
    """Another seed in the record: the outputs differ, and the command says which."""
    (tmp_path / "articles").mkdir()
    for copy in (checked / "articles").iterdir():
        (tmp_path / "articles" / copy.name).write_bytes(copy.read_bytes())
    record = json.loads((checked / "run.json").read_text("utf-8")) | {"seed": 2}
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    done = overstretch("rerun", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert "differs: verdicts.json" in done.stdout


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
    from overstretch.model.structures import SWITCHES

    listed = overstretch("interventions", cwd=tmp_path).stdout
    assert all(name in listed for name in (*INTERVENTIONS, *SWITCHES))
