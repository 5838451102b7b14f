"""The encoding of a text file: by its mark, else UTF-8, else the old encoding whose characters fit English text
best."""

from __future__ import annotations

import re

from overstretch.statements.lexicon import wordset

OLD = wordset("encoding.old")
_OPENS, _CLOSES = r"(?:(?<=[\s(\[])|^)[“‘„](?=\w)", r"(?<=[\w.,!?…%])[”’](?=[\s.,;:!?)]|$)"
_FITS = re.compile(
    rf"{_OPENS}|{_CLOSES}|(?<=\w)’(?=[a-z])|(?<=\s)[–—](?=\s)|(?<=\d)–(?=\d)|[€£](?=\d)|(?<=\d)[½¼¾°]"
    r"|(?<=[a-z])[à-öø-ÿšžłńćęąőű]|…|•(?= )",
    re.MULTILINE,
)


def encoding_of(data: bytes) -> str:
    """The name of the encoding of some bytes, as Python calls it."""
    marks = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    for mark, name in marks.items():
        if data.startswith(mark):
            return name
    head = data[:200_000]
    halves = [head[start::2].count(0) for start in (0, 1)]
    if max(halves) > 0.4 * len(head) / 2 and min(halves) < 0.05 * len(head):
        return "utf-16-be" if halves[0] > halves[1] else "utf-16-le"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    return "utf-8" if _mostly_utf8(head) else max(OLD, key=lambda name: _fit(head, name))


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes: more whole sequences than faults."""
    text = data.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    return sum(ord(character) > 127 for character in text) - faults > faults


def _fit(data: bytes, name: str) -> float:
    """How well the characters beyond ASCII stand where English text has them."""
    text = data.decode(name, errors="replace")
    odd = sum(ord(character) > 127 for character in text)
    broken = sum(character == "\ufffd" or 127 < ord(character) < 160 for character in text)
    return (sum(1 for _ in _FITS.finditer(text)) - broken) / max(1, odd)
