"""Parties of a proposed question and of the statement: named, carried over, following from the series, or only where
somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from overstretch.claims.admission.places import Place
from overstretch.claims.reader.discourse import of_role, only_party
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.gate import is_harmless
from overstretch.claims.reader.parties import capitals, last_before, name_of, of_speaker, parties
from overstretch.claims.reader.vocabulary import Mention, plain
from overstretch.questions import catalogue
from overstretch.questions.data import Count, Do, Happens, Quantity, Question, Special
from overstretch.questions.data import parts as parts_of
from overstretch.statements.record import Statement

# Parties that the words of an event or a series may name without being a part of the question.
BELONG = {
    "attack_on_nato": ("RUS", "NATO", "EUROPE"),
    "forces_rebuilt": ("RUS", "NATO", "UKR", "EUROPE"),
    "us_drawdown": ("USA", "EUROPE", "NATO"),
    "ceasefire": ("UKR", "RUS"),
    "war_end": ("UKR", "RUS"),
    "ally_exit": ("NATO",),
    "article5_doubt": ("NATO", "EUROPE", "USA"),
    "alliance_dissolution": ("NATO", "EUROPE"),
    "target_changed": ("NATO",),
    "pledge_abandoned": ("NATO",),
    "aid_to_ukraine": ("UKR",),
    "us_troops_europe": ("USA", "EUROPE"),
    "force_ratio": ("RUS", "NATO", "UKR"),
    "exchange_rate": ("RUS", "USA"),
    "core_share": ("NATO",),
    "total_share": ("NATO",),
    "related_share": ("NATO",),
}
LEVERS = (
    ("us_", "USA"),
    ("rus_", "RUS"),
    ("oil", "RUS"),
    ("pledge", "NATO"),
    ("burden", "NATO"),
    ("war_ends", "UKR"),
    ("ceasefire", "UKR"),
    ("no_reaction", "NATO"),
)
_ADJECTIVES = {
    "baltic": "BALTICS",
    "baltics": "BALTICS",
    "nordic": "NORDICS",
    "nordics": "NORDICS",
    "flank": "FLANK",
    "eurozone": "EURO_AREA",
    "27": "EU",
    "western": "NATO",
}
_PLEDGE = re.compile(
    r"\s+(?:pledge|summit|target|goal|commitment|declaration|promise)\b", re.I
)  # "The Hague pledge" is the alliance's
WITHIN = ("event", "series", "cause", "condition")  # parts whose words may name a party that is no part of its own
SAME = {"ALLIES": "NATO", "WEST": "NATO"}
_AT = re.compile(r"\b(?:in|at|from|near|to|of|out of)(?: the)?\s+$", re.I)
_BASED = re.compile(r"-(?:based|trained|born)\b|\s+(?:offices?|branch|correspondent|summit|conference|forum)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:its|the other|all other|all its|all her|our) (?:nato )?allies\b|\brest of (?:the alliance|nato)\b", re.I
)  # of the United States
_MEMBER = re.compile(
    r"\b(?:signator(?:y|ies)|the club|(?:any|every|each|no|one) (?:other |single )?(?:ally|member)|allies|"
    r"members|(?:common|collective|joint) (?:effort|burden|bill)|(?:kyiv's|ukraine's) (?:\w+ )?(?:backers|donors|"
    r"supporters))\b",
    re.I,
)
_MEMBERS = re.compile(r"(?:the )?(?:allies|members|member states|countries|32|all 32|allied)(?:'s|')?", re.I)
_BODY = re.compile(
    r"\s+(?:[A-Z][\w'-]+\s+){0,3}(?:Institute|Bank|Network|Centre|Center|Council|Ledger|Forum|University|"
    r"School|Academy|Agency|Foundation|Monitor|Times|Post|Observatory|Society|Association|Fund|Review|"
    r"Dialogue|Group|Research|Capital|Analytics|Observer|Herald|Journal)\b"
)  # a body that is called after a party
_JOINED = re.compile(
    r"(?:\b(?:and|or|nor|than|as|like|with|without|except|versus|minus|plus|but)(?: the)?|[,/&])\s*$", re.I
)


def grounded(question: Question, draft: Draft, statement: Statement, before: str, around: str) -> None:
    """Each party of the question is named in the statement or carried over into it. Raises Unread."""
    asked = {one(code) for code in codes(question)}
    named = {one(str(p.value)) for p in draft.parties if p.kind in ("party", "group")}
    named |= {group for word, group in _ADJECTIVES.items() if re.search(rf"\b{word}\b", draft.text, re.I)}
    named |= (
        {"NATO"} if draft.counted is not None or any(_PLEDGE.match(draft.text, p.end) for p in draft.parties) else set()
    )
    named |= (
        {"NATO"}
        if _MEMBER.search(draft.text)
        or any(isinstance(p, Happens) and "NATO" in BELONG.get(p.event, ()) for p in parts_of(question))
        else set()
    )
    named |= {"EUROPE_CANADA"} if _OTHERS.search(draft.text) else set()
    named |= {code for code in asked if _told_by_name({code}, named)}
    carried = {of_speaker(name_of(statement.speaker)), of_speaker(draft.report), last_before(before), statement.context}
    carried |= {of_role(statement.speaker, before), only_party(before)}
    carried |= {str(p.value) for p in parties(plain(around)) if p.kind in ("party", "group")}
    carried |= {one(code) for code in carried if code}
    lacking = asked - {"world"} - named - {c for c in carried if c} - _only(question)
    lacking -= {one(p.code) for p in parties(draft.text.title())} if lacking else set()  # of posts in small letters
    for code in sorted(lacking):
        raise Unread(f"not in the statement: {catalogue.person(code)}")


def left(
    questions: Iterable[Question], draft: Draft, places: Iterable[Place], speaker: str | None
) -> Iterator[Mention]:
    """The parties of the statement that are in none of the questions and are not only where somebody speaks from."""
    asked = {
        one(code) for question in questions for code in (*codes(question), *_only(question), *_belonging(question))
    }
    grouped = any(catalogue.is_group(code) for code in asked)
    asked |= _told_by_name(asked, {one(str(p.value)) for p in draft.parties})
    inside = [p for p in places if p.part in WITHIN]
    for p in draft.parties:
        if (
            one(str(p.value)) in asked
            or is_harmless(p)
            or (grouped and _MEMBERS.fullmatch(p.text))
            or (_PLEDGE.match(draft.text, p.end) and "NATO" in asked)
        ):
            continue
        if any(a.start <= p.start and p.end <= a.end for a in inside) and p.kind != "foreign":
            continue
        if not is_a_place(p, draft.text) and not (
            str(p.value) == of_speaker(speaker) and not _JOINED.search(draft.text[: p.start])
        ):
            yield p


def _told_by_name(asked: set[str], named: set[str]) -> set[str]:
    """The members of groups that are asked, where all are named: "Tallinn, Riga and Vilnius"."""
    whole = [set(catalogue.members(code)) for code in asked if catalogue.is_group(code)]
    return {code for members in whole if members <= named for code in members}


def is_a_place(party: Mention, text: str) -> bool:
    """Whether a capital only says where somebody is: "in Vilnius", "Stockholm-based"; "in Estonia" may be more than
    that."""
    city = party.text.removeprefix("the ").removesuffix("'s") in capitals()
    return bool(_BASED.match(text, party.end) or _BODY.match(text, party.end)) or (
        city and bool(_AT.search(text[: party.start])) and not _JOINED.search(text[: party.start])
    )


def one(code: str) -> str:
    """The allies, the alliance and the West are one party."""
    return SAME.get(code, code)


def codes(question: Question) -> Iterator[str]:
    """Whom a question names."""
    for part in parts_of(question):
        match part:
            case Quantity():
                yield from part.who
                if part.share_of:
                    yield part.share_of
            case Happens() if part.who:
                yield part.who
            case Count():
                yield part.group
            case Special():
                yield from (value for _, value in part.slots if re.fullmatch(r"[A-Z]{3,}", value))
            case Do():
                yield from re.findall(r"spend\(([A-Z]{3})", part.levers)


def _belonging(question: Question) -> Iterator[str]:
    """Parties that the words of an event, a series or a cause name anyway."""
    for part in parts_of(question):
        if isinstance(part, (Quantity, Happens)):
            yield from BELONG.get(part.series if isinstance(part, Quantity) else part.event, ())
        if isinstance(part, Do):
            yield from (code for lever, code in LEVERS if lever in part.levers)


def _only(question: Question) -> set[str]:
    """Parties that follow from the series or the event, of which no other can be asked."""
    found: set[str] = set()
    for part in parts_of(question):
        if isinstance(part, Quantity) and part.series in catalogue.all_series():
            of = catalogue.all_series()[part.series].of
        elif isinstance(part, Happens) and part.event in catalogue.all_events():
            of = catalogue.all_events()[part.event].of
        else:
            continue
        if len(of) == 1 and of[0] not in ("allies", "world"):
            found.add(one(of[0]))
    return found
