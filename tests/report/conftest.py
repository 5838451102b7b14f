"""Toy futures, real facts and a made-up reading, shared by the tests of the report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "claims"))
sys.path.insert(0, str(Path(__file__).parent))

import sample
from synthetic import synthetic_futures

from overstretch import facts
from overstretch.report import report_html
from overstretch.systems import load_system
from overstretch.systems.inputs import inputs_of

WORLDS = ["keep_pledge()", "hold_burden(2024)", "sustain_rus_burden()", "rus_burden(2021)"]


@pytest.fixture(scope="session")
def futures():
    return synthetic_futures(512, WORLDS, seed=1)


@pytest.fixture(scope="session")
def known():
    return facts.load().as_of("2025-07-03")


@pytest.fixture(scope="session")
def inputs(known):
    return tuple(inputs_of(load_system("nato-russia"), known))


@pytest.fixture(scope="session")
def html(futures, known, inputs):
    return report_html(
        statements=sample.STATEMENTS,
        verdicts=sample.VERDICTS,
        documents=sample.DOCUMENTS,
        futures=futures,
        facts=known,
        run=sample.RUN,
        inputs=inputs,
    )
