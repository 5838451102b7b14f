"""The word lists of the reader, held as data (see the folder `data`) and loaded once."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import KeysView
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files

DATA = files("overstretch.statements") / "data"
AGENCIES = "Reuters|AP|AFP|dpa|DPA|PAP|Interfax|Bloomberg|Xinhua|ANSA"  # as they stand in brackets in a dateline


@dataclass(frozen=True)
class Use:
    """What a reporting word does, and what may be its subject."""

    force: str
    modality: str | None = None
    subject: str = "any"


@dataclass(frozen=True)
class Cue(Use):
    """A reporting word in its first use, and what it does in each of the ways (frames) in which its content is
    built."""

    lemma: str = ""
    of_frame: dict[str, Use] = field(default_factory=dict)

    @property
    def frames(self) -> KeysView[str]:
        return self.of_frame.keys()

    def within(self, frame: str) -> Use:
        """What it does in a frame."""
        return self.of_frame.get(frame, self)


@dataclass(frozen=True)
class Lexicon:
    """All word lists: cues (verbs, nouns, light verbs) and kinds of nouns that can speak."""

    verbs: dict[str, Cue]
    particle_verbs: dict[tuple[str, str], Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    light: frozenset[str]
    person: frozenset[str]
    organisation: frozenset[str]
    document: frozenset[str]
    commitment: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the folder `data`, read once."""
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


def table(name: str) -> dict:
    """A TOML file of the folder `data`."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _merge(groups: list[dict]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for group in groups:
        use = (group["force"], group.get("modality"), group.get("subject", "any"))
        frames = dict.fromkeys(group["frames"], Use(*use))
        for lemma in group["lemmas"].split():
            first = cues.get(lemma) or Cue(*use, lemma)
            cues[lemma] = replace(first, of_frame=frames | first.of_frame)  # what the first group says of a frame holds
    return cues


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word lists, read once."""
    verbs, nouns, speakers = table("verbs.toml"), table("nouns.toml"), table("speakers.toml")
    plain = [group for group in verbs["group"] if "particle" not in group]
    phrasal = {
        (lemma, group["particle"]): cue
        for group in verbs["group"]
        if "particle" in group
        for lemma, cue in _merge([group]).items()
    }
    kinds = {kind: frozenset(words.split()) for kind, words in speakers.items()}
    adjectives = _merge([{**group, "frames": ["that"]} for group in table("adjectives.toml")["group"]])
    return Lexicon(
        _merge(plain), phrasal, _merge(nouns["group"]), adjectives, frozenset(nouns["light"]["lemmas"].split()), **kinds
    )


@cache
def wordset(rule: str) -> frozenset[str]:
    """The words that a rule looks for, by "module.rule" of `data/words.toml`."""
    module, name = rule.split(".")
    return frozenset(_words()[module][name].split())


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    return table("words.toml")
