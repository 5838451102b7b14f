"""Numbers with units, by an own grammar: "5% of GDP", "$50 billion", "32-member", "within five years"."""

from __future__ import annotations

import re

from overstretch.statements.record import Quantity

_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_UNDER_TWENTY.split())}
SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)} | {"dozen": 12}
SCALE = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "trn": 1e12, "tn": 1e12,
}  # fmt: skip
CURRENCY = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "dollar": "USD", "dollars": "USD", "euro": "EUR",
    "euros": "EUR", "pound": "GBP", "pounds": "GBP", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
    "zloty": "PLN", "zlotys": "PLN", "hryvnia": "UAH", "hryvnias": "UAH", "krona": "SEK", "kronor": "SEK", "usd": "USD",
    "eur": "EUR", "gbp": "GBP", "rub": "RUB", "yuan": "CNY",
}  # fmt: skip
_WORDS = "|".join(sorted(SMALL, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?"
    r"|(?:a|one) (?:hundred|dozen)|half a|a (?=million|billion|trillion|thousand))"
)
_SCALE = r"(?:hundred(?: and)?(?: thousand)?|thousand|million|billion|trillion|mn|bn|trn|tn|[mbk])"
_OF = (
    r"(?:\s+of\s+(?:(?:the|its|their|his|her|our|each|every|national|country’s|country's|Russia’s|annual|gross)\s+){0,3}"
    r"(?P<base>GDP|gross domestic product|GNI|output|the economy|economy|federal budget|budget|spending|revenues?|national income))?"
)
_PERCENT = re.compile(
    rf"(?:(?<![\w.,])(?P<low>\d+(?:\.\d+)?)\s?(?:-|–|to|and)\s?)?(?P<number>{_NUMBER})\s?(?:(?P<pp>percentage[- ]points?|per ?cent(?:age)? points?|pp\b)|(?P<bp>basis points?)"
    rf"|(?:%|percent\b|per cent\b|pc\b)){_OF}",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"(?P<sign>US\$|[$€£₽₴])\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:[ -]?(?P<scale>{_SCALE})\b)?"
    rf"|(?P<number2>{_NUMBER})\s?(?P<scale2>{_SCALE})?\s?(?P<unit>dollars?|euros?|pounds?|rou?bles?|zlotys?|hryvnias?|kron(?:a|or)"
    r"|USD|EUR|GBP|RUB|yuan)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?P<number>{_NUMBER})[ -](?P<unit>years?|months?|quarters?|weeks?|days?|decades?)\b", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<number>{_NUMBER})(?:[ -](?P<scale>{_SCALE}))?[ -](?:(?:more|new|additional|extra|other|main|battle|active|NATO|Russian|"
    r"Ukrainian|European|armoured|armored|combat|frontline|different)[ -]){0,2}(?P<unit>[a-z]{3,}(?:s|men|people|personnel)|member|nation|strong)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?P<number>{_NUMBER})[ -](?:times|fold)\b|\b(?P<word>double|triple|quadruple|twofold|threefold|halve)[ds]?\b",
    re.IGNORECASE,
)
_MULTIPLES = {"double": 2.0, "twofold": 2.0, "triple": 3.0, "threefold": 3.0, "quadruple": 4.0, "halve": 0.5}
_NOT_UNITS = {"percent", "times", "points", "basis", "years", "months", "quarters", "weeks", "days", "decades", "us", "this", "was", "has",
              "is", "his", "its", "as", "dollars", "euros", "pounds", "roubles", "rubles", "does"}  # fmt: skip


def number(text: str) -> float:
    """The value of "3.5", "1,200", "five", "twenty-five", "a hundred"."""
    low = text.lower().strip()
    if low in ("a", "half a"):
        return 0.5 if "half" in low else 1.0
    if low.endswith(("hundred", "dozen")):
        return 100.0 if "hundred" in low else 12.0
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", low):
        return float(low.replace(",", ""))
    if low[0].isdigit():
        return float(low.replace(",", "."))
    return float(sum(SMALL[part] for part in re.split(r"[- ]", low) if part))


def _scaled(value: float, scale: str | None) -> float:
    for word in (scale or "").lower().replace(" and", "").split():
        value *= SCALE[word]
    return round(value, 6)


def quantities(text: str, offset: int = 0) -> list[Quantity]:
    """All quantities of a text; spans are shifted by `offset`. Years such as 2035 are dates, not quantities."""
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []

    def add(match: re.Match[str], value: float, unit: str) -> None:
        start, end = match.span()
        if any(start < b and a < end for a, b in taken):
            return
        taken.append((start, end))
        found.append(Quantity(text=match.group().strip(), value=value, unit=unit, span=(start + offset, end + offset)))

    for match in _PERCENT.finditer(text):
        base = (match.group("base") or "").lower()
        base = "GDP" if base in ("gdp", "gross domestic product", "output", "the economy", "economy") else base
        base = base.upper() if base == "gni" else base
        low = match.group("low")
        unit = "percentage points" if match.group("pp") else "basis points" if match.group("bp") else "percent"
        full = f"{unit} of {base}" if base else unit
        if low and float(low) < number(match.group("number")):
            start = match.start("low") + offset
            found.append(Quantity(text=low, value=float(low), unit=full, span=(start, start + len(low))))
        add(match, number(match.group("number")), full)
    for match in _MONEY.finditer(text):
        sign = match.group("sign") or match.group("unit")
        raw = match.group("number") or match.group("number2")
        value = float(raw.replace(",", "")) if match.group("number") else number(raw)
        code = CURRENCY[sign.lower()]
        add(match, _scaled(value, match.group("scale") or match.group("scale2")), code)
    for match in _TIME.finditer(text):
        if match.group().lower() == "one day":
            continue
        unit = match.group("unit").lower().rstrip("s") + "s"
        add(match, number(match.group("number")), unit)
    for match in _TIMES.finditer(text):
        word = (match.group("word") or "").lower()
        add(match, _MULTIPLES[word] if word else number(match.group("number")), "times")
    for match in _COUNT.finditer(text):
        unit = match.group("unit").lower()
        value = number(match.group("number"))
        year = 1900 <= value <= 2100 and match.group("number").isdigit() and not match.group("scale")
        if unit in _NOT_UNITS or year:
            continue
        unit = {"member": "members", "nation": "nations", "strong": "people"}.get(unit, unit)
        add(match, _scaled(value, match.group("scale")), unit)
    return sorted(found, key=lambda quantity: quantity.span)
