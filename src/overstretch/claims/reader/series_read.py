"""A claim about a figure: which series, of whom, when, compared with what."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.counts import Counted
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.limits import (
    aside_on_the_year,
    got_to,
    is_size,
    of_something_else,
    operator,
    set_aside,
    value_of,
)
from overstretch.claims.reader.moments import Moment, moments, month_after
from overstretch.claims.reader.numbers import CROWNS
from overstretch.claims.reader.vocabulary import Mention, find, plain
from overstretch.claims.reader.who import named, owner
from overstretch.questions import catalogue
from overstretch.questions.data import Change, Compare, Count, Quantity, Question, When, negated
from overstretch.questions.periods import window
from overstretch.statements.record import Statement

# Concepts that decide the series, in the order in which they win.
SERIES = (
    ("YIELD", "bond_yield"), ("FX", "exchange_rate"), ("UNEMPLOYMENT", "unemployment"), ("AID", "aid_to_ukraine"), ("US_TROOPS", "us_troops_europe"),
    ("OILGAS", "oil_gas_revenue"), ("DEFICIT", "balance"), ("SURPLUS", "balance"), ("FUND", "fund_liquid"), ("BRENT", "brent_price"), ("DEBT", "debt_ratio"),
    ("RATE", "policy_rate"), ("INFLATION", "inflation"), ("OIL", "oil_price"), ("PERSONNEL", "personnel"),
)  # fmt: skip
_AMOUNTS = ("balance", "oil_gas_revenue", "fund_liquid")  # bare amounts are roubles where they are Russia's
_FUTURE = re.compile(
    r"\b(?:will|would|'ll|shall|is to|are to|going to|plans?|planned|planning|aims?|intends?|expects?|expected|projected|forecast|set to|due to|likely|could|may|might|should|can|pledg\w*|undert\w+|commit\w*|by (?:19|20)\d\d|hopes?|wants?|bound to|promis\w*|won't|budgeted|earmarked|on course|on track|headed|heading|draft|agreed|to reach|to spend|to be|to raise|to lower|to cut|to allocate|to increase)\b",
    re.I,
)

PLEDGE, HAGUE = 5.0, date(2025, 6, 25)  # % of GDP, core and related, since the summit of that day
_MEETS = re.compile(
    r"\b(?:(?P<miss>miss(?:es|ed|ing)?|f[ae]ll(?:s|ing)? short of)|meet(?:s|ing)?|met|reach(?:es|ed|ing)?|hit(?:s|ting)?|achiev\w+|fulfil\w*|deliver\w*(?: on)?)\b",
    re.I,
)


def is_fact(draft: Draft, whens: list[Moment]) -> bool:
    """Whether the claim is about the past or present: a moment that is over, or no moment and no word of the future."""
    if whens:
        return all(_over(m.when, draft.said) for m in whens) and not re.search(
            r"\b(?:will|would|could|may|might)\b", draft.text, re.I
        )
    return not _FUTURE.search(draft.text)


def _over(when: When, said: date) -> bool:
    if when.relation == "from":
        return False
    if when.relation == "span":
        when = When("mean", when.first, when.last)
    return window(when).last < 12 * said.year + said.month - 1


def figure_question(draft: Draft, statement: Statement, before: str, horizon: int | None) -> Question:
    """The question of a claim about a figure, with every figure placed. Raises Unread with the reason why there is none."""
    set_aside(draft)
    asked = _asked(draft, statement, before, horizon)
    if left := next((f for f in draft.figures if not f.part and not _covered(draft, f.start, f.end)), None):
        raise Unread(f"could not place “{left.text}”")
    return asked


def _covered(draft: Draft, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b, _ in draft.used)


def _asked(draft: Draft, statement: Statement, before: str, horizon: int | None) -> Question:
    _that_year(draft, statement)
    name, figure, whole = _share_or_series(draft)
    of_something_else(draft, whole)
    if name in ("growth", "inflation"):
        aside_on_the_year(draft)
    name = _by_what_is_counted(draft, statement, name)
    about = catalogue.series(name)
    fact = is_fact(draft, draft.moments)
    if (
        name in ("growth", "inflation")
        and draft.size is not None
        and draft.size.kind == "percent"
        and draft.size.start <= (figure.start if figure else -1) < draft.size.end
    ):
        draft.size = None  # "the economy grew by 4%" is growth of 4%
    when, since = _when(draft, about, fact, horizon)
    accepted = catalogue.actors(about.of)
    if draft.counted is not None and about.group:
        return _count(draft, name, figure, when, fact, since)
    who = _whose(draft, statement, before, about, accepted, figure)
    if (
        name == "core_share"
        and who in (("NATO",), ("ALLIES",))
        and figure is not None
        and value_of(figure) == PLEDGE
        and not draft.has("CORE")
    ):
        name = "total_share"
    if (
        name == "total_share"
        and figure is not None
        and who in (("NATO",), ("ALLIES",))
        and _each_member(draft, statement)
    ):
        op, value = _limit(draft, draft.take(figure, "figure"), fact, name)
        return Count("ALLIES", Compare(Quantity(name, (), when), op, value), "==", "all")
    if figure is None and (pledged := _pledged(draft, who, before)) is not None:
        return pledged
    if (ranked := _ranked(draft, name, who, when)) is not None:
        return ranked
    compared = _compared_with(draft, name, who, when, figure, fact)
    if compared is not None:
        return compared
    quantity = Quantity(name, who, when, share_of=whole)
    sized = figure is None or is_size(draft, figure)
    if since is not None and not sized and when.default and since > str(draft.said.year):
        quantity, since = replace(quantity, when=When("in", since)), None  # "to 2.6% from 2027"
    if (
        figure is not None
        and since is not None
        and not sized
        and draft.size is None
        and not re.search(r"\b(?:to|at)\b[^\d]{0,20}$", draft.text[: figure.start], re.I)
    ):
        raise Unread(f"could not place the comparison with {since} beside “{figure.text}”")
    if draft.size is not None or (
        sized and not (figure is not None and figure.kind == "percent" and name in ("growth", "inflation"))
    ):
        return _change(draft, quantity, figure, since, fact)
    if figure is None:
        raise Unread(f"it gives no figure for {about.label}")
    asked = _level(draft, quantity, figure, fact)
    _all_compared(draft)
    return asked


def _each_member(draft: Draft, statement: Statement) -> bool:
    """Whether the pledge is one of every member ("member states to allocate", promised by leaders), not of the alliance as a whole."""
    speaker = statement.speaker.mention if statement.speaker else ""
    return bool(
        re.search(r"\b(?:member states|members|allies|their)\b", draft.text, re.I)
        or re.search(r"\b(?:leaders|allies|members)\b", speaker, re.I)
    )


def _pledged(draft: Draft, who: tuple[str, ...], before: str) -> Question | None:
    """'Meeting the target' where the alliance's own is spoken of: the pledge in force on the day of the words."""
    verb = _MEETS.search(draft.text)
    if verb is None or not draft.has("TARGET") or draft.size is not None or draft.counted is not None:
        return None
    if draft.has("DEFICIT", "INFLATION", "DEBT", "GROWTH", "RATE") or not re.search(
        r"\b(?:NATO|alliance|Hague)\b", f"{before[-800:]} {draft.text}"
    ):
        return None
    new = draft.said >= HAGUE
    moment = (
        draft.moments[0].when
        if len(draft.moments) == 1
        else None
        if draft.moments
        else When("in", "2035" if new else "2024", default=True)
    )
    if moment is None:
        return None
    draft.use(verb.start(), verb.end(), "pledge")
    draft.take_all("TARGET", "REACH", part="pledge")
    limit = Compare(Quantity("total_share" if new else "core_share", who, moment), ">=", PLEDGE if new else 2.0)
    return negated(limit) if verb["miss"] else limit


def _by_what_is_counted(draft: Draft, statement: Statement, name: str) -> str:
    """What the rest of the sentence says is counted in: shares bought by the fund, roads and bridges."""
    text = plain(statement.content)
    if name == "fund_liquid" and re.search(
        r"\b(?:counting|including|with)\b[^,;]*\b(?:sunk|invested|shares|illiquid)\b", text, re.I
    ):
        return "fund_total"
    if name == "core_share" and not draft.has("CORE") and (m := next(iter(find(text, "concept", ("RELATED",))), None)):
        raise Unread(f"could not place “{m.text}”")
    return name


def _that_year(draft: Draft, statement: Statement) -> None:
    """'That year' is the one year that the rest of the sentence names."""
    m = re.search(r"\b(?:in )?(?:that|the same) year\b", draft.text, re.I)
    if m is None:
        return
    years = {
        w.when.first for w in moments(plain(statement.content), draft.said) if re.fullmatch(r"\d{4}", w.when.first)
    }
    if draft.moments or len(years) != 1:
        raise Unread(f"could not place “{m.group()}”")
    draft.moments = [Moment(m.start(), m.end(), When("in", years.pop()))]


def _all_compared(draft: Draft) -> None:
    """A comparator that stands beside no figure read is left over."""
    for c in draft.comparators:
        places = re.fullmatch(r"under|over|above|below|beyond|past|through", draft.text[c.start : c.end], re.I)
        if places and not any(0 <= f.start - c.end <= 34 for f in draft.figures):
            continue  # "under the new plans"
        if c.op != "about" and not _covered(draft, c.start, c.end):
            raise Unread(f"could not place “{draft.text[c.start : c.end]}”")


def _series(draft: Draft) -> tuple[str, Mention | None]:
    """The series and the figure that goes with it."""
    money, share = _kind(draft, "money"), _kind(draft, "share")
    percent, points, number = _kind(draft, "percent"), _kind(draft, "points"), _kind(draft, "number")
    for concept, name in SERIES:
        mention = draft.first(concept)
        if mention is None or _part_of_longer(draft, mention):
            continue
        if name == "aid_to_ukraine" and not (money or percent or draft.size or draft.has("UP", "DOWN")):
            continue
        if name == "oil_price" and not (money or points):
            continue
        if name in ("inflation", "policy_rate") and not (percent or points or draft.size):
            continue
        if name == "personnel" and not (number and _many(number)) and not draft.size:
            continue
        if name == "fund_liquid" and draft.has("WHOLE"):
            name = "fund_total"
            draft.take_all("WHOLE", part="series")
        if name == "fund_liquid":
            draft.take_all("LIQUID", part="series")
        draft.take_all(concept, part="series")
        if (
            money is None
            and number is not None
            and number.text[0].isalnum()
            and name in _AMOUNTS
            and _large(number)
            and not share
            and not percent
        ):
            number.kind, number.value, money = "money", ("", number.value), number
        for p in draft.parties if name == "aid_to_ukraine" else ():
            if p.value == "UKR":
                draft.take(p, "series")
        order = {
            "oil_price": (money,), "brent_price": (money,), "personnel": (number,), "us_troops_europe": (number, percent), "fund_liquid": (money, percent),
            "balance": (share, percent, money), "debt_ratio": (share, percent, points, money),
        }.get(name, (share, percent, points, money, number))  # fmt: skip
        return name, next((f for f in order if f is not None), None)
    return _spending(draft, money, share, percent, points)


def _kind(draft: Draft, kind: str) -> Mention | None:
    return next((f for f in draft.figures if f.kind == kind and not f.part), None)


def _part_of_longer(draft: Draft, mention: Mention) -> bool:
    return any(
        o is not mention
        and o.start <= mention.start
        and mention.end <= o.end
        and o.end - o.start > mention.end - mention.start
        and o.kind in dict(SERIES)
        for o in draft.concepts
    )


def _spending(
    draft: Draft, money: Mention | None, share: Mention | None, percent: Mention | None, points: Mention | None
) -> tuple[str, Mention | None]:
    """Defence spending as a share of GDP or an amount; growth of an economy; else nothing."""
    military = draft.has("MIL", "NATDEF", "CORE", "RELATED")
    if not military and re.search(r"\boutgr[eo]w\w*", draft.text, re.I):
        draft.take_all("GROWTH", "ECONOMY", "GDP", part="series")
        return "growth", None
    national = any(not any(f.start <= m.start < f.end for f in draft.figures) for m in draft.all_of("GDP", "ECONOMY"))
    if not military and national and percent is not None and is_size(draft, percent) and draft.has("UP", "DOWN"):
        draft.take_all("ECONOMY", "GDP", part="series")
        return "growth", percent
    if draft.has("GROWTH", "GROWS", "SHRINKS") and not military:
        if draft.has("GROWTH", "ECONOMY") or _country_grows(draft):
            draft.take_all("GROWTH", "ECONOMY", "GDP", "GROWS", "SHRINKS", part="series")
            return "growth", percent or points
        raise Unread("it does not say what grows or shrinks")
    if draft.has("NATDEF", "BUDGETLINE") and not share:
        draft.take_all("NATDEF", "BUDGETLINE", "MIL", "SPEND", part="series")
        return "defence_budget", money or percent
    number = _kind(draft, "number")
    if draft.has("MIL") and number is not None and _many(number) and not (share or percent or points or money):
        draft.take_all("MIL", part="series")
        if m := re.compile(r" (?:men|people|men and women)\b", re.I).match(draft.text, number.end):
            draft.use(m.start(), m.end(), "series")
        return "personnel", number
    bare = _bare(draft)
    percent = percent or _kind(draft, "percent")
    if not military and (share or percent) is not None and draft.has("SPEND") and not _spent_on_arms(draft):
        raise Unread("it does not say what is spent on")
    small = (share or percent) is not None and _spent_on_arms(draft) and _fits(share or percent)
    if (
        not military
        and not (draft.has("TARGET") or draft.has("REACH") or small or bare or _OUTSPENDS.search(draft.text))
        and not (money and draft.has("SPEND"))
    ):
        raise Unread("it names no quantity of the field")
    if (
        not military
        and draft.has("SPEND")
        and money
        and not draft.has("TARGET")
        and not _OUTSPENDS.search(draft.text)
        and not any(p.value in _ALLIED and re.search(r"nato|alli|member", p.text, re.I) for p in draft.parties)
    ):
        raise Unread("it does not say what is spent on")
    draft.take_all("MIL", "SPEND", "TARGET", part="series")
    if money is not None and share is None:
        return "defence_spending", money
    if (
        percent is not None
        and share is None
        and (is_size(draft, percent) or (draft.size is not None and draft.size.start <= percent.start < draft.size.end))
    ):
        return "defence_spending", percent
    figure = share or percent or points
    if figure is not None:
        if draft.has("GDP", "ECONOMY"):
            draft.take_all("GDP", "ECONOMY", part="series")
        return _tier(draft, figure), figure
    draft.take_all("GDP", "ECONOMY", part="series")
    return "defence_spending", None


_AUXILIARY = re.compile(
    r"\s*(?:(?:will|would|could|may|might|can|is|are|was|were|has|have|had|to|be|going|set|due|expected|likely|projected|forecast|seen|only|just|barely|still|again|also|not|probably|hardly)\s+)*",
    re.I,
)


def _country_grows(draft: Draft) -> bool:
    """Whether a country itself is what grows ("Russia will grow by 1%"), and not something of its ("Turkey's budget")."""
    verb = draft.first("GROWS", "SHRINKS")
    return verb is not None and any(
        p.kind in ("party", "group")
        and p.end <= verb.start
        and not p.text.endswith(("'s", "'"))
        and _AUXILIARY.fullmatch(draft.text, p.end, verb.start)
        for p in draft.parties
    )


def _bare(draft: Draft) -> bool:
    """An ally put at a bare percentage that fits a share of GDP for defence ("Spain won't be at 3.5 percent in 2035")."""
    percent = _kind(draft, "percent") or _kind(draft, "share") or _spoken(draft)
    if percent is None or not _fits(percent):
        return False
    before = draft.text[: percent.start]
    stands = bool(
        re.search(
            r"\b(?:at|above|below|under|over|to|reach\w*|miss\w*|hit\w*|spend\w*|past|of|clear\w*|keep|on|meet|exceed\w*|top|than|do)\s+(?:the |a |least |most |just |only |about |around |old |two |or |anywhere |the old )*$",
            before,
            re.I,
        )
    )
    if stands and percent.kind == "number":
        percent.kind = "percent"
    return stands


def _spoken(draft: Draft) -> Mention | None:
    """'They'll be at three and a half by 2030': a number alone where only a share of GDP can stand."""
    number = _kind(draft, "number")
    if (
        number is None
        or len(draft.figures) > 1
        or not re.match(r" *(?:$|[,.;]|  |(?:by|in|before|until|next|this|as)\b)", draft.text[number.end :], re.I)
    ):
        return None
    return number


def _large(figure: Mention) -> bool:
    held = value_of(figure)
    return (held[0] if isinstance(held, tuple) else held) >= 1e9


def _spent_on_arms(draft: Draft) -> bool:
    """Spending of which nothing else is said: a country's on defence in this field, unless it is all that a state spends."""
    if re.search(
        r"\b(?:public|government|federal|state|total|social|budget|overall|consumer|household) (?:spending|outlays|expenditures?)\b",
        draft.text,
        re.I,
    ):
        return False
    return any(
        re.match(
            r"spen|outlay|expend|burden|effort|devot|lay|laid|put|pour|set aside|go|share|earmark|bill", m.text, re.I
        )
        for m in draft.all_of("SPEND")
    )


def _many(figure: Mention) -> bool:
    """Whether a plain number can be one of soldiers."""
    held = value_of(figure)
    return 1e3 <= (held[1] if isinstance(held, tuple) else held) <= 5e6


def _fits(figure: Mention | None) -> bool:
    """Whether a percentage is of the size of a share of GDP for defence."""
    held = value_of(figure) if figure else 0.0
    return 0.9 <= (held[1] if isinstance(held, tuple) else held) <= 6.5


# In this field, who outspends whom does so on defence.
_ALLIED = ("NATO", "EUROPE", "EUROPE_CANADA", "NORDICS", "BALTICS", "FLANK")  # what these spend together is on defence
_OUTSPENDS = re.compile(
    r"\b(?:outspen[dt]\w*|(?:defen[cs]e|military|biggest|largest|top) spenders?|spen(?:d|ds|ding|t) (?:more|less|as much|twice as much) (?:than|as)|"
    r"(?:lead|top)s? the (?:ranking|table)|rank(?:s|ed)? (?:first|last)|overt(?:ak|ook)\w*(?=.*\b(?:share of|in absolute terms)\b))",
    re.I,
)
_AS_SHARE = re.compile(
    r"\b(?:(?:more|less) of (?:its|their) (?:own )?(?:gdp|output|income)\b|(?:measured )?(?:as (?:a )?share|by (?:a )?share|a larger (?:slice|share)|share|relative|measured against)(?: of| to)? (?:its |their )?(?:gdp|output|the economy|economy|economies)\b)",
    re.I,
)


def _with_its_tiers(draft: Draft, figure: Mention) -> bool:
    """Whether the pledge is named with its parts, 3.5% core and 1.5% related: they define what is counted."""
    rest = [f for f in draft.figures if f is not figure and not f.part]
    if sorted(value_of(f) for f in rest if isinstance(f.value, float)) != [1.5, 3.5] or len(rest) != 2:  # type: ignore[type-var]
        return False
    first = min(f.start for f in rest)
    if any(m.start > first for m in draft.moments) or any(m.start > first for m in draft.events):
        return False
    for part in rest:
        part.part = "definition"
    draft.use(first, len(draft.text), "definition")
    return True


def _tier(draft: Draft, figure: Mention) -> str:
    """Core, related, or both: as the words say; the pledge's 5% of the allies is both tiers."""
    value = value_of(figure)
    if figure.kind == "points" and (m := re.search(r"\bcosts?\b", draft.text, re.I)):
        raise Unread(f"could not place “{m.group()} … {figure.text}”")
    if value == PLEDGE and _with_its_tiers(draft, figure):
        return "total_share"
    if draft.has("RELATED") and not draft.has("CORE"):
        draft.take_all("RELATED", part="series")
        return "related_share" if not isinstance(value, tuple) and value <= 1.5 else "total_share"
    if draft.has("CORE"):
        draft.take_all("CORE", part="series")
        return "core_share"
    groups = {str(p.value) for p in draft.parties if p.kind == "group"}
    security = re.search(r"defen[cs]e and (?:on )?security", draft.text, re.I)
    if (
        value == 5.0
        and (
            security
            or draft.has("TARGET")
            or "NATO" in groups
            or (draft.counted is not None and not groups - {"NATO", "ALLIES"})
        )
        and not any(p.kind == "party" for p in draft.parties)
    ):
        return "total_share"
    return "total_share" if security and value == 5.0 else "core_share"


def _whose(
    draft: Draft,
    statement: Statement,
    before: str,
    about: catalogue.Series,
    accepted: tuple[str, ...],
    figure: Mention | None,
) -> tuple[str, ...]:
    if accepted == ("world",):
        return ()
    everyone = ("RUS", "UKR", *catalogue.members("ALLIES"))
    if about.name in ("inflation", "policy_rate"):
        return (owner(draft, statement, before, everyone),)  # of others than Russia understood, and not simulated
    if accepted in (("RUS",), ("USA",)):
        own = [
            p
            for p in draft.parties
            if p.value == accepted[0] or (p.kind == "group" and about.name == "us_troops_europe")
        ]
        for p in own:
            draft.take(p, "who")
        if other := next((p for p in draft.parties if p not in own and p.kind in ("foreign", "party")), None):
            raise Unread(f"understood; {about.label} is neither simulated nor held for {other.text}")
        if (
            not own
            and about.name in ("defence_budget", "fund_liquid", "fund_total", "oil_gas_revenue")
            and owner(draft, statement, before, everyone, groups=False) != "RUS"
        ):
            raise Unread(f"understood; {about.label} is simulated for Russia alone")
        return accepted
    if (
        figure is None
        and (m := _VERSUS.search(draft.text))
        and (left := [p for p in named(draft) if p.end <= m.start()])
        and any(p.start >= m.end() for p in named(draft))
    ):
        return (str(draft.take(left[0], "who").value),)
    joint = _together(draft, accepted)
    if joint:
        return joint
    whose = owner(draft, statement, before, accepted, groups=bool(about.group) or about.name == "aid_to_ukraine")
    if about.name == "aid_to_ukraine" and whose == "NATO":
        raise Unread("it does not say whose aid is meant")  # the West's is more than the alliance's
    return (whose,)


def _together(draft: Draft, accepted: tuple[str, ...]) -> tuple[str, ...]:
    """'Germany and France together'."""
    found = [p for p in named(draft) if p.kind == "party" and str(p.value) in accepted]
    if len(found) < 2 or not draft.has("TOTAL"):
        return ()
    gap = draft.text[found[0].end : found[1].start]
    if not re.fullmatch(r"\s*(?:,|and|plus)\s*", gap):
        return ()
    draft.take_all("TOTAL", part="who")
    return tuple(str(draft.take(p, "who").value) for p in found)


def _when(draft: Draft, about: catalogue.Series, fact: bool, horizon: int | None) -> tuple[When, str | None]:
    """The moment of the figure, and the earlier one where a change is measured from it."""
    whens = list(draft.moments)
    since = _since(draft, whens)
    for m in draft.moments:
        draft.use(m.start, m.end, "when")
    whens = _joined(draft, whens)
    if not whens:
        return (When("latest") if fact else _default(about.horizon, draft.said, horizon)), since
    if len({(m.when.first, m.when.last) for m in whens}) > 1:
        raise Unread(
            f"it names several moments ({', '.join(draft.text[m.start : m.end].strip() for m in whens)}), and one figure"
        )
    chosen = next((m for m in whens if m.when.relation != "in"), whens[0])
    when = chosen.when
    if when.relation == "span":
        flow = about.money and (not about.unit.startswith("%") or _kind(draft, "money") is not None)
        if "-" in when.first and not flow:
            raise Unread(f"could not place “{draft.text[chosen.start : chosen.end].strip()}”")
        mean = re.search(r"\baverag", draft.text, re.I)
        when = When(
            "mean"
            if mean
            else "sum"
            if flow and not re.search(r"\b(?:each|every|a year|per year|annually)\b", draft.text, re.I)
            else "each",
            when.first,
            when.last,
        )
    if when.relation == "in" and (
        m2 := re.search(r"\b(?:some ?time|at some point|at one point|at any time|ever|briefly)\b", draft.text, re.I)
    ):
        draft.use(m2.start(), m2.end(), "when")
        when = When("any", when.first, when.first)
    if (
        about.name == "inflation"
        and when.relation == "in"
        and len(when.first) == 4
        and re.search(r"\baverage", draft.text, re.I)
    ):
        when = When("mean", when.first + "-01", when.first + "-12")  # else a year's inflation is December on December
    if about.name in MONTHLY and when.relation == "in" and len(when.first) == 4 and _CROSSES_NOT.search(draft.text):
        when = When("any", max(when.first + "-01", month_after(draft.said, 0)), when.first + "-12")
    if about.name in YEARLY and when.relation == "in" and re.search(r"[QH]", when.first):
        raise Unread(f"understood; {about.label} is known for whole years, not for {when.first}")
    return _by_month(when) if about.name in MONTHLY and when.relation in ("each", "any") else when, since


# Series of months or days, and those of whole years alone.
MONTHLY = (
    "policy_rate",
    "inflation",
    "oil_price",
    "brent_price",
    "exchange_rate",
    "bond_yield",
    "fund_liquid",
    "fund_total",
    "us_troops_europe",
)
STOCKS = ("policy_rate", "exchange_rate", "bond_yield", "fund_liquid", "fund_total", "us_troops_europe")
YEARLY = ("core_share", "related_share", "total_share", "defence_spending", "defence_budget")
_CROSSES_NOT = re.compile(
    r"\b(?:won't|not|never) (?:\w+ )?(?:fall|drop|sink|slip|dip|go|rise|climb|get) (?:back )?(?:below|under|above|over|beyond|past)\b",
    re.I,
)


def _by_month(when: When) -> When:
    """A span of years or quarters from its first to its last month."""
    span = window(when)
    first, last = (f"{at // 12}-{at % 12 + 1:02d}" for at in (span.first, span.last))
    return When(when.relation, first, last)


def _joined(draft: Draft, whens: list[Moment]) -> list[Moment]:
    """'From next year on' with 'until the end of the decade' is one span; alone it has no end."""
    starts = [m for m in whens if m.when.relation == "from"]
    if not starts:
        return whens
    ends = [m for m in whens if m.when.relation == "each"]
    if len(starts) > 1 or len(ends) != 1 or len(whens) != 2:
        raise Unread(f"could not place “{draft.text[starts[0].start : starts[0].end].strip()}”")
    return [replace(ends[0], when=When("each", starts[0].when.first, ends[0].when.last))]


_BASE = re.compile(
    r"(?:\bthan(?: (?:it|they|he|she) (?:did|does|was|were|is))?(?: in)?|\bfrom|\bover|\bcompared (?:with|to)|\bagainst|\bthat of|\bsince|\bas in|\bon)\s+(?:the )?$",
    re.I,
)


def _since(draft: Draft, whens: list[Moment]) -> str | None:
    """The base of a change: 'than in 2024', 'from 2025', 'between 2024 and 2029', 'the year before', 'since 2014'."""
    for m in [m for m in whens if m.when.relation not in ("each", "from")]:
        before = draft.text[max(0, m.start - 22) : m.start]
        words = draft.text[m.start : m.end]
        if m.when.relation not in ("span", "mean") and (
            link := _BASE.search(before + ("from " if re.match(r"\s*(?:from|since)\b", words, re.I) else ""))
        ):
            draft.use(max(0, m.start - 22) + link.start(), m.end, "since")
            whens.remove(m)
            return m.when.first
        if (
            m.when.relation in ("span", "mean")
            and (draft.size is not None or draft.has("UP", "DOWN"))
            and not re.search(r"\baverag|\beach\b", draft.text, re.I)
        ):
            whens[whens.index(m)] = Moment(m.start, m.end, When("in", m.when.last))
            return m.when.first
    if m2 := re.search(
        r"\b(?:than (?:in )?)?the (?:year before|previous year)\b|\bthan (?:it (?:does|is) )?(?:today|now)\b|\bon the year\b|\byear on year\b",
        draft.text,
        re.I,
    ):
        draft.use(m2.start(), m2.end(), "since")
        return (
            "before"
            if "before" in m2.group().lower()
            or "previous" in m2.group().lower()
            or "year on" in m2.group().lower()
            or "on the year" in m2.group().lower()
            else str(draft.said.year)
        )
    return None


def _default(horizon: str, said: date, given: int | None) -> When:
    """The moment put in where the sentence leaves it open."""
    year = given or (said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    return When("by", f"{year}-12", default=True)


def _count(draft: Draft, name: str, figure: Mention | None, when: When, fact: bool, since: str | None) -> Question:
    count = draft.counted
    assert count is not None
    draft.use(count.start, count.end, "count")
    if m := re.search(r"[\w-]+ (?:in|out of) (?:every )?$", draft.text[: count.start], re.I):
        raise Unread(f"could not place “{m.group()}{draft.text[count.start : count.end]}”")
    group = _group_of(draft, count) or count.group
    if figure is None:
        raise Unread("it gives no level that the members are put to")
    if down := next(
        (m for m in draft.all_of("DOWN", "SHRINKS") if re.match(r"drop|cut|scrap|shav|scal", m.text, re.I)), None
    ):
        raise Unread(f"could not place “{down.text}”")
    draft.take(figure, "figure")
    op, value = _limit(draft, figure, fact, name)
    if op == "about":
        if not re.search(
            r"\b(?:spen[dt]|at|devote[ds]?|put|laid out|invest(?:ed)?|reach\w*|met|have|had)\b", draft.text, re.I
        ):
            raise Unread(f"it does not say what the members do about “{figure.text}”")
        op = ">="
    where = Compare(Quantity(name, (), when), op, value)
    size = len(catalogue.members(group))
    n = count.n
    if count.share is not None:
        n = int(count.share * size) if count.share == 0.5 else -int(-count.share * size // 1)
    op_n = "==" if count.bare and fact else count.op
    if (
        count.share is None
        and isinstance(n, int)
        and n == len(catalogue.members("ALLIES")) // 2
        and count.op in (">", "<")
    ):
        n = size // 2
    if _missing(draft) or count.exceptions:
        where = Compare(where.left, {">=": "<", ">": "<=", "<": ">=", "<=": ">"}.get(op, "<"), value)
    if isinstance(n, int) and n > size:
        raise Unread(f"it counts {n} of {catalogue.all_groups()[group].label}, of whom there are {size}")
    if n == 0 and (
        m := re.search(
            r"\b(?:that|which|who) (?:did|does|do|will) not\b|\b(?:did|does|do|will) not\b",
            draft.text[count.end :],
            re.I,
        )
    ):
        draft.use(count.end + m.start(), count.end + m.end(), "count")  # "no ally that did not": all do
        n = "all"
    made = Count(group, where, op_n, n)
    return negated(made) if count.contrary else made


def _missing(draft: Draft) -> bool:
    """'Miss', 'fall short': the level is not reached; the word is part of the comparison, no contrary of the whole."""
    found = [m for m in draft.all_of("NOT") if re.match(r"miss|f[ae]ll|fail|short", m.text, re.I)]
    for m in found:
        draft.take(m, "comparator")
    return bool(found)


def _group_of(draft: Draft, count: Counted) -> str | None:
    """The group that is counted: the one named beside the count."""
    bodies = [p for p in draft.parties if p.kind == "group"]
    for p in bodies:
        draft.take(p, "group")
    words = draft.text[count.start : count.end + 30].lower()
    for word, code in (
        ("baltic", "BALTICS"),
        ("nordic", "NORDICS"),
        ("27", "EU"),
        ("european", "EUROPE"),
        ("continent", "EUROPE"),
        ("eu ", "EU"),
    ):
        if word in words:
            return code
    specific = [str(p.value) for p in bodies if str(p.value) not in ("NATO",) and p.start < count.end + 40]
    return specific[0] if specific else "ALLIES" if bodies else None


def _limit(draft: Draft, figure: Mention, fact: bool, name: str) -> tuple[str, float | tuple[float, float]]:
    """Operator and figure; a deficit is a negative balance."""
    value = value_of(figure)
    if isinstance(value, tuple):
        low, high = value
        return "between", ((-high, -low) if name == "balance" and draft.has("DEFICIT") else (low, high))
    op = operator(draft, figure, fact)
    if op == "about" and fact and name in ("core_share", "related_share", "total_share") and got_to(draft, figure):
        op = ">="
    if name == "balance" and not draft.has("SURPLUS"):
        return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op), -value
    return op, value


_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK"}


def _in_unit_of(figure: Mention, quantity: Quantity) -> Quantity:
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
    return catalogue.with_unit(quantity, code)


def _level(draft: Draft, quantity: Quantity, figure: Mention, fact: bool) -> Question:
    draft.take(figure, "figure")
    op, value = _limit(draft, figure, fact, quantity.series)
    falls = draft.has("SHRINKS") or (draft.has("DOWN") and is_size(draft, figure))
    if quantity.series == "growth" and falls and not isinstance(value, tuple):
        op, value = {">=": "about", "<=": "about"}.get(op, op), -abs(value)
    if (
        op == ">="
        and not draft.comparators
        and (quantity.series == "growth" or (quantity.series == "inflation" and is_size(draft, figure)))
    ):
        op = "about"
    quantity = _in_unit_of(figure, quantity)
    draft.take_all("REACH", "UP", "DOWN", "BRINK", part="comparator")
    if _missing(draft) and not isinstance(value, tuple):
        op = {">=": "<", ">": "<=", "about": "<"}.get(op, op)
    return Compare(quantity, op, value)


def _change(draft: Draft, quantity: Quantity, figure: Mention | None, since: str | None, fact: bool) -> Question:
    """How far something moves: percent, multiple, points or money; or only which way."""
    about = catalogue.series(quantity.series)
    if quantity.when.relation == "any":
        raise Unread("it does not say between which moments the change is measured")
    real = (
        True
        if re.search(r"\b(?:in real terms|real terms|inflation-adjusted|constant prices)\b", draft.text, re.I)
        else None
    )
    real = False if re.search(r"\b(?:in nominal terms|nominal|in roubles)\b", draft.text, re.I) else real
    if m := re.search(
        r"\b(?:in )?(?:real|nominal) terms\b|\binflation-adjusted\b|\b(?:at |in )?constant prices\b|\bin roubles\b",
        draft.text,
        re.I,
    ):
        draft.use(m.start(), m.end(), "prices")
    if about.name == "exchange_rate":
        raise Unread("it does not say by how many roubles a dollar moves")
    way = _way(draft)
    when, base = _change_moments(draft, quantity.when, since, fact, about)
    quantity = replace(quantity, when=when)
    if as_share := re.search(r"\bas a share of (?:gdp|the economy|output)\b", draft.text, re.I):
        draft.use(as_share.start(), as_share.end(), "series")
        if quantity.series == "defence_spending":
            quantity = replace(quantity, series="core_share")
        elif quantity.series == "defence_budget":
            quantity = replace(quantity, unit="% of GDP")
    if draft.size is not None:
        size = draft.size
        size_text = draft.text[size.start : size.end].lower()
        draft.use(size.start, size.end, "size")
        for f in draft.figures:
            if size.start <= f.start < size.end:
                f.part = "size"
        rises = size.value > (0 if size.kind == "percent" else 1)
        for w in draft.all_of("UP", "DOWN"):
            if not w.within(size.start, size.end) and (w.kind == "UP") != rises:
                raise Unread(f"could not place “{w.text}”")
        draft.take_all("UP", "DOWN", part="size")
        op = _size_op(draft, size.op, size.start)
        exact = fact and op == size.op and not re.search(r"\b(?:at least|more than|over)\b", size_text)
        return Compare(replace(quantity, change=Change(base, size.kind, real)), "about" if exact else op, size.value)
    if figure is not None:
        draft.take(figure, "size")
        draft.take_all("UP", "DOWN", part="size")
        value = value_of(figure)
        quantity = _in_unit_of(figure, quantity)
        kind = "percent" if figure.kind in ("percent",) and about.unit not in ("%", "% of GDP") else "absolute"
        if kind == "percent" and quantity.unit:
            quantity = replace(quantity, unit="")
        if isinstance(value, tuple):
            pair = (value[0] * way, value[1] * way)
            return Compare(replace(quantity, change=Change(base, kind, real)), "between", (min(pair), max(pair)))
        op = operator(draft, figure, fact)
        if way < 0:
            op = {">=": "<=", ">": "<", "<": ">", "<=": ">="}.get(op, op)
        return Compare(replace(quantity, change=Change(base, kind, real)), op, way * value)
    if way == 0 or about.name in ("growth",):
        return _which_way_growth(draft, quantity, way)
    if since is None and (m := re.search(r"\bthan\b[\w' ]*", draft.text, re.I)):
        raise Unread(f"could not place “{m.group().strip()}”")
    draft.take_all("UP", "DOWN", part="way")
    kind = "absolute" if about.unit in ("%", "% of GDP", "USD a barrel") else "percent"
    return Compare(replace(quantity, change=Change(base, kind, real)), ">" if way > 0 else "<", 0.0)


def _which_way_growth(draft: Draft, quantity: Quantity, way: float) -> Question:
    """'The economy will shrink': growth below zero; anything else says nothing comparable."""
    if quantity.series == "growth" and draft.has("SHRINKS"):
        return Compare(quantity, "<", 0.0)
    if quantity.series == "growth" and (draft.has("GROWS") or draft.has("UP")):
        return Compare(quantity, ">", 0.0)
    raise Unread(f"it gives no figure for {catalogue.series(quantity.series).label}, and no direction")


def _size_op(draft: Draft, op: str, at: int) -> str:
    """A comparator before the size: 'more than doubled', 'at least double'."""
    for c in draft.comparators:
        if 0 <= at - c.end <= 3:
            draft.use(c.start, c.end, "comparator")
            return c.op if op != "<=" else {">": "<", ">=": "<="}.get(c.op, c.op)
    return op


def _way(draft: Draft) -> float:
    """1 up, -1 down, 0 neither."""
    up, down = draft.all_of("UP", "GROWS"), draft.all_of("DOWN", "SHRINKS")
    if not up and not down and (m := re.search(r"\b(?:lost|los(?:e|es|ing))\b", draft.text, re.I)):
        draft.use(m.start(), m.end(), "way")
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
    """Both moments of a change: the base is the one said, else the year before for 'in Y', else the year said."""
    if since is not None and since != "before":
        return when, since
    if when.relation == "latest":
        return when, str(draft.said.year - 2)
    if when.relation == "in" and len(when.first) == 4:
        year = int(when.first)
        return (When("by", f"{year}-12"), f"{year - 1}-12") if about.name in STOCKS else (when, str(year - 1))
    if when.relation in ("in",) and since == "before":
        return when, f"{int(when.first[:4]) - 1}{when.first[4:]}"
    if about.name in MONTHLY and about.name != "us_troops_europe":
        return when, month_after(draft.said, 0)
    return when, str(draft.said.year)


_WHOLE = re.compile(
    r"\b(?:share|part|portion|slice|proportion) of (?:all |the |total |overall )*(?:alliance's|allied|nato's?|allies')(?: total| defen[cs]e| military| all)* ?(?:spending|bill|burden|outlays)?|"
    r"(?:of|shoulder|foot(?:ed|s)?|pay(?:s|ing)? (?:for )?) ?(?:(?:nearly |about |almost |over |more than )?(?:half|two thirds|a third|three fifths|a quarter|three quarters) of )?(?:all )?(?:of )?(?:the )?(?:alliance's|nato's|allied|all nato) (?:total |defen[cs]e |military |all )*(?:spending|bill|outlays|total|burden)|"
    r"of what (?:the )?(?:alliance's |nato's )?(?:european (?:members|allies)|members|allies|alliance|nato|europe) spends?(?: on (?:defen[cs]e|its militar\w+|their forces))?|"
    r"of every (?:dollar|euro) that the alliance spends(?: on its militaries)?|share of the burden|(?:american|us) share of (?:the )?(?:alliance|nato)",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?P<words>half|two thirds|a third|one third|three fifths|a quarter|three quarters|four fifths|two fifths|a fifth|a tenth)\b",
    re.I,
)
FRACTIONS = {
    "half": 50.0,
    "two thirds": 66.0,
    "a third": 33.0,
    "one third": 33.0,
    "three fifths": 60.0,
    "a quarter": 25.0,
    "three quarters": 75.0,
    "four fifths": 80.0,
    "two fifths": 40.0,
    "a fifth": 20.0,
    "a tenth": 10.0,
}


def _share_or_series(draft: Draft) -> tuple[str, Mention | None, str | None]:
    """A party's share of the alliance's spending, else the series named."""
    m = _WHOLE.search(draft.text)
    figure = _kind(draft, "percent") or _kind(draft, "share")
    if m and figure is None and (part := _FRACTION.search(draft.text)):
        figure = Mention("percent", part.start(), part.end(), part.group(), FRACTIONS[part["words"].lower()])
        draft.figures.append(figure)
        draft.size = None
    if not m or figure is None:
        return (*_series(draft), None)
    draft.use(m.start(), m.end(), "share of")
    draft.take_all("MIL", "SPEND", "TARGET", part="series")
    bodies = [p for p in draft.parties if p.kind == "group" and str(p.value) in ("NATO", "EUROPE")]
    whole = "EUROPE" if "european" in m.group().lower() or "europe " in m.group().lower() else "NATO"
    for p in bodies:
        draft.take(p, "share of")
    return "defence_spending", figure, whole


def _ranked(draft: Draft, name: str, who: tuple[str, ...], when: When) -> Question | None:
    """'The biggest spender in Europe', 'lead the ranking by share of GDP', 'at the bottom of the table'."""
    high = re.search(
        r"(?<![\w-])(?:(?:biggest|largest|highest|top) (?:defen[cs]e |military )?(?:spenders?|budget|share|burden)|number one|spend(?:s|ing)? (?:the )?most|(?:leads?|leading|tops?|top of) the (?:alliance's )?(?:spending )?(?:ranking|table|field)|rank(?:s|ed)? first)\b",
        draft.text,
        re.I,
    )
    low = re.search(
        r"(?<![\w-])(?:(?:bottom of|foot of) the (?:alliance's )?(?:spending )?(?:table|ranking)|(?:lowest|smallest) (?:defen[cs]e |military )?(?:spender|share|budget|burden)|spend(?:s|ing)? (?:the )?least|rank(?:s|ed)? last)\b",
        draft.text,
        re.I,
    )
    found = low or high
    if not found or len(who) != 1 or catalogue.is_group(who[0]):
        return None
    draft.use(found.start(), found.end(), "rank")
    bodies = [p for p in draft.parties if p.kind == "group"]
    group = "ALLIES"
    for p in bodies:
        draft.take(p, "group")
        group = str(p.value) if str(p.value) != "NATO" else group
    name = _by_share(draft, name)
    own = Quantity(name, who, when)
    return Compare(own, "lowest" if low else "highest", replace(own, who=(group,)))


_VERSUS = re.compile(
    r"\b(?P<op>more|less|higher|lower|larger|smaller|bigger)(?: [\w ]{0,45}?)? than\b|\b(?P<verb>overtak\w+|overtook|outspend\w*|outspent|outgrew|outgrow\w*|surpass\w*|exceed(?:s|ed)?|climb past|top) (?:that of |those of )?(?=[A-Z]|the )|\b(?P<times>twice|three times|half) as much as\b|\bas much as\b",
    re.I,
)


def _by_share(draft: Draft, name: str) -> str:
    """Spending put against the economy is its share of GDP."""
    m = _AS_SHARE.search(draft.text)
    if m is None or name != "defence_spending":
        return name
    draft.use(m.start(), m.end(), "series")
    draft.take_all("GDP", "ECONOMY", part="series")
    return "core_share"


def _compared_with(
    draft: Draft, name: str, who: tuple[str, ...], when: When, figure: Mention | None, fact: bool
) -> Question | None:
    """'More than France', 'twice as much as Italy', 'will overtake Poland', 'exceed that of France'."""
    rest = [p for p in named(draft) if p.kind in ("party", "group")]
    m = _VERSUS.search(draft.text)
    if not rest or not m or (figure is not None and figure.start > m.start() and figure.kind != "percent"):
        return None
    after = [p for p in rest if p.start >= m.start()]
    if not after or (figure is not None and m["times"] is None):
        return None
    joint = re.search(r"\b(?:together|combined|put together|taken together)\b", draft.text[after[-1].end :], re.I)
    if len(after) > 1 and joint is None:
        raise Unread(f"could not place “{after[1].text}”")
    others = tuple(str(draft.take(p, "compared with").value) for p in after)
    if joint:
        draft.use(after[-1].end + joint.start(), after[-1].end + joint.end(), "compared with")
    draft.use(m.start(), m.end(), "comparator")
    draft.take_all("UP", "DOWN", part="comparator")
    name = _by_share(draft, name)
    left = Quantity(name, who, when)
    right = replace(
        left, who=others, times={"twice": 2.0, "three times": 3.0, "half": 0.5}.get((m["times"] or "").lower(), 1.0)
    )
    down = (m["op"] or "").lower() in ("less", "lower", "smaller")
    op = "<" if down else ">" if m["op"] or m["verb"] else "about" if m["times"] or fact else ">="
    return Compare(left, op, right)
