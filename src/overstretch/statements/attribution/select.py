"""Which findings stay: one per cue, nested ones only where they add a speaker, contents cut at other attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import Finding, says_something
from overstretch.statements.lexicon import wordset
from overstretch.statements.names.canonical import agency_in
from overstretch.statements.syntax.grammar import (
    VERBAL,
    child,
    first_with,
    has,
    outer_of_conjunct,
    outer_of_participle,
    runs,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSAL = {"that", "noun that", "as", "oprd", "inf", "objinf"}


Nested = tuple[Finding, Finding | None]  # a finding, and the one that it is nested in


def select(findings: list[Finding]) -> list[Nested]:
    """The findings of one unit that stay, each with the finding that it is nested in."""
    direct = [f for f in findings if f.quote is not None]
    rest = sorted((f for f in findings if f.quote is None), key=lambda f: (-f.priority, f.cue[0].i))
    used = {t.i for f in direct if not f.inherited for t in f.cue}
    kept: list[Finding] = []
    for finding in rest:
        if used & finding.cued or not finding.content or _only_provenance(finding, kept + direct):
            continue
        kept.append(finding)
        used |= finding.cued
    for finding in kept:
        _cut(finding, kept)
    no_statement = (_bare_topic, _occasion, _asked_of_reader, _granted)
    kept = [f for f in kept if f.content and not any(rule(f) for rule in no_statement)]
    result: list[Nested] = [(f, None) for f in direct]
    for finding in kept:
        outer = _outer(finding, kept)
        if outer is None:
            result.append((finding, None))
        elif _adds(finding, outer):
            result.append((finding, outer))
    return _without_doubles(sorted(result, key=lambda pair: pair[1] is not None))


def _bare_topic(finding: Finding) -> bool:
    """A few words that name a thing ("these concerns") and say nothing of it; what is cited may be named alone."""
    tokens = [t for first, last in finding.content for t in first.doc[first.i : last.i + 1]]
    words, marked = [t for t in tokens if not t.is_punct], any(t.is_quote for t in tokens)
    if len(words) == 1 and words[0].lower_ in wordset("select.amounts"):
        return True  # "They agree on little"
    if len(words) <= 2 and words[0].lower_ in wordset("select.pointing") and words[-1].pos_ == "NOUN" and not marked:
        return True
    numbers = [t for t in words if t.pos_ == "NUM" or any(c.isdigit() for c in t.text)]
    says = numbers or has(words, pos=VERBAL)
    plain = finding.force not in ("warn", "cite") and not says_something(words) and words[0].pos_ in ("DET", "PRON")
    if finding.form == "reported" and all(t in numbers or t.pos_ == "SYM" for t in words):
        return True
    named = has(words, pos="PROPN")
    longest = {"reported": 6 if plain and not named else 3, "indirect": 1}
    event = (finding.force == "cite" and named) or _ruled_out(finding, len(words))
    return not event and len(words) <= longest.get(finding.form, 0) and not says


def _occasion(finding: Finding) -> bool:
    """A participle in front of its cue ("Turning to the guest, she says:"): the occasion, not what is said."""
    verb, cue = finding.content[0][0], finding.cue[0]
    bare = not has(verb, "aux auxpass nsubj nsubjpass")
    return bare and verb.tag_ in ("VBG", "VBN") and verb.dep_ == "advcl" and verb.head == cue and verb.i < cue.i


def _asked_of_reader(finding: Finding) -> bool:
    """ "Do you think that ...?" is put to the reader."""
    source = finding.source
    asks = source is not None and source.lower_ == "you" and finding.unit.kind in ("body", "headline")
    return asks and finding.cue[0].sent.text.rstrip().endswith("?")


def _granted(finding: Finding) -> bool:
    """ "Debt will rise, whatever the minister says": it is not she who says so."""
    return has(finding.cue[0].lefts, word="whatever")


def _ruled_out(finding: Finding, words: int) -> bool:
    """ "The mayor ruled out a toll on bridges", "Kremlin denies talks in spring" of a headline: that is the whole of what is
    said."""
    verb = finding.cue[0]
    out = words > 3 and has(verb, "prt", "out")
    return finding.force == "deny" and (out or (finding.unit.kind == "headline" and has(verb.subtree, "prep")))


def _only_provenance(finding: Finding, others: list[Finding]) -> bool:
    """ "according to TASS" beside another attribution names the channel, not the speaker."""
    if finding.cue[0].lower_ != "according":
        return False
    sentence = finding.cue[0].sent
    beside = [f for f in others if f.cue and f.cue[0].sent == sentence and f.frame != "according to"]
    if not beside:
        return False
    source = " ".join(t.text for t in finding.source.subtree) if finding.source is not None else ""
    content = finding.tokens()
    said = (f.cue[0] for f in beside if f.force != "commit")  # what somebody plans is told by the source
    main = any(cue.i in content and cue.dep_ in ("ROOT", "relcl", "conj") for cue in said)
    return agency_in(source) is not None or main


def _cut(finding: Finding, others: list[Finding]) -> None:
    """Take away what is not said but attributes: "according to X", ", adding that ...", ", who X said ..."."""
    content = finding.tokens()
    doc = finding.cue[0].doc
    drop: set[int] = set()
    for i in content - finding.cued:
        if doc[i].lower_ == "according":
            drop |= {t.i for t in doc[i].subtree}
    others = [other for other in others if other is not finding]
    for other in others:
        if finding.cued & other.cued:
            continue
        head = _attached(other.cue[0], content)
        if head is None:
            continue
        edge = head.left_edge.i
        reached = edge > 0 and (edge - 1 in content or edge in content)
        parted = reached and doc[edge - 1].text in (",", "—", "–", ";") and _apart(head, other, finding)
        if parted or outer_of_conjunct(head) is not None:
            drop |= {t.i for t in head.subtree}
    for other in others:
        drop |= _attribution_behind(doc, content, other)
    drop |= _remark_behind(doc, content) | _told_beyond(doc, content, finding, others)
    drop |= _tail_contrast(doc, content, {t.i for other in others for t in other.cue})
    if drop:
        finding.content = runs([doc[i] for i in sorted(content - drop)])


def _attribution_behind(doc: Doc, content: set[int], other: Finding) -> set[int]:
    """The speaker of an attribution behind the content that the parser took into it (", General X" before "said")."""
    if other.source is None or other.source.i not in content or other.cue[0].i <= max(content):
        return set()
    comma = next((i for i in range(other.source.i, min(content), -1) if doc[i].text == ","), None)
    return {i for i in content if i >= comma} if comma is not None and other.cue[0].i - max(content) <= 3 else set()


def _told_beyond(doc: Doc, content: set[int], finding: Finding, others: list[Finding]) -> set[int]:
    """What another is said to say beyond a semicolon ("The aide said A; B, the envoy said")."""
    cue = finding.cue[0].i
    marks = [t.i for t in doc[min(content) : max(content)] if t.text == ";"]
    front = max((i for i in marks if i < cue), default=-1)
    behind = min((i for i in marks if i > cue), default=len(doc))
    cues = {i for other in others if not other.cued & finding.cued for i in other.cued & content}
    beyond = {i for i in content if i <= front} if any(i < front for i in cues) else set()
    return beyond | ({i for i in content if i >= behind} if any(i > behind for i in cues) else set())


def _remark_behind(doc: Doc, content: set[int]) -> set[int]:
    """What the reporter adds on the words themselves: ", in the sharpest rebuke yet by a member"."""
    for i in sorted(content)[1:]:
        within = doc[i].lower_ == "in" and doc[i - 1].text == ","
        deed = (child(doc[i], "pobj") or child(child(doc[i], "pcomp"), "attr")) if within else None
        if deed is not None and deed.lemma_.lower() in wordset("select.remarks"):
            return {t for t in content if t >= i - 1}
    return set()


def _tail_contrast(doc: Doc, content: set[int], cues: set[int]) -> set[int]:
    """A closing "while Y said Z": another's statement, set against this one by the reporter."""
    last = max(content)
    for i in sorted(content):
        token = doc[i]
        mark = first_with(token, "mark", "while whereas")
        if mark is None or mark.i - 1 not in content or not has(token, "nsubj nsubjpass"):
            continue
        inside = {t.i for t in token.subtree}
        if max(inside) >= last and inside & cues:
            return inside
    return set()


def _attached(verb: Token, content: set[int]) -> Token | None:
    """The verb of the side clause of a content that a cue belongs to."""
    if outer_of_conjunct(verb) is not None or outer_of_participle(verb) is not None:
        return verb if verb.i in content else None
    token = verb
    for _ in range(4):
        if token.i not in content:
            return None
        if token.dep_ in ("relcl", "advcl", "acl", "parataxis"):
            return token
        token = token.head
    return None


def _apart(head: Token, other: Finding, finding: Finding) -> bool:
    if head.dep_ in ("relcl", "parataxis"):
        return other.frame in CLAUSAL or finding.frame in ("np", "noun alone")
    participle = head.dep_ in ("advcl", "acl") and head.tag_ in ("VBG", "VBN")
    return participle and other.cue[0] is head and other.source is not None


def _outer(finding: Finding, kept: list[Finding]) -> Finding | None:
    for other in kept:
        if other is finding:
            continue
        inside = other.tokens()
        cue = finding.cued
        if (cue & inside and not cue & other.cued) or (not cue & inside and _cut_away(finding, other)):
            return other
    return None


def _cut_away(finding: Finding, other: Finding) -> bool:
    """A relative clause with its own speaker that was cut from the other's content."""
    verb = finding.cue[0]
    return (
        verb.dep_ == "relcl"
        and other.frame != "np"
        and verb.head.i in other.tokens()
        and finding.frame == "that"
        and verb.i > max(other.tokens())
    )


def _adds(finding: Finding, outer: Finding) -> bool:
    """A nested finding stays where it has another, named source and a full content."""
    if finding.source is None or finding.frame not in CLAUSAL | {"according to"}:
        return False
    if finding.frame in ("inf", "objinf") and (finding.force != "commit" or _anybody(finding.source)):
        return False
    if outer.source is not None and finding.source.i == outer.source.i:
        return finding.frame in ("that", "noun that") and finding.cue[0].dep_ != "ccomp"
    if finding.source.lower_ in wordset("select.pronouns"):
        return finding.frame == "that" and finding.cue[0].lemma_ in wordset("select.adds")
    return True


def _anybody(source: Token) -> bool:
    """Whether a source is people at large ("people want to see it"), whose wish is no statement."""
    return source.tag_ == "NNS" and not has(source, "det amod poss compound")


def _without_doubles(found: list[Nested]) -> list[Nested]:
    result: list[Nested] = []
    for finding, outer in found:
        if finding.quote is not None or not any(_nearly_equal(finding, other) for other, _ in result):
            result.append((finding, outer))
    return result


def _nearly_equal(a: Finding, b: Finding) -> bool:
    if b.quote is not None:
        return False
    one, two = a.tokens(), b.tokens()
    return (
        bool(one)
        and len(one & two) / max(1, min(len(one), len(two))) > 0.75
        and (len(one & two) / len(one | two) > 0.6 or a.source is b.source)
    )
