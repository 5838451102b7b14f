"""Where accounts of one statement differ, as plain data."""

from __future__ import annotations

import json

from overstretch.statements import Document, clusters, differences, link
from overstretch.statements.article.extract import extract
from overstretch.statements.output.export import differences_json
from overstretch.statements.output.view import page

FIRST = "Anna Nowak said NATO will raise its defence spending to 5% of GDP by 2035."


def accounts(second: str, nlp, first: str = FIRST):
    documents = [Document(name="1", text=first), Document(name="2", text=second)]
    found = [
        s.model_copy(update={"id": f"{d.name}-{s.id}", "same_as": []})
        for d in documents
        for s in extract(d.text, d.name, nlp)
    ]
    return found, documents


def different(second: str, nlp) -> dict[str, list[tuple[str, list[str]]]]:
    found, _ = accounts(second, nlp)
    assert len(found) == 2
    return {d.aspect: [(a.value, a.statements) for a in d.accounts] for d in differences(found)}


def test_accounts_that_agree_do_not_differ(nlp):
    assert different(FIRST, nlp) == {}


def test_a_hedge_is_named(nlp):
    found, _ = accounts("Anna Nowak said NATO could raise its defence spending to 5% of GDP by 2035.", nlp)
    (only,) = differences(found)
    assert [(a.value, a.statements) for a in only.accounts] == [("will", ["1-1"]), ("could", ["2-1"])]
    assert only.note == "a hedge stands in some accounts only"
    assert only.words().startswith("modality: will (1-1), could (2-1)")


def test_number_unit_and_deadline(nlp):
    assert different("Anna Nowak said NATO will raise its defence spending to 3.5% of GDP by 2035.", nlp) == {
        "number": [("5 percent of GDP", ["1-1"]), ("3.5 percent of GDP", ["2-1"])]
    }
    assert different("Anna Nowak said NATO will raise its defence spending to 5% by 2035.", nlp) == {
        "unit": [("5 percent of GDP", ["1-1"]), ("5 percent", ["2-1"])]
    }
    assert different("Anna Nowak said NATO will raise its defence spending to 5% of GDP by 2032.", nlp) == {
        "deadline": [("by 2035", ["1-1"]), ("by 2032", ["2-1"])]
    }
    dropped = different("Anna Nowak said NATO will raise its defence spending.", nlp)
    assert dropped["number"][1] == ("not given", ["2-1"]) and dropped["deadline"][1] == ("not given", ["2-1"])


def test_direction_polarity_speaker_and_force(nlp):
    other = different("Minister Anna Nowak denied NATO will cut its defence spending to 5% of GDP by 2035.", nlp)
    assert set(other) == {"direction", "polarity", "speaker", "force"}
    assert [value for value, _ in other["direction"]] == ["up", "down"]


def test_groups_follow_same_as_and_leave_out_repeats(nlp):
    found, documents = accounts("Anna Nowak said NATO could raise its defence spending to 5% of GDP by 2035.", nlp)
    linked = link(found, documents)
    assert [[s.id for s in group] for group in clusters(linked)] == [["1-1", "2-1"]]
    assert clusters(found) == []
    repeat = linked[1].model_copy(update={"duplicate_of": "1-1"})
    assert differences([linked[0], repeat]) == []
    (group,) = json.loads(differences_json(linked))
    assert group["statements"] == ["1-1", "2-1"] and group["differences"][0]["aspect"] == "modality"
    assert "The accounts differ: modality: will (1-1), could (2-1)" in page(linked, documents)
