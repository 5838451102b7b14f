"""A small made-up reading with one verdict of every kind, for the tests of the report and the app."""

from __future__ import annotations

from overstretch.claims.record import BaseRate, Condition, Driver, Evidence, Resolution, Verdict
from overstretch.statements.document import Document
from overstretch.statements.record import Moment, Speaker, Statement

HOSTILE = 'costs <script>alert("x")</script> & "more" than planned [bold]'

DOCUMENTS = [
    Document(name="gazette.txt", text="x", title="A made-up <b>gazette</b>", outlet="The Gazette", date="2025-07-03"),
    Document(name="courier.txt", text="x", outlet=None, date=None),
    Document(name="empty.txt", skipped="the file is empty"),
]


def statement(number: int, content: str, doc: str = "gazette.txt", **fields: object) -> Statement:
    """A statement with the fields that a test does not care about filled in."""
    given: dict[str, object] = {
        "speaker": Speaker(mention="the minister", canonical="Ada Example"), "form": "indirect", "force": "assert", "modality": "could",
        "said_at": Moment(text="on Thursday", date="2025-07-03", granularity="day"),
    }  # fmt: skip
    return Statement(id=f"s{number}", doc=doc, spans=[(0, 1)], content=content, **(given | fields))  # type: ignore[arg-type]


STATEMENTS = [
    statement(1, "the bigger budgets of the allies could tear their alliance apart", via="the TASS agency"),
    statement(2, "bigger budgets might be the end of the alliance", "courier.txt", form="direct", same_as=["s1"]),
    statement(3, "every ally is to spend 5% of its output on security by 2035", force="commit", modality="plan",
              speaker=Speaker(mention="leaders", canonical="NATO leaders")),
    statement(4, "every ally is to spend 5% of its output on security by 2035", force="commit", modality="plan", duplicate_of="s3"),
    statement(5, "the arms race could cost the ruler his office", force="warn"),
    statement(6, "the tools that carried the war economy are close to used up", modality="is"),
    statement(7, "the army could threaten its neighbours within five years", speaker=None, said_at=None),
    statement(8, "the country falls into recession next year", form="direct", modality="will"),
    statement(9, HOSTILE, force="deny", not_testable_because="no template covers <i>costs</i> of this kind"),
    statement(10, "it was a good meeting", "courier.txt", force="evaluate", not_testable_because="an evaluation without a measurable content"),
]  # fmt: skip


def verdict(ids: list[str], question: str, word: str, probability: float | None, **fields: object) -> Verdict:
    """A verdict with the fields that a test does not care about filled in."""
    given: dict[str, object] = {
        "template": "made_up", "slots": {"year": 2035}, "horizon": 2035, "interval": None, "base_rate": None, "effect": None,
        "effect_interval": None, "conditions": None, "drivers": None, "evidence": None,
        "resolution": Resolution(rule="the yearbook of that year says so", date="2036-06-30"),
    }  # fmt: skip
    return Verdict(statements=ids, question=question, verdict=word, probability=probability, **(given | fields))  # type: ignore[arg-type]


VERDICTS = [
    verdict(["s1", "s2"], "By the end of 2035, is the alliance dissolved if the allies' pledge is sustained?", "undecided", 0.0042,
            interval=(0.0007, 0.021), base_rate=BaseRate(probability=0.0035, events=0, exposure=1432, unit="member-years", source="Accession records, 1949-2024"),
            effect=0.0006, effect_interval=(-0.0021, 0.0034), evidence=Evidence(grade="D", because="the effect of strain is scored on no case yet"),
            drivers=[Driver(name="exit_rate", index=0.41), Driver(name="strain_alliance", index=0.17), Driver(name="us_withdrawal", index=0.06)],
            by_variant={"alliance": {"burden sharing": 0.006, "threat": 0.004, "base rate only": 0.003}, "review": {"inertial": 0.0042, "shortfall-driven": 0.0041, "threat-driven": 0.0045}},
            sampling_error=0.0004, likelihood="exceptionally unlikely", because="the sign of the effect is set by judgement alone",
            warnings=["The statement was made after the cut-off."]),
    verdict(["s3"], "Does the core and related defence spending of all allies stand at 5% of GDP or more in 2035?", "not supported", 0.012,
            interval=(0.001, 0.06), base_rate=BaseRate(probability=0.22, events=7, exposure=32, unit="ally pledges", source="Wales pledge, editions to 2024"),
            conditions=[Condition(limits={"pledge_pull": (0.16, None), "will_common": (0.61, 0.97)}, coverage=0.63, density=0.21, support=412)],
            drivers=[Driver(name="will_common", index=0.52), Driver(name="pledge_pull", index=0.24)],
            evidence=Evidence(grade="C", because="28 cases: figures and intervals, no pass mark"), sampling_error=0.001, likelihood="very unlikely",
            because="a plan is supported if its delivery is likely"),
    verdict(["s5"], "By the end of 2035, does the ruler lose office irregularly or by a forced exit?", "weak", 0.24, interval=(0.11, 0.41),
            base_rate=BaseRate(probability=0.27, events=11, exposure=400.5, unit="leader-years", source="Archigos, 1946-2014"), effect=0.013, effect_interval=(-0.02, 0.05),
            evidence=Evidence(grade="C", because="the interval of the score holds zero"), likelihood="unlikely"),
    verdict(["s6"], "Are the tools of the war economy close to their limits at the cut-off?", "supported", 0.83, interval=(0.61, 0.95), horizon=None,
            evidence=Evidence(grade="B", because="better than the last value in one case"), likelihood="likely"),
    verdict(["s7"], "Are the forces rebuilt within five years?", "contradicted", 0.004, interval=(0.0, 0.01), likelihood="exceptionally unlikely",
            resolution=Resolution(rule="both thresholds are met", date="2030-06-30", outcome="open")),
    verdict(["s8"], "Does output fall in two quarters in a row by the end of 2026?", "void", None, horizon=2026),
]  # fmt: skip

RUN = {
    "version": "0.1.0", "seed": 7, "as_of": "2025-07-03", "futures": 512, "horizon": None,
    "versions": {"numpy": "2", "xarray": "1"}, "facts": "digest-of-facts",
}  # fmt: skip
