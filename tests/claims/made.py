"""Statements by hand, as the reader of articles finds them."""

from __future__ import annotations

from overstretch.statements.record import Statement


def statement(text: str, **fields) -> Statement:
    """A statement of these words, and what else is known of it."""
    given = {"id": "1", "doc": "d", "spans": [(0, len(text))], "form": "direct", "force": "assert", "modality": "will"}
    return Statement.model_validate({**given, "content": text, **fields})
