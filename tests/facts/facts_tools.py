"""What several tests of the facts share: one valid row, and an answer of the loopback server."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pandas as pd

from overstretch.facts import Facts

ROW = {
    "entity": "POL",
    "period": "2025",
    "variable": "core_share",
    "value": "4.7",
    "unit": "% of GDP",
    "kind": "estimate",
    "published": "2025-06-01",
    "source": "own reckoning",
    "edition": "",
    "address": "",
    "terms": "",
    "note": "",
}


def undated(facts: Facts) -> pd.DataFrame:
    """Rows that no day admits: without a day of publication, of variables without a documented lag."""
    return facts.rows[facts.rows["known_from"].dt.year == 9999]


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, length: int | None = None, **headers: str
) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)
