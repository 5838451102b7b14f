"""What a statement asks: mentions found once, parts filled independently, nothing left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from overstretch.claims.reader.around import (
    REACH,
    Around,
    beside_content,
    place_of,
    text_before,
    text_behind,
    whole_sentence,
)
from overstretch.claims.reader.asked import assembled, contraries
from overstretch.claims.reader.bearing import bears, figured
from overstretch.claims.reader.bearing.clause_words import BY_FEW, CORRECTED, SAYING
from overstretch.claims.reader.clauses import uncarried
from overstretch.claims.reader.clauses.claim_words import SOME_ALONE, WHILE
from overstretch.claims.reader.clauses.reasons_in_front import without_reason
from overstretch.claims.reader.draft import Unread
from overstretch.claims.reader.figures.numbers import WORDS, figures
from overstretch.claims.reader.framings import by_few
from overstretch.claims.reader.made import is_beside
from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.moments.earliest import not_before
from overstretch.claims.reader.moments.values import month_index
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.stance.answers import SAYS_YES, answer_to, answers_plainly, answers_possible, takes_back
from overstretch.claims.reader.stance.asking_words import ASKS, ASKS_OF_IT, HYPOTHESIS, SAYS_NO, WANTS
from overstretch.claims.reader.stance.constructions import another_claim
from overstretch.claims.reader.stance.fragments import with_fragment
from overstretch.claims.reader.stance.held import (
    HELD_ON,
    HELD_ON_TOO,
    PART_OF_THEM,
    SUPPOSES,
    said_otherwise,
    with_its_frame,
    with_what_is_supposed,
)
from overstretch.claims.reader.stance.said_behind import (
    dated_behind,
    of_little_odds,
    predicate,
    said_long_ago,
    undenied,
)
from overstretch.claims.reader.stance.taken_back import not_set_off, not_taken_back, to_its_end
from overstretch.claims.reader.vocabulary import plain
from overstretch.errors import InputError
from overstretch.questions.data import When
from overstretch.questions.periods import window
from overstretch.questions.text import parse
from overstretch.statements.record import Proposition, Statement

LAST_YEAR = 2040  # of the model
LONGEST_SENTENCE = 600  # characters


@dataclass(frozen=True)
class Reading:
    """What was read: the propositions (several where a sentence makes several claims), or the reason why there is none
    and the nearest question.

    statement: what they were read from, with its topic and its condition where these stand around its words; turned:
    whether the
    propositions are the contrary of its words, as what stands around them denies it."""

    propositions: list[Proposition] = field(default_factory=list)
    reason: str | None = None
    nearest: str | None = None
    statement: Statement | None = None
    turned: bool = False


def read(statement: Statement, around: Around, as_of: date, horizon: int | None = None) -> Reading:
    """What a statement asks, or why it asks nothing that can be answered."""
    if _only_answers(statement, around):
        return Reading([], "it answers the speaker's own question, which is asked in its place")
    statement = with_its_frame(
        with_what_is_supposed(without_reason(statement, around.whole), around.whole), around.whole
    )
    answer = _answered(statement, around)
    if not answer and (own := _no_claim_of_its_own(statement, around)):
        return Reading([], own)
    statement = _with_fragment(_with_its_topic(_with_its_moment(statement, around), around), around)
    if back := _taken_back(statement, around, bool(answer)):
        return Reading([], f"its next words take it back (“{back}”)")
    if behind := in_a_fragment(statement, around):
        return Reading([], f"could not place “{behind}”, said behind it")
    text = plain(statement.content)
    text = re.sub(r"\?(?=\W*$)", ".", text) if answer else text
    opens = _OPENS.search(plain(around.before[-REACH:]))
    beside = WHILE.match(f"{opens.group() if opens else ''}{text}")
    if beside and figured(beside.group()) and bears(beside.string[beside.end() :]):
        return Reading([], f"could not place “{beside.group().strip(' ,')}”")
    try:
        lead, tail = beside_content(statement, around)
        statement, held = undenied(statement, lead), predicate(statement, tail) or of_little_odds(lead)
        if (where := _WHERE.match(tail)) and parties(where.group()):
            raise Unread(f"could not place “{where.group().strip()}”")
        found = assembled(statement, text, text_before(around), around.said, horizon)
        asked = [parse(one.question) for one in found]
        further = [question for one, question in zip(found, asked, strict=True) if is_beside(one)]
        sentence = not_before(uncarried(whole_sentence(statement, around)))
        to_come = to_its_end(statement, around.whole)
        not_set_off(statement, around.whole, asked)
        for question in asked:
            another_claim(question, sentence, "text", beside=further)
            not_taken_back(question, to_come)
        if dated := dated_behind(text + tail, asked, around.said):
            raise Unread(f"could not place “{dated}”")
        found = contraries(found) if "no" in (answer, held) else found
        place = place_of(statement, around)
        excluded = (place and _EXCLUDED.search(plain(around.whole[place[0] : place[1]]))) or (
            statement.cue and _EXCLUDES.match(statement.cue)
        )
        if statement.force != "deny" and (excluded or _asked_and_possible(statement, around)):
            found = [one.model_copy(update={"asks": "possible"}) for one in found]
    except Unread as reason:
        nearest = reason.nearest.format(year=_year(text, around.said)) if reason.nearest else None
        return Reading([], str(reason), nearest)
    except InputError as reason:
        return Reading([], f"understood; {reason}" if not str(reason).startswith("understood") else str(reason))
    return Reading(found, None, None, statement, (statement.force == "deny") != ("no" in (answer, held)))


_OPENS = re.compile(r"\b(?:while|whereas|although|though|even (?:though|as))\s+$", re.I)  # a clause before the claim


_WHERE = re.compile(r"\s*(?:in|for|across) (?:the )?[A-Z][\w'-]+")  # "points to growth of 3% in 2026 | in China"
_EXCLUDED = re.compile(
    r"\b(?:rul\w+ out|exclud\w+|(?<!no )(?<!little )(?:risk|danger|possibility|threat)|one[- ]in[- ]\w+ chance)"
    r"(?: that)?\W*$",
    re.I,
)
_EXCLUDES = re.compile(r"rul(?:es?|ed|ing)\b|exclud", re.I)


def _asked_and_possible(statement: Statement, around: Around) -> bool:
    """Whether a statement is a question and the next words say that it is possible."""
    behind = (text_behind(statement, around) or "")[:REACH]
    return behind.startswith("?") and answers_possible(plain(behind))


def _answered(statement: Statement, around: Around) -> str:
    """'yes' or 'no' where the statement is a question that its own speaker answers so at once; else ''."""
    behind, own = text_behind(statement, around), plain(statement.content).rstrip()
    asked = behind is not None and (own.endswith("?") or behind.startswith("?"))
    if behind is None or not asked:
        return ""
    return answer_to(own, plain((behind if own.endswith("?") else behind[1:]).lstrip(" \"'”’")), around.said)


_SAYS_WHO = re.compile(
    r"[,\s]+(?:says?|said|according to|warn(?:s|ed)|told|tells|insist(?:s|ed))\b[^,;.\d]{0,60}\W*$", re.I
)


def _only_answers(statement: Statement, around: Around) -> bool:
    """Whether a statement is no more than the answer to what its speaker asked right before it ("Forget it.")."""
    own = plain(statement.content).strip(" \"'.!,")
    said = SAYS_NO.match(own) or SAYS_YES.match(own)
    asked = re.search(r"\?[\"'”’]?[ \t]*$", around.before) is not None
    alone = said is not None and (said.end() == len(own) or _SAYS_WHO.match(own, said.end()) is not None)
    return statement.form == "direct" and asked and alone


def in_a_fragment(statement: Statement, around: Around) -> str:
    """A moment that a fragment behind a spoken claim adds to it ("... walk out of NATO? No. Not before 2029."); else
    ''."""
    behind = text_behind(statement, around)
    if behind is None or moments(plain(statement.content), around.said):
        return ""
    parts = re.split(r"(?<=[.?!])\s+", plain(behind).lstrip(" ?.!\"'"))[:3]
    if behind.startswith("?") and moments(parts[0], around.said):
        return parts[0].strip(" .?!")  # the answer to the question says when
    for part in parts:
        if len(part.split()) > LONGEST_FRAGMENT or _FINITE.search(part):
            return ""
        if moments(part, around.said):
            return part.strip(" .?!")
    return ""


def _with_fragment(statement: Statement, around: Around) -> Statement:
    behind = text_behind(statement, around)
    return statement if behind is None else with_fragment(statement, around.whole, behind, around.said)


def _taken_back(statement: Statement, around: Around, answered: bool) -> str:
    """The fragment behind a claim that takes it back; ''."""
    own = plain(statement.content)
    behind = text_behind(statement, around)
    if behind is None:
        behind = around.whole[statement.sentence[1] :] if statement.sentence else ""
    if answered:
        behind = re.sub(r"^.*?(?:[.!?]\s+|$)", "", behind.lstrip(" ?\"'”’"), count=1)
    bare = answered or _ASKED_TOPIC.match(around.whole[statement.spans[0][0] :] if statement.spans else "") is not None
    return takes_back(behind, bare, answered or NOT.search(own) is not None)


_ASKED_TOPIC = re.compile(r"[^.!?]{2,60}\?\s")


def _with_its_topic(statement: Statement, around: Around) -> Statement:
    """With the bare topic put as a question before it: "The key rate? Single digits by the end of '27." """
    if statement.form != "direct" or len(statement.spans) != 1:
        return statement
    first, last = statement.spans[0]
    topic = _TOPIC.search(around.whole[:first])
    if topic is None or around.whole[first:last] != statement.content or _VERB.search(topic["topic"]):
        return statement
    said = plain(statement.content)
    figured_ = figures(said, [])
    of_it = bool(figured_ or moments(said, around.said))
    if not of_it and not answers_plainly(said):
        return statement
    of_it = (
        of_it
        or any(m is not None for m in (SAYS_YES.match(said), SAYS_NO.match(said), _ODDS.search(said)))
        or answers_possible(said)
    )
    # "A truce by Christmas? Come on." says nothing of its topic; "Spain at 2.1%? Try 1.9"; "A truce? Nobody would put
    # money on it": what is said of the topic is no part of a claim
    if not of_it or (figured_ and figures(plain(topic["topic"]), [])) or _OF_IT.search(statement.content):
        return statement
    start = topic.start("topic")
    content = around.whole[start:last].replace("?", ",", 1)
    return statement.model_copy(update={"content": content, "spans": [(start, last)]})


_OF_IT = re.compile(
    r"\b(?:was|were|had been|used to be)\b|\b(?:nobody|no one|none|few|hardly any\w*|not|never)\b.*\b(?:it|"
    r"that|on|so|one)\W*$",
    re.I,
)
LONGEST_FRAGMENT = 8  # words
_FINITE = re.compile(
    r"\b(?:will|would|could|can|may|might|is|are|was|were|do|does|did|has|have|had)\b|'(?:ll|re)\b|n't\b", re.I
)
_TOPIC = re.compile(r"(?:^|[.?!]\s+)(?P<topic>(?:[\w'%.-]+ ){0,5}[\w'%-]+)\?\s*$")
_VERB = re.compile(rf"{_FINITE.pattern}|\b(?:honestly|really|right|know|ok|okay|yes|no)\b", re.I)


def _no_claim_of_its_own(statement: Statement, around: Around) -> str | None:
    """Why the words around a content leave it no claim: it stands in a question, under an "if", behind a wish."""
    if (place := place_of(statement, around)) is None:
        return "could not place “excluded”" if len(statement.spans) > 1 and statement.cue == "excluded" else None
    start, first, last, end = place
    sentence, lead = plain(around.whole[start:end]).strip(), plain(around.whole[start:first])
    if _HIGH_TIME.search(lead):
        return "it voices a wish or a demand, not what is or comes about"
    if _TO_SAY.search(lead):
        return "it tells of what is still to be said, not of what comes about"
    if back := _NEXT_TAKES_BACK.match(plain(around.whole[end : end + AFTER])):
        return f"its next words take it back (“{back.group().strip(' .')}”)"
    if (then := _SAID_IN.search(lead)) and int(then["year"]) < around.said.year:
        return f"it reports what was said in {then['year']}"
    if long_ago := said_long_ago(plain(around.whole[last:end]), around.said):
        return f"it reports what was said before (“{long_ago}”)"
    if part := PART_OF_THEM.search(lead):
        return f"could not place “{part.group().strip()}”"
    if statement.form != "direct" and (turned := said_otherwise(lead, plain(statement.content))):
        return f"could not place “{turned}”"
    if part := SOME_ALONE.match(lead) or by_few(sentence):
        return f"could not place “{part.group().strip()}”"
    if HYPOTHESIS.search(lead):
        return "it is a condition, not a claim"
    asked = (
        re.match(r"\W*\?", around.whole[end:])
        or sentence.endswith("?")
        or (statement.cue or "").lower().startswith(("ask", "wonder"))
    )
    if asked and (ASKS.match(sentence) or ASKS_OF_IT.search(sentence)):
        return "it is a question, not a claim"
    if SUPPOSES.search(plain(around.whole[:start])):
        return "it holds on what is supposed before it"
    if re.search(r"\b(?:if|what happens)\b[^.?!]*\?\s*$", around.whole[:start], re.I):
        return "it answers what would be, not what is or comes about"
    if asked and SAYS_NO.match(around.whole[end:].lstrip(" ?”\"’'")):
        return "it is a question that is answered with no"
    spoken = plain(around.whole[first : last + AFTER])
    record = CORRECTED.match(spoken)
    if statement.form == "direct" and (mends := _MENDS.search(spoken, record.end() if record else 0)):
        return f"it corrects itself (“{mends.group().strip(' ,.-')}”)"
    if _RETOLD.search(spoken) or _UNSAID.search(sentence):
        return "it repeats what others say" if _RETOLD.search(spoken) else "it says what is not said"
    if _HEARSAY.match(sentence) and (not statement.cue or _TAKEN_BACK.match(plain(around.whole[end:]))):
        return "it repeats what others say"
    if (
        asked
        and not (_FINITE.search(sentence) and _TAG.search(sentence))
        and not SAYS_YES.match(around.whole[end:].lstrip(" ?”\"'’"))
        and not _ODDS.search(plain(around.whole[end : end + AFTER]))
        and not answers_possible(plain(around.whole[end : end + REACH]))
    ):
        return "it is a question, not a claim"
    if statement.form != "direct" and statement.cue and WANTS.search(plain(statement.cue)):
        return "it voices a wish or a demand, not what is or comes about"
    return None


_TAG = re.compile(r"[,-]\s*(?:\w+(?:n't)?(?: not)? (?:it|he|she|they|we|there)|right|no|yes|eh|correct)\W*$", re.I)
_SAID_IN = re.compile(r"\b\w+(?:ed|d|id|st) (?:back )?in (?P<year>(?:19|20)\d\d)(?: that|:|,)?\W*$", re.I)
_HIGH_TIME = re.compile(r"\b(?:high|about|past) time\b[^.;]*\bthat\W*$", re.I)
_TO_SAY = re.compile(
    r"\b(?:will|would|may|might|could|is to|are to) (?:\w+ly )?(?:promise|pledge|vow|threaten|offer|propose|"
    r"swear)(?: to)?\W*$",
    re.I,
)
_NEXT_TAKES_BACK = re.compile(
    r"[\s.!\"')]*(?:(?:wrong|nonsense|rubbish|not true|untrue|not so|dream on|in your dreams)\b|or (?:will|would|is|"
    r"does|are|was) (?:it|they|he|she|there)\?|(?:but )?(?:it|they|he|she|we) will (?:miss|break|fail|drop)"
    r"(?: (?:it|that|this|them))?\s*[.!]|that was the (?:plan|idea|theory)\b|that(?: was|'s| is) (?:what "
    r"(?:they|he|she|everybody|everyone) (?:said|say|says|told|promised)|nonsense|rubbish|wrong|a lie|not true)\b|"
    r"(?:i|we) (?:don't|do not) (?:buy|believe) (?:it|that|this|a word)\b|(?:we|they|you)(?:'ll| will) (?:be lucky to "
    rf"(?:get|see)|get|manage|settle for) (?:maybe |perhaps |at most |about )?(?:half|a fraction|\d[\d.,]*|"
    rf"{'|'.join(WORDS)})\b(?! (?:in|by|next|this)\b))",
    re.I,
)
AFTER = 90  # characters behind a spoken claim that may take it back
_MENDS = re.compile(  # "five percent. Er, four point eight, sorry"
    r"\b(?:sorry,|,? sorry\b(?! (?:to|for|state|about|that|but|if|sight))|scratch that|correction[,:]|make that\b|"
    r"(?<=[.!?] )no[.,!]? (?:in|by|at|rather|more like)\b|or rather\b|no,? wait|wait,? no|i (?:misspoke|"
    r"stand corrected)|let me correct|strike that)",
    re.I,
)
_HEARSAY = re.compile(
    r"\W*(?:(?:and|but|so|well|look),? )?(?:they(?: all)?|people|everyone|everybody|some|many|critics|sceptics|"
    r"the pessimists|the optimists|the doomsayers|you(?:'ll| will)?|i|we)(?: all| always| keep| kept| often|"
    r" still)? (?:said|say|says|told (?:us|me|you)|hear|heard|hearing|were told|was told|predicted|claimed|swore|"
    r"keep (?:saying|hearing|telling))\b(?! it here\b)(?! (?:today|yesterday|in|on|at)\b)",
    re.I,
)
_RETOLD = re.compile(
    r",? (?:(?:they|people|he|she) (?:told us|told me|promised us|swore|kept saying)|(?:they|"
    r"people) said)\W*(?:$|[.?!])|\b(?:we|"
    r"i) (?:was|were) told\W*(?:$|[.?!])",
    re.I,
)
_UNSAID = re.compile(
    r"\b(?:i'm|i am|we're|we are|he's|she's|nobody is|no one is|nobody's|no one's) (?:not )?(?:saying|claiming|"
    r"suggesting|predicting|telling you)\b(?! (?:which|who|when|where|how|why)\b)",
    re.I,
)
_TAKEN_BACK = re.compile(
    r"\W*(?:(?:but|and|well),? )?(?:(?:it|they|he|she|that|we|things) (?:\w+n't|(?:did|was|has|is|does|have|were|are|"
    r"had) not|never)\b|(?:wrong|nonsense|rubbish|not true|no)\b)",
    re.I,
)
_ODDS = re.compile(
    r"\b(?:i'd|i would|i|we) (?:give|put|say|call)\b[^.?!]{0,40}(?:per ?cent|%|chance|odds|in (?:two|three|four|five|"
    r"ten))",
    re.I,
)
_SAID = re.compile(rf"\b{SAYING}\b|\baccording to\b", re.I)


_LISTS_ON = re.compile(  # ", 4% next year and 4% in 2028" behind "inflation of 5% this year"
    r"\s*[,;]?\s*(?:(?:and|then|but)\s+)?(?:(?:in (?:19|20)\d\d|next year|at|to|about|around|of|only|"
    r"just)\s+)*[$€£]?\d[\d.,]*\s?(?:%|per ?cent|billion|trillion|bn\b|trn\b)",
    re.I,
)


def _with_its_moment(statement: Statement, around: Around) -> Statement:
    """The whole sentence instead of the content where a condition or the moment to come stands outside the content
    ("every year to 2030 it aims to ...")."""
    if statement.sentence is None or not statement.spans or statement.force == "deny":
        return statement
    (start, end), first, last = statement.sentence, statement.spans[0][0], statement.spans[-1][1]
    if not (0 <= start <= first < last <= end <= len(around.whole)) or end - start > LONGEST_SENTENCE:
        return statement
    lead, tail = plain(around.whole[start:first]), plain(around.whole[last:end])
    if HELD_ON.match(lead) or HELD_ON_TOO.match(tail) or BY_FEW.match(lead):
        return statement.model_copy(update={"content": around.whole[start:end], "spans": [(start, end)]})
    if _LISTS_ON.match(tail):
        return statement.model_copy(update={"content": around.whole[first:end], "spans": [(first, end)]})
    if moments(plain(statement.content), around.said):
        return statement
    if apart := list(_APART.finditer(lead)):  # a claim of its own: "...; the IMF expects a deficit of 4% in 2027"
        start, lead = start + apart[-1].end(), lead[apart[-1].end() :]
    follows = [m for m in moments(tail, around.said) if not _SAID.search(tail[: m.start])]
    if not follows and not any(_ahead(m.when, around.said) for m in moments(lead, around.said)):
        return statement
    return statement.model_copy(update={"content": around.whole[start:end], "spans": [(start, end)]})


_APART = re.compile(r";\s*|, (?:but|while|whereas|and|though|although|yet) ")


def _ahead(when: When, said: date) -> bool:
    return when.relation == "from" or window(When("in", when.last or when.first)).last > month_index(said)


def _year(text: str, said: date) -> str:
    """A year for the nearest question: the one named, else five years on."""
    named = re.findall(r"\b20\d\d\b", text)
    return named[-1] if named and said.year <= int(named[-1]) <= LAST_YEAR else str(min(said.year + 5, LAST_YEAR))
