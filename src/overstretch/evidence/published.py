"""The scores and estimates that ship with the package, as data frames."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd


def published_scores() -> pd.DataFrame:
    """The table of scores that evidence grades rest on (columns: `claims.grades.COLUMNS`)."""
    return pd.read_csv(files("overstretch.claims.grounds").joinpath("scores.csv").open(encoding="utf-8"))


def published_estimates() -> pd.DataFrame:
    """Estimates with intervals (columns: `estimates.COLUMNS`)."""
    return pd.read_csv(files("overstretch.evidence").joinpath("estimates.csv").open(encoding="utf-8"))
