"""Words by which a cause moves a figure, as rows of effects.toml: which way they move it, and of which figures that can
be said."""

from __future__ import annotations

import re
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.bearing.reason_words import OWED
from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.vocabulary import inflected, phrase_pattern

GOOD = ("fund_liquid", "growth", "gdp", "oil_gas_revenue", "core_share", "defence_spending", "balance said as such")
_IRREGULAR = {"be": ("be", "is", "are"), "have": ("have", "has")}


@cache
def _rows() -> dict[str, dict]:
    return shipped.rows("claims/reader/bearing", "effects.toml")


def _present(verb: str) -> tuple[str, ...]:
    """A verb as it stands and in the third person: a participle describes what is named."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    ends = [form for form in inflected(verb)[1:] if form.endswith("s") and not form.endswith("ss")]
    return (verb, *ends[-1:])


def _done(verb: str) -> tuple[str, ...]:
    """Its forms behind "has" and "have"."""
    return tuple(form for form in inflected(verb) if not form.endswith("ing"))


def _forms(phrase: str, forms: object) -> str:
    said = re.sub(r"~([\w'-]+)", lambda m: "|".join(forms(m[1])), phrase)  # type: ignore[operator]
    return phrase_pattern(said)


_NO_NOUN = (
    r"(?<!\bmilitary )(?<!\bdefence )(?<!\bdefense )(?<!\bdebt )(?<!\btax )(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!'s )"
)


@cache
def mover(kind: str, done: bool = False) -> str:
    """The pattern of a kind of row, longest first."""
    said = [_forms(p, _done if done else _present) for p in _rows()["mover"][kind]]
    return rf"{_NO_NOUN}(?:{'|'.join(sorted(said, key=len, reverse=True))})"


KINDS = ("raises", "lowers", "helps", "hurts", "worsens", "eases", "betters", "impairs", "puts", "takes", "leads")
LESS = re.compile(
    r"\b(?:less|lower\w*|trim\w*|cuts?|cutting|reduc\w+|smaller|shrink\w*|fall\w*|shav\w+|knock\w*|drag\w*|weigh\w*|"
    r"depress\w*|slow\w*|weak\w*|shallower|narrow\w*|off|down|downwards?|dent\w*|drops?|dip|declin\w*|decreas\w*|"
    r"slump\w*|loss of|lost|sluggish|softer|poorer|an? (?:[\w-]+ )?(?:blow|hit|setback)|squeez\w*|cool\w*|"
    r"plung\w*|tumbl\w*|sink\w*|erosion|cheaper|fewer)\b",
    re.I,
)
MORE = re.compile(
    r"\b(?:more|higher|rais\w+|increas\w+|ris\w+|grow(?!th)\w*|larger|up|upwards?|adds?|lifts?|boosts?|push\w*|driv\w+|"
    r"swell\w*|wid(?:er|en\w*)|bigger|faster|quicker|brisker|stronger|deeper|heavier|greater|saddle\w*|extra|"
    r"additional|jump\w*|"
    r"surg\w*|spik\w*|accelerat\w*|climb\w*|an? (?:[\w-]+ )?(?:fillip|impetus|tailwind|jolt|shot in the arm|"
    r"leg up|kick)|hikes?|soar\w*|balloon\w*|dearer)\b",
    re.I,
)
WORSE = re.compile(r"\b(?:worse|better)\b", re.I)
_AS_OBJECT = (  # a verb without an object moves itself: "spending will increase in 2027"
    r"(?! (?:by|in|to|from|as|with|at|over|below|above|under|beneath|past|towards?|short|until|on|upon|onto|"
    r"into|off|out|up|down|"
    r"back|away|for|of|this|next|last|and|"
    r"or|but|than|again|sharply|further|slightly|faster|during|through|before|after|between|only|even|"
    r"because|due|thanks|"
    r"if|when)\b| ?[\d,.;:]| ?$)"
)
_SIZED = r"(?=[^,;]{1,40}\bpoints?\b)"
_OF_SOME_WAY = rf"(?=.*?(?:{LESS.pattern}|{MORE.pattern}))"
_SLOWLY = (
    r"also|further|still|again|inevitably|surely|certainly|significantly|substantially|considerably|"
    r"noticeably|markedly|"
    r"sharply|clearly|likely|probably|eventually|ultimately|directly|greatly|severely|seriously|heavily|gradually|"
    r"steadily|almost certainly|in turn|even|only|simply|merely"
)
_ADVERBS = (
    rf"(?:(?:{_SLOWLY}) ){{0,2}}(?:(?:helps?|serves?|tends?|acts?|works?|continues?|starts?|begins?) (?:to )?)?"
    rf"(?:(?:{_SLOWLY}) )?"
)


def links(done: bool) -> str:
    """What joins a cause to the figure that it moves, its auxiliaries aside, as one pattern; done: as it stands behind
    "has"."""
    moves = "|".join(mover(kind, done) for kind in KINDS[:-3])
    sized = f"{mover('puts', done)}|{mover('takes', done)}"
    leads = f"(?:{mover('leads', done)})\\b{_OF_SOME_WAY}"
    return f"{_ADVERBS}(?P<{'moved' if done else 'moves'}>(?:{moves})\\b{_AS_OBJECT}|(?:{sized})\\b{_SIZED}|{leads})"


_BENDS = r"(?:worse|better|(?:small|larg|low|high|bigg|slow|fast|weak|strong|deep|shallow|wid|narrow|heavi|light)er)"
_IS_TO = (
    r"(?:likely|expected|set|sure|certain|bound|going|due|about|projected|forecast|thought|believed|estimated|meant) to"
)
FORWARD = re.compile(
    rf"\b(?:(?:could|may|might|will|would|can|(?:is|are) (?:also |almost |very |all but |still |"
    rf"now )?{_IS_TO}|(?:is|are) to|"
    rf"threatens? to|threatening to|promises? to|to|only|'ll|'d)(?: well)? )?(?:(?:have|has|"
    rf"had) {links(True)}\b|(?:have )?"
    rf"(?:{links(False)}|"
    r"(?P<lead>lead to|leads to|led to|end in|ends in|"
    r"(?:give|deal|hand|lend|offer)s?(?= (?!an?\b)[\w' -]{3,50} an? (?:[\w-]+ )?(?:boost|lift|fillip|push|"
    r"impetus|tailwind|jolt|shot in the "
    r"arm|leg up|kick|blow|knock|hit|setback)\b)|(?:prompt|spur|lead|induce|oblige|drive|"
    r"get|goad|push|nudge|cajole|shame|persuade|encourage|convince|motivate|galvani[sz]e|jolt|scare|frighten|bounce|"
    r"pressure|shock|egg|prod|shove|steer|stampede|force|compel|impel|embolden|rouse|stir|bully|panic|press|propel|"
    r"urge|"
    r"bring|move|tempt)s?(?: on)?(?= (?:(?-i:[A-Z])[\w']+|the|its|their|all|both|other|most)(?: (?!to|"
    r"into)[\w'-]+){0,4} "
    r"(?:to [a-z]+|into [a-z]+ing)\b)|"
    r"(?:mean|entail|make for)s?(?= (?:an? |the )?(?:[\w'-]+ ){0,2}(?:recession|ceasefire|truce|attack|"
    r"exhaustion|collapse|break-?up|end)\b)|"
    r"result in|results in|trigger|triggers|cause|causes|bring about|brings about|spell|spells|mean the end|provoke|"
    r"provokes|invite|invites|bring down|brings down|topple|topples|break up|tear|push|pushes|drive|drives|tip|plunge|"
    r"plunges|force|forces|compel|compels|drag|drags|add|adds|cost|costs|shave|shaves|knock|knocks|raise|raises|lift|"
    r"lifts|lower|lowers|boost|boosts|empty|empties|lifted|lowered|added(?! (?:up|together)\b)|"
    r"shaved|knocked|swell|swells|widen|widens|inflate|inflates|dent|dents|"
    r"brings?(?=[\w' ]{3,40} (?:down|up)\b)|saddle|"
    rf"saddles|(?:leave|make)s?(?=[\w'%., -]+ {_BENDS}\b)|help|helps|be a drag on|weigh on|cut|cuts|reduce|"
    rf"reduces|take|takes)))\b",
    re.I,
)
AUXILIARY = re.compile(r"(?:could|may|might|will|would|can|threatens?)\b", re.I)
_BY = (
    r"raised|increased|lifted|boosted|pushed up|driven up|swollen|inflated|fuelled|fueled|stoked|fed|lowered|"
    r"reduced|cut|"
    r"trimmed|dented|depressed|dragged down|pulled down|pushed down|driven down|brought down|held back|"
    r"held down|hampered|"
    r"hurt|harmed|hit|damaged|hindered|constrained|curbed|sapped|eroded|stifled|dampened|slowed(?: down)?|"
    r"widened|deepened|"
    r"worsened|squeezed|weakened|weighed down|undermined"
)
BACKWARD = re.compile(
    rf"\b(?P<link>{OWED}|(?:(?:as )?an?|in) (?:direct |likely )?(?:result|consequence|effect|"
    r"outcome) of|caused by|driven by|"
    r"attributable to|as a response to|in response to|under the (?:weight|burden|strain|cost|impact|influence|"
    r"pressure) of|under pressure from|because|"
    r"in the wake of|over the cost of|"
    rf"brought (?:down|about) by|(?:be|is|are|been|being) (?:{_BY}) by|(?:suffers?|benefits?|"
    rf"profits?) (?:from|under)|takes? a (?:big |heavy |serious |severe )?(?:hit|knock|blow|beating) from|gains? from|"
    r"(?:gets?|receives?|draws?) a (?:big |strong |welcome )?(?:boost|lift|push|fillip) from|(?:be|is|"
    r"are) (?:a|the) (?:direct |likely )?"
    r"(?:result|consequence|effect|outcome|product|upshot) of|but for|(?:were|was|had|"
    r"if) it not (?:been )?for|if not for)\b",
    re.I,
)

PASSIVE = re.compile(  # "be dented by no more than half a point in 2027 by cheap oil"
    rf"\b(?P<link>(?:be|is|are|been|being) (?:{_BY}))(?P<mid>(?: by)?(?= [^,;]*\b(?:points?|per ?cent|20\d\d|next year|"
    rf"this year)\b)(?:(?! by )[^,;]| by (?=(?:20\d\d|mid-|late |early |the (?:end|middle)|next )))+?)(?P<by> by )"
    rf"(?!20\d\d|mid-|late |early |the (?:end|middle)|next )",
    re.I,
)


def linked(m: re.Match[str]) -> str:
    """The linking verb that FORWARD found, without its auxiliary."""
    return (m["moves"] or m["moved"] or m["lead"] or "").lower()


@cache
def _kind(word: str) -> str:
    """The kind of row that a linking verb is; one of the other links leads to what its effect says."""
    word = re.sub(r"^(?:be|is|are|been|being) (?=.* by$)|(?<=.) by$", "", word)
    for kind in KINDS:
        if any(re.fullmatch(mover(kind, done), word, re.I) for done in (False, True)):
            return kind
    return "leads"


def moves_a_figure(word: str) -> bool:
    """Whether a linking verb raises or lowers, and brings nothing about."""
    return _kind(word) in ("raises", "lowers", "worsens", "eases", "puts") and word.rstrip("s") != "bring down"


def way_of(word: str, effect: str, name: str) -> float:
    """1 where a cause raises a figure, -1 where it lowers it, 0 where neither is said. Raises Unread where it cannot be
    said of such a figure, or both are.

    effect: the words of the effect without those of the figure."""
    kind, good = _kind(word), name in GOOD
    if word in ("cost", "costs"):
        if name == "inflation" or (name.endswith("rate") and name != "debt_ratio"):
            raise unplaced(word)
        return -1.0 if good and name != "defence_spending" else 1.0
    less, more = LESS.search(effect), MORE.search(effect)
    if (kind in ("helps", "hurts") and not good) or (kind in ("worsens", "eases") and good):
        raise unplaced(word)
    if kind in ("raises", "worsens", "helps") and (contrary := _ALREADY_LESS.search(effect)):
        raise unplaced(contrary)
    if kind != "leads" and (moving := _HOW_IT_MOVES.search(effect)):
        raise unplaced(moving)
    if kind in ("raises", "lowers", "helps", "hurts", "worsens", "eases"):
        return 1.0 if kind in ("raises", "helps", "worsens") else -1.0
    if kind in ("betters", "impairs"):
        return 1.0 if (kind == "betters") == good else -1.0
    if kind == "leads" and not less and not more and (bent := WORSE.search(effect)):
        return 1.0 if (bent.group().lower() == "better") == good else -1.0
    if kind in ("puts", "takes") and not (less and more):
        return -1.0 if less else 1.0 if more or _ONTO.search(effect) else -1.0 if _OUT_OF.search(effect) else 0.0
    if less and more:
        raise unplaced(less)
    if not less and not more and word.rstrip("es") in ("push", "driv"):
        return 1.0
    return -1.0 if less else 1.0 if more else 0.0


_HOW_IT_MOVES = re.compile(  # "slows the decline in debt"
    r"\b(?:rises?|increases?|falls?|drops?|declines?|reductions?|decreases?|pace|speed|widening|narrowing) (?:in|of)\b",
    re.I,
)
_ALREADY_LESS = re.compile(
    r"\b(?:lower|weaker|slower|smaller|narrower|shallower|softer|reduced|falling|shrinking)\b(?! than\b)", re.I
)
_ONTO = re.compile(r"\bpoints?\b[^,;]*\b(?:on|onto|to)\b", re.I)
_OUT_OF = re.compile(r"\bpoints?\b[^,;]*\b(?:from|out of)\b", re.I)


@cache
def _of_a_cause(sort: str) -> frozenset[str]:
    rows = _rows()["cause"]
    return frozenset(f"{rows['words']} {rows[sort]}".split())


def strange_in(words: str, named: str) -> str:
    """The first word of a cause that is no row of those that leave such a cause as it is; else ''."""
    sort = named if named in _rows()["cause"] else "oil price" if named.startswith("oil price") else "spending"
    held = _of_a_cause(sort)
    plainly = (m.group() for m in _WORD.finditer(words))
    return next((w for w in plainly if w.lower() not in held and w.lower().removesuffix("'s") not in held), "")


_WORD = re.compile(r"[^\W\d_][\w'-]*")
