"""The first page: one box for an article, a sentence or an address; what it holds stands in its own address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from nicegui import events, ui

from overstretch import jobs
from overstretch.app import orders
from overstretch.app.desk import Desk
from overstretch.app.messages import told
from overstretch.app.orders import MOST_FUTURES, Given, Order
from overstretch.app.pages import frame
from overstretch.app.work import Busy
from overstretch.defaults import APP_FUTURES
from overstretch.errors import InputError

LEAD = (
    "Paste an article in English, or write one sentence. Each statement becomes a question, and "
    "thousands of simulated futures answer it."
)
WHEN = {
    "both": "now, and as it stood when it was said",
    "now": "now, with the newest figures",
    "said": "as it stood when it was said",
    "day": "as it stood on a day of your choice",
}
EXAMPLES = (
    ("NATO could collapse within five years", "Ada Example", "2025-07-03"),
    ("Germany will spend 3.5% of GDP on defence by 2029", "", ""),
    ("core_share(POL, 2030) >= 4.5", "", ""),
)


def add_page(desk: Desk) -> None:
    """Register the page."""

    @ui.page("/", title="Overstretch")
    def show(
        text: str = "",
        by: str = "",
        day: str = "",
        as_of: str = jobs.DEFAULT_AS_OF,
        futures: str = str(APP_FUTURES),
        seed: str = str(jobs.DEFAULT_SEED),
    ) -> None:
        with frame.page("What was said, put to the test", LEAD):
            Box(desk, {"text": text, "by": by, "day": day, "as_of": as_of, "futures": futures, "seed": seed})


def address(**fields: str) -> str:
    """The address of the page with its box filled."""
    return "/?" + urlencode({name: value for name, value in fields.items() if value})


class Box:
    """The box, who says it and when, up to when figures are known; it leads to the page of what was understood."""

    def __init__(self, desk: Desk, held: dict[str, str]) -> None:
        self.desk = desk
        self.file: Given | None = None
        self.text = ui.textarea("An article, one sentence, or a web address", value=held["text"])
        self.text.classes("w-full").props('outlined input-style="min-height: 9rem"')
        self._upload()
        with ui.row().classes("items-start gap-4 w-full"):
            self.by = ui.input("Who says it, if it is one sentence", value=held["by"]).classes("grow wide")
            self.day = ui.input("On which day (2025-07-03)", value=held["day"]).classes("grow wide")
        self.options = Options(held)
        self.message = frame.message()
        with ui.row().classes("items-center gap-3"):
            ui.button("Show what is understood", on_click=self.start)
            ui.button("Take the example article", on_click=lambda: self.go(lambda: Given("example"))).props("outline")
        self._samples()

    def _upload(self) -> None:
        uploader = ui.upload(
            on_upload=self.taken, on_rejected=self.rejected, auto_upload=True, max_file_size=orders.MOST_FILE
        )
        uploader.props(f'accept="{",".join(orders.SUFFIXES)}"').style("display: none")
        with ui.row().classes("items-center gap-3"):
            ui.button("Choose a file", on_click=lambda: uploader.run_method("pickFiles")).props("outline dense no-caps")
            self.chosen = ui.label("Text, Markdown, HTML or PDF, up to 5 MB").props('role="status"')
            self.drop = ui.button("Remove the file", on_click=self.dropped).props("flat dense no-caps")
            self.drop.set_visibility(False)

    def _samples(self) -> None:
        with ui.element("div").classes("ov"):
            frame.text("h2", "Or begin with one of these")
            with ui.element("ul").classes("plain"):
                for text, by, day in EXAMPLES:
                    with ui.element("li"):
                        ui.link(text, address(text=text, by=by, day=day))

    async def taken(self, event: events.UploadEventArguments) -> None:
        """A file has come."""
        try:
            self.file = orders.upload(event.file.name, await event.file.read())
        except InputError as fault:
            self.message.text = told(fault)
            return
        self.message.text = ""
        self.chosen.text = f"{self.file.name}, {len(self.file.data):,} bytes"
        self.drop.set_visibility(True)

    def rejected(self) -> None:
        self.message.text = (
            f"This file cannot be taken. Accepted: {', '.join(orders.SUFFIXES)}, up to {orders.MOST_FILE:,} bytes."
        )

    def dropped(self) -> None:
        self.file = None
        self.chosen.text = "No file"
        self.drop.set_visibility(False)

    def start(self) -> None:
        """Read what the box holds, or the file."""
        by, day = (self.by.value or "").strip(), (self.day.value or "").strip()

        def given() -> Given:
            if self.file is None:
                return orders.boxed(self.text.value or "", by, day)
            return orders.checked_given(Given("article", name=self.file.name, data=self.file.data, said=day or None))

        self.go(given)

    def go(self, given: Callable[[], Given]) -> None:
        """To the page of what is understood; what cannot be taken is said here."""
        try:
            asked = self.options.asked()
            order = orders.checked(Order(given(), **asked))
            reading = self.desk.read(order.given, asked)
        except (InputError, Busy) as fault:
            self.message.text = told(fault)
            return
        ui.navigate.to(f"/read/{reading.key}")


class Options:
    """Up to when figures are known, and, folded away, futures and seed."""

    def __init__(self, held: dict[str, Any]) -> None:
        as_of = str(held["as_of"])
        dated = as_of not in WHEN
        with ui.row().classes("items-start gap-4 w-full"):
            self.when = ui.select(WHEN, value="day" if dated else as_of, label="Answered").classes("grow")
            self.day = ui.input("That day (2025-07-03)", value=as_of if dated else "").classes("grow")
            self.day.bind_visibility_from(self.when, "value", value="day")
        with ui.element("details"):
            with ui.element("summary"):
                ui.label("How many futures").classes("inline")
            with ui.row().classes("items-end gap-4"):
                self.futures = ui.number(
                    f"Futures, up to {MOST_FUTURES:,}",
                    value=_whole(held["futures"], APP_FUTURES),
                    min=1,
                    step=1024,
                    format="%d",
                )
                self.seed = ui.number("Seed", value=_whole(held["seed"], jobs.DEFAULT_SEED), min=0, step=1, format="%d")

    def asked(self) -> dict[str, Any]:
        """As the library's functions take them."""
        as_of = (self.day.value or "").strip() if self.when.value == "day" else self.when.value
        return {"futures": int(self.futures.value or 0), "seed": int(self.seed.value or 0), "as_of": as_of}


def _whole(text: Any, default: int) -> int:
    try:
        return int(text)
    except ValueError:
        return default
