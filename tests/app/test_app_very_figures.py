"""What is printed under a page gives the numbers on the page: the Python and the command lines are run as they
stand."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")

from overstretch.app import explore, worlds
from overstretch.app.address import state

SHOWN = """
import json
rows = [(v.question, v.probability, v.interval, v.effect, v.effect_interval) for v in result.verdicts]
ends = [float(futures[world]["core_share"].sel(actor="POL", year=2035).quantile(q)) for world in ("base", "oil(40)") for q in (0.05, 0.5, 0.95)]
print(json.dumps({"rows": rows, "ends": ends}))
"""


def printed_by(line):
    """What a printed command line gives, as its JSON."""
    command = [sys.executable, "-c", "from overstretch.cli import main; main()", *shlex.split(line)[1:], "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.slow
def test_the_lines_under_a_page_give_its_numbers():
    made = state("ally", ["POL"], {"oil": "40", "futures": "1024", "as_of": "2025-07-03"})
    shown = explore.full(made, worlds.held(*made.run))
    done = subprocess.run(
        [sys.executable, "-c", shown["lines"]["python"] + SHOWN], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    of_python = {row[0]: row[1:] for row in found["rows"]}
    asking, _ = shown["lines"]["command"].splitlines()
    table = printed_by(asking)
    assert len(table["rows"]) == len(found["rows"]) == 2 * len(shown["rows"])
    printed = json.dumps(table["rows"])
    for number, row in enumerate(shown["rows"]):
        before, after = (list(of_python.values())[number + k * len(shown["rows"])] for k in (0, 1))
        assert (row["before"]["value"], [row["before"]["low"], row["before"]["high"]]) == (before[0], before[1])
        assert (row["after"]["value"], [row["after"]["low"], row["after"]["high"]]) == (after[0], after[1])
        assert (
            row["difference"]["value"] == after[2] and [row["difference"]["low"], row["difference"]["high"]] == after[3]
        )
        assert str(row["after"]["value"]) in printed and str(row["before"]["value"]) in printed
    chart = shown["charts"][0]
    at = chart["base"]["at"].index(2035)
    page = [chart[world][q][at] for world in ("base", "changed") for q in ("q05", "q50", "q95")]
    assert page == pytest.approx(found["ends"], rel=1e-4)


@pytest.mark.slow
def test_the_line_that_runs_the_worlds_gives_the_figures_of_the_chart():
    made = state("russia", [], {"oil": "40", "futures": "1024", "as_of": "2025-07-03"})
    held = worlds.held(*made.run)
    _, running = explore.lines(made, held.day)["command"].splitlines()
    (headline,) = printed_by(running)["rows"]
    (row,) = [row for row in headline["rows"] if row["outcome"] == "Russia's burden 2030"]
    drawn = explore.charts(made, held, held.changed(made.world)[1])
    (chart,) = [one for one in drawn if (one["variable"], one["actor"]) == ("core_share", "RUS")]
    at = chart["base"]["at"].index(2030)
    for world, node in (("base", "base"), ("changed", "oil(40)")):
        page = [chart[world][q][at] for q in ("q05", "q50", "q95")]
        assert page == pytest.approx([row[node][end] for end in ("low", "value", "high")], rel=1e-4)
