"""Addresses as links: only of pages that a reader can open, whatever a table or an article says."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# github:OWNER/REPOSITORY, then in either order a commit after @ and a path after : or a blank
_STORED = re.compile(r"github:(?P<where>[\w.-]+/[\w.-]+)(?P<rest>.*)", re.DOTALL)
_COMMIT = re.compile(r"@\s*(?P<commit>[0-9a-f]{7,40})\b")


def link(address: str | None) -> str:
    """The address of a page to open, https or http, for `address` as the tables hold it; empty where there is none.

    Of several addresses the first. A file in a repository is linked at the commit that was read.
    """
    text = (address or "").strip()
    if stored := _STORED.fullmatch(text):
        return _stored(stored["where"], stored["rest"])
    first = text.split(" ; ")[0].strip()
    try:
        parts = urlsplit(first)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s<>\"'\\]", first):
        return ""
    return first


def _stored(where: str, rest: str) -> str:
    commit = _COMMIT.search(rest)
    path = _COMMIT.sub("", rest).strip(" :").split(";")[0].split(" (")[0].split("#")[0].strip()
    if commit is None:
        return f"https://github.com/{where}"
    tail = f"/{quote(path)}" if path else ""
    return f"https://github.com/{where}/{'blob' if path else 'tree'}/{commit['commit']}{tail}"
