"""Own figures against what is held: wrong scale, impossible days, actual figures of the future; by force and named."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import facts_tools
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import own, plausible, tables, views
from overstretch.facts.cells import armed, disarmed
from overstretch.facts.validate import read_table

SAID = {"source": "own reckoning", "published": "2026-09-01"}


def run(*arguments: str):
    from overstretch.cli.facts import app

    return CliRunner(env={"COLUMNS": "100", "TERM": "dumb"}).invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("series", "actor", "period", "value", "message"),
    [
        ("core_share", "POL", "2027", "0.042", r"value: 0\.042 is 0\.00\d+ times what is held of POL nearby.*% of GDP"),
        ("core_share", "POL", "2027", "0.42", "times what is held"),
        ("plan_core_share", "POL", "2027", "0.048", "times what is held|held of others"),
        ("nwf_liquid", "RUS", "2026-08-01", "3611", "wrong unit or scale"),
        ("gdp_lcu", "POL", "2027", "4000000", "wrong unit or scale"),
        ("balance_overall", "POL", "2027", "-59", "wrong unit or scale|outside"),
        ("nwf_liquid", "RUS", "2025-02-30", "3.6", "2025-02-30.*not a day of the calendar"),
        ("core_share", "POL", "9999", "4.7", "9999.*not between 1800 and 2150"),
        ("core_share", "POL", "2027Q5", "4.7", "not one of the accepted forms"),
        ("core_share", "POL", "2028/2027", "4.7", "ends before it begins"),
        ("military_spending_total", "RUS", "2026-03", "16", "is a month; military_spending_total takes a year"),
        ("core_share", "POLL", "2027", "4.7", "no entity 'POLL'"),
        ("core_share", "POL", "2027", "much", "valid number"),
    ],
)
def test_what_cannot_be_is_one_clear_message(series, actor, period, value, message, user_folder):
    with pytest.raises(InputError, match=message):
        facts.add_figure(series, actor, period, value, **SAID)
    assert not list(user_folder.rglob("*.csv"))


@pytest.mark.parametrize(
    ("period", "kind", "published", "message"),
    [
        ("2026", "actual", "2026-09-01", "kind: an actual of 2026, which had not ended on 2026-09-01"),
        ("2027", "estimate", "2026-09-01", "kind: an estimate of 2027, which had not begun"),
        ("2025", "actual", "2149-01-01", "published: 2149-01-01 lies ahead of today"),
        ("2025", "actual", "9999-01-01", "not between"),
    ],
)
def test_no_actual_figure_of_the_future(period, kind, published, message):
    with pytest.raises(InputError, match=message):
        facts.add_figure("core_share", "POL", period, 4.7, source="x", published=published, kind=kind)


def test_by_force_it_is_taken_and_named_everywhere(base):
    from overstretch.systems import load_system, prepare

    _, frame = facts.add_figure("core_share", "POL", "2026", 0.042, **SAID, force=True)
    assert own.FORCED in frame["note"].item()
    known = facts.load().as_of("2026-11-22")
    assert known.value("core_share", "POL", 2026) == 0.042
    assert own.forced(known) == [note for note in own.forced(known) if "core_share of POL for 2026 = 0.042 (" in note]
    assert len(own.forced(known)) == 1 and not own.forced(base.as_of("2026-11-22"))
    notes = prepare(load_system("nato-russia"), known, date(2026, 11, 22)).notes
    assert any(note.startswith("your own figure, taken by force: core_share of POL") for note in notes)


def test_a_figure_that_fits_is_taken_and_can_be_replaced():
    path, _ = facts.add_figure("core_share", "Poland", "2026", "4.75", **SAID)
    facts.add_figure("balance_overall", "DEU", "2026", -3.2, **SAID)
    known = facts.load().as_of("2026-11-22")
    fact = known.fact("core_share", "POL", 2026)
    assert (fact.value, fact.kind, fact.unit, fact.source) == (4.75, "estimate", "% of GDP", "own reckoning")
    assert known.value("balance_overall", "DEU", 2026) == -3.2
    with pytest.raises(InputError, match="added before; --replace"):
        facts.add_figure("core_share", "POL", "2026", 4.8, **SAID)
    facts.add_figure("core_share", "POL", "2026", 4.8, **SAID, replace=True)
    assert facts.load().as_of("2026-11-22").value("core_share", "POL", 2026) == 4.8 and len(read_table(path)) == 2
    facts.remove(path.name)
    assert not facts.load().as_of("2026-11-22").series("core_share", "POL").attrs["user"]


def test_the_command_takes_a_file_or_one_figure(table, tmp_path):
    done = run("add", "balance_overall", "DEU", "2026", "-3.2", "--source", "x", "--published", "2026-09-01")
    assert done.exit_code == 0 and "added 1 row of balance_overall" in done.stdout
    assert facts.load().as_of("2026-11-22").value("balance_overall", "DEU", 2026) == -3.2
    wrong = table({"period": "2024", "value": "0.042", "kind": "actual"}, name="wrong.csv")
    assert "wrong.csv, row 2, column value: 0.042" in str(run("add", str(wrong)).exception)
    assert "wrong.csv, row 2, column value" in str(run("check", str(wrong)).exception)
    forced = run("add", str(wrong), "--force")
    assert forced.exit_code == 0 and "by force: core_share of POL for 2024" in forced.stdout
    for arguments, message in (
        (("core_share", "POL"), "2 words were given"),
        (("core_share", "POL", "2026", "4.7"), "--source and --published are needed"),
        ((str(wrong), "--source", "x"), "belong to one figure"),
        (
            ("core_share", "POL", "2026", "4.7", "--unit", "share", "--source", "x", "--published", "2026-09-01"),
            "'share' is not",
        ),
    ):
        assert message in str(run("add", *arguments).exception), arguments


def test_a_file_named_for_one_run_is_checked_too(table):
    with pytest.raises(InputError, match=r"mine\.csv, row 2, column value: 0\.042"):
        facts.load(extra=[table({"value": "0.042"})])
    assert facts.load(extra=[table({"value": "4.2"})]).as_of("2025-07-03").value("core_share", "POL", 2025) == 4.2


def test_what_is_held_passes_the_checks_of_scale(base):
    """Leave one out: nearly every figure held is taken when it is measured against the others of its series."""
    rows, _ = tables.embedded()
    variables = {
        "core_share",
        "gdp_lcu",
        "debt_gross",
        "population",
        "nwf_liquid",
        "key_rate",
        "brent_price",
        "personnel",
    }
    series = plausible._held_series(rows, variables)
    asked = refused = 0
    for key, values in series.items():
        for period, value in values.items() if len(values) > 1 else ():
            row = SimpleNamespace(variable=key[0], entity=key[1], period=period, value=value)
            asked += 1
            refused += bool(list(plausible._of_scale(row, series | {key: values.drop(period)})))
    assert asked > 4000 and refused <= asked / 1000


@given(st.floats(0.5, 2.0), st.sampled_from([1e-3, 1e-2, 0.05, 30.0, 100.0, 1000.0]))
def test_a_factor_of_scale_is_seen_and_a_revision_is_not(change, factor):
    held = {("core_share", "POL"): pd.Series({"2024": 3.75, "2025": 4.25, "2026": 4.68})}

    def doubted(value: float) -> bool:
        row = SimpleNamespace(variable="core_share", entity="POL", period="2027", value=value)
        return bool(list(plausible._of_scale(row, held)))

    assert doubted(4.68 * factor) and not doubted(4.68 * change)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_what_export_writes_check_takes(base, tmp_path, kind):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"out.{kind}"
    wanted = ("core_share", "plan_core_share", "key_rate", "losses_tanks", "count_nato_exits", "escape_clause")
    count = views.export(base, path, wanted)
    frame = facts.check(path)
    assert len(frame) == count and set(frame["variable"]) == set(wanted)
    held = base.rows[base.rows["variable"].isin(wanted).to_numpy()]
    assert sorted(frame["value"]) == sorted(held["value"])
    for column in ("source", "note", "address", "published"):
        assert sorted(frame[column]) == sorted(held[column].astype(str)), column


def test_the_whole_export_passes_the_check(base, tmp_path):
    path = tmp_path / "all.csv"
    assert views.export(base, path) == len(facts.check(path)) == len(base.rows)


def test_exports_disarm_what_a_spreadsheet_would_run(table, tmp_path):
    source, note = '=HYPERLINK("http://example.org","x")', "-1+cmd|'/c calc'!A1"
    own_rows = facts.load(extra=[table({"source": source, "note": note})])
    for kind in ("csv", "xlsx"):
        path = tmp_path / f"out.{kind}"
        views.export(own_rows.as_of("2025-07-03"), path, ("core_share",), ("POL",))
        read = (pd.read_csv if kind == "csv" else pd.read_excel)(path, dtype=str, keep_default_na=False)
        cells = [cell for column in read for cell in read[column]]
        assert "'" + source in cells and "'" + note in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t")) or cell == note]
        back = read_table(path)
        assert source in set(back["source"]) and note in set(back["note"])


@given(st.text(max_size=20))
def test_disarming_is_undone(text):
    assert armed(disarmed(text)) == text or text.startswith("'")
    assert not disarmed(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_semicolons_and_decimal_commas(tmp_path):
    path = tmp_path / "mine.csv"
    row = facts_tools.ROW | {"value": "4,75"}
    path.write_text(";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8")
    assert read_table(path)["value"].item() == 4.75
