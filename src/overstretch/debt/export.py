"""Assessments and ramps as plain records, for JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path as File
from typing import Any

from overstretch.debt.assess import Assessment
from overstretch.debt.projection import Path
from overstretch.debt.ramp import RampEffect
from overstretch.errors import InputError

UNITS = {
    "ratio": "% of GDP",
    "structural": "% of GDP",
    "primary": "% of GDP",
    "balance": "% of GDP",
    "gap": "% of potential GDP",
    "growth": "%",
    "effective": "% a year",
    "gdp": "LCU billion",
    "debt": "LCU billion",
    "deficit": "LCU billion",
    "stock_flow": "LCU billion",
}


def assessment_record(result: Assessment) -> dict[str, Any]:
    """Everything that an assessment holds, with its three paths year by year."""
    plain = ("ally", "rules", "years", "first", "end", "as_of", "edition", "multiplier", "start", "forecast")
    return {name: getattr(result, name) for name in plain} | {
        "required": {name: round(value, 4) for name, value in result.required.items()},
        "binding": result.binding,
        "target": round(result.target, 4),
        "step": round(result.step, 4),
        "probability": round(result.probability, 4),
        "met_at_forecast": result.met,
        "units": UNITS,
        "paths": {
            "at_target": path_record(result.path),
            "forecast_held": path_record(result.unchanged),
            "outturn_held": path_record(result.outturn_held),
        },
        "notes": list(result.notes),
    }


def ramp_record(effect: RampEffect) -> dict[str, Any]:
    """A ramp's effect on debt and GDP by year, with both paths."""
    years = [int(year) for year in effect.without.years]
    return {
        "ally": effect.ally,
        "rules": effect.rules,
        "points": effect.ramp.points,
        "from": effect.ramp.start,
        "to": effect.ramp.end,
        "multiplier": effect.multiplier,
        "debt_added": dict(zip(years, effect.debt.round(4).tolist(), strict=True)),
        "gdp_added": dict(zip(years, effect.gdp.round(4).tolist(), strict=True)),
        "units": UNITS,
        "paths": {"without": path_record(effect.without), "with": path_record(effect.with_ramp)},
        "notes": list(effect.notes),
    }


def path_record(path: Path) -> dict[str, list]:
    """A path's series by name, rounded to four decimals."""
    return {"year": path.years.tolist()} | {name: getattr(path, name).round(4).tolist() for name in UNITS}


def write_json(records: Iterable[dict[str, Any]], out: File) -> None:
    """Write records as one JSON list. Raises InputError where the file cannot be written."""
    try:
        out.write_text(json.dumps(list(records), indent=2, allow_nan=False) + "\n", encoding="utf-8")
    except OSError as fault:
        raise InputError(f"--out {out}: cannot be written ({fault.strerror})") from fault
