"""The documents say what the code does: the table of verdicts and the list of templates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sentences import say
from synthetic import synthetic_futures

from overstretch.claims import outcomes, quantities, registry
from overstretch.claims import template as template_module
from overstretch.claims.frame import build
from overstretch.claims.templates import _common as common
from overstretch.claims.verdicts import TABLE

DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_of_verdicts_is_printed_as_it_is():
    text = (DOCS / "verdicts.md").read_text(encoding="utf-8")
    places = [text.index(f"| {row.when} | {row.word} |") for row in TABLE]
    assert places == sorted(places)


def test_every_template_is_listed_with_its_slots():
    lines = (DOCS / "templates.md").read_text(encoding="utf-8").splitlines()
    for name, template in registry.templates().items():
        (line,) = [x for x in lines if x.startswith(f"| `{name}` |")]
        assert template.description in line
        assert all(f"`{slot.name}`" in line for slot in template.slots)


def test_the_example_of_a_new_template_works():
    code = (DOCS / "templates.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    names = dict(vars(template_module)) | dict(vars(common)) | {"quantities": quantities, "outcomes": outcomes}
    exec(code, names)
    made = names["TEMPLATE"]
    frame = build(say("Urals crude will trade at its limit of 45 dollars a barrel"))
    assert made.score(frame) is not None
    slots = made.fill(frame, template_module.Cutoff(date(2025, 7, 3), date(2025, 7, 3), None, None))
    assert slots == {"level": 45.0, "year": 2027} and "45 dollars" in made.question(slots)
    p = made.outcome(synthetic_futures(300)["base"].to_dataset(), slots)
    assert p.shape == (300,) and 0 < p.mean() < 1
