"""The command `debt`: the European method and the model's finance law on one ally, or on all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from overstretch.cli.options import FactsFiles, Json, Seed, Tables
from overstretch.defaults import DEFAULT_SEED
from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.debt import Assessment, GivenRates, GivenShocks, Ramp, RampEffect
    from overstretch.facts import Known
    from overstretch.tabular import Table

BOTH = "both"
AS_OF = "2025-10-31"
_SHOWN = (0, 2, 4, 7, 11, 14, 17)  # years after T
Answer = TypeVar("Answer")


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
        str, typer.Option(metavar="DAY", help="Cut-off; the inputs count as published from 2025-10-31.")
    ] = AS_OF,
    facts: FactsFiles = None,
    seed: Seed = DEFAULT_SEED,
    out: Tables = None,
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
    from overstretch.cli.tables import print_read, wrapped
    from overstretch.debt import EUROPEAN_UNION, RULES, Plan, Ramp, export, read_rates, read_shocks
    from overstretch.debt.plan import PERIODS
    from overstretch.debt.tabled import ramps_table
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
        made: Sequence[Assessment | RampEffect] = effects
        shown = [ramps_table(effects)]
        records = [export.ramp_record(effect) for effect in effects]
    else:
        drawn = None if shocks is None else read_shocks(shocks)
        results, failed = _each(chosen, lambda code: _assessments(asked, code, drawn), go_on=all_allies)
        made, shown = results, _shown(results, all_allies)
        records = [export.assessment_record(result) for result in results]
    for table in shown if json != "-" else ():
        print_read(table, "- ")
        say()
    if json is not None:
        from overstretch.cli.tables import write_json

        write_json(records, json, not_projected=[str(fault) for fault in failed])
    for fault in failed if json != "-" else ():
        say(wrapped(f"not projected: {fault}", "  ", ""), fg="yellow")
    if out is not None:
        _write(made, shown, records, out)


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
            ally,
            years=period,
            rules=rules,
            rates=asked.rates,
            shocks=shocks,
            multiplier=asked.multiplier,
            seed=asked.seed,
            known=asked.known,
        )
        for rules in asked.rules
        for period in asked.periods
    ]


def _ramps(asked: _Question, ally: str, rise: Ramp) -> list[RampEffect]:
    from overstretch.debt import ramp_effect

    return [
        ramp_effect(
            ally,
            rise.points,
            start=rise.start,
            end=rise.end,
            multiplier=asked.multiplier,
            rules=rules,
            rates=asked.rates,
            known=asked.known,
        )
        for rules in asked.rules
    ]


def _shown(results: list[Assessment], all_allies: bool) -> list[Table]:
    """What is printed: one line an ally, or the criteria and the paths of one in chosen years."""
    from overstretch.debt.tabled import allies_table, criteria_table, paths_table

    if all_allies:
        return [allies_table(results)]
    return [criteria_table(results), paths_table(results, [int(results[0].path.years[t]) for t in _SHOWN])]


def _write(made: Sequence[Assessment | RampEffect], line: list[Table], records: list[dict], out: Path) -> None:
    """Everything as JSON, or as tables by the file's ending: one line an ally where there are several, else the paths
    by year."""
    from overstretch.cli.tables import take_away
    from overstretch.debt import export

    if out.suffix.lower() == ".json":
        export.write_json(records, out)
        return say(f"Written to {out}")
    several = len({one.ally for one in made}) > 1
    take_away(line[0] if several else [table for one in made for table in one.tables()], {"--out": out})
