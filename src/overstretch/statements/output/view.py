"""A readable page: each article with its statements highlighted and linked to their cards. One offline file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jinja2 import Environment
from markupsafe import Markup, escape

from overstretch.statements.across.differences import clusters, differences
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Statements</title><style>
:root{color-scheme:light dark;--line:#8886;--mark:#ffe9a8;--ink:#1b1b1b}
body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:76rem;padding:1.5rem}
article{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem;border-top:1px solid var(--line);padding:1rem 0}
@media(max-width:60rem){article{grid-template-columns:1fr}}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:var(--mark);color:var(--ink);border-radius:.2em}
mark.direct{background:#cfe8ff}mark.nominal{background:#dff2cf}mark.reported,mark.agentless{background:#eadcf5}
mark a{font-size:.7em;vertical-align:super;text-decoration:none;color:inherit;margin-left:.15em}
.card{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;margin:0 0 .7rem}
.card:target,mark:target{outline:3px solid #d9822b}
.card h3{font-size:1rem;margin:0 0 .2rem}.card p{margin:.2rem 0}.card small{opacity:.75}
.skipped{border-left:4px solid #b3261e;padding-left:.8rem}
</style></head><body>
<h1>Statements</h1>
<p>{{ count }} statements in {{ documents|length }} articles; {{ repeated }} repeated inside an article and counted once.</p>
{% for d in documents %}
<h2>{{ d.document.title or d.document.name }}</h2>
<p><small>{{ d.document.name }}{% if d.document.outlet %} · {{ d.document.outlet }}{% endif %}{% if d.document.date %} · {{ d.document.date }}{% endif %}</small></p>
{% if d.document.skipped %}<p class="skipped">Not read: {{ d.document.skipped }}</p>{% else %}
<article><div class="text">{{ d.text }}</div><div>
{% for s in d.statements %}<section class="card" id="{{ s.id }}">
<h3>{{ s.speaker.canonical if s.speaker else "No speaker named" }}</h3>
<p>{{ s.content }}</p>
<p><small><a href="#text-{{ s.id }}">{{ s.id }}</a> · {{ s.form }} · {{ s.force }}{% if s.cue %} · “{{ s.cue }}”{% endif %} · {{ s.modality }} · {{ s.polarity }}{% if s.direction != "none" %} · {{ s.direction }}{% endif %}
{% for q in s.quantities %} · {{ "%g"|format(q.value) }} {{ q.unit }}{% endfor %}
{% if s.deadline %} · {{ s.deadline.text }}{% endif %}{% if s.said_at %} · said {{ s.said_at.date or s.said_at.text }}{% endif %}
{% if s.addressee %} · to {{ s.addressee }}{% endif %}{% if s.via %} · via {{ s.via }}{% endif %}</small></p>
{% for name, ids in s_links(s) %}<p><small>{{ name }}: {% for i in ids %}<a href="#{{ i }}">{{ i }}</a> {% endfor %}</small></p>{% endfor %}
{% for line in differences[s.id] %}<p><small>The accounts differ: {{ line }}</small></p>{% endfor %}
</section>{% endfor %}
</div></article>{% endif %}{% endfor %}
</body></html>
"""


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
    repeated = sum(1 for s in statements if s.duplicate_of is not None)
    return environment.from_string(_PAGE).render(
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
