"""The levers' state and its address, both ways; what no page accepts is named."""

from __future__ import annotations

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")

from overstretch.app.address import allies, in_quarters, levers, pages, state
from overstretch.engine.interventions import expand
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.report.named import title_of


@pytest.mark.parametrize(
    ("page", "codes", "query", "address", "world"),
    [
        ("ally", ["pol"], {"spend": "0.50", "oil": "40"}, "/ally/POL?spend=0.5&oil=40", "spend(POL, 0.5) + oil(40)"),
        ("ally", [], {}, "/ally/DEU", ""),
        ("ally", ["POL"], {"as_of": "2025-07-03"}, "/ally/POL?as_of=2025-07-03", ""),
        (
            "russia",
            [],
            {"war_ends": "2027.25", "finance": "debt"},
            "/russia?finance=debt&war_ends=2027.25",
            "finance(debt) + war_ends(2027Q2)",
        ),
        ("compare", ["POL", "DEU"], {"spend": "1"}, "/compare/POL/DEU?spend=1", "spend(POL, 1)"),
        ("allies", [], {"core": "3.5", "total": "4.5", "horizon": "2032"}, "/allies?total=4.5&horizon=2032", ""),
        (
            "alliance",
            [],
            {"withdraws": "2028", "review": "none", "seed": "1"},
            "/alliance?withdraws=2028&review=none",
            "us_withdraws(2028) + no_review()",
        ),
    ],
)
def test_an_address_is_its_state(page, codes, query, address, world):
    made = state(page, codes, query)
    assert (made.address, made.world) == (address, world)
    again = state(page, made.allies, dict(made.moved))
    assert again == made


@pytest.mark.parametrize(
    ("page", "codes", "query", "words"),
    [
        ("ally", ["XYZ"], {}, "XYZ: no ally with forces"),
        ("ally", ["DEU", "POL"], {}, "takes 1 different"),
        ("compare", ["DEU", "DEU"], {}, "takes 2 different"),
        ("ally", [], {"oil": "999"}, "oil=999: accepted: 20 to 120"),
        ("ally", [], {"oil": "nan"}, "accepted: 20 to 120"),
        ("ally", [], {"oill": "40"}, "oill: no such lever; near: oil"),
        ("russia", [], {"spend": "1"}, "spend: no such lever"),
        ("russia", [], {"us": "some"}, "accepted: more, none"),
        ("russia", [], {"as_of": "soon"}, "as_of=soon: accepted: a day"),
        ("russia", [], {"futures": "99999"}, "accepted: 1024, 2048"),
    ],
)
def test_what_no_page_accepts_is_named(page, codes, query, words):
    with pytest.raises(InputError, match=words.split(":")[0]) as found:
        state(page, codes, query)
    assert words in str(found.value)


@pytest.mark.parametrize("lever", levers().values(), ids=lambda lever: lever.name)
def test_every_lever_is_one_of_the_librarys(lever):
    """At both ends of a slider and at every option: what it becomes is an intervention, an option or a brace of a
    question."""
    values = [value for value, _, _ in lever.options] or [f"{lever.low:g}", f"{lever.high:g}"]
    if lever.kind == "day":
        values = ["now", "2025-07-03"]
    for value in values:
        assert lever.checked(value) == value
        does = lever.intervention(value, "DEU") if lever.kind != "day" else ""
        assert bool(does) != bool(lever.sets)
        if does:
            expand(does, {})
    assert lever.label and lever.help
    assert lever.kind != "range" or lever.low <= float(lever.start) <= lever.high


@pytest.mark.parametrize("name", list(pages()))
def test_every_page_asks_what_the_language_knows(name):
    made = state(name)
    texts = made.questions(2026)
    assert texts and len(texts) == len(set(texts))
    for text in texts:
        understood(text)
    for chart in made.page.charts:
        assert title_of(chart.variable)


def test_two_settings_of_the_same_are_refused():
    with pytest.raises(InputError, match="set the same"):
        expand("review(hold) + no_review()", {})
    assert state("russia", [], {"review": "hold"}).world == "review(hold)"


def test_quarters_and_names():
    assert [in_quarters(x) for x in ("2026", "2026.25", "2030.75")] == ["2026Q1", "2026Q2", "2030Q4"]
    assert len(allies()) == 31 and list(allies().values()) == sorted(allies().values())
