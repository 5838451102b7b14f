"""A claim that something happens: which event, of whom, by which route, by when."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.moments import Moment
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import owner
from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Do, Effect, Happens, Not, Quantity, Question, Special, When
from overstretch.statements.record import Statement


@dataclass(frozen=True)
class Told:
    """What a rule needs beside the draft."""

    draft: Draft
    statement: Statement
    before: str
    horizon: int | None
    caused: bool = False  # what a cause is said to bring about: an open moment takes the default


Rule = Callable[[Told], "Question | None"]
LONGEST_NAME = 8  # words of a thing named alone, as in "agreed on a review of progress in 2029"
ALLIANCE = ("NATO", "EUROPE_CANADA", "ALLIES")


def event_question(told: Told) -> Question | None:
    """The question of the first rule that fits; None where no event is named."""
    for rule in RULES:
        found = rule(told)
        if found is not None:
            return found
    return None


def when_of(told: Told, event: str, open_ended: bool = True) -> When:
    """The moment; without one the default of the event for an effect, a state, a plan or a risk, else no date: refused."""
    draft = told.draft
    whens = list(draft.moments)
    for m in whens:
        draft.use(m.start, m.end, "when")
    if len({(m.when.first, m.when.last, m.when.relation) for m in whens}) > 1:
        chosen = [m for m in whens if m.when.relation in ("by", "before")]
        if len(chosen) != 1:
            raise Unread("it names several moments, and one event")
        return _plain(chosen[0])
    if whens:
        return _plain(whens[0])
    if not open_ended and not told.caused and not draft.has("POSSIBLE"):
        raise Unread("it gives no date by which it could be settled", f"happens({event}, by {{year}}-12)")
    horizon = catalogue.event(event).horizon
    year = told.horizon or (draft.said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    return When("by", f"{year}-12", default=True)


def _plain(moment: Moment) -> When:
    when = moment.when
    return When("any", when.first, when.last) if when.relation in ("span", "mean", "each") else when


def _one_of(draft: Draft, *codes: str) -> Mention | None:
    """The party or group of these that the event is asked of, the nearer to a single state the better. Refuses two that fit equally."""
    able = [p for p in draft.parties if str(p.value) in codes]
    states = [p for p in able if p.kind == "party"]
    if len({str(p.value) for p in states}) > 1:
        raise Unread(f"could not place “{states[1].text}”")
    return next(iter(sorted(able, key=lambda p: (p.kind != "party", str(p.value) in ("NATO", "EUROPE", "EU")))), None)


def _party(draft: Draft, *codes: str) -> Mention | None:
    return next((p for p in draft.parties if str(p.value) in codes), None)


def _take_party(draft: Draft, *codes: str) -> None:
    for p in draft.parties:
        if str(p.value) in codes:
            draft.take(p, "who")


def _recession(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("RECESSION", "TWO_QUARTERS") or draft.has("NODATE"):
        return None
    two = draft.has("TWO_QUARTERS")
    draft.take_all("RECESSION", "TWO_QUARTERS", "ECONOMY", "GDP", "DOWN", "SHRINKS", part="event")
    accepted = catalogue.actors(catalogue.event("recession").of)
    who = owner(draft, told.statement, told.before, accepted, groups=False)
    if m := re.search(
        r"\b(?:output down over the year as a whole|calendar year|full year|with output down over the year as a whole)\b",
        draft.text,
        re.I,
    ):
        draft.use(m.start(), m.end(), "how")
    if m := re.search(
        r"\b(?:tips?|slid\w*|slides?|plung\w+|sinks?|drifts?|tumbl\w+|laps\w+|heads?|headed|back) (?=(?:back )?(?:into|in|to|towards)\b)",
        draft.text,
        re.I,
    ):
        draft.use(m.start(), m.end(), "event")
    how = "two_quarters" if two else "calendar_year"
    return Happens("recession", who, when_of(told, "recession"), how)


_MILD = re.compile(r"falls?$|end|finish|ruin|die|survive|over$|be ", re.I)  # of an economy, no collapse


def _collapse_of_economy(told: Told) -> Question | None:
    draft = told.draft
    if not (draft.has("DISSOLVE") and draft.has("ECONOMY")) or _party(draft, "NATO"):
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


def _war(told: Told) -> Question | None:
    draft = told.draft
    fire, end, lasts = draft.has("CEASEFIRE"), draft.has("WAR_END"), draft.has("WAR_LASTS")
    if not fire and not end and not lasts:
        return None
    if lasts and (fire or end):
        raise Unread("it says both that the war goes on and that it ends")
    if p := next((p for p in draft.parties if p.kind == "foreign"), None):
        raise Unread(f"it is about a party that the model does not simulate ('{p.text}')")
    if re.search(
        r"ceasefire (?:offer|proposal|talks|plan)|trade war|price war|war in (?!ukraine)[A-Z]|peace treaty with|between Moscow and Tokyo",
        draft.text,
        re.I,
    ):
        return None
    name = "war_end" if end or lasts else "ceasefire"
    draft.take_all("CEASEFIRE", "WAR_END", "WAR_LASTS", part="event")
    _take_party(draft, "UKR", "RUS")
    if m := re.search(
        r"\b(?:agree(?:s|d)? to|come into force|take(?:s)? effect|be in place|is in place|hold(?:s)?|be signed|sign(?:s|ed)?|reach(?:ed)?|be over|over)\b",
        draft.text,
        re.I,
    ):
        draft.use(m.start(), m.end(), "event")
    made = Happens(name, "UKR", _to_the_end(when_of(told, name, open_ended=False), lasts))
    return Not(made) if lasts else made


def _to_the_end(when: When, lasts: bool) -> When:
    """What lasts until 2028, or is still there in 2027, has not ended by the end of 2027."""
    if lasts and when.relation == "any" and when.last:
        return When("by", f"{when.last[:4]}-12")
    return When("by", f"{when.first}-12") if lasts and when.relation == "in" and len(when.first) == 4 else when


def _exit(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("EXIT", "NOTICE"):
        return None
    notice = draft.has("NOTICE")
    draft.take_all("EXIT", "NOTICE", "REACH", part="event")
    _take_party(draft, "NATO")
    actor = _one_of(draft, *catalogue.members("ALLIES"))
    who = str(draft.take(actor, "who").value) if actor else None
    if actor is None and not re.search(
        r"\b(?:an|any|one|a|another|no|some|first) (?:\w+ )?(?:ally|member|country|state)\b", draft.text, re.I
    ):
        who = owner(draft, told.statement, told.before, catalogue.members("ALLIES"), groups=False)
    return Happens("ally_exit", who, when_of(told, "ally_exit"), "notice" if notice else None)


def _dissolution(told: Told) -> Question | None:
    draft = told.draft
    verb = draft.first("DISSOLVE", "SURVIVE")
    nato = _party(draft, "NATO")
    if verb is None or nato is None or _subject_between(draft, verb):
        return None
    survives = verb.kind == "SURVIVE"
    draft.take_all("DISSOLVE", "SURVIVE", part="event")
    for p in draft.parties:
        if str(p.value) == "NATO":
            draft.take(p, "who")
    when = _to_the_end(when_of(told, "alliance_dissolution", open_ended=False), survives)
    made = Happens("alliance_dissolution", None, when)
    return Not(made) if survives else made


def _subject_between(draft: Draft, verb: Mention) -> bool:
    """Whether what ends is something else than the alliance: a bank, a coalition, a talk."""
    return bool(
        re.search(
            r"\b(?:coalition|government|banking|bank|market|talks|offer|front|sector|regime|cabinet|sanctions)\b",
            draft.text,
            re.I,
        )
    ) and not re.search(r"(?:nato|alliance)(?:'s)?\s+(?:\w+\s+){0,3}" + re.escape(verb.text), draft.text, re.I)


def _article5(told: Told) -> Question | None:
    draft = told.draft
    if (
        told.statement.force == "commit"
        and draft.has("ARTICLE5")
        and not draft.has("DOUBTED", "ATTACK")
        and len(draft.text.split()) <= LONGEST_NAME
    ):
        return _stands(told)
    if not draft.has("ARTICLE5") or (draft.has("ATTACK") and not draft.has("DOUBTED")):
        return None
    if draft.has("DOUBTED"):
        draft.take_all("ARTICLE5", "DOUBTED", "UP", part="event")
        p = _party(draft, "USA")
        _take_party(draft, "NATO", "USA")
        return Happens("article5_doubt", "USA" if p else None, when_of(told, "article5_doubt"))
    return _stands(told) if draft.has("HOLDS") else None


def _stands(told: Told) -> Question:
    """Collective defence holds: no exit, no dissolution, no grave doubt."""
    told.draft.take_all("ARTICLE5", "HOLDS", part="event")
    _take_party(told.draft, "NATO")
    when = when_of(told, "alliance_dissolution")
    return And(
        tuple(
            Not(Happens(name, None, when, how))
            for name, how in (("ally_exit", "notice"), ("alliance_dissolution", None), ("article5_doubt", None))
        )
    )


def _drawdown(told: Told) -> Question | None:
    draft = told.draft
    if (
        not draft.has("DRAWDOWN")
        or draft.size is not None
        or re.search(
            r"\b(?:a|one|two) (?:third|quarter|fifth|tenth)s?\b|\bhalf\b|\bbrigades?\b|\ball (?:its|the|american|us)\b",
            draft.text,
            re.I,
        )
        or any(f.kind in ("number", "percent") for f in draft.figures)
    ):
        return None
    if not (_party(draft, "USA") or draft.has("US_TROOPS")) or draft.has("EXIT"):
        return None
    draft.take_all("DRAWDOWN", "US_TROOPS", "PERSONNEL", "MIL", "DOWN", part="event")
    _take_party(draft, "USA", "EUROPE", "NATO")
    return Happens("us_drawdown", None, when_of(told, "us_drawdown"))


def _leader(told: Told) -> Question | None:
    draft = told.draft
    ways = [
        ("natural", "DIES"),
        ("forced", "FORCED"),
        ("irregular", "COUP"),
        ("forced", "OUSTED"),
        ("any", "LEAVES"),
        ("inpower", "INPOWER"),
    ]
    how = next((h for h, kind in ways if draft.has(kind)), None)
    ruler = draft.first("RULER") or next(
        (m for m in draft.all_of("LEAVES", "INPOWER") if "kremlin" in m.text.lower()), None
    )
    if how is None and ruler is not None and draft.has("DISSOLVE") and not draft.has("REGIME", "RUS_STATE"):
        how = "forced"
    if how is None:
        return None
    other = draft.first("LEADER")
    state = _party(draft, "RUS", *catalogue.members("ALLIES"))
    if ruler is None and (other is None or state is None):
        return None
    if (
        re.search(
            r"\b(?:foreign|finance|defen[cs]e|prime|deputy|chess|energy|economy|central bank)\b", draft.text, re.I
        )
        and ruler is None
    ):
        return None
    draft.take_all("RULER", "LEADER", "OUSTED", "COUP", "FORCED", "LEAVES", "DIES", "INPOWER", "DISSOLVE", part="event")
    who = "RUS" if ruler is not None or state is None else str(state.value)
    _take_party(draft, "RUS", who)
    year = re.search(r"\b(?:the|this) year\b", draft.text, re.I)
    if how == "inpower" and year and not draft.moments:
        draft.use(*year.span(), "when")
        when = When("by", f"{draft.said.year}-12")
    else:
        when = _to_the_end(when_of(told, "leader_exit"), how == "inpower")
    made = Happens("leader_exit", who, when, "any" if how == "inpower" else how)
    return Not(made) if how == "inpower" else made


def _regime(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("DISSOLVE", "OUSTED"):
        return None
    for kind, name in (("REGIME", "regime_end"), ("RUS_STATE", "state_collapse")):
        thing = draft.first(kind)
        russian = _party(draft, "RUS") is not None
        if thing is not None and russian and not re.search(r"sanctions regime|banking|key", draft.text, re.I):
            draft.take_all(kind, "DISSOLVE", "OUSTED", "RULER", part="event")
            _take_party(draft, "RUS")
            return Happens(name, "RUS", when_of(told, name, open_ended=draft.has("POSSIBLE")))
    verb = draft.first("DISSOLVE")
    russia = _party(draft, "RUS")
    near = (
        verb
        and russia
        and russia.end <= verb.start
        and re.fullmatch(r"(?:'s)?\s*(?:\w+\s+){0,3}", draft.text[russia.end : verb.start])
    )
    if (
        verb
        and russia
        and near
        and russia.text.lower().strip("'s") in ("russia", "the russian federation")
        and verb.text.lower() not in ("fall", "falls", "ruin", "finished")
    ):
        draft.take_all("DISSOLVE", part="event")
        draft.take(russia, "who")
        return Happens("state_collapse", "RUS", when_of(told, "state_collapse", open_ended=False))
    return None


def _fund(told: Told) -> Question | None:
    draft = told.draft
    russian = _party(draft, "RUS") is not None
    if draft.has("FUND") and draft.has("EMPTY") and not any(f.kind in ("money", "percent") for f in draft.figures):
        if any(str(p.value) not in ("RUS", "UKR", "NATO") for p in draft.parties):
            return None
        draft.take_all("FUND", "EMPTY", "LIQUID", "LIMITS", "BUFFERS", part="event")
        _take_party(draft, "RUS")
        return Happens("fund_exhausted", "RUS", when_of(told, "fund_exhausted"))
    if re.search(r"\b(?:central bank|gold|currency|foreign|oil|gas) reserves\b|\breserves of\b", draft.text, re.I):
        return None
    if (draft.has("LIMITS") and (draft.has("BUFFERS") or russian)) or (
        draft.has("BUFFERS") and draft.has("EMPTY", "LIMITS")
    ):
        if not russian and not re.search(r"Russia|Kremlin|Moscow|rouble|ruble", told.before[-800:]):
            return None
        gone = draft.has("EMPTY") and not draft.has("LIMITS")
        draft.take_all("LIMITS", "BUFFERS", "EMPTY", "ECONOMY", "SUSTAIN", part="event")
        _take_party(draft, "RUS")
        return Happens("tools_near_limits", "RUS", when_of(told, "tools_near_limits"), "exhausted" if gone else "near")
    return None


def _rebuilt(told: Told) -> Question | None:
    draft = told.draft
    russia = _party(draft, "RUS")
    able = draft.first("ABLE")
    first = next((p for p in draft.parties if p.kind in ("party", "group")), None)
    if (
        able is not None
        and first is not None
        and first.end <= able.start
        and str(first.value) in ("NATO", "EUROPE", *catalogue.members("ALLIES"))
    ):
        russia = None  # it is the alliance that is able to fight Russia
    russian = russia is not None or (
        re.search(r"Russia|Moscow|Kremlin", told.before[-500:]) is not None and not draft.parties
    )
    if draft.has("ABLE") or (draft.has("REBUILT") and (draft.has("MIL", "STOCK", "PERSONNEL") or russia is not None)):
        if not russian:
            own = _party(draft, "NATO", "EUROPE", *catalogue.members("ALLIES"))
            if (
                own is None
                or not draft.has("ABLE")
                or (not draft.has("ATTACK") and not re.search(r"Russia|Moscow", draft.text))
            ):
                return None
            draft.take_all("ABLE", "MIL", "ATTACK", part="event")
            _take_party(draft, str(own.value), "RUS")
            return Happens(
                "forces_rebuilt", str(own.value), when_of(told, "forces_rebuilt", open_ended=draft.has("POSSIBLE"))
            )
        if next((p for p in draft.parties if str(p.value) in ("UKR",)), None) and not draft.has("ABLE"):
            return None
        draft.take_all("ABLE", "REBUILT", "MIL", "STOCK", "PERSONNEL", "ATTACK", part="event")
        _take_party(draft, "RUS", "NATO", "EUROPE", "EU")
        if able is not None:
            _take_party(
                draft, "BALTICS", "NORDICS", "FLANK", *(str(p.value) for p in draft.parties if p.start > able.start)
            )
        return Happens("forces_rebuilt", "RUS", when_of(told, "forces_rebuilt", open_ended=draft.has("POSSIBLE")))
    return None


def _attack(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("ATTACK") or (
        _party(draft, "RUS") is None and not re.search(r"Russia|Moscow|Kremlin", told.before[-500:])
    ):
        return None
    verb, russia = draft.first("ATTACK"), _party(draft, "RUS")
    if (
        verb is not None
        and russia is not None
        and russia.start > verb.start
        and not re.search(r"\b(?:by|from)(?: the)?\s*$", draft.text[: russia.start], re.I)
    ):
        return None
    target = _one_of(draft, *catalogue.members("ALLIES"), "NATO", "BALTICS", "FLANK", "NORDICS", "EUROPE", "EU")
    if target is None and not re.search(r"\b(?:allied|member)\b", draft.text, re.I):
        return None
    draft.take_all("ATTACK", "MIL", "ARTICLE5", "DOUBTED", part="event")
    _take_party(draft, "RUS", "NATO", "EUROPE", "EU", str(target.value) if target is not None else "NATO")
    who = str(target.value) if target is not None and str(target.value) not in ("NATO", "EUROPE", "EU") else None
    return Happens("attack_on_nato", who, when_of(told, "attack_on_nato"))


def _review(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("REVIEW") or draft.has("RESPONSE"):
        return None
    if not (draft.has("TARGET") or "2029" in draft.text or _party(draft, "NATO")):
        return None
    results = (
        ("rescope", "RESCOPED"),
        ("ease", "EASED"),
        ("tighten", "TIGHTENED"),
        ("hold", "UNCHANGED"),
        ("any", "CHANGES"),
    )
    how = next((h for h, kind in results if draft.has(kind)), None)
    if how is None:
        agreed = re.search(
            r"\b(?:includes|sets|provides for|foresees|take place|is planned|due|scheduled)\b", draft.text, re.I
        )
        named = (
            len(draft.text.split()) <= LONGEST_NAME
            and not re.search(r"\b(?:will|would|could|may|is|are)\b", draft.text)
            and told.statement.force in ("commit", "assert", "cite")
        )
        if "2029" in draft.text and (agreed or named):
            draft.take_all("REVIEW", part="event")
            for m in draft.moments:
                draft.use(m.start, m.end, "when")
            _take_party(draft, "NATO")
            return Special("review", (("year", "2029"),))
        return None
    draft.take_all("REVIEW", "TARGET", *(kind for _, kind in results), "UP", "DOWN", part="event")
    _take_pledged(draft)
    _take_party(draft, "NATO", "RUS")
    for m in draft.moments:
        draft.use(m.start, m.end, "when")
    if m2 := re.search(r"\b2029\b", draft.text):
        draft.use(m2.start(), m2.end(), "when")
    return Happens("target_changed", None, When("in", "2029"), how)


def _take_pledged(draft: Draft) -> None:
    """'The 5% target': the figure that names the pledge."""
    for figure in draft.figures:
        if re.match(
            r"[- ]?(?:of gdp )?[- ]?(?:goal|target|pledge|promise|commitment|guideline|level)",
            draft.text[figure.end :],
            re.I,
        ):
            draft.take(figure, "event")


def _abandoned(told: Told) -> Question | None:
    draft = told.draft
    if not (draft.has("ABANDONED") and draft.has("TARGET")):
        return None
    count = draft.counted
    most = count is not None and re.match(
        r"most|a majority|the majority|all", draft.text[count.start : count.end], re.I
    )
    if count is not None and most:
        draft.use(count.start, count.end, "who")
    _take_pledged(draft)
    draft.take_all("ABANDONED", "TARGET", part="event")
    actor = _one_of(draft, *catalogue.members("ALLIES"), "NATO")
    who = str(draft.take(actor, "who").value) if actor is not None else "NATO" if most else None
    _take_party(draft, "NATO")
    return Happens("pledge_abandoned", who, when_of(told, "pledge_abandoned"))


def _sustain(told: Told) -> Question | None:
    """Russia's ambitions within its economy, quarter by quarter: burden kept, no year of falling output, room left."""
    draft = told.draft
    if not draft.has("SUSTAIN") or draft.has("TOOLS", "LIMITS"):
        return None
    russian = _party(draft, "RUS") or re.search(r"Russia|Moscow|Kremlin", told.before[-600:])
    if not russian or not (draft.has("ECONOMY", "MIL", "SPEND") or "ambition" in draft.text.lower()):
        return None
    contrary = (
        re.search(r"unsustainable|not sustainable|beyond (?:its|their) means|warn", draft.text, re.I)
        or told.statement.force == "warn"
    )
    draft.take_all("SUSTAIN", "ECONOMY", "MIL", "SPEND", part="event")
    _take_party(draft, "RUS")
    first = draft.said.year * 4 + (draft.said.month - 1) // 3 - 1
    start, last = f"{first // 4}-Q{first % 4 + 1}", f"{draft.said.year + 3}-Q4"
    if draft.moments:
        for m in draft.moments:
            draft.use(m.start, m.end, "when")
        from overstretch.questions.periods import window

        last = f"{window(draft.moments[0].when).year}-Q4"
    span = When("each", start, last, default=not draft.moments)
    burden = Quantity("core_share", ("RUS",), span)
    made = And((
        Compare(burden, ">=", Quantity("core_share", ("RUS",), When("in", str(draft.said.year)), times=0.9)),
        Compare(Quantity("growth", ("RUS",), span), ">=", 0.0), Compare(Quantity("tools_left", ("RUS",), span), ">=", 0.1),
    ))  # fmt: skip
    return Not(made) if contrary else made


def _gamechanger(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("GAMECHANGER"):
        return None
    about = draft.has("TARGET", "SPEND") or re.search(
        r"\b(?:decision|deal|agreement|pledge|summit)\b", draft.text, re.I
    )
    if not about or not re.search(r"NATO|alliance|organi[sz]ation|allies", draft.text + told.before[-600:], re.I):
        return None
    draft.take_all("GAMECHANGER", "TARGET", "SPEND", part="event")
    _take_party(draft, "NATO", "EUROPE")
    if m := re.search(r"\b(?:decision|deal|agreement|summit|organi[sz]ation)\b", draft.text, re.I):
        draft.use(m.start(), m.end(), "event")
    of = Quantity("total_share", ("EUROPE_CANADA",), When("in", "2035", default=True))
    return Effect((Do("base"), Do("hold_burden(2024)")), of, ">=", 1.0, cause="the pledge")


def _precedent(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("PRECEDENT") or not re.search(r"spending|arma|arms|costs|burden|brezhnev", draft.text, re.I):
        return None
    if not re.search(
        r"\bcontribut|\becho|mistake|\bruin|\bcollapse|\bbankrupt|\bbrought down|\blesson|\blike\b|\bdownfall|\bend\b",
        draft.text,
        re.I,
    ):
        return None
    draft.use(0, len(draft.text), "precedent")
    return Special("precedent")


def _response(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("RESPONSE") or draft.has("REVIEW"):
        return None
    m = draft.first("RESPONSE")
    assert m is not None
    after = next(
        (p for p in draft.parties if p.start >= m.start and str(p.value) in ("NATO", "RUS", "EUROPE", "EUROPE_CANADA")),
        None,
    )
    if after is None:
        return None
    to = "RUS" if str(after.value) == "RUS" else "NATO"
    who = "NATO" if to == "RUS" else "RUS"
    around = draft.text[: m.start] + " " + told.before[-400:]
    down, up = (
        re.search(r"\b(?:reduc\w*|cut\w*|lower\w*|decreas\w*|trim\w*)\b", around, re.I),
        re.search(r"\b(?:increas\w*|rais\w*|boost\w*|build-?up|higher|rearm\w*)\b", around, re.I),
    )
    direction = (
        "down"
        if down and (not up or (draft.text[: m.start].strip() == "" and who == "RUS") or down.start() > up.start())
        else "up"
        if up or who == "NATO"
        else None
    )
    if direction is None:
        raise Unread("it does not say which way spending went in response")
    draft.use(0, len(draft.text), "response")
    return Special("response", (("direction", direction), ("who", who), ("year", str(draft.said.year + 1))))


def _stocks(told: Told) -> Question | None:
    """Russia's equipment back at the level of February 2022."""
    draft = told.draft
    if (
        not draft.has("STOCK")
        or _party(draft, "RUS") is None
        or not re.search(r"\b2022\b|before the (?:war|invasion)|pre-?war", draft.text, re.I)
    ):
        return None
    if not re.search(r"\b(?:back|again|had before|level|restor|replac|recover)", draft.text, re.I):
        return None
    draft.take_all("STOCK", "REBUILT", "MIL", part="series")
    _take_party(draft, "RUS", "UKR")
    whens = [m for m in draft.moments if not m.when.first.startswith("2022")]
    for m in draft.moments:
        draft.use(m.start, m.end, "when")
    if m2 := re.search(r"\b(?:back (?:at|to)|again|had before|level of)\b", draft.text, re.I):
        draft.use(m2.start(), m2.end(), "comparator")
    when = whens[0].when if whens else When("by", f"{draft.said.year + 5}-12", default=True)
    return Compare(Quantity("equipment_index", ("RUS",), when), ">=", 1.0)


RULES: tuple[Rule, ...] = (
    _precedent, _gamechanger, _response, _review, _abandoned, _exit, _recession, _leader, _regime, _collapse_of_economy, _dissolution, _fund, _stocks, _rebuilt,
    _attack, _article5, _drawdown, _war, _sustain,
)  # fmt: skip
