"""The questions that are no comparison of one series: strain compared, a response, free riding, a precedent, a
review."""

from __future__ import annotations

import numpy as np

from overstretch.errors import Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.data import Do, Effect, Quantity, Special, When
from overstretch.questions.futures.series import View

STRAINED = 1.0  # standard deviations above the history at the cut-off [J]
RESPONSE = 0.1  # % of GDP: a smaller difference is not counted as a response [J]
RIDE, EXTRA = 0.02, 1.0  # % of GDP: the least fall of the others that counts, and what the spender adds [J]


def as_effect(special: Special) -> Effect | None:
    """The paired question that a response or free riding is; None for what is no difference between worlds."""
    when = When("in", special.slot("year"))
    if special.name == "response":
        who = "RUS" if special.slot("who") == "RUS" else "EUROPE_CANADA"
        down = special.slot("direction") == "down"
        of = Quantity("core_share", (who,), when)
        return Effect(
            (Do("base"), Do("no_reaction()")),
            of,
            "<=" if down else ">=",
            -RESPONSE if down else RESPONSE,
            cause="the other side's move",
        )
    if special.name == "free_riding":
        spender, who = special.slot("spender"), special.slot("who")
        riders = tuple(c for c in catalogue.armed("ALLIES") if c != spender) if who == "ALLIES" else (who,)
        of = Quantity("core_share", riders, when)
        return Effect((Do(f"spend({spender}, {EXTRA:g})"), Do("base")), of, "<=", -RIDE, cause=f"{spender} spending up")
    return None


def outcome(special: Special, view: View) -> np.ndarray:
    """1 where a special question comes true in a future of one world, [future]."""
    if special.name != "strain_compared":
        raise Unanswerable(f"special({special.name}) is answered by the record, not by futures")
    last = 12 * int(special.slot("year")) + 11
    end = view.calendar.quarter(last) + 1
    rus, nato = (view.array(f"{side}_strain")[:end].mean(0) for side in ("rus", "nato"))
    more = special.slot("more")
    if more == "both":
        return ((rus >= STRAINED) & (nato >= STRAINED)).astype(float)
    return ((rus > nato) if more == "RUS" else (nato > rus)).astype(float)
