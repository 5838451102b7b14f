"""A claim that something happens: which event, of whom, by which route, by when."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.draft import Unread, unplaced
from overstretch.claims.reader.events.alliance_read import (
    article5,
    attacked,
    dissolved,
    drawdown,
    gamechanger,
    left,
    response,
)
from overstretch.claims.reader.events.pledge_read import abandoned, reviewed
from overstretch.claims.reader.events.ruler_read import regime_ends, ruler_leaves
from overstretch.claims.reader.events.stocks_read import stocks
from overstretch.claims.reader.events.told import Rule, Told, done, party_of, take_party, to_the_end, when_of
from overstretch.claims.reader.moments.values import month_text
from overstretch.claims.reader.parties import name_of, parties
from overstretch.claims.reader.stance.tense import is_fact
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import carried, owner
from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Happens, Not, Quantity, Question, Special, When
from overstretch.questions.periods import window


def event_question(told: Told) -> Question | None:
    """The question of the first rule that fits; None where no event is named."""
    found = next((found for rule in RULES if (found := rule(told)) is not None), None)
    return _by_then(found) if _STANDS.search(told.draft.text) else found


_STANDS = re.compile(  # "will be at peace in 2028", "will not be in NATO in 2030": since whenever
    r"\b(?:at peace|(?:ceasefire|truce|armistice) (?:(?:will|be|is|still) )*in (?:force|place|effect)|be (?:"
    r"history|gone|a thing of the past|outside|out of (?:nato|the (?:alliance|bloc))|no more|no (?:nato|alliance))|"
    r"(?:no longer|not) (?:belong|exist|be (?:over|part|in (?:the )?(?:nato|alliance|bloc)|an? (?:[a-z]+ )*(?:member|ally))))\b",
    re.I,
)


def _by_then(found: Question | None) -> Question | None:
    """What stands so in a year has come about by then."""
    if isinstance(found, Not):
        return Not(inner) if (inner := _by_then(found.of)) else found
    if isinstance(found, Happens) and found.when.relation == "in":
        return replace(found, when=When("by", month_text(window(found.when).last)))
    return found


def _recession(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("RECESSION", "TWO_QUARTERS") or draft.has("NODATE"):
        return None
    two = draft.has("TWO_QUARTERS")
    draft.take_all("RECESSION", "TWO_QUARTERS", "ECONOMY", "GDP", "DOWN", "SHRINKS", part="event")
    accepted = catalogue.actors(catalogue.event("recession").of)
    who = owner(draft, told.statement, told.before, accepted, groups=False)
    draft.mark(
        r"\b(?:output down over the year as a whole|calendar year|full year|with output down over the year as a "
        r"whole)\b",
        "how",
    )
    draft.mark(
        r"\b(?:tips?|slid\w*|slides?|plung\w+|sinks?|drifts?|tumbl\w+|laps\w+|heads?|headed|back|lurch\w*|"
        r"stumbl\w+|relaps\w+|dip\w*|"
        r"succumb\w*|(?:be )?(?:mired|caught|stuck|trapped)|(?:be )?(?:push|drag|driv|throw|thrown|shov|"
        r"knock|pitch)\w*) "
        r"(?:(?:back|over|down|further|deeper|headlong|straight|briefly|once more|again) )?(?=(?:into|in|to|"
        r"towards)\b)",
        "event",
    )
    draft.mark(r"\b(?:be|go(?:es|ne)?|went|pass|come) through (?=an? )", "event")
    draft.mark(_GETS_THROUGH, "event")
    draft.mark(
        r"\b(?:undergo|undergoes|endures?|(?<=recession will )(?:strike|befall|overtake|grip|engulf|afflict|"
        r"hit)|takes? "
        r"place|break out)\b",
        "event",
    )
    draft.mark(_AWAITS, "event")
    how = "two_quarters" if two else "calendar_year"
    if two:
        draft.mark(_BY_THE_BOOK, "how")
    if deep := _FALL_OF_5.search(draft.text):
        draft.use(*deep.span(), "how")
        for figure in draft.figures:
            if figure.within(*deep.span()):
                draft.take(figure, "how")
        how = "fall_of_5"
    if not draft.moments and _IN_ONE.search(draft.text) and is_fact(draft, []):
        return Happens(
            "recession", who, When("in", str(draft.said.year), default=True), how
        )  # today's state: of this year
    return Happens("recession", who, when_of(told, "recession"), how)


_GETS_THROUGH = re.compile(
    r"\b(?:get|go|sail|cruise|breeze|glide|come|make it|pass|ride|squeak|scrape|muddle|survive|see out|live|navigate|"
    r"weather|steer|complete|finish|last|struggle|limp|coast)(?:s|es)?(?: (?:through|out))?(?= (?:the year |"
    r"all of |the "
    r"whole of )?(?:20\d\d|next year|this year|the year)\b[^,;]{0,30}? without )",
    re.I,
)
_AWAITS = re.compile(
    r"(?<=recession )(?:(?:now|already|also|surely|therefore) )?(?:awaits|beckons|lies (?:ahead|in wait|in store)|"
    r"looms|"
    r"is (?:in store|coming|on its way|in prospect|round the corner|heading)|stares|will (?:come|be coming|arrive|be "
    r"upon|"
    r"descend|visit|catch up with|hit home))(?: (?:for|to|in the face|on|upon))?(?= )",
    re.I,
)
_BY_THE_BOOK = re.compile(
    r"\b(?:(?:in|by) the (?:usual|textbook|technical|common|standard) (?:sense|definition|book|measure)|"
    r"by the textbook|as the textbooks? (?:have|has|define[sd]?) it)\b",
    re.I,
)
_FALL_OF_5 = re.compile(
    r"\bthat (?:(?:will|would) )?(?:wipes? out|costs? (?:it|the country|the economy)|destroys?|eats? up|"
    r"takes? away) (?:at least |no less than )(?:5|five) ?(?:%|pc|per ?cent) of (?:its |the |the country's "
    r")?(?:output|gdp|economy|gross domestic product)\b",
    re.I,
)
_IN_ONE = re.compile(
    r"(?:\b(?:is|are|was|remains?|stays?|been|already|now|currently|still)|'s|'re)(?: not|n't)?(?: \w+){0,2} in (?:a |"
    r"an )?(?:\w+ ){0,2}recession\b|\b(?:has|have|'s)(?: \w+)? (?:fallen|slid|slipped|entered|gone|sunk|"
    r"tipped)\b[^.;]{0,30}\brecession\b",
    re.I,
)


_MILD = re.compile(r"falls?$|end|finish|ruin|die|survive|over$|be ", re.I)  # of an economy, no collapse


def _collapse_of_economy(told: Told) -> Question | None:
    draft = told.draft
    if not (draft.has("DISSOLVE") and draft.has("ECONOMY")) or party_of(draft, "NATO"):
        return None
    verb = next((m for m in draft.all_of("DISSOLVE") if not _MILD.match(m.text)), None)
    economy = next(
        (m for m in draft.all_of("ECONOMY") if not any(m.within(f.start, f.end) for f in draft.figures)), None
    )
    if verb is None or economy is None or draft.figures:
        return None
    if abs(verb.start - economy.end) > 30 and abs(economy.start - verb.end) > 30:
        return None
    draft.take_all("DISSOLVE", "ECONOMY", part="event")
    who = owner(draft, told.statement, told.before, catalogue.actors(catalogue.event("recession").of), groups=False)
    return Happens("recession", who, when_of(told, "recession"), "fall_of_5")


_SETTLED = re.compile(r"(?:an? |the )?(?:settlement|negotiated solution|political solution|diplomatic solution)", re.I)
_OF_WAR = re.compile(
    r"(?:^|\W)(?:an?|the|any|no|this|such|and|or|if|once|without|absent|that|of|negotiated|peace|political|diplomatic|"
    r"lasting|final|comprehensive|durable|permanent|such an?|failing|barring|formal|general|full|ukraine|ukrainian|"
    r"long-awaited|elusive|early|quick|swift|eventual|possible) $|^\W*$",
    re.I,
)
_OF_WHAT = re.compile(
    r" (?:of|in|on|over|with|for|between|about|to) (?!(?:the |its |this )?(?:war|conflict|ukraine|hostilities|fighting|"
    r"russia|moscow|kyiv|kiev|invasion|place|force|sight|prospect|paper|early|late|(?:19|20)\d\d|end)\b)[a-z]",
    re.I,
)


def _of_another_thing(text: str, m: Mention) -> bool:
    """Whether a settlement is of pay, a strike, a debt, and not of the war."""
    if not _SETTLED.fullmatch(m.text):
        return False
    bare = m.text.lower().startswith(("a ", "an ", "the "))
    return not (bare or _OF_WAR.search(text[: m.start])) or bool(_OF_WHAT.match(text[m.end :]))


def _war(told: Told) -> Question | None:
    draft = told.draft
    goes_on = draft.all_of("WAR_LASTS")
    if any("at war" in m.text.lower() for m in goes_on) and party_of(draft, "NATO", *catalogue.members("ALLIES")):
        return None  # another war
    fire, lasts = draft.has("CEASEFIRE"), bool(goes_on)
    end = draft.has("WAR_END")
    firing = draft.has("FIRE_LASTS") and not lasts
    if not fire and not end and not lasts and not firing:
        return None
    if (lasts or firing) and (fire or end):
        raise Unread("it says both that the war goes on and that it ends")
    if p := next(iter(draft.parties_of("foreign")), None):
        raise Unread(f"it is about a party that the model does not simulate ('{p.text}')")
    pledges = told.statement.force == "commit" and parties(name_of(told.statement.speaker))[:1]
    away = told.statement.context not in (None, "UKR", "RUS", *catalogue.members("ALLIES"))
    if (away or (pledges and pledges[0].kind == "foreign")) and party_of(draft, "RUS", "UKR") is None:
        raise Unread("it does not say which war is meant")
    if draft.says(
        r"ceasefire (?:offer|proposal|talks|plan)|trade war|price war|(?:war|conflict|hostilities|"
        r"fighting) in (?!ukraine)[A-Z]|peace treaty with|"
        r"between Moscow and Tokyo"
    ):
        return None
    if other := next((m for m in draft.all_of("WAR_END") if _of_another_thing(draft.text, m)), None):
        raise unplaced(other.text)
    name = "war_end" if end or lasts else "ceasefire"
    draft.take_all("CEASEFIRE", "WAR_END", "WAR_LASTS", "FIRE_LASTS", part="event")
    take_party(draft, "UKR", "RUS")
    two = party_of(draft, "RUS") is not None and party_of(draft, "UKR") is not None
    draft.mark(
        r"\b(?:the )?(?:two|both) (?:sides|armies|parties|camps|presidents|neighbou?rs|countries|nations)\b", "who"
    )
    draft.mark(_PROCLAIMED if two else _PROCLAIMED_BY_NOBODY, "event")
    draft.mark(
        r"\b(?:(?:take|takes|took|taken) hold|(?:str(?:ike|uck)|conclu?d|clinch|seal|ink|forge|achiev|arriv|hammer|"
        r"thrash|finali[sz])(?:e|es|ed|s|ing)?(?: (?:at|out))?|agree(?:s|d)? (?:to|on)|(?:come|came|"
        r"enter\w*) (?:in)?to (?:force|effect)|take(?:s)? effect|"
        r"in (?:force|effect|place)|hold(?:s)?|be signed|sign(?:s|ed)?|reach(?:ed)?|be over|over)\b",
        "event",
    )
    made = Happens(name, "UKR", to_the_end(when_of(told, name, open_ended=False), lasts or firing))
    return Not(made) if lasts or firing else made


_RUN_OUT_OF = re.compile(r"(?<=\bout of )(?:levers?|tools?|instruments|options|ammunition|cards|tricks)\b", re.I)
_WHO_STEERS = re.compile(
    r"\b(?:economic|financial|fiscal|monetary|financial-economic) (?:policy ?makers?|teams?|managers?|planners?|"
    r"officials?|authorities|blocs?|ministries|ministers|technocrats|chiefs?|bosses|leadership|apparatus|"
    r"establishment|mandarins|overseers|strategists|helmsmen|managers|policy-makers?)\b",
    re.I,
)
_LEFT = re.compile(r"\b(?:left|remaining|at (?:its|their|his) disposal|to hand|available)\b", re.I)

_PROCLAIMED = re.compile(r"\b(?:call|declare|announce|proclaim)(?:s|d|ed)?\b", re.I)  # a truce, by both sides
_PROCLAIMED_BY_NOBODY = re.compile(r"\b(?:be|been) (?:called|declared|announced|proclaimed)\b", re.I)


def _fund(told: Told) -> Question | None:
    draft = told.draft
    russian = party_of(draft, "RUS") is not None
    if draft.says(r"\bcentral bank"):
        return None
    lasts = draft.has("FUND_LASTS") and not draft.has("EMPTY")
    for figure in draft.figures:
        if figure.value == 0 and any(figure.within(m.start, m.end) for m in draft.all_of("EMPTY")):
            draft.take(figure, "event")  # "hits zero"
    if (
        draft.has("FUND")
        and (lasts or draft.has("EMPTY"))
        and not any(f.kind in ("money", "percent") for f in draft.figures if not f.part)
    ):
        if any(p.code not in ("RUS", "UKR", "NATO") for p in draft.parties):
            return None
        if (pledge := draft.first("TARGET")) is not None:
            raise unplaced(pledge.text)  # "Keeping the pledge will drain the fund": what drains it
        if not russian and told.statement.context not in (None, "RUS"):
            return None
        draft.take_all("FUND", "EMPTY", "FUND_LASTS", "LIQUID", "LIMITS", "BUFFERS", part="event")
        done(draft)
        take_party(draft, "RUS")
        made = Happens("fund_exhausted", "RUS", to_the_end(when_of(told, "fund_exhausted"), lasts))
        return Not(made) if lasts else made
    if draft.says(r"\b(?:central bank|gold|currency|foreign|oil|gas) reserves\b|\breserves of\b"):
        return None
    plenty = draft.has("PLENTY") and draft.has("BUFFERS")
    scarce = draft.has("SCARCE") and draft.has("BUFFERS") and draft.says(_LEFT) is not None
    if (
        plenty
        or scarce
        or (draft.has("LIMITS") and (draft.has("BUFFERS") or russian))
        or (draft.has("BUFFERS") and draft.has("EMPTY", "LIMITS"))
    ):
        if not russian and not re.search(r"Russia|Kremlin|Moscow|ro?uble", told.before[-800:]):
            return None
        gone = (
            any(m.text.lower() != "left in" for m in draft.all_of("EMPTY"))
            and not draft.has("LIMITS")
            and not scarce
            and not draft.says(
                r"\b(?:all but|nearly|almost|virtually|as good as|close to|far from|nowhere near|running)\b"
            )
        )
        draft.take_all("LIMITS", "BUFFERS", "EMPTY", "ECONOMY", "SUSTAIN", "PLENTY", "SCARCE", part="event")
        draft.mark(_WHO_STEERS, "who")
        draft.mark(_RUN_OUT_OF, "event")
        draft.mark(_LEFT, "event")
        take_party(draft, "RUS")
        when = to_the_end(when_of(told, "tools_near_limits", open_ended=not plenty), plenty)
        made = Happens("tools_near_limits", "RUS", when, "exhausted" if gone else "near")
        return Not(made) if plenty else made
    return None


_STILL_AT_IT = re.compile(r"\b(?:still|be|busy) (?:be )?(?:re\w+ing)\b", re.I)


_OF_AN_ARMY = re.compile(
    r"\b(?:reconstitut|regenerat|rebuil[dt]|re-?arm|re-?equip|replenish|losses|(?:full|strength|levels?)\b)\w*", re.I
)
_ON_RUSSIA = re.compile(
    r"\b(?:(?:attack|invad|strik|hit|fight|threaten)\w*|(?:war|take) (?:with|against|on)) Russia\b", re.I
)


def _rebuilt(told: Told) -> Question | None:
    draft = told.draft
    russia = party_of(draft, "RUS")
    able = draft.first("ABLE")
    first = next(iter(draft.parties_of("party", "group")), None)
    if (
        able is not None
        and first is not None
        and first.end <= able.start
        and first.code in ("NATO", "EUROPE", *catalogue.members("ALLIES"))
    ):
        russia = None  # it is the alliance that is able to fight Russia
    if russia is not None and (turned := draft.says(_ON_RUSSIA)):
        raise unplaced(turned)
    russian = russia is not None or (
        not draft.parties
        and (
            re.search(r"Russia|Moscow|Kremlin", told.before[-500:]) is not None
            or carried(draft, told.statement, told.before) == "RUS"
        )
    )
    if draft.has("ABLE") or (
        draft.has("REBUILT") and (draft.has("MIL", "STOCK", "PERSONNEL") or (russian and draft.says(_OF_AN_ARMY)))
    ):
        if not russian:
            own = party_of(draft, "NATO", "EUROPE", *catalogue.members("ALLIES"))
            if (
                own is None
                or not draft.has("ABLE")
                or (not draft.has("ATTACK") and not re.search(r"Russia|Moscow", draft.text))
            ):
                return None
            draft.take_all("ABLE", "MIL", "ATTACK", part="event")
            take_party(draft, own.code, "RUS")
            return Happens(
                "forces_rebuilt", own.code, when_of(told, "forces_rebuilt", open_ended=draft.has("POSSIBLE"))
            )
        ukraine = party_of(draft, "UKR")
        held = ukraine and any(ukraine.within(m.start, m.end) for m in draft.all_of("REBUILT"))
        if ukraine and not held and not draft.has("ABLE"):
            return None
        if busy := draft.says(_STILL_AT_IT):
            raise unplaced(busy)
        draft.take_all("ABLE", "REBUILT", "MIL", "STOCK", "PERSONNEL", "ATTACK", part="event")
        draft.mark(r"\b(?:an?|any) (?:[a-z]+ )?(?:ally|member(?: state)?)\b", "event")
        done(draft)
        take_party(draft, "RUS", "NATO", "EUROPE", "EU")
        if able is not None:
            take_party(draft, "BALTICS", "NORDICS", "FLANK", *(p.code for p in draft.parties if p.start > able.start))
        return Happens("forces_rebuilt", "RUS", when_of(told, "forces_rebuilt", open_ended=draft.has("POSSIBLE")))
    return None


def _sustain(told: Told) -> Question | None:
    """Russia's ambitions within its economy, quarter by quarter: burden kept, no year of falling output, room left."""
    draft = told.draft
    if not draft.has("SUSTAIN") or draft.has("TOOLS", "LIMITS"):
        return None
    russian = party_of(draft, "RUS") or re.search(r"Russia|Moscow|Kremlin", told.before[-600:])
    if not russian or not (draft.has("ECONOMY", "MIL", "SPEND") or "ambition" in draft.text.lower()):
        return None
    contrary = (
        draft.says(r"unsustainable|not sustainable|beyond (?:its|their) means|warn") or told.statement.force == "warn"
    )
    draft.take_all("SUSTAIN", "ECONOMY", "MIL", "SPEND", part="event")
    take_party(draft, "RUS")
    first = draft.said.year * 4 + (draft.said.month - 1) // 3 - 1
    start, last = f"{first // 4}-Q{first % 4 + 1}", f"{draft.said.year + 3}-Q4"
    if draft.moments:
        draft.take_moments()
        last = f"{window(draft.moments[0].when).year}-Q4"
    span = When("each", start, last, default=not draft.moments)
    burden = Quantity("core_share", ("RUS",), span)
    made = And(
        (
            Compare(burden, ">=", Quantity("core_share", ("RUS",), When("in", str(draft.said.year)), times=0.9)),
            Compare(Quantity("growth", ("RUS",), span), ">=", 0.0),
            Compare(Quantity("tools_left", ("RUS",), span), ">=", 0.1),
        )
    )
    return Not(made) if contrary else made


def _precedent(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("PRECEDENT") or not draft.says(r"spending|arma|arms|costs|burden|brezhnev"):
        return None
    if not draft.says(
        r"\bcontribut|\becho|mistake|\bruin|\bcollapse|\bbankrupt|\bbrought down|\blesson|\blike\b|\bdownfall|\bend\b"
    ):
        return None
    draft.use(0, len(draft.text), "precedent")
    return Special("precedent")


RULES: tuple[Rule, ...] = (
    _precedent,
    gamechanger,
    response,
    reviewed,
    abandoned,
    left,
    _recession,
    ruler_leaves,
    regime_ends,
    _collapse_of_economy,
    dissolved,
    _fund,
    stocks,
    _rebuilt,
    attacked,
    article5,
    drawdown,
    _war,
    _sustain,
)
