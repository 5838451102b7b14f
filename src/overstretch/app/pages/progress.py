"""A job under way: its place in the queue, stage and time, and the way to stop it; and the page of one that is gone."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui

from overstretch.app.messages import told
from overstretch.app.pages import frame
from overstretch.app.work import Job, Workshop

LOOK = 0.4  # seconds between two looks


class Progress:
    """Shows the job until it ends; `ready` is called once it has a result. again: where to go after a failure."""

    def __init__(
        self, shop: Workshop, job: Job, ready: Callable[[], None], again: str, beside: Callable[[], None] = lambda: None
    ) -> None:
        self.shop, self.job, self.ready, self.again, self.beside = shop, job, ready, again, beside
        with ui.column().classes("w-full gap-2") as self.place:
            self.words = ui.label().props('role="status"')
            self.bar = ui.linear_progress(0, show_value=False).classes("w-full").props('aria-label="Done"')
            ui.button("Cancel", on_click=job.cancel).props("outline dense no-caps")
        self.timer = ui.timer(LOOK, self.look)
        self.look()

    def look(self) -> None:
        job = self.job
        self.beside()
        if job.finished:
            self.timer.deactivate()
            fault = job.result.exception()
            if fault is None:
                self.place.set_visibility(False)
                self.ready()
            else:
                self.failed(told(fault))
            return
        words, start, end = frame.STAGES.get(job.stage, (job.stage, 0.0, 1.0))
        before = self.shop.before(job)
        if before:
            words = f"Waiting: {before} {'job is' if before == 1 else 'jobs are'} before this one"
        self.words.text = f"{words}, {job.seconds:.0f} s" if job.started is not None else words
        self.bar.value = round(start + (end - start) * job.done, 3)

    def failed(self, message: str) -> None:
        self.place.clear()
        with self.place:
            frame.message(message)
            ui.link("Try again", self.again)


def gone(heading: str) -> None:
    """The page of a key that is unknown, or was kept no longer."""
    with frame.page(
        heading,
        "The last ones of each kind are kept, until the app is stopped. Put the article in again to have it "
        "answered anew; the same seed gives the same figures.",
    ):
        ui.link("To the first page", "/")
