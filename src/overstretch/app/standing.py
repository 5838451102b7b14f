"""The pages that answer standing questions: what an address asks, the tables behind it, and how they are taken away."""

from __future__ import annotations

import dataclasses
import shlex
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from overstretch import jobs
from overstretch.answers import Answer
from overstretch.answers.spec import FINANCING, LAST_YEAR, Options, Spec, filled, spec
from overstretch.app.address import allies
from overstretch.app.work import Progress
from overstretch.app.worlds import Kept
from overstretch.defaults import NEWEST
from overstretch.errors import InputError
from overstretch.evidence import ledger
from overstretch.facts import ages
from overstretch.systems.inputs import inputs
from overstretch.tabular import Column, Table

ROWS = 50  # of the ledger on a page
MOST_FUTURES = 20_480  # as of the app's other jobs
FILTERS = ("kind", "part", "outcome")


@dataclass(frozen=True)
class Asked:
    """One of the twelve with its options, as an address names them; an empty option is the question's own."""

    name: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def given(self) -> dict[str, Any]:
        """The options as `overstretch.answer` takes them. Raises InputError by the option's name."""
        held = dict(self.options)
        found: dict[str, Any] = {key: held[key] for key in ("finance", "as_of") if held.get(key)}
        if held.get("ally"):
            found["ally"] = held["ally"].split(",")
        for key, kind in (("year", int), ("oil", float), ("futures", int), ("seed", int)):
            if held.get(key):
                try:
                    found[key] = kind(held[key])
                except ValueError:
                    raise InputError(f"{key}={held[key]}: accepted: a number") from None
        if not 1 <= found.get("futures", 1) <= MOST_FUTURES:
            raise InputError(f"futures={found['futures']}: accepted here: 1 to {MOST_FUTURES:,}")
        return found

    @property
    def title(self) -> str:
        """The question as asked, its year and ally named. Raises InputError by the option's name."""
        given = self.given
        day = jobs.checked_day(given.get("as_of", NEWEST)) or _newest()
        options = Options(tuple(given.get("ally", ())), given.get("year"), given.get("finance"), given.get("oil"))
        made = filled(self.name, options, day)
        return made.fill(made.spec.title)

    @property
    def order(self) -> dict[str, Any]:
        """As a task takes it."""
        return {"name": self.name, **self.given}

    @property
    def python(self) -> str:
        given = "".join(f", {key}={value!r}" for key, value in self.given.items())
        return f"import overstretch\n\nanswer = overstretch.answer({self.name!r}{given})\nprint(answer.table())"

    @property
    def command(self) -> str:
        parts = ["overstretch", "answer", self.name]
        for key, value in self.given.items():
            for each in value if isinstance(value, list) else [value]:
                parts += [f"--{key.replace('_', '-')}", f"{each:g}" if isinstance(each, float) else str(each)]
        return shlex.join(parts)


@cache
def _newest() -> date:
    """The day of the newest figures held."""
    return date.fromisoformat(jobs.all_facts(()).newest)


OPTIONS = ("ally", "year", "finance", "oil", "as_of", "futures", "seed")


def asked(name: str, query: Mapping[str, str]) -> Asked:
    """What an address asks. Raises InputError for an unknown question or option."""
    spec(name)
    if strangers := [key for key in query if key not in OPTIONS]:
        raise InputError(f"{strangers[0]}: no such option; accepted: {', '.join(OPTIONS)}")
    made = Asked(name, tuple((key, query[key]) for key in OPTIONS if query.get(key)))
    _ = made.given
    return made


def form_field(
    name: str, value: str, label: str, kind: str = "number", options: Sequence[tuple[str, str]] = (), **limits: Any
) -> dict[str, Any]:
    """A field of a form, as options.html.j2 takes it."""
    return {"name": name, "label": label, "type": kind, "value": value, "options": options, "limits": limits}


def fields(about: Spec, made: Asked) -> list[dict[str, Any]]:
    """The options of a question as fields of a form."""
    held = dict(made.options)

    def field(name: str, *about: Any, **limits: Any) -> dict[str, Any]:
        return form_field(name, held.get(name, ""), *about, **limits)

    found = []
    if about.ally is not None:
        own = [("", "all allies" if about.ally == "all" else allies()[about.ally])]
        found.append(field("ally", "Ally", options=own + list(allies().items())))
    found.append(field("year", "Year", min=2026, max=LAST_YEAR))
    found.append(field("finance", "Paid by", options=[("", "the question’s own"), *FINANCING.items()]))
    found.append(field("oil", "Urals oil, dollars", min=1, max=500, step="any"))
    found.append(field("as_of", "Figures known up to", "date"))
    found.append(field("futures", "Futures", min=1, max=MOST_FUTURES))
    return [*found, field("seed", "Seed", min=0)]


def ledger_lines(query: Mapping[str, str]) -> list[ledger.Line]:
    """The lines that a filter leaves, the newest first. Raises InputError for a filter that no line knows."""
    lines = ledger.held()
    for name in FILTERS:
        if wanted := query.get(name):
            known = sorted({getattr(one, name) for one in lines})
            if wanted not in known:
                raise InputError(f"{name}={wanted}: accepted: {', '.join(known)}")
            lines = [one for one in lines if getattr(one, name) == wanted]
    return sorted(lines, key=lambda one: (one.said, one.id), reverse=True)


def ledger_table(lines: list[ledger.Line]) -> Table:
    """The lines as a table to take away."""
    columns = _columns([one.name for one in dataclasses.fields(ledger.Line)], ledger.NUMBERS)
    return Table("The ledger", columns, tuple(map(dataclasses.astuple, lines)), about={"name": "ledger"})


def _columns(names: Iterable[str], numbers: Collection[str]) -> tuple[Column, ...]:
    return tuple(Column(name.replace("_", " "), "", "number" if name in numbers else "text") for name in names)


_STATUS: Kept[str, list[ages.Input]] = Kept(8)


def status(query: Mapping[str, str]) -> tuple[str, list[ages.Input]]:
    """The day, and every input of a run known then, as `overstretch facts status` gives them. Raises InputError."""
    text = query.get("as_of") or date.today().isoformat()
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"as_of={text}: accepted: a day (YYYY-MM-DD)") from None
    return day, _STATUS.get_or_make(day, lambda: inputs(day))


def status_table(day: str, held: list[ages.Input]) -> Table:
    frame = ages.table(held).drop(columns=["user"])
    columns = _columns(frame.columns, ("lowest", "highest", "age_days", "usual_days"))
    rows = tuple(
        tuple(None if value != value else value for value in row)
        for row in frame.astype(object).itertuples(index=False)
    )
    return Table(
        "Status of figures", columns, rows, (f"As known on {day}", ages.in_short(held).line()), (), {"name": "figures"}
    )


class Shown(NamedTuple):
    """An answer, and its chart as SVG; a paragraph that says why where nothing can be drawn."""

    found: Answer
    svg: str


def shown(options: dict[str, Any], progress: Progress) -> Shown:
    """An answer and its chart. Raises InputError as `overstretch.answer`."""
    from overstretch import answers

    found = answers.answer(**options, progress=progress)
    try:
        return Shown(found, picture(found, "svg").decode())
    except InputError as fault:
        return Shown(found, str(Markup("<p>{}</p>").format(fault)))


def picture(found: Answer, kind: str) -> bytes:
    """The chart of an answer as SVG or PNG."""
    from overstretch.drawing import draw

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"chart.{kind}"
        draw(found.as_table(), path)
        return path.read_bytes()
