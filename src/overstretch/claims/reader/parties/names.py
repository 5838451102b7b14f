"""How parties are named: seats, leaders and formal names that stand for a state, and descriptions beside a name
("Russia's neighbour Finland"), from the rows of party_names.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.vocabulary import Mention


@cache
def _rows() -> dict[str, dict[str, str]]:
    return shipped.rows("claims/reader/parties", "party_names.toml")


def seats() -> dict[str, str]:
    """Name → code of what stands for a state beside the table of places."""
    found = {name: code for code, names in _rows()["seats"].items() for name in names.split("|")}
    full = dict(pair.split("=") for pair in _rows()["leaders"]["full"].split("|"))
    return found | full


@cache
def titled() -> str:
    """What may stand before a name and belongs to it: a title, a first name before its surname, a formal name."""
    leaders = _rows()["leaders"]
    first, last = ("|".join(sorted(set(leaders[key].split()), key=len, reverse=True)) for key in ("first", "surnames"))
    return (
        rf"(?:{_rows()['described']['member']})?(?:(?i:{_rows()['described']['region']}) (?:(?:state|republic|"
        rf"nation|country|kingdom) (?:of )?)?)?"
        rf"(?:(?:{leaders['titles']}) )?(?:(?:(?:{first}) )+(?:[A-Z]\. )?(?=(?:{last})\b))?"
        rf"(?:(?:{_rows()['described']['formal']}) of (?:the )?)?"
    )


@cache
def _body() -> re.Pattern[str]:
    held = _rows()["described"]
    return re.compile(
        rf"(?: Republic(?:'s)?\b)?(?: (?:(?:{held['leaning']}) )*(?:{held['body']})\b(?! "
        rf"(?:{held['no_body']})\b)(?:'s|')?"
        r"(?![\w-]))?",
        re.I,
    )


@cache
def _followers() -> re.Pattern[str]:
    held = _rows()["described"]
    return re.compile(
        rf" (?:(?:{held['leaning']}) )*(?:{held['followers']})\b(?:'s|')?(?! (?:in|of) (?:opposition|exile))"
    )


_OF_ITS_TIME = re.compile(
    r"\b(?:under|during|throughout|after|before|since|until|till|(?:end|start|rest|remainder|life|lifetime|duration|"
    r"fall|collapse|beginning|course|days|years|time) of)(?: the)? $",
    re.I,
)


def with_body(text: str, mention: Mention) -> Mention:
    """The name of a state or of its leader together with its government: "the Trump administration"."""
    own = _followers().match(text, mention.end) if mention.text.endswith(("'s", "'")) else None
    if own and mention.text.removesuffix("'s").split()[-1] in _rows()["leaders"]["surnames"].split():
        return replace(mention, end=own.end(), text=text[mention.start : own.end()])
    body = _body().match(text, mention.end)
    if not body or not body.group() or _OF_ITS_TIME.search(text[: mention.start]):
        return mention
    return replace(mention, end=body.end(), text=text[mention.start : body.end()])


GOVERNS = re.compile(
    r"\b(?:government|cabinet|coalition|administration|regime|leadership|ministers|executive)(?:'s|')?$", re.I
)


@cache
def _beside() -> re.Pattern[str]:
    held = _rows()["described"]
    kin = rf"(?:(?:(?:second|third|fourth)[- ])?(?:{held['beside']}) )*(?:{held['relation']})"
    return re.compile(rf"\s?{kin}(?: of)? (?:the )?", re.I)


def described(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Without those by which another is only described: "Russia's neighbour Finland", "the Baltic state of Estonia"."""
    fronted = _FRONTED.match(text)
    found = [p for p in found if fronted is None or p.start >= fronted.end("what")]
    kept: list[Mention] = []
    for one in found:
        before = kept[-1] if kept else None
        owns = before is not None and (before.kind == "group" or before.text.endswith(("'s", "'")))
        if before and owns and one.kind in ("party", "foreign") and _beside().fullmatch(text, before.end, one.start):
            kept[-1] = replace(one, start=before.start)
        else:
            kept.append(one)
    return kept


NO_RANK = (  # before a first of its kind: no rank to be had ("will be Europe's largest economy"), and none of a region
    r"(?<!entral )(?<!astern )(?<!estern )(?<!rthern )(?<!uthern )(?<!heast )(?<!hwest )(?<!\bbe )(?<!\bas )(?<!\bis )"
    r"(?<!\bbecome )(?<!\bremain )(?<!\bthan )(?<!\bstay )(?<!\bwas )"
)
LARGEST = re.compile(  # which is Germany's
    rf"{NO_RANK}\b(?:[Tt]he )?(?:Europe|EU|euro[- ]?zone|euro area|continent)'s (?:biggest|largest) economy(?= (?:will|"
    r"would|is|was|has|could|may|might|to|grew|shrank|spent|plans)\b)"
)
_FRONTED = re.compile(
    r"^(?P<what>(?:[Tt]he )?(?:[A-Z][\w.]*'s? |[A-Z][\w.]* |(?:the|euro|area's|union's|alliance's|continent's|"
    r"bloc's) )*"
    r"(?:(?:(?:second|third|fourth|fifth)[- ])?(?:bigg|larg|new|strong|small|rich|close|near|poor|young|old|heavi|main|"
    r"top|key)\w* ?-?(?:european |nato |baltic |eu |defen[cs]e |military |ever |neighbou?ring )*)+"
    r"(?:economy|member|ally|spender|power|neighbou?r(?: to (?:the|its) \w+)?|partner|state|country|nation|army)"
    r"(?: (?:in|of) (?:the )?[A-Za-z]+(?: [Aa]rea| [Uu]nion)?)?, )(?P<name>(?:the )?[A-Z][\w.]+(?: [A-Z]\w+)?)"
    r"(?P<comma>,)(?= (?:will|would|is|was|has|had|could|may|might|plans|spent|spends|grew|intends|wants|aims)\b)"
)


_KIN = r"(?:neighbou?rs?|friends?|allies|ally|partners?|cousins?|rivals?|foes?|peers?|adversary)"
_OF_A_KIND = (
    r"(?:(?:close|near|good|old|dear|eastern|western|northern|southern|trusted|loyal|immediate|big|great|direct|small|"
    r"large|rich|poor|staunch|frugal|wealthy|mighty|powerful|baltic|nordic|iberian|balkan|far|giant|tiny|much|bigger|"
    r"larger|smaller|richer|poorer|wealthier|arch)(?:est|er)?[ -])*"
)
_OURS = re.compile(  # "our Polish neighbours", "our friends in Warsaw", "our neighbour Poland"
    rf"\b(?P<our>[Oo]ur {_OF_A_KIND})(?:(?P<adjective>(?!Baltic|Nordic)[A-Z][a-z]+)(?P<kin> {_KIN})|(?P<kin2>{_KIN},? "
    rf"(?:in |over in |the )?)(?P<name>[A-Z][a-z]+))(?!\w|-)(?! (?:and|or) )"
)
_ITS = re.compile(  # "its western neighbour Germany"
    rf"\b(?:its|their) {_OF_A_KIND}{_KIN} (?=[A-Z][a-z]+\b(?! (?:and|or) ))"
)


def _unowned(m: re.Match[str]) -> str:
    if m["adjective"]:
        return " " * len(m["our"]) + m["adjective"] + " " * len(m["kin"])
    return " " * (len(m["our"]) + len(m["kin2"])) + m["name"]


def undescribed(text: str) -> str:
    """The text without a description beside the name it is of, as long as it was: "Europe's biggest economy,
    Germany, will grow", "our Polish neighbours"."""
    text = _ITS.sub(lambda m: " " * len(m.group()), _OURS.sub(_unowned, text))
    m = _FRONTED.match(text)
    if m is None:
        return text
    return f"{' ' * len(m['what'])}{m['name']} {text[m.end('comma') :]}"
