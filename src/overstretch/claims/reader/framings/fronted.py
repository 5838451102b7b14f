"""A scene in front of a claim that bears on nothing: "The ministers grumble, but the sums are in: | Romania will spend",
"Taxes are going nowhere, which is why | French debt will". Row [scene] of surroundings.toml."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.bearing import figured, has_moment
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.parties import parties

_SCENE = re.compile(r"(?P<words>[^:;?\"()]{12,170}):\s+(?P<rest>(?!that\b)\S.*)$", re.S)
_THEREFORE = re.compile(
    r"(?P<words>[^:;?\"()]{8,170}?)(?:,| -+|;|\.) (?:which (?:is (?:precisely |exactly |partly |also )?|"
    r"(?:goes some way to |"
    r"helps to |helps )?explains? )why|(?:and )?(?:that|this)(?: is|'s) (?:precisely |exactly |also )?why|and so|so|"
    r"(?:and )?(?:hence|as a result|therefore|consequently)|with the result that),? (?P<rest>(?!that\b)\S.*)$",
    re.S | re.I,
)
_YEARS_AFTER = re.compile(  # when a scene is set
    r"^\W*(?:\w+ ){1,2}(?:years?|months?|weeks?|decades?|winters?|summers?|"
    r"summits?)(?: of [a-z-]+)? (?:after|since|on from|"
    r"into|later|on)\b,?",
    re.I,
)
_DENIES = re.compile(r"\b(?:not|never|no(?: one)?|nobody|none|neither|nor|hardly|wants?)\b|n't\b", re.I)
_NO_SCENE = re.compile(r"^\W*(?:and|but|for|with|on|in|by|at|from|to|as) |^\W*[\w' -]{0,24}$", re.I)
_BESIDE = re.compile(r",[^,;:]{3,80},")


def scene(text: str, idle: Callable[[str], bool], stands: Callable[[str], bool]) -> tuple[str, str] | None:
    """The claim without the scene in front of it, and the scene; None where there is none."""
    for pattern in (_THEREFORE, _SCENE):
        m = pattern.match(text)
        if m is None or not stands(_BESIDE.sub(" ", m["rest"], count=1)):
            continue
        if pattern is _SCENE and _NO_SCENE.match(m["words"]) and not _over(m["words"]):
            continue
        words = _YEARS_AFTER.sub(" ", m["words"])
        if words != m["words"] and not has_moment(m["rest"]):
            continue  # it dates the claim
        told = _DENIES.sub(" ", words) if pattern is _THEREFORE else words  # a reason holds, denied or not
        own = parties(m["rest"])
        if idle(told) and not names_a_cause(words) and (own or not parties(words)):
            return m["rest"], words.strip()
    return None


_TELLS = re.compile(  # "It is a lie:", "The bet is off:", "The gamble failed:", "Once again Kyiv cries wolf:"
    r"\W*(?:(?:and|but|so|yet|well|still|no),? )?(?P<words>(?:it|this|that)(?:'s| is| was| remains| has| sounds| looks| "
    r"smells)\b[^:;?!\"]{0,120}|(?:(?:once |yet )?again|(?:as )?(?:ever|always|usual|before)),? (?=[A-Zt])[^:;?!\"]{2,120}|"
    r"(?:the|an?|its|their|his|her|our|all|most|such|these|those|old|yet another) (?:[^:;?!\"]{2,100}? (?:is|are|was|were|"
    r"has|have|had|does|do|did|will|can|cannot|won't|isn't|aren't|wasn't|weren't|hasn't|haven't|no longer|never)\b"
    r"[^:;?!\"]{0,100}|(?:[\w'-]+ ){1,3}(?:\w{3,}ed|fell|broke|burst|sank|lost|went|came|ran|fades?|fails?|lies|dies|"
    r"misfires?|unravels?)(?: \w+){0,3})):\s",
    re.I,
)
_TOLD_SO = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|can|cannot|no longer|never)\b|n't\b|'s\b", re.I
)


@cache
def _known() -> re.Pattern[str]:
    rows = shipped.patterns("claims/reader/framings", "surroundings.toml")["scene"]["known"]
    return re.compile(rf"(?:{'|'.join(rows)})\W*", re.I)


def _over(words: str) -> bool:
    return _known().fullmatch(words) is not None


def tells_of_it(sentence: str) -> str | None:
    """An opening that may deny or belittle the claim behind its colon: one whose words are not known to bear on
    nothing."""
    m = _TELLS.match(sentence)
    if m is None or figured(m["words"]) or _over(m["words"]):
        return None
    parts = re.split(r",? (?:and|but|so|yet|while) |, ", m["words"])
    told = [part for part in parts if _TOLD_SO.search(part)] or [m["words"]]
    return None if all(map(_over, told)) else m["words"]
