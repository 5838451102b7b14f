"""Direct speech: which quotations are statements, and which cue and speaker belong to each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.attribution import afterwards
from overstretch.statements.attribution.finding import BODIES, Finding, addressee_of, cue_of
from overstretch.statements.attribution.phrases import source_of, viewer
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import places
from overstretch.statements.names.people import person_name
from overstretch.statements.syntax.grammar import (
    FINITE,
    NOMINAL,
    agent,
    can_be_subject,
    child,
    first_with,
    has,
    is_passive,
    kind_of,
    reporting,
    subject,
    understood_subject,
)
from overstretch.statements.text.paragraphs import Paragraph
from overstretch.statements.text.quotations import Quotation
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\w+")
_DASH_NAME = re.compile(r"^[\s]*[-–—]{1,2}\s*(?P<name>[^\W\d_][^\n.!?]{1,80})\.?$")
_LEADING = re.compile(
    r"(?:^|[.!?][”\"’']?\s)(?P<name>(?:[A-Z][\w’'-]*\.?\s?|of |the |and ){1,7}?"
    r"|[A-Z][\w’'-]* (?:[a-z]+ ){1,3}(?:[A-Z][\w’'-]+ ?){1,3})(?:\s*\([^)\n]{1,40}\)|"
    r", [a-z][^.:;!?\n]{2,90})?(?:\s*\b(?:was|is|were|put|has"
    r"|had)\b[^:\n]{0,60})?:\s*$"
)
_BEFORE_ADDING = re.compile(r"\b(?:before|and then) (?:adding|continuing|concluding|warning)[:,]\s*$")
QUOTERS = wordset("direct.quoters")


def is_direct(text: str, quote: Quotation, paragraph: Paragraph) -> bool:
    """Whether a quotation reports speech as a clause of its own (not a quoted phrase inside a sentence)."""
    inner = text[quote.inner[0] : quote.inner[1]]
    words = len(_WORD.findall(inner))
    before = text[paragraph.start : quote.start].rstrip(" \n*_")
    after = text[quote.end : paragraph.end].lstrip()
    stopped = inner[-1:] in ",.!?…—–" or after[:1] in ",.-–—"
    if words == 0:
        return False
    if not before:
        return words >= 2 and (stopped or after[:1] == ":" or words >= 5)
    if before[-1] in '.!?…”"—–-' and inner[:1].isupper():
        behind = re.match(r"\w+", after)
        name = behind is not None and behind.group().islower() and not _is_cue_form(behind.group())
        return words >= (5 if name and not stopped else 2)  # "National defence" falls
    if before[-1] in ",:;":
        tail = re.search(r"[\w’']+(?=[,:]$)", before)
        last = tail.group().lower() if tail else ""
        speech = inner[:1].isupper() or _is_cue_form(last) or before[-1] == ":"
        return words >= 2 and (
            speech or re.search(r"(?:[,.!?…]\s*[”\"’']|[”\"’'],)[^”\"]{2,80}[,;]$", before) is not None
        )
    word = re.search(r"[\w’']+$", before)
    if word and _is_cue_form(word.group().lower()) and stopped and words >= 3:
        plain = word.group().lower() in QUOTERS and inner[-1:] in ".!?" and words >= 6
        return inner[:1].isupper() or plain
    return bool(inner[:1].isupper() and inner[-1:] in ".!?," and words >= 5 and word and word.group().lower() != "that")


def _is_cue_form(word: str) -> bool:
    verbs = lexicon().verbs
    stem = word if word in verbs else reporting(word)
    return (stem is not None and "quote" in verbs[stem].frames) or word in wordset("direct.irregular")


def find(unit: Unit, text: str, paragraph: Paragraph) -> list[Finding]:
    """The statements of a paragraph's direct quotations, each with its cue and source where they stand near."""
    found: list[Finding] = []
    for start, quote in sorted(unit.quotes.items()):
        if (joined := _continuation(found, quote, text)) is not None:
            joined.more_quotes.append(quote)
        else:
            found.append(_attributed(unit, start, quote, text, paragraph))
    _share(found)
    return found


def _continuation(found: list[Finding], quote: Quotation, text: str) -> Finding | None:
    """The finding that a quotation goes on with: “one half,” she said, “other half.”"""
    if not found or found[-1].quote is None or found[-1].source is None:
        return None
    last = (found[-1].more_quotes or [found[-1].quote])[-1]
    between = text[last.end : quote.start]
    ended = text[last.inner[1] - 1 : last.inner[1]] in ".!?…" or between.lstrip()[:1] == "."
    if ended or re.search(r"[.!?;]\s", between) or len(between) > 120 or not between.strip():
        return None
    cue = found[-1].cue
    inside = cue and last.end <= found[-1].unit.origin(cue[0].idx) < quote.start
    going_on = between.rstrip()[-1] in ",—–-" or _BEFORE_ADDING.search(between)
    return found[-1] if inside and going_on else None


def _attributed(unit: Unit, start: int, quote: Quotation, text: str, paragraph: Paragraph) -> Finding:
    doc = unit.doc
    anchor = next((t for t in doc if t.idx >= start), doc[len(doc) - 1])
    base = Finding(unit, [], None, quote=quote, form="direct", frame="quote", priority=10)
    dash = _DASH_NAME.match(text[quote.end : paragraph.end])
    if dash and dash["name"][:1].isupper():
        base.plain_source = (quote.end + dash.start("name"), quote.end + dash.end("name"))
        return base
    verb = _cue(anchor, unit)
    last = next((t.i for t in doc[anchor.i :] if unit.quoted(t) is None and not t.is_quote), anchor.i)
    named = afterwards.behind(list(doc[last : _after(doc, last)]))
    behind = next((t for t in doc[last:] if t.is_alpha), None)
    whom = None if behind is None else source_of(behind) if behind.text == "according" else viewer(behind)
    if whom is not None:
        base.source = whom
        return base
    if verb is not None:
        base.cue = [verb]
        base.source = _source(verb, anchor) or named
        if (cue := cue_of(verb)) is not None:
            base.force = cue.within("quote").force
            base.addressee = addressee_of(verb)
        return base
    base.source = named or _behind_colon(anchor, unit, text, quote, paragraph)
    if base.source is not None:
        return base
    before = text[paragraph.start : quote.start].rstrip()
    lead = _LEADING.search(text[paragraph.start : quote.start])
    if before[-1:] == ":" and (sender := _sender(anchor)) is not None:
        base.source = sender
    elif lead and _holds_noun(unit, paragraph.start + lead.start("name"), paragraph.start + lead.end("name")):
        base.plain_source = (paragraph.start + lead.start("name"), paragraph.start + lead.end("name"))
    elif (who := _with_words(anchor)) is not None:
        base.source = who
    elif paragraph.kind == "body" and before[-1:] in (".", "!", "?", "…", ":"):
        base.source = (_verbless(anchor) if before[-1:] == ":" else None) or spoken_of(anchor, unit)
    return base


def _with_words(anchor: Token) -> Token | None:
    """Who opens, closes or wins with the words that stand behind "with" ("Anna Example gets a laugh with “...”")."""
    sentence = anchor.doc[anchor.sent.start : anchor.i]
    word = next((t for t in reversed(sentence) if not t.is_quote), None)
    who = subject(anchor.sent.root) if word is not None and word.lower_ == "with" else None
    apposed = child(who, "appos") if who is not None else None
    named = who is not None and (kind_of(who) in ("person", "name") or (apposed is not None and person_name(apposed)))
    return who if named else None


def _holds_noun(unit: Unit, start: int, end: int) -> bool:
    """Whether a noun or a name is among some words ("Anna Example:", not "Then, serious:")."""
    return any(t.pos_ in ("NOUN", "PROPN", "X") for t in unit.doc if start <= unit.origin(t.idx) < end)


def _verbless(stop: Token) -> Token | None:
    """Who is named in front of a colon without a verb ("The Danish premier, on her way in:")."""
    lead = [t for t in stop.doc[stop.sent.start : stop.i] if not t.is_quote]
    heads = (t for t in lead if t.dep_ in ("nsubj", "dep", "ROOT", "npadvmod") and kind_of(t) in ("person", "name"))
    return None if has(lead, tag=FINITE) else next(heads, None)


def _sender(stop: Token) -> Token | None:
    """Whose words a quotation behind a colon is said to be ("A word from Anna Example, who runs the port:")."""
    return sent_by([t for t in stop.doc[stop.sent.start : stop.i] if not t.is_quote])


def sent_by(lead: Sequence[Token]) -> Token | None:
    """Who is named, and is no place, behind the "from" of words without a verb of their own."""
    main = (t for t in lead if "relcl" not in (t.dep_, t.head.dep_))
    bare = not has(main, tag=FINITE)
    senders = (child(t, "pobj") for t in lead if t.lower_ == "from" and (bare or t.head.dep_ == "ROOT"))
    named = (s for s in senders if s is not None and (s.ent_type_ not in ("GPE", "LOC", "FAC") or person_name(s)))
    return next((s for s in named if s.pos_ == "PROPN" and kind_of(s) in ("person", "name")), None)


def spoken_of(stop: Token, unit: Unit) -> Token | None:
    """The one person that the sentence in front of a token is about, where it holds no quotation itself ("A baker whom
    I ask shakes his head.", "I meet a welder.")."""
    told = (s for s in reversed(list(unit.doc.sents)) if any(t.is_alpha for t in unit.doc[s.start : stop.i]))
    sentence = next(told, None)
    if sentence is None or unit.holds_quotation(sentence[: stop.i - sentence.start]):
        return None
    led = child(sentence.root, "ccomp") if unit.quoted(sentence.root) is not None else None  # "She had a message: ..."
    root = led if led is not None and led.i < stop.i else sentence.root
    who = subject(root) or root
    fronted = child(sentence[0], "pobj") if sentence[0].lower_ in ("for", "to") else None
    if fronted is not None and fronted.ent_type_ == "PERSON" and sentence[-1].text == ":":
        return fronted  # "For Anna Example, a sapper, the talk is hard to bear:"
    if who.lower_ in ("i", "we"):
        met = [t for t in sentence if t.dep_ in ("dobj", "pobj", "appos")]
        full = (t for t in met if person_name(t))
        who = next((t for t in met if has(t, word="a an") and kind_of(t) == "person"), next(full, who))
    if kind_of(who) not in ("person", "pronoun", "name"):  # "The fort was empty, she said."
        tellers = (subject(t) for t in sentence if is_cue(t))
        who = next((t for t in tellers if t is not None and t.lower_ in ("he", "she")), who)
    person = kind_of(who) == "person" and who.pos_ == "NOUN" and who.tag_ != "NNS"
    person = person and who.lemma_.lower() not in wordset("speakers.collectives")
    named = who.pos_ == "PROPN" and who.ent_type_ in ("", "PERSON", "ORG") and not (who.is_upper or who.is_stop)
    return who if person or (named and who.text not in places()) or who.lower_ in ("he", "she") else None


def _behind_colon(anchor: Token, unit: Unit, text: str, quote: Quotation, paragraph: Paragraph) -> Token | None:
    """The speaker in a headline such as “We are not at war”: Nato chief plays down incident."""
    if paragraph.kind != "headline" or not re.match(r"\s*[:–—-]\s", text[quote.end : paragraph.end]):
        return None
    behind = [t for t in anchor.doc[anchor.i :] if unit.quoted(t) is None and not t.is_punct and not t.is_quote]
    verb = first_with(behind, tag="VBZ VBP VBD")
    stop = next((t.i for t in behind if t.pos_ == "ADP" or t is verb), len(anchor.doc))
    phrase = [t for t in behind if t.i < stop]
    nouns = [t for t in phrase if t.pos_ in ("NOUN", "PROPN") and kind_of(t) in BODIES]
    return nouns[-1] if nouns and len(phrase) <= 6 else None


def _cue(anchor: Token, unit: Unit) -> Token | None:
    """The nearest reporting verb around a quotation that is not parted from it by a sentence's end."""
    doc = anchor.doc
    last = next((t.i for t in doc[anchor.i :] if unit.quoted(t) is None), anchor.i)
    behind, before = range(last, _after(doc, last)), range(anchor.i - 1, _before(doc, anchor.i - 1), -1)

    def cost(token: Token) -> int:
        far = token.i - last if token.i >= last else anchor.i - token.i + 2
        return far if _source(token, anchor) is not None else far + 30

    cues = (doc[at] for at in (*behind, *before) if is_cue(doc[at]) and unit.quoted(doc[at]) is None)
    return min(cues, key=cost, default=None)


def is_cue(token: Token) -> bool:
    """Whether a verb may introduce direct speech."""
    if token.pos_ not in ("VERB", "AUX") and token.tag_[:2] != "VB":
        return False
    if token.lemma_ == "be" and (state := child(token, "acomp")) is not None and state.i > token.i:
        return state.lemma_.lower() in lexicon().adjectives
    cue = cue_of(token)
    if cue is not None and cue.frames & {"quote", "that"}:
        return token.dep_ not in ("amod", "compound") and not has(token, "mark", "whether if")
    put = token.lemma_ == "put" and (thing := child(token, "dobj")) is not None and thing.lower_ == "it"
    return put or token.lemma_.lower() in wordset("direct.quoting")


def _after(doc: Doc, start: int) -> int:
    """Where the sentence behind a quotation ends; it ends at once where the quotation closed a sentence itself."""
    at = start
    while at < len(doc) and (
        doc[at].is_quote or doc[at].is_space or doc[at].text in (",", ".", "!", "?", "…", "’", "'")
    ):
        if doc[at].text == "." and at + 1 < len(doc):
            following = next((t for t in doc[at + 1 :] if not t.is_quote and not t.is_space), None)
            if following is None or (following.lower_ not in ("said", "says") and following.text[:1].isupper()):
                return at
        at += 1
    reach = range(at, max(at, min(len(doc), start + 40)))
    ends = (n for n in reach if doc[n].text in (".", ";") or (n > start + 1 and doc[n].text in ("“", '"', "„", "«")))
    return next(ends, reach.stop)


def _before(doc: Doc, start: int) -> int:
    reach = range(start, max(-1, start - 40), -1)
    ends = (
        at for at in reach if (at < start and doc[at].text in (".", "!", "?")) or (at < start - 1 and doc[at].is_quote)
    )
    return next(ends, reach.stop)


def _source(verb: Token, anchor: Token) -> Token | None:
    """The speaker: subject (also inverted: "said Lavrov"), or the passive's agent; never a word inside the
    quotation."""
    found = understood_subject(verb)
    if is_passive(verb):
        found = agent(verb) or (found if verb.lemma_ == "quote" else None)
    inside = range(anchor.i, anchor.i + 2)
    found = None if found is not None and found.i in inside else found
    if found is None or kind_of(found) is None:
        following = child(verb, "dobj", "attr", "nsubj", "oprd", "npadvmod", "dep")
        if following is not None and following.i > verb.i and kind_of(following) and following.i not in inside:
            found = following
        elif can_be_subject(behind := _head_behind(verb), "any"):
            found = behind
    plain = found is not None and found.pos_ == "NOUN" and child(found, "det", "poss") and verb.lower_ in QUOTERS
    return found if found is not None and (kind_of(found) or plain) else None  # "the ferryman's lad said"


def _head_behind(verb: Token) -> Token | None:
    """The head of the noun phrase right behind a verb."""
    behind = verb.doc[verb.i + 1 : verb.i + 9]
    phrase = list(itertools.takewhile(lambda t: t.pos_ in (*NOMINAL, "NUM"), behind))
    return phrase[-1] if phrase and phrase[0].pos_ != "NUM" and not phrase[0].is_punct else None


def _share(found: list[Finding]) -> None:
    """A quotation without its own cue takes the speaker of the one before it in the same paragraph, else of the one
    behind it."""
    for before, after in (*pairwise(found), *pairwise(reversed(found))):
        if after.source is None and after.plain_source is None and not after.cue:
            after.source, after.plain_source = before.source, before.plain_source
            after.inherited = True
