"""What was known on a day: the rule of admission, editions, messages, reconstructed vintages."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pandas as pd
import pytest
from facts_tools import undated
from hypothesis import given, settings
from hypothesis import strategies as st

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.store import EARLIEST, from_embedded

DAYS = st.dates(min_value=pd.Timestamp(EARLIEST).date(), max_value=pd.Timestamp("2027-12-31").date()).map(str)
EARLY_DAYS = st.dates(min_value=pd.Timestamp("1990-01-01").date(), max_value=pd.Timestamp("2024-06-16").date()).map(str)
BASE = from_embedded()


@settings(max_examples=15, deadline=None)
@given(DAYS)
def test_nothing_later_enters(day):
    rows = BASE.as_of(day).rows
    on = np.datetime64(day)
    assert (rows["known_from"].to_numpy() <= on).all()
    published = [d for d in rows["published"].cat.remove_unused_categories().cat.categories if d]
    assert max(published) <= day
    assert not rows["pseudo_vintage"].any()


@settings(max_examples=15, deadline=None)
@given(EARLY_DAYS)
def test_nothing_later_enters_a_reconstructed_day(day):
    rows = BASE.as_of(day, reconstructed=True).rows
    on = np.datetime64(day)
    pseudo = rows["pseudo_vintage"].to_numpy()
    assert (rows["known_from"].to_numpy()[~pseudo] <= on).all()
    assert (rows["shown_from"].to_numpy()[pseudo] <= on).all()
    assert (rows["end"].to_numpy()[pseudo] <= on).all()
    assert not rows.loc[pseudo, "kind"].isin(["forecast", "plan", "claim"]).any()
    lags = {code: v.lag_days for code, v in registry.variables().items()}
    assert all(lags[v] is not None for v in rows.loc[pseudo, "variable"].unique())


@settings(max_examples=10, deadline=None)
@given(DAYS)
def test_editions_are_merged_by_period_newest_first(day):
    known = BASE.as_of(day)
    styles = {code: v for code, v in registry.variables().items() if v.vintage == registry.EDITION}
    rows = known.rows[known.rows["variable"].isin(styles)]
    assert not rows.duplicated(["variable", "entity", "period"]).any()
    whole = rows[rows["variable"].isin([code for code, v in styles.items() if not v.merge])]
    assert whole.groupby(["variable", "entity"], observed=True)["edition"].nunique().max() == 1
    assert not whole["carried"].any()
    newest = known.admitted.groupby(["variable", "entity", "period"], observed=True)["known_from"].max()
    keys = pd.MultiIndex.from_frame(rows[["variable", "entity", "period"]])
    assert (rows["known_from"].to_numpy() == newest.loc[keys].to_numpy()).all()


@settings(max_examples=10, deadline=None)
@given(DAYS, st.integers(0, 400))
def test_knowledge_only_grows(day, more):
    later = (pd.Timestamp(day) + pd.Timedelta(days=more)).date().isoformat()
    before, after = (
        set(known.admitted["file"].cat.codes.to_numpy("int64") * 1_000_000 + known.admitted["row"])
        for known in (BASE.as_of(day), BASE.as_of(later))
    )
    assert before <= after


@pytest.mark.parametrize(
    ("day", "nato", "weo"),
    [
        ("2024-06-30", "2024-06", "2024-04"),
        ("2025-07-03", "2024-06 + 2025-04", "2025-04"),
        ("2026-08-31", "2026-07", "2025-10"),
    ],
)
def test_the_three_days_of_the_brief_have_their_editions(base, day, nato, weo):
    known = base.as_of(day)
    assert known.series("core_share", "POL").attrs["edition"] == nato
    assert known.series("gdp_growth", "POL").attrs["edition"] == weo
    assert (known.rows["edition"] != "").all()
    assert sorted(known.frame("core_share")["edition"].unique()) == nato.split(" + ")


def test_an_edition_is_admitted_on_its_day_and_not_before(base):
    before, on = base.as_of("2026-07-09"), base.as_of("2026-07-10")
    assert before.value("core_share", "POL", 2024) == 4.07
    assert base.as_of("2025-04-23").value("core_share", "POL", 2024) == pytest.approx(4.1202, abs=1e-4)
    assert on.value("core_share", "POL", 2024) == 3.75
    assert on.series("core_share", "POL").attrs["kind"]["2026"] == "estimate"


def test_pledges_and_clauses_are_absent_before_their_day(base):
    assert not base.as_of("2025-06-24").has("pledge_core", "NATO")
    assert base.as_of("2025-06-25").value("pledge_core", "NATO", 2035) == 3.5
    default = base.as_of("2025-07-03")
    assert not default.has("escape_clause", "POL") and not default.has("safe_loan", "POL")
    assert base.as_of("2025-07-08").value("escape_clause", "POL", "2025/2028") == 1.5
    assert base.as_of("2025-09-09").has("safe_loan", "POL")


def test_undated_rows_stay_out_without_a_lag_and_wait_with_one(base):
    without = undated(base)
    held = set(zip(without["variable"].astype(str), without["entity"].astype(str), without["period"], strict=True))
    assert ("plan_core_share", "DEU", "2029") in held
    assert base.as_of("2027-12-31").value("plan_core_share", "DEU", 2029) == 3.5  # and not the 3.05 without a day
    lag = registry.variable("cpi_yoy").lag_days
    end = pd.Timestamp("2025-05-31") + pd.Timedelta(days=lag)
    assert base.as_of(end.date().isoformat()).fact("cpi_yoy", "RUS", "2025-05").value == 9.9
    with pytest.raises(facts.MissingFact, match="2025-05"):
        base.as_of((end - pd.Timedelta(days=1)).date().isoformat()).fact("cpi_yoy", "RUS", "2025-05")


def test_running_series_take_the_newest_figure_of_each_period(base):
    known = base.as_of("2025-07-03")
    fund = known.latest("nwf_liquid", "RUS")
    assert (fund.period, round(fund.value, 2)) == ("2025-06-01", 2.84)
    assert known.latest("key_rate", "RUS").value == 20.0
    later = base.as_of("2025-07-15").latest("nwf_liquid", "RUS")
    assert (later.period, round(later.value, 2)) == ("2025-07-01", 4.13)
    assert known.value("military_spending_share", "RUS", 2022) == pytest.approx(4.607, abs=1e-3)
    assert base.as_of("2024-12-31").value("military_spending_share", "RUS", 2022) == 4.1


def test_plans_keep_their_vintages_apart(base):
    plan = base.as_of("2025-07-03").series("national_defence_plan", "RUS")
    assert plan["2024":].to_dict() == {"2024": 10.78, "2025": 13.5, "2026": 12.8, "2027": 13.1}
    assert plan.attrs["carried"] == ["2015", "2022", "2023", "2024"]
    within = base.as_of("2025-07-03").series("in_year_national_defence", "RUS")
    assert within.to_dict() == {"2014": 2.4881, "2024": 10.8, "2025": 13.5}
    history = base.as_of("2025-07-03").history("national_defence_plan", "RUS")
    assert history["edition"].nunique() >= 3 and (history["published"] <= "2025-07-03").all()


@pytest.mark.parametrize("day", ["2022-02-01", "2016-07-15", "1999-01-01"])
def test_an_early_day_holds_what_was_published_and_names_what_was_not(base, day):
    known = base.as_of(day)
    assert (known.rows["known_from"].to_numpy() <= np.datetime64(day)).all() and not known.rows["pseudo_vintage"].any()
    with pytest.raises(facts.MissingFact, match=f"not known on {day}: the first figures were known from") as told:
        known.value("gdp_real_lcu", "POL", 2015)
    assert (told.value.variable, told.value.entities) == ("gdp_real_lcu", ("POL",))


def test_natos_tables_of_a_year_serve_from_their_day(base):
    assert base.as_of("2016-07-15").value("core_share", "DEU", 2016) == pytest.approx(1.19, abs=0.02)
    assert not base.as_of("2016-07-03").has("core_share", "DEU")


@pytest.mark.parametrize("day", ["2025-7-3", "yesterday", "2025-02-30", "2025-13-01", ""])
def test_a_day_that_is_none_is_a_clear_error(base, day):
    with pytest.raises(InputError, match=r"calendar|YYYY-MM-DD"):
        base.as_of(day)


def test_reconstructed_vintages_serve_early_days_only(base):
    with pytest.raises(InputError, match="2024-06-17"):
        base.as_of("2025-07-03", reconstructed=True)
    known = base.as_of("2018-12-31", reconstructed=True)
    share = known.series("core_share", "POL")
    assert share.attrs["pseudo_vintage"] and share.index.tolist() == ["2014", "2015", "2016", "2017"]
    assert known.series("gdp_growth", "POL").index[-1] == "2017"
    assert (share["2016"], share["2017"]) == (2.0, 2.01)  # as printed in 2016 and 2017, and not reconstructed
    assert not known.has("pledge_core", "NATO") and not known.has("claimed_losses_tanks", "RUS")


def test_a_real_edition_goes_before_a_reconstructed_one(base):
    rows = base.as_of("2023-12-31", reconstructed=True).frame("gdp_growth", "POL").set_index("period")
    real = rows[~rows["pseudo_vintage"]]
    assert set(real["edition"]) == {"2023-10"} and real.index[0] == "2019"
    assert rows.loc[rows["pseudo_vintage"]].index[-1] == "2018"


def test_missing_facts_say_what_is_held(base):
    known = base.as_of("2025-07-03")
    cases = [
        (("core_share", "ISL", 2024), "core_share of ISL is not held; the variable is held for ALB"),
        (("core_share", "POL", 2030), "held: 2014 to 2024"),
        (("safe_loan", "POL", "2025/2030"), "first figures were known from 2025-09-09"),
        (("core_shar", "POL", 2024), "did you mean core_share"),
        (("core_share", "POLAND", 2024), "no entity 'POLAND'"),
    ]
    for arguments, message in cases:
        with pytest.raises(InputError, match=message):
            known.value(*arguments)
    later = facts.Facts(undated(base), base.digest).as_of("2027-12-31")
    with pytest.raises(facts.MissingFact, match="carry no date and stay out"):
        later.value("plan_core_share", "DEU", 2029)
    with pytest.raises(facts.MissingFact, match="kind forecast"):
        known.latest("core_share", "POL", kinds=("forecast",))
    with pytest.raises(facts.MissingFact, match="core_share of ISL"):
        known.panel("core_share", ["POL", "ISL"])


def test_panel_series_and_xarray_say_the_same(base):
    known = base.as_of("2025-07-03")
    panel = known.panel("gdp_growth", ["POL", "RUS"])
    assert panel.index.dtype == int and list(panel.columns) == ["POL", "RUS"]
    series = known.series("gdp_growth", "RUS")
    assert panel["RUS"].tolist() == series.tolist()
    data = known.array(["gdp_growth", "debt_gross"], ["POL", "RUS"])
    assert data["gdp_growth"].dims == ("entity", "year")
    assert float(data["gdp_growth"].sel(entity="RUS", year=2025)) == series["2025"]
    assert data["debt_gross"].attrs["unit"] == "% of GDP" and data["debt_gross"].attrs["edition"] == "2025-04"
    assert data.attrs["facts"] == base.digest and data.attrs["as_of"] == "2025-07-03"


def test_every_figure_leads_back_to_a_source_row(base):
    fact = base.as_of("2025-07-03").fact("national_defence_plan", "RUS", 2026)
    assert fact.value == 12.8 and fact.unit == "RUB trillion" and fact.kind == "plan" and fact.published == "2024-09-30"
    assert fact.source and fact.address.startswith("http") and fact.terms
    stored = files("overstretch.facts").joinpath("tables", fact.table).read_text(encoding="utf-8").splitlines()
    assert stored[fact.row - 1].startswith("RUS,2026,national_defence_plan,12.8,")
    rows = base.as_of("2025-07-03").frame()
    for column in ("source", "address", "terms", "edition", "unit", "kind", "file"):
        assert (rows[column] != "").all(), column


def test_then_and_now_in_one_line(base):
    table = facts.compare("core_share", "POL", "2025-07-01", "2026-11-22", base)
    assert table.loc["2024", "value_then"] == 4.07 and table.loc["2024", "value_now"] == 3.75
    assert table.loc["2024", "change"] == pytest.approx(-0.32)
    assert table.loc["2024", "source_then"].startswith("NATO") and table.loc["2024", "edition_now"] == "2026-07"
    assert np.isnan(table.loc["2026", "value_then"]) and table.loc["2026", "kind_now"] == "estimate"


def test_members_of_the_day():
    assert len(facts.allies()) == 32
    assert set(facts.allies()) - set(facts.allies("2022-12-31")) == {"FIN", "SWE"}
    assert set(facts.allies("2023-04-04")) - set(facts.allies("2023-04-03")) == {"FIN"}
    assert set(facts.allies("2024-03-07")) - set(facts.allies("2024-03-06")) == {"SWE"}
    assert registry.entity("POL").member_from == "1999-07-01"  # the year only is known: its middle counts
    assert len(facts.allies("1949-04-04")) == 12


def test_the_digest_names_the_tables(base):
    assert len(base.digest) == 64 and from_embedded().digest == base.digest


def test_dated_rows_and_panels_are_those_of_frames_and_series():
    known = facts.load().as_of("2025-07-03")
    rows = known.frame("core_share", "POL")
    assert known.dated("core_share", "POL") == list(
        rows[["period", "value", "published"]].itertuples(index=False, name=None)
    )
    panel = known.panel("core_share", ["POL", "DEU"])
    assert list(panel.columns) == ["POL", "DEU"] and panel.index.is_monotonic_increasing
    for ally in panel:
        series = known.series("core_share", ally)
        assert panel[ally].dropna().to_dict() == {int(p): v for p, v in series.items() if len(p) == 4}
