"""How far or which way something moves: percent, multiples, points, money."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.draft import NO_DATE, Draft, Unread, unplaced
from overstretch.claims.reader.figures.change_sizes import Size
from overstretch.claims.reader.figures.comparators import BETTER, WORSE, bound_behind
from overstretch.claims.reader.figures.numbers import CROWNS
from overstretch.claims.reader.moments import A_YEAR
from overstretch.claims.reader.moments.values import month_after, month_text
from overstretch.claims.reader.series import series_words as sw
from overstretch.claims.reader.series.at_prices import at_constant_prices
from overstretch.claims.reader.series.figure_moments import MONTHLY, STOCKS
from overstretch.claims.reader.series.limits import SOME, of_a_paper, operator, value_of
from overstretch.claims.reader.series.over_years import change_a_year
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import MIRRORED, Change, Compare, Quantity, Question, When
from overstretch.questions.data import parts as parts_of
from overstretch.questions.periods import window

_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK"}


_OF_GDP = re.compile(
    r"(?:\b(?:as a )?(?:share|percentage|proportion)|(?<=er )(?:slice|portion|part)) of (?:its |their |the )?(?:gdp|"
    r"economy|output|national income)\b|\b(?:defen[cs]e|military)(?: spending| budget)? (?:burden|share|ratio)\b",
    re.I,
)


def in_unit_of(figure: Mention, quantity: Quantity) -> Quantity:
    """The quantity in the figure's currency; crowns are those of the party whose money it is."""
    if figure.kind != "money" or quantity.series == "exchange_rate":
        return quantity
    code = str(figure.value[0])  # type: ignore[index]
    if not code:
        if quantity.who != ("RUS",):
            raise Unread(f"it does not say in which money “{figure.text}” is")
        code = "RUB"
    if code == CROWNS and (code := _CROWNS.get("+".join(quantity.who), "")) == "":
        raise Unread("it does not say whose crowns are meant")
    if code == "USD" and quantity.who == ("CAN",) and not re.search(r"US|U\.S|American", figure.text, re.I):
        raise Unread("it does not say whose dollars are meant")
    return catalogue.with_unit(quantity, code)


_NO_POINTS = re.compile(
    r"\b(?:third|fifth|sixth|tenth)s?\b|\d\.[37]%", re.I
)  # a part of it, as a quarter may be of a point


def change_question(
    draft: Draft, quantity: Quantity, figure: Mention | None, since: str | None, fact: bool
) -> Question:
    """How far something moves: percent, multiple, points or money; or only which way."""
    about = catalogue.series(quantity.series)
    if quantity.when.relation == "any" and (about.name != "growth" or figure is not None):
        raise Unread("it does not say between which moments the change is measured")
    real = at_constant_prices(draft, quantity)
    if about.name == "exchange_rate":
        raise Unread("it does not say by how many roubles a dollar moves")
    way = _way(draft)
    if about.name == "balance" and not draft.has("SURPLUS") and draft.size is None:
        way = -way  # a deficit that grows is a balance that falls
    when, base = _change_moments(draft, quantity.when, since, fact, about)
    decided = about.name == "policy_rate" and since is None and _in_a_month(when)
    change_a_year(draft, when, base)
    quantity = _as_share(draft, replace(quantity, when=when))
    _one_range(draft, figure)
    if draft.size is not None:
        return _by_its_size(draft, draft.size, quantity, Change(base, draft.size.kind, real), fact)
    if figure is not None:
        return _by_its_figure(draft, figure, quantity, Change(base, "absolute", real), way, fact, decided)
    return _only_which_way(draft, quantity, Change(base, "absolute", real), way, since)


def _as_share(draft: Draft, quantity: Quantity) -> Quantity:
    """Spending that is said to change as a share of the economy is that share."""
    if draft.mark(_OF_GDP, "series"):
        if quantity.series == "defence_spending":
            draft.take_all("GDP", "ECONOMY", part="series")
            return replace(quantity, series="core_share")
        if quantity.series == "defence_budget":
            return replace(quantity, unit="% of GDP")
    return quantity


def _by_its_size(draft: Draft, size: Size, quantity: Quantity, change: Change, fact: bool) -> Question:
    """'Doubled', "by a third": a part or a multiple of what it was."""
    sized = draft.words(size)
    if quantity.series == "debt_ratio" and not _DEBT_RATIO.search(draft.text):
        raise Unread("it does not say whether the debt or its ratio to the economy changes so much")
    if size.kind == "percent" and quantity.series in ("bond_yield", "policy_rate") and not _NO_POINTS.search(sized):
        raise Unread(f"it does not say whether “{sized}” is meant in points")
    draft.use(size.start, size.end, "size")
    for f in draft.figures:
        if size.start <= f.start < size.end:
            f.part = "size"
    rises = size.value > (0 if size.kind == "percent" else 1)
    op = _size_op(draft, size.op, size)
    places = [(size.start, size.end), *draft.places("comparator")]
    for w in draft.all_of("UP", "DOWN"):
        if (w.kind == "UP") != rises and not any(w.within(a, b) for a, b in places):
            raise unplaced(w.text)
    draft.take_all("UP", "DOWN", part="size")
    bounded = re.search(r"\b(?:at least|more than|over|up to|as much as|a (?:good|solid|clear))\b", sized, re.I)
    exact = (fact or of_a_paper(draft, size.end)) and op == size.op and not bounded
    return Compare(replace(quantity, change=change), "about" if exact else op, size.value)


def _by_its_figure(
    draft: Draft, figure: Mention, quantity: Quantity, change: Change, way: float, fact: bool, decided: bool
) -> Question:
    """'By 5%', "by two points", "by 10bn euros"."""
    draft.take(figure, "size")
    draft.take_all("UP", "DOWN", part="size")
    value = value_of(figure)
    quantity = in_unit_of(figure, quantity)
    if (
        figure.kind == "percent"
        and quantity.series in ("balance", "debt_ratio", "core_share", "unemployment")
        and not isinstance(value, tuple)
    ):
        raise Unread(f"it does not say whether “{figure.text}” is meant in points")
    if figure.kind == "percent" and catalogue.series(quantity.series).unit not in ("%", "% of GDP"):
        quantity, change = replace(quantity, unit=""), replace(change, kind="percent")
    quantity = replace(quantity, change=change)
    if isinstance(value, tuple):
        low, high = sorted(one * way for one in value)
        return Compare(quantity, "between", (low, high))
    op = _plainly(operator(draft, figure, fact or decided), figure.text)
    told = any(c.op == "about" and c.end <= figure.start for c in draft.comparators)
    if op == "about" and not fact and not told and _MORE_OR_LESS.match(draft.text, figure.end):
        op = ">="  # "there will be 10,000 fewer"
    return Compare(quantity, MIRRORED.get(op, op) if way < 0 else op, way * value)


def _only_which_way(draft: Draft, quantity: Quantity, change: Change, way: float, since: str | None) -> Question:
    """That it rises or falls, without a figure. Raises Unread where nothing is said against which it does."""
    about = catalogue.series(quantity.series)
    if beyond := draft.says(_BEYOND):
        raise unplaced(beyond)
    if about.name == "inflation" and (named := draft.says(r"\b(?:prices|cost of living)\b")):
        if not way or not draft.says(_PRICES_MOVE):
            raise Unread(f"it does not say how far “{named.group()}” move")
        draft.take_all("UP", "DOWN", part="way")
        return Compare(quantity, ">" if way > 0 else "<", 0.0)
    if about.name == "growth" and (pace := _PACE.search(draft.text)):
        return _growth_moves(draft, quantity, change.since, pace)
    if way == 0 or about.name == "growth":
        year = quantity.when.first[:4]
        if since is not None and not (year and change.since == f"{int(year) - 1}"):
            raise Unread(f"it does not say how the economy moves from {change.since} to {quantity.when.first}")
        return _which_way_growth(draft, quantity, way)
    if since is None and (m := draft.says(r"\bthan\b[\w' ]*")):
        raise unplaced(m)
    if quantity.when.default and not draft.committed:
        raise Unread(NO_DATE)
    draft.take_all("UP", "DOWN", part="way")
    if about.unit not in ("%", "% of GDP", "USD a barrel"):
        change = replace(change, kind="percent")
    return Compare(replace(quantity, change=change), ">" if way > 0 else "<", 0.0)


_BEYOND = re.compile(  # a level that is no moment: "above target", "below the EU average"
    r"\b(?:above|below|over|under|beyond)\b (?:[\w'-]+ ){0,4}?(?:averages?|mean|median|targets?|goals?|plan|plans|"
    r"planned|forecasts?|projections?|estimates?|expectations|limits?|ceilings?|caps?|thresholds?|norms?|budget|"
    r"assum\w+|lines?|criteri\w+|rules?|level of|peers?|rest|pre-)\b",
    re.I,
)
_PRICES_MOVE = re.compile(  # of themselves, not how fast: "prices will fall"
    r"(?<!oil )(?<!energy )(?<!food )\bprices (?:in [\w ]{3,24}? |[\w']+ ){0,5}?(?:fall|fell|drop|dropped|decline|"
    r"declined|sink|sank|rise|rose|climb|climbed|increase|increased|go up|go down|come down)\b(?! (?:\w+ )?(?:faster|"
    r"slower|more|less|at a))",
    re.I,
)
_MORE_OR_LESS = re.compile(r"\s*(?:more|fewer|less|higher|lower)\b", re.I)
_DEBT_RATIO = re.compile(r"\bratio\b|\bof (?:its |the )?(?:gdp|output)\b|debt-to-gdp|\bburden\b", re.I)
_TWO_ENDS = re.compile(
    r"\bby (?:about |around |some |roughly |nearly |almost )*(?:[$€£])?[\d.,]+(?: ?(?:%|per ?cent|billion|million|"
    r"trillion|bn|euros?|dollars?|roubles?|men|soldiers|troops))*(?: to |-)[$€£]?(?!(?:19|20)\d\d\b)\d[\d.,]*",
    re.I,
)
FAR_APART = 2.5  # a ratio of its ends at which "by A to B" may be a change and the level it leads to


def _one_range(draft: Draft, figure: Mention | None) -> None:
    """Raises Unread for "by A to B" that may be a change and a level: ends far apart, in turned order, or of which only
    one was read."""
    m = _TWO_ENDS.search(draft.text)
    if m is None or (figure is not None and figure.kind == "points"):
        return
    held = value_of(figure) if figure is not None and figure.end >= m.end() - 1 and figure.start < m.end() else None
    if not isinstance(held, tuple) or draft.size is not None or held[1] >= FAR_APART * held[0]:
        raise Unread(f"it does not say whether “{m.group()}” is a range, or a change and where it leads")


def _which_way_growth(draft: Draft, quantity: Quantity, way: float) -> Question:
    """'The economy will shrink': growth below zero; anything else says nothing comparable."""
    if quantity.series == "growth" and (
        draft.has("SHRINKS") or (draft.has("DOWN") and not draft.has("UP", "GROWS", "GROWTH"))
    ):
        return Compare(quantity, "<", 0.0)
    if quantity.series == "growth" and (draft.has("GROWS") or draft.has("UP")):
        return Compare(quantity, ">", 0.0)
    raise Unread(f"it gives no figure for {catalogue.series(quantity.series).label}, and no direction")


_PACE = re.compile(  # of growth itself, not of what grows
    r"\b(?P<up>(?:accelerat|quicken)\w*|(?:pick|speed)(?:s|ed)? up|(?:strong|high|fast|quick|brisk)er|(?:more|less) "
    r"(?:quickly|rapidly|strongly|slowly))\b|\b(?P<down>slow(?:s|ed)?(?: down)?|decelerat\w*|(?:weak|low|slow)er|"
    r"weaken\w*)\b",
    re.I,
)


def _growth_moves(draft: Draft, quantity: Quantity, base: str, pace: re.Match[str]) -> Question:
    """'Growth will be stronger in 2027 than in 2026', "the economy will slow": growth against that of the year before."""
    draft.use(*pace.span(), "way")
    draft.take_all("UP", "DOWN", part="way")
    words = pace.group().lower()
    up = (pace["up"] is not None) != (words.startswith("less") != words.endswith("slowly"))
    if quantity.when.relation != "in" or len(base) != len(quantity.when.first):
        raise Unread(f"it does not say from when on growth is “{pace.group()}”")
    return Compare(quantity, ">" if up else "<", replace(quantity, when=When("in", base)))


def _size_op(draft: Draft, op: str, at: Size) -> str:
    """A comparator before the size, or behind it: 'more than doubled', 'at least double', 'by 5% or more'."""
    if (bound := bound_behind(draft.text, at.end)) is not None and not op.startswith("a"):
        draft.use(bound.start, bound.end, "comparator")
        held = _plainly(bound.op, draft.words(bound))
        return MIRRORED.get(held, held) if op[0] == "<" else held
    for c in draft.comparators:
        if 0 <= at.start - c.end <= 3:
            draft.use(c.start, c.end, "comparator")
            _plainly(c.op, draft.words(c))
            return c.op if op != "<=" else {">": "<", ">=": "<="}.get(c.op, c.op)
    return op


def prices_by(draft: Draft) -> Mention:
    """'Prices will rise by a quarter' is inflation of 25%: the part as a figure of its own."""
    size = draft.size
    assert size is not None
    if not sw.PRICES_BY_A_PART.search(draft.text):
        raise unplaced(draft.words(size))
    words = size.end - len(draft.words(size).rpartition(" by ")[2])
    bare = next((c.end + 1 for c in draft.comparators if words <= c.start < size.end), words)
    figure = Mention("percent", bare, size.end, draft.text[bare : size.end], abs(size.value))
    draft.figures.append(figure)
    draft.size = None
    return figure


def _plainly(op: str, words: str) -> str:
    """Raises Unread for a bound of which it is not plain on which side of a change it lies."""
    if op in (BETTER, WORSE):
        raise Unread(f"it does not say which way of “{words}” is the {op} one")
    return op


_OR = re.compile(r"\bor $", re.I)  # "by 2 points or more": a bound


def _way(draft: Draft) -> float:
    """1 up, -1 down, 0 neither."""
    moves = [m for m in draft.all_of("UP", "GROWS", "DOWN", "SHRINKS") if not _OR.search(draft.text[: m.start])]
    up, down = ([m for m in moves if m.kind in kinds] for kinds in (("UP", "GROWS"), ("DOWN", "SHRINKS")))
    if not up and not down and (m := draft.says(r"\b(?:lost|los(?:e|es|ing))\b")):
        draft.use(*m.span(), "way")
        return -1.0
    up = [m for m in up if m.text.lower() not in ("up", "above")] or up
    if up and not down:
        return 1.0
    if down and not up:
        return -1.0
    if up and down and not draft.size:
        raise Unread(f"could not place both “{up[0].text}” and “{down[0].text}”")
    return 0.0


def _change_moments(
    draft: Draft, when: When, since: str | None, fact: bool, about: catalogue.Series
) -> tuple[When, str]:
    """Both moments of a change: the base is the one said, else the year before for 'in Y', else the year said. Raises
    Unread for some months of a year: those of the year before are no moment."""
    if when.relation == "sum" and len(when.first) == len("2026-01"):
        raise Unread(f"could not place the change of what comes in over months ({when.first} to {when.last})")
    if since is not None and since != "before":
        return when, since
    if when.relation == "latest":
        return when, str(draft.said.year - 2)
    if draft.size is not None and draft.size.of_today:
        return when, str(draft.said.year)
    if about.name == "policy_rate" and _in_a_month(when) and not draft.says(_STANDS_LOWER):  # decided at its meeting
        return when, month_text(window(when).first - 1)
    troops = about.name == "us_troops_europe"
    if when.relation == "in" and len(when.first) == 4:
        year = int(when.first)
        at_its_end = about.name in STOCKS and not troops
        return (When("by", f"{year}-12"), f"{year - 1}-12") if at_its_end else (when, str(year - 1))
    if when.relation in ("in",) and since == "before":
        return when, f"{int(when.first[:4]) - 1}{when.first[4:]}"
    if since == "before":
        raise Unread("it does not say on which year before its change is measured")
    within_a_year = len(when.first) == len("2026-01") and when.first < month_after(draft.said, A_YEAR)
    if about.name in MONTHLY and (not troops or within_a_year):
        return when, month_after(draft.said, 0)
    return when, str(draft.said.year)


_STANDS_LOWER = re.compile(
    r"\b(?:be|is|are|was|were|stands?|stood|points?|%) (?:[\w.]+ ){0,4}?(?:lower|higher)\b", re.I
)


def _in_a_month(when: When) -> bool:
    return when.relation == "in" and len(when.first) == len("2026-01")


def falling(draft: Draft) -> bool:
    """Whether a verb says that something falls; "1% less" may be a bound."""
    return any(m.text.lower() not in ("less", "lower", "smaller", "cheaper") for m in draft.all_of("DOWN"))


def smaller(draft: Draft, figure: Mention, when: When) -> bool:
    """'GDP will be 1% lower': it shrinks by so much. Raises Unread for "growth will be 1% lower"."""
    behind = _LESS_OR_MORE.match(draft.text, figure.end)
    dearer = behind and behind["less"] is None and sw.PRICES.search(draft.text)  # prices, not their rate
    if behind and draft.has("GROWTH", "INFLATION") and not dearer:
        raise Unread(f"it does not say whether “{figure.text}{behind.group()}” is meant in points")
    if behind and (than := re.search(r"\bthan in (\d{4})", draft.text)) and not _year_before(than[1], when):
        raise Unread(f"it does not say how the economy moves from {than[1]} to {when.first}")
    before = _LOWER_BY.search(draft.text[: figure.start])
    if (behind or before) and (cause := _BECAUSE.search(draft.text)):
        raise unplaced(cause)  # than it would be without
    return before is not None or (behind is not None and behind["less"] is not None)


def _year_before(year: str, when: When) -> bool:
    return when.relation == "in" and when.first[:4] == str(int(year) + 1)


_BECAUSE = re.compile(r"\b(?:because|due to|owing to|thanks to|as a result)\b", re.I)
_LOWER_BY = re.compile(rf"\b(?:smaller|lower|less|poorer) by {SOME}", re.I)
_LESS_OR_MORE = re.compile(r",? (?:(?P<less>smaller|lower|less|poorer)|higher|larger|bigger|greater)\b(?! or)", re.I)


def not_on_the_year(question: Question, draft: Draft) -> None:
    """'If oil falls to 40 dollars, debt will be 5 points higher in 2030': than without it, no change on the year
    before. Raises Unread."""
    changes = [p for p in parts_of(question) if isinstance(p, Quantity) and p.change is not None]
    if not changes or draft.places("since"):
        return
    size = next((f for f in draft.figures if f.part == "size"), None)
    if m := _HIGHER.match(draft.text, size.end) if size else _IS_HIGHER.search(draft.text):
        raise Unread(f"it does not say than what it is “{m.group().strip()}”")


_HIGHER = re.compile(
    r"(?: of gdp)?,? (?:higher|lower|larger|smaller|bigger|more|less|greater|wider|narrower|fewer)\b", re.I
)

_IS_HIGHER = re.compile(
    r"\bbe (?:even |much |far |still |somewhat |clearly |slightly )?(?:higher|lower|larger|smaller|bigger|wider|"
    r"narrower)\b|\bspend (?:even |much |far )?(?:more|less)\b",
    re.I,
)
