"""A statement once more without what stands around its claim, where that alone kept it from being read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from overstretch.claims.reader.around import Around
from overstretch.claims.reader.bearing.cause_names import names_a_cause
from overstretch.claims.reader.clauses.claim_words import AT_A_PRICE
from overstretch.claims.reader.draft import Unread
from overstretch.claims.reader.framings import by_row
from overstretch.claims.reader.framings.surroundings import denied_as, said_between, without_surroundings
from overstretch.claims.reader.moments.earliest import not_before
from overstretch.claims.reader.stance.constructions import another_claim
from overstretch.claims.reader.stance.taken_back import not_taken_back, sentence_to_its_end
from overstretch.claims.reader.vocabulary import plain
from overstretch.questions.text import parse
from overstretch.statements.record import Proposition, Read, Statement

ASIDE = "bears on nothing"
_MAY_BE = (  # reasons of a refusal that words around a claim may have given
    "could not place",
    "it names several moments",
    "it is about something else than the field holds",
    "it does not say",
    "it says where its cause leads",
    "it names no quantity",
)


_MOVED_BY = re.compile(r"\W*(?:[\w-]+ed|driven|fed|hit|hurt|led|torn|sped) (?:up |on |back |down )?by\b", re.I)
_OF_ARMS = re.compile(r"\b(?:defen[cs]e|military|arms|weapons|re-?arm\w*|oil|sanctions)\b", re.I)
_TAKES_BACK = re.compile(  # what was said is taken back, or is of one scenario
    r"\b(?:optimistic|pessimistic|adverse|(?:best|worst)-case|gloomiest|rosiest|stress(?:ed)?|retract\w*|"
    r"back-?track\w*|backpedal\w*|back-pedal\w*|recant\w*|silent|mum|tight-lipped|disown\w*|abandon\w*|shelv\w*|"
    r"scrap(?:s|ped|ping)?|withdr[ae]w\w*|reconsider\w*|reverse[sd]?|cancel\w*|apart|excluded|excepted|in this case|"
    r"to be precise|that is to say|at odds|contradict\w*|at variance|does not deny|did not deny|do not deny)\b",
    re.I,
)
_ONCE = re.compile(r"\b(?:would|could) (?:once |never )?have (?:been|seemed|sounded|looked|struck|raised|made)\b", re.I)


@dataclass(frozen=True)
class Bare:
    """A statement whose sentence is told without some stretches, what surrounds it then, and those stretches."""

    statement: Statement
    around: Around
    left: tuple[str, ...]
    whole: str  # the sentence as it is

    def standing(self, made: Sequence[Proposition]) -> list[Proposition]:
        """The propositions, the first with what was left out as set aside; none where the whole sentence makes another
        claim of them."""
        try:
            for question in (parse(one.question) for one in made):
                another_claim(question, _ONCE.sub(" ", not_before(self.whole)), "text", held=True)
                not_taken_back(question, self.whole)
                for words in self.left:
                    another_claim(question, _ONCE.sub(" ", words), "text")
                    another_claim(question, words, "claim")
        except Unread:
            return []
        aside = [*made[0].set_aside, *(Read(part=ASIDE, text=words) for words in self.left)] if made else []
        return [made[0].model_copy(update={"set_aside": aside}), *made[1:]] if made else []


def laid_bare(statement: Statement, around: Around, reason: str | None) -> Bare | None:
    """The statement without what surrounds its claim; None where nothing does, or the refusal is of the claim."""
    if reason is None or not reason.startswith(_MAY_BE) or not around.alone:
        return None
    start, end = _sentence(statement, around)
    told, left = without_surroundings(plain(around.whole[start:end]))
    if any(
        _TAKES_BACK.search(words)
        or AT_A_PRICE.match(words.strip(" ,"))
        or (_MOVED_BY.match(words) and (names_a_cause(words) or _OF_ARMS.search(words)))
        for words in left
    ):
        return None
    if not left or (statement.force == "deny" and not _UNDENIED.search(left[0])):
        return None
    return _told(statement, around, told, left)


_UNDENIED = re.compile(
    r"^(?:fewer and fewer|ever fewer)\b|\b(?:no longer \w+ to|do(?:es)? not) (?:deny|dispute|hide|doubt|conceal|"
    r"contest|question)\b",
    re.I,
)


def joined(statement: Statement, around: Around) -> Bare | None:
    """The statement with the frame that a report parts: "There is no chance, | say diplomats, | that Estonia will"."""
    start, end = _sentence(statement, around)
    whole = plain(around.whole[start:end])
    made = said_between(whole)
    if made is not None and by_row(made[0]) is None:
        made = None
    made = made or denied_as(whole)
    held = made is not None and len(statement.content) * 2 >= len(made[0]) - len(made[1])
    if made is None or not held or statement.force == "deny":
        return None
    return _told(statement, around, made[0], [made[1]])


def _sentence(statement: Statement, around: Around) -> tuple[int, int]:
    """Where the whole sentence of a statement stands; nowhere where that is not known."""
    start, end = statement.sentence or (0, 0)
    spans = statement.spans or [(0, 0)]
    return (start, end) if 0 <= start <= spans[0][0] < spans[-1][1] <= end <= len(around.whole) else (0, 0)


def _told(statement: Statement, around: Around, told: str, left: list[str]) -> Bare:
    start, end = _sentence(statement, around)
    sentence = plain(sentence_to_its_end(around.whole, start, end))
    told = told[0].upper() + told[1:]
    whole, place = around.whole[:start] + told + around.whole[end:], (start, start + len(told))
    modality = statement.modality if statement.modality in ("could", "may", "should") else "is"
    own = {"content": told, "spans": [place], "sentence": place, "form": "direct", "force": "assert", "cue": None}
    own |= {"modality": "will" if " will " in told and modality == "is" else modality}
    before = around.before if statement.sentence is None else whole[:start]
    return Bare(statement.model_copy(update=own), replace(around, whole=whole, before=before), tuple(left), sentence)
