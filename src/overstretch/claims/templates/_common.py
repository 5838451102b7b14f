"""What several templates share: names of actors, causes and their contrast worlds, and paired differences."""

from __future__ import annotations

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, worlds
from overstretch.claims.frame import Frame
from overstretch.claims.template import Cutoff, Slot, Slots, Untestable
from overstretch.engine.plan import World

LAST_YEAR = 2040
OPEN_YEAR = 2035  # the year of the pledge: the same default for every open causal claim, whoever makes it
NAMES = {
    "ALB": "Albania", "BEL": "Belgium", "BGR": "Bulgaria", "CAN": "Canada", "HRV": "Croatia", "CZE": "Czechia",
    "DNK": "Denmark", "EST": "Estonia", "FIN": "Finland", "FRA": "France", "DEU": "Germany", "GRC": "Greece",
    "HUN": "Hungary", "ISL": "Iceland", "ITA": "Italy", "LVA": "Latvia", "LTU": "Lithuania", "LUX": "Luxembourg",
    "MNE": "Montenegro", "NLD": "the Netherlands", "MKD": "North Macedonia", "NOR": "Norway", "POL": "Poland",
    "PRT": "Portugal", "ROU": "Romania", "SVK": "Slovakia", "SVN": "Slovenia", "ESP": "Spain", "SWE": "Sweden",
    "TUR": "Türkiye", "GBR": "the United Kingdom", "USA": "the United States", "RUS": "Russia", "UKR": "Ukraine",
    "ALL": "all allies", "MOST": "at least half of the allies", "SOME": "at least one ally",
    "EUROPE": "European NATO and Canada",
    "NATO": "the allies",
}  # fmt: skip
SPENDING_FACETS = (
    "NATO_SPENDING NATO_SPENDING_UP NATO_SPENDING_DOWN RUS_SPENDING RUS_SPENDING_UP RUS_SPENDING_DOWN PLEDGE ARMS_RACE"
)
CAUSES = {
    "nato_spending": "the allies' spending pledge",
    "rus_spending": "Russia's military burden",
    "arms_race": "the arms race",
    "us_withdrawal": "a withdrawal of the United States",
    "none": "",
}
CAUSE_SLOTS = (
    Slot("cause", "what is said to bring it about", "none", tuple(CAUSES)),
    Slot("direction", "whether the cause's spending rises or falls", "up", ("up", "down")),
    Slot("year", "by the end of this year", OPEN_YEAR),
)


def name(code: object) -> str:
    """The name of an actor as used within a sentence."""
    return NAMES.get(str(code), str(code))


def cause_of(frame: Frame) -> tuple[str, str]:
    """What is said to be the cause, and the direction of its spending."""
    part = frame.cause
    if part is None:
        return "none", "up"
    facets = frame.cause_facets
    if "DRAWDOWN" in facets and "USA" in facets:
        return "us_withdrawal", "up"
    if "ARMS_RACE" in facets:
        return "arms_race", "up"
    for side, cause in (("NATO", "nato_spending"), ("RUS", "rus_spending")):
        spending = frame.spending(side, part)
        if spending is not None:
            return cause, "down" if spending.direction == "down" else "up"
    if "PLEDGE" in facets:
        return "nato_spending", "up"
    return "none", "up"


def cause_worlds(slots: Slots, side: str) -> tuple[World, World] | None:
    """The worlds to contrast; an arms race is judged on the spending of the side whose fate is asked about."""
    cause = slots["cause"]
    if cause == "none":
        return None
    if cause == "us_withdrawal":
        return worlds.world("us_withdraws", 2027), World()
    spender = {"nato_spending": "NATO", "rus_spending": "RUS", "arms_race": side}[str(cause)]
    return worlds.spending_contrast(spender, str(slots["direction"]))


def because_of(slots: Slots) -> str:
    """The clause that names the cause in a question."""
    if slots["cause"] == "none":
        return ""
    verb = "falls" if slots["direction"] == "down" else "is sustained"
    cause = CAUSES[str(slots["cause"])]
    return f" if {cause} happens" if slots["cause"] == "us_withdrawal" else f" if {cause} {verb}"


def causal_laws(slots: Slots, outcome: str, cause: str) -> tuple[str, ...]:
    """The law of the outcome and, where a cause is claimed, that of the cause."""
    return (outcome,) if slots["cause"] == "none" else (outcome, cause)


def only_a_cause(frame: Frame) -> bool:
    """Whether spending is only said to bring about something else ("... would wreck the social model")."""
    if frame.cause is None or frame.effect is None or frame.link == "if":
        return False
    about = ("SPENDING", "PLEDGE")
    return frame.has(*about, part=frame.cause) and not frame.has(*about, part=frame.effect)


def horizon(cutoff: Cutoff, default: int) -> int:
    """The question's year, within what the model can run."""
    year = cutoff.year(default)
    if year > LAST_YEAR:
        raise Untestable(f"it speaks of {year}; the model runs to {LAST_YEAR}")
    if year < cutoff.as_of.year:
        raise Untestable(f"it speaks of {year}, before the cut-off, and names no figure that the tables hold")
    return year


def mean_rise(high: xr.Dataset, low: xr.Dataset, slots: Slots) -> np.ndarray:
    """Paired difference of European NATO's and Canada's mean core + related share in the year, % of GDP."""
    year = int(slots["year"] or OPEN_YEAR)
    rows = np.append(
        outcomes.ally_rows(high, europe=True), [k for k, a in enumerate(high["actor"].values) if a == "CAN"]
    ).astype(int)
    n = min(high.sizes["future"], low.sizes["future"])
    return outcomes.total_share(high, year, rows)[:n] - outcomes.total_share(low, year, rows)[:n]
