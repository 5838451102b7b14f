"""The words of ranks: the highest, the lowest, the third in a group, above all others."""

from __future__ import annotations

import re

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
    r"(?= (?:in|on|for|by)(?: terms of)? (?:the )?(?:(?:core|public|economic|real|gdp|military|"
    r"defen[cs]e) )*(?:spending|"
    r"outlays|expenditure|growth|debt|inflation|unemployment)\b)"
)
_STANDS = r"(?:be|come|comes|came|finish\w*|rank\w*|is|was|end(?:s|ed)? up|place[sd]?)"
_MONEY = r"(?:spenders?|spending|budget|outlays?|expenditures?|bill|share|burden|army|armed forces)"
_TAKES = (
    r"(?:tak|hold|occup|claim|keep|seiz|grab|clinch|snatch|bag|secur|retain|win|captur|land|cement|defend)(?:e|es|s|y|"
    r"ies|ied|ed)?|took|held|kept|won"
)
_SPOT = r"(?:place|spot|position|slot|rank|berth|rung|billing)"
_BEST = (
    r"(?:(?:top|star|best|leading|chief) )?(?:pacesetter|pace-?setter|front-?runner|leader|trailblazer|champion|"
    r"top dog|star performer|star pupil|top performer|best performer|chart-topper|table-topper|poster child|"
    r"number one|no\. ?1|heavyweight champion)"
)
_WORST = (
    r"(?:(?:worst|biggest|greatest|chief|main|most glaring|most notorious|top|arch) )(?:laggard|straggler|"
    r"under-?performer|shirker|freeloader|free[- ]rider|skinflint|miser|scrooge|slacker|delinquent|underspender|"
    r"penny-pincher|dunce|defaulter|foot-dragger|slouch)|laggard-in-chief|wooden spoon(?:ist)?|back ?marker|tail-?ender"
)
HIGHEST = re.compile(
    rf"(?<![\w-])(?:(?:biggest|largest|highest|heaviest|greatest|top) (?:(?:core|hard) )?(?:defen[cs]e |"
    rf"military |arms )*{_MONEY}|"
    rf"(?:leads?|led|leading|tops?|topped|topping|heads?|headed|heading|(?:at )?(?:the )?(?:top|head) of) {_TABLE}|"
    rf"(?:leads?|led|leading) {_BODY}{_LED_IN}|{_STANDS} (?:top|highest|number one)(?= (?:in|among) )|"
    rf"(?:{_TAKES}) (?:the )?(?:first|top|number-one|no\\. ?1|pole) {_SPOT}(?= (?:in|of|among|on) )|"
    rf"most (?:generous|lavish|"
    rf"open-handed|free-spending) (?:ally|member|spender|country|payer)|"
    rf"(?<='s )(?:{_BEST})(?= (?:in|on|for|as|of) )|"
    r"most (?:heavily |deeply )?indebted(?: (?:country|economy|member(?: state)?|state|nation|ally))?|"
    r"(?<='s )(?:highest|"
    r"biggest|largest|heaviest)(?=\W*$| (?:as|in|by|relative|next|this|measured)\b)|(?:the )?(?:highest|"
    r"biggest|largest|widest|deepest|steepest|heaviest|greatest)(?: anywhere)? "
    r"(?=(?:in|of|among) )|number one|spend(?:s|ing)? (?:the )?most|rank(?:s|ed)? first|(?:be|come|comes|"
    r"came|finish\w*|is|was) first(?= "
    r"(?:in|of|among) ))\b",
    re.I,
)
LOWEST = re.compile(
    rf"(?<![\w-])(?:(?:(?:at )?(?:the )?(?:bottom|foot) of|prop(?:s|ped|ping)? up) {_TABLE}|(?:lowest|"
    rf"smallest|lightest) "
    rf"(?:(?:core|hard) )?(?:defen[cs]e |military |arms )*{_MONEY}|{_STANDS} (?:bottom|lowest)(?= (?:in|among) )|"
    rf"(?:{_TAKES}|come in) (?:the )?(?:last|bottom|lowest) {_SPOT}(?= (?:in|of|among|on) )|"
    rf"(?:{_TAKES}) the wooden spoon"
    rf"(?= (?:in|of|among|on) )|(?:stingiest|meanest|most (?:parsimonious|miserly|tight-fisted|frugal|"
    rf"niggardly)) (?:ally|"
    rf"member|spender|country|payer|contributor)|"
    rf"(?<='s )(?:{_WORST})(?= (?:in|on|for|as|of|when) )|"
    r"least indebted(?: (?:country|economy|member(?: state)?|state|nation|ally))?|(?<='s )(?:lowest|smallest|lightest)"
    r"(?=\W*$| (?:as|in|by|relative|next|this|measured)\b)|(?:the )?(?:lowest|smallest|narrowest|"
    r"lightest)(?: anywhere)? (?=(?:in|of|among) )|(?:bring(?:s|ing)?|brought) up the rear|spend(?:s|ing)? (?:the "
    r")?least|rank(?:s|ed)? last|(?:be|come|comes|came|finish\w*|is|was) (?:dead |stone |plumb )?last(?= (?:in|of|"
    r"among) ))\b",
    re.I,
)


def ordinal(word: str) -> int:
    """The number of "third", "3rd"."""
    return int(word[:-2]) if word[0].isdigit() else _ORDINALS[word.lower()]


EVERY_OTHER = re.compile(
    r"\b(?:(?:more|less|fewer|(?:larg|bigg|high|wid|small|low|narrow|fast|slow|quick|strong|weak)er(?: [\w-]+)?)(?: "
    r"[\w ]{0,45}?)? than|outspen(?:d|ds|ding|t)|(?:(?:be|is|been) )?outspent by|"
    r"(?:streets |well |miles |far |way )?(?:ahead|clear) of|head and shoulders above|(?:trail|lag)(?:s|ged|"
    r"ed|ging|ing)?(?: "
    r"(?:far |well |some way )?behind)?|undercuts?(?: that of)?|(?:eclips|outstrip|dwarf|surpass|top|beat|exceed|outdo|"
    r"outclass|outshin|trump)(?:e?s|e|p?ed)?(?: that of)?) (?:any|every|all|each)(?: of)?(?: the|"
    r" its)? others?\b(?: (?:nato|"
    r"european|alliance|eu|member|allied))*(?: (?:all(?:y|ies)|members?|(?:member )?states?|countr(?:y|ies)|nations?|"
    r"capitals?))?",
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
    r"government |bond )*(?:growth|inflation|"
    r"debt|unemployment|deficit|shortfall|gap|yields?|borrowing costs?|growing)(?: rate| ratio| burden)?"
    r"(?:(?<=growing) (?:economy|country|member(?: state)?|state|nation|ally))?"
)
RATE_RANK = re.compile(
    r"\b(?:(?:high|fast|strong|bigg|larg|wid|low|slow|weak|small|narrow|steep|deep|great|quick)est|heaviest)"
    rf"[- ](?P<rate>{_RATE})(?: anywhere)?\b|\b(?:grow(?:s|ing)?|grew|expand(?:s|"
    rf"ed)?) (?:the )?(?P<rate2>(?:fast|slow)est|"
    rf"(?:least|most))(?= (?:in|of|among|by) )|\b(?:growth|inflation|unemployment|debt|"
    rf"deficit)[\w ]{{1,30}}? (?:be|is|was) "
    rf"(?:the )?(?P<rate3>(?:high|fast|strong|low|slow|weak)est)(?= (?:in|of|among) )",
    re.I,
)
_SUPERLATIVE = (
    r"(?:bigg|larg|high|heavi|strong|fast|quick|wid|great|low|small|slow|weak|narrow)(?:i?est)|top|most|least"
)
NEARLY = re.compile(  # beside a rank, not that rank
    r"\b(?:no|not any|nearly|almost|virtually|practically|close to|not far from|next to|just behind|(?:one|some|two|"
    rf"three|many) of|(?:among|amongst)|joint|\w{{3,}}(?:nth|eth|lfth)|{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)|"
    r"next)(?: the| its)?(?: (?:[\w.]+(?:'s|s')|(?:european|atlantic) [a-z]+'s))?[- ]*$",
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
TOGETHER = re.compile(r"\s*(?:combined|together|put together|taken together|between them)\b", re.I)
PLACE = re.compile(
    rf"(?:the )?\b(?:{_ORDINAL}[- ](?:{_SUPERLATIVE})(?:[- ](?:(?:defen[cs]e |military )?(?:spender|budget|"
    rf"share|burden|"
    rf"spending|army|armed forces)|(?P<rate>{_RATE}))|(?= (?:in|of|among) )))\b|"
    rf"\b{_STANDS} (?P<n2>{_NTH})(?= (?:in|among) "
    rf"{_BODY}\b)",
    re.I,
)


OF_ANY = re.compile(  # among whom a superlative holds
    r"\b(?:of|among) (?:any|all)(?: of)?(?: the)?(?: (?:nato|allied|alliance|european|eu|member|baltic|nordic|other))* "
    r"(?:all(?:y|ies)|members?|(?:member )?states?|countr(?:y|ies)|nations?)(?: (?:in|of) (?=(?:nato|"
    r"the (?:alliance|eu|"
    r"european|euro))))?",
    re.I,
)
