"""Verbs by their plain form, in all others: those by which a figure gets past another, and those by which it breaks one."""

from __future__ import annotations

import re

from overstretch.claims.reader.vocabulary import inflected

_CLOSED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")  # "clip", "clipped"


def all_forms(verb: str) -> list[str]:
    """A verb's forms, with and without its last letter doubled."""
    doubled = [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"] if _CLOSED.search(verb) else []
    return inflected(verb) + doubled


def forms_of(verbs: str) -> str:
    """Any form of so many verbs, as a pattern; the longest first."""
    forms = {form for verb in verbs.split() for form in all_forms(verb)}
    return rf"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


GETS = forms_of("""
advance balloon barge barrel blast blaze blow bound break breeze bulge bulldoze burst bust catapult charge coast crash crawl
creep cruise dip dive drift duck edge fly gallop glide go head hop hurtle inch inflate jump leap leapfrog limp lurch march
motor move mushroom nose nosedive nudge peek peep plough plow plummet plunge poke pop power propel punch push race rip roar
rocket romp sag sail scramble shoot sidle skate skip skyrocket slam slice slither smash sneak soar spike spill spiral spring
sprint spurt squeak stagger steam storm stray streak stretch stumble surge swell sweep thunder tick tip tiptoe tumble vault
veer vroom waltz wander whistle whizz whiz zoom
""")
BREAKS = forms_of("""
beat burst bust crack crest crush dwarf eclipse hurdle leapfrog outdo outgrow outrun outstrip overrun overtake pierce pop
puncture shatter smash top trump vault
""")
