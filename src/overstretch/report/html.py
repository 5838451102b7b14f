"""The report: one offline HTML file without scripts, styles or pictures from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import xarray as xr
from markupsafe import Markup

from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.facts.ages import Input, in_short
from overstretch.questions.tables.past import Published
from overstretch.report import figures, first, method, ranking, wording
from overstretch.report.allies import allies_frame, level_rows
from overstretch.report.cards import Card, claim_cards, narrated, untested_statements
from overstretch.report.hazards import YEARS as HAZARD_YEARS
from overstretch.report.hazards import alliance_hazards, leader_hazards
from overstretch.report.render import environment, stylesheet
from overstretch.report.summaries import LEVEL_YEARS, world
from overstretch.report.tilemap import tile_map
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

REVIEW = {0: "holds the target", 1: "eases it", 2: "tightens it", 3: "re-scopes it", -1: "no review"}
NEEDED = ("version", "seed", "as_of", "futures")


def write_report(path: str | Path, **told: Any) -> None:
    """Write the report of a run to `path`, one HTML file that opens without a network; `told` as `report_html` takes
    it."""
    Path(path).write_text(report_html(**told), encoding="utf-8")


def report_html(
    *,
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    futures: xr.DataTree,
    facts: Any,
    run: dict[str, Any],
    notes: Sequence[str] = (),
    inputs: Sequence[Input] = (),
) -> str:
    """The report as text.

    `facts` is the view of the facts as of the cut-off; `run` the record of the run with at least `version`, `seed`,
    `as_of` and `futures` (InputError names a missing one); `inputs` are the figures that the run started from. Article
    text is escaped;
    quantiles alone enter the charts.
    """
    settings = _settings(run)
    made = claim_cards(statements, verdicts, documents)
    style = stylesheet() + page_style(settings)
    # each row says how old its own figures are
    days = [note for note in notes if not inputs or note != in_short(inputs).line()]
    with ThreadPoolExecutor(1) as pool:
        behind = pool.submit(method.context, settings, run, documents, made, inputs)  # while charts are drawn
        context = _opening(made, futures)
        if context["simulated"]:
            context |= _allies(futures, facts) | _sections(futures, facts, str(settings["as_of"]))
        context |= behind.result()
    template = environment().get_template("report.html.j2")
    return template.render(
        settings=settings,
        notes=days,
        cards=made,
        untested=untested_statements(statements, verdicts, documents),
        narrated=narrated(statements, verdicts),
        documents=documents,
        style=Markup(style),
        style_digest=Markup(_digest(style)),
        **context,
    )


def page_style(settings: dict[str, Any]) -> str:
    """The foot of each printed page: the day made, and page numbers."""
    made = wording.long_date(settings["made"]) if settings["made"] else ""
    words = " · ".join(filter(None, ("Overstretch", f"made {made}" if made else "")))
    return (
        '@media print { @page { @bottom-left { content: "' + words + '"; } '
        '@bottom-right { content: "page " counter(page) " of " counter(pages); } } }\n'
    )


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
        "made": date.fromisoformat(run["made"]).isoformat() if run.get("made") else None,
    }


def _opening(made: list[Card], futures: xr.DataTree) -> dict[str, Any]:
    simulated = bool(futures.children)
    return {
        "title": first.lead(made),
        "rows": first.rows(made),
        "most": first.MOST,
        "simulated": simulated,
        "without": "" if simulated else "; ".join(json.loads(futures.attrs["notes"])),
    }


def _allies(futures: xr.DataTree, facts: Any) -> dict[str, Any]:
    frame = allies_frame(futures)
    small = figures.ally_figures(futures, facts)
    return {
        "years": LEVEL_YEARS,
        "levels": level_rows(frame),
        "tiles": [
            (level, year, tile_map(frame, f"{level}_{year}")) for level in ("core", "pledge") for year in LEVEL_YEARS
        ],
        "ranked": ranking.ranked(futures, facts),
        "ally_figures": [small[code] for code in frame.index if code in small],
        "ally_note": figures.ally_note(facts),
    }


def _sections(futures: xr.DataTree, facts: Any, as_of: str) -> dict[str, Any]:
    def drawn(section: str) -> list[figures.Figure]:
        return [figures.fan_figure(sketch, futures, facts) for sketch in figures.SKETCHES[section]]

    published = Published(facts, date.fromisoformat(as_of))
    return {
        "cost_figures": [*drawn("cost"), *figures.relabelled_figures(futures)],
        "review": review_shares(futures),
        "alliance_figures": [
            *drawn("alliance"),
            figures.state_figure("us_state", futures),
            figures.strain_figure(futures),
        ],
        "russia_figures": drawn("russia"),
        "budget_figures": drawn("budget"),
        "force_figures": [figures.state_figure("war_state", futures), *drawn("forces")],
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
