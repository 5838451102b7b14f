"""Files, folders, formats, the command, scores and exports."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from overstretch import cli
from overstretch.cli.explain import chosen
from overstretch.errors import InputError
from overstretch.statements import Proposition, example_path, link, read, read_each
from overstretch.statements.output.export import claim_review
from overstretch.statements.scoring.gold import load_gold
from overstretch.statements.scoring.score import Gold, score
from overstretch.statements.sources.formats import suffix_kind, taken

ENGLISH = "Anna Nowak said that the budget would rise by 5% in 2030. It was the first time that she had said so.\n"


def test_example_has_both_sides_and_its_own_date():
    reading = read(example_path())
    document = reading.documents[0]
    assert document.date == "2025-07-02"
    speakers = {s.speaker.canonical for s in reading.statements if s.speaker}
    assert {
        "Sergei Lavrov",
        "Radoslaw Sikorski",
        "Mark Rutte",
        "Vladimir Putin",
        "Pedro Sanchez",
        "Maxim Reshetnikov",
    } <= speakers
    assert 250 <= len(document.text.split()) <= 450
    cut = next(s for s in reading.statements if s.direction == "down")
    assert cut.deadline.date == "2026-01-01"
    assert reading.model["sha256"]


def test_bad_article_alone_is_an_error_and_among_others_a_reason(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ENGLISH, encoding="utf-8")
    bad.write_bytes(b"")
    with pytest.raises(InputError, match=r"bad\.txt: the file is empty"):
        read([bad])
    with pytest.raises(InputError, match="no such file"):
        read([tmp_path / "none.txt"])
    reading = read([bad, good, tmp_path / "none.txt"])
    assert [bool(d.skipped) for d in reading.documents] == [True, False, True]
    assert {s.doc for s in reading.statements} == {"good.txt"}
    assert all(s.id.startswith("2-") for s in reading.statements)


def test_folder_and_equal_names(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(ENGLISH, encoding="utf-8")
    names = [d.name for d, _ in read_each([tmp_path / "a", tmp_path / "b" / "same.txt"])]
    assert names == ["same.txt", "same.txt (2)"]
    with pytest.raises(InputError, match="holds no article"):
        read([tmp_path])


def test_formats():
    front = (
        b"---\ntitle: Budget\ndate: 2025-03-04\n---\n# Head\n\n**Anna Nowak** said that the "
        b"[budget](http://x) of the state was safe.\n"
    )
    text = taken(front, "a.md", suffix_kind("a.md", front))
    assert (text.title, text.date) == ("Budget", "2025-03-04")
    assert "Anna Nowak said that the budget of the state was safe." in text.text
    bold = b"**Who pays?**\n\nThe *budget* pays.\n\n**And in 2030?**\n\nSo it **does**.\n"
    kept = "**Who pays?**\n\nThe budget pays.\n\n**And in 2030?**\n\nSo it does.\n"
    assert taken(bold, "a.md", "markdown").text == kept  # questions of an interview keep their marks
    assert suffix_kind("a.html", b"") == "html" and suffix_kind("x", b"%PDF-1.7") == "pdf"
    with pytest.raises(InputError, match=r"gold\.jsonl: not an article; accepted: text, Markdown, HTML and PDF"):
        suffix_kind("gold.jsonl", b"{}")
    with pytest.raises(InputError, match="PDF"):
        taken(b"%PDF-1.7 broken", "a.pdf", "pdf")


def test_html():
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{ENGLISH} The plan of the state was the talk of the town for {n} days.</p>" for n in range(5))
    page = f"<html><head><title>Budget</title></head><body><article><h1>Budget</h1>{body}</article></body></html>"
    text = taken(page.encode(), "a.html", "html")
    assert "Anna Nowak said that the budget would rise" in text.text
    with pytest.raises(InputError, match="nests"):
        taken(b"<html>" + b"<div>" * 5_000 + b"x", "a.html", "html")


def test_same_statement_by_proposition_beats_wording():
    reading = read([example_path()])
    first, second = reading.statements[2], reading.statements[4]
    speaker = first.speaker
    made = Proposition(question="happens(alliance_dissolution, by 2035-12)", asks="likely")
    other = Proposition(question="happens(ally_exit, by 2035-12)", asks="likely")
    a = first.model_copy(update={"proposition": made, "direction": "none"})

    def joined(proposition):
        b = second.model_copy(update={"proposition": proposition, "speaker": speaker, "direction": "none"})
        return link([a, b], reading.documents)[0].same_as == [b.id]

    assert joined(made) and not joined(other)


def test_other_direction_or_polarity_is_another_statement(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Anna Nowak said Russia will cut its defence spending in 2026. Anna Nowak said Russia will raise its "
        "defence spending in 2026.\n"
        "Anna Nowak said Russia will not cut its defence spending in 2026. She told the press Russia will "
        "reduce military spending in 2026.",
        encoding="utf-8",
    )
    reading = read([path])
    linked = link(reading.statements, reading.documents)
    assert [s.same_as for s in linked] == [["1-4"], [], [], ["1-1"]]


def run(*words):
    """The command as a person types it; what it prints, or its error."""
    done = CliRunner().invoke(cli.app, ["explain", *map(str, words)])
    if isinstance(done.exception, Exception):
        raise done.exception
    return done.stdout


def test_command_writes_all_formats_at_once(tmp_path):
    out = tmp_path / "out"
    printed = run("example", "--out", out)
    names = {p.name for p in out.iterdir()}
    assert names == {
        "documents.json",
        "differences.json",
        *(f"statements.{end}" for end in ("json", "jsonl", "csv", "jsonld", "html")),
    }
    rows = json.loads((out / "statements.json").read_text(encoding="utf-8"))
    assert len((out / "statements.jsonl").read_text(encoding="utf-8").splitlines()) == len(rows)
    assert json.loads((out / "statements.jsonld").read_text(encoding="utf-8"))["@graph"][0]["@type"] == "Claim"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert "Lavrov" in printed and any(row["proposition"] for row in rows)


def test_command_refuses_before_it_writes(tmp_path):
    with pytest.raises(InputError, match="unknown format 'xml'"):
        run("example", "--out", tmp_path / "out", "--format", "json,xml")
    with pytest.raises(InputError, match="not a date"):
        run("example", "--out", tmp_path / "out", "--date", "soon")
    assert list(tmp_path.iterdir()) == []
    assert chosen("json, csv") == ["json", "csv"]


def test_a_claim_review_has_a_rating_only_as_a_draft():
    statement = read([example_path()]).statements[0]
    open_claim = claim_review(statement, None, "2026-10-15")
    assert "reviewRating" not in open_claim and "creativeWorkStatus" not in open_claim
    assert open_claim["claimReviewed"] == statement.content and open_claim["itemReviewed"]["@type"] == "Claim"
    draft = claim_review(statement, None, "2026-10-15", {"alternateName": "False", "ratingExplanation": "why"})
    assert draft["creativeWorkStatus"] == "Draft"
    assert draft["reviewRating"] == {"@type": "Rating", "alternateName": "False", "ratingExplanation": "why"}


def test_score_counts(tmp_path):
    reading = read([example_path()])
    texts = {d.name: d.text for d in reading.documents}
    gold = [
        Gold(s.doc, s.form, s.spans, s.speaker.mention, s.speaker.canonical) for s in reading.statements if s.speaker
    ]
    perfect = score(gold, reading.statements, texts).at[0.5]["all"]
    assert perfect.recall == 1 and perfect.canonical_right == len(gold)
    half = score(gold, reading.statements[: len(gold) // 2], texts).at[0.5]["all"]
    assert half.recall < 0.6 and half.precision > 0.9
    nothing = score(gold, [], texts)
    assert nothing.at[0.5]["all"].precision is None and nothing.tokens["all"][1] == 0


def test_gold_forms(tmp_path):
    (tmp_path / "a.ann").write_text(
        "T1\tContent 5 9;12 20\tsome text\nT2\tSource 0 4\tAnna\nT3\tCue 21 25\tsaid\n"
        "R1\tAttribution Arg1:T1 Arg2:T3\nR2\tAttribution Arg1:T2 Arg2:T3\nA1\tForm T1 direct\n",
        encoding="utf-8",
    )
    (tmp_path / "g.json").write_text(
        json.dumps([{"doc": "a.txt", "start": 1, "end": 4, "form": "nrsa"}]), encoding="utf-8"
    )
    entry = load_gold(tmp_path / "a.ann")[0]
    assert (entry.doc, entry.form, entry.spans, entry.canonical) == ("a.txt", "direct", [(5, 9), (12, 20)], "Anna")
    assert load_gold(tmp_path / "g.json")[0].form == "reported"
    (tmp_path / "bad.json").write_text('[{"doc": "a"}]', encoding="utf-8")
    with pytest.raises(InputError, match="not in the form"):
        load_gold(tmp_path / "bad.json")
