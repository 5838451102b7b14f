"""Wordings that are put as others before a claim is read, as long as they were: "inflation taken out" is after
inflation."""

from __future__ import annotations

import re
import tomllib
from functools import cache, partial
from importlib.resources import files

from overstretch.claims.reader.clause_words import LESS_INFLATION
from overstretch.claims.reader.moment_spans import MONTH
from overstretch.claims.reader.party_names import undescribed
from overstretch.claims.reader.vocabulary import inflected

_LESS_INFLATION = re.compile(
    rf"(?P<lead>^\W*|,? (?:and |but )?)\b(?:{LESS_INFLATION.pattern})(?: of (?:it|account))?,?", re.I
)
_TOGETHER = re.compile(
    r",(?P<words> (?:all )?(?:taken|put) together),(?= than\b)|^(?P<first>(?:all )?(?:taken|put) together|combined|together|"
    r"collectively|jointly|between them),",
    re.I,
)


_SHARE_ASIDE = re.compile(
    r",(?P<words> (?:measured )?as a (?:share|percentage|proportion|part) of (?:gdp|output|national income)),(?= (?:will|"
    r"would|is|was|could|may|has)\b)",
    re.I,
)


_MOST_LIKELY = re.compile(  # "will almost certainly"
    r"(?<=\bwill )(?:almost|virtually|practically|nearly|most|very|quite|all but) (?=(?:certainly|likely|probably|surely|assuredly)\b)",
    re.I,
)


_YEAR = r"(?P<year>20[2-4]\d)(?![\d%]| ?per ?cent)"
_NOT_BEFORE = re.compile(  # "no sooner than 2028", "in 2028 at the earliest", "only after 2027"
    rf"\b(?:(?P<lead>(?:no|not) (?:earlier|sooner) than|at the earliest,? (?:in|by|from)) (?:in |the year )?(?=20\d\d|the |{MONTH}|next |"
    rf"q[1-4]|mid|early|late|spring|summer|autumn)|(?<!until )(?<!till )(?<!through )(?:in |by )?{_YEAR} at the (?:very )?earliest|(?P<only>only|not until) (?:some ?time )?after "
    rf"(?:the (?:end|close) of )?(?P<after>20[2-4]\d)(?!-|[\d%-]| ?per ?cent))",
    re.I,
)


def not_before(text: str) -> str:
    """The text with its earliest moment put as one before which a thing is not."""
    return _NOT_BEFORE.sub(_not_before, text)


def _not_before(m: re.Match[str]) -> str:
    """As long as it was: "not before 2028"; where there is no room for it, or it is denied, as it is."""
    if re.search(r"\b(?:not|never|no)\b|n't\b", m.string[: m.start()], re.I) and m.string[: m.start()].count(",") == 0:
        return m.group()
    words = "not before "
    if not m["lead"]:
        words += m["year"] or str(int(m["after"]) + 1)
    lead = words[0].upper() + words[1:] if m.start() == 0 else words
    room = len(m.group()) - len(words)
    return m.group() if room < 0 else lead[:3] + " " * room + lead[3:]


def restated(text: str) -> str:
    """The text with each such wording put as the other."""
    text = not_before(text)
    text = _MOST_LIKELY.sub(lambda m: " " * len(m.group()), text)
    text = undescribed(_LESS_INFLATION.sub(_after_inflation, text))
    text = _SHARE_ASIDE.sub(lambda m: f" {m['words']} ", text)
    for words, plain in _verbs():
        text = words.sub(partial(_plainly, by=plain), text)
    text = _OF_A_YEAR.sub(_than_in, text)
    text = _LEFT_AT.sub(lambda m: m["at"].rjust(len(m.group())), text)
    return _TOGETHER.sub(lambda m: f" {m['words']} " if m["words"] else f"{m['first']} ", text)


_HEDGE = (
    r"(?:(?:about|around|roughly|nearly|almost|just|only|over|under|above|below|more|less|than|at|least|most|some|an?|the|"
    r"mere|exactly|well|close to|up to|no|not|estimated|approximately) )*"
)
_NUMBER = (
    r"(?:(?:US\$|[$€£₽])?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half|"
    r"an? (?:third|quarter|fifth|tenth))\b)"
)
_ARMS = r"(?:(?:its|the|their|our|national) )?(?:own )?(?:defen[cs]e|arm(?:s|y|ed forces)\b|military|rearmament)"
_MONEY = rf"{_HEDGE}(?:US\$|[$€£₽]|[A-Z]{{3}} )?(?:\d|an?\b|half\b)(?:[^,;.]|\.(?=\d)){{0,40}}?"
_AHEAD = {
    "figure": rf"(?= {_HEDGE}{_NUMBER})",
    "share": rf"(?= {_HEDGE}(?:{_NUMBER}[\w. ]{{0,20}}?(?:%|per ?cent|pc\b|pct\b)?(?: or \w+)? of (?:\w+ )?(?:its |the )?"
    r"(?:[\w']+ )?(?:gdp|gross domestic|output|national income)|\d[\d.]* times (?:its )?gdp|\d[\d.]*(?:%| per ?cent)"
    r"(?! of)))",
    "rate": rf"(?= (?:by )?(?:another |a further )?{_HEDGE}{_NUMBER}[\w. ]{{0,16}}?(?:%|per ?cent|points?|pp\b|pct\b)(?! of))",
    "moved": r"\b",
    "balance": r"(?= (?:an? |its |the |their |only |public |gross |government |budget |state |economic |real |annual |inflation |"
    r"\d[\d.]*(?:%| per ?cent)(?: of gdp)? |modest |large |record |small |sizeable |hefty |huge )*(?:deficit|surplus|"
    r"shortfall|debt|inflation|unemployment|growth)\b)",
    "soldiers": rf"(?= {_HEDGE}(?:\d|half\b|an? (?:quarter|army|force)\b)[\w., ]{{0,24}}?(?:troops|soldiers|men|personnel|servicemen|"
    r"people|army|force))",
    "into arms": rf"(?= {_MONEY}(?:in)?to {_ARMS})",
    "for arms": rf"(?= {_MONEY}(?:for|on) {_ARMS})",
    "a rate": r"(?= (?:its|the) (?:[\w-]+ ){0,2}rates? (?:steady |unchanged |on hold )?at \d)",
}
_LEFT_AT = re.compile(  # "was left unchanged at"
    r"(?<=\b(?:was|are|ere|een|has|had|ept|eld|\sbe|\sis|\sas) )(?:(?:left|maintained|fixed|frozen|retained|parked|anchored|"
    r"confirmed|measured|reported|placed|kept|held|stable|unchanged|steady|flat|constant|pegged) ){1,2}(?P<at>at)"
    rf"{_AHEAD['figure']}",
    re.I,
)


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Each row as the pattern of its verbs, and the plain verb by their first word; "has" for what follows it."""
    rows = tomllib.loads((files(__package__) / "restated.toml").read_text("utf-8"))["row"]
    return tuple(
        _row(row["verbs"].split("|"), [w.replace("_", " ") for w in row["as"].split()], row["ahead"]) for row in rows
    )


def _row(verbs: list[str], plain: list[str], ahead: str) -> tuple[re.Pattern[str], dict[str, str]]:
    to, he, past, has = plain
    ways, by = [], {"has": has, "past": past}
    for phrase in sorted(verbs, key=len, reverse=True):
        first, _, rest = phrase.partition(" ")
        forms = [form for form in inflected(first) if not form.endswith("ing") and form != "am"]
        ways.append(rf"(?:{'|'.join(map(re.escape, forms))}){re.escape(' ' + rest if rest else '')}")
        by |= dict.fromkeys(forms, past) | {first: to}
        by |= {form: he for form in forms if form in ("is", "are", "has") or (form.endswith("s") and form != "was")}
    held = rf"(?P<held>\b(?:has|have|had) (?:\w+ly |also |now )?)?\b(?P<verb>{'|'.join(ways)}){_AHEAD[ahead]}"
    return re.compile(held, re.I), by


_MODAL = re.compile(r"\b(?:will|would|could|may|might|can|shall|to|'ll) (?:\w+ly )?$", re.I)
_OF_A_YEAR = re.compile(  # "three times its 2021 level", "40% above the 2021 figure", "from its 2025 pace"
    r"\b(?P<link>times|twice|double|triple|treble|half|fold|above|below|from|than|over|on|compared (?:with|to)|against|"
    r"relative to|versus) (?:(?:its|the|their) (?P<year>(?:19|20)\d\d) (?:levels?|figures?|amount|value|total|size|pace|"
    r"rate|outlays?|sum|mark)\b|the (?:level|figure|amount|value|size) (?:of|in) (?P<of>(?:19|20)\d\d)\b)",
    re.I,
)


def _than_in(m: re.Match[str]) -> str:
    """As long as it was: "three times that of 2021", "40% higher than in 2021", "from 2025"."""
    link, year = m["link"].lower(), m["year"] or m["of"]
    bare = not re.search(r"\d(?:%| per ?cent)? $|\b(?:third|quarter|fifth|tenth|half) $", m.string[: m.start()])
    if link in ("above", "below"):
        words = f"{'higher' if link == 'above' else 'lower'} than"
    elif " " in link or link in ("from", "than", "over", "on", "against", "versus"):
        words = m["link"]
    else:
        words = f"{m['link']} that of"
    pad = len(m.group()) - len(words)
    return m.group() if pad <= len(year) or (bare and link in ("above", "below")) else words + year.rjust(pad)


def _plainly(m: re.Match[str], by: dict[str, str]) -> str:
    """The plain verb in the place of another, as long as it was; a longer one does not take it."""
    verb = m["verb"]
    first = verb.split()[0].lower()
    past = first in ("put", "shed") and not _MODAL.search(m.string[: m.start("verb")])
    plain = by["has"] if m["held"] else by["past"] if past else by[first]
    return m.group() if len(plain) > len(verb) else (m["held"] or "") + plain.rjust(len(verb))


def _after_inflation(m: re.Match[str]) -> str:
    words = " after" if m["lead"][-1:] == " " else "after"
    return words.ljust(len(m.group()) - len("inflation")) + "inflation"
