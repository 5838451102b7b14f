"""The ledger drawn anew: dated public claims drawn by rule, what was given for them on the day they were made, and what
came.

Every plan, in-year and forecast row of the tables with a day of its own becomes three claims: its figure is reached as
printed, and at ten percent more and less
(growth, inflation: one point). None is chosen by hand. An outcome is what the tables say today; what is too close to
call is listed and not scored.

Which errors the baseline "as said" carries is written here before any run: shares, standard deviations of the log error
of stated plans against
outturns (same year 0.094, next 0.144, later 0.25); growth, of the IMF's forecasts against outturns (0.96 in the year,
1.42 later; evidence:
growth_error); key rate, 1.25 times the mean absolute error of the survey (0.42 in the year, 1.20 later).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scipy.stats import norm

from overstretch.claims.grounds.track import kind_of
from overstretch.errors import InputError
from overstretch.evidence import said
from overstretch.evidence.ledger import FILE, Line, write, write_tallies
from overstretch.evidence.ledger_page import page
from overstretch.facts import Facts, Known
from overstretch.facts.tables import NEVER

if TYPE_CHECKING:
    from overstretch.evidence.said import Came
    from overstretch.questions.tables.settled import Settled

FUTURES = 2_048


@dataclass(frozen=True)
class Rule:
    """Rows of one variable as claims. steps: how the figure is moved, by factor or in points; errors: (log or points,
    same year, next, later)."""

    kind: str
    variable: str
    question: str
    points: bool = False
    scale: float = 1.0
    errors: tuple[float, float, float] | None = None
    whose: str | None = None


SHARE, GROWTH, RATE = (0.094, 0.144, 0.25), (0.96, 1.42, 1.42), (0.525, 1.5, 1.5)
RULES = (
    *(
        Rule("allies' shares", name, "core_share({who}, {year}) >= {value}", errors=SHARE)
        for name in ("plan_core_share", "past_plan_core_share", "in_year_core_share")
    ),
    *(
        Rule("Russia", f"gdp_growth_forecast_{name}", "growth({who}, {year}) >= {value}", points=True, errors=GROWTH)
        for name in ("survey", "imf", "economy_ministry", "world_bank", "oecd", "european_commission", "consensus")
    ),
    Rule("Russia", "key_rate_forecast_survey", "policy_rate({who}, {year}) >= {value}", errors=RATE),
    *(
        Rule("Russia", name, "defence_budget({who}, {year}, RUB) >= {value}", scale=1e12)
        for name in ("national_defence_plan", "in_year_national_defence")
    ),
    Rule("Russia", "cpi_yoy_forecast_economy_ministry", "inflation({who}, {period}) >= {value}", points=True),
    Rule(
        "allies' growth", "gdp_growth", "growth({who}, {year}) >= {value}", points=True, errors=GROWTH, whose="allies"
    ),
)


def claims(facts: Facts, allies: Iterable[str]) -> list[Line]:
    """All claims of the rules with their outcome by today's tables; those without one are left out. No probability
    yet."""
    from overstretch.questions.tables.settled import settle
    from overstretch.questions.text import parse

    newest = facts.as_of(facts.newest)
    made = []
    for rule in RULES:
        for row in _rows(facts, rule, set(allies)):
            for step in (0, 1, -1):
                value = row["value"] + step if rule.points else row["value"] * (1 + 0.1 * step)
                text = rule.question.format(
                    who=row["entity"], year=row["period"][:4], period=row["period"], value=_plain(value * rule.scale)
                )
                found = settle(parse(text), newest, date.fromisoformat(newest.day))
                if found is None or found.so_far or found.published[:10] <= row["published"]:
                    continue
                name = "|".join((rule.variable, row["entity"], row["period"], row["edition"], row["published"]))
                moved = f"{step:+d} point" if rule.points else f"{10 * step:+d}%"
                made.append(
                    _line(
                        f"{name}|{step}",
                        name,
                        found,
                        row["source"],
                        row["address"],
                        kind=rule.kind,
                        who=row["entity"],
                        said=row["published"],
                        said_by=row["publisher"],
                        question=text,
                        printed=row["value"],
                        step=moved if step else "",
                        as_said=_as_said(rule, row, value),
                    )
                )
    made += _statements(newest, {(line.question, line.said) for line in made})
    return list({line.id: line for line in made}.values())


def _statements(newest: Known, asked: set[tuple[str, str]]) -> list[Line]:
    """The statements that can be asked and have an outcome; what a row of the tables asks already on that day is not
    asked twice."""
    from overstretch.questions.text import parse

    made = []
    for row in said.held():
        if row.why_not or (row.question, row.said) in asked or (found := said.came(row, newest)) is None:
            continue
        question = parse(row.question)
        made.append(
            _line(
                f"{row.name}|{row.question}",
                row.name,
                found,
                row.source,
                row.address,
                kind=kind_of(question) or "events",
                who="RUS" if "RUS" in row.question else "NATO",
                said=row.said,
                said_by=row.said_by,
                question=row.question,
                printed=float(row.printed) if row.printed else None,
            )
        )
    return made


def _line(key: str, name: str, found: Settled | Came, source: str, address: str, **about: Any) -> Line:
    """A claim with its outcome. The split into parts by the hash of its row's name keeps the claims of a row
    together."""
    part = "scored once" if int(said.digest(name), 16) % 3 == 0 else "looked at"
    came: dict[str, Any] = {"outcome": found.word, "figure": found.figure, "settled_by": found.source}
    return Line(id=said.digest(key)[:10], part=part, source=source, address=address, **came, **about)


def _rows(facts: Facts, rule: Rule, allies: set[str]) -> list[dict]:
    """The rule's rows with a day: plans and forecasts of the year under way or a later one."""
    rows = facts.rows
    kept = rows[(rows["variable"] == rule.variable).to_numpy() & rows["kind"].isin(["plan", "forecast"]).to_numpy()]
    kept = kept[kept["known_from"].to_numpy() < NEVER.astype("datetime64[s]")]
    wanted = kept.astype(
        {c: str for c in ("entity", "period", "edition", "published", "source", "address", "publisher")}
    )
    found = []
    for row in wanted.to_dict("records"):
        ahead = (
            int(row["period"][:4]) - int(row["published"][:4])
            if row["published"][:4].isdigit() and row["period"][:4].isdigit()
            else -1
        )
        if (
            len(row["published"]) == 10
            and ahead >= 0
            and (rule.whose is None or (row["entity"] in allies and ahead <= 1))
        ):
            found.append(row)
    return found


def _plain(value: float) -> str:
    return f"{value:.10g}" if abs(value) < 1e6 else f"{value:.6e}"


def _as_said(rule: Rule, row: dict, value: float) -> float | None:
    """The claim as said with its past error, and no law at all."""
    if rule.errors is None:
        return None
    ahead = int(row["period"][:4]) - int(row["published"][:4])
    spread = rule.errors[min(ahead, 2)]
    if rule.points or rule.kind == "Russia":
        return float(norm.sf((value - row["value"]) / spread))
    return float(norm.sf(log(value / row["value"]) / spread))


def answered(lines: list[Line], facts: Facts, progress: Callable[[str, float], None] | None = None) -> list[Line]:
    """The lines with the probability and the base rate as of the day on which each was said."""
    from overstretch.engine.run import run
    from overstretch.errors import Unanswerable
    from overstretch.questions.futures.answer import Worlds, plan_of
    from overstretch.questions.futures.answer import answered as asked
    from overstretch.questions.tables.base import base_rate, with_count
    from overstretch.questions.tables.past import Published
    from overstretch.questions.text import parse
    from overstretch.systems import load_system, prepare_held

    system = load_system("nato-russia")
    days: dict[str, list[Line]] = {}
    for line in lines:
        days.setdefault(line.said, []).append(line)
    done = []
    for number, (text, group) in enumerate(sorted(days.items()), 1):
        day = date.fromisoformat(text)
        parsed = {line.question: parse(line.question) for line in group}
        try:
            known = facts.as_of(text)
            published = Published(known, day)
            worlds = Worlds(run(prepare_held(system, known, day), plan_of(list(parsed.values())), FUTURES), published)
        except InputError:
            done += group
            continue
        for line in group:
            rate = base_rate(parsed[line.question], published)
            try:
                p = with_count(float(asked(parsed[line.question], worlds).p.mean()), rate)
            except (Unanswerable, InputError):
                p = None
            done.append(replace(line, probability=p, base_rate=None if rate is None else rate.probability))
        if progress:
            progress("simulate", number / len(days))
    return sorted(done, key=lambda line: (line.said, line.id))


def make(folder: Path, docs: Path, tallies: Path, progress: Callable[[str, float], None] | None = None) -> list[Line]:
    """Draw, answer and write the ledger: `folder`/ledger.csv, the counts behind the record of an answer, and the page
    in `docs`."""
    from overstretch.facts.store import from_embedded
    from overstretch.systems import load_system

    facts = from_embedded()
    lines = answered(claims(facts, load_system("nato-russia").groups.allies), facts, progress)
    write(lines, folder / FILE)
    write_tallies(lines, tallies)
    (docs / "ledger.md").write_text(
        page(lines, said.left_out(said.held(), facts.as_of(facts.newest))), encoding="utf-8"
    )
    return lines
