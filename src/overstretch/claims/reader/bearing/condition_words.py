"""The words by which a condition is found, in front of a claim or behind it."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing.absolutes import SIGNED

_ENDINGS = (
    r"(?:(?:an?|the) (?:[\w-]+ )?(?:ceasefire|truce|armistice|peace (?:deal|settlement|treaty)|settlement|end (?:of|"
    r"to) the (?:war|fighting))\b|peace\b|the (?:war|fighting) (?:in ukraine )?(?:ends|is over|has ended)\b)"
)
_OIL = r"(?:an? |the |russian |cheap )?(?:oil|urals|crude|brent)\b(?! and)"
_NAMED = r"(?:(?:an?|the|no|all|every|there|they|it|oil|urals|crude|peace)\b|(?-i:[A-Z])\w+)"
_AT_A_PRICE = (  # "at an oil price of 40 dollars", "at $40 oil"
    rf"at(?= (?:(?:thirty|forty|fifty|sixty|seventy|\d+)(?:-\w+)? dollars?|\$\d+))|(?:at|"
    rf"on)(?= (?:{_OIL} (?:prices? |at )|an? price of ))"
)
_DOLLARS = (
    r"(?:about |around |some |just |only )?(?:\$\d[\d.,]*|"
    r"(?:\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?) dollars)"
)
_A_BARREL = r" (?:a|per|for a|for one|for every|the) barrel(?: of (?:urals|crude|oil|russian (?:crude|oil)))?"
PRICED = re.compile(  # a price at which the claim holds, without a comma behind it: "At $40 a barrel the fund would"
    rf"(?:(?:with|at|on) (?:{_OIL} (?:prices? (?:of|at) |at )|an? price of )|at ){_DOLLARS}(?:{_A_BARREL})?"
    r"(?=(?P<end> )(?:(?:the|an?)(?! barrel)|its|growth|inflation|this|next|it|they|he|we|(?-i:[A-Z])[\w']+|"
    r"oil and gas|government|"
    r"budget|federal|defen[cs]e|military|output|unemployment|there)\b)",
    re.I,
)
_ENDS_IT = r"(?:deal|agreement|accord|treaty|bargain|compromise) (?:to|that|which) (?:ends?|stops?|halts?|settles?)"
_GIVEN = (
    r"in (?:the |any )?(?:event|case)(?: that|(?= of\b))|in an? (?:scenario|world|case|variant) (?:in which|"
    r"where|of|with)|"
    r"provid(?:ed|ing)(?: that)?|assuming(?: that)?|supposing(?: that)?|presuming(?: that)?|on (?:the )?(?:condition|"
    r"assumption|premise|hypothesis|supposition|understanding|proviso) (?:that|of)|"
    r"under the assumption (?:that|of)|conditional on|"
    r"contingent on|"
    rf"subject to|in case|given(?= (?:an?|no|{_OIL})\b)|absent|in the absence of|failing(?= (?:an?|any|the|"
    rf"this|that|such)\b)|"
    r"short of(?= (?:(?:an?|the|any) )?(?:[\w-]+ )?(?:ceasefire|truce|armistice|peace|settlement|end (?:of|to) "
    rf"(?:the )?(?:war|fighting)|{_ENDS_IT})\b)"
)
_AN_EVENT = (
    r"(?:an?|the|any|this|such an?)? ?(?:[\w-]+ )?(?:ceasefire|truce|armistice|peace|settlement|war|"
    r"withdrawal|pull-?out|election|recession|sanctions|oil|outcome|result)\b"
)
_EITHER_WAY = (  # whatever comes about, the claim holds
    rf"even if|even with(?:out)?|even in the (?:event|case) of|(?:regardless|irrespective) of(?: whether\b|"
    rf"(?= (?:whether|who|what|how|when|{_AN_EVENT})))|"
    rf"no matter (?:whether|if)|whether or not|whether(?= .*\bor not\b)|with or without(?= {_AN_EVENT})"
)
_SUPPOSED = rf"(?:(?:let's|let us|just|now) )?(?:say|suppose|imagine|assume|picture)(?: that)?(?= {_NAMED} .*\w)"
CONDITION = re.compile(
    rf"^(?P<word>{SIGNED}|{_EITHER_WAY}|only if|if|unless|{_GIVEN}|{_SUPPOSED}|(?:as |"
    rf"so )?long as|once|should|were|barring|without|with(?= {_OIL}|growth|a ceasefire|the war)|"
    rf"{_AT_A_PRICE}|given that|"
    r"while(?= (?:it|this|that|the war|the fighting|the conflict|sanctions|they) )|when(?= (?:the "
    r"war|a ceasefire|the fighting|peace))|with(?= (?:an?|the|no) (?:\w+ )?(?:ceasefire|truce|armistice|peace (?:deal|"
    r"settlement|treaty)|recession)\b|(?:the )?(?:us|american) (?:soldiers|troops|forces) (?:gone|withdrawn|out|"
    rf"home)\b)|(?:after|following)(?= {_ENDINGS}))(?!\w)",
    re.I,
)
SUPPOSED = re.compile(rf"{_SUPPOSED}", re.I)
_GOES_ON = (
    r"(?:dragging|grinding|going|raging|rumbling|carrying|wearing) on|raging|unresolved|unfinished|under ?way|"
    r"continuing|over"
)
LATE = re.compile(
    rf"[ ,](?P<word>{_EITHER_WAY}|only if|if(?! not (?:more|less|higher|lower|fewer|above|below|over|under|"
    rf"beyond)\b)|unless|{_GIVEN}|as long as|so long as|once(?= (?:the|an?|peace)\b)|"
    rf"with(?= {_OIL} (?:at|under|below|above|over|around|trading|averaging|near|stuck)\b)|"
    rf"at(?= (?:{_OIL} prices? of|{_DOLLARS}{_A_BARREL}\W*$))|should(?= {_NAMED} )|"
    rf"(?:barring|(?<! by )(?<! pass )(?<! end )(?<! over )(?<! out )(?<! close )without|with)(?= (?:an?|"
    rf"any) (?:[\w-]+ )?(?:ceasefire|truce|armistice|peace (?:deal|settlement|treaty)|{_ENDS_IT})\b)|"
    rf"with(?= the (?:war|fighting|conflict) (?:in ukraine )?(?:still |not yet )?(?:{_GOES_ON})\b))(?=\s)|"
    rf"[ ,](?P<after>after|following) (?={_ENDINGS})",
    re.I,
)
PRICES = re.compile(  # of what a price is the claim's own: "Urals will trade at $40 a barrel"
    r"\b(?:oil(?! and gas)|crude|urals|brent|barrels?|pric(?:es?|ed)|planned|drawn|based|built|assum\w*|calculat\w*|"
    r"budgeted|break\w*|balanc\w*)\b",
    re.I,
)
