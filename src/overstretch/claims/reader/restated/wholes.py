"""What is named by its parts, put as the whole: "the army, the navy and the air force", "the fund, tied up or not"."""

from __future__ import annotations

import re

_SERVICE = r"(?:army|navy|air ?force|land forces|marines|ground forces)"
_OWN = r"(?:the |its |our |their )?"
_THREE = re.compile(rf"\b{_SERVICE}, {_OWN}{_SERVICE},?(?: and|,) {_OWN}{_SERVICE}\b", re.I)
_HANDS = r"(?:soldiers|troops|servicemen|men and women|men|personnel|people|sailors|airmen|conscripts|recruits)"
_GEAR = (
    r"(?:ships|aircraft|tanks|guns|planes|jets|kit|weapons|arms|hardware|equipment|missiles|vehicles|barracks|bases|"
    r"sailors|airmen|warships|armou?r|artillery|ammunition|shells|drones|munitions|submarines|helicopters|warplanes|"
    r"gear|frigates)"
)
_MEN_AND_ARMS = re.compile(  # what is spent on, not how many
    rf"(?<=[a-z]) (?:into|on|to|towards|for|upon|behind) (?P<list>{_OWN}{_HANDS}(?:, {_OWN}{_GEAR})+,? "
    rf"and {_OWN}{_GEAR})\b(?! (?:exports?|purchases?|orders|alone))",
    re.I,
)
_UNNAMED = re.compile(  # that a source wants no name
    r",? (?:and |but |while |who |by )?(?:\w+ed |\w+ing |has |insist\w* on |speak\w* on |on )?(?:ask(?:s|ed|ing)?|"
    r"wish(?:es|ed|ing)?|prefer(?:s|red|ring)?|request(?:s|ed|ing)?|want(?:s|ed|ing)?|beg(?:s|ged|ging)?|choos(?:es|"
    r"ing)|chose|declin(?:es|ed|ing)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|plead(?:s|ed|ing)?) (?:(?:on|for) "
    r")?(?:not (?:to be|being) |to (?:remain|stay|be) (?:un|kept un|left un)?|(?:that )?(?:his|her|their) names? "
    r"(?:not be|be not|be (?:withheld|left out|kept out))|to be )?(?:(?<=not to be )|(?<=not being )|(?<= un)|"
    r"(?<=remain )|(?<=stay )|(?<=declined to be )|(?<=declining to be )|(?<=declines to be )|(?<=not be )|(?<=be not "
    r"))(?:named|identified|quoted|cited|credited|attributed|anonymous|nameless|used|printed|mentioned|published)(?: "
    r"by name| directly| in print| publicly)?(?=[,.;]|$)",
    re.I,
)
_A_FUND = re.compile(r"\b(?:wealth|welfare|nwf|rainy-day|reserve fund|savings fund)\b", re.I)
_HELD = r"(?:holdings?|stakes?|investments?|assets?|shares?|deposits?|loans?|parts?|portions?)"
_FIXED = r"(?:tied[ -]up|frozen|illiquid|invested|non-liquid|locked[ -](?:up|away|in)|sunk|bank|equity)"
_PLACED = (
    r"(?:(?:company |corporate |bank |state |infrastructure |equity |frozen |domestic |russian |sberbank |bank|"
    r"long-term )?(?:shares|loans|stakes|bonds|deposits|holdings|investments|projects|equities|stock|stocks|ious|"
    r"credits|commitments))"
)
_ALL_OF_IT = re.compile(  # liquid or not
    rf",? (?:(?:{_FIXED}|liquid|spendable|usable|available|sellable|tappable) or (?:not|otherwise|{_FIXED})|(?:liquid|"
    rf"{_FIXED}) and {_FIXED}(?: alike)?|(?:its |the |all )?{_FIXED} {_HELD} (?:and all|included)|(?:counting|"
    rf"including|inclusive of|together with|along with) (?:all )?(?:its |the )?(?:{_FIXED} )?{_HELD}(?: (?:in|at|with) "
    rf"(?:the )?(?:[\w-]+)(?:(?:,| and) [\w-]+)*?(?: (?:banks|companies|firms|projects))?)?|(?:all |its |the "
    rf")*{_PLACED}(?:(?:,| and|, and) (?:its |the )?{_PLACED})* (?:and all|included|as well|too|inclusive)|not (?:just|"
    rf"only|merely|simply) (?:its |the )?(?:liquid|spendable|usable|available) (?:{_HELD}|half|slice|money|cash))(?:,|"
    rf"(?= (?:will|would|is|was|has|could|may)\b))",
    re.I,
)


def as_wholes(text: str) -> str:
    """The text, as long as it was, with each such whole by its name."""
    text = _UNNAMED.sub(lambda m: " " * len(m.group()), text)
    text = _MEN_AND_ARMS.sub(
        lambda m: m.group()[: m.start("list") - m.start()] + "the military".ljust(len(m["list"])), text
    )
    text = _THREE.sub(lambda m: "armed forces".ljust(len(m.group())), text)
    return _ALL_OF_IT.sub(_as_a_whole, text) if _A_FUND.search(text) else text


def _as_a_whole(m: re.Match[str]) -> str:
    words = " as a whole".ljust(len(m.group()))
    return words if len(words) == len(m.group()) else m.group()
