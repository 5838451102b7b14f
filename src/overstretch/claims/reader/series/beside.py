"""What stands beside a level: records over time, the figure it was before, the change that led to it; and figures of
something else."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.series.limits import HEDGES, is_size
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.data import When

CHANGE_TO = "the change to it"  # what is set aside beside the level that it leads to

_REST = r"(?:(?!  )[^,;.]|[.,](?=\d))*"  # to the end of the stretch

_RECORD = re.compile(
    rf"\bfor the first time (?:since|in)\b{_REST}|(?:for )?(?:the|a|its|their) (?:second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth) (?:(?:straight|consecutive|successive) (?:year|quarter|month)|(?:year|quarter|"
    r"month) (?:running|in a row|in succession))|\b(?:the|its|their) (?:first|most|least|\w+est) (?:[a-z-]+ "
    rf"){{0,3}}?(?:since|in (?:more than |over |almost )?(?:a |\w+ )(?:years?|decades?))\b{_REST}|\b(?:a|"
    r"the) (?:record|all-time|\w+-(?:month|year)) (?:low|high)\b|\ba record\b",
    re.I,
)

_AMOUNT = r"[$€£]?\d[\d.,-]*\d?(?:%| (?:per ?cent|billion|trillion|bn|trn|tn))*(?: of GDP)?"

_BESIDE = re.compile(
    r"(?<=\s\s)(?:(?:or|and|which is|that is|about|some|roughly|nearly|almost|just|only|well|well over|slightly|"
    r"around) )*(?:(?:half|twice|three times|four times|five times|[\d.]+ times) (?:as much|the|of|its|what|again)|"
    r"half as much again|(?:a|an|one|two|three|four) (?:half|third|quarter|fifth|tenth)s? of|as much as|"
    rf"(?:far )?(?:below|above|under|over|short of|beyond) the {_AMOUNT} (?:that|which|planned|forecast|projected|"
    r"targeted|budgeted|pencilled in)|[\w.,€$£]+(?: (?:per ?cent|billion|trillion|million|bn))*(?: [a-z]+)? (?:more|"
    rf"less|higher|lower|fewer|up|down)(?: in (?:real|nominal) terms)? (?:than|on))\b{_REST}",
    re.I,
)

_OF_ITS_OWN = re.compile(  # another figure's claim, not the level that a change leads to
    r"\b(?:with|while|whereas|but|and) (?:[\w'-]+ ){0,4}?(?:debt|deficit|inflation|growth|unemployment|rate|spending|"
    r"prices|economy|output|budget)\b",
    re.I,
)

_FORMER = re.compile(
    r"\b(?:(?:up|down) from|from|against|as against|after|rather than|instead of|compared (?:with|to)|versus) (?:the "
    rf")?{HEDGES}$",
    re.I,
)

_THEN = re.compile(
    r"(?: of gdp)?(?: (?:now|today|currently|at present|a (?:week|month|year) (?:earlier|ago|before)|(?:in )?the "
    r"(?:year|month|week) (?:before|earlier)))?",
    re.I,
)

_ON_THE_YEAR = re.compile(
    r"\b(?:year[- ](?:on|over)[- ]year|y(?:/|-o-)y|yoy|on the year(?: before)?|(?:than|from) a year (?:earlier|ago|"
    r"before)|(?:than|from) the year before|(?:than|from|on) the same (?:period|month|quarter|stretch) (?:of |in "
    r")?(?:last year|a year (?:ago|earlier|before)|the year before))\b",
    re.I,
)

_OTHERS = re.compile(
    r"\bdebt (?:ceiling|limit|brake|rule|service|servicing|interest|costs?|crisis|relief|issuance|sales|swap|payments?|"
    r"repayments?)\b|\bdeficit (?:procedure|spending)\b|(?<![%\d] )(?<!cent )\bdeficit (?:rule|limit|ceiling|cap|"
    r"criterion)\b|\b(?:interest|borrowing) (?:bill|payments?)\b|\binflation (?:expectations?|target|goal)\b|\b(?:core|"
    r"services?|underlying|monthly|weekly|month-on-month|goods|energy|food|producer|wholesale|wage) (?:price "
    r")?inflation\b|\bpotential (?:growth|output|gdp)\b|\breal (?:key|policy|interest) rate\b|\b(?:foreign|external|"
    r"household|corporate|private|municipal|regional|net) debt\b|\boff-?budget\b|\bdefen[cs]e (?:equipment|kit|"
    r"procurement|research|pensions|infrastructure|industry|contracts?|orders|exports|goods|technology)\b|\b(?:share|"
    r"stock|house|housing|food|energy|property|import|export|producer|land|metal|steel|petrol|fuel) prices?\b|"
    r"\bprices? (?:of|for) (?!(?:about |around |some |roughly )?[$€£]?\d|(?:the )?(?:north sea |benchmark |london )?(?:urals|brent)|oil|crude|a barrel|consumer|"
    r"russian (?:export )?(?:oil|crude)|russia's (?:export )?(?:oil|crude)|(?:the |a |one )?(?:us |u\.s\. )?(?:dollar|"
    r"greenback))|\bgrowth (?:target|plan|pact|strategy|model)\b|\b(?:tax|wage|price|exchange) (?:rate )?(?:cuts?|"
    r"rises?)\b|\bevery (?:other|second|third) (?:year|month)|\bhalf a year\b|\breal (?:interest )?rates?\b|"
    r"\b(?:primary|trade|current[- ]account|structural) (?:balance|deficits?|surplus(?:es)?|gap)|\bnot a (?:year|month|"
    r"day|cent|penny|point|rouble|euro) (?:earlier|sooner|later|longer|(?:more|less)(?! than\b))\b|\bshort of (?:the |"
    r"its )?(?:plan|plans|forecast|expectations)\b|\bnumber of (?!(?:\w+ )?(?:soldiers|troops|people|servicem|gis\b|"
    r"service (?:members|personnel)|personnel|(?:service)?men and|military personnel))\w+|\b(?:needs?|requires?)\b(?! "
    r"(?:net |fresh |new )?borrowing of\b)|\bshare of [\w' -]{0,40}\b(?:in|of) [\w' -]{0,24}budgets?\b|\b(?:share|part|"
    r"slice|portion|proportion) of (?:the |its |their )?(?:[\w']+ )?(?:federal |state |national )?(?:budget|exports|"
    r"revenues?|tax\w*)\b|\bper (?:head|capita|person|soldier)\b|\bpurchasing[- ]power\b|\bin ppp\b|\bseasonally\b|"
    r"\bannuali[sz]ed\b|\bproduction costs?\b|\b(?:weapons|arms|tanks|ammunition|armaments) alone\b|\breal (?:[\w-]+ "
    r"){0,3}?yields?\b|\b(?:total|real|excess|inflation-adjusted) returns?\b|\b(?:futures|contracts?) (?:for|due in|"
    r"expiring in|of) (?:delivery in )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:for|to) (?:[\w-]+ "
    r")?(?:firms|companies|businesses|homeowners|homebuyers|mortgage \w+)\b",
    re.I,
)


def set_aside(draft: Draft) -> None:
    """What a level is beside: records over time, the figure it was before, and the change that led to it. Named, not
    asked."""
    _ranges(draft)
    for m in _RECORD.finditer(draft.text):
        _aside(draft, m.start(), m.end(), "a record")
    for m in _BESIDE.finditer(draft.text):
        if any(f.end <= m.start() for f in draft.figures):
            _aside(draft, m.start(), m.end(), "what it is compared with")
    now = [f for f in draft.figures if not _FORMER.search(draft.text[: f.start])]
    levels = [f for f in now if not is_size(draft, f)]
    for f in draft.figures if now else ():
        if f.kind == "number" and re.match(
            r" (?:months?|years?|weeks?|days?|quarters?|times)\b", draft.text[f.end :], re.I
        ):
            continue
        if former := _FORMER.search(draft.text[: f.start]):
            end = f.end + len(_THEN.match(draft.text, f.end).group())  # type: ignore[union-attr]
            later = next((w for w in draft.moments if 0 <= w.start - end <= 1), None)
            _aside(draft, former.start(), later.end if later else end, "what it was before")
    reached = [f for f in levels if re.search(rf"\b(?:to|at) (?:the )?{HEDGES}$", draft.text[: f.start], re.I)]
    if not reached:
        return
    for f in draft.figures:
        between = draft.text[f.end : reached[0].start]
        if is_size(draft, f) and f.start < reached[0].start and not _OF_ITS_OWN.search(between):
            _aside(draft, f.start, f.end, CHANGE_TO)
    size = draft.size
    if size and size.end <= reached[0].start and not _OF_ITS_OWN.search(draft.text[size.end : reached[0].start]):
        draft.moments = [
            replace(m, when=When("in", m.when.last)) if m.when.relation == "span" and len(m.when.first) == 4 else m
            for m in draft.moments
        ]
        _aside(draft, size.start, size.end, CHANGE_TO)
    aside_on_the_year(draft)


_FROM = re.compile(rf"\bfrom {HEDGES}$", re.I)
_TO = re.compile(rf"\s+to\s+{HEDGES}", re.I)
_MOVES = re.compile(
    r"\b(?:go(?:es|ing)?|went|tak(?:es?|en|ing)|took|bring\w*|brought|mov\w+|sw[iu]ng\w*|turn\w*|shift\w*|get\w*|got|"
    r"com(?:es?|ing)|came|push\w*|pull\w*|c[ou]t\w*)\b",
    re.I,
)


def _ranges(draft: Draft) -> None:
    """'Inflation will be from 4% to 5%': of nothing that moves, a range."""
    if draft.has("UP", "DOWN", "GROWS", "SHRINKS"):
        return
    for low, high in pairwise(draft.figures):
        lead = _FROM.search(draft.text[: low.start])
        ends = [f.value[1] if f.kind == "money" else f.value for f in (low, high)]  # type: ignore[index]
        pair = tuple(v for v in ends if isinstance(v, float))
        if (
            lead is None
            or not _TO.fullmatch(draft.text, low.end, high.start)
            or _MOVES.search(draft.text[: low.start])
            or len(pair) < len(ends)
            or pair[0] >= pair[1]
        ):
            continue
        value = (high.value[0], pair) if high.kind == "money" else pair  # type: ignore[index]
        one = Mention(high.kind, lead.start(), high.end, draft.text[lead.start() : high.end], value)
        draft.figures = [one if f is low else f for f in draft.figures if f is not high]
        return


def aside_on_the_year(draft: Draft) -> None:
    """'From a year earlier': what growth and inflation are measured from anyway."""
    for m in _ON_THE_YEAR.finditer(draft.text):
        _aside(draft, m.start(), m.end(), "on the year")


def _aside(draft: Draft, start: int, end: int, what: str) -> None:
    draft.use(start, end, f"set aside: {what}")
    draft.figures = [f for f in draft.figures if not f.overlaps(start, end)]
    draft.moments = [m for m in draft.moments if not (m.start < end and start < m.end)]
    draft.comparators = [c for c in draft.comparators if not (c.start < end and start < c.end)]
    if draft.size is not None and draft.size.start < end and start < draft.size.end:
        draft.size = None


_KIND_OF_BALANCE = re.compile(r"\b(?:primary|structural|underlying|cyclical\w*)\b", re.I)


def of_something_else(draft: Draft, whole: str | None) -> None:
    """A share of a budget or of a people, a figure by the head, a real rate: no figure of the series named. Raises
    Unread."""
    defined = draft.places("definition")
    defined += [(m.start, m.end) for m in draft.moments]
    if draft.has("DEFICIT", "SURPLUS", "BUDGETLINE") and (kind := _KIND_OF_BALANCE.search(draft.text)):
        raise unplaced(kind)
    defined += [
        (m.start, m.end) for m in draft.all_of("MIL", "SUPPORT") if m.kind == "SUPPORT" or _NEEDS.search(m.text)
    ]
    if draft.has("DEBT", "DEFICIT") and (another := _ANOTHERS_GDP.search(draft.text)):
        raise unplaced(another)
    if whole is None and (another := _ITS_GDP.search(draft.text)) and _of_another(draft, *another.span("who")):
        raise unplaced(another)
    if draft.counted is not None:
        defined.append((draft.counted.start, draft.counted.end))  # "the number of members"
    if (m := _OTHERS.search(draft.text)) and not any(a <= m.start() < b for a, b in defined):
        last = m.start() + len(m.group().rstrip())
        if not any(o.start <= m.start() and last <= o.end for o in draft.all_of(*_NAMED_IN_FULL)):
            raise unplaced(m.group())
    for f in draft.figures:
        of = re.match(
            r" of (?!(?:growth|spending|inflation|(?:its|their) (?:worth|value))\b)[\w' -]{0,30}", draft.text[f.end :]
        )
        people = any(0 <= m.start - f.end <= 1 for m in draft.all_of("UNEMPLOYMENT"))
        if draft.has("UNEMPLOYMENT") and (workers := _WORKERS.match(draft.text, f.end)):
            people = True
            draft.use(*workers.span(), "series")
        if f.kind == "percent" and of and whole is None and draft.counted is None and not people:
            raise Unread(f"could not place “{f.text}{of.group().rstrip()}”")


_WORKERS = re.compile(
    r" of (?:the |its |their |(?-i:[A-Z])[\w.]*'s? |[a-z]+'s )?(?:[a-z]+(?:ish|an|ian|ese|ch|k) )?(?:workforce|labou?r "
    r"force|(?:(?:economically )?active|working) population|workers)\b",
    re.I,
)
_NAMED_IN_FULL = (
    "OIL",
    "BRENT",
    "FX",
    "AID",
    "ARMS_OUTPUT",
    "US_TROOPS",
    "RATE",
    "INFLATION",
)  # "the price of a cargo of Urals"
_ANOTHERS_GDP = re.compile(  # "debt was 1.4 times Germany's GDP"
    r"\b(?:times|twice|double|half|as large as|as big as) (?:the )?(?-i:[A-Z])\w+'s? (?:(?:entire|annual|whole|total) "
    r")?(?:gdp|output|economy|gross domestic)\b",
    re.I,
)
_ITS_GDP = re.compile(
    r"(?:%|per ?cent) of (?P<who>(?:the )?(?:(?-i:[A-Z])[\w.]*|alliance|bloc|continent|allies|union)(?: union| "
    r"states)?(?:'s|'|(?<=ian)|(?<=ish)|(?<=ch))) (?:(?:total|combined|aggregate|joint|annual|entire|whole|overall) "
    r")*(?:gdp|output|economy|gross domestic|national income)\b",
    re.I,
)


def _of_another(draft: Draft, start: int, end: int) -> bool:
    """Whether the economy of a party named there is measured against, and the claim is of none but others."""
    own = {p.value for p in draft.parties if p.overlaps(start, end)}
    others = {p.value for p in draft.parties if not p.overlaps(start, end)}
    return bool(own and others) and not own & others


_NEEDS = re.compile(r"\b(?:needs|requirements)$", re.I)  # "on military needs"


def in_other_money(name: str, figure: Mention | None) -> None:
    """Raises Unread for a rate of the dollar in another money than roubles."""
    held = figure.value if figure is not None and figure.kind == "money" else None
    if name == "exchange_rate" and isinstance(held, tuple) and held[0] not in ("", "RUB"):
        raise unplaced(figure.text)  # type: ignore[union-attr]


_RATE_MOVES = re.compile(
    rf"\b(?:inflation|growth)\b[^,;.]{{0,50}}?\b(?:(?P<down>fall|fell|drop|decline|decrease|slow|ease|shrink|dip|sink|"
    rf"come down|be down|cut)|rise|rose|grow|grew|increase|climb|jump|pick up|accelerate|surge|edge up|go up|went up|"
    rf"be up)(?:s|es|d|ed|p?ed|ing|en)?(?: up| down)?(?P<by> by)? {HEDGES}$",
    re.I,
)


def of_a_rate(draft: Draft, figure: Mention) -> None:
    """'Inflation will fall by 2%': of a rate that moves, not of the prices or the economy whose change it is. Raises
    Unread."""
    moved = _RATE_MOVES.search(draft.text[: figure.start])
    if moved and figure.kind == "percent" and (moved["by"] or moved["down"]):
        raise Unread(f"it does not say whether “{moved.group().strip()} {figure.text}” is meant in points")
