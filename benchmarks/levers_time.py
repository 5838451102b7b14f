"""How long the app's pages with levers take from a key press on a slider to the answer, in Chromium.

    python benchmarks/levers_time.py                 (all pages, ten new values each)
    python benchmarks/levers_time.py --values 5 --at http://127.0.0.1:8080   (an app that runs already)

Each value is one that the app has not been asked for before. *First* is the answer from few futures, *all* that from
all futures with intervals; both from the press of an arrow key until the page shows it.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright
from timing import machine, table

PAGES = ("/ally/POL", "/compare/DEU/POL", "/allies", "/russia", "/alliance")
CHROMIUM = "/usr/bin/chromium"
READY = "document.getElementById('levers-page')?.dataset.full === location.pathname + location.search"
# presses are made in the page itself, so that the measure holds no way to the driver and back
PRESS = """(value) => new Promise((done) => {
  const page = document.getElementById("levers-page"), slider = document.getElementById("lever-oil");
  const start = performance.now(), found = {};
  const watch = new MutationObserver(() => {
    if (page.dataset.first === page.dataset.wanted && !found.first) found.first = performance.now() - start;
    if (page.dataset.full === page.dataset.wanted) { watch.disconnect(); found.all = performance.now() - start; done(found); }
  });
  watch.observe(page, { attributes: true });
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  slider.dispatchEvent(new Event("change", { bubbles: true }));
})"""


@contextmanager
def app(given: str | None) -> Iterator[str]:
    """The address of an app: the one given, else one that is started."""
    if given:
        yield given.rstrip("/")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-c", "from overstretch.cli import main; main()", "app", "--port", str(port)]
    )
    try:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def measured(page: Page, address: str, values: list[int]) -> tuple[float, list[dict[str, float]]]:
    """Seconds until the page first shows its answer, and milliseconds of each value."""
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function(READY, timeout=300_000)
    opened = time.perf_counter() - start
    return opened, [page.evaluate(PRESS, value) for value in values]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--values", type=int, default=10)
    parser.add_argument(
        "--first",
        type=int,
        default=21,
        help="the first price of oil: another one in an app that has been measured already",
    )
    parser.add_argument("--at", help="address of an app that runs already")
    given = parser.parse_args()
    print(machine())
    print(table(("page", "opened, s", "first, median s", "most", "all, median s", "most"), []), flush=True)
    with app(given.at) as address, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for place, path in enumerate(PAGES):
            start = given.first + place * given.values  # what one page has simulated is held for the next
            opened, found = measured(page, address + path, list(range(start, start + given.values)))
            first, whole = ([one[name] / 1000 for one in found] for name in ("first", "all"))
            figures = (statistics.median(first), max(first), statistics.median(whole), max(whole))
            print(f"| {path} | {opened:.1f} | {' | '.join(f'{figure:.2f}' for figure in figures)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
