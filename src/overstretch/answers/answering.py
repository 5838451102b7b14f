"""One of the twelve questions, answered: worlds planned, futures made, cells judged, one table with what drives it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from overstretch.answers.cells import Found, drivers, found, question_of
from overstretch.answers.flips import strongest
from overstretch.answers.spec import Filled, Item, Measure, Options, filled, spec
from overstretch.cited import Source
from overstretch.claims.bench import Bench
from overstretch.claims.grounds import inputs_of
from overstretch.claims.judging import judged
from overstretch.claims.typed import asked_as
from overstretch.defaults import DEFAULT_SEED, NEWEST, REFERENCE_SYSTEM
from overstretch.facts.ages import Input, in_short
from overstretch.facts.links import link
from overstretch.progress import Progress, silent
from overstretch.questions.data import Question
from overstretch.questions.futures.answer import plan_of
from overstretch.tabular import Band, Cell, Column, Table, Tabular

MOVES = 0.05  # share of the variance from which an assumption is said to drive an answer [J]


@dataclass(frozen=True)
class Answer(Tabular):
    """One of the twelve, answered.

    sentences: the headline questions with likelihood word and number; driven_by: what moves it most; data: the table.
    """

    name: str
    title: str
    sentences: tuple[str, ...]
    driven_by: str
    known: str
    data: Table

    def as_table(self) -> Table:
        return self.data


def answer(
    name: str,
    *,
    ally: str | Sequence[str] = (),
    year: int | None = None,
    finance: str | None = None,
    oil: float | None = None,
    as_of: str | date = NEWEST,
    futures: int | None = None,
    seed: int = DEFAULT_SEED,
    facts_files: Sequence[str | Path] = (),
    progress: Progress | None = None,
) -> Answer:
    """One of the twelve questions (docs/answers.md) for an ally or all, a year, a way of financing, a price of Urals in
    dollars.

    as_of: a day or "now", the newest figures held; futures: of each world, by default the question's own. Raises
    InputError by the option's name.
    """
    from overstretch.jobs.options import Options as Asked
    from overstretch.jobs.options import all_facts, check_options, checked_day, declared_for_statements
    from overstretch.jobs.runs import Runs

    number = futures if futures is not None else spec(name).futures
    check_options(number, seed)
    every = all_facts(facts_files)
    day = checked_day(as_of) or date.fromisoformat(every.newest)
    asked = filled(name, Options((ally,) if isinstance(ally, str) else tuple(ally), year, finance, oil), day)
    given = Asked(number, seed, day, None, REFERENCE_SYSTEM, facts_files, ())
    runs = Runs(declared_for_statements(REFERENCE_SYSTEM), every, given, progress or silent)
    with runs.ahead(day):
        bench = runs.bench(plan_of(list(_questions(asked)), asked.year), day)
    return _answered(name, asked, bench, seed, number)


def _questions(asked: Filled) -> dict[Question, None]:
    """Every question of an answer once, the headline's and the drivers' among them."""
    measures = [asked.measure(row, column) for row in asked.rows for column in asked.columns if _asks(column)]
    found = [question_of(measure, asked.levers) for measure in measures]
    beside = [*asked.spec.headline, *([asked.spec.drives] if asked.spec.drives is not None else [])]
    return dict.fromkeys(found + [question_of(asked.other(measure), asked.said_under) for measure in beside])


def _asks(column: Item) -> bool:
    return column.column is not None and column.column.debt is None and column.column.driver is None


def _answered(name: str, asked: Filled, bench: Bench, seed: int, futures: int) -> Answer:
    from overstretch.report.wording import long_date

    cells = [[_cell(asked, row, column, bench) for column in asked.columns] for row in asked.rows]
    rows, columns = _laid_out(asked, cells)
    own = {one.name: one for q in _questions(asked) for one in inputs_of(q, bench.inputs)}
    known = (
        f"Figures to {long_date(bench.as_of.isoformat())}; {futures:,} futures a world, seed {seed}. "
        f"{in_short(own.values()).line(3, 'figures behind it') if own else ''}"
    ).strip()
    moved = _moved(asked, bench)
    reasons = dict.fromkeys(one.reason for line in cells for one in line if one.reason)
    sentences = tuple(_sentences(asked, cells, bench))
    why = map(_sentence, list(reasons)[:3])
    notes = tuple(filter(None, (*sentences, moved, asked.fill(asked.spec.note), *_held(asked), *why, known)))
    about = {"name": name, "asked": asked.spec.number, "as_of": bench.as_of.isoformat()}
    about |= {"futures": futures, "seed": seed, "year": asked.year}
    title, chart, sources = asked.fill(asked.spec.title), asked.spec.chart, _sources(own.values())
    drawn = tuple(c.name for c in asked.columns if c.column is not None and c.column.head in chart.columns)
    table = Table(title, columns, rows, notes, sources, about, drawn, chart.kind == "lines", known)
    return Answer(name, table.title, sentences, moved, known, table)


def _cell(asked: Filled, row: Item, column: Item, bench: Bench) -> Found:
    own = column.column
    assert own is not None
    if own.debt is not None:
        from overstretch.answers.debts import debt_cell

        return debt_cell(own.debt, row.words["ally"], asked.year, bench, column.name)
    measure = asked.measure(row, Item("", {}, own) if own.driver else column)
    if own.driver is None:
        return found(measure, bench, column.name, asked.levers)
    return _driver(own.driver, measure, bench, column.name, asked.levers)


def _driver(which: str, measure: Measure, bench: Bench, head: str, levers: str) -> Found:
    flip = strongest(measure, bench, levers)
    question = question_of(measure, levers)
    if flip is None:
        return Found("none stands out" if which == "name" else None, Column(head), question)
    texts = {"name": flip.name, "low": flip.low_text, "high": flip.high_text, "flips": "yes" if flip.flips else "no"}
    return Found(texts[which], Column(head), question)


def _laid_out(asked: Filled, cells: list[list[Found]]) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Column, ...]]:
    """Rows in their order, and columns with the unit where all rows share it, else with a column of units."""
    order = list(range(len(cells)))
    heads = [column.column.head if column.column else "" for column in asked.columns]
    if asked.spec.sort:
        place = heads.index(asked.spec.sort.removeprefix("-"))
        sign = 1 if asked.spec.sort.startswith("-") else -1
        order.sort(key=lambda k: _rank(cells[k][place].cell, sign))
    kinds = [
        dict.fromkeys((one[place].column.unit, one[place].column.kind) for one in cells if one[place].cell is not None)
        for place in range(len(heads))
    ]
    mixed = any(len(each) > 1 for each in kinds)
    columns = [
        Column(cells[0][place].column.head, "", "band") if mixed else replace(cells[0][place].column, **_kind(each))
        for place, each in enumerate(kinds)
    ]
    rows = tuple(
        (
            asked.rows[k].name,
            *([_unit(cells[k])] if mixed else []),
            *(_hundredths(one) if mixed else one.cell for one in cells[k]),
        )
        for k in order
    )
    return rows, (Column(_first_head(asked)), *([Column("unit")] if mixed else []), *columns)


def _kind(found: dict[tuple[str, str], None]) -> dict[str, Any]:
    """Unit and kind of a column's cells, where some are held."""
    return dict(zip(("unit", "kind"), next(iter(found)), strict=True)) if found else {}


def _unit(cells: list[Found]) -> str:
    """The unit of a row in a table of several units; differences are in its points."""
    unit = next((one.column.unit for one in cells if one.column.unit), "")
    return "in 100" if unit == "chance" else unit


def _hundredths(one: Found) -> Cell:
    if one.column.kind != "chance" or not isinstance(one.cell, Band):
        return one.cell
    value, low, high = (None if end is None else 100 * end for end in one.cell[:3])
    return Band(value or 0.0, low, high, one.cell.text)


def _rank(cell: Cell, sign: int) -> tuple[bool, float]:
    return (False, sign * cell.value) if isinstance(cell, Band) else (True, 0.0)


def _first_head(asked: Filled) -> str:
    over = getattr(asked.spec.rows, "over", "")
    return {"ally": "ally", "others": "ally", "oil": "Urals", "years": "by the end of"}.get(over, "what")


def _sentences(asked: Filled, cells: list[list[Found]], bench: Bench) -> list[str]:
    """The headline in sentences; where few rows are asked, their own chances."""
    few = len(asked.rows) <= 2 and asked.spec.ally == "all"
    if few:
        verdicts = [
            one.verdict for line in cells for one in line if one.verdict is not None and one.column.kind == "chance"
        ]
    else:
        questions = [question_of(asked.other(text), asked.said_under) for text in asked.spec.headline]
        verdicts = [judged(q, asked_as(q, bench.as_of), bench, [], brief=True) for q in questions]
    made = []
    for verdict in verdicts:
        said = verdict.likelihood.replace(": ", ", ", 1) if verdict.likelihood else verdict.word
        if verdict.settled is not None:
            said = f"{verdict.word}: {verdict.settled.figure}"
        made.append(f"{verdict.claim}: {said}.")
    return made


def _moved(asked: Filled, bench: Bench) -> str:
    """One line of what moves the answer most."""
    if asked.spec.drives is None or bench.futures is None:
        return ""
    found = drivers(asked.other(asked.spec.drives), bench, asked.said_under)
    parts = [f"{words} ({round(100 * share)}%{', more of it ' + way if way else ''})" for words, share, way in found]
    if not found or found[0][1] < MOVES:
        return f"What drives it: no single assumption stands out{', the largest: ' + parts[0] if parts else ''}."
    return f"What drives it, in percent of the differences between futures: {'; '.join(parts)}."


def _sentence(reason: str) -> str:
    return f"{_begun(reason).rstrip('.')}."


def _held(asked: Filled) -> list[str]:
    from overstretch.questions import labels
    from overstretch.questions.worlds import world

    return [f"In every world: {labels.world(world(asked.levers))}."] if asked.levers else []


def _sources(own: Iterable[Input]) -> tuple[Source, ...]:
    """Publications behind the figures with edition, day and address; what several publishers have of the same kind
    stands together."""
    days: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(own, key=lambda one: (one.publication, one.published)):
        publisher, _, what = one.publication.partition(", ")
        dated = (
            one.published if one.edition in (one.published, "running") else f"edition {one.edition}, {one.published}"
        )
        held = days.setdefault((what, publisher, link(one.address)), [])
        held += [dated] if dated not in held else []
    made: dict[str, list[Source]] = {}
    shared = {what for what, _, _ in days if what and len({who for kind, who, _ in days if kind == what}) > 1}
    for (what, publisher, address), when in days.items():
        if what in shared:
            source = Source(f"{publisher}, {'; '.join(when)}", address, _begun(what))
        else:
            source = Source(_begun(f"{', '.join(filter(None, (publisher, what)))}: {'; '.join(when)}"), address)
        made.setdefault(what, []).append(source)
    return tuple(one for several in made.values() for one in several)


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
