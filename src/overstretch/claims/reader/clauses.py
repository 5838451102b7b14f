"""A sentence taken apart: the claim, its conditions, its cause, who reports it, and asides, each with its place and its reason.

Everything but the claim is masked (blanks of the same length), so that offsets stay those of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find, inflected, not_saying, patterns
from overstretch.statements.lexicon import lexicon


def _saying() -> str:
    """Their finite forms as one pattern, from the verbs by which statements are found; a bare stem only where it is no noun."""
    verbs = [v for v, cue in lexicon().verbs.items() if cue.frames & {"that", "quote"} and v not in not_saying()]
    forms = {form for verb in verbs for form in inflected(verb) if form != verb and not form.endswith("ing")} - {
        "states"
    }
    more = (
        r"says?|believe|think|predict|expect|estimate|reckon|claim|calculate|suggest|suggesting|argue|warn|shows?|has it|put it|pencil(?:led)? in|finds?|worked out|is convinced|are convinced|"
        r"sees?|wagers?|states(?= that)|holds(?=\s*$)|dismissed|fears?|feared|doubted|mark my words|i'm telling you|is on record"
    )
    return f"(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))}|{more})"


SAYING = _saying()
BY_FEW = re.compile(
    r"\W*(?:few|no|none|not one|not a single|hardly any\w*|almost no\w*|scarcely any\w*|neither|nobody)\b", re.I
)  # who holds a claim: the denial stands with the one who is said to expect it
_LEAD = re.compile(
    rf"^\W*(?:(?:[\w'’.-]+[\s,]+){{0,14}}?(?P<verb>{SAYING})(?: (?:reporters|parliament|the [\w-]+|senators|lawmakers|journalists|clients|[A-Z]\w+))?(?: (?:on|in) \w+)?(?: once more)?(?: that|:))\s+",
    re.I,
)
_LEAD_STANCE = re.compile(
    r"^\W*(?:[\w'’.,-]+ ){0,8}?(?P<stance>nothing (?:suggests|indicates|points to)(?: that)?|there is nothing to suggest(?: that)?|(?:there is |i see |we see )?no (?:sign|indication|evidence|suggestion|reason to (?:believe|think|expect|fear|suppose))(?: that| of)?|it is (?:hard|difficult|impossible) to (?:see|imagine|believe|picture)(?: how| that)?|few (?:expect|believe|think)(?: that)?|(?:the )?(?:chances|odds|likelihood|probability) (?:that|of)|doubts?(?: that| whether)?|(?:does|do|did)(?: not|n't) (?:exclude|rule out|expect|think|believe|see)(?: that)?|cannot (?:exclude|rule out)(?: that)?|fears?(?: that)?|"
    r"(?:nobody|no one|hardly anyone|almost nobody|few|no|none|not one|not a single|hardly any|almost no|scarcely any|neither)(?: [\w,'-]+){0,6}? (?:thinks?|expects?|believes?|sees?|forecasts?|predicts?|foresees?|anticipates?|reckons?)(?: that)?(?! to\b)|(?:it is|it's) (?:possible|conceivable|likely|unlikely|far from certain|anything but certain|not certain|doubtful|certain|clear)(?:[, ]+[\w' ]{0,50},)? that|"
    r"(?:nobody|no one) should be surprised if|(?:do not|don't) be surprised(?:, [\w ]+,)? if|(?:do not|don't) expect|there is no (?:scenario|way|chance)(?: in which| that)?|it is (?:the|our|my) (?:view|assessment|judgement|expectation)[\w ]{0,30} that|(?:assessment|view|forecast|expectation|reading|conclusion|verdict) is that|there is (?:little|no|hardly any|next to no|almost no) (?:chance|prospect|hope|likelihood|sign)(?: of| that)?|it would be a (?:miracle|surprise) if|(?:i|he|she|we)(?: would|'d) be (?:very |quite |really )?(?:surprised|astonished|amazed) if|cannot be ruled out that)\s+",
    re.I,
)
_OFFICE = r"(?:chief|minister|ministers|general|official|officials|analysts?|think-?tank|experts?|adviser|spokesman|spokeswoman|spokesperson|bank|bankers?|institute|agency|president|chancellor|envoy|ambassador|commander|watchdog|economists?|report|survey|study|minister says|governor|source|sources)"
_HEAD = re.compile(
    rf"^\W*(?:(?:[\w'.-]+ ){{0,4}}{_OFFICE}|LIVE|(?:BREAKING|JUST NOW|JUST IN|UPDATE)\W*(?=\W\s)|EXCLUSIVE|WATCH|hot take|reminder|PSA|bottom line|my take|prediction|forecast|[A-Z][A-Z .]+, [A-Z][a-z]+ \d{{1,2}}\. /\w+/\.|[A-Z][A-Z .]+ \(\w+\) -)(?::|(?<=[./-]))\s+",
    re.I,
)
_SEER = re.compile(
    rf"^\W*(?:[\w'.-]+ ){{0,5}}?{_OFFICE} (?:sees?|expects?|projects?|forecasts?|predicts?|reckons?|believes?|anticipates?)\s+(?!to\b|that\b|out\b|the day\b)",
    re.I,
)
_ORG = re.compile(  # an institute or a bank that is no party: "Moody's expects", "Analysts at Danske Bank see"
    r"^\W*(?P<org>(?:(?:the|analysts|economists|experts|strategists|researchers) )*(?:at |from |with |of )?(?:the )?[A-Z][\w.&'-]*(?: (?:of |at |for |and )?[A-Z][\w.&'-]*){0,4})(?: now| still| already)? "
    r"(?:sees?|expects?|projects?|forecasts?|predicts?|reckons?|anticipates?|estimates?|puts|pegs|pencils in|foresees?|assumes?)\s+(?!to\b|that\b)",
)
_SOURCE = re.compile(  # "Figures published in August put", "A ministry paper has"
    r"^\W*(?:[\w'.&-]+ ){0,6}?(?:figures?|tables?|data|statistics|numbers|estimates?|papers?|reports?|study|survey|documents?|drafts?|plans?|notes?|calculations?|projections?|forecasts?|simulations?|models?|accounts|comparison|analysis|review|budget|bill|law)"
    r"(?: [^,;:.%$€£]{0,60}?)? (?:puts?|ha[sd]|have|shows?|showed|pegs?|pegged|sees?|saw|suggests?|suggested|indicates?|reveals?|revealed|envisages?|foresees?)(?: that)?\s+(?=\S)",
    re.I,
)
_OPENING = re.compile(
    r"^\W*(?:citing|quoting|speaking|addressing|asked|pressed|briefing|testifying|according to|in an? (?:interview|briefing|report|note|speech)|at a (?:press|news) conference)\b[^,;:]*[,:]\s+",
    re.I,
)
_REPORT = re.compile(
    rf"\b{SAYING}\b|\baccording to\b|\bin the view of\b|\bby (?:our|his|her|their) (?:reckoning|count|lights)\b|\bin (?:our|its|their) (?:baseline|view|opinion|assessment)\b",
    re.I,
)
_CONDITION = re.compile(
    r"^(?P<word>even if|only if|if|unless|provided(?: that)?|assuming(?: that)?|(?:as |so )?long as|once|in case|should|were|barring|without|with (?=oil|urals|growth|a ceasefire|the war|brent)|at (?=(?:forty|fifty|sixty|\d+|\$\d+) dollars?)|supposing|given that|on condition that|while (?=(?:it|this|that|the war|the fighting|the conflict|sanctions|they) )|when (?=(?:the war|a ceasefire|the fighting|peace)))\b",
    re.I,
)
_LATE = re.compile(
    r"[ ,](?P<word>even if|only if|if|unless|provided(?: that)?|as long as|so long as|once(?= the| a| peace)|in case|assuming)\s",
    re.I,
)
_ASIDE = re.compile(
    r"^(?:which|who|whose|whom|where|and I (?:stress|repeat|mean)|one of (?:the two|them)|already|something|having|making|leaving|even(?: though)?|whatever|however|whoever|wherever|though|although|while|whereas|despite|in spite|notwithstanding|intelligence|with no|"
    r"that is|meaning|a level|an? (?:sign|feat|record|year|move|figure|trim|order|far)|the (?:first|highest|lowest|most|widest|slowest|biggest|largest|least)|up from|down from|against|compared|as against|rather than|instead of|including|not counting|excluding|"
    r"after|before (?=\w+ing)|as (?:the|it|they|officials|things|berlin|a|he|she)|as [\w' ]+? (?:had|did|has)\b|despite|defence being|policies unchanged|reservists|special fund|mark|and then some|so to speak|then|well|right|like|"
    r"thanks to|citing|referring|depending|just as|exactly|roughly|give or take|nor|long|once|now|currently|half a|ahead of|still|especially|notably|namely|such as|like|for (?:one|example|instance)|"
    r"of all|to be (?:sure|precise)|by the way|in fact|of course|indeed|moreover|meanwhile|instead|yet|but (?=with|without|not)|plus|period|no way|again|too|as usual|as ever|as always|alone|together)\b",
    re.I,
)
# Inside a claim: comparisons with an earlier figure, records over time, what somebody calls it. Each is set aside.
_FIG = r"(?:(?:about|around|only|just|some|roughly|nearly|the|a|an) )*[$€£]?(?!(?:19|20)\d\d\b(?!\s?(?:%|per|bn|billion|trillion|million)))(?>\d+(?:[.,]\d+)*)(?:\s?(?:%|pc\b|per ?cent|percent|bn|trn|tn|mn|billion|million|trillion))*(?: of (?:gdp|output))?(?: (?:roubles|rubles|euros|dollars|points))?"
_INLINE = re.compile(
    rf"(?:,? for the (?:first|second|third) time(?: since (?:the \w+|(?:19|20)\d\d)| in (?:(?:a|\w+) )?(?:years|decades?|generations?|century|memory))?(?= |[,.;]|$)| while (?:I|he|she|we|they) (?:am|is|are|remains?) (?:still )?in (?:office|power|charge)|"
    rf"(?<=[\w%]),? (?:rather than|instead of|as against|against|compared with|compared to|after (?:years|decades|months) (?:around|at|of|below|under|near)|up from|down from|from|after|well below|well above)(?: the)? {_FIG}(?: (?:in (?:19|20)\d\d|in [A-Z]\w+|last year|this year|(?:the|a) (?:year|week|month|quarter) (?:before|earlier|ago)|today|now|at present|planned|in the [^,.;]+|(?:written|foreseen|budgeted|planned|set) (?:down |out )?(?:in|into|by|for) (?:the )?[\w ]{3, 20}))?(?=[,.;]|$| in | by | next | as | to ))",
    re.I,
)
_WITH = re.compile(
    r"^(?:together with|along with|alongside|apart from|except|other than|excluding|minus|plus)\b", re.I
)  # more or fewer than those named in the claim
_REASON = re.compile(
    r" (?:as(?! (?:much|many|high|low|well|an?|of|early|soon|late|far|long|big|large|small|little|few|deep|part|fast|it|they|planned|promised|agreed|expected|things)\b)|because|while|now that|just as) [\w' -]+\W*$"
)
_COMPARISON = re.compile(
    r"^(?:(?:now|only|currently|just|still|already|barely|about|roughly|nearly|some|almost|over|more than|a full|a good|well) )*(?:[$€£]?[\d.,]+|half|a (?:third|quarter|fifth)|an?|one|two|three|four|five|six|seven|eight|nine|ten|twice|double|as much)\b.{0,60}?\b(?:more|less|higher|lower|fewer|as much|faster|slower|down|up)\b.{0,26}?\b(?:than|as|on|from)\b|"
    r"^(?:now|only|currently|still|already|just)(?= (?:at|about|around|some|roughly|nearly|almost|under|over|above|below|barely|less|more|fewer|half|twice|a|an|the|from|up|down|[$€£]?\d|\w+ing|\w+ed)\b)[^,]*(?:\d|per cent|percent)[^,]*$|^(?:about|roughly|nearly) (?:as much|as high|a (?:third|quarter|fifth|tenth)|half|twice|\w+ times)\b|^(?:the same|one) (?:as|of)\b|^as against\b|^still (?:more|less|higher|lower|above|below|among|well|the)\b",
    re.I,
)
_THEN = re.compile(  # what the figure was or is, beside the claim: ", 63% last year,"
    r"^(?:(?:at|only|just|now|about|around|some|nearly|almost|roughly) )*[$€£]?\d[\d.,]*\s?(?:%|pc|per ?cent|percent|bn|trn|tn|billion|trillion|million|rou?bles|rubles|euros|dollars|of gdp|[ -])*"
    r"(?:last year|a year (?:ago|earlier|before)|the year before|today|now|at present|currently|right now|on (?:\d+ [A-Z]\w+|[A-Z]\w+ \d+)|so far)\W*$",
    re.I,
)
_SAME = re.compile(  # the same amount by another measure: ", or 1.9% of GDP"
    r"^(?:(?:or|that is|which is|equal to|equivalent to|the equivalent of|i\.e\.) )?(?:about |around |roughly |some |nearly |almost |just over |just under )?[$€£]?[\d][\d.,]*\s?(?:%|pc|pct|per ?cent|percent|bn|trn|tn|mn|billion|trillion|million)(?: (?:of (?:gdp|output)|roubles|rubles|euros|dollars|pounds))*$",
    re.I,
)
_FORWARD = re.compile(
    r"\b(?:(?:could|may|might|will|would|can|is likely to|are likely to|is to|threatens? to|threatening to|to|is bound to|are going to|is going to|only) )?(?:(?P<lead>lead to|leads to|led to|end in|ends in|result in|results in|trigger|triggers|cause|causes|bring about|brings about|spell|spells|mean the end|provoke|provokes|invite|invites|bring down|brings down|topple|topples|break up|tear|"
    r"push|pushes|drive|drives|tip|plunge|plunges|force|forces|compel|compels|drag|drags|add|adds|cost|costs|shave|shaves|knock|knocks|raise|raises|lift|lifts|lower|lowers|boost|boosts|empty|empties|help|helps|be a drag on|weigh on|cut|cuts|reduce|reduces|take|takes))\b",
    re.I,
)
_AUXILIARY = re.compile(r"(?:could|may|might|will|would|can|threatens?)\b", re.I)
_BACKWARD = re.compile(
    r"\b(?P<link>because of|due to|as a (?:result|consequence) of|caused by|driven by|thanks to|owing to|under the (?:weight|burden|strain|cost) of|under pressure from|because|in the wake of|over the cost of|brought (?:down|about) by)\b",
    re.I,
)


_ECHO = re.compile(
    r"^(?:and |but |no )?(?:it|they|he|she|we) (?:will|won't|will not|isn't|is not|are|did|didn't|does|doesn't)(?: not)?[.!]?$",
    re.I,
)


@dataclass
class Piece:
    """A stretch of the text with its role: claim, condition, cause, report or aside."""

    start: int
    end: int
    role: str
    word: str = ""


@dataclass
class Clauses:
    """The pieces of a sentence; `claim` and `condition` are masked texts of the whole length."""

    text: str
    pieces: list[Piece] = field(default_factory=list)
    stance: str = ""

    def masked(self, role: str) -> str:
        """The text with everything blanked but the pieces of a role."""
        kept = [" "] * len(self.text)
        for piece in self.pieces:
            if piece.role == role:
                kept[piece.start : piece.end] = self.text[piece.start : piece.end]
        return "".join(kept)

    def of(self, role: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.role == role]


def clauses(text: str) -> Clauses:
    """The sentence taken apart."""
    found = Clauses(text)
    start = 0
    for opening in (_OPENING, _HEAD, _SEER, _ORG):
        if (
            (m := opening.match(text[start:]))
            and not _figured(m.group())
            and not (opening in (_SEER, _ORG) and BY_FEW.match(text[start:]))
            and not (opening is _ORG and (parties(m["org"]) or bears(m["org"])))
        ):
            found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
            start += m.end()
    if m := _LEAD_STANCE.match(text[start:]):
        found.stance = _held(text[start:], m)
        found.pieces.append(Piece(start, start + m.end(), "report", "stance"))
        start += m.end()
    elif (m := _LEAD.match(text[start:])) and not bears(text[start : start + m.start("verb")]):
        found.pieces.append(Piece(start, start + m.end(), "report", "leading"))
        start += m.end()
    elif (m := _SOURCE.match(text[start:])) and _tells_of(text[start : start + m.end()], text[start + m.end() :]):
        found.pieces.append(Piece(start, start + m.end(), "report", "heading"))
        start += m.end()
    for a, b in _segments(text, start):
        found.pieces.append(_role(text, a, b, found))
    _empty_asides(found)
    _late_conditions(found)
    _inline_asides(found)
    if not found.of("claim"):
        for piece in found.pieces:
            if piece.role == "aside":
                piece.role = "claim"
    return found


# What a claim goes on with, told beside it: ", attributing two points of it to", ", with the fund spent", ", so deep are the discounts".
_RUNNING_ON = re.compile(
    r"(?:and )?(?!(?:according|including|excluding|counting|assuming|barring|depending|pending|providing|supposing|during|missing|failing|nothing|being|spending|adding that)\b)(?:(?:still|thus|thereby|perhaps|possibly) )?[a-z]+ing\b(?! (?:will|would|is|was|could|may|has)\b)|with (?!(?:oil|urals|brent|growth|a ceasefire|the war)\b)|so (?:deep|large|big|great|high|low|strong|weak)\b|(?:if at all|if ever|at all)\W*$",
    re.I,
)
_FINITE_VERB = re.compile(
    r"\b(?:will|would|could|may|might|is|are|was|were|has|have|had|won't|can|cannot|to)\b|'(?:ll|s|re|ve)\b|\b(?:rose|fell|grew|spent|came|reached|stood|hit|eased|slowed|slipped|jumped|climbed|dropped|plans|expects|aims|spends|gets|puts|sets|ran|runs|amounts|comes|reaches|hits)\b",
    re.I,
)


def _told(words: str) -> bool:
    """Whether a stretch makes a claim of its own: it names something of the field, with a verb."""
    return bears(words) and _FINITE_VERB.search(words) is not None


def _tells_of(source: str, told: str) -> bool:
    """Whether a source names nothing of the claim that it tells: no figure, year, series or event; a party only beside the claim's own."""
    named = parties(source)
    return not bears(source) and (not named or bool(parties(told)) or all(p.kind == "group" for p in named))


def _held(text: str, m: re.Match[str]) -> str:
    """The stance towards the claim: none where few doubt it, or where it was about what stands before a colon and names nothing of the field."""
    stop = re.search(r"[:;]\s", text[m.end() :])
    if m["stance"].lower().startswith("doubt") and re.search(
        r"\b(?:few|nobody|no one|hardly anyone)\b", text[: m.start("stance")], re.I
    ):
        return ""
    return "" if stop and not bears(text[m.end() : m.end() + stop.start()]) else m["stance"].lower()


_QUOTED_NAME = re.compile(r'"(?:[\w\'-]+ ){0,3}[\w\'-]+"')


def _segments(text: str, start: int) -> list[tuple[int, int]]:
    """Stretches between commas, semicolons, colons, brackets and dashes; a comma inside a number or a list of names parts nothing."""
    cuts = [
        m.span()
        for m in re.finditer(r"(?<!\d),(?=\s)|(?<=\d),(?=\s)|[;:](?=\s)|\s-+\s|[()\"]|\.\s+(?=[A-Z])", text[start:])
    ]
    names = [m.span() for m in _QUOTED_NAME.finditer(text[start:])]
    cuts = [(a, b) for a, b in cuts if not any(x <= a < y and text[start + a] == '"' for x, y in names)]
    pieces, at = [], start
    for a, b in cuts:
        pieces.append((at, start + a))
        at = start + b
    pieces.append((at, len(text)))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b - (len(text[a:b]) - len(text[a:b].rstrip())))
        for a, b in pieces
        if text[a:b].strip(" .,;:!")
    ]


def _role(text: str, start: int, end: int, found: Clauses) -> Piece:
    words = text[start:end]
    if (
        found.of("claim")
        and text[:start].rstrip().endswith(")")
        and re.match(r"(?:for|on|to|in|by|from|under)\b", words)
    ):
        return Piece(start, end, "claim")  # goes on behind a bracket
    if (m := _CONDITION.match(words)) and not (m["word"].lower() in ("should", "were", "once") and found.of("claim")):
        return Piece(start, end, "condition", m["word"].lower().strip())
    if any(m.start == 0 and m.end >= len(words.rstrip()) for m in find(words, "frame", ("AHEAD",))):
        return Piece(start, end, "report")  # "make no mistake", "in all likelihood"
    if found.of("claim") and (m := re.match(r"(?:and|or) (?P<word>if|unless|should)\b", words, re.I)):
        return Piece(start, end, "condition", m["word"].lower())
    if m := re.match(
        r"(?:we|it|they|he|she|everybody|nobody|everyone|every \w+|you) (?!\w*(?:said|say|added|told|warned|wrote|argued|noted))",
        words,
        re.I,
    ):
        return Piece(start, end, "aside" if _ECHO.match(words) else "claim")
    told = _REPORT.search(_PASSIVE.sub("", words)) and not _figured(words)
    if told and (found.of("claim") or len(words.split()) <= SHORT_REPORT) and not _happens(words):
        return Piece(start, end, "report")
    if _RUNNING_ON.match(words) and any(_told(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside", RUNNING)
    last = found.pieces[-1] if found.pieces else None
    if (
        last
        and last.word == RUNNING
        and re.search(r"\d", text[last.start : last.end])
        and not _FINITE_VERB.search(words)
    ):
        return Piece(start, end, "aside", RUNNING)
    if _WITH.match(words) and parties(words):
        return Piece(start, end, "claim")
    if found.of("claim") and re.match(r"[\w' -]{1,40}? (?:having|being) \w+", words):
        return Piece(start, end, "aside")
    if _SAME.match(words) and any(_figured(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside")
    if _COMPARISON.match(words) and any(_figured(found.text[p.start : p.end]) for p in found.of("claim")):
        return Piece(start, end, "aside")
    if _ASIDE.match(words) and (not bears(words) or _past_relative(words)):
        return Piece(start, end, "aside")
    if found.of("claim") and not bears(words) and not turns(words) and not _COUNTS.search(words) and not _dated(words):
        return Piece(start, end, "claim" if _goes_on(text[:start], words) else "aside")
    return Piece(start, end, "claim")


def _goes_on(before: str, words: str) -> bool:
    """Whether a stretch goes on with a list of parties that the one before it began: "Germany, | France and Britain together"."""
    listed = parties(words)
    if not listed or not any(p.end >= len(before.rstrip(" ,")) for p in parties(before)):
        return False
    rest = words
    for p in listed:
        rest = rest.replace(p.text, " ", 1)
    return (
        re.fullmatch(r"(?:\W|\b(?:and|or|nor|the|put|taken|all|together|combined|alike|as well)\b)*", rest, re.I)
        is not None
    )


SHORT_REPORT = 14  # words
RUNNING = "running on"
# Words that turn a claim round, hedge it, bound it or say what is counted: a stretch that holds one is never set aside as saying nothing.
_TURNING = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|shall|should|won't|nonsense|rubbish|fantasy|myth|fiction|absurd\w*|ridiculous|laughable|untrue|false|wrong|lie|lies|joke|dream|wishful|denied|denies|rejected|dismissed|"
    r"only|alone|except|excluding|including|counting|without|minus|adjusted|real|nominal|constant|net of|after inflation|on paper|in theory|theoretically|supposedly|allegedly|apparently|"
    r"at (?:the )?(?:very )?(?:best|most|least|worst|earliest|latest)|tops|easily|max|maximum|minimum|whether|if|unless|until|had it|instead|rather|opposite|contrary|half|twice|double|third|per (?:head|capita|person)|nowhere|nah|nope|doubt\w*|question|unlikely|likely)\b|n't\b",
    re.I,
)


_COUNTS = re.compile(
    r"'\d\d\b|\bsingle[- ]digit|\bper ?cent\b|\bpoint (?:zero|one|two|three|four|five|six|seven|eight|nine)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?! times\b)\b",
    re.I,
)  # a number in words


def _dated(words: str) -> bool:
    """Whether a stretch begins with a moment, or gives a limit: "is unavoidable by the middle of next year"."""
    return any(
        m.start <= len("only not ") or re.match(r"(?:by|before|within|until)\b", words[m.start :], re.I)
        for m in moments(words, _ANY_DAY)
    )


_ANY_DAY = date(2026, 1, 1)  # for whether a moment stands there, not for which


def turns(words: str) -> bool:
    """Whether a stretch may turn, hedge or bound the claim beside it."""
    return bool(_TURNING.search(words)) or any(
        m.kind in ("NOT", "UNSURE", "POSSIBLE") for m in find(words, "frame") if m.text not in ("can", "May")
    )


def _empty(words: str) -> bool:
    """Whether a stretch names nothing of the field and turns nothing: an address, a lead-in, a scene."""
    return not (
        bears(words)
        or turns(words)
        or parties(words)
        or find(words, "concept")
        or find(words, "way")
        or re.search(r"\d", words)
        or re.search(r"\b(?:year|month|decade|quarter|spring|summer|autumn|winter|christmas)s?\b", words, re.I)
    )


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|'s|widely|generally|now|still)\s+(?:\w+ )?(?:expected|projected|thought|seen|forecast|estimated|believed|said|reported|reckoned|predicted) to\b|"
    r"\b(?:you|you'll|we|we'll|they|they'll|i|i'll) (?:will |would |can |could |are going to )?see\b|\bi'd (?:bet|wager|say)\b|\b(?:claims?|shows?|finds?|notes?|reports?) (?:of|on)\b",
    re.I,
)


def _happens(words: str) -> bool:
    """Whether a stretch of a sentence names an event or an amount: it is no mere report of who says so."""
    kinds = {m.kind for m in find(words, "event")}
    return bool(kinds & _PLAIN_EVENTS) and not re.search(
        r"\b(?:report|survey|study|note|briefing|interview) (?:on|about)\b", words, re.I
    )


_PLAIN_EVENTS = frozenset(
    (
        "RECESSION",
        "CEASEFIRE",
        "WAR_END",
        "WAR_LASTS",
        "EXIT",
        "OUSTED",
        "COUP",
        "FORCED",
        "INPOWER",
        "ABLE",
        "REBUILT",
        "ATTACK",
        "DRAWDOWN",
        "EMPTY",
    )
)


def _past_relative(words: str) -> bool:
    """A relative clause about the past, an apposition or a comparison with an earlier figure: set aside whatever it names."""
    return bool(
        re.match(
            r"(?:as [\w' ]+? (?:had|did)\b|which|who|whose|up from|down from|against|as against|compared|rather than|after|having|leaving|the (?:first|highest|lowest|most|slowest|least)|that is|meaning|an? |making|now|nor|twice|still (?:more|less|higher|lower|above|below|among|well|the)|roughly|something|exactly|including)\b",
            words,
            re.I,
        )
    )


def _figured(words: str) -> bool:
    return bool(
        re.search(
            r"\d\s*(?:%|pc\b|per ?cent|percent|bn|tn|trn|billion|trillion|million|points?|basis|dollars?|euros?|rou?bles?|rubles?|pounds|zlotys?)|[$€£₽]\d|\b\w+[ -](?:per ?cent|percent|points)\b",
            words,
        )
    )


def bears(words: str) -> bool:
    """Whether a stretch names a figure, an event or a series of the field."""
    if _figured(words) or re.search(r"\b(?:19|20)\d\d\b", words):
        return True
    table = patterns("concept")
    if any(
        table[kind].search(words)
        for kind in ("DEBT", "DEFICIT", "FUND", "RATE", "INFLATION", "UNEMPLOYMENT", "OILGAS", "GROWTH", "RELATED")
    ):
        return True
    return any(
        m.kind not in ("REVIEW", "HOLDS", "CHANGES", "DISSOLVE", "DOUBTED", "LEADER", "LEAVES", "UNCHANGED")
        for m in find(words, "event")
    )


def _inline_asides(found: Clauses) -> None:
    """Comparisons and records within a claim become asides; what stands behind them stays a part of the claim. A reason that names nothing of the field, too."""
    for piece in list(found.of("claim")):
        reason = _REASON.search(found.text, piece.start, piece.end)
        if reason and _figured(found.text[piece.start : reason.start()]) and not bears(reason.group()):
            found.pieces.append(Piece(reason.start(), piece.end, "aside"))
            piece.end = reason.start()
        for m in list(_INLINE.finditer(found.text, piece.start, piece.end)):
            if not _figured(found.text[piece.start : m.start()]) and not m.group().lower().lstrip(" ,").startswith(
                ("for the", "while")
            ):
                continue
            found.pieces += [Piece(m.start(), m.end(), "aside"), Piece(m.end(), piece.end, "claim")]
            piece.end = m.start()
            break


def _empty_asides(found: Clauses) -> None:
    """Stretches that name nothing of the field, and figures of another time, become asides where another stretch makes the claim."""
    claims = [(p, found.text[p.start : p.end]) for p in found.of("claim")]
    for piece, words in claims:
        others = [o for p, o in claims if p is not piece and p.role == "claim"]
        beside = piece is not claims[0][0] and _figured(words) and not _FINITE_VERB.search(words) and not turns(words)
        if (
            beside
            and any(
                p is not piece and p.start > piece.start and _figured(o) and _FINITE_VERB.search(o) for p, o in claims
            )
            and not _figured(claims[0][1])
        ):
            piece.role, piece.word = "aside", "figure"  # "France's debt, at 117% of GDP, will climb past 125%"
        elif _THEN.match(words) and any(_figured(o) and not _THEN.match(o) for o in others):
            piece.role, piece.word = "aside", "figure"
        elif _empty(words) and not all(map(_empty, others)):
            piece.role = "aside"


def _late_conditions(found: Clauses) -> None:
    """A condition that follows the claim without a comma ("... if oil falls")."""
    for piece in list(found.of("claim")):
        words = found.text[piece.start : piece.end]
        m = _LATE.search(words)
        if m and m.start() > 8:
            at = piece.start + m.start()
            found.pieces.append(Piece(at + 1, piece.end, "condition", m["word"].lower()))
            piece.end = at


@dataclass(frozen=True)
class Cause:
    """Where the cause and the effect stand, and the word that joins them."""

    cause: tuple[int, int]
    effect: tuple[int, int]
    link: tuple[int, int]
    word: str


def cause_in(claim: str) -> Cause | None:
    """Cause and effect in the claim (masked): 'X could lead to Y', 'Y because of X'. None where no cause is named."""
    whole = (0, len(claim))
    if m := _BACKWARD.search(claim):
        if claim[: m.start()].strip():
            return Cause((m.end(), whole[1]), (0, m.start()), m.span(), m["link"].lower())
        comma = re.search(r"\s{2,}|,", claim[m.end() + 1 :])
        if comma:
            cut = m.end() + 1 + comma.start()
            return Cause((m.end(), cut), (cut, whole[1]), m.span(), m["link"].lower())
    links = [m for m in _FORWARD.finditer(claim) if claim[: m.start()].strip()]
    if links:  # the verb with its auxiliary, where a cause has a verb of its own ("the decision to boost budgets could lead to")
        m = next((m for m in links if _AUXILIARY.match(m.group())), links[0])
        return Cause((0, m.start()), (m.end(), whole[1]), m.span(), (m["lead"] or "").lower())
    return None
