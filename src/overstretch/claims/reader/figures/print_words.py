"""Wordings of print for a year, a size and its bound, put as plain ones: "in not a single year", "210bn-plus", "not 2.5
but 2.2 per cent"."""

from __future__ import annotations

import re

from overstretch.claims.reader.figures.number_words import IN_WORDS, ROUND, unhyphened

_NO_YEAR = re.compile(  # denied of each of them: "in not a single year of", "not in any one year from"
    r"\b(?:in not (?:a|one)(?: single)?|not in (?:a|any|one)(?: (?:single|one))?|never in (?:a|any)(?: single)?) year"
    r"(?= (?:of|from|between|in|over|during|within) )",
    re.I,
)
_A_YEAR_WHEN = re.compile(  # "there may be a year or two between 2026 and 2030 in which"
    r"\bthere (?:(?P<maybe>may|could|might)(?: well)?|will|is going to|are going to) be (?:(?:an?|one|at least one|"
    r"some)(?: single| odd)? )?years?(?: or (?:two|so|more|another))?(?P<span> (?:between|from|within) [\w ]{4,24}?)? "
    r"(?:in which|when|where)\b",
    re.I,
)
_NEVER_A_TIME = re.compile(r"\bat not (?:a|one)(?: single)? (?P<time>point|time|moment|stage)\b", re.I)
_RUN_OF_YEARS = re.compile(  # "four years running, starting with 2027", "on a three-year average, 2026 to 2028"
    r"(?:(?<=\byears)|(?<=\brunning)|(?<=\brow)|(?<=\btrot)|(?<=\bsuccession)|(?<=\bon end)|(?<=\bstraight)|"
    r"(?<=\baverage)), "
    r"(?=(?:starting|beginning|counting|running|from|as of|between|over|(?:19|20)\d\d\s?(?:-|–|to|through)) ?)",
    re.I,
)
_ON_THE_YEAR_BEFORE = re.compile(  # "6% dearer in January than a year earlier"
    r"(?P<n>\d[\d.,]* ?(?:%|per ?cent) +)(?P<way>higher|dearer|more expensive|costlier|pricier|more costly|up|"
    r"above)(?P<mid>(?: (?:in|by|at the end of|for) [\w ]{3,24}?)?)(?: (?:than|from|on|over|compared (?:with|to)|"
    r"against)|(?<=above)) (?:(?:those|that|(?:their|its|the) (?:level|figure|mark)s?)(?: of)? )?(?:(?:it|they|prices) "
    r"(?:was|were|had been) )?(?:(?:in |at )?the same (?:month|period|time|point) )?(?:a|one|the) (?:full )?(?:year|"
    r"twelve months|12 months) (?:earlier|before|ago|previously|prior)\b",
    re.I,
)
_OF_PRICES = re.compile(
    r"\b(?:consumer|retail) (?:prices|goods)\b|^\W*(?:the )?(?:prices|cost of living)\b|\bprices (?:in|across)\b", re.I
)


_COOL = re.compile(r"(?<=\ba )cool(?= [$€£₽]?\d)", re.I)  # no fall
_GROWS_BY_POINTS = re.compile(  # "the economy will grow by half a percentage point": by so many per cent
    r"(?P<lead>\b(?:economy|gdp|output|gross domestic product)\b(?:(?! (?:growth|deficit|debt))[^,;]){0,40}?\b(?:grow|"
    r"grew|expand|shrink|shrank|contract)\w* by [^,;]{1,40}? )(?P<points>(?:percentage )?points?\b)",
    re.I,
)
_N = rf"(?<![\w.,-])(?:\d[\d.,]*(?:bn|tn|trn|m|k|%)?|(?:{ROUND})\b)"
_BOUND_IN_IT = re.compile(  # "210bn-plus zlotys", "six and a bit per cent", "six-ish per cent"
    rf"(?P<n>{_N})(?:(?P<ish>-ish)|-(?P<b>plus|odd)| (?P<bit>and a (?:bit|little)|and change))(?P<unit>(?: (?:trillion|"
    rf"billion|million|thousand))?(?: (?:per ?cent|zlotys?|euros?|dollars?|ro?ubles?|pounds?|kroner|kronor|forints?|"
    rf"soldiers|troops|men|points))?(?: of gdp)?)(?![\w-])",
    re.I,
)


def _once(m: re.Match[str]) -> str:
    return f"{'perhaps ' if m['maybe'] else ''}at least once{m['span'] or ''}".ljust(len(m.group()))


def _bound_behind(m: re.Match[str]) -> str:
    if not m["unit"]:
        return m.group()
    return f"{m['n']}{m['unit']}{m['ish'] or ' ' + (m['b'] or m['bit'])}"


def _on_the_year(text: str) -> str:
    """How prices stand above those of a year before, put as how they are up on the year."""
    if not _OF_PRICES.search(text):
        return text
    return _ON_THE_YEAR_BEFORE.sub(_up_on_the_year, text)


def _up_on_the_year(m: re.Match[str]) -> str:
    return f"{m['n']}{'up'.ljust(len(m['way']))}{m['mid']} on the year".ljust(len(m.group()))


_NOT_BUT = re.compile(  # "not 2.5 per cent of GDP on defence in 2030 but 2.2": the one that is meant
    r"\bnot (?P<first>[$€£]?\d[\d.,]*\d|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= "
    r"all))(?P<mid>(?:%| (?:per ?cent|all(?:ies|y)|members|billion|trillion)\b)(?:(?! but )[^,;:])*?),? but "
    r"(?P<last>[$€£]?\d[\d.,]*\d|\d|[a-z]+)(?P<unit>%| per ?cent| billion| trillion)?(?=[,.;]|$| (?:will|would|could|"
    r"are|were|in|by|on)\b)",
    re.I,
)
_MEANT_NUMBER = re.compile(
    r"[$€£]?\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen", re.I
)


def _meant(m: re.Match[str]) -> str:
    """The claim with its second figure in the first one's place, as long as it was; as it is where another follows."""
    if not _MEANT_NUMBER.fullmatch(m["last"]) or re.search(r"\b(?:not|than|from)\b", m["mid"], re.I):
        return m.group()
    return f"{m['last']}{m['mid']}".rjust(len("not ") + len(m["first"]) + len(m["mid"])).ljust(len(m.group()))


_CLEFT = re.compile(  # "2% of GDP: that is what Spain will spend": the figure, and of what it is one
    r"^(?P<figure>[^:;?]*(?:\d|per ?cent|million|billion|trillion)[^:;?]*?)(?P<cleft>: +(?:and )?(?:that|this)(?: is|"
    r"'s) (?:what|where|how (?:much|many)|(?=the \w+ (?:that|which) )))(?!.*\b(?:should|must|ought|needs?|have to|has "
    r"to|had to|supposed|more|wants?|wish\w*|demand\w*|critics?|claims?)\b)",
    re.I,
)


_THE_RULE = re.compile(  # of the EU's deficits; NATO's is a target: "break the three-per-cent rule"
    r"(?P<lead>\b(?:break|broke|breach|violat|flout|bust|exceed|infring|overstep|overshoot|(?:stay|keep|remain)\w* "
    r"(?:with)?in|compl\w+ with|meet|respect|observ|abid\w+ by)[a-z]*(?: (?:the|its|their|eu's|maastricht|treaty's))* "
    r")(?:3|three)[- ]per[ -]?cent[- ](?P<noun>rule|limit|ceiling)\b(?! (?:on|for|of) (?:defen|milit|infl|debt|"
    r"interest|wage|rent|spend|growth))",
    re.I,
)


def in_plain_print(text: str) -> str:
    """The text with each such wording of a year, a size and its bound put as the plain one, as long as it was."""
    text = _CLEFT.sub(lambda m: m["figure"] + " " * len(m["cleft"]), text)
    text = _NO_YEAR.sub(lambda m: "in no year".rjust(len(m.group())), text)
    text = _THE_RULE.sub(lambda m: f"{m['lead']}3% deficit {m['noun']}".ljust(len(m.group())), text)
    text = _A_YEAR_WHEN.sub(_once, text)
    text = _NEVER_A_TIME.sub(lambda m: f"at no {m['time']}".rjust(len(m.group())), text)
    text = _on_the_year(_RUN_OF_YEARS.sub("  ", text))
    text = _BOUND_IN_IT.sub(_bound_behind, _COOL.sub("full", unhyphened(text)))
    return _GROWS_BY_POINTS.sub(lambda m: m["lead"] + "%".ljust(len(m["points"])), text)


_MOVE = (
    r"(?:fall|fell|shrink|contract|declin|drop|decreas|narrow|eas|slow|ris|rose|grow|increas|climb|widen|"
    r"go(?:ne)? (?:up|down)|come "
    r"down|collaps|crumbl|stagnat|stand still|(?:be )?cut|(?:be )?reduced|(?:be )?frozen|recede|slump)\w*"
)
_DID_NOT = re.compile(  # "spending did not fall last year, whatever they say: it rose by 2%"
    rf"(?P<before>^\W*(?:[\w'-]+ ){{1,7}}?)(?P<not>(?:did|has|have|will|would|is|does)(?: not|n't)|"
    rf"won't) {_MOVE}(?P<when>(?: [\w'-]+){{0,6}}?)(?:, (?:whatever|no matter what|as|contrary to|despite "
    rf"what)\b[^,;:.]{{3,60}})?(?:[,;:] (?:but |rather,? |instead,? |on the contrary,? |in fact,? )?(?:it|"
    rf"they)(?:(?='ll|'s|'ve)| )|,? but (?:(?:it|they) )?)(?P<did>(?!(?:did|would|could|might|may|should|has not|will "
    rf"not|was not|is not|were|had)\b)[a-z']+(?: [\w'-]+){{0,4}}? (?:by|to|at) (?=[^,;:]*(?:\d|"
    rf"\b(?:{IN_WORDS})\b))[^;:]*$)",
    re.I,
)
_FAR_FROM = re.compile(rf"^(?P<lead>\W*)(?:far from|instead of|rather than) {_MOVE}, (?=[^,;:]*\d)", re.I)


def what_came_about(text: str) -> str:
    """The text with what came about in the place of what is said not to have, as long as it was."""
    text = _FAR_FROM.sub(lambda m: m["lead"].ljust(len(m.group())), text)
    m = _DID_NOT.search(text)
    if m is None or re.search(r"\d(?! ?(?:19|20)\d\d)", re.sub(r"\b(?:19|20)\d\d\b", "", m["before"] + m["when"])):
        return text
    return f"{m['before'].rstrip()}{m['when']} {m['did'].rjust(len(text) - len(m['before'].rstrip()) - len(m['when']) - 1)}"


def the_one_meant(text: str) -> str:
    """The text with the figure that is meant in the place of the one that is denied: "not 2.5 but 2.2"."""
    return _NOT_BUT.sub(_meant, text)
