"""A publisher's file over https; every fault is a FetchError that says what happened."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from overstretch import fetching
from overstretch.errors import InputError


class FetchError(InputError):
    """A source could not be fetched or read; what was held before stays in force."""


@dataclass(frozen=True)
class Limits:
    """What a fetch may take: seconds in all, bytes, redirects; `loopback_http` (tests) allows http to this machine."""

    seconds: float = 120.0
    bytes: int = 60_000_000
    redirects: int = fetching.REDIRECTS
    loopback_http: bool = False


@dataclass(frozen=True)
class Download:
    """A fetched file: its bytes, the address it came from in the end, and the day of its last change or ''."""

    content: bytes
    address: str
    modified: str


def get(address: str, limits: Limits, body: bytes | None = None, headers: dict[str, str] | None = None) -> Download:
    """Fetch `address` (POST where `body` is given), following redirects to allowed addresses only."""
    wanted = fetching.Wanted(limits.seconds, limits.bytes, body, headers or {}, redirects=limits.redirects)
    try:
        page = fetching.fetch(address, wanted, fetching.LOOPBACK if limits.loopback_http else None)
    except InputError as fault:
        raise FetchError(str(fault)) from fault
    if not page.data:
        raise FetchError(f"{fetching.shown(address)}: sent nothing")
    return Download(page.data, page.address, _day(page.modified))


def _day(modified: str) -> str:
    try:
        return parsedate_to_datetime(modified).date().isoformat() if modified else ""
    except (ValueError, OverflowError):
        return ""


def refuse_html(content: bytes, address: str, expected: str) -> None:
    """FetchError where a page came instead of the file that was asked for."""
    start = content[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        raise FetchError(f"{fetching.shown(address)} answered with a web page instead of {expected}")
