"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.llm import Llm, LlmAnswers, LlmModel, model_of
from overstretch.cli.options import AsOf, FactsFiles, Futures, Horizon, Json, JsonCommand, Newest, Off, Pdf, Seed, Xlsx
from overstretch.cli.progress import beside, stages
from overstretch.defaults import DEFAULT_AS_OF, DEFAULT_FUTURES, DEFAULT_SEED, NEWEST
from overstretch.errors import InputError
from overstretch.progress import STAGES
from overstretch.terminal import say

app = typer.Typer(
    name="overstretch", no_args_is_help=True, rich_markup_mode="markdown", pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Put what is said about an arms race to the test.\n\n"
    "Reads articles, finds the statements in them, makes each into a question, runs thousands of paired futures of NATO "
    "and Russia and answers with a probability, its doubt, the base rate and how it resolves.\n\n"
    "Start with **overstretch check example**.",
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        from overstretch import __version__

        say(f"overstretch {__version__}")
        raise typer.Exit()


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command(cls=JsonCommand)
def check(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE...", help="Files, folders, https addresses, - for standard input, or **example**."
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the results; an earlier result there is replaced.")] = Path(
        "overstretch-out"
    ),
    futures: Futures = DEFAULT_FUTURES,
    seed: Seed = DEFAULT_SEED,
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="When the articles were published, where they do not say it (2025-07-03)."),
    ] = None,
    as_of: AsOf = DEFAULT_AS_OF,
    horizon: Horizon = None,
    facts: FactsFiles = None,
    off: Off = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_answers: LlmAnswers = None,
    pdf: Pdf = None,
    xlsx: Xlsx = None,
    json: Json = None,
) -> None:
    """Check what articles say: statements in, answers out.

    Prints a table and writes **report.html** (one file, opens offline), **statements.json**, **verdicts.json**,
    **futures.nc** and **run.json** into the folder given by --out.

    Examples:

        overstretch check example

        overstretch check first.txt second.txt --out results --seed 7

        overstretch check article.txt --as-of 2026-08-31 --horizon 2035

        overstretch check example --off review

        overstretch check article.txt --out results --pdf report.pdf --xlsx answers.xlsx
    """
    from overstretch import jobs
    from overstretch.cli.show import check_files, show_answer, show_then_write
    from overstretch.jobs.output import held

    check_files(out, pdf, xlsx)
    with held(out):
        model = model_of(llm, llm_model, llm_answers)
        with stages(*STAGES) as tell:
            result = jobs.check(
                articles, futures=futures, seed=seed, as_of=as_of, horizon=horizon, facts_files=facts or (), off=off or (), progress=tell,
                llm=model, said=date, charts=True, answered=None if json == "-" else beside(tell, show_answer),
            )  # fmt: skip
        show_then_write(result, out, json, pdf, xlsx)


@app.command()
def rerun(
    record: Annotated[Path, typer.Argument(metavar="RUN.JSON", help="run.json of an earlier check (or its folder).")],
) -> None:
    """Repeat a recorded check and compare every output, bit by bit. Exit code 1 where something differs."""
    from overstretch import jobs

    with stages(*STAGES, report="Comparing") as tell:
        same = jobs.rerun(record, progress=tell)
    different = [name for name, equal in same.items() if not equal]
    say(f"{len(same) - len(different)} of {len(same)} outputs are the same to the bit")
    for name in different:
        say(f"  differs: {name}")
    raise typer.Exit(1 if different else 0)


@app.command(cls=JsonCommand)
def interventions(json: Json = None) -> None:
    """List the interventions that --do accepts, and the mechanisms that --off accepts."""
    from overstretch.cli.show import show_interventions
    from overstretch.cli.tables import write_json

    if json is None:
        return show_interventions()
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.registry import SWITCHES

    rows = [{"name": name, "arguments": one.takes, "meaning": one.meaning} for name, one in INTERVENTIONS.items()]
    write_json(rows, json, off=list(SWITCHES))


@app.command(name="app")
def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; other than loopback means that others can use it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8080,
    show: Annotated[bool, typer.Option(help="Open a browser.")] = False,
) -> None:
    """Start the web app (needs the extra **app**): paste an article, see the cards, move the levers."""
    try:
        import nicegui  # noqa: F401
    except ImportError:
        raise InputError("the web app needs the extra 'app': pip install '.[app]' in a checkout") from None
    from overstretch.app import serve as serve_app

    serve_app(host=host, port=port, show=show)


@app.command(cls=JsonCommand)
def policy(
    group: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ALLY...]", help="Allies whose paths are chosen (default: all Europeans)."),
    ] = None,
    budget: Annotated[int, typer.Option(help="Policies to evaluate.")] = 24,
    futures: Annotated[int, typer.Option(help="Futures of each policy (1 to 2,048).")] = 512,
    seed: Seed = DEFAULT_SEED,
    as_of: Newest = NEWEST,
    json: Json = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the policies to this file: .xlsx, .csv, .md or .json.")
    ] = None,
) -> None:
    """Search spending levels and ways of financing for undominated, least-regretted policies.

    Example: overstretch policy DEU FRA --out policies.xlsx
    """
    from overstretch import jobs
    from overstretch.cli.tables import print_parts, take_away, take_json, wrapped
    from overstretch.tabular import check_ending

    if out is not None:
        check_ending(out, "--out")
    with stages(search="Evaluating policies") as tell:
        found = jobs.policy(group or (), budget=budget, futures=futures, seed=seed, as_of=as_of, progress=tell)
    table = found.as_table()
    if json != "-":
        print_parts(table.reading_heads, table.read(), table.title)
        for note in table.notes:
            say(wrapped(note, ""))
    take_json(table, json)
    take_away(table, {"--out": out})


def _mount() -> None:
    from overstretch.cli import facts as facts_commands
    from overstretch.cli.answer import answer_command
    from overstretch.cli.ask import ask_command
    from overstretch.cli.changes import changes_command
    from overstretch.cli.debt import debt_command
    from overstretch.cli.explain import Command, explain_command
    from overstretch.cli.ledger import ledger_command
    from overstretch.cli.registers import laws_command, scores_command, variables_command
    from overstretch.cli.resolve import resolve_command
    from overstretch.cli.run import export_command, merge_command, run_command
    from overstretch.cli.series import series_command

    app.command(name="scores", cls=JsonCommand)(scores_command)
    app.command(name="ask", cls=JsonCommand)(ask_command)
    app.command(name="answer", cls=JsonCommand)(answer_command)
    app.command(name="changes", cls=JsonCommand)(changes_command)
    app.command(name="series", cls=JsonCommand)(series_command)
    app.command(name="explain", cls=Command)(explain_command)
    app.command(name="run", cls=JsonCommand)(run_command)
    app.command(name="merge")(merge_command)
    app.command(name="export")(export_command)
    app.command(name="ledger", cls=JsonCommand)(ledger_command)
    app.command(name="resolve", cls=JsonCommand)(resolve_command)
    app.command(name="debt", cls=JsonCommand)(debt_command)
    app.command(name="laws", cls=JsonCommand)(laws_command)
    app.command(name="variables", cls=JsonCommand)(variables_command)
    app.add_typer(facts_commands.app, name="facts", help="Look at the figures: what is known, from whom, since when.")


def main() -> None:
    """Entry point: bad input ends with one message and exit code 2, never a traceback."""
    _mount()
    try:
        app()
    except InputError as fault:
        say(f"error: {fault}", fg="red", err=True)
        sys.exit(2)
    except OSError as fault:  # a full disk, a folder that was taken away: the machine's fault, said in one line
        say(f"error: {fault.filename or 'a file'}: {fault.strerror or fault}", fg="red", err=True)
        sys.exit(1)
