"""The parsed stretches of one article, and what they tell of its people."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.article.authors import abbreviated, author_of, bodies_named, is_body, publisher_of, signed
from overstretch.statements.article.layout import layout
from overstretch.statements.article.turns import interviewed, labelled, leads
from overstretch.statements.attribution import direct
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import is_given, persons, places
from overstretch.statements.names.offices import note_offices
from overstretch.statements.names.people import People, proper_run, read_headline, read_names
from overstretch.statements.names.spoken_of import note_subjects
from overstretch.statements.record import Speaker
from overstretch.statements.syntax.grammar import children, has
from overstretch.statements.text.paragraphs import Paragraph, clean, paragraphs
from overstretch.statements.text.quotations import Quotation, quotations
from overstretch.statements.text.unit import Unit, lowered, masked, whole

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token


@dataclass
class Article:
    """One article as it is read: its text (as given and as parsed), its paragraphs, parsed units and people.

    `answerer` is who is interviewed, `author` who wrote a column, `signed` who wrote each signed post of a live blog,
    `publisher` the body whose brief it is."""

    text: str
    cleaned: str
    name: str
    when: date | None
    format: str
    paras: list[Paragraph]
    quotes: list[Quotation]
    units: list[Unit]
    people: People
    answerer: str | None
    author: Speaker | None
    publisher: Speaker | None
    signed: dict[int, Speaker] = field(default_factory=dict)

    def author_of(self, paragraph: int) -> Speaker | None:
        """Who wrote a paragraph, where that is told."""
        return self.author or self.signed.get(paragraph)

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that an offset of the text stands in."""
        return bisect_right(self.paras, offset, key=lambda para: para.start) - 1


def article(text: str, name: str, nlp: Language, when: date | None) -> Article:
    """Parse one article."""
    cleaned = clean(text)
    shape, paras = layout(cleaned, paragraphs(cleaned))
    quotes = quotations(cleaned, paras)
    cleaned = doubled(cleaned, quotes)
    paras = [_retold(cleaned, para, index, quotes) for index, para in enumerate(paras)]
    units = body_units(cleaned, paras, quotes)
    parse(units, nlp)
    names = capitalised(units)
    heads = [
        lowered(cleaned, para.start, para.end, index, names)
        for index, para in enumerate(paras)
        if para.kind == "headline"
        and para.part == "text"
        and not any(unit.paragraph == index and unit.quotes for unit in units)
    ]
    parse(heads, nlp)
    units = sorted([*units, *heads], key=lambda unit: (unit.origins[0], unit.quote is not None))
    surnames = {t.text for unit in units for t in unit.doc if t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and t.i}
    bodies = {told for unit in units for token in unit.doc if (told := _told_as_body(token))}
    for unit in units:
        _restore_names(unit, names, surnames)
        _restore_bodies(unit, bodies)
    people = People(when, generic=bodies_named(cleaned), short=abbreviated(cleaned))
    people.names += labelled(paras, cleaned, people)
    _headings(paras, cleaned, people)
    _told_of(units, people)
    paras = leads(units, paras, cleaned, people, shape == "live blog")
    answerer = interviewed(paras, units, cleaned, people) if shape == "interview" else None
    paras = [
        replace(para, part="text")
        if answerer and para.label is None and cleaned[para.start : para.end].lstrip("*_ ").startswith(answerer)
        else para
        for para in paras
    ]
    publisher = publisher_of(cleaned)
    author = author_of(cleaned, paras) if shape == "column" else None
    posts = signed(cleaned, paras) if shape == "live blog" else {}
    people.generic |= {"author": publisher.canonical} if publisher else {}
    return Article(text, cleaned, name, when, shape, paras, quotes, units, people, answerer, author, publisher, posts)


def _retold(text: str, para: Paragraph, index: int, quotes: list[Quotation]) -> Paragraph:
    """An answer that quotes the one who answers is text of the narrator again."""
    own = (
        [q for q in quotes if q.paragraph == index and direct.is_direct(text, q, para)] if para.part == "speech" else []
    )
    said = sum(q.end - q.start for q in own)
    return replace(para, part="text") if said > 0.3 * (para.end - para.start) else para


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
        if para.part in ("aside", "row") or (para.kind == "headline" and not inside):
            continue
        if para.part != "text":
            units.append(whole(text, para.start, para.end, "speech", index))
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
        for token in unit.doc:
            if token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_sent_start and token.is_alpha:
                words.add(token.text)
    return frozenset(words)


def _told_as_body(token: Token) -> tuple[str, ...]:
    """The words of a name that an apposition tells to be a body's ("Gold Capital, the investment bank, ...")."""
    told = (t.lemma_.lower() for t in children(token, "appos") if has(t, "det"))
    body = token.ent_type_ == "PERSON" and any(w in lexicon().organisation | wordset("roles.bodies") for w in told)
    return tuple(t.text for t in proper_run(token)) if body else ()


def _restore_bodies(unit: Unit, bodies: set[tuple[str, ...]]) -> None:
    """The names of bodies that were taken for persons'."""
    for name in bodies:
        for at in range(len(unit.doc) - len(name) + 1):
            run = unit.doc[at : at + len(name)]
            for token in run if tuple(t.text for t in run) == name else ():
                token.ent_type_ = "ORG"  # type: ignore[assignment]


def _restore_names(unit: Unit, names: frozenset[str], persons_here: set[str]) -> None:
    """A known name that the tagger took for a common word ("Trump praised") is a name, and so is a given name before a
    surname, and a person's surname that was taken for a plural."""
    for before, token in pairwise(unit.doc):
        pair = before.text[:1].isupper() and token.text[:1].isupper() and token.pos_ == "PROPN"
        odd = before.pos_ in wordset("parsing.no_names") or is_given(before.text)
        if pair and odd and before.pos_ in wordset("parsing.given_names") and not before.is_sent_start:
            before.pos_, before.tag_ = "PROPN", "NNP"  # type: ignore[assignment]
    surnames = {person.name.split()[-1] for person in persons()}
    for token in unit.doc:
        own = token.text in surnames or (token.tag_ == "NNS" and token.text in persons_here)
        if token.pos_ in wordset("parsing.restore_names") and own and token.text in names:
            token.pos_, token.tag_ = "PROPN", "NNP"  # type: ignore[assignment]


def _headings(paras: list[Paragraph], text: str, people: People) -> None:
    """Note the bodies whose names are headings in mid-text: the section under each is on it."""
    body = next((index for index, para in enumerate(paras) if para.kind == "body"), len(paras))
    for para in paras[body:]:
        name = text[para.start : para.end].split(",")[0]
        name = people.short.get(name, name)
        if para.kind == "headline" and _named(name) and is_body(name):
            people.note(para.start, name, "heading")


def _named(name: str) -> bool:
    """Whether every word but "of" and the like has a capital."""
    return all(word[0].isupper() or word in ("of", "for", "on", "and", "the") for word in name.split())


def _told_of(units: list[Unit], people: People) -> None:
    """Read what the units tell of the article's people."""
    for unit in units:
        if unit.kind != "headline":
            read_names(unit.doc, people)
    for unit in units:
        if unit.kind == "headline":
            read_headline(unit.doc, people)
    note_offices(units, people)
    for unit in units:
        if unit.quote is None:
            note_subjects(unit, people)
