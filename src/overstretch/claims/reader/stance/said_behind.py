"""What stands around a content and holds it: the predicate of a forecast, a plan or a claim ("the IMF's forecast of 1%
growth | is a long shot"), the year in which it was said, and those who do not deny it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from overstretch.claims.reader import framings
from overstretch.claims.reader.bearing.clause_words import BY_FEW
from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.moments import moments
from overstretch.questions.data import Effect, Happens, Not, Quantity, Question
from overstretch.statements.record import Statement

_GOES_ON = (  # words behind a noun's content that are no predicate of the noun
    r"(?:in|by|on|for|from|at|to|of|as|under|with|within|until|before|after|despite|and|or|but|nor|which|that|who|if|"
    r"unless|next|this|last|every|each|a|an|the|its|their|his|her|than|over|during|through|throughout|rather|instead|"
    r"while|because|when|per|up|down|compared|thanks|including|according|into|amid|without|alone|only|more|less|"
    r"annually|yearly|altogether|together|overall|[a-z]+ward|[a-z]+ing|and so|at least|so|not|nor|versus|against)"
)
_PREDICATE = re.compile(rf"\s+(?!{_GOES_ON}\b)(?P<word>[a-z][\w']*)", re.I)
_BEHIND_AN_ASIDE = re.compile(  # ", he said, | is a long shot"
    r"\s*,(?:[^,;.]{2,60},)?(?=\s+(?:is|are|was|were|looks?|seems?|sounds?|appears?|remains?|will|won't|"
    r"would|has|have|had|"
    r"can|cannot|could|isn't|aren't|wasn't)\b)",
    re.I,
)
_AFFIRMED = re.compile(  # what is said of it leaves it as it is
    r"\s+(?:(?:is|are|was|were|remains?|stays?|looks?|seems?|appears?|has been|have been|had been) "
    r"(?:(?:still|now|also|quite|very|entirely|perfectly|fully|well|largely|broadly|firmly|today|already) )*"
    r"(?:on (?:track|course|schedule|target)|unchanged|the same|realistic|achievable|attainable|feasible|doable|"
    r"credible|plausible|sound|solid|sensible|reasonable|justified|well[- ]founded|right|correct|accurate|true|"
    r"in (?:place|force|line)|firm|intact|serious|binding|official|final|within reach|"
    r"(?:published|released|presented|announced|unveiled|confirmed|reaffirmed|reiterated|repeated|agreed|approved|"
    r"adopted|passed|signed|endorsed|backed|shared|welcomed|funded|fully funded|enshrined|written|anchored|"
    r"set out|laid down|included|contained)\b)|(?:still )?(?:stands|holds)(?=\W*$)|"
    r"(?:(?:has|have|had|will|would|could|may|might) )?(?:also |further |already |once again |greatly |"
    r"deeply )*"  # how it is taken
    r"(?:complicat|surpris|alarm|anger|unsettl|worr|shak|shook|prompt|drawn|drew|draw|spark|fuel|fann|divid|"
    r"pleas|delight|reassur|"
    r"annoy|irritat|frustrat|embarrass|shock|stunn|caus|trigger|provok|rais|mark|signal|represent|follow|"
    r"c[ao]me|bring|brought|"
    r"reflect|underlin|underscor|highlight|illustrat|show)(?:e|es|s|ed|ned|ied|ies|en|t|ing)? (?!(?:off|"
    r"about)\b)(?:[\w'’-]+ ?){1,14})[^\d]*$",
    re.I,
)


def predicate(statement: Statement, tail: str) -> str:
    """How the words behind the content of a noun hold it: '' as it is, 'no' not. Raises Unread for any other
    predicate."""
    tail = _BEHIND_AN_ASIDE.sub("", tail, count=1) if _BEHIND_AN_ASIDE.match(tail) else tail
    held = _PREDICATE.match(tail) if statement.form == "nominal" else None
    if held is None or framings.affirms(tail) or _AFFIRMED.match(tail):
        return ""
    if framings.denies(tail) and not _OPEN.search(tail):
        return "no"
    raise unplaced(" ".join(tail.split()[:5]).strip(" .,;"))


_OPEN = re.compile(  # it may come about, or not
    r"\b(?:certain|assured|guaranteed|inevitable|given|foregone|done deal|sure|doubt\w*|question\w*|shaky|at risk)\b",
    re.I,
)
_THEN = re.compile(
    r",?[^,;.]{0,60}\b(?:said|says|predicted|forecast|warned|promised|estimated|claimed|expected|projected|"
    r"wrote|announced|thought|believed|argued|told \w+)"
    r" (?:\w+ )?(?:back )?in (?:\w+ )?(?P<year>(?:19|20)\d\d)\W*$",
    re.I,
)


def said_long_ago(tail: str, said: date) -> str | None:
    """The words behind a content that tell in which earlier year it was said; None where they do not."""
    m = _THEN.match(tail)
    return m.group().strip(" ,.") if m and int(m["year"]) < said.year else None


def undenied(statement: Statement, lead: str) -> Statement:
    """'Few denied that ...', 'hardly anyone disputes that ...': it holds, as those say who hold it."""
    if statement.force != "deny" or not BY_FEW.match(lead):
        return statement
    return statement.model_copy(update={"force": "assert"})


_LITTLE_ODDS = re.compile(
    r"\b(?:little|no|(?:hardly|scarcely|barely) (?:any|a)|scant|slim|faint|remote|not (?:much|any)|minimal|negligible)"
    r"(?: \w+)? (?:chance|risk|danger|threat|sign|evidence|way|prospect|likelihood|possibility|probability|indication|"
    r"reason to (?:believe|think|expect|fear))s?(?: that)?\W*$",
    re.I,
)


def of_little_odds(lead: str) -> str:
    """'no' behind "sees little chance that", "finds no sign that"."""
    return "no" if _LITTLE_ODDS.search(lead) else ""


_ADDS = re.compile(r", (?:and|but) (?P<what>(?:will |would |could )?[a-z]+ (?:it|them|this|that)\b[^,;.]*)", re.I)


def dated_behind(text: str, asked: Sequence[Question], said: date) -> str:
    """What a sentence adds to its claim with a date, where that claim was left open: "hastens it, and makes it likelier
    by 2027"."""
    added = next((m["what"] for m in _ADDS.finditer(text) if moments(m["what"], said)), "")
    return added if added and any(_default_day(question) for question in asked) else ""


def _default_day(question: Question) -> bool:
    of = question.of if isinstance(question, (Effect, Not)) else question
    of = of.of if isinstance(of, Not) else of
    return isinstance(of, (Happens, Quantity)) and of.when.default
