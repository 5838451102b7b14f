"""A sentence taken apart: the claim, its conditions, its cause, who reports it, and asides, each with its place and its
reason.

Everything but the claim is masked (blanks of the same length), so that offsets stay those of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from overstretch.claims.reader import framings
from overstretch.claims.reader.bearing import (
    bears,
    claims,
    conceded,
    concedes,
    dated,
    empty,
    figured,
    goes_on,
    happens,
    has_moment,
    judged,
    other_figure,
    other_moment,
    other_one,
    past_relative,
    pressed,
    told_of,
    turns,
)
from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.bearing.condition_words import CONDITION, LATE, PRICES, SUPPOSED
from overstretch.claims.reader.bearing.effect_words import BACKWARD
from overstretch.claims.reader.clauses import reasons
from overstretch.claims.reader.clauses.carried import KINDS, REASON, of_a_draft, parted
from overstretch.claims.reader.clauses.claim_words import AT_A_PRICE, LESS_INFLATION
from overstretch.claims.reader.clauses.reasons_beside import reason_within
from overstretch.claims.reader.clauses.segments import segments
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find, plain


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
    ends: tuple[int, int, str] | None = None  # what is said behind a claim of how it is held

    def masked(self, role: str) -> str:
        """The text with everything blanked but the pieces of a role."""
        kept = [" "] * len(self.text)
        for piece in self.pieces:
            if piece.role == role:
                kept[piece.start : piece.end] = self.text[piece.start : piece.end]
        return "".join(kept)

    def words(self, piece: Piece) -> str:
        return self.text[piece.start : piece.end]

    def of(self, role: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.role == role]


def clauses(text: str) -> Clauses:
    """The sentence taken apart."""
    found = Clauses(text)
    start = _framed(found, 0)
    for opening in (cw.OPENING, cw.CORRECTED, cw.OWN_VIEW, cw.FORGOTTEN, cw.I_THINK, cw.HEAD, cw.SEER, cw.ORG):
        if (
            (m := opening.match(text[start:]))
            and not figured(m.group())
            and not (opening in (cw.SEER, cw.ORG) and (cw.BY_FEW.match(text[start:]) or cw.DENIES.search(m.group())))
            and not (opening is cw.ORG and (parties(m["org"]) or bears(m["org"])))
        ):
            found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
            start += m.end()
    start = _framed(found, start)
    if (
        (m := cw.LEAD_STANCE.match(text[start:]))
        and not cw.ODDS_MOVED.search(text)
        and not (CONDITION.match(text[start:]) and _of_its_condition(text[start : start + m.start("stance")]))
        and not found.stance
    ):
        found.stance = _held(text[start:], m)
        found.pieces.append(Piece(start, start + m.end(), "report", "stance"))
        start += m.end()
    elif (m := cw.LEAD.match(text[start:])) and not bears(text[start : start + m.start("verb")]):
        found.pieces.append(Piece(start, start + m.end(), "report", "leading"))
        start += m.end()
    elif (m := cw.SOURCE.match(text[start:])) and _tells_of(text[start : start + m.end()], text[start + m.end() :]):
        found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
        start += m.end()
    elif not any(p.word == "leading" for p in found.pieces):
        start = _sourced(found, start)
    start = _framed(found, start)
    for a, b, reason in parted(text, segments(text, start)):
        own = found.of("claim")
        if own and _names_on(found.words(own[-1]), text[a:b]):
            found.pieces.append(Piece(a, b, "claim"))
            continue
        if reason:
            found.pieces.append(Piece(a, b, "aside", reason))
            continue
        if told := _tells(found, text[a:b]):
            found.pieces.append(Piece(a, a + told, "report", "leading"))
            a += told
        found.pieces.append(Piece(a, b, *_role(text, a, b, found)))
    _predicates(found)
    _empty_asides(found)
    _late_conditions(found)
    _inline_asides(found)
    if not found.of("claim"):
        for piece in found.pieces:
            if piece.role == "aside":
                piece.role = "claim"
    return found


def _of_its_condition(lead: str) -> bool:
    """Whether what stands between a condition and a stance shows that the condition is held so, not the claim."""
    return (
        bears(lead) or re.search(r",\s*(?:and|but|though|although|which)(?: there (?:is|was))?\s*$", lead) is not None
    )


def uncarried(text: str) -> str:
    """A sentence in plain letters without what it carries beside its claim."""
    text = plain(text)
    return blanked(text, *((p.start, p.end) for p in clauses(text).of("aside") if p.word in KINDS))


def _framed(found: Clauses, start: int) -> int:
    """Sets aside what the text opens with there that only holds its claim; where the rest begins."""
    for _ in range(MOST_ASIDES):
        if end := framings.aside(found.text[start:]):
            found.pieces.append(Piece(start, start + end, "report", "stance"))
            start += end
    if found.stance or cw.ODDS_MOVED.search(found.text):
        return start
    own = [(f.start + start, f.end + start, f.stance) for f in framings.opening(found.text[start:])]
    if len(own) > 1 and own[0][1] < own[1][0]:
        found.ends = own.pop()  # "talk of ... | is overblown"
        found.stance = found.ends[2]
    for a, b, stance in own:
        found.pieces.append(Piece(a, b, "report", "stance" if stance or len(own) == 1 else "frame"))
        found.stance, start = stance or found.stance, b
    return start


def _sourced(found: Clauses, start: int) -> int:
    """Sets aside who says so; where the claim goes on. A party's name may stay with the claim."""
    base = start
    for told in framings.source(found.text[base:]):
        a, b = told.start + base, told.end + base
        if found.text[start:a].strip():
            found.pieces.append(Piece(start, a, "claim"))
        found.pieces.append(Piece(a, b, "report", "leading"))
        start = b
    return start


def _predicates(found: Clauses) -> None:
    """A predicate that holds a claim which is a noun is parted from it: "A truce in 2026 | is a long shot"."""
    for piece in list(found.of("claim")):
        held = framings.closing(found.words(piece))
        a, b, stance = found.ends or (0, 0, "")
        if held and not found.stance:
            a, b, stance = piece.start + held.start, piece.start + held.end, held.stance
        if not piece.start < a < b <= piece.end:
            continue
        found.pieces += [Piece(a, b, "report", "stance"), *([Piece(b, piece.end, "claim")] if b < piece.end else [])]
        piece.end, found.stance = a, stance or found.stance


def _tells(found: Clauses, words: str) -> int:
    """How far a stretch only says that somebody says, whom the stretches before it name: "The service, in its report, |
    says | Russia could". Makes those stretches a report."""
    m = cw.SAYS.match(words)
    before = [p for p in found.pieces if p.role == "claim"]
    source = " ".join(found.words(p) for p in before)
    if m is None or not before or cw.FINITE_VERB.search(source) or not _tells_of(source, words[m.end() :]):
        return 0
    for piece in before:
        piece.role = "report"
    return m.end()


def _tells_of(source: str, told: str) -> bool:
    """Whether a source names nothing of the claim that it tells; a party only beside the claim's own."""
    named = parties(source)
    return not bears(source) and (not named or bool(parties(told)) or all(p.kind == "group" for p in named))


def _held(text: str, m: re.Match[str]) -> str:
    """The stance towards the claim: none where few doubt it, or where it was about what stands before a colon and names
    nothing of the field."""
    stop = re.search(r"[:;]\s", text[m.end() :])
    if m["stance"].lower().startswith("doubt") and cw.DENIED_DOUBT.search(text[: m.start("stance")]):
        return ""
    return "" if stop and not bears(text[m.end() : m.end() + stop.start()]) else m["stance"].lower()


def _role(text: str, start: int, end: int, found: Clauses) -> tuple[str, str]:
    """The role of a stretch, and the word or the reason that gives it."""
    words, claim = text[start:end], [found.words(p) for p in found.of("claim")]
    last = found.pieces[-1] if found.pieces else None
    amount, sized = figured(words), any(map(figured, claim))
    verb = cw.FINITE_VERB.search(words) is not None
    if _A_CAUSE.match(words) or (BACKWARD.match(words) and names_a_cause(words)) or LESS_INFLATION.match(words):
        return "claim", ""  # "once inflation is taken out": how money is measured
    if claim and text[:start].rstrip().endswith(")") and re.match(r"(?:for|on|to|in|by|from|under)\b", words):
        return "claim", ""  # goes on behind a bracket
    if claim and cw.BOUND_ALONE.fullmatch(words):
        return "claim", ""
    if framings.beside(words):
        return "report", ""
    if claim and (added := cw.ADDED.match(words)):
        if cw.HANGS_ON.search(added["what"]) or (cw.OF_THE_CLAIM.match(added["what"]) and turns(added["what"])):
            return "claim", ""
        if not bears(added["what"]):
            return "aside", ""
    if claim and reasons.alone(words, " ".join(claim)):
        return "aside", ""
    if cw.ALL_ELSE.match(words) or cw.OR_NO.match(words) or concedes(words, not claim):
        return "aside", ""  # "ceasefire or no ceasefire"
    if not claim and ((amount and re.match(r"with (?:the |an? |its )?[a-z]", words, re.I)) or AT_A_PRICE.match(words)):
        return "condition", "with"
    if (m := CONDITION.match(words)) and not (
        claim and (m["word"].lower() in ("should", "were", "once") or SUPPOSED.match(words))
    ):
        return "condition", m["word"].lower().strip()
    if any(m.start == 0 and m.end >= len(words.rstrip()) for m in find(words, "frame", ("AHEAD",))):
        return "report", "frame"  # "make no mistake", "in all likelihood"
    if claim and (m := re.match(r"(?:and|or) (?P<word>if|unless|should)\b", words, re.I)):
        return "condition", m["word"].lower()
    if claim and re.match(r"but only if\b", words, re.I):
        return "condition", "but only if"
    again = cw.ECHO.match(words) or cw.EMPHASIS.match(words)  # "they won't leave, they won't": denied once
    if (claim and cw.TAG.match(words)) or (again and (not cw.DENIES.search(words) or cw.DENIES.search(text, 0, start))):
        return "aside", ECHO
    if (
        last
        and last.role == "condition"
        and (cw.COMMENT.match(words) or (cw.REMARKS.match(words) and not (bears(words) or dated(words))))
    ):
        return "aside", REMARK
    if (figured(" ".join(claim)) and other_figure(words)) or other_one(words, " ".join(claim)):
        return "aside", CONTRAST
    if other_moment(words) and any(map(has_moment, claim)):
        return "aside", ANOTHER_TIME
    if _ANEW.match(words) or (claim and cw.PREDICATE.match(words)):
        return "claim", ""
    if not amount and (_below_which(found) or (_is_which(last, text) and not verb and not dated(words))):
        return "aside", ""
    if last and last.role == "aside" and _THAN.match(found.words(last)) and goes_on(text[:start], words):
        return "aside", ""  # "less than Poland, | the Baltic states or Norway"
    if not happens(words) and framings.credited(words):
        return "report", ""
    told = not amount and cw.REPORT.search(cw.PASSIVE.sub("", words)) and not (claim and cw.GOES_ON.match(words))
    told = told and not happens(words) and not (has_moment(words) and find(words, "event"))
    if told and (claim or len(words.split()) <= SHORT_REPORT):
        return "report", ""
    runs_on = last and last.word == RUNNING and re.search(r"\d", found.words(last)) and not verb
    if runs_on or (cw.RUNNING_ON.match(words) and any(map(told_of, claim))):
        return "aside", RUNNING
    if cw.WITH.match(words) and parties(words):
        return "claim", ""
    if (
        (claim and re.match(r"[\w' -]{1,40}? (?:having|being) +\w+", words))
        or (sized and (cw.SAME.match(words) or cw.COMPARISON.match(words)))
        or (cw.A_PART_OF_IT.match(words) and not happens(words) and not has_moment(words))
        or (cw.AMID.match(words) and not re.search(r"\d", words) and not happens(words))
        or pressed(words)
        or (cw.ASIDE.match(words) and (not bears(words) or past_relative(words)))
    ):
        return "aside", ""
    says_nothing = not (bears(words) or turns(words) or cw.COUNTS.search(words) or dated(words))
    if says_nothing and any(map(claims, claim)) and not goes_on(text[:start], words):
        return "aside", ""
    return "claim", ""


def _names_on(claim: str, words: str) -> bool:
    """Whether a stretch goes on with the list of parties that a claim ends in: "more than France, | Italy and"."""
    claim, named = claim.rstrip(), parties(words)
    if not named or named[0].start or not re.match(r"(?:,| and| or| nor)\b", words[named[0].end :]):
        return False
    return any(p.kind == "party" and p.end == len(claim) for p in parties(claim))


_THAN = re.compile(r"(?:(?:still|far|much|well) )?(?:more|less|higher|lower|fewer)\b[^,]*\bthan\b", re.I)
_A_CAUSE = re.compile(r"(?:but|(?:were|had) it not(?: been)?|if not) for\b", re.I)
_ANEW = re.compile(  # a claim with a subject of its own
    r"(?:we|it|they|he|she|everybody|nobody|everyone|every \w+|you) (?!\w*(?:said|say|added|told|warned|wrote|argued|"
    r"noted))",
    re.I,
)


def _below_which(found: Clauses) -> bool:
    """Whether a stretch goes on with a relative clause that a report cut in two: "which, they stress, will not"."""
    for piece in reversed(found.pieces):
        if piece.role != "report" and piece.role != "aside":
            return False
        if found.words(piece).strip().lower() in ("which", "who", "something that", "a move that"):
            return True
    return False


def _is_which(piece: Piece | None, text: str) -> bool:
    """Whether a stretch is a relative clause set aside, which a list may go on with."""
    return piece is not None and piece.role == "aside" and bool(re.match(r"(?:which|where|who)\b", text[piece.start :]))


SHORT_REPORT = 14  # words
MOST_ASIDES = 3  # in front of a claim: "Look, folks, to be fair,"
RUNNING = "running on"
ECHO = "said once more"
CONTRAST = "what it is not"
ANOTHER_TIME = "when it is not"
REMARK = "what is thought of a condition"


def _inline_asides(found: Clauses) -> None:
    """Comparisons and records within a claim become asides; what stands behind them stays a part of the claim. A reason
    that names nothing of the field, too."""
    for piece in list(found.of("claim")):
        if (reason := reasons.behind(found.text, piece.start, piece.end)) is not None:
            found.pieces.append(Piece(reason, piece.end, "aside"))
            piece.end = reason
        if at := conceded(found.text, piece.start, piece.end):
            found.pieces.append(Piece(at, piece.end, "aside"))
            piece.end = at
        if (at := reason_within(found.words(piece))) > 0:
            found.pieces.append(Piece(piece.start + at, piece.end, "aside", REASON))
            piece.end = piece.start + at
        if (after := cw.AND_THEN.search(found.text, piece.start, piece.end)) and figured(
            found.text[piece.start : after.start()]
        ):
            found.pieces.append(Piece(after.start(), piece.end, "aside"))
            piece.end = after.start()
        for m in list(cw.INLINE.finditer(found.text, piece.start, piece.end)):
            if not figured(found.text[piece.start : m.start()]) and not m.group().lower().lstrip(" ,").startswith(
                ("for the", "while")
            ):
                continue
            why = of_a_draft(m.group())
            found.pieces += [Piece(m.start(), m.end(), "aside", why), Piece(m.end(), piece.end, "claim")]
            piece.end = m.start()
            break


def _empty_asides(found: Clauses) -> None:
    """Stretches that name nothing of the field, and figures of another time, become asides where another stretch makes
    the claim."""
    claims = [(p, found.words(p)) for p in found.of("claim")]
    for piece, words in claims:
        others = [o for p, o in claims if p is not piece and p.role == "claim"]
        beside = piece is not claims[0][0] and figured(words) and not cw.FINITE_VERB.search(words) and not turns(words)
        if (
            beside
            and any(
                p is not piece and p.start > piece.start and figured(o) and cw.FINITE_VERB.search(o) for p, o in claims
            )
            and not figured(claims[0][1])
        ):
            piece.role, piece.word = "aside", "figure"  # "France's debt, at 117% of GDP, will climb past 125%"
        elif cw.THEN.match(words) and any(figured(o) and not cw.THEN.match(o) for o in others):
            piece.role, piece.word = "aside", "figure"
        elif empty(words) and not (cw.PREDICATE.match(words) and judged(found.text)) and not all(map(empty, others)):
            piece.role = "aside"


def _late_conditions(found: Clauses) -> None:
    """A condition that follows the claim without a comma ("... if oil falls")."""
    for piece in list(found.of("claim")):
        words = found.words(piece)
        m = next((m for m in LATE.finditer(words) if m.start() > 8 and not _of_the_claim(words, m)), None)
        if m:
            at = piece.start + m.start()
            found.pieces.append(Piece(at + 1, piece.end, "condition", (m["word"] or m["after"]).lower()))
            piece.end = at


def _of_the_claim(words: str, m: re.Match[str]) -> bool:
    """Whether such a word opens no condition: "should" where the claim has no other verb, a price where it is oil's."""
    word, claim = (m["word"] or "").lower(), words[: m.start()]
    if word == "at":
        return PRICES.search(claim) is not None
    return word == "should" and not cw.FINITE_VERB.search(claim)
