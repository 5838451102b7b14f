"""The earliest moment of a thing ("no sooner than 2028", "only after 2027") put as one before which it is not."""

from __future__ import annotations

import re

from overstretch.claims.reader.moments.spans import MONTH

_YEAR = r"(?P<year>20[2-4]\d)(?![\d%]| ?per ?cent)"
_NOT_BEFORE = re.compile(  # "no sooner than 2028", "in 2028 at the earliest", "only after 2027"
    rf"\b(?:(?P<lead>(?:no|not) (?:earlier|sooner) than|at the earliest,? (?:in|by|from)) (?:in |the year )?(?=20\d\d|"
    rf"the |{MONTH}|next |q[1-4]|mid|early|late|spring|summer|autumn)|(?<!until )(?<!till )(?<!through )(?:in |by "
    rf")?{_YEAR} at the (?:very )?earliest|(?P<only>only|not until) (?:some ?time )?after (?:the (?:end|close) of "
    rf")?(?P<after>20[2-4]\d)(?!-|[\d%-]| ?per ?cent))",
    re.I,
)


_TAKES_UNTIL = re.compile(  # "it will take Spain until 2040 to", "it will take until 2030 for Spain to"
    rf"\b(?:it (?:will|'ll) take(?: (?P<who>[^,;]{{3,40}}?))?|(?P<own>will take)) (?:until|till) (?:at least )?"
    rf"(?P<when>(?:{MONTH} )?20[2-4]\d)(?: for (?P<whose>[^,;]{{3,40}}?))? to\b",
    re.I,
)


def not_before(text: str) -> str:
    """The text with its earliest moment put as one before which a thing is not."""
    return _NOT_BEFORE.sub(_not_before, _TAKES_UNTIL.sub(_not_until, text))


def _not_until(m: re.Match[str]) -> str:
    """As long as it was: "never will Spain before 2040"; where nobody is named, as it is."""
    if not (m["who"] or m["own"] or m["whose"]):
        return m.group()  # "it will take until 2027 to end the war"
    no = "N" if m.group()[0] == "I" else "n"
    lead = "will not" if m["own"] else f"{no}ever will {m['who']}" if m["who"] else f"{no}ot"
    lead = lead.rjust(m.end("who") - m.start())
    lead += f" before {m['when']}".rjust(m.end("when") - m.start() - len(lead))
    return f"{lead}     {m['whose']} to" if m["whose"] else lead.ljust(len(m.group()))


def _not_before(m: re.Match[str]) -> str:
    """As long as it was: "not before 2028"; where there is no room for it, or it is denied, as it is."""
    if re.search(r"\b(?:not|never|no)\b|n't\b", m.string[: m.start()], re.I) and m.string[: m.start()].count(",") == 0:
        return m.group()
    words = "not before "
    if not m["lead"]:
        words += m["year"] or str(int(m["after"]) + 1)
    lead = words[0].upper() + words[1:] if m.start() == 0 else words
    room = len(m.group()) - len(words)
    return m.group() if room < 0 else lead[:3] + " " * room + lead[3:]
