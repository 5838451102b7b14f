"""From tidy scores to rows of `scores.csv`: a law against each naive rival, with the interval of the difference."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from overstretch.claims.grounds.grades import COLUMNS
from overstretch.evidence import bootstrap

NOMINAL = 0.9
Row = dict[str, object]


def compare_panel(
    table: pd.DataFrame,
    law: str,
    case: str,
    model: str,
    rivals: Iterable[str],
    unit: str,
    time: str,
    block: int,
    source: str,
    n: int | None = None,
) -> list[Row]:
    """Rows for every metric of `table` (columns model, metric, score and the axes `unit`, `time`).

    The interval resamples units whole and blocks of `block` times. n: independent points, by default the units. Rows of
    metric "coverage" compare with the nominal
    90%.
    """
    rows: list[Row] = []
    for metric, part in table.groupby("metric"):
        wide = part.pivot_table(index=[unit, time], columns="model", values="score")
        base = {
            "law": law,
            "case": case,
            "metric": str(metric),
            "n": table[unit].nunique() if n is None else n,
            "model_score": wide[model].mean(),
            "source": source,
        }
        if metric == "coverage":
            against = [("nominal 90%", NOMINAL, NOMINAL, "nominal")]
        else:
            against = [(rival, wide[rival], wide[rival].mean(), "lower") for rival in rivals]
        for baseline, theirs, score, better in against:
            interval = _interval(wide[model] - theirs, unit, time, block)
            rows.append({**base, "baseline": baseline, "baseline_score": score, **interval, "better": better})
    return rows


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Rows in the columns of `scores.csv`, figures rounded to six significant digits."""
    table = pd.DataFrame(list(rows))[list(COLUMNS)]
    figures = ["model_score", "baseline_score", "lower", "upper"]
    table[figures] = table[figures].map(lambda x: float(f"{x:.5g}"))
    return table


def _interval(difference: pd.Series, unit: str, time: str, block: int) -> dict[str, float]:
    panel = difference.unstack(time).sort_index(axis=1)
    result = bootstrap.panel_interval(panel.to_numpy(), min(block, panel.shape[1]))
    return {"lower": result.lower, "upper": result.upper}
