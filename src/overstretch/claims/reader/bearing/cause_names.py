"""What stands for a cause named in words: whose spending, which withdrawal, oil or a war's end; and what puts an end to
it."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing.effect_words import strange_in
from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.made import blanked
from overstretch.claims.reader.parties import parties
from overstretch.questions import catalogue

_OIL = r"(?:(?:russian|world|global|urals) )?(?:price (?:of|for) )?(?:crude|oil|urals)"
_CAUSES = (
    (r"\barms race\b", "arms race"),
    (
        r"\b(?:us|u\.s\.|american|united states|washington|america|gis)\b.*\b(?:pull|withdraw|drawdown|draw-down|"
        r"leav|retreat|disengag|departure|"
        r"left\b|gone\b|go home|going home|pack up|exit)|\b(?:pull-?back|pull-?out|withdrawal)\b.*\b(?:us|american|"
        r"troops|united states)\b",
        "US withdrawal",
    ),
    (
        r"\b(?:withdrawal|departure|exit|retreat|disengagement|pull-?out) (?:of|by) (?:the )?"
        r"(?:us|u\.s\.|united states|america|americans|washington)\b",
        "US withdrawal",
    ),
    (
        r"\b(?:los(?:e|es|ing)|loss of|lack of|removal of|disappearance of|departure of|absence of) (?:the |its |"
        r"their )?"
        r"(?:us|u\.s\.|american|america's|washington's) (?:[\w-]+ )?(?:umbrella|shield|protection|cover|troops|"
        r"soldiers|"
        r"forces|presence|garrison)\b",
        "US withdrawal",
    ),
    (r"\b(?:ceasefire|cease-fire|truce|armistice|halt to the fighting|pause in the fighting)\b", "ceasefire"),
    (r"\b(?:end (?:of|to) the (?:war|conflict)|war's end|war (?:ends|ended|is over)|peace|settlement)\b", "war's end"),
    (
        rf"\b(?:cheap|cheaper|falling|lower|low|weak|weaker|sinking|sliding|slumping|tumbling|declining|"
        rf"depressed|softer) {_OIL}|\b{_OIL}\b.*\b(?:fall\w*|"
        r"drop\w*|slump\w*|slid\w*|sink\w*|plung\w*|tumbl\w*|collaps\w*|crash|rout|bust|sell-?off|cheaper|"
        r"lower|weaker|declin\w*|"
        r"glut)\b|(?:fall|drop|slump|"
        rf"collapse|plunge|slide|decline|crash|decrease|rout|tumble|nosedive|retreat|bust|sell-?off|"
        rf"downturn) (?:in|of) (?:the )?(?:price of )?{_OIL}",
        "oil price down",
    ),
    (
        rf"\b(?:dear|dearer|rising|higher|high|pricier|costlier|expensive|soaring|surging|climbing|stronger|"
        rf"firmer) {_OIL}|\b{_OIL}\b.*\b(?:ris\w+|jump\w*|"
        r"surg\w*|spik\w*|rall\w*|dearer|higher|expensive|climb\w*|soar\w*|boom)\b|(?:rise|jump|surge|rally|"
        r"increase|spike|climb) (?:in|"
        rf"of) (?:the )?(?:price of )?{_OIL}",
        "oil price up",
    ),
)
_PLEDGE = re.compile(r"\b(?:targets?|pledges?|goals?|deal|decision|commitments?|promise|escape clause)\b", re.I)
_EFFORT = re.compile(
    r"(?:hik|rais|lift|boost|increas|bring|tak|push)\w* (?:core )?defen[cs]e\b|spending|spends? (?:more|less|"
    r"extra)|budget|outlays|expenditure|(?:arms|weapons) (?:binge|spree|splurge|frenzy|bonanza|blitz|orgy|rush|drive|"
    r"push|"
    r"boom|bill|effort|surge|buying|purchases|procurement|orders|programme|program|production)|"
    r"re-?arm|build-?up|tank boom|defen[cs]e (?:boost|drive|push|boom|binge|spree|splurge|frenzy|bonanza|surge|rush|"
    r"bill)|(?:billions|money) (?:for|on) (?:the |its "
    r")?(?:bundeswehr|army|armed forces|military|defen[cs]e)|military|armament|defen[cs]e (?:effort)",
    re.I,
)


def named_cause(words: str, before: str, effect: str) -> str | None:
    """The declared cause that words name. Raises Unread where another is joined to it, or none of it."""
    named = _named(words, before, effect)
    if named is not None and (other := _stopped(words, named) or _PAID_BY.search(words)):
        raise unplaced(other, more=" in its cause")
    if named is not None and (joined := _JOINED.search(_TWO_SIDES.sub("", words))):
        raise unplaced(joined.group(), more=" in its cause")
    for p in parties(words) if named is not None else ():
        if p.kind == "foreign" or (named == "US withdrawal" and p.value not in ("USA", "EUROPE", "NATO")):
            raise unplaced(p.text, more=" in its cause")
    return named


def wholly_named(words: str, named: str, before: str) -> None:
    """Raises Unread for a word of a cause that makes another of it ("pension spending"), and where nothing says on what
    is spent."""
    if strange := _strange(words, named, before):
        raise unplaced(strange, more=" in its cause")


def _strange(words: str, named: str, before: str) -> str:
    rest = words
    for p in parties(words):
        rest = blanked(rest, (p.start, p.end))
    if (strange := strange_in(rest, named)) or " spending " not in f" {named} ".replace("'", " "):
        return strange
    general = _ON_WHAT.search(words) or not re.search(r"\b(?:spend\w*|outlays?|budgets?|expenditures?)\b", words, re.I)
    return "" if general or _ON_WHAT.search(before[-300:]) else "spending"


_ON_WHAT = re.compile(
    r"\b(?:defen[cs]e|military|arms|arma\w+|re-?arm\w*|weapons|army|armed|forces|troops|soldiers|bundeswehr|"
    r"nato|alliance|all(?:y|ies)|allied|hague|pledge|"
    r"targets?|militari[sz]\w+)\b",
    re.I,
)


def names_a_cause(words: str, effect: str = "") -> bool:
    """Whether words name a cause for which a lever stands."""
    return _named(words, "", effect) is not None


def _stopped(words: str, named: str) -> re.Match[str] | None:
    """What in the words of a cause puts an end to it: "freezing defence spending", "breaking the pledge"."""
    if named in ("US withdrawal", "war's end") or named.startswith("oil price"):
        return (_NO_WITHDRAWAL if named == "US withdrawal" else _NOT_YET).search(words)
    if strange := next((m for m in _GERUND.finditer(words) if m.group().lower() not in _DOING), None):
        return strange
    if lifted := _LIFTED.search(words):
        return lifted
    bare = re.sub(r"\b(?:halt to|pause in) the fighting\b|\bescape clause\b", " ", words, flags=re.I)
    return _STOPS.search(bare)


_STOPS = re.compile(
    r"\b(?:end(?:s|ed|ing)?(?= (?:of|to|the|an?|its|this|that|all|re)\b)|ending|stop\w*|halt\w*|freez\w*|froze\w*|"
    r"break(?:s|ing)?|broken?|breach\w*|collaps\w*|scrap\w*|abandon\w*|miss(?:es|ed|ing)?|delay\w*|postpon\w*|"
    r"defer(?:r\w+|s)?|giv\w+ up|drop(?:s|ped|ping)?(?! in\b)|fail\w*|ditch\w*|shelv\w*|cancel\w*|revok\w*|"
    r"revers\w*|undo\w*|"
    r"avoid\w*|prevent\w*|refus\w*|reject\w*|ignor\w*|flout\w*|watering|dilut\w*|weaken\w*|suspend\w*|"
    r"suspension|paus\w*|absence|lack|walk\w* away|back\w* (?:out|down|away)|renounc\w*|renunciation|forgo\w*|"
    r"without|(?<!will )(?<!would )(?<!could )(?<!does )(?<!did )(?:not|never)|disarm\w*|reneg\w*|going back|"
    r"(?:put|push|call)\w* off|(?:turn|mov|back)\w* away|non-?compliance|opt(?:ing)?-?outs?|brakes? on|"
    r"oppos\w*|resist\w*|protect\w*|decision to (?:stay|leave|keep|remain|withdraw|pull|not)|opt\w* out|"
    r"fall\w* short|slow\w*|withdraw\w*|stretch\w*|cap(?:s|ped|ping)?|limit\w*|hold\w* (?:down|"
    r"back)|curb\w*|restrain\w*|violat\w*|no (?:more|further))\b",
    re.I,
)
_NO_WITHDRAWAL = re.compile(r"\b(?:without|not|never|avoid\w*|prevent\w*|delay\w*|postpon\w*|stopp?\w*)\b", re.I)
_NOT_YET = re.compile(  # talks of peace; an end of cheap oil
    r"\bpeace (?:talks|negotiations|efforts|plans?|process|conferences?|summits?|proposals?|initiatives?|movement)\b|"
    r"\b(?:end|ending) (?:of|to) (?:the )?(?:era of )?(?:cheap|dear|low|high|expensive)\w*\b|\bprolong\w*|\bfail\w*|"
    r"\bcollaps\w* of (?:the |a )?(?:peace|settlement)|\bwithout\b|\bavoid\w*|\bprevent\w*|"
    r"\b(?:protect|shield|hedg|insur|recover|rebound|oppos|reject|resist)\w*|\bsmaller\b|\bagainst\b|\bfear of\b",
    re.I,
)
_LIFTED = re.compile(
    r"\blift\w* (?:the |its |their |NATO's )*(?:[\d.%]+ )?(?:pledge|commitment|promise|obligation)", re.I
)
_GERUND = re.compile(
    r"(?<!-)\b(?!(?:spending|heading|funding|during|beijing|king|ring|spring|nothing|anything|"
    r"everything)\b)[a-z]{2,}ing\b",
    re.I,
)
_WORDS = (
    "meeting keeping fulfilling honouring honoring reaching hitting implementing raising increasing boosting "
    "lifting hiking "
    "rearming arming defending rebuilding building bringing taking pushing driving adopting signing stepping ramping "
    "doubling trebling tripling adding putting cutting reducing lowering slashing trimming halving shrinking "
    "decreasing "
    "scaling squeezing rising growing soaring surging paying financing standing sticking delivering complying devoting "
    "moving going falling declining dropping investing buying upgrading expanding strengthening modernising "
    "modernizing "
    "swelling mounting escalating continuing ongoing increased following making getting achieving attaining committing "
    "pledging beefing fighting tightening pouring throwing ploughing accelerating speeding planning agreeing "
    "sustaining "
    "maintaining allocating living outspending matching running winning losing coming"
)
_DOING = frozenset(_WORDS.split())  # what keeps a pledge or an effort up
_PAID_BY = re.compile(  # an effect of the money, too, by which it is paid
    r"\b(?:financed|funded|paid)\b[^,;]*\b(?:by|with|through|from|out of|for)\b|\b[\w-]+[- ](?:financed|funded)\b|"
    r"\b(?:on|by) credit\b|\bborrowing\b",
    re.I,
)
_TWO_SIDES = re.compile(
    r"\bbetween (?:the )?[\w']+(?: [\w']+)? and (?:the )?[\w']+|\b[\w']+ and [\w']+(?='s? arms race)", re.I
)
_JOINED = re.compile(r"\band\b(?! security)|\b(?:nor|or)\b|\bno (?!less|more|fewer|doubt)|\bonly\b|\balone\b", re.I)


def _named(words: str, before: str, effect: str) -> str | None:
    """The declared cause that words name: whose spending is meant is said there, else by the pledge, else by the
    effect."""
    for pattern, name in _CAUSES:
        if re.search(pattern, words, re.I):
            return name
    pledge = _PLEDGE.search(words)
    if not pledge and not _EFFORT.search(words):
        return None
    way = (
        "down"
        if re.search(
            r"\b(?:cut|cuts|cutting|cutbacks?|slash\w*|trim\w*|lower(?:ing)?|reduc\w+|less|fall(?:s|ing)?|"
            r"drops?|declin\w+|decreas\w+|"
            r"shrink\w*|smaller|halv\w+|scaling (?:back|down)|squeez\w+)\b",
            words,
            re.I,
        )
        else "up"
    )
    owners = (
        find_parties(words) or ["NATO"]
        if pledge
        else find_parties(words)
        or _against(effect)
        or find_parties(effect)
        or find_parties(before[-300:])[-1:]
        or _of_rearming(words)
    )
    for p in owners:
        if p == "RUS":
            return f"Russia's spending {way}"
        if p in catalogue.members("ALLIES"):
            return f"{p} spending {way}"
        if catalogue.is_group(p):
            return f"allies' spending {way}"
    return None


def _against(effect: str) -> list[str]:
    """Whose spending moves the danger of an attack: theirs who fear it."""
    return ["NATO"] if re.search(r"\brussian (?:attack|invasion|assault|aggression)\b", effect, re.I) else []


def _of_rearming(words: str) -> list[str]:
    return ["NATO"] if re.search(r"\bre-?armament|defen[cs]e (?:boost|drive|push|boom)", words, re.I) else []


def find_parties(words: str) -> list[str]:
    return [p.code for p in parties(words) if p.kind in ("party", "group")]
