"""Whether a claim tells of what is past or present, or of what lies ahead."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.moments import Moment
from overstretch.claims.reader.moments.values import PAST, month_index
from overstretch.questions.data import When
from overstretch.questions.periods import window

_FUTURE = re.compile(
    r"\b(?:will|would|'ll|shall|is to|are to|going to|plans?|planned|planning|aims?|intends?|expects?|expected|"
    r"projected|forecast|set to|due to|likely|could|(?-i:may)|might|should|can(?:not)?|pledg\w*|undert\w+|commit\w*|"
    r"by (?:19|20)\d\d|hopes?|wants?|bound to|promis\w*|won't|budgeted|earmarked|on course|on track|headed|heading|"
    r"draft|destined|fated|doomed|poised|primed|"
    r"slated|threaten(?:s|ing)? to|on the (?:verge|brink|cusp|point|threshold) of|(?:certain|sure|about|"
    r"liable|guaranteed|tipped|expected|predicted|meant|condemned|preparing|gearing up|shaping up|"
    r"stands?|in line) to|(?:looks?|seems?|appears?) (?:set|certain|sure|bound|poised|likely|destined)|en route|"
    r"on (?:the|its|their|an?) (?:way|road|path|course|trajectory|track)|hurtling|careering|careening|"
    r"barrelling|steaming|sleepwalking|marching|racing|galloping|rushing|speeding|"
    r"agreed|to reach|to spend|to be|to raise|to lower|to cut|to allocate|to increase)\b",
    re.I,
)


_BY_NOW = re.compile(  # what has come off or not: "has failed to spend", "manages to cut"
    r"\b(?:(?:ha(?:s|ve|d)|was|were)(?: not|n't)?(?: [a-z]+ly| so far| again| long)*(?: been)? (?:failed|managed|"
    r"unable|able)|(?<!to )(?:fails?|failed|manages?|managed)|(?:is|are|keeps?) failing) to [a-z]+\b",
    re.I,
)


def is_fact(draft: Draft, whens: list[Moment]) -> bool:
    """Whether the claim is about the past or present: a moment that is over, or no moment and no word of the future."""
    if whens:
        told = PAST.search(draft.text) is not None  # "stood at 4 trillion on May 1", said in May
        return all(
            over(m.when, draft.said) or (told and _of_now(m.when, draft.said)) for m in whens
        ) and not draft.says(r"\b(?:will|would|could|(?-i:may)|might)\b")
    return not draft.committed and not _FUTURE.search(_BY_NOW.sub(" ", draft.text))


def _of_now(when: When, said: date) -> bool:
    """Whether a moment is the month of the words."""
    return when.relation == "in" and (when.first, when.last) == (f"{said:%Y-%m}", "")


def over(when: When, said: date) -> bool:
    """Whether a moment lies before the month of the words."""
    if when.relation == "from":
        return False
    if when.relation == "span":
        when = When("mean", when.first, when.last)
    return window(when).last < month_index(said)
