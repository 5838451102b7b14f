"""The questions that a model proposes for one statement, beside each other: one figure for a quantity at a moment, no
moment left open beside one that is stated, the figure of an earlier time at that time."""

from __future__ import annotations

from collections.abc import Mapping

from overstretch.claims.admission.dates import opened
from overstretch.claims.admission.places import Rests
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.moments import BACK, counted_back
from overstretch.questions.data import Compare, Not, Quantity, Question, moments


def refused(proposed: Mapping[int, tuple[Question, Rests]], draft: Draft) -> dict[int, str]:
    """What speaks against a question, which rests on words, beside the others; by its place."""
    against: dict[int, str] = {}
    for place, (question, rests) in proposed.items():
        before = [q for p, (q, _) in proposed.items() if p < place and p not in against]
        if any(_another_figure(question, q) for q in before):
            against[place] = "it gives a quantity a second figure at the same moment"
        elif any(w.default for w in moments(question)) and opened(question) and draft.moments and len(proposed) > 1:
            stated = draft.moments[0]
            against[place] = f"could not place “{draft.text[stated.start : stated.end].strip()}”"
        elif (back := _at_an_earlier_time(question, rests, draft)) is not None:
            against[place] = f"could not place “{back}”"
    return against


def _another_figure(one: Question, other: Question) -> bool:
    """Whether two comparisons are of one quantity with two figures, which a level and its bound are not."""
    if not (isinstance(one, Compare) and isinstance(other, Compare)) or one.left != other.left:
        return False
    figures = not isinstance(one.right, Quantity) and not isinstance(other.right, Quantity)
    return figures and one.right != other.right and one.op == other.op


def _at_an_earlier_time(question: Question, rests: Rests, draft: Draft) -> str | None:
    """The words of an earlier time behind the figure of a question that is asked of another; None where there are
    none."""
    plain = question.of if isinstance(question, Not) else question
    if not isinstance(plain, Compare) or plain.left.when.default or plain.left.change is not None:
        return None
    earlier = {m.when for m in counted_back(draft.text, draft.moments, draft.said)}
    for place in rests.parts():
        back = BACK.match(draft.text, place.end) if place.part == "figure" else None
        if back and earlier and plain.left.when not in earlier:
            return back.group().strip(" ,")
    return None
