"""What a figure of a claim can be one of, by its kind, its size and what stands beside it."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.series import series_words as sw
from overstretch.claims.reader.series.limits import value_of
from overstretch.claims.reader.vocabulary import Mention


def of_kind(draft: Draft, kind: str) -> Mention | None:
    return next((f for f in draft.figures if f.kind == kind and not f.part), None)


def spoken_percent(draft: Draft, number: Mention) -> bool:
    """Whether a number alone can only be a percentage: "inflation's at eight", "growth? Zero point five"."""
    held = value_of(number)
    return (
        (held[1] if isinstance(held, tuple) else held) <= 200
        and spoken(draft) is number
        and bool(
            isinstance(held, tuple)
            or sw.SPOKEN_SHARE.search(number.text)
            or sw.LEADS_TO.search(draft.text[: number.start])
            or re.search(r",\s+(?:about |around |maybe |say |roughly )?$", draft.text[: number.start])
        )
    )


def spoken(draft: Draft) -> Mention | None:
    """'They'll be at three and a half by 2030': a number alone where only a share of GDP can stand."""
    number = of_kind(draft, "number")
    if number is not None and re.search(r"\b(?:of|among|between) (?:the|us|them) $", draft.text[: number.start], re.I):
        return None  # "one of the three"
    if (
        number is None
        or len(draft.figures) > 1
        or not re.match(
            r" *(?:$|[,.;!]|  |(?:of gdp|or (?:so|thereabouts)|give or take|by|in|before|until|next|this|as|now|"
            r"already|today|come|last|for|at)\b)",
            draft.text[number.end :],
            re.I,
        )
    ):
        return None
    return number


def large(figure: Mention) -> bool:
    held = value_of(figure)
    return (held[0] if isinstance(held, tuple) else held) >= 1e9


def many(figure: Mention) -> bool:
    """Whether a plain number can be one of soldiers."""
    held = value_of(figure)
    return 1e3 <= (held[1] if isinstance(held, tuple) else held) <= 5e6


def fits(figure: Mention | None) -> bool:
    """Whether a percentage is of the size of a share of GDP for defence."""
    held = value_of(figure) if figure else 0.0
    return 0.9 <= (held[1] if isinstance(held, tuple) else held) <= 6.5
