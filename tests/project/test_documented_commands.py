"""Every command in the documentation is one that the program takes; those of the pages for its users are run as
written, too."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from overstretch import cli
from overstretch.questions.check import understood
from overstretch.statements.reading.reader import example_path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PLAYED = (
    "people/journalist.md",
    "people/budget-officer.md",
    "people/minister.md",
    "people/teacher.md",
    "answers.md",
    "quickstart.md",
    "debt.md",
)
START = re.compile(r"(?:\.venv/bin/)?overstretch [a-z]")
OPEN = re.compile(r"\.\.\.|\[|\b[A-Z]{4,}\b|\\$")  # a form, not a command: FILE, [--as-of DAY], a line that goes on
ENDLESS = ("overstretch app",)


def _blocks(page: Path) -> list[str]:
    """Commands on lines of their own."""
    lines = [line.strip().removeprefix("$ ") for line in page.read_text("utf-8").splitlines()]
    return [line for line in lines if START.match(line)]


def _inline(page: Path) -> list[str]:
    """Commands within a sentence; what ends in an option that takes a value names the option alone."""
    found = re.findall(r"`((?:\.venv/bin/)?overstretch [a-z][^`\n]*)`", page.read_text("utf-8"))
    return [command for command in found if not re.search(r" --(question|score)$", command)]


def _python(page: Path) -> list[str]:
    """Blocks of Python."""
    return re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)


def _words(command: str) -> list[str]:
    return shlex.split(command, comments=True)[1:]


def _documented() -> list[tuple[str, str]]:
    found = {(str(page.relative_to(ROOT)), command) for page in PAGES for command in (*_blocks(page), *_inline(page))}
    return sorted(
        (page, command)
        for page, command in found
        if not OPEN.search(re.sub(r"'[^']*'|\"[^\"]*\"|https?:\S+|\b[A-Z]{3}\b", "", command))
    )


@pytest.fixture(scope="module")
def program() -> Any:
    return typer.main.get_command(cli.app)


def _named(program: Any, words: list[str]) -> tuple[Any, list[str]]:
    command = program
    while words and hasattr(command, "commands"):
        assert words[0] in command.commands, words
        command, words = command.commands[words[0]], words[1:]
    return command, words


@pytest.mark.parametrize(("page", "command"), _documented())
def test_a_documented_command_is_taken(page, command, program):
    found, words = _named(program, _words(command))
    if not words:
        return  # named, not called
    found.make_context("overstretch", list(words))
    for place, word in enumerate(words):
        if word in ("--question", "-q"):
            understood(words[place + 1])


def _furnished(folder: Path) -> None:
    """What a page takes for granted: articles of one's own, and the file of rates that docs/debt.md shows."""
    for name in ("article.txt", "first.txt", "second.txt"):
        shutil.copy(example_path(), folder / name)
    shown = re.search(r"^    entity,rate,year,value\n(?:    .*\n)+", (ROOT / "docs/debt.md").read_text("utf-8"), re.M)
    assert shown
    (folder / "rates.csv").write_text(re.sub(r"^    ", "", shown[0], flags=re.M), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", PLAYED)
def test_the_commands_of_a_page_run_as_written(page, tmp_path, monkeypatch, overstretch):
    _furnished(tmp_path)
    monkeypatch.setenv("OVERSTRETCH_DATA", str(tmp_path / "data"))
    commands = [c for c in _blocks(ROOT / "docs" / page) if not c.startswith(ENDLESS)]
    assert commands
    for command in commands:
        done: subprocess.CompletedProcess[str] = overstretch(*_words(command), cwd=tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout[-500:]}{done.stderr[-2000:]}"


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PLAYED if _python(ROOT / "docs" / page)])
def test_the_python_of_a_page_runs_as_written(page, tmp_path):
    _furnished(tmp_path)
    for block in _python(ROOT / "docs" / page):
        done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0 and not done.stderr, f"{block}\n{done.stderr[-2000:]}"
