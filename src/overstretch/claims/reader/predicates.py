"""How the verb of a claim is held, put as a plain one before it is read: "is highly likely to spend" as "will spend",
"has next to no chance of spending" as "won't spend". Rows of framings.toml."""

from __future__ import annotations

import re
from functools import cache, partial

from overstretch.claims.reader.contests import plain_contests
from overstretch.claims.reader.epithets import plain_parties
from overstretch.claims.reader.framings import parts_of_rows

_PLAIN = {"will": "will", "could": "could", "denied": "won't"}
_NO_VERB = r"(?!(?:noth|someth|anyth|everyth|dur|includ|exclud|accord|spr|follow|regard|concern|be|hav)ing\b)"
_OF_SAYING = (  # no verb of doing: "refuses to say", "is not going to three and a half"
    r"(?!(?:say|tell|admit|accept|believe|confirm|deny|comment|discuss|consider|rule|exclude|acknowledge|see|"
    r"think|an?|the|"
    r"its|their|one|two|three|four|five|six|seven|eight|nine|ten|zero|half|about|around|nearly|almost|over|"
    r"more|less|just|"
    r"double|single|war|peace|recession|any|anything|nothing)\b)"
)

_ABLE = r"(?!(?:attack|invade|strike|threaten|wage|fight|take)\b)"  # what forces can do, not what they will


def plainly(text: str) -> str:
    """The text, as long as it was, with each such predicate put as a plain verb."""
    text = plain_contests(plain_parties(text))
    text = _beside_a_modal().sub(lambda m: " " * len(m.group()), text)
    text = _NEVER.sub(lambda m: "not".rjust(len(m.group())), text)
    for pattern, plain in _predicates():
        text = pattern.sub(partial(_put, plain=plain), text)
    return _GOING_ON.sub(partial(_put, plain="will"), text)


_GOING_ON = re.compile(  # "will be carrying"
    r"\b(?:will|would) (?:still |then |again |already )?be (?P<verb>(?:carry|bear|shoulder|runn|post|putt|devot|allocat|"
    r"channell|earmark|field|dedicat|invest|plough|plow|pump|pour|record|log|chalk|rack|lay|sett|alloc|allott|sink|"
    r"clock|owe|ow|show|report|hold|command)ing)\b",
    re.I,
)


@cache
def _beside_a_modal() -> re.Pattern[str]:
    rows = parts_of_rows("predicate")["beside"]
    return re.compile(rf"(?<=(?:\bwill|ould|ight| may|hall) )(?:{'|'.join(rows)}) (?=[a-z])", re.I)


@cache
def _predicates() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows, found = parts_of_rows("predicate"), []
    for kind, plain in _PLAIN.items():
        to, ing = "|".join(rows[f"{kind}_to"]), "|".join(rows[f"{kind}_ing"])
        able = _ABLE if kind == "denied" else ""
        found.append((re.compile(rf"\b(?:{to}) to (?={able}{_OF_SAYING}[a-z]+)", re.I), plain))
        found.append((re.compile(rf"\b(?:{ing}) {_NO_VERB}(?P<verb>[a-z]{{2,}}ing)\b", re.I), plain))
    return tuple(found)


def _put(m: re.Match[str], plain: str) -> str:
    words = f"{plain} {_infinitive(m['verb'])}" if "verb" in m.re.groupindex else f"{plain} "
    return words.rjust(len(m.group()))


_NEVER = re.compile(  # no more than "not"
    r"(?<=(?:\bwill|ould|ight| may|hall| can) )(?:scarcely|under no circumstances|in no (?:case|event|way)|"
    r"on no account|"
    r"at no price|not for the life of it|not by any stretch|never ever)(?= [a-z])",
    re.I,
)
_DOUBLED = re.compile(r"([bdgmnpt])\1$")
_WITH_E = re.compile(
    r"(?:[cvzu]|[^s]s|[dr]g|(?<!e)at|(?<!o)ut|ot|(?<!o)id|(?<=[^aeiou])ir|(?<=[^e])ak|(?<=[cl])in|"
    r"(?<=[^aeiou])ar|if|om|iz)$",
    re.I,
)


def _infinitive(gerund: str) -> str:
    stem = gerund[:-3]
    if stem.lower() in ("add", "com"):
        return {"add": "add", "com": "come"}[stem.lower()]
    if _DOUBLED.search(stem):
        return stem[:-1]
    return f"{stem}e" if _WITH_E.search(stem) else stem
