"""Text out of Markdown, HTML and PDF, with title, date, outlet and author where the source states them."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise

from overstretch.errors import InputError
from overstretch.statements.lexicon import AGENCIES
from overstretch.statements.sources.encoding import encoding_of
from overstretch.statements.sources.files import Text, checked, decoded, english

EXTRA = "Install the extra for it: pip install '.[articles]' in a checkout."
DEEPEST = 500
NO_ARTICLE = (".json", ".jsonl", ".csv", ".toml", ".yaml", ".yml", ".nc", ".zip", ".xlsx", ".docx", ".png", ".jpg")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s")
_OUTLET_LINE = re.compile(rf"^[^\n]{{0,120}}?(?:\((?P<round>{AGENCIES})\)|/(?P<slash>TASS|ITAR-TASS)/)", re.MULTILINE)


def suffix_kind(name: str, data: bytes) -> str:
    """text, markdown, html or pdf: by the file's name, else by its first bytes. Raises InputError for a file of
    data."""
    low = name.lower()
    if low.endswith(NO_ARTICLE):
        raise InputError(f"{name}: not an article; accepted: text, Markdown, HTML and PDF")
    if low.endswith((".html", ".htm", ".xhtml")) or re.match(
        rb"\s*(?:<!doctype html|<html)", data[:200], re.IGNORECASE
    ):
        return "html"
    if low.endswith(".pdf") or data[:5] == b"%PDF-":
        return "pdf"
    return "markdown" if low.endswith((".md", ".markdown")) else "text"


def taken(data: bytes, label: str, kind: str) -> Text:
    """The text of some bytes of a kind; `label` names the input in messages.

    Raises InputError for what cannot be read, is empty, too large or not English."""
    if kind in ("html", "pdf"):
        found = (from_html if kind == "html" else from_pdf)(data, label)
    else:
        found = (from_markdown if kind == "markdown" else Text)(decoded(data, label))
    english(checked(found.text, label), label)
    if found.outlet is None and (line := _OUTLET_LINE.search(found.text[:600])):
        found = replace(found, outlet=line["round"] or line["slash"])
    coded = encoding_of(data) if kind in ("text", "markdown") else "utf-8"
    return replace(found, encoding=None if coded.startswith("utf-8") else coded)


def from_markdown(text: str) -> Text:
    """Markdown without its marks; title and date from the front matter."""
    meta: dict[str, str] = {}
    if front := re.match(r"---\n(.*?)\n---\n", text, re.DOTALL):
        pairs = re.findall(r"^(\w+):\s*(.+)$", front.group(1), re.MULTILINE)
        meta = {key.lower(): value.strip(" \"'") for key, value in pairs}
        text = text[front.end() :]
    text = re.sub(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)", "", text)
    text = re.sub(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)", r"\1", text)
    text = re.sub(r"^#{1,6}\s+", "", text, flags=re.MULTILINE)
    # a line that is bold as a whole keeps its marks: so interviews print their questions
    text = re.sub(
        r"(?<!\w)(?!^\*\*[^*\n]+\*\*$)(\*\*|__|\*|_)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?!\w)",
        r"\2",
        text,
        flags=re.MULTILINE,
    )
    when = re.match(r"\d{4}-\d{2}-\d{2}", meta.get("date", ""))
    return Text(text, meta.get("title"), when.group() if when else None, meta.get("outlet"), meta.get("author"))


def from_html(data: bytes, label: str) -> Text:
    """The main text of a page.

    Raises InputError where the extra is missing, the page is nested absurdly deep, or no text is found."""
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(f"{label}: reading HTML needs trafilatura. {EXTRA}") from error
    if _depth(data) > DEEPEST:
        raise InputError(f"{label}: the page nests more than {DEEPEST} elements. Accepted: ordinary article pages.")
    page = trafilatura.bare_extraction(
        data.decode("utf-8", errors="replace"), include_comments=False, include_tables=False, with_metadata=True
    )
    fields: dict[str, str | None] = page if isinstance(page, dict) else page.as_dict() if page is not None else {}
    text = fields.get("text") or ""
    if not text.strip():
        raise InputError(f"{label}: no article text was found in the page.")
    title = fields.get("title")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Text(text, title, fields.get("date"), fields.get("sitename"), fields.get("author"))


def _depth(data: bytes) -> int:
    """The greatest count of elements open at one time, by a plain count of tags."""
    depth = deepest = 0
    for match in re.finditer(rb"<(/?)([a-zA-Z][\w-]{0,30})", data):
        if match.group(2).lower() in (b"br", b"img", b"meta", b"link", b"input", b"hr", b"source", b"p", b"li"):
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def from_pdf(data: bytes, label: str) -> Text:
    """The text of a PDF, its lines joined to paragraphs.

    Raises InputError where the extra is missing or the file is broken, locked or holds no text."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise InputError(f"{label}: reading PDF needs pypdf. {EXTRA}") from error
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        if locked:
            raise InputError(f"{label}: the PDF is locked with a password. Accepted: PDF files that open without one.")
        pages = [page.extract_text() or "" for page in reader.pages[:200]]
        title = reader.metadata.title if reader.metadata else None
    except InputError:
        raise
    except Exception as error:  # the library raises many kinds of errors for broken files
        raise InputError(f"{label}: the PDF cannot be read ({type(error).__name__}).") from error
    text = "\n\n".join(_flowing(re.sub(r"(?<=\w)-\n(?=[a-z])", "", page)) for page in pages)
    if not text.strip():
        raise InputError(f"{label}: the PDF holds no text (it may be a scan). Accepted: PDF files with a text layer.")
    return Text(text, title or None)


def _flowing(page: str) -> str:
    """A page's lines joined to paragraphs: a line goes on where it is nearly full, or where the next one begins
    small."""
    lines = [line.strip() for line in page.splitlines()]
    full = max((len(line) for line in sorted(lines, key=len)[: max(1, len(lines) * 9 // 10)]), default=0)
    parts: list[str] = []
    for before, line in pairwise(["", *lines]):
        ended = re.search(r"[.!?:][\"”’')\]]*$", before) is not None
        near = len(before) >= (0.85 if ended else 0.7) * full
        goes_on = before and line and ((near and not _ITEM.match(line)) or (line[0].islower() and not ended))
        if goes_on and parts:
            parts[-1] += " " + line
        elif line:
            parts.append(line)
    return "\n\n".join(parts)
