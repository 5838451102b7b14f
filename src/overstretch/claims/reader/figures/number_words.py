"""Wordings of a number put as plain ones, as long as they were ("a couple of trillion", "a tenth of a point"), those that
give its first digit alone ("with a five in front"), and what may stand between "a" and a figure ("a paltry 1.4%")."""

from __future__ import annotations

import re

from overstretch.statements.mentions import quantities

NTHS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12,
    "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ROUND = f"{ONES}|ten|eleven|twelve|fifteen|{_TENS}"
IN_WORDS = f"{ROUND}|half|third|quarter|fifth|tenth"
COINS = "dollars|euros|ro?ubles|pounds|zlotys?|kronor|kroner|forints|lei"
SIZES = {"a": 1, "an": 1} | {word: n for n, word in enumerate(ONES.split("|"), 1)}
_UNIT = r"(?:per[ -]?cent(?:age)?(?:[ -]points?)?|points?|pct|pp|%)"
_AMOUNT = (
    rf"(?=(?:(?:hundred|thousand) )*(?:trillion|billion|million|thousand|hundred|{_UNIT}|basis points?|dollars|euros|"
    r"ro?ubles|pounds|zlotys?)(?![a-z]))"
)
_POINT = re.compile(rf"\b(?P<whole>{ONES}|ten|eleven|twelve)-point-(?:{ONES}|oh|nought|zero)(?:-(?:{ONES}))?\b", re.I)
_PART = re.compile(  # "one half of one percent", "two tenths of a point", "a quarter point"
    rf"(?<!and )(?<!and-)(?<!and a )(?<!and one )(?<!and three )(?<!and-a-)(?<!and-one-)(?<!and-three-)\b(?:(?P<k>an?|"
    rf"{ONES})[ -](?:single |mere |full |good |bare )?)?(?P<part>half|(?:{'|'.join(NTHS)})s?)(?:(?P<of> of)? "
    rf"(?P<one>an?|one|1)(?: (?:single|full|whole))?(?= ?{_UNIT}(?!\w))|[ -](?=(?:percentage[ -])?point\b|"
    rf"per[ -]?cent\b))",
    re.I,
)
_COUPLE = re.compile(
    rf"\b(?:an? (?:good |round |mere |cool |full |neat )?)?(?:couple|pair)(?: of)? (?:(?:full|"
    rf"whole) )?{_AMOUNT}(?P<hundred>hundred )?",
    re.I,
)
_DOZEN = re.compile(rf"\b(?P<n>half an?|an?|one|two|three|four) dozen (?:or so )?{_AMOUNT}", re.I)


_WORKERS = re.compile(  # of all who could work: of the jobless alone a rate
    rf"(?P<n>(?:(?<![\w.,$€£-])(?<!to )(?<!and )(?<!or )\d+(?:\.\d+)? ?(?:%|per ?cent))|\b(?:an?|one) "
    rf"(?:{'|'.join(NTHS)})) of (?:the |its |their |all )?(?:(?:whole|entire|active|[a-z]+(?:an|ish|ch|ese)) "
    rf")?(?:work-?force|labou?r[- ]force|working population|workers)\b",
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


_MIXED = re.compile(  # "12 and a quarter percent"
    rf"\b(?P<n>\d+)[ -]and[ -](?P<k>an?|one|three)[ -](?P<part>half|quarters?|third)(?=[ -](?:{_UNIT}|"
    rf"[mbtr]+illion)(?!\w))",
    re.I,
)
_DECIMALS_OF = re.compile(rf"(?P<n>\b\d+\.\d+) of (?:an?|one|1)(?: (?:single|full))?(?= ?{_UNIT}(?!\w))", re.I)
_POINT_FIVE = re.compile(
    rf"(?<!zero )(?<!nought )(?<!\w-)\bpoint[ -](?P<tenth>{ONES})(?=(?: of an?)? {_UNIT}(?!\w))", re.I
)
_NUMBERED = re.compile(rf"\b(?:zero|nought|{ONES}|{TEENS}|{_TENS}|\d+)[ -]$", re.I)
_SLASHED = re.compile(
    r"(?<![\w.,/])(?P<k>[1-9])/(?P<n>\d{1,3})(?:th|rd|nd|st)?(?= of (?:its |the |their |[a-z]+'s |national |annual |"
    r"economic )*(?:gdp|gross domestic product|output|national income)\b)",
    re.I,
)
_A_GREAT = re.compile(
    r"\ba (?:full|cool|round|whole|good|clear|neat|mere|tidy|solid) (?=(?:million|billion|trillion)\b)", re.I
)
_APART = re.compile(
    r"(?<![\w.,'])(?P<n>\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:\.\d{3})+(?= (?:soldiers|troops|men|people|personnel)))\b", re.I
)
_HYPHENS = (
    re.compile(rf"\b(?:an?|{ONES})-(?:{'|'.join(NTHS)})s?(?= of\b)", re.I),
    re.compile(r"\b[mbtr]+illion-and-a-(?:half|quarter)\b", re.I),
)


def unhyphened(text: str) -> str:
    """ "One-twentieth of GDP", "a trillion-and-a-half dollars" without their hyphens."""
    for words in _HYPHENS:
        text = words.sub(lambda m: m.group().replace("-", " "), text)
    return text


def plain_numbers(text: str) -> str:
    """The text with each such number in digits or plain words, as long as it was."""
    text = _APART.sub(lambda m: re.sub(r"['’.]", ",", m.group()), unhyphened(text))
    text = _MIXED.sub(lambda m: _digits(int(m["n"]) + SIZES[m["k"].lower()] * _share(m["part"]), m.group()), text)
    text = _DECIMALS_OF.sub(lambda m: _digits(float(m["n"]), m.group()), text)
    text = _POINT_FIVE.sub(_point_five, text)
    text = _SLASHED.sub(_slashed, text)
    text = _A_GREAT.sub(lambda m: _digits(1.0, m.group()), text)
    text = _POINT.sub(lambda m: m.group().replace("-", " "), text)
    text = _PART.sub(_part, text)
    text = _COUPLE.sub(lambda m: _digits(200.0 if m["hundred"] else 2.0, m.group()), text)
    return _DOZEN.sub(lambda m: _digits(12.0 * (SIZES.get(m["n"].lower()) or 0.5), m.group()), text)


def _share(part: str) -> float:
    part = part.lower()
    return 1 / 2 if part == "half" else 1 / NTHS[part if part in NTHS else part.removesuffix("s")]


def _point_five(m: re.Match[str]) -> str:
    if _NUMBERED.search(m.string[: m.start()]):
        return m.group()  # "two point five"
    return _digits(SIZES[m["tenth"].lower()] / 10, m.group())


def _slashed(m: re.Match[str]) -> str:
    percent = f"{100 * int(m['k']) / int(m['n']):.4g}%"
    if len(percent) > len(m.group()) or int(m["n"]) <= int(m["k"]):
        return m.group()
    whole = percent[:-1] + ("" if "." in percent else ".")
    room = len(m.group())
    return f"{whole.ljust(room - 1, '0')}%" if len(whole) < room else percent.rjust(room)


def _part(m: re.Match[str]) -> str:
    part = m["part"].lower()
    if (part == "half" and not m["of"] and not m["k"]) or (m["k"] and part != "half" and _ordinal(m, part)):
        return m.group()  # "half a point" is plain; "a third point", "a third percentage" are none of them
    return _digits(SIZES.get((m["k"] or "a").lower(), 1) * _share(part), m.group())


def _ordinal(m: re.Match[str], part: str) -> bool:
    """Whether "a third point" counts the points: no part of one."""
    return not m["one"] and part not in ("quarter", "quarters", "tenth", "tenths")


def _digits(value: float, words: str) -> str:
    room = len(words.rstrip())
    return f"{value:.{max(1, room - len(str(int(value))) - 1)}f}"[:room].ljust(len(words))


_HAS = r"(?:(?:ha(?:ve|s|d|ving)|carr(?:y|ies|ied)|bears?|wears?|sports?|shows?|boasts?|gets?|keeps?|retains?|with|on|at) )?"
LEADING = re.compile(  # only the first digit: "a five in front", "begin with a six", "a four handle", "five-something"
    rf"\b{_HAS}(?:an?|the (?:figure|number|digit)) (?P<a>{ONES}|[1-9]) (?:in front(?: of (?:it|the (?:decimal "
    rf")?(?:point|comma)))?|at the (?:front|start|beginning)|up front|before the (?:decimal )?(?:point|comma)|as "
    rf"(?:its|the|an?) (?:first|leading|opening) (?:digit|figure|number))\b|\b{_HAS}(?:an? )?(?P<b>{ONES}|"
    rf"[1-9])[- ]handle\b|\b(?:(?:begin|start|open|lead|kick off)(?:s|n?ing)?|began|opened|started|led) with (?:an?|"
    rf"the (?:digit|figure|number)) (?P<c>{ONES}|[1-9])(?=\W*(?:$|[,;.)]|(?:in|by|for|at|on|this|next|last|from|"
    rf"throughout|until|during|again|before|and|but)\b))|\b(?P<d>{ONES}|[1-9]|ten|"
    rf"{_TENS})[- ](?:point[- ])?something(?P<unit> ?(?:per ?cent|%))?",
    re.I,
)
_OF_DIGITS = re.compile(r"\b(?:inflation|prices?|cost of living|grow\w*|gdp|economy|unemployment|jobless\w*)\b", re.I)
_OF_MORE = re.compile(
    r"\b(?:debts?|(?:key|policy|base|benchmark|refinancing) rates?|oil|urals|brent|crude|barrel|ro?ubles?|soldiers|"
    r"troops|fund|[mbtr]+illions?|support|polls?|deficit|shortfall)\b",
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
    r"[a-z-]*(?:ed|er|est)|(?:per|inflation|price|tax|extra|intra|sub|non|quarter|half|year|month|debt|budget|growth|"
    r"rate|multi)-[a-z-]+|[a-z-]+-(?:year|month|quarter|capita|worth|plus|odd|called)"
)
_EPITHET = re.compile(
    r"\ban? (?:(?:very|rather|pretty|quite|truly|frankly|really|simply|downright|positively|decidedly|still|all too|"
    r"[a-z]{3,}(?:[ai]ngly|ently|fully|ously|ably)) )?(?P<word>[a-z]+(?:-[a-z]+)*) $"
)
_ABOUT = "estimated assumed hefty whopping solid bare modest meagre full round whole cool respectable staggering unprecedented"
_PLAINLY_ABOUT = frozenset(_ABOUT.split())
_BOUND = re.compile(r"\b(?:than|least|most|over|above|under|below|exceeds?|about|around|nearly|almost)\s$", re.I)


def epithet_before(text: str, figure: int) -> int:
    """Where a figure begins with the words that paint it ("a punishing 21%"); its own start where there are none."""
    m = _EPITHET.search(text[:figure])
    word = m["word"] if m else ""
    if m is None or word in _NO_EPITHET or (word not in _PAINTS | _PLAINLY_ABOUT and _NO_KIND.fullmatch(word)):
        return figure
    return figure if word in _PLAINLY_ABOUT and not _BOUND.search(text[: m.start()]) else m.start()
