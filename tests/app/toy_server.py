"""The app over toy futures in a process of its own: `python toy_server.py PORT`. Answers of all futures take a second,
as real ones may."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import stand_in
import uvicorn
from toy_worlds import toy

from overstretch.app import tasks, worlds
from overstretch.app.bench import Bench
from overstretch.app.desk import Desk
from overstretch.app.server import build
from overstretch.app.work import Workshop

RUNS: dict[tuple[str, int, int], worlds.Held] = {}


def held(*run):
    if run not in RUNS:
        RUNS[run] = toy(seed=run[2], slow=1.0)
    return RUNS[run]


if __name__ == "__main__":
    worlds.held, worlds.is_held = held, lambda *run: run in RUNS
    desk = Desk((Workshop(), Bench(tasks.prepare_reading)), (Workshop(), Bench(stand_in.prepare)))
    uvicorn.run(build(desk), host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
