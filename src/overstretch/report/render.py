"""Jinja templates with strict autoescape, and the filters that print figures in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from overstretch import shipped
from overstretch.claims.record import BaseRate
from overstretch.facts.links import link
from overstretch.questions import labels
from overstretch.report import first, wording
from overstretch.report.cards import Card, Untested, base_rate_text, count_text, rate_text

FORCES = {
    "assert": "statement",
    "warn": "warning",
    "commit": "commitment",
    "deny": "denial",
    "evaluate": "assessment",
    "cite": "citation",
}


@cache
def environment() -> Environment:
    """The environment of all templates: every value is escaped, an undefined name is an error."""
    made = Environment(
        loader=PackageLoader("overstretch.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "percent": wording.percent,
        "points": wording.points,
        "odds": wording.odds,
        "likelihood": wording.likelihood_text,
        "plain": labels.plain,
        "factor": labels.factor,
        "option": labels.option,
        "unit_of": labels.unit_of,
        "long_date": wording.long_date,
        "counted": wording.count,
        "grouped": lambda number: f"{number:,}",
        "share": _share,
        "base_rate": base_rate_text,
        "rate": _rate,
        "end": lambda part: f"{100 * part:g}%",
        "rate_count": count_text,
        "bounds": _bounds,
        "noun": lambda force: FORCES[force],
        "opening": lambda text: text[:1].upper() + text[1:],
        "error": _error,
        "link": link,
    }
    return made


def stylesheet() -> str:
    """The style sheet of the report and of the cards in the app."""
    return shipped.text("report", "templates/report.css")


def piece(name: str, *arguments: Any, file: str = "macros.html.j2") -> Markup:
    """One macro of the shared pieces, rendered."""
    return Markup(getattr(environment().get_template(file).module, name)(*arguments))


def card_html(card: Card) -> Markup:
    """The card of one verdict, as in the report; to be placed in an element of class `ov` with the style sheet.

    Without the report's sheets of laws around it, what stands behind the answer is named and not linked.
    """
    return piece("card", card)


def first_html(cards: Sequence[Card]) -> Markup:
    """The sentence and the rows of the report's first screen."""
    opening = Markup('<p class="lead">{}</p>').format(first.lead(cards))
    return opening + piece("first", first.rows(cards), first.MOST, file="first.html.j2")


def untested_html(rows: list[Untested]) -> Markup:
    """The table of statements that are not answered, as in the report."""
    return piece("untested", rows)


def _share(part: float, least: float = 0.0) -> float:
    """A share (0-1) as a number of percent for a drawing, at least `least`, without false digits."""
    return round(min(max(100 * float(part), least), 100.0), 2)


def _rate(rate: BaseRate | None) -> str:
    return wording.MISSING if rate is None else rate_text(rate)


def _bounds(limits: tuple[float | None, float | None]) -> str:
    low, high = limits
    if low is not None and high is not None:
        return f"from {wording.significant(low)} to {wording.significant(high)}"
    if low is not None:
        return f"of at least {wording.significant(low)}"
    return f"of at most {wording.significant(high)}" if high is not None else "of any size"


def _error(share: float) -> str:
    """A standard error of a probability, in percentage points."""
    return "below 0.01 points" if share < 5e-5 else f"±{wording.number(100 * share, 2)} points (standard error)"
