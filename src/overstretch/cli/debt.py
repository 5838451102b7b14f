"""The command `debt`: the European method and the model's finance law on one ally, or on all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.table import Table

from overstretch import terminal
from overstretch.cli.options import Json
from overstretch.errors import InputError
from overstretch.terminal import styled

if TYPE_CHECKING:
    from overstretch.debt import Assessment, GivenRates, GivenShocks, Ramp, RampEffect
    from overstretch.facts import Known

BOTH = "both"
AS_OF = "2025-10-31"
_SHOWN = (0, 2, 4, 7, 11, 14, 17)  # years after T
Answer = TypeVar("Answer")
console = terminal.console()


def debt_command(
    ally: Annotated[
        str | None,
        typer.Argument(
            metavar="[ALLY]", help="ISO-3 code of a member of the Union; with **--rules model --ramp** of any ally."
        ),
    ] = None,
    all_allies: Annotated[bool, typer.Option("--all", help="Every ally in the Union, one line each.")] = False,
    years: Annotated[int | None, typer.Option(help="Years of adjustment, 4 or 7 (default: both).")] = None,
    rules: Annotated[
        str, typer.Option(help="**european**, **model** (the model's own finance law) or **both**, side by side.")
    ] = "european",
    rates: Annotated[
        Path | None,
        typer.Option(help="CSV of market rates (entity, rate, year, value); without it a stand-in is named."),
    ] = None,
    shocks: Annotated[
        Path | None, typer.Option(help="CSV of quarterly shocks; without it yearly changes stand in.")
    ] = None,
    ramp: Annotated[
        float | None,
        typer.Option(metavar="POINTS", help="Instead: what a debt-financed rise of so many points of GDP adds."),
    ] = None,
    start: Annotated[int, typer.Option("--from", help="First year of the ramp.")] = 2027,
    end: Annotated[int, typer.Option("--to", help="Last year of the ramp.")] = 2035,
    multiplier: Annotated[float, typer.Option(help="Points of GDP by which a point of balance moves output.")] = 0.75,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="Cut-off; the inputs count as published from 2025-10-31.")
    ] = AS_OF,
    facts: Annotated[
        list[Path] | None, typer.Option("--facts", help="A file of your own figures, laid over the embedded ones.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the stochastic run.")] = 1,
    out: Annotated[
        Path | None, typer.Option(help="Write everything, with the paths by year, to this JSON file.")
    ] = None,
    json: Json = None,
) -> None:
    """Debt sustainability by the European method: what balance is asked, and what a defence rise adds.

    Examples:

        overstretch debt BEL

        overstretch debt BEL --years 7 --rules both --rates rates.csv

        overstretch debt --all

        overstretch debt FRA --ramp 1.5 --multiplier 0.4

        overstretch debt USA --rules model --ramp 1.5
    """
    from overstretch.debt import EUROPEAN_UNION, RULES, Plan, Ramp, export, read_rates, read_shocks
    from overstretch.debt.plan import PERIODS
    from overstretch.facts import load

    names = list(RULES) if rules == BOTH else [rules]
    if unknown := set(names) - set(RULES):
        raise InputError(f"--rules {unknown.pop()}; accepted: {', '.join(RULES)}, {BOTH}")
    if (ally is None) != all_allies:
        raise InputError("give one ally, such as BEL, or --all")
    chosen = sorted(EUROPEAN_UNION) if ally is None else [ally.upper()]
    periods = PERIODS if years is None else (years,)
    plans = [Plan(years=period, multiplier=multiplier) for period in periods]  # refuses what no ally could take
    given = None if rates is None else read_rates(rates)
    known = load(facts or ()).as_of(as_of)
    asked = _Question(known, names, [plan.years for plan in plans], multiplier, given, seed)
    if ramp is not None:
        rise = Ramp(ramp, start, end)
        effects, failed = _each(chosen, lambda code: _ramps(asked, code, rise), go_on=all_allies)
        if json != "-":
            _show_ramps(effects)
        records = [export.ramp_record(effect) for effect in effects]
    else:
        drawn = None if shocks is None else read_shocks(shocks)
        results, failed = _each(chosen, lambda code: _assessments(asked, code, drawn), go_on=all_allies)
        if json != "-":
            (_show_all if all_allies else _show_one)(results)
        records = [export.assessment_record(result) for result in results]
    if json is not None:
        from overstretch.cli.tables import write_json

        write_json(records, json, not_projected=[str(fault) for fault in failed])
    for fault in failed if json != "-" else ():
        console.print(styled(f"not projected: {fault}", "yellow"))
    if out is not None:
        export.write_json(records, out)
        console.print(f"Written to {out}")


@dataclass(frozen=True)
class _Question:
    known: Known
    rules: list[str]
    periods: list[int]
    multiplier: float
    rates: GivenRates | None
    seed: int


def _each(
    chosen: list[str], answer: Callable[[str], list[Answer]], go_on: bool
) -> tuple[list[Answer], list[InputError]]:
    """Answers of all allies, and the faults of those that cannot be projected where others can (`go_on`)."""
    found: list[Answer] = []
    failed: list[InputError] = []
    for code in chosen:
        try:
            found += answer(code)
        except InputError as fault:
            if not go_on:
                raise
            failed.append(fault)
    if not found:
        raise failed[0]
    return found, failed


def _assessments(asked: _Question, ally: str, shocks: GivenShocks | None) -> list[Assessment]:
    from overstretch.debt import assess

    return [
        assess(
            ally, years=period, rules=rules, rates=asked.rates, shocks=shocks, multiplier=asked.multiplier, seed=asked.seed,
            known=asked.known,
        )
        for rules in asked.rules for period in asked.periods
    ]  # fmt: skip


def _ramps(asked: _Question, ally: str, rise: Ramp) -> list[RampEffect]:
    from overstretch.debt import ramp_effect

    return [
        ramp_effect(
            ally, rise.points, start=rise.start, end=rise.end, multiplier=asked.multiplier, rules=rules, rates=asked.rates,
            known=asked.known,
        )
        for rules in asked.rules
    ]  # fmt: skip


def _show_one(results: list[Assessment]) -> None:
    """Criteria by rows, rule sets and periods by columns; then the paths of debt and what stands in."""
    from overstretch.debt import CRITERIA

    one = results[0]
    table = Table(title=f"{one.ally}: least structural primary balance at the end of the adjustment, % of GDP")
    table.add_column("criterion")
    for result in results:
        table.add_column(f"{result.rules}\n{result.years} years, to {result.end}", justify="right")
    for name in CRITERIA:
        table.add_row(
            name, *(styled(f"{r.required[name]:.3f} *", "bold") if name == r.binding else f"{r.required[name]:.3f}  " for r in results)
        )  # fmt: skip
    table.add_section()
    table.add_row(f"yearly step from {one.start:.2f} in {one.first}", *(f"{r.step:+.3f}  " for r in results))
    table.add_row("P(debt does not rise, E to E+5) there", *(f"{100 * r.probability:.0f}%  " for r in results))
    console.print(table)
    console.print("* asks most; the method's safeguards and the deficit procedure are not included")
    _show_paths(results)
    _show_notes(one.notes)


def _show_paths(results: list[Assessment]) -> None:
    years = [int(results[0].path.years[t]) for t in _SHOWN]
    table = Table("policy", "rules", title="Debt, % of GDP")
    for year in years:
        table.add_column(str(year), justify="right")
    for rules in dict.fromkeys(result.rules for result in results):
        own = [result for result in results if result.rules == rules]
        rows = [
            (f"as forecast for {own[0].first + 2}", own[0].unchanged),
            (f"as in {own[0].first}", own[0].outturn_held),
        ]
        for label, path in rows + [(f"{r.target:.2f} in {r.end}", r.path) for r in own]:
            table.add_row(label, rules, *(f"{path.at('ratio', year):.1f}" for year in years))
    console.print(table)


def _show_all(results: list[Assessment]) -> None:
    one = results[0]
    later = one.first + 14
    table = Table(
        title="Least structural primary balance that meets all criteria, % of GDP, and the criterion that asks most"
    )
    table.add_column("ally")
    table.add_column("rules")
    for label in (
        f"debt {one.first}",
        f"debt {later}, policy\nas forecast",
        f"balance\n{one.first}",
        f"balance\n{one.first + 2}",
    ):
        table.add_column(label, justify="right")
    periods = sorted({result.years for result in results})
    for period in periods:
        table.add_column(f"asked, {period} years")
    grouped: dict[tuple[str, str], dict[int, Assessment]] = {}
    for result in results:
        grouped.setdefault((result.ally, result.rules), {})[result.years] = result
    for (ally, rules), by in grouped.items():
        any_one = next(iter(by.values()))
        asked = [f"{by[p].target:6.2f}  {by[p].binding}" if p in by else "" for p in periods]
        table.add_row(
            ally, rules, f"{any_one.unchanged.at('ratio', one.first):.1f}", f"{any_one.unchanged.at('ratio', later):.1f}",
            f"{any_one.start:.2f}", f"{any_one.forecast:.2f}", *asked,
        )  # fmt: skip
    console.print(table)
    general = [note for note in one.notes if "stand in" in note or "stands in" in note]
    own = [note for r in results for note in r.notes if "stands in" in note and f" of {r.ally} " in note]
    _show_notes(general + list(dict.fromkeys(own)), f"Stand-ins, the general ones as for {one.ally}")


def _show_ramps(effects: list[RampEffect]) -> None:
    one = effects[0]
    table = Table(
        title=f"{one.ramp.points:+g} points of GDP from {one.ramp.start} to {one.ramp.end}, all on debt, multiplier {one.multiplier:g}: "
        "points of GDP added to debt"
    )  # fmt: skip
    table.add_column("ally")
    table.add_column("rules")
    years = [year for year in (2028, 2030, 2032, 2035, 2038, 2041) if year >= one.ramp.start]
    for year in years:
        table.add_column(str(year), justify="right")
    last = one.ramp.end
    table.add_column(f"GDP {last}, %", justify="right")
    for effect in effects:
        gdp = float(effect.gdp[int(last - effect.without.years[0])])
        table.add_row(effect.ally, effect.rules, *(f"{effect.debt_in(year):+.1f}" for year in years), f"{gdp:+.2f}")
    console.print(table)
    _show_notes(one.notes)


def _show_notes(notes: tuple[str, ...] | list[str], title: str = "Inputs and stand-ins") -> None:
    console.print(styled(title, "bold"))
    for note in notes:
        console.print(f"- {note}")
