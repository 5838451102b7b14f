"""Whose figure or event it is: named, by pronoun, by the speaker, or carried over from the text before."""

from __future__ import annotations

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.parties import last_before, of_speaker, pronoun
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.statements.record import Statement


def named(draft: Draft, before: int | None = None) -> list[Mention]:
    """Actors and groups named in the claim; those before a place first."""
    found = [p for p in draft.parties if p.kind in ("party", "group") and not p.part]
    if draft.has("AID") and len(found) > 1:
        for p in [p for p in found if p.value == "UKR"]:
            found.remove(draft.take(p, "what"))
    if before is not None:
        found = sorted(found, key=lambda p: (p.start > before, p.start))
    return found


def owner(
    draft: Draft,
    statement: Statement,
    before: str,
    accepted: tuple[str, ...],
    at: int | None = None,
    groups: bool = True,
) -> str:
    """The party asked about. Raises Unread where none is known or one outside the system is named."""
    found = named(draft, at)
    actors = [p for p in found if p.kind == "party"]
    bodies = [p for p in found if p.kind == "group"]
    able = [p for p in actors if str(p.value) in accepted]
    foreign = [p for p in draft.parties if p.kind == "foreign"]
    if foreign and not able:
        raise Unread(f"it is about a party that the model does not simulate ('{foreign[0].text}')")
    if able:
        return str(draft.take(able[0], "who").value)
    if groups and bodies:
        return str(draft.take(bodies[0], "who").value)
    if actors:
        raise Unread(f"understood; {catalogue.person(str(actors[0].value))} is not among those of whom it can be asked")
    passed_on = carried(draft, statement, before)
    if passed_on in accepted or (passed_on and groups and catalogue.is_group(passed_on)):
        return passed_on
    if len(accepted) == 1:
        return accepted[0]
    raise Unread("it does not say whose figure or event is meant")


def carried(draft: Draft, statement: Statement, before: str) -> str | None:
    """By pronoun, then the country that the passage is said to be about, the speaker's own, the last actor named
    before."""
    word = pronoun(draft.text)
    own = of_speaker(f"{statement.speaker.mention} {statement.speaker.canonical}") if statement.speaker else None
    own = own or of_speaker(draft.report)
    last = last_before(before)
    if word == "we":
        return own or statement.context or last
    if word == "it":
        return last or statement.context or own
    return statement.context or own or last
