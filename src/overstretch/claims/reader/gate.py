"""Nothing left over: every figure, moment, party, quantifier, comparator, condition, cause, negation and content word
of the claim
is a part of the question, or is set aside for a stated, harmless reason; else the statement is refused."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.figures.counts import Counted
from overstretch.claims.reader.left_over import left_over
from overstretch.claims.reader.moments import Moment
from overstretch.claims.reader.moments.values import has_moved, month_index, month_text
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Count, Not, Quantity, Question, parts

_BESIDE_MOMENT = re.compile(
    r"\b(?:at least|before|ahead of|prior to|in time for|after|beyond|past|well into|deep into|later than|around|"
    r"about|roughly|(?:middle|start|beginning|first half|second half) of)(?:\s+the)?\s*$",
    re.I,
)
_FISCAL_END = re.compile(
    r"\b(?:end|close) of (?:the )?(?:fiscal|financial|FY)\b(?: year)? ?\d+", re.I
)  # in which month?
_ALONE = re.compile(  # of all the others not
    r"(?:\bonly|(?:^|[.,;]\s|\s{2,}|\b(?:that|and|but|if) )\W*(?:alone|just)|\b(?:no ?(?:one|body|ne)?|none)(?: "
    r"[\w-]+)?(?: other)? (?:but|except|save|bar|other than|apart from|than))\s+(?:the )?$",
    re.I,
)
_NOT_HIM = re.compile(r"(?:[,(]\s*|\s{2,})(?:and |but )?(not)\s+(?:the )?$", re.I)  # "Orban, not Fico, will be out"
_MEAN_OF = re.compile(r"(?:'s)? (?:average|mean|median|total)\b", re.I)  # "a NATO average of 3%"
_SO_FAR_OFF = re.compile(  # "half a point above the goal", "20 billion over plan"
    r" (?:of gdp |of output )?(?:(?:above|below|short of|shy of|beyond|ahead of|behind|away from|off) "
    r"(?:the |its |their |what )?(?:[a-z-]+ )?(?:goals?|targets?|pledges?|aims?|guidelines?|marks?|benchmarks?|thresholds?|"
    r"limits?|ceilings?|plans?|forecasts?|expectations|estimates?|trend|potential)|(?:over|under) (?:plan|forecast|"
    r"trend))\b(?! of\b)",
    re.I,
)
_BY_ITSELF = re.compile(r"(?:'s)?(?: and [A-Z]\w+)? (?:alone|only)\b|,? and (?:it|they|she) alone\b")
_HARMLESS_PARTY = re.compile(
    r"(?:the )?(?:nato|(?:north )?atlantic (?:alliance|bloc|pact)|alliance|allied|alliance's|nato's|european|west|"
    r"western|eu|brussels|bloc|hague)(?:'s)?",
    re.I,
)

# Words that date a claim which names no moment.
TIMELIKE = re.compile(
    r"\b(?:(?:in|during|over|for|through|throughout|before|after|within|until|by) (?:[\w']+ ){0,5}?(?:term|tenure|"
    r"watch|lifetimes?|presidency|mandate|legislature|parliament|incumbency|generation|reign|winter|spring|summer|"
    r"autumn|elections?|offensive|summit)|ending (?:the )?year|year[- ]end|in (?:about |roughly |some )?(?:a |"
    r"one )?(?:\d+|hundred|dozen|\w*(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple of|"
    r"few|many|several)(?:[- ](?:and[- ])?\w+){0,3}? (?:years?|months?|weeks?|days)|on the day|(?:ahead of|"
    r"behind) (?:schedule|time|plan)|for (?:(?:many|several|some|a few|the next few|the next|the coming) )?(?:years|"
    r"decades|months|quarters)(?: (?:to come|yet|on end))?|further on|thereafter|(?:outlasts?|outlives?|survives?|"
    r"sees? out) (?:the|this) decade|(?:end|close|rest|remainder|start|beginning) of (?:the |his |her |this |its )?"
    r"(?:[\w.']+ ){0,2}(?:government|administration|cabinet|coalition)\b|from (?:then|there) on|afterwards|"
    r"from that (?:point|moment|year) on(?:wards)?|"
    r"(?:sooner|earlier|later) than|under (?:this|the present|the current|his|her|their) (?:administration|government|"
    r"president|leadership|coalition|cabinet)|under (?:the )?(?:president |chancellor |"
    r"prime minister )?(?:trump|biden|vance|"
    r"putin|merz|macron|starmer|meloni|tusk|carney|orban|erdogan|the (?:current|present|next) \w+)|by the time|"
    r"(?<=, )(?:(?:and|but|well|long|shortly|just|right|even) )?(?:(?:before|until|till|ahead of)(?! \w+ing\b)|after the)"
    r"(?= [^,;.]*(?:[,.;]|$))|"
    r"while (?:[\w.]+ )?\w+(?:'s| is| remains| stays| sits) (?:still )?(?:in|at) (?:office|power|charge|"
    r"the (?:white house|kremlin|elys[eé]e|chancellery))|(?:has|have) (?:\w+ ){1,9}?(?:since|every (?:single "
    r")?year))\b",
    re.I,
)

# Words that always state a part of the question: a moment, a comparison.
STATED = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter|quarters?|q[1-4]|h[12]|half|than|twice|included|at the earliest|(?:by|until|since|back) then|that year|"
    r"the same year|all year|(?:this|next|last|current|coming|past|previous|following) (?:fiscal |calendar |"
    r"financial |budget )?(?:years?|months?|weeks?|decade|parliament|legislature|term)|(?:a|one|two) (?:third|fifth|"
    r"sixth|tenth)s?|within (?:days|weeks|months|years)|(?:close[sd]?|end(?:s|ed)?|finish(?:es|ed)?|over|during|"
    r"through|see out) the year)\b",
    re.I,
)


def timelike(text: str, based: bool) -> str | None:
    """Words that date a claim without a moment; "has doubled since" does not where the change has its base, nor "has come
    down in twelve months"."""
    m = TIMELIKE.search(text)
    if m is None or (based and m.group().lower().endswith("since")) or has_moved(text, *m.span()):
        return None
    return m.group()


_NEARLY = re.compile(r"\b(?:almost|nearly|virtually|practically|just about)\s*$", re.I)
_DIGITS = re.compile(r"(?<![\w.,])(?<![^\W\d_]-)\d[\d.,]*")
# Known for whole years alone.
YEARLY = ("core_share", "related_share", "total_share", "defence_spending", "defence_budget")


def nothing_left(draft: Draft) -> None:
    """Raises Unread naming the first thing that could not be placed."""
    for figure in draft.figures:
        far = _SO_FAR_OFF.match(draft.text, figure.end)
        if far and draft.size is None and figure.part == "figure":
            raise unplaced(far)
        if not figure.part and not draft.touched(figure.start, figure.end):
            raise unplaced(figure.text)
    _beside_moments(draft)
    _of_one_alone(draft)
    for place in (*draft.moments, draft.counted, draft.size):
        if place is not None and not draft.touched(place.start, place.end):
            raise unplaced(draft.words(place))
        if isinstance(place, Counted) and place.n == "all" and (near := _NEARLY.search(draft.text[: place.start])):
            raise unplaced(near)
    for p in draft.parties:
        again = any(o is not p and o.value == p.value and o.part == "who" for o in draft.parties)
        unread = not p.part and not draft.touched(p.start, p.end)
        if unread and (not (is_harmless(p) or again) or _MEAN_OF.match(draft.text, p.end)):
            raise unplaced(p.text)
    for m in draft.frames:
        if m.kind in ("NOT", "UNSURE") and not m.part:
            if m.text.lower() == "without" and not draft.touched(m.start, m.end):
                raise unplaced("without")
            m.part = "contrary"
    stated = [(STATED, draft.figures), (_DIGITS, [*draft.figures, *draft.parties])]
    for pattern, held in stated if draft.moments else [*stated, (TIMELIKE, [])]:
        for word in pattern.finditer(draft.text):
            if not draft.touched(*word.span()) and not any(f.start <= word.start() < f.end for f in held):
                raise unplaced(word.group().rstrip(".,"))
    for left in left_over(draft):
        raise unplaced(left)


def _beside_moments(draft: Draft) -> None:
    """Raises Unread for a word beside a moment that makes another of it."""
    if fiscal := _FISCAL_END.search(draft.text):
        raise unplaced(fiscal)
    for moment in draft.moments:
        beside = _BESIDE_MOMENT.search(draft.text[: moment.start].rstrip() + " ")
        held = any(beside and a <= beside.start() < b for a, b in draft.places("comparator"))
        if beside and not held and not _goes_past(draft, moment, beside.start()):
            raise Unread(f"could not place “{beside.group().strip()} {draft.words(moment)}”")


def _goes_past(draft: Draft, moment: Moment, at: int) -> bool:
    """'Goes on past 2028': not over at the end of that year; the word is part of what lasts."""
    held = [m.kind for m in draft.events if m.part and m.start < at < m.end]
    if any(kind in ("WAR_LASTS", "FIRE_LASTS", "FUND_LASTS", "INPOWER") for kind in held):
        when = moment.when
        return (when.relation == "in" and len(when.first) == 4) or (
            when.relation in ("in", "by") and when.first.endswith("-12")
        )
    return bool(held)  # "a thing of the past by 2027"


def _of_one_alone(draft: Draft) -> None:
    """Raises Unread for what is said of one alone: the others are meant not to, or one of them is named ("not Fico").
    Money or a part of a whole that one spends alone is its own."""
    own = any(f.kind == "money" for f in draft.figures) or bool(draft.places("share of"))
    for p in draft.parties:
        lone = _ALONE.search(draft.text[: p.start]) or (None if own else _BY_ITSELF.match(draft.text, p.end))
        if p.kind in ("party", "group") and _NOT_HIM.search(draft.text[: p.start]):
            raise Unread(f"could not place “not” beside “{p.text}”")
        if lone and p.kind in ("party", "group") and p.part in ("who", "group"):
            raise Unread(f"could not place “{lone.group().strip()}” beside “{p.text}”")


def is_harmless(party: Mention) -> bool:
    """Whether a group is named as the frame of all claims of the field ("the alliance's target")."""
    return party.kind == "group" and _HARMLESS_PARTY.fullmatch(party.text) is not None


def of_whole_years(question: Question) -> None:
    """Raises Unread for a month or a quarter of what is known for whole years alone."""
    for part in parts(question):
        if (
            isinstance(part, Quantity)
            and part.series in YEARLY
            and part.when.relation == "in"
            and "-" in part.when.first
        ):
            label = catalogue.series(part.series).label
            raise Unread(f"understood; {label} is known for whole years, not for {part.when.first}")


def _of_both_together(question: Question, draft: Draft) -> None:
    """'Germany and France will have 400,000 soldiers' may be meant of both together. Raises Unread."""
    asked = [one for one in question.of if isinstance(one, Compare)] if isinstance(question, And) else []
    counted = [one for one in asked if one.left.series in _HEADS and isinstance(one.right, float)]
    if (
        len(counted) > 1
        and len({one.right for one in counted}) == 1
        and not draft.says(r"\b(?:each|both|apiece|alike)\b")
    ):
        raise Unread("it does not say whether its number is of each or of all together")


_HEADS = ("personnel", "us_troops_europe", "arms_output")


def _month_that_runs(draft: Draft) -> None:
    """ "In March", said in March, is hardly that of next year. Raises Unread."""
    running = month_text(month_index(draft.said) + 12)
    for m in draft.moments:
        if m.when.relation == "in" and m.when.first == running and _NO_YEAR.fullmatch(draft.words(m)):
            raise unplaced(draft.words(m))


_NO_YEAR = re.compile(r"\W*(?:in|for|during) [a-z]+\W*", re.I)


def plausible(question: Question, draft: Draft, pronouns: bool = True) -> None:
    """A bare percentage is a share of GDP for defence only where defence is named or it could be one. Raises Unread.

    `pronouns`: whether "it" may stand for anything."""
    each = draft.says(r"\b(?:not (?:a single )?one|none) of (?:the|our|its|them)\b")
    each = None if each and BY_FEW_OF.match(draft.text, each.end()) else each  # "none of the economists believes"
    dates = each is not None and any(m.start <= each.start() < m.end for m in draft.moments)  # "in none of the years"
    if each and not dates and not any(isinstance(part, Count) for part in parts(question)):
        raise unplaced(each)
    if (
        isinstance(question, Not)
        and isinstance(question.of, Compare)
        and (question.of.op == "about" or draft.says(r"\bnever\b|\b(?:not once|at no time)\b"))  # in any year before
        and question.of.left.when.relation == "latest"
    ):
        raise Unread("it denies something else than a figure of today")
    _of_both_together(question, draft)
    _month_that_runs(draft)
    bare = not draft.has("MIL", "SPEND", "CORE", "RELATED", "TARGET", "GDP")
    compared = [part for part in parts(question) if isinstance(part, Compare)]
    if (
        bare
        and (rate := _OF_A_RATE.search(draft.text) or _OTHER_RATE.search(draft.text))
        and any(part.left.series == "core_share" for part in compared)
    ):
        raise unplaced(rate)
    points = any(
        f.kind == "points" and f.part and not OF_OUTPUT.search(draft.text, f.start, f.end + 24) for f in draft.figures
    )
    for part in compared:
        left = part.left
        if points and left.change is None and not left.share_of and isinstance(part.right, float):
            raise Unread("it does not say from where on its points count")
        if left.series == "defence_spending" and left.who == ("UKR",) and not draft.has("MIL"):
            raise Unread("it does not say whether the money is Ukraine's own")
        if pronouns and bare and left.series == "core_share" and (it := _IT.search(draft.text)):
            raise Unread(f"it does not say what is meant by “{it.group().strip()}”")
        if _too_little_money(part):
            raise Unread("it does not say in which money, or of how much, its figure is")
    for when, change in ((q.when, q.change) for q in parts(question) if isinstance(q, Quantity) and q.change):
        if when.relation in ("each", "any"):
            raise Unread("a change on the year before, year by year, can't be asked")
        if change.since == when.first[: len(change.since)]:
            raise Unread(f"it does not say from when on the change of {when.first[:4]} is meant")
    for part in compared:
        left, right = part.left, part.right
        if left.series in ("core_share", "total_share") and left.change is None and not isinstance(right, Quantity):
            high = max(right) if isinstance(right, tuple) else right
            fighting = set(left.who) & {"UKR", "RUS"}
            if high > ((60 if fighting else HEAVIEST) if draft.has("MIL", "CORE", "RELATED") else 7):
                raise Unread(f"it does not say what {high:g} per cent are a share of")


BY_FEW_OF = re.compile(
    r"(?: [\w'-]+){1,6}? (?:think|expect|believ|forecast|predict|foresee|anticipat|reckon)\w* (?:that )?(?!to\b)", re.I
)
_OTHER_RATE = re.compile(
    r"\b(?:rates?|prices?|yields?|growth|debt|deficit|balance|support|index|odds|chance|readings?)\b", re.I
)
# Verbs of prices, rates and output: a bare percentage beside them is none of defence.
_OF_A_RATE = re.compile(
    r"\b(?:eas|slow|accelerat|cool|quicken|expand|contract|shrink|shrank|shrunk|grow|grew|inflat|deflat|devalu)\w*\b",
    re.I,
)
OF_OUTPUT = re.compile(r" of (?:gdp|(?:its |the )?(?:economic |national )?output|national income)\b", re.I)
_IT = re.compile(
    r"\b(?:it|that|this)(?!(?:'s| is) where\b)(?!(?:'s| is| looks| seems|"
    r" remains)[\w' -]{3,40} that (?:(?-i:[A-Z])|(?:[\w-]+ ){1,5}(?:allies|members|countries|states)\b))(?='ll|'d|'s| "
    r"(?:will|won't|would|is|isn't|was|could|may|might|should|"
    r"can)\b)",
    re.I,
)
HEAVIEST = 20  # percent of GDP that a state at peace spends on its defence: more is a share of something else [J]
LEAST_MONEY = 1e5  # of a budget: less is a figure of something else


def _too_little_money(part: Compare) -> bool:
    """Whether a sum of a state's money is no more than a figure with its unit forgotten."""
    about = catalogue.all_series().get(part.left.series)
    if (
        about is None
        or not about.money
        or part.left.change is not None
        or isinstance(part.right, Quantity)
        or part.left.share_of
    ):
        return False
    if about.unit.startswith("%") and not part.left.unit:
        return False
    return all(abs(v) < LEAST_MONEY for v in (part.right if isinstance(part.right, tuple) else (part.right,)) if v)
