"""How much larger one figure is than another, put as plainly as long as it was: "two-fifths fatter in 2027 than it was
in 2025" as "40% higher in 2027 than in 2025", "three-quarters of a point narrower" as "0.75 points lower"."""

from __future__ import annotations

import re

from overstretch.claims.reader.figures.number_words import NTHS, SIZES
from overstretch.claims.reader.figures.numbers import NUMBER

_NTHS = NTHS | {"half": 2, "halves": 2, "fourth": 4}
_SHARE = rf"(?:(?P<n>{'|'.join(SIZES)})[ -])?(?P<nth>{'|'.join(_NTHS)})s?"
_NEARLY = (
    r"(?:fully|about|around|nearly|almost|roughly|some|well over|more than|over|at least|just|only|approximately|a "
    r"good|a full|up to|as much as|less than|under|close to|just over|just under|easily|barely|a mere)"
)
_HEDGE = rf"(?:{_NEARLY} )?"
_COSTLY = r"(?:expensive|costly|numerous|generous|lavish|substantial|sizeable|ample)"
_ALONE = r"(?! (?:to|at(?! the end)|by|from|and|or|for|course|on (?:the|a) year|year|y)\b)"
_BIGGER = (
    rf"(?:larg|bigg|great|fatt|heft|beef|heav|deep|wid|steep|strong|plump|stout|tall|long|thick|costl|pric|dear|ampl|"
    rf"loft|broad|might|brawn|meat|chunk|weight|bulk|high)i?er|more {_COSTLY}|to the good|(?:up|ahead|in front){_ALONE}"
)
_SMALLER = (
    rf"(?:small|narrow|shallow|less|lean|slimm|thinn|light|tight|cheap|weak|scant|skimp|feebl|low|slight|trimm|gentl|"
    rf"mild|soft|short|meagr|pun)i?er|less {_COSTLY}|to the bad|(?:down|off|behind|adrift){_ALONE}"
)
_WAYS = rf"(?:(?P<up>{_BIGGER})|(?P<down>{_SMALLER}))\b(?! or\b)"
_BEFORE_A_WAY = rf"(?P<more>(?= (?:{_BIGGER}|{_SMALLER})\b))?"
_POINTS = r"(?:per ?cent(?:age)? |full |whole )*points?"
_GDP = r"(?: of (?:gdp|output|national income))?"
_UNIT = r"(?:\s?%|[ -]per ?cents?|\s?pct|\s?pc)"
_SUM = r"(?:\s?(?:billion|trillion|million|bn|tn|trn))?"
_COIN = r"(?:dollars|euros|ro?ubles|bucks)"
_MONEY = rf"(?:[$€£₽]\s?{NUMBER}{_SUM}|{NUMBER}{_SUM} {_COIN})"
_MEN = rf"{NUMBER}(?:[ -](?:thousand|million))? (?:troops|soldiers|men|personnel|servicemen|people)"
_YEAR = r"(?:19|20)\d\d"

_OF_A_POINT = re.compile(rf"\b{_SHARE}[ -](?:of )?(?:an?|one)[ -](?P<points>{_POINTS}{_GDP})\b{_BEFORE_A_WAY}", re.I)
_AND_A_PART = re.compile(  # "a point and a half"
    rf"\b(?P<n>{'|'.join(SIZES)}) {_POINTS} and an? (?P<nth>half|quarter|third)(?P<points>{_GDP})\b{_BEFORE_A_WAY}",
    re.I,
)
_A_POINT = re.compile(
    rf"(?<!of )(?<!of-)(?<!half )(?<!half-)\b(?:a|one) (?={_POINTS}{_GDP} (?:{_BIGGER}|{_SMALLER})\b)", re.I
)
_HYPHENS = re.compile(r"(?<=[a-z])-and-(an?)-(?=(?:half|quarter|third)\b)", re.I)
_ALL_BUT = re.compile(
    r"\b(?:all but|as good as|virtually|practically|just about|pretty much|more or less|next to|close to|well nigh)"
    r"(?= (?:doubl|tripl|trebl|quadrupl|quintupl|halv))",
    re.I,
)
_NO_OTHER = r"(?![^;,]{0,40}?\bthan (?:the |that of |those of )?(?-i:[A-Z]))"  # "a fifth larger than France's"
_A_PART_MORE = re.compile(
    rf"\b(?P<hedge>{_HEDGE}){_SHARE}(?= (?:(?:again|or so|as much) )?(?:{_WAYS}|(?:more|fewer|less)\b){_NO_OTHER})",
    re.I,
)
_SIZED = re.compile(
    rf"(?<![\w.,])(?P<pad> *)(?P<size>(?P<number>{NUMBER}){_UNIT}|{NUMBER} {_POINTS}{_GDP}),? (?P<gdp>of gdp )?{_WAYS}",
    re.I,
)
_MONEY_SIZED = re.compile(rf"(?<![\w$€£₽])(?P<pad>)(?P<size>{_MONEY}|{_MEN})(?: (?:a|per|the) barrel)? {_WAYS}", re.I)
_BY_SIZE = re.compile(rf"\b(?:be|is|are|was|were|been) (?:{_WAYS})(?= by {_HEDGE}(?:{_SHARE}\b|\d))", re.I)

_A_LEVEL = (
    r"(?:levels?|figures?|totals?|sums?|size|outturns?|readings?|tally|tallies|marks?|amounts?|spend|outlays?|value|"
    r"volume|strength|headcount|average|mean|price|rate|bill|number|turnout|peak|budget)"
)
_WAS = (
    r"(?:what |where )?(?:it|they|that|those) (?:was|were|had been|stood(?: at)?|did|spent|amounted to|came to|ran to|"
    r"totall?ed|had)"
)
_ITS = (
    rf"(?:the|its|their|that|those) (?:(?:{_A_LEVEL}|one) )?(?:of|in|from|for|seen in|recorded in|reached in|"
    r"reported for)"
)
_THEN = (
    rf"(?:the )?(?:end of )?{_YEAR}\b|(?:a|one|the) year (?:before|earlier|ago|previously)|last year|this year|"
    r"the (?:previous|preceding|prior) year"
)
_LINKED = rf"(?:back )?(?:{_WAS}|{_ITS})(?: (?:back )?in)? "
_ITS_YEAR = rf"(?:its|the|their) (?P<y>{_YEAR}) {_A_LEVEL}"
_THAN = (
    r"(?:on|of|than|over|from|against|compared (?:with|to)|relative to|versus|vis-a-vis|by comparison with|"
    r"in comparison with|set against|set beside|when set beside|when compared with)"
)
_BETWEEN = rf" *(?: in (?:real|nominal|cash) terms)?(?: (?:in|by|for|at the end of|by the end of) ?{_YEAR})?"
_ABOVE = r"above|over|beyond|north of|in excess of|clear of"
_BELOW = r"below|under|beneath|off|short of|shy of|south of|adrift of"
_BASE = re.compile(
    rf"\b(?P<way>higher|lower)(?P<between>{_BETWEEN}) +{_THAN} (?:(?:{_LINKED})?(?P<then>{_THEN})|{_ITS_YEAR})", re.I
)
_BASE_ABOVE = re.compile(rf"\b(?P<way>{_ABOVE}|{_BELOW})(?P<between>) (?:{_LINKED}(?P<then>{_THEN})|{_ITS_YEAR})", re.I)
_ENDS_SIZED = re.compile(rf"(?:{_UNIT}|\b{_POINTS}{_GDP}|\b{_SHARE}|{_MONEY}(?: (?:a|per) barrel)?|{_MEN}) $", re.I)
_OVERTAKES = re.compile(  # "will exceed that of 2026 by a fifth"
    r"\b(?:(?P<up>exceed|top|surpass|outstrip|outdo|outpace|eclipse|overshoot|beat|better|outweigh)|undershoot|"
    rf"undercut|trail|lag(?: behind)?|fall short of)(?P<s>e?s|p?ed)? (?:(?:{_ITS}) (?P<then>{_YEAR})|{_ITS_YEAR})"
    rf"(?P<when> in {_YEAR})?(?= by )",
    re.I,
)
_PART_OF_THEN = re.compile(  # "two-thirds of its 2025 level"
    rf"\b(?P<hedge>{_HEDGE})(?:{_SHARE}|(?P<number>\d[\d.]*){_UNIT}) of (?=(?:what (?:it|they) (?:was|were|had been) "
    rf"in|(?:its|their|the) (?=20)) ?{_YEAR}(?: {_A_LEVEL}\b|(?=[\s,.])))",
    re.I,
)
_NOUN = (
    r"(?:(?P<rise>rises?|increases?|jumps?|gains?|hikes?|surges?|boosts?|uplifts?|leaps?|climbs?|upswings?|spurts?|"
    r"advances?)|falls?|drops?|declines?|decreases?|cuts?|reductions?|dips?|slumps?|slides?|plunges?|contractions?|"
    r"downturns?|loss|shrinkage|tumbles?|retreats?)"
)
_SHOWS = re.compile(  # "will show a rise of a fifth"
    r"\b(?:show|see|mark|record|register|post|log|clock up|notch up|undergo|experience|suffer|enjoy|get|receive|take|"
    r"witness|chalk up|sustain|incur|display|be in for|head for)(?P<s>s)? "
    rf"(?:an?|another|a further) (?:[a-z]+ ){{0,2}}?{_NOUN} of (?={_HEDGE}(?:{_SHARE}\b(?! of)|\d[\d.,]*{_UNIT}))",
    re.I,
)
_OF_ITS_VALUE = re.compile(  # "lost a third of its worth in roubles"
    rf"(?P<lost>\b(?:los(?:e|es|t)|sheds?|forfeit(?:s|ed)?|surrender(?:s|ed)?) {_HEDGE}(?:(?:(?:one|two|three)[ -])?"
    rf"(?:a (?:good |full )?)?(?:{'|'.join(_NTHS)})s?|\d[\d.]*{_UNIT})) of (?:its|their) (?:nominal )?(?:value|worth)"
    r"(?: in ro?ubles)?(?! (?:against|to|as|in|on|at)\b(?! (?:19|20)\d\d))",
    re.I,
)


def plain_sizes(text: str) -> str:
    """The text with each such size put plainly."""
    text = _OF_ITS_VALUE.sub(lambda m: m["lost"].ljust(len(m.group())), text)
    text = _HYPHENS.sub(r" and \1 ", _ALL_BUT.sub(lambda m: "nearly".rjust(len(m.group())), text))
    text = _SHOWS.sub(_shows, _OVERTAKES.sub(_overtakes, text))
    text = _PART_OF_THEN.sub(_times, text)
    if "point" in text:
        text = _OF_A_POINT.sub(_points, _AND_A_PART.sub(_points, _A_POINT.sub("1 ", text)))
    text = _A_PART_MORE.sub(_percent, _BASE_ABOVE.sub(_than, text))
    text = _MONEY_SIZED.sub(_plain, _SIZED.sub(_plain, text))
    return _BASE.sub(_than, _BY_SIZE.sub(_by, text))


def _share(m: re.Match[str]) -> float | None:
    hedge = m.groupdict().get("hedge") or ""
    part = m["n"] is not None or m["nth"].lower() == "half" or hedge[:2].lower() == "a "  # "a good third"
    return SIZES[(m["n"] or "a").lower()] / _NTHS[m["nth"].lower()] if part else None


def _as_long(words: str, whole: str) -> str:
    return words.rjust(len(whole)) if len(words) <= len(whole) else whole


def _points(m: re.Match[str]) -> str:
    if (share := _share(m)) is None or (m["more"] is None and m["nth"].lower() == "half" and m.re is _OF_A_POINT):
        return m.group()
    whole = SIZES[m["n"].lower()] + 1 / _NTHS[m["nth"].lower()] if m.re is _AND_A_PART else share
    number, unit = f"{whole:.3g}", f" points{' of GDP' if ' of ' in m['points'].lower() else ''}"
    room = len(m.group()) - len(unit)
    if m["more"] is None:
        return f"{number}{unit}".ljust(len(m.group())) if len(number) <= room else m.group()
    if len(number) > room:
        return m.group()
    number = (number.ljust(min(room, 6), "0") if "." in number else number).rjust(room)  # noughts keep the length
    return f"{number}{unit}"


def _of_a(hedge: str) -> str:
    return "" if hedge[:2].lower() == "a " else hedge


def _percent(m: re.Match[str]) -> str:
    share = _share(m)
    return m.group() if share is None else _as_long(f"{_of_a(m['hedge'])}{100 * share:.3g}%", m.group())


def _plain(m: re.Match[str]) -> str:
    """The size stays where it is; one put in figures may move into the room before it."""
    way, room = "higher" if m["up"] else "lower", len(m.group())
    short = m.groupdict().get("number")
    size = re.sub(r"(?<= of )(?:output|national income)$", "GDP", m["size"], flags=re.I)
    if m.groupdict().get("gdp"):
        return f"{m['pad']}{short} points {way}".ljust(room)
    for put in (size, *([f"{short}%"] if short else [])):
        if len(kept := f"{m['pad']}{put} {way}") <= room:
            return kept.ljust(room)
        if len(moved := f"{put} {way}") < room:
            return moved.rjust(room)
    return m.group()


def _times(m: re.Match[str]) -> str:
    share = float(m["number"]) / 100 if m["number"] else _share(m)
    return m.group() if share is None else _as_long(f"{_of_a(m['hedge'])}{share:.3g} times ", m.group())


def _by(m: re.Match[str]) -> str:
    be = m.group().split(" ")[0]
    return _as_long(f"{be} {'higher' if m['up'] else 'lower'}", m.group())


def _than(m: re.Match[str]) -> str:
    """The moments stay where they are."""
    if m.re is _BASE_ABOVE and not _ENDS_SIZED.search(m.string[: m.start()]):
        return m.group()
    then, way = m["then"] or m["y"], m["way"].lower()
    then = re.sub(r"(?<=\byear )(?:before|previously)$", "earlier", then, flags=re.I) if then[0] in "ao" else then
    way = "higher" if way == "higher" or re.fullmatch(_ABOVE, way) else "lower"
    if m["y"]:  # "20% up on 2025"
        lead = ("up" if way == "higher" else "down") if m.re is _BASE_ABOVE else f"{way}{m['between']}"
        end = m.end("y") - m.start() - len(lead)
        base = f" on {then}"
        return (lead + base.rjust(end)).ljust(len(m.group())) if len(base) <= end else m.group()
    lead = f"{way}{m['between']} "
    words, room = f"than {'in ' if then[0].isdigit() else ''}{then}", len(m.group()) - len(lead)
    return lead + words.rjust(room) if len(words) <= room else m.group()


def _overtakes(m: re.Match[str]) -> str:
    """ "Rise from 2026" for "exceed that of 2026"."""
    up, down = {"s": ("rises", "falls"), "d": ("rose", "fell")}.get((m["s"] or "")[-1:], ("rise", "fall"))
    when = m["when"] or ""
    return f"{up if m['up'] else down} from {m['then'] or m['y']}".rjust(len(m.group()) - len(when)) + when


def _shows(m: re.Match[str]) -> str:
    return f"{'rise' if m['rise'] else 'fall'}{m['s'] or ''} by ".rjust(len(m.group()))
