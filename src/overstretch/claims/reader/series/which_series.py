"""Which series a claim about a figure speaks of, and the figure that goes with it."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.parties.names import GOVERNS
from overstretch.claims.reader.series import series_words as sw
from overstretch.claims.reader.series.bare_figures import fits, large, many, of_kind, spoken, spoken_percent
from overstretch.claims.reader.series.flows import flows
from overstretch.claims.reader.series.limits import is_size
from overstretch.claims.reader.series.shortfalls import shortfalls
from overstretch.claims.reader.series.tiers import tier
from overstretch.claims.reader.series.versus import VERSUS
from overstretch.claims.reader.vocabulary import Mention

# Concepts that decide the series, in the order in which they win.
SERIES = (
    ("ARMS_OUTPUT", "arms_output"),
    ("SUPPORT", "poll_support"),
    ("YIELD", "bond_yield"),
    ("FX", "exchange_rate"),
    ("UNEMPLOYMENT", "unemployment"),
    ("AID", "aid_to_ukraine"),
    ("US_TROOPS", "us_troops_europe"),
    ("OILGAS", "oil_gas_revenue"),
    ("DEFICIT", "balance"),
    ("SURPLUS", "balance"),
    ("FUND", "fund_liquid"),
    ("BRENT", "brent_price"),
    ("DEBT", "debt_ratio"),
    ("RATE", "policy_rate"),
    ("INFLATION", "inflation"),
    ("OIL", "oil_price"),
    ("PERSONNEL", "personnel"),
)
_AMOUNTS = ("balance", "oil_gas_revenue", "fund_liquid")  # bare amounts are roubles where they are Russia's


_MORE_MEN = re.compile(
    r"\boutnumber\w*|\b(?:bigg|larg|small)(?:er|est) (?:standing )?(?:arm(?:y|ies)|armed forces)\b|"
    r"\b(?:arm(?:y|ies)|armed forces|(?<='s )military(?= will))\b[\w' "
    r"]{0,40}?\b(?:bigg|larg|small)er than\b|\b(?:more|fewer) (?:[\w-]+ ){0,3}?(?:men|women|soldiers|troops|personnel|"
    r"people (?:in uniform|under arms)|servicemen)\b[\w ]{0,30}? than (?!\d|half|twice)",
    re.I,
)


def named_series(draft: Draft) -> tuple[str, Mention | None]:
    """The series and the figure that goes with it."""
    draft.concepts += shortfalls(draft)
    draft.concepts += flows(draft)
    draft.comparators = [
        c for c in draft.comparators if not any(m.start < c.start < m.end for m in draft.all_of("DEFICIT"))
    ]  # "beyond its means"
    draft.figures = [f for f in draft.figures if not any(f.overlaps(m.start, m.end) for m in draft.all_of("YIELD"))]
    draft.figures = [f for f in draft.figures if not (draft.has("FX") and f.value == ("USD", 1.0))]  # "one US dollar"
    money, share = of_kind(draft, "money"), of_kind(draft, "share")
    percent, points, number = of_kind(draft, "percent"), of_kind(draft, "points"), of_kind(draft, "number")
    rates = draft.has(*(concept for concept, name in SERIES if name in _RATES))
    if rates and number is not None and len(draft.figures) == 1 and spoken_percent(draft, number):
        number.kind, percent, number = "percent", number, None
    moves = draft.size is not None or draft.has("UP", "DOWN")
    rated = percent or points or moves or sw.SUPERLATIVE.search(draft.text) or VERSUS.search(draft.text)
    men = not draft.has("SPEND") and ((number and many(number)) or draft.size or _MORE_MEN.search(draft.text))
    dearer = (draft.size or (percent and moves)) and sw.PRICE_OF_OIL.search(draft.text)
    needs = {"oil_price": money or points or dearer, "inflation": rated, "policy_rate": rated, "personnel": men}
    needs |= {
        "aid_to_ukraine": money or percent or moves,
        "arms_output": draft.size or (percent and moves),
        "poll_support": percent,
    }
    for concept, name in SERIES:
        mention = draft.first(concept)
        if name == "personnel" and any(p.value == "USA" for p in draft.parties) and _in_europe(draft):
            name = "us_troops_europe"
        if mention is None or _part_of_longer(draft, mention) or not needs.get(name, True):
            continue
        if (
            name == "us_troops_europe"
            and number is not None
            and (pulled := sw.PULLED.search(draft.text[: number.start]) or sw.TAKEN.search(draft.text))
        ):
            draft.ways.append(Mention("DOWN", pulled.start(), pulled.end(), pulled.group()))
        if name == "fund_liquid" and not sw.liquid(draft):
            name = "fund_total"  # the liquid part only where it is named
        draft.take_all(concept, *_BESIDE.get(name, ()), part="series")
        amount = number is not None and number.text[0].isalnum() and name in _AMOUNTS and large(number)
        if number is not None and amount and not (money or share or percent):
            number.kind, number.value, money = "money", ("", number.value), number
        for p in draft.parties if name == "aid_to_ukraine" else ():
            if p.value == "UKR":
                draft.take(p, "series")
        order = {
            "oil_price": (money,),
            "brent_price": (money,),
            "personnel": (number,),
            "us_troops_europe": (number, percent),
            "fund_liquid": (money, percent),
            "balance": (share, percent, money, points if _a_level(draft, points) or _moved(draft, points) else None),
            "debt_ratio": (share, percent, points, money),
            "unemployment": (percent, points),
            "bond_yield": (percent, points, number if rates and number and not many(number) else None),
        }.get(name, (share, percent, points, money, number))
        return name, next((f for f in order if f is not None), None)
    return _spending(draft, money, share, percent, points)


def _a_level(draft: Draft, points: Mention | None) -> bool:
    """Whether points are of output, and none by which something is wider."""
    return points is not None and bool(_POINTS_OF_OUTPUT.match(draft.text[points.start : points.end + MOVED]))


def _moved(draft: Draft, points: Mention | None) -> bool:
    """Whether points are by how much it moves."""
    return points is not None and is_size(draft, points)


_POINTS_OF_OUTPUT = re.compile(
    r"[^,;]* of (?:its |the )?(?:gdp|output|national income)\b(?! (?:\w+er|more|less)\b)", re.I
)
MOVED = 24  # characters behind points that may say so
_BESIDE = {  # what else names a series
    "personnel": ("MIL",),
    "us_troops_europe": ("MIL",),
    "arms_output": ("MIL", "ECONOMY"),
    "poll_support": ("MIL", "SPEND"),
    "bond_yield": ("SPEND",),
    "brent_price": ("OIL",),
    "fund_liquid": ("LIQUID", "WHOLE"),
    "fund_total": ("WHOLE",),
}


def _in_europe(draft: Draft) -> bool:
    """Whether soldiers are spoken of as stationed in Europe."""
    return any(
        p.value == "EUROPE" and re.search(r"\b(?:in|on|across|from|out of)(?: the)?\s*$", draft.text[: p.start], re.I)
        for p in draft.parties
    )


def _part_of_longer(draft: Draft, mention: Mention) -> bool:
    return any(
        o is not mention
        and o.start <= mention.start
        and mention.end <= o.end
        and o.end - o.start > mention.end - mention.start
        and o.kind in (*dict(SERIES), "GROWTH")
        for o in draft.concepts
    )


def _spending(
    draft: Draft, money: Mention | None, share: Mention | None, percent: Mention | None, points: Mention | None
) -> tuple[str, Mention | None]:
    """Defence spending as a share of GDP or an amount; growth of an economy; else nothing."""
    military = draft.has("MIL", "NATDEF", "CORE", "RELATED", "BOTH")
    if not military and (economy := _of_the_economy(draft, money, share, percent, points)) is not None:
        return economy
    number = of_kind(draft, "number")
    if draft.has("NATDEF", "BUDGETLINE") and not share:
        draft.take_all("NATDEF", "BUDGETLINE", "MIL", "SPEND", part="series")
        return "defence_budget", money or percent
    if draft.has("MIL") and number is not None and many(number) and not (share or percent or points or money):
        draft.take_all("MIL", part="series")
        if any(p.value == "USA" for p in draft.parties) and _in_europe(draft):
            return "us_troops_europe", number
        if m := _MEN.match(draft.text, number.end):
            draft.use(*m.span(), "series")
        return "personnel", number
    if not military and sw.SOMETHING.search(draft.text):
        raise Unread("it does not say what is meant by “it”")
    bare = _bare(draft)
    percent = percent or of_kind(draft, "percent")
    rate, on_arms, outspends = share or percent, _spent_on_arms(draft), draft.says(sw.OUTSPENDS)
    if not military and rate is not None and draft.has("SPEND") and not on_arms:
        raise Unread("it does not say what is spent on")
    if not (military or share or draft.has("SPEND", "TARGET")) and percent and draft.has("GDP", "ECONOMY"):
        raise unplaced(next(m.text for m in draft.all_of("GDP", "ECONOMY")))  # of the economy, not on arms
    small = rate is not None and on_arms and fits(rate)
    if not military and not (
        draft.has("TARGET", "REACH") or small or bare or outspends or (money and draft.has("SPEND"))
    ):
        raise Unread("it names no quantity of the field")
    if (
        not military
        and draft.has("SPEND")
        and money
        and not (draft.has("TARGET") or outspends)
        and not any(p.value in _ALLIED and re.search(r"nato|alli|member", p.text, re.I) for p in draft.parties)
    ):
        raise Unread("it does not say what is spent on")
    draft.take_all("MIL", "SPEND", "TARGET", part="series")
    if money is not None and share is None:
        if not military and (size := next(iter(draft.all_of("GDP", "ECONOMY")), None)) is not None:
            raise unplaced(size.text)  # "output is to pass the mark of two trillion"
        return "defence_spending", money
    of_a_size = draft.size is not None and percent and draft.size.start <= percent.start < draft.size.end
    if percent is not None and share is None and (is_size(draft, percent) or of_a_size):
        if not (military or draft.has("SPEND", "TARGET") or outspends):
            raise Unread("it does not say what goes up or down")
        return "defence_spending", percent
    draft.take_all("GDP", "ECONOMY", part="series")
    if (figure := share or percent or points) is not None:
        if _OF_A_BUDGET.match(draft.text, figure.start):
            raise Unread("it is a share of a budget, not of GDP")
        return tier(draft, figure), figure
    lines = draft.has("SPEND", "TARGET") or (military and draft.has("CORE", "RELATED", "NATDEF", "BUDGETLINE"))
    if not (lines or outspends or (draft.size is not None and draft.mark(_DEFENCE_MOVES, "series"))):
        raise Unread("it names no quantity of the field")  # an army that grows, not its budget
    return "defence_spending", None


_OF_A_BUDGET = re.compile(  # "38 kopecks of each rouble that the state lays out"
    r"[^,;.]{3,40}\b(?:every|each) [a-z]+ (?:that |which )?[^,;.]{3,40}?\b(?:spends?|lays? out|pays? out|disburses?)\b",
    re.I,
)
_DEFENCE_MOVES = re.compile(  # the line of a budget: "German defence grew by a quarter"
    r"\bdefen[cs]e(?= (?:(?:will|would|has|is|was|to|set|only|even) )*(?:grew|grow[ns]?|rose|rises?|risen|swell\w*|"
    r"swollen|climb\w*|jump\w*|increas\w+|expand\w*|up|shr[aiu]nk\w*|fell|falls?|dropped|doubl\w+|tripl\w+|trebl\w+)"
    r"\b)",
    re.I,
)
_MEN = re.compile(r" (?:men|people)\b", re.I)


def _of_the_economy(
    draft: Draft, money: Mention | None, share: Mention | None, percent: Mention | None, points: Mention | None
) -> tuple[str, Mention | None] | None:
    """A balance, growth or an economy's size, where no army is spoken of; None for anything else. Raises Unread."""
    if money is None and (runs := sw.RUNS.search(draft.text)) is not None and not runs["which"]:
        draft.take_all("BUDGETLINE", part="series")
        return "balance", None
    if draft.says(r"\boutgr[eo]w\w*") or (draft.has("ECONOMY") and draft.says(r"\boutpac\w*")):
        draft.take_all("GROWTH", "ECONOMY", "GDP", part="series")
        return "growth", None
    grown = [*draft.figures, *draft.all_of("GROWTH")]  # "GDP growth" is none of its size
    national = any(not any(f.start <= m.start < f.end for f in grown) for m in draft.all_of("GDP", "ECONOMY"))
    found: tuple[str, Mention | None] | None = None
    moved = national and not draft.has("GROWTH") and draft.has("UP", "DOWN")
    if moved and percent is not None and is_size(draft, percent):
        found = "growth", percent
    elif national and not draft.figures and _sizes_compared(draft):
        found = "gdp", None
    elif national and not (percent or share or points or money) and _economy_falls(draft):
        found = "growth", None
    elif money and not (share or percent or _spent(draft) or draft.has("TARGET", "FUND")) and _economy_is(draft):
        draft.concepts = [m for m in draft.concepts if m.kind != "SPEND"]
        found = "gdp", money
    if found is not None:
        draft.take_all("ECONOMY", "GDP", "SHRINKS", part="series")
        if found[0] == "gdp":
            draft.mark(_NOMINAL, "series")  # as it is counted
    elif draft.has("GROWTH", "GROWS", "SHRINKS"):
        if not (draft.has("GROWTH", "ECONOMY") or _country_grows(draft)):
            raise Unread("it does not say what grows or shrinks")
        draft.take_all("GROWTH", "ECONOMY", "GDP", "GROWS", "SHRINKS", part="series")
        number = of_kind(draft, "number")
        if not (percent or points) and number and spoken_percent(draft, number):
            number.kind, percent = "percent", number
        found = "growth", percent or points
    return found


def _sizes_compared(draft: Draft) -> bool:
    """Whether two economies are compared ("Poland's output will be larger than Turkey's"). Raises Unread for how they
    grow."""
    m = sw.SIZES.search(draft.text)
    if m is None or not any(p.start >= m.start() for p in draft.parties):
        return False
    if draft.has("GROWS") or draft.says(r"\bwar(?:time)? economy"):
        raise unplaced(m)
    return True


def _country_grows(draft: Draft) -> bool:
    """Whether a country itself is what grows ("Russia will grow by 1%"), and not something of its ("Turkey's
    budget")."""
    verb = draft.first("GROWS", "SHRINKS")
    return verb is not None and any(
        p.kind in ("party", "group")
        and p.end <= verb.start
        and not p.text.endswith(("'s", "'"))
        and not GOVERNS.search(p.text)
        and sw.AUXILIARY.fullmatch(draft.text, p.end, verb.start)
        for p in draft.parties
    )


def _economy_falls(draft: Draft) -> bool:
    """Whether the economy is what falls or rises, without a figure ("Russian GDP will fall in 2026")."""
    return draft.size is None and any(
        e.end <= w.start
        and w.text.lower() not in ("up", "above", "more", "less", "higher", "lower")
        and sw.AUXILIARY.fullmatch(draft.text, e.end, w.start)
        for e in draft.all_of("ECONOMY", "GDP")
        for w in draft.all_of("UP", "DOWN")
    )


def _spent(draft: Draft) -> bool:
    """Whether money is spent: not that the economy comes to it."""
    return any(not m.text.lower().startswith(("come", "came", "coming")) for m in draft.all_of("SPEND"))


def _economy_is(draft: Draft) -> bool:
    """Whether the economy's own size is spoken of ("Poland's GDP will exceed a trillion euros")."""
    first = draft.first("ECONOMY", "GDP")
    return (
        first is not None
        and all(
            p.end <= first.start + 1 or _OF.fullmatch(draft.text, first.end, p.start) for p in draft.parties_of("party")
        )
        and bool(_AMOUNTS_TO.search(draft.text[first.end :]))
        and any(f.start >= first.end for f in draft.figures)
    )


_OF = re.compile(r" of (?:the )?", re.I)
_NOMINAL = re.compile(r"\bnominal\b(?! terms)|\bin (?:nominal terms|current prices)\b", re.I)
_AMOUNTS_TO = re.compile(
    r"\b(?:(?:exceed|reach|hit|top|pass|surpass|worth|amount|total|stand|stood|came|come|be|ris|climb|grow|increas|"
    r"expand|fall|drop|declin|shrink|sink)\w*|is|was|are|were|rose|grew|fell|shrank|sank)\b|^(?: size)? of (?!the\b)",
    re.I,
)


def _bare(draft: Draft) -> bool:
    """An ally put at a bare percentage that fits a share of GDP for defence ("Spain won't be at 3.5 percent in
    2035")."""
    percent = of_kind(draft, "percent") or of_kind(draft, "share") or spoken(draft)
    if percent is None or not fits(percent):
        return False
    before = draft.text[: percent.start]
    stands = bool(sw.LEADS_TO.search(before)) or (
        percent.kind == "number" and sw.SPOKEN_SHARE.search(percent.text) is not None and not before.strip(" ,")
    )
    if sw.FIRST.fullmatch(before) and (cleft := sw.CLEFT.match(draft.text, percent.end)):
        draft.use(*cleft.span(), "modality")
        stands = cleft["who"].lower() in ("we", "they") or any(p.start - cleft.end("where") <= 4 for p in draft.parties)
    if stands and percent.kind == "number":
        percent.kind = "percent"
    return stands


_RATES = ("growth", "inflation", "policy_rate", "unemployment", "bond_yield", "balance", "debt_ratio")


def _spent_on_arms(draft: Draft) -> bool:
    """Spending of which nothing else is said: a country's on defence in this field, unless it is all that a state
    spends."""
    if draft.says(
        r"\b(?:public|government|federal|state|total|social|budget|overall|consumer|household) (?:spending|outlays|"
        r"expenditures?)\b"
    ):
        return False
    return any(
        re.match(
            r"spen|outlay|expend|burden|effort|devot|lay|laid|put|pour|set aside|go(?:es|ing)?\b|share|earmark|bill",
            m.text,
            re.I,
        )
        for m in draft.all_of("SPEND")
    )


_ALLIED = ("NATO", "EUROPE", "EUROPE_CANADA", "NORDICS", "BALTICS", "FLANK")  # what these spend together is on defence
