"""Tables for the terminal: the verdicts, the statements that are not testable, the allies."""

from __future__ import annotations

from collections.abc import Sequence

import xarray as xr
from rich.table import Table
from rich.text import Text

from overstretch.claims.record import Verdict
from overstretch.report import wording
from overstretch.report.allies import NOT_APPLICABLE, allies_frame, applicable
from overstretch.report.cards import Card, base_rate_text, claim_cards, untested_statements
from overstretch.report.summaries import LEVEL_YEARS
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

STYLES = {
    "supported": "bold green", "weak": "yellow", "not supported": "dim", "contradicted": "bold red",
    "undecided": "cyan", "void": "dim",
}  # fmt: skip


def verdict_table(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> Table:
    """Statement, speaker, outlets, probability with interval, base rate, causal effect, verdict: a row per verdict."""
    table = Table(
        title="What was said, put to the test", title_justify="left", header_style="bold", show_lines=True, expand=True
    )
    table.add_column("Statement", ratio=6)
    table.add_column("Speaker", ratio=3)
    table.add_column("Outlets", ratio=3)
    for heading in ("Probability\n(5–95%)", "Base rate", "Effect of the cause\n(5–95%)"):
        table.add_column(heading, justify="right", ratio=3)
    table.add_column("Verdict", no_wrap=True, min_width=15)
    for card in claim_cards(statements, verdicts, documents):
        table.add_row(*_row(card))
    return table


def verdict_list(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> Table:
    """The same as `verdict_table` for a narrow terminal: the answer on the left, what it is about on the right."""
    table = Table(
        "Answer", "Statement and question", title="What was said, put to the test", title_justify="left", header_style="bold",
        show_lines=True, expand=True,
    )  # fmt: skip
    table.columns[0].width = 22
    table.columns[1].overflow = "fold"
    for card in claim_cards(statements, verdicts, documents):
        said, speakers, outlets, probability, base, effect, word = _row(card)
        answer = Text("\n").join([word, probability])
        about = Text("\n").join(
            [
                said,
                Text(" · ".join(filter(None, (speakers.plain, outlets.plain))), style="bold"),
                Text(f"base rate: {base.plain}"),
            ]
        )
        if effect.plain not in ("", "–"):
            about.append(f"\neffect of the cause: {effect.plain}".replace("\n(", " ("))
        table.add_row(answer, about)
    return table


def _row(card: Card) -> tuple[Text, ...]:
    verdict = card.verdict
    # article text is data: Text keeps square brackets in it from being read as markup
    probability = Text(wording.percent(verdict.probability))
    if verdict.interval is not None:
        probability.append(f"\n({wording.interval(verdict.interval)})", style="dim")
    word = Text(f"{card.mark.sign} {verdict.verdict}", style=STYLES[verdict.verdict])
    if card.likelihood:
        probability.append(f"\n{card.likelihood}", style="dim")
    said = Text(f"“{card.said}”\n").append(verdict.question, style="italic dim")
    return (
        said,
        Text(card.speakers),
        Text(card.outlets),
        probability,
        Text(base_rate_text(verdict)),
        Text(card.effect),
        word,
    )


def untested_table(
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document] = (),
    narrow: bool = False,
) -> Table:
    """Statement, speaker, outlet, reason: a row per statement that has no verdict. narrow: speaker and outlet under it."""
    if narrow:
        table = Table(
            "Statement", "Because", title="Not testable", title_justify="left", header_style="bold", expand=True
        )
        for column in table.columns:
            column.overflow = "fold"
        for row in untested_statements(statements, verdicts, documents):
            said = Text(row.wording.content)
            said.append(f"\n{' · '.join(filter(None, (row.wording.speaker, row.wording.outlet)))}", style="dim")
            table.add_row(said, Text(row.reason))
        return table
    table = Table(title="Not testable", title_justify="left", header_style="bold", expand=True)
    for heading, ratio in (("Statement", 6), ("Speaker", 2), ("Outlet", 2), ("Because", 5)):
        table.add_column(heading, ratio=ratio)
    for row in untested_statements(statements, verdicts, documents):
        table.add_row(
            Text(row.wording.content), Text(row.wording.speaker or ""), Text(row.wording.outlet), Text(row.reason)
        )
    return table


def allies_table(futures: xr.DataTree) -> Table:
    """P(core >= 3.5%) and P(core and related >= 5%) of every ally in 2029, 2032 and 2035."""
    table = Table(
        title="Probability that an ally stands at the level in the year", title_justify="left", header_style="bold"
    )
    table.add_column("Ally")
    for heading in ("core ≥ 3.5%", "core and related ≥ 5%"):
        for year in LEVEL_YEARS:
            table.add_column(f"{heading}\n{year}", justify="right")
    for _, row in allies_frame(futures).iterrows():
        figures = [row[f"{level}_{year}"] for level in ("core", "pledge") for year in LEVEL_YEARS]
        cells = [wording.percent(p) for p in figures] if applicable(figures[0]) else [NOT_APPLICABLE] * len(figures)
        table.add_row(str(row["name"]), *cells)
    return table
