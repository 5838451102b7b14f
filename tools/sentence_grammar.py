"""Sentences with the question that each must give, drawn from the grammar in sentence_grammar.toml.

    python -m tools.sentence_grammar --number 1000 --seed 7            # JSON Lines: text, question
    python -m tools.sentence_grammar --number 1000 --seed 7 --read     # what the reader makes of them, by part

The reader's tests draw a few hundred by seed; swapping a name, a figure or a year changes the question in that part
alone."""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from overstretch.claims.reader import read
from overstretch.claims.reader.around import Around
from overstretch.claims.reader.stance.denied_read import DECIDED
from overstretch.questions.check import checked
from overstretch.questions.data import Compare, Given, Not, Question
from overstretch.questions.text import parse, write
from overstretch.statements.record import Statement

SAID = date(2025, 11, 20)
CONDITIONED = 0.12  # share of the sentences with a condition
FORETOLD = ("debt_ratio", "balance", "growth", "inflation")  # "will rise to N" foretells N; of an aim it is at least
_CONTRARY = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_LOOSE = {"<": "<=", ">": ">="}


@dataclass(frozen=True)
class Sentence:
    """A sentence, the question that it must give, and the parts it was made of."""

    text: str
    question: str
    parts: tuple[str, ...]


@cache
def grammar() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def sentences(number: int, seed: int) -> Iterator[Sentence]:
    """So many sentences of the grammar, the same ones for the same seed."""
    draw = random.Random(seed)
    for _ in range(number):
        yield sentence(draw)


def sentence(draw: random.Random, **fixed: str) -> Sentence:
    """One sentence; `fixed` keeps the party ("party": code)."""
    rows = grammar()
    party = draw.choice(rows["party"])
    if "party" in fixed:
        party = next(p for p in rows["party"] if p["code"] == fixed["party"])
    chance = draw.random()
    made, question, parts = (_level if chance < 0.6 else _plain if chance < 0.85 else _event)(draw, party)
    frame = draw.choice(rows["frame"])
    if frame.get("denies"):
        short = parts[0] in DECIDED and not parts[2].endswith(" about")  # what is not spent is less
        question = f"not {question.replace(' about ', ' >= ') if short else question}"
    elif not frame.get("open") and parts[0] in FORETOLD and parts[2].endswith(" to"):
        question = re.sub(r" [<>]= (?=-?[\d.]+$)", " about ", question)
    if "{claim}," not in frame["words"] and draw.random() < CONDITIONED and frame["words"] == "{claim}.":
        condition = draw.choice(rows["condition"])
        text = f"{condition['words'].format(claim=made)}."
        return Sentence(_capital(text), f"{question} given {condition['given']}", (*parts, condition["words"]))
    return Sentence(_capital(frame["words"].replace("{claim}", made)), question, (*parts, frame["words"]))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _put(words: str, party: dict[str, str]) -> str:
    """The words with the party's name in its forms."""
    name = party["X"]
    owner = f"{name}'" if name.endswith("s") else f"{name}'s"
    return words.replace("{X's}", owner).replace("{Xn}", party["Xn"]).replace("{X}", name).replace("{C}", party["C"])


def _level(draw: random.Random, party: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """A level of a series: subject, verb, figure, moment."""
    row = draw.choice(grammar()["level"])
    who = party["code"] if row["of"] == "any" else row["of"]
    subject, (verb, op, tail) = draw.choice(row["subject"]), draw.choice(row["verbs"])
    words, value = draw.choice(row["figures"])
    if isinstance(value, str):
        if op not in (">=", "about") or "at least" in verb:
            words, value = row["figures"][0]
        else:
            op = ""
    said, when = draw.choice(grammar()["moments"][draw.choice(row["moments"])])
    if row.get("sign", 1) < 0 and not isinstance(value, str):
        value, op = -value, {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
    text = row["order"].format(subject=subject, verb=verb, fig=words, tail=tail, when=said).replace("  ", " ").strip()
    mean = verb == "will average" and row["series"] == "inflation"
    asked = f"mean({row['series']}({who}), {when}-01..{when}-12)" if mean else f"{row['series']}({who}, {when})"
    return (
        _put(text, party),
        f"{asked} {op} {value:g}" if op else f"{asked} {value}",
        (row["series"], subject, verb, words, said),
    )


def _plain(draw: random.Random, party: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """A whole sentence with its question."""
    row = draw.choice(grammar()["plain"])
    words, question = draw.choice(row["sentences"])
    said, when = draw.choice(grammar()["moments"][draw.choice(row["moments"])])
    base = str(int(when) - 1) if when.isdigit() else ""
    asked = question.replace("{who}", party["code"]).replace("{year}", when).replace("{base}", base)
    return _put(words.replace("{when}", said), party), asked, (words, said)


def _event(draw: random.Random, party: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """An event as a noun that comes about, or not, by some day."""
    (subject, event), (verb, denied) = (
        draw.choice(grammar()["event"]["subjects"]),
        draw.choice(grammar()["event"]["verbs"]),
    )
    said, when = draw.choice(grammar()["moments"]["date"])
    return f"{subject} {verb} {said}", f"{denied} happens({event}, {when})".strip(), (subject, verb, said)


def canonical(text: str) -> str:
    """A question's one form: a denied comparison is the opposite one, "above" and "at least" are not told apart."""

    def plain(question: Question) -> Question:
        if isinstance(question, Given):
            return replace(
                question,
                of=plain(question.of),
                conditions=tuple(plain(c) if not hasattr(c, "lever") else c for c in question.conditions),
            )  # type: ignore[arg-type]
        if isinstance(question, Not) and isinstance(question.of, Compare) and question.of.op in _CONTRARY:
            return plain(replace(question.of, op=_CONTRARY[question.of.op]))
        if isinstance(question, Compare):
            return replace(question, op=_LOOSE.get(question.op, question.op))
        return question

    return write(plain(checked(parse(text))))


def asked(text: str) -> tuple[str, ...] | str:
    """What the reader asks, or the reason why it asks nothing."""
    told = Statement(
        id="t", doc="d", spans=[(0, len(text))], form="direct", force="assert", content=text, modality="will"
    )
    found = read(told, Around(whole=text, said=SAID), SAID)
    return tuple(p.question for p in found.propositions) or str(found.reason)


def right(made: Sentence) -> bool | None:
    """True or False where the reader asks something, None where it refuses."""
    found = asked(made.text)
    return None if isinstance(found, str) else [canonical(q) for q in found] == [canonical(made.question)]


def main() -> None:
    """Print sentences, or what the reader makes of them."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--number", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--read", action="store_true")
    chosen = options.parse_args()
    tally: collections.Counter[bool | None] = collections.Counter()
    blame: dict[str, collections.Counter[bool | None]] = collections.defaultdict(collections.Counter)
    for made in sentences(chosen.number, chosen.seed):
        if not chosen.read:
            print(json.dumps({"text": made.text, "question": made.question}))
            continue
        result = right(made)
        tally[result] += 1
        for part in made.parts:
            blame[part][result] += 1
        if not result:
            print(
                f"{'wrong  ' if result is False else 'refused'} {made.text}\n        must {made.question}\n        got "
                f" {asked(made.text)}"
            )
    if chosen.read:
        print(f"right {tally[True]}, wrong {tally[False]}, refused {tally[None]}")
        for part, held in sorted(blame.items(), key=lambda item: item[1][True] / sum(item[1].values()))[:15]:
            print(f"  {held[True]:3} of {sum(held.values()):3} right: {part}")


if __name__ == "__main__":
    main()
