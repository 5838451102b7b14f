"""The pages with sliders: one ally, Russia, the alliance and the ruler. The answer moves while the slider moves."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import xarray as xr
from markupsafe import Markup
from nicegui import ui

from overstretch import facts, jobs
from overstretch.app import explore
from overstretch.app.explore import Setting
from overstretch.app.pages import frame
from overstretch.app.work import Busy, Job, Progress, Workshop
from overstretch.report.allies import ally_name
from overstretch.report.render import piece

PAUSE = 0.35  # seconds without a change before a run starts
WITHOUT_FORCES = "ISL"
HEADINGS = {
    "ally": ("One ally", "Core and related spending, debt and equipment of one ally, and what moves them."),
    "russia": ("Russia", "War economy, budget, forces and the war, quarter by quarter."),
    "alliance": ("Alliance and ruler", "Cohesion and its grades, the 2029 review, the ruler of Russia."),
}


def add_pages(workshop: Workshop) -> None:
    """Register the three pages."""
    for subject, (heading, lead) in HEADINGS.items():

        def show(subject: str = subject, heading: str = heading, lead: str = lead) -> None:
            with frame.page(heading, lead):
                Explorer(subject, workshop)

        ui.page(f"/{subject}", title=f"{heading} · Overstretch")(lambda show=show: show())


class Explorer:
    """Controls for interventions, and the answers before and after them."""

    def __init__(self, subject: str, workshop: Workshop) -> None:
        self.subject, self.workshop = subject, workshop
        self.job: Job | None = None
        self.again = False
        with ui.row().classes("w-full gap-8 items-start no-wrap max-md:flex-wrap"):
            with ui.column().classes("gap-2").style("min-width: 17rem; max-width: 20rem"):
                self.controls()
            self.results = ui.column().classes("grow gap-4").style("min-width: 0")
        self.pause = ui.timer(PAUSE, self.start, active=False, once=False)
        self.pause.activate()

    def controls(self) -> None:
        """All interventions that the pages offer; each is one that the library and the command line know."""
        if self.subject == "ally":
            names = {code: ally_name(code) for code in facts.allies() if code != WITHOUT_FORCES}
            by_name = dict(sorted(names.items(), key=lambda item: item[1]))
            self.actor = ui.select(by_name, value="DEU", label="Ally", with_input=True, on_change=self.changed).classes(
                "w-full"
            )
            self.spend = self.slider("This ally votes more, points of GDP", 0.0, 2.0, 0.1, 0.5)
        self.pledge = self.choice(
            "The pledge",
            {"": "as simulated", "keep_pledge()": "kept by all", "hold_burden(2024)": "burdens held at 2024"},
        )
        self.us = self.choice(
            "United States",
            {"": "as simulated", "us_presses()": "presses harder", "no_us_pressure()": "does not press"},
        )
        self.withdraws = self.slider("United States withdraws in", 2026, 2035, 1, 2027)
        self.review = self.choice("The 2029 review", {
            "": "as simulated", "review(hold)": "holds", "review(ease)": "eases", "review(tighten)": "tightens",
            "review(rescope)": "re-scopes", "no_review()": "does not take place",
        })  # fmt: skip
        self.russia = self.choice("Russia’s burden", {
            "": "as simulated", "cut_delivered()": "announced cut delivered", "sustain_rus_burden()": "sustained",
            "rus_burden(2021)": "as in 2021",
        })  # fmt: skip
        self.oil = self.slider("Urals oil stays at, dollars", 20, 120, 5, 60)
        self.ceasefire = self.slider("Ceasefire in Ukraine in", 2025.5, 2030, 0.5, 2026)
        self.words = self.choice("Reactions", {
            "": "as simulated", "no_reaction()": "no side answers the other", "no_free_riding()": "no free riding",
            "no_relabelling()": "relabelling does not count", "no_remarks()": "remarks have no effect",
        })  # fmt: skip
        self.futures = self.choice("Futures", {1024: "1,024", 2048: "2,048"}, 1024)
        self.seed = ui.number("Seed", value=1, min=0, step=1, format="%d", on_change=self.changed).classes("w-full")

    def choice(self, label: str, options: dict[Any, str], value: Any = "") -> Any:
        return ui.select(options, value=value, label=label, on_change=self.changed).classes("w-full")

    def slider(self, label: str, low: float, high: float, step: float, value: float) -> tuple[Any, Any]:
        """A switch and the slider that it turns on."""
        switch = ui.switch(label, on_change=self.changed)
        slide = ui.slider(min=low, max=high, step=step, value=value, on_change=self.changed).props("label-always")
        slide.props(f'aria-label="{label}"').bind_visibility_from(switch, "value").classes("mt-4 px-2")
        return switch, slide

    def setting(self) -> Setting:
        """The interventions as the library takes them."""
        chosen = [self.pledge.value, self.us.value, self.review.value, self.russia.value, self.words.value]
        interventions = [each for each in chosen if each]
        if self.withdraws[0].value:
            interventions.append(f"us_withdraws({int(self.withdraws[1].value)})")
        if self.oil[0].value:
            interventions.append(f"oil({self.oil[1].value:g})")
        if self.ceasefire[0].value:
            at = float(self.ceasefire[1].value)
            interventions.append(f"ceasefire({int(at)}Q{1 if at % 1 == 0 else 3})")
        if self.subject == "ally" and self.spend[0].value:
            interventions.append(f"spend({self.actor.value}, {self.spend[1].value:g})")
        return Setting(tuple(interventions), int(self.futures.value), int(self.seed.value or 0))

    def changed(self) -> None:
        """Wait for a pause in the changes, then run."""
        if hasattr(self, "pause"):
            self.pause.deactivate()
            self.pause.activate()

    def start(self) -> None:
        """Run the setting on the worker; where a run is under way, another follows it."""
        self.pause.deactivate()
        if self.job is not None and not self.job.finished:
            self.again = True
            return
        setting = self.setting()
        actor = self.actor.value if self.subject == "ally" else None

        def work(progress: Progress) -> Markup:
            return answered(setting, self.subject, actor)

        try:
            self.job = self.workshop.submit(work)
        except Busy as fault:
            self.show(str(fault))
            return
        frame.follow(self.job, lambda stage, done: None, lambda html: self.show(html, setting), self.show)

    def show(self, content: str, setting: Setting | None = None) -> None:
        """Replace what is shown; with a setting, add the lines that reproduce it."""
        self.results.clear()
        with self.results:
            if setting is None:
                ui.label(content).classes("text-negative").props('role="alert"')
            else:
                with ui.element("div").classes("ov"):
                    ui.html(content, sanitize=False).classes("w-full")
                ui.label("The same from Python or the command line")
                frame.code(setting.python)
                frame.code(setting.command)
        if self.again:
            self.again = False
            self.start()


@lru_cache(maxsize=64)
def answered(setting: Setting, subject: str, actor: str | None) -> Markup:
    """Run a setting and show it; settings shown before come back at once."""
    tree = jobs.run(futures=setting.futures, seed=setting.seed, as_of=setting.as_of, do=setting.do)
    return rendered(tree, subject, actor)


def rendered(futures: xr.DataTree, subject: str, actor: str | None) -> Markup:
    """Table of answers and charts, as HTML. Drawing happens on the worker, so that the pages stay alive."""
    asked = {
        "ally": lambda: explore.ally_questions(str(actor)), "russia": lambda: explore.RUSSIA,
        "alliance": explore.alliance_questions,
    }[subject]()  # fmt: skip
    rows = explore.answers(futures, asked, explore.changed_world(futures))
    drawn = Markup("").join(piece("figure", each) for each in explore.figures(futures, subject, actor))
    return piece("answers", rows) + Markup('<div class="figures dense">') + drawn + Markup("</div>")
