"""The parse of a sentence: its words, each with the one that it depends on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from overstretch.statements.reading.worker import job_of, worker
from overstretch.statements.syntax import language


@dataclass(frozen=True)
class Word:
    """A word's place in the text (code points), the number of the word that it depends on, how (Universal-style
    relation of spaCy's English models), and its part of speech."""

    start: int
    end: int
    head: int
    relation: str
    kind: str


@lru_cache(maxsize=4096)
def parsed(text: str, model: str = language.MODEL) -> tuple[Word, ...]:
    """The words of a text in order, parsed in the worker that reads untrusted texts.

    Raises InputError where the parser can't be loaded, ends or takes too long."""
    job = job_of(text.encode("utf-8", "replace"), "sentence", "parsed", "sentence", None)
    return tuple(Word(*one) for one in worker(model).ask(job, "sentence")["words"])
