"""Statements to propositions: the best template and its slots, or the reason why there is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from overstretch.claims import confidence, quantities, registry
from overstretch.claims.frame import Context, Frame, build
from overstretch.claims.lexicon import find
from overstretch.claims.template import LIKELY, POSSIBLE, Cutoff, Template, Untestable
from overstretch.claims.untestable import reason
from overstretch.statements.record import Proposition, Statement


class DocumentLike(Protocol):
    """What the compiler asks of a document: its name, its text and, where known, its date."""

    @property
    def name(self) -> str: ...

    @property
    def text(self) -> str: ...


Documents = Mapping[str, str] | Sequence[DocumentLike]


LONGEST = 2000  # characters of one statement


@dataclass(frozen=True)
class Compiled:
    """A proposition with the confidence (0-1) of its template, and the signs that it rests on."""

    proposition: Proposition | None
    confidence: float
    reason: str | None
    signs: Mapping[str, float] = field(default_factory=dict)


def compile_statements(
    statements: Iterable[Statement],
    documents: Documents = (),
    as_of: date | str = date(2025, 7, 3),
    horizon: int | None = None,
) -> list[Statement]:
    """Every statement with its `proposition`, or with `not_testable_because`; none is dropped.

    `documents` (name → text, or objects with `name`, `text` and perhaps `date`) give the context that resolves "the
    deal" or "its economy". `horizon` is the year of open questions (default: the template's). Statements by one
    speaker with the same proposition are joined in `same_as`.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    contexts = _contexts(documents)
    compiled = []
    for statement in statements:
        found = compile_one(statement, _context(statement, contexts), day, horizon)
        compiled.append(
            statement.model_copy(update={"proposition": found.proposition, "not_testable_because": found.reason})
        )
    return _joined(compiled)


def compile_one(statement: Statement, context: Context, as_of: date, horizon: int | None = None) -> Compiled:
    """One statement: templates that fit, best first; the first that can fill its slots wins."""
    if not statement.content.strip():
        return Compiled(None, 0.0, "it has no content")
    if len(statement.content) > LONGEST:
        return Compiled(None, 0.0, f"it is too long for one statement ({len(statement.content)} characters)")
    frame = build(statement, context)
    if frame.foreign:
        return Compiled(None, 0.0, f"it is about a party that the model does not simulate ('{frame.foreign}')")
    if statement.modality == "should" and statement.force != "commit":
        return Compiled(None, 0.0, reason(frame))
    if frame.statement.force == "evaluate" and frame.has("JUDGEMENT") and not frame.has("EVALUATION"):
        return Compiled(None, 0.0, reason(frame))
    ranked = sorted(
        (
            (score, template)
            for template in registry.templates().values()
            if (score := template.score(frame)) is not None
        ),
        key=lambda item: (-item[0], item[1].name),
    )
    because = None
    for _, template in ranked:
        try:
            cutoff = _cutoff(frame, as_of, horizon)
            slots = _slots(template, frame, cutoff)
        except Untestable as error:
            because = because or str(error)
            continue
        found = confidence.signs(frame, slots)
        sure = round(confidence.confidence(found), 3)
        return Compiled(Proposition(template=template.name, slots=slots, confidence=sure), sure, None, found)
    return Compiled(None, 0.0, because or reason(frame))


def _cutoff(frame: Frame, as_of: date, horizon: int | None) -> Cutoff:
    said = quantities.said_on(frame.statement, frame.context.date, as_of)
    return Cutoff(as_of, said, quantities.deadline_year(frame.statement, frame.text, said), horizon)


def _slots(template: Template, frame: Frame, cutoff: Cutoff) -> dict[str, Any]:
    filled = template.fill(frame, cutoff)
    unknown = set(filled) - {slot.name for slot in template.slots} - {"negated"}
    if unknown:
        raise ValueError(f"template {template.name} fills slots that it does not declare: {', '.join(sorted(unknown))}")
    slots = {slot.name: filled.get(slot.name, slot.default) for slot in template.slots}
    given = _given(template, frame)
    negated = bool(filled.get("negated", template.reads_polarity and frame.negative))
    asks = template.asks[frame.statement.modality]
    if negated and asks == POSSIBLE and frame.statement.modality == "could":
        asks = LIKELY  # "could not" rules a thing out
    return slots | {"given": given, "negated": negated, "asks": asks}


def _given(template: Template, frame: Frame) -> str | None:
    """A condition on the world that is no cause of the template's own: an oil price, a ceasefire, a US withdrawal."""
    part = frame.cause
    if part is None or frame.link != "if":
        return None
    text = frame.text[part.start : part.end]
    price = quantities.dollars(text)
    if price is not None and find(text, "concepts", ("OIL",)):
        return f"oil({price:g})"
    if re.search(r"ceasefire|truce|fighting stops", text, re.I):
        return "ceasefire(2026Q2)"
    if find(text, "concepts", ("WAR_STATE", "WAR_END")) and "clock" not in {s.name for s in template.slots}:
        return "war_ends(2026Q4)"
    if find(text, "concepts", ("DRAWDOWN",)) and "cause" not in {s.name for s in template.slots}:
        return "us_withdraws(2027)"
    return None


def _contexts(documents: Documents) -> dict[str, tuple[str, date | None]]:
    if isinstance(documents, Mapping):
        return {name: (text, None) for name, text in documents.items()}
    return {document.name: (document.text, _date(getattr(document, "date", None))) for document in documents}


def _date(value: object) -> date | None:
    if isinstance(value, date):
        return value
    return date.fromisoformat(value[:10]) if isinstance(value, str) and len(value) >= 10 else None


def _context(statement: Statement, contexts: dict[str, tuple[str, date | None]]) -> Context:
    text, day = contexts.get(statement.doc, ("", None))
    start = statement.spans[0][0] if statement.spans else 0
    return Context(before=text[:start], whole=text, date=day)


def _joined(statements: list[Statement]) -> list[Statement]:
    """`same_as` between statements that one speaker is reported to have made with one proposition."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    keys: dict[str, tuple[str, str]] = {}
    for s in statements:
        if s.proposition and s.speaker and s.duplicate_of is None:
            keys[s.id] = (s.proposition.key(), s.speaker.canonical)
            groups[keys[s.id]].append(s.id)
    joined = []
    for s in statements:
        same = [other for other in groups[keys[s.id]] if other != s.id] if s.id in keys else []
        joined.append(s.model_copy(update={"same_as": sorted({*s.same_as, *same})}) if same else s)
    return joined
