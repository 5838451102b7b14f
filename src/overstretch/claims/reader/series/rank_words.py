"""The words of ranks: the highest, the lowest, the third in a group, above all others."""

from __future__ import annotations

import re

from overstretch.claims.reader.figures.verbs import forms_of

_TABLE = (  # in which somebody stands first or last
    r"(?:(?:the|its) )?(?:(?:nato|alliance|europe|eu|eurozone|euro[- ]area|european|allied)(?:'s)? )?(?:(?:defen[cs]e|"
    r"military|spending|debt|growth|inflation|league) )*(?:tables?|rankings?|league|list|field|pack|ladder|"
    r"standings|leader ?board|charts?|pecking order|heap|pile|class|order|hierarchy|scoreboard)"
)
_BODY = (
    r"(?:the )?(?:nato|alliance|bloc|eu|european union|europe|continent|euro[- ]?(?:area|zone)|allies|european allies|"
    r"baltics|nordics|eastern flank)"
)
_LED_IN = (  # what a group is led in
    r"(?= (?:in|on|for|by)(?: terms of)? (?:the )?(?:(?:core|public|economic|real|gdp|military|defen[cs]e) "
    r")*(?:spending|outlays|expenditure|growth|debt|inflation|unemployment)\b)"
)
_STANDS = r"(?:be|come|comes|came|finish\w*|rank\w*|is|was|end(?:s|ed)? up|place[sd]?)"
_MONEY = r"(?:spenders?|spending|budget|outlays?|expenditures?|bill|share|burden|army|armed forces)"
_TAKES = forms_of(
    "take hold occupy claim keep seize grab clinch snatch bag secure retain win won capture land cement defend"
)
_SPOT = r"(?:place|spot|position|slot|rank|berth|rung|billing)"
_BEST = (
    r"(?:(?:top|star|best|leading|chief) )?(?:pace-?setter|front-?runner|leader|trailblazer|champion|top dog|star "
    r"performer|star pupil|top performer|best performer|chart-topper|table-topper|poster child|number one|no\. ?1|"
    r"heavyweight champion)"
)
_WORST = (
    r"(?:(?:worst|biggest|greatest|chief|main|most glaring|most notorious|top|arch) )(?:laggard|straggler|"
    r"under-?performer|shirker|freeloader|free[- ]rider|skinflint|miser|scrooge|slacker|delinquent|underspender|"
    r"penny-pincher|dunce|defaulter|foot-dragger|slouch)|laggard-in-chief|wooden spoon(?:ist)?|back ?marker|tail-?ender"
)
_BUDGET = rf"(?:(?:core|hard) )?(?:defen[cs]e |military |arms )*{_MONEY}"
_ALONE = r"(?=\W*$| (?:as|in|by|relative|next|this|measured)\b)"
_LAND = r"(?: (?:country|economy|member(?: state)?|state|nation|ally))?"
HIGHEST = re.compile(
    rf"(?<![\w-])(?:(?:biggest|largest|highest|heaviest|greatest|top) {_BUDGET}|(?:leads?|led|leading|tops?|topped|"
    rf"topping|heads?|headed|heading|(?:at )?(?:the )?(?:top|head) of) {_TABLE}|(?:leads?|led|"
    rf"leading) {_BODY}{_LED_IN}|{_STANDS} (?:top|highest|number one)(?= (?:in|among) )|{_TAKES} (?:the )?(?:first|top|"
    rf"number-one|no\\. ?1|pole) {_SPOT}(?= (?:in|of|among|on) )|most (?:generous|lavish|open-handed|free-spending) "
    rf"(?:ally|member|spender|country|payer)|(?<='s )(?:{_BEST})(?= (?:in|on|for|as|of) )|most (?:heavily |deeply "
    rf")?indebted{_LAND}|(?<='s )(?:highest|biggest|largest|heaviest){_ALONE}|(?:the )?(?:highest|biggest|largest|"
    rf"widest|deepest|steepest|heaviest|greatest)(?: anywhere)? (?=(?:in|of|among) )|number one|spend(?:s|ing)? (?:the "
    rf")?most|rank(?:s|ed)? first|(?:be|come|comes|came|finish\w*|is|was) first(?= (?:in|of|among) ))\b",
    re.I,
)
LOWEST = re.compile(
    rf"(?<![\w-])(?:(?:(?:at )?(?:the )?(?:bottom|foot) of|prop(?:s|ped|ping)? up) {_TABLE}|(?:lowest|smallest|"
    rf"lightest) {_BUDGET}|{_STANDS} (?:bottom|lowest)(?= (?:in|among) )|(?:{_TAKES}|come in) (?:the )?(?:last|bottom|"
    rf"lowest) {_SPOT}(?= (?:in|of|among|on) )|{_TAKES} the wooden spoon(?= (?:in|of|among|on) )|(?:stingiest|meanest|"
    rf"most (?:parsimonious|miserly|tight-fisted|frugal|niggardly)) (?:ally|member|spender|country|payer|contributor)|"
    rf"(?<='s )(?:{_WORST})(?= (?:in|on|for|as|of|when) )|least indebted{_LAND}|(?<='s )(?:lowest|smallest|"
    rf"lightest){_ALONE}|(?:the )?(?:lowest|smallest|narrowest|lightest)(?: anywhere)? (?=(?:in|of|among) )|"
    rf"(?:bring(?:s|ing)?|brought) up the rear|spend(?:s|ing)? (?:the )?least|rank(?:s|ed)? last|(?:be|come|comes|came|"
    rf"finish\w*|is|was) (?:dead |stone |plumb )?last(?= (?:in|of|among) ))\b",
    re.I,
)


def ordinal(word: str) -> int:
    """The number of "third", "3rd"."""
    return int(word[:-2]) if word[0].isdigit() else _ORDINALS[word.lower()]


EVERY_OTHER = re.compile(
    rf"\b(?:(?:more|less|fewer|(?:larg|bigg|high|wid|small|low|narrow|fast|slow|quick|strong|weak)er(?: [\w-]+)?)(?: "
    rf"[\w ]{{0,45}}?)? than|outspen(?:d|ds|ding|t)|(?:(?:be|is|been) )?outspent by|(?:streets |well |miles |far |way "
    rf")?(?:ahead|clear) of|head and shoulders above|(?:trail|lag)(?:s|ged|ed|ging|ing)?(?: (?:far |well |some way "
    rf")?behind)?|undercuts?(?: that of)?|"
    rf"{forms_of('eclipse outstrip dwarf surpass top beat exceed outdo outclass outshine trump')}(?: that of)?) (?:any|"
    rf"every|all|each)(?: of)?(?: the| its)? others?\b(?: (?:nato|european|alliance|eu|member|allied))*(?: (?:all(?:y|"
    rf"ies)|members?|(?:member )?states?|countr(?:y|ies)|nations?|capitals?))?",
    re.I,
)
_ORDINALS = {
    word: n
    for n, word in enumerate(
        ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=2
    )
}
_NTH = rf"{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)"
_ORDINAL = rf"(?P<n>{_NTH})"
_RATE = (
    r"(?:rate of |economic |price |consumer-price |consumer |gdp |annual |public |budget |ten-year |10-year |"
    r"government |bond )*(?:growth|inflation|debt|unemployment|deficit|shortfall|gap|yields?|borrowing costs?|"
    r"growing)(?: rate| ratio| burden)?(?:(?<=growing) (?:economy|country|member(?: state)?|state|nation|ally))?"
)
RATE_RANK = re.compile(
    rf"\b(?:(?:high|fast|strong|bigg|larg|wid|low|slow|weak|small|narrow|steep|deep|great|quick)est|"
    rf"heaviest)[- ](?P<rate>{_RATE})(?: anywhere)?\b|\b(?:grow(?:s|ing)?|grew|expand(?:s|ed)?) (?:the "
    rf")?(?P<rate2>(?:fast|slow)est|(?:least|most))(?= (?:in|of|among|by) )|\b(?:growth|inflation|unemployment|debt|"
    rf"deficit)[\w ]{{1,30}}? (?:be|is|was) (?:the )?(?P<rate3>(?:high|fast|strong|low|slow|weak)est)(?= (?:in|of|"
    rf"among) )",
    re.I,
)
_SUPERLATIVE = (
    r"(?:bigg|larg|high|heavi|strong|fast|quick|wid|great|low|small|slow|weak|narrow)(?:i?est)|top|most|least"
)
NEARLY = re.compile(  # beside a rank, not that rank
    rf"\b(?:no|not any|nearly|almost|virtually|practically|close to|not far from|next to|just behind|(?:one|some|two|"
    rf"three|many) of|(?:among|amongst)|joint|\w{{3,}}(?:nth|eth|lfth)|{_NTH}|next)(?: the| its)?(?: (?:[\w.]+(?:'s|"
    rf"s')|(?:european|atlantic) [a-z]+'s))?[- ]*$",
    re.I,
)
BUT_ONE = re.compile(  # short of that rank
    r"[\w %]{0,40}?(?P<but>\b(?:but|bar|save|except|excepting|apart from|other than|after|behind|outside) (?:for "
    r")?(?:the )?(?:one|two|three|(?-i:[A-Z])\w+))\b",
    re.I,
)
LOW = re.compile(
    r"\b(?:trail|lag)\w*|\b(?:behind|below|undercut\w*)\b|\boutspent by\b|\b(?:low|small|slow|weak|narrow|"
    r"few)(?:er|est|ly)\b|\bless\b|\bleast\b",
    re.I,
)
TOGETHER = re.compile(
    r"\s*\b(?:combined|(?:(?:put|taken|added|lumped|counted) )?together|added up|rolled into one|between them)\b", re.I
)
PLACE = re.compile(
    rf"(?:the )?\b(?:{_ORDINAL}[- ](?:{_SUPERLATIVE})(?:[- ](?:(?:defen[cs]e |military )?(?:spender|budget|share|"
    rf"burden|spending|army|armed forces)|(?P<rate>{_RATE}))|(?= (?:in|of|among) )))\b|\b{_STANDS} (?P<n2>{_NTH})(?= "
    rf"(?:in|among) {_BODY}\b)",
    re.I,
)


OF_ANY = re.compile(  # among whom a superlative holds
    r"\b(?:of|among) (?:any|all)(?: of)?(?: the)?(?: (?:nato|allied|alliance|european|eu|member|baltic|nordic|other))* "
    r"(?:all(?:y|ies)|members?|(?:member )?states?|countr(?:y|ies)|nations?)(?: (?:in|of) (?=(?:nato|the (?:alliance|"
    r"eu|european|euro))))?",
    re.I,
)
