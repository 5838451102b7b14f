"""What can be asked, and where: every part of the system that the articles describe."""

from __future__ import annotations

from nicegui import ui

from overstretch import shipped
from overstretch.app.pages import frame


def add_page() -> None:
    """Register the page."""

    @ui.page("/guide", title="Guide · Overstretch")
    def show() -> None:
        with frame.page(
            "What can be asked, and where", "Every part of the system that news of the arms race describes."
        ):
            rows = "".join(
                '<tr><th scope="row">{part}</th><td><a href="{link}">{where}</a></td></tr>'.format(**row)
                for row in shipped.rows("app", "guide.toml")["part"]
            )
            with ui.element("div").classes("ov"):
                head = '<thead><tr><th scope="col">Part</th><th scope="col">Where</th></tr></thead>'
                ui.html(f'<table class="stacked">{head}<tbody>{rows}</tbody></table>', sanitize=False).classes("w-full")
                ui.html(
                    "<p>Figures are those of the library: each page prints the lines that give them. "
                    '<a href="/api">Programs</a> have the same functions; <a href="/learn">five questions</a> '
                    "show how to read the answers.</p>",
                    sanitize=False,
                )
