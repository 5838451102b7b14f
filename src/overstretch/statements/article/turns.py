"""Who speaks in a turn: labels ("AMB. KELLER:"), lead-ins ("He adds:") and the person who is interviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from overstretch.statements.article.guest import ASKER, FULL, guest
from overstretch.statements.article.layout import is_point, label_is
from overstretch.statements.attribution.direct import is_cue, sent_by
from overstretch.statements.attribution.finding import HEARERS
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import is_given, places, without_titles
from overstretch.statements.names.people import People
from overstretch.statements.names.speakers import resolve
from overstretch.statements.record import Offsets, Speaker
from overstretch.statements.syntax.grammar import (
    FINITE,
    VERBAL,
    first_with,
    has,
    is_passive,
    kind_of,
    understood_subject,
)
from overstretch.statements.text.paragraphs import DOUBLE, Paragraph
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = r"[A-Z][\w’'-]+"
_NAME = rf"(?P<name>(?:{_WORD} ){{1,2}}{_WORD})"
_HOLDER = r"(?P<name>[A-Z][a-zà-ÿ’'-]+(?:(?: (?:de|van|von|der))? [A-Z][a-zà-ÿ’'-]+)?)\b"
_FIRST = re.compile(r"(?:\W|\b(?:And|But|So|Yes|No|Well),? )*(?:I|We|My|Our)\b")
_OWN = re.compile(r"[^“”\"]*\b(?:I|My|my|We|we|Our|our)\b")
_OFFICE = r"[Cc]hair(?:man|woman|person)?"
_CHAIR = re.compile(
    rf"\b(?P<name>(?:(?!The |Q\d){_WORD}\s){{1,2}}(?!The ){_WORD}),? \(?(?:[Tt]he )?(?:acting |vice )?{_OFFICE}\b"
)
SPOKEN = 12


def speaker_of(para: Paragraph, text: str, people: People, asked: str | None) -> Speaker | None:
    """The speaker of a turn; `asked` is the person who is interviewed."""
    if para.label is None:
        staff = ASKER.search(text)
        name = asked if para.part == "speech" else staff["name"] if staff else None
        return Speaker(mention=name, canonical=name) if name else None
    mention = _label(para, text)
    if para.part == "question" and label_is("asker", mention):
        return None
    if label_is("answerer", mention):
        return Speaker(mention=mention, canonical=asked, span=para.label) if asked else None
    return Speaker(mention=mention, canonical=_named(mention, text, people), span=para.label)


def _label(para: Paragraph, text: str) -> str:
    return " ".join(text[slice(*para.label or (0, 0))].split())


def _named(label: str, text: str, people: People) -> str:
    """The full name that a label stands for, as the text gives it elsewhere; else the label without its titles."""
    chair = re.search(r"\bchair", label, re.IGNORECASE)
    told = re.search(rf"(?<![^\W_]){re.escape(label)} \((?P<name>(?:{_WORD}\.? ){{1,3}}{_WORD})\)", text)
    told = told if chair or set(label.lower().split()) <= lexicon().titles | {"the"} else None  # no constituency
    if (bearer := (_CHAIR.search(text) if chair else None) or told) is not None:
        return " ".join(without_titles(bearer["name"].split()))
    if (whose := _by_initials(label, text)) is not None:
        return whose
    label = re.sub(r"^[^()]*\([^()]*\) (?=\S+ \S)", "", label)  # "Capt (ret.) Anna Example"
    if (staff := re.search(rf"\b(?i:{re.escape(label)})[’']s (?P<name>{FULL.pattern})", text)) is not None:
        return staff["name"]  # "THE DAILY:" is "the Daily's Anna Example"
    words = [word.title() if word.isupper() and len(word) > 2 else word for word in label.split(",")[0].split()]
    name = words if words[0].lower() in wordset("turns.peers") and "of" in words else without_titles(words)
    last, titles = re.escape(name[-1]), lexicon().titles
    if {word.lower() for word in words} <= titles | {"the"}:  # "Secretary General:" is who is named so
        held = re.search(rf"^{re.escape(label)} {_NAME}:", text, re.MULTILINE)
        return held["name"] if held else _holder(label, text, people) or " ".join(words)
    full = people.full(" ".join(name))
    if len(full.split()) > 1:
        return full
    shouted = [given.title() for given in re.findall(rf"\b([A-Z][A-Z’'-]+) {last.upper()}\b", text)]
    if (given := next(filter(is_given, shouted), None)) is not None:
        return f"{given} {name[-1]}"  # "SPOKESWOMAN LAURA EXAMPLE", then "MS. EXAMPLE"
    if len(words) == 1:  # "MOWBRAY" where the text has a given name before it
        pairs = re.findall(rf"\b(?:(\w+) )?({_WORD}) {last}\b", text)
        sure = (given for title, given in pairs if is_given(given) or title.lower() in titles)
        return next((f"{given} {name[-1]}" for given in sure if given.lower() not in titles), full)
    for match in re.finditer(rf"((?:[A-Z][\w’'.-]+ ){{1,3}}){last}\b(?!:)", text) if name[-1] != words[0] else ():
        before = [word for word in match.group(1).split() if word.lower() not in wordset("turns.address")]
        longer = without_titles([*before, name[-1]])
        if 2 <= len(longer) <= 3:
            return " ".join(longer)
    return full


def _by_initials(label: str, text: str) -> str | None:
    """The one name in front of the first such label whose initials it is: "AE:" behind "Anna Example, the mayor"."""
    first = (
        re.search(rf"^\W*{re.escape(label)}\W*:", text, re.MULTILINE) if re.fullmatch(r"[A-Z]{2,3}", label) else None
    )
    found = {m.group() for m in FULL.finditer(text[: first.start()])} if first else set()
    fits = {name for name in found if "".join(part[0] for part in re.split("[ -]", name) if part[0].isupper()) == label}
    return fits.pop() if len(fits) == 1 else None


def labelled(paras: list[Paragraph], text: str, people: People) -> list[str]:
    """The full names of those who speak in turns."""
    named = {_named(_label(p, text), text, people) for p in paras if p.label is not None}
    return sorted(name for name in named if FULL.fullmatch(name))


def _holder(label: str, text: str, people: People) -> str | None:
    """The one holder of an office whom the lines in front of its first turn name: "the Minister, Anna Example", "Anna
    Example (Minister)"."""
    office = r"[ -]".join(map(re.escape, re.split("[ -]", re.sub(r"^the ", "", label, flags=re.IGNORECASE))))
    turn = re.search(rf"^\W*{re.escape(label)}\b[^\n]*?:", text, re.MULTILINE | re.IGNORECASE)
    head = text[: turn.start()] if turn else ""
    apart = "".join(rf"(?<!\b(?i:{word})[ -])" for word in wordset("roles.apart"))
    forms = (rf"{apart}\b(?i:{office})(?: |, | \(){_HOLDER}", rf"{_HOLDER}(?:, (?:the )?| \()(?i:{office})\b(?!-)")
    found = {people.full(m["name"]) for form in forms for m in re.finditer(form, head)}
    odd = lexicon().titles | wordset("finding.venues")
    full = [name for name in found if " " in name]
    names = {name for name in full if not set(name.lower().split()) & odd and not set(name.split()) & places().keys()}
    return names.pop() if len(names) == 1 else None


def interviewed(paras: list[Paragraph], units: list[Unit], text: str, people: People) -> str | None:
    """Who answers: the one whom the labels name, else the guest of the words in front."""
    labels = {_label(p, text) for p in paras if p.part == "speech" and p.label is not None}
    if labels and not any(label_is("answerer", label) for label in labels):
        named = {_named(label, text, people) for label in labels}
        return next(iter(named)) if len(named) == 1 else None
    return guest(paras, units, text, people)


def leads(units: list[Unit], paras: list[Paragraph], text: str, people: People, live: bool) -> list[Paragraph]:
    """Paragraphs with what is spoken behind a lead-in: "He adds:", then the words, mostly without quotation marks."""
    heads = {unit.paragraph: unit for unit in units if unit.quote is None and unit.kind == "body"}
    result = list(paras)
    lead: Offsets | None = None
    for index, para in enumerate(paras):
        unit = heads.get(index)
        colon = index > 0 and text[: paras[index - 1].end].endswith((":", ":**"))
        listed = lead is not None and is_point(text, para.start) and (colon or is_point(text, paras[index - 1].start))
        if para.part == "text" and listed:
            result[index] = replace(para, part="speech", label=lead)
            continue
        if para.part != "text" or unit is None:
            lead = None if para.part != "aside" or live else lead
            continue
        own = text[para.start : para.end]
        point = is_point(text, para.start)
        told = own.endswith((":", ":**")) or (live and not unit.quotes and not point and not (colon and lead))
        source = _leading(unit) if told else None
        spoken = lead is not None and source is None and own[:1] not in DOUBLE + "‘'" and not unit.quotes
        if spoken and (live or colon):
            if colon or result[index - 1].part == "speech" or (_OWN if live else _FIRST).match(own):
                result[index] = replace(para, part="speech", label=lead)
                continue
        elif lead is not None and own[:1] in DOUBLE + "‘'" and colon:
            result[index] = replace(para, label=lead)
        lead = None
        if source is not None:
            speaker = resolve(source, unit, people)
            lead = speaker.span
            assert lead is not None
            people.note(lead[0], speaker.canonical, "person")
            if live and paras[index - 1].kind == "headline" and text[paras[index - 1].start] in DOUBLE + "‘'":
                result[index - 1] = replace(paras[index - 1], label=lead)
            people.leads[lead] = speaker
    return result


def _leading(unit: Unit) -> Token | None:
    """The speaker of a lead-in: the subject of its last verb of saying, or a name behind "from" with no verb at all."""
    sentences, colon = list(unit.doc.sents), unit.text.rstrip().endswith(":")
    sender = sent_by(list(sentences[-1])) if colon and not any(map(is_cue, sentences[-1])) else None
    if sender is not None:
        return sender  # "And this is from Anna Example, on the radio:"
    if len(sentences) > 1 and colon and not has((t for t in sentences[-1] if not t.is_punct), pos=VERBAL):
        return _name_at_end(sentences[-1])
    for verb in [v for said in reversed(sentences) for v in (said.root, *reversed(said))]:
        last = verb.i + (6 if unit.doc[-1].text == ":" else 3) >= len(unit.doc)
        if not is_cue(verb) or is_passive(verb) or (verb.dep_ in wordset("turns.leading") and not last):
            continue
        source = understood_subject(verb)
        if source is not None and kind_of(source) in HEARERS:
            return source if source.lower_ not in ("i", "we", "you") else None
    if not colon:
        return None
    if sentences[-1][0].lower_ == "here":  # "Here is Anna Example on the prospects:"
        introduced = (t for t in sentences[-1] if t.dep_ in ("nsubj", "attr") and kind_of(t) in ("person", "name"))
        return next(introduced, None)
    root = first_with(unit.doc, "ROOT", pos="VERB")
    doer = understood_subject(root) if root is not None else None
    if doer is not None and kind_of(doer) in ("person", "name"):
        return doer
    name = sentences[-1].root
    if name.ent_type_ == "PERSON" and not has(sentences[-1], tag=FINITE):
        return name  # "Anna Example, the mayor, on her own channel:"
    words = [token for token in unit.doc if not token.is_punct]
    return None if len(words) > SPOKEN or has(words, pos=VERBAL) else _name_at_end(unit.doc)


def _name_at_end(tokens: Iterable[Token]) -> Token | None:
    last = next((t for t in reversed(list(tokens)) if not t.is_punct), None)
    return last if last is not None and last.pos_ == "PROPN" else None
