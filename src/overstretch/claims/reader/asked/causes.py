"""Causes: what stands for a cause named in words, and the effect that is claimed of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstretch.claims.reader.bearing import effect_words as ew
from overstretch.claims.reader.bearing.cause_names import named_cause, names_a_cause, wholly_named
from overstretch.claims.reader.bearing.effect_words import LESS, MORE, moves_a_figure, way_of
from overstretch.claims.reader.draft import Draft, Unread, drafted, unplaced
from overstretch.claims.reader.events import event_question
from overstretch.claims.reader.events.told import Told
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.limits import operator
from overstretch.questions import catalogue
from overstretch.questions.data import MIRRORED, Compare, Do, Effect, Given, Happens, Not, Quantity, Question, When
from overstretch.questions.data import parts as parts_of


@dataclass(frozen=True)
class Cause:
    """Where the cause and the effect stand, and the word that joins them."""

    cause: tuple[int, int]
    effect: tuple[int, int]
    link: tuple[int, int]
    word: str


_PLEDGED = (5.0, 3.5, 1.5)  # % of GDP, at The Hague


def cause_in(claim: str) -> Cause | None:
    """Cause and effect in the claim (masked): 'X could lead to Y', 'Y because of X'. None where no cause is named."""
    whole = (0, len(claim))
    if (
        (m := ew.PASSIVE.search(claim))
        and claim[: m.start()].strip()
        and names_a_cause(claim[m.end("by") :], claim[: m.start()])
    ):
        return Cause((m.start("by"), len(claim)), (0, m.start("by")), m.span("link"), f"{m['link'].lower()} by")
    if m := ew.BACKWARD.search(claim):
        if claim[: m.start()].strip():
            behind = _WHEN_BEHIND.search(claim, m.end())
            return Cause((m.end(), behind.start() if behind else whole[1]), (0, m.start()), m.span(), m["link"].lower())
        if cut := _effect_begins(claim, m.end() + 1):
            return Cause((m.end(), cut), (cut, whole[1]), m.span(), m["link"].lower())
    links = [
        m for m in ew.FORWARD.finditer(claim) if claim[: m.start()].strip() and not _NAMED.search(claim[: m.start()])
    ]
    # the verb with its auxiliary, where a cause has a verb of its own ("the decision to boost budgets could lead to")
    if links:
        m = next((m for m in links if ew.AUXILIARY.match(m.group())), links[0])
        return Cause((0, m.start()), (m.end(), whole[1]), m.span(), ew.linked(m))
    return None


_WHEN_BEHIND = re.compile(  # when the effect is felt, behind its cause: "held back by the arms race in 2029"
    r" (?:in|by|before|until|from|over|through) (?:the )?(?:(?:end|middle|start) of )?(?:20\d\d|next year|this year|"
    r"the decade)\W*$| next year\W*$| this year\W*$",
    re.I,
)
_NAMED = re.compile(  # a word that describes or names something there, and moves nothing: "the lower oil price"
    r"(?:\b(?:an?|the|its|their|his|her|our|of|for|even|much|far|any|no)|'s)\s*$", re.I
)


def _effect_begins(claim: str, start: int) -> int | None:
    """Where the effect begins behind a cause that opens the sentence: at a comma, else at the party whose figure it
    is ("Because of rearmament | German growth")."""
    if comma := re.search(r"\s{2,}|,", claim[start:]):
        return start + comma.start()
    named = [p for p in parties(claim) if p.start > start and re.search(r"[a-z]\w* (?:the )?$", claim[start : p.start])]
    return (
        named[0].start
        if named and not re.search(r"\b(?:of|in|by|for|from) (?:the )?$", claim[: named[0].start])
        else None
    )


# Causes: what stands for a cause named in words.


_AN_ARMY = re.compile(
    r"\W*(?:the )?(?:[A-Z][\w.]*(?:'s?)? )?(?:own )?(?:military|army|armed forces|defen[cs]e|forces)\b(?: (?:will|"
    r"would|may|might|could|to|is|are|going|likely|expected))*\W*"
)


def claimed_effect(told: Told, cause: Cause) -> Question | None:
    """A claimed effect of spending, an arms race, a withdrawal, oil or a war's end; None where the cause is none of
    these."""
    draft = told.draft
    words = draft.text[cause.cause[0] : cause.cause[1]]
    if cause.word in ("cost", "costs") and _AN_ARMY.fullmatch(words):
        return None  # what it costs is its own spending
    named = named_cause(words, told.before, draft.text[cause.effect[0] : cause.effect[1]])
    if named is None:
        return None
    made = _effect_of(told, cause, _of_the_pledge(draft, cause, named))
    return replace(made, cause=named) if isinstance(made, Effect) else made


def _effect_of(told: Told, cause: Cause, named: str) -> Question | None:
    """The effect of a cause for which a lever stands."""
    draft = told.draft
    inner = drafted(blanked(draft.text, cause.cause, cause.link), draft.said)
    if none := _NONE_OF_IT.search(inner.text):
        raise unplaced(none)
    moved = _moved(told, inner, cause, named)
    if moved is not None:
        return _without_it(moved) if _BUT_FOR.match(cause.word) else moved
    if _BUT_FOR.match(cause.word):
        return None
    if cause.word in ("break up", "tear", "topple", "topples", "bring down", "brings down", "empty", "empties"):
        inner = _with_link(draft, cause)
    side = Told(inner, told.statement, told.before, told.horizon, caused=True)
    if likelier := _LIKELIER.search(draft.text) or _LESS_OF_IT.search(inner.text):
        raise unplaced(likelier)
    if moves_a_figure(cause.word):
        return None  # no event is raised or lowered
    of = event_question(side)
    if of is None or not isinstance(of, (Happens, Not, Compare)):
        return None
    _adopt(told, inner, cause, named)
    fate = next((p.who for p in parts_of(of) if isinstance(p, Happens)), None)
    if isinstance(of, Happens) and of.event in " ".join(do.levers for do in worlds(named, fate)):
        raise Unread("its cause and its effect are the same event")
    return Effect(worlds(named, fate), of, ">", 0.0, cause=named)


def _of_the_pledge(draft: Draft, cause: Cause, named: str) -> str:
    """The cause, where its words give the pledge's own level ("raising spending to 3.5%") the pledge. Raises Unread for
    such a level of one party that the cause names: no lever holds it there."""
    level = next((f for f in draft.figures if cause.cause[0] <= f.start < cause.cause[1]), None)
    if level is None or level.value not in _PLEDGED or named == "allies' spending up" or not named.endswith(" up"):
        return named
    if parties(draft.text[slice(*cause.cause)]):
        raise unplaced(level.text, more=" in its cause")
    return "allies' spending up"


_LIKELIER = re.compile(r"\b(?:(?:more|less)\s+(?:likely|probable)|likelier)\b", re.I)


_NONE_OF_IT = re.compile(
    r"\bno (?!doubt\b|longer\b|(?:less|more|fewer) than\b)\w+|\b(?:little|hardly any|scarcely any)\b", re.I
)
_LESS_OF_IT = re.compile(
    r"\b(?:less|harder|easier|lower|smaller|bigger|greater|remoter|milder|shorter|deeper|shallower|worse|better) "
    r"(?:of|in|likelihood|chance|risk|\W|$)",
    re.I,
)


def _without_it(moved: Question) -> Question:
    """'But for X, Y would be lower': X raises it. Raises Unread for a level."""
    if not isinstance(moved, Effect) or isinstance(moved.value, tuple):
        raise Unread("it says what would be without its cause, and not by how much")
    return replace(moved, op=MIRRORED.get(moved.op, moved.op), value=-moved.value if moved.value else 0.0)


def _with_link(draft: Draft, cause: Cause) -> Draft:
    """The effect with its linking verb, where that verb is what happens ('break up the alliance')."""
    start = cause.link[0]
    return drafted(" " * start + draft.text[start:], draft.said)


def _adopt(told: Told, inner: Draft, cause: Cause, named: str) -> None:
    """Places read in the effect count for the whole claim; the cause is read as the cause."""
    draft = told.draft
    wholly_named(draft.text[slice(*cause.cause)], named, told.before)
    draft.used += inner.used
    for figure in draft.figures:
        if cause.cause[0] <= figure.start < cause.cause[1] and figure.value not in _PLEDGED:
            raise unplaced(figure.text)
    sized = _SIZED.search(draft.text, *cause.cause)
    if sized and (_YEARS.search(sized.group()) or not re.match(r"[A-Z]{3} spending", named)):
        raise unplaced(sized)
    for moment in draft.moments:
        if cause.cause[0] <= moment.start < cause.cause[1]:
            raise unplaced(draft.words(moment))
    draft.use(*cause.cause, "cause")
    draft.use(*cause.link, "cause")
    for own in draft.figures:
        if any(f.start == own.start and f.part for f in inner.figures):
            own.part = "effect"


_YEARS = re.compile(r"year|month|decade", re.I)  # how long it goes on, which no lever says
_SIZED = re.compile(  # more by so much, which only a lever of one point is
    r"\b(?:every|each|another) (?:[\w-]+ )?(?:year|month|decade)s?\b|\b(?:extra|additional|further|another|every|each|"
    r"single) (?:\w+ )?(?:percentage )?(?:points?|euros?|dollars?|pounds?|roubles?|zlotys?|per ?cent)\b",
    re.I,
)


def worlds(cause: str, fate: str | None) -> tuple[Do, Do]:
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
    ("CORE", "core_share"),
)
_BALANCE = re.compile(r"\bbalance\b", re.I)
_HOW = re.compile(
    r"\b(?:loss of|erosion of|(?:rises?|falls?|increases?|drops?|declines?|jumps?|hikes?) (?:in|of))\b", re.I
)
_BUT_FOR = re.compile(r"but for|(?:were|was|had|if) it not|if not for", re.I)


_OTHERWISE = re.compile(
    r"\bthan (?:(?:it|they) (?:would|will)(?: otherwise)?(?: (?:be|have been|have had|have))?(?: otherwise)?(?: "
    r"without (?:it|them|that))?|otherwise|without (?:it|them))\b",
    re.I,
)
_LEADS_TO = re.compile(
    r"(?<!up )(?<!close )\b(?:in)?to (?:deficits? of |shortfalls? of |debts? of |the |a |an |just |only |about |around "
    r"|some |roughly |nearly |almost |as \w+ as |up to |more than |less than |over |under |above |below |at (?:least|"
    r"most) )*$",
    re.I,
)
_UP_TO = re.compile(r"(?<!by )\bup to (?:about |around |some )?$", re.I)
_BESIDE = re.compile(r"\binterest (?=rates?\b)|\boff(?= )", re.I)


def _what_is_moved(inner: Draft, cause: Cause) -> tuple[str, str]:
    """The kind of words that name the figure, and its series; empty where none is named."""
    if other := _OF_TRADE.search(inner.text):
        raise unplaced(other)
    kind, name = next(((k, s) for k, s in _MOVED if inner.has(k)), ("", ""))
    if name in ("", "growth") and (share := _SHARE_FOR_DEFENCE.search(inner.text)):
        inner.use(*share.span(), "effect")
        return "MIL", "core_share"
    if not name and inner.has("MIL", "NATDEF") and (inner.has("SPEND") or re.search(r"\bspend", inner.text)):
        return "MIL", "defence_spending"
    own = [m for m in inner.all_of("GDP", "ECONOMY") if not _A_SHARE_OF.search(inner.text[: m.start])]
    if not name and own and not any(f.kind in ("share", "percent", "points") for f in inner.figures):
        return "ECONOMY", "gdp"
    if not name and own and cause.word in ("leave", "leaves", "make", "makes") and _SMALLER.search(inner.text):
        return "ECONOMY", "gdp"
    if not name and cause.word in ("cost", "costs") and any(f.kind == "money" for f in inner.figures):
        return "SPEND", "defence_spending"
    if not name and inner.has("FUND") and inner.has("LIQUID") and not inner.has("EMPTY", "WHOLE", "FUND_LASTS"):
        return "FUND", "fund_liquid"
    return kind, name


_SMALLER = re.compile(r"(?:%|per ?cent|pc|pct) (?:smaller|larger|bigger|poorer|richer|lower|higher)\b", re.I)
_OF_TRADE = re.compile(
    r"\b(?:trade|current[- ]account|external|regional|municipal|energy|skills?|labou?r|housing|infrastructure|"
    r"pensions?|savings|investment|capability|gender|income) (?:deficit|gap|balance|shortfall|hole|imbalance)s?\b",
    re.I,
)
_OF_GDP = r"(?:gdp|output|national income|the economy|gross domestic product)"
_SHARE_FOR_DEFENCE = re.compile(
    rf"\b(?:defen[cs]e|military) (?:spending|outlays?|budgets?|expenditures?|effort|burden)(?: (?:in|of) [A-Z]\w+)?,? "
    rf"(?:as a (?:share|percentage|proportion) of|relative to|in relation to|in (?:percent|per cent|%) of) (?:its |"
    rf"their )?{_OF_GDP}\b|\bshare of (?:its |their )?{_OF_GDP} (?:that (?:it|they|[A-Z]\w+) )?(?:for|on|spent on|"
    rf"devote[sd]? to|going to|spends? on) (?:its |the )?(?:defen[cs]e|military|army)\b|\b(?:defen[cs]e|military) "
    rf"(?:share of {_OF_GDP}|burden|share|ratio|spending (?:share|ratio))\b|\b(?:defen[cs]e|"
    rf"military)-(?:spending-)?to-gdp ratio\b",
    re.I,
)
_A_SHARE_OF = re.compile(r"\b(?:of|to|relative to)(?: (?:its|the|their))? $", re.I)


def _moved(told: Told, inner: Draft, cause: Cause, named: str) -> Question | None:
    """An effect on a quantity: adds so many points to a debt ratio, takes points off the key rate, pushes a deficit
    above."""
    draft = told.draft
    kind, name = _what_is_moved(inner, cause)
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
            if named.startswith("Russia") or name in ("policy_rate", "inflation", "oil_gas_revenue", "fund_liquid")
            else ""
        )
    if not who:
        raise Unread("it does not say whose figure is moved")
    horizon = catalogue.series(name).horizon
    year = told.horizon or (draft.said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    when = inner.moments[0].when if inner.moments else When("by", f"{year}-12", default=True)
    for moment in inner.moments:
        inner.use(moment.start, moment.end, "when")
    inner.take_all(
        kind, *(("LIQUID",) if kind == "FUND" else ()), "SPEND", "NATDEF", "GDP", "ECONOMY", "UP", "DOWN", part="effect"
    )
    as_such = name == "balance" and any(_BALANCE.search(m.text) for m in inner.all_of(kind))
    quantity, turned = Quantity(name, (who,), when), -1.0 if name == "balance" and not as_such else 1.0
    bare = inner.text
    for mention in inner.all_of(kind):
        bare = blanked(bare, (mention.start, mention.end))
    words, said = f"{cause.word} {bare}", "balance said as such" if as_such else name
    inner.mark(_OTHERWISE, "effect")
    for m in _BESIDE.finditer(inner.text):
        inner.use(*m.span(), "effect")
    if not figures:
        way = way_of(cause.word, bare, said)
        if not way:
            return None
        for said_so in (LESS.search(bare), MORE.search(bare), ew.WORSE.search(bare), _HOW.search(bare)):
            if said_so is not None:
                inner.use(*said_so.span(), "effect")
        _adopt(told, inner, cause, named)
        return Effect(worlds(named, who), quantity, "<" if way * turned < 0 else ">", 0.0, cause=named)
    if figures[0].kind in ("share", "percent") and not (
        LESS.search(words) or MORE.search(words) or re.search(r"\bby (?:\w+ ){0,2}$", inner.text[: figures[0].start])
    ):
        return None  # a level, not what the cause adds to it
    lead = inner.text[: figures[0].start]
    rated = figures[0].kind in ("share", "percent")
    if _LEADS_TO.search(lead) or (rated and _UP_TO.search(lead)):
        raise Unread(f"it says where its cause leads (“to {figures[0].text}”), not how much it adds")
    if figures[0].kind == "money" and name == "debt_ratio":
        raise unplaced(figures[0].text)  # a debt in money
    if figures[0].kind == "percent" and name in ("debt_ratio", "balance"):
        raise Unread(f"it does not say whether “{figures[0].text}” is meant in points")
    figure = inner.take(figures[0], "effect")
    held = figure.value[1] if figure.kind == "money" else figure.value  # type: ignore[index]
    if name == "defence_spending" and figure.kind == "points":
        inner.take_all("CORE", part="effect")
        quantity = replace(quantity, series="core_share")
    if name == "defence_spending" and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        op = operator(inner, figure, False)
        _adopt(told, inner, cause, named)
        return Given(
            Compare(Quantity("core_share", (who,), when), op, float(held)), (_under(named, who, draft, cause),)
        )
    over = re.search(
        r"\b(?:above|over|beyond|past|exceed(?:s|ed)?|to more than|through|under|below)\s+(?:the )?$",
        inner.text[: figure.start],
        re.I,
    )
    if over and figure.kind in ("share", "percent") and isinstance(held, (int, float)):
        inner.use(*over.span(), "comparator")
        _adopt(told, inner, cause, named)
        under = over.group().lower().split()[0] in ("under", "below")
        return Given(
            Compare(quantity, "<" if under == (turned > 0) else ">", turned * float(held)),
            (_under(named, who, draft, cause),),
        )
    op = operator(inner, figure, True)
    if bound := draft.mark(r"\bat (?:the )?(?:very )?(most|best|least)\b", "comparator"):
        op = ">=" if bound[1].lower() == "least" else "<="
    _adopt(told, inner, cause, named)
    unit = "percent" if name == "gdp" else "points"
    unit = str(figure.value[0]) if figure.kind == "money" else unit  # type: ignore[index]
    sign = turned * (way_of(cause.word, bare, said) or 1.0)
    if isinstance(held, tuple):
        return Effect(
            worlds(named, who), quantity, "between", tuple(sorted((sign * held[0], sign * held[1]))), unit, named
        )  # type: ignore[arg-type]
    op = op if sign > 0 else MIRRORED.get(op, op)
    return Effect(worlds(named, who), quantity, op, sign * float(held), unit, named)  # type: ignore[arg-type]


def _under(named: str, who: str, draft: Draft, cause: Cause) -> Do:
    """The lever under which a level holds that a cause leads to: of rearmament that names nobody the pledge."""
    nobody = named == f"{who} spending up" and not parties(draft.text[slice(*cause.cause)])
    return worlds("allies' spending up" if nobody else named, who)[0]


def moved_by_another(draft: Draft, cause: Cause | None) -> None:
    """ "More money for roads will raise the debt": a cause that no lever stands for is not dropped. Raises Unread."""
    if cause is not None and (moved := _MORE_OF_IT.match(draft.text[slice(*cause.cause)])):
        raise unplaced(moved[1])


_MORE_OF_IT = re.compile(
    r"\W*(more|less|fewer|higher|lower|bigger|larger|smaller|cheaper|dearer|extra|additional) (?!than\b)", re.I
)
