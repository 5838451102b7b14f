"""Who said it: the mention in the text, and one canonical name, resolved within the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import (
    PARTICLES,
    fold,
    places,
    pronoun_of,
    without_titles,
)
from overstretch.statements.names.people import People, name_behind, opens_with_time, person_name, proper_run, words_of
from overstretch.statements.names.roles import by_role, epithet, is_name, lies
from overstretch.statements.record import Speaker
from overstretch.statements.syntax.grammar import (
    child,
    children,
    first_with,
    has,
    kind_of,
    lemma_of,
    of_what,
    subtree,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_DETERMINER = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those)\s+", re.IGNORECASE)
_AT = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+) at \w")


def mention_tokens(token: Token) -> list[Token]:
    """The tokens of a speaker's mention: the noun phrase without relative clauses and asides.

    A vague group keeps its examples ("some members, like Spain")."""
    more = () if has(token, "cc", "&") else ("conj", "cc", "preconj")  # "Example & Daughters" is one
    drop = {t.i for t in children(token, "relcl", "acl", "appos", "punct", "advmod", "prep", "agent", *more)}
    drop |= {t.i for t in children(token, "compound") if opens_with_time(t)}
    near = {"of", "for", "in", "at", "on", "from"} | ({"by"} if kind_of(token) == "document" else set())
    behind = next((t for t in token.children if t.i == token.i + 1), None)
    if behind is not None and (
        (behind.dep_ in ("prep", "agent") and behind.lower_ in near)
        or (behind.dep_ == "acl" and behind.lower_ in ("published", "released", "compiled"))
    ):
        drop.discard(behind.i)
    drop -= {t.i for t in children(token, "appos") if t.left_edge.i == token.i + 1 and t.pos_ == "PROPN"}
    vague = has(token, "det amod", "some several many few")
    if vague:
        drop -= {t.i for t in children(token, "prep") if t.lower_ in ("like", "including", "as")}
    tokens = subtree(token, without=drop)
    if not vague:
        cut = first_with(token.doc[token.i + 1 : max(t.i for t in tokens) + 1], word=", ( [")
        tokens = [t for t in tokens if cut is None or t.i < cut.i]
    dashes = (
        t.i for t in token.doc[tokens[0].i : token.i] if t.text in ("—", "–") or f"{t.text}{t.whitespace_}" == "- "
    )
    dash = max(dashes, default=-1)
    tokens = [t for t in tokens if t.i > dash]
    while (
        tokens and tokens[0].text not in '“"' and (tokens[0].is_punct or has(tokens[:1], word="both while that whose"))
    ):
        tokens.pop(0)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    first = tokens[0].i if tokens else 0
    while token.dep_ == "compound" and first > 0 and has([token.doc[first - 1]], "compound"):
        first -= 1
        tokens.insert(0, token.doc[first])  # "Example data show" taken for a show
    return tokens or [token]


def heads(token: Token) -> list[Token]:
    """A source and what is coordinated with it ("A and B"); roles of one person count as the person ("Military expert
    and retired colonel Anna Example")."""
    joined_to = [other for other in children(token, "conj") if kind_of(other) and not has(token, "cc", "&")]
    bare = token.tag_ == "NN" and kind_of(token) == "person" and not has(token, "det poss nummod")
    if bare and len(joined_to) == 1 and person_name(joined_to[0]):
        return heads(joined_to[0])
    found = [token]
    for other in joined_to:
        found.extend(heads(other))
    body = token.lemma_.lower() in lexicon().organisation  # "the Home and Hearth party" is one
    joined = (t for t in children(token, "nmod") if t.pos_ == "PROPN" and has(t, "cc") and not body)
    return [*itertools.islice(joined, 1), *found]


def resolve(token: Token, unit: Unit, people: People) -> Speaker:
    """Mention, canonical name and the mention's span of a source token."""
    each = heads(token)
    at = sorted(t.i for part in each for t in mention_tokens(part))
    own = list(token.doc[at[0] : at[-1] + 1])
    if len(each) > 1 and kind_of(each[-1]) == "person" and (name := _name_at_end(each[-1])):
        own = list(token.doc[at[0] : next(t.i for t in token.doc[each[-1].i :] if t.text == name.split()[-1]) + 1])
        canonical = people.full(name)
    elif len(each) > 1 and all(t.pos_ == "NOUN" for t in each):
        canonical = _DETERMINER.sub("", _text(own))
    else:
        canonical = "; ".join(dict.fromkeys(name for part in each if (name := name_of(part, people, unit))))
    text = _text(own)
    return Speaker(mention=text, canonical=canonical or text, span=unit.span(own[0], own[-1]))


def _text(tokens: list[Token]) -> str:
    text = " ".join("".join(token.text_with_ws for token in tokens).split())
    own = tokens[-1].tag_ == "POS" and tokens[-1].head.dep_ in ("nsubj", "pobj") and tokens[-1].head.pos_ == "PROPN"
    return text if own else re.sub(r"[’']s$|[’']$", "", text)  # "Moody's" is so called


def name_of(token: Token, people: People, unit: Unit) -> str:
    """The canonical name of one speaker."""
    return next(filter(None, _names(token, people, unit)), "")


def _names(token: Token, people: People, unit: Unit) -> Iterator[str | None]:
    """What a speaker may be called, the surest name first."""
    tokens = mention_tokens(token)
    text = _text(list(token.doc[tokens[0].i : tokens[-1].i + 1]))
    bare, at = _DETERMINER.sub("", text), unit.origin(token.idx)
    low, lemma, person = token.lower_, token.lemma_.lower(), kind_of(token) == "person"
    if low in wordset("speakers.one"):
        yield _pronoun(low, token, people, unit) or text
    yield people.short.get(bare)
    whom = of_what(token) if low in wordset("speakers.groups") else None
    if low == text.lower() == "both" or (whom is not None and whom.lower_ in ("them", "these", "those")):
        last = people.before(at)[:1]
        yield next((name for name, kind in last if kind == "plural" or _looks_plural(name) or ";" in name), text)
    own = person_name(token)
    if own is not None and " " in own:
        yield people.full(own)
    if name := _beside(token) or (_behind_comma(token) if person else None) or own:
        yield people.full(name)
    owner = child(token, "poss")
    press = lemma in ("service", "office") and has(token, "compound", "press information")
    ours = lemma == "staff" or (lemma in wordset("roles.staff") and token.tag_ == "NNS")
    if (
        owner is not None
        and owner.lower_ not in ("my", "our")
        and (press or ours or lemma in wordset("speakers.figures"))
    ):  # "the alliance's own estimate"
        yield name_of(owner, people, unit)
    if kind_of(token) == "document":  # "a BO report"
        yield from (people.short[t.text] for t in children(token, "compound") if t.text in people.short)
        yield people.alliance if has(token, "compound", "alliance bloc") else None
    if lemma in wordset("roles.staff") and len(tokens) == 1:  # "At the bank, economists say"
        house = child(first_with(token.head.lefts, "prep", "at"), "pobj")
        if house is not None and kind_of(house) in ("organisation", "name"):
            yield name_of(house, people, unit)
    bare_spokesman = lemma.startswith("spokes") and not has(token, "poss prep compound amod appos")
    if bare_spokesman and unit.kind == "body":  # "The port says [...]. A spokesman adds [...]"
        start, first = unit.origin(0), unit.origin(tokens[0].idx)
        told = max((one for one in people.recent if start <= one[0] < first), default=(0, "", ""))
        yield told[1] if told[2] == "organisation" else None
    if lemma in wordset("speakers.letters") and (writer := _writer(token)) is not None:
        yield name_of(writer, people, unit)
    role_end = name_behind(tokens) if len(tokens) > 3 else None
    titled = person or low in lexicon().titles
    if titled and (name := _before_comma(tokens) or role_end or _name_at_end(token)):
        yield people.full(name)
    yield _by_surname(bare, people)
    if bare.isupper() and len(bare) > 4:
        yield places().get(bare.title())
    yield _national(bare, text, token, people, unit) or places().get(bare)
    if (placed := _AT.match(text)) is not None:  # "Anna Example at broker Gold Capital"
        yield people.full(placed["name"])
    if lemma in ("alliance", "bloc", "organisation", "organization") and token.pos_ == "NOUN" and not lies(token):
        yield people.alliance
    if lemma in lexicon().commitment and people.makers:
        yield people.makers[-1]
    if person and (name := next((n for n in people.names if text.endswith(" " + n)), None)):
        yield people.full(name)
    yield by_role(bare, token, people, _owner(token, people, unit), at)
    if re.fullmatch(rf"(?:the|(?:y?our)(?: own)?) {re.escape(lemma)}s?", text.lower()):
        one = people.generic.get(lemma, "")
        yield one if not one.endswith(lemma) or any(one == name for name, _ in people.before(at)) else None
    if text.lower().startswith("the "):
        yield _called(token, people, unit)
    if token.tag_ != "NNS" and len(bare.split()) > 1 and person and unit.kind != "headline":
        people.generic[lemma] = bare
    yield _called_by_kind(token, tokens) or _placed(bare, token)


def _beside(token: Token) -> str | None:
    """The name in apposition, in "a fisherman named Arvo Example" or in "the fisherman is called Arvo"."""
    verbs = [*children(token, "acl"), *([token.head] if token.dep_ == "nsubjpass" else [])]
    called = next((t for t in verbs if t.lemma_ in wordset("speakers.named")), None)
    apposed, name = child(token, "appos"), child(called, "oprd")
    given = " ".join(words_of(proper_run(name))) if name is not None and name.pos_ == "PROPN" else None
    return (apposed is not None and person_name(apposed)) or (given if kind_of(token) == "person" else None)


def _national(bare: str, text: str, token: Token, people: People, unit: Unit) -> str | None:
    """ "The Bulgarian said": who is called so elsewhere ("his Bulgarian counterpart"), else the person last spoken of."""
    one = (bare.endswith("an") and bare in places()) or bare.lower() in wordset("speakers.nationals")
    if not one or text.lower() != f"the {bare.lower()}" or places().get(bare) == bare:
        return None
    called = [name for role, name in people.roles if bare in role.split()]
    told = filter(is_name, people.persons_before(unit.origin(token.idx)))
    return people.full(called[-1]) if called else next(told, None)


def _behind_comma(token: Token) -> str | None:
    """The name in "Lithuania's president, Anna Example, ..." where the parse hangs it elsewhere."""
    doc, of = token.doc, {t.i for word in children(token, "prep") for t in word.subtree}
    comma = first_with(doc[token.i + 1 : token.i + 14], word=",")
    if comma is None or has((t for t in doc[token.i + 1 : comma.i] if t.i not in of), pos="VERB AUX PROPN"):
        return None
    run = list(itertools.takewhile(lambda t: t.pos_ == "PROPN", doc[comma.i + 1 : comma.i + 6]))
    if not 2 <= len(run) <= 4 or not has(doc[run[-1].i + 1 : run[-1].i + 2], word=", . :"):
        return None
    name = without_titles([t.text for t in run])
    return " ".join(name) if len(name) > 1 and " ".join(name) not in places() else None


def _before_comma(tokens: list[Token]) -> str | None:
    """The name in "Anna Example, the defence secretary said ...", where the second comma is missing."""
    doc, first = tokens[0].doc, tokens[0].i
    if first < 3 or doc[first - 1].text != "," or tokens[0].lower_ != "the" or tokens[0].sent.start > first - 3:
        return None
    name = person_name(doc[first - 2])
    return name if name is not None and len(name.split()) > 1 and tokens[-1].nbor().text != "," else None


def _name_at_end(token: Token) -> str | None:
    """The name that ends a long role in front of its verb ("the minister of trade and deputy premier Anna Example", "the
    head of the Budget Observatory (BO) Anna Example")."""
    behind = token.doc[token.i + 1 : token.i + 18]
    rest = list(itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX", "PUNCT") or t.text in "-()", behind))
    return name_behind(rest) if len(rest) > 3 else None


def _writer(token: Token) -> Token | None:
    """Who wrote "a letter from the secretary general"."""
    writers = (child(word, "pobj") for word in children(token, "prep") if word.lower_ in ("from", "by"))
    return next((w for w in writers if w is not None and kind_of(w) in ("person", "name")), None)


def _called_by_kind(token: Token, tokens: list[Token]) -> str | None:
    """The name alone where a common noun says what bears it ("Business lobby RSPP", "energy giant Gazprom")."""
    pairs = list(enumerate(pairwise(tokens), start=1))
    kind = (at for at, (before, _) in pairs if before.lower_ in wordset("speakers.kinds"))
    noun = (at for at, (before, after) in pairs if before.tag_ == "NN" and before.is_lower and after.pos_ == "PROPN")
    at = next(itertools.chain(kind, noun), None)
    if at is None or token is not tokens[-1] or not tokens[at].text[:1].isupper():
        return None
    return _text(tokens[at:]) if all(t.pos_ == "PROPN" for t in tokens[at:]) else None


def _placed(bare: str, token: Token) -> str:
    """Officials of a relative clause get their place: "in Russia, where officials ..."."""
    verb = token.head
    if verb.dep_ == "relcl" and verb.head.ent_type_ == "GPE" and len(bare.split()) == 1:
        return f"{bare} ({verb.head.text})"
    return bare


def _by_surname(bare: str, people: People) -> str | None:
    if len(bare.split()) != 1 or not bare[:1].isupper():
        return None
    hits = [name for name in people.names if fold(name).split()[-1:] == fold(bare).split()[-1:]]
    hits += [name for name in people.names if len(name.split()) == 2 and name.split()[0] == bare]
    return people.full(hits[0]) if hits else None


def _owner(token: Token, people: People, unit: Unit) -> str | None:
    """What "its" stands for in "its prime minister"."""
    own = child(token, "poss")
    return _pronoun(own.lower_, own, people, unit) if own is not None and own.lower_ in ("its", "their") else None


def _called(token: Token, people: People, unit: Unit) -> str | None:
    if unit.kind == "speech" and kind_of(token) == "person":
        return None  # who speaks of "the minister" in a turn means nobody who takes part
    before = reversed(token.doc[token.sent.start : token.i])
    start = next((t for t in before if t.text == ";"), token.sent[0])
    words = sum(t.tag_ != "POS" for t in mention_tokens(token))
    return epithet(token, people, unit.origin(start.idx), words, unit.origin(0))


_GENDERS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}


def _pronoun(low: str, token: Token, people: People, unit: Unit) -> str | None:
    if low in ("we", "i"):
        return None
    if inside := _same_sentence(token, low, people, unit):
        return inside
    plural = low in ("they", "their", "them")
    at = unit.origin(_opening(token).idx)
    if low in _GENDERS and (alone := _alone_here(low, people, unit, at)) is not None:
        return alone
    if low == "it" and (alone := _body_of_paragraph(token, people, unit)) is not None:
        return alone
    for canonical, kind in people.before(at):
        person = kind in ("person", "name") and canonical not in places().values()
        if low in _GENDERS:
            several = ";" in canonical or _looks_plural(canonical)
            body = _head(canonical).lower() in wordset("speakers.collectives")
            one = person and not (several or body or (kind == "name" and _is_phrase(canonical)))
            if one and pronoun_of(canonical, people.roles) in (None, _GENDERS[low]):
                return canonical
        elif low in ("it", "its"):
            acronym = kind == "name" and canonical.isupper() and len(canonical) > 1
            if kind in ("organisation", "document", "commitment", "thing") or acronym or canonical in places().values():
                return canonical
        elif low == "who" or (plural and (kind == "plural" or _looks_plural(canonical) or ";" in canonical)):
            return canonical
    near = [name for where, name in people.mentioned if where < at and low in _GENDERS]
    return next((name for name in reversed(near) if pronoun_of(name, people.roles) == _GENDERS[low]), None)


def _opening(token: Token) -> Token:
    """Where those who may be meant have been spoken of: of "His son, he says, works here" and "The son works here, he
    said" not in the clause that is told."""
    told = child(token.head, "ccomp") if token.dep_ == "nsubj" else None
    fronted = told is not None and told.i < token.i and not has(token.doc[told.i : token.i], word=": ; – —")
    if token.head.dep_ != "parataxis" and not fronted:
        return token
    before = reversed(token.doc[token.sent.start : token.i])
    return next((t for t in before if t.text in (";", ":")), token.sent[0])


def _alone_here(low: str, people: People, unit: Unit, at: int) -> str | None:
    """The one person whom a paragraph has named so far, where it has no other subject that may be meant ("Back on the
    square, Anna Example, 19, has ..." by the parse)."""
    start, fits = unit.origin(0), (None, _GENDERS[low])
    told = [name for place, name, kind in people.recent if start <= place < at and kind in ("person", "name")]
    if any(pronoun_of(name, people.roles) in fits for name in told):
        return None
    names = {name for place, name in people.mentioned if start <= place < at and " " in name}
    return names.pop() if len(names) == 1 and pronoun_of(min(names), people.roles) in fits else None


def _body_of_paragraph(it: Token, people: People, unit: Unit) -> str | None:
    """The one body that speaks in a paragraph, behind a sentence on a state: "Norway is to grow by 1%. For Sweden it
    expects 2%"."""
    told = sorted(one for one in people.recent if unit.origin(0) <= one[0] < unit.origin(it.idx))
    bodies = {name for _, name, kind in told if kind == "organisation"}
    on_a_state = told and told[-1][2] == "place" and lemma_of(it.head) in lexicon().verbs
    return bodies.pop() if on_a_state and len(bodies) == 1 else None


def _is_phrase(canonical: str) -> bool:
    """Whether a subject that was taken for a name holds words that no name has ("Bread at the market")."""
    return any(word[:1].islower() and word not in PARTICLES for word in canonical.split())


def _looks_plural(canonical: str) -> bool:
    last = _head(canonical)
    return last[:1].islower() and last.endswith("s")


def _head(canonical: str) -> str:
    """The word that says what somebody is: "diplomat" in "diplomat from a member state"."""
    return re.split(r"\s\(|,|\s(?:of|for|in|at|on|from|by|with|like|including)\s", canonical)[0].split()[-1]


def _same_sentence(token: Token, low: str, people: People, unit: Unit) -> str | None:
    """The owner of "its" or "his" inside its own clause is the subject before it."""
    verb = token.head
    for _ in range(6 if low in ("its", "their", "his", "her") else 0):
        verb = verb.head
        own = child(verb, "nsubj", "nsubjpass")
        named = own is not None and own.lower_ not in ("he", "she", "it", "they", "who")
        placed = own is not None and low in _GENDERS and own.text in places()  # "France, in her view, ..."
        if own is not None and named and not placed and own.i < token.i and kind_of(own):
            return name_of(own, people, unit)
    return None
