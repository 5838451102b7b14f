"""Overstretch: put what is said about an arms race to the test."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Public names and where they live; imported on first use so that the command starts fast.
_PUBLIC = {
    "answer": "overstretch.answers",
    "ask": "overstretch.jobs",
    "changes": "overstretch.jobs.revisions",
    "check": "overstretch.jobs",
    "inputs": "overstretch.systems.inputs",
    "rerun": "overstretch.jobs",
    "run": "overstretch.jobs",
    "open": "overstretch.report.headline",
    "facts": "overstretch.facts",
    "question": "overstretch.questions",
    "debt": "overstretch.debt",
    "explain": "overstretch.jobs",
}

__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'overstretch' has no attribute {name!r}")
    module = import_module(_PUBLIC[name])
    return module if module.__name__ == f"overstretch.{name}" else getattr(module, name)
