"""A stretch beside a claim, completed from it and read by itself: "20% more than in 2024", "the widest in the EU",
"three fifths of it American", "which spent 1.4% in 2019".

Its subject is the figure that was read, said in plain words. It is a claim where nothing of it is left over and its
question differs from the one read in no part but those that its own words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from overstretch.claims.reader.asked.earlier import ANOTHER_CLAIM, REVISED, main, of_a_forecast
from overstretch.claims.reader.asked.lists import compared
from overstretch.claims.reader.clauses.segments import segments
from overstretch.claims.reader.draft import Unread, drafted
from overstretch.claims.reader.made import Made, also
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.versus import VERSUS
from overstretch.claims.reader.stance.tense import over
from overstretch.questions import catalogue
from overstretch.questions.data import OPERATORS, Compare, Count, Given, Quantity, Question
from overstretch.questions.say.figures import plain_unit
from overstretch.questions.say.named import moment, possessive
from overstretch.questions.text import parse
from overstretch.statements.record import Proposition

_NOUNS = {  # by which a series is named in a completed stretch
    "core_share": "defence spending as a share of GDP",
    "defence_spending": "defence spending",
    "balance": "deficit",
    "debt_ratio": "debt",
    "growth": "growth",
    "inflation": "inflation",
    "policy_rate": "key rate",
    "oil_gas_revenue": "oil and gas revenue",
    "fund_liquid": "liquid fund",
    "personnel": "armed forces",
    "unemployment": "unemployment",
    "bond_yield": "ten-year yield",
}
LONGEST = 3  # stretches between commas that may be one list
_RANKED = re.compile(  # "at 6.3% of GDP, its deficit was | the widest in the EU"
    r"^\W*(?:at|with) (?:\w+ ){0,3}?[$€£]?\d[^,;:]*,?\s[^,;:]*?\b(?:is|are|was|were|will be|remains?|stays?|ranks? as)"
    r"(?P<rank> (?:[a-z]+ ){0,3}the (?:[a-z]+[- ]?)?(?:\w+est|most|least)\b[\w -]*? (?:in|of|among|across|within) "
    r"(?:the )?[\w' -]{2,30}?)(?=[,.;]|$| (?:last|this|in|by|at) )",
    re.I,
)


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that may be claims beside another, lists before their parts."""
    cuts = segments(text, 0)
    ranked = [m.span("rank") for m in _RANKED.finditer(text)]
    runs = [(cuts[k][0], cuts[n - 1][1]) for k in range(len(cuts)) for n in range(min(k + LONGEST, len(cuts)), k, -1)]
    return ranked + [(a, b) for a, b in runs if b - a < len(text.strip()) - 2]


def completed(made: Made, text: str, place: tuple[int, int] | None = None) -> Iterator[Proposition]:
    """What the stretches of a sentence, or the one at a place, claim beside the one read."""
    question = made.question.of if isinstance(made.question, Given) else made.question
    if not isinstance(question, Compare) or question.left.series not in _NOUNS or REVISED.search(text):
        return
    read = 0
    for start, end in [place] if place else stretches(text):
        words = text[start:end].strip(" ,.;")
        if start < read or not _of_the_claim(question, made, text, start, end):
            continue
        for sentence in _sentences(question, made, words, _IS_BEFORE.search(text[:start]) is not None):
            with suppress(Unread):
                yield from _read(question, made, sentence, words)
                read = end
                break


def without_a_subject(words: str) -> bool:
    """Whether a stretch may be said of what stands before it."""
    return _OF_IT.search(words) is not None or _PREDICATE.match(_predicate(words)) is not None


_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|be|as|remains?|stays?)\W*$")
_LISTS_ON = re.compile(r"(?:,? (?:and|or)|,) (?:the )?[A-Z][\w' ]*(?:,| or | and |\W*$)")


def _of_the_claim(question: Compare, made: Made, text: str, start: int, end: int) -> bool:
    """Whether nobody else's figure and no other clause stands between the claim and a stretch."""
    beside = VERSUS.search(text) if isinstance(question.right, Quantity) else None
    at = None if isinstance(question.right, Quantity) else main(drafted(text, made.said), question)
    if (at and start <= at[0] < end) or (beside and start <= beside.start() < end):
        return False
    between = text[:start] if at is None else text[at[1] : start] if at[1] <= start else text[end : at[0]]
    own = {*question.left.who, *(question.right.who if isinstance(question.right, Quantity) else ())}
    others = {p.value for p in parties(between)} - own
    compares = re.search(r"\b(?:than|as)\b", text[start:end]) is not None  # "Germany, more than France, will": rather
    if compares and _OTHERWISE_HELD.search(text, start, end):
        return False
    if others or (compares and (_LISTS_ON.match(text, end) or end <= (at[0] if at else 0))):
        return False
    return (_WHICH.match(text[start:end]) is not None) or not ANOTHER_CLAIM.search(between)


_OTHERWISE_HELD = re.compile(  # "more than France had planned": no figure of what came about
    r"\b(?:had|has|have|did|does|do|will|would|planned|plans|promised|promises|pledged|intend\w*|forecast\w*|expect\w*|"
    r"wants?|wanted|once|ever|hoped|hopes|budgeted|aims?|aimed|could|can)\b",
    re.I,
)
_WHICH = re.compile(  # "which spent 1.4% in 2019", "in 2019 it was 1.4%"
    r"(?P<lead>(?:back |as (?:recently|late) as )?in (?:19|20)\d\d,? )?(?:(?P<whose>whose|its|their)|(?:which|who|it|"
    r"they|that|the (?:figure|share|ratio|rate|total|number))(?= (?!makes|made)[a-z]+))\b",
    re.I,
)
_MAKING = re.compile(
    r"^(?:which (?:makes|made|will make)|making) (?:it|them|(?:the country|its [a-z ]{4,20}?))(?= (?:by far )?the )",
    re.I,
)
_IS = re.compile(r"^(?:(?:which|that) (?:is|are|was|were|will be)|or|and) ", re.I)
_OF_IT = re.compile(r"\bof (?:it|that|them|which|the total|that sum)\b", re.I)
_OF_WHICH = re.compile(r"^(?:of (?:which|that),? |with |and )", re.I)
_ELSEWHERE = re.compile(r"\b(?:in|on|for|to|by|at) (?:the )?(?-i:[A-Z])")  # spent there, not by it
_VERB = re.compile(r"\b(?:is|are|was|were|accounted|came|comes|paid|spent|will)\b")
_SUPERLATIVE = re.compile(r"\b(?:\w+est|most|least)\b", re.I)
_STILL = re.compile(r"^(?:by far|still|already|comfortably|easily) (?=the )", re.I)
_PREDICATE = re.compile(
    r"(?:(?:by|far|well|easily|comfortably|much|some|just|even|slightly|a|little|about|around|roughly|nearly|almost) )*"
    r"(?:(?P<level>at|to)\b|up\b|down\b|an? (?:rise|increase|jump|gain|fall|drop|decline|decrease|reduction)\b|the \w|"
    r"more\b|less\b|fewer\b|\w+er than\b|twice\b|double\b|half\b|(?:three|four|five|ten) times\b|as (?:much|high|"
    r"large|big)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|(?P<figure>[$€£]?\d))",
    re.I,
)


def _sentences(question: Compare, made: Made, words: str, is_: bool) -> Iterator[str]:
    """What a stretch may say of the claim's figure, or of whose it is."""
    left, fact = question.left, made.claim.asks == "fact"
    now = left.when.relation == "latest"
    whose, when = possessive(left.who), "" if now else moment(left.when)
    be, have = ("is", "has") if now else ("was", "had") if fact else ("will be", "will have")
    who = re.sub(r"'s?$", "", whose)
    surplus = left.series == "balance" and isinstance(question.right, float) and question.right > 0
    noun = f"{whose} {'surplus' if surplus else _NOUNS[left.series]}"
    if catalogue.is_group(left.who[0]) and (_OF_IT.search(words) or _OF_WHICH.match(words)):
        yield from _of_a_part(left, words, f"of {noun} {when}", f"{_NOUNS[left.series]} {when} {be}")
    elif m := _WHICH.match(words):
        for one in (whose,) if m["whose"] else (noun, who):
            yield f"{one}{words[m.end() :]} {m['lead'] or ''}."
    predicate = _predicate(words)
    bare = _PREDICATE.match(predicate)
    if not bare:
        return
    if bare["level"] or bare["figure"]:
        yield f"{noun} was {predicate}."  # at another time
    if bare["level"] and isinstance(question.right, float) and left.change is None:
        return
    if fact or is_ or _MAKING.match(words) or not _SUPERLATIVE.search(words):  # else it may be the rank of today
        predicate = re.sub(r"^to\b", "at", predicate)
        if left.series == "personnel":
            predicate = re.sub(
                r"\bmore than\b", "larger than", re.sub(r"\b(?:fewer|less) than\b", "smaller than", predicate)
            )
        yield f"{noun} {when} {be} {predicate}."
        army = _SUPERLATIVE.sub(r"\g<0> army", predicate) if left.series == "personnel" else predicate
        yield f"{who} {when} {have if army != predicate else be} {army}."


def _predicate(words: str) -> str:
    """A predicate without the words that link it to what it is said of."""
    return _STILL.sub("", _IS.sub("", _MAKING.sub("", words.strip(" ,.;")).strip()))


def _of_a_part(left: Quantity, words: str, whole: str, is_: str) -> Iterator[str]:
    """'Three fifths of it American', 'of which 997 billion was German', 'with America accounting for 66% of it'."""
    if _ELSEWHERE.search(words):
        return
    words = _OF_WHICH.sub("", words).replace("accounting", "accounted")
    named = parties(words)
    if not named:
        return
    if amount := _AMOUNT.match(words):
        if _PARTY.fullmatch(words[amount.end() : named[0].start] + words[named[0].end :]):
            money = "" if amount["money"] else plain_unit(catalogue.unit_of(left))
            yield f"{possessive((named[0].code,))} {is_} {amount['amount']} {money}."
        return
    place = _OF_IT.search(words) or re.search(r"(?<=\d%)|(?<=\bcent)", words)
    if place:
        verb = "" if _VERB.search(words) else is_.rpartition(" ")[2]
        yield f"{words[: place.start()].strip()} {whole} {verb} {words[place.end() :].strip()}."


_AMOUNT = re.compile(
    r"(?P<amount>(?:[a-z]+ ){0,3}?[$€£]?\d[\d.,]* (?:billion|trillion|million|bn|trn)(?P<money> (?:dollars|euros|"
    r"pounds))?)",
    re.I,
)
_PARTY = re.compile(
    r"(?: (?:of it|of that|of the total))?(?: (?:is|was|were|came|comes|coming|being))?(?: from)?(?: the)? ?", re.I
)


def _read(question: Compare, made: Made, words: str, stretch: str) -> list[Proposition]:
    """The claims of a completed stretch. Raises Unread where one of them is none that its words alone make another."""
    found = []
    for text in [share.text for share in compared(words, "")] or [words]:
        one = made.one(text, "")
        asked = parse(one.question)
        if one.set_aside or any(r.part.startswith("set aside") for r in one.read):
            raise Unread("its words are not all read")
        asks = _asks(question, asked, one.asks, made, stretch)
        beside = also(made, asked, asks, stretch) if asks else None
        if beside is None:
            raise Unread("it is not of the figure that was read")
        found.append(beside)
    return found


def _asks(claim: Compare, asked: Question, asks: str, made: Made, stretch: str) -> str:
    """How a further question is asked; empty where more than one part of it is new."""
    left, own = replace(claim.left, change=None, unit=""), made.claim.asks
    if isinstance(asked, Count):
        return own if asked.where.right == left else ""
    if not isinstance(asked, Compare):
        return ""
    new = replace(asked.left, change=None, unit="")
    if new == left:
        if asked.left.change is not None:
            rate = catalogue.unit_of(left).startswith("%") and asked.left.change.kind != "absolute"
            based = _BASE.search(stretch) is not None or over(left.when, made.said)  # then of the year before
            return own if based and not rate and not claim.left.change else ""
        if isinstance(asked.right, Quantity):
            if asked.right.times != 1 and catalogue.unit_of(left).startswith("%"):
                return ""  # so many times as much: of the share, or of the money
            return own if replace(asked.right, times=1.0, who=left.who) == left else ""
        return own if asked.op in OPERATORS[-2:] or claim.left.change or claim.op in OPERATORS[-2:] else ""
    if replace(new, when=left.when) == left:
        when = new.when
        stated = when.relation in ("in", "by") and not when.default and not of_a_forecast(when, left)
        stated = stated or (when.relation == "latest" and _NOW.search(stretch) is not None)
        return asks if stated and (asks == "fact" or not over(when, made.said)) else ""
    part = replace(new, who=left.who, share_of=None) == left and len(left.who) == 1
    return own if part and {*_each(left.who[0])} > {*_each(new.who[0])} else ""


def _each(who: str) -> tuple[str, ...]:
    return catalogue.members(who) if catalogue.is_group(who) else (who,)


_NOW = re.compile(r"\b(?:now|today|currently|at present)\b", re.I)
_BASE = re.compile(r"\b(?:than|as|on|from|compared|over|against)\b|\byear\b", re.I)
