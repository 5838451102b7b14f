"""Parts of years in words, ends and starts of stretches, days and weeks, fragments that date a claim."""

from datetime import date

import pytest
from tests.claims.test_turned import asked

from overstretch.claims.reader.moments import moments

SAID = date(2026, 4, 15)

READ = (
    ("in the second quarter of last year", "in 2025-Q2"),
    ("in the third quarter of next year", "in 2027-Q3"),
    ("by May next year", "by 2027-05"),
    ("in October this year", "in 2026-10"),
    ("in H2 2028", "in 2028-H2"),
    ("in Q4", "in 2026-Q4"),
    ("by Q2 next year", "by 2027-06"),
    ("last quarter", "in 2026-Q1"),
    ("in the three months to June", "in 2026-Q2"),
    ("before July is out", "by 2026-07"),
    ("by the time 2029 has ended", "by 2029-12"),
    ("before the second quarter is over", "by 2026-06"),
    ("by the end of the first half of 2029", "by 2029-06"),
    ("by the end of next summer", "by 2026-08"),
    ("by end of November 2027", "by 2027-11"),
    ("at the end of the year before last", "by 2024-12"),
    ("when March began", "in 2026-03"),
    ("before June begins", "before 2026-06"),
    ("by midyear", "by 2026-06"),
    ("midway through 2028", "by 2028-06"),
    ("within two hundred days", "by 2026-11"),
    ("inside eight weeks", "by 2026-06"),
    ("inside of four years", "by 2030-04"),
    ("in under ten months", "by 2027-02"),
    ("three years, tops", "by 2029-04"),
    ("this November", "in 2026-11"),
    ("by Thanksgiving", "by 2026-11"),
    ("over the summer of 2028", "by 2028-08"),
)
NONE = ("this February", "by mid-year of the pact", "the quarter", "this fiscal year", "the fall in the year")


@pytest.mark.parametrize(("words", "when"), READ)
def test_words_of_a_part_of_a_year(words, when):
    [moment] = moments(words, SAID)
    assert f"{moment.when.relation} {moment.when.first}" == when
    assert (moment.start, moment.end) == (0, len(words))


@pytest.mark.parametrize("words", NONE)
def test_words_that_name_no_moment(words):
    assert not [m for m in moments(words, SAID) if m.end - m.start == len(words)]


@pytest.mark.parametrize(
    ("text", "question"),
    (
        ("There will be a truce in Ukraine. By Thanksgiving.", "happens(ceasefire, UKR, by 2026-11)"),
        ("Russia is heading for recession. Next year.", "happens(recession, RUS, 2027)"),
        ("Latvia will be spending at least 5 percent of GDP on defence. In 2028.", "core_share(LVA, 2028) >= 5"),
        ("The shooting in Ukraine will have stopped by the autumn after next.", None),
        ("There will be a truce in Ukraine. By autumn, or not at all.", None),
    ),
)
def test_a_fragment_behind_a_claim_dates_it(text, question):
    assert asked(text) == ([question] if question else [])
