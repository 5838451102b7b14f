"""The limit that a claim compares with: operator and figure, by comparators, verbs and the kind of sentence."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.figures.comparators import bound_behind
from overstretch.claims.reader.figures.numbers import figures
from overstretch.claims.reader.series import series_words as sw
from overstretch.claims.reader.vocabulary import Mention

NEAR = 34  # characters between a comparator and its figure
_ABOUT_VERB = re.compile(
    r"\b(?:peak(?:s|ed|ing)? at|top(?:s|ped)? out at|clock(?:s|ed)? in at|land(?:s|ed)? (?:at|on)|(?:end|wind)(?:s|"
    r"ed)? up (?:at|with)|hover(?:s|ed|ing)? (?:at|around|near)|com(?:e|es|ing) out at|level(?:s|led)? off at|(?:end|"
    r"finish|close|start|open|begin)(?:s|ed|ing)? (?:the |this |next )?(?:year|month|decade|quarter|\d{4}) at|"
    r"bottom(?:s|ed)? out at|plateau(?:s|ed)? at|equal(?:s|led)?|footing|shouldering|make(?:s)? up|(?:eye|target|"
    r"pencil|foresee|envisage|anticipate|forecast|project)(?:s|ed|ing)? (?:[\w' ]{1,40} )?(?:of|at)|(?:will|would|"
    r"'ll|going to|gonna|(?:likely|set|bound|sure|certain|due) to) be|(?:is|are|am) (?:now |currently |"
    r"already |still )?(?:spending|devoting|allocating|paying|doing(?: like)?)|"
    r"(?<=\w)'(?:s|re|m) (?:now |currently |already )?(?:spending|doing)(?: like)?|(?:is|are) seen at|seen at|(?:puts?|"
    r"sees?|pegs?) (?:[\w'-]+ ){0,5}at|an average of|in the neighbourhood of|(?:sits?|sat|stands?|stood|settles?) "
    r"(?:at|around)|comes? (?:to|in at)|came (?:to|in at)|amount(?:s|ed)? to|averag\w+|at (?:a mere|the level of)|has "
    r"(?:\w+ )?at|(?:rising|growing|running|increasing|expanding|climbing) at (?:an? )?(?:annual |yearly )?(?:rate of |"
    r"pace of )?|(?:keep|kept|held|hold|maintain|leave|left|remain|stay|stuck|trade)s? (?:[\w']+ ){0,6}?at|be at "
    r"(?=\d)|works? out at|(?:is|was|are|were|put) at|(?:expected|projected|forecast|estimated|anticipated) (?:to be|at)|"
    r"eased? to|slow(?:s|ed)? to|executed in|accounts? for|footed|owe[sd]?|pencil(?:s|led)? in|earmark(?:s|ed)?|sets? aside|setting aside|"
    r"(?:is|are) down for|(?<!could be )(?<!may be )(?<!might be )an? (?:\w+ ){0,2}?(?:deficit|surplus|shortfall|hole|"
    r"gap|budget|rate) of|takes? up|total(?:s|l?ed)?)\s*(?:the |a |an |some |only |just |barely |a mere |a round |a "
    r"sum of |about |around |roughly |slightly |in \d{4} with a deficit of )*$",
    re.I,
)
_MEANT_TO = re.compile(
    r"\b(?:is|are) (?:(?:meant|due|supposed|planned|scheduled|intended|set|slated) )?to (?:stand|be|number|"
    r"lie) at (?:about |around )?$",
    re.I,
)
_HAVE_AT = re.compile(r"\b(?:have|get|put|bring) (?:[\w']+ ){1,5}?at (?:about |around )?$", re.I)
_NOT_SEEN = re.compile(
    r"(?: of gdp)? (?:will not|won't|would not|is not going to) be (?:seen|reached|hit|attained)\b", re.I
)
_PAPER = (
    r"\b(?:draft|budget|plan|bill|law|fund|forecast|scenario|baseline|institute|bank|ministry|commission|IMF|"
    r"OECD) (?:now )?(?:has|had)\b"
)
_HAS_IT_MOVE = re.compile(
    rf"{_PAPER} (?:[\w'-]+ ){{1,6}}?(?:shrink|grow|ris|fall|expand|contract|climb|drop|declin)(?:e|ing)?\b|"
    rf"{_PAPER}\W*$",
    re.I,
)


def of_a_paper(draft: Draft, end: int) -> bool:
    """Whether a figure that ends there is what a paper or a body has something move by: "the draft has it shrink"."""
    return any(_HAS_IT_MOVE.search(words) for words in (draft.text[:end], draft.report))


_IN_DEFICIT = re.compile(
    r"(?: of gdp)?\s*(?:in (?:the )?(?:red|hole|deficit)|short|more than (?:it|they) (?:t\w+|g[eo]ts?|br\w+) in)\b",
    re.I,
)
_PRICED = re.compile(  # what somebody has to pay, and decides upon nothing
    r"\b(?:cost(?:s|ing)?|fetch(?:es|ed|ing)?|sells? for|sold for|selling for|pay(?:s|ing)?|"
    r"chang\w+ hands (?:at|for)|be worth|buys?|"
    r"trad\w+ (?:at|for)|sets? you back) (?:(?-i:[A-Z])\w+ |you |only |just |about |around |roughly |some )*$",
    re.I,
)
_MET = re.compile(
    r"\b(?:(?:clear|meet|me?t|pass|cross)(?:ed|s|ing|es)?|live[sd]? up to) (?:the |a |their |its )?(?:(?:[\w-]+ )?"
    r"(?:guideline|target|goal|bar|benchmark|mark|line|pledge) of )?$",
    re.I,
)
_MANAGED = re.compile(
    r"\b(?:manage[sd]?|(?:been|was|were) able) to (?:spend|devote|invest|allocate|reach|hit) (?:the |a |its )?$", re.I
)
_BAR = re.compile(
    r"(?: of gdp)?[ -](?:bar|mark|target|guideline|threshold|line|goal|benchmark|norm|pledge|hurdle|club|minimum)\b",
    re.I,
)
_LEADS_TO = r"\b(?:[^.;]|\.(?=\d)){0,50}?\bto\s*(?:about |around )?$"
_DOWNTO = re.compile(
    r"\b(?:narrow|narrows|narrowed|ease|eases|trim|decline|declines|decrease|dip|dips|slow|slows|firm|strengthen|"
    r"appreciate|cut|cuts|fall|falls|fell|drop|drops|slip|slips|shrink|shrunk|lower|reduce|reduced|down|"
    rf"sink){_LEADS_TO}",
    re.I,
)
_TO = re.compile(
    r"\bto (?:the |a |an |as little as |as low as |about |around |roughly |nearly |just |only |some |barely |a mere |"
    r"an estimated )*$",
    re.I,
)
HIGH = ("INFLATION", "RATE", "DEFICIT", "DEBT", "UNEMPLOYMENT")  # what is brought to a figure from above
OUTTURNS = (
    "GROWTH",
    "INFLATION",
    "DEFICIT",
    "DEBT",
    "UNEMPLOYMENT",
)  # what comes about and is not decided: its forecast is a figure, no aim
LEVELS = (*OUTTURNS, "RATE", "YIELD", "FX", "OIL", "BRENT")  # what stands at a figure, in a forecast
_OPEN_ENDED = re.compile(
    r"\b(?:could|may|might|can|aims?|wants?|plans?|goal|target\w*|bring\w*|brought|push\w*|cut|reduce\w*|get|got|"
    r"back)\b",
    re.I,
)
_BROUGHT = re.compile(rf"\b(?:bring|brings|brought|push|pushes|pushed){_LEADS_TO}", re.I)
SOME = r"(?:only |just |about |around |some |roughly |nearly )*$"
_DOWN_AT = re.compile(rf"\b(?:down|lower) at {SOME}", re.I)
_AT = re.compile(rf"\bat {SOME}", re.I)
_WAS_AT = re.compile(rf"\b(?:was|were) (?:back )?(?:down|up) (?:to|at) {SOME}", re.I)
_BE_AT = re.compile(rf"\bbe (?:still |now )?at {SOME}", re.I)
_BACK_AT = re.compile(rf"\bbe (?:right )?back at {SOME}", re.I)
_ONLY = re.compile(r"\b(?:only|just|merely|a mere|a meagre|a modest) $", re.I)
_OF = re.compile(rf"\bof {SOME}", re.I)
_VERB = re.compile(
    r"\b(?:will|would|shall|could|may|might|can|is|are|was|were|be|been|being|to|stay\w*|remain\w*|hold\w*|keep\w*|"
    r"spen(?:ds?|t)|get|gets|arriv\w*|land\w*|'ll)\b",
    re.I,
)
_WIDEST = 60  # characters between a verb of change and the level it leads to
REVISED = re.compile(  # a forecast that is changed says what is now expected
    r"\b(?:cut|lower(?:s|ed)?|rais(?:es?|ed)|revis(?:es?|ed)|upgrad(?:es?|ed)|downgrad(?:es?|ed)|trim(?:s|med)?|"
    r"slash(?:es|ed)?|lift(?:s|ed)?|increas(?:es?|ed)|nudg(?:es?|ed)|improv(?:es?|ed)|worsen(?:s|ed)?|adjust(?:s|"
    r"ed)?)(?: [\w'-]+){0,6}? (?:forecast|projection|estimate|outlook|prediction|expectations?|assumption)s?\b",
    re.I,
)
_REVISER = r"(?-i:[A-Z])[\w.&'’-]*|of|for|and|ministry|bank|central|finance|economy|institute"
_WHO_REVISES = re.compile(
    rf"\W*(?:the |both )?(?:{_REVISER})(?: (?:the |{_REVISER}))*(?: (?:has|have|had|also|again|recently|sharply))* ",
    re.I,
)
_FROM_TO = re.compile(r"\bfrom (?P<was>[^,;]{1,60}?) to (?:about |around |just |only |roughly |nearly )*$", re.I)
_PUSHED = re.compile(  # "pushed inflation up to 9%": a figure reached
    r"\b(?:push|dr[oi]ve|lift|rais|sen[dt]|br[oi](?:ng|ught)|pull|shot|shove|carr|went|rose|climb|mov)\w*"
    r"(?: [\w'-]+){0,5} up to (?:[a-z]+ )?$",
    re.I,
)
_UPTO = re.compile(
    r"\b(?:by as much as|as much as|as deep as|as high as|as low as|as little as|as few as|up to)\s*$", re.I
)


_AT_MOST = re.compile(  # "will spend up to", "will rise by up to": no more than that
    r"(?:^\W*|\b(?:spen(?:ds?|t)|(?:is|are|be) spending|be|is|are|was|were|reach(?:es)?|of|to|by|ha(?:ve|s|d)|runs?|"
    r"totals?|costs?|devotes?|invests?|allocates?|puts?|averages?)\s+)$",
    re.I,
)
_OR_WORSE = re.compile(
    r"\b(?:could|may|might|can|not|never|hardly|unlikely|nobody|cannot|neither|nor|no|none|few)\b|n't\b", re.I
)
_WILL_GO = re.compile(
    r"[\w' -]{0,40}?\b(?:will|is to|are to) (?:soon |then |now )?(?:be )?(?:go|going|flow|flowing|spent|devoted|"
    r"set aside)\b",
    re.I,
)


def _beside(draft: Draft, figure: Mention) -> str | None:
    """The comparator that stands before the figure, or the bound behind it."""
    for c in draft.comparators:
        gap, after = draft.text[c.end : figure.start], draft.text[figure.end : c.start]
        leads = c.end <= figure.start and len(gap) <= NEAR and not _PARTED.search(gap)
        if leads or (c.start >= figure.end and len(after.strip()) <= 12 and _FOLLOWS.match(draft.text, figure.end)):
            draft.use(c.start, c.end, "comparator")
            return c.op
    if (bound := bound_behind(draft.text, figure.end)) is not None:
        words = re.search(r"[\w+ ]+$", draft.words(bound))
        draft.use(bound.start + (words.start() if words else 0), bound.end, "comparator")
        return bound.op
    return ">=" if re.search(r"[- ](?:figures|digits?)$", figure.text, re.I) else None  # "in double digits"


_PARTED = re.compile(r"[.;,:]|\d|\bto\b|\b(?:will|would) \w|'(?:d|ll) \w")
_FOLLOWS = re.compile(
    r"\s*(?:of gdp )?(?:or (?:less|more|better|worse|below|above|over|under|\w+er)\b|at most|at least)", re.I
)


def _up_to(draft: Draft, figure: Mention, before: str, upto: re.Match[str], fact: bool) -> str:
    """'As low as 2%', "up to 3%": at most where it is spent or happens, at least where it is aimed at or could be worse."""
    if re.search(r"\b(?:low|little|few) as\s*$", before, re.I):
        return "<="
    words, worse = upto.group().lower(), _OR_WORSE.search(before)
    if fact and words.startswith("up") and _PUSHED.search(before) and not worse:
        return "about"  # "pushed inflation up to 9%"
    if worse or not (words.startswith("by ") or _AT_MOST.search(before[: upto.start()])):
        return ">="
    draft.use(figure.start - len(before) + upto.start(), figure.start, "comparator")
    return "<="


def operator(draft: Draft, figure: Mention, fact: bool) -> str:
    """< <= about >= >: the comparator beside the figure, else what the verb means: a forecast is about, an aim or a
    pledge at least."""
    if (beside := _beside(draft, figure)) is not None:
        return beside
    before = re.sub(r" {3,}", " ", draft.text[: figure.start])  # what another claim holds is blanked
    if (upto := _UPTO.search(before)) is not None:
        return _up_to(draft, figure, before, upto, fact)
    if revised := REVISED.search(draft.text):
        who = _WHO_REVISES.fullmatch(draft.text[: revised.start()])
        draft.use(0 if who else revised.start(), revised.end(), "forecast")
        return "about"
    outturn = draft.foretold and draft.has(*OUTTURNS) and not draft.committed
    forecast = outturn and _TO.search(before) and not _OPEN_ENDED.search(before)
    if held := _HELD_TO.search(before):
        return "about" if held["keep"] and held["at"] else "<="
    if _WAS_AT.search(before):
        return "about"
    if _falls_to(draft, figure, before) or _DOWN_AT.search(before):
        return "about" if fact or forecast else "<="
    if _MET.search(before) or (
        fact
        and re.search(r"\b(?:reach|hit|join|get to|got to|made it to)\w* (?:the |a )?$", before, re.I)
        and _BAR.match(draft.text, figure.end)
    ):
        return ">="
    if fact and _MANAGED.search(before):
        return ">="
    if not fact and _GETS_TO_TARGET.search(before):
        return ">="
    aimed = _MEANT_TO.search(before) or (draft.committed and _HAVE_AT.search(before))
    if (aimed and not fact and not draft.has(*LEVELS)) or _NOT_SEEN.match(draft.text, figure.end):
        return ">="
    forecasts = draft.foretold and not draft.committed and draft.has(*LEVELS)
    stands = _AT.search(before) or (draft.has(*LEVELS, "OILGAS", "FUND") and _OF.search(before))
    if _BACK_AT.search(before) or (forecasts and _BE_AT.search(before)) or (stands and not _VERB.search(before)):
        return "about"  # "the bank sees the gap at 4%", "expects inflation of 4%"
    if re.search(r"\b(?:(?:be|is|are|was|were|'s) on|was|were) $", before, re.I):
        return "about"
    if draft.has("RATE") and not draft.has("UP", "DOWN") and _GOES_TO.search(before):
        return "about"  # "the key rate will go to 12%": from above or from below
    if draft.committed and not fact and (not before.strip() or re.search(r"\w {2}$", before)):
        return ">="
    short = draft.has("DEFICIT") and _IN_DEFICIT.match(draft.text, figure.end)
    priced = draft.has("FX", "OIL", "BRENT", "YIELD") and _PRICED.search(before)
    if (
        _ONLY.search(before)
        or of_a_paper(draft, figure.start)
        or ((short or priced) and not _OPEN_ENDED.search(before))
    ):
        return "about"  # no more than that, and no aim
    if (
        not fact
        and re.search(r"^\s*$|\w {2}$", before)
        and draft.has("MIL", "SPEND")
        and _WILL_GO.match(draft.text, figure.end)
    ):
        return ">="  # "3% of GDP will go to defence"
    if not fact and not draft.has(*LEVELS) and _ARRIVES.search(before):
        return ">="
    if forecast or _ABOUT_VERB.search(before) or fact or not before.strip() or re.search(r"\w {2}$", before):
        return "about"
    return ">="


_HELD_TO = re.compile(
    rf"\b(?:(?P<keep>keep|kept|hold|held)s?|(?:limit|confine|restrict|cap|contain)(?:s|p?ed|d)?)\b(?! back)"
    rf"[^.;,]{{0,50}}?\b(?:to|(?P<at>at)) {SOME}",
    re.I,
)
_ARRIVES = re.compile(rf"\barriv\w* at {SOME}", re.I)
_GOES_TO = re.compile(
    rf"\b(?:go(?:es|ing)?|went|head(?:s|ed|ing)?|mov(?:e[sd]?|ing)|get(?:s|ting)?|got|shift\w*|rates?)(?: back| over)? "
    rf"(?:to|for|towards?) {SOME}",
    re.I,
)
_GETS_TO_TARGET = re.compile(  # "gets to the core target of 3.5%"
    r"\b(?:reach(?:es)?|hits?|meets?|attains?|gets? to|makes? it to|arrives? at) (?:[\w'-]+ ){0,4}?(?:target|goal|"
    r"mark|guideline|benchmark|line|pledge|norm)(?: of)? $",
    re.I,
)


def _falls_to(draft: Draft, figure: Mention, before: str) -> bool:
    """Whether the verb that leads to the figure goes down ("bring it down to 3%", "the gap will narrow to 3%")."""
    if (
        (led := _FROM_TO.search(before))
        and len(was := figures(led["was"], [])) == 1
        and isinstance(figure.value, float)
    ):
        return isinstance(was[0].value, float) and was[0].value > figure.value
    rouble = draft.has("FX") and not re.search(r"\b(?:dollar|greenback)s?\b", before, re.I)
    if _DOWNTO.search(before) or (_BROUGHT.search(before) and draft.has(*HIGH)):
        return not (
            rouble and re.search(r"\b(?:weaken|slid|slip|fall|fell|drop|sink|lose|dip|declin)\w*\b", before, re.I)
        )
    if not _TO.search(before):
        return False
    ways = [m for m in draft.all_of("UP", "DOWN") if figure.start - _WIDEST < m.start and m.end <= figure.start]
    return (
        bool(ways)
        and ways[-1].kind == ("UP" if rouble else "DOWN")
        and not re.search(r"[.;:]\s", draft.text[ways[-1].end : figure.start])
    )


def got_to(draft: Draft, figure: Mention) -> bool:
    """'Reached 2 per cent': of a level that somebody works towards, at least."""
    return bool(
        re.search(
            r"\b(?:reach(?:ed|es)?|hit|got (?:\w+ )?to|ma(?:de|kes?) it to|arriv(?:ed|es) at|joined|crept to|"
            r"scraped to) (?:the |a )?$",
            draft.text[: figure.start],
            re.I,
        )
    )


def value_of(figure: Mention) -> float | tuple[float, float]:
    """A figure's number or range, money without its currency."""
    held = figure.value
    if figure.kind == "money":
        held = held[1]  # type: ignore[index]
    return held  # type: ignore[return-value]


HEDGES = (
    r"(?:as much as |at least |at most |(?:no |not )?(?:more|less) than |upwards of |about |around |roughly |nearly |"
    r"almost |some |up to |a further |another |only |just |barely |an |a |estimated |original |planned |initial |mere |"
    r"little |over |well |total of |total |cumulative |combined |overall |grand total of |whopping |massive |hefty )*"
)
_SIZE_BEFORE = re.compile(
    r"\b(?:extra|additional|another|a further|by|adds?|added|gain(?:s|ed)?|lost|loses?|(?:cut|rise|increase|drop|"
    r"fall|reduction|hike|decline|jump|trim|growth)(?: in (?:[\w'-]+ ){1,5}?)? ?of|(?:ris|increas|declin|decreas)(?:es?|ed|ing)|rose|gr[eo]ws?|"
    r"fell|falls?|shr[ai]nks?|jump(?:s|ed)?|climb(?:s|ed)?|drop(?:s|ped)?|soar(?:s|ed)?|surg(?:es?|ed)|"
    r"(?<!take )(?<!takes )(?<!is )(?<!are )(?<!eat )(?<!eats )(?<!swallow )(?<!swallows )(?<!soak )(?<!soaks "
    r")(?<!gobble )(?<!make )(?<!makes )(?<!end )(?<!ends )(?<!wind )(?<!winds )(?<!put )(?<!puts )(?:up|down)|"
    rf"contract(?:s|ed)?|expand(?:s|ed)?) {HEDGES}$",
    re.I,
)
ADVERBS = (
    "fewer",
    "bigger",
    "larger",
    "greater",
    "wider",
    "narrower",
    "above",
    "more",
    "less",
    "higher",
    "lower",
    "up",
    "down",
    "smaller",
    "cheaper",
    "additional",
    "extra",
)
_MOVED_BY = re.compile(  # "raised its defence spending 12%"
    rf"\b(?:rais|lift|increas|boost|hik|grow|expand|cut|reduc|trim|slash|lower|decreas|upp)(?:e|es|ed|s|ting|"
    rf"ing)?(?:ped)? (?:(?:its|the|their|our|annual|national|[A-Z][a-z]+'s) )*(?:defen[cs]e|military|army|armed "
    rf"forces) (?:spending|budget|outlays|expenditures?|bill) {HEDGES}$",
    re.I,
)
_ONLY_NEAR = re.compile(rf"\s+(?:by )?{HEDGES}", re.I)
_OF_A_VERB = re.compile(  # its particle, and no way that anything goes: "stump up 3%"
    rf"\b(?:giv|gav|cough|stump|pony|pon|ante|front|swallow|mop|suck|hoover|gobbl|us|chew|snap|fre|rack|notch|chalk|"
    rf"clock|tot|add|total|sum|serv|dig|drum|scrap|sav|stor|ti|lock|rustl|cook|dream|conjur|lin|sign|stash|salt|pay|"
    rf"paid|put|set|lay|laid|writ|wrot|not|jot|mark|run|ran|turn|touch|let|sop|soak|lap|eat|ate)(?:e|es|ed|d|s|en|ing|"
    rf"ies|ied|ten|ting|ning)? (?:up|down) {HEDGES}$",
    re.I,
)
_IS_UP = re.compile(rf"\b(?:is|are) (?:\w+ )?(?:up|down) {HEDGES}$", re.I)
_SIZE_AFTER = re.compile(
    r"(?: of gdp| (?:a|per) barrel)?(?: (?:troops|soldiers|men|personnel|servicemen))?,? (?:more|higher|less|lower|"
    r"fewer|up|down|smaller|larger|bigger|cut|rise|hike|increase|"
    r"reduction|fall|drop|decline|decrease|plunge|dip|slide|tumble|jump|climb|surge|boost)\b(?! or)",
    re.I,
)


def is_size(draft: Draft, figure: Mention) -> bool:
    """'By 500 basis points', '10,000 fewer', 'rose 3 per cent': a change, not a level."""
    before = draft.text[: figure.start]
    if any(m.kind == "DEFICIT" and 0 <= m.start - figure.end <= 1 for m in draft.concepts):
        return False  # "two billion more than it takes in"
    if figure.kind == "share" and re.search(r"\b(?:over|above|past|beyond|below|under)\s+$", before):
        return False  # "climb over 20% of GDP"
    verb = any(m.start < figure.start and figure.end <= m.end for m in draft.all_of("UP", "DOWN")) or any(
        m.end <= figure.start
        and _ONLY_NEAR.fullmatch(before[m.end :])
        and m.text.lower() not in ADVERBS
        and not m.text.lower().endswith((" to", " at"))
        for m in draft.all_of("UP", "DOWN")
    )
    if _OF_A_VERB.search(before) and not _SIZE_AFTER.match(draft.text, figure.end):
        return False
    if figure.kind == "percent" and _IS_UP.search(before):
        return True
    moved = figure.kind == "percent" and not before.rstrip().endswith(" to") and _MOVED_BY.search(before)
    return verb or bool(moved) or bool(_SIZE_BEFORE.search(before) or _SIZE_AFTER.match(draft.text, figure.end))


def side_of_nought(draft: Draft) -> str | None:
    """The comparison with nought of a surplus or a deficit without a figure; None where none is run."""
    if (runs := sw.RUNS.search(draft.text)) is None:
        return None
    draft.use(*runs.span(), "comparator")
    draft.take_all("SURPLUS", "DEFICIT", part="series")
    return {"s": ">", "d": "<", "b": ">="}[(runs["which"] or "b")[0].lower()]


def in_the_red(draft: Draft, name: str) -> bool:
    """Whether a figure is of a deficit, or of a fall in output."""
    shrinks = any(not re.search(r"zero|nought|nil", m.text, re.I) for m in draft.all_of("SHRINKS"))  # "below zero"
    return (name == "balance" and not draft.has("SURPLUS")) or (name == "growth" and shrinks)
