"""Comparators, ranges and sizes of change in a sentence: "at most 3%", "between 3 and 4", "triple", "rise by a
third"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstretch.claims.reader.numbers import FRACTIONS
from overstretch.questions.data import MIRRORED
from overstretch.statements.mentions.quantities import number

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
)
_FIGURE = (
    r"(?= (?:(?:the|a|an|its|their|new|old|core|treaty) )*(?:(?:target|limit|guideline|mark|threshold|line|"
    r"ceiling|barrier|bar|cap|roof|level|hurdle|milestone|figure|symbolic mark|psychological mark|red line|danger line) of )?(?:US\$|[$€£₽]|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|fifth|tenth)\b))"
)
_COIN = (
    r"(?:single )?(?:cent|penny|kope[cy]?k|krone|krona|zloty|grosz|euro|eurocent|centime|pfennig|dollar|dime|ro?uble|pound|"
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
    r"shoot(?:s|ing)?|shot|(?:vault|bound|sail|soar|surg|jump|zoom|hurtl|storm|roar|cruis|coast|punch|breez|barg|whizz?|romp|"
    r"steam|motor|bulldoz|gallop|sprint|march|head|squeak|nos|tiptoe|sneak|pok|peek|pop|peep|sidl|slither|crawl|stray|scrambl|limp|stagger|"
    r"lurch|spill|stumbl|veer|duck|div)(?:s|e|es|ed|ing)?|barrel(?:s|led|ling|ed|ing)?|blow(?:s|ing)?|blew|fl(?:y|ies|ew|ying)|leap(?:s|t|ed|ing)?|advanc(?:e|es|ed|ing)|swe(?:ep|pt))"
)
_AT_FIGURE = r"(?= (?:a |an |the )?(?:US\$|[$€£₽])?\d)"
STRONGER, WEAKER = r"(?:strong|firm|sturdi)er", r"(?:weak|soft|feebl|flimsi)er"  # of a currency
BETTER, WORSE = "better", "worse"  # bounds that way lies above or below the figure by what it is a figure of
_OPS = (
    (
        "about",  # before the bounds in it: "not much above"
        rf"(?:not (?:very |all that |so )?much|not a lot|(?<!a )little|not a great deal) (?:(?:more|less|higher|lower|fewer) than|"
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
        rf"than|over|above|beyond)|(?:contain|restrain|rein|curb|squeez)(?:ed)?(?: in| down| back)? (?:to|at){_AT_FIGURE}|(?:no|not(?: any)?) (?:{_GREATER}|further) than|up to a maximum of|(?<!more )or (?:less|"
        rf"below|under|{_LESSER})|"
        r"capped at|at or (?:below|under)|not (?:go|get|rise|climb|move) (?:beyond|above|over|past)|(?:respect(?:s|ed|"
        r"ing)?|within) (?=(?:the|its|their|that)\b[\w' -]{0,24}\d)|within (?=(?:[\d.,]+|one|two|three|four|five|six|"
        r"seven) ?(?:%|per ?cent))|within (?=[$€£₽]?[\d.,]+ ?(?:trillion|billion|bn|tn|trn)\b)",
    ),
    (
        ">=",
        rf"(?:equal to or|at or) (?:greater|more|higher) than|(?:greater|more|higher) than or equal to|"
        rf"(?:bottom|trough)(?:s|ed|ing)? out at|every (?:bit|inch|ounce|last one) of{_FIGURE}|"
        rf"at (?:the )?(?:very )?least|(?:no|not) less than|{_NOT_A} (?:less than|under|below|short of)|(?:no|not(?: any)?) {_LESSER} than|"
        rf"a minimum of|or (?:more|above|over|{_GREATER})|not (?:fall|drop|sink|slip) below|at or (?:over|above)",
    ),
    (
        "<",
        rf"(?:on )?(?:the (?:low|lower|near|under|bottom|south)|this) side of{_FIGURE}|"
        rf"{_MOVES_TO} (?:[a-z]+ly )?(?:back |down )?(?:below|under|beneath){_FIGURE}|{STRONGER} than|(?:in |to |at )?single(?=[- "
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
        rf"{_MOVES_TO} (?:[a-z]+ly )?(?:back |up )?(?:above|over|past|through|beyond){_FIGURE}|{WEAKER} than|more than|above|"
        rf"over{_FIGURE}|exceed(?:s|ed|ing)?|{_GREATER} than|surpass(?:es|ed|ing)?|beyond|upwards? of|in excess of|"
        rf"(?:(?:smash|pierc|punctur|shatter|trump|eclips|dwarf|vault|hurdl|crush|bust|crest)(?:s|e|es|ed|ing)?|burst(?:s|ing)?|"
        rf"outdo(?:es)?|outdid){_FIGURE}|"
        rf"(?:outstrip(?:s|ped)?|beats?|pierc(?:e|es|ed)|shatter(?:s|ed)?|bust(?:s|ed)?|leapfrog(?:s|ged)?|overt(?:akes?|ook|"
        rf"aken)|outgr(?:ows?|ew|own)|outr[au]ns?|overr[au]ns?|crack(?:s|ed)?|smash(?:es|ed)?|pop(?:s|ped)?|vault(?:s|ed)?|break(?:s|ing)?|broke|broken){_FIGURE}|north of{_FIGURE}|top(?:s|ped|"
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
        rf"(?:the better part of|the thick end of|close on|well-nigh|scarcely|much the same as|(?:pretty|roughly) much the same as|"
        rf"(?:bang|spot|dead|right|smack|plumb) on|(?:to all intents and purposes|for all practical purposes)|(?:nudg|brush|graz|kiss|tickl|hug|straddl)(?:e|es|ed|ing)?"
        rf"(?: up)?(?: against)?|flirt(?:s|ed|ing)? with|bump(?:s|ed|ing)? (?:up )?against|knock(?:s|ed|ing)? on the door of|"
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
_TIMES = {
    word: times
    for times, words in (
        (2.0, "double doubles doubled doubling twofold"),
        (3.0, "triple triples tripled treble threefold three-fold"),
        (4.0, "quadruple quadruples quadrupled fourfold four-fold"),
        (5.0, "quintuple quintuples quintupled fivefold five-fold"),
        (6.0, "sixfold six-fold sextupled"),
        (7.0, "sevenfold"),
        (8.0, "eightfold"),
        (10.0, "tenfold ten-fold"),
        (0.5, "halve halved"),
    )
    for word in words.split()
}
_NO_POINT = (  # "by half a point", "by a quarter of a per cent"
    r"(?!-point|,? (?:of )?(?:an? |one )?(?:full )?(?:percentage[- ]|per ?cent(?:age)? |basis )?(?:points?|"
    r"per ?cent)\b)"
)
_UP = (
    r"ris(?:e|es|ing)|rose|grow(?:s|ing|n)?|grew|increas(?:e|es|ed|ing)|go(?:es)? up|went up|climb(?:s|ed)?|jump(?:s|"
    r"ed)?|surg(?:e|es|ed)|expand(?:s|ed)?|raise(?:s|d)?|boost(?:s|ed)?|add(?:s|ed)?|lift(?:s|ed)?|hik(?:e|es|ed)|"
    r"(?:step|ramp|push|scale|bump|crank|beef|be|is|are|was|were|been)(?:s|es|ped|ed|d)? up|swell(?:s|ed)?|"
    r"soar(?:s|ed)?"
)
_DOWN = (
    r"los(?:e|es|t)|fall(?:s|ing|en)?|fell|drop(?:s|ped)?|shrink(?:s|ing)?|shrank|declin(?:e|es|ed|ing)|decreas(?:e|"
    r"es|ed)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|lower(?:s|ed)?|slash(?:es|ed)?|trim(?:s|med)?|contract(?:s|ed|ing)?|"
    r"(?:scale|pare|cut|bring|be|is|are|was|were|been)(?:s|d)? (?:back|down)|plung(?:e|es|ed)|plummet(?:s|"
    r"ed)?|tumbl(?:e|es|ed)"
)


@dataclass(frozen=True)
class Comparator:
    """A comparator with its place in the text."""

    start: int
    end: int
    op: str


@dataclass(frozen=True)
class Size:
    """The size of a change with its place: value in percent (kind percent), or a multiple."""

    start: int
    end: int
    kind: str
    value: float
    op: str = ">="


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
            rf"(?:more|higher)(?! than)|(?:and |but )?not (?:an?|one) (?:{_COIN} |man |soldier |single )?(?:more|over|higher)|if not "
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
            rf"{_BETWEEN},?\s+(?:at (?:the )?(?:very )?least|or (?:even )?{_A_BIT}(?:more|above|over|{_GREATER})(?! than)|or "
            rf"(?:upwards?|beyond)|(?:and )?(?:upwards?)(?! to| from| on)|and (?:above|up)(?! to| from| on)|(?:and |but )?not (?:an?|one) (?:{_COIN} |"
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
            rf"{_BETWEEN},?\s+(?:and (?:change|a (?:bit|little|touch|shade)(?: (?:more|over|besides))?|some more)|and some change|odd)\b",
            re.I,
        ),
    ),
    (
        "about",
        re.compile(
            rf"{_BETWEEN},?\s+(?:or (?:so|thereabouts|near enough|about that)|give or take(?: an? (?:few |couple of |odd )?\w+)?|more or less|"
            r"(?:when )?rounded(?: up| down| off)?|(?:bar|save|but) (?:for )?(?:a |the )?rounding errors?|rounding errors? aside|to the decimal|"
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
                found.append(Comparator(m.start(), m.end(), op))
    return sorted(found, key=lambda c: c.start)


_AS_IN = re.compile(  # how many times what it was in another year
    rf"\b(?P<much>(?:(?P<again>half as (?:much|large|big|many|high|great|strong) again)|(?P<n>twice|half|"
    rf"(?:{_NUMBER})(?: and a (?:half|quarter|third))? "
    r"times)(?: as (?:much|large|big|high|many)| the size| those| that| "
    rf"what)))\b(?:(?(again)(?:(?=[^;]{{0,60}}?\b(?:by|in) (?:19|20)\d\d)|\W*$)|(?:[^;.]{{0,40}}?\b(?:as|of|than|"
    r"what)(?: (?:it|they|he|she))?(?: (?:did|was|were|spent|had|laid out))?(?: (?:back )?in)? +(?:19|20)\d\d\b|"
    r"(?<=what) (?:it|they) (?:was|were|had been|spent|stood at)(?: (?:back )?in)? +(?:19|20)\d\d\b)))",
    re.I,
)


_SO_MANY_TIMES = re.compile(  # "rose 2.5 times", "grew 2.5-fold", "by a factor of three", "multiplied by three"
    rf"\b(?:(?:{_UP}|soar(?:s|ed)?|swell(?:s|ed)?|multipl(?:y|ied|ies)|lift(?:s|ed)?|hike[sd]?)\b(?:(?!  |"
    rf"\b(?:to|from|than)\b)[ \w'])"
    rf"{{0,40}}? (?:by )?(?:(?P<op>more than|over|at least|nearly|almost|about|around|roughly|some|up to|less than) )?"
    rf"(?P<n>{_NUMBER}(?: and a half)?)(?: times\b(?! (?:as|more|the|higher|larger|bigger|that|what|its|"
    rf"their|faster|over|a year|in a row)\b)|"
    rf"[- ]?fold\b|x\b)|by a factor of (?:(?P<op2>more than|over|at least|nearly|almost|about|around|roughly|some) )?"
    rf"(?P<n2>{_NUMBER}(?: and a half)?)(?!\w)|multipl(?:y|ied|ies) (?:[\w' ]{{1,40}} )?by (?P<n3>{_NUMBER})(?![\w%]))",
    re.I,
)


_HOW_OFTEN = re.compile(  # "raised its rate three times": how often, or by how much
    r"(?:(?:rais|hik|lift|boost|add)\w*|\w+ (?:its|the|their)\b|[\w' ]*\brates?\b)[\w' ]*? (?:\d+|"
    r"[a-z]+)(?<!half) times",
    re.I,
)


_ADDED = {" and a half": 0.5, " and a quarter": 0.25, " and a third": 1 / 3}


def multiple(words: str) -> float:
    """'Twice', 'half', 'ten times', 'two and a half times'. Raises KeyError or ValueError for what is no number."""
    known = {"twice": 2.0, "half": 0.5}
    if (low := words.lower()) in known:
        return known[low]
    return float(number(low.split()[0])) + next((n for part, n in _ADDED.items() if part in low), 0.0)


_SIZE_OPS = {
    words: op
    for op, held in (
        (">", "more than|over|upwards of"),
        ("<", "less than|under"),
        ("<=", "at most|up to|no more than"),
        ("about", "about|around|nearly|roughly|some|almost"),
        (">=", "at least|as much as|a good"),
    )
    for words in held.split("|")
}
_OP = rf"(?:(?P<op>{'|'.join(_SIZE_OPS)}) )?"
_PART = rf"(?:(?:a|one) (?=half\b))?(?P<part>{'|'.join(FRACTIONS)})\b"
_MULTIPLE = re.compile(rf"\b({'|'.join(_TIMES)})\b", re.I)


def _by(verbs: str) -> re.Pattern[str]:
    """A verb of change and its size; no other such verb, and no cut, between them."""
    return re.compile(
        rf"\b(?:{verbs})(?:(?!  |\b(?:{_UP}|{_DOWN})\b)[ \w'])*? by {_OP}(?:{_PART}{_NO_POINT}|"
        rf"(?P<n>{_NUMBER})\s*(?:%|per ?cent(?!age))(?! of| ?points?))",
        re.I,
    )


_LOST = re.compile(
    rf"\blos(?:e|es|t) (?:about |nearly |almost |at least |a good )?(?P<op>(?!x)x)?{_PART}{_NO_POINT}", re.I
)
_MOVES = ((1.0, _by(_UP)), (-1.0, _LOST), (-1.0, _by(_DOWN)))
_MORE = re.compile(
    rf"\b{_PART} (?P<way>more|higher|less|lower)\b(?= [^;]{{0,50}}?\bthan (?:in)? *\d{{4}})|(?P<n>{_NUMBER})\s*(?:%|"
    r"per ?cent) (?P<way2>more|higher|less|lower)\b",
    re.I,
)


_COULD = re.compile(r"\b(?:could|may|might|can|perhaps|possibly|maybe)\b", re.I)


def size_of_change(text: str) -> Size | None:
    """How large a change is said to be: 'triple', 'rise by a third', 'fall by 10%', '20% more'."""
    if m := _MULTIPLE.search(text):
        value = _TIMES[m[1].lower()]
        return Size(m.start(), m.end(), "multiple", value, "<=" if value < 1 else ">=")
    if (m := _SO_MANY_TIMES.search(text)) and not (m["n"] and _HOW_OFTEN.match(m.group())):
        op = _SIZE_OPS.get((m["op"] or m["op2"] or "").lower(), ">=")
        return Size(m.start(), m.end(), "multiple", multiple(m["n"] or m["n2"] or m["n3"]), op)
    if m := _AS_IN.search(text):
        value = 1.5 if m["again"] else multiple(m["n"])
        size = Size(m.start(), m.end("much"), "multiple", value, "<=" if value < 1 else ">=")
        return _at_most(text, size) if value else None
    for way, words in _MOVES:
        if m := words.search(text):
            op = _SIZE_OPS.get((m["op"] or "").lower(), ">=")
            if (m["op"] or "").lower() == "as much as" and not _COULD.search(text):
                op = "<="  # "will rise by as much as 20%"
            return Size(m.start(), m.end(), "percent", way * _percent(m), op if way > 0 else MIRRORED.get(op, op))
    for m in _MORE.finditer(text):
        if m["part"] or not _RANGE_BEFORE.search(text[: m.start()]):
            way = 1.0 if (m["way"] or m["way2"]).lower() in ("more", "higher") else -1.0
            return _at_most(text, Size(m.start(), m.end(), "percent", way * _percent(m), ">=" if way > 0 else "<="))
    return None


_UP_TO = re.compile(r"\b(?:(?:any|some)(?:where|thing) )?(?P<op>up to|as much as) +$", re.I)


def _at_most(text: str, size: Size) -> Size:
    """'Up to a fifth larger': the size is the most that it moves."""
    m = _UP_TO.search(text[: size.start])
    if m is None or (m["op"].lower() == "as much as" and _COULD.search(text)):
        return size
    return replace(size, start=m.start(), op=MIRRORED[size.op])


_RANGE_BEFORE = re.compile(rf"{_NUMBER}(?:%| ?per ?cent)? ?(?:and|to|or|-) ?$", re.I)


_DECIMAL_COMMA = re.compile(r",(?=\d{1,2}$)")  # "3,5%"


def _percent(m: re.Match[str]) -> float:
    return FRACTIONS[m["part"].lower()] if m["part"] else number(_DECIMAL_COMMA.sub(".", m["n"]).replace(",", ""))
