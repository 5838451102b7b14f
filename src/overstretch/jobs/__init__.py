"""The main jobs, called alike by the command line, the app and Python: the same functions, the same numbers."""

from overstretch.defaults import DEFAULT_AS_OF, DEFAULT_FUTURES, DEFAULT_SEED, REFERENCE_SYSTEM
from overstretch.jobs.answering import ask, check
from overstretch.jobs.explaining import explain
from overstretch.jobs.options import all_facts, check_options, checked_cutoff, checked_day, declared_for_statements
from overstretch.jobs.repeating import rerun
from overstretch.jobs.result import CheckResult, Explanation
from overstretch.jobs.simulating import policy, run

__all__ = [
    "DEFAULT_AS_OF",
    "DEFAULT_FUTURES",
    "DEFAULT_SEED",
    "REFERENCE_SYSTEM",
    "CheckResult",
    "Explanation",
    "all_facts",
    "ask",
    "check",
    "check_options",
    "checked_cutoff",
    "checked_day",
    "declared_for_statements",
    "explain",
    "policy",
    "rerun",
    "run",
]
