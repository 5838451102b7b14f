"""The words by which stretches are known that a sentence carries beside its claim: times gone by, comparisons, drafts,
ranks, members, reasons."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing import reason_words as rw

MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"fall|winter|christmas|easter)"
)

VERB = re.compile(
    cw.FINITE_VERB.pattern.replace("|to)", ")").replace("ll|s|re", "ll|re").replace("|may|", "|(?-i:may)|")
    + r"|\bmet\b",
    re.I,
)
AHEAD = re.compile(  # a claim of what comes about
    r"\b(?:will|won't|would|shall|could|(?-i:may)|might|(?:is|are) (?:set|due|likely|bound|expected|projected|forecast|"
    r"poised|on course|to)|plans?|aims?|intends?|expects?|sees|pledge[sd]?|promise[sd]|wants?|earmark(?:s|ed)|"
    r"budget(?:s|ed) for|targets?|forecasts?|projects?|to (?:spend|devote|reach|hit|be|run|put|raise|grow|shrink|rise|"
    r"fall|climb|have))\b|'ll\b",
    re.I,
)
TO_COME = re.compile(  # in a stretch that is to be set aside: it may claim itself
    r"\b(?:will|won't|would|shall|could|(?-i:may)|might|if|unless|until(?! (?:recently|lately|now)\b)|"
    r"provided|by (?:the (?:end|close)|20[2-4]\d)|"
    r"20(?:2[7-9]|3\d|4\d)|next (?:year|month|quarter)|coming|from now)\b|'ll\b",
    re.I,
)
BY_SO_MUCH = re.compile(  # a change whose base may stand beside it
    r"\b(?:points?|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|halv\w+|twice|thrice|times|by (?:half|a (?:half|"
    r"third|quarter|"
    r"fifth|tenth))|as much again|(?:per ?cent|%) (?:more|less|higher|lower|up|down|above|below))\b|"
    r"(?<!growth )(?<!economy )(?<!output )(?<!gdp )\b(?:spending|debt|budget|outlays|deficit|shortfall|soldiers|"
    r"troops|army|forces|share|ratio|revenues?|rate|inflation)\b[^,;]{0,40}? by (?!20\d\d|the|mid|end|next|then|"
    rf"{MONTHS})",
    re.I,
)


def full(rest: str) -> bool:
    """Whether the rest is a claim by itself: a verb and a figure."""
    return (VERB.search(rest) or AHEAD.search(rest)) is not None and re.search(r"\d|per ?cent\b", rest) is not None


AMOUNT = re.compile(
    r"\d|\b(?:per ?cent|one|two|three|four|five|six|seven|eight|nine|ten|(?:teens|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)|half|nothing|zero|nought|nil|billion|trillion|million)\b",
    re.I,
)

GONE = re.compile(  # a time that is over, or that is now
    r"\b(?:when (?:[\w']+ ){1,4}?(?:[a-z]+ed|began|broke|fell|took|came|was|were|rose|left)|"
    r"(?:for|over|through|during) (?:a|the past|the last|more than a|almost a|half a|two|three|four|five|many|several|"
    r"most of (?:a|the)) (?:\w+ )?(?:decades?|years?|quarters?|generations?|century)|ago|earlier|before|"
    r"beforehand|previously|formerly|once|back then|now|today|currently|at present|"
    r"at the moment|these days|so far|to date|long|still|hitherto|until (?:recently|lately|now)|till (?:recently|now)|"
    rf"(?:this|last|past|previous|prior|preceding) (?:the )?(?:\w+ )?(?:year|month|week|quarter|decade|{MONTHS}|"
    rf"budget|count|reading|government|coalition|administration|cabinet|parliament|century|time)(?:'s)?|"
    rf"(?:19\d\d|20[01]\d|202[0-5])(?:'s)?|(?:at|as of|on) (?:the )?(?:last|latest|most recent) \w+|at {MONTHS}|as "
    r"(?:recently|late) as|yesterday|yesteryear|on the eve of|(?:cold|post-cold|pre)[ -]?war|pre-(?:\w+)|the "
    r"(?:same|year|month|quarter) (?:period )?(?:before|earlier)|(?:years?|months|decades?|quarters) (?:stuck|mired|"
    r"spent|at|of|around|below|under|near|in)|(?:two|three|four|five|six|ten) (?:winters|summers|springs|years|"
    r"autumns|decades) (?:ago|earlier|before|back)|then)\b",
    re.I,
)

COMPARED = re.compile(
    r"\b(?:more|less|higher|lower|fewer|above|below|over|under|beyond|past|north|south|short|shy|up|down|ahead|behind|"
    r"off|against|versus|compared|than|rather|instead|in place of|notwithstanding|despite|in spite of|never mind|"
    r"forget|trimmed|cut|raised|lifted|revised|lowered|upgraded|downgraded|nudged|marked|bumped|shaved|scaled|pared|"
    r"tweaked|added|tacked|knocked|trimming|cutting|raising|lifting|revising|lowering|from|better|worse|"
    r"contrary|twice|half|"
    r"double|in line|unchanged|same|exceeding|exceeds?|topping|tops|beats?|beating|undershoot\w*|overshoot\w*|"
    r"surpassing|outstripping|missing|undercutting|having|replac\w+|supersed\w+|correct\w+|contrast|"
    r"improvement|where|(?:scaling|tearing|outdoing|abandoning|scrapping|"
    r"ditching|dropping|shelving|binning|bettering|updating|reversing|watering|amending|rewriting|tweaking|"
    r"going|falling|"
    r"improving|overtaking|passing|overshooting|undershooting|throwing|putting paid|undoing))\b",
    re.I,
)

DISTANCE = (  # how far a figure is from another: "a full 1.6 points over the key rate", "still a fifth below April"
    r"(?:(?:but|and|or|still|yet|now|some|about|roughly|nearly|almost|around|just|only|fully|a|an|the|full|"
    r"mere|good|whole|"
    r"little|more|less|over|under|than) )*(?:[$€£]?\d[\d.,]*|half|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|third|"
    r"quarter|fifth|sixth|tenth)(?:(?: |-)?(?:(?:full |whole )?(?:percentage |basis )?points?|"
    r"a (?:percentage )?point|"
    r"%|per ?cent|(?:billion|trillion|million|bn|tn|trn)(?: (?:ro?ubles|dollars|euros|pounds|zlotys?|kronor))?)|"
    r"(?<=third)|(?<=quarter)|(?<=fifth)|(?<=sixth)|(?<=tenth)|(?<=half)) (?:over|above|below|under|beneath|short of|"
    r"shy of|higher than|lower than|more than|less than|off|clear of|ahead of|behind) (?!average\b)"
)

PLAN = re.compile(
    r"\b(?:drafts?|plans?|budgets?|law|bill|forecasts?|projections?|estimates?|outlooks?|scenarios?|statement|"
    r"(?:white |green |strategy )?papers?|wish[- ]?lists?|figures? (?=in|of|from|that|it|they|he|she)|"
    r"benchmark figures?|numbers?|targets?|goals?|pledges?|"
    r"proposals?|requests?|bids?|offers?|calls?|guess\w*|versions?|submissions?|programmes?|programs?|blueprints?|"
    r"frameworks?|assumptions?|expectations?|predictions?|guidance|reports?|roadmaps?|strateg(?:y|ies)|"
    r"memorand\w+|agreements?|accords?|communiqu\S+|reading|baseline|consensus|polls? of (?:economists|analysts))\b",
    re.I,
)

FORMER = re.compile(
    r"\b(?:originally|initially|previously|earlier|once|pencill?ed in|foresaw|foresee[sn]?|"
    r"written (?:in|into)|"
    r"planned|budgeted|projected|predicted|forecast|expected|envisaged|assumed|promised|pledged|earmarked|mooted|"
    r"floated|dangled|touted|trailed|flagged|signalled|suggested|sought|wanted|asked for|demanded|requested|proposed|"
    r"angl(?:ed|ing) for|push(?:ed|ing) for|lobb(?:ied|ying) for|h(?:ad|as) (?:\w+ )?(?:in mind|hoped|seen|said|been)|"
    r"saw|thought|reckoned|guessed|hoped for|bargained for|set out|set down|agreed|revised|as first)\b",
    re.I,
)

DRAFT_FRONT = re.compile(
    r"(?:contrary|as opposed|never mind|forget|forgetting|against|as against|instead of|rather than|far from|beyond|"
    r"above|below|despite|"
    r"notwithstanding|having|going|coming|"
    r"(?:trimm|revis|scal|tear|outdo|abandon|scrap|ditch|dropp|shelv|better|updat|revers|amend|rewrit|improv|downgrad|"
    r"upgrad|overtak|undo)\w+|passing|cut|cutting|where|raised|raising|lifted|lifting|lowered|lowering|after|up|down|"
    r"compared|versus|in contrast|defying|beating|missing|exceeding|topping|overshooting|undershooting|"
    r"more than|less than|higher than|lower than|well |a |an |some |about |[$€£]?\d|half|one|two|three)\b",
    re.I,
)

STEM = (
    r"(?:high|low|larg|bigg|small|wid|narrow|deep|steep|strong|weak|fast|slow|poor|rich|great|heavi|tight|loos|hott|"
    r"sharp|tall|lean|thinn|grimm|bleak|fierc|mild|cheap|thrifti|hungri|mighti|tini|fatt|quick|modern|young|long|"
    r"short|near|clos|safe|bold|thick|light|dark|cold|warm|dull|ugli)"
)

RANK = re.compile(
    rf"\b(?:{STEM}est|worst|best|(?:the |its |their |'s )(?:most|least)(?! of\b)|records?|all-time|"
    r"number one|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|just|only|right|close|narrowly) behind|"
    r"unprecedented|precedents?|unparalleled|unequal+ed|unmatched|unrivall?ed|unheard[- ]of|peerless|second only|"
    r"third only|ahead of (?:only|all|every|everyone|everybody|any|most)|behind only|only (?:ahead|behind)|"
    r"trailing only|(?:than|past|beyond|above|below|by) (?:in |at |under )?(?:any|all|every)(?:one|body|"
    r"thing)?|bar none|bottom|foot of|"
    r"top of|tail end|front[- ]?runner|laggards?|leader|leading|league|rankings?|podium|pecking order|"
    r"pack|champion|outlier|standout|peaks?|troughs?|nadirs?|zenith|summit of|apex|highs?|lows?|envious|envy|rank(?:s|"
    r"ed|ing)?|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    rf"tenth|last)[- ](?:{STEM}est|worst|best|place|from)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|umpteenth|latest) (?:[a-z]+ )?(?:time|cut|downgrade|upgrade|revision|reduction|increase|"
    r"rise|year|such|straight|"
    r"consecutive|successive)|(?:for|in) (?:\w+ )?\w+ (?:years|decades|quarters|months) (?:in a row|running|"
    r"on the trot|in succession)|"
    r"(?:not|never|nothing like it|none|unseen|seen|witnessed|known|recorded) (?:\w+ ){0,2}?(?:since|before|in)|"
    r"since (?:the|records?|world|at least|19\d\d|20[01]\d)|in living memory|on record|in history|in peacetime|"
    r"post-?war|post-soviet|of its own|apart|notch(?:es)? (?:above|below))\b",
    re.I,
)

TAKES_AMOUNT = re.compile(r"\d|\b(?:per ?cent|billion|trillion|million|points?)\b", re.I)

YEARS_GONE = re.compile(
    r"\b(?:19\d\d|20[01]\d|202[0-5])(?:s|'s|-\d\d)?\b|\bG\d+\b|\b\d+(?:st|nd|rd|th)\b|\b(?:\d+|more than \d+|"
    r"\d+-year)[ -](?:years?|decades?|quarters?|months?)\b|\bEU-?27\b|\btop[- ](?:\d+|five|ten|three)\b",
    re.I,
)

AMONG = re.compile(
    r"\b(?:not (?:being |yet |counting )?(?:among|one of)|among (?:them|these|their number|the \w+)|"
    r"amongst (?:them|these)|included|including|in (?:their|its|the) "
    r"(?:number|company|ranks|midst|fold|lead|van|vanguard)|to the fore|out in front|in front|ahead|at the (?:head|top|"
    r"front|fore)|(?:one|two|three|some|most|part) of (?:them|these|those)|to name (?:\w+ )*(?:one|two|three|few|"
    r"some)|for (?:one|example|instance|a start|starters)|such as|like|notably|chiefly|mainly|mostly|above all|first "
    r"and foremost|first among|foremost|prominent|chief|leading|heading|topping|making|setting|spearheading|bringing "
    r"up|trailing|lagging|being|counting|as the|as a|the (?:most|least|\w+est)|now|yet again|once more|of course|"
    r"of all (?:places|people|countries)|every one|each one|all|both|neither|none|not even|even)\b",
    re.I,
)

BECAUSE = re.compile(
    rf"{rw.CHIEFLY}(?:as(?! (?:{rw.MEASURED}|against|in|for|to|with|at|on|is|are|was|were|does|did|do|has|have|had|"
    r"will)\b)|"
    rf"because|since|given|{rw.THOUGH}|now that|seeing that|considering|{rw.OWED}|{rw.IN_SPITE}|{rw.IN_VIEW}|on the "
    r"(?:grounds|basis|assumption|wings) of|for (?:the )?(?:\w+ )?(?:want|lack|fear|sake|shortage) of|for (?:the|one|a|"
    r"this|that|no other|much the same) (?:[\w-]+ )?reasons?|in (?:obedience|fear|anticipation|keeping|accordance|"
    r"line) "
    r"(?:to|of|with)|in the (?:face|wake|shadow|absence) of|with(?= [\w' -]{2,50}? \w+ing\b)|what with|citing|invoking|"
    r"pointing to|blaming|crediting|brushing (?:aside|off)|shrugging off|waving (?:aside|away)|dismissing|ignoring|"
    r"defying|to the (?:\w+ )?(?:chagrin|delight|dismay|relief|horror|annoyance|despair|fury|consternation|"
    r"satisfaction|"
    r"displeasure|irritation|joy|disappointment|regret|alarm|anger|surprise|astonishment|frustration) of|much to|"
    r"come (?:what may|rain or shine|hell or high water)|not for|for [\w' -]{2,30}? sakes?|(?:regardless|irrespective) "
    r"of|never mind (?!the \d)|whatever|no matter|like it or not|lest|so as (?:not )?to|in order (?:not )?to|in (?:a "
    r"bid|"
    r"an effort|an attempt|its wish) to|with (?:a view|an eye) to|(?:and |but )?not (?:just |only |so much |"
    r"least )?(?:because|out of|to please)|[\w' -]{2,60} notwithstanding$|(?:if only |not least |partly |just )?to "
    r"(?:not "
    r")?(?:keep|please|appease|placate|avoid|avert|prevent|ward off|stave off|spare|satisfy|reassure|deter|calm|curb|"
    r"tame|fight|rein in|contain|protect|shield|humour|mollify|pacify|impress)|prodded|pushed|egged|driven|spurred|"
    r"goaded|forced|hemmed|encouraged|emboldened|alarmed|rattled|spooked|unnerved|cheered|chastened|mindful|wary|"
    r"anxious|eager|keen|worried|fearful|conscious|confident|convinced|unable|unwilling|determined|desperate|reluctant|"
    r"tired|weary|its|their|his|her)\b",
    re.I,
)

INLINE = re.compile(
    rf" (?P<why>{rw.OWED}|{rw.IN_SPITE}|{rw.IN_VIEW}|on the (?:grounds|basis|wings) of|for (?:the|one|a|no other|"
    r"this) (?:[\w-]+ )?reason|in the face of|amid|(?:regardless|irrespective) of|come what may)(?= |$)[^,;:.()]*$",
    re.I,
)

UNCHANGED = re.compile(
    r"(?:absent|without|barring|failing|short of|in the absence of) (?:an? |any )?(?:[\w-]+ )?(?:change|shift|turn|"
    r"correction|rethink|reversal|u-turn|about-turn|switch) (?:of|in) (?:course|policy|policies|direction|tack|heart|"
    r"mind|the law|fiscal policy|government policy)|(?:on|under|at|with|given|assuming) (?:unchanged|current|present|"
    r"existing|today's) (?:polic(?:y|ies)|laws?|legislation|trends?|settings)|(?:at|on) (?:the |its |"
    r"their )?(?:current|"
    r"present|existing|today's|this|that|same) (?:pace|rate|speed|tempo|clip|trajectory|trend|recruiting|recruitment|"
    r"enlistment)(?: (?:of|in) (?:increase|progress|change|travel|recruit(?:ing|ment)|re-?armament|spending|"
    r"build-up))?|(?:with )?polic(?:y|ies) (?:being |"
    r"remaining |left )?unchanged|(?:as|if) things (?:stand|are|go on as they are)|if nothing changes|"
    r"on (?:present|current) form|on present plans",
    re.I,
)

EARLIER_FRONT = re.compile(  # how an opening of an earlier figure begins, that is no claim of its own
    r"(?:having|after|following|from|down|up|stuck|parked|mired|languishing|hovering|starting|coming|rising|falling|"
    r"against|as against|compared|versus|long|once|still|only|just|barely|scarcely|already|now|currently|today|not "
    r"long ago|until|till|despite|on the heels|hard on|unlike|a (?:country|nation|state|land)|"
    r"(?:well |far |just )?(?:at|above|below|over|under)(?= (?:\w+ ){0,2}[$€£]?\d{1,3}(?!\d))|"
    r"(?:an? |the |some |about |nearly |almost |roughly |barely )*(?:[a-z]+ )?[$€£]?\d{1,3}(?!\d)|"
    r"slipping|climbing|slowing|recovering|bouncing|rebounding|emerging|reduced|cut|raised|battered|lifted|pushed)\b",
    re.I,
)
