"""A figure against another: ranks, "more than", shares of GDP compared."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import named
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Count, Quantity, Question, When
from overstretch.statements.mentions.quantities import number

AS_SHARE = re.compile(
    r"\b(?:(?:more|less) of (?:its|their) (?:own )?(?:gdp|output|income)\b|(?:measured )?(?:as (?:a "
    r")?share|by (?:a )?share|(?:a )?(?:larger|bigger|greater|higher|smaller|lower) (?:slice|share|part|"
    r"portion|proportion)|share|relative|measured against|set against|in relation)(?: of| to)? (?:its |"
    r"their |the |each )?(?:size of (?:its|their|the) )?(?:gdp|output|economy|economies|national "
    r"income)\b)",
    re.I,
)


def ranked_of_all(draft: Draft) -> bool:
    """Whether the members that are counted are those above or below whom one stands: "than all others", "of all countries
    the lowest growth"."""
    than, rate = EVERY_OTHER.search(draft.text), _RATE_RANK.search(draft.text)
    return bool(rate) or (than is not None and draft.counted is not None and than.end() > draft.counted.start)


def ranked_question(draft: Draft, name: str, who: tuple[str, ...], when: When) -> Question | None:
    """'The biggest spender in Europe', 'lead the ranking by share of GDP', 'at the bottom of the table'."""
    high = re.search(
        r"(?<![\w-])(?:(?:biggest|largest|highest|top) (?:defen[cs]e |military )?(?:spenders?|budget|share|"
        r"burden)|(?:the )?(?:highest|biggest|largest) (?=(?:in|of|among) )|number one|spend(?:s|ing)? (?:the "
        r")?most|(?:leads?|leading|tops?|top of) the (?:alliance's )?(?:spending )?(?:ranking|table|field)|"
        r"rank(?:s|ed)? first|(?:be|come|comes|came|finish\w*|is|was) first(?= (?:in|of|among) ))\b",
        draft.text,
        re.I,
    )
    low = re.search(
        r"(?<![\w-])(?:(?:bottom of|foot of) the (?:alliance's )?(?:spending )?(?:table|ranking)|(?:lowest|"
        r"smallest) (?:defen[cs]e |military )?(?:spender|share|budget|burden)|(?:the )?(?:lowest|smallest) "
        r"(?=(?:in|of|among) )|spend(?:s|ing)? (?:the )?least|rank(?:s|ed)? last|(?:be|come|comes|came|"
        r"finish\w*|is|was) (?:dead |stone |plumb )?last(?= (?:in|of|among) ))\b",
        draft.text,
        re.I,
    )
    place = _PLACE.search(draft.text)
    than = EVERY_OTHER.search(draft.text)
    than = None if than and _TOGETHER.match(draft.text, than.end()) else than
    rate = _RATE_RANK.search(draft.text) if any(p.kind == "group" for p in draft.parties) else None
    found = place or low or high or than or rate
    if not found or len(who) != 1 or catalogue.is_group(who[0]):
        return None
    if (
        name == "defence_spending"
        and not draft.has("SPEND")
        and not re.search(r"spend|burden|budget|share|table|ranking", draft.text, re.I)
    ):
        raise Unread(f"could not place “{found.group().strip()}”")  # the largest army, not the largest budget
    draft.use(found.start(), found.end(), "rank")
    bodies = [p for p in draft.parties if p.kind == "group"]
    group = "ALLIES"
    for p in bodies:
        draft.take(p, "group")
        group = str(p.value) if str(p.value) != "NATO" else group
    name = _by_share(draft, name)
    own = Quantity(name, who, when)
    if place is not None:
        above = Compare(replace(own, who=()), ">" if not low_place(place) else "<", own)
        return Count(group, above, "==", _ORDINALS[place["n"].lower()] - 1)
    if found is than:
        draft.take_all("UP", "DOWN", part="rank")
    if found is rate:
        draft.take_all("UP", "DOWN", "GROWS", "GROWTH", "INFLATION", "DEBT", "UNEMPLOYMENT", part="series")
    least = low or (than and than["less"]) or (found is rate and rate["low"])
    return Compare(own, "lowest" if least else "highest", replace(own, who=(group,)))


EVERY_OTHER = re.compile(
    r"\b(?:(?:more|(?P<less>less)|(?:larger|bigger|higher)(?: [\w-]+)?)(?: [\w ]{0,45}?)? than|outspen(?:d|ds|ding|t)) "
    r"(?:any|every|all|each)(?: of)?(?: the| its)? others?\b(?: (?:nato|european|alliance|eu|member|allied))*"
    r"(?: (?:all(?:y|ies)|members?|(?:member )?states?|countr(?:y|ies)|nations?|capitals?))?",
    re.I,
)
_RATE_RANK = re.compile(
    r"\b(?:(?P<high>highest|fastest|strongest|heaviest)|(?P<low>lowest|slowest|weakest)) (?:rate of |economic |gdp |annual |"
    r"public )*(?:growth|inflation|debt|unemployment)(?: rate| ratio| burden)?\b",
    re.I,
)
_TOGETHER = re.compile(r"\s*(?:combined|together|put together|taken together|between them)\b", re.I)
_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PLACE = re.compile(
    rf"(?:the )?(?P<n>{'|'.join(_ORDINALS)})[- ](?P<way>biggest|largest|highest|top|lowest|smallest|"
    rf"most)[- ](?:defen[cs]e |military )?(?:spender|budget|share|burden|spending)\b",
    re.I,
)


def low_place(place: re.Match[str]) -> bool:
    return place["way"].lower() in ("lowest", "smallest")


VERSUS = re.compile(
    r"\b(?P<op>more|less|higher|lower|larger|smaller|bigger|faster|slower)(?: [\w ]{0,45}?)? than\b|"
    r"\b(?P<verb>overtak\w+|overtook|outspend\w*|outspent|outgrew|outgrow\w*|surpass\w*|exceed(?:s|ed)?|"
    r"climb past|top) (?:that of |those of )?(?=[A-Z]|the |us\b)|"
    r"\b(?P<place>below|above|ahead of|behind) (?:(?:that|those|the level) of (?=[A-Z]|the )|(?=ours\b|us\b|the "
    r"[A-Z]\w+ one\b|[A-Z]\w+'s?(?:\W*$|,| (?:in|by|next|this|right|now|again|before|for)\b)))|\b(?P<times>twice|(?:\w+|\d+) times|half|"
    r"two thirds) as much(?: on [\w' ]{1,30}?| money)? as\b|\bas much as\b",
    re.I,
)


def _times(words: str | None) -> float:
    """A multiple in words: "twice", "ten times"; 1 where none is said. Raises Unread for one that is no number."""
    known = {None: 1.0, "twice": 2.0, "half": 0.5, "two thirds": 2 / 3}
    if (low := words and words.lower()) in known:
        return known[low]
    try:
        return float(number(str(low).split()[0]))
    except (KeyError, ValueError):
        raise Unread(f"could not place “{words}”") from None


def _by_share(draft: Draft, name: str) -> str:
    """Spending put against the economy is its share of GDP."""
    m = AS_SHARE.search(draft.text) or re.search(
        r"\b(?:burden|(?:highest|lowest|biggest|smallest) (?:defen[cs]e |military )?share)\b", draft.text, re.I
    )
    if name != "defence_spending" or (m is None and not draft.has("GDP")):
        return name
    if m is not None:
        draft.use(m.start(), m.end(), "series")
    draft.take_all("GDP", "ECONOMY", part="series")
    return "core_share"


def compared_question(
    draft: Draft, name: str, who: tuple[str, ...], when: When, figure: Mention | None, fact: bool
) -> Question | None:
    """'More than France', 'twice as much as Italy', 'will overtake Poland', 'exceed that of France'."""
    rest = [*named(draft), *(p for p in draft.parties if p.kind == "own")]
    m = VERSUS.search(draft.text)
    if not rest or not m or (figure is not None and figure.start > m.start() and figure.kind != "percent"):
        return None
    after = sorted((p for p in rest if p.start >= m.start()), key=lambda p: p.start)
    if not after or (figure is not None and m["times"] is None):
        return None
    joint = re.search(r"\b(?:together|combined|put together|taken together)\b", draft.text[after[-1].end :], re.I)
    if len(after) > 1 and joint is None:
        raise Unread(f"could not place “{after[1].text}”")
    if every := re.search(
        r"\b(?:every|any|each|all|most|no)(?: of)?(?: the)? other\b|\bany (?:big|large|major)\b",
        draft.text[m.start() :],
        re.I,
    ):
        raise Unread(f"could not place “{every.group()}”")
    if {str(p.value) for p in after} & set(who):
        raise Unread(f"it does not say who is compared with “{after[0].text}”")
    others = tuple(str(draft.take(p, "compared with").value) for p in after)
    if (
        who == ("USA",)
        and set(others) & {"NATO", "ALLIES"}
        and re.search(
            r"\b(?:its|other|the rest|rest of|everyone else|everybody else|all the)\b", draft.text[m.start() :], re.I
        )
    ):
        others = ("EUROPE_CANADA",)
    if (m["op"] or "").lower() in ("faster", "slower") and name != "growth":
        raise Unread(f"could not place “{m.group()}”")  # of how it moves, not of its level
    if joint:
        draft.use(after[-1].end + joint.start(), after[-1].end + joint.end(), "compared with")
    draft.use(m.start(), m.end(), "comparator")
    draft.take_all("UP", "DOWN", part="comparator")
    name = _by_share(draft, name)
    left = Quantity(name, who, when)
    right = replace(
        left,
        who=others,
        times=_times(m["times"]),
    )
    down = (m["op"] or m["place"] or "").lower() in ("less", "lower", "smaller", "below", "behind")
    down ^= re.search(r"\bslow(?:er|ly)\b", m.group(), re.I) is not None
    down ^= name == "balance" and draft.has("DEFICIT")  # the larger deficit is the lower balance
    op = "<" if down else ">" if m["op"] or m["verb"] or m["place"] else "about" if m["times"] or fact else ">="
    return Compare(left, op, right)
