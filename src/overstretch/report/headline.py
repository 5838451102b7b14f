"""The headline of a run as a table: a row an outcome, a band for each world; of a system without a pledge a row an
actor.

Importing this module gives every tree of futures `headline`: `futures.headline.table()`, `.to_excel(...)`, `.plot()`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
import xarray as xr

from overstretch.engine.reading import fan, open
from overstretch.tabular import Band, Cell, Column, Table, Tabular

__all__ = ["CHANCES", "Headline", "open"]  # a run opened here has its `headline`

QUANTILES = (0.05, 0.5, 0.95)
TITLE = "Headline outcomes (median and 5 to 95%; a probability in 100)"
IN_100 = "in 100"
Outcome = tuple[str, str]  # in words, and its unit
CHANCES = (  # label, question
    ("P(liquid fund used up by 2028)", "happens(fund_exhausted, RUS, by 2028-12)"),
    ("P(Russian calendar-year recession by 2030)", "happens(recession[calendar_year], RUS, by 2030-12)"),
    ("P(Russian forces rebuilt by mid-2030)", "happens(forces_rebuilt, RUS, by 2030-06)"),
    ("P(a first ally leaves by 2035)", "happens(ally_exit, by 2035-12)"),
    ("P(ruler leaves irregularly or is forced out by 2035)", "happens(leader_exit[forced], RUS, by 2035-12)"),
)
ACTORS = (("burden", "core_share", "% of GDP", 1), ("equipment", "equipment", "bn dollars at purchasing power", 0))


@xr.register_datatree_accessor("headline")
class Headline(Tabular):
    """The headline of a tree of futures, in memory or stored."""

    def __init__(self, futures: xr.DataTree) -> None:
        self._futures = futures

    def as_table(self) -> Table:
        """Headline outcomes; of a system without a pledge the burdens of its actors."""
        return self.tables()[0]

    def tables(self) -> tuple[Table, ...]:
        """Of a system without a pledge a second table: its actors' equipment."""
        worlds = {node: child.to_dataset() for node, child in self._futures.children.items()}
        about = {"as_of": self._futures.attrs["as_of"]}
        notes = tuple(json.loads(self._futures.attrs["notes"]))
        known = f"Figures to {about['as_of']}"
        if "pledge_cost" not in worlds["base"]:
            title = self._futures.attrs["title"]
            return tuple(_actors(worlds, title, kind, about, notes, known) for kind in ACTORS)
        made = [_stored(world) if _counted(world) else _held(world, about["as_of"]) for world in worlds.values()]
        rows: tuple[tuple[Cell, ...], ...] = tuple((*row, *(column[row] for column in made)) for row in made[0])
        columns = (Column("outcome"), Column("unit"), *(Column(node, "", "band") for node in worlds))
        return (Table(TITLE, columns, rows, notes, (), {"name": "run", **about}, tuple(worlds), known=known),)


def _counted(world: xr.Dataset) -> bool:
    """Whether a store counted what futures in memory hold one by one."""
    return any(str(name).startswith("counts_") for name in world.data_vars)


def _held(world: xr.Dataset, as_of: str) -> dict[Outcome, Band]:
    rows = {row: _band(values(world)) for row, values in _levels().items()}
    return rows | {(label, IN_100): _chance(world, question, as_of) for label, question in CHANCES}


def _levels() -> dict[Outcome, Callable[[xr.Dataset], np.ndarray]]:
    from overstretch.questions import catalogue
    from overstretch.report.allies import met_target

    allies = list(catalogue.armed("ALLIES"))
    return {
        (f"Allies' core share 2035, mean over {len(allies)}", "% of GDP"): lambda d: (
            d["core_share"].sel(actor=allies, year=2035).mean("actor").values
        ),
        ("Allies at 3.5% or more in 2035", f"of {len(allies)} allies"): lambda d: met_target(d, 2035),
        ("Cost of the pledge 2035", "bn 2021 USD"): lambda d: d["pledge_cost"].sel(year=2035).values,
        ("Russia's burden 2030", "% of GDP"): lambda d: d["core_share"].sel(actor="RUS", year=2030).values,
    }


def _chance(world: xr.Dataset, question: str, as_of: str) -> Band:
    """The probability of a question in one world, in hundredths."""
    from overstretch.questions.check import understood
    from overstretch.questions.futures.outcome import outcome
    from overstretch.questions.futures.series import View
    from overstretch.questions.tables.past import Published

    view = View(world, Published(None, date.fromisoformat(as_of)))
    return _share(outcome(understood(question), view).p.mean())


def _stored(world: xr.Dataset) -> dict[Outcome, Band]:
    """What a store kept: the same outcomes, less those over all allies of one future."""
    leaves = np.fmin(world["event_leader_irregular"].values, world["event_leader_forced"].values)
    happened = (
        world["event_fund_exhausted"].values < 2029,
        world["event_recession_calendar"].values <= 2031,
        world["event_rebuilt"].values <= 2030.5,
        1 - np.exp(-world["hazard_exit"].sel(year=2035).values),
        leaves <= 2036,
    )
    return {
        ("Cost of the pledge 2035", "bn 2021 USD"): _band(world["pledge_cost"].sel(year=2035).values),
        ("Russia's burden 2030", "% of GDP"): _quantiles(
            fan(world, "core_share", QUANTILES).sel(actor="RUS", year=2030).values
        ),
        **{(label, IN_100): _share(each.mean()) for (label, _), each in zip(CHANCES, happened, strict=True)},
    }


def _actors(
    worlds: dict[str, xr.Dataset],
    title: str,
    kind: tuple[str, str, str, int],
    about: dict[str, str],
    notes: tuple[str, ...],
    known: str,
) -> Table:
    """Burden or equipment of each actor at the first year, half way and at the end."""
    words, name, unit, digits = kind
    base = worlds["base"]
    years = [int(base["year"].values[k]) for k in (0, base.sizes["year"] // 2, -1)]
    bands = [list(_by_actor(world, name, years, digits)) for world in worlds.values()]
    rows: list[tuple[Cell, ...]] = [
        (str(actor), *(cell for world in bands for cell in world[k])) for k, actor in enumerate(base["actor"].values)
    ]
    heads = [f"{node} {year}" for node in worlds for year in years]
    columns = (Column("actor"), *(Column(head, unit, "band") for head in heads))
    return Table(
        f"{title}: {words} (median and 5 to 95%)",
        columns,
        tuple(rows),
        notes,
        about={"name": words, **about},
        charted=tuple(heads),
        known=known,
    )


def _by_actor(world: xr.Dataset, name: str, years: list[int], digits: int) -> Iterable[list[Band]]:
    quantiles = fan(world, name, QUANTILES) if _counted(world) else None
    for actor in world["actor"].values:
        if quantiles is not None:
            yield [_quantiles(quantiles.sel(actor=actor, year=year).values, digits) for year in years]
        else:
            yield [_band(world[name].sel(actor=actor, year=year).values, digits) for year in years]


def _share(part: float) -> Band:
    p = 100 * float(part)
    return Band(p, None, None, f"{p:.1f}")


def _band(values: np.ndarray, digits: int = 1) -> Band:
    return _quantiles(np.quantile(values, QUANTILES), digits)


def _quantiles(ends: np.ndarray, digits: int = 1) -> Band:
    low, middle, high = (float(value) for value in ends)
    return Band(middle, low, high, f"{middle:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})".replace("-", "−"))
