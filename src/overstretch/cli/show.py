"""What the commands print."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from overstretch import terminal
from overstretch.cli.tables import print_parts, print_table
from overstretch.errors import InputError
from overstretch.tabular import Table as Tabled
from overstretch.terminal import say, styled

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
    console.print()


def check_printing(out: Path | None, pdf: Path | None) -> None:
    """Raise InputError, before anything is read, where the report could not be printed."""
    from overstretch.pdf import check_pdf

    if pdf is not None:
        if out is None:
            raise InputError("--pdf prints the report of --out; give --out FOLDER too")
        check_pdf(pdf)


def answer_then_write(
    work: Callable[..., CheckResult],
    model: tuple[str | None, str | None, Path | None],
    out: Path | None,
    json: str | None,
    pdf: Path | None,
    xlsx: Path | None,
) -> None:
    """Hold the place of the files, do the work, show each answer as soon as it is ready, then the rest, then write.

    work: takes `progress`, `llm` and `answered` as `jobs.check` does; model: the three options that name a language
    model.
    """
    from overstretch.cli.llm import model_of
    from overstretch.cli.progress import beside, stages
    from overstretch.jobs.place import held
    from overstretch.progress import STAGES

    check_printing(out, pdf)
    with held(out) if out is not None else nullcontext():
        asked = model_of(*model)
        with stages(*STAGES) as tell:
            result = work(progress=tell, llm=asked, answered=None if json == "-" else beside(tell, show_answer))
        show_then_write(result, out, json, pdf, xlsx)


def show_then_write(
    result: CheckResult, out: Path | None, json: str | None = None, pdf: Path | None = None, xlsx: Path | None = None
) -> None:
    """What follows the answers, and only then the files: a disk that is full loses none of the answers.

    json: where they go as JSON, "-" to the terminal and nothing else; pdf: where the report is printed to; xlsx: the
    answers as a workbook. Raises InputError where the files cannot be written.
    """
    from overstretch.cli.llm import show_refused
    from overstretch.cli.progress import stages
    from overstretch.cli.tables import take_away, take_json
    from overstretch.jobs.output import write_check

    if json != "-":
        show_rest(result)
        model = result.run.get("asked_model", {})
        show_refused(model.get("refused", {}), model.get("unanswered", 0))
    if json is not None:
        take_json(result.as_table(), json)
    if xlsx is not None:
        take_away(result.as_table(), {"--xlsx": xlsx})
    if out is not None:
        with stages("report") as tell:
            tell("report", 0.0)
            write_check(result, out)
        if json != "-":
            console.print(
                f"Written to {out}: report.html, statements.json, verdicts.json, claimreview.jsonld, futures.nc, "
                "run.json"
            )
    if out is not None and pdf is not None:
        from overstretch.pdf import print_pdf

        print_pdf(out / "report.html", pdf)
        say(f"Written to {pdf}", err=True)


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


def show_run(tree: xr.DataTree) -> None:
    """Headline outcomes of each world; of a system without a pledge the burdens and stocks of its actors."""
    for table in headline(tree):
        print_parts(table.reading_heads, table.read(), table.title, 2 if table.columns[1].kind == "text" else 1)
    show_notes(tree)


def headline(tree: xr.DataTree) -> tuple[Tabled, ...]:
    """The same as tables."""
    from overstretch.report.headline import Headline

    return Headline(tree).tables()


def show_notes(tree: xr.DataTree) -> None:
    """What stood in for figures not known at the cut-off."""
    console.print(f"Cut-off {tree.attrs['as_of']}")
    for note in json.loads(tree.attrs["notes"]):
        console.print(Text(f"- {note}", style="dim"))


def show_scores() -> None:
    """Scores of all laws against the best naive forecast of each case."""
    from overstretch.claims.grounds.grades import deciding, grade, laws, result, scores

    columns = ("law", "case", "metric", "n", "law's score", "best naive", "its score", "result")
    rows = [
        (
            score.law,
            score.case,
            score.metric,
            str(score.n),
            f"{score.model_score:.3g}",
            score.baseline,
            f"{score.baseline_score:.3g}",
            result(score),
        )
        for score in deciding(scores())
    ]
    print_table(columns, rows, "Out of sample; lower is better")
    for law in laws():
        evidence = grade(law)
        console.print(f"{law}: grade {evidence.grade}, {evidence.because}")


def show_interventions() -> None:
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.registry import WIRING

    rows = [(name, str(one.takes), one.meaning) for name, one in INTERVENTIONS.items()]
    print_table(("intervention", "arguments", "meaning"), rows, "--do")
    off = [(name, switch.of or "all", switch.without) for name, switch in WIRING.switches.items()]
    print_table(("switch", "law", "when off"), off, "--off")
