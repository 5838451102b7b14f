"""Refresh from the publishers' layouts served on this machine: new editions, and every fault leaves the old in
force."""

from __future__ import annotations

import time
from pathlib import Path

import layouts
import pytest
from facts_tools import send

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import update as refresh
from overstretch.facts.fetch import Download, FetchError, Limits

LIMITS = Limits(seconds=10, loopback_http=True)
QUICK = Limits(seconds=0.4, loopback_http=True)
DATED = {"Last_Modified": "Wed, 07 Jul 2027 09:55:14 GMT"}


def nato(server, workbook: bytes | None = None, limits: Limits = LIMITS, answer=None):
    server.routes["/topic"] = b'<a href="/x/def-exp-2026-en.pdf">2026</a> <a href="/x/def-exp-2027-en.pdf">2027</a>'
    server.routes["/x/def-exp-2027-en.xlsx"] = answer or (lambda h, _: send(h, workbook, **DATED))
    return refresh.update("nato", limits, topic=f"{server.address}/topic")


def test_nato_becomes_a_new_edition_and_the_old_stays(server, base):
    done = nato(server, layouts.nato_workbook(base))
    assert (done.edition, done.published) == ("2027-07", "2027-07-07") and done.path.name == "nato-2027-07-07.csv"
    now = facts.load()
    new, old = now.as_of("2027-07-07"), now.as_of("2027-07-06")
    assert new.series("core_share", "POL").attrs["edition"] == "2027-07"
    assert old.series("core_share", "POL").attrs["edition"] == "2026-07"
    for variable in ("core_share", "core_spending_usd_constant", "personnel", "equipment_share"):
        assert new.panel(variable).equals(old.panel(variable)), variable
    assert new.series("core_spending_usd_constant", "POL").attrs["unit"] == "USD million, 2021 prices"
    assert new.series("core_share", "POL").attrs["kind"] == old.series("core_share", "POL").attrs["kind"]
    assert new.fact("core_share", "POL", 2026).address == f"{server.address}/x/def-exp-2027-en.xlsx"
    assert now.digest != base.digest
    assert new.rows.loc[lambda t: t["edition"] == "2027-07", "source"].astype(str).str.contains("2014-2026").all()


def test_the_same_edition_is_not_stored_twice(server, base):
    workbook = layouts.nato_workbook(base)
    first, second = nato(server, workbook), nato(server, workbook)
    assert first.path and second.path is None
    revised = nato(server, layouts.nato_workbook(base, factor=1.01))
    assert revised.path.name == "nato-2027-07-07-2.csv" and first.path.exists()
    assert facts.load().as_of("2027-07-07").value("core_share", "POL", 2024) == pytest.approx(3.75 * 1.01)


def test_a_fetched_edition_goes_before_the_embedded_one_of_the_same_day(server, base):
    embedded = base.as_of("2026-07-10").value("core_share", "POL", 2024)
    workbook = layouts.nato_workbook(base, factor=1.02)
    nato(server, answer=lambda h, _: send(h, workbook, Last_Modified="Fri, 10 Jul 2026 09:55:14 GMT"))
    known = facts.load().as_of("2026-07-10")
    assert known.value("core_share", "POL", 2024) == pytest.approx(1.02 * embedded)
    assert not known.rows.duplicated(["variable", "entity", "period", "source"]).any()


def html(handler, _):
    send(handler, b"<!DOCTYPE html><html><body>Access denied</body></html>", Content_Type="text/html")


FAULTS = {
    "500": (lambda h, _: send(h, b"", 500), "answered 500"),
    "cut short": (lambda h, _: send(h, b"PK\x03\x04 half", length=9999), "ended before its announced length"),
    "not a workbook": (lambda h, _: send(h, b"PK\x03\x04 no archive", **DATED), "no readable workbook"),
    "page": (html, "web page instead of a workbook"),
    "time-out": (lambda h, _: time.sleep(1), "time limit"),
    "elsewhere": (lambda h, _: send(h, b"", 302, Location="http://example.org/x.xlsx"), "not an https address"),
    "nothing": (lambda h, _: send(h, b""), "sent nothing"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("source", ["nato", "sipri"])
def test_faults_of_workbooks_leave_the_old_edition_in_force(server, base, fault, source):
    answer, message = FAULTS[fault]
    limits = QUICK if fault == "time-out" else LIMITS
    with pytest.raises(FetchError, match=message):
        nato(server, limits=limits, answer=answer) if source == "nato" else sipri(server, limits=limits, answer=answer)
    held_as_before(base)


def held_as_before(base) -> None:
    assert not list((refresh.folders.data()).rglob("*"))
    assert facts.load().digest == base.digest


def test_changed_layouts_of_nato_are_refused(server, base):
    cases = [
        (layouts.nato_workbook(base, drop="Table 3"), "no whole table of core_share"),
        (layouts.nato_workbook(base, rename={"POL": "Poland and others"}), "rows of no known ally: Poland and others"),
        (layouts.nato_workbook(base, factor=0.01), "implausible figures"),
    ]
    for workbook, message in cases:
        with pytest.raises(FetchError, match=message):
            nato(server, workbook)
    server.routes["/topic"] = b"<html><body>moved</body></html>"
    with pytest.raises(FetchError, match="the page has changed"):
        refresh.update("nato", LIMITS, topic=f"{server.address}/topic")
    held_as_before(base)


def test_a_workbook_without_a_date_asks_for_one(server, base, tmp_path):
    workbook = layouts.stamped(layouts.nato_workbook(base), "2025-05-18")
    with pytest.raises(FetchError, match=r"saved on 2025-05-18.*--published"):
        nato(server, answer=lambda h, _: send(h, workbook))
    path = tmp_path / "def-exp-2027-en.xlsx"
    path.write_bytes(workbook)
    assert refresh.update_from_file("nato", path, "2027-07-07").edition == "2027-07"
    path.write_bytes(layouts.stamped(workbook, "2026-07-10"))
    assert refresh.update_from_file("nato", path).published == "2026-07-10"
    with pytest.raises(InputError, match="no such file"):
        refresh.update_from_file("nato", Path("absent.xlsx"))


def sipri(server, workbook: bytes = b"", limits: Limits = LIMITS, answer=None):
    name = "/sites/default/files/SIPRI-Milex-data-1949-{}_v1.2.xlsx"
    server.routes["/milex"] = "".join(f'<a href="{name.format(y)}">{y}</a>' for y in (2024, 2026, 2025)).encode()
    server.routes[name.format(2026)] = answer or (lambda h, _: send(h, workbook, **DATED))
    return refresh.update("sipri", limits, page=f"{server.address}/milex")


def test_sipri_arrives_on_the_users_machine_only(server, base):
    done = sipri(server, layouts.sipri_workbook(base))
    assert done.variables == (
        "sipri_lcu",
        "sipri_share",
        "sipri_usd_constant",
        "sipri_usd_current",
    )  # no figures of Russia
    known = facts.load().as_of("2027-07-07")
    assert known.value("sipri_share", "POL", 2024) == pytest.approx(3.75)
    assert (
        known.fact("sipri_share", "TUR", 2024).kind == "estimate"
        and known.fact("sipri_share", "POL", 2024).kind == "actual"
    )
    assert known.fact("sipri_share", "ALB", 2014).note == "highly uncertain (SIPRI)"
    assert known.series("sipri_share", "MNE").index[0] == "2016"
    assert known.series("sipri_usd_constant", "POL").attrs["unit"] == "USD million, 2024 prices"
    assert known.value("sipri_lcu", "POL", 2024) == pytest.approx(3750)
    assert not base.as_of("2027-07-07").has("sipri_share", "POL")


def test_older_workbooks_of_sipri_are_read_alike(server, base, user_folder):
    new, old = (sipri_rows(layouts.sipri_workbook(base, older=older)) for older in (False, True))
    assert new.equals(old) and {"USA", "GBR", "MKD", "CZE"} <= set(old["entity"])


def sipri_rows(workbook: bytes):
    return refresh.sipri.parse(Download(workbook, "SIPRI-Milex-data-1949-2020_0.xlsx", ""), "2021-04-26")


def test_changed_layouts_of_sipri_are_refused(server, base):
    with pytest.raises(FetchError, match="no row of years after 'Country'"):
        sipri(server, layouts.sipri_workbook(base, header="State"))
    with pytest.raises(FetchError, match="no sheet named 'Share of GDP'"):
        sipri(server, layouts.nato_workbook(base))
    held_as_before(base)


def imf(server, message, limits: Limits = LIMITS):
    def answer(handler, _):
        assert ".NGDP_RPCH+" in handler.path and "POL+" in handler.path and "startPeriod=2000" in handler.path
        message(handler, _) if callable(message) else send(handler, message)

    address = f"{server.address}/WEO,+"
    codes = "+".join([*facts.allies(), "RUS", "UKR"])
    server.routes[f"/WEO,+/{codes}.{'+'.join(refresh.imf.INDICATORS)}.A"] = answer
    return refresh.update("imf", limits, base=address)


def test_imf_weo_over_sdmx(server, base):
    done = imf(server, layouts.weo_message(base))
    assert (done.edition, done.published) == ("2026-04", "2026-04-14") and "net_effective_rate" in done.variables
    now = facts.load()
    new, old = now.as_of("2026-04-14"), now.as_of("2026-01-18")  # before single figures of an update are held
    for variable in ("gdp_growth", "gdp_lcu", "population", "net_effective_rate", "debt_gross"):
        for code in ("POL", "USA", "RUS"):
            assert new.series(variable, code).attrs["edition"] == "2026-04"
            assert new.series(variable, code).tolist() == pytest.approx(
                old.series(variable, code).tolist(), abs=2e-4, rel=1e-6
            )
    kinds = new.series("gdp_growth", "POL").attrs["kind"]
    assert (kinds["2024"], kinds["2025"]) == ("actual", "forecast")
    assert new.series("gdp_growth", "USA").attrs["kind"]["2025"] == "actual"
    assert "2031" not in new.series("gdp_growth", "POL").index
    assert new.series("gdp_growth", "FRA")["2025"] == old.series("gdp_growth", "FRA")["2025"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda b: lambda h, _: send(h, b"", 500), "answered 500"),
        (lambda b: lambda h, _: send(h, layouts.weo_message(b)[:9000]), "no readable SDMX message"),
        (lambda b: lambda h, _: send(h, layouts.weo_message(b)[:9000], length=99999), "announced length"),
        (lambda b: html, "web page instead of SDMX data"),
        (lambda b: layouts.weo_message(b).replace(b"PUBLICATION_DATE", b"ISSUED"), "no PUBLICATION_DATE"),
        (lambda b: layouts.weo_message(b).replace(b" INDICATOR=", b" SUBJECT="), "without COUNTRY and INDICATOR"),
        (lambda b: layouts.weo_message(b, leave_out="GGXWDG_NGDP"), "no figures of GGXWDG_NGDP"),
        (lambda b: layouts.weo_message(b, factor=1000), "implausible|limits"),
        (lambda b: lambda h, _: time.sleep(1), "time limit"),
    ],
)
def test_faults_of_the_imf_leave_the_old_edition_in_force(server, base, make, message):
    with pytest.raises(FetchError, match=message):
        imf(server, make(base), QUICK if message == "time limit" else LIMITS)
    held_as_before(base)


def world_bank(server, answers: dict):
    countries = ";".join(c for c, e in facts.entities().items() if e.kind == "country" and c != "SUN")
    for indicator, (_, _, scope) in refresh.worldbank.INDICATORS.items():
        asked = countries if scope == "all" else scope
        server.routes[f"/v2/country/{asked}/indicator/{indicator}"] = answers[indicator]
    return refresh.update("worldbank", LIMITS, base=f"{server.address}/v2")


def answers(base, **changes):
    return {i: layouts.world_bank_answer(base, i) for i in refresh.worldbank.INDICATORS} | changes


def test_world_bank(server, base):
    done = world_bank(server, answers(base))
    assert done.edition == "2026-10-13" and set(done.variables) == {
        "gdp_usd_world_bank",
        "gdp_growth_world_bank",
        "cpi_world_bank",
    }
    new, old = facts.load().as_of("2026-10-13"), base.as_of("2026-10-13")
    assert new.series("gdp_usd_world_bank", "POL").tolist() == pytest.approx(
        old.series("gdp_usd_world_bank", "POL").tolist()
    )
    assert new.series("gdp_usd_world_bank", "POL").attrs["published"] == "2026-10-13"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'[{"message":[{"id":"120","key":"Invalid value"}]}]', "no figures in the answer"),
        (b'[{"page":1,"pages":2,"lastupdated":"2026-10-13"},[{}]]', "has 2 pages"),
        (b'[{"page":1,"pages":1,"lastupdated":"2026-10-13"},[{"iso":"POL"}]]', "the layout has changed"),
        (b'[{"page":1,', "no readable JSON"),
        (b"<html><body>Sorry</body></html>", "web page instead of JSON"),
    ],
)
def test_faults_of_the_world_bank_leave_the_old_figures_in_force(server, base, body, message):
    with pytest.raises(FetchError, match=message):
        world_bank(server, answers(base, **{"NY.GDP.MKTP.CD": body}))
    held_as_before(base)


def bank_of_russia(server, key_rate=None, **records):
    texts = {"KeyRateXML": layouts.KEY_RATE, "mrrfXML": layouts.RESERVES, "GetCursDynamicXML": layouts.DOLLAR} | records

    def answer(handler, body):
        method = next(m for m in texts if f"<{m} ".encode() in body)
        assert handler.headers["SOAPAction"] == f'"http://web.cbr.ru/{method}"' and b"2026-11-22" in body
        send(handler, key_rate if key_rate and method == "KeyRateXML" else layouts.soap_answer(method, texts[method]))

    server.routes["/DailyInfo.asmx"] = answer
    return refresh.update("cbr", LIMITS, service=f"{server.address}/DailyInfo.asmx", until="2026-11-22")


def test_bank_of_russia(server):
    assert bank_of_russia(server).variables == ("key_rate", "reserves_gold_usd", "reserves_usd", "rub_per_usd")
    known = facts.load().as_of("2026-11-22")
    assert known.series("key_rate", "RUS").tail(4).to_dict() == {
        "2026-08-20": 14.0,
        "2026-09-11": 14.0,
        "2026-10-26": 13.5,
        "2026-10-30": 13.5,
    }
    assert known.value("reserves_usd", "RUS", "2026-10-01") == 750.0
    assert known.value("reserves_gold_usd", "RUS", "2026-10-01") == 320.0
    assert (
        known.value("rub_per_usd", "RUS", "2026-09") == 81.0
        and "2026-10" not in known.series("rub_per_usd", "RUS").index
    )
    assert known.fact("key_rate", "RUS", "2025-06-09").value == 20.0
    assert facts.load().as_of("2026-10-01").latest("key_rate", "RUS").period == "2026-09-11"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"key_rate": b"<html>no</html>"}, "web page instead of XML"),
        ({"key_rate": b"<soap:Envelope"}, "no readable XML"),
        ({"KeyRateXML": "<KeyRate><X/></KeyRate>"}, "no record 'KR'"),
        ({"mrrfXML": "<mmrf><mr><D0>2026-09-01</D0><p1>abc</p1></mr></mmrf>"}, "cannot be read"),
        ({"mrrfXML": "<mmrf><mr><D0>2026-09-01</D0><p1>5</p1></mr></mmrf>"}, "cannot be read"),
        ({"KeyRateXML": "<KeyRate><KR><DT>2026-10-26</DT><Rate>1350</Rate></KR></KeyRate>"}, "do not pass the checks"),
    ],
)
def test_faults_of_the_bank_of_russia_leave_the_old_figures_in_force(server, base, fault, message):
    with pytest.raises(FetchError, match=message):
        bank_of_russia(server, **fault)
    held_as_before(base)


def test_a_write_that_fails_leaves_nothing_behind(server, base, monkeypatch):
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        nato(server, layouts.nato_workbook(base))
    monkeypatch.undo()
    assert not [p for p in refresh.folders.data().rglob("*") if p.is_file()]


def test_a_damaged_edition_is_named(user_folder):
    path = user_folder / "editions" / "nato-2027-07-07.csv"
    path.parent.mkdir(parents=True)
    path.write_text("entity,period\nPOL,2024\n")
    with pytest.raises(InputError, match=r"nato-2027-07-07\.csv.*remove it and update again"):
        facts.load()
