"""Runs and policies are taken away like answers: one base, the same methods, the figures of the futures."""

from __future__ import annotations

import numpy as np
import openpyxl
import pandas as pd
import pytest

import overstretch
from overstretch.policy.tabled import Policies
from overstretch.tabular import Tabular

FUTURES, DAY = 64, "2026-10-15"


@pytest.fixture(scope="module")
def tree():
    return overstretch.run(do=["us_withdraws(2027)"], futures=FUTURES, contrast_futures=FUTURES, as_of=DAY)


def test_the_headline_of_a_run_is_that_of_its_futures(tree, tmp_path):
    assert isinstance(tree.headline, Tabular)
    table = tree.headline.table().set_index("outcome")
    cost = tree["base"]["pledge_cost"].sel(year=2035).values
    row = table.loc["Cost of the pledge 2035"]
    np.testing.assert_allclose(row[["base", "base 5%", "base 95%"]].astype(float), np.quantile(cost, (0.5, 0.05, 0.95)))
    assert row["unit"] == "bn 2021 USD" and set(table["unit"]) >= {"in 100", "% of GDP"}
    assert "us_withdraws(2027) 5%" in table.columns and "<table>" in tree.headline._repr_html_()
    drawn = tree.headline.plot().to_dict()
    assert {row["row"][:1] for rows in drawn["datasets"].values() for row in rows} == {"P"}  # one unit, one axis
    tree.headline.to_excel(tmp_path / "run.xlsx")
    assert openpyxl.load_workbook(tmp_path / "run.xlsx").sheetnames == ["run", "Notes and sources"]


def test_a_stored_run_has_its_headline(tmp_path):
    stored = overstretch.run(futures=FUTURES, as_of=DAY, out=tmp_path / "run")
    outcomes = list(stored.headline.table()["outcome"])
    assert "Cost of the pledge 2035" in outcomes and "P(liquid fund used up by 2028)" in outcomes
    assert list(overstretch.open(tmp_path / "run").headline.table()["outcome"]) == outcomes


def test_a_system_without_a_pledge_has_burdens_and_equipment():
    burden, equipment = overstretch.run("cold-war", futures=FUTURES).headline.tables()
    assert burden.columns[1].unit == "% of GDP" and "dollars" in equipment.columns[1].unit
    assert [row[0] for row in burden.rows] == [row[0] for row in equipment.rows]


def test_policies_are_a_table_with_units_and_a_chart():
    row = {
        "rule": "level",
        "points": 1.0,
        "finance": "debt",
        "regret": 0.4,
        "debt_median": 60.0,
        "pledge_met": 0.25,
        "pareto": True,
        "least_regret": True,
    }
    tried = pd.DataFrame([row, row | {"points": 0.0, "regret": 0.6, "least_regret": False}])
    tried.attrs = {"as_of": DAY, "futures": FUTURES, "seed": 1}
    found = Policies(tried, "DEU")
    table = found.table()
    assert list(table.filter(like="at 3.5%").iloc[:, 0]) == [25.0, 25.0] and len(table) == 2
    assert found.plot().to_dict()["layer"] and "Least regretted" in found.to_markdown()
