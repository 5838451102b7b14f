"""Further claims beside the one that was read: the change that led to a level, the share that an amount is, what it was
before, the change on the year, the rank behind it, members named as examples, years in a row.

Each is the question that was read with one part put in another's place, so that nothing but that part is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from overstretch.claims.reader.asked.earlier import before, low, main
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.made import Made, Reader, also, blanked
from overstretch.claims.reader.moments import A_YEAR, shifted
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.beside import CHANGE_TO
from overstretch.claims.reader.series.limits import HEDGES
from overstretch.claims.reader.series.rank_words import ordinal
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import Change, Compare, Count, Given, Not, Quantity, When
from overstretch.questions.data import parts as parts_of
from overstretch.questions.text import parse, write
from overstretch.statements.record import Proposition


def without_change(text: str) -> str | None:
    """A text without the change on the year that stands behind its level; None where there is none."""
    behind = ON_THE_YEAR.search(text)
    return blanked(text, behind.span()) if behind and re.search(r"\d", text[: behind.start()]) else None


_RANKED = re.compile(  # "at 6.3% of GDP, its deficit was | the widest in the EU"
    r"^\W*(?:at|with) (?:\w+ ){0,3}?[$€£]?\d[^,;:]*,\s(?P<level>[^;:]*?\b(?:is|are|was|were|will be|remains?|"
    r"stays?|stood as|"
    r"ranks? as))(?P<rank> (?:by far |still |already |comfortably |easily |now |once again |among |"
    r"one of )*the (?:second|"
    r"third|fourth|fifth)?[- ]?(?:\w+est|most|least)\b[\w -]*? (?:in|of|among|across|within) (?:the )?[\w' -]{2,30}?)"
    r"(?=[,.;]|$| (?:last|this|in|by|at) )",
    re.I,
)


def without_rank(text: str) -> str | None:
    """A text without the rank that its level, which stands in front, is said to have; None where there is none."""
    m = _RANKED.match(text)
    return blanked(text, m.span("rank")) if m else None


def with_further(claim: Proposition, text: str, before: str, said: date, one: Reader) -> list[Proposition]:
    """A claim with those beside it; the change that led to a level stands before it."""
    made = Made(claim, text, before, said, one)
    change = _change_to(made)
    found = [claim] if change is None else [change, claim]
    if change is None and (share := _as_a_share(made)) is not None:
        found.append(share)
    found += [p for p in _replaced(made) if p is not None]
    return list({p.key(): p for p in found}.values())


_OF_A_FORECAST = re.compile(
    r"\b(?:revis\w+|forecasts?|projections?|estimates?|outlook|expectations?|predictions?)\b", re.I
)


def _change_to(made: Made) -> Proposition | None:
    """'Fell by 24% to 8.5 trillion': the change that led to the level that was read, a claim of its own."""
    if not any(r.part == f"set aside: {CHANGE_TO}" for r in made.claim.read) or _OF_A_FORECAST.search(made.text):
        return None
    for level in (r.text for r in made.claim.read if r.part == "figure"):
        at = made.text.find(level)
        if led := re.search(
            r",?\s*\bto (?:the |about |around |roughly |nearly |just |only |some )*$", made.text[: max(at, 0)], re.I
        ):
            try:
                found = made.one(blanked(made.text, (led.start(), at + len(level))), made.before)
            except Unread:
                return None
            return found if any(p.change for p in parts_of(parse(found.question)) if isinstance(p, Quantity)) else None
    return None


_OR = re.compile(
    r"(?:,?\s*\(?(?:or|that is|equal to|equivalent to|the equivalent of|i\.e\.|which is)\s+|\s*\(|,\s+)(?:about |"
    r"around |roughly |some |nearly |almost )?$",
    re.I,
)


_SHARE_OF = frozenset((("defence_spending", "core_share"), *((name, name) for name in ("balance", "debt_ratio"))))


def _series(question: str) -> str:
    return next((p.series for p in parts_of(parse(question)) if isinstance(p, Quantity)), "")


def _as_a_share(made: Made) -> Proposition | None:
    """'3.8 trillion roubles, or 1.6% of GDP': the share, a claim of its own beside the amount."""
    for amount, share in pairwise(drafted(made.text, made.said).figures):
        link = _OR.search(made.text, amount.end, share.start)
        if (amount.kind, share.kind) == ("money", "share") and link is not None:
            try:
                masked = blanked(made.text, (amount.start, amount.end), (link.start(), share.start))
                found = made.one(masked, made.before)
                question = parse(found.question)
                if (_series(made.claim.question), _series(found.question)) not in _SHARE_OF:
                    return None
                if isinstance(question, Compare):  # the same amount once more: so much, whatever bounds the amount
                    question = replace(question, op="about")
                return found.model_copy(update={"question": write(checked(question))})
            except Unread:
                return None
    return None


def _replaced(made: Made) -> Iterator[Proposition | None]:
    """The claims that are the one read with another part: moment and figure, change, rank, party, years."""
    question = made.question.of if isinstance(made.question, Given) else made.question
    held = question.of if isinstance(question, Not) else question
    draft = drafted(made.text, made.said)
    if isinstance(held, Compare) and (isinstance(held.right, Quantity) or held.left.change is not None):
        return
    if isinstance(held, (Compare, Count)):
        yield from before(made, draft, held)
    if isinstance(question, Compare):
        yield _on_the_year(made, draft, question)
        yield _rank(made, question)
        yield _in_a_row(made, question)
    elif isinstance(question, Count):
        yield from _examples(made, question)


ON_THE_YEAR = re.compile(
    r",\s+(?:which is |that is |or )?(?:(?P<way>up|down)|an? (?P<noun>rise|increase|jump|gain|fall|drop|decline|"
    rf"decrease|reduction) of)?\s*{HEDGES}(?P<size>\d+(?:\.\d+)?)\s?(?:%|per ?cent)(?: (?P<more>more|less|higher|"
    r"lower) than)?(?: (?P<real>in real terms))?,? (?:year[- ]on[- ]year|on the year|(?:from |on |compared with |"
    r"than |than in |on the )?(?:a year (?:earlier|ago|before)|(?:the )?(?:previous|same period (?:of )?last) year|"
    r"the year before|last year))(?=[,.;]|\s|$)",
    re.I,
)
_FALLS = ("down", "fall", "drop", "decline", "decrease", "reduction", "less", "lower")


def _on_the_year(made: Made, draft: Draft, question: Compare) -> Proposition | None:
    """'6 trillion roubles in January-August, down 20.2% on the year': the change, a claim of its own."""
    m = ON_THE_YEAR.search(made.text)
    way = m and (m["way"] or m["noun"] or m["more"])
    when = question.left.when
    unit = catalogue.unit_of(question.left)
    if m is None or not way or "%" in unit or when.default or when.relation not in ("in", "sum"):
        return None
    since = shifted(When("in", when.first), A_YEAR)
    if since is None:
        return None
    year = since.first[:4] if when.relation == "sum" else since.first
    left = replace(question.left, unit="", change=Change(year, "percent", True if m["real"] else None))
    size = float(m["size"]) * (-1 if way.lower() in _FALLS else 1)
    return also(made, Compare(left, "about", size), made.claim.asks, m.group())


_RANK = re.compile(
    r"(?:,|\b(?:is|are|was|were))\s+(?:by far |still |already |comfortably )?the (?P<how>(?:bigg|larg|high|"
    r"heavi|strong|fast|wid|great|steep|"
    r"deep|low|small|slow|weak|narrow)est|most|least)(?: (?:such )?(?:share|level|rate|ratio|figure|proportion|burden|"
    r"gap|deficit|debt|reading|pace|inflation|growth)){0,2}(?: of (?:all|any)(?: (?:ally|member|country))?)? (?:in|of|"
    r"among|across|within) (?:the )?(?P<group>[\w' -]{2,40}?)(?=[,.;]|$| (?:and|as|last|this|that) | in (?:19|20)\d\d)",
    re.I,
)


_LEAST = re.compile(r"(?:low|small|slow|weak|narrow)est|least", re.I)


def _rank(made: Made, question: Compare) -> Proposition | None:
    """'9.3% of GDP in 2024, the widest in the EU': the rank of the level that was read."""
    m = _RANK.search(made.text)
    left = question.left
    if m is None or len(left.who) != 1 or catalogue.is_group(left.who[0]) or left.when.default:
        return None
    groups = [p for p in parties(m["group"]) if p.kind == "group"]
    at = main(drafted(made.text, made.said), question)
    of_the_alliance = left.series in ("core_share", "related_share", "total_share", "defence_spending", "personnel")
    if "bloc" in m["group"].lower() and not of_the_alliance:
        return None
    if len(groups) != 1 or at is None or made.claim.asks != "fact":
        return None  # behind a forecast it may be the rank of today
    if re.search(r"\b(?:not|no longer|never|nor)\b|n't\b", made.text[: m.start()], re.I):
        return None
    rest = m["group"].replace(groups[0].text, " ")
    if re.sub(r"\b(?:the|all|its|member|members|states|countries|nations|allies)\b", " ", rest).strip():
        return None
    group = groups[0].code if groups[0].code != "NATO" else "ALLIES"
    deficit = left.series == "balance" and low(question) < 0
    least = bool(_LEAST.fullmatch(m["how"])) ^ deficit
    ranked = Compare(replace(left, unit=""), "lowest" if least else "highest", replace(left, unit="", who=(group,)))
    return also(made, ranked, made.claim.asks, m.group())


_ROW = re.compile(
    r"\bfor (?:the|a|its|their) (?P<n>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:(?:straight|"
    r"consecutive|successive) year|year (?:running|in a row|in succession|straight))\b",
    re.I,
)


def _in_a_row(made: Made, question: Compare) -> Proposition | None:
    """'Will shrink in 2025 for a third consecutive year': in each of the three."""
    m, when = _ROW.search(made.text), question.left.when
    said = question.right == 0 or any(r.part == "comparator" for r in made.claim.read)
    if (
        m is None
        or not said
        or isinstance(made.question, Given)
        or question.op not in ("<", "<=", ">", ">=")
        or when.relation != "in"
        or not re.fullmatch(r"\d{4}", when.first)
    ):
        return None
    first = int(when.first) - ordinal(m["n"]) + 1
    each = replace(question, left=replace(question.left, when=When("each", str(first), when.first)))
    return also(made, each, made.claim.asks, m.group())


_BUT_NOT = re.compile(r",\s+(?:but |though |and )?not (?P<list>[A-Z][^.;:(),]{2,60}?)(?=[,.;]|$)")
_NAMED = re.compile(
    r",?\s+(?:\(|- )?(?:among them|including|such as|notably|namely)\s+(?P<list>[A-Z][^.;:()]{2,80}?)(?=[.;:)]|$|"
    r", (?:will|would|are|were|have|had|spend|spent|meet|met|to)\b)"
)
_JOINS = re.compile(r"\b(?:and|the|both|or)\b|[\s,]")


def _examples(made: Made, question: Count) -> Iterator[Proposition | None]:
    """'At least three allies, among them Spain and Italy', "but not Greece": each of those named is one, or is not."""
    if question.n == 0 or question.n == "all":
        return
    for pattern in (_NAMED, _BUT_NOT):
        if m := pattern.search(made.text):
            for p in _listed(m["list"]):
                where = replace(question.where, left=replace(question.where.left, who=(p.code,)))
                yield also(made, where if pattern is _NAMED else Not(where), made.claim.asks, m.group())


def _listed(words: str) -> list[Mention]:
    """The parties of a list of nothing else."""
    named, rest = parties(words), words
    for p in named:
        rest = rest.replace(p.text, " ", 1)
    return [] if any(p.kind != "party" for p in named) or _JOINS.sub("", rest) else named
