"""From the text of one article to its statements: parse, find, select, resolve, describe."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements import attribution, direct, headline, nominal, states, verbal, wordorder
from overstretch.statements.dates import dates
from overstretch.statements.describe import describe
from overstretch.statements.duplicates import mark_duplicates
from overstretch.statements.finding import Finding
from overstretch.statements.grammar import kind_of
from overstretch.statements.names import persons, places
from overstretch.statements.people import People, read_headline, read_names
from overstretch.statements.quantities import quantities
from overstretch.statements.quotations import Quotation, quotations
from overstretch.statements.record import Statement
from overstretch.statements.select import select
from overstretch.statements.speakers import note_subjects
from overstretch.statements.text import Paragraph, clean, paragraphs
from overstretch.statements.unit import Unit, lowered, masked, whole

if TYPE_CHECKING:
    from spacy.language import Language


INNER_THOUGHT = {
    "see",
    "know",
    "think",
    "feel",
    "mean",
    "understand",
    "realise",
    "realize",
    "hope",
    "find",
    "show",
    "prove",
}


def extract(text: str, name: str, nlp: Language, when: date | None = None) -> list[Statement]:
    """The statements of one article in the order of the text; ids are "1", "2", ... until they are made unique.

    `name` is the document's name, `when` its date (anchors "next year"; None leaves such dates without ISO date)."""
    cleaned = clean(text)
    paras = paragraphs(cleaned)
    quotes = quotations(cleaned, paras)
    cleaned = doubled(cleaned, quotes)
    units = body_units(cleaned, paras, quotes)
    parse(units, nlp)
    names = capitalised(units)
    heads = [
        lowered(cleaned, para.start, para.end, index, names)
        for index, para in enumerate(paras)
        if para.kind == "headline" and not any(unit.paragraph == index and unit.quotes for unit in units)
    ]
    parse(heads, nlp)
    units = sorted([*units, *heads], key=lambda unit: (unit.origins[0], unit.quote is not None))
    for unit in units:
        _restore_names(unit, names)
    people = _people(units, when)
    found: list[Statement] = []
    for unit in units:
        found.extend(_statements(unit, units, cleaned, text, paras, people, name, when))
    return mark_duplicates(_numbered(_continued(found, quotes, paras, text)), text)


def doubled(text: str, quotes: list[Quotation]) -> str:
    """The text with double marks around quotations in single ones, which parsers take for apostrophes."""
    characters = list(text)
    for quote in quotes:
        if quote.opened and text[quote.start] in "‘'":
            characters[quote.start] = characters[quote.end - 1] = '"'
    return "".join(characters)


def body_units(text: str, paras: list[Paragraph], quotes: list[Quotation]) -> list[Unit]:
    """Every body paragraph with its direct quotations masked, and every direct quotation by itself."""
    units = []
    for index, para in enumerate(paras):
        inside = [q for q in quotes if q.paragraph == index and direct.is_direct(text, q, para)]
        if para.kind == "headline" and not inside:
            continue
        units.append(masked(text, para.start, para.end, index, inside))
        units.extend(whole(text, *quote.inner, "quotation", index, quote) for quote in inside)
    return units


def parse(units: list[Unit], nlp: Language) -> None:
    """Parse all units in one stream."""
    for unit, doc in zip(units, nlp.pipe([unit.text for unit in units], batch_size=64), strict=True):
        unit.doc = doc


def capitalised(units: list[Unit]) -> frozenset[str]:
    """The words that the article writes with a capital in mid-sentence, with all place names."""
    words = {part for text in places() for part in text.split() if part[:1].isupper()}
    words |= {part for person in persons() for part in person.name.split()}
    for unit in units:
        assert unit.doc is not None
        for token in unit.doc:
            if token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_sent_start and token.is_alpha:
                words.add(token.text)
    return frozenset(words)


def _restore_names(unit: Unit, names: frozenset[str]) -> None:
    """A known name that the tagger took for a common noun ("Trump praised") is a name."""
    assert unit.doc is not None
    surnames = _surnames()
    for token in unit.doc:
        if token.pos_ in ("NOUN", "VERB", "ADJ", "X", "INTJ") and token.text in surnames and token.text in names:
            token.pos_, token.tag_ = "PROPN", "NNP"  # type: ignore[assignment]


def _surnames() -> set[str]:
    return {person.name.split()[-1] for person in persons()}


def _people(units: list[Unit], when: date | None) -> People:
    people = People(when)
    for unit in units:
        if unit.doc is not None and unit.kind != "headline":
            read_names(unit.doc, people)
    for unit in units:
        if unit.doc is not None and unit.kind == "headline":
            read_headline(unit.doc, people)
    for unit in units:
        if unit.doc is not None and unit.quote is None:
            note_subjects(unit, people)
    return people


def findings(unit: Unit, text: str, para: Paragraph) -> list[Finding]:
    """All candidates of one unit."""
    doc = unit.doc
    assert doc is not None
    found: list[Finding] = []
    for token in doc:
        if unit.quoted(token) is not None:
            continue
        found.extend(verbal.find(token, unit))
        found.extend(nominal.find(token, unit))
        found.extend(states.find(token, unit))
        found.extend(attribution.find(token, unit))
    found.extend(wordorder.find(unit))
    if unit.kind == "headline":
        found.extend(headline.find(unit))
    if unit.quotes:
        found.extend(direct.find(unit, text, para))
    return found


def _statements(
    unit: Unit,
    units: list[Unit],
    cleaned: str,
    text: str,
    paras: list[Paragraph],
    people: People,
    name: str,
    when: date | None,
) -> list[Statement]:
    chosen = select(findings(unit, cleaned, paras[unit.paragraph]))
    if unit.quote is not None:
        chosen = [(f, o) for f, o in chosen if _third_party(f)]
    chosen.sort(key=lambda pair: (pair[0].cue[0].i if pair[0].cue else 0, pair[0].spans()[0]))
    built: list[Statement] = []
    for finding, _outer in chosen:
        statement = describe(finding, units, text, people, name, when)
        if statement is not None:
            built.append(statement)
    spans = {id(f): f.spans()[0] for f, _ in chosen}
    by_span = {s.spans[0]: s for s in built}
    for finding, outer in chosen:
        inner = by_span.get(spans[id(finding)])
        if outer is not None and inner is not None and (host := by_span.get(outer.spans()[0])) is not None:
            built[built.index(inner)] = inner.model_copy(
                update={"nested_in": f"@{host.spans[0][0]}-{host.spans[0][1]}"}
            )
    return built


def _third_party(finding: Finding) -> bool:
    """Inside a quotation only what a named other is reported to have said is a statement of its own."""
    source = finding.source
    if source is None or finding.frame not in ("that", "noun that"):
        return False
    if finding.cue[0].lemma_.lower() in INNER_THOUGHT or any(t.tag_ == "MD" for t in finding.cue[0].children):
        return False
    return kind_of(source) in ("name", "person", "organisation") and source.lower_ not in (
        "we",
        "i",
        "you",
        "it",
        "they",
    )


def _continued(found: list[Statement], quotes: list[Quotation], paras: list[Paragraph], text: str) -> list[Statement]:
    """Join the parts of one speech over several paragraphs: an open end, then a paragraph that opens with a mark."""
    open_ends = {quote.inner[0]: quote.paragraph for quote in quotes if quote.continues}
    starts = {q.paragraph: q.inner[0] for q in quotes if q.opened and q.start == paras[q.paragraph].start}
    by_start = {s.spans[0][0]: s for s in found if s.form == "direct"}
    result: list[Statement] = []
    gone: set[int] = set()
    for statement in found:
        if statement.form != "direct":
            result.append(statement)
            continue
        if statement.spans[0][0] in gone:
            continue
        parts = [statement]
        while (open_at := open_ends.get(parts[-1].spans[-1][0])) is not None:
            after = by_start.get(starts.get(open_at + 1, -1))
            if after is None:
                break
            gone.add(after.spans[0][0])
            parts.append(after)
        result.append(_one_speech(parts, text) if len(parts) > 1 else statement)
    return result


def _one_speech(parts: list[Statement], text: str) -> Statement:
    """The parts of a speech as one statement; the first part that names a speaker gives speaker and cue."""
    spans = [span for part in parts for span in part.spans]
    named = next((part for part in parts if part.cue is not None and part.speaker is not None), parts[0])
    return named.model_copy(
        update={
            "spans": spans,
            "content": " ".join(" ".join(text[a:b].split()) for a, b in spans),
            "quantities": [q for a, b in spans for q in quantities(text[a:b], a)],
        }
    )


def _numbered(found: list[Statement]) -> list[Statement]:
    """Statements in the order of the text with ids, and nested links turned into ids."""
    ordered = sorted(found, key=lambda s: (s.spans[0][0], s.spans[0][1]))
    ids = {f"@{s.spans[0][0]}-{s.spans[0][1]}": str(index) for index, s in enumerate(ordered, start=1)}
    return [
        s.model_copy(update={"id": str(index), "nested_in": ids.get(s.nested_in) if s.nested_in else None})
        for index, s in enumerate(ordered, start=1)
    ]


def article_date(text: str) -> date | None:
    """The date an article gives for itself near its beginning ("MOSCOW, July 3, 2025", "2025-07-03"), else None."""
    for item in dates(text[:600]):
        if item.moment.granularity == "day" and item.moment.date is not None and item.moment.relation is None:
            return date.fromisoformat(item.moment.date)
    return None
