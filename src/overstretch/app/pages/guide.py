"""What can be asked, and where: every part of the system that the articles describe."""

from __future__ import annotations

from nicegui import ui

from overstretch.app.pages import frame

PARTS = (
    ("The pledge: 32 allies, 5% of GDP by 2035", "Check (table of allies); One ally", "/ally"),
    ("The 2029 review and what it does to the target", "Alliance and ruler", "/alliance"),
    ("Pressure from the United States as a driver of spending", "One ally: United States", "/ally"),
    ("Uneven will: who meets the target, who does not, when", "One ally", "/ally"),
    ("Collective defence, cohesion, grades of coming apart", "Alliance and ruler", "/alliance"),
    ("Russia’s war economy: recession risk and the tools left", "Russia", "/russia"),
    ("The announced cut, and whether it answers the allies", "Russia: burden, reactions", "/russia"),
    ("The ruler: routes out of office, with precedents as base rates", "Alliance and ruler; Check", "/alliance"),
    ("Rebuilding of Russian forces", "Russia", "/russia"),
    ("The war against Ukraine, which consumes what is built", "Russia: ceasefire", "/russia"),
    ("The arms race itself: each side answers the other", "Reactions, on all pages with sliders", "/russia"),
    ("Words as moves: remarks and perceptions", "Reactions: remarks; Check", "/alliance"),
    ("Ambitions within means, quarter by quarter", "Russia", "/russia"),
    ("Who said what, to whom, through which agency, when", "Check: the wordings on each card", "/"),
)


def add_page() -> None:
    """Register the page."""

    @ui.page("/guide", title="Guide · Overstretch")
    def show() -> None:
        with frame.page(
            "What can be asked, and where", "Every part of the system that news of the arms race describes."
        ):
            rows = "".join(
                f'<tr><th scope="row">{part}</th><td><a href="{link}">{where}</a></td></tr>'
                for part, where, link in PARTS
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
