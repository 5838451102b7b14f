"""The report: one offline HTML file without scripts, styles or pictures from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import shlex
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import xarray as xr
from markupsafe import Markup

from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.questions.past import Published
from overstretch.report import figures, wording
from overstretch.report.allies import allies_frame, applicable, tile
from overstretch.report.behind import SECTIONS, law_links, sheets
from overstretch.report.cards import Card, claim_cards, narrated, untested_statements
from overstretch.report.hazards import YEARS as HAZARD_YEARS
from overstretch.report.hazards import alliance_hazards, leader_hazards
from overstretch.report.quoted import ASKED
from overstretch.report.render import environment, stylesheet
from overstretch.report.summaries import LEVEL_YEARS, world
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

REVIEW = {0: "holds the target", 1: "eases it", 2: "tightens it", 3: "re-scopes it", -1: "no review"}
STATES = ("settled", "open", "not answered")
MANY = 10
EDITIONS = {"running": "as published", "points": "single figures"}
NEEDED = ("version", "seed", "as_of", "futures")


def write_report(
    path: str | Path,
    *,
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    futures: xr.DataTree,
    facts: Any,
    run: dict[str, Any],
    notes: Sequence[str] = (),
) -> None:
    """Write the report of a run to `path`, one HTML file that opens without a network.

    `facts` is the view of the facts as of the cut-off; `run` the record of the run with at least `version`, `seed`,
    `as_of` and `futures` (InputError names a missing one). Article text is escaped; quantiles alone enter the charts.
    """
    html = report_html(
        statements=statements,
        verdicts=verdicts,
        documents=documents,
        futures=futures,
        facts=facts,
        run=run,
        notes=notes,
    )
    Path(path).write_text(html, encoding="utf-8")


def report_html(
    *,
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    futures: xr.DataTree,
    facts: Any,
    run: dict[str, Any],
    notes: Sequence[str] = (),
) -> str:
    """The report as text; see `write_report`."""
    settings = _settings(run)
    made = claim_cards(statements, verdicts, documents)
    rest = untested_statements(statements, verdicts, documents)
    style = stylesheet()
    with ThreadPoolExecutor(1) as pool:
        method = pool.submit(_method, settings, run, documents, made, facts)  # while charts are drawn
        context = _opening(settings, documents, statements, made, rest, futures)
        if context["simulated"]:
            context |= _allies(futures, facts) | _sections(futures, facts, str(settings["as_of"]))
        context |= method.result()
    return environment().get_template("report.html.j2").render(
        settings=settings, notes=list(notes), cards=made, untested=rest, narrated=narrated(statements, verdicts), documents=documents,
        style=Markup(style), style_digest=Markup(_digest(style)), **context,
    )  # fmt: skip


def _digest(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _settings(run: dict[str, Any]) -> dict[str, Any]:
    missing = [key for key in NEEDED if key not in run]
    if missing:
        raise InputError(f"the record of the run lacks {', '.join(missing)}; it needs {', '.join(NEEDED)}")
    return {key: run[key] for key in NEEDED} | {
        "horizon": run.get("horizon"),
        "off": list(run.get("off", ())),
        "further": run.get("further", []),
    }


def _opening(
    settings: dict[str, Any],
    documents: Sequence[Document],
    statements: Sequence[Statement],
    made: list[Card],
    rest: list[Any],
    futures: xr.DataTree,
) -> dict[str, Any]:
    simulated = bool(futures.children)
    repeated = sum(s.duplicate_of is not None for s in statements)
    lead = (
        f"{_found(documents, len(statements) - repeated)} {wording.count(len(made), 'question')} could be made of them and put to "
        + (f"{settings['futures']:,} simulated futures of NATO and Russia" if simulated else "the tables alone")
    )
    if not simulated:
        lead += f"; {'; '.join(json.loads(futures.attrs['notes']))}"
    if rest:
        lead += f"; {wording.count(len(rest), 'statement')} cannot be tested, and the reasons are given"
    counts = Counter[str](card.verdict.state for card in made)
    return {
        "title": "What was said, put to the test",
        "lead": f"{lead}.",
        "simulated": simulated,
        "state_counts": [(state, counts[state]) for state in STATES if counts[state]],
    }


def _found(documents: Sequence[Document], number: int) -> str:
    """What the statements were found in, or that they were put by hand."""
    read = [d for d in documents if not d.skipped]
    found = wording.count(number, "statement")
    if read and all(ASKED.fullmatch(d.name) for d in read):
        return f"{found} {'was' if number == 1 else 'were'} put by hand."
    return f"{wording.count(len(read), 'article')} {'holds' if len(read) == 1 else 'hold'} {found}."


def _allies(futures: xr.DataTree, facts: Any) -> dict[str, Any]:
    frame = allies_frame(futures)
    columns = [f"{level}_{year}" for level in ("core", "pledge") for year in LEVEL_YEARS]
    rows = [
        {"name": row["name"], "applicable": applicable(row[columns[0]]), "probabilities": [row[c] for c in columns]}
        for _, row in frame.iterrows()
    ]
    small = figures.ally_figures(futures, facts)
    return {
        "years": LEVEL_YEARS,
        "levels": rows,
        "tiles": tile_map(frame, f"core_{LEVEL_YEARS[-1]}"),
        "ally_figures": [small[code] for code in frame.index if code in small],
        "ally_note": figures.ally_note(facts),
    }


def _sections(futures: xr.DataTree, facts: Any, as_of: str) -> dict[str, Any]:
    def drawn(sketches: Sequence[figures.Sketch]) -> list[figures.Figure]:
        return [figures.fan_figure(sketch, futures, facts) for sketch in sketches]

    published = Published(facts, date.fromisoformat(as_of))
    return {
        "cost_figures": [*drawn(figures.COST), *figures.relabelled_figures(futures)],
        "review": review_shares(futures),
        "alliance_figures": [
            *drawn(figures.ALLIANCE),
            figures.state_figure("us_state", futures),
            figures.strain_figure(futures),
        ],
        "russia_figures": drawn(figures.RUSSIA),
        "budget_figures": drawn(figures.BUDGET),
        "force_figures": [figures.state_figure("war_state", futures), *drawn(figures.FORCES)],
        "alliance_hazards": alliance_hazards(futures, published),
        "leader_hazards": leader_hazards(futures, published),
        "hazard_years": HAZARD_YEARS,
    }


def review_shares(futures: xr.DataTree) -> list[tuple[str, float]]:
    """Share of futures by the result of the 2029 review."""
    results = world(futures)["review_result"].values
    shares = [
        (f"The review {words}" if code >= 0 else "No review", float((results == code).mean()))
        for code, words in REVIEW.items()
    ]
    return [row for row in shares if row[1] > 0]


def tile_map(frame: pd.DataFrame, column: str) -> dict[str, Any]:
    """A schematic map with one tile an ally: the probability as figure and as lightness."""
    tiles = []
    for code, row in frame.iterrows():
        across, down = tile(str(code))
        probability = row[column]
        known = applicable(probability)
        light = round(97 - 62 * probability) if known else 97
        tiles.append({
            "x": 1 + 71 * (across - 1), "y": 1 + 57 * (down - 1), "code": code,
            "figure": wording.percent(probability) if known else "n/a",
            "fill": f"hsl(205, {45 if known else 0}%, {light}%)", "ink": "#ffffff" if light < 55 else "#16212b",
        })  # fmt: skip
    words = "; ".join(
        f"{row['name']} {wording.percent(row[column])}" for _, row in frame.iterrows() if applicable(row[column])
    )
    width, height = (max(t[axis] for t in tiles) + size for axis, size in (("x", 68), ("y", 54)))
    return {"tiles": tiles, "width": width, "height": height, "alt": f"Map of the allies: {words}"}


def _method(
    settings: dict[str, Any], run: dict[str, Any], documents: Sequence[Document], made: list[Card], facts: Any
) -> dict[str, Any]:
    series, single = source_rows(facts.editions())
    by_grade = [(g, words, [card for card in made if card.grade == g]) for g, words in wording.GRADES.items()]
    return {
        "command": ask_command(run["asked"], settings)
        if run.get("asked")
        else check_command([d.name for d in documents], settings),
        "settled_rows": [(wording.SETTLED_MARKS[word], word, when) for word, when in wording.SETTLED_WHEN.items()],
        "scale": [(wording.Mark(wording.LIKELIHOOD_SIGNS[word], "open"), word, when) for word, when in wording.scale()],
        "grades": by_grade,
        "weakest": [card for card in made if card.grade == "D"],
        "run_rows": list(_flat({key: value for key, value in run.items() if key != "digests"})),
        "sources": series,
        "single_sources": single,
        "laws": sheets(facts.editions(), date.fromisoformat(str(settings["as_of"]))),
        "section_laws": {anchor: law_links(names) for anchor, names in SECTIONS.items()},
    }


def check_command(names: Sequence[str], settings: dict[str, Any]) -> str:
    """The command line that makes this report again."""
    return _command(["overstretch", "check", *names], settings)


def ask_command(asked: Sequence[dict[str, Any]], settings: dict[str, Any]) -> str:
    """The same for statements put by hand: as typed where the command line can say it, else by the record of the run."""
    first = asked[0]
    if len(asked) == 1 and first.get("text") and not first.get("question") and not first.get("outlet"):
        named = [
            part
            for option, key in (("--by", "speaker"), ("--date", "date"))
            if first.get(key)
            for part in (option, first[key])
        ]
        return _command(["overstretch", "ask", first["text"], *named], settings)
    typed = [
        entry.get("question")
        for entry in asked
        if not any(entry.get(key) for key in ("text", "speaker", "date", "outlet", "asks"))
    ]
    if len(typed) == len(asked) and all(isinstance(text, str) for text in typed):
        return _command(["overstretch", "ask", *(part for text in typed for part in ("--question", text))], settings)
    return "overstretch rerun run.json"


def _command(parts: list[Any], settings: dict[str, Any]) -> str:
    parts = [*parts, "--futures", settings["futures"], "--seed", settings["seed"], "--as-of", settings["as_of"]]
    if settings["horizon"]:
        parts += ["--horizon", settings["horizon"]]
    for switch in settings["off"]:
        parts += ["--off", switch]
    return shlex.join(str(part) for part in parts)


def source_rows(editions: pd.DataFrame) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The editions of all figures, one row per source and edition, with the variables that come from it: first the
    sources of at least MANY figures, then those of single figures."""
    day = "known_from" if "known_from" in editions else "published"
    series: list[dict[str, str]] = []
    single: list[dict[str, str]] = []
    for (source, edition, terms), part in editions.groupby(["source", "edition", "terms"], sort=True):
        names = ", ".join(wording.plain_name(v) for v in dict.fromkeys(part["variable"]))
        marks = [
            words
            for column, words in (("pseudo_vintage", "pseudo-vintage"), ("user", "supplied by the user"))
            if part[column].any()
        ]
        row = {
            "source": source,
            "terms": terms,
            "edition": EDITIONS.get(edition, edition),
            "published": str(part[day].max())[:10],
            "figures": names,
            "count": f"{part['rows'].sum():,}",
            "note": ", ".join(marks),
        }
        (series if part["rows"].sum() >= MANY else single).append(row)
    return series, single


def _flat(values: dict[str, Any], prefix: str = "") -> Any:
    for key, value in values.items():
        name = f"{prefix}{wording.plain_name(str(key))}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}: ")
        elif isinstance(value, (list, tuple)):
            yield name, "; ".join(_entry(v) for v in value) or wording.MISSING
        else:
            yield name, "–" if value is None else str(value)


def _entry(value: Any) -> str:
    """One entry of a list of the run's record; of an object what it holds, without its empty fields."""
    if not isinstance(value, dict):
        return str(value)
    return ", ".join(f"{wording.plain_name(str(k))} {v}" for k, v in value.items() if v is not None)
