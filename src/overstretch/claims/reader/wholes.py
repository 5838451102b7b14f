"""What is named by its parts, put as the whole: "the army, the navy and the air force", "the fund, tied up or not"."""

from __future__ import annotations

import re

_SERVICE = r"(?:army|navy|air ?force|land forces|marines|ground forces)"
_OWN = r"(?:the |its |our |their )?"
_THREE = re.compile(rf"\b{_SERVICE}, {_OWN}{_SERVICE},?(?: and|,) {_OWN}{_SERVICE}\b", re.I)
_A_FUND = re.compile(r"\b(?:wealth|welfare|nwf|rainy-day|reserve fund|savings fund)\b", re.I)
_HELD = r"(?:holdings?|stakes?|investments?|assets?|shares?|deposits?|loans?|parts?|portions?)"
_FIXED = r"(?:tied[ -]up|frozen|illiquid|invested|non-liquid|locked[ -](?:up|away|in)|sunk|bank|equity)"
_ALL_OF_IT = re.compile(  # liquid or not
    rf",? (?:(?:{_FIXED}|liquid|spendable|usable|available|sellable|tappable) or (?:not|otherwise|{_FIXED})|"
    rf"(?:liquid|{_FIXED}) and {_FIXED}(?: alike)?|(?:its |the |all )?{_FIXED} {_HELD} (?:and all|included)|"
    rf"(?:counting|including|inclusive of|together with|along with) (?:all )?(?:its |the )?(?:{_FIXED} )?{_HELD}"
    r"(?: (?:in|at|with) (?:the )?(?:[\w-]+)(?:(?:,| and) [\w-]+)*?(?: (?:banks|companies|firms|projects))?)?|"
    rf"not (?:just|only|merely|simply) (?:its |the )?(?:liquid|spendable|usable|available) (?:{_HELD}|half|slice|"
    rf"money|cash))"
    r"(?:,|(?= (?:will|would|is|was|has|could|may)\b))",
    re.I,
)


def as_wholes(text: str) -> str:
    """The text, as long as it was, with each such whole by its name."""
    text = _THREE.sub(lambda m: "armed forces".ljust(len(m.group())), text)
    return _ALL_OF_IT.sub(_as_a_whole, text) if _A_FUND.search(text) else text


def _as_a_whole(m: re.Match[str]) -> str:
    words = " as a whole".ljust(len(m.group()))
    return words if len(words) == len(m.group()) else m.group()
