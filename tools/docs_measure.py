"""Measure what each switch moves: the base world with everything on, and once more without one mechanism, on the same
draws.

python -m tools.docs_measure            (about a minute; writes docs/laws/measured.json, from which pages are generated)
python -m tools.docs_measure --check    (exit 1 where the file is not what the laws and priors of today give)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from overstretch.assumptions import digest
from overstretch.model.registry import SWITCHES

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "docs" / "laws" / "measured.json"
AS_OF, SEED, FUTURES, LAST = date(2025, 7, 3), 1, 1024, 2035
UNARMED = "ISL"
LEAST = 1e-4  # of an outcome's spread: a smaller mean change is rounding


@dataclass(frozen=True)
class Outcome:
    """One figure per future that a switch may move: its code, box in the diagram, words, unit, how it is read."""

    code: str
    box: str
    words: str
    unit: str
    read: Callable[[xr.Dataset], np.ndarray]


def _allies(world: xr.Dataset, name: str) -> np.ndarray:
    """Mean over the allies with forces in the last year, [F]."""
    codes = [a for a in world["actor"].values if a not in ("RUS", "UKR", UNARMED)]
    return world[name].sel(actor=codes, year=LAST).mean("actor").values


def _one(name: str, actor: str, year: int) -> Callable[[xr.Dataset], np.ndarray]:
    return lambda w: w[name].sel(actor=actor, year=year).values


def _quarter(name: str, quarter: str) -> Callable[[xr.Dataset], np.ndarray]:
    return lambda w: w[name].sel(quarter=quarter).values


def _chance(name: str) -> Callable[[xr.Dataset], np.ndarray]:
    return lambda w: -np.expm1(-w[name].sel(year=LAST).values)


def _by(name: str, year: int) -> Callable[[xr.Dataset], np.ndarray]:
    return lambda w: (w[name].values <= year + 1).astype(float)


def _mean(name: str, actor: str) -> Callable[[xr.Dataset], np.ndarray]:
    return lambda w: w[name].sel(actor=actor, year=slice(2026, LAST)).mean("year").values


OUTCOMES = (
    Outcome(
        "allies_core",
        "defence",
        "mean core share of the allies in 2035",
        "% of GDP",
        lambda w: _allies(w, "core_share"),
    ),
    Outcome(
        "allies_related",
        "defence",
        "mean related share of the allies in 2035",
        "% of GDP",
        lambda w: _allies(w, "related_share"),
    ),
    Outcome(
        "allies_new",
        "defence",
        "part of the allies' shares in 2035 that is new",
        "% of GDP",
        lambda w: _allies(w, "new_share"),
    ),
    Outcome("rus_share", "defence", "Russia's military burden in 2030", "% of GDP", _one("core_share", "RUS", 2030)),
    Outcome("ukr_share", "defence", "Ukraine's military burden in 2030", "% of GDP", _one("core_share", "UKR", 2030)),
    Outcome("deu_growth", "economy", "Germany's yearly growth, 2026-2035", "%", _mean("growth", "DEU")),
    Outcome("rus_growth", "economy", "Russia's yearly growth, 2026-2035", "%", _mean("growth", "RUS")),
    Outcome(
        "rus_inflation",
        "economy",
        "Russia's inflation at the end of 2030",
        "% a year",
        _quarter("rus_inflation", "2030Q4"),
    ),
    Outcome(
        "rus_key_rate",
        "economy",
        "Russia's key rate at the end of 2030",
        "% a year",
        _quarter("rus_key_rate", "2030Q4"),
    ),
    Outcome(
        "allies_debt", "finance", "mean debt of the allies in 2035", "% of GDP", lambda w: _allies(w, "debt_ratio")
    ),
    Outcome("rus_debt", "finance", "Russia's debt in 2035", "% of GDP", _one("debt_ratio", "RUS", LAST)),
    Outcome("urals", "war_economy", "Urals at the end of 2030", "USD a barrel", _quarter("urals_price", "2030Q4")),
    Outcome(
        "fund", "war_economy", "liquid wealth fund at the end of 2027", "trn RUB", _quarter("rus_fund_liquid", "2027Q4")
    ),
    Outcome(
        "tools",
        "war_economy",
        "room left in Russia's instruments at the end of 2030",
        "0 to 1",
        _quarter("rus_tools_left", "2030Q4"),
    ),
    Outcome(
        "europe_equipment",
        "forces",
        "equipment of European allies and Canada at the end of 2035",
        "bn 2021 USD",
        _quarter("europe_equipment", "2035Q4"),
    ),
    Outcome(
        "rus_equipment",
        "forces",
        "Russia's equipment at the end of 2030",
        "1 = February 2022",
        _quarter("rus_equipment_index", "2030Q4"),
    ),
    Outcome(
        "rus_free",
        "forces",
        "Russian equipment not tied down at the end of 2030",
        "1 = February 2022",
        _quarter("rus_free_forces", "2030Q4"),
    ),
    Outcome("flank", "forces", "ratio on the eastern flank at the end of 2030", "1", _quarter("flank_ratio", "2030Q4")),
    Outcome("war_ends", "war", "chance of a settlement by 2030", "probability", _by("event_war_end", 2030)),
    Outcome(
        "withdrawn",
        "united_states",
        "chance that the United States is withdrawn at the end of 2034",
        "probability",
        lambda w: (w["us_state"].sel(quarter="2034Q4").values == 2.0).astype(float),
    ),
    Outcome(
        "eased",
        "review",
        "chance that the review eases the target",
        "probability",
        lambda w: (w["review_result"].values == 1).astype(float),
    ),
    Outcome("cohesion", "alliance", "cohesion at the end of 2035", "sd", _quarter("cohesion", "2035Q4")),
    Outcome(
        "doubt", "alliance", "doubt about Article 5 at the end of 2035", "sd", _quarter("article5_doubt", "2035Q4")
    ),
    Outcome("draw_down", "alliance", "chance of a US draw-down by 2035", "probability", _by("event_us_drawdown", LAST)),
    Outcome("exit", "alliance", "chance of a formal exit by 2035", "probability", _chance("hazard_exit")),
    Outcome(
        "irregular",
        "leaders",
        "hazard of the ruler's irregular exit by 2035, as a chance",
        "probability",
        _chance("hazard_leader_irregular"),
    ),
    Outcome("regime", "leaders", "chance that the regime ends by 2035", "probability", _chance("hazard_regime_end")),
)


def measured() -> dict[str, Any]:
    """Means of every outcome with everything on, and for every switch its change: the content of the file."""
    from overstretch.engine.plan import Plan
    from overstretch.engine.run import run
    from overstretch.facts import load
    from overstretch.systems import load_system, prepare

    prepared = prepare(load_system("nato-russia"), load().as_of(AS_OF.isoformat()), AS_OF)

    def figures(off: tuple[str, ...]) -> dict[str, np.ndarray]:
        world = run(prepared, Plan(LAST), FUTURES, SEED, off)["base"].to_dataset()
        return {outcome.code: np.asarray(outcome.read(world), dtype=float) for outcome in OUTCOMES}

    whole = figures(())
    return {
        "as_of": AS_OF.isoformat(),
        "seed": SEED,
        "futures": FUTURES,
        "assumptions": digest(),
        "on": {code: _round(values.mean()) for code, values in whole.items()},
        "spread": {code: _round(values.std()) for code, values in whole.items()},
        "off": {switch: _changes(whole, figures((switch,))) for switch in SWITCHES},
    }


def _changes(whole: dict[str, np.ndarray], without: dict[str, np.ndarray]) -> dict[str, dict[str, float]]:
    """Mean without the mechanism, and the mean absolute change over the outcome's spread, for what moves at all."""
    found = {}
    for code, values in whole.items():
        spread = max(float(values.std()), float(without[code].std()), 1e-12)
        change = float(np.abs(without[code] - values).mean()) / spread
        if change > LEAST:
            found[code] = {"mean": _round(without[code].mean()), "change": _round(change)}
    return found


def _round(value: float) -> float:
    """Four significant digits: more would differ between machines."""
    return float(f"{float(value):.4g}")


def stored() -> dict[str, Any]:
    """The file's content. Raises ValueError for switches or outcomes that are not those of today."""
    table = json.loads(TABLE.read_text("utf-8"))
    if set(table["off"]) != set(SWITCHES) or set(table["on"]) != {outcome.code for outcome in OUTCOMES}:
        raise ValueError(f"{TABLE.name}: not the switches and outcomes of today; run python -m tools.docs_measure")
    return table


def main(arguments: list[str]) -> int:
    text = json.dumps(measured(), indent=1) + "\n"
    if "--check" in arguments:
        fresh = TABLE.is_file() and TABLE.read_text("utf-8") == text
        print(
            "measured.json is up to date" if fresh else "measured.json is out of date: run python -m tools.docs_measure"
        )
        return int(not fresh)
    TABLE.write_text(text, encoding="utf-8")
    print(f"written: {TABLE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
