"""Words by which a series is told from another: shares of something else, what a percentage is of, sides of nought."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.vocabulary import Mention

RUNS = re.compile(  # which side of nought, without a figure
    r"\b(?:run|runs|ran|running|have|has|had|post|posts|posted|record|records|recorded|show|shows|showed|see|sees|saw|"
    r"(?:end|clos|finish)(?:e?s|e?d|e|ing)? (?:(?:its|the|their|this|next|last) (?:books|accounts|year) )?(?:(?:for|"
    r"on|in|of) \d{4} )?with) (?:a |an )?(?:small |slight |modest |large |budget |public |fiscal |government "
    r")*(?P<which>surplus|deficit)\b(?! of)|\b(?:budget|books|finances) (?:(?:will|would|could|may|is|are|was|were|"
    r"to) )*(?:be )?(?:balanced|in balance)\b|\bbalanc(?:e|es|ed|ing) (?:its|the|their|our) (?:budget|books)\b|"
    r"\ba balanced budget\b",
    re.I,
)
TAKEN = re.compile(
    r"\b(?:tak(?:e|es|ing)|took|bring(?:s|ing)?|brought|mov(?:e|es|ed|ing)|ship(?:s|ped|ping)?|fly|flies|flew|get(?:s|"
    r"ting)?|got|send(?:s|ing)?|sent)\b(?=[^.;]*\d|[^.;]*\b(?:thousand|hundred)s?\b)(?=[^.;]{0,80}\b(?:out of|"
    r"away from|home|back to|from) (?:the |western )?(?:europe|continent|america|states|united)|[^.;]{0,60}\bhome\b)",
    re.I,
)
PULLED = re.compile(  # how troops leave, before their number
    r"\b(?:withdraw(?:s|n|ing)?|withdrew|pull(?:s|ed|ing)?(?: out| back)?|yank(?:s|ed|ing)?|remov(?:es?|ed|ing)|"
    r"redeploy(?:s|ed|ing)?|bring(?:s|ing)? home|brought home)(?= (?:at least |about |some |around |up to |roughly |"
    r"another |more than |as many as )?$)",
    re.I,
)
ANOTHER_CHAPTER = re.compile(  # of the budget
    r"\b(?:chapter|heading|line|item|section|article|entry|column|title)s?,? (?:(?:of|for|on|called|named|"
    r"titled|headed|"
    r"entitled|labelled|marked) )?[\"']?(?:the )?(?:national (?:econom|secur|debt)|security|social|housing|"
    r"education|health|"
    r"interior|internal|police|public order|debt|transfers|culture|environment|law enforcement|civil)\w*|"
    r"\bsecurity and law[ -]enforcement\b",
    re.I,
)
DECIDED = re.compile(r"\b(?:decided|resolved|voted|opted|took the decision)\b", re.I)
FOR_DEFENCE = re.compile(
    r"(?: of gdp)? (?:for|on) (?:its |the |their |our )?(?:defen[cs]e|military|army|armed forces|arms|rearm)", re.I
)
AUXILIARY = re.compile(
    r"\s*(?:(?:as a whole|overall|taken as a whole)\s+)?(?:(?:will|would|could|may|might|can|is|are|was|were|has|"
    r"have|had|to|be|going|set|due|expected|likely|"
    r"projected|forecast|seen|lucky|only|just|barely|still|again|also|not|probably|hardly)\s+)*",
    re.I,
)
LEADS_TO = re.compile(  # what leads to a level that a party stands at
    r"\b(?:at|above|below|under|over|to|reach\w*|miss\w*|hit\w*|spend\w*|past|of|clear\w*|keep|on|meet|exceed\w*|top|"
    r"than|do|does|doing|did|make|makes|made|making|get|gets|through|touch\w*|scratch\w*|crack\w*|near|manag\w+|"
    r"deliver\w*|scrape\w*|cross\w*|pass\w*|beyond|beat\w*|with|is|are|was|were|be|it's|'s|like|around|about|roughly|"
    r"some|nearly|almost)\s+(?:the |a |an |least |most |just |only |about |around |like |old |two |or |anywhere |"
    r"the old |even |nearly |roughly |some |exactly |maybe |well |over |above |under |below |past )*$|^\W*(?:the "
    r")?(?:[A-Z][\w']+|we|they|it)(?:,| at)?\s+$",
    re.I,
)
SPOKEN_SHARE = re.compile(r"\b(?:and (?:a|one|three) (?:half|quarters?|third)|point \w+)$|^\d\.\d+$", re.I)
CLEFT = re.compile(  # "three percent, that's where they'll be"
    r"[\s,-]*(?:that|this)(?P<where>(?:'s| is) where)(?= (?P<who>(?:the )?(?-i:[A-Z])\w+|we|they)(?:'ll|'re|'s| will|"
    r" would| is| are| was| were)\b)",
    re.I,
)
FIRST = re.compile(  # nothing but a comparator
    r"\W*(?:(?:about|around|roughly|somewhere|maybe|north of|south of|over|under|above|below|nearly|almost|at least|"
    r"at most|just|more than|less than)\s*)*",
    re.I,
)
OUTSPENDS = re.compile(
    r"\b(?:outspen[dt]\w*|(?:defen[cs]e|military|biggest|largest|top) spenders?|spen(?:d|ds|ding|t) (?:more|less|"
    r"as much|twice as much) (?:than|as)|spen(?:d|ds|ding|t) more (?:on [\w ]{1,30} )?than|(?:lead|top)s? the "
    r"(?:ranking|table)|rank(?:s|ed)? (?:first|last)|spenders|overt(?:ak|ook)\w*(?=.*\b(?:share of|in absolute "
    r"terms)\b))",
    re.I,
)
SOMETHING = re.compile(  # what is said to reach a level is only pointed at: "it will be at", "aims to have it down at"
    r"^\W*(?:(?:in|by) \d{4},? )?(?:it|this|that) |\b(?:have|has|had|get|gets|getting|bring|brings|bringing|keep|"
    r"keeps|keeping|put|puts|take|takes|see|sees|hold|holds|push|lift|cut|raise) (?:it|this|that|them) (?:back |down |"
    r"up |below |above |under |over |to |at )",
    re.I,
)
SIZES = re.compile(  # of two economies
    r"\b(?:bigger|larger|greater|smaller|higher|lower) than(?! (?:it|in|last|this|ever|before)\b)|\b(?:(?:exceed|"
    r"surpass|overtak|overtook|outstrip|eclips)\w*|above|below|(?:fall|fell|drop)\w* behind) (?:(?:that|those) of\b|"
    r"(?=(?:the )?(?-i:[A-Z])[\w. ]{1,20}s?'s?(?:\W*$| (?:in|by|next|this)\b)))|\b(?:a )?(?:bigger|larger|smaller) "
    r"(?:economy|gdp) than\b|\b(?:bigg|larg|small)est economy(?= (?:in|"
    r"of|among) )|'s (?:bigg|larg|small)est economy\b|\b(?:twice|half|times) (?:as (?:large|big|high) as|that of|the "
    r"size "
    r"of)\b",
    re.I,
)
SUPERLATIVE = re.compile(r"\b(?:high|low|fast|slow|steep|wid|narrow|bigg|small|larg)est\b", re.I)
PRICES = re.compile(r"\b(?:prices|cost of living)\b", re.I)
PRICES_BY_A_PART = re.compile(  # of prices, not of the rate at which they rise
    r"\b(?:prices|cost of living)\b[\w' ]{0,60}?\b(?:ris(?:e|es|en|ing)|rose|go(?:es|ne)? up|went up|(?:increas|climb|"
    r"jump|surg)(?:es?|ed|s|ing)?) by (?:[a-z]+ ){0,3}?(?:third|quarter|fifth|tenth|half|thirds|quarters|fifths)\b",
    re.I,
)


def liquid(draft: Draft) -> bool:
    """Whether the fund's liquid part is meant: "total assets" are all of it, "the total of its liquid part" is not."""
    wholes, parts = draft.all_of("WHOLE"), draft.all_of("LIQUID")
    parts = [m for m in parts if not any(m.within(w.start, w.end) for w in wholes)]
    named = any(re.match(r"(?:the )?(?:liquid|spendable|cash part)\b", m.text, re.I) for m in parts)
    all_of_it = any("liquid" in w.text.lower() or not (named or _inside(w, parts)) for w in wholes)
    return bool(parts) and not all_of_it


def _inside(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.within(o.start, o.end) for o in others)


PRICE_OF_OIL = re.compile(  # that its price moves, not how much of it there is
    r"^(?!.*\b(?:output|production|exports?|exporters?|suppl\w+|demand|imports?|sales|shipments?|deliver\w+|volumes?|"
    r"refin\w+|pump\w+|revenues?|receipts|income|discount|earnings|takings|cargo\w*|capacity|reserves|spreads?)\b)"
    r".*\b(?:price|prices|urals|brent|barrel)\b",
    re.I,
)
