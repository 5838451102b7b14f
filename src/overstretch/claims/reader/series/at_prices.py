"""At which prices a change is measured: in real terms, in nominal ones, in the party's own money."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.figures.numbers import CURRENCY
from overstretch.questions import catalogue
from overstretch.questions.data import Quantity

_OWN_MONEY = (
    r"(?:zlotys?|lira|forints?|lei|crowns|krona|kronor|krone|kroner|koruny|hryvnias?|local[- ]currency|national[- ]"
    r"currency)"
)
_REAL = re.compile(
    r"\b(?:(?:in )?real terms|real(?= (?:[\w']+ ){0,2}?(?:spending|outlays|expenditures?|budgets?|revenues?|"
    r"funding)\b)|"
    r"inflation-adjusted|(?:at |in )?constant prices|after +inflation)\b",
    re.I,
)
_NOMINAL = re.compile(
    rf"\b(?:(?:in )?nominal terms|nominal|before +inflation|in roubles|in (?:cash|money|{_OWN_MONEY}) terms|in cash|"
    rf"in {_OWN_MONEY})\b",
    re.I,
)
_MEASURED_IN = re.compile(
    r"\b(?:measured |expressed |counted |reckoned |calculated |stated )?in (?P<money>euro|dollar|pound|sterling|zloty|"
    r"ro?uble)s?\b(?: terms)?",
    re.I,
)


def at_constant_prices(draft: Draft, quantity: Quantity) -> bool | None:
    """True for real, False for nominal, as a change in the party's own money is; None where neither is said."""
    real = None
    for constant, prices in ((True, _REAL), (False, _NOMINAL)):
        if draft.mark(prices, "prices"):
            real = constant
    for m in _MEASURED_IN.finditer(draft.text):
        code = CURRENCY.get(m["money"].lower(), "GBP")
        if quantity.who and all(catalogue.currency_of(who) == code for who in quantity.who):
            draft.use(*m.span(), "prices")
            return False
    return real
