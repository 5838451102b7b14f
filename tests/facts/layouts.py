"""Files and answers in the publishers' layouts, filled with figures of the embedded tables."""

from __future__ import annotations

import io
import json
import re
import zipfile

import openpyxl
from openpyxl.styles import Color, Font

from overstretch import facts
from overstretch.facts import checks
from overstretch.facts.sources import imf, worldbank

NATO_SHEETS = (
    # sheet, title, unit row, (heading, variable, estimates flagged)
    (
        "Table 2",
        "Table 2: Core defence expenditure",
        "Million US dollars",
        (
            ("Current prices and exchange rates", "core_spending_usd_current"),
            ("Constant 2021 prices and exchange rates", "core_spending_usd_constant"),
        ),
    ),
    (
        "Table 3",
        "Table 3: Core defence expenditure as a share of GDP and annual real change",
        "Based on 2021 prices",
        (("Share of real GDP (%)", "core_share"),),
    ),
    ("Table 7", "Table 7: Military personnel", "Thousands", (("Thousands", "personnel"),)),
    (
        "Table 8a",
        "Table 8a: Distribution of core defence expenditure by main category",
        "Percentage of total defence expenditure",
        (("Equipment (a)", "equipment_share"),),
    ),
)
NATO_NAMES = {
    "SVK": "Slovak Republic",
    "SVN": "Slovenia*",
    "NATO_TOTAL": "NATO Total",
    "NATO_EUR_CAN": "NATO Europe and Canada",
}


def nato_workbook(
    base: facts.Facts, drop: str = "", rename: dict[str, str] | None = None, factor: float = 1.0
) -> bytes:
    """NATO's workbook in the layout of 2026: labels in column A, years over them, `e` for estimates, notes at the
    end."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, title, unit, blocks in NATO_SHEETS:
        if name == drop:
            continue
        sheet = book.create_sheet(name)
        sheet.append([title])
        sheet.append([unit])
        for heading, variable in blocks:
            panel = checks.edition_panel(base, variable, "2026-07")
            sheet.append([heading])
            sheet.append([None, *(f"{y}e" if y >= 2025 else y for y in panel.index)])
            for code in panel.columns:
                label = (NATO_NAMES | (rename or {})).get(code, facts.entity(code).name)
                sheet.append([label, *(float(v) * factor for v in panel[code])])
            sheet.append([])
        sheet.append(["Notes: Figures for 2025 and 2026 are estimates."])
    return _bytes(book)


def sipri_workbook(base: facts.Facts, header: str = "Country", older: bool = False) -> bytes:
    """SIPRI's workbook: regions as rows of their own, '. .' and 'xxx' for no figure, blue and red cells; or as to
    2021."""
    usd = "USD" if older else "US$"
    called = {"USA": "USA", "GBR": "UK", "MKD": "Macedonia", "CZE": "Czech Republic"} if older else {}
    panel = checks.edition_panel(base, "core_share", "2026-07")
    codes = [c for c in panel.columns if not c.startswith("NATO")]
    book = openpyxl.Workbook()
    book.active.title = "Front page"
    for title, scale, extra in (
        ("Local currency calendar years", 1e9, ["Currency", "Notes"]),
        (f"Constant (2024) {usd}", 1e3, ["", "Notes"]),
        (f"Current {usd}", 1e3, ["Notes"]),
        ("Share of GDP", 0.01, ["Notes"]),
    ):
        sheet = book.create_sheet(title)
        sheet.append([f"Military expenditure by country, {title} © SIPRI"])
        sheet.append(['". ." = data unavailable. "xxx" = country did not exist'])
        sheet.append([header, *extra, *(int(y) for y in panel.index)])
        sheet.append([])
        sheet.append(["Europe"])
        for code in codes:
            name = ({"USA": "United States of America"} | called).get(code, facts.entity(code).name)
            values = [float(v) * scale for v in panel[code]]
            values[0], values[1] = ("xxx", ". .") if code == "MNE" else (values[0], values[1])
            sheet.append([name, *[None] * len(extra), *values])
            if code == "TUR":
                for cell in sheet[sheet.max_row][len(extra) + 1 :]:
                    cell.font = Font(color=Color(indexed=12))
            if code == "ALB":
                sheet[sheet.max_row][len(extra) + 1].font = Font(color="FFFF0000")
        sheet.append(["Ruritania", *[None] * len(extra), *([1.0] * len(panel))])
    return _bytes(book)


def nato_workbook_of_2019(base: facts.Facts) -> bytes:
    """NATO's workbook as in 2019: other numbers of tables, 29 members, rows of Europe and North America, dotted
    titles."""
    joined = {"FIN", "SWE", "MKD"}
    titles = {
        "Table 7": "Table 6 : Military personnel",
        "Table 2": "Table 2 : Defence expenditure",
        "Table 3": "Table 3 : Defence expenditure as a share of GDP and annual real change",
        "Table 8a": "Table 8 : Distribution of defence expenditure by main category",
    }
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, _, unit, blocks in NATO_SHEETS:
        sheet = book.create_sheet(f"Sheet {name}")
        sheet.append([None, titles[name]])
        sheet.append([None, unit])
        for heading, variable in blocks:
            panel = checks.edition_panel(base, variable, "2024-06").loc[2014:2019]
            sheet.append([None, heading.replace("2021", "2015")])
            sheet.append([None, None, *(f"{y}e" if y == 2019 else y for y in panel.index)])
            for code in panel.columns.difference(joined):
                sheet.append([None, NATO_NAMES.get(code, facts.entity(code).name), *map(float, panel[code])])
            for region in ("NATO Europe", "North America"):
                sheet.append([None, region, *[1.0] * len(panel)])
    return _bytes(book)


def _bytes(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def stamped(workbook: bytes, day: str) -> bytes:
    """The same workbook as if it had been saved on `day`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{day}T09:00:00Z".encode(), data)
            new.writestr(name, data)
    return out.getvalue()


def weo_message(base: facts.Facts, published: str = "2026-04-14", leave_out: str = "", factor: float = 1.0) -> bytes:
    """The IMF's answer: SDMX 2.1 structure-specific data with groups, full units and a last actual year per series."""
    space = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    flow = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=IMF.RES:WEO(9.0.0):ObsLevelDim:TIME_PERIOD"
    known = base.as_of("2025-11-01")
    groups, series = [], []
    for indicator, (variable, divisor) in imf.INDICATORS.items():
        for code in known.entities(variable):
            if indicator == leave_out or code not in ("POL", "DEU", "USA", "RUS"):
                continue
            groups.append(
                f'<Group INDICATOR="{indicator}" COUNTRY="{code}" '
                f'LATEST_ACTUAL_ANNUAL_DATA="{"FY2024/25" if code == "USA" else "2024"}"/>'
            )
            one = known.series(variable, code)
            observations = "".join(
                f'<Obs TIME_PERIOD="{p}" OBS_VALUE="{v * divisor * factor!r}"/>' for p, v in one.items()
            )
            series.append(
                f'<Series COUNTRY="{code}" INDICATOR="{indicator}" FREQUENCY="A" SCALE="0">{observations}<Obs '
                f'TIME_PERIOD="2031"/></Series>'
            )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><message:StructureSpecificData '
        f'xmlns:ss="{space}/data/structurespecific" '
        f'xmlns:ns1="{flow}" xmlns:message="{space}/message" xmlns:common="{space}/common" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><message:Header><message:ID>DS1</message:ID>'
        "<message:Test>false</message:Test><message:Prepared>2026-09-22T14:36:59Z</message:Prepared><message:"
        'Sender id="IMF"/>'
        f'<message:Structure structureID="IMF.RES_WEO_9_0_0" namespace="{flow}" dimensionAtObservation="TIME_PERIOD">'
        '<common:StructureUsage><Ref agencyID="IMF.RES" id="WEO" '
        'version="9.0.0"/></common:StructureUsage></message:Structure>'
        "</message:Header>"
        '<message:DataSet ss:dataScope="DataStructure" xsi:type="ns1:DataSetType" '
        'ss:structureRef="IMF.RES_WEO_9_0_0" action="Replace" '
        f'UPDATE_DATE="{published}T13:00:00Z" PUBLICATION_DATE="{published}T13:00:00Z">{"".join(groups)}'
        f"{''.join(series)}"
        "</message:DataSet></message:StructureSpecificData>"
    ).encode()


def world_bank_answer(base: facts.Facts, indicator: str, factor: float = 1.0) -> bytes:
    """The World Bank's JSON: a list of what the answer holds and of the figures, newest first, null where none."""
    variable, divisor, scope = worldbank.INDICATORS[indicator]
    known = base.as_of("2026-11-22")
    figures = []
    for code in ("RUS",) if scope == "RUS" else known.entities(variable):
        for period, value in reversed(list(known.series(variable, code).items())):
            figures.append(_figure(indicator, code, period, value * divisor * factor))
        figures.insert(0, _figure(indicator, code, "2025", None))
    about = {
        "page": 1,
        "pages": 1,
        "per_page": 20000,
        "total": len(figures),
        "sourceid": "2",
        "lastupdated": "2026-10-13",
    }
    return json.dumps([about, figures]).encode()


def _figure(indicator: str, code: str, period: str, value: float | None) -> dict:
    return {
        "indicator": {"id": indicator, "value": ""},
        "country": {"id": code[:2], "value": ""},
        "countryiso3code": code,
        "date": period,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def soap_answer(method: str, records: str) -> bytes:
    """An answer of the Bank of Russia's SOAP service."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><soap:Envelope '
        'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        f'<{method}Response xmlns="http://web.cbr.ru/"><{method}Result>{records}</{method}Result></{method}Response>'
        "</soap:Body></soap:Envelope>"
    ).encode()


KEY_RATE = (
    '<KeyRate xmlns="">'
    + "".join(
        f"<KR><DT>2026-{day}T00:00:00+03:00</DT><Rate>{rate}</Rate></KR>"
        for day, rate in (
            ("10-30", "13.50"),
            ("10-29", "13.50"),
            ("10-26", "13.50"),
            ("09-14", "14.00"),
            ("09-11", "14.00"),
        )
    )
    + "</KeyRate>"
)
RESERVES = (
    '<mmrf xmlns="">'
    + "".join(
        f"<mr><D0>2026-{m}-01T00:00:00+03:00</D0><p1>{total}</p1><p2>400000</p2><p3>1</p3><p4>2</p4><p5>3</p5>"
        f"<p6>{gold}</p6></mr>"
        for m, total, gold in (("09", 740000, 310000), ("10", 750000, 320000))
    )
    + "</mmrf>"
)
DOLLAR = (
    '<ValuteData xmlns="">'
    + "".join(
        f"<ValuteCursDynamic><CursDate>2026-{day}T00:00:00+03:00</CursDate><Vcode>R01235</Vcode><Vnom>1</Vnom>"
        f"<Vcurs>{rate}</Vcurs></ValuteCursDynamic>"
        for day, rate in (("09-01", 80), ("09-30", 82), ("10-01", 90))
    )
    + "</ValuteData>"
)
