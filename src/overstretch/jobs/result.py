"""What the jobs return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from overstretch.tabular import Table, Tabular

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.claims.explain import Explained
    from overstretch.claims.record import Verdict
    from overstretch.facts import Known
    from overstretch.facts.ages import Input
    from overstretch.statements import Document, Statement
    from overstretch.statements.language_model.asking import Model
    from overstretch.statements.language_model.second_reader import Refused


@dataclass(frozen=True)
class CheckResult(Tabular):
    """What a check returns: statements (with propositions), verdicts, documents, futures, facts known, the run's
    record.

    futures, facts and inputs (the figures that the run started from) are those of the main cut-off; `notes` says of the
    days what a reader must know.
    """

    statements: list[Statement]
    verdicts: list[Verdict]
    documents: list[Document]
    futures: xr.DataTree
    facts: Known
    run: dict[str, Any]
    notes: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()

    def as_table(self) -> Table:
        """One row an answer; `table`, `to_excel`, `to_csv` and `to_markdown` are spellings of it."""
        from overstretch.claims.told.tabled import verdict_table

        return verdict_table(self.statements, self.verdicts, self.documents, self.notes)


@dataclass(frozen=True)
class Explanation:
    """How statements were understood: `explained` in their order; statements, documents, who read them, and by what
    words.

    `entries`: names of the documents that stand for a register's entries → their ids. `refused`: a language model's
    statements that were not taken; `model`: where its answers came from."""

    explained: list[Explained]
    statements: list[Statement]
    documents: list[Document]
    reader: dict[str, str]
    entries: dict[str, str]
    refused: list[Refused]
    model: Model | None = None

    def lines(self) -> list[str]:
        """One JSON object a statement (docs/reader.md)."""
        from overstretch.claims.explain import article_lines, register_lines

        if self.entries:
            return list(register_lines(self.explained, self.entries))
        return list(article_lines(self.explained, self.documents))
