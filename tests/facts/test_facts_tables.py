"""The embedded tables and the registry: whole, in the one form, and refused where they are not."""

from __future__ import annotations

import pandas as pd
import pytest

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import checks, registry, tables
from overstretch.facts.periods import frequency, period_end, period_start


@pytest.fixture(scope="module")
def rows():
    return tables.embedded()[0]


def test_every_registered_variable_is_complete_and_used(rows):
    held = set(rows["variable"].astype(str))
    for code, entry in registry.variables().items():
        assert entry.description and entry.unit and entry.definition, code
        assert entry.vintage in (registry.EDITION, registry.RUNNING, registry.POINTS), code
        assert entry.lower is None or entry.upper is None or entry.lower <= entry.upper, code
        fetched = entry.group == "sipri" or code.endswith("_forecast_survey")
        assert code in held or fetched, f"{code} is registered but not held"


def test_sipri_tables_stay_out_of_the_package(rows):
    sipri = rows[rows["source"].astype(str).str.contains("SIPRI Military Expenditure Database").to_numpy()]
    assert 0 < len(sipri) <= 12


def test_no_closed_vendors_market_data_and_no_forward_rates(rows):
    addresses = " ".join(rows["address"].cat.categories).lower()
    assert "bloomberg_market" not in addresses and "market_expectations" not in addresses
    assert not [code for code in registry.variables() if "forward" in code or "market_rate" in code]
    yields = rows[(rows["variable"] == "yield_10y").to_numpy()]
    assert set(yields["source"].astype(str).str.split(",").str[0]) == {
        "ECB",
        "US Treasury 10-year yield",
        "United Kingdom 10-year yield",
    }
    assert not {"GBR", "NOR"} & set(yields.loc[yields["source"].astype(str).str.startswith("ECB").to_numpy(), "entity"])


def test_all_allies_russia_and_ukraine_are_covered(base):
    known = base.as_of("2025-07-03")
    wanted = {*registry.allies(), "RUS", "UKR"}
    for variable in ("gdp_growth", "gdp_lcu", "debt_gross", "balance_overall", "balance_primary", "population"):
        assert set(known.entities(variable)) == wanted, variable
    assert set(known.entities("core_share")) == wanted - {"ISL", "RUS", "UKR"} | {"NATO_TOTAL", "NATO_EUR_CAN"}


def test_an_edition_holds_one_value_per_period(rows):
    whole = rows[rows["variable"].map(lambda c: registry.variables()[c].vintage == registry.EDITION).to_numpy()]
    assert not whole.duplicated(["variable", "entity", "period", "edition"]).any()


def test_cow_is_never_spliced(rows):
    for variable in ("burden_cow", "milex_cow"):
        own = rows[(rows["variable"] == variable).to_numpy()]
        assert set(own["source"].astype(str).str.contains("COW|Correlates").unique()) == {True}
        years = own["period"].astype(str).astype(int)
        assert years[(own["entity"] == "SUN").to_numpy()].max() <= 1991
        assert years[(own["entity"] == "RUS").to_numpy()].min() >= 1992


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("variable", "core_shar", "not in the registry of variables"),
        ("entity", "ATL", "not in the registry of entities"),
        ("kind", "guess", "is not one of actual, estimate"),
        ("value", float("nan"), "not a finite number"),
        ("value", 1e9, "outside the registry's limits"),
        ("period", "2024-13", "not a period"),
        ("published", "2024-02-30", "not a day"),
        ("unit", "euros", "not the registry's unit"),
    ],
)
def test_a_faulty_cell_is_named_by_file_row_and_column(rows, column, value, message):
    place = 17
    some = (
        rows[(rows["variable"] == "core_share").to_numpy()].head(40).astype(dict.fromkeys((*tables.TEXT, "file"), str))
    )
    some.iloc[place, some.columns.get_loc(column)] = value
    row = some.iloc[place]["row"]
    with pytest.raises(InputError, match=f"nato.csv, row {row}, column {column}: .*{message}"):
        tables.check(tables.stack([some]))


def test_a_stored_table_of_other_columns_is_refused():
    with pytest.raises(InputError, match=r"bad\.csv: columns are"):
        tables._read_stored({"bad.csv": b"entity,period\nPOL,2024\n"})


def test_an_unknown_origin_is_named():
    parts = {"a.csv": (",".join(tables.STORED) + "\nPOL,2024,core_share,2,,actual,nowhere,,\n").encode()}
    origins = tables._read_origins((",".join(tables.ORIGIN) + "\n").encode())
    with pytest.raises(InputError, match=r"a\.csv, row 2, column origin: 'nowhere' is not in origins\.csv"):
        tables._join(tables._read_stored(parts), origins)


@pytest.mark.parametrize(
    ("period", "start", "end", "form"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2025Q1", "2025-01-01", "2025-03-31", "quarter"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-06-01", "2025-06-01", "2025-06-01", "day"),
        ("2025-01/2025-05", "2025-01-01", "2025-05-31", "range"),
    ],
)
def test_periods(period, start, end, form):
    assert (period_start(period), period_end(period), frequency(period)) == (start, end, form)


@pytest.mark.parametrize("period", ["", "24", "2025Q5", "2025-13", "2025-02-30", "2025H1", "1980s", "2024/"])
def test_periods_that_are_none(period):
    with pytest.raises(InputError):
        period_end(period)


def test_the_facts_hold_together(base):
    for result in checks.report(base):
        assert result.holds == "yes", result


def test_the_checks_can_fail(base):
    """Each check is tried on facts with one figure made wrong."""
    from overstretch.facts.store import Facts

    def spoiled(variable: str, edition: str, factor: float) -> Facts:
        rows = base.rows.copy()
        chosen = ((rows["variable"] == variable) & (rows["edition"] == edition)).to_numpy()
        rows.loc[rows.index[chosen][7], "value"] *= factor
        return Facts(rows, base.digest)

    assert (
        checks.sums(spoiled("core_spending_usd_current", "2026-07", 20))["gap"].abs().max() > checks.LIMITS["sums"][0]
    )
    assert checks.shares(spoiled("core_share", "2024-06", 1.05))["gap"].abs().max() > checks.LIMITS["shares"][0]
    assert (
        checks.net_rate(spoiled("net_effective_rate", "2025-04", 1.5))["gap"].abs().max() > checks.LIMITS["net_rate"][0]
    )
    assert checks.debt_dsa(spoiled("debt_gross_dsa", "2025-05", 1.1))["gap"].abs().max() > checks.LIMITS["debt_dsa"][0]
    early = base.rows.copy()
    early.loc[early.index[3], "known_from"] = early["known_from"].iloc[3] - pd.Timedelta(days=9999)
    assert len(checks.dates(Facts(early, base.digest))) == 1


def test_sums_leave_out_later_members(base):
    """With Finland and Sweden counted in every year the sums miss NATO's totals: the check sees membership."""
    panel = checks.edition_panel(base, "core_spending_usd_current", "2026-07")
    everyone = panel.loc[2015, [c for c in registry.allies() if c in panel.columns]].sum()
    assert abs(everyone / panel.loc[2015, "NATO_TOTAL"] - 1) > 0.005


def test_base_rates_agree_with_the_published_range(base):
    """Archigos 1946-2014, tenure 15 and age 70: 11 irregular exits, 2.7% a year; natural 5.5-5.8; regular 4.7-5.0."""
    known = base.as_of("2025-07-03")
    years = known.value("exposure_leader_years", "T15_A70", "1946/2014")
    count = {
        k: known.value(f"count_leader_exit_{k}", "T15_A70", "1946/2014") for k in ("irregular", "natural", "regular")
    }
    assert count["irregular"] == 11
    assert 100 * count["irregular"] / years == pytest.approx(2.7, abs=0.1)
    assert 5.4 <= 100 * count["natural"] / years <= 5.9 and 4.6 <= 100 * count["regular"] / years <= 5.1
    dyads = known.value("count_alliance_terminations", "ALLIANCES_ALL", "1946/2018")
    assert 100 * dyads / known.value("exposure_alliance_dyad_years", "ALLIANCES_ALL", "1946/2018") == pytest.approx(
        0.46, abs=0.03
    )
    assert known.value("count_nato_exits", "NATO", 2024) == 0


def test_bands_add_up_to_all_leaders_with_a_known_age(base):
    known = base.as_of("2025-07-03")
    for period in ("1946/2014", "1946/1990", "1991/2014"):
        cells = [f"T{t}_A{a}" for t in (0, 5, 15) for a in (0, 50, 70)]
        total = known.value("exposure_leader_years", "LEADERS_ALL", period)
        parts = sum(known.value("exposure_leader_years", cell, period) for cell in cells)
        assert 0.98 * total <= parts <= total
    halves = [known.value("exposure_alliance_dyad_years", "ALLIANCES_ALL", p) for p in ("1946/1989", "1990/2018")]
    assert sum(halves) == known.value("exposure_alliance_dyad_years", "ALLIANCES_ALL", "1946/2018")


@pytest.mark.parametrize(
    ("state", "spender", "references"), [("DEU", "DEU_W", ("FRA", "GBR")), ("PAK", "PAK", ("IND",))]
)
def test_derived_burdens_follow_from_their_parts(state: str, spender: str, references: tuple[str, ...]) -> None:
    """Outlay over GDP at the references' price level, to the four digits kept."""
    known = facts.load().as_of("2026-08-31")
    burden, gdp, outlay = (
        known.series(n, e) for n, e in (("burden_derived", state), ("gdp_maddison", state), ("milex_cow", spender))
    )
    assert len(burden) > 30
    for year, value in burden.items():
        levels = [
            known.value("milex_cow", r, year)
            / (known.value("burden_cow", r, year) * known.value("gdp_maddison", r, year))
            for r in references
        ]
        assert value == pytest.approx(outlay[year] / (gdp[year] * sum(levels) / len(levels)), abs=1e-4)
