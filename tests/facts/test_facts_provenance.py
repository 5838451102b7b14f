"""Who published a figure, where it was read, and what was read there."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd
import pytest

from overstretch.errors import InputError
from overstretch.facts import tables


@pytest.fixture(scope="module")
def origins() -> pd.DataFrame:
    path = files("overstretch.facts").joinpath("tables", "origins.csv")
    return pd.read_csv(str(path), dtype=str, keep_default_na=False)


def test_every_origin_names_publisher_address_terms_and_status(origins):
    for column in ("publisher", "source", "status", "address", "terms"):
        assert (origins[column].str.strip() != "").all(), column
    assert set(origins["status"]) == set(tables.STATUSES)


def test_a_repository_is_never_called_the_original(origins):
    assert (origins.loc[origins["address"].str.startswith("github:"), "status"] != "original").all()


def test_a_copy_is_printed_as_a_copy(base):
    fact = base.as_of("2026-11-22").fact("core_share", "ITA", 2025)
    assert (fact.publisher, fact.status) == ("NATO", "copy") and fact.source.endswith("(copy)")
    fact = base.as_of("2026-11-22").fact("military_spending_share", "UKR", 2025)
    assert fact.publisher == "SIPRI" and fact.status == "copy" and "not recorded" in fact.address
    fact = base.as_of("2026-11-22").fact("plan_national_share", "POL", 2026)
    assert (fact.publisher, fact.status) == ("Finance Ministry of Poland", "original") and "(" not in fact.source
    copies = base.rows["status"].eq("copy").to_numpy()
    assert base.rows.loc[copies, "source"].astype(str).str.contains("copy").all()


def test_the_base_rate_of_exits_rests_on_membership(base):
    fact = base.as_of("2025-07-03").fact("count_nato_exits", "NATO", 2024)
    assert fact.publisher == "NATO" and "nato_defence.csv" in fact.address and "jersey" not in fact.address
    years = base.as_of("2025-07-03").series("exposure_nato_member_years", "NATO")
    assert years["2024"] - years["2023"] == pytest.approx(32, abs=0.2)  # Sweden from 7 March


def test_no_origin_without_a_publisher_feeds_a_default_law(base):
    used = {
        "core_share",
        "plan_core_share",
        "in_year_core_share",
        "opt_out_core_share",
        "stated_core_share_goal",
        "military_spending_share",
        "military_spending_total",
        "national_defence_plan",
        "nwf_liquid",
        "unemployment_rate",
        "key_rate",
        "brent_price",
        "gdp_growth_qoq",
        "escape_clause",
        "equipment_share",
        "count_nato_exits",
        "exposure_nato_member_years",
    }
    rows = base.rows[base.rows["variable"].isin(used).to_numpy()]
    assert set(rows["variable"].astype(str)) == used
    assert not rows["publisher"].astype(str).str.startswith("not named").any()


def test_a_status_of_another_name_is_refused():
    text = ",".join(tables.ORIGIN) + "\na,2025,2025-01-01,NATO,NATO,hearsay,x,y,\n"
    with pytest.raises(InputError, match="status 'hearsay', accepted: original, copy, quoted"):
        tables._read_origins(text.encode())
