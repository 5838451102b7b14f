"""When: the moment of a figure, and the earlier one where a change is measured from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.gate import YEARLY
from overstretch.claims.reader.moments import A_YEAR, Moment, so_far
from overstretch.claims.reader.moments.spans import MEAN, SEASON, STAYS
from overstretch.claims.reader.moments.values import month_after, month_index, month_text
from overstretch.claims.reader.series.bare_figures import of_kind
from overstretch.claims.reader.series.limits import ADVERBS, HEDGES
from overstretch.questions import catalogue
from overstretch.questions.data import When
from overstretch.questions.periods import window


def moment_of(draft: Draft, about: catalogue.Series, fact: bool, horizon: int | None) -> tuple[When, str | None]:
    """The moment of the figure, and the earlier one where a change is measured from it."""
    whens = list(draft.moments)
    since = _since(draft, whens, about.name)
    draft.take_moments()
    whens = _joined(draft, whens)
    if not whens:
        return _left_open(draft, about, fact, horizon), since
    if len({(m.when.first, m.when.last) for m in whens}) > 1:
        raise Unread(
            f"it names several moments ({', '.join(draft.words(m) for m in whens)}): "
            f"which one its figure is of is not plain"
        )
    chosen = next((m for m in whens if m.when.relation != "in"), whens[0])
    when = _of_months(chosen.when, draft.words(chosen), about.name)
    if about.name not in MONTHLY and YEARS_AWAY.fullmatch(draft.words(chosen)):
        when = When("in", when.first[:4])
    if since is not None and since.startswith("-"):
        if not when.first:
            raise Unread("it does not say from when on its change is meant")
        since = f"{int(when.first[:4]) + int(since)}{when.first[4:]}"
    when = _of_a_stretch(draft, when, chosen, about)
    if when.relation == "each" and _NOT_UNTIL.search(draft.text):
        raise unplaced(draft.words(chosen))  # not yet, or not all the while
    if when.relation == "each" and when.first == when.last and about.name not in MONTHLY:
        when = When("in", when.first)  # "for the whole of 2026"
    if some_time := _SOME_TIME.search(draft.text):
        when = _at_some_time(when, draft, some_time)
    if draft.says(r"\baverag"):
        named = {p.code for p in draft.parties if p.kind in ("party", "group")}
        when = averaged(when, about, abroad=bool(named) and "RUS" not in named)
    if about.name not in MONTHLY:
        return when, since
    when = _never_crossed(draft, when, about.name)
    when = _by_month(when) if when.relation in ("each", "any") else when
    if when.relation == "each" and len(when.first) > 4 and _UNTIL.match(draft.words(chosen)):
        when = replace(when, first=max(when.first, month_after(draft.said, 0)))
    return when, since


def _left_open(draft: Draft, about: catalogue.Series, fact: bool, horizon: int | None) -> When:
    """The moment where none is named: the latest of a fact, else the year that runs or the default."""
    if fact:
        if about.name in DAILY:
            draft.mark(_ON_A_DAY, "when")
        return When("latest")
    if draft.says(A_RUN_OF_YEARS):
        return When("in", str(draft.said.year), default=True)
    return _default(about.horizon, draft.said, horizon)


def _of_a_stretch(draft: Draft, when: When, chosen: Moment, about: catalogue.Series) -> When:
    """Of a stretch of years or months, what the figure is of it: its sum or mean, each of its parts, any or the last."""
    between = draft.text[chosen.start :].lower().startswith("between")
    if when.relation == "span" and between and any(part.endswith("was before") for *_, part in draft.used):
        when = When("in", when.last)  # "from 2.5% to 3.2% between 2025 and 2030"
    money = of_kind(draft, "money") is not None
    flow, when = _flows(about, money), summed(when, about, money)
    if when.relation == "sum" and not flow:
        raise unplaced(draft.words(chosen))
    if when.relation == "span" and len(when.first) > 4 and _whole_year(when, about.name):
        when = When("in", when.last if about.name == "inflation" else when.last[:4])  # "in the year to December"
    if when.relation == "mean":
        draft.mark(MEAN, "when")
    if when.relation == "any" and (STAYS.search(draft.text) or _never_beyond(draft, chosen)):
        when = replace(when, relation="each")  # "between now and 2028 it will stay above 10%"
    if when.relation == "span":
        yearly = _EACH_YEAR.search(draft.text)
        if about.name == "growth" and not yearly and (total := _IN_ALL.search(draft.text)):
            raise Unread(f"it does not say whether “{total.group().strip()}” is meant for each year or for all")
        if "-" in when.first and not flow:
            raise unplaced(draft.words(chosen))
        mean, once = draft.mark(MEAN, "when"), draft.says(_ONCE)
        kind = "mean" if mean else "any" if once else "sum" if flow and not yearly else "each"
        when = replace(when, relation=kind)
    if words := {"sum": _IN_SUM, "each": _UNBROKEN, "any": _ONCE}.get(when.relation):
        draft.mark(words, "when")
    if when.relation == "sum" and (when.first[4:], when.last[4:]) == ("-01", "-12") and when.first[:4] == when.last[:4]:
        when = When("in", when.first[:4])
    return when


def _never_crossed(draft: Draft, when: When, name: str) -> When:
    """'Will not fall below 70 dollars in 2027': in no month of it."""
    crosses = _CROSSES_NOT.search(draft.text)
    if crosses is None or name == "inflation" or when.relation != "in" or len(when.first) != 4:
        return when
    held = any(c.start < crosses.end() and crosses.start() < c.end for c in draft.comparators if c.op in ("<=", ">="))
    first = when.first + "-01"
    if int(when.first) >= draft.said.year:
        first = max(first, month_after(draft.said, 0))
    return When("each" if held else "any", first, when.first + "-12")


def _of_months(when: When, words: str, name: str) -> When:
    """Of a series by months: the end of a quarter is its last month. Raises Unread where each month until then may be
    meant."""
    if name not in MONTHLY:
        return when
    if when.relation in ("by", "before") and not when.default and _UNTIL.match(words):
        raise unplaced(words)
    ends = when.relation == "in" and "-Q" in when.first and _AT_ITS_END.match(words)
    return When("in", month_text(window(when).last)) if ends else when


A_RUN_OF_YEARS = (  # of the year that runs, where none is named
    r"\bfor (?:the|a|its|their) (?P<n>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:(?:straight|"
    r"consecutive|successive) year|year (?:running|in a row|in succession|straight))\b"
)
_UNTIL = re.compile(r"\W*(?:until|till|through|up to)\b", re.I)
_AT_ITS_END = re.compile(r"\W*(?:at |in )?(?:the )?(?:very )?(?:end|close) of\b", re.I)


# Series of months or days, and those of whole years alone.
MONTHLY = (
    "policy_rate",
    "inflation",
    "oil_price",
    "brent_price",
    "exchange_rate",
    "bond_yield",
    "fund_liquid",
    "fund_total",
    "us_troops_europe",
)
DAILY = ("policy_rate", "oil_price", "brent_price", "exchange_rate", "bond_yield")
_ON_A_DAY = re.compile(  # of the days before the words
    r"\b(?:(?:late |early )?on )?(?:mon|tues|wednes|thurs|fri)day(?:'s)?(?: (?:morning|afternoon|evening|night))?\b",
    re.I,
)
STOCKS = ("policy_rate", "exchange_rate", "bond_yield", "fund_liquid", "fund_total", "us_troops_europe")
_SOME_TIME = re.compile(
    r"\b(?:some ?time|at (?:some|any|one)(?: (?:one|single))? (?:point|time|stage|moment)(?! (?:zero|oh|one|two|three|"
    r"four|five|six|seven|eight|nine)\b)(?: or (?:another|other|the other))?|at no (?:one )?(?:point|time|stage|"
    r"moment)|ever|briefly)\b",
    re.I,
)
YEARS_AWAY = re.compile(  # of what is known by years, the year
    r"[\w-]+ years? ago|in [\w-]+ years?'? time|[\w-]+ years from (?:now|today)", re.I
)


ONE_YEAR = re.compile(
    r"\bone (?:of|or)\b|\bbe (?:a|at least one|some)(?: single)? year\b|\bin (?:a|some)(?: single)? year\b", re.I
)


def _never_beyond(draft: Draft, moment: Moment) -> bool:
    """'Will not go above 3% in any of the years': in each of them at most; of one year it is that year's bound."""
    denied = any(re.match(r"not\b|never\b|\w+n't\b", draft.words(c), re.I) for c in draft.comparators)
    return denied and not ONE_YEAR.search(draft.words(moment))


def _at_some_time(when: When, draft: Draft, words: re.Match[str]) -> When:
    """'At one time or another in 2027', 'at some point before 2028': in any month or year of it."""
    ahead = when.relation in ("by", "before") and not when.default
    if when.relation not in ("in", "any") and not ahead:
        return when
    draft.use(*words.span(), "when")
    if when.relation == "any":
        return when
    if not ahead:
        return When("any", when.first, when.first)
    last, now = window(when).last, month_index(draft.said)
    season = any(m.when == when and _SEASON.match(draft.words(m)) for m in draft.moments)
    return When("any", month_text(max(now, last - 2) if season else now), month_text(last))


_SEASON = re.compile(
    rf"\W*(?:in |over |during |at some point )?(?:this|this coming|the coming|next|the) {SEASON}", re.I
)


def _whole_year(when: When, name: str) -> bool:
    """Whether a span of months is a calendar year, or the twelve months over which inflation is counted anyway."""
    span = window(When("mean", when.first, when.last))
    return span.last - span.first == A_YEAR - 1 and (when.last.endswith("-12") or name == "inflation")


_AT_A_TIME = re.compile(  # a level of some or of all of the years, no move over them
    r"\baverag|\beach\b|\bnever\b|\bat (?:no|any|some|one) (?:\w+ )?(?:point|time|stage|moment)\b|\bnot once\b|\bat "
    r"least once\b|\bsome ?time\b|\bin (?:some|one|any|no) (?:\w+ )?year\b",
    re.I,
)
_UNBROKEN = re.compile(
    r"\b(?:without (?:interruption|exception|a break|fail|let-?up|respite)|uninterrupted(?:ly)?|continuously|unbroken|"
    r"inclusive|year in,? year out|across the board)\b",
    re.I,
)
_IN_SUM = re.compile(
    r"\b(?:cumulatively|in (?:the )?aggregate|in sum|in toto|all told|all in|(?:on a |in )cumulative (?:basis|terms)|"
    r"(?:taken |lumped |rolled |put |added |bundled )?together|taken as a whole|tot(?:t)?ed up|summed up|added up|"
    r"overall|in (?:one|a single) lump|end to end|in the round|(?:an? |its |the |their )?cumulative(?: total of)?|an? "
    r"(?:aggregate|overall|combined|grand|accumulated) (?:total of|sum of)?)\b",
    re.I,
)
_EACH_YEAR = re.compile(
    r"\b(?:each|every|a year(?! (?:before|earlier|ago|later))|per year|annual(?:ly)?|yearly|averag\w+|a mean of)\b",
    re.I,
)
_IN_ALL = re.compile(rf"\b(?:by|total of|in all|in total|overall|cumulative\w*) {HEDGES}(?:a total of )?(?=[\d])", re.I)
_ONCE = re.compile(
    r"\bat least once\b|\bat some (?:stage|point|time) (?:of|in|during|between|from|over)\b|\bin at least one (?:year|"
    r"of (?:the|those) years)\b",
    re.I,
)
_CROSSES_NOT = re.compile(
    r"\b(?:won't|not|never) (?:\w+ )?(?:f[ae]ll|drop(?:ped)?|sink|sank|slip(?:ped)?|dip(?:ped)?|go|went|rise|rose|"
    r"climb(?:ed)?|get|got) (?:back )?(?:below|under|above|over|beyond|past)\b",
    re.I,
)


_NOT_UNTIL = re.compile(r"(?:\bnot|\bnever|n't|\bhardly|\bcannot)\b[^;]{0,80}?\b(?:until|till)\b", re.I)


def averaged(when: When, about: catalogue.Series, abroad: bool = False) -> When:
    """The mean over the months of a year or half a year, where the figure of that time is not a mean by itself.

    abroad: of others than Russia, whose inflation of a year is that of its December."""
    whole = when.relation == "each" and len(when.first) == 4 and when.first == when.last
    when = When("in", when.first) if whole else when
    half = "-H" in when.first
    if (
        about.name not in MONTHLY
        or when.relation != "in"
        or not (half or (about.name == "inflation" and len(when.first) == 4 and not abroad))
    ):
        return when
    months = _by_month(When("each", when.first, when.first))
    return When("mean", months.first, months.last)


def _flows(about: catalogue.Series, money: bool) -> bool:
    """Whether a series is of what flows over a time, told in money."""
    return about.money and about.name not in (*STOCKS, "debt_ratio") and (money or not about.unit.startswith("%"))


def summed(when: When, about: catalogue.Series, money: bool) -> When:
    """The sum over the months of half a year of what flows, told in money."""
    half = when.relation == "in" and when.first[4:] in ("-H1", "-H2")
    if not half or about.name in YEARLY or not _flows(about, money):
        return when
    return When("sum", month_text(window(when).first), month_text(window(when).last))


def _by_month(when: When) -> When:
    """A span within a year from its first to its last month; one over several years stays one of years."""
    if len(when.first) == 4 and when.first != when.last:
        return when
    span = window(when)
    first, last = map(month_text, (span.first, span.last))
    return When(when.relation, first, last)


def _joined(draft: Draft, whens: list[Moment]) -> list[Moment]:
    """'From next year on' with 'until the end of the decade' is one span; alone it has no end."""
    starts = [m for m in whens if m.when.relation == "from"]
    if not starts:
        return whens
    ends = [m for m in whens if m.when.relation == "each"]
    if len(starts) > 1 or len(ends) != 1 or len(whens) != 2:
        raise unplaced(draft.words(starts[0]))
    return [replace(ends[0], when=When("each", starts[0].when.first, ends[0].when.last))]


_FEW_YEARS = ["a", "one", "two", "three", "four", "five"]
_YEARS_BEFORE = re.compile(
    rf"\bthan (?:(?:there|it|they) (?:was|were|had|did) )?(?P<n>{'|'.join(_FEW_YEARS[1:])}) years? (?:before|earlier|"
    r"previously)\b",
    re.I,
)
_ON_THE_YEAR = re.compile(  # on what it was the year before; than it is now
    r"\b(?:(?:than|compared (?:to|with)|against|versus|relative to|from|on|over) (?:(?:it|they) (?:was|were|did|had|"
    r"spent) )?(?:that (?:of|in) |those (?:of|in) |(?:the|its|their) levels? (?:of|in) |in )?)?(?:the (?:year "
    r"before(?! last)|(?:previous|preceding|prior) year(?:'s (?:level|figure|total|amount|outlays?|sum))?\b)|(?<! ago "
    r"than )(?<= )(?:a|one) year (?:earlier|before(?= *(?:$|[,.;)]|  ))|previously))|\b(?:than (?:(?:it|they) (?:does|"
    r"do|is|are) )?(?P<now>today|now)|on the year|(?P<yoy>year[- ]on[- ]year|year[- ]over[- ]year|y(?:/|-o-)y|yoy|in "
    r"annual terms))\b",
    re.I,
)
_LEADING = {"since": "from "} | {  # what a moment begins with, and leads to its base
    word: f"{word} " for word in ("from", "of", "in", "on", "over", "to")
}
_BASE = re.compile(
    r"(?:\bthan(?: (?:it|they|he|she) (?:did|does|was|were|is))?(?: back)?(?: in)?|\bfrom|\bover|\bcompared (?:with|"
    r"to)|\brelative to|\bversus|\bvis-a-vis|\bagainst|\bth(?:at|ose) of|\bsince|\bas in|\bas (?:it|they|he|she) "
    r"(?:did|does|was|were|is)(?: in)?|\bwhat (?:it|they) (?:did|was|were|spent)(?: in)?|\bon)\s+(?:the )?$",
    re.I,
)


_SO_LONG_TO = re.compile(r"\b(?:years?|months?|decade)\b[^\d]*? (?:to|until|through|end\w*)\b", re.I)


def _leading(words: str, whens: list[Moment]) -> str:
    """The link that a moment begins with; "over 2026" leads to a base only beside another moment, "on 2026" always."""
    first, _, rest = words.strip().partition(" ")
    alone = len(whens) < 2 and not (first.lower() == "on" and rest.isdigit())
    return "" if first.lower() in ("on", "over", "to") and alone else _LEADING.get(first.lower(), "")


def _since(draft: Draft, whens: list[Moment], name: str) -> str | None:
    """The base of a change: 'than in 2024', 'from 2025', 'between 2024 and 2029', 'the year before', 'since 2014'."""
    for m in [m for m in whens if m.when.relation not in ("each", "from")]:
        before = draft.text[max(0, m.start - 22) : m.start]
        words = draft.words(m)
        if m.when.relation not in ("span", "mean") and (link := _BASE.search(before + _leading(words, whens))):
            draft.use(max(0, m.start - 22) + link.start(), m.end, "since")
            whens.remove(m)
            return m.when.first[:4] if words.strip().lower().startswith("to ") else m.when.first
        if (
            m.when.relation in ("span", "mean")
            and name != "growth"
            and not (len(m.when.first) == len("2026-01") and catalogue.series(name).money)  # of the months of a flow
            and (draft.size is not None or any(w.text.lower() not in ADVERBS for w in draft.all_of("UP", "DOWN")))
            and not draft.says(_AT_A_TIME)
        ):
            whens[whens.index(m)] = Moment(m.start, m.end, When("in", m.when.last))
            if not _SO_LONG_TO.search(words):
                return m.when.first
            first = window(When("in", m.when.first)).first - 1  # "in the two years to 2027": from the one before them
            return month_text(first) if "-" in m.when.first else str(first // A_YEAR)
    if name in MONTHLY and (run := so_far(draft.text, draft.said)) is not None:
        draft.use(run.start, run.end, "since")
        return run.when.first
    if back := draft.mark(_YEARS_BEFORE, "since"):
        return f"-{_FEW_YEARS.index(back['n'].lower()) or 1}"
    m2 = _ON_THE_YEAR.search(draft.text)
    if m2 is not None and not (m2["yoy"] and name in ("growth", "inflation")):
        draft.use(*m2.span(), "since")
        return str(draft.said.year) if m2["now"] else "before"
    return None


def _default(horizon: str, said: date, given: int | None) -> When:
    """The moment put in where the sentence leaves it open."""
    year = given or (said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    return When("by", f"{year}-12", default=True)
