"""Tables for the terminal: the verdicts, the statements that are not testable, the allies."""

from __future__ import annotations

from collections.abc import Sequence

import xarray as xr
from rich.table import Table
from rich.text import Text

from overstretch.claims.record import Verdict
from overstretch.report import wording
from overstretch.report.allies import NOT_APPLICABLE, allies_frame, applicable
from overstretch.report.cards import Card, Untested, base_rate_text, claim_cards, untested_statements
from overstretch.report.summaries import LEVEL_YEARS
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

STYLES = {
    "true": "bold green", "false": "bold red", "close": "bold yellow", "open": "bold cyan", "unanswered": "dim",
}  # fmt: skip
TITLE = "What was said, put to the test"


def verdict_table(
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document] = (),
) -> Table:
    """Claim, speaker, outlet, answer, base rate and effect of the cause: a row per answer."""
    table = Table(title=TITLE, title_justify="left", header_style="bold", show_lines=True, expand=True)
    for heading, ratio in (
        ("Claim", 6),
        ("Speaker", 2),
        ("Outlet", 2),
        ("Answer", 5),
        ("Base rate", 2),
        ("Effect of the cause", 2),
    ):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for card in claim_cards(statements, verdicts, documents):
        claim = Text("\n").join([*_quoted(card), Text(card.claim, style="bold"), *_defaults(card)])
        table.add_row(
            claim, Text(card.speakers), Text(card.outlets), _answer(card), Text(base_rate_text(card.verdict)),
            Text(card.verdict.effect_words or wording.MISSING),
        )  # fmt: skip
    return table


def verdict_list(
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document] = (),
) -> Table:
    """The same for a narrow terminal: the answer on the left; claim, speaker, outlet, base rate and effect beside it."""
    table = Table(
        "Answer", "Claim", title=TITLE, title_justify="left", header_style="bold", show_lines=True, expand=True
    )
    table.columns[0].ratio, table.columns[1].ratio = 2, 3
    for column in table.columns:
        column.overflow = "fold"
    for card in claim_cards(statements, verdicts, documents):
        about = [*_quoted(card), Text(card.claim, style="bold"), *_defaults(card)]
        about.append(Text(" · ".join(filter(None, (card.speakers, card.outlets))), style="dim"))
        if card.likelihood:
            about.append(Text(f"base rate: {base_rate_text(card.verdict)}", style="dim"))
        if card.verdict.effect_words:
            about.append(Text(f"effect of the cause: {card.verdict.effect_words}"))
        table.add_row(_answer(card), Text("\n").join(about))
    return table


def _quoted(card: Card) -> list[Text]:
    # article text is data: Text keeps square brackets in it from being read as markup
    models = sorted({w.by for w in card.wordings if w.by})
    by = [Text(f"question proposed by the language model {', '.join(models)}", style="dim")] if models else []
    return [Text(f"“{card.said}”"), *by] if card.said else by


def _defaults(card: Card) -> list[Text]:
    return [Text(f"default: {text}", style="dim") for text in card.defaults]


def _answer(card: Card) -> Text:
    """What is settled before everything, then the likelihood with its number; what is not answered with its reason."""
    verdict, style = card.verdict, STYLES[card.mark.style]
    lines = [Text(f"{card.now}:", style="dim")] if card.now else []
    if verdict.settled:
        lines += [
            Text(f"{card.mark.sign} {_capital(verdict.settled.word)}", style=style).append(
                f" {card.settled_by}:", style="not bold default"
            ),
            Text(verdict.settled.figure),
        ]
    if card.likelihood:
        lines += [Text(f"{card.subject}:")] if card.subject else []
        word, number, spread = card.likelihood
        first = (
            f"{card.on_the_day}: {word}, {number}"
            if verdict.settled
            else f"{card.mark.sign} {_capital(word)}, {number}"
        )
        lines.append(
            Text(first, style="" if verdict.settled else style).append(
                f" ({spread})" if spread else "", style="dim not bold"
            )
        )
    elif not verdict.settled:
        lines += [Text(f"{card.mark.sign} {_capital(verdict.word)}", style=style), Text(card.reason)]
    lines += [Text(text, style="cyan") for text in card.then]
    lines += [
        Text(f"{row.words}: {wording.likelihood_text(row.probability, card.fine)}", style="dim") for row in card.usual
    ]
    if verdict.evidence:
        lines.append(Text(f"evidence {verdict.evidence.grade}", style="dim"))
    if verdict.record and verdict.state == "open":
        lines.append(Text(f"record: {verdict.record}", style="dim"))
    return Text("\n").join(lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
            table.add_row(said, _reason(row))
        return table
    table = Table(title="Not testable", title_justify="left", header_style="bold", expand=True)
    for heading, ratio in (("Statement", 6), ("Speaker", 2), ("Outlet", 2), ("Because", 5)):
        table.add_column(heading, ratio=ratio)
    for row in untested_statements(statements, verdicts, documents):
        table.add_row(
            Text(row.wording.content), Text(row.wording.speaker or ""), Text(row.wording.outlet), _reason(row)
        )
    return table


def _reason(row: Untested) -> Text:
    text = Text(row.reason)
    if row.nearest:
        text.append(f"\nnearest question that could be asked: {row.nearest}", style="dim")
    return text


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
