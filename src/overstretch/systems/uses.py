"""Which laws of a system use which figures."""

from __future__ import annotations

from overstretch.systems.declare import System

# The laws that use what a system's [facts] names, by entry.
LAWS_OF_ENTRIES: dict[str, tuple[str, ...]] = {
    "gdp_real": ("economy",),
    "gdp_nominal": ("economy", "finance"),
    "gdp_dollars": ("forces", "alliance"),
    "gdp_purchasing_power": ("forces",),
    "population": ("forces",),
    "growth": ("economy",),
    "growth_survey": ("economy",),
    "inflation": ("economy",),
    "primary_balance": ("finance",),
    "effective_rate": ("finance",),
    "debt": ("finance",),
    "burden": ("pledge", "defence"),
    "burden_others": ("defence", "war"),
    "burden_instead": ("pledge", "defence"),
    "equipment_share": ("forces",),
    "war_state": ("war",),
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
    "in_year_national_defence": ("war_economy",),
    "national_defence_share_plan": ("defence", "war"),
    "military_spending_total": ("war_economy",),
    "military_spending_share": ("war_economy",),
    "plan_core_share": ("pledge",),
    "in_year_core_share": ("pledge",),
    "plan_national_share": ("pledge",),
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
