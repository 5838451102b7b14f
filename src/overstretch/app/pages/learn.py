"""Five questions to learn by, each with a page whose state stands in its address."""

from __future__ import annotations

from typing import NamedTuple

from nicegui import ui

from overstretch.app.pages import frame
from overstretch.app.pages.check import address


class Lesson(NamedTuple):
    """question: what is asked; link: where, and the words of the link; look: what to look for; ask: what to think
    about."""

    question: str
    link: str
    words: str
    look: str
    ask: str


LESSONS = (
    Lesson(
        "What does a sentence claim?",
        address(text="NATO could collapse within five years", by="Ada Example", day="2025-07-03"),
        "Read “NATO could collapse within five years”",
        "The marked words, the part of the question that each became, and what was put in because the "
        "sentence does not say it.",
        "Which event would you count as a collapse, and how would you know in 2030 whether it had come about?",
    ),
    Lesson(
        "What was known then, and what is known now?",
        address(text="Germany will spend 3.5% of GDP on defence by 2029", day="2025-07-03", as_of="both"),
        "Answer “Germany will spend 3.5% of GDP on defence by 2029” for both days",
        "The filled dot is the answer now, the ring the answer on the day it was said; the figures behind "
        "each stand beside it.",
        "Was it a poor forecast, or a good one that new figures overtook?",
    ),
    Lesson(
        "What does one lever move?",
        "/russia?oil=40",
        "Russia with Urals oil at 40 dollars",
        "The same futures without and with the change: the difference is the lever’s, not chance’s.",
        "Which answers hardly move, and what in the system holds them?",
    ),
    Lesson(
        "Why do two allies under one pledge differ?",
        "/compare/DEU/POL",
        "Germany and Poland, asked the same",
        "Where both stand today, the band of each path, and how much of the spending is new rather than counted anew.",
        "Which of the two depends more on debt, and what would a change of government do?",
    ),
    Lesson(
        "How good has it been?",
        "/ledger",
        "The ledger of public claims",
        "Dated claims drawn by rule, what was given for them on the day, and what came; show the false ones, "
        "and find those that were given most.",
        "Of the claims given 80 in 100, how many should have failed?",
    ),
)


def add_page() -> None:
    """Register the page."""

    @ui.page("/learn", title="Learn · Overstretch")
    def show() -> None:
        with frame.page(
            "Five questions to learn by", "Each opens a page that you can change, send on and come back to."
        ):
            for number, lesson in enumerate(LESSONS, start=1):
                with ui.element("div").classes("ov"):
                    frame.text("h2", f"{number}. {lesson.question}")
                    with ui.element("p"):
                        ui.link(lesson.words, lesson.link)
                    frame.text("p", f"Look for: {lesson.look[:1].lower()}{lesson.look[1:]}")
                    frame.text("p", f"Ask yourself: {lesson.ask[:1].lower()}{lesson.ask[1:]}")
