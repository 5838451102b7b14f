"""Five questions to learn by, each with a page whose state stands in its address."""

from __future__ import annotations

from nicegui import ui

from overstretch import shipped
from overstretch.app.pages import frame


def add_page() -> None:
    """Register the page."""

    @ui.page("/learn", title="Learn · Overstretch")
    def show() -> None:
        with frame.page(
            "Five questions to learn by", "Each opens a page that you can change, send on and come back to."
        ):
            for number, lesson in enumerate(shipped.rows("app", "guide.toml")["lesson"], start=1):
                with ui.element("div").classes("ov"):
                    frame.text("h2", f"{number}. {lesson['question']}")
                    with ui.element("p"):
                        ui.link(lesson["words"], lesson["link"])
                    frame.text("p", f"Look for: {lesson['look'][:1].lower()}{lesson['look'][1:]}")
                    frame.text("p", f"Ask yourself: {lesson['ask'][:1].lower()}{lesson['ask'][1:]}")
