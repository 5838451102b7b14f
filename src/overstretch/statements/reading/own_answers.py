"""What a speaker says in two breaths, put as one sentence before it is parsed: "The key rate? Nine, tops." as "The key
rate will be nine per cent, at most", "How many are left? Fifty thousand." as "Fifty thousand will be left", an answer
in other words as yes or no. Rows of own_answers.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from overstretch import shipped
from overstretch.statements.mentions.calendar_words import MONTHS

_BREATH = re.compile(
    r"(?<=[A-Za-z\d%\"')]{2}[.!?])(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)"
    r"(?<!\bCol\.)(?<!U\.S\.)\s+|(?<=[!?]{2})\s+"
)
_BUT_IF = re.compile(
    r"(?:(?:but|and|only|though|always|that is|at least),? )*(?P<if>if(?! (?:that|only|ever|at all)\W*$)|"
    r"unless|provided|assuming|as long as)\b",
    re.I,
)
_TOPIC_OF_STATE = re.compile(r"(?:empty|gone|bust|broke|dry|in recession|out of)\b", re.I)
_IN_UNITS = re.compile(  # "Romania's deficit this year, in per cent of GDP"
    r",? (?:(?:expressed |measured |counted )?(?:in|as)(?: an?)?) (?P<u>per ?cent(?:age)?(?: of gdp)?|share of gdp|"
    r"(?:billions?|millions?|trillions?) of \w+|dollars(?: (?:a|per) barrel)?|euros|roubles)$",
    re.I,
)
_MORE = re.compile(r"(?:and |but |or )?(?:not|no) (?:an?|one|any) [\w ]{2,20}(?:more|less|higher|lower|fewer)\b", re.I)
_LUCKY = re.compile(r",? if (?:they|we|you|it|he|i)(?:'re| are|'s| is|'m| am) (?:very |really )?lucky$", re.I)
_BANK = re.compile(
    r"^(?:the )?(?:fed|ecb|boe|bank of \w+|riksbank|norges bank|(?:\w+ )?(?:national|"
    r"central) bank(?: of \w+)?)(?=$|,| (?:at|in|by|this|next|end)\b)",
    re.I,
)
_MEMBERS = re.compile(
    r"^(?P<g>(?:nato |eu |european |alliance )?(?:allies|members|member states|countries|states|economies)) "
    r"(?P<r>(?:at|above|below|over|under|in|with|on|past|meeting|missing)\b.+)$",
    re.I,
)
_MOST = 5  # breaths: a longer text is no remark
_RATES = re.compile(r"\b(?:rates?|yields?|inflation|unemployment|growth|jobless)\b", re.I)


def _rows() -> dict[str, Any]:
    return shipped.patterns("statements/data", "own_answers.toml")


def _parts() -> dict[str, str]:
    return _rows()["parts"]


@cache
def _one(kind: str) -> re.Pattern[str]:
    """One pattern of all rows of a kind."""
    return re.compile("|".join(f"(?:{row})" for row in _rows()["row"][kind]), re.I)


@cache
def _asked() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """Each way to ask: the question, what its answer must be, and the two as one sentence."""
    rows = _rows()["question"]
    return tuple((re.compile(r["asks"], re.I), re.compile(r["answer"], re.I), r["said"]) for r in rows)


def answered(text: str) -> str:
    """The text with a topic and what is said of it as one sentence, a question and its answer too."""
    breaths = _held_on(_BREATH.split(_one("meta").sub("", text.strip(), count=1)))
    text = " ".join(breaths)
    if not 1 <= len(breaths) <= _MOST or '"' in text:
        return text
    if breaths[0].endswith("?") and len(breaths) > 1:
        return _own_question(breaths) or _topic(breaths[0].rstrip("?"), breaths[1], breaths[2:]) or text
    topic, colon, said = breaths[0].partition(": ")
    return (_topic(topic, said, breaths[1:], asked=False) if colon else "") or text


def _held_on(breaths: list[str]) -> list[str]:
    """A condition in a breath of its own goes with the one before it: "One per cent. But only if ..."."""
    made: list[str] = []
    for breath in breaths:
        alone = _BUT_IF.match(breath) is not None and "," not in breath
        if made and not made[-1].endswith("?") and (alone or _MORE.match(breath)):
            made[-1] = f"{made[-1].rstrip(' .!')}, {breath[:1].lower()}{breath[1:]}"
        else:
            made.append(breath)
    return made


def _bounds(breaths: list[str]) -> tuple[str, list[str]] | None:
    """What the breaths behind a figure say of it: how it bounds the figure, and the other words; None where it may be
    anything else."""
    bound = ""
    for place, breath in enumerate(breaths):
        words = _bare(breath)
        if held := next((plain for row, plain in _limits() if row.fullmatch(words)), None):
            if bound and held != bound:
                return None
            bound = held
        elif not _one("idle").fullmatch(words):
            return (bound, breaths[place:]) if bound else None
    return bound, []


@cache
def _limits() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = _rows()["bound"]
    return tuple((re.compile(row, re.I), plain) for plain, row in rows.items())


def _figure(said: str) -> tuple[str, str] | None:
    """A fragment that is a figure with its bound: ("forty-five dollars", "at most")."""
    words, bound = said.strip(" .!,"), ""
    words = _one("opens").sub("", words, count=1)
    if lucky := _LUCKY.search(words):
        words, bound = words[: lucky.start()], "at most"
    while cut := re.search(r",? (?:-+ )?[^,]+$|, [^,]+$", words):
        tail = cut.group().strip(" ,-")
        plain = next((plain for row, plain in _limits() if row.fullmatch(tail)), None)
        if plain is None and not (cut.group().startswith(",") and _one("idle").fullmatch(tail)):
            break
        if plain and bound:
            return None
        words, bound = words[: cut.start()], plain or bound
    return (words, bound) if re.fullmatch(_parts()["figure"], words, re.I) else None


def _cut(words: str) -> tuple[str, str]:
    """An answer without the bound behind it, and that bound: "Eleven, at least"."""
    for place in (m.start() for m in re.finditer(r",? ", words)):
        behind = words[place:].strip(" ,")
        if plain := next((plain for row, plain in _limits() if row.fullmatch(behind)), None):
            return words[:place], plain
    return words, ""


def _topic(topic: str, said: str, behind: list[str], asked: bool = True) -> str:
    """A bare topic, and the figure or the state said of it; empty where it is none."""
    topic = _one("idle_topic").sub("", topic.strip())
    if _one("verb").search(topic) or len(topic.split()) > 14 or _one("asks").match(topic):
        return ""
    rest = _bounds(behind)
    if rest is None:
        return ""
    if (unit := _IN_UNITS.search(topic)) and _a_number(said.strip(" .!")):
        of = unit["u"].lower().replace("share of", "per cent of")
        topic, said = topic[: unit.start()], f"{said.strip(' .!')} {of}"
    topic = _dated(topic)
    if (state := _one("state").match(said.strip(" .!"))) and (asked or _TOPIC_OF_STATE.match(said)):
        words = said.strip(" .!")
        return (
            f"{topic} will be {_STATES.get(state.group().lower(), state.group()).lower()}{words[state.end() :]}."
            if not rest[0]
            else ""
        )
    found = _figure(said)
    if found is None or (found[1] and rest[0]):
        return ""
    figure, bound = found[0], found[1] or rest[0]
    if (members := _MEMBERS.match(topic)) and re.fullmatch(rf"{_parts()['n']}(?: of them)?", figure, re.I):
        return f"{bound} {figure.lower()} {members['g'].lower()} will be {members['r']}.".strip().capitalize()
    topic = _BANK.sub(lambda m: f"{m.group()}'s key rate", topic)
    spoken = re.search(r"[a-z]{3}", figure, re.I) is not None and re.match(r"\D+$", figure.split(" by ")[0]) is not None
    if not bound and not spoken and not behind:
        return ""
    figure = figure[:1].lower() + figure[1:] if re.match(r"[A-Z][a-z]", figure) else figure
    return f"{_linked(topic, bool(behind) or spoken)} {_within(topic, figure, bound)}."


def _within(topic: str, figure: str, bound: str) -> str:
    """A figure with its bound: of a deficit "or more", which is further below zero."""
    gap = re.search(r"\b(?:deficit|hole|gap|shortfall)\b", topic, re.I)
    if gap and bound in ("at least", "at most"):
        return f"{figure} or {'more' if bound == 'at least' else 'less'}"
    if bound == "roughly":
        return f"about {figure}"
    bare = _RATES.search(topic) and not re.search(r"%|per ?cent|dig|point \w+ percent|\bpc|pct", figure, re.I)
    return f"{figure}{' per cent' if bare else ''}{', ' + bound if bound else ''}"


_STATES = {
    "out of the presidency": "out of office",
    "out of the kremlin": "out of office",
    "out of the elysee": "out of office",
}


def _linked(topic: str, ahead: bool) -> str:
    if _one("defence").search(topic) and not re.search(r"\bspending|budget|outlays\b", topic, re.I):
        return f"{topic}:"
    average = re.search(r",? average(?: for| in| price)?(?= )| on average\b", topic, re.I)
    if average:
        return f"{topic[: average.start()]}{topic[average.end() :]} will average"
    return f"{topic} will be" if ahead else f"{topic}:"


def _dated(topic: str) -> str:
    """A topic with its moment in a plain clause: "Sweden, defence, 2030" is Sweden on defence in 2030."""
    topic = re.sub(r"^((?:the )?[A-Z][\w' ]+?), (?=(?:defen[cs]e)\b)(defen[cs]e(?: spending)?)", r"\1 on \2", topic)
    topic = re.sub(
        r",? (?:(?:at|by|come) )?(?:the )?end[- ](?:of )?(?='?\d\d|20\d\d|[A-Z]|next|this|the)",
        " at the end of ",
        topic,
    )
    topic = re.sub(r", (?=(?:20\d\d)$)", " in ", topic)
    topic = re.sub(r", (?=(?:next year|this year|in |by |at the end|on average|average))", " ", topic)
    topic = re.sub(rf", (?=(?:{'|'.join(MONTHS).title()})\b)", " in ", topic)
    return re.sub(r"(?<=[a-z']) (?=20[2-4]\d$)(?<!in )(?<!by )(?<!of )(?<!before )", " in ", topic)


def _own_question(breaths: list[str]) -> str:
    """A question and the answer that its speaker gives; empty where it is none of the rows."""
    asked, said = breaths[0].rstrip("? "), breaths[1].strip()
    asked = _one("idle_topic").sub("", asked)
    asked = asked[:1].upper() + asked[1:]
    if fronted := re.fullmatch(_rows()["fronted"]["asks"], asked, re.I):
        asked = f"{fronted['aux'].capitalize()} {fronted['t']} {fronted['r']}"
    whether = _as_whether(asked, said)
    answer = _plain_answer(said) or _plain_answer(_bare(said))
    if answer:
        more = (b for b in breaths[2:] if _AGAIN.sub("", b).strip(" .!,").lower() != answer.strip(".").lower())
        return " ".join([f"{whether}?", answer, *more]) if _one("whether").match(whether) else ""
    for pattern, wanted, put in _asked():
        m = pattern.fullmatch(asked)
        behind = [b for b in breaths[2:] if not (_NOT_BEFORE.match(said) and _plain_answer(b) == "No.")]
        rest = _bounds(behind)
        if m is None or rest is None:
            continue
        bare, bound = _bare(said), rest[0]
        if wanted.pattern == "figure":
            if (found := _figure(re.sub(r"^(?:at|to|on) ", "", bare, flags=re.I))) is None or (found[1] and bound):
                continue
            answer_, bound = {"a": found[0]}, found[1] or bound
        elif a := wanted.fullmatch((cut := _cut(bare))[0]):
            if cut[1] and bound:
                continue
            answer_, bound = a.groupdict(), cut[1] or bound
        else:
            continue
        held = {k: (v or "").strip() for k, v in {**m.groupdict(), **answer_}.items()}
        return _said_as(put, held, bound)
    return ""


def _a_number(words: str) -> bool:
    return re.fullmatch(rf"(?:{_parts()['hedge']})(?:{_parts()['n']})", words, re.I) is not None


def _as_whether(asked: str, said: str) -> str:
    """A level put as a question, or a question retold, as one that yes or no answers."""
    rows = _rows()
    level = re.fullmatch(rows["level"]["asks"], asked, re.I)
    if level and not _one("verb").search(level["s"]) and not _one("asks").match(asked):
        return f"Will {level['s']} be {level['r']}"
    if told := re.fullmatch(rows["reported"]["asks"], asked, re.I):
        return f"{told['aux'].capitalize()} {told['s']} {told['r']}"
    seen = re.fullmatch(rows["imagined"]["asks"], asked, re.I)
    return f"Will {seen['s']} be {seen['r']}" if seen and _WILL.search(said) else asked


_NOT_BEFORE = re.compile(r"\W*(?:not|never) (?:before|until|till|ahead of)\b", re.I)
_WILL = re.compile(r"\b(?:will|won't)\b", re.I)
_AGAIN = re.compile(r"^\W*(?:(?:sorry|pardon|that is|that's|i mean|in english|meaning|so|in other words)[,:]? )+", re.I)


def _said_as(put: str, held: dict[str, str], bound: str) -> str:
    """The question and its answer as one sentence."""
    figure, subject = held.get("a", ""), held.get("s", "")
    held["a"] = figure[:1].lower() + figure[1:] if re.match(r"[A-Z][a-z]", figure) and "{a} will" not in put else figure
    held["a"] = _ONE_WORD.get(held["a"].lower(), held["a"])
    if held.get("v") == "go":
        held["v"] = "leave office"
    if "{a} of GDP" in put and not held["a"].lower().endswith("gdp"):
        held["a"] = f"{held['a']}{' per cent' if _a_number(held['a']) else ''} of GDP"
    put = put.replace("{a} of GDP", "{a}")
    if "{bound} {a}" in put:
        held["bound"] = bound
    elif held["a"] and bound:
        held["a"] = _within(subject, held["a"], bound)
    elif _within(subject, held["a"], "") != held["a"] and "{v}" not in put:
        held["a"] = _within(subject, held["a"], "")
    if re.search(r"\b(?:ro?uble|hryvnia|lira|zloty|forint)\b", subject, re.I):
        held["a"] = f"at {held['a']}"
    said = " ".join(re.sub(r"\{(\w+)\}", lambda m: held.get(m[1], ""), put).split())
    return f"{said[:1].upper()}{said[1:]}."


_ONE_WORD = {"none": "no", "not a single one": "not a single", "none of them": "no", "all of them": "all"}


def _bare(said: str) -> str:
    """An answer without whom it is told to and whose view it is."""
    words = said.strip(" .!")
    for _ in range(3):
        words = _one("opens").sub("", words, count=1).strip(" ,")
        words = _one("closes").sub("", words, count=1).strip(" ,")
    return words


def _plain_answer(said: str) -> str:
    """'Yes.' or 'No.' where an answer says that in other words."""
    words = said.strip(" .!")
    for way in ("Yes", "No"):
        if _one(way.lower()).fullmatch(words):
            return f"{way}."
    return ""


def adds_nothing(said: str) -> bool:
    """Whether a breath behind a claim leaves it as it is: "Full stop.", "Bank on it.", "Yes, sir."."""
    words = said.strip(" .!")
    return any(_one(kind).fullmatch(each) for kind in ("idle", "yes") for each in (words, _bare(words)) if each)
