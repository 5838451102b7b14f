"""How the verb of a claim is held, put as a plain one before it is read: "is highly likely to spend" as "will spend",
"has next to no chance of spending" as "won't spend". Rows of framings.toml."""

from __future__ import annotations

import re
from functools import cache, partial

from overstretch.claims.reader.bearing import has_moment
from overstretch.claims.reader.framings import parts_of_rows
from overstretch.claims.reader.framings.contests import plain_contests
from overstretch.claims.reader.parties.epithets import plain_parties

_PLAIN = {"will": "will", "could": "could", "denied": "won't", "yet": "doesn't"}
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
    text = _JOINED.sub(lambda m: m["what"] + " " * (len(m.group()) - len(m["what"])), text)
    text = _IN_ONE_CLAUSE.sub(_dated_there, text)
    text = plain_contests(plain_parties(text))
    text = _beside_a_modal().sub(lambda m: " " * len(m.group()), text)
    text = _NEVER.sub(lambda m: "not".rjust(len(m.group())), text)
    for pattern, plain in _predicates():
        text = pattern.sub(partial(_put, plain=plain), text)
    return _GOING_ON.sub(partial(_put, plain="will"), text)


_GOING_ON = re.compile(  # "will be carrying"
    r"\b(?:will|would) (?:still |then |again |already )?be (?P<verb>(?:carry|bear|shoulder|runn(?!ing out)|"
    r"post|putt|devot|allocat|"
    r"channell|earmark|field|dedicat|invest|plough|plow|pump|pour|record|log|chalk|rack|lay|sett|alloc|allott|sink|"
    r"clock|owe|ow|show|report|hold|command)ing)\b",
    re.I,
)


_JOINED = re.compile(  # when and where what it leaves was made: "the alliance it joined in 2004"
    r"(?P<what>\b(?:alliance|bloc|pact|treaty|club|nato|pledge|promise|vow|commitment|target|goal|undertaking|war|"
    r"invasion|"
    r"operation|campaign|offensive)),? (?:that |which )?(?:it|they|he|she|the country|its (?:previous|former|last|"
    r"old) (?:government|cabinet|coalition|leaders?)|(?-i:[A-Z])\w+) (?:(?:only|had|has|"
    r"itself|first|once|solemnly|freely|so|proudly|loudly) )*(?:joined|entered|acceded to|helped (?:to )?(?:found|"
    r"create|"
    r"build|set up)|co-founded|founded|signed(?: up to)?|made|gave|took on|agreed(?: to)?|swore|undertook|launched|"
    r"started|"
    r"began|unleashed|ordered|accepted|endorsed|backed|adopted|announced)(?: (?:to|with) (?:its|the) allies)?(?: "
    r"(?:in|at) "
    r"(?:the )?(?-i:[A-Z])\w+)?(?: (?:back )?in (?:(?-i:[A-Z])\w+ )?(?:19|20)\d\d| (?:\w+ ){1,3}ago)(?= |[,.]|$)",
    re.I,
)
_SUBJECT = r"(?:it|he|she|they|that|this)"
_IN_ONE_CLAUSE = re.compile(  # "..., and it will do so in 2027", "..., and in 2027 it will do so again"
    rf",? and (?:{_SUBJECT} (?:will|'ll|shall|is (?:going|set|due|likely) to) (?:do (?:so|that|it|this)|happen|"
    rf"come about)(?: again| too)?(?P<then>(?= (?:in|by|before|within|as early as|no later than|at the end of|next|"
    rf"this) "
    rf"[^,;]{{2,40}}(?:[,.]|$)))|(?P<when>(?:in|by|before|within) (?:[\w-]+ ){{1,3}}?){_SUBJECT} (?:will|'ll|shall) do "
    rf"(?:so|that|it|this)(?: again| too)?(?=\W*$|,))",
    re.I,
)


_DENIES = re.compile(r"n't\b|\b(?:not|never|no|neither|nobody|nor)\b", re.I)


def _dated_there(m: re.Match[str]) -> str:
    """The moment of a clause that only says when, as that of the claim before it, which has none of its own."""
    if has_moment(m.string[: m.start()]) or _DENIES.search(m.string[: m.start()]):
        return m.group()
    return f" {m['when'] or ''}".ljust(len(m.group()))


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
