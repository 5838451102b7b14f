"""The figures of 2025-26: what stands in the newest rows, who published it, and that nothing is older than it need
be."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from facts_tools import undated

from overstretch.facts import registry

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "2026-11"
NOW = "2026-11-22"
KINDS = ("plan_core_share", "in_year_core_share", "aspiration_core_share", "opt_out_core_share", "past_plan_core_share")
# Gathered series under another code here, and what is left out with its reason (tools/facts_build/recent.py).
RENAMED = {
    "rub_per_usd": "rub_per_usd_day",
    "brent_price_daily": "brent_price_day",
    "market_ceasefire_agreement_by": "market_ceasefire_by",
    "ukraine_aid_military_allocated": "ukraine_aid_military",
    "ukraine_aid_total_allocated": "ukraine_aid_total",
    "us_force_cut": "event_force_posture",
    "summit": "event_alliance",
    "peace_and_sanctions": "event_sanctions",
}
LEFT_OUT = {"sipri_usd_current", "head_of_government", "draft_budget_approved"}


@pytest.mark.parametrize(
    ("variable", "entity", "period", "value"),
    [
        ("core_share", "ITA", 2025, 2.09),
        ("core_share", "ESP", 2025, 2.00),
        ("core_share", "BEL", 2025, 2.00),
        ("core_share", "PRT", 2025, 2.01),
        ("core_share", "CAN", 2025, 2.03),
        ("core_share", "POL", 2026, 4.68),
        ("national_defence_plan", "RUS", 2026, 12.93),
        ("national_defence_plan", "RUS", 2027, 13.5),
        ("urals_price", "RUS", "2026-07", 59.02),
        ("budget_deficit_ytd", "RUS", "2026-01/2026-07", 6.455),
        ("military_spending_share", "UKR", 2025, 39.6),
        ("gdp_growth", "RUS", 2026, 1.1),
        ("fiscal_rule_price", "RUS", 2027, 50),
        ("plan_national_share", "POL", 2027, 4.51),
        ("key_rate_forecast_survey", "RUS", 2026, 14.1),
        ("defence_budget", "POL", 2027, 198.1),
    ],
)
def test_the_newest_figures_are_those_of_their_publishers(base, variable, entity, period, value):
    assert base.as_of(NOW).value(variable, entity, period) == pytest.approx(value)


def test_what_the_plans_in_money_come_to(base):
    """The shares of GDP that docs/evidence.md gives for them, by the newest outlook held in full."""
    known = base.as_of(NOW)

    def share(amount, ally, year):
        return round(100 * amount / known.value("gdp_lcu", ally, year), 2)

    poland = [share(known.value("defence_budget", "POL", year), "POL", year) for year in (2026, 2027)]
    assert poland == [4.83, 4.52] and known.value("plan_national_share", "POL", 2026) == 4.81
    whole = known.value("defence_budget", "DEU", 2026) + known.value("defence_special_fund", "DEU", 2026)
    reported, later = (
        known.value("defence_spending_as_reported", "DEU", 2026),
        known.value("defence_budget", "DEU", 2029),
    )
    amounts = (later, later + reported - whole, later * reported / whole)
    assert [share(amount, "DEU", 2029) for amount in amounts] == [3.02, 3.34, 3.48]


@pytest.mark.parametrize(
    ("day", "value"),
    [("2025-07-03", 13.1), ("2025-10-01", 13.1), ("2025-10-05", 13.1), ("2025-10-06", 13.5), (NOW, 13.5)],
)
def test_a_plan_of_fewer_years_does_not_delete_those_of_later_ones(base, day, value):
    assert base.as_of(day).value("national_defence_plan", "RUS", 2027) == value


def test_periods_of_an_older_edition_are_marked(base):
    plan = base.as_of("2025-10-01").series("national_defence_plan", "RUS")
    assert "2027" in plan.attrs["carried"] and "2026" not in plan.attrs["carried"]
    share = base.as_of("2025-10-01").series("core_share", "ITA")
    assert (share["2024"], share["2025"]) == (1.5, 2.01)
    assert {"2023", "2024", "2025"}.isdisjoint(share.attrs["carried"]) and "2022" in share.attrs["carried"]
    assert not base.as_of(NOW).series("core_share", "ITA").attrs["carried"]


def test_levels_on_a_base_of_their_own_are_never_joined(base):
    apart = [code for code, entry in registry.variables().items() if not entry.merge]
    assert {"core_spending_usd_constant", "gdp_real_lcu", "gdp_deflator"} <= set(apart)
    for day in ("2024-06-30", "2025-07-03", "2025-12-01", NOW):
        rows = base.as_of(day).rows
        rows = rows[rows["variable"].isin(apart)]
        assert rows.groupby(["variable", "entity"], observed=True)["edition"].nunique().max() == 1


def test_kinds_of_plans_stay_apart(base):
    known = base.as_of(NOW)
    held = {kind: set(known.entities(kind)) for kind in KINDS}
    assert held["in_year_core_share"] >= {"BEL", "CAN", "ESP", "ITA", "PRT"}
    assert held["opt_out_core_share"] == {"ESP", "SVK"} and held["aspiration_core_share"] == {"FRA", "GBR"}
    assert len(set().union(*held.values()) - {"NATO"}) == 24
    past = base.rows[(base.rows["variable"] == "past_plan_core_share").to_numpy()]
    assert len(past) == 36
    plans = base.rows[base.rows["variable"].isin(KINDS[:2]).to_numpy()]
    keys = ["entity", "period", "value", "published"]
    assert past[keys].astype(str).merge(plans[keys].astype(str)).empty


def test_all_waypoints_of_a_plan_are_held(base):
    known = base.as_of("2025-07-03")
    assert known.series("plan_core_share", "CZE").to_dict() == {"2026": 2.2, "2030": 3.0}
    assert known.series("plan_core_share", "LTU").index.tolist() == ["2026", "2027", "2028", "2029", "2030"]
    assert base.as_of("2025-10-10").series("plan_core_share", "ITA").to_dict() == {
        "2026": 2.15,
        "2027": 2.3,
        "2028": 2.5,
    }
    assert base.as_of("2025-09-15").value("plan_core_share", "SWE", 2028) == 3.1


def test_months_that_nobody_published_are_not_filled(base):
    sums = base.as_of(NOW).frame("budget_revenue_ytd")["period"]
    assert "2026-01/2026-07" in set(sums) and not {f"2026-01/2026-0{m}" for m in (3, 4, 5, 6, 8, 9)} & set(sums)


def test_no_law_reads_the_price_of_a_market_or_a_past_plan():
    package = Path(registry.__file__).parents[1]
    closed = ("market_ceasefire_by", "market_nato_russia_clash_by", "past_plan_core_share", "aspiration_core_share")
    for folder in ("model", "systems", "engine"):
        for path in (package / folder).rglob("*"):
            if path.suffix in (".py", ".toml"):
                assert not any(code in path.read_text("utf-8") for code in closed), path


def test_rows_without_a_day_can_be_listed(base):
    without = undated(base)
    assert set(without["variable"].astype(str)) == {"plan_core_share", "in_year_core_share", "members_at_2_percent"}
    assert len(without) < 5
    admitted = base.as_of("2100-01-01").admitted
    assert len(admitted) + len(without) == len(base.rows)


def test_the_debt_inputs_are_those_of_spring(base):
    known = base.as_of("2025-10-31")
    first, second = (known.fact("gdp_growth_dsa", "DEU", year) for year in (2025, 2026))
    assert (round(first.value, 2), round(second.value, 2)) == (-0.03, 1.10)
    assert (first.edition, first.published, first.publisher) == ("2025-05", "2025-05-19", "European Commission")
    assert known.fact("potential_growth", "DEU", 2030).published == "2025-10-31"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the gathered material is not beside the checkout (../shared/data)")
def test_no_series_is_older_than_the_newest_row_gathered(base):
    known = base.as_of(NOW)
    gathered = pd.read_csv(SHARED / "new_facts.csv", dtype=str)
    gathered = gathered[~gathered["series"].isin(LEFT_OUT)]
    newest = gathered.sort_values("published").drop_duplicates(["series", "actor"], keep="last")
    compared = 0
    for row in newest.itertuples():
        code = RENAMED.get(row.series, row.series)
        if (row.series, row.actor) == ("core_share", "POL"):
            continue  # stands among NATO's editions, with its day
        held = known.frame(code, row.actor)
        assert not held.empty, (code, row.actor)
        assert held["published"].max() >= row.published, (code, row.actor, held["published"].max())
        compared += 1
    assert compared > 70
    surveys = pd.read_csv(SHARED / "cbr_survey.csv", dtype=str)
    assert known.frame("key_rate_forecast_survey")["published"].max() == surveys["survey_date"].max()
    shares = pd.read_csv(SHARED / "nato_share_vintages.csv", dtype=str)
    assert set(base.rows.loc[(base.rows["variable"] == "core_share").to_numpy(), "edition"]) >= set(shares["edition"])
    plans = pd.read_csv(SHARED / "plans.csv", dtype=str)
    assert len(plans["ally"].unique()) - 1 == 24
