"""How statements were understood, for the terminal: a block for each, nothing cut, whatever the width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from overstretch import terminal
from overstretch.terminal import printable, styled

if TYPE_CHECKING:
    from overstretch.claims.explain import Asked, Explained
    from overstretch.jobs import Explanation

NAME = 11  # columns of a part's name
INDENT = 4
JOIN = " … "


def show(found: Explanation, console: Console | None = None) -> None:
    """A block for each statement, then what the accounts differ in, what was not read, and the counts."""
    from overstretch.statements import clusters, differences

    out = console or terminal.console()
    outlets = {d.name: d.title or d.name for d in found.documents} if not found.entries else found.entries
    last = None
    for one in found.explained:
        if not found.entries and one.doc != last:
            out.print(styled(outlets.get(one.doc, one.doc), "bold"))
            out.print()
            last = one.doc
        _block(one, found.entries.get(one.doc, one.id), out)
    for group in clusters(found.statements):
        for difference in differences(group):
            out.print(styled(f"The accounts differ: {difference.words()}"))
    for document in found.documents:
        if document.skipped:
            out.print(styled(f"Not read: {document.skipped}", "yellow"))
    asked = sum(bool(one.asked) for one in found.explained)
    number = len(found.explained)
    what = "statement" if number == 1 else "statements"
    out.print(f"{number} {what}, {asked} with a question; nothing was simulated")


def _block(one: Explained, name: str, out: Console) -> None:
    who = ", ".join(part for part in (one.speaker, one.date) if part)
    out.print(styled(f"{name}  {who}" if who else name, "bold cyan"))
    out.print(Padding(_sentence(one), (0, 0, 0, 2)))
    for asked in one.asked:
        _rows(_of(asked), out)
    if not one.asked:
        _rows([("not asked", styled(one.because or "no reason given", "yellow"))], out)
        if one.nearest:
            _rows([("nearest", styled(one.nearest))], out)
    out.print()


def _sentence(one: Explained) -> Text:
    """The statement with the words that became parts underlined."""
    text = styled(" ".join(one.text.split()))
    plain = text.plain
    for asked in one.asked:
        for mark in asked.marks:
            for words in mark.words:
                at = plain.find(printable(words))
                if at >= 0:
                    text.stylize("underline", at, at + len(words))
    return text


def _of(asked: Asked) -> Iterator[tuple[str, Text]]:
    """The rows of one question."""
    for mark in asked.marks:
        words = JOIN.join(f"‘{text}’" for text in mark.words)
        yield mark.part, styled(f"{words} → {mark.value}" if mark.value else words)
    yield "claim", styled(asked.claim, "bold")
    yield "question", styled(f"{asked.question}   ({asked.asks})")
    for text in asked.defaults:
        yield "default", styled(text, "dim")
    for left in asked.set_aside:
        yield "set aside", styled(f"‘{left.text}’ ({left.part})", "dim")
    if asked.by:
        yield "proposed by", styled(asked.by)


def _rows(rows: Iterator[tuple[str, Text]] | list[tuple[str, Text]], out: Console) -> None:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=NAME, overflow="fold")
    grid.add_column(overflow="fold")
    for name, text in rows:
        grid.add_row(Text(name, style="dim"), text)
    out.print(Padding(grid, (0, 0, 0, INDENT)))
