"""Parts of a year named with their year in words ("the third quarter of last year"), ends and starts of any stretch
("before August is out"), and times counted in days: tried before the other rules of moments."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from overstretch.claims.reader.moments.spans import COUNT, MONTH, QUARTER, SEASON, YEAR
from overstretch.claims.reader.moments.values import (
    MONTHS,
    QUARTERS,
    SEASONS,
    SPANS_OF,
    beside_now,
    is_over,
    month_after,
    month_text,
    number_of,
    tense,
)
from overstretch.questions.data import When

_MONTH, _OF_A_YEAR = rf"(?P<month>{MONTH})", rf"(?P<year>{YEAR})"
_STEPS = {"this": 0, "the current": 0, "the": 0, "next": 1, "the coming": 1, "last": -1}
_FAR = {"after next": 2, "before last": -2}
_HOLIDAYS = {
    name: month
    for month, names in (
        (1, "orthodox christmas|epiphany|twelfth night|old new year"),
        (2, "valentine's day|candlemas|defender of the fatherland day"),
        (3, "st patrick's day|international women's day|women's day"),
        (4, "may day|the may holidays"),
        (5, "victory day|victory in europe day|memorial day|labour day|europe day"),
        (6, "midsummer|russia day|d-day"),
        (7, "bastille day|the fourth of july|the 4th of july"),
        (8, "ukraine's independence day|ukrainian independence day|ferragosto"),
        (10, "halloween|columbus day|the day of german unity|german unity day"),
        (11, "thanksgiving|armistice day|remembrance day|remembrance sunday|veterans day|unity day|guy fawkes night|"
         "bonfire night|all saints' day|martinmas"),
        (12, "christmas eve|christmas day|boxing day|st nicholas day|saint nicholas day"),
    )
    for name in names.split("|")
}  # fmt: skip
_LENGTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
JUNE = 6
_NAMED = r"(?P<which>this|the current|next|the coming|last) year(?!'|-| (?:after|before))"
_OF = (
    rf"(?:,? (?:of |in )?{_NAMED}| of (?P<which2>the) year(?! (?:after|before))| of the year (?P<far>after next|"
    r"before last))"
)
_OF_YEAR = rf"(?:{_OF}|,? (?:of )?{_OF_A_YEAR})"
_YEAR = rf"(?:(?P<year2>{YEAR})|{_NAMED.replace('which', 'which3')}|(?P<which4>the) year(?! (?:after|before)))"
_PART = (
    rf"(?:{_MONTH}|(?:the )?(?:{QUARTER}[ -]quarter|(?P<quarter2>q[1-4]))|(?:the )?(?:(?P<half>first|second|latter|"
    rf"opening|closing) half|(?P<half2>h[12]))|(?:the )?{SEASON})"
)
_IN_WORDS = rf"{_PART}{_OF}"
_MAYBE_OF = rf"{_PART}{_OF_YEAR}?"
_ANY = rf"(?:{_MAYBE_OF}|{_YEAR})"
_END = r"(?:end|close)"
_OVER = (
    r"(?:(?:is|are|was|has been|'s) (?:out|over|done|through|up|behind us|finished)|ends|ended|closes|closed|finishes|"
    r"finished|expires|has (?:ended|closed|passed|run its course)|(?:draws|drew|has drawn) to (?:a|its) close|(?:comes|"
    r"came) to (?:an|its) end)"
)
_OPENS = r"(?:begins|began|opens|opened|starts|started|gets under way|got under way)"
_BEGAN = re.compile(r"\b(?:began|opened|started|got under way)$")
_LESS = r"(?:with)?in(?:side)?(?: of)?(?: (?:less|fewer|no more|not more) than| under| at most| the (?:next|coming))?"


def _year(m: re.Match[str], said: date) -> int | None:
    """The year that the words name; None where they name none."""
    if m["year"]:
        return int(m["year"])
    step = _STEPS.get(m["which"] or "", _FAR.get(m["far"] or ""))
    return None if step is None else said.year + step


def _stretch(m: re.Match[str], said: date) -> tuple[int, int, str]:
    """First and last month, counted as 12 x year + month - 1, and the kind of stretch; of a part without a year the one
    that runs or is the next to come, of what is told the last."""
    if m["month"]:
        kind, first = "month", MONTHS[m["month"]] - 1
    elif m["quarter"]:
        kind, first = "quarter", 3 * QUARTERS[m["quarter"]] - 3
    elif m["half"]:
        kind, first = "half", 0 if m["half"] in ("first", "opening", "h1") else JUNE
    elif m["season"]:
        kind, first = "season", SEASONS[m["season"]] - 3
    else:
        kind, first = "year", 0
    last = first + _LENGTHS[kind] - 1
    year, told = _year(m, said), is_over(m) or _BEGAN.search(m.group())
    if year is None:
        runs = _BEGAN.search(m.group()) is not None  # the month that has begun
        year = said.year - (last >= said.month - 1 + runs) if told else said.year + (last < said.month - 1)
    return 12 * year + first, 12 * year + last, kind


def part(m: re.Match[str], said: date) -> When:
    """A part of a year named in words: by its end, before it, or in it; a season by its end."""
    first, last, kind = _stretch(m, said)
    relation = m["relation"] or "in"
    if relation == "before":
        return When("before", month_text(first))
    if relation in ("by", "come", "until", "till") or kind == "season":
        return When("by", month_text(last))
    year, month = divmod(first, 12)
    return When(
        "in", {"quarter": f"{year}-Q{month // 3 + 1}", "half": f"{year}-H{month // 6 + 1}"}.get(kind, month_text(first))
    )


def this_month(m: re.Match[str], said: date) -> When:
    """'This December': of the year in which it is said, while it lies ahead."""
    if MONTHS[m["month"]] < said.month:
        raise ValueError(m.group())
    return part(m, said)


def ending(m: re.Match[str], said: date) -> When:
    """By the end of a stretch; at that of a quarter, in it."""
    last, kind = _stretch(m, said)[1:]
    if kind == "quarter" and m["relation"] in ("at", "in"):
        return When("in", f"{last // 12}-Q{last % 12 // 3 + 1}")
    return When("by", month_text(last))


def opening(m: re.Match[str], said: date) -> When:
    """When a month or a year begins: in its first month; by the time that it does, before it."""
    first = month_text(_stretch(m, said)[0])
    return When("in" if m["relation"] in ("when", "as", "once") else "before", first)


def middle(m: re.Match[str], said: date) -> When:
    """The middle of a year; of this one only where it lies ahead, or is told as over."""
    year = _year(m, said)
    if year in (None, said.year) and (said.month > JUNE) != is_over(m):
        raise ValueError(m.group())
    return When("by", f"{year or said.year}-06")


def far_year(m: re.Match[str], said: date) -> When:
    """The year before last, by its end."""
    year = said.year + _FAR[m["far"]]
    return When("by", f"{year}-12") if m["relation"] else When("in", str(year))


def in_days(m: re.Match[str], said: date) -> When:
    """Within a hundred days, inside six weeks: by the month in which that day falls."""
    count = m["count"] or ""
    days = (
        14
        if m["unit"] == "fortnight"
        else number_of(count.removesuffix(" hundred")) * (100 if "hundred" in count else 1)
    )
    then = said + timedelta(days=days * (7 if m["unit"].startswith("week") else 1))
    return When("by", f"{then:%Y-%m}")


def in_less(m: re.Match[str], said: date) -> When:
    """Inside three years, in less than 18 months."""
    return When("by", month_after(said, number_of(m["count"]) * SPANS_OF[m["unit"].rstrip("s")]))


def quarter_to(m: re.Match[str], said: date) -> When:
    """'In the three months to September': a quarter of the year."""
    month = MONTHS[m["month"]]
    if month % 3:
        raise ValueError(m.group())
    year = _year(m, said)
    if year is None:
        year = said.year - (month >= said.month) if is_over(m) else said.year + (month < said.month)
    return When("in", f"{year}-Q{month // 3}")


def holiday(m: re.Match[str], said: date) -> When:
    """By a day that is known by its name: by the month it falls in."""
    month = _HOLIDAYS[m["name"]]
    if (m["which"] == "next" and month > said.month) or (m["which"] == "this" and month < said.month):
        raise ValueError(m.group())  # this year's or the next?
    year = said.year + (m["of"] == "next") if m["of"] else said.year + (month < said.month)
    return When("by", f"{m['year'] or year}-{month:02d}")


def eve(m: re.Match[str], said: date) -> When:
    """On New Year's Eve: in December; by it, by the end of the year."""
    year = m["year"] or said.year - is_over(m)
    return When("in" if m["relation"] in ("on", "at") else "by", f"{year}-12")


def new_years_day(m: re.Match[str], said: date) -> When:
    """The next one, in the past tense the last; "on" it its January."""
    return When("in" if m["relation"] == "on" else "before", f"{m['year'] or said.year + (not is_over(m))}-01")


def told_quarter(m: re.Match[str], said: date) -> When:
    """The quarter of what is told without a year: the last such one."""
    if not is_over(m):
        raise ValueError(m.group())
    return part(m, said)


def of_month(m: re.Match[str], said: date) -> When:
    """'January inflation': that of the last such month, or of the nearest to come."""
    month, ahead = MONTHS[m["month"]], tense(m) == "ahead"
    if month == said.month:
        raise ValueError(m.group())
    return When("in", f"{said.year + (ahead and month < said.month) - (not ahead and month > said.month)}-{month:02d}")


_SWORN_IN, _TERM_ENDS = date(2025, 1, 20), "2029-01"  # of the American president, four years on
_AMERICAN = re.compile(r"\b(?:Trump|US|U\.S\.|America(?:ns?)?|United States|Washington|Pentagon|White House)\b")
_ANOTHERS = re.compile(
    r"\b(?:Macron|Putin|Erdo[gğ]an|Elys[eé]e|Kremlin|Zelensky\w*|France|French|Paris|Turk\w+|Ankara)\b"
)


def term_ends(m: re.Match[str], said: date) -> When:
    """'Before this presidency is over', 'by the end of Trump's second term': the American president's."""
    if not _AMERICAN.search(m.string) or _ANOTHERS.search(m.string) or not _SWORN_IN <= said < date(2029, 1, 20):
        raise ValueError(m.group())
    return When("by", _TERM_ENDS)


def election(m: re.Match[str], said: date) -> When:
    """The next election of an American president, in the November before his term begins."""
    if not _AMERICAN.search(m.string) or _ANOTHERS.search(m.string) or not _SWORN_IN <= said < date(2028, 11, 7):
        raise ValueError(m.group())
    return When("before" if m["relation"] == "before" else "by", "2028-11")


_HIS = (
    r"(?:(?:(?:the |this |his |donald |president |mr |us |american )*trump(?:'s)?|this|the (?:current|present|american)|"
    r"the president's|his) ?)"
)
_TERM = (
    rf"{_HIS}(?:second |current |present |us |american )*(?:presidency|administration|term(?: (?:in|of) office)?|"
    r"time in (?:office|the white house)|spell in the white house|mandate)"
)


def since(m: re.Match[str], said: date) -> When:
    """'Since the start of the year', 'since New Year': its January; 'since June', 'since June of last year'."""
    if not m["month"]:
        return When("in", f"{m['year'] or said.year}-01")
    month = MONTHS[m["month"]]
    if (month == said.month and not m["last"]) or (m.group()[0] == "i" and tense(m) == "ahead"):
        raise ValueError(m.group())
    return When("in", f"{said.year - bool(m['last'] or month > said.month)}-{month:02d}")


_LED = r"(?:(?P<relation>by|before|until|till|in|over|during|for) )?"
PARTS: tuple[tuple[str, Callable[[re.Match[str], date], When]], ...] = (
    (
        rf"(?:since|(?<=than )in) (?:the )?(?:(?:very )?(?:start|beginning) of (?:(?:the|this) year|{_OF_A_YEAR})|new "
        rf"year(?:'s day)?|{_MONTH}(?!,? (?:of )?(?:19|20)\d\d| \d)(?P<last> of last year)?)",
        since,
    ),
    (rf"(?:before|by the time|when|once|as|until) {_ANY} {_OVER}", ending),
    (rf"(?P<relation>by|before|until|till|at|come|in) (?:the )?{_END} of {_MAYBE_OF}(?! \d)", ending),
    (
        rf"(?P<relation>before|by the time|when|once|as|until) (?:{_MONTH}{_OF_YEAR}?|{_YEAR}) {_OPENS}",
        opening,
    ),
    (rf"(?:(?P<relation>by|before|until|till|at) )?the {_END} of the year (?P<far>{'|'.join(_FAR)})", far_year),
    (r"(?:in )?the year (?P<far>before last)", far_year),
    (
        rf"(?:(?:by|at|in|around|before|until) )?(?:midyear|mid-year|the middle of the year)(?: {_OF_A_YEAR})?",
        middle,
    ),
    (
        rf"(?:(?:by|at|in) )?(?:halfway through|midway through|the (?:mid-?point|half-?way (?:point|mark)) of) {_YEAR}",
        middle,
    ),
    (
        rf"(?:in|over|during|for) the three months (?:to|through|until|ending in) {_MONTH}{_OF_YEAR}?",
        quarter_to,
    ),
    (r"(?:in |over |during )?(?<!the )(?P<which>last) (?P<unit>quarter)(?! of)", beside_now),
    (
        rf"{_LESS} (?P<count>(?:a|one|two) hundred|\d+|ten|twenty|thirty|forty|fifty|sixty|ninety) (?P<unit>days)",
        in_days,
    ),
    (rf"{_LESS} (?:(?P<count>\d+|a|{COUNT}) (?P<unit>weeks?)|a (?P<unit2>fortnight))(?:' time|'s time)?", in_days),
    (
        rf"(?:inside(?: of)?|within (?:less|no more) than|in (?:less|under|no more|not more)(?: than)?) "
        rf"(?P<count>a|{COUNT}) (?P<unit>years?|months?)",
        in_less,
    ),
    (
        rf"(?:in )?(?P<count>a|{COUNT}) (?P<unit>years?|months?),? (?:tops|max|maximum|at (?:the )?(?:very )?most)",
        in_less,
    ),
    (rf"(?:(?P<relation>by|before|until|till|in|over|during|for|come) )?{_IN_WORDS}", part),
    (rf"{_LED}(?P<quarter>q[1-4])(?! ?(?:19|20)\d\d)", part),
    (
        rf"{_LED}(?:the )?(?:(?P<half>h[12])|{SEASON}(?= of)),? (?:of )?{_OF_A_YEAR}(?![\d%]| percent| per cent)",
        part,
    ),
    (
        rf"(?P<relation>by|before|in|over|during|for|come) {SEASON} {_OF_A_YEAR}(?![\d%]| percent| per cent)",
        part,
    ),
    (rf"(?:(?P<relation>by|before|in|come) )?this {_MONTH}(?! \d)", this_month),
    (
        rf"(?:(?<=closed )|(?<=ended )|(?<=finished )){_MAYBE_OF}(?= (?:at|on|with|above|below|just|some|around)\b)",
        ending,
    ),
    (
        rf"(?:by|before|until|come|around) (?:(?P<which>this|next) )?(?P<name>{'|'.join(_HOLIDAYS)})(?:,? (?:of "
        rf")?(?:{_OF_A_YEAR}|(?P<of>this|next) year))?",
        holiday,
    ),
    (
        rf"(?:by|before|within|until) (?:the )?(?:(?:end|close) of {_TERM}|{_TERM}(?:(?: is|'s) (?:over|out|up|done|"
        rf"finished|through)| (?:ends|expires|runs out|has run its course|draws to (?:a|its) close)))",
        term_ends,
    ),
    (
        r"(?:before|by the time|until) (?:(?:(?:donald |president |mr )?trump|he|the (?:current |american |"
        r"us )*president) (?:leaves?|quits|moves out of|vacates|steps down|has to leave|hands over)(?: (?:office|power|"
        r"the (?:white house|presidency|oval office|keys)))?|(?:(?:(?:donald |mr )?trump|he)(?: is|'s)|(?:the )?(?:current "
        r")?president is) out of (?:office|the (?:white house|oval office))|(?:the|a) (?:next|new) (?:american |us )*"
        r"president (?:is sworn in|takes (?:office|over|the oath)|moves in|is inaugurated)|the next (?:american |us "
        r"|presidential )?inauguration)(?! in\b)",
        term_ends,
    ),
    (
        r"(?P<relation>before|by|until|by the time) (?:the next (?:american |us )*president is elected|(?:the )?next "
        r"(?:american |us )*presidential election)",
        election,
    ),
    (rf"(?P<relation>by|before|until|come|on) new year's day(?: (?:of )?{_YEAR})?", new_years_day),
    (rf"(?P<relation>on|at|by|before|until|come) new year's eve(?:,? (?:of )?(?:{_OF_A_YEAR}|this year))?", eve),
    (
        rf"(?:(?:in|over|during|for) )?(?:the )?{QUARTER}[ -]quarter(?! of\b|[- ]on\b|-year|,? (?:of )?{YEAR})",
        told_quarter,
    ),
    (r"(?P<quarter>first|second|third|fourth)-quarter(?= [a-z])", part),
    (
        rf"(?!may\b){_MONTH}(?= (?:(?:consumer|core|headline|annual|key|urals|brent|budget|federal|fiscal) "
        rf")?(?:inflation|prices?|cpi|unemployment|rate|oil|readings?|deficit|shortfall|surplus|gap|hole|balance|take|"
        rf"haul|receipts|revenues?)\b)",
        of_month,
    ),
)
