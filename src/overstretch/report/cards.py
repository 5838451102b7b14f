"""What the pages show of each statement: one card per verdict, and the statements that no verdict answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overstretch.claims import labels
from overstretch.claims.record import BaseRate, Verdict
from overstretch.report import wording
from overstretch.report.behind import Behind, behind
from overstretch.statements.differences import Difference, clusters, differences
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

READABLE = 160


@dataclass(frozen=True)
class Wording:
    """One outlet's wording of a statement: the words, who said them, when, and where they were printed."""

    id: str
    content: str
    speaker: str | None
    when: str | None
    outlet: str
    via: str | None
    form: str
    force: str


@dataclass(frozen=True)
class Card:
    """One verdict with all wordings of the statement that it answers; `repeated` counts sentences printed again."""

    number: int
    verdict: Verdict
    wordings: tuple[Wording, ...]
    repeated: int
    differences: tuple[Difference, ...] = ()

    @property
    def anchor(self) -> str:
        return f"statement-{self.number}"

    @property
    def mark(self) -> wording.Mark:
        return wording.VERDICT_MARKS[self.verdict.verdict]

    @property
    def said(self) -> str:
        """One wording to stand for all in a table: the fullest of a readable length, else the shortest."""
        texts = sorted((wording.content for wording in self.wordings), key=len)
        return max((text for text in texts if len(text) <= READABLE), key=len, default=texts[0])

    @property
    def speakers(self) -> str:
        return "; ".join(dict.fromkeys(w.speaker for w in self.wordings if w.speaker)) or "no speaker named"

    @property
    def differing(self) -> list[tuple[str, str | None, list[tuple[str, str]]]]:
        """Aspect, note and, for each value, where it stands: the outlets of the accounts, or their ids."""
        where = {w.id: w.outlet for w in self.wordings}
        several = len(set(where.values())) > 1
        return [
            (
                d.aspect,
                d.note,
                [(a.value, _places(a.statements, where, several)) for a in d.accounts],
            )
            for d in self.differences
        ]

    @property
    def outlets(self) -> str:
        return "; ".join(self.outlet_list)

    @property
    def outlet_list(self) -> list[str]:
        return list(dict.fromkeys(w.outlet for w in self.wordings))

    @property
    def grade(self) -> str | None:
        return self.verdict.evidence.grade if self.verdict.evidence else None

    @property
    def likelihood(self) -> str:
        """The likelihood word alone; wherever it is shown, the probability stands beside it."""
        return (self.verdict.likelihood or "").partition(" (")[0]

    @property
    def behind(self) -> Behind:
        return behind(self.verdict)

    @property
    def explained(self) -> float:
        """Share of the outcome's variance that the drivers shown explain together."""
        return sum(driver.index for driver in self.verdict.drivers or ())

    @property
    def effect(self) -> str:
        return effect_text(self.verdict)

    @property
    def effect_alone(self) -> str:
        return wording.effect(self.verdict.effect, self.verdict.effect_unit)

    @property
    def effect_limits(self) -> str:
        return wording.effect_interval(self.verdict.effect_interval, self.verdict.effect_unit)


@dataclass(frozen=True)
class Untested:
    """A statement that is not answered, with the reason."""

    wording: Wording
    reason: str


def claim_cards(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> list[Card]:
    """One card per verdict, in the verdicts' order. A verdict that names an unknown statement is an error."""
    by_id = {statement.id: statement for statement in statements}
    outlets = _outlets(documents)
    made = []
    for number, verdict in enumerate(verdicts, start=1):
        unknown = [name for name in verdict.statements if name not in by_id]
        if unknown:
            raise ValueError(
                f"verdict {number} ({verdict.template}) names statements that were not read: {', '.join(unknown)}"
            )
        own = [by_id[name] for name in verdict.statements]
        named = [s for s in own if s.duplicate_of is None] or own[:1]
        repeated = sum(s.duplicate_of in verdict.statements for s in statements if s.duplicate_of is not None)
        differing = tuple(d for group in clusters(named) for d in differences(group))
        made.append(Card(number, verdict, tuple(wording_of(s, outlets) for s in named), repeated, differing))
    return made


def untested_statements(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> list[Untested]:
    """All statements without a verdict, repeated sentences aside, each with its reason: none is dropped silently."""
    answered = {name for verdict in verdicts for name in verdict.statements}
    outlets = _outlets(documents)
    return [
        Untested(wording_of(s, outlets), s.not_testable_because or "no question was made of it")
        for s in statements
        if s.id not in answered and s.duplicate_of is None
    ]


def wording_of(statement: Statement, outlets: dict[str, str]) -> Wording:
    """The printable parts of a statement."""
    return Wording(
        id=statement.id,
        content=" ".join(statement.content.split()),
        speaker=statement.speaker.canonical if statement.speaker else None,
        when=_when(statement),
        outlet=statement.outlet or outlets.get(statement.doc, statement.doc),
        via=statement.via,
        form=statement.form,
        force=statement.force,
    )


def _places(ids: Sequence[str], where: dict[str, str], several: bool) -> str:
    return ", ".join(dict.fromkeys(where.get(i, i) if several else i for i in ids))


def effect_text(verdict: Verdict) -> str:
    """The paired effect with its interval, in percentage points or its own unit; a dash where there is none."""
    text = wording.effect(verdict.effect, verdict.effect_unit)
    if verdict.effect is None or verdict.effect_interval is None:
        return text
    return f"{text} ({wording.effect_interval(verdict.effect_interval, verdict.effect_unit)})"


def base_rate_text(verdict: Verdict) -> str:
    """The verdict's base rate with its count, a dash where there is none."""
    return wording.MISSING if verdict.base_rate is None else rate_text(verdict.base_rate)


def rate_text(rate: BaseRate) -> str:
    """A base rate with its count: '9.1% (0 events in 1,460 member-years)'."""
    counted = count_text(rate)
    return wording.percent(rate.probability) + (f" ({counted})" if counted else "")


def count_text(rate: BaseRate) -> str:
    """The count behind a base rate: '0 events in 1,460 member-years', '16 of 24 allies'; empty where there is none."""
    if rate.events is None or rate.exposure is None:
        return ""
    unit = labels.counted_in(rate.unit)
    named = unit.one if rate.exposure == 1 else unit.several
    events, exposure = wording.number(rate.events, 1), f"{wording.number(rate.exposure, 0)} {named}".strip()
    if unit.trials:
        return f"{events} of {exposure}"
    return f"{events} {'event' if rate.events == 1 else 'events'} in {exposure}"


def _outlets(documents: Sequence[Document]) -> dict[str, str]:
    return {d.name: d.outlet or d.name for d in documents}


def _when(statement: Statement) -> str | None:
    moment = statement.said_at
    if moment is None:
        return None
    day = wording.long_date(moment.date) if moment.granularity == "day" else None
    return day or moment.text
