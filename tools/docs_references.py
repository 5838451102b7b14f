"""Citations of laws and priors turned into links, and the list of what a page cites."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.docs_text import plain

SOURCE = Path(__file__).with_name("references.toml")
# "Surname 1998", "One & Two 2011", "One, Two & Three 2013": as laws and priors cite.
CITED = re.compile(r"[A-Z][\w-]+(?:(?:, [A-Z][\w-]+)* & [A-Z][\w-]+)? (?:19|20)\d\d(?![-\d])")
NO_AUTHORS = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Poland|Latvia) "
)


class Reference(NamedTuple):
    """One work: as it is cited, in full, and where it is found (a book may have no address)."""

    cited: str
    text: str
    link: str


@cache
def references() -> dict[str, Reference]:
    table = tomllib.loads(SOURCE.read_text("utf-8"))
    return {cited: Reference(cited, entry["text"], entry["link"]) for cited, entry in table.items()}


def cited_in(text: str) -> list[str]:
    """The works that a text cites, in its order."""
    return list(dict.fromkeys(c for c in CITED.findall(" ".join(text.split())) if not NO_AUTHORS.match(c)))


def linked(text: str) -> str:
    """A reference as Markdown: works lead to their address, evidence and facts to their pages."""
    out = plain(text)
    for cited in cited_in(text):
        work = references().get(cited)
        if work and work.link:
            out = out.replace(plain(cited), f"[{plain(cited)}]({work.link})")
    out = re.sub(r"\bevidence: ([^);]+)", r"[evidence](../evidence.md): \1", out)
    return re.sub(r"\bfacts: ", "[facts](../facts.md): ", out)


def listed(texts: list[str]) -> str:
    """The works that texts cite, in full, as a Markdown list; empty where there are none."""
    works = sorted({cited for text in texts for cited in cited_in(text)})
    rows = []
    for cited in works:
        work = references().get(cited)
        if work is None:
            raise ValueError(f"references.toml lacks {cited!r}, which laws or priors cite")
        rows.append(f"- {plain(work.text)}" + (f" <{work.link}>" if work.link else ""))
    return "\n".join(rows)
