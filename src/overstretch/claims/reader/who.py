"""Whose figure or event it is: named, by pronoun, by the speaker, or carried over from the text before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from overstretch.claims.reader.discourse import of_role, only_party, quantity_in
from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import capitals, last_before, name_of, of_speaker, parties, pronoun, spoken_of
from overstretch.claims.reader.series.versus import VERSUS
from overstretch.claims.reader.series.which_series import SERIES
from overstretch.claims.reader.vocabulary import Mention, find
from overstretch.questions import catalogue
from overstretch.statements.record import Statement


def named(draft: Draft, before: int | None = None) -> list[Mention]:
    """Actors and groups named in the claim; those before a place first."""
    found = [p for p in draft.parties_of("party", "group") if not p.part]
    if draft.has("AID") and len(found) > 1:
        for p in [p for p in found if p.value == "UKR"]:
            found.remove(draft.take(p, "what"))
    if before is not None:
        found = sorted(found, key=lambda p: (p.start > before, p.start))
    return found


def owner(
    draft: Draft,
    statement: Statement,
    before: str,
    accepted: tuple[str, ...],
    at: int | None = None,
    groups: bool = True,
) -> str:
    """The party asked about. Raises Unread where none is known or one outside the system is named."""
    found = named(draft, at)
    actors = [p for p in found if p.kind == "party"]
    bodies = [p for p in found if p.kind == "group"]
    able = [p for p in actors if p.code in accepted]
    foreign = draft.parties_of("foreign")
    if foreign and not able:
        raise Unread(f"it is about a party that the model does not simulate ('{foreign[0].text}')")
    if able:
        return draft.take(able[0], "who").code
    if groups and bodies:
        return draft.take(bodies[0], "who").code
    if actors:
        raise Unread(f"understood; {catalogue.person(actors[0].code)} is not among those of whom it can be asked")
    passed_on = carried(draft, statement, before)
    if passed_on in accepted or (passed_on and groups and catalogue.is_group(passed_on)):
        return passed_on
    if len(accepted) == 1:
        return accepted[0]
    if "RUS" in accepted and _RUSSIAS.search(draft.text):
        return "RUS"
    raise Unread("it does not say whose figure or event is meant")


_RUSSIAS = re.compile(r"\bnational wealth fund\b", re.I)  # a name that no other state's fund bears
_COMPARES = re.compile(
    r"\b(?:(?:than|as)(?: (?:for|in|that of))?|outspen\w+|outgr[eo]w\w*|overt[ao]\w+k\w*|ahead of|behind|past|below|"
    r"above)\b",
    re.I,
)
US = re.compile(
    rf"(?:{_COMPARES.pattern}|\b(?P<and>and)) (?P<us>us|ours|we(?= (?:do|are|will|have|did)\b(?! (?:now|today|"
    r"currently|said|told|written|warned))))\b",
    re.I,
)


def ours(draft: Draft, statement: Statement) -> None:
    """'More than we do', 'outspend us and the French': the speaker's own is a party of the comparison. Raises Unread
    where nobody knows whose that is."""
    for m in US.finditer(draft.text):
        own = of_speaker(name_of(statement.speaker)) or statement.context
        if own is None or (m["and"] and not _COMPARES.search(draft.text, 0, m.start())):
            raise unplaced(m)
        draft.parties.append(Mention("own", *m.span("us"), m["us"], own))
    draft.parties.sort(key=lambda p: p.start)


OWN = (*dict(SERIES), "MIL", "NATDEF", "BUDGETLINE", "CORE", "RELATED", "GROWTH", "GROWS", "SHRINKS", "ECONOMY", "GDP")
RULES = ("RULER", "LEADER", "REGIME", "RUS_STATE")


def carry(draft: Draft, topic: str) -> None:
    """Take the series, or who rules, from what the speaker is said to speak of, or the quantity that "it" stands for,
    where the claim names none: mentions without a place, so that no word of the claim is read by them."""
    quantity = quantity_in(draft.antecedent) if draft.figures and not draft.has(*OWN[:-2]) else ""
    if quantity or (topic and not draft.events and not draft.has(*OWN)):
        carried_over = find(quantity or topic, "concept")
        draft.concepts = [*(replace(m, start=0, end=0) for m in carried_over), *draft.concepts]
        draft.mark(r"\bthe ratio\b", "series")
    if topic and draft.events and not draft.has(*RULES):
        draft.events = [*(replace(m, start=0, end=0) for m in find(topic, "event", RULES)), *draft.events]


_HEAD = re.compile(
    r"^(?P<name>[^,]+), (?:the )?(?P<office>president|prime minister|premier|chancellor) of (?:the )?[A-Z][\w' ]+$"
)


_OF_ME = re.compile(r"\W*(?:(?:and|but|so|yes|no),? )?I(?:'ll| will| shall| won't|'m| am| do| intend| plan) ")


def of_himself(text: str, statement: Statement) -> str:
    """The office of a state's head who says "I" of leaving it or staying; empty for anybody else."""
    head = _HEAD.match(statement.speaker.mention) if statement.speaker else None
    own = head is not None and _OF_ME.match(text) and of_speaker(name_of(statement.speaker))
    return head["office"] if head and own in (*catalogue.members("ALLIES"), "UKR", "RUS") else ""


_ASKED_OF = re.compile(
    r"\b(?:spared|immune|exempt|different|an exception|escape|avoid)\b[^.!?]*\?\s*$", re.I
)  # is it of it?


def carried(draft: Draft, statement: Statement, before: str) -> str | None:
    """By pronoun, then the country that the passage is said to be about, that of which the speaker speaks, the
    speaker's own, the last actor named before."""
    word = pronoun(US.sub("", draft.text))
    meant = {p.code for p in parties(draft.antecedent) if p.kind == "party"}
    if len(meant) == 1:
        return meant.pop()
    own = of_speaker(name_of(statement.speaker)) or of_role(statement.speaker, before) or _of_report(draft.report)
    last = None if _ASKED_OF.search(before) else _spoken_of_before(draft, statement, before)
    context = statement.context or last_before(spoken_of(statement.speaker))
    if word == "we" and _OF_A_REGION.search(name_of(statement.speaker)):
        raise Unread("it is said of a region or a town, not of its state")
    if word == "we":
        return own or context or last
    if word == "it":
        unit = draft.has("PERSONNEL") and _UNIT.search(before[-400:])  # a brigade that "will count 4,800 soldiers"
        return None if unit else last or context or own
    return context or own or last


def _of_report(report: str) -> str | None:
    """Whom the words of a report stand for: not where they were said, if they name another ("asked in Rome about
    Poland")."""
    named = [p for p in parties(report) if p.kind == "party"]
    said_in = [p for p in named if p.text in capitals() and report[: p.start].endswith("in ")]
    return of_speaker(blanked(report, *((p.start, p.end) for p in said_in)) if len(said_in) < len(named) else report)


_OF_A_REGION = re.compile(
    r"\b(?:regions?|oblast|krai|county|municipality|district|prefecture|voivodeship|canton|regional|"
    r"provincial|municipal|"
    r"city|mayor|lord mayor|alderman|councillor|akim|voivode|town hall|borough|l[aä]nder|"
    r"(?:premier|governor|minister-president|president|head|leader|minister|mayor|"
    r"chancellor) of (?:the )?(?:republic of )?"
    r"(?:Bavaria|Saxony|Hesse|Thuringia|Brandenburg|Lower Saxony|Baden-W\w+|Saarland|Tatarstan|Chechnya|Dagestan|"
    r"Bashkortostan|Yakutia|Crimea|Tuva|Buryatia|Quebec|Ontario|Alberta|Manitoba|Saskatchewan|"
    r"British Columbia|Scotland|"
    r"Wales|Northern Ireland|Catalonia|Andalusia|Lombardy|Veneto|Flanders|Wallonia|Texas|California|Florida|Ohio|"
    r"New York|Michigan|Virginia|Alaska))\b",
    re.I,
)
_GOVERNS = re.compile(r"\b(?:minister|president|chancellor|premier|secretary|governor|treasurer)\b", re.I)
_UNIT = re.compile(r"\b(?:brigade|battalion|battlegroup|regiment|division|unit|corps|garrison|contingent)s?\b", re.I)


def _spoken_of_before(draft: Draft, statement: Statement, before: str) -> str | None:
    """The one party of the paragraph, else the last actor named before; whoever governs a country that nobody has named
    speaks of it, not of the last."""
    last = None if _GOVERNS.search(name_of(statement.speaker)) else last_before(before)
    return only_party(draft.paragraph) or last or only_party(before)


def in_a_city(draft: Draft) -> str:
    """The capital that a statistic is said to be of: "inflation in London"."""
    return next(
        (
            p.text
            for p in draft.parties
            if p.part == "who" and p.text in capitals() and _IN_THE_CITY.search(draft.text[: p.start])
        ),
        "",
    )


_IN_THE_CITY = re.compile(  # not "the central bank in Riga"
    r"(?<!central bank )(?<!government )(?<!ministry )(?<!cabinet )(?<!council )(?<!office )(?<!parliament )\bin $",
    re.I,
)
_OF_TWO = re.compile(
    r"[\s,]*(?:(?:(?:defen[cs]e|military|arms) )*(?:spending|outlays|expenditures?|budgets?) (?:of|by) (?:the )?)?",
    re.I,
)


def together(draft: Draft, accepted: tuple[str, ...]) -> tuple[str, ...]:
    """'Germany and France together', 'the combined spending of Germany and France'."""
    versus = VERSUS.search(draft.text)
    total = draft.first("TOTAL")
    if total is None or (versus is not None and total.start > versus.start()):
        return ()
    found = [p for p in named(draft) if p.kind == "party" and p.code in accepted and p.end <= total.start + 1]
    if not found:
        found = [p for p in named(draft) if p.kind == "party" and p.code in accepted and p.start >= total.end]
        if not found or not _OF_TWO.fullmatch(draft.text, total.end, found[0].start):
            return ()
    joined = [
        b for a, b in pairwise(found) if re.fullmatch(r"\s*(?:,|and|plus|, and|\s)*\s*", draft.text[a.end : b.start])
    ]
    if len(found) < 2 or len(joined) != len(found) - 1:
        return ()
    draft.take_all("TOTAL", part="who")
    named_ = tuple(draft.take(p, "who").code for p in found)
    whole = (code for code in ("BALTICS", "NORDICS") if set(catalogue.members(code)) == set(named_))
    return next(((code,) for code in whole), named_)
