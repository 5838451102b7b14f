"""The app in a real browser, wide and narrow: from the box to the download, every state at its own address; nothing
asked of the network."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM} (apt-get install chromium)"),
]
WIDTHS = (1280, 390)
TIME = 150_000  # milliseconds: the machine may do other work
SENTENCES = (
    "A headline\n\nNorway will spend 4% of GDP on defence by 2031, Anna Nowak said. The minister said "
    "that <b>morale</b> is low."
)


@pytest.fixture(scope="module")
def address(reader, bench):
    import uvicorn
    from stand_in import Lasting

    from overstretch.app.server import build
    from overstretch.app.work import Workshop

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk = Lasting((Workshop(waiting=7), reader), (Workshop(), bench))
    server = uvicorn.Server(uvicorn.Config(build(desk), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(params=WIDTHS)
def page(request, browser, address):
    """A page of each width; at its end nothing was asked of the network, no script failed, nothing is wider than the
    screen."""
    outside, errors = [], []
    made = browser.new_page(viewport={"width": request.param, "height": 800}, accept_downloads=True)
    made.set_default_timeout(TIME)
    made.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else outside.append(r.url))
    made.on("pageerror", lambda fault: errors.append(str(fault)))
    yield made
    width = made.evaluate("document.documentElement.scrollWidth")
    made.close()
    assert outside == [] and errors == [] and width <= request.param


def faults(page) -> list[str]:
    """Serious and critical faults that axe-core finds."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]


def understood(page, address: str, text: str) -> None:
    """Put a text into the box and wait for what was understood."""
    page.goto(address)
    page.get_by_label("An article, one sentence, or a web address").fill(text)
    page.get_by_role("button", name="Show what is understood").click()
    page.get_by_role("button", name="Answer", exact=True).wait_for()


def test_an_article_from_the_box_to_the_download(page, address, result):
    page.goto(address)
    page.get_by_role("button", name="Show what is understood").click()
    page.get_by_text("Text: is empty").wait_for()
    understood(page, address, SENTENCES)
    assert page.get_by_text("2 statements, 1 without a question. 1 question to be answered.").count() == 1
    assert page.locator("mark", has_text="4% of GDP").count() == 1
    assert page.locator("b", has_text="morale").count() == 0
    assert faults(page) == []
    page.get_by_role("button", name="Answer", exact=True).click()
    page.wait_for_url("**/job/*")
    page.get_by_role("link", name="the report").wait_for()
    assert page.locator("article.card").count() == len(result.verdicts)
    assert page.locator("script", has_text='alert("x")').count() == 0
    assert page.get_by_text("could not place <i>costs</i>").count() == 1
    assert faults(page) == []
    page.reload()
    page.get_by_role("link", name="the report").wait_for()
    assert page.locator("article.card").count() == len(result.verdicts)
    page.get_by_role("link", name="how it was understood").click()
    page.get_by_role("button", name="Answer", exact=True).wait_for()
    page.go_back()
    page.get_by_role("link", name="the report").wait_for()
    with page.expect_download() as loading:
        page.get_by_role("link", name="answers as a table").click()
    assert Path(loading.value.path()).read_text().startswith("claim,")


def test_a_job_keeps_its_page_shows_its_first_card_and_is_cancelled(page, browser, address):
    understood(page, address, "Wait for it.\n\nNorway will spend 4% of GDP on defence by 2031, Anna Nowak said.")
    page.get_by_role("button", name="Answer", exact=True).click()
    page.wait_for_url("**/job/*")
    page.locator("article.card").first.wait_for()
    page.reload()
    page.locator("article.card").first.wait_for()
    page.get_by_text("Simulating, ").wait_for()
    assert faults(page) == []
    other = browser.new_page()
    other.set_default_timeout(TIME)
    understood(other, address, SENTENCES)
    other.get_by_role("button", name="Answer", exact=True).click()
    other.get_by_text("Waiting: 1 job is before this one").wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("The job was cancelled").wait_for()
    other.get_by_role("link", name="the report").wait_for()
    other.close()
    page.reload()
    page.get_by_text("The job was cancelled").wait_for()


def test_a_reading_is_mended_before_it_is_answered(page, address):
    understood(page, address, SENTENCES)
    page.get_by_text("How it was read; mend it").click()
    field = page.get_by_label("Question, in the question language").first
    assert field.input_value() == "core_share(NOR, by 2031-12) >= 4"
    field.fill("core_shore(NOR, 2031) >= 5")
    page.get_by_role("alert").filter(has_text="core_share").wait_for()
    sync_api.expect(page.get_by_role("button", name="Answer", exact=True)).to_be_disabled()
    field.fill("core_share(NOR, 2031) >= 5")
    page.get_by_text("as you changed them").wait_for()
    page.reload()
    page.get_by_text("as you changed them").wait_for()
    page.get_by_role("button", name="Answer", exact=True).click()
    page.wait_for_url("**/job/*")
    page.get_by_role("link", name="the report").wait_for()
    with page.expect_download() as loading:
        page.get_by_role("link", name="statements-asked.json").click()
    register = Path(loading.value.path()).read_text()
    assert "core_share(NOR, 2031) >= 5" in register and "Anna Nowak" in register
    assert page.get_by_text("overstretch ask --register statements-asked.json").count() == 1


def test_what_cannot_be_read_is_said_without_folders_and_flags(page, address):
    understood(page, address, "Refuse it.\n\nNorway will spend 4% of GDP on defence by 2031, Anna Nowak said.")
    page.get_by_role("button", name="Answer", exact=True).click()
    page.get_by_role("alert").filter(has_text="article.txt: is not English; Known up to takes a day").wait_for()


def test_a_sentence_stands_in_the_address_and_a_file_is_taken(page, address, tmp_path):
    page.goto(
        f"{address}/?text=NATO could collapse within five years&by=Ada "
        f"Example&day=2025-07-03&as_of=2025-12-31&futures=512"
    )
    page.get_by_role("button", name="Show what is understood").click()
    page.get_by_role("button", name="Answer", exact=True).wait_for()
    assert page.get_by_text("Ada Example, 2025-07-03").count() == 1
    assert page.get_by_label("That day").input_value() == "2025-12-31"
    file = tmp_path / "a news.txt"
    file.write_text(SENTENCES, encoding="utf-8")
    page.goto(address)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(file)
    page.get_by_text("a news.txt, ").wait_for()
    page.get_by_role("button", name="Show what is understood").click()
    page.get_by_text("2 statements, 1 without a question").wait_for()


@pytest.mark.parametrize("path", ["/", "/learn", "/guide", "/api", "/job/none", "/read/none", "/no/such/page"])
def test_pages_have_no_serious_faults_and_a_language(page, address, path):
    page.goto(address + path)
    page.locator("h1").wait_for()
    assert page.evaluate("document.documentElement.lang").startswith("en")
    assert faults(page) == []


def test_the_keyboard_alone_gets_from_the_box_to_what_is_understood(page, address):
    page.goto(address)
    page.get_by_label("An article, one sentence, or a web address").focus()
    page.keyboard.type("Germany will spend 3.5% of GDP on defence by 2029")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Show what is understood":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/*")
    page.get_by_text("1 question to be answered").wait_for()


def test_a_page_is_no_wider_before_its_fonts_have_come(page, address):
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(address)
    page.get_by_role("button", name="Show what is understood").wait_for()


def test_what_is_gone_is_said_with_a_way_on(page, address):
    page.goto(f"{address}/job/none")
    page.get_by_text("These answers are no longer kept").wait_for()
    page.get_by_role("link", name="To the first page").click()
    page.get_by_role("button", name="Show what is understood").wait_for()
