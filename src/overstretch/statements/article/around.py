"""Whose a statement is by what stands around it: who spoke last or speaks next, whom the next paragraph names, the body
of the section."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.article.guest import FULL
from overstretch.statements.article.parsing import Article
from overstretch.statements.article.plain import plain
from overstretch.statements.article.scenes import leads_in
from overstretch.statements.attribution import afterwards, direct
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.speakers import resolve
from overstretch.statements.record import Speaker, Statement
from overstretch.statements.syntax.grammar import subject
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Span

_MARKS = " \n\"'“”„«»‘’"
_ENDS = _MARKS + ".!?…"
_OPENING = re.compile(r"^(?:[Aa]n? |[Oo]ne )?(?:\S+[’']s? )?(?:former|ex-|top|retired|veteran|one-time)", re.IGNORECASE)


def passed_on(found: list[Statement], of: Article) -> list[Statement]:
    """ "That is the word from the ministry" names who said what stands before it, and is no statement."""
    result = sorted(found, key=lambda s: s.spans[0])
    for unit in of.units:
        for before, sentence in pairwise((None, *unit.doc.sents)) if unit.kind == "body" else ():
            if sentence is None or (who := afterwards.named(sentence)) is None:
                continue
            start, end = unit.span(sentence[0], sentence[-1])
            result = [s for s in result if not start <= s.spans[0][0] < end or s.quantities]
            ahead = [s for s in result if s.spans[-1][1] <= start and not of.text[s.spans[-1][1] : start].strip(_ENDS)]
            speaker = resolve(who, unit, of.people)
            if not ahead and before is not None and not unit.holds_quotation(before):
                told = plain(before, unit.span(before[0], before[-1]), of.text, of.name, of.when, speaker)
                result += [told.but(form="indirect")] if told is not None else []
            elif ahead and (ahead[-1].speaker is None or ahead[-1].narrator):
                result[result.index(ahead[-1])] = ahead[-1].but(speaker=speaker, narrator=False)
    return result


def under_headings(found: list[Statement], of: Article) -> list[Statement]:
    """Where the heading of a section names a body, a forecast without a speaker goes on from what a body has said in
    its paragraph just before."""
    headings = {at for at, _, kind in of.people.recent if kind == "heading"}
    result: list[Statement] = []
    for one in sorted(found, key=lambda s: s.spans[0]):
        at = of.paragraph_at(one.spans[0][0])
        above = next((para.start for para in reversed(of.paras[:at]) if para.kind == "headline"), None)
        last = result[-1] if result and of.paragraph_at(result[-1].spans[0][0]) == at else None
        body = last is not None and last.speaker is not None and last.speaker.canonical not in of.people.names
        ahead = one.modality in ("will", "plan") or re.search(r"\b(?:is|are) to [a-z]+", one.content)
        if above in headings and body and last is not None and one.narrator and ahead:
            one = one.but(speaker=last.speaker, narrator=False)
        result.append(one)
    return result


def led_in(found: list[Statement], of: Article) -> list[Statement]:
    """Between a sentence that only leads somebody in ("Anna Example is of another mind") and what he says next in the
    paragraph, the sentence without a speaker is his; so is a forecast between two sentences that he is said to say."""
    result = sorted(found, key=lambda s: s.spans[0])
    for unit in (u for u in of.units if u.kind == "body" and of.paras[u.paragraph].part == "text"):
        for before, sentence in pairwise(unit.doc.sents):
            start, end = unit.span(sentence[0], sentence[-1])
            own = [s for s in result if start <= s.spans[0][0] < end]
            after = next((s for s in result if s.spans[0][0] >= end), None)
            if after is None or after.speaker is None or of.paragraph_at(after.spans[0][0]) != unit.paragraph:
                continue
            ahead = [s for s in result if unit.origin(before[0].idx) <= s.spans[0][0] < start]
            speaker = _led(before, unit, of) or _on_both_sides(ahead, own, after)
            if speaker is not None and speaker.canonical == after.speaker.canonical:
                result = [s.but(speaker=speaker, narrator=False) if s in own and s.narrator else s for s in result]
    return result


def _led(sentence: Span, unit: Unit, of: Article) -> Speaker | None:
    """Whom a sentence leads in by name."""
    who = subject(sentence.root)
    named = who is not None and who.pos_ == "PROPN" and leads_in(sentence)
    return resolve(who, unit, of.people) if who is not None and named else None


def _on_both_sides(ahead: list[Statement], own: list[Statement], after: Statement) -> Speaker | None:
    """Who is said to say what stands in front of a forecast, where somebody is said to say what stands behind it."""
    said = ahead[-1] if ahead and all(s.modality == "will" for s in own) else None
    told = said is not None and said.form == "indirect" and said.cue is not None and after.cue is not None
    return said.speaker if said is not None and told else None


def carried(found: list[Statement], of: Article) -> list[Statement]:
    """A quotation with neither verb nor name belongs to whom the paragraph before it ends on, else to who spoke last,
    in its own paragraph or the one before."""
    bodies = {unit.paragraph: unit for unit in of.units if unit.kind == "body"}
    result: list[Statement] = []
    last: Statement | None = None
    for statement in sorted(found, key=lambda s: s.spans[0]):
        at = of.paragraph_at(statement.spans[0][0])
        bare = statement.form == "direct" and statement.cue is None and statement.speaker is None
        if bare and of.paras[at].part == "text" and of.paras[at].kind == "body":
            unit = bodies.get(at - 1)
            opens = not of.text[of.paras[at].start : statement.spans[0][0]].strip(_MARKS)
            before = of.paragraph_at(last.spans[0][0]) if last is not None else at
            near = at - before <= 1 and all(p.part == "text" and p.kind == "body" for p in of.paras[before:at])
            if unit is not None and opens and (who := direct.spoken_of(unit.doc[-1], unit)) is not None:
                statement = statement.but(speaker=resolve(who, unit, of.people))
            elif last is not None and near:
                statement = statement.but(speaker=last.speaker)
        last = statement if statement.speaker is not None else None
        result.append(statement)
    return result


def named_later(found: list[Statement], of: Article) -> list[Statement]:
    """ "A former spymaster" of an opening, "general" of an article's heading or "envoy" over a post of a live blog, is
    whom the next paragraph names, unless that is an official without a name."""
    result = list(found)
    for index, one in enumerate(found):
        at = of.paragraph_at(one.spans[0][0])
        heading = of.paras[at].kind == "headline"
        later = (s for s in found[index + 1 :] if not heading or of.paragraph_at(s.spans[0][0]) != at)
        after = next(later, None)
        if one.speaker is None or after is None or after.speaker is None:
            continue
        told = one.speaker.canonical.split()[-1].lower() not in wordset("extract.nameless")
        behind = of.paragraph_at(after.spans[0][0])
        opens = _OPENING.search(one.speaker.mention) and told and behind - at == 1
        named = after.speaker.canonical in of.people.names
        over = heading and one.speaker.canonical.lower().split()[-1] in lexicon().person
        fits = _in_front(behind, of) or (of.format == "live blog" and _alone_in_post(found, at, of))
        if (opens and named) or (over and fits and FULL.fullmatch(after.speaker.canonical)):
            result[index] = one.but(speaker=one.speaker.but(canonical=after.speaker.canonical))
    return result


def _in_front(paragraph: int, of: Article) -> bool:
    """Whether a paragraph is one of the first two of an article's text."""
    first = next((n for n, para in enumerate(of.paras) if para.kind == "body"), 0)
    return paragraph <= first + 1


def _alone_in_post(found: list[Statement], at: int, of: Article) -> bool:
    """Whether one speaker alone is named below the heading of a post, up to the next one."""
    later = (n for n in range(at + 1, len(of.paras)) if of.paras[n].part == "aside")
    post = range(at + 1, next(later, len(of.paras)))
    return len({s.speaker.canonical for s in found if s.speaker and of.paragraph_at(s.spans[0][0]) in post}) == 1
