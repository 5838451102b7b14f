"""The records of answers.toml: checked, and filled in for an ally, a year, a price of oil, a way of financing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from overstretch import shipped
from overstretch.defaults import LAST_YEAR
from overstretch.errors import InputError, a_text
from overstretch.facts.registry import entity
from overstretch.questions import catalogue
from overstretch.questions.catalogue import near

FINANCING = {"debt": "borrowing", "tax": "taxes", "cuts": "cuts elsewhere"}
NOT_NAMED = {"year": "a year", "before": "the year before", "last": "the last year known", "name": "an ally"}
NOT_NAMED["withdraws"] = "the coming year"
Words = dict[str, str]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Measure(Record):
    """A question or a figure, in a world, perhaps against another, perhaps under a condition."""

    question: str | None = None
    figure: str | None = None
    world: str = "base"
    against: str | None = None
    given: str | None = None


class ColumnSpec(Measure):
    head: str
    over: Literal["finance", "ahead"] | None = None
    debt: Literal["added", "rule"] | None = None
    driver: Literal["name", "low", "high", "flips"] | None = None


class Over(Record):
    over: Literal["ally", "others", "oil", "years"]


class Chart(Record):
    kind: Literal["ranges", "lines"]
    columns: tuple[str, ...]


class Spec(Record):
    """One of the twelve; the fields are explained in answers.toml."""

    number: int
    title: str
    year: str
    ally: str | None = None
    futures: int
    rows: Over | tuple[Words, ...]
    columns: tuple[ColumnSpec, ...]
    oil: tuple[float, ...] = ()
    finance: tuple[str, ...] = tuple(FINANCING)
    ahead: tuple[int, ...] = ()
    headline: tuple[str, ...] = ()
    drives: str | Measure | None = None
    sort: str | None = None
    chart: Chart
    note: str = ""

    @property
    def plain_title(self) -> str:
        """Its title without a year or an ally named."""
        return self.title.format(**NOT_NAMED)


@cache
def specs() -> dict[str, Spec]:
    """All records by name, in their order."""
    return {name: Spec.model_validate(row) for name, row in shipped.rows("answers", "answers.toml").items()}


def spec(name: str) -> Spec:
    """One record. Raises InputError for an unknown name, with near ones."""
    if a_text(name, "answer") not in specs():
        raise InputError(f"no answer {name!r}{near(name, list(specs()))}; accepted: {', '.join(specs())}")
    return specs()[name]


@dataclass(frozen=True)
class Options:
    """What is asked for: allies by code, a year, a way of financing, a price of Urals in dollars; None or empty for the
    record's own."""

    ally: tuple[str, ...] = ()
    year: int | None = None
    finance: str | None = None
    oil: float | None = None


@dataclass(frozen=True)
class Item:
    """A row or a column filled in: its name, what it fills braces with, and a column's own record."""

    name: str
    words: Words
    column: ColumnSpec | None = None


@dataclass(frozen=True)
class Filled:
    """A record filled in for a day. levers: hold in every world, empty for none; said_under: hold in what is said in
    sentences."""

    spec: Spec
    words: Words
    rows: tuple[Item, ...]
    columns: tuple[Item, ...]
    levers: str
    year: int
    said_under: str = ""

    def fill(self, text: str, *more: Words) -> str:
        """A text with its braces filled, twice, as what fills them may hold braces itself."""
        words = {key: value for each in (self.words, *more) for key, value in each.items()}
        return text.format_map(words).format_map(words)

    def measure(self, row: Item, column: Item) -> Measure:
        """What a cell asks. A question or figure of the row's stands where the column has none."""
        own = column.column
        assert own is not None
        found = {
            name: self.fill(text, row.words, column.words)
            for name in ("question", "figure", "world", "against", "given")
            if (text := getattr(own, name) or ("" if own.question or own.figure else row.words.get(name, "")))
        }
        return Measure(**found)

    def other(self, measure: str | Measure) -> Measure:
        """A measure outside the table; a text is a question where it compares or happens, else a figure."""
        if isinstance(measure, str):
            asks = any(sign in measure for sign in ("<", ">", "==")) or measure.startswith(("happens", "special"))
            measure = Measure(**{"question" if asks else "figure": measure})
        fields = {name: self.fill(text) for name, text in measure.model_dump().items() if text is not None}
        return Measure(**fields)


def filled(name: str, options: Options, day: date) -> Filled:
    """A record for what is asked at a cut-off. Raises InputError by the option's name."""
    about = spec(name)
    year = _year(about, options, day)
    allies = _allies(name, about, options)
    words = _words(about, options, allies, year, day)
    text = about.model_dump_json()
    levers = []
    for option, value in (("oil", options.oil), ("finance", options.finance)):
        if value is not None and f"{{{option}}}" not in text and not (option == "oil" and about.oil):
            levers.append(f"{option}({value:g})" if isinstance(value, float) else f"{option}({value})")
    over_oil = isinstance(about.rows, Over) and about.rows.over == "oil"
    priced = [f"oil({options.oil:g})"] if over_oil and options.oil is not None else []
    rows = tuple(_rows(about, options, allies, words, year, day))
    columns = tuple(_columns(about, options, words, day))
    return Filled(about, words, rows, columns, " + ".join(levers), year, " + ".join(levers + priced))


def _year(about: Spec, options: Options, day: date) -> int:
    year = options.year
    if year is None:
        year = day.year + int(about.year) if about.year.startswith("+") else int(about.year)
    if not day.year <= year <= LAST_YEAR:
        raise InputError(f"--year {year}: accepted: {day.year}, the cut-off's year, to {LAST_YEAR}")
    return year


def _allies(name: str, about: Spec, options: Options) -> tuple[str, ...]:
    armed = catalogue.armed("ALLIES")
    if options.ally and about.ally is None:
        raise InputError(
            f"--ally: {name} is not asked of one ally; it is of: {', '.join(n for n, s in specs().items() if s.ally)}"
        )
    given = tuple(dict.fromkeys(code.upper() for code in options.ally)) or ((about.ally,) if about.ally else ())
    if strangers := [code for code in given if code not in (*armed, "all", "ALL")]:
        raise InputError(
            f"--ally {strangers[0]}: no ally with forces{near(strangers[0], list(armed))}; accepted: {', '.join(armed)}"
        )
    if about.ally not in (None, "all") and len(given) > 1:
        raise InputError(f"--ally: {name} takes one ally, not {len(given)}")
    return armed if "all" in given or "ALL" in given else given


def _words(about: Spec, options: Options, allies: Sequence[str], year: int, day: date) -> Words:
    if options.finance is not None and options.finance not in FINANCING:
        raise InputError(f"--finance {options.finance}: accepted: {', '.join(FINANCING)}")
    if options.oil is not None and not 1 <= options.oil <= 500:
        raise InputError(f"--oil {options.oil:g}: accepted: 1 to 500 dollars a barrel")
    quarter = (day.month - 1) // 3 + 2
    oil = options.oil if options.oil is not None else next(iter(about.oil), 0.0)
    made = {
        "year": year,
        "before": year - 1,
        "now": day.year,
        "last": day.year - 1,
        "coming": day.year + 1,
        "next": day.year + 2,
        "withdraws": day.year + 1,
        "ceasefire": f"{day.year + (quarter > 4)}Q{(quarter - 1) % 4 + 1}",
        "oil": f"{oil:g}",
        "whom": allies[0] if len(allies) == 1 else "NATO",
    }
    if len(allies) == 1:
        made |= {"ally": allies[0], "name": entity(allies[0]).name}
    return {key: str(value) for key, value in made.items()}


def _rows(about: Spec, options: Options, allies: Sequence[str], words: Words, year: int, day: date) -> Iterator[Item]:
    if not isinstance(about.rows, Over):
        for row in about.rows:
            yield Item(row["name"].format_map(words), row)
        return
    match about.rows.over:
        case "ally":
            yield from (Item(entity(code).name, {"ally": code}) for code in allies)
        case "others":
            rest = [code for code in catalogue.armed("ALLIES") if code not in allies]
            yield from (Item(entity(code).name, {"other": code}) for code in rest)
        case "oil":
            yield Item("as it may go", {"levers": "base"})
            for price in about.oil if options.oil is None else (options.oil,):
                yield Item(f"{price:g} dollars a barrel", {"levers": f"oil({price:g})"})
        case "years":
            first = day.year + 1 if options.year is None else year
            yield from (Item(str(at), {"at": str(at)}) for at in range(first, year + 1))


def _columns(about: Spec, options: Options, words: Words, day: date) -> Iterator[Item]:
    for column in about.columns:
        over: list[Words] = [{}]
        if column.over == "finance":
            chosen = about.finance if options.finance is None else (options.finance,)
            over = [{"finance": how, "financed": FINANCING[how]} for how in chosen]
        if column.over == "ahead":
            years = [day.year + n for n in about.ahead] if options.year is None else [options.year]
            over = [{"at": str(year)} for year in years]
        for each in over:
            yield Item(column.head.format_map(words | each), each, column)
