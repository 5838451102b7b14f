"""The app over the stand-in jobs, once for all tests: its process loads them in some seconds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
sys.path.insert(0, str(Path(__file__).parent))

import stand_in

from overstretch.app import tasks
from overstretch.app.bench import Bench
from overstretch.app.work import Workshop


@pytest.fixture(scope="session")
def result():
    return stand_in.made_up()


@pytest.fixture(scope="session")
def bench():
    made = Bench(stand_in.prepare)
    yield made
    made.close()


@pytest.fixture(scope="session")
def reader():
    made = Bench(tasks.prepare_reading)
    yield made
    made.close()


@pytest.fixture
def desk(reader, bench):
    made = stand_in.Lasting((Workshop(), reader), (Workshop(), bench))
    yield made
    made.close()


@pytest.fixture(autouse=True, scope="session")
def memory_of_the_tests():
    """The tests hold more memory than the app may; what it does at its limit is tested by limits of the test's own."""
    from overstretch.app import bench, desk

    with pytest.MonkeyPatch.context() as patch:
        for module in (bench, desk):
            patch.setattr(module, "MOST_MEMORY", 2**40)
        yield


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a window."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        made = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield made
        made.close()
