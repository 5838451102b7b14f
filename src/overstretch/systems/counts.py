"""Rates of rare events from the counts known at the cut-off, as gamma posteriors (Jeffreys prior)."""

from __future__ import annotations

from collections.abc import Collection

from overstretch.facts import Known

_BAND = "T15_A70"  # leaders with a tenure of 15 years and more, aged 70 and more
ROUTES = ("irregular", "regular", "natural")
_LEADER_SAMPLE = "1946/2014"
_OLD_ALLIANCE = "ALLIANCE_A40"
_ALLIANCE_SAMPLE = "1946/2018"


def counted_rates(known: Known, laws: tuple[str, ...], own: Collection[str]) -> tuple[tuple[str, float, float], ...]:
    """(prior's name, shape, rate) for exits of allies, dissolution, and the ruler's exits by route.

    Only for laws that apply, and not where the system declares all the rates as its `own` priors.

    Exits: shape = count + ½, rate = exposure in years. Dissolution: dyads of a treaty end together, so the shape is the
    number of distinct years with an ending, at the rate of the dyads.
    """
    alliance = "alliance" in laws and not {"exit_rate", "dissolution_rate"} <= set(own)
    ruler = "leaders" in laws and not {f"{route}_rate" for route in ROUTES} <= set(own)
    return (*(_alliance(known) if alliance else ()), *(_ruler(known) if ruler else ()))


def _alliance(known: Known) -> list[tuple[str, float, float]]:
    years = known.series("exposure_nato_member_years", "NATO")
    exits = float(known.series("count_nato_exits", "NATO").iloc[-1])
    clusters = known.value("count_alliance_termination_years", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    dyads = known.value("count_alliance_terminations", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    dyad_years = known.value("exposure_alliance_dyad_years", _OLD_ALLIANCE, _ALLIANCE_SAMPLE)
    return [
        ("exit_rate", exits + 0.5, float(years.iloc[-1])),
        ("dissolution_rate", clusters, clusters * dyad_years / dyads),
    ]


def _ruler(known: Known) -> list[tuple[str, float, float]]:
    exposure = known.value("exposure_leader_years", _BAND, _LEADER_SAMPLE)
    return [
        (f"{name}_rate", known.value(f"count_leader_exit_{name}", _BAND, _LEADER_SAMPLE) + 0.5, exposure)
        for name in ROUTES
    ]
