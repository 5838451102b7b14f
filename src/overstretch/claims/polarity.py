"""Whether a statement holds its content false: the reader's grammatical finding, and words that grammar does not see.

"There is no chance that", "in no danger of" and "will avoid" negate what follows; "cannot be ruled out" and "no doubt that"
hold it possible or true. A negation counts for a word only within its own clause and a few words before it."""

from __future__ import annotations

import re

from overstretch.claims.lexicon import Mention

_AFFIRMS = re.compile(
    r"\b(?:can(?:not|'t| not) (?:be )?(?:rule[ds]? out|excluded?)|not (?:be )?(?:rule[ds]? out|excluded)|no (?:doubt|question) that|"
    r"no longer (?:be )?(?:unthinkable|excluded|impossible|unlikely|ruled out)|not (?:be )?(?:unthinkable|impossible|inconceivable)|cannot discount|not only|nothing (?:but|more than|other than)|nothing short of|no less than|cannot but|not just|not merely|whatever|no matter)\b",
    re.I,
)
_NEGATES = re.compile(
    r"\b(?:(?:no|little|zero|hardly any) (?:chance|prospect|danger|risk|likelihood|possibility|hope|way|question of|reason to expect)|"
    r"far from|nowhere near|unlikely|improbable|inconceivable|unthinkable|out of the question|not about to|"
    r"avoid(?:s|ed|ing)?|escap(?:e|es|ed|ing)|avert(?:s|ed|ing)?|prevent(?:s|ed|ing)?|stav(?:e|es|ed|ing) off|ward(?:s|ed|ing)? off|be spared|"
    r"rule[ds]? out|"
    r"no \w+(?: \w+){0,3} (?:is|are|will|would|can|could|has|have|does|do)\b|nothing (?:will|would|can|could)|nobody|none of|neither)",
    re.I,
)
_BEFORE = re.compile(r"(?:\b(?:not|never|no|nor|without|hardly|neither|none)\b|n't\b)(?:\s+[\w'-]+){0,6}\s*$", re.I)
_CLAUSE = re.compile(
    r"[.;:!?]|,\s+(?:but|while|whereas|although|so|and)\b|\s(?:and|but)\s(?=(?:will|would|could|can|is|are|has|have|may)\b)"
)


def is_negative(text: str, by_grammar: bool) -> bool:
    """Whether the content is held false; `by_grammar` is the reader's finding, which wins but for set phrases."""
    if _AFFIRMS.search(text):
        return False
    return by_grammar or bool(_NEGATES.search(_main(text)))


def negated_before(text: str, mention: Mention) -> bool:
    """Whether a negation stands before the word in its clause, near enough to bear on it."""
    start = max((m.end() for m in _CLAUSE.finditer(text[: mention.start])), default=0)
    return bool(_BEFORE.search(text[start : mention.start]))


def follows_conjunction(text: str, mention: Mention) -> bool:
    """Whether the word stands in a later predicate that has no negation of its own ("will not help, and will run dry")."""
    joined = [m.end() for m in re.finditer(r"\b(?:and|but)\s", text[: mention.start])]
    return bool(joined) and not re.search(r"\b(?:not|never|no|nor)\b|n't\b", text[joined[-1] : mention.start], re.I)


def _main(text: str) -> str:
    """The text without its conditions and concessions, whose negations are not the statement's."""
    return re.sub(
        r"(?:^|,\s*)(?:if|unless|although|while|even if|as long as|should)\s[^,]+(?:,|$)", " ", text, flags=re.I
    )
