"""What stands around a claim and bears on nothing, found by its structure: who holds it, a reason in front, a
description between a name and its verb, a judgement behind. Rows of surroundings.toml."""

from __future__ import annotations

import re
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.bearing import bears, figured, happens, has_moment
from overstretch.claims.reader.bearing import reason_words as rw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.framings.fronted import scene
from overstretch.claims.reader.framings.plan_subjects import of_a_mover, of_a_plan
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find

MOST = 6  # stretches around one claim
LONGEST = 170  # characters of a stretch


def rows() -> dict[str, dict]:
    """The rows of surroundings.toml, their parts filled in."""
    return shipped.patterns("claims/reader/framings", "surroundings.toml")


@cache
def stops(kind: str) -> re.Pattern[str]:
    """The words that close a kind of stretch."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(rows()[kind]['stop'])})(?![\w-])|n't\b", re.I)


def without_surroundings(text: str) -> tuple[str, list[str]]:
    """A sentence without the stretches around its claim that bear on nothing, and those stretches."""
    left: list[str] = []
    rules = (said_between, _bound, denied_as, _between, _reason, _held, _behind, _planned, _moved, _scene)
    for _ in range(MOST):
        found = next((made for rule in rules if (made := rule(text))), None)
        if found is None:
            break
        text, words = found
        left.append(words)
    return text, left


_BOUND = re.compile(  # a bound by itself, put as it stands behind a figure
    r",? (?:(?:and|or) (?:(?:even )?(?:that|this|then)(?: only| merely)?,? |only )|"
    r"(?=at the very))(?P<bound>at (?:the )?(?:very )?"
    r"(?P<how>most|least|best|worst))(?=\W*$)",
    re.I,
)
Made = tuple[str, str] | None  # the text without a stretch, and the stretch


def _idle(words: str, kind: str) -> bool:
    """Whether a stretch of a kind states nothing of the field and holds no word that closes it."""
    plainer = _HARMLESS.sub(" ", words)
    return not (
        stops(kind).search(plainer)
        or figured(plainer)
        or re.search(r"\d", plainer)
        or _PART.search(plainer)
        or has_moment(_PAST.sub(" ", plainer))
        or any(m.kind in _EVENTS for m in find(plainer, "event"))
    )


_NEVER_THERE = (  # what a stretch around a claim never names
    "RECESSION TWO_QUARTERS CEASEFIRE FIRE_LASTS WAR_END WAR_LASTS EXIT EXIT_OUT EXIT_STAYS DISSOLVE DRAWDOWN COUP "
    "REGIME_CHANGE FUND_LASTS REBUILT ABANDONED"
)
_EVENTS = frozenset(_NEVER_THERE.split())
_HARMLESS = re.compile(  # denials, counts and figures in words of a description
    r"\bwithout (?:(?:any |a |much )?(?:parallel|precedent|equal|peer|rival|fanfare|ceremony|fuss|debate|much ado|delay"
    r"|comment|explanation|example))\b|\b(?:none|not|nor) (?:of them )?(?:yet )?(?:authori[sz]ed|named|permitted|"
    r"allowed|cleared|willing to be named|to be (?:named|identified|quoted))\b|\bnot (?:to be|wish(?:ing)? to be|"
    r"wanting to be) (?:named|identified|quoted)\b|\bcould not be (?:independently )?(?:verified|confirmed|checked)\b|"
    r"^(?:nobody|no one|no-one|hardly|scarcely|(?:very )?few|ever fewer)\b[^,;:]{0,80}? (?:doubts?|disputes?|"
    r"den(?:y|ies)|questions?|contests?|"
    r"quarrels?)\b|\b(?:do not|don't) lie\b|\bdeal is done\b|^ask any\w+\b|\bdie is cast\b|\bparty is over\b|"
    r"\bgame is up\b|\bno (?:turning|way|going) back\b|"
    r"\bneither of (?:them|whom) (?:was |were |is |being )?(?:authori[sz]ed|named|permitted|allowed)\b|\b\w+-page\b|"
    r"\b(?:winter|spring|summer|autumn) (?:report|forecast|outlook|update|package|statement|economic|round|"
    r"memorandum|budget)\b|"
    r"\b(?:most|\w+est) (?:\w+ )?(?:in|of|for|since) (?:a |the |living )?(?:generations?|decades?|memory|history|"
    r"years|century|war|times)\b|"
    r"\bhardly (?:an?|the|what|enough)\b|\bno longer (?:bothers?|tr(?:y|ies)|cares?|attempts?|pretends?) to (?:deny|"
    r"hide|dispute|conceal|"
    r"disguise)\b|\bdo(?:es)? not (?:deny|hide|dispute|conceal|contest|question)\b|\bnever (?:an?|the|one)\b|"
    r"\bno (?:small|mean|idle|trifling) \w+|\bno (?:illusions?|doubt|secret|bones|stranger|friend)\b|\bif any\b|"
    r"\b(?:with )?so few\b|"
    r"\blittle else\b|\bonce more\b|\b(?:would|could) (?:once )?have (?:been|seemed|sounded|looked|struck|raised|"
    r"made)\b|"
    r"\bonce (?:a|an|the|its|touted|hailed|feared|dubbed|known|seen|famous|called|billed|proud)\b|"
    r"\b(?:what|that|which) (?:was|were) once\b|\b(?:one|two|three|four|five|six|seven|several|many|dozens of) "
    r"(?:\w+ )?(?:ministers?|chancellors|presidents|governments|cabinets|parties|leaders|people|men|women|"
    r"participants|officials|sources|diplomats|delegates|children|neighbours|languages|seas|borders|islands|times)\b"
    r"(?: in a row| running)?|\b\d[\d.,]* (?:million |thousand )?(?:people|inhabitants|souls|residents|citizens)\b|"
    r"\b(?:debt|deficit|inflation|growth|fund|spending|budget|oil) (?:office|agency|bureau|management|desk|watch\w*|"
    r"committee|"
    r"managers?|experts?|analysts?|economists?|planners?)\b|\bannex(?:es)?\b|"
    r"\b(?:a )?(?:decade|year|century|generation)s? (?:and a half )?ago\b|\ba year of\b",
    re.I,
)
_PAST = re.compile(  # when something around a claim was done
    r"\b(?:(?:early|late|earlier|back|only) )?(?:(?:on|last|this|in|at the (?:end|start|beginning) of|over the|"
    r"since the|"
    r"since|during the) (?:last |past )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|night|week|weekend|"
    r"month|january|february|december|november|october|winter|autumn|morning|afternoon|evening)|yesterday|today)\b",
    re.I,
)
_PART = re.compile(  # a part of a figure
    r"\b(?:a|one|two|three) (?:third|quarter|fifth|sixth|tenth)s?\b|\b(?:twice|half|double|triple)\b|\bmore than\b|"
    r"\bper ?cent\b|\bpoints?(?! of| in\b| to\b)\b|\b\w+est (?:\w+ )?(?:in|of|among|since)\b|\bthe (?:most|least|"
    r"highest|lowest)\b",
    re.I,
)
_COMMAS = r"[^,;:()\"]"
_VERB = r"(?:{aux}|{said}|{doc_verb})"


@cache
def _pattern(row: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{([a-z_]+)\}", lambda m: rows()["parts"][m[1]], row), re.I)


def _stands(rest: str) -> bool:
    """Whether what is left makes a claim by itself: a subject, a verb, something of the field."""
    first = re.split(r"[,;:]\s", rest, maxsplit=1)[0]
    return bool(
        _pattern(r"^\W*(?:(?:by|in|before|from|until) (?:[a-z]+ ){0,3}?20\d\d,? )?{subject}").match(rest)
        and _ANY_VERB.search(first)
        and bears(rest)
    )


_ANY_VERB = re.compile(
    r"\b(?:will|would|could|may|might|shall|can|cannot|won't|is|are|were|have|had|isn't|aren't|\w{2,}s|"
    r"\w{3,}ed|"
    r"spend|grow|run|put|see|fall|rose|fell|grew|spent|stood|hit|plan|intend|expect)\b"
)


def _between(text: str) -> Made:
    """'Estonia, a country on Russia's doorstep, | will spend': between a name and its verb."""
    for gap in (r",\s(?P<in>%s{3,170}?),", r",\s(?P<in>%s{3,80},%s{3,80}?),", r"\s--?\s(?P<in>[^();:]{3,170}?)\s--?"):
        gap = gap.replace("%s", _COMMAS)
        for m in _pattern(rf"{gap}(?=\s(?:{_VERB})\b)").finditer(text):
            words = m["in"]
            name = re.split(r"[,;:]\s|\bthat ", text[: m.start()])[-1]
            described = re.match(rows()["between"]["by"], words, re.I)
            if described and _idle(words, "between") and _a_name(name) and not _lists(words):
                return f"{text[: m.start()]} {text[m.end() :].lstrip()}", words
    return None


def _a_name(words: str) -> bool:
    """Whether words are a name or a noun alone, with no verb of a claim."""
    return not re.search(r"\b(?:will|would|could|is|are|was|were|has|have|had)\b", words) and not figured(words)


def _lists(words: str) -> bool:
    """Whether a stretch is a name of its own: "Estonia, Latvia, will", "Poland, and with it Latvia,"."""
    named = [p for p in parties(words) if p.start == 0]
    return bool(named) and not words.startswith(("the ", "a ", "an "))


def _reason(text: str) -> Made:
    """'Spooked by talk of tariffs, | Canada will spend': why, in front of the claim."""
    so = _SO_GREAT.match(text)
    if so and _stands(text[so.end() :]) and _moves_nothing(so.group(), text[so.end() :]):
        return text[so.end() :], so.group().strip()
    if not _opens_a_reason().match(text):
        return None
    for m in list(re.finditer(r"(?<!\d),\s", text))[:4]:
        words, rest = text[: m.start()], text[m.end() :]
        if _stands(rest) and not _NO_SUBJECT.match(rest):
            return (rest, words) if _moves_nothing(words, rest) else None
    return None


@cache
def _opens_a_reason() -> re.Pattern[str]:
    opens = (*rows()["reason"]["by"], rw.OWED, rw.IN_VIEW, rw.IN_SPITE, rw.THOUGH)
    return re.compile(rf"(?:{'|'.join(opens)})(?![\w-])", re.I)


_NO_SUBJECT = re.compile(r"(?:and|or|but|with|by|as|where|which|who|whose|to|of|for)\b", re.I)
_SO_GREAT = re.compile(
    r"\W*(?:so )?(?:\w+ly )?[a-z]+ (?:is|are|was|were) (?:the |its |their |"
    r"[A-Z][\w]+'s )[^,;:\d]{5,120}? that\s+",
    re.I,
)
_MOOD = re.compile(  # what somebody feels or does, whatever about
    r"(?:[a-z]+ly |still |already )*(?:mindful|wary|conscious|fearful|afraid|fearing|alarmed|spooked|unnerved|rattled|"
    r"shaken|stung|worried|nervous|anxious|egged|leaned|leant|spurred|haunted|scarred|frightened|scared|angered|such|"
    r"under|out of fear|for fear|at the|despite|in spite|notwithstanding|for all|undeterred|unmoved|unfazed|since|"
    r"because|al?though|absent|in the absence)\b",
    re.I,
)
_ABSENT = re.compile(r"absent\b|in the absence\b", re.I)
_MOVED = re.compile(  # how far a figure is moved by something
    r"\bpoints?\b|\b(?:small|larg|bigg|high|low|fast|slow|wide|narrow|weak|strong)er\b|\b(?:more|less)\b(?! than)", re.I
)


def _moves_nothing(words: str, rest: str) -> bool:
    """Whether a reason can be left out: it is idle, and what it may move is put by a figure of its own."""
    level = (figured(rest) and not _MOVED.search(rest)) or happens(rest)
    lever = names_a_cause(words) and not _MOOD.match(words)
    named = [p for p in parties(words) if p.kind != "group"]
    if _ABSENT.match(words) and parties(words):
        return False  # a deal with a party may be one of the field
    return _idle(words, "reason") and level and not lever and (not named or bool(parties(rest)))


def said_between(text: str) -> Made:
    """'There is no chance |, say diplomats in the capital, | that Estonia will': who says so, within a frame."""
    m = _pattern(_SAID_BETWEEN).match(text)
    if m is None or figured(m["frame"]) or not _idle(m["who"], "held"):
        return None
    end = f" {m['to'] or ''} that ".replace("  ", " ") if m["end"].startswith(",") else ": "
    return f"{m['frame']}{end}{text[m.end() :]}", m["who"]


_SAID_BETWEEN = (
    r"(?P<frame>(?:it|there|you|we|i|one|take|make|mark|rest|have|count|bet|no|the|do|don't|what|nothing|"
    r"little)\b[^,;:]{3,80}), "
    r"(?P<who>{said} [^;:]{3,90}?|[^;:]{3,90}? {said}(?: [^,;:]{3,40})?)(?P<end>, (?:that|(?P<to>to (?:expect|think|"
    r"believe|suppose|assume|say|deny|doubt)) that) |: )"
)


def _bound(text: str) -> Made:
    """'3.5% of GDP in 2029, | and that | at the very most': a bound as it stands behind a figure."""
    m = _BOUND.search(text)
    figures = list(_FIGURE.finditer(text, 0, m.start())) if m else []
    if m is None or len(figures) != 1:
        return None
    bound = "or less" if m["how"].lower() in ("most", "best") else "or more"
    return f"{text[: figures[0].end()]} {bound}{text[figures[0].end() : m.start()]}{text[m.end() :]}", m.group().strip(
        " ,"
    )


_FIGURE = re.compile(
    r"(?<![\w.])[$€£]?\d[\d.,]*\d?(?:\s?(?:%|per ?cent|pc)(?: of (?:its |their |the )?(?:gdp|output|"
    r"national income))?|"
    r"\s?(?:billion|million|trillion|bn|tn)(?: [a-z]+)?| a barrel)",
    re.I,
)


def denied_as(text: str) -> Made:
    """'dismissed | as a fairy tale, at a forum in Sochi, | the idea that': as what it is denied."""
    m = _DENIED_AS.search(text)
    return (f"{text[: m.start('as')]} {text[m.end('as') :]}", m["as"].strip()) if m else None


_DENIED_AS = re.compile(
    r"\b(?:dismiss|reject|denounc|derid|deni|brush|wav|rubbish|ridicul|laugh|shrugg)\w*(?: (?:off|aside|away))?"
    r"(?P<as> as (?:an? |the |mere |pure |sheer )?(?:[\w'-]+ ){0,4}?[\w'-]+(?:, (?!the )[^,;:]{3,60},)? )"
    r"(?=(?:(?:the|any|all|western|foreign|domestic|recent|earlier|press|media|official|gloomy|"
    r"market) ){1,3}(?:[\w-]+ )?(?:idea|notion|claim|suggestion|talk|reports?|rumou?rs?|prospect|thought|forecasts?|"
    r"predictions?|possibility|warnings?|speculation|view|theory|story|allegations?)\b)",
    re.I,
)


def _held(text: str) -> Made:
    """'Officials in Kyiv have come round to the idea that | Ukraine's debt will': who holds it."""
    for m in re.finditer(r"\bthat\s+|:\s+", text):
        lead, rest = text[: m.start()].rstrip(" ,"), text[m.end() :]
        if len(lead) > LONGEST or not _stands(rest):
            continue
        way = _holds() if m.group().startswith("that") else _holds_so()
        if way.search(lead) and not _NO_SOURCE.match(lead) and _idle(lead, "held"):
            return rest, lead
    return None


_NO_SOURCE = re.compile(  # an opening by itself, or words in front of a source
    r"\W*(?:it|there|those|anyone|anybody|whoever|what|that|this|you|one|nothing|everything|under|in|on|at|by|for|"
    r"to|of|if|as|all the)\b",
    re.I,
)


@cache
def _holds() -> re.Pattern[str]:
    held = rows()["held"]
    source = r"^(?:(?:and|but|yet|meanwhile),? )?[^;:]{2,140}?"
    word = rf"^{held['word']}\b[^;:]{{0,80}}? (?:is|was)"
    return re.compile(rf"(?:{source} (?:{'|'.join(held['by'])})|{'|'.join(held['alone'])}|{word})$", re.I)


@cache
def _holds_so() -> re.Pattern[str]:
    am, held = rows()["parts"]["am"], rows()["held"]
    ready = (
        r"(?:under no illusions?|in no doubt|of (?:one|a single|the same|like) (?:mind|view|opinion)|at one|as one|"
        r"unanimous|"
        r"agreed|(?:certain|sure|confident|convinced|adamant|clear)(?: (?:of|about|on) (?:one (?:thing|point|"
        r"matter)|this(?: much)?|"
        r"that much))?|resigned|(?:bracing|braced|preparing|ready|prepared|"
        r"steeled|"
        r"steeling (?:themselves|itself)) for (?:the (?:moment of truth|inevitable|worst|blow|news|reckoning|"
        r"verdict)|it|impact))"
    )
    holds = (
        r"(?:agrees?|ha(?:s|ve) no doubts?(?: (?:about|on) (?:one (?:thing|point)|this(?: much)?))?|"
        r"leaves? no doubt|makes? no secret of it|makes? no bones about it|"
        r"takes? it (?:as read|as given|for granted)|has made up its mind|have made up their minds|"
        r"speaks? with one voice|"
        r"swears? by it|spoke with one voice|saw it coming|sees? it coming)"
    )
    return re.compile(
        rf"^[^;:]{{2,120}}? (?:{am} {ready}|{holds})(?: {rows()['parts']['oath']})?$|{held['word']}$|{held['idiom']}$",
        re.I,
    )


def _behind(text: str) -> Made:
    """'Poland will spend 4.8% of GDP in 2027 |, a point of pride for the cabinet': a judgement, or who says so."""
    if so := _SO_SOURCE.search(text):
        return (text[: so.start()].rstrip() + ".", so.group()) if _idle(so["who"], "held") else None
    tail = _last(text)
    if tail is None or not _stands(text[: tail[0]]):
        return None
    start, words = tail
    judged = re.match(rf"(?:{'|'.join(rows()['behind']['by'])})", words, re.I)
    if judged and _idle(words, "behind") and not _of_another(words):
        return text[:start].rstrip(" ,-") + ".", words
    return None


def _last(text: str) -> tuple[int, str] | None:
    """The last stretch of a sentence, behind a comma, a dash or an "and" that joins another judgement to a bound."""
    cuts = [(m.start(), m.end()) for m in re.finditer(r"(?<!\d),\s|(?<=\d),\s|\s--?\s|\sand (?=in an? )", text)]
    if not cuts:
        return None
    a, b = cuts[-1]
    return a, text[b:].rstrip(" .!")


def _of_another(words: str) -> bool:
    """Whether a judgement says of another party what it does: "a feat that Estonia has managed"."""
    clause = re.search(r"\b(?:that|which|who|whose|where|as|even)\b(?P<rest>.*)", words)
    return clause is not None and bool(parties(clause["rest"])) and not re.match(r" call", clause["rest"])


_SO_SOURCE = re.compile(
    r",\s+(?:or )?so (?P<who>(?:the |an? |its |their |his |her |[A-Z][\w.-]+(?:'s|"
    r"s')? )(?:[\w'.-]+ ){0,6}?(?:communiqu[eé]|"
    r"minist(?:er|ry)s?|report|paper|study|survey|statement|institute|bank|spokes(?:man|woman|person)|officials?|"
    r"memo|note|"
    r"document|economists?|analysts?|agency|office|watchdog|bureau|letter|bulletin|briefing|declaration|press release|"
    r"resolution|president|premier|chancellor|governor|general|chief|envoy|ambassador|source|sources|insiders?|daily|"
    r"newspaper|weekly|magazine|broadcaster|think-?tank|diplomats?)\b[^,;:\d]{0,90}?)\.?$"
)


def _moved(text: str) -> Made:
    """'Job cuts could lift | unemployment above 3%': what moves a figure there."""
    made = of_a_mover(text)
    return made if made is not None and _idle(made[1], "held") else None


def _planned(text: str) -> Made:
    """'Oslo's revised long-term plan | earmarks': what a plan says its government does."""
    return of_a_plan(text, rows()["parts"], stops("plan"))


def _scene(text: str) -> Made:
    """'The sums are in: | Romania will spend': a scene in front of the claim."""
    return scene(text, lambda words: _idle(words, "scene") and not stops("held").search(words), _stands)
