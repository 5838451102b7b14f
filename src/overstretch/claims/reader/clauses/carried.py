"""What a sentence carries beside its claim, in a stretch of its own: what the figure was before, an earlier draft or
forecast, a record or a rank, members, a reason. Set aside with its reason; never where it is the claim itself, the
base of a claimed change or a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing import figured, happens, turns
from overstretch.claims.reader.bearing.condition_words import CONDITION
from overstretch.claims.reader.clauses import carried_words as cd
from overstretch.claims.reader.clauses.reasons_beside import is_reason
from overstretch.claims.reader.figures.counts import counted
from overstretch.claims.reader.parties import parties

EARLIER = "what it was before"
DRAFT = "an earlier draft or forecast"
RECORD = "a record or a rank"
MEMBERS = "members named"
REASON = "a reason"
COUNTED_IN = "what it counts"
UNCHANGED = "as things stand"
DISTANCE = "how far it is from another figure"
KINDS = frozenset((EARLIER, DRAFT, RECORD, MEMBERS, REASON, COUNTED_IN, UNCHANGED, DISTANCE))

_BOUND = re.compile(
    r"\b(?:at (?:the )?(?:very )?(?:least|most|best|worst|earliest|latest|maximum|minimum|outside)|no (?:more|less|"
    r"fewer) than)\b",
    re.I,
)
_RELATIVE = re.compile(r"(?:which|whose|who|where|when|having|an? (?:[\w-]+ ){0,3}?(?:that|which|who|where))\b", re.I)
_STARTS_CLAIM = re.compile(
    r"(?:by|until(?! (?:recently|lately|now)\b)|before|in|at|and|but|or|not|to|if|with|of|on (?!the heels)|for)\b", re.I
)
_FROM_TO = re.compile(r"\bfrom\b.*\bto (?:\w+ ){0,3}?[$€£]?\d", re.I)


def carried(words: str, rest: str, front: bool) -> str | None:
    """Why a stretch beside a claim is set aside; None where it may be more. `rest`: the sentence without it; `front`:
    whether nothing stands before it."""
    words = words.strip(" .,;:()")
    if _SPECIAL_FUND.fullmatch(words) and re.search(r"\d", rest):
        return COUNTED_IN
    if not words or _LEFT_OUT.search(words):
        return None
    if not cd.full(rest):
        return DISTANCE if _distance(words, rest, front) else None
    if cd.UNCHANGED.fullmatch(words):
        return UNCHANGED
    if (held := CONDITION.match(words)) and held["word"].lower() not in ("once", "when", "while"):
        return None
    kinds = ((MEMBERS, _members), (DRAFT, _draft), (EARLIER, _earlier), (RECORD, _record), (DISTANCE, _distance))
    for reason, found in kinds:
        if found(words, rest, front) and (reason != MEMBERS or not happens(words)):
            return reason
    return REASON if is_reason(words, rest, front) else None


_SPECIAL_FUND = re.compile(  # Germany's, which its defence spending counts
    r"(?:with )?(?:the |its )?(?:[\w'-]+ )?special funds? (?:money |cash |spending )?(?:included|counted(?: in)?|and "
    r"all|thrown in|added in|taken into account)|"
    r"(?:but )?(?:once|when|after|now that|as soon as|as) (?:the |its )?(?:[\w'-]+ ){0,2}?special funds? "
    r"(?:[\w']+ ){1,4}?(?:emptied|empty|exhausted|spent|dry|out|up|gone|expires?|expired|depleted)",
    re.I,
)


_LEFT_OUT = re.compile(  # "Spain apart", "since abandoned": an exception, or a claim taken back
    r"\b(?:apart|aside|excluded|excepted|exempted|left out|omitted|disregarded|discounted|stripped out)$|"
    r"^(?:but |and )?(?:since|now|later) (?:then )?[\w-]+(?:ed|en|wn|ied)$",
    re.I,
)


def _earlier(words: str, rest: str, front: bool) -> bool:
    """'21 percent as recently as last May', 'down to 62% in 2024': a figure of a time that is over, beside one of a
    time to come."""
    if front and not cd.EARLIER_FRONT.match(words):
        return False
    if (
        not front
        and _WAS.match(words)
        and cd.AMOUNT.search(words)
        and cd.GONE.search(words)
        and not cd.TO_COME.search(words)
    ):
        return cd.AHEAD.search(rest) is not None and not cd.BY_SO_MUCH.search(rest)
    if not front and _HAD_BEEN.match(words) and counted(rest) is not None and not cd.TO_COME.search(words):
        return not cd.BY_SO_MUCH.search(rest)  # how many they were before
    if not (cd.AMOUNT.search(words) and cd.GONE.search(words) and cd.AHEAD.search(rest)):
        return False
    if cd.TO_COME.search(words) or cd.BY_SO_MUCH.search(rest) or _BOUND.search(words) or _FROM_TO.search(words):
        return False
    if _RELATIVE.match(words):
        return True
    return (front or not _STARTS_CLAIM.match(words)) and not cd.VERB.search(_PARTICIPLE.sub("", words))


_PARTICIPLE = re.compile(r"^(?:\w+ )?\w+(?:ed|ing)\b", re.I)


_WAS = re.compile(  # a short clause of its own: "it was 1.8% in 2014"
    r"(?:(?:back |as late as |as recently as )?in (?:19|20)\d\d,? )?(?:it|they|that|this|the (?:figure|share|"
    r"rate|ratio|"
    r"number|total|level|sum)|(?:a|one|ten|two|five) (?:years?|decades?) ago,? (?:it|they)) (?:was|were|stood|had been|"
    r"came|spent|ran|hovered|amounted|had|read|did|managed)\b",
    re.I,
)
_HAD_BEEN = re.compile(  # "five years earlier it had been a mere seven"
    r"(?:(?:back )?in (?:19|20)\d\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"some) (?:years?|decades?) "
    r"(?:earlier|before|previously|ago)),? (?:(?:it|there|they|that) (?:had been|was|were)|the (?:number|"
    r"figure|tally|count) "
    r"(?:had been|was|stood at)) (?:(?:only|just|a mere|barely|still|no more than|as few as|about) )*(?:one|"
    r"two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|thirteen|a handful|half a dozen|\d{1,2})(?: (?:of them|"
    r"allies|members|"
    r"countries|states))?\W*$",
    re.I,
)
_THE_DRAFT_SAID = re.compile(  # "the draft had put it at 58%"
    r"(?:(?:the|its|his|her|their|an?|in) )?(?:[\w'-]+ ){0,3}?(?:drafts?|budget|plans?|forecasts?|"
    r"projections?|estimates?|"
    r"outlook|bill|law|paper|report|version|target|request|proposal)(?: (?:of|in|from|for|by) [\w' ]{2,30}?)? (?:it |"
    r"they )?(?:had|has|said|put|foresaw|was|were|spoke|envisaged|assumed|called for|provided for|showed|named|gave)\b",
    re.I,
)


def _draft(words: str, rest: str, front: bool) -> bool:
    """'3 billion more than in the first draft', "short of the 2.5 that the ministry had been angling for"."""
    if not front and _THE_DRAFT_SAID.match(words) and cd.AMOUNT.search(words) and not cd.TO_COME.search(words):
        return not _others(words, rest)
    if not (cd.PLAN.search(words) or cd.FORMER.search(words)) or not (
        cd.COMPARED.search(words) or _DENIED_DRAFT.fullmatch(words)
    ):
        return False
    if front and not cd.DRAFT_FRONT.match(words):
        return False
    if not front and re.match(r"(?:and|but|or|by|in order|until)\b", words, re.I):
        return False
    if (
        (_DENIED_FIGURE.match(words) and not _DENIED_DRAFT.fullmatch(words))
        or cd.TO_COME.search(words)
        or _BOUND.search(words)
    ):
        return False
    if cd.VERB.search(_OF_THE_DRAFT.sub("", words)) and not _RELATIVE.match(words):
        return False
    if CONDITION.match(words) or _others(words, rest):
        return False
    return bool(
        cd.AMOUNT.search(words)
        or re.search(
            r"\b(?:than|short of|shy of|north of|south of|points?|above|below|under|over|beyond|notch|tenths?)\b",
            words,
            re.I,
        )
    )


_DENIED_FIGURE = re.compile(r"(?:and |but )?not\b(?! (?:far|quite|much|so|very|a lot)\b)", re.I)
_DENIED_DRAFT = re.compile(  # "not the 6.6 it forecast in January": what it is not, and no "but" behind
    r"(?:and )?not (?:quite |just |even )?(?:the|its|his|her|their) (?!.*\bbut\b)[$€£]?\d[^,;]*", re.I
)
_OF_THE_DRAFT = re.compile(  # a clause that tells of the draft
    r"\b(?:that|which|it|they|he|she|its|the|as|than|what|than (?:in|at)|[$€£]?\d[\d.,]*(?: (?:billion|trillion|"
    r"per ?cent|bn))?) (?:[\w'-]+ ){0,6}?(?:has|had|have|was|were|been|saw|put|set|foresaw|is|are|to)\b.*$",
    re.I,
)


def _others(words: str, rest: str) -> bool:
    """Whether a stretch names a party, other than a government for its state, of which the rest does not speak."""
    own = {p.value for p in parties(rest)}
    return any(p.kind == "party" and p.value not in own for p in parties(words)) and bool(own)


def _record(words: str, rest: str, front: bool) -> bool:
    """'Second only to Norway', "past even the high-water mark of 1946", "the biggest outside a slump since the war"."""
    if (
        len(words.split()) < 2
        or not cd.RANK.search(words)
        or _BOUND.search(words)
        or cd.TAKES_AMOUNT.search(cd.YEARS_GONE.sub("", words))
    ):
        return False
    if cd.TO_COME.search(words) or _EXCLUDES.search(words) or re.match(r"(?:by|if|and|but|or|to)\b", words, re.I):
        return False
    if cd.VERB.search(_THAT_IS.sub("", words)) or (front and _OF_ALL.match(words)):
        return False
    return not CONDITION.match(words)


def _distance(words: str, rest: str, front: bool) -> bool:
    """'A full 1.6 points over the key rate', "still a fifth below April of last year"."""
    m = _DISTANCE.match(words)
    if m is None or front or cd.TO_COME.search(words) or _BOUND.search(words) or CONDITION.search(words):
        return False
    other = _A_YEAR.sub("", words[m.end() :])
    return figured(rest) and not re.search(r"\d", other) and not cd.BY_SO_MUCH.search(rest)


_DISTANCE = re.compile(cd.DISTANCE, re.I)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_ALL = re.compile(r"(?:of all|among|in|at|for|with|on)\b", re.I)
_THAT_IS = re.compile(
    r"\b(?:since|which|who|whose|that|before|after|than|when|where) .*$|\b(?:to|and) (?:make|make any|rival|match|"
    r"compare|speak|be|see|set|give|mark)\b.*$|\btime (?:the|it|they|he|she|its)\b.*$",
    re.I,
)
_EXCLUDES = re.compile(
    r"\b(?:except|excepting|save for|bar(?! none)|barring|exclud\w+|excepted|aside from|apart from|"
    r"other than|"
    r"without(?! (?:precedent|parallel|equal|peer|rival))|minus|not counting|exempt\w*)\b",
    re.I,
)
_GROUPED = re.compile(
    r"\b(?:all(?:ies|y)?|members?|states|countries|nations|capitals|governments|europeans|economies|armies|militaries|"
    r"balts|nordics|baltics?|nordic|eastern flank|flank|three|four|five|six|two)\W*$",
    re.I,
)
_LIST_JOIN = re.compile(r"\b(?:and|or|the|both|plus|as well as|namely|viz|i\.e|to wit|that is)\b|[\s,&:']", re.I)


def _members(words: str, rest: str, front: bool) -> bool:
    """'Three allies (Warsaw, Vilnius, Riga)', "Portugal and Slovenia among them": who is counted."""
    if front or cd.TAKES_AMOUNT.search(words) or _EXCLUDES.search(words) or cd.TO_COME.search(words):
        return False
    if counted(rest) is None and not any(p.kind == "group" for p in parties(rest)):
        return False
    if _OUTSIDER.search(words):
        return False
    if _SOME_OF_THEM.fullmatch(words) and not cd.VERB.search(words) and not happens(words):
        return True
    if not _GUESSED.search(words) and turns(cd.AMONG.sub("", words)):
        return False
    if re.match(r"(?:and|but|or|nor|with(?:out)?)\b(?! (?:the )?(?-i:[A-Z]))", words, re.I):
        return False
    named = parties(words)
    if re.fullmatch(r"(?:both|all|the) [\w' -]{2,40} (?:included|among them|in their number)", words, re.I):
        return True
    if not named or cw.SPENT.search(words) or cw.GOES_ON.match(words):
        return False
    if not cd.VERB.search(words) or _GUESSED.search(words):
        return bool(cd.AMONG.search(words))
    return False


_OUTSIDER = re.compile(  # a state that is none of a group by default: "Russia included" widens it
    r"\b(?:Russia|Ukraine|Belarus|Switzerland|Serbia|Moldova|Georgia|China)(?:'s)? (?:included|counted|thrown in)|"
    r"\b(?:including|counting) (?:Russia|Ukraine|Belarus|Switzerland|Serbia|Moldova|Georgia|China)\b"
)


def only_named(words: str, before: str) -> bool:
    """Whether a stretch is a list of parties alone, behind those who are counted: "Three allies, Poland, Lithuania and
    Latvia, will"."""
    named = parties(words)
    if not named or _ONE_OF.search(before) or re.search(r"\bor\b", words):
        return False  # "one of the two, Hungary or Slovakia,"
    if not _GROUPED.search(before) or any(p.kind == "party" for p in parties(before)):
        return False
    return not _LIST_JOIN.sub("", _unnamed(words))


LONGEST = 8  # stretches between commas that may be one list


def parted(text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a sentence with the reason why each is set aside, if any; a list or a bracket is one."""
    k = 0
    while k < len(places):
        for n in range(min(LONGEST, len(places) - k), 0, -1):
            a, b = places[k][0], places[k + n - 1][1]
            if (reason := _why(text, a, b, k == 0, n > 1)) or n == 1:
                break
        yield a, b, reason
        k += n


def _why(text: str, a: int, b: int, front: bool, joined: bool) -> str | None:
    words, rest = text[a:b], f"{text[:a].rstrip(' ,(-')} {text[b:].lstrip(' ,)-')}"
    if not front and cd.full(rest) and only_named(words, text[:a]):
        return MEMBERS
    reason = carried(words, rest, front)
    bracketed = text[:a].endswith("(") and text[b:].startswith(")")
    return reason if not joined or (reason == MEMBERS and _listed_first(words)) or (reason and bracketed) else None


def _listed_first(words: str) -> bool:
    """Whether each stretch before the last one is a party alone."""
    return all(not _LIST_JOIN.sub("", _unnamed(one)) for one in words.split(",")[:-1])


def _unnamed(words: str) -> str:
    for p in parties(words):
        words = words.replace(p.text, " ", 1)
    return words.strip(" .,;:()-")


_SOME_OF_THEM = re.compile(  # "half of them in the east"
    r"(?:half|most|many|several|some|all|both|a few|the (?:majority|bulk)) of (?:them|these) "
    r"(?!.*\b(?:more|less|above|below|over|under|by|only|if|then|now|will|at)\b)[a-z' -]+",
    re.I,
)
_ONE_OF = re.compile(r"\b(?:one|either|neither|which|any|each|half|some|few|none) of\b", re.I)
_GUESSED = re.compile(r"\b(?:one|two|some|all|part) of (?:them|these|those)(?:, for now|, so far|, yet)?$", re.I)


def of_a_draft(words: str) -> str:
    """Why a comparison without a comma is set aside: "as against 2.3 in the original plan"; empty where it is another."""
    return DRAFT if cd.PLAN.search(words) or cd.FORMER.search(words) else ""
