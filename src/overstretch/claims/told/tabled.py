"""Answers to statements as one table: who said what, the answer, the chance with its interval, what settles it, the
question."""

from __future__ import annotations

from collections.abc import Sequence

from overstretch.claims.record import Verdict
from overstretch.claims.told import wording
from overstretch.statements.document import Document
from overstretch.statements.record import Statement
from overstretch.tabular import Band, Cell, Column, Table

COLUMNS = (
    Column("claim"),
    Column("said by"),
    Column("said on"),
    Column("article"),
    Column("answer"),
    Column("chance", "chance", "chance"),
    Column("base rate", "chance, 0 to 1", "number"),
    Column("effect of the cause"),
    Column("settled by"),
    Column("source"),
    Column("evidence"),
    Column("as of"),
    Column("question"),
)


def verdict_table(
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    notes: Sequence[str] = (),
) -> Table:
    """One row an answer, in the order of the verdicts."""
    by_id = {s.id: s for s in statements}
    titles = {d.name: d.title or d.name for d in documents}
    rows = tuple(_row(v, [by_id[name] for name in v.statements if name in by_id], titles) for v in verdicts)
    ages = tuple(dict.fromkeys(v.ages for v in verdicts if v.ages))
    return Table("Answers", COLUMNS, rows, (*notes, *ages), (), {"name": "answers"}, ("chance",))


def _row(verdict: Verdict, said: Sequence[Statement], titles: dict[str, str]) -> tuple[Cell, ...]:
    speakers = dict.fromkeys(s.speaker.canonical for s in said if s.speaker is not None)
    settled = verdict.settled
    return (
        verdict.claim,
        "; ".join(speakers),
        verdict.said or "",
        "; ".join(dict.fromkeys(titles.get(s.doc, s.doc) for s in said)),
        verdict.word,
        _chance(verdict),
        verdict.base_rate.probability if verdict.base_rate else None,
        verdict.effect_words or "",
        settled.figure if settled else "",
        f"{settled.source}, published {settled.published}" if settled else "",
        verdict.evidence.grade if verdict.evidence else "",
        verdict.as_of,
        verdict.question,
    )


def _chance(verdict: Verdict) -> Band | None:
    if verdict.probability is None:
        return None
    low, high = verdict.interval or (None, None)
    fine = verdict.evidence is None or verdict.evidence.scored
    return Band(
        verdict.probability, low, high, wording.likelihood(verdict.probability, verdict.interval or (0.0, 1.0), fine)
    )
