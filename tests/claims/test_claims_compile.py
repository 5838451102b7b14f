"""Statements compile to the right question, in the right direction, or say why they cannot."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import CASES, COULD, IS, NOT, PLAN, say

from overstretch import claims
from overstretch.claims.compiler import compile_one
from overstretch.claims.frame import Context
from overstretch.statements.record import Moment, Speaker, Statement

DAY = date(2025, 7, 3)
ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


def compiled(content, documents=(), horizon=None, **fields):
    return claims.compile_statements([say(content, **fields)], documents, DAY, horizon)[0]


@pytest.mark.parametrize(("content", "fields", "template", "slots"), CASES, ids=[c[0][:50] for c in CASES])
def test_paraphrase(content, fields, template, slots):
    statement = compiled(content, **fields)
    if template is None:
        assert statement.proposition is None
        assert statement.not_testable_because
    else:
        assert statement.proposition is not None, statement.not_testable_because
        assert statement.proposition.template == template
        got = statement.proposition.slots
        assert {k: got[k] for k in slots} == slots
        assert statement.not_testable_because is None


FLIPS = [
    ("Russia will {} its military spending in 2026", "increase", "cut"),
    ("Russia will {} its defence budget in 2027", "raise", "reduce"),
    ("{} Russian military spending is planned", "higher", "lower"),
    ("a {} in Russian defence spending is coming", "rise", "reduction"),
    ("Germany will {} its defence budget next year", "expand", "shrink"),
    ("{} NATO military budgets could lead to the end of the alliance", "increased", "reduced"),
    ("Russian defence spending will {} in 2026", "rise", "fall"),
    ("Moscow plans to {} military outlays next year", "boost", "scale back"),
]


@pytest.mark.parametrize(("form", "up", "down"), FLIPS)
def test_a_rise_is_never_filed_under_a_cut(form, up, down):
    for word, direction in ((up, "up"), (down, "down")):
        proposition = compiled(form.format(word)).proposition
        assert proposition is not None
        assert proposition.slots["direction"] == direction, form.format(word)


def test_rather_than_turns_the_direction_off():
    proposition = compiled("Russia will lower military spending rather than raise it").proposition
    assert proposition is not None
    assert proposition.slots["direction"] == "down"


def test_polarity_and_modality_enter_the_question():
    will, could, never = (
        compiled("the spending pledge will break the alliance"),
        compiled("the spending pledge could break the alliance", **COULD),
        compiled("the spending pledge will not break the alliance", **NOT),
    )
    assert [s.proposition.slots["asks"] for s in (will, could, never)] == ["likely", "possible", "likely"]
    assert [s.proposition.slots["negated"] for s in (will, could, never)] == [False, False, True]


DOCUMENT = (
    "NATO leaders agreed in June to raise defence spending to 5% of GDP by 2035. Critics in Bratislava are loud. "
    "The deal could spell the end of the alliance, one of them said."
)


def test_anaphora_needs_the_document():
    content = "The deal could spell the end of the alliance"
    start = DOCUMENT.index(content)
    spans = {"spans": [(start, start + len(content))], **COULD}
    with_text = compiled(content, {"d": DOCUMENT}, **spans)
    assert with_text.proposition is not None
    assert with_text.proposition.slots["cause"] == "nato_spending"
    peace = compiled("the peace deal could spell the end of the alliance", {"d": "A peace deal was signed."}, **COULD)
    assert peace.proposition is None or peace.proposition.slots["cause"] == "none"


def test_the_speaker_owns_spending_that_is_not_named():
    for speaker, who in (("Vladimir Putin", "RUS"), ("Boris Pistorius, German defence minister", "DEU")):
        proposition = compiled("plans to cut defence spending next year", speaker=speaker, **PLAN).proposition
        assert proposition is not None
        assert (proposition.slots["who"], proposition.slots["direction"]) == (who, "down")


def test_deadlines():
    said = Moment(text="on 1 March", date="2023-03-01", granularity="day")
    within = compiled("Russia could rebuild its army within five years", said_at=said, **COULD)
    assert within.proposition.slots["year"] == 2028
    assert compiled("Putin will be toppled").proposition.slots["year"] == 2035
    assert compiled("Putin will be toppled", horizon=2031).proposition.slots["year"] == 2031
    assert compiled("Putin will be toppled by 2029", horizon=2031).proposition.slots["year"] == 2029
    late = compiled("NATO will collapse by 2090", by=2090)
    assert late.proposition is None and "2040" in str(late.not_testable_because)


def test_nothing_is_dropped_and_one_speakers_accounts_are_joined():
    statements = [
        say("higher NATO budgets could lead to the alliance's collapse", id="a", doc="x", speaker="S. Lavrov", **COULD),
        say("NATO's military build-up may bring about the end of the alliance", id="b", doc="y", speaker="S. Lavrov", **COULD),
        say("NATO's military build-up may bring about the end of the alliance", id="c", doc="y", speaker="Another", **COULD),
        say("NATO's military build-up may bring about the end of the alliance", id="d", doc="y", speaker="S. Lavrov", duplicate_of="b", **COULD),
        say("the weather", id="e", **IS),
    ]  # fmt: skip
    done = claims.compile_statements(statements, {}, DAY)
    assert [s.id for s in done] == ["a", "b", "c", "d", "e"]
    assert all((s.proposition is None) != (s.not_testable_because is None) for s in done)
    assert [s.same_as for s in done] == [["b"], ["a"], [], [], []]


def test_the_compiler_never_raises_on_odd_content():
    for content in (
        "",
        " ",
        "%",
        "5%",
        "’s",
        "NATO",
        "because of",
        "could lead to",
        "a" * 3000,
        "if , then",
        "\u202eatad",
    ):
        statement = compiled(content)
        assert (statement.proposition is None) != (statement.not_testable_because is None)


WORDS = [w for case in CASES for w in case[0].split()] + [
    "%",
    "5%",
    "“",
    "’s",
    ",",
    ";",
    "not",
    "2035",
    "\u200b",
    "$",
    "if",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["could", "will", "is", "plan"]))
def test_any_mix_of_words_compiles_or_says_why(words, modality):
    statement = compiled(" ".join(words), {"d": " ".join(words)}, modality=modality)
    assert (statement.proposition is None) != (statement.not_testable_because is None)


def test_confidence_is_a_share():
    found = compile_one(say("Spain will miss the target"), Context(), DAY)
    assert found.proposition is not None and 0 < found.confidence < 1
    assert found.proposition.confidence == found.confidence


def test_documents_may_be_objects():
    class Document:
        name, text, date = "d", DOCUMENT, "2015-07-03"

    statement = claims.compile_statements([say("all allies will meet the target")], [Document()], DAY)[0]
    assert statement.proposition.slots["level"] == 2.0  # in 2015 the pledge was that of Wales


FORMS = {"nrsa": "reported"}
GOLD = {
    "g01": "alliance_collapse", "g02": "alliance_collapse", "g03": "pledge_reached", "g04": None, "g05": "tools_near_limits",
    "g06": "ruler_downfall", "g07": None, "g08": "alliance_collapse", "g09": "spending_changed", "g10": "response_to",
    "g11": "stated_fact", "g12": None, "g13": "forces_rebuilt", "g14": "ambitions_within_means", "g15": "alliance_collapse",
    "g16": "ruler_downfall", "g17": "alliance_collapse", "g18": None, "g19": "spending_changed", "g20": "precedent",
    "g21": "precedent", "g22": "pledge_reached", "g23": "collective_defence_holds", "g24": "collective_defence_holds",
    "g25": "pledge_reached", "g26": "evaluation", "g27": None, "g28": None, "g29": "member_misses", "g30": None,
    "g31": "review_adjusts",
}  # fmt: skip


def _gold(row):
    text = f" {row['span'].lower()} "
    modality = (
        "could"
        if " could " in text
        else "may"
        if " may " in text or " might " in text
        else "plan"
        if row["act"] == "commit"
        else "is"
    )
    by = {"next year": "2026-01-01"}.get(row.get("by", ""), f"{row.get('by')}-01-01") if row.get("by") else None
    speaker = row["speaker"]
    return Statement(
        id=row["id"], doc=row["doc"], spans=[(row["start"], row["end"])], cue=row["cue"], content=row["span"],
        speaker=Speaker(mention=speaker, canonical=speaker) if speaker else None, modality=modality,
        form=FORMS.get(row["form"], row["form"]), force={"reply": "deny"}.get(row["act"], row["act"]),
        deadline=Moment(text=row["by"], date=by, granularity="year") if by else None,
    )  # fmt: skip


@pytest.mark.shared
def test_the_two_articles():
    if not ARTICLES.exists():
        pytest.skip(f"the gathered articles are not at {ARTICLES}")
    rows = [json.loads(line) for line in (ARTICLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = {p.name: p.read_text(encoding="utf-8") for p in ARTICLES.glob("*.txt")}
    done = {s.id: s for s in claims.compile_statements([_gold(r) for r in rows], documents, DAY)}
    assert {i: s.proposition and s.proposition.template for i, s in done.items()} == GOLD
    one = {row["same_as"]: {done[r["id"]].proposition.key() for r in rows if r.get("same_as") == row["same_as"]}
           for row in rows if row.get("same_as")}  # fmt: skip
    assert all(len(propositions) == 1 for propositions in one.values()), one
    spain = done["g29"].proposition
    assert spain is not None and spain.slots["who"] == "ESP"
    cut = done["g09"].proposition
    assert cut is not None and (cut.slots["who"], cut.slots["direction"], cut.slots["year"]) == ("RUS", "down", 2026)
