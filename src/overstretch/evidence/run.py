"""Run every backtest and write the table of scores, the estimates and the docs page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from overstretch.errors import InputError
from overstretch.evidence import estimates, page, records
from overstretch.evidence.cases import CASES


def run_all(
    out: str | Path, only: Iterable[str] | None = None, progress: Callable[[str], None] = print
) -> pd.DataFrame:
    """Run the backtests, write `scores.csv`, `estimates.csv` and `evidence.md` into `out`, return the scores.

    `only`: names of cases (see `cases.CASES`); then `scores.csv` alone is written, with those cases. An unknown name
    or an `out` that is a file is an InputError. The same figures at every run; some minutes for all, because the full
    model is compiled for each cut-off, 15 seconds without the cases `model_allies`, `model_russia`.
    """
    names = list(CASES) if only is None else list(only)
    unknown = [name for name in names if name not in CASES]
    if unknown:
        raise InputError(f"no backtest named {', '.join(unknown)}; accepted: {', '.join(CASES)}")
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; a folder is needed for the scores")
    rows: list[records.Row] = []
    for name in names:
        progress(f"backtest {name}")
        rows += CASES[name]()
    scores = records.frame(rows)
    folder.mkdir(parents=True, exist_ok=True)
    scores.to_csv(folder / "scores.csv", index=False, lineterminator="\n")
    if only is None:
        figures = estimates.table()
        figures.to_csv(folder / "estimates.csv", index=False, lineterminator="\n")
        (folder / "evidence.md").write_text(page.render(scores), encoding="utf-8", newline="\n")
    return scores
