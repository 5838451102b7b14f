"""Wordings of a number put as plain ones, as long as they were ("a couple of trillion", "a tenth of a point"), those that
give its first digit alone ("with a five in front"), and what may stand between "a" and a figure ("a paltry 1.4%")."""

from __future__ import annotations

import re

from overstretch.statements.mentions import quantities

NTHS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12,
    "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_ONES = "one two three four five six seven eight nine"
_ONE = _ONES.split()
_DIGIT = "|".join(_ONE)
_SIZES = {"a": 1, "an": 1, **{word: n for n, word in enumerate(_ONE, 1)}}
_UNIT = r"(?:percentage[ -]points?|per[ -]?cent(?:age)?(?:[ -]points?)?|points?|pct|pp|%)"
_AMOUNT = (
    rf"(?=(?:(?:hundred|thousand) )*(?:trillion|billion|million|thousand|hundred|{_UNIT}|basis points?|dollars|euros|"
    r"ro?ubles|pounds|zlotys?)(?![a-z]))"
)
_POINT = re.compile(
    rf"\b(?P<whole>{_DIGIT}|ten|eleven|twelve)-point-(?:{_DIGIT}|oh|nought|zero)(?:-(?:{_DIGIT}))?\b", re.I
)
_PART = re.compile(  # "one half of one percent", "two tenths of a point", "a quarter point"
    rf"\b(?:(?P<k>an?|{_DIGIT})[ -])?(?P<part>half|(?:{'|'.join(NTHS)})s?)(?:(?P<of> of)? (?P<one>an?|one|1)"
    rf"(?: (?:single|full|whole))?(?= ?{_UNIT}(?!\w))| (?=(?:percentage[ -])?point\b))",
    re.I,
)
_COUPLE = re.compile(
    rf"\b(?:an? (?:good |round |mere |cool |full |neat )?)?(?:couple|pair)(?: of)? (?:(?:full|whole) )?{_AMOUNT}(?P<hundred>hundred )?",
    re.I,
)
_DOZEN = re.compile(rf"\b(?P<n>half an?|an?|one|two|three|four) dozen (?:or so )?{_AMOUNT}", re.I)


_WORKERS = re.compile(  # of all who could work: of the jobless alone a rate
    r"(?P<n>(?:(?<![\w.,$€£-])(?<!to )(?<!and )(?<!or )\d+(?:\.\d+)? ?(?:%|per ?cent|percent))|\b(?:an?|one) (?:"
    rf"{'|'.join(NTHS)})) of (?:the |its |their |all )?(?:(?:whole|entire|active|[a-z]+(?:an|ish|ch|ese|ian)) )?(?:work-?force|"
    r"labou?r[- ]force|working population|workers)\b",
    re.I,
)
_JOBLESS = re.compile(r"\b(?:unemploy\w*|jobless\w*|out of (?:a )?(?:work|job)|without (?:a )?(?:work|job)s?)\b", re.I)


def jobless(text: str) -> list[tuple[re.Match[str], float]]:
    """Parts of all workers, in percent, where those without work are spoken of: "above a tenth of the workforce"."""
    found = _WORKERS.finditer(text) if _JOBLESS.search(text) else ()
    return [
        (
            m,
            float(re.split(r" ?[%p]", m["n"])[0])
            if m["n"][0].isdigit()
            else round(100 / NTHS[m["n"].lower().split()[-1]], 1),
        )
        for m in found
    ]


def plain_numbers(text: str) -> str:
    """The text with each such number in digits or plain words, as long as it was."""
    text = _POINT.sub(lambda m: m.group().replace("-", " "), text)
    text = _PART.sub(_part, text)
    text = _COUPLE.sub(lambda m: _digits(200.0 if m["hundred"] else 2.0, m.group()), text)
    return _DOZEN.sub(lambda m: _digits(12.0 * (_SIZES.get(m["n"].lower()) or 0.5), m.group()), text)


def _part(m: re.Match[str]) -> str:
    part = m["part"].lower()
    if (part == "half" and not m["of"] and not m["k"]) or (m["k"] and part != "half" and _ordinal(m, part)):
        return m.group()  # "half a point" is plain; "a third point", "a third percentage" are none of them
    share = 1 / 2 if part == "half" else 1 / NTHS[part.removesuffix("s") if part not in NTHS else part]
    return _digits(_SIZES.get((m["k"] or "a").lower(), 1) * share, m.group())


def _ordinal(m: re.Match[str], part: str) -> bool:
    """Whether "a third point" counts the points: no part of one."""
    return not m["one"] and part not in ("quarter", "quarters", "tenth", "tenths")


def _digits(value: float, words: str) -> str:
    room = len(words.rstrip())
    return f"{value:.{max(1, room - len(str(int(value))) - 1)}f}"[:room].ljust(len(words))


_HAS = r"(?:(?:ha(?:ve|s|d|ving)|carr(?:y|ies|ied)|bears?|wears?|sports?|shows?|boasts?|gets?|keeps?|retains?|with|on|at) )?"
_TEN = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TEN.split()
LEADING = re.compile(  # only the first digit: "a five in front", "begin with a six", "a four handle", "five-something"
    rf"\b{_HAS}(?:an?|the (?:figure|number|digit)) (?P<a>{_DIGIT}|[1-9]) (?:in front(?: of (?:it|the (?:decimal )?"
    rf"(?:point|comma)))?|at the (?:front|start|beginning)|up front|before the (?:decimal )?(?:point|comma)|as (?:its|the|an?) "
    rf"(?:first|leading|opening) (?:digit|figure|number))\b|"
    rf"\b{_HAS}(?:an? )?(?P<b>{_DIGIT}|[1-9])[- ]handle\b|"
    rf"\b(?:(?:begin|start|open|lead|kick off)(?:s|n?ing)?|began|opened|started|led) with (?:an?|the (?:digit|figure|number)) "
    rf"(?P<c>{_DIGIT}|[1-9])(?=\W*(?:$|[,;.)]|(?:in|by|for|at|on|this|next|last|from|throughout|until|during|again|before|"
    rf"and|but)\b))|"
    rf"\b(?P<d>{_DIGIT}|[1-9]|{'|'.join(_TENS)})[- ](?:point[- ])?something(?P<unit> ?(?:per ?cent|percent|%))?",
    re.I,
)
_OF_DIGITS = re.compile(
    r"\b(?:inflation|prices?|cost of living|growth|grow\w*|gdp|economy|unemployment|jobless\w*)\b", re.I
)
_OF_MORE = re.compile(
    r"\b(?:debts?|(?:key|policy|base|benchmark|refinancing) rates?|oil|urals|brent|crude|barrel|ro?ubles?|soldiers|troops|fund|"
    r"[mbtr]+illions?|support|polls?|deficit|shortfall)\b",
    re.I,
)


def led_by(m: re.Match[str]) -> tuple[float, float] | None:
    """The range of a number of which a match of LEADING gives the first digit; None where it may have more of them."""
    word = next(m[name] for name in "abcd" if m[name]).lower()
    number = float(word) if word.isdigit() else quantities.SMALL[word]
    tens = number >= 10
    whole = m["unit"] is not None
    plain = _OF_DIGITS.search(m.string) is not None and _OF_MORE.search(m.string) is None
    return (number, number + (10.0 if tens else 1.0)) if whole or plain else None


_ADDS = """
other another further additional extra second third fourth fifth new joint collective total overall cumulative aggregate
average mean median minimum maximum annual yearly quarterly monthly weekly daily real nominal net gross effective implicit
forecast target possible potential hypothetical theoretical notional would-be putative previous past future initial interim
final eventual record false fictitious imaginary mythical unlikely improbable low high mid top bottom single double triple
treble half quarter core headline seasonal one two three four five six seven eight nine ten per few little lot bit good mere
round shade day month week year decade hundred thousand dozen million billion trillion of to by in at for from than and or
but about around almost nearly roughly only just up below near close least most more less maybe perhaps possibly not no
non-existent optional conditional provisional tentative temporary one-off part partial share level rate budget sum figure
price deficit surplus debt rise fall cut increase hike drop gain loss range gap growth inflation recession barrel population
force mandatory statutory legal binding constitutional contractual official unofficial informal formal voluntary undefined
"""
_NO_EPITHET = frozenset(_ADDS.split())  # what adds, bounds, dates, denies or counts
_PAST = "subdued muted depressed restrained wretched meager bumper sober bitter unprecedented unexpected"
_PAINTS = frozenset(_PAST.split())
_NO_KIND = re.compile(  # "a reduced 2%", "a bigger 2%", "a per-capita 2%", "a five-year 2%"
    r"[a-z-]*(?:ed|er|est)|(?:per|inflation|price|tax|extra|intra|sub|non|quarter|half|year|month|debt|budget|growth|rate|"
    r"multi)-[a-z-]+|[a-z-]+-(?:year|month|quarter|capita|worth|plus|odd|called)"
)
_EPITHET = re.compile(
    r"\ban? (?:(?:very|rather|pretty|quite|truly|frankly|really|simply|downright|positively|decidedly|still|all too|"
    r"[a-z]{3,}(?:[ai]ngly|ently|fully|ously|ably)) )?(?P<word>[a-z]+(?:-[a-z]+)*) $"
)
_ABOUT = "estimated assumed hefty whopping solid bare modest meagre full round whole cool respectable staggering unprecedented"
_PLAINLY_ABOUT = frozenset(_ABOUT.split())
_BOUND = re.compile(
    r"\b(?:than|least|most|over|above|under|below|exceeds?|to|of|from|at|by|about|around|nearly|almost)\s$", re.I
)


def epithet_before(text: str, figure: int) -> int:
    """Where a figure begins with the words that paint it ("a punishing 21%"); its own start where there are none."""
    m = _EPITHET.search(text[:figure])
    word = m["word"] if m else ""
    if m is None or word in _NO_EPITHET or (word not in _PAINTS | _PLAINLY_ABOUT and _NO_KIND.fullmatch(word)):
        return figure
    return figure if word in _PLAINLY_ABOUT and not _BOUND.search(text[: m.start()]) else m.start()
