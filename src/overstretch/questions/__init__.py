"""Questions as data: what can be asked of the NATO-Russia system, in text and JSON, and its answer from futures and
from tables."""

from __future__ import annotations

from overstretch.questions.check import understood as question
from overstretch.questions.form import from_json, schema, to_json
from overstretch.questions.text import parse, write

__all__ = ["from_json", "parse", "question", "schema", "to_json", "write"]
