"""A sentence taken apart: the claim, its conditions, its cause, who reports it, and asides, each with its place and its
reason.

Everything but the claim is masked (blanks of the same length), so that offsets stay those of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from overstretch.claims.reader import clause_words as cw
from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find, patterns


@dataclass
class Piece:
    """A stretch of the text with its role: claim, condition, cause, report or aside."""

    start: int
    end: int
    role: str
    word: str = ""


@dataclass
class Clauses:
    """The pieces of a sentence; `claim` and `condition` are masked texts of the whole length."""

    text: str
    pieces: list[Piece] = field(default_factory=list)
    stance: str = ""

    def masked(self, role: str) -> str:
        """The text with everything blanked but the pieces of a role."""
        kept = [" "] * len(self.text)
        for piece in self.pieces:
            if piece.role == role:
                kept[piece.start : piece.end] = self.text[piece.start : piece.end]
        return "".join(kept)

    def of(self, role: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.role == role]


def clauses(text: str) -> Clauses:
    """The sentence taken apart."""
    found = Clauses(text)
    start = 0
    for opening in (cw.OPENING, cw.HEAD, cw.SEER, cw.ORG):
        if (
            (m := opening.match(text[start:]))
            and not _figured(m.group())
            and not (opening in (cw.SEER, cw.ORG) and cw.BY_FEW.match(text[start:]))
            and not (opening is cw.ORG and (parties(m["org"]) or bears(m["org"])))
        ):
            found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
            start += m.end()
    if m := cw.LEAD_STANCE.match(text[start:]):
        found.stance = _held(text[start:], m)
        found.pieces.append(Piece(start, start + m.end(), "report", "stance"))
        start += m.end()
    elif (m := cw.LEAD.match(text[start:])) and not bears(text[start : start + m.start("verb")]):
        found.pieces.append(Piece(start, start + m.end(), "report", "leading"))
        start += m.end()
    elif (m := cw.SOURCE.match(text[start:])) and _tells_of(text[start : start + m.end()], text[start + m.end() :]):
        found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
        start += m.end()
    for a, b in _segments(text, start):
        if told := _tells(found, text[a:b]):
            found.pieces.append(Piece(a, a + told, "report", "leading"))
            a += told
        found.pieces.append(_role(text, a, b, found))
    _empty_asides(found)
    _late_conditions(found)
    _inline_asides(found)
    if not found.of("claim"):
        for piece in found.pieces:
            if piece.role == "aside":
                piece.role = "claim"
    return found


def _tells(found: Clauses, words: str) -> int:
    """How far a stretch only says that somebody says, whom the stretches before it name: "The service, in its report, |
    says | Russia could". Makes those stretches a report."""
    m = cw.SAYS.match(words)
    before = [p for p in found.pieces if p.role == "claim"]
    source = " ".join(found.text[p.start : p.end] for p in before)
    if m is None or not before or cw.FINITE_VERB.search(source) or not _tells_of(source, words[m.end() :]):
        return 0
    for piece in before:
        piece.role = "report"
    return m.end()


def _told(words: str) -> bool:
    """Whether a stretch makes a claim of its own: it names something of the field, with a verb."""
    return bears(words) and cw.FINITE_VERB.search(words) is not None


def _tells_of(source: str, told: str) -> bool:
    """Whether a source names nothing of the claim that it tells: no figure, year, series or event; a party only beside
    the claim's own."""
    named = parties(source)
    return not bears(source) and (not named or bool(parties(told)) or all(p.kind == "group" for p in named))


def _held(text: str, m: re.Match[str]) -> str:
    """The stance towards the claim: none where few doubt it, or where it was about what stands before a colon and names
    nothing of the field."""
    stop = re.search(r"[:;]\s", text[m.end() :])
    if m["stance"].lower().startswith("doubt") and cw.DENIED_DOUBT.search(text[: m.start("stance")]):
        return ""
    return "" if stop and not bears(text[m.end() : m.end() + stop.start()]) else m["stance"].lower()


def _segments(text: str, start: int) -> list[tuple[int, int]]:
    """Stretches between commas, semicolons, colons, brackets and dashes; a comma inside a number or a list of names
    parts nothing."""
    cuts = [
        m.span()
        for m in re.finditer(r"(?<!\d),(?=\s)|(?<=\d),(?=\s)|[;:](?=\s)|\s-+\s|[()\"]|\.\s+(?=[A-Z])", text[start:])
    ]
    names = [m.span() for m in cw.QUOTED_NAME.finditer(text[start:])]
    cuts = [(a, b) for a, b in cuts if not any(x <= a < y and text[start + a] == '"' for x, y in names)]
    pieces, at = [], start
    for a, b in cuts:
        pieces.append((at, start + a))
        at = start + b
    pieces.append((at, len(text)))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b - (len(text[a:b]) - len(text[a:b].rstrip())))
        for a, b in pieces
        if text[a:b].strip(" .,;:!")
    ]


def _role(text: str, start: int, end: int, found: Clauses) -> Piece:
    words = text[start:end]
    if (
        found.of("claim")
        and text[:start].rstrip().endswith(")")
        and re.match(r"(?:for|on|to|in|by|from|under)\b", words)
    ):
        return Piece(start, end, "claim")  # goes on behind a bracket
    if cw.OR_NO.match(words):
        return Piece(start, end, "aside")  # "ceasefire or no ceasefire"
    if (m := cw.CONDITION.match(words)) and not (m["word"].lower() in ("should", "were", "once") and found.of("claim")):
        return Piece(start, end, "condition", m["word"].lower().strip())
    if any(m.start == 0 and m.end >= len(words.rstrip()) for m in find(words, "frame", ("AHEAD",))):
        return Piece(start, end, "report")  # "make no mistake", "in all likelihood"
    if found.of("claim") and (m := re.match(r"(?:and|or) (?P<word>if|unless|should)\b", words, re.I)):
        return Piece(start, end, "condition", m["word"].lower())
    if m := re.match(
        r"(?:we|it|they|he|she|everybody|nobody|everyone|every \w+|you) (?!\w*(?:said|say|added|told|warned|"
        r"wrote|argued|noted))",
        words,
        re.I,
    ):
        return Piece(start, end, "aside" if cw.ECHO.match(words) else "claim")
    if _below_which(found) and not _figured(words):
        return Piece(start, end, "aside")
    if last_which(found) and not cw.FINITE_VERB.search(words) and not _figured(words) and not _dated(words):
        return Piece(start, end, "aside")
    told = cw.REPORT.search(cw.PASSIVE.sub("", words)) and not _figured(words)
    if told and (found.of("claim") or len(words.split()) <= SHORT_REPORT) and not _happens(words):
        return Piece(start, end, "report")
    if cw.RUNNING_ON.match(words) and any(_told(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside", RUNNING)
    last = found.pieces[-1] if found.pieces else None
    if (
        last
        and last.word == RUNNING
        and re.search(r"\d", text[last.start : last.end])
        and not cw.FINITE_VERB.search(words)
    ):
        return Piece(start, end, "aside", RUNNING)
    if cw.WITH.match(words) and parties(words):
        return Piece(start, end, "claim")
    if found.of("claim") and re.match(r"[\w' -]{1,40}? (?:having|being) \w+", words):
        return Piece(start, end, "aside")
    if cw.SAME.match(words) and any(_figured(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside")
    if cw.COMPARISON.match(words) and any(_figured(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside")
    if cw.ASIDE.match(words) and (not bears(words) or _past_relative(words)):
        return Piece(start, end, "aside")
    if (
        any(_claims(text[p.start : p.end]) for p in found.of("claim"))
        and not bears(words)
        and not turns(words)
        and not cw.COUNTS.search(words)
        and not _dated(words)
    ):
        return Piece(start, end, "claim" if _goes_on(text[:start], words) else "aside")
    return Piece(start, end, "claim")


def _claims(words: str) -> bool:
    """Whether a stretch is more than a moment."""
    for m in reversed(moments(words, _ANY_DAY)):
        words = words[: m.start] + words[m.end :]
    return any(character.isalnum() for character in words)


def _goes_on(before: str, words: str) -> bool:
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


def _below_which(found: Clauses) -> bool:
    """Whether a stretch goes on with a relative clause that a report cut in two: "which, they stress, will not"."""
    for piece in reversed(found.pieces):
        if piece.role != "report" and piece.role != "aside":
            return False
        if found.text[piece.start : piece.end].strip().lower() in ("which", "who", "something that", "a move that"):
            return True
    return False


def last_which(found: Clauses) -> bool:
    """Whether the stretch before is a relative clause set aside, which a list may go on with."""
    last = found.pieces[-1] if found.pieces else None
    return (
        last is not None
        and last.role == "aside"
        and re.match(r"(?:which|where|who)\b", found.text[last.start :]) is not None
    )


SHORT_REPORT = 14  # words
RUNNING = "running on"


def _dated(words: str) -> bool:
    """Whether a stretch begins with a moment, or gives a limit: "is unavoidable by the middle of next year"."""
    return any(
        m.start <= len("only not ") or re.match(r"(?:by|before|within|until)\b", words[m.start :], re.I)
        for m in moments(words, _ANY_DAY)
    )


_ANY_DAY = date(2026, 1, 1)  # for whether a moment stands there, not for which


def turns(words: str) -> bool:
    """Whether a stretch may turn, hedge or bound the claim beside it."""
    return bool(cw.TURNING.search(words)) or any(
        m.kind in ("NOT", "UNSURE", "POSSIBLE") for m in find(words, "frame") if m.text not in ("can", "May")
    )


def _empty(words: str) -> bool:
    """Whether a stretch names nothing of the field and turns nothing: an address, a lead-in, a scene."""
    return not (
        bears(words)
        or turns(words)
        or parties(words)
        or find(words, "concept")
        or find(words, "way")
        or re.search(r"\d", words)
        or re.search(r"\b(?:year|month|decade|quarter|spring|summer|autumn|winter|christmas)s?\b", words, re.I)
        or moments(words, _ANY_DAY)
    )


def _happens(words: str) -> bool:
    """Whether a stretch of a sentence names an event or an amount: it is no mere report of who says so."""
    kinds = {m.kind for m in find(words, "event")}
    return bool(kinds & _PLAIN_EVENTS) and not re.search(
        r"\b(?:report|survey|study|note|briefing|interview) (?:on|about)\b", words, re.I
    )


_PLAIN_EVENTS = frozenset(
    (
        "RECESSION",
        "CEASEFIRE",
        "WAR_END",
        "WAR_LASTS",
        "EXIT",
        "OUSTED",
        "COUP",
        "FORCED",
        "INPOWER",
        "ABLE",
        "REBUILT",
        "ATTACK",
        "DRAWDOWN",
        "EMPTY",
    )
)


def _past_relative(words: str) -> bool:
    """A relative clause about the past, an apposition or a comparison with an earlier figure: set aside whatever it
    names."""
    return bool(
        re.match(
            r"(?:as [\w' ]+? (?:had|did)\b|which|who|whose|where|up from|down from|against|as against|compared|"
            r"rather than|after|having|leaving|the (?:first|highest|lowest|most|slowest|least)|that is|meaning|"
            r"an? |making|now|nor|twice|still (?:more|less|higher|lower|above|below|among|well|the)|roughly|"
            r"something|exactly|including)\b",
            words,
            re.I,
        )
    )


def _figured(words: str) -> bool:
    return bool(
        re.search(
            r"\d\s*(?:%|pc\b|per ?cent|percent|bn|tn|trn|billion|trillion|million|points?|basis|dollars?|"
            r"euros?|rou?bles?|rubles?|pounds|zlotys?)|[$€£₽]\d|\b\w+[ -](?:per ?cent|percent|points)\b",
            words,
        )
    )


def bears(words: str) -> bool:
    """Whether a stretch names a figure, an event or a series of the field."""
    if _figured(words) or re.search(r"\b(?:19|20)\d\d\b", words):
        return True
    table = patterns("concept")
    if any(
        table[kind].search(words)
        for kind in ("DEBT", "DEFICIT", "FUND", "RATE", "INFLATION", "UNEMPLOYMENT", "OILGAS", "GROWTH", "RELATED")
    ):
        return True
    return any(
        m.kind not in ("REVIEW", "HOLDS", "CHANGES", "DISSOLVE", "DOUBTED", "LEADER", "LEAVES", "UNCHANGED")
        for m in find(words, "event")
    )


def _weighs(reason: str) -> bool:
    """Whether a reason may be more than one: it names something of the field; behind "as", a figure, a year or an event."""
    if not reason.startswith(" as "):
        return bears(reason)
    return (
        bool(re.search(r"\d", reason))
        or _figured(reason)
        or any(m.kind in _PLAIN_EVENTS for m in find(reason, "event"))
        or cw.AUX.search(reason) is not None
    )


def _inline_asides(found: Clauses) -> None:
    """Comparisons and records within a claim become asides; what stands behind them stays a part of the claim. A reason
    that names nothing of the field, too."""
    for piece in list(found.of("claim")):
        reason = cw.REASON.search(found.text, piece.start, piece.end)
        if reason and _figured(found.text[piece.start : reason.start()]) and not _weighs(reason.group()):
            found.pieces.append(Piece(reason.start(), piece.end, "aside"))
            piece.end = reason.start()
        if (after := cw.AND_THEN.search(found.text, piece.start, piece.end)) and _figured(
            found.text[piece.start : after.start()]
        ):
            found.pieces.append(Piece(after.start(), piece.end, "aside"))
            piece.end = after.start()
        for m in list(cw.INLINE.finditer(found.text, piece.start, piece.end)):
            if not _figured(found.text[piece.start : m.start()]) and not m.group().lower().lstrip(" ,").startswith(
                ("for the", "while")
            ):
                continue
            found.pieces += [Piece(m.start(), m.end(), "aside"), Piece(m.end(), piece.end, "claim")]
            piece.end = m.start()
            break


def _empty_asides(found: Clauses) -> None:
    """Stretches that name nothing of the field, and figures of another time, become asides where another stretch makes
    the claim."""
    claims = [(p, found.text[p.start : p.end]) for p in found.of("claim")]
    for piece, words in claims:
        others = [o for p, o in claims if p is not piece and p.role == "claim"]
        beside = piece is not claims[0][0] and _figured(words) and not cw.FINITE_VERB.search(words) and not turns(words)
        if (
            beside
            and any(
                p is not piece and p.start > piece.start and _figured(o) and cw.FINITE_VERB.search(o) for p, o in claims
            )
            and not _figured(claims[0][1])
        ):
            piece.role, piece.word = "aside", "figure"  # "France's debt, at 117% of GDP, will climb past 125%"
        elif cw.THEN.match(words) and any(_figured(o) and not cw.THEN.match(o) for o in others):
            piece.role, piece.word = "aside", "figure"
        elif _empty(words) and not all(map(_empty, others)):
            piece.role = "aside"


def _late_conditions(found: Clauses) -> None:
    """A condition that follows the claim without a comma ("... if oil falls")."""
    for piece in list(found.of("claim")):
        words = found.text[piece.start : piece.end]
        m = cw.LATE.search(words)
        if m and m.start() > 8:
            at = piece.start + m.start()
            found.pieces.append(Piece(at + 1, piece.end, "condition", m["word"].lower()))
            piece.end = at


@dataclass(frozen=True)
class Cause:
    """Where the cause and the effect stand, and the word that joins them."""

    cause: tuple[int, int]
    effect: tuple[int, int]
    link: tuple[int, int]
    word: str


def cause_in(claim: str) -> Cause | None:
    """Cause and effect in the claim (masked): 'X could lead to Y', 'Y because of X'. None where no cause is named."""
    whole = (0, len(claim))
    if m := cw.BACKWARD.search(claim):
        if claim[: m.start()].strip():
            return Cause((m.end(), whole[1]), (0, m.start()), m.span(), m["link"].lower())
        comma = re.search(r"\s{2,}|,", claim[m.end() + 1 :])
        if comma:
            cut = m.end() + 1 + comma.start()
            return Cause((m.end(), cut), (cut, whole[1]), m.span(), m["link"].lower())
    links = [m for m in cw.FORWARD.finditer(claim) if claim[: m.start()].strip()]
    # the verb with its auxiliary, where a cause has a verb of its own ("the decision to boost budgets could lead to")
    if links:
        m = next((m for m in links if cw.AUXILIARY.match(m.group())), links[0])
        return Cause((0, m.start()), (m.end(), whole[1]), m.span(), (m["lead"] or "").lower())
    return None
