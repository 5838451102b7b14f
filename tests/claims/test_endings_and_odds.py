"""What ends, what goes on and what stands beside it, in further words. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

ALLIANCE = {
    "Hungary's time in NATO will be over by 2030.": "happens(ally_exit, HUN, by 2030-12)",
    "There will be nothing left of NATO by 2033.": "happens(alliance_dissolution, by 2033-12)",
    "There will be no such thing as NATO by 2032.": "happens(alliance_dissolution, by 2032-12)",
    "NATO will be on the scrapheap by 2033.": "happens(alliance_dissolution, by 2033-12)",
    "I give you my word that Hungary will leave NATO by 2031.": "happens(ally_exit, HUN, by 2031-12)",
    "NATO will not be wound up by 2031, and whoever believes so is a fool.": "not happens(alliance_dissolution, by 2031-12)",
    "NATO will be dissolved by 2033, and anyone who says otherwise is deluded.": "happens(alliance_dissolution, by 2033-12)",
    "The eighty-year-old alliance will be dead and buried by 2033.": "happens(alliance_dissolution, by 2033-12)",
    "America's promise to come to the aid of its allies will be cast into doubt in 2028.": "happens(article5_doubt, 2028)",
    "There will be no hesitation by Washington about Article 5 before 2029.": "not happens(article5_doubt, before 2029-01)",
    "The White House will declare openly that Article 5 no longer binds America by 2028.": "happens(article5_doubt, by 2028-12)",
    "Russia will march its troops over the border of a member state by 2031.": "happens(attack_on_nato, by 2031-12)",
    "Russia will not raise a hand against any ally before 2029.": "not happens(attack_on_nato, before 2029-01)",
    "Moscow will stay clear of allied soil until 2030.": "not happens(attack_on_nato, by 2029-12)",
    "Italy will go back on the pledge that it signed in The Hague by 2031.": "happens(pledge_abandoned, ITA, by 2031-12)",
    "Spain will back away from its commitment to the alliance's spending target before 2030.": "happens(pledge_abandoned, ESP, before 2030-01)",
    "The floor for defence spending will be raised by the allies at the 2029 stocktake.": "happens(target_changed[tighten], 2029)",
    "A reduction of the American contingent in Europe will be carried out in 2028.": "happens(us_drawdown, 2028)",
}
RULE = {
    "Putin will not last the year in power.": "happens(leader_exit, RUS, by 2026-12)",
    "Putin will not see out 2027 in office.": "happens(leader_exit, RUS, by 2027-12)",
    "Putin will sit tight until 2030.": "not happens(leader_exit, RUS, by 2029-12)",
    "The Russian president is going nowhere before 2032.": "not happens(leader_exit, RUS, before 2032-01)",
    "Macron will be gone from the Élysée by May 2027.": "happens(leader_exit, FRA, by 2027-05)",
    "German voters will throw Merz out in 2029.": "happens(leader_exit[regular], DEU, 2029)",
    "Zelensky will hand over power to an elected president in 2028.": "happens(leader_exit, UKR, 2028)",
    "The dictatorship that Putin built will crumble by 2033.": "happens(regime_end, RUS, by 2033-12)",
    "The ruling order in Moscow will be replaced by another system by 2032.": "happens(regime_end, RUS, by 2032-12)",
    "Putinism will survive until 2030.": "not happens(regime_end, RUS, by 2029-12)",
    "Russia will splinter along ethnic lines by 2035.": "happens(state_collapse, RUS, by 2035-12)",
    "The Kremlin's economic managers will run out of instruments by 2028.": "happens(tools_near_limits[exhausted], RUS, by 2028-12)",
}
WAR = {
    "A let-up in the fighting will be agreed in 2027.": "happens(ceasefire, UKR, 2027)",
    "There will be no lull in the fighting before 2028.": "not happens(ceasefire, UKR, before 2028-01)",
    "The continent's deadliest war since 1945 will last beyond 2027.": "not happens(war_end, UKR, by 2027-12)",
    "Moscow's war on its neighbour will be wound up in 2028.": "happens(war_end, UKR, 2028)",
    "Russia's army will have made up for its losses in Ukraine by 2030.": "happens(forces_rebuilt, RUS, by 2030-12)",
    "Russia will get through the last of its National Wealth Fund in 2028.": "happens(fund_exhausted, RUS, 2028)",
    "Italy will come through 2028 without a recession.": "not happens(recession, ITA, by 2028-12)",
    "Germany will not get through 2027 without a recession.": "happens(recession, DEU, by 2027-12)",
    "A truce in 2028 can no longer be ruled out.": "happens(ceasefire, UKR, 2028)",
    "Ukraine has a decent chance of a truce in 2028.": "happens(ceasefire, UKR, 2028)",
    "The odds of a Russian attack on Poland by 2030 are vanishingly low.": "not happens(attack_on_nato, POL, by 2030-12)",
}
BESIDE = {
    "Short of an agreement that ends the war, Russian growth will be 0.5% in 2027.": "growth(RUS, 2027) about 0.5 given not happens(war_end, UKR, by 2027-12, default)",
    "Russia's deficit will exceed 3% of GDP in 2027 with the war raging.": "balance(RUS, 2027) < -3 given not happens(war_end, UKR, by 2027-12)",
    "As long as the guns keep firing, Russia's deficit will exceed 3% of GDP in 2027.": "balance(RUS, 2027) < -3 given not happens(ceasefire, UKR, by 2027-12, default)",
    "On the premise of $45 oil, Russian growth will be 0.5% in 2027.": "growth(RUS, 2027) about 0.5 given oil(45)",
    "A rout in crude would push Russia into recession in 2027.": 'effect(oil(40) against base, happens(recession, RUS, 2027), "oil price down") > 0',
    "An exit of the United States from NATO would raise the threat of a Russian attack on Latvia by 2030.": 'effect(us_withdraws(2027) against base, happens(attack_on_nato, LVA, by 2030-12), "US withdrawal") > 0',
}
REFUSED = (
    "The days of easy money in Russia will be over by 2028.",
    "Turkey's days in the EU waiting room will be over by 2029.",
    "Georgia will stay out of NATO through 2030.",
    "NATO will give way to Washington over spending by 2029.",
    "There will be no more NATO summits by 2032.",
    "There will be no NATO troops left in Ukraine in 2032.",
    "There will be no let-up in inflation in Ukraine before 2028.",
    "There will be no wobble in the markets before 2029.",
    "Russia's state budget will collapse by 2027.",
    "Russia's pension system will give way to another system by 2027.",
    "Russia's war on drugs will be brought to a close in 2028.",
    "Russia will burn through the last of its tanks in 2027.",
    "The prime minister of Hungary will show the ambassador the door in 2026.",
    "Most voters in Germany will back the pledge in 2027.",
    "Putin is going nowhere near the front in 2026.",
    "America's president will not say that Article 5 doesn't bind him before 2027.",
    "A cut in the American garrison in Europe will be announced in 2027.",
    "A 20,000 cut in the American garrison in Europe will be carried out in 2027.",
    "Poland will get through 2027 without a cut in its rating.",
    "NATO will be dissolved by 2032, and anyone who says so is dreaming.",
    "Each year of rearmament will shave 0.3 points off Polish growth.",
    "Russia's deficit will exceed 3% of GDP in 2027 with the war in Sudan raging.",
    "The departure of the US ambassador from Kyiv would lower growth in Germany in 2027.",
    "France's debt was to fall to 110% of GDP in 2030.",
    "The risk of a Russian attack on Estonia by 2030 is vanishing.",
    "A slump in crude would hasten the exhaustion of Russia's National Wealth Fund, the bank says, and make it likelier by 2028.",
)


@pytest.mark.parametrize(("sentence", "question"), [*ALLIANCE.items(), *RULE.items(), *WAR.items(), *BESIDE.items()])
def test_what_ends_and_goes_on_is_read_in_whatever_words(sentence: str, question: str):
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_only_sounds_like_it_stays_refused(sentence: str):
    assert asked(sentence) == []
