"""Parties: allies, Russia, Ukraine, groups; by name, adjective, people, capital or leader, by pronoun, speaker or
context."""

from __future__ import annotations

import re
from functools import cache

from overstretch.claims.reader.parties.names import LARGEST, described, seats, titled, with_body
from overstretch.claims.reader.vocabulary import Mention, plain
from overstretch.facts.registry import entities
from overstretch.questions import catalogue
from overstretch.statements.lexicon import rows
from overstretch.statements.record import Speaker

_MEMBERS = r"(?:allies|members|member states|states|countries|nations|governments|capitals)"
_WITHOUT_US = (
    r",? (?:without|excluding|ex|minus|other than|outside(?: of)?|beyond|apart from|aside from|besides|not (?:counting|"
    r"including)|leaving (?:aside|out)|if you leave out|with the exception of|with the exclusion of) (?:the "
    r")?(?:united states(?! of)|u\.s\.|usa?|america|americans)"
)
_PLUS = r"(?: and|,? plus|,? together with|,? along with|,? as well as)"
_OUR_SIDE = r"on (?:this|the (?:european|eastern|near)) side of the (?:atlantic|ocean|pond|water)"
_STRONG = r"-(?:member|nation|country|state|strong)"
_OWNED = r"(?:america|washington|the (?:us|united states)|the u\.s\.)(?:'s|')"
GROUPS = (
    (
        "EUROPE_CANADA",
        r"(?:(?:the )?(?:alliance|nato)'s )?(?:the )?(?:european (?:nato )?(?:allies|members|states)(?: of (?:nato|"
        rf"the alliance))?|europe(?:ans)?|allies in europe){_PLUS} canada|canada{_PLUS} (?:(?:the |its )?|"
        rf"(?:the )?(?:alliance|nato)'s )(?:european "
        rf"(?:allies|members)|"
        rf"europe(?:ans)?)|(?:the )?europeans? (?:members |allies |states |countries )?(?:in|of|inside|"
        rf"within) (?:nato|the "
        rf"(?:atlantic )?alliance){_PLUS} (?:the )?(?:canada|canadians)|(?:the )?(?:canada|canadians){_PLUS} (?:the "
        rf")?europeans? (?:members |allies )?(?:in|of|inside|within) (?:nato|the (?:atlantic )?alliance)|"
        rf"(?:the )?europeans{_PLUS} (?:the )?canadians|{_OWNED} (?:(?:31|thirty-one|"
        rf"other) )?(?:nato )?(?:allies|partners)"
        rf"(?: (?:in|inside|within) (?:nato|the (?:atlantic )?alliance))?|(?:(?:nato|the alliance)'s |"
        rf"the )?non-(?:us|american) (?:nato "
        rf"(?:allies|members)|allies|members|"
        rf"nato)|(?:(?:the )?(?:whole |rest )?(?:of )?(?:nato(?:'s)?(?:(?: (?:31|thirty-one))? {_MEMBERS})?|"
        rf"(?:atlantic )?alliance(?:'s "
        rf"{_MEMBERS})?|"
        rf"allies|members)(?: of (?:nato|the alliance))?){_WITHOUT_US}",
    ),
    (
        "EUROPE",
        r"(?:(?:the )?(?:alliance|nato)'s )?(?:the )?(?:(?:30|thirty) )?european (?:nato )?(?:allies|members|"
        r"states|countries|nations|"
        r"governments|capitals|(?:pillar|side|wing|arm|half|part|leg|end)(?: of (?:nato|the alliance))?)|europe's "
        r"(?:nato )?(?:members|"
        r"allies|governments|states|countries|nations|capitals)|(?<!central )(?<!middle )europe(?:ans)?|the "
        r"continent(?:'s members)?|"
        rf"{_OWNED} european (?:nato )?(?:allies|partners|members)|(?:the )?old continent|(?:the )?(?:(?:nato|"
        rf"(?:the )?alliance)(?:'s)? "
        rf"(?:allies|members|member states|countries|states|nations|governments)|allies|members of (?:nato|the "
        rf"alliance)) (?:in europe|{_OUR_SIDE})(?! and)|"
        r"(?:the )?european side of the (?:atlantic|alliance)|(?:(?:the )?(?:alliance|"
        r"nato)'s )(?:european )?(?:members|allies|"
        r"member states|states|countries|contingent|nations) (?:on|in|from|across) (?:the (?:old |european )?continent|"
        r"europe|european soil|the old world)|(?:the )?europeans (?:in|of|inside|within) (?:nato|"
        r"the (?:atlantic )?alliance)"
        r"(?! and)|(?:the )?(?:alliance|nato)'s (?:european|old-world) (?:contingent|camp|caucus|half|members|allies|"
        r"wing|flank|bloc|branch|cohort|grouping|club|capitals)|(?:our |the )european nato allies|"
        r"european(?: nato| governments)?|nato(?: in)? europe|nato's europeans",
    ),
    (
        "EURO_AREA",
        rf"(?:the )?(?:20|21|twenty|twenty-one){_STRONG} (?:euro[ -]?(?:area|zone|bloc)|(?:single-?)?currency "
        rf"(?:union|area|bloc|zone))|(?:the )?"
        r"euro (?:bloc|countries|members|states|nations)|euroland|(?:the )?single currency (?:area|bloc|zone|union)|"
        r"(?:the )?(?:(?:20|21|twenty|twenty-one) )?"
        r"(?:countries|states|members|economies|nations) (?:(?:that|which) (?:share|use|have adopted)|sharing|using|"
        r"of) the (?:euro|single currency)(?! (?:area|zone))|(?:the )?(?:countries|states|members|economies|nations) "
        r"(?:that |which )?pay(?:ing)? in euros|"
        r"(?:the |europe's )?(?:common|shared|single|joint|monetary|economic and monetary)(?:-|"
        r" )?(?:currency )?(?:area|bloc|"
        r"zone|union|club)(?= )|europe's (?:monetary|currency|economic and monetary|single-currency|"
        r"common-currency|euro) "
        r"(?:union|area|bloc|zone|club)|(?:the )?euro (?:club|family|group of countries)|(?:the )?(?:club|"
        r"group|family|circle|bloc) of (?:the )?(?:euro (?:countries|users|nations|"
        r"members|states)|countries (?:using|sharing) the euro)|(?:the )?(?:ecb|"
        r"european central bank)(?:'s)?(?=[\w' -]{0,60}\brates?\b)|"
        r"(?:(?<=\brate in )|(?<=\brates in ))frankfurt|frankfurt(?:'s)?(?=[\w' -]{0,40}? (?:deposit|key|"
        r"policy|benchmark|refinancing) rates?\b)|(?:the )?(?:single-?currency|"
        r"currency) (?:union|area|bloc)|(?:the )?euro[ -]?(?:area|zone)(?: (?:governments|states|countries|members))?|"
        r"eurozone(?: governments)?",
    ),
    (
        "EU",
        rf"(?:the )?(?:27|twenty-seven){_STRONG} (?:eu|european union|(?:european )?(?:bloc|union|club))|"
        r"(?:the )?(?:bloc|club|union|group) of (?:27|twenty-seven)|(?:the )?(?:eu|"
        r"european union)'s nato (?:members|allies|"
        r"states)|(?:the )?(?:nato members|allies) (?:in|of) the (?:eu|european union)|"
        r"(?:the )?european union(?:'s)?(?: member)?(?: states| members| countries| governments| nations)?|"
        r"(?:the )?eu's (?:27 |twenty-seven )?(?:member states|members|countries|governments|nations)|(?:the "
        r")?union(?='s)|(?<=\bin the )(?-i:Union)(?! of\b)|(?<=\bacross the )(?-i:Union)|"
        r"(?<=\bof the )(?-i:Union)(?=\W*$|[,.;]| in\b)|"
        r"\bEU(?:[- ]?27)?\b(?: member)?(?: governments| states| countries| members| nations)?|(?<!government in "
        r")(?<!coalition in )brussels|"
        rf"(?:the )?(?:27 )?{_MEMBERS} of the (?:eu|european union)|(?:the )?27 eu {_MEMBERS}|the bloc's 27 {_MEMBERS}|"
        r"the (?:27|twenty-seven)(?= (?:will|would|are|have|could|may|spen))",
    ),
    (
        "BALTICS",
        r"(?:the |all )?(?:three )?baltic (?:states|countries|republics|trio|three|allies|members|nations)|"
        r"(?:the )?(?:three )?baltics|(?:a|any|one) baltic (?:state|country|republic|ally)|"
        r"(?:our |the )?(?:three )?baltic (?:neighbours|neighbors|friends|partners)|(?:(?:the )?(?:alliance|"
        r"nato)'s |the )?"
        r"(?:three )?baltic (?:trio|threesome|triumvirate|trinity|triplets|capitals|contingent|members|tigers|sisters|"
        r"governments|group|club|corner|bloc|grouping|nations|republics|wing)|(?:(?:the )?(?:alliance|nato|"
        r"eu)'s |the )?"
        r"three (?:(?:ex-|former(?:ly)? |once |post-|former-)soviet) (?:states|republics|members|countries|"
        r"nations|allies)"
        r"(?: (?:on|along|by|beside|around) the baltic(?: sea| coast| shore)?)?|(?:(?:the )?(?:alliance|nato|"
        r"eu)'s |the )?"
        r"(?:ex-|former(?:ly)? |once |post-|former-)soviet (?:states|republics|members|countries|nations|allies|trio) "
        r"(?:on|along|by|beside|around) the baltic(?: sea| coast| shore)?|(?:(?:the )?(?:alliance|nato)'s |"
        r"the )?(?:three )?(?:small|tiny|little|plucky|ex-soviet|former "
        r"soviet|post-soviet|once-soviet) baltic (?:states|republics|countries|nations|members|allies)|"
        r"(?:the )?(?:trio|"
        r"threesome|group) of (?:small |tiny )?baltic (?:states|republics|countries|nations|members|allies)|"
        r"(?:the )?(?:three )?(?:states|republics|"
        r"countries|nations) (?:on|along|by) the (?:eastern )?(?:baltic(?: sea)?)(?: coast| shore)?",
    ),
    (
        "NORDICS",
        r"(?:the )?(?:five )?nordic (?:members|allies|countries|states|nations|five|region|"
        r"governments)|(?:our |the )?(?:five )?nordic (?:neighbours|neighbors|friends|partners)|(?:the )?(?:five "
        r")?nordics|(?:(?:the )?(?:alliance|nato)'s |the )?(?:five )?nordic (?:quintet|quintuplets|fivesome|"
        r"five|capitals|"
        r"contingent|group|club|corner|bloc|grouping|family|camp|wing|cohort|neighbourhood|members|"
        r"republics and kingdoms|"
        r"partners)|nordic (?:europe|nato)|(?:(?:the )?(?:alliance|nato)'s )"
        r"northern (?:quintet|five)|(?:the )?(?:quintet|group|family) of nordic (?:states|countries|nations|members|"
        r"allies|neighbours|kingdoms and republics)|(?:(?:the )?(?:alliance|"
        r"nato)'s )(?:five )?nordics?(?: (?:members|allies|states|countries|nations))?",
    ),
    (
        "FLANK",
        r"(?:the )?(?:alliance's |nato's )?eastern flank(?: (?:states|countries|allies|members|nations))?|"
        r"(?:(?:the )?(?:alliance's |nato's )|the )?front-?line (?:states|allies|members|countries|nations)|(?:the )?"
        r"(?:alliance|nato)'s eastern (?:flank|rampart|ramparts|bulwark|frontier|edge|border|rim|fringe|"
        r"front|front line|"
        r"frontline|marches|shield|wall|bastion|perimeter|periphery|outposts|wing|tier|reaches)(?! (?:command|corps|"
        r"headquarters|brigade|division|battle|air|military))(?: (?:states|countries|allies|members|"
        r"nations))?|(?:the )?eastern (?:flank|rampart|bulwark|frontier|edge|border|rim|fringe|front line|"
        r"marches|shield|bastion|perimeter|wing|outposts) of (?:nato|the (?:atlantic )?alliance)|(?:the )?(?:allies|"
        r"members|states|countries|nations) (?:on|along|of) (?:the alliance's|nato's|the) eastern (?:flank|edge|border|"
        r"frontier|rim|fringe|front line)(?: of (?:nato|the alliance))?",
    ),
    (
        "NATO",
        r"nato(?: members| allies| countries| states| nations| governments| capitals|(?: (?:defen[cs]e|foreign))? "
        r"ministers|"
        r" leaders| heads of (?:state and )?government)?|(?:alliance|allied) (?:governments|leaders|capitals|"
        r"countries|states|"
        r"nations|heads of (?:state and )?government)|"
        r"(?:the )?(?:(?:north |trans)?"
        rf"atlantic) (?:alliance|bloc|pact|treaty organi[sz]ation)|(?:the )?(?:32|thirty-two){_STRONG} "
        rf"(?:(?:western |defen[cs]e |military |"
        rf"atlantic |transatlantic |north atlantic )?(?:alliance|bloc|pact|club)|nato)|(?:the |all |all the )?(?:32|"
        rf"thirty-two) (?:nato |allied )?{_MEMBERS}"
        r"(?: (?:of|in) (?:nato|the alliance))?|(?:(?:the|whole|entire|western|32-member|military|defen[cs]e|us-led|"
        r"american-led|transatlantic|north atlantic) )*(?:alliance|bloc)(?:'s members)?|(?:the |all )32(?! ?(?:%|"
        r"[.,]\d|\w*(?:illion|cent|point|bn|tn|thousand|"
        r"thsd|tanks|dollars|euros|roubles)))|32(?= (?:allies|members|countries|states|nations|governments|of (?:us|"
        r"them)))|(?:the )?(?:washington|north atlantic) treaty (?:powers|signatories|members|states|nations|"
        r"allies)|(?:the )?(?:(?:32|thirty-two) )?(?:signatories|parties|members|states|countries) (?:of|"
        r"to) the (?:washington|"
        r"north atlantic) treaty|(?:the )?(?:brussels|washington|us|u\.s\.|american|western)[- ](?:based|led|dominated|"
        r"headquartered) (?:military |defen[cs]e |western |atlantic )*(?:alliance|bloc|pact|club|organi[sz]ation)|"
        r"(?:the )?(?:western|atlantic|transatlantic|euro-atlantic) (?:(?:military|defen[cs]e|"
        r"collective) )?(?:alliance|"
        r"bloc|pact|club)|(?:the )?(?:allied|allies|members|member states)|(?:the )?west",
    ),
    ("WEST", r"(?:the )?western (?:camp|world|coalition)|(?:the )?(?:collective|political|combined|global) west"),
)
FOREIGN = (
    "China|Chinese|Beijing|Japan|Japanese|Tokyo|Switzerland|Swiss|Ireland|Irish|Dublin|Austria|Austrian|"
    "Vienna|Iran|Iranian|Tehran|Israel|Israeli|India|Indian|"
    "Belarus|Belarusian|Minsk|Kazakhstan|Serbia|Serbian|Brazil|Mexico|Australia|Australian|Taiwan|Korea|"
    "Korean|Pyongyang|Seoul|Georgia|Moldova|Armenia|Azerbaijan|Cyprus|Malta|"
    "Sudan|Syria|Iraq|Saudi|Egypt|South Africa|Argentina|Pakistan|Islamabad|New Zealand|"
    "Netanyahu|Hamas|Hezbollah|Houthis?|Gaza|Khamenei|Pezeshkian|Khartoum|Assad|Modi"
)
_WE = re.compile(r"(?<!\w)(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)(?!\w)")
_PRONOUN = re.compile(
    r"(?<!\w)(?:it|its|he|his|she|her|they|their|the country|the country's|the government|this country)(?!\w)", re.I
)


@cache
def capitals() -> frozenset[str]:
    """The capitals of the table of places."""
    return frozenset(row["capital"] for row in rows("places.csv") if row["capital"])


@cache
def _names() -> dict[str, str]:
    """Name, adjective, people, capital → code of an ally, RUS or UKR."""
    code = {entity.name: key for key, entity in entities().items()}
    code |= {"Turkey": "TUR", "Czech Republic": "CZE"}
    found: dict[str, str] = {}
    known = {*catalogue.members("ALLIES"), "RUS", "UKR"}
    for row in rows("places.csv"):
        key = code.get(row["name"])
        if key in known:
            for text in (row["name"], row["adjective"], row["people"], row["capital"], *row["more"].split("|")):
                if text:
                    found.setdefault(text, str(key))
    for name, key in seats().items():
        found.setdefault(name, key)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:the )?{titled()}({'|'.join(re.escape(n) for n in names)})(?:'s|')?(?![\w-])")


@cache
def _upper() -> dict[str, str]:
    return {name.upper(): code for name, code in _names().items()}


@cache
def _lower() -> dict[str, str]:
    """Names of states as posts in small letters write them; "turkey" and the like among them."""
    return {name.lower(): code for name, code in _names().items() if " " not in name}


_FLAGS = (  # of which states, by their letters
    "AL ALB BE BEL BG BGR CA CAN HR HRV CZ CZE DK DNK EE EST FI FIN FR FRA DE DEU GR GRC HU HUN IS ISL IT ITA LV LVA "
    "LT LTU LU LUX ME MNE NL NLD MK MKD NO NOR PL POL PT PRT RO ROU SK SVK SI SVN ES ESP SE SWE TR TUR GB GBR US USA "
    "RU RUS UA UKR "
)
_FIRST_LETTER = 0x1F1E6  # of the letters that flags are made of


def _flag(letters: str) -> str:
    """The party of a flag, FOREIGN for any other."""
    code = "".join(chr(ord(one) - _FIRST_LETTER + ord("A")) for one in letters)
    held = re.search(rf"\b{code} ([A-Z]{{3}}) ", _FLAGS)
    return held[1] if held else "FOREIGN"


# The summit's town where it stands for what the allies agreed on there.
_SUMMIT = re.compile(
    r"\b(?:the )?Hague(?:'s)?(?= (?:pledge|goal|target|commitment|promise|summit|declaration|guideline|deal|accord|"
    r"vow|bargain|communiqu))|\b(?:pledge|goal|target|commitment|promise|summit|declaration|deal|accord)s? (?:of|from|"
    r"in|at) (?:the )?Hague\b|\b(?:agreed|made|signed|given|adopted|struck|set) (?:at|in) (?:the )?Hague\b",
    re.I,
)
_ATTACKED = ("attack", "attacking", "against", "invade", "invading", "strike", "striking", "on", "with", "assaulting")
_OR_ANY = re.compile(  # whom an attack may hit: "attack Estonia or any other ally"
    rf"(?:{'|'.join(f'(?<={word} )' for word in _ATTACKED)})(?:the )?(?-i:[A-Z][\w]+(?: [A-Z]\w+)?)(?: "
    rf"states)? or (?:any other|"
    r"another) (?:(?:nato |alliance |allied )(?:state|country|nation|member(?: state)?|ally)|ally|member(?: state)?)"
    r"(?: of (?:nato|the alliance))?\b",
    re.I,
)
_FOREIGN = re.compile(rf"(?<![\w-])({FOREIGN})(?:'s|n|ns)?(?![\w-])")
_GROUPS = tuple(
    (code, re.compile(rf"(?<![\w-])(?<!\d[.,])(?:{words})(?:'s|')?(?![\w-])", re.I)) for code, words in GROUPS
)


def parties(text: str) -> list[Mention]:
    """All parties named: codes of actors, groups, and FOREIGN for those outside the system. Longer names hide shorter
    ones."""
    found = [
        with_body(text, Mention("party", m.start(), m.end(), m.group(), _names()[m[1]]))
        for m in _pattern().finditer(text)
    ]
    found += [Mention("party", m.start(), m.end(), m.group(), "DEU") for m in LARGEST.finditer(text)]
    found += [
        Mention("party", m.start(), m.end(), m.group(), _upper()[m[1]])
        for m in re.finditer(r"\b([A-Z]{4,})(?:'S)?\b", text)
        if m[1] in _upper()
    ]
    if text.islower():
        found += [
            Mention("party", m.start(), m.end(), m.group(), _lower()[m[1]])
            for m in re.finditer(r"\b([a-z]{5,})(?:'s)?\b", text)
            if m[1] in _lower()
        ]
    for m in re.finditer(r"[\U0001F1E6-\U0001F1FF]{2}", text):
        code = _flag(m.group())
        found.append(Mention("foreign" if code == "FOREIGN" else "party", m.start(), m.end(), m.group(), code))
    for code, pattern in _GROUPS:
        found += [Mention("group", m.start(), m.end(), m.group(), code) for m in pattern.finditer(text)]
    for pattern in (_SUMMIT, _OR_ANY):
        found += [Mention("group", m.start(), m.end(), m.group(), "NATO") for m in pattern.finditer(text)]
    found += [Mention("foreign", m.start(), m.end(), m.group(), "FOREIGN") for m in _FOREIGN.finditer(text)]
    kept = [
        m
        for m in found
        if not (
            m.text.endswith("Treasury")
            and re.search(
                r"\b(?:[Ff]ederal|[Oo]ur|[Tt]heir|[Ii]ts) Treasury|Treasury (?:[Ss]ecretary|[Dd]epartment|"
                r"yields?|bonds?|bills?|notes?)\b",
                text[max(0, m.start - 8) : m.end + 12],
            )
        )
        and not _OTHER_PLACE.search(text[max(0, m.start - 10) : m.end + 16])
        and not any(
            o is not m and o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in found
        )
    ]
    return described(text, sorted({(m.start, m.end): m for m in kept}.values(), key=lambda m: m.start))


_OTHER_PLACE = re.compile(  # named like a capital
    r"\b(?:[Ss]tate of Washington|Washington [Ss]tate|Greater London|Greater Paris)\b|\b[A-Z]\w+,? (?:Idaho|Texas|"
    r"Ohio|Tennessee|Kentucky|Pennsylvania|Alabama|Connecticut|Illinois|Missouri|Ontario)\b"
)
_BODIES = (
    "Bank|Banca|Banco|National|Central|Ministry|Government|Parliament|Statistics|State|Army|"
    "Radio|Team|Embassy|Institute"
)


def _a_person(name: str) -> bool:
    """Whether a name is a person's whose last name is also a place: "Luis Montenegro"."""
    words = name.split()
    if words[: len(words) // 2] * 2 == words:
        words = words[: len(words) // 2]
    once = " ".join(words)
    named = [m for m in parties(plain(once)) if m.kind == "party"]
    return (
        2 <= len(words) <= 3
        and all(re.fullmatch(r"[A-Z][^\W\d_]+\.?", word) for word in words)
        and not re.match(_BODIES, once)
        and len(named) == 1
        and named[0].text == words[-1]
        and (named[0].text in capitals() or any(row["name"] == named[0].text for row in rows("places.csv")))
    )


_TOPIC = re.compile(r",\s+(?:speaking )?(?:on|about)\s+(?P<topic>[^,;]+?)\s*$", re.I)


def spoken_of(speaker: Speaker | None) -> str:
    """Of what a speaker is said to speak ("historian, on Putin": "Putin"); empty where nothing is said of it."""
    topic = _TOPIC.search(speaker.mention) if speaker else None
    return plain(topic["topic"]) if topic else ""


def name_of(speaker: Speaker | None) -> str:
    """The words for a speaker and the canonical name, without of what he speaks; empty for nobody."""
    return f"{_TOPIC.sub('', speaker.mention)} {_TOPIC.sub('', speaker.canonical)}" if speaker else ""


def of_speaker(name: str | None) -> str | None:
    """Whom a speaker stands for: the party in the name or role, or the country of a known office holder."""
    if not name or _a_person(name):
        return None
    found = [m for m in parties(plain(name)) if m.kind == "party"]
    if found:
        return found[0].code
    for row in rows("persons.csv"):
        if row["canonical"] and row["canonical"].split()[-1] in name.split():
            inner = [m for m in parties(f"{row['body']} {row['office']}") if m.kind in ("party", "group")]
            if inner:
                return inner[0].code
    if re.search(r"\bEuropean Central Bank\b|\bECB\b", name):
        return "EURO_AREA"
    groups = [m for m in parties(plain(name)) if m.kind == "group"]
    return groups[0].code if groups else None


def last_before(text: str, reach: int = 700) -> str | None:
    """The last actor named before a place in the text, if the text speaks of it more than of all others; else nobody is
    meant for sure."""
    found = [str(m.value) for m in parties(plain(text[-reach:])) if m.kind == "party"]
    return found[-1] if found and 2 * found.count(found[-1]) > len(found) else None


def pronoun(text: str) -> str | None:
    """'we' for the speaker's own, 'it' for somebody named before, None where no pronoun stands."""
    return "we" if _WE.search(text) else "it" if _PRONOUN.search(text) else None
