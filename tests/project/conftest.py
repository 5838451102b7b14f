"""The command line as a user meets it: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def overstretch() -> Run:
    """overstretch("check", "example", cwd=folder) → the finished process, with wide output and no colours."""

    def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from overstretch.cli import main; main()", *map(str, arguments)]
        environment = os.environ | {"COLUMNS": "160", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=600,
        )

    return run


@pytest.fixture
def refused(overstretch: Run, tmp_path: Path) -> Callable[..., str]:
    """Run in tmp_path what must be refused: exit code 2, one message, no traceback, nothing written. Returns the
    message."""

    def run(*arguments: str | Path) -> str:
        before = _listing(tmp_path)
        done = overstretch(*arguments, cwd=tmp_path)
        assert done.returncode == 2, f"exit code {done.returncode}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr + done.stdout
        assert done.stdout == ""
        assert done.stderr.strip(), "no message"
        assert _listing(tmp_path) == before, "something was written"
        return " ".join(done.stderr.split())

    return run


def _listing(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_size for path in folder.rglob("*")}


@pytest.fixture(scope="session")
def checked(overstretch: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one small check of the example that ships."""
    folder = tmp_path_factory.mktemp("checked")
    done = overstretch("check", "example", "--futures", "64", "--out", "out", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture(scope="session")
def verdicts(checked: Path) -> list[dict]:
    return json.loads((checked / "verdicts.json").read_text("utf-8"))
