"""Labelled statements, the reliability of the compiler's confidence on them, and the fit of its weights.

`python tests/claims/calibration.py` prints the table; `--fit` also prints new weights for claims/confidence.py."""

from __future__ import annotations

import itertools
import sys
from datetime import date
from pathlib import Path

import fresh
import numpy as np

from overstretch.claims.compiler import _context, _contexts, compile_one
from overstretch.claims.confidence import SIGNS
from overstretch.statements import Document, language
from overstretch.statements.extract import article_date, extract

DEVSET = Path(__file__).parents[1] / "statements"
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
DAY = date(2025, 7, 3)


def labelled():
    """Every compiled statement with a label: (source, signs, confidence, right); unmapped ones have no signs.

    Only sentences that were not used in building count: those of `fresh_blind.txt` and of the development set."""
    return [*_sentences(), *_devset()]


def _sentences():
    for row in fresh.load("blind"):
        found = row.compiled()
        yield "sentences", found.signs, found.confidence, fresh.is_right(row, found)


def _devset():
    """The statements of the development set that the compiler takes: all right but those in templates_wrong.txt."""
    sys.path.insert(0, str(DEVSET))
    import devset

    lines = (DEVSET / "devset" / "templates_wrong.txt").read_text("utf-8").splitlines()
    wrong = {tuple(part.strip() for part in line.split("|")[:2]) for line in lines if not line.startswith("#")}
    nlp = language.load()[0]
    for part in ("build", "held", "tune"):
        for name, text, _ in devset.load(part):
            day = article_date(text)
            document = Document(name=name, text=text, date=day.isoformat() if day else None)
            for s in extract(text, name, nlp, day):
                found = compile_one(s, _context(s, _contexts([document])), DAY)
                if found.proposition is not None:
                    bad = any(number == name[:2] and s.content.startswith(words) for number, words in wrong)
                    yield part, found.signs, found.confidence, not bad


def reliability(rows, confidences=None):
    """Bin → (number, mean confidence, share right), for the mapped statements."""
    mapped = [(c, right) for _, signs, c, right in rows if signs]
    if confidences is not None:
        mapped = [(c, right) for c, (_, right) in zip(confidences, mapped, strict=True)]
    table = {}
    for low, high in itertools.pairwise(BINS):
        inside = [(c, right) for c, right in mapped if low <= c < high or (high == 1.0 and c == 1.0)]
        if inside:
            table[(low, high)] = (len(inside), np.mean([c for c, _ in inside]), np.mean([r for _, r in inside]))
    return table


def fit(x, y, ridge=0.3):
    """Weights and bias of a ridge logistic regression, by Newton's method; the bias is not shrunk."""
    a = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(a.shape[1])
    penalty = np.diag([ridge] * x.shape[1] + [0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        step = np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + penalty, a.T @ (p - y) + penalty @ w)
        w -= step
    return w


def left_out(x, y, ridge=0.3):
    """Each statement's confidence by weights fitted on all others."""
    found = []
    for i in range(len(x)):
        keep = np.arange(len(x)) != i
        found.append(1 / (1 + np.exp(-np.append(x[i], 1.0) @ fit(x[keep], y[keep], ridge))))
    return np.array(found)


def as_arrays(rows):
    mapped = [(signs, right) for _, signs, _, right in rows if signs]
    return np.array([[s[name] for name in SIGNS] for s, _ in mapped]), np.array([float(r) for _, r in mapped])


def show(table):
    for (low, high), (number, mean, share) in table.items():
        print(f"| {low:.2f}-{high:.2f} | {number} | {mean:.2f} | {share:.2f} |")


if __name__ == "__main__":
    rows = list(labelled())
    x, y = as_arrays(rows)
    show(reliability(rows))
    print(
        "Brier score",
        round(float(np.mean((np.array([c for _, s, c, _ in rows if s]) - y) ** 2)), 4),
        "of",
        len(y),
        "right",
        y.mean().round(3),
    )
    if "--fit" in sys.argv:
        w = fit(x, y)
        print(dict(zip(SIGNS, w[:-1].round(2).tolist(), strict=True)), "bias", round(float(w[-1]), 2))
        out = left_out(x, y)
        print(
            "left out: Brier",
            round(float(np.mean((out - y) ** 2)), 4),
            "against",
            round(float(np.mean((y.mean() - y) ** 2)), 4),
        )
        show(reliability(rows, out))
