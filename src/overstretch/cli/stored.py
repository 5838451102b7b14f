"""What is printed of a stored run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.table import Table

from overstretch import terminal

if TYPE_CHECKING:
    import xarray as xr

QUANTILES = (0.05, 0.5, 0.95)


def show_stored(folder: Path) -> None:
    """Headline outcomes of each world of a finished store."""
    from overstretch.cli.show import show_notes
    from overstretch.engine.reading import open as open_run

    tree = open_run(folder)
    table = Table(title="Headline outcomes (5, 50, 95%; probabilities in %)")
    table.add_column("outcome")
    columns = []
    for node, child in tree.children.items():
        table.add_column(node, justify="right")
        columns.append(_outcomes(child.to_dataset()))
    table.add_row("futures", *(f"{child.sizes['future']:,}" for child in tree.children.values()))
    for label in columns[0]:
        table.add_row(label, *(column[label] for column in columns))
    console = terminal.console()
    console.print(table)
    show_notes(tree)
    console.print(f"Stored in {folder}; read it with overstretch.open({str(folder)!r})", soft_wrap=True)


def _outcomes(world: xr.Dataset) -> dict[str, str]:
    from overstretch.engine.reading import fan

    if "pledge_cost" not in world:
        last = int(world["year"].values[-1])
        burdens = fan(world, "core_share", QUANTILES).sel(year=last)
        return {f"burden of {a} {last} (% of GDP)": _spread(burdens.sel(actor=a).values) for a in world["actor"].values}
    burden = fan(world, "core_share", QUANTILES).sel(actor="RUS", year=2030).values
    cost = world["pledge_cost"].sel(year=2035).values
    leaves = np.fmin(world["event_leader_irregular"].values, world["event_leader_forced"].values)
    return {
        "Cost of the pledge 2035 (bn 2021 USD)": _spread(np.quantile(cost, QUANTILES)),
        "Russia's burden 2030 (% of GDP)": _spread(burden),
        "P(liquid fund used up by 2028)": _chance(world["event_fund_exhausted"].values < 2029),
        "P(Russian calendar-year recession by 2030)": _chance(world["event_recession_calendar"].values <= 2031),
        "P(Russian forces rebuilt by mid-2030)": _chance(world["event_rebuilt"].values <= 2030.5),
        "P(a first ally leaves by 2035)": _chance(1 - np.exp(-world["hazard_exit"].sel(year=2035).values)),
        "P(ruler leaves irregularly or is forced out by 2035)": _chance(leaves <= 2036),
    }


def _spread(values: np.ndarray) -> str:
    low, middle, high = values
    return f"{middle:,.1f} ({low:,.1f} to {high:,.1f})"


def _chance(happened: np.ndarray) -> str:
    return f"{100 * float(np.mean(happened)):.1f}"
