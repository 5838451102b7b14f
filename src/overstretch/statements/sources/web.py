"""An article from a web address: what of the web is taken for an article, and its text in one encoding."""

from __future__ import annotations

from overstretch import fetching
from overstretch.fetching import Network, Wanted

LIMIT = 5_000_000
SECONDS = 20.0
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")


def fetch(
    url: str, seconds: float = SECONDS, limit: int = LIMIT, *, _network: Network | None = None
) -> tuple[bytes, str, str]:
    """The body, its content type and the last address. Raises InputError as `overstretch.fetching.fetch` does."""
    page = fetching.fetch(url, Wanted(seconds, limit, types=TYPES), _network)
    content = page.content or TYPES[0]
    return _in_utf8(page.data, content), content, page.address


def _in_utf8(data: bytes, content: str) -> bytes:
    """Text in another encoding that the server names, in UTF-8."""
    name = content.lower().partition("charset=")[2].strip(" \"';")
    if not name or name in ("utf-8", "utf8") or "pdf" in content.lower():
        return data
    try:
        return data.decode(name, errors="replace").encode("utf-8", errors="replace")
    except (LookupError, ValueError):  # a name that nobody knows, or of no text: taken for UTF-8, as without a name
        return data
