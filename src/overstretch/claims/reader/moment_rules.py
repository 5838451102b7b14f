"""How the words of a moment are read: a pattern and the rule that makes a moment of it, the first that fits first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from overstretch.questions.data import When
from overstretch.statements.mentions.calendar_words import MONTHS
from overstretch.statements.mentions.quantities import number

NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty(?:[- ]four)?|thirty|forty)"
_YEAR = r"(?:(?:19|20)\d\d|'[23]\d)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
LATELY = 60  # days after which a day without a year, beside a figure, is the one to come
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
_BY = r"(?:by|until|till|to|through|up to|not later than|no later than|at the latest by|come)"
_DECADE = r"(?:the|this|the current)"


def month_after(day: date, months: int) -> str:
    total = day.year * 12 + day.month - 1 + months
    return f"{total // 12}-{total % 12 + 1:02d}"


def _by_year(m: re.Match[str], said: date) -> When:
    return When("by", f"{m['year']}-12")


def _short_year(m: re.Match[str], said: date) -> When:
    """By '29, in thirty-one."""
    short = str(m["short"])
    year = 2000 + int(short if short.isdigit() else number(short.lower()))
    relation = str(m["relation"]).lower()
    return (
        When("before", f"{year}-01")
        if relation == "before"
        else When("in", str(year))
        if relation == "in"
        else When("by", f"{year}-12")
    )


def _part(m: re.Match[str], said: date) -> When:
    """The end, middle, start or a half of a year."""
    part, year = (
        m["part"].lower(),
        int(m["year"]) if m["year"] else said.year + (1 if "next" in m.group().lower() else 0),
    )
    if part.startswith(("mid", "middle")):
        return When("by", f"{year}-06")
    if part.startswith(("early", "start", "beginning")):
        return When("by", f"{year}-03")
    return When("by", f"{year}-12")


def _within(m: re.Match[str], said: date) -> When:
    """Within N years or months of the day said; of a range the upper end."""
    count = number(m["upper"] or m["count"]) if (m["upper"] or m["count"]).lower() not in ("a", "an") else 1
    unit = m["unit"].lower()
    months = int(
        count
        * (
            120
            if unit.startswith("decade")
            else 12
            if unit.startswith("year")
            else 3
            if unit.startswith("quarter")
            else 1
        )
    )
    return When("by", month_after(said, months))


def _day(m: re.Match[str], said: date) -> When:
    return When("by", f"{m['year']}-{MONTHS[m['month'].lower()]:02d}-{int(m['day']):02d}")


def _undated_day(m: re.Match[str], said: date) -> When:
    """A day without a year: the next such day, in the past tense the last; "on" it its month."""
    month = MONTHS[m["month"].lower()]
    word = m["day"].lower()
    day = int(word) if word.isdigit() else {"first": 1, "thirtieth": 30, "thirty-first": 31}[word]
    later = (month, day) > (said.month, said.day)
    since = (said - date(said.year - later, month, min(day, 28))).days
    figure = (
        m["relation"].lower() in ("on", "as of") and since <= LATELY and not _tense(m, whole=False)
    )  # "4.1 trillion on 1 November"
    year = said.year - later if figure or _is_over(m) else said.year + (not later)
    if m["relation"].lower() in ("on", "as of"):
        return When("in", f"{year}-{month:02d}")
    return When("by", f"{year}-{month:02d}-{day:02d}")


def _month(m: re.Match[str], said: date) -> When:
    """A month: 'by March 2027', 'in September 2026', 'by next March'; without a year the next one to come."""
    month = MONTHS[m["month"].lower()]
    if re.search(r"\bnext\b", m.group(), re.I) and month > said.month:
        raise ValueError  # "by next December", said in November: this year's or the next?
    year = (
        int(m["year"])
        if m["year"]
        else said.year - (month > said.month)
        if _is_over(m)
        else said.year + (month <= said.month)
    )
    relation = (m["relation"] or "in").lower()
    return When(
        "before" if relation == "before" else "in" if relation in ("in", "during", "for") else "by",
        f"{year}-{month:02d}",
    )


def _season(m: re.Match[str], said: date) -> When:
    month = SEASONS[m["season"].lower()]
    year = int(m["year"]) if m["year"] else said.year + (1 if month <= said.month else 0)
    return When("by", f"{year}-{month:02d}")


def _quarter(m: re.Match[str], said: date) -> When:
    quarter = QUARTERS[m["quarter"].lower()]
    year = int(m["year"]) if m["year"] else said.year + (1 if "next" in m.group().lower() else 0)
    if (m["relation"] or "").lower() in ("by", "before", "until"):
        return (
            When("by", f"{year}-{3 * quarter:02d}")
            if m["relation"].lower() != "before"
            else When("before", f"{year}-{3 * quarter - 2:02d}")
        )
    return When("in", f"{year}-Q{quarter}")


def _half(m: re.Match[str], said: date) -> When:
    return When("in", f"{m['year'] or said.year}-H{1 if m['half'].lower() == 'first' else 2}")


def _whole_half(m: re.Match[str], said: date) -> When:
    year, first = m["year"] or said.year, m["half"].lower() == "first"
    return When("each", f"{year}-{'01' if first else '07'}", f"{year}-{'06' if first else '12'}")


def _span(m: re.Match[str], said: date) -> When:
    last = m["last"] if len(m["last"]) == 4 else m["first"][:2] + m["last"]
    if len(m["last"]) == 2 and int(last) == int(m["first"]) + 1:
        return When("in", m["first"])  # the fiscal year 2029-30
    kind = (
        "each"
        if re.search(r"\b(?:each|every)\b", m.group(), re.I)
        else "mean"
        if re.search(r"\baverag", m.string, re.I)
        else "span"
    )
    return When(kind, m["first"], last)


def _relative(m: re.Match[str], said: date) -> When:
    """This year, next year, the year after next; by their end where "by" or "end" stands before."""
    text = m.group().lower()
    step = (
        2
        if "after next" in text
        else 1
        if "next" in text or "coming" in text
        else -1
        if "last" in text or "past" in text
        else 0
    )
    year = said.year + step
    return (
        When("by", f"{year}-12")
        if re.match(r"(?:by|before|until|till)\b", text) or "end" in text or "close" in text
        else When("in", str(year))
    )


def _over(m: re.Match[str], said: date) -> When:
    """Before 2026 is out, by the time 2025 is over, come New Year's Eve 2026, by Christmas next year."""
    return When("by", f"{m['year'] or said.year + ('next year' in m.group().lower())}-12")


def _from(m: re.Match[str], said: date) -> When:
    """From 2027 on, from next year onwards: open at its end."""
    return When("from", m["year"] or str(said.year + (1 if "next" in m.group().lower() else 0)))


def _through_decade(m: re.Match[str], said: date) -> When:
    """Until the end of the decade, for the rest of it: throughout."""
    return When("each", str(said.year), str(said.year // 10 * 10 + 9))


def _whole_year(m: re.Match[str], said: date) -> When:
    """All year, for the whole of 2026, throughout next year."""
    year = m["year"] or str(said.year + (1 if "next" in m.group().lower() else 0))
    return When("each", year, year)


def _past_years(m: re.Match[str], said: date) -> When:
    years = int(number(m["count"]))
    return When("each", str(said.year - years), str(said.year - 1))


def _next_quarter(m: re.Match[str], said: date) -> When:
    return When("in", f"{said.year + (1 if 'next' in m.group().lower() else 0)}-Q{QUARTERS[m['quarter'].lower()]}")


def _ago(m: re.Match[str], said: date) -> When:
    years = int(number(m["count"])) if m["count"].lower() not in ("a", "an") else 1
    return When("in", f"{said.year - years}-{said.month:02d}")


def _last_month(m: re.Match[str], said: date) -> When:
    month = MONTHS[m["month"].lower()]
    return When("in", f"{said.year - (month >= said.month)}-{month:02d}")


def _each_next(m: re.Match[str], said: date) -> When:
    years = int(number(m["count"]))
    return When("each", str(said.year + 1), str(said.year + years))


def _each_until(m: re.Match[str], said: date) -> When:
    """'In each year up to 2028': the year named is one of them."""
    return When("each", str(said.year), str(max(said.year, int(m["year"]))))


def _until(m: re.Match[str], said: date) -> When:
    """'Until 2028': throughout the years before it; 'through 2028' and 'until the end of 2028' take that year in."""
    within = re.search("through|end of", m.group(), re.I)
    return When("each", str(said.year), str(max(said.year, int(m["year"]) - (0 if within else 1))))


def _from_now(m: re.Match[str], said: date) -> When:
    years = 2 if "couple" in m.group().lower() else int(number(m["count"]))
    return When("by", month_after(said, 12 * years))


def _decade_part(m: re.Match[str], said: date) -> When:
    """The middle or the end of this or the next decade; the early, mid or late 2030s."""
    text = m.group().lower()
    start = int(m["decade"]) if m["decade"] else said.year // 10 * 10 + (10 if "next" in text else 0)
    first, last = (4, 6) if "mid" in text else (0, 3) if "early" in text else (7, 9)
    if text.startswith("in "):
        return When("any", str(max(said.year, start + first)), str(start + last))
    return When("by", f"{start + (5 if last == 6 else last)}-12")


def _review_time(m: re.Match[str], said: date) -> When:
    return When("by", f"{m['year'] or 2029}-12")


def _before_season(m: re.Match[str], said: date) -> When:
    months = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
    month = months[m["season"].lower()]
    year = int(m["year"]) if m["year"] else said.year + (1 if month <= said.month else 0)
    return When("before", f"{year}-{month:02d}")


def _until_now(m: re.Match[str], said: date) -> When:
    return When("any", str(said.year), m["year"])


_PAST = re.compile(
    r"\b(?:was|were|had|rose|fell|grew|spent|shrank|reached|hit|met|came|stood|climbed|dropped|exceeded|jumped|slipped|went|ran|got|closed|ended|brought|doubled|tripled|halved|raised|cut|held|averaged|slowed|eased|started|took|lowered|lifted|kept|left|trimmed|increased|reduced)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|(?-i:may)|might|is to|are to|set to|likely|expected|forecast|projected|going to)\b|'ll\b",
    re.I,
)


_PARTED = re.compile(
    r"[;:]\s|,\s|\s(?:and|but|while|though|although|whereas|yet)\s", re.I
)  # where another clause may begin


def _tense(m: re.Match[str], whole: bool = True) -> str | None:
    """Whether the clause of a moment tells what is over or lies ahead; where it has no verb that shows, the whole sentence if that is asked."""
    start = max((c.end() for c in _PARTED.finditer(m.string) if c.end() <= m.start()), default=0)
    end = next((c.start() for c in _PARTED.finditer(m.string) if c.start() >= m.end()), len(m.string))
    for words in (m.string[start:end], m.string)[: 1 + whole]:
        if _AHEAD.search(words):
            return "ahead"
        if _PAST.search(words):
            return "over"
    return None


def _is_over(m: re.Match[str]) -> bool:
    return _tense(m) == "over"


def _past_month(m: re.Match[str], said: date) -> When:
    """A month without a year: the last such month in the past tense, the nearest where the tense leaves it open."""
    month = MONTHS[m["month"].lower()]
    since = (said.month - month - 1) % 12 + 1
    near = since <= 3 and not re.search(
        r"\bto (?:be|cut|raise|hold|keep|reach|hit|rise|fall|come|lower|lift)\b", m.string, re.I
    )
    tense = _tense(m)
    if tense == "ahead" or not (tense == "over" or near):
        raise ValueError
    return When("in", f"{said.year - (month >= said.month)}-{month:02d}")


def _month_of(m: re.Match[str], said: date) -> When:
    """'December's take': the last such month, or the nearest where the sentence speaks of what comes."""
    month = MONTHS[m["month"].lower()]
    since = (said.month - month - 1) % 12 + 1  # months back to the last one that is over
    ahead = _AHEAD.search(m.string) is not None and 12 - since < since
    return When("in", month_after(said, 12 - since if ahead else -since))


def _months(m: re.Match[str], said: date) -> When:
    """January-July, the first five months, after five months: of the year named, else the last such stretch or this year's."""
    first = MONTHS[m["first"].lower()] if m["first"] else 1
    last = MONTHS[m["last"].lower()] if m["first"] else int(number(m["count"]))
    if last < first:
        raise ValueError
    year = m["year"] or str(said.year - (last > said.month and not _AHEAD.search(m.string)))
    if last - first == 2 and first % 3 == 1 and m["first"]:
        return When("in", f"{year}-Q{last // 3}")
    return When("span", f"{year}-{first:02d}", f"{year}-{last:02d}")


RULES: tuple[tuple[str, Callable[[re.Match[str], date], When]], ...] = (
    (rf"(?:in |over |for |from |between )?(?P<first>{_MONTH})(?:-| to | through | and )(?P<last>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))?", _months),
    (rf"(?:(?:in|over|for|during) the (?:first|opening)|after) (?P<count>{NUMBER}) months(?: of (?:the year )?(?P<year>{_YEAR}))?(?! before)", _months),
    (rf"(?:at some point )?between now and (?P<year>{_YEAR})", _until_now),
    (rf"before (?:the year )?(?P<year>{_YEAR})(?:'s| is| has)? (?:is )?(?:out|over|ends|ended)|by the time (?:that )?(?P<year2>{_YEAR}) is (?:over|out)|come new year's eve (?P<year3>{_YEAR})|by new year's eve(?: (?P<year4>{_YEAR}))?|(?:before|until) (?:the|this) year is (?:out|over|done|through)|(?:by|before|come) (?:the )?(?:new year|christmas|year's end)(?: (?:of )?(?:next year|(?P<year5>{_YEAR})))?", _over),
    (rf"(?:from|as of|starting(?: in)?|beginning(?: in)?) (?:(?P<year>{_YEAR})|next year|this year) (?:on|onwards?)", _from),
    (r"(?:until|till|to|through|through to) the (?:end of|close of) (?:the|this) decade|(?:for|over|during) the (?:rest|remainder) of (?:the|this) decade", _through_decade),
    (rf"(?:throughout|(?:for |over |during )?(?:all(?: of)?|the (?:whole|entirety) of)) (?:(?P<year>{_YEAR})|next year|this year|(?:the )?year(?! (?:after|before)))", _whole_year),
    (rf"(?:in |over )?each of the (?:past|last) (?P<count>{NUMBER}) years", _past_years),
    (rf"(?:well |deep )?into (?P<year>{_YEAR})", lambda m, said: When("from", m["year"])),
    (rf"this side of (?P<year>{_YEAR})", lambda m, said: When("before", f"{m['year']}-01")),
    (r"(?:in |by )?(?:the )?(?P<quarter>first|second|third|fourth|last) quarter(?: of (?:next year|this year))?(?= |,|\.|$)(?! of (?:19|20))", _next_quarter),
    (rf"(?P<count>a|an|{NUMBER}) years? ago", _ago),
    (rf"last (?P<month>{_MONTH})(?! \d)", _last_month),
    (rf"(?:in )?(?:each|every one) of the next (?P<count>{NUMBER}) years|for the next (?P<count2>{NUMBER}) years(?= (?:at least|running))", _each_next),
    (rf"(?:in )?(?:each|every)(?: single)? year (?:up to|to|through|through to)(?: the end of| and including)? (?P<year>{_YEAR})", _each_until),
    (rf"(?<!\d )(?:until|till|through|throughout)(?: to)? (?:the end of )?(?P<year>{_YEAR})(?! and)", _until),
    (rf"(?:(?P<count>{NUMBER}) years from now|in a couple of years)", _from_now),
    (r"(?:by |in |before |come )?(?:the )?(?:early|mid|late|middle of the|middle)[- ](?P<decade>20[2-4]0)s(?: at the latest)?|(?:by |in )?(?:the )?(?:middle|mid) of the (?:next |current |this )?decade|(?:by |come )?(?:the )?end of the next decade", _decade_part),
    (rf"by (?:the time of )?the (?:(?P<year>{_YEAR}) )?review|when the review comes round", _review_time),
    (rf"before (?:the |next |this )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: (?P<year>{_YEAR}))?(?: is|'s| has)? (?:over|out|ends|ended)", _season),
    (rf"(?:by|before|come|around|until|at) (?:next )?easter(?: (?P<year>{_YEAR}))?", lambda m, said: When("by", f"{m['year'] or said.year + (said.month > 3)}-04")),
    (rf"before (?:the |next )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: (?P<year>{_YEAR}))?", _before_season),
    (rf"(?:on average |averag\w+ )?(?:over the {NUMBER} years (?:of [\w' ]+?\s+)?)?(?:(?:in )?(?:each|every)(?: single)? (?:year|of the years) )?(?:from |between |over |in )?(?P<first>{_YEAR})\s*(?:-|–|to|and|through|until)\s*(?P<last>{_YEAR}|(?<=-)\d\d)(?![\d%]|\s?(?:per|pc|bn|billion|trillion))", _span),
    (rf"(?:{_BY}|before|on|as of) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH}),? (?P<year>{_YEAR})", _day),
    (rf"(?:{_BY}|before|on|as of) (?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})", _day),
    (rf"(?P<relation>{_BY}|before|on|as of) (?:the )?(?P<day>\d{{1,2}}|thirtieth|thirty-first|first)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?! (?:19|20)\d\d)", _undated_day),
    (rf"(?P<relation>{_BY}|before|on|as of) (?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,? (?:19|20)\d\d)", _undated_day),
    (rf"(?P<relation>by|before|until|in|during|for|since)? ?(?:the )?(?:end of |late |early |mid-?)?(?:next |this |last )?(?P<month>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))", _month),
    (rf"(?P<relation>by|before|until|come) (?:the end of |next |this coming |this |the coming )?(?P<month>{_MONTH})(?P<year>(?!x)x)?(?! \d)", _month),
    (rf"in (?P<month>{_MONTH})(?P<year>(?!x)x)?(?! \d)", _past_month),
    (rf"(?:the )?(?P<month>{_MONTH})'s", _month_of),
    (rf"(?P<relation>in) (?:next |this coming )?(?P<month>{_MONTH})(?P<year>(?!x)x)?(?! \d)", _month),
    (rf"(?:{_BY} |before |in |at )?(?:the )?(?P<part>end|close|middle|mid|start(?= of)|beginning(?= of)|early|late)(?:-| of |\s)(?:the year )?(?P<year>{_YEAR})", _part),
    (rf"(?:{_BY} |before |in |at |around )?(?:the )?(?P<part>middle|mid|start(?= of)|beginning(?= of)|early|late)(?:-| of |\s)(?:next|this) year(?P<year>(?!x)x)?", _part),
    (rf"(?:{_BY} |before )?(?:the )?(?P<part>year'?s? ?-?end|year-end)(?: (?:of )?(?P<year>{_YEAR}))?", _part),
    (rf"(?P<relation>by|before|until|in)? ?(?:the )?(?:end of )?(?:the )?(?P<quarter>first|second|third|fourth|last|q[1-4]) ?(?:quarter)? (?:of )?(?:the )?(?P<year>{_YEAR})", _quarter),
    (rf"(?:throughout|all through|through(?:out)? the whole of|(?:for|during|over) (?:all|the whole|the entirety) of) (?:the )?(?P<half>first|second) half(?: of (?P<year>{_YEAR}))?", _whole_half),
    (r"(?:in|over|during|within) the coming year", lambda m, said: When("by", month_after(said, 12))),
    (rf"(?:in |by |over )?(?:the )?(?P<half>first|second) half(?: of (?P<year>{_YEAR}))?", _half),
    (rf"(?:with)?in (?:the )?(?:next |coming )?(?:(?P<count>{NUMBER})(?: (?:to|or) |-)(?P<upper>{NUMBER})|(?P<count2>{NUMBER}))[ -](?P<unit>years?|months?|quarters?|decades?)(?: or so)?(?: time)?", _within),
    (rf"(?:over|for|during) the (?:next|coming) (?:(?P<count>{NUMBER})(?: (?:to|or) |-)(?P<upper>{NUMBER})|(?P<count2>{NUMBER}))[ -](?P<unit>years?|months?|quarters?|decades?)", _within),
    (rf"takes? (?:it |them |russia |moscow )?(?:about |around |up to )?(?:(?P<count>{NUMBER})(?: (?:to|or) |-)(?P<upper>{NUMBER})|(?P<count2>{NUMBER}))[ -](?P<unit>years?|months?|decades?)", _within),
    (rf"(?P<relation>before) (?:the year )?(?P<year>{_YEAR})", lambda m, said: When("before", f"{m['year']}-01")),
    (rf"{_BY} (?:the year |fiscal |FY ?)?(?P<year>{_YEAR})(?![\d%])", _by_year),
    (rf"as (?:early|soon) as (?P<year>{_YEAR})", _by_year),
    (rf"(?:by|until|come) (?:next |this |this coming |the coming |the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: (?P<year>{_YEAR}))?", _season),
    (r"by this time next year|(?:a|one) year from (?:now|today)|in a year's time|(?:in )?twelve months from now", lambda m, said: When("by", month_after(said, 12))),
    (r"(?P<relation>by|before|in) (?P<short>(?:twenty|thirty)-(?:one|two|three|four|five|six|seven|eight|nine)|(?:twenty|thirty)-?(?:one|two|three|four|five|six|seven|eight|nine)?(?= at the latest))(?! (?:per|percent|members|allies|countries|billion|million|trillion|dollars|euros|points|months|years))", _short_year),
    (rf"(?:in (?:the course of )?|over the course of |for |during |of |this |on )?(?:the year |fiscal (?:year )?|FY ?)?(?P<year>{_YEAR})(?:-(?:20)?\d\d(?!\d))?(?:'s)?(?!\d|,\d|%)", lambda m, said: When("in", m["year"])),
    (rf"(?:{_BY} |before |later |still )?(?:the )?(?:end of {_DECADE} decade|decade's end|decade is out|decade ends|this decade|2030s start)", lambda m, said: When("by", f"{said.year // 10 * 10 + 9}-12")),
    (r"(?:by |before |until |at )?(?:the )?(?:end|close) of (?:the |this )?year", lambda m, said: When("by", f"{said.year}-12")),
    (r"(?:in |for )?(?:(?:both|either|neither) )?this year,? (?:and|or|nor) (?:the )?next(?: (?:year|one))?(?! (?:year|month|quarter)s\b)", lambda m, said: When("each", str(said.year), str(said.year + 1))),
    (r"(?:by |before |until |from |starting |beginning )?(?:the )?(?:end of |close of )?(?:in the course of )?(?:the )?(?:year after next|next year|this year|last year|coming year|past year)(?:'s)?", _relative),
    (r"(?:by|until) (?:the )?(?:may holidays|may day)", lambda m, said: When("by", f"{said.year + (said.month > 4)}-04")),
    (r"this decade|(?:before|by) the decade(?: is|'s)? (?:out|over|ends)", lambda m, said: When("by", f"{said.year // 10 * 10 + 9}-12")),
    (r"(?:(?<=[%\d] )|(?<=cent ))next(?=\s*(?:[,.;:)]|$|and\b|but\b))", lambda m, said: When("in", str(said.year + 1))),
    (r"(?:by|until) the end of next(?! \w)", lambda m, said: When("by", f"{said.year + 1}-12")),
    (r"(?:clos(?:e[sd]?|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?) the year(?= with| at|,|\.|$)", lambda m, said: When("in", str(said.year))),
    (r"for the year(?= at| as a whole|,|\.|$)", lambda m, said: When("in", str(said.year))),
)  # fmt: skip
