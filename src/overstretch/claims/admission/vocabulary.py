"""Whether the words of a series can mean it: none of another series' own words, and no noun before them that nobody
knows."""

from __future__ import annotations

import re

from overstretch.claims.admission.places import Rests
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.data import Quantity, Question
from overstretch.questions.data import parts as parts_of

# Words of one series → the series that may be meant by them. Words that many series share stand in none.
OF = {
    "DEBT": ("debt_ratio", "rise_by_debt", "bond_yield", "policy_rate"),
    "DEFICIT": ("balance",),
    "SURPLUS": ("balance",),
    "INFLATION": ("inflation", "room_inflation"),
    "UNEMPLOYMENT": ("unemployment",),
    "YIELD": ("bond_yield", "policy_rate"),
    "FX": ("exchange_rate",),
    "BRENT": ("brent_price",),
    "OILGAS": ("oil_gas_revenue",),
    "AID": ("aid_to_ukraine",),
    "US_TROOPS": ("us_troops_europe",),
    "ARMS_OUTPUT": ("arms_output",),
    "SUPPORT": ("poll_support",),
}

_REAL = re.compile(r"\b(?:after|before|above|for|net of|than)\s+$", re.I)  # "after inflation": in real terms

_TERMS = re.compile(
    r"\bin (?:us )?(?:dollars?|roubles?) terms\b|\bin (?:us )?dollars\b", re.I
)  # of whatever is counted


def agrees(question: Question, draft: Draft, rests: Rests) -> None:
    """Raises Unread where the words of the series name another one."""
    asked = {p.series for p in parts_of(question) if isinstance(p, Quantity)}
    if not asked:
        return
    for place in rests.parts():
        if place.part != "series":
            continue
        for m in draft.concepts:
            other = OF.get(m.kind)
            real = m.kind == "INFLATION" and _REAL.search(draft.text[: m.start])
            held = any(asked & set(OF.get(o.kind, ())) and _longer(o, m) for o in draft.concepts)
            terms = m.kind == "FX" and _TERMS.search(draft.text, max(0, m.start - 8), m.end + 8)
            if (
                other
                and not real
                and not terms
                and not held
                and place.start <= m.start
                and m.end <= place.end
                and not asked & set(other)
            ):
                raise Unread(f"“{m.text}” names another series than {' and '.join(sorted(asked))}")


def _longer(mention: Mention, inner: Mention) -> bool:
    """Whether the other stands within it: "prices" in "Brent prices"."""
    return inner.within(mention.start, mention.end) and inner.end - inner.start < mention.end - mention.start
