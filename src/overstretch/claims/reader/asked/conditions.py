"""Conditions: levers that stand for them, questions that keep some futures, and those that nothing measures."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.asked.levers_read import lever_of
from overstretch.claims.reader.asked.series_read import figure_question
from overstretch.claims.reader.bearing import bears, has_moment
from overstretch.claims.reader.bearing.condition_words import SUPPOSED
from overstretch.claims.reader.clauses import Clauses, Piece
from overstretch.claims.reader.draft import Draft, Unread, drafted, unplaced
from overstretch.claims.reader.events import event_question
from overstretch.claims.reader.events.told import Told
from overstretch.claims.reader.gate import nothing_left
from overstretch.claims.reader.left_over import left_over
from overstretch.claims.reader.moments import counted_from, referring
from overstretch.claims.reader.moments.values import by_its_end, month_index
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.limits import value_of
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.vocabulary import find
from overstretch.questions.data import Compare, Do, Happens, Not, Question, negated
from overstretch.questions.periods import window
from overstretch.statements.record import Statement

_BY_THEN = re.compile(r"\b(?:by|before|until) then\b", re.I)
_VAGUE = re.compile(
    r"\b(?:nothing changes?|(?:not |n't )disappoint\w*|an? upset|goes? (?:well|to plan|wrong)|miracles?|holds up|"
    r"stays? the course|surprises?|(?:current|present|same) (?:pace|rate|speed|course|trends?|policies)|policies "
    r"(?:are|is|remain|stay) unchanged|no(?: new)? policy change)\b|^[^\d]*\b(?:debt (?:brake|rules?|ceiling|limit)|"
    r"(?:budget|fiscal) (?:rules?|pact|compact)|stability pact)\b[^\d]*$|^without (?:any )?(?:further|additional|new|"
    r"more|extra|fresh) (?:[\w-]+ )?(?:consolidation|measures?|reforms?|savings|cuts|action|efforts?|steps|tax\w*)\b",
    re.I,
)


_RECKONED = re.compile(  # another figure: "if you count aid", "if pensions are counted in"
    r"^\W*(?:if|as long as|so long as|provided(?: that)?|once|only if) (?:(?:you|one|we|they|people) (?:also |only |"
    r"just |even )?(?:counts?|adds?|includes?|looks? (?:only )?at|calls?(?! (?:an?|early|snap|fresh|new|for|off)\b)|"
    r"treats?|defines?|measures?|takes? (?:in|into account|together|away|out)|lumps?|throws? in|averages?|compares?|"
    r"corrects? for|adjusts? for|excludes?|ignores?|omits?|goes? by|uses?|judges?|rolls? in)|(?:it|[\w'-]+) (?:also |"
    r"only |even )?(?:counts?(?! on)|includes?|reckons?|classif(?:y|ies)|(?:re)?labels?))\b|"
    r"\b(?:is|are) (?:also |only |all )?(?:counted|added|included|reckoned|thrown in|taken into account|classified|"
    r"excluded|left out|ignored)\b",
    re.I,
)
_LEAVES_EUROPE = re.compile(
    r"\b(?:withdraw\w*|withdrew|pull-?(?:out|back)|sanctions?|walks? away|leav(?:es?|ing)|left|quits?|desert\w*|"
    r"(?:stay|remain)(?:s|ed|ing)? (?:in|with|within|a (?:member|part) of) |(?:is|are|remains?|stays?|sits?) (?:still "
    r")?(?:the |a )?(?:us )?(?:president|chancellor|prime minister|premier|in (?:office|power|charge|the (?:white "
    r"house|kremlin|élysée|chancellery))))\b",
    re.I,
)  # what would change the answer, where no lever took it

_OF_THE_FIELD = re.compile(
    r"\b(?:peace|war|truce|fighting|guns|oil|crude|barrels?|sanctions?|embargo|recession|mobili[sz]ation)\b", re.I
)  # what a condition is about, though no question was read from it

_OF_A_STATE = re.compile(r"\b(?:NATO|alliance|Russia|economy|the (?:\w+ )?(?:state|regime)) ", re.I)  # that falls apart
_AS_IF = re.compile(  # "if it were to hold", "unless it ends first"
    r"\b(?:were|was) to(?= (?!have\b)[a-z])|\bfrozen(?= at\b)|\bfirst(?=\W*$)", re.I
)
_CLOCK = re.compile(
    r"\W*(?:with)?in(?:side)? (?:[a-z]+ )?(?!the\b)[\w-]+(?: or so)? (?:years?|months?|weeks?|quarters?)\b", re.I
)

# Conditions.


AFTER = ("after", "following")
TURNS = ("unless", "barring", "without", "absent", "in the absence of", "failing", "short of")  # that put the contrary
_HOLDS_ANYWAY = re.compile(r"(?:even|regardless|irrespective|no matter|whether|with or without)\b")
_SOMEBODY = re.compile(
    r"[a-z] [A-Z][a-z]+ (?:\w+ )?(?:goes|leaves|stays|remains|resigns|falls|dies|lasts|is|wins|loses)\b"
)
HAPPENS = ("CEASEFIRE", "WAR_END", "WAR_LASTS", "EXIT", "DRAWDOWN", "RECESSION", "OUSTED", "ATTACK", "ABANDONED")


def condition_of(piece: Piece, found: Clauses, told: Told) -> Do | Question | None:
    """What a condition asks; None for one that leaves the claim as it is ('even if') or that nothing measures, which
    are set aside.

    Raises Unread for one that cannot be placed."""
    words = found.words(piece)
    if _HOLDS_ANYWAY.match(piece.word) and not piece.word.startswith("even "):
        piece.role = "condition left open"
        return None
    contrary = piece.word in TURNS or bool(NOT.search(words[len(piece.word) :]))
    if (do := lever_of(words[len(piece.word) :] if piece.word != "without" else words)) is not None:
        if contrary and piece.word != "without":
            raise unplaced(words.strip(), of="the condition ")
        return do
    if _HOLDS_ANYWAY.match(piece.word):
        piece.role = "condition left open"
        return None
    draft = drafted(" " * piece.start + words + " " * (len(found.text) - piece.end), told.draft.said)
    draft.mark(_AS_IF, "condition")
    draft.moments = draft.moments or referring(found.text, draft.text, draft.said)
    this_month = month_index(told.draft.said)
    if piece.word in AFTER and draft.moments and all(window(m.when).last < this_month for m in draft.moments):
        piece.role = "condition that nothing measures"  # what came about already
        return None
    if not contrary and (made := _oil(draft, words) or _withdrawal(draft, words, piece)) is not None:
        return made
    if (
        _LEAVES_EUROPE.search(words)
        and not draft.has("EXIT")
        and not (draft.has("LEAVES", "INPOWER") and draft.has("RULER", "LEADER"))
    ):
        raise unplaced(words.strip(), of="the condition ")
    if _RECKONED.search(words):
        raise unplaced(words.strip(), of="the condition ")
    ends = draft.has("DISSOLVE", "SHATTERS") and _OF_A_STATE.search(words) is not None
    if piece.word != "while" and not ends and (not (bears(words) or re.search(r"\d", words)) or _VAGUE.search(words)):
        if (
            piece.word in TURNS[2:]
            or (piece.word in ("unless", "as long as", "so long as") and _SOMEBODY.search(words))
            or SUPPOSED.match(words)
            or (
                (re.search(r"\bwould\b", told.draft.text, re.I) or piece.word.endswith("only if"))
                and not _VAGUE.search(words)
            )
        ):
            raise unplaced(words.strip(), of="the condition ")
        if draft.moments or draft.has(*HAPPENS) or _OF_THE_FIELD.search(words) or _measured(draft, words):
            raise unplaced(words.strip(), of="the condition ")
        piece.role = "condition that nothing measures"
        return None
    if draft.mark(_BY_THEN, "when"):
        draft.moments = [replace(m, when=by_its_end(m.when)) for m in told.draft.moments]
    carried = not draft.moments and _beside_the_claim(told, piece)
    if not draft.moments and not re.search(r"\b(?:a|per) year\b", words, re.I):
        until = ends or draft.has(*(kind for kind in HAPPENS if kind != "RECESSION"))
        draft.moments = [replace(m, when=by_its_end(m.when)) if until else m for m in told.draft.moments]
    try:
        statement = _of_the_claims(draft, told)
        side = Told(draft, statement, told.before, told.horizon)
        draft.use(piece.start, piece.start + len(piece.word), "condition")
        question = event_question(side) or figure_question(draft, statement, told.before, told.horizon)
        nothing_left(draft)
    except Unread:
        raise unplaced(words.strip(), of="the condition ") from None
    clock = next((m for m in told.draft.moments if _CLOCK.match(told.draft.words(m))), None)
    if clock and isinstance(question, Happens) and counted_from(found.text, clock, draft.said) is None:
        raise unplaced(told.draft.words(clock))  # from the day said, or from when it happens?
    limits = draft.places("comparator")
    denials = [m.start() for m in NOT.finditer(draft.text, piece.start + len(piece.word))]
    denied = any(not any(a <= at < b for a, b in limits) for at in denials) and not draft.has("AFFIRM")
    lasting = (
        piece.word in ("as long as", "so long as", "while")
        and not isinstance(question, Not)
        and re.search(r"\b(?:goes on|continues|lasts|fighting)\b", words, re.I) is not None
    )
    lasts = (
        lasting
        or draft.has("WAR_LASTS", "FIRE_LASTS")
        or piece.word in ("as long as", "so long as", "long as", "while")
    )
    if carried and not (lasts and _war_of(question)):
        question = _at_a_default(question)
    return negated(question) if (piece.word in TURNS or lasting) != denied else question


def _at_a_default(question: Question) -> Question:
    """What happens, or does not, at a moment that the condition leaves open."""
    if isinstance(question, Not):
        return replace(question, of=_at_a_default(question.of))
    if not isinstance(question, Happens) or question.event == "recession":
        return question
    return replace(question, when=replace(question.when, default=True))


def _war_of(question: Question) -> bool:
    inner = question.of if isinstance(question, Not) else question
    return isinstance(inner, Happens) and inner.event == "war_end"


def _beside_the_claim(told: Told, piece: Piece) -> bool:
    """Whether the moments are the claim's, and none stands behind a condition that closes the sentence ("once it is
    over, perhaps by 2028")."""
    opens = not told.draft.text[: piece.start].strip()
    return opens or any(m.start < piece.start for m in told.draft.moments)


def _measured(draft: Draft, words: str) -> bool:
    """Whether a condition that was not read says how a series moves ("if Italy cuts defence spending"), or that
    somebody does the same."""
    if _LIKEWISE.search(words):
        return bool(draft.parties_of("party") or draft.parties_of("group"))
    held = draft.has("MIL", "SPEND", "CORE", "TARGET", "GDP", "ECONOMY", "SHRINKS", "GROWS", "YIELD")
    named = draft.parties_of("party") or draft.parties_of("group")
    moves = (_MOVES if named else _IT_MOVES).search(words) is not None
    return moves and (held or re.search(r"\baid\b", words, re.I) is not None)


_IT_MOVES = re.compile(
    r"\b(?:spending|outlays?|budgets?|economy|gdp|output|yields?|rearmament|pledges?|targets?|goals?|aid) (?:is |are |"
    r"does |do |not |isn't |aren't |doesn't |don't |further |again )*(?:rais|cut|increas|boost|lower|reduc|slash|doubl|"
    r"halv|grow|shr[iu]nk|contract|expand|miss|br[eo]ak|met\b|kept\b|fall|ris|drop|scrap|freez|froz|spik|jump|clos)\w*",
    re.I,
)


_LIKEWISE = re.compile(r"\b(?:do|does|did)(?: so| too| likewise| the same| as well)?\W*$", re.I)
_MOVES = re.compile(
    r"\b(?:rais|cut|increas|boost|lower|reduc|slash|lift|hik|doubl|halv|trebl|tripl|spend|grow|shrink|contract|expand|"
    r"miss|break|breach|meet|keep|reach|honour|fall|ris|step|scal|abandon|scrap|drop|freez|devot|invest|ramp)\w*\b",
    re.I,
)


def _of_the_claims(draft: Draft, told: Told) -> Statement:
    """The statement, for a condition that names nobody: its figure is that of whom the claim is about."""
    whose = {p.code for p in told.draft.parties if p.part == "who" and p.kind == "party"}
    if draft.parties or len(whose) != 1:
        return told.statement
    return told.statement.model_copy(update={"context": whose.pop()})


def conditions_of(piece: Piece, found: Clauses, told: Told) -> list[Do | Question]:
    """The conditions of a piece: two where "and" joins one that can be read to another."""
    if piece.word in _JOINING:
        for m in _AND.finditer(found.text, piece.start, piece.end):
            halves = Piece(piece.start, m.start(), "condition", piece.word), Piece(m.end(), piece.end, "condition")
            try:
                one, other = (condition_of(half, found, told) for half in halves)
            except Unread:
                continue
            if one is not None and other is not None:
                _each_dated(one, other, [_dated(found.words(h)) for h in halves])
                return [one, other]
            if isinstance(one, Happens) and other is None and _adds_nothing(found.words(halves[1])):
                return [one]
    made = condition_of(piece, found, told)
    if piece.word == "only if" and isinstance(made, (Do, Compare)):
        raise unplaced(found.words(piece).strip(), of="the condition ")  # it may be true then, and not else
    return [] if made is None else [made]


_THEN_WHAT = re.compile(  # what comes of it: "and frees up cash", "and the money is there"
    r"(?:[a-z]+(?:s|es)|brings?|lets?|the (?:money|cash|budget|will|politics) (?:is|are|allows?|permits?)) ", re.I
)
_ENDS_IT = re.compile(
    r"\b(?:not|never|no|only|collaps\w*|fail\w*|fall\w*|break\w*|end\w*|last\w*|hold\w*|surviv\w*|is|are|was|has|have|"
    r"within|by|before|until|after|again)\b|n't\b",
    re.I,
)


def _adds_nothing(words: str) -> bool:
    """Whether the second half of a condition only says what comes of the first, and nothing of the field."""
    words = re.sub(r"\b(free|open|clear|line|set)s? up\b", r"\1s", words)
    return (
        _THEN_WHAT.match(words) is not None
        and not _ENDS_IT.search(words)
        and not (bears(words) or find(words, "event") or find(words, "way", ("UP", "DOWN")) or parties(words))
        and not re.search(r"\d", words)
    )


_JOINING = (
    "if",
    "should",
    "were",
    "provided",
    "provided that",
    "assuming",
    "assuming that",
    "with",
    "once",
    "supposing",
)
_AND = re.compile(r" and (?:if |that |should )?", re.I)


def _dated(words: str) -> bool:
    return has_moment(words) or re.search(r"\b(?:that|the same) year\b", words, re.I) is not None


def _each_dated(one: Do | Question, other: Do | Question, dated: list[bool]) -> None:
    """Raises Unread where a date may be of one of two conditions or of both."""
    if dated[0] != dated[1] and not isinstance(one if dated[1] else other, Do):
        raise Unread("it does not say of which of its conditions its date is")


def _oil(draft: Draft, words: str) -> Do | None:
    """'With oil at 40 dollars', 'if Urals falls to 45': the oil price is put there."""
    if (
        not re.search(r"\b(?:oil|urals|crude|barrel)\b", words, re.I)
        or re.search(r"\b(?:under|below|above|over|less|more|back|recover\w*)\b", words, re.I)
        or draft.moments
    ):
        return None
    if moved := _OIL_MOVES.search(words):
        raise unplaced(moved.group().strip(), of="the condition ")
    if re.search(r"\bfrom (?:about |around |some )?[$€£]?\d", words):
        raise unplaced("from")
    figure = next((f for f in draft.figures if f.kind in ("money", "number")), None)
    price = None if figure is None else value_of(figure)
    if figure is None or len(draft.figures) > 1 or not isinstance(price, (int, float)):
        return None
    draft.take(figure, "condition")
    draft.take_all("OIL", part="condition")
    for over in left_over(draft):
        if over.lower() not in _OF_OIL.split():
            raise unplaced(over)
    return Do(f"oil({price:g})")


_SOME = r"(?:about |around |another |a further |some |just |only |roughly )*"
_OIL_MOVES = re.compile(  # by how much, not to where
    rf"(?:\bdollars?|[$€£]\d+)[- ](?:a barrel )?(?:drop|fall|rise|increase|jump|decline|gain|slump|plunge|slide)\b|"
    rf"\bby {_SOME}(?:[$€£]|\d|\w+ dollars)|(?:\d|dollars?)(?: a barrel)? (?:lower|cheaper|dearer|higher|down|up)\b|"
    rf"\b(?:falls?|fell|drops?|dropped|loses?|lost|sheds?|ris\w+|rose|gains?|climbs?|slips?|sinks?|plunges?|slumps?|"
    rf"adds?) {_SOME}(?:[$€£]|\d|\w+ dollars)",
    re.I,
)
_OF_OIL = """
should were urals crude oil price prices barrel if with once assuming around given supposing provided providing say suppose
imagine assume event case scenario world assumption premise understanding hypothesis supposition condition subject trading
averaging priced selling
"""


_OF_TROOPS = re.compile(
    r"\b(?:troop|force) (?:withdrawal|pull-?out|pull-?back|draw-?down)s?\b|"
    r"\bwithdrawal of (?:\w+ )?(?:troops|soldiers|forces)\b",
    re.I,
)


def _withdrawal(draft: Draft, words: str, piece: Piece) -> Do | None:
    """The United States pulls out its troops; that it leaves the alliance is an event."""
    if not re.search(
        r"\b(?:united states|us|u\.s\.|americans?|america|washington|trump|white house|pentagon)\b", words, re.I
    ) or not re.search(
        r"\b(?:withdraw(?:s|al)?|withdrew|pulls? (?:out|back)|pulled out|pull-?out|go(?:es)? home|walks?(?: away)?|"
        r"leaves? europe)\b",
        words,
        re.I,
    ):
        return None
    if _OF_TROOPS.search(words) or draft.has("EXIT") or piece.word in TURNS or len(draft.moments) > 1:
        return None
    year = draft.moments[0].when.first[:4] if draft.moments else "2027"
    return Do(f"us_withdraws({year})")
