"""What the commands print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.table import Table
from rich.text import Text

from overstretch import terminal
from overstretch.terminal import styled

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

    from overstretch.jobs import CheckResult

console = terminal.console()
WIDE = 130  # columns from which seven cells stand side by side


def show_then_write(result: CheckResult, out: Path | None) -> None:
    """What a check found, and only then its files: a disk that is full loses none of the answers.

    Raises InputError where the files cannot be written."""
    from overstretch.cli.llm import refused_of, show_refused
    from overstretch.cli.progress import stages
    from overstretch.output import write_check

    show_check(result)
    if out is not None:
        with stages(("report", "Writing the report")) as tell:
            tell("report", 0.0)
            write_check(result, out)
        console.print(f"Written to {out}: report.html, statements.json, verdicts.json, futures.nc, run.json")
    show_refused(**refused_of(result.run))


def show_check(result: CheckResult) -> None:
    """The verdict table, what could not be tested and why."""
    from overstretch.report.cards import narrated, untested_statements
    from overstretch.report.tables import untested_table, verdict_list, verdict_table

    narrow = console.width < WIDE
    if result.verdicts:
        shown = verdict_list if narrow else verdict_table
        console.print(shown(result.statements, result.verdicts, result.documents))
    else:
        console.print("No statement could be tested; the report says why.")
    if untested_statements(result.statements, result.verdicts, result.documents):
        console.print(untested_table(result.statements, result.verdicts, result.documents, narrow))
    if rest := narrated(result.statements, result.verdicts):
        console.print(rest)
    console.print(Text(known_line(result.run), style="dim"))
    for note in result.notes:
        console.print(Text(f"Note: {note}", style="yellow"))
    for document in result.documents:
        if document.skipped:
            console.print(styled(f"{document.name}: not read: {document.skipped}", "yellow"))


def known_line(run: dict[str, Any]) -> str:
    """Up to which days figures were used: 'Figures to 15 October 2026; as it was on 2 July 2025: 2,048 futures'."""
    from overstretch.report.wording import long_date

    further = [f"as it was on {long_date(day['as_of'])}: {day['futures']:,} futures" for day in run["further"]]
    return "; ".join([f"Figures to {long_date(run['as_of'])}: {run['futures']:,} futures", *further])


CHANCES = (  # label, question
    ("P(liquid fund used up by 2028)", "happens(fund_exhausted, RUS, by 2028-12)"),
    ("P(Russian calendar-year recession by 2030)", "happens(recession[calendar_year], RUS, by 2030-12)"),
    ("P(Russian forces rebuilt by mid-2030)", "happens(forces_rebuilt, RUS, by 2030-06)"),
    ("P(a first ally leaves by 2035)", "happens(ally_exit, by 2035-12)"),
    ("P(ruler leaves irregularly or is forced out by 2035)", "happens(leader_exit[forced], RUS, by 2035-12)"),
)


def show_run(tree: xr.DataTree) -> None:
    """Headline outcomes of each world; of a system without a pledge the burdens and stocks of its actors."""
    if "pledge_cost" not in tree["base"]:
        show_actors(tree)
        show_notes(tree)
        return
    table = Table(title="Headline outcomes (5, 50, 95%; probabilities in %)")
    table.add_column("outcome")
    worlds = [child.to_dataset() for child in tree.children.values()]
    for node in tree.children:
        table.add_column(node, justify="right")
    for label, values in _levels().items():
        table.add_row(label, *(_spread(values(one)) for one in worlds))
    for label, question in CHANCES:
        table.add_row(label, *(_chance(one, question, tree.attrs["as_of"]) for one in worlds))
    console.print(table)
    show_notes(tree)


def _levels() -> dict[str, Callable[[xr.Dataset], np.ndarray]]:
    from overstretch.questions import catalogue
    from overstretch.report.allies import met_target

    allies = list(catalogue.armed("ALLIES"))
    return {
        f"Allies' core share 2035, mean over {len(allies)} (%)": lambda d: (
            d["core_share"].sel(actor=allies, year=2035).mean("actor").values
        ),
        f"Allies at 3.5% or more in 2035 (of {len(allies)})": lambda d: met_target(d, 2035),
        "Cost of the pledge 2035 (bn 2021 USD)": lambda d: d["pledge_cost"].sel(year=2035).values,
        "Russia's burden 2030 (% of GDP)": lambda d: d["core_share"].sel(actor="RUS", year=2030).values,
    }


def _chance(world: xr.Dataset, question: str, as_of: str) -> str:
    """The probability of a question in one world, in percent."""
    from datetime import date

    from overstretch.questions.check import understood
    from overstretch.questions.futures import outcome
    from overstretch.questions.past import Published
    from overstretch.questions.series import View

    return f"{100 * float(outcome(understood(question), View(world, Published(None, date.fromisoformat(as_of)))).p.mean()):.1f}"


def show_notes(tree: xr.DataTree) -> None:
    """What stood in for figures not known at the cut-off."""
    console.print(f"Cut-off {tree.attrs['as_of']}")
    for note in json.loads(tree.attrs["notes"]):
        console.print(Text(f"- {note}", style="dim"))


def show_actors(tree: xr.DataTree) -> None:
    """Burden and equipment of each actor at the first year, half way and at the end, 5, 50, 95%."""
    base = tree["base"].to_dataset()
    years = [int(base["year"].values[k]) for k in (0, base.sizes["year"] // 2, -1)]
    for name, unit, digits in (("core_share", "% of GDP", 1), ("equipment", "bn dollars at purchasing power", 0)):
        table = Table(title=f"{tree.attrs['title']}: {'burden' if name == 'core_share' else name}, {unit} (5, 50, 95%)")
        table.add_column("actor")
        for node in tree.children:
            for year in years:
                table.add_column(f"{node} {year}", justify="right")
        for actor in base["actor"].values:
            cells = (
                child.to_dataset()[name].sel(actor=actor, year=year).values
                for child in tree.children.values()
                for year in years
            )
            table.add_row(str(actor), *(_spread(values, digits) for values in cells))
        console.print(table)


def show_policies(policies: pd.DataFrame) -> None:
    """The undominated policies, least regretted first."""
    shown = policies[policies["pareto"]] if policies["pareto"].any() else policies
    shown = shown[[name for name in shown.columns if not name.startswith(("regret", "pareto"))]].head(12)
    table = Table(
        *(str(name).replace("_", " ") for name in shown.columns),
        title=f"Undominated policies ({int(policies['pareto'].sum())} of {len(policies)} tried)",
    )
    for row in shown.itertuples(index=False):
        table.add_row(*(f"{value:.3g}" if isinstance(value, float) else str(value) for value in row))
    console.print(table)


def show_scores() -> None:
    """Scores of all laws against the best naive forecast of each case."""
    from overstretch.claims.grades import deciding, grade, laws, result, scores

    table = Table(
        "law",
        "case",
        "metric",
        "n",
        "law's score",
        "best naive",
        "its score",
        "result",
        title="Out of sample; lower is better",
    )
    for score in deciding(scores()):
        table.add_row(
            score.law, score.case, score.metric, str(score.n), f"{score.model_score:.3g}", score.baseline, f"{score.baseline_score:.3g}",
            result(score),
        )  # fmt: skip
    console.print(table)
    for law in laws():
        evidence = grade(law)
        console.print(f"{law}: grade {evidence.grade}, {evidence.because}")


def show_interventions() -> None:
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.structures import SWITCHES

    table = Table("intervention", "arguments", "meaning", title="--do")
    for name, (_, arguments, meaning) in INTERVENTIONS.items():
        table.add_row(name, str(arguments), meaning)
    console.print(table)
    console.print("--off accepts: " + ", ".join(SWITCHES))


def _spread(values: np.ndarray, digits: int = 1) -> str:
    low, middle, high = np.quantile(values, (0.05, 0.5, 0.95))
    return f"{middle:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"
