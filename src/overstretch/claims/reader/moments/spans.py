"""Spans of years and months in words, and the ends of a year: tried before the other rules of moments."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from overstretch.claims.reader.moments.values import (
    MONTHS,
    SEASONS,
    SPANS_OF,
    before_year,
    is_over,
    month_after,
    number_of,
    over,
    tense,
    year_of,
)
from overstretch.questions.data import When

YEAR = r"(?:(?:19|20)\d\d|'[23]\d)"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec)(?=,? (?:(?:19|20)\d\d|'\d\d)))"
)
COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
QUARTER = r"(?P<quarter>first|second|third|fourth|last|final|opening|closing)"
_MONTH, _COUNT = rf"(?P<month>{MONTH})", rf"(?P<count>{COUNT})"
SPAN = rf"(?P<first>{YEAR})\s*(?:-|–|to|and|through|until)\s*(?P<last>{YEAR}|(?<=-)\d\d)"
_IN_A_ROW = (
    rf"{_COUNT} (?:consecutive |straight |successive )?(?:years|budgets)(?: (?:running|in a row|in succession|on end|"
    r"straight|on the trot))?[, ]+"
)
STAYS = re.compile(r"\b(?:stay|remain|keep|kept|hold|held)(?:s|ed|ing)?\b", re.I)
MEAN = re.compile(
    r"(?:^\W*|\b(?:the|its|their) )mean (?=(?:[\w']+ ){0,2}(?:growth|inflation|unemployment|rate|pace)\b)|\b(?:an? "
    r"(?:[a-z]+-year )?|the (?:[a-z]+-year )?)?averag\w*(?: (?:(?:annual|yearly|growth|year-on-year) )*(?:rate|clip|"
    r"pace|tempo|speed|lick|rhythm))?|\b(?:a |the |its |their )?mean (?:of\b|(?:(?:annual|yearly|growth) )*(?:rate|"
    r"growth|pace))",
    re.I,
)
_NONE = r"(?:none|not (?:a single )?one|neither)"
_NOT_JUST = r"(?<!\bjust )(?<!\bonly )(?<!\bexactly )(?<!\bbut )"  # "in just one of the years": in no other
_ANY = r"(?:at least one|one(?: or (?:more|another|other))?|any(?: one)?|either|some)"


def years(m: re.Match[str], kind: str) -> When:
    """A span between two years; the number of years said must be theirs."""
    first, last = int(m["first"]), int(m["last"] if len(m["last"]) == 4 else m["first"][:2] + m["last"])
    if last <= first or (m["count"] and number_of(m["count"]) != last - first + 1):
        raise ValueError(m.group())
    return When(kind, str(first), str(last))


def some_year(m: re.Match[str], said: date) -> When:
    """'In no year from 2026 to 2029', "in some year between"; "in any year" that is neither denied nor possible is each."""
    if m["any"] and not re.search(r"\b(?:not|never|no|nor|hardly|could|may|might|can|if|whether)\b|n't\b", m.string):
        raise ValueError(m.group())
    return years(m, "any")


def either(m: re.Match[str], said: date) -> When:
    """'In 2027 or 2028', 'in neither 2027 nor 2028': some time in two years; denied twice, left open."""
    if int(m["last"]) != int(m["first"]) + 1 or (
        re.search(r"\bnor\b", m.group()) and re.search(r"\b(?:not|never|no|neither)\b|n't\b", m.string[: m.start()])
    ):
        raise ValueError(m.group())
    return When("any", m["first"], m["last"])


def listed(m: re.Match[str], said: date) -> When:
    """'2026, 2027 and 2028': years in a row, alike or taken together."""
    named = [int(y) if len(y) == 4 else 2000 + int(y[1:]) for y in re.findall(YEAR, m.group())]
    if named != list(range(named[0], named[0] + len(named))):
        raise ValueError(m.group())
    lead, tail = (m["lead"] or ""), (m["tail"] or "")
    if "alike" in tail or re.match(r"(?:in )?(?:each|both|every|all)\b", lead):
        return When("each", str(named[0]), str(named[-1]))
    if not tail and not re.match(r"over|across", lead) and len(named) > 2:
        if not re.search(r"%|\bper ?cent", m.string):
            raise ValueError(m.group())  # in each of them, or in all
        return When("each", str(named[0]), str(named[-1]))
    return When("mean" if MEAN.search(m.string) else "sum" if tail else "span", str(named[0]), str(named[-1]))


def running(m: re.Match[str], said: date) -> When:
    """'For three years running, starting with 2026': each of them."""
    first = int(m["year"])
    return When("each", str(first), str(first + number_of(m["count"]) - 1))


def coming(m: re.Match[str], said: date) -> When:
    """'In at least one of the next two years', 'in none of the next three years': from next year on."""
    kind = "each" if re.search(r"\b(?:each|every|both|all) of\b", m.group()) else "any"
    return When(kind, str(said.year + 1), str(said.year + number_of(m["count"])))


def this_and_next(m: re.Match[str], said: date) -> When:
    """This year and next: in each; "this year or next": in one of them, and where it is denied in neither."""
    either = re.search(r"\bor\b", m.group()) and not _DENIED.search(m.string[: m.start()])
    return When("any" if either else "each", str(said.year), str(said.year + 1))


_DENIED = re.compile(r"\b(?:not|never|no|nor|nobody|none|neither|hardly|unlikely|nowhere)\b|n't\b", re.I)


def until(m: re.Match[str], said: date) -> When:
    """'In none of the years up to 2029': any of those from the year said on; of what is told, none to tell from."""
    if tense(m) == "over":
        raise ValueError(m.group())
    return When("any", str(said.year), m["year"])


def to_month(m: re.Match[str], said: date) -> When:
    """'In the twelve months to December 2026'."""
    count, month = number_of(m["count"] or "12"), MONTHS[m["month"]]
    year = int(m["year"]) if m["year"] else said.year - (month >= said.month)
    if not m["year"] and tense(m) == "ahead":
        year += 1
    first = month_after(date(year, month, 1), 1 - count)
    return When("span", first, f"{year}-{month:02d}")


def now_to_month(m: re.Match[str], said: date) -> When:
    """'Between now and the end of May': some time in it."""
    month = MONTHS[m["month"]]
    return When("any", month_after(said, 0), f"{m['year'] or said.year + (month <= said.month)}-{month:02d}")


def part_of_month(m: re.Match[str], said: date) -> When:
    """The start, middle or end of a month without a year, "next March": the next one to come, of what is told the
    last; by its start is before it."""
    month = MONTHS[m["month"]]
    which = (m["which"] or "").strip()
    if which == "next" and month > said.month:
        raise ValueError(m.group())  # this year's or the next?
    told = not m["relation"] or m["relation"] in ("at", "in", "on", "around")
    if told and tense(m) is None:
        raise ValueError(m.group())  # the last one or the next?
    year = said.year + (month <= said.month) if not (told and is_over(m)) else said.year - (month > said.month)
    if which == "last":
        year = said.year - (month >= said.month)
    start = m["part"] in ("start", "beginning", "turn")
    relation = m["relation"] or "in"
    end = m["part"] in ("end", "close")
    before = (start and relation in ("by", "before", "until", "come")) or (relation == "before" and not end)
    inside = told and not (end and not is_over(m))
    return When("before" if before else "in" if inside else "by", f"{year}-{month:02d}")


def day_of_year(m: re.Match[str], said: date) -> When:
    """The last day of a year or a month is its end, its first day the beginning of it."""
    month = MONTHS[m["month"]] if m["month"] else 0
    year = year_of(m, said)
    if m["day"] == "first":
        return When("in" if re.match("on", m.group()) else "before", f"{year}-{month or 1:02d}")
    return When("by", f"{year}-{month or 12:02d}")


def spoken_year(m: re.Match[str], said: date) -> When:
    """The end of twenty-eight, the middle of twenty-thirty."""
    year = 2030 if m["short"] == "twenty-thirty" else 2000 + number_of(m["short"])
    return When("by", f"{year}-{'06' if m['part'] == 'middle' else '12'}")


def in_time(m: re.Match[str], said: date) -> When:
    """Half a year, six months from now, a year and a half."""
    half = 6 if "half" in m["span"] else 0
    count = re.match(r"(?P<n>[\w-]+) (?P<unit>year|month|quarter)", m["span"])
    return When("by", month_after(said, half + (number_of(count["n"]) * SPANS_OF[count["unit"]] if count else 0)))


def end_of_season(m: re.Match[str], said: date) -> When:
    month = SEASONS[m["season"]]
    return When("by", f"{m['year'] or said.year + (month < said.month)}-{month:02d}")


_GONE = (
    r"(?:has |have )?(?:run (?:its|their) course|drawn to (?:a|its) close|draws? to (?:a|its) close|runs? (?:its "
    r"course|out)|passed|gone(?: by)?|expired?|expires|been and gone|ends|ended|closes|closed|comes? to (?:an|"
    r"its) end|come to (?:an|its) end|is (?:up|done|gone|behind (?:us|them)|finished|through))"
)
_COMES = (
    r"(?:dawns?|begins?|starts?|arrives?|comes(?: (?:a)?round)?|breaks|has (?:begun|dawned|arrived|started)|is here)"
)
_SOME_YEAR = rf"(?P<year>{YEAR})"
_THAT = r"(?:the year )?" + _SOME_YEAR + r"|(?:this|the|next) year"
_BY = r"(?:by|before|until|come|at|in|on|around|as of)"

SPANS: tuple[tuple[str, Callable[[re.Match[str], date], When]], ...] = (
    (
        rf"{_NOT_JUST}(?:in |during |for )?(?:(?P<none>{_NONE})|(?P<any>{_ANY})|(?P<each>each|every one|every|both|"
        rf"all)) of (?:the|those) (?:{_COUNT} )?(?:years |budgets )?(?:from |between |of )?{SPAN}(?![\d%])",
        lambda m, said: years(m, "each" if m["each"] else "any"),
    ),
    (
        rf"{_NOT_JUST}(?<!\bbe )(?<!\bis )(?:in |during )?(?:no|some|one|(?P<any>any))(?: single| given| one)? "
        rf"year\s+(?:of |from |between |in |over |during |within )?(?:the years )?{SPAN}(?![\d%])",
        some_year,
    ),
    (
        rf"{_NOT_JUST}(?:in |during )?(?:{_NONE}|{_ANY}) of the years (?:up to and including|up to|until|till|to|"
        rf"before|through) {_SOME_YEAR}",
        until,
    ),
    (
        rf"{_NOT_JUST}(?:in |during |over |for )?(?:{_NONE}|at least one|one or (?:more|another|other)|each|every one|"
        rf"both|all) of (?:the|its|their) (?:next|coming|following) {_COUNT} years",
        coming,
    ),
    (
        rf"there (?:will|is going to|'ll|won't|will not|may|could|might) (?:not )?be (?:a|at least one|some|no|not one|"
        rf"any)(?: single)? year (?:between |from |in ){SPAN} (?:in which|when|where|that sees|with)",
        lambda m, said: years(m, "any"),
    ),
    (
        rf"(?:over|for|in|during|throughout|across|through) (?:all )?(?:the )?{_COUNT} years (?:from |between |of |to "
        rf")?{SPAN}(?![\d%])",
        lambda m, said: years(
            m,
            "each"
            if re.match(r"throughout|through|\w+ all\b", m.group())
            else "mean"
            if MEAN.search(m.string)
            else "span",
        ),
    ),
    (
        rf"(?P<lead>(?:in |over )?(?:each of|both|all of|every one of) |over |across |in |during |for )?(?:the years "
        rf")?(?<!between )(?P<first>{YEAR})(?:(?P<mid>(?:,? +{YEAR})+),? +(?:and(?: again| then| also)?|as well as|"
        rf"plus)(?: again)? (?:in )?|,? +(?:and (?:again|then again|also)|as well as) (?:in )?|(?<!in )(?:,? +(?:in "
        rf")?and (?:in )?))(?P<last>{YEAR})(?![\d%]|-\d)(?P<tail>,? +(?:(?:taken |put |all )?(?:together|combined)|"
        rf"alike|in (?:total|all)))?",
        listed,
    ),
    (
        rf"(?:in |during )(?:(?:n?either) (?:in )?)?(?P<first>{YEAR})(?:,? or (?:in )?|,? nor (?:in "
        rf")?)(?P<last>{YEAR})(?![\d%]|-\d)",
        either,
    ),
    (
        rf"(?:for |over |in )?{_IN_A_ROW}(?:from |between )?{SPAN}(?![\d%])",
        lambda m, said: years(m, "each"),
    ),
    (
        rf"(?:for )?{_IN_A_ROW}(?:(?:starting|beginning|counting|running)(?: (?:in|with|from))?|from|as of|that start "
        rf"(?:in|with)) {_SOME_YEAR}(?: on(?:wards?)?)?",
        running,
    ),
    (
        rf"(?:in|over|for|during|across) the (?:year|{_COUNT} months) (?:to|through|until|up to|ending(?: in| with)?|"
        rf"that ends? (?:in|with)) (?:the end of )?{_MONTH}(?:,? (?:of )?{_SOME_YEAR})?",
        to_month,
    ),
    (rf"between now and (?:the end of )?{_MONTH}(?:,? (?:of )?{_SOME_YEAR})?(?! \d)", now_to_month),
    (
        rf"(?:between now and|from now (?:on )?(?:to|until|till|through)) the end of (?:{_SOME_YEAR}|next year|"
        r"this year)",
        lambda m, said: When("any", str(said.year), str(year_of(m, said))),
    ),
    (
        rf"(?:(?P<relation>{_BY}) )?(?:the )?(?P<part>start|beginning|turn|middle|mid|early|late|end|close)(?: of |-| "
        rf")(?P<which>next |this |this coming |last )?{_MONTH}(?!,? (?:of )?(?:19|20)\d\d| \d|'s)",
        part_of_month,
    ),
    (
        rf"(?P<relation>by|before) (?:the )?(?P<part>start|beginning) of {_MONTH},? (?:of )?{_SOME_YEAR}",
        lambda m, said: When("before", f"{m['year']}-{MONTHS[m['month'].lower()]:02d}"),
    ),
    (
        rf"(?:on|by|before|at|when|as of|come) the (?:very )?(?P<day>last|final|first) day of (?:{_MONTH},? "
        rf")?(?:{_SOME_YEAR}|(?:this|the|next) year)(?: comes| dawns)?",
        day_of_year,
    ),
    (
        r"(?:(?:by|before|at|come) )?(?:the )?(?P<part>end|close|middle) of (?P<short>twenty-(?:five|six|seven|eight|"
        r"nine|thirty)|thirty(?:-(?:one|two|three|four|five))?)(?! (?:per|percent|billion|million|trillion)|-)",
        spoken_year,
    ),
    (rf"(?:before|by the time|when|once|as|until) (?:{_THAT}) {_GONE}", over),
    (
        rf"(?:before|by the time) (?:the year )?{_SOME_YEAR} {_COMES}|before (?:the )?(?:new|next) year {_COMES}",
        before_year,
    ),
    (
        rf"(?:{_THAT}) (?:will not|won't|is not going to|isn't going to|should not) (?:go by|pass(?: by)?|end|close|"
        r"be (?:over|out)|finish|draw to a close|elapse|run its course) without",
        over,
    ),
    (
        rf"(?:with)?in(?:side)? (?:the (?:next|coming) )?(?P<span>half a year|(?:a|one|{COUNT}) years? and a "
        r"half)(?:'s time|s' time| from (?:now|today))?",
        in_time,
    ),
    (
        r"(?:in |within |inside )?(?:(?:less than|under|no more than|not more than|at most) )?(?P<span>half a year|"
        rf"(?:a|one|{COUNT}) (?:year|month|quarter)s?(?: and a half)?) from (?:now|today)",
        in_time,
    ),
    (
        r"(?:by|before|until|come) (?:the )?(?:end|close) of (?:the |next |this |this coming )?(?P<season>spring|"
        rf"summer|autumn|winter)(?: of)?(?: {_SOME_YEAR})?",
        end_of_season,
    ),
    (
        r"(?:(?<=outlast )|(?<=outlasts )|(?<=outlive )|(?<=outlives ))(?:the|this) (?:coming )?(?P<season>spring|"
        r"summer|autumn|winter)",
        end_of_season,
    ),
)
