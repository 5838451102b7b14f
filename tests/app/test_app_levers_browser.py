"""The pages with levers in a real browser: addresses, the first arrow press, refresh and back, downloads, a phone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM} (apt-get install chromium)"),
]
SHOWN = "document.getElementById('levers-page')?.dataset.full === location.pathname + location.search"
PATHS = ("/ally/POL", "/compare/DEU/POL", "/allies", "/russia", "/alliance")


@pytest.fixture(scope="module")
def address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).with_name("toy_server.py")
    process = subprocess.Popen([sys.executable, str(script), str(port)], env=os.environ)
    found = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{found}/api/health", timeout=5).close()
            break
        except OSError:
            assert process.poll() is None, "the app ended"
            time.sleep(0.2)
    yield found
    process.terminate()
    process.wait(20)


@pytest.fixture(params=[1280, 390])
def page(browser, address, request):
    made = browser.new_page(viewport={"width": request.param, "height": 800}, accept_downloads=True)
    made.set_default_timeout(60_000)
    made.errors, made.outside = [], []
    made.on("pageerror", lambda fault: made.errors.append(str(fault)))
    made.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else made.outside.append(r.url))
    yield made
    assert made.errors == [] and made.outside == []
    made.close()


def opened(page, where):
    page.goto(where)
    page.wait_for_function(SHOWN)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_shows_answers_charts_and_files(page, address, path):
    opened(page, address + path)
    assert page.locator("#lp-rows tbody tr").count() >= 2
    charts = page.locator(".lp-chart")
    assert charts.count() >= 1
    for chart in charts.all():
        assert "median" in chart.locator(".drawing svg").get_attribute("aria-label")
        assert chart.locator(".lp-legend li").count() >= 3 and chart.locator("table tbody tr").count() > 3
        assert chart.get_by_role("link", name="CSV").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_levers_address_refresh_and_back(page, address):
    opened(page, f"{address}/ally/POL")
    first = page.locator("#lp-rows").inner_text()
    slider = page.locator("#lever-oil")
    slider.focus()
    slider.press("ArrowLeft")  # the first press counts
    page.wait_for_function("location.search === '?oil=59'")
    page.wait_for_function(SHOWN)
    assert page.evaluate("document.getElementById('levers-page').dataset.first") == "/ally/POL?oil=59"
    assert "with oil(59)" in page.locator("#lp-status").inner_text()
    moved = page.locator("#lp-rows").inner_text()
    assert moved != first and "oil(59)" in page.locator("#lp-python").inner_text()
    page.reload()
    page.wait_for_function(SHOWN)
    assert page.locator("#lp-rows").inner_text() == moved and slider.input_value() == "59"
    page.locator("#lever-pledge").select_option("kept")
    page.wait_for_function("location.search.includes('pledge=kept')")
    page.wait_for_function(SHOWN)
    page.go_back()
    page.wait_for_function(SHOWN)
    assert page.evaluate("location.search") == "?oil=59" and page.locator("#lever-pledge").input_value() == ""
    assert page.locator("#lp-rows").inner_text() == moved
    page.get_by_role("button", name="Reset all").click()
    page.wait_for_function(f"location.search === '' && {SHOWN}")
    assert page.locator("#lp-rows").inner_text() == first


def test_the_answer_stays_in_view_beside_the_lever(page, address):
    opened(page, f"{address}/russia")
    slider = page.locator("#lever-oil")
    slider.focus()
    slider.press("ArrowRight")
    page.wait_for_function(SHOWN)
    box, answer = slider.bounding_box(), page.locator("#lp-rows tbody tr").first.bounding_box()
    height = page.viewport_size["height"]
    assert 0 <= box["y"] <= height and 0 <= answer["y"] <= height
    assert answer["y"] + answer["height"] <= box["y"] or answer["x"] > box["x"] + box["width"]


def test_a_chart_is_taken_away(page, address):
    opened(page, f"{address}/russia?oil=40")
    for name, begins in (("CSV", b"at"), ("Excel", b"PK"), ("PNG", b"\x89PNG"), ("question as text", b"import")):
        with page.expect_download() as loading:
            page.locator(".lp-chart").first.get_by_text(name, exact=True).click()
        assert Path(loading.value.path()).read_bytes().startswith(begins), name


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/ally/POL?oil=9999", "oil=9999: accepted: 20 to 120"),
        ("/answers/nothing", "no answer 'nothing'"),
        ("/ledger?kind=colour", "kind=colour: accepted"),
    ],
)
def test_an_address_that_cannot_be_is_named(page, address, path, words):
    page.goto(address + path)
    assert words in page.get_by_role("alert").inner_text()


@pytest.mark.parametrize(
    ("old", "new"), [("/ally?ally=POL&oil=40", "/ally/POL?oil=40"), ("/compare", "/compare/DEU/POL")]
)
def test_an_address_without_an_ally_leads_to_one_with(page, address, old, new):
    opened(page, address + old)
    assert page.url == address + new


def test_ledger_and_twelve_answers_have_addresses(page, address):
    page.goto(f"{address}/ledger?outcome=true&page=2")
    assert page.locator(".st-table").nth(1).locator("tbody tr").count() == 50
    assert "false" not in page.locator(".st-table").nth(1).locator("tbody").inner_text()
    page.goto(f"{address}/answers")
    assert page.locator(".st-twelve li").count() == 12


def test_an_answer_has_its_table_chart_and_files(page, address):
    page.goto(f"{address}/answers/pledge?year=2035")
    page.locator("figure.st-drawn svg").wait_for()
    assert page.locator(".st-table tbody tr").count() == 2 and page.get_by_text("a sentence.").count() == 1
    assert page.get_by_role("link", name="NATO: edition 2026").get_attribute("href") == "https://example.org/nato"
    for name, begins in (("CSV", b"ally"), ("Excel", b"PK"), ("PNG", b"\x89PNG")):
        with page.expect_download() as loading:
            page.get_by_role("link", name=name, exact=True).click()
        assert Path(loading.value.path()).read_bytes().startswith(begins), name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
