"""Words by which a sentence is no claim of the field, or another than it seems: wishes, irony, polls, tenses,
chances."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import clause_words as cw

QUESTION = re.compile(r"\?\s*[\"']?$")
DEMAND = re.compile(
    r"\b(?:should(?! (?:say|add|think|stress)\b)|must(?! (?:say|add|admit|confess|stress|not (?:exclude|rule out))\b)|"
    r"ought to|(?:has|have|'s|'ve) (?:got )?to|need(?:s)? to|needs? (?=(?:at least |about |some )?[\d$€£])|let us|"
    r"please|is to be expected of|(?<!their )(?<!its )(?<!his )(?<!her )(?<!our )(?<!inflation )(?<!growth )(?<!rate )"
    r"calls? (?:on|for)|called (?:on|for)|calling (?:on|for)|urge[sd]?|demand(?:s|ed|"
    r"ing)?|ask(?:s|ed)? (?:parliament|allies|for)|wants? (?:every|all|allies|the allies|europe|others)|"
    r"insists? that \w+ must|is pressing|recommend\w*|be treated)\b",
    re.I,
)
COMPARED_WITH = re.compile(
    r"(?:as )?(?:compared (?:with|to)|against|relative to|from)(?: the (?:level|figure)s?(?: of)?)? (?P<year>(?:19|"
    r"20)\d\d)(?: levels?)?",
    re.I,
)
WHILE = re.compile(
    r"\W*(?:while|whereas|although|though|even (?:though|as)) [^,;]{3,160},", re.I
)  # a claim before the claim
COMES = re.compile(  # "should come in at 4%": what is expected, not what ought to be done
    r"\bshould (?:not )?be (?:expected|waited for|ruled out|excluded|counted on|taken for granted)\b|\bshould (?:then "
    r"|now |still |already |also |by then |thus )?(?:come (?:in|to|out|down)|(?:be|run|stay|stand|remain) (?:down|up|"
    r"back|close|near|around|at|above|below|over|under)|settle|land|average|peak|total|end up|amount|ease|fall|drop|"
    r"slow|narrow|widen|decline|stabili[sz]e|hover|reach|hit|exceed|expand|contract|shrink|grow|rise|climb|turn out|"
    r"work out|wind up|finish|creep|edge|approach|top|pass|cross|bottom|dip|slip)\b|"
    r"\bmust not (?:exclude|rule out)\b",
    re.I,
)
DECIDED_UPON = re.compile(  # what somebody may be called upon to do, too
    r"\b(?:down|up|back|above|over|below|under|at|fall|drop|decline|reach|hit|exceed|expand|contract|shrink|"
    r"grow|rise|climb|"
    r"top|pass|cross|approach|narrow|widen)$",
    re.I,
)
WISH = re.compile(
    r"\b(?:hopes?|hoped|would (?:like|love)|wish(?:es|ed)?|wants?|wanted|wanting|dreams?|if only|would that|raise a glass)\b",
    re.I,
)
NODATE = re.compile(
    r"\b(?:sooner or later|one day|eventually|in the long run|some ?day|in the end|at some point(?! (?:in|between|"
    r"from))|for ?ever|in time|in the long term|ultimately|one of these days|any ?time soon|before (?:too )?long|"
    r"(?:in|for) the (?:foreseeable|near|not too distant) future|in (?:the )?years (?:to come|ahead)|down the (?:road|"
    r"line)|as soon as possible)\b",
    re.I,
)
IRONY = re.compile(r"^(?:oh,? (?:of course|sure)|sure,|splendid|ah yes|of course|a round of applause|imagine)\b", re.I)
OTHER = re.compile(
    r"\b(?:per ?cent of (?:[A-Z]\w+s|people|citizens|adults)|(?:%|per ?cent) of (?:the |its |their |all )?(?:\w+ "
    r")?(?:budget|exports|imports|population|revenues?|expenditure)|decides? for (?:itself|themselves)|"
    r"(?<!redefine )(?<!change )(?<!widen )(?<!broaden )(?<!redraw )(?<!revise )(?<!alter )(?<!rewrite )(?<!narrow )"
    r"(?<!extend )(?<!loosen )(?<!expand )(?<!adjust )(?<!modify )(?<!amend )(?<!rules on )(?<!definition of )"
    r"(?<!rules for )(?<!redefining )what (?:counts|may be counted))\b"
)
POLL = re.compile(
    r"\b(?:(?<!at the )polls?\b(?! of (?:[\w-]+ ){0,3}?(?:economists|analysts|traders|desks|forecasters|"
    r"banks|strategists))|"
    r"pollster\w*|opinion surveys?|respondents|approval ratings?|voters(?! (?:will |would |could |may |"
    r"might |are (?:set|likely|expected|going) to )?(?:show|send|oust|eject|throw|vote|dump|turf|boot|kick|"
    r"unseat|remove|sack|evict|drive|topple|replace)\b))\b",
    re.I,
)
SOME_ALONE = re.compile(  # who hold a claim, and the others do not
    r"\W*(?:(?:only|just|no more than) (?:some|a few|one|two|three|a handful)|half|a (?:minority|third|quarter|fifth|"
    r"handful)|(?:fewer|less) than half)\b(?: of)?",
    re.I,
)
ALTERNATE = re.compile(
    r"\bit will be (?:in )?\d{4} before\b|(?:\bnot|n't)(?: be)? (?:until|till)\b|\b(?:every (?:other|second|third)|"
    r"alternate) (?:years?|months?)\b",
    re.I,
)
CHANCE = re.compile(
    r"\b(?:i'd|i would|i|we'd|we) (?:put|call|make|give) it (?:at )?(?:maybe |about |roughly |around |perhaps |"
    r"only )*(?:(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:ten|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety)|\d\d[-/]\d\d|\w+[- ]in[- ]\w+|\w+ ?(?:%|per ?cent))(?: odds| chance)? that\b|"
    r"\b(?:an? )?(?:\w+[- ]in[- ]\w+|\d+ ?(?:%|per ?cent)|fifty-fifty|even|better than even|good|"
    r"real|fighting|fair|decent|reasonable|sporting|outside|strong|serious|realistic|solid|genuine|"
    r"healthy) (?:chance|probability|likelihood)\b(?: of| that)?|\b(?:chances?|probability|likelihood|odds) (?:of |at |"
    r"is |are )?(?:about |put at )?\d+ ?(?:%|per ?cent)",
    re.I,
)  # a stated probability: the event, possible
CHANCE_OF = re.compile(  # "The chances of a truce by May are one in four"
    r"\W*(?:the )?(?:chances?|odds|likelihood|probability) (?:of|that) (?P<what>.+?) (?:is|are|stands? at|"
    r"runs? at) (?:now |only |just |about |around |roughly |some |perhaps )*(?:\w+[- ]in[- ]\w+\b|"
    r"\d+ ?(?:%|per ?cent\b)|fifty-fifty\b|even\b)",
    re.I,
)
ANOTHER = re.compile(r"\b(?:deficit|debt|shortfall|surplus|budget gap)\b", re.I)
A_BANK = re.compile(  # of which a bare percentage is no share for defence
    r"\b(?:the Fed|Fed|ECB|BoE|CBR|NBU|Riksbank|Norges Bank|Bundesbank|Bank of [A-Z]\w+|[Cc]entral [Bb]ank|"
    r"National Bank)\b(?! (?:says|said|expects|sees|forecasts|warns|predicts|projects))"
)
DEFINES = re.compile(r"^(?:counting|including|excluding|not counting)\b|\bincluded\W*$", re.I)  # what a figure counts
_OFTEN = r"(?:(?:\w+ly|not|also|once|then|still|first|long|even|all|both) )*"
AS_MEANT = re.compile(  # "as had been planned", "than it was expected to be": of what came about beside the plan
    rf"\b(?:as|than) (?:(?!\d)[\w']+ ){{0,4}}?(?:{cw.MEANT}|foresaw|on (?:course|track))\b(?: to \w+)?", re.I
)
PROMISED = re.compile(  # what was planned or expected of a time that is over
    rf"\b(?:was|were|has been|have been|had been|wasn't|weren't) {_OFTEN}(?:(?:{cw.MEANT})\b|(?:due|set|scheduled|"
    r"going|"
    r"bound|heading|headed) (?:to|for) (?!the\b|a\b|its\b)|on (?:course|track)\b|seen (?:at|\w+ing)\b|(?:planning|"
    r"aiming|hoping)\b|to (?:spend|reach|be|grow|rise|fall|meet|hit|have|run|get|come|end|shrink|cut|raise)\b)|"
    rf"\b(?:had|'d) {_OFTEN}(?:{cw.MEANT}|counted on|banked on|set out to)\b|\b(?:forecasters had|in (?:its|the|"
    r"their) (?:\w+ )?(?:plan|forecast|projection|programme)s? for|foresaw|envisaged|undertook|(?:banked|counted|bet|"
    r"reckoned) on|swore to|set out to|aimed (?:to|for|at))\b|(?<!\ba )(?<!\ban )(?<!the )(?<!its )(?<!their )(?<!is "
    rf")(?<!are )(?<!be )(?<!been )\b(?:{cw.MEANT}) (?=to\b|that\b|an?\b|it\b|its\b|growth\b|inflation\b|spending\b|"
    r"\d)|"
    r"\b(?:plan|forecast|projection|target|goal|promise|pledge|aim|objective|expectation)s? (?:\w+ ){0,5}?(?:was|were|"
    r"had been|stood at|came to)\b(?! (?:met|missed|reached|hit|exceeded|achieved|kept|beaten|"
    r"not))|\b(?:budget|plan|law)s? (?:\w+ ){0,3}(?:provided for|allowed for|assumed|put)\b|\b(?:promised|pledged|"
    r"agreed|committed|planned|vowed|intended|aimed|targeted|budgeted)\b",
    re.I,
)
GIVEN_UP = re.compile(  # what had been planned is the plan no longer
    rf"\b(?:had|'d) {_OFTEN}(?:planned|intended|meant|hoped|wanted|expected|forecast(?:ed)?|projected|predicted)\b|"
    rf"\b(?:was|were) {_OFTEN}(?:supposed|meant)\b",
    re.I,
)
LEAD = re.compile(
    r"(?:^|[.!?;:,]\s|\s(?:and|but|while|yet)\s)(?P<last>(?:(?![.!?;:,]\s|\s(?:and|but|while|yet)\s).)*)$", re.S
)
WILL = re.compile(r"\b(?:will|won't|shall|going to|gonna)\b|'ll\b", re.I)
EXPECTS = re.compile(
    r"\b(?:expects?|forecasts?|projects?|foresees?|anticipates?|predicts?|plans?|intends?)\b(?! (?:showed|said|was|"
    r"were|had|put))",
    re.I,
)
VERBS = re.compile(
    r"'(?:s|re|m|ve|d|ll)\b|n't\b|\b(?:is|are|was|were|be|been|am|has|have|had|do|did|will|would|could|can|may|"
    r"might|shall|\w{3,}s|\w{3,}ed|\w{4,}ing|spent|gave|put|cut|hit|set|met|made|took|rose|fell|grew|stood|ran|went|"
    r"came|got|held|kept|sold|paid|lost|won)\b",
    re.I,
)
THE_PLAN = re.compile(
    r"\bthat(?:'s| is) (?:the|our|their|his|her) (?:plan|goal|target|aim|promise|pledge|commitment|ambition|idea)\b|"
    r"\b(?:is|are) meant to\b|, (?:vow|pledge|promise)[sd]?\b|\b(?:is|remains) (?:the|[\w-]+'s?) (?:[a-z]+ )?(?:goal|"
    r"target|aim|promise|pledge|commitment|ambition)(?: for (?:19|20)\d\d)?\W*$",
    re.I,
)
NOT_BEFORE = re.compile(  # "not before" in other words: two claims, of what comes before and of what comes then
    r"\bneeds? (?:until|till|another|at least)\b|\b(?:no|not) (?:earlier|sooner) than\b(?! expected)|\bnot (?:any |"
    r"a (?:day|month|year) )?(?:sooner|earlier|before (?:then|that))\b|\bonly (?:reach|get|hit|meet|arrive|come|cross|"
    r"pass)\w*\b(?=.*\b(?:in|from) (?:19|20)\d\d)|\bfor another \w+ years\b|\b(?:out of|beyond|within) (?:the |easy |"
    r"its |their )?reach\b",
    re.I,
)
# A report behind the claim that takes it back, and words that leave open whether it holds.
UNHELD = re.compile(
    r"\b(?:nobody|no one|few|hardly any(?:body|one)?|doubt\w*|not|never|nonsense|fantasy|myth|wrong\w*|false\w*|"
    r"(?<!to )(?<!before )s[ck]eptical)\b|n't\b",
    re.I,
)
OF_ITS_SOURCE = re.compile(  # how who says so fared before, or what he is: "who has been wrong before"
    r"\b(?:(?:who|which)(?: (?:has|have|had|is|was))?|whose (?:[\w'-]+ ){1,4}?(?:has|have|had|was|were)|"
    r"an? (?:man|woman|"
    r"body|house|figure)|himself|herself)(?: (?:himself|herself|not|never|rarely|seldom|often|frequently|repeatedly|"
    r"sometimes|occasionally|twice|more than once|once))* (?:been (?:proved |proven )?(?:wrong|mistaken|"
    r"right)|come true|"
    r"(?:known|noted|famed|famous) for|(?:given|prone) to|shy of)\b(?! (?:it|that|this|about it|on this)\b)[^,;]{0,40}",
    re.I,
)
SEEMING = re.compile(
    r"\b(?:on paper|in theory|theoretically|supposedly|allegedly|purportedly|in name only|over the forecast (?:period|"
    r"horizon)|no (?:more|less)(?=\W*$)|while (?:it|this|that|the war|the fighting|sanctions|they) \w+)\b",
    re.I,
)
# "May the pact never ...": a wish, not a possibility ("May could see ...", "In May").
OPTATIVE = re.compile(
    r"\W*May (?!\d|be\b|see\b|sees\b|will\b|could\b|brought\b|was\b|is\b)(?:the |our |this )?[\w' -]+?\b(?:never|"
    r"always|not|soon|long)\b"
)
FRONTED = re.compile(  # an opening that says of what, of whom or how the claim is meant
    r"\s*(?:(?:out )?of (?:all|the|its|those)\b|with(?:out)?\b(?! respect)(?! (?:the |its |their |"
    r"an? )?(?:(?!all|every|no|only)[a-z'-]+ ){1,4}?(?!exclud|includ|count|leav|strip|remov|adjust|allow|"
    r"discount|factor|net|constitut|account|mak|compris|be)[a-z]+ing\b(?! (?:out|aside)))|(?:before|after|"
    r"net of|minus|plus|less|"
    r"for) (?:[\w-]+\s*)?$|(?:leaving|taking|counting|setting|allowing|barring|save|except|apart|aside|on|in|by|among|"
    r"relative|once|only)\b|(?:measur|averag|adjust|exclud|includ|express|stripp|correct|discount|weight|valu|convert|"
    r"calculat|defin|comput))",
    re.I,
)
BESIDE_ANOTHER = re.compile(r"\W*(?:(?:as )?compared|in comparison|relative|next) (?:with|to)\b", re.I)  # a party
_PRICES = r"(?:inflation|(?:the )?(?:price (?:rises|increases|growth)|rises? in prices)|(?:(?:rising|higher) )?prices)"
AT_A_PRICE = re.compile(  # "with Brent at fifty"
    r"with (?:the )?(?:price of )?(?:oil|crude|brent|urals|a barrel)(?: [\w']+){0,3}? (?:at|below|above|near|around|"
    r"under|over)\b",
    re.I,
)
LESS_INFLATION = re.compile(  # in constant prices
    rf"(?:(?:with|once|when|after) )?{_PRICES} (?:(?:is|are|has been|have been|being) )?(?:(?:taken|stripped|left|"
    r"netted|factored) out|discounted|deducted|subtracted|removed|allowed for|accounted for|set aside)\b|(?:after |"
    rf"when |once )?(?:adjust(?:ed|ing)|correct(?:ed|ing)|allowing|account(?:ed|ing)) for {_PRICES}\b|(?:net|"
    rf"stripped) of {_PRICES}\b|(?:leaving|taking|stripping) (?:out {_PRICES}|{_PRICES} out)\b",
    re.I,
)
