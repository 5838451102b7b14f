"""A scene in front of a claim that bears on nothing: "The ministers grumble, but the sums are in: | Romania will spend",
"Taxes are going nowhere, which is why | French debt will". Row [scene] of surroundings.toml."""

from __future__ import annotations

import re
from collections.abc import Callable

from overstretch.claims.reader.bearing import has_moment
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
        if pattern is _SCENE and _NO_SCENE.match(m["words"]):
            continue
        words = _YEARS_AFTER.sub(" ", m["words"])
        if words != m["words"] and not has_moment(m["rest"]):
            continue  # it dates the claim
        told = _DENIES.sub(" ", words) if pattern is _THEREFORE else words  # a reason holds, denied or not
        own = parties(m["rest"])
        if idle(told) and not names_a_cause(words) and (own or not parties(words)):
            return m["rest"], words.strip()
    return None
