"""What the pages show of each statement: one card per verdict, and the statements that no verdict answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overstretch.claims.record import BaseRate, Otherwise, Verdict
from overstretch.errors import InputError
from overstretch.facts.links import link
from overstretch.questions import labels
from overstretch.questions.data import Effect, Quantity, negated
from overstretch.questions.futures.answer import plain, worlds_of
from overstretch.questions.say import ask, claim
from overstretch.questions.say.brief import brief
from overstretch.questions.tables.base import BaseRate as Counted
from overstretch.questions.text import parse
from overstretch.report import wording
from overstretch.report.behind import Behind, behind
from overstretch.report.quoted import Wording, by_name, chosen, wording_of
from overstretch.report.variants import Variants, variants
from overstretch.statements.across.differences import Difference, clusters, differences
from overstretch.statements.document import Document
from overstretch.statements.record import Statement


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
        return wording.mark(self.verdict)

    @property
    def said(self) -> str:
        """The sentence that stands for all accounts; empty where none was said."""
        one = chosen(self.quoted)
        return one.whole if one else ""

    @property
    def quoted(self) -> tuple[Wording, ...]:
        """The wordings that are somebody's: a question typed without a sentence has none."""
        return tuple(w for w in self.wordings if w.content != self.verdict.claim)

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
        return list(dict.fromkeys(w.outlet for w in self.wordings if w.outlet))

    @property
    def grade(self) -> str | None:
        return self.verdict.evidence.grade if self.verdict.evidence else None

    @property
    def likelihood(self) -> tuple[str, str, str] | None:
        """Word, number and interval of what the futures give; None where they were not asked."""
        return wording.likelihood(self.verdict)

    @property
    def fine(self) -> bool:
        return wording.fine(self.verdict)

    @property
    def settled_by(self) -> str:
        return wording.settled_by(self.verdict.settled) if self.verdict.settled else ""

    @property
    def claim(self) -> str:
        """The claim in plain words; what was put in stands beside it, under `defaults`."""
        return self.verdict.claim

    @property
    def heading(self) -> str:
        """The claim in few words; `claim` has all of them."""
        try:
            return brief(parse(self.verdict.question))
        except InputError:  # a question of an older record that is no longer spoken
            return self.claim

    @property
    def subject(self) -> str:
        """What the likelihood is of, where it is not of the claim: of the event that a cause is said to bear on."""
        return event_of(self.verdict) if self.verdict.effect_unit == "probability" else ""

    @property
    def settled_link(self) -> str:
        """The address of the figure that settles it; empty where none is known."""
        return link(self.verdict.settled.address) if self.verdict.settled else ""

    @property
    def beside(self) -> str:
        """What a reader must know beside the answer and its figures: the reason where there is no answer, caveat and
        record elsewhere."""
        if self.verdict.state == "not answered":
            return self.reason
        record = f"The record: {self.verdict.record}." if self.verdict.record else ""
        return " ".join(filter(None, (self.verdict.caveat, record)))

    @property
    def reason(self) -> str:
        """How the answer came about; of what is not answered the reason alone, since the word stands beside it."""
        return (
            self.verdict.because
            if self.verdict.state != "not answered"
            else self.verdict.because.removeprefix("Not answered: ")
        )

    @property
    def on_the_day(self) -> str:
        """What was known when the likelihood was made: 'On 3 July 2025'."""
        return f"On {wording.long_date(self.verdict.as_of)}"

    @property
    def now(self) -> str:
        """What heads the newer of two answers: 'Now, by figures to 15 October 2026'; empty where there is one
        answer."""
        return f"Now, by figures to {wording.long_date(self.verdict.as_of)}" if then_lines(self.verdict) else ""

    @property
    def then(self) -> list[str]:
        """The answer of the day on which it was said, as lines; none where one day was asked for."""
        return then_lines(self.verdict)

    @property
    def defaults(self) -> list[str]:
        """What was put in where the words leave it open, without the name of what was left open."""
        return [text.removeprefix("the moment: ") for text in self.verdict.defaults]

    @property
    def usual(self) -> list[Otherwise]:
        """Other readings that are as usual as the one asked: they head the card."""
        return [row for row in self.verdict.otherwise if row.usual]

    @property
    def unusual(self) -> list[Otherwise]:
        return [row for row in self.verdict.otherwise if not row.usual]

    @property
    def behind(self) -> Behind:
        return behind(self.verdict)

    @property
    def variants(self) -> Variants:
        return variants(self.verdict.by_variant or {}, self.verdict.sampling_error, self.fine)

    @property
    def explained(self) -> float:
        """Share of the outcome's variance that the drivers shown explain together."""
        return sum(driver.index for driver in self.verdict.drivers or ())


@dataclass(frozen=True)
class Untested:
    """A statement that is not answered, with the reason and the nearest question that could be asked: in words, and as
    typed."""

    wording: Wording
    reason: str
    nearest: str = ""
    nearest_text: str = ""


def claim_cards(
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document] = (),
) -> list[Card]:
    """One card per verdict, in the verdicts' order. A verdict that names an unknown statement is an error."""
    by_id = {statement.id: statement for statement in statements}
    printed = by_name(documents)
    made = []
    for number, verdict in enumerate(verdicts, start=1):
        unknown = [name for name in verdict.statements if name not in by_id]
        if unknown:
            raise ValueError(
                f"verdict {number} ({verdict.question}) names statements that were not read: {', '.join(unknown)}"
            )
        own = [by_id[name] for name in verdict.statements]
        named = [s for s in own if s.duplicate_of is None] or own[:1]
        repeated = sum(s.duplicate_of in verdict.statements for s in statements if s.duplicate_of is not None)
        differing = tuple(d for group in clusters(named) for d in differences(group))
        made.append(Card(number, verdict, tuple(wording_of(s, printed) for s in named), repeated, differing))
    return made


def untested_statements(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], documents: Sequence[Document] = ()
) -> list[Untested]:
    """All statements that somebody made without a verdict, repeated sentences aside, each with its reason.

    Sentences in the article's own words that became no question (`narrated`) stand in statements.json alone.
    """
    answered = {name for verdict in verdicts for name in verdict.statements}
    printed = by_name(documents)
    return [
        Untested(wording_of(s, printed), s.not_testable_because or "no question was made of it", *_nearest(s))
        for s in statements
        if s.id not in answered and s.duplicate_of is None and not s.narrator
    ]


def narrated(statements: Sequence[Statement], verdicts: Sequence[Verdict]) -> str:
    """How many sentences in the articles' own words became no question, in words; empty without one."""
    answered = {name for verdict in verdicts for name in verdict.statements}
    number = sum(s.narrator and s.duplicate_of is None and s.id not in answered for s in statements)
    if not number:
        return ""
    what = "sentence" if number == 1 else "sentences"
    return (
        f"{number} {what} in the articles' own words became no question; statements.json holds them, each "
        f"with the reason."
    )


def _places(ids: Sequence[str], where: dict[str, str], several: bool) -> str:
    return ", ".join(dict.fromkeys(where.get(i, i) if several else i for i in ids))


def then_lines(verdict: Verdict) -> list[str]:
    """'Then, on 2 July 2025: likely, 70 in 100 (40 to 90)', and the effect of the cause as it was then."""
    then = verdict.then
    if then is None or then.state == verdict.state == "not answered":
        return []
    among = f" (by {then.futures:,} futures)" if then.futures and then.probability is not None else ""
    day = f"Then, on {wording.long_date(then.as_of)}{among}"
    if then.settled is not None and then.settled == verdict.settled:
        lines = [f"{day}: the same was known"]
    elif then.settled is not None:
        lines = [f"{day}: {then.settled.word} {wording.settled_by(then.settled)}: {then.settled.figure}"]
        lines += [
            f"Why the two figures differ: {why}" for why in [wording.revised(then.settled, verdict.settled)] if why
        ]
    elif then.probability is not None:
        exact = wording.fine(then)
        spread = wording.spread(then.interval) if exact else ""
        lines = [f"{day}: {wording.likelihood_text(then.probability, exact)}{f' ({spread})' if spread else ''}"]
    else:
        lines = [f"{day}: not answered"]
    return lines + ([f"Effect of the cause, then: {then.effect_words}"] if then.effect_words else [])


def event_of(verdict: Verdict) -> str:
    """The event on whose chance an effect is claimed, in the world with the cause, in words; empty for any other
    question."""
    try:
        question = parse(verdict.question)
        inner, _, contrary = plain(question)
        first, _ = worlds_of(question)
    except InputError:
        return ""
    if not isinstance(inner, Effect) or isinstance(inner.of, Quantity):
        return ""
    text = claim(negated(inner.of) if contrary else inner.of)
    return f"{text}, where {labels.world(first)}" if first.interventions else text


def _nearest(statement: Statement) -> tuple[str, str]:
    """The nearest question in words and as text; empty where there is none, or where it is said in words already."""
    if not statement.nearest:
        return "", ""
    try:
        return ask(parse(statement.nearest)), statement.nearest
    except InputError:
        return statement.nearest, ""


def base_rate_text(verdict: Verdict) -> str:
    """The base rate with its count, a dash where there is none."""
    return wording.MISSING if verdict.base_rate is None else rate_text(verdict.base_rate)


def rate_text(rate: BaseRate | Counted) -> str:
    """A base rate with its count: '9.1% (0 events in 1,460 member-years)'."""
    counted = count_text(rate)
    return wording.percent(rate.probability) + (f" ({counted})" if counted else "")


def count_text(rate: BaseRate | Counted) -> str:
    """The count behind a base rate: '0 events in 1,460 member-years', '16 of 24 allies'; empty where there is none."""
    if rate.events is None or rate.exposure is None:
        return ""
    unit = labels.counted_in(rate.unit)
    named = unit.one if rate.exposure == 1 else unit.several
    events, exposure = wording.number(rate.events, 1), f"{wording.number(rate.exposure, 0)} {named}".strip()
    if unit.trials:
        return f"{events} of {exposure}"
    return f"{events} {'event' if rate.events == 1 else 'events'} in {exposure}"
