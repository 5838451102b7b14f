"""A rank in a group is no comparison with the whole of it; with others before it, it is no first place; a clock, a term
and a review have ends of their own; an event named after doubt is no hedge. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import DAY, asked

from overstretch.claims.compiler import compile_statements
from overstretch.statements.reading.by_hand import entry, read_entries

READ = {
    "Growth was lower in Germany than anywhere in the EU in 2024.": "growth(DEU, 2024) lowest of EU",
    "Growth was lower in Germany than in the EU in 2024.": "growth(DEU, 2024) < growth(EU, 2024)",
    "Growth in Poland will be higher than in any EU economy in 2027.": "growth(POL, 2027) highest of EU",
    "Debt will be lower in Estonia than anywhere in the alliance in 2028.": "debt_ratio(EST, 2028) lowest of ALLIES",
    "The deficit will be wider in Romania than anywhere in the EU in 2027.": "balance(ROU, 2027) lowest of EU",
    "Italy's debt will be the highest in the EU in 2028.": "debt_ratio(ITA, 2028) highest of EU",
    "Poland will be the alliance's biggest spender relative to GDP in 2028, after years of rearmament.": "core_share(POL, 2028) highest of ALLIES",
    "No ally will spend a larger share of GDP on defence than Poland in 2027.": "core_share(POL, 2027) highest of ALLIES",
    "By the review most allies will spend 3.5% of GDP on core defence.": "count(ALLIES: core_share(by 2029-12) >= 3.5) > 16",
    "Merz will not see out the year.": "happens(leader_exit, DEU, by 2026-12)",
    "Last week he said that Putin would be out of office in a year.": "happens(leader_exit, RUS, by 2027-03)",
    "Putin will be out of office in a year, or so analysts say.": "happens(leader_exit, RUS, by 2027-03)",
    "The war will drag on into 2028.": "not happens(war_end, UKR, before 2028-01)",
    "Unless something changes, Russia will be in recession in 2027.": "happens(recession, RUS, 2027)",
}
REFUSED = [
    "Growth was lower in Germany than almost anywhere in the EU in 2024.",
    "Growth in Poland will outstrip any in the EU in 2027.",
    "Unemployment was lower in Germany than anywhere in the euro area in 2024.",
    "Poland, after Lithuania, will be the alliance's biggest spender relative to GDP in 2028.",
    "Poland will be the alliance's biggest spender relative to GDP in 2028, among its larger members.",
    "Italy's debt will be the highest in the EU in 2028, just behind Greece.",
    "Italy's debt will be the highest in the EU in 2028, or nearly.",
    "No ally spends a larger share of GDP on defence than Poland plans to in 2027.",
    "Nobody in the alliance spent as much of its GDP on tanks as Poland in 2025.",
    "At the review, most allies will spend 3.5% of GDP on core defence.",
    "By the end of the current spending programme, Britain will spend 3% of GDP on defence.",
    "The next NATO report will show that 31 allies spend 2% of GDP on defence.",
    "Starmer will not serve out his mandate.",
    "He said a year ago that Russia's wealth fund would be empty within two years.",
    "In 2024 the IMF said Russia would be in recession within a year.",
    "Russia's wealth fund will be empty in two years, or three.",
    "Almost keeping the pledge would lift Italy's debt ratio by 6 points by 2035.",
    "Meeting most of its target would lift Germany's debt ratio by 6 points by 2035.",
    "The war has lasted into 2026.",
    "An ally will leave NATO by 2030 unless Trump goes.",
    "The alliance will have dropped its spending pledge by 2030, as long as Trump stays.",
]
HELD = {
    "Nobody in Brussels rules out that an ally will leave NATO by 2030.": "possible",
    "The number of allies above 3.5% of GDP in core defence could reach 12 in 2030.": "possible",
    "The number of allies above 3.5% of GDP in core defence will reach 12 in 2030.": "likely",
    "Article 5 will be in doubt in 2027.": "likely",
    "Article 5 will not be in doubt in 2027.": "likely",
    "Article 5 may be in doubt in 2027.": "possible",
    "The fear that Article 5 will be in doubt in 2027 is overdone.": "likely",
    "Nobody will doubt Article 5 in 2027.": "likely",
}


@pytest.mark.parametrize("sentence", READ)
def test_is_read_as_said(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_says_less_or_another_moment(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", HELD)
def test_is_held_as_said(sentence: str) -> None:
    found = read_entries([entry(sentence, None, DAY.isoformat())])
    compiled = compile_statements(found.statements, found.documents, DAY)
    assert [s.proposition.asks for s in compiled if s.proposition] == [HELD[sentence]]
