"""The command line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from overstretch.cli import facts as facts_commands
from overstretch.cli.answer import answer_command
from overstretch.cli.ask import ask_command
from overstretch.cli.changes import changes_command
from overstretch.cli.check import check_command, rerun_command
from overstretch.cli.debt import debt_command
from overstretch.cli.explain import explain_command
from overstretch.cli.ledger import ledger_command
from overstretch.cli.options import Command
from overstretch.cli.policy import policy_command
from overstretch.cli.registers import interventions_command, laws_command, scores_command, variables_command
from overstretch.cli.resolve import resolve_command
from overstretch.cli.run import run_command
from overstretch.cli.series import series_command
from overstretch.cli.stores import export_command, merge_command
from overstretch.errors import InputError
from overstretch.terminal import say

app = typer.Typer(
    name="overstretch",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Put what is said about an arms race to the test.\n\n"
    "Reads articles, finds the statements in them, makes each into a question, runs thousands of paired futures of "
    "NATO "
    "and Russia and answers with a probability, its doubt, the base rate and how it resolves.\n\n"
    "Start with **overstretch check example**.",
)


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


def app_command(
    host: Annotated[
        str, typer.Option(help="Address to listen on; other than loopback means that others can use it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8080,
    show: Annotated[bool, typer.Option(help="Open a browser.")] = False,
) -> None:
    """Start the web app (needs the extra **app**): paste an article, see the cards, move the levers."""
    from overstretch.app import serve

    serve(host=host, port=port, show=show)


for command in (
    check_command,
    ask_command,
    answer_command,
    explain_command,
    series_command,
    changes_command,
    rerun_command,
    run_command,
    merge_command,
    export_command,
    policy_command,
    debt_command,
    laws_command,
    interventions_command,
    variables_command,
    scores_command,
    ledger_command,
    resolve_command,
    app_command,
):
    app.command(command.__name__.removesuffix("_command"), cls=Command)(command)
app.add_typer(facts_commands.app, name="facts", help="Look at the figures: what is known, from whom, since when.")


def main() -> None:
    """Entry point: bad input ends with one message and exit code 2, never a traceback."""
    try:
        app()
    except InputError as fault:
        say(f"error: {fault}", fg="red", err=True)
        sys.exit(2)
    except OSError as fault:  # a full disk, a folder that was taken away: the machine's fault, said in one line
        say(f"error: {fault.filename or 'a file'}: {fault.strerror or fault}", fg="red", err=True)
        sys.exit(1)
