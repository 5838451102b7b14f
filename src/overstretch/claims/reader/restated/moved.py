"""Verbs by which a figure moves, put as a plain one as long as they were: "will claw its way back to 3%" as "will rise
to 3%", "cranks its key rate up to 18%" as "lifts its key rate up to 18%". Rows of moved.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.figures.number_words import IN_WORDS
from overstretch.claims.reader.figures.verbs import all_forms
from overstretch.claims.reader.vocabulary import phrases

_PLAIN = {  # to, he, past, has
    "rise": ("rise", "rises", "rose", "risen"),
    "fall": ("fall", "falls", "fell", "fallen"),
    "lift": ("lift", "lifts", "lifted", "lifted"),
    "cut": ("cut", "cuts", "cut", "cut"),
}
TO, HE, PAST, HAS, ING = range(5)
ABOUT = (
    "about|around|roughly|nearly|almost|just|only|over|under|above|below|more|less|than|at|least|most|some|an?|the|"
    "mere|"
    "exactly|well|close to|up to|no|not|estimated|approximately"
)
_HEDGE = rf"(?:(?:{ABOUT}|another|further|full|whole|barely|as much as|as little as) )*"
NUMBER = rf"(?:(?:US\$|[$€£₽])?\d|(?:{IN_WORDS})\b)"
_LEADS = rf" (?:to|by(?! (?:the )?(?:19|20)\d\d\b)) {_HEDGE}{NUMBER}"
_NEXT = (  # where it leads, or by how much it moves
    r"(?=(?: \w+ly)?(?: (?:again|further|once more|still further|yet again|in 20\d\d|next year|this year))?"
    rf"(?: from {_HEDGE}{NUMBER}[^;]{{0,40}}?)?{_LEADS})"
)
_ANY_LEAD = re.compile(_LEADS, re.I)
_UP = r"(?:(?:back |right |all the way |steadily )?(?:up|higher|upwards?)|skywards?)"
_DOWN = r"(?:back |right |all the way |steadily )?(?:down|lower|downwards?)"
_OWN = {"rise": _UP, "fall": _DOWN}
_WITH = {
    way: rf"(?: (?:{own}|back|{more}))?" for way, own, more in (("rise", _UP, "ahead|out"), ("fall", _DOWN, "off|away"))
}
_IT = (  # what is moved
    r"(?:(?!(?:forecasts?|outlook|projections?|estimates?|and|but|or|to|by|from|way|up|down|higher|lower|back|out|off|"
    r"away|upwards?|downwards?|ahead|on|will|would|could|may|might|can|shall|is|are|was|were|be|been|has|have|had|does|"
    r"do|did|not)\b)[\w'-]+ ){1,6}?"
)
_BE = re.compile(r"\b(?P<be>be|been|is|are|was|were|gets?|got) (?:\w+ly )?$", re.I)
_OF_BE = {"be": TO, "been": HAS, "is": HE, "are": TO, "was": PAST, "were": PAST, "get": TO, "gets": HE, "got": PAST}
_HAVE = re.compile(r"\b(?:has|have|had)(?:n't)? (?:(?:\w+ly|also|now|already|not|never|since) )?$", re.I)
_ROUBLE = re.compile(r"\bro?uble\b.*\b(?:dollar|greenback|buck)\b", re.I)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?", re.I)


@dataclass(frozen=True)
class Verb:
    """A form of a verb: the rest of its phrase, which way it goes, its row and its tense."""

    word: str
    rest: str
    way: str
    sort: str
    tense: int


def _tensed(verb: str) -> dict[str, int]:
    forms = [form for form in all_forms(verb) if form not in ("am", "been")]
    last = {"s": HE, "g": ING}
    return {f: TO if f == verb else last.get(f[-1], PAST) if f.endswith(("s", "ing")) else PAST for f in forms}


@cache
def _verbs() -> dict[str, list[Verb]]:
    """Every form of the verbs in the rows, and what it may be a form of."""
    found: dict[str, list[Verb]] = {}
    for way, sorts in shipped.rows("claims/reader/restated", "moved.toml").items():
        for sort, words in sorts.items():
            for phrase in words.split():
                verb, _, rest = phrase.partition("_")
                for form, tense in _tensed(verb).items():
                    one = Verb(verb, f" {rest.replace('_', ' ')}" if rest else "", way, sort, tense)
                    found.setdefault(form, []).append(one)
    return {form: sorted(ones, key=lambda one: (one.way != "way", -len(one.rest))) for form, ones in found.items()}


def plain_moves(text: str) -> str:
    """The text with each such verb put as the plain one."""
    if not _ANY_LEAD.search(text) or _ROUBLE.search(text):  # which way its rate goes is read by its own words
        return text
    table = _verbs()
    for m in _WORD.finditer(text):
        for verb in table.get(m.group().lower(), ()):
            if (put := _put(text, m, verb)) != text:
                text = put
                break
    return text


def _put(text: str, m: re.Match[str], verb: Verb) -> str:
    """The text with that verb put as a plain one, where what stands around it allows that."""
    at, end = m.start(), m.end() + len(verb.rest)
    if text[m.end() : end].lower() != verb.rest or not text[:at].strip(" \"'"):
        return text  # "Knock oil down to 40 dollars and ...": what is told to be done
    be = _BE.search(text[:at])
    passive = be is not None and verb.tense == PAST and (verb.sort == "made")
    runs = be is not None and verb.tense == ING
    for way in ("rise", "fall") if verb.way in ("neutral", "way") else (verb.way,):
        own = verb.way == way
        if passive or verb.sort == "alone" or verb.way == "way":
            words = _behind(verb, way, own)
            if (behind := words.match(text, end)) is None or (be is not None and not (passive or runs)):
                continue
            if behind.group().strip() in ("", "back") and not verb.rest and verb.word in _known() and not passive:
                return text
            start = be.start("be") if be is not None else at
            tense = _OF_BE[be["be"].lower()] if be is not None else _tense(text, at, verb)
            return _in_place(text, start, behind.end(), way, tense)
        if verb.sort == "back" and be is None and verb.tense != ING and _BACK.match(text, end):
            return _in_place(text, at, end, "cut", _tense(text, at, verb))
        if verb.sort == "made" and be is None and verb.tense != ING and _moves(way, own).match(text, end):
            mover = "lift" if way == "rise" else "cut"
            return _in_place(text, at, end, mover, _tense(text, at, verb))
    return text


@cache
def _known() -> frozenset[str]:
    """Verbs that words.toml reads by themselves."""
    return frozenset(phrase[1:] for kind in ("UP", "DOWN") for phrase in phrases("way", kind) if phrase[:1] == "~") - {
        "firm"
    }


def _tense(text: str, at: int, verb: Verb) -> int:
    return HAS if verb.tense == PAST and _HAVE.search(text[:at]) else verb.tense


def _in_place(text: str, start: int, end: int, way: str, tense: int) -> str:
    if tense == ING or len(plain := _PLAIN[way][tense]) > end - start:
        return text
    return text[:start] + plain.rjust(end - start) + text[end:]


_BACK = re.compile(  # "claws its deficit back to 3%": of what is better low
    rf" {_IT}(?<= )(?:(?<=deficit )|(?<=debt )|(?<=inflation )|(?<=shortfall )|(?<=gap )|(?<=spending )|(?<=budget )|"
    rf"(?<=outlays )|(?<=expenditure )|(?<=burden )|(?<=unemployment ))(?:back|in) {_LEADS[1:]}",
    re.I,
)


@cache
def _behind(verb: Verb, way: str, own: bool) -> re.Pattern[str]:
    """What must stand behind a verb that moves by itself."""
    if verb.way == "way":
        back = "|back|out" if verb.sort == "up" and way == "rise" else ""
        itself = r"(?:its|their|his|her) way|itself|themselves"
        return re.compile(rf" (?:{itself}) (?:{_OWN[way]}{back}){_NEXT}", re.I)
    return re.compile(rf"{_WITH[way]}{_NEXT}" if own else rf" {_OWN[way]}{_NEXT}", re.I)


@cache
def _moves(way: str, own: bool) -> re.Pattern[str]:
    """What must stand behind a verb that moves something: it, and the word that says which way."""
    there = rf"(?:{_OWN[way]} {_IT[:-1]}(?<= )|{_IT}{_OWN[way]} )"
    there = rf"(?:{there}|{_IT}(?:(?:back|off|away|out) )?)" if own else there
    return re.compile(rf" (?P<there>{there})(?:again |further |in 20\d\d )?(?<= ){_LEADS[1:]}", re.I)
