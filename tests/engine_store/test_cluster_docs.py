"""The job files of docs/cluster.md: linked, and their commands accepted."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", ["slurm.sh", "kubernetes.yaml"])
def test_the_page_leads_to_the_file(name):
    assert (DOCS / "cluster" / name).is_file() and f"](cluster/{name})" in (DOCS / "cluster.md").read_text("utf-8")


def _ran(tmp_path: Path, script: str, environment: dict[str, str]) -> list[str]:
    """Words that the script hands to `overstretch`, with a stand-in on the path that prints them."""
    stand_in = tmp_path / "overstretch"
    stand_in.write_text('#!/bin/bash\nprintf "%s\\n" "$@"\n')
    stand_in.chmod(0o755)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=path | environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_slurm_file_computes_its_share(tmp_path):
    script = (DOCS / "cluster" / "slurm.sh").read_text("utf-8")
    index = {"SCRATCH": str(tmp_path), "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "8"}
    words = _ran(tmp_path, script, index)
    assert words[words.index("--shard") + 1] == "3/8"
    assert words[words.index("--out") + 1].endswith("run/share-3") and "--resume" in words
    _accepted(words)


def test_the_kubernetes_file_counts_shares_from_one(tmp_path):
    text = (DOCS / "cluster" / "kubernetes.yaml").read_text("utf-8")
    command = re.search(r"- >-\n((?: {14}.*\n)+)", text)
    shards = []
    for index in range(8):
        words = _ran(tmp_path, " ".join(command[1].split()), {"JOB_COMPLETION_INDEX": str(index)})
        shards.append(words[words.index("--shard") + 1])
    assert shards == [f"{i}/8" for i in range(1, 9)]
    assert re.search(r"completions: (\d+)", text)[1] == "8"
    _accepted(words)


def _accepted(words: list[str]) -> None:
    """Every option is one of the command's."""
    from typer.main import get_command

    from overstretch.cli import app

    known = {name for option in get_command(app).commands["run"].params for name in option.opts}
    assert words[0] == "run" and {word for word in words if word.startswith("--")} <= known
