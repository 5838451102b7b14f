"""Odds that a cause raises or lowers: "makes an attack more likely", "lowers the risk that the fund runs dry"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.claims.reader.cause_names import named_cause, wholly_named
from overstretch.claims.reader.causes import worlds
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.draft import Unread, drafted
from overstretch.claims.reader.event_read import event_question
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.told import Told
from overstretch.questions.data import Effect, Happens, Question

_ODDS = r"(?:the |any |its |a )?(?:odds|risks?|chances?|likelihood|probability|danger)"
_RAISE = r"rais\w+|lift\w*|increas\w+|heighten\w*|boost\w*|push\w* up|driv\w+ up"
_LOWER = r"lower\w*|reduc\w+|cuts?|lessen\w*|diminish\w*|shrink\w*|bring\w* down|push\w* down"
_MOVES = re.compile(rf"\b(?:(?P<up>{_RAISE})|(?P<down>{_LOWER})) {_ODDS} (?:of|that)\b", re.I)
_LIKELIER = r"(?:much |far |a little )?(?:(?P<up>more)|less) (?:likely|probable)"
_MAKES = re.compile(
    rf"\bmakes? (?:it {_LIKELIER}\s+that\b|"
    r"(?=.{8,140}?\b(?:(?P<up2>more)|less) (?:likely|probable)\b))",
    re.I,
)
_LIKELY = re.compile(rf"\b{_LIKELIER}\b", re.I)
_OF_IT = re.compile(rf"{_ODDS} (?:of|that)\b", re.I)
_THEN = re.compile(
    r"\b(?:(?P<up>rise|rises|grow|grows|increase|increases|go up|goes up)|fall|falls|shrink|shrinks|drop|drops|"
    r"decline|declines|diminish|diminishes)\W*$",
    re.I,
)
_BECOMES = re.compile(rf"\b(?:be|is|become|becomes|gets?) {_LIKELIER}\b(?! than\b)", re.I)


@dataclass(frozen=True)
class _Found:
    """The words of the cause and where they stand, the marks of the odds, whether they rise."""

    cause: str
    spans: tuple[tuple[int, int], ...]
    up: bool
    start: int


def odds_moved(told: Told, found: Clauses) -> Question | None:
    """The effect on the odds of an event; None where nothing is said of odds or the cause is none of the levers."""
    draft = told.draft
    moved = _in_the_claim(draft.text) or _in_a_condition(draft.text, found)
    if moved is None or (named := named_cause(moved.cause, told.before, draft.text[moved.start :])) is None:
        return None
    text = blanked(draft.text, (0, moved.start), *moved.spans)
    inner = drafted(text, draft.said)
    of = event_question(Told(inner, told.statement, told.before, told.horizon, caused=True))
    if not isinstance(of, Happens):
        raise Unread("it says that odds are moved, and not of what")
    wholly_named(moved.cause, named, told.before)
    draft.used += inner.used
    for span in ((0, moved.start), *moved.spans):
        draft.use(*span, "cause")
    for piece in found.of("condition"):
        piece.role = "cause"
        draft.use(piece.start, piece.end, "cause")
    pair = worlds(named, of.who)
    if of.event in " ".join(do.levers for do in pair):
        raise Unread("its cause and its effect are the same event")
    return Effect(pair, of, ">" if moved.up else "<", 0.0, cause=named)


def _in_the_claim(text: str) -> _Found | None:
    """'X lowers the risk that ...', 'X makes ... less likely'."""
    if (m := _MOVES.search(text)) and text[: m.start()].strip():
        return _Found(text[: m.start()], (m.span(),), bool(m["up"]), m.start())
    if (m := _MAKES.search(text)) and text[: m.start()].strip():
        likely = None if m.group().lower().endswith("that") else _LIKELY.search(text, m.end())
        spans = (m.span(), *((likely.span(),) if likely else ()))
        return _Found(text[: m.start()], spans, bool(m["up"] or m["up2"]), m.start())
    return None


def _in_a_condition(text: str, found: Clauses) -> _Found | None:
    """'If X, the odds of ... would rise', 'with X, ... becomes more likely'."""
    pieces = found.of("condition")
    odds, then, becomes = _OF_IT.search(text), _THEN.search(text), _BECOMES.search(text)
    if len(pieces) != 1 or not ((odds and then) or becomes):
        return None
    cause = found.text[pieces[0].start + len(pieces[0].word) : pieces[0].end]
    start = len(text) - len(text.lstrip())
    if becomes:
        return _Found(cause, (becomes.span(),), bool(becomes["up"]), start)
    assert odds is not None and then is not None
    return _Found(cause, (odds.span(), then.span()), bool(then["up"]), start)
