"""The app over toy futures in a process of its own: `python toy_server.py PORT`. Answers of all futures take a second, as real ones may."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import uvicorn
from toy_worlds import toy, toy_answer

from overstretch.app import standing, worlds
from overstretch.app.server import build

RUNS: dict[tuple[str, int, int], worlds.Held] = {}


def held(*run):
    if run not in RUNS:
        RUNS[run] = toy(seed=run[2], slow=1.0)
    return RUNS[run]


if __name__ == "__main__":
    worlds.held, worlds.is_held = held, lambda *run: run in RUNS
    standing.answer = toy_answer
    uvicorn.run(build(), host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
