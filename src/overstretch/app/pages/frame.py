"""What all pages share: navigation, style, the way a job is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from markupsafe import escape
from nicegui import ui

from overstretch import progress
from overstretch.app.messages import told
from overstretch.app.work import Job
from overstretch.report import stylesheet

STYLE = """
body { background: #fff; }
.nicegui-content { padding: 0; }
.page { max-width: 70rem; width: 100%; margin: 0 auto; padding: 1.2rem 1.5rem 4rem; gap: 1rem; }
.bar { background: #16212b; color: #fff; width: 100%; padding: 0.7rem 1.5rem; display: flex; gap: 0.4rem 1.4rem; flex-wrap: wrap; align-items: baseline; }
.bar a { color: #fff; text-decoration: none; white-space: nowrap; }
.bar a:hover { text-decoration: underline; }
.bar a[aria-current] { text-decoration: underline; text-underline-offset: 0.3em; text-decoration-thickness: 2px; }
.bar .name { font-weight: 600; }
.q-icon { overflow: hidden; } /* its name, until its font has come */
.bar a:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
.ov { width: 100%; }
.early .ordinal { display: none; }
.page .ov h2 { margin: 1.6rem 0 0.7rem; }
.page .ov .row h2 { margin: 0; }
.page :focus-visible { outline: 3px solid #1f5f8b; outline-offset: 2px; }
.page .q-field :focus-visible { outline: none; }
.page details { width: 100%; }
.page details > summary { cursor: pointer; padding: 0.4rem 0; }
.page details:not(.part) > summary { display: list-item; list-style: disclosure-closed inside; }
.page details[open]:not(.part) > summary { list-style: disclosure-open inside; }
.page .plain li { list-style: disc; }
.q-btn { text-transform: none; }
.page .wide { min-width: min(100%, 17rem); }
.fault { color: #9c1c1c; max-width: 46rem; }
.understood { border-top: 1px solid #cfd6db; padding: 0.9rem 0 0.6rem; width: 100%; gap: 0.35rem; }
.understood.out .said, .understood.out .asked { opacity: 0.55; }
.understood .parts { margin: 0; display: grid; grid-template-columns: minmax(6rem, 8rem) 1fr; gap: 0.15rem 0.9rem; font-size: 0.88rem; }
.understood .parts dt { color: #55616c; }
.understood .parts dd { margin: 0; }
.files { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; margin: 0; padding: 0; list-style: none; }
.page a:not(.q-btn) { color: #1f5f8b; text-decoration: underline; text-underline-offset: 0.15em; }
.lines { width: 100%; display: flex; align-items: start; gap: 0.5rem; background: #eef1f3; padding: 0.4rem 0.8rem; }
.lines pre { overflow-x: auto; flex: 1; margin: 0.3rem 0; font-size: 0.88rem; }
@media (max-width: 44rem) {
  .page { padding: 1rem 1rem 3rem; }
  .page .lead { font-size: 1.05rem; }
  .page .ov h1 { font-size: 1.6rem; }
  .bar { flex-wrap: nowrap; overflow-x: auto; padding: 0.7rem 1rem; }
  .understood .parts { grid-template-columns: 1fr; gap: 0; }
  .understood .parts dd { margin-bottom: 0.3rem; }
}
"""
# the navigation, a row per page: (path, label)
NAVIGATION = (
    ("/", "Check"),
    ("/ally", "One ally"),
    ("/compare", "Two compared"),
    ("/allies", "All allies"),
    ("/russia", "Russia"),
    ("/alliance", "Alliance and ruler"),
    ("/answers", "Twelve answers"),
    ("/ledger", "Ledger"),
    ("/figures", "Figures"),
    ("/learn", "Learn"),
    ("/guide", "Guide"),
)
# what each stage is called, and the part of the whole at which it starts and ends
STAGES = {
    "waiting": ("Waiting", 0.0, 0.0),
    "starting": ("Starting", 0.0, 0.0),
    **progress.STAGES,
}


@contextmanager
def page(heading: str, lead: str) -> Iterator[None]:
    """The frame of a page; what is made inside is its content."""
    ui.add_css(STYLE + stylesheet())
    ui.colors(primary="#1f5f8b", negative="#9c1c1c")
    request = ui.context.client.request
    here = "/" + (request.url.path if request is not None else "/").strip("/").partition("/")[0]
    with ui.element("nav").classes("bar").props('aria-label="Pages"'):
        ui.link("Overstretch", "/").classes("name")
        for target, words in NAVIGATION:
            ui.link(words, target).props('aria-current="page"' if target == here else "")
    with ui.column().classes("page") as content:
        ui.skip_link("Skip to the content", target=content)
        with ui.element("div").classes("ov"):
            text("h1", heading)
            ui.label(lead).classes("lead")
        yield


def text(tag: str, words: str) -> ui.element:
    """An element that holds words, which are escaped."""
    return ui.html(str(escape(words)), sanitize=False, tag=tag)


def pieces(*markup: str) -> None:
    """Pieces of the report; its templates have escaped every text of an article."""
    with ui.element("div").classes("ov"):
        for each in markup:
            ui.html(each, sanitize=False).classes("w-full")


def code(lines: str) -> None:
    """Lines to copy, kept as they are."""
    what = "Python" if lines.startswith("import") else "command line"
    with ui.element("div").classes("lines"):
        text("pre", lines).props(f'tabindex="0" role="region" aria-label="{what}"')
        ui.button("Copy", on_click=lambda: ui.clipboard.write(lines)).props(
            f'flat dense no-caps aria-label="Copy: {what}"'
        )


def message(words: str = "") -> ui.label:
    """Where a fault is said, for readers of screens at once."""
    return ui.label(words).classes("fault").props('role="alert"')


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
        else:
            failed(told(fault))

    timer = ui.timer(0.2, look)
    return timer
