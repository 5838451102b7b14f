"""The inputs of a run: every series that `prepare` reads at a cut-off, with the laws that use it and its age."""

from __future__ import annotations

from datetime import date

from overstretch.errors import InputError
from overstretch.facts import Facts, Known, load
from overstretch.facts.ages import Input, status
from overstretch.facts.reads import recorder
from overstretch.systems.build import prepare
from overstretch.systems.declare import System, load_system

# The laws that use what a system's [facts] names, by entry.
LAWS_OF_ENTRIES: dict[str, tuple[str, ...]] = {
    "gdp_real": ("economy",),
    "gdp_nominal": ("economy", "finance"),
    "gdp_dollars": ("forces", "alliance"),
    "gdp_purchasing_power": ("forces",),
    "population": ("forces",),
    "growth": ("economy",),
    "inflation": ("economy",),
    "primary_balance": ("finance",),
    "effective_rate": ("finance",),
    "debt": ("finance",),
    "burden": ("pledge", "defence"),
    "burden_others": ("defence", "war"),
    "burden_instead": ("pledge", "defence"),
    "equipment_share": ("forces",),
}
# The laws that use a variable which `prepare` reads by its own name.
LAWS_OF_VARIABLES: dict[str, tuple[str, ...]] = {
    "nwf_liquid": ("war_economy",),
    "key_rate": ("war_economy",),
    "unemployment_rate": ("war_economy",),
    "brent_price": ("war_economy",),
    "urals_price": ("war_economy",),
    "fiscal_rule_price": ("war_economy",),
    "key_rate_forecast_survey": ("war_economy",),
    "cpi_yoy": ("war_economy",),
    "inflation_cpi_end": ("war_economy",),
    "cpi_yoy_forecast_economy_ministry": ("war_economy",),
    "cpi_yoy_forecast_bank_of_russia_low": ("war_economy",),
    "cpi_yoy_forecast_bank_of_russia_high": ("war_economy",),
    "gdp_growth_qoq": ("war_economy",),
    "national_defence_plan": ("war_economy",),
    "national_defence_share_plan": ("defence", "war"),
    "military_spending_total": ("war_economy",),
    "military_spending_share": ("war_economy",),
    "plan_core_share": ("pledge",),
    "in_year_core_share": ("pledge",),
    "opt_out_core_share": ("pledge",),
    "stated_core_share_goal": ("pledge",),
    "escape_clause": ("finance",),
    "exposure_nato_member_years": ("alliance",),
    "count_nato_exits": ("alliance",),
    "count_alliance_termination_years": ("alliance",),
    "count_alliance_terminations": ("alliance",),
    "exposure_alliance_dyad_years": ("alliance",),
    "exposure_leader_years": ("leaders",),
    "count_leader_exit_irregular": ("leaders",),
    "count_leader_exit_regular": ("leaders",),
    "count_leader_exit_natural": ("leaders",),
}


def laws_of(system: System, variable: str) -> tuple[str, ...]:
    """The system's laws that use a variable; empty where none is declared."""
    laws = list(LAWS_OF_VARIABLES.get(variable, ()))
    for entry, names in LAWS_OF_ENTRIES.items():
        held = getattr(system.facts, entry)
        if variable == held or (isinstance(held, dict) and variable in held.values()):
            laws += names
    return tuple(law for law in dict.fromkeys(laws) if law in system.laws)


def reads(system: System, known: Known) -> dict[tuple[str, str], str]:
    """Every (variable, entity) that `prepare` reads, with the period where it asks for one figure.

    MissingFact where a needed figure was not known.
    """
    notes = recorder(known)
    prepare(system, notes, date.fromisoformat(known.day))
    found = notes.named | {(variable, entity) for variable, entity in notes.whole if entity in system.actors}
    return {pair: notes.periods.get(pair, "") for pair in found}


def inputs(as_of: str | None = None, system: str | System = "nato-russia", facts: Facts | None = None) -> list[Input]:
    """The inputs that a run of `system` starts from, as known on `as_of` (ISO day; today without one), with their ages.

    InputError for a day that cannot be, MissingFact where a needed figure was not known.
    """
    declared = system if isinstance(system, System) else load_system(system)
    day = as_of or date.today().isoformat()
    if day > date.today().isoformat():
        raise InputError(f"--as-of {day}: lies ahead; accepted: days up to today, {date.today().isoformat()}")
    return inputs_of(declared, (facts or load()).as_of(day))


def inputs_of(system: System, known: Known) -> list[Input]:
    """The inputs of a run of `system` from facts that are cut already; `facts.summary` says them in one line."""
    return status(known, reads(system, known), lambda variable: laws_of(system, variable))
