"""Input: a file or folder to a text, with the checks that keep unusable input out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from overstretch.errors import InputError

LIMIT = 1_000_000
ACCEPTED = "Accepted: text in English (UTF-8) of at most 1 MB, as .txt, .md, .html or (with the extra 'pdf') .pdf."

_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "it", "with", "as", "was", "by", "be", "at", "this", "from", "are", "has", "have", "an", "not", "or", "but", "said", "will", "its", "which", "their", "were", "he", "would", "been", "more", "than", "who", "they", "after", "could", "also", "his", "into", "about"]
)
_OTHERS = {
    "German": ["der", "die", "und", "das", "ist", "von", "mit", "den", "dem", "ein", "eine", "nicht", "zu", "im", "auf", "für", "sich", "auch", "als", "werden", "hat", "sind", "wird", "bei", "nach"],
    "French": ["le", "la", "les", "des", "et", "est", "une", "un", "dans", "que", "qui", "pour", "pas", "sur", "du", "par", "au", "avec", "sont", "ce", "plus", "ne", "se", "aux", "cette"],
    "Spanish": ["el", "la", "los", "las", "de", "y", "que", "en", "una", "un", "por", "con", "para", "del", "se", "su", "al", "lo", "como", "más", "es", "son", "pero", "ha", "sus"],
    "Italian": ["il", "la", "di", "che", "e", "un", "una", "per", "con", "del", "della", "le", "gli", "non", "sono", "si", "alla", "nel", "dei", "da", "anche", "ha", "più", "come"],
    "Polish": ["w", "i", "z", "na", "nie", "się", "do", "że", "jest", "to", "od", "przez", "za", "po", "dla", "jak", "oraz", "ale", "który", "są"],
    "Dutch": ["de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "niet", "aan", "door", "ook", "als", "bij", "naar"],
    "Portuguese": ["o", "a", "os", "as", "de", "que", "e", "do", "da", "em", "um", "uma", "para", "com", "não", "por", "mais", "dos", "se", "na", "no", "ao"],
}


@dataclass(frozen=True)
class Text:
    """A text that was taken in, with what its source says about it."""

    name: str
    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    source: str | None = None
    sha256: str | None = None


def decoded(data: bytes, name: str) -> str:
    """The text of some bytes in UTF-8 (UTF-16 with its mark); one character for every undecodable byte.

    Raises InputError where there is nothing, where it is no text, or where it is over 1 MB."""
    if not data.strip():
        raise InputError(f"{name}: the file is empty. {ACCEPTED}")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        text = data.decode("utf-8", errors="replace")
    return checked(text, name)


def checked(text: str, name: str) -> str:
    """A text that is not empty, not binary and not over 1 MB.

    Raises InputError otherwise."""
    if not text.strip():
        raise InputError(f"{name}: there is no text in it. {ACCEPTED}")
    if len(text) > LIMIT:
        raise InputError(f"{name}: {len(text):,} characters of text are more than the limit of {LIMIT:,}. {ACCEPTED}")
    sample = text[:20_000]
    odd = sum(1 for c in sample if c == "\ufffd" or (ord(c) < 32 and c not in "\n\r\t\f\x0b"))
    if odd / len(sample) > 0.1:
        raise InputError(f"{name}: this looks like a binary file, not text. {ACCEPTED}")
    return text


def language_of(text: str) -> str | None:
    """None for English; else the language's name where it is one of a few, or "not English".

    By the share of the commonest short words; too few words to tell count as English only if in Latin letters."""
    words = re.findall(r"[^\W\d_]+", text[:50_000].lower())
    if not words:
        return "not English (no words)"
    latin = sum(1 for word in words if word[0] < "\u0250") / len(words)
    if latin < 0.5:
        return "not English (another script)"
    share = sum(1 for word in words if word in _ENGLISH) / len(words)
    best, other = max(
        ((sum(1 for word in words if word in set(common)) / len(words), name) for name, common in _OTHERS.items())
    )
    if best > share and best > 0.12:
        return other
    if len(words) >= 40 and share < 0.08:
        return "not English"
    return None


def english(text: str, name: str) -> str:
    """The text, if it is in English.

    Raises InputError otherwise."""
    language = language_of(text)
    if language is not None:
        raise InputError(f"{name}: the text seems to be {language}; the reader knows English only. {ACCEPTED}")
    return text


def load_file(path: Path) -> Text:
    """A text file as it is.

    Raises InputError for a missing, unreadable, empty, binary, too large or non-English file."""
    name = path.name
    if not path.exists():
        raise InputError(f"{path}: there is no such file. {ACCEPTED}")
    if not path.is_file():
        raise InputError(f"{path}: this is not a file. {ACCEPTED}")
    try:
        size = path.stat().st_size
        if size > 20 * LIMIT:
            raise InputError(f"{path}: {size:,} bytes are more than a text of {LIMIT:,} characters needs. {ACCEPTED}")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). {ACCEPTED}") from error
    text = english(decoded(data, str(path)), str(path))
    return Text(name, text, source=str(path), sha256=hashlib.sha256(data).hexdigest())
