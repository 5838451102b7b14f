"""Russian equipment on the sanity page: what priors and futures say of stock, losses and output against published
counts."""

from __future__ import annotations

import numpy as np

from overstretch.assumptions import load_priors
from tools.sanity_lines import Line, spread
from tools.sanity_runs import AS_OF, Runs

HELD_TANKS, HELD_ARMOURED = (
    "tanks_active",
    13_000.0,
)  # armoured vehicles held in February 2022: reference of the prior attrition_war
MIX = "the classes lost most; the law's stock is all equipment"


def equipment(held: Runs) -> list[Line]:
    """Stock at the cut-off, share lost and share brought back a year, and the stock's path to the end of 2026."""
    tanks = held.known.frame("tanks_active", "RUS").set_index("period")["value"]
    before, now = float(tanks["2022-02"]), float(tanks.iloc[-1])
    return [
        _line(
            "equipment at the cut-off over February 2022",
            _first(held),
            now / before,
            "tanks_active: IISS 2023 and 2024",
            "tanks alone",
        ),
        _line(
            "share lost a year at full intensity",
            _prior("attrition_war"),
            _lost(held) / before,
            "tanks_lost of 2024 over tanks_active of February 2022",
            MIX,
        ),
        _line(
            "share brought back from depots a year, of February 2022",
            _prior("refurbishment"),
            _armoured(held),
            "armoured_vehicles_produced_and_restored_per_year over 13,000",
            MIX,
        ),
        _line(
            "the same for tanks",
            _prior("refurbishment"),
            _tanks(held) / before,
            "tanks_produced_and_restored_per_year over tanks_active of February 2022",
            MIX,
        ),
        _net(held, before),
    ]


def _prior(name: str) -> np.ndarray:
    return load_priors()[name].quantile((np.arange(2000) + 0.5) / 2000, AS_OF)


def _first(held: Runs) -> np.ndarray:
    return held.base["rus_equipment_index"].isel(quarter=0).values


def _lost(held: Runs) -> float:
    frame = held.known.frame("tanks_lost", "RUS").set_index("period")["value"]
    return float(frame["2024"])


def _tanks(held: Runs) -> float:
    return float(held.known.frame("tanks_produced_and_restored_per_year", "RUS")["value"].iloc[-1])


def _armoured(held: Runs) -> float:
    return (
        float(held.known.frame("armoured_vehicles_produced_and_restored_per_year", "RUS")["value"].iloc[-1])
        / HELD_ARMOURED
    )


def _line(what: str, ours: np.ndarray, reference: float, source: str, why: str) -> Line:
    low, high = np.quantile(ours, [0.05, 0.95])
    within = bool(low <= reference <= high)
    return Line(
        what, spread(ours, 2), f"{reference:.2f}", source, "within" if within else "outside", "" if within else why
    )


def _net(held: Runs, before: float) -> Line:
    """Change of the stock in the first simulated year against tanks made and restored less tanks lost, of February
    2022."""
    index = held.base["rus_equipment_index"]
    change = (index.isel(quarter=4) - index.isel(quarter=0)).values
    net = (_tanks(held) - _lost(held)) / before
    return _line(
        "change of the stock in a year, of February 2022",
        change,
        net,
        "tanks made and restored (2025) less tanks lost (2024)",
        MIX,
    )
