"""A readable page: each article with its statements highlighted and linked to their cards. One offline file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jinja2 import Environment
from markupsafe import Markup, escape

from overstretch.statements.across.differences import clusters, differences
from overstretch.statements.document import Document
from overstretch.statements.lexicon import DATA
from overstretch.statements.record import Statement


def page(statements: Sequence[Statement], documents: Sequence[Document]) -> str:
    """The HTML page; every text is escaped."""
    by_doc: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        by_doc[s.doc].append(s)
    differing: dict[str, list[str]] = defaultdict(list)
    for group in clusters(statements):
        lines = [difference.words() for difference in differences(group)]
        differing |= {s.id: lines for s in group}
    environment = Environment(autoescape=True, trim_blocks=True)
    shown = [{"document": d, "statements": by_doc[d.name], "text": marked(d.text, by_doc[d.name])} for d in documents]
    repeated = sum(s.duplicate_of is not None for s in statements)
    return environment.from_string((DATA / "page.html.j2").read_text(encoding="utf-8")).render(
        documents=shown,
        count=len(statements) - repeated,
        repeated=repeated,
        s_links=_links,
        differences=differing,
    )


def _links(s: Statement) -> list[tuple[str, list[str]]]:
    pairs: list[tuple[str, list[str | None]]] = [
        ("Same statement", [*s.same_as]),
        ("Repeats", [s.duplicate_of]),
        ("In reply to", [s.reply_to]),
        ("Cites", [s.cites]),
        ("Inside", [s.nested_in]),
    ]
    return [(name, [i for i in ids if i]) for name, ids in pairs if any(ids)]


def marked(text: str, statements: Sequence[Statement]) -> Markup:
    """The text with the contents marked; where contents overlap the outer one is marked."""
    spans = sorted(((a, b, s) for s in statements for a, b in s.spans), key=lambda item: (item[0], -item[1]))
    parts: list[Markup] = []
    at, seen = 0, set()
    for start, end, s in spans:
        if start < at:
            continue
        anchor = Markup(' id="text-{}"').format(s.id) if s.id not in seen else Markup("")
        seen.add(s.id)
        parts.append(escape(text[at:start]))
        parts.append(
            Markup('<mark class="{}"{}>{}<a href="#{}">{}</a></mark>').format(
                s.form, anchor, text[start:end], s.id, s.id
            )
        )
        at = end
    parts.append(escape(text[at:]))
    return Markup("").join(parts)
