"""Whether a claim is held false, and whether it is claimed as a fact, as likely or as possible."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from overstretch.claims.reader.clauses import ECHO, Clauses
from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.moments.values import PAST
from overstretch.claims.reader.stance.tense import is_fact
from overstretch.questions.data import And, Compare, Count, Effect, Happens, Not, Question, Special
from overstretch.statements.record import Statement

Asks = Literal["likely", "possible", "fact"]
_POSSIBLE = re.compile(
    r"\b(?:could|(?-i:may)|might|possibl[ey]|perhaps|maybe|conceivabl[ey]|can(?:not|'t|"
    r" no longer)? (?:be )?(?:ruled out|"
    r"excluded)|risks?(?= of| that| an? )|not necessarily|danger of|threaten(?:s|ing)? to|fears?|not rule out|"
    r"not exclude|(?:not|never|by no means|in no way) (?:to be )?(?:rule out|exclude|ruled out|excluded)|potentially|"
    r"doubts?|far from certain|anything but (?:sure|certain)|be surprised)\b",
    re.I,
)
REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed))\b", re.I
)  # the report's verb
_CHANCES = re.compile(r"(?:the )?(?:chances?|prospects?|possibility|odds|likelihood|probability|risk|danger|threat) ")
_ARE = (
    r"\b(?:is|are|remains?|looks?|seems?|stands?)(?:n't| not)? (?:(?:now|still|very|quite|rather|pretty|only|at|"
    r"extremely|next to|close to|practically|virtually|all but|as good as|vanishingly|infinitesimally|"
    r"negligibly|exceedingly|infinitely|truly|"
    r"almost) "
    r"|\")*"
)
_GOOD = re.compile(rf"{_ARE}(?:high|good|considerable|better than even|strong|real|rising|growing|excellent)\b", re.I)
_SLIM = re.compile(
    rf"{_ARE}(?:nil|zero|slim|remote|negligible|minimal|minuscule|infinitesimal|dim|bleak|faint|tiny|low|poor|small|"
    rf"thin|vanishing|(?:heavily |firmly "
    r")?against)\b",
    re.I,
)
_DOUBTLESS = re.compile(  # a doubt that is denied
    r"(?:\b(?:no|little|without (?:a |any )?|beyond (?:a |any |all )?|not|cannot|dispel\w*)|n't) doubts?\b", re.I
)
_AFFIRM = re.compile(
    rf"{_DOUBTLESS.pattern}|\b(?:were|was|had) it not(?: been)? for\b|\bif not for\b|\b(?:can(?:not|'t) be (?:ruled "
    r"out|excluded)|(?:not|never|by no means|in no way) (?:to )?(?:be )?(?:ruled out|excluded|rule out|exclude)|"
    r"can no longer be (?:ruled out|excluded|discounted|dismissed)|"
    r"(?:does|do|did) not (?:rule out|exclude)|nobody should be surprised|(?:do not|don't) be surprised|not only|"
    r"not (?:surprisingly|unexpectedly)|(?:no|not) (?:less|more) than(?! (?:in (?:19|20)|(?:this|last) year))|"
    r"no fewer than|no later than|not later than|no secret|"
    r"nothing less|no earlier than|not above|not exceed\w*|no matter|not a single|no longer exist|"
    r"never exceed|(?:as )?likely as not|likely or not|more likely than not)\b",
    re.I,
)
NOT = re.compile(
    r"\b(?:(?:unwilling|unable|unprepared|loath|loth|disinclined)(?= to\b)|ba(?:u)?lk(?:s|ed|ing)? at|sh(?:y|"
    r"ies|ied|ying) "
    r"away from|a long (?:way|mile) from(?= \w+ing\b)|ha(?:s|ve) set (?:its|their) faces? against|not|never|"
    r"no longer|cannot|by no means|in no way|nobody|no one|neither|hardly|unlikely|improbable|"
    r"no (?:(?:nato|european|single|other|eu|[a-z]+(?:an|ish|ch|ese|ian)|new|real|deep|sharp|full|immediate|lasting|us|"
    r"formal|palace|military) ){0,2}(?=ally|member|country|way|chance|position|plan|intention|prospect|economy|truce|"
    r"ceasefire|peace|"
    r"end|recession|deal|settlement|silence|pause|exit|war|attack|draw-?down|withdrawal|pull-?(?:out|back)|"
    r"regime change|change of regime|invasion|assault|departure|coup|putsch|mutiny|collapse|downfall|demise|toppling|"
    r"disintegration|break-?up|implosion|armistice|cessation|standstill|overthrow|exodus|unravelling)|in no "
    r"(?:position|shape|state|"
    r"condition)|far from|"
    r"nowhere near|at no (?:one )?(?:point|time|stage|moment)|(?<=in )no(?= (?:single )?year)|no(?= (?:single )?year "
    r"(?:between|from|before|in|up|until|to)\b)|none(?= of (?:the|those|its|their) (?:\w+ ){0,2}?(?:years|(?:19|"
    r"20)\d\d))|under no circumstances|anything but|doubts?|doubtful|out of the question|rules? out|ruled out|"
    r"no(?= (?:(?:further|new|real|such|public|open) )*(?:let-?up|respite|lull|halt|pause) (?:in|to|from) (?:the )?(?:"
    r"hostilities|fighting|shooting|combat|war)\b)|"
    r"no(?= (?:(?:further|new|real|such|public|open) )*(?:wobbl\w+|wobble|wavering|hesitation|equivocation|backsliding|"
    r"ambiguity|flinching) (?:from |by |in |on the part of )?(?:(?-i:[A-Z])[\w ]{1,20} )?(?:over|on|about)\b)|"
    r"without(?= (?:an? |any |another )?(?:[a-z]+ )?(?:recession|downturn|contraction)\b)|"
    r"no(?= (?:(?:further|new|big|real|such|sudden) )*(?:fall|drop|cut|cutback|rise|increase|reduction|decline|"
    r"decrease|"
    r"hike|jump|surge) (?:in|of|to)\b)|"
    r"no(?= (?:more|less|(?:high|low|larg|small|bigg|great|fast|slow|deep|wid|narrow)er)\b[^,;]*? than (?:in |at )?"
    r"(?:(?:19|20)\d\d|(?:this|last|the previous) year|it (?:is|was|did|does)|today|now)\b)|"
    r"refuses? to|avoid(?:s|ed|ing)?|escape[sd]?(?! clause)|escaping|spared(?= (?:an?|another|the|any|from)\b)|"
    r"steer(?:s|ed)? clear of|dodge[sd]?|sidestep(?:s|ped)?|(?:ward|stave|fend)(?:s|ed)? off|(?:get|gets|do|does|"
    r"manage|manages)(?: by)? without|(?:refrain|abstain)(?:s|ed)? from(?= \w+ing)|stop(?:s|ped)? short of(?= \w+ing)|"
    r"(?:stay|keep)s? clear of(?= \w+ing)|(?:hold|shy|stay|keep)s? (?:off|away|back) from(?= \w+ing)|"
    r"(?:stay|keep|remain)s? (?:out of|free of|clear of)(?= (?:an? )?(?:technical )?recession)|"
    r"skirts?(?= (?:a )?recession)|"
    r"unable(?= to)|incapable of|lacks?(?= (?:the|any) )|"
    r"too (?:weak|weakened|exhausted|depleted|battered|feeble|worn out|drained|stretched|spent)(?= to\b)|"
    r"close to nil|nil|won't|isn't|aren't|doesn't|don't|didn't|wasn't|weren't|"
    r"wouldn't|couldn't|hasn't|haven't|can't)\b|n't\b",
    re.I,
)


def is_contrary(draft: Draft, found: Clauses, question: Question, statement: Statement) -> bool:
    """Whether the claim is held false: an odd number of negations in its own clause."""
    text = _AFFIRM.sub(lambda m: " " * len(m.group()), draft.text)
    _two_clauses(text, draft)
    _in_a_clause_below(text, draft)
    number = len(
        {
            m.start()
            for m in NOT.finditer(text)
            if not (isinstance(_core(question), Count) and _inside_count(draft, m.start()))
            and not _read_as_limit(draft, m.start())
            and not _in_the_event(draft, m.start())
            and not _passes(draft, m.start())
        }
    )
    number = min(number, 1) if re.search(r"\bnot .{0,20}\bnot before\b", text, re.I) else number
    stance = found.stance
    if _CHANCES.match(stance):
        if turned := NOT.search(stance):
            raise unplaced(turned)
        if good := _GOOD.search(found.text):
            draft.use(*good.span(), "modality")
        if good or _GOOD.search(f"{text} {stance}"):
            return number % 2 == 1
        if not (slim := _SLIM.search(found.text)):
            raise unplaced(stance)
        draft.use(*slim.span(), "contrary")
        number += 0 if re.search(r"\bnil\b", text, re.I) else 1
    if isinstance(question, Count) and draft.counted is not None and draft.counted.n == 0 and number:
        raise Unread("could not place two negations of a count")
    if _HELD_FALSE.search(stance) and not _SURPRISED_IF.search(_SURPRISED.sub("", stance)):
        number += 1
    if statement.force != "deny" and _somebody_rejects(found):
        number += 1
    if number > 1 and (once_more := _ONCE_MORE.search(found.text)):
        raise unplaced(once_more.group().strip(" ,"))
    return number % 2 == 1


def _somebody_rejects(found: Clauses) -> bool:
    """Whether a report around the claim rejects it; "a prospect that others dismissed" is none."""
    reports = (found.words(p).lstrip() for p in found.of("report") if p.word != "stance" or not found.stance)
    return any(REJECTS.search(words) and not _WHAT_OTHERS.match(words) for words in reports)


_WHAT_OTHERS = re.compile(r"(?:an?|the|something|which|that)\b", re.I)
_HELD_FALSE = re.compile(
    r"(?:is|'s) (?:simply |just |really |plainly )?(?:not (?:simply |just )?(?:true|the case|correct|"
    r"an? (?:given|foregone|done|sure)|guaranteed|assured)|wrong|false|untrue|nonsense|a (?:myth|lie|"
    r"hoax))\b|(?:isn't|"
    r"was never) (?:simply |just |really )?(?:true|the case|correct|a given|a foregone)|refuses? to believe|"
    r"out of the question|improbable|inconceivable|unthinkable|far-fetched|by no means|hardly an?\b|"
    r"next to no|practically no|virtually no|absolutely no|scant|scarcely any|nothing (?:suggests|indicates|"
    r"points)|nothing to suggest|no (?:sign|indication|evidence|suggestion|reason)|(?:hard|difficult|"
    r"impossible) to|few (?:expect|believe|think)|there is (?:little|no|hardly|next to no|almost no)|"
    r"a miracle|a surprise if|(?:would|'d) be (?:very |quite |really )?(?:surprised|astonished|amazed)|"
    r"\bdoubt|(?:not|n't|never) (?:expect|think|believe|see)|unlikely|far from|anything but|not certain|"
    r"no (?:scenario|way|chance)|nobody|no one|hardly anyone|almost nobody|^(?:few|no|none|"
    r"not one|not a single|hardly any|almost no|scarcely any|neither)\b"
)
_SURPRISED = re.compile(r"(?:would|'d) be (?:very |quite |really )?surprised")
_SURPRISED_IF = re.compile(r"should be surprised|be surprised(?:, [\w ]+,)? if$")
_ONCE_MORE = re.compile(  # "not optimistic, at least not this year"
    r",\s*(?:(?:at least|certainly|definitely|surely|and) )?(?:not|never)\b(?!\s+(?:least|only|just|to mention))", re.I
)
_NEXT = re.compile(
    r"(?:[,;:.]\s+|\s{2,})(?:and|but|so|nor|because|while)?\s*(?:it|he|she|they|we|you|i|there|that|nobody|no one|"
    r"\w+) (?:\w+ ){0,3}$|\b(?:and|but|because|so)\s+(?:\w+ ){1,4}$",
    re.I,
)


def _two_clauses(text: str, draft: Draft) -> None:
    """Raises Unread where two clauses hold a denial each: one says nothing of the other."""
    found = [
        m for m in NOT.finditer(text) if not _inside_count(draft, m.start()) and not _read_as_limit(draft, m.start())
    ]
    for one, other in pairwise(found):
        if _NEXT.search(text[one.end() : other.start()]):
            raise unplaced(other)


_CONTRASTS = re.compile(r"\b(?:but|yet|though|although|whereas)\b")
_BELOW = re.compile(
    r"\b(?:means?|meant|shows?|showed|proves?|proved|because|suggests?|implies|implied|tells?|told|is why|explains?|"
    r"so) (?:\w+ ){0,3}?$|\b(?:because|since|so that|means? (?:\w+ )?that)\b",
    re.I,
)


def _in_a_clause_below(text: str, draft: Draft) -> None:
    """Raises Unread where a denial stands in a clause below the one that holds the figure: "2% means that there is
    nobody to ..."."""
    last = max((f.end for f in draft.figures), default=0)
    event = min((m.end for m in draft.events if m.part), default=len(text))
    for m in NOT.finditer(text):
        if event <= m.start() and _CONTRASTS.search(text[event : m.start()]):
            raise unplaced(m)
        if 0 < last <= m.start() and _BELOW.search(text[last : m.start()]) and not _read_as_limit(draft, m.start()):
            raise unplaced(m)


def _core(question: Question) -> Question:
    while isinstance(question, Not):
        question = question.of
    return question


def _inside_count(draft: Draft, at: int) -> bool:
    return draft.counted is not None and draft.counted.start <= at < draft.counted.end


def _read_as_limit(draft: Draft, at: int) -> bool:
    return any(a <= at < b for a, b in draft.places("comparator", "count"))


def _passes(draft: Draft, at: int) -> bool:
    """'2027 will not pass without a truce': by its end there is one."""
    return any(m.start <= at < m.end and "without" in draft.words(m).lower() for m in draft.moments)


def _in_the_event(draft: Draft, at: int) -> bool:
    """'Not survive' and 'no longer be' name what happens; the negation is part of the name."""
    ends = draft.text[at : at + len("no longer")].lower() == "no longer"
    if any(m.kind in ("DOUBTED", "CREDIBLE") and m.part and m.start <= at < m.end for m in draft.events):
        return True
    return any(m.part and m.kind != "ABLE" and (m.start == at or (ends and m.start < at < m.end)) for m in draft.events)


_NOT_SURE = re.compile(  # it may come about, or not
    r"(?:\b(?:not|hardly|scarcely|never|by no means|far from|anything but)|n't) (?:yet |at all |at all yet |exactly |"
    r"absolutely |quite |entirely |by any means )*(?:certain|guaranteed|assured|inevitable|a certainty|a given|"
    r"a (?:foregone conclusion|done deal|sure thing|safe bet|matter of course))\b|\b(?:as )?likely as not\b|"
    r"\bthe (?:danger|risk|fear|worry) (?:now |here |then )?is that\b|"
    r"\b(?:nobody|no one|no-one|none)\b[^,;.]{0,40}? (?:(?:rules?|is ruling) out|excludes?|is excluding)\b",
    re.I,
)


_WITH_THE_MEANS = re.compile(  # what one is able to do may come about
    r"\b(?:can(?!'t| (?:[a-z]+ )?(?:not|hardly|scarcely|barely|never|only|no longer|expect|count|look|bank|rely|bet|"
    r"tell|say|see|imagine|be (?:[a-z]+ )?(?:expected|relied|counted|trusted|sure|certain|seen|avoided|ruled))\b)"
    r"(?! \w+ only\b)|able to|ha(?:s|ve) (?:what it takes|(?:the|enough) (?:means|money|cash|funds|resources|men|"
    r"capacity|strength|room|wherewithal)) to)\b",
    re.I,
)
_FEWER = re.compile(  # who alone is, or a clause below: "what it can tax"
    r"\b(?:only|few|just|alone)\b|\b(?:that|which|who|(?:what|than|as)(?: (?:it|he|she|they|we|one))?) $", re.I
)


def _is_able(text: str) -> bool:
    """Whether a claim says what somebody is able to do, and neither what he is not nor who alone is."""
    able = _WITH_THE_MEANS.search(text)
    lead = text[: able.start()] if able else ""
    return able is not None and not NOT.search(lead) and not _FEWER.search(lead)


def asks_of(draft: Draft, found: Clauses, question: Question) -> Asks:
    if _NOT_SURE.search(found.text):
        return "possible"
    if any(not NOT.search(draft.text[a:b]) for a, b in draft.places("contrary")):
        return "likely"  # a risk that is low
    event = [(m.start, m.end) for m in draft.all_of("DOUBTED", "CREDIBLE", "ABLE") if m.part]  # whose doubt is no hedge
    text = blanked(draft.text, *event)
    text = _RISK_MOVED.sub(" ", text) if isinstance(_core(question), Effect) else text
    fact = is_fact(draft, draft.moments)
    if not fact and _is_able(text):
        return "possible"
    if _POSSIBLE.search(_DOUBTLESS.sub(" ", text)) or re.search(
        r"doubt|exclude|rules? out|fear|possible|conceivable|surprise|far from|anything but|\b(?:risk|danger|threat)\b",
        found.stance,
    ):
        return "possible"
    if isinstance(question, (Compare, Count, Not)) and fact:
        return "fact"
    if isinstance(question, (Special,)):
        return "fact"
    told = isinstance(_core(question), Happens) and is_fact(draft, []) and PAST.search(text)
    if not isinstance(_core(question), (And, Effect)) and draft.moments and (fact or told):
        return "fact"
    return "likely"


_RISK_MOVED = re.compile(r"\b(?:risks?|danger)(?= of\b| that\b)", re.I)  # by a cause: no hedge
_AHEAD = re.compile(
    r"\b(?:will|won't|would|shall|(?:is|are) (?:set|due|bound|likely|expected|projected|forecast|to)\b|going to|"
    r"plans?|planned|aims?|pledge[sd]?|promise[sd]?|expects?|projects?|forecasts?|likely|unlikely)(?=\W)|\b\w+'ll\b",
    re.I,
)


def stance_marks(draft: Draft, found: Clauses) -> list[tuple[int, int, str]]:
    """The words that deny the claim, and those that say whether it is possible or to come, for whoever checks the
    reading."""
    bare = _AFFIRM.sub(lambda m: " " * len(m.group()), draft.text)
    denied = [m.span() for m in NOT.finditer(bare) if not _read_as_limit(draft, m.start())]
    modal = [m.span() for pattern in (_POSSIBLE, _AHEAD) for m in pattern.finditer(draft.text)]
    modal = [(a, b) for a, b in modal if not any(x <= a < y for x, y, _ in draft.used)]
    stance = [
        (p.start, p.end)
        for p in found.of("report")
        if (p.word == "stance" and found.stance) or REJECTS.search(found.text, p.start, p.end)
    ]
    stance += [(p.start, p.end) for p in found.of("aside") if p.word == ECHO]
    return [
        *((a, b, "negation") for a, b in denied),
        *((a, b, "modality") for a, b in modal if not any(x < b and a < y for x, y in denied)),
        *((a, b, "stance") for a, b in stance),
    ]
