"""The same statement in other words, and other statements in nearly the same words (no propositions at hand)."""

from __future__ import annotations

from overstretch.statements import Document, link
from overstretch.statements.article.extract import extract

SAME = [
    (
        "Anna Nowak said an arms race could bring the collapse of the Russian leadership.",
        "Anna Nowak warned that an arms race might lead to the downfall of Russia's rulers.",
    ),
    (
        "Anna Nowak said higher defence spending would break up NATO.",
        "NATO's military budgets will end in the alliance's collapse, Anna Nowak predicted.",
    ),
    ("Poland plans to cut its military budget in 2026.", "Poland intends to reduce defence spending in 2026."),
    (
        "NATO leaders agreed to spend 5% of GDP on defence by 2035.",
        "NATO pledged to raise military expenditure to 5% of GDP by 2035.",
    ),
    (
        "Anna Nowak said Russia could rebuild its army and attack the alliance within five years.",
        "Russia may restore its forces and threaten NATO in five years, Anna Nowak said.",
    ),
    (
        "Anna Nowak said the tools that sustained the war economy are near their limits.",
        "Anna Nowak warned that the reserves of the war economy are close to exhausted limits.",
    ),
    (
        "Anna Nowak said Russia's economy would slide into recession in 2026.",
        "“Russia's economy will be in a recession in 2026,” said Anna Nowak.",
    ),
    (
        "Anna Nowak said NATO's defence spending rise threatens Russia.",
        "The increase in NATO military spending is a threat to Russia, according to Anna Nowak.",
    ),
]
OTHER = [
    (
        "Anna Nowak said Russia will cut military spending in 2026.",
        "Anna Nowak said Russia will raise military spending in 2026.",
    ),
    (
        "Anna Nowak said Russia will cut military spending in 2026.",
        "Anna Nowak said Russia will not cut military spending in 2026.",
    ),
    (
        "Anna Nowak said NATO's spending could lead to its collapse.",
        "Anna Nowak said the arms race could bring down the Russian president.",
    ),
    (
        "Anna Nowak said Russia could attack the alliance within five years.",
        "Jan Kowalski said Russia could attack the alliance within five years.",
    ),
    ("Anna Nowak said inflation would fall to 4% in 2026.", "Anna Nowak said growth would fall to 1% in 2026."),
    ("Anna Nowak said the alliance was united.", "Anna Nowak said the alliance had 32 members."),
    ("Poland plans to cut its military budget in 2026.", "Poland plans to reduce its deficit in 2026."),
    (
        "Anna Nowak said Russia's economy would slide into recession in 2026.",
        "Anna Nowak said Russia's economy lived on oil.",
    ),
]


def joined(first: str, second: str, nlp) -> bool:
    found = []
    for number, text in enumerate((first, second), start=1):
        found += [
            s.model_copy(update={"id": f"{number}-{s.id}"})
            for s in extract(text, str(number), nlp)
            if s.nested_in is None
        ]
    linked = link(found, [Document(name="1", text=first), Document(name="2", text=second)])
    return any(s.same_as for s in linked)


def test_paraphrases_are_joined_and_others_kept_apart(nlp):
    right = [pair for pair in SAME if joined(*pair, nlp)]
    wrong = [pair for pair in OTHER if joined(*pair, nlp)]
    precision = len(right) / max(1, len(right) + len(wrong))
    recall = len(right) / len(SAME)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    assert f1 >= 0.8, {"missed": [pair for pair in SAME if pair not in right], "wrong": wrong}
    assert wrong == []
