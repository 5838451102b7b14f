"""Publications that figures are from, each with its address: as lines, Markdown, HTML and data."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

UNKNOWN = "address not recorded"


class Source(NamedTuple):
    """A publication in words; address: a page to open (facts.links.link), empty where none is recorded; kind: what it
    shares a line with others by."""

    words: str
    address: str = ""
    kind: str = ""


def together(sources: Iterable[Source]) -> list[tuple[str, list[Source]]]:
    """Sources of one kind under it, all others alone under '', in the order of the first of each."""
    made: list[tuple[str, list[Source]]] = []
    places: dict[str, int] = {}
    for source in sources:
        if source.kind and source.kind in places:
            made[places[source.kind]][1].append(source)
            continue
        if source.kind:
            places[source.kind] = len(made)
        made.append((source.kind, [source]))
    return made


def listed(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """Lines and how deep each is indented: a kind, the publications, their addresses."""
    lines = []
    for kind, several in together(sources):
        lines += [(f"{kind}:", 0)] if kind else []
        for one in several:
            lines += [(one.words, int(bool(kind))), (one.address or UNKNOWN, 1 + int(bool(kind)))]
    return lines


def markdown(sources: Iterable[Source]) -> list[str]:
    """Items of a list, the words as links."""
    return [f"- {_headed(kind)}{'; '.join(map(_linked, several))}" for kind, several in together(sources)]


def _headed(kind: str) -> str:
    return f"{kind}: " if kind else ""


def _linked(one: Source) -> str:
    if not one.address:
        return f"{one.words} ({UNKNOWN})"
    words = re.sub(r"([\[\]])", r"\\\1", one.words)
    return f"[{words}](<{one.address}>)"


def as_html(sources: Iterable[Source]) -> str:
    """A list whose words are links; everything is escaped."""
    items = []
    for kind, several in together(sources):
        parts = [
            f'<a href="{html.escape(one.address)}" rel="noopener noreferrer">{html.escape(one.words)}</a>'
            if one.address
            else html.escape(f"{one.words} ({UNKNOWN})")
            for one in several
        ]
        items.append(f"<li>{html.escape(_headed(kind))}{'; '.join(parts)}</li>")
    return f"<ul>{''.join(items)}</ul>" if items else ""
