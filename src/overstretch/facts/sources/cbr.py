"""Bank of Russia: key rate, reserves and official dollar rate from its SOAP service of daily figures."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pandas as pd

from overstretch.facts.fetch import Download, FetchError, Limits, get, refuse_html
from overstretch.facts.sources import dated, survey
from overstretch.facts.sources.dated import changes
from overstretch.facts.sources.form import in_form

SERVICE = "https://www.cbr.ru/DailyInfoWebServ/DailyInfo.asmx"
TERMS = "Bank of Russia: public, source to be named"
_SPACE = "http://web.cbr.ru/"
_DOLLAR = "R01235"
_FIRST = "2021-01-01"


def fetch(limits: Limits, service: str = SERVICE, until: str = "") -> pd.DataFrame:
    """Key rate, international reserves and monthly mean dollar rate, 2021 to `until` (today)."""
    until = until or date.today().isoformat()
    span = f"<fromDate>{_FIRST}</fromDate><ToDate>{until}</ToDate>"
    dollar = f"<FromDate>{_FIRST}</FromDate><ToDate>{until}</ToDate><ValutaCode>{_DOLLAR}</ValutaCode>"
    parts = [
        key_rate(_call("KeyRateXML", span, service, limits), service),
        reserves(_call("mrrfXML", span, service, limits), service),
        dollar_rate(_call("GetCursDynamicXML", dollar, service, limits), service),
    ]
    return pd.concat(parts, ignore_index=True)


def parse(file: Download, published: str = "") -> pd.DataFrame:
    """Rows of a table of days (key rate, inflation, reserves) or of the survey of analysts, downloaded as csv or
    xlsx."""
    return survey.parse(file, published) if survey.is_survey(file) else dated.parse(file, "cbr")


def _call(method: str, arguments: str, service: str, limits: Limits) -> bytes:
    body = (
        '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
        f'<soap:Body><{method} xmlns="{_SPACE}">{arguments}</{method}></soap:Body></soap:Envelope>'
    )
    headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{_SPACE}{method}"'}
    return get(service, limits, body.encode(), headers).content


def key_rate(content: bytes, address: str) -> pd.DataFrame:
    """One row per change, on the first day at the new rate, and the last day, on which it still stood."""
    figures = _records(content, "KR", ("DT", "Rate"), address)
    rows = changes(figures.rename(columns={"DT": "period", "Rate": "value"}).sort_values("period"))
    return _form(rows, "key_rate", "Bank of Russia key rate", address, published=rows["period"])


def reserves(content: bytes, address: str) -> pd.DataFrame:
    """Total (p1) and gold (p6) of international reserves, first of the month, billion dollars."""
    figures = _records(content, "mr", ("D0", "p1", "p6"), address)
    parts = []
    for column, variable in (("p1", "reserves_usd"), ("p6", "reserves_gold_usd")):
        rows = pd.DataFrame({"period": figures["D0"], "value": figures[column] / 1e3})
        parts.append(_form(rows, variable, "Bank of Russia", address))
    return pd.concat(parts, ignore_index=True)


def dollar_rate(content: bytes, address: str) -> pd.DataFrame:
    """Mean of the official daily dollar rates of each whole month."""
    figures = _records(content, "ValuteCursDynamic", ("CursDate", "Vcurs", "Vnom"), address)
    daily = figures["Vcurs"] / figures["Vnom"]
    monthly = daily.groupby(figures["CursDate"].str[:7]).mean().iloc[:-1]
    rows = pd.DataFrame({"period": monthly.index, "value": monthly.to_numpy()})
    return _form(rows, "rub_per_usd", "Bank of Russia official rate", address)


def _records(content: bytes, tag: str, fields: tuple[str, ...], address: str) -> pd.DataFrame:
    """Records of a SOAP answer: the first field is a day, the others are numbers."""
    refuse_html(content, address, "XML")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise FetchError(f"{address}: no readable XML ({error})") from None
    found = [
        {child.tag.split("}")[-1]: child.text or "" for child in e} for e in root.iter() if e.tag.split("}")[-1] == tag
    ]
    if not found:
        raise FetchError(f"{address}: no record {tag!r} in the answer; the layout has changed")
    try:
        rows = [(r[fields[0]][:10], *(float(r[name]) for name in fields[1:])) for r in found]
    except (KeyError, TypeError, ValueError) as error:
        raise FetchError(f"{address}: a record {tag!r} cannot be read ({error}); the layout has changed") from None
    return pd.DataFrame(rows, columns=list(fields))


def _form(
    rows: pd.DataFrame, variable: str, source: str, address: str, published: pd.Series | str = ""
) -> pd.DataFrame:
    own = rows[["period", "value"]].assign(entity="RUS", variable=variable, kind="actual")
    return in_form(own, published, "running", source, address, TERMS)
