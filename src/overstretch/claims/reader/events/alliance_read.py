"""What happens to the alliance: exits, its end, doubt, draw-down, attack, the pledge and its review."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.events.told import (
    LONGEST_NAME,
    Told,
    done,
    gone,
    one_of,
    party_of,
    take_party,
    to_the_end,
    when_of,
)
from overstretch.claims.reader.stance import NOT
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import owner
from overstretch.questions import catalogue
from overstretch.questions.data import And, Do, Effect, Happens, Not, Quantity, Question, Special, When

NO_ALLY_BY_NAME = re.compile(
    r"\b(?:(?:an|any|one|a|another|no|some|first) (?:(?:nato|alliance|allied|single|further) )?(?:ally|"
    r"member|country|state)|nobody|no one|no-one|none|"
    r"anybody|anyone|somebody|someone)\b",
    re.I,
)  # of no ally by name


_SOME_ALLY = re.compile(
    r"\b(?:an|any|one|a|some|at least (?:one|an)) (?:(?:nato|alliance|allied|member) )?(?:ally|member(?: state)?|"
    r"country|state)(?= (?:will|would|could|may|might|to|is|has|leav|quit|with|does|did)\w*\b)",
    re.I,
)


def left(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("EXIT", "EXIT_OUT", "EXIT_STAYS", "NOTICE"):
        return None
    stays = draft.has("EXIT_STAYS")
    if stays and draft.has("EXIT", "EXIT_OUT", "NOTICE"):
        raise Unread("it says both that a member stays and that it leaves")
    if draft.has("SPARED") or (party_of(draft, "EU") and not party_of(draft, "NATO")):
        return None  # left alone, or another body
    how = "notice" if draft.has("NOTICE") else None
    draft.take_all("EXIT", "EXIT_OUT", "EXIT_STAYS", "NOTICE", "REACH", part="event")
    done(draft)
    take_party(draft, "NATO")
    actor = one_of(draft, *catalogue.members("ALLIES"))
    who = draft.take(actor, "who").code if actor else None
    if none := actor is None and draft.counted is not None and draft.counted.n == 0:
        draft.use(draft.counted.start, draft.counted.end, "who")
    elif actor is None and (some := _SOME_ALLY.search(draft.text)):
        draft.use(*some.span(), "who")
    elif actor is None and not NO_ALLY_BY_NAME.search(draft.text):
        who = owner(draft, told.statement, told.before, catalogue.members("ALLIES"), groups=False)
    made = Happens("ally_exit", who, to_the_end(when_of(told, "ally_exit", open_ended=not stays), stays), how)
    none_of_them = none and draft.says(r"\b(?:not a single|none|zero)\b") is not None  # that no word denies
    return Not(made) if stays != none_of_them else made


def dissolved(told: Told) -> Question | None:
    draft = told.draft
    nato = party_of(draft, "NATO")
    verb = draft.first("DISSOLVE", "SURVIVE") or gone(draft, nato)
    if verb is None or nato is None or _subject_between(draft, verb):
        return None
    if _OF_IT.search(draft.text[nato.start :]) or _TO_A_LEVEL.match(draft.text, verb.end + 1):
        return None  # its spending falls, not the alliance
    if verb.text.lower() == "last" and re.match(
        r" (?:in|of|among|year|month|week|time)\b", draft.text[verb.end :], re.I
    ):
        return None  # a rank or a moment
    survives = verb.kind == "SURVIVE"
    draft.take_all("DISSOLVE", "SURVIVE", part="event")
    draft.take(verb, "event")
    done(draft)
    for p in draft.parties:
        if p.code == "NATO":
            draft.take(p, "who")
    when = to_the_end(when_of(told, "alliance_dissolution", open_ended=False), survives)
    made = Happens("alliance_dissolution", None, when)
    return Not(made) if survives else made


_TO_A_LEVEL = re.compile(r"(?:far |well |just |a little |slightly )?(?:short of|below|behind)\b", re.I)  # "falls"
_OF_IT = re.compile(
    r"^[\w ]+?['’]s (?:\w+ )?(?:spending|outlays|budgets?|share|expenditure|target|burden|bill|debt|members?)\b", re.I
)


def _subject_between(draft: Draft, verb: Mention) -> bool:
    """Whether what ends is something else than the alliance: a bank, a coalition, a talk."""
    return bool(
        draft.says(
            r"\b(?:coalition|government|banking|bank|market|talks|offer|front|sector|regime|cabinet|sanctions)\b"
        )
    ) and not draft.says(r"(?:nato|alliance)(?:'s)?\s+(?:\w+\s+){0,3}" + re.escape(verb.text))


def article5(told: Told) -> Question | None:
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
    if other := draft.says(_OF_ANOTHER_TREATY):
        raise unplaced(other)
    trusted = draft.has("CREDIBLE")
    if trusted or draft.has("DOUBTED"):
        if trusted and draft.has("DOUBTED"):
            raise Unread("it says both that it is doubted and that it is not")
        draft.take_all("ARTICLE5", "DOUBTED", "CREDIBLE", "UP", part="event")
        draft.mark(r"\bseriously\b", "event")
        draft.mark(_SAYS_IT, "event")
        draft.mark(
            r"\b(?:spread|arisen|emerged|surfaced|multiplied|deepened|mounted|taken (?:hold|root)|set in|rife)\b",
            "event",
        )
        p = party_of(draft, "USA")
        take_party(draft, "NATO", "USA")
        stands = trusted and not any(_DOES.match(m.text) for m in draft.all_of("CREDIBLE"))
        when = to_the_end(when_of(told, "article5_doubt", open_ended=not trusted), stands)
        made = Happens("article5_doubt", "USA" if p else None, when)
        return Not(made) if trusted else made
    return _stands(told) if draft.has("HOLDS") else None


_DOES = re.compile(r"(?:stand|honou?r|uph|affirm|reaffirm|endors|recommit|sw)\w* ?", re.I)  # once, and no state
_SAYS_IT = re.compile(
    r"\b(?:be )?(?:say(?:ing|s)?|declar(?:e|es|ing)|announc(?:e|es|ing)|stat(?:e|es|ing)|tell(?:s|"
    r"ing)? (?:allies|them))"
    r"(?: (?:aloud|openly|publicly|bluntly|plainly|out loud|in public|in so many words|outright))* "
    r"(?:that )?(?=(?:nato's )?(?:article 5|collective defen[cs]e|mutual defen[cs]e))",
    re.I,
)
_OF_ANOTHER_TREATY = re.compile(
    r"\barticle (?:5|five|v) of (?!(?:the |nato's )*(?:nato|north atlantic|atlantic|washington|alliance|"
    r"treaty\b))(?:\w+ ?){1,3}",
    re.I,
)


def _stands(told: Told) -> Question:
    """Collective defence holds: no exit, no dissolution, no grave doubt."""
    told.draft.take_all("ARTICLE5", "HOLDS", part="event")
    take_party(told.draft, "NATO")
    when = when_of(told, "alliance_dissolution")
    return And(
        tuple(
            Not(Happens(name, None, when, how))
            for name, how in (("ally_exit", "notice"), ("alliance_dissolution", None), ("article5_doubt", None))
        )
    )


def _inside(one: Mention, others: list[Mention]) -> bool:
    return any(one.within(m.start, m.end) for m in others)


def drawdown(told: Told) -> Question | None:
    draft = told.draft
    stays = draft.has("TROOPS_STAY")
    if (
        not (stays or draft.has("DRAWDOWN"))
        or draft.size is not None
        or draft.says(
            r"\b(?:a|one|two) (?:third|quarter|fifth|tenth)s?\b|\bhalf\b|\bbrigades?\b|"
            r"(?<!keep )(?<!leave )(?<!retain )(?<!maintain )\ball "
            r"(?:its|the|american|us)\b"
        )
        or any(f.kind in ("number", "percent") for f in draft.figures)
    ):
        return None
    if not (party_of(draft, "USA") or draft.has("US_TROOPS")) or draft.has("EXIT"):
        return None
    for other in (p for p in draft.parties if p.code not in ("USA", "EUROPE", "NATO")):
        held = (m for m in draft.all_of("DRAWDOWN") if m.start <= other.start and other.end <= m.end)
        if not any(re.search(r"\bhome\b|\bback to (?:america|the (?:us|united states))\b", m.text, re.I) for m in held):
            raise unplaced(other.text)
        draft.take(other, "event")  # from wherever they go home
    if stays and any(not _inside(m, draft.all_of("TROOPS_STAY")) for m in draft.all_of("DRAWDOWN")):
        raise Unread("it says both that troops leave and that they stay")
    draft.take_all("DRAWDOWN", "TROOPS_STAY", "US_TROOPS", "PERSONNEL", "MIL", "DOWN", part="event")
    draft.mark(_UNDER_WAY, "event")
    take_party(draft, "USA", "EUROPE", "NATO")
    when = to_the_end(when_of(told, "us_drawdown", open_ended=not stays), stays)
    made = Happens("us_drawdown", None, when)
    return Not(made) if stays else made


def attacked(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("ATTACK", "AT_WAR", "SPARED") or (
        party_of(draft, "RUS") is None
        and not re.search(r"Russia|Moscow|Kremlin", told.before[-500:])
        and not (told.statement.context == "RUS" and len(NOT.findall(draft.text)) == 1 and _WE.match(draft.text))
        and not _on_an_ally(draft)
    ):
        return None
    if not draft.has("ATTACK") and (
        party_of(draft, "UKR") or not party_of(draft, "RUS") or (draft.has("AT_WAR") and not _between(draft))
    ):
        return None
    spared = draft.has("SPARED")
    verb, russia = draft.first("ATTACK"), party_of(draft, "RUS")
    if (
        verb is not None
        and russia is not None
        and russia.start >= verb.end
        and not re.search(r"\b(?:by|from)(?: the)?\s*$", draft.text[: russia.start], re.I)
    ):
        return None
    if other := _attacker(draft):
        raise unplaced(other.text)
    target = _named_behind(draft, verb) or one_of(
        draft, *catalogue.members("ALLIES"), "NATO", "BALTICS", "FLANK", "NORDICS", "EUROPE", "EU"
    )
    some = draft.says(r"\b(?:(?:an|any|one|another|no) (?:\w+ )?(?:ally|member)|allied|member)\b|\btest\w* article\b")
    if target is None:
        if some is None:
            return None
        draft.use(*some.span(), "who")
    draft.take_all("ATTACK", "AT_WAR", "SPARED", "MIL", "ARTICLE5", "DOUBTED", part="event")
    draft.mark(r"\b(?:by|using) (?:military |armed )?force\b", "event")
    draft.mark(_UNDER_WAY, "event")
    take_party(draft, "RUS", "NATO", "EUROPE", "EU", target.code if target is not None else "NATO")
    who = target.code if target is not None and target.code not in ("NATO", "EUROPE", "EU") else None
    made = Happens("attack_on_nato", who, to_the_end(when_of(told, "attack_on_nato", open_ended=not spared), spared))
    return Not(made) if spared else made


def _named_behind(draft: Draft, verb: Mention | None) -> Mention | None:
    """Whom the words right behind an attack name: of "Tallinn sees no attack on the alliance" that."""
    return next((p for p in draft.parties if verb and _ON_IT.fullmatch(draft.text, verb.end, p.start)), None)


_ON_IT = re.compile(r" (?:on|upon|against) (?:the )?", re.I)


def _attacker(draft: Draft) -> Mention | None:
    """Another than Russia that attacks: "is attacked by NATO", "NATO will attack it"."""
    others = [p for p in draft.parties if p.code != "RUS"]
    it = re.search(r"\b(?:attack|invade|strike|assault|hit)(?:s|ing)? it\b", draft.text, re.I)
    active = [p for p in draft.parties if it and p.end <= it.start()][-1:]
    return next((p for p in others if p in active or _BY.search(draft.text[: p.start])), None)


_BY = re.compile(r"\b(?:by|under (?:\w+ )?attack from)(?: (?:an?|the|another|some))* $", re.I)
_WE = re.compile(  # of the country that the passage is about
    r"\W*(?:(?:and|but|so|well|look),? )?(?:we|nobody|no one|there(?:'s|'re| is| are| has| isn't| aren't))\b",
    re.I,
)


def _on_an_ally(draft: Draft) -> bool:
    """'An attack on Estonia': no attacker is named where only Russia can be meant."""
    m = draft.first("ATTACK")
    return (
        m is not None
        and re.match(r"(?:an? |any )?(?:armed )?(?:attack|assault|invasion)\b(?=.* (?:on|of|against)\b)", m.text, re.I)
        is not None
        and [p.kind for p in draft.parties] in (["party"], ["group"])
        and draft.parties[0].start == m.end + 1
    )


_UNDER_WAY = re.compile(
    r"\b(?:(?:take|takes|taken|taking) place|(?:be )?under ?way|break(?:s|ing)? out|(?:will|have|has) (?:begin|begun|"
    r"start|started|come|happen|happened|occur|occurred)(?: in earnest| for real)?|"
    r"(?:be )?(?:announced and )?(?:carried out|carried through|executed|implemented|effected|"
    r"put into effect|completed))\b",
    re.I,
)


def _between(draft: Draft) -> bool:
    """Whether Russia and an ally or the alliance are at war with each other: both in front, or one behind "with"."""
    war = draft.first("AT_WAR")
    russia = party_of(draft, "RUS")
    if war is None or russia is None:
        return False
    if "between" in war.text.lower():
        return bool(re.match(r" [\w' ]{2,30} and [\w' ]{2,30}", draft.text[war.end :]))
    before = draft.text[: war.start]
    return russia.end <= war.start and bool(re.search(r"\band\b", before)) and not re.search(r"\bstill\b", before)


def gamechanger(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("GAMECHANGER"):
        return None
    about = draft.has("TARGET", "SPEND") or draft.says(r"\b(?:decision|deal|agreement|pledge|summit)\b")
    if not about or not re.search(r"NATO|alliance|organi[sz]ation|allies", draft.text + told.before[-600:], re.I):
        return None
    draft.take_all("GAMECHANGER", "TARGET", "SPEND", part="event")
    take_party(draft, "NATO", "EUROPE")
    draft.mark(r"\b(?:decision|deal|agreement|summit|organi[sz]ation)\b", "event")
    of = Quantity("total_share", ("EUROPE_CANADA",), When("in", "2035", default=True))
    return Effect((Do("base"), Do("hold_burden(2024)")), of, ">=", 1.0, cause="the pledge")


def _claims_more(draft: Draft) -> bool:
    """Whether a sentence that names a response speaks of an event or of a quantity other than spending."""
    return not {m.kind for m in (*draft.events, *draft.concepts)} <= _OF_A_RESPONSE


_OF_A_RESPONSE = frozenset(
    ["RESPONSE", "SPEND", "MIL", "TARGET", "GAMECHANGER", "ARMS_RACE", "REMARKS", "PRESSURE", "BALANCE_OF_FORCES"]
)


def response(told: Told) -> Question | None:
    draft = told.draft
    if not draft.has("RESPONSE") or draft.has("REVIEW"):
        return None
    m = draft.first("RESPONSE")
    assert m is not None
    if draft.figures or draft.moments or draft.counted or _claims_more(draft):
        return None  # "will leave by 2030 in response to ...": the claim is another
    if denial := NOT.search(draft.text):
        raise unplaced(denial)
    after = next(
        (p for p in draft.parties if p.start >= m.start and p.code in ("NATO", "RUS", "EUROPE", "EUROPE_CANADA")), None
    )
    if after is None:
        return None
    to = "RUS" if after.code == "RUS" else "NATO"
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
