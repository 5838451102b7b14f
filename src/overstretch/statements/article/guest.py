"""Who answers in an interview whose answers bear no name: by how the questions address him, and by what the words in
front of the first question do with each name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import places
from overstretch.statements.names.people import People
from overstretch.statements.syntax.grammar import (
    child,
    children,
    has,
    has_that,
    kind_of,
    lemma_of,
    preposition,
    subject,
)
from overstretch.statements.text.paragraphs import Paragraph
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = r"[A-Z][\w’'-]+"
ASKER = re.compile(
    rf"\b(?:[Ii]nterview(?:ed)?(?: \w+)?(?: by|:)|[Aa]s told to|[Pp]hoto\w*:)\s+(?P<name>(?:{_WORD} ){{1,2}}{_WORD})"
)
_CASED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ]"  # "MacExample", "Example-Hart", no "NATO"
FULL = re.compile(rf"\b{_CASED} (?:(?:de|van|von|der|di|al) )*{_CASED}\b(?<![’']s)")
_WITH = (
    r"\b(?:[Ii]nterview|[Qq]uestions|[Qq]&A|Q and A|[Tt]alk|[Cc]onversation) (?:with|for|to) (?:the )?"
    r"(?:[\w’.-]+ ){0,4}?"
)
_JOINS = re.compile(
    r"\b(?:[Ww]ith (?:me|us)(?: [a-z]+)? is|[Jj]oined (?:[a-z]+ )?by|[Gg]uest(?: [a-z]+)? is"
    rf"|I(?:[’']m| am) (?:here|speaking|talking) (?:with|to)) (?:{_WORD}\.? ){{0,3}}?(?P<name>{FULL.pattern})"
)
ALONE = 4
_HEADS = r"(?:[:,|]| \(|\s[|–—-]|\son\b)"


def guest(paras: list[Paragraph], units: list[Unit], text: str, people: People) -> str | None:
    """The one name in front of the first question that neither a reporter bears nor a question or answer speaks of:
    whom the host welcomes or a question addresses, else who is met, else who is presented; else None."""
    asked = [(p.label[1] if p.label else p.start, p.end) for p in paras if p.part == "question"]
    first = asked[0][0] if asked else 0
    head = text[:first]
    joins = {m["name"] for m in _JOINS.finditer(text, 0, asked[0][1] if asked else 0)}
    if len(joins) == 1:
        return people.full(joins.pop())
    staff = " ".join([text[p.start : p.end] for p in paras if p.part == "aside"] + ASKER.findall(text))
    front = [t for u in units if u.origins[0] < first and u.quote is None for t in u.doc]
    found = {
        name: [t for t in front if t.lower_ == re.split("[ -]", name.lower())[-1] and t.dep_ != "compound"]
        for name in _names(head, people)
        if (name not in staff or re.search(_WITH + re.escape(name), head)) and not _spoken_of(name, paras, text)
    }
    found = {name: at for name, at in found.items() if not any(map(_reports, at))}
    left = set(found)
    for fitting in (
        {name for name in left if any(_calls(name, text[a:b]) for a, b in asked)},
        {name for name, at in found.items() if re.search(_WITH + re.escape(name), head) or any(map(_met, at))},
        {
            name
            for name in left
            if re.search(rf"^\W*(?:[\w’.-]+ ){{0,3}}{re.escape(name)}{_HEADS}", head, re.MULTILINE | re.IGNORECASE)
        },
        {name for name, at in found.items() if any(map(_presented, at)) and not any(map(_nameless, front))},
    ):
        if len(left & fitting) == 1:
            return people.full((left & fitting).pop())
        left = left & fitting or left
    return None


def _names(front: str, people: People) -> list[str]:
    """The full names in front of the first question, of persons as far as is told; a title is no part of one."""
    titles = "|".join(lexicon().titles)
    bare = re.sub(rf"\b(?:{titles})\b(?= [A-Z])", lambda m: m.group().lower(), front, flags=re.IGNORECASE)
    spelled = {
        m.group()
        for m in FULL.finditer(bare)
        if not set(m.group().split()) & places().keys()
        and not set(m.group().lower().split()) & (lexicon().titles | wordset("guest.no_names"))
    }
    known = {name for name in people.names if name in front}
    return sorted(known | {name for name in spelled if not any(name in other or other in name for other in known)})


def _spoken_of(name: str, paras: list[Paragraph], text: str) -> bool:
    """Whether the surname stands in a question or in an answer otherwise than to address its bearer; a line that opens
    with the whole name is a caption or tells who answered."""
    turns = [p for p in paras if p.part in ("question", "speech") and not text.startswith(name, p.start)]
    last = max((p.end for p in turns if p.part == "question"), default=0)
    surname = rf"\b{re.escape(name.split()[-1])}\b"
    return any(
        len(re.findall(surname, text[p.start : p.end])) > len(_calls(name, text[p.start : p.end]))
        for p in turns
        if p.start < last
    )


def _calls(name: str, turn: str) -> list[str]:
    """Where a turn calls somebody by his name: "Ms Example, why?", "Why is that, Professor Example?"."""
    called = rf"(?:{_WORD}\.? ){{0,3}}{re.escape(name.split()[-1])}"
    return re.findall(rf"^\W*{called},|[.!?] {called},|, {called}[.?!]", turn)


def _reports(name: Token) -> bool:
    """Whether a reporter bears the name: he meets whom a pronoun means ("Jonas Example rang her"), or is met by him."""
    if any(t.lower_ in wordset("guest.askers") for t in name.subtree if t.i < name.i):
        return True
    if lemma_of(name.head) == "want" and lemma_of(child(name.head, "xcomp") or name) == "know":
        return True
    who, whom = _meeting(name)
    if who == name:
        return whom is not None and (whom.lower_ in ("him", "her", "them") or _guests(whom, who))
    if who is None or who.lower_ in wordset("guest.askers"):
        return False
    return who.lower_ in ("he", "she", "they") or who.pos_ == "NOUN" or _guests(who, name)


def _met(name: Token) -> bool:
    """Whether a name is that of somebody whom the author, or the bearer of another name, asks."""
    who, whom = _meeting(name)
    if who == name:
        return whom is not None and whom.lower_ in ("us", "me")
    return whom == name and who is not None and (who.lower_ in wordset("guest.askers") or _guests(name, who))


def _guests(one: Token, other: Token) -> bool:
    """Whether of two names that meet only one is told of, or is met by a verb that tells who asks."""
    asks = other.dep_ == "nsubj" and lemma_of(other.head) in wordset("guest.asks")
    names = one.pos_ == other.pos_ == "PROPN" and one.ent_type_ == other.ent_type_ == "PERSON"
    return names and (asks or (_told_of(one) and not _told_of(other)))


def _meeting(name: Token) -> tuple[Token | None, Token | None]:
    """Who asks and who is asked, where a name is either."""
    verb = name.head
    while verb.dep_ in ("prep", "pobj") and verb.head is not verb:
        verb = verb.head
    talk = name.dep_ == "pobj" and name.head.head.lemma_ in wordset("guest.talks")
    asks = lemma_of(verb) in wordset("guest.asks") | wordset("guest.meets")
    if not (talk or asks):
        return None, None
    ways = (preposition(verb, "to", "with"), preposition(child(verb, "advmod", "prt") or verb, "with"))
    whom = child(verb, "dobj", "dative") or next((t for w in ways if (t := child(w, "pobj")) is not None), None)
    return subject(verb), name if talk else whom


def _nameless(noun: Token) -> bool:
    """Whether somebody answers whose name is not told: "A pilot answers our questions", "We asked a pilot"."""
    if noun.pos_ != "NOUN" or not has(noun, word="a an") or has(noun, "appos"):
        return False
    person, told = kind_of(noun) == "person", lemma_of(noun.head) in wordset("guest.tells")
    leads = noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT"
    return (leads and (person or told)) or (person and _meeting(noun)[1] == noun)


def _told_of(name: Token) -> bool:
    """Whether it is said who somebody is: "Anna Example, 58, who ...", "the economist Anna Example"."""
    titled = any(t.lower_ in lexicon().titles or kind_of(t) == "person" for t in children(name, "compound", "amod"))
    return titled or has(name, "appos relcl acl") or (name.dep_ == "appos" and kind_of(name.head) == "person")


def _presented(name: Token) -> bool:
    """Whether a sentence is about the bearer of a name."""
    if name.dep_ == "conj" and name.head.pos_ == "PROPN":
        return _told_of(name) or _presented(name.head)
    about = name.dep_ in ("nsubj", "nsubjpass") and name.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    about = about and not has_that(name.head)
    return (
        (about and _meeting(name) == (None, None)) or (name.dep_ == "ROOT" and len(name.doc) > ALONE) or _told_of(name)
    )
