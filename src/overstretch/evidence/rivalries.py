"""The laws on past rivalries: the shipped historical systems run at several cut-offs, their burdens scored on what
came.

Nothing is fitted here. The rival forecast is persistence: the last burden known, spread by the root of the horizon
times
the actor's own past yearly changes. Cut-offs are reconstructed (later editions, cut at the lag of their day).
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from overstretch.evidence import inputs, scores

LAW, PERSISTENCE = "model", "persistence"
CUTOFFS = {"cold-war": (1960, 1970, 1980), "greece-turkey": (1965, 1975, 1985, 1995), "india-pakistan": (1990, 2000)}
AHEAD = (5, 10)
FUTURES, SEED, SCALE_YEARS = 1024, 1, 15
LAST = {"SUN": 1988}  # after it the series is revalued


def burdens() -> pd.DataFrame:
    """Scores of ln burden: columns system, actor, cutoff, ahead, model, metric, score."""
    rows: list[scores.Row] = []
    for system, years in CUTOFFS.items():
        for year in years:
            rows += _at(system, year)
    return pd.DataFrame(rows, columns=["system", "actor", "cutoff", "ahead", "model", "metric", "score"])


def _at(name: str, year: int) -> list[scores.Row]:
    from overstretch.engine.plan import Plan
    from overstretch.engine.run import run
    from overstretch.systems import load_system, prepare

    day, declared = date(year, 1, 1), load_system(name)
    clock = declared.clock.model_copy(update={"last_year": year + max(AHEAD)})  # one length, one compiled program
    system = declared.model_copy(update={"as_of": day, "clock": clock})
    known = inputs.loaded().as_of(day.isoformat(), reconstructed=True)
    prepared = prepare(system, known, day)
    futures = run(prepared, Plan(clock.last_year), FUTURES, SEED)["base"].to_dataset()
    rows: list[scores.Row] = []
    for actor in prepared.actors:
        series = system.facts.burden_instead.get(actor, system.facts.burden)
        came = inputs.series(series, actor)
        came.index = came.index.astype(int)
        before = np.log(known.series(series, actor).astype(float).to_numpy())[-SCALE_YEARS - 1 :]
        held = int(known.series(series, actor).index[-1])
        for ahead in AHEAD:
            then = year + ahead - 1
            if then not in came.index or then > LAST.get(actor, then):
                continue
            draws = np.log(futures["core_share"].sel(actor=actor, year=then).values.astype(float))
            sd = float(np.sqrt((then - held) * np.mean(np.diff(before) ** 2)))
            actual, last = float(np.log(came[then])), float(before[-1])
            key = (name, actor, year, ahead)
            rows += scores.of_draws((*key, LAW), actual, draws)
            rows += scores.of_normal((*key, PERSISTENCE), actual, last, sd)
    return rows
