"""The words by which a sentence is taken apart: who reports, conditions, causes, asides, comparisons."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing.reason_words import AS, IN_SPITE
from overstretch.claims.reader.vocabulary import inflected, not_saying
from overstretch.statements.lexicon import lexicon


def _saying() -> str:
    """Their finite forms as one pattern, from the verbs by which statements are found; a bare stem only where it is no
    noun."""
    verbs = [v for v, cue in lexicon().verbs.items() if cue.frames & {"that", "quote"} and v not in not_saying()]
    forms = {form for verb in verbs for form in inflected(verb) if form != verb and not form.endswith("ing")} - {
        "states"
    }
    more = (
        r"says?|believe|think|predict|expect|estimate|reckon|claim|calculate|suggest|suggesting|argue|warn|shows?|"
        r"has it|have it|emerge[sd]|transpire[sd]|turn(?:s|ed) out|pric(?:e|ed|ing) in|imply|put it|"
        r"concede|admit|acknowledge|insist|confirm|conclude|contend|assert|complain|foresee|write|"
        r"pencil(?:led)? in|finds?|worked out|is convinced|are convinced|sees?|wagers?|states(?= that)|holds(?=\s*$)|"
        r"dismissed|fears?|doubted|mark my words|i'm telling you|is on record"
    )
    said = "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
    return rf"(?!add(?:s|ed) (?:up|together)\b)(?:{said}|{more})"


SAYING = _saying()


OFFICE = (
    r"(?:chief|minister|ministers|general|official|officials|analysts?|think-?tank|experts?|adviser|spokesman|"
    r"spokeswoman|spokesperson|bank|bankers?|institute|agency|president|chancellor|envoy|ambassador|commander|"
    r"watchdog|economists?|report|survey|study|minister says|governor|source|sources|bureau|auditors?|forecasters?|"
    r"planners?|researchers?|commission|council)"
)
# Inside a claim: comparisons with an earlier figure, records over time, what somebody calls it. Each is set aside.
FIG = (
    r"(?:(?:about|around|only|just|some|roughly|nearly|the|a|an) )*[$€£]?(?!(?:19|20)\d\d\b(?!\s?(?:%|per|bn|billion|"
    r"trillion|million)))(?>\d+(?:[.,]\d+)*)(?:\s?(?:%|pc\b|per ?cent|bn|trn|tn|mn|billion|million|trillion))*(?: of "
    r"(?:gdp|output))?(?: (?:ro?ubles|euros|dollars|points))?"
)
BY_FEW = re.compile(
    r"\W*(?:(?:very |precious |extremely )?few|no|none|not one|not a single|hardly any\w*|almost no\w*|"
    r"scarcely any\w*|neither|nobody)\b",
    re.I,
)  # who holds a claim: the denial stands with the one who is said to expect it
LEAD = re.compile(
    rf"^\W*(?:(?:[\w'’.-]+[\s,]+){{0,14}}?(?P<verb>{SAYING})(?: (?:reporters|parliament|the [\w-]+|senators|lawmakers|"
    r"journalists|clients|[A-Z]\w+))?(?: (?:on|in) \w+)?(?: once more)?(?: that|:))\s+",
    re.I,
)
SAYS = re.compile(rf"(?:also |now |again |has |have )?{SAYING}(?: that)?\s+(?!to\b)", re.I)
LEAD_STANCE = re.compile(
    r"^\W*(?:[\w'’.,-]+ ){0,8}?(?P<stance>nothing (?:suggests|indicates|points to)(?: that)?|there is nothing to "
    r"suggest(?: that)?|(?:there is |i see |we see )?no (?:sign|indication|evidence|suggestion|reason to (?:believe|"
    r"think|expect|fear|suppose))(?: that| of)?|(?:it(?: is|'s)|finds? it) (?:very |quite |really )?(?:hard|"
    r"difficult|impossible) to (?:see|imagine|believe|"
    r"picture)(?: how| that)?|few (?:expect|believe|think)(?: that)?|(?:(?:the )?(?:chances|odds|likelihood|"
    r"probability)|(?<!\S )the (?:chance|prospects?|possibility|risk|danger|threat)) (?:that|of)|(?<!\S )(?:the "
    r")?prospects? for|"
    r"(?<!in )(?<!into )(?<!beyond )(?<!open to )doubts?(?! (?:on|upon|over|surrounding|by|before|"
    r"(?:the )?(?:article|mutual|collective)|about (?:(?:the|nato's|america's) )?(?:article|mutual|"
    r"collective))\w*\b| (?:will |would |may |could |have |has )*(?:arise|arisen|emerge|emerged|surface|"
    r"surfaced|spread|grow|grown|mount|mounted|been raised|be raised) (?:about|over|as to) (?:(?:the|nato's|"
    r"america's) )?(?:article|mutual))(?: that| whether)?|(?:does|do|did)(?: not|n't) (?:exclude|"
    r"rule out|expect|think|believe|see)(?: that)?|(?:would|will|could)(?: not|n't) (?:exclude|rule out)(?: that)?|"
    r"cannot (?:exclude|rule out)(?: that)?|fears?(?! of\b.{3,80}?\b(?:will|would|could|may|might|makes?|"
    r"raises?|lowers?|pushes|push|"
    r"weighs?|drives?|holds? back)\b)(?: that)?|(?:nobody|no one|hardly anyone|almost nobody|few|no|none|"
    r"not one|not a single|hardly any|almost no|scarcely any|neither)(?:'s)?(?: [\w,'-]+){0,6}? (?:think(?:s|ing)?|"
    r"expect(?:s|ing)?|believ(?:es?|ing)|see(?:s|ing)?|forecast(?:s|ing)?|predict(?:s|ing)?|foresee(?:s|ing)?|"
    r"anticipat(?:es?|ing)|reckon(?:s|ing)?)(?: that)?(?! (?:to|in article)\b)|(?:it is|"
    r"it's) (?:not (?:excluded|ruled out|"
    r"impossible)|possible|conceivable|likely|unlikely|far from certain|anything but certain|not certain|doubtful|"
    r"certain|clear)(?:[, ]+[\w' ]{0,50},)? that|it (?:would|will|should) (?:come as|be) no (?:great |big |"
    r"real )?surprise if|(?:nobody|no one) should be surprised if|(?:do not|don't) be surprised(?:, [\w ]+,)? if|"
    r"(?:do not|don't|never) expect|there is no (?:scenario|way(?! (?:a?round|out of|back)\b)|"
    r"chance)(?: in which| that)?|it is (?:the|our|my) (?:view|"
    r"assessment|judgement|expectation)[\w ]{0,30} that|(?:assessment|view|forecast|expectation|reading|conclusion|"
    r"verdict) is that|there is (?:little|no|hardly any|(?:next to|almost|practically|virtually|absolutely) no|scant|"
    r"scarcely any) (?:realistic |real |serious |discernible )?(?:chance|prospect|hope|likelihood|sign)(?: of| that)?|"
    r"it would be a (?:miracle|surprise) if|(?:it )?(?:would|will) take a (?:small |minor )?miracle (?:for|to)|"
    r"(?:the )?(?:chances|odds) (?:are|look|remain) (?:[\w']+ ){1,3}?that|(?:the )?odds are (?:heavily |"
    r"firmly )?against|it (?:is|'s|remains) (?:very |quite |really )*(?:far from|by no means|anything but|hardly|"
    r"not) (?:an? )?(?:given|foregone conclusion|done deal|sure thing|guaranteed|assured) that|it(?:(?: simply| just|"
    r" really)? (?:is|isn't|was never)|'s) (?:simply |just |really |plainly )?(?:not )?(?:true|the case|correct|wrong|"
    r"false|untrue|nonsense|a myth|a lie|a hoax|a given|a foregone conclusion|all but certain)(?: to (?:say|"
    r"claim|think|"
    r"believe))? that|refuses? to believe that|(?:considers?|thinks?|deems?|believes?|finds?) it (?:very |quite |"
    r"entirely |perfectly )?(?:out of the question|unlikely|improbable|inconceivable|unthinkable|far-fetched|possible|"
    r"conceivable|likely|plausible|probable|certain) that|(?:i|he|she|we)(?: would|'d) be (?:very |quite |"
    r"really )?(?:surprised|astonished|amazed) if|cannot be ruled out that)\s+",
    re.I,
)
ODDS_MOVED = re.compile(  # of odds that something raises or lowers, no stance
    r"\b(?:rais|lower|lift|increas|reduc|cut|boost|heighten|lessen|diminish)\w* (?:the |any )?(?:odds|chances?|"
    r"likelihood|probability)\b|\b(?:odds|chances|likelihood|probability) (?:of|that) .+ (?:would|will|could) (?:rise|"
    r"grow|increase|go up|fall|shrink|drop|decline|diminish)\W*$",
    re.I,
)
DENIED_DOUBT = re.compile(  # what stands before "doubt that" and takes it away
    r"\b(?:few|fewer|nobody|no one|hardly|scarcely|barely|no|little|scant|not|never|without|cannot|beyond|dispel\w*|"
    r"remov\w*|allay\w*)\b|n't\b",
    re.I,
)
I_THINK = re.compile(
    r"^\W*(?:I|[Ww]e)(?:'m| am|'re| are)? (?:really |still |honestly |firmly |quite |now )*(?:think|believe|reckon|"
    r"expect|suspect|bet|guess|convinced|sure|certain|confident) (?!that\b|to\b|so\b|of\b|about\b|it\b)(?=\S)"
)
HEAD = re.compile(
    rf"^\W*(?:(?:[\w'.-]+ ){{0,4}}{OFFICE}|LIVE|(?:BREAKING|JUST NOW|JUST IN|UPDATE)\W*(?=\W\s)|EXCLUSIVE|WATCH|"
    rf"hot take|reminder|PSA|bottom line|my take|prediction|forecast|[A-Z][A-Z .]+, [A-Z][a-z]+ \d{{1,2}}\. /\w+/\.|"
    r"[A-Z][A-Z .]+ \(\w+\) -)(?::|(?<=[./-])|(?<=[\u2190-\U0001faff]))\s+",
    re.I,
)
SEER = re.compile(
    rf"^\W*(?:[\w'.-]+ ){{0,5}}?{OFFICE} (?:sees?|expects?|projects?|forecasts?|predicts?|reckons?|believes?|"
    r"anticipates?)\s+(?!to\b|that\b|out\b|the day\b)",
    re.I,
)
ORG = re.compile(  # an institute or a bank that is no party: "Moody's expects", "Analysts at Danske Bank see"
    r"^\W*(?P<org>(?:(?:the|analysts|economists|experts|strategists|researchers) )*(?:at |from |with |of )?(?:the "
    r")?[A-Z][\w.&'-]*(?: (?:of |at |for |and )?[A-Z][\w.&'-]*){0,4})(?: now| still| already)? (?:sees?|expects?|"
    r"projects?|forecasts?|predicts?|reckons?|anticipates?|estimates?|puts|pegs|pencils in|foresees?|"
    r"assumes?)\s+(?!to\b|that\b)"
)
SOURCE = re.compile(  # "Figures published in August put", "A ministry paper has"
    r"^\W*(?:[\w'.&-]+ ){0,6}?(?:figures?|tables?|data|statistics|numbers|estimates?|papers?|reports?|study|survey|"
    r"documents?|drafts?|plans?|notes?|calculations?|projections?|forecasts?|simulations?|models?|accounts|comparison|"
    r"analysis|review|budget|bill|law)(?: [^,;:.%$€£]{0,60}?)? (?:puts?|ha[sd]|have|shows?|showed|pegs?|pegged|sees?|"
    r"saw|suggests?|suggested|indicates?|reveals?|revealed|envisages?|foresees?)(?: that)?\s+(?=\S)",
    re.I,
)
OPENING = re.compile(
    r"^\W*(?:citing|quoting|(?:as )?(?:quoted|cited|reported|carried|relayed) (?:by|in|on)\b|speaking|"
    r"addressing|asked|pressed|briefing|testifying|according to|in an? (?:interview|"
    r"briefing|report|note|speech)|at a (?:press|news) conference)\b[^,;:]*[,:]\s+|^\W*most likely,\s+",
    re.I,
)
CORRECTED = re.compile(  # what was said before is put right, by what follows
    r"\W*(?:let me|i(?:'d| would) like to|i want to|to) (?:correct|set) (?:the record|that|this|myself)(?: "
    r"straight)?(?:, [^:,]{3,30})?[:,]\s+",
    re.I,
)
OWN_VIEW = re.compile(  # "My guess, and it's only a guess, is that"
    r"^\W*(?:(?:and|but|so|well|look),? )*(?:my|our) (?:own |best |honest |personal )?(?:guess|bet|view|take|sense|"
    r"hunch|feeling|gut|instinct|money)(?:, [^,]{3,40},)? (?:is|says|tells me|is on)(?: that|:)?\s+",
    re.I,
)
FORGOTTEN = re.compile(  # "What people forget is that": it holds
    r"^\W*(?:(?:and|but|so|well|look),? )*(?:what|the (?:thing|part|bit|point))(?: that)? (?:[\w']+ "
    r"){1,3}?(?:forgets?|overlooks?|miss(?:es)?|(?:don't|doesn't|won't|will not) (?:get|see|realise|realize|"
    r"understand|say|admit|mention|tell (?:you|us|people))) is(?: that|:)?\s+",
    re.I,
)
PREDICATE = re.compile(  # goes on with the claim behind an aside
    r"(?:is|are|was|were|has|have|had)\b(?! (?:it|he|she|they|we|you|that (?:right|so|it|clear|fair))\b)", re.I
)
REPORT = re.compile(
    rf"\b{SAYING}\b|\baccording to\b|\bin the view of\b|\bby (?:our|his|her|their) (?:reckoning|count|lights)\b|"
    r"\bin (?:our|its|their) (?:baseline|view|opinion|assessment)\b",
    re.I,
)
ALL_ELSE = re.compile(  # by itself no condition
    r"(?:with )?(?:all|everything) (?:else|(?:other )?things|other factors) (?:(?:being|staying|remaining|"
    r"held|kept) )?(?:equal|the "
    r"same|constant|unchanged|equal)\W*$|other things (?:being |staying )?(?:equal|the same|unchanged)\W*$",
    re.I,
)
ASIDE = re.compile(
    r"^(?:not least|under (?:the|an?|its|their) (?:[\w-]+ ){0,4}(?:agreed|adopted|passed|presented|announced|"
    r"published|approved|signed|unveiled|drawn up) (?=in|on|last|by)|and that is (?=no small|not all|only the|"
    r"good news|bad news)|but (?=(?:nobody|no one|few|hardly anyone) (?:seems?|appears?|cares?|noticed?|minds?|"
    r"talks?))|an? (?:threshold|milestone|hurdle|guideline|benchmark)|to be (?:paid|funded|financed|met|covered)|"
    r"which|who|whose|whom|where|and I (?:stress|repeat|mean)|one of (?:the two|them)|already|something|having|making|"
    r"leaving|even(?: though)?|whatever|however|whoever|wherever|though|although|while|whereas|despite|in spite|"
    r"notwithstanding|intelligence|with no|that is|meaning|a level|an? (?:sign|feat|record|year(?! ago|"
    r" from now| hence)|move|figure|trim|"
    r"order|far)|the (?:first(?! (?:quarter|half|months?)\b)|highest|lowest|most|widest|slowest|biggest|"
    r"largest|least)|up from|down from|against|"
    r"compared|as against|rather than|instead of|including|not counting|excluding|after|before (?=\w+ing)|as (?:the|"
    r"it|they|officials|things|berlin|a|he|she)|as [\w' ]+? (?:had|did|has)\b|(?:just |"
    r"much )?as [\w' ]+? (?:was|were)(?: in (?:19|20)\d\d)?\W*$|defence being|policies "
    r"unchanged|reservists|special fund|mark|and then some|so to speak|then|well|right|like|thanks to|citing|"
    r"referring|depending|just as|exactly|roughly|give or take|nor|long|once|now|currently|half a|ahead of|still|"
    r"especially|notably|namely|such as|for (?:one|example|instance)|(?:some |about |nearly |a full |"
    r"roughly )?[\w-]+ (?:years?|months?|quarters?) (?:earlier|sooner|later|ahead|before|behind)(?: than| of|"
    r" schedule| (?:the|its) (?:deadline|target date|agreed date))|(?:since|because) (?:there|it|they|he|she|nobody|"
    r"no one)|of all|to be (?:sure|precise)|by the way|in fact|of course|indeed|moreover|meanwhile|instead|yet|"
    r"but (?=with|without|not)|plus|period|no way|again|too|as usual|as ever|as always|alone|together)\b",
    re.I,
)
A_PART_OF_IT = re.compile(  # "much of it owed to foreigners": what it is made of
    r"(?:much|most|the bulk|all|some|part|nearly all|almost all|(?:much )?the (?:larger|greater|bigger) part|"
    r"an? (?:large |good |big |growing )?(?:part|share|chunk|slice)) of (?:it|them|which|that|whom)\b[^\d]*$",
    re.I,
)
MEANT = (  # what a figure was to be, or an event
    r"planned|expected|supposed|meant|intended|pledged|promised|forecast(?:ed)?|projected|predicted|foreseen|aimed|"
    r"hoped|wanted|slated|tipped|budgeted|earmarked|committed|vowed|agreed|undertaken|sworn|targeted|envisaged|"
    r"anticipated|assumed|pencill?ed in"
)
_AS_MEANT = (
    rf"(?:(?:originally|initially|once|first|earlier|still|previously) )?(?:{MEANT}|announced)(?: (?:by (?:the|its|"
    r"his|her)|last|"
    r"at the|only (?:last|in)|in the|a year|for it in the) [\w' -]{2,40}?)?|(?:that |which )?(?:it|they|he|she|(?:its|"
    rf"their|the|his|her) [\w'-]+(?: [\w'-]+)?) (?:had|has|have) (?:\w+ )?(?:{MEANT}|announced|spoken of|hoped for|"
    r"in mind)(?: (?:the (?:alliance|commission|eu)|Nato|Brussels|last \w+|in \w+))?"
)
INLINE = re.compile(
    r"(?:,? for the (?:first|second|third) time(?: since (?:the \w+|(?:19|20)\d\d)| in (?:(?:a|\w+) )?(?:years|"
    r"decades?|generations?|century|memory))?(?= |[,.;]|$)| while (?:I|he|she|we|they) (?:am|is|are|remains?) "
    r"(?:still )?in (?:office|power|charge)|(?<=[\w%]),? (?:rather than|instead of|as against|against|compared with|"
    r"compared to|after (?:years|decades|months) (?:around|at|of|below|under|near)|up from|down from|from|after|"
    rf"well below|well above|on the (?:heels|back) of|hard on the heels of|"
    rf"in place of)(?: the)? {FIG}(?: (?:{_AS_MEANT}|in (?:19|20)\d\d|in [A-Z]\w+|last year|this year|(?:the|a) "
    r"(?:year|"
    r"week|month|quarter) (?:before|earlier|ago)|today|now|at present|(?:\w+ly |first |once )?planned|"
    r"in the [^,.;]+|(?:written|foreseen|"
    rf"budgeted|planned|set) (?:down |out )?(?:in|into|by|for) (?:the )?[\w ]{{3,20}}))?(?=[,.;]|$| in | by | next |"
    r" as | to ))",
    re.I,
)
AND_THEN = re.compile(  # what comes after what is claimed: "peaks at 140% in 2026 before easing in the years to come"
    r" before (?:\w+ly |again |then )?(?:eas|fall|declin|slow|ris|recover|stabilis|stabiliz|level|return|dropp|climb|"
    r"narrow|pick|rebound|moderat|com|go|inch|edg|dipp|shrink|grow|settl|retreat|cool|accelerat|improv|widen|drift|"
    r"slipp)ing\b[^,;]*$| before (?:it|they) (?:\w+ly )?(?:begin|start|eas|fall|declin|com|go|rise|recover|return|"
    r"settl|turn)\w*\b[^;]*$",
    re.I,
)
WITH = re.compile(
    r"^(?:together with|along with|alongside|apart from|except|other than|excluding|minus|plus)\b", re.I
)  # more or fewer than those named in the claim
REASON = re.compile(
    rf" (?:{AS}|because|while|now that|just as|{IN_SPITE}|"
    r"after (?:(?:an?|"
    r"the|its|many|several|some|more|two|three) )?(?:[a-z-]+ ){0,3}(?:years?|"
    r"months|weeks|decades?|spell|period|bout|string|series|run|spate|winter|quarters?) of) [\w' -]+\W*$"
)
BOUND_ALONE = re.compile(  # between commas, of the figure beside it: read with it, or left over
    r"(?:(?:or|and|but|if not) (?:(?:even|an?|slightly|somewhat|rather|just|little|bit|touch|shade|fraction|much|far|"
    r"no|not|well|some|cent|penny|euro|dollar|rouble|man) )*(?:more|less|fewer|above|below|over|under|beyond|upwards?|"
    r"up|so|thereabouts|near enough|change|bit|(?:high|low|great|small|larg|bett|bigg|wid|narrow)er)|"
    r"not an? (?:cent|penny|euro|dollar|rouble|man|soldier) (?:more|less)|at the \w+est|at the outside|"
    r"(?:as|at) an? (?:\w+ )?(?:minimum|maximum)|give or take(?: an? \w+)?|more or less|roughly|approximately|"
    r"in round \w+|plus or minus an? \w+|plus|max(?:imum)?|min(?:imum)?|tops|ish|odd|and then some)\W*",
    re.I,
)
OR_NO = re.compile(r"whether or not (?!.*\d)|(?:\w+ )?(?P<one>\w+) or no (?:\w+ )?(?P=one)\W*$", re.I)
AMID = re.compile(  # what only surrounds a claim, whoever it names
    r"(?:amid|amidst|in the face of|faced with|facing|under (?=[\w -]{0,20}pressure)|against (?=(?:this|that|the|"
    r"a) (?:background|backdrop)))\b",
    re.I,
)
PRESSED = re.compile(  # what only weighs on whom a claim is about
    r"(?:(?:already|now|still|badly|hard|heavily|increasingly|also|both|long|currently) )*(?:squeezed|hit|"
    r"battered|hammered|hurt|"
    r"weighed down|held back|hampered|burdened|hobbled|hamstrung|constrained|restrained|stifled|choked|"
    r"dragged down|pressed|"
    r"pressured|pinched|strained|drained|weakened|bruised|buffeted|plagued|beset|dogged|crippled|saddled|"
    r"shackled|starved|throttled|"
    r"curbed|dampened|depressed|stung|shaken|rattled|worn down|ground down|bogged down|cramped|cowed|cooled|"
    r"slowed|smarting|"
    r"reeling|struggling|suffering|groaning|labouring|laboring|buckling|creaking|short of|starved of|buoyed|"
    r"supported|propped up|"
    r"lifted|helped|cushioned|boosted|sustained|kept afloat|driven|fuelled|fueled|powered|underpinned|"
    r"shielded|haunted) (?:hard |badly |severely |heavily )?(?:by|under|from|with|of)\b|(?:short|starved) of\b",
    re.I,
)
SPENT = re.compile(r"\b(?:defen[cs]e|militar\w+|arms|weapons|budgets?|spending|spend|rearm\w*|stimulus|oil)\b", re.I)
GOES_ON = re.compile(r"(?:could|will|would|may|might|can|shall|is|are|was|were|has|have|had)\b", re.I)  # a verb alone
AUX = re.compile(r"\b(?:will|would|could|may|might|did|does|do|was|were|had|has|have|is|are)\b", re.I)
COMPARISON = re.compile(
    r"^(?:(?:now|only|currently|just|still|already|barely|about|roughly|nearly|some|almost|over|more than|a full|"
    r"a good|well) )*(?:[$€£]?[\d.,]+|half|a (?:third|quarter|fifth)|an?|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|twice|double|as much)\b.{0,60}?\b(?:more|less|higher|lower|fewer|as much|faster|slower|down|"
    r"up)\b.{0,26}?\b(?:than|as|on|from)\b|^(?:now|only|currently|still|already|just)(?= (?:at|about|around|some|"
    r"roughly|nearly|almost|under|over|above|below|barely|less|more|fewer|half|twice|a|an|the|from|up|down|[$€£]?\d|"
    r"\w+ing|\w+ed)\b)[^,]*(?:\d|per ?cent)[^,]*$|^(?:well |far |just |still |comfortably |a little )*(?:short of|"
    r"shy of|below|above|under|over|ahead of|behind) (?:the|its|their|his|last year's|this year's|nato's|"
    r"[A-Z]\w+'s)\b|^(?:to be )?(?:paid for|financed|funded)\b|^(?:(?:some|about|roughly|nearly|almost|well) "
    r")?(?:[\w-]+ ){1,3}of (?:it|them|that|which|whom)\b|^of (?:it|them|that|which|whom)\b|^an? [\w-]+(?: "
    r"[\w-]+){0,2} (?:that|which|who|it|he|she|they|we|whose|last|not|never|once) [\w' ]*$|^(?:about|roughly|"
    r"nearly) (?:as much|as high|a (?:third|quarter|fifth|tenth)|half|twice|double|triple|\w+ times)\b|^(?:the same|"
    r"one) (?:as|of)\b|^as against\b|^(?:half|twice|double|triple|a (?:third|quarter)|\w+ times) (?:of )?(?:what|the|"
    r"that of|as (?:much|high)|its|last)\b|^still (?:more|less|higher|lower|above|below|among|well|the)\b",
    re.I,
)
THEN = re.compile(  # what the figure was or is, beside the claim: ", 63% last year,"
    r"^(?:(?:at|only|just|now|about|around|some|nearly|almost|roughly) )*[$€£]?\d[\d.,]*\s?(?:%|pc|per ?cent|bn|trn|"
    r"tn|billion|trillion|million|ro?ubles|euros|dollars|of gdp|[ -])*(?:last year|a year (?:ago|earlier|before)|"
    r"the year before|today|now|at present|currently|right now|on (?:\d+ [A-Z]\w+|[A-Z]\w+ \d+)|so far)\W*$",
    re.I,
)
SAME = re.compile(  # the same amount by another measure: ", or 1.9% of GDP"
    r"^(?:(?:or|that is|which is|equal to|equivalent to|the equivalent of|i\.e\.) )?(?:about |around |roughly |some |"
    r"nearly |almost |just over |just under )?[$€£]?[\d][\d.,]*\s?(?:%|pc|pct|per ?cent|bn|trn|tn|mn|billion|trillion|"
    r"million)(?: (?:of (?:the )?(?:gdp|output|gross domestic product|national income)|ro?ubles|euros|dollars|"
    r"pounds))*(?: (?:projected|expected|forecast|planned|estimated) for (?:the year|this year|\d{4}))?$",
    re.I,
)
ECHO = re.compile(
    r"^(?:and |but |no )?(?:I|you|it|they|he|she|we|that|there) (?:(?:really|honestly|just|simply|truly|certainly|"
    r"definitely) )?(?:will|is|are|did|does|do|can|has|have|would)(?: not|n't)?(?: (?:really|honestly))?[.!]?$|^(?:I|"
    r"you|it|they|he|she|we|that|there) (?:(?:really|honestly|just|simply|certainly) )?(?:won't|can't)[.!]?$|"
    r"^and (?:neither|nor|so) (?:do|am|would|can|will) (?:I|we)[.!]?$",
    re.I,
)
ADDED = re.compile(  # what is said beside the claim, of something else: "adding that the autumn is calmer"
    r"(?:(?:before|while|though|then|and) )?(?:\w+ly |also )?(?:adding|noting|stressing|remarking|observing|recalling|"
    r"pointing out|explaining|conceding|acknowledging|insisting|complaining|joking|quipping|musing)(?: \w+ly)? that "
    r"(?P<what>[^,;]+)",
    re.I,
)
OF_THE_CLAIM = re.compile(  # it, or what it is
    r"\W*(?:even |all |much )*(?:it|this|that|these|those|they|such|so|(?:the|his|her|its|"
    r"their) (?:\w+ )?(?:figures?|forecasts?|"
    r"estimates?|plans?|numbers?|projections?|targets?|promises?|predictions?|risks?|odds|chances))\b",
    re.I,
)
HANGS_ON = re.compile(
    r"\b(?:depend\w*|hing\w*|assum\w*|believ\w*|provided)\b|^\W*(?:it|this|that) (?:is|was|had been) (?:an?|"
    r"the|only|last)\b",
    re.I,
)
TAG = re.compile(  # "..., isn't it?"
    r"(?:(?:is|are|was|were|wo|will|does|do|did|has|have|ca|would|could)(?:n't)? (?:it|they|he|she|we|you|there)|"
    r"right|eh|innit|you know)\W*$",
    re.I,
)
COMMENT = re.compile(  # on a condition: "Unless there's a deal, and I don't see one,"
    r"(?:and|but|though|although|which) (?:i|we|nobody|no one|few) (?:\w+ly |just |really )*(?:(?:don't|do not|can't|"
    r"cannot) )?(?:see|sees|expect|expects|believe|believes|think|thinks|doubt|count on|believe in|believes in) "
    r"(?:one|it|that|so|any|this)(?: happening| coming)?\W*$",
    re.I,
)
REMARKS = re.compile(  # whether a condition is likely to be met: "Unless there's a deal, and there is no sign of one,"
    r"(?:and|but|though|although|which) (?!(?:only )?(?:if|then|when|unless|provided|should|so)\b)(?:[\w'-]+ ){0,8}?"
    r"(?:will|won't|would|wouldn't|may|might|can't|cannot|does|doesn't|is|isn't|looks?|seems?|wants?|"
    r"supports?|favours?|"
    r"dares?|asks?)\b[^\d]*$",
    re.I,
)
NOT_THIS = re.compile(
    r"(?:(?:and )?not|as opposed to|rather than) (?:the |at |just |a mere )*", re.I
)  # and behind the figure, at most who holds it
HELD_BY = re.compile(r"(?: (?:like|as|that|which|its|his|her|their|the|of the|in the) [^,.;]{1,40})?\W*$", re.I)
REPLACED = re.compile(r"\b(?:some(?:body|one)|any(?:body|one)) (?:else|other)\b", re.I)
EMPHASIS = re.compile(  # "Nobody, and I mean nobody,", "none of them, not one,"
    r"(?:and )?(?:I|we) (?:do )?mean (?:nobody|no one|none|never|not one|nothing)\W*$|not (?:a single |even )?one(?: "
    r"of (?:them|us|those))?\W*$|(?:and )?(?:not|never) (?:in )?the (?:slightest|least|faintest|smallest|remotest)(?: "
    r"(?:one|bit|of them))?\W*$|(?:and )?(?:none|never|nothing) (?:at all|whatsoever|whatever|"
    r"was|has been|will be)\W*$|(?:absolutely|literally) (?:nobody|none|no one|never)\W*$",
    re.I,
)
DENIES = re.compile(r"n't\b|\b(?:not|never|no|none|nobody|neither|nor|cannot|hardly)\b", re.I)
# What a claim goes on with, told beside it: ", attributing two points of it to", ", with the fund spent", ", so deep
# are the discounts".
RUNNING_ON = re.compile(
    r"(?:and )?(?!(?:according|including|excluding|counting|assuming|barring|depending|pending|providing|supposing|"
    r"during|missing|failing|nothing|being|spending|adding that)\b)(?:(?:still|thus|thereby|perhaps|possibly) "
    r")?[a-z]+ing\b(?! (?:will|would|is|was|could|may|has)\b)|with (?!(?:oil|urals|brent|growth|a ceasefire|"
    r"the war)\b)|so (?:deep|large|big|great|high|low|strong|weak)\b|(?:if at all|if ever|at all)\W*$",
    re.I,
)
FINITE_VERB = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|won't|can|cannot|to)\b|'(?:ll|s|re|ve)\b|\b(?:rose|"
    r"fell|grew|spent|came|reached|stood|hit|eased|slowed|slipped|jumped|climbed|dropped|plans|expects|aims|spends|"
    r"gets|puts|sets|ran|runs|amounts|comes|reaches|hits)\b",
    re.I,
)
QUOTED_NAME = re.compile(r'"(?:[\w\'-]+ ){0,3}[\w\'-]+"')
# Words that turn a claim round, hedge it, bound it or say what is counted: a stretch that holds one is never set aside
# as saying nothing.
TURNING = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|shall|should|won't|nonsense|rubbish|fantasy|myth|fiction|absurd\w*|"
    r"ridiculous|laughable|untrue|false|wrong|lie|lies|joke|dream|wishful|denied|denies|rejected|dismissed|only|alone|"
    r"except|excepted|exempted|excluding|including|counting|without|minus|adjusted|real|nominal|constant|net of|"
    r"after inflation|on paper|in theory|theoretically|supposedly|allegedly|apparently|at (?:the )?(?:very )?(?:best|"
    r"most|least|worst|earliest|latest)|tops|easily|max|maximum|minimum|whether|if|unless|until|had it|instead|rather|"
    r"opposite|contrary|half|twice|double|third|per (?:head|capita|person)|nowhere|nah|nope|doubt\w*|question|"
    r"unlikely|likely)\b|n't\b",
    re.I,
)
COUNTS = re.compile(
    r"'\d\d\b|\bsingle[- ]digit|\bper ?cent\b|\bpoint (?:zero|one|two|three|four|five|six|seven|eight|nine)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety)(?! times\b)\b",
    re.I,
)  # a number in words
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|'s|widely|generally|now|still)\s+(?:\w+ )?(?:expected|projected|thought|seen|"
    r"forecast|estimated|believed|said|reported|reckoned|predicted) to\b|\b(?:you|you'll|we|we'll|they|they'll|i|"
    r"i'll) (?:will |would |can |could |are going to )?see\b|\b(?:could|may|might) (?:(?:yet|still|also|even|"
    r"well) )?see\b|\bi'd (?:bet|wager|say)\b|\b(?:claims?|shows?|finds?|"
    r"notes?|reports?) (?:of|on)\b",
    re.I,
)
