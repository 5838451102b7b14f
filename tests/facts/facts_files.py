"""Publishers' own files as they are downloaded, filled with figures of the embedded tables."""

from __future__ import annotations

import io

import openpyxl

from overstretch import facts
from overstretch.facts.sources import imf, worldbank

WEO_SCALES = {1e9: ("Billions", 1e9), 1e6: ("Millions", 1e6), 1.0: ("Units", 1.0)}


def weo_file(base: facts.Facts, leave_out: str = "", factor: float = 1.0, scale: str = "") -> bytes:
    """The WEO's file by countries: tab-separated UTF-16 with thousands commas, n/a, and lines about the edition."""
    known = base.as_of("2025-11-01")
    years = [str(year) for year in range(1980, 2031)]
    head = [
        "WEO Country Code",
        "ISO",
        "WEO Subject Code",
        "Country",
        "Subject Descriptor",
        "Subject Notes",
        "Units",
        "Scale",
        "Country/Series-specific Notes",
        *years,
        "Estimates Start After",
    ]
    lines = ["\t".join(head)]
    for code in ("POL", "DEU", "USA", "RUS"):
        for indicator, (variable, divisor) in imf.INDICATORS.items():
            if indicator == leave_out or code not in known.entities(variable):
                continue
            word, magnitude = WEO_SCALES[divisor]
            values = known.series(variable, code) * (divisor / magnitude) * factor
            cells = [f"{values[y]:,.4f}" if y in values.index else ("--" if y < "1990" else "n/a") for y in years]
            name = facts.entity(code).name
            lines.append("\t".join(["1", code, indicator, name, variable, "", "x", scale or word, "", *cells, "2024"]))
    lines += ["", "International Monetary Fund, World Economic Outlook Database, October 2025"]
    return "\r\n".join(lines).encode("utf-16")


def world_bank_file(base: facts.Facts, indicator: str) -> bytes:
    """A CSV of the World Bank's pages: lines about the file, then all countries by year, every cell in quotes."""
    variable, divisor, _ = worldbank.INDICATORS[indicator]
    known = base.as_of("2026-11-22")
    years = [str(year) for year in range(1960, 2026)]
    lines = ['"Data Source","World Development Indicators",', "", '"Last Updated Date","2026-10-13",', ""]
    lines.append(
        ",".join(f'"{c}"' for c in ("Country Name", "Country Code", "Indicator Name", "Indicator Code", *years)) + ","
    )
    for code in known.entities(variable):
        values = known.series(variable, code)
        cells = [repr(float(values[y]) * divisor) if y in values.index else "" for y in years]
        lines.append(",".join(f'"{c}"' for c in (facts.entity(code).name, code, "x, y", indicator, *cells)) + ",")
    lines.append(",".join(f'"{c}"' for c in ("Aruba", "ABW", "x, y", indicator, *["5"] * len(years))) + ",")
    return "\r\n".join(lines).encode("utf-8-sig")


EUROSTAT = (
    b"freq,int_rt,geo\\TIME_PERIOD\t2022 \t2023 \t2024 \t2025 \n"
    b"A,MCBY,DE\t1.14 \t2.43 \t2.32 b\t2.58 p\n"
    b"A,MCBY,EL\t: \t4.03 \t3.35 \t: z\n"
    b"A,MCBY,EA\t1.9 \t3.1 \t2.9 \t3.0 \n"
)

KEY_RATE_CSV = "Дата;Ставка\r\n30.10.2026;13,50\r\n26.10.2026;13,50\r\n23.10.2026;14,00\r\n14.09.2026;14,00\r\n".encode(
    "cp1251"
)
INFLATION_CSV = (
    "Дата;Ключевая ставка, % годовых;Инфляция, % г/г;Цель по инфляции, "
    "%\n10.2026;14,00;6,45;4,00\n09.2026;14,00;6,80;4,00\n"
).encode()
BRENT_CSV = b"observation_date,MCOILBRENTEU\n2026-08-01,81.20\n2026-09-01,79.95\n2026-10-01,.\n"


def fund_workbook() -> bytes:
    """The Finance Ministry's table of the fund: two lines of headings over columns in dollars and roubles."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Объем средств Фонда национального благосостояния"])
    sheet.append(["Дата", "Объем ФНБ", None, "Ликвидные активы ФНБ", None])
    sheet.append([None, "млрд. долл. США", "млрд. руб.", "млрд. долл. США", "млрд. руб."])
    sheet.append(["01.09.2026", 170.5, 13500.0, 45.9, 3650.25])
    sheet.append(["01.10.2026", 171.0, 13610.0, "45,10", "3 590,75"])
    return _bytes(book)


def survey_workbook() -> bytes:
    """The survey of analysts: indicators by year, the last survey's mean in brackets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Макроэкономический опрос Банка России, октябрь 2026"])
    sheet.append(["Показатель", "2025 (факт)", 2026, 2027, 2028])
    sheet.append(["Инфляция (ИПЦ, % дек. к дек.)", "5,6", "6,5 (6,6)", "4,8", "4,0"])
    sheet.append(["Ключевая ставка (% годовых, в среднем за год)", "19,2", "14,4 (14,2)", "11,0 (10,6)", "9,1"])
    sheet.append(["ВВП (% г/г)", "1,0", "0,3 (0,8)", "1,2 (1,4)", "1,7"])
    sheet.append(["Номинальный ВВП (трлн руб.)", "214", "229", "243", "259"])
    return _bytes(book)


def _bytes(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
