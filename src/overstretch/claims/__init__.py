"""Statement → question → plan → answer."""

from __future__ import annotations

from overstretch.claims.compiler import compile_statements
from overstretch.claims.export import schema, to_json
from overstretch.claims.judge import answer, judge, judge_days
from overstretch.claims.planning import make_plan
from overstretch.claims.record import Verdict

__all__ = ["Verdict", "answer", "compile_statements", "judge", "judge_days", "make_plan", "schema", "to_json"]
