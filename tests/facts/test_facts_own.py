"""The user's own figures: checked cell by cell, laid over the embedded ones, named in every output."""

from __future__ import annotations

import pandas as pd
import pytest
from facts_tools import ROW
from typer.testing import CliRunner

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import userdata, views
from overstretch.facts.store import from_embedded
from overstretch.facts.validate import read_table


@pytest.mark.parametrize(
    ("change", "column", "message"),
    [
        ({"variable": "core_shares"}, "variable", "did you mean core_share"),
        ({"entity": "POLAND"}, "entity", "no entity 'POLAND'"),
        ({"period": "spring 2025"}, "period", "not one of the accepted forms"),
        ({"value": "4,7"}, "value", "valid number"),
        ({"value": ""}, "value", "valid number"),
        ({"value": "inf"}, "value", "finite number"),
        ({"value": "470"}, "value", "outside 0 to 15"),
        ({"unit": "percent"}, "unit", "'percent' is not the registry's '% of GDP'"),
        ({"kind": "guess"}, "kind", "'actual', 'estimate', 'forecast', 'plan' or 'claim'"),
        ({"published": "June 2025"}, "published", "YYYY-MM-DD"),
        ({"source": ""}, "source", "at least 1 character"),
        ({"variable": "pledge_core", "published": ""}, "published", "no documented lag"),
    ],
)
def test_a_fault_is_named_by_file_row_and_column(table, change, column, message):
    path = table({}, {"period": "2024"} | change)
    with pytest.raises(InputError) as caught:
        read_table(path)
    text = str(caught.value)
    assert text.startswith(f"mine.csv, row 3, column {column}: "), text
    assert message in text and "row 2," not in text


def test_all_faults_are_listed_at_once(table):
    with pytest.raises(InputError) as caught:
        read_table(table({"kind": "guess"}, {"entity": "XXX"}, {}, {}))
    lines = str(caught.value).splitlines()
    assert len(lines) == 3 and "row 5, column period: repeats" in lines[2]


def test_files_that_are_no_tables(table, tmp_path):
    cases = {
        "absent.csv": (None, "no such file"),
        "empty.csv": (b"", "no column entity"),
        "binary.csv": (bytes(range(256)), "not UTF-8"),
        "header.csv": (",".join(ROW).encode(), "no rows"),
        "short.csv": ((",".join(ROW) + "\nPOL,2024\n").encode(), "row 2: 2 cells"),
        "other.csv": (b"country,year\nPOL,2024\n", "no column entity"),
    }
    for name, (data, message) in cases.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=message):
            read_table(tmp_path / name)
    with pytest.raises(InputError, match="column colour not accepted"):
        read_table(table({}, columns=[*ROW, "colour"]))


def test_own_figures_replace_embedded_ones_from_their_day_and_are_named(table, base):
    own = facts.load(extra=[table({"period": "2024", "value": "4.5"}, {})])
    before, after = own.as_of("2025-05-31"), own.as_of("2025-06-01")
    assert before.value("core_share", "POL", 2024) == base.as_of("2025-05-31").value("core_share", "POL", 2024)
    series = after.series("core_share", "POL")
    assert series["2024"] == 4.5 and series["2025"] == 4.7 and series["2023"] == pytest.approx(3.2602, abs=1e-4)
    assert series.attrs["user"] == ["2024", "2025"] and series.attrs["edition"] == "2024-06 + mine"
    assert after.fact("core_share", "POL", 2024).source == "own reckoning"
    assert set(after.rows.loc[after.rows["file"].str.startswith("user:"), "variable"]) == {"core_share"}
    assert after.frame("core_share", "POL").loc[lambda t: t["period"] == "2025", "file"].item() == "user:mine.csv"
    assert own.digest != base.digest and after.value("core_share", "DEU", 2024) == base.as_of("2025-07-03").value(
        "core_share", "DEU", 2024
    )


def test_own_figures_serve_reconstructed_days_only_from_their_day(table):
    own = facts.load(extra=[table({"period": "2016", "published": "2017-05-01"})])
    assert own.as_of("2018-12-31", reconstructed=True).series("core_share", "POL").attrs["user"] == ["2016"]
    assert own.as_of("2016-12-31", reconstructed=True).series("core_share", "POL").attrs["user"] == []


def test_add_stores_a_checked_copy_and_remove_takes_it_away(table, user_folder):
    path, frame = userdata.add(table({}))
    assert path == user_folder / "facts" / "mine.csv" and len(frame) == 1
    assert facts.load().as_of("2025-07-03").value("core_share", "POL", 2025) == 4.7
    with pytest.raises(InputError, match="added before"):
        userdata.add(table({"value": "4.8"}))
    userdata.add(table({"value": "4.8"}), replace=True)
    assert facts.load().as_of("2025-07-03").value("core_share", "POL", 2025) == 4.8
    with pytest.raises(InputError, match=r"mine\.csv, row 2, column kind"):
        userdata.add(table({"kind": "guess"}), replace=True)
    assert facts.load().as_of("2025-07-03").value("core_share", "POL", 2025) == 4.8
    userdata.remove("mine")
    assert not facts.load().as_of("2025-07-03").series("core_share", "POL").attrs["user"]
    with pytest.raises(InputError, match="held: none"):
        userdata.remove("mine")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_exports_read_back_the_same(base, tmp_path, kind):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"out.{kind}"
    known = base.as_of("2025-07-03")
    count = views.export(known, path, ("core_share",), ("POL", "DEU"))
    read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}[kind](path)
    assert len(read) == count == 22
    assert read.loc[read["entity"] == "POL", "value"].tolist() == known.series("core_share", "POL").tolist()
    assert set(facts.load().rows.columns) >= {"source", "terms"} <= set(read.columns)
    assert not list(tmp_path.glob(".*.part"))


def test_exports_that_cannot_be_written(base, tmp_path):
    for path, variables, message in (
        (tmp_path / "out.txt", (), "ending must be one of"),
        (tmp_path / "nowhere" / "out.csv", (), "no such folder"),
        (tmp_path / "out.csv", ("core_shares",), "did you mean"),
    ):
        with pytest.raises(InputError, match=message):
            views.export(base, path, variables)
    assert not list(tmp_path.glob("*.csv")) and not list(tmp_path.glob(".*"))


def run(*arguments: str):
    from overstretch.cli.facts import app

    return CliRunner(env={"COLUMNS": "200", "TERM": "dumb"}).invoke(app, list(arguments))


def test_the_question_about_poland_is_one_command():
    result = run("compare", "core_share", "--entity", "POL", "--as-of", "2025-07-01", "--now", "2026-11-22")
    assert result.exit_code == 0
    text = result.stdout
    assert "4.07" in text and "3.75" in text and "-0.32" in text
    assert "2025-07-01: edition 2024-06, known from 2024-06-17, NATO" in text
    assert "2025-07-01: edition 2025-04, known from 2025-04-24, NATO" in text
    assert "2026-11-22: edition 2026-07, known from 2026-07-10, NATO" in text


def test_list_show_and_editions_side_by_side():
    assert "nwf_liquid" in run("list", "wealth fund").stdout
    shown = run("show", "core_share", "--entity", "POL", "--as-of", "2025-07-01").stdout
    assert "4.07" in shown and "(copy)" in shown and "Mind:" in shown and "2024-06-17" in shown and "github:" in shown
    everyone = run("show", "core_share", "--as-of", "2025-07-01").stdout
    assert "NATO_TOTAL" in everyone and "USA" in everyone
    side = run("compare", "gdp_growth", "-e", "RUS", "--now", "2026-11-22").stdout
    assert all(edition in side for edition in ("2023-10", "2024-04", "2024-10", "2025-04", "2025-10"))


def test_own_figures_are_named_by_the_command_line(table):
    assert "1 rows of core_share; no fault found" in run("check", str(table({}))).stdout
    assert run("add", str(table({}))).exit_code == 0
    shown = run("show", "core_share", "-e", "POL", "--as-of", "2025-07-01").stdout
    assert "own reckoning [your own: mine.csv]" in shown
    assert run("remove", "mine").exit_code == 0


def test_check_without_a_file_checks_the_embedded_facts():
    result = run("check")
    assert result.exit_code == 0 and "sums" in result.stdout and " no " not in result.stdout


def test_export_by_the_command_line(tmp_path):
    result = run("export", str(tmp_path / "out"), "--format", "csv", "-v", "core_share", "-e", "POL")
    assert result.exit_code == 0 and (tmp_path / "out.csv").read_text().count("\n") == 1 + len(
        from_embedded().rows.query("variable == 'core_share' and entity == 'POL'")
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "core_shar"), "did you mean core_share"),
        (("show", "core_share", "-e", "ISL"), "not held"),
        (("show", "core_share", "--as-of", "2014-01-01"), "no figure of core_share was known on 2014-01-01"),
        (("show", "safe_loan", "--as-of", "2025-07-03"), "was known"),
        (("list", "zzz"), "no variable with 'zzz'"),
        (("export", "out.csv", "--format", "ods"), "not one of csv, xlsx, parquet"),
        (("check", "absent.csv"), "no such file"),
        (("update", "oecd"), "sources: nato, imf"),
        (("update", "--file", "x.xlsx"), "the name of its source: nato, imf"),
        (("update", "imf", "--file", "x.xlsx"), "no such file"),
        (("update", "minfin"), "download it and give it with --file"),
        (("update", "imf", "--published", "2026-04-14"), "belongs to --file"),
        (("status", "--as-of", "2026-02-30"), "not a day of the calendar"),
        (("status", "--as-of", "2149-01-01"), "lies ahead"),
        (("list", "--json", "nowhere/out.json"), "no such folder"),
    ],
)
def test_bad_input_is_one_clear_message(arguments, message):
    result = run(*arguments)
    assert isinstance(result.exception, InputError)
    assert message in str(result.exception)


def test_no_command_but_update_opens_a_connection(table, tmp_path, monkeypatch):
    import socket

    def refuse(*_, **__):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for arguments in (
        ("list",),
        ("show", "core_share"),
        ("compare", "core_share", "-e", "POL", "--as-of", "2025-07-01"),
        ("export", str(tmp_path / "out.csv"), "-v", "core_share"),
        ("add", str(table({}))),
    ):
        assert run(*arguments).exit_code == 0, arguments
    assert "AssertionError: a connection was opened" in str(run("update", "imf").exception)
