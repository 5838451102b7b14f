"""The app in a real browser: an article in, cards out; nothing asked of the network."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM} (apt-get install chromium)"),
]


@pytest.fixture
def address(made_up_jobs):
    import uvicorn

    from overstretch.app.server import build

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(build(), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def test_app_from_article_to_download(address, made_up_jobs, result, tmp_path):
    asked_outside, errors = [], []
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 390, "height": 800}, accept_downloads=True)
        page.set_default_timeout(60_000)
        page.on(
            "request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else asked_outside.append(r.url)
        )
        page.on("pageerror", lambda fault: errors.append(str(fault)))

        page.goto(address)
        page.get_by_role("button", name="Check", exact=True).click()
        page.get_by_text("text: is empty").wait_for()
        assert made_up_jobs == []

        page.get_by_label("Article, in English").fill("The minister said: <b>spend</b> less.")
        page.get_by_role("button", name="Check", exact=True).click()
        page.locator("article.card").first.wait_for()
        assert page.locator("article.card").count() == len(result.verdicts)
        assert made_up_jobs[0]["texts"] == ["The minister said: <b>spend</b> less."]
        assert page.locator("script", has_text='alert("x")').count() == 0
        assert page.get_by_text("could not place <i>costs</i>").count() == 1
        with page.expect_download() as loading:
            page.get_by_role("button", name="verdicts.json").click()
        assert Path(loading.value.path()).read_text() == "[]"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

        page.goto(f"{address}/guide")
        assert page.locator("tbody tr").count() == 14
        browser.close()
    assert asked_outside == [] and errors == []
