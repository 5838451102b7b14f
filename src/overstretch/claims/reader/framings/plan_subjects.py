"""A plan, a budget or a forecast as the subject of a claim, put as the government whose it is: "Oslo's revised plan
earmarks 3.4% of GDP" as "Norway will earmark 3.4% of GDP"; and what pushes a figure to a level, put as the figure that
gets there: "Job cuts could lift unemployment above 3%" as "unemployment could rise above 3%"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from overstretch.claims.reader.bearing import bears, figured, happens, has_moment
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import find
from overstretch.facts.registry import entities

# How the verb of a plan is put: what it holds of a figure, what it aims at, where it stops.
_PUT = (
    (
        r"(?:puts?|fixes|pegs?|sees?|has|have|shows?|assumes?|projects?|forecasts?|foresees?|expects?|"
        r"predicts?|estimates?|"
        r"anticipates?|posits?|implies|imply|pencils? in|bakes? in|factors? in|builds? in|banks? on|counts? on|"
        r"reckons? with|works? (?:with|on)|plots?|locates?|places?|calculates?|presumes?|supposes|rests? (?:up)?on|"
        r"(?:is|are) (?:built|based|predicated|premised|founded|drawn up|modelled) (?:up)?on)",
        "sees",
    ),
    (
        r"(?:envisages?|envisions?|enshrines?|locks? in|stipulates?|prescribes?|mandates?|calls? for|writes? in|"
        r"lays? down|spells? out|"
        r"maps? out|lays? out|sets? out|sketch(?:es)?|outlines?|(?:charts?|sets?|plots?|maps?|"
        r"paves?) (?:out )?(?:an?|the) "
        r"(?:course|path|way|route) (?:to|towards?|for)|leads? to|promises?|pledges?|guarantees?|contains?|entails?|"
        r"requires?|seeks|targets?|provides? for|aims? (?:for|at))",
        "plans",
    ),
    (r"(?:stops?|falls?) (?:well |just |far )?short of", "will spend less than"),
    (r"excludes?", "rules out"),
    (r"commits? (?:it|the country|the state|the government|[A-Z]\w+) to", "plans"),
)
_SETS_ASIDE = re.compile(
    r"(?P<verb>earmark|allot|allocate|set|reserve|devote|assign|appropriate|ring-?fence|commit|provide|"
    r"budget)s?(?P<more> aside)?"
)
_KEEPS = re.compile(
    r"(?:cap|limit|restrict|confine|restrain)s? (?P<what>[^\d]{3,60}?) (?:at|to|within) "
    r"(?=(?:about |around )?[$€£]?\d)"
)
_PRICE = re.compile(
    r"\b(?:an?|the) (?P<what>(?:average )?(?:oil|urals|brent|crude|export)(?: \w+)? price) of (?=\W?\d)", re.I
)
_SETTLEMENT = re.compile(r"\b(?:defen[cs]e|budget|spending|political|funding|fiscal) settlement\b", re.I)
_SPENDING = re.compile(r"\b(?:spending|outlays?|expenditures?)\b", re.I)
_ARMS = re.compile(r"\b(?:defen[cs]e|military|army|armed|forces|arms|rearm\w*|re-arm\w*|soldiers|troops|war)\b", re.I)


def of_a_plan(text: str, parts: Mapping[str, str], stop: re.Pattern[str]) -> tuple[str, str] | None:
    """The claim with its government as the subject, and the words of the plan; None where the subject is no plan, or
    one that is no longer one, of a part, or of somebody else."""
    m = re.match(rf"(?P<name>[^,;:\"]{{3,150}}?) (?P<verb>{parts['doc_verb']}) (?=\S)", text)
    while m is not None and not _names_a_plan(m["name"], parts["doc"]):
        longer = re.match(
            rf"(?P<name>[^,;:\"]{{{len(m['name']) + 1},150}}?) (?P<verb>{parts['doc_verb']}) (?=\S)", text
        )
        m = longer if longer is not None and len(longer["name"]) > len(m["name"]) else None
    if m is None or stop.search(m["name"]) or figured(m["name"]) or happens(_SETTLEMENT.sub(" ", m["name"])):
        return None
    name, rest = m["name"], text[m.end() :]
    if not figured(rest) and not re.search(r"\d", rest):
        return None
    if re.search(r"\d", name) and not has_moment(rest):
        return None
    owner, said = _owner(name), _own(rest)
    if owner is None or (owner and said and owner != said):
        return None
    verb = _ADVERB.sub("", m["verb"])
    foresees = re.fullmatch(_PUT[0][0], verb) is not None
    if not foresees and (_elsewhere(name) or _OF_THE_ECONOMY.match(rest)):
        return None
    subject = name_of_party(owner) if owner else "The government"
    made = _of_arms(name, _PRICE.sub(r"the \g<what> at ", f"{subject} {_put(verb, rest)}"))
    return (made, f"{name} {m['verb']}") if made else None


_MOVES = {  # verbs that move a figure, to and past, by how the figure itself goes there and went
    ("rise", "rose"): "push/pushed lift/lifted drive/drove raise/raised send/sent propel/propelled boost/boosted "
    "nudge/nudged hoist/hoisted catapult/catapulted tip/tipped",
    ("fall", "fell"): "pull/pulled drag/dragged knock/knocked lower/lowered depress/depressed",
    ("stay", "stayed"): "keep/kept hold/held leave/left maintain/maintained",
    ("", "was now"): "/took /brought",
}
_TOLD = {
    form: (way, past)
    for way, verbs in _MOVES.items()
    for verb in verbs.split()
    for past, form in enumerate(verb.split("/"))
    if form
}
_ABOVE, _BELOW = r"(?:above|past|over|beyond|through)", r"(?:below|under|beneath)"
_WHERE = {  # where each may lead
    "rose": rf"(?:(?:back |right )?(?:up )?(?:to|{_ABOVE}))",
    "fell": rf"(?:(?:back |right )?(?:down )?(?:to|{_BELOW}))",
    "stayed": rf"(?:at|near|around|close to|{_ABOVE}|{_BELOW})",
    "was now": r"(?:(?:back |right |up |down )?to)",
}
_EITHER = re.compile(r"push|driv|drove|sen[dt]|nudg|tip", re.I)  # up, and down too
_LEADS_DOWN = re.compile(  # what pushes a figure to a lower one, or one of which way is not said
    r"\b(?:cuts?|cutting|eas(?:es|ier|ing)|loosening|f[ae]ll(?:s|ing)?|drops?|slump\w*|slid(?:e|ing)|declin\w+|"
    r"cheap\w*|weak\w*|soft\w*|glut|oversupply|surplus|crash\w*|collaps\w*|plung\w*|lower|less|fewer|"
    r"slow\w*|downturn|recession|crisis|reductions?|sell-?off|"
    r"disinflation|cool\w*|strong(?:er)? (?:rou?ble|harvests?|currency)|bumper|"
    r"competition|peace|detente)\b(?!.*\b(?:debt|deficit|shortfall|unemployment)\b)|\b(?:(?<!tax )(?<!price )"
    r"(?<!tariff )(?<!duty )(?<!vat )(?<!wage )hikes?|tight\w*|rate rises?|higher rates|austerity)\b"
    r"(?=.*\b(?:inflation|growth)\b)",
    re.I,
)
_MOVER = re.compile(
    r"^(?P<lead>(?:if|should|unless) [^,;:]{5,90}, |)(?P<why>[^,;:\"()]{3,90}?) (?P<modal>(?:will|could|may|might)"
    r"(?: not|n't)? (?:yet |well |also |soon |still |even )?|won't )?"
    rf"(?P<verb>{'|'.join(_TOLD)}) (?P<it>[^,;:\"()]{{3,60}}?) (?P<to>(?:(?:well|far|just) )?"
    rf"(?P<where>{'|'.join(_WHERE.values())}) )(?P<rest>(?:about |around |roughly |nearly |almost |some |the )?"
    r"[$€£]?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b).*)$",
    re.I,
)
_NO_MOVER = re.compile(  # somebody who sets a figure, one of several courses, a part, a cause of the field, a clause
    r"\b(?:bank|regulator|governments?|minist(?:er|ry)\w*|cabinet|parliament|plans?|budget|policy|policymakers|"
    r"president|case|alone|also|but|doubt|deny|no|nothing|little|any|it|they|he|she|we|i|you|who|which|that|what|"
    r"sanctions|embargo\w*|war|peace|truce|ceasefire|(?<!non-)(?:oil|crude)|re-?arm\w*|defen[cs]e|military|"
    r"(?:arms|weapons)(?! (?:plants|factories|makers|firms)\b))\b|^(?:had|were|when|while|before|after|until|since|as|"
    r"how|why|where|because|though|although)\b",
    re.I,
)
_NO_FIGURE = re.compile(  # words of a series in what only moves it
    r"\bnon-\w+\b|\b(?:\w+ )?shortages?(?: of \w+)?|\b(?:tax|duty|vat|tariff|utility|price|wage) (?:hikes?|rises?|"
    r"increases?|bills)\b",
    re.I,
)


def of_a_mover(text: str) -> tuple[str, str] | None:
    """The claim with the figure as the subject, and what moves it there; None where that is of the field itself, or
    somebody who sets the figure."""
    m = _MOVER.match(text)
    if m is None or not find(m["it"], "concept") or figured(m["it"]):
        return None
    why, (way, past) = m["why"], _TOLD[m["verb"].lower()]
    if way[0] == "rise" and re.search(_BELOW, m["where"], re.I) and _EITHER.match(m["verb"]):
        way = ("fall", "fell")
    elif (
        _EITHER.match(m["verb"]) and m["where"].lower() in ("to", "back to") and _LEADS_DOWN.search(f"{why} {m['it']}")
    ):
        return None
    if bool(past) == bool(m["modal"]) or not re.fullmatch(_WHERE[way[1]], m["where"], re.I):
        return None
    if (
        _NO_MOVER.search(why)
        or names_a_cause(why)
        or bears(_NO_FIGURE.sub(" ", why))
        or has_moment(why)
        or parties(why)
    ):
        return None
    to = "at " if way[1] == "was now" else m["to"]
    return f"{m['lead']}{m['it']} {m['modal'] or ''}{way[past]} {to}{m['rest']}", why


def _names_a_plan(name: str, doc: str) -> bool:
    """Whether a noun phrase is a plan's: its head, or what is "of" it, or what somebody filed."""
    return (
        re.match(
            rf"(?:(?:the|an?|its|their|his|her|this|that)\b |(?-i:[A-Z])|{doc}\b)(?:[\w'&.-]+ )*?{doc}"
            r"(?: (?:of|for|from|by|with|on|in|to|between|that|which|approved|adopted|agreed|signed|tabled|"
            r"presented|filed|"
            r"submitted|unveiled|published|drawn up|drafted|sent|put forward|circulated|passed|endorsed|worked out|"
            r"before|behind|under|attached to|now before|"
            r"hammered out|seen|obtained|leaked)\b[^,]*)?$",
            name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ", "Its ", "Their ")) else name,
            re.I,
        )
        is not None
    )


def _owner(name: str) -> str | None:
    """Whose plan it is; '' where it does not say; None where several are named."""
    named = {p.code for p in parties(name) if p.kind == "party"}
    if any(p.code in ("BALTICS", "NORDICS") for p in parties(name)):
        return None
    foreign = any(p.kind == "foreign" for p in parties(name))
    return None if len(named) > 1 or foreign else next(iter(named), "")


_OF_THE_ECONOMY = re.compile(  # a cause that moves it, not a plan that sets it
    r"(?:[a-z]\w+(?:'s)? )*(?:growth|inflation|unemployment|gdp|output|"
    r"economy|prices|wages|rates?)\b",
    re.I,
)


_IN_ITS_NAME = re.compile(  # a season or a body in the name of a plan
    r"\b(?:Easter|Christmas|New Year|Whitsun|Midsummer|House|Senate|Commission|Council|Parliament|Treasury|Ministry|"
    r"Cabinet|Chancellery|Government|Prime Minister|President|Chancellor|Defen[cs]e|Finance|Strategic|Armed Forces|"
    r"Military|National|State|Federal)(?:'s)?\b"
)


def _elsewhere(name: str) -> bool:
    """Whether a plan names as its author or its place what is no party known: "for Greenland", "the AfD's"."""
    rest = _IN_ITS_NAME.sub("", name)
    for p in reversed(parties(name)):
        rest = f"{rest[: p.start]}{rest[p.end :]}"
    return re.search(r"(?<=\S )[A-Z]|^[A-Z][\w-]*'s|^The [A-Z]", rest) is not None


def _own(rest: str) -> str:
    named = [p.code for p in parties(rest) if p.kind in ("party", "group", "foreign")]
    return named[0] if named else ""


def name_of_party(code: str) -> str:
    return entities()[code].name


def _put(verb: str, rest: str) -> str:
    """What a plan does, told of its government."""
    if aside := _SETS_ASIDE.fullmatch(verb):
        return f"will {aside['verb']}{aside['more'] or ''} {rest}"
    if kept := _KEEPS.match(f"{verb} {rest}"):
        return f"keeps {kept['what']} at no more than {f'{verb} {rest}'[kept.end() :]}"
    return f"{next((plain for ways, plain in _PUT if re.fullmatch(ways, verb)), verb)} {rest}"


_ADVERB = re.compile(
    r"^(?:now|still|already|also|currently|formally|explicitly|duly|in effect|effectively|therefore|thus) "
)


def _of_arms(name: str, claim: str) -> str | None:
    """The claim with the field of the plan where only its name says it ("Poland's defence plan earmarks 4.8% of GDP");
    None where nothing says on what is spent."""
    kinds = {m.kind for m in find(claim, "concept")} - {"GDP", "ECONOMY", "TARGET", "SPEND"}
    if kinds:
        return claim
    if not _ARMS.search(name):
        return None
    if _SPENDING.search(claim):
        return _SPENDING.sub(lambda m: f"defence {m.group()}", claim, count=1)
    return re.sub(r"(?<=of GDP)\b|(?<=of output)\b", " for defence", claim, count=1)
