"""The words that put one party's figure to another's: "more than", "outspends", "trails", "twice Italy's"."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.figures.change_sizes import multiple
from overstretch.claims.reader.figures.numbers import FRACTIONS
from overstretch.claims.reader.figures.verbs import GETS, forms_of

_N = r"(?:\w+ and a half|\w+|\d[\d.]*)"
_PARTS = {
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
    **{name: share / 100 for name, share in FRACTIONS.items() if name != "half"},
}
_PART = "|".join(words.replace(" ", "[- ]") for words in _PARTS)
_TIMES = (  # no verb: "will double Italy's"
    rf"(?:twice|half|{_N} times|(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )(?<!(?<!up) to )(?:{_PART}))"
)
_PARTY = r"(?:the )?(?:(?-i:[A-Z])|(?:euro|alliance|bloc|allies|european|us|ours)\b)"
_THEIRS = (  # "Italy's", "the United Kingdom's spending": nothing else of theirs
    r"(?=(?:the )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])\w+)?(?:'s|s')(?:\W*$|,| (?:in|by|next|this|on|for|as|relative|"
    r"combined|together)\b| (?:(?:total|own|military|defen[cs]e|public|arms|annual) )*(?:spending|outlays?|"
    r"expenditures?|budget|bill|growth|debt|deficit|economy|gdp|output|army|armed forces)\b(?! (?:in|of) \d{4} )))"
)
_OVER = (  # verbs by which a figure is the larger one
    forms_of(
        "eclipse dwarf outdo outpace outperform outrank outmatch leapfrog beat overhaul trump outshine outclass "
        "outweigh outrun "
        "best trounce overshadow"
    )
    + rf"|outdid|outdone|outshone|outran|(?:{GETS}|{forms_of('climb glide ooze pull rise slip speed stream')}|sped) (?:past|beyond)"
)
_BEATEN = (
    r"(?:outspent|overtaken|surpassed|eclipsed|outstripped|outgrown|outnumbered|dwarfed|beaten|exceeded|topped|outdone|"
    r"outpaced|outperformed|leapfrogged|overhauled)"
)
_AHEAD = r"(?:(?:pull|mov|forg|edg|draw|race|rac|push|surg|inch|nos|jump|slip|slid)(?:e?s|e|ed|ing)? )?"
ONE = (  # their figure
    r"(?:ones?|figures?|levels?|burden|total|tally|ratio|equivalent|counterpart|reading|number|pile|load|"
    r"mountain|rate|pace|clip|tempo)"
)
_FIELD = r"(?:defen[cs]e|military|arms|spend|outlays|growth|debt|inflation|unemployment|public|budget)"
_THAT_OF = r"(?:(?:that|those) (?:of|in) +)?"
_ON_IT = r"(?: on [\w' ]{1,30}?| money(?: to [\w' ]{1,30})?)?"
VERSUS = re.compile(
    rf"(?:\b(?P<much>(?:far|much|way|even|vastly|a lot|a good deal|a great deal|somewhat|rather) ))?\b(?P<op>more|less|"
    rf"fewer|higher|lower|larger|smaller|bigger|greater|wider|narrower|deeper|lighter|heavier|steeper|faster|slower|"
    rf"stronger|weaker|quicker)(?: [\w '-]{{0,45}}?)?(?:,? (?:taken|put) together,?)? than\b(?! {_TIMES}\b)|"
    rf"\b(?P<by>(?:be|been|being|is|was|are|were) {_BEATEN}(?: [\w '-]{{0,45}}?)? by) +(?={_PARTY})|"
    rf"\b(?P<verb>overtak\w+|overtook|outspend\w*|outspent|outgrew|outgrow\w*|outstrip\w*|outnumber\w*|surpass\w*|"
    rf"exceed(?:s|ed|ing)?|climb past|top|(?:{_OVER})(?= +{_THAT_OF}{_PARTY})) +{_THAT_OF}(?=[A-Z]|the |us\b)|"
    rf"\b(?P<lag>(?:lag(?:s|ged|ging)?|trail(?:s|ed|ing)?)(?: (?:far |well |just )?behind)?) +{_THAT_OF}(?={_PARTY})|"
    rf"\b{_AHEAD}(?P<place>below|beneath|under|above|over|ahead of|behind) (?:(?:that|those|the level) (?:of|in) (?=[A-Z]|the )|(?=ours\b|"
    rf"us\b|the (?-i:[A-Z])\w+ {ONE}\b|[A-Z]\w+'s?(?:\W*$|,| (?:in|by|next|this|right|now|again|before|for|as)\b)|"
    rf"(?:the )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:in|on|for|in terms of) (?:its |their |what it |the )?{_FIELD}))|"
    rf"\b(?P<times>{_TIMES}) (?:as (?:much|high|large|big|fast){_ON_IT} as\b|(?:that|those|the (?:level|size)) (?:of|"
    rf"in) (?=(?:the )?(?-i:[A-Z]))|(?:of )?the (?=(?-i:[A-Z])\w+ {ONE}\b)|(?:the (?:size|level|amount) of |of "
    rf")?{_THEIRS}|what (?=(?:the )?(?-i:[A-Z])[\w ]{{1,30}}? (?:does|spends?|lays out)\b))|\bas much{_ON_IT} as\b",
    re.I,
)
AS_MUCH = re.compile(  # "nobody spends as little of its output as Slovenia"
    rf"(?<!half )(?<!twice )(?<!times )\bas (?P<op>much|many|high|large|big|great|wide|deep|heavy|steep|fast|quick|"
    rf"strong|little|few|low|small|light|narrow|slow|weak)(?: [\w '-]{{0,45}}?)? as (?:in (?=(?:the )?(?-i:[A-Z]))|"
    rf"(?:that|those) (?:of|in) )?(?={_PARTY})",
    re.I,
)
BEATEN_BY = re.compile(  # the one named first is the smaller
    rf"\b(?:be|been|being|is|was|are|were) {_BEATEN}\b[\w '-]{{0,45}}? by\b", re.I
)
LEAST = re.compile(r"less|little|few|low|small|light|narrow|slow|weak", re.I)  # of which nobody has as much, or more
LOWER = ("lighter", "less", "fewer", "lower", "smaller", "narrower", "weaker", "below", "beneath", "under", "behind")
GROWS_ONLY = re.compile(r"\b(?:outpac|outperform|stronger|weaker|quicker)\w*", re.I)  # of anything else, how it moves


def times_of(words: str | None) -> float:
    """A multiple in words: "twice", "ten times"; 1 where none is said. Raises Unread for one that is no number."""
    if words is None:
        return 1.0
    if (part := _PARTS.get(words.lower().replace("-", " "))) is not None:
        return part
    try:
        return multiple(words)
    except (KeyError, ValueError):
        raise unplaced(words) from None
