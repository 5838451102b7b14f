"""The words of `words.toml` as patterns, compiled once, and a search that returns mentions with their places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache, lru_cache

from overstretch import shipped

SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\n": " ", "\u2011": "-", "\u2212": "-"}
)
_VOWELS = "aeiou"
LATELY_READ = 4096  # texts and parts of them whose mentions are kept: a sentence is read part by part


@dataclass
class Mention:
    """Words of the text that name `kind`; `part` is what of the question they became, empty while unplaced."""

    kind: str
    start: int
    end: int
    text: str
    value: object = None
    part: str = field(default="", compare=False)

    @property
    def code(self) -> str:
        """Of a party, or of a group."""
        return str(self.value)

    def within(self, start: int, end: int) -> bool:
        return start <= self.start and self.end <= end

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def plain(text: str) -> str:
    """The text with straight quotes, hyphens and spaces, character for character, so that offsets stay valid."""
    return _US_DOLLARS.sub(lambda m: f"${m['n']}".ljust(len(m.group())), text.translate(SAME_LENGTH))


_US_DOLLARS = re.compile(  # no party: "above US$1.5 trillion"
    r"\bUS\$(?P<n>\d(?:[\d.,]*\d)?(?: ?(?:trillion|billion|million|trn|tn|bn|m|b)\b)?)"
)


def small(text: str) -> str:
    """The text in lower case, character for character: such patterns are searched twice as fast as without case."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@cache
def _file() -> dict[str, dict]:
    text = shipped.text("claims/reader", "words.toml")
    lists = {name: shipped.joined(words) for name, words in tomllib.loads(text)["list"].items()}
    held = tomllib.loads(re.sub(r"\$(\w+)", lambda m: lists[m[1]], text))
    return {
        section: {
            kind: [shipped.joined(p) for p in row] if isinstance(row, list) else row for kind, row in rows.items()
        }
        for section, rows in held.items()
    }


def inflected(lemma: str) -> list[str]:
    """A verb's or noun's usual forms; irregular ones from the table."""
    forms = [lemma, *(_file()["irregular"].get(lemma, "").split())]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        forms += [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    elif re.search(r"(?:s|x|z|ch|sh)$", lemma):
        forms += [lemma + "es", lemma + "ed", lemma + "ing"]
    else:
        forms += [lemma + "s", stem + "ed", stem + "ing"]
    return list(dict.fromkeys(forms))


def _word(word: str) -> str:
    """One word of a phrase as a pattern: 'a|b', '~a', 'a*', '_', 'a+b' for a choice of two words."""
    found = []
    for choice in word.split("|"):
        if "+" in choice:
            found.append(r"[\s-]+".join(_word(one) for one in choice.split("+")))
        elif choice == "_":
            found.append(r"[\w'.%-]+")
        elif choice.startswith("~"):
            found += [re.escape(form) for form in inflected(choice[1:])]
        elif choice.endswith("*"):
            found.append(re.escape(choice[:-1]) + r"\w*")
        else:
            found.append(re.escape(choice))
    return f"(?:{'|'.join(sorted(found, key=len, reverse=True))})"


# Auxiliaries, adverbs and frames that may stand between a subject and its verb; negation and modality among them are
# read elsewhere.
_AUX = (
    r"(?:[\s-]*(?:'s|'re|'ll|'ve)|[\s-]+(?:will|would|wo|shall|could|may|might|can|ca|cannot|is|are|was|were|be|been|"
    r"being|has|have|had|having|does|do|did|not|never|to|going|gonna|set|due|likely|unlikely|expected|bound|sure|"
    r"certain|about|well|still|also|even|just|now|soon|finally|probably|hardly|surely|simply|yet|all|indeed|really|"
    r"ever|only|already|definitely|certainly|formally|effectively)(?:n't)?)*"
)


def phrase_pattern(phrase: str) -> str:
    """A phrase as a pattern; words in brackets may be missing."""
    pieces = re.findall(r"\([^)]*\)|\S+", phrase)
    pattern, need_gap = "", False
    for piece in pieces:
        if piece == "<aux>":
            pattern += _AUX
            continue
        optional = piece.startswith("(")
        word = r"[\s-]+".join(_word(w) for w in piece.strip("()").split())
        if optional:
            pattern += rf"(?:[\s-]+{word})?" if need_gap else rf"(?:{word}[\s-]+)?"
        else:
            pattern += (r"[\s\"'-]+" if need_gap else "") + word
            need_gap = True
    return pattern


@cache
def patterns(section: str) -> dict[str, re.Pattern[str]]:
    """Kind → one pattern of all its phrases, in a section of words.toml, for a text in `small` letters; longest first."""
    return {
        kind: re.compile(
            rf"(?<![\w-])(?:{'|'.join(phrase_pattern(p.lower()) for p in sorted(phrases, key=len, reverse=True))})(?![\w-])"
        )
        for kind, phrases in _file()[section].items()
        if isinstance(phrases, list) and phrases
    }


def phrases(section: str, kind: str) -> list[str]:
    """The phrases of a kind, as they stand in the table."""
    return list(_file()[section][kind])


def forms(words: str) -> frozenset[str]:
    """The words of a row, those behind "~" in any inflection."""
    return frozenset(
        form for word in words.split() for form in (inflected(word[1:]) if word.startswith("~") else [word])
    )


@cache
def neutral() -> frozenset[str]:
    """Words that bear on no part of a question."""
    return forms(_file()["neutral"]["words"])


def not_saying() -> frozenset[str]:
    """Verbs that do not make a stretch a report by themselves."""
    return forms(_file()["not_saying"]["words"])


def find(text: str, section: str, kinds: tuple[str, ...] | None = None) -> list[Mention]:
    """All mentions of a section's kinds, in order; those of one kind don't overlap, those of several may."""
    return [Mention(kind, start, end, text[start:end]) for kind, start, end in _places(text, section, kinds)]


@lru_cache(LATELY_READ)
def _places(text: str, section: str, kinds: tuple[str, ...] | None) -> tuple[tuple[str, int, int], ...]:
    table, low = patterns(section), small(text)
    found = [(kind, *m.span()) for kind in (kinds or tuple(table)) for m in table[kind].finditer(low) if m.group()]
    return tuple(sorted(found, key=lambda one: (one[1], -one[2])))
