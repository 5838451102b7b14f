"""A stand-in for the two jobs, so that the app is tested without a simulation: the made-up reading of the report's
tests and toy futures. The real jobs are tested where they live."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

for room in ("claims", "report"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))

import sample  # noqa: E402
from synthetic import synthetic_futures  # noqa: E402

from overstretch import facts, jobs  # noqa: E402
from overstretch.report import write_report  # noqa: E402

WORLDS = ["keep_pledge()", "hold_burden(2024)", "sustain_rus_burden()", "rus_burden(2021)"]


@pytest.fixture(scope="session")
def result():
    known = facts.load().as_of("2025-07-03")
    futures = synthetic_futures(256, WORLDS, seed=1)
    return jobs.CheckResult(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS, futures, known, sample.RUN)


@pytest.fixture
def made_up_jobs(monkeypatch, result):
    """Replace `jobs.check` and `jobs.run`; the list that is returned records how they were called."""
    calls = []

    def check(articles, *, futures, seed, as_of, horizon=None, out=None, progress=None, **other):
        paths = [articles] if isinstance(articles, str) else list(articles)
        texts = [path if isinstance(path, str) else Path(path).read_text(encoding="utf-8") for path in paths]
        calls.append({"texts": texts, "futures": futures, "seed": seed, "as_of": as_of, "out": out})
        progress("read", 0.0)
        progress("simulate", 0.5)
        if out is not None:
            Path(out).mkdir(parents=True)
            write_report(
                Path(out) / "report.html", statements=result.statements, verdicts=result.verdicts,
                documents=result.documents, futures=result.futures, facts=result.facts, run=result.run,
            )  # fmt: skip
            (Path(out) / "verdicts.json").write_text("[]", encoding="utf-8")
        return result

    def run(system="nato-russia", *, futures=1024, seed=1, as_of="2025-07-03", do=(), progress=None, **other):
        calls.append({"do": list(do), "futures": futures, "seed": seed})
        return synthetic_futures(256, list(do), seed=seed)

    monkeypatch.setattr(jobs, "check", check)
    monkeypatch.setattr(jobs, "run", run)
    return calls
