"""What the record alone says of the questions that no future can tell: precedent, precedence of a plan, the review,
published estimates."""

from __future__ import annotations

import numpy as np
import pandas as pd

from overstretch.claims.record import Settled
from overstretch.facts import Known
from overstretch.questions.data import Happens, Question, Special, parts

PLEDGE_DAY = "2025-06-25"


def finding(question: Question, known: Known | None) -> Settled | str | None:
    """What settles a special question, or the reason (text) why nothing can."""
    if not isinstance(question, Special) or known is None:
        return None
    if question.name == "response" and question.slot("who") == "RUS" and question.slot("direction") == "down":
        return planned_before_pledge(known)
    if question.name == "review":
        return _review(question, known)
    if question.name == "precedent":
        return "One case, and no test that separates cause from coincidence: nothing held could settle it."
    return None


def planned_before_pledge(known: Known) -> Settled | None:
    """A cause comes first: whether the cut for the next year stood in a plan older than the pledge that it is said to
    answer."""
    if not known.has("national_defence_plan", "RUS"):
        return None
    rows = known.history("national_defence_plan", "RUS")
    rows = rows[rows["known_from"] < np.datetime64(PLEDGE_DAY)]
    for edition, plan in rows.groupby("edition", sort=False):
        values = plan.set_index("period")["value"]
        this, following = PLEDGE_DAY[:4], str(int(PLEDGE_DAY[:4]) + 1)
        if this in values and following in values and values[following] < values[this]:
            day = str(plan["published"].iloc[0])
            months = round((pd.Timestamp(PLEDGE_DAY) - pd.Timestamp(day if len(day) > 7 else f"{day}-01")).days / 30.4)
            text = (
                f"a cause comes first: {months} months before the pledge the plan already set "
                f"{values[following]:g} trillion roubles for "
                f"{following} after {values[this]:g} for {this}"
            )
            return Settled(
                word="false",
                figure=text,
                grade="final",
                source=f"{plan['source'].iloc[0]}, edition {edition}",
                published=day,
                address=str(plan["address"].iloc[0]),
            )
    return None


def _review(question: Special, known: Known) -> Settled | None:
    if not known.has("pledge_review_year", "NATO"):
        return None
    fact = known.latest("pledge_review_year", "NATO")
    right = str(int(fact.value)) == question.slot("year")
    return Settled(
        word="true" if right else "false",
        figure=f"the declaration sets a review for {fact.value:.0f}",
        grade="final",
        source=f"{fact.source}, edition {fact.edition}",
        published=fact.published,
        address=fact.address,
    )


def record_words(question: Question, known: Known | None) -> str | None:
    """What the tables say beside an answer, in words; never an input."""
    if known is None:
        return None
    if isinstance(question, Special) and question.name == "precedent":
        return _soviet(known)
    events = {part.event for part in parts(question) if isinstance(part, Happens)}
    if "forces_rebuilt" in events:
        return _reconstitution(known)
    if events & {"fund_exhausted", "tools_near_limits"} and known.has("nwf_liquid", "RUS"):
        fact = known.latest("nwf_liquid", "RUS")
        return (
            f"the liquid part of the fund stood at {fact.value:.2f} trillion roubles on {fact.period} ({fact.source})"
        )
    return None


def _reconstitution(known: Known) -> str | None:
    """Published times to reconstitution known at the cut-off: a check on the result."""
    variable = "reconstitution_years_from_statement_high"
    values = [x for e in known.entities(variable) for x in known.frame(variable, e)["value"]]
    if not values:
        return None
    return (
        f"published estimates from the day of the statement end at {min(values):g} to {max(values):g} years "
        f"({len(values)} estimates)"
    )


def _soviet(known: Known) -> str | None:
    """The Soviet record that the tables hold."""
    if not known.has("burden_cow", "SUN"):
        return None
    series = known.series("burden_cow", "SUN")
    late = series[[p.isdigit() and 1960 <= int(p) <= 1991 for p in series.index]]
    if late.empty:
        return None
    points = (
        known.frame("burden_estimate", "SUN")["value"]
        if known.has("burden_estimate", "SUN")
        else pd.Series(dtype=float)
    )
    other = f"; point estimates from other sources {points.min():g} to {points.max():g}%" if len(points) else ""
    about = series.attrs
    return (
        f"Soviet military burden {late.index[0]}-{late.index[-1]}: {late.min():.0f} to {late.max():.0f}% of "
        f"GDP ({about['source']}, edition "
        f"{about['edition']}){other}"
    )
