"""How posts, speech and headlines shorten, put as plain words before a sentence is parsed: "🇫🇷 10y at 4% by eoy" as
"France's ten-year yield at 4% by the end of the year", "twenty thirty-two" as 2032. Rows of plain_words.toml."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from overstretch import shipped
from overstretch.statements.mentions.calendar_words import MONTHS
from overstretch.statements.mentions.quantities import SMALL, number
from overstretch.statements.reading.corrections import corrected
from overstretch.statements.reading.own_answers import answered

_FLAG = r"[\U0001F1E6-\U0001F1FF]{2}"
_FIRST_LETTER = 0x1F1E6  # of the letters that flags are made of
_STATES = (
    "AL Albania|BE Belgium|BG Bulgaria|CA Canada|HR Croatia|CZ Czechia|DK Denmark|EE Estonia|FI Finland|FR France|"
    "DE Germany|GR Greece|HU Hungary|IS Iceland|IT Italy|LV Latvia|LT Lithuania|LU Luxembourg|ME Montenegro|"
    "NL the Netherlands|MK North Macedonia|NO Norway|PL Poland|PT Portugal|RO Romania|SK Slovakia|SI Slovenia|"
    "ES Spain|SE Sweden|TR Turkey|GB Britain|US America|RU Russia|UA Ukraine"
)
_STATE = dict(row.split(" ", 1) for row in _STATES.split("|"))
_SETS = {
    frozenset(("EE", "LV", "LT")): "the Baltic states",
    frozenset(("DK", "FI", "IS", "NO", "SE")): "the Nordic states",
}
_SIGNS = r"[\u2190-\u21ff\u2300-\u2bff\u3030\ufe0f\u200d\U0001F300-\U0001F3FF\U0001F400-\U0001FAFF]"
_TAKES_BACK = re.compile(
    r"[❌🚫👎🤡🧢🙃🤥⛔🙅]|#(?:not|never|no|fake|satire|irony|sarcas|joke|lies?|nope)\w*|/s\b|"
    r"[.!]\s+(?:lol|lmao|rofl)\W*$",
    re.I,
)
_POST = re.compile(
    rf"{_FLAG}|{_SIGNS}|(?:^|\s)#\w|(?:^|\s)@\w|\b(?:eoy|yoy|y/y|imh?o|ngl|tbh|lol|usd ?/?rub)(?:\b|\d)", re.I
)


def _file() -> dict[str, Any]:
    return shipped.patterns("statements/data", "plain_words.toml")


def _parts() -> dict[str, str]:
    return _file()["parts"]


Row = tuple[re.Pattern[str], str, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _rows(section: str) -> tuple[Row, ...]:
    """The rows of a section: a pattern, what is put in its place, what the sentence must hold and what it may not."""
    made = []
    for pattern, plain, *held in _file()[section]["rows"]:
        only, never = ([re.compile(one, re.I) for one in held] + [None, None])[:2]
        made.append((re.compile(pattern, re.I), plain, only, never))
    return tuple(made)


def _put(text: str, section: str) -> str:
    for pattern, plain, only, never in _rows(section):
        if (only is None or only.search(text)) and (never is None or not never.search(text)):
            text = pattern.sub(partial(_as, plain=plain), text)
    return text


def _as(m: re.Match[str], plain: str) -> str:
    """What stands in the place of a match; a name in braces is worked out from its words."""
    put = re.sub(r"\{([a-z_]+\d?)\}", lambda name: _NAMED[name[1]](m), plain)
    return m.expand(put)


def _year(m: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", m.group().lower())
    tens = next(SMALL[word] for word in reversed(words) if SMALL.get(word, 0) >= 20)
    last = SMALL.get(words[-1], 0)
    return f"{2000 + tens + (last if last < 10 else 0):.0f}"


def _ratio(m: re.Match[str]) -> str:
    share = m.group()[m.group().index(m["x"], len(m[1])) + len(m["x"]) :]
    figure, more, rest = share.partition(" or more")
    return f"{m[1]}{m['x']}{figure} of GDP{more}{rest}"


def _spend(m: re.Match[str]) -> str:
    return {"s": "spends", "es": "spends", "ing": "spending", "ed": "spent"}.get((m["e"] or "").lower(), "spend")


def _bond(m: re.Match[str]) -> str:
    """Whose bonds they are, where nothing else says that."""
    kind = (m["b"] or "").lower().rstrip("s")
    named = re.search(rf"\b{_parts()['nation']}|\b{_parts()['place']}", m.string, re.I)
    return "" if named or kind not in _BONDS else f"{_BONDS[kind]} "


_BANKS = {
    "fed": "the Fed",
    "ecb": "the ECB",
    "cbr": "the Bank of Russia",
    "nbu": "the National Bank of Ukraine",
    "boe": "the Bank of England",
    "nbp": "the National Bank of Poland",
    "cnb": "the Czech National Bank",
    "bank of russia": "the Bank of Russia",
    "bank of england": "the Bank of England",
}
_BONDS = {"btp": "Italian", "oat": "French", "bund": "German", "bono": "Spanish", "gilt": "British", "ust": "US"}


def _scale(m: re.Match[str]) -> str:
    return {"b": "billion", "m": "million", "t": "trillion"}[m["s"][0].lower()]


def _range(m: re.Match[str]) -> str:
    """'A hundred and ten, hundred and fifteen billion' as a range; what rises not is none."""
    low, high = _worth(m["a"]), _worth(m["b"])
    return f"{low:g} to {high:g} {m['u']}{m['m'] or ''}" if low < high else m.group()


_PAST = {"spend": "spent", "meet": "met", "reach": "reached", "hit": "hit", "devote": "devoted"}


def _all_do(m: re.Match[str]) -> str:
    """'There was no ally that did not spend 2%': all allies spent it."""
    many = re.sub(r"y$", "ies", m["k"]) if m["k"].endswith("y") else f"{m['k']}s"
    if m["t"] == "will be":
        verb = f"will {m['v']}"
    else:
        verb = _PAST.get(m["v"], "were at") if m["d"] == "did" or m["t"] == "was" else m["v"]
    return f"all {many} {verb.replace('will at', 'will be at')} {m['r']}{m['m'] or ''}"


def _club(m: re.Match[str]) -> str:
    """'The club of those that spend 3% will count nine members at most': at most nine allies."""
    bound = (m["b1"] or m["b2"] or "").strip().replace("or more", "at least").replace("or fewer", "at most")
    verb = {"spending": "spend", "devoting": "devote", "meeting": "meet", "reaching": "reach"}.get(m["v"], m["v"])
    return f"{bound} {m['n']} allies {m['w']} {verb} {m['r']}".strip()


_MOVES = {"hold": "keep", "pause": "keep", "stay": "keep", "stop": "keep", "go": "take", "ease": "cut"}


def _move(m: re.Match[str]) -> str:
    """'Cuts' is told of today, "to cut" and a bare "cut" are of what is to come."""
    verb = _MOVES.get(m["v"].lower(), m["v"].lower())
    return f"{verb}s" if m["e"] == "s" and not m["m"] else f"will {verb}"


_HUNDREDTHS = {"twenty-five": "25", "fifty": "5", "seventy-five": "75"}
_NAMED: dict[str, Callable[[re.Match[str]], str]] = {
    "year": _year,
    "ratio": _ratio,
    "spend": _spend,
    "scale": _scale,
    "decimal": lambda m: (
        f"{m['p']} {SMALL.get(m['o'].lower(), 0) or float(m['o']):g}.{_HUNDREDTHS[m['q'].lower()]} per cent"
    ),
    "upper": lambda m: m[1].upper(),
    "title": lambda m: m[1].title(),
    "title1": lambda m: m[1].title(),
    "title3": lambda m: m["s"].title(),
    "range": _range,
    "all_do": _all_do,
    "club": _club,
    "count": lambda m: m["n"] or m["k"] or m["l"],
    "m": lambda m: m["m"] or "",
    "past": lambda m: {"spend": "spent", "have": "had", "run": "ran", "be": "was"}[m["v"].lower()],
    "themonth": lambda m: next(name for name in MONTHS if name.startswith(m["m"].lower()) and len(name) > 2).title(),
    "y": lambda m: m["y"],
    "figure": lambda m: m["n"].strip()[:1].lower() + m["n"].strip()[1:],
    "bond": _bond,
    "thebank": lambda m: _BANKS.get(m["b"].lower(), m["b"].title().replace(" Of ", " of ")),
    "hundred": lambda m: f"{m['h']} hundred and {m['t']}{'-' + m['o'] if m['o'] else ''}",
    "useup": lambda m: "used up" if "ha" in (m["h"] or "").lower() else "use up",
    "move": _move,
    "cutting": lambda m: {"e": "cut", "es": "cuts", "ing": "cutting"}[m["e"].lower()],
    "theyear": lambda m: (m["y"] or "").strip() or "the year",
}


def plain_words(text: str) -> str:
    """The text in plain words; a text that holds none of the rows stays as it is."""
    if _POST.search(text) or text.islower():
        text = _posted(text)
    text = corrected(text)
    opened = text[:1].isupper()
    text = _put(_put(_put(_put(text, "edge"), "edge"), "sign"), "share")
    text = text[:1].upper() + text[1:] if opened else text  # what stood in front is gone
    text = corrected(_put(_once(text), "number"))
    for section in ("idiom", "headline", "cleft"):
        text = _put(text, section)
    return answered(text)


def _posted(text: str) -> str:
    """A post without its signs: flags are states, a hashtag is its word, or nothing behind the sentence."""
    denies = _TAKES_BACK.search(text) is not None
    text = re.sub(r"(?:(?:^|(?<=\s))(?:#\w+|@[A-Za-z_]\w+)\s*)+\W*$", "", text).rstrip()
    text = re.sub(r"(?<![\w&])#(?=[A-Za-z])", "", text)
    text = re.sub(rf"(?:{_FLAG}\s*)+", _states, text)
    text = re.sub(rf"\s*(?:(?!→|⇒|➡){_SIGNS})+\s*(?=$|[,.!?;:)])", "", text)
    text = re.sub(rf"\s*(?:(?!→|⇒|➡){_SIGNS})+\s*", _apart, text).strip()
    text = _put(text, "post")
    for _ in range(3):
        text = _put(text, "tail")
        remark = _remark().search(text)
        text = text[: remark.start()] if remark and re.search(r"\d", text[: remark.start()]) else text
    text = text[:1].upper() + text[1:]
    return f"{text.rstrip(' .,')}. That is not true." if denies else text


def _apart(m: re.Match[str]) -> str:
    """A sign between a claim with its figure and a remark parts the two."""
    claim, remark = m.string[: m.start()], _REMARK_BEGINS.match(m.string, m.end())
    return ", " if re.search(r"\d", claim) and remark and not claim.endswith((",", ":")) else " "


_REMARK_BEGINS = re.compile(
    r"(?!(?:in|by|at|for|of|on|to|and|or|but|if|as|this|next|from|per|gdp|with|until|before|after|than|usd|eur|avg|"
    r"average[sd]?|bn|tn|troops|growth|inflation|debt|deficit|defence|def)\b)[a-zà-ÿ]{2}"
)


def _states(m: re.Match[str]) -> str:
    codes = ["".join(chr(ord(c) - _FIRST_LETTER + ord("A")) for c in one) for one in re.findall(_FLAG, m.group())]
    codes = list(dict.fromkeys(codes))
    if codes == ["EU"] and re.search(r"\b(?:troops|soldiers|forces|presence) in\W*$", m.string[: m.start()], re.I):
        return "Europe "
    if not all(code in _STATE for code in codes):
        return m.group()
    names = [_STATE[code] for code in codes]
    one = _SETS.get(frozenset(codes)) or " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    owns = re.match(rf"(?:{_parts()['field']})\b", m.string[m.end() :], re.I)
    beside = re.match(r"[,:;.!?)]", m.string[m.end() :])
    return f"{one}{'' if beside else chr(39) + 's ' if owns and len(codes) == 1 else ' '}"


@cache
def _remark() -> re.Pattern[str]:
    """What a post says last, where no word of it bears on a claim: "kremlin in trouble"."""
    return re.compile(rf"[,.;!–—]+\s+(?:(?!{_parts()['bears']}\b)[A-Za-z'’-]+[ ,!]*){{1,7}}$|\.{{2,}}$", re.I)


@cache
def _twice() -> tuple[re.Pattern[str], ...]:
    """A figure said once more: "five-four, five point four per cent", "twenty-eight, two eight, per cent"."""
    n, ones = _parts()["n"], f"(?:{_parts()['ones']}|zero|oh|nought)"
    per = rf"(?: ?{_parts()['percent']}(?: of gdp)?)?"
    return (
        re.compile(rf"\b(?P<digits>{ones}(?:[ -]{ones})+),? (?:that's |that is |"
                   rf"so )?(?P<n>{n})(?= ?{_parts()['percent']})", re.I),
        re.compile(rf"(?P<n>{n})(?P<unit>{per}),? ?[,(-] ?(?:that's |that is |i repeat,? |"
                   rf"so )?(?P<digits>{ones}(?:[ -]{ones})+)\)?,?(?P<end>(?= )|(?=[.;:!]|$))", re.I),
        re.compile(rf"(?P<n>{n})(?P<unit>), (?:that's |that is |i repeat,? |so |"
                   rf"again,? )?(?P<again>{n})(?P<end>),?(?= ?{_parts()['percent']})", re.I),
        re.compile(rf"(?P<n>{n})(?P<unit>{per}), (?:that's |that is |i repeat,? |"
                   rf"so )?(?P<again>{n}){per}(?P<end>,(?= )|(?=[.;:!]|$))", re.I),
    )  # fmt: skip


def _once(text: str) -> str:
    for pattern in _twice():
        text = pattern.sub(_said_once, text)
    return text


def _said_once(m: re.Match[str]) -> str:
    held = m.groupdict()
    figure = _worth(held["n"])
    if held.get("again"):
        return f"{held['n']}{held['unit']}{held['end']}" if _worth(held["again"]) == figure else m.group()
    digits = "".join(f"{SMALL.get(word, 0.0):.0f}" for word in re.split(r"[ -]", held["digits"].lower()))
    same = digits == f"{figure:g}".replace(".", "") or f"{figure:.1f}".replace(".", "") == digits
    return f"{held['n']}{held.get('unit') or ''}" if same else m.group()


def _worth(words: str) -> float:
    words = re.sub(r"[$€£]", "", words.lower().replace("nought", "zero"))
    try:
        return number(words.replace(" oh", " zero"))
    except ValueError:
        return float("nan")
