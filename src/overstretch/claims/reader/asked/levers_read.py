"""Words of a condition for which a lever stands: a pledge that is kept, burdens that are frozen, how it is financed."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.stance import NOT
from overstretch.questions.data import Do

_ALLIES = r"\b(?:every|each|all|they all|allies|members|nato|alliance)\b"
_PLEDGE = r"(?:pledge|target|goal|promise|commitment|word)s?"
_PAID = r"\b(?:financed|funded|paid for)\b.*\b"
_LEVERS = (  # words of a condition for which a lever stands
    (
        re.compile(
            r"\b(?:every|all|they all|allies|members|nato)\b.*\b(?:kept?|honou?r(?:s|ed)?|keeps?|me(?:ets?|t)|"
            rf"deliver(?:s|ed)?|fulfil(?:s|l|led)?)\b.*\b(?:{_PLEDGE}|(?:signed|agreed|promised|pledged) (?:in|at))\b|"
            rf"\b{_PLEDGE}\b.*\b(?:is|are|was|were|be)\b.*\b(?:honou?red|kept|met|delivered|fulfilled)\b",
            re.I,
        ),
        "keep_pledge()",
    ),
    (
        re.compile(
            rf"{_ALLIES}.*\b(?:freez\w*|froze|hold|holds|held|keep|keeps|kept|left|leave|leaves)\b.*\b(?:burdens?|"
            r"shares?|spending|budgets?|efforts?)\b.*\b2024\b|^without\b.*\b(?:defen[cs]e|military|arms|"
            r"rearmament) (?:boost|build-?up|increase|drive|effort|push)\b",
            re.I,
        ),
        "hold_burden(2024)",
    ),
    (re.compile(rf"{_PAID}(?:borrowing|debt|loans|credit)\b", re.I), "finance(debt)"),
    (
        re.compile(rf"{_PAID}(?:higher taxes|taxes|taxation|tax rises)\b", re.I),
        "finance(tax)",
    ),
    (re.compile(rf"{_PAID}(?:cuts|savings)\b", re.I), "finance(cuts)"),
)
_OF_A_LEVER = re.compile(  # what may stand beside such words; anything else makes another condition of them
    r"(?:what|signed|promised|pledged|every|each|all|of|the|they|allies|ally|members|member|nato|nato's|alliance|"
    r"alliance's|its|their|it|to|be|is|are|was|were|really|fully|actually|do|did|does|keep|keeps|kept|honour|honours|"
    r"honoured|honor|honors|honored|meet|meets|met|deliver|delivers|delivered|on|fulfil|fulfill|fulfils|fulfilled|"
    r"hague|pledge|pledges|target|targets|goal|goals|promise|promises|commitment|commitments|word|words|made|agreed|"
    r"at|in|summit|full|whole|spending|defence|defense|new|five|per|cent|5|3\.5|percent|gdp|2035|by|then|still|just|"
    r"only|alone|entirely|wholly|freeze|freezes|froze|frozen|hold|holds|held|leave|left|burden|burdens|share|shares|"
    r"budget|budgets|effort|efforts|level|levels|2024|without|a|an|any|military|arms|rearmament|boost|build-up|"
    r"buildup|increase|drive|push|financed|funded|paid|for|borrowing|debt|loans|credit|through|with|out|taxes|"
    r"taxation|tax|rises|higher|cuts|savings|elsewhere|and)",
    re.I,
)


def lever_of(words: str) -> Do | None:
    """The lever that stands for a condition. Raises Unread where it says more than that."""
    lever = next((lever for pattern, lever in _LEVERS if pattern.search(words)), None)
    if lever is None:
        return None
    for word in re.finditer(r"[^\W_][\w'.-]*", NOT.sub(" ", words)):
        if not _OF_A_LEVER.fullmatch(word.group().rstrip(".")):
            raise unplaced(word)
    return Do(lever)
