"""Fetching one file: limits and faults, against a server on this machine."""

from __future__ import annotations

import time

import pytest
from facts_tools import send

from overstretch.facts.fetch import FetchError, Limits, get

LIMITS = Limits(seconds=5, bytes=10_000, redirects=2, loopback_http=True)


def test_a_file_with_its_date_and_final_address(server):
    server.routes["/file"] = lambda h, _: send(h, b"figures", Last_Modified="Fri, 10 Jul 2026 09:55:14 GMT")
    server.routes["/old"] = lambda h, _: send(h, b"", 301, Location="/file")
    found = get(f"{server.address}/old", LIMITS)
    assert (found.content, found.modified, found.address) == (b"figures", "2026-07-10", f"{server.address}/file")


def test_a_request_with_a_body_is_posted(server):
    server.routes["/soap"] = lambda h, body: send(h, b"<" + body + b">")
    assert get(f"{server.address}/soap", LIMITS, b"asked", {"SOAPAction": "x"}).content == b"<asked>"
    assert server.asked == [("POST", "/soap", b"asked")]


def test_only_https_is_fetched():
    for address in ("http://example.org/a", "ftp://example.org/a", "file:///etc/hosts", "http://127.0.0.1:1/a"):
        with pytest.raises(FetchError, match="not an https address"):
            get(address, Limits())
    with pytest.raises(FetchError, match="not an https address"):
        get("http://example.org/a", LIMITS)


def test_a_redirect_to_plain_http_is_not_followed(server):
    server.routes["/go"] = lambda h, _: send(h, b"", 302, Location="http://example.org/a")
    with pytest.raises(FetchError, match=r"http://example.org/a: this is not an https address"):
        get(f"{server.address}/go", LIMITS)


def test_redirects_are_limited(server):
    server.routes["/round"] = lambda h, _: send(h, b"", 302, Location="/round")
    with pytest.raises(FetchError, match="more than 2 redirects"):
        get(f"{server.address}/round", LIMITS)
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_an_error_of_the_server_is_named(server, status):
    server.routes["/file"] = lambda h, _: send(h, b"sorry", status)
    with pytest.raises(FetchError, match=f"answered {status}"):
        get(f"{server.address}/file", LIMITS)


def test_a_file_cut_short(server):
    server.routes["/file"] = lambda h, _: send(h, b"half", length=1000)
    with pytest.raises(FetchError, match="ended before its announced length"):
        get(f"{server.address}/file", LIMITS)


def test_a_file_too_large(server):
    server.routes["/file"] = b"x" * 20_000
    with pytest.raises(FetchError, match="larger than 10,000 bytes"):
        get(f"{server.address}/file", LIMITS)


def test_an_empty_answer(server):
    server.routes["/file"] = b""
    with pytest.raises(FetchError, match="sent nothing"):
        get(f"{server.address}/file", LIMITS)


def test_a_server_that_does_not_answer(server):
    server.routes["/slow"] = lambda h, _: time.sleep(1.5)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"within the time limit of 0\.3 seconds"):
        get(f"{server.address}/slow", Limits(seconds=0.3, loopback_http=True))
    assert time.monotonic() - began < 1.2


def test_a_server_that_drips(server):
    def drip(handler, _):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x" * 70_000)
            time.sleep(0.05)

    server.routes["/drip"] = drip
    with pytest.raises(FetchError, match=r"within the time limit of 0\.3 seconds"):
        get(f"{server.address}/drip", Limits(seconds=0.3, bytes=10**9, loopback_http=True))


def test_no_server_at_all():
    with pytest.raises(FetchError, match="could not be fetched"):
        get("http://127.0.0.1:9/file", Limits(seconds=2, loopback_http=True))
