"""What a sentence carries beside its claim, in a stretch of its own: what the figure was before, an earlier draft or
forecast, a record or a rank, members, a reason. Set aside with its reason; never where it is the claim itself, the
base of a claimed change or a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstretch.claims.reader import clause_words as cw
from overstretch.claims.reader.bearing import dated, figured, happens, turns
from overstretch.claims.reader.cause_names import names_a_cause
from overstretch.claims.reader.counts import counted
from overstretch.claims.reader.parties import parties

EARLIER = "what it was before"
DRAFT = "an earlier draft or forecast"
RECORD = "a record or a rank"
MEMBERS = "members named"
REASON = "a reason"
COUNTED_IN = "what it counts"
UNCHANGED = "as things stand"
KINDS = frozenset((EARLIER, DRAFT, RECORD, MEMBERS, REASON, COUNTED_IN, UNCHANGED))

_VERB = re.compile(cw.FINITE_VERB.pattern.replace("|to)", ")").replace("ll|s|re", "ll|re").replace("|may|", "|(?-i:may)|"), re.I)
_AHEAD = re.compile(  # a claim of what comes about
    r"\b(?:will|won't|would|shall|could|(?-i:may)|might|(?:is|are) (?:set|due|likely|bound|expected|projected|forecast|"
    r"poised|on course|to)|plans?|aims?|intends?|expects?|sees|pledge[sd]?|promise[sd]|wants?|earmark(?:s|ed)|"
    r"budget(?:s|ed) for|targets?|forecasts?|projects?|to (?:spend|devote|reach|hit|be|run|put|raise|grow|shrink|rise|"
    r"fall|climb|have))\b|'ll\b",
    re.I,
)
_TO_COME = re.compile(  # in a stretch that is to be set aside: it may claim itself
    r"\b(?:will|won't|would|shall|could|(?-i:may)|might|if|unless|until|provided|by (?:the (?:end|close)|20[2-4]\d)|"
    r"20(?:2[7-9]|3\d|4\d)|next (?:year|month|quarter)|coming|from now)\b|'ll\b",
    re.I,
)
_AMOUNT = re.compile(
    r"\d|\b(?:per ?cent|percent|one|two|three|four|five|six|seven|eight|nine|ten|(?:teens|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)|half|nothing|zero|nought|nil|billion|trillion|million)\b",
    re.I,
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"fall|winter|christmas|easter)"
)
_GONE = re.compile(  # a time that is over, or that is now
    r"\b(?:ago|earlier|before|beforehand|previously|formerly|once|back then|now|today|currently|at present|"
    r"at the moment|these days|so far|to date|long|still|hitherto|until (?:recently|lately|now)|till (?:recently|now)|"
    rf"(?:this|last|past|previous|prior|preceding) (?:the )?(?:\w+ )?(?:year|month|week|quarter|decade|{_MONTHS}|"
    rf"budget|count|reading|government|coalition|administration|cabinet|parliament|century|time)(?:'s)?|"
    rf"(?:19\d\d|20[01]\d|202[0-5])(?:'s)?|(?:at|as of|on) (?:the )?(?:last|latest|most recent) \w+|at {_MONTHS}|as "
    r"(?:recently|late) as|yesterday|yesteryear|on the eve of|(?:cold|post-cold|pre)[ -]?war|pre-(?:\w+)|the "
    r"(?:same|year|month|quarter) (?:period )?(?:before|earlier)|(?:years?|months|decades?|quarters) (?:stuck|mired|"
    r"spent|at|of|around|below|under|near|in)|(?:two|three|four|five|six|ten) (?:winters|summers|springs|years|"
    r"autumns|decades) (?:ago|earlier|before|back)|then)\b",
    re.I,
)
_BY_SO_MUCH = re.compile(  # a change whose base may stand beside it
    r"\b(?:points?|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|halv\w+|twice|thrice|times|by (?:half|a (?:half|third|quarter|"
    r"fifth|tenth))|as much again|(?:per ?cent|percent|%) (?:more|less|higher|lower|up|down|above|below))\b|"
    r"(?<!growth )(?<!economy )(?<!output )(?<!gdp )\b(?:spending|debt|budget|outlays|deficit|shortfall|soldiers|"
    r"troops|army|forces|share|ratio|revenues?|rate|inflation)\b[^,;]{0,40}? by (?!20\d\d|the|mid|end|next|then|"
    rf"{_MONTHS})",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:at (?:the )?(?:very )?(?:least|most|best|worst|earliest|latest|maximum|minimum|outside)|no (?:more|less|"
    r"fewer) than)\b",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:which|whose|who|where|when|having|an? (?:[\w-]+ ){0,3}?(?:that|which|who|where))\b", re.I
)
_STARTS_CLAIM = re.compile(r"(?:by|until|before|in|at|and|but|or|not|to|if|with|of|on (?!the heels)|for)\b", re.I)
_FROM_TO = re.compile(r"\bto (?:\w+ ){0,3}?[$€£]?\d", re.I)


def carried(words: str, rest: str, front: bool) -> str | None:
    """Why a stretch beside a claim is set aside; None where it may be more. `rest`: the sentence without it; `front`:
    whether nothing stands before it."""
    words = words.strip(" .,;:()")
    if _SPECIAL_FUND.fullmatch(words) and re.search(r"\d", rest):
        return COUNTED_IN
    if not _full(rest) or not words:
        return None
    if _UNCHANGED.fullmatch(words):
        return UNCHANGED
    for reason, found in ((MEMBERS, _members), (DRAFT, _draft), (EARLIER, _earlier), (RECORD, _record)):
        if found(words, rest, front) and (reason == RECORD or not happens(words)):
            return reason
    return REASON if is_reason(words, rest, front) else None


_SPECIAL_FUND = re.compile(  # Germany's, which its defence spending counts
    r"(?:with )?(?:the |its )?(?:[\w'-]+ )?special funds? (?:money |cash |spending )?(?:included|counted(?: in)?|and "
    r"all|thrown in|added in|taken into account)",
    re.I,
)


_UNCHANGED = re.compile(
    r"(?:absent|without|barring|failing|short of|in the absence of) (?:an? |any )?(?:[\w-]+ )?(?:change|shift|turn|"
    r"correction|rethink|reversal|u-turn|about-turn|switch) (?:of|in) (?:course|policy|policies|direction|tack|heart|"
    r"mind|the law|fiscal policy|government policy)|(?:on|under|at|with|given|assuming) (?:unchanged|current|present|"
    r"existing|today's) (?:polic(?:y|ies)|laws?|legislation|trends?|settings)|(?:with )?polic(?:y|ies) (?:being |"
    r"remaining |left )?unchanged|(?:as|if) things (?:stand|are|go on as they are)|if nothing changes|"
    r"on (?:present|current) form|on present plans",
    re.I,
)


def _full(rest: str) -> bool:
    """Whether the rest is a claim by itself: a verb and a figure."""
    return (_VERB.search(rest) or _AHEAD.search(rest)) is not None and re.search(r"\d|per ?cent\b", rest) is not None


def _earlier(words: str, rest: str, front: bool) -> bool:
    """'21 percent as recently as last May', 'down to 62% in 2024': a figure of a time that is over, beside one of a
    time to come."""
    if not (_AMOUNT.search(words) and _GONE.search(words) and _AHEAD.search(rest)):
        return False
    if _TO_COME.search(words) or _BY_SO_MUCH.search(rest) or _BOUND.search(words) or _FROM_TO.search(words):
        return False
    if _RELATIVE.match(words):
        return True
    return not _STARTS_CLAIM.match(words) and not _VERB.search(_PARTICIPLE.sub("", words))


_PARTICIPLE = re.compile(r"^(?:\w+ )?\w+(?:ed|ing)\b", re.I)

_COMPARED = re.compile(
    r"\b(?:more|less|higher|lower|fewer|above|below|over|under|beyond|past|north|south|short|shy|up|down|ahead|behind|"
    r"off|against|versus|compared|than|rather|instead|in place of|notwithstanding|despite|in spite of|never mind|"
    r"forget|trimmed|cut|raised|lifted|revised|lowered|upgraded|downgraded|nudged|marked|bumped|shaved|scaled|pared|"
    r"tweaked|added|tacked|knocked|trimming|cutting|raising|lifting|revising|lowering|from|better|worse|twice|half|"
    r"double|in line|unchanged|same|exceeding|exceeds?|topping|tops|beats?|beating|undershoot\w*|overshoot\w*|"
    r"surpassing|outstripping|missing|undercutting|having|replac\w+|supersed\w+|correct\w+|contrast|improvement|where)\b",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:drafts?|plans?|budgets?|law|bill|forecasts?|projections?|estimates?|outlooks?|scenarios?|statement|"
    r"(?:white |green |strategy )?papers?|wish[- ]?lists?|figures? (?=in|of|from|that|it|they|he|she)|"
    r"benchmark figures?|numbers?|targets?|goals?|pledges?|"
    r"proposals?|requests?|bids?|offers?|calls?|guess\w*|versions?|submissions?|programmes?|programs?|blueprints?|"
    r"frameworks?|assumptions?|expectations?|predictions?|guidance|report's|reports?|roadmaps?|strateg(?:y|ies)|"
    r"memorand\w+|agreements?|accords?|communiqu\S+|reading|baseline|consensus|polls? of (?:economists|analysts))\b",
    re.I,
)
_FORMER = re.compile(
    r"\b(?:originally|initially|previously|earlier|once|pencill?ed in|foreseen|foresaw|foresee[sn]?|written (?:in|into)|"
    r"planned|budgeted|projected|predicted|forecast|expected|envisaged|assumed|promised|pledged|earmarked|mooted|"
    r"floated|dangled|touted|trailed|flagged|signalled|suggested|sought|wanted|asked for|demanded|requested|proposed|"
    r"angl(?:ed|ing) for|push(?:ed|ing) for|lobb(?:ied|ying) for|h(?:ad|as) (?:\w+ )?(?:in mind|hoped|seen|said|been)|"
    r"saw|thought|reckoned|guessed|hoped for|bargained for|set out|set down|agreed|revised|as first)\b",
    re.I,
)
_DRAFT_FRONT = re.compile(
    r"(?:never mind|forget|forgetting|against|as against|instead of|rather than|far from|beyond|above|below|despite|"
    r"notwithstanding|having|going|coming|trimm|revis|cut|raised|lifted|lowered|downgrad|upgrad|after|up|down|"
    r"compared|versus|contrary to|in contrast|defying|beating|missing|exceeding|topping|overshooting|undershooting|"
    r"more than|less than|higher than|lower than|well |a |an |some |about |[$€£]?\d|half|one|two|three)\b",
    re.I,
)


def _draft(words: str, rest: str, front: bool) -> bool:
    """'3 billion more than in the first draft', "short of the 2.5 that the ministry had been angling for"."""
    if not (_PLAN.search(words) or _FORMER.search(words)) or not _COMPARED.search(words):
        return False
    if front and not _DRAFT_FRONT.match(words):
        return False
    if not front and re.match(r"(?:and|but|or|by|in order|until)\b", words, re.I):
        return False
    if _DENIED_FIGURE.match(words) or _TO_COME.search(words) or _BOUND.search(words):
        return False
    if _VERB.search(_OF_THE_DRAFT.sub("", words)) and not _RELATIVE.match(words):
        return False
    if cw.CONDITION.match(words) or _others(words, rest):
        return False
    return bool(_AMOUNT.search(words) or re.search(r"\b(?:than|short of|shy of|north of|south of)\b", words, re.I))


_DENIED_FIGURE = re.compile(r"(?:and |but )?not\b", re.I)
_OF_THE_DRAFT = re.compile(  # a clause that tells of the draft
    r"\b(?:that|which|it|they|he|she|its|the|as|than|what|than (?:in|at)|[$€£]?\d[\d.,]*(?: (?:billion|trillion|"
    r"per ?cent|percent|bn))?) (?:[\w'-]+ ){0,6}?(?:has|had|have|was|were|been|saw|put|set|foresaw|is|are|to)\b.*$",
    re.I,
)


def _others(words: str, rest: str) -> bool:
    """Whether a stretch names a party, other than a government for its state, of which the rest does not speak."""
    own = {p.value for p in parties(rest)}
    return any(p.kind == "party" and p.value not in own for p in parties(words)) and bool(own)


_STEM = (
    r"(?:high|low|larg|bigg|small|wid|narrow|deep|steep|strong|weak|fast|slow|poor|rich|great|heavi|tight|loos|hott|"
    r"sharp|tall|lean|thinn|grimm|bleak|fierc|mild|cheap|thrifti|hungri|mighti|tini|fatt|quick|modern|young|long|"
    r"short|near|clos|safe|bold|thick|light|dark|cold|warm|dull|ugli)"
)
_RANK = re.compile(
    rf"\b(?:{_STEM}est|worst|best|(?:the |its |their |'s )(?:most|least)(?! of\b)|records?|record-\w+|all-time|"
    r"unprecedented|precedents?|unparalleled|unequal+ed|unmatched|unrivall?ed|unheard[- ]of|peerless|second only|"
    r"third only|ahead of (?:only|all|every|everyone|everybody|any|most)|behind only|only (?:ahead|behind)|"
    r"trailing only|(?:than|past|beyond|above|below|by) (?:in |at |under )?(?:any|all|every)(?:one|body|thing)?|bar none|bottom|foot|"
    r"top of|tail end|front[- ]?runner|laggards?|leader|leading|league|rankings?|league table|podium|pecking order|"
    r"pack|champion|outlier|standout|peaks?|troughs?|nadirs?|zenith|summit of|apex|high-water|low-water|high point|"
    r"low point|highs?|lows?|envious|envy|rank(?:s|ed|ing)?|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    rf"tenth|last)[- ](?:{_STEM}est|worst|best|place|from)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|umpteenth|latest) (?:time|cut|downgrade|upgrade|revision|reduction|increase|rise|year|such|straight|"
    r"consecutive|successive)|(?:years?|decades?|quarters?|months) (?:in a row|running|on the trot|in succession)|"
    r"(?:not|never|nothing like it|none|unseen|seen|witnessed|known|recorded) (?:\w+ ){0,2}?(?:since|before|in)|"
    r"since (?:the|records?|world|at least|19\d\d|20[01]\d)|in living memory|on record|in history|in peacetime|"
    r"post-?war|post-soviet|of its own|apart|notch(?:es)? (?:above|below))\b",
    re.I,
)
_TAKES_AMOUNT = re.compile(r"\d|\b(?:per ?cent|percent|billion|trillion|million|points?)\b", re.I)
_YEARS_GONE = re.compile(
    r"\b(?:19\d\d|20[01]\d|202[0-5])(?:s|'s|-\d\d)?\b|\bG\d+\b|\b\d+(?:st|nd|rd|th)\b|\b(?:\d+|more than \d+|"
    r"\d+-year)[ -](?:years?|decades?|quarters?|months?)\b|\bEU-?27\b|\btop[- ](?:\d+|five|ten|three)\b",
    re.I,
)


def _record(words: str, rest: str, front: bool) -> bool:
    """'Second only to Norway', "past even the high-water mark of 1946", "the biggest outside a slump since the war"."""
    if not _RANK.search(words) or _BOUND.search(words) or _TAKES_AMOUNT.search(_YEARS_GONE.sub("", words)):
        return False
    if _TO_COME.search(words) or _EXCLUDES.search(words) or re.match(r"(?:by|if|and|but|or|to)\b", words, re.I):
        return False
    if _VERB.search(_THAT_IS.sub("", words)) or (front and _OF_ALL.match(words)):
        return False
    return not cw.CONDITION.match(words)


_OF_ALL = re.compile(r"(?:of all|among|in|at|for|with|on)\b", re.I)
_THAT_IS = re.compile(
    r"\b(?:since|which|who|whose|that|before|after|than|when|where) .*$|\b(?:to|and) (?:make|make any|rival|match|"
    r"compare|speak|be|see|set|give|mark)\b.*$|\btime (?:the|it|they|he|she|its)\b.*$",
    re.I,
)
_EXCLUDES = re.compile(
    r"\b(?:except|excepting|save for|bar(?! none)|barring|excluding|exclud\w+|excepted|aside from|apart from|other than|"
    r"without(?! (?:precedent|parallel|equal|peer|rival))|minus|not counting|exempt\w*)\b",
    re.I,
)
_GROUPED = re.compile(
    r"\b(?:all(?:ies|y)?|members?|states|countries|nations|capitals|governments|europeans|economies|armies|militaries|"
    r"balts|nordics|baltics?|nordic|eastern flank|flank|three|four|five|six|two)\W*$",
    re.I,
)
_LIST_JOIN = re.compile(r"\b(?:and|or|the|both|plus|as well as|namely|viz|i\.e|to wit|that is)\b|[\s,&:']", re.I)
_AMONG = re.compile(
    r"\b(?:among (?:them|these|their number|the \w+)|amongst (?:them|these)|included|including|in (?:their|its|the) "
    r"(?:number|company|ranks|midst|fold|lead|van|vanguard)|to the fore|out in front|in front|ahead|at the (?:head|top|"
    r"front|fore)|(?:one|two|three|some|most|part) of (?:them|these|those)|to name (?:\w+ )*(?:one|two|three|few|"
    r"some)|for (?:one|example|instance|a start|starters)|such as|like|notably|chiefly|mainly|mostly|above all|first "
    r"and foremost|first among|foremost|prominent|chief|leading|heading|topping|making|setting|spearheading|bringing "
    r"up|trailing|lagging|being|counting|as the|as a|the (?:most|least|\w+est)|now|yet again|once more|of course|"
    r"of all (?:places|people|countries)|every one|each one|all|both|neither|none|not even|even)\b",
    re.I,
)


def _members(words: str, rest: str, front: bool) -> bool:
    """'Three allies (Warsaw, Vilnius, Riga)', "Portugal and Slovenia among them": who is counted."""
    if front or _TAKES_AMOUNT.search(words) or _EXCLUDES.search(words) or _TO_COME.search(words):
        return False
    if counted(rest) is None and not any(p.kind == "group" for p in parties(rest)):
        return False
    if not _GUESSED.search(words) and turns(_AMONG.sub("", words)):
        return False
    if re.match(r"(?:and|but|or|nor|with(?:out)?)\b(?! (?:the )?(?-i:[A-Z]))", words, re.I):
        return False
    named = parties(words)
    if re.fullmatch(r"(?:both|all|the) [\w' -]{2,40} (?:included|among them|in their number)", words, re.I):
        return True
    if not named or cw.SPENT.search(words) or cw.GOES_ON.match(words):
        return False
    if not _VERB.search(words) or _GUESSED.search(words):
        return bool(_AMONG.search(words))
    return False


def only_named(words: str, before: str) -> bool:
    """Whether a stretch is a list of parties alone, behind those who are counted: "Three allies, Poland, Lithuania and
    Latvia, will"."""
    named = parties(words)
    if not named or not _GROUPED.search(before) or any(p.kind == "party" for p in parties(before)):
        return False
    return not _LIST_JOIN.sub("", _unnamed(words))


LONGEST = 4  # stretches between commas that may be one list


def parted(text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a sentence with the reason why each is set aside, if any; a list or a bracket is one."""
    k = 0
    while k < len(places):
        for n in range(min(LONGEST, len(places) - k), 0, -1):
            a, b = places[k][0], places[k + n - 1][1]
            if (reason := _why(text, a, b, k == 0, n > 1)) or n == 1:
                break
        yield a, b, reason
        k += n


def _why(text: str, a: int, b: int, front: bool, joined: bool) -> str | None:
    words, rest = text[a:b], f"{text[:a].rstrip(' ,(-')} {text[b:].lstrip(' ,)-')}"
    if not front and _full(rest) and only_named(words, text[:a]):
        return MEMBERS
    reason = carried(words, rest, front)
    bracketed = text[:a].endswith("(") and text[b:].startswith(")")
    return reason if not joined or (reason == MEMBERS and _listed_first(words)) or (reason and bracketed) else None


def _listed_first(words: str) -> bool:
    """Whether each stretch before the last one is a party alone."""
    return all(not _LIST_JOIN.sub("", _unnamed(one)) for one in words.split(",")[:-1])


def _unnamed(words: str) -> str:
    for p in parties(words):
        words = words.replace(p.text, " ", 1)
    return words.strip(" .,;:()-")


_GUESSED = re.compile(r"\b(?:one|two|some|all|part) of (?:them|these|those)(?:, for now|, so far|, yet)?$", re.I)

_BECAUSE = re.compile(
    r"(?:(?:not least|partly|largely|mainly|chiefly|mostly|simply|precisely|only|just|in part|above all|even|all|much|"
    r"still|particularly|especially|presumably|perhaps|again) )?"
    r"(?:as(?! (?:much|many|high|low|well|an?|of|early|soon|late|far|long|big|large|small|little|few|deep|part|fast|"
    r"planned|promised|agreed|expected|against)\b)|because|since|given|although|though|even though|now that|seeing that|"
    r"considering|despite|in spite of|notwithstanding|thanks to|owing to|due to|on account of|on the (?:back|strength|"
    r"grounds|basis|assumption|wings) of|by (?:dint|virtue|reason) of|for (?:the )?(?:\w+ )?(?:want|lack|fear|sake|"
    r"shortage) of|for (?:the|one|a|this|that|no other|much the same) (?:[\w-]+ )?reasons?|in (?:deference|response|"
    r"reaction|answer|obedience|fear|anticipation|recognition|"
    r"keeping|accordance|line) (?:to|of|with)|in (?:view|light|spite|the face|the teeth|defiance|the wake|the shadow|"
    r"the absence) of|amid|amidst|with(?= [\w' -]{2,50}? \w+ing\b)|what with|citing|invoking|pointing to|blaming|crediting|"
    r"brushing (?:aside|off)|shrugging off|waving (?:aside|away)|dismissing|ignoring|defying|to the (?:\w+ )?(?:chagrin|"
    r"delight|dismay|relief|horror|annoyance|despair|fury|consternation|satisfaction|displeasure|irritation|joy|"
    r"disappointment|regret|alarm|anger|surprise|astonishment|frustration) of|much to|come (?:what may|rain or shine|"
    r"hell or high water)|not for|for [\w' -]{2,30}? sakes?|regardless of|irrespective of|never mind (?!the \d)|"
    r"whatever|no matter|heedless of|courtesy of|under pressure from|at the (?:urging|behest|insistence|request|prompting) of|"
    r"prodded|pushed|egged|driven|spurred|goaded|forced|hemmed|encouraged|emboldened|alarmed|rattled|spooked|"
    r"unnerved|cheered|chastened|mindful|wary|anxious|eager|keen|worried|fearful|conscious|confident|convinced|"
    r"unable|unwilling|determined|desperate|reluctant|tired|weary|its|their|his|her)\b",
    re.I,
)
_ABSOLUTE = re.compile(r"(?:the |its |their |an? |no |some |most )?[a-z][\w'-]*(?: [\w'-]+){0,5}? (?:\w+ing|\w+ed by)\b")
_SAYS = re.compile(rf"\b{cw.SAYING}\b", re.I)
_LEVERS = re.compile(
    r"\b(?:oil|urals|brent|crude|ceasefire|truce|peace|armistice|sanctions?|withdraw\w*|pull-?out|gone)\b", re.I
)
_COME_WHAT_MAY = re.compile(r"\bcome (?:what|who|whatever) may\b", re.I)
_REASON_ENDS = re.compile(r"(?:according to|as (?:the|a) (?:share|part|percentage|proportion)|as (?:measured|defined))", re.I)
_REARMS = re.compile(r"\b(?:re-?arm\w*|re-?build\w*|rebuilt)\b", re.I)


def is_reason(words: str, rest: str, front: bool) -> bool:
    """'As Berlin borrows to rearm', "for the simple reason that ...", "come what may in Washington": why, or in spite of
    what, with no figure, moment or event."""
    if not (_BECAUSE.match(words) or (not front and _is_absolute(words))) or _REASON_ENDS.match(words):
        return False
    words = _COME_WHAT_MAY.sub(" despite", words)
    if _TAKES_AMOUNT.search(words) or cw.COUNTS.search(words) or figured(words) or _TO_COME.search(words):
        return False
    if happens(_REARMS.sub("", words)) or re.match(r"(?:its|their|his|her)\b", words, re.I) and not _is_absolute(words):
        return False
    lever = _LEVERS.search(words) or names_a_cause(words)
    if lever and (re.match(r"(?:with|what with|given|despite)\b", words, re.I) or _BY_SO_MUCH.search(rest)):
        return False
    return not (lever and not re.match(r"as\b", words, re.I) and names_a_cause(words))


_INLINE = re.compile(
    r" (?P<why>on (?:the (?:back|strength|grounds|basis|wings)|account) of|by (?:dint|virtue|reason) of|for (?:the|one|a|"
    r"no other|this) (?:[\w-]+ )?reason|thanks (?:in part |largely |mainly )?to|owing to|due to|despite|in spite of|"
    r"notwithstanding|in (?:response|reaction|deference|answer) to|in (?:the face|defiance|spite|view|light|"
    r"recognition) of|amid|under pressure from|for (?:want|lack|fear) of|courtesy of|regardless of|irrespective of|"
    r"at the (?:urging|behest|insistence) of|come what may)(?= |$)[^,;:.()]*$",
    re.I,
)


def reason_within(text: str) -> int:
    """Where a reason begins that a claim ends with, no comma between: "by dint of sheer demand"; -1 where none does."""
    m = _INLINE.search(text)
    if m is None or not figured(text[: m.start()]) or not _full(text[: m.start()]) or _BY_SO_MUCH.search(text):
        return -1
    words = m.group().strip()
    lever = names_a_cause(words) or _LEVERS.search(words.replace("the Urals", ""))
    return -1 if lever or dated(words) or not is_reason(words, text[: m.start()], False) else m.start()


def _is_absolute(words: str) -> bool:
    """'geography leaving Oslo little choice': a noun with its participle, no party's doing."""
    m = _ABSOLUTE.match(words)
    if m is None or _SAYS.search(words) or _VERB.search(words) or cw.SPENT.search(words) or turns(words):
        return False
    return not any(p.start < m.end() for p in parties(words)) and "spend" not in words


def pressed(words: str) -> bool:
    """What weighs on or supports whom a claim is about, with no figure, moment, party or lever: "squeezed by high
    interest rates"."""
    m = cw.PRESSED.match(words)
    if m is None or cw.FINITE_VERB.search(words, m.end()) or cw.SPENT.search(words) or cw.COUNTS.search(words):
        return False
    return not (
        re.search(r"\d", words)
        or parties(words)
        or dated(words)
        or turns(words)
        or happens(words)
        or names_a_cause(words)
    )
