"""The levers' state and the address it stands in: `/ally/POL?spend=0.5&oil=40&as_of=2025-07-03`, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ConfigDict

from overstretch import shipped
from overstretch.engine.interventions import expand
from overstretch.errors import InputError
from overstretch.facts.registry import entity
from overstretch.questions import catalogue
from overstretch.questions.catalogue import near


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Lever(_Record):
    """One row of levers.toml, which explains the fields."""

    name: str
    group: str
    label: str
    help: str
    kind: Literal["range", "choice", "day"]
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    start: float | str = 0.0
    unit: str = ""
    does: str = ""
    options: tuple[tuple[str, str, str], ...] = ()
    sets: Literal["", "question", "run"] = ""

    @property
    def dated(self) -> bool:
        """Whether its figures are quarters."""
        return "{quarter}" in self.does

    def checked(self, text: str) -> str:
        """A value in its plain form. Raises InputError with what is accepted."""
        if self.kind == "day":
            return _day(self.name, text)
        if self.kind == "choice":
            accepted = [value for value, _, _ in self.options]
            if text not in accepted:
                raise InputError(f"{self.name}={text}: accepted: {', '.join(accepted)}")
            return text
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not self.low <= number <= self.high:
            raise InputError(f"{self.name}={text}: accepted: {self.low:g} to {self.high:g}")
        return f"{round(number, 4):g}"

    def intervention(self, value: str, ally: str) -> str:
        """What it does to the world at a value; empty where no world hangs on it."""
        if self.kind == "choice":
            return next(does for name, _, does in self.options if name == value)
        return self.does.format(value=value, quarter=in_quarters(value) if self.dated else "", ally=ally)


class Chart(_Record):
    variable: str
    of: str | None = None
    past: str | None = None
    first: int = 2018
    level: str | None = None
    same: str = ""


class Page(_Record):
    """One row of pages.toml, which explains the fields."""

    name: str
    heading: str
    title: str
    lead: str
    default: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    horizon: int
    years: tuple[int, ...] = ()
    questions: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    ranks: bool = False

    @property
    def own(self) -> tuple[Lever, ...]:
        """Its levers in the order of levers.toml; the horizon starts where the page's does."""
        found = [one for name, one in levers().items() if name in self.levers or name in common()]
        return tuple(one.model_copy(update={"start": self.horizon}) if one.name == "horizon" else one for one in found)


@cache
def levers() -> dict[str, Lever]:
    """All levers by name, in their order."""
    return {name: Lever(name=name, **row) for name, row in shipped.rows("app", "levers.toml").items()}


@cache
def pages() -> dict[str, Page]:
    """The pages with levers by name, in their order."""
    return {name: Page(name=name, **row) for name, row in shipped.rows("app", "pages.toml").items()}


@cache
def common() -> frozenset[str]:
    """The levers of all pages: those that no page names as its own."""
    return frozenset(levers()).difference(*(page.levers for page in pages().values()))


@dataclass(frozen=True)
class State:
    """What a page shows: its allies, and the value of each lever that does not stand at its start, in the levers'
    order."""

    page: Page
    allies: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Path and query, which `state` reads back."""
        path = "/".join(["", self.page.name, *map(quote, self.allies)])
        return f"{path}?{urlencode(self.moved)}" if self.moved else path

    def value(self, name: str) -> str:
        """A lever's value; where it has not been moved its start, empty for one that is not set."""
        lever = next(one for one in self.page.own if one.name == name)
        start = (f"{lever.start:g}" if isinstance(lever.start, float) else str(lever.start)) if lever.sets else ""
        return dict(self.moved).get(name, start)

    @property
    def world(self) -> str:
        """The interventions of the changed world, joined with "+"; empty for none."""
        ally = self.allies[0] if self.allies else ""
        own = {one.name: one for one in self.page.own}
        done = [own[name].intervention(value, ally) for name, value in self.moved]
        return " + ".join(str(each) for text in done if text for each in expand(text, {}))

    @property
    def run(self) -> tuple[str, int, int]:
        """Cut-off, futures and seed."""
        return self.value("as_of"), int(self.value("futures")), int(float(self.value("seed")))

    @property
    def horizon(self) -> int:
        return int(float(self.value("horizon")))

    def words(self, year: int) -> dict[str, str]:
        """What fills the braces of the page's questions, charts and heading; year: of the cut-off."""
        asked = {one.name: self.value(one.name) for one in self.page.own if one.sets == "question"}
        named = dict(zip(("ally", "with"), self.allies, strict=False))
        called = dict(zip(("name", "other"), (entity(code).name for code in self.allies), strict=False))
        return asked | named | called | {"now": str(year), "before": str(year - 1), "next": str(year + 1)}

    def questions(self, year: int) -> list[str]:
        """The page's questions as they can be typed, each once; year: of the cut-off."""
        years = [y for y in self.page.years if year <= y < self.horizon] + [self.horizon]
        return list(
            dict.fromkeys(
                text.format(**self.words(year), year=at)
                for text in self.page.questions
                for at in (years if "{year}" in text else years[-1:])
            )
        )


def state(name: str, allies: Iterable[str] = (), query: Mapping[str, str] | None = None) -> State:
    """The state of an address. Raises InputError, by the lever's name, for what no page accepts."""
    page = pages()[name]
    given = tuple(code.upper() for code in allies) or page.default
    held = catalogue.armed("ALLIES")
    if strangers := [code for code in given if code not in held]:
        raise InputError(
            f"{strangers[0]}: no ally with forces{near(strangers[0], list(held))}; accepted: {', '.join(held)}"
        )
    if len(given) != len(page.default) or len(set(given)) != len(given):
        raise InputError(
            f"/{page.name}: takes {len(page.default)} different allies, not {' and '.join(given) or 'none'}"
        )
    own = {one.name: one for one in page.own}
    if unknown := [key for key in query or {} if key not in own]:
        raise InputError(f"{unknown[0]}: no such lever{near(unknown[0], list(own))}; accepted: {', '.join(own)}")
    blank = State(page, given)
    checked = {key: own[key].checked(text) for key, text in (query or {}).items()}
    moved = tuple((key, checked[key]) for key in own if key in checked and checked[key] != blank.value(key))
    made = State(page, given, moved)
    if made.world:
        expand(made.world, {})
    return made


def _day(name: str, text: str) -> str:
    if text == "now":
        return text
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"{name}={text}: accepted: a day (YYYY-MM-DD), or now") from None


def in_quarters(value: str) -> str:
    """A decimal year as the quarter that begins there: 2026.25 is 2026Q2."""
    at = float(value)
    return f"{int(at)}Q{int(4 * (at % 1)) + 1}"


def allies() -> dict[str, str]:
    """Code → name of the allies with forces, by name."""
    return dict(sorted(((code, entity(code).name) for code in catalogue.armed("ALLIES")), key=lambda pair: pair[1]))
