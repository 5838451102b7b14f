"""Blocks computed by real Dask workers in processes of their own, one of them killed on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time

import pytest

from overstretch.engine.plan import Plan
from overstretch.engine.stream import make_job, run_into
from overstretch.errors import InputError

pytest.importorskip("distributed", reason="needs the extra 'dask'")


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch):
    from overstretch.engine import distributed

    monkeypatch.setattr(distributed, "_SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(InputError, match="no scheduler answers"):
        next(distributed.compute_at("tcp://127.0.0.1:9")(None, [0]))


@pytest.fixture
def cluster():
    """Address of a scheduler, and its two worker processes."""
    start = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    scheduler = subprocess.Popen(start, stderr=subprocess.PIPE, text=True)
    address = None
    for line in scheduler.stderr:
        if found := re.search(r"tcp://127\.0\.0\.1:\d+", line):
            address = found[0]
            break
    threading.Thread(target=scheduler.stderr.read, daemon=True).start()
    work = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
    ]
    workers = [subprocess.Popen(work, stderr=subprocess.DEVNULL) for _ in range(2)]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_worker_killed_during_the_run_loses_nothing(cluster, prepared, tmp_path, digest):
    from overstretch.engine.distributed import compute_at

    address, workers = cluster
    job = make_job(prepared, Plan(2040), 8 * 1024, seed=2)
    run_into(tmp_path / "here", job)

    def kill_one() -> None:
        while len(list((tmp_path / "there").glob("blocks/*.json"))) < 2:
            time.sleep(0.02)
        os.kill(workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_one, daemon=True)
    killer.start()
    done = run_into(tmp_path / "there", job, compute=compute_at(address))
    killer.join(timeout=1)
    assert workers[0].poll() == -signal.SIGKILL and workers[1].poll() is None
    assert sorted(done.computed) == list(range(8)) and not done.missing
    assert digest(tmp_path / "there") == digest(tmp_path / "here")
