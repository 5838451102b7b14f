"""What a stretch of a sentence bears: figures, series, events, moments, words that turn what stands beside it."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.bearing.reason_words import IN_SPITE
from overstretch.claims.reader.figures.counts import counted
from overstretch.claims.reader.figures.numbers import figures
from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find


def told_of(words: str) -> bool:
    """Whether a stretch makes a claim of its own: it names something of the field, with a verb."""
    return bears(words) and cw.FINITE_VERB.search(words) is not None


def dated(words: str) -> bool:
    """Whether a stretch begins with a moment, or gives a limit: "is unavoidable by the middle of next year"."""
    return any(
        m.start <= len("only not ") or re.match(r"(?:by|before|within|until)\b", words[m.start :], re.I)
        for m in moments(words, _ANY_DAY)
    )


def has_moment(words: str) -> bool:
    """Whether a stretch names a moment."""
    return bool(moments(words, _ANY_DAY))


_ANY_DAY = date(2026, 1, 1)  # for whether a moment stands there, not for which


def turns(words: str) -> bool:
    """Whether a stretch may turn, hedge or bound the claim beside it."""
    return bool(cw.TURNING.search(words)) or any(
        m.kind in ("NOT", "UNSURE", "POSSIBLE") for m in find(words, "frame") if m.text not in ("can", "May")
    )


_OF_TIME = re.compile(
    r"\b(?:(?:year|month|decade|quarter|spring|summer|autumn|winter|christmas)s?|soon|shortly|before long)\b", re.I
)


def empty(words: str) -> bool:
    """Whether a stretch names nothing of the field and turns nothing: an address, a lead-in, a scene."""
    return not (
        bears(words)
        or turns(words)
        or parties(words)
        or ((count := counted(words)) is not None and count.share is not None)
        or find(words, "concept")
        or find(words, "way")
        or re.search(r"\d", words)
        or _OF_TIME.search(words)
        or moments(words, _ANY_DAY)
    )


def happens(words: str) -> bool:
    """Whether a stretch of a sentence names an event or an amount: it is no mere report of who says so."""
    kinds = {m.kind for m in find(words, "event")}
    return bool(kinds & PLAIN_EVENTS) and not re.search(
        r"\b(?:report|survey|study|note|briefing|interview) (?:on|about)\b", words, re.I
    )


_PLAIN = "RECESSION CEASEFIRE WAR_END WAR_LASTS EXIT OUSTED COUP FORCED INPOWER ABLE REBUILT ATTACK DRAWDOWN EMPTY"
PLAIN_EVENTS = frozenset(_PLAIN.split())


def past_relative(words: str) -> bool:
    """A relative clause about the past, an apposition or a comparison with an earlier figure: set aside whatever it
    names."""
    return bool(
        re.match(
            r"(?:as [\w' ]+? (?:had|did)\b|(?:just |much )?as [\w' ]+? (?:was|were)(?: in (?:19|"
            r"20)\d\d)?\W*$|which|who|whose|where|up from|down from|against|as against|compared|"
            r"rather than|after|having|leaving|the (?:first|highest|lowest|most|slowest|least)|that is|meaning|an? |"
            r"making|now|nor|twice|still (?:more|less|higher|lower|above|below|among|well|the)|roughly|something|"
            r"exactly|including)\b",
            words,
            re.I,
        )
    )


def amounts(words: str) -> bool:
    """Whether a stretch names a number that is no year."""
    return figured(words) or _NO_YEAR.search(words) is not None


_NO_YEAR = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d")


def figured(words: str) -> bool:
    return bool(
        re.search(
            r"\d\s*(?:%|pc\b|per ?cent|bn|tn|trn|billion|trillion|million|points?|basis|dollars?|euros?|ro?ubles?|"
            r"pounds|zlotys?)|[$€£₽]\d|\b(?:million|billion|trillion)\b|\b\w+[ -](?:per ?cent|points)\b",
            words,
        )
    )


def bears(words: str) -> bool:
    """Whether a stretch names a figure, an event or a series of the field."""
    if figured(words) or re.search(
        r"\b(?:19|20)\d\d\b|\bas an? (?:share|percentage|proportion|part) of\b", words, re.I
    ):
        return True
    if find(words, "concept", ("OIL", "BRENT")) and (re.search(r"\d", words) or cw.COUNTS.search(words)):
        return True  # a price
    if find(
        words,
        "concept",
        ("DEBT", "DEFICIT", "FUND", "RATE", "INFLATION", "UNEMPLOYMENT", "OILGAS", "GROWTH", "RELATED"),
    ):
        return True
    return any(
        m.kind not in ("REVIEW", "HOLDS", "CHANGES", "DISSOLVE", "DOUBTED", "LEADER", "LEAVES", "UNCHANGED")
        for m in find(words, "event")
    )


_CONCESSION = re.compile(
    rf"(?:{IN_SPITE}|for all|in the face of) (?!the fact\b)|[^,;]{{3,60}} notwithstanding\W*$", re.I
)
_INLINE = re.compile(rf" (?:{IN_SPITE}|in the face of) (?!the fact\b)[^,;]*$", re.I)


def concedes(words: str, opens: bool = False) -> bool:
    """Whether a stretch is what a claim holds in spite of; behind it none that names a figure, a moment or an event."""
    stated = re.search(r"\d", words) or figured(words) or happens(words) or has_moment(words)
    return _CONCESSION.match(words) is not None and (opens or not stated)


def conceded(text: str, start: int, end: int) -> int:
    """Where what a claim holds in spite of begins behind it, without a comma; 0 where nothing does."""
    m = _INLINE.search(text, start, end)
    return m.start() if m and concedes(m.group().strip()) and not empty(text[start : m.start()]) else 0


def goes_on(before: str, words: str) -> bool:
    """Whether a stretch goes on with a list of parties that the one before it began: "Germany, | France and Britain
    together"."""
    listed = parties(words)
    if not listed or not any(p.end >= len(before.rstrip(" ,")) for p in parties(before)):
        return False
    rest = words
    for p in listed:
        rest = rest.replace(p.text, " ", 1)
    return (
        re.fullmatch(r"(?:\W|\b(?:and|or|nor|the|put|taken|all|together|combined|alike|as well)\b)*", rest, re.I)
        is not None
    )


def other_figure(words: str) -> bool:
    """Whether a stretch names the figure that a claim's is not: ", not 5.6%", ", not one and a half like they
    think"."""
    denied = cw.NOT_THIS.match(words)
    held = figures(words, []) if denied else []
    return (
        len(held) == 1
        and denied is not None
        and held[0].start == denied.end()
        and cw.HELD_BY.match(words, held[0].end) is not None
    )


def other_one(words: str, claim: str) -> bool:
    """Whether a stretch names the ruler whom a claim has replaced: "somebody else, not Putin"."""
    denied = cw.NOT_THIS.match(words) if cw.REPLACED.search(claim) else None
    return denied is not None and [words[p.start : p.end] for p in parties(words)] == [
        words[denied.end() :].strip(" .")
    ]


def other_moment(words: str) -> bool:
    """Whether a stretch names the moment that a claim's is not: ", not in 2032", ", not 2032 as once planned"."""
    denied = _NOT_THEN.match(words)
    held = moments(words, _ANY_DAY) if denied else []
    return (
        len(held) == 1
        and denied is not None
        and held[0].start == denied.end()
        and held[0].when.relation in ("in", "by")
        and cw.HELD_BY.match(words, held[0].end) is not None
    )


_NOT_THEN = re.compile(r"(?:and )?(?:certainly )?not (?:just |only )?(?!before|until|by the end)", re.I)


def claims(words: str) -> bool:
    """Whether a stretch is more than a moment."""
    for m in reversed(moments(words, _ANY_DAY)):
        words = words[: m.start] + words[m.end :]
    return any(character.isalnum() for character in words)


def weighs(reason: str) -> bool:
    """Whether a reason may be more than one: it names something of the field; behind "as", a figure, a year or
    an event."""
    if not reason.startswith(" as "):
        return bears(reason) or OF_A_LEVER.match(reason) is not None
    return (
        bool(re.search(r"\d", reason))
        or figured(reason)
        or any(m.kind in PLAIN_EVENTS for m in find(reason, "event"))
        or cw.AUX.search(reason) is not None
    )


_TWO_AS = re.compile(r"\b(?:as|same|such|so|twice|times|half|equally|just|exactly)\b", re.I)


def claimed_before(words: str, reason: str) -> bool:
    """Whether what stands before a reason is a claim: with a figure, of an event, or of a series where the reason names
    none, and "as" compares nothing."""
    if figured(words):
        return True
    alike = reason.startswith(" as ") and (_TWO_AS.search(words) or parties(reason))
    if alike or not cw.FINITE_VERB.search(words):
        return False
    return bool(find(words, "event")) or (bears(words) and not bears(reason) and not find(reason, "concept"))


def pressed(words: str) -> bool:
    """What weighs on or supports whom a claim is about, with no figure, moment, party or lever: "squeezed by high interest rates"."""
    m = cw.PRESSED.match(words)
    if m is None or cw.FINITE_VERB.search(words, m.end()) or cw.SPENT.search(words) or cw.COUNTS.search(words):
        return False
    return not (
        re.search(r"\d", words)
        or parties(words)
        or dated(words)
        or turns(words)
        or happens(words)
        or names_a_cause(words)
    )


def sized(words: str) -> bool:
    """Whether a stretch gives a figure, of money, a rate, a part or men."""
    return figured(words) or _SIZED.search(words) is not None


def since(text: str, start: int, end: int) -> re.Match[str] | None:
    """A reason behind "since", in a claim of what comes about; no time since when."""
    m = _SINCE.search(text, start, end)
    comes = m is not None and _COMES.search(text[start : m.start()]) is not None
    return m if m and comes and not moments(m.group(), _ANY_DAY) else None


_SIZED = re.compile(
    r"\b\d{1,3},\d{3}\b|\b\d+(?:\.\d+)? (?:million|thousand|cents)\b|\b(?:half|thirds?|quarters?|fifths?|tenths?)\b"
)
_COMES = re.compile(
    r"^(?!.*\b(?:\w+est|most|least|first|record|never|ever|time|only|since)\b).*\b(?:will|would|'ll)\b", re.I
)
_SINCE = re.compile(
    r" since (?!(?:the |its |their |his )?(?:[\w-]+ )?(?:war|invasion|start|beginning|end|outbreak|summit|cold|fall|"
    r"turn|"
    r"election|last|then|late|early|mid|time|collapse|annexation|attack|crisis|pandemic|onset|launch|day|year)s?\b)"
    r"(?![\w' -]*\b(?:began|started|ended|inva\w+|attack\w*|annex\w*|took|came|joined|left|fell|collapsed|broke|"
    r"was|were|became|entered|launched|signed|adopted|agreed|said)\b)[\w' -]+\W*$",
    re.I,
)
OF_A_LEVER = re.compile(  # a cause that a lever may stand for
    r" because of (?:[\w'-]+ ){0,3}?(?:re-?arm|(?:defen[cs]e|military) (?:spending|build-?up|outlays)|arms race|"
    r"pledge|truce|"
    r"ceasefire|(?:oil|crude|urals)\b)",
    re.I,
)


def judged(text: str) -> bool:
    """Whether a sentence opens with a noun of what is held, of which its predicate says something."""
    return _WHAT_IS_HELD.match(text) is not None


_WHAT_IS_HELD = re.compile(
    r"\W*(?:[\w'.-]+ ){0,5}?(?:forecast|projection|prediction|estimate|outlook|plan|pledge|promise|claim|"
    r"warning|goal|target|"
    r"aim|expectation|assumption|commitment|proposal|scenario|threat|vow)s?\b(?! (?:will|would|says?|shows?)\b)",
    re.I,
)
