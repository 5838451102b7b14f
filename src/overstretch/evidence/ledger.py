"""The ledger: dated public claims drawn by rule, what was given for them on the day they were made, and what came.

Every plan, in-year and forecast row of the tables with a day of its own becomes three claims: its figure is reached as printed, and at ten percent more and less
(growth, inflation: one point). None is chosen by hand. An outcome is what the tables say today; what is too close to call is listed and not scored.

Which errors the baseline "as said" carries is written here before any run: shares, standard deviations of the log error of stated plans against
outturns (same year 0.094, next 0.144, later 0.25); growth, of the IMF's forecasts against outturns (0.96 in the year, 1.42 later; evidence:
growth_error); key rate, 1.25 times the mean absolute error of the survey (0.42 in the year, 1.20 later).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from importlib.resources import files
from math import log
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter
from scipy.stats import norm

from overstretch.claims.track import COLUMNS, KINDS, kind_of, tallied
from overstretch.errors import InputError
from overstretch.evidence import said
from overstretch.evidence.bootstrap import Interval, cluster_interval
from overstretch.facts import Facts, Known
from overstretch.facts.tables import NEVER

FUTURES = 2_048
FEWEST = 5  # of the rarer outcome: fewer show no skill


CAME = {"true": 1.0, "false": 0.0}


def brier(probability: float | None, outcome: str) -> float | None:
    """Squared miss of a probability; None without one, or where nothing has come out yet."""
    return None if probability is None or outcome not in CAME else (probability - CAME[outcome]) ** 2


@dataclass(frozen=True)
class Rule:
    """Rows of one variable as claims. steps: how the figure is moved, by factor or in points; errors: (log or points, same year, next, later)."""

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
    Rule("allies' growth", "gdp_growth", "growth({who}, {year}) >= {value}", points=True, errors=GROWTH, whose="allies"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One claim of the ledger, as a row of its file."""

    id: str
    kind: str
    who: str
    said: str
    said_by: str
    question: str
    printed: float | None
    step: str
    part: str
    probability: float | None
    base_rate: float | None
    as_said: float | None
    outcome: str
    figure: str
    settled_by: str
    source: str
    address: str

    @property
    def came(self) -> float | None:
        """1 where it came about, 0 where not; None where too close to call."""
        return CAME.get(self.outcome)

    @property
    def brier(self) -> float | None:
        return brier(self.probability, self.outcome)


def claims(facts: Facts, allies: Iterable[str]) -> list[Line]:
    """All claims of the rules with their outcome by today's tables; those without one are left out. No probability yet."""
    from overstretch.questions.settled import settle
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
                identity = said.digest(f"{name}|{step}")
                moved = f"{step:+d} point" if rule.points else f"{10 * step:+d}%"
                made.append(Line(
                    id=identity[:10], kind=rule.kind, who=row["entity"], said=row["published"], said_by=row["publisher"], question=text,
                    printed=row["value"], step="" if step == 0 else moved, part=_part(name),
                    probability=None, base_rate=None, as_said=_as_said(rule, row, value), outcome=found.word, figure=found.figure,
                    settled_by=found.source, source=row["source"], address=row["address"],
                ))  # fmt: skip
    made += _statements(newest, {(line.question, line.said) for line in made})
    return list({line.id: line for line in made}.values())


def _statements(newest: Known, asked: set[tuple[str, str]]) -> list[Line]:
    """The statements that can be asked and have an outcome; what a row of the tables asks already on that day is not asked twice."""
    from overstretch.questions.text import parse

    made = []
    for row in said.held():
        if row.why_not or (row.question, row.said) in asked or (found := said.came(row, newest)) is None:
            continue
        question = parse(row.question)
        made.append(Line(
            id=said.digest(f"{row.name}|{row.question}")[:10], kind=kind_of(question) or "events", who="RUS" if "RUS" in row.question else "NATO", said=row.said,
            said_by=row.said_by, question=row.question, printed=float(row.printed) if row.printed else None, step="", part=_part(row.name),
            probability=None, base_rate=None, as_said=None, outcome=found.word, figure=found.figure, settled_by=found.source, source=row.source,
            address=row.address,
        ))  # fmt: skip
    return made


def _part(name: str) -> str:
    """The split by the hash of a row's name keeps its claims together."""
    return "scored once" if int(said.digest(name), 16) % 3 == 0 else "looked at"


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
    from dataclasses import replace

    from overstretch.engine.run import run
    from overstretch.questions.answer import Worlds, plan_of
    from overstretch.questions.answer import answered as asked
    from overstretch.questions.base import base_rate, with_count
    from overstretch.questions.calendar import Unanswerable
    from overstretch.questions.past import Published
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


FILE = "ledger.csv"
NUMBERS = ("printed", "probability", "base_rate", "as_said")


def write(lines: Iterable[Line], path: Path) -> None:
    """The ledger as CSV, probabilities to four digits."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [f.name for f in fields(Line)], lineterminator="\n")
        writer.writeheader()
        for line in lines:
            writer.writerow({k: f"{v:.4g}" if isinstance(v, float) else v for k, v in asdict(line).items()})


def write_tallies(lines: Iterable[Line], path: Path) -> None:
    """How answers came out by kind and chance, as `claims.track` reads it."""
    rows = tallied(
        (x.kind, x.probability, x.came > 0.5) for x in lines if x.probability is not None and x.came is not None
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def held() -> list[Line]:
    """The ledger that ships."""
    text = files("overstretch.evidence").joinpath(f"tables/{FILE}").read_text("utf-8")
    return TypeAdapter(list[Line]).validate_python(
        [{k: v or None if k in NUMBERS else v for k, v in row.items()} for row in csv.DictReader(text.splitlines())]
    )


@dataclass(frozen=True)
class Score:
    """Brier score of a kind in one part; rivals: the rival's score on the same lines, and the program's less it, resampled by whose claim it is."""

    kind: str
    part: str
    n: int
    parties: int
    rarer: int
    brier: float
    rivals: dict[str, tuple[int, float, Interval]]

    @property
    def shows_skill(self) -> str:
        """'no skill can be shown' with fewer than five of the rarer outcome."""
        return "no skill can be shown" if self.rarer < FEWEST else ""


def scores(lines: Iterable[Line], part: str) -> list[Score]:
    """By kind, never pooled: against 50%, the base rate, and the claim as said with its past error."""
    found = []
    for kind in KINDS:
        kept = [line for line in lines if line.kind == kind and line.part == part and line.brier is not None]
        if not kept:
            continue
        came = sum(line.came or 0.0 for line in kept)
        rivals = {}
        for name, of in RIVALS.items():
            pairs = [(line, of(line)) for line in kept if of(line) is not None]
            if pairs:
                rivals[name] = (len(pairs), *_against(pairs))
        found.append(Score(
            kind, part, len(kept), len({line.who for line in kept}), int(min(came, len(kept) - came)),
            float(np.mean([line.brier for line in kept])), rivals,
        ))  # fmt: skip
    return found


RIVALS: dict[str, Callable[[Line], float | None]] = {
    "always 50%": lambda line: 0.5, "base rate": lambda line: line.base_rate, "as said, with its error": lambda line: line.as_said,
}  # fmt: skip


def _against(pairs: list[tuple[Line, float | None]]) -> tuple[float, Interval]:
    """The rival's Brier score, and the program's less it by cluster: the ally, or for Russia the day."""
    groups: dict[str, list[float]] = {}
    rival = []
    for line, p in pairs:
        assert p is not None and line.came is not None and line.brier is not None
        theirs = (p - line.came) ** 2
        rival.append(theirs)
        groups.setdefault(line.who if line.kind.startswith("allies") else line.said, []).append(line.brier - theirs)
    return float(np.mean(rival)), cluster_interval([sum(g) for g in groups.values()], [len(g) for g in groups.values()])


def misses(lines: Iterable[Line], most: int = 20) -> list[Line]:
    """The program's own, the worst first."""
    scored = [line for line in lines if line.brier is not None]
    return sorted(scored, key=lambda line: (-(line.brier or 0.0), line.said, line.id))[:most]


def page(lines: list[Line], left_out: Mapping[str, int]) -> str:
    """docs/ledger.md: the misses, then the scores by kind, then how a claim enters."""
    given = [line for line in lines if line.probability is not None]
    text = [
        "# The ledger",
        "",
        "*Generated by `python -m overstretch.evidence ledger`; do not edit by hand.*",
        "",
        f"{len(lines):,} dated public claims whose outcome is known, {len(given):,} of them answered as of the day on which they were made; none is chosen by hand. "
        "Every plan, in-year promise and forecast row of the tables that has a day and an outcome enters, at its printed figure and at ten percent (growth and inflation: one "
        "point) more and less. `overstretch ledger` prints the scores, `overstretch ledger ID` a line with its sources, `overstretch ledger --csv FILE` writes them all.",
        "",
        "Statements of others enter in the form of their own words, every row of `tables/statements.csv` with an outcome that no row of the tables asks already. "
        f"Not claims are {sum(left_out.values())} of its rows: {'; '.join(f'{reason} ({n})' for reason, n in sorted(left_out.items(), key=lambda one: (-one[1], one[0])))}.",
        "",
        "## The worst misses",
        "",
        "| line | said | claim | given | came |",
        "|---|---|---|---|---|",
        *(
            f"| `{x.id}` | {x.said}, {x.said_by} | `{x.question}` | {100 * (x.probability or 0):.0f} in 100 | {x.outcome}: {x.figure} |"
            for x in misses(lines)
        ),
        "",
        "## Scores by kind",
        "",
        "Brier scores, lower is better; *less rival*: the program's less the rival's on the same lines, 5-95% by resampling whole allies (for Russia: days). "
        "The part *looked at* may serve to find faults; the other was **scored once**.",
        "",
        "| kind | part | n (parties) | of the rarer outcome | program | rival | its score | n | less rival |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for part in ("scored once", "looked at"):
        for score in scores(lines, part):
            for name, (n, theirs, gap) in score.rivals.items():
                text.append(
                    f"| {score.kind} | {part} | {score.n} ({score.parties}) | {score.rarer} | {score.brier:.3f} | {name} | {theirs:.3f} | {n} | "
                    f"{gap.mean:+.3f} [{gap.lower:+.3f}, {gap.upper:+.3f}] |"
                )
    text += [
        "",
        "*As said, with its error*: the printed figure with the past error of such figures and no law at all (allies' shares in logs 0.094 in the same year, 0.144 in the next, "
        "0.25 later; growth 0.96 and 1.42 points; key rate 0.525 and 1.5 points). Claims that a usual revision of the estimate would turn are listed as *too close to "
        "call* and not scored. Plans of the past were found in hindsight: who kept one is likelier to be quoted. "
        "The laws were chosen by people who had seen 2025 and 2026: what this shows is a replication. The part *scored once* has in truth been answered four times: by an "
        "early form of the laws, twice by the next (a first run gave Russia's year under way the spread of its slumps, which the part looked at showed), and once more, at the "
        "end, by the present one, of which nothing was chosen on it.",
        "",
        "## The test that nobody has seen",
        "",
        "`forecasts/2026-11.csv` in the repository holds numbered forecasts as of the newest figures, made once and never edited, each with its baselines: the share of every ally "
        "with forces in 2027 at 3% and 12% above NATO's estimate for 2026, and Russia's economy, the war and the alliance within twelve months. "
        "`overstretch resolve forecasts/2026-11.csv` scores them as figures arrive, and `overstretch resolve FOLDER` the answers of your own saved check. Until then **no skill on the future is proven**.",
    ]
    return "\n".join(text) + "\n"


def make(folder: Path, docs: Path, tallies: Path, progress: Callable[[str, float], None] | None = None) -> list[Line]:
    """Draw, answer and write the ledger: `folder`/ledger.csv, the counts behind the record of an answer, and the page in `docs`."""
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
