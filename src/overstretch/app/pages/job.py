"""The page of an answer: while it is made its stages and the cards that are ready, then all of it, at one address."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from overstretch.app import orders
from overstretch.app.desk import OUTPUTS, Answer, Desk
from overstretch.app.pages import frame
from overstretch.app.pages.check import WHEN
from overstretch.app.pages.progress import Progress, gone


def add_page(desk: Desk) -> None:
    """Register the page."""

    @ui.page("/job/{key}", title="Answers · Overstretch")
    def show(key: str) -> None:
        answer = desk.find(key, Answer)
        if answer is None:
            gone("These answers are no longer kept")
            return
        order = answer.order
        known = WHEN.get(order.as_of, f"with the figures known on {order.as_of}")
        with frame.page(orders.named_after(order.given), f"Answered {known}, from {order.futures:,} futures."):
            if answer.result is not None:
                finished(answer)
                return
            place = ui.column().classes("w-full gap-4")
            with place:
                cards = Early(answer)
                back = f"/read/{answer.reading}" if answer.reading else "/"
                Progress(desk.answering[0], answer.job, partial(_ready, place, answer), back, cards.look)
                cards.make()


def _ready(place: ui.column, answer: Answer) -> None:
    place.clear()
    with place:
        finished(answer)


class Early:
    """The cards that are ready while the others are made."""

    def __init__(self, answer: Answer) -> None:
        self.answer, self.shown = answer, 0
        self.place: ui.element | None = None

    def make(self) -> None:
        self.place = ui.element("div").classes("ov early")
        self.look()

    def look(self) -> None:
        if self.place is None:
            return
        ready = self.answer.early[self.shown :]
        self.shown += len(ready)
        with self.place:
            for each in ready:
                ui.html(each, sanitize=False)


def finished(answer: Answer) -> None:
    """First screen, downloads, cards, what is not testable, the allies, and the lines that give the same figures."""
    found: dict[str, Any] = answer.result or {}
    if found["first"]:
        frame.pieces(found["first"])
    else:
        ui.label("None of the statements found could be turned into a question; the reasons are below.")
    downloads(answer)
    if found["cards"]:
        frame.pieces("<h2>Claim by claim</h2>", found["cards"])
    if found["untested"]:
        frame.pieces("<h2>Not testable</h2>", found["untested"])
    if found["levels"]:
        frame.pieces("<h2>The allies</h2>", found["levels"])
    with ui.element("div").classes("ov"):
        frame.text("h2", "The same from Python or the command line")
        if name := orders.file_of(answer.order.given):
            with ui.element("p"):
                ui.label("Save").classes("inline")
                ui.link(name, f"/results/{answer.key}/{name}").props(f'download="{name}"')
                ui.label("first; the lines read it.").classes("inline")
    frame.code(orders.python_lines(answer.order))
    frame.code(orders.command_line(answer.order))
    for note in found["notes"]:
        ui.label(note).classes("soft")


def downloads(answer: Answer) -> None:
    """All files of the answer, and the way back to what was understood."""
    with ui.element("div").classes("ov"), ui.element("ul").classes("files"):
        for name, words in OUTPUTS.items():
            with ui.element("li"):
                new = name == "report.html"
                link = ui.link(words, f"/results/{answer.key}/{name}", new_tab=new)
                if not new:
                    link.props(f'download="{name}"')
        if answer.reading:
            with ui.element("li"):
                ui.link("how it was understood", f"/read/{answer.reading}")
