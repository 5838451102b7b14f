"""A reason in front of a claim whose conjunction the extraction left outside it: "As pension bills swell, eight members
will ..."."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import bears, happens, turns
from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.vocabulary import plain
from overstretch.statements.record import Statement

_OPENS = re.compile(
    r"(?:^|[.!?;\"”]\s+|\n\s*)\W*(?:just |even |now |partly |not least )?(?P<word>as|since|because|now that)\s+$", re.I
)
_REASON = re.compile(r"(?P<why>[^,;:.\"()]{4,90}), (?=\S)")
_OPENS_ITSELF = re.compile(
    r"\W*(?:just |partly |not least )?(?:as (?!(?:of|for|to|in|part|one|usual|ever|expected|promised|planned|"
    r"before|always|"
    r"well|long|soon|far|much|many|things|agreed|forecast|feared|predicted|if|though|has|had|was|is|it|they|"
    r"he|she|we|i|"
    r"you|such|per|regards|a matter|an? (?:share|percentage|proportion|part|fraction|group|whole|bloc|result|rule|"
    r"consequence|minimum|maximum|multiple|member|condition|first|ratio|percent|unit|nation|country|"
    r"start))\b)|since (?!(?:"
    r"the|then|last)\b)|because |now that )(?=(?:[\w'-]+ )+[\w'-]+, )",
    re.I,
)


def without_reason(statement: Statement, whole: str) -> Statement:
    """The statement without a reason that it opens with, where that says nothing of the field and turns nothing."""
    if len(statement.spans) != 1:
        return statement
    first, last = statement.spans[0]
    content = plain(statement.content)
    before = _OPENS.search(plain(whole[:first]))
    lead = f"{before['word']} " if before else ""
    itself = _OPENS_ITSELF.match(lead + content)
    reason = _REASON.match(content, max(itself.end() - len(lead), 0)) if itself else None
    if whole[first:last] != statement.content or reason is None:
        return statement
    why = reason["why"]
    if re.search(r"\d", why) or parties(why) or bears(why) or happens(why) or turns(why) or names_a_cause(why):
        return statement
    if cw.COUNTS.search(why):
        return statement
    at = reason.end()
    return statement.model_copy(update={"content": statement.content[at:], "spans": [(first + at, last)]})
