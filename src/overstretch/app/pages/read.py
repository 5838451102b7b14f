"""The page of what was understood: before anything runs, statement by statement, and what of it the user changes."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from markupsafe import Markup, escape
from nicegui import ui

from overstretch.app import orders
from overstretch.app.desk import Desk, Reading
from overstretch.app.messages import told
from overstretch.app.orders import Order
from overstretch.app.pages import frame
from overstretch.app.pages.check import Options
from overstretch.app.pages.progress import Progress, gone
from overstretch.app.work import Busy
from overstretch.errors import InputError
from overstretch.questions import say
from overstretch.questions.check import understood

LEAD = "Nothing has been simulated yet. Leave out what you do not want asked; mend a question that was read wrongly."


def add_page(desk: Desk) -> None:
    """Register the page."""

    @ui.page("/read/{key}", title="What was understood · Overstretch")
    def show(key: str) -> None:
        reading = desk.find(key, Reading)
        if reading is None:
            gone("This reading is no longer kept")
            return
        with frame.page("What was understood", LEAD):
            ui.label(orders.named_after(reading.given)).classes("lead")
            if reading.result is not None:
                Understood(desk, reading)
                return
            place = ui.column().classes("w-full")
            with place:
                Progress(desk.reading[0], reading.job, partial(_ready, place, desk, reading), "/")


def _ready(place: ui.column, desk: Desk, reading: Reading) -> None:
    place.clear()
    with place:
        Understood(desk, reading)


class Understood:
    """All statements, each to be kept, left out or mended; then how it is to be answered."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        self.desk, self.reading = desk, reading
        found = reading.result or {}
        documents = {d["name"]: d for d in found["documents"]}
        self.faults: set[tuple[str, int]] = set()
        self.count = ui.label().props('role="status"')
        for document in found["documents"]:
            if document["skipped"]:
                frame.message(f"{document['name']} was not read: {document['skipped']}")
        asked = [one for one in found["explained"] if one["asked"]]
        rest = [one for one in found["explained"] if not one["asked"]]
        for one in asked:
            self.statement(one, documents.get(one["doc"], {}))
        if rest:
            with ui.element("details").props("" if asked else "open"):
                with ui.element("summary"):
                    ui.label(f"{len(rest)} without a question, each with its reason").classes("inline")
                for one in rest:
                    self.statement(one, documents.get(one["doc"], {}))
        if not found["explained"]:
            ui.label(
                "No statement was found. A statement says what is, was or will be, about the parties and their "
                "armed forces, budgets, economies or alliance."
            )
        self.options = Options(reading.asked)
        self.message = frame.message()
        with ui.row().classes("items-center gap-3"):
            self.go = ui.button("Answer", on_click=self.start)
            ui.link("Put something else in", "/")
        self.counted()

    def statement(self, one: dict[str, Any], document: dict[str, Any]) -> None:
        """One statement: its words, the parts that they became, and its questions."""
        with ui.column().classes("understood") as place:
            if one["asked"]:
                keep = ui.checkbox("Ask this", value=one["id"] not in self.reading.left_out)
                keep.on_value_change(lambda event: self.kept(one["id"], event.value, place))
                place.classes("out" if not keep.value else "")
            who = ", ".join(filter(None, (one["speaker"], one["date"] or document.get("date"))))
            with ui.element("div").classes("ov said"):
                ui.html(str(marked(one)), sanitize=False, tag="p")
                if who:
                    ui.label(who).classes("soft small")
            for number, asked in enumerate(one["asked"]):
                self.question(one["id"], number, asked)
            if not one["asked"]:
                self.unasked(one)

    def question(self, name: str, place: int, asked: dict[str, Any]) -> None:
        """A question that was read: the claim, its parts, and the text to mend."""
        with ui.column().classes("ov asked w-full gap-1"):
            claim = ui.label(asked["claim"]).classes("text-weight-medium")
            rows = [
                (
                    mark["part"],
                    " … ".join(f"‘{w}’" for w in mark["words"]) + (f" → {mark['value']}" if mark["value"] else ""),
                )
                for mark in asked["marks"]
            ]
            rows += [("put in", text) for text in asked["defaults"]]
            rows += [("set aside", f"‘{left['text']}’ ({left['part']})") for left in asked["set_aside"]]
            with ui.element("details"):
                with ui.element("summary"):
                    ui.label("How it was read; mend it").classes("inline")
                if rows:
                    ui.html(
                        str(Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)),
                        sanitize=False,
                        tag="dl",
                    ).classes("parts")
                self.field(name, place, asked["question"], claim, asked["claim"])

    def unasked(self, one: dict[str, Any]) -> None:
        """Why there is no question, and the nearest that could be asked."""
        with ui.column().classes("ov asked w-full gap-1"):
            ui.label(f"No question: {one['because'] or 'no reason given'}.")
            claim = ui.label("").classes("text-weight-medium")
            with ui.element("details"):
                with ui.element("summary"):
                    ui.label("Give it a question").classes("inline")
                field = self.field(one["id"], 0, "", claim, "")
            if one["nearest"]:
                words = say.claim(understood(one["nearest"]))
                ui.button(f"Ask the nearest: {words}", on_click=lambda: field.set_value(one["nearest"])).props(
                    "outline dense no-caps"
                )

    def field(self, name: str, place: int, question: str, claim: ui.label, words: str) -> ui.input:
        """The text of a question; what it means, or what is wrong with it, is said as it changes."""
        held = self.reading.questions.get((name, place), question)
        field = ui.input("Question, in the question language", value=held).classes("w-full").props('spellcheck="false"')
        fault = frame.message()

        def changed() -> None:
            text = (field.value or "").strip()
            fault.text, claim.text = self.mended(name, place, text, question, words)
            self.counted()

        field.on_value_change(changed)
        if held != question:
            fault.text, claim.text = self.mended(name, place, held, question, words)
        return field

    def mended(self, name: str, place: int, text: str, question: str, words: str) -> tuple[str, str]:
        """Keep the question that a user set; what is wrong with it, and what it means."""
        self.faults.discard((name, place))
        self.reading.questions.pop((name, place), None)
        if text in (question, ""):
            return "", words
        try:
            meant = say.claim(understood(text))
        except InputError as fault:
            self.faults.add((name, place))
            return told(fault), words
        self.reading.questions[name, place] = text
        return "", meant

    def kept(self, name: str, keep: bool, place: ui.column) -> None:
        (self.reading.left_out.discard if keep else self.reading.left_out.add)(name)
        place.classes(**{"remove" if keep else "add": "out"})
        self.counted()

    def counted(self) -> None:
        """How many questions would be asked."""
        found = (self.reading.result or {})["explained"]
        wanted = self.reading.wanted()
        number = len(wanted) if wanted is not None else sum(len(one["asked"]) for one in found)
        without = sum(not one["asked"] for one in found)
        changed = "" if wanted is None else ", as you changed them"
        self.count.text = (
            f"{_counted(len(found), 'statement')}, {without} without a question. {_counted(number, 'question')} "
            f"to be answered{changed}."
        )
        if hasattr(self, "go"):
            self.go.set_enabled(number > 0 and not self.faults)

    def start(self) -> None:
        """Order the answer: of what was put in, or of the statements as they were changed."""
        reading = self.reading
        try:
            wanted = reading.wanted()
            given = reading.given if wanted is None else orders.mended(wanted)
            order = orders.within(Order(given, **self.options.asked()))
            made = self.desk.answer(order, reading)
        except (InputError, Busy) as fault:
            self.message.text = told(fault)
            return
        reading.asked = self.options.asked()
        ui.navigate.to(f"/job/{made.key}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def marked(one: dict[str, Any]) -> Markup:
    """The statement with the words marked that became parts of a question."""
    text = " ".join(one["text"].split())
    words = sorted(
        {w for asked in one["asked"] for mark in asked["marks"] for w in mark["words"] if w.strip()},
        key=len,
        reverse=True,
    )
    if not words:
        return escape(text)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in words))
    made, last = Markup(""), 0
    for found in pattern.finditer(text):
        made += escape(text[last : found.start()]) + Markup("<mark>{}</mark>").format(found[0])
        last = found.end()
    return made + escape(text[last:])
