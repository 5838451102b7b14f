"""The generated page of the command line: what each command does, with the first example of its help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.docs_text import GENERATED, table


def pages(docs: Path) -> dict[Path, str]:
    """Path → text of each page made here."""
    return {docs / "command-line.md": command_page()}


def command_page() -> str:
    import typer.main

    from overstretch import cli

    program: Any = typer.main.get_command(cli.app)
    commands = dict(_named("", program.commands))
    examples = [line for command in commands.values() for line in _examples(command)[:1]]
    return (
        "\n\n".join(
            (
                "# Command line",
                GENERATED,
                "`overstretch COMMAND --help` shows every argument and option with its default. Bad input ends with "
                "one message that says what, "
                "where and what is accepted, and exit code 2. Commands that print a table take `--json`, alone or with "
                "a file.",
                table(
                    ("command", "what it does"),
                    [(f"`{name}`", _opening(command)) for name, command in commands.items()],
                ),
                "## Examples",
                "One of each command; its help has more.",
                "\n".join(f"    {line}" for line in examples),
            )
        )
        + "\n"
    )


def _named(above: str, commands: dict[str, Any]) -> list[tuple[str, Any]]:
    """Commands by their full names; a group stands for its commands."""
    found = []
    for name, command in commands.items():
        nested = getattr(command, "commands", None)
        found += _named(f"{above}{name} ", nested) if nested else [(above + name, command)]
    return found


def _opening(command: Any) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _examples(command: Any) -> list[str]:
    lines = (line.strip().removeprefix("Example: ") for line in (command.help or "").splitlines())
    return [line for line in lines if line.startswith("overstretch ")]
