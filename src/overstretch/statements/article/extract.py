"""From the text of one article to its statements: parse, find, select, resolve, describe."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from overstretch.statements.article.around import carried, led_in, named_later, passed_on, under_headings
from overstretch.statements.article.describe import content_of, describe
from overstretch.statements.article.duplicates import mark_duplicates
from overstretch.statements.article.layout import is_boilerplate, is_courtesy, is_point
from overstretch.statements.article.parsing import Article, article
from overstretch.statements.article.plain import PRONOUNS, VAGUE, narrated, row, spoken
from overstretch.statements.article.scenes import YEAR
from overstretch.statements.article.turns import speaker_of
from overstretch.statements.attribution import direct, nominal, phrases, states, verbal, wordorder
from overstretch.statements.attribution.finding import BODIES, Finding
from overstretch.statements.attribution.select import select
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.mentions.quantities import quantities
from overstretch.statements.names.canonical import places
from overstretch.statements.record import Offsets, Speaker, Statement
from overstretch.statements.syntax.grammar import child, has, is_modal, kind_of, lemma_of, preposition
from overstretch.statements.text.paragraphs import Paragraph, is_quotation
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.language import Language


FIRST = frozenset(("we", "i", "my", "our"))


@dataclass(frozen=True)
class Examined:
    """What was found in one article: its format, the spans of journalists' questions, the statements."""

    format: str
    questions: list[Offsets]
    statements: list[Statement]


def extract(text: str, name: str, nlp: Language, when: date | None = None) -> list[Statement]:
    """The statements of one article, as `examine` finds them."""
    return examine(text, name, nlp, when).statements


def examine(text: str, name: str, nlp: Language, when: date | None = None) -> Examined:
    """Format, questions and statements of one article in the order of the text; ids are "1", "2", ... for now.

    `name` is the document's name, `when` its date (anchors "next year"; None leaves such dates without ISO date)."""
    of = article(text, name, nlp, when)
    found = [statement for unit in of.units for statement in _statements(unit, of)]
    found = named_later(carried(_continued(found, of), of), of)
    found = led_in(under_headings(passed_on(found + _rest(of, found), of), of), of)
    questions = [(para.start, para.end) for para in of.paras if para.part == "question"]
    found = numbered(sorted(found, key=lambda s: s.spans[0]), _placed)
    return Examined(of.format, questions, mark_duplicates(found, text))


def findings(unit: Unit, text: str, para: Paragraph) -> list[Finding]:
    """All candidates of one unit."""
    found: list[Finding] = []
    for token in unit.doc:
        if unit.quoted(token) is not None:
            continue
        found += [one for rule in (verbal, nominal, states, phrases) if (one := rule.find(token, unit)) is not None]
    return found + wordorder.find(unit) + direct.find(unit, text, para)


def _statements(unit: Unit, of: Article) -> list[Statement]:
    """The statements of one unit that somebody is reported to make."""
    para = of.paras[unit.paragraph]
    speaker = of.people.leads.get(para.label or (0, 0))
    alone = para.part == "text" and para.label is None and is_quotation(of.cleaned[para.start : para.end])
    if speaker is None and of.answerer and (para.kind == "headline" or alone):  # a quotation over an interview
        speaker = Speaker(mention=of.answerer, canonical=of.answerer)
    elif speaker is None and (para.label is not None or para.part != "text"):
        speaker = speaker_of(para, of.cleaned, of.people, of.answerer)
    chosen = [(f, o) for f, o in select(findings(unit, of.cleaned, para)) if not _beside(f, of, para)]
    if unit.quote is not None:
        chosen = [(f, o) for f, o in chosen if _third_party(f)]
    elif of.format == "live blog" and para.part == "text":  # a blog speaks of itself
        chosen = [(f, o) for f, o in chosen if not _first_person(f) or f.quote is not None]
    elif para.part != "text":
        opened = next((p.part for p in of.paras if p.part in ("speech", "question")), None) == "speech"
        put = para.part == "question" and of.answerer is not None and not opened  # else a remark on the opening
        chosen = [(f, o) for f, o in chosen if _third_party(f, told=True) or _own(f) or (put and _put_to(f))]
    chosen.sort(key=lambda pair: (pair[0].cue[0].i if pair[0].cue else 0, pair[0].spans()[0]))
    built: list[Statement] = []
    for finding, _outer in chosen:
        if (made := describe(finding, of)) is None:
            continue
        answers = para.asked if para.part != "text" else made.answers
        who = _who(finding, made, para, of, speaker)
        if para.part != "text" and _pronoun(finding) and not _heard_of(who, of.text[para.start : para.end], speaker):
            continue
        statement = made.but(speaker=who, answers=answers)
        if statement.form == "agentless" and is_point(of.text, unit.origins[0]):
            statement = statement.but(speaker=of.publisher)
        if not is_boilerplate(statement.content) and not _civil(statement, para, of.text):
            built.append(statement)
    _nest(built, chosen)
    if para.part != "text":
        taken = [span for statement in built for span in statement.spans]
        built += spoken(unit, para, taken, of, speaker)
    return built


def _who(finding: Finding, made: Statement, para: Paragraph, of: Article, turn: Speaker | None) -> Speaker | None:
    """The speaker of a statement: also by whose turn, column or brief it is."""
    who = None if _decided_together(finding) else made.speaker
    if para.part != "text":
        if _put_to(finding) and of.answerer is not None:
            who = Speaker(mention="you", canonical=of.answerer)
        elif _own(finding):
            who = turn
    elif who is None and finding.quote is not None:
        who = turn
    if who is None and _first_person(finding):
        who = of.author_of(finding.unit.paragraph) or of.publisher
    if of.answerer and para.part == "text" and _by_office_alone(who):
        who = who.but(canonical=of.answerer)
    return who


def _pronoun(finding: Finding) -> bool:
    return finding.source is not None and finding.source.lower_ in ("he", "she")


def _heard_of(who: Speaker | None, turn: str, speaker: Speaker | None) -> bool:
    """Whether "he" of a turn is somebody else whom it tells of."""
    if who is None or (speaker is not None and who.canonical == speaker.canonical):
        return False
    return who.canonical.lower() not in PRONOUNS and who.canonical.split()[-1] in turn


def _decided_together(finding: Finding) -> bool:
    """ "Allies pledged in 2025 to spend 3%", in a headline "Allies plan ...": what an open number of states did is told
    by the narrator."""
    source, cue = finding.source, finding.cue[0] if finding.cue else None
    done = cue is not None and cue.tag_ in (("VBD", "VBP") if finding.unit.kind == "headline" else ("VBD",))
    if source is None or not done or finding.force != "commit" or source.tag_ != "NNS":
        return False
    return not has(source, word="the") and source.lemma_.lower() in wordset("speakers.states")


def _by_office_alone(speaker: Speaker | None) -> TypeGuard[Speaker]:
    """ "The minister" of an article that names no other: in front of an interview, the one who answers."""
    if speaker is None or speaker.canonical not in lexicon().person:
        return False
    return speaker.mention.lower() == f"the {speaker.canonical}"


def _nest(built: list[Statement], chosen: list[tuple[Finding, Finding | None]]) -> None:
    by_span = {s.spans[0]: s for s in built}
    for finding, outer in chosen:
        inner = by_span.get(finding.spans()[0])
        if outer is not None and inner is not None and (host := by_span.get(outer.spans()[0])) is not None:
            built[built.index(inner)] = inner.but(nested_in=_placed(host))


def _civil(statement: Statement, para: Paragraph, text: str) -> bool:
    """A courtesy that is reported ("put weight on saying thank you"), or one of a turn with a clause behind it."""
    start, end = statement.sentence or (0, 0)
    spoken_so = para.part != "text" and statement.quantities == [] and is_courtesy(text[start:end])
    return statement.form == "indirect" and (spoken_so or is_courtesy(statement.content))


def _beside(finding: Finding, of: Article, para: Paragraph) -> bool:
    """A question that is quoted or put, what the reporter is asked to do, whom somebody talked to about what."""
    cue = finding.cue[0] if finding.cue else None
    if finding.quote is not None:
        said = of.text[slice(*finding.quote.inner)].strip()
        asks = said.endswith("?") and not finding.more_quotes and not re.search(r"[.!?…]\s", said)
        source = finding.source.lemma_.lower() if finding.source is not None else ""
        titled = of.text[slice(*finding.plain_source)].strip().lower() if finding.plain_source else source
        return asks and (not titled or titled in wordset("extract.readers") | wordset("headline.kinds"))
    if cue is None:
        return False
    if para.part == "question" and cue.sent.text.rstrip().endswith("?"):
        return cue.sent[0].pos_ == "AUX" or child(cue, "aux") is not None
    hearer = child(cue, "dobj", "dative")
    it = finding.source is not None and finding.source.lower_ in ("it", "this", "that")
    first, mine = finding.content[0][0].lower_ if finding.content else "", _first_person(finding)
    talked = lemma_of(cue) in wordset("extract.talks") and preposition(cue, "to", "with") is not None
    return (
        (it and hearer is not None and hearer.lower_ in ("you", "us", "me"))  # "It tells you that they are worried"
        or (mine and lemma_of(cue) in wordset("method.defines") and finding.frame != "that")
        or (mine and finding.frame == "oprd" and first in ("it", "this", "that"))  # "and call it bravery"
        or (finding.frame == "objinf" and first in ("me", "us"))
        or (talked and finding.form == "reported")
    )


def _first_person(finding: Finding) -> bool:
    return finding.source is not None and finding.source.lower_ in FIRST


def _own(finding: Finding) -> bool:
    """In a turn: "we assume that ..." is what the speaker himself claims."""
    return _first_person(finding) and finding.frame == "that" and len(finding.tokens()) > 3


def _put_to(finding: Finding) -> bool:
    """In a question: "You wrote in May that ..." is what the one who answers has said."""
    if finding.source is None or finding.source.lower_ != "you" or not finding.cue:
        return False
    return finding.cue[0].tag_ in ("VBD", "VBN") and finding.frame == "that"


def _rest(of: Article, found: list[Statement]) -> list[Statement]:
    """The narrator's own sentences, and rows of tables."""
    result: list[Statement] = []
    near: dict[int, list[Statement]] = {}
    for statement in found:
        for a, _ in statement.spans:
            near.setdefault(of.paragraph_at(a), []).append(statement)
    shape = "column" if of.format == "article" and _is_essay(of, found) else of.format
    for unit in of.units:
        if of.paras[unit.paragraph].part == "text" and unit.quote is None:
            result.extend(narrated(unit, near.get(unit.paragraph, []), of, shape))
    caption: str | None = None
    rows = [para.part == "row" and not _only_years(of.text[para.start : para.end]) for para in of.paras]
    for index, para in enumerate(of.paras):
        if not rows[index]:
            caption = content_of(of.text, [(para.start, para.end)]) if para.part == "text" else caption
        elif sum(rows[max(0, index - 2) : index + 3]) >= 3:
            result.append(row(para, caption, of))
    return result


def _only_years(line: str) -> bool:
    """The head of a table ("Year: 2026 / 2027 / 2028")."""
    return all(map(YEAR.fullmatch, re.findall(r"\d+", line)))


def _is_essay(of: Article, found: list[Statement]) -> bool:
    """Whether an article is its author's own account: no direct speech, and few sentences that others are said to have
    said."""
    told = {s.sentence for s in found if s.speaker is not None}
    bodies = [u for u in of.units if u.kind == "body" and of.paras[u.paragraph].part == "text"]
    sentences = sum(1 for u in bodies for _ in u.doc.sents)
    return not any(u.quote for u in of.units) and sentences > 5 and len(told) < 0.4 * sentences


def _third_party(finding: Finding, told: bool = False) -> bool:
    """Inside a quotation only what a named other is reported to have said is a statement of its own.

    `told`: also what others are said to promise or expect in figures (in turns and in journalists' questions)."""
    source = finding.source
    tokens = [t for first, last in finding.content for t in first.doc[first.i : last.i + 1]]
    state = finding.force == "commit" and source is not None and source.text in places()
    numbers = told and not state and any(t.like_num for t in tokens)  # what a state does, the speaker tells
    if source is None or not (finding.frame in ("that", "noun that") or numbers):
        return False
    cue = finding.cue[0]
    if source.lower_ in VAGUE and not has(source, "relcl acl amod prep compound"):
        return False
    shown = preposition(cue, "from") is not None or has(cue, "mark", "as")  # "as the economist has shown"
    thought = cue.lemma_.lower() in wordset("extract.inner_thought") and kind_of(source) != "organisation" and not shown
    if thought or is_modal(cue):  # but "we hear from friends that ..."
        return False
    other = told and _pronoun(finding)  # "my old teacher [...]. He used to say that ..."
    return other or (kind_of(source) in BODIES and source.lower_ not in ("we", "i", "you", "it", "they"))


def _continued(found: list[Statement], of: Article) -> list[Statement]:
    """Join the parts of one speech over several paragraphs: an open end, then a paragraph that opens with a mark."""
    open_ends = {quote.inner[0]: quote.paragraph for quote in of.quotes if quote.continues}
    starts = {q.paragraph: q.inner[0] for q in of.quotes if q.opened and q.start == of.paras[q.paragraph].start}
    by_start = {s.spans[0][0]: s for s in found if s.form == "direct"}
    result: list[Statement] = []
    gone: set[int] = set()
    for statement in found:
        if statement.form == "direct" and statement.spans[0][0] in gone:
            continue
        parts, after = [statement], statement if statement.form == "direct" else None
        while after is not None:
            open_at = open_ends.get(after.spans[-1][0], -2)
            if (after := by_start.get(starts.get(open_at + 1, -1))) is not None:
                gone.add(after.spans[0][0])
                parts.append(after)
        result.append(_one_speech(parts, of.text) if len(parts) > 1 else statement)
    return result


def _one_speech(parts: list[Statement], text: str) -> Statement:
    """The parts of a speech as one statement; the first part that names a speaker gives speaker and cue."""
    spans = [span for part in parts for span in part.spans]
    named = next((part for part in parts if part.cue is not None and part.speaker is not None), parts[0])
    counted = [q for a, b in spans for q in quantities(text[a:b], a)]
    return named.but(spans=spans, content=content_of(text, spans), quantities=counted)


def _placed(statement: Statement) -> str:
    """What stands for a statement's id until it has one."""
    start, end = statement.spans[0]
    return f"@{start}-{end}"


def numbered(found: list[Statement], key: Callable[[Statement], str]) -> list[Statement]:
    """Statements with the ids "1", "2", ..., and with their nested links, which name others by `key`, turned into
    ids."""
    ids = {key(s): str(index) for index, s in enumerate(found, start=1)}
    return [
        s.but(id=str(index), nested_in=ids.get(s.nested_in) if s.nested_in else None)
        for index, s in enumerate(found, start=1)
    ]
