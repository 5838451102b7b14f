"""Everything found in a sentence, once: moments, counts, figures, comparators, sizes, parties, concepts, events, ways,
frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from overstretch.claims.reader.figures.change_sizes import Size, size_of_change
from overstretch.claims.reader.figures.comparators import Comparator, comparators
from overstretch.claims.reader.figures.counts import Counted, counted
from overstretch.claims.reader.figures.numbers import figures
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.moments import Moment, moments
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import Mention, find

NO_DATE = "it gives no date by which it could be settled"


class Unread(Exception):
    """A sentence that asks nothing answerable; the message is the reason given to the reader, `nearest` a question that
    could be asked."""

    def __init__(self, reason: str, nearest: str | None = None) -> None:
        super().__init__(reason)
        self.nearest = nearest


def unplaced(words: str | re.Match[str], of: str = "", more: str = "") -> Unread:
    """The refusal that names the words of a sentence which became no part of its question."""
    held = words if isinstance(words, str) else words.group().strip()
    return Unread(f"could not place {of}“{held}”{more}")


@dataclass
class Draft:
    """The mentions of a stretch (the claim or a condition), masked to its place in the text. `used` are places that
    became parts."""

    text: str
    said: date
    moments: list[Moment] = field(default_factory=list)
    counted: Counted | None = None
    figures: list[Mention] = field(default_factory=list)
    comparators: list[Comparator] = field(default_factory=list)
    size: Size | None = None
    parties: list[Mention] = field(default_factory=list)
    concepts: list[Mention] = field(default_factory=list)
    events: list[Mention] = field(default_factory=list)
    ways: list[Mention] = field(default_factory=list)
    frames: list[Mention] = field(default_factory=list)
    used: list[tuple[int, int, str]] = field(default_factory=list)
    report: str = ""  # who says it, in the sentence itself
    paragraph: str = ""  # what its paragraph has said before it
    antecedent: str = ""  # the subject of the sentence before, where the claim only points at it
    committed: bool = False  # a plan or a promise: a bare figure is aimed at
    foretold: bool = False  # a claim of what comes about, neither denied nor a condition: its figure is a forecast

    def use(self, start: int, end: int, part: str) -> None:
        """Mark a place as read for a part of the question."""
        self.used.append((start, end, part))

    def says(self, words: str | re.Pattern[str]) -> re.Match[str] | None:
        """The first place of such words, in large or small letters."""
        return (re.compile(words, re.I) if isinstance(words, str) else words).search(self.text)

    def mark(self, words: str | re.Pattern[str], part: str) -> re.Match[str] | None:
        """The first place of such words, read for a part of the question."""
        if found := self.says(words):
            self.use(*found.span(), part)
        return found

    def words(self, place: Moment | Counted | Comparator | Size | Mention) -> str:
        return self.text[place.start : place.end].strip()

    def places(self, *parts: str) -> list[tuple[int, int]]:
        """What is read for these parts of the question."""
        return [(a, b) for a, b, part in self.used if part in parts]

    def parties_of(self, *kinds: str) -> list[Mention]:
        """The parties of these kinds: party, group, foreign, own."""
        return [p for p in self.parties if p.kind in kinds]

    def bound_before(self, at: int) -> str:
        """The comparator right before a figure that starts there; empty where there is none."""
        return next((c.op for c in self.comparators if 0 <= at - c.end <= 1), "")

    def take_moments(self) -> None:
        for m in self.moments:
            self.use(m.start, m.end, "when")

    def touched(self, start: int, end: int) -> bool:
        """Whether some of a place is read for a part of the question."""
        return any(a < end and start < b for a, b, _ in self.used)

    def take(self, mention: Mention, part: str) -> Mention:
        mention.part = part
        self.use(mention.start, mention.end, part)
        return mention

    def has(self, *kinds: str) -> bool:
        """Whether a concept, an event, a way or a frame of these kinds is named."""
        return any(m.kind in kinds for m in (*self.concepts, *self.events, *self.ways, *self.frames))

    def first(self, *kinds: str) -> Mention | None:
        return next((m for m in (*self.concepts, *self.events, *self.ways, *self.frames) if m.kind in kinds), None)

    def all_of(self, *kinds: str) -> list[Mention]:
        return [m for m in (*self.concepts, *self.events, *self.ways, *self.frames) if m.kind in kinds]

    def take_all(self, *kinds: str, part: str) -> None:
        for mention in self.all_of(*kinds):
            self.take(mention, part)


_AT_PRICES = re.compile(  # of which money is spoken, not of how prices move
    r"\b(?:at|in) (?:constant|current|today's|comparable|fixed|\d{4}) prices|\b(?:adjust\w+|net|allow\w*|correct\w+|"
    r"account\w*) (?:for|of) (?:\w+ )?inflation|\binflation[- ]adjusted|\bafter +inflation|\b(?:above|before) "
    r"inflation|\bat (?:market|current|official) exchange rates",
    re.I,
)


_A_TARGET = re.compile(r"(?:%|\bper ?cent|\bpercent|\bgdp|\bspending|\bdefen[cs]e) $", re.I)  # "the 3.5% benchmark"
_THE_IMF = re.compile(  # that foresees, and holds no roubles
    r"(?:[Tt]he )?Fund (?:now |also |still |itself )*(?:sees|expects|projects|forecasts|predicts|reckons|thinks|"
    r"believes|estimates|warns|(?:has|puts) (?=(?i:the |russia|german|world|global|[a-z]+'s economy)))"
)
_ANOTHER_FUND = re.compile(  # Germany's for its forces, no cushion of the state
    r"\b(?:special|pension|climate|recovery|cohesion|solidarity|investment|hedge|innovation|structural|trust|peace) $",
    re.I,
)
_BODY_OF_IT = re.compile(  # of which something else is left than the alliance: "out of NATO talks"
    r"'s\b|\s+(?:talks|meetings?|summits?|exercises?|commands?|missions?|(?:command )?structures?|programm?e?s?|"
    r"budgets?|targets?|bod(?:y|ies)|committees?|military|integrated|headquarters|operations?|deployments?|agenc(?:y|"
    r"ies)|schools?|projects?|troops|forces|soldiers|weapons|standards|allies|ally|members?|partners?|countr(?:y|ies)|"
    r"states?|officials?|plans?|guidelines?|rules?|demands?|leaders?|nuclear|bases?|equipment|jets|planes|territory|"
    r"airspace|positions?)\b",
    re.I,
)


_NAMED_WITHIN = {"CREDIBLE": "DOUBTED", "DOUBTED": "CREDIBLE", "WAR_LASTS": "WAR_END"}  # "no longer credible"


def _outermost(found: list[Mention]) -> list[Mention]:
    """Without the words of a kind inside a longer name of its contrary."""
    return [
        m
        for m in found
        if not any(
            o.kind == _NAMED_WITHIN.get(m.kind) and m.within(o.start, o.end) and len(o.text) > len(m.text)
            for o in found
        )
    ]


def drafted(masked: str, said: date, foreseen: bool = False) -> Draft:
    """All mentions of a masked stretch; foreseen: of what somebody foresees, by words that are masked."""
    corrected = what_it_is_not(masked, said)
    masked = blanked(masked, *corrected)
    whens = moments(masked + "; expected" * foreseen, said)
    titles = [m for m in whens if _of_a_document(masked, m, said)]
    whens = [m for m in whens if m not in titles]
    count = counted(masked)
    if count is not None and count.behind is not None:
        masked = blanked(masked, count.behind)  # its bound is not that of the figure
    taken = [(m.start, m.end) for m in (*whens, *titles)]
    size = size_of_change(masked)
    if count:
        taken.append((count.start, count.end))
    who = parties(masked)
    numbers = [
        f for f in figures(masked, taken) if not (f.kind == "number" and any(p.overlaps(f.start, f.end) for p in who))
    ]
    apart = [p for p in who if not any(f.kind == "money" and p.within(f.start, f.end) for f in numbers)]
    who = apart or who  # "Poland will spend 50 billion US dollars"
    if (
        size is not None
        and size.kind == "multiple"
        and (m := re.match(r"[- ](?:figures|digits?)\b", masked[size.end :], re.I))
    ):
        numbers.append(
            Mention("percent", size.start, size.end + m.end(), masked[size.start : size.end + m.end()], 10.0)
        )
        size = None
    real = [m.span() for m in _AT_PRICES.finditer(masked)]
    ways = find(masked, "way")
    still = [m for m in ways if m.kind == "STILL"]  # "they sit down": nothing goes down
    ways = [m for m in ways if not any(m.within(s.start, s.end) for s in still)]
    reached = [m for m in ways if m.kind == "REACH"]  # "get to 3%": what is reached is not what is got
    return Draft(
        masked,
        said,
        whens,
        count,
        numbers,
        [c for c in comparators(masked) if not any(a <= c.start < b for a, b in taken)],
        size,
        who,
        [
            m
            for m in find(masked, "concept")
            if not any(a <= m.start < b for a, b in real)
            and not (m.kind == "FUND" and (_THE_IMF.match(masked, m.start) or _ANOTHER_FUND.search(masked[: m.start])))
            and not (
                m.kind in ("RATE", "OIL") and _A_TARGET.search(masked[: m.start]) and m.text.lower() == "benchmark"
            )
            and not (m.kind == "SPEND" and any(m.within(r.start, r.end) for r in reached))
            and not (m.kind == "SPEND" and masked.startswith(" together", m.end))  # "put together": added up
        ],
        [
            m
            for m in _outermost(find(masked, "event"))
            if not (m.kind == "REVIEW" and any(w.start < m.start and m.end <= w.end for w in whens))  # when it is held
            and not (m.kind in ("EXIT", "EXIT_OUT", "EXIT_STAYS", "NONE_LEFT") and _BODY_OF_IT.match(masked, m.end))
            and not (m.kind in ("SURVIVE", "GONE") and any(m.within(w.start, w.end) for w in whens))  # "by the end of"
            and not (
                m.text.lower().endswith(" last") and any(w.start < m.end < w.end for w in whens)
            )  # "the last quarter"
        ],
        ways,
        [
            m
            for m in find(masked, "frame")
            if m.text != "May" and not any(m.within(p.start, p.end) for p in who)  # "the allies without the US"
        ],
        [(m.start, m.end, "set aside: the year of a document") for m in titles]
        + [(a, b, "set aside: what it is not") for a, b in corrected],
    )


_NO = re.compile(r"(?:\band |, )?\bnot (?:by |at |to |until )?", re.I)
_DENIED = re.compile(r"\b(?:not?|never|neither|nor|nobody|none)\b|n't\b", re.I)
_BUT = re.compile(r",? but (?:by |at |to |until )?")
_ENDS = re.compile(r"\W*(?:$|[,;])")


def what_it_is_not(text: str, said: date) -> list[tuple[int, int]]:
    """Where a figure or a moment is only named to be corrected: "not four but four and a half", "and not by 1.8"."""
    if not _NO.search(text):
        return []
    found = []
    for held in (figures(text, []), moments(text, said)):
        for one in held:
            no = next((m for m in _NO.finditer(text, 0, one.start) if m.end() == one.start), None)
            no = no or next((m for m in _NO.finditer(text, 0, one.end) if one.start <= m.start() < one.end), None)
            if no is None:
                continue
            but = _BUT.match(text, one.end)
            if but and any(other.start == but.end() for other in held):
                found.append((no.start(), but.end()))
            elif (
                no.group()[0] == "a"
                and not _DENIED.search(text, 0, no.start())
                and _ENDS.match(text, one.end)
                and any(o.end < no.start() for o in held)
            ):
                found.append((no.start(), one.end))
    return found


_DOCUMENT = (
    r"(?:plan|programme|program|law|act|bill|review|strategy|(?:white )?paper|concept|doctrine|framework|road ?map|"
    r"agreement|accord|deal|treaty|pact|decision|declaration|report|document|directive|decree)"
)
_TITLE = re.compile(
    rf"(?:[ -](?!(?:will|is|are|was|were|the|a|in|by|to|and|of|for|with|from|budget)\b)[a-z-]+){{0,3}}? "
    rf"{_DOCUMENT}\b(?!-)"
)
_DATED = re.compile(
    rf"\b{_DOCUMENT} (?:(?:of|from)|(?:adopted|passed|agreed|signed|published|approved|drawn up|presented|drafted|"
    r"unveiled|tabled|released|dated)(?: (?:in|on|of|from))?) ?(?:the )?$",
    re.I,
)


def _of_a_document(text: str, moment: Moment, said: date) -> bool:
    """Whether a year is that of a plan, a law or a paper ("the 2025 plan"): not of the figure in it. A budget is of its
    year, a review to come is an event."""
    words = text[moment.start : moment.end].strip()
    lead, year = re.match(r"((?:in|of|from|on)? ?)(.*)", words, re.I).groups()  # type: ignore[union-attr]
    if not re.fullmatch(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:\d\d){1,2})?", year):
        return False
    title = None if lead else _TITLE.match(text, moment.end)
    to_come = title is not None and title.group().endswith("review") and int(year[:4]) > said.year
    return bool((title and not to_come) or _DATED.search(text[: moment.start] + lead))
