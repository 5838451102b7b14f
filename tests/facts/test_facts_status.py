"""How old a run's inputs are: found by recording what `prepare` reads, dated by the publishers' calendars."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from overstretch import facts
from overstretch.claims.grounds import inputs_of
from overstretch.facts import ages, registry
from overstretch.facts.reads import recorder
from overstretch.questions.text import parse
from overstretch.systems import inputs as found
from overstretch.systems import load_system
from overstretch.systems.declare import shipped_systems
from overstretch.systems.uses import LAWS_OF_VARIABLES

DAY = "2026-11-22"


@pytest.fixture(scope="module")
def held(base) -> list[ages.Input]:
    return found.inputs(DAY, facts=base)


def run(*arguments: str, columns: int = 80):
    from overstretch.cli.facts import app

    return CliRunner(env={"COLUMNS": str(columns), "TERM": "dumb"}).invoke(app, list(arguments))


def test_a_recorder_notes_what_is_read_and_answers_the_same(base):
    known = base.as_of(DAY)
    notes = recorder(known)
    assert notes.has("key_rate", "RUS") and not notes.named
    assert notes.series("key_rate", "RUS").equals(known.series("key_rate", "RUS"))
    assert notes.panel("core_share").equals(known.panel("core_share"))
    assert notes.named == {("key_rate", "RUS")} and ("core_share", "POL") in notes.whole
    notes.panel("gdp_growth", ["DEU"])
    notes.value("count_leader_exit_regular", "T15_A70", "1946/2014")
    assert ("gdp_growth", "DEU") in notes.named and ("gdp_growth", "DEU") not in notes.whole
    assert notes.periods == {("count_leader_exit_regular", "T15_A70"): "1946/2014"}


def test_every_input_of_every_shipped_system_has_its_laws(base):
    read = set()
    for name in shipped_systems():
        system = load_system(name)
        day = DAY if name == "nato-russia" else system.as_of.isoformat()
        known = base.as_of(day, reconstructed=day < facts.EARLIEST)
        pairs = found.reads(system, known)
        assert pairs, name
        for variable, _ in pairs:
            assert found.laws_of(system, variable), f"{name}: {variable} is read, but no law is declared that uses it"
        read |= {variable for variable, _ in pairs}
    system = load_system("nato-russia")
    read |= {variable for variable, _ in found.reads(system, base.as_of("2025-07-03"))}
    stand_ins = {
        "national_defence_share_plan",
        "brent_price",
    }  # read where no share of military spending, no month of Urals was known
    assert set(LAWS_OF_VARIABLES) - stand_ins <= read


def test_the_laws_of_some_inputs(held):
    laws = {one.variable: one.laws for one in held}
    assert laws["key_rate"] == ("war_economy",) and laws["escape_clause"] == ("finance",)
    assert "pledge" in laws["plan_core_share"] and "alliance" in laws["count_nato_exits"]


def test_figures_ages_and_staleness(base, held):
    known = base.as_of(DAY)
    rate = next(one for one in held if one.variable == "key_rate")
    fact = known.latest("key_rate", "RUS")
    assert (rate.low, rate.period, rate.published) == (("RUS", fact.value), fact.period, fact.published)
    assert rate.age == (date.fromisoformat(DAY) - date.fromisoformat(fact.published)).days
    assert rate.usual == 49 and rate.stale == (rate.age > 49)
    share = next(one for one in held if one.variable == "core_share")
    panel = known.panel("core_share").loc[2026].drop(["NATO_TOTAL", "NATO_EUR_CAN"])
    assert (share.low, share.high) == ((panel.idxmin(), panel.min()), (panel.idxmax(), panel.max()))
    assert share.next == "2027-07-10" and not share.stale and len(share.entities) == 31
    closed = next(one for one in held if one.variable == "exposure_leader_years")
    assert (closed.period, closed.usual, closed.next, closed.stale) == ("1946/2014", None, "", False)
    assert any(one.stale for one in held) and not all(one.stale for one in held)


def test_in_short_groups_by_publication_and_names_the_longest_overdue_first(held):
    old, short = ages.stale(held), ages.in_short(held)
    assert (short.inputs, short.older) == (len(held), len(old)) and sum(one.inputs for one in short.overdue) == len(old)
    weo = next(one for one in short.overdue if one.publication == "IMF World Economic Outlook")
    first = next(one for one in old if one.variable == "gdp_lcu")
    assert (weo.age, weo.usual, weo.published) == (first.age, first.usual, first.published) and weo.inputs == 11
    late = [one.age - one.usual for one in short.overdue]
    assert late == sorted(late, reverse=True)
    line = short.line(names=2)
    assert line.startswith(f"{len(old)} of {len(held)} inputs are older than usual: {short.overdue[0].publication} (")
    assert "IMF World Economic Outlook (404 days, usual 188)" in short.line()
    assert line.endswith(f"{len(short.overdue) - 2} more publications.") and line.count(" days, usual ") == 2
    fresh = [one for one in held if not one.stale]
    assert ages.in_short(fresh).line() == f"None of {len(fresh)} inputs is older than usual."


def test_ages_count_to_the_cut_off_given(base):
    then = ages.in_short(found.inputs("2025-07-03", facts=base))
    assert then.older == 1 and then.overdue[0].publication == "NATO, Defence Expenditure of NATO Countries"


def test_the_inputs_behind_a_question(held):
    def behind(text: str) -> set[str]:
        return {one.variable for one in inputs_of(parse(text), held)}

    fund, share = behind("fund_liquid(RUS, 2027) <= 1"), behind("core_share(DEU, 2029) >= 3.5")
    assert {"nwf_liquid", "urals_price"} <= fund and "core_share" not in fund and "escape_clause" not in fund
    assert {"core_share", "plan_core_share"} <= share and not {"nwf_liquid", "debt_gross"} & share
    assert "debt_gross" in behind("debt_ratio(ITA, 2030) >= 140")
    assert behind("happens(alliance_dissolution, by 2035)") == {one.variable for one in held if "alliance" in one.laws}
    assert ages.in_short(inputs_of(parse("us_troops_europe(USA, 2027) <= 50"), held)).line().startswith("No inputs")


def test_an_own_figure_of_the_day_is_no_longer_stale(base):
    facts.add_figure("unemployment_rate", "Russia", "2026-10", 2.3, source="Rosstat", published="2026-11-20")
    new = next(one for one in found.inputs(DAY) if one.variable == "unemployment_rate")
    old = next(one for one in found.inputs(DAY, facts=base) if one.variable == "unemployment_rate")
    assert (new.period, new.age, new.stale, new.user) == ("2026-10", 2, False, True) and old.stale and not old.user


@given(st.sampled_from(sorted(registry.variables())), st.dates(date(2024, 7, 1), date(2026, 11, 1)))
def test_the_next_release_comes_after_the_last_by_no_more_than_its_calendar(variable, published):
    entry = registry.variable(variable)
    period = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}.get(entry.frequency, "%Y-%m")
    ended = published.replace(day=1) - timedelta(1) if entry.frequency == "month" else published
    text = ages.next_release(variable, ended.strftime(period), "actual", published.isoformat())
    if text:
        ahead = (date.fromisoformat(text) - published).days
        assert -366 < ahead <= 366 + 365 + (entry.lag_days or 0)
    if entry.group == "weo":
        assert ages.SOON < (date.fromisoformat(text) - published).days <= 183 + ages.SOON + 1
        assert text[5:] in ("04-20", "10-20")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_command_prints_every_input_and_cuts_no_figure(held, columns, monkeypatch, base):
    monkeypatch.setattr("overstretch.systems.inputs.load", lambda: base)
    result = run("status", "--as-of", DAY, columns=columns)
    assert result.exit_code == 0, result.output
    words = result.stdout.replace("│", " ").split()
    for one in held:
        assert f"{one.low[1]:,.6g}" in words and f"{one.high[1]:,.6g}" in words, one
        assert any(word.strip("();,") == one.published for word in words), one
    assert max(map(len, result.stdout.splitlines())) <= columns
    assert f"{len(ages.stale(held))} of {len(held)} inputs" in " ".join(words)


def test_json_goes_to_standard_output_or_a_file(held, tmp_path, monkeypatch, base):
    monkeypatch.setattr("overstretch.systems.inputs.load", lambda: base)
    printed = json.loads(run("status", "--json", "--as-of", DAY).stdout)
    assert (printed["as_of"], len(printed["rows"])) == (DAY, len(held)) and printed["summary"] == ages.in_short(
        held
    ).line()
    path = tmp_path / "status.json"
    assert run("status", "--as-of", DAY, "--stale", "--json", str(path)).stdout == ""
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    assert [row["variable"] for row in rows] == [one.variable for one in held if one.stale]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "fund"),
        ("show", "key_rate"),
        ("show", "core_share", "-e", "POL"),
        ("compare", "core_share", "-e", "POL"),
        ("compare", "core_share", "-e", "POL", "--as-of", "2025-07-01"),
        ("check",),
    ],
)
def test_tables_as_json_and_in_any_width(arguments, tmp_path):
    rows = json.loads(run(*arguments, "--json").stdout)["rows"]
    assert rows and all(isinstance(row, dict) for row in rows)
    path = tmp_path / "out.json"
    assert run(arguments[0], "--json", str(path), *arguments[1:]).exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["rows"] == rows
    for columns in (30, 80):
        lines = run(*arguments, columns=columns).stdout.splitlines()
        assert not any(line.endswith("…") for line in lines)


def test_a_code_is_said_in_words(held):
    (war,) = (one for one in held if one.variable == "war_state")
    assert war.figure in ("active", "ceasefire", "none")
