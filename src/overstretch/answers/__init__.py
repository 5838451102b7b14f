"""The twelve questions of a budget officer, a journalist, a minister and a teacher, each a row of data that one
evaluator answers."""

from __future__ import annotations

from overstretch.answers.answering import Answer, answer
from overstretch.answers.spec import Options, Spec, spec, specs

__all__ = ["Answer", "Options", "Spec", "answer", "spec", "specs"]
