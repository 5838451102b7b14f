"""Odds that a cause raises or lowers: "makes an attack more likely", "lowers the risk that the fund runs dry"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.claims.reader.asked.causes import worlds
from overstretch.claims.reader.bearing.cause_names import named_cause, wholly_named
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.draft import Unread, drafted, unplaced
from overstretch.claims.reader.events import event_question
from overstretch.claims.reader.events.told import Told
from overstretch.claims.reader.made import blanked
from overstretch.questions.data import Effect, Happens, Question

_ODDS = (
    r"(?:the |any |its |a (?:greater |higher |bigger |lower |smaller )?)?(?:(?:odds|risks?|chances?|likelihood|"
    r"probability|danger|threat|prospects?|possibility|likeliness|spectre|specter))"
)
_RAISE = (
    r"rais\w+|lift\w*|increas\w+|heighten\w*|boost\w*|push\w* up|driv\w+ up|ups?|add\w* to|swell\w*|elevat\w+|"
    r"improv\w+|enhanc\w+|strengthen\w*|worsen\w*|aggravat\w+|magnif\w+|multipl(?:y|ies)|exacerbat\w+|augment\w*|"
    r"shorten\w*(?= the odds)"
)
_LOWER = (
    r"lower\w*|reduc\w*|cuts?|lessen\w*|diminish\w*|shrink\w*|bring\w* down|push\w* down|driv\w+ down|decreas\w+|"
    r"weaken\w*|dampen\w*|dims?|limit\w*|mitigat\w+|eas(?:e|es)|lengthen\w*(?= the odds)"
)
_MOVES = re.compile(rf"\b(?:(?P<up>{_RAISE})|(?P<down>{_LOWER})) {_ODDS} (?:of|that|for)\b", re.I)
_MORE_LIKELY = r"more\s+(?:likely|probable)|likelier"
_LIKELIER = (
    rf"(?:much |far |even |a little |a lot |considerably |significantly |somewhat )?(?:(?P<up>{_MORE_LIKELY})|"
    rf"less\s+(?:likely|probable))"
)
_LIKELY_TOO = rf"(?:(?P<up2>{_MORE_LIKELY})|less\s+(?:likely|probable))"
_MAKES = re.compile(
    rf"\b(?:makes?|making|renders?) (?:it {_LIKELIER}\s+that\b|(?=.{{8,140}}?\b{_LIKELY_TOO}\b))",
    re.I,
)
_LIKELY = re.compile(rf"\b{_LIKELIER}\b(?:,? not (?:more|less)\b(?! than\b))?", re.I)
_NEARER = re.compile(  # "brings an end of the regime nearer", "hastens the fall of"
    r"\b(?P<brings>brings?|pushes|push|moves?|draws?)(?= .{4,120}? (?:nearer|closer)\b)|\b(?:hastens?|"
    r"speeds? up|accelerates?|expedites?) (?=the )",
    re.I,
)
_NEAR = re.compile(r"\b(?:much |a step |one step |a little )?(?:nearer|closer)(?: to)?\b", re.I)
_OF_IT = re.compile(rf"{_ODDS} (?:of|that)\b", re.I)
_THEN = re.compile(
    r"\b(?:(?P<up>rise|rises|grow|grows|increase|increases|go up|goes up|(?:be|is) (?:much |far )?(?:higher|"
    r"greater|bigger))|fall|falls|shrink|shrinks|drop|drops|"
    r"decline|declines|diminish|diminishes|recede|recedes|(?:be|is) (?:much |far )?(?:lower|smaller))\W*$",
    re.I,
)
_BECOMES = re.compile(rf"\b(?:be|is|become|becomes|gets?|grows?|looks?) {_LIKELIER}\b(?! than\b)", re.I)
_BECAUSE = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|as a (?:result|consequence) of|on account of|with|after|"
    r"in the event of)\s",
    re.I,
)


_NO_LIKELIER = re.compile(r"\b(?:(?:no|any|not|nor) (?:more|less|likelier)|no (?:closer|nearer))\b", re.I)
_WITHOUT = re.compile(  # a condition that names what does not come about
    r"\W*(?:(?:and|but) )?(?:without|absent|in the absence of|failing|unless|barring|short of|even without)\b", re.I
)
_FEARS = re.compile(
    r"\b(?:rais|stok|fuel|feed|stir|spark|awaken|increas|heighten|eas|calm|allay|dampen)\w* (?:the |new |"
    r"fresh )?(?:fears?|concerns?|worr(?:y|ies)|hopes?|"
    r"anxiet(?:y|ies)|expectations?|speculation|doubts?|questions?) (?:of|that|about|over)\b",
    re.I,
)


_NOT_THE_CONTRARY = re.compile(  # "less likely, not more, that"
    r"\b(?P<way>more|less|likelier)\b(?: (?:likely|probable))?(?P<not>[,\s]*(?:\b(?:and|but) )?\b(?:not|"
    r"rather than|instead of)"
    r"(?: any)? (?P<other>more|less)(?: (?:likely|probable|so))?\b,?)(?=\s+(?:that\b|likely\b|probable\b)|\W*$)",
    re.I,
)


@dataclass(frozen=True)
class _Found:
    """The words of the cause and where they stand, the marks of the odds, whether they rise."""

    cause: str
    spans: tuple[tuple[int, int], ...]
    up: bool
    start: int


_CONTRARY_BEHIND = re.compile(  # "will slow growth, not boost it"
    r"(?:[,;]|\s{2}|\b(?:and|but))\s*(?:not|never)\b(?! (?:only|just|least)\b)|\b(?:rather than|instead of)\b", re.I
)


def denies_beside(text: str) -> None:
    """Raises Unread for a denial of another effect beside the one that is claimed."""
    if beside := _CONTRARY_BEHIND.search(text):
        raise unplaced(beside)


def odds_moved(told: Told, found: Clauses) -> Question | None:
    """The effect on the odds of an event; None where nothing is said of odds or the cause is none of the levers."""
    draft = told.draft
    if (fears := _FEARS.search(draft.text)) and named_cause(draft.text[: fears.start()], told.before, ""):
        raise unplaced(fears)
    if (m := _NOT_THE_CONTRARY.search(draft.text)) and (m["way"].lower() == "less") == (m["other"].lower() == "more"):
        draft.use(*m.span("not"), "comparator")
        draft.text = blanked(draft.text, m.span("not"))
    moved = _in_the_claim(draft.text) or _in_a_condition(draft.text, found)
    if moved is None or (named := named_cause(moved.cause, told.before, draft.text[moved.start :])) is None:
        return None
    if neither := _NO_LIKELIER.search(draft.text):
        raise unplaced(neither)
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
    if (m := _NEARER.search(text)) and text[: m.start()].strip():
        near = _NEAR.search(text, m.end()) if m["brings"] else None
        return _Found(text[: m.start()], (m.span(), *((near.span(),) if near else ())), True, m.start())
    return _because(text)


def _because(text: str) -> _Found | None:
    """'Y becomes more likely because of X', 'the risk of Y will rise with X', 'because of X, ...'."""
    link = _BECAUSE.search(text)
    odds, becomes = _OF_IT.search(text), _BECOMES.search(text)
    if link is None or not (odds or becomes):
        return None
    if text[: link.start()].strip():
        cause, start, rest = text[link.end() :], len(text) - len(text.lstrip()), (link.start(), len(text))
    elif comma := re.search(r"\s{2,}|,", text[link.end() :]):
        start = link.end() + comma.start()
        cause, rest = text[link.end() : start], (0, start)
    else:
        return None
    then = _THEN.search(text[: rest[0]] if rest[0] > start else text)
    if becomes and not rest[0] <= becomes.start() < rest[1]:
        return _Found(cause, (becomes.span(), rest), bool(becomes["up"]), start)
    if odds and then and not rest[0] <= odds.start() < rest[1]:
        return _Found(cause, (odds.span(), then.span(), rest), bool(then["up"]), start)
    return None


def _in_a_condition(text: str, found: Clauses) -> _Found | None:
    """'If X, the odds of ... would rise', 'with X, ... becomes more likely'."""
    pieces = found.of("condition")
    odds, then, becomes = _OF_IT.search(text), _THEN.search(text), _BECOMES.search(text)
    if len(pieces) != 1 or not ((odds and then) or becomes):
        return None
    cause = found.text[pieces[0].start + len(pieces[0].word) : pieces[0].end]
    start, turned = len(text) - len(text.lstrip()), _WITHOUT.match(pieces[0].word) is not None
    if becomes:
        return _Found(cause, (becomes.span(),), bool(becomes["up"]) != turned, start)
    assert odds is not None and then is not None
    return _Found(cause, (odds.span(), then.span()), bool(then["up"]) != turned, start)
