"""Sentences that are statements as they stand: spoken in a turn, or asserted by the narrator himself."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.article.claiming import asserts, claims
from overstretch.statements.article.describe import recorded
from overstretch.statements.article.layout import is_boilerplate, is_courtesy, is_point, label_is
from overstretch.statements.article.parsing import Article
from overstretch.statements.article.scenes import counts, figures, has_share, is_fragment, is_method, is_talk, placed
from overstretch.statements.attribution.direct import is_cue
from overstretch.statements.attribution.finding import BODIES
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import places
from overstretch.statements.names.people import People, person_name
from overstretch.statements.names.speakers import resolve
from overstretch.statements.record import Offsets, Speaker, Statement
from overstretch.statements.syntax.grammar import (
    VERBAL,
    child,
    children,
    first_with,
    has,
    is_modal,
    is_passive,
    kind_of,
    lemma_of,
    negated,
    preposition,
    subject,
)
from overstretch.statements.text.paragraphs import Paragraph
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_EDGE = " \t\n\"“”„«»'’‘*"
_ASIDE = re.compile(r"^(?:that|and|but|so|while)\s+", re.IGNORECASE)
_OPENS, _SHUTS = re.compile(r"(?<!\w)[‘'“\"](?=\w)"), re.compile(r"(?<=[\w.,!?…])[’'”\"](?!\w)")
_BRACKET = re.compile(r"(?:[\[(][^\])\n]*[\])]|(?:No|Yes|Right|Sure|Exactly|Correct|Well)[.!])\s*(?=\S)")
_SUPPOSED = re.compile(
    r"In (?:the|our|its|this) (?:first|second|third|fourth|other|last|latter|former)(?: (?:scenario|case|variant|"
    r"one))?,|In (?:scenario|case|variant|option) [A-Z1-9]\b"
)
_SAID = re.compile(r",\s[^,;.]{2,40}[;,.]?$")
_ANSWER = re.compile(
    r"(?:yes|no|not|never|hardly|barely)\b|.*, (?:yes|no)(?:, (?:ma[’']am|[a-z]+))?\W*$", re.IGNORECASE
)
_YES_NO = re.compile(r"\w+, (?:yes|no)\W*$", re.IGNORECASE)
_STAGE = re.compile(r"\([A-Z][^()]*[.!?…]\)")
_ASKED = re.compile(r"(?:on|about|asked|as to) (?:about )?(?:whether|why|how|what|when|who|if)\b", re.IGNORECASE)
_TOPIC = re.compile(r"(?:and |but )?(?:what|who|why|how|where|when|whether|which)\b", re.IGNORECASE)


def plain(
    sentence: Span, span: Offsets, text: str, name: str, when: date | None, speaker: Speaker | None = None
) -> Statement | None:
    """A sentence as a statement whose content is the sentence; None where it holds no word."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_EDGE))
    end = max(start, span[1] - len(words) + len(words.rstrip(_EDGE + ".!?…,;:–—")))
    if (aside := _ASIDE.match(text, start, end)) is not None:
        start = aside.end()
    while len(_OPENS.findall(text, start, end)) > len(_SHUTS.findall(text, start, end)) and end < span[1]:
        end += 1
    if not any(character.isalpha() for character in text[start:end]):
        return None
    own, tokens = (start, end), list(sentence)
    return recorded(text, name, [own], sentence.root, tokens, when, speaker=speaker, form="direct", sentence=own)


def _free(unit: Unit, taken: list[Offsets], topics: list[Offsets]) -> list[tuple[Span, Offsets]]:
    """The sentences of a unit, with their spans, of which nothing is taken yet but a topic."""
    found = []
    for sentence in unit.doc.sents:
        for piece in _pieces(sentence):
            start, end = unit.span(piece[0], piece[-1])
            done = _done_and_said(piece)
            if done is not None and any(start <= a < end for a, _ in taken):
                piece, (start, end) = done, unit.span(done[0], done[-1])
            held = sum(max(0, min(b, end) - max(a, start)) for a, b in topics)
            free = held <= 0.25 * (end - start) and not any(a < end and start < b for a, b in taken)
            if free and not unit.holds_quotation(piece):
                found.append((piece, (start, end)))
    return found


def _done_and_said(sentence: Span) -> Span | None:
    """The first half of "Hungary cut its forecast to 1.4% and said that ...", where it has a figure."""
    root = sentence.root
    said = next((t for t in root.children if t.dep_ == "conj" and is_cue(t) and subject(t) is None), None)
    link = child(root, "cc")
    if said is None or link is None or not sentence.start < link.i < said.i or subject(root) is None or is_cue(root):
        return None
    before = sentence.doc[sentence.start : link.i]
    return before if figures(before) else None


def _pieces(sentence: Span) -> list[Span]:
    """A sentence cut at semicolons, at its one dash where a clause of its own stands on either side, and in front of a
    question that ends it ("We paid a tenth, but who thanks us?")."""
    cuts = [sentence.start]
    doc, dashes = sentence.doc, sum(t.text in ("–", "—") for t in sentence)
    asks = next((t for t in sentence if t.dep_ == "cc" and t.i + 1 < sentence.end and t.nbor().tag_[:1] == "W"), None)
    if asks is not None and sentence[-1].text == "?" and _stands(doc[sentence.start : asks.i]):
        cuts.append(asks.i)
    for token in sentence:
        if token.i > cuts[-1] and (token.text == ";" or (dashes == 1 and token.text in ("–", "—"))):
            before, behind = doc[cuts[-1] : token.i], doc[token.i : sentence.end]
            clause = _has_subject if token.text == ";" else _stands
            cuts += [token.i + 1] if clause(before) and clause(behind) else []
    return [doc[a:b] for a, b in pairwise([*cuts, sentence.end]) if b > a]


def _has_subject(side: Span) -> bool:
    return has(side, "nsubj nsubjpass")


def _stands(side: Span) -> bool:
    """Whether one side of a dash holds a clause that depends on nothing there ("If they pay —" does)."""
    verbs = [t.head for t in side if t.dep_ in ("nsubj", "nsubjpass", "expl") and side.start <= t.head.i < side.end]
    return any(
        verb.dep_ not in ("advcl", "relcl", "acl", "csubj") and not (has(verb, "mark") or has(verb, tag="WRB WDT"))
        for verb in verbs
    )


def spoken(
    unit: Unit,
    para: Paragraph,
    taken: list[Offsets],
    of: Article,
    speaker: Speaker | None,
) -> list[Statement]:
    """The sentences of a turn that make a claim: no question, courtesy or scrap."""
    result = []
    for sentence, (start, end) in _free(unit, [], taken):
        while (bracket := _BRACKET.match(of.text, start, end)) is not None:
            start = bracket.end()
        own = of.text[start:end].strip(_EDGE)
        number, question = any(counts(token, None) for token in sentence), para.part == "question"
        if (
            _STAGE.match(of.text, start)
            or own.endswith("?")
            or (is_point(of.text, start) and _ASKED.match(own))
            or is_courtesy(own)
            or is_talk(sentence)
            or is_boilerplate(own)
            or label_is("stage", own)
            or (len(own.split()) < 3 and not has_share(own) and not (para.asked and _YES_NO.match(own)))
            or not (number or has(sentence, pos=VERBAL) or (para.asked and _ANSWER.match(own)))
            or (question and not number and _leads_up(sentence))
        ):
            continue
        teller = told_by(sentence, unit, of.people)
        teller = None if teller is None or teller.mention.lower() in PRONOUNS else teller
        aimless = is_fragment(sentence) or (question and (speaker is None or of.format == "press conference"))
        if aimless and teller is None:
            continue
        made = plain(sentence, (start, end), of.text, of.name, of.when, teller or speaker)
        result += [made.but(answers=para.asked)] if made is not None else []
    return result


def _leads_up(sentence: Span) -> bool:
    """A journalist's own words on himself or on whom he asks ("You said earlier that ...", "I was there")."""
    source = subject(sentence.root)
    return source is not None and (source.lower_ in ("i", "we", "you") or has(source, word="your"))


def narrated(unit: Unit, found: list[Statement], of: Article, shape: str) -> list[Statement]:
    """The narrator's own sentences that assert something which could be tested; in a column and in points whatever they
    assert. In a column they are its author's, in the points of a brief its publisher's."""
    heading, over = unit.kind == "headline", _over_the_name(unit.origins[0], of)
    if heading and shape in ("transcript", "press conference", "speech"):
        return []
    own_title = shape == "column" and heading and has(unit.doc, word="i we")
    free = own_title or (shape in ("column", "key points") and not heading)
    named = [s for s in found if s.form in ("reported", "nominal") and s.force != "deny"]
    topics = [span for s in named for span in s.spans]
    taken = [span for s in found if s not in named for span in s.spans]
    result = []
    for sentence, (start, end) in _free(unit, taken, topics):
        own = of.text[start:end].strip()
        told = shape == "live blog" and not heading and _reports(sentence)
        asserted = claims(sentence, own) if free or told else asserts(list(sentence), heading, of.when)
        if not asserted or _beside(sentence, own, heading, shape):
            continue
        teller = told_by(sentence, unit, of.people)
        if teller is None and (voice := _voice(found, own, start)) is not None:
            teller, end = voice
        ours = is_point(of.text, start) or (not heading and has(sentence, word="we our us"))
        speaker = teller or (of.publisher if ours else None)
        speaker = speaker or (of.author_of(unit.paragraph) if own_title or not (heading or over) else None)
        made = plain(sentence, (start, end), of.text, of.name, of.when, speaker)
        if made is not None:
            result.append(made.but(form="indirect", narrator=teller is None, headline=heading))
    return result


def _reports(sentence: Span) -> bool:
    """ "The council broke up at noon", "Riga and Narva have reopened": what bodies and places did."""
    root, who = sentence.root, subject(sentence.root)
    done = root.tag_ == "VBD" or (root.tag_ == "VBN" and has(root, "aux auxpass"))
    body = who is not None and (who.text in places() or kind_of(who) == "organisation" or placed(who.subtree))
    return done and body and lemma_of(root) not in lexicon().verbs.keys() | wordset("scenes.comes")


def _over_the_name(at: int, of: Article) -> bool:
    """Whether a line stands over the author's name, where that stands in front: then it is the paper's."""
    signed = of.author.span if of.author is not None else None
    return signed is not None and at < signed[0] < of.paras[min(6, len(of.paras) - 1)].end


def _beside(sentence: Span, own: str, heading: bool, shape: str) -> bool:
    """What the narrator says beside the matter: questions, notes of the paper, suppositions, whom he met, a blog's own
    affairs."""
    if own.endswith(("?", ":")) or is_boilerplate(own) or is_courtesy(own) or (heading and _TOPIC.match(own)):
        return True
    if not heading and is_method(sentence):
        return True
    if _SUPPOSED.match(own) and not figures(sentence):  # "In the second, peace comes early"
        return True
    if shape == "interview":
        return not heading and not has_share(own)
    return shape == "live blog" and has(sentence, "nsubj", "we i") and not has_share(own)


def _voice(found: list[Statement], own: str, start: int) -> tuple[Speaker, int] | None:
    """Who said it, and where the content ends, by the cue behind it: "it built nine a week, he says; by May it was
    six"."""
    said = _SAID.search(own)
    behind = range(start + said.start(), start + len(own)) if said is not None else range(0)
    voice = next((s for s in found if s.cue_span and s.cue_span[0] in behind and s.spans[0][0] >= behind.stop), None)
    return (voice.speaker, behind.start) if voice is not None and voice.speaker is not None else None


PRONOUNS = wordset("plain.pronouns")
VAGUE = wordset("plain.vague")


def told_by(sentence: Span, unit: Unit, people: People) -> Speaker | None:
    """From whom a sentence is, where it says so and its whole is the content: "The bank sees its rate at 10%"."""
    root, colon = sentence.root, first_with(sentence, word=":")
    lead = child(root, "ccomp")
    if lead is not None and colon is not None and lead.i < colon.i < root.i and child(lead, "dobj"):
        root = lead  # "The bank has done its sum: growth has halved"
    has_it = first_with(children(root, "aux"), word="has have had") if root.tag_ == "VBG" else None
    sees_so = child(has_it, "nsubj")  # "the bank has growth slowing to 1%"
    source = sees_so or subject(root)
    if source is not None and (paper := _paper(source, sentence)) is not None:
        return resolve(paper, unit, people)  # "The ministry's plan shows 3%"
    if (inner := _wrote(sentence, colon)) is not None:
        return resolve(inner, unit, people)
    amount = source is not None and source.lemma_.lower() in wordset("plain.amounts") and lemma_of(root) == "be"
    given = child(first_with(source.subtree, word="from"), "pobj") if source and amount else None
    if given is not None and kind_of(given) in BODIES:
        return resolve(given, unit, people)  # "The figure, from the ministry, is 5.4%"
    thing = child(root, "dobj")
    revised = thing is not None and thing.lemma_.lower() in wordset("plain.revised") and figures(sentence)
    held = thing is not None and thing.lemma_ in wordset("plain.told_by") and has(sentence, word=":")
    dated = lemma_of(root) == "name" and thing is not None and thing.like_num  # "German officers name 2031"
    odds = lemma_of(root) in ("give", "assign", "attach") and has(sentence, word="chance probability odds likelihood")
    one = source is not None and source.tag_ != "NNS"
    wish = one and lemma_of(root) == "like" and thing is not None and has(root, "aux", "would ’d 'd")
    sees = wish or (lemma_of(root) in wordset("plain.told") and not (is_passive(root) or _only_does(root, thing)))
    told = sees_so is not None or _comes_to(root, source) or held or revised or dated or odds or sees or _has_at(root)
    open_to = is_modal(root) and not wish and lemma_of(root) not in wordset("plain.bets")
    if source is None or not told or negated(root) or open_to:
        return None
    if source.lower_ == "you":  # "Secretary Lund, you wrote to us that ..."
        called = sentence.doc[sentence.start : source.i]
        source = next((t for t in called if t.pos_ == "PROPN" and t.nbor().text == ","), source)
    apart = not held and any(_apart(t, source) for t in children(root, "conj"))
    named = child(source, "appos")  # "its trade lead, Anna Example, sees ..."
    speaks = source.lower_ in PRONOUNS or kind_of(source) in BODIES or (named is not None and bool(person_name(named)))
    if apart or not speaks or any(t.lower_ in VAGUE for t in (source, *source.children)):
        return None
    speaker = resolve(source, unit, people)
    deed = unit.kind == "speech" and lemma_of(root) in wordset("plain.deeds") and speaker.canonical in places().values()
    return None if deed or speaker.canonical.lower() in PRONOUNS else speaker


def _wrote(sentence: Span, colon: Token | None) -> Token | None:
    """Whose words stand in marks behind a colon in what another says ("A friend wrote to me: “It is late”")."""
    if colon is None or colon.i + 1 >= sentence.end or not colon.nbor().is_quote:
        return None
    lead = sentence.doc[sentence.start : colon.i]
    cue = any(t.tag_ in ("VBD", "VBZ", "VBN") and lemma_of(t) in lexicon().verbs for t in lead)
    who = next((t for t in lead if t.dep_ in ("nsubj", "ROOT") and t.pos_ != "PRON"), None)
    return who if cue and who is not None and kind_of(who) in BODIES else None


def _comes_to(verb: Token, source: Token | None) -> bool:
    """ "The audit office came to 1.5", "the institute arrives at 3%"."""
    sum_ = child(preposition(verb, "to", "at"), "pobj") if lemma_of(verb) in ("come", "arrive") else None
    return source is not None and kind_of(source) == "organisation" and sum_ is not None and counts(sum_, None)


def _paper(source: Token, sentence: Span) -> Token | None:
    """Whose paper or view a sentence gives figures of ("its plan shows 3%", "the study by the bank puts it at 3%")."""
    root, own = sentence.root, child(source, "poss") or child(preposition(source, "by"), "pobj")
    paper = kind_of(source) in ("document", "commitment") or source.lemma_.lower() in wordset("speakers.figures")
    shows = (
        lemma_of(root) in wordset("plain.shows") and not negated(root) and figures(sentence.doc[root.i : sentence.end])
    )
    plan = (
        own is not None and own.lower_ != "its" and kind_of(source) == "commitment"
    )  # it is known, and nobody says it
    gives = paper and shows and not plan and (lemma_of(root) != "have" or _has_at(root))
    return own if gives and own is not None and (own.lower_ == "its" or kind_of(own) in BODIES) else None


def _has_at(verb: Token) -> bool:
    """ "Has the rate at 3%", "has the deficit narrowing to 3%": what is forecast, not "has its rate at 3%"."""
    thing, tells = child(verb, "dobj"), child(verb, "ccomp")
    at = thing is not None and preposition(verb, "at") is not None and not has(thing, "poss")
    return lemma_of(verb) == "have" and (at or (tells is not None and tells.tag_ == "VBG" and has(tells, "nsubj")))


def _apart(verb: Token, source: Token) -> bool:
    """Whether a clause joined to the first tells of something else: not "she wants 3% and she wants it soon"."""
    own = subject(verb)
    same = own is not None and own.lower_ in PRONOUNS and (own.lower_ == source.lower_ or source.pos_ != "PRON")
    return own is not None and not (same and lemma_of(verb) in wordset("plain.told"))


def _only_does(verb: Token, thing: Token | None) -> bool:
    """ "It put money into shells", "it has seen its deficit swell", "has penciled in a cut", "they say many things":
    nothing is told."""
    lemma = lemma_of(verb)
    perfect = any(t.lemma_ == "have" for t in children(verb, "aux"))
    hearer, it = child(verb, "dobj", "dative"), subject(verb)
    if it is not None and it.lower_ == "it" and hearer is not None and hearer.lower_ in ("you", "us", "me"):
        return True
    vague = thing is not None and thing.lemma_.lower() in wordset("plain.vague_things")
    figure = thing is not None and (thing.text == "%" or thing.like_num)
    return (
        vague
        or (lemma == "put" and not has(verb, "prep", "at"))
        or (lemma in ("see", "pencil") and perfect and not figure)
    )


def row(para: Paragraph, caption: str | None, of: Article) -> Statement:
    """A row of a table, a name and a figure, as a stated fact; its caption says what is counted."""
    span = (para.start, para.end)
    return recorded(
        of.text, of.name, [span], None, [], None, form="indirect", about=caption, sentence=span, narrator=True
    )
