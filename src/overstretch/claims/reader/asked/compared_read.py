"""A figure against another: ranks, "more than", shares of GDP compared."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.series.limits import ADVERBS
from overstretch.claims.reader.series.rank_words import (
    BUT_ONE,
    EVERY_OTHER,
    HIGHEST,
    LOW,
    LOWEST,
    NEARLY,
    OF_ANY,
    PLACE,
    RATE_RANK,
    TOGETHER,
    ordinal,
)
from overstretch.claims.reader.series.versus import AS_MUCH, GROWS_ONLY, LEAST, LOWER, ONE, VERSUS, times_of
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import named
from overstretch.questions import catalogue
from overstretch.questions.data import MIRRORED, NEGATED, Change, Compare, Count, Quantity, Question, When

AS_SHARE = re.compile(
    r"\b(?:(?:more|less) of (?:its|their) (?:own )?(?:gdp|output|income)\b|(?:measured )?(?:as (?:a )?share|by (?:a "
    r")?share|(?:a )?(?:larger|bigger|greater|higher|smaller|lower) (?:slice|share|part|portion|proportion)|share|"
    r"relative|measured against|set against|in relation|in proportion|percentage)(?: of| to)? (?:its |their |the |each "
    r")?(?:size of (?:its|their|the) )?(?:gdp|output|economy|economies|national income)\b)",
    re.I,
)


def ranked_of_all(draft: Draft) -> bool:
    """Whether the members that are counted are those above or below whom one stands: "than all others", "of
    all countries
    the lowest growth"."""
    count, than = draft.counted, EVERY_OTHER.search(draft.text)
    kind, found = _rank(draft)
    among = count is not None and found is not None and count.n == "all" and count.start >= found.end()
    among = among and count is not None and _OF.search(draft.text, 0, count.start) is not None
    return kind == "rate" or among or (than is not None and count is not None and than.end() > count.start)


_OF = re.compile(r"\b(?:of|among|amongst)(?: the| its)? $", re.I)


def ranked_question(draft: Draft, name: str, who: tuple[str, ...], when: When) -> Question | None:
    """'The biggest spender in Europe', 'lead the ranking by share of GDP', 'the third lowest growth in the
    alliance'."""
    kind, found = _rank(draft)
    if not found or len(who) != 1 or catalogue.is_group(who[0]):
        return None
    if name != "growth" and (grows := re.search(r"\bgr[eo]w\w*|\bexpand\w*", found.group(), re.I)):
        raise unplaced(grows)
    if short := BUT_ONE.match(draft.text, found.end()):
        raise Unread(f"could not place “{found.group().strip()} … {short['but']}”")
    if near := NEARLY.search(draft.text[: found.start()]):
        raise Unread(f"could not place “{near.group().strip()} {found.group().strip()}”")
    if (
        name == "defence_spending"
        and not draft.has("SPEND")
        and not draft.says(r"spend|burden|budget|share|table|ranking")
    ):
        raise unplaced(found)  # the largest army, not the largest budget
    if kind == "than" and name != "growth":
        _no_change_compared(draft, found)
    draft.use(*found.span(), "rank")
    any_ = draft.mark(OF_ANY, "group")
    bodies = draft.parties_of("group")
    group = "ALLIES"
    for p in bodies:
        draft.take(p, "group")
        group = p.code if p.code != "NATO" else group
    if any_ and group == "ALLIES" and (kin := re.search(r"\b(?:european|eu|baltic|nordic)\b", any_.group(), re.I)):
        group = {"european": "EUROPE", "eu": "EU", "baltic": "BALTICS", "nordic": "NORDICS"}[kin.group().lower()]
    if who[0] not in catalogue.members(group):
        raise Unread(f"{catalogue.person(who[0])} is none of {catalogue.all_groups()[group].label}")
    name = _by_share(draft, name)
    own = Quantity(name, who, when)
    if kind == "than":
        draft.take_all("UP", "DOWN", part="rank")
    if any(found.groupdict().get(key) for key in ("rate", "rate2", "rate3")):
        draft.take_all("UP", "DOWN", "GROWS", "GROWTH", "INFLATION", "DEBT", "UNEMPLOYMENT", "YIELD", part="series")
    least = kind == "low" or (
        kind != "high" and len(LOW.findall(found.group())) % 2 == 1
    )  # "more slowly", "less slowly"
    least ^= name == "balance" and draft.has("DEFICIT")  # the larger deficit is the lower balance
    if kind == "place":
        above = Compare(replace(own, who=()), "<" if least else ">", own)
        return Count(group, above, "==", ordinal(found["n"] or found["n2"]) - 1)
    return Compare(own, "lowest" if least else "highest", replace(own, who=(group,)))


def _rank(draft: Draft) -> tuple[str, re.Match[str] | None]:
    """The words of a rank and their kind: a place, lowest, highest, above all others, the rate of one in a group."""
    grouped = any(p.kind == "group" for p in draft.parties)
    place, than, rate = (words.search(draft.text) for words in (PLACE, EVERY_OTHER, RATE_RANK))
    found = {
        "place": place if place and (grouped or not place["rate"]) else None,
        "low": LOWEST.search(draft.text),
        "high": HIGHEST.search(draft.text),
        "than": than if than and not TOGETHER.match(draft.text, than.end()) else None,
        "rate": rate if grouped else None,
    }
    return next(((kind, m) for kind, m in found.items() if m), ("", None))


def _no_change_compared(draft: Draft, than: re.Match[str]) -> None:
    """ "Will rise more than any other's", "grows faster": of how it moves, not of its level. Raises Unread."""
    moves = [m for m in draft.all_of("UP", "DOWN", "GROWS", "SHRINKS") if m.text.lower() not in ADVERBS]
    if moves or re.search(r"\b(?:fast|slow|quick)(?:er|ly)\b", than.group(), re.I):
        raise unplaced(than)


_PRICES = re.compile(r"\bprices\b|\bcost of living\b", re.I)


def _no_move_compared(draft: Draft, name: str, than: re.Match[str]) -> None:
    """ "Will cut its deficit more than Romania", "will shrink less than Germany's": of how far it moves; "more than the
    average of the allies": of none of them. Raises Unread."""
    op, before = (than["op"] or "").lower(), draft.text[: than.start()]
    mean = _AVERAGE.match(draft.text, than.end())
    by_share = draft.has("GDP") or AS_SHARE.search(draft.text)
    if mean := mean or (None if by_share or name != "defence_spending" else _AN_AVERAGE.match(draft.text, than.end())):
        raise unplaced(mean)
    if name == "growth" and op and (falls := draft.says(_OUTPUT_FALLS)):
        raise unplaced(falls)
    if op in ("lower", "narrower", "deeper") and re.search(r"[a-z] (?:more|less) than$", than.group(), re.I):
        raise unplaced(than)  # "lower its debt by more than"
    if (
        (op and op not in ("more", "less", "fewer", "deeper"))
        or than["verb"]
        or than["place"]
        or than["lag"]
        or than["by"]
        or name == "growth"
    ):
        return
    if re.search(r"\bto (?:\w+ )*$", before, re.I) or re.search(r"\bfast\b", than.group(), re.I):
        return
    if re.search(r"\bby $", before, re.I):
        raise Unread(f"could not place “by {than.group().strip()}”")
    moves = [w for w in draft.all_of("UP", "DOWN", "GROWS", "SHRINKS") if w.text.lower() not in ADVERBS]
    if moves and moves[0].start < than.start():
        raise Unread(f"could not place “{moves[0].text} … {than.group().strip()}”")


def _moves_compared(
    draft: Draft, left: Quantity, others: tuple[str, ...], than: re.Match[str], joint: bool
) -> Question | None:
    """'Spending will grow faster than Italy's': how far each rises on the year before, in percent. None for what falls,
    and for rates."""
    moves = [m for m in draft.all_of("UP", "DOWN", "GROWS", "SHRINKS") if m.text.lower() not in ADVERBS]
    year = left.when.relation == "in" and len(left.when.first) == len("2027")
    if left.series != "defence_spending" or joint or than["times"] or not year or not moves:
        return None
    if any(m.kind in ("DOWN", "SHRINKS") for m in moves) or draft.has("GDP", "ECONOMY") or AS_SHARE.search(draft.text):
        return None
    draft.use(*than.span(), "comparator")
    draft.take_all("UP", "DOWN", "GROWS", part="comparator")
    own = replace(left, change=Change(str(int(left.when.first) - 1), "percent", None))
    slower = re.search(r"\bslow", than.group(), re.I) is not None
    return Compare(own, "<" if slower else ">", replace(own, who=others))


_OUTPUT_FALLS = re.compile(
    r"\b(?:shr[iau]nk\w*|contract\w*|los[et]\w*|declin\w*|f[ae]ll\w*|drop\w*|slump\w*|recession)\b", re.I
)
_AVERAGE = re.compile(r"\s*(?:the |an |its |their )?(?:average|mean|median|typical)(?: of\b| ally| member)", re.I)

_AN_AVERAGE = re.compile(r"\s*(?:the )?(?:[\w'-]+ ){1,3}?(?:average|mean|median)\b", re.I)


def topped_by_nobody(draft: Draft, name: str, when: When, group: str) -> Question | None:
    """'No ally will spend more than Poland', "nobody in the EU ran a larger deficit than Romania": the rank of the one
    that is named. None where that is not what is said."""
    m = AS_MUCH.search(draft.text) or VERSUS.search(draft.text)
    named_ = draft.parties_of("party")
    if draft.counted is None or draft.counted.n != 0 or m is None or not m["op"] or m.start() < draft.counted.end:
        return None
    if len(named_) != 1 or named_[0].start < m.end() or named_[0].code not in catalogue.members(group):
        return None
    if m.groupdict().get("much"):
        raise unplaced(m["much"])
    if then := re.compile(r" (?:did|had|was|were|used to)\b").match(draft.text, named_[0].end):
        raise Unread(f"could not place “{named_[0].text}{then.group()}”")
    if name != "growth" and not (name == "inflation" and _PRICES.search(draft.text)):
        _no_change_compared(draft, m)
    draft.use(*m.span(), "rank")
    draft.take_all("UP", "DOWN", "NOT", part="rank")
    if ones := re.compile(r" ones?\b").match(draft.text, named_[0].end):
        draft.use(*ones.span(), "rank")
    least = LEAST.match(m["op"]) is not None
    least ^= re.search(r"\bslow(?:er|ly)\b", m.group(), re.I) is not None and m["op"].lower() != "slower"
    name = _by_share(draft, name)
    least ^= name == "balance" and draft.has("DEFICIT")
    own = Quantity(name, (draft.take(named_[0], "who").code,), when)
    return Compare(own, "lowest" if least else "highest", replace(own, who=(group,)))


def _by_share(draft: Draft, name: str) -> str:
    """Spending put against the economy is its share of GDP."""
    m = AS_SHARE.search(draft.text) or draft.says(
        r"\b(?:burden|(?:highest|lowest|biggest|smallest|largest) (?:defen[cs]e |military )?share|(?:defen[cs]e|"
        r"military)(?: spending)? share)\b"
    )
    if m is not None and name in ("debt_ratio", "balance"):
        draft.use(*m.span(), "series")  # which are measured so
        draft.take_all("GDP", part="series")
    if name == "defence_spending":
        draft.mark(r"\bin (?:absolute|cash|money|dollar|euro) terms\b", "series")
    if name != "defence_spending" or (m is None and not draft.has("GDP")):
        return name
    if m is not None:
        draft.use(*m.span(), "series")
    draft.take_all("GDP", "ECONOMY", "CORE", part="series")
    return "core_share"


def compared_question(
    draft: Draft, name: str, who: tuple[str, ...], when: When, figure: Mention | None, fact: bool
) -> Question | None:
    """'More than France', 'twice as much as Italy', 'will overtake Poland', 'exceed that of France'."""
    rest = [*named(draft), *draft.parties_of("own")]
    m = VERSUS.search(draft.text)
    if not rest or not m or (figure is not None and figure.start > m.start() and figure.kind != "percent"):
        return None
    after = sorted((p for p in rest if p.start >= m.start()), key=lambda p: p.start)
    if not after or (figure is not None and m["times"] is None):
        return None
    joint = TOGETHER.search(draft.text, after[-1].end)
    if len(after) > 1 and joint is None:
        raise unplaced(after[1].text)
    if every := re.search(
        r"\b(?:every|any|each|all|most|no)(?: of)?(?: the)? other\b|\b(?:in )?any(?:where\b|\b(?! (?:\w+ )?(?:years?|"
        r"time|point|stage|moment|month|quarter|more|longer|event|case|rate)\b))",
        draft.text[m.start() :],
        re.I,
    ):
        raise unplaced(every)
    if aim := _THEIR_AIM.match(draft.text, after[0].end):
        raise unplaced(aim)
    if name in ("debt_ratio", "balance") and (other := _whole_economy(draft, m)) is not None:
        raise unplaced(other.text)
    if {p.code for p in after} & set(who):
        raise Unread(f"it does not say who is compared with “{after[0].text}”")
    others = tuple(draft.take(p, "compared with").code for p in after)
    if (
        who == ("USA",)
        and set(others) & {"NATO", "ALLIES"}
        and re.search(
            r"\b(?:its|other|the rest|rest of|everyone else|everybody else|all the)\b", draft.text[m.start() :], re.I
        )
    ):
        others = ("EUROPE_CANADA",)
    speed = re.search(r"\b(?:fast|faster|slower|more quickly|more rapidly|more slowly)\b", m.group(), re.I)
    if speed and (moved := _moves_compared(draft, Quantity(name, who, when), others, m, joint is not None)) is not None:
        return moved
    if name != "growth" and GROWS_ONLY.search(m.group()):
        raise unplaced(m)
    if m["much"] and (no := NOT.search(draft.text, 0, m.start())):
        raise unplaced(no)  # "not much more"
    if speed and name != "growth" and not (name == "inflation" and _PRICES.search(draft.text)):
        raise unplaced(m)  # of how it moves, not of its level
    _no_move_compared(draft, name, m)
    for p in after:
        if ones := re.compile(
            rf" (?:{ONE}|(?:does|do|did|will|is|spends?)(?: (?:on|for) its own)?|for its own)\b"
        ).match(draft.text, p.end):
            draft.use(*ones.span(), "compared with")
    if those := re.search(r"\b(?:that|those) (?:of|in) (?:the )?$", draft.text[: after[0].start], re.I):
        draft.use(those.start(), after[0].start, "compared with")
    if joint:
        draft.use(*joint.span(), "compared with")
    draft.use(*m.span(), "comparator")
    draft.take_all("UP", "DOWN", part="comparator")
    name = _by_share(draft, name)
    left = Quantity(name, who, when)
    right = replace(left, who=others, times=times_of(m["times"]))
    turned = name == "balance" and draft.has("DEFICIT")  # the larger deficit is the lower balance
    if m["op"] or m["verb"] or m["place"] or m["lag"] or m["by"]:
        down = (m["op"] or m["place"] or "").lower() in LOWER or bool(m["lag"] or m["by"])
        down ^= re.search(r"\bslow(?:er|ly)\b", m.group(), re.I) is not None
        op = "<" if down ^ turned else ">"
    else:
        op = _bound(draft, m, fact)
        op = MIRRORED.get(op, op) if turned else op
    if (no := re.search(r"\b(?:no|not any) $", draft.text[: m.start()], re.I)) and m["op"]:
        draft.use(no.start(), m.start(), "comparator")
        op = NEGATED[op]  # "no higher than"
    return Compare(left, op, right)


def _whole_economy(draft: Draft, versus: re.Match[str]) -> Mention | None:
    """An economy on one side of a comparison and a debt on the other: "Germany's GDP will be higher than France's
    debt"."""
    debts = draft.all_of("DEBT", "DEFICIT", "SURPLUS")
    return next(
        (
            m
            for m in draft.all_of("GDP", "ECONOMY")
            if re.search(r"(?:'s|s') (?:\w+ )?$", draft.text[: m.start])
            and all((m.start < versus.start()) != (d.start < versus.start()) for d in debts)
        ),
        None,
    )


_THEIR_AIM = re.compile(  # not what they do, but what they are to do
    r" (?:[\w.%-]+ ){0,2}(?:targets?|goals?|pledges?|guidelines?|benchmarks?|promises?|commitments?|plans?|norms?|"
    r"thresholds?|forecasts?|limits?|floor|aims?|ambitions?)\b",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:(?P<ge>(?:at|not|no|nor) (?:the very )?le(?:ast|ss than)|fully|easily|a good)|(?P<le>at (?:the very )?most|"
    r"(?:no|not) more than|up to)|(?P<gt>more than|over|above|upwards of|in excess of)|(?P<lt>less than|under|below)|"
    r"(?P<near>about|around|roughly|nearly|almost|close to|approximately))\s+$",
    re.I,
)


def _bound(draft: Draft, versus: re.Match[str], fact: bool) -> str:
    """How a multiple bounds: "at least twice as much"; alone it is about so many times, denied not so many; "as
    much" is at least as much but of the past."""
    m = _BOUND.search(draft.text[: versus.start()])
    if m is not None and m.lastgroup != "near":
        draft.use(*m.span(), "comparator")
        return {"ge": ">=", "le": "<=", "gt": ">", "lt": "<"}[str(m.lastgroup)]
    denied = NOT.search(draft.text[: versus.start()])
    aimed = draft.committed or draft.has("POSSIBLE")
    return "about" if (versus["times"] or fact or m) and not denied and (m or not aimed) else ">="
