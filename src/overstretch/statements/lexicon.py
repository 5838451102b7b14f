"""The word lists of the reader, held as data (see the folder `data`) and loaded once."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files

DATA = files("overstretch.statements") / "data"


@dataclass(frozen=True)
class Cue:
    """What a reporting word does: force, the ways in which its content is built, and what may be its subject."""

    lemma: str
    force: str
    frames: frozenset[str]
    modality: str | None
    subject: str
    force_of_frame: dict[str, str] = field(default_factory=dict)
    modality_of_frame: dict[str, str | None] = field(default_factory=dict)
    subject_of_frame: dict[str, str] = field(default_factory=dict)


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
        subject = group.get("subject", "any")
        frames, force, modality = frozenset(group["frames"]), group["force"], group.get("modality")
        forces, modalities = dict.fromkeys(frames, force), dict.fromkeys(frames, modality)
        subjects = dict.fromkeys(frames, subject)
        for lemma in group["lemmas"].split():
            if (first := cues.get(lemma)) is None:
                cues[lemma] = Cue(lemma, force, frames, modality, subject, forces, modalities, subjects)
                continue
            cues[lemma] = replace(  # what the first group says of a frame holds
                first,
                frames=frames | first.frames,
                force_of_frame=forces | first.force_of_frame,
                modality_of_frame=modalities | first.modality_of_frame,
                subject_of_frame=subjects | first.subject_of_frame,
            )
    return cues


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word lists, read once."""
    verbs, nouns, speakers = table("verbs.toml"), table("nouns.toml"), table("speakers.toml")
    plain = [group for group in verbs["group"] if "particle" not in group]
    phrasal = {
        (cue.lemma, group["particle"]): cue
        for group in verbs["group"]
        if "particle" in group
        for cue in _merge([group]).values()
    }
    kinds = {
        kind: frozenset(speakers[kind].split())
        for kind in ("person", "organisation", "document", "commitment", "never", "titles")
    }
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
