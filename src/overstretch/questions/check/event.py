"""Whether an event or a special question can be understood: of whom, by which route, with which slots."""

from __future__ import annotations

from dataclasses import replace

from overstretch.defaults import LAST_YEAR
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.check.quantity import FIRST_YEAR, PARTIES, moment, words
from overstretch.questions.data import Happens, Special


def happens_of(happens: Happens) -> Happens:
    if happens.when.relation in ("mean", "sum", "each"):
        raise InputError(
            f"happens({happens.event}, ...) as a {happens.when.relation}: accepted: in, by, before, or any time in a "
            "span"
        )
    if happens.event.startswith(catalogue.OTHER):
        words(happens.event, *(name for name in (happens.who, happens.how) if name is not None))
        return replace(happens, when=moment(happens.when))
    about = catalogue.event(happens.event)
    route = about.route(happens.how)
    accepted = catalogue.actors(route.of or about.of)
    who = happens.who
    known = who in catalogue.actors(PARTIES) or (who is not None and catalogue.is_group(who))
    if who is not None and who not in accepted and not known:
        raise InputError(
            f"{happens.event} is not asked of '{who}'; accepted: {', '.join(accepted)}{catalogue.near(who, accepted)}"
        )
    if who is None and len(accepted) == 1 and accepted[0] in ("RUS", "UKR"):
        who = accepted[0]
    if who is None and len(accepted) > 1 and about.event is None and about.routes:
        raise InputError(f"happens({happens.event}, ...): of whom? accepted: {', '.join(accepted)}")
    if (
        len(accepted) == 1
        and accepted[0] not in ("RUS", "UKR")
        and (who == "NATO" or (who == "USA" and not about.only))
    ):
        who = None  # of the alliance alone
    how = happens.how if happens.how != about.how or about.only else None
    return Happens(happens.event, who, moment(happens.when), how)


def special_of(special: Special) -> Special:
    about = catalogue.special(special.name)
    special = replace(
        special, slots=(*special.slots, *((k, v) for k, v in about.defaults.items() if not special.slot(k)))
    )
    for name, value in special.slots:
        if name not in about.slots:
            raise InputError(f"special({special.name}, {name}=...): accepted: {', '.join(about.slots) or 'no slots'}")
        allowed = [
            a for entry in about.slots[name] for a in (catalogue.members("ALLIES") if entry == "ally" else (entry,))
        ]
        if "YEAR" in allowed and not (value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR):
            raise InputError(f"special({special.name}): '{value}' is no year; accepted: {FIRST_YEAR} to {LAST_YEAR}")
        if "YEAR" not in allowed and value not in allowed:
            raise InputError(
                f"special({special.name}, {name}={value}): accepted: "
                f"{', '.join(allowed)}{catalogue.near(value, allowed)}"
            )
    missing = [name for name in about.slots if not special.slot(name)]
    if missing:
        raise InputError(f"special({special.name}): {', '.join(missing)} missing; accepted: {', '.join(about.slots)}")
    return special
