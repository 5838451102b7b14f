"""Comparators in a sentence, in words and as signs: "at most 3%", "3% or better"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.questions.data import MIRRORED

_FIGURE = (
    r"(?= (?:(?:the|a|an|its|their|new|old|core|treaty) )*(?:(?:target|limit|guideline|mark|threshold|line|"
    r"ceiling|barrier|bar|cap|roof|level|hurdle|milestone|figure|symbolic mark|psychological mark|red line|"
    r"danger line) of )?(?:US\$|[$€£₽]|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|fifth|tenth)\b))"
)
_COIN = (
    r"(?:single )?(?:cent|penny|kope[cy]?k|krone|krona|zloty|grosz|euro|eurocent|centime|pfennig|dollar|dime|"
    r"ro?uble|pound|"
    r"forint|øre|öre|lira|jot|iota|whit|smidgen|decimal)"
)
_NOT_A = (  # "not a cent", "won't put a penny"
    r"(?:not|never|cannot|\w+n't)(?: (?:be|spend|put|pay|give|devote|allot|allocate|commit|invest|get|lay out|"
    rf"set aside))? (?:a|one) {_COIN}"
)
_GREATER = r"(?:larg|bigg|great|high|wid|deep|steep|heavi|dear)er"
_LESSER = r"(?:small|low|narrow|shallow|cheap|few)er"
_MOVES_TO = (
    r"(?:go(?:es|ing|ne)?|went|tick(?:s|ed|ing)?|edg(?:e|es|ed|ing)|tip(?:s|p?ed|ping)?|creep(?:s|ing)?|crept|"
    r"inch(?:es|ed|ing)?|push(?:es|ed|ing)?|mov(?:e|es|ed|ing)|nudg(?:e|es|ed|ing)|break(?:s|ing)?|broke|broken|"
    r"(?:smash|crash|push)(?:es|ed|ing)?|(?:blast|burst|power|rocket)(?:s|ed|ing)?|rac(?:e|es|ed|ing)|"
    r"shoot(?:s|ing)?|shot|leap(?:s|t|ed|ing)?|advanc(?:e|es|ed|ing)|swe(?:ep|pt)s?|"
    r"(?:punch|vault|sail|zoom|roar|storm|steam|barrel|hurtl|spiral|cruis|waltz|romp|blaz|thunder|rip|slic|plough|plow|"
    r"bulldoz|charg|gallop|leapfrog|bound|streak|spurt|lurch|veer|swell|balloon|mushroom|spring|vroom|whizz|whistl|fl|"
    r"jump|hop|skip|skat|glid|slam|catapult|propel|spike|skyrocket|stretch|bulg|inflat|spill|stray|wander|drift)"
    r"(?:e|es|s|ed|p?ped|led|ing|y|ies|ew)?|blow(?:s|n)?|blew|burst(?:s)?|bust(?:s|ed)?|(?:dive|plung|tumbl|duck|"
    r"plummet|nosediv|dip|sag|div)(?:e|es|s|ed|ped|ged)?|"
    r"shoot(?:s|ing)?|shot|(?:vault|bound|sail|soar|surg|jump|zoom|hurtl|storm|roar|cruis|coast|punch|breez|"
    r"barg|whizz?|romp|"
    r"steam|motor|bulldoz|gallop|sprint|march|head|squeak|nos|tiptoe|sneak|pok|peek|pop|peep|sidl|slither|"
    r"crawl|stray|scrambl|limp|stagger|"
    r"lurch|spill|stumbl|veer|duck|div)(?:s|e|es|ed|ing)?|barrel(?:s|led|ling|ed|ing)?|blow(?:s|ing)?|blew|"
    r"fl(?:y|ies|ew|ying)|leap(?:s|t|ed|ing)?|advanc(?:e|es|ed|ing)|swe(?:ep|pt))"
)
_AT_FIGURE = r"(?= (?:a |an |the )?(?:US\$|[$€£₽])?\d)"
STRONGER, WEAKER = r"(?:strong|firm|sturdi)er", r"(?:weak|soft|feebl|flimsi)er"  # of a currency
BETTER, WORSE = "better", "worse"  # bounds that way lies above or below the figure by what it is a figure of
_OPS = (
    (
        "about",  # before the bounds in it: "not much above"
        rf"(?:not (?:very |all that |so )?much|not a lot|(?<!a )little|not a great deal) (?:(?:more|less|"
        rf"higher|lower|fewer) than|"
        rf"different from|above|over|below|under){_AT_FIGURE}",
    ),
    (WORSE, r"(?:on )?the wrong side of|no better than|or worse|(?<!no )(?<!not )worse than"),
    (BETTER, r"(?:on )?the right side of|no worse than|or better|(?<!no )(?<!not )better than(?! even)"),
    (
        "<=",
        r"(?<=\bbe )lucky to (?:manage|reach|get(?: to)?|hit|see|make|grow(?: by)?|scrape|do|post|clear)|"
        rf"(?:top|max)(?:s|es|ed|ped|ing|ping)? out at|"
        rf"(?:equal to or|at or) (?:less|lower) than|(?:less|lower) than or equal to|anything up to|"
        rf"at (?:the )?(?:very )?most|a maximum(?: of)?|(?:at |as )?(?:a )?maximum{_AT_FIGURE}|at the outside|"
        rf"(?:limited|restricted|confined) to{_FIGURE}|(?:kept|held)(?: (?:down|back))? to{_AT_FIGURE}|(?:no|"
        rf"not) more than|not above|not exceed(?:ing)?|never exceed|{_NOT_A} (?:more "
        rf"than|over|above|beyond)|(?:contain|restrain|rein|curb|squeez)(?:ed)?(?: in| down| back)? (?:to|"
        rf"at){_AT_FIGURE}|(?:no|not(?: any)?) (?:{_GREATER}|further) than|up to a maximum of|(?<!more )or (?:less|"
        rf"below|under|{_LESSER})|"
        r"capped at|at or (?:below|under)|not (?:go|get|rise|climb|move) (?:beyond|above|over|past)|(?:respect(?:s|ed|"
        r"ing)?|within) (?=(?:the|its|their|that)\b[\w' -]{0,24}\d)|within (?=(?:[\d.,]+|one|two|three|four|five|six|"
        r"seven) ?(?:%|per ?cent))|within (?=[$€£₽]?[\d.,]+ ?(?:trillion|billion|bn|tn|trn)\b)|(?:compl(?:y|"
        r"ies|ied|ying) with|"
        r"abid(?:e|es|ed|ing) by|me(?:ets?|eting|t)|satisf(?:y|ies|ied)|observ(?:es?|ed|ing)|keep(?:s|"
        r"ing)? to|fulfil(?:s|led)?) "
        r"(?=(?:the|its|their|that)\b[\w' -]{0,24}\d[\d.]* ?(?:%|per ?cent|percent)(?: of gdp)? (?:budget |"
        r"fiscal )?deficit "
        r"(?:limit|rule|ceiling|cap|criterion)\b)",
    ),
    (
        ">=",
        rf"(?:equal to or|at or) (?:greater|more|higher) than|(?:greater|more|higher) than or equal to|"
        rf"(?:bottom|trough)(?:s|ed|ing)? out at|every (?:bit|inch|ounce|last one) of{_FIGURE}|"
        rf"at (?:the )?(?:very )?least|(?:no|not) less than|{_NOT_A} (?:less than|under|below|short of)|"
        rf"(?:no|not(?: any)?) {_LESSER} than|"
        rf"a minimum of|or (?:more|above|over|{_GREATER})|not (?:fall|drop|sink|slip) below|at or (?:over|above)",
    ),
    (
        "<",
        rf"(?:on )?(?:the (?:low|lower|near|under|bottom|south)|this) side of{_FIGURE}|"
        rf"{_MOVES_TO} (?:[a-z]+ly )?(?:back |down )?(?:below|under|beneath){_FIGURE}|{STRONGER} than|(?:in |"
        rf"to |at )?single(?=[- "
        rf"](?:digits?|figures?))|less than|below|under(?!\w)(?! (?:[\w'-]+ ){{0,3}}(?:plans?|polic\w+|laws?|rules?|"
        r"program\w*|budget|scenario|baseline|deal|agreement|government|president\w*|leadership|proposals?)\b)|"
        rf"undersho(?:ot(?:s|ing)?|t){_FIGURE}|"
        rf"(?:(?:stop(?:s|ped)? )?(?:just )?)?short of|not quite{_AT_FIGURE}|shy of{_FIGURE}|{_LESSER} than|"
        rf"beneath|(?:undercuts?|undershoots?|undershot){_FIGURE}|lag(?:s|ged|ging)? (?:far |well "
        rf")?behind{_FIGURE}|south of{_FIGURE}|sub-(?=[$€£]?\d)",
    ),
    (
        ">",
        rf"(?:on )?the (?:high|higher|far|upper|top|north) side of{_FIGURE}|"
        rf"{_MOVES_TO} (?:[a-z]+ly )?(?:back |up )?(?:above|over|past|through|beyond){_FIGURE}|{WEAKER} than|"
        rf"more than|above|"
        rf"over{_FIGURE}|exceed(?:s|ed|ing)?|{_GREATER} than|surpass(?:es|ed|ing)?|beyond|upwards? of|in excess of|"
        rf"(?:(?:smash|pierc|punctur|shatter|trump|eclips|dwarf|vault|hurdl|crush|bust|crest)(?:s|e|es|ed|"
        rf"ing)?|burst(?:s|ing)?|"
        rf"outdo(?:es)?|outdid){_FIGURE}|"
        rf"(?:outstrip(?:s|ped)?|beats?|pierc(?:e|es|ed)|shatter(?:s|ed)?|bust(?:s|ed)?|leapfrog(?:s|ged)?|"
        rf"overt(?:akes?|ook|"
        rf"aken)|outgr(?:ows?|ew|own)|outr[au]ns?|overr[au]ns?|crack(?:s|ed)?|smash(?:es|ed)?|pop(?:s|ped)?|"
        rf"vault(?:s|ed)?|break(?:s|ing)?|broke|broken){_FIGURE}|north of{_FIGURE}|top(?:s|ped|"
        rf"ping)?{_FIGURE}|past{_FIGURE}|through{_FIGURE}|(?:breach|overstep|overshoot|"
        r"flout|violat)(?:p?e?s|p?ed|p?ing)?|overshot|(?:break(?:s|ing)?|broke|broken) (?=(?:the|its|their|"
        r"that)\b[\w' -]{0,24}\d)",
    ),
    (
        "about",
        rf"(?:not (?:(?:be|stand|come|end up|land|lie) )?(?:too |so |very )?far (?:off|from|short of|"
        rf"away from)|as good as|(?:as )?near as makes no difference|as near as "
        rf"dammit|(?:with)?in a (?:whisker|hair|hair's breadth|hairbreadth|touch|fraction) of|next to|the best part of|"
        rf"not much (?:more|less|different) (?:than|from)){_AT_FIGURE}|"
        rf"(?:the better part of|the thick end of|close on|well-nigh|scarcely|much the same as|(?:pretty|"
        rf"roughly) much the same as|"
        rf"(?:bang|spot|dead|right|smack|plumb) on|(?:to all intents and purposes|"
        rf"for all practical purposes)|(?:nudg|brush|graz|kiss|tickl|hug|straddl)(?:e|es|ed|ing)?"
        rf"(?: up)?(?: against)?|flirt(?:s|ed|ing)? with|bump(?:s|ed|ing)? (?:up )?against|knock(?:s|ed|"
        rf"ing)? on the door of|"
        rf"(?:with)?in touching distance of|(?:on )?either side of){_AT_FIGURE}|"
        rf"more or less{_AT_FIGURE}|an? (?:estimated|assumed|hefty|whopping|solid|bare|modest|meagre|full|round|whole|"
        rf"cool|respectable|staggering|unprecedented){_AT_FIGURE}|(?:fully|virtually|practically|pretty much|"
        rf"approach(?:es|ed)?|near(?:s|ed)|"
        rf"approaching|nearing|pushing|verging on|bordering on|nigh on|getting on for|"
        rf"(?:the )?equivalent (?:of|to)|circa|"
        rf"all of|just around|somewhere (?:near|around|about)|around about|in the ballpark of|(?:of|on|"
        rf"in) the order of)"
        rf"{_AT_FIGURE}|(?:c|ca|approx)\.(?= ?[$€£]?\d)|"
        r"exactly|precisely|about|around|roughly|approximately|some(?= (?:US\$|[$€£₽])?\d)|nearly|almost|"
        r"close to|(?<!where )near(?= "
        r"\d)|in the (?:region|vicinity|neighbourhood) of(?= \d)|barely|or thereabouts|or so|something like",
    ),
)


@dataclass(frozen=True)
class Comparator:
    """A comparator with its place in the text."""

    start: int
    end: int
    op: str


_BETWEEN = (  # what may stand between a figure and the bound behind it
    r"(?:\s?%|\s(?:per ?cent))?(?: (?:dollars|euros|ro?ubles|pounds|zlotys|kroner|kronor|forints|soldiers|troops|"
    r"men))?(?: of (?:gdp|output))?(?: (?:line|mark|bar|guideline|target))?(?: (?:a|per) barrel| (?:to|per) the "
    r"dollar| inflation| growth)?(?:,? (?:(?:this|next|last) (?:year|month|quarter)|(?:in|by|before|for|"
    r"until) (?:the end of )?[\w-]+(?: \d{4})?|a (?:year|month)|on (?:defence|(?:its|the) (?:military|army|"
    r"armed forces))))*"
)
_A_BIT = r"(?:(?:an? (?:touch|bit|little|shade|fraction|good deal)|slightly|somewhat|rather|well|far|much) )?"
_BEHIND = (
    (
        "<=",
        re.compile(
            rf"{_BETWEEN},?\s+(?:tops|max(?:imum)?|(?:at|as) (?:an?|the|its) (?:absolute |very )?(?:maximum|"
            rf"highest|ceiling|upper limit|upper end|top end)|as a ceiling|at the outside|(?:and|but) no "
            rf"(?:more|higher)(?! than)|(?:and |but )?not (?:an?|one) (?:{_COIN} |man |soldier |"
            rf"single )?(?:more|over|higher)|if not "
            rf"(?:less|lower|fewer)|or even (?:less|fewer|lower)(?! than)|(?:and )?(?:no|not any) (?:more|"
            rf"higher|further)(?: than (?:that|"
            rf"this))?(?=\s*(?:[,.;!]|$| (?:by|in|before|at|this|next)\b))|at (?:the )?(?:very )?most|"
            rf"or {_A_BIT}(?:less|below|under|{_LESSER})(?! than))\b",
            re.I,
        ),
    ),
    (
        ">=",
        re.compile(
            rf"{_BETWEEN},?\s+(?:at (?:the )?(?:very )?least|or (?:even )?{_A_BIT}(?:more|above|over|"
            rf"{_GREATER})(?! than)|or "
            rf"(?:upwards?|beyond)|(?:and )?(?:upwards?)(?! to| from| on)|and (?:above|up)(?! to| from| on)|"
            rf"(?:and |but )?not (?:an?|one) (?:{_COIN} |"
            rf"man |soldier |single )?(?:less|fewer|lower|under)|(?:at|as) (?:an?|the|"
            rf"its) (?:bare |absolute |very )?(?:minimum|lowest|floor|lower limit|lower end|low end)|"
            rf"(?:and|but) no (?:less|lower)(?! than)|if not (?:more|higher)|plus(?! or minus)|minimum|min|easily|"
            r"and counting|and then some)\b|-?\+|-plus\b",
            re.I,
        ),
    ),
    (
        ">",
        re.compile(
            rf"{_BETWEEN},?\s+(?:and (?:change|a (?:bit|little|touch|shade)(?: (?:more|over|besides))?|"
            rf"some more)|and some change|odd)\b",
            re.I,
        ),
    ),
    (
        "about",
        re.compile(
            rf"{_BETWEEN},?\s+(?:or (?:so|thereabouts|near enough|about that)|give or take(?: an? (?:few |"
            rf"couple of |odd )?\w+)?|more or less|"
            r"(?:when )?rounded(?: up| down| off)?|(?:bar|save|but) (?:for )?(?:a |the )?rounding errors?|"
            r"rounding errors? aside|to the decimal|"
            r"roughly|approximately|in round (?:figures|numbers|terms)|plus or minus an? (?:bit|little|touch)|"
            r"on the (?:nose|dot)|exactly|precisely|to be (?:exact|precise))\b|-?ish\b",
            re.I,
        ),
    ),
    (WORSE, re.compile(rf"{_BETWEEN},?\s+(?:at (?:the )?(?:very )?best|or worse)\b", re.I)),
    (BETTER, re.compile(rf"{_BETWEEN},?\s+(?:at (?:the )?(?:very )?worst|or better)\b", re.I)),
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


_PARTICLE = re.compile(r"\b(?:hand|turn|carri|spread|stretch)(?:s|ed|es|ing)?\s+$", re.I)  # "handed over 40 billion"


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


_FALLS_PAST = re.compile(  # "sinks through the 5% mark"; fewer roubles to the dollar are no fall of the rouble
    r"\b(?:fall|fell|drop|sink|sank|sunk|slip|slid|plung|tumbl|crash|plummet|div|dove|nosediv|dip|sag|eas|"
    r"collaps|declin|"
    r"retreat|shrink|shrank|shrunk|slump|cool|slow|down)(?:e|en|es|s|p?ped|p?ping|ed|ing)?\b(?! (?:by|"
    r"from)\b)[^,;\d]{0,30}"
    r"\b(?:through|past)$",
    re.I,
)


_FIRMS_PAST = re.compile(  # fewer roubles to the dollar
    r"\b(?:strengthen|firm|appreciat|rall[yi]|gain|recover)(?:e|es|ed|s|ing)?\b[^,;\d]{0,30}\b"
    r"(?:through|past|beyond)$",
    re.I,
)


def comparators(text: str) -> list[Comparator]:
    """All comparators, in words and as signs; a longer one hides a shorter within it."""
    found = [Comparator(*m.span(), m.group().replace("≤", "<=").replace("≥", ">=")) for m in _SIGN.finditer(text)]
    for op, words in _OPS:
        for m in re.finditer(rf"\b(?:{words})", text, re.I):
            if re.match(r"cheap|dear", m.group(), re.I) and _ROUBLE.search(text[: m.start()]):
                continue  # fewer of them, or more, to the dollar
            if _THAN.search(m.group()) and _SIZE.search(text[: m.start()]) and _OF_THEN.match(text, m.end()):
                continue  # "0.9% higher than in 2026": by how much, and since when
            if _WORTH.match(m.group()) and not ROUBLE_IS.search(text[: m.start()]):
                found.append(Comparator(m.start(), m.end(), MIRRORED[op]))  # of growth, a price, the dollar
                continue
            of_the_verb = m.group().lower().startswith("over") and _PARTICLE.search(text[: m.start()])
            if not of_the_verb and not any(m.start() < c.end and c.start < m.end() for c in found):
                past = _FIRMS_PAST if ROUBLE_IS.search(text[: m.start()]) else _FALLS_PAST
                down = op == ">" and past.search(text[: m.end()])
                found.append(Comparator(m.start(), m.end(), "<" if down else op))
    return sorted(found, key=lambda c: c.start)
