"""How parties are named, counted, ranked and put against each other; what only looks like it is refused. Own
sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

from overstretch.claims.reader.parties import parties

NAMED = {
    "Mette Frederiksen's cabinet": "DNK",
    "Robert Fico's coalition": "SVK",
    "Chancellor Merz": "DEU",
    "The Carney administration": "CAN",
    "The Kingdom of Norway": "NOR",
    "The Hellenic Republic": "GRC",
    "Palazzo Chigi": "ITA",
    "No 10": "GBR",
    "The Matignon": "FRA",
    "Britain's Labour government": "GBR",
    "Leaders in Riga": "LVA",
    "Russia's neighbour Latvia": "LVA",
    "Ukraine's staunch supporter Sweden": "SWE",
    "NATO's newest member, Sweden,": "SWE",
    "Baltic Lithuania": "LTU",
    "Russia's ally Belarus": None,
    "Germany's partner Japan": None,
    "Mette Frederiksen's sister": None,
    "The next Danish government": None,
    "The allies excluding the US": "EUROPE_CANADA",
    "NATO without America": "EUROPE_CANADA",
    "NATO without Turkey": None,
    "America's European allies": "EUROPE",
    "NATO Europe": "EUROPE",
    "Central Europe": None,
    "Southern Europe": None,
    "The member states of the EU": "EU",
    "The five Nordic countries together": "NORDICS",
    "The alliance's 32 members combined": "NATO",
    "NATO's frontline states": "FLANK",
    "The Warsaw region": None,
    "Our Danish neighbours": "DNK",
    "Our friends in Vilnius": "LTU",
    "Our ally Finland": "FIN",
    "Our Chinese friends": None,
    "Fellow NATO member Portugal": "PRT",
    "EU member Slovakia": "SVK",
    "Frontline state Latvia": "LVA",
    "Mr Carney": "CAN",
    "Ms Frederiksen": "DNK",
    "Italy's governing coalition": "ITA",
    "The Quai d'Orsay": "FRA",
    "Greater London": None,
    "Washington state": None,
    "The 32 states combined": "NATO",
    "The 32-nation alliance": "NATO",
    "The 27-nation bloc": "EU",
    "The 27-member European Union": "EU",
    "The 21-nation eurozone": "EURO_AREA",
    "The countries that share the euro": "EURO_AREA",
    "NATO countries in Europe": "EUROPE",
    "The allies on this side of the Atlantic": "EUROPE",
    "The allies on the other side of the Atlantic": None,
    "Europe plus Canada": "EUROPE_CANADA",
    "The allies beyond the United States": "EUROPE_CANADA",
    "All allies but the US": None,
    "Our Nordic neighbours": "NORDICS",
}

OF_ALLIES = "{} will spend at least 4% of GDP on defence in 2031."
COUNTED = {
    "One ally in five at most": "<= 6",
    "Two thirds of the 32 allies, at the very least,": ">= 22",
    "Nine allies, at most,": "<= 9",
    "Nine allies or fewer": "<= 9",
    "Nine allies or more": ">= 9",
    "Nine allies and no more": "== 9",
    "Precisely nine allies": "== 9",
    "In excess of nine allies": "> 9",
    "Nine or ten allies": "between 9 and 10",
    "Every second ally": ">= 16",
    "Precious few allies": "< 16",
    "A small minority of allies": "< 16",
    "The lion's share of allies": "> 16",
    "A single-digit number of allies": "< 10",
    "Every ally without exception": "== all",
    "Everybody in the alliance": "== all",
    "No allies": "== 0",
    "Nearly nine allies": None,
    "Almost all allies": None,
    "At least nine allies or more": None,
}
LEAVES = {
    "Mr Zelensky": "UKR",
    "The Ukrainian president": "UKR",
    "Ukraine's head of state": "UKR",
    "Mr Putin": "RUS",
    "Ms Meloni": "ITA",
    "The Ukrainian prime minister": None,
    "The former Ukrainian president": None,
    "Mr Zelensky's chief of staff": None,
    "The mayor of Kyiv": None,
    "The Polish president": None,
}

READ = {
    "Lithuania will be overtaken by Poland in defence spending as a share of GDP in 2026.": "core_share(LTU, 2026) < core_share(POL, 2026)",
    "Germany will be outspent by France on defence in 2027.": "defence_spending(DEU, 2027) < defence_spending(FRA, 2027)",
    "France's debt ratio will be overtaken by Italy's in 2028.": "debt_ratio(FRA, 2028) < debt_ratio(ITA, 2028)",
    "Russia will be outgrown by Ukraine in 2027.": "growth(RUS, 2027) < growth(UKR, 2027)",
    "Europe's defence spending rose faster than Russia's in 2025.": "change(defence_spending(EUROPE, 2025), from 2024, percent) > change(defence_spending(RUS, 2025), from 2024, percent)",
    "The number of allies above 4% of GDP on defence will fall below eight in 2031.": "count(ALLIES: core_share(2031) > 4) < 8",
    "Six or more allies will spend at least 4% of GDP on defence in 2031.": "count(ALLIES: core_share(2031) >= 4) >= 6",
    "Half a dozen allies will spend at least 4% of GDP on defence in 2031.": "count(ALLIES: core_share(2031) >= 4) >= 6",
    "One ally in four will spend at least 4% of GDP on defence in 2031.": "count(ALLIES: core_share(2031) >= 4) >= 8",
    "Each and every ally will spend at least 2% of GDP on defence in 2031.": "count(ALLIES: core_share(2031) >= 2) == all",
    "Every Nordic country will spend at least 2% of GDP on defence in 2031.": "count(NORDICS: core_share(2031) >= 2) == all",
    "More than 50% of allies will spend at least 3% of GDP on defence in 2031.": "count(ALLIES: core_share(2031) >= 3) > 16",
    "Hardly any allies will spend at least 5% of GDP on core defence in 2031.": "count(ALLIES: core_share(2031) >= 5) < 16",
    "Belgium's defence spending will trail that of Denmark in 2029.": "defence_spending(BEL, 2029) < defence_spending(DNK, 2029)",
    "Norway's defence spending will eclipse Spain's in 2029.": "defence_spending(NOR, 2029) > defence_spending(ESP, 2029)",
    "Sweden's military bill will be bigger than Norway's in 2029.": "defence_spending(SWE, 2029) > defence_spending(NOR, 2029)",
    "Belgium will be outspent on defence by Denmark in 2029.": "defence_spending(BEL, 2029) < defence_spending(DNK, 2029)",
    "Poland's defence spending will be more than 2.5 times Romania's in 2029.": "defence_spending(POL, 2029) > 2.5 times defence_spending(ROU, 2029)",
    "Poland's defence budget will be at least double the size of Romania's in 2029.": "defence_spending(POL, 2029) >= 2 times defence_spending(ROU, 2029)",
    "Poland's growth will lag behind Croatia's in 2029.": "growth(POL, 2029) < growth(HRV, 2029)",
    "Poland's economy will overtake Spain's in 2035.": "gdp(POL, 2035) > gdp(ESP, 2035)",
    "Spain's debt will be lower than Italy's as a share of GDP in 2029.": "debt_ratio(ESP, 2029) < debt_ratio(ITA, 2029)",
    "Spain will be less indebted than Italy in 2029.": "debt_ratio(ESP, 2029) < debt_ratio(ITA, 2029)",
    "Finland's armed forces will be larger than Sweden's in 2029.": "personnel(FIN, 2029) > personnel(SWE, 2029)",
    "Latvia will top NATO's table for defence spending as a share of GDP in 2029.": "core_share(LVA, 2029) highest of ALLIES",
    "Spain will be at the bottom of the NATO table for defence spending as a share of GDP in 2029.": "core_share(ESP, 2029) lowest of ALLIES",
    "Latvia will spend the largest share of GDP on defence of any European ally in 2029.": "core_share(LVA, 2029) highest of EUROPE",
    "Latvia will rank third in NATO for defence spending as a share of GDP in 2029.": "count(ALLIES: core_share(2029) > core_share(LVA, 2029)) == 2",
    "Croatia will be the EU's fastest-growing economy in 2029.": "growth(HRV, 2029) highest of EU",
    "Italy will be the slowest-growing economy in the euro area in 2029.": "growth(ITA, 2029) lowest of EURO_AREA",
    "Italy will be the most indebted country in the EU in 2029.": "debt_ratio(ITA, 2029) highest of EU",
    "Six of every ten dollars NATO spends on defence will come from the US in 2029.": "defence_spending(USA, 2029, share of NATO) about 60",
    "The US will shoulder less than half of NATO's defence spending in 2031.": "defence_spending(USA, 2031, share of NATO) < 50",
    "Poland will account for more than a tenth of Europe's defence spending in 2031.": "defence_spending(POL, 2031, share of EUROPE) > 10",
    "The combined defence spending of Norway and Sweden will exceed 30 billion euros in 2029.": "defence_spending(NOR+SWE, 2029, EUR) > 3e10",
}

REFUSED = (
    "Croatia will have the fastest-growing army in NATO in 2029.",
    "Croatia will have NATO's fastest-growing defence budget in 2029.",
    "Croatia's debt will be the fastest-growing in the EU in 2029.",
    "Croatia's defence spending will outpace Slovenia's in 2029.",
    "Belgium will lag behind NATO's target in 2031.",
    "Belgium's defence spending will be twice Denmark's target in 2031.",
    "Belgium's defence spending in 2031 will be twice Denmark's in 2025.",
    "Belgium will not spend much more on defence than Denmark in 2031.",
    "Compared with Denmark, Belgium will spend more on defence in 2031.",
    "Germany will lead NATO in raising defence spending in 2029.",
    "Latvia will be second only to Poland in NATO for defence spending as a share of GDP in 2029.",
    "Latvia will have the highest defence spending per head in NATO in 2029.",
    "Ten allies together will spend more than 200 billion dollars on defence in 2031.",
    "None of the allies other than the US will spend more than 4% of GDP on defence in 2031.",
    "The number of allies spending 2% of GDP on defence will rise by ten in 2029.",
    "70% of allies' citizens will support spending 4% of GDP on defence in 2031.",
    "The bulk of NATO spending will go on personnel in 2029.",
    "The US will fund less than half of Ukraine's defence spending in 2029.",
    "The US will cover half of NATO's spending on satellites in 2029.",
    "Germany will spend 4% of GDP on defence under the Merz government.",
    "Germany will spend 4% of GDP on defence by the end of the Merz government.",
)


@pytest.mark.parametrize(("name", "who"), NAMED.items())
def test_a_party_is_read_from_the_usual_names_of_it(name: str, who: str | None) -> None:
    found = asked(f"{name} will spend more than 3.1% of GDP on defence in 2029.")
    assert found == ([f"core_share({who}, 2029) > 3.1"] if who else [])


@pytest.mark.parametrize(("sentence", "question"), READ.items())
def test_counts_ranks_and_comparisons_are_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_only_looks_like_it_is_refused(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(("who", "many"), COUNTED.items())
def test_how_many_allies_is_read_before_and_behind_them(who: str, many: str | None) -> None:
    found = asked(OF_ALLIES.format(who))
    assert found == ([f"count(ALLIES: core_share(2031) >= 4) {many}"] if many else [])


@pytest.mark.parametrize(("who", "of"), LEAVES.items())
def test_who_leaves_is_read_from_name_and_office(who: str, of: str | None) -> None:
    found = asked(f"{who} will no longer be in office at the end of 2027.")
    assert found == ([f"happens(leader_exit, {of}, by 2027-12)"] if of else [])


def test_a_group_is_named_by_what_it_pays_in() -> None:
    assert [p.value for p in parties("nine states that pay in euros")] == ["EURO_AREA"]
