"""A claim about a figure: of whom, how many, and the limit it is put to; the rest in the modules it calls."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.asked.compared_read import (
    compared_question,
    ranked_of_all,
    ranked_question,
    topped_by_nobody,
)
from overstretch.claims.reader.draft import NO_DATE, Draft, Unread, unplaced
from overstretch.claims.reader.figures.counts import JOINTLY, Counted
from overstretch.claims.reader.gate import YEARLY, of_whole_years
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import pronoun
from overstretch.claims.reader.series import series_words as sw
from overstretch.claims.reader.series.beside import (
    aside_on_the_year,
    in_other_money,
    of_a_rate,
    of_something_else,
    set_aside,
)
from overstretch.claims.reader.series.change_read import change_question, prices_by
from overstretch.claims.reader.series.figure_moments import moment_of
from overstretch.claims.reader.series.level_read import covered, level, limit, missing
from overstretch.claims.reader.series.limits import REVISED, is_size, side_of_nought, value_of
from overstretch.claims.reader.series.over_years import over_years
from overstretch.claims.reader.series.shares_read import share_or_series
from overstretch.claims.reader.series.tier_names import named_tiers
from overstretch.claims.reader.series.tiers import PLEDGE, pledged
from overstretch.claims.reader.series.versus import VERSUS
from overstretch.claims.reader.stance.tense import is_fact, over
from overstretch.claims.reader.vocabulary import Mention, find, plain
from overstretch.claims.reader.who import carried, in_a_city, named, ours, owner, together
from overstretch.questions import catalogue
from overstretch.questions.data import NEGATED, Compare, Count, Quantity, Question, When, negated
from overstretch.statements.record import Statement


def figure_question(draft: Draft, statement: Statement, before: str, horizon: int | None) -> Question:
    """The question of a claim about a figure, with every figure placed. Raises Unread with the reason why there is
    none."""
    named_tiers(draft)
    set_aside(draft)
    asked = _asked(draft, statement, before, horizon)
    of_whole_years(asked)
    if left := next((f for f in draft.figures if not f.part and not covered(draft, f.start, f.end)), None):
        raise unplaced(left.text)
    return asked


def _asked(draft: Draft, statement: Statement, before: str, horizon: int | None) -> Question:
    ours(draft, statement)
    versus = VERSUS.search(draft.text)
    others = versus is not None and any(p.start >= versus.start() for p in draft.parties)
    if others and versus and versus["times"] and draft.size and versus.start() <= draft.size.start < versus.end():
        draft.size = None  # "double Italy's"
    name, figure, whole = share_or_series(draft)
    of_something_else(draft, whole)
    in_other_money(name, figure)
    if name in ("growth", "inflation"):
        aside_on_the_year(draft)
    if name == "defence_budget" and not draft.has("NATDEF") and not _russian(draft, statement, before):
        name = "defence_spending"  # of an ally the whole is known, not the line of its budget
    name = _by_what_is_counted(draft, statement, name)
    about = catalogue.series(name)
    fact = is_fact(draft, draft.moments)
    past = bool(draft.moments) and all(over(m.when, draft.said) for m in draft.moments)
    if past and (able := draft.says(r"\bcould have\b|\bhad (?:the|enough) (?:means|money|cash|funds|room) to\b")):
        raise unplaced(able)  # and did not
    if name in ("growth", "inflation") and figure is not None:
        of_a_rate(draft, figure)
    if (
        name in ("growth", "inflation")
        and draft.size is not None
        and draft.size.kind == "percent"
        and draft.size.start <= (figure.start if figure else -1) < draft.size.end
    ):
        draft.size = None  # "the economy grew by 4%" is growth of 4%
    if name == "inflation" and figure is None and draft.size is not None and sw.PRICES.search(draft.text):
        figure = prices_by(draft)
    if name == "growth" and draft.size is not None and figure is None:
        raise unplaced(draft.words(draft.size))
    if (m := REVISED.search(draft.text)) is not None:
        draft.size, fact = None, False
        draft.ways = [w for w in draft.ways if not w.within(*m.span())]
    when, since = moment_of(draft, about, fact, horizon)
    accepted = catalogue.actors(about.of)
    if name == "policy_rate" and when.default and (draft.committed or sw.DECIDED.search(draft.text)):
        raise Unread(NO_DATE)  # a rate decided on takes effect at once
    if draft.counted is not None and ranked_of_all(draft):
        draft.counted = None  # of all others at once: a rank
    if draft.counted is not None and about.group:
        return _count(draft, name, figure, when, fact, since)
    who = _whose(draft, statement, before, about, accepted, figure)
    if about.name in ("inflation", "unemployment", "growth", "gdp") and (city := in_a_city(draft)):
        raise Unread(f"it is about a city ('{city}')")
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
        op, value = limit(draft, draft.take(figure, "figure"), fact, name)
        return Count("ALLIES", Compare(Quantity(name, (), when), op, value), "==", "all")
    if figure is not None and name in ("balance", "debt_ratio") and sw.FOR_DEFENCE.match(draft.text, figure.end):
        raise unplaced(figure.text)  # of defence, not of what pays for it
    if figure is None and (pledge := pledged(draft, who, before)) is not None:
        return pledge
    if (ranked := ranked_question(draft, name, who, when)) is not None:
        return ranked
    compared = compared_question(draft, name, who, when, figure, fact)
    if compared is not None:
        change = compared.left.change if isinstance(compared, Compare) else None
        if change is not None and since not in (None, "before", change.since):
            raise Unread(f"could not place the comparison with {since} beside that of two")
        return compared
    quantity = Quantity(name, who, when, share_of=whole)
    sized = figure is None or is_size(draft, figure)
    over_years(draft, about, figure, sized, when, since)
    if since is not None and not sized and when.default and since > str(draft.said.year):
        when = When("in", since[:4] if name in YEARLY else since)  # "to 2.6% from April 2027": of that (fiscal) year
        quantity, since = replace(quantity, when=when), None
    if (
        figure is not None
        and since is not None
        and not sized
        and draft.size is None
        and not re.search(r"\b(?:to|at)\b[^\d]{0,20}$", draft.text[: figure.start], re.I)
    ):
        raise Unread(f"could not place the comparison with {since} beside “{figure.text}”")
    if figure is None and name == "balance" and (side := side_of_nought(draft)) is not None:
        return Compare(quantity, side, 0.0)
    if draft.size is not None or (
        sized and not (figure is not None and figure.kind == "percent" and name in ("growth", "inflation"))
    ):
        return change_question(draft, quantity, figure, since, fact)
    if figure is None:
        raise Unread(f"it gives no figure for {about.label}")
    if figure.kind == "points" and about.unit == "%":
        raise unplaced(figure.text)  # by which a rate moves, not at which it stands
    asked = level(draft, quantity, figure, fact)
    _all_compared(draft)
    return asked


def _russian(draft: Draft, statement: Statement, before: str) -> bool:
    """Whether Russia's figure is meant: named, or carried over where no party is named."""
    named_ = {p.code for p in draft.parties_of("party")}
    return "RUS" in named_ if named_ else carried(draft, statement, before) == "RUS"


def _each_member(draft: Draft, statement: Statement) -> bool:
    """Whether the pledge is one of every member ("member states to allocate", promised by leaders), not of the alliance
    as a whole."""
    speaker = statement.speaker.mention if statement.speaker else ""
    return bool(
        draft.says(r"\b(?:member states|members|allies|their)\b")
        or re.search(r"\b(?:leaders|allies|members)\b", speaker, re.I)
    )


def _by_what_is_counted(draft: Draft, statement: Statement, name: str) -> str:
    """What the rest of the sentence says is counted in: shares bought by the fund, roads and bridges."""
    text = plain(statement.content)
    if name == "fund_liquid" and re.search(
        r"\b(?:counting|including|with)\b[^,;]*\b(?:sunk|invested|shares|illiquid)\b", text, re.I
    ):
        return "fund_total"
    if name in ("defence_budget", "defence_spending") and (m := sw.ANOTHER_CHAPTER.search(text)):
        raise unplaced(m)
    if name == "core_share" and not draft.has("CORE") and (other := find(text, "concept", ("RELATED",))):
        raise unplaced(other[0].text)
    return name


def _all_compared(draft: Draft) -> None:
    """A comparator that stands beside no figure read is left over."""
    for c in draft.comparators:
        places = re.fullmatch(r"under|over|above|below|beyond|past|through", draft.words(c), re.I)
        if places and not any(0 <= f.start - c.end <= 34 for f in draft.figures):
            continue  # "under the new plans"
        if c.op != "about" and not covered(draft, c.start, c.end):
            raise unplaced(draft.words(c))


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
        if about.name == "exchange_rate":
            draft.mark(r"\b(?:us|u\.s\.|american) (?:dollar|currency|buck)s?\b", "series")
        held = [p for p in draft.parties if about.name == "exchange_rate" and draft.touched(p.start, p.end)]
        others = [p for p in draft.parties if p not in own and p not in held and p.kind in ("foreign", "party")]
        if other := next(iter(others), None):
            raise Unread(f"understood; {about.label} is neither simulated nor held for {other.text}")
        if (
            not own
            and about.name in ("defence_budget", "fund_liquid", "fund_total", "oil_gas_revenue")
            and owner(draft, statement, before, everyone, groups=False) != "RUS"
        ):
            raise Unread(f"understood; {about.label} is simulated for Russia alone")
        return accepted
    joint = together(draft, accepted)
    if joint:
        return joint
    if figure is None and (m := VERSUS.search(draft.text)) and any(p.start >= m.end() for p in named(draft)):
        if left := [p for p in named(draft) if p.end <= m.start()]:
            return (draft.take(left[0], "who").code,)
        if pronoun(draft.text[: m.start()]) == "we" and (whose := carried(draft, statement, before)) in accepted:
            return (whose,)  # "we will spend more than the Germans"
    whose = owner(
        draft, statement, before, accepted, groups=bool(about.group) or about.name in ("aid_to_ukraine", "arms_output")
    )
    if about.name == "aid_to_ukraine" and whose == "NATO":  # the West's is more than the alliance's
        if not draft.says(r"\bwest(?:ern|'s)?\b"):
            raise Unread("it does not say whose aid is meant")
        whose = "WEST"
    return (whose,)


def _count(draft: Draft, name: str, figure: Mention | None, when: When, fact: bool, since: str | None) -> Question:
    count = draft.counted
    assert count is not None
    draft.use(count.start, count.end, "count")
    if count.behind is not None:
        draft.use(*count.behind, "count")
    if m := JOINTLY.match(draft.text, count.end):
        raise unplaced(m)
    if m := re.search(r"[\w-]+ (?:in|out of) (?:every )?$", draft.text[: count.start], re.I):
        raise Unread(f"could not place “{m.group()}{draft.words(count)}”")
    if count.bare and re.search(r"\bof (?:the |its |all )?$", draft.text[: count.start], re.I):
        raise Unread(f"could not place “of the {draft.words(count)}”")
    group, behind = _group_of(draft, count) or count.group, _behind(draft)
    if figure is None and (top := topped_by_nobody(draft, name, when, group)) is not None:
        return top
    size = len(catalogue.members(group))
    if group == "EU" and count.share is not None and not _MOST.match(draft.text, count.start):
        raise Unread("it counts a part of the EU's members, of whom four are no allies")
    n, op_n = count.of(size), behind or ("==" if count.bare and fact else count.op)
    if (max(n) if isinstance(n, tuple) else size if isinstance(n, str) else n) > size:
        raise Unread(f"it counts {n} of {catalogue.all_groups()[group].label}, of whom there are {size}")
    if figure is None:
        if name == "growth" and draft.has("SHRINKS") and not draft.has("GROWS"):
            draft.take_all("SHRINKS", "ECONOMY", "GROWTH", "DOWN", part="series")
            side: str | None = "<"
        else:
            side = side_of_nought(draft) if name == "balance" else None
        if side is None:
            raise Unread("it gives no level that the members are put to")
        made = Count(
            group, Compare(Quantity(name, (), when), NEGATED[side] if count.exceptions else side, 0.0), op_n, n
        )
        return negated(made) if count.contrary else made
    if down := next(
        (m for m in draft.all_of("DOWN", "SHRINKS") if re.match(r"drop|cut|scrap|shav|scal", m.text, re.I)), None
    ):
        raise unplaced(down.text)
    draft.take(figure, "figure")
    op, value = limit(draft, figure, fact, name)
    short = missing(draft)
    if op == "about":
        if not short and not draft.says(
            r"\b(?:spen[dt]|at|devote[ds]?|put|laid out|invest(?:ed)?|reach\w*|met|have|had)\b"
        ):
            raise Unread(f"it does not say what the members do about “{figure.text}”")
        op = ">="
    where = Compare(Quantity(name, (), when), op, value)
    if short != count.exceptions:  # all but two miss it: two reach it
        where = Compare(where.left, {">=": "<", ">": "<=", "<": ">=", "<=": ">"}.get(op, "<"), value)
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


_MOST = re.compile(r"(?:most|(?:a|the) majority|(?:only |so )?(?:a )?few)\b", re.I)


def _behind(draft: Draft) -> str | None:
    """The bound of a number of members that stands at the end: "..., tops"."""
    bound = draft.says(
        r"(?:,|\s)\s+(?:(?P<least>at (?:the )?(?:very )?least|minimum)|tops|at (?:the )?(?:very )?(?:most|best)|"
        r"max(?:imum)?)\W*$"
    )
    if bound is None:
        return None
    draft.use(*bound.span(), "count")
    draft.text = blanked(draft.text, bound.span())  # it bounds the number, not the figure beside it
    return ">=" if bound["least"] else "<="


def _group_of(draft: Draft, count: Counted) -> str | None:
    """The group that is counted: the one named beside the count."""
    bodies = draft.parties_of("group")
    for p in bodies:
        if count.n == 0 and (but := re.search(r"\b(?:other than|apart from|without|outside)\b.*", p.text, re.I)):
            raise unplaced(but)  # of them it does hold
        draft.take(p, "group")
    words = draft.text[count.start : count.end + 30].lower()
    if re.search(r"(?<!\d)27\b|\beuropean union\b", words):
        return "EU"
    for word, code in (
        ("baltic", "BALTICS"),
        ("nordic", "NORDICS"),
        ("european", "EUROPE"),
        ("continent", "EUROPE"),
        ("eu ", "EU"),
    ):
        if word in words:
            return code
    specific = [p.code for p in bodies if p.code not in ("NATO",) and p.start < count.end + 40]
    return specific[0] if specific else "ALLIES" if bodies else None
