"""A ruler who leaves, by which route, or stays; a regime or a state that ends or lasts."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.events.told import Told, done, gone, party_of, take_party, to_the_end, when_of
from overstretch.claims.reader.vocabulary import Mention
from overstretch.claims.reader.who import owner
from overstretch.questions import catalogue
from overstretch.questions.data import Happens, Not, Question, When

_OUTLASTS = re.compile(
    r"\b(?:surviv(?:e[sd]?|ing)|outlast(?:s|ing)?|outliv(?:es?|ing)|(?:see|make|get)s? (?:it )?(?:out|through|to|"
    r"past)) (?=(?:(?:the|this|next) (?:year|decade)|(?:19|20)\d\d|'\d\d)\b)",
    re.I,
)
_PRESIDENTS = (
    "RUS",
    "USA",
    "FRA",
    "TUR",
    "UKR",
)  # states whose president governs; the others' heads of government are meant


def _heads(office: str, code: str) -> bool:
    """Whether an office is the one whose holder governs a state."""
    if re.match(r"zelensk", office, re.I):
        return True
    if re.match(r"chancellor", office, re.I):
        return code == "DEU"
    if re.match(r"president|head of state", office, re.I):
        return code in _PRESIDENTS
    return not (code in _PRESIDENTS and re.match(r"prime|premier|pm", office, re.I))


_ANOTHER = re.compile(r"\b(?:else|another|other than|different|new|change)\b", re.I)


def ruler_leaves(told: Told) -> Question | None:
    draft = told.draft
    ways = [
        ("natural", "FEET_FIRST"),
        ("natural", "DIES"),
        ("forced", "FORCED"),
        ("irregular", "COUP"),
        ("forced", "OUSTED"),
        ("any", "LEAVES"),
        ("inpower", "INPOWER"),
    ]
    if draft.has("REGIME", "REGIME_CHANGE") and not draft.has("FEET_FIRST", "DIES"):
        return None
    how = next((h for h, kind in ways if draft.has(kind)), None)
    by_death = draft.has("FEET_FIRST") or draft.says(r"\bdeath (?:\w+ ){0,2}?(?:take|carr|remove|claim)\w*")
    if how == "natural" and not by_death and draft.has("FORCED", "COUP", "OUSTED", "LEAVES"):
        how = "any"  # "dead or deposed"
    voted_out = how == "forced" and bool(draft.says(r"\bvot(?:e|ed|es|ing) (?:him |her |them )?out\b|\bvoted from\b"))
    how = "regular" if voted_out or (how in ("any", "forced") and draft.has("REGULAR")) else how
    if how is None and not draft.has("REGIME", "RUS_STATE") and (lives := _OUTLASTS.search(draft.text)):
        draft.use(*lives.span(), "event")
        how = "inpower"
    ruler = draft.first("RULER") or next(
        (m for m in draft.all_of("LEAVES", "INPOWER") if "kremlin" in m.text.lower()), None
    )
    if how is None and ruler is not None and draft.has("DISSOLVE") and not draft.has("REGIME", "RUS_STATE"):
        how = "any" if any("curtain" in m.text.lower() for m in draft.all_of("DISSOLVE")) else "forced"
    if how is None:
        return None
    other = draft.first("LEADER")
    ukraine = ("UKR",) if other is not None and other.text.lower().startswith("zelensk") else ()
    state = party_of(draft, "RUS", *ukraine, *catalogue.members("ALLIES"))
    if ruler is None and other is None and state is not None and state.code == "RUS":
        ruler = next((m for m in draft.all_of("LEAVES") if _ANOTHER.search(m.text)), None)
    carried = None
    if ruler is None and other is not None and state is None:
        carried = owner(draft, told.statement, told.before, ("RUS", "UKR", *catalogue.members("ALLIES")), groups=False)
    if ruler is None and (other is None or (state is None and carried is None)):
        return None
    own = carried or (state.code if state is not None else "RUS")
    if ruler is None and other is not None and not _heads(other.text, own):
        raise Unread(
            f"understood; who leaves as {other.text.lower()} of {catalogue.person(own)} is neither simulated nor held"
        )
    if (
        draft.says(
            r"\b(?:foreign|finance|defen[cs]e|former|ex|deputy|vice|chess|energy|economy|central bank|interior|party|"
            r"opposition|coalition|commission|faction|bank)\b"
        )
        and ruler is None
    ):
        return None
    if len({p.code for p in draft.parties_of("party")}) > 1 and draft.says(r"\b(?:and|nor|or|both)\b"):
        raise Unread("it names several rulers")
    draft.take_all("RULER", "LEADER", "OUSTED", "COUP", "FORCED", "LEAVES", "DIES", "INPOWER", "DISSOLVE", part="event")
    draft.take_all("FEET_FIRST", *(("REGULAR",) if how == "regular" else ()), part="event")
    who = "RUS" if ruler is not None else own
    take_party(draft, "RUS", who)
    year = draft.says(r"\b(?:the|this) year\b")
    if how == "inpower" and year and not draft.moments:
        draft.use(*year.span(), "when")
        when = When("by", f"{draft.said.year}-12")
    else:
        when = to_the_end(when_of(told, "leader_exit"), how == "inpower" or (how == "any" and _is_out(draft)))
    made = Happens("leader_exit", who, when, "any" if how == "inpower" else how)
    return Not(made) if how == "inpower" else made


def _is_out(draft: Draft) -> bool:
    """Whether a ruler is said to be out of office then ("not be in power in 2032"), whenever he left."""
    return any(_OUT.match(m.text) for m in draft.all_of("LEAVES"))


_OUT = re.compile(r"(?:no longer|not|out of|n't)\b(?! (?:see|serve|finish|complete|last|make|survive|get))", re.I)
_OF_ITS_OWN = re.compile(  # "Russia's state budget will collapse"
    r"'s (?:\w+ )+(?:will|would|could|may|might|can|is|are|was|has|have|had|to|going|did|does)\b", re.I
)
_ENDS = ("DISSOLVE", "OUSTED", "SHATTERS", "COUP")
_NO_MORE = re.compile(r"(?:be )?no more|ceased to be|defunct|(?:go|out)\w* (?:out )?of existence|vanish\w*", re.I)
_NOUN = re.compile(r"\bof (?:russia|the russian federation)(?: (?:along|on|into)\b.*)?$", re.I)
_WHOLE = re.compile(
    r"(?:still )?exists?|(?:hold|stay|remain)s? together|(?:stay|remain)s? (?:united|intact)|stays? in one piece|"
    r"(?:remain|stay)s? in existence|continues? to exist|(?:still )?(?:be )?in (?:one piece|existence)",
    re.I,
)


def _as_a_whole(draft: Draft, russia: Mention) -> bool:
    """Whether Russia is said to go on as a state, right behind its name."""
    verb = draft.first("SURVIVE")
    if verb is None or russia.text.lower() not in ("russia", "the russian federation"):
        return False
    if not re.fullmatch(r"(?: (?:will|would|is|still|be|not))* ?", draft.text[russia.end : verb.start]):
        return False
    as_a_state = re.match(r" as (?:a|an|one) (?:[a-z]+ )?(?:state|country|nation)\b", draft.text[verb.end :])
    return bool(_WHOLE.fullmatch(verb.text) or as_a_state)


def regime_ends(told: Told) -> Question | None:
    draft = told.draft
    if (
        draft.has("REGIME")
        and (lives := _OUTLASTS.search(draft.text))
        and "RUS" in (told.statement.context, *(p.value for p in draft.parties))
    ):
        draft.use(*lives.span(), "event")
        draft.take_all("REGIME", "RULER", part="event")
        take_party(draft, "RUS")
        return Not(Happens("regime_end", "RUS", to_the_end(when_of(told, "regime_end", open_ended=False), True)))
    if (change := draft.first("REGIME_CHANGE")) and (
        party_of(draft, "RUS") or "russia" in change.text.lower() or "putin" in change.text.lower()
    ):
        if draft.parties_of("foreign") or any(p.code not in ("RUS",) for p in draft.parties):
            return None
        draft.take_all("REGIME_CHANGE", "REGIME", "DISSOLVE", "RULER", part="event")
        draft.mark(r"\b(?:undergo(?:es|ne)?|underwent|experience[sd]?|take[sn]? place|complete)\b", "event")
        take_party(draft, "RUS")
        return Happens("regime_end", "RUS", when_of(told, "regime_end", open_ended=draft.has("POSSIBLE")))
    if not draft.has(*_ENDS, "GONE", "SURVIVE", "SHATTERS"):
        return None
    lasts = draft.has("SURVIVE") and not draft.has(*_ENDS)
    for kind, name in (("REGIME", "regime_end"), ("RUS_STATE", "state_collapse")):
        thing = draft.first(kind)
        if thing is not None and not draft.has(*_ENDS, "SURVIVE") and gone(draft, thing) is None:
            continue
        russian = party_of(draft, "RUS") is not None or (thing is not None and "putinis" in thing.text.lower())
        russian = russian or (told.statement.context == "RUS" and not draft.parties)
        if thing is not None and russian and not draft.says(r"sanctions regime|banking|key"):
            draft.take_all(kind, *_ENDS, "GONE", "SURVIVE", "INPOWER", "RULER", part="event")
            take_party(draft, "RUS")
            done(draft)
            when = when_of(told, name, open_ended=draft.has("POSSIBLE"))
            return Not(Happens(name, "RUS", to_the_end(when, True))) if lasts else Happens(name, "RUS", when)
    verb = draft.first("SHATTERS", "DISSOLVE")
    russia = party_of(draft, "RUS")
    if verb is None and russia is not None and (found := gone(draft, russia)) and _NO_MORE.fullmatch(found.text):
        verb = found
    if verb is None and russia is not None and _as_a_whole(draft, russia):
        draft.take_all("SURVIVE", part="event")
        draft.mark(r"\bas (?:a|an|one) (?:[a-z]+ )?(?:state|country|nation)\b", "event")
        draft.take(russia, "who")
        when = to_the_end(when_of(told, "state_collapse", open_ended=False), True)
        return Not(Happens("state_collapse", "RUS", when))
    if verb is not None and _NOUN.search(verb.text):
        if draft.text.startswith("'s", verb.end):
            return None
        draft.take(verb, "event")
        done(draft)
        take_party(draft, "RUS")
        return Happens("state_collapse", "RUS", when_of(told, "state_collapse", open_ended=False))
    near = (
        verb
        and russia
        and russia.end <= verb.start
        and re.fullmatch(r"(?:'s)?\s*(?:\w+\s+){0,3}", draft.text[russia.end : verb.start])
        and not _OF_ITS_OWN.match(draft.text[russia.end - 2 : verb.start])
    )
    if (
        verb
        and russia
        and near
        and russia.text.lower().strip("'s") in ("russia", "the russian federation")
        and verb.text.lower() not in ("fall", "falls", "ruin", "finished")
    ):
        draft.take_all("DISSOLVE", "SHATTERS", part="event")
        draft.take(verb, "event")
        draft.take(russia, "who")
        return Happens("state_collapse", "RUS", when_of(told, "state_collapse", open_ended=False))
    return None
