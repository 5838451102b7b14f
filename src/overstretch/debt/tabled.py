"""Assessments and ramps as tables: criteria, paths of debt by year, one line an ally, what a ramp adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from overstretch.tabular import Cell, Column, Table

if TYPE_CHECKING:
    from overstretch.debt.assess import Assessment
    from overstretch.debt.projection import Path
    from overstretch.debt.ramp import RampEffect

SHARE, POINTS = "% of GDP", "points of GDP"
LATER = 14  # years after the outturn at which debt without a change of policy is shown
RAMP_YEARS = (2028, 2030, 2032, 2035, 2038, 2041)
LEFT_OUT = "The method's safeguards and the deficit procedure are not included."


def criteria_table(results: Sequence[Assessment]) -> Table:
    """Criteria by rows, rule sets and periods by columns. results: of one ally."""
    one = results[0]
    columns = (Column("criterion"), *(Column(f"{_by(r)}, to {r.end}", SHARE, "number", 3) for r in results))
    rows: list[tuple[Cell, ...]] = [(name, *(round(r.required[name], 3) for r in results)) for name in one.required]
    rows.append(
        (f"yearly step from {one.start:.2f} in {one.first}".replace("-", "−"), *(round(r.step, 3) for r in results))
    )
    asks = "; ".join(f"{_by(r)}: {r.binding}" for r in results)
    holds = "; ".join(f"{_by(r)}: {100 * r.probability:.0f} in 100" for r in results)
    notes = (
        f"The criterion that asks most, {asks}.",
        f"Chance that debt does not rise in the five years after the adjustment, {holds}.",
        LEFT_OUT,
    )
    title = f"{one.ally}: least structural primary balance at the end of the adjustment"
    return Table(title, columns, tuple(rows), notes, (), _about("criteria", one))


def paths_table(results: Sequence[Assessment], years: Sequence[int] | None = None) -> Table:
    """Debt by year: policy as forecast, as in the outturn, and at the balance asked. results: of one ally; years: all
    of them by default."""
    one = results[0]
    paths = _paths(results)
    columns = (Column("year"), *(Column(words, SHARE, "number", 1) for words in paths))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(year), *(round(path.at("ratio", year), 2) for path in paths.values()))
        for year in (years or one.path.years.tolist())
    )
    return Table(
        f"{one.ally}: debt",
        columns,
        rows,
        one.notes,
        about=_about("debt", one),
        charted=tuple(paths),
        lines=True,
        known=_known(one.as_of, one.edition),
    )


def _paths(results: Sequence[Assessment]) -> dict[str, Path]:
    several = len({r.rules for r in results}) > 1
    made: dict[str, Path] = {}
    for result in results:
        rules = f", {result.rules} rules" if several else ""
        made[f"balance as forecast for {result.first + 2}{rules}"] = result.unchanged
        made[f"balance as in {result.first}{rules}"] = result.outturn_held
    for result in results:
        rules = f", {result.rules} rules" if several else ""
        made[f"{result.target:.2f} in {result.end}, as asked{rules}".replace("-", "−")] = result.path
    return made


def allies_table(results: Sequence[Assessment]) -> Table:
    """One line an ally and rule set: debt, balances, and what is asked by which criterion over each period."""
    one = results[0]
    periods = sorted({result.years for result in results})
    grouped: dict[tuple[str, str], dict[int, Assessment]] = {}
    for result in results:
        grouped.setdefault((result.ally, result.rules), {})[result.years] = result
    heads = [
        *((f"debt {one.first}", 1), (f"debt {one.first + LATER}, policy as forecast", 1)),
        *((f"balance {year}", 2) for year in (one.first, one.first + 2)),
    ]
    columns = [Column("ally"), Column("rules"), *(Column(head, SHARE, "number", digits) for head, digits in heads)]
    for period in periods:
        columns += [
            Column(f"asked over {period} years", SHARE, "number", 2),
            Column(f"by which criterion, {period} years"),
        ]
    rows = []
    for (ally, rules), by in grouped.items():
        own = next(iter(by.values()))
        row: list[Cell] = [
            ally,
            rules,
            *(round(own.unchanged.at("ratio", year), 1) for year in (one.first, one.first + LATER)),
            round(own.start, 2),
            round(own.forecast, 2),
        ]
        for period in periods:
            row += [round(by[period].target, 2), by[period].binding] if period in by else [None, ""]
        rows.append(tuple(row))
    general = [note for note in one.notes if "stand in" in note or "stands in" in note]
    each = [note for r in results for note in r.notes if "stands in" in note and f" of {r.ally} " in note]
    stand_ins = (f"Stand-ins, the general ones as for {one.ally}:", *dict.fromkeys([*general, *each]))
    title = "Least structural primary balance that meets all criteria"
    return Table(title, tuple(columns), tuple(rows), (*stand_ins, LEFT_OUT), (), {"name": "allies", "as_of": one.as_of})


def ramps_table(effects: Sequence[RampEffect]) -> Table:
    """One line an ally and rule set: points of GDP that a ramp adds to debt in chosen years, and to GDP at its end."""
    one = effects[0]
    last = one.ramp.end
    years = [year for year in RAMP_YEARS if year >= one.ramp.start]
    columns = (
        Column("ally"),
        Column("rules"),
        *(Column(f"debt added {year}", POINTS, "number", 1) for year in years),
        Column(f"GDP added {last}", "%", "number", 2),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            e.ally,
            e.rules,
            *(round(e.debt_in(year), 1) for year in years),
            round(float(e.gdp[int(last - e.without.years[0])]), 2),
        )
        for e in effects
    )
    return Table(ramp_title(one), columns, rows, one.notes, (), {"name": "ramps"})


def ramp_table(effect: RampEffect) -> Table:
    """Debt with and without a ramp, and what it adds to debt and GDP, by year."""
    heads = (("debt without", SHARE), ("debt with", SHARE), ("debt added", POINTS), ("GDP added", "%"))
    columns = (Column("year"), *(Column(head, unit, "number", 1) for head, unit in heads))
    figures = (effect.without.ratio, effect.with_ramp.ratio, effect.debt, effect.gdp)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(year), *(round(float(x), 2) for x in row))
        for year, *row in zip(effect.without.years, *figures, strict=True)
    )
    about = {"name": f"{effect.ally} {effect.rules} ramp"}
    return Table(
        f"{effect.ally}, {effect.rules} rules: {ramp_title(effect)}",
        columns,
        rows,
        effect.notes,
        about=about,
        charted=("debt without", "debt with"),
        lines=True,
    )


def ramp_title(effect: RampEffect) -> str:
    """What a ramp is, in words."""
    ramp = effect.ramp
    return (
        f"{ramp.points:+g} points of GDP from {ramp.start} to {ramp.end}, all on debt, multiplier {effect.multiplier:g}"
    ).replace("-", "−")


def _by(result: Assessment) -> str:
    return f"{result.rules} rules over {result.years} years"


def _about(name: str, one: Assessment) -> dict[str, str]:
    return {"name": f"{one.ally} {name}", "as_of": one.as_of, "edition": one.edition}


def _known(as_of: str, edition: str) -> str:
    return f"Inputs of {as_of}, edition {edition}"
