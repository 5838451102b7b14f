"""From the clauses of a sentence to its questions: the claim, its contrary, its conditions, its cause; and whether it
is likely, possible or a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.causes import claimed_effect
from overstretch.claims.reader.clauses import Clauses, cause_in, clauses
from overstretch.claims.reader.compared_read import AS_SHARE
from overstretch.claims.reader.conditions import condition_of
from overstretch.claims.reader.constructions import another_claim, bare_percentage, moment_left_open
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.event_read import event_question
from overstretch.claims.reader.gate import TIMELIKE, Gate, nothing_left, plausible
from overstretch.claims.reader.moments import moments as moments_in
from overstretch.claims.reader.series_read import figure_question, is_fact
from overstretch.claims.reader.several import blanked, readings
from overstretch.claims.reader.stance import NOT, REJECTS, Asks, asks_of, is_contrary, stance_marks
from overstretch.claims.reader.told import Told
from overstretch.claims.reader.vocabulary import find
from overstretch.questions.check import checked
from overstretch.questions.data import (
    NEGATED,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Quantity,
    Question,
    Special,
    When,
    moments,
    negated,
)
from overstretch.questions.data import parts as parts_of
from overstretch.questions.periods import window
from overstretch.questions.text import parse, write
from overstretch.questions.worlds import last_year
from overstretch.statements.record import Proposition, Read, Statement

_QUESTION = re.compile(r"\?\s*[\"']?$")
_DEMAND = re.compile(
    r"\b(?:should|must|ought to|has to|have to|need(?:s)? to|needs? (?=(?:at least |about |some "
    r")?[\d$€£])|let us|please|is to be expected of|calls? (?:on|for)|called (?:on|for)|calling (?:on|"
    r"for)|urge[sd]?|demand(?:s|ed|ing)?|ask(?:s|ed)? (?:parliament|allies|for)|wants? (?:every|all|"
    r"allies|the allies|europe|others)|insists? that \w+ must|is pressing|recommend\w*|be treated)\b",
    re.I,
)
_COMES = re.compile(  # "should come in at 4%": what is expected, not what ought to be done
    r"\bshould (?:then |now |still |already |also |by then |thus )?(?:come (?:in|to|out|down)|be (?:down|"
    r"up|back|close|near|around|at|above|below|over|under)|settle|land|average|peak|total|end up|amount|"
    r"ease|fall|drop|slow|narrow|widen|decline|stabili[sz]e|hover|reach|hit|exceed|expand|contract|shrink|"
    r"grow|rise|climb)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?:hopes?|hoped|would (?:like|love)|wish(?:es|ed)?|wants?|wanted|wanting|dreams?|if only|raise a glass)\b", re.I
)
_NODATE = re.compile(
    r"\b(?:sooner or later|one day|eventually|in the long run|some ?day|in the end|at some point(?! (?:in|"
    r"between|from))|for ?ever|in time|in the long term|ultimately|one of these days|any ?time soon|"
    r"before (?:too )?long|(?:in|for) the (?:foreseeable|near|not too distant) future|in (?:the )?years "
    r"(?:to come|ahead)|down the (?:road|line)|as soon as possible)\b",
    re.I,
)
_IRONY = re.compile(
    r"^(?:oh,? (?:of course|sure)|sure,|splendid|ah yes|of course|a round of applause|imagine)\b|pigs will fly", re.I
)
_OTHER = re.compile(
    r"\b(?:per ?cent of (?:[A-Z]\w+s|people|citizens|adults)|(?:%|per ?cent|percent) of (?:the |its |"
    r"their |all )?(?:\w+ )?(?:budget|exports|imports|population|revenues?|expenditure)|decides? for "
    r"(?:itself|themselves)|what (?:counts|may be counted))\b"
)
_POLL = re.compile(
    r"\b(?:polls?\b(?! of (?:[\w-]+ ){0,3}?(?:economists|analysts|traders|desks|forecasters|banks|"
    r"strategists))|pollster\w*|opinion surveys?|respondents|approval ratings?|voters)\b",
    re.I,
)
_ALTERNATE = re.compile(
    r"\bit will be (?:in )?\d{4} before\b|(?:\bnot|n't)(?: be)? (?:until|till)\b|\b(?:every (?:other|"
    r"second|third)|alternate) (?:years?|months?)\b",
    re.I,
)
CHANCE = re.compile(
    r"\b(?:an? )?(?:(?:\w+|\d+)[- ]in[- ](?:\w+|\d+)|\d+ ?(?:%|per ?cent|percent)|fifty-fifty|even|better "
    r"than even|good|real) (?:chance|probability|likelihood)\b(?: of| that)?|\b(?:chances?|probability|"
    r"likelihood|odds) (?:of |at |is |are )?(?:about |put at )?\d+ ?(?:%|per ?cent|percent)",
    re.I,
)  # a stated probability: the event, possible
_CHANCE_OF = re.compile(  # "The chances of a truce by May are one in four"
    r"\W*(?:the )?(?:chances?|odds|likelihood|probability) (?:of|that) (?P<what>.+?) (?:is|are|stands? at|"
    r"runs? at) (?:now |only |just |about |around |roughly |some |perhaps )*(?:(?:\w+|\d+)[- ]in[- "
    r"](?:\w+|\d+)|\d+ ?(?:%|per ?cent|percent)|fifty-fifty|even)\b",
    re.I,
)
JUST = 120  # characters before a claim in which its subject may stand
_ANOTHER = re.compile(r"\b(?:deficit|debt|shortfall|surplus|budget gap)\b", re.I)
_DEFINES = re.compile(r"^(?:counting|including|excluding|not counting)\b|\bincluded\W*$", re.I)  # what a figure counts
_PROMISED = re.compile(
    r"\b(?:promised|pledged|agreed|committed|planned|vowed|intended|aimed|targeted|budgeted)\b", re.I
)
_WILL = re.compile(r"\b(?:will|won't|shall|going to|gonna)\b|'ll\b", re.I)
_EXPECTS = re.compile(
    r"\b(?:expects?|forecasts?|projects?|foresees?|anticipates?|predicts?|plans?|intends?)\b(?! (?:showed|"
    r"said|was|were|had|put))",
    re.I,
)
_VERBS = re.compile(
    r"'(?:s|re|m|ve|d|ll)\b|n't\b|\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|"
    r"could|can|may|might|shall|\w{3,}s|\w{3,}ed|\w{4,}ing|spent|gave|put|cut|hit|set|met|made|took|rose|"
    r"fell|grew|stood|ran|went|came|got|held|kept|sold|paid|lost|won)\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:was|were|had|rose|fell|grew|spent|shrank|reached|hit|came|stood|climbed|dropped|exceeded|"
    r"traded|averaged|slowed|closed|ended|raised|cut|lost|jumped|slipped|met)\b",
    re.I,
)
_NOT_BEFORE = re.compile(  # "not before" in other words: two claims, of what comes before and of what comes then
    r"\bneeds? (?:until|till|another|at least)\b|\b(?:no|not) (?:earlier|sooner) than\b(?! expected)|"
    r"\bnot (?:any |a (?:day|month|year) )?(?:sooner|earlier|before (?:then|that))\b|\bonly (?:reach|get|"
    r"hit|meet|arrive|come|cross|pass)\w*\b(?=.*\b(?:in|from) (?:19|20)\d\d)|\bfor another \w+ years\b|"
    r"\b(?:out of|beyond|within) (?:the |easy |its |their )?reach\b",
    re.I,
)


# A report behind the claim that takes it back, and words that leave open whether it holds.
_UNHELD = re.compile(
    r"\b(?:nobody|no one|few|hardly any(?:body|one)?|doubt\w*|not|never|nonsense|fantasy|myth|wrong\w*|"
    r"false\w*|sceptical|skeptical)\b|n't\b",
    re.I,
)
_SEEMING = re.compile(
    r"\b(?:on paper|in theory|theoretically|supposedly|allegedly|purportedly|in name only|over the "
    r"forecast (?:period|horizon)|no (?:more|less)(?=\W*$))\b",
    re.I,
)

# "May the pact never ...": a wish, not a possibility ("May could see ...", "In May").
_OPTATIVE = re.compile(
    r"\W*May (?!\d|be\b|see\b|sees\b|will\b|could\b|brought\b|was\b|is\b)(?:the |our |this )?[\w' "
    r"-]+?\b(?:never|always|not|soon|long)\b"
)


def assembled(
    statement: Statement, text: str, before: str, said: date, horizon: int | None, gate: Gate = nothing_left
) -> list[Proposition]:
    """The propositions of a sentence. `gate` raises Unread for what it leaves over. Raises Unread with the reason why
    there is none."""
    if _QUESTION.search(text.strip()) and len(re.split(r"[.!]\s", text)) < 2:
        raise Unread("it is a question, not a claim")
    made = readings(
        text, before, said, lambda part, earlier: _proposition(statement, part, earlier, said, horizon, gate)
    )
    _dates_placed(made, text, said)
    return [denied(one) for one in made] if statement.force == "deny" else made


def denied(made: Proposition) -> Proposition:
    """The contrary, where the speaker denies or doubts the content: the cue stands outside it."""
    question = parse(made.question)
    if isinstance(question, Special):
        raise Unread("it denies what no figure could settle")
    inner = Given(negated(question.of), question.conditions) if isinstance(question, Given) else negated(question)
    return made.model_copy(
        update={"question": write(checked(inner)), "asks": "fact" if made.asks == "fact" else "likely"}
    )


def _proposition(
    statement: Statement, text: str, before: str, said: date, horizon: int | None, gate: Gate
) -> Proposition:
    """The proposition of one claim. Raises Unread with the reason why there is none."""
    chance = CHANCE.search(text)
    text = blanked(text, chance.span()) if chance else text
    if chance is None and (chance := _CHANCE_OF.match(text)) is not None:
        text = blanked(text, (0, chance.start("what")), (chance.end("what"), chance.end()))
    found = clauses(text)
    _a_claim(statement, text, found, said)
    main = drafted(found.masked("claim"), said)
    main.report = found.masked("report").strip()
    main.committed = statement.force == "commit" or statement.modality == "plan"
    main.foretold = statement.force != "deny" and not NOT.search(f"{main.text} {found.masked('report')}")
    told = Told(main, statement, before, horizon)
    question, asks = _claim(told, found)
    ahead = asks == "fact" and any(isinstance(part, When) and part.default for part in parts_of(question))
    asks = "possible" if chance else "likely" if ahead else asks
    kept = []
    for piece in found.of("condition"):
        if (condition := condition_of(piece, found, told)) is not None:
            kept.append(condition)
            main.use(piece.start, piece.end, "condition")
    gate(main)
    main.used += stance_marks(main, found)
    for piece in found.of("aside"):
        if _DEFINES.search(found.text[piece.start : piece.end]) and (
            main.has("FUND") or "included" in found.text[piece.start : piece.end]
        ):
            raise Unread(f"could not place “{found.text[piece.start : piece.end]}”")
        if AS_SHARE.search(found.text[piece.start : piece.end]) and any(
            isinstance(p, Quantity) and p.series == "defence_spending" for p in parts_of(question)
        ):
            raise Unread(f"could not place “{found.text[piece.start : piece.end].strip()}”")
    plausible(question, main)
    _of_defence(question, main, f"{before[-JUST:]} {statement.content}")
    another_claim(question, main.text, "claim")
    moment_left_open(question, main)
    bare_percentage(question, main, text)
    if kept:
        own = [w for w in moments(question) if not w.default]
        if not own and any(not w.default for c in kept if not isinstance(c, Do) for w in moments(c)):
            raise Unread("its condition has a date, and the claim none of its own")
        question = Given(question, tuple(kept))
    _dates(question, said)
    _tensed(question, main, found)
    _past(question, main, statement.force == "commit" or statement.modality in ("plan", "will"))
    done = checked(question)
    return Proposition(question=write(done), asks=asks, read=_read(statement, main, text), set_aside=_aside(found))


def _of_defence(question: Question, draft: Draft, around: str) -> None:
    """A bare share of GDP beside a deficit or a debt is no share for defence. Raises Unread."""
    shares = [p for p in parts_of(question) if isinstance(p, Quantity) and p.series == "core_share"]
    if shares and not draft.has("MIL", "SPEND", "CORE", "RELATED", "TARGET") and (of := _ANOTHER.search(around)):
        raise Unread(f"it does not say whether its share of GDP is of the {of.group().lower()}")


def _a_claim(statement: Statement, text: str, found: Clauses, said: date) -> None:
    """Demands, wishes, topics, irony, polls and parts of a budget are no claims of the field."""
    claim = found.masked("claim")
    if m := _NOT_BEFORE.search(claim):
        raise Unread(f"could not place “{m.group().strip()}”")
    if _IRONY.search(text.strip()):
        raise Unread("it seems to be irony: what is claimed is not plain")
    if len(text.split()) < 3 and not (statement.force == "commit" and find(text, "event", ("ARTICLE5",))):
        raise Unread(f"it only names a topic ('{text.strip()[:60]}')")
    for year in re.findall(
        r"\b(?:said|warned|predicted|forecast|promised|pledged|told \w+|wrote|announced|estimated|thought|"
        r"believed)(?: back)? in ((?:19|20)\d\d)\b",
        " ".join(text[p.start : p.end] for p in found.of("report") if p.word == "leading"),
    ):
        if int(year) < said.year:
            raise Unread(f"it reports what was said in {year}")
    if m := _POLL.search(text) or _OTHER.search(claim):
        raise Unread(f"it is about something else than the field holds ('{m.group().strip()}')")
    for piece in found.of("report"):
        words = text[piece.start : piece.end]
        if (
            piece.word not in ("stance", "leading", "heading")
            and _UNHELD.search(words)
            and not REJECTS.search(words)
            and not re.match(r"(?:an?|the) \w+ (?:that|which|the|he|she|it|they)\b", words.lstrip(), re.I)
        ):
            raise Unread(f"could not place “{words.strip()}”")
    if m := _SEEMING.search(claim) or re.search(
        r"\bwhile (?:it|this|that|the war|the fighting|sanctions|they) \w+", claim, re.I
    ):
        raise Unread(f"could not place “{m.group()}”")
    if _OPTATIVE.match(text):
        raise Unread("it voices a wish or a hope, not what is or comes about")
    if m := _ALTERNATE.search(claim):
        raise Unread(f"could not place “{m.group()}”")
    projected = re.search(
        r"\b(?:projects?|projected|forecasts?|calculates?|estimates?|reckons?|expects?)\b", text, re.I
    )
    projected = projected or _COMES.search(claim)
    demand = _DEMAND.search(claim)
    if demand and demand.group().lower() == "should" and projected:
        demand = None
    if demand and demand.group().lower() == "should" and re.match(r"\s*should\b", claim, re.I):
        demand = None
    if (statement.modality == "should" and statement.force != "commit" and not projected) or (
        demand and not re.search(r"\b(?:will|would have to|may have to|might have to|could)\b", claim, re.I)
    ):
        raise Unread("it says what ought to be done, not what is or comes about")
    if (
        _WISH.search(claim)
        and not re.search(r"\b(?:will|is projected|are projected|could|would be)\b", claim, re.I)
        and statement.force != "commit"
    ):
        raise Unread("it voices a wish or a hope, not what is or comes about")


def _dates_placed(made: Sequence[Proposition], text: str, said: date) -> None:
    """A default fills no moment that the sentence states: one to come, or words of time, that no part holds. Raises
    Unread."""
    if not any(when.default or when.relation == "latest" for one in made for when in moments(parse(one.question))):
        return
    if stated := TIMELIKE.search(text):
        raise Unread(f"could not place “{stated.group()}”")
    held = " ; ".join(
        r.text for one in made for r in one.read if r.part in ("when", "condition", "since", "cause", "event")
    )
    for moment in moments_in(text, said):
        words = text[moment.start : moment.end].strip()
        last = window(When("in", moment.when.last or moment.when.first)).last
        if (
            last >= 12 * said.year
            and words not in held
            and not re.match(r"(?:now|today|on|last|so far|currently|at present|this (?:week|month))\b", words, re.I)
        ):
            raise Unread(f"could not place “{words}”")


def _claim(told: Told, found: Clauses) -> tuple[Question, Asks]:
    """The question of the claim with its polarity, and whether it is likely, possible or a fact."""
    draft = told.draft
    cause = cause_in(draft.text)
    if cause is not None and (effect := claimed_effect(told, cause)) is not None:
        return negated(effect) if is_contrary(draft, found, effect, told.statement) else effect, asks_of(
            draft, found, effect
        )
    question = event_question(told)
    if question is None:
        question = figure_question(draft, told.statement, told.before, told.horizon)
    if _NODATE.search(draft.text) and not draft.moments:
        raise Unread("it gives no date by which it could be settled", write(checked(question)))
    if not isinstance(question, (Special, Effect)) and is_contrary(draft, found, question, told.statement):
        question = _members_denied(question, draft) or negated(question)
    return question, asks_of(draft, found, question)


def _members_denied(question: Question, draft: Draft) -> Question | None:
    """'Half of the allies won't reach 3%': of so many of a group it is denied, not of the group that so many do."""
    count = draft.counted
    if not isinstance(question, Count) or count is None or count.n in (0, "all") or count.contrary:
        return None
    if not any(m.start() >= count.end for m in NOT.finditer(draft.text)) or question.where.op not in NEGATED:
        return None
    return replace(question, where=replace(question.where, op=NEGATED[question.where.op]))


def _dates(question: Question, said: date) -> None:
    """Beyond what the model runs, or wholly before anything could be asked."""
    year = last_year(question)
    if year > 2040:
        raise Unread(f"it speaks of {year}; the model runs to 2040")


def _tensed(question: Question, draft: Draft, found: Clauses) -> None:
    """What lies ahead is not of a year gone by; what holds on a condition, or stands without a verb, is not the state
    of today. Raises Unread."""
    whens = moments(question)
    ahead = _WILL.search(draft.text)
    for when in whens:
        dated = when.relation in ("in", "by", "each", "mean") and not when.default
        if (
            (ahead or _EXPECTS.search(found.text))
            and dated
            and window(when).last < 12 * (draft.said.year - 1) + draft.said.month - 1
        ):
            raise Unread("it speaks of what is to come, and its moment is past")
    if (
        isinstance(question, Not)
        and isinstance(question.of, Happens)
        and question.of.event == "leader_exit"
        and any(w.default for w in whens)
    ):
        raise Unread("it gives no date by which it could be settled")
    if any(when.relation == "latest" for when in whens):
        if found.of("condition") or found.of("condition that nothing measures"):
            raise Unread("it holds on a condition, and names no moment")
        if not _VERBS.search(draft.text):
            raise Unread("it gives no date by which it could be settled")


def _past(question: Question, draft: Draft, planned: bool) -> None:
    """A claim in the past tense about a moment still to come: the moment is another than it seems."""
    if draft.moments and is_fact(draft, draft.moments) and (m := _PROMISED.search(draft.text)):
        raise Unread(f"it tells what was {m.group().lower()}, not what came about")
    told = draft.text.lstrip()
    told = told.partition(" ")[2] if planned else told  # the infinitive of a promise: "cut spending next year"
    if is_fact(draft, []) and _TOLD.search(told):
        for part in parts_of(question):
            when = part.left.when if isinstance(part, Compare) else part.when if isinstance(part, Happens) else None
            if (
                when is not None
                and not when.default
                and when.relation in ("in", "by", "each", "mean", "any", "sum")
                and window(when).first > 12 * draft.said.year + draft.said.month - 1
            ):
                raise Unread("it tells of the past, and its moment seems to lie ahead")


def _read(statement: Statement, draft: Draft, text: str) -> list[Read]:
    """The words used for each part, in the text's order, with offsets into the document."""
    base = statement.spans[0][0] if len(statement.spans) == 1 else None
    found = []
    for start, end, part in sorted(set(draft.used)):
        words = statement.content[start:end].strip()
        if words:
            found.append(Read(part=part, text=words, span=(base + start, base + end) if base is not None else None))
    return found


def _aside(found: Clauses) -> list[Read]:
    reasons = {
        "report": "who says it",
        "aside": "an aside",
        "condition left open": "true with it or without",
        "condition that nothing measures": "a condition that nothing measures",
    }
    return [
        Read(part=reasons[p.role], text=found.text[p.start : p.end].strip())
        for p in found.pieces
        if p.role in reasons and found.text[p.start : p.end].strip()
    ]
