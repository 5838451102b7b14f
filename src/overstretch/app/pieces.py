"""The pieces of a finished job's page, rendered by the report's own templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from overstretch.report.allies import allies_frame, level_rows
from overstretch.report.cards import claim_cards, narrated, untested_statements
from overstretch.report.render import card_html, first_html, piece, untested_html
from overstretch.report.summaries import LEVEL_YEARS

if TYPE_CHECKING:
    from overstretch.claims.record import Verdict
    from overstretch.jobs import CheckResult
    from overstretch.statements import Document, Statement


def early(number: int, statements: Sequence[Statement], documents: Sequence[Document], verdict: Verdict) -> str:
    """One answer's card, before the others are ready; number: as the how manyeth."""
    (card,) = claim_cards(statements, [verdict], documents)
    return str(card_html(replace(card, number=number)))


def shown(result: CheckResult) -> dict[str, Any]:
    """HTML of the first screen, the cards, what is not testable and the table of allies; and the notes."""
    made = claim_cards(result.statements, result.verdicts, result.documents)
    rest = untested_statements(result.statements, result.verdicts, result.documents)
    skipped = [f"{d.name} was not read: {d.skipped}" for d in result.documents if d.skipped]
    levels = ""
    if result.futures.children:
        table = piece("levels", level_rows(allies_frame(result.futures)), LEVEL_YEARS)
        levels = Markup('<div class="scroll">{}</div>').format(table)
    return {
        "first": str(first_html(made)) if made else "",
        "cards": str(Markup("").join(card_html(card) for card in made)),
        "untested": str(untested_html(rest)) if rest else "",
        "levels": str(levels),
        "notes": [*filter(None, [narrated(result.statements, result.verdicts)]), *result.notes, *skipped],
    }
