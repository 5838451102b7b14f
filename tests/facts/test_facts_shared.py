"""Against the gathered material beside the checkout, where it is there: the tables rebuilt, two real workbooks."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

from overstretch.facts import tables
from overstretch.facts.fetch import Download
from overstretch.facts.sources import nato, sipri

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the gathered material is not beside the checkout (../shared/data)"),
]


def file(name: str) -> Download:
    path = SHARED / "publisher_files" / name
    return Download(path.read_bytes(), path.name, "")


def test_the_tables_are_what_the_scripts_make_of_the_material(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from tools import build_facts

    monkeypatch.setattr(sys, "argv", ["build_facts", "--material", str(SHARED), "--out", str(tmp_path)])
    build_facts.main()
    folder = Path(tables.__file__).parent / "tables"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in folder.iterdir())
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_natos_real_workbook_gives_the_embedded_edition(base):
    rows = nato.parse(file("240617-def-exp-2024-TABLES-en.xlsx"), "2024-06-17")
    own = base.rows["edition"].eq("2024-06") & base.rows["file"].eq("nato.csv")
    keys = ["variable", "entity", "period"]
    held = base.rows.loc[own.to_numpy(), [*keys, "value", "kind", "unit"]].astype(
        dict.fromkeys([*keys, "kind", "unit"], str)
    )
    both = rows.merge(held, on=keys, how="outer", suffixes=("", "_held"), indicator=True)
    assert len(both) == 4268 and both["_merge"].eq("both").all()
    gap = (both["value"] - both["value_held"]).abs()
    assert (gap <= 0.051 + 5e-5 * both["value"].abs()).all()  # the gathered figures are rounded, at most to one decimal
    assert gap[both["variable"] == "core_share"].max() < 1e-4
    assert both["kind"].eq(both["kind_held"]).all() and both["unit"].eq(both["unit_held"]).all()


def test_sipris_real_workbook_gives_the_gathered_figures():
    rows = sipri.parse(file("SIPRI-Milex-data-1949-2024_2.xlsx"))
    assert rows["published"].unique().tolist() == ["2025-04-30"]
    gathered = pd.read_csv(SHARED / "sipri_milex_1949_2024.csv")
    names = {
        "milex_share_gdp": ("sipri_share", 1),
        "milex_const2023_usd": ("sipri_usd_constant", 1),
        "milex_lcu": ("sipri_lcu", 1e-6),
    }
    compared = 0
    for theirs, (ours, scale) in names.items():
        held = gathered[gathered["variable"] == theirs].assign(period=lambda t: t["year"].astype(str))
        both = rows[rows["variable"] == ours].merge(held, left_on=["entity", "period"], right_on=["iso3", "period"])
        assert both["value_x"].to_numpy() == pytest.approx((both["value_y"] * scale).to_numpy(), rel=1e-4, abs=1e-3)
        estimates = both["flag"].notna()
        assert both.loc[estimates, "kind"].eq("estimate").all() and both.loc[~estimates, "kind"].eq("actual").all()
        compared += len(both)
    assert compared > 5000
    russia = rows[(rows["variable"] == "sipri_share") & (rows["entity"] == "RUS") & (rows["period"] == "2024")]
    assert russia["value"].item() == pytest.approx(7.05, abs=0.01)
