"""Recall and precision of statements, and accuracy of their speakers, on articles whose statements are labelled.

    python tools/score_statements.py LABELS... --folder ARTICLES [--only 01,04 | --without 01,04] [--show]

LABELS are JSON Lines with article, text, speaker (null: the narrator's), speaker_span, testable, why_not, complete. A
label is found where a statement holds half of it or it holds half of a statement; a statement is right where that is so
of some label. Precision counts only articles marked "complete". Journalists' questions and bare topics are labelled but
are no statements: recall is given without them, and with. A speaker is right where the last word of the label's name,
or its first name, stands in the statement's name or mention; "named" leaves out statements without a speaker. One given
where the label names none is invented and is listed. By format as the reader takes it, with Wilson's 95% interval."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from math import sqrt
from pathlib import Path

from overstretch.statements import Statement, read

SHARES = {
    "recall": ("found", "asserted"),
    "with questions": ("found_all", "labels"),
    "testable": ("found_testable", "testable"),
    "precision": ("right", "given"),
    "speaker named": ("speaker_right", "speaker_named"),
    "of all": ("speaker_right", "speaker_wanted"),
    "invented": ("invented", "attributed"),
}


def touches(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether one span holds half of the other."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared >= 0.5 * min(a[1] - a[0], b[1] - b[0])


def hull(statement: Statement) -> list[tuple[int, int]]:
    """The pieces of a content, and the whole from the first to the last."""
    return [*statement.spans, (statement.spans[0][0], statement.spans[-1][1])]


def _place(words: str, text: str) -> tuple[int, int]:
    """Where a label's words stand, whatever blanks and quotation marks the source has; an empty span where nowhere."""
    tokens = [re.escape(token).replace('"', ".").replace("'", ".") for token in re.sub("[“”‘’]", "'", words).split()]
    found = re.search(r"\s+".join(tokens), text)
    return found.span() if found else (0, 0)


def counted(labels: list[dict], found: list[Statement], text: str, show: bool) -> Counter[str]:
    """The counts of one article; a label may bring its `span`, else its text is looked for."""
    n: Counter[str] = Counter()
    spans = [tuple(row.get("span") or _place(row["text"], text)) for row in labels]
    for row, span in zip(labels, spans, strict=True):
        hits = [s for s in found if any(touches(span, own) for own in hull(s))]
        asserted = row.get("why_not") not in ("question", "topic")
        for whole, part, counts in (
            ("labels", "found_all", True),
            ("asserted", "found", asserted),
            ("testable", "found_testable", row["testable"]),
        ):
            n[whole] += counts
            n[part] += bool(counts and hits)
        if hits:
            best = max(hits, key=lambda s: max(min(b, span[1]) - max(a, span[0]) for a, b in hull(s)))
            n.update(_speaker(row, best, show))
        elif show:
            print(f"  missed {_of(row)} ({row.get('why_not') or 'testable'}): {row['text'][:110]!r}")
    if all(row.get("complete") for row in labels):
        for s in found:
            right = any(touches(span, own) for span in spans for own in hull(s))
            n["given"] += 1
            n["right"] += right
            if show and not right:
                print(f"  extra {s.form}: {s.speaker.canonical if s.speaker else None!r}: {s.content[:110]!r}")
    return n


def _of(row: dict) -> str:
    """What a label is called: by its id, else by its article."""
    return row.get("id") or row["article"]


def _speaker(row: dict, best: Statement, show: bool) -> Counter[str]:
    named = f"{best.speaker.canonical} {best.speaker.mention}" if best.speaker else None
    invented = bool(named and not row["speaker"] and not row.get("speaker_span"))
    right = bool(named and row["speaker"] and _same(row["speaker"], named))
    if invented or (show and row["speaker"] and not right):
        print(
            f"  {'invented' if invented else 'speaker'} {_of(row)}: {named!r}, not {row['speaker']!r}: "
            f"{row['text'][:60]!r}"
        )
    wanted = bool(row["speaker"])
    return Counter(
        attributed=bool(named),
        invented=invented,
        speaker_right=right,
        speaker_wanted=wanted,
        speaker_named=bool(named) and wanted,
    )


def _same(label: str, name: str) -> bool:
    names = [word[:5] for word in label.split() if word[0].isupper()] or [label.split()[-1]]
    return label.split()[-1].lower() in name.lower() or names[0].lower() in name.lower()


def share(k: int, n: int) -> str:
    """ "9/10 0.90 (60-98)", the interval in percent; or a dash."""
    if not n:
        return "-"
    z = 1.96
    middle, half = (k / n + z * z / (2 * n)), z * sqrt(k / n * (1 - k / n) / n + z * z / (4 * n * n))
    low, high = (abs(middle + sign * half) / (1 + z * z / n) for sign in (-1, 1))
    return f"{k}/{n} {k / n:.2f} ({100 * low:.0f}-{100 * high:.0f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--only", default="", help="article numbers, parted by commas")
    parser.add_argument("--without", default="", help="article numbers to leave out")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was extra")
    options = parser.parse_args()
    only, without = ({f"{n}.txt" for n in text.split(",") if n} for text in (options.only, options.without))
    by_article: dict[str, list[dict]] = defaultdict(list)
    for path in options.labels:
        for row in map(json.loads, filter(None, path.read_text(encoding="utf-8").splitlines())):
            if row["article"] not in without and (not only or row["article"] in only):
                by_article[row["article"]].append(row)
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for name in sorted(by_article):
        reading = read([options.folder / name])
        document = reading.documents[0]
        print(f"{name}: {document.format}, {document.date}, {len(reading.statements)} statements")
        live = [s for s in reading.statements if s.duplicate_of is None]
        counts = counted(by_article[name], live, document.text, options.show)
        for group in (document.format or "unknown", "all"):
            sums[group].update(counts)
    print(f"{'format':18}" + "".join(f"{title:24}" for title in SHARES))
    for group, n in sums.items():
        print(f"{group:18}" + "".join(f"{share(n[k], n[m]):24}" for k, m in SHARES.values()))


if __name__ == "__main__":
    main()
