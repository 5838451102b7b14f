"""Statements to one plan: the worlds that some question contrasts, and the last year to simulate."""

from __future__ import annotations

from collections.abc import Iterable

from overstretch.engine.plan import Plan
from overstretch.questions.futures.answer import plan_of
from overstretch.questions.text import parse
from overstretch.statements.record import Statement


def make_plan(statements: Iterable[Statement], horizon: int | None = None) -> Plan:
    """One plan for all questions: only the worlds that some of them contrast, the latest year that one asks for."""
    texts = dict.fromkeys(s.proposition.question for s in statements if s.proposition is not None)
    return plan_of([parse(text) for text in texts], horizon)
