"""Causes: what stands for a cause named in words, and the effect that is claimed of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstretch.claims.reader import clause_words as cw
from overstretch.claims.reader.draft import Draft, Unread, drafted
from overstretch.claims.reader.event_read import event_question
from overstretch.claims.reader.limits import operator
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.told import Told
from overstretch.questions import catalogue
from overstretch.questions.data import (
    Compare,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Quantity,
    Question,
    When,
)
from overstretch.questions.data import parts as parts_of


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
    if m := cw.BACKWARD.search(claim):
        if claim[: m.start()].strip():
            return Cause((m.end(), whole[1]), (0, m.start()), m.span(), m["link"].lower())
        comma = re.search(r"\s{2,}|,", claim[m.end() + 1 :])
        if comma:
            cut = m.end() + 1 + comma.start()
            return Cause((m.end(), cut), (cut, whole[1]), m.span(), m["link"].lower())
    links = [m for m in cw.FORWARD.finditer(claim) if claim[: m.start()].strip()]
    # the verb with its auxiliary, where a cause has a verb of its own ("the decision to boost budgets could lead to")
    if links:
        m = next((m for m in links if cw.AUXILIARY.match(m.group())), links[0])
        return Cause((0, m.start()), (m.end(), whole[1]), m.span(), (m["lead"] or "").lower())
    return None


# Causes: what stands for a cause named in words.


def claimed_effect(told: Told, cause: Cause) -> Question | None:
    """A claimed effect of spending, an arms race, a withdrawal, oil or a war's end; None where the cause is none of
    these."""
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
    _adopt(draft, inner, cause, named)
    fate = next((p.who for p in parts_of(of) if isinstance(p, Happens)), None)
    if isinstance(of, Happens) and of.event in " ".join(do.levers for do in _worlds(named, fate)):
        raise Unread("its cause and its effect are the same event")
    return Effect(_worlds(named, fate), of, ">", 0.0, cause=named)


def _with_link(draft: Draft, cause: Cause) -> Draft:
    """The effect with its linking verb, where that verb is what happens ('break up the alliance')."""
    start = cause.link[0]
    return drafted(" " * start + draft.text[start:], draft.said)


def _adopt(draft: Draft, inner: Draft, cause: Cause, named: str) -> None:
    """Places read in the effect count for the whole claim; the cause is read as the cause."""
    draft.used += inner.used
    for figure in draft.figures:
        if cause.cause[0] <= figure.start < cause.cause[1] and figure.value not in (5.0, 3.5, 1.5):
            raise Unread(f"could not place “{figure.text}”")
    sized = _SIZED.search(draft.text, *cause.cause)
    if sized and not re.match(r"[A-Z]{3} spending", named):
        raise Unread(f"could not place “{sized.group()}”")
    for moment in draft.moments:
        if cause.cause[0] <= moment.start < cause.cause[1]:
            raise Unread(f"could not place “{draft.text[moment.start : moment.end].strip()}”")
    draft.use(*cause.cause, "cause")
    draft.use(*cause.link, "cause")
    for own in draft.figures:
        if any(f.start == own.start and f.part for f in inner.figures):
            own.part = "effect"


_SIZED = re.compile(  # more by so much, which only a lever of one point is
    r"\b(?:extra|additional|further|another|every|each|single) (?:\w+ )?(?:percentage )?(?:points?|euros?|dollars?|"
    r"pounds?|"
    r"roubles?|zlotys?|per ?cent)\b",
    re.I,
)
_CAUSES = (
    (r"\barms race\b", "arms race"),
    (
        r"\b(?:us|u\.s\.|american|united states|washington|america)\b.*\b(?:pull|withdraw|drawdown|draw-down|"
        r"leav|exit)|\b(?:pull-?back|pull-?out|withdrawal)\b.*\b(?:us|american|troops|united states)\b",
        "US withdrawal",
    ),
    (r"\b(?:ceasefire|truce|halt to the fighting|pause in the fighting)\b", "ceasefire"),
    (r"\b(?:end of the war|war's end|peace|settlement)\b", "war's end"),
    (r"\b(?:cheaper|falling|lower|low) (?:crude|oil)|\boil .*\bfall|fall in (?:the )?(?:oil|urals)", "oil price down"),
)
_PLEDGE = re.compile(
    r"\b(?:targets?|pledges?|goals?|deal|decision|commitments?|promise|escape clause|rearmament|"
    r"re-armament|loan-financed build-up|defen[cs]e (?:boost|drive|push|boom)|tank boom)\b",
    re.I,
)
_EFFORT = re.compile(
    r"(?:hik|rais|lift|boost|increas|bring|tak|push)\w* (?:core )?defen[cs]e\b|spending|budget|outlays|"
    r"expenditure|rearm|build-?up|military|armament|defen[cs]e (?:effort)",
    re.I,
)


def _named_cause(words: str, before: str, effect: str) -> str | None:
    """The declared cause that words name: whose spending is meant is said there, else by the pledge, else by the
    effect."""
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
    ("YIELD", "bond_yield"),
    ("OILGAS", "oil_gas_revenue"),
    ("UNEMPLOYMENT", "unemployment"),
    ("DEBT", "debt_ratio"),
    ("DEFICIT", "balance"),
    ("RATE", "policy_rate"),
    ("INFLATION", "inflation"),
    ("GROWTH", "growth"),
)
_LESS = re.compile(
    r"\b(?:less|lower\w*|trim\w*|cuts?|cutting|reduc\w+|smaller|shrink\w*|fall\w*|shav\w+|knock\w*|"
    r"drag\w*|weigh\w*|depress\w*|slow\w*|off)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:more|higher|rais\w+|increas\w+|ris\w+|grow\w*|larger|up|adds?|lifts?|boosts?|push\w*|driv\w+|costs?)\b", re.I
)


def _way(cause: Cause, words: str) -> float:
    """-1 where the words of an effect say that it lowers, else 1; the link decides where both stand. Raises Unread
    where it does not."""
    less, more = _LESS.search(words), _MORE.search(words)
    if less and more:
        link = [bool(way.search(cause.word)) for way in (_LESS, _MORE)]
        if link[0] == link[1]:
            raise Unread(f"could not place “{less.group()}”")
        return -1.0 if link[0] else 1.0
    return -1.0 if less else 1.0


def _moved(told: Told, inner: Draft, cause: Cause, named: str) -> Question | None:
    """An effect on a quantity: adds so many points to a debt ratio, takes points off the key rate, pushes a deficit
    above."""
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
        _adopt(draft, inner, cause, named)
        return Effect(_worlds(named, who), quantity, "<" if bool(less) == (turned > 0) else ">", 0.0, cause=named)
    figure = inner.take(figures[0], "effect")
    held = figure.value[1] if figure.kind == "money" else figure.value  # type: ignore[index]
    if name == "defence_spending" and figure.kind == "points":
        inner.take_all("CORE", part="effect")
        quantity = replace(quantity, series="core_share")
    if name == "defence_spending" and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        op = operator(inner, figure, False)
        _adopt(draft, inner, cause, named)
        return Given(Compare(Quantity("core_share", (who,), when), op, float(held)), (_worlds(named, who)[0],))
    over = re.search(
        r"\b(?:above|over|beyond|past|exceed(?:s|ed)?|to more than|through|under|below)\s+(?:the )?$",
        inner.text[: figure.start],
        re.I,
    )
    if over and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        inner.use(*over.span(), "comparator")
        _adopt(draft, inner, cause, named)
        under = over.group().lower().split()[0] in ("under", "below")
        return Given(
            Compare(quantity, "<" if under == (turned > 0) else ">", turned * float(held)), (_worlds(named, who)[0],)
        )
    op = operator(inner, figure, True)
    if m := re.search(r"\bat (?:the )?(?:very )?(most|best|least)\b", draft.text, re.I):
        op = ">=" if m[1].lower() == "least" else "<="
        draft.use(*m.span(), "comparator")
    _adopt(draft, inner, cause, named)
    unit = str(figure.value[0]) if figure.kind == "money" else "points"  # type: ignore[index]
    sign = turned * _way(cause, words)
    if isinstance(held, tuple):
        return Effect(
            _worlds(named, who), quantity, "between", tuple(sorted((sign * held[0], sign * held[1]))), unit, named
        )  # type: ignore[arg-type]
    op = op if sign > 0 else {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
    return Effect(_worlds(named, who), quantity, op, sign * float(held), unit, named)  # type: ignore[arg-type]
