"""What is refused, with what message; and the command."""

from __future__ import annotations

import json

import openpyxl
import pytest
import typer
from typer.testing import CliRunner

from overstretch.cli.debt import debt_command
from overstretch.debt import Plan, Ramp, assess, ramp_effect, read_inputs, read_rates, read_shocks
from overstretch.errors import InputError
from overstretch.facts.store import from_embedded

RATES = "entity,rate,year,value\n"
SHOCKS = "entity,period,short,long,growth,primary_balance\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("entity,rate,value\n", r"row 1: column 'year' is missing; accepted: entity, rate, year, value"),
        ("entity,rate,year,value,x\n", r"row 1: column 'x' is unknown"),
        (RATES, "holds no rows"),
        (RATES + "XXX,long,2034,4\n", r"row 2, column entity: 'XXX' is no entity"),
        (
            RATES + "BEL,long,2034,4\nBEL,middle,2034,4\n",
            r"row 3, column rate: 'middle' is unknown; accepted: short, long, inflation",
        ),
        (RATES + "BEL,long,soon,4\n", r"row 2, column year: 'soon' is no number"),
        (RATES + "BEL,long,2034.5,4\n", r"row 2, column year: 2034.5 is no whole number"),
        (RATES + "BEL,long,2034,much\n", r"row 2, column value: 'much' is no number"),
        (
            RATES + "BEL,long,2034,400\n",
            r"row 2, column value: 400 is out of range; accepted: percent a year, -5 to 40",
        ),
        (RATES + "BEL,long,2034,nan\n", r"row 2, column value: nan is out of range"),
        (RATES + "BEL,long,2034,4\nBEL,long,2034,5\n", r"row 3, column year: 2034 is given twice for BEL, long"),
        (RATES + "BEL,long,2034,4,5\n", r"row 2: more values than columns"),
    ],
)
def test_a_file_of_rates_is_refused_by_row_and_column(csv_file, text, message):
    with pytest.raises(InputError, match=message) as fault:
        read_rates(csv_file(text))
    assert "mine.csv" in str(fault.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SHOCKS + "BEL,2000,1,1,1,1\n", r"row 2, column period: '2000' is no quarter; accepted: such as 2000Q1"),
        (SHOCKS + "BEL,2000Q1,1,1,x,1\n", r"row 2, column growth: 'x' is no number"),
        (SHOCKS + "BEL,2000Q1,1,1,1,99\n", r"row 2, column primary_balance: 99 is out of range"),
        (SHOCKS + "BEL,2000Q1,1,1,1,1\nBEL,2000Q1,1,1,1,1\n", r"row 3, column period: 2000Q1 is given twice"),
    ],
)
def test_a_file_of_shocks_is_refused_by_row_and_column(csv_file, text, message):
    with pytest.raises(InputError, match=message):
        read_shocks(csv_file(text))


def test_too_few_quarters_are_named(csv_file):
    with pytest.raises(InputError, match="1 quarters of BEL from 2000 on; at least 40 are needed"):
        read_shocks(csv_file(SHOCKS + "BEL,1999Q4,1,1,1,1\nBEL,2000Q1,1,1,1,1\n")).of("BEL")


def test_a_file_of_shocks_is_used_and_named(csv_file, known):
    rows = [
        f"BEL,{2000 + q // 4}Q{q % 4 + 1},{0.1 * (-1) ** q},0.{q % 3},{0.5 * (-1) ** (q // 2)},0.2" for q in range(80)
    ]
    found = assess("BEL", shocks=csv_file(SHOCKS + "\n".join(rows) + "\n"), draws=1_000, known=known)
    assert found.notes[-1] == "80 quarterly shocks from mine.csv"


def test_a_file_of_rates_is_used_interpolated_and_named(csv_file, known):
    rates = read_rates(csv_file(RATES + "BEL,long,2034,5\nALL,short,2034,3\nALL,inflation,2034,2.2\n"))
    inputs, plain = read_inputs(known, "BEL", rates), read_inputs(known, "BEL")
    assert inputs.long[10] == 5 and inputs.short[10] == 3 and inputs.inflation[10] == pytest.approx(2.2)
    assert inputs.long[1] == plain.long[1]
    assert inputs.long[5] == pytest.approx(inputs.long[1] + (5 - inputs.long[1]) * 4 / 9)
    assert inputs.long[17] == pytest.approx(5 - (5 - 4) * 7 / 20)
    assert any("mine.csv" in note for note in inputs.notes) and not any("no forward" in note for note in inputs.notes)


def test_poland_s_inflation_lies_off_the_euro_area_s(known):
    inputs = read_inputs(known, "POL")
    assert inputs.inflation[10] > 2.2 and any("half of the gap" in note for note in inputs.notes)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda known: assess("GBR", known=known), "GBR: the European method is that of the Union's members"),
        (lambda known: assess("ZZZ", known=known), "ZZZ"),
        (lambda known: assess("BEL", years=5, known=known), "5 years; accepted: 4 or 7"),
        (lambda known: assess("BEL", rules="american", known=known), "'american'; accepted: european, model"),
        (lambda known: assess("BEL", draws=3, known=known), "3 draws; accepted"),
        (lambda known: assess("BEL", multiplier=-1, known=known), "a multiplier of -1; accepted: 0 to 3"),
        (lambda known: ramp_effect("BEL", 50, known=known), "a ramp of 50 points"),
        (lambda known: ramp_effect("BEL", 1, start=2030, end=2029, known=known), "from 2030 to 2029"),
        (
            lambda known: ramp_effect("BEL", 1, end=2050, known=known),
            "2050 is outside the projection; accepted: 2024 to 2041",
        ),
        (lambda known: Plan(1.0, ramp=Ramp(1.0)), "goes on top of the forecast"),
    ],
)
def test_what_cannot_be_asked_is_refused(known, call, message):
    with pytest.raises(InputError, match=message):
        call(known)


def test_a_day_before_the_inputs_were_published_is_refused():
    with pytest.raises(
        InputError, match=r"--as-of 2025-07-03: .* of BEL were published on 2025-10-31; give --as-of from"
    ):
        read_inputs(from_embedded().as_of("2025-07-03"), "BEL")


def test_a_rate_out_of_range_is_an_error_and_not_replaced(csv_file, known):
    rates = csv_file(RATES + "BEL,long,2030,40\nBEL,long,2040,40\nBEL,short,2026,40\nBEL,short,2040,40\n")
    inputs = read_inputs(known, "BEL", read_rates(rates))
    from dataclasses import replace

    from overstretch.debt import project

    with pytest.raises(InputError, match=r"BEL 20\d\d: an effective interest rate of [\d.]+% is out of range"):
        project(replace(inputs, long=inputs.long + 30, short=inputs.short + 30), Plan())


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command with a user's folder of its own."""
    monkeypatch.setenv("OVERSTRETCH_DATA", str(tmp_path / "data"))
    app = typer.Typer()
    app.command()(debt_command)
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


def test_command_prints_criteria_paths_and_stand_ins_and_writes_json(run, tmp_path):
    out = tmp_path / "bel.json"
    result = run("bel", "--years", 4, "--out", out)
    assert result.exit_code == 0, result.output
    for words in ("BEL", "adverse r-g", "stochastic 70%", "stands in", "forecast"):
        assert words in result.output
    (record,) = json.loads(out.read_text("utf-8"))
    path = record["paths"]["at_target"]
    assert record["binding"] in record["required"] and record["rules"] == "european" and record["edition"] == "2025-05"
    assert len(path["year"]) == len(path["ratio"]) == 18
    assert path["debt"][5] - path["debt"][4] == pytest.approx(path["deficit"][5] + path["stock_flow"][5], abs=2e-4)


@pytest.mark.parametrize("wide", ["60", "80"])
@pytest.mark.parametrize("words", [("bel", "--rules", "both"), ("--all",), ("FRA", "--ramp", 1.5, "--rules", "both")])
def test_what_the_command_prints_fits_the_console(run, monkeypatch, wide, words):
    monkeypatch.setenv("COLUMNS", wide)
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert max(map(len, result.output.splitlines())) <= int(wide)


def test_an_assessment_is_taken_away_as_tables(run, tmp_path):
    found = assess("BEL")
    table = found.table()
    assert table.iloc[0, 1] == round(found.unchanged.at("ratio", 2024), 2) and len(table) == len(found.path.years)
    assert "adverse r-g" in found.to_markdown() and found._repr_html_().count("<table>") == 2
    assert found.plot().to_dict()["layer"] and ramp_effect("FRA", 1.5).plot().to_dict()["layer"]
    assert run("BEL", "--out", tmp_path / "bel.xlsx").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "bel.xlsx").sheetnames[0] == "BEL debt"


def test_command_shows_a_ramp_by_both_rule_sets(run):
    result = run("FRA", "--ramp", 1.5, "--rules", "both", "--multiplier", 0.4)
    assert result.exit_code == 0, result.output
    assert "european" in result.output and "model" in result.output and "6.5" in result.output


def test_command_for_all_names_who_cannot_be_projected(run):
    result = run("--all", "--ramp", 1.5)
    assert result.exit_code == 0, result.output
    assert "not projected:" in result.output and "ROU" in result.output and "SWE" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give one ally"),
        (("BEL", "--all"), "give one ally"),
        (("BEL", "--rules", "mine"), "--rules mine; accepted: european, model, both"),
        (("BEL", "--out", "/nowhere/x.json", "--ramp", "1"), "no such folder"),
    ],
)
def test_command_refuses(run, arguments, message):
    result = run(*arguments)
    assert isinstance(result.exception, InputError) and message in str(result.exception)


def test_the_command_s_day_is_that_of_the_inputs():
    from overstretch import debt
    from overstretch.cli import debt as command

    assert command.AS_OF == debt.AS_OF
