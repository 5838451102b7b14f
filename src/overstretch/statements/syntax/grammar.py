"""Small questions to a dependency parse: who is the subject, where does a clause begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from overstretch.statements.lexicon import lexicon, wordset

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = "VBD VBZ VBP MD"
VERBAL = "VERB AUX"
NOMINAL = ("PROPN", "NOUN", "DET", "ADJ", "PRON")


@cache
def _each(values: str) -> frozenset[str]:
    return frozenset(values.split())


def first_with(
    where: Token | Iterable[Token], dep: str = "", word: str = "", tag: str = "", pos: str = ""
) -> Token | None:
    """The first of some tokens, or of a token's children, whose relation, word, tag and part of speech are among those
    named (each a list parted by spaces; an empty one allows any)."""
    tokens: Any = getattr(where, "children", where)
    wanted = [
        (name, _each(values))
        for name, values in (("dep_", dep), ("lower_", word), ("tag_", tag), ("pos_", pos))
        if values
    ]
    return next((t for t in tokens if all(getattr(t, name) in values for name, values in wanted)), None)


def has(where: Token | Iterable[Token], dep: str = "", word: str = "", tag: str = "", pos: str = "") -> bool:
    """Whether one of some tokens, or of a token's children, is as `first_with` seeks it."""
    return first_with(where, dep, word, tag, pos) is not None


def child(token: Token | None, *deps: str) -> Token | None:
    """The first child with one of these relations; none of no token."""
    return next((other for other in token.children if other.dep_ in deps), None) if token is not None else None


def children(token: Token, *deps: str) -> list[Token]:
    """All children with one of these relations."""
    return [other for other in token.children if other.dep_ in deps]


def preposition(token: Token, *words: str) -> Token | None:
    """The first preposition of these words under a token."""
    return next((other for other in children(token, "prep") if other.lower_ in words), None)


def under(clause: Token, behind: Token) -> list[Token]:
    """The tokens under a clause that stand behind a token."""
    return [t for t in clause.subtree if t.i > behind.i]


def is_infinitive(clause: Token) -> bool:
    return has(clause, "aux", "to")


def is_finite(clause: Token) -> bool:
    return clause.tag_ in _each(FINITE) or has(clause, "aux auxpass", tag=FINITE)


def has_that(clause: Token) -> bool:
    """Whether "that" marks a clause."""
    return has(clause, "mark", "that")


def is_modal(verb: Token) -> bool:
    return has(verb, tag="MD")


def lemma_of(verb: Token) -> str:
    """A verb's lemma; where the lemmatiser errs ("hopes" → "hop") the known reporting verb that the form belongs to."""
    lemma = verb.lemma_.lower()
    return lemma if lemma in lexicon().verbs else reporting(verb.lower_) or lemma


def reporting(form: str) -> str | None:
    """The known reporting verb that an inflected form belongs to."""
    endings = (("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))
    stems = (form.removesuffix(end) + new for end, new in endings if form.endswith(end))
    return next((stem for stem in stems if stem in lexicon().verbs), None)


def outer_of_conjunct(verb: Token) -> Token | None:
    """In "X said Y would come and ruled out Z" the parse joins "ruled" to "come"; the tense shows it belongs to
    "said"."""
    head, below = verb.head, ("ccomp", "xcomp", "acl", "advcl")
    if verb.dep_ != "conj" or head.dep_ not in below or subject(verb) is not None:
        return None
    if (also := _restated(verb, head)) is not None:
        return also
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or has(verb, "aux auxpass"):
        return None
    finite = [head, *children(head, "aux", "auxpass")]
    modal = has(finite, tag="MD TO VBZ VBP") or has(finite, word="was were had")
    if not modal or (head.tag_ in ("VBZ", "VBP") and verb.tag_ == "VBZ"):
        return None
    outer = head.head
    for _ in range(3):
        if outer.tag_ in ("VBD", "VBZ") and outer.i < verb.i and lemma_of(outer) in lexicon().verbs:
            return outer
        if outer.dep_ not in below:
            break
        outer = outer.head
    outer = head.head
    plain = head.dep_ in ("ccomp", "xcomp") and outer.tag_ in ("VBD", "VBZ") and outer.i < verb.i
    return outer if plain else None


def _restated(verb: Token, head: Token) -> Token | None:
    """In "they pledge to pay and restate that ..." the base form is that of the outer present tense."""
    outer = head.head
    plural = verb.tag_ in ("VB", "VBP") and outer.tag_ == "VBP" and head.dep_ == "xcomp"
    says = lemma_of(verb) in lexicon().verbs and any(has(clause, word="that") for clause in children(verb, "ccomp"))
    return outer if plural and says and not has(verb, "aux") else None


def outer_of_participle(verb: Token) -> Token | None:
    """In "X said Y would come, arguing that Z" the participle behind the comma belongs to "said", not to "come"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or subject(verb) is not None:
        return None
    edge = verb.left_edge.i
    while edge > 0 and verb.doc[edge - 1].is_quote:
        edge -= 1
    if edge == 0 or verb.doc[edge - 1].text != ",":
        return None
    head = verb.head
    for _ in range(6):
        if head.dep_ == "ccomp" and lemma_of(head.head) in lexicon().verbs and subject(head.head) is not None:
            return head.head if head.head.i < verb.i else None
        if head.dep_ in ("relcl", "ROOT"):
            return None
        head = head.head
    return None


def is_passive(verb: Token) -> bool:
    """True for "is seen", "was told" and bare participles with an agent."""
    participle = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl")
    return has(verb, "auxpass nsubjpass") or (participle and has(verb, "agent"))


def subject(verb: Token) -> Token | None:
    """The subject of a verb in its own clause."""
    found = children(verb, "nsubj", "nsubjpass")
    noun = next((t for t in reversed(found) if t.i < verb.i), found[0] if found else None)
    if len(found) > 1 and noun is not None and kind_of(noun) is None:
        noun = found[-1]  # "Nonsense, replies Anna Example"
    return (noun and (_described(noun) or noun)) or _stranded(verb)


def _stranded(verb: Token) -> Token | None:
    """The person behind a phrase of place at the head of a sentence, to which parsers join him ("In a reply from Oslo,
    Anna Example, who runs the port, said")."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ"):
        return None
    doc = verb.doc
    names = (t for t in reversed(doc[verb.sent.start + 1 : verb.i]) if t.ent_type_ == "PERSON")
    for name in (t for t in names if t.dep_ in ("conj", "appos") and doc[t.left_edge.i - 1].text == ","):
        top = name
        while top.dep_ in ("conj", "appos"):
            top = top.head
        if top.dep_ == "pobj" and top.right_edge.i >= verb.i - 2:
            return name
    return None


def _described(noun: Token) -> Token | None:
    """The name at the head of a sentence that a noun between commas only describes: parsers take "Germany, once the sick
    man of Europe, expects" for the man's."""
    doc, at, end = noun.doc, noun.left_edge.i - 1, noun.right_edge.i + 1
    at -= at > 0 and doc[at].dep_ == "advmod"
    if noun.pos_ != "NOUN" or at < 1 or end >= len(doc) or doc[at].text != "," or doc[end].text != ",":
        return None
    name = doc[at - 1]
    return name if name.pos_ == "PROPN" and name.left_edge.i == name.sent.start else None


def agent(verb: Token) -> Token | None:
    """X in "by X" of a passive."""
    return child(child(verb, "agent") or preposition(verb, "by"), "pobj")


def understood_subject(verb: Token) -> Token | None:
    """The subject of a verb, sought upward through coordinations, participles and infinitives."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_.lower() in ("quote", "cite"):
        return child(verb.head.head, "dobj", "nsubjpass")
    current = outer_of_conjunct(verb) or outer_of_participle(verb) or verb
    for _ in range(8):
        found, dep = subject(current), current.dep_
        if found is not None and (current is verb or verb.dep_ != "acl" or not is_passive(current)):
            empty = (
                current is not verb and found.lower_ == "it" and (has(current, "acomp") or lemma_of(current) == "take")
            )
            return None if empty else antecedent(found)  # "It is possible to ..."
        if dep == "acl" and current.tag_ == "VBG" and (paper := _document_above(current.head)) is not None:
            return paper
        if dep in ("acl", "relcl"):
            return current.head if current.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        finite = dep == "ccomp" and current.tag_ not in ("VBG", "VB", "VBN")
        if finite or not (dep in wordset("grammar.goes_up") or current.lower_ == "far"):  # "went as far as to say"
            return None
        thing = dep in ("pobj", "dobj") and current.pos_ not in ("VERB", "AUX")
        if thing and (owner := child(current, "poss")) is not None:
            return owner
        current = current.head
    return None


def _document_above(noun: Token) -> Token | None:
    """In "a letter to lawmakers confirming that ..." it is the letter that confirms."""
    outer = noun.head.head
    to = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.dep_ in ("prep", "dative")
    return outer if to and outer.pos_ == "NOUN" and kind_of(outer) == "document" else None


def antecedent(token: Token) -> Token:
    """For "who" and "which", the noun they stand for; else the token itself."""
    if token.tag_ in ("WP", "WDT") and token.lower_ in ("who", "which", "that", "whom"):
        verb = token.head
        if verb.dep_ == "ccomp" and verb.head.lemma_ == "be" and (cleft := child(verb.head, "attr")) is not None:
            return cleft  # "It was Rutte who suggested ..."
        for _ in range(4):
            if verb.dep_ == "relcl":
                return _person_above(verb.head) if token.lower_ == "who" else verb.head
            verb = verb.head
    return token


def _person_above(noun: Token) -> Token:
    """In "Oleksandr, a sergeant from Kharkiv, who ..." the one who speaks is above the place."""
    token = noun
    for _ in range(4):
        if token.ent_type_ not in ("GPE", "LOC", "FAC"):
            return token
        if token.dep_ == "pobj":
            token = token.head
        elif token.dep_ not in ("prep", "appos", "compound"):
            return noun
        token = token.head
    return noun


def subtree(token: Token, without: set[int] | None = None) -> list[Token]:
    """The tokens under a token in order, leaving out the subtrees whose heads are in `without`."""
    tops = [t for t in token.subtree if t.i in without and t != token] if without else []
    gone = {t.i for top in tops for t in top.subtree}
    return [t for t in token.subtree if t.i not in gone]


def trimmed(tokens: list[Token]) -> list[Token]:
    """Tokens without punctuation, conjunctions and "that" at the ends."""

    def empty(token: Token, marks: str) -> bool:
        return token.is_space or (token.is_punct and token.text not in marks)

    tokens = list(tokens)
    while tokens and (empty(tokens[0], "“\"‘'$€£(") or has(tokens[:1], "mark det", "that", "IN")):
        tokens.pop(0)
    while tokens and (empty(tokens[-1], "”\"’')%") or tokens[-1].lower_ in ("but", "and", "while")):
        tokens.pop()
    return tokens


def runs(tokens: list[Token]) -> list[tuple[Token, Token]]:
    """Maximal runs of neighbouring tokens (punctuation between two runs does not part them)."""
    found: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if found and all(token.doc[i].is_punct or token.doc[i].is_space for i in range(found[-1][-1].i + 1, token.i)):
            found[-1].append(token)
        else:
            found.append([token])
    return [(run[0], run[-1]) for run in map(trimmed, found) if run]


def negated(verb: Token) -> bool:
    """True for "did not say", "never said", "no longer says"."""
    able = verb.dep_ == "xcomp" and verb.head.lemma_ in ("able", "ready", "willing")
    own = has(verb, "neg") or has(verb, word="never n't nor")
    return own or (able and (has(verb.head, "neg") or has(verb.head.head, "neg")))


_PEOPLE_ENDINGS = ("ist", "ian", "man", "men", "woman", "women", "crat", "ologist")


def kind_of(token: Token) -> str | None:
    """What may speak here: person, organisation, document, commitment, name, pronoun; None for things that do not."""
    words = lexicon()
    lemma, low = token.lemma_.lower(), token.lower_
    if low in wordset("grammar.personal"):
        return "pronoun"
    if low == "it":
        return "it"
    if lemma in wordset("grammar.amount") and (whom := of_what(token)) is not None:
        return kind_of(whom)
    vague = (whom := of_what(token)) is not None and whom.lower_ in ("this", "that", "it")  # "none of this"
    pointing = vague or token.tag_ in ("WDT", "DT", "EX") or low in ("this", "that", "which", "what")
    if pointing or lemma in words.never or not any(c.isalpha() for c in token.text):
        return "group" if low in ("some", "all", "both", "those", "many") else None
    kinds = (
        ("person", lemma in words.person or low in words.person),
        ("commitment", lemma in words.commitment),
        ("document", lemma in words.document),
        ("organisation", lemma in words.organisation),
        ("name", token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")),
        ("person", token.pos_ == "NOUN" and lemma.endswith(_PEOPLE_ENDINGS)),
        ("name", token.text[:1].isupper() and token.i > token.sent.start),
        ("person", token.pos_ in ("NOUN", "ADJ", "NUM") and lemma in wordset("grammar.persons")),
    )
    return next((kind for kind, fits in kinds if fits), None)


def of_what(noun: Token) -> Token | None:
    """The experts in "a string of experts": what "of" right behind a noun names."""
    return child(next((t for t in children(noun, "prep") if t.lower_ == "of" and t.i == noun.i + 1), None), "pobj")


def can_be_subject(token: Token | None, wanted: str) -> bool:
    """Whether a token can be the source that a cue wants: "any", "speaker" or "commitment"."""
    kind = kind_of(token) if token is not None else None
    if wanted == "any":
        return kind is not None
    return kind == "commitment" if wanted == "commitment" else kind in wordset("grammar.speakers")
