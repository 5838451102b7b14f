"""A party's share of what the alliance or Europe spends: "of every dollar", "the lion's share"."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.which_series import named_series, of_kind

_WHOLE = re.compile(
    r"\b(?:share|part|portion|slice|proportion) of (?:all |the |total |overall )*(?:alliance's|allied|"
    r"nato(?:'s)?|allies')(?: total| aggregate| combined| overall| joint| defen[cs]e| military| all)* "
    r"?(?:spending|expenditure|bill|burden|"
    r"outlays)?|"
    r"(?:of|shoulder|foot(?:ed|s)?|pay(?:s|ing)? (?:for )?) ?(?:(?:nearly |about |almost |over |more than "
    r")?(?:half|two thirds|a third|three fifths|a quarter|three quarters) of )?(?:all )?(?:of )?(?:the "
    r")?(?:alliance's|nato's|allied|all nato) (?:total |aggregate |combined |overall |joint |defen[cs]e |"
    r"military |all )*(?:spending|bill|"
    r"outlays|total|burden)|"
    r"of (?:what|everything|all|all that) (?:the )?(?:alliance's |nato's )?(?:european (?:members|allies)|"
    r"members|allies|alliance|"
    r"nato|europe) spends?(?: on (?:defen[cs]e|its militar\w+|their forces))?|"
    r"of every (?:dollar|euro) that the alliance spends(?: on its militaries)?|share of the burden|"
    r"(?:american|us) share of (?:the )?(?:alliance|nato)",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?P<words>the lion's share|the bulk|most|more than half|half|two thirds|a third|one third|three "
    r"fifths|a quarter|three quarters|four fifths|two fifths|a fifth|a tenth)\b",
    re.I,
)
FRACTIONS = {
    "half": 50.0,
    "two thirds": 66.0,
    "a third": 33.0,
    "one third": 33.0,
    "three fifths": 60.0,
    "a quarter": 25.0,
    "three quarters": 75.0,
    "four fifths": 80.0,
    "two fifths": 40.0,
    "a fifth": 20.0,
    "a tenth": 10.0,
    "the lion's share": 50.0,
    "the bulk": 50.0,
    "most": 50.0,
    "more than half": 50.0,
}


def share_or_series(draft: Draft) -> tuple[str, Mention | None, str | None]:
    """A party's share of the alliance's spending, else the series named."""
    m = _WHOLE.search(draft.text)
    figure = of_kind(draft, "percent") or of_kind(draft, "share")
    if m and figure is None and (part := _FRACTION.search(draft.text)):
        figure = Mention("percent", part.start(), part.end(), part.group(), FRACTIONS[part["words"].lower()])
        draft.figures.append(figure)
        draft.size = None
    if not m or figure is None:
        return (*named_series(draft), None)
    draft.use(m.start(), m.end(), "share of")
    draft.take_all("MIL", "SPEND", "TARGET", part="series")
    bodies = [
        p for p in draft.parties if p.kind == "group" and str(p.value) in ("NATO", "EUROPE") and p.start >= m.start()
    ]
    whole = "EUROPE" if "european" in m.group().lower() or "europe " in m.group().lower() else "NATO"
    for p in bodies:
        draft.take(p, "share of")
    return "defence_spending", figure, whole
