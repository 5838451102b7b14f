"""What the commands print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.text import Text

from overstretch import terminal
from overstretch.cli.tables import print_parts, print_table
from overstretch.tabular import Band, Cell, Column
from overstretch.tabular import Table as Tabled
from overstretch.terminal import styled

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.claims.record import Verdict
    from overstretch.jobs import CheckResult
    from overstretch.statements import Document, Statement

console = terminal.console()


def show_answer(statements: list[Statement], documents: list[Document], verdict: Verdict) -> None:
    """One answer, as soon as it is ready."""
    from overstretch.report.cards import claim_cards
    from overstretch.report.tables import verdict_block

    console.print(verdict_block(*claim_cards(statements, [verdict], documents)))


def show_then_write(result: CheckResult, out: Path | None, json: str | None = None) -> None:
    """What follows the answers, and only then the files: a disk that is full loses none of the answers.

    json: where they go as JSON, "-" to the terminal and nothing else. Raises InputError where the files cannot be written.
    """
    from overstretch.cli.llm import refused_of, show_refused
    from overstretch.cli.progress import stages
    from overstretch.cli.tables import take_json
    from overstretch.output import write_check

    if json != "-":
        show_rest(result)
        show_refused(**refused_of(result.run))
    if json is not None:
        take_json(result.as_table(), json)
    if out is not None:
        with stages(("report", "Writing the report")) as tell:
            tell("report", 0.0)
            write_check(result, out)
        if json != "-":
            console.print(
                f"Written to {out}: report.html, statements.json, verdicts.json, claimreview.jsonld, futures.nc, run.json"
            )


def show_rest(result: CheckResult) -> None:
    """What follows the answers: what could not be tested and why, the answers in one sentence, the days."""
    from overstretch.report import first
    from overstretch.report.cards import claim_cards, narrated, untested_statements
    from overstretch.report.tables import untested_list

    if untested_statements(result.statements, result.verdicts, result.documents):
        console.print(untested_list(result.statements, result.verdicts, result.documents))
    if rest := narrated(result.statements, result.verdicts):
        console.print(rest)
    console.print(Text(first.lead(claim_cards(result.statements, result.verdicts, result.documents)), style="bold"))
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
    for table in run_tables(tree):
        print_parts(table.reading_heads, table.read(), table.title)
    show_notes(tree)


def run_tables(tree: xr.DataTree) -> list[Tabled]:
    """The same as tables: a row an outcome or actor, a band for each world (median, 5-95%; chances in hundredths)."""
    if "pledge_cost" not in tree["base"]:
        return _actor_tables(tree)
    worlds = [child.to_dataset() for child in tree.children.values()]
    rows: list[tuple[Cell, ...]] = [
        (label, *(_band(values(one)) for one in worlds)) for label, values in _levels().items()
    ]
    rows += [(label, *(_chance(one, question, tree.attrs["as_of"]) for one in worlds)) for label, question in CHANCES]
    columns = (Column("outcome"), *(Column(node, "", "band") for node in tree.children))
    about = {"name": "run", "as_of": tree.attrs["as_of"]}
    return [
        Tabled(
            "Headline outcomes (median and 5 to 95%; P is in 100)",
            columns,
            tuple(rows),
            tuple(json.loads(tree.attrs["notes"])),
            (),
            about,
        )
    ]


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


def _chance(world: xr.Dataset, question: str, as_of: str) -> Band:
    """The probability of a question in one world, in hundredths."""
    from datetime import date

    from overstretch.questions.check import understood
    from overstretch.questions.futures import outcome
    from overstretch.questions.past import Published
    from overstretch.questions.series import View

    p = 100 * float(outcome(understood(question), View(world, Published(None, date.fromisoformat(as_of)))).p.mean())
    return Band(p, None, None, f"{p:.1f}")


def show_notes(tree: xr.DataTree) -> None:
    """What stood in for figures not known at the cut-off."""
    console.print(f"Cut-off {tree.attrs['as_of']}")
    for note in json.loads(tree.attrs["notes"]):
        console.print(Text(f"- {note}", style="dim"))


def _actor_tables(tree: xr.DataTree) -> list[Tabled]:
    """Burden and equipment of each actor at the first year, half way and at the end, median and 5 to 95%."""
    base = tree["base"].to_dataset()
    years = [int(base["year"].values[k]) for k in (0, base.sizes["year"] // 2, -1)]
    made = []
    for name, unit, digits in (("core_share", "% of GDP", 1), ("equipment", "bn dollars at purchasing power", 0)):
        columns = [
            Column("actor"),
            *(Column(f"{node} {year}", unit, "band") for node in tree.children for year in years),
        ]
        rows: list[tuple[Cell, ...]] = []
        for actor in base["actor"].values:
            cells = (
                child.to_dataset()[name].sel(actor=actor, year=year).values
                for child in tree.children.values()
                for year in years
            )
            rows.append((str(actor), *(_band(values, digits) for values in cells)))
        title = f"{tree.attrs['title']}: {'burden' if name == 'core_share' else name} (median and 5 to 95%)"
        made.append(Tabled(title, tuple(columns), tuple(rows), (), (), {"name": name, "as_of": tree.attrs["as_of"]}))
    return made


def show_scores() -> None:
    """Scores of all laws against the best naive forecast of each case."""
    from overstretch.claims.grades import deciding, grade, laws, result, scores

    columns = ("law", "case", "metric", "n", "law's score", "best naive", "its score", "result")
    rows = [
        (
            score.law, score.case, score.metric, str(score.n), f"{score.model_score:.3g}", score.baseline, f"{score.baseline_score:.3g}", result(score),
        )
        for score in deciding(scores())
    ]  # fmt: skip
    print_table(columns, rows, "Out of sample; lower is better")
    for law in laws():
        evidence = grade(law)
        console.print(f"{law}: grade {evidence.grade}, {evidence.because}")


def show_interventions() -> None:
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.registry import WIRING

    rows = [(name, str(arguments), meaning) for name, (_, arguments, meaning) in INTERVENTIONS.items()]
    print_table(("intervention", "arguments", "meaning"), rows, "--do")
    off = [(name, switch.of or "all", switch.without) for name, switch in WIRING.switches.items()]
    print_table(("switch", "law", "when off"), off, "--off")


def _band(values: np.ndarray, digits: int = 1) -> Band:
    low, middle, high = (float(v) for v in np.quantile(values, (0.05, 0.5, 0.95)))
    return Band(middle, low, high, f"{middle:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})".replace("-", "−"))
