"""Recall and precision of statement spans, and accuracy of speakers, on articles whose statements are labelled.

    python tools/score_statements.py LABELS... --folder ARTICLES --only 01,04,05 [--show]

A label is found where a statement holds half of it or it holds half of a statement; a statement is right where that is
so of some label. Precision counts only articles marked "complete". Journalists' questions are labelled but are no
statements: recall is given with them and without. Speakers are right where the last word of the label's name stands in
the statement's; one that the label knows nothing of is invented."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from overstretch.statements import Statement, read

COLUMNS = ("labels", "found", "asserted", "found_asserted", "testable", "found_testable", "given", "right", "named", "named_right", "invented")  # fmt: skip


def touches(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether one span holds half of the other."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared >= 0.5 * min(a[1] - a[0], b[1] - b[0])


def hull(statement: Statement) -> list[tuple[int, int]]:
    """The pieces of a content, and the whole from the first to the last."""
    return [*statement.spans, (statement.spans[0][0], statement.spans[-1][1])]


def counted(labels: list[dict], found: list[Statement], text: str, show: bool) -> dict[str, int]:
    """The counts of one article."""
    n = dict.fromkeys(COLUMNS, 0)
    spans = [(text.index(row["text"]), text.index(row["text"]) + len(row["text"])) for row in labels]
    for row, span in zip(labels, spans, strict=True):
        hits = [s for s in found if any(touches(span, own) for own in hull(s))]
        asserted = row.get("why_not") not in ("question", "topic")
        for name, counts in (("labels", True), ("asserted", asserted), ("testable", row["testable"])):
            n[name] += counts
            n["found" if name == "labels" else f"found_{name}"] += bool(counts and hits)
        best = max(hits, key=lambda s: max(min(b, span[1]) - max(a, span[0]) for a, b in hull(s)), default=None)
        speaker = best.speaker.canonical if best is not None and best.speaker else None
        if best is not None and row["speaker"]:
            n["named"] += speaker is not None
            right = speaker is not None and _same(row["speaker"], f"{speaker} {best.speaker.mention}" if best.speaker else "")  # fmt: skip
            n["named_right"] += right
            if show and not right:
                print(f"  speaker {row['id']}: {speaker!r}, not {row['speaker']!r}: {row['text'][:60]!r}")
        elif speaker is not None and not row.get("speaker_span"):
            n["invented"] += 1
            print(f"  invented {row['id']}: {speaker!r}: {row['text'][:60]!r}")
        if show and not hits:
            print(f"  missed {row['id']} ({row.get('why_not') or 'testable'}): {row['text'][:110]!r}")
    if all(row.get("complete") for row in labels):
        for s in found:
            right = any(touches(span, own) for span in spans for own in hull(s))
            n["given"] += 1
            n["right"] += right
            if show and not right:
                print(f"  extra {s.form}: {s.speaker.canonical if s.speaker else None!r}: {s.content[:110]!r}")
    return n


def _same(label: str, name: str) -> bool:
    names = [word[:5] for word in label.split() if word[0].isupper()] or [label.split()[-1]]
    return label.split()[-1].lower() in name.lower() or names[0].lower() in name.lower()


def share(k: int, n: int) -> str:
    """ "9/10 0.90" or a dash."""
    return f"{k}/{n} {k / n:.2f}" if n else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--only", required=True, help="article numbers, parted by commas")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was extra")
    options = parser.parse_args()
    wanted = {f"{number}.txt" for number in options.only.split(",")}
    by_article: dict[str, list[dict]] = defaultdict(list)
    for path in options.labels:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["article"] in wanted:
                by_article[row["article"]].append(row)
    sums: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(COLUMNS, 0))
    for name in sorted(by_article):
        reading = read([options.folder / name])
        document = reading.documents[0]
        kind = getattr(document, "format", None) or "unknown"
        print(f"{name}: {kind}, {document.date}, {len(reading.statements)} statements")
        live = [s for s in reading.statements if s.duplicate_of is None]
        for key, value in counted(by_article[name], live, document.text, options.show).items():
            for group in (kind, "all"):
                sums[group][key] += value
    print(f"{'format':18} {'recall':12} {'no questions':12} {'testable':12} {'precision':12} {'speaker':12} invented")
    for group, n in sums.items():
        parts = [("found", "labels"), ("found_asserted", "asserted"), ("found_testable", "testable"), ("right", "given"), ("named_right", "named")]  # fmt: skip
        print(f"{group:18}", *(f"{share(n[k], n[m]):12}" for k, m in parts), n["invented"])


if __name__ == "__main__":
    main()
