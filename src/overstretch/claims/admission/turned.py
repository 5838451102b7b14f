"""Words that turn a claim from another place of its sentence: a plan that is let go, a denial left bare, a rank among allies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overstretch.claims.admission.places import Place
from overstretch.claims.reader.draft import Unread

_PLAN = r"(?:plans?|pledges?|promises?|commitments?|goals?|targets?|aims?|intentions?|ideas?|ambitions?|threats?|proposals?|objectives?)"
_LETS_GO = re.compile(
    r"\b(?:abandon\w*|drop(?:s|ped|ping)?|scrap\w*|shel(?:ve[sd]?|ving)|ditch\w*|cancel\w*|bur(?:y|ied)|junk\w*|ax(?:ed?|es|ing)"
    r"|fr(?:eeze|oze|ozen)|suspend\w*|halt\w*|withdr[ae]w\w*|revers\w+|retract\w*|reneg\w+|retreat\w*|disown\w*|postpon\w+|delay\w*"
    r"|br(?:eak|oke|oken)|(?:back|walk|climb|row)(?:s|ed|ing)? (?:away|back|out|down)|go(?:es|ne|ing)? back|went back|g[ai]ve[ns]? up)"
    rf" (?:(?:on|from|of|the|its|their|his|her|our|a|an|any|all) ){{0,3}}(?:[\w-]+ ){{0,2}}?{_PLAN}\b",
    re.I,
)
_SOMEBODY = r"(?:it|they|he|she|we|i|you|that|this|these|those|(?:most|many|some|few|half|none|all|several)(?: of (?:them|us|these|those))?)"
_LEFT_BARE = re.compile(  # "... and most of them won't be", "... though probably not"
    rf"(?:[,;.]|\b(?:and|but|yet|though|although)\b) (?:and |but |yet |though )?(?:[\w-]+ly |perhaps |maybe ){{0,2}}(?P<who>{_SOMEBODY} )?(?:[\w-]+ly )?"
    r"(?:\w+n't|(?:\w+ )?(?:not|never)\b)(?: (?:be|have|do|so|it|there|happen|come true|make it|get there))*\W*$",
    re.I,
)
_SOME_OF = re.compile(r"most|many|some|few|half|none|several", re.I)
_RANK = re.compile(
    r"\bthe (?:only|last|first|lone|sole|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: [\w-]+){0,2}? "
    r"(?:ally|allies|members?|country|countries|states?|nations?|governments?|capitals?|power)\b",
    re.I,
)
_LASTING = re.compile(r"\bfor (?:long|good|ever)\b(?! (?:enough|been|periods?))", re.I)
_DENIES = ("negation", "contrary", "stance", "event", "change")


def placed(text: str, parts: Sequence[Place]) -> None:
    """Raises Unread naming words that turn the claim and are no part of what is asked."""
    for pattern, held in (
        (_LETS_GO, _DENIES),
        (_LEFT_BARE, ("negation", "contrary", "stance")),
        (_RANK, ("comparator", "quantifier", "group", "compared", "compared with")),
        (_LASTING, ("moment", "when")),
    ):
        for words in pattern.finditer(text):
            start, end = words.span()
            if words.groupdict().get("who") and _SOME_OF.match(words["who"]):
                end, kinds = words.end("who"), ("quantifier", "count")
            else:
                kinds = held
            if not any(p.part in kinds and p.start < end and start < p.end for p in parts):
                raise Unread(f"could not place “{words.group().strip(' ,;.')}”")
