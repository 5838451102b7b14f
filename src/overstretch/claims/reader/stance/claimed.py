"""Whether a sentence makes a claim of the field at all."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.bearing import bears, has_moment
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.clauses import claim_words as cw
from overstretch.claims.reader.clauses.carried import KINDS
from overstretch.claims.reader.draft import Unread, unplaced
from overstretch.claims.reader.framings import by_few
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.stance import REJECTS
from overstretch.claims.reader.stance.held import comes_about, held_otherwise
from overstretch.claims.reader.vocabulary import find
from overstretch.statements.record import Statement

_AFTER = re.compile(r"(?:after|following|upon) ", re.I)


def a_claim(statement: Statement, text: str, found: Clauses, said: date) -> None:
    """Raises Unread for demands, wishes, topics, irony, polls and parts of a budget: no claims of the field."""
    claim = found.masked("claim")
    if m := cw.NOT_BEFORE.search(claim):
        raise unplaced(m)
    if cw.IRONY.search(text.strip()):
        raise Unread("it seems to be irony: what is claimed is not plain")
    if len(text.split()) < 3 and not (statement.force == "commit" and find(text, "event", ("ARTICLE5",))):
        raise Unread(f"it only names a topic ('{text.strip()[:60]}')")
    for words in (found.words(p) for p in found.of("report") if p.word == "leading"):
        if past := next((year for year in _SAID_IN.findall(words) if int(year) < said.year), None):
            raise Unread(f"it reports what was said in {past}")
        if part := cw.SOME_ALONE.match(words):
            raise unplaced(part)
    if few := by_few(text):
        raise unplaced(few)
    unpolled = blanked(text, *((m.start, m.end) for m in find(text, "concept", ("SUPPORT",))))
    unpolled = blanked(unpolled, *((p.start, p.end) for p in found.of("aside") if p.word in KINDS))
    if m := cw.POLL.search(unpolled) or cw.OTHER.search(claim):
        raise Unread(f"it is about something else than the field holds ('{m.group().strip()}')")
    for piece in found.of("report"):
        words = cw.OF_ITS_SOURCE.sub(" ", found.words(piece))
        if (
            piece.word not in ("stance", "leading", "heading", "frame")
            and cw.UNHELD.search(words)
            and not REJECTS.search(words)
            and not re.match(r"(?:an?|the) \w+ (?:that|which|the|he|she|it|they)\b", words.lstrip(), re.I)
        ):
            raise unplaced(words.strip())
    if m := cw.SEEMING.search(claim) or cw.ALTERNATE.search(claim):
        raise unplaced(m)
    held_otherwise(found)
    for piece in found.of("aside"):
        words = found.words(piece)
        if _AFTER.match(words) and has_moment(words) and re.search(r"\bwould\b", claim, re.I):
            raise unplaced(words.strip(), of="the condition ")
    demand = cw.DEMAND.search(claim)
    before = demand is not None and re.match(r"[^:]*:\s", claim[demand.end() :]) and not bears(claim[: demand.start()])
    demand = None if before else demand  # "borrowers should plan accordingly: the key rate won't fall"
    foretold = _PROJECTED.search(f"{statement.cue} {text}") and (demand or "should" in text)  # "expects of it that it"
    projected = bool(before or foretold or comes_about(claim))
    if demand and demand.group().lower() == "should" and (projected or re.match(r"\s*should\b", claim, re.I)):
        demand = None
    turned = any(p.word == "should" for p in found.of("condition"))  # "Should inflation be under 5%, ..."
    ought = statement.modality == "should" and not turned and statement.force != "commit" and not projected
    if ought or (demand and not _HAS_TO_COME.search(claim)):
        raise Unread("it says what ought to be done, not what is or comes about")
    if cw.OPTATIVE.match(text) or (cw.WISH.search(claim) and not _COMES.search(claim) and statement.force != "commit"):
        raise Unread("it voices a wish or a hope, not what is or comes about")


_SAID_IN = re.compile(
    r"\b(?:said|denied|warned|predicted|forecast|promised|pledged|told \w+|wrote|announced|estimated|thought|"
    r"believed)(?: back)? in ((?:19|20)\d\d)\b"
)
_PROJECTED = re.compile(r"\b(?:projects?|projected|forecasts?|calculates?|estimates?|reckons?|expects?)\b", re.I)
_HAS_TO_COME = re.compile(r"\b(?:will|would have to|may have to|might have to|could)\b", re.I)
_COMES = re.compile(r"\b(?:will|is projected|are projected|could|would be)\b", re.I)
