"""Encodings, date lines, and the numbers and deadlines of real wording."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements import read
from overstretch.statements.mentions.dateline import article_date
from overstretch.statements.mentions.dates import dates
from overstretch.statements.mentions.quantities import quantities
from overstretch.statements.sources.encoding import encoding_of

CURLY = "“We won’t pay – ever,” said Zoë Müller. The budget rose by £3bn… and the café’s owner agreed.\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_encodings_are_told_apart(name):
    assert CURLY.encode(name).decode(encoding_of(CURLY.encode(name))) == CURLY


def test_broken_utf8_stays_utf8():
    assert encoding_of(CURLY.encode() + b"\xff") == "utf-8"


def test_an_old_encoding_is_said(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(
        (CURLY + "Anna Nowak said that the plan of the state was safe and that it would be paid for.\n").encode(
            "cp1252"
        )
    )
    reading = read([path])
    assert reading.documents[0].encoding == "cp1252" and reading.documents[0].format == "article"
    assert reading.statements[0].content == "We won’t pay – ever"


LINES = """
2025-07-02 | MADRID, July 2, 2025 - The minister said
2025-07-02 | 2 July 2025 14:05
2025-07-02 | 02.07.2025
2025-07-02 | Wednesday 2 July 2025
2025-07-02 | Published: 2 July 2025
2025-07-02 | Updated 2 July 2025, 14:05
2025-08-14 | LISBON, Aug 14 2025 (Newswire) - The
2026-04-17 | 17 APR 2026, 11:42
2026-04-17 | OSLO, April 17, 2026. /ABC/. The
2025-07-02 | 2025-07-02T14:05:00Z
2025-07-02 | Jul. 2, 2025
2025-07-02 | 2nd July, 2025
2025-07-02 | Wed 2 Jul 2025 19.04 BST
2025-07-02 | July 2, 2025 / 10:15 a.m. ET
2025-07-02 | By Anna Example, 2 July 2025
2025-07-02 | Issued on: 02/07/2025 - 14:05
2025-07-02 | Date: 2 July 2025
2026-05-21 | Helsinki, 21 May 2026
2026-03-18 | WEDNESDAY, MARCH 18, 2026
2025-12-02 | PUBLISHED: 09:14, 2 December 2025 / UPDATED: 11:30, 3 December 2025
2026-07-08 | First published on Wed 8 Jul 2026 07.58 BST
2025-09-05 | 5 September 2025 at 6:31am
2025-09-05 | Posted on September 5, 2025 by admin
2025-09-05 | Last updated: Sept. 5, 2025 9:52 PM GMT+2
2025-09-05 | Friday, September 5th 2025
2025-09-05 | 05.09.2025 09:52 Uhr
2025-09-05 | 2025/09/05
2025-09-05 | Paris (AFP) – 5 September 2025 – The
2025-09-05 | BRUSSELS, 5 September 2025 (Agency) — Ministers agreed
2025-09-05 | WARSAW — September 5, 2025 — The
2025-09-05 | The Gazette, 5 September 2025
2025-09-05 | 05 Sep 2025, 16:20 CEST
2025-09-05 | September 5, 2025 at 4:20 p.m. EDT
2025-09-05 | Fri, 05 Sep 2025 16:20:00 +0200
2025-09-05 | 5. September 2025
2025-09-05 | Press release No 41/2025 · 5 September 2025
2026-07-06 | By the data desk. Updated 6 July 2026, 14:00
2026-10-09 | Issue 41/2026 · published on 9 October 2026
2025-07-03 | Sofia, 3/7/2025 –
2025-07-03 | Created: 3 July 2025, Changed: 4 July 2025
2025-09-05 | WARSAW, Sept 5 (Newswire) - Analysts, September 2025
 | At the summit in The Hague on June 24-25, 2025, the members agreed.
 | The deal of 3 March 2024 holds until 2030.
"""


# Written after the rules: 37 of these 40 were right at first sight.
FRESH = """
2026-02-11 | BRUSSELS / 11 February 2026 / As recorded
2026-06-03 | Posted on June 3, 2026
2025-11-21 | Fri 21 Nov 2025 17.42 GMT
2025-11-26 | Published 26 November 2025, updated 27 November 2025
2026-01-19 | Released 19 January 2026 / 41 min
2026-01-30 | By the economics team · 30 January 2026 · 4 min read
2026-02-05 | Your Thursday letter on money and guns / No. 87 / 5 February 2026
2026-04-18 | Weekend, 18 April 2026
2026-05-12 | 12 MAY 2026, 13:20
2026-09-30 | 30 Sep. 2026
2026-03-09 | Monday 9 March 2026
2026-04-23 | THURSDAY, APRIL 23, 2026
2026-03-03 | Institute for East European Studies, 3 March 2026
2025-06-23 | 06/23/2025 11:05 AM EDT
2024-07-05 | 05 Jul. 2024 -
2019-11-19 | 19 Nov. 2019 - / Last updated 21-Nov-2019 10:03
2025-06-05 | Berlin, den 5. Juni 2025
2025-08-01 | Aug. 1, 2025, 5:01 a.m. ET
2025-08-01 | 1 Aug 2025 — 10:44
2025-08-01 | Date of issue: 01 August 2025
2025-12-19 | VILNIUS, December 19 2025, BNS -
2025-12-19 | MOSCOW. Dec 19 2025 (Interfax) - Russia
2025-12-19 | (Kyiv, 19 December 2025)
2025-12-19 | Kyiv • 19 December 2025 • 08:30
2026-01-07 | Jan 7 2026
2026-01-07 | 7 Jan 26
2026-01-07 | 2026-01-07 09:15:32
2026-01-07 | Wednesday, Jan. 7, 2026 - 9:15am
2026-01-07 | Letter dated 7 January 2026
2026-01-07 | 7 January 2026 | News release
2026-01-07 | Last modified: 9 January 2026 / Published: 7 January 2026
2026-01-07 | London – 7th of January 2026
2026-01-07 | From our correspondent in Rome, 7 January 2026
2026-01-07 | Editor's note, 7 January 2026
2026-01-07 | Reading time: 5 min - 07/01/2026
2026-01-07 | Transcript of a briefing held on 7 January 2026
2026-01-07 | TALLINN, 7 January (Newswire 2026) -
2026-01-07 | Today, 7 January 2026
2026-01-07 | Version of 7 January 2026, 18:00 CET
2026-01-07 | Wed, 7 Jan 2026 at 14:15 GMT
"""
MISSED = {"Berlin, den 5. Juni 2025", "7 Jan 26"}


def test_the_date_of_an_article_is_that_of_its_date_line():
    wrong = []
    rows = [line.split(" | ", 1) for line in (LINES + FRESH.lstrip("\n")).strip("\n").split("\n")]
    for wanted, line in rows:
        text = (
            f"Minister warns of costs\n\n{line}\n\nThe minister said on Monday that the law of June 3, 2024 was safe.\n"
        )
        found = article_date(text)
        if (found.isoformat() if found else "") != wanted.strip():
            wrong.append((line, found))
    assert len(rows) >= 80
    assert {line for line, _ in wrong} == MISSED


@pytest.mark.parametrize(
    ("text", "iso", "relation"),
    [
        ("by the end of next year", "2026-12-01", "by"),
        ("in the early 2030s", "2030-01-01", "in"),
        ("in FY2026", "2026-01-01", "in"),
        ("in Q3", "2025-07-01", "in"),
        ("by year-end", "2025-12-01", "by"),
        ("in mid-August", "2025-08-15", "in"),
        ("last May", "2025-05-01", None),
        ("next March", "2026-03-01", None),
        ("in thirteen years", "2038-07-03", "within"),
        ("3/7/2025", "2025-07-03", None),
        ("on 5-20 January", "2025-01-05", "in"),
        ("before this decade is out", "2029-12-01", "by"),
        ("by autumn", "2025-09-01", "by"),
        ("by next summer", "2026-06-01", "by"),
        ("by Christmas", "2025-12-25", "by"),
        ("in a year and a half", "2027-01-03", "within"),
        ("in the second half of 2026", "2026-07-01", "in"),
        ("by the end of August", "2025-08-31", "by"),
        ("Come January", "2026-01-01", "by"),
        ("in the first quarter of next year", "2026-01-01", "in"),
    ],
)
def test_deadlines(text, iso, relation):
    found = [item.moment for item in dates(text, date(2025, 7, 3))]
    assert [(m.date, m.relation) for m in found] == [(iso, relation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 trillion rubles", [(8e12, "RUB")]),
        ("13 009 million rubles", [(13.009e9, "RUB")]),
        ("816 000 soldiers", [(816000, "soldiers")]),
        ("$1.5-2 billion", [(1.5e9, "USD"), (2e9, "USD")]),
        ("$1.5 to $2 billion", [(1.5e9, "USD"), (2e9, "USD")]),
        ("A$3 billion and C$40 bn", [(3e9, "AUD"), (4e10, "CAD")]),
        ("PLN 200.9 bln", [(200.9e9, "PLN")]),
        ("12 billion kronor", [(12e9, "SEK")]),
        ("NOK 85 billion", [(85e9, "NOK")]),
        ("900 billion yen", [(9e11, "JPY")]),
        ("3½%", [(3.5, "percent")]),
        ("three and a half percent of GDP", [(3.5, "percent of GDP")]),
        ("two thirds of GDP", [(66.67, "percent of GDP")]),
        ("one hundred and fifty thousand troops", [(150000, "troops")]),
        ("a hundred and twenty days", [(120, "days")]),
        ("a trillion and a half dollars", [(1.5e12, "USD")]),
        ("between 3 and 4 percent", [(3, "percent"), (4, "percent")]),
        ("two million people", [(2e6, "people")]),
    ],
)
def test_numbers(text, expected):
    assert [(q.value, q.unit) for q in quantities(text)] == expected
