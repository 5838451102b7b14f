"""What is published is what the code gives: scores, estimates, page; and the commands behave."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from overstretch.claims.grounds import grades
from overstretch.errors import InputError
from overstretch.evidence import cases, page, published_estimates, published_scores, records, run_all

ROOT = Path(__file__).parents[2]
MATERIAL = ROOT.parent / "shared" / "data"
QUICK = ["hague", "leaders", "alliances", "key_rate", "wealth_fund", "soviet"]


def same(got: pd.DataFrame, published: pd.DataFrame) -> None:
    keys = ["law", "case", "metric", "baseline"]
    merged = got.merge(published, on=keys, suffixes=("", "_published"), how="left")
    for column in ("n", "model_score", "baseline_score", "lower", "upper"):
        pd.testing.assert_series_equal(
            merged[column], merged[f"{column}_published"], check_names=False, rtol=2e-3, atol=1e-6
        )


@pytest.mark.parametrize("name", QUICK)
def test_scores_are_reproduced(name):
    same(records.frame(cases.CASES[name]()), published_scores())


@pytest.mark.slow
def test_everything_is_reproduced(tmp_path):
    scores = run_all(tmp_path, progress=lambda _: None)
    same(scores, published_scores())
    assert len(scores) == len(published_scores())
    got = pd.read_csv(tmp_path / "estimates.csv")
    pd.testing.assert_frame_equal(got, published_estimates(), rtol=2e-3)


def test_page_does_not_drift():
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert text == page.render(published_scores()), "run python -m overstretch.evidence and copy the page"


def test_every_scored_law_is_named():
    assert set(published_scores()["law"]) == set(cases.LAWS)
    assert tuple(published_scores().columns) == grades.COLUMNS


def test_intervals_hold_their_difference():
    table = published_scores()
    gap = table["model_score"] - table["baseline_score"]
    spread = (table["upper"] - table["lower"]).clip(lower=1e-3)
    assert ((gap > table["lower"] - spread) & (gap < table["upper"] + spread)).all()


def test_unknown_case_and_file_as_folder(tmp_path):
    with pytest.raises(InputError, match="no backtest named moon; accepted: wales"):
        run_all(tmp_path, ["moon"])
    (tmp_path / "x").write_text("")
    with pytest.raises(InputError, match="is a file"):
        run_all(tmp_path / "x", ["leaders"])


def test_command_line(tmp_path):
    command = [sys.executable, "-m", "overstretch.evidence"]
    done = subprocess.run([*command, tmp_path / "out", "leaders"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and (tmp_path / "out" / "scores.csv").is_file()
    bad = subprocess.run([*command, tmp_path / "none", "moon"], capture_output=True, text=True, check=False)
    assert bad.returncode == 2 and "accepted" in bad.stderr and "Traceback" not in bad.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.shared
@pytest.mark.skipif(not MATERIAL.is_dir(), reason=f"the gathered raw data are not at {MATERIAL}")
def test_tables_are_rebuilt_from_the_raw_files(tmp_path):
    subprocess.run(
        [sys.executable, ROOT / "tools" / "evidence_tables.py", MATERIAL, tmp_path], check=True, capture_output=True
    )
    for name in ("leader_cells", "alliance_cells", "shock_history"):
        shipped = pd.read_csv(ROOT / "src/overstretch/evidence/tables" / f"{name}.csv")
        pd.testing.assert_frame_equal(pd.read_csv(tmp_path / f"{name}.csv"), shipped, rtol=1e-4)
