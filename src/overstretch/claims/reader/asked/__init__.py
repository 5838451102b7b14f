"""From the clauses of a sentence to its questions: the claim, its contrary, its conditions, its cause; and whether it
is likely, possible or a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.asked.causes import cause_in, claimed_effect, moved_by_another
from overstretch.claims.reader.asked.chances import without_odds
from overstretch.claims.reader.asked.compared_read import AS_SHARE
from overstretch.claims.reader.asked.conditions import conditions_of
from overstretch.claims.reader.asked.odds_read import denies_beside, odds_moved
from overstretch.claims.reader.asked.series_read import figure_question
from overstretch.claims.reader.asked.several import readings
from overstretch.claims.reader.clauses import CONTRAST, Clauses, clauses
from overstretch.claims.reader.clauses import claim_words as cw
from overstretch.claims.reader.clauses.carried import KINDS
from overstretch.claims.reader.discourse import antecedent, paragraph_before
from overstretch.claims.reader.draft import NO_DATE, Draft, Unread, drafted, unplaced
from overstretch.claims.reader.events import event_question
from overstretch.claims.reader.events.told import Told
from overstretch.claims.reader.framings import told as told_of
from overstretch.claims.reader.gate import nothing_left, plausible, timelike
from overstretch.claims.reader.made import blanked, is_beside, whole_words
from overstretch.claims.reader.moments import counted_from_a_condition, referring
from overstretch.claims.reader.moments import moments as moments_in
from overstretch.claims.reader.moments.values import PAST, month_index
from overstretch.claims.reader.parties import last_before, parties, spoken_of
from overstretch.claims.reader.parties.epithets import of_context
from overstretch.claims.reader.restated import restated
from overstretch.claims.reader.series.change_read import not_on_the_year
from overstretch.claims.reader.series.figure_moments import STOCKS
from overstretch.claims.reader.series.over_years import of_one_sort
from overstretch.claims.reader.stance import NOT, Asks, asks_of, is_contrary, stance_marks
from overstretch.claims.reader.stance.claimed import a_claim
from overstretch.claims.reader.stance.constructions import another_claim, bare_percentage
from overstretch.claims.reader.stance.denied_read import at_no_time, denied_question
from overstretch.claims.reader.stance.tense import is_fact, over
from overstretch.claims.reader.vocabulary import find
from overstretch.claims.reader.who import carry, of_himself
from overstretch.questions.check import checked
from overstretch.questions.data import (
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

OF_DEFENCE = ("MIL", "SPEND", "CORE", "RELATED", "TARGET")
JUST = 120  # characters before a claim in which its subject may stand


def assembled(statement: Statement, text: str, before: str, said: date, horizon: int | None) -> list[Proposition]:
    """The propositions of a sentence. Raises Unread with the reason why
    there is none."""
    if cw.QUESTION.search(text.strip()) and len(re.split(r"[.!]\s", text)) < 2:
        raise Unread("it is a question, not a claim")
    made = readings(text, before, said, lambda part, earlier: _proposition(statement, part, earlier, said, horizon))
    _dates_placed(made, text, said)
    made = _dated_beside(made)
    of_one_sort([parse(one.question) for one in made], text)
    return contraries(made) if statement.force == "deny" else made


def contraries(made: list[Proposition]) -> list[Proposition]:
    """The contraries of claims; what stands beside them is not denied, and not asked."""
    return [denied(one) for one in made if not is_beside(one)]


def denied(made: Proposition) -> Proposition:
    """The contrary, where the speaker denies or doubts the content: the cue stands outside it."""
    question = parse(made.question)
    if isinstance(question, Special):
        raise Unread("it denies what no figure could settle")
    inner = Given(negated(question.of), question.conditions) if isinstance(question, Given) else negated(question)
    return made.model_copy(
        update={"question": write(checked(inner)), "asks": "fact" if made.asks == "fact" else "likely"}
    )


_FORESEES = re.compile(  # said in the present of what comes: a month beside it is the next one
    r"\b(?:sees?|expects?|forecasts?|projects?|predicts?|foresees?|anticipates?|reckons?|looks? for|"
    r"pencils? in|bets? on)\b",
    re.I,
)


def _proposition(statement: Statement, text: str, before: str, said: date, horizon: int | None) -> Proposition:
    """The proposition of one claim. Raises Unread with the reason why there is none."""
    text, chance = without_odds(text)
    text = restated(of_context(text, statement.context or last_before(before)))
    text = blanked(text, (0, told_of(text))) if statement.force == "deny" else text
    found = clauses(text)
    a_claim(statement, text, found, said)
    main = drafted(found.masked("claim"), said, bool(_FORESEES.search(found.masked("report"))))
    main.moments = counted_from_a_condition(text, main.moments, said) or referring(text, main.text, said)
    main.paragraph = paragraph_before(before)
    main.antecedent = antecedent(text, before)
    carry(main, spoken_of(statement.speaker) or of_himself(main.text, statement))
    main.report = found.masked("report").strip()
    main.committed = statement.force == "commit" or statement.modality == "plan" or bool(cw.THE_PLAN.search(text))
    main.foretold = (
        statement.force != "deny"
        and found.stance != "unlikely"
        and not NOT.search(f"{main.text} {found.masked('report')}")
    )
    told = Told(main, statement, before, horizon)
    question, asks = _claim(told, found)
    question = _based(question, found)
    if any(piece.word == CONTRAST for piece in found.pieces):
        question = _exactly(question, main)
    whens = [part for part in parts_of(question) if isinstance(part, When)]
    ahead = asks == "fact" and any(w.default or _lies_ahead(w, said) for w in whens)
    asks = "possible" if chance else "likely" if ahead else asks
    kept = []
    for piece in found.of("condition"):
        if made := conditions_of(piece, found, told):
            kept += made
            not_on_the_year(question, main)
            main.use(piece.start, piece.end, "condition")
    main.used += stance_marks(main, found)
    nothing_left(main)
    for piece in found.of("aside"):
        if piece.word in KINDS:
            continue
        words = found.words(piece)
        if (
            (not found.text[: piece.start].strip() and cw.FRONTED.match(words))
            or (cw.DEFINES.search(words) and (main.has("FUND", "PERSONNEL") or "included" in words))
            or (cw.BESIDE_ANOTHER.match(words) and parties(words))
            or (AS_SHARE.search(words) and any(p.series == "defence_spending" for p in _quantities(question)))
        ):
            raise unplaced(words.strip())
    plausible(question, main)
    _of_defence(question, main, f"{before[-JUST:]} {statement.content}", spoken_of(statement.speaker))
    _said_in_front(question, before, said)
    another_claim(question, main.text, "claim", dated=[(m.start, m.end) for m in main.moments])
    bare_percentage(question, main, text)
    if kept:
        if asks == "fact" and any(isinstance(c, Do) for c in kept):
            raise Unread("what came about held on no lever")
        question = _dated_by(question, kept)
        own = [w for w in moments(question) if not w.default]
        if not own and any(not w.default for c in kept if not isinstance(c, Do) for w in moments(c)):
            raise Unread("its condition has a date, and the claim none of its own")
        question = Given(question, tuple(kept))
    _dates(question, said)
    _tensed(question, main, found)
    _planned(before, main, asks)
    if not any(
        words.rstrip().endswith(" if") for words in (found.stance, main.report)
    ):  # "surprised if it were": no past
        _past(question, main, statement.force == "commit" or statement.modality in ("plan", "will"))
    done = checked(question)
    return Proposition(question=write(done), asks=asks, read=_read(statement, main, text), set_aside=_aside(found))


def _quantities(question: Question) -> list[Quantity]:
    return [p for p in parts_of(question) if isinstance(p, Quantity)]


def _lies_ahead(when: When, said: date) -> bool:
    """Whether a moment has not begun: "heads for 5% in 2027"."""
    return when.relation in ("in", "by") and window(when).first > month_index(said)


def _exactly(question: Question, draft: Draft) -> Question:
    """'2.5%, not 3.5%': the figure is meant as it stands, no least. Raises Unread for a number of members."""
    if isinstance(question, Count):
        raise Unread("it says how many the members are not")
    if isinstance(question, Compare) and question.op in (">=", "<=") and not draft.places("comparator"):
        return replace(question, op="about")
    return question


def _based(question: Question, found: Clauses) -> Question:
    """'Compared with 2024, spending will rise by half by 2028': the year from which the change is measured. Raises
    Unread where the economy moves over several."""
    if not isinstance(question, Compare):
        return question
    for piece in found.of("aside"):
        if m := cw.COMPARED_WITH.fullmatch(found.words(piece).strip(" ,.;")):
            if question.left.change is None and question.left.when.first[:4] not in ("", str(int(m["year"]) + 1)):
                raise unplaced(found.words(piece).strip(" ,"))
            if question.left.change is None:
                return question
            change = replace(question.left.change, since=m["year"])
            return replace(question, left=replace(question.left, change=change))
    return question


def _dated_by(question: Question, conditions: Sequence[Do | Question]) -> Question:
    """A figure without a moment is of the one year that its condition is about ("if Urals averages 40 in 2027, ...")."""
    if not isinstance(question, Compare) or not question.left.when.default or question.left.change is not None:
        return question
    held = {w for c in conditions if not isinstance(c, Do) for w in moments(c)}
    if len(held) != 1 or (when := held.pop()).default or when.relation in ("latest", "before"):
        return question
    if question.left.series in STOCKS and when.relation == "by":
        return replace(question, left=replace(question.left, when=when))
    year = window(when).year
    if window(when).first // 12 != year:
        return question
    return replace(question, left=replace(question.left, when=When("in", str(year))))


def _of_defence(question: Question, draft: Draft, around: str, topic: str) -> None:
    """A bare share of GDP beside a deficit or a debt, or by who speaks of something else, is no share for defence.
    Raises Unread."""
    shares = [p for p in _quantities(question) if p.series == "core_share"]
    if shares and not draft.has("MIL", "SPEND", "CORE", "RELATED") and (bank := cw.A_BANK.search(draft.text)):
        raise Unread(f"it does not say of what “{bank.group()}” has its percentage")
    if not shares or draft.has(*OF_DEFENCE):
        return
    if of := cw.ANOTHER.search(around):
        raise Unread(f"it does not say whether its share of GDP is of the {of.group().lower()}")
    other = topic
    for party in parties(topic):
        other = other.replace(party.text, " ")
    if re.search(r"\w{4}", other) and not find(topic, "concept", OF_DEFENCE):
        raise Unread("it does not say of what its percentage is")


def _dated_beside(made: list[Proposition]) -> list[Proposition]:
    """Without further claims whose moment would be put in beside one that the first states ("by 2028 the war will have
    ended and Putin will have gone")."""
    left_open = [any(when.default for when in moments(parse(one.question))) for one in made]
    return made if left_open[0] else [one for one, is_open in zip(made, left_open, strict=True) if not is_open]


_ASKED = re.compile(r"(?P<words>[^.!?]*)\?[\"']?\s*$")
_BOUNDED = re.compile(
    r"(?:^|[.!?]\s+)(?P<words>[^.!?]{3,30}, (?:tops|max|maximum|at most|at least|minimum))[.!]\s*$", re.I
)


def _said_in_front(question: Question, before: str, said: date) -> None:
    """What the sentence before dates or bounds: "Attacked by 2028? They will be", "Six, tops. Six allies". Raises
    Unread."""
    asked = _ASKED.search(before)
    if asked and any(w.default for w in moments(question)) and (dated := moments_in(asked["words"], said)):
        raise unplaced(asked["words"][dated[0].start : dated[0].end].strip())
    if bounded := _BOUNDED.search(before):
        raise unplaced(bounded["words"].strip())


def _dates_placed(made: Sequence[Proposition], text: str, said: date) -> None:
    """A default fills no moment that the sentence states: one to come, or words of time, that no part holds. Raises
    Unread."""
    if not any(when.default or when.relation == "latest" for one in made for when in moments(parse(one.question))):
        return
    based = any(r.part == "since" for one in made for r in one.read)
    if stated := timelike(text, based):
        raise unplaced(stated)
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
            raise unplaced(words.strip())


def _claim(told: Told, found: Clauses) -> tuple[Question, Asks]:
    """The question of the claim with its polarity, and whether it is likely, possible or a fact."""
    draft = told.draft
    cause = None
    if (effect := odds_moved(told, found)) is None and (cause := cause_in(draft.text)) is not None:
        effect = claimed_effect(told, cause)
    if effect is not None:
        denies_beside(draft.text)
        contrary = is_contrary(draft, found, effect, told.statement)
        return negated(effect) if contrary else effect, asks_of(draft, found, effect)
    question = event_question(told)
    if question is None:
        moved_by_another(draft, cause)
        question = figure_question(draft, told.statement, told.before, told.horizon)
    if cw.NODATE.search(draft.text) and not draft.moments:
        raise Unread(NO_DATE, write(checked(question)))
    for words in cw.NODATE.finditer(draft.text):
        draft.use(*words.span(), "when")  # "sooner or later, and before 2030 is out"
    question = at_no_time(question, draft)
    if not isinstance(question, (Special, Effect)) and is_contrary(draft, found, question, told.statement):
        question = denied_question(question, draft)
    return question, asks_of(draft, found, question)


def _dates(question: Question, said: date) -> None:
    """Beyond what the model runs, or wholly before anything could be asked."""
    year = last_year(question)
    if year > 2040:
        raise Unread(f"it speaks of {year}; the model runs to 2040")


def _tensed(question: Question, draft: Draft, found: Clauses) -> None:
    """What lies ahead is not of a year gone by; what holds on a condition, or stands without a verb, is not the state
    of today. Raises Unread."""
    whens = moments(question)
    ahead = cw.WILL.search(draft.text)
    for when in whens:
        dated = when.relation in ("in", "by", "each", "mean") and not when.default
        if (
            (ahead or cw.EXPECTS.search(found.text))
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
        raise Unread(NO_DATE)
    if any(when.relation == "latest" for when in whens):
        if found.of("condition") or found.of("condition that nothing measures"):
            raise Unread("it holds on a condition, and names no moment")
        if found.stance.endswith(" if") or not cw.VERBS.search(draft.text):
            raise Unread(NO_DATE)


def _planned(before: str, draft: Draft, asks: Asks) -> None:
    """What was planned, promised or expected of a time that is over is not what came about. Raises Unread."""
    past = bool(draft.moments) and all(over(m.when, draft.said) for m in draft.moments)
    lead = cw.LEAD.search(before)
    told = cw.AS_MEANT.sub(" ", f"{lead['last'] if lead else ''}{draft.text}")
    fact = past or (asks == "fact" and not draft.moments)
    meant = (cw.PROMISED if fact else cw.GIVEN_UP).search(told)
    if meant := meant or (re.search(r"\bwould\b", told) if past else None):
        raise Unread(f"it tells of what was meant to be (“{meant.group().strip()}”), not of what came about")


_A_CUT = re.compile(r"\b(?:an?|the|another|further|any|rate|first|next)(?: [a-z]+)? cuts?\b", re.I)  # no verb


def _past(question: Question, draft: Draft, planned: bool) -> None:
    """A claim in the past tense about a moment still to come: the moment is another than it seems."""
    told = draft.text.lstrip()
    told = told.partition(" ")[2] if planned else told  # the infinitive of a promise: "cut spending next year"
    told = _A_CUT.sub("", told)
    if is_fact(draft, []) and PAST.search(told):
        for part in parts_of(question):
            when = part.left.when if isinstance(part, Compare) else part.when if isinstance(part, Happens) else None
            if (
                when is not None
                and not when.default
                and when.relation in ("in", "by", "each", "mean", "any", "sum")
                and window(when).first > month_index(draft.said)
            ):
                raise Unread("it tells of the past, and its moment seems to lie ahead")


def _read(statement: Statement, draft: Draft, text: str) -> list[Read]:
    """The words used for each part, in the text's order, with offsets into the document."""
    base = statement.spans[0][0] if len(statement.spans) == 1 else None
    topic = [m for m in (*draft.concepts, *draft.events) if m.end == 0 and m.part]
    found = [Read(part=m.part, text=m.text) for m in topic]
    for start, end, part in sorted(set(draft.used)):
        start, end = whole_words(statement.content, start, end)
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
        Read(part=p.word if p.word in KINDS else reasons[p.role], text=found.words(p).strip())
        for p in found.pieces
        if p.role in reasons and found.words(p).strip()
    ]
