"""Statement → question → plan → answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.lazily import exports

if TYPE_CHECKING:
    from overstretch.claims.compiler import compile_statements
    from overstretch.claims.judging import answer, by_tables, judge, judge_days
    from overstretch.claims.planning import make_plan
    from overstretch.claims.record import Verdict
    from overstretch.claims.told.export import schema, to_json

__all__ = [
    "Verdict",
    "answer",
    "by_tables",
    "compile_statements",
    "judge",
    "judge_days",
    "make_plan",
    "schema",
    "to_json",
]
__getattr__ = exports(
    __name__,
    {
        "compiler": "compile_statements",
        "told.export": "schema to_json",
        "judging": "answer by_tables judge judge_days",
        "planning": "make_plan",
        "record": "Verdict",
    },
)
