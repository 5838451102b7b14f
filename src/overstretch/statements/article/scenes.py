"""Sentences beside the matter: scenes, lead-ins, talk about the conversation, a study's words on itself; and which words
and numbers are of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import cue_of
from overstretch.statements.lexicon import rows, wordset
from overstretch.statements.mentions.meaning import directions
from overstretch.statements.names.canonical import is_given, places
from overstretch.statements.syntax.grammar import (
    child,
    children,
    first_with,
    has,
    is_modal,
    is_passive,
    kind_of,
    lemma_of,
    preposition,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """What is measured, the concepts, and the rows of their own."""
    named = [row["lemmas"].split() for row in rows("concepts.csv") if row["concept"] not in ("cause", "response")]
    return directions()[2].union(wordset("field.more"), wordset("field.deeds"), *named)


def of_the_field(tokens: Iterable[Token]) -> bool:
    """Whether a word of the field is among some words."""
    return any(t.lemma_.lower() in _words() for t in tokens)


def about_the_field(tokens: Iterable[Token]) -> bool:
    """The same in a sentence of persons, where "lifts", "shares" and "drops" are what they do with their hands: of the
    verbs only those that states and armies do."""
    deeds = wordset("field.deeds")
    return any(t.lemma_.lower() in (deeds if t.pos_ == "VERB" else _words()) for t in tokens)


def placed(tokens: Iterable[Token]) -> bool:
    """Whether a place or a state is named."""
    return any(t.text in places() for t in tokens)


_LENGTH_OR_CLOCK = re.compile(r"\d+mm|(?i:\d{1,2}(?:[.:]\d\d)?[ap]\.?m\.?)")
YEAR = re.compile(r"(?:19|20)\d\d")
_SHARE = re.compile(r"%|[$€£]|per ?cent", re.IGNORECASE)


def counts(token: Token, when: date | None) -> bool:
    """A number that may be tested: no age, hour, length, rank or handful of people, nor a year long past."""
    named = token.ent_type_ in ("PERCENT", "MONEY", "CARDINAL") and token.pos_ in ("NUM", "NOUN", "SYM")
    if not (token.like_num or named or any(c.isdigit() for c in token.text)):
        return False
    if _LENGTH_OR_CLOCK.fullmatch(token.text) or token.ent_type_ == "TIME" or token.lower_ in wordset("scenes.ranks"):
        return False
    if YEAR.fullmatch(token.text):
        return when is None or int(token.text) >= when.year - 1
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    aside = len(around) == 3 and around[0].text == around[2].text == ","
    return not (aside or _is_age(token) or _is_hour(token) or _is_idle(token))


def _is_age(number: Token) -> bool:
    """ "aged 61", "she is 61", "61 years old"."""
    be = number.head if number.dep_ in ("attr", "acomp") else None
    bare = be is not None and be.lemma_ == "be" and not any(t.dep_ != "advmod" for t in number.children)
    who = subject(be) if bare and be is not None else None
    named = who is not None and (who.lower_ in ("who", "he", "she", "i") or who.ent_type_ == "PERSON")
    return named or _beside(number)[0] == "aged"


def _beside(token: Token) -> tuple[str, str]:
    """The words in front of a token and behind it, empty at the ends of the text."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before, token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _is_hour(number: Token) -> bool:
    """ "ten to six", "past seven", "at six"."""
    doc, at = number.doc, number.i
    before, behind = _beside(number)
    spelled = number.lower_ in wordset("scenes.clock")
    to = behind in ("to", "past") and before in ("at", "until", "about", "is", "just") and at + 2 < len(doc)
    from_ = before in ("to", "past") and at > 1 and doc[at - 2].like_num and doc[at - 2].is_alpha
    loose = not behind or number.nbor().is_punct or number.nbor().pos_ in ("DET", "PRON")
    alone = before == "at" and (loose or behind in ("in", "on", "when", "and"))
    return spelled and (alone or before == "past" or from_ or (to and doc[at + 2].like_num) or behind == "o’clock")


def _is_idle(number: Token) -> bool:
    """Metres, a few friends, "one thing", "one behind the other"."""
    thing = number.head if number.dep_ in ("nummod", "compound") else None
    before, behind = _beside(number)
    if number.lower_ in ("one", "ones"):
        part = before in ("not", "no") or (number.i > 0 and number.nbor(-1).like_num)
        return not part and behind not in wordset("scenes.counted_by_one")
    if behind == "points" and (before == "by" or any(t.tag_ in ("JJR", "RBR") for t in number.doc[number.i + 2 :][:1])):
        return False  # "six points higher"
    long = thing is not None and thing.lemma_.lower() in wordset("scenes.long") and before == "for"
    return thing is not None and (long or thing.lemma_.lower() in wordset("scenes.idle"))


def figures(sentence: Span) -> bool:
    """Whether a sentence has a figure that is no year."""
    return any(counts(t, None) and not YEAR.fullmatch(t.text) for t in sentence)


def has_share(text: str) -> bool:
    """Whether a share or an amount of money is named."""
    return _SHARE.search(text) is not None


def is_fragment(sentence: Span) -> bool:
    """A name called out ("Defence Minister Anna Example, for those on the phone")."""
    says = any(t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ != "relcl" for t in sentence)
    alone = sentence.root.pos_ == "PROPN" and not says
    return alone and not any(t.like_num for t in sentence)


def is_scene(sentence: Span) -> bool:
    """Whether nothing of the field is told, where neither a share nor money is named: what a person does or is by
    trade, what stands by the road, weather and the hour of the day."""
    if has_share(sentence.text):
        return False
    root, who = sentence.root, subject(sentence.root)
    if who is not None and _on_the_agenda(sentence, who):
        return True
    if is_modal(root) or has(root, "neg"):
        return False
    if who is not None and _is_person(who) and (_lives(root) or _by_trade(root)):
        return True
    return not _matters(sentence, who) and (_acts(root, who) or _outside(root, who) or _opens_on_hour(sentence))


def _on_the_agenda(sentence: Span, who: Token) -> bool:
    """Where and when somebody meets, speaks or publishes: "The ministers will meet in Oslo on Friday", "The talks resume
    today", "The office publishes regional data next week", "She is to address the council"."""
    root = sentence.root
    verb = child(root, "xcomp") if lemma_of(root) in wordset("agenda.frames") else root
    if verb is None or has(verb, "neg") or any(counts(t, None) and not _dated(t) for t in sentence):
        return False
    lemma, thing = lemma_of(verb), child(verb, "dobj") or child(verb, "attr")
    if thing is None:
        held = who if is_passive(verb) and lemma in wordset("agenda.held") else None
        meets = lemma in wordset("agenda.meets") or (
            lemma in wordset("agenda.resumes") and who.lemma_.lower() in wordset("agenda.meetings")
        )
        return not has(verb, "ccomp xcomp") and (
            meets or (held is not None and held.lemma_.lower() in wordset("agenda.meetings") | wordset("agenda.papers"))
        )
    what = thing.lemma_.lower()
    return (lemma in wordset("agenda.holds") and what in wordset("agenda.meetings")) or (
        lemma in wordset("agenda.shows") and what in wordset("agenda.papers")
    )


def _dated(token: Token) -> bool:
    """A number of a date or a clock."""
    return token.ent_type_ in ("DATE", "TIME") or YEAR.fullmatch(token.text) is not None


def _lives(verb: Token) -> bool:
    """ "Looks", "was born", "spends her days"."""
    thing = child(verb, "dobj")
    life = thing is not None and thing.lemma_.lower() in wordset("scenes.life")
    return (life and lemma_of(verb) in wordset("scenes.passes")) or verb.lemma_.lower() in wordset("scenes.doings")


def _by_trade(verb: Token) -> bool:
    """ "Is a lawyer by training", "was a deputy minister until 2019"."""
    trade = child(verb, "attr") if verb.lemma_ == "be" else None
    if trade is None or not has(trade, word="a an"):
        return False
    by = [child(word, "pobj") for part in (verb, trade) for word in children(part, "prep") if word.lower_ == "by"]
    return trade.lemma_.lower() in wordset("scenes.trades") or any(
        t is not None and t.lemma_.lower() in wordset("scenes.callings") for t in by
    )


def _matters(sentence: Span, who: Token | None) -> bool:
    """Whether anything of the field stands outside the subject."""
    said = {t.i for t in who.subtree} if who is not None else set()
    return about_the_field(t for t in sentence if t.i not in said)


def _acts(verb: Token, who: Token | None) -> bool:
    """What one person, or a counted few, does with his hands: no verb of saying or thinking, nor what a class does."""
    if who is None or who.lower_ in ("i", "we", "they", "you") or not _is_person(who):
        return False
    few = who.tag_ not in ("NNS", "NNPS") or has(who, "nummod")
    no_deed = cue_of(verb) is not None or is_passive(verb) or verb.lemma_.lower() in wordset("scenes.minds")
    return few and verb.pos_ == "VERB" and verb.lemma_.isalpha() and not no_deed and not has(verb, "ccomp")


def _outside(verb: Token, who: Token | None) -> bool:
    """Weather, roads, animals and bells; "on the hill there is a bakery"."""
    lemma, there = verb.lemma_.lower(), child(verb, "expl") or who
    if there is None:
        return False
    cold = lemma == "be" and has(verb.subtree, word="minus degree degrees")
    if lemma in wordset("scenes.senses") or (there.lower_ == "it" and (cold or lemma in wordset("scenes.weather"))):
        return True
    if who is not None and verb.pos_ == "VERB" and who.lemma_.lower() in wordset("scenes.scenery"):
        return True
    stands = lemma == "be" if there is not who else lemma in wordset("scenes.stands") and there.i > verb.i
    return stands and any(t.i < min(there.i, verb.i) for t in children(verb, "prep"))


def _opens_on_hour(sentence: Span) -> bool:
    """ "At two o'clock the shift changes", "Towards evening the square empties"."""
    first = first_with(sentence[:2], pos="ADP SCONJ")
    when = child(first, "pobj")
    if first is None or when is None:
        return False
    spelled = when.like_num and when.is_alpha and first.lower_ in ("at", "after", "before", "past", "around", "towards")
    return spelled or when.lemma_.lower() in wordset("scenes.hours")


def _is_person(who: Token) -> bool:
    named = who.ent_type_ == "PERSON" or who.lower_ in ("i", "we", "he", "she")
    told = any(t.lower_ == "who" and t.head.head == who for t in who.subtree) and who.pos_ == "PROPN"
    words = [who.text, *(t.text for t in children(who, "compound"))] if who.pos_ == "PROPN" else [who.text]
    named = named or told or who.lemma_.lower() in wordset("scenes.bystanders") or any(map(is_given, words))
    person = kind_of(who) == "person" and who.pos_ != "NUM"
    return named or (person and who.lemma_.lower() not in wordset("speakers.collectives"))


def leads_in(sentence: Span) -> bool:
    """Whether a sentence only says that somebody thinks otherwise or speaks: "Others are less hopeful", "She shrugs"."""
    root = sentence.root
    who = subject(root)
    if who is None or not (_is_person(who) or kind_of(who) or who.lower_ in wordset("scenes.anybody")):
        return False
    if (
        figures(sentence)
        or has(root, "aux", "will")
        or children(root, "ccomp", "xcomp")
        or has(sentence[:-1], word=":")
    ):
        return False
    thing, lemma, mind = child(root, "dobj"), lemma_of(root), child(preposition(root, "of"), "pobj")
    if mind is not None and mind.lemma_.lower() in wordset("scenes.opinions"):
        return any(t.lower_ in wordset("scenes.sides") for t in mind.children)
    mood = child(root, "acomp")
    if mood is not None and {mood.lemma_.lower(), mood.lower_} & wordset("scenes.moods"):
        degree = mood.tag_ == "JJR" or any(t.lower_ in wordset("scenes.degrees") for t in sentence)
        return degree and not has(mood, "ccomp xcomp")
    if thing is None:
        so = lemma == "say" and has(root, "advmod", "so")
        return so or lemma in wordset("scenes.differs")
    if lemma in wordset("scenes.disputes"):
        return True
    puts = lemma == "put" and thing.lower_ == "it"
    return puts or (lemma in wordset("scenes.holds") and thing.lemma_.lower() in wordset("scenes.has"))


SPEAKERS = ("i", "we", "you", "us")


def is_talk(sentence: Span) -> bool:
    """Whether a spoken sentence has no figure or year and only thanks, asks, hands over or tells what is spoken of next."""
    if any(counts(token, None) for token in sentence) or _goes_on(sentence.root):
        return False
    verb = _main(sentence.root)
    who = child(sentence.root, "nsubj", "nsubjpass", "csubj", "expl")
    if who is not None and who.lower_ not in SPEAKERS:
        meant = who.lemma_.lower() in wordset("conversation.meeting") and who.i - sentence.start < 4
        asked = child(sentence.root, "attr") if who.lower_ in ("that", "it", "this") else None
        put = asked is not None and asked.lemma_.lower() in wordset("conversation.matters")
        return ((meant and not is_modal(sentence.root)) or put or _of_the_room(sentence)) and not _on_the_matter(
            sentence
        )
    told = has(verb, "ccomp")
    lemma = lemma_of(verb)
    bidden = who is None and verb == sentence.root
    if lemma in wordset("conversation.talk") and not told and not bidden:
        return True
    if told or _on_the_matter(sentence):
        return False
    if _of_the_room(sentence) or (who is not None and _refers(verb, who)):
        return True
    if lemma == "be" or verb.pos_ == "ADJ":
        mood = child(verb, "acomp") or verb
        return mood.lemma_.lower() in wordset("conversation.moods") and not has(verb, "neg advcl")
    if bidden:
        return verb.tag_ == "VB" and lemma in wordset("conversation.bids")
    if who is None:  # "let us"
        return lemma in wordset("conversation.together")
    if has(verb, tag="JJR RBR"):
        return False  # "I would put it sooner"
    return lemma in wordset("conversation.moves" if who.lower_ == "i" else "conversation.sits")


def _of_the_room(sentence: Span) -> bool:
    """Whether a thing of the meeting is named: a page, a hand that is up, the board one sits on."""
    return any(t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in wordset("conversation.room") for t in sentence)


def _refers(verb: Token, who: Token) -> bool:
    """ "I have said so before", "I second that", "you put it starkly": words that were spoken are meant."""
    own = "conversation.addressed" if who.lower_ == "you" else "conversation.repeats"
    said = child(verb, "dobj", "dative", "advmod")
    back = said is not None and said.lower_ in ("so", "that", "this", "much")
    return back and lemma_of(verb) in wordset(own) and not has(verb, "neg")


def _goes_on(root: Token) -> bool:
    """Whether a clause with a subject of its own that is none of the speakers is joined to the first."""
    return any(
        t.dep_ == "conj" and (who := subject(t)) is not None and who.lower_ not in SPEAKERS for t in root.children
    )


def _main(root: Token) -> Token:
    """The verb behind "I would like to", "I am going to", "let me"."""
    verb = root
    for _ in range(3):
        inner = first_with(verb.rights, "xcomp ccomp", tag="VB")
        if inner is None or verb.lemma_.lower() not in wordset("conversation.frames"):
            break
        verb = inner
    return verb


def _on_the_matter(sentence: Span) -> bool:
    """Whether a place, a state or a word of the field is named."""
    return placed(sentence) or of_the_field(sentence)


def is_method(sentence: Span) -> bool:
    """Whether a sentence without share or money tells how a study was made ("Averages are weighted by size", "By a
    sailor we mean ...", "The second case adds a shock", "A second paper will look at pilots")."""
    root, who = sentence.root, subject(sentence.root)
    if who is None or has_share(sentence.text) or has(root, "ccomp neg"):
        return False
    lemma = lemma_of(root)
    if lemma in wordset("method.defines") and (is_passive(root) or who.lower_ == "we"):
        return True
    if not _own(who):
        return False
    made = lemma in wordset("method.done") and is_passive(root)
    stated = lemma == "be" and preposition(root, "in", "for") is not None
    named = lemma == "be" and child(root, "attr") is not None and who.lemma_.lower() in wordset("method.bases")
    return made or stated or named or lemma in wordset("method.does")


def _own(who: Token) -> bool:
    """Whether a subject is a thing of the study itself, nobody else's ("its forecast")."""
    owned = any(t.dep_ == "poss" and t.lower_ not in ("our", "my") for t in who.children)
    case = who.lemma_.lower() in wordset("scenes.ranks") and [t.lower_ for t in who.subtree] == ["the", who.lower_]
    return case or (who.lemma_.lower() in wordset("method.things") and not owned)
