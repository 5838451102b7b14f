"""Text to statements: who said what, how, when and through whom; the same statement across outlets."""

from __future__ import annotations

from overstretch.statements.across.differences import Difference, clusters, differences
from overstretch.statements.across.link import link
from overstretch.statements.document import Document, Reading
from overstretch.statements.reading.by_hand import from_register, from_text
from overstretch.statements.reading.reader import example_path, read, read_each
from overstretch.statements.record import Moment, Proposition, Quantity, Speaker, Statement

__all__ = [
    "Difference",
    "Document",
    "Moment",
    "Proposition",
    "Quantity",
    "Reading",
    "Speaker",
    "Statement",
    "clusters",
    "differences",
    "example_path",
    "from_register",
    "from_text",
    "link",
    "read",
    "read_each",
]
