"""Tables as files: typed cells, units in the heads, nothing that a spreadsheet runs; on the console nothing is cut."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from overstretch import tabular
from overstretch.cited import Source, listed
from overstretch.cli import tables
from overstretch.errors import InputError
from overstretch.tabular import Band, Column, Table, to_csv, to_json, to_markdown, write

TABLE = Table(
    "A title",
    (
        Column("ally"),
        Column("at 3.5%", "chance", "chance"),
        Column("debt", "% of GDP", "band"),
        Column("n", "", "number"),
    ),
    (
        ("=1+1", Band(0.25, 0.1, 0.5, "25 (10 to 50)"), Band(-1.5, -2.0, None, "−1.50"), 3),
        ("Türkiye | x", None, None, None),
    ),
    ("@note",),
    (Source("=a source", "https://example.org/a?b=1&c=2"), Source("no page")),
    {"name": "a/b"},
)


def test_a_workbook_has_typed_cells_and_runs_nothing(tmp_path):
    write(TABLE, tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    sheet, about = book["ab"], book["Notes and sources"]
    assert [c.value for c in sheet[1]] == [
        "ally",
        *[f"at 3.5%{e} (chance)" for e in ("", " 5%", " 95%")],
        *[f"debt{e} (% of GDP)" for e in ("", " 5%", " 95%")],
        "n",
    ]
    assert [c.value for c in sheet[2]] == ["=1+1", 0.25, 0.1, 0.5, -1.5, -2, None, 3]
    assert [c.data_type for c in sheet[2]][:2] == ["s", "n"] and sheet["B2"].number_format == "0%"
    assert [row[0].value for row in about.iter_rows()] == ["A title", "@note", "Sources:", "=a source", "no page"]
    assert (
        about["B4"].hyperlink.target == about["B4"].value == "https://example.org/a?b=1&c=2"
        and about["B5"].value == "address not recorded"
        and about["B5"].hyperlink is None
    )
    assert all(c.data_type != "f" for each in book for row in each.iter_rows() for c in row)


def test_a_csv_is_figures_and_disarmed_texts():
    head, first, second = list(csv.reader(io.StringIO(to_csv(TABLE))))
    assert first == ["'=1+1", "0.25", "0.1", "0.5", "-1.5", "-2.0", "", "3"] and len(head) == len(second) == 8


def test_json_has_no_number_for_what_is_none():
    columns = (Column("ally"), Column("share", "%", "band"), Column("debt", "%", "number"))
    table = Table("T", columns, (("POL", Band(4.5, float("nan"), float("inf"), "4.5"), float("nan")),))
    (row,) = json.loads(to_json(table), parse_constant=pytest.fail)["rows"]
    assert row == {"ally": "POL", "share": {"value": 4.5, "low": None, "high": None, "text": "4.5"}, "debt": None}


def test_markdown_json_and_pandas_say_the_same(tmp_path):
    lines = to_markdown(TABLE).splitlines()
    assert lines[2:4] == ["- @note", ""] and lines[4] == "| ally | at 3.5%, in 100 | debt, % of GDP | n |"
    assert "Türkiye \\| x" in lines[7]
    write(TABLE, tmp_path / "t.json")
    record = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert record["rows"][0]["at 3.5%"] == {"value": 0.25, "low": 0.1, "high": 0.5, "text": "25 (10 to 50)"}
    assert TABLE.frame().iloc[0, 1] == 0.25 and TABLE.frame().attrs["sources"] == record["sources"]
    assert record["sources"][0] == {"words": "=a source", "address": "https://example.org/a?b=1&c=2", "kind": ""}
    assert lines[-2:] == ["- [=a source](<https://example.org/a?b=1&c=2>)", "- no page (address not recorded)"]
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in TABLE.html()


@pytest.mark.parametrize(
    ("name", "several", "words"),
    [
        ("t.xls", False, "ending must be one of .xlsx"),
        ("none/t.csv", False, "no such folder"),
        ("t.csv", True, "one table fits"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(tmp_path, name, several, words):
    with pytest.raises(InputError, match=words):
        write([TABLE, TABLE] if several else TABLE, tmp_path / name, "--csv")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_without_its_package_is_refused_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(tabular, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"^--xlsx \S+: writing .xlsx needs a further package: pip install"):
        tabular.check_folder(tmp_path / "t.xlsx", "--xlsx")
    tabular.check_folder(tmp_path / "t.csv", "--csv")


@pytest.mark.parametrize("wide", [40, 60, 80, 130])
def test_on_the_console_each_figure_stays_whole_and_on_its_row(wide, monkeypatch, capsys):
    figures = [
        ["Estonia and a long name", f"{k}.25 (−1{k}.00 to +2,{k}53.10)", f"{k} in 100 ({k} to 5{k})", "under 1"]
        for k in range(9)
    ]
    monkeypatch.setattr(tables, "width", lambda: wide)
    tables.print_parts(
        ["ally", "a head of several words, billion US dollars", "chance, in 100", "low"], figures, "A title"
    )
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= wide
    for row in figures:
        for figure in row[1:]:
            assert any(figure in line for line in shown.splitlines()), figure


def test_columns_that_name_a_row_stand_before_every_part(monkeypatch, capsys):
    monkeypatch.setattr(tables, "width", lambda: 30)
    tables.print_parts(
        ["ally", "rules", "one", "two", "three"],
        [["FRA", "model", "1.0", "2.0", "3.0"], ["FRA", "european", "4.0", "5.0", "6.0"]],
        "T",
        2,
    )
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("FRA")]
    assert len(lines) > 2 and all(("model" in line) != ("european" in line) for line in lines)


def test_a_number_has_the_decimals_of_its_column_and_no_minus_zero():
    table = Table("T", (Column("x", "", "number", 2), Column("y", "", "number")), ((-0.001, 1234.5678), (121.0, -2.0)))
    assert table.read() == [["0.00", "1,235"], ["121.00", "−2"]]


def test_a_strip_puts_its_mark_where_the_figure_is():
    column = Column("x", "chance", "chance")
    head, (middle, none, low) = tables.strip(column, [Band(0.5, 0.0, 1.0, ""), None, Band(0.0, None, None, "")], 11)
    assert head == "x: 0 to 100" and middle == "─────●─────" and none == "" and low == "●··········"


def test_sources_of_one_kind_stand_under_it():
    sources = [
        Source("Italy, May", "https://i.test", "A plan"),
        Source("SIPRI", "https://s.test"),
        Source("Spain", "", "A plan"),
    ]
    assert listed(sources) == [
        ("A plan:", 0),
        ("Italy, May", 1),
        ("https://i.test", 2),
        ("Spain", 1),
        ("address not recorded", 2),
        ("SIPRI", 0),
        ("https://s.test", 1),
    ]
