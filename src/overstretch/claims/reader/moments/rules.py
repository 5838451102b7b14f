"""How the words of a moment are read: a pattern and the function that makes a moment of it, the first that fits
first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.figures.number_words import ONES
from overstretch.claims.reader.moments import values as of
from overstretch.claims.reader.moments.spans import MONTH, QUARTER, SEASON, SPAN, STAYS, YEAR, this_and_next
from overstretch.questions.data import When

NUMBER = rf"(?:\d+|a|an|{ONES}|ten|eleven|twelve|fifteen|eighteen|twenty(?:[- ]four)?|thirty|forty)"
_COUNT, _MONTH, _YEAR = rf"(?P<count>{NUMBER})", rf"(?P<month>{MONTH})", rf"(?P<year>{YEAR})"
_SO_LONG = rf"(?:\d+[.,]\d+|{NUMBER}(?:[ -]and[ -]a[ -]half)?)"  # "two and a half years", "1.5 years"
_SO_MANY = (
    rf"(?:{_COUNT}(?: (?:to|or) |(?<!twenty)-)(?P<upper>{NUMBER})|(?P<count2>{NUMBER}))[ -](?P<unit>years?|months?|"
    r"quarters?|decades?)"
)
_ABOUT = r"(?:(?:some|about|around|roughly|approximately|perhaps|maybe|something like) )?"
_BY = r"(?:by|until|till|to|through|up to|not later than|no later than|at the latest by|come)"
_AT_ITS_END = r"(?= (?:somewhere )?(?:with|at|between|above|below|under|over|around|near|close)\b|,|\.|$)"
_BROUGHT = (  # a moment as what brings a figure
    r" (?:alone )?(?:saw|brought|yielded|delivered|produced|pushed|took|sent|lifted|pulled|dragged|drove|left)\b"
)
_MAY_BRING = r" (?:will|would|could|may|might|should) (?:\w+ )?(?:see|bring|yield|deliver|produce)\b"
_NO_DAY = (
    r"(?! \d{1,2}(?:st|nd|rd|th)?\b(?![.,]?\d| ?(?:%|per ?cent|percent|of (?:the )?[a-z]|members|allies|countries)))"
)
_TAKES_STOCK = (  # what looks at the targets again
    r"(?:(?:the |its |their |nato's |next |mid-?term |planned |agreed |formal |big |great |allied |capability |"
    r"progress |alliance(?:'s)? |spending |core |[a-z]+-per-?cent )*(?:review|stock-?tak(?:ing|e)|half-?way (?:point|"
    r"mark)|targets?|goals?|pledges?|guidelines?|benchmarks?))"
)
_COMES = (
    r"(?:(?:next )?(?:comes?|is|gets?|takes?|arrives?|opens?|begins?|starts?)(?: (?:round|around|up|due|held|place|"
    r"under ?way|again|for review|scheduled|next))*|(?:is|are|gets?|come|comes) (?:next |again |once more |up for )*(?:"
    r"reviewed|revisited|re-?examined|looked at|checked|assessed|review)(?: again| next)?)"
)
_DECADE = r"(?:the|this|the current|the present)"
_DECADES_END = r"(?:end|close|turn)"


def _to_its_end(m: re.Match[str], said: date) -> When:
    """The rest of the year, or from a month of it on: its mean, or each month where it stays so."""
    first = of.MONTHS[m["since"]] if m["since"] else said.month
    kind = "mean" if re.search(r"\baverag", m.string, re.I) else "each"
    if first < said.month or _DID.search(m.string) or (kind == "each" and not STAYS.search(m.string)):
        raise ValueError
    return When(kind, f"{said.year}-{first:02d}", f"{said.year}-12")  # type: ignore[arg-type]


_DID = re.compile(r"(?<!be )(?<!been )\b(?:stayed|remained|kept|held|averaged)\b", re.I)  # in a year that is over
_YEARS_END = r"(?:the (?:end|close) of (?:the|this) year|(?:the )?year(?:'s)?[- ]end)"
RULES: tuple[tuple[str, Callable[[re.Match[str], date], When]], ...] = (
    (
        rf"(?:in |over |for |from |between )?(?P<first>{MONTH})(?:-| to | through | and )(?P<last>{MONTH})(?:,? (?:of "
        rf")?{_YEAR})?",
        of.months,
    ),
    (
        rf"(?:(?:in|over|for|during) the (?:first|opening)|after) {_COUNT} months(?: of (?:the year )?{_YEAR})?(?! "
        rf"before)",
        of.months,
    ),
    (
        rf"(?:for|over|in|during|through|throughout) the (?:rest|remainder) of (?:the|this) year|"
        rf"between now and {_YEARS_END}|from (?:\d{{1,2}} )?(?P<since>{MONTH})(?: \d{{1,2}})? (?:to|until|"
        rf"till|through) {_YEARS_END}",
        _to_its_end,
    ),
    (rf"(?:at some point )?between now and {_YEAR}", of.until_now),
    (
        rf"(?:before|by the time) (?:the |this |his |her |its )?(?:(?!  | will )[\w' -]){{3,50}}? (?:leaves?|ends?|"
        rf"expires?|steps? down|takes? office|votes?|goes|departs?|convenes?|meets?)(?: office| power)? in "
        rf"(?P<month>{MONTH} )?{_YEAR}",
        of.by_month,
    ),
    (
        rf"(?:before|ahead of|prior to) (?:the |this |next |last )?[\w' -]{{0,50}}?(?:elections?|vote|ballot|midterms|"
        rf"referendum|summit|review|conference)(?: (?:of|on|in|due in|due on|held in|set for|scheduled for))? (?:next |"
        rf"early |late )?{_MONTH}(?: {_YEAR})?{_NO_DAY}",
        of.before_month,
    ),
    (
        rf"(?:at|in) (?:its|the|their) (?:next |coming |upcoming )?{_MONTH} (?:board |rate |policy |rate-setting |"
        rf"regular |scheduled )*(?:meeting|session)",
        of.next_month,
    ),
    (
        rf"before (?:the year )?{_YEAR}(?:'s| is| has)? (?:is )?(?:out|over|ends|ended)|by the time (?:that "
        rf")?(?P<year2>{YEAR}) is (?:over|out)|come new year's eve (?P<year3>{YEAR})|by new year's eve(?: "
        rf"(?P<year4>{YEAR}))?|(?:before|until) (?:the|this) year is (?:out|over|done|through)|(?:by|before|around|at|"
        rf"over|this side of|come) (?:the )?(?:new year|christmas|year's end)(?: (?:of )?(?:next year|"
        rf"(?P<year5>{YEAR})))?",
        of.over,
    ),
    (
        rf"(?:from|as of|starting(?: in)?|beginning(?: in)?) (?:{_YEAR}|next year|this year) (?:on|onwards?)",
        of.from_year_on,
    ),
    (
        r"(?:until|till|to|through|through to) the (?:end of|close of) (?:the|this) decade|throughout (?:the|this) "
        r"decade|(?:for|over|during|throughout|through) the (?:rest|remainder) of (?:the|this) decade",
        of.through_decade,
    ),
    (
        rf"(?:throughout|(?:for |over |during )?(?:all(?: of)?|the (?:whole|entirety) of)) (?:{_YEAR}(?!\s?[-–]\s?\d| "
        rf"to (?:19|20)| through (?:19|20))|next year|this year|(?:the )?year(?! (?:after|before)))",
        of.whole_year,
    ),
    (rf"(?:in |over )?each of the (?:past|last) {_COUNT} years", of.past_years),
    (rf"(?:well |deep )?into {_YEAR}", lambda m, said: When("from", m["year"])),
    (rf"(?:over|in|during|for) the {_COUNT} years to {_YEAR}", of.years_to),
    (rf"(?:between|from) (?:this year|now) (?:and|to|until|through) {_YEAR}", of.from_now_to),
    (r"(?:at|around|by|before) the turn of the year", of.turn_of_the_year),
    (rf"(?:(?<=make it )|(?<=makes it )|(?<=made it ))to {_YEAR}", of.before_year),
    (
        rf"(?:in |for |during )?(?:each|every)(?: single)? month (?:of|in) {_YEAR}",
        lambda m, said: When("each", f"{m['year']}-01", f"{m['year']}-12"),
    ),
    (rf"this side of {_YEAR}", of.before_year),
    (rf"{_MONTH}(?={_BROUGHT})", of.past_month),
    (rf"(?P<relation>by|before|until|come|in)? ?next {_MONTH}{_NO_DAY}", of.month),
    (rf"{_MONTH}(?={_MAY_BRING})", of.next_month),
    (
        rf"(?:the )?(?P<quarter>first|second|third|fourth) quarter(?={_BROUGHT})",
        lambda m, said: When(
            "in", f"{said.year - (3 * of.QUARTERS[m['quarter']] >= said.month)}-Q{of.QUARTERS[m['quarter']]}"
        ),
    ),
    (
        rf"(?:in |by )?(?:the )?{QUARTER} quarter(?: of (?:next year|this year))?(?= |,|\.|$)(?! of (?:19|20))",
        of.quarter,
    ),
    (rf"(?P<count>a|an|{NUMBER}) years? ago", of.ago),
    (rf"last {_MONTH}{_NO_DAY}", of.last_month),
    (
        rf"in (?:either|any(?: one)?|one) of the (?:next|coming) {_COUNT} years",
        lambda m, said: replace(of.each_next(m, said), relation="any"),
    ),
    (
        rf"(?:in )?(?:each|every one) of the next {_COUNT} years|for the next (?P<count2>{NUMBER}) years(?= (?:at "
        rf"least|running))",
        of.each_next,
    ),
    (
        rf"(?:in )?(?:each|every)(?: single)? year (?P<way>up to|to|through to|through|until|till)(?: the end of| and "
        rf"including)? {_YEAR}",
        of.each_until,
    ),
    (
        rf"in (?:a single|any(?: single)?|no) year (?P<way>before|until|till|up to and including|up to|to|"
        rf"through) {_YEAR}",
        of.any_until,
    ),
    (
        rf"(?<!\d )(?:until|till|through|throughout)(?: to)? (?:the end of )?{_YEAR}(?! and| to (?:19|20)| through "
        rf"(?:19|20)|\s?[-–]\s?\d)",
        of.until,
    ),
    (rf"(?:{_COUNT} years (?:from now|from today|hence)|in a couple of years)", of.from_now),
    (
        r"(?:by |in |before |come )?(?:the )?(?:early|mid|late|middle of the|middle)[- ](?P<decade>20[2-4]0)s(?: at "
        r"the latest)?|(?:by |in )?(?:the )?(?:middle|mid) of the (?:next |current |this )?decade|(?:by |"
        r"come )?(?:the )?end of the next decade",
        of.decade_part,
    ),
    (
        rf"(?P<by>by the time(?: when| that)?|when|once|as) (?:{_TAKES_STOCK} {_COMES},? (?:in|of) {_YEAR}|"
        rf"{_TAKES_STOCK} (?:of|in) (?P<year2>{YEAR}) {_COMES}|(?:the )?(?:alliance|allies|nato|members|leaders|"
        rf"ministers) (?:next |again |come to |meets? to )*(?:takes? stock|reviews? {_TAKES_STOCK})(?: again)?,? in "
        rf"(?P<year3>{YEAR}))",
        lambda m, said: of.over(m, said) if m["by"].startswith("by") else When("in", m["year"]),
    ),
    (rf"by (?:the time of )?the (?:{_YEAR} )?review|when the review comes round", of.review_time),
    (
        rf"before (?:the |next |this )?{SEASON}(?: of)?(?: {_YEAR})?(?: is|'s| has)? (?:over|out|ends|ended)",
        of.season,
    ),
    (
        rf"(?:by|before|come|around|until|at|over) (?:next )?(?P<orthodox>orthodox )?easter(?: {_YEAR})?",
        of.by_easter,
    ),
    (
        rf"before (?:the |next )?{SEASON}(?: of)?(?: {_YEAR})?",
        of.before_season,
    ),
    (
        rf"(?:on average |averag\w+ )?(?:(?:over|for|in|during) the {NUMBER} years (?:of [\w' ]+?\s+)?)?(?:(?:(?:in|"
        rf"for) )?(?:each|every)(?: single)? (?:year|of the years) )?(?:from |between |over |in |of |within |"
        rf"throughout |through |during )?(?:the years )?{SPAN}(?![\d%]|\s?(?:per|pc|bn|billion|trillion))",
        of.span,
    ),
    (
        rf"(?:{_BY}|before|on|as of) (?:the )?(?P<day>\d{{1,2}}|first|thirtieth|thirty-first)(?:st|nd|rd|th)?(?: "
        rf"of)? {_MONTH},? {{1,2}}{_YEAR}",
        of.day,
    ),
    (
        rf"(?:{_BY}|before|on|as of) {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {{1,2}}{_YEAR}",
        of.day,
    ),
    (
        rf"(?P<relation>{_BY}|before|on|as of) (?:the )?(?P<day>\d{{1,2}}|thirtieth|thirty-first|first)(?:st|nd|rd|"
        rf"th)?(?: of)? {_MONTH}(?!,? {{1,2}}(?:19|20)\d\d)",
        of.undated_day,
    ),
    (
        rf"(?P<relation>{_BY}|before|on|as of) {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,? {{1,2}}(?:19|"
        rf"20)\d\d)",
        of.undated_day,
    ),
    (
        rf"(?P<relation>by|before|until|in|during|for|since)? ?(?:the )?(?:end of |late |early |mid-?)?(?:next |this |"
        rf"last )?{_MONTH}(?:,? (?:of )?{_YEAR})",
        of.month,
    ),
    (
        rf"(?P<relation>by|before|until|come) (?:the end of |next |this coming |this |the coming )?{_MONTH}{_NO_DAY}",
        of.month,
    ),
    (rf"(?:in|for) {_MONTH}{_NO_DAY}", of.past_month),
    (rf"(?:the )?{_MONTH}'s", of.month_of),
    (rf"(?P<relation>in) (?:next |this coming )?{_MONTH}{_NO_DAY}", of.month),
    (
        rf"(?:{_BY} |before |in |at )?(?:the )?(?P<part>end(?:s|ed)?|close[sd]?|finish(?:es|ed)?|middle|mid|"
        rf"start(?= of)|beginning(?= of)|dawn(?= of)|early|late)(?:-| of |\s)(?:the year )?{_YEAR}",
        of.part,
    ),
    (
        rf"(?:{_BY} |before |in |at |around )?(?:the )?(?P<part>middle|mid|start(?= of)|beginning(?= of)|dawn(?= of)|"
        rf"early|late)(?:-| of |\s)(?:next|this) year",
        of.part,
    ),
    (rf"(?:{_BY} |before )?(?:the )?(?P<part>year'?s? ?-?end|year-end)(?: (?:of )?{_YEAR})?", of.part),
    (
        rf"(?P<relation>by|before|until|in)? ?(?:the )?(?:end of )?(?:the )?(?P<quarter>first|second|third|fourth|last|"
        rf"final|opening|closing|q[1-4]) ?(?:quarter)? (?:of )?(?:the )?{_YEAR}",
        of.quarter,
    ),
    (
        rf"(?:throughout|all through|through(?:out)? the whole of|(?:for|during|over) (?:all|the whole|the entirety) "
        rf"of) (?:the )?(?P<half>first|second) half(?: of {_YEAR})?",
        of.whole_half,
    ),
    (
        r"(?:in|over|during|within) the (?:coming year(?! or)|year (?:ahead|to come)|(?:12|twelve) months (?:ahead|"
        r"to come))",
        lambda m, said: When("by", of.month_after(said, 12)),
    ),
    (
        rf"(?:in |(?P<by>by )|over |during )?(?:the )?(?P<half>first|second|latter|back|closing|final|opening|front) "
        rf"half(?: of (?:(?:the year )?{_YEAR}|(?P<which>this|next|last) year))?",
        of.half,
    ),
    (
        rf"(?:with)?in (?:the )?(?:next |coming )?{_ABOUT}(?:(?P<count>{_SO_LONG})(?: (?:to|or) |"
        rf"(?<!twenty)-)(?P<upper>{_SO_LONG})|"
        rf"(?P<count2>{_SO_LONG}))[ -](?P<unit>years?|months?|quarters?|decades?)(?: or so)?(?:'? time|'s time)?",
        of.within,
    ),
    (
        rf"(?:over|for|during) the (?:next|coming) {_SO_MANY}",
        of.within,
    ),
    (
        rf"(?:takes? (?:it |them |russia |moscow )?|(?<!\w)(?:give|allow) (?:it|this|that|them|him|her|russia|moscow|"
        rf"kyiv) )(?:about |around |up to |another )?{_SO_MANY}",
        of.within,
    ),
    (rf"(?P<relation>before) (?:the year )?{_YEAR}", of.before_year),
    (rf"{_COUNT} months into (?:the year|{_YEAR})", of.months),
    (rf"{_BY} (?:the year |fiscal |fy ?)?{_YEAR}(?![\d%])", of.over),
    (
        rf"(?:by|until|come) (?:next |this |this coming |the coming |the )?{SEASON}(?: of)?(?: {_YEAR})?",
        of.season,
    ),
    (
        rf"(?:in |over |during |at some point )?(?:this|this coming|the coming|next) {SEASON}",
        of.season,
    ),
    (
        r"(?:in |by (?:the (?:end|close) of )?|before the (?:end|close) of |at the (?:end|close) of |during |over )?"
        r"(?P<which>last|this|next|the previous|the coming|the past) (?P<unit>month|"
        r"quarter)(?!\w|ly)",
        of.beside_now,
    ),
    (
        r"(?:by )?this time next year|(?:a|one) year (?:from (?:now|today)|hence)|in a year's time|(?:in )?twelve "
        r"months (?:from now|hence)",
        lambda m, said: When("by", of.month_after(said, 12)),
    ),
    (
        r"(?:by|before|at|until|come) (?:the )?(?:end|close) of (?:the|this) (?P<unit>month|quarter)(?! of)|"
        r"before (?:the|this) "
        r"(?P<unit2>month|quarter) is (?:out|over|up|done|through)|within the (?P<unit3>month|quarter)(?! of)",
        of.running_out,
    ),
    (
        r"(?:in|over|during|through) the (?P<season>spring|summer|autumn|winter)(?! (?:of|19|20|\d))",
        of.in_season,
    ),
    (
        rf"(?P<relation>by|before|in) (?P<short>(?:twenty|thirty)-(?:{ONES})|(?:twenty|thirty)-?(?:{ONES})?(?= at the "
        rf"latest))(?! (?:per|percent|members|allies|countries|billion|million|trillion|dollars|euros|points|months|"
        rf"years))",
        of.short_year,
    ),
    (
        rf"(?:in (?:the course of )?|over (?:the course of )?|for |during |of |this |on )?(?:the year |fiscal (?:year "
        rf")?|fy ?)?{_YEAR}(?:[-/](?:20)?\d\d(?!\d))?(?:'s)?(?: (?:financial|fiscal|tax|budget|calendar) year)?(?!\d|"
        rf",\d|%)",
        lambda m, said: When("in", m["year"]),
    ),
    (
        rf"(?:{_BY} |before |later |still |at |within |in |around )?(?:the )?(?:{_DECADES_END} of (?:{_DECADE} decade|"
        rf"the 2020s|the twenties)|decade(?:'s|-) ?(?:end|close)|decade is out|decade ends|(?:this|current|present) "
        rf"decade|2030s (?:start|begin|dawn)|(?:(?<=outlive )|(?<=outlast )|(?<=survive ))the 2020s)",
        of.by_decade,
    ),
    (
        r"(?:by |before |until |at )?(?:the )?(?:end|close) of (?:the |this )?year",
        lambda m, said: When("by", f"{said.year}-12"),
    ),
    (
        r"(?:in |for |throughout )?(?:(?:both|either|neither) )?(?:in )?this year,? (?:and|or|nor|as well as) (?:in "
        r")?(?:the course of )?(?:the )?next(?: (?:year|one))?(?! (?:year|month|quarter)s\b)",
        this_and_next,
    ),
    (
        r"(?:by |before |until |from |starting |beginning )?(?:the )?(?:end of |close of )?(?:(?:in|over|during) the "
        r"course of )?(?:the )?(?:year after next|(?:next|this|current|last|coming|past) year)(?:'s)?",
        of.relative,
    ),
    (
        r"(?:by|until) (?:the )?(?:may holidays|may day)",
        lambda m, said: When("by", f"{said.year + (said.month > 4)}-04"),
    ),
    (
        r"this decade|(?:before|by|by the time) the (?:decade|twenties)(?: is|'s| are)? (?:out|over|ends?|closes?)",
        of.by_decade,
    ),
    (r"(?:(?<=[%\d] )|(?<=cent ))next(?=\s*(?:[,.;:)]|$|and\b|but\b))", lambda m, said: When("in", str(said.year + 1))),
    (r"(?:by|until) the end of next(?! \w)", lambda m, said: When("by", f"{said.year + 1}-12")),
    (rf"(?:closed|ended|finished) the year{_AT_ITS_END}", lambda m, said: When("by", f"{said.year - 1}-12")),
    (
        rf"(?:clos(?:es?|ing)|end(?:s|ing)?|finish(?:es|ing)?) the year{_AT_ITS_END}",
        lambda m, said: When("by", f"{said.year}-12"),
    ),
    (r"for the year(?= at| as a whole|,|\.|$)", lambda m, said: When("in", str(said.year))),
)
