"""Numbers with units, by an own grammar: "5% of GDP", "$1.5-2 billion", "32-member", "within five years"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from overstretch.statements.lexicon import table, wordset
from overstretch.statements.record import Quantity

_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: float(value) for value, word in enumerate(_UNDER_TWENTY.split())}
SMALL |= {word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)} | {"dozen": 12.0}
_UNITS = table("units.toml")
SCALE: dict[str, float] = _UNITS["scale"]
FRACTION: dict[str, int] = _UNITS["fraction"]
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
CURRENCY = {word.lower(): code for code, words in _UNITS["currency"].items() for word in (code, *words)}
BASES = {word.lower(): base for base, words in _UNITS["base"].items() for word in words}


def any_of(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


UNIT = r"years?|months?|quarters?|weeks?|days?|decades?"
_PART = "[½¼¾⅓⅔]"
_LONG = [word for word in SCALE if len(word) > 3]
_SCALE, _ROUND, _WORD = any_of(SCALE), rf"(?:{any_of([*_LONG, 'dozen'])})", rf"(?:{any_of(SMALL)})"
_SPELLED = (
    rf"(?:half an? {_ROUND}|half an?|(?:{_WORD}|an? {_ROUND}\b)"
    rf"(?:[- ](?:and[- ])?(?:{_WORD}|an? half|half|an? quarter|(?:{any_of(_LONG)}))\b)*(?: point (?:{_WORD}\b ?)+)?)"
)
_FIGURE = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\d.])|\d+(?:[.,]\d+)?{_PART}?"
    rf"|{_PART})"
)
_NUMBER = rf"(?:{_FIGURE}|\b{_SPELLED})"
_SCALED = rf"(?:[ -]?(?P<scale>(?:hundred |thousand )?(?:{_SCALE}))\b)?"
_OF = (
    r"(?:\s+of\s+(?:(?:the|its|their|his|her|our|each|every|national|country’s|country's|Russia’s|annual"
    r"|gross)\s+){0,3}"
    rf"(?P<base>{any_of(BASES)})\b)?"
)
_TO = r"\s?(?:-|–|to|and|or)\s?"
_LOW = rf"(?:(?<![\w.,])(?P<low>{_NUMBER})\s?(?:%|per ?cent\b)?{_TO})?"
_PERCENT = re.compile(
    rf"{_LOW}(?<![\w.,])(?P<number>{_NUMBER})(?:[ -]of a)?[ -]?(?:(?P<pp>percentage[- ]points?"
    r"|per ?cent(?:age)? points?|pp\b)|(?P<bp>basis points?)"
    rf"|(?:%|percent\b|per cent\b|pct\b|pc\b)){_OF}",
    re.IGNORECASE,
)
_SIGNS = any_of([word for word in CURRENCY if not word[-1].isalpha() or word == "zł"])
_CODES = any_of([*_UNITS["currency"], "Ft"])
_WORDS = any_of([word for word in CURRENCY if word.isalpha() or " " in word])
_LOW_MONEY = rf"(?:(?<![\w.,])(?P<low>{_NUMBER})(?:[ -]?(?P<low_scale>{_SCALE})\b)?{_TO})?"
_MONEY = re.compile(
    rf"(?<![\w$])(?P<sign>{_SIGNS}|(?:{_CODES})(?= ?\d))\s?{_LOW_MONEY}(?:(?P=sign))?\s?(?P<number>{_FIGURE}){_SCALED}",
    re.IGNORECASE,
)
_MONEY_BEHIND = re.compile(
    rf"{_LOW_MONEY}(?<![\w.,])(?P<number>{_NUMBER}){_SCALED}[ -]?(?P<sign>(?:{_WORDS})s?|[€₽₴])(?!\w)", re.IGNORECASE
)
_SHARE = re.compile(rf"\b(?P<number>an?|{_WORD})[ -](?P<part>{any_of(FRACTION)})s?{_OF[:-1]}", re.IGNORECASE)
_TIME = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})[ -](?P<unit>{UNIT})\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<number>{_NUMBER})(?:[ -](?P<scale>{_SCALE}))?[ -](?:(?:more|new|additional|extra"
    r"|other|main|battle|active|NATO|Russian|"
    r"Ukrainian|European|American|US|armoured|armored|combat|frontline|different)[ -]){0,2}(?P<unit>[a-z]{3,}s"
    r"|[a-z]*(?:men|people|personnel)|member|nation|strong)\b",
    re.IGNORECASE,
)
_MULTIPLES = {"double": 2.0, "twofold": 2.0, "triple": 3.0, "threefold": 3.0, "quadruple": 4.0, "tenfold": 10.0}
_MULTIPLES |= {"halve": 0.5}
_TIMES = re.compile(
    rf"(?P<number>{_NUMBER})[ -](?:times|fold)\b|\b(?P<word>{any_of(_MULTIPLES)})[ds]?\b", re.IGNORECASE
)
LARGEST = 1e18  # a larger figure is a run of digits, not an amount of anything


def number(text: str) -> float:
    """The value of "3.5", "1,200", "13 009", "3½", "twenty-five", "one hundred and fifty thousand", "three and a
    half"."""
    low = " ".join(text.lower().split())
    part = sum(GLYPHS.get(character, 0.0) for character in low)
    low = low.strip("".join(GLYPHS))
    if not low:
        return part
    if re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?", low):
        return float(low.replace(",", "").replace(" ", ""))
    return float(low.replace(",", ".")) + part if low[0].isdigit() else _spelled(low)


def _spelled(low: str) -> float:
    low, _, decimals = low.partition(" point ")
    total = current = 0.0
    last = 1.0
    share = False
    for word in re.split(r"[- ]", low):
        if word == "half" and not share and current:
            current += 0.5
        elif word in ("half", "quarter"):
            current += (0.5 if word == "half" else 0.25) * (last if total and not current else 1.0)
            share = True
        elif word == "hundred" or (word == "dozen" and current):
            current = (current or 1.0) * (100.0 if word == "hundred" else 12.0)
        elif word in SCALE:
            last = SCALE[word]
            total, current = total + (current or 1.0) * last, 0.0
        else:
            current += SMALL.get(word, 0.0)
    digits = "".join(f"{SMALL.get(word, 0.0):.0f}" for word in decimals.split())
    return total + (current or (1.0 if not total and not digits else 0.0)) + (float(f"0.{digits}") if digits else 0.0)


def _scaled(value: float, scale: str | None) -> float:
    for word in (scale or "").lower().split():
        value *= SCALE[word]
    return round(value, 6)


def quantities(text: str, offset: int = 0) -> list[Quantity]:
    """All quantities of a text up to 1e18; spans are shifted by `offset`. Years such as 2035 are dates, not quantities.

    Of a range ("1.5-2 billion") both ends are given."""
    found: list[Quantity] = []
    rules = (_percents, _money, _shares, _times, _counts)
    for start, end, value, unit in itertools.chain.from_iterable(rule(text) for rule in rules):
        if abs(value) <= LARGEST and not any(start < q.span[1] - offset and q.span[0] - offset < end for q in found):
            own = text[start:end].strip()
            found.append(Quantity(text=own, value=value, unit=unit, span=(start + offset, end + offset)))
    return sorted(found, key=lambda quantity: quantity.span)


Ends = Iterator[tuple[int, int, float, str]]


def _ranged(match: re.Match[str], low: float | None, high: float, unit: str) -> Ends:
    """A range as its two ends, where the first is the lower; else the figure behind it alone."""
    if low is not None and low < high:
        yield *match.span("low"), low, unit
    yield match.start() if low is None else match.start("number"), match.end(), high, unit


def _percents(text: str) -> Ends:
    for match in _PERCENT.finditer(text):
        base = BASES.get((match["base"] or "").lower())
        unit = "percentage points" if match["pp"] else "basis points" if match["bp"] else "percent"
        low = number(match["low"]) if match["low"] else None
        yield from _ranged(match, low, number(match["number"]), f"{unit} of {base}" if base else unit)


def _money(text: str) -> Ends:
    for pattern in (_MONEY, _MONEY_BEHIND):
        for match in pattern.finditer(text):
            sign, scale = match["sign"].lower(), match["scale"]
            low = _scaled(number(match["low"]), match["low_scale"] or scale) if match["low"] else None
            code = CURRENCY.get(sign) or CURRENCY[sign.removesuffix("s")]
            yield from _ranged(match, low, _scaled(number(match["number"]), scale), code)


def _shares(text: str) -> Ends:
    for match in _SHARE.finditer(text):
        count = 1.0 if match["number"].lower() in ("a", "an") else number(match["number"])
        value = round(100 * count / FRACTION[match["part"].lower()], 2)
        yield *match.span(), value, f"percent of {BASES[match['base'].lower()]}"


def _times(text: str) -> Ends:
    for match in _TIME.finditer(text):
        if match.group().lower() != "one day":
            yield *match.span(), number(match["number"]), match["unit"].lower().rstrip("s") + "s"
    for match in _TIMES.finditer(text):
        word = (match["word"] or "").lower()
        yield *match.span(), _MULTIPLES[word] if word else number(match["number"]), "times"


def _counts(text: str) -> Ends:
    for match in _COUNT.finditer(text):
        unit, value = match["unit"].lower(), number(match["number"])
        year = 1900 <= value <= 2100 and match["number"].isdigit() and not match["scale"]
        if unit not in wordset("quantities.not_units") and not year:
            unit = {"member": "members", "nation": "nations", "strong": "people"}.get(unit, unit)
            yield *match.span(), _scaled(value, match["scale"]), unit
