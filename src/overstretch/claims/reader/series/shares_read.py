"""A party's share of what a group spends on defence: "of every dollar", "the lion's share", "account for 45%"."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.figures.comparators import Comparator
from overstretch.claims.reader.figures.numbers import FRACTIONS
from overstretch.claims.reader.series.bare_figures import of_kind
from overstretch.claims.reader.series.which_series import named_series
from overstretch.claims.reader.vocabulary import Mention

_GROUP = (
    r"(?:(?:the )?(?:alliance|nato|bloc|eu|european union|union|eastern flank|flank|baltic states?|nordic countries|"
    r"euro area)'s|(?:the )?(?:european |nato |baltic |nordic )*allies'|europe's (?:nato )?allies'|nato|allied|"
    r"(?:the )?european (?:allied|nato)|(?:europe|the continent)'s)"
)
_SPENDING = (
    r"(?:(?:total|aggregate|combined|overall|joint|collective|shared|common|pooled|whole|entire|defen[cs]e|military|"
    r"arms|annual|yearly|all) )*(?:spending|expenditures?|bill|burden|outlays?|total|tab|pie|spend|effort|budgets?|"
    r"outgoings|cheque)\b(?! (?:growth|increase|on|for)\b)"
)
_LAYS_OUT = (
    r"(?:spends?|spent|pays?|paid|lays? out|laid out|puts?|devotes?|will spend|will lay out)(?: (?:on|for|into|to|"
    r"towards) (?:their |its |the )?(?:own )?(?:defen[cs]e|arm(?:y|ies)|militar(?:y|ies)|(?:armed )?forces))?"
)
_THE_GROUP = (
    r"(?:the )?(?:alliance's |nato's )?(?:european (?:nato )?(?:members|allies)|europe's (?:nato )?(?:allies|members)|"
    r"members|allies|alliance|eastern flank|nato|europe|eu|european union)"
)
_MAKES_UP = (
    r"account(?:s|ed|ing)? for|ma[kd]es? up|contribut\w+|provid\w+|represent\w*|constitut\w+|generat\w+|"
    r"(?:be|is|are|was|were) responsible for"
)
_PART_OF = r"(?:share|part|portion|slice|proportion) (?:of|in)"
_WHOLE = re.compile(
    rf"\b{_PART_OF} (?:(?:all |the |total |overall )*{_GROUP} {_SPENDING}|(?:all |the |total |overall )*(?:alliance's|"
    rf"allied|nato(?:'s)?|allies')(?! \w))|\b(?:{_MAKES_UP}|foot(?:s|ed|ing)?|shoulder\w*|cover(?:s|ed|ing)?|bears?|"
    rf"bore|bearing|carr(?:y|ies|ied|ying)|financ\w+|fund(?:s|ed|ing)?|pay(?:s|ing)?|paid)\b[^,;]{{3,40}}? of (?:the |"
    rf"all )*(?:{_GROUP} {_SPENDING}|what {_THE_GROUP} {_LAYS_OUT})|(?:of|shoulder|foot(?:ed|s)?|pay(?:s|ing)? (?:for "
    rf")?) ?(?:(?:nearly |about |almost |over |more than )?(?:half|two thirds|a third|three fifths|a quarter|three "
    rf"quarters) of )?(?:all )?(?:of )?(?:the )?{_GROUP} {_SPENDING}|(?:of|in) (?:what|everything|all|all "
    rf"that) {_THE_GROUP} {_LAYS_OUT}|\b(?:(?:\w+(?:-\w+)?|\d+) cents (?:of|in|out of) (?:each|every) (?:dollar|euro)|"
    rf"\w+ (?:dollars?|euros?) (?:in|of|out of) (?:every )?\w+|\w+ (?:of|in|out of) (?:every )?\w+ (?:dollars|"
    rf"euros))(?:(?: that)? {_THE_GROUP} {_LAYS_OUT}| (?:of|in) (?:all )?{_GROUP} {_SPENDING})|share of the burden|"
    rf"(?:american|us) share of (?:the )?(?:alliance|nato)",
    re.I,
)
_ECONOMIES = re.compile(  # its part of what they produce together
    rf"\b(?:{_PART_OF}|(?:{_MAKES_UP}|produc\w+) [^,;]{{3,40}}? of) (?:the |all )*{_GROUP} (?:(?:total|aggregate|"
    rf"combined|overall|joint|collective|whole|entire|annual) )*(?:gdp|gross domestic product|economic output|output|"
    rf"national income|economy|income)\b(?! (?:growth|per)\b)",
    re.I,
)
_WHOSE = re.compile(  # that the money is theirs
    r"\b(?:com(?:es?|ing)|came) from\b(?=(?: (?:the |(?-i:[A-Z])\w+))+)|\b(?:will|would|could|may) (?=be "
    r"(?-i:[A-Z])\w+)",
    re.I,
)
_BEARS = re.compile(
    r"\b(?:contribut|provid|foot|shoulder|cover|bear|carry|carri|financ|fund|pay|supply|suppli|furnish|put|chip|stump|"
    r"pick|lay|tak|assum|meet|represent|constitut|generat)(?:e|es|ed|s|ing|ting|t)?(?: (?:up|in|out|on))?\b(?= "
    r"[^,;]{0,40}?(?:\d|\bhalf|\bthird|\bquarter|\bfifth|\btenth|\bcents))",
    re.I,
)
_FRACTION = re.compile(
    rf"\b(?P<words>the lion's share|the bulk|most|{'|'.join(FRACTIONS).replace(' ', '[ -]')})\b", re.I
)
_MOST = 50.0  # percent that the bulk, or most, is more than


def share_or_series(draft: Draft) -> tuple[str, Mention | None, str | None]:
    """A party's share of a group's spending, else the series named."""
    m = (economies := _ECONOMIES.search(draft.text)) or _WHOLE.search(draft.text)
    figure = of_kind(draft, "percent") or of_kind(draft, "share")
    if m and figure is None and (part := _FRACTION.search(draft.text)):
        said = part["words"].lower().replace("-", " ")
        figure = Mention("percent", *part.span(), part.group(), round(FRACTIONS.get(said, _MOST), 1))
        draft.figures.append(figure)
        draft.size = None
        if said not in FRACTIONS:
            draft.comparators.append(Comparator(part.start(), part.start(), ">"))
    bodies = [p for p in draft.parties if m and p.kind == "group" and m.start() <= p.start < m.end() + 1]
    if not m or figure is None:
        return (*named_series(draft), None)
    draft.use(*m.span(), "share of")
    draft.mark(_WHOSE, "share of")
    draft.mark(_BEARS, "share of")
    draft.take_all("MIL", "SPEND", "TARGET", part="series")
    held = [draft.take(p, "share of").code for p in bodies]
    whole = next((code for code in held if code not in ("NATO", "ALLIES")), "NATO")
    if economies:
        draft.take_all("GDP", "ECONOMY", part="share of")
    return "gdp" if economies else "defence_spending", figure, whole
