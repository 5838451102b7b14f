"""How a claim is held, by what stands around it: "it's a foregone conclusion that", "all the signs are that", "is a long
shot", "dismissed talk of"; and openings that say nothing of it ("in a blow to"). Rows of framings.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.bearing import bears, happens
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.figures.numbers import WORDS
from overstretch.claims.reader.framings.fronted import tells_of_it
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import Mention, find
from overstretch.statements.mentions.quantities import number

# What a row says of its claim: the words that `stance` reads. A row that holds a denial which affirms has its own.
HELD_SO = ("certain", "possible")  # a denial in the words of such a row is no denial of the claim
STANCES = {"yes": "", "possible": "possible", "no": "unlikely"}
_FEW = re.compile(  # who holds it, of whom it is denied, left open or only a part
    r"\b(?:few|some|not|no|never|hardly|only|none|nobody|neither|nor|once|rarely|seldom|barely|scarcely|"
    r"refus\w*|declin\w*|"
    r"fail\w*|stop\w*|ceas\w*|hesita\w*|reluctan\w*|unwilling|yet|would|could|may|might|will|can|cannot|should|must|"
    r"wants?|tr(?:y|ies|ied)|used|half|minority|if|when|unless|after|before|because|while|although|though|"
    r"that|who|which|"
    r"whether|asked|denial|than|by|despite)\b|n't\b",
    re.I,
)
_FEWER = re.compile(r"\b(?:few|some|hardly|only|none|nobody|neither|once|former)\b", re.I)
_DENIAL = re.compile(r"n't\b|\b(?:not|no|never|against|little|scant)\b", re.I)
_IDLE = re.compile(  # words of the field and of part of them that are none where they hold a claim
    r"\b(?:if [^\d,;]{2,50}? (?:is|are) to be (?:believed|trusted)|points? (?:to|in)|fifty-fifty|50[-/]50|only(?= a (?:matter|question) of)|"
    r"(?:very )?few\b(?=.*\b(?:doubt|disput|"
    r"deny|question|contest|quarrel|know|reali[sz]e|mention))|beyond|(?:no|(?:precious |very )?little|few|"
    r"scant|nothing|"
    r"not|any|the slightest|shadow of a)\b(?: \w+){0,3}? (?:doubts?|question|disputing|denying|chances?|"
    r"signs?|indications?|"
    r"evidence|prospects?|hopes?|likelihood|possibility|grounds|reasons?|basis|suggests?|indicates?|points|to)|doubt|"
    r"strik(?:es?|ing)|annex|hit(?= (?:hard )?by)|be (?:believed|trusted)|end(?= of)|over(?= (?:decades|"
    r"years|time|the)\b)|(?:nobody|no one)(?= (?:says|tells|mentions|will)))\b",
    re.I,
)
LONGEST_SOURCE = 80  # characters


@dataclass(frozen=True)
class Framing:
    """Where the words stand that hold a claim, and how they hold it: a stance, or none."""

    start: int
    end: int
    stance: str


def _file() -> dict[str, dict]:
    return shipped.patterns("claims/reader/framings", "framings.toml")


def parts_of_rows(section: str) -> dict[str, list[str]]:
    """The rows of a section, by kind, each as a pattern."""
    return _file()[section]


@cache
def _rows(section: str, kind: str, start: str, end: str) -> re.Pattern[str]:
    return re.compile(rf"{start}(?:{'|'.join(_file()[section][kind])}){end}", re.I)


@cache
def _denies() -> re.Pattern[str]:
    parts = _file()["parts"]
    source = rf"(?P<source>[^,;:\"()]{{2,{LONGEST_SOURCE}}}?|[^,;:\"()]{{2,60}}, [^,;:\"()]{{2,40}},)"
    return re.compile(
        rf"^\W*{source} (?P<verb>{parts['was_denying']} (?:{parts['talk']}|that)|(?:has |"
        rf"have )?(?:den(?:y|ies|ied)|disput(?:es|ed)|denounces? the "
        rf"claim)(?=\s+(?!that\b){_CLAUSE}[^,;:]{{2,60}}? (?:will|would|has|have|had|is|was|were|are)\b))\s+",
        re.I,
    )


def opening(text: str) -> list[Framing]:
    """What the text opens with that only holds its claim, from its start; none where it opens with the claim."""
    if held := by_row(text):
        stop = re.search(r"[:;]\s", text[held.end :])  # "don't expect a miracle: growth will"
        return [] if stop and not bears(text[held.end : held.end + stop.start()]) else [held]
    if (m := _denies().match(text)) and not bears(m["source"]) and not _FEW.search(m["source"]):
        return [Framing(0, m.start("verb"), ""), Framing(m.start("verb"), m.end(), STANCES["no"])]
    return _of_talk(text)


def by_row(text: str) -> Framing | None:
    """What a row of the openings matches at the start of a text."""
    for kind in ("no", "possible", "yes"):
        if m := _rows("opening", kind, r"^\W*", r"\s+(?=\S)").match(text):
            words = _IDLE.sub(" ", m.group())
            if bears(words) or (kind == "yes" and _FEWER.search(words) and not _DENIAL.search(m.group())):
                continue
            return Framing(0, m.end(), STANCES[kind] or ("certain" if _DENIAL.search(m.group()) else ""))
    return None


def unknown_opening(sentence: str) -> str | None:
    """An opening with a colon that may deny its claim, but for those that a row holds."""
    words = tells_of_it(sentence)
    held = by_row(sentence) if words else None
    end = max(held.end if held else 0, aside(sentence) if words else 0)
    return None if end and ":" in sentence[:end] else words


def _of_talk(text: str) -> list[Framing]:
    """'Talk of a recession in 2027 is overblown': what is said of what others say."""
    head = _rows("spoken", "opening", r"^\W*", r"\s+(?=\S)").match(text)
    if head is None:
        return []
    for kind in ("no", "yes"):
        if m := _rows("spoken", kind, r"\s", r"(?=\W*$|, )").search(text, head.end()):
            return [Framing(0, head.end(), ""), Framing(m.start(), m.end(), STANCES[kind])]
    return []


def aside(text: str) -> int:
    """How far an opening goes that says nothing of the field; 0 where there is none."""
    m = _rows("party", "known", r"^\W*", r"\s+(?=\S)").match(text)
    if m and not bears(m.group()) and any(p.start == m.end() and _ALONE.match(text, p.end) for p in parties(text)):
        return m.end()  # "Europe's biggest economy, Germany,"
    if (m := _rows("aside", "fixed", r"^\W*", r"\s+(?=\S)").match(text)) and not re.search(r"\d", m.group()):
        return m.end()
    for kind in ("beset", "opening"):
        m = _rows("aside", kind, r"^\W*", r"\s+(?=\S)").match(text)
        if m is None or happens(_IDLE.sub(" ", m.group())) or _HELD_BACK.search(m.group()):
            continue
        return 0 if kind == "beset" and _moves(m.group()) else m.end()
    return 0


def _moves(words: str) -> bool:
    """Whether an opening may be a cause that moves what is claimed."""
    return names_a_cause(words) or bool(find(words, "concept", ("MIL", "CORE", "RELATED", "OIL", "OILGAS")))


def beside(words: str) -> bool:
    """Whether a stretch between commas or at the end says nothing of the claim beside it: "come what may"."""
    m = _rows("aside", "beside", r"\W*", r"\W*$").match(words)
    return m is not None and not bears(words := _IDLE.sub(" ", words)) and not happens(words)


_ALONE = re.compile(r", (?!(?:and|or|together|with|as well|along|but|not)\b)")
_HELD_BACK = re.compile(r"\d|\b(?:if|unless|provided|assuming|depend\w*|should|without|except|only)\b", re.I)


def source(text: str) -> list[Framing]:
    """Who says so, without "that": "Sources in Berlin say the deficit will ...". Where a party says what "it" will do,
    its name stays with the claim: none but the words between."""
    most = _SO_MANY.match(text)
    if most and not by_few(text) and (not parties(most.group()) or parties(text[most.end() :])):
        return [Framing(0, most.end(), "")]
    m = _says().match(text)
    if m is None or _FEW.search(m["source"]) or not (m["puts"] or _TOLD.search(text[m.end() :])):
        return []
    if m["puts"] and _NO_FIGURE.match(text, m.end()):
        return []  # "gives Russia little chance of avoiding a recession in 2026"
    owned = parties(text[m.end() :]) or find(text[m.end() :], "concept", ("OIL", "BRENT", "FX"))
    if m["puts"] and _ELSEWHERE.search(m["source"]) and owned:
        return [Framing(0, m.end(), "")]  # "economists in Vienna see growth of 1% in Lithuania"
    if m["puts"] and (parties(m["source"]) or not _PEGS.fullmatch(m["puts"])):
        return []  # whose figure it is
    named = [p for p in parties(m["source"]) if p.kind != "group"]
    if bears(_without(m["source"], named)) or (find(m["source"], "concept") and not _SPEAKS.search(m["source"])):
        return []
    own = _IT.match(text, m.end())
    if (
        named
        and not _OF_A_STATE.search(f"{_without(m['source'], named)} ; {m['source']}")
        and (own or not parties(text[m.end() :]))
    ):
        return []  # "analysts in London": not of whose figure they speak
    if len({p.code for p in named}) != 1 or (not own and parties(text[m.end() :])):
        return [Framing(0, m.end(), "")] if not named or parties(text[m.end() :]) else []
    last = named[-1]
    at, end = m.start("source"), own.end() if own and own["alone"] else m.end()
    return [Framing(a, b, "") for a, b in ((0, at + last.start), (at + last.end, end)) if a < b]


_COUNT = rf"(?:\d{{1,3}}|{'|'.join(WORDS)})"
_BY_WHOM = r"(?: (?:polled|surveyed|asked|questioned|canvassed|consulted)(?: (?:by|for) [^,;:]{2,40}?)?)"
_FORESEE = (
    r"(?:[a-z]+ )?(?:economists|analysts|forecasters|experts|strategists|traders|bankers|brokers|banks|brokerages)"
)
_SO_MANY = re.compile(  # "22 of 24 economists polled by the agency expect"
    rf"^\W*(?:(?:polled|surveyed|asked) by [^,;:]{{2,40}}, )?(?:of (?:the )?(?P<all>{_COUNT}) {_FORESEE}{_BY_WHOM}?, "
    rf"(?P<n>{_COUNT})|(?P<some>{_COUNT}) (?:out )?of (?:the )?(?P<whole>{_COUNT}) {_FORESEE}{_BY_WHOM}?|(?:most|all|"
    rf"nearly all|almost all|the (?:\w+ )?majority|the bulk) of (?:the )?(?:{_COUNT} )?{_FORESEE}{_BY_WHOM}?|"
    rf"(?:the )?(?:{_COUNT} )?{_FORESEE}(?:{_BY_WHOM}| (?:at|from|with) [^,;:]{{2,40}}?)) (?:now |still |"
    rf"also )?(?:expect|look for|bet on|see|saw|forecast|predict|anticipate|foresee|"
    r"reckon|believe|think|say|said|project|bet|are (?:sure|convinced|certain))(?: that)? (?!to\b)",
    re.I,
)


def by_few(text: str) -> re.Match[str] | None:
    """Where no more than half of those asked hold what follows: "two of 24 economists expect"."""
    m = _SO_MANY.match(text)
    if m is None or not (m["n"] or m["some"]):
        return None
    return m if 2 * number(m["n"] or m["some"]) <= number(m["all"] or m["whole"]) else None


@cache
def _says() -> re.Pattern[str]:
    parts = _file()["parts"]
    return re.compile(
        rf"^\W*(?P<source>[^,;:\"()]{{2,{LONGEST_SOURCE}}}?|[^,;:\"()]{{2,60}}, [^,;:\"()]{{2,40}},) "
        rf"(?:(?:{parts['says']})\s+{_CLAUSE}|(?:(?:now|still|also) )?(?P<puts>puts?|pegs?|pegged|sees?|"
        rf"expects?|forecasts?|predicts?|projects?|anticipates?|foresees?|has|have|gives?|reckons? with|looks? for)\s+"
        rf"(?=[^,;:]{{0,60}}?{_SO_MUCH}))",
        re.I,
    )


_NO_FIGURE = re.compile(r"[^\d,;:]{0,60}\b(?:chances?|odds|hopes?|prospects?|risks?|danger|until|till|time)\b", re.I)
_PEGS = re.compile(r"p(?:ut|eg)\w*|gives?", re.I)
_ELSEWHERE = re.compile(  # where those sit who speak of others
    r"^(?!.*\b(?:not|never|no|longer|had|once|hardly|scarcely|none|neither|nobody|ministers?|ministry|government|"
    r"cabinet|(?:\d+|one|two|three|four|five) (?:out )?of|treasury|parliament|central bank)\b)"
    r".*\b(?:economists?|analysts?|forecasters?|experts?|strategists?|traders?|bankers?|brokers?|brokerages?|banks?|institutes?|think-?tanks?|researchers?|professors?|council|academics|scholars|house|"
    r"consultanc(?:y|ies)|fund managers|agenc(?:y|ies)) (?:in|from|based in|at) (?:the )?(?-i:[A-Z])[\w' -]{2,20}$",
    re.I,
)


_SO_MUCH = r"(?:[a-z]+ ){0,4}?(?:[$€£]?\d|(?:\w+(?:teen|ty)|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
_SPEAKS = re.compile(  # a body or a person of the field, not a quantity of it
    r"\b(?:minist\w+|governments?|chiefs?|heads?|secretar\w+|committees?|institutes?|analysts?|experts?|"
    r"economists?|sources?|"
    r"officials?|spokes\w+|banks?|bankers?|agenc\w+|services?|generals?|commanders?|investors?|traders|markets?|office|"
    r"council|board|funds?|think-?tanks?|lawmakers|mps|insiders?|advisers?|strategists?|governors?|party|opposition)\b",
    re.I,
)
_OF_A_STATE = re.compile(
    r"^\W*(?:the )?it\W*(?=;)|\b(?:governments?|minist(?:ry|ries|ers?)|cabinet|treasury|chancell(?:ery|or)|parliament|"
    r"prime minister|premier|president|central bank|bank of|finance|defen[cs]e|debt|statistics) ?|"
    r"\bit's (?:\w+ )?(?:office|chief)",
    re.I,
)


def _without(words: str, named: list[Mention]) -> str:
    for party in reversed(named):
        words = words[: party.start] + "it" + words[party.end :]
    return words


_CLAUSE = (
    r"(?=(?:the|an?|its|his|her|their|it|he|she|they|we|there|most|all|every|each|both|at|more|fewer|half|no|none|"
    r"neither|nobody|nothing|only|two|three|four|five|six|seven|eight|nine|ten)\b|(?-i:[A-Z\"$€£]))"
)
_TOLD = re.compile(
    r"\b(?:will|would|could|may|might|are|were|have|had|won't|can|cannot|should|to|\w+(?:s|ed|"
    r"ing)|rose|fell|grew|"
    r"spent|stood)\b",
    re.I,
)
_IT = re.compile(r"(?P<alone>(?:it|he|she|they|the country|the government)(?= ))|(?:its|his|her|their)\b", re.I)


def credited(words: str) -> bool:
    """Whether a stretch only says by whose reckoning: "in the words of its finance minister"."""
    m = _rows("credited", "whole", r"\W*", r"\W*$").match(words)
    return m is not None and not re.search(r"\d", words) and not _OTHER_CASE.search(words)


_OTHER_CASE = re.compile(  # another figure, or another course of things, than the one forecast
    r"\b(?:adverse|worst|best|optimistic|pessimistic|stress|risk|alternative|upside|downside|old|older|"
    r"earlier|previous|"
    r"former|last|first|initial|original|real|nominal|absolute|constant|adjusted|average|relative|per|some|few|no)\b",
    re.I,
)


def told(text: str) -> int:
    """How far what others say is only named, before what they say: "talk of"; 0 where it is not."""
    m = _rows("spoken", "opening", r"^\W*", r"\s+(?=\S)").match(text)
    return m.end() if m else 0


def affirms(tail: str) -> bool:
    """Whether a predicate says that what it is said of comes about, or is right: "is a certainty"."""
    return any(_rows(section, "yes", r"\s+", r"(?=\W*$)").match(tail) for section in ("closing", "spoken"))


def denies(tail: str) -> bool:
    """Whether a predicate says that what it is said of does not come about, or is wrong: "is a long shot"."""
    return any(_rows(section, "no", r"\s+", r"(?=\W*$)").match(tail) for section in ("closing", "spoken"))


_VERB = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|won't|can|cannot|should)\b|n't\b|'(?:ll|re|ve)\b",
    re.I,
)


def closing(words: str) -> Framing | None:
    """The predicate that holds a claim which is a noun: "is a long shot"."""
    for kind in ("no", "possible", "yes"):
        m = _rows(
            "closing",
            kind,
            r"\s",
            r"(?=\W*$| (?:by|before|in(?! (?:at|under|below|above|over|around|near|between|close|short)\b)|"
            r"this|next|within|until|for|throughout|through|all through|during) )",
        ).search(words)
        if m and not _VERB.search(words[: m.start()]) and (bears(words[: m.start()]) or parties(words[: m.start()])):
            stance = STANCES[kind] or ("certain" if _DENIAL.search(m.group()) else "")
            return Framing(m.start(), m.end(), stance)
    return None
