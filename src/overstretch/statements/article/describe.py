"""From a finding to the record of a statement: speaker, kind of claim, quantities, dates, provenance."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from overstretch.statements.article import provenance
from overstretch.statements.article.parsing import Article
from overstretch.statements.attribution.finding import Finding
from overstretch.statements.lexicon import wordset
from overstretch.statements.mentions.meaning import direction, modality, polarity
from overstretch.statements.mentions.quantities import quantities
from overstretch.statements.names.canonical import body_behind, without_titles
from overstretch.statements.names.people import People
from overstretch.statements.names.speakers import resolve
from overstretch.statements.names.spoken_of import noted_kind
from overstretch.statements.record import Offsets, Speaker, Statement
from overstretch.statements.text.paragraphs import trimmed
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def describe(finding: Finding, of: Article) -> Statement | None:
    """The record of a finding."""
    text = of.text
    spans = [trimmed(text, start, end, _TAIL) for start, end in finding.spans()]
    first = finding.content[0][0] if finding.content else None
    if spans and first is not None and first.lower_ == "that" and first.dep_ == "mark" and finding.quote is None:
        spans[0] = trimmed(text, spans[0][0] + len("that"), spans[0][1], _TAIL)
    spans = [
        (start + len(mark.group()) if (mark := _AGENCY.match(text, start, end)) else start, end) for start, end in spans
    ]
    if finding.quote is None and spans:
        spans[-1] = _to_closing_mark(text, *spans[-1])
    spans = [(a, b) for a, b in spans if b > a]
    if not spans:
        return None
    speaker = _speaker(finding, text, of.people)
    if finding.root is not None and finding.quote is None:
        tokens = [finding.cue[0].doc[i] for i in sorted(finding.tokens())]
        root: Token | None = finding.root
    else:
        tokens, root = _quoted_tokens(finding, of.units)
    via, addressee, venue = provenance.via_and_venue(finding)
    mixed = finding.form == "indirect" and finding.quote is None and _has_marks(text, spans)
    if finding.force == "commit" and speaker is not None and finding.frame != "noun of":
        of.people.makers.append(body_behind(speaker.canonical.split("; ")[0]))
    return recorded(
        text,
        of.name,
        spans,
        root,
        tokens,
        of.when,
        finding.force,
        finding.modality,
        speaker=speaker,
        addressee=addressee,
        via=via,
        venue=venue,
        cue=" ".join(token.text for token in finding.cue) or None,
        cue_span=finding.unit.span(finding.cue[0], finding.cue[-1]) if finding.cue else None,
        form="mixed" if mixed else finding.form,
        said_at=provenance.said_at(finding, of.when),
        about=content_of(text, [finding.unit.span(*finding.about)]) if finding.about is not None else None,
        sentence=_sentence(finding),
        headline=finding.unit.kind == "headline",
    )


def content_of(text: str, spans: list[Offsets]) -> str:
    """The words of some spans of a text, parted by single spaces."""
    return " ".join(" ".join(text[a:b].split()) for a, b in spans)


def recorded(
    text: str,
    name: str,
    spans: list[Offsets],
    root: Token | None,
    tokens: list[Token],
    when: date | None,
    force: str = "assert",
    default: str | None = None,
    **more: Any,
) -> Statement:
    """The record of a content at some spans: what its own words say of claim, direction, quantities and deadline."""
    modal = modality(root, tokens, default)
    return Statement(
        id="",
        doc=name,
        force=force,  # type: ignore[arg-type]
        modality=modal,
        polarity=polarity(root, tokens, force),
        direction=direction(root, tokens),
        **of_the_words(text, spans, force, modal, when),
        **more,
    )


def of_the_words(text: str, spans: list[Offsets], force: str, modal: str, when: date | None) -> dict[str, Any]:
    """The fields of a statement that its words alone tell: content, quantities and deadline."""
    content = content_of(text, spans)
    future = force == "commit" or modal in wordset("describe.future")
    return {
        "spans": spans,
        "content": content,
        "quantities": [q for a, b in spans for q in quantities(text[a:b], a)],
        "deadline": provenance.deadline(content, when, future),
    }


_AGENCY = re.compile(r"/[A-Z][\w-]{1,14}/[.,]?\s*")  # "/TASS/. Growth will slow"
_TAIL = ",;:—–-"
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)[^‘’']*$")
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"'}


def _to_closing_mark(text: str, start: int, end: int) -> Offsets:
    """A content that breaks off inside a quoted phrase goes on to its end, within the sentence."""
    inside = text[start:end]
    if text[end : end + 1] in ("’", "'") and _SINGLE.search(inside) is not None:
        return start, end + 1
    opened = max(inside.rfind(mark) for mark in _CLOSING)
    if opened < 0 or (inside[opened] == '"' and inside.count('"') % 2 == 0):
        return start, end
    closing = _CLOSING[inside[opened]]
    if (behind := re.match(rf"[.,!?]?[{closing}]", text[end : end + 2])) is not None:
        return start, end + behind.end()
    if any(mark in inside[opened + 1 :] for mark in closing):
        return start, end
    found = re.match(rf"[^\n.!?{closing}]{{1,120}}(?=[.,]?[{closing}])", text[end:])
    return (start, end + found.end() + (text[end + found.end()] in closing)) if found else (start, end)


def _sentence(finding: Finding) -> Offsets | None:
    if finding.cue:
        sentence = finding.cue[0].sent
        return finding.unit.span(sentence[0], sentence[-1])
    return (finding.quote.start, finding.quote.end) if finding.quote is not None else None


def _has_marks(text: str, spans: list[Offsets]) -> bool:
    return any(re.search(r"[“”\"«»]|(?<!\w)[‘']\w[^’']+[’'](?!\w)", text[a:b]) for a, b in spans)


def _quoted_tokens(finding: Finding, units: list[Unit]) -> tuple[list[Token], Token | None]:
    """The tokens of a direct quotation, from its own parse; its root is the predicate of its weightiest sentence."""
    wanted = {quote.inner for quote in [finding.quote, *finding.more_quotes] if quote is not None}
    docs = [u.doc for u in units if u.quote is not None and u.quote.inner in wanted]
    if not docs or not len(docs[0]):
        return [], None
    sentences = [sent for doc in docs for sent in doc.sents]
    best = max(sentences, key=lambda sent: sum(t.pos_ in ("NOUN", "VERB", "PROPN", "NUM") for t in sent))
    root = best.root
    for _ in range(2):
        inner = next((t for t in root.rights if t.dep_ == "ccomp"), None)
        if inner is None or root.lemma_ not in wordset("describe.thought"):
            break
        root = inner
    return list(best), root


def _speaker(finding: Finding, text: str, people: People) -> Speaker | None:
    if finding.plain_source is not None:
        start, end = finding.plain_source
        mention = text[start:end].strip()
        words = re.split(r",| of | from ", mention)[0].split()
        name = " ".join(without_titles(words))
        answerer = next((n for n in people.persons_before(start) if n[:1].isupper()), name)
        canonical = answerer if name in ("A", "Answer") else people.full(name)
        people.note(start, canonical, "person")
        return Speaker(mention=mention, canonical=canonical, span=(start, end))
    if finding.source is None:
        return None
    speaker = resolve(finding.source, finding.unit, people)
    match speaker.canonical.split():
        case [group, _, "them" | "these" | "those"] if group.lower() in wordset("speakers.groups"):
            return None  # "All of them": nobody was named whom it could mean
    if speaker.canonical.lower() in wordset("describe.speaker") and finding.unit.kind != "quotation":
        return None
    kind = noted_kind(finding.source) or "name"
    if not finding.frame.startswith("noun") or finding.cue[0].pos_ == "VERB":
        people.note((speaker.span or (0, 0))[0], speaker.canonical, "person" if kind == "pronoun" else kind)
    return speaker
