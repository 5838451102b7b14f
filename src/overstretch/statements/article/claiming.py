"""Whether a sentence of the narrator's or of an author's claims anything that could be true or false of the field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.article.layout import signs
from overstretch.statements.article.scenes import counts, figures, is_scene, leads_in, of_the_field
from overstretch.statements.attribution.finding import TOPICAL
from overstretch.statements.attribution.verbal import SILENT
from overstretch.statements.lexicon import wordset
from overstretch.statements.mentions.meaning import MODALS, directions
from overstretch.statements.syntax.grammar import FINITE, child, children, has, lemma_of, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def claims(sentence: Span, own: str) -> bool:
    """Whether a sentence of an author's own claims anything: a figure, or more than an errand of his ("I met a
    man")."""
    root = sentence.root
    call = lemma_of(root) in wordset("plain.calls") and root.tag_ == "VB" and not subject(root)
    asks = any(lemma_of(t) == "ask" for t in (root, *children(root, "xcomp")))
    idle = call or asks or _errand(sentence) or leads_in(sentence)
    aside = {t.i for verb in sentence if verb.dep_ == "relcl" for t in verb.subtree}
    told = not idle or (figures(sentence) and of_the_field(t for t in sentence if t.i not in aside))
    return len(own.split()) >= 3 and told and not is_scene(sentence) and not _asks_only(sentence)


def _errand(sentence: Span) -> bool:
    """What somebody of the author's own story did ("I met a man", "my aunt had warned us", "the driver laughed")."""
    who = subject(sentence.root)
    for verb in (t.head for t in sentence if t.dep_ == "nsubj" and _of_the_story(t)):
        aside = {t.i for t in verb.subtree} if verb.dep_ in ("advcl", "relcl") else set()
        if aside and not (who is None or _of_the_story(who)) and of_the_field(t for t in sentence if t.i not in aside):
            continue  # "It pays more for the war than when I wrote"
        aux, who = {t.lower_ for t in children(verb, "aux")}, child(verb, "nsubj")
        relative = who is not None and has(who, word="my") and aux == {"would", "have"}
        mine = has(verb, "nsubj", "i") and aux <= {"have", "’ve", "'ve"}
        perfect = verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "conj") and ("had" in aux or relative or mine)
        if verb.pos_ == "VERB" and (verb.tag_ == "VBD" or perfect or (aux == {"did"} and verb.tag_ == "VB")):
            return True
    return False


def _of_the_story(who: Token) -> bool:
    """The author, whom a pronoun means, or somebody without a public part ("my aunt", "the man")."""
    mine = who.lower_ in ("i", "we", "he", "she") or has(who, word="my our")
    return mine or who.lemma_.lower() in wordset("scenes.bystanders")


def _asks_only(sentence: Span) -> bool:
    """A question without its mark ("Whether parliament will agree."), not one inside a claim ("What we need is
    ...")."""
    top = next((t for t in sentence if t.is_alpha), None)
    if top is None or top.lower_ not in wordset("plain.asking"):
        return False
    while top.head not in (top, sentence.root):
        top = top.head
    return top.dep_ in wordset("plain.asking_deps") or _left_open(sentence)


def _left_open(sentence: Span) -> bool:
    """ "Whether it will is another matter"."""
    asked = child(sentence.root, "csubj", "csubjpass")
    whether = asked is not None and has(asked.subtree, word="whether")
    return whether and lemma_of(sentence.root) in ("be", "remain", "seem", "know")


def asserts(tokens: list[Token], headline: bool, when: date | None) -> bool:
    """Whether a sentence has a subject and a predicate, and speaks of a number, a change, or what is to come."""
    up, down, _ = directions()
    change = up | down
    if headline and any(counts(t, when) for t in tokens) and any(t.lemma_.lower() in change for t in tokens):
        return True
    if any(t.dep_ == "ROOT" and _keeps_silent(t) for t in tokens):
        return False
    sentence = tokens[0].sent
    if not headline and (is_scene(sentence) or leads_in(sentence) or _left_open(sentence)):
        return False
    if headline and any(t.tag_ == "TO" and t.head.tag_ == "VB" for t in tokens):
        return True
    inside = {t.i for t in tokens}
    owned = [t.head for t in tokens if t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    main = any(verb.dep_ != "relcl" if headline else _leads(verb, inside) for verb in owned)
    if not (main and has(tokens, tag=FINITE)):
        return False
    than = has(tokens, word="than")
    return any(
        counts(t, when)
        or (t.lemma_.lower() in signs() and not _loose(t))
        or (t.tag_ == "MD" and MODALS.get(t.lower_) in ("will", "could", "may"))
        or (than and t.tag_ in ("JJR", "RBR"))
        or (t.tag_ == "JJS" and of_the_field([t.head]))
        or (t.lemma_.lower() in change and (t.pos_ == "VERB" or t.tag_ in ("JJR", "RBR")) and not child(t, "xcomp"))
        for t in tokens
    )


def _loose(sign: Token) -> bool:
    """ "None of them", "all day", "such figures": no amount of anything that is counted."""
    first, second, *_ = *(t.lower_ for t in sign.doc[sign.i + 1 : sign.i + 3]), "", ""
    idiom = first == "the" and second in ("story", "battle", "picture", "truth")
    whom = first == "of" and second in wordset("scenes.whom")
    such = sign.lemma_ == "figure" and has(sign.doc[max(0, sign.i - 1) : sign.i], word="such these those")
    return idiom or whom or such or first in wordset("scenes.spans")


def _keeps_silent(verb: Token) -> bool:
    """ "did not say when", "declined to say whether", "would not be drawn", "asked whether": nothing is told."""
    lemma, thing = lemma_of(verb), child(verb, "dobj")
    nothing = thing is not None and thing.lower_ == "nothing" and lemma in SILENT
    if nothing or lemma in ("ask", "wonder") or (negated(verb) and lemma in SILENT | {"draw", "interview"}):
        return True
    behind = (*verb.children, *(t for word in children(verb, "prep") for t in word.children))
    return verb.lemma_.lower() in wordset("plain.refused") and any(
        t.dep_ in ("xcomp", "pcomp") and lemma_of(t) in SILENT | TOPICAL for t in behind
    )


def _leads(verb: Token, inside: set[int]) -> bool:
    """Whether a verb is that of a main clause of a piece, or of one that is set in front of a verb of saying."""
    head = verb.head
    fronted = (verb.dep_ == "ccomp" and verb.i < head.i) or head.pos_ != "VERB"
    main = verb.dep_ in ("ROOT", "conj", "parataxis") or head.i not in inside
    return main or (head.dep_ == "ROOT" and fronted)
