"""How the tiers of the pledge are named: "the softer part of its five per cent commitment", "both baskets", "core and
resilience outlays combined". What is counted, and no figure or bound of its own."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.vocabulary import Mention

_FIVE = r"(?:5|five)[ -]?(?:%|per[ -]?cent|pc\b)"
_SHARE = (
    rf"(?:{_FIVE}|(?:3\.5|three[- ]and[- ]a[- ]half|1\.5|one[- ]and[- ]a[- ]half)[ -]?(?:%|per[ -]?cent|pc\b))"
    r"(?:[- ]of[- ]gdp)?"
)
_OWN = r"(?:(?:the|its|their|our|this|that|his|(?-i:[A-Z])[\w.]*'s?|(?:the )?[a-z]+'s?) )"
_OF_NATO = (
    r"(?:nato|hague|the hague|alliance|alliance's|allied|atlantic|new|agreed|joint|common|overall|headline|spending|"
    r"defen[cs]e|2035|whole|full|total|combined|summit)"
)
_GOAL = (
    r"(?:pledge|target|goal|commitment|promise|guideline|benchmark|formula|objective|norm|aim|ambition|bargain|deal|"
    r"undertaking|obligation|yardstick|standard|requirement|rule|decision|declaration|agreement|summit)s?"
)
PLEDGE = (
    rf"{_OWN}?(?:{_OF_NATO} )*?(?:{_SHARE} (?:(?:{_OF_NATO}) )*{_GOAL}|(?:{_OF_NATO} )+{_GOAL}|(?<=nato's ){_GOAL}|"
    rf"(?<=alliance's ){_GOAL}|(?<=the ){_GOAL}|(?<=its ){_GOAL}|(?<=their ){_GOAL}|(?<=our ){_GOAL})\b"
)
_TIER = (
    r"(?:tier|part|half|pillar|leg|component|category|basket|bucket|heading|slice|portion|element|strand|section|"
    r"chapter|column|envelope|pot|prong|layer|share|segment|side|rung|limb|arm|compartment|tranche|end|bit|piece)"
)
_TIERS = (
    r"(?:tiers|parts|halves|pillars|legs|components|categories|baskets|buckets|headings|slices|portions|elements|"
    r"strands|sections|chapters|columns|envelopes|pots|prongs|layers|limbs|arms|compartments|tranches|segments)"
)
_SOFT = (
    r"(?:second|secondary|second-tier|second nato|related|(?:softer |wider |broader )security|indirect|ancillary|"
    r"peripheral|[a-z]+-and-(?:resilience|infrastructure|ports|bridges|roads)|defen[cs]e-related|security-related|soft|"
    r"softer|wider|broader|looser|non-core|non-military|resilience|(?:civil|civilian|societal|"
    r"national)[- ](?:preparedness|resilience|defen[cs]e)|preparedness|civil|civilian|infrastructure|dual-use|lesser|"
    r"smaller|resilience and infrastructure|infrastructure and resilience|(?:1\.5|one[- ]and[- ]a[- ]half|"
    r"one-point-five)[ -]?(?:%|per[ -]?cent|pc)(?:[- ]of[- ]gdp)?)"
)
_SOFTS = rf"{_SOFT}(?: (?:and|or) {_SOFT})?"
_LAID = r"(?:spending|outlays?|items|measures|expenditure)"
_ANY = (
    r"(?:second(?! nato)|secondary|soft|softer|wider|broader|looser|lesser|smaller|civil|civilian) "  # part of anything
)
_HARD = (
    r"(?:first|primary|core|core[- ]defen[cs]e|hard|harder|hard-defen[cs]e|strictly military|purely military|narrower|"
    r"bigger|larger|main|(?:3\.5|three[- ]and[- ]a[- ]half)[ -]?(?:%|per[ -]?cent|pc)(?:[- ]of[- ]gdp)?)"
)
_AS_DEFINED = (
    r"(?:,? (?:as (?:nato|the alliance|allies|brussels|the hague (?:pledge|summit)) (?:defines?|counts?|understands?|"
    r"reckons?|sees?|measures?|has defined|defined) (?:it|them|that)|(?:as )?(?:defined|counted|agreed|understood|"
    r"measured|laid down|set out|foreseen) (?:by|at|in|under) (?:nato|the (?:alliance|hague|summit|pledge|target|hague "
    r"(?:pledge|target|summit|declaration)))|in (?:nato's|the alliance's|alliance|nato|the hague|the pledge's) (?:own "
    r")?(?:accounting|books|eyes|language|reckoning|jargon|parlance|sense|definition|terms|vocabulary|counting|wording|"
    r"terminology|tables|bookkeeping|tally|scheme|nomenclature|shorthand)))"
)
_TOGETHER = (
    r"(?:,? (?:(?:all )?(?:taken|added|put|lumped|counted|rolled|summed|reckoned|totted|thrown|tallied|bundled) "
    r"(?:together|up|jointly|into one)|combined|together|in sum|in total|jointly|in aggregate|altogether|all told|"
    r"as a whole|alike)\b,?)"
)
_MONEY = r"(?:defen[cs]e |military |security )?(?:spending|outlays?|expenditures?|investments?)"
_PARTS = (  # what the two are, in either order
    rf"{_HARD}(?: {_MONEY})? (?:and|plus|with|\+|&) (?:the )?{_SOFT}|{_SOFT}(?: {_MONEY})? (?:and|plus|with|\+|&) "
    rf"(?:the )?{_HARD}"
)
_LAID_OUT = (
    r"(?:defen[cs]e |security )?(?:spending|outlays?|expenditures?|spend|investments?|efforts?|budgets?|bills?|"
    rf"money|items|{_TIERS})"
)
_TOTAL = (
    r"(?:grand |combined |overall |aggregate |joint |full |entire |whole |total )*(?:total|tally|sum|sum total|"
    r"spending|outlays?|expenditure|effort|bill|amount|figure)"
)
_TOWARDS = r"(?:under|towards?|against|for|on|to|beneath|in line with|in)"
_MAY = r"(?:may|can|could|will|would|might|is able to|are able to|is allowed to|are allowed to|expects? to|plans? to)"
_BOOKS = (
    r"(?:counts?|books?|claims?|reports?|logs?|declares?|registers?|records?|files?|enters?|credits?|charges?|lists?|"
    r"puts?(?: down)?|chalks? up|notch(?:es)? up|spends?|lays? out|devotes?|reckons?)"
)
_TWO = (
    rf"(?:both(?: of)?|two|{_OWN}two|{_OWN}both)(?: of)?(?: (?:the|its|their|our))?(?: (?:{_OF_NATO}|pledge|"
    rf"target))* {_TIERS}"
)
_OF_PLEDGE = rf"(?: (?:of|in|under|within|to) {PLEDGE})"

_ITEMS = (  # what the wider sense takes in
    r"(?:,? (?:(?:roads?|bridges?|ports?|railways?|cyber(?: (?:shields?|defen[cs]es?|security))?|resilience|"
    r"infrastructure|cables?|pipelines?|networks?|hospitals?|stockpiles?|civil(?:ian)? (?:defen[cs]e|preparedness)|"
    r"mobility|and|,) ?)+(?:included|and all|counted in|as well|too),?)"
)
BOTH = re.compile(
    rf"(?<![\w-])(?:(?:defen[cs]e|military|security)(?: {_MONEY})? in (?:nato's|the alliance's|the|its|their|the "
    rf"hague) (?:new |own )?(?:wide|wider|widest|broad|broader|broadest|full|fullest|fuller|loose|looser|loosest|"
    rf"extended|all-in|total|expanded|enlarged|generous|most generous|two-tier|inclusive|comprehensive) (?:sense|"
    rf"definition|meaning|terms|reading|understanding|version){_ITEMS}?|(?:all-in|two-tier|full|total|overall|combined|"
    rf"whole) (?:[a-z]+(?:ish|an|ese|ch|i) |(?-i:[A-Z])[\w.]*'s? )?{_TOTAL} (?:that|which) (?:nato |the alliance "
    rf")?(?:counts?|is counted|qualif(?:y|ies)|goes) {_TOWARDS} {PLEDGE}|(?:defen[cs]e|military)(?: {_MONEY})? (?:and|"
    rf"plus) (?:the )?(?:defen[cs]e-related|security-related|related|indirect|resilience) {_MONEY}{_TOGETHER}|"
    rf"(?:{_TOTAL} (?:of|under|on|for|across|towards?|in) (?:the )?)?(?:{_TWO}{_OF_PLEDGE}?|{_OWN}two(?: "
    rf"(?:{_OF_NATO}))+ {_TIERS})(?:,? \(?(?:{_PARTS}),?\)?)?{_AS_DEFINED}?{_TOGETHER}?|(?:the )?(?:sum|total|"
    rf"combination|aggregate) of (?:the |its |their |our )?(?:{_PARTS})(?: {_LAID_OUT})?|"
    rf"(?:{_PARTS}) {_LAID_OUT}(?: {_TOWARDS} {PLEDGE})?{_TOGETHER}?|(?:{_PARTS}){_TOGETHER}|{_HARD}(?: "
    rf"defen[cs]e)?(?: {_MONEY})? plus (?:the )?{_SOFT}(?: {_MONEY})?|(?<!of )(?<!of all )(?<!in )(?:overall|total|"
    rf"combined|whole|entire|full|all-in|two-tier) (?:nato|hague)(?:[- ](?:eligible|countable|qualifying|counted|"
    rf"reported|defined))? (?:defen[cs]e )?{_TOTAL}|(?:two-tier|all-in) (?:defen[cs]e |security )?{_TOTAL}|"
    rf"(?:(?:overall|total|combined|whole|entire|full|nato|defen[cs]e|military|security) )+{_TOTAL}, (?:{_PARTS}|"
    rf"{_TWO})(?: (?:included|combined|together|alike))?,?|nato {_TOTAL}, {_TWO}(?: (?:included|combined|together))?,?|"
    rf"{_TOTAL}(?: counted| booked| reported| claimed)? {_TOWARDS} {PLEDGE}|(?:everything|all|whatever|what|all that|"
    rf"the sums?|the amount|the total|the money)(?= [^,;.]{{2,30}}? {_BOOKS} {_TOWARDS} {PLEDGE}))",
    re.I,
)
_BOOKED = re.compile(rf"(?<![\w-])(?:{_MAY} )?{_BOOKS} (?P<to>{_TOWARDS} {PLEDGE})(?!'s)", re.I)
SOFT = re.compile(
    rf"(?<![\w-])(?<!^On )(?<!^On the )(?:(?:(?:under|towards?|against|within) )?(?:the )?(?:{_SOFTS}(?: spending| "
    rf"outlays)? {_TIER}{_OF_PLEDGE}|{_SOFTS}(?: spending)? (?:tier|basket|bucket)|(?!{_ANY}){_SOFTS}(?: spending)? "
    rf"(?:leg|pillar|component|category|heading|envelope|pot|prong|tranche|compartment)){_AS_DEFINED}?|"
    rf"{_SOFT} {_LAID}{_AS_DEFINED}|(?:{_SOFT} and )?{_SOFT} {_LAID} {_TOWARDS} {PLEDGE}|(?:{_SOFTS} )?(?:money|"
    rf"spending|outlays?|sums|funds|cash|investments?) (?:that )?(?:(?:is |are )?(?:counted|booked|claimed|reported|"
    rf"logged)|counts?|qualif(?:y|ies|ying)|counting) {_TOWARDS} (?:the |nato's |the alliance's |its )?(?:alliance's |"
    rf"nato |hague )?{_SOFT} {_TIER}|(?:indirect|non-military|ancillary) defen[cs]e (?:spending|outlays?|expenditure|"
    rf"effort)|(?:defen[cs]e|security)-related (?:extras|add-ons|items|projects|measures|works|effort|bill)|"
    rf"second-tier (?:spending|outlays?|expenditure|effort|bill))(?![\w-])",
    re.I,
)
HARD = re.compile(rf"(?<![\w-])(?:the )?{_HARD} {_TIER}{_OF_PLEDGE}(?![\w-])", re.I)
_COUNTED = re.compile(  # what a tier is named by
    r"\b(?:(?:that|which) (?:nato |it |the alliance |allies )?)?(?:is |are |can be )?(?:count(?:s|ed|ing|able)?|"
    r"eligible|qualif(?:ies|ying|y)|book(?:s|ed)) (?:towards?|against|for|under|to) (?:the|its|their|nato's) (?:nato "
    r")?(?P<n>5|3\.5|1\.5) ?(?:%|per ?cent)(?: of gdp)? (?:tier|pledge|target|goal|commitment|promise|guideline|"
    r"benchmark)\b",
    re.I,
)


def named_tiers(draft: Draft) -> None:
    """'Both tiers of the pledge', 'counted towards the 5% pledge': what is counted, no figure of its own."""
    for m in _COUNTED.finditer(draft.text):
        _take(draft, {"5": "BOTH", "3.5": "CORE", "1.5": "RELATED"}[m["n"]], *m.span())
    for start, end, kind in spans(draft.text):
        if not draft.touched(start, end):
            _take(draft, kind, start, end)
    if any(m.kind == "BOTH" for m in draft.concepts) and (booked := _BOOKED.search(draft.text)):
        _take(draft, "BOTH", *booked.span())
    elif draft.has("RELATED", "CORE"):
        draft.mark(_OF_TIER, "series")


_OF_TIER = re.compile(
    rf"\bwhat (?=[^,;.]{{2,30}}? {_BOOKS} )|\b{_BOOKS}(?: {_TOWARDS})?(?= +(?:the )?(?:{_SOFT}|core tier)\b)", re.I
)


def spans(text: str) -> list[tuple[int, int, str]]:
    """Where tiers are named, and which."""
    kinds = (("BOTH", BOTH), ("RELATED", SOFT), ("CORE", HARD)) if _WORD.search(text) else ()
    found: list[tuple[int, int, str]] = []
    for kind, words in kinds:
        for m in words.finditer(text):
            if not any(a < m.end() and m.start() < b for a, b, _ in found):
                found.append((*m.span(), kind))
    return found


def plain_tiers(text: str) -> str:
    """The text, as long as it was, with each tier by its plain name: no target, no limit, no roads in it; a party named
    within stays where it is."""
    for start, end, kind in spans(text):
        owns = _OWNS.search(text, start, end)
        places = [(start, owns.start()), (owns.end(), end)] if owns else [(start, end)]
        widest = max(places, key=lambda place: place[1] - place[0])
        for a, b in places:
            words = (f" {_PLAIN[kind]} " if (a, b) == widest and owns else _PLAIN[kind]) if (a, b) == widest else ""
            if len(words) <= b - a:
                text = text[:a] + words.ljust(b - a) + text[b:]
    return text


_OWNS = re.compile(
    r"\b(?:[Tt]he )?(?-i:(?!NATO|Hague|Atlantic)[A-Z])[\w.]*(?:'s|s'|(?<=s)'|(?<=ish)|(?<=ian)|(?<=tch)|(?<=ch)|"
    r"(?<=ese))(?= )"
)
_PLAIN = {"BOTH": "both tiers", "RELATED": "related", "CORE": "core tier"}


def _take(draft: Draft, kind: str, start: int, end: int) -> None:
    draft.figures = [f for f in draft.figures if not f.overlaps(start, end)]
    draft.parties = [p for p in draft.parties if not (p.code == "NATO" and p.overlaps(start, end))]
    if draft.counted is not None and start <= draft.counted.start < end:
        draft.counted = None
    draft.comparators = [c for c in draft.comparators if not start <= c.start < end]
    draft.concepts = [c for c in draft.concepts if c.part or not (c.kind in _INSIDE and c.overlaps(start, end))]
    draft.concepts.append(Mention(kind, start, end, draft.text[start:end], part="series"))
    draft.use(start, end, "series")


_WORD = re.compile(
    rf"\b(?:{_TIER}|{_TIERS}|{_GOAL})\b|\b(?:and|plus|with) (?:the )?(?:{_SOFT}|core)\b|\bas (?:nato|the alliance|"
    rf"defined|counted)\b|\b(?:related|resilience|indirect|non-military|ancillary|all-in|two-tier|second-tier|nato)\b",
    re.I,
)  # without which none is
_INSIDE = ("CORE", "RELATED", "TARGET", "SPEND")
