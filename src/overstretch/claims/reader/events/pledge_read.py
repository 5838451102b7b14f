"""What becomes of the pledge and its target: reviewed, changed, kept, given up."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.events.alliance_read import NO_ALLY_BY_NAME
from overstretch.claims.reader.events.told import LONGEST_NAME, Told, one_of, party_of, take_party, to_the_end, when_of
from overstretch.claims.reader.who import owner
from overstretch.questions import catalogue
from overstretch.questions.data import Happens, Not, Question, Special, When


def reviewed(told: Told) -> Question | None:
    draft = told.draft
    if not (draft.has("REVIEW") or _of_2029(draft)) or draft.has("RESPONSE"):
        return None
    if not (draft.has("TARGET") or "2029" in draft.text or party_of(draft, "NATO")):
        return None
    results = (
        ("rescope", "RESCOPED"),
        ("ease", "EASED"),
        ("tighten", "TIGHTENED"),
        ("hold", "UNCHANGED"),
        ("any", "CHANGES"),
    )
    how = next((h for h, kind in results if draft.has(kind)), None)
    if draft.has("EASED") and draft.has("TIGHTENED"):
        raise Unread("it names two ways in which the target could change")
    if how is None:
        agreed = draft.says(r"\b(?:includes|sets|provides for|foresees|take place|is planned|due|scheduled)\b")
        named = (
            len(draft.text.split()) <= LONGEST_NAME
            and not re.search(r"\b(?:will|would|could|may|is|are)\b", draft.text)
            and told.statement.force in ("commit", "assert", "cite")
        )
        beside = draft.says(r"\b(?:when|as|once) (?:the|they|it|nato|leaders)\b") and not agreed
        if "2029" in draft.text and (agreed or named) and not beside:
            draft.take_all("REVIEW", part="event")
            draft.take_moments()
            take_party(draft, "NATO")
            return Special("review", (("year", "2029"),))
        return None
    if how != "hold" and (level := _TO_A_LEVEL.search(draft.text)):
        raise unplaced(level)
    draft.take_all("REVIEW", "TARGET", *(kind for _, kind in results), "UP", "DOWN", part="event")
    _take_pledged(draft)
    take_party(draft, "NATO", "RUS")
    for p in draft.parties:
        if p.text.lower().endswith("hague"):
            draft.take(p, "event")  # where the target was agreed
    draft.take_moments()
    if m2 := re.search(r"\b2029\b", draft.text):
        draft.use(*m2.span(), "when")
    return Happens("target_changed", None, When("in", "2029"), how)


_GIVEN = re.compile(
    r"(?:(?:that|which) )?(?:it|he|she|they|the country|the government|allies|leaders) (?:has |have |had |"
    r"all |itself )*"
    r"(?:gave|given|made|signed(?: up to)?|took(?: on)?|taken(?: on)?|undertook|agreed(?: to)?|accepted|endorsed|"
    r"swore|entered into|put its name to|subscribed to) (?=(?:in|at) (?:the )?(?:hague|(?:nato |alliance )?summit))|"
    r"\b(?:given|made|signed|taken|undertaken|agreed|accepted|endorsed|sworn) (?=(?:in|at) the hague)",
    re.I,
)
_TO_ITS_LEVEL = re.compile(
    r"\b(?:commitment|adherence|allegiance|promise|pledge|vow|obligation|undertaking|subscription|oath) to "
    r"(?:(?:the|its|their|NATO's|the alliance's|allied|new|agreed|joint|common|nato|defen[cs]e|military|"
    r"core) )*spending "
    r"(?=(?:target|goal|pledge|benchmark|norm|guideline|floor|bar|commitment)\b)",
    re.I,
)
_NAMED_TARGET = re.compile(
    r"\b(?:target|goal|pledge|bar|benchmark|ambition|commitment|promise|norm|guideline|objective)\b", re.I
)


def _of_2029(draft: Draft) -> bool:
    """Whether the alliance's target is said to be changed, or kept, in the year of its review."""
    if len(draft.moments) != 1 or draft.moments[0].when != When("in", "2029"):
        return False
    said = [m.text for kind in _RESULTS for m in draft.all_of(kind) if _NAMED_TARGET.search(m.text)]
    own = all(p.code in ("NATO", "ALLIES") or p.text.lower().endswith("hague") for p in draft.parties)
    joint = re.search(r"\b(?:5|five|3\.5|defen[cs]e|spending|nato|alliance)\b", draft.text, re.I)
    said = [m for m in said if not _KEPT.match(m)]
    return any(not _MET.match(m) for m in said) and own and bool(joint) and not draft.says(r"\b(?:bank|inflation)\b")


_KEPT = re.compile(r"(?:keep|kept|hold|held|uph|maintain|preserv|retain)\w* .*\b(?:pledge|promise|commitment)$", re.I)
_MET = re.compile(
    r"(?:go(?:es|ing)?\b|stick|stuck|stand|stood|adher|abid|cling|settl|hold\w* (?:fast|on))", re.I
)  # a level of it
_TO_A_LEVEL = re.compile(  # what it is raised to is more than that it is raised
    r"(?:\b(?:target|goal|pledge|bar|benchmark|ambition|commitment|norm|guideline)\b[\w ,]{0,40}?|"
    r"\b(?:rais|lift|lower|cut|reduc|increas)\w* it )\b(?:to|at|by) (?:\w+ ){0,2}(?!20\d\d\b)\d",
    re.I,
)
_RESULTS = ("RESCOPED", "EASED", "TIGHTENED", "UNCHANGED", "CHANGES")


def _take_pledged(draft: Draft) -> None:
    """'The 5% target': the figure that names the pledge."""
    for figure in draft.figures:
        if _PLEDGE_TO.search(draft.text[: figure.start]) or re.match(
            r"[- ]?(?:of (?:gdp|output) )?(?:(?:nato|alliance|allied|hague|core|headline|defen[cs]e|military|spending|"
            r"investment|budget)[- ])*(?:goal|target|pledge|promise|commitment|guideline|level)",
            draft.text[figure.end :],
            re.I,
        ):
            draft.take(figure, "event")


_PLEDGE_TO = re.compile(
    r"\b(?:pledge|promise|commitment|goal|target) (?:to|of|on) (?:(?:spend|spending|reach|reaching|hit|hitting|meet|"
    r"meeting|devote|devoting) )?$",
    re.I,
)


def _whose(told: Told) -> str | None:
    """Whose pledge is given up; nobody's by name where it is only said that it will be. Raises Unread."""
    try:
        return owner(told.draft, told.statement, told.before, (*catalogue.members("ALLIES"), "NATO"), groups=True)
    except Unread:
        if _THE_JOINT_ONE.search(told.draft.text):
            return None
        raise


_THE_JOINT_ONE = re.compile(  # "the five per cent pledge will have been dropped"
    r"^(?!.*\b(?:its|their|our|his|her|by (?!20\d\d|the))\b)(?=.*(?:\b5|\bfive|\bhague\b)).*\b(?:pledge|"
    r"target|goal|promise|"
    r"commitment)\b.*\b(?:be|been|is|gets?)\b",
    re.I,
)


def abandoned(told: Told) -> Question | None:
    draft = told.draft
    if not (draft.has("ABANDONED", "STANDS_BY") and draft.has("TARGET")):
        return None
    if all(re.search(r"standard|requirement|criteri|norm", m.text, re.I) for m in draft.all_of("TARGET")):
        return None
    stands = draft.has("STANDS_BY") and not draft.has("ABANDONED")
    count = draft.counted
    most = count is not None and re.match(r"most|a majority|the majority|all", draft.words(count), re.I)
    if count is not None and most:
        draft.use(count.start, count.end, "who")
    _take_pledged(draft)
    draft.take_all("ABANDONED", "STANDS_BY", "TARGET", part="event")
    draft.mark(_GIVEN, "event")
    draft.mark(_TO_ITS_LEVEL, "event")
    for p in draft.parties:
        if p.text.lower().endswith("hague") and re.search(r"\b(?:in|at) $", draft.text[: p.start]):
            draft.take(p, "event")  # where it was given
    draft.parties = [p for p in draft.parties if p.part != "event"]
    actor = one_of(draft, *catalogue.members("ALLIES"), "NATO")
    who = draft.take(actor, "who").code if actor is not None else "NATO" if most else None
    if who is None and count is None and not NO_ALLY_BY_NAME.search(draft.text):
        who = _whose(told)
    take_party(draft, "NATO")
    made = Happens(
        "pledge_abandoned", who, to_the_end(when_of(told, "pledge_abandoned", open_ended=not stands), stands)
    )
    return Not(made) if stands else made
