"""The first page: an article in, cards out."""

from __future__ import annotations

import shlex

from markupsafe import Markup
from nicegui import ui

from overstretch import jobs
from overstretch.app.articles import EXAMPLE, MOST_FUTURES, OUTPUTS, Order, Shelf, checked, perform
from overstretch.app.pages import frame
from overstretch.app.work import Busy, Job, Progress, Workshop
from overstretch.errors import InputError
from overstretch.report import card_html, claim_cards, first_html, untested_html, untested_statements
from overstretch.report.allies import allies_frame, applicable
from overstretch.report.render import piece
from overstretch.report.summaries import LEVEL_YEARS

LEAD = "Paste an article. Each statement in it becomes a question, and thousands of simulated futures answer it."


def add_page(workshop: Workshop, shelf: Shelf) -> None:
    """Register the page."""

    @ui.page("/", title="Overstretch")
    def show() -> None:
        with frame.page("What was said, put to the test", LEAD):
            CheckForm(workshop, shelf)


class CheckForm:
    """The form, the progress of its job, and the results below it."""

    def __init__(self, workshop: Workshop, shelf: Shelf) -> None:
        self.workshop, self.shelf = workshop, shelf
        self.job: Job | None = None
        self.text = (
            ui.textarea("Article, in English").classes("w-full").props('outlined input-style="min-height: 12rem"')
        )
        with ui.row().classes("items-end gap-4"):
            self.futures = ui.number("Futures", value=2048, min=1, max=MOST_FUTURES, step=1024, format="%d")
            self.seed = ui.number("Seed", value=jobs.DEFAULT_SEED, min=0, step=1, format="%d")
            self.as_of = ui.input("Figures known up to", value=jobs.DEFAULT_AS_OF).props(
                'hint="both, said, now or a day"'
            )
        with ui.row().classes("items-center gap-3"):
            self.check = ui.button("Check", on_click=lambda: self.start(self.text.value or ""))
            self.example = ui.button("Check the example", on_click=lambda: self.start(None)).props("outline")
            self.cancel = ui.button("Cancel", on_click=self.stop).props("flat")
        self.message = ui.label().classes("text-negative").props('role="alert"')
        self.stage = ui.label().props('role="status"')
        self.bar = ui.linear_progress(0, show_value=False).classes("w-full")
        self.results = ui.column().classes("w-full gap-6")
        self.idle(True)

    def idle(self, yes: bool) -> None:
        """Switch between waiting for the user and waiting for the job."""
        for button in (self.check, self.example):
            button.set_enabled(yes)
        for element in (self.cancel, self.bar, self.stage):
            element.set_visibility(not yes)

    def stop(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def start(self, text: str | None) -> None:
        """Queue a check of the text, or of the example; bad input is said beside the form."""
        self.message.text = ""
        self.results.clear()
        try:
            order = checked(Order(
                text, futures=int(self.futures.value or 0), seed=int(self.seed.value or 0), as_of=self.as_of.value or "",
            ))  # fmt: skip
            key, folder = self.shelf.new()

            def work(progress: Progress) -> jobs.CheckResult:
                result = perform(order, progress, folder)
                self.shelf.keep(key)
                return result

            self.job = self.workshop.submit(work)
        except (InputError, Busy) as fault:
            self.message.text = str(fault)
            return
        self.idle(False)
        frame.follow(self.job, self.progress, lambda result: self.done(order, key, result), self.failed)

    def progress(self, stage: str, done: float) -> None:
        self.stage.text, self.bar.value = stage, done

    def failed(self, message: str) -> None:
        self.message.text = message
        self.idle(True)

    def done(self, order: Order, key: str, result: jobs.CheckResult) -> None:
        """Show cards, tables and downloads."""
        self.idle(True)
        made = claim_cards(result.statements, result.verdicts, result.documents)
        rest = untested_statements(result.statements, result.verdicts, result.documents)
        with self.results:
            with ui.row().classes("items-center gap-3"):
                ui.link("Open the full report", f"/results/{key}/report.html", new_tab=True)
                for name in OUTPUTS:
                    ui.button(name, on_click=lambda n=name: ui.download(f"/results/{key}/{n}", n)).props(
                        "outline dense no-caps"
                    )
            with ui.element("div").classes("ov"):
                if made:
                    html(Markup("<h2>Answers</h2>") + first_html(made))
                    html(Markup("<h2>Claim by claim</h2>") + Markup("").join(card_html(card) for card in made))
                else:
                    ui.label("None of the statements found could be turned into a question; the reasons are below.")
                if rest:
                    html(Markup("<h2>Not testable</h2>") + untested_html(rest))
                html(Markup("<h2>The allies</h2>") + levels_html(result))
            with ui.element("div").classes("ov"):
                html(Markup("<h2>The same from Python or the command line</h2>"))
            frame.code(python_lines(order))
            frame.code(command_line(order))


def html(content: Markup) -> None:
    """A piece of the report; its templates have escaped every text of an article."""
    ui.html(content, sanitize=False).classes("w-full")


def levels_html(result: jobs.CheckResult) -> Markup:
    """The report's table of all allies."""
    columns = [f"{level}_{year}" for level in ("core", "pledge") for year in LEVEL_YEARS]
    rows = [
        {"name": row["name"], "applicable": applicable(row[columns[0]]), "probabilities": [row[c] for c in columns]}
        for _, row in allies_frame(result.futures).iterrows()
    ]
    return Markup('<div class="scroll">') + piece("levels", rows, LEVEL_YEARS) + Markup("</div>")


def python_lines(order: Order) -> str:
    """The Python lines that give the same numbers."""
    what = repr(EXAMPLE if order.text is None else order.name)
    return f"import overstretch\n\nresult = overstretch.check({what}, futures={order.futures}, seed={order.seed}, as_of={order.as_of!r})"


def command_line(order: Order) -> str:
    """The command line that gives the same numbers."""
    parts = ["overstretch", "check", EXAMPLE if order.text is None else order.name, "--futures", order.futures]
    return shlex.join(str(part) for part in [*parts, "--seed", order.seed, "--as-of", order.as_of])
