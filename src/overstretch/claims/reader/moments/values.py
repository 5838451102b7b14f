"""What the words of a moment come to: each function makes a moment of a match and the day on which it was said."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from math import ceil

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from overstretch.questions.data import When
from overstretch.questions.periods import window
from overstretch.statements.mentions.calendar_words import MONTHS
from overstretch.statements.mentions.quantities import number

HALF_A_MONTH, LATELY = 15, 60  # days; the latter after which one without a year, beside a figure, is the one to come
SPRING, SEASON = 3, 3  # the month from which "next summer" may be the coming one; months of a season
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
QUARTERS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "closing": 4} | {
    f"q{n}": n for n in (1, 2, 3, 4)
}
SPANS_OF = {"decade": 120, "year": 12, "quarter": 3, "month": 1}  # in months


def month_text(index: int) -> str:
    """A month as the language writes it, of one counted as 12 x year + month - 1."""
    return f"{index // 12}-{index % 12 + 1:02d}"


def month_index(day: date) -> int:
    """The month of a day, counted as 12 x year + month - 1."""
    return 12 * day.year + day.month - 1


def month_after(day: date, months: int) -> str:
    return month_text(month_index(day) + months)


def by_its_end(when: When) -> When:
    """By the end of a moment: what "by then" refers to."""
    return When("by", month_text(window(when).last))


def year_of(m: re.Match[str], said: date) -> int:
    """The year named, the next where it is called so, else this one."""
    return int(m["year"] or said.year + ("next" in m.group()))


def number_of(words: str) -> int:
    return int(number(words))


def before_year(m: re.Match[str], said: date) -> When:
    return When("before", f"{m['year'] or said.year + 1}-01")


def by_decade(m: re.Match[str], said: date) -> When:
    return When("by", f"{said.year // 10 * 10 + 9}-12")


def short_year(m: re.Match[str], said: date) -> When:
    """By '29, in thirty-one."""
    year = 2000 + int(number(m["short"]))
    return When(m["relation"], f"{year}{ {'before': '-01', 'by': '-12'}.get(m['relation'], '') }")


def part(m: re.Match[str], said: date) -> When:
    """The end, middle, start or a half of a year; by its start is before it."""
    if m["part"] in ("start", "beginning") and re.match(r"(?:by|before|until|till|up to|come|no later)\b", m.group()):
        return When("before", f"{year_of(m, said)}-01")
    month = "06" if m["part"].startswith("mid") else "03" if m["part"] in ("early", "start", "beginning") else "12"
    return When("by", f"{year_of(m, said)}-{month}")


_HAS_MOVED = re.compile(
    r"\b(?:has|have)(?: [a-z]+ly| now| already| not)?(?: been)? +(?:come|gone|fall|rise|fallen|risen|grown|shrunk|dropped|climbed|"
    r"slid|slipped|swollen|lost|gained|added|cut|raised|lowered|doubled|tripled|trebled|halved|spent|brought)\b"
    r"(?!.*\b(?:will|would|could|may|might)\b)",
    re.I,
)
_CLAUSES = re.compile(r"[,;:]\s|\.\s")


def has_moved(text: str, start: int, end: int) -> bool:
    """Whether the clause in which something stands tells of what has come about: "in twelve months it has come down"."""
    first = max((m.end() for m in _CLAUSES.finditer(text, 0, start)), default=0)
    last = next((m.start() for m in _CLAUSES.finditer(text, end)), len(text))
    return _HAS_MOVED.search(text[first:last]) is not None


def within(m: re.Match[str], said: date) -> When:
    """Within N years or months of the day said; of a range the upper end. Raises ValueError where it has come about."""
    if has_moved(m.string, m.start(), m.end()):
        raise ValueError(m.group())
    return When("by", month_after(said, ceil(number(m["upper"] or m["count"]) * SPANS_OF[m["unit"].rstrip("s")])))


def day(m: re.Match[str], said: date) -> When:
    return _by_day(int(m["year"]), MONTHS[m["month"]], _number_of_day(m["day"]))


def _number_of_day(word: str) -> int:
    return int(word) if word.isdigit() else {"first": 1, "thirtieth": 30, "thirty-first": 31}[word]


def _by_day(year: int, month: int, day: int) -> When:
    """By a day; by the first of a month is before the month."""
    if day == 1:
        return When("before", f"{year}-{month:02d}")
    last = day == monthrange(year, month)[1]  # its end is that of the month
    return When("by", f"{year}-{month:02d}" if last else f"{year}-{month:02d}-{day:02d}")


def undated_day(m: re.Match[str], said: date) -> When:
    """A day without a year: the next such day, in the past tense the last; "on" it its month."""
    month = MONTHS[m["month"]]
    word = m["day"]
    day = _number_of_day(word)
    later = (month, day) > (said.month, said.day)
    since = (said - date(said.year - later, month, min(day, 28))).days
    on_it = m["relation"] in ("on", "as of")
    figure = on_it and since <= LATELY and not tense(m, whole=False)  # "4.1 trillion on 1 November"
    year = said.year - later if figure or is_over(m) else said.year + (not later)
    return When("in", f"{year}-{month:02d}") if on_it else _by_day(year, month, day)


def month(m: re.Match[str], said: date) -> When:
    """A month: 'by March 2027', 'in September 2026', 'by next March'; without a year the next one to come."""
    month = MONTHS[m["month"]]
    if re.search(r"\bnext\b", m.group()) and month > said.month:
        raise ValueError  # "by next December", said in November: this year's or the next?
    year = m["year"] or (said.year - (month > said.month) if is_over(m) else said.year + (month <= said.month))
    relation = "by" if re.match(r"before (?:the )?end of", m.group()) else m["relation"] or "in"
    return When(
        relation if relation == "before" else "in" if relation in ("in", "during", "for") else "by",
        f"{year}-{month:02d}",
    )


def season(m: re.Match[str], said: date) -> When:
    """Without a year the next one to come; "this" season, and one that is to be over, runs through its last month."""
    month = SEASONS[m["season"]]
    if re.search(r"\bnext\b", m.group()) and SPRING <= said.month <= month - SEASON:
        raise ValueError(m.group())  # of this year or of the next
    if re.search(r"\bnext\b", m.group()) and month - SEASON < said.month <= month:
        return When("by", f"{said.year + 1}-{month:02d}")  # the one that runs is this one
    runs = month == said.month and re.search(r"\bthis (?!coming)|\b(?:over|out|ends|ended)$", m.group())
    return When("by", f"{m['year'] or said.year + (month <= said.month and not runs)}-{month:02d}")


def quarter(m: re.Match[str], said: date) -> When:
    quarter, year = QUARTERS[m["quarter"]], year_of(m, said)
    if m["relation"] == "before":
        return When("before", f"{year}-{3 * quarter - 2:02d}")
    if m["relation"] in ("by", "until"):
        return When("by", f"{year}-{3 * quarter:02d}")
    return When("in", f"{year}-Q{quarter}")


def half(m: re.Match[str], said: date) -> When:
    year = int(m["year"] or said.year) + {"next": 1, "last": -1}.get(m["which"], 0)
    first = m["half"] in ("first", "opening", "front")
    return When("by", f"{year}-{6 if first else 12:02d}") if m["by"] else When("in", f"{year}-H{1 if first else 2}")


def whole_half(m: re.Match[str], said: date) -> When:
    year, first = m["year"] or said.year, m["half"] == "first"
    return When("each", f"{year}-{'01' if first else '07'}", f"{year}-{'06' if first else '12'}")


def span(m: re.Match[str], said: date) -> When:
    last = m["last"] if len(m["last"]) == 4 else m["first"][:2] + m["last"]
    if len(m["last"]) == 2 and int(last) == int(m["first"]) + 1:
        return When("in", m["first"])  # the fiscal year 2029-30
    each = re.search(r"\b(?:each|every|throughout)\b", m.group())
    return When("each" if each else _kind(m), m["first"], last)


def _kind(m: re.Match[str]) -> str:
    return "mean" if re.search(r"\baverag", m.string, re.I) else "span"


def relative(m: re.Match[str], said: date) -> When:
    """This year, next year, the year after next; by their end where "by" or "end" stands before."""
    text = m.group()
    steps = (("after next", 2), ("next", 1), ("coming", 1), ("last", -1), ("past", -1))
    year = said.year + next((step for word, step in steps if word in text), 0)
    ends = "end" in text or "close" in text
    if re.match("before", text) and not ends and ("next" in text or "coming" in text):
        return When("before", f"{year}-01")
    return When("by", f"{year}-12") if re.match(r"(?:by|before|until|till)\b", text) or ends else When("in", str(year))


def over(m: re.Match[str], said: date) -> When:
    """By 2026, before 2026 is out, by the time 2025 is over, come New Year's Eve 2026, by Christmas next year."""
    return When("by", f"{year_of(m, said)}-12")


def from_year_on(m: re.Match[str], said: date) -> When:
    """From 2027 on, from next year onwards: open at its end."""
    return When("from", str(year_of(m, said)))


def through_decade(m: re.Match[str], said: date) -> When:
    """Until the end of the decade, for the rest of it: throughout."""
    return When("each", str(said.year), str(said.year // 10 * 10 + 9))


def whole_year(m: re.Match[str], said: date) -> When:
    """All year, for the whole of 2026, throughout next year."""
    year = str(year_of(m, said))
    return When("each", year, year)


def turn_of_the_year(m: re.Match[str], said: date) -> When:
    """Of what is to come the next one, else the nearest."""
    return (
        When("by", f"{said.year}-12")
        if tense(m) == "ahead" and not PAST.search(m.string)
        else When("in", f"{said.year - (said.month <= 6)}-12")
    )


def past_years(m: re.Match[str], said: date) -> When:
    return When("each", str(said.year - number_of(m["count"])), str(said.year - 1))


def ago(m: re.Match[str], said: date) -> When:
    return When("in", month_after(said, -12 * number_of(m["count"])))


def by_month(m: re.Match[str], said: date) -> When:
    month = MONTHS[m["month"].strip()] if m["month"] else 12
    return When("by", f"{m['year']}-{month:02d}")


def before_month(m: re.Match[str], said: date) -> When:
    """Before what is held in a month: of one without a year the next to come; of what is told, not known."""
    if not m["year"] and tense(m) == "over":
        raise ValueError(m.group())
    month = MONTHS[m["month"]]
    year = m["year"] or said.year + (month <= said.month)
    return When("before", f"{year}-{month:02d}")


def next_month(m: re.Match[str], said: date) -> When:
    """Of a meeting: this month's or the next one to come; of what is told, the last one."""
    month = MONTHS[m["month"]]
    year = said.year - (month > said.month) if is_over(m) else said.year + (month < said.month)
    return When("in", f"{year}-{month:02d}")


def any_until(m: re.Match[str], said: date) -> When:
    """'In any year before 2036': of those from the year said on."""
    last = int(m["year"]) - (m["way"] in ("before", "until", "till"))
    return When("any", str(said.year), str(max(said.year, last)))


def years_to(m: re.Match[str], said: date) -> When:
    """'Over the three years to 2028': from 2026 on."""
    last = int(m["year"])
    return When(_kind(m), str(last - number_of(m["count"]) + 1), str(last))


def from_now_to(m: re.Match[str], said: date) -> When:
    return When(_kind(m), str(said.year), m["year"])


def beside_now(m: re.Match[str], said: date) -> When:
    """'Last month', 'this quarter', 'by next month'."""
    way = {"this": 0, "next": 1, "the coming": 1}.get(m["which"], -1)
    if m["unit"] == "month":
        moment = month_after(said, way)
    else:
        quarters = 4 * said.year + (said.month - 1) // 3 + way
        moment = f"{quarters // 4}-Q{quarters % 4 + 1}"
    when = When("in", moment)
    return by_its_end(when) if re.match(r"by |before |at the", m.group()) else when


def running_out(m: re.Match[str], said: date) -> When:
    """'By the end of the month', 'before the quarter is out': of the one that runs."""
    month = month_index(said)
    return When("by", month_text(month if m["unit"] == "month" else month // 3 * 3 + 2))


def in_season(m: re.Match[str], said: date) -> When:
    """'In the autumn': the next one to come; of what is told, not known."""
    if tense(m) != "ahead":
        raise ValueError(m.group())
    return season(m, said)


def last_month(m: re.Match[str], said: date) -> When:
    month = MONTHS[m["month"]]
    return When("in", f"{said.year - (month >= said.month)}-{month:02d}")


def each_next(m: re.Match[str], said: date) -> When:
    return When("each", str(said.year + 1), str(said.year + number_of(m["count"])))


def each_until(m: re.Match[str], said: date) -> When:
    """'In each year up to 2028': the year named is one of them, but "until 2028"."""
    last = int(m["year"]) - (m["way"] in ("until", "till") and "end of" not in m.group())
    return When("each", str(said.year), str(max(said.year, last)))


def until(m: re.Match[str], said: date) -> When:
    """'Until 2028': throughout the years before it; 'through 2028' and 'until the end of 2028' take that year in."""
    within = re.search("through|end of", m.group())
    if int(m["year"]) < said.year:
        return When("from", m["year"])  # "until 2023": from when on is not said
    return When("each", str(said.year), str(max(said.year, int(m["year"]) - (0 if within else 1))))


def from_now(m: re.Match[str], said: date) -> When:
    return When("by", month_after(said, 12 * number_of(m["count"] or "two")))


def decade_part(m: re.Match[str], said: date) -> When:
    """The middle or the end of this or the next decade; the early, mid or late 2030s."""
    text = m.group()
    start = int(m["decade"]) if m["decade"] else said.year // 10 * 10 + (10 if "next" in text else 0)
    first, last = (4, 6) if "mid" in text else (0, 3) if "early" in text else (7, 9)
    if text.startswith("in "):
        return When("any", str(max(said.year, start + first)), str(start + last))
    return When("by", f"{start + (5 if last == 6 else last)}-12")


def review_time(m: re.Match[str], said: date) -> When:
    return When("by", f"{m['year'] or 2029}-12")


def by_easter(m: re.Match[str], said: date) -> When:
    """'By Easter': by the month of its Sunday, the next one to come."""
    kind = EASTER_ORTHODOX if m["orthodox"] else EASTER_WESTERN
    year = int(m["year"] or said.year)
    sunday = easter(year, kind)
    sunday = easter(year + 1, kind) if not m["year"] and sunday < said else sunday
    return When("by", sunday.strftime("%Y-%m"))


def before_season(m: re.Match[str], said: date) -> When:
    month = SEASONS[m["season"]] - SEASON + 1 or 12
    return When("before", f"{m['year'] or said.year + (month <= said.month)}-{month:02d}")


def until_now(m: re.Match[str], said: date) -> When:
    return When("any", str(said.year), m["year"])


PAST = re.compile(
    r"\b(?:was|were|had|amounted|totall?ed|numbered|equalled|rose|fell|grew|spent|shrank|reached|hit|met|came|stood|"
    r"climbed|dropped|exceeded|jumped|"
    r"slipped|went|ran|got|closed|ended|brought|doubled|tripled|halved|raised|cut|held|averaged|slowed|eased|started|"
    r"traded|fetched|sold|took|lowered|lifted|kept|left|trimmed|increased|reduced|lost)\b(?<!\bto cut)(?<!\bto hit)",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|can(?:not)?|(?-i:may)|might|is to|are to|set to|likely|expected|forecast|projected|"
    r"going to|seen (?=at|\w+ing)|sees|expects?|forecasts|projects|predicts|(?:i|we|they) (?:now |still |currently )?"
    r"(?:see|forecast|project|predict|reckon|foresee|pencil)|my projection|our projection)\b|'ll\b",
    re.I,
)


_PARTED = re.compile(
    r"[;:]\s|,\s|\s(?:and|but|while|though|although|whereas|yet)\s", re.I
)  # where another clause may begin


def tense(m: re.Match[str], whole: bool = True) -> str | None:
    """Whether the clause of a moment tells what is over or lies ahead; where it has no verb that shows, the whole
    sentence if that is asked."""
    start = max((c.end() for c in _PARTED.finditer(m.string) if c.end() <= m.start()), default=0)
    end = next((c.start() for c in _PARTED.finditer(m.string) if c.start() >= m.end()), len(m.string))
    for words in (m.string[start:end], m.string)[: 1 + whole]:
        if _AHEAD.search(words):
            return "ahead"
        if PAST.search(words):
            return "over"
    held = re.search(r"\b(?:if|unless|provided) (?!(?:you|we|i|any|so|not|only|one)\b)", m.string, re.I)
    return "ahead" if whole and held else None


def is_over(m: re.Match[str]) -> bool:
    return tense(m) == "over"


def past_month(m: re.Match[str], said: date) -> When:
    """A month without a year: the last such month in the past tense, the nearest where the tense leaves it open."""
    month = MONTHS[m["month"]]
    since = (said.month - month - 1) % 12 + 1
    near = since <= 3 and not re.search(
        r"\bto (?:be|cut|raise|hold|keep|reach|hit|rise|fall|come|lower|lift)\b", m.string, re.I
    )
    if (tense(m) or (near and "over")) != "over":
        raise ValueError
    if month == said.month and said.day < HALF_A_MONTH:
        raise ValueError(m.group())  # of the month that has just begun, or of the year before
    return When("in", f"{said.year - (month > said.month)}-{month:02d}")


def month_of(m: re.Match[str], said: date) -> When:
    """'December's take': the last such month, or the nearest where the sentence speaks of what comes."""
    month = MONTHS[m["month"]]
    since = (said.month - month - 1) % 12 + 1  # months back to the last one that is over
    ahead = _AHEAD.search(m.string) is not None and 12 - since < since
    return When("in", month_after(said, 12 - since if ahead else -since))


def months(m: re.Match[str], said: date) -> When:
    """January-July, the first five months, after five months: of the year named, else the last such stretch or this
    year's."""
    first = MONTHS[m["first"]] if m["first"] else 1
    last = MONTHS[m["last"]] if m["first"] else number_of(m["count"])
    if last < first:
        raise ValueError
    year = m["year"] or str(said.year - (last > said.month and not _AHEAD.search(m.string)))
    if last - first == 2 and first % 3 == 1 and m["first"]:
        return When("in", f"{year}-Q{last // 3}")
    return When("span", f"{year}-{first:02d}", f"{year}-{last:02d}")
