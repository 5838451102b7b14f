"""For the terminal: a block of lines an answer, the statements that are not testable. Nothing is wider than
80 columns allow."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from overstretch.claims.record import Verdict
from overstretch.report import first, wording
from overstretch.report.cards import Card, Untested, base_rate_text, untested_statements
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

STYLES = {
    "true": "bold green",
    "false": "bold red",
    "close": "bold yellow",
    "open": "bold cyan",
    "unanswered": "dim",
}
INDENT = (0, 0, 0, 2)


def verdict_block(card: Card) -> Group:
    """One answer as lines: the answer, the claim, what was said and by whom, then and now, the reason, figures and
    their age."""
    row = first.row(card)
    lines = [Text(card.heading, style="bold"), *_quoted(row), *_defaults(card), *_then(card, row)]
    lines += [
        Text(f"By a reading as usual, {r.words}: {wording.likelihood_text(r.probability, card.fine)}")
        for r in card.usual
    ]
    if row.reason and not card.verdict.settled:
        stop = "" if row.reason.endswith("?") else "."
        lines.append(Text(f"{row.reason[:1].upper()}{row.reason[1:]}{stop}"))
    if card.likelihood and card.verdict.base_rate and not row.reason.startswith("base rate"):
        lines.append(Text(f"Base rate: {base_rate_text(card.verdict)}", style="dim"))
    if card.likelihood and card.verdict.track:
        lines.append(Text(f"Track record: {card.verdict.track}", style="dim"))
    lines += [Text(_source(source, row.older), style="dim") for source in row.sources]
    if card.verdict.differs:
        lines.append(Text(f"Figures that differ: {card.verdict.differs}", style="dim"))
    lines += [Text(f"Warning: {warning}", style="yellow") for warning in card.verdict.warnings]
    return Group(_answer(card, row), *(Padding(line, INDENT) for line in lines))


def _answer(card: Card, row: first.Row) -> Text:
    """The word with what it rests on: '✕ False by the final figure: 2.00% of GDP for 2025', '◔ Unlikely: 18 in 100
    (...)'."""
    verdict, style = card.verdict, STYLES[card.mark.style]
    line = Text(f"{card.mark.sign} {verdict.word[:1].upper()}{verdict.word[1:]}", style=style)
    if verdict.settled:
        return line.append(f" {card.settled_by}: {row.reason}", style="not bold default")
    if card.likelihood:
        grade = f"; evidence {verdict.evidence.grade}" if verdict.evidence else ""
        return line.append(f": {card.likelihood[1]}").append(f" ({row.doubt}{grade})", style="dim not bold")
    return line


def _quoted(row: first.Row) -> list[Text]:
    # article text is data: Text keeps square brackets in it from being read as markup
    models = sorted({w.by for w in row.card.wordings if w.by})
    by = [Text(f"question proposed by the language model {', '.join(models)}", style="dim")] if models else []
    who = " · ".join(filter(None, (f"{row.card.speakers}, {row.when}", row.card.outlets)))
    more = f" · {wording.count(row.others, 'more wording')}" if row.others else ""
    said = [Text("“").append_text(_marked(row)).append("”")] if row.quote else []
    return [*said, Text(f"{who}{more}", style="dim"), *by]


def _marked(row: first.Row) -> Text:
    """The sentence, the words that were understood underlined."""
    text = Text()
    for stretch, part in row.quote.sentence if row.quote else ():
        text.append(stretch, style="underline" if part else "")
    return text


def _defaults(card: Card) -> list[Text]:
    return [Text(f"Default: {text} (the words leave it open)", style="dim") for text in card.defaults]


def _then(card: Card, row: first.Row) -> list[Text]:
    """Of what the chance is, where it is not of the claim; and the answer by what was known on the day it was said."""
    subject = [Text(f"The chance is that of: {card.subject}")] if card.subject else []
    day = wording.long_date(card.verdict.then.as_of if card.verdict.then else card.verdict.as_of)
    return [*subject, *([Text(f"When said, by figures to {day}: {row.then}", style="cyan")] if row.then else [])]


def _source(source: first.Source, older: str) -> str:
    age = f" ({source.age})" if source.age else ""
    words = f"{source.words}: " if source.words else ""
    parts = [f"{words}{source.where}{age}", f"{older[:1].upper()}{older[1:]}" if older else "", source.href]
    return ". ".join(filter(None, parts))


def untested_list(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> Group:
    """The statements that have no answer, each with speaker, outlet and reason; empty where there are none."""
    rows = untested_statements(statements, verdicts, documents)
    title = [Text(f"Not testable: {wording.count(len(rows), 'statement')}", style="bold")] if rows else []
    return Group(*title, *(Padding(line, INDENT) for row in rows for line in _untested(row)))


def _untested(row: Untested) -> list[Text]:
    who = " · ".join(filter(None, (row.wording.speaker, row.wording.outlet)))
    lines = [Text(f"“{row.wording.content}”").append(f" {who}", style="dim"), Text(f"  because {row.reason}")]
    return lines + (
        [Text(f"  nearest question that could be asked: {row.nearest}", style="dim")] if row.nearest else []
    )
