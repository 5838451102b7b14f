"""Rates of rare events from the counts known at the cut-off, as gamma posteriors (Jeffreys prior)."""

from __future__ import annotations

from overstretch.facts import Known

_BAND = "T15_A70"  # leaders with a tenure of 15 years and more, aged 70 and more
_LEADER_SAMPLE = "1946/2014"
_OLD_ALLIANCE = "ALLIANCE_A40"
_ALLIANCE_SAMPLE = "1946/2018"


def counted_rates(known: Known, notes: list[str]) -> tuple[tuple[str, float, float], ...]:
    """(prior's name, shape, rate) for exits of allies, dissolution, and the ruler's exits by route.

    Exits: shape = count + ½, rate = exposure in years. Dissolution: dyads of a treaty end together, so the shape is the
    number of distinct years with an ending, at the rate of the dyads.
    """
    rates = []
    years = known.series("exposure_nato_member_years", "NATO")
    rates.append(("exit_rate", float(known.series("count_nato_exits", "NATO").iloc[-1]) + 0.5, float(years.iloc[-1])))
    exposure = known.value("exposure_leader_years", _BAND, _LEADER_SAMPLE)
    for name, exits in (("irregular", ("irregular",)), ("regular", ("regular",)), ("natural", ("natural",))):
        count = sum(known.value(f"count_leader_exit_{kind}", _BAND, _LEADER_SAMPLE) for kind in exits)
        rates.append((f"{name}_rate", count + 0.5, exposure))
    clusters = known.value("count_alliance_termination_years", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    dyads = known.value("count_alliance_terminations", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    dyad_years = known.value("exposure_alliance_dyad_years", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    rates.append(("dissolution_rate", clusters, clusters * dyad_years / dyads))
    return tuple(rates)
