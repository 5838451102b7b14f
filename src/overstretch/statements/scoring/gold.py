"""Hand-marked statements from files: JSON Lines, a simple JSON form, and brat standoff.

JSON (a list) and JSON Lines (one object a line) use: doc; spans [[start, end], ...] or start and end; form; and,
where known, speaker (canonical name), mention, id. `nrsa` is read as "reported". A brat file `NAME.ann` marks the
text `NAME.txt`: entities of a type that begins with Content (or Statement, Quotation), Source (or Speaker) and Cue,
joined by relations or by an event/attribute; an attribute or note `Form` gives the form."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from overstretch.errors import InputError
from overstretch.statements.record import Offsets
from overstretch.statements.scoring.score import FORMS, Gold

ACCEPTED = "Accepted: .jsonl, .json, a brat .ann file, or a folder of .ann files."


def load_gold(path: Path) -> list[Gold]:
    """The statements of a file or folder.

    Raises InputError where it is missing, of an unknown kind, or a line of it cannot be read."""
    if path.is_dir():
        files = sorted(path.glob("*.ann"))
        if not files:
            raise InputError(f"{path}: the folder holds no .ann file. {ACCEPTED}")
        return [entry for file in files for entry in from_brat(file)]
    if not path.is_file():
        raise InputError(f"{path}: there is no such file. {ACCEPTED}")
    if path.suffix == ".ann":
        return from_brat(path)
    if path.suffix not in (".json", ".jsonl"):
        raise InputError(f"{path}: unknown kind of file. {ACCEPTED}")
    text = path.read_text(encoding="utf-8")
    try:
        lines = [line for line in text.split("\n") if line.strip()] if path.suffix == ".jsonl" else []
        rows = [*map(json.loads, lines)] if path.suffix == ".jsonl" else json.loads(text)
        return [_entry(row) for row in (rows["statements"] if isinstance(rows, dict) else rows)]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path}: not in the form that is read ({type(error).__name__}: {error}). {ACCEPTED}"
        ) from error


def _entry(row: dict[str, Any]) -> Gold:
    spans = [(int(a), int(b)) for a, b in row.get("spans") or [(row["start"], row["end"])]]
    speaker: Any = row.get("speaker")
    mention = row.get("mention")
    if isinstance(speaker, dict):
        mention = speaker.get("mention")
        speaker = speaker.get("canonical")
    form = "reported" if row.get("form") == "nrsa" else row.get("form", "indirect")
    if form not in FORMS:
        raise ValueError(f"unknown form '{form}'; known: {', '.join(FORMS)}, nrsa")
    return Gold(str(row["doc"]), form, spans, mention, speaker, str(row.get("id", "")))


_ENTITY = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t(.*)$")
_RELATION = re.compile(r"^R\d+\t\S+ Arg1:(T\d+) Arg2:(T\d+)")
_ATTRIBUTE = re.compile(r"^[AM]\d+\t(\S+) (T\d+)(?: (\S+))?$")
_EVENT = re.compile(r"^E\d+\t(\S+?):(T\d+)((?: \S+?:T\d+)*)")


def from_brat(path: Path) -> list[Gold]:
    """The statements of one brat standoff file.

    Raises InputError where the file holds no entity that marks a content."""
    entities: dict[str, tuple[str, list[Offsets], str]] = {}
    links: list[tuple[str, str]] = []
    forms: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _ENTITY.match(line):
            spans = [(int(a), int(b)) for a, b in (part.split() for part in match.group(3).split(";"))]
            entities[match.group(1)] = (match.group(2).lower(), spans, match.group(4))
        elif match := _RELATION.match(line):
            links.append((match.group(1), match.group(2)))
        elif match := _EVENT.match(line):
            links.extend((match.group(2), part.split(":")[1]) for part in match.group(3).split())
        elif (match := _ATTRIBUTE.match(line)) and (
            match.group(1).lower() == "form" or match.group(1).lower() in FORMS
        ):
            forms[match.group(2)] = (match.group(3) or match.group(1)).lower()
    contents = [key for key, (kind, _, _) in entities.items() if kind.startswith(("content", "statement", "quotation"))]
    if not contents:
        raise InputError(f"{path}: no entity of a type Content, Statement or Quotation. {ACCEPTED}")
    return [_brat_entry(key, entities, links, forms, path) for key in contents]


def _brat_entry(
    key: str,
    entities: dict[str, tuple[str, list[Offsets], str]],
    links: list[tuple[str, str]],
    forms: dict[str, str],
    path: Path,
) -> Gold:
    joined = {a if b == key else b for a, b in links if key in (a, b)}
    joined |= {a if b in joined else b for a, b in links if a in joined or b in joined} - {key}
    sources = [entities[other][2] for other in sorted(joined) if entities[other][0].startswith(("source", "speaker"))]
    form = forms.get(key, "indirect")
    speaker = sources[0] if sources else None
    return Gold(f"{path.stem}.txt", form if form in FORMS else "indirect", entities[key][1], speaker, speaker, key)
