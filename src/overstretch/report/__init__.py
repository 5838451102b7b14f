"""What is shown: the offline HTML report, tables for the terminal, and a table of the allies to export."""

from __future__ import annotations

from overstretch.lazily import exports

# Imported on first use, since drawing takes half a second to load.
_PUBLIC = {
    "html": "write_report report_html",
    "tables": "untested_list",
    "allies": "allies_frame",
    "cards": "claim_cards untested_statements",
    "render": "card_html first_html untested_html stylesheet",
}

__all__ = " ".join(_PUBLIC.values()).split()
__getattr__ = exports(__name__, _PUBLIC)
