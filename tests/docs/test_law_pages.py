"""The pages of the laws: every law and prior has its place, every switch is measured, the causal diagram is the
code's."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tools import docs_diagram, docs_law_pages, docs_laws, docs_measure, docs_references  # noqa: E402

from overstretch.assumptions import load_priors  # noqa: E402
from overstretch.errors import InputError  # noqa: E402
from overstretch.model.registry import SWITCHES, WIRING, Wiring  # noqa: E402
from overstretch.report import equations  # noqa: E402

PRIORS = load_priors()
MODULES = [sys.modules[f"overstretch.model.{name}"] for name in WIRING.laws]
PAGES = {path.stem: text for path, text in docs_laws.pages().items() if path.parent.name == "laws"}


def test_every_law_has_its_place_with_its_equation_and_a_box():
    assert sorted(docs_diagram.boxes()) == sorted(WIRING.laws)
    for name, laws in WIRING.laws.items():
        page = PAGES[name]
        assert laws and all((f"**{law.name}**: " if law.equation else f"`{law.name}`") in page for law in laws)
        assert page.count('<div class="equation"><math') == sum(bool(law.equation) for law in laws)
        assert docs_law_pages.about(name)["ignores"] and "## What it leaves out" in page


def test_every_prior_has_its_row():
    for name, prior in PRIORS.items():
        (row,) = [line for line in PAGES[prior.law].splitlines() if f"| `{name}`{{#{name}}} |" in line]
        assert ("[J]" in prior.at(docs_law_pages.CUTOFF).reference) == ("\\[J\\]" in row)


def test_every_switch_is_on_the_diagram_and_none_is_made_up():
    drawn = {s for a in docs_diagram.arrows() for s in a.switches} | {
        s for b in docs_diagram.boxes().values() for s in b.own
    }
    assert drawn == set(SWITCHES)


@pytest.mark.parametrize("switch", SWITCHES)
def test_what_a_switch_moves_lies_downstream_of_it(switch):
    boxes = {outcome.code: outcome.box for outcome in docs_measure.OUTCOMES}
    moved = {boxes[code] for code in docs_measure.stored()["off"][switch]}
    assert moved, f"{switch} moves nothing that is measured"
    assert moved <= docs_diagram.downstream(switch), sorted(moved - docs_diagram.downstream(switch))


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ('[[arrow]]\nfrom = "leaders"\nto = "war"\n[box]\n', "no law takes what another gives from leaders to war"),
        ('arrow = []\n[box.weather]\ntitle = "Weather"\nat = [1, 1]\n', "no module for the box"),
    ],
)
def test_a_row_for_what_does_not_flow_is_an_error(tmp_path, monkeypatch, rows, fault):
    source = tmp_path / "causes.toml"
    source.write_text(rows, encoding="utf-8")
    monkeypatch.setattr(docs_diagram, "SOURCE", source)
    with pytest.raises(ValueError, match=fault):
        docs_diagram.boxes(Wiring(MODULES, PRIORS))


TOY = '''"""The weather."""
from overstretch.model.wiring import Switch, law

WEATHER = Switch("weather", of="weather", without="no winter is hard")


@law(equation=r"w = c y", switch=WEATHER, reference="Nobody 1900")
def cold(gap, *, on, coldness):
    """Cold from the output gap y, c the coldness."""
    return on.weather * coldness * gap


@law(gives="equipment")
def frozen(equipment, cold):
    """Equipment less what freezes."""
    return equipment - cold
'''


def test_a_law_of_one_file_is_in_the_map_the_diagram_and_the_switches(tmp_path):
    (tmp_path / "weather.py").write_text(TOY, encoding="utf-8")
    place = importlib.util.spec_from_file_location("overstretch.model.weather", tmp_path / "weather.py")
    toy = importlib.util.module_from_spec(place)
    place.loader.exec_module(toy)
    with pytest.raises(InputError, match=r"model/weather.py, cold: takes coldness by keyword"):
        Wiring([*MODULES, toy], PRIORS)
    wiring = Wiring([*MODULES, toy], [*PRIORS, "coldness"])
    assert wiring.enters("coldness") == ("cold",)
    assert wiring.switches["weather"].without == "no winter is hard" and wiring.parts["weather"] == ("weather",)
    ways = {(a.start, a.end): a for a in docs_diagram.arrows(wiring)}
    assert ways["economy", "weather"].switches == ("weather",) and ways["economy", "weather"].flow == "gap"
    assert ("weather", "perception") in ways and docs_diagram.boxes(wiring)["weather"].title == "Weather"
    assert {"weather", "perception", "defence"} <= docs_diagram.downstream("weather", wiring)
    (cold, _) = wiring.laws["weather"]
    assert cold.signature == "cold(gap, *, coldness)" and "Nobody 1900" in cold.text
    assert "<mi>w</mi>" in equations.html(cold)


def test_a_prior_that_no_law_takes_is_an_error():
    with pytest.raises(InputError, match="no law takes the prior warmth"):
        Wiring(MODULES, [*PRIORS, "warmth"])


def test_the_diagram_is_one_well_formed_picture_with_every_arrow_numbered():
    picture = ElementTree.fromstring(docs_diagram.svg())
    numbers = [t.text for t in picture.iter("text")]
    assert [str(a.number) for a in docs_diagram.arrows()] == [n for n in numbers if n and n.isdigit()]


def test_all_literature_that_is_cited_is_in_full_and_no_more():
    texts = [p.reference for p in PRIORS.values()]
    texts += [law.text for law in WIRING.every]
    cited = {c for text in texts for c in docs_references.cited_in(text)}
    assert cited == set(docs_references.references())
    assert all(r.link.startswith("https://") or "ISBN" in r.text for r in docs_references.references().values())


def test_citations_are_told_from_dates_and_places():
    text = "Barro & Redlick 2011 (QJE 126); May 2025, Poland 2023; Kose, Otrok & Whiteman 2003; NATO shares 2014-2024"
    assert docs_references.cited_in(text) == ["Barro & Redlick 2011", "Kose, Otrok & Whiteman 2003"]
    assert "](https://doi.org/10.1093/qje/qjq002)" in docs_references.linked(text)


@pytest.mark.slow
def test_what_is_stored_is_what_the_laws_give():
    assert docs_measure.main(["--check"]) == 0


def test_the_page_of_the_system_file_explains_every_section():
    system = (ROOT / "src/overstretch/systems/nato-russia.toml").read_text("utf-8")
    sections = [name for name, value in tomllib.loads(system).items() if isinstance(value, dict)]
    page = (ROOT / "docs" / "system.md").read_text("utf-8")
    assert re.findall(r"^\| `\[(\w+)\]` \|", page, re.MULTILINE) == sections
