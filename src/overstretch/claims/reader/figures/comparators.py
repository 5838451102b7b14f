"""Comparators in a sentence, in words and as signs: "at most 3%", "3% or better"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.claims.reader.figures.number_words import COINS, IN_WORDS, ONES
from overstretch.claims.reader.figures.verbs import BREAKS, GETS, forms_of
from overstretch.questions.data import MIRRORED

_FIGURE = (
    rf"(?= (?:(?:the|a|an|its|their|new|old|core|treaty) )*(?:(?:target|limit|guideline|mark|threshold|line|ceiling|"
    rf"barrier|bar|cap|roof|level|hurdle|milestone|figure|symbolic mark|psychological mark|red line|danger line) of "
    rf")?(?:US\$|[$€£₽]|\d|(?:{IN_WORDS})\b))"
)
_COIN = (
    r"(?:single )?(?:cent|penny|kope[cy]?k|krone|krona|zloty|grosz|euro|eurocent|centime|pfennig|dollar|dime|ro?uble|"
    r"pound|forint|øre|öre|lira|jot|iota|whit|smidgen|decimal)"
)
_NOT_A = (  # "not a cent", "won't put a penny"
    r"(?:not|never|cannot|\w+n't)(?: (?:be|spend|put|pay|give|devote|allot|allocate|commit|invest|get|lay out|"
    rf"set aside))? (?:a|one) {_COIN}"
)
_GREATER = r"(?:larg|bigg|great|high|wid|deep|steep|heavi|dear)er"
_LESSER = r"(?:small|low|narrow|shallow|cheap|few)er"
_AT_FIGURE = r"(?= (?:a |an |the )?(?:US\$|[$€£₽])?\d)"
_BROKE = rf"{forms_of('break')}|outdoes|outdid|outgrew|outgrown|outran|overtook|overtaken"
STRONGER, WEAKER = r"(?:strong|firm|sturdi)er", r"(?:weak|soft|feebl|flimsi)er"  # of a currency
BETTER, WORSE = "better", "worse"  # bounds that way lies above or below the figure by what it is a figure of
_OPS = (
    (
        "about",  # before the bounds in it: "not much above"
        rf"(?:not (?:very |all that |so )?much|not a lot|(?<!a )little|not a great deal) (?:(?:more|less|higher|lower|"
        rf"fewer) than|different from|above|over|below|under){_AT_FIGURE}",
    ),
    (WORSE, r"(?:on )?the wrong side of|no better than|or worse|(?<!no )(?<!not )worse than"),
    (BETTER, r"(?:on )?the right side of|no worse than|or better|(?<!no )(?<!not )better than(?! even)"),
    (
        "<=",
        rf"(?<=\bbe )lucky to (?:manage|reach|get(?: to)?|hit|see|make|grow(?: by)?|scrape|do|post|clear)|(?:top|"
        rf"max)(?:s|es|ed|ped|ing|ping)? out at|(?:equal to or|at or) (?:less|lower) than|(?:less|lower) than or equal "
        rf"to|anything up to|at (?:the )?(?:very )?most|a maximum(?: of)?|(?:at |as )?(?:a )?maximum{_AT_FIGURE}|at "
        rf"the outside|(?:limited|restricted|confined) to{_FIGURE}|(?:kept|held)(?: (?:down|back))? to{_AT_FIGURE}|"
        rf"(?:no|not) more than|not above|not exceed(?:ing)?|never exceed|{_NOT_A} (?:more than|over|above|beyond)|"
        rf"(?:contain|restrain|rein|curb|squeez)(?:ed)?(?: in| down| back)? (?:to|at){_AT_FIGURE}|(?:no|not(?: any)?) "
        rf"(?:{_GREATER}|further) than|up to a maximum of|(?<!more )or (?:less|below|under|{_LESSER})|capped at|at or "
        rf"(?:below|under)|not (?:go|get|rise|climb|move) (?:beyond|above|over|past)|(?:respect(?:s|ed|ing)?|within) "
        rf"(?=(?:the|its|their|that)\b[\w' -]{{0,24}}\d)|within (?=(?:[\d.,]+|{ONES}) ?(?:%|per ?cent))|within "
        rf"(?=[$€£₽]?[\d.,]+ ?(?:trillion|billion|bn|tn|trn)\b)|(?:compl(?:y|ies|ied|ying) with|abid(?:e|es|ed|ing) by|"
        rf"me(?:ets?|eting|t)|satisf(?:y|ies|ied)|observ(?:es?|ed|ing)|keep(?:s|ing)? to|fulfil(?:s|led)?) (?=(?:the|"
        rf"its|their|that)\b[\w' -]{{0,24}}\d[\d.]* ?(?:%|per ?cent)(?: of gdp)? (?:budget |fiscal )?deficit (?:limit|"
        rf"rule|ceiling|cap|criterion)\b)",
    ),
    (
        ">=",
        rf"(?:equal to or|at or) (?:greater|more|higher) than|(?:greater|more|higher) than or equal to|(?:bottom|"
        rf"trough)(?:s|ed|ing)? out at|every (?:bit|inch|ounce|last one) of{_FIGURE}|at (?:the )?(?:very )?least|(?:no|"
        rf"not) less than|{_NOT_A} (?:less than|under|below|short of)|(?:no|not(?: any)?) {_LESSER} than|a minimum of|"
        rf"or (?:more|above|over|{_GREATER})|not (?:fall|drop|sink|slip) below|at or (?:over|above)",
    ),
    (
        "<",
        rf"(?:on )?(?:the (?:low|lower|near|under|bottom|south)|this) side of{_FIGURE}|{GETS} (?:[a-z]+ly )?(?:back |"
        rf"down )?(?:below|under|beneath){_FIGURE}|{STRONGER} than|(?:in |to |at )?single(?=[- ](?:digits?|figures?))|"
        rf"less than|below|under(?!\w)(?! (?:[\w'-]+ ){{0,3}}(?:plans?|polic\w+|laws?|rules?|program\w*|budget|"
        rf"scenario|baseline|deal|agreement|government|president\w*|leadership|proposals?)\b)|(?:(?:stop(?:s|ped)? "
        rf")?(?:just )?)?short of|not quite{_AT_FIGURE}|shy of{_FIGURE}|{_LESSER} than|beneath|(?:undercuts?|"
        rf"undersho(?:ot(?:s|ing)?|t)|lag(?:s|ged|ging)? (?:far |well )?behind|south of){_FIGURE}|sub-(?=[$€£]?\d)",
    ),
    (
        ">",
        rf"(?:on )?the (?:high|higher|far|upper|top|north) side of{_FIGURE}|{GETS} (?:[a-z]+ly )?(?:back |up "
        rf")?(?:above|over|past|through|beyond){_FIGURE}|{WEAKER} than|more than|above|over{_FIGURE}|"
        rf"{forms_of('exceed surpass')}|{_GREATER} than|beyond|upwards? of|in excess of|(?:{BREAKS}|{_BROKE}){_FIGURE}|"
        rf"(?:north of|past|through){_FIGURE}|{forms_of('breach overstep overshoot flout violate')}|overshot|"
        rf"{forms_of('break')} (?=(?:the|its|their|that)\b[\w' -]{{0,24}}\d)",
    ),
    (
        "about",
        rf"(?:not (?:(?:be|stand|come|end up|land|lie) )?(?:too |so |very )?far (?:off|from|short of|away from)|as "
        rf"good as|(?:as )?near as makes no difference|as near as dammit|(?:with)?in a (?:whisker|hair|hair's breadth|"
        rf"hairbreadth|touch|fraction) of|next to|the best part of|not much (?:more|less|different) (?:than|"
        rf"from)){_AT_FIGURE}|(?:the better part of|the thick end of|close on|well-nigh|scarcely|(?:(?:pretty|roughly) "
        rf")?much the same as|(?:bang|spot|dead|right|smack|plumb) on|to all intents and purposes|for all practical "
        rf"purposes|{forms_of('nudge brush graze kiss tickle hug straddle')}(?: up)?(?: against)?|flirt(?:s|ed|ing)? "
        rf"with|bump(?:s|ed|ing)? (?:up )?against|knock(?:s|ed|ing)? on the door of|(?:with)?in touching distance of|"
        rf"(?:on )?either side of){_AT_FIGURE}|more or less{_AT_FIGURE}|an? (?:estimated|assumed|hefty|whopping|solid|"
        rf"bare|modest|meagre|full|round|whole|cool|respectable|staggering|unprecedented){_AT_FIGURE}|(?:fully|"
        rf"virtually|practically|pretty much|approach(?:es|ed|ing)?|near(?:s|ed|ing)|pushing|verging on|bordering on|"
        rf"nigh on|getting on for|(?:the )?equivalent (?:of|to)|circa|all of|just around|somewhere (?:near|around|"
        rf"about)|around about|in the ballpark of|(?:of|on|in) the order of){_AT_FIGURE}|(?:c|ca|"
        rf"approx)\.(?= ?[$€£]?\d)|exactly|precisely|about|around|roughly|approximately|some(?= (?:US\$|[$€£₽])?\d)|"
        rf"nearly|almost|close to|(?<!where )near(?= \d)|in the (?:region|vicinity|neighbourhood) of(?= \d)|barely|or "
        rf"thereabouts|or so|something like",
    ),
)


_COMPILED = tuple((op, re.compile(rf"\b(?:{words})", re.I)) for op, words in _OPS)


@dataclass(frozen=True)
class Comparator:
    """A comparator with its place in the text."""

    start: int
    end: int
    op: str


_BETWEEN = (  # what may stand between a figure and the bound behind it
    rf"(?:\s?%|\s(?:per ?cent))?(?: (?:{COINS}|soldiers|troops|men))?(?: of (?:gdp|output))?(?: (?:line|mark|bar|"
    rf"guideline|target))?(?: (?:a|per) barrel| (?:to|per) the dollar| inflation| growth)?(?:,? (?:(?:this|next|last) "
    rf"(?:year|month|quarter)|(?:in|by|before|for|until) (?:the end of )?[\w-]+(?: \d{{4}})?|a (?:year|month)|on "
    rf"(?:defence|(?:its|the) (?:military|army|armed forces))))*"
)
_NOT_ONE = rf"(?:and |but )?not (?:an?|one) (?:{_COIN} |man |soldier |single )?"
_A_BIT = r"(?:(?:an? (?:touch|bit|little|shade|fraction|good deal)|slightly|somewhat|rather|well|far|much) )?"
_BEHIND = tuple(
    (op, re.compile(rf"{_BETWEEN},?\s+(?:{words})\b{own}", re.I))
    for op, words, own in (  # behind a space, and joined to the figure
        (
            "<=",
            rf"tops|max(?:imum)?|(?:at|as) (?:an?|the|its) (?:absolute |very )?(?:maximum|highest|ceiling|upper limit|"
            rf"upper end|top end)|at the outside|(?:and|but) no (?:more|higher)(?! than)|{_NOT_ONE}(?:more|over|"
            rf"higher)|if not (?:less|lower|fewer)|or even (?:less|fewer|lower)(?! than)|(?:and )?(?:no|not any) "
            rf"(?:more|higher|further)(?: than (?:that|this))?(?=\s*(?:[,.;!]|$| (?:by|in|before|at|this|next)\b))|at "
            rf"(?:the )?(?:very )?most|or {_A_BIT}(?:less|below|under|{_LESSER})(?! than)",
            "",
        ),
        (
            ">=",
            rf"at (?:the )?(?:very )?least|or (?:even )?{_A_BIT}(?:more|above|over|{_GREATER})(?! than)|or (?:upwards?|"
            rf"beyond)|(?:and )?(?:upwards?)(?! to| from| on)|and (?:above|up)(?! to| from| on)|{_NOT_ONE}(?:less|"
            rf"fewer|lower|under)|(?:at|as) (?:an?|the|its) (?:bare |absolute |very )?(?:minimum|lowest|floor|lower "
            rf"limit|lower end|low end)|(?:and|but) no (?:less|lower)(?! than)|if not (?:more|higher)|plus(?! or "
            rf"minus)|minimum|min|easily|and counting|and then some",
            r"|-?\+|-plus\b",
        ),
        (
            ">",
            r"and (?:change|a (?:bit|little|touch|shade)(?! (?:higher|lower|wider|narrower|larger|smaller|faster|slower|"
            r"bigger)\b)(?: (?:more|over|besides))?|some more)|and some change|odd",
            "",
        ),
        (
            "about",
            r"or (?:so|thereabouts|near enough|about that)|give or take(?: an? (?:few |couple of |odd )?\w+)?|more or "
            r"less|(?:when )?rounded(?: up| down| off)?|(?:bar|save|but) (?:for )?(?:a |the )?rounding errors?|"
            r"rounding errors? aside|to the decimal|roughly|approximately|in round (?:figures|numbers|terms)|plus or "
            r"minus an? (?:bit|little|touch)|on the (?:nose|dot)|exactly|precisely|to be (?:exact|precise)",
            r"|-?ish\b",
        ),
        (WORSE, r"at (?:the )?(?:very )?best|or worse", ""),
        (BETTER, r"at (?:the )?(?:very )?worst|or better", ""),
    )
)
_SPENT = (
    "core_share",
    "related_share",
    "total_share",
    "defence_spending",
    "defence_budget",
    "personnel",
    "aid_to_ukraine",
)
_EARNED = ("growth", "gdp", "fund_liquid", "fund_total", "oil_gas_revenue", "oil_price")
_BAD_IF_HIGH = ("debt_ratio", "inflation", "unemployment")


def by_worth(op: str, series: str, red: bool) -> str | None:
    """A bound as a comparison with the figure as it is said: "or worse" lies above a deficit, below growth. `red`: of a
    deficit or a fall. None where neither side is plainly the better one (a key rate, an exchange rate)."""
    if op not in (BETTER, WORSE):
        return op
    bad = red or series in _BAD_IF_HIGH
    if not bad and series != "balance" and series not in (*_SPENT, *_EARNED):
        return None
    return ">=" if (op == WORSE) == bad else "<="


def bound_behind(text: str, figure_end: int) -> Comparator | None:
    """The bound that stands behind a figure, with its moment between them: "2% in 2027, tops"."""
    for op, words in _BEHIND:
        if m := words.match(text, figure_end):
            return Comparator(figure_end, m.end(), op)
    return None


_PARTICLE = re.compile(rf"\b{forms_of('hand turn carry spread stretch')}\s+$", re.I)  # "handed over 40 billion"


_ROUBLE = re.compile(r"\bro?ubles?\b[^,;.]*$", re.I)


_THAN = re.compile(r"\w (?:than)$", re.I)
_SIZE = re.compile(r"(?:%|\bper ?cents?|\bpct|\bpoints?|\bof gdp|\bdollars|\bbarrel|\btroops|\bsoldiers|\bmen) $", re.I)
_OF_THEN = re.compile(
    r" +(?:back )?(?:in (?:19|20)\d\d|(?:19|20)\d\d|(?:a|one|the) year (?:before|earlier|ago|previously)|last year|"
    r"(?:the )?(?:previous|preceding|prior) year|(?:it|they) (?:was|were|is|are)\b)",
    re.I,
)


_SIGN = re.compile(r"(?<![-=<>])(?:[<>]=?|[≤≥])(?=\s?[$€£]?\d)")


_WORTH = re.compile(rf"(?:{STRONGER}|{WEAKER}) than", re.I)
ROUBLE_IS = re.compile(  # no other thing that is stronger or weaker between
    r"\b(?:ro?ubles?|(?:russian|russia's|moscow's|national|its|the) (?:unit|currency|money|tender))\b"
    r"(?:(?!\b(?:dollar|greenback|growth|price|inflation|economy|demand)\b)[^;])*$",
    re.I,
)


_FALLS = forms_of(
    "fall drop sink slip slide plunge tumble crash plummet dive nosedive dip sag ease collapse decline retreat shrink "
    "slump "
    "cool slow"
)
_FALLS_PAST = re.compile(  # "sinks through the 5% mark"; fewer roubles to the dollar are no fall of the rouble
    rf"\b(?:{_FALLS}|down)\b(?! (?:by|from)\b)[^,;\d]{{0,30}}\b(?:through|past)$",
    re.I,
)
_FIRMS_PAST = re.compile(  # fewer roubles to the dollar
    rf"\b{forms_of('strengthen firm appreciate rally gain recover')}\b[^,;\d]{{0,30}}\b(?:through|past|beyond)$", re.I
)


def comparators(text: str) -> list[Comparator]:
    """All comparators, in words and as signs; a longer one hides a shorter within it."""
    found = [Comparator(*m.span(), m.group().replace("≤", "<=").replace("≥", ">=")) for m in _SIGN.finditer(text)]
    for op, words in _COMPILED:
        for m in words.finditer(text):
            if re.match(r"cheap|dear", m.group(), re.I) and _ROUBLE.search(text[: m.start()]):
                continue  # fewer of them, or more, to the dollar
            sized = m.group()[:2].lower() == "no" or _SIZE.search(text[: m.start()])
            if _THAN.search(m.group()) and sized and _OF_THEN.match(text, m.end()):
                continue  # "0.9% higher than in 2026", "no higher than in 2026": by how much, and since when
            if _WORTH.match(m.group()) and not ROUBLE_IS.search(text[: m.start()]):
                found.append(Comparator(m.start(), m.end(), MIRRORED[op]))  # of growth, a price, the dollar
                continue
            of_the_verb = m.group().lower().startswith("over") and _PARTICLE.search(text[: m.start()])
            if not of_the_verb and not any(m.start() < c.end and c.start < m.end() for c in found):
                past = _FIRMS_PAST if ROUBLE_IS.search(text[: m.start()]) else _FALLS_PAST
                down = op == ">" and past.search(text[: m.end()])
                found.append(Comparator(m.start(), m.end(), "<" if down else op))
    return sorted(found, key=lambda c: c.start)
