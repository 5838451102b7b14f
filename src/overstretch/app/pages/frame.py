"""What all pages share: heading, style, the way a job is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from nicegui import ui

from overstretch.app.work import Job, Stopped
from overstretch.errors import InputError
from overstretch.report import stylesheet

STYLE = """
body { background: #fff; }
.nicegui-content { padding: 0; }
.page { max-width: 70rem; width: 100%; margin: 0 auto; padding: 1.2rem 1.5rem 4rem; gap: 1rem; }
.bar { background: #16212b; color: #fff; padding: 0.7rem 1.5rem; gap: 1.6rem; width: 100%; align-items: baseline; }
.bar a { color: #fff; text-decoration: none; }
.bar a:hover { text-decoration: underline; }
.bar .name { font-weight: 600; }
.ov { width: 100%; }
.page .ov h2 { margin: 1.6rem 0 0.7rem; }
@media (max-width: 44rem) { .page { padding: 1rem 1rem 3rem; } }
"""
# the navigation, a row per page: (path, label); the pages of levers between the first and the last rows
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Check"),
    ("/ally", "One ally"),
    ("/russia", "Russia"),
    ("/alliance", "Alliance and ruler"),
    ("/guide", "Guide"),
)
# what each stage is called, and the part of the whole at which it starts and ends
STAGES = {
    "waiting": ("Waiting for another job", 0.0, 0.0), "starting": ("Starting", 0.0, 0.0),
    "read": ("Reading", 0.02, 0.2), "compile": ("Making questions", 0.2, 0.25), "simulate": ("Simulating", 0.25, 0.8),
    "judge": ("Judging", 0.8, 0.9), "report": ("Writing the report", 0.9, 1.0),
}  # fmt: skip


@contextmanager
def page(heading: str, lead: str) -> Iterator[None]:
    """The frame of a page; what is made inside is its content."""
    ui.add_css(STYLE + stylesheet())
    ui.colors(primary="#1f5f8b")
    with ui.row().classes("bar").props('role="navigation" aria-label="Pages"'):
        ui.link("Overstretch", "/").classes("name")
        for target, words in NAVIGATION:
            ui.link(words, target)
    with ui.column().classes("page"):
        with ui.element("div").classes("ov"):
            ui.html(f"<h1>{heading}</h1>", sanitize=False)
            ui.label(lead).classes("lead")
        yield


def code(text: str) -> None:
    """Lines to copy, kept as they are."""
    ui.code(text, language="python" if text.startswith("import") else "bash").classes("w-full")


def follow(
    job: Job, show: Callable[[str, float], None], done: Callable[[Any], None], failed: Callable[[str], None]
) -> ui.timer:
    """Report the job's progress until it ends, then hand over its result, or a message that says what went wrong."""

    def look() -> None:
        words, start, end = STAGES.get(job.stage, (job.stage, 0.0, 1.0))
        show(words, start + (end - start) * job.done)
        if not job.finished:
            return
        timer.deactivate()
        fault = job.result.exception()
        if fault is None:
            done(job.result.result())
        elif isinstance(fault, (InputError, Stopped)):
            failed(str(fault))
        else:
            failed(f"An error inside the program: {fault!r}")
            raise fault

    timer = ui.timer(0.2, look)
    return timer
