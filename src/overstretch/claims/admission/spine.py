"""Whether an unread word bears on what is asked, by its place in the parse: the verb of the claim, what it is said of,
what stands with
a noun that was read. Asides, reasons and clauses of their own may hold words that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overstretch.claims.admission.places import Place, touched
from overstretch.statements.reading.parse import Word

OWN = ("advcl", "acl", "relcl", "appos", "parataxis", "intj")  # relations that begin a clause or an aside of its own
REASON = ("as", "amid", "despite", "because", "thanks", "due", "owing", "following", "according", "notwithstanding")
WHERE = ("at", "in", "on", "under", "with", "into", "amid", "along", "across", "alongside", "against")
# Words that bear on the claim wherever they stand: what asks, denies, limits, orders or measures otherwise.
ALTERS = re.compile(
    r"(?:whether|how|why|who|whom|whose|neither|nobody|nothing|rule[sd]?|ruling|exclud\w*|shocked|shocking|"
    r"surpris\w*|amaz\w*|astonish\w*|imagin\w*|"
    r"instruct\w*|order(?:s|ed)?|adjusted|annualised|annualized|seasonally|region\w*|municipal\w*|"
    r"provinc\w*|household\w*|compan\w*|corporate|"
    r"cents?|pence|kopecks?|lira|kron\w+|kroner|zloty\w*|forints?|lei|leu|levs?|yen|hryvnias?|cost|"
    r"payments?|tranches?|loans?|combined|together|"
    r"remains?|remaining|terms?|basis|capita|head|mandate|tenure|sorry|correction|wrong|false|myth|"
    r"nonsense|rumou?r\w*|talk|debate|question\w*|topic|scenario\w*|front|fifth|quarters?|forties|fifties|"
    r"sixties|seventies|teens|twenties|thirties)",
    re.I,
)


SEES = re.compile(
    r"(?:see|expect|project|forecast|predict|reckon|estimate|anticipate|foresee|assume|impl(?:y|ie)|show|"
    r"suggest|find|warn|"
    r"believe|think|say|note|write|insist|maintain|conclude|calculate|caution|fear|peg|argue|claim|judge)(?:s|d|"
    r"ed)?|saw|said|"
    r"found|foresaw|thought|wrote",
    re.I,
)


def on_the_spine(start: int, end: int, text: str, words: Sequence[Word], places: Sequence[Place]) -> bool:
    """Whether the word at a place bears on the claim, or may."""
    at = next((i for i, w in enumerate(words) if w.start <= start < w.end), None)
    if at is None or ALTERS.fullmatch(text[start:end]):
        return True
    parts = [p for p in places if p.part not in ("negation", "modality")]

    def read(word: Word) -> bool:
        return touched(word.start, word.end, parts)

    def holds(top: int) -> bool:
        """Whether something that was read stands under a word."""
        return any(read(w) and _under(i, top, words) for i, w in enumerate(words))

    for _ in range(len(words)):
        word = words[at]
        if word.head == at:
            return True  # the verb of the sentence
        head = words[word.head]
        if word.relation in OWN and not holds(at):
            return word.relation in ("acl", "relcl") and read(head) and not _parted(text, head, word, words, at)
        if word.relation == "nsubj" and SEES.fullmatch(text[head.start : head.end]) and not holds(at):
            return False  # who sees, expects or says what is claimed
        if word.relation == "prep" and not holds(at) and _idle(text[word.start : word.end].lower(), head):
            return False
        if read(head):
            return True
        at = word.head
    return True


def _idle(preposition: str, head: Word) -> bool:
    """Whether a preposition begins a reason or, behind a verb, where and how something is said or comes about."""
    return preposition in REASON or (head.kind in ("VERB", "AUX") and preposition in WHERE)


def _under(at: int, top: int, words: Sequence[Word]) -> bool:
    for _ in range(len(words)):
        if at == top:
            return True
        if words[at].head == at:
            return False
        at = words[at].head
    return False


def _parted(text: str, head: Word, word: Word, words: Sequence[Word], at: int) -> bool:
    """Whether a comma parts a clause from the noun that it stands behind."""
    first = min(w.start for i, w in enumerate(words) if _under(i, at, words))
    return bool(re.search(r"[,;(-]\s*$", text[head.end : first] or "x"))
