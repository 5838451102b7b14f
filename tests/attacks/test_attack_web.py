"""The one way out to the web: addresses that lead inside under another form, and time that nobody counted."""

from __future__ import annotations

import time

import pytest

from overstretch.errors import InputError
from overstretch.facts.fetch import FetchError, Limits, get
from overstretch.fetching import Network, Wanted, fetch, is_public, split

WANTED = Wanted(seconds=2.0, size=1_000)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a9fe:a9fe", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),
        ("2002:a00:1::1", False),
        ("2002:808:808::1", True),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("::127.0.0.1", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("169.254.169.254", False),
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("no address", False),
    ],
)
def test_an_address_is_public_only_where_its_form_leads_outside(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url",
    ["https://[::1/", "https://[::1]:99999/", "https://a:b/", "https://", "//x", "https://u:p@x.org/", "gopher://x/"],
)
def test_what_is_no_address_is_said(url):
    with pytest.raises(InputError, match=r"no address|not an https address"):
        split(url)


def test_time_for_a_name_counts():
    def slow(host: str, port: int) -> list[str]:
        time.sleep(5)
        return ["127.0.0.1"]

    began = time.monotonic()
    with pytest.raises(InputError, match=r"time limit of 0\.3 seconds"):
        fetch("https://news.test/", Wanted(0.3, 1_000), Network(slow))
    assert time.monotonic() - began < 2


def test_figures_take_the_same_walls_as_articles():
    for host in ("127.0.0.1", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "localhost"):
        with pytest.raises(FetchError, match="not a public address"):
            get(f"https://{host}/figures.xlsx", Limits(seconds=5))
