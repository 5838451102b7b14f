"""Parties by what they are, groups and counts in press style, ranks and races, figures crossed; what only looks like
it is refused. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

OF_IT = "{} will devote at least 3% of GDP to core defence by 2031."
DESCRIBED = {  # of a passage about the country: what is meant, or nothing
    ("The kingdom", "BEL"): "BEL",
    ("The small Nordic republic", "FIN"): "FIN",
    ("The Black Sea country", "BGR"): "BGR",
    ("The island nation", "ISL"): "ISL",
    ("The Iberian country", "DNK"): None,
    ("The Gulf kingdom", "NOR"): None,
    ("The neighbouring kingdom", "NOR"): None,
    ("The euro zone's third-largest economy", None): "ITA",
    ("Central Europe's biggest economy", None): "POL",
    ("Western Europe's biggest economy", None): None,
    ("The alliance's newest member", None): "SWE",
    ("The world's second-largest economy", None): None,
    ("Jonas Gahr Støre's Labour government", None): "NOR",
    ("Ulf Kristersson's Conservatives in Stockholm", None): "SWE",
    ("Sweden's opposition Social Democrats", None): None,
    ("The Norwegian exchequer", None): "NOR",
    ("The northernmost Baltic state", None): "EST",
    ("The trio of Baltic states together", None): "BALTICS",
    ("Taken together, NATO's Nordic quintet", None): "NORDICS",
    ("Taken together, Latvia, Estonia and Lithuania", None): "BALTICS",
    ("Taken together, the alliance's eastern bulwark", None): "FLANK",
    ("Taken together, NATO's southern flank", None): None,
    ("Taken together, America's 31 allies in the alliance", None): "EUROPE_CANADA",
    ("Taken together, the Europeans in NATO along with the Canadians", None): "EUROPE_CANADA",
    ("Taken together, the signatories of the Washington Treaty", None): "NATO",
}

GOVERNS = {
    "the tenant of the Elysée Palace": "FRA",
    "Turkey's long-serving strongman": "TUR",
    "the Kremlin's master": "RUS",
    "the man at the helm in Budapest": "HUN",
    "Chechnya's strongman": None,
    "the Kremlin spokesman": None,
    "Ukraine's commander-in-chief": None,
    "Germany's finance minister": None,
}

OF_ALLIES = "{} will be spending at least 4% of GDP on core defence by the end of 2031."
COUNTED = {
    "All bar five of the alliance's 32 members": "count(ALLIES: core_share(by 2031-12) < 4) == 5",
    "Every one of the alliance's members bar two": "count(ALLIES: core_share(by 2031-12) < 4) == 2",
    "A third or more of the alliance's 32 members": "count(ALLIES: core_share(by 2031-12) >= 4) >= 11",
    "Zero out of NATO's 30 European members": "count(EUROPE: core_share(by 2031-12) >= 4) == 0",
    "Nobody among NATO's 30 European members": "count(EUROPE: core_share(by 2031-12) >= 4) == 0",
    "A lone member of the alliance": "count(ALLIES: core_share(by 2031-12) >= 4) == 1",
    "A total of nine of the alliance's 32 members": "count(ALLIES: core_share(by 2031-12) >= 4) >= 9",
    "All but a handful of allies": None,
}

READ = {
    "The European half of the alliance will spend at least 3% of GDP on core defence in 2029.": "core_share(EUROPE, 2029) >= 3",
    "As tax receipts dwindle, seven or more European Union member states will be carrying public debt above 80% of GDP by 2029.": "count(EU: debt_ratio(by 2029-12) > 80) >= 7",
    "A solitary one of the 21 euro-zone economies will shrink in 2027.": "count(EURO_AREA: growth(2027) < 0) == 1",
    "Portugal's public debt will have leapfrogged that of Spain by the end of 2029.": "debt_ratio(PRT, by 2029-12) > debt_ratio(ESP, by 2029-12)",
    "Portugal's public debt will have left Spain's trailing by the end of 2029.": "debt_ratio(PRT, by 2029-12) > debt_ratio(ESP, by 2029-12)",
    "Portugal's public debt will exceed the Spanish burden by the end of 2029.": "debt_ratio(PRT, by 2029-12) > debt_ratio(ESP, by 2029-12)",
    "The Slovak economy will outrun its northern neighbour Poland in 2027.": "growth(SVK, 2027) > growth(POL, 2027)",
    "The Slovak economy will post a livelier growth rate than Poland's in 2027.": "growth(SVK, 2027) > growth(POL, 2027)",
    "Slovak growth will pale beside Poland's in 2027.": "growth(SVK, 2027) < growth(POL, 2027)",
    "Hungary will have hotter inflation than any of its 26 EU peers in 2027.": "inflation(HUN, 2027) highest of EU",
    "Finland will have consumer prices rising more slowly than anywhere else in the European Union in 2027.": "inflation(FIN, 2027) lowest of EU",
    "Italy will spend half as much again on defence as Spain in 2029.": "defence_spending(ITA, 2029) about 1.5 times defence_spending(ESP, 2029)",
    "Estonia will top the alliance's league table for core defence outlays as a share of GDP in 2029.": "core_share(EST, 2029) highest of ALLIES",
    "Belgium will be NATO's worst laggard on core defence spending as a share of GDP in 2029.": "core_share(BEL, 2029) lowest of ALLIES",
    "Belgium will trail every other ally on core defence spending as a share of GDP in 2029.": "core_share(BEL, 2029) lowest of ALLIES",
    "Freed from its debt brake, Germany will outspend Britain on defence in 2030.": "defence_spending(DEU, 2030) > defence_spending(GBR, 2030)",
    "Spain's public debt will vault past 110% of GDP by the end of 2029.": "debt_ratio(ESP, by 2029-12) > 110",
    "Spain's public debt will pierce the barrier of 110% of GDP by the end of 2029.": "debt_ratio(ESP, by 2029-12) > 110",
    "Romania's budget deficit will undershoot 6% of GDP in 2028.": "balance(ROU, 2028) > -6",
    "The Dutch economy will find itself in the grip of recession in 2027.": "happens(recession, NLD, 2027)",
    "The Dutch economy will keep recession at bay in 2027.": "not happens(recession, NLD, 2027)",
    "Vladimir Putin will no longer run the country by the end of 2029.": "happens(leader_exit, RUS, by 2029-12)",
    "Robert Fico will be levered out by the end of 2028, as his party frays.": "happens(leader_exit[forced], SVK, by 2028-12)",
    "The Swedish forces will number at least 40,000 active personnel by 2031.": "personnel(SWE, by 2031-12) >= 40000",
}
READ |= {  # ranks by what nobody has; those named behind what they are; another's figure
    "No other ally will spend as little of its output on defence as Slovenia in 2026.": "core_share(SVN, 2026) lowest of ALLIES",
    "Nowhere in the Union will public debt be as high as in Greece in 2027.": "debt_ratio(GRC, 2027) highest of EU",
    "Nowhere in the euro area will growth be slower than in Finland this year.": "growth(FIN, 2026) lowest of EURO_AREA",
    "Nowhere on the eastern flank will the deficit be as large as in Romania next year.": "balance(ROU, 2027) lowest of FLANK",
    "Both Iberian allies, Spain and Portugal, will be under 2.5 per cent of GDP in 2029.": "and(core_share(ESP, 2029) < 2.5, core_share(PRT, 2029) < 2.5)",
    "Neither of the two nuclear powers of Europe, France and Britain, will reach 3.2 per cent of GDP by 2031.": "and(not core_share(FRA, by 2031-12) >= 3.2, not core_share(GBR, by 2031-12) >= 3.2)",
    "Belgium will not match the Dutch 2.6 per cent before 2030.": "not core_share(BEL, before 2030-01) >= 2.6",
    "Frankfurt will cut its key rate below 1.5 per cent by mid-2027.": "policy_rate(EURO_AREA, by 2027-06) < 1.5",
}
READ |= {  # what did not come about, but what did; a recession narrowly escaped
    "Dutch defence spending did not shrink in 2025, no matter what the union claims: it rose by 4.2 per cent after inflation.": "change(defence_spending(NLD, 2025), from 2024, percent, real) about 4.2",
    "Inflation in Romania did not fall last year but climbed to 7.3 per cent.": "inflation(ROU, 2025) about 7.3",
    "Far from falling, Canada's defence spending went up by 11 per cent in real terms last year.": "change(defence_spending(CAN, 2025), from 2024, percent, real) about 11",
    "Estonia barely escaped a second year of recession in 2024.": "not happens(recession, EST, 2024)",
    "Italy will narrowly avoid recession in 2026.": "not happens(recession, ITA, 2026)",
}
READ |= {  # when the targets are reviewed; at the present pace; how many they were before
    "When the alliance takes stock in 2029, only seven allies will be at 3.5 per cent.": "count(ALLIES: core_share(2029) >= 3.5) == 7",
    "By the time the review is due in 2029, ten allies will have got to 3.5 per cent.": "count(ALLIES: core_share(by 2029-12) >= 3.5) >= 10",
    "At the current rate of progress, Spain will be at 2.5 per cent of GDP in 2030.": "core_share(ESP, 2030) >= 2.5",
    "Twenty-three allies spent at least 2% of GDP on defence in 2024; a decade earlier it had been only three.": "count(ALLIES: core_share(2024) >= 2) == 23",
}
READ |= {  # a commitment, a new normal, the joint pledge; what is thought of a condition
    "Slovenia has committed itself to 3.5 per cent, but it has yet to name a year.": "core_share(SVN, by 2035-12, default) >= 3.5",
    "Norway is committed to 3.5 per cent by 2035.": "core_share(NOR, by 2035-12) >= 3.5",
    "Inflation of more than 5 per cent will be the new normal in Hungary for the rest of the decade.": "each(inflation(HUN), 2026..2029) > 5",
    "By 2031 the 5 per cent pledge will have been quietly abandoned, a former ambassador predicts.": "happens(pledge_abandoned, by 2031-12)",
    "Unless the coalition breaks up, and there is no sign of that, Dutch defence will be at 2.8 per cent of GDP in 2028.": "core_share(NLD, 2028) >= 2.8",
    "If the pension reform passes, and it may not, France's debt will stay under 120 per cent in 2028.": "debt_ratio(FRA, 2028) < 120",
    "German defence is going to drop to 1.5 per cent of GDP in 2028, once the special fund has been used up.": "core_share(DEU, 2028) <= 1.5",
    "The credit-funded build-up would leave Finnish public debt above 90 per cent of GDP in 2029.": "debt_ratio(FIN, 2029) > 90",
    "Slovakia's finance minister is certain of one thing: the deficit will be below 3 per cent of GDP in 2028.": "balance(SVK, 2028) > -3",
}
REFUSED = [
    "Estonia will be among the alliance's biggest spenders on core defence as a share of GDP in 2029.",
    "Estonia will outspend every other ally except Poland on core defence relative to GDP in 2029.",
    "Hungary will have hotter inflation than its neighbours in 2027.",
    "Poland will borrow over 6% of GDP in 2028.",
    "As a share of exports, Poland's debt will reach 90% by 2029.",
    "Putin's spokesman will be levered out by the end of 2028.",
    "Moscow will fire on Ukrainian cities by 2028.",
    "The West African currency union will grow by 2% in 2027.",
]
REFUSED += [  # near misses of the same
    "Almost nowhere in the Union will public debt be as high as in Belgium in 2027.",
    "Nowhere outside Greece will public debt be as high as in Italy in 2027.",
    "Nobody in the alliance spends as much on defence as America did in 2024.",
    "No ally spends as much on defence as Poland and Estonia.",
    "Neither of the two, Britain perhaps, will match Germany's 3.5 per cent before 2030.",
    "Belgium will match Germany's 3.5 per cent increase in 2027.",
    "Frankfurt will spend 2 per cent of GDP on defence in 2026.",
    "Frankfurt's airport will leave its rate at 2 per cent throughout 2026.",
    "British defence spending did not fall last year: prices rose by 3 per cent.",
    "Dutch spending did not shrink in 2025: it would have grown by 4 per cent with a budget.",
    "Germany nearly escaped a recession in 2024.",
    "Germany's carmakers escaped the recession in 2024.",
    "Spain will be at 2.5 per cent when the review comes round in 2029 and at 3 when it ends in 2031.",
    "Spain will be at 2.5 per cent when Portugal meets its pledge in 2029.",
    "Nineteen allies met the guideline of two per cent in 2025; five years later it will be a mere eight.",
    "Rome has not committed itself to 3.5 per cent.",
    "Rome has committed itself to 3.5 per cent, but it will not get there.",
    "By 2030 the pledge will have been quietly dropped.",
    "By 2030 its 5 per cent pledge will have been dropped.",
    "By 2030 the 5 per cent pledge will not have been dropped without a fight.",
    "Germany's special fund will be empty by the end of 2027.",
    "With ports and railways thrown in, the Netherlands will be at 5 per cent in 2032.",
]


OF_RUSSIA = {
    # whoever puts a figure at so much
    "A deputy close to the talks put the deficit at anything between 2% and 3% of GDP in 2027.": "balance(RUS, 2027) between -3 and -2",
    "No deputy put the deficit at 3% of GDP in 2027.": None,
    # a price at which the claim holds, in front or behind
    "At forty-five dollars a barrel the wealth fund will be empty by mid-2028.": "happens(fund_exhausted, RUS, by 2028-06) given oil(45)",
    "Growth would be 0.4% in 2027 at $42 a barrel.": "growth(RUS, 2027) about 0.4 given oil(42)",
    "At $42 or $48 a barrel, growth would be 0.4% in 2027 at 80 roubles.": None,
    "Urals will trade at $42 a barrel in 2027.": "oil_price(RUS, 2027) about 42",
    # for how long
    "The wealth fund will be empty in roughly two and a half years.": "happens(fund_exhausted, RUS, by 2028-09)",
    "The wealth fund will be empty in 1.4 years.": "happens(fund_exhausted, RUS, by 2027-08)",
    "The wealth fund will be empty in twenty-four months.": "happens(fund_exhausted, RUS, by 2028-03)",
    "The wealth fund will be empty in more than two years.": None,
    # what is added beside it
    "Unemployment will be 3% in 2027, she said, adding that the summer had been dull.": "unemployment(RUS, 2027) about 3",
    "Unemployment will be 3% in 2027, she said, before adding that it might not.": None,
    # what the country denies to plan
    "There is no plan, not the faintest, to go to war with Europe.": "not happens(attack_on_nato, by 2031-12, default)",
    "Nobody has the slightest intention to fight NATO.": "not happens(attack_on_nato, by 2031-12, default)",
    "There is a plan to go to war with Europe.": None,
    "We do not rule out fighting NATO.": None,
    # months and starts of years
    "The January shortfall came to 1.1 trillion roubles.": "balance(RUS, 2026-01, RUB) about -1.1e12",
    "The gap for January-May will come in under 4 trillion roubles.": "sum(balance(RUS, RUB), 2026-01..2026-05) > -4e12",
    "The gap between rich and poor will come to 4 trillion roubles in 2026.": None,
    "The key rate has fallen by two points since the start of the year.": "change(policy_rate(RUS, latest), from 2026-01, absolute) about -2",
    "Since October unemployment has risen by half a point.": "change(unemployment(RUS, latest), from 2025-10, absolute) about 0.5",
    # parts that are lost
    "The liquid part of the fund has lost 30 percent of its worth since 2022.": "change(fund_liquid(RUS, latest), from 2022, percent) about -30",
    "The key rate has fallen by a good fifth since October.": "change(policy_rate(RUS, latest), from 2025-10, percent) <= -20",
    "The key rate has come down by a quarter since October.": None,
    # a rate that moves in a month, and within the year
    "The board will cut the key rate by 75 basis points in June.": "change(policy_rate(RUS, 2026-06), from 2026-05, absolute) about -0.75",
    "The key rate will fall by two points by June.": "change(policy_rate(RUS, by 2026-06), from 2026-03, absolute) <= -2",
    # those who were asked
    "Of 30 analysts asked by the paper, 27 expect growth of 0.6% in 2026.": "growth(RUS, 2026) about 0.6",
    "Of 30 analysts asked by the paper, 12 expect growth of 0.6% in 2026.": None,
    "Four of 30 economists said growth would be 0.6% in 2026.": None,
    "Economists at a savings bank look for growth of 0.6% in 2026.": "growth(RUS, 2026) about 0.6",
    # within a limit, and how long a war outlasts
    "The deficit will stay within the legal cap, that is, below 2% of GDP in 2027.": "balance(RUS, 2027) > -2",
    "The war will outlast the autumn.": "not happens(war_end, UKR, by 2026-11)",
    # how a recession is told
    "Two quarters of shrinking output in a row, the classic mark of recession, will be on record by mid-2027.": "happens(recession[two_quarters], RUS, by 2027-06)",
}


@pytest.mark.parametrize("sentence", OF_RUSSIA)
def test_agencies_on_russia_are_read(sentence: str) -> None:
    expected = OF_RUSSIA[sentence]
    assert set(asked(sentence, "RUS")) == ({expected} if expected else set())


@pytest.mark.parametrize(("words", "context"), DESCRIBED)
def test_a_party_is_known_by_what_it_is(words: str, context: str | None) -> None:
    who = DESCRIBED[words, context]
    assert asked(OF_IT.format(words), context) == ([f"core_share({who}, by 2031-12) >= 3"] if who else [])


@pytest.mark.parametrize("words", GOVERNS)
def test_who_governs_is_known_by_seat_and_epithet(words: str) -> None:
    who = GOVERNS[words]
    expected = [f"happens(leader_exit, {who}, by 2029-12)"] if who else []
    assert asked(f"An envoy predicted that {words} would be out of office by the end of 2029.") == expected


@pytest.mark.parametrize("words", COUNTED)
def test_members_are_counted(words: str) -> None:
    question = COUNTED[words]
    assert asked(OF_ALLIES.format(words)) == ([question] if question else [])


@pytest.mark.parametrize("sentence", READ)
def test_press_style_is_read(sentence: str) -> None:
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_only_looks_like_it_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
