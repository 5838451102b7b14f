"""Reasons beside an event, what comes about in idioms and by verbs, conditions, effects and odds. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

REASONS = {
    "Italy will slide into recession in 2028 because nobody invests in its factories.": "happens(recession, ITA, 2028)",
    "Poland will avoid recession in 2029 in spite of its arms bill.": "not happens(recession, POL, 2029)",
    "Russia will break up by 2036, the exile wrote, since the regions have had enough of Moscow.": "happens(state_collapse, RUS, by 2036-12)",
    "NATO will fall apart in 2031 under the weight of its own quarrels.": "happens(alliance_dissolution, 2031)",
    "Putin will be toppled by 2029 as the elite loses patience with the war.": "happens(leader_exit[forced], RUS, by 2029-12)",
    "The arms race will push up Russian inflation in 2028, the banker said, because factories are short of hands.": 'effect(sustain_rus_burden() against rus_burden(2021), inflation(RUS, 2028), "arms race") > 0',
}
EVENTS = {
    "Moscow and Kyiv will put their names to a lasting peace treaty in 2028.": "happens(war_end, UKR, 2028)",
    "A truce will stay out of reach in 2027.": "not happens(ceasefire, UKR, 2027)",
    "A settlement will elude the mediators in 2028.": "not happens(war_end, UKR, 2028)",
    "The Kremlin will call off its special military operation by 2028.": "happens(war_end, UKR, by 2028-12)",
    "Russia will silence its guns in 2028.": "happens(ceasefire, UKR, 2028)",
    "The belligerents will lay down their arms in 2028.": "happens(ceasefire, UKR, 2028)",
    "Turkey will part company with the alliance it joined in 1952 by 2031.": "happens(ally_exit, TUR, by 2031-12)",
    "The White House will pull America out of NATO in 2028.": "happens(ally_exit, USA, 2028)",
    "The curtain will fall on NATO in 2032.": "happens(alliance_dissolution, 2032)",
    "The curtain will fall on the Russian regime in 2032.": "happens(regime_end, RUS, 2032)",
    "NATO will come apart at the seams by 2031.": "happens(alliance_dissolution, by 2031-12)",
    "Washington will hedge on the alliance's one-for-all clause in 2028.": "happens(article5_doubt, 2028)",
    "The White House will not waver on Article 5 in 2028.": "not happens(article5_doubt, 2028)",
    "Latvia will fall prey to a Russian invasion by 2033.": "happens(attack_on_nato, LVA, by 2033-12)",
    "Russia will have restored its armed forces to fighting strength by 2031.": "happens(forces_rebuilt, RUS, by 2031-12)",
    "The cupboard of Russia's wealth fund will be bare in 2029.": "happens(fund_exhausted, RUS, 2029)",
    "The Polish premier will still be in his job at the end of 2028.": "not happens(leader_exit, POL, by 2028-12)",
    "Macron's successor will have moved into the Elysee by June 2027.": "happens(leader_exit, FRA, by 2027-06)",
    "Italy will go back on its word about defence spending in 2028.": "happens(pledge_abandoned, ITA, 2028)",
    "Portugal will disown the defence spending pledge of its previous government by 2029.": "happens(pledge_abandoned, PRT, by 2029-12)",
    "Portugal will throw overboard the NATO pledge it made in 2025, and it will do so in 2028.": "happens(pledge_abandoned, PRT, 2028)",
    "NATO leaders will water down the 5% goal when they review it in 2029.": "happens(target_changed[ease], 2029)",
    "The spending target will be ratcheted up at the 2029 review.": "happens(target_changed[tighten], 2029)",
    "The 5% goal will come out of the 2029 review unscathed.": "happens(target_changed[hold], 2029)",
    "Russia's policy tools will be stretched to their limits in 2029.": "happens(tools_near_limits, RUS, 2029)",
    "Russia will have next to no policy room left in 2029.": "happens(tools_near_limits, RUS, 2029)",
    "GIs will start packing their bags in Europe by 2028.": "happens(us_drawdown, by 2028-12)",
    "Washington will keep its troops in Europe at full strength through 2029.": "not happens(us_drawdown, by 2029-12)",
    "A slide into recession awaits Poland in 2029.": "happens(recession, POL, 2029)",
    "Russia will disintegrate as a state by 2037.": "happens(state_collapse, RUS, by 2037-12)",
}
CONDITIONS = {
    "A truce in Ukraine once in place, Russia will attack Latvia in 2030.": "happens(attack_on_nato, LVA, 2030) given happens(ceasefire, UKR, by 2030-12, default)",
    "Barring Turkish withdrawal from NATO, Greece will spend 3% of GDP on defence in 2029.": "core_share(GRC, 2029) >= 3 given not happens(ally_exit, TUR, by 2029-12, default)",
    "Norway will spend 4% of GDP on defence in 2029, provided a truce takes hold and frees up cash.": "core_share(NOR, 2029) >= 4 given happens(ceasefire, UKR, by 2029-12, default)",
    "Were the war to carry on, Ukraine's deficit would exceed 18% of GDP in 2028.": "balance(UKR, 2028) < -18 given not happens(war_end, UKR, by 2028-12)",
    "Russian growth will turn negative in 2028 should Urals be stuck at $35 a barrel.": "growth(RUS, 2028) < 0 given oil(35)",
}
EFFECTS = {
    "Cheap oil would knock three tenths of a point off Russian growth in 2028.": 'effect(oil(40) against base, growth(RUS, 2028), "oil price down") about -0.3',
    "Europe's rearmament will add no more than 0.3 of a percentage point to euro-area inflation in 2028.": 'effect(keep_pledge() against hold_burden(2024), inflation(EURO_AREA, 2028), "allies\' spending up") <= 0.3',
    "Growth in Russia will be dented by no more than 0.5 of a point in 2028 by cheap oil.": 'effect(oil(40) against base, growth(RUS, 2028), "oil price down") >= -0.5',
    "A truce would trim Russia's military spending by at least a point of GDP in 2029.": "effect(ceasefire(2026Q4) against base, core_share(RUS, 2029)) <= -1",
    "Losing the American umbrella would drive up defence spending in Latvia by 2030.": 'effect(us_withdraws(2027) against base, defence_spending(LVA, by 2030-12), "US withdrawal") > 0',
    "A US withdrawal would goad the Nordic allies into spending more on defence in 2029.": 'effect(us_withdraws(2027) against base, defence_spending(NORDICS, 2029), "US withdrawal") > 0',
    "The Kremlin's arms binge will feed inflation in 2028.": 'effect(sustain_rus_burden() against rus_burden(2021), inflation(RUS, 2028), "Russia\'s spending up") > 0',
    "The arms race will leave Russia's economy 3% smaller in 2031.": 'effect(sustain_rus_burden() against rus_burden(2021), gdp(RUS, 2031), percent, "arms race") about -3',
}
ODDS = {
    "The probability of a German recession in 2028 stands at 40%.": "happens(recession, DEU, 2028)",
    "I'd give a truce in 2028 two chances in ten.": "happens(ceasefire, UKR, 2028)",
    "The bank puts the odds of a Polish recession in 2028 at one in four.": "happens(recession, POL, 2028)",
    "Bookmakers give Orban a 30% chance of losing office in 2026.": "happens(leader_exit, HUN, 2026)",
    "There are two chances in three of a recession in Italy in 2028.": "happens(recession, ITA, 2028)",
    "The odds are four to one against a truce in 2028.": "happens(ceasefire, UKR, 2028)",
    "It would take a miracle for Italy to avoid a recession in 2028.": "happens(recession, ITA, 2028)",
    "It would be astonishing if Putin were still in office in 2033.": "happens(leader_exit, RUS, by 2033-12)",
    "The prospects for a truce in 2027 are dim.": "not happens(ceasefire, UKR, 2027)",
    "There will be no cut in Polish defence spending in 2028.": "not change(defence_spending(POL, 2028), from 2027, percent) < 0",
}
REFUSED = (
    "A settlement of the strike will be out of reach in 2028.",
    "A pay settlement will come in 2028.",
    "The settlement with the unions will come in 2028.",
    "The Kremlin will wind up its state oil company by 2029.",
    "Shell will wind up its operation in Russia by 2029.",
    "Russia will silence its critics in 2028.",
    "Hungary will turn its back on the euro in 2029.",
    "The White House will waver on tariffs in 2028.",
    "Italy will go back on its word about migration in 2028.",
    "Portugal will drop its climate vow by 2029.",
    "The cupboard of ideas in the Kremlin will be bare in 2029.",
    "Poland will come under attack from farmers in 2028.",
    "Russia's railways will be stretched to their limits in 2029.",
    "Washington will keep its troops in Japan at full strength through 2029.",
    "The curtain will fall on the Bolshoi season in 2028.",
    "There will be no collapse of the coalition by 2029.",
    "A slide into poverty awaits Poland in 2029.",
    "The French president's successor at the helm of his party will be chosen by June 2028.",
    "EU leaders will water down the 5% target at the 2029 review.",
    "NATO's logo will come out of the 2029 review unscathed.",
    "Peace permitting, Ukraine will grow by 5% in 2028.",
    "A trade war once over, Poland will grow by 3% in 2028.",
    "Barring Hungary, NATO will spend 3% of GDP on defence in 2029.",
    "Norway will spend 4% of GDP on defence in 2029, provided a truce takes hold and collapses.",
    "Norway will spend 4% of GDP on defence in 2029, if a truce is signed and taxes are raised.",
    "Growth in Russian lending will turn negative in 2028.",
    "Losing the American market would knock a point off Polish growth in 2028.",
    "The arms race will leave Russia's army 3% smaller in 2031.",
    "Fear of Russia would goad the allies into spending more on roads in 2029.",
    "The probability of rain in Moscow in 2028 stands at 40%.",
    "NATO will fall apart in 2031 because of a Russian attack on Estonia.",
    "Russia would fall into recession in 2028 because rates are too high.",
    "Italy will slide into recession in 2028 as output shrinks by 2%.",
    "Nobody gives a truce in 2028 more than a 10% chance.",
)


@pytest.mark.parametrize(("sentence", "question"), [*REASONS.items(), *EVENTS.items(), *CONDITIONS.items()])
def test_an_event_is_read_beside_its_reason_and_in_whatever_words(sentence: str, question: str):
    assert asked(sentence) == [question]


@pytest.mark.parametrize(("sentence", "question"), [*EFFECTS.items(), *ODDS.items()])
def test_effects_and_odds_are_read(sentence: str, question: str):
    assert asked(sentence) == [question]


@pytest.mark.parametrize("sentence", REFUSED)
def test_near_misses_stay_refused(sentence: str):
    assert asked(sentence) == []


NOW_READ = {
    "It would take a miracle for Italy not to spend 2% of GDP on defence in 2028.": "core_share(ITA, 2028) >= 2",
    "The probability that Russia's economy will shrink in 2026 stands at 35%.": "growth(RUS, 2026) < 0",
    "Poland's defence spending will not fall below 4% of GDP at any time from 2026 to 2030.": (
        "each(core_share(POL), 2026..2030) >= 4"
    ),
    "Germany will have 20,000 soldiers more by 2030.": (
        "change(personnel(DEU, by 2030-12), from 2026, absolute) >= 20000"
    ),
}


@pytest.mark.parametrize(("sentence", "question"), NOW_READ.items())
def test_what_was_once_refused_is_read(sentence: str, question: str) -> None:
    assert asked(sentence) == [question]
