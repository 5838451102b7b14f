"""A small made-up reading with one answer of every kind, for the tests of the report and the app."""

from __future__ import annotations

from overstretch.claims.record import BaseRate, Condition, Driver, Evidence, Otherwise, Resolution, Settled, Verdict
from overstretch.questions import say
from overstretch.questions.form import to_json
from overstretch.questions.text import parse
from overstretch.statements.document import Document
from overstretch.statements.record import Moment, Proposition, Read, Speaker, Statement

HOSTILE = 'costs <script>alert("x")</script> & "more" than planned [bold]'

DOCUMENTS = [
    Document(name="gazette.txt", text="x", title="A made-up <b>gazette</b>", outlet="The Gazette", date="2025-07-03"),
    Document(name="courier.txt", text="x", outlet=None, date=None),
    Document(name="empty.txt", skipped="the file is empty"),
]


def statement(number: int, content: str, doc: str = "gazette.txt", **fields: object) -> Statement:
    """A statement with the fields that a test does not care about filled in."""
    given: dict[str, object] = {
        "speaker": Speaker(mention="the minister", canonical="Ada Example"),
        "form": "indirect",
        "force": "assert",
        "modality": "could",
        "said_at": Moment(text="on Thursday", date="2025-07-03", granularity="day"),
    }
    return Statement(id=f"s{number}", doc=doc, spans=[(0, 1)], content=content, **(given | fields))  # type: ignore[arg-type]


STATEMENTS = [
    statement(1, "the bigger budgets of the allies could tear their alliance apart", via="the TASS agency"),
    statement(2, "bigger budgets might be the end of the alliance", "courier.txt", form="direct", same_as=["s1"]),
    statement(
        3,
        "every ally is to spend 5% of its output on security by 2035",
        force="commit",
        modality="plan",
        speaker=Speaker(mention="leaders", canonical="NATO leaders"),
    ),
    statement(
        4,
        "every ally is to spend 5% of its output on security by 2035",
        force="commit",
        modality="plan",
        duplicate_of="s3",
    ),
    statement(5, "the arms race could cost the ruler his office", force="warn"),
    statement(6, "the tools that carried the war economy are close to used up", modality="is"),
    statement(7, "the army could threaten its neighbours within five years", speaker=None, said_at=None),
    statement(8, "the country falls into recession next year", form="direct", modality="will"),
    statement(
        9,
        HOSTILE,
        force="deny",
        not_testable_because="could not place <i>costs</i>",
        nearest="core_share(ESP, 2029) >= 3.5",
    ),
    statement(
        10,
        "it was a good meeting",
        "courier.txt",
        force="evaluate",
        not_testable_because="an evaluation without a measurable content",
    ),
    statement(
        11,
        "the army is about to attack <u>an ally</u>",
        form="direct",
        proposition=Proposition(
            question="happens(attack_on_nato, POL, by 2030-12)",
            asks="likely",
            read=[Read(part="event: attack_on_nato", text="attack")],
            set_aside=[Read(part="no part of the claim", text="about to")],
        ),
    ),
    statement(12, "the spending passed two percent", modality="has"),
]


def verdict(ids: list[str], question: str, state: str, word: str, **fields: object) -> Verdict:
    """An answer with the fields that a test does not care about filled in; claim and question in words follow from the
    text."""
    asked = parse(question)
    given: dict[str, object] = {
        "as_of": "2025-07-03",
        "form": to_json(asked),
        "asks": "likely",
        "claim": say.claim(asked),
        "asked": say.ask(asked),
        "horizon": 2035,
        "resolution": Resolution(rule="the yearbook of that year says so", date="2036-06-30"),
    }
    if "probability" in fields:
        given |= {"sampling_error": 0.001}
    return Verdict(statements=ids, question=question, state=state, word=word, **(given | fields))  # type: ignore[arg-type]


VERDICTS = [
    verdict(
        ["s1", "s2"],
        "effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution, by 2035-12, default)) > 0",
        "open",
        "exceptionally unlikely",
        probability=0.0042,
        interval=(0.0007, 0.021),
        likelihood="exceptionally unlikely: under one in 100",
        asks="possible",
        base_rate=BaseRate(
            probability=0.0035, events=0, exposure=1432, unit="member-years", source="Accession records, 1949-2024"
        ),
        effect=0.0006,
        effect_interval=(-0.0021, 0.0034),
        effect_unit="probability",
        effect_words="+0.1 points of probability (\u22120.2 to +0.3)",
        evidence=Evidence(grade="D", because="the effect of strain is scored on no case yet", scored=False),
        drivers=[
            Driver(name="exit_rate", index=0.41),
            Driver(name="strain_alliance", index=0.17),
            Driver(name="us_withdrawal", index=0.06),
        ],
        by_variant={
            "alliance": {"burden sharing": 0.006, "threat": 0.004, "base rate only": 0.003},
            "review": {"inertial": 0.0042, "shortfall-driven": 0.0041, "threat-driven": 0.0045},
        },
        because="Its sign turns with the sign of a prior drawn around zero.",
        defaults=["the moment: by the end of 2035"],
        warnings=["said after the cut-off 2025-07-03: s1"],
    ),
    verdict(
        ["s3"],
        "count(ALLIES: total_share(2035) >= 5) == all",
        "open",
        "extremely unlikely",
        probability=0.021,
        interval=(0.001, 0.06),
        likelihood="extremely unlikely: 2 in 100 (under 1 to 6)",
        base_rate=BaseRate(
            probability=0.22, events=7, exposure=32, unit="allies", source="Wales pledge, editions to 2024"
        ),
        conditions=[
            Condition(
                limits={"pledge_pull": (0.16, None), "will_common": (0.61, 0.97)},
                coverage=0.63,
                density=0.21,
                support=412,
            )
        ],
        drivers=[Driver(name="will_common", index=0.52), Driver(name="pledge_pull", index=0.24)],
        by_variant={"alliance": {"burden sharing": 0.002, "threat": 0.005, "base rate only": 0.029}},
        evidence=Evidence(grade="C", because="28 cases: figures and intervals, no pass mark"),
        otherwise=[Otherwise(words="the core part alone (3.5%), the same number", probability=0.04)],
        because="By what was known on 3 July 2025 it is extremely unlikely: 2 in 100 (under 1 to 6), the share of "
        "the futures in which it comes true.",
    ),
    verdict(
        ["s5"],
        "happens(leader_exit[forced], RUS, by 2035-12)",
        "open",
        "unlikely",
        probability=0.24,
        interval=(0.11, 0.41),
        likelihood="unlikely: 24 in 100 (11 to 41)",
        base_rate=BaseRate(
            probability=0.27,
            events=11,
            exposure=400.5,
            unit="leader-years, tenure ≥ 15 years and age ≥ 70",
            source="Archigos, 1946-2014",
        ),
        evidence=Evidence(grade="C", because="the interval of the score holds zero"),
    ),
    verdict(
        ["s6"],
        "core_share(ESP, 2025) >= 2.05",
        "settled",
        "false",
        probability=0.83,
        interval=(0.825, 0.834),
        horizon=2025,
        likelihood="likely: 83 in 100 (83 to 83)",
        settled=Settled(
            word="false",
            figure="2.00% of GDP for 2025",
            grade="an estimate",
            source="NATO, edition 2026-07",
            published="2026-07-10",
            since=True,
        ),
        evidence=Evidence(grade="B", because="better than the last value in one case"),
    ),
    verdict(
        ["s7"],
        "core_share(ESP, 2025) >= 2",
        "settled",
        "too close to call",
        horizon=2025,
        asks="fact",
        settled=Settled(
            word="too close to call",
            figure="2.00% of GDP for 2025",
            grade="an estimate, reported by the party itself",
            source="a ministry",
            published="2025-07-01",
        ),
        evidence=Evidence(grade="A", because="settled by published figures; no law is used"),
        because="A usual revision of such a figure would turn it.",
    ),
    verdict(
        ["s8"],
        "happens(recession, RUS, by 2026-12)",
        "open",
        "about as likely as not",
        horizon=2026,
        probability=0.42,
        interval=(0.14, 0.67),
        likelihood="about as likely as not: 42 in 100 (14 to 67)",
        otherwise=[
            Otherwise(words="two falling quarters in a row, seasonally adjusted", probability=0.78, usual=True),
            Otherwise(words="a fall of 5%", probability=0.002),
        ],
        resolution=Resolution(
            rule="national accounts say so", date="2026-12-31", so_far="1.4% for 2025; nothing is settled by it"
        ),
    ),
    verdict(
        ["s11"],
        "happens(attack_on_nato, POL, by 2030-12)",
        "not answered",
        "not answered",
        because="Not answered: understood; no attack is simulated; capability alone is.",
    ),
    verdict(
        ["s12"],
        "core_share(DEU, 2024) >= 2",
        "settled",
        "true",
        asks="fact",
        horizon=2024,
        settled=Settled(
            word="true",
            figure="2.12% of GDP for 2024",
            grade="final",
            source="NATO, edition 2025-06",
            published="2025-06-24",
        ),
    ),
]

RUN = {
    "version": "0.1.0",
    "seed": 7,
    "as_of": "2025-07-03",
    "futures": 512,
    "horizon": None,
    "versions": {"numpy": "2", "xarray": "1"},
    "facts": "digest-of-facts",
}
