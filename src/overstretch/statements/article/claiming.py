"""Whether a sentence of the narrator's or of an author's claims anything that could be true or false of the field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.article.field import of_the_field
from overstretch.statements.article.layout import signs
from overstretch.statements.article.scenes import counts, figures, is_scene, leads_in
from overstretch.statements.attribution.cues import TOPICAL
from overstretch.statements.attribution.verbal import SILENT
from overstretch.statements.lexicon import wordset
from overstretch.statements.mentions.meaning import MODALS, directions
from overstretch.statements.syntax.grammar import child, children, lemma_of, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FINITE = {"VBZ", "VBP", "VBD", "MD"}


def claims(sentence: Span, own: str) -> bool:
    """Whether a sentence of an author's own claims anything: a figure, or more than an errand of his ("I met a
    man")."""
    figure = figures(sentence)
    call = (
        lemma_of(sentence.root) in wordset("plain.calls") and sentence.root.tag_ == "VB" and not subject(sentence.root)
    )
    asks = any(lemma_of(t) == "ask" for t in (sentence.root, *children(sentence.root, "xcomp")))
    idle = call or asks or _errand(sentence) or leads_in(sentence)
    aside = {t.i for verb in sentence if verb.dep_ == "relcl" for t in verb.subtree}
    told = (figure and of_the_field(t for t in sentence if t.i not in aside)) or not idle
    return len(own.split()) >= 3 and told and not is_scene(sentence) and not _asks_only(sentence)


def _errand(sentence: Span) -> bool:
    """What somebody of the author's own story did ("I met a man", "my aunt had warned us", "the driver laughed")."""
    for verb in (t.head for t in sentence if t.dep_ == "nsubj" and _of_the_story(t)):
        aux = {t.lower_ for t in verb.children if t.dep_ == "aux"}
        mine = any(t.dep_ == "nsubj" and t.lower_ == "i" for t in verb.children)
        perfect = (
            verb.tag_ == "VBN"
            and verb.dep_ in ("ROOT", "conj")
            and (
                "had" in aux
                or (aux == {"would", "have"} and _of_mine(verb))
                or (mine and aux <= {"have", "’ve", "'ve"})
            )
        )
        if verb.pos_ == "VERB" and (verb.tag_ == "VBD" or perfect or (aux == {"did"} and verb.tag_ == "VB")):
            return True
    return False


def _of_mine(verb: Token) -> bool:
    """Whether "my aunt" is a verb's subject."""
    who = child(verb, "nsubj")
    return who is not None and any(t.lower_ == "my" for t in who.children)


def _of_the_story(who: Token) -> bool:
    """The author, whom a pronoun means, or somebody without a public part ("my aunt", "the man")."""
    own = any(t.lower_ in ("my", "our") for t in who.children)
    return who.lower_ in ("i", "we", "he", "she") or own or who.lemma_.lower() in wordset("scenes.bystanders")


def _asks_only(sentence: Span) -> bool:
    """A question without its mark ("Whether parliament will agree."), not one inside a claim ("What we need is
    ...")."""
    first = next((t for t in sentence if t.is_alpha), None)
    if first is None or first.lower_ not in wordset("plain.asking"):
        return False
    top = first
    while top.head != top and top.head != sentence.root:
        top = top.head
    return top.dep_ in wordset("plain.asking_deps") or _left_open(sentence)


def _left_open(sentence: Span) -> bool:
    """ "Whether it will is another matter"."""
    asked = child(sentence.root, "csubj", "csubjpass")
    whether = asked is not None and any(t.lower_ == "whether" for t in asked.subtree)
    return whether and lemma_of(sentence.root) in ("be", "remain", "seem", "know")


def asserts(tokens: list[Token], headline: bool, when: date | None) -> bool:
    """Whether a sentence has a subject and a predicate, and speaks of a number, a change, or what is to come."""
    up, down, _ = directions()
    if headline and any(counts(t, when) for t in tokens) and any(t.lemma_.lower() in up | down for t in tokens):
        return True
    to_come = any(t.tag_ == "TO" and t.head.tag_ == "VB" for t in tokens)
    finite = any(t.tag_ in FINITE for t in tokens)
    if any(t.dep_ == "ROOT" and _keeps_silent(t) for t in tokens):
        return False
    sentence = tokens[0].sent
    if not headline and (is_scene(sentence) or leads_in(sentence) or _left_open(sentence)):
        return False
    inside = {t.i for t in tokens}
    owned = [t.head for t in tokens if t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    owned = [verb for verb in owned if not headline or verb.dep_ != "relcl"]
    main = any(_leads(verb, inside) for verb in owned)
    if not ((finite and (main or (headline and owned))) or (headline and to_come)):
        return False
    than = any(t.lower_ == "than" for t in tokens)
    return (headline and to_come) or any(
        counts(t, when)
        or (t.lemma_.lower() in signs() and not _loose(t))
        or (t.tag_ == "MD" and MODALS.get(t.lower_) in ("will", "could", "may"))
        or (than and t.tag_ in ("JJR", "RBR"))
        or (t.tag_ == "JJS" and of_the_field([t.head]))
        or (t.lemma_.lower() in up | down and (t.pos_ == "VERB" or t.tag_ in ("JJR", "RBR")) and not child(t, "xcomp"))
        for t in tokens
    )


def _loose(sign: Token) -> bool:
    """ "None of them", "all day", "such figures": no amount of anything that is counted."""
    behind, before = sign.doc[sign.i + 1 : sign.i + 3], sign.doc[max(0, sign.i - 1) : sign.i]
    idiom = (
        len(behind) == 2 and behind[0].lower_ == "the" and behind[1].lower_ in ("story", "battle", "picture", "truth")
    )
    whom = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].lower_ in wordset("scenes.whom")
    long = len(behind) > 0 and behind[0].lower_ in wordset("scenes.spans")
    return (
        idiom
        or whom
        or long
        or (sign.lemma_ == "figure" and any(t.lower_ in ("such", "these", "those") for t in before))
    )


def _keeps_silent(verb: Token) -> bool:
    """ "did not say when", "declined to say whether", "would not be drawn", "asked whether": nothing is told."""
    thing = child(verb, "dobj")
    if thing is not None and thing.lower_ == "nothing" and lemma_of(verb) in SILENT:
        return True
    if lemma_of(verb) in ("ask", "wonder") or (
        negated(verb) and lemma_of(verb) in SILENT | {"draw", "interview", "name"}
    ):
        return True
    refused = verb.lemma_.lower() in wordset("plain.refused")
    behind = (*verb.children, *(t for word in children(verb, "prep") for t in word.children))
    return refused and any(t.dep_ in ("xcomp", "pcomp") and lemma_of(t) in SILENT | TOPICAL for t in behind)


def _leads(verb: Token, inside: set[int]) -> bool:
    """Whether a verb is that of a main clause of a piece, or of one that is set in front of a verb of saying."""
    head = verb.head
    fronted = verb.dep_ == "ccomp" and head.dep_ == "ROOT" and verb.i < head.i
    return (
        verb.dep_ in ("ROOT", "conj", "parataxis")
        or fronted
        or head.i not in inside
        or (head.pos_ != "VERB" and head.dep_ == "ROOT")
    )
