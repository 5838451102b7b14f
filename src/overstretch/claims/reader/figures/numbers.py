"""Figures in a sentence: percentages, money, plain numbers and ranges, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from overstretch.claims.reader.figures.number_words import (
    LEADING,
    NTHS,
    ONES,
    epithet_before,
    jobless,
    led_by,
    plain_numbers,
)
from overstretch.claims.reader.vocabulary import Mention
from overstretch.statements.mentions import quantities

THOUSAND = 1000
WORDS = {word: int(value) for word, value in quantities.SMALL.items() if word != "dozen"}
CROWNS = "crowns"  # of whichever northern state they are
CURRENCY = (
    quantities.CURRENCY
    | dict.fromkeys(("kronor", "krona", "kroner", "krone", "crown"), CROWNS)
    | {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "pounds sterling": "GBP"}
    | dict.fromkeys(("korunas", "koruny", "kč"), "CZK")
    | {"kr": CROWNS, "ft": "HUF", "rb": "RUB", "rbs": "RUB", "stg": "GBP"}
)
_WORD = rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_WORDS = (
    rf"(?:(?:{_WORD})(?:[- ](?:{_WORD}))?(?: (?:hundred|thousand)(?: (?:and )?(?:{_WORD})(?:[- ](?:{_WORD}))?)?)*|"
    rf"(?:a|one) hundred(?: (?:and )?(?:{_WORD})(?:[- ](?:{_WORD}))?)?)"
)
_HALF = (
    rf"(?:[ -]and[ -](?:an?[ -]|one[ -]|three[ -])?(?:half|quarter|quarters|third)|[ -]point[ -](?:zero|nought|oh|"
    rf"{ONES})(?:[ -](?:{ONES}))?)"
)
_DIGITS = (
    r"(?:\d{1,3}[ -](?:1/[234]|3/4)(?![\d/])|\d{1,3}(?:[ ,\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[½¼¾])?|"
    r"\d+,\d+(?=\s*(?:%|per|trillion|billion|million|bn|tn|trn))|[½¼¾])"
)
_GREAT = r"(?:trillion|billion|million)\b"
_PART_OF = (  # "three quarters of a trillion", "a quarter million"
    rf"(?:an?|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?(?:[ -]of[ -]an?)?(?=[ -]{_GREAT})"
)
NUMBER = (
    rf"(?:{_DIGITS}|{_PART_OF}|{_WORDS}(?:{_HALF})?|half[ -]an?|a half(?=[ -]{_GREAT})|nought point \w+|"
    rf"an?(?= (?:thousand )?{_GREAT}))"
)
_SCALE = r"(?:hundred thousand|thousand (?:m|b)illion|hundred|thousand|million|billion|trillion|mn|mln|bn|bln|trn|tn|trln|k|m|b)"
_SIGNS = r"(?:US\$|C\$|A\$|[$€£₽₴])"
_MONEY_SCALE = rf"(?:{_SCALE}|t)"
_NAMES = (
    r"(?:(?:us |canadian |american )?dollars?|euros?|pounds?(?: sterling)?|(?:russian )?ro?ubles?|(?:polish "
    r")?z[lł]oty(?:s|ch)?|zł|bucks|quid|kr|kč|ft|czech crowns?|korunas?|koruny|hryvnias?|(?:swedish |norwegian |danish "
    r")?(?:kronor|kroner|krona|krone|crowns?)|lei|forints?|liras?|leva|USD|EUR|GBP|RUB|PLN|SEK|NOK|DKK|CAD|UAH|RON|HUF|"
    r"CZK|BGN)"
)
_PERCENT = r"(?:-?\s?(?:%|per[ -]?cents?|pct|pc)(?![\w]))"
_POINTS = r"(?:\s?(?:per[ -]?cent(?:age)?[- ]points?|points?|pp)(?! to make)\b)"
_OFGDP = (
    r"(?:(?:-| of |-of-)(?:(?:its|their|the|our|his|a year's|annual|yearly|national|gross|total|nominal|combined|joint|"
    r"collective|whole|[a-z]+(?:'s|s'|ish|an|ese)|dutch|french|czech|greek|slovak|slovene|icelandic|luxembourg|uk|us|"
    r"eu|u\.s\.) )*(?:gdp|gross domestic product|(?:economic |national )?output|econom(?:y|ies)|national (?:income|"
    r"product)|gni|(?:what|everything|all|all that|everything that) (?:the )?(?:(?-i:[A-Z])\w+(?:'s economy)?|it|they|"
    r"country|nation|(?:[a-z]+ )?economy) (?:earns?|produces?|makes?|turns? out))\b)"
)
# "between 3 and 4", "3-4", "3 to 4"; "2% and 5%" and "from 3 to 4" are no ranges
_TO = r"(?(two) and |(?:\s?-\s?(?=[\d$€£])| to | or ))"
_NO_START = r"(?:(?<!from )(?<!from about )|(?<=(?:anywhere|anything) from )|(?<=somewhere from ))"
_RANGE = (
    rf"(?:(?P<two>between )|{_NO_START})(?!(?:19|20)\d\d to )(?P<low>{NUMBER})(?:{_PERCENT}{_OFGDP}?)?{_TO}(?=(?:"
    rf"{_SIGNS})?{NUMBER})"
)


def value(text: str) -> float:
    """The number that a text of digits or words means."""
    low = re.sub(r"(?<=[a-z])-(?=and|point|of)|(?<=and|int|-an)-|(?<=-a)-|(?<=of)-", " ", text.lower().strip())
    if low in ("half a", "half an", "half-a", "a half", "half", "quarter"):
        return 0.25 if low == "quarter" else 0.5
    if of := re.fullmatch(rf"(an?|{ONES})[ -](third|quarter|fifth|tenth)s?(?:[ -]of[ -]an?)?", low):
        return WORDS.get(of[1], 1) / quantities.FRACTION[of[2]]
    if mixed := re.fullmatch(r"(\d+)[ -](\d)/(\d)", low):
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3])
    extra = 0.0
    for sign, part in (("½", 0.5), ("¼", 0.25), ("¾", 0.75)):
        if sign in low:
            low, extra = low.replace(sign, ""), part
    if not low:
        return extra
    if low[0].isdigit():
        if re.fullmatch(r"\d{1,3}(?:[ ,\u202f]\d{3})+(?:\.\d+)?", low):
            return float(re.sub(r"[ ,\u202f]", "", low)) + extra
        return float(low.replace(",", ".")) + extra
    return _words(low)


def _words(low: str) -> float:
    if " point " in low:
        whole, rest = low.split(" point ", 1)
        digits = "".join("0" if w in ("zero", "nought", "oh") else str(WORDS[w]) for w in rest.split())
        return (0.0 if whole == "nought" else _words(whole)) + float(f"0.{digits}")
    m = re.match(r"(?P<whole>.+?) and (?:(?P<n>a|one|three) )?(?P<part>half|quarters?|third)$", low)
    if m:
        return _words(m["whole"]) + {"three": 3}.get(m["n"] or "", 1) / quantities.FRACTION[m["part"].rstrip("s")]
    total = current = 0.0
    for word in re.split(r"[- ]", low):
        if word in ("a", "and"):
            current = current or (1.0 if word == "a" else current)
        elif word in WORDS:
            current += WORDS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0.0
    return total + current


def _scaled(number: float, scale: str | None) -> float:
    for word in (scale or "").lower().split():
        number *= quantities.SCALE.get(word, 1e12)
    return float(f"{number:.12g}")


def _code(text: str) -> str:
    low = text.lower().strip()
    for name in (low, low.rstrip("s"), low.split()[0], low.split()[-1], low.split()[-1].rstrip("s")):
        if name in CURRENCY:
            return CURRENCY[name]
    return "USD"


_MONEY = re.compile(
    rf"(?<![\w.,])(?:(?:(?P<two>between )|{_NO_START})(?:(?P<s0>{_SIGNS})\s?)?(?!(?:19|20)\d\d to "
    rf")(?P<low>{NUMBER})[\s-]?(?P<lowscale>{_MONEY_SCALE})?(?: "
    rf"(?P<lowname>{_NAMES}))?{_TO})?(?P<sign>{_SIGNS})?\s?(?P<n>{NUMBER})[\s-]?"
    rf"(?P<scale>{_MONEY_SCALE}(?![a-z]))?(?P<half> and a half)?(?:\s|-)?(?:of )?(?P<name>{_NAMES})?(?![\w])",
    re.I,
)
_CODE_FIRST = re.compile(
    rf"(?<!\w)(?P<name>RUB|USD|EUR|GBP|PLN|SEK|NOK|DKK|CAD|CZK|HUF|UAH|RON|BGN|Rbs?|zł|kr|stg)\s?(?P<n>{NUMBER})\s?"
    rf"(?P<scale>{_MONEY_SCALE})?(?!\w)"
)
_SHARE = re.compile(rf"(?<![\w.,$€£])(?:{_RANGE})?(?P<minus>minus |-)?(?P<n>{NUMBER})(?:{_PERCENT}){_OFGDP}?", re.I)
_BARE_END = re.compile(  # the unit said once, behind the lower end: "between two per cent and three"
    rf"between (?P<low>{NUMBER})(?:{_PERCENT})(?P<of>{_OFGDP})? and (?P<n>{NUMBER})(?![\w%]|"
    rf"[.,]\d)(?!\s?(?:{_PERCENT}))",
    re.I,
)
_NTH_OF = (  # "three tenths of a point"
    rf"(?:an?|{ONES})[ -](?:tenth|fifth|quarter|third)s?(?= of an? (?:full |whole )?(?:percentage[- ])?point\b)"
)
_PP = re.compile(
    rf"(?<![\w.,])(?:{_RANGE})?(?P<n>{_NTH_OF}|{NUMBER}|an? (?:full|whole)|a(?= percentage point| point of (?:gdp|"
    rf"output|growth|national income)\b)|half(?=-point)|quarter(?=-point))(?: (?:whole|full)| of (?:an?|one)(?: "
    rf"(?:full|whole|single))?(?= (?:percentage[- ])?point\b))?(?P<unit>-?{_POINTS}(?! (?:zero|{ONES})\b)|\s?basis "
    rf"points?|\s?bps?\b)(?: of gdp)?",
    re.I,
)
_PLAIN = re.compile(
    rf"(?<![\w.,$€£-])(?:(?<!from )(?!(?:19|20)\d\d to )(?P<low>{_DIGITS})\s?(?:-|"
    rf"to)\s?)?(?P<n>{NUMBER})(?:\s?(?P<scale>{_SCALE}(?P<half> and a half)?))?(?!-?years?\b)(?![\w%])",
    re.I,
)
_ONES = {"twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7, "eights": 8, "nines": 9}
_IN_THE = re.compile(rf"\bin(?:to)? the (?P<n>{'|'.join(_ONES)})\b", re.I)
_BETWEEN = re.compile(  # "between six and seven"
    rf"\bbetween (?!(?:19|20)\d\d\b)(?P<low>{NUMBER}) and (?P<n>{NUMBER})(?! ?{_SCALE}\b)(?![\w%-])", re.I
)
FRACTIONS = {  # in percent
    **{f"{one} {part}": 100 / n for part, n in NTHS.items() for one in ("a", "one")},
    "half": 50.0,
    "two thirds": 200 / 3,
    "three quarters": 75.0,
    "two fifths": 40.0,
    "three fifths": 60.0,
    "four fifths": 80.0,
}
_PART_OF_GDP = re.compile(rf"\b(?P<part>{'|'.join(FRACTIONS)}){_OFGDP}", re.I)
_DEBT = re.compile(r"\bdebts?\b", re.I)
_AS_MUCH_AS_GDP = re.compile(  # "debt will be greater than its GDP"
    r"(?:(?<=than )|(?<=exceed ))(?:its|the|their) (?:(?:own|entire|whole|annual|country's|state's) )*(?:gdp|"
    r"gross domestic product|economic output|annual output|national income)\b(?! (?:growth|of))",
    re.I,
)
_TIMES_GDP = re.compile(  # "debt was 1.4 times GDP"
    rf"\b(?P<n>twice|double|(?:{_DIGITS}|{_WORDS}(?:{_HALF})?) times)(?: (?:the size|that) of)? (?:(?:its|the|their|"
    rf"annual|yearly|economic|national|own|entire|whole|(?:country|nation|state)'s) )*(?:gdp|gross domestic product|"
    rf"economy|output|national income)\b(?! (?:growth|per|of))",
    re.I,
)
_EARNED = (  # of all that a country earns
    r"(?: (?:that|which) (?:its|their|the) [a-z]+ (?:earns?|produces?|makes?)| earned(?: by (?:the|its) [a-z]+)?|"
    r" (?:of|in) (?:(?:its|their|the|national|economic|[a-z]+(?:an|ish|ian|ese|ch|'s)) )*(?:gdp|gross domestic "
    r"product|output|national income)| (?:that )?(?:it|they|(?-i:[A-Z])[a-z]+) (?:earns?|produces?|makes?))\b"
)
_CENTS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:(?:cents?|kopecks?|pence|pennies|grosz\w*|öre|øre) (?:of|in|out of|from) (?:every|"
    rf"each) (?:dollar|euro|ro?uble|pound|zloty|krona|krone)|(?:{_NAMES}) (?:of|in|out of) (?:every|each) (?:hundred|"
    rf"100))(?P<earned>{_EARNED})?",
    re.I,
)
_SOME = rf"{ONES}|[1-9]"
_ALL_OF = r"two|three|four|five|six|eight|ten|twenty|\d{1,2}"
_IN_EVERY = re.compile(  # "one dollar in five", "six of every ten dollars"
    rf"\b(?P<k>{_SOME}) (?:dollars?|euros?|pounds?|zlotys?|kron[aeo]r?|ro?ubles?|forints?) (?:in|of|"
    rf"out of) (?:every )?(?P<n>{_ALL_OF})\b(?! ?(?:%|\w*illion))(?P<earned>{_EARNED})?|"
    rf"\b(?P<k2>{_SOME}) (?:in|of|out of) (?:every )?(?P<n2>{_ALL_OF}) (?:dollars|euros)\b",
    re.I,
)


def figures(text: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Percentages (kind percent, or share where "of GDP" stands), points, money (value (code, amount)), plain numbers.
    Ranges have
    two values. `taken`: places that moments and counts hold already."""
    found: list[Mention] = []
    text = plain_numbers(text)

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in [*taken, *((m.start, m.end) for m in found)])

    def add(kind: str, m: re.Match[str], what: object) -> None:
        start = m.start() + len(m.group()) - len(m.group().lstrip())
        if free(start, m.end()):
            found.append(Mention(kind, start, m.end(), m.group().strip(), what))

    for m in re.finditer(r"(?<=single[- ])(?:digits?|figures?)\b", text, re.I):
        add("percent", m, 10.0)
    for m in _IN_THE.finditer(text):
        add("percent", m, (float(_ONES[m["n"].lower()]), _ONES[m["n"].lower()] + 1.0))
    for m, share in jobless(text):
        add("percent", m, share)
    for m in LEADING.finditer(text):
        digits = led_by(m)
        add("percent" if digits else "its first digit alone", m, digits)
    for m in _PART_OF_GDP.finditer(text):
        add("share", m, round(FRACTIONS[m["part"].lower()], 1))
    for m in _AS_MUCH_AS_GDP.finditer(text) if _DEBT.search(text) else ():
        add("share", m, 100.0)
    for m in _TIMES_GDP.finditer(text) if _DEBT.search(text) else ():
        times = 2.0 if m["n"].lower() in ("twice", "double") else value(m["n"].lower().removesuffix(" times"))
        add("share", m, round(100 * times, 6))
    for m in _CENTS.finditer(text):
        add("share" if m["earned"] else "percent", m, value(m["n"]))
    for m in _IN_EVERY.finditer(text):
        add(
            "share" if m["earned"] else "percent",
            m,
            round(100 * value(m["k"] or m["k2"]) / value(m["n"] or m["n2"]), 1),
        )
    for m in _PP.finditer(text):
        size = 0.01 if "b" in m["unit"].lower() else 1.0
        add("points", m, _two(m, size))
    for m in _BARE_END.finditer(text):
        add("share" if m["of"] else "percent", m, _two(m, 1.0))
    for m in _SHARE.finditer(text):
        share = bool(re.search(rf"{_OFGDP}$", m.group(), re.I))
        sign = -1.0 if m["minus"] else 1.0
        add("share" if share else "percent", m, _two(m, sign))
    for m in _CODE_FIRST.finditer(text):
        add("money", m, (CURRENCY.get(m["name"].lower(), m["name"]), _scaled(value(m["n"]), m["scale"])))
    for m in _MONEY.finditer(text):
        currency = m["s0"] or m["sign"] or m["name"] or m["lowname"]
        if currency is None:
            continue
        high = _scaled(value(m["n"]) + (0.5 if m["half"] else 0.0), m["scale"])
        if m["low"]:
            low = _scaled(value(m["low"]), m["lowscale"] or m["scale"])
            add("money", m, (_code(currency), (low, high)) if low < high else (_code(currency), high))
        else:
            add("money", m, (_code(currency), high))
    for m in _BETWEEN.finditer(text):
        add("number", m, _two(m, 1.0))
    for m in _PLAIN.finditer(text):
        number = _scaled(value(m["n"]) + (0.5 if m["half"] else 0.0), (m["scale"] or "").removesuffix(" and a half"))
        year = 1900 <= number <= 2100 and m["n"].isdigit() and len(m["n"]) == 4 and not m["scale"]
        if year or m["n"].lower() == "one" or (number == 0 and _CHANCE.match(text, m.end())):
            continue
        add("number", m, _two(m, 1.0) if not m["scale"] else number)
    ends = [_anywhere(one, text) for m in found for one in _change_and_level(m, text)]
    return _with_its_currency(_one_range(sorted(ends, key=lambda m: m.start), text), text)


_CHANCE = re.compile(
    r" (?:[a-z]+ )?(?:chances?|prospects?|likelihood|probability|possibility|risk|danger|signs?)\b", re.I
)
_FROM = re.compile(r"\b(?:north of|above|over|more than|higher than|upwards of|at least)\s+$", re.I)
_UP_TO = re.compile(
    r",?\s+(?:but|and|yet) (?:still |well |just )?(?:short of|below|under|less than|south of|shy of|lower than|"
    r"at most)\s+",
    re.I,
)


_SIGNED = re.compile(r"\s+(?:to|and)\s+(?:plus |\+)?", re.I)
_LEADS = re.compile(r"\b(?:between|from)\s+$", re.I)


def _one_range(found: list[Mention], text: str) -> list[Mention]:
    """'Between -0.5% and 0.5%', "above 3% but below 3.5%": one range; the words that open it are a part of it."""
    for low, high in pairwise(found):
        kinds, least, most = {low.kind, high.kind} - {"number"}, low.value, high.value
        if not kinds or not kinds <= {"percent", "share"}:
            continue
        if not (isinstance(least, float) and isinstance(most, float) and least < most):
            continue
        before, bounded = text[: low.start], _UP_TO.fullmatch(text, low.end, high.start)
        lead = (_FROM if bounded else _LEADS).search(before)
        if not (lead if bounded else least < 0 and _SIGNED.fullmatch(text, low.end, high.start)):
            continue
        start, kind = lead.start() if lead else low.start, "share" if "share" in kinds else "percent"
        one = Mention(kind, start, high.end, text[start : high.end], (least, most))
        return [one if m is low else m for m in found if m is not high]
    return found


FILLER = "\u2007"  # in front of a range that stood in longer words (range_words.py)
_ANYWHERE = re.compile(rf"\b(?:any|some)(?:where|thing) (?:from )?$|{FILLER}+ $", re.I)


def _anywhere(m: Mention, text: str) -> Mention:
    """'Anything from 2 to 3%': the words that open a range are a part of it."""
    held = m.value[1] if m.kind == "money" else m.value  # type: ignore[index]
    lead = _ANYWHERE.search(text[: m.start]) if isinstance(held, tuple) else None
    start = lead.start() if lead else epithet_before(text, m.start)
    return replace(m, start=start, text=text[start : m.end].lstrip()) if start < m.start else m


_BY = re.compile(r"\bby (?:about |around |some |roughly |nearly |almost |another |a further )*$", re.I)
WIDE = 5.0  # beyond such a ratio of its ends, "by A to B" is a change and the level it leads to


def _change_and_level(m: Mention, text: str) -> list[Mention]:
    """'By 20,000 to 203,000 soldiers': no range, a change and where it leads."""
    held = m.value[1] if m.kind == "money" else m.value  # type: ignore[index]
    if m.kind not in ("money", "number") or not isinstance(held, tuple) or not _BY.search(text[: m.start]):
        return [m]
    (low, high), at = held, m.text.lower().find(" to ")
    if at < 0 or low <= 0 or high <= WIDE * low:
        return [m]
    values = [(m.value[0], v) if m.kind == "money" else v for v in (low, high)]  # type: ignore[index]
    return [
        Mention(m.kind, m.start, m.start + at, m.text[:at], values[0]),
        Mention(m.kind, m.start + at + 4, m.end, m.text[at + 4 :], values[1]),
    ]


_MILLIONS = re.compile(r"\d\s?(?:million|billion|trillion|bn|tn|trn|mn)$", re.I)
_ENDS = re.compile(r"\s*(?:[,;.)]|$|(?:in|by|this|next|last|a year|from|for|and|but|over)\b)", re.I)


def _with_its_currency(found: list[Mention], text: str) -> list[Mention]:
    """'From 86 billion euros in 2025 to 152 billion in 2029': a later sum is in the only currency that stands before
    it."""
    codes = {m.value[0] for m in found if m.kind == "money" and isinstance(m.value, tuple)}
    if len(codes) != 1:
        return found
    first = next(m.start for m in found if m.kind == "money")
    bare = [
        m.kind == "number"
        and m.start > first
        and _MILLIONS.search(m.text) is not None
        and _ENDS.match(text, m.end) is not None
        and not re.search(r"[.;]\s", text[first : m.start])
        for m in found
    ]
    (code,) = codes
    return [replace(m, kind="money", value=(code, m.value)) if sum_ else m for m, sum_ in zip(found, bare, strict=True)]


def _two(m: re.Match[str], factor: float) -> float | tuple[float, float]:
    high = factor * value(m["n"])
    low = factor * value(m["low"]) if m.groupdict().get("low") else None
    if low is not None and low < THOUSAND <= high and m["n"].endswith(",000"):
        low *= THOUSAND  # "210-220,000 soldiers"
    return (low, high) if low is not None and low < high else high
