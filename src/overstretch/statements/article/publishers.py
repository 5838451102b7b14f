"""Bodies of their own kind in an article ("the institute"), and the one whose brief or report it is."""

from __future__ import annotations

import re

from overstretch.statements.record import Speaker

_WORD = r"[A-Z][\w’'-]+"
_KIND = r"(?P<kind>Institute|Institution|Observatory|Foundation|Centre|Center|Council|Academy|Consultancy)"
_FOR = (
    rf"(?:{_WORD} ){{0,3}}{_KIND.replace('kind', 'first')} (?:of|for|on) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,3}}"
)
_BODY = re.compile(rf"(?<![\w’-])(?:{_FOR}|(?:{_WORD} ){{1,4}}{_KIND}\b)")
_BY = re.compile(r"\b(?:report|study|paper|brief|briefing|analysis|survey|note|assessment) (?:by|from|of) (?:the )?$")
_BRIEF = re.compile(
    r"\b(?:policy|research|issue|discussion|working) (?:brief|paper|note)\b|\bbrief(?:ing)? (?:paper )?(?:no\.? ?)?\d"
    r"|^\W*(?:executive )?summary of (?:a|the) (?:report|study|paper)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 800


def bodies_named(text: str) -> dict[str, str]:
    """By the noun of its kind ("institute") the one body of that kind that a text names."""
    found: dict[str, set[str]] = {}
    for match in _BODY.finditer(text):
        kind = (match.group("kind") or match.group("first")).lower()
        found.setdefault(kind, set()).add(re.sub(r"^The ", "", match.group()))
    return {kind: next(iter(names)) for kind, names in found.items() if len(names) == 1}


def publisher_of(text: str) -> Speaker | None:
    """The one body whose report or brief a text is said to be in front; else None."""
    head = text[:_HEAD]
    if _BRIEF.search(head) is None:
        return None
    found = [m for m in _BODY.finditer(head) if _BY.search(head[: m.start()])]
    if not found:
        found = [m for line in re.finditer(r"^.+$", head, re.MULTILINE) for m in _alone(text, line)]
    names = {re.sub(r"^The ", "", m.group()) for m in found}
    if len(names) != 1:
        return None
    return Speaker(mention=found[0].group(), canonical=next(iter(names)), span=found[0].span())


def _alone(text: str, line: re.Match[str]) -> list[re.Match[str]]:
    """A line that is the name of a body and nothing else, whatever its capitals."""
    own = text[: line.start()] + line.group().title() if line.group().isupper() else text[: line.end()]
    match = _BODY.fullmatch(own.rstrip(), line.start())
    return [match] if match else []
