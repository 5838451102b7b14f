"""What one figure says of several years, or of a month alone: a sum, a mean, a rise over years, the highest month. It
is refused where the question would put it to a single year or to all the months of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.gate import YEARLY
from overstretch.claims.reader.moments import A_YEAR
from overstretch.claims.reader.moments.spans import MEAN
from overstretch.claims.reader.moments.values import month_index
from overstretch.claims.reader.series.figure_moments import MONTHLY
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Question, When
from overstretch.questions.data import parts as parts_of
from overstretch.questions.periods import window


def over_years(
    draft: Draft, about: catalogue.Series, figure: Mention | None, sized: bool, when: When, since: str | None
) -> None:
    """Raises Unread for a figure of several years or of the highest month, before it becomes one of a year."""
    if about.name in MONTHLY and len(when.first) != len("2026-01") and (peak := draft.says(_PEAK)):
        raise unplaced(peak)
    if figure is None:
        return
    if about.name in ("growth", "inflation") and figure.kind == "percent":
        moved = draft.says(_GROWS) if about.name == "growth" else draft.says(_PRICES)
        if sized or moved:
            _rise_of_years(draft, figure, when, since)
        if about.name == "inflation" and moved and sized:
            _rise_of_months(figure, when, draft)
            if falls := draft.says(_FALL):
                raise unplaced(falls)  # "1% lower" is no inflation of 1%
    _mean_of_years(draft, when)
    if not sized:
        _sum_of_years(draft, about, figure, when)


_PEAK = re.compile(
    r"\b(?:peak(?:s|ed|ing)?|top(?:s|ped|ping)? out|bottom(?:s|ed|ing)? out|max(?:es|ed)? out|trough(?:s|ed)?|"
    r"crest(?:s|ed)?)\b",
    re.I,
)
_GROWS = re.compile(
    r"\b(?:(?<!be )(?:grow|grows|grew|grown)|expand(?:s|ed)?|shrinks?|shrank|shrunk|contract(?:s|ed)?|bigger|"
    r"smaller|larger)\b",
    re.I,
)
_PRICES = re.compile(r"\b(?:prices|cost of living)\b", re.I)
_FALL = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|s[aiu]nk|lower|"
    r"cheaper|down)\b",
    re.I,
)
_YEARS = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|few)(?: or \w+)?[ -]years?\b"
_OVER = re.compile(rf"\W*(?:over|for|during|across|within|in|throughout)? ?(?:the )?(?:next|coming) {_YEARS}", re.I)
_ALL_ALONG = re.compile(rf"\W*(?:over|for|during|across|throughout) (?:the )?(?:next|coming) {_YEARS}", re.I)
_IN_YEARS = re.compile(rf"\W*(?:with)?in {_YEARS}(?!'? time)", re.I)
_A_YEAR = re.compile(
    r"\b(?:a year|per year|annually|yearly(?! \w)|each year|every year|per annum)\b(?! (?:ago|earlier|before|later|"
    r"after))",
    re.I,
)
_ON_THE_YEAR = re.compile(
    r"\b(?:in|over) the (?:year|twelve months|12 months) (?:to|through|until|ending)\b|\byear[- ](?:on|over)[- ]year\b|"
    r"\bfrom a year (?:earlier|before|ago)|\bfrom the (?:same|previous) |\bon the year\b|\bannual|\byearly\b|\bthan "
    r"(?:a "
    r"year|in the same|the year)|\bcompared (?:with|to)\b|\bo[nv]e?r? a year (?:earlier|before|ago)|\bin annual terms",
    re.I,
)
_UNTIL = re.compile(r"\W*(?:until|till|through|up to|from now)\b", re.I)


def _rise_of_years(draft: Draft, figure: Mention, when: When, since: str | None) -> None:
    """ "Will grow by 3% by 2028", "6% bigger in 2028 than in 2025", "has grown by 10% since 2022"."""
    now = month_index(draft.said)
    if since is not None and re.match(r"\d{4}", since):
        year = draft.said.year if when.relation == "latest" else window(when).year if when.first else draft.said.year
        if year - int(since[:4]) > 1:
            raise Unread(f"it does not say how much of “{figure.text}” is of one year alone")
    if (
        when.relation in ("by", "before")
        and not when.default
        and not draft.says(r"\bbe (?:grow|expand|shrink|ris)\w*ing\b")
    ):
        last = window(when).last
        ahead = last - now > A_YEAR and last // A_YEAR > draft.said.year
        if ahead or any(_OVER.match(draft.text, m.start) for m in draft.moments):
            raise Unread(f"it does not say how much of “{figure.text}” is of one year alone")


def _rise_of_months(figure: Mention, when: When, draft: Draft) -> None:
    """ "Prices rose by 0.5% in March": on the month before, not on the year."""
    if when.relation == "in" and "-" in when.first and not _ON_THE_YEAR.search(draft.text):
        raise Unread(f"it does not say whether prices move by “{figure.text}” on the year, or in these months alone")


def _mean_of_years(draft: Draft, when: When) -> None:
    """ "Will average 2% over the next three years", "1% on average until 2030"."""
    mean = MEAN.search(draft.text)
    if (
        mean
        and when.relation == "by"
        and not when.default
        and any(_OVER.match(draft.text, m.start) or _UNTIL.match(draft.text, m.start) for m in draft.moments)
    ):
        raise unplaced(mean)
    if mean and when.relation == "each" and when.first[:4] != when.last[:4]:
        raise unplaced(mean)


def _sum_of_years(draft: Draft, about: catalogue.Series, figure: Mention, when: When) -> None:
    """ "Will spend 10bn euros over the next four years", "3.5% for the next three years"."""
    spends = about.name in YEARLY or about.name in ("balance", "oil_gas_revenue", "aid_to_ukraine")
    money = figure.kind == "money"
    if money and spends and when.relation in ("each", "any") and (whole := draft.says(_WHOLE)):
        raise unplaced(whole)
    if when.relation != "by" or when.default or not spends:
        return
    for m in draft.moments:
        over = (_OVER if money else _ALL_ALONG).match(draft.text, m.start)
        over = over or (_IN_YEARS.match(draft.text, m.start) if money else None)
        if over and (money or not _moves(draft)) and not _A_YEAR.search(draft.text):
            raise unplaced(over)
    ahead = window(when).last // A_YEAR > draft.said.year and not _A_YEAR.search(draft.text)
    own_year = (
        about.name == "defence_spending" and when.first == f"{draft.said.year}-12"
    )  # "will have spent by New Year's Eve"
    if money and ((not own_year and (spent := draft.says(_HAVE_SPENT))) or (ahead and (spent := draft.says(_SPEND)))):
        raise unplaced(spent)


def _moves(draft: Draft) -> bool:
    """Whether a figure is led to: what only bounds it, "less than", leads nowhere."""
    ways = [w for w in draft.all_of("UP", "DOWN") if not any(c.start <= w.start < c.end for c in draft.comparators)]
    return bool(ways) or draft.has("REACH")


_WHOLE = re.compile(
    r"\ba total of\b|\bin total\b|\baltogether\b|\bbetween now and\b(?=.*\bspend\b)|\badd up to\b", re.I
)
_HAVE_SPENT = re.compile(
    r"\bwill (?:\w+ )?have (?:\w+ )?(?:spent|invested|run up|poured|laid out)\b|\b(?:deficits|shortfalls) of\b|"
    r"\b(?:will|to|would) total\b|\b(?:a|in) total\b|\baltogether\b",
    re.I,
)
_SPEND = re.compile(  # within all the years until then, or in the last of them
    r"(?:\b(?:will|would|to|could|may|might|'ll) (?:\w+ )?|^\W*)(?:spend|invest|lay out|pour|splash out)\b(?!ing)", re.I
)


def change_a_year(draft: Draft, when: When, base: str) -> None:
    """Raises Unread for a change "a year" that would be read as that of several years."""
    each = _A_YEAR.search(draft.text)
    if (
        each
        and when.relation not in ("each", "any")
        and (when.relation != "in" or (when.first and int(when.first[:4]) - int(base[:4]) > 1))
    ):
        raise unplaced(each)


LEAST = 2.0  # percent: less is a rise of prices within a month, in a country whose prices rise [J]


def _inflation_of_a_month(question: Question, text: str) -> None:
    """ "Inflation slowed to 0.2% in February": on the month. Raises Unread."""
    if _ON_THE_YEAR.search(text):
        return
    for part in parts_of(question):
        if (
            isinstance(part, Compare)
            and part.left.series == "inflation"
            and part.left.who in (("RUS",), ("UKR",))
            and part.left.change is None
            and part.left.when.relation == "in"
            and "-" in part.left.when.first
            and isinstance(part.right, float)
            and abs(part.right) < LEAST
        ):
            raise Unread("it does not say whether its inflation is on the year, or in these months alone")


def of_one_sort(questions: Sequence[Question], text: str) -> None:
    """ "Spent 43% more, Italy 12%": of both a change. Raises Unread."""
    for question in questions:
        _inflation_of_a_month(question, text)
    left = [q.left for q in questions if isinstance(q, Compare)]
    if any(q.series == "growth" and re.fullmatch(r"\d{4}-\d\d", q.when.first) for q in left[1:]):
        raise Unread("it does not say whether its month is that of a forecast")
    if any(q.change for q in left[:1]) and " GDP" not in text and any(q.series == "core_share" for q in left[1:]):
        raise Unread("it does not say of what its second percentage is")
