"""Through whom and to whom a statement was made: agency or outlet, addressee, venue, and when it was said."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.attribution import phrases
from overstretch.statements.attribution.finding import VENUES, Finding
from overstretch.statements.lexicon import wordset
from overstretch.statements.mentions import dates
from overstretch.statements.names.canonical import agency_in
from overstretch.statements.record import Moment
from overstretch.statements.syntax.grammar import child, children, has

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTERVIEW = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n)\s+(?P<venue>(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:interview|speech|statement|address|briefing|press conference|news conference|post|article|column|meeting"
    r"|summit|forum|podcast|broadcast|letter|report))"
    r"(?:\s+(?P<how>with|to|in|at|on|by|for|published by)\s+"
    r"(?P<with>(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}))?"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling)\s+(?P<who>(?:the\s+)?[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|news agency)){0,3}|reporters"
    r"|journalists|lawmakers|parliament|state television)"
)
_DAY_SAID = re.compile(r"\b(?:\w+day|tonight|now)\b", re.IGNORECASE)
_OF_AN_EVENT = re.compile(
    r"\b(?:summits?|meetings?|talks|elections?|votes?|reviews?|wars?|agreements?|deals?|budgets?|decisions?"
    r"|declarations?|attacks?)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(?:from|than|versus|against|after)\b", re.IGNORECASE)


def cue_clause(finding: Finding) -> list[Token]:
    """The tokens of the cue's sentence that are not content."""
    content = finding.tokens()
    sentence = finding.cue[0].sent if finding.cue else ()
    return [t for t in sentence if t.i not in content and finding.unit.quoted(t) is None]


def _frame_text(tokens: list[Token]) -> str:
    parts, last = [], None
    for token in tokens:
        if last is not None and token.i != last + 1:
            parts.append(" … ")
        parts.append(token.text_with_ws)
        last = token.i
    return "".join(parts)


def via_and_venue(finding: Finding) -> tuple[str | None, str | None, str | None]:
    """Agency or outlet, addressee, venue."""
    tokens = cue_clause(finding)
    text = _frame_text(tokens)
    via = addressee = venue = None
    for token in tokens:
        if token.lower_ == "according" and (source := phrases.source_of(token)) is not None:
            name = agency_in(" ".join(t.text for t in source.subtree))
            via = via or name
    told = _TOLD.search(text)
    if told and finding.cue and finding.cue[0].lemma_ == "tell":
        addressee = told["who"].removeprefix("the ")
        via = via or agency_in(told["who"])
    if interview := _INTERVIEW.search(text) or _INTERVIEW.search(_sentence_before(finding)):
        venue = " ".join(interview["venue"].split())
        name = agency_in(interview["with"] or "")
        via = via or name
        addressee = addressee or (name if interview["how"] in ("with", "to") else None)
    if addressee is None and finding.addressee is not None:
        words = [t for t in finding.addressee.subtree if t.dep_ not in ("relcl", "appos")]
        addressee = "".join(t.text_with_ws for t in words).strip()
    if venue is None and finding.cue:
        venue = _venue(finding.cue[0])
    via = via or _reported_by(text)
    return via, addressee, venue


def _sentence_before(finding: Finding) -> str:
    """The sentence before, where "he" goes on with what was said there ("... in an interview with AFP. He warned
    ...")."""
    if finding.source is None or finding.source.lower_ not in ("he", "she") or not finding.cue:
        return ""
    sentence = finding.cue[0].sent
    return sentence.doc[sentence.start - 1].sent.text if sentence.start > 0 else ""


def _reported_by(text: str) -> str | None:
    match = re.search(
        r"(?:,\s*|\bas\s+|\()(?P<who>(?:the\s+)?(?:[A-Z][\w.’'-]*\s?){1,4}(?:news agency )?)(?:has |have )?(?:reported"
        r"|reports|cited|quoted)\b|\bvia\s+(?P<via>[A-Z][\w.]+)"
        r"|\b(?:reported|quoted|cited|carried) by (?P<by>(?:the\s+|Russia’s |Russia's "
        r"|state )?(?:[A-Z][\w.’'-]*\s?){1,4})",
        text,
    )
    if not match:
        return None
    return agency_in(match["who"] or match["via"] or match["by"])


def _venue(verb: Token) -> str | None:
    for word in children(verb, "prep"):
        thing = child(word, "pobj") if word.lower_ in wordset("provenance.venue_prepositions") else None
        if thing is not None and thing.lemma_.lower() in VENUES:
            return " ".join("".join(t.text_with_ws for t in thing.subtree).split()).strip(" ,")
    return None


def said_at(finding: Finding, anchor: date | None) -> Moment | None:
    """When it was said: a date in the cue's own clause, outside the content."""
    if not finding.cue or finding.cue[0].pos_ not in ("VERB", "AUX", "ADP"):
        return None
    verb = finding.cue[0]
    text = _frame_text([t for t in cue_clause(finding) if _hangs_on(t, verb)])
    found = [item for item in dates.dates(text, anchor) if item.moment.relation not in ("by", "within")]
    said = [item for item in found if _DAY_SAID.search(item.moment.text)] or [
        item for item in found if not (_OF_AN_EVENT.search(text[: item.end]) or _of_a_base(text[: item.start]))
    ]
    return said[0].moment if said else None


def _of_a_base(before: str) -> bool:
    """Whether a date ends what a figure is compared with (", from 55% in 2024")."""
    piece = re.split(r"[,;]", before)[-1]
    base = _BASE.search(piece)
    return base is not None and any(c.isdigit() for c in piece[base.end() :])


def _hangs_on(token: Token, verb: Token) -> bool:
    for _ in range(12):
        if token == verb:
            return True
        joined = (token.dep_ == "advcl" and has(token, "mark")) or (token.dep_ == "conj" and token.pos_ == "VERB")
        if joined or token.dep_ in ("relcl", "ccomp"):
            return False
        if token.head == token:
            return True
        token = token.head
    return False


def deadline(text: str, anchor: date | None, future: bool) -> Moment | None:
    """The date by, from or within which something is to happen: a bound first, else a date in a `future` content.

    A date before the article's is none; without the article's date, calendar dates count only in a future content."""
    found = [item.moment for item in dates.dates(text, anchor) if _ahead(item.moment, anchor, future)]
    bounds = (m for relation in ("by", "within", "from") for m in found if m.relation == relation)
    others = (m for m in found if m.relation in ("in", None) and m.granularity not in ("day", "unknown"))
    return next(bounds, None) or next(others, None)


def _ahead(moment: Moment, anchor: date | None, future: bool) -> bool:
    if moment.relation == "ago" or moment.text.lower().startswith(("last", "past", "since")):
        return False
    if moment.date is not None and anchor is not None:
        whole_year = moment.granularity in ("year", "years") and moment.date[:4] == str(anchor.year)
        return moment.date >= anchor.isoformat() or (whole_year and (future or moment.relation == "by"))
    return future or moment.relation in ("by", "within") or "next" in moment.text.lower()
