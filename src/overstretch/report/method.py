"""How the answers were made: the command, the words and grades, what was read, the laws behind the answers, the figures
of the run."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from overstretch.facts.ages import Input, in_short
from overstretch.facts.links import link
from overstretch.report import wording
from overstretch.report.behind import SECTIONS, law_links, sheets
from overstretch.report.cards import Card
from overstretch.statements.document import Document


@dataclass(frozen=True)
class Read:
    """A figure that the run started from. anchor: the place that cards lead to, with the first figure of a variable
    alone."""

    anchor: str
    name: str
    figure: str
    period: str
    where: str
    href: str
    published: str
    age: str
    stale: bool


def context(
    settings: dict[str, Any],
    run: dict[str, Any],
    documents: Sequence[Document],
    made: list[Card],
    inputs: Sequence[Input],
) -> dict[str, Any]:
    """What the folded sections on method, laws and figures show."""
    laws = list(dict.fromkeys(row.anchor.removeprefix("law-") for card in made for row in card.behind.laws))
    drivers = {driver.name for card in made for driver in card.verdict.drivers or ()}
    drivers |= {name for card in made for row in card.verdict.conditions or () for name in row.limits}
    shown = sheets(laws, drivers, date.fromisoformat(str(settings["as_of"])))
    read = read_rows(inputs)
    anchors = {f"law-{law.name}" for law in shown} | {f"prior-{p.name}" for law in shown for p in law.priors}
    return {
        "command": ask_command(run["asked"], settings)
        if run.get("asked")
        else check_command([d.name for d in documents], settings),
        "settled_rows": [(wording.SETTLED_MARKS[word], word, when) for word, when in wording.SETTLED_WHEN.items()],
        "scale": [(wording.Mark(wording.LIKELIHOOD_SIGNS[word], "open"), word, when) for word, when in wording.scale()],
        "grades": [(g, words, [card for card in made if card.grade == g]) for g, words in wording.GRADES.items()],
        "laws": shown,
        "read": read,
        "ages": in_short(inputs).line() if inputs else "",
        "anchors": frozenset(anchors | {row.anchor for row in read if row.anchor}),
        "section_laws": {anchor: law_links(names) for anchor, names in SECTIONS.items()},
    }


def read_rows(inputs: Sequence[Input]) -> list[Read]:
    """A row a figure that the run started from, in the registry's order."""
    placed: set[str] = set()
    rows = []
    for one in inputs:
        usual = f" (usual {one.usual})" if one.stale else ""
        rows.append(
            Read(
                anchor="" if one.variable in placed else f"figure-{one.variable}",
                name=one.name,
                figure=one.figure,
                period=one.period,
                where=one.publication.removesuffix(f", {one.description}"),
                href=link(one.address),
                published=one.published,
                age=f"{one.age:,} days{usual}",
                stale=one.stale,
            )
        )
        placed.add(one.variable)
    return rows


def check_command(names: Sequence[str], settings: dict[str, Any]) -> str:
    """The command line that makes this report again."""
    return _command(["overstretch", "check", *names], settings)


def ask_command(asked: Sequence[dict[str, Any]], settings: dict[str, Any]) -> str:
    """The same for statements put by hand: as typed where the command line can say it, else by the record of the
    run."""
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
