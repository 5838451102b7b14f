"""How much larger one figure is than another, put as plainly as long as it was: "two-fifths fatter in 2027 than it was
in 2025" as "40% higher in 2027 than in 2025", "three-quarters of a point narrower" as "0.75 points lower"."""

from __future__ import annotations

import re

from overstretch.claims.reader.numbers import NUMBER

_NTHS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
_ONES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_PART = rf"(?:(?P<n>{'|'.join(_ONES)})[ -])?(?P<nth>{'|'.join(_NTHS)})s?"
_BIGGER = (
    r"(?:larg|bigg|great|fatt|heft|bulki|beefi|heavi|deep|wid|steep|strong|plump|stout|tall|long|thick|rich|costli|"
    r"prici|dear|ampl|loft|broad|mighti|brawni|meati|chunki|weighti|high)i?er|more (?:expensive|costly|numerous|"
    r"generous|lavish|substantial|sizeable|ample|heavily manned)|to the good|(?:up|ahead|in front)(?! (?:to|at|by|from|and|or|for)\b)"
)
_SMALLER = (
    r"(?:small|narrow|shallow|less|lean|slimm|thinn|light|tight|cheap|poor|weak|scanti|skimpi|feebl|low|slight|trimm|"
    r"gentl|mild|soft|short|meagr|modest|punier|pun)i?er|less (?:expensive|costly|numerous|generous|lavish|substantial|"
    r"sizeable|ample)|to the bad|(?:down|off|behind|adrift)(?! (?:to|at|by|from|and|or|for|course)\b)"
)
_WAYS = rf"(?:(?P<up>{_BIGGER})|(?P<down>{_SMALLER}))\b(?! or\b)"
_POINTS = r"(?:percentage |per ?cent(?:age)? |full |whole )*points?"
_OF_A_POINT = re.compile(rf"\b{_PART}[ -](?:of )?(?:an?|one)[ -](?P<points>{_POINTS}(?: of gdp)?)\b", re.I)
_HEDGE = (
    r"(?:(?:fully|about|around|nearly|almost|roughly|some|well over|more than|over|at least|just|only|approximately|"
    r"a good|a full|up to|as much as|less than|under|close to|just over|just under|easily|barely|a mere) )?"
)
_NO_OTHER = r"(?![^;,]{0,40}?\bthan (?:the |that of |those of )?(?-i:[A-Z]))"  # "a fifth larger than France's"
_PART_MORE = re.compile(
    rf"\b(?P<hedge>{_HEDGE}){_PART}(?= (?:(?:again|or so|as much) )?(?:{_WAYS}|(?:more|fewer|less)\b){_NO_OTHER})", re.I
)
_UNIT = r"(?:\s?%|[ -]per ?cents?|\s?pct|\s?pc)"
_MONEY = rf"(?:[$€£₽]\s?{NUMBER}|{NUMBER} (?:dollars|euros|ro?ubles|bucks))(?:\s?(?:billion|trillion|million|bn|tn|trn)(?: (?:dollars|euros|ro?ubles))?)?"
_MEN = rf"{NUMBER}(?:[ -](?:thousand|million))? (?:troops|soldiers|men|personnel|servicemen|people|men and women)"
_SIZED = re.compile(
    rf"(?<![\w.,])(?P<pad> *)(?P<size>(?P<number>{NUMBER}){_UNIT}|{NUMBER} {_POINTS}(?: of (?:gdp|output))?)(?P<gap>,? (?:of gdp )?){_WAYS}", re.I
)
_MONEY_SIZED = re.compile(rf"(?<![\w$€£₽])(?P<pad>)(?P<size>{_MONEY}|{_MEN})(?P<gap>(?: (?:a|per|the) barrel)? ){_WAYS}", re.I)
_WAS = r"(?:what )?(?:it|they|that|those) (?:was|were|had been|stood(?: at)?|did|spent|amounted to|came to|ran to|totalled|totaled|had)"
_ITS = (
    r"(?:the|its|their|that|those) (?:(?:levels?|figures?|totals?|sums?|size|outturns?|readings?|tally|tallies|marks?|amounts?|"
    r"spend|outlays?|value|volume|strength|headcount|average|mean|price|rate|bill|number|one)s? )?(?:of|in|from|for|seen in|"
    r"recorded in|reached in|reported for)"
)
_THEN = r"(?P<then>(?:the )?(?:end of )?(?:19|20)\d\d\b|(?:a|one|the) year (?:before|earlier|ago|previously)|last year|this year|the (?:previous|preceding|prior) year)"
_BETWEEN = r" *(?: in real terms| in nominal terms| in cash terms)?(?: (?:in|by|for|at the end of|by the end of|at end-?) ?(?:19|20)\d\d)?"
_THAN = (
    r"(?:on|of|than|over|from|against|compared (?:with|to)|relative to|versus|vis-a-vis|by comparison with|"
    r"in comparison with|set against)"
)
_LINKED = rf"(?:back )?(?:(?:{_WAS}|{_ITS})(?: (?:back )?in)? )"
_BASE = re.compile(
    rf"\b(?P<way>higher|lower)(?P<between>{_BETWEEN}) +{_THAN} (?:{_LINKED})?{_THEN}|"
    rf"(?<=[%\w] )(?P<above>above|below|over|under|beneath|beyond) {_LINKED}(?P<then2>{_THEN[9:-1]})",
    re.I,
)


def plain_sizes(text: str) -> str:
    """The text with each such size put plainly."""
    text = _OF_A_POINT.sub(_points, _BASE.sub(_than, text))
    text = _PART_MORE.sub(_percent, text)
    for sized in (_SIZED, _MONEY_SIZED):
        text = sized.sub(_plain, text)
    return _BASE.sub(_than, text)


def _share(m: re.Match[str]) -> float | None:
    part = m["n"] is not None or m["nth"].lower() == "half"
    return _ONES[(m["n"] or "a").lower()] / _NTHS[m["nth"].lower()] if part else None


def _as_long(words: str, whole: str) -> str:
    return words.rjust(len(whole)) if len(words) <= len(whole) else whole


def _points(m: re.Match[str]) -> str:
    share = _share(m)
    of_gdp = m["points"][-7:] if m["points"].lower().endswith("gdp") else ""
    return m.group() if share is None else _as_long(f"{share:.3g} points{of_gdp}", m.group())


def _percent(m: re.Match[str]) -> str:
    share = _share(m)
    return m.group() if share is None else _as_long(f"{m['hedge']}{100 * share:.3g}%", m.group())


def _plain(m: re.Match[str]) -> str:
    """The size stays where it is; one put in figures may move into the room before it."""
    way, room = "higher" if m["up"] else "lower", len(m.group())
    short = m.groupdict().get("number")
    for size in (m["size"], *([f"{short}%"] if short else [])):
        if len(put := f"{m['pad']}{size} {way}") <= room:
            return put.ljust(room)
        if len(put := f"{size} {way}") < room:
            return put.rjust(room)
    return m.group()


def _than(m: re.Match[str]) -> str:
    then = m["then"] or m["then2"]
    then = re.sub(r"(?<=\byear )(?:before|previously)$", "earlier", then, flags=re.I) if then[0] in "ao" else then
    way = m["way"] or ("higher" if m["above"].lower() in ("above", "over", "beyond") else "lower")
    lead = f"{way}{m['between'] or ''} "
    room = len(m.group()) - len(lead)
    words = f"than {'in ' if then[0].isdigit() else ''}{then}"
    return lead + words.rjust(room) if len(words) <= room else m.group()  # the moments stay where they are
