"""What is shown: the offline HTML report, tables for the terminal, and a table of the allies to export."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Public names and where they live; imported on first use, since drawing takes half a second to load.
_PUBLIC = {
    "write_report": "overstretch.report.html",
    "report_html": "overstretch.report.html",
    "untested_list": "overstretch.report.tables",
    "allies_table": "overstretch.report.tables",
    "allies_frame": "overstretch.report.allies",
    "claim_cards": "overstretch.report.cards",
    "untested_statements": "overstretch.report.cards",
    "card_html": "overstretch.report.render",
    "first_html": "overstretch.report.render",
    "untested_html": "overstretch.report.render",
    "stylesheet": "overstretch.report.render",
}

__all__ = list(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'overstretch.report' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
