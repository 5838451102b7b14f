"""What is carried over from the sentences before: the quantity that "it" stands for, the speaker's country, the party of
the paragraph; and what is not."""

from __future__ import annotations

import pytest

import overstretch

HEAD = "WARSAW, March 3, 2026 - The talks went on until midnight.\n\n"

READ = [
    (
        "The general government deficit of Latvia was 3% of GDP in 2025. It will widen to 4% of GDP in 2027.",
        "It will widen",
        "balance(LVA, 2027) about -4",
    ),
    (
        "Russia's key rate stood at 16% in December. By the end of 2026 it will fall to 12%.",
        "By the end",
        "policy_rate(RUS, by 2026-12) <= 12",
    ),
    ("Inflation in Russia was 6% last year. In 2027 it will be 4%.", "In 2027 it", "inflation(RUS, 2027) about 4"),
    (
        "Slovakia's finance minister, Jana Kovac, came late. Nobody minded.\n\nOn Friday Jana Kovac said: "
        '"Public debt will exceed 65% of GDP in 2028."',
        "Public debt",
        "debt_ratio(SVK, 2028) > 65",
    ),
    (
        "Germany, France and Russia were there.\n\nThe government in Riga has kept its word. "
        "The country's debt passed 50% of GDP last year.",
        "The country's debt",
        "debt_ratio(LVA, 2025) >= 50",
    ),
    (
        "Q: What about inflation in Russia?\n\nA: About seven per cent in 2026.\n\nQ: Is that much?\n\nA: It is more than they say.",
        "About seven",
        "inflation(RUS, 2026) about 7",
    ),
]

REFUSED = [
    ("The regional deficit in Latvia was 1% of GDP. In 2027 it will be 2%.", "In 2027 it"),
    ("Latvia's core inflation was 3% last year. In 2027 it will be 4%.", "In 2027 it"),
    ("Latvia has a deficit and a debt. In 2027 it will be 4% of GDP.", "In 2027 it"),
    ("The German brigade in Lithuania grows. By the end of 2027 it will count 4,800 soldiers.", "By the end"),
    (
        'Germany was praised.\n\nPrime Minister Ona Petkute shrugged. "Public debt will exceed 65% of GDP in 2028," she said. '
        "France and Russia were named too, then Germany again.",
        "Public debt",
    ),
    (
        "Q: And core inflation in Russia?\n\nA: About seven per cent in 2026.\n\nQ: Is that much?\n\nA: It is more than they say.",
        "About seven",
    ),
    (
        "Q: The key rate in Russia at the end of 2027?\n\nA: Nine per cent.\n\nQ: Is that much?\n\nA: It is more than they say.",
        "Nine per cent",
    ),
]


def _asked(text: str, starts: str, tmp_path) -> list[str]:
    (tmp_path / "a.txt").write_text(HEAD + text, encoding="utf-8")
    found = overstretch.explain([str(tmp_path / "a.txt")])
    return [one.question for s in found.explained if s.text.startswith(starts) for one in s.asked]


@pytest.mark.parametrize(("text", "starts", "question"), READ)
def test_carried_over(text, starts, question, tmp_path):
    assert _asked(text, starts, tmp_path) == [question]


@pytest.mark.parametrize(("text", "starts"), REFUSED)
def test_not_carried_over(text, starts, tmp_path):
    assert _asked(text, starts, tmp_path) == []
