"""What is said right behind a claim: the answer to a question of one's own, and fragments that take the claim back."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.stance.asking_words import SAYS_NO, STUNNED
from overstretch.claims.reader.vocabulary import plain
from overstretch.statements.reading.own_answers import adds_nothing

SHORTEST_ASKED = 4  # words
LONGEST = 8  # words of a fragment that may take a claim back
MOST = 3  # fragments

SAYS_YES = re.compile(
    r"(?:yes|yeah|yep|(?:sure|absolutely|definitely|certainly|of course)(?!,? (?:not|and|when|if)\b)|you bet|"
    r"no doubt|for sure|no question|(?:bet|"
    rf"count|bank) on it|{STUNNED} "
    r"(?:didn't|doesn't|don't|weren't|wasn't|isn't|did not)|i (?:do )?(?:think|believe|reckon) so|i do|it (?:will|"
    r"does|is)|(?:they|he|she) (?:will|do|does|is|are)|(?:that's(?! what )|it's|it is|quite|very|entirely|could well be|"
    r"wouldn't surprise)\b[^.?!]{0,20})\b",
    re.I,
)
_BUT = re.compile(
    r"\b(?:if|but|unless|provided|assuming|paper|theory|only|when|before|after|until|without|who knows)\b", re.I
)
_NO_ANSWER = re.compile(r"n't\b|\b(?:or|not|never|no|if|how|what|who|why|where|when|which|surprised)\b", re.I)
_SAYS_WHO = re.compile(
    r"[,\s]+(?:(?:is what |that's what )?(?:\w+ ){0,4})?(?:says?|said|according to|thinks?|believes?|reckons?|"
    r"insist(?:s|ed)?)\b[^,;.\d]{0,60}\W*$",
    re.I,
)
_NO_MORE = re.compile(  # words behind a yes or a no that add nothing to it
    r"(?:[\s,:;'\"-]*(?:so|it|that|this|they|he|she|we|i|you|there|will|would|won't|do|does|did|is|are|am|can|"
    r"cannot|be|have|has|happens?|"
    r"happening|going to|gonna|managed?|(?:\w+n't)|indeed|of course|for sure|for certain|for one|for my part|"
    r"certain|certainly|sure|"
    r"absolutely|definitely|surely|really|truly|too|either|at all|no|yes|yeah|yep|nope|nah|never|ever|not|sadly|"
    r"alas|afraid|i'm|i'd|i'll|fear|unfortunately|regrettably|thankfully|happily|frankly|honestly|obviously|"
    r"clearly|naturally|"
    r"chance|a chance|a hope|doubt|the slightest doubt|any doubt|question|about|bet|on your life|my house|my money|"
    r"on it|"
    r"in (?:hell|heaven)|in (?:a |one )?(?:(?:million|thousand|hundred) years|(?:million|thousand|hundred)|"
    r"month of sundays)|in (?:my|our|a|this) lifetime|in my view|in my book|in my opinion|if you ask me|"
    r"sir|madam|ma'am|minister|prime minister|chancellor|president|senator|congress(?:wo)?man|chair(?:man|woman)?|"
    r"mr|mrs|ms|mate|"
    r"friends?|my|dear|ladies and gentlemen|colleagues|think|believe|reckon|say|tell you|promise you|period|"
    r"full stop|"
    r"end of story|simple as that|exactly|entirely|quite|very|possible|likely|probable|plausible|true|inevitable|"
    r"on the cards|"
    r"and how|and then some|even|remotely|close|me|surprise|the case|coming|on the way|by a long (?:way|chalk|"
    r"shot)))*\W*",
    re.I,
)
_THE_OTHER = {  # what turns a yes, and a no
    "yes": re.compile(r"\b(?:no|nope|not|never|nah|hardly)\b|n't\b", re.I),
    "no": re.compile(r"\b(?:yes|yeah|yep|sure|(?:will|does|do|is|are)(?! not|n't| never))\b", re.I),
}
_PLAIN_NO = re.compile(r"(?:no|nah|nope|never)\b", re.I)


def answer_to(own: str, behind: str, said: date) -> str:
    """'yes' or 'no' where what stands behind a question answers it so and adds nothing that bounds the answer; else
    ''."""
    if _NO_ANSWER.search(own) or len(own.split()) < SHORTEST_ASKED:
        return ""
    for answer, pattern in (("no", SAYS_NO), ("yes", SAYS_YES)):
        if m := pattern.match(behind):
            rest = re.split(r"[.!?]", behind[m.end() :])[0]
            if _BUT.search(rest) or (answer == "no" and moments(rest, said)):
                return ""
            turned = (answer == "yes" or _PLAIN_NO.match(m.group())) and _THE_OTHER[answer].search(rest)
            bare = _NO_MORE.fullmatch(rest) or (_SAYS_WHO.match(rest) and not _DOUBTS.search(rest))
            return answer if bare and not turned else ""
    return ""


def answers_possible(behind: str) -> bool:
    """Whether what stands behind a question answers that it is possible, and nothing that bounds the answer."""
    said = re.split(r"[.!?]", behind.lstrip(" ?.!\"'”’"), maxsplit=1)[0]
    found = _POSSIBLE.search(said)
    return found is not None and not (_BUT.search(said) or _ONCE.search(said) or _PART.search(said, found.end()))


_POSSIBLE = re.compile(
    r"\b(?:cannot|can't|could not|couldn't|should not|shouldn't|(?:is |are )?not(?: to)?) be (?:\w+ly )?(?:excluded|"
    r"ruled out|discounted|dismissed)\b|\b(?:(?:i|we|he|she|they|you) (?:cannot|can't|could not|couldn't|would not|"
    r"wouldn't|won't|do not|don't|will not)|(?:nobody|no one) (?:can|could|would|will)) (?:(?:exclude|discount|"
    r"dismiss) (?:it|that|this)|rule (?:it|that|this) out|rule out (?:that|this))\b|(?<!not )(?<!hardly )\bpossible\b",
    re.I,
)
_PART = re.compile(  # "cannot be excluded for industry": of a part alone
    r"\b(?:for|in|on|over|among|of|within|across) (?!(?:now|sure|certain|principle|practice|any|fact|my|our|his|her|"
    r"their|its|(?:the|this|that) (?:view|opinion|moment|time|coming|next|year|case|whole|near|end)|this|that|course|"
    r"(?:19|20)\d\d|a|an)\b)",
    re.I,
)
_ONCE = re.compile(r"\b(?:ago|last|earlier|then|once|used to|no longer)\b", re.I)


def answers_plainly(said: str) -> bool:
    """Whether words that begin with a yes or a no are no more than that."""
    m = SAYS_NO.match(said) or SAYS_YES.match(said)
    return m is None or _NO_MORE.fullmatch(said, m.end()) is not None or _SAYS_WHO.match(said, m.end()) is not None


def takes_back(behind: str, bare: bool, denied: bool) -> str:
    """The fragment behind a claim that takes it back, doubts, bounds or mends it; '' where none does. bare: the claim is
    a topic with what is said of it, or a question with its answer, of which any fragment may say something;
    denied: the claim is a denial, which "no" affirms."""
    behind = re.split(r"\n", behind, maxsplit=1)[0]
    answers = behind.startswith("?")
    for part in re.split(r"(?<=[.?!])\s+", plain(behind).lstrip(" ?.!\"'”’)"))[:MOST]:
        words = part.strip(" .!\"'”’")
        if _MOCKS.match(part):
            return part.strip(" .!")
        if not words or part.rstrip("\"'”’").endswith("?") or len(words.split()) > LONGEST:
            return ""
        if answers and (m := _POSSIBLE.search(words)) and _PART.search(words, m.end()):
            return words
        if adds_nothing(words) or _POSSIBLE.search(words):
            continue
        words = _HARMLESS.sub(" ", words)
        if _DOUBTS.search(words) or (not denied and (_DENIES.search(words) or _NOT_SO.search(words))):
            return part.strip(" .!")
        if bare and re.search(r"\w", words) and not (_FINITE.search(words) or _THEY_DO.match(words)):
            return part.strip(" .!")
    return ""


_MOCKS = re.compile(  # a question that doubts what was said
    r"\W*(?:says who|who says(?: so)?|says you|(?:oh,? )?really|honestly|seriously|since when|with what(?: money)?|"
    r"with whose money|on what "
    r"planet|in (?:what|which) (?:universe|world)|who believes (?:that|it|this)|who (?:are they|is he|"
    r"is she) (?:kidding|fooling)|"
    r"are (?:you|they) (?:kidding|joking|serious)|is (?:he|she|it) (?:joking|serious|a joke)|you (?:think|reckon)|"
    r"(?:will|would|does|do|is|are) (?:it|they|he|she|we)|or (?:not|is it|will it|will they)|true|sure|right|"
    r"and if not|how|at what price)\?",
    re.I,
)
_THEY_DO = re.compile(r"(?:they|it|he|she|we|i|you|nobody|everyone) [a-z]+", re.I)  # "They grumble"
_FINITE = re.compile(
    r"\b(?:will|would|could|can|may|might|is|are|was|were|do|does|did|has|have|had)\b|'(?:ll|re|s|d|ve)\b|n't\b", re.I
)
_HARMLESS = re.compile(  # "no" that denies nothing of the claim
    r"\b(?:no|without|beyond|not (?:a|the slightest)) (?:doubts?|questions?|question about it|mistake|ifs|buts|"
    r"joke|jokes|kidding|"
    r"surprises?|wonder|matter|two ways|small (?:feat|thing|sum)|mean (?:feat|sum)|exaggeration|secret|need|thanks|"
    r"pressure|offence|idea why|alternatives?|other (?:way|choice|option)s?|choice|comments?|details|explanations?|"
    r"going back|turning back|way (?:round|around) (?:it|that))\b"
    r"(?: about it| about that)?|\bnot (?:an? )?(?:\w+ )?(?:advice|bad|before time|surprising\w*|surprised|cheap|"
    r"small|trivial|"
    r"negligible|pretty|easy|good|great|enough|a joke|joking|kidding|exaggerating)\b|\bnever mind\b|"
    r"\bmake no mistake\b|\bno less\b|\bno more\b|"
    r"\bno later\b|\b(?:cannot|can't|could not|don't|do not) (?:be )?(?:doubt|question|exclude|deny)\w*(?: it|"
    r" that)?",
    re.I,
)
_DENIES = re.compile(  # a fragment without a verb that denies
    r"^(?!.*(?:\b(?:will|would|could|can|may|might|is|are|was|were|do|does|did|has|have|had)\b|'(?:ll|re|s|d|ve)\b|"
    r"n't\b)).*"
    r"\b(?:no|not|never|nope|nah|nay|nyet|none|nobody|neither|nor|hardly|scarcely|barely|zero chance|nowhere)\b",
    re.I,
)
_NOT_SO = re.compile(  # a short sentence that says that it is not so
    r"^\W*(?:(?:but|and|well|only|except|spoiler|surely|of course|trouble is|thing is|alas|sadly)[,:]? )*"
    r"(?:(?:it|they|he|she|that|we|there|this|which) (?:\w+ ){0,3}?(?:\w+n't|not|never|cannot)|"
    r"(?:i|we) (?:\w+ )?(?:doubt|don't think|do not think|don't see|don't believe|do not believe|don't buy))"
    r"(?: (?:happen|happening|be|do|does|doing|so|it|that|this|come|about|going|to|gonna|work|last|fly|true|the case|"
    r"materialise|materialize|see|a word|for|one|of|a|minute|moment|second|either|at|all|ever|\w+ly))*\W*$|"
    r"\b(?:wouldn't|would not|don't|do not|won't|will not|can't|cannot|never) (?:\w+ )?(?:put (?:any |much |my |"
    r"your )?(?:money|shirt|house)|bet|"
    r"bank|count|rely|hold (?:your|my|our) breath|believe|buy|hold out|get your hopes|be so sure|be fooled|bite|"
    r"kid|fall for|"
    r"make me laugh)\b|\b(?:nobody|no one|no-one|few|hardly anyone|who) (?:\w+ )?(?:believes?|thinks?|expects?|"
    r"buys?)\b",
    re.I,
)
_DOUBTS = re.compile(  # what doubts, mocks, bounds or mends what was said before it
    r"\b(?:unlikely|improbable|implausible|doubt(?:s|ful|ed|fully|able)?|dubious|sceptical|skeptical|unconvinc\w+|"
    r"questionable|debatable|"
    r"(?:almost|nearly|not quite$)|just about|wish\w*|if only|fantas\w+|fairy ?tales?|dream\w*|pipe ?dreams?|"
    r"fiction|myth|illusions?|delusion\w*|"
    r"fat chance|slim chance|some chance|small chance|little chance|chance would|long shot|tall order|some hope|"
    r"pull (?:the other|my)|other leg|tell me another|"
    r"my (?:foot|eye|arse|hat)|as if|yeah right|right,? sure|sure,? sure|lol|lmao|rofl|ha|haha\w*|hah|heh|pff+t?|"
    r"pfui|bah|please|come on|"
    r"come off it|good luck|best of luck|try (?!again)|more like|make (?:that|it)|rather|better|worse|spoiler|"
    r"who knows|who can say|god knows|"
    r"heaven knows|anyone's guess|anybody's guess|toss-?up|coin[- ]?(?:toss|flip)|could be|could go|might be|"
    r"may be|maybe|perhaps|possibly|conceivably|"
    r"hopefully|with luck|god willing|inshallah|fingers crossed|touch wood|knock on wood|we hope|i hope|let's hope|"
    r"one hopes|here's hoping|"
    r"so (?:they|he|she|we|it|people|the \w+|(?-i:[A-Z])\w+) (?:say|says|said|claims?|hopes?|thinks?|believes?|"
    r"is said)|or so|allegedly|supposedly|"
    r"reportedly|ostensibly|nominally|in theory|theoretically|on paper|officially|technically|in name|at a stretch|"
    r"at a pinch|some day|someday|"
    r"one day|eventually|in the end|yes and no|up to a point|in a sense|sort of|kind of|after a fashion|pigs|"
    r"flying pigs|"
    r"hell freezes|when hell|month of sundays|blue moon|joking|kidding|only a joke|just a joke|a joke|sarcasm|"
    r"irony|ironic\w*|satire|satirical|april fool\w*|"
    r"says who|who says|i'?ll believe|believe (?:it|that) when|see it (?:first|to)|remains to be seen|"
    r"time will tell|we'?ll see|we shall see|you wish|"
    r"you jest|you'?re (?:joking|kidding)|surely not|of course not|far from it|anything but|quite the (?:opposite|"
    r"contrary|reverse)|"
    r"(?:just |exactly )?the (?:opposite|contrary|reverse)|on the contrary|the other way|au contraire|hogwash|bunk|"
    r"bunkum|baloney|bull\w*|claptrap|piffle|tosh|twaddle|"
    r"hot air|nonsense|rubbish|poppycock|humbug|balderdash|propaganda|lies?|lying|a lie|false|untrue|wrong|fake|"
    r"forget it|dream on|get real|"
    r"get away|jog on|give over|do me a favour|don't make me laugh|laughable|ridiculous|absurd|preposterous|"
    r"impossible|inconceivable|"
    r"unthinkable|out of the question|not happening|double (?:that|it)|half (?:that|of that|of it)|halve (?:that|"
    r"it)|twice (?:that|as)|treble (?:that|it)|"
    r"plus|minus|included|inclusive|excluded|excepted|including|excluding|gross|net|scratch that|strike that|sorry|"
    r"correction|i mean|or rather|er|um|wait|hang on|"
    r"hold on|on second thoughts?|take that back|i take (?:it|that)|you'd think|one would think)\b|"
    r"^(?:sure|right|yeah|ok|okay|hm+|hmm|well|really|great|brilliant|wonderful|fine)$",
    re.I,
)
