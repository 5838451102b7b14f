"""How many of a group: "fewer than ten allies", "three in four members", "a minority", "all but two", "not all"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from overstretch.claims.reader.figures.number_words import ONES, TEENS
from overstretch.claims.reader.figures.numbers import FRACTIONS
from overstretch.questions import catalogue
from overstretch.statements.mentions.quantities import number

_UNITS = f"{ONES}|{TEENS}"
_DOZENS = {
    "a good dozen": 12,
    "a round dozen": 12,
    "a full dozen": 12,
    "a baker's dozen": 13,
    "a score": 20,
    "a dozen": 12,
    "half a dozen": 6,
    "a half-dozen": 6,
    "two dozen": 24,
}
_WORD = rf"(?:{'|'.join(_DOZENS)}|(?:twenty|thirty)(?:[- ](?:{_UNITS}))?|{_UNITS}|\d{{1,2}})"
_THING = (
    r"(?:(?:all |the |of |(?:nato|eu|alliance)(?:'s)? |(?:europe|union|bloc|continent)'s |european(?:[- ]union)? |"
    r"euro[- ]?(?:area|zone) |(?:single-)?currency |allied |other |member |baltic |nordic |(?:eastern[- ])?(?:flank|"
    r"front-?line) |thirty(?:-two)? |32 |30 |twenty(?:-seven)? |27 |21 |20 |(?:three|five) (?=(?:baltic|nordic|baltics|"
    r"nordics)\b))*(?:allies|members|member states|countries|states|governments|nations|capitals|economies|signatories|"
    r"baltics|nordics|europeans|republics|(?<=baltic )trio)(?: of the (?:alliance|european union|eu))?|(?<=one "
    r")(?:european |nato |baltic |nordic |other )?(?:ally|member|country|government|state)\b|(?:of|in|out of)(?: the)? "
    r"(?:32|27|thirty-two|twenty-seven|31)(?: of them)?|of us(?: allies)?\b)"
)
_ONE = (
    r"(?:(?:allied|nato|alliance|member|european|eu|baltic|nordic|eastern[- ]flank|flank|front-?line|euro[- ]?zone|"
    r"euro-?area) )*(?:ally|member|country|government|state|nation)"
)
_BEFORE = (
    ("<", r"fewer than|less than|under|below|beneath|not even"),
    ("<=", r"at (?:the )?(?:very )?most|no more than|not more than|up to|a maximum of"),
    (
        ">=",
        r"at (?:the )?(?:very )?least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
        r"a good|fully|a full|a whole",
    ),
    (">", r"more than|in excess of|over|above|beyond|upwards of|north of"),
    ("==", r"exactly|precisely|only(?! a few)|just"),
)
_BUT = r"(?:but|bar|save(?: for)?|except(?:ing)?(?: for)?|apart from|other than|minus)"
_BOUNDS = "|".join(words for _, words in _BEFORE)
_BOUND = rf"(?:(?P<bound>{_BOUNDS}) )?"


@dataclass(frozen=True)
class Counted:
    """A count with its place in the text: comparison and number, of a group."""

    start: int
    end: int
    op: str
    n: int | tuple[int, int] | str
    group: str = "ALLIES"
    contrary: bool = False  # "not all": the count is denied
    share: float | None = None  # of the group, where a part of it was said
    bare: bool = False  # a number alone: of a fact exactly so many, else at least
    exceptions: bool = False  # "all but two": so many do not meet it
    behind: tuple[int, int] | None = None  # where how many stands, when it is said at the end

    def of(self, size: int) -> int | tuple[int, int] | str:
        """How many of a group of this size."""
        if self.share is None:
            return self.n
        held = round(self.share * size, 6)
        down = self.op in (">", "<=") or (self.op == ">=" and self.share == 1 / 2)  # half of 23: 11 will do
        return int(held) if down else -int(-held // 1)


_BEHIND = (  # how many, said behind whom
    ("<=", r"at (?:the )?(?:very )?(?:most|outside|maximum)|or (?:fewer|less)|max(?:imum)?|tops|if that"),
    (">=", r"at (?:the )?(?:very )?(?:least|minimum)|or more|minimum|if not more"),
    (
        "==",
        r"(?:and )?no(?:t one)? more(?:,? (?:and )?no(?:t one)? (?:less|fewer))?|neither more nor (?:less|fewer)|"
        r"all told|exactly",
    ),
)
_TAIL = re.compile(
    rf"[ ,]{{1,3}}(?P<bound>{'|'.join(words for _, words in _BEHIND)})(?=\s*,|\s*$|\s+(?:will|would|could|may|might|"
    rf"are|is|were|was|have|has|had|spend|spent|can|should|to|by|in|of|meet|plan|aim|reach|do|did)\b|\s{{2}})",
    re.I,
)


def _bounded_behind(text: str, found: Counted) -> Counted:
    """With the bound behind it: "ten allies, at most"."""
    tail = _TAIL.match(text, found.end) if (found.bare or found.share is not None) and found.op == ">=" else None
    if tail is None or re.match(rf"(?:{_BOUNDS})\b", text[found.start : found.end], re.I):
        return found
    op = next(op for op, held in _BEHIND if re.fullmatch(held, tail["bound"], re.I))
    return replace(found, op=op, end=tail.end(), bare=False)


_TOTAL_OF = re.compile(
    r"\b(?:combined|total|joint|aggregate|collective|overall) (?:[\w-]+ ){0,3}(?:of|by) (?:the )?$", re.I
)
_PUT_TOGETHER = re.compile(
    r"\b(?:(?:taken|put|all) together|combined|collectively|jointly|between them|(?:^|  |[,;] )together),?\s+(?:the |"
    r"all |(?:[\w.]+|the alliance|the united states|the eu|the bloc)'s? )*$",
    re.I,
)
JOINTLY = re.compile(
    r"\s*(?:(?:of (?:nato|the alliance) )?(?:(?:will|would|could|may|to|are|have) )?(?:all )?(?:taken |put "
    r")?(?:together|combined|as a whole|as a group|collectively|jointly|between them|all told))\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:nearly|almost|close to|barely|virtually|practically|not quite|just short of|just about) (?:a )?$", re.I
)
_NEARLY = re.compile(r"\b(?:nearly|almost|about|around|roughly|close to|some|barely|the other) (?:a )?$", re.I)


def counted(text: str) -> Counted | None:
    """The count that a text states, or None; "all European allies together" is one amount, no count."""
    found = next(_stated(text), None)
    if found is None:
        return None
    put = _PUT_TOGETHER.search(text[: found.start])
    together = (
        put
        or JOINTLY.match(text, found.end)
        or text.startswith("'", found.end)
        or _TOTAL_OF.search(text[: found.start])
    )
    if (found.share is not None and _NEARLY.search(text[: found.start])) or (
        found.bare and found.share is None and _NOT_YET.search(text[: found.start])
    ):
        return None
    joint = found.n == "all" or (found.bare and (put is not None or _whole_group(text, found)))
    return None if together and joint else _bounded_behind(text, found)


LONGEST_OWNER = 24  # characters of "the United States' "
_SIZES = {
    31: r"\b(?:america|washington|u\.s\.|us|united states)(?:'s?) \S+ |\bbesides america\b|\bnon-us\b",
    30: r"\beuropean\b|\bin europe\b|\beurope's\b",
    27: r"\beu\b|\beuropean union\b|\bunion's\b|\bbloc's\b",
    20: r"\beuro[- ]?(?:zone|area)\b|\bcurrency\b",
    21: r"\beuro[- ]?(?:zone|area)\b|\bcurrency\b",
}


def _whole_group(text: str, count: Counted) -> bool:
    """Whether so many are all there are of the group: "the three Baltic states", "NATO's 32 members"."""
    words = text[count.start : count.end].lower()
    if (named := _SIZES.get(count.n if isinstance(count.n, int) else 0)) is not None:
        return re.search(named, text[max(0, count.start - LONGEST_OWNER) : count.end], re.I) is not None
    size = {3: "baltic", 5: "nordic", 32: ""}.get(count.n if isinstance(count.n, int) else 0)
    return size is not None and size in words and (size != "" or not re.search(r"baltic|nordic|eu\b|europe", words))


def _stated(text: str) -> Iterator[Counted]:
    """The counts that the words may state, the one that is meant first."""
    for words, rule in _RULES:
        if (m := words.search(text)) and (found := rule(m)) is not None:
            yield found


def _op(words: str | None, alone: str) -> str:
    """The comparison of the words before a number; without words, or with words that only stress it, that of the number
    alone."""
    return next((op for op, held in _BEFORE if words and re.fullmatch(held, words, re.I)), alone)


def _all(m: re.Match[str]) -> Counted:
    return Counted(*m.span(), "==", "all")


def _at_the_end(m: re.Match[str]) -> Counted:
    alone = ">=" if m["up"] or " reach" in m["n"].lower() else "<=" if m["down"] else "=="
    op = "<=" if m["not"] or m["most"] else ">" if m["over"] else ">=" if m["least"] else _op(m["bound"], alone)
    return Counted(*m.span(), op, _value(m["many"]), behind=m.span("n"))


def _range(m: re.Match[str]) -> Counted | None:
    low, high = _value(m["low"]), _value(m["n"])
    return Counted(*m.span(), "between", (low, high)) if low < high else None


def _ratio(m: re.Match[str]) -> Counted | None:
    few, many = _value(m["n"]), _value(m["of"])
    return Counted(*m.span(), _op(m["bound"], ">="), few, share=few / many) if few < many else None


def _part(m: re.Match[str]) -> Counted:
    if m["way"]:
        share = FRACTIONS[(m["part"] or f"a {m['nth']}").lower().replace("-", " ")] / 100
        return replace(_share(m, share), op=">=" if "more" in m["way"] else "<=")
    return _share(m, FRACTIONS[(m["part"] or f"a {m['nth']}").lower().replace("-", " ")] / 100)


def _share(m: re.Match[str], share: float) -> Counted:
    return Counted(*m.span(), _op(m["bound"], ">="), round(share * len(catalogue.members("ALLIES"))), share=share)


def _every_nth(m: re.Match[str]) -> Counted:
    share = 1 / 2 if m["other"] else 1 / (_EACH_NTH.split("|").index(m["nth"].lower()) + 3)
    return Counted(*m.span(), ">=", round(share * len(catalogue.members("ALLIES"))), share=share)


def _half(m: re.Match[str]) -> Counted:
    op = ">" if m["most"] else "<"
    return Counted(*m.span(), op, len(catalogue.members("ALLIES")) // 2, share=0.5)


_NTH = "|".join(words[2:] for words in FRACTIONS if words.startswith("a "))
_SEVERAL = "|".join(words.replace(" ", "[ -]") for words in FRACTIONS if not words.startswith(("a ", "one ")))
_EACH_NTH = "third|fourth|fifth"
_SOME = r"(?:allies|ally|members?(?: states?)?|countr(?:y|ies)|states?|governments?|nations?)"
_ENDS_AT = (  # to how many a number comes
    r"(?:(?:will|would|is|was|to|has|have|should) )*(?:(?:be|stand at|reach|total|come to|been|is|was|remain|stay|"
    r"(?P<over>exceed|top|surpass)|(?P<not>(?:won't|will not|would not|not|never) exceed)|(?P<up>(?:rise|grow|climb|"
    r"increase|go up|swell)(?: (?:from \w+ )?to)?)|(?P<down>(?:fall|drop|decline|shrink|go down|sink)(?: (?:from \w+ "
    r")?to)?)))"
)
Rule = Callable[[re.Match[str]], "Counted | None"]
_ROWS: tuple[tuple[str, Rule], ...] = (
    (  # "the number of members above 3% will be at most ten", "will fall below ten"
        rf"\b(?:the )?(?:number|tally|count|total) of (?P<thing>{_THING})\b(?=.{{3,100}}?(?P<n>\s(?:{_ENDS_AT} )"
        rf"{_BOUND}(?P<many>{_WORD})(?: (?P<least>at (?:the )?least|or more)|(?P<most> at (?:the )?(?:very )?most| or "
        r"(?:fewer|less)))?)(?=\s*(?:[,.;]|$|\s\s|(?:in|by|next|this) )))",
        _at_the_end,
    ),
    (  # "ten or more allies"
        rf"\b(?P<n>{_WORD}) or (?P<way>more|fewer|less)(?: of)? {_THING}",
        lambda m: Counted(*m.span(), ">=" if m["way"].lower() == "more" else "<=", _value(m["n"])),
    ),
    (  # "three quarters of the allies", "70% of members"
        rf"\b{_BOUND}(?P<pct>\d{{1,2}}) ?(?:%|per ?cent) of {_THING}(?!')",
        lambda m: _share(m, float(m["pct"]) / 100),
    ),
    (  # "one ally in three", "every fourth member"
        rf"\b{_BOUND}(?P<n>{_UNITS}) {_SOME} (?:in|out of) (?:every )?(?P<of>{_UNITS}|\d{{1,2}})(?! ?(?:%|\w*illion|"
        r"years?|months?|cent|per))\b",
        _ratio,
    ),
    (rf"\bevery (?:(?P<other>other|second)|(?P<nth>{_EACH_NTH})) {_ONE}\b", _every_nth),
    (  # "ten to fourteen allies", "anything between six and eight members"
        rf"\b(?:(?:any|some)(?:thing|where) )?(?:from |(?P<two>between ))?(?P<low>{_WORD})(?(two) and |(?: to | or |"
        rf"-))(?P<n>{_WORD})(?: of)? {_THING}",
        _range,
    ),
    (  # "at least nine out of ten members"
        rf"\b{_BOUND}(?P<n>{_UNITS}|\d) (?:in|out of) (?:every )?(?P<of>{_UNITS}|\d{{1,2}}) {_THING}",
        _ratio,
    ),
    (
        rf"(?<!\bno )(?<!\bnot )\b(?P<bound>{_BOUNDS}) (?P<n>{_WORD})(?: of)? {_THING}",
        lambda m: Counted(*m.span(), _op(m["bound"], "=="), _value(m["n"])),
    ),
    (
        rf"\b(?P<n>{_WORD}) (?:{_THING}) at (?:the )?(?:very )?(?P<way>most|least|best)",
        lambda m: Counted(*m.span(), ">=" if m["way"].lower() == "least" else "<=", _value(m["n"])),
    ),
    (
        r"\bof (?:the )?(?:alliance's |nato's |europe's )?(?:(?:32|thirty-two|30|thirty|27) (?:members|allies)|32|"
        rf"thirty-two)\b,?\s+{_BOUND}(?P<n>{_WORD})\b(?! per)",
        lambda m: Counted(*m.span(), _op(m["bound"], ">="), _value(m["n"]), bare=m["bound"] is None),
    ),
    (
        rf"\b(?:(?:all|every(?: single)? one|each(?: one)?) of {_THING}|(?:all|every) (?:{_THING}|{_ONE})|all) {_BUT} "
        rf"(?P<n>{_WORD})(?: of)?(?: {_THING})?",
        lambda m: Counted(*m.span(), "==", _value(m["n"]), exceptions=True),
    ),
    (rf"\b(?:not all|not every)(?: of)? (?:{_THING}|{_ONE})", lambda m: Counted(*m.span(), "==", "all", contrary=True)),
    (
        rf"\b(?:(?:none|neither|not one|not a single one|zero|nil|nought|not so much as one|nobody|no one)(?: out of| "
        rf"of| among(?:st)?)|nary a one of) {_THING}|\b(?:no(?! state to\b)|zero|not a single|not one) (?:other "
        rf")?(?:{_ONE}|(?:european |nato |baltic |nordic |eu )*(?:army|allies|members|member states|countries|states|"
        rf"governments|nations))\b|\b(?:among the (?:nordics|baltics|allies), )?nobody(?=(?:,[^,.;]{{1,40}},)?\s+will "
        rf"be\b)",
        lambda m: Counted(*m.span(), "==", 0),
    ),
    (  # "nowhere on the eastern flank will debt be as high as in"
        r"(?<!almost )(?<!nearly )(?<!virtually )(?<!practically )\bnowhere (?:else )?(?:in|on|inside|within|across|"
        r"along)(?= (?:the |all of )?(?:alliance|nato|european union|eu|union|europe|continent|euro[- ]?(?:area|zone)|"
        r"nordics?|baltics?|(?:alliance's |nato's )?eastern flank|bloc)\b)",
        lambda m: Counted(*m.span(), "==", 0),
    ),
    (
        r"\b(?:nobody|no one|none|not one|not a soul) (?:else )?(?:in|of|inside) (?:the )?(?:alliance|nato|european "
        r"union|europe|club|32|allies|members|nordic group|nordics|baltics|eu|euro area|eastern flank)\b",
        lambda m: Counted(*m.span(), "==", 0, "EUROPE" if m.group().lower().endswith("europe") else "ALLIES"),
    ),
    (rf"\ball (?:three|five|thirty-two|32) {_THING}", _all),
    (
        rf"\b{_BOUND}(?:(?:(?:a|one) |(?<=good ))(?P<nth>{_NTH})|(?:a )?(?<!european )(?P<part>{_SEVERAL}))(?P<way> or "
        rf"(?:more|fewer|less))? (?:out )?(?:of )?(?:{_THING}(?!')|(?:europe|nato|the alliance|the continent)\b(?!'| "
        rf"(?:defen|milit|spend|arms|total|all)))",
        _part,
    ),
    (
        rf"\b(?P<most>most|(?:a|the) (?:(?:vast|great|large|overwhelming|clear|broad|solid|comfortable|slim|narrow|"
        rf"bare|sizeable|strong|absolute|simple) )?majority|the (?:(?:vast|great|overwhelming|sheer) )?bulk|the "
        rf"(?:lion's|greater|larger|better|biggest|largest) (?:share|part)|more than half)(?: of (?:{_THING}|(?:nato|"
        rf"the (?:alliance|eu|european union|nordics|baltics|eastern flank))(?=(?:,[^,]+,)? (?:will|would|is|are|has|"
        rf"have|had|spen\w+|could|may)\b))| {_THING})",
        _half,
    ),
    (
        r"\b(?P<most>(?!x)x)?(?:only a few|a few|so few|very few|precious few|few|(?:hardly|scarcely|barely) any|"
        r"(?:(?:only|no more than|little more than|just|at most) )?a (?:mere |small )?"
        rf"handful|(?:only |just )?(?:a|the) (?:(?:small|tiny|mere|clear|shrinking|dwindling|distinct) "
        rf")?minority)(?: of)? (?:{_THING}|(?<=any ){_ONE})",
        _half,
    ),
    (
        rf"\b(?:every (?:(?:single|last) )?one|each(?: and every)?(?: one)?|the whole|the entirety|all|the totality|"
        rf"one and all|the full (?:set|complement|roster|contingent))(?:,? (?:without (?:a single )?exception|bar none|"
        rf"with no exceptions?|no exceptions))?,? (?:out )?of {_THING}",
        _all,
    ),
    (
        rf"\b(?<!not )(?<!even )(?:an?|one|the) (?:(?:solitary|lone|sole|single|single solitary) )+(?:one |member |"
        rf"state |country |ally )?(?:out )?(?:of |among |amongst |in )?(?:{_THING}|{_ONE})",
        lambda m: Counted(*m.span(), "==", 1),
    ),
    (
        rf"\b(?:(?:all(?: of)?(?: the)?|every|each) (?:{_THING}|{_ONE})[ ,]{{1,3}}(?:without exception|bar none|with "
        rf"no exceptions?)|(?:everyone|everybody) (?:in|inside) (?:nato|the alliance))\b",
        _all,
    ),
    (
        rf"\ba (?P<size>single|double)-digit number of {_THING}",
        lambda m: Counted(*m.span(), "<" if m["size"].lower() == "single" else ">=", 10),
    ),
    (
        rf"\b{_THING}(?: (?:will|would|are|were|is|have|had|could|may|might|must|can|should))? (?:all|each)\b(?! (?:of|"
        rf"the|but|together|told)\b)|\ball 32\b(?! (?:together|combined))",
        _all,
    ),
    (rf"\b(?P<n>{_WORD})(?: of)? {_THING}", lambda m: Counted(*m.span(), ">=", _value(m["n"]), bare=True)),
    (
        rf"\b(?:all|every(?: single| last)?|each(?: and every)?)(?: {_WORD})?(?: of)? (?:{_THING}|{_ONE})|\bthe whole "
        rf"of european nato",
        _all,
    ),
)
_RULES = tuple((re.compile(words, re.I), rule) for words, rule in _ROWS)


def _value(text: str) -> int:
    return _DOZENS.get(text.lower()) or int(number(text.lower()))
