"""Verbs by which a figure moves or stands, sizes of a change in parts, points and words of size, reasons behind a
claim. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # of itself, and by somebody
    "Spain's public debt will spiral to 104% of GDP in 2028.": "debt_ratio(ESP, 2028) about 104",
    "Spain's public debt will grind higher to 104% of GDP in 2028.": "debt_ratio(ESP, 2028) about 104",
    "Inflation in Russia is cooling off to 6% in 2027.": "inflation(RUS, 2027) about 6",
    "Inflation in Russia will flare back up to 9% in 2027.": "inflation(RUS, 2027) about 9",
    "Romania's deficit will gape to 8% of GDP in 2026.": "balance(ROU, 2026) about -8",
    "Urals crude will claw its way back to $70 a barrel in 2027.": "oil_price(RUS, 2027) >= 70",
    "Belgium will grind its budget deficit down to 4% of GDP in 2028.": "balance(BEL, 2028) >= -4",
    "Belgium will claw its budget deficit back to 4% of GDP in 2028.": "balance(BEL, 2028) >= -4",
    "Belgium will not grind its budget deficit down to 4% of GDP in 2028.": "not balance(BEL, 2028) >= -4",
    "The Bank of Russia will crank up its key rate to 17% by the end of 2026.": "policy_rate(RUS, by 2026-12) >= 17",
    "The Bank of Russia will inch its key rate down to 12% by the end of 2026.": "policy_rate(RUS, by 2026-12) <= 12",
    "Danish defence spending will be fattened by 12% in 2027.": "change(defence_spending(DNK, 2027), from 2026, percent) >= 12",
    "Danish defence spending was clipped to 2.3% of GDP in 2025.": "core_share(DNK, 2025) about 2.3",
    "America's troop presence in Europe will be drawn down to 65,000 by the end of 2027.": "us_troops_europe(USA, by 2027-12) <= 65000",
    "Russia's armed forces will bulk up by 90,000 personnel by the end of 2027.": "change(personnel(RUS, by 2027-12), from 2026, absolute) >= 90000",
    "Russia's oil and gas revenue will give up 15% in 2027.": "change(oil_gas_revenue(RUS, 2027), from 2026, percent) <= -15",
}

READ |= {  # past a mark, from above or from below
    "Russia's inflation may sink through the 5% mark by December.": "inflation(RUS, by 2026-12) < 5",
    "Urals could crash through the 40-dollar mark this year.": "oil_price(RUS, 2026) < 40",
    "The rouble could slide past 110 to the dollar in 2027.": "exchange_rate(RUS, 2027) > 110",
    "Russia's unemployment could climb through the 4% mark in 2027.": "unemployment(RUS, 2027) > 4",
    "Belgium's debt will vault past 110% of GDP in 2027.": "debt_ratio(BEL, 2027) > 110",
    "Urals will plummet below 40 dollars a barrel in 2027.": "oil_price(RUS, 2027) < 40",
    "Inflation in Russia will be tumbling below 4% in 2027.": "inflation(RUS, 2027) < 4",
}
READ |= {  # it stands at, is sold for, goes to
    "The rouble will be changing hands at 95 to the dollar in December 2026.": "exchange_rate(RUS, 2026-12) about 95",
    "Urals crude will sell for $55 a barrel in 2027.": "oil_price(RUS, 2027) about 55",
    "Inflation in Ukraine will see out 2026 at 8%.": "inflation(UKR, by 2026-12) about 8",
    "Romania's deficit will settle in at 7% of GDP in 2026.": "balance(ROU, 2026) about -7",
    "Greek public debt checked in at 146% of GDP in 2025.": "debt_ratio(GRC, 2025) about 146",
    "In 2027, 2.9% of French GDP will be eaten up by defence.": "core_share(FRA, 2027) about 2.9",
    "In 2027, 2.9% of Czech GDP will be tied up in defence.": "core_share(CZE, 2027) about 2.9",
    "Finland will stump up 3.1% of GDP for defence in 2027.": "core_share(FIN, 2027) >= 3.1",
    "Finland will give over 3.1% of GDP to defence in 2027.": "core_share(FIN, 2027) >= 3.1",
    "Finland's draft budget writes in a military outlay of 3.1% of GDP in 2027.": "core_share(FIN, 2027) >= 3.1",
    "Defence will hoover up 3.1% of Finnish GDP in 2027.": "core_share(FIN, 2027) about 3.1",
    "Finnish defence spending is up 12% this year.": "change(defence_spending(FIN, 2026), from 2025, percent) >= 12",
}

READ |= {  # how much larger
    "Dutch defence spending will be two-fifths fatter in 2028 than it was in 2025.": "change(defence_spending(NLD, 2028), from 2025, percent) >= 40",
    "Dutch defence spending will be a quarter above its 2025 level in 2028.": "change(defence_spending(NLD, 2028), from 2025, percent) >= 25",
    "Dutch defence spending in 2028 will exceed that of 2025 by a fifth.": "change(defence_spending(NLD, 2028), from 2025, percent) >= 20",
    "Dutch defence spending will show a rise of a fifth in 2027.": "change(defence_spending(NLD, 2027), from 2026, percent) >= 20",
    "Measured in euros, Dutch defence spending will be twice as high in 2030 as in 2024.": "change(defence_spending(NLD, 2030), from 2024, multiple, nominal) >= 2",
    "Spain's deficit will be three-quarters of a point of GDP narrower in 2027 than in 2026.": "change(balance(ESP, 2027), from 2026, absolute) >= 0.75",
    "Spain's deficit will be a point and a half wider in 2027 than in 2026.": "change(balance(ESP, 2027), from 2026, absolute) <= -1.5",
    "Spain's deficit will be trimmed by half a point of GDP in 2027.": "change(balance(ESP, 2027), from 2026, absolute) >= 0.5",
    "Russia's oil and gas revenue will be two-thirds of its 2024 level in 2026.": "change(oil_gas_revenue(RUS, 2026), from 2024, multiple) <= 0.667",
    "The price of Urals crude will be $8 a barrel dearer in 2027 than in 2026.": "change(oil_price(RUS, 2027), from 2026, absolute) >= 8",
    "Urals crude will be a tenth cheaper in 2027 than in 2026.": "change(oil_price(RUS, 2027), from 2026, percent) <= -10",
    "In 2027 Poland's economy will be 3% larger than in 2026 in real terms.": "growth(POL, 2027) about 3",
}

READ |= {  # why, and in spite of what
    "Finland will spend 3.1% of GDP on defence in 2027 despite the protests of the unions.": "core_share(FIN, 2027) >= 3.1",
    "Inflation in Ukraine will be 7% in 2027 thanks to a good harvest.": "inflation(UKR, 2027) about 7",
    "Inflation in Ukraine will be 7% in 2027 as the war grinds on.": "inflation(UKR, 2027) about 7",
    "Russia's deficit will be 4% of GDP in 2026 because oil receipts disappoint.": "balance(RUS, 2026) about -4",
}

REFUSED = [
    "Spain's corporate debt will spiral to 104% of GDP in 2028.",
    "Food inflation in Russia will flare back up to 9% in 2027.",
    "Belgium will grind its primary deficit down to 1% of GDP in 2028.",
    "The rouble will be changing hands at 95 to the euro in December 2026.",
    "In 2027, 2.9% of French GDP will be eaten up by interest.",
    "Finland will shovel 3.1% of GDP into defence and railways in 2027.",
    "Dutch defence spending per head will be a fifth larger in 2027 than in 2026.",
    "Urals exports will be a fifth lower in 2027 than in 2026.",
    "The Bundeswehr's reserve will be 20,000 soldiers larger in 2028 than in 2025.",
    "Measured in dollars, Dutch defence spending will be twice as high in 2030 as in 2024.",
    "Russian inflation will rise to 9% in 2027 because of rearmament.",
    "Russia's growth will be 1% in 2027 because inflation will rise.",
    "Finland will spend 3.1% of GDP on defence in 2027 despite a ceasefire.",
    "Poland's growth will be 3% in 2027 although it could be lower.",
    "Russia's growth will be 1% in 2027 while the war lasts.",
]


@pytest.mark.parametrize("sentence", READ)
def test_what_is_asked(sentence: str) -> None:
    assert asked(sentence)[:1] == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_refused(sentence: str) -> None:
    assert not asked(sentence)
