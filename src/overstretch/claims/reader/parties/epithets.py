"""Parties by what they are: "the occupant of No. 10", "Hungary's veteran strongman", "the euro zone's second-largest
economy", "the Iberian country"; each put as the name of the state, as long as it was. Rows of epithets.toml."""

from __future__ import annotations

import re
from functools import cache, partial

from overstretch import shipped
from overstretch.claims.reader.parties.names import NO_RANK
from overstretch.facts.registry import entities

_VERB = (  # what a subject goes on with
    r"will|would|could|may|might|shall|can|cannot|should|must|is|was|has|had|won't|wouldn't|'ll|plans|expects|sees|"
    r"aims|intends|forecasts|projects|pledges|promises|spends|spent|wants|hopes|budgets|foresees|runs|ran|grew|grows|"
    r"shrinks|shrank|posts|posted|needs|means|still|now|also|alone|itself|recorded|devotes|devoted|raised|owes|owed|"
    r"reported|to|faces|reckons|anticipates|predicts|assumes|targets|looks|seems|appears|stands|stood|fell|slid|vows|"
    r"then|once|finally|soon|never|again|even"
)
_SUBJECT = rf"(?='s\b|,| (?:{_VERB})\b)"
_HERE = rf"(?='s\b|,|\W*$| (?:{_VERB}|in|by|at|next|this|from|before|during|over)\b)"


@cache
def _rows() -> dict[str, dict[str, str]]:
    return shipped.patterns("claims/reader/parties", "epithets.toml")


def _name(code: str) -> str:
    return _rows()["names"].get(code) or entities()[code].name


def _put(m: re.Match[str], words: str) -> str:
    words = words or f"{m['where']}'s leader"
    return words.rjust(len(m.group())) if len(words) <= len(m.group()) else m.group()


@cache
def _seats() -> tuple[tuple[re.Pattern[str], str], ...]:
    words, found = _rows()["words"], []
    plain = rf"(?:(?:{words['plain']}),? )*"
    for code, seat in _rows()["seats"].items():
        whose = (
            rf"(?:[Tt]he |[Ww]hoever (?:is|sits) )?{plain}(?:{words['holder']}) (?:of|in|at|inside) (?:the )?(?:{seat})"
        )
        found += [
            (re.compile(rf"\b{whose}(?!'s|\w)"), f"{_name(code)}'s leader"),
            (
                re.compile(
                    rf"\b(?:[Tt]he )?(?:{seat})(?:'s?)? {plain}(?:{words['holder']}|{words['strongman']})\b(?! of)"
                ),
                f"{_name(code)}'s leader",
            ),
        ]
    return (*found, (_IN_CHARGE, ""))


_IN_CHARGE = re.compile(  # "the man at the helm in Ankara"
    r"\b(?:[Tt]he )?(?:man|woman|person|leader) (?:at the (?:helm|top|wheel|tiller|controls|reins)|in (?:charge|power|"
    r"control)|who (?:rules|runs things|calls the shots)|calling the shots|holding the reins) (?:in|over in|"
    r"of) (?P<where>"
    r"[A-Z][a-z]+)\b"
)


@cache
def _strongman() -> re.Pattern[str]:
    words = _rows()["words"]
    return re.compile(
        rf"(?P<whose>\b(?:[A-Z][\w.]*(?:'s|s')|[A-Z][a-z]+(?:ish|an|se|ch|ek|vak)) )(?P<what>(?:(?:{words['plain']}),? "
        rf")*(?:(?P<noun>{words['strongman']})|(?P<plain>leader|ruler|president|premier|prime minister|chancellor)))\b"
        r"(?! (?:of|in|for|on) )"
    )


def _leader(m: re.Match[str]) -> str:
    noun = m["noun"]
    if noun and re.match(r"commander|supreme commander", noun) and not _OF_THESE.match(m["whose"]):
        return m.group()
    if noun is None and " " not in m["what"].strip():
        return m.group()
    return m["whose"] + (m["plain"] or "leader").rjust(len(m["what"]))


_OF_THESE = re.compile(r"Russia's|Russian|America's|American|US|U\.S\.|Moscow's")  # whose president is called so


@cache
def _ranked() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"{NO_RANK}\b(?:[Tt]he |[Tt]his )?(?:{words}){_SUBJECT}"), _name(code))
        for code, words in _rows()["ranked"].items()
    )


def plain_parties(text: str) -> str:
    """The text with each holder of a seat, each strongman and each first of its kind put as the state's leader, or as
    the state."""
    for pattern, words in _seats():
        text = pattern.sub(partial(_put, words=words), text)
    text = _strongman().sub(_leader, text)
    for pattern, words in _ranked():
        text = pattern.sub(partial(_put, words=words), text)
    return text


@cache
def _described() -> re.Pattern[str]:
    rows = _rows()
    regions, nouns = (
        "|".join(map(re.escape, sorted(rows[key], key=len, reverse=True))) for key in ("region", "described")
    )
    adjective = rf"(?:(?:{rows['said_of_it']['adjectives']}),? |(?:(?:{regions}) )(?:member )?)"
    return re.compile(rf"\b(?:[Tt]he|[Tt]his) (?P<said>{adjective}*)(?P<noun>{nouns}){_HERE}")


def of_context(text: str, code: str | None) -> str:
    """The text with each description of the country that the passage is about put as its name: of a kingdom "the
    kingdom", of Portugal "the Iberian country"; one that does not fit stays."""
    if code is None or code not in entities() or not _described().search(text):
        return text
    return _described().sub(partial(_named, code=code), text)


def _named(m: re.Match[str], code: str) -> str:
    rows = _rows()
    noun = rows["described"][m["noun"]]
    told = [codes for name, codes in rows["region"].items() if f" {name} " in f" {m['said']}"]
    bare = not noun and not m["said"] and m["noun"] != "nation"
    fits = all(code in codes.split() for codes in (noun, *told) if codes)
    return _put(m, _name(code)) if fits and not bare else m.group()
