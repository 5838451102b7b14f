"""Aid and arms named by what is done: "channel less than €60bn to Kyiv", "turn out twice as many shells"."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.figures.verbs import forms_of
from overstretch.claims.reader.vocabulary import Mention

_GIVES = forms_of("""
advance allocate allot assign award accord budget bung channel chip commit contribute cough dedicate deliver devote direct
disburse dispatch donate earmark extend feed find forward fork free funnel give grant hand inject lavish lend loan make mobilise
mobilize move muster pack pass pay plough plow pour provide pump put raise release remit reserve route scrape send set shell ship
shovel shower sign sink siphon spend splash steer stump supply throw tip transfer turn vote wire
""")
_MONEY = (
    r"(?:(?!(?:another|further|additional|extra|goods|worth|of|every|each|per)\b)[a-z]+ ){0,5}?(?:(?:(?:C|"
    r"US)?[$€£])?\d[\d.,]*|half an?|one|two|three|four|five|six|ten)(?! ?(?:%|per ?cent))[ \w]*?(?: in (?:aid|help|"
    r"support|assistance))?"
)
_ITS = (
    r"(?:war[ -]chest|coffers|treasury|budget|exchequer|war effort|defen[cs]e|struggle|fight|cause|army|armed forces|"
    r"kitty|purse|war fund|survival|resistance|military|war machine|aid|rescue|assistance|help|support|defenders|"
    r"soldiers|troops|generals|government|side)"
)
_HERE = rf"(?:the )?(?:(?:ukraine|kyiv|kiev)(?:'s {_ITS})?|ukrainian (?:{_ITS}|people|state)|ukrainians)"
_TO = (
    rf"(?:to|into|towards?|for|on|behind|in) (?:(?:help(?:ing)?|aid(?:ing)?|support(?:ing)?|arm(?:ing)?|"
    rf"back(?:ing)?|assist(?:ing)?|sustain(?:ing)?|equip(?:ping)?|bankroll(?:ing)?|aid (?:to|for)|help for|"
    rf"support (?:to|for)|assistance (?:to|for)|in aid of) )?{_HERE}"
)
_AID = re.compile(
    rf"\b(?P<give>(?:{_GIVES}|lent)(?: (?:aside|out|over|up(?! to)|in))?) (?P<money>(?!up to ){_MONEY}) "
    rf"(?P<to>{_TO})(?![\w'-]|-| (?:and|or|than|exports?|imports?)\b)",
    re.I,
)
_GETS = re.compile(  # "Kyiv will get at least €10bn from Germany"
    rf"\b(?P<here>{_HERE}) (?:will|would|could|may|is to|is going to) (?P<give>(?:get|receive|obtain|draw|collect|be "
    rf"(?:given|sent|handed|granted|paid|wired))) (?P<money>{_MONEY}) (?P<to>(?:from|by)) (?=(?:the )?(?-i:[A-Z]))",
    re.I,
)
_WARES = (
    r"(?:shells?|missiles?|drones?|tanks?|munitions?|ammunition|rockets?|howitzers?|armou?r|weapons?|weaponry|arms|"
    r"armaments?|bombs?|warheads?|guns?|mortars?|mines|jets|warplanes|aircraft|(?:armou?red|fighting|combat) vehicles|"
    r"warships|interceptors|projectiles|launchers|artillery (?:rounds|shells|pieces)|rounds|cartridges|materiel|"
    r"military (?:equipment|hardware|kit)|war materiel)"
)
_KINDS = r"(?:(?:new|fresh|heavy|light|long-range|cruise|ballistic|artillery|battle|attack|strike|kamikaze|glide) )*"
_MAKES = (
    r"(?:(?:turn|churn|put|pump|crank|spew|knock|roll|pour|spit|bash|bang|spin|stamp|grind) out|produce|make|build|"
    r"manufacture|assemble|disgorge|deliver|forge|cast|fabricate|yield|spew|be (?:turning|churning|putting|pumping|"
    r"cranking|spewing|knocking|rolling|pouring) out|be (?:producing|making|building|manufacturing|assembling))"
)
_MAKERS = (
    r"(?:(?:(?:arms|weapons?|munitions?|ammunition|defen[cs]e|military|war|shell|missile|drone|tank|state|armaments?|"
    r"heavy|military-industrial|defen[cs]e-industrial) )*(?:factories|plants|works|workshops|makers|producers|"
    r"manufacturers|lines|yards|firms|companies|enterprises|foundries|forges|arsenals|industry|industries|complex|"
    r"sector|contractors|assembly lines|production lines|mills|armourers|gunsmiths|gunmakers|weaponsmiths|base))"
)
_ARMS = re.compile(
    rf"(?P<who>\b{_MAKERS} )?\b(?P<aux>will|would|could|may|might|to) (?P<make>{_MAKES}) (?P<much>(?:[\w.%-]+ ){{0,7}}?"
    rf"(?:as (?:many|much)|more|fewer|less)) (?P<what>{_KINDS}{_WARES}(?:(?:,| and|, and|"
    rf"or) {_KINDS}{_WARES})*)(?![\w-])",
    re.I,
)


def flows(draft: Draft) -> list[Mention]:
    """Aid where money is given to Ukraine; a country's output of arms where its works make more or fewer of them."""
    found: list[Mention] = []
    for pattern in (_AID, _GETS):
        if m := pattern.search(draft.text):
            found += [Mention("AID", *m.span(name), m[name]) for name in ("give", "to")]
            if pattern is _GETS:
                found.append(Mention("AID", *m.span("here"), m["here"]))
    if m := _ARMS.search(draft.text):
        found += [Mention("ARMS_OUTPUT", *m.span(name), m[name]) for name in ("who", "make", "what") if m[name]]
    if found:
        draft.concepts = [c for c in draft.concepts if not any(c.overlaps(m.start, m.end) for m in found)]
        draft.ways = [w for w in draft.ways if not any(w.within(m.start, m.end) for m in found if m.kind == "AID")]
    return found
