"""The patterns of dates: calendar days, parts of years, seasons, quarters, words such as "next year"."""

from __future__ import annotations

import re

from overstretch.statements.mentions.quantities import SMALL, UNIT, any_of

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec"
)
MONTHS = {name: index for index, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
DAYS = {name[:3]: index for index, name in enumerate(_DAY_NAMES.split())}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
FEASTS = {"christmas": (12, 25)} | dict.fromkeys(("new year’s eve", "new year's eve"), (12, 31))
FEASTS |= dict.fromkeys(("new year", "the turn of the year"), (1, 1))
MONTH = rf"(?:{any_of(MONTHS)})\.?"
DAY = f"(?:{_DAY_NAMES.replace(' ', '|')}|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?=[.,]? \\d))"
_WORD = any_of(SMALL)
_NUMBER = rf"\d+|(?:{_WORD})(?:[- ](?:{_WORD}))?|a few|few|several|half an?|a couple of|an?"
YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:st|nd|rd|th)?"
_RELATION = (
    r"(?P<relation>no later than|not later than|at the latest by|come|by|before|until|till|from|since|starting(?: in"
    r"| from)?|"
    r"beginning(?: in| from)?|in|within|inside|over|after|on|during|for|through|to)"
)
_PARTS = "very end|end|start|beginning|middle|mid|close|late|early|first half|second half|H1|H2"
_REL = "next|this|last|the following|the coming|the past|the same|the current|the"


def _first(number: int) -> str:
    return rf"(?:(?P<first{number}>\d{{1,2}}){_ORDINAL} ?(?:-|–|to|and|or) ?)?"


def _part(number: int) -> str:
    return rf"(?:the )?(?P<part{number}>{_PARTS})"


_EXACT = "|".join(
    [
        r"(?P<iso>\d{4}[-/]\d{2}[-/]\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?",
        rf"(?P<dotted>\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})",
        rf"{_first(1)}(?P<d1>\d{{1,2}})(?:\.|{_ORDINAL}) (?:of )?(?P<m1>{MONTH})(?:,? (?P<y1>{YEAR}))?",
        rf"(?P<m2>{MONTH}) {_first(2)}(?P<d2>\d{{1,2}}){_ORDINAL}(?!\d|%|\.\d)(?:,? (?P<y2>{YEAR}))?",
        rf"(?:{_part(1)}(?:-| of |-of-| ))?(?P<m3>{MONTH})(?: of)?,? (?P<y3>{YEAR})",
        rf"(?:the )?(?P<q>first|second|third|fourth|last|Q[1-4])(?: quarter)?(?:,? of)? (?P<yq>{YEAR}|next year"
        r"|this year)",
        rf"(?P<feast>{'|'.join(FEASTS)})(?: (?:of )?(?P<yf>{YEAR}|next year|this year))?",
        rf"{_part(2)}(?:-| of |-of-| )(?:the )?(?:year |fiscal year |FY ?)?(?P<yp>{YEAR})(?P<decade_part>s)?",
        rf"{_part(3)}(?:-| of | in | )(?P<relpart>{_REL}) (?:calendar )?(?P<partunit>year|decade|month)",
        rf"{_part(4)} (?P<relshort>next|this|last) (?P<shortunit>year|decade)",
        r"(?:the )?(?P<yearend>year[- ]end|decade[’']s end)",
        r"(?:the|this) (?P<out>year|decade) is (?:out|over)",
        r"(?:the )?(?P<qq>Q[1-4]|(?:first|second|third|fourth|last) quarter)",
        r"(?:the )?(?:fiscal(?: year)? |FY ?"
        rf"|financial year )?(?P<y>{YEAR})(?:[-–/](?P<y_to>(?:20)?\d{{2}}))?(?P<decade>s)?(?![\d,.]*\d|%)",
        rf"(?P<rel>{_REL}) (?P<relunit>year|month|week|quarter|decade|summer|spring|autumn|winter|fall)(?! of\b)",
        rf"(?P<relm>next|last|this) (?P<m5>{MONTH})",
        rf"(?P<lastday>next |last |this |late |early )?(?P<weekday>{DAY})",
        r"(?P<word>today|yesterday|tomorrow|tonight|now|once|previously|"
        r"earlier(?: this (?:week|month|year)| in the (?:day|week))?|recently|in the past)",
        rf"(?:{_part(5)}(?:-| of | ))?(?P<m4>{MONTH})(?! \d)",
        r"(?P<season>summer|spring|autumn|winter)(?! of\b)",
    ]
)
_LEAD = r"(?:the )?(?:next |coming |past |following )?"
_OR = rf"(?:(?:[ -]to[ -]|-|–| or )(?P<upto%s>{_NUMBER}))?"
SPAN = re.compile(
    rf"(?<![\w-])(?:(?P<rspan>within|in|inside|over|for) {_LEAD}(?P<count>{_NUMBER}){_OR % ''}[ -]"
    rf"(?P<unit>{UNIT})(?P<more> and a half)?\b|{_LEAD}(?P<count2>{_NUMBER}){_OR % '2'} (?P<unit2>{UNIT}) "
    r"(?P<ago>ago|from now|later|earlier|hence))",
    re.IGNORECASE,
)
DATE = re.compile(rf"(?<![\w$€£-])(?:{_RELATION} )?(?:{_EXACT})(?!\w)", re.IGNORECASE)
