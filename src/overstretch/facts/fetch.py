"""Fetch one file over https, with limits of size and time; every fault is a FetchError that says what happened."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from overstretch.errors import InputError

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LONGEST_SHOWN = 100  # characters of an address in a message
_AGENT = "overstretch (facts update)"


class FetchError(InputError):
    """A source could not be fetched or read; what was held before stays in force."""


@dataclass(frozen=True)
class Limits:
    """What a fetch may take: seconds in all, bytes, redirects; `loopback_http` (tests) allows http to this machine."""

    seconds: float = 120.0
    bytes: int = 60_000_000
    redirects: int = 5
    loopback_http: bool = False


@dataclass(frozen=True)
class Download:
    """A fetched file: its bytes, the address it came from in the end, and the day of its last change or ''."""

    content: bytes
    address: str
    modified: str


def get(address: str, limits: Limits, body: bytes | None = None, headers: dict[str, str] | None = None) -> Download:
    """Fetch `address` (POST where `body` is given), following redirects to allowed addresses only."""
    requests = _requests()
    end = time.monotonic() + limits.seconds
    session = requests.Session()
    try:
        for _ in range(limits.redirects + 1):
            _allow(address, limits)
            response = _ask(session, address, body, headers, end, limits)
            with response:
                if response.is_redirect:
                    address = urljoin(address, response.headers["Location"])
                    continue
                if response.status_code != 200:
                    raise FetchError(f"{address} answered {response.status_code} {response.reason}")
                return Download(_read(response, address, end, limits), address, _modified(response))
        raise FetchError(f"{address}: more than {limits.redirects} redirects")
    except requests.exceptions.Timeout:
        raise FetchError(f"{address} did not answer within {limits.seconds:g} seconds") from None
    except requests.exceptions.RequestException as error:
        raise FetchError(f"{_short(address)} could not be fetched: {_plain(error)}") from None
    finally:
        session.close()


def _requests() -> Any:
    try:
        import requests
    except ImportError:
        raise InputError("fetching needs further packages: pip install '.[update]' in a checkout") from None
    return requests


def _allow(address: str, limits: Limits) -> None:
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and limits.loopback_http and parts.hostname in _LOOPBACK):
        return
    raise FetchError(f"{address}: only https addresses are fetched")


def _ask(
    session: Any, address: str, body: bytes | None, headers: dict[str, str] | None, end: float, limits: Limits
) -> Any:
    left = max(end - time.monotonic(), 0.001)
    return session.request(
        "GET" if body is None else "POST",
        address,
        data=body,
        headers={"User-Agent": _AGENT, **(headers or {})},
        timeout=(min(left, 20.0), min(left, 60.0)),
        stream=True,
        allow_redirects=False,
    )


def _read(response: Any, address: str, end: float, limits: Limits) -> bytes:
    chunks, size = [], 0
    for chunk in response.iter_content(65536):
        size += len(chunk)
        if size > limits.bytes:
            raise FetchError(f"{address}: larger than the {limits.bytes / 1e6:g} MB accepted")
        if time.monotonic() > end:
            raise FetchError(f"{address} took longer than {limits.seconds:g} seconds")
        chunks.append(chunk)
    if not size:
        raise FetchError(f"{address} sent nothing")
    return b"".join(chunks)


def _modified(response: Any) -> str:
    text = response.headers.get("Last-Modified")
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else ""
    except ValueError:
        return ""


def _plain(error: Exception) -> str:
    text = str(error)
    if "IncompleteRead" in text or "Connection broken" in text:
        return "the file ended before its announced length"
    if "Max retries exceeded" in text:
        return "no connection"
    return text.split("(Caused by")[0].strip() or type(error).__name__


def _short(address: str) -> str:
    """An address without its query and long lists, for a message."""
    plain = address.split("?")[0]
    return plain if len(plain) <= LONGEST_SHOWN else f"{plain[:LONGEST_SHOWN]}..."


def refuse_html(content: bytes, address: str, expected: str) -> None:
    """FetchError where a page came instead of the file that was asked for."""
    start = content[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        raise FetchError(f"{address} answered with a web page instead of {expected}")
