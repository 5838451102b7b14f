"""Publishers' own files given by path: layouts, marks and encodings as they are; the next run uses the figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import facts_files as files
import layouts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import update as refresh
from overstretch.facts.fetch import Download, FetchError
from overstretch.facts.sources import grid


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_the_weos_own_file(base, tmp_path):
    path = put(tmp_path, "WEOApr2026all.xls", files.weo_file(base, factor=1.01))
    with pytest.raises(FetchError, match=r"Database, October 2025 names no day of publication.*--published"):
        refresh.update_from_file("imf", path)
    refresh.update_from_file("imf", path, "2026-04-14")
    now = facts.load()
    new, old = now.as_of("2026-04-14"), base.as_of("2025-11-01")
    for variable in ("gdp_growth", "gdp_lcu", "population", "debt_gross", "inflation_cpi"):
        for code in ("POL", "USA", "RUS"):
            for year in ("2019", "2024", "2026"):
                assert new.value(variable, code, year) == pytest.approx(
                    1.01 * old.value(variable, code, year), abs=1e-4
                )
    kinds = new.series("gdp_growth", "POL").attrs["kind"]
    assert (kinds["2024"], kinds["2025"]) == ("actual", "forecast")


def test_april_is_kept_when_october_is_out(base, tmp_path):
    for day, factor in (("2026-10-13", 1.02), ("2026-04-14", 1.01)):
        refresh.update_from_file("imf", put(tmp_path, "weo.txt", files.weo_file(base, factor=factor)), day)
    now = facts.load()
    held = base.as_of("2025-11-01").value("gdp_usd", "POL", 2026)
    for day, factor in (("2026-04-13", 1.0), ("2026-04-14", 1.01), ("2026-10-12", 1.01), ("2026-10-13", 1.02)):
        assert now.as_of(day).value("gdp_usd", "POL", 2026) == pytest.approx(factor * held, rel=1e-5), day


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"leave_out": "LP"}, "no figures of LP"),
        ({"scale": "Dozens"}, "scale 'Dozens' is not one of"),
        ({"factor": 1000}, "implausible|limits"),
    ],
)
def test_other_layouts_of_the_weo_are_refused(base, tmp_path, changes, message):
    with pytest.raises(FetchError, match=message):
        refresh.update_from_file("imf", put(tmp_path, "weo.xls", files.weo_file(base, **changes)), "2026-04-14")
    assert facts.load().digest == base.digest


def test_the_world_banks_own_file(base, tmp_path):
    done = refresh.update_from_file(
        "worldbank", put(tmp_path, "API_NY.csv", files.world_bank_file(base, "NY.GDP.MKTP.CD"))
    )
    assert (done.edition, done.variables) == ("2026-10-13", ("gdp_usd_world_bank",))
    new, old = facts.load().as_of("2026-10-13"), base.as_of("2026-10-13")
    assert new.series("gdp_usd_world_bank", "POL").tolist() == pytest.approx(
        old.series("gdp_usd_world_bank", "POL").tolist()
    )
    with pytest.raises(FetchError, match="'Country Name'"):
        refresh.update_from_file("worldbank", put(tmp_path, "other.csv", b"a,b\n1,2\n"))


def test_eurostats_own_file(base, tmp_path):
    path = put(tmp_path, "irt_lt_mcby_a.tsv", files.EUROSTAT)
    with pytest.raises(FetchError, match="--published"):
        refresh.update_from_file("eurostat", path)
    refresh.update_from_file("eurostat", path, "2026-02-10")
    known = facts.load().as_of("2026-02-10")
    assert known.value("yield_10y", "DEU", 2025) == 2.58 and known.value("yield_10y", "GRC", 2024) == 3.35
    assert (
        "2025" not in known.series("yield_10y", "GRC").index
        or known.fact("yield_10y", "GRC", 2025).source[:8] != "Eurostat"
    )
    other = files.EUROSTAT.replace(b"MCBY", b"GD")
    with pytest.raises(FetchError, match="other tables of Eurostat feed nothing"):
        refresh.update_from_file("eurostat", put(tmp_path, "gd.tsv", other), "2026-02-10")


def test_files_of_the_bank_of_russia(tmp_path):
    refresh.update_from_file("cbr", put(tmp_path, "rate.csv", files.KEY_RATE_CSV))
    refresh.update_from_file("cbr", put(tmp_path, "inflation.csv", files.INFLATION_CSV))
    known = facts.load().as_of("2026-11-22")
    rate = known.series("key_rate", "RUS")
    assert rate.tail(3).to_dict() == {"2026-09-14": 14.0, "2026-10-26": 13.5, "2026-10-30": 13.5}
    assert known.value("cpi_yoy", "RUS", "2026-10") == 6.45
    survey = put(tmp_path, "survey.xlsx", files.survey_workbook())
    with pytest.raises(FetchError, match="--published"):
        refresh.update_from_file("cbr", survey)
    refresh.update_from_file("cbr", survey, "2026-10-15")
    known = facts.load().as_of("2026-11-22")
    means = known.series("key_rate_forecast_survey", "RUS")
    assert means.loc[["2026", "2027", "2028"]].tolist() == [14.4, 11.0, 9.1]
    assert known.value("gdp_growth_forecast_survey", "RUS", 2026) == 0.3
    assert "2025" not in means.index or known.fact("key_rate_forecast_survey", "RUS", 2025).edition != "2026-10-15"


def test_fund_and_brent(tmp_path):
    refresh.update_from_file("minfin", put(tmp_path, "fund.xlsx", files.fund_workbook()))
    refresh.update_from_file("brent", put(tmp_path, "fredgraph.csv", files.BRENT_CSV))
    known = facts.load().as_of("2026-11-22")
    assert known.value("nwf_liquid", "RUS", "2026-10-01") == pytest.approx(3.59075)
    assert known.value("nwf_total", "RUS", "2026-09-01") == pytest.approx(13.5)
    assert known.value("nwf_liquid_usd", "RUS", "2026-10-01") == pytest.approx(45.1)
    assert known.value("brent_price", "WLD", "2026-09") == 79.95
    assert "2026-10" not in known.series("brent_price", "WLD").index
    assert "2026-09" not in facts.load().as_of("2026-10-05").series("brent_price", "WLD").index


@pytest.mark.parametrize("source", list(refresh.SOURCES))
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 no archive",
        b"<!DOCTYPE html><html></html>",
        b"\xd0\xcf\x11\xe0 old",
        b"a;b\n1;2\n",
        b"\xff\xfea",
    ],
    ids=["empty", "binary", "half a workbook", "page", "xls", "another table", "utf-16"],
)
def test_any_other_file_is_one_clear_message(source, data, tmp_path):
    path = put(tmp_path, "file.bin", data)
    with pytest.raises(InputError, match=r"file\.bin"):
        refresh.update_from_file(source, path, "2026-04-14")
    assert not list(refresh.folders.data().rglob("*.csv"))


def test_the_next_run_uses_new_figures(base, tmp_path):
    from overstretch.systems import load_system, prepare

    system, day = load_system("nato-russia"), date(2026, 11, 22)
    before = prepare(system, base.as_of(day.isoformat()), day).start
    refresh.update_from_file("minfin", put(tmp_path, "fund.xlsx", files.fund_workbook()))
    refresh.update_from_file("cbr", put(tmp_path, "rate.csv", files.KEY_RATE_CSV))
    after = prepare(system, facts.load().as_of(day.isoformat()), day).start
    assert float(after.fund) == pytest.approx(3.59075) and float(after.fund) != pytest.approx(float(before.fund))
    assert float(after.key_rate) == pytest.approx(0.135) and float(before.key_rate) != pytest.approx(0.135)


def test_natos_workbook_of_an_earlier_year(base, tmp_path):
    path = put(tmp_path, "190625.xlsx", layouts.nato_workbook_of_2019(base))
    done = refresh.update_from_file("nato", path, "2019-06-25")
    assert set(done.variables) == {
        "core_share",
        "core_spending_usd_constant",
        "core_spending_usd_current",
        "equipment_share",
        "personnel",
    }
    rows = facts.load().rows
    rows = rows[rows["file"].astype(str).str.startswith("fetched:").to_numpy()]
    assert set(rows["kind"][(rows["period"] == "2019").to_numpy()]) == {"estimate"} and "SWE" not in set(rows["entity"])
    held = base.as_of("2024-06-30")
    place = ((rows["variable"] == "core_share") & (rows["entity"] == "POL") & (rows["period"] == "2018")).to_numpy()
    assert rows.loc[place, "value"].tolist() == [held.value("core_share", "POL", 2018)]
    with pytest.raises(FetchError, match="no whole table"):
        refresh.update_from_file("nato", path, "2025-06-25")  # by then three more allies have rows


def test_what_changed_is_told(base, tmp_path):
    workbook = layouts.stamped(layouts.nato_workbook(base, factor=1.05), "2026-08-28")
    done = refresh.update_from_file("nato", put(tmp_path, "n.xlsx", workbook), "2026-08-28")
    poland = done.changed[(done.changed["variable"] == "core_share") & (done.changed["entity"] == "POL")]
    row = poland[poland["period"] == "2026"].iloc[0]
    assert row["after"] == pytest.approx(1.05 * row["before"]) and row["before"] == pytest.approx(4.68)
    from overstretch.cli.facts_own import changes_of, figures

    assert figures(4.8, 4.68) == ("4.80", "4.68") and figures(1.0001, 1.0002) == ("1.0001", "1.0002")
    text = "\n".join(changes_of(done))
    assert "core defence expenditure as a share of GDP (% of GDP):" in text and "2026: " in text and " → " in text


def test_one_failing_source_never_stops_the_others(monkeypatch, base, tmp_path):
    rows = refresh.SOURCES["minfin"].parse(Download(files.fund_workbook(), "fund.xlsx", ""), "")

    def broken(_):
        raise KeyError("a fault of ours")

    def refused(_):
        raise FetchError("answered 500")

    monkeypatch.setattr(
        refresh,
        "SOURCES",
        {
            "one": refresh.Source("one", broken, None),
            "two": refresh.Source("two", refused, None),
            "three": refresh.Source("three", lambda _: rows, None),
        },
    )
    told = []
    done, faults = refresh.update_all(told=lambda name, _: told.append(name))
    assert told == ["one", "two", "three"] and [one.source for one in done] == ["three"]
    assert "KeyError" in faults["one"] and faults["two"] == "answered 500"


@given(
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 2)),
    st.booleans(),
    st.sampled_from(["", " ", "\u00a0"]),
)
def test_numbers_are_read_with_any_marks(value, commas, group):
    text = f"{value:,.2f}".replace(",", "G").replace(".", "," if commas else ".").replace("G", group)
    assert grid.number(text, commas) == value


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_days_are_read_in_any_way_of_writing(day):
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"):
        assert grid.day_or_month(day.strftime(form)) == day.isoformat()
    for form in ("%m.%Y", "%Y-%m", "%YM%m", "%B %Y", "%b %Y"):
        assert grid.day_or_month(day.strftime(form)) == day.isoformat()[:7]


def test_what_is_no_number_or_day():
    for text in ("n/a", "--", "..", ":", "xxx", "", "1.2.3", "12,34,5", None, True, date(2026, 1, 1)):
        assert grid.number(text) is None, text
    for text in ("", "Показатель", "2026", 14.0, "99.2026.01", None):
        assert grid.day_or_month(text) == "", text
