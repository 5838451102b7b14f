"""Words that turn a claim from another place of its sentence: a plan that is let go, a denial left bare, a rank among
allies, a number of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overstretch.claims.admission.places import Place
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.who import US
from overstretch.questions.data import Compare, Happens, Not, Quantity, Question
from overstretch.questions.data import parts as parts_of

_PLAN = (
    r"(?:plans?|pledges?|promises?|commitments?|goals?|targets?|aims?|intentions?|ideas?|ambitions?|"
    r"threats?|proposals?|objectives?)"
)
_LETS_GO = re.compile(
    r"\b(?:abandon\w*|drop(?:s|ped|ping)?|scrap\w*|shel(?:ve[sd]?|ving)|ditch\w*|cancel\w*|bur(?:y|ied)|"
    r"junk\w*|ax(?:ed?|es|ing)"
    r"|fr(?:eeze|oze|ozen)|suspend\w*|halt\w*|withdr[ae]w\w*|revers\w+|retract\w*|reneg\w+|retreat\w*|"
    r"disown\w*|postpon\w+|delay\w*"
    r"|br(?:eak|oke|oken)|(?:back|walk|climb|row)(?:s|ed|ing)? (?:away|back|out|down)|go(?:es|ne|ing)? "
    r"back|went back|g[ai]ve[ns]? up)"
    rf" (?:(?:on|from|of|the|its|their|his|her|our|a|an|any|all) ){{0,3}}(?:[\w-]+ ){{0,2}}?{_PLAN}\b",
    re.I,
)
_MOVES_A_TARGET = re.compile(  # of the target, not of what is spent
    r"\b(?:rais|lift|lower|cut|increas|chang|revis|water|hik|push|double|doubl|renegotiat)\w*(?: up| "
    r"down)? (?:(?:the|its|their|nato's|our|an?) )?(?:(?:new|old|own|current|nato|alliance's|spending|"
    r"defence|\d\S*|per cent|percent|%|of gdp) ){0,4}"
    r"(?:targets?|goals?|benchmarks?|guidelines?|floors?|norms?)\b",
    re.I,
)
_SOMEBODY = (
    r"(?:it|they|he|she|we|i|you|that|this|these|those|(?:most|many|some|few|half|none|all|several)(?: of "
    r"(?:them|us|these|those))?)"
)
_LEFT_BARE = re.compile(  # "... and most of them won't be", "... though probably not"
    rf"(?:[,;.]|\b(?:and|but|yet|though|although)\b) (?:and |but |yet |though )?(?:[\w-]+ly |perhaps |"
    rf"maybe ){{0,2}}(?P<who>{_SOMEBODY} )?(?:[\w-]+ly )?"
    r"(?:\w+n't|(?:\w+ )?(?:not|never)\b)(?: (?:be|have|do|so|it|there|happen|come true|make it|get there))*\W*$",
    re.I,
)
_SOME_OF = re.compile(r"most|many|some|few|half|none|several", re.I)
_RANK = re.compile(
    r"\bthe (?:only|last|first|lone|sole|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: "
    r"[\w-]+){0,2}? "
    r"(?:ally|allies|members?|country|countries|states?|nations?|governments?|capitals?|power)\b",
    re.I,
)
_SOME_ALLIES = re.compile(
    r"\b(?:more and more|fewer and fewer|ever more|ever fewer|(?:a|an) (?:growing|increasing|rising|"
    r"shrinking|falling|large|small|good|fair) (?:number|share|part|group) of|plenty of|lots of|several|"
    r"various|some|many) "
    r"(?:of (?:the |our |its )?)?(?:[\w-]+ )?(?:allies|members|countries|states|nations|governments|"
    r"capitals|europeans)\b",
    re.I,
)
_UNTOLD = re.compile(
    r"\b(?:nobody|no one|no-one|none of (?:them|us|you)|never) (?:ever )?(?:told|warned|said|informed|"
    r"mentioned|asked|promised|imagined|dreamt|dreamed|guessed)\b",
    re.I,
)
_BY_NOW = re.compile(r"\b(?:should|would|ought to|was to|were to)\b[^.;]*\bby now\b", re.I)
_DEFINED = re.compile(
    r"\b(?:not (?:counting|including)|excluding|leaving out|leaving aside|stripping out|taking out)\b(?! "
    r"(?:himself|herself|the day))|\bif (?:you|we|one|they) (?:exclude|leave out|strip out)s?\b",
    re.I,
)
_ENDS_IT = re.compile(  # a truce that fails, or holds, is none that begins
    r"\b(?:ceasefire|cease-fire|truce|armistice|peace|deal|agreement|"
    r"settlement)\b[^.;,]{0,40}?\b(?:collaps|fail|break(?:s|ing)? (?:down|up)|broke down|f[ae]ll(?:s|"
    r"ing)? (?:apart|through)|unravel|crumbl|(?:be|is|was|were) (?:broken|violated|breached)|(?:not |n't "
    r")?(?:(?<!take )(?<!takes )hold|held|last|surviv|stick))\w*\b",
    re.I,
)
_LASTING = re.compile(r"\bnever\b[^.;]*\bagain\b|\bfor (?:long|good|ever)\b(?! (?:enough|been|periods?))", re.I)
_THAN = re.compile(r"\bthan (?:the |in |that of |those of )?$", re.I)
_DENIES = ("negation", "contrary", "stance", "event", "change")


def placed(draft: Draft, clauses: Clauses, parts: Sequence[Place], questions: Sequence[Question]) -> None:
    """Raises Unread naming words that turn the claim and are no part of what is asked."""
    for pattern, kinds in (
        (_LETS_GO, _DENIES),
        (US, ("compared with", "party")),
        (_MOVES_A_TARGET, ("event", "pledge")),
        (_LEFT_BARE, ("negation", "contrary", "stance")),
        (_RANK, ("comparator", "quantifier", "group", "compared", "compared with")),
        (_UNTOLD, ("stance",)),
        (_BY_NOW, ("moment", "when")),
        (_DEFINED, ("definition", "series", "share of", "who", "group", "quantifier", "filler")),
        (_LASTING, ("moment", "when", "event")),
    ):
        for words in pattern.finditer(draft.text):
            few = words.groupdict().get("who") and _SOME_OF.match(words["who"])
            if pattern is _LEFT_BARE and not few and all(isinstance(question, Not) for question in questions):
                continue  # "it will not fall, forget it, it won't": denied once
            span = words.span("who") if few else words.span()
            _held(span, ("quantifier", "count") if few else kinds, parts, words.group())
    for words in _SOME_ALLIES.finditer(clauses.masked("claim")):
        _held(words.span(), ("quantifier", "count", "event"), parts, words.group())
    if (
        any(
            isinstance(part, Happens) and part.event in ("ceasefire", "war_end")
            for q in questions
            for part in parts_of(q)
        )
        and (ends := _ENDS_IT.search(draft.text)) is not None
    ):
        raise Unread(f"could not place “{ends.group()}”")
    for question in questions:
        for part in parts_of(question):
            if isinstance(part, Compare) and isinstance(part.right, Quantity) and part.op not in ("highest", "lowest"):
                _its_own(part.left, draft)


def _held(span: tuple[int, int], kinds: tuple[str, ...], parts: Sequence[Place], words: str) -> None:
    if not any(p.part in kinds and p.start < span[1] and span[0] < p.end for p in parts):
        raise Unread(f"could not place “{words.strip(' ,;.')}”")


def _its_own(left: Quantity, draft: Draft) -> None:
    """What something is compared with is not what another is compared with it ("more than the French, and soon more
    than the British")."""
    named = [p for p in draft.parties if left.who == (str(p.value),)]
    than = [_THAN.search(draft.text[: p.start]) for p in named]
    if named and all(than):
        raise Unread(f"it does not say who is compared with “{named[0].text}”")
