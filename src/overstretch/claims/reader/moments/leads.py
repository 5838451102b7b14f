"""Words before a moment that say no more than a plain one: "ahead of 1 July" is before it, "at some stage in 2027" in
it. They are put as the plain one, as long as they were, and belong to the moment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overstretch.claims.reader.figures.number_words import ONES
from overstretch.claims.reader.moments.spans import COUNT, MONTH, YEAR

_THING = (
    rf"(?=(?:(?:the|this|next|that|its|an?|early|late|mid|end|fiscal|calendar|midyear|year-end|(?:\d{{1,2}}|q[1-4]|"
    rf"h[12])\b|christmas|easter|spring|summer|autumn|winter|new)\b|{MONTH}\b|{YEAR}\b))"
)
_AT = r"(?:(?:at )?(?:some|any) ?(?:time|point|stage|moment) (?:or other )?)"
_ALL_THE_WAY = r"(?:all the way|right|clear|straight|all along) "
_IN_THE, _OF_A_YEAR = (
    r"(?P<way>in |by |before |during |over |until )?(?:the )?",
    rf"(?=(?:the year )?{YEAR}\b|(?:next|this) year\b)",
)
_FISCAL = r"(?:calendar|fiscal|financial|budget|budgetary|tax)"
_KIND = rf"(?:the )?{_FISCAL}(?: year)? "
_WAY = r"(?P<way>(?:(?:(?:in|for) )?(?:each|every)(?: single)? year )?(?:in|over|for|during|across|throughout|through|within|of|between) )?(?:the )?"
_WHOLE = r"(?:(?:whole|entirety|length|course|duration) of (?:the )?|(?:whole|full|entire|complete) )?"
_PERIOD = r"(?:period|stretch|span|window|time ?frame|interval|spell|cycle|horizon|years?)"
_OF_PLANS = r"(?:(?:budget|budgetary|planning|plan|forecast|fiscal|financial|medium-term|spending|programme|program) )?"
_SPAN = rf"{YEAR}\s*(?:-|–|to|and|through|until)\s*(?:{YEAR}|\d\d(?!\d))"
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LEADS: tuple[tuple[str, str], ...] = (
    *(
        (
            rf"{_WAY}{_WHOLE}(?:{names}) (?={_SPAN}|from {YEAR}|between {YEAR}|of {YEAR})",
            f"{{way}}{n} years ",
        )
        for n, names in (
            (5, r"half[- ]decade|quinquennium"),
            (4, "quadrennium"),
            (3, "triennium"),
            (2, "biennium"),
            *(
                (n, rf"(?:{word}|{n})-year {_OF_PLANS}(?:period|stretch|span|spell|run|window|interval)")
                for n, word in enumerate(_COUNTED, 2)
            ),
        )
    ),
    (  # "over the period from 2027 to 2030", "the 2027-30 budget period"
        rf"{_WAY}{_WHOLE}{_OF_PLANS}(?:period|stretch|span|window|time ?frame|interval|spell)(?: of)?(?: the years)? "
        rf"(?:from |between |of |covering |spanning |running from |that runs from )?(?P<span>{_SPAN})",
        "{way}{span}",
    ),
    (rf"{_WAY}{_WHOLE}(?P<span>{_SPAN}) {_OF_PLANS}{_PERIOD}\b", "{way}{span}"),
    (
        rf"(?P<way>(?:(?:in|over|for|during|across) )?(?:(?:all|each of|every one of|any of|none of) )?(?:the "
        rf")?(?:{COUNT} )?){_FISCAL} years(?= (?:from|between|of|to|through|running|in a row|{YEAR}))",
        "{way}years",
    ),
    (rf"(?:(?:in|for|over) )?all (?:the |those )?years (?:from |between |of )?(?={_SPAN})", "each year "),
    (
        rf"(?P<way>(?:in|over|for|during|across|throughout|through) )the years (?:from|between|of|spanning|running "
        rf"from) (?={_SPAN})",
        "{way}the years ",
    ),
    *(
        (
            rf"(?P<way>(?:in|by|before|from|until|till|through|during|over|for|of|since|late|early) )?(?:the year "
            rf")?{words}(?![ -](?:per|billion|million|trillion|points?)\b)",
            f"{{way}}{year}",
        )
        for year, words in (
            *((2020 + n, rf"twenty[- ]twenty[- ]?{word}") for n, word in enumerate(_COUNTED[3:8], 5)),
            *((2030 + n, rf"twenty[- ]thirty[- ]{word}") for n, word in enumerate(("one", *_COUNTED[:4]), 1)),
            (2030, rf"twenty[- ]thirty(?![- ](?:{ONES}))"),
        )
    ),
    (rf"(?P<way>early|late) in (?=(?:the year )?{YEAR}|(?:next|this) year)", "in {way} "),
    (rf"all through (?={YEAR}|(?:next|this) year)(?!{_SPAN})", "throughout "),
    (  # some time in it
        rf"(?:sometime|some time|somewhere|at (?:some|one) (?:point|time|stage|moment)(?: or (?:an|the )?other)?|"
        rf"in (?:some|one) year(?: or (?:an|the )?other)?)(?: in| during)? (?:the years )?(?P<link>between|"
        rf"from) (?={_SPAN})",
        "one year {link} ",
    ),
    (
        rf"(?:at|in) any (?:one |given )?(?:point|time|stage|moment)(?: in time)?(?: in| during)? (?:the years )?"
        rf"(?P<link>between|from) (?={_SPAN})",
        "any year {link} ",
    ),
    (
        rf"from (?P<first>{YEAR}),? (?:on )?(?:all the way|right|clear|straight|up|right up|all along|well) (?:up )?"
        rf"(?:through to|through|until|till|to)(?: and including)?(?: the end of)? (?P<last>{YEAR})",
        "from {first} to {last}",
    ),
    (
        rf"(?P<way>every|each)(?: single)? year (?:of|over|across|within|during|inside|"
        rf"in)(?: the)?(?: years)? (?={_SPAN})",
        "{way} year in ",
    ),
    (rf"(?:across|spanning|all through|all across) (?={_SPAN})", "over "),
    (r"(?:no|not) later than|on or before|at (?:the )?(?:very )?latest (?:by|in|on)|by the latest in", "by"),
    (
        rf"(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!stay )(?<!remain )(?<!far )(?<!% )(?<!points )(?<!percent "
        rf")(?<!cent )(?:(?:some time|sometime|well|just|shortly) )?(?:ahead of|prior to|in advance "
        rf"of) {_THING}(?!{YEAR}'s)(?!the (?!start|end|close|year|summer|winter|autumn|spring|first|second|third|"
        rf"fourth|last|middle|beginning|turn|dawn|new|decade|{YEAR}))",
        "before ",
    ),
    (
        rf"as (?:early|soon|quickly) as (?:in |by |on )?{_THING}(?!the (?:first|second|opening|latter) half|the "
        rf"(?:government|bank|new|war|economy|first [a-z]+ of [a-z]))",
        "by ",
    ),
    (rf"{_AT}(?:before|ahead of|prior to) {_THING}", "before "),
    (rf"{_AT}by {_THING}", "by "),
    (rf"{_AT}(?:in|during|over|within|of) {_THING}", "in "),
    (
        rf"(?:(?:at )?some ?time|later)(?= (?:this|next) (?!month's|year's)(?:year|month|quarter|{MONTH}|spring|"
        rf"summer|autumn|fall|winter)\b)",
        "",
    ),
    (
        rf"{_ALL_THE_WAY}(?P<way>through to|through|up until|until|till) {_THING}",
        "{way} ",
    ),
    (rf"(?:in|during|over|within|through) the (?:full )?(?:course|span|period) of (?!the next\b){_THING}", "in "),
    (r"(?:towards?|around|near|nearing)(?= the (?:end|close) of)", "at"),
    (
        rf"(?:with)?in(?:side)? (?:the space|the span|a span|a period|the period) of "
        rf"(?={'an? |one |two |three |four |five |six |seven |eight |ten |twelve |eighteen '}|\d+ )",
        "within ",
    ),
    (
        rf"(?P<way>in|by|before|for|during|over|until|till|through|throughout|since|of|from) {_KIND}(?={YEAR}\b)",
        "{way} ",
    ),
    (
        rf"{_IN_THE}(?:(?:opening|first|early) (?:few )?(?:months|weeks|days)|(?:very )?early part|earlier part) "
        rf"of {_OF_A_YEAR}",
        "{way}early ",
    ),
    (
        rf"{_IN_THE}(?:(?:closing|final|last|dying|concluding) (?:few )?(?:months|weeks|days)|(?:very )?latter part|"
        rf"later part|back end|tail end|tail-end) of {_OF_A_YEAR}",
        "{way}late ",
    ),
    (
        rf"(?P<way>in )?(?:year (?:after|upon|in,? year out,?|by) (?:year,? )?|(?:each and every|every single|every "
        rf"last|every one of the) (?:year |years ))(?:from |of |between |in )?(?={YEAR}|the years)",
        "every year ",
    ),
    (r"(?:(?:right|all the way|clear|straight) )?up to (?=the (?:end|close) of)", "until "),
    (
        rf"(?<!year )(?<!years )(?:all the way |right )?up to and including (?=the year |the end of |{YEAR}|"
        rf"next year|this year)",
        "through ",
    ),
    (rf"(?:at least|at the very least) (?P<way>until|till|through) {_THING}", "{way} "),
    (rf"(?P<way>until|till|through) at (?:the very )?least {_THING}", "{way} "),
    (r"(?P<way>this|next|last|the coming|the current) calendar (?=year\b)", "{way} "),
    (rf"(?P<way>in |for |over )?(?:the )?full(?: |-)year (?={YEAR}\b)", "{way}"),
    (r"(?P<way>in |during |over )?the (?:present|ongoing|running) year\b", "{way}this year"),
    (
        r"(?:in |during |over )?the year (?:(?:just|that has just|that just|recently) (?:ended|gone|past|finished|"
        r"closed)|gone by)\b",
        "last year",
    ),
    (
        rf"year (?:after|upon|in,? year out,?) (?:year,? )?(?P<way>until|till|through|up to) (?={YEAR}|the (?:end|"
        rf"close) of)",
        "every year {way} ",
    ),
    (rf"{_ALL_THE_WAY}(?:up to|to) {_THING}", "until "),
)
_COMPILED = tuple((re.compile(rf"\b{words}", re.I), plain) for words, plain in _LEADS)


def _leads(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for words, plain in _COMPILED:
        for m in words.finditer(text):
            held = plain
            for name, part in m.groupdict().items():
                held = held.replace(f"{{{name}}}", part or "")
            if len(held) <= len(m.group()):
                yield m, held


def plain_leads(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with each such lead put as the plain one, as long as it was; and where they stand."""
    places: list[tuple[int, int]] = []
    for m, held in _leads(text):
        if text[m.start() : m.end()] == m.group():
            text = text[: m.start()] + held.rjust(len(m.group())) + text[m.end() :]
            places.append((m.start(), m.end() + 2 * (not held)))
    return text, places
