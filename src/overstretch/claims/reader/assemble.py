"""From the clauses of a sentence to one question: the claim, its contrary, its conditions, its cause; and whether it is likely, possible or a fact."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from overstretch.claims.reader.clauses import Cause, Clauses, Piece, bears, cause_in, clauses
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.event_read import Told, event_question
from overstretch.claims.reader.gate import nothing_left, plausible
from overstretch.claims.reader.limits import operator, value_of
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series_read import figure_question, is_fact
from overstretch.claims.reader.several import blanked, readings
from overstretch.claims.reader.vocabulary import find
from overstretch.questions import catalogue
from overstretch.questions.answer import last_year
from overstretch.questions.check import checked
from overstretch.questions.data import (
    And,
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
    negated,
)
from overstretch.questions.data import parts as parts_of
from overstretch.questions.periods import window
from overstretch.questions.text import parse, write
from overstretch.statements.record import Proposition, Read, Statement

Asks = Literal["likely", "possible", "fact"]
_QUESTION = re.compile(r"\?\s*[\"']?$")
_DEMAND = re.compile(
    r"\b(?:should|must|ought to|has to|have to|need(?:s)? to|needs? (?=(?:at least |about |some )?[\d$€£])|let us|please|is to be expected of|calls? (?:on|for)|called (?:on|for)|calling (?:on|for)|urge[sd]?|demand(?:s|ed|ing)?|ask(?:s|ed)? (?:parliament|allies|for)|wants? (?:every|all|allies|the allies|europe|others)|insists? that \w+ must|is pressing|recommend\w*|be treated)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?:hopes?|hoped|would (?:like|love)|wish(?:es|ed)?|wants?|wanted|wanting|dreams?|if only|raise a glass)\b", re.I
)
_NODATE = re.compile(
    r"\b(?:sooner or later|one day|eventually|in the long run|some ?day|in the end|at some point(?! (?:in|between|from))|for ?ever|in time|in the long term|ultimately|one of these days)\b",
    re.I,
)
_IRONY = re.compile(
    r"^(?:oh,? (?:of course|sure)|sure,|splendid|ah yes|of course|a round of applause|imagine)\b|pigs will fly", re.I
)
_POSSIBLE = re.compile(
    r"\b(?:could|may(?! \d)|might|possibl[ey]|perhaps|conceivabl[ey]|can(?:not|'t)? (?:be )?(?:ruled out|excluded)|risks?(?= of| that)|danger of|threaten(?:s|ing)? to|fears?|not rule out|not exclude|potentially|doubts?|far from certain|anything but (?:sure|certain)|be surprised)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:per ?cent of (?:[A-Z]\w+s|people|citizens|adults)|(?:%|per ?cent|percent) of (?:the |its |their |all )?(?:\w+ )?(?:budget|exports|imports|population|revenues?|expenditure)|decides? for (?:itself|themselves)|what (?:counts|may be counted))\b"
)
_POLL = re.compile(
    r"\b(?:polls?\b(?! of economists)|pollster\w*|opinion surveys?|respondents|approval ratings?|voters)\b", re.I
)
_ALTERNATE = re.compile(
    r"\bit will be (?:in )?\d{4} before\b|(?:\bnot|n't)(?: be)? (?:until|till)\b|\b(?:every (?:other|second|third)|alternate) (?:years?|months?)\b",
    re.I,
)
_LEVERS = (
    (
        re.compile(
            r"\b(?:every|all) (?:ally|allies|of them|members?)\b.*\b(?:kept?|honou?rs?|keeps?|meets?|deliver)|\bthey all honou?r the pledge|\b(?:allies|members|nato)\b.*\bkeeps? (?:their|its) (?:words?|promises?|pledges?)\b",
            re.I,
        ),
        "keep_pledge()",
    ),
    (
        re.compile(
            r"^without\b.*\b(?:defen[cs]e|military|arms|rearmament) (?:boost|build-?up|increase|drive|effort|push)\b",
            re.I,
        ),
        "hold_burden(2024)",
    ),
)
_CHANCE = re.compile(
    r"\b(?:an? )?(?:(?:\w+|\d+)[- ]in[- ](?:\w+|\d+)|\d+ ?(?:%|per ?cent|percent)|fifty-fifty|even|better than even|good|real) (?:chance|probability|likelihood)\b(?: of| that)?|\b(?:chances?|probability|likelihood|odds) (?:of |at |is |are )?(?:about |put at )?\d+ ?(?:%|per ?cent|percent)",
    re.I,
)  # a stated probability: the event, possible
_DEFINES = re.compile(r"^(?:counting|including|excluding|not counting)\b|\bincluded\W*$", re.I)  # what a figure counts
_PROMISED = re.compile(
    r"\b(?:promised|pledged|agreed|committed|planned|vowed|intended|aimed|targeted|budgeted)\b", re.I
)
_TOLD = re.compile(
    r"\b(?:was|were|had|rose|fell|grew|spent|shrank|reached|hit|came|stood|climbed|dropped|exceeded|traded|averaged|slowed|closed|ended|raised|cut|lost|jumped|slipped|met)\b",
    re.I,
)
_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed))\b", re.I
)  # the report's verb
_NOT_BEFORE = re.compile(  # "not before" in other words: two claims, of what comes before and of what comes then
    r"\b(?:no|not) (?:earlier|sooner) than\b(?! expected)|\bonly (?:reach|get|hit|meet|arrive|come|cross|pass)\w*\b(?=.*\b(?:in|from) (?:19|20)\d\d)|\bfor another \w+ years\b|\b(?:out of|beyond|within) (?:the |easy |its |their )?reach\b",
    re.I,
)
_SLIM = re.compile(r"\b(?:nil|zero|slim|remote|negligible|minimal|tiny|very low)\b", re.I)
_AFFIRM = re.compile(
    r"\b(?:can(?:not|'t) be (?:ruled out|excluded)|not (?:be )?(?:ruled out|excluded)|(?:does|do|did) not (?:rule out|exclude)|no doubt|nobody should be surprised|(?:do not|don't) be surprised|not only|no less than|not less than|no more than|not more than|no fewer than|no later than|not later than|no secret|nothing less|no earlier than|not above|not exceed\w*|no higher|no lower|no matter|not a single|no longer exist|never exceed)\b",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:nothing changes?|(?:not |n't )disappoint\w*|an? upset|goes? (?:well|to plan|wrong)|miracles?|holds up|stays? the course|surprises?)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|cannot|nobody|no one|neither|hardly|unlikely|improbable|no (?:(?:nato|european|single|other|eu) )?(?=ally|member|country|way|chance|position|plan|intention|prospect|economy|truce|ceasefire|peace|end|recession|deal|settlement|silence|pause|exit|war|attack)|in no position|far from|nowhere near|anything but|doubts?|doubtful|out of the question|rules? out|ruled out|refuses? to|avoid(?:s|ed)?|escape[sd]?(?! clause)|escaping|close to nil|nil|won't|isn't|aren't|doesn't|don't|didn't|wasn't|weren't|wouldn't|couldn't|hasn't|haven't|can't)\b|n't\b",
    re.I,
)


def assembled(statement: Statement, text: str, before: str, said: date, horizon: int | None) -> list[Proposition]:
    """The propositions of a sentence. Raises Unread with the reason why there is none."""
    if _QUESTION.search(text.strip()) and len(re.split(r"[.!]\s", text)) < 2:
        raise Unread("it is a question, not a claim")
    made = readings(text, before, said, lambda part, earlier: _proposition(statement, part, earlier, said, horizon))
    return [_denied(one) for one in made] if statement.force == "deny" else made


def _denied(made: Proposition) -> Proposition:
    """The contrary, where the speaker denies or doubts the content: the cue stands outside it."""
    question = parse(made.question)
    if isinstance(question, Special):
        raise Unread("it denies what no figure could settle")
    inner = Given(negated(question.of), question.conditions) if isinstance(question, Given) else negated(question)
    return made.model_copy(
        update={"question": write(checked(inner)), "asks": "fact" if made.asks == "fact" else "likely"}
    )


def _proposition(statement: Statement, text: str, before: str, said: date, horizon: int | None) -> Proposition:
    """The proposition of one claim. Raises Unread with the reason why there is none."""
    chance = _CHANCE.search(text)
    text = blanked(text, chance.span()) if chance else text
    found = clauses(text)
    _a_claim(statement, text, found, said)
    main = drafted(found.masked("claim"), said)
    main.report = found.masked("report").strip()
    told = Told(main, statement, before, horizon)
    question, asks = _claim(told, found)
    ahead = asks == "fact" and any(isinstance(part, When) and part.default for part in parts_of(question))
    asks = "possible" if chance else "likely" if ahead else asks
    kept = [c for piece in found.of("condition") if (c := _condition(piece, found, told)) is not None]
    nothing_left(main)
    for piece in found.of("aside"):
        if _DEFINES.search(found.text[piece.start : piece.end]) and (
            main.has("FUND") or "included" in found.text[piece.start : piece.end]
        ):
            raise Unread(f"could not place “{found.text[piece.start : piece.end]}”")
    plausible(question, main)
    if kept:
        question = Given(question, tuple(kept))
    _dates(question, said)
    _past(question, main, statement.force == "commit" or statement.modality in ("plan", "will"))
    done = checked(question)
    return Proposition(question=write(done), asks=asks, read=_read(statement, main, text), set_aside=_aside(found))


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
        r"\b(?:said|warned|predicted|forecast|promised|pledged|told \w+|wrote|announced|estimated|thought|believed)(?: back)? in ((?:19|20)\d\d)\b",
        " ".join(text[p.start : p.end] for p in found.of("report") if p.word == "leading"),
    ):
        if int(year) < said.year:
            raise Unread(f"it reports what was said in {year}")
    if m := _POLL.search(text) or _OTHER.search(claim):
        raise Unread(f"it is about something else than the field holds ('{m.group().strip()}')")
    if m := _ALTERNATE.search(claim):
        raise Unread(f"could not place “{m.group()}”")
    projected = re.search(
        r"\b(?:projects?|projected|forecasts?|calculates?|estimates?|reckons?|expects?)\b", text, re.I
    )
    demand = _DEMAND.search(claim)
    if demand and demand.group().lower() == "should" and projected:
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


def _claim(told: Told, found: Clauses) -> tuple[Question, Asks]:
    """The question of the claim with its polarity, and whether it is likely, possible or a fact."""
    draft = told.draft
    cause = cause_in(draft.text)
    if cause is not None and (effect := _effect(told, cause)) is not None:
        return negated(effect) if _contrary(draft, found, effect, told.statement) else effect, _asks(
            draft, found, effect
        )
    question = event_question(told)
    if question is None:
        question = figure_question(draft, told.statement, told.before, told.horizon)
    if _NODATE.search(draft.text) and not draft.moments:
        raise Unread("it gives no date by which it could be settled")
    if not isinstance(question, (Special, Effect)) and _contrary(draft, found, question, told.statement):
        question = negated(question)
    return question, _asks(draft, found, question)


def _contrary(draft: Draft, found: Clauses, question: Question, statement: Statement) -> bool:
    """Whether the claim is held false: an odd number of negations in its own clause."""
    text = _AFFIRM.sub(lambda m: " " * len(m.group()), draft.text)
    number = len(
        {
            m.start()
            for m in _NOT.finditer(text)
            if not (isinstance(_core(question), Count) and _inside_count(draft, m.start()))
            and not _read_as_limit(draft, m.start())
        }
    )
    number = min(number, 1) if re.search(r"\bnot .{0,20}\bnot before\b", text, re.I) else number
    stance = found.stance
    if stance == "the chances that":
        if not _SLIM.search(found.text):
            raise Unread("could not place “the chances that”")
        number += 1
    if isinstance(question, Count) and draft.counted is not None and draft.counted.n == 0 and number:
        raise Unread("could not place two negations of a count")
    if (
        stance
        and re.search(
            r"there is (?:little|no|hardly|next to no|almost no)|a miracle|a surprise if|would be (?:surprised|astonished|amazed)|\bdoubt|not (?:expect|think|believe|see)|unlikely|far from|anything but|not certain|don't expect|no (?:scenario|way|chance)|nobody|no one|hardly anyone",
            stance,
        )
        and not re.search(
            r"should be surprised|be surprised(?:, [\w ]+,)? if$", re.sub(r"would be surprised", "", stance)
        )
    ):
        number += 1
    if statement.force != "deny" and _REJECTS.search(found.masked("report")):
        number += 1
    return number % 2 == 1


def _core(question: Question) -> Question:
    while isinstance(question, Not):
        question = question.of
    return question


def _inside_count(draft: Draft, at: int) -> bool:
    return draft.counted is not None and draft.counted.start <= at < draft.counted.end


def _read_as_limit(draft: Draft, at: int) -> bool:
    return any(a <= at < b and part in ("comparator", "count") for a, b, part in draft.used)


def _asks(draft: Draft, found: Clauses, question: Question) -> Asks:
    if _POSSIBLE.search(draft.text) or re.search(
        r"doubt|exclude|rule out|fear|possible|conceivable|surprised|far from|anything but", found.stance
    ):
        return "possible"
    if isinstance(question, (Compare, Not)) and is_fact(draft, draft.moments):
        return "fact"
    if isinstance(question, (Special,)):
        return "fact"
    if not isinstance(_core(question), (Happens, And, Effect)) and draft.moments and is_fact(draft, draft.moments):
        return "fact"
    return "likely"


# Causes: what stands for a cause named in words.


def _effect(told: Told, cause: Cause) -> Question | None:
    """A claimed effect of spending, an arms race, a withdrawal, oil or a war's end; None where the cause is none of these."""
    draft = told.draft
    words = draft.text[cause.cause[0] : cause.cause[1]]
    named = _named_cause(words, told.before, draft.text[cause.effect[0] : cause.effect[1]])
    if named is None:
        return None
    inner = drafted(
        " " * cause.effect[0]
        + draft.text[cause.effect[0] : cause.effect[1]]
        + " " * (len(draft.text) - cause.effect[1]),
        draft.said,
    )
    moved = _moved(told, inner, cause, named)
    if moved is not None:
        return moved
    if cause.word in ("break up", "tear", "topple", "topples", "bring down", "brings down", "empty", "empties"):
        inner = _with_link(draft, cause)
    side = Told(inner, told.statement, told.before, told.horizon, caused=True)
    of = event_question(side)
    if of is None or not isinstance(of, (Happens, Not, Compare)):
        return None
    _adopt(draft, inner, cause)
    fate = next((p.who for p in parts_of(of) if isinstance(p, Happens)), None)
    return Effect(_worlds(named, fate), of, ">", 0.0, cause=named)


def _with_link(draft: Draft, cause: Cause) -> Draft:
    """The effect with its linking verb, where that verb is what happens ('break up the alliance')."""
    start = cause.link[0]
    return drafted(" " * start + draft.text[start:], draft.said)


def _adopt(draft: Draft, inner: Draft, cause: Cause) -> None:
    """Places read in the effect count for the whole claim; the cause is read as the cause."""
    draft.used += inner.used
    for figure in draft.figures:
        if cause.cause[0] <= figure.start < cause.cause[1] and figure.value not in (5.0, 3.5, 1.5):
            raise Unread(f"could not place “{figure.text}”")
    for moment in draft.moments:
        if cause.cause[0] <= moment.start < cause.cause[1]:
            raise Unread(f"could not place “{draft.text[moment.start : moment.end].strip()}”")
    draft.use(*cause.cause, "cause")
    draft.use(*cause.link, "cause")
    for own in draft.figures:
        if any(f.start == own.start and f.part for f in inner.figures):
            own.part = "effect"


_CAUSES = (
    (r"\barms race\b", "arms race"),
    (r"\b(?:us|u\.s\.|american|united states|washington|america)\b.*\b(?:pull|withdraw|drawdown|draw-down|leav|exit)|\b(?:pull-?back|pull-?out|withdrawal)\b.*\b(?:us|american|troops|united states)\b", "US withdrawal"),
    (r"\b(?:ceasefire|truce|halt to the fighting|pause in the fighting)\b", "ceasefire"),
    (r"\b(?:end of the war|war's end|peace|settlement)\b", "war's end"),
    (r"\b(?:cheaper|falling|lower|low) (?:crude|oil)|\boil .*\bfall|fall in (?:the )?(?:oil|urals)", "oil price down"),
)  # fmt: skip
_PLEDGE = re.compile(
    r"\b(?:targets?|pledges?|goals?|deal|decision|commitments?|promise|escape clause|rearmament|re-armament|loan-financed build-up|defen[cs]e (?:boost|drive|push|boom)|tank boom)\b",
    re.I,
)
_EFFORT = re.compile(
    r"spending|budget|outlays|expenditure|rearm|build-?up|military|armament|defen[cs]e (?:effort)", re.I
)


def _named_cause(words: str, before: str, effect: str) -> str | None:
    """The declared cause that words name: whose spending is meant is said there, else by the pledge, else by the effect."""
    for pattern, name in _CAUSES:
        if re.search(pattern, words, re.I):
            return name
    pledge = _PLEDGE.search(words)
    if not pledge and not _EFFORT.search(words):
        return None
    way = "down" if re.search(r"\b(?:cut|cuts|lower|reduc\w+|less|falling)\b", words, re.I) else "up"
    owners = (
        find_parties(words) or ["NATO"]
        if pledge
        else find_parties(words) or find_parties(effect) or find_parties(before[-300:])[-1:]
    )
    for p in owners:
        if p == "RUS":
            return f"Russia's spending {way}"
        if p in catalogue.members("ALLIES"):
            return f"{p} spending {way}"
        if catalogue.is_group(p):
            return f"allies' spending {way}"
    return None


def find_parties(words: str) -> list[str]:
    return [str(p.value) for p in parties(words) if p.kind in ("party", "group")]


def _worlds(cause: str, fate: str | None) -> tuple[Do, Do]:
    pair = catalogue.worlds_of(cause, fate)
    if pair is None:
        raise Unread(f"understood; no lever stands for the cause ('{cause}')")
    return Do(pair[0]), Do(pair[1])


_MOVED = (
    ("YIELD", "bond_yield"), ("OILGAS", "oil_gas_revenue"), ("UNEMPLOYMENT", "unemployment"), ("DEBT", "debt_ratio"), ("DEFICIT", "balance"), ("RATE", "policy_rate"),
    ("INFLATION", "inflation"), ("GROWTH", "growth"),
)  # fmt: skip
_LESS = re.compile(
    r"\b(?:less|lower\w*|trim\w*|cuts?|cutting|reduc\w+|smaller|shrink\w*|fall\w*|shav\w+|knock\w*|drag\w*|weigh\w*|depress\w*|slow\w*|off)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:more|higher|rais\w+|increas\w+|ris\w+|grow\w*|larger|up|adds?|lifts?|boosts?|push\w*|driv\w+|costs?)\b", re.I
)


def _moved(told: Told, inner: Draft, cause: Cause, named: str) -> Question | None:
    """An effect on a quantity: adds so many points to a debt ratio, takes points off the key rate, pushes a deficit above."""
    draft = told.draft
    kind, name = next(((k, s) for k, s in _MOVED if inner.has(k)), ("", ""))
    if not name and inner.has("MIL", "NATDEF") and (inner.has("SPEND") or re.search(r"\bspend", inner.text)):
        kind, name = "MIL", "defence_spending"
    if not name and cause.word in ("cost", "costs") and any(f.kind == "money" for f in inner.figures):
        kind, name = "SPEND", "defence_spending"
    if not name:
        return None
    figures = [f for f in inner.figures if f.kind in ("points", "money", "percent", "share")]
    owners = [p for p in inner.parties if p.kind in ("party", "group")]
    if len(figures) > 1 or len(inner.moments) > 1 or len({p.value for p in owners}) > 1 or inner.counted is not None:
        raise Unread("it says more of the effect than one figure of one party at one moment")
    if owners:
        who = str(inner.take(owners[0], "who").value)
    else:
        who = (
            named[:3]
            if re.match(r"[A-Z]{3} ", named)
            else "RUS"
            if named.startswith("Russia") or name in ("policy_rate", "inflation", "oil_gas_revenue")
            else ""
        )
    if not who:
        raise Unread("it does not say whose figure is moved")
    horizon = catalogue.series(name).horizon
    year = told.horizon or (draft.said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    when = inner.moments[0].when if inner.moments else When("by", f"{year}-12", default=True)
    for moment in inner.moments:
        inner.use(moment.start, moment.end, "when")
    inner.take_all(kind, "SPEND", "NATDEF", "GDP", "ECONOMY", "UP", "DOWN", part="effect")
    quantity, turned = Quantity(name, (who,), when), -1.0 if name == "balance" else 1.0
    bare = inner.text
    for mention in inner.all_of(kind):
        bare = blanked(bare, (mention.start, mention.end))
    words = f"{cause.word} {bare}"
    if m := re.search(
        r"\bthan (?:(?:it|they) (?:would|will)(?: \w+)? )?otherwise\b|\bthan without (?:it|them)\b", inner.text, re.I
    ):
        inner.use(*m.span(), "effect")
    if not figures:
        less, more = _LESS.search(words), _MORE.search(words)
        if bool(less) == bool(more):
            return None
        for way in (less, more):
            if way is not None:
                inner.use(
                    max(cause.effect[0], way.start() - len(cause.word) - 1), way.end() - len(cause.word) - 1, "effect"
                )
        _adopt(draft, inner, cause)
        return Effect(_worlds(named, who), quantity, "<" if bool(less) == (turned > 0) else ">", 0.0, cause=named)
    figure = inner.take(figures[0], "effect")
    held = figure.value[1] if figure.kind == "money" else figure.value  # type: ignore[index]
    if name == "defence_spending" and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        op = operator(inner, figure, False)
        _adopt(draft, inner, cause)
        return Given(Compare(Quantity("core_share", (who,), when), op, float(held)), (_worlds(named, who)[0],))
    over = re.search(
        r"\b(?:above|over|beyond|past|to more than|through|under|below)\s+(?:the )?$", inner.text[: figure.start], re.I
    )
    if over and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        inner.use(*over.span(), "comparator")
        _adopt(draft, inner, cause)
        under = over.group().lower().split()[0] in ("under", "below")
        return Given(
            Compare(quantity, "<" if under == (turned > 0) else ">", turned * float(held)), (_worlds(named, who)[0],)
        )
    op = operator(inner, figure, True)
    if m := re.search(r"\bat (?:the )?(?:very )?(most|best|least)\b", draft.text, re.I):
        op = ">=" if m[1].lower() == "least" else "<="
        draft.use(*m.span(), "comparator")
    _adopt(draft, inner, cause)
    unit = str(figure.value[0]) if figure.kind == "money" else "points"  # type: ignore[index]
    sign = turned * (-1.0 if _LESS.search(words) else 1.0)
    if isinstance(held, tuple):
        return Effect(
            _worlds(named, who), quantity, "between", tuple(sorted((sign * held[0], sign * held[1]))), unit, named
        )  # type: ignore[arg-type]
    op = op if sign > 0 else {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
    return Effect(_worlds(named, who), quantity, op, sign * float(held), unit, named)  # type: ignore[arg-type]


# Conditions.


def _condition(piece: Piece, found: Clauses, told: Told) -> Do | Question | None:
    """What a condition asks; None for one that leaves the claim as it is ('even if') or that nothing measures, which are set aside.

    Raises Unread for one that cannot be placed."""
    words = found.text[piece.start : piece.end]
    contrary = piece.word in ("unless", "barring") or bool(_NOT.search(words[len(piece.word) :]))
    for pattern, lever in _LEVERS:
        if pattern.search(words):
            if contrary:
                raise Unread(f"could not place the condition “{words.strip()}”")
            return Do(lever)
    if piece.word == "even if":
        piece.role = "condition left open"
        return None
    draft = drafted(" " * piece.start + words + " " * (len(found.text) - piece.end), told.draft.said)
    if not contrary and (made := _oil(draft, words) or _withdrawal(draft, words, piece)) is not None:
        return made
    if not bears(words) or _VAGUE.search(words):
        if (re.search(r"\bwould\b", told.draft.text, re.I) or piece.word == "only if") and not _VAGUE.search(words):
            raise Unread(f"could not place the condition “{words.strip()}”")
        piece.role = "condition that nothing measures"
        return None
    if not draft.moments and not re.search(r"\b(?:a|per) year\b", words, re.I):
        draft.moments = list(told.draft.moments)
    try:
        side = Told(draft, told.statement, told.before, told.horizon)
        draft.use(piece.start, piece.start + len(piece.word), "condition")
        question = event_question(side) or figure_question(draft, told.statement, told.before, told.horizon)
        nothing_left(draft)
    except Unread:
        raise Unread(f"could not place the condition “{words.strip()}”") from None
    denied = bool(_NOT.search(words[len(piece.word) :])) and not draft.has("AFFIRM")
    lasting = (
        piece.word in ("as long as", "so long as")
        and re.search(r"\b(?:goes on|continues|lasts|fighting)\b", words, re.I) is not None
    )
    return negated(question) if (piece.word in ("unless", "barring", "without") or lasting) != denied else question


def _oil(draft: Draft, words: str) -> Do | None:
    """'With oil at 40 dollars', 'if Urals falls to 45': the oil price is put there."""
    if (
        not re.search(r"\b(?:oil|urals|crude|barrel)\b", words, re.I)
        or re.search(r"\b(?:under|below|above|over|less|more|stay\w*)\b", words, re.I)
        or draft.moments
    ):
        return None
    figure = next((f for f in draft.figures if f.kind in ("money", "number")), None)
    price = None if figure is None else value_of(figure)
    return Do(f"oil({price:g})") if isinstance(price, (int, float)) else None


def _withdrawal(draft: Draft, words: str, piece: Piece) -> Do | None:
    """The United States pulls out its troops; that it leaves the alliance is an event."""
    if not re.search(r"\b(?:united states|us|america|washington)\b", words, re.I) or not re.search(
        r"\b(?:withdraws?|pulls? out|pulled out)\b", words, re.I
    ):
        return None
    if draft.has("EXIT") or piece.word in ("unless", "without", "barring") or len(draft.moments) > 1:
        return None
    year = draft.moments[0].when.first[:4] if draft.moments else "2027"
    return Do(f"us_withdraws({year})")


def _dates(question: Question, said: date) -> None:
    """Beyond what the model runs, or wholly before anything could be asked."""
    year = last_year(question)
    if year > 2040:
        raise Unread(f"it speaks of {year}; the model runs to 2040")


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
