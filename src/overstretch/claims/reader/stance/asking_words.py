"""Words around a content that ask, suppose or wish it, and answers that deny it."""

from __future__ import annotations

import re

HYPOTHESIS = re.compile(
    r"\b(?:as long as|so long as|if|unless|provided(?: that)?|whether(?: or not)?|assuming(?: that)?|in case|were|"
    r"lest)\W*$",
    re.I,
)
ASKS = re.compile(
    r"^\W*(?:(?i:(?:(?:now|just|so|but|and|well|okay|please),? )*(?:suppose|supposing|imagine|assume|assuming|"
    r"pretend|say|picture|let's (?:say|suppose|assume|imagine|pretend)|let us (?:say|suppose|assume|"
    r"imagine))\b)|(?i:who|what|why|how|where|when|which)\b|(?i:(?:would|wo|could|ca|do|does|did|is|are|has|"
    r"have|was|were|"
    r"should)n't\b)|(?i:would|will|could|can|do|does|did|is|are|should|shall) (?:you|we|it|the|[A-Z]))"
)
ASKS_OF_IT = re.compile(  # "The key rate, will it be ...?"; a bare tag ("..., isn't it?") asks nothing
    r"[,;:-] (?:will|would|is|are|can|could|does|do|did|has|have) (?:(?:it|they|he|she|we)|(?:the |"
    r"an? )?(?!not\b)[\w' ]{2,40}?) \w",
    re.I,
)
STUNNED = r"i(?:'d| would) be (?:\w+ )?(?:stunned|surprised|amazed|shocked|astonished) if (?:they|it|he|she|we|that)"
SAYS_NO = re.compile(
    r"(?:(?:no|nah|nope|never)(?=\W*$|\s*[,.!;:-])|(?:absolutely|definitely|certainly|of course) not|"
    r"not (?:a chance|in|likely|happening|a hope)|no way|(?:they|it|he|she) (?:won't|will not|"
    r"don't|doesn't)|hardly|i (?:(?:do not|don't) (?:think|believe|expect|"
    r"reckon|see (?:it|that))(?! [^.?!]*(?:n't|\bnot\b))|(?:\w+ly )?doubt)|forget it|fat chance|nonsense|"
    r"dream on|(?:don't|"
    rf"i wouldn't) (?:bet|count|bank) on (?:it|that)|{STUNNED} (?:did|does|do|were|was|is|ever did|managed))\b(?!n't|"
    r" not)",
    re.I,
)
WANTS = re.compile(
    r"\b(?:wants?|wanted|wish(?:es|ed)?|hop(?:es?|ed|ing)|would (?:like|love|prefer)|dreams?|longs?|urg(?:es?|ed|ing)|"
    r"demand(?:s|ed)?|call(?:s|ed)? (?:on|for))\b",
    re.I,
)
