"""Questions that a user types instead of a sentence: statements that carry their question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from overstretch.claims.record import Asks
from overstretch.errors import InputError
from overstretch.questions import say
from overstretch.questions.check import understood
from overstretch.questions.data import Effect, Question, moments
from overstretch.questions.periods import window
from overstretch.questions.text import write
from overstretch.statements.reading.by_hand import Entry, completed
from overstretch.statements.record import Proposition, Statement


def typed(entries: Iterable[Entry], as_of: date) -> list[Statement]:
    """One statement for each entry that names its question. Raises InputError that names the entry and what is
    accepted."""
    made = []
    for number, entry in enumerate(entries, start=1):
        if entry.question is None:
            continue
        try:
            question = understood(entry.question)
        except InputError as fault:
            raise InputError(f"question {number}: {fault}") from fault
        asks = entry.asks or asked_as(question, as_of)
        plain = Statement(
            id=f"asked-{number}",
            doc=f"asked {number}",
            spans=[],
            form="direct",
            force="assert",
            content=entry.text.strip() or say.claim(question),
            modality="will",
            proposition=Proposition(question=write(question), asks=asks),
        )
        made.append(completed(plain, entry))
    return made


def asked_as(question: Question, as_of: date) -> Asks:
    """A question wholly about what had passed or was published at the cut-off is one of fact."""
    found = moments(question)
    past = [
        w.relation == "latest"
        or (w.relation not in ("default", "") and window(w).last < 12 * as_of.year + as_of.month - 1)
        for w in found
    ]
    return "fact" if past and all(past) and not isinstance(question, Effect) else "likely"
